"""How names are spelt: what two spellings of one name share, and whether two names are spellings of one."""

from __future__ import annotations

import re
import unicodedata

from rapidfuzz import fuzz

#: Two spellings of one name, of 100.
ALIKE = 93
LEGAL_FORMS = frozenset("inc ltd llc gmbh ag sa plc corp corporation company co limited bv oy ab as".split())


def fold(name: str) -> str:
    """A name without case, accents, punctuation and legal form: what two spellings share."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    words = re.findall(r"\w+", "".join(c for c in plain if not unicodedata.combining(c)))
    kept = [word for word in words if word not in LEGAL_FORMS and word != "the"]
    return " ".join(kept or words)


def similar(one: str, other: str, kind: str) -> bool:
    """Whether two folded names are spellings of one; of a person only in another transcription or with a middle name,
    for Anna is not Hanna and Daniel not Daniela."""
    if kind == "person":
        first, second = plain(one).split(), plain(other).split()
        return first == second or (len(first) != len(second) and (first[0], first[-1]) == (second[0], second[-1]))
    if re.findall(r"\d+", one) != re.findall(r"\d+", other):
        return False
    return min(len(one), len(other)) >= 10 and fuzz.ratio(one, other, score_cutoff=ALIKE) > 0


def plain(name: str) -> str:
    """A folded name with one letter for what alphabets are transcribed to in several ways."""
    for several, one in (("x", "ks"), ("ph", "f"), ("ck", "k"), ("ae", "a"), ("oe", "o"), ("ue", "u")):
        name = name.replace(several, one)
    return re.sub(r"(\w)\1", r"\1", re.sub("[jy]", "i", name))
