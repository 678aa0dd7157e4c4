"""Who is listed with somebody: coordinated, given as an example, allied with him, or named second in apposition."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from kg import lexicon, vocabulary
from kg.language.amount import COUNTS
from kg.language.preposition import is_sum_of_another, prepositional
from kg.language.share import QUANTITIES
from kg.language.token import Token
from kg.model import Mention
from kg.role.apposition import (
    is_other_name,
    is_their_body,
)

#: How one tells who is meant, and where who it is stands.
TELLING_WHO = {"be": ("attr", "acomp"), "include": ("dobj",), "comprise": ("dobj",)}
RELATIVES = frozenset(
    "wife husband brother sister son daughter father mother cousin nephew niece uncle aunt partner friend".split()
)

#: Who acts together led by one of them.
LED = ("NGO", "Company", "Platform", "Country", "Region", "PublicBody")
#: How one brings a case.
PLEADING = {"file", "lodge", "sue", "challenge", "petition", "appeal", "contest", "bring"}


def is_its_own(token: Token) -> bool:
    """ "Veyra and *its parent company*", "Veyra executives Lee, *Plaza chairman Kim*": the other is told of himself."""
    owner = token.child("poss")
    titled = any(c.dep in {"compound", "amod", "nmod"} and c.lower in lexicon.titles() for c in token.children)
    return titled or (owner is not None and owner.lower in {"its", "their"})


def companions(verb: Token) -> Iterator[Token]:
    """ "arrested the hacker *along with two students*": whoever shares the object's fate."""
    for word, other in prepositional(verb):
        if verb.pos == "VERB" and word in {"along with", "together with"} and other.i > verb.i:
            yield other
            yield from coordinates(other)


def names_described(noun: Token) -> list[Token]:
    """ "access to *Veyra and Tixo*, two sites blocked in May": the names before the plural that says what they are."""
    if noun.tag != "NNS" or noun.mention is None or noun.mention.kind != "nominal":
        return []
    if noun.dep != "appos":
        return _named_behind(noun)
    last = noun.head
    names = [last] if last is not None else []
    while names and names[0].dep == "conj" and names[0].head is not None:
        names.insert(0, names[0].head)
    listed = [t for name in names[:1] for t in (name, *coordinates(name)) if t is not noun]
    kinds = {t.mention.type for t in listed if t.mention is not None and t.mention.kind == "name"}
    known = len(listed) > 1 and all(t.mention is not None and t.mention.kind == "name" for t in listed)
    return listed if known and ("Person" in kinds) == (noun.mention.type == "Person") else []


def names_told(noun: Token) -> list[Token]:
    """ "the apps blocked are *Veyra and Tixo*", "those held include *Ann Lee*": who is said to be those told of."""
    verb = noun.head
    several = noun.tag in {"NNS", "NNPS"} or noun.lower in {"those", "others"}
    if not several or verb is None or noun.dep not in {"nsubj", "nsubjpass"} or verb.lemma not in TELLING_WHO:
        return []
    told = [c for c in verb.children if c.dep in TELLING_WHO[verb.lemma]]
    first = next((c for c in told if c.mention is not None), told[0] if told else None)  # "are | *ex*-editor Ann Lee"
    if first is None or first.i < verb.i or verb.child("neg") is not None:
        return []
    items = [t for item in (first, *coordinates(first)) for t in (item, *further_names(item))]
    named = (t.mention for item in items for t in (item, *(c for c in item.children if c.dep == "appos")))
    return items if any(m is not None and m.kind == "name" for m in named) else []


def _named_behind(noun: Token) -> list[Token]:
    """ "two news sites, *Veyra and Tixo*, were blocked": as many names as were counted, which no "and" joins to it."""
    count = noun.child("nummod")
    if count is None or count.lower not in COUNTS or noun.child("cc") is not None:
        return []
    owners = [g for c in noun.children if c.lower == "of" for g in c.children if g.dep == "pobj"]
    behind = [c for c in noun.children if c.dep == "conj"] or [
        c for t in owners for c in t.children if c.dep == "appos"
    ]
    names = [t for c in behind for t in (c, *coordinates(c))]  # "two arms of Veyra, *Tixo and Lumo*"
    named = all(t.mention is not None and t.mention.kind == "name" for t in names)
    return names if named and len(names) == COUNTS[count.lower] else []


def coordinates(token: Token) -> Iterator[Token]:
    """What is coordinated with a token ("Apple, *Google* and *Meta*"), or listed after "including"."""
    for child in (*token.children, *_of_counted(token)):
        counted = child.pos == "NUM" and child.mention is not None  # "Ann Lee and *three* of her friends"
        if child.dep == "conj" and (child.pos in {"NOUN", "PROPN", "PRON", "X", "ADJ"} or counted):
            if not _second_title(token, child) and not is_sum_of_another(child):
                yield child
            yield from coordinates(child)
        elif _exemplifies(child):
            for inner in child.children:
                if inner.dep == "pobj" and inner.pos != "NUM":  # "seven executives (including *the four* charged)"
                    yield inner
                    yield from coordinates(inner)
        elif _begins_list(token, child) or _is_relative(token, child):
            yield child
            yield from coordinates(child)
        elif (second := _behind_apposition(token, child)) is not None:
            yield second
            yield from coordinates(second)
    yield from _beyond(token)


def _of_counted(token: Token) -> list[Token]:
    """The examples of those whom a noun of quantity counts ("*dozens* of sites, *among them* Veyra")."""
    of = token.child("prep") if token.lower in QUANTITIES else None
    counted = of.child("pobj") if of is not None and of.lower == "of" else None
    return [c for c in counted.children if _exemplifies(c)] if counted is not None else []


def _beyond(token: Token) -> Iterator[Token]:
    """What belongs to a list of which the parser hung it elsewhere, with what is coordinated with it."""
    for further in (
        *_examples_beyond(token), *_together_with(token), *_on_behalf_of(token), *_one_of(token), *_led_by(token),
    ):  # fmt: skip
        yield further
        yield from coordinates(further)


def _led_by(token: Token) -> Iterator[Token]:
    """ "Six NGOs *led by Noyb* sued", "a coalition of states *headed by Texas*": the body that leads does it, too."""
    group = token.mention
    if group is None or group.kind != "nominal" or not any(vocabulary.is_a(group.type, kind) for kind in LED):
        return
    of = (g for c in token.children if c.lower == "of" for g in c.children if g.dep == "pobj" and g.tag == "NNS")
    clauses = (c for noun in (token, *of) for c in noun.children if c.dep == "acl" and c.tag == "VBN")
    for clause in (c for c in clauses if c.lemma in {"lead", "head"}):
        for by in (c for c in clause.children if c.lower == "by"):
            leaders = (c for c in by.children if c.dep == "pobj" and c.mention is not None and c.mention.kind == "name")
            yield from (c for c in leaders if c.mention and any(vocabulary.is_a(c.mention.type, k) for k in LED))


def _together_with(token: Token) -> Iterator[Token]:
    """ "*Together with* Noyb, we sued", "Ohio, *joined by* Utah, sued": who does it with the subject does it, too."""
    verb = token.head if token.dep in {"nsubj", "nsubjpass"} else None
    if verb is None or verb.pos not in {"VERB", "AUX"}:
        return
    before = [c for c in verb.children if c.i < token.i]
    behind = [c for c in (*token.children, *verb.children) if token.i < c.i < verb.i]
    for word in (*before, *behind):
        yield from (c for c in _allies(word) if c.dep == "pobj" and c.mention is not None)


def _one_of(many: Token) -> Iterator[Token]:
    """ "*Noyb* was one of eight groups that sued", "is among the firms fined": who is said to be one of those."""
    of = many.head if many.dep == "pobj" and many.tag in {"NNS", "NNPS"} else None
    one = of.head if of is not None and of.lower == "of" else of
    told = one is not None and (one.lower == "one" or (one is of and one.lower == "among"))
    verb = one.head if one is not None and told else None
    clause = many.child("relcl", "acl") or (one.child("relcl", "acl") if one is not None else None)
    if verb is None or verb.lemma != "be" or verb.child("neg") is not None or clause is None:
        return
    named = (c for c in verb.children if c.dep == "nsubj" and c.mention is not None)
    yield from (c for c in named if c.mention is not None and c.mention.kind == "name")


def _on_behalf_of(token: Token) -> Iterator[Token]:
    """ "*On behalf of Veyra* we filed a petition", "sued on behalf of *Bo Kim*": for whom a case is brought has it."""
    verb = token.head if token.dep in {"nsubj", "nsubjpass"} else None
    if verb is None or verb.lemma not in PLEADING:
        return
    for behalf in (t for t in verb.subtree() if t.lower == "behalf" and t.dep == "pobj"):
        above = [*behalf.ancestors()]
        own = verb in above and not any(t.pos in {"VERB", "AUX"} for t in above[: above.index(verb)])
        yield from (p for c in behalf.children if c.lower == "of" for p in c.children if own and p.dep == "pobj")


def _allies(word: Token) -> list[Token]:
    """What a word governs that tells with whom somebody acts."""
    beside = any(c.lower in {"together", "along", "jointly"} for c in word.children)
    if word.dep == "prep" and (word.lower == "alongside" or (word.lower == "with" and beside)):
        return word.children
    along = word.dep in {"prep", "prt", "advmod"} and word.lower == "along"
    if along or (word.tag == "VBN" and word.lemma == "join"):
        return [g for c in word.children if c.lower in {"with", "by"} for g in c.children]
    return []


def _is_relative(token: Token, beside: Token) -> bool:
    """ "Ivo Petrov, 34, *his wife*, Maria Petrova": another, whose own name stands behind."""
    owner, called = beside.child("poss"), beside.child("appos")
    person = token.mention is not None and token.mention.kind == "name" and token.mention.type == "Person"
    named = called is not None and called.mention is not None and called.mention.kind == "name"
    whose = owner is not None and owner.lower in {"his", "her", "their"}
    return beside.dep == "appos" and person and named and whose and beside.lower in RELATIVES


def _behind_apposition(token: Token, described: Token) -> Token | None:
    """ "Veyra, a maker of phones, *and Tixo*": behind the comma that ends an apposition the list goes on."""
    named = token.mention is not None and token.mention.kind == "name"
    own = described.mention is None or described.mention.kind == "nominal"
    if not named or not own or described.dep != "appos" or described.tag not in {"NN", "NNP"}:
        return None
    second = described.child("conj")
    cc = described.child("cc")
    if second is None or cc is None or second.mention is None or second.mention.kind != "name":
        return None
    person = token.mention is not None and token.mention.type == second.mention.type == "Person"
    return second if person or any(t.text == "," and t.i == cc.i - 1 for t in token.subtree()) else None


def _exemplifies(word: Token) -> bool:
    """ "Several sites, *including* Reddit", "services *such as* the BBC", "six men, *among them* Bo Kim"."""
    nouns = word.head.children if word.head is not None else []
    such = word.lower == "as" and any(c.lower == "such" for c in (*word.children, *nouns))
    like = word.lower == "like" and word.head is not None and word.head.tag == "NNS" and _names_one(word)
    among = word.lower == "among" and any(c.lower == "them" and c.dep == "dep" for c in word.children)
    return word.dep == "prep" and (word.lower == "including" or such or like or among) and not _of_nearer(word)


def _names_one(word: Token) -> bool:
    """ "rights groups *like* Noyb": a name behind the word is an example; "posts like hers" are compared."""
    behind = word.child("pobj")
    return behind is not None and behind.mention is not None and behind.mention.kind == "name"


def _of_nearer(word: Token) -> bool:
    """ "officers are charged with wiretaps of *officials including* Ann Lee": she is one of the officials."""
    noun = word.head
    before = next((t for t in noun.subtree() if t.i == word.i - 1), None) if noun is not None else None
    if noun is None or before is None or before is noun or before.tag != "NNS" or before.mention is None:
        return False
    return noun.mention is not None and noun.mention.type == before.mention.type


def _examples_beyond(token: Token) -> Iterator[Token]:
    """The names behind an "including" that hangs elsewhere ("held *officers* in May, | *including* Bo Kim")."""
    several = token.tag in {"NNS", "NNPS"} or token.lower in QUANTITIES
    if token.mention is None or token.mention.kind != "nominal" or not several:
        return
    top = next((t for t in token.ancestors() if t.head is None), None)
    behind = [t for t in top.subtree() if t.i > token.i] if top is not None else []
    for before, word in pairwise(behind):
        if before.text == "," and word.dep == "prep" and word.lower == "including" and word.head is not token:
            examples = [t for t in word.children if t.dep == "pobj" and _exemplified_by(token, t)]
            nearer = any(t.i < word.i and t.tag == "NNS" and _exemplified_by(t, e) for t in behind for e in examples)
            yield from [] if nearer else examples
            return


def _exemplified_by(noun: Token, example: Token) -> bool:
    """Whether a plural noun and an example are of one kind."""
    if noun.mention is None or example.mention is None:
        return False
    kinds = {noun.mention.type, example.mention.type}
    return len(kinds) == 1 or kinds == {"Legislature", "Person"}


def named_by_examples(token: Token) -> bool:
    """Whether examples by name say who is meant by a general noun ("several sites, including *Reddit*")."""
    general = token.mention is not None and token.mention.kind == "nominal" and not _is_counted(token)
    giving = [c for c in (*token.children, *_of_counted(token)) if _exemplifies(c)]
    named = [t for c in giving for t in c.children if t.dep == "pobj"]
    named.extend(_examples_beyond(token))
    return general and any(t.mention is not None and t.mention.kind == "name" for t in named)


def _is_counted(token: Token) -> bool:
    """ "*Six people*, including Bo Kim": the others of so many people are meant, too."""
    person = token.mention is not None and token.mention.type == "Person"
    return person and token.child("nummod") is not None


def _begins_list(token: Token, child: Token) -> bool:
    """Whether the parser hung the rest of a list on its first name ("Facebook, *Google* and Apple")."""
    if child.dep not in {"appos", "npadvmod"} or child.child("conj") is None or child.i < token.i:
        return False
    if token.child("nummod") is not None and child.child("nummod") is not None and child.tag in {"NNS", "NNPS"}:
        return child.mention is not None and token.mention is not None  # "4 Finns, *3 Danes* and 2 Poles"
    further = child.child("conj")
    row = [t for t in (token, child, further) if t is not None and t.child("det") is not None]
    if child.dep == "appos" and len(row) == 3 and all(t.mention and t.mention.kind == "nominal" for t in row):
        return True  # "*the* editor, *the* publisher and *a* reporter"
    mentions = [t.mention for t in (token, child) if t.mention is not None and t.mention.kind == "name"]
    return len(mentions) == 2 and not any(vocabulary.is_a(m.type, "Place") for m in mentions)


def _second_title(token: Token, child: Token) -> bool:
    """ "Ann Lee, founder and *chief executive*": no second person, though the parser hangs it on the name."""
    holder = child.child("appos")
    if holder is not None and holder.mention is not None and holder.mention.kind == "name":
        return False
    article, first = child.child("det"), token.child("det")
    if article is not None and any(c.dep == "cc" and c.i == token.i + 1 for c in token.children):
        return False  # "*Ann Lee* and *the* owner of the site"
    called = token.child("appos")
    if article is not None and article.lower in {"a", "an"} and called is not None and token.child("poss") is not None:
        return called.mention is None or called.mention.kind != "name"  # "its founder *Bo Kim*, and *a* director"
    if article is not None and first is not None and token.mention is not None and token.mention.kind == "nominal":
        return False  # "*the* editor and *the* publisher"
    bare = child.child("det", "poss", "amod", "nummod") is None or "chief" in {c.lower for c in child.children}
    if child.lower in lexicon.titles() and token.mention is not None and token.mention.type == "Person":
        return True
    described = child.mention is not None and child.mention.kind == "nominal" and child.mention.type == "Person"
    described = described and child.pos != "NUM"
    one = token.mention is not None and token.mention.type == "Person" and token.tag not in {"NNS", "NNPS"}
    return described and bare and one


def people_beside(ends: list[Token], found: list[Mention]) -> list[Mention]:
    """ "banned Veyra *and Rosen*", "told Veyra and its owner *Ann Lee* to stop": by name in a list that a firm begins.

    What befalls the firm befalls him, though a rule that is about firms asks for no person.
    """
    firms = [m for m in found if m.kind == "name" and vocabulary.is_a(m.type, "Organisation")]
    if not firms or any(vocabulary.is_a(m.type, "PublicBody") for m in firms):
        return []
    heads = {m.start for m in found}
    listed = [t for t in ends if t.dep == "conj" and (first := _first_of(t).mention) and first.start in heads]
    named = (t.mention for end in listed for t in (end, *(c for c in end.children if c.dep == "appos")))
    people = (m for m in named if m is not None and m.kind == "name" and m.type == "Person")
    return [m for m in people if m not in found]


def _first_of(token: Token) -> Token:
    """The first of the list that a word is an item of."""
    while token.dep == "conj" and token.head is not None:
        token = token.head
    return token


def _is_another(token: Token) -> bool:
    """Whether somebody without a name is told of for the first time: "*two* engineers", "*a* former director"."""
    return any(c.dep == "nummod" or (c.dep == "det" and c.lower in {"a", "an"}) for c in token.children)


def further_names(token: Token) -> Iterator[Token]:
    """The second and later names in apposition ("two bloggers, Ann Lee and *Bo Kim*"), and people beside their firm.

    Also relatives listed behind an apposition ("Ann Lee, the owner, and *her husband* Bo Kim").
    """
    mention = token.mention
    firm = mention is not None and mention.kind == "name" and not vocabulary.is_a(mention.type, "Person")
    owned = firm or (mention is not None and mention.type in {"Company", "NGO", "MediaOutlet", "Platform"})
    for child in token.children:
        if child.dep != "appos" or child.mention is None or is_their_body(child, token) or is_other_name(child):
            continue
        if child.mention.kind == "name":
            if firm and child.mention.type == "Person":
                yield child
            elif firm or not vocabulary.is_a(child.mention.type, "Person"):
                yield from further_names(child)  # "US Army private Ann Lee", "the firm Veyra, its owner Ann Lee"
            yield from coordinates(child)
        elif owned and child.mention.type == "Person" and is_its_own(child):  # "Veyra, its owner *Ann Lee*"
            beside = (t for t in child.children if t.dep == "appos")
            listed = (t for first in beside for t in (first, *coordinates(first)))  # "its owners, *Ann* and *Bo*"
            every = (*listed, *coordinates(child))
            yield from (t for t in every if t.mention is not None and (t.mention.kind == "name" or _is_another(t)))
        elif mention is not None and mention.type == "Person":
            listed = (c for c in child.children if c.dep == "conj" and c.child("poss"))
            yield from (c for c in listed if not _second_title(child, c))
