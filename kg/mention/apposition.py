"""A noun that describes a name hangs on that name, whatever the parser hung the one or the other on."""

from __future__ import annotations

from collections.abc import Iterable

from kg import vocabulary
from kg.language.token import Sentence, Token, hang

#: How the parser hangs what it finds no place for.
LOOSE = {"appos", "dep", "npadvmod"}
SUBJECTS = {"nsubj", "nsubjpass"}
ARTICLES = {"a", "an", "the"}
CLOSING = {",", ".", ")", "-", ";"}


def join(sentence: Sentence) -> None:
    """Hang descriptions and names of one person or body together."""
    for token in sentence.tokens:
        if token.mention is None or token.mention.kind != "nominal":
            continue
        name = _name_before(token, sentence) or _named_subject(token, sentence)
        if name is not None:
            hang(token, name, "appos")
        elif (name := _name_behind(token, sentence)) is not None:
            hang(name, token, "appos")
            for part in _parts(name, sentence):
                hang(part, name, "compound")


def _name_before(noun: Token, sentence: Sentence) -> Token | None:
    """ "freed the brother of *Ann Lee*, a *soldier* held in Iraq": who stands before the comma is the soldier."""
    article = noun.child("det")
    if noun.dep not in LOOSE or article is None or article.lower not in ARTICLES or article.i < 2:
        return None
    words = noun.subtree()
    if words[0] is not article or sentence.tokens[article.i - 1].text != ",":
        return None
    after = sentence.tokens[words[-1].i + 1 : words[-1].i + 2]
    before = sentence.tokens[article.i - 2]
    name = next((t for t in (before, *before.ancestors()) if _ends_at(t, before)), None)
    if name is None or name is noun.head or noun in name.ancestors() or (after and after[0].text not in CLOSING):
        return None
    return name if _of_one_kind(noun, name) else None


def _named_subject(noun: Token, sentence: Sentence) -> Token | None:
    """ "*Ann Lee*, a *detective* with the police is jailed", "Bo Kim, the *head* of Veyra wanted in Peru": one."""
    article, verb = noun.child("det"), noun.head if noun.dep in SUBJECTS else None
    if verb is None or article is None or article.lower not in ARTICLES or article.i < 2 or noun.mention is None:
        return None
    before = sentence.tokens[article.i - 2]
    name = next((t for t in (before, *before.ancestors()) if _ends_at(t, before)), None)
    person = noun.tag in {"NN", "NNP"} and noun.mention.type in {"Person", "LawEnforcement"}
    if name is None or name.mention is None or name.mention.type != "Person" or not person:
        return None
    if sentence.tokens[article.i - 1].text != "," or noun.subtree()[0] is not article:
        return None
    bare = verb.tag in {"VBD", "VBN"} and verb.child("aux", "auxpass") is None
    if bare and verb.dep == "relcl" and verb.head is name:
        verb.tag = "VBN"
        hang(noun, name, "appos")
        hang(verb, noun, "acl")
        return name
    return name if name.dep in SUBJECTS and name.head is verb else None


def _ends_at(name: Token, last: Token) -> bool:
    return name.mention is not None and name.mention.kind == "name" and name.mention.end == last.end


def _name_behind(noun: Token, sentence: Sentence) -> Token | None:
    """ "the release of the Lagos *bomber* | *Bo Kim*", "the special *envoy* for peace | *Ann Lee* says": one person."""
    assert noun.mention is not None
    if noun.tag not in {"NN", "NNP"} or noun.mention.type != "Person":
        return None
    subject = noun.dep in SUBJECTS
    end = noun.subtree()[-1] if subject else noun
    behind = (t for t in sentence.tokens[end.i + 1 : end.i + 6] if t.mention is not None and t.mention.kind == "name")
    name = next(behind, None)
    if name is None or name.mention is None or name.mention.start - end.end != 1 or not _of_one_kind(noun, name):
        return None
    if name.head is None or name.head is noun or name in noun.ancestors() or noun in name.ancestors():
        return None
    other = name.head.child("dobj") if name.dep == "dobj" else None  # "securing the *release* of ... | *Bo Kim*"
    beside = name.head in noun.ancestors() and (name.dep in LOOSE or (other is not None and other in noun.ancestors()))
    twice = subject and name.dep in SUBJECTS and name.head is noun.head
    return name if beside or twice else None


def _parts(name: Token, sentence: Sentence) -> Iterable[Token]:
    """The words of a name that the parser hung elsewhere ("Abdul *al -* Masri")."""
    assert name.mention is not None
    inside = [t for t in sentence.tokens if name.mention.start <= t.start < name.mention.end and t is not name]
    return [t for t in inside if name not in t.ancestors() and t not in name.ancestors()]


def _of_one_kind(noun: Token, name: Token) -> bool:
    """Whether both tell of a person, or both of a firm or body."""
    if noun.mention is None or name.mention is None:
        return False
    one, other = noun.mention.type, name.mention.type
    if "Person" in {one, other}:
        return one == other
    return vocabulary.is_a(one, other) or vocabulary.is_a(other, one)
