"""Courts written as names that name none ("the *Hon'ble Court*", "the *Apex Court*"); "Hon'ble" before a name."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.language.token import Sentence, Token

#: A form of address, no part of a court's name.
HONOUR = re.compile(r"(?:Hon['’]?ble|Honou?rable|Ld\.?|Learned) ", re.IGNORECASE)
#: What every court is.
PLAIN = re.compile(r"(?:(?:Apex|Top|Division|Full|Constitution) )?(?:Court|Bench)", re.IGNORECASE)
#: Courts that only their place tells apart.
OF_KIND = re.compile(r"(?:High|District|Sessions) Court", re.IGNORECASE)
#: What stands before the place of a court.
PLACED = {"of", "in", "at"}


def plain(sentence: Sentence) -> None:
    """What honours a court is left out of its name, and a name that says no more than "court" is a noun."""
    for token in sentence.tokens:
        mention = token.mention
        if mention is None or mention.kind != "name" or mention.type != "Court" or mention.entity is not None:
            continue
        honour = HONOUR.match(mention.text)
        if honour is not None:
            mention = replace(mention, start=mention.start + honour.end(), text=mention.text[honour.end() :])
            token.mention = mention
        placed = any(c.dep == "prep" and c.lower in PLACED and c.i == token.i + 1 for c in token.children)
        if PLAIN.fullmatch(mention.text) or (OF_KIND.fullmatch(mention.text) and not placed):
            token.mention = replace(
                mention, kind="nominal", head=mention.text.split()[-1].lower(), definite=_is_definite(token)
            )


def _is_definite(token: Token) -> bool:
    article = token.child("det", "poss")
    return article is not None and article.lower not in {"a", "an", "any", "no", "every", "each", "another"}
