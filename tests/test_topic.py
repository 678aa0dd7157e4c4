"""Which texts are about platforms, technology firms, online speech, internet access or data protection."""

from __future__ import annotations

import pytest

from kg.gazetteer import NAMES, Gazetteer
from kg.mention.topic import is_of_the_field


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.load(NAMES)


@pytest.mark.parametrize(
    "text",
    [
        "Reddit sues a data broker.",
        "A court jailed the poet for insulting the king on his website.",
        "Police seized the servers of the leakers' web site.",
        "The widow was fined for an online insult of the mayor.",
        "The agency monitored the phone calls and e-mails of reporters.",
        "Lawmakers voted to end mass surveillance.",
        "The minister was caught tweeting state secrets.",
        "The parliament adopted the data retention bill.",
        "The Livedoor founder is sentenced to two years in prison.",
        "The minister denies responsibility for the ban on Twitter.",
        "A teacher was fired after she wrote on Facebook that the king is a fool.",
        "The singer says on Twitter that the platform stole her songs.",
        "The general tweets that talks go on. Police arrested a student for tweeting a joke.",
        "Dell sued the ministry.",
        "Hackers stole the e-mails of the ministry.",
        "Two men were arrested over a video that they put on the internet.",
        "The state tightens its controls on the internet.",
        "The bank bans WikiLeaks payments.",
        "The state suspends tests of Uber cars.",
        "A gunman livestreamed the attack on Twitch, and the company removed the footage.",
    ],
)
def test_a_text_of_the_field_passes(text: str, gazetteer: Gazetteer) -> None:
    assert is_of_the_field(text, gazetteer)


@pytest.mark.parametrize(
    "text",
    [
        "A court jailed the poet for insulting the king.",
        "The club's website names the squad. The striker is out for three months, the coach fears.",
        "The results were published online. Voters wait for the new government.",
        "Pirates boarded a tanker; a surveillance plane filmed them.",
        "Former Microsoft CEO Steve Ballmer buys a basketball team.",
        "The agency fined a car dealer. Follow the agency on social media. Like us on Facebook.",
        "The dealer lied about its prices. " * 40 + "Its website had a form to upload.",
        "The ministers met for talks about peace (Yahoo/Reuters).",
        "The aid worker Matteo Dell'Aria was freed.",
        "The ferry sank, the paper says (AFP via Yahoo).",
        "The cabinet survives the vote. (Yahoo!) (The Harbour Blogger),",
        "The ferry sank off the coast. https://news.yahoo.example/internet/ferry",
        "The party refuses to back the cabinet - Yahoo France - AFP",
        "A group claims responsibility for the blast in an online video.",
        "The striker announces his retirement from the game on Twitter.",
        "The president tweets that troops moved to the border.",
        "In a series of tweets, the minister praised the talks with Norland.",
        "The senator claims, via Twitter, that the vote was close.",
        "The ministry tweets that 40 rebels were detained.",
        "The prime minister congratulates the team. She writes on Facebook that the nation is proud.",
        "Microsoft co-founder Paul Allen gives a museum his paintings.",
        "The club is sold to the ex-CEO of Microsoft.",
        "The agency is sending cheques and PayPal payments to buyers of the pills.",
        "The dealer was fined. Report scams and fraud online at help.agency.example.",
        "Ambassador Christopher Dell expects prices to rise.",
        "The port says that hackers attacked its computers and servers.",
        "The ministry's website and the websites of two mayors are down.",
        "The singer sells his songs through the internet and gives the money to the poor.",
        "The gunman linked himself to the group on Facebook before he shot at the guards.",
        "The attack was livestreamed for an hour on Twitch.",
        "A dealer recalls its vans after a crash with an Uber vehicle.",
    ],
)
def test_a_text_about_something_else_does_not(text: str, gazetteer: Gazetteer) -> None:
    assert not is_of_the_field(text, gazetteer)
