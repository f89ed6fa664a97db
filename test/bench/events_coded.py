#!/usr/bin/env python3
"""Scores news_events() on coded sentences (events_coded.tsv, events_coded_long.tsv).

usage: events_coded.py [--errors N] FILE.tsv...

Lines: day<TAB>sentence<TAB>actor>recipient:TYPE; ... with codes of countries, or - for none; # begins a comment.
Over all sentences of a file, what one repeats counted once:
  type   the types found in a sentence
  dyad   (actor, recipient, type) of events with two codes, in sentences that have one; in either order for
         AGREE, CONSULT and COOPERATE
and the share of sentences without an event in which one is found.

Needs psql and a database with the extension (PGHOST, PGPORT, PGUSER, PGDATABASE).
"""
import argparse
import json
import subprocess
import sys

MUTUAL = {"AGREE", "CONSULT", "COOPERATE"}


def read(path):
    """[(day, sentence, [(actor, recipient, type), ...]), ...]"""
    records = []
    for line in open(path, encoding="utf-8"):
        if line.startswith("#") or not line.strip():
            continue
        day, sentence, coded = (line.rstrip("\n").split("\t") + [""])[:3]
        events = []
        for e in filter(None, (x.strip() for x in coded.split(";"))):
            parties, kind = e.split(":")
            actor, recipient = (None if x == "-" else x for x in parties.split(">"))
            events.append((actor, recipient, kind))
        records.append((day, sentence, events))
    return records


def quote(s):
    return "'" + s.replace("'", "''") + "'"


def found(records):
    """[[(actor, recipient, type), ...], ...] for the records."""
    values = ",".join(f"({i}, {quote(s)}, {quote(d)})" for i, (d, s, _) in enumerate(records))
    sql = f"""SELECT jsonb_build_array(i, type, actor_code, recipient_code)
FROM (VALUES {values}) AS v (i, body, day), news_events(body, day::timestamp)"""
    run = subprocess.run(["psql", "-XqAt", "-v", "ON_ERROR_STOP=1"], input=sql, capture_output=True, text=True)
    if run.returncode:
        sys.exit(f"psql failed:\n{run.stderr.strip()}")
    out = [[] for _ in records]
    for line in run.stdout.split("\n"):
        if line:
            i, kind, actor, recipient = json.loads(line)
            out[i].append((actor, recipient, kind))
    return out


def dyads(events):
    out = set()
    for a, b, kind in events:
        if a and b and len(a) == 3 and len(b) == 3:
            out.add((min(a, b), max(a, b), kind) if kind in MUTUAL else (a, b, kind))
    return out


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("files", nargs="+")
    ap.add_argument("--errors", type=int, default=0)
    args = ap.parse_args()
    for path in args.files:
        records = read(path)
        sums = {"type": [0, 0, 0], "dyad": [0, 0, 0]}
        empty = alarms = rows = shown = 0
        for (_, sentence, gold), got in zip(records, found(records)):
            rows += len(got)
            empty += not gold
            alarms += not gold and bool(got)
            pairs = {"type": ({g[2] for g in gold}, {g[2] for g in got}), "dyad": (dyads(gold), dyads(got) if dyads(gold) else set())}
            for key, (g, f) in pairs.items():
                for n, v in enumerate((len(g & f), len(f), len(g))):
                    sums[key][n] += v
            if pairs["type"][0] != pairs["type"][1] and shown < args.errors:
                shown += 1
                print(f"  gold {gold} got {got} | {sentence}")
        for key, (tp, n, g) in sums.items():
            p, r = tp / n if n else 0, tp / g if g else 0
            print(f"{path.split('/')[-1]:24} {key} P {p:.3f} R {r:.3f} F1 {2 * p * r / (p + r) if p + r else 0:.3f} gold {g}")
        print(f"{path.split('/')[-1]:24} false alarms {alarms} of {empty}, events per sentence {rows / len(records):.2f}")


if __name__ == "__main__":
    main()
