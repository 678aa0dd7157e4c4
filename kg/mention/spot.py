"""What can be known of a text before it is parsed: known names, names by form, money, durations, dates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg import lexicon
from kg.gazetteer import Gazetteer
from kg.language.amount import amounts
from kg.language.timex import times
from kg.mention.propername import CALENDAR
from kg.model import Mention

SAME_LENGTH = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "−": "-", "–": "-", "—": "-", "‐": "-",
     "‑": "-", "\u00a0": " ", "\u2009": " ", "\u202f": " ", "\u200b": " ", "\t": " ", "\u00ad": " "}
)  # fmt: skip
LEADING = re.compile(
    r"(?:The|A|An|In|On|At|By|For|From|After|Before|Under|Since|When|While|As|And|But|If|With|During|Its|His|Her|This|That|"
    r"These|Those|Their|Our|Meanwhile|However|According|Also|Following|Former|Today|Then|Citing|Both|To|Of|Against|"
    r"(?:[A-Z][\w.]+ ){0,2}[A-Z][\w.]+-based) "
)
#: One word alone is no name by its form, unless it is a web address.
WORDS_OR_SITE = re.compile(r" |\w\.\w")
#: An officer's title at the end of a body's name, where the officer is named behind it; and the word that begins that.
OFFICER = re.compile(r"[Aa]ttorney[- ][Gg]eneral$")
NEXT_NAME = re.compile(r" ([A-Z][\w'-]+)(?! ?['’]s Office)")
PLACES = {"Country", "Region", "City"}
LEGAL_FORM = re.compile(r",? (?:Inc|Ltd|LLC|L\.L\.C|Corp|Limited|Corporation|GmbH|AG|PLC|plc|Pty Ltd|Pty|S\.A|B\.V)\b")


def normalise(text: str) -> str:
    """The text with plain quotes, dashes and blanks; every character stays where it was."""
    return text.translate(SAME_LENGTH)


def spot(text: str, gazetteer: Gazetteer, date: str | None) -> list[Mention]:
    """Mentions of a normalised text in order, not overlapping: known names first, then forms, money and dates."""
    found: list[Mention] = []
    taken: list[tuple[int, int]] = []
    known = [
        Mention(n.start, n.end, text[n.start : n.end], n.entry.type, "name", entity=n.entry.id)
        for n in gazetteer.find(text)
    ]
    known = [_with_legal_form(m, text) for name in known for m in _without_officer(name, text, gazetteer)]
    unseen = [m for m in _forms(text, gazetteer) if not _inside_known(m, known)]
    for mention in (*amounts(text), *unseen, *known, *times(text, date)):
        if not any(mention.start < end and start < mention.end for start, end in taken):
            taken.append((mention.start, mention.end))
            found.append(mention)
    return sorted(found, key=lambda m: m.start)


def _without_officer(name: Mention, text: str, gazetteer: Gazetteer) -> list[Mention]:
    """A body's name, or only the place in it where its title is somebody's ("*Ohio* Attorney General Ann Lee")."""
    after = NEXT_NAME.match(text, name.end) if OFFICER.search(name.text) else None
    if after is None or after[1] in CALENDAR or after[1].lower() in lexicon.stand_ins("third_person"):
        return [name]
    inside = gazetteer.find(name.text, PLACES)
    starts = [(n.entry, name.start + n.start, name.start + n.end) for n in inside]
    return [Mention(start, end, text[start:end], e.type, "name", entity=e.id) for e, start, end in starts]


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
        if crosses or (
            name.start == form.start and name.type not in {"Country", "Region", "City"} and form.type != "Law"
        ):
            return True
        if name.end == form.end and name.type not in {"Country", "Region", "City"} and form.type != "Law":
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
