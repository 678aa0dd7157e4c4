"""Whether two fillers, or what two facts are about, are the same or nearly so."""

from __future__ import annotations

import re
from itertools import product

from kg.model import Fact, Filler, is_local

#: Words that only say how many or which of somebody unnamed there are.
VAGUE = frozenset(
    "a an the various several many almost all most some nearly multiple certain these those such numerous few "
    "different respective concerned".split()
)
#: Words that tell nothing of what is demanded or asked.
EMPTY = frozenset(
    "the that this these those with from their there which were have been about against into under certain "
    "through between while such other more also will would should".split()
)
#: Letters by which "remove" and "removal" are one word.
STEM = 5
#: Words that two tellings of one thing share, and their part of the shorter; longer words that a message must have.
FEWEST, PART = 3, 0.6


def same(a: Filler, b: Filler) -> bool:
    """Whether two fillers are the same entity, the same value, or the same phrase."""
    if a.id and b.id:
        return a.id == b.id
    if a.value and b.value:
        if a.type == "Time":
            return a.value.startswith(b.value) or b.value.startswith(a.value)
        return a.value == b.value or (_months(a.value) or 0) == (_months(b.value) or -1)
    return a.label.casefold() == b.label.casefold()


def _months(value: str) -> int | None:
    """How many months a duration has ("P9Y" and "P108M" are one)."""
    years = re.fullmatch(r"P(\d+)Y", value)
    months = re.fullmatch(r"P(\d+)M", value)
    return 12 * int(years[1]) if years else int(months[1]) if months else None


def kin(a: Filler, b: Filler) -> bool:
    """Whether two fillers name the same, or unnamed people in words that differ in number only.

    "various state governments" and "almost all state governments" are one, and so are "the agency" and "agencies".
    """
    if a.id and a.id == b.id:
        return True
    if not all(is_local(f.id) for f in (a, b)):
        return False
    one, other = (bare(f.label) for f in (a, b))
    return bool(one) and one == other


def bare(label: str) -> tuple[str, ...]:
    """The words of a description without its quantifiers, each as a singular."""
    words = (w.removesuffix("s") if not w.endswith("ies") else w[:-3] + "y" for w in label.casefold().split())
    return tuple(w for w in words if w not in VAGUE and w + "s" not in VAGUE)


def both(first: Fact, second: Fact, role: str) -> bool:
    """Whether both facts fill a role."""
    return role in first.args and role in second.args


def overlap(first: Fact, second: Fact, role: str) -> bool:
    """Whether both facts have the same filler in a role."""
    return any(same(a, b) for a in first.args.get(role, ()) for b in second.args.get(role, ()))


def share(first: Fact, second: Fact, role: str) -> bool:
    """Whether both facts have the same filler in a role, or the same people unnamed."""
    return any(
        kin(a, b) or (not a.id and a.label.casefold() == b.label.casefold())
        for a in first.args.get(role, ())
        for b in second.args.get(role, ())
    )


def same_matter(first: Fact, second: Fact) -> bool:
    """Whether two facts are about the same, or both say nothing of it."""
    a, b = first.args.get("matter"), second.args.get("matter")
    if not a or not b:
        return not a and not b
    return any(same(x, y) or _says_the_same(words(x), words(y)) for x in a for y in b)


def shares_words(first: Fact, second: Fact, part: float) -> bool:
    """Whether a summary and the text below it say the same in part of the longer words of the shorter one."""
    pairs = product(*([words(m) for m in f.args.get("matter", ())] for f in (first, second)))
    return any(len(a & b) >= max(FEWEST, part * min(len(a), len(b))) for a, b in pairs)


def _says_the_same(a: frozenset[str], b: frozenset[str]) -> bool:
    return bool(a and b) and a & b >= min(a, b, key=len)


def words(filler: Filler) -> frozenset[str]:
    """The longer words of a phrase without its punctuation, and its numbers."""
    found = (w.strip("'\"’‘“”.,;:()") for w in filler.label.casefold().split())
    return frozenset(w for w in found if len(w) > len("and") or any(c.isdigit() for c in w))


def alike(first: Fact, second: Fact, fewest: int) -> bool:
    """Whether what the two are about shares most of its words."""
    pairs = [
        (stems(a.label), stems(b.label)) for a in first.args.get("matter", ()) for b in second.args.get("matter", ())
    ]
    return any(len(a & b) >= max(fewest, PART * min(len(a), len(b))) for a, b in pairs if a and b)


def stems(label: str) -> frozenset[str]:
    """The beginnings of the longer words of a phrase, without its punctuation."""
    found = re.findall(r"[\w'’-]+", label.casefold())
    return frozenset(w.strip("'’-")[:STEM] for w in found if len(w) > len("and") and w not in EMPTY)
