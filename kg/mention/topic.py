"""What makes a text one about platforms, technology firms, online speech, internet access or data protection."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg import lexicon
from kg.gazetteer import Gazetteer, Name
from kg.mention.medium import without_medium

#: "(AFP via Yahoo)", "(Yahoo/Reuters)", "... the vote. (Yahoo!)", "- Yahoo - AFP", an address: where a report was
#: read is not what it is about.
SOURCE_NOTE = re.compile(
    r"\((?:[^()]*\bvia [^()]*|[A-Z][\w.!]*/[A-Z][\w.!]*)\)"
    r"|(?<=[.?!\"”])\s*(?:\([A-Z][^()]{1,60}\),?\s*)+(?=$|[A-Z])"
    r"|(?:\s-\s[A-Z][\w!]*(?: [A-Z][\w!]*)?){2,}\s*$"
    r"|\bhttps?://\S+"
)
#: "former Microsoft CEO Steve Ballmer" buys a basketball club: the firm is not what the text is about.
ONCE = re.compile(r"(?:\b[Ff]ormer |\b[Ee]x-)(?:(?:CEO|chief|chairman|president|head) of )?$")
OFFICE = re.compile(r" (?:CEO|chief|[Cc]hair|president|boss|executive|founder|director|head)", re.IGNORECASE)
#: "Microsoft co-founder Bill Gates" gives to charity: what he does is not the firm's, unless there is a case.
FOUNDER = re.compile(r"(?:'s)? (?:co-)?founders?\b")
CASE = re.compile(
    r"\b(?:arrest|charg|indict|jail|sentenc|convict|guilty|fraud|trial|court|prison|su(?:ed|es|ing)\b|resign|oust|fine|probe|investigat|suspen|ban(?:s|ned)?\b)"
)
#: "An accident with an Uber *vehicle*", "the rocket with its Facebook *payload*": a thing on the road or in the sky.
VEHICLE = re.compile(r" (?:(?:self-driving|autonomous|driverless) )?(?:cars?|taxis?|vehicles?|payload)\b")
#: "Follow the agency on social media", "report it online at an address": how a page ends, whatever it is about.
FOLLOW_US = re.compile(
    r"\b(?:[Ff]ollow|[Ll]ike|[Ff]ind|[Jj]oin|[Vv]isit|[Cc]onnect with)\b[^.\n]{0,60}? on "
    r"(?:social media|Facebook|Twitter|X|Instagram|YouTube|LinkedIn)\b[^.\n]*"
    r"|\b[Oo]nline at [\w.]+\.\w+"
)
#: A long text has more words by chance: of the weak ones it needs one in so many words.
ONE_WEAK_IN = 80
#: Characters between two words that tell the topic together: about eight words.
CLOSE = 50
ON_TOPIC = {"Platform", "Company", "Product"}


def is_of_the_field(text: str, gazetteer: Gazetteer) -> bool:
    """Whether a text names a platform, technology firm or product, has a strong topic word, two that tell the topic
    together ("shut down" beside "website"), or weak ones of two kinds."""
    for aside in (SOURCE_NOTE, FOLLOW_US, lexicon.topic("passing")):
        text = aside.sub("", text)
    text = without_medium(text)
    if lexicon.topic("strong").search(text) is not None or any(_names(text, gazetteer)):
        return True
    if any(_close_together(one, other, text) for one, other in lexicon.near()):
        return True
    kinds = [word.lastindex for word in lexicon.weak_topic().finditer(text)]
    return len(set(kinds)) > 1 and len(kinds) * ONE_WEAK_IN >= len(text.split())


def _close_together(one: re.Pattern[str], other: re.Pattern[str], text: str) -> bool:
    """Whether a word of one kind stands close to a word of another."""
    found = one.finditer(text)
    return any(other.search(text, max(0, m.start() - CLOSE), m.end() + CLOSE) is not None for m in found)


def _names(text: str, gazetteer: Gazetteer) -> Iterator[bool]:
    for name in gazetteer.find(text):
        if name.entry.type in ON_TOPIC and name.entry.topical:
            once = ONCE.search(text, 0, name.start)
            office = OFFICE.match(text, name.end) or (once and once.group().endswith("of "))
            founder = name.entry.type == "Company" and FOUNDER.match(text, name.end) and not CASE.search(text)
            vehicle = VEHICLE.match(text, name.end) and not CASE.search(text)
            passing = (once and office) or founder or vehicle
            yield not passing and not _is_surname(text, name, gazetteer)


def _is_surname(text: str, name: Name, gazetteer: Gazetteer) -> bool:
    """Whether a firm's name is somebody's: "ambassador Christopher *Dell*"."""
    before = text[: name.start].split()[-1:]
    return bool(before) and text[name.start - 1] == " " and before[0] in gazetteer.given_names
