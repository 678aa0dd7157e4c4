"""Mentions inside a parsed sentence: names, noun phrases that name an actor or thing, pronouns, money, dates."""

from __future__ import annotations

from collections.abc import Iterable

from kg import lexicon
from kg.gazetteer import LONGEST_DEMONYM, Entry, Gazetteer
from kg.language.amount import COUNTS
from kg.language.phrase import surface
from kg.language.share import QUANTITIES, SHARES
from kg.language.token import FIRST_PERSON, Sentence, Token
from kg.lexicon import verbs
from kg.mention.apposition import join
from kg.mention.beginning import begin
from kg.mention.calling import DESCRIBED
from kg.mention.courts import plain
from kg.mention.enumeration import enumerate_all
from kg.mention.extent import PUBLIC, end_of_phrase
from kg.mention.papers import title_papers
from kg.mention.propername import demonyms, mark_branches, mark_chapters, mark_recognised, proper
from kg.mention.roster import enrol
from kg.mention.several import counted_of, several
from kg.model import PLACES, Mention

PRONOUNS = {
    **dict.fromkeys(["he", "she", "him", "her", "his", "himself", "herself", "hers"], "Person"),
    **dict.fromkeys(["it", "its", "itself"], "Organisation"),
    **dict.fromkeys(["they", "them", "their", "themselves", "theirs"], "Actor"),
    **dict.fromkeys(["who", "whom", "whose"], "Person"),
    **dict.fromkeys(FIRST_PERSON, "Actor"),
}
#: Numbers that stand for people in headlines ("*Two* jailed over tweets").
CROWD = frozenset("two three four five six seven eight nine ten eleven twelve dozens hundreds thousands".split())
#: A word that may be a demonym, with the one before it that makes it another ("*North* Korean").
INDEFINITE = {"a", "an", "some", "any", "no", "another", "all", "every", "each"}
#: What a code that is no law is; what an act that is a deed is.
CIPHERS = frozenset(
    "source secret computer software program copyrighted qr promo access security machine genetic dress malicious "
    "hidden its their his her unix linux open".split()
)
DEEDS = frozenset(
    "criminal illegal unlawful terrorist hostile violent sexual malicious deliberate cowardly heinous barbaric alleged "
    "unauthorised unauthorized wrongful overt obscene lewd indecent deceptive unfair his her its their such".split()
)
#: What a lower-case "act" is called where it is a law after all.
FIELDS = frozenset("new federal national proposed draft existing parliamentary amended digital main".split())
#: Who speaks for a body.
SPOKESMEN = {"spokesman", "spokeswoman", "spokesperson"}
#: The head of whoever is called by his age.
AGED = "year-old"
#: Measures that are called after the body that takes them ("a *court* order").
MEASURES = frozenset(
    "order injunction ruling decision judgment judgement verdict raid investigation probe inquiry enquiry hearing ban "
    "warrant request demand notice warning crackdown fine shutdown settlement meeting vote finding".split()
)
#: What people join, called after them.
UNIONS = {"association", "union", "group", "federation", "league", "guild", "syndicate", "council", "organisation",
          "organization", "club", "collective", "network"}  # fmt: skip
MODIFIERS = {
    "amod", "compound", "nmod", "nummod", "quantmod", "npadvmod", "punct", "poss", "case", "advmod", "listed",
}  # fmt: skip


def mark(
    sentence: Sentence, recognised: Iterable[tuple[int, int, str]], spotted: Iterable[Mention], gazetteer: Gazetteer
) -> None:
    """Give the head token of every phrase that can fill a role its mention."""
    measured = _mark_values(sentence, spotted)
    mark_recognised(sentence, [r for r in recognised if not measured & set(range(r[0], r[1]))], gazetteer)
    decided = measured | _joined(sentence)
    for token in sentence.tokens:
        if token.mention is None and token.i not in decided:
            found = _demonym(token, sentence, gazetteer) or _explained(token)
            token.mention = found or _mention(token, sentence, gazetteer)
    mark_branches(sentence)
    mark_chapters(sentence, gazetteer)
    begin(sentence, gazetteer)
    plain(sentence)
    enrol(sentence)
    title_papers(sentence)
    join(sentence)
    enumerate_all(sentence)
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


def _demonym(token: Token, sentence: Sentence, gazetteer: Gazetteer) -> Mention | None:
    """A place named by its adjective, of one word or more ("the *French* judiciary", "the *South African* court")."""
    article = token.child("det")
    one = article is not None and article.lower in {"a", "an"} and token.dep == "conj"
    if one and token.text in gazetteer.demonyms:
        return _span(sentence, token, token, "Person", head="national")  # "two Egyptians and *a Saudi*"
    several = token.tag == "NNPS" and token.child("nummod") is not None  # "two *Canadians*"
    called = token.dep == "appos" and token.child("det") is not None  # "Ann Lee, a *Briton*"
    modifying = token.dep in {"amod", "compound", "nmod", "npadvmod", "conj", "attr", "acomp"}
    if several or not (called or modifying):
        return None
    after = sentence.tokens[token.i + 1 : token.i + 2]
    if token.text == "European" and after and after[0].lower == "commissioner":
        commission = gazetteer.entries["intl/european-commission"]
        return Mention(token.start, token.end, token.text, commission.type, "name", entity=commission.id)
    before = sentence.tokens[max(0, token.i - LONGEST_DEMONYM + 1) : token.i + 1]
    for words, entry in demonyms(before, gazetteer):
        if words and words[-1] is token:
            text = " ".join(word.text for word in words)
            return Mention(words[0].start, token.end, text, entry.type, "name", entity=entry.id)
    return None


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
    """The place in a name; but the district of a federal prosecutor's office is nobody's agency there."""
    if mention.entity is not None and mention.entity.startswith("body/us-attorney-"):
        return
    found = [(name.entry, name.start, name.end) for name in gazetteer.find(mention.text, PLACES)]
    found.extend((name.entry, name.start, name.end) for name in gazetteer.peoples(mention.text))
    found.sort(key=lambda place: " in " not in mention.text[: place[1]])  # "U.S. court in *Seattle*"
    for entry, start, end in found[:1]:
        yield _inner(token, mention, entry, start, end)


def _body_in_name(token: Token, mention: Mention, gazetteer: Gazetteer) -> Iterable[Token]:
    """The body with which the name of its part begins ("*FTC*'s Bureau of Competition")."""
    beginning = mention.text.rpartition(" ")[0]  # of the whole, only the longest name would be found
    parent = _parent_in_name(mention, gazetteer)
    if parent is not None:
        yield _inner(token, mention, *parent)
        return
    for found in gazetteer.find(beginning, PUBLIC | {"InternationalOrganisation"})[:1]:
        part = mention.text[found.end :].removeprefix("'s").strip()
        if found.start == 0 and found.entry.id != mention.entity and part[:1].isupper():
            yield _inner(token, mention, found.entry, found.start, found.end)


def _parent_in_name(mention: Mention, gazetteer: Gazetteer) -> tuple[Entry, int, int] | None:
    """The owner or body that stands before a known name as possessor ("*Alphabet*'s Google")."""
    owner, _, own = mention.text.partition("'s ")
    entry = gazetteer.entries.get(mention.entity or "") if own[:1].isupper() else None
    above = gazetteer.entries.get((entry.owner or entry.parent or "") if entry is not None else "")
    called = above is not None and any(name.removesuffix(".").endswith(owner) for name in above.names)
    return (above, 0, len(owner)) if above is not None and called else None


def _inner(token: Token, mention: Mention, entry: Entry, start: int, end: int) -> Token:
    """A token of its own for a name that stands inside another one."""
    start, end = mention.start + start, mention.start + end
    text = mention.text[start - mention.start : end - mention.start]
    inner = Mention(start, end, text, entry.type, "name", entity=entry.id)
    return Token(token.i, text, text.lower(), "NNP", "PROPN", "within", start, end, inner, token)


def _is_enacted(pronoun: Token) -> bool:
    """ "signed *it* into law", "*it* was vetoed": nothing but a bill."""
    verb = pronoun.head
    if verb is None or pronoun.dep not in {"dobj", "nsubjpass"} or verb.lemma not in {"sign", "veto", "enact"}:
        return False
    return verb.lemma != "sign" or any(c.dep == "prep" and c.lower == "into" for c in verb.children)


def _pronoun(token: Token) -> Mention | None:
    """A pronoun, or a word that takes up several as one does ("*both* were freed")."""
    if token.lower == "it" and _is_enacted(token):
        return Mention(token.start, token.end, token.text, "Law", "nominal", head="bill", definite=True)
    if token.lower in PRONOUNS and token.pos == "PRON":
        return Mention(token.start, token.end, token.text, PRONOUNS[token.lower], "pronoun", head=token.lower)
    if several(token) is not None:
        return Mention(token.start, token.end, token.text, "Actor", "pronoun", head="they")
    return None


def _mention(token: Token, sentence: Sentence, gazetteer: Gazetteer) -> Mention | None:
    if (pronoun := _pronoun(token)) is not None:
        return pronoun
    if token.tag == "NNPS" and {token.text, token.text.removesuffix("s")} & gazetteer.demonyms.keys():
        return _span(sentence, _phrase_start(token, sentence), token, "Person", head="national")
    if token.pos == "PROPN" and token.dep not in {"compound", "nmod", "amod"}:
        return proper(token, sentence, gazetteer) or _nominal(token, sentence)
    if (others := _some_of_theirs(token)) is not None:
        type_, head = _head_type(others)
        return _span(sentence, token, others, type_ or "Person", head=head)
    crowd = token.pos == "NUM" and token.lower in CROWD and _one_of(token) is None
    if crowd and token.dep in {"ROOT", "nsubj", "nsubjpass", "pobj", "dobj"}:
        return _span(sentence, token, token, "Person", head=token.lower)
    if _counts_people(token):
        return _span(sentence, _phrase_start(token, sentence), token, "Person", head=token.lower)
    noun = token.pos in {"NOUN", "PROPN", "ADJ"} or token.tag in {"NNS", "NN"}
    accused = token.tag == "VBN" and token.child("det") is not None
    if token.lower == "others" and token.child("nummod") is not None:  # "while *six others* were acquitted"
        return _span(sentence, _phrase_start(token, sentence), token, "Person", head="other")
    if noun and (court := _court_of_panel(token)) is not None:
        return court
    if (speaker := _one_of(token)) is not None:
        type_, head = _head_type(speaker)
        return _span(sentence, token, end_of_phrase(speaker, "Person"), type_ or "Person", head=head)
    return _nominal(token, sentence) if noun or accused else None


def _one_of(token: Token) -> Token | None:
    """Those of whom some speak ("*one* of the people said", "*two* of the officials told Reuters")."""
    speaks = token.dep == "nsubj" and token.head is not None and token.head.lemma in verbs("saying")
    of = token.child("prep") if speaks and token.lower in SHARES | CROWD else None
    inner = of.child("pobj") if of is not None and of.lower == "of" else None
    people = inner is not None and inner.tag == "NNS" and _head_type(inner)[0] in {"Person", "PublicBody"}
    return inner if people else None


def _explained(token: Token) -> Mention | None:
    """A sentence's first word, where the noun behind the comma says what it names ("*Sage*, a software firm, sued")."""
    alone = token.i == 0 and token.tag == "NN" and token.text.istitle() and token.dep in {"nsubj", "nsubjpass"}
    noun = token.child("appos") if alone and token.child("det", "amod", "compound", "prep", "conj") is None else None
    article = noun.child("det") if noun is not None else None
    if noun is None or article is None or article.lower not in {"a", "an"} or token.lower in lexicon.heads():
        return None
    type_ = _head_type(noun)[0]
    return Mention(token.start, token.end, token.text, type_, "name") if type_ in DESCRIBED else None


def _some_of_theirs(token: Token) -> Token | None:
    """Those of whom some are told of ("Ann Lee and *three of her friends* were held", "*two of the firms* sued")."""
    others = counted_of(token) if token.dep in {"conj", "dobj", "pobj", "nsubj", "nsubjpass"} else None
    if others is None:
        return None
    known = token.lower in COUNTS and any(c.dep == "det" and c.lower == "the" for c in others.children)
    if not known and (others.child("poss") is None or token.dep == "nsubj"):
        return None
    return others if _head_type(others)[0] in {"Person", "Company", "Platform"} else None


def _court_of_panel(token: Token) -> Mention | None:
    """The court that sits as a panel or bench ("a three-judge panel *of the Ninth Circuit*")."""
    if token.lower not in {"panel", "panels", "bench", "benches"}:
        return None
    of = next((c for c in token.children if c.dep == "prep" and c.lower in {"of", "from", "at"}), None)
    before = (c for c in token.children if c.dep in {"compound", "nmod"})
    judges = of.child("pobj") if of is not None else None
    deeper = judges.child("prep") if judges is not None and judges.lower in {"judges", "justices"} else None
    below = (judges, deeper.child("pobj") if deeper is not None else None, *before)
    named = (t.mention for t in below if t is not None and t.mention is not None)
    return next((m for m in named if m.type == "Court" and m.kind == "name"), None)


def _counts_people(token: Token) -> bool:
    """ "*121* have been detained", "detained *several others*": what befalls only people says whom a number counts."""
    befallen = token.head is not None and token.head.lemma in verbs("custody") and token.dep in {"nsubjpass", "dobj"}
    return befallen and (token.pos == "NUM" or token.lower in {"others", "dozens", "hundreds", "scores"})


def _nominal(token: Token, sentence: Sentence) -> Mention | None:
    """A noun phrase whose head names an actor or thing."""
    type_, head = _head_type(token)
    if type_ is None or _is_condition(token) or (type_ == "Law" and _is_no_law(token)):
        return None
    before_noun = token.head is not None and token.dep in {"compound", "amod"} and token.head.pos in {"NOUN", "PROPN"}
    if (
        before_noun
        and not (type_ in PUBLIC and token.dep == "compound" and _is_measure(token.head))
        and not _speaks_for(token, type_)
    ):
        return None
    first = _phrase_start(token, sentence)
    counted = _counted(token)
    last = end_of_phrase(counted, type_) if counted is not None else end_of_phrase(token, type_)
    determiner = token.child("det", "poss")
    if before_noun and token.head is not None:
        determiner = determiner or token.head.child("det")
    if determiner is None and token.dep == "nmod" and token.i:  # "fined *the company* 30 million euros"
        determiner = sentence.tokens[token.i - 1] if sentence.tokens[token.i - 1].dep == "det" else None
    definite = determiner is not None and determiner.lower not in INDEFINITE
    definite = definite or (determiner is None and _speaks_for(token, type_))
    return _span(sentence, first, last, type_, head=head, definite=definite)


def _speaks_for(body: Token, type_: str) -> bool:
    """ "*Police* spokesman Ann Lee", "*company* spokeswoman Bo Kim": the noun before the title is whose he is."""
    title = body.head
    named = title is not None and (title.dep in {"compound", "nmod"} or title.child("appos") is not None)
    whose = type_ in PUBLIC or type_ in {"Company", "NGO"}
    return named and whose and body.dep == "compound" and title is not None and title.lower in SPOKESMEN


def _is_condition(token: Token) -> bool:
    """Whether a "state" is how things are ("a *state* of emergency", "the *state* of the net"), not who rules.

    So with an "association with" somebody, which nobody joins, the "prosecution" that somebody fears, and the
    "operations of" a firm, which are what it does.
    """
    if token.lower == "prosecution" and token.child("det", "poss", "amod", "compound") is None:
        return True
    if token.lower == "operations" and any(c.dep == "prep" and c.lower == "of" for c in token.children):
        return True
    if token.lower == "association" and any(c.dep == "prep" and c.lower == "with" for c in token.children):
        return True
    of = token.child("prep") if token.lower == "state" else None
    what = of.child("pobj") if of is not None and of.lower == "of" else None
    return what is not None and what.tag in {"NN", "NNS"}


def _is_no_law(token: Token) -> bool:
    """Whether a code is a program's or a cipher ("the *source code*"), an act a deed ("responsible for the *act*").

    Regulation of which no one piece is told is no law either ("*self-regulation*", "duties of *content regulation*").
    """
    words = {c.lower for c in token.children if c.dep in {"amod", "compound", "nmod", "poss"}}
    if token.lemma == "code":
        return bool(words & CIPHERS)
    if token.lower in {"regulation", "self-regulation"}:
        return token.child("det", "poss") is None
    above = token.head.head if token.head is not None and token.dep == "pobj" else None
    blamed = above is not None and above.lemma in {"responsibility", "responsible", "blame", "credit"}
    described = any(c.dep == "amod" and c.i < token.i for c in token.children)
    indefinite = any(c.dep == "det" and c.lower in {"a", "an", "this", "such"} for c in token.children)
    deed = token.text == "act" and (described or indefinite) and not words & FIELDS
    return token.lemma == "act" and (blamed or deed or bool(words & DEEDS))


def _is_measure(noun: Token | None) -> bool:
    return noun is not None and (noun.lower in MEASURES or noun.lower.removesuffix("s") in MEASURES)


#: Of whom a part may speak.
SOCIETY = frozenset("society public press media population community industry parliament government opposition".split())


def _counted(token: Token) -> Token | None:
    """Those whom a noun of quantity counts ("a number of *states*")."""
    of = token.child("prep") if token.lower in QUANTITIES else None
    inner = of.child("pobj") if of is not None and of.lower == "of" else None
    return inner if inner is not None and _head_type(inner)[0] not in {None, "Content", "Document", "Law"} else None


def _is_part_of_society(token: Token) -> bool:
    """ "*sections of society* criticised the film", "*a section of the press*": people, though no noun says so."""
    of = token.child("prep") if token.lemma in {"section", "segment", "faction", "quarter", "strand"} else None
    whole = of.child("pobj") if of is not None and of.lower == "of" else None
    return whole is not None and whole.lower in SOCIETY


def _head_type(token: Token) -> tuple[str | None, str]:
    heads = lexicon.heads()
    counted = _counted(token)
    if counted is not None:
        return _head_type(counted)
    if _is_part_of_society(token):
        return "Person", token.lemma
    if token.lower in {"old", "olds"} and any(c.lower == "year" for c in token.children):
        return "Person", AGED  # "a *19-year-old* was arrested"
    words = [c.lower for c in token.children if c.dep in {"compound", "amod", "nmod"} and c.i < token.i]
    if words and (two := f"{words[-1]} {token.lower}") in heads:
        return heads[two], two
    return heads.get(token.lower) or heads.get(token.lemma), token.lemma


def _phrase_start(token: Token, sentence: Sentence) -> Token:
    first = token
    for child in reversed([c for c in token.children if c.i < token.i]):
        comma = child.lower in {"'s", ","} and child.dep != "listed"
        if child.dep not in MODIFIERS or comma or (child.dep == "punct" and child.text != "-"):
            break
        if any(c.text == ":" for c in child.children):
            break  # "*Ann Lee*: judge ordered me"
        if child.i and child.text.isdigit() and sentence.tokens[child.i - 1].lower == "in":
            break  # "in *2019* two bloggers sued"
        if child.dep == "poss":
            if child.mention is not None and child.mention.type in PLACES:
                first = child
            elif child.tag == "NNS" and token.lower in UNIONS and child.lower in lexicon.heads():
                first = _phrase_start(child, sentence)  # "the *teachers' union*"
            break
        first = min(child.subtree(), key=lambda t: t.i)
    return first if first.pos != "PUNCT" else sentence.tokens[first.i + 1]  # "banned - *Police* arrested"


def _span(sentence: Sentence, first: Token, last: Token, type_: str, head: str, definite: bool = False) -> Mention:
    words = sentence.tokens[first.i : last.i + 1]
    opened = next((t for t in words if t.text == "(" and t.i > first.i), None)
    if opened is not None and all(t.text != ")" for t in words):
        last = sentence.tokens[opened.i - 1]  # "makers of phones | (including Veyra, Tixo"
    text = surface(sentence.tokens[first.i : last.i + 1], sentence)
    after = sentence.tokens[last.i + 1 : last.i + 2]
    if after and after[0].text in {'"', "”"} and text.count('"') % 2 + text.count("“") - text.count("”") == 1:
        text, last = text + after[0].text, after[0]  # "the owner of the channel "Kasym""
    return Mention(first.start, last.end, text, type_, "nominal", head=head, definite=definite)
