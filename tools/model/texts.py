#!/usr/bin/env python3
"""Prints the titles and bodies of articles.jsonl as plain text, divided by form feeds.

usage: texts.py articles.jsonl
"""
import html
import json
import sys

for line in open(sys.argv[1], encoding="utf-8"):
    article = json.loads(line)
    text = (article.get("title") or "") + "\n\n" + (article.get("body") or "")
    sys.stdout.write(html.unescape(text).replace("\f", " ") + "\f")
