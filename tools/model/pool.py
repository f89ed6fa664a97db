#!/usr/bin/env python3
"""Writes the sets of labelled sentences that the shipped model is trained on, in one scheme of kinds.

usage: pool.py FOLDER NAMES > pool.bio

FOLDER holds train/ and train_sa/ (two-column BIO files), NAMES is what gazetteer.py printed.  The output has a line "-DOCSTART- WEIGHT" before each document; tags
name the project's kinds, and leave the choice open ("O|B-group") where a set does not tell.
"""
import glob
import os
import random
import re
import sys
from collections import defaultdict

import newswire

folder, names_path = sys.argv[1:]
random = random.Random(1)
CITIES = """Geneva London Paris Moscow Washington Beijing Tokyo Cairo Baghdad Nairobi Jerusalem Brussels Berlin Madrid Rome Ankara
Kabul Islamabad Tehran Beirut Damascus Athens Vienna Warsaw Kiev Belgrade Lagos Johannesburg Seoul Manila Jakarta Bangkok
Sydney Bogota Caracas Lima Havana Ottawa Miami Chicago Houston Boston Atlanta Denver""".split()
PAIRS = [("Nairobi", "Kenya"), ("Dhaka", "Bangladesh"), ("Algiers", "Algeria"), ("Amman", "Jordan"), ("Tirana", "Albania"), ("Colombo", "Sri Lanka"),
         ("Lusaka", "Zambia"), ("Quito", "Ecuador"), ("Austin", "Texas"), ("Portland", "Ore."), ("Trenton", "N.J."), ("Mobile", "Ala.")]
AGENCIES = "AP Reuters AFP Xinhua UPI DPA Interfax TASS ANSA EFE".split()
MONTHS = "Jan. Feb. March April May June July Aug. Sept. Oct. Nov. Dec.".split()
GROUPS, COUNTRIES, PHRASES, TITLES = set(), set(), set(), set()
LISTS = defaultdict(set)
for line in open(names_path, encoding="utf-8"):
    flag, phrase = line.rstrip("\n").split("\t")
    LISTS[flag].add(phrase)
    if flag == "group":
        GROUPS.add(phrase)
    elif flag == "country":
        COUNTRIES.add(phrase)
    elif flag == "title":
        TITLES.add(phrase.lower())
    if flag in ("country", "org", "place") and " " in phrase:
        PHRASES.add(tuple(phrase.split(" ")))
OPEN = ["group", "event", "work", "product"]

KINDS = {}
for kinds, labels in ((["person"], "per person politician researcher writer musicalartist scientist"),
                      (["organization"], "org organisation corporation university band politicalparty"),
                      (["place"], "loc location country"),
                      (["work"], "creative-work book poem song album"), (["work", "organization"], "magazine academicjournal"),
                      (["product"], "product programlang"), (["event"], "event election conference"), (["group"], "nationality"),
                      (["O", "work", "event"], "award"), (OPEN, "misc oth"), (["O", "group"] + OPEN[1:], "cross-misc"),
                      (["O", "product"], "militaryplatform weapon"), (["O", "place"], "astronomicalobject")):
    for label in labels.split():
        KINDS[label] = kinds

# how much a set's examples count, and how many sentences make a document where the set does not say
SETS = ((r"^wikigold", 1.0, 20), (r"^crossner", 1.0, 1), (r"^uner_ewt", 0.8, 20), (r"^uner_pud", 1.0, 1), (r"^re3d", 0.4, 10),
        (r"^gum_(news|interview|bio|voyage|speech|court)", 0.5, 40), (r"^gum", 0.3, 40), (r"^wnut17", 0.5, 1), (r"^btc_[efg]", 0.5, 1))
# sets in which nationalities and the like have no label
NO_GROUPS = re.compile(r"^(gum|wnut17|btc|re3d|uner)")
SKIPPED = re.compile(r"srilanka|^sec_")


def sentences(path):
    sentence = []
    for line in list(open(path, encoding="utf-8")) + ["\n"]:
        fields = line.rstrip("\n").split(" ")
        if line.startswith("-DOCSTART-"):
            continue
        if len(fields) < 2 or not fields[0]:
            if sentence:
                yield sentence
            sentence = []
        else:
            sentence.append((fields[0], fields[-1]))


def dateline():
    """The words and tags of an invented dateline: GENEVA, Aug. 26 (AP) -"""
    city, country = random.choice(PAIRS) if random.random() < 0.4 else (random.choice(CITIES), None)
    line = [(city.upper(), "B-place")]
    if country:
        line += [(",", "O")] + [(w, "I-place" if i else "B-place") for i, w in enumerate(country.split())]
    if random.random() < 0.4:
        line += [(",", "O"), (random.choice(MONTHS), "O"), (str(random.randint(1, 28)), "O")]
    if random.random() < 0.6:
        line += [("(", "O"), (random.choice(AGENCIES), "B-organization"), (")", "O")]
    return line + [(random.choice("- -- _ —".split()), "O")]


def spans(sentence):
    """(first, end, label) of each name, 0-based half-open."""
    found = []
    for i, (word, tag) in enumerate(sentence):
        if tag[0] == "B" or (tag[0] == "I" and not (found and found[-1][1] == i)):
            found.append([i, i + 1, tag[2:].lower()])
        elif tag[0] == "I":
            found[-1][1] = i + 1
    return found


def widened(name, words, first, end, taken):
    """Where GUM's derivation lost the beginning of a name: United | States, Greek | Ministry."""
    if not name.startswith("gum"):
        return first
    for start in range(max(taken, first - 3), first):
        for stop in range(first + 1, min(end, first + 4) + 1):
            if tuple(words[start:stop]) in PHRASES:
                return start
    return first


def behind_titles(words, first, end):
    """A person's name without its titles: U.S. Secretary of State | John Kerry."""
    for i in range(end - 2, first - 1, -1):
        if words[i].lower().rstrip(".") in TITLES:
            i += 3 if words[i + 1].lower() in ("of", "for") and end - i > 3 else 1
            return i if words[i][0].isupper() else first
    return first


def relabel(name, sentence):
    tags = ["O"] * len(sentence)
    words = [word for word, _ in sentence]
    taken = 0
    for first, end, label in spans(sentence):
        first = widened(name, words, first, end, taken)
        if label.startswith("org") and name.startswith("gum") and first > max(1, taken) and words[first - 1] in GROUPS and end > first + 1:
            first -= 1
        taken = end
        if name.startswith("wnut17") and label == "group":
            label = "org"
        if name.startswith("crossner") and label == "misc":
            label = "cross-misc"
        kinds = KINDS.get(label)
        if name.startswith("btc") and words[first].startswith("@"):
            kinds = None
        if name.startswith("re3d") and kinds:
            # descriptions count as names there: "the Kurdish forces", "the area west of"
            while first < end and words[first].lower() in ("the", "a", "an"):
                first += 1
            if first == end or not words[first][0].isupper() or not words[end - 1][0].isupper():
                kinds = None
        # everywhere a country is a place, also where it acts or plays
        bare = first + (words[first].lower() == "the" and end > first + 1)
        if " ".join(words[bare:end]) in COUNTRIES and kinds != ["person"]:
            first, kinds = bare, ["place"]
        if not kinds:
            continue
        if kinds == ["person"] and end > first + 1 and name.startswith(("re3d", "gum")):
            first = behind_titles(words, first, end)
        if kinds == OPEN or label == "cross-misc":
            if " ".join(words[first:end]) in GROUPS:
                kinds = ["group"]
            elif label == "cross-misc" and not any(w[0].isupper() for w in words[first:end]):
                continue
        for i in range(first, end):
            mark = "B-" if i == first else "I-"
            tags[i] = "|".join("O" if k == "O" else mark + k for k in kinds)
    for i, word in enumerate(words):
        if tags[i] == "O" and word in COUNTRIES and name.startswith("re3d") and (i == 0 or tags[i - 1] == "O"):
            tags[i] = "B-place"
        if tags[i] == "O" and word in GROUPS and (NO_GROUPS.match(name) or name.startswith("crossner")):
            tags[i] = "O|B-group"
    return tags


for path in sorted(glob.glob(os.path.join(folder, "train", "*.bio")) + glob.glob(os.path.join(folder, "train_sa", "*.bio"))):
    name = os.path.basename(path)
    rule = next((rule for rule in SETS if re.match(rule[0], name)), None)
    if SKIPPED.search(name) or not rule:
        continue
    for n, sentence in enumerate(sentences(path)):
        if n % rule[2] == 0:
            print(f"-DOCSTART- {rule[1]}")
        if rule[2] > 10 and n % rule[2] == 0 or rule[2] == 1 and name.startswith(("crossner", "uner")) and n % 12 == 0:
            for word, tag in dateline():
                print(word, tag)
        for (word, _), tag in zip(sentence, relabel(name, sentence)):
            print(word, tag)
        print()

# invented newswire: how many documents, and how much they count
NEWSWIRE, NEWSWIRE_WEIGHT = 600, 0.5
names = newswire.Names(random, LISTS)
for _ in range(NEWSWIRE):
    print(f"-DOCSTART- {NEWSWIRE_WEIGHT}")
    for sentence in newswire.document(random, names):
        for word, tag in sentence:
            print(word, tag)
        print()
