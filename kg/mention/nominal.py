"""Mentions inside a parsed sentence: names, noun phrases that name an actor or thing, pronouns, money, dates."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kg import lexicon
from kg.gazetteer import Entry, Gazetteer
from kg.language.phrase import surface
from kg.language.syntax import Sentence, Token
from kg.mention.propername import mark_recognised, proper
from kg.mention.roster import enrol
from kg.model import Mention

FIRST_PERSON = ("we", "us", "our", "ours", "ourselves", "i", "me", "my", "mine", "myself")
PRONOUNS = {
    **dict.fromkeys(["he", "she", "him", "her", "his", "himself", "herself", "hers"], "Person"),
    **dict.fromkeys(["it", "its", "itself"], "Organisation"),
    **dict.fromkeys(["they", "them", "their", "themselves", "theirs"], "Actor"),
    **dict.fromkeys(["who", "whom", "whose"], "Person"),
    **dict.fromkeys(FIRST_PERSON, "Actor"),
}
PUBLIC = {"Court", "Prosecutor", "LawEnforcement", "Regulator", "Ministry", "Legislature", "Government", "PublicBody"}
PLACES = {"Country", "Region", "City"}
#: Numbers that stand for people in headlines ("*Two* jailed over tweets").
CROWD = frozenset("two three four five six seven eight nine ten eleven twelve dozens hundreds thousands".split())
#: A word that may be a demonym, with the one before it that makes it another ("*North* Korean").
DEMONYM = re.compile(r"(?:(?:North|South|East|Central|New|Saudi|Sri|Costa|Puerto|Hong|Sierra) )?(\w+)")
INDEFINITE = {"a", "an", "some", "any", "no", "another", "all", "every", "each"}
LONGEST_OF = 7
#: The head of whoever is called by his age.
AGED = "year-old"
#: Nouns that only count those whom they tell of ("*thousands* of drivers").
QUANTITIES = frozenset("dozens hundreds thousands scores tens millions number majority handful couple".split())
#: Verbs whose "of" tells of what, not whose ("convicted 14 activists *of subversion*").
OF_WHAT = {"accuse", "convict", "suspect", "acquit", "clear", "inform", "warn", "find", "remind", "deprive", "notify"}
#: Measures that are called after the body that takes them ("a *court* order").
MEASURES = frozenset(
    "order injunction ruling decision judgment judgement verdict raid investigation probe inquiry enquiry hearing ban "
    "warrant request demand notice warning crackdown fine shutdown settlement meeting".split()
)
MODIFIERS = {"amod", "compound", "nmod", "nummod", "quantmod", "npadvmod", "punct", "poss", "case", "advmod"}


def mark(
    sentence: Sentence, recognised: Iterable[tuple[int, int, str]], spotted: Iterable[Mention], gazetteer: Gazetteer
) -> None:
    """Give the head token of every phrase that can fill a role its mention."""
    measured = _mark_values(sentence, spotted)
    mark_recognised(sentence, [r for r in recognised if not measured & set(range(r[0], r[1]))], gazetteer)
    decided = measured | _joined(sentence)
    for token in sentence.tokens:
        if token.mention is None and token.i not in decided:
            token.mention = _demonym(token, gazetteer) or _mention(token, sentence, gazetteer)
    enrol(sentence)
    for token in sentence.tokens:
        if token.mention is not None and token.mention.kind in {"name", "nominal"}:
            token.within = list(_places_within(token, gazetteer))


def _joined(sentence: Sentence) -> set[int]:
    """The indexes of the words of names with a hyphen or "&" ("Kim Min-jae"): none of them is a name of its own."""
    names = [t.mention for t in sentence.tokens if t.mention is not None and t.mention.kind == "name"]
    joined = [name for name in names if "-" in name.text or " & " in name.text]
    return {t.i for name in joined for t in sentence.tokens if name.start <= t.start < name.end}


def _mark_values(sentence: Sentence, spotted: Iterable[Mention]) -> set[int]:
    """Give money and times to the highest token of their span; returns the indexes of all tokens inside."""
    measured: set[int] = set()
    for mention in spotted:
        if mention.kind in {"amount", "time"}:
            inside = [t for t in sentence.tokens if mention.start <= t.start < mention.end]
            measured |= {t.i for t in inside}
            top = next((t for t in inside if t.head is None or t.head not in inside), None)
            if top is not None and top.mention is None:
                top.mention = mention
    return measured


def _demonym(token: Token, gazetteer: Gazetteer) -> Mention | None:
    """A place named by its adjective ("the *French* judiciary")."""
    entry = gazetteer.demonyms.get(token.text)
    several = token.tag == "NNPS" and token.child("nummod") is not None  # "two *Canadians*"
    if entry is None or several or token.dep not in {"amod", "compound", "nmod", "npadvmod", "conj", "attr", "acomp"}:
        return None
    return Mention(token.start, token.end, token.text, entry.type, "name", entity=entry.id)


def _places_within(token: Token, gazetteer: Gazetteer) -> Iterable[Token]:
    """The places that modify a noun phrase, and the place or the body inside a name, as tokens of their own."""
    mention = token.mention
    assert mention is not None
    for child in token.children:
        modifies = child.dep in {"amod", "compound", "nmod", "poss"} and child.mention is not None
        if modifies and child.mention.type in PLACES:  # type: ignore[union-attr]
            yield child
    if mention.kind == "name" and mention.type not in PLACES | {"Person"} and " " in mention.text:
        yield from _places_in_name(token, mention, gazetteer)
        yield from _body_in_name(token, mention, gazetteer)


def _places_in_name(token: Token, mention: Mention, gazetteer: Gazetteer) -> Iterable[Token]:
    found = [(name.entry, name.start, name.end) for name in gazetteer.find(mention.text, PLACES)]
    for word in DEMONYM.finditer(mention.text):
        if (entry := gazetteer.demonyms.get(word.group()) or gazetteer.demonyms.get(word[1])) is not None:
            found.append((entry, word.start(), word.end()))
    for entry, start, end in found[:1]:
        yield _inner(token, mention, entry, start, end)


def _body_in_name(token: Token, mention: Mention, gazetteer: Gazetteer) -> Iterable[Token]:
    """The body with which the name of its part begins ("*FTC*'s Bureau of Competition")."""
    beginning = mention.text.rpartition(" ")[0]  # of the whole, only the longest name would be found
    for found in gazetteer.find(beginning, PUBLIC | {"InternationalOrganisation"})[:1]:
        part = mention.text[found.end :].removeprefix("'s").strip()
        if found.start == 0 and found.entry.id != mention.entity and part[:1].isupper():
            yield _inner(token, mention, found.entry, found.start, found.end)


def _inner(token: Token, mention: Mention, entry: Entry, start: int, end: int) -> Token:
    """A token of its own for a name that stands inside another one."""
    start, end = mention.start + start, mention.start + end
    text = mention.text[start - mention.start : end - mention.start]
    inner = Mention(start, end, text, entry.type, "name", entity=entry.id)
    return Token(token.i, text, text.lower(), "NNP", "PROPN", "within", start, end, inner, token)


def _mention(token: Token, sentence: Sentence, gazetteer: Gazetteer) -> Mention | None:
    if token.lower in PRONOUNS and token.pos == "PRON":
        return Mention(token.start, token.end, token.text, PRONOUNS[token.lower], "pronoun", head=token.lower)
    if token.tag == "NNPS" and {token.text, token.text.removesuffix("s")} & gazetteer.demonyms.keys():
        return _span(sentence, _phrase_start(token, sentence), token, "Person", head="national")
    if token.pos == "PROPN" and token.dep not in {"compound", "nmod", "amod"}:
        return proper(token, sentence, gazetteer) or _nominal(token, sentence)
    if token.pos == "NUM" and token.lower in CROWD and token.dep in {"ROOT", "nsubj", "nsubjpass", "pobj", "dobj"}:
        return _span(sentence, token, token, "Person", head=token.lower)
    noun = token.pos in {"NOUN", "PROPN", "ADJ"} or token.tag in {"NNS", "NN"}
    accused = token.tag == "VBN" and token.child("det") is not None
    return _nominal(token, sentence) if noun or accused else None


def _nominal(token: Token, sentence: Sentence) -> Mention | None:
    """A noun phrase whose head names an actor or thing."""
    type_, head = _head_type(token)
    if type_ is None:
        return None
    before_noun = token.head is not None and token.dep in {"compound", "amod"} and token.head.pos in {"NOUN", "PROPN"}
    if before_noun and not (type_ in PUBLIC and token.dep == "compound" and _is_measure(token.head)):
        return None
    first = _phrase_start(token, sentence)
    counted = _counted(token)
    last = _phrase_end(counted, type_) if counted is not None else _phrase_end(token, type_)
    determiner = token.child("det", "poss")
    if before_noun and token.head is not None:
        determiner = determiner or token.head.child("det")
    if determiner is None and token.dep == "nmod" and token.i:  # "fined *the company* 30 million euros"
        determiner = sentence.tokens[token.i - 1] if sentence.tokens[token.i - 1].dep == "det" else None
    definite = determiner is not None and determiner.lower not in INDEFINITE
    return _span(sentence, first, last, type_, head=head, definite=definite)


def _is_measure(noun: Token | None) -> bool:
    return noun is not None and (noun.lower in MEASURES or noun.lower.removesuffix("s") in MEASURES)


def _counted(token: Token) -> Token | None:
    """Those whom a noun of quantity counts ("a number of *states*")."""
    of = token.child("prep") if token.lower in QUANTITIES else None
    inner = of.child("pobj") if of is not None and of.lower == "of" else None
    return inner if inner is not None and _head_type(inner)[0] not in {None, "Content", "Document", "Law"} else None


def _head_type(token: Token) -> tuple[str | None, str]:
    heads = lexicon.heads()
    counted = _counted(token)
    if counted is not None:
        return _head_type(counted)
    if token.lower in {"old", "olds"} and any(c.lower == "year" for c in token.children):
        return "Person", AGED  # "a *19-year-old* was arrested"
    words = [c.lower for c in token.children if c.dep in {"compound", "amod", "nmod"} and c.i < token.i]
    if words and (two := f"{words[-1]} {token.lower}") in heads:
        return heads[two], two
    return heads.get(token.lower) or heads.get(token.lemma), token.lemma


def _phrase_start(token: Token, sentence: Sentence) -> Token:
    first = token
    for child in reversed([c for c in token.children if c.i < token.i]):
        if child.dep not in MODIFIERS or child.lower in {"'s", ","} or (child.dep == "punct" and child.text != "-"):
            break
        if child.dep == "poss":
            if child.mention is not None and child.mention.type in PLACES:
                first = child
            break
        first = min(child.subtree(), key=lambda t: t.i)
    return first


def _phrase_end(token: Token, type_: str) -> Token:
    last = token
    for child in token.children:
        inner = child.child("pobj") if child.dep == "prep" and child.i == last.i + 1 else None
        if inner is not None:
            accused = child.lower == "of" and token.head is not None and token.head.lemma in OF_WHAT
            last = last if accused else _tail(child.lower, inner, type_) or last
    return last


def _tail(preposition: str, inner: Token, type_: str) -> Token | None:
    """The last word of a phrase that tells who somebody is ("the owner *of the site*", "a court *in Lahore*")."""
    place = inner.mention is not None and inner.mention.type in PLACES | {"Organisation"}
    named = inner.pos == "PROPN" or inner.mention is not None
    if preposition in {"of", "for"} and named and type_ in PUBLIC:
        return inner
    if preposition == "in" and place and type_ == "Court":
        return inner
    if preposition in {"of", "for"} and type_ in {"Person", "Company", "NGO"}:
        words = [t for t in inner.subtree() if not _beside_the_point(t, inner)]
        if preposition == "of" and len(words) <= LONGEST_OF:
            return words[-1]
        return inner if named or inner.lower in lexicon.heads() else None
    return None


def _beside_the_point(token: Token, top: Token) -> bool:
    """Whether a word below a noun belongs to a clause, an apposition or another item, not to its own phrase."""
    upwards = [token, *token.ancestors()]
    below = upwards[: upwards.index(top)]
    return any(t.dep in {"relcl", "acl", "conj", "cc", "appos", "punct"} for t in below)


def _span(sentence: Sentence, first: Token, last: Token, type_: str, head: str, definite: bool = False) -> Mention:
    text = surface(sentence.tokens[first.i : last.i + 1], sentence)
    return Mention(first.start, last.end, text, type_, "nominal", head=head, definite=definite)
