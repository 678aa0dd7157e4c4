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
from kg.language.token import Sentence, Token, hang
from kg.mention.calling import DESCRIBED
from kg.mention.propername import FIELDS, OFFICES
from kg.model import PLACES, Mention

COMMA = len(", ")
#: Classes of nouns that may be titles ("the chief *justice*", "the data *commissioner*").
OFFICIAL = {"Person", "Court", "Prosecutor", "Regulator"}
#: Titles of those who are sent to a country or body.
SENT = {"ambassador", "envoy", "delegate", "adviser", "advisor"}
LONGEST_NAME = 4
#: Nouns behind a service's name that say what it is, and mean it.
SERVICES = frozenset(
    "app application website site service network platform messenger forum browser marketplace portal chatbot".split()
)
#: Nouns behind the name of a paper or firm that say what it is.
KINDS = {
    "MediaOutlet": frozenset("newspaper tabloid magazine daily weekly broadcaster paper".split()),
    "Company": frozenset("company conglomerate".split()),
}
#: What makes of a firm's name another firm ("the Veyra *parent* company").
RELATED = frozenset("parent sister holding rival partner subsidiary spin-off".split())
#: What stands before the name of a kind, of which one is meant.
OTHER = frozenset("a an new other another rival fake similar old former own".split())
#: Classes of unseen names that may begin with the name of a firm or city, and of such names.
GROUPS = {"Organisation", "Company", "NGO", "MediaOutlet", "Legislature", "PublicBody", "Regulator"}
FIRST_WORDS = {"Company", "Platform", "City"}


def enrol(sentence: Sentence) -> None:
    """Hang every name that follows a title and a comma below that title, and a title below the one before it."""
    for token in sentence.tokens:
        _take_calling(token)
        _take_subject(token)
        _take_field(token)
        _take_former(token)
        _give_bodies(token)
        _join_description(token, sentence)
        _join_halves(token, sentence)
        _put_beside_kind(token, sentence)
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
        _take_body(name, sentence)
        _part_from_title(name)
        _join_titles(name, sentence)
        _gather_titles(name)
    for name in spoken_of:
        _take_kind(name)
        _with_sponsor(name)
        name.mention = _is_named_by(name) or name.mention
        described = _relative_before(name, sentence) or _described_by(name)
        if described is not None:
            hang(name, described, "appos")
            _name_relative(described, name)


def _take_calling(word: Token) -> None:
    """ "Veyra Police *detective* Ann Lee": what somebody is, before his name, is no verb, though it looks like one."""
    calling = lexicon.heads().get(word.lower) in {"Person", "LawEnforcement"} or word.lower in lexicon.titles()
    if word.dep == "compound" and word.tag in {"VBP", "VB", "VBD"} and calling and word.head is not None:
        word.pos, word.tag = "NOUN", "NN"
        for child in [c for c in word.children if c.dep == "nsubj"]:
            hang(child, word, "compound")
    person = lexicon.heads().get(word.lower) == "Person"
    if word.dep in {"amod", "compound"} and word.tag in {"JJ", "JJR", "NN"} and person and _is_beside(word):
        word.pos, word.tag, word.dep = "NOUN", "NN", "compound"  # "Peruvian *dissident* Ann Lee"


def _is_beside(calling: Token) -> bool:
    """Whether a word stands right before somebody's name; "executive" may be a word of a longer title."""
    name = calling.head
    beside = name is not None and _is_person(name) and name.start_of_mention - calling.end == 1
    return beside and calling.lower != "executive"


def _take_subject(word: Token) -> None:
    """ "*Veyra Police detective* Ann Lee, who wrote it, was jailed": no clause in which the police do so to her."""
    name = word.child("dobj") if word.dep in {"nsubj", "nsubjpass"} and word.tag in {"VBP", "VB", "VBD"} else None
    calling = lexicon.heads().get(word.lower) in {"Person", "LawEnforcement"} or word.lower in lexicon.titles()
    if name is None or not calling or not _is_person(name) or name.start_of_mention - word.end != 1:
        return
    word.pos, word.tag = "NOUN", "NN"
    hang(name, word.head, word.dep)
    for child in [c for c in word.children if c.dep == "nsubj"]:
        hang(child, word, "compound")
    hang(word, name, "compound")


def _take_former(ex: Token) -> None:
    """ "*Veyra* ex-leader Ann Lee": the body before "ex" is that of the title, as it is of a title without it."""
    if ex.lower == "ex" and ex.dep in {"compound", "nmod"} and ex.head is not None and _is_person(ex.head):
        for child in [c for c in ex.children if c.mention is not None and c.i < ex.i]:
            hang(child, ex.head, "compound")


def _give_bodies(of: Token) -> None:
    """ "Ann Lee, CEO of Veyra and *of Plinth*": of both, whether the parser joins the two or hangs one on the name."""
    above = of.head if of.lower in {"of", "at"} else None
    if above is None:
        return
    title = (above.head if above.dep == "prep" else above) if of.dep == "conj" else None
    if of.dep == "prep" and _is_person(above) and any(t.dep == "cc" and t.i == of.i - 1 for t in above.subtree()):
        title = above.child("appos")
    first = title.child("prep") if title is not None and title.i < of.i else None
    if title is None or first is None or first is of or first.lower != of.lower:
        return
    if title.lower in lexicon.titles() or title.lower.endswith(("founder", "owner")):
        hang(of, title, "prep")


def _take_body(name: Token, sentence: Sentence) -> None:
    """ "At the urging of *Veyra Court* Judge Ann Lee": the body is the title's, and the name no aside."""
    title = next((c for c in name.children if c.dep in {"compound", "amod"} and c.mention is None), None)
    if not _is_person(name) or name.dep not in {"npadvmod", "appos"} or title is None or not title.i:
        return
    body, above = sentence.tokens[title.i - 1], name.head
    person = lexicon.heads().get(title.lower) == "Person"
    calling = person or title.lower in lexicon.titles() or title.lower == "private"
    beside = calling and body.end_of_mention + 1 == title.start and name.start_of_mention - title.end == 1
    known = body.mention is not None and body.mention.kind == "name" and body.mention.type not in {"Person", *PLACES}
    if not (beside and known) or above is None or (above is not body and above not in body.ancestors()):
        return
    hang(name, body.head, body.dep)
    hang(body, name, "compound")
    title.pos, title.tag, title.dep = "NOUN", "NN", "compound"


def _take_field(name: Token) -> None:
    """ "Vice-President for *Tech Sovereignty, Security* and *Democracy*": a field that a title names is no body."""
    first = name
    while first.dep == "conj" and first.head is not None:
        first = first.head
    of = first.head if first.dep == "pobj" else None
    title = of.head if of is not None and of.lower in {"of", "for"} else None
    if title is None or title.lower.rpartition(" ")[2] not in OFFICES or name.mention is None:
        return
    if name.mention.kind == "name" and name.mention.entity is None and name.lower in FIELDS:
        name.mention = None


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


def _join_halves(surname: Token, sentence: Sentence) -> None:
    """ "The head of the league, *Yelena Mizul*": a first name and a surname that the recogniser took for two names."""
    before = sentence.tokens[surname.i - 1] if surname.i else surname
    if before.head is not surname or before.dep != "compound" or surname.dep not in {"appos", "nsubj", "nsubjpass"}:
        return
    first, last = before.mention, surname.mention
    if first is None or last is None or first.kind != "name" or last.kind != "name":
        return
    of_four = " " in first.text and first.type == "Person" and last.type in {"Person", "Actor", "Organisation"}
    if first.entity or last.entity or (" " in first.text and not of_four) or " " in last.text:
        return
    if of_four and before.text.isalpha() and len(first.text.split()) == LONGEST_NAME - 1 and surname.text.isalpha():
        surname.mention = replace(last, start=first.start, text=f"{first.text} {last.text}", type="Person")
        before.mention = None
        return
    if {first.type, last.type} <= {"Person", "Organisation"} and before.text.isalpha() and surname.text.isalpha():
        above = surname.head.head if surname.head is not None and surname.dep == "appos" else None
        titled = above is not None and above.lower == "of" and above.head is not None and _is_title(above.head)
        if titled or "Person" in {first.type, last.type}:
            text = f"{first.text} {last.text}"
            surname.mention = replace(last, start=first.start, text=text, type="Person")
            before.mention = None


def _put_beside_kind(name: Token, sentence: Sentence) -> None:
    """ "Charged the founder of *chat site Veyra*": the name is that of the site right before it, not the founder's."""
    mention, person = name.mention, name.head
    if mention is None or mention.kind != "name" or name.dep != "appos" or person is None or not name.i:
        return
    kind = sentence.tokens[min(t.i for t in name.subtree()) - 1]
    called = kind.mention if kind.dep == "pobj" and kind.tag == "NN" else None
    if called is None or called.kind != "nominal" or called.type not in DESCRIBED or kind.child("appos"):
        return
    whose = person.mention is not None and person.mention.kind == "nominal" and person.mention.type == "Person"
    if whose and person in kind.ancestors() and mention.type in {called.type, "Organisation", "Platform", "Company"}:
        hang(name, kind, "appos")


def _put_beside_noun(name: Token, sentence: Sentence) -> None:
    """ "*Ann Lee's platform* Veyra was blocked", "*Plaza maker* Veyra sued": two subjects in a row are one."""
    if name.mention is None or name.mention.kind != "name" or name.dep not in {"nsubj", "nsubjpass", "dobj", "pobj"}:
        return
    noun = sentence.tokens[min(t.i for t in name.subtree()) - 1]
    beside = noun.i < name.i and noun.head is name.head and noun.dep == name.dep and noun.mention is not None
    owned = noun.child("poss", "det") or any(c.mention is not None and c.dep == "compound" for c in noun.children)
    if beside and noun.mention is not None and noun.mention.kind == "nominal" and owned:
        hang(name, noun, "appos")
    elif beside and noun.mention is not None and noun.mention.type == "Country" and name.mention.type == "Person":
        hang(noun, name, "compound")  # "*U.S.* Senator Ann Lee wrote"


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
    """ "The head of *Veyra Ann Lee*": the organisation or place is the title's, and the name stands beside that.

    So with the field that somebody heads ("Veyra head of *policy* Ann Lee").
    """
    of, place = name.head, next((c for c in name.children if _stands_before(c, name)), None)
    place_or_body = place is not None and place.mention is not None and place.mention.type != "Person"
    place_or_body = place_or_body or (place is not None and _is_field(place) and _is_person(name))
    if place is None or not place_or_body or not _may_be_person(name) or name.dep != "pobj" or of is None:
        return
    title = of.head
    while title is not None and not _is_title(title) and title.dep == "pobj" and title.head is not None:
        title = title.head.head
    outer = of.lower == "of" or (of.lower == "to" and title is not None and title.lower in SENT)
    if outer and title is not None and _is_title(title) and title.child("appos") is None:
        for child in [c for c in name.children if c.i < place.i]:
            hang(child, place, child.dep)
        hang(place, of, "pobj")
        hang(name, title, "appos")
        _end_before(name, title)


def _is_field(noun: Token) -> bool:
    """Whether a common noun tells of what somebody is head, not who he is ("the lawyer of *blogger* Bo Kim")."""
    kind = lexicon.heads().get(noun.lower)
    return noun.mention is None and noun.pos == "NOUN" and noun.text.islower() and kind is None


def _stands_before(word: Token, name: Token) -> bool:
    """Whether a known name is the word right before the whole of another one ("President of *Peru* Ann Lee")."""
    return word.dep == "compound" and 0 < name.start_of_mention - word.end_of_mention <= 1


def _end_before(name: Token, title: Token) -> None:
    """A title's phrase ends before its holder's name, which is now a person's."""
    if name.mention is not None and name.mention.entity is None and name.mention.type != "Company":
        name.mention = replace(name.mention, type="Person")
    told = title.mention
    if told is not None and told.end > name.start_of_mention:
        text = told.text[: name.start_of_mention - told.start].rstrip()
        title.mention = replace(told, end=told.start + len(text), text=text)


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
    again = titled and any(c.lower in {"former", "current", "ex"} for c in second[-1].children)
    again = again and first.child("det", "poss") is None and first.tag in {"NN", "NNP"}  # "premier and *ex-Veyra* head"
    between = any(t.mention for t in sentence.tokens[cc.i : second[-1].i]) if cc is not None and second else True
    if not titled or (not again and (not whose or between)) or cc is None:
        return
    second[-1].dep = "compound"
    for child in [c for c in first.children if c is not name]:
        hang(child, name, child.dep)
    hang(name, first.head, first.dep)
    hang(first, name, "compound")


def _gather_titles(name: Token) -> None:
    """ "*Former senator and ex-Veyra CEO* Ann Lee": the second title stands before its holder as the first one does."""
    if not _is_person(name):
        return
    for first in [c for c in name.children if c.dep in {"nmod", "compound"} and c.i < name.i]:
        second = first.child("conj")
        if second is None or not first.i < second.i < name.i or second.child("appos") is not None:
            continue
        if first.lower in lexicon.titles() and second.lower in lexicon.titles():
            hang(second, name, "compound")
            first.dep = "compound"


def _take_kind(name: Token) -> None:
    """ "Norland's second mobile operator, *Veyra Dale*": what the noun before an unseen name says that it is."""
    noun, mention = name.head, name.mention
    if noun is None or noun.mention is None or noun.mention.kind != "nominal" or name.dep != "appos" or name.i < noun.i:
        return
    if mention is None or mention.kind != "name" or mention.entity is not None:
        return
    if noun.mention.type in DESCRIBED and noun.tag == "NN" and noun.child("poss", "amod", "compound"):
        name.mention = replace(mention, type=noun.mention.type)


def _is_named_by(noun: Token) -> Mention | None:
    """The service that a noun behind its name means ("the *Plaza messaging app*", "the Plaza website")."""
    before_noun = (c for c in noun.children if c.i < noun.i and c.dep in {"compound", "nmod", "poss"})
    name = next((c for c in before_noun if _is_service(c) or _is_called(c, noun)), None)
    if name is None or name.mention is None or noun.mention is None or noun.mention.kind != "nominal":
        return None
    between = [c for c in noun.children if name.i < c.i < noun.i]
    plain = all(c.pos in {"NOUN", "ADJ", "PUNCT", "VERB"} and c.mention is None for c in between)
    plain = plain and not any(c.lower in RELATED for c in between)
    first = [c for c in noun.children if c.i < name.i]
    definite = any(c.lower == "the" for c in first) and _is_called(name, noun)
    told = any(c.dep == "nummod" or c.lower in OTHER or (c.dep == "amod" and not definite) for c in first)
    other = told or noun.child("prep", "relcl", "appos") is not None
    kind = noun.lower in SERVICES or _is_called(name, noun)
    one = noun.tag in {"NN", "NNP"} and kind and noun.dep not in {"compound", "nmod"} and name.child("case") is None
    return name.mention if one and plain and not other else None


def _is_called(name: Token, noun: Token) -> bool:
    """Whether a noun says of what kind a name is that it follows ("the *Daily Plaza newspaper*").

    Not where it follows several ("the Plaza and Herald newspapers").
    """
    mention = name.mention
    alone = name.child("conj") is None
    return alone and mention is not None and mention.kind == "name" and noun.lower in KINDS.get(mention.type, ())


def _is_service(token: Token) -> bool:
    mention = token.mention
    return mention is not None and mention.kind == "name" and mention.type == "Platform" and mention.entity is not None


def _with_sponsor(name: Token) -> None:
    """ "*Dell* Computers", "the *Chicago* Mercantile Exchange": an unseen name begins with a known one."""
    mention = name.mention
    if mention is None or mention.kind != "name" or mention.entity is not None or mention.type not in GROUPS:
        return
    before = next((c for c in name.children if _stands_before(c, name)), None)
    known = before.mention if before is not None else None
    if known is not None and known.kind == "name" and known.entity is not None and known.type in FIRST_WORDS:
        text = f"{known.text} {mention.text}"
        if mention.start - known.end == 1:
            name.mention = replace(mention, start=known.start, text=text)


def _name_relative(noun: Token, name: Token) -> None:
    """ "The wife of the blogger" is who she is only with his name: "*the wife of the blogger Bo Kim*"."""
    whole = noun.head.head if noun.dep == "pobj" and noun.head is not None else None
    mention = whole.mention if whole is not None else None
    if whole is None or mention is None or name.mention is None or mention.end != noun.end:
        return
    if mention.kind == "nominal" and name.mention.start - noun.end == 1:
        whole.mention = replace(mention, end=name.mention.end, text=f"{mention.text} {name.mention.text}")


def _relative_before(name: Token, sentence: Sentence) -> Token | None:
    """ "The father of *the singer* Ann Lee": without a comma the name is that of the person right before it."""
    mention = name.mention
    if mention is None or mention.kind != "name" or mention.type != "Person":
        return None
    first = next((t.i for t in sentence.tokens if t.start >= mention.start), 0)
    noun = sentence.tokens[first - 1] if first else None
    above = noun.head if noun is not None and noun.dep == "pobj" else None
    if noun is None or above is None or above.lower != "of" or name in noun.ancestors():
        return None
    persons = [t.mention for t in (noun, above.head) if t is not None]
    both = len(persons) == 2 and all(m is not None and m.kind == "nominal" and m.type == "Person" for m in persons)
    return noun if both else None


def _described_by(name: Token) -> Token | None:
    """The people whom a name in apposition names, where it hangs on the last noun of their phrase instead."""
    place, mention = name.head, name.mention
    if place is None or mention is None or mention.kind != "name" or mention.type != "Person":
        return None
    if name.dep == "pobj":  # two objects in a row: "the envoy to Peru, Ann Lee"
        place = next((t for t in reversed(place.children) if t.dep == "pobj" and t.i < name.i), place)
    if name.dep == "appos" and place.dep == "pobj" and place.tag == "NN" and mention.start - place.end <= 1:
        return None  # "the brother of the film *star Ann Lee*"
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
    if mention is None or mention.kind != "nominal" or mention.type not in OFFICIAL or token.tag not in {"NN", "NNP"}:
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
    if name.mention.entity is None and name.mention.type != "Company":
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
