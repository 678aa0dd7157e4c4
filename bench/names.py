"""How many of the gold's named entities are recognised with the right type: `python -m bench.names`.

Also how many of the links to known entries lead to one of the right class (and Wikidata identity, where told), and
what loading and matching all names cost.
"""

from __future__ import annotations

import resource
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any

from bench import gold_documents, gold_sets
from kg import vocabulary
from kg.annotate import Annotated
from kg.gazetteer import NAMES, Entry, Gazetteer
from kg.language.parse import model
from kg.mention.spot import normalise
from kg.model import Mention
from kg.pipeline import Extractor

MEASURED = ("Platform", "Company", "PublicBody", "Country", "Law", "MediaOutlet", "Person")
#: The gold calls some services companies and some judges persons; either reading is right.
EQUAL = (
    {"Platform", "Company", "Product"},
    {"Person", "Court"},
    {"Country", "Region"},
    {"Court", "Prosecutor", "LawEnforcement"},
)


def main() -> None:
    cost()
    extractor = Extractor(gated=False)
    found: Counter[str] = Counter()
    linked: Counter[bool] = Counter()
    total: Counter[str] = Counter()
    missed: dict[str, list[str]] = defaultdict(list)
    for folder in gold_sets():
        pairs = list(gold_documents(folder))
        annotated = extractor.annotator.annotate(document for document, _ in pairs)
        for (_, gold), marked in zip(pairs, annotated, strict=True):
            for entity in named_entities(gold, marked.document.text):
                kind = measured_type(entity["type"])
                if kind is None:
                    continue
                total[kind] += 1
                linked.update(is_right(entry, entity) for entry in linked_entries(entity, marked, extractor))
                if recognised(entity, marked, extractor):
                    found[kind] += 1
                else:
                    missed[kind].append(entity["label"])
    for kind in MEASURED:
        print(line(kind, found[kind], total[kind]) + "   " + ", ".join(missed[kind][:12]))
    print(line("all", sum(found.values()), sum(total.values())))
    print(line("linked right", linked[True], linked.total()))


def cost() -> None:
    """Print what loading all names takes, and what share of the parse's time matching them takes."""
    before, started = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
    gazetteer = Gazetteer.load(NAMES)
    gazetteer.find("")
    loading, after = time.process_time() - started, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    texts = [normalise(document.text) for folder in gold_sets() for document, _ in gold_documents(folder)]
    parser = model()
    started = time.process_time()
    for text in texts:
        gazetteer.find(text)
    matching, started = time.process_time() - started, time.process_time()
    for _ in parser.pipe(texts):
        pass
    share = matching / (time.process_time() - started)
    print(f"loading {loading:.2f} s, {(after - before) / 1024:.0f} MB; matching {share:.2%} of the parse")


def line(kind: str, found: int, total: int) -> str:
    """One row of the report."""
    return f"{kind:12} {found:4} of {total:4}  {found / max(total, 1):.3f}"


def named_entities(gold: dict[str, Any], text: str) -> list[dict[str, Any]]:
    """The entities that the text names with a capital."""
    names = ((e, [e["label"], *e.get("aliases", [])]) for e in gold.get("entities", {}).values())
    return [e for e, options in names if any(n in text and n[:1].isupper() for n in options)]


def measured_type(type_: str) -> str | None:
    """The measured class that a gold type belongs to."""
    return next((m for m in MEASURED if vocabulary.is_a(type_, m)), None)


def recognised(entity: dict[str, Any], marked: Annotated, extractor: Extractor) -> bool:
    """Whether a mention has one of the entity's names and a type that agrees."""
    names = {fold(n) for n in (entity["label"], *entity.get("aliases", []))}
    return any(
        names & labels(mention, extractor) and agrees(entity["type"], mention.type)
        for sentence in marked.sentences
        for token in sentence.tokens
        for mention in (token.mention, *(inner.mention for inner in token.within))
        if mention is not None
    )


def linked_entries(entity: dict[str, Any], marked: Annotated, extractor: Extractor) -> Iterator[Entry]:
    """The known entries that mentions with one of the entity's own names link to."""
    names = {fold(n) for n in (entity["label"], *entity.get("aliases", []))}
    mentions = {t.mention for s in marked.sentences for t in s.tokens if t.mention is not None}
    ids = {m.entity for m in mentions if m.entity is not None and fold(m.text) in names}
    return (extractor.gazetteer.entries[id] for id in sorted(ids))


def is_right(entry: Entry, entity: dict[str, Any]) -> bool:
    """Whether an entry is of the entity's class, and of the same Wikidata identity where both tell it."""
    known = entity.get("wikidata")
    return agrees(entity["type"], entry.type) and (not known or not entry.wikidata or known == entry.wikidata)


def labels(mention: Mention, extractor: Extractor) -> set[str]:
    """The folded names of what a mention links to, and its own text."""
    entry = extractor.gazetteer.entries.get(mention.entity or "")
    return {fold(mention.text), *(fold(n) for n in ((entry.label, *entry.aliases) if entry else ()))}


def agrees(gold: str, system: str) -> bool:
    """Whether two types are the same, one above the other, or readings that the gold does not keep apart."""
    return (
        vocabulary.is_a(system, gold) or vocabulary.is_a(gold, system) or any({gold, system} <= pair for pair in EQUAL)
    )


def fold(text: str) -> str:
    """A name without article, case and typographic quotes."""
    return normalise(text).casefold().removeprefix("the ").removeprefix("a ").strip()


if __name__ == "__main__":
    main()
