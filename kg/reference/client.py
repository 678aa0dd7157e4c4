"""Whom counsel speaks for, so that "her client" is somebody: "*his lawyer, Ann Lee*, said her client denies it"."""

from __future__ import annotations

from collections.abc import Callable

from kg.language.preposition import prepositional
from kg.language.syntax import objects, step
from kg.language.token import Token
from kg.model import Entity, Mention, is_local

COUNSEL = {"lawyer", "attorney", "solicitor", "barrister", "counsel", "advocate"}
Meant = Callable[[Mention], tuple[Entity, ...]]


def is_whose_counsel(pronoun: Token) -> bool:
    """Whether a pronoun says whose counsel somebody is: in a case it is the accused's ("*his* lawyer said")."""
    return pronoun.dep == "poss" and pronoun.head is not None and pronoun.head.lemma in COUNSEL


class Clients:
    """Who is represented by whom in one document, as far as it has been read."""

    def __init__(self, meant: Meant) -> None:
        self._meant = meant
        self._of: dict[str, tuple[Entity, ...]] = {}

    def note(self, token: Token, counsel: tuple[Entity, ...]) -> None:
        """Learns whom somebody represents, if the phrase that names him says so."""
        represented = self._represented(token) if len(counsel) == 1 else ()
        if represented and counsel[0].id not in {e.id for e in represented}:
            self._of[counsel[0].id] = represented

    def whose(self, client: Token) -> tuple[Entity, ...]:
        """ "*her client*": whom she represents; whom the only counsel does, where she is unnamed."""
        owners = [e for o in step(client, "poss") if o.mention is not None for e in self._meant(o.mention)]
        told = {e.id: e for group in self._of.values() for e in group}
        own = next((self._of[e.id] for e in owners if e.id in self._of), ())
        only = tuple(told.values()) if len(told) == 1 and client.tag == "NN" else ()
        return own or only

    def _represented(self, token: Token) -> tuple[Entity, ...]:
        nouns = [token, *(c for c in token.children if c.dep in {"appos", "compound"})]
        if token.dep == "appos" and token.head is not None:
            nouns.append(token.head)
        for noun in (n for n in nouns if n.lemma in COUNSEL):
            owners = [*step(noun, "poss"), *(t for word, t in prepositional(noun) if word in {"for", "of"})]
            owners += step(token, "poss") if noun.dep == "compound" else []
            found = self._people(owners)
            if found:
                return found
        clauses = [c for c in token.children if c.dep in {"relcl", "acl"} and c.lemma in {"represent", "defend"}]
        return self._people([t for c in clauses for t in objects(c)])

    def _people(self, tokens: list[Token]) -> tuple[Entity, ...]:
        told = [e for t in tokens if t.mention is not None for e in self._meant(t.mention)]
        return tuple(dict.fromkeys(e for e in told if not is_local(e.id)))
