"""Names that no file has: what their form, a title or a noun beside them says that they are."""

from __future__ import annotations

import pytest

from kg.gazetteer import Gazetteer
from kg.mention.propername import mark_recognised
from kg.model import Document
from kg.pipeline import Extractor


def marked(extractor: Extractor, text: str) -> dict[str, str]:
    """The mentions of a text, with their classes."""
    (annotated,) = extractor.annotator.annotate([Document("news", text)])
    tokens = [token for sentence in annotated.sentences for token in sentence.tokens]
    mentions = [t.mention for token in tokens for t in (token, *token.within) if t.mention is not None]
    return {mention.text: mention.type for mention in mentions}


CASES = [
    # courts
    ("The Lisbon Court of Appeal upheld the ban on Veyra.", "Lisbon Court of Appeal", "Court"),
    ("A Tallinn court fined the messaging app Veyra.", "Tallinn court", "Court"),
    ("The nine-judge bench ruled against the ministry.", "nine-judge bench", "Court"),
    ("The High Court of Uganda ruled for the site.", "High Court of Uganda", "Court"),
    ("A U.S. District Court for the Middle District of Fenmark dismissed the suit.",
     "U.S. District Court for the Middle District of Fenmark", "Court"),
    # other bodies
    ("The Bavarian interior ministry banned the app.", "Bavarian interior ministry", "Ministry"),
    ("The State Communications Inspectorate blocked the website.", "State Communications Inspectorate", "PublicBody"),
    ("The Cyber Crime Police Station in Jaipur arrested a man.", "Cyber Crime Police Station", "LawEnforcement"),
    ("Ms. Brekke of the Oslo Police District questioned them.", "Oslo Police District", "LawEnforcement"),
    # companies
    ("A court ordered Quillnet Pvt. Ltd. to pay damages.", "Quillnet Pvt. Ltd.", "Company"),
    ("Quillnet, S.A. de C.V. was fined by the regulator.", "Quillnet, S.A. de C.V.", "Company"),
    ("The ministry ordered Veyra Sp. z o.o. to remove posts.", "Veyra Sp. z o.o.", "Company"),
    ("The authority fined Lumo S.p.A. over its chatbot.", "Lumo S.p.A.", "Company"),
    ("The regulator fined Betlark plc over data.", "Betlark plc", "Company"),
    # laws
    ("She was sentenced to six years under Article 117 of the Penal Code.", "Article 117 of the Penal Code", "Law"),
    ("Ann Lee was arrested under Decree No. 147.", "Decree No. 147", "Law"),
    ("Regulation (EU) 2031/77 obliges Veyra to report.", "Regulation (EU) 2031/77", "Law"),
    ("The Assembly passed the Safe Harbours Bill.", "Safe Harbours Bill", "Law"),
    # media and sites
    ("According to the Daily Fjord, Veyra was banned.", "Daily Fjord", "MediaOutlet"),
    ("Police blocked FreshTorrents.to on the same day.", "FreshTorrents.to", "Platform"),
    ("The owner of plazafon.com was arrested.", "plazafon.com", "Platform"),
    # persons
    ("Blogger Ann Lee was arrested.", "Ann Lee", "Person"),
    ("Senator Ana Quiroga accused Veyra of lying.", "Ana Quiroga", "Person"),
    ("Chief Justice D.N. Rao said that the rule was void.", "D.N. Rao", "Person"),
    ("A bench of M.K. Rao C.J. issued a notice to the firm.", "M.K. Rao", "Person"),
    ("The court convicted Kim Min-jae of hacking.", "Kim Min-jae", "Person"),
    ("The owners-Ann Lee, Bo Berg, and Tom Ray-and five others were fined.", "Bo Berg", "Person"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "type"), CASES)
def test_a_name_is_known_by_its_form(extractor: Extractor, text: str, name: str, type: str) -> None:
    assert marked(extractor, text).get(name) == type


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The court convicted Kim Min-jae of hacking.", "Kim Min"),
        ("The owners-Ann Lee, Bo Berg, and Tom Ray-and five others were fined.", "Tom Ray-and"),
        ("She wrote to ann@plazafon.com about it.", "plazafon.com"),
        ("See https://plazafon.com/help for more.", "plazafon.com"),
        ("Ann Lee was charged on Monday.", "Monday"),
        ("Paris Hilton published a book.", "Paris"),
    ],
)
def test_what_is_no_name(extractor: Extractor, text: str, name: str) -> None:
    assert name not in marked(extractor, text)


def test_an_unseen_name_has_one_id_everywhere(extractor: Extractor) -> None:
    from kg.reference.register import new

    assert new("Quillnet Pvt. Ltd.", "Company").id == "company/quillnet-pvt-ltd"
    assert new("the Lisbon Court of Appeal", "Court") == new("Lisbon Court of Appeal", "Court")
    assert isinstance(extractor.gazetteer, Gazetteer)


def test_a_dash_alone_is_nobodys_name(extractor: Extractor) -> None:
    (annotated,) = extractor.annotator.annotate([Document("news", "Ofcom fined Google – and banned TikTok.")])
    (sentence,) = annotated.sentences
    dash = next(token for token in sentence.tokens if token.text in {"-", "–"})
    dash.pos = "PROPN"
    mark_recognised(sentence, [(dash.i, dash.i + 1, "ORG")], extractor.gazetteer)
    assert dash.mention is None
