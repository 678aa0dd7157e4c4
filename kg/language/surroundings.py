"""What stands around a name in a text: whether it goes on as another name, is shouted, or has its context."""

from __future__ import annotations

import re
from functools import cache

WORD = re.compile(r"\w+|[^\w\s]")
HYPHENED = re.compile(
    r"[-](?!based|owned|backed|developed|run|led|made|style|approved|controlled|linked|funded)[a-z]|['’][A-Z]"
)
#: What follows the name of a sponsor in the name of a match, a venue or a team: that is not the firm.
SPONSORED = re.compile(
    r" (?:[A-Z][\w-]+ )?(?:Open(?! Source| Network| Platform| Data| Letter)|Cup|Classic|Championships?|Masters"
    r"|Grand Prix|Marathon|Invitational)\b"
    r"| (?:Series(?! [A-H]\b)|Park|Arena|Stadium|Center|Centre|Field|Theat(?:er|re)|Tournament|Bowl|Globe|Dome)\b"
    r"| (?:Lions|Hawks|Eagles|Tigers|Giants|Twins|Bears|Heroes|BayStars|Carp|Swallows|Fighters|Wiz|Dinos|F\.?C)\b"
)
#: Names that are pronouns in a headline all in capitals ("TELL US WHO DID IT").
PRONOUNS = {"US", "WHO", "IT"}


def goes_on(text: str, end: int, sponsor: bool) -> bool:
    """Whether what follows makes another word or name of it ("Plaza-like", "Dell'Aria"; a firm: "the Plaza Open")."""
    return bool(HYPHENED.match(text, end) or (sponsor and SPONSORED.match(text, end)))


def is_pronoun(words: list[str], at: int) -> bool:
    """Whether a word that may be a name is a pronoun among words that are all in capitals."""
    around = words[max(at - 1, 0) : at + 2]
    return words[at] in PRONOUNS and len(around) == 3 and all(word.isupper() and len(word) > 1 for word in around)


class Context:
    """The words of a document; a phrase is `in` it where its words follow each other, in any case.

    What is all capitals must stand as it is written: `US` is not the pronoun.
    """

    def __init__(self, words: list[str]) -> None:
        self._written = f" {' '.join(words)} "
        self._folded = self._written.casefold()

    def __contains__(self, phrase: str) -> bool:
        return _key(phrase) in (self._written if phrase.isupper() else self._folded)


@cache
def _key(phrase: str) -> str:
    """A phrase as it stands among the words of a document."""
    words = " ".join(WORD.findall(phrase))
    return f" {words if phrase.isupper() else words.casefold()} "
