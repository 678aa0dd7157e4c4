"""What makes a text one about platforms, technology firms, online speech, internet access or data protection."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg import lexicon
from kg.gazetteer import Gazetteer

#: "(AFP via Yahoo)", "(Yahoo/Reuters)": where a report was read is not what it is about.
SOURCE_NOTE = re.compile(r"\((?:[^()]*\bvia [^()]*|[A-Z][\w.!]*/[A-Z][\w.!]*)\)")
#: "former Microsoft CEO Steve Ballmer" buys a basketball club: the firm is not what the text is about.
ONCE = re.compile(r"(?:\b[Ff]ormer |\b[Ee]x-)$")
OFFICE = re.compile(r" (?:CEO|chief|[Cc]hair|president|boss|executive|founder|director|head)")
#: "Follow the agency on social media", "Like us on Facebook": how a page ends, whatever it is about.
FOLLOW_US = re.compile(
    r"\b(?:[Ff]ollow|[Ll]ike|[Ff]ind|[Jj]oin|[Vv]isit|[Cc]onnect with)\b[^.\n]{0,60}? on "
    r"(?:social media|Facebook|Twitter|X|Instagram|YouTube|LinkedIn)\b[^.\n]*"
)
#: A long text has more words by chance: of the weak ones it needs one in so many words.
ONE_WEAK_IN = 80
#: Characters between two words that tell the topic together: about eight words.
CLOSE = 50
ON_TOPIC = {"Platform", "Company", "Product"}


def is_of_the_field(text: str, gazetteer: Gazetteer) -> bool:
    """Whether a text names a platform, technology firm or product, has a strong topic word, two that tell the topic
    together ("shut down" beside "website"), or two weak ones."""
    for aside in (SOURCE_NOTE, FOLLOW_US, lexicon.topic("passing")):
        text = aside.sub("", text)
    if lexicon.topic("strong").search(text) is not None or any(_names(text, gazetteer)):
        return True
    if any(_close_together(one, other, text) for one, other in lexicon.near()):
        return True
    weak = [word.group().lower() for word in lexicon.topic("weak").finditer(text)]
    return len(set(weak)) > 1 and len(weak) * ONE_WEAK_IN >= len(text.split())


def _close_together(one: re.Pattern[str], other: re.Pattern[str], text: str) -> bool:
    """Whether a word of one kind stands close to a word of another."""
    found = one.finditer(text)
    return any(other.search(text, max(0, m.start() - CLOSE), m.end() + CLOSE) is not None for m in found)


def _names(text: str, gazetteer: Gazetteer) -> Iterator[bool]:
    for name in gazetteer.find(text):
        if name.entry.type in ON_TOPIC and name.entry.topical:
            yield ONCE.search(text, 0, name.start) is None or OFFICE.match(text, name.end) is None
