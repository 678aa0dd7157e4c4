"""Who acts: the person behind the body that his title names, the name before an apposition, the subject of a verb."""

from __future__ import annotations

from kg import lexicon, vocabulary
from kg.language.token import Token, hang, has_to, is_name
from kg.model import PLACES

#: They open a clause, though before a name the parser takes them for prepositions.
OPENING = {"as", "while", "after", "before", "when", "because", "since"}
#: Forms that no infinitive has.
PAST_OR_PRESENT = {"VBD", "VBZ"}
#: Whose are the services named behind.
OWNING = {"owner", "operator", "maker", "parent", "developer", "provider", "publisher"}
BRACKETS = {"(", ")"}
#: Offices that are held in a district or a city.
OFFICES = {
    "commissioner", "superintendent", "magistrate", "collector", "registrar", "inspector", "tehsildar", "prefect",
    "governor", "prosecutor", "sheriff", "chief", "director", "secretary", "administrator", "mayor",
}  # fmt: skip
#: In what several are named at once.
PAPERS = {
    "complaint",
    "lawsuit",
    "suit",
    "indictment",
    "petition",
    "report",
    "case",
    "order",
    "decision",
    "ruling",
    "action",
}


def titled_person(name: Token) -> None:
    """ "*U.S.* Senator *Ann Lee*", "the *FBI* Director *Bo Kim*": the person acts, not what his title names."""
    if name.mention is None or name.mention.kind != "name" or name.head is None or name.dep in {"appos", "compound"}:
        return
    if not (name.mention.type in PLACES or vocabulary.is_a(name.mention.type, "Organisation")):
        return
    person = next((c for c in name.children if c.dep == "appos" and _is_person(c)), None)
    if person is None or not _stands_in_title(name, person):
        return
    for later in [c for c in name.children if c.i > person.i]:
        hang(later, person, later.dep)
    hang(person, name.head, name.dep)
    hang(name, person, "compound")


def body_behind_comma(name: Token) -> None:
    """ "the Transport Department, *Ohio Government* sued": the body or place that the first is of, no second one."""
    verb = name.head
    if name.dep not in {"nsubj", "nsubjpass"} or verb is None or name.mention is None or name.mention.kind != "name":
        return
    if name.mention.type not in PLACES | {"Government"} or name.child("conj", "cc") is not None:
        return
    first = next((c for c in verb.children if c.dep == name.dep and c.i < name.i), None)
    if first is None or first.tag != "NNP" or first.child("cc", "conj") is not None:
        return
    comma = name.subtree()[0].i - 1
    adjoins = first.subtree()[-1].i in {comma - 1, comma}
    if adjoins and any(t.text == "," and t.i == comma for t in verb.subtree()):
        hang(name, first, "appos")


def _stands_in_title(name: Token, person: Token) -> bool:
    """Whether only a title, or a short name in brackets, stands between a body and a person."""
    below = name.subtree()
    between = [t for t in below if name.i < t.i < person.i]
    titled = [t for t in between if t.head is person and t.dep in {"compound", "amod", "nmod"}]
    acronym = {t.i for t in between if t.text in BRACKETS or (t.dep == "appos" and t.head is name)}
    closed = not acronym or any(t.text == "(" for t in between)
    inside = all(t.i in acronym or person in t.ancestors() for t in between)
    titles = lexicon.titles()
    return inside and closed and any(t.lower in titles or lexicon.heads().get(t.lower) == "Person" for t in titled)


def place_of_city(verb: Token) -> None:
    """ "A court in *Leeds, England* ruled": a land right behind a city says where that is, and does not act.

    But "In Leeds, *England* won".
    """
    subjects = [c for c in verb.children if c.dep in {"nsubj", "nsubjpass"} and c.mention is not None]
    place = next((c for c in subjects if c.mention is not None and c.mention.type in {"Region", "Country"}), None)
    if place is None or place.children:
        return
    before = [c for c in verb.children if c.i < place.i and c.text != ","]
    actor = before[-1] if before else None
    if actor is None or actor.pos not in {"NOUN", "PROPN"} or actor.subtree()[-1].i != place.i - 2:
        return
    last = actor.subtree()[-1]
    cities = {last.mention.type} if last.mention is not None else set()
    located = "City" in cities or (last is actor and " in " in actor.text)
    if not located or actor.child("acl", "relcl", "conj", "cop") or not any(c.i == place.i - 1 for c in verb.children):
        return
    if last is not actor and (last.head is None or last.head.lower not in {"in", "at", "of"}):
        return
    actor.dep = place.dep
    hang(place, last if last is not actor else actor, "appos")


def office_of_place(place: Token) -> None:
    """ "The *Commissioner of Police, Accra* issued an order": who holds the office acts, and not where he holds it."""
    verb = place.head if place.dep in {"nsubj", "nsubjpass"} and place.tag == "NNP" else None
    first = place.subtree()[0].i
    if verb is None or first < 2 or place.i > verb.i:
        return
    before = [t for c in verb.children for t in (c, *c.subtree()) if t.i == first - 2]
    comma = any(c.i == first - 1 and c.text == "," for c in verb.children)
    office = next((t for b in before[:1] for t in (b, *b.ancestors()) if t.lower in OFFICES), None)
    if office is None or not comma or office.i > place.i or office.child("det") is None:
        return
    dated = office.head if office.dep == "pobj" else None
    behind_date = dated is not None and dated.head is verb and dated.child("pobj") is not office
    if office.dep == place.dep or behind_date:
        hang(office, verb, place.dep)
        hang(place, office, "appos")


def named_subject(noun: Token) -> None:
    """ "In Peru, *Ann Lee*, an exiled blogger, goes on trial", "As *Veyra*, a firm, sues ...": the name does.

    The parser takes the name for the place's, or for what "as" governs, and the apposition for the subject.
    """
    verb = noun.head
    if noun.dep not in {"nsubj", "nsubjpass"} or verb is None or noun.tag not in {"NN", "NNS"} or noun.i > verb.i:
        return
    if (noun.mention is not None and noun.mention.kind == "name") or noun.child("appos", "poss"):
        return
    first, words = noun.subtree()[0].i, verb.subtree()
    if not any(t.text == "," and t.i == verb.i - 1 for t in words):
        return
    name = next((t for t in words if t.i == first - 2 and t.tag == "NNP"), None)
    comma = any(t.text == "," and t.i == first - 1 for t in words)
    if name is None or not comma or not _waits_for_verb(name):
        return
    hang(name, verb, noun.dep)
    hang(noun, name, "appos")


def as_party_does(verb: Token) -> None:
    """ "Prices fell, *as Veyra*, a firm owned by Tixo, *starts* a war": "as" opens the clause of a name."""
    above = verb.head if verb.dep == "conj" and verb.tag in PAST_OR_PRESENT else None
    if above is None or verb.child("nsubj", "nsubjpass", "aux"):
        return
    openings = [c for c in above.children if c.dep == "prep" and c.lower in OPENING and above.i < c.i < verb.i]
    name = openings[-1].child("pobj") if openings else None
    if name is None or name.tag not in {"NNP", "NNPS"} or name.child("appos") is None:
        return
    if name.subtree()[-1].i != verb.i - 1 or name.subtree()[-1].text != ",":
        return
    hang(name, verb, "nsubj")
    hang(openings[-1], verb, "mark")
    verb.dep = "advcl"


def _waits_for_verb(name: Token) -> bool:
    """Whether a name hangs on the place before it, or on a word that opens a clause."""
    above = name.head
    if above is None or (name.mention is not None and name.mention.type in {*PLACES, "Place", "Time"}):
        return False
    if name.dep == "appos":
        return above.mention is not None and above.mention.type in {*PLACES, "Place"} and above.i < name.i
    return name.dep == "pobj" and above.lower in OPENING and above.i == name.subtree()[0].i - 1


def beside_infinitive(verb: Token) -> None:
    """ "Peru *invites* her to speak and *offers* her a home": a finite verb goes on with the finite one."""
    first = verb.head
    above = first.head if first is not None else None
    if first is None or above is None or verb.dep != "conj" or first.dep != "xcomp" or first.tag != "VB":
        return
    own = verb.child("nsubj", "nsubjpass", "aux", "auxpass", "expl")
    if own is None and {verb.tag, above.tag} <= PAST_OR_PRESENT and above.i < first.i < verb.i:
        hang(verb, above, "conj")


def beside_finite(verb: Token) -> None:
    """ "was required *to pay* a penalty, *delete* the data and *stop*": a bare form goes on with the infinitive."""
    above = verb.head
    if above is not None and verb.dep == "conj" and verb.tag == "VB" and above.tag == "VBG" and above.dep == "xcomp":
        stop = above.head  # "stop hiding its fees *and simplify* refunds"
        if stop is not None and stop.tag == "VB" and verb.child("nsubj", "aux") is None:
            hang(verb, stop, "conj")
        return
    first = above.child("xcomp") if above is not None and verb.dep == "conj" else None
    if first is None or above is None or verb.tag != "VB" or above.tag not in {"VBD", "VBN", "VBZ", "VBP"}:
        return
    own = verb.child("nsubj", "nsubjpass", "aux", "auxpass", "expl", "neg")
    to = has_to(first)
    if own is None and to and first.tag == "VB" and first.i < verb.i:
        hang(verb, first, "conj")


def owned_behind(name: Token) -> None:
    """ "Veyra, the owner of the apps *Tixo, Lumo and Rixa*, agreed": names right behind their kind are what is owned.

    The parser takes them for Veyra's own, or for the subject.
    """
    kind = _kind_before(name)
    owner = kind.head.head if kind is not None and kind.head is not None else None
    if kind is None or owner is None or owner.lemma not in OWNING or kind.child("appos"):
        return
    holder = owner
    while holder.head is not None and holder.dep in {"conj", "appos"} and not is_name(holder):
        holder = holder.head
    if name in holder.ancestors():
        above, dep = name.head, name.dep
        top = next(t for t in (holder, *holder.ancestors()) if t.head is name)
        hang(top, above, dep)
    described = next((t for t in (owner, *owner.ancestors()) if t.head is holder), None)
    if described is not None and described.dep == "conj" and described.lemma in OWNING:
        described.dep = "appos"
    hang(name, kind, "appos")


def _kind_before(name: Token) -> Token | None:
    """The plural noun behind "of" that stands right before a name, without a comma, and names its kind."""
    if name.mention is None or name.mention.kind != "name" or name.dep in {"pobj", "compound", "poss"}:
        return None
    above = (name, *name.ancestors())[-1]
    kind = next((t for t in above.subtree() if t.i == name.i - 1), None)
    if kind is None or kind.dep != "pobj" or kind.tag != "NNS" or kind.head is None or kind.head.lower != "of":
        return None
    return kind


def _is_person(token: Token) -> bool:
    """Whether a name is a person's, or one that nobody knows yet."""
    if token.mention is None:
        return token.tag == "NNP"
    return token.mention.kind == "name" and token.mention.type == "Person"


def listed_in_paper(name: Token) -> None:
    """ "Two firms named in the complaint, *Veyra* and *Tixo*, have settled": the firms' names, not the paper's."""
    paper = name.head if name.dep == "appos" else None
    if paper is None or paper.lower not in PAPERS or name.mention is None or name.mention.kind != "name":
        return
    within = paper.head if paper.dep == "pobj" else None
    told = within.head if within is not None and within.dep == "prep" else None
    many = told.head if told is not None and told.tag == "VBN" and told.dep == "acl" else None
    if many is None or many.tag != "NNS":
        return
    counted = many.head.head if many.dep == "pobj" and many.head is not None and many.head.lower == "of" else None
    hang(name, counted if counted is not None and counted.tag == "CD" else many, "appos")


def between_two(other: Token) -> None:
    """ "A pact between *the Ministry* of Trade and *Veyra*": between takes two, the second beside the first."""
    above = other.head if other.dep == "conj" else None
    of = above.head if above is not None and above.dep == "pobj" else None
    one = of.head if of is not None and of.lower in {"of", "for"} else None
    if above is None or one is None or one.dep != "pobj" or one.head is None or one.head.lower != "between":
        return
    if one.tag not in {"NN", "NNP"} or one.child("conj") is not None or not is_name(other):
        return
    for word in [c for c in above.children if c.dep == "cc"]:
        hang(word, one, "cc")
    hang(other, one, "conj")
