"""How pictures look: a colour for each type and kind, and a size for how much happens around a node."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from math import sqrt
from typing import Any

from kg.vocabulary import entity_types, event_types, is_a, relations

Colour = tuple[int, int, int]

GREY: Colour = (150, 150, 150)
FAINT: Colour = (176, 166, 156)
CASE: Colour = (60, 60, 70)
RELATION: Colour = (90, 110, 140)

# The most special class first: the first that fits decides.
TYPES: dict[str, Colour] = {
    "Person": (209, 73, 91),
    "Platform": (32, 116, 178),
    "Company": (23, 150, 160),
    "MediaOutlet": (122, 122, 176),
    "Court": (150, 84, 160),
    "PublicBody": (226, 146, 42),
    "NGO": (110, 170, 80),
    "InternationalOrganisation": (190, 120, 50),
    "Organisation": (80, 160, 120),
    "Place": (70, 140, 70),
    "Product": (90, 170, 220),
    "Law": (120, 100, 80),
    "Offence": (160, 40, 60),
}
EVENTS: dict[str, Colour] = {
    "LegalProceeding": (190, 50, 60),
    "RegulatoryMeasure": (222, 120, 30),
    "Lawmaking": (130, 90, 170),
    "PlatformConduct": (40, 130, 190),
    "Speech": (120, 120, 120),
    "Encounter": (80, 160, 90),
}


@cache
def colour(type: str) -> Colour:
    """The colour of a node's type or of an edge's kind; what is marked with a status is faint, an unknown word grey."""
    if type.endswith(")"):
        return FAINT
    if type == "Case":
        return CASE
    if type in relations():
        return RELATION
    table = EVENTS if type in event_types() else TYPES if type in entity_types() else {}
    return next((found for ancestor, found in table.items() if is_a(type, ancestor)), GREY)


def of_node(about: Mapping[str, Any]) -> Colour:
    """The colour of a node with these attributes: an event that did not happen is faint."""
    actual = about.get("polarity", "affirmed") == "affirmed" and about.get("modality", "actual") == "actual"
    return colour(str(about.get("type", ""))) if actual else FAINT


def hexadecimal(colour: Colour) -> str:
    """A colour as the web writes it, "#d1495b"."""
    return "#{:02x}{:02x}{:02x}".format(*colour)


def size(degree: int) -> float:
    """The size of a node with so many edges: 4 where it has none, and its area grows with them."""
    return round(4 + 3 * sqrt(degree), 2)
