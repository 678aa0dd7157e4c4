"""The ways in which a document's own date is written -> an ISO 8601 day."""

from __future__ import annotations

from datetime import datetime

# No "03/04/2025": it is one day in London and another in New York.
_FORMS = (
    "%Y-%m-%d",
    "%Y/%m/%d",
    "%d.%m.%Y",
    "%d %B %Y",
    "%d %b %Y",
    "%B %d %Y",
    "%b %d %Y",
    "%a %d %b %Y %H:%M:%S %z",
    "%a %d %b %Y %H:%M:%S %Z",
    "%A %d %B %Y",
    "%A %B %d %Y",
)


def day(written: str) -> str:
    """An ISO date or time, "28 August 2024", "August 28, 2024", "28.08.2024" or a feed's date -> "2024-08-28".

    Of a time the day is kept as it is written, whatever its zone. Raises ValueError for anything else, and for a day
    that no calendar has.
    """
    plain = " ".join(written.replace(",", " ").replace("Sept ", "Sep ").split())
    for form in _FORMS:
        try:
            return datetime.strptime(plain, form).date().isoformat()
        except ValueError:
            continue
    try:
        return datetime.fromisoformat(plain).date().isoformat()
    except ValueError:
        raise ValueError(f"impossible date {written!r}") from None
