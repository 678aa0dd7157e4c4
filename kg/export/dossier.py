"""A Markdown dossier, ready to print: what happened in the order of time, each with its sentences and their sources."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import IO, Any
from urllib.parse import quote, urlsplit

from kg.export import _told, _xml
from kg.rdf.proof import Proof

SUFFIX = ".md"

FIELDS = {"stage": "stage", "about": "about", "amount": "amount", "according_to": "according to"}


def write(graph: Any, stream: IO[bytes], proofs: Mapping[str, tuple[Proof, ...]]) -> None:
    """Writes a view: the events of one actor if the view was drawn about one, else all."""
    _xml.send((f"{line}\n" for line in _lines(graph, proofs)), stream)


def _lines(graph: Any, proofs: Mapping[str, tuple[Proof, ...]]) -> Iterator[str]:
    told = _told.tellings(graph)
    sources = {proof.source for each in proofs.values() for proof in each}
    yield f"# {_clean(graph.graph.get('about') or 'Dossier')}\n"
    outlets = {each.publisher for each in sources}
    yield f"{len(told)} entries from {len(sources)} documents by {len(outlets)} publishers."
    yield "An entry tells what documents state. Where it is marked, it was denied, claimed, or did not happen."
    for telling in told:
        yield from _entry(telling, proofs)


def _entry(telling: _told.Telling, proofs: Mapping[str, tuple[Proof, ...]]) -> Iterator[str]:
    yield f"\n## {_when(telling)}{_clean(telling.label)}\n"
    for role, name in telling.parts:
        yield f"- {role}: {_clean(name)}"
    for name, shown in FIELDS.items():
        if telling.about.get(name):
            yield f"- {shown}: {_clean(telling.about[name])}"
    for fact in str(telling.about.get("facts", "")).split():
        for proof in proofs.get(fact, ()):
            found_by = f"{_clean(proof.fact)}, rule {_clean(proof.rule)}"
            yield f"\n> {_clean(proof.quote)}\n>\n> — {_source(proof)} ({found_by})"


def _when(telling: _told.Telling) -> str:
    if telling.days is None:
        return ""
    first, last = telling.days
    days = first if first == last else f"{first} to {last}"
    return f"{days}, reported: " if telling.about.get("dated") == "document" else f"{days}: "


def _source(proof: Proof) -> str:
    source = proof.source
    words = _clean(", ".join(part for part in (source.title or source.id, source.publisher, source.date) if part))
    good = source.url and urlsplit(source.url).scheme in ("http", "https")
    return f"[{words}](<{quote(source.url or '', safe=':/?#[]@!$&()*+,;=%~')}>)" if good else words


def _clean(text: object) -> str:
    """One line of plain words: no mark-up of theirs is followed."""
    words = " ".join(_xml.UNPRINTABLE.sub("\ufffd", str(text)).split())
    return re.sub(r"([\\`*_\[\]<>#|~&!])", r"\\\1", words)
