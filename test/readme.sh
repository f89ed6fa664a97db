#!/bin/bash
#
# Runs the examples of the README.
#   test/readme.sh            compares; last line "N passed, N failed"
#   test/readme.sh --write    puts what came out into the README
# Every block of sql runs, in order, in one session of a fresh database of the
# server that PGHOST and the rest name; a block of text behind it is what psql
# must print.  A block without one must run without an error.
set -u
cd "$(dirname "$0")/.." || exit 1
db=news_readme_$$
PGDATABASE=postgres createdb -T template0 -E UTF8 --lc-collate=C --lc-ctype=C "$db" || exit 1
trap 'PGDATABASE=postgres dropdb --if-exists "$db"' EXIT
PGDATABASE=$db python3 - "$@" <<'PYTHON'
import re, subprocess, sys

text = open('README.md', encoding='utf-8').read()
blocks = list(re.finditer(r'^```sql\n(.*?)^```\n(\n?^```text\n(.*?)^```\n)?', text, re.M | re.S))
mark = '@@@ example'
script = ["SET datestyle = 'ISO, YMD';\n", "SET client_min_messages = warning;\n"]
for block in blocks:
    script.append('\\qecho\n\\qecho ' + mark + '\n' + block.group(1))
run = subprocess.run(['psql', '-X', '-q', '--no-psqlrc', '-P', 'pager=off'], input=''.join(script), stdout=subprocess.PIPE,
                     stderr=subprocess.STDOUT, universal_newlines=True)
clean = lambda s: '\n'.join(line.rstrip() for line in s.strip('\n').split('\n')) + '\n'
outputs = [clean(o) for o in re.split(r'^' + mark + r'\n', run.stdout, flags=re.M)[1:]]
passed = failed = 0
result, at = [], 0
for i, block in enumerate(blocks):
    output = outputs[i] if i < len(outputs) else 'nothing came out\n'
    wanted = block.group(3)
    good = output == clean(wanted) if wanted is not None else 'ERROR:' not in output
    passed, failed = (passed + 1, failed) if good else (passed, failed + 1)
    if not good and '--write' not in sys.argv:
        print('README.md:%d:' % (text.count('\n', 0, block.start()) + 1))
        print(output if wanted is None else 'is\n%sand not\n%s' % (output, wanted))
    if wanted is not None:
        result.append(text[at:block.start(3)] + output)
        at = block.end(3)
result.append(text[at:])
if '--write' in sys.argv:
    open('README.md', 'w', encoding='utf-8').write(''.join(result))
if '--write' in sys.argv and 'ERROR' in run.stdout:
    print(run.stdout)
print('%d passed, %d failed' % (passed, failed))
sys.exit(1 if failed else 0)
PYTHON
