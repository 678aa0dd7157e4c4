"""Names of people hung where they belong: on their title, or on the noun that says who they are.

"The company's CEO, Ann Lee, finance chief, Bo Kim, and founder Cy Roe" comes out of the parser as one long list: a name
behind a title and a comma is that title's holder, and the next title stands beside the one before, not below its
holder. "Two bloggers from Lyon, Ann Lee and Bo Kim": the names are the bloggers', not the city's. So with what stands
behind a name ("the resignation of Ann Lee, *the CEO of Veyra*"), and with a name that the parser joined to the last
word of its title ("the head of Veyra *Ann Lee*", "Veyra founder and CEO *Ann Lee*").
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from kg import lexicon
from kg.language.syntax import Sentence, Token, hang
from kg.mention.propername import DESCRIBED

COMMA = len(", ")
LONGEST_NAME = 4


def enrol(sentence: Sentence) -> None:
    """Hang every name that follows a title and a comma below that title, and a title below the one before it."""
    for token in sentence.tokens:
        _join_description(token, sentence)
        _put_beside_noun(token, sentence)
    spoken_of = [t for t in sentence.tokens if t.mention is not None and t.mention.kind in {"name", "nominal"}]
    for title, name in pairwise(spoken_of):
        if _is_title(title) and _follows(name, title) and _may_be_person(name):
            _appose(title, name)
    for name, title in pairwise(spoken_of):
        if _is_title(title) and _stands_behind(title, name, sentence):
            hang(title, name, "appos")
    for token in sentence.tokens:
        _put_behind_title(token, sentence)
    for name in spoken_of:
        _part_from_title(name)
        _join_titles(name, sentence)
    for name in spoken_of:
        _take_kind(name)
        described = _described_by(name)
        if described is not None:
            hang(name, described, "appos")


def _join_description(name: Token, sentence: Sentence) -> None:
    """ "The head of *software giant* Veyra": the parser ends the phrase at "software", the rest is an apposition."""
    kind, mention = name.child("compound"), name.mention
    if mention is None or mention.kind != "name" or name.dep != "appos" or kind is None or kind.pos != "NOUN":
        return
    noun = sentence.tokens[kind.i - 1]
    described = kind.lower in lexicon.heads() and noun.pos in {"NOUN", "ADJ"} and noun.dep in {"pobj", "dobj"}
    if described and name.head is not None and name.head in noun.ancestors() and noun.head is not None:
        noun.mention = None
        hang(name, noun.head, noun.dep)
        for child in [c for c in noun.children if c.i < noun.i]:
            hang(child, name, child.dep)
        hang(noun, name, "compound")


def _put_beside_noun(name: Token, sentence: Sentence) -> None:
    """ "*Ann Lee's platform* Veyra was blocked": what the parser takes for two subjects in a row is one."""
    if name.mention is None or name.mention.kind != "name" or name.dep not in {"nsubj", "nsubjpass", "dobj", "pobj"}:
        return
    noun = sentence.tokens[min(t.i for t in name.subtree()) - 1]
    beside = noun.i < name.i and noun.head is name.head and noun.dep == name.dep and noun.mention is not None
    if beside and noun.mention is not None and noun.mention.kind == "nominal" and noun.child("poss", "det"):
        hang(name, noun, "appos")


def _is_person(token: Token) -> bool:
    return token.mention is not None and token.mention.kind == "name" and token.mention.type == "Person"


def _stands_behind(title: Token, name: Token, sentence: Sentence) -> bool:
    """Whether a title follows a person's name and a comma, though it hangs on a noun further up."""
    if not _is_person(name) or title.dep != "appos" or all(above is not title.head for above in name.ancestors()):
        return False
    between = sentence.tokens[name.i + 1 : min(t.i for t in title.subtree())]
    return title.child("appos") is None and [t.text for t in between] == [","]


def _put_behind_title(of: Token, sentence: Sentence) -> None:
    """ "Ann Lee, *leader of Veyra*", "Ann Lee and *Superintendent of the police*": the body is the title's."""
    holder, title = of.head, sentence.tokens[of.i - 1]
    if of.lower != "of" or of.dep != "prep" or holder is None or not _is_person(holder) or title is holder:
        return
    if title.lower in lexicon.titles() and title.i > holder.i and holder in title.ancestors():
        hang(of, title, "prep")
        first = next(t for t in (title, *title.ancestors()) if t.head is holder)
        if first.dep == "conj" and first.lower in lexicon.titles() and sentence.tokens[first.i - 1].text == ",":
            first.dep = "appos"


def _part_from_title(name: Token) -> None:
    """ "The head of *Veyra Ann Lee*": the organisation or place is the title's, and the name stands beside that."""
    of, place = name.head, next((c for c in name.children if c.i == name.i - 1 and c.dep == "compound"), None)
    place_or_body = place is not None and place.mention is not None and place.mention.type != "Person"
    if place is None or not place_or_body or not _is_person(name) or name.dep != "pobj" or of is None:
        return
    title = of.head
    while title is not None and not _is_title(title) and title.dep == "pobj" and title.head is not None:
        title = title.head.head
    if of.lower == "of" and title is not None and _is_title(title) and title.child("appos") is None:
        for child in [c for c in name.children if c.dep == "det" and c.i < place.i]:
            hang(child, place, "det")
        hang(place, of, "pobj")
        hang(name, title, "appos")


def _are_alike(first: Token, second: Token) -> bool:
    """Two titles, or two callings ("the *blogger and lawyer* Ann Lee"): a president and a journalist are two people."""
    if _is_title(first):
        return second.lower in lexicon.titles()
    callings = (t.tag in {"NN", "NNP"} and lexicon.heads().get(t.lower) == "Person" for t in (first, second))
    return second.lower not in lexicon.titles() and all(callings)


def _join_titles(name: Token, sentence: Sentence) -> None:
    """ "*Veyra founder* and CEO Ann Lee": one person, whom the parser hung on the first title as a second one."""
    first = name.head
    if not _is_person(name) or name.dep != "conj" or first is None:
        return
    second = [c for c in name.children if c.start < name.start_of_mention and c.dep in {"compound", "amod", "nmod"}]
    cc, whose = first.child("cc"), [c for c in first.children if c.i < first.i and c.mention is not None]
    titled = second and second[-1].mention is None and _are_alike(first, second[-1])
    if cc is None or not whose or not titled or any(t.mention for t in sentence.tokens[cc.i : second[-1].i]):
        return
    second[-1].dep = "compound"
    head, dep = first.head, first.dep
    for child in [c for c in first.children if c is not name]:
        hang(child, name, child.dep)
    first.children.remove(name)
    name.head, name.dep = head, dep
    if head is not None:
        head.children[head.children.index(first)] = name
    first.head = None
    hang(first, name, "compound")


def _take_kind(name: Token) -> None:
    """ "Norland's second mobile operator, *Veyra Dale*": what the noun before an unseen name says that it is."""
    noun, mention = name.head, name.mention
    if noun is None or noun.mention is None or noun.mention.kind != "nominal" or name.dep != "appos" or name.i < noun.i:
        return
    if mention is None or mention.kind != "name" or mention.entity is not None:
        return
    if noun.mention.type in DESCRIBED and noun.tag == "NN" and noun.child("poss", "amod", "compound"):
        name.mention = replace(mention, type=noun.mention.type)


def _described_by(name: Token) -> Token | None:
    """The people whom a name in apposition names, where it hangs on the last noun of their phrase instead."""
    place, mention = name.head, name.mention
    if place is None or mention is None or mention.kind != "name" or mention.type != "Person":
        return None
    if name.dep == "pobj":  # two objects in a row: "the envoy to Peru, Ann Lee"
        place = next((t for t in reversed(place.children) if t.dep == "pobj" and t.i < name.i), place)
    listed = name.dep in {"conj", "pobj"} and 0 < mention.start - place.end_of_mention <= COMMA
    if not listed and name.dep != "appos":
        return None
    while place is not None and place.dep == "pobj" and place.head is not None and place.head.dep == "prep":
        place = place.head.head
        if place is not None and place.mention is not None and place.mention.kind == "nominal":
            return place if place.mention.type == "Person" else None
    return None


def _is_title(token: Token) -> bool:
    mention = token.mention
    if mention is None or mention.kind != "nominal" or mention.type != "Person" or token.tag not in {"NN", "NNP"}:
        return False
    return mention.head in lexicon.titles() or (mention.head or "").endswith(("officer", "founder", "owner", "creator"))


def _follows(name: Token, title: Token) -> bool:
    """Whether a name stands right behind a title and a comma, in one list with it."""
    together = name.head is title or (name.head is not None and name.head is title.head)
    return 0 < name.start_of_mention - title.end_of_mention <= COMMA and name.dep in {"conj", "appos"} and together


def _may_be_person(token: Token) -> bool:
    mention = token.mention
    assert mention is not None
    if mention.kind != "name":
        return False
    unseen = mention.entity is None and mention.type in {"Person", "Organisation", "Actor", "City"}
    return (unseen and 2 <= len(mention.text.split()) <= LONGEST_NAME) or mention.type == "Person"


def _appose(title: Token, name: Token) -> None:
    assert name.mention is not None
    if name.mention.entity is None:
        name.mention = replace(name.mention, type="Person")
    first = _first_title(title, name)
    if name.head is not first or name.dep != "appos":
        hang(name, first, "appos")
    before = title.head
    if title.dep == "conj" and before is not None and before.dep == "appos" and before.head is not None:
        hang(title, before.head, "conj")


def _first_title(title: Token, name: Token) -> Token:
    """ "Its *founder* and chief executive, Ann Lee": both are hers, and the name hangs on the first."""
    head = title.head
    bare = title.child("det", "poss", "nummod") is None
    if title.dep == "conj" and bare and head is not None and _is_title(head) and head.child("appos") in (None, name):
        return _first_title(head, name)
    return title
