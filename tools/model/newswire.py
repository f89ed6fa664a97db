"""Invented newswire: documents of sentences written for this project, whose names are drawn from lists or made up.

The labelled sets have little news of business, sport and government; the models learn from these how such news puts
its names: what stands around a company, a team, a ministry.  Names come again in their short forms, as in news.
"""
import re

# Slots: C company, P person, T team, O body, R party, L city, N country, G people (adjective); a number tells the
# entities of one document apart.  A slot's second mention is short; "+" asks for the full form, "-" for the short one.
# {d} day of the week, {n} number, {y} year, {m} million or billion, {M} month, {i} industry, {j} job.
BUSINESS = """
[C1+] said on {d} it would buy [G1] rival [C2+] for {n} {m} dollars .
[C1] shares rose {n} percent after the {i} company raised its forecast .
Shares of [C1-] fell as much as {n} percent , while [C2-] gained .
[C1] , based in [L1] , employs {n} people in [N1] .
" We are in talks with [C2] , " said [P1+] , chief executive of [C1] .
[P1-] said [C1-] had no plans to leave [N1] .
[C1-] declined to comment .
A spokesman for [C1-] in [L1] said the deal with [C2-] was off .
[C1-] and [C2-] , two of the largest {i} groups in [N1] , agreed to merge .
Analysts at [C3+] cut [C1-] to " sell " from " hold " .
[C1-] 's {i} unit lost {n} {m} euros last year .
The regulator , [O1+] , fined [C1-] {n} {m} dollars .
[C1-] , [C2-] and [C3-] led gainers on the [L1] exchange .
Losses at [C1-] , which is controlled by [C2+] , widened in {y} .
[C1-] spokeswoman [P2+] confirmed the layoffs .
Banks including [C1-] , [C2-] and [C3-] lent the {i} maker {n} {m} dollars .
[C1-] Chief Executive [P1+] and finance chief [P2+] will step down .
[P3+] , an analyst at [C2-] in [L2] , said the sale made sense .
[C1-] plans to open a plant in [L1] , [N1] , by {y} .
[C2-] won a {n} {m} dollar order from [C1-] .
[L1] , {M} {n} ( [A1] ) - [C1+] reported a loss of {n} {m} dollars on {d} .
[C1-] sued [C2-] in a federal court in [L1] over {i} patents .
The union said workers at [C1-] would strike on {d} .
Founded in {y} , [C1-] makes {i} equipment .
Investors sold [C1-] on fears that [C2-] would cut its stake .
Sources told [A1] that [C1-] had hired [C3-] to find a buyer .
[C1-] : {i} giant in talks with [C2-]
Moody rating cuts hit [C1-] and its parent [C2-] .
" [C1-] is a buy , " wrote [C3-] analyst [P3+] .
[G1] {i} group [C1+] cut {n} jobs .
[N1] 's [C1-] and [N2] 's [C2-] signed a pact in [L1] .
Board members of [C1-] met [O1] officials in [L1] .
[C1-] placed an order for {n} aircraft .
[C1-] posted higher sales , helped by demand in [N1] and [N2] .
[C1-] is owned by [P2+] , a [G1] billionaire .
Regulators at [O1] opened an inquiry into [C2-] .
"""
POLITICS = """
[G1] Foreign Minister [P1+] met [P2+] of [N2] in [L1] on {d} .
[P1-] told [A1] that [N1] would not sign .
[O1+] said the vote in [N1] would be held in {M} .
President [P1+] 's [R1+] won {n} of {n} seats , [O1-] said .
[R1-] leader [P2+] accused [R2+] of fraud .
[R1-] and [R2-] failed to form a government in [L1] .
The [R2+] party lost {n} seats in [L2] .
[P3+] , a senior [R1-] lawmaker , resigned .
Thousands marched in [L1] against [P1-] , who has ruled [N1] since {y} .
[O1+] and [O2+] agreed to send aid to [N2] .
A [O1-] official in [L1] said the talks had stalled .
[N1] and [N2] cut ties after [P2-] 's remarks .
[P1-] , {n} , is expected to name [P3-] prime minister .
The [G1] parliament backed [P2-] by {n} votes to {n} .
[O2-] monitors were barred from [L2] , said [P3+] , a spokesman .
[A1] quoted [P1-] as saying [N2] had violated the accord .
[A1] said [P2-] would fly to [L1] on {d} .
[G1] voters chose [P1+] over [P2+] .
[L1] and [L2] are divided over the border , [P3-] said .
" [R1-] will never share power , " said [P1-] .
[P1-] of [R1-] beat [P2-] of [R2-] in [L1] .
The {j} of [O1-] , [P2+] , denied it .
[O1-] chief [P3+] arrived in [L1] , the capital of [N1] .
Opposition groups , among them [R1-] , [R2-] and [R3+] , boycotted the vote .
[L1] , {M} {n} - [N1] on {d} freed [P1+] , a critic of [R1+] .
In [L2] , [P2-] thanked [O2-] for its help .
Lawmakers from [R2-] walked out .
[R1-] said [O2-] had ignored its complaint .
"""
CONFLICT = """
[G1] troops killed {n} people near [L1] , [O1+] said .
[R1+] claimed the attack on [O2+] in [L2] .
Fighters of [R1-] seized [L1] from [R2+] on {d} .
[R1-] and the [G1] army clashed in [L2] , residents said .
{n} soldiers died when [R2-] shelled [L1] , the [O1] said .
A bomb went off outside [O2-] in [L1] , killing {n} .
[O2+] said {n} people had fled to [N2] .
[P1+] , commander of [R1-] , was killed in [L2] .
Police in [L1] arrested [P2+] , {n} , on {d} .
Prosecutor [P1+] told the court that [P2+] had paid [P3+] .
Judge [P3-] sentenced [P2-] to {n} years .
[P2-] , a {j} from [L1] , was found dead in [L2] .
An earthquake hit [L1] in [N1] , [O1+] said .
[O1-] put the number of dead at {n} .
A ferry sank off [L2] , [A1] reported .
[G1] rebels freed {n} hostages after [O2-] mediated .
[R2-] denied that its men had entered [L1] .
[L1] , {M} {n} ( [A1] ) - [R1-] fighters withdrew from [L2] on {d} .
Residents of [L1] told [A1] by telephone that [R2-] had left .
[P3+] of [O2-] said the camp in [N2] was full .
"""
SPORT = """
[T1+] beat [T2+] {n} - {n} on {d} .
[P1+] scored twice as [T1-] won at [T2-] .
[T1-] coach [P2+] praised [P1-] .
[T2-] signed [P3+] from [T3+] for {n} {m} euros .
[P1-] of [N1] defeated [P2+] of [N2] {n} - {n} , {n} - {n} .
[T1-] , [T2-] and [T3-] are level on points .
[T3-] play [T1-] in [L1] on {d} .
The [T1-] traded [P3+] to the [T2-] .
[P2-] led the [T2-] with {n} points .
{n} . [P1+] ( [N1] ) {n}
{n} . [P2+] ( [N2] ) {n}
[T1-] {n} [T2-] {n}
[T2-] {n} [T3-] {n}
[O1+] banned [P3-] for {n} matches .
[N1] drew {n} - {n} with [N2] in [L1] .
[G1] striker [P1-] joined [T3-] on loan .
[T2-] defender [P3-] missed the game in [L1] with an injury .
[P1-] hit a home run for the [T1-] in the ninth .
"""
TOPICS = [[line.split() for line in text.strip().split("\n")] for text in (BUSINESS, POLITICS, CONFLICT, SPORT)]

DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS = "Jan. Feb. March April May June July Aug. Sept. Oct. Nov. Dec. January February August September October November December".split()
INDUSTRIES = """oil energy software drug telecoms steel food retail media insurance chip mining airline shipping biotech car defence cement
tobacco internet gaming property""".split()
JOBS = "head director chairman teacher farmer lawyer doctor banker engineer journalist".split()
ONSETS = "b br c cl d dr f fl g gr h j k kr l m n p pr qu r s sh sk sp st t tr v w z".split()
VOWELS = "a e i o u ia ea io a e o".split()
CODAS = ["", "", "", "n", "r", "l", "s", "x", "t", "nd", "rt", "m", "ck"]
COMPANY_WORDS = """Energy Motors Pharma Systems Media Telecom Air Foods Steel Capital Bank Insurance Technologies Petroleum Mining
Electric Networks Semiconductor Airlines Brewing Chemical Industries Resources Holdings Partners Entertainment Oil Gas Power""".split()
COMPANY_ENDS = ["Inc", "Corp", "Ltd", "Plc", "plc", "AG", "SA", "SpA", "NV", "Co", "Inc.", "Corp.", "Co.", "Ltd.", "Group", "AB", "GmbH", "LLC", "SE"]
NICKNAMES = """Comets Pilots Wolves Stallions Barons Rockets Miners Cardinals Lancers Falcons Mariners Bisons Admirals Storm Heat
Thunder Kings Hornets Sharks Ravens""".split()
CLUBS = ["FC {}", "{} FC", "Real {}", "Dynamo {}", "{} United", "{} City", "Sporting {}", "Athletic {}", "AC {}", "{}", "{}", "{}", "Racing {}", "{} Rovers"]
MINISTRIES = """Defense Interior Finance Foreign Health Justice Energy Agriculture Education Trade Transport Labor""".split()
BODIES = ["{G} {M} Ministry", "Ministry of {M}", "{M} Ministry", "Department of {M}", "{N} Central Bank", "Central Bank of {N}", "{G} Red Crescent",
          "National Bank of {N}", "{G} Football Federation", "University of {L}", "{L} University", "{L} Stock Exchange", "{L} City Council",
          "National Election Commission", "Supreme Court of {N}", "{G} Human Rights Commission", "{N} Institute of {M}", "International {M} Agency",
          "{G} Geological Survey", "Committee for Free {M}", "World {M} Organization", "{G} National Army", "{G} Coast Guard", "High Court of {L}",
          "National {M} Council", "{M} Intelligence Service", "Doctors for {N}", "{L} Institute", "{A}", "{A}", "{A}", "{A}", "{A}"]
PARTIES = ["{G} People 's Party", "Movement for {X}", "{X} Party", "{X} Front", "National {X} Congress", "Democratic {X} Party", "{G} Workers ' Party",
           "Union of {X} Forces", "{X} and Justice Party", "People 's Liberation Army of {N}", "{G} Liberation Front", "Party of {X}", "{A}", "{A}", "{I}", "Free {G} Army"]
IDEAS = "Unity Freedom Progress Reform Socialist Labor National Justice Hope Renewal Change Islamic Democratic Republican Liberal Green".split()
AGENCIES = "AP Reuters AFP Xinhua UPI DPA Interfax TASS ANSA EFE Kyodo Yonhap Bloomberg Anadolu".split()


class Names:
    """Draws names; lists maps the name of a list, as gazetteer.py has it, to its phrases."""

    def __init__(self, random, lists):
        self.random = random
        ascii_only = lambda name, most: [s for s in sorted(lists[name]) if re.fullmatch(r"[A-Z][A-Za-z'&. -]+", s) and len(s.split()) <= most]
        self.first = ascii_only("first", 1)
        self.last = ascii_only("last", 1)
        self.last_us = ascii_only("last_us", 1)
        self.company = ascii_only("company", 3)
        self.city = ascii_only("place", 2)
        self.country = ascii_only("country", 3)
        self.group = [g for g in ascii_only("group", 2) if g.endswith(("ian", "ese", "ish", "an", "i"))]

    def made_up(self, syllables):
        r = self.random
        return "".join(r.choice(ONSETS) + r.choice(VOWELS) for _ in range(syllables - 1)).capitalize() + \
            (r.choice(ONSETS) + r.choice(VOWELS) + r.choice(CODAS) if syllables > 1 else r.choice(CODAS))

    def acronym(self):
        r = self.random
        return "".join(r.choice("ABCDEFGHIKLMNOPRSTUW") for _ in range(r.choice([2, 3, 3, 3, 4, 4, 5])))

    def fill(self, pattern):
        r = self.random
        values = {"G": r.choice(self.group), "N": r.choice(self.country), "L": self.L()[0], "M": r.choice(MINISTRIES), "X": r.choice(IDEAS),
                  "A": self.acronym(), "I": self.made_up(r.choice([2, 3])), "": self.L()[0]}
        return re.sub(r"\{(\w?)\}", lambda m: values[m[1]], pattern)

    # each gives the full name and the short one
    def C(self):
        r = self.random
        kind = r.random()
        if kind < 0.4:
            name = r.choice(self.company)
        elif kind < 0.75:
            name = self.made_up(r.choice([2, 2, 3])) + (" " + r.choice(COMPANY_WORDS) if r.random() < 0.5 else "")
        elif kind < 0.85:
            name = r.choice(self.last_us) + " " + r.choice(["& " + r.choice(self.last_us), r.choice(COMPANY_WORDS)])
        else:
            name = self.acronym()
        words = name.split()
        short = words[0] if len(words) > 1 and len(words[0]) > 3 and r.random() < 0.5 else name
        return (f"{name} {r.choice(COMPANY_ENDS)}" if r.random() < 0.5 else name), short

    def P(self):
        r = self.random
        first = r.choice(self.first) if r.random() < 0.85 else self.made_up(2)
        family = r.choice(self.last_us) if r.random() < 0.4 else r.choice(self.last) if r.random() < 0.7 else self.made_up(3)
        middle = f" {r.choice('ABCDEFGHJKLMRST')}." if r.random() < 0.08 else " al-" if r.random() < 0.02 else ""
        full = f"{first}{middle}{family}" if middle == " al-" else f"{first}{middle} {family}"
        return full, full.split()[-1]

    def T(self):
        r = self.random
        if r.random() < 0.4:
            nick = r.choice(NICKNAMES)
            return f"{self.L()[0]} {nick}", nick if r.random() < 0.6 else f"{self.L()[0]} {nick}"
        place = self.L()[0] if r.random() < 0.3 else self.made_up(r.choice([2, 3]))
        club = r.choice(CLUBS).format(place)
        return club, club

    def O(self):
        name = self.fill(self.random.choice(BODIES))
        return name, name

    def R(self):
        name = self.fill(self.random.choice(PARTIES))
        return name, name

    def A(self):
        name = self.random.choice(AGENCIES)
        return name, name

    def L(self):
        name = self.random.choice(self.city) if self.random.random() < 0.8 else self.made_up(self.random.choice([2, 3]))
        return name, name

    def N(self):
        name = self.random.choice(self.country)
        return name, name

    def G(self):
        name = self.random.choice(self.group)
        return name, name


KINDS = {"C": "organization", "T": "organization", "O": "organization", "R": "organization", "A": "organization", "P": "person", "L": "place", "N": "place", "G": "group"}


def filled(random, word):
    values = {"d": random.choice(DAYS), "n": str(random.choice([random.randint(1, 30), random.randint(30, 900)])), "y": str(random.randint(1950, 2024)),
              "m": random.choice(["million", "billion"]), "M": random.choice(MONTHS), "i": random.choice(INDUSTRIES), "j": random.choice(JOBS)}
    return re.sub(r"\{(\w)\}", lambda m: values[m[1]], word)


def document(random, names):
    """Sentences of one document, each a list of (word, tag)."""
    cast, seen = {}, set()
    for template in random.sample(TOPICS[random.randrange(len(TOPICS))], random.randint(5, 9)):
        sentence = []
        for word in template:
            slot = re.fullmatch(r"\[((\w)\d)([+-]?)\]", word)
            if not slot:
                sentence.append((filled(random, word), "O"))
                continue
            key, kind, form = slot.groups()
            if key not in cast:
                cast[key] = getattr(names, kind)()
            full, short = cast[key]
            # a first mention is mostly in full, whatever the template wants
            name = full if form == "+" or (key not in seen and random.random() < 0.6) else short
            seen.add(key)
            # The Ministry of Trade, the Reform Party
            if kind in "OR" and " " in name and not (sentence and sentence[-1][0].lower() == "the"):
                sentence.append(("the" if sentence else "The", "O"))
            for i, part in enumerate(name.split()):
                sentence.append((part, ("I-" if i else "B-") + KINDS[kind]))
        yield sentence
