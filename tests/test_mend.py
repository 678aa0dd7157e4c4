"""What the parser hangs in the wrong place is hung where it belongs."""

from __future__ import annotations

import pytest

from kg.model import Document
from kg.pipeline import Extractor


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor(gated=False)


@pytest.mark.parametrize(
    ("text", "type_", "role", "label"),
    [
        ("The firm further states that the app was safe.", "Statement", "agent", "firm"),
        ("Veyra denies involvement in Monday's leak.", "Denial", "matter", "involvement in Monday's leak"),
        ("Judge delays hearing on TikTok.", "Hearing", "agent", "Judge"),
        ("The leak is investigated as fraud given that Bo Kim had sold it.", "Investigation", "matter", "fraud"),
        (
            "At a briefing in Oslo, the head of Signal, the Dutch-owned company that made it, says the vote was wrong.",
            "Statement",
            "agent",
            "head of Signal",
        ),
        ("According to the agency, Hezbollah, a party, claims that it did it.", "Statement", "agent", "Hezbollah"),
        ("Prices rise in Chad; Bo Kim predicts that they will fall.", "Statement", "matter", "they will fall"),
        ("The court finds that Tixo lied and bans it from the country.", "Ban", "agent", "court"),
        ("Parents of ten pupils sue Snap alleging that it hid the risks.", "Lawsuit", "target", "Snap"),
        ("The blogger jailed in May for a tweet was freed.", "Release", "target", "blogger"),
        ("Twitter bans Ann Lee, a far-right activist, for hate speech.", "ContentRemoval", "target", "Ann Lee"),
        (
            "Noyb filed the complaint and proposed consent decree with the Belgian regulator.",
            "Lawsuit",
            "agent",
            "noyb",
        ),
        ("Police raid a flat and detain the blogger Bo Kim.", "Arrest", "agent", "Police"),
    ],
)
def test_a_word_is_hung_where_it_belongs(extractor: Extractor, text: str, type_: str, role: str, label: str) -> None:
    ((_, facts),) = extractor.extract([Document("d", text, date="2024-06-12")])
    assert [f.args[role][0].label for f in facts if f.type == type_] == [label]
