"""Gold: what a careful reader finds in a document, one NAME.json a document, beside its text NAME.txt.

    {"entities": {"durov": {"label": "Pavel Durov", "aliases": ["Durov"], "wikidata": "Q18018828"}},
     "facts": [{"type": "Arrest", "args": {"target": ["durov"], "time": ["2024-08-24"]}, "attribution": []}],
     "relations": [{"type": "founderOf", "subject": "durov", "object": "telegram"}],
     "off_topic": false}

A filler, a source, a subject or an object is a key of `entities`, or stands for itself. A fact that says no `polarity`
is affirmed, one that says no `modality` actual; `type` and `modality` may list several that are equally right, `alt`
other readings (`type`, `polarity`). What is `optional` need not be found, and is no mistake either. Times are ISO 8601
("2024-08", "2024-08-01/2024-08-05", "--08-28" where the year is unknown; `|` between equally right ones), amounts
"EUR 5000000" or a duration ("P8Y"). `userCount` has a number as its `value`. Nothing may come out of a document that is
`off_topic`. Other keys (`date`, `url`, `hint`, ...) are the annotator's own.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from kg import datafile, vocabulary
from kg.errors import FileProblems, KgError, Where
from kg.model import ROLES, Modality, Polarity

T = TypeVar("T")


class Part(BaseModel):
    """A part of the form; keys that it does not know are the annotator's notes."""

    model_config = ConfigDict(extra="ignore", frozen=True)


def _listed(value: Any) -> Any:
    return value if isinstance(value, list) else [value]


def _event(type: str) -> str:
    if type not in vocabulary.event_types():
        raise ValueError(f"unknown event type {type!r}; there is {', '.join(sorted(vocabulary.event_types()))}")
    return type


def _relation(type: str) -> str:
    if type not in vocabulary.relations():
        raise ValueError(f"unknown relation {type!r}; there is {', '.join(sorted(vocabulary.relations()))}")
    return type


def _role(role: str) -> str:
    if role not in ROLES:
        raise ValueError(f"unknown role {role!r}; roles are {', '.join(ROLES)}")
    return role


Several = Annotated[list[T], BeforeValidator(_listed), Field(min_length=1)]
EventTypes = Several[Annotated[str, AfterValidator(_event)]]


class Thing(Part):
    """Somebody or something that facts speak of, with all its names."""

    label: str
    aliases: list[str] = []
    wikidata: str | None = None

    @property
    def names(self) -> list[str]:
        """The label first."""
        return [self.label, *self.aliases]


class Reading(Part):
    """Another way to read a fact; the polarity is the fact's where it says none."""

    type: EventTypes
    polarity: Polarity | None = None


class GoldFact(Part):
    """An event that the document tells."""

    type: EventTypes
    polarity: Polarity = "affirmed"
    modality: Several[Modality] = ["actual"]
    args: dict[Annotated[str, AfterValidator(_role)], list[str]] = {}
    attribution: list[str] = []
    alt: list[Reading] = []
    optional: bool = False
    hint: str = ""

    @property
    def readings(self) -> list[tuple[list[str], Polarity]]:
        """Types and polarity of each reading, its own first."""
        others = ((other.type, other.polarity or self.polarity) for other in self.alt)
        return [(self.type, self.polarity), *others]

    @property
    def size(self) -> int:
        """How many fillers its roles have."""
        return sum(len(fillers) for fillers in self.args.values())

    @property
    def main_type(self) -> str:
        """The type that it is counted under."""
        return min(self.type)


class GoldRelation(Part):
    """A standing relation that the document tells."""

    type: Annotated[str, AfterValidator(_relation)]
    subject: str
    object: str | None = None
    value: str | int | float | None = None
    optional: bool = False

    @property
    def end(self) -> str:
        """Its object, or the number that stands there."""
        return str(self.value if self.value is not None else self.object or "")


class Gold(Part):
    """The gold of one document."""

    entities: dict[str, Thing] = {}
    facts: list[GoldFact] = []
    relations: list[GoldRelation] = []
    off_topic: bool = False

    def names(self, key: str) -> list[str]:
        """All names of a thing; what is no key of `entities` is a name itself."""
        return self.entities[key].names if key in self.entities else [key]

    def wikidata(self, key: str) -> str | None:
        """Its Wikidata identifier, where the gold knows one."""
        return self.entities[key].wikidata if key in self.entities else None


def read(folder: Path) -> dict[str, Gold]:
    """The gold of each document of a folder by name; raises FileProblems with every mistake of every file."""
    files = sorted(folder.glob("*.json"))
    if not files:
        what = "no gold here" if folder.is_dir() else "no such folder"
        raise KgError(what, Where(folder), "a folder with a NAME.json for each document")
    found: dict[str, Gold] = {}
    problems: list[KgError] = []
    for path in files:
        try:
            found[path.stem] = _gold(path)
        except FileProblems as error:
            problems += error.problems
    if problems:
        raise FileProblems(problems)
    return found


def _gold(path: Path) -> Gold:
    try:
        return Gold.model_validate(json.loads(path.read_text(encoding="utf-8")))
    except UnicodeDecodeError as error:
        raise FileProblems([KgError("not UTF-8", Where(path, offset=error.start), "save it as UTF-8")]) from error
    except json.JSONDecodeError as error:
        raise FileProblems([KgError(f"not valid JSON: {error.msg}", Where(path, error.lineno))]) from error
    except ValidationError as error:
        raise FileProblems([_problem(path, dict(detail)) for detail in error.errors()]) from error


def _problem(path: Path, detail: dict[str, Any]) -> KgError:
    name = ".".join(str(part) for part in detail["loc"] if part != "[key]")
    what = str(detail["msg"]).removeprefix("Value error, ")
    return KgError(f"{name}: {what}" if name else what, Where(path, datafile.line_of(path, detail["loc"])))
