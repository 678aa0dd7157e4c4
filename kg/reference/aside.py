"""Who speaks in an aside: "The app had ignored the notice, *it said*", "'He cannot stand,' *the lawyer added*".

Who tells of somebody by name speaks of another, and whoever spoke before goes on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from kg import lexicon
from kg.language.token import Sentence, Token
from kg.model import Entity, Mention
from kg.reference.referent import Referent

#: Nouns for a person by which a text goes on with a speaker told of before.
SPEAKING = {
    "lawyer", "attorney", "spokesman", "spokeswoman", "spokesperson", "official", "officials", "minister", "officer",
    "prosecutor", "judge", "president", "chief", "director", "source", "sources", "activist", "journalist", "senator",
    "lawmaker", "executive", "expert", "researcher", "analyst",
}  # fmt: skip


def speaks(token: Token) -> bool:
    """Whether a word is the subject of a verb of saying."""
    verb = token.head
    return verb is not None and token.dep == "nsubj" and verb.lemma in lexicon.verbs("saying")


def said_before(token: Token) -> Token | None:
    """The clause that it speaks, where that stands before it or around it."""
    verb = token.head
    if verb is None or not speaks(token) or any(c.dep == "ccomp" and c.i > verb.i for c in verb.children):
        return None
    said = next((c for c in verb.children if c.dep == "ccomp" and c.i < token.i), None)
    return said or (verb.head if verb.dep in {"parataxis", "ccomp"} else None)


def who_spoke(fitting: list[Referent], token: Token, sentence: Sentence) -> list[Referent]:
    """Of those whom a speaker's pronoun may mean, who spoke before the sentence, if anybody did.

    Somebody who is told of in the sentence beside what is said may be meant as well ("*Lee* left because, she said, it
    was unsafe").
    """
    said = said_before(token)
    if said is None:
        return fitting
    told = {t.start_of_mention for t in said.subtree()}
    if any(r.position >= sentence.start and r.position not in told for r in fitting):
        return fitting
    others = [r for r in fitting if r.named or r.position not in told]  # "'A child is no user,' *he said*"
    return [r for r in fitting if r.speaks and r.position < sentence.start] or others or fitting


def carried_on(token: Token, before: Sentence | None, history: Sequence[Referent]) -> tuple[Entity, ...]:
    """Whom a plural means that goes on with those of the sentence before: who spoke there, or was written to."""
    return _goes_on(token, before, history) or _written_to(token, before, history)


def _goes_on(token: Token, before: Sentence | None, history: Sequence[Referent]) -> tuple[Entity, ...]:
    """ "*Officials* say that users were warned. *They* say ...": several who spoke go on, nobody else."""
    if before is None or token.i != 0 or token.lower != "they" or not speaks(token):
        return ()
    root = next((t for t in before.tokens if t.head is None and t.pos == "VERB"), None)
    teller = root.child("nsubj") if root is not None else None
    if teller is None or teller.mention is None or not speaks(teller):
        return ()
    told = [r for r in history if r.position == teller.start_of_mention and r.plural]
    return told[-1].entities if told else ()


def _written_to(token: Token, before: Sentence | None, history: Sequence[Referent]) -> tuple[Entity, ...]:
    """ "She sent letters *to the firms* on threats by others. She also warned *them* ...": to whom the letters went."""
    verb = token.head if token.dep in {"dobj", "dative"} and token.lower == "them" else None
    if before is None or verb is None or verb.lemma not in lexicon.verbs("addressing"):
        return ()
    root = before.root
    if root is None or root.lemma not in {"send", "write"}:
        return ()
    readers = [t for to in root.children if to.lower == "to" for t in to.children if t.dep == "pobj" and t.mention]
    told = [r for t in readers for r in history if r.position == t.start_of_mention and r.plural]
    return told[-1].entities if told else ()


def last_speaker(history: Sequence[Referent], sentence: Sentence) -> set[str]:
    """Who spoke last before a sentence, by identifier: whom "she" means that speaks in it."""
    before = [r for r in history if r.position < sentence.start and r.speaks]
    return {e.id for e in before[-1].entities} if before else set()


def told_of(token: Token, sentence: Sentence, meant: Callable[[Mention], Iterable[Entity]]) -> frozenset[str]:
    """Of whom a sentence tells that a person speaks who is told by his office: he himself is not among them."""
    mention = token.mention
    if mention is None or mention.kind != "nominal" or mention.head not in SPEAKING or said_before(token) is None:
        return frozenset()
    told = (t.mention for t in sentence.tokens if t.i < token.i and t.dep not in {"poss", "compound"})
    named = (m for m in told if m is not None and m.kind in {"name", "pronoun"})
    return frozenset(e.id for m in named for e in meant(m) if e.type == "Person")
