"""What can be known of a text before it is parsed: known names, names by form, money, durations, dates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg import lexicon
from kg.gazetteer import Gazetteer
from kg.language.amount import amounts
from kg.language.chronicle import in_order
from kg.language.sequel import sequels
from kg.language.timex import times
from kg.mention.propername import CALENDAR
from kg.model import PLACES, Mention

SAME_LENGTH = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "−": "-", "–": "-", "—": "-", "‐": "-",
     "‑": "-", "\u00a0": " ", "\u2009": " ", "\u202f": " ", "\u200b": " ", "\t": " ", "\u00ad": " "}
)  # fmt: skip
#: A dash between two words, which a hyphen would make one: "the scheme—*which ran on Instagram*—used".
JOINING_DASH = re.compile(r"(?<=[\w)\"”’])—(?=[\w(\"“‘])")
LEADING = re.compile(
    r"(?:The|A|An|In|On|At|By|For|From|After|Before|Under|Since|When|While|As|And|But|If|With|During|Its|His|Her|This|That|"
    r"These|Those|Their|Our|Meanwhile|However|According|Also|Following|Former|Today|Then|Citing|Both|To|Of|Against|"
    r"(?:[A-Z][\w.]+ ){0,2}[A-Z][\w.]+-based) "
)
#: What stands before the year of a law's name.
LAW_BEFORE = re.compile(r"\b[A-Z][\w()]* (?:Act|Rules|Code|Bill|Regulations?|Guidelines|Ordinance|Order), $")
#: One word alone is no name by its form, unless it is a web address.
WORDS_OR_SITE = re.compile(r" |\w\.\w")
#: An officer's title at the end of a body's name, where the officer is named behind it; and the word that begins that.
OFFICER = re.compile(r"(?:[Aa]ttorney[- ][Gg]eneral|Director of National Intelligence)$")
#: Officers that states have, and cities have not.
OF_STATE = re.compile(r"(?:'s)? (?:[Aa]ttorney[- ][Gg]eneral|[Gg]overnor|Gov\.|[Ll]ieutenant [Gg]overnor|AG)(?!\w)")
#: "*Attorney General of Ohio*, Ann Lee".
OFFICE_OF = re.compile(r"[Aa]ttorney[- ][Gg]eneral of ")
#: "Buffalo, *New York*": what stands before the comma.
CITY_BEFORE = re.compile(r"(?<![\w-])([A-Z][\w'-]+(?: [A-Z][\w'-]+)?), $")
LISTED_ON = re.compile(r",? (?:and|or) |, [A-Z]|\w")
THEN_NAME = re.compile(r",? ([A-Z][\w'-]+) [A-Z][\w'-]+")
BESIDE_NAME = re.compile(r", ([A-Z][\w'-]+)(?: [A-Z]\.)? [A-Z][\w'-]+,")
HOLDER = re.compile(r"[A-Z][\w'-]+ ([A-Z][\w'-]+), (?:the |then |former )?$")
NEXT_NAME = re.compile(r" ([A-Z][\w'-]+)(?! ?['’]s Office)")
#: A given name, with an initial or not, before a surname; a name that goes on.
GIVEN_NAME = re.compile(r"(?<![\w'-])([A-Z][a-z]{2,})(?: [A-Z]\.)? $")
ON = re.compile(r"[-'’]?s?[ -][A-Z]")
#: What a person is called between his given name and his surname, in quotation marks.
NICKNAMED = re.compile(
    r"(?<![\w'\"-])([A-Z][a-z]+)(?: [A-Z]\.| [A-Z][a-z]+)? (?:\"[\w .-]{2,25}\"|'[\w .-]{2,25}') [A-Z][\w'-]+"
)
#: Two laws in a row ("the *Privacy Act* and *Spam Act*").
TWO_LAWS = re.compile(r"^(.+ (?:Act|Bill|Code)) and (.+ (?:Act|Bill|Code))$")
#: What stands before some of many.
COUNTED = re.compile(
    r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|several|some|many|dozens of|group of|pair of) $", re.I
)
#: What tells a court of a place from the others there.
COURT_KIND = re.compile(
    r"\b(?:appeals?|appellate|administrative|commercial|labou?r|criminal|civil|regional|arbitration|high|supreme|federal"
    r"|district|family|magistrates'?|military|constitutional|employment|lower|higher|trial|first[- ]instance) $",
    re.I,
)
#: What stands before or behind the district of a federal prosecutor.
DISTRICT_COURT = "court/us-district-court-"
BY_ATTORNEY = re.compile(r"\b(?:U\.S\.|US|United States) Attorneys?(?: [A-Z][\w.'-]*| and)* (?:for|of|in) (?:the )?$")
#: "Hamburg *District Attorney* Ann Lee": not of a deputy, and not the office itself.
ATTORNEY_OF = re.compile(r" (?:District|City|County) Attorney(?= [A-Z][\w.]+ [A-Z])(?! General\b)")
ATTORNEY_BEHIND = re.compile(r"(?:'s)? (?:U\.S\.|US) Attorney\b")
#: Names that end as adverbs do, the words in a sentence before them, and what makes them a part of a longer name.
ADVERBIAL = re.compile(r"(?<![\w'-])[A-Z][a-z]{2,}ly(?![\w-])")
BEFORE_NAME = re.compile(r"[a-z,] $")
IN_NAME = re.compile(r"(?<![.!?] )\b[A-Z][a-z]+ $")
THEN_NAME_PART = re.compile(r" [A-Z][a-z]+\b")
#: What stands between a known name and its legal form ("Veyra *Media* Pvt. Ltd.").
FIRM_WORDS = "(?: (?:Media|Digital|Technologies|Technology|Services|Networks|Entertainment|Software|India|Online|News))"
LEGAL_FORM = re.compile(
    rf"{FIRM_WORDS}{{0,2}},? (?:Pvt\.? Ltd\b\.?|Private Limited|Pte\.? Ltd\b\.?)|"
    r",? (?:Inc|Ltd|LLC|L\.L\.C|Corp|Limited|Corporation|GmbH|AG|PLC|plc|Pty Ltd|Pty|S\.A|B\.V)\b"
    r"(?:\.(?=[,;]| [a-z]))?"  # a stop that ends no sentence is the form's own
)


def normalise(text: str) -> str:
    """The text with plain quotes, dashes and blanks; every character stays where it was.

    A long dash without blanks around it is kept: the parser knows it, and would take a hyphen for a part of a word.
    """
    plain = list(text.translate(SAME_LENGTH))
    for dash in JOINING_DASH.finditer(text):
        plain[dash.start()] = dash.group()
    return "".join(plain)


def spot(text: str, gazetteer: Gazetteer, date: str | None) -> list[Mention]:
    """Mentions of a normalised text in order, not overlapping: known names first, then forms, money and dates."""
    found: list[Mention] = []
    taken: list[tuple[int, int]] = []
    known = [
        Mention(n.start, n.end, text[n.start : n.end], n.entry.type, "name", entity=n.entry.id)
        for n in gazetteer.find(text)
    ]
    known = [m for name in known for one in _members(name, text, gazetteer) for m in _of_kind(one, text, gazetteer)]
    parts = [_attorney(_county(m, text), text) for name in known for m in _without_officer(name, text, gazetteer)]
    known = [_with_legal_form(_district(_state(m, text, gazetteer), text, gazetteer), text) for m in parts]
    known = list(_surnames(known, text, gazetteer))
    forms = (*_nicknamed(text, gazetteer), *_forms(text, gazetteer), *_adverbial(text, gazetteer))
    unseen = [_attorney(m, text) for m in forms if not _inside_known(m, known)]
    told = in_order(text, [t for t in times(text, date) if not _is_of_law(t, text)], date)
    dates = [*(later := list(sequels(text, told))), *(t for t in told if not any(t.overlaps(one) for one in later))]
    measures = [m for m in amounts(text) if not any(t.start < m.start and m.end <= t.end for t in dates)]
    for mention in (*measures, *unseen, *known, *dates):  # "the past *six months*" is a time
        if not any(mention.start < end and start < mention.end for start, end in taken):
            taken.append((mention.start, mention.end))
            found.append(mention)
    return sorted(found, key=lambda m: m.start)


def _is_of_law(time: Mention, text: str) -> bool:
    """Whether a year is a part of a law's name ("amendments to the Veyra (Posts) Rules, *2011*")."""
    bare = time.text.isdigit() and len(time.text) == len("2011")
    return bare and LAW_BEFORE.search(text, 0, time.start) is not None


def _surnames(known: list[Mention], text: str, gazetteer: Gazetteer) -> Iterator[Mention]:
    """Known names, but for a place or firm that is somebody's surname ("Ann *Paris* was held; *Paris* said")."""
    surnames: set[str] = set()
    for name in known:
        given = GIVEN_NAME.search(text, 0, name.start) if " " not in name.text else None
        if (
            given
            and given[1] in gazetteer.given_names
            and not gazetteer.knows(given[1])
            and not ON.match(text, name.end)
        ):
            surnames.add(name.text)
            yield Mention(given.start(1), name.end, text[given.start(1) : name.end], "Person", "name")
        elif name.text in surnames or (name.type == "City" and name.text.removesuffix("s") in surnames):
            yield replace(name, type="Person", entity=None)
        else:
            yield name


def _without_officer(name: Mention, text: str, gazetteer: Gazetteer) -> list[Mention]:
    """A body's name, or only the place in it where its title is somebody's ("*Ohio* Attorney General Ann Lee")."""
    officer = OFFICER.search(name.text)
    after = (NEXT_NAME.match(text, name.end) or BESIDE_NAME.match(text, name.end)) if officer else None
    if OFFICE_OF.match(name.text):
        after = after or THEN_NAME.match(text, name.end) or HOLDER.search(text, 0, name.start)
    if after is None or after[1] in CALENDAR or after[1].lower() in lexicon.stand_ins("third_person"):
        return [name]
    inside = gazetteer.find(name.text, PLACES)
    starts = [(n.entry, name.start + n.start, name.start + n.end) for n in inside]
    return [Mention(start, end, text[start:end], e.type, "name", entity=e.id) for e, start, end in starts]


def _state(name: Mention, text: str, gazetteer: Gazetteer) -> Mention:
    """A state that is called as its city is, where its officer or a city in it is named ("*New York* Attorney General
    Ann Lee", "Buffalo, *New York*")."""
    if name.type != "City":
        return name
    before = CITY_BEFORE.search(text, 0, name.start)
    city = gazetteer.place(before[1]) if before and not LISTED_ON.match(text, name.end) else None
    state = gazetteer.place(f"{name.text} state")
    inside = city is not None and state is not None and city.type == "City" and city.country == state.country
    state = state if inside or OF_STATE.match(text, name.end) else None
    return replace(name, type=state.type, entity=state.id) if state is not None else name


def _members(name: Mention, text: str, gazetteer: Gazetteer) -> list[Mention]:
    """A body's name, or only the place in it where some of its members are meant ("three *U.S.* lawmakers")."""
    some = name.type == "Legislature" and name.text.endswith("lawmakers") and COUNTED.search(text, 0, name.start)
    inside = gazetteer.find(name.text, PLACES) if some else []
    people = [*inside, *gazetteer.peoples(name.text)] if some else []
    starts = [(n.entry, name.start + n.start, name.start + n.end) for n in people[:1]]
    return [Mention(s, e, text[s:e], entry.type, "name", entity=entry.id) for entry, s, e in starts] or [name]


def _of_kind(name: Mention, text: str, gazetteer: Gazetteer) -> list[Mention]:
    """ "an appeals *court in Milan*": a court of another kind than the known one there; only the place is known."""
    other = name.type == "Court" and name.text.startswith("court in ") and COURT_KIND.search(text, 0, name.start)
    start = name.start + len("court in ")
    place = gazetteer.place(text[start : name.end]) if other else None
    if place is None:
        return [name]
    return [Mention(start, name.end, text[start : name.end], place.type, "name", entity=place.id)]


def _county(name: Mention, text: str) -> Mention:
    """A county that bears a city's name ("*San Diego County* District Attorney Ann Lee")."""
    county = name.type in {"City", "Region"} and text.startswith(" County", name.end)
    if not county or text[name.end + len(" County") :][:1].isalnum():
        return name
    end = name.end + len(" County")
    return replace(name, end=end, text=text[name.start : end], type="Region", entity=None)


def _attorney(name: Mention, text: str) -> Mention:
    """The office of a place's prosecutor, which its holder's title names ("*Hamburg District Attorney* Ann Lee")."""
    title = ATTORNEY_OF.match(text, name.end) if name.type in {"City", "Region"} else None
    if title is None:
        return name
    return replace(name, end=title.end(), text=text[name.start : title.end()], type="Prosecutor", entity=None)


def _district(name: Mention, text: str, gazetteer: Gazetteer) -> Mention:
    """ "U.S. Attorney Ann Lee for the *Northern District of Ohio*": an attorney's district is no court."""
    if name.entity is None or not name.entity.startswith(DISTRICT_COURT) or "Court" in name.text:
        return name
    office = gazetteer.entries.get(name.entity.replace(DISTRICT_COURT, "body/us-attorney-"))
    attorney = BY_ATTORNEY.search(text, 0, name.start) or ATTORNEY_BEHIND.match(text, name.end)
    if office is None or not attorney:
        return name
    return replace(name, type=office.type, entity=office.id, text=office.label)  # the court is called so besides


def _with_legal_form(name: Mention, text: str) -> Mention:
    """A known firm's name with the legal form that follows it ("Meta Platforms Ireland *Limited*")."""
    form = LEGAL_FORM.match(text, name.end) if name.type in {"Company", "Platform", "MediaOutlet"} else None
    return replace(name, end=form.end(), text=text[name.start : form.end()]) if form else name


def _inside_known(form: Mention, known: list[Mention]) -> bool:
    """Whether a known name already says as much, or starts or ends across the form's border."""
    for name in known:
        if name.start <= form.start and form.end <= name.end:
            return True
        crosses = name.start < form.start < name.end or name.start < form.end < name.end
        if crosses or (name.start == form.start and name.type not in PLACES and form.type != "Law"):
            return True
        if name.end == form.end and name.type not in PLACES and form.type != "Law":
            return True
    return False


def _nicknamed(text: str, gazetteer: Gazetteer) -> Iterator[Mention]:
    """A person's name with another one in quotation marks ("the hacker *Ann "Nyx" Lee*")."""
    for match in NICKNAMED.finditer(text):
        if match[1] in gazetteer.given_names or _called_person(text, match.start()):
            yield Mention(match.start(), match.end(), match[0], "Person", "name")


def _adverbial(text: str, gazetteer: Gazetteer) -> Iterator[Mention]:
    """A name that the tagger takes for an adverb ("*Chatly*, a chat app"): again and again, always with a capital."""
    told: dict[str, list[re.Match[str]]] = {}
    for match in ADVERBIAL.finditer(text):
        told.setdefault(match[0], []).append(match)
    for word, found in told.items():
        named = word not in gazetteer.given_names and not gazetteer.knows(word) and word.lower() not in text
        inside = [m for m in found if BEFORE_NAME.search(text, 0, m.start())]
        in_name = any(IN_NAME.search(text, 0, m.start()) or THEN_NAME_PART.match(text, m.end()) for m in inside)
        if named and len(inside) > 1 and not in_name:
            yield from (Mention(m.start(), m.end(), word, "Organisation", "name") for m in found)


def _forms(text: str, gazetteer: Gazetteer) -> Iterator[Mention]:
    taken: list[tuple[int, int]] = []
    for type_, pattern in lexicon.forms():
        for match in pattern.finditer(text):
            start = match.start()
            while lead := LEADING.match(text, start, match.end()):
                start = lead.end()
            if not WORDS_OR_SITE.search(text, start, match.end()) or any(
                start < e and s < match.end() for s, e in taken
            ):
                continue
            taken.append((start, match.end()))
            named = _before_people(text[start : match.end()], gazetteer)
            two_laws = TWO_LAWS.search(named) if type_ == "Law" else None
            if two_laws is not None:
                yield Mention(start, start + two_laws.end(1), named[: two_laws.end(1)], type_, "name")
                start, named = start + two_laws.start(2), named[two_laws.start(2) :]
            two = type_ == "Law" and named.count(" ") == 1
            person = two and (named.split()[0] in gazetteer.given_names or _called_person(text, start))
            yield Mention(start, start + len(named), named, "Person" if person else type_, "name")


def _called_person(text: str, start: int) -> bool:
    """Whether the word before a name says that it is a person's ("the actor *Jude Law*")."""
    before = re.search(r"([a-z]+) $", text[max(0, start - 20) : start])
    return before is not None and lexicon.heads().get(before[1]) == "Person"


def _before_people(named: str, gazetteer: Gazetteer) -> str:
    """A name without a people behind "and" ("Department of Aviation | *and British* | firm Veyra")."""
    before, joined, last = named.rpartition(" and ")
    return before if joined and last in gazetteer.demonyms else named
