"""Fact <-> one line of JSON: the form that `kg extract` and `kg facts` print; what is empty is left out."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from kg.errors import KgError, Where
from kg.model import Cue, Evidence, Fact, Filler


def to_line(fact: Fact) -> str:
    """One fact as one line of JSON without a line break; keys stand in a fixed order."""
    return json.dumps(to_object(fact), ensure_ascii=False)


def from_line(line: str, where: Where | None = None) -> Fact:
    """A line that `to_line` wrote -> the same fact; raises KgError for anything else."""
    try:
        return from_object(json.loads(line))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise KgError(f"not a fact: {error}", where, "one line of `kg extract --format jsonl`") from None


def to_object(fact: Fact) -> dict[str, Any]:
    """One fact as plain dictionaries, lists and strings."""
    return _filled(
        id=fact.id,
        doc=fact.doc,
        type=fact.type,
        polarity=fact.polarity,
        modality=fact.modality,
        stage=fact.stage,
        args={role: [_filler(filler) for filler in fillers] for role, fillers in fact.args.items()},
        attribution=[_filler(source) for source in fact.attribution],
        evidence=[_evidence(evidence) for evidence in fact.evidence],
    )


def from_object(line: Mapping[str, Any]) -> Fact:
    """What `to_object` made -> the same fact; raises KeyError or TypeError where a field is missing or unknown."""
    return Fact(
        **{
            **line,
            "args": {role: tuple(_read_filler(filler) for filler in fillers) for role, fillers in line["args"].items()},
            "attribution": tuple(_read_filler(source) for source in line["attribution"]),
            "evidence": tuple(_read_evidence(evidence) for evidence in line["evidence"]),
        }
    )


def _filler(filler: Filler) -> dict[str, Any]:
    return _filled(
        label=filler.label,
        id=filler.id,
        type=filler.type,
        value=filler.value,
        aliases=list(filler.aliases) or None,
        wikidata=filler.wikidata,
        via=filler.via,
        start=filler.start,
        end=filler.end,
    )


def _read_filler(filler: Mapping[str, Any]) -> Filler:
    return Filler(**{**filler, "aliases": tuple(filler.get("aliases", ()))})


def _evidence(evidence: Evidence) -> dict[str, Any]:
    return _filled(
        id=evidence.id,
        start=evidence.start,
        end=evidence.end,
        quote=evidence.quote,
        rule=evidence.rule,
        cues=[asdict(cue) for cue in evidence.cues] or None,
        spans=[{"role": role, "start": start, "end": end} for role, start, end in evidence.spans] or None,
    )


def _read_evidence(evidence: Mapping[str, Any]) -> Evidence:
    cues = tuple(Cue(**cue) for cue in evidence.get("cues", ()))
    spans = tuple((span["role"], span["start"], span["end"]) for span in evidence.get("spans", ()))
    return Evidence(**{**evidence, "cues": cues, "spans": spans})


def _filled(**fields: Any) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value is not None}
