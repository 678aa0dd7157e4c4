"""What can be known of a text before it is parsed: known names, names by form, money, durations, dates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg import lexicon
from kg.gazetteer import Gazetteer
from kg.language.amount import amounts
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
#: One word alone is no name by its form, unless it is a web address.
WORDS_OR_SITE = re.compile(r" |\w\.\w")
#: An officer's title at the end of a body's name, where the officer is named behind it; and the word that begins that.
OFFICER = re.compile(r"(?:[Aa]ttorney[- ][Gg]eneral|Director of National Intelligence)$")
#: Officers that states have, and cities have not.
OF_STATE = re.compile(r"(?:'s)? (?:[Aa]ttorney[- ][Gg]eneral|[Gg]overnor|Gov\.|[Ll]ieutenant [Gg]overnor|AG)(?!\w)")
#: "*Attorney General of Ohio*, Ann Lee".
OFFICE_OF = re.compile(r"[Aa]ttorney[- ][Gg]eneral of ")
THEN_NAME = re.compile(r",? ([A-Z][\w'-]+) [A-Z][\w'-]+")
BESIDE_NAME = re.compile(r", ([A-Z][\w'-]+)(?: [A-Z]\.)? [A-Z][\w'-]+,")
HOLDER = re.compile(r"[A-Z][\w'-]+ ([A-Z][\w'-]+), (?:the |then |former )?$")
NEXT_NAME = re.compile(r" ([A-Z][\w'-]+)(?! ?['’]s Office)")
#: A given name, with an initial or not, before a surname; a name that goes on.
GIVEN_NAME = re.compile(r"(?<![\w'-])([A-Z][a-z]{2,})(?: [A-Z]\.)? $")
ON = re.compile(r"[-'’]?s?[ -][A-Z]")
LEGAL_FORM = re.compile(r",? (?:Inc|Ltd|LLC|L\.L\.C|Corp|Limited|Corporation|GmbH|AG|PLC|plc|Pty Ltd|Pty|S\.A|B\.V)\b")


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
    parts = [m for name in known for m in _without_officer(name, text, gazetteer)]
    known = [_with_legal_form(_state(m, text, gazetteer), text) for m in parts]
    known = list(_surnames(known, text, gazetteer))
    unseen = [m for m in _forms(text, gazetteer) if not _inside_known(m, known)]
    told = times(text, date)
    dates = [*(later := list(sequels(text, told))), *(t for t in told if not any(_overlap(t, one) for one in later))]
    measures = [m for m in amounts(text) if not any(t.start < m.start and m.end <= t.end for t in dates)]
    for mention in (*measures, *unseen, *known, *dates):  # "the past *six months*" is a time
        if not any(mention.start < end and start < mention.end for start, end in taken):
            taken.append((mention.start, mention.end))
            found.append(mention)
    return sorted(found, key=lambda m: m.start)


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


def _overlap(one: Mention, other: Mention) -> bool:
    return one.start < other.end and other.start < one.end


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
    """A state that is called as its city is, where its officer is named ("*New York* Attorney General Ann Lee")."""
    state = gazetteer.place(f"{name.text} state") if name.type == "City" and OF_STATE.match(text, name.end) else None
    return replace(name, type=state.type, entity=state.id) if state is not None else name


def _with_legal_form(name: Mention, text: str) -> Mention:
    """A known firm's name with the legal form that follows it ("Meta Platforms Ireland *Limited*")."""
    form = LEGAL_FORM.match(text, name.end) if name.type in {"Company", "Platform"} else None
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
            yield Mention(start, match.end(), text[start : match.end()], type_, "name")
