"""Persons and firms told one after the other, each with what he or it is: whose a title is, and who is in the list."""

from __future__ import annotations

from kg import lexicon
from kg.language.mending.naming import is_person
from kg.language.token import Token, hang

NAMES = {"NNP", "NNPS"}
PLURAL = {"NNS", "NNPS"}
#: How nouns for whoever does something end.
AGENTS = ("er", "or", "ist", "ian")
#: Ranks of those who plead.
RANKS = {"senior", "learned", "additional", "assistant", "leading", "lead", "chief", "junior", "public", "standing"}
PLACES_OF_NAMES = {"dobj", "pobj", "nsubj", "nsubjpass", "conj", "agent"}


def second_titled(title: Token) -> None:
    """ "fined *Veyra and phone giant Tixo*": a firm, and another one with its title; no title of both.

    "*Veyra and Plaza owner Tixo*" is one firm: there the word behind "and" is a name.
    """
    above = title.head
    if title.dep in {"amod", "compound", "nmod"} and above is not None and above.i == title.i + 1 and _is_proper(above):
        _parted(title, above)
        return
    name = next((c for c in title.children if c.dep == "appos" and c.i == title.i + 1 and _is_proper(c)), None)
    first = next((c for c in title.children if c.dep in {"nmod", "compound"} and _is_proper(c)), None)
    if name is None or first is None or title.tag != "NN" or title.head is None or title.dep not in PLACES_OF_NAMES:
        return
    cc = first.child("cc")
    words = [t for t in title.subtree() if cc is not None and cc.i < t.i <= title.i]
    if cc is None or first.subtree()[0] is not title.subtree()[0] or any(t.tag in NAMES for t in words):
        return
    hang(name, first, "conj")
    hang(first, title.head, title.dep)
    late = [c for c in title.children if c.i > name.i]
    hang(title, name, "compound")
    for child in late:
        hang(child, first, child.dep)
    for word in [c for c in first.children if c is not name and cc.i < c.i < title.i]:
        hang(word, title, "compound")


def of_two_titles(name: Token) -> None:
    """ "*Activist and blogger Bo Kim* says", "*former premier and mayor Bo Kim* questions it": one person, two titles.

    The parser takes the first title for somebody of his own, or the name for a part of the verb.
    """
    verb = name.head if name.dep == "compound" and name.head is not None and name.head.pos == "VERB" else None
    first = name.head if name.dep == "conj" else verb.child("nsubj", "nsubjpass") if verb is not None else None
    if first is None or first.child("cc") is None or first.mention is not None or not _is_trade(first):
        return
    around = first.subtree() if verb is not None else name.subtree()
    second = next((t for t in around if t.i == _beginning(name).i - 1), first)
    if second is first or second.text[:1].isupper() or not _is_trade(second) or {first.tag, second.tag} & PLURAL:
        return
    if any(c.dep in {"det", "poss"} for t in (first, name, second) for c in t.children):
        return
    above = first.head
    if above is not None and any(c.lower in {"were", "are", "have"} for c in (above, *above.children)):
        return
    hang(name, above, first.dep)
    hang(first, name, "nmod")


def _parted(title: Token, name: Token) -> None:
    """Set the firm before "and" beside the name behind the title, where the parser took all for one phrase."""
    first = title.child("nmod", "compound")
    cc = first.child("cc") if first is not None else None
    if first is None or cc is None or name.head is None or not _is_proper(first) or title.tag != "NN":
        return
    opens = first.subtree()[0] is title.subtree()[0] and first.subtree()[0] is name.subtree()[0]
    if not opens or any(t.tag in NAMES for t in title.subtree() if cc.i < t.i):
        return
    late = [c for c in name.children if c.i > name.i]
    hang(first, name.head, name.dep)
    hang(name, first, "conj")
    for child in late:
        hang(child, first, child.dep)


def behind_title(name: Token) -> None:
    """ "a suit by *Lake Tahoe ski instructor Bo Kim*": what is named before a title is no party, but its part."""
    second = name.dep == "dobj" and name.head is not None and name.head.child("dobj") is not name
    loose = second or name.dep in {"appos", "conj", "npadvmod", "dep"}
    if not is_person(name) or not loose or name.child("cc") is not None:
        return
    title = next((c for c in reversed(name.children) if c.dep == "compound" and c.pos == "NOUN"), None)
    first = name.subtree()[0]
    if title is None or first.pos != "NOUN" or not _is_trade(title) or name.head is None:
        return
    named = next((t for t in name.head.subtree() if t.i == first.i - 1), None)
    if named is None or named.tag not in NAMES or named.dep not in {"dobj", "pobj"} or named.head is None:
        return
    if name in named.subtree() and named is not name.head:
        return
    hang(name, named.head, named.dep)
    hang(named, title, "compound")


def titled_in_list(title: Token) -> None:
    """ "arrested Ann Lee, *Veyra managers Bo Kim* and Max Stein": who has another name is no other title of the first.

    Two names of two people never are one person.
    """
    first = title.head
    if title.dep != "appos" or first is None or not is_person(first) or is_person(title):
        return
    name = next((c for c in title.children if c.dep == "appos" and is_person(c)), None)
    if name is None or any(t.tag not in NAMES for t in name.subtree() if title.i < t.i < name.i):
        return
    if name.subtree()[0].i > name.i or title.child("cc") is not None:
        return
    others = [c for c in title.children if c.dep == "appos" and c is not name]
    for other in others:
        hang(other, name, "conj")
    title.pos, title.tag = "NOUN", title.tag if title.tag.startswith("NN") else "NNS"
    _join(title, name, first)


def firm_in_list(name: Token) -> None:
    """ "letters to shoe maker Veyra, *tea company Tixo*, and toy maker Lumo": one more firm, not what the first is."""
    first = _named_before(name) if name.dep == "npadvmod" else name.head
    if name.dep not in {"appos", "npadvmod"} or first is None or first.i > name.i:
        return
    if not (_is_proper(name) and _is_proper(first)):
        return
    kind = next((c for c in name.children if c.dep == "compound" and c.i < name.i and _is_trade(c)), None)
    kind = kind or next((c for c in name.children if c.dep == "compound" and _is_firm(c) and c.i < name.i), None)
    verb = next((t for t in first.ancestors() if t.pos == "VERB"), first)
    late = any(c.dep == "conj" and c.pos in {"NOUN", "PROPN"} and c.i > name.i for c in verb.children)
    around = (*first.subtree(), *name.subtree(), *(verb.children if late else ()))
    ends = [t for t in around if t.dep == "cc" and t.i > name.i]
    described = any(c.dep == "compound" and (_is_firm(c) or _is_trade(c)) for c in first.children)
    if kind is not None and described and ends and name.child("det", "poss") is None:
        hang(name, first, "conj")


def _named_before(name: Token) -> Token | None:
    """The object before a comma, where the parser hung the next of a list on the verb."""
    verb, start = name.head, name.subtree()[0].i
    before = verb.subtree() if verb is not None and verb.pos == "VERB" else []
    return next((t for t in before if t.i == start - 2 and t.dep in {"pobj", "dobj"}), None)


def last_firm(kind: Token) -> None:
    """ "to shoe maker Veyra, and *toy manufacturer Lumo*": the last of a list that the parser hung on the verb."""
    verb, name = kind.head, kind.child("appos")
    if kind.dep not in {"punct", "dep", "npadvmod"} or verb is None or name is None or not _is_proper(name):
        return
    start = kind.subtree()[0].i
    cc = next((t for t in verb.subtree() if t.i == start - 1 and t.dep == "cc"), None)
    first = cc.head if cc is not None else None
    if first is None or not _is_proper(first) or not (_is_firm(kind) or _is_trade(kind)) or kind.child("det", "poss"):
        return
    hang(name, first, "conj")
    hang(kind, name, "compound")


def _is_firm(noun: Token) -> bool:
    """Whether a common noun says that somebody is a firm or service ("retailer", "company")."""
    return noun.tag == "NN" and lexicon.heads().get(noun.lower) in {"Company", "Platform", "MediaOutlet", "NGO"}


def torn_list(title: Token) -> None:
    """ "has sued Ann Lee, *Veyra managers Bo Kim* and Max Stein": a title is no main word of what was done before."""
    name = next((c for c in title.children if c.dep == "appos" and is_person(c)), None)
    verb = title.child("ccomp")
    if title.head is not None or title.pos != "NOUN" or name is None or verb is None or verb.i > title.i:
        return
    comma = verb.subtree()[-1].i + 1
    first = next((t for t in verb.subtree() if t.i == comma - 1 and t.dep in {"dobj", "pobj", "conj"}), None)
    if first is None or not is_person(first) or not any(c.i == comma and c.text == "," for c in title.children):
        return
    children = [c for c in title.children if c not in {name, verb} and (c.i < verb.i or c.dep == "punct")]
    hang(verb, None, "ROOT")
    for child in children:
        hang(child, first if child.i == comma else verb, child.dep)
    _join(title, name, first)


def _join(title: Token, name: Token, first: Token) -> None:
    """Set a titled person beside the one before; of a plural title all its names stay below it."""
    if title.tag in PLURAL:
        hang(title, first, "conj")
        return
    hang(name, first, "conj")
    hang(title, name, "compound")


def _is_trade(noun: Token) -> bool:
    """Whether a noun says what somebody is or does ("guide", "rescuer")."""
    return lexicon.heads().get(noun.lower) == "Person" or (noun.tag == "NN" and noun.lower.endswith(AGENTS))


def _is_proper(token: Token) -> bool:
    """Whether a word is tagged as a name, known or not (`token.is_name` asks whether one is known)."""
    return token.tag in NAMES


def _beginning(name: Token) -> Token:
    """The first word of a name, behind its titles."""
    capitals = [c for c in name.children if c.dep == "compound" and c.text[:1].isupper()]
    return min(capitals, key=lambda c: c.i, default=name)


def title_before_comma(title: Token) -> None:
    """ "*Senior Advocate, Ravi Menon* stated that ...": the title of whom it names, who is one person with it.

    "*Learned counsel, Ms. Asha Rao*": so with "the", where the title is no name of a body.
    """
    told = title.lower.split()
    words = {c.lower for c in title.children if c.dep in {"amod", "compound"}} | set(told[:1])
    known = told[-1:] and told[-1] in {"advocate", "counsel", "solicitor", "barrister", "prosecutor"} and words & RANKS
    name = next((c for c in title.children if c.dep in {"appos", "conj"} and c.i > title.i and _is_proper(c)), None)
    if not known or name is None or title.head is None or title.child("cc") is not None:
        return
    between = [t for t in title.head.subtree() if title.i < t.i < _beginning(name).i]
    if [t.text for t in between] != [","] or title.dep not in {*PLACES_OF_NAMES, "agent"} or len(name.subtree()) == 1:
        return
    hang(name, title.head, title.dep)
    late = [c for c in title.children if c.i > title.i and c is not name]
    hang(title, name, "compound")
    for child in late:
        hang(child, name, child.dep)
