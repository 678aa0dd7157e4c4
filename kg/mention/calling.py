"""What a text itself says that an unseen name is: behind a comma, by its kind, by an acronym, by who lives there."""

from __future__ import annotations

from collections.abc import Iterable

from kg.language.token import Sentence, Token

#: What a country is cut into.
DISTRICTS = {"district", "town", "village", "tehsil", "taluk", "municipality", "county", "province", "subdivision"}
#: Officers who are called as their body is ("Ann Lee, the *Information Commissioner*").
OFFICERS = {"commissioner", "ombudsman", "registrar"}
#: Classes that the noun before a name gives it.
DESCRIBED = {"Platform", "Company", "NGO", "MediaOutlet", "Regulator"}
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
