"""The country or region of an event that is told by who acts, by whom it concerns, or by what befell somebody.

"Police *in Cambodia* said she was arrested in Phnom Penh", "urged the governments *of Goa and Kerala* to open a probe",
"ordered it to give users *in France* a choice", "was held as she spoke to a crowd *in Kampala*".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.language.token import Sentence, Token
from kg.model import PLACES, Argument, Mention
from kg.vocabulary import is_a

#: What authorities announce that they, or others of their country, have done at home.
ANNOUNCED = {
    "Arrest", "Charge", "Release", "Sentence", "Conviction", "Fine", "Ban", "BanLifted", "Investigation", "Warrant",
}  # fmt: skip
#: What the government of a part of a country does, or is asked to do, there.
GOVERNED = {"Investigation", "Order", "Ban", "BanLifted"}
RULERS = {"government", "governments", "minister", "ministers", "governor", "governors", "cabinet", "administration"}
#: Measures for people of a place alone, and what those people are called.
SCOPED = {"Order", "Ban", "BanLifted", "PolicyChange", "Commitment"}
USERS = {
    "user", "customer", "consumer", "subscriber", "resident", "citizen", "child", "minor", "teenager", "teen", "people",
}  # fmt: skip
#: Nouns that tell that a name beside them is of a place ("the *Gilan* province", "the city *of Kano*").
AREAS = {"province", "district", "county", "city", "town", "village", "region", "governorate", "prefecture", "area"}
#: Verbs of being or coming somewhere, where somebody is seized.
SEIZED = {"Arrest"}
WHILE = {"as", "while", "when", "after", "before"}
SITES = {"capital", "city", "town", "airport", "area", "district", "suburb", "village", "port", "hotel", "region"}


def of_speaker(token: Token, event: str) -> Iterator[Token]:
    """ "Authorities *in Ghana* said she was charged": the country of the police or authority that announces it."""
    verb = token
    while verb.dep in {"conj", "xcomp", "attr", "acomp"} and verb.head is not None:
        verb = verb.head
    speech = verb.head if verb.dep == "ccomp" and event in ANNOUNCED else None
    speaker = speech.child("nsubj") if speech is not None else None
    if speaker is None or speaker.mention is None or not is_a(speaker.mention.type, "PublicBody"):
        return
    inside = [c for c in speaker.children if c.dep == "prep" and c.lower == "in"]
    for place in (w for c in inside for w in c.children):
        if place.mention is not None and place.mention.type == "Country":
            yield place


def of_governments(parties: Iterable[Argument], event: str, sentence: Sentence) -> Iterator[Token]:
    """ "the state governments *of Goa and Kerala*", "the *Goa* government": the parts of a country that they rule."""
    spans = [(a.mention.start, a.mention.end) for a in parties] if event in GOVERNED else []
    for token in sentence.tokens:
        if RULERS.isdisjoint(token.lower.split()[-1:]) or not any(start <= token.start < end for start, end in spans):
            continue
        of = [w for c in token.children if c.dep == "prep" and c.lower == "of" for w in c.children if w.dep == "pobj"]
        ruled = [*of, *(c for w in of for c in _listed(w)), *token.within]
        ruled += [c for c in token.children if c.dep in {"compound", "nmod", "poss"}]
        yield from (t for t in ruled if t.mention is not None and t.mention.type == "Region")
    for token in sentence.tokens:  # "the governments of Goa and Kerala", each of which is meant by its name
        above = next((t for t in token.ancestors() if t.dep not in {"conj", "pobj", "prep"} or t.lower in RULERS), None)
        ruler = above is not None and not RULERS.isdisjoint(above.lower.split()[-1:])
        if ruler and token.mention is not None and token.mention.type == "Region":
            yield from (token for start, end in spans if start <= token.start < end and start == token.mention.start)


def of_users(matters: Iterable[Argument], event: str, sentence: Sentence) -> Iterator[Token]:
    """ "must give users *in France* a choice": where those are to whom a measure is confined."""
    spans = [(a.mention.start, a.mention.end) for a in matters] if event in SCOPED else []
    found = []
    for token in sentence.tokens:
        place = token.mention is not None and token.mention.type in PLACES and token.dep == "pobj"
        preposition = token.head if place and any(start <= token.start < end for start, end in spans) else None
        people = preposition.head if preposition is not None and preposition.lower == "in" else None
        if people is not None and people.dep == "acl" and people.lower == "located":
            people = people.head
        if people is not None and people.lemma in USERS and not any(t.dep == "relcl" for t in people.ancestors()):
            found.append(token)
    yield from found if len(found) == 1 else ()


def of_seizure(token: Token, event: str) -> Iterator[Token]:
    """ "held *as she spoke to a crowd in Kampala*", "arrested six and *seized phones in Kampala*"."""
    if event not in SEIZED or token.pos != "VERB":
        return
    clauses = [c for c in token.children if c.dep == "advcl" and any(m.lower in WHILE for m in c.children)]
    clauses += [c for c in token.children if c.dep == "conj" and c.pos == "VERB" and not c.child("nsubj", "nsubjpass")]
    for clause in (c for c in clauses if c.i > token.i and c.child("aux", "neg") is None):
        things = [clause, *(c for c in clause.children if c.dep in {"dobj", "prep"})]
        things += [w for c in things if c.dep == "prep" for w in c.children if w.dep == "pobj"]
        opened = [c for t in things for c in (t, *t.children) if c.dep == "prep" and c.lower in {"in", "at", "near"}]
        for noun in (w for c in opened for w in c.children if w.dep == "pobj"):
            beside = [c for c in noun.children if c.dep in {"appos", "compound", "nmod"}] if noun.lemma in SITES else []
            named = [t for t in (noun, *beside) if t.mention is not None and t.mention.type in PLACES]
            if named:
                yield from named[:1]
                return


def _listed(token: Token) -> Iterator[Token]:
    for other in (c for c in token.children if c.dep == "conj"):
        yield other
        yield from _listed(other)


def place_called(token: Token) -> Mention | None:
    """ "the small nation *of Nauru*", "the city *of Lyon*", "the *Gilan* province": the name, not the noun.

    A name that is not known is of a place where the noun says so.
    """
    mention = token.mention
    if mention is not None and mention.kind == "name" and mention.type == "Actor" and token.dep == "compound":
        noun = token.head.lemma if token.head is not None and token.head.mention is None else ""
        return replace(mention, type="City") if noun in AREAS and mention.text.istitle() else None
    inside = token.lemma in AREAS and token.head is not None and token.head.lower in {"in", "across", "near"}
    if mention is None or mention.kind != "nominal" or (mention.type not in PLACES and not inside):
        return None
    below = (g for c in token.children if c.dep == "prep" and c.lower == "of" for g in c.children if g.dep == "pobj")
    named = [t.mention for t in below if t.mention is not None and t.mention.kind == "name"]
    unknown = (replace(m, type="City") for m in named if m.entity is None and token.lemma in AREAS)
    return next((m for m in named if m.type in PLACES), None) or next(unknown, None)
