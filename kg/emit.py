"""Facts become quads: the record in the document's own named graph, and the safe view in the default graph.

Nothing is random and there are no blank nodes: every part of a fact has an IRI under the fact's, so the same input
gives the same quads.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256

from pyoxigraph import Literal, NamedNode, Quad

from kg.model import Document, Entity, Fact, Filler, Happening
from kg.rdf import literal, provenance
from kg.rdf.term import TYPE, Names, Triples, labels, namer, offsets, order, part, preg
from kg.vocabulary import BASE, PROV, RDF, canonical, document_iri, is_a, relations

Node = NamedNode | Literal

# What only a court can do: without a court as its agent it stays in the record.
COURT_ONLY = frozenset({"Conviction", "Sentence"})
LITERAL_ROLES = frozenset({"title", "value"})
# What rules call the number and the words that measure a relation, to the ontology.
MEASURES = {"Number": "Amount", "Title": "Phrase"}


def quads(
    document: Document,
    facts: Iterable[Fact],
    entities: Iterable[Entity],
    base: str = BASE,
    rule_versions: Mapping[str, str] | None = None,
) -> list[Quad]:
    """The record: everything that a document states, denies or reports, in the graph named after the document.

    `rule_versions` maps a rule id to its version; an entity that a fact names and `entities` lacks is made from the
    fact's own filler. Raises UnknownName where a fact has a type that the ontology lacks.
    """
    names, graph, facts = namer(base), NamedNode(document_iri(document.id, base)), list(facts)
    triples = [*provenance.source(document, graph, names)]
    for fact in facts:
        triples += _statement(fact, names)
        for evidence in fact.evidence:
            triples += provenance.proof(evidence, graph, names)
    for rule in sorted({evidence.rule for fact in facts for evidence in fact.evidence}):
        triples += provenance.rule(rule, (rule_versions or {}).get(rule), names)
    for entity in _cast(facts, entities):
        triples += _entity(entity, names)
    return list(dict.fromkeys(Quad(*triple, graph) for triple in triples))


def view(facts: Iterable[Fact], entities: Iterable[Entity], base: str = BASE) -> list[Quad]:
    """The safe default graph of some facts: only what is affirmed and actual, each claim with its attribution.

    A naive query over it accuses nobody: a conviction or sentence needs a court, and a relation becomes a plain
    triple only where the document itself asserts it.
    """
    names, shown = namer(base), [fact for fact in facts if is_safe(fact)]
    triples: list[tuple[NamedNode, NamedNode, Node]] = []
    for fact in shown:
        triples += _event(fact, names)
    for entity in _cast(shown, entities):
        triples += _entity(entity, names)
    return list(dict.fromkeys(Quad(*triple) for triple in triples))


def merged(events: Iterable[Happening], entities: Iterable[Entity], base: str = BASE) -> list[Quad]:
    """The safe default graph of merged events: as `view`, with every telling, every source and the publishers counted.

    Of a relation that some state themselves and others on somebody's word the default graph has one node each.
    """
    names, shown = namer(base), [part for event in events if is_safe(event) for part in _by_word(event)]
    triples: list[tuple[NamedNode, NamedNode, Node]] = []
    for event in shown:
        triples += _merged(event, names)
    cast = [Fact("", "", event.type, event.args, attribution=tuple(_sources(event))) for event in shown]
    for entity in _cast(cast, entities):
        triples += _entity(entity, names)
    return list(dict.fromkeys(Quad(*triple) for triple in triples))


def is_safe(fact: Fact | Happening) -> bool:
    """Whether the default graph may show it: affirmed and actual, and a conviction or sentence only by a court."""
    if fact.polarity != "affirmed" or fact.modality != "actual":
        return False
    return fact.type not in COURT_ONLY or any(is_a(agent.type, "Court") for agent in fact.args.get("agent", ()))


# ---------------------------------------------------------------- record and view


def _statement(fact: Fact, names: Names) -> Triples:
    """The node of a fact in the record: its event, its status, its evidence, and where each filler stands."""
    node = names(fact.id)
    yield from _core(fact, node, names)
    yield node, preg("polarity"), preg(fact.polarity)
    yield node, preg("modality"), preg(fact.modality)
    for evidence in fact.evidence:
        yield node, preg("evidence"), names(evidence.id)
    for role, fillers in _roles(fact):
        for number, filler in enumerate(fillers, 1):
            mention = part(node, role, number)
            yield node, preg("mention"), mention
            yield from _mention(role, filler, mention, names)
            yield from order(mention, number, fillers)


def _event(fact: Fact, names: Names) -> Triples:
    """The node of a fact in the default graph; a relation that nobody else is the source of holds plainly too."""
    node = names("event/" + sha256(fact.id.encode()).hexdigest()[:16])
    yield from _core(fact, node, names)
    yield node, NamedNode(PROV + "wasDerivedFrom"), names(fact.id)
    for role, fillers in _roles(fact):
        for number, filler in enumerate(fillers, 1):
            if filler.id is None and role not in LITERAL_ROLES:
                yield from _value(filler, part(node, role, number))
    if fact.type in relations() and not fact.attribution:
        yield from _plain(fact, node, names)


def _merged(event: Happening, names: Names) -> Triples:
    """The node of a merged event."""
    node = names(event.id)
    fact = Fact("", "", event.type, event.args, stage=event.stage)
    yield from _core(fact, node, names)
    for number, chain in enumerate(event.chains, 1):
        yield from _attribution(chain, node, names, "" if number == 1 else f"-{number}")
    for told in event.facts:
        yield node, NamedNode(PROV + "wasDerivedFrom"), names(told.id)
    yield node, preg("publishers"), Literal(event.publishers)
    yield node, preg("ownWord"), Literal(event.own_word)
    for role, fillers in event.args.items():
        for number, filler in enumerate(fillers, 1):
            if filler.id is None and role not in LITERAL_ROLES:
                yield from _value(filler, part(node, role, number))
    for number, chain in enumerate(event.chains, 1):
        for place, source in enumerate(chain, 1):
            if source.id is None:
                yield from _value(source, part(node, "attribution" + ("" if number == 1 else f"-{number}"), place))
    if event.type in relations() and not event.chains:
        yield from _plain(fact, node, names)


def _by_word(event: Happening) -> list[Happening]:
    """An event is one; a relation is split into what documents state and what they have on somebody's word."""
    if event.type not in relations() or not event.chains or not event.own_word:
        return [event]
    own = tuple(fact for fact in event.facts if not fact.attribution)
    claimed = tuple(fact for fact in event.facts if fact.attribution)
    others = replace(event, id=f"{event.id}-claimed", facts=claimed, own_word=0)
    return [replace(event, facts=own, chains=(), publishers=event.own_word), others]


def _sources(event: Happening) -> Iterator[Filler]:
    return (source for chain in event.chains for source in chain)


def _plain(fact: Fact, node: NamedNode, names: Names) -> Triples:
    """A relation as one triple between its ends."""
    for subject in (names(filler.id) for filler in fact.args.get("subject", ()) if filler.id is not None):
        for role in ("object", "value"):
            for number, filler in enumerate(fact.args.get(role, ()), 1):
                yield subject, preg(fact.type), _object(node, role, number, filler, names)


def _core(fact: Fact, node: NamedNode, names: Names) -> Triples:
    """What record and view share: type, roles, stage and attribution."""
    if fact.type in relations():
        yield node, TYPE, preg("Relation")
        yield node, preg("predicate"), preg(fact.type)
    else:
        yield node, TYPE, preg(canonical(fact.type))
    for role, fillers in fact.args.items():
        for number, filler in enumerate(fillers, 1):
            yield node, preg(role), _object(node, role, number, filler, names)
    if fact.stage:
        yield node, preg("stage"), preg(fact.stage)
    yield from _attribution(fact.attribution, node, names)


def _attribution(sources: tuple[Filler, ...], node: NamedNode, names: Names, which: str = "") -> Triples:
    """A chain as a list; `which` tells several apart."""
    cells = [part(node, f"attribution{which}-list", number) for number in range(1, len(sources) + 1)]
    for before, after in zip([None, *cells], [*cells, NamedNode(RDF + "nil")], strict=True):
        if before is not None:
            yield before, NamedNode(RDF + "rest"), after
        elif cells:
            yield node, preg("attribution"), after
    for number, (cell, source) in enumerate(zip(cells, sources, strict=True), 1):
        yield cell, NamedNode(RDF + "first"), _object(node, f"attribution{which}", number, source, names)


def _roles(fact: Fact) -> list[tuple[str, tuple[Filler, ...]]]:
    return [*fact.args.items(), ("attribution", fact.attribution)]


def _object(node: NamedNode, role: str, number: int, filler: Filler, names: Names) -> Node:
    """What stands in the role: the entity, the number or words of a relation, else the node of the value."""
    if filler.id is not None:
        return names(filler.id)
    if role in LITERAL_ROLES:
        return literal.number(filler.value or filler.label)
    return part(node, role, number)


# ---------------------------------------------------------------- fillers


def _mention(role: str, filler: Filler, mention: NamedNode, names: Names) -> Triples:
    yield mention, preg("role"), preg(role)
    yield from offsets(mention, filler.start, filler.end)
    if filler.via is not None:
        yield mention, preg("via"), Literal(filler.via)
    if filler.id is None:
        yield from _value(filler, mention)
        return
    yield mention, preg("refersTo"), names(filler.id)
    if filler.value is not None:
        yield mention, NamedNode(RDF + "value"), Literal(filler.value)


def _value(filler: Filler, node: NamedNode) -> Triples:
    """A filler without an identity of its own: its words, its value, and what the value means."""
    type = canonical(MEASURES.get(filler.type, filler.type))
    yield node, TYPE, preg(type)
    yield from labels(node, filler.label, filler.aliases, filler.wikidata)
    if filler.value is not None:
        yield node, NamedNode(RDF + "value"), Literal(filler.value)
        yield from _time(node, filler.value) if type == "Time" else ()
        yield from _amount(node, filler.value) if type == "Amount" else ()


def _time(node: NamedNode, value: str) -> Triples:
    start, end, precision = literal.bounds(value)
    for term, day in (("start", start), ("end", end)):
        if day:
            yield node, preg(term), day
    if precision:
        yield node, preg("precision"), preg(precision)


def _amount(node: NamedNode, value: str) -> Triples:
    for term, found in literal.amount(value)._asdict().items():
        if found:
            yield node, preg(term), found


def _cast(facts: Sequence[Fact], entities: Iterable[Entity]) -> list[Entity]:
    """The entities that the facts name, each once: as given, else as the fact has it."""
    known = {entity.id: entity for entity in entities}
    cast: dict[str, Entity] = {}
    for fact in facts:
        for filler in (filler for _, fillers in _roles(fact) for filler in fillers if filler.id is not None):
            made = Entity(filler.id or "", filler.type, filler.label, filler.aliases, wikidata=filler.wikidata)
            cast.setdefault(made.id, known.get(made.id, made))
    return list(cast.values())


def _entity(entity: Entity, names: Names) -> Triples:
    node = names(entity.id)
    yield node, TYPE, preg(canonical(entity.type))
    yield from labels(node, entity.label, entity.aliases, entity.wikidata)
