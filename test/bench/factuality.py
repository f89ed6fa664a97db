#!/usr/bin/env python3
"""Scores status of news_events() against judgements of factuality.

usage: factuality.py [--errors N] [--least LABEL] FILE.jsonl...

Lines: {source, text (tokens divided by blanks), targets: [{span1: [token, token), label}]}, label from -3
(certainly did not happen) to 3 (certainly happened).  A target counts where its first token is the trigger
of some event.  Gold: it did not happen or is uncertain when the label is below LABEL (default 1.0).  Found:
the same when an event of that trigger is planned, possible or negated.  Prints precision, recall and F1 of
that class, by source and in all, and how many targets had a trigger.

Needs psql and a database with the extension (PGHOST, PGPORT, PGUSER, PGDATABASE).
"""
import argparse
import collections
import json
import subprocess
import sys
import tempfile

OPEN = {"planned", "possible", "negated"}


def events(texts):
    """[(document, position from 1, length, status), ...] of all texts."""
    with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as f:
        for i, text in enumerate(texts):
            f.write(json.dumps({"id": i, "body": text}, ensure_ascii=False).replace("\\", "\\\\").replace("\t", "\\t") + "\n")
        f.flush()
        script = f"""\\set ON_ERROR_STOP on
CREATE TEMP TABLE docs (d jsonb);
\\copy docs FROM '{f.name}'
\\pset format unaligned
\\pset tuples_only on
SELECT jsonb_build_array((d->>'id')::int, e.pos, e.len, e.status) FROM docs, news_events(d->>'body') AS e;
"""
        run = subprocess.run(["psql", "-X", "-q"], input=script, capture_output=True, text=True)
    if run.returncode:
        sys.exit(f"psql failed:\n{run.stderr.strip()}")
    return [json.loads(line) for line in run.stdout.split("\n") if line.strip()]


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("files", nargs="+")
    ap.add_argument("--errors", type=int, default=0)
    ap.add_argument("--least", type=float, default=1.0)
    args = ap.parse_args()
    records = [json.loads(line) for path in args.files for line in open(path, encoding="utf-8")]
    at = collections.defaultdict(set)
    for i, pos, _, status in events([r["text"] for r in records]):
        at[i, pos - 1].add(status)
    sums = collections.defaultdict(lambda: [0, 0, 0, 0, 0])     # right, found, gold, targets, with a trigger
    shown = 0
    for i, r in enumerate(records):
        tokens = r["text"].split(" ")
        starts = [0]
        for t in tokens:
            starts.append(starts[-1] + len(t) + 1)
        for target in r["targets"]:
            statuses = at.get((i, starts[target["span1"][0]]))
            gold = target["label"] < args.least
            found = bool(statuses and statuses & OPEN)
            for key in (r["source"], "all"):
                s = sums[key]
                s[3] += 1
                if statuses:
                    s[4] += 1
                    s[0] += gold and found
                    s[1] += found
                    s[2] += gold
            if statuses and gold != found and shown < args.errors:
                shown += 1
                print(f"  {target['label']:6.2f} {','.join(sorted(statuses)):10} {target['span_text'][:20]:20} | {r['text'][:240]}")
    for key, (tp, n, g, targets, triggers) in sums.items():
        p = tp / n if n else 0
        rec = tp / g if g else 0
        print(f"{key:8} targets {targets:6} with a trigger {triggers:5} gold {g:5} P {p:.3f} R {rec:.3f} "
              f"F1 {2 * p * rec / (p + rec) if p + rec else 0:.3f}")


if __name__ == "__main__":
    main()
