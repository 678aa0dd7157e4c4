"""A network through which somebody only spoke: "the minister *tweets that* talks go on" is a text about the talks.

Where he meets with something for his words, or speaks of accounts and users, the text is about online speech after all.
"""

from __future__ import annotations

import re

from kg import lexicon

#: Where anybody may tell anything.
NETWORK = "(?:social media|Facebook|Twitter|Instagram|YouTube|Telegram|Twitch|8chan)"
WHOSE = "(?:(?:an?|the|his|her|their|its) )?"
SAYS = (
    "(?:said|says?|saying|claim(?:s|ed|ing)?|stat(?:es|ed|ing)|announc(?:es|ed|ing)|declar(?:es|ed|ing)|inform(?:s|ed)"
    "|posts(?: a statement)?|writ(?:es|ing)|wrote|not(?:es|ed|ing)|prais(?:es|ed|ing)|recogni[sz](?:es|ed)"
    "|respond(?:s|ed)|accounts linked to)"
)
#: "Tweeted *that* ...", "tweets *his* support": a verb, where "his tweets" are a thing.
TWEETS = (
    "(?<!for )(?<!over )(?<!by )(?:re)?tweet(?:s|ed|ing)?"
    "(?: (?:back|out|in (?:response|reply)|(?:his|her|its) support))?"
    "(?: that\\b|[:,]|(?= [\"“']| (?:an?|it|his|her|their|its|support|congratulations) ))"
)
#: The network as that through which somebody speaks.
MEDIUM = re.compile(
    r"\b(?:re)?tweet(?:s|ed|ing)?\b"
    rf"|\b(?:on|by|via|in|through|over) {WHOSE}(?:official |personal |own |new )?(?:[\w-]+ )?(?:{NETWORK}|online)"
    r"(?: (?:page|posts?|postings?|message|video|statement|account|feed|site))?\b"
    r"|\bsocial media accounts linked to\b"
    r"|\blivestream(?:s|ed|ing)?\b",
    re.IGNORECASE,
)
#: "A video *on the internet*", "sells her songs *through the internet*": where anything is shown.
ON_THE_NET = re.compile(r"(?<!control )(?<!controls )\b(?:on|via|through) the internet\b", re.IGNORECASE)
#: How one speaks through it: "*tweets that* ...", "*announces* her retirement *on Twitter*", "*in a tweet*, he ...".
SPEAKING = re.compile(
    rf"\b{TWEETS}"
    r"|\b(?:in|sends?|sent) an? (?:series of )?tweets?\b|^A tweet (?:from|by)\b|\btweets (?:originating )?(?:from|by)\b"
    r"|\b(?:claims?|announces?|says?|requests?|asks?|calls?|states?),? via (?:an? )?(?:[\w-]+ )?"
    r"(?:tweet|Twitter|Facebook)\b"
    rf"|\b{SAYS}\b[^.;]{{0,60}}? (?:on|by|via|in|over|through) {WHOSE}(?:[\w-]+ )?"
    rf"(?:{NETWORK}|online (?:video|statement))\b(?: (?:page|posts?|posting|message|video|statement|account))?"
    rf"|\b{SAYS}\b[^.;]{{0,60}}? claim(?:s|ed)? responsibility"
    rf"|\b(?:link|portray|describ|call|style)(?:ed|s)? (?:him|her|it|them)sel(?:f|ves)\b[^.;]{{0,40}}? on {NETWORK}\b"
    rf"|\b(?:livestream(?:s|ed|ing)?|post(?:s|ed|ing)? (?:it|them)) (?:[\w ]+ )?on {NETWORK}\b",
    re.IGNORECASE,
)
#: What somebody may tell of that is of the field itself.
SERVICES = re.compile(
    r"\b(?:platforms?|websites?|users?|online|hack\w*|compan(?:y|ies)|apps?|computers?)\b", re.IGNORECASE
)
#: What parts the clause in which one speaks from another deed before it.
ANOTHER_DEED = re.compile(r",? and |; | while | but ")
#: Words of a text that may be about one thing alone.
SHORT = 120
SENTENCE_END = re.compile(r"(?<=[.!?\"”])\s+(?=[A-Z\"“])")


def without_medium(text: str) -> str:
    """A short text without the networks through which somebody only spoke, sentence by sentence.

    A long one tells more than what was spoken there.
    """
    if len(text.split()) > SHORT:
        return text
    if lexicon.topic("consequence").search(text) is None:
        text = ON_THE_NET.sub("", text)
    return " ".join(_spoken(sentence) for sentence in SENTENCE_END.split(text))


def _spoken(sentence: str) -> str:
    """A sentence without its medium, unless he who speaks meets with something for it or tells of such services."""
    speaking = SPEAKING.search(sentence)
    if speaking is None:
        return sentence
    told = MEDIUM.sub("", ANOTHER_DEED.split(sentence[: speaking.end()])[-1])
    content = MEDIUM.sub("", sentence[speaking.end() :])
    of_field = lexicon.topic("consequence").search(told) or SERVICES.search(content)
    return sentence if of_field is not None else MEDIUM.sub("", sentence)
