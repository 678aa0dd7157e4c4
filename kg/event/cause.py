"""In which case a hearing is, where it is only called "the case" or "the matter", and which court holds it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.event.filling import filled
from kg.language.phrase import phrase
from kg.language.token import Sentence, Token
from kg.model import Claim, Fact, Filler, Mention
from kg.reference.bench import Bench

#: How a case is taken up without a word of what it is about.
UNSAID = re.compile(
    r"(?:the |this |that |our |their |his |her |its |said |present |these |such |several |both |all )*"
    r"(?:(?:case|matter|petition|plea|appeal|suit|hearing|application|proceeding)s?|arguments|submissions|parties|counsels?)",
    re.IGNORECASE,
)
#: Nouns of a case that can say what it is about.
CASES = {"case", "petition", "suit", "lawsuit", "appeal", "pil", "pils", "plea", "litigation"}
#: What says nothing of what a case is about, or that it is another one.
EMPTY = {
    "ongoing", "pending", "present", "important", "private", "instant", "said", "similar", "other", "another", "such",
    "any", "no", "every", "many", "several", "multiple", "landmark", "court", "legal", "first", "second", "recent",
    "next",
}  # fmt: skip
OTHERS = {"another", "any", "no", "every", "some", "such", "many", "several", "multiple", "similar", "other", "each"}
#: Behind these a case is told by what it is about or who brought it.
ABOUT = {"against", "over", "on", "about", "of", "by", "regarding", "concerning", "challenging"}
FILED = {"file", "involve", "seek", "challenge", "concern", "regard", "bring", "put", "move", "relate"}
#: Hearings of cases; what somebody says or is asked at one is told with its own words.
OF_CASES = {
    "hearing.listed",
    "hearing.dated",
    "hearing.noun",
    "hearing.court-hears",
    "hearing.next-date",
    "hearing.heard",
    "hearing.set",
}


class CauseList:
    """The cases of a document, and the hearings in them."""

    def __init__(self, sentences: Sequence[Sentence], bench: Bench) -> None:
        self.bench = bench
        self.cases = [told for sentence in sentences for told in _cases(sentence)]
        self._before: dict[str | None, Filler] = {}

    def with_case(self, fact: Fact, claim: Claim) -> Fact:
        """A hearing with its court and its case, where its own sentence does not name them."""
        if fact.type != "Hearing" or claim.match.rule not in OF_CASES:
            return fact
        args, start = dict(fact.args), claim.match.start
        court = self.bench.sitting(claim.match.end) or self.bench.only()
        if court is not None and not {"agent", "recipient", "target"} & args.keys():
            args["agent"] = (
                Filler(
                    court.label,
                    court.type,
                    start,
                    claim.match.end,
                    court.id,
                    None,
                    court.aliases,
                    court.wikidata,
                    "nominal",
                ),
            )
        said = args.get("matter", ())
        unsaid = "target" not in args and (all(UNSAID.fullmatch(f.label) for f in said) if said else "time" in args)
        holder = next((f.id for f in args.get("agent", ())), None)
        if unsaid:
            args["matter"] = self._case(holder, start, said) or said
        elif holder is not None and said and CASES & set(said[0].label.lower().split()):
            self._before[holder] = said[0]
        return filled(fact, args)

    def _case(self, court: str | None, position: int, own: tuple[Filler, ...]) -> tuple[Filler, ...]:
        """The case that the court has been told to hear before, else the last one told of."""
        if court in self._before:
            return (self._before[court],)
        places = {f.start for f in own}
        others = {told.label for other, told in self._before.items() if other != court}
        before = [case for case in self.cases if case.start < position and case.start not in places]
        before = [case for case in before if case.text not in others]
        return (Filler(before[-1].text, "Phrase", before[-1].start, before[-1].end),) if before else ()


def _cases(sentence: Sentence) -> Iterator[Mention]:
    """The phrases of a sentence that say what a case is about or who brought it."""
    for token in sentence.tokens:
        if token.lower.rstrip("s") not in CASES and token.lower not in CASES:
            continue
        plural = token.lower in {"cases", "suits", "appeals"}
        if plural or token.dep == "compound" or any(c.lower in OTHERS for c in token.children if c.i < token.i):
            continue
        if _is_described(token) and (told := phrase(token, sentence)) is not None and not UNSAID.fullmatch(told.text):
            yield told


def _is_described(noun: Token) -> bool:
    for child in noun.children:
        if child.i < noun.i and child.dep in {"compound", "amod", "nmod", "poss"} and child.lower not in EMPTY:
            return child.pos != "PRON" and child.lower not in {"its", "his", "her", "their", "our"}
        if child.dep == "prep" and child.lower in ABOUT and child.i > noun.i:
            inner = child.child("pobj")
            return inner is not None and (child.lower != "of" or inner.mention is not None)  # "a case of *theft*"
        if child.dep == "acl" and child.lemma in FILED:
            return True
    return False
