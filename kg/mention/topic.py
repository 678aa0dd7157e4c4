"""What makes a text one about platforms, technology firms, online speech, internet access or data protection."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg import lexicon
from kg.gazetteer import Gazetteer

#: "(AFP via Yahoo)": where a report was read is not what it is about.
SOURCE_NOTE = re.compile(r"\([^()]*\bvia [^()]*\)")
#: "former Microsoft CEO Steve Ballmer" buys a basketball club: the firm is not what the text is about.
ONCE = re.compile(r"(?:\b[Ff]ormer |\b[Ee]x-)$")
OFFICE = re.compile(r" (?:CEO|chief|[Cc]hair|president|boss|executive|founder|director|head)")
ON_TOPIC = {"Platform", "Company", "Product"}


def is_of_the_field(text: str, gazetteer: Gazetteer) -> bool:
    """Whether a text names a platform, technology firm or product, or has a strong topic word or two weak ones."""
    for aside in (SOURCE_NOTE, lexicon.topic("passing")):
        text = aside.sub("", text)
    if lexicon.topic("strong").search(text) is not None or any(_names(text, gazetteer)):
        return True
    return len({word.group().lower() for word in lexicon.topic("weak").finditer(text)}) > 1


def _names(text: str, gazetteer: Gazetteer) -> Iterator[bool]:
    for name in gazetteer.find(text):
        if name.entry.type in ON_TOPIC and name.entry.topical:
            yield ONCE.search(text, 0, name.start) is None or OFFICE.match(text, name.end) is None
