"""What an event is told to concern, in the words that any noun or verb may have for it.

"a hearing *regarding* the safety of minors", "a suit *revolving around* privacy", "met *with regard to* the law", "in a
dispute *involving* app fees": an event of which its own rule found no matter is about that.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from kg.language import paths
from kg.language.phrase import phrase, surface
from kg.language.token import Sentence, Token
from kg.model import PLACES, Argument, Mention
from kg.vocabulary import is_a

#: Events that are about something else than what is done to whom.
CONCERNING = {
    "Accusation", "Appeal", "Charge", "Commitment", "Cooperation", "Hearing", "InformationRequest", "Investigation",
    "LawProposal", "Lawsuit", "Meeting", "Order", "Settlement", "Warning",
}  # fmt: skip
#: Participles whose object, or whose phrase, is what the noun before them is about.
TOUCHING = "involve|concern|regard|surround|challenge|contest|question"
TURNING = "relate|revolve|centre|center|focus|stem|arise|result|originate|touch|pertain|deal|connect|link"
TO = "on|upon|around|from|to|with|over|about"
TOLD = (
    "about|over|regarding|concerning|surrounding|respecting|in+relation+to|in+connection+with|in+respect+of"
    "|with+regard+to|with+regards+to|with+respect+to|relating+to|related+to"
)
#: Of what somebody speaks or has a part in, where the parser took it for a noun of its own.
REGARD = "pp[with|in|as] .[regard|regards|respect|relation|reference|connection] pp[to|of|with]"
CASES = "case|dispute|lawsuit|suit|litigation|investigation|probe|inquiry|matter|proceeding|row|action|complaint"
#: Where the participle hangs: on the noun, on its verb, on whom it is against, or on the case in which it is done.
HOLDERS = ("", "pp[into|of|against|with|to|by|between] ", f"pp[in|over|to] .[{CASES}] ")
ABOUT = " | ".join(
    (
        f"pp[{TOLD}]",
        REGARD,
        *(
            f"{holder}{clause}"
            for holder in HOLDERS
            for clause in (f"acl[{TOUCHING}] dobj", f"acl[{TURNING}] pp[{TO}]")
        ),
        f"pp[in|over|to] .[{CASES}] pp[{TOLD}]",
        f"advcl[{TOUCHING}] dobj",
        f"advcl[{TURNING}] pp[{TO}]",
        f"support advcl[{TOUCHING}] dobj",
        f"support advcl[{TURNING}] pp[{TO}]",
    )
)
#: What says no more than that there is something.
BARE = {"case", "matter", "issue", "issues", "matters", "topic", "subject", "thing", "it", "this", "that", "which"}


#: Matters that say nothing ("a request for *information* on its chatbot").
EMPTY = BARE | {"information", "data", "details", "records", "documents", "clarification", "answers"}


def about(token: Token, event: str, matters: list[Argument], sentence: Sentence) -> Iterator[Argument]:
    """The first thing that an event is told to concern, if it is no party, place or time, and nothing else tells it."""
    told = [a for a in matters if a.mention.text.lower() not in EMPTY]
    if event not in CONCERNING or told:
        yield from matters
        return
    for steps in paths.parse(ABOUT):
        for end in paths.walk(token, steps):
            found = phrase(end, sentence) if _tells(end, token) else None
            if found is not None:
                yield Argument("matter", _whole(end, found), ("Phrase",))
                return
    yield from matters


def _tells(end: Token, trigger: Token) -> bool:
    """Whether a word says what something is about: no pronoun or mere "case", nobody and nowhere."""
    if end is trigger or end.pos == "PRON" or end in trigger.ancestors():
        return False
    bare = end.lower in BARE and not any(c.dep in {"compound", "prep", "acl", "relcl", "amod"} for c in end.children)
    mention = end.mention
    if bare or mention is None:
        return not bare
    if mention.type in {"Time", "Amount", "Number", *PLACES}:
        return False
    return mention.kind == "nominal" or not is_a(mention.type, "Actor")


def _whole(end: Token, found: Mention) -> Mention:
    """The name itself where it is all that is said."""
    return end.mention if end.mention is not None and end.mention.text == found.text else found


def areas(sentence: Sentence) -> list[Argument]:
    """ "may have broken the law *in areas linked to* the safety of minors, *to* ads and *to* data": each of them."""
    opening = next((t for t in sentence.tokens if t.lemma in {"area", "field"} and t.child("acl") is not None), None)
    linked = opening.child("acl") if opening is not None else None
    if linked is None or linked.lemma not in {"link", "relate", "connect", "pertain"}:
        return []
    words = sentence.tokens[linked.i + 1 :]
    pairs = pairwise(sentence.tokens[linked.i :])
    starts = [t.i for before, t in pairs if t.lower == "to" and _lists(before, linked)]
    found = []
    for start, end in zip(starts, [*starts[1:], words[-1].i + 1], strict=True):
        item = sentence.tokens[start + 1 : end]
        while item and item[-1].text in {",", "and", ".", ";", "or", ":"}:
            item.pop()
        while item and item[0].dep == "det":
            item.pop(0)
        if item:
            told = Mention(item[0].start, item[-1].end, surface(item, sentence), "Phrase", "phrase")
            found.append(Argument("matter", told, ("Phrase",)))
    return found if len(found) > 1 else []


def _lists(before: Token, linked: Token) -> bool:
    return before is linked or before.text in {",", "and", ";"}
