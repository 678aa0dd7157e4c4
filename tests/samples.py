"""Hand-made facts of one invented article, for the tests of what comes after extraction."""

from __future__ import annotations

from typing import Any

from kg.model import Cue, Document, Entity, Evidence, Fact, Filler

TEXT = (
    "Oslo police charged Ada Example with aiding fraud in March 2023. "
    "Norway threatened to block Examplegram. "
    "The Data Council fined Examplegram 3 million euros, the Morning Example reported, citing court papers. "
    "A Bergen court sentenced Bo Sample to two years in prison. "
    "Critics allege that Examplegram convicted him long before. "
    "Examplegram does not cooperate with Oslo police. "
    "Ada Example is chief executive of Examplegram. "
    "According to the Morning Example, Ada Example founded Examplegram, which has 40 million users."
)

DOCUMENT = Document(
    "sample", TEXT, title="A busy week", date="2023-04-01", url="https://news.example/1", publisher="The Day"
)


def filler(words: str, type: str, **more: Any) -> Filler:
    """The first stretch of TEXT with these words; `label` where the name is another."""
    start = TEXT.index(words)
    return Filler(**{"label": words, "type": type, "start": start, "end": start + len(words), **more})


ADA = filler("Ada Example", "Person", id="person/ada-example", aliases=("Example",), wikidata="Q1")
BO = filler("Bo Sample", "Person", id="person/bo-sample")
APP = filler("Examplegram", "Platform", id="platform/examplegram")
POLICE = filler("Oslo police", "LawEnforcement", id="body/oslo-police")
NORWAY = filler("Norway", "Country", id="country/no")
COUNCIL = filler("Data Council", "Regulator", id="body/data-council")
COURT = filler("Bergen court", "Court", id="court/bergen")
PAPER = filler("Morning Example", "MediaOutlet", id="media/morning-example")
PAPERS = filler("court papers", "Document")
FRAUD = filler("aiding fraud", "Phrase")
MARCH = filler("March 2023", "Time", value="2023-03")
MILLIONS = filler("3 million euros", "Amount", value="EUR 3000000")
YEARS = filler("two years", "Amount", value="P2Y")
USERS = filler("40 million", "Amount", value="40000000")


def fact(number: int, type: str, args: dict[str, tuple[Filler, ...]], sentence: str, **more: Any) -> Fact:
    """A fact with the sentence that begins with these words as its evidence."""
    start = TEXT.index(sentence)
    end = TEXT.index(".", start) + 1
    cue = Cue("trigger", type, start, start + 4)
    evidence = Evidence(f"evidence/{number}", start, end, TEXT[start:end], f"{type.lower()}.test", (cue,))
    return Fact(f"fact/{number}", DOCUMENT.id, type, args, evidence=(evidence,), **more)


CHARGE = fact(
    1, "Charge", {"agent": (POLICE,), "target": (ADA,), "matter": (FRAUD,), "time": (MARCH,)}, "Oslo", stage="charged"
)
THREAT = fact(2, "Ban", {"agent": (NORWAY,), "target": (APP,)}, "Norway", modality="threatened")
FINE = fact(
    3, "Fine", {"agent": (COUNCIL,), "target": (APP,), "amount": (MILLIONS,)}, "The Data", attribution=(PAPER, PAPERS)
)
SENTENCE = fact(4, "Sentence", {"agent": (COURT,), "target": (BO,), "amount": (YEARS,)}, "A Bergen", stage="sanctioned")
CONVICTION = fact(5, "Conviction", {"agent": (APP,), "target": (BO,)}, "Critics")
SILENCE = fact(6, "Cooperation", {"agent": (APP,), "recipient": (POLICE,)}, "Examplegram does", polarity="negated")
OFFICE = fact(
    7,
    "holdsOffice",
    {"subject": (ADA,), "object": (APP,), "title": (filler("chief executive", "Phrase"),)},
    "Ada Example is",
)
FOUNDER = fact(8, "founderOf", {"subject": (ADA,), "object": (APP,)}, "According", attribution=(PAPER,))
COUNT = fact(9, "userCount", {"subject": (APP,), "value": (USERS,)}, "According")

FACTS = (CHARGE, THREAT, FINE, SENTENCE, CONVICTION, SILENCE, OFFICE, FOUNDER, COUNT)
ENTITIES = (Entity("platform/examplegram", "Platform", "Examplegram", ("EG",), wikidata="Q2"),)
