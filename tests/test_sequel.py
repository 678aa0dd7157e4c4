"""Times that count from one told just before: "the next day", "two weeks later"."""

from __future__ import annotations

import pytest

from kg.language.sequel import sequels
from kg.language.timex import times


def values(text: str) -> list[str | None]:
    return [mention.value for mention in sequels(text, times(text, "2024-06-12"))]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He was arrested on 3 May 2023 and freed the next day.", "2023-05-04"),
        ("The site was blocked on Friday. The same day, Veyra sued.", "2024-06-07"),
        ("Police raided it on 3 May 2023. Later that day they arrested Lee.", "2023-05-03"),
        ("Veyra was banned on Monday and sued two days later.", "2024-06-12"),
        ("The fine came on 3 May 2023, a week after a raid. Two weeks later Veyra appealed.", "2023-05-17"),
        ("In May 2019 the court fined Veyra. A month later, it appealed.", "2019-06"),
        ("Veyra was fined in 2010. Two years later, a court freed it.", "2012"),
        ("The law was passed on 3 May 2023 and took effect the following month.", "2023-06"),
        ("It was blocked on Friday; two days earlier Veyra had sued.", "2024-06-05"),
    ],
)
def test_a_time_counts_from_the_one_before(text: str, value: str) -> None:
    assert values(text) == [value]


@pytest.mark.parametrize(
    "text",
    [
        "He was freed the next day.",
        "It was fined in May 2019 and sued the next day.",
        "It was fined on 3 May 2023. Nobody knew. It was late. It rained. It went on. The next day it appealed.",
        "It was fined on 3 May 2023.\nNobody knew. The next day it appealed.",
        "It was fined on 3 May 2023 and appealed several days later.",
    ],
)
def test_without_an_exact_time_near_by_it_means_none(text: str) -> None:
    assert values(text) == []
