#!/usr/bin/env python3
"""Lists names and words with the lists they stand on, for wordbook.c.

usage: gazetteer.py LEXICON NAMES

LEXICON is src/lexicon, NAMES a folder with the sources of the names' tables.  Prints LIST<TAB>PHRASE;
the names of the lists are those of wordbook.c.
"""
import csv
import json
import os
import re
import sys
from collections import Counter

lexicon, names = sys.argv[1:]
seen = set()


def put(flag, phrase):
    phrase = re.sub(r"\s+", " ", phrase.strip().lstrip("?=").strip())
    if phrase and (flag, phrase) not in seen:
        seen.add((flag, phrase))
        print(f"{flag}\t{phrase}")


def table(name):
    path = os.path.join(lexicon, name)
    for line in open(path, encoding="utf-8") if os.path.exists(path) else ():
        if line.strip() and not line.startswith("#"):
            yield (line.rstrip("\n").split("\t") + [""] * 6)[:6]


def lines(name):
    for line in open(os.path.join(names, name), encoding="utf-8-sig"):
        yield line.rstrip("\n")


def spellings(*fields):
    for field in fields:
        yield from field.split("|")


KINDS = {"place": "place", "organization": "org", "event": "event", "work": "event", "product": "event", "person": "person",
         "group": "group"}
for kind, first, code, others, *_ in table("names_cities.tsv"):
    for s in spellings(first, others):
        put("city", s)
for name in ("names_clubs.tsv", "names_companies.tsv", "names_events.tsv", "names_firms.tsv", "names_geography.tsv",
             "names_institutions.tsv", "names_media.tsv", "names_organizations.tsv", "names_parties.tsv", "names_places.tsv"):
    for kind, first, code, others, *_ in table(name):
        for s in spellings(first, others):
            put(KINDS.get(kind, "event"), s)
for name in ("names_people.tsv", "names_leaders.tsv", "names_congress.tsv"):
    for first, code, family, others, *_ in table(name):
        for s in spellings(first, others):
            put("person", s)
        put("family", family.lstrip("?") or first.split()[-1])
for code, first, others, adjectives, capitals, *_ in table("names_countries.tsv"):
    for s in spellings(first, others):
        put("country", s)
    for s in spellings(adjectives):
        put("group", s)
for first, code, others, *_ in table("names_groups.tsv"):
    for s in spellings(first, others):
        put("group", s)
CLASSES = {"title": "title", "title_part": "title", "honorific": "title", "org_head": "org_head", "org_suffix": "org_head",
           "place_head": "place_head", "place_front": "place_head", "event_head": "event", "work_head": "event"}
for klass, words, *_ in table("names_words.tsv"):
    for word in words.split() if klass in CLASSES else ():
        put(CLASSES[klass], word)

for s in lines("firstnames_all.txt"):
    put("first", s)
for s in lines("surnames_us.txt"):
    put("last_us", s)
for s in lines("surnames_all.txt"):
    put("last", s)

for row in csv.DictReader(lines("world-cities.csv")):
    put("city", row["name"])
    put("city", row["subcountry"])
for s in lines("geonames_en_id_name.tsv"):
    put("city", s.split("\t")[1])
for line in lines("factbook.jsonl"):
    fact = json.loads(line)
    nationality = fact.get("nationality") or {}
    for s in nationality.values():
        if isinstance(s, str) and re.fullmatch(r"[A-Z][a-z]+(\(s\))?", s):
            put("group", s.replace("(s)", ""))
            if "(s)" in s:
                put("group", s.replace("(s)", "s"))

# WordNet's instances by lexicographer file; a gloss tells universities and companies among artefacts and groups
WORDNET = {"04": "event", "05": "event", "06": "artifact", "10": "event", "11": "event", "14": "org", "15": "place", "17": "place",
           "18": "person", "28": "event"}
for line in lines("wordnet_instances.tsv"):
    kind, spelled, gloss = line.split("\t")
    for s in spelled.split("|"):
        flag = WORDNET.get(kind)
        if flag == "artifact":
            flag = "org" if re.search(r"universit|college|company|agency", gloss) else "place"
        if flag == "person" and " " not in s:
            flag = "family"
        if flag:
            put(flag, s)

ENDING = re.compile(r",? (Inc|Corp|Corporation|Incorporated|Company|Co|Ltd|Limited|plc|PLC|L\.?P|LLC|Group|Holdings?|S\.?A|N\.?V|Trust)\b\.?.*$")
companies = set()
for name, column in (("nasdaq-listed.csv", "Security Name"), ("nyse-other-listed.csv", "Company Name"), ("sp500.csv", "Security")):
    for row in csv.DictReader(lines(name)):
        s = (row[column] or "").split(" - ")[0]
        if re.search(r"ETF|Fund|Notes|Warrant|Acquisition|Rights|Units?\b|Trust|%", s):
            continue
        companies.add(ENDING.sub("", re.sub(r" (Class [A-Z]|Common|Ordinary|American Depositary).*$", "", s)).strip())
for s in sorted(companies):
    if len(s) > 2:
        put("company", s)
words = Counter(w for s in companies for w in s.split()[1:])
for word, n in words.items():
    if n >= 8 and word.isalpha():
        put("org_head", word)
