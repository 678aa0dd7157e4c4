"""Papers that a text cites twice: "a draft decision seen by Veyra says ... *The document* adds" is one source."""

from __future__ import annotations

from dataclasses import replace

from kg.model import Fact, Filler, is_local

#: What takes up a paper that was called by its kind before.
BARE = {"document", "paper", "file", "text", "documents", "papers", "files"}
#: Characters within which it does.
NEAR = 700


def with_known_papers(facts: list[Fact]) -> list[Fact]:
    """The facts with the paper cited just before, and who has it, in place of "the document"."""
    chains = {min(e.start for e in fact.evidence): fact.attribution for fact in facts if _is_called(fact.attribution)}
    return [_with_chain(fact, chains) for fact in facts]


def _is_called(chain: tuple[Filler, ...]) -> bool:
    """Whether a chain of sources ends in a paper without a name that says of what kind it is."""
    return bool(chain) and _is_paper(chain[-1]) and chain[-1].label.lower() not in BARE


def _is_paper(source: Filler) -> bool:
    return source.type == "Document" and is_local(source.id)


def _with_chain(fact: Fact, chains: dict[int, tuple[Filler, ...]]) -> Fact:
    chain = fact.attribution
    if len(chain) != 1 or not _is_paper(chain[0]) or chain[0].label.lower() not in BARE:
        return fact
    start = min(e.start for e in fact.evidence)
    taken_up = any(f"the {chain[0].label}".lower() in e.quote.lower() for e in fact.evidence)
    before = [place for place in chains if 0 < start - place <= NEAR]
    return replace(fact, attribution=chains[max(before)]) if taken_up and before else fact
