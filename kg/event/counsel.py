"""What counsel says in a case he says to the court: "Ann Lee, *appearing for* the union, argued that ...".

A report of a hearing names the court once; those who plead before it speak to it all along.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from kg import vocabulary
from kg.language.token import Sentence, Token
from kg.model import Claim, Entity, Mention, is_local
from kg.reference.corefer import Coreference

#: What counsel does for a party, and with which word.
PLEADING = {"appear": {"for", "on"}, "represent": set[str](), "argue": {"for"}}
#: What a party's advocate is called before a court.
COUNSEL = {("senior", "advocate"), ("senior", "counsel"), ("learned", "counsel"), ("solicitor", "general")}
#: Whoever is called so and does so pleads before a court.
LAWYERS = {"lawyer", "lawyers", "counsel", "counsels", "advocate", "advocates", "attorney", "attorneys", "barrister"}
BEFORE_COURTS = {"argue", "submit", "contend", "plead"}
#: How one speaks to a court.
ARGUING = {
    "add", "agree", "argue", "assert", "contend", "emphasise", "emphasize", "explain", "highlight", "insist",
    "maintain", "note", "point", "reiterate", "say", "state", "stress", "submit", "suggest",
}  # fmt: skip


class Bar:
    """Who pleads before a court in a document, and before which."""

    def __init__(self, sentences: Sequence[Sentence], coreference: Coreference) -> None:
        self.sentences, self.coreference = sentences, coreference
        self.counsel = {e.id for s in sentences for t in s.tokens if _pleads(t, s) for e in self._named(t)}

    def court(self, claim: Claim) -> tuple[Entity, Mention] | None:
        """The court told of last before what counsel says to nobody in particular."""
        match = claim.match
        if not self.counsel or match.type != "Statement" or any(a.role == "recipient" for a in match.arguments):
            return None
        trigger = self.sentences[match.sentence].tokens[match.trigger]
        speakers = (a.mention for a in match.arguments if a.role == "agent")
        said = {e.id for mention in speakers for e in self.coreference.entities(mention)[0]}
        return self._court_before(trigger) if trigger.lemma in ARGUING and said & self.counsel else None

    def _court_before(self, trigger: Token) -> tuple[Entity, Mention] | None:
        """The court that sits, else the last one named before; its mention is wherever it was named last."""
        sitting = self.coreference.bench.sitting(trigger.start)
        unnamed: tuple[Entity, Mention] | None = None
        tokens = [t for s in self.sentences for t in s.tokens if t.start < trigger.start]
        for token in reversed(tokens):
            if token.mention is not None and token.mention.type == "Court":
                found, _ = self.coreference.entities(token.mention)
                if len(found) != 1 or not vocabulary.is_a(found[0].type, "Court"):
                    continue
                if is_local(found[0].id):
                    bare = token.mention.text in {"Court", "Hon'ble Court", "Bench"}
                    unnamed = unnamed or ((found[0], token.mention) if bare else None)
                else:
                    if sitting is not None and found[0].id != sitting.id:
                        continue
                    return found[0], token.mention
        return unnamed

    def _named(self, token: Token) -> tuple[Entity, ...]:
        return self.coreference.entities(token.mention)[0] if token.mention is not None else ()


def _pleads(token: Token, sentence: Sentence) -> bool:
    """Whether somebody is told as counsel: by his title, by what he does, or as "representing" a party before him."""
    if token.mention is None or token.mention.type not in {"Person", "Prosecutor", "PublicBody"}:
        return False
    before = [t.lower for t in sentence.tokens if t.i <= token.i][-6:]
    if token.dep in {"nsubj", "appos"} and COUNSEL & set(pairwise(before)):
        return True
    above = token.head if token.dep == "nsubj" else None
    if above is not None and above.lemma in BEFORE_COURTS and token.lower in LAWYERS:
        return True
    clauses = [c for c in token.children if c.dep in {"relcl", "acl"}]
    if above is not None and above.lemma == "appear":
        clauses.append(above)
    if token.dep == "nsubj" and token.head is not None:
        clauses.extend(c for c in token.head.children if c.dep == "advcl" and abs(c.i - token.i) < len(before))
    return any(_is_pleading(clause) for clause in clauses)


def _is_pleading(verb: Token) -> bool:
    words = PLEADING.get(verb.lemma)
    return words is not None and (not words or any(c.dep == "prep" and c.lower in words for c in verb.children))
