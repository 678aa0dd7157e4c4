"""The items of a list, hung on the first one where the parser hung them on something else beside it."""

from __future__ import annotations

from dataclasses import replace

from kg import lexicon
from kg.language.token import FINITE, Sentence, Token, hang, is_name
from kg.mention.several import counted, counted_of
from kg.mention.shared import name_offices
from kg.model import PLACES

ITEMS = {"dobj", "pobj", "nsubj", "nsubjpass", "conj"}
MODIFYING = {"compound", "nmod", "amod"}
#: What nobody is an example of.
THINGS = {"MediaOutlet", "Company", "Platform", "NGO", "Content", "Document", "Product", *PLACES}

#: What no party of an event is.
NO_PARTY = {"", "Time", "Amount", "Law", "Document", "Content", *PLACES}


def enumerate_all(sentence: Sentence) -> None:
    """Bring every list of the sentence together."""
    for token in sentence.tokens:
        _part_behind_plural(token, sentence)
        _part_from_kind(token)
        _part_from_title(token)
        _part_from_person(token)
        _late_item(token, sentence)
        _behind_day(token)
        _person_beside_body(token)
        _of_two_peoples(token, sentence)
        _some_of_others(token, sentence)
        _names_of_counted(token, sentence)
        _example_of_counted(token, sentence)
    name_offices(sentence)


def _part_behind_plural(first: Token, sentence: Sentence) -> None:
    """ "its *affiliates* Veyra and Tixo": behind a plural two names, which the recogniser took for one."""
    name, second = first.mention, first.child("conj")
    if name is None or second is None or name.kind != "name" or name.entity is not None or first.child("cc") is None:
        return
    plural = next((t for t in sentence.tokens if t.end == name.start - 1), None)
    left, and_, right = name.text.partition(" and ")
    inside = name.start <= first.start < second.start < name.end
    if plural is None or plural.tag != "NNS" or first.head is not plural or not and_ or not inside or "," in left:
        return
    begin = name.end - len(right)
    first.mention = replace(name, end=name.start + len(left), text=left)
    second.mention = replace(name, start=begin, text=right)


def _part_from_kind(second: Token) -> None:
    """ "fined *Veyra and chip maker Tixo*": the first firm is no word of what the second one is called."""
    if second.mention is None or second.mention.kind != "name" or second.dep not in ITEMS or second.head is None:
        return
    for kind in [c for c in second.children if c.dep == "compound" and c.lower in lexicon.heads()]:
        first = next((c for c in kind.children if c.dep in MODIFYING and c.i < kind.i and is_name(c)), None)
        cc = first.child("cc") if first is not None else None
        if first is None or first.mention is None or first.mention.type in PLACES:
            continue  # "*Chinese* and Russian tech giant Veyra"
        if cc is None or cc.lower not in {"and", "or"} or not first.i < cc.i < kind.i:
            continue
        before = [c for c in second.children if c.i < first.i]
        hang(first, second.head, second.dep)
        hang(second, first, "conj")
        for child in before:
            hang(child, first, child.dep)
        for people in [c for c in first.children if cc.i < c.i < kind.i]:
            hang(people, kind, "amod")  # "Veyra and *Dutch* chip maker Tixo"
        return


def _part_from_title(second: Token) -> None:
    """ "*Veyra founder Ann Lee* and Tixo CEO Bo Kim": the first person is not what the second one is called."""
    if second.mention is None or second.mention.type != "Person" or second.dep not in ITEMS:
        return
    for title in [c for c in second.children if c.dep in {"nmod", "compound"} and c.pos in {"NOUN", "PROPN"}]:
        first = title.child("appos")
        cc = first.child("cc") if first is not None and is_name(first) else None
        if first is None or cc is None or second.head is None or not first.i < cc.i < second.i:
            continue
        hang(first, second.head, second.dep)
        hang(title, first, "compound")
        hang(second, first, "conj")
        return


def _part_from_person(second: Token) -> None:
    """ "between *Prime Minister Ann Lee and* Peru's leader Bo Kim": whom an "and" joins is no word of a name."""
    if second.mention is None or second.mention.type != "Person" or second.dep not in ITEMS or not is_name(second):
        return
    for first in [c for c in second.children if c.dep in {"nmod", "compound"} and is_name(c)]:
        cc = first.child("cc")
        person = first.mention is not None and first.mention.type == "Person"
        if not person or cc is None or second.head is None or not first.i < cc.i < second.i:
            continue
        for word in [c for c in first.children if c.dep == "conj"]:
            hang(word, second, "nmod")
        hang(first, second.head, second.dep)
        hang(second, first, "conj")
        return


def _late_item(item: Token, sentence: Sentence) -> None:
    """ "sued Peru, the bank, *and Veyra*": behind a comma the last item hangs on the verb as if it were one."""
    verb = item.head
    if item.dep not in {"conj", "npadvmod"} or verb is None or verb.pos != "VERB" or item.i < verb.i:
        return
    if item.mention is None or item.pos not in {"PROPN", "NOUN"} or item.mention.kind not in {"name", "nominal"}:
        return
    cc = sentence.tokens[item.subtree()[0].i - 1]
    comma = sentence.tokens[cc.i - 1]
    if cc.lower not in {"and", "or"} or comma.text != ",":
        return
    before = sentence.tokens[comma.i - 1]
    upwards = (t for t in (before, *before.ancestors()) if t.mention is not None and t.dep in ITEMS - {"conj"})
    first = next((t for t in upwards if verb in t.ancestors() and t.i > verb.i), None)
    if first is not None and any(c.dep in {"conj", "appos"} for c in first.children):
        hang(item, first, "conj")
        for name in first.children:
            if name.dep == "appos" and is_name(name) and is_name(first) and name.i < item.i:
                name.dep = "conj"


def _behind_day(item: Token) -> None:
    """ "before the Senate in May *and the House* on June 1": an item is joined to its like, not to the day of that."""
    day, told = item.head, item.mention
    preposition = day.head if day is not None and day.dep == "pobj" else None
    if item.dep != "conj" or told is None or told.kind != "name" or day is None or day.mention is None:
        return
    above = preposition.head if preposition is not None else None
    if day.mention.type != "Time" or above is None or preposition is None:
        return
    beside = (above, *(t for c in above.children if c.i < preposition.i for t in (c, *c.children)))
    alike = [t for t in beside if t.mention is not None and t.mention.type == told.type]
    first = next((t for t in reversed(alike) if t.i < day.i and t.dep in {"dobj", "pobj", "nsubjpass"}), None)
    if first is not None:
        hang(item, first, "conj")


def _person_beside_body(second: Token) -> None:
    """ "Ann Lee of Veyra *and Bo Kim* of Tixo": people are listed with people, and each has a firm of his own."""
    body = second.head
    beside = second.dep == "conj" or (second.dep == "appos" and second.child("prep") is not None)
    if not beside or second.mention is None or second.mention.type != "Person" or not is_name(second):
        return
    of = body.head if body is not None and body.dep == "pobj" and is_name(body) else None
    first = of.head if of is not None and of.lower in {"of", "from", "at"} else None
    if body is None or body.mention is None or first is None or first.mention is None or not is_name(first):
        return
    if first.mention.type != "Person" or body.mention.type in {"Person", *PLACES}:
        return
    for behind in [c for c in body.children if c.i > second.i and c.dep == "prep"]:
        hang(behind, second, "prep")
    hang(second, first, "conj")


def _of_two_peoples(people: Token, sentence: Sentence) -> None:
    """ "*Iranian*-Canadian blogger": whoever is called after two peoples is of both."""
    other = people.head
    if other is None or other.head is None or people.dep != "amod" or other.dep not in {"amod", "compound"}:
        return
    hyphen = sentence.tokens[people.i + 1].text == "-" and other.i == people.i + 2
    places = all(t.mention is not None and t.mention.type in PLACES for t in (people, other))
    if hyphen and places:
        hang(people, other.head, other.dep)


def _names_of_counted(people: Token, sentence: Sentence) -> None:
    """ "held *two writers* from the site Veyra, *Ann Lee and Bo Kim*": as many people as were counted, and no sites.

    Also "*three of the defendants* named in the complaint, Veyra, Lee and Kim": whatever they are.
    """
    count = counted(people)
    if people.mention is None or count is None:
        return
    human = people.mention.type == "Person" and people.tag != "CD"
    for first in sentence.tokens[people.i + 1 :]:
        if first.tag in FINITE and people not in first.ancestors():
            return
        body = first.head
        beside = first.dep in {"conj", "appos", "npadvmod"} and body is not None and people.i < body.i < first.i
        if body is None or not beside or not is_name(first) or sentence.tokens[first.subtree()[0].i - 1].text != ",":
            continue
        row = [first]
        while (further := row[-1].child("conj")) is not None:
            row.append(further)
        kinds = {t.mention.type if t.mention is not None and is_name(t) else "" for t in row}
        if len(row) == count and (_are_people(kinds, body) if human else _is_thing(body) and not kinds & NO_PARTY):
            hang(first, people, "appos")
        return


def _are_people(kinds: set[str], body: Token) -> bool:
    """Whether only people are named, whom nobody takes for the like of whom they stand beside."""
    return kinds == {"Person"} and is_name(body) and body.mention is not None and body.mention.type != "Person"


def _is_thing(noun: Token) -> bool:
    """Whether a noun is for nobody: no name or kind of an actor stands in apposition to it."""
    return noun.mention is None or noun.mention.type in {"Document", "Phrase", "Law", "Content", "Time", "Amount"}


def _example_of_counted(word: Token, sentence: Sentence) -> None:
    """ "arrested *six people* over hacking in the media *including Ann Lee*": a person is an example of people."""
    example, beside = word.child("pobj"), word.head
    if word.lower != "including" or word.dep != "prep" or example is None or beside is None or not is_name(example):
        return
    thing = beside.tag == "NN" if beside.mention is None else beside.mention.type in THINGS
    if example.mention is None or example.mention.type != "Person" or not thing:
        return
    for people in reversed(sentence.tokens[: beside.i]):
        if people.tag in FINITE:
            return
        counted = people.tag == "NNS" and people.child("nummod") is not None
        if counted and people.mention is not None and people.mention.type == "Person":
            hang(word, people, "prep")
            return


def _some_of_others(some: Token, sentence: Sentence) -> None:
    """ "sanctions on Veyra and *two of its subsidiaries*": the subsidiaries are another item beside their owner."""
    others = counted_of(some)
    first = sentence.tokens[some.i - 2] if some.i > 1 else some
    if others is None or some.dep != "conj" or others.child("poss") is None or not is_name(first):
        return
    above = some.head
    if above is not None and sentence.tokens[some.i - 1].lower == "and" and above in first.ancestors():
        hang(some, first, "conj")
