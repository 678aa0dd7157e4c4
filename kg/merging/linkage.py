"""Spellings of one name in a large corpus, found by splink: pairs of entities that are probably one.

Nothing is joined here. What is found can be written down as decisions, so that it holds for every later merge, can be
read, and can be undone. Weights are stated and not learned: the same documents give the same pairs. Only entities with
a country or company in common are compared, namesakes and unnamed ones never, and two linked ids are never one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from kg.errors import KgError
from kg.merging.cast import Cast
from kg.merging.decision import Decision
from kg.merging.imprint import Source
from kg.merging.sighting import Sighting, sightings
from kg.merging.spelling import fold, plain
from kg.merging.union import Union
from kg.model import Entity

AUTHOR = "splink"
#: From this probability on two are proposed as one.
SURE = 0.95
#: That two entities of a corpus, taken at random, are one.
CHANCE = 1e-4
COMPARED = ("person", "body", "firm")
#: Shorter names that differ in a letter are rather two names.
LONG_NAME, LONG_FAMILY = 10, 5


class Proposal(NamedTuple):
    """Two ids that documents use, what they are called, and how probably they are one."""

    one: str
    other: str
    says: str
    probability: float

    def decision(self, at: str) -> Decision:
        """The proposal as a line of the decisions, in splink's name."""
        why = f"probability {self.probability:.3f}"
        return Decision(at, AUTHOR, "same", (self.one, self.other), why, says=self.says)


class _Candidate(NamedTuple):
    entity: Entity
    ids: frozenset[str]  # that documents use
    linked: bool
    row: dict[str, Any]


def proposals(cast: Cast, sources: Iterable[Source], decisions: Iterable[Decision] = ()) -> list[Proposal]:
    """What is probably one and not yet joined, the most probable first; `sources` are what `cast` was made of.

    A pair about which somebody has decided, or taken a decision back, is not proposed again.
    Raises KgError where splink is not installed.
    """
    found = {candidate.entity.id: candidate for candidate in _candidates(cast, sources)}
    decided = {frozenset(each.what) for each in decisions if each.do in ("same", "different")}
    chosen: Union[str] = Union()
    linked = {id for id, candidate in found.items() if candidate.linked}
    made = []
    for probability, *pair in sorted(_likely([candidate.row for candidate in found.values()]), key=_surest):
        one, other = (found[id] for id in sorted(pair))
        roots = {chosen.find(one.entity.id), chosen.find(other.entity.id)}
        if roots <= linked or any(frozenset((a, b)) in decided for a in one.ids for b in other.ids):
            continue
        chosen.join(*pair)
        linked |= {chosen.find(pair[0])} if roots & linked else set()
        says = " and ".join(f"{each.entity.label} ({_used(each)})" for each in (one, other))
        made.append(Proposal(_used(one), _used(other), says, probability))
    return made


def _candidates(cast: Cast, sources: Iterable[Source]) -> Iterator[_Candidate]:
    """The named entities that alone bear their ids and of which a country or company is known."""
    members: dict[str, list[Sighting]] = defaultdict(list)
    bearers: dict[str, set[str]] = defaultdict(set)
    for key, sighting in sightings(sources).items():
        id = cast.id(*key)
        members[id].append(sighting)
        bearers[key[1]].add(id)
    for id, seen in sorted(members.items()):
        used = frozenset(sighting.key[1] for sighting in seen)
        entity = cast.entities.get(id)
        if entity is None or seen[0].local or any(len(bearers[each]) > 1 for each in used):
            continue
        if row := _row(entity, seen):
            yield _Candidate(entity, used, any(sighting.known for sighting in seen), row)


def _row(entity: Entity, seen: list[Sighting]) -> dict[str, Any] | None:
    """What splink compares: of a person the given and the family name, of others the whole name."""
    words = plain(fold(entity.label)).split()
    marks = sorted({mark for sighting in seen for mark in sighting.where | sighting.ties})
    kind = seen[0].kind
    person = kind == "person"
    if kind not in COMPARED or not marks or len(words) < 1 + person:
        return None
    return {
        "id": entity.id,
        "kind": kind,
        "block": words[-1][:4],
        "digits": "".join(re.findall(r"\d+", entity.label)),
        "given": words[0] if person else None,
        "family": " ".join(words[1:]) if person else None,
        "whole": None if person else " ".join(words),
        "marks": marks,
    }


def _likely(rows: list[dict[str, Any]]) -> list[tuple[float, str, str]]:
    """The pairs of rows that splink is sure of: probability, id and id."""
    try:
        import pyarrow
        from splink import DuckDBAPI, Linker
    except ImportError:
        raise KgError("splink is not installed", right="pip install 'kg[splink]'") from None
    if len(rows) < 2:
        return []
    schema = pyarrow.schema([(name, pyarrow.string()) for name in rows[0] if name != "marks"])
    table = pyarrow.Table.from_pylist(rows, schema.append(pyarrow.field("marks", pyarrow.list_(pyarrow.string()))))
    linker = Linker(DuckDBAPI().register(table), _settings(), log_level="ERROR")
    pairs = linker.inference.predict(threshold_match_probability=SURE).as_record_list()
    return [(float(pair["match_probability"]), str(pair["id_l"]), str(pair["id_r"])) for pair in pairs]


def _settings() -> Any:
    """A rare name says more than a frequent one; a shared country or company is what makes a pair comparable at all."""
    from splink import SettingsCreator, block_on
    from splink.comparison_level_library import ArrayIntersectLevel, CustomLevel

    initial = "least(length(given_l), length(given_r)) = 1 and given_l[1] = given_r[1]"
    alike = block_on("kind", "block", "digits", "marks", arrays_to_explode=["marks"])
    return SettingsCreator(
        link_type="dedupe_only",
        unique_id_column_name="id",
        probability_two_random_records_match=CHANCE,
        comparisons=[
            _compared("given", (_exact("given"), 0.9, 0.01), (CustomLevel(initial), 0.07, 0.01)),
            _compared("family", (_exact("family"), 0.9, 1e-3), (_a_letter("family", LONG_FAMILY), 0.09, 1e-4)),
            _compared("whole", (_exact("whole"), 0.9, 1e-5), (_a_letter("whole", LONG_NAME), 0.09, 2e-6)),
            _compared("marks", (ArrayIntersectLevel("marks"), 0.9, 0.1)),
        ],
        blocking_rules_to_generate_predictions=[alike],
        retain_matching_columns=False,
    )


def _compared(column: str, *levels: tuple[Any, float, float]) -> Any:
    """A comparison of levels, each with its probability among those that are one, and among those that are two."""
    from splink.comparison_level_library import ElseLevel, NullLevel
    from splink.comparison_library import CustomComparison

    agreeing = [level.configure(m_probability=one, u_probability=two) for level, one, two in levels]
    rest = ElseLevel().configure(
        m_probability=1 - sum(one for _, one, _ in levels), u_probability=1 - sum(two for *_, two in levels)
    )
    return CustomComparison([NullLevel(column), *agreeing, rest], output_column_name=column)


def _exact(column: str) -> Any:
    from splink.comparison_level_library import ExactMatchLevel

    return ExactMatchLevel(column, term_frequency_adjustments=True)


def _a_letter(column: str, least: int) -> Any:
    """One letter more, less, other, or two exchanged."""
    from splink.comparison_level_library import CustomLevel

    one, other = f"{column}_l", f"{column}_r"
    return CustomLevel(f"damerau_levenshtein({one}, {other}) <= 1 and least(length({one}), length({other})) >= {least}")


def _used(candidate: _Candidate) -> str:
    return candidate.entity.id if candidate.entity.id in candidate.ids else min(candidate.ids)


def _surest(pair: tuple[float, str, str]) -> tuple[float, list[str]]:
    return -pair[0], sorted(pair[1:])
