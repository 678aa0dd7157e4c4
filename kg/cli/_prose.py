"""A fact in words: what it says, the sentences with their spans marked, and the rules."""

from __future__ import annotations

from collections.abc import Iterator

from kg.model import Evidence, Fact


def lines(fact: Fact, source: str | None = None) -> Iterator[str]:
    """The lines that a person reads; `source` says where the sentences stand."""
    yield f"{fact.type}, {fact.polarity}, {fact.modality}" + (f", stage {fact.stage}" if fact.stage else "")
    for role, fillers in fact.args.items():
        for filler in fillers:
            value = f" = {filler.value}" if filler.value else ""
            via = f", by {filler.via}" if filler.via else ""
            yield f"  {role}: {filler.label}{value} ({filler.id or filler.type}{via})"
    for speaker in fact.attribution:
        yield f"  according to: {speaker.label}"
    for evidence in fact.evidence:
        yield from _proof(evidence, source)


def marked(evidence: Evidence) -> str:
    """The quote with each span in brackets and its role behind it: "[Plaza]target was [fined]trigger"."""
    opening: dict[int, str] = {}
    closing: dict[int, str] = {}
    for role, start, end in sorted(evidence.spans, key=lambda span: (span[1], -span[2])):
        opening[start] = opening.get(start, "") + "["
        closing[end] = f"]{role}" + closing.get(end, "")
    text = "".join(
        closing.get(at, "") + opening.get(at, "") + evidence.quote[at - evidence.start : at - evidence.start + 1]
        for at in range(evidence.start, evidence.start + len(evidence.quote) + 1)
    )
    return " ".join(text.split())


def _proof(evidence: Evidence, source: str | None) -> Iterator[str]:
    yield f'  "{marked(evidence)}"'
    yield f"    rule: {evidence.rule}"
    for cue in evidence.cues:
        words = evidence.quote[max(cue.start - evidence.start, 0) : max(cue.end - evidence.start, 0)]
        yield f"    {cue.kind} {cue.value}: {repr(words) if words else 'decided outside this sentence'}"
    if source:
        yield f"    source: {source}, characters {evidence.start}-{evidence.end}"
