#!/usr/bin/env python3
"""Recall and precision of copies found by news_signature, on pairs derived from news articles.

    test/bench/copies.py FOLDER [ARTICLES]

FOLDER holds articles.jsonl (objects with "body" and "title"); the database is that of PGHOST,
PGPORT, PGUSER and PGDATABASE, with the extension.  Each article is paired with copies of itself,
changed in one way or in all, and with articles of other stories.  A copy counts as found when the
index would find it (the signatures overlap) and it is then taken for one by the rule of ingestion,
from signatures alone; beside it the same by the exact figures of the texts.  Both texts are first
cleaned by news_article, as at ingestion.
"""
import html
import json
import os
import random
import re
import subprocess
import sys
import tempfile

RULE = "(({0}).containment >= 0.6 AND ({0}).jaccard >= 0.15)"

FRAME_BEFORE = """Home | World | Business | Sport | Weather | Subscribe
Sign in to follow the stories you care about. Share this article with friends. Print this page.
"""
FRAME_AFTER = """
Read more: Ten things to know this morning. Our correspondents explain what happens next.
Sign up for our newsletter and never miss a story. By signing up you agree to our terms of use.
Copyright. All rights reserved. This material may not be published, broadcast, rewritten or redistributed.
"""


def paragraphs(body):
    found = [p for p in re.split(r"\n\s*\n|\n {2,}|\n\t", body) if p.strip()]
    return found if len(found) > 2 else [s for s in re.split(r"(?<=[.!?]) +|\n", body) if s.strip()]


def frame(body, rng):
    return FRAME_BEFORE + body + FRAME_AFTER


def cut(share):
    """Cuts whole paragraphs, from the end as editors do, down to a share of the words."""
    def do(body, rng):
        parts, kept, words = paragraphs(body), [], 0
        total = len(body.split())
        for part in parts:
            if kept and words + len(part.split()) > share * total:
                break
            kept.append(part)
            words += len(part.split())
        return "\n\n".join(kept)
    return do


def cut_middle(body, rng):
    parts = paragraphs(body)
    return "\n\n".join(p for p in parts if p is parts[0] or rng.random() > 0.3)


def headline(body, rng):
    return "What we know so far about a story that is still developing\n\n" + body


def rename(body, rng):
    names = re.findall(r"\b[A-Z][a-z]{3,}\b", body)
    if not names:
        return body.replace(" the ", " that ")
    return re.sub(r"\b%s\b" % rng.choice(names), "Kovalenko", body)


def everything(body, rng):
    return frame(headline(rename(cut(0.75)(body, rng), rng), rng), rng)


CHANGES = {
    "boilerplate around": frame,
    "cut to 3/4": cut(0.75),
    "cut to 1/2": cut(0.5),
    "cut to 1/3": cut(0.34),
    "a third of the paragraphs cut": cut_middle,
    "headline changed": headline,
    "one name changed": rename,
    "all of these, cut to 3/4": everything,
}


def load(folder, number):
    """Articles of 60 words or more (a brief has no boilerplate to survive), no two of one story by title."""
    with open(os.path.join(folder, "articles.jsonl"), encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    seen, out = set(), []
    for row in rows:
        body = html.unescape(row["body"]).replace("\0", "")
        opening = " ".join(re.findall(r"[a-z]+", body.lower())[:12])
        if len(body.split()) >= 60 and opening not in seen:
            seen.add(opening)
            out.append(body)
    random.Random(1).shuffle(out)
    return out[:number]


def pairs(bodies):
    rng = random.Random(2)
    for i, body in enumerate(bodies):
        for name, change in CHANGES.items():
            yield name, True, body, change(body, rng)
        for step in (1, 2, 3, 5, 7, 11, 13, 17):
            yield "unrelated", False, body, bodies[(i + step) % len(bodies)]


def copy_text(s):
    return s.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t").replace("\r", "\\r")


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    bodies = load(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 2000)
    with tempfile.NamedTemporaryFile("w", suffix=".tsv", encoding="utf-8") as out:
        for name, same, a, b in pairs(bodies):
            out.write("\t".join((name, str(same), copy_text(a), copy_text(b))) + "\n")
        out.flush()
        sql = """
            CREATE TEMP TABLE pairs (name text, same boolean, a text, b text);
            \\copy pairs from %s
            CREATE TEMP TABLE found AS
            SELECT name, same, sa && sb AS indexed, sa && sb AND %s AS found, %s AS exact,
                   abs((e).jaccard - (x).jaccard) AS error
            FROM (SELECT name, same, sa, sb, news_similarity(sa, sb) AS e, news_similarity(a, b) AS x
                  FROM (SELECT name, same, a, b, news_signature(a) AS sa, news_signature(b) AS sb
                        FROM (SELECT name, same, (news_article(a)).body AS a, (news_article(b)).body AS b FROM pairs OFFSET 0) r
                        OFFSET 0) s OFFSET 0) t;
            SELECT name, count(*) AS pairs, round(avg(indexed::int), 4) AS "by index", round(avg(found::int), 4) AS found,
                   round(avg(exact::int), 4) AS "by texts", round(avg(error)::numeric, 3) AS "error of jaccard"
            FROM found GROUP BY name, same ORDER BY same DESC, name;
            SELECT round(avg(found::int) FILTER (WHERE same), 4) AS recall,
                   round(count(*) FILTER (WHERE same AND found)::numeric / count(*) FILTER (WHERE found), 4) AS precision
            FROM found;""" % (out.name, RULE.format("e"), RULE.format("x"))
        subprocess.run(["psql", "-X", "-q", "-P", "footer=off"], input=sql, text=True, check=True)


main()
