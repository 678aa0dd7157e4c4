"""Which court a document tells of as sitting, and which one "the Court", "the bench" or "the High Court" means.

A report of a hearing names its court once and cites others beside it: the court where the case came from, a judgment of
a court abroad. "The Court" goes on meaning the one that sits, not the one that was named last.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.language.token import FINITE, Sentence, Token
from kg.model import Entity, Mention
from kg.reference.register import Register, fold

#: What a court does in a case before it; what it held once, others cite.
SITTING = {
    "adjourn", "admit", "allow", "constitute", "direct", "dismiss", "grant", "hear", "issue", "list", "observe",
    "order", "permit", "post", "quash", "reject", "remark", "reserve", "restrain", "stay",
}  # fmt: skip
#: Verbs and nouns of a case, with the court behind them.
HEARD = {"list", "appear", "hear", "argue", "plead", "fix", "schedule", "resume", "adjourn", "represent"}
HEARING = {"hearing", "hearings", "proceedings", "arguments", "trial"}
BEFORE = {"before", "at", "in"}
#: Whoever sits for a court ("*Justice Ann Lee* of the High Court", "a *bench* of ...").
SEATED = {"bench", "benches", "judge", "justice", "judges", "panel", "j."}
#: The highest court of a country, without its name.
HIGHEST = re.compile(r"(?:hon'?ble )?(?:apex|top|highest|country's top) court")
#: A court that is told of without its name.
PLAIN = re.compile(
    r"(?:this |the |said |same )?(?:hon['’]?ble |honou?rable |learned )?"
    r"(?:(?:full )?court|(?:division |full |vacation |constitution(?:al)? |two-judge |three-judge )?bench)"
    r"(?: of (?:mr\.? |ms\.? |hon['’]?ble )*(?:chief )?justices? .*)?"
)
#: A kind of court of which a country may have many.
OF_KIND = re.compile(r"(?:hon['’]?ble )?((?:high|district|sessions) court)")


@dataclass(frozen=True, slots=True)
class Seat:
    """A court by name at a place of the text: whether it sits there, and whether it is the subject."""

    position: int
    sentence: int
    court: Entity
    sits: bool
    subject: bool


class Bench:
    """The courts that a document names."""

    def __init__(self, sentences: Iterable[Sentence], register: Register) -> None:
        self.seats = sorted(_seats(sentences, register), key=lambda seat: seat.position)

    def sitting(self, position: int) -> Entity | None:
        """The court that sat last before a place of the text."""
        before = [seat.court for seat in self.seats if seat.sits and seat.position < position]
        return before[-1] if before else None

    def only(self) -> Entity | None:
        """The only court that the document names."""
        named = {seat.court.id: seat.court for seat in self.seats}
        return next(iter(named.values())) if len(named) == 1 else None

    def meant(self, mention: Mention, token: Token, sentence: Sentence) -> Entity | None:
        """The court that a noun means which names none, if it is clear."""
        text = fold(mention.text.replace("’", "'"))
        if mention.type != "Court":
            return None
        if HIGHEST.fullmatch(text):
            return self._only("supreme court")
        if (kind := OF_KIND.fullmatch(text)) is not None and mention.definite:
            return self._only(kind[1]) or self._of_kind(kind[1], mention.start)
        if not PLAIN.fullmatch(mention.text.lower()) or not (mention.definite or " of " in mention.text):
            return None
        return self._beside(token, sentence) or (self._goes_on(mention, sentence) if mention.definite else None)

    def _only(self, kind: str) -> Entity | None:
        """The only court of a kind that the document names ("*Madras* High Court")."""
        found = {s.court.id: s.court for s in self.seats if kind in s.court.label.lower() != kind}
        found = found or {s.court.id: s.court for s in self.seats if s.court.label.lower() == kind}
        return next(iter(found.values())) if len(found) == 1 else None

    def _of_kind(self, kind: str, position: int) -> Entity | None:
        sitting = self.sitting(position)
        return sitting if sitting is not None and kind in sitting.label.lower() else None

    def _beside(self, token: Token, sentence: Sentence) -> Entity | None:
        """ "*At the Supreme Court*, a bench of two judges refused": the court at which a bench is told to sit."""
        verb = token.head
        if verb is None or token.dep != "nsubj" or not PLAIN.fullmatch(token.lower) or "bench" not in token.lower:
            return None
        opening = {t.start_of_mention for c in verb.children if c.i < token.i for t in c.subtree()}
        here = [s for s in self.seats if s.position in opening and s.sentence == sentence.index]
        return here[0].court if len(here) == 1 else None

    def _goes_on(self, mention: Mention, sentence: Sentence) -> Entity | None:
        """The court that sits, unless another one was told of as acting just before."""
        before = [s for s in self.seats if s.position < mention.start]
        sitting = self.sitting(mention.start)
        if sitting is None:
            return None
        last = before[-1]
        near = last.subject and sentence.index - last.sentence <= 1
        return None if near and last.court.id != sitting.id else sitting


def _seats(sentences: Iterable[Sentence], register: Register) -> Iterator[Seat]:
    for sentence in sentences:
        heading = not any(t.tag in FINITE for t in sentence.tokens) or sentence.tokens[-1].text == "?"
        named = [t for t in sentence.tokens for _ in _court_at(t)]
        for token in sentence.tokens:
            for mention in _court_at(token):
                sits = (heading and len(named) == 1) or _sits(token)
                subject = token.dep == "nsubj"
                yield Seat(mention.start, sentence.index, register.entity(mention), sits, subject)


def _court_at(token: Token) -> Iterator[Mention]:
    """A court by its own name at a token."""
    mention = token.mention
    named = mention is not None and mention.kind == "name" and mention.type == "Court"
    if named and mention is not None and not OF_KIND.fullmatch(mention.text.lower()):
        yield mention


def _sits(token: Token) -> bool:
    """Whether a court acts in its case, or somebody is heard before it."""
    above = token.head
    if above is None:
        return False
    if token.dep == "nsubj" and above.lemma in SITTING:
        if any(c.dep == "aux" and c.lower == "had" for c in above.children):
            return False  # "the court below *had* dismissed the suit"
        return not any(t.dep == "relcl" for t in (above, *above.ancestors()))
    if token.dep != "pobj" or above.head is None:
        return False
    carrier = above.head
    if above.lower in {"of", "at"} and (carrier.lower in SEATED or _is_judge(carrier)):
        return True
    if above.lower not in BEFORE or any(t.dep == "relcl" for t in (carrier, *carrier.ancestors())):
        return False
    if carrier.dep == "dobj" and carrier.lower not in HEARING and carrier.head is not None:
        carrier = carrier.head
    return carrier.lower in HEARING or (carrier.pos == "VERB" and carrier.lemma in HEARD)


def _is_judge(token: Token) -> bool:
    """ "*Justice Ann Lee* of the High Court"."""
    titled = any(c.lower in {"justice", "judge"} for c in token.children if c.dep in {"compound", "nmod"})
    return titled and token.mention is not None and token.mention.type in {"Person", "Actor"}
