"""What a text itself says that an unseen name is: behind a comma, by its kind, by an acronym, by who lives there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.language.token import Sentence, Token, called_by

#: What a country is cut into.
DISTRICTS = {"district", "town", "village", "tehsil", "taluk", "municipality", "county", "province", "subdivision"}
#: Officers who are called as their body is ("Ann Lee, the *Information Commissioner*").
OFFICERS = {"commissioner", "ombudsman", "registrar"}
#: Classes that the noun before a name gives it.
DESCRIBED = {"Platform", "Company", "NGO", "MediaOutlet", "Regulator"}
NAMING = {"call", "name", "know"}
QUOTES = {'"', "'", "“", "‘"}
#: Digits of an age.
LONGEST_AGE = 2


def explained(sentence: Sentence) -> Iterable[tuple[str, str]]:
    """What the phrase behind an unseen name's comma says that it is ("Lars Friis, *a Danish national*")."""
    for token in sentence.tokens[:-3]:
        name, comma = token.mention, sentence.tokens[token.i + 1]
        if name is None or name.kind != "name" or name.entity is not None or comma.text != ",":
            continue
        if name.type == "Law":
            continue  # "Under the Cyber Act, the man was jailed"
        start = comma.i + 1 + (sentence.tokens[comma.i + 1].dep == "det")
        words = (t for t in sentence.tokens[start : start + 6] if t.dep != "poss")  # "Ann Lee, *the firm's* founder"
        nouns = (t.mention for t in words if t.mention is not None)
        behind = next((m for m in nouns if m.start == sentence.tokens[start].start), None)
        officer = behind is not None and behind.text.split()[-1].lower() in OFFICERS and " " in name.text
        if behind is not None and behind.kind == "nominal" and behind.type in {*DESCRIBED, "Person"}:
            yield name.text, "Person" if officer else behind.type


def called_so(sentence: Sentence) -> Iterable[tuple[str, str]]:
    """What the noun says that an unseen name is, by which somebody is called ("a *firm* called Lars")."""
    for token in sentence.tokens:
        noun = token.mention
        if noun is None or noun.kind != "nominal" or noun.type not in DESCRIBED:
            continue
        clauses = (c for c in token.children if c.dep == "acl" and c.tag == "VBN" and c.lemma in NAMING)
        yield from ((name.text, noun.type) for clause in clauses for name in called_by(clause))


def parts(sentence: Sentence) -> Iterable[tuple[str, str]]:
    """The places that their kind tells: "in *the districts of* Ada, Orn and Ulm", "in Ada and Orn *districts*"."""
    for token in sentence.tokens:
        if token.lemma not in DISTRICTS or token.text[0].isupper():
            continue
        of = (g for c in token.children if c.dep == "prep" and c.lower == "of" for g in c.children if g.dep == "pobj")
        for place in (*of, *(c for c in token.children if c.dep == "compound")):
            listed: Token | None = place
            while listed is not None:
                if listed.mention is not None and listed.mention.kind == "name":
                    yield listed.mention.text, "City"
                listed = listed.child("conj")


def introduced(sentence: Sentence) -> Iterable[tuple[Token, Token]]:
    """The brackets in which capitals are introduced, with the capitals: "(*DPC*)", "(the “*DPC*”)"."""
    for bracket in (t for t in sentence.tokens if t.text == "("):
        inside = sentence.tokens[bracket.i + 1 : bracket.i + 4]
        while inside and (inside[0].text in QUOTES or inside[0].lower == "the"):
            inside = inside[1:]
        if inside and inside[0].text.isupper():
            yield bracket, inside[0]


def acronyms(sentence: Sentence) -> Iterable[tuple[str, str]]:
    """The acronyms that a sentence introduces in brackets, with the class of what they stand for."""
    for bracket, token in introduced(sentence):
        if bracket.i > 0:
            holder = sentence.tokens[bracket.i - 1].mention
            if holder is not None and holder.kind == "name":
                yield token.text, holder.type


def homes(sentence: Sentence) -> Iterable[tuple[str, str]]:
    """Where somebody lives who is told with his age ("Ann Lee, *28, of Elm Street*, was charged")."""
    for token in sentence.tokens:
        aged = [c for c in token.children if c.text.isdigit() and len(c.text) <= LONGEST_AGE and c.i > token.i]
        if not aged or token.mention is None or token.mention.type != "Person":
            continue
        of = next(
            (c for c in token.children if c.dep == "prep" and c.lower in {"of", "from"} and c.i > aged[0].i), None
        )
        home = of.child("pobj") if of is not None else None
        if home is not None and home.mention is not None and home.mention.kind == "name":
            yield home.mention.text, "City"


def of_common_nouns(sentence: Sentence) -> Iterator[str]:
    """The acronyms that stand for no name: "child abuse material (*CAM*)"."""
    for bracket in sentence.tokens[2:-1]:
        short = sentence.tokens[bracket.i + 1] if bracket.text == "(" and bracket.i + 1 < len(sentence.tokens) else None
        if short is None or not (short.text.isalpha() and short.text.isupper() and len(short.text) > 1):
            continue
        noun = sentence.tokens[bracket.i - 1]
        words = [t.text for t in sentence.tokens[max(0, bracket.i - 2 * len(short.text)) : bracket.i]]
        while words and words[0][0].lower() != short.text[0].lower():
            words.pop(0)
        thing = noun.mention is None or noun.mention.type in {"Content", "Document"}
        letters: Iterator[str] = iter("".join(words))
        if thing and words and all(w.islower() for w in words) and all(c.lower() in letters for c in short.text):
            yield short.text
