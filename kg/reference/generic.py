"""Noun phrases that say no more than a kind ("the company"), so that they must mean somebody told of before."""

from __future__ import annotations

from kg.language.token import Token
from kg.mention.extent import PUBLIC
from kg.model import Mention
from kg.reference.part import SIDES

#: What a generic noun can stand for, by the class that its head names; other classes stand for themselves.
STANDS_FOR = {
    "Company": ("Company", "Platform", "Organisation"),
    "Platform": ("Platform", "Company", "Product", "Organisation"),
    "Product": ("Product", "Platform"),
    "NGO": ("NGO", "Organisation", "InternationalOrganisation", "MediaOutlet"),
    "PublicBody": ("PublicBody", "Regulator", "Ministry", "LawEnforcement", "Prosecutor", "InternationalOrganisation"),
    "Regulator": ("Regulator", "PublicBody", "InternationalOrganisation"),
}
#: What a head noun that names a party of a case can stand for.
PARTY = ("Company", "Platform", "Person", "Organisation", "NGO")
#: Who is a court where he sits alone, and may be named.
JUDGES = {"judge", "justice", "magistrate", "prosecutor"}
FREE_MODIFIERS = frozenset(
    "same messaging social american us video online internet tech technology latter former popular controversial said "
    "digital media search giant streaming networking sharing ride-hailing gaming chinese russian embattled "
    "microblogging".split()
)
#: What a text calls a firm or service besides that it has named.
OF_FIRMS = frozenset(
    "retail e-commerce ecommerce commerce shopping fashion video photo image short-video short-form ride-sharing "
    "hailing home-sharing rental travel booking delivery dating music audio podcast encrypted chat chatbot ai "
    "intelligence artificial electronics multinational global beleaguered troubled scandal-hit fledgling".split()
)
#: "the *California-based* network": where somebody known has his seat.
BASED = ("based", "headquartered", "owned")
#: Whom an adjective of a country tells no more of than where he comes from.
NATIONALS = {"national", "citizen", "billionaire", "entrepreneur", "tycoon", "businessman", "businesswoman", "magnate"}


def stands_for(mention: Mention) -> tuple[str, ...]:
    """The classes of which somebody may be whom a noun means."""
    return PARTY if mention.head in SIDES else STANDS_FOR.get(mention.type, (mention.type,))


def is_generic(mention: Mention, token: Token) -> bool:
    """Whether a definite phrase says no more than its kind, so that it must mean somebody told of before."""
    owner = token.child("poss")
    owned = owner is not None and owner.pos in {"NOUN", "PROPN"}  # "the museum's website"
    if owner is not None and (mention.type == "Person" or owned):
        return False  # "its owners", "the regulator's website" are nobody told of before
    if any(
        c.dep == "appos" and (det := c.child("det")) is not None and det.lower in {"a", "an"} for c in token.children
    ):
        return False  # "the suspect, *a man of 40*" is told of for the first time
    if token.within and mention.type in PUBLIC:
        return False
    if token.tag == "NNS" and any(c.dep == "relcl" and not _behind_comma(c, token) for c in token.children):
        return False  # "the users *whose accounts it closed*" are told by that
    before = [
        c.lower
        for c in token.children
        if c.dep in {"amod", "compound", "nmod", "nummod"} and c.i < token.i and not _is_home(c, mention)
    ]
    firm = mention.type in {"Company", "Platform", "Product"}
    before = [word for word in before if not word.endswith(BASED) and not (firm and _says_nothing(word, mention))]
    extra = [word for word in before if word not in FREE_MODIFIERS and word not in (mention.head or "").split()]
    return not extra and not any(
        c.dep == "prep" and c.i > token.i and c.lower in {"of", "for"} and not _is_whom(c, mention)
        for c in token.children
    )


def _is_whom(preposition: Token, mention: Mention) -> bool:
    """ "an arrest in *the country of a teenager*": who was arrested, and no more of the country."""
    below = preposition.child("pobj")
    person = below is not None and below.mention is not None and below.mention.type == "Person"
    return mention.type == "Country" and preposition.lower == "of" and person


def _behind_comma(clause: Token, noun: Token) -> bool:
    first = clause.subtree()[0].i
    return any(c.text == "," and noun.i < c.i < first for c in noun.children)


def _says_nothing(word: str, mention: Mention) -> bool:
    """Whether a word only describes a firm that a text has named ("the *e-commerce* giant")."""
    return word in OF_FIRMS or (mention.head == "giant" and word.islower())


def _is_home(modifier: Token, mention: Mention) -> bool:
    """Whether a word only says where somebody told of comes from ("the *French-Israeli* national")."""
    told = modifier.mention
    kind = mention.head in NATIONALS or (mention.type in {"Company", "Platform"} and "-based" not in mention.text)
    seat = {"Country", "City"} if mention.type == "Company" else {"Country"}
    return kind and told is not None and told.type in seat
