"""Cases: who is pursued by whom for what, each case a node with the stage that it has reached."""

from __future__ import annotations

from collections.abc import Callable

from kg.dossier.case import Case, cases, holds
from kg.graph import _country
from kg.graph._canvas import Canvas
from kg.merge import Merged
from kg.rdf.event import ACTUAL, Event, Thing, told
from kg.vocabulary import is_a


def draw_cases(canvas: Canvas, merged: Merged, until: str | None, passes: Callable[[Event], bool]) -> None:
    """The party to its case, the case to offences and laws, and each authority to the case by what it did."""
    for case in cases(merged):
        shown = [
            each for _, each in case.events if holds(each) or (each.polarity, each.modality) != ("affirmed", ACTUAL)
        ]
        events = [told(each, merged.documents, merged.cast.entities) for each in shown]
        events = [event for event in events if passes(event)]
        if not events:
            continue
        node = canvas.node(case.id, _title(case), "Case", country=case.country, stage=_stage(case, until))
        for event in events:
            for actor in (each for each in event.fill("agent", "target") if is_a(each.type, "Actor")):
                _side(canvas, node, case, actor, event)
            for thing in event.fill("matter", "law"):
                if not thing.id.startswith("phrase/"):
                    canvas.edge(node, canvas.thing(thing), "law" if is_a(thing.type, "Law") else "offence", event)


def _side(canvas: Canvas, node: str, case: Case, actor: Thing, event: Event) -> None:
    """The one whom the case is about is its party, who acts comes in by what was done; other targets have their own."""
    if actor.id == case.party:
        canvas.edge(canvas.thing(actor), node, "party", event)
    elif actor in event.fill("agent"):
        canvas.edge(canvas.thing(actor), node, event.type, event)


def _title(case: Case) -> str:
    return f"{case.label}, {_country.name(case.country)}" if case.country else case.label


def _stage(case: Case, until: str | None) -> str | None:
    step = case.stage(until)
    return step.stage if step else None
