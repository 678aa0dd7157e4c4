"""What is known of somebody on a day, in plain words with sources: established, alleged, denied, and not told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.dossier import wording
from kg.dossier.case import Case, cases, holds
from kg.dossier.conflict import Conflict, conflicts
from kg.dossier.when import When, when
from kg.errors import UnknownName
from kg.merge import Merged
from kg.merging.cast import names_of
from kg.merging.spelling import fold
from kg.model import Entity, Happening
from kg.vocabulary import is_a, label, relations

CLAIMS = ("Accusation", "Statement")


def find(merged: Merged, name: str) -> list[Entity]:
    """The entities of that id, label or other name; two persons of one name are two.

    Raises UnknownName, with similar names, where there is none.
    """
    if name in merged.cast.entities:
        return [merged.cast.entities[name]]
    wanted = fold(name)
    found = [entity for entity in merged.entities if fold(entity.label) == wanted]
    found = found or [entity for entity in merged.entities if wanted in names_of(entity)]
    if not found:
        near = [e.label for e in merged.entities if wanted and wanted in fold(e.label)][:5]
        raise UnknownName(
            f"nobody called {name!r} in this store", right="there is " + ", ".join(near) if near else None
        )
    return found


def account(merged: Merged, entity: Entity, on: str | None = None) -> Iterator[str]:
    """The lines that a person reads about an entity on an ISO day, or now."""
    yield f"{entity.label} ({label(entity.type)}, {entity.id})" + (f", on {on}" if on else "")
    others = [alias for alias in entity.aliases if fold(alias) != fold(entity.label)]
    if others:
        yield "  also known as " + ", ".join(others[:8])
    events = _about(merged, entity, on)
    mine = [case for case in cases(merged) if case.party == entity.id and case.until(on)]
    for case in mine:
        yield ""
        yield from _case(case, on)
    yield from _section("Established", [e for e in events if _established(e)], merged)
    yield from _section("Alleged or claimed", [e for e in events if _claimed(e)], merged)
    yield from _section("Planned, threatened, demanded or possible", [e for e in events if _unreal(e)], merged)
    yield from _section("Said not to be so", [e for e in events if e.polarity == "negated"], merged)
    yield from _section("Denied", [e for e in events if e.type == "Denial" and e.polarity == "affirmed"], merged)
    yield from _disputed([c for c in conflicts(merged) if c.about in events])
    yield ""
    yield _not_convicted(entity, events, on)


def sources(event: Happening, merged: Merged) -> str:
    """Who reports an event: the number of independent publishers, and the documents."""
    documents = [merged.documents[id] for id in sorted({fact.doc for fact in event.facts})]
    names = [f"{d.publisher} ({d.id})" if d.publisher else d.id for d in documents]
    several = f"{event.publishers} independent source" + ("" if event.publishers == 1 else "s")
    return f"{several}: " + ", ".join(names[:6]) + (f" and {len(names) - 6} more" if len(names) > 6 else "")


def _about(merged: Merged, entity: Entity, on: str | None) -> list[Happening]:
    """The events in which somebody takes part, in the order of time."""
    found = []
    for event in merged.events:
        at = when(event, merged.documents)
        if _takes_part(event, entity.id) and (on is None or at.day <= on):
            found.append((at.day, event.id, event))
    return [event for _, _, event in sorted(found, key=lambda item: item[:2])]


def _takes_part(event: Happening, id: str) -> bool:
    return event.type not in relations() and any(f.id == id for fillers in event.args.values() for f in fillers)


def _established(event: Happening) -> bool:
    """What somebody states on his own word, and is no speech about others."""
    return holds(event) and event.own_word > 0 and event.type not in (*CLAIMS, "Denial")


def _claimed(event: Happening) -> bool:
    if event.polarity != "affirmed" or event.type == "Denial":
        return False
    return event.modality == "alleged" or (event.modality == "actual" and not _established(event))


def _unreal(event: Happening) -> bool:
    return event.polarity == "affirmed" and event.modality not in ("actual", "alleged")


def _case(case: Case, on: str | None) -> Iterator[str]:
    where = f" in {case.country}" if case.country else ""
    over = ", over " + ", ".join(o.partition("/")[2].replace("-", " ") for o in case.offences) if case.offences else ""
    step = case.stage(on)
    if step is None:
        yield f"Case{where}{over} ({case.id}): no legal step is told, only what is said below"
        return
    yield f"Case{where}{over} ({case.id}): {label(step.stage)}, since {_day(step.when)}"
    yield f"  {wording.sentence(step.event)}"


def _section(title: str, events: list[Happening], merged: Merged) -> Iterator[str]:
    if not events:
        return
    yield ""
    yield title
    for event in events:
        yield f"  {_day(when(event, merged.documents))}: {wording.sentence(event)}"
        yield f"    [{sources(event, merged)}]"


def _disputed(found: list[Conflict]) -> Iterator[str]:
    if not found:
        return
    yield ""
    yield "Reports differ"
    for conflict in found:
        versions = (f"{v.says} ({', '.join(sorted({f.doc for f in v.facts}))})" for v in conflict.versions)
        yield f"  {conflict.kind}, {conflict.about.type}: " + " / ".join(versions)


def _not_convicted(entity: Entity, events: Iterable[Happening], on: str | None) -> str:
    """Silence is no proof either way, so it is put into words."""
    events, as_of = list(events), f" up to {on}" if on else ""
    mine = [e for e in events if any(f.id == entity.id for f in e.args.get("target", ())) and holds(e)]
    if any(e.type == "Conviction" for e in mine):
        return f"A court convicted {entity.label}; whether it stands is said by the stage of the case."
    if is_a(entity.type, "Person") or any(e.type in ("Charge", "Arrest") for e in mine):
        acquitted = " A court acquitted the accused." if any(e.type == "Acquittal" for e in mine) else ""
        return f"Nothing in this store{as_of} says that a court convicted {entity.label}.{acquitted}"
    return f"Nothing in this store{as_of} says that a court found {entity.label} guilty of a crime."


def _day(at: When) -> str:
    if not at.day:
        return "on an unknown day"
    return at.words.replace("/", " to ")
