#!/usr/bin/env python3
"""Counts how news writes its words, and prints the words mostly written in lower case.

usage: lexicon_common.py DATA > src/lexicon/names_common.tsv

DATA/load/articles.jsonl holds articles, one JSON object a line with a member "body".  A word counts where a capital
would mean something: not at the start of a line or sentence, nor in a line or article mostly in capitals.  Printed are
words and nothing else: figures of the set, none of its text.
"""
import json
import re
import sys
import unicodedata
from collections import Counter

TOKEN = re.compile(r"[A-Za-z\u00c0-\u024f]+(?:['\u2019][A-Za-z]+)*|[.!?\"“”:`\n]|[^\sA-Za-z]+")


def fold(word):
    word = unicodedata.normalize("NFKD", word.lower()).replace("\u2019", "'")
    return "".join(c for c in word if not unicodedata.combining(c))


def plain(text):
    return unicodedata.normalize("NFC", text).replace("\u2019", "'").strip()


def count(body, lower, upper):
    for line in re.split(r"\n+", body):
        words = re.findall(r"[A-Za-z]+", line)
        if len(words) < 6 or sum(w[0].isupper() for w in words) * 2 > len(words):
            continue
        start = True
        for token in TOKEN.findall(line):
            if not token[0].isalpha():
                start = token[-1] in ".!?\"“”:`\n" or start and not token.strip("(['")
                continue
            if not start:
                (upper if token[0].isupper() else lower)[fold(token)] += 1
            start = False


def main():
    lower, upper = Counter(), Counter()
    for line in open(sys.argv[1] + "/load/articles.jsonl", encoding="utf-8"):
        count(json.loads(line)["body"], lower, upper)
    print("# Words that news writes in lower case: the capital of such a word may be that of a sentence or a title.")
    print("# Figures of 10,896 articles (Reuters-21578; news-tls T17 and Entities), by tools/lexicon_common.py: a word is")
    print("# here when it stood in lower case at least 4 times, and oftener than in capitals.")
    for word in sorted(lower):
        if lower[word] >= 4 and lower[word] > upper[word] and len(word) > 1 and word.isalpha() and word.isascii():
            print(word)


if __name__ == "__main__":
    main()
