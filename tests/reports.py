"""Small invented reports, already extracted, for the tests of what many documents tell together."""

from __future__ import annotations

import hashlib
from typing import Any

from kg.merging.corroborate import signature
from kg.merging.imprint import Imprint, Source
from kg.model import Document, Evidence, Fact, Filler

KINDS = {"person": "Person", "platform": "Platform", "body": "Regulator", "court": "Court", "country": "Country",
         "city": "City", "police": "LawEnforcement", "media": "MediaOutlet", "doc": "LawEnforcement"}  # fmt: skip


def who(id: str, **more: Any) -> Filler:
    """An entity, typed and labelled after its id: "person/ada-example" is Ada Example."""
    kind, _, name = id.partition("/")
    label = name.partition("#")[2] or name
    return Filler(
        **{"label": label.replace("-", " ").title(), "type": KINDS[kind], "start": 0, "end": 4, "id": id, **more}
    )


def value(role: str, text: str) -> Filler:
    """A time, an amount or words."""
    if role in ("time", "amount"):
        return Filler(text, role.title(), 0, 4, value=text)
    return Filler(text, "Phrase", 0, 4, value=text if text.startswith("offence/") else None)


def fact(doc: str, type: str, n: int = 0, **args: Any) -> Fact:
    """A fact of a document; roles as ids or values, several in a tuple; status and attribution by their names."""
    status = {key: args.pop(key) for key in ("polarity", "modality", "stage") if key in args}
    chain = tuple(who(id) for id in args.pop("attribution", ()))
    roles = {role: tuple(_filler(role, each) for each in _several(given)) for role, given in args.items()}
    key = hashlib.sha256(repr((doc, type, n, sorted(args.items(), key=str), status, chain)).encode()).hexdigest()[:16]
    proof = Evidence(
        f"evidence/{hashlib.sha256(f'{doc} {type} {n}'.encode()).hexdigest()[:16]}", 0, 4, "Text", "rule.test"
    )
    return Fact(f"fact/{key}", doc, type, roles, attribution=chain, evidence=(proof,), **status)


def source(id: str, date: str | None, *facts: Fact, publisher: str | None = None, text: str | None = None,
           countries: dict[str, str] | None = None, known: tuple[str, ...] = ()) -> Source:  # fmt: skip
    """A document of a store."""
    document = Document(id, "", date=date, publisher=publisher or id)
    places = {f.id: f.id[-2:].upper() for f in _fillers(facts) if f.id and f.id.startswith("country/")}
    mark = Imprint(None, signature(text) if text else None, {**places, **(countries or {})}, frozenset(known))
    return Source(document, facts, mark)


def _filler(role: str, given: str | Filler) -> Filler:
    if isinstance(given, Filler):
        return given
    return who(given) if given.partition("/")[0] in KINDS else value(role, given)


def _several(given: Any) -> tuple[Any, ...]:
    return given if isinstance(given, tuple) else (given,)


def _fillers(facts: tuple[Fact, ...]) -> list[Filler]:
    return [filler for fact in facts for fillers in fact.args.values() for filler in fillers]
