#!/usr/bin/env python3
"""Is the gold country of each actor among the codes of the sentence's entities?

usage: gold_country.py [--missed] FILE.jsonl

Lines: {"text": ..., "events": [[actor, recipient, type], ...]} with CAMEO codes of actors, as petr2_gsr.jsonl.
The first three letters of a CAMEO code are the country's ISO 3166-1 alpha-3 code, but for those of bodies between
states and of militant groups without a country, which are passed over.  Each country of a sentence counts once.

Needs psql and a database with the extension (PGHOST, PGPORT, PGUSER, PGDATABASE).
"""
import argparse
import json
import subprocess
import sys

# CAMEO manual, chapter 4: no countries
NO_COUNTRY = {"---", "IGO", "IMG", "NGO", "NGM", "MNC", "INT", "SET", "UIS"}
# where CAMEO has another code than ISO
ISO = {"ROM": "ROU", "TMP": "TLS", "KSV": "XKX", "SCG": "SRB", "ZAR": "COD"}


def quote(s):
    return "'" + s.replace("'", "''") + "'"


def codes_of(texts):
    values = ",".join(f"({i}, {quote(t)})" for i, t in enumerate(texts))
    sql = f"""SELECT jsonb_build_array(i, code) FROM (VALUES {values}) AS v (i, body), news_entities(body)
WHERE code IS NOT NULL"""
    run = subprocess.run(["psql", "-XqAt", "-v", "ON_ERROR_STOP=1"], input=sql, capture_output=True, text=True)
    if run.returncode:
        sys.exit(f"psql failed:\n{run.stderr.strip()}")
    out = [set() for _ in texts]
    for line in filter(None, run.stdout.split("\n")):
        i, code = json.loads(line)
        out[i].add(code)
    return out


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--missed", action="store_true", help="print what is not found")
    ap.add_argument("file")
    args = ap.parse_args()
    records = [json.loads(line) for line in open(args.file, encoding="utf-8")]
    found = codes_of([r["text"] for r in records])
    right = total = 0
    for record, codes in zip(records, found):
        actors = {party[:3] for event in record["events"] for party in event[:2]}
        for actor in sorted(actors - NO_COUNTRY):
            country = ISO.get(actor, actor)
            total += 1
            right += country in codes
            if args.missed and country not in codes:
                print(f"{actor}\t{sorted(codes)}\t{record['text']}")
    print(f"gold country among the codes: {right} of {total} ({right / max(total, 1):.3f})")


if __name__ == "__main__":
    main()
