"""Facts against gold: how much of what a document says was found, and how much of what was found it says.

An event is found where the type agrees and one of agent, target, recipient or matter names the same; each fact is held
against one gold fact at most, the best pairs first. What has no partner is missed or spurious. Status and attribution
are judged on the pairs. Documents off the topic only have to stay silent.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from kg import vocabulary
from kg.errors import KgError, Where
from kg.factline import from_line
from kg.model import ROLES, Fact, Filler
from kg.quality import likeness
from kg.quality.gold import Gold, GoldFact, GoldRelation

CORE = ("agent", "target", "recipient", "matter")


@dataclass(frozen=True, slots=True)
class Pair:
    """A gold fact and the fact that tells it, with the number of arguments and the polarity that were read alike."""

    gold: int
    fact: int
    arguments: int
    polarity: str


@dataclass(frozen=True, slots=True)
class Miss:
    """One mistake: `kind` is missed, spurious, status or noise; `where` a quote or the annotator's hint."""

    kind: str
    document: str
    type: str
    what: str
    where: str = ""


@dataclass(slots=True)
class Tally:
    """The counts over all documents."""

    count: Counter[str] = field(default_factory=Counter)
    types: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    misses: list[Miss] = field(default_factory=list)

    def add(self, **counts: int) -> None:
        """So many more of each; a truth counts one."""
        for name, number in counts.items():
            self.count[name] += number

    def figures(self) -> dict[str, Any]:
        """Precision (p), recall (r) and F1 with the size of the gold (n), and the shares among the found events."""
        count, found = self.count, self.count["event_found"] or 1
        relations_told = count["relation_found"] + count["relation_spurious"]
        return {
            "documents": count["documents"],
            "off_topic": {"documents": count["off_topic"], "quiet": count["quiet"], "facts": count["noise"]},
            "event": _rates(count["event_found"], count["event_told"], count["event_gold"]),
            "argument": _rates(count["argument_found"], count["argument_told"], count["argument_gold"]),
            "status_accuracy": round(count["status_right"] / found, 3),
            "overstated": round(count["overstated"] / found, 3),
            "polarity_accuracy": round(count["polarity_right"] / found, 3),
            "modality_accuracy": round(count["modality_right"] / found, 3),
            "attribution": _rates(count["source_found"], count["source_told"], count["source_gold"]),
            "relation": _rates(count["relation_found"], relations_told, count["relation_gold"]),
            "by_type": {type: dict(counts) for type, counts in sorted(self.types.items())},
        }


def _rates(found: int, told: int, gold: int) -> dict[str, float]:
    precision, recall = found / told if told else 0.0, found / gold if gold else 0.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return {"p": round(precision, 3), "r": round(recall, 3), "f1": round(f1, 3), "n": gold}


def read_facts(lines: Iterable[str], known: Iterable[str], file: str) -> dict[str, list[Fact]]:
    """The lines that `kg extract` prints -> the facts of each document that the gold knows, by its name there.

    A document's id may be a path or address that ends in the name. Raises KgError for a line that is no fact and for
    a document without gold.
    """
    names, found = set(known), defaultdict(list)
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        fact = from_line(line, Where(file, number))
        name = re.sub(r"\.(txt|json|html)$", "", fact.doc.rstrip("/").rsplit("/", 1)[-1])
        if name not in names:
            right = "the gold has " + ", ".join(sorted(names)[:5]) + (", ..." if len(names) > 5 else "")
            raise KgError(f"no gold for the document {fact.doc!r}", Where(file, number), right)
        found[name].append(fact)
    return found


def score(golds: Mapping[str, Gold], facts: Mapping[str, Sequence[Fact]]) -> Tally:
    """The facts of each document against its gold."""
    tally = Tally()
    for name, gold in golds.items():
        told = facts.get(name, ())
        if gold.off_topic:
            _hear(name, told, tally)
            continue
        tally.add(documents=1)
        _score_events(name, gold, [f for f in told if f.type not in vocabulary.relations()], tally)
        _score_relations(name, gold, [f for f in told if f.type in vocabulary.relations()], tally)
    return tally


def _hear(name: str, facts: Sequence[Fact], tally: Tally) -> None:
    tally.add(off_topic=1, quiet=not facts, noise=len(facts))
    tally.misses += [Miss("noise", name, fact.type, _said(fact), _quote(fact)) for fact in facts]


def _score_events(name: str, gold: Gold, facts: Sequence[Fact], tally: Tally) -> None:
    pairs = _assign(gold, facts)
    for pair in pairs:
        if not gold.facts[pair.gold].optional:
            _score_pair(name, gold, facts[pair.fact], pair, tally)
    found, told = {pair.gold for pair in pairs}, {pair.fact for pair in pairs}
    for number, wanted in enumerate(gold.facts):
        if number not in found and not wanted.optional:
            tally.add(event_gold=1, argument_gold=wanted.size)
            tally.types[wanted.main_type]["gold"] += 1
            tally.misses.append(Miss("missed", name, "/".join(wanted.type), _wanted(wanted, gold), wanted.hint))
    for number, fact in enumerate(facts):
        if number not in told:
            tally.add(event_told=1, argument_told=_size(fact))
            tally.types[fact.type]["fp"] += 1
            tally.misses.append(Miss("spurious", name, fact.type, _said(fact), _quote(fact)))


def _assign(gold: Gold, facts: Sequence[Fact]) -> list[Pair]:
    """The pairs with most arguments first, then those of one polarity, then in the order of the gold and the facts."""
    possible = [
        pair
        for g, wanted in enumerate(gold.facts)
        for f, fact in enumerate(facts)
        if (pair := _pair(gold, wanted, fact, g, f)) is not None
    ]
    possible.sort(key=lambda p: (-p.arguments, facts[p.fact].polarity != p.polarity, p.gold, p.fact))
    chosen: list[Pair] = []
    for pair in possible:
        if all(pair.gold != other.gold and pair.fact != other.fact for other in chosen):
            chosen.append(pair)
    return chosen


def _pair(gold: Gold, wanted: GoldFact, fact: Fact, g: int, f: int) -> Pair | None:
    polarity = next((polarity for types, polarity in wanted.readings if fact.type in types), None)
    if polarity is None:
        return None
    shared = {role: _shared(gold, role, wanted.args.get(role, []), fact.args.get(role, ())) for role in ROLES}
    return Pair(g, f, sum(shared.values()), polarity) if any(shared[role] for role in CORE) else None


def _shared(gold: Gold, role: str, wanted: Sequence[str], told: Sequence[Filler]) -> int:
    """How many of the wanted fillers are told, each filler taken once."""
    left = list(told)
    for key in wanted:
        match = next((filler for filler in left if _same(gold, role, key, filler)), None)
        if match is not None:
            left.remove(match)
    return len(told) - len(left)


def _same(gold: Gold, role: str, key: str, filler: Filler) -> bool:
    if role == "time":
        return likeness.same_time(key, filler.value or filler.label)
    if role == "amount":
        return likeness.same_amount(key, filler.value or filler.label)
    if gold.wikidata(key) and gold.wikidata(key) == filler.wikidata:
        return True
    names = [name for name in (filler.label, *filler.aliases) if name]
    if likeness.same_name(gold.names(key), names):
        return True
    return role == "matter" and any(likeness.same_matter(g, n) for g in gold.names(key) for n in names)


def _score_pair(name: str, gold: Gold, fact: Fact, pair: Pair, tally: Tally) -> None:
    wanted = gold.facts[pair.gold]
    polarity, modality = fact.polarity == pair.polarity, fact.modality in wanted.modality
    stated = (fact.polarity, fact.modality) == ("affirmed", "actual")
    tally.types[wanted.main_type].update(tp=1, gold=1)
    tally.add(
        event_found=1, event_gold=1, event_told=1,
        argument_found=pair.arguments, argument_gold=wanted.size, argument_told=_size(fact),
        polarity_right=polarity, modality_right=modality, status_right=polarity and modality,
        overstated=stated and (pair.polarity == "negated" or "actual" not in wanted.modality),
        source_found=_sources(gold, wanted, fact),
        source_gold=len(wanted.attribution), source_told=len(fact.attribution),
    )  # fmt: skip
    if not (polarity and modality):
        status = f"{fact.polarity} {fact.modality}, not {pair.polarity} {'/'.join(wanted.modality)}"
        tally.misses.append(Miss("status", name, fact.type, f"{status}: {_said(fact)}", _quote(fact)))


def _sources(gold: Gold, wanted: GoldFact, fact: Fact) -> int:
    """How many of the wanted sources are told."""
    left = list(fact.attribution)
    for key in wanted.attribution:
        names = gold.names(key)
        match = next((source for source in left if _same_source(names, source)), None)
        if match is not None:
            left.remove(match)
    return len(fact.attribution) - len(left)


def _same_source(names: Sequence[str], source: Filler) -> bool:
    return likeness.same_name(names, (source.label, *source.aliases)) or likeness.overlap(names[0], source.label) >= 0.5


def _score_relations(name: str, gold: Gold, facts: Sequence[Fact], tally: Tally) -> None:
    left = list(facts)
    for wanted in gold.relations:
        match = next((fact for fact in left if _same_relation(gold, wanted, fact)), None)
        if match is not None:
            left.remove(match)
        elif not wanted.optional:
            what = f"{gold.names(wanted.subject)[0]} -> {gold.names(wanted.end)[0]}"
            tally.misses.append(Miss("missed", name, wanted.type, what))
        if not wanted.optional:
            tally.add(relation_gold=1, relation_found=match is not None)
    tally.add(relation_spurious=len(left))
    tally.misses += [Miss("spurious", name, fact.type, _said(fact), _quote(fact)) for fact in left]


def _same_relation(gold: Gold, wanted: GoldRelation, fact: Fact) -> bool:
    if fact.type != wanted.type or not _any_named(gold, wanted.subject, fact.args.get("subject", ())):
        return False
    if wanted.type != "userCount":
        return _any_named(gold, wanted.end, fact.args.get("object", ()))
    numbers = fact.args.get("value", fact.args.get("object", ()))
    return any(_digits(n.value or n.label) == _digits(wanted.end) for n in numbers)


def _any_named(gold: Gold, key: str, fillers: Iterable[Filler]) -> bool:
    return any(likeness.same_name(gold.names(key), (filler.label, *filler.aliases)) for filler in fillers)


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def _size(fact: Fact) -> int:
    return sum(len(fact.args.get(role, ())) for role in ROLES)


def _said(fact: Fact) -> str:
    return _told((role, [f.value or f.label for f in fillers]) for role, fillers in fact.args.items())


def _wanted(wanted: GoldFact, gold: Gold) -> str:
    return _told((role, [gold.names(key)[0] for key in keys]) for role, keys in wanted.args.items())


def _told(parts: Iterable[tuple[str, list[str]]]) -> str:
    return "; ".join(f"{role} {', '.join(fillers)}" for role, fillers in parts if fillers)


def _quote(fact: Fact) -> str:
    return next(_quotes(fact), "")


def _quotes(fact: Fact) -> Iterator[str]:
    return (" ".join(evidence.quote.split()) for evidence in fact.evidence)
