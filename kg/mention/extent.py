"""Where the phrase of an actor ends: "the owner *of the site*", not "police in Rome *for fraud*"."""

from __future__ import annotations

from kg import lexicon
from kg.language.token import Token, hang
from kg.model import PLACES

PUBLIC = {"Court", "Prosecutor", "LawEnforcement", "Regulator", "Ministry", "Legislature", "Government", "PublicBody"}
LONGEST_OF = 7
LONGEST_KNOWING = 9
#: What is said of those who tell what is not public.
INFORMED = {"familiar", "close", "privy", "briefed"}
#: Of what courts are, in so many words.
OF_COURTS = {"appeal", "appeals", "cassation", "justice"}
#: Verbs whose "of" tells of what, not whose ("convicted 14 activists *of subversion*").
OF_WHAT = {"accuse", "convict", "suspect", "acquit", "clear", "inform", "warn", "find", "remind", "deprive", "notify"}


def end_of_phrase(token: Token, type_: str) -> Token:
    """The last word of the phrase of an actor or thing, whose class is known, that begins with or before a noun."""
    last = _of_the_informed(token) if type_ == "Person" else token
    for child in token.children:
        inner = child.child("pobj") if child.dep == "prep" and child.i == last.i + 1 else None
        if inner is not None:
            last = last if _tells_of_what(token, child, inner) else _tail(child.lower, inner, type_) or last
            if token.tag in {"NNS", "NNPS"} and child.lower in {"of", "for"} and last is inner:
                _join_states(token, inner)
                last = _last_owner(inner)
    return last


def _of_the_informed(people: Token) -> Token:
    """ "people *familiar with the matter*", "a source *close to the probe*": how unnamed sources are called."""
    child = next((c for c in people.children if c.i == people.i + 1), None)
    if child is None:
        return people
    knowing = child.dep == "prep" and any(c.dep == "pobj" and c.lemma == "knowledge" for c in child.children)
    words = child.subtree()
    whole = words[-1].i - words[0].i + 1 == len(words) <= LONGEST_KNOWING
    plain = whole and not any(t.text in {",", "-", ";"} or t.dep in {"relcl", "ccomp", "mark"} for t in words)
    return words[-1] if plain and (knowing or child.lower in INFORMED) and len(words) > 1 else people


def _join_states(people: Token, state: Token) -> None:
    """ "the ministers of Peru *and Chile*": the second state is theirs, though the parser lists it beside them."""
    second, first = people.child("conj"), state.mention
    if second is None or first is None or first.type != "Country" or second.mention is None:
        return
    and_ = people.child("cc")
    if second.mention.type == "Country" and and_ is not None and state.i + 1 == and_.i and second.i == and_.i + 1:
        hang(and_, state, "cc")
        hang(second, state, "conj")


def _tells_of_what(token: Token, of: Token, what: Token) -> bool:
    """ "convicted 14 activists *of subversion*": of what somebody is accused, and not whose he is."""
    if of.lower != "of":
        return False
    verb = token.head if token.head is not None and token.head.lemma in OF_WHAT else None
    if verb is not None and all(c.lower != "of" for c in verb.children):
        return True
    return what.tag == "NN" and what.child("det") is None and _is_accuser(token)


def _is_accuser(token: Token) -> bool:
    """ "accusations *by colleagues* of fraud": of what they accuse is no part of who they are."""
    by = token.head if token.dep == "pobj" and token.head is not None and token.head.lower in {"by", "from"} else None
    return by is not None and by.head is not None and by.head.lemma in lexicon.nouns("reproaches")


def _last_owner(body: Token) -> Token:
    """ "the ministers of *Peru and Chile*", "the heads of *Veyra, Tixo and Lumo*": people of several bodies."""
    alike = body.mention
    last = body
    while alike is not None and alike.kind == "name" and (further := last.child("conj")) is not None:
        if further.mention is None or further.mention.kind != "name":
            return body
        both = (alike, further.mention)
        known = {m.type for m in both if m.entity is not None}
        apart = known & PLACES and known - PLACES  # "the leaders of *Peru* and Google"
        if apart or any(m.type == "Person" for m in both):
            return body
        last = further
    return last


def _tail(preposition: str, inner: Token, type_: str) -> Token | None:
    """The last word of a phrase that tells who somebody is ("the owner *of the site*", "a court *in Lahore*")."""
    if inner.mention is not None and inner.mention.kind in {"amount", "time"}:
        return None  # "jailed his wife | *for two years*"
    place = inner.mention is not None and inner.mention.type in PLACES | {"Organisation"}
    named = inner.pos == "PROPN" or inner.mention is not None
    if preposition == "of" and type_ == "Court" and inner.lower in OF_COURTS:
        return inner
    if preposition in {"of", "for"} and type_ == "Ministry" and inner.child("det", "poss") is None:
        return _last_field(inner)
    if preposition in {"of", "for"} and named and type_ in PUBLIC:
        return inner
    if preposition == "in" and place and type_ == "Court":
        return inner
    if preposition in {"of", "for"} and type_ in {"Person", "Company", "NGO"}:
        words = [t for t in inner.subtree() if not _beside_the_point(t, inner)]
        if preposition == "of" and len(words) <= LONGEST_OF:
            return words[-1]
        actor = lexicon.heads().get(inner.lower, "Content") not in {"Content", "Document", "Law", "Product"}
        return inner if actor or (named and inner.lower not in lexicon.heads()) else None
    return None


def _last_field(field: Token) -> Token:
    """ "The ministry of *posts and telecommunications*": the last of the fields by which a ministry is called."""
    last: Token | None = field
    while last is not None and (further := last.child("conj")) is not None and further.child("det") is None:
        last = further
    return last or field


def _beside_the_point(token: Token, top: Token) -> bool:
    """Whether a word below a noun belongs to a clause, an apposition or another item, not to its own phrase."""
    upwards = [token, *token.ancestors()]
    below = upwards[: upwards.index(top)]
    named = {t.i for t in below if t.dep == "appos" and t.head is top and t.subtree()[0].i == top.i + 1}
    beside = {"relcl", "acl", "conj", "cc", "appos", "punct"}
    return any((t.dep in beside and t.i not in named) or _is_opposed(t) for t in below)


def _is_opposed(token: Token) -> bool:
    """ "a case by the widow of a soldier *against* Meta": whom it is against is no part of her description.

    Nor is for what or under which law somebody is held: "indicted the owners of two sites *on fraud charges*", "*for
    fraud*", "*under the Gambling Act*".
    """
    if token.dep != "prep" or token.lower in {"against", "over"}:
        return token.dep == "prep"
    told = token.child("pobj")
    if token.lower == "under" and told is not None and told.mention is not None and told.mention.type == "Law":
        return True
    charged = told is not None and token.lower == "on" and told.lemma in {"charge", "suspicion", "count", "allegation"}
    bare = told is not None and told.tag == "NN" and told.mention is None and told.child("det", "poss") is None
    return charged or (bare and token.lower == "for")
