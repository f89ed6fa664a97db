#!/usr/bin/env python3
"""Writes src/lexicon/offices_factbook.tsv: who leads each country, and since when.

usage: lexicon_offices.py DATA

Reads DATA/names (factbook.jsonl, country-codes.csv) and the tables of people in src/lexicon, whose names it uses. What
offices.tsv tells is left out.
"""
import json
import os
import re
import sys
import unicodedata

from lexicon_common import fold
from lexicon_names import LEXICON, alpha3, factbook, rows, table

MONTHS = "january february march april may june july august september october november december".split()
CLASSES = [("prime minister", "premier"), ("premier", "premier"), ("chancellor", "chancellor"), ("president", "president"),
           ("king", "monarch"), ("queen", "monarch"), ("emperor", "monarch"), ("amir", "monarch"), ("sultan", "monarch")]
LEADER = re.compile(r"^(?P<who>[^(;]+?) \(since (?P<day>\d+) (?P<month>\w+) (?P<year>\d{4})\)")


def people():
    """Code -> [(name, its words)] of the tables of people, the earlier table first."""
    found, aliases = {}, set()
    for r in rows("names_people.tsv"):
        aliases.update((r[3] if len(r) > 3 else "").split("|"))
    for name in ("names_people.tsv", "names_leaders.tsv"):
        for r in rows(name):
            if len(r) > 1 and r[1] and r[0] not in aliases:
                found.setdefault(r[1], []).append((r[0], set(fold(r[0]).replace("-", " ").split())))
    return found


def main():
    codes, known, told = alpha3(), people(), set()
    for r in rows("offices.tsv"):
        if r[0] == "office" and (len(r) < 6 or not r[5]):
            told.add((r[1], r[2]))
    out = table("offices_factbook.tsv", """
        Who leads each country, and since when: as offices.tsv, which goes before.
        office\ttitle\tcode\tname\tfrom
        Source: World Factbook, May 2026 (public domain), by tools/lexicon_offices.py.""")
    for d in factbook():
        names = d.get("name") or {}
        code = next((codes[fold(v)] for v in names.values() if isinstance(v, str) and fold(v) in codes), None)
        for text in (d.get("executive") or {}).values():
            m = LEADER.match(text)
            office = m and next((c for t, c in CLASSES if m["who"].lower().startswith(t)), None)
            if not code or not office or m["month"].lower() not in MONTHS or (office, code) in told:
                continue
            words = set(fold(m["who"]).replace("-", " ").split())
            caps = {fold(w) for w in re.findall(r"[A-Z\u00c0-\u00de][A-Z\u00c0-\u00de'-]{2,}", m["who"])}
            name = max((n for n in known.get(code, []) if len(n[1] & words) > 1 and (not caps or caps & n[1])),
                       key=lambda n: len(n[1] & words), default=(None,))[0]
            if name:
                told.add((office, code))
                out.write("office\t%s\t%s\t%s\t%s-%02d-%02d\t\n" % (
                    office, code, name, m["year"], MONTHS.index(m["month"].lower()) + 1, int(m["day"])))


main()
