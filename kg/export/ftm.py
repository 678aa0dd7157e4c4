"""FollowTheMoney entities as JSON Lines, for Aleph and OpenSanctions: one entity a node, and one a link.

A link is an Ownership, Directorship or Membership where the relation and both ends fit, else an UnknownLink with its
kind as the role; each has the first sentence that proves it, its publisher and its address.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from hashlib import sha1
from typing import IO, Any
from urllib.parse import urlsplit

from kg.export import _xml
from kg.rdf.proof import Proof
from kg.vocabulary import entity_types, event_types, is_a

SUFFIX = ".ftm.json"

# The most special class first; an online service is something that a company owns.
SCHEMATA = {
    "Person": "Person", "Company": "Company", "PublicBody": "PublicBody", "Organisation": "Organization",
    "Platform": "Asset", "Product": "Asset", "Place": "Territory", "Document": "Article",
}  # fmt: skip
LEGAL = frozenset({"Person", "Company", "PublicBody", "Organization"})
BODIES = LEGAL - {"Person"}
LINKS = {
    "ownerOf": ("Ownership", "owner", LEGAL, "asset", frozenset({"Asset", "Company"})),
    "holdsOffice": ("Directorship", "director", LEGAL, "organization", BODIES),
    "memberOf": ("Membership", "member", LEGAL, "organization", BODIES),
}
Properties = dict[str, list[str]]


def write(graph: Any, stream: IO[bytes], proofs: Mapping[str, tuple[Proof, ...]]) -> None:
    """Writes a view."""
    _xml.send(_lines(graph, proofs), stream)


def _lines(graph: Any, proofs: Mapping[str, tuple[Proof, ...]]) -> Iterator[str]:
    schemata = {id: _schema(str(about.get("type", ""))) for id, about in graph.nodes(data=True)}
    for id, about in graph.nodes(data=True):
        known = {"name": [str(about.get("label", id))], "keywords": [str(about.get("type", ""))]}
        known |= _shared(about, proofs) if schemata[id] == "Event" else {}
        known |= {"wikidataId": [about["wikidata"]]} if about.get("wikidata") else {}
        known |= {"country": [about["country"].lower()]} if about.get("country") else {}
        yield _entity(_id("node", id), schemata[id], known)
    for source, target, about in graph.edges(data=True):
        kind = str(about.get("kind", ""))
        schema, start, end = _link(kind, schemata[source], schemata[target])
        ends = {start: [_id("node", source)], end: [_id("node", target)], "role": [kind]}
        yield _entity(_id("edge", source, kind, target), schema, {**ends, **_shared(about, proofs)})


def _schema(type: str) -> str:
    if type in event_types():
        return "Event"
    if type not in entity_types():
        return "Note"
    return next((schema for ancestor, schema in SCHEMATA.items() if is_a(type, ancestor)), "Note")


def _link(kind: str, source: str, target: str) -> tuple[str, str, str]:
    schema, start, starts, end, ends = LINKS.get(kind, ("", "", frozenset(), "", frozenset()))
    return (schema, start, end) if source in starts and target in ends else ("UnknownLink", "subject", "object")


def _shared(about: Mapping[str, Any], proofs: Mapping[str, tuple[Proof, ...]]) -> Properties:
    """When it was, and what proves it."""
    sentences = [proof for fact in str(about.get("facts", "")).split() for proof in proofs.get(fact, ())]
    days = _xml.interval(about.get("first"), about.get("last"))
    urls = dict.fromkeys(
        p.source.url for p in sentences if p.source.url and urlsplit(p.source.url).scheme in ("http", "https")
    )
    known = {
        "recordId": [str(about.get("facts", ""))],
        "startDate": [days[0]] if days else [],
        "endDate": [days[1]] if days else [],
        "publisher": [proof.source.publisher for proof in sentences],
        "sourceUrl": [url for url in urls if url],
        "summary": [proof.quote for proof in sentences[:1]],
    }
    return {
        name: list(dict.fromkeys(value for value in values if value)) for name, values in known.items() if any(values)
    }


def _entity(id: str, schema: str, properties: Properties) -> str:
    clean = {name: [_xml.UNPRINTABLE.sub("\ufffd", value) for value in values] for name, values in properties.items()}
    return json.dumps({"id": id, "schema": schema, "properties": clean}) + "\n"


def _id(*parts: str) -> str:
    """FollowTheMoney's own way to make an id of a key."""
    return "kg-" + sha1("\0".join(parts).encode("utf-8", "surrogatepass"), usedforsecurity=False).hexdigest()
