"""What makes a text one about platforms, technology firms, online speech, internet access or data protection."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg import lexicon
from kg.gazetteer import Gazetteer, Name

#: "(AFP via Yahoo)", "(Yahoo/Reuters)", "... the vote. (Yahoo!)", "- Yahoo - AFP", an address: where a report was
#: read is not what it is about.
SOURCE_NOTE = re.compile(
    r"\((?:[^()]*\bvia [^()]*|[A-Z][\w.!]*/[A-Z][\w.!]*)\)"
    r"|(?<=[.?!\"”])\s*(?:\([A-Z][^()]{1,60}\),?\s*)+(?=$|[A-Z])"
    r"|(?:\s-\s[A-Z][\w!]*(?: [A-Z][\w!]*)?){2,}\s*$"
    r"|\bhttps?://\S+"
)
#: Where anybody may tell anything.
NETWORKS = "social media|Facebook|Twitter|Instagram|YouTube|Telegram"
#: A network as that through which somebody speaks.
MEDIUM = re.compile(
    r"\b(?:re)?tweet(?:s|ed|ing)?\b"
    r"|\b(?:on|by|via|in|through|over) (?:(?:an?|the|his|her|their|its) )?(?:official |personal |own |new )?(?:[\w-]+ )?"
    rf"(?:{NETWORKS}|online)(?: (?:page|posts?|postings?|message|video|statement|account|feed|site))?\b"
    r"|\bsocial media accounts linked to\b",
    re.IGNORECASE,
)
#: How one speaks through it: "*tweets that* ...", "*announces* her retirement *on Twitter*", "*in a tweet*, he ...".
SPEAKING = re.compile(
    r"(?<!for )(?<!over )(?<!by )\b(?:re)?tweet(?:s|ed|ing)?(?: (?:back|out|in (?:response|reply)|(?:his|her|its) support))?"
    r"(?: that\b|[:,]|(?= [\"“']| (?:an?|it|his|her|their|its|support|congratulations) ))"
    r"|\b(?:in|sends?|sent) an? (?:series of )?tweets?\b|^A tweet (?:from|by)\b|\b[Tt]weets (?:originating )?(?:from|by)\b"
    r"|\b(?:claims?|announces?|says?|requests?|asks?|calls?|states?),? via (?:an? )?(?:[\w-]+ )?(?:tweet|Twitter|Facebook)\b"
    r"|\b(?:said|says?|saying|claim(?:s|ed|ing)?|stat(?:es|ed|ing)|announc(?:es|ed|ing)|declar(?:es|ed|ing)|inform(?:s|ed)"
    r"|posts(?: a statement)?|writ(?:es|ing)|wrote|not(?:es|ed|ing)|prais(?:es|ed|ing)|recogni[sz](?:es|ed)|respond(?:s|ed)"
    r"|accounts linked to)\b[^.;]{0,60}?"
    rf"(?: (?:on|by|via|in|over|through) (?:an? |the |his |her |its )?(?:[\w-]+ )?(?:{NETWORKS}|online (?:video|statement))\b| claim(?:s|ed)? responsibility)",
    re.IGNORECASE,
)
#: What somebody meets with for what he says online, which makes of it a matter of online speech.
CONSEQUENCE = re.compile(
    r"\b(?:arrest|detain|held for|charge[ds]?\b|jail|imprison|prison|sentenc|convict|prosecut|indict|sue[ds]?\b|suing|lawsuit"
    r"|libel|defam|fine[ds]?\b|bann?\b|bans\b|banned|banning|block|suspen|remov|delet|shut|censor|investigat|probe|court"
    r"|judge|regulat|complain|police|blasphem|hate|insult|abus|harass|threat|hack|leak|fake|hoax|disinformation|misinformation"
    r"|incit|propagand|recruit|fired|fires|sack|dismiss|cancel|apolog|viral|accounts?\b|users?\b|platform|website|compan|firm"
    r"|network|access|cyber|data|privacy|video of|footage|secret|outrage|condemn|petition|crackdown)",
    re.IGNORECASE,
)
SENTENCE_END = re.compile(r"(?<=[.!?\"”])\s+(?=[A-Z\"“])")
#: "former Microsoft CEO Steve Ballmer" buys a basketball club: the firm is not what the text is about.
ONCE = re.compile(r"(?:\b[Ff]ormer |\b[Ee]x-)(?:(?:CEO|chief|chairman|president|head) of )?$")
OFFICE = re.compile(r" (?:CEO|chief|[Cc]hair|president|boss|executive|founder|director|head)", re.IGNORECASE)
#: "Microsoft co-founder Bill Gates" gives to charity: what he does is not the firm's, unless there is a case.
FOUNDER = re.compile(r"(?:'s)? (?:co-)?founders?\b")
CASE = re.compile(
    r"\b(?:arrest|charg|indict|jail|sentenc|convict|guilty|fraud|trial|court|prison|su(?:ed|es|ing)\b|resign|oust|fine|probe|investigat)"
)
#: "Is sending checks and PayPal *payments*": how money comes, whatever for.
PAYMENT = re.compile(r" (?:payments?|recipients?)\b")
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
    together ("shut down" beside "website"), or two weak ones."""
    for aside in (SOURCE_NOTE, FOLLOW_US, lexicon.topic("passing")):
        text = aside.sub("", text)
    text = " ".join(_without_medium(sentence) for sentence in SENTENCE_END.split(text))
    if lexicon.topic("strong").search(text) is not None or any(_names(text, gazetteer)):
        return True
    if any(_close_together(one, other, text) for one, other in lexicon.near()):
        return True
    weak = [word.group().lower() for word in lexicon.topic("weak").finditer(text)]
    return len(set(weak)) > 1 and len(weak) * ONE_WEAK_IN >= len(text.split())


def _without_medium(sentence: str) -> str:
    """A sentence without the network through which somebody only spoke: he meets with nothing for it."""
    speaking = SPEAKING.search(sentence)
    if speaking is None or CONSEQUENCE.search(MEDIUM.sub("", sentence[: speaking.end()])):
        return sentence
    return MEDIUM.sub("", sentence)


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
            passing = (once and office) or founder or PAYMENT.match(text, name.end)
            yield not passing and not _is_surname(text, name, gazetteer)


def _is_surname(text: str, name: Name, gazetteer: Gazetteer) -> bool:
    """Whether a firm's name is somebody's: "ambassador Christopher *Dell*"."""
    before = text[: name.start].split()[-1:]
    return bool(before) and text[name.start - 1] == " " and before[0] in gazetteer.given_names
