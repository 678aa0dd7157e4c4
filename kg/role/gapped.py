"""A measure told of several, each with his own: "sentenced Lee to six years *and Kim to four*", "fined Veyra 5 million
roubles *and Tixo 3 million*". The verb stands once; behind the first measure come pairs of whom and how much, or of
whom and for what ("sued Veyra for libel *and Tixo for fraud*").
"""

from __future__ import annotations

import re
from dataclasses import replace

from kg.language.amount import COUNTS, SCALES
from kg.language.phrase import phrase
from kg.language.token import Sentence, Token, is_name
from kg.model import Argument, Match, Mention
from kg.vocabulary import is_a

#: Measures that are told so, and what stands between whom they hit and how much they are.
MEASURES: dict[str, tuple[str, ...]] = {"Sentence": ("to", "for"), "Fine": ()}
#: What each of those who are hit has for himself.
EACH = {"target", "amount"}
#: What is told with a ground, and what that stands behind.
OF_GROUND = {"Accusation", "Arrest", "Ban", "Charge", "Fine", "Investigation", "Lawsuit", "Sentence", "Warning"}
GROUNDS = {"over", "for", "about"}
#: What says of a term how it is served, or of a sum that all pay it.
SERVED = frozenset(
    "in prison jail behind bars of imprisonment custody detention hard labour labor probation each respectively".split()
)
ABOUT = frozenset("nearly almost about around over more less than just only another up to".split())
JOINING = frozenset({",", ";", "and", "while", "but", "with", "was", "were"})
NUMBERS = {"one": 1, **COUNTS}
#: So many words at most name somebody before his measure.
LONGEST = 7


def apart(found: Match, sentence: Sentence) -> list[Match]:
    """The matches of which one tells more than one target with a measure of its own; else the one."""
    amounts = [a for a in found.arguments if a.role == "amount"]
    if found.type not in MEASURES or not amounts or not any(a.role == "target" for a in found.arguments):
        return _by_ground(found, sentence)
    first = min(amounts, key=lambda a: a.mention.start)
    pairs = _pairs(first.mention, sentence, found.type)
    if not pairs:
        return [found]
    begin, end = pairs[0][0][0].start, pairs[-1][1].end
    before = [a for a in found.arguments if a.mention.start < begin and (a.role != "amount" or a is first)]
    behind = [a for a in found.arguments if a.mention.start > end and a.role not in EACH]
    shared = [a for a in (*before, *behind) if a.role not in EACH]
    return [replace(found, arguments=(*before, *behind)), *(_further(found, shared, *pair) for pair in pairs)]


def _by_ground(found: Match, sentence: Sentence) -> list[Match]:
    """ "is investigating Veyra over its checks, and *Tixo over its ads*": each of two is told with his own ground."""
    targets = [a for a in found.arguments if a.role == "target"]
    matters = [a for a in found.arguments if a.role == "matter"]
    if found.type not in OF_GROUND or not targets or not matters:
        return [found]
    if (pair := _named_behind(found, matters, sentence)) is not None:
        return pair
    for whom in targets:
        token = next((t for t in sentence.tokens if t.mention is whom.mention and t.dep == "conj"), None)
        own = next((c for c in token.children if c.dep == "prep" and c.lower in GROUNDS), None) if token else None
        end = own.child("pobj", "pcomp") if own is not None else None
        ground = phrase(end, sentence) if end is not None else None
        before = [a for a in targets if a.mention.end <= matters[0].mention.start < whom.mention.start]
        if ground is None or not before:
            continue
        first = tuple(a for a in found.arguments if a.mention.start < whom.mention.start)
        shared = [a for a in first if a.role not in {"target", "matter", "law", "amount"}]
        others = [a for a in targets if a not in before]
        second = (*shared, *others, Argument("matter", ground, ("Phrase",)))
        return [replace(found, arguments=first), replace(found, start=ground.start, end=ground.end, arguments=second)]
    return [found]


def _named_behind(found: Match, matters: list[Argument], sentence: Sentence) -> list[Match] | None:
    """ "sued Veyra for libel and *Tixo for fraud*": whom the parser took for a second ground."""
    for name in (t for t in sentence.tokens if t.dep == "conj" and is_name(t) and t.mention is not None):
        noun, opening = name.head, name.head.head if name.head is not None else None
        again = [c for c in opening.head.children if c.dep == "prep"] if opening and opening.head else []
        own = next((c for c in (*name.children, *again) if c.i == name.i + 1 and c.lower in GROUNDS), None)
        end = own.child("pobj", "pcomp") if own is not None else None
        joined = noun.child("cc") if noun is not None and noun.dep == "pobj" else None
        if end is None or joined is None or noun is None or is_name(noun) or opening is None or name.mention is None:
            continue
        first, second = phrase(noun, sentence, frozenset({name.i})), phrase(end, sentence)
        told = opening.lower in GROUNDS and any(a.mention.start <= noun.start < a.mention.end for a in matters)
        if first is None or second is None or not told or not is_a(name.mention.type, "Actor"):
            continue
        shared = [a for a in found.arguments if a.role not in {"target", "matter", "law", "amount"}]
        whom = next(a for a in found.arguments if a.role == "target")
        kept = [a for a in found.arguments if a.role != "matter" and a.mention.start < name.mention.start]
        one = (*kept, Argument("matter", first, ("Phrase",)))
        other = (*shared, replace(whom, mention=name.mention), Argument("matter", second, ("Phrase",)))
        return [replace(found, arguments=one), replace(found, start=second.start, end=second.end, arguments=other)]
    return None


def _further(found: Match, shared: list[Argument], targets: list[Mention], amount: Mention) -> Match:
    """The match for the next who are hit, with a measure of their own and whatever else holds for all."""
    allowed = {a.role: a.allowed for a in found.arguments}
    own = [*(Argument("target", whom, allowed["target"]) for whom in targets)]
    own.append(Argument("amount", amount, allowed["amount"]))
    return replace(found, start=amount.start, end=amount.end, arguments=(*shared, *own))


def _pairs(first: Mention, sentence: Sentence, type_: str) -> list[tuple[list[Mention], Mention]]:
    """Whom the words behind the first measure name, each with his own, as long as nothing else stands there."""
    pairs: list[tuple[list[Mention], Mention]] = []
    words = [t for t in sentence.tokens if t.start >= first.end]
    while True:
        words = _behind(words, SERVED)
        joined = _behind(words, JOINING)
        if len(joined) == len(words):
            return pairs
        end = next((n for n, t in enumerate(joined[: LONGEST + 1]) if _measures(t, first, type_)), None)
        if not end:
            return pairs
        people, rest = joined[:end], joined[end + (1 if MEASURES[type_] else 0) :]
        measure = _measure(rest, first)
        targets = _whom(people)
        if measure is None or not targets:
            return pairs
        pairs.append((targets, measure))
        words = [t for t in rest if t.start >= measure.end]


def _behind(words: list[Token], skipped: frozenset[str]) -> list[Token]:
    while words and words[0].lower in skipped:
        words = words[1:]
    return words


def _measures(token: Token, first: Mention, type_: str) -> bool:
    """Whether the measure begins at a word: behind "to", or with the sum itself."""
    if MEASURES[type_]:
        return token.lower in MEASURES[type_]
    return token.text[0].isdigit() or token.tag == "$"


def _whom(words: list[Token]) -> list[Mention]:
    """Who is named in the words before a measure, and nothing besides."""
    spans = [(t.mention.start, t.mention.end) for t in words if t.mention is not None and is_name(t)]
    beside = [t for t in words if not any(start <= t.start < end for start, end in spans)]
    if any(t.pos in {"VERB", "AUX", "ADP"} and t.lower != "of" for t in beside):
        return []
    told = [t.mention for t in words if t.mention is not None and t.mention.kind in {"name", "nominal"}]
    actors = [m for m in told if is_a(m.type, "Actor") or m.type == "Platform"]
    names = [m for m in actors if m.kind == "name"]
    return list(dict.fromkeys(names or actors[:1]))


def _measure(words: list[Token], first: Mention) -> Mention | None:
    """The measure at the beginning of some words; a bare number is of the unit of the first one."""
    words = _behind(words, ABOUT)
    if not words:
        return None
    known = next((t.mention for t in words[:5] if t.mention is not None and t.mention.kind == "amount"), None)
    if known is not None and known.start <= words[0].start < known.end:
        return known
    number = NUMBERS.get(words[0].lower) or (float(n) if re.fullmatch(r"\d[\d.]*", n := words[0].text) else None)
    if number is None or first.value is None:
        return None
    scale = SCALES.get(words[1].lower) if len(words) > 1 else None
    end = words[1].end if scale is not None else words[0].end
    value = _of_unit(first.value, number, scale)
    text = " ".join(t.text for t in words[: 2 if scale is not None else 1])
    return replace(first, start=words[0].start, end=end, text=text, value=value) if value is not None else None


def _of_unit(first: str, number: float, scale: int | None) -> str | None:
    """A number as a measure of the same unit: years beside "P6Y", millions beside "RUB 5000000"."""
    term = re.fullmatch(r"P\d+(?:\.\d+)?([YMWD])", first)
    if term is not None and scale is None:
        return f"P{number:g}{term[1]}"
    currency = re.match(r"([A-Z]{3}) ", first)
    return f"{currency[1]} {number * 10**scale:.0f}" if currency is not None and scale is not None else None
