"""Which rules and which of their words no sentence ever uses: neither their own examples, nor tests, nor documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.assertion import claim
from kg.language import inflect
from kg.language.token import Sentence, Token
from kg.match import apply, match, rules_at
from kg.model import Claim, Document
from kg.rulebook import ContextRule, Rule, Rulebook
from kg.status.climb import climb

if TYPE_CHECKING:
    from kg.pipeline import Extractor

QUOTATION = "a quotation"
VOICE = "the author's own voice"
#: Rule id and one of its words.
Word = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Cover:
    """A rule with the sources that use it ("own examples", ...) and with those of its words that none uses."""

    rule: str
    by: tuple[str, ...]
    words: int
    unused: tuple[str, ...]


def coverage(extractor: Extractor, sources: Mapping[str, Iterable[Document]]) -> list[Cover]:
    """Every rule and context rule, in their order. The extractor must have been made with gated=False."""
    book = extractor.rulebook
    used = {source: _used(extractor, documents) for source, documents in sources.items()}
    every = frozenset[Word]().union(*used.values())
    rules: tuple[Rule | ContextRule, ...] = (*book.rules, *book.context)
    return [
        Cover(
            rule.id,
            tuple(source for source, found in used.items() if any(id == rule.id for id, _ in found)),
            len(words(rule)),
            tuple(word for word in words(rule) if (rule.id, word) not in every),
        )
        for rule in rules
    ]


def examples(book: Rulebook) -> Iterator[Document]:
    """The sentences that the rules carry as their proof, each once."""
    own = [text for rule in book.rules for text in (*(e.text for e in rule.tests.match), *rule.tests.no_match)]
    cues = [e.text for rule in book.context for e in (*rule.tests.match, *rule.tests.no_match)]
    for number, text in enumerate(dict.fromkeys([*own, *cues])):
        yield Document(f"example-{number}", text)


def words(rule: Rule | ContextRule) -> tuple[str, ...]:
    """The words that a rule starts from, or that a context rule listens to, uninflected."""
    if isinstance(rule, ContextRule):
        return tuple(dict.fromkeys([*(form for cue in rule.cues for form in cue.forms), *rule.words]))
    trigger = rule.trigger
    unworded = [word for is_one, word in ((trigger.quotation, QUOTATION), (trigger.voice, VOICE)) if is_one]
    return tuple(dict.fromkeys([*trigger.forms, *trigger.mentions, *unworded]))


def _used(extractor: Extractor, documents: Iterable[Document]) -> set[Word]:
    book = extractor.rulebook
    found: set[Word] = set()
    for annotated in extractor.annotator.annotate(documents):
        for sentence in annotated.sentences:
            found.update(_triggering(sentence, book))
            for matched in match(sentence, book):
                found.update(_deciding(claim(matched, sentence, book), sentence, book))
    return found


def _triggering(sentence: Sentence, book: Rulebook) -> Iterator[Word]:
    """The rules that match, by the words that they start from."""
    for token in sentence.tokens:
        for rule in rules_at(token, sentence, book):
            if apply(rule, token, sentence) is not None:
                yield from ((rule.id, word) for word in _started(rule, token, sentence))


def _started(rule: Rule, token: Token, sentence: Sentence) -> Iterator[str]:
    """Those words of a rule that stand at its trigger."""
    if rule.trigger.quotation:
        yield QUOTATION
    if rule.trigger.voice:
        yield VOICE
    if token.mention is not None and token.mention.type in rule.trigger.mentions:
        yield token.mention.type
    around = {other.lower for other in sentence.tokens}
    for form in rule.trigger.forms:
        parts = form.split()
        head, others = (parts[-1], parts[:-1]) if rule.trigger.pos == "NOUN" else (parts[0], parts[1:])
        if token.lower in inflect.forms(head, rule.trigger.pos) and around.issuperset(others):
            yield form


def _deciding(claimed: Claim, sentence: Sentence, book: Rulebook) -> Iterator[Word]:
    """The context rules that gave a claim its status; a word that several list for the same end counts for each."""
    heard = {(cue.kind, cue.value, _text(sentence, cue.start, cue.end)) for cue in claimed.cues}
    # What changes nothing ("managed to") leaves no cue in the claim.
    passed = {link.token.lower for link in climb(sentence.tokens[claimed.match.trigger], book)}
    for rule in book.context:
        for word, inflected in _inflections(rule):
            if any((rule.kind, rule.value, form) in heard or (rule.value == "actual" and form in passed)
                   for form in inflected):  # fmt: skip
                yield rule.id, word


def _text(sentence: Sentence, start: int, end: int) -> str:
    return " ".join(token.lower for token in sentence.tokens if start <= token.start < end)


def _inflections(rule: ContextRule) -> Iterator[tuple[str, frozenset[str]]]:
    yield from ((form, inflect.forms(form, cue.pos)) for cue in rule.cues for form in cue.forms)
    yield from ((word, frozenset([word])) for word in rule.words)
