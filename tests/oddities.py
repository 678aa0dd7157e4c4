"""Texts as they come: the turns of phrase of the field among odd letters, dashes, quotes, blanks and blank lines."""

from __future__ import annotations

from hypothesis import strategies as st

PHRASES = [
    "The European Commission fined Meta €200 million on Tuesday.",
    "“We will appeal,” said Ada Example’s lawyer",
    "Turkey — a country of 85 million users — blocked X",
    "X, formerly Twitter, was banned in Brazil (see below.)",
    "Mr. Example of the U.S. Senate sued Apple Inc. in May 2021.",
    "It faces up to 10 years\u2019 prison; the fine is US$5\u00a0million",
    "Telegram\u2019s CEO was arrested in Paris on 24 August",
    "Ofcom, the CNIL and the FTC opened probes into TikTok two weeks ago",
    "“Never!” he said…",
    "1\u2013 3 March 2020",
]
ODD = list(
    "\n\r\t \u00a0\u2009\u200b\u00ad\u2028\u2029\ufeff\u0301–—‑−“”„«»‘’'\"…()[].,;:!?-/€£$₹٣Ⅷßİıſ🙂𝔘\x0b\x0c\x85"
)

texts = st.lists(
    st.sampled_from(PHRASES)
    | st.sampled_from(ODD)
    | st.sampled_from(["\n\n", "\r\n", ". ", " "])
    | st.text(max_size=8),
    max_size=12,
).map("".join)
