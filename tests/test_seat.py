"""Whose a bare title is: of a known officer's bodies the one told of, else the only one of its kind told before."""

from __future__ import annotations

import pytest

from kg.gazetteer import Entry, Gazetteer
from kg.model import Entity
from kg.reference.seat import seat

NAMES = Gazetteer(
    [
        Entry.model_validate(
            {
                "id": "person/ana-ruiz",
                "type": "Person",
                "label": "Ana Ruiz",
                "offices": [
                    {"organisation": "country/PE", "title": "Prime Minister"},
                    {"organisation": "company/lumio", "title": "CEO"},
                ],
            }
        ),
        Entry.model_validate(
            {"id": "platform/kwento", "type": "Platform", "label": "Kwento", "owner": "company/lumio"}
        ),
    ]
)
KNOWN, UNKNOWN = Entity("person/ana-ruiz", "Person", "Ana Ruiz"), Entity("person/bo-kim", "Person", "Bo Kim")
PERU, CHILE = Entity("country/PE", "Country", "Peru"), Entity("country/CL", "Country", "Chile")
KWENTO, VEYRA = Entity("platform/kwento", "Platform", "Kwento"), Entity("company/veyra", "Company", "Veyra")


@pytest.mark.parametrize(
    ("holder", "title", "told", "body"),
    [
        (KNOWN, "Prime Minister", [PERU, CHILE], PERU),
        (KNOWN, "former Prime Minister", [CHILE], None),
        (KNOWN, "CEO", [KWENTO, VEYRA], KWENTO),
        (KNOWN, "founder", [PERU, KWENTO], None),
        (KNOWN, "founder", [CHILE, KWENTO], KWENTO),
        (UNKNOWN, "Interior Minister", [CHILE, VEYRA], CHILE),
        (UNKNOWN, "Interior Minister", [CHILE, PERU], None),
        (UNKNOWN, "chief executive", [VEYRA, CHILE], VEYRA),
        (UNKNOWN, "CEO", [VEYRA, KWENTO], None),
        (UNKNOWN, "President", [CHILE], CHILE),
        (UNKNOWN, "President", [CHILE, VEYRA], None),
        (UNKNOWN, "president", [CHILE], None),
        (UNKNOWN, "Veyra CEO", [KWENTO], None),
    ],
)
def test_a_bare_title_means_the_only_body_that_fits(
    holder: Entity, title: str, told: list[Entity], body: Entity | None
) -> None:
    assert seat(holder, title, told, told, NAMES) == body
