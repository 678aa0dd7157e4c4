"""The words of a token's phrase as a mention: what a matter or a title says."""

from __future__ import annotations

import re
from itertools import pairwise

from kg.language.edges import paired, up_to
from kg.language.matrix import continues_matrix, resumed
from kg.language.token import FINITE, Sentence, Token, has_to, is_finite, is_name
from kg.lexicon import nouns, verbs
from kg.model import Mention

LONGEST = 28
#: What is said of what a colon announces.
ANNOUNCING = {"clear", "simple", "plain", "straightforward", "obvious"}
#: What says that an office is over; words of an organisation's name at most.
PAST = {"former", "ex", "onetime", "one-time"}
LONGEST_NAME = 6
#: Participles that are a part of a title; any other is a verb of which it is the object ("was seen *meeting* CEO Lee").
IN_OFFICE = frozenset("acting managing sitting outgoing incoming presiding commanding founding ruling leading".split())
#: Titles in short, and what stands before the region that a title names.
SHORT = {"Sen.": "Senator", "Rep.": "Representative", "Gov.": "Governor"}
RANKS = {"deputy", "senior", "associate", "regional", "acting", "assistant"}
#: Of what party somebody is, which is no part of a title; titles at the beginning of a body's name.
PARTISAN = frozenset(
    "republican democratic democrat conservative labour liberal green independent nationalist "
    "socialist populist communist centrist rightwing right-wing leftist left-wing".split()
)
OFFICER = re.compile(
    r"(.*?(?:[Cc]ommissioner|[Aa]ttorney(?: [Gg]eneral)?|[Ss]olicitor [Gg]eneral|[Pp]rosecutor [Gg]eneral|[Oo]mbudsman"
    r"|[Rr]egistrar))(?:'s Office)?(?: (?:for|of|in) .*)?$"
)
#: Who may head a field of work, told in so many words with its preposition.
HEADING = {"head", "director", "chief", "vice president", "vice-president", "manager"}
LONGEST_FIELD = 4
TIME_UNITS = frozenset("minute minutes hour hours day days week weeks month months year years decades".split())
ORDINALS = frozenset("first second third fourth last same long short only next".split())
#: Determiners without which a phrase says the contrary ("*no* data was taken").
DENYING = {"no", "neither", "few"}
QUOTES = {'"', "'", "''", "``"}
#: "believes *the army to be* behind it": what they have behind them is a clause.
BELIEVING = {"believe", "consider", "find", "think", "deem", "declare", "hold", "claim", "suspect", "know", "rule"}
#: What others do meanwhile, beside the verbs of saying.
COMMENTING = {"complain", "protest", "fear", "object", "question", "hope"}
#: Beside the verbs of saying: what a paper does with what it tells ("*as detailed* in the complaint").
RECOUNTING = {"say", "point", "detail", "outline", "set", "lay", "plead", "recount", "spell"}
#: What a court did that "held" something, behind "as".
HOLDING = {
    "hold", "find", "recognise", "recognize", "uphold", "affirm", "establish", "confirm", "rule", "observe", "decide",
    "reiterate", "acknowledge", "clarify",
}  # fmt: skip
VIEWS = {"view", "opinion", "eye", "assessment", "judgment", "judgement", "word"}
EDGE_WORDS = {
    ",",
    ";",
    ":",
    "-",
    "--",
    '"',
    "'",
    "(",
    ")",
    "that",
    "to",
    "if",
    "whether",
    "of",
    "for",
    "the",
    "a",
    "an",
    ".",
}


def title(token: Token, sentence: Sentence) -> Mention | None:
    """The words of a title of office that end at a token, without the organisation's name."""
    if token.mention is not None and token.mention.kind == "name":
        return _called_as_body(token.mention, token.within)
    first = token
    for before in reversed(sentence.tokens[: token.i]):
        if (
            before.dep not in {"compound", "amod", "nmod", "punct"}
            or (before.mention is not None and not _is_of_title(before, token, sentence))
            or before.text in {",", '"', "(", ")"}
            or before.lower in PARTISAN
            or (before.text == "-" and sentence.tokens[before.i - 1].lower == "ex")
            or (before.tag == "VBG" and before.lower not in IN_OFFICE and before.i == token.i - 1)
        ):
            break
        first = before
    text = _in_full(token, surface(sentence.tokens[first.i : token.i + 1], sentence)) + _field(token, sentence)
    past = _former(first, sentence) or _once(token)
    if past is not None and past.start > token.end:  # "was a *director* for ten years"
        return Mention(first.start, token.end, f"former {text}", "Title", "phrase")
    if past is not None:  # "*former* Reddit *counsel*": that it is over is said before the organisation
        return Mention(past.start, token.end, f"former {text}", "Title", "phrase")
    return Mention(first.start, token.end, text, "Title", "phrase")


def _field(title: Token, sentence: Sentence) -> str:
    """What a head or director is head of, where it is a field of work ("head *of security policy*")."""
    if any(c.lower == "general" and c.i == title.i + 1 for c in title.children):
        return " general"
    of = sentence.tokens[title.i + 1] if title.lower in HEADING and title.i + 1 < len(sentence.tokens) else None
    field = of.child("pobj") if of is not None and of.head is title and of.lower in {"of", "for"} else None
    words = sentence.tokens[title.i + 1 : field.i + 1] if field is not None else []
    plain = all(w.mention is None and w.dep in {"prep", "compound", "amod", "pobj"} for w in words)
    return f" {surface(words, sentence)}" if words and plain and len(words) <= LONGEST_FIELD else ""


def _called_as_body(body: Mention, within: list[Token]) -> Mention | None:
    """The title of whoever heads a body that is called after him ("Ann Lee, the *U.S. Attorney* for Utah")."""
    named = OFFICER.match(body.text)
    if named is None:
        return None
    place = next((t for t in within if t.start == body.start and t.end < body.start + named.end(1)), None)
    start = place.end if place is not None and place.text not in {"U.S.", "US"} else body.start
    text = body.text[start - body.start : named.end(1)].removeprefix("'s").strip()
    return Mention(start, body.start + named.end(1), text, "Title", "phrase")


def _in_full(token: Token, text: str) -> str:
    """ "*Sen.* Ann Lee" is a senator, "Ann Lee *heads* noyb" its head, of "its *directors* Ann Lee and Bo Kim" each."""
    if token.pos == "VERB":
        return "leader" if token.lemma == "lead" else token.lemma
    words = text.split()
    last = SHORT.get(words[-1], words[-1])
    if token.tag in {"NNS", "NNPS"} and last == token.text:
        last = f"{last[:-3]}man" if last.endswith("men") else last.removesuffix("s")
    return " ".join([*words[:-1], last])


def _is_of_title(place: Token, title: Token, sentence: Sentence) -> bool:
    """A place that a title itself names: "*U.S.* Attorney Ann Lee", "Greenpeace's deputy *Asia* director"."""
    if title.lower == "attorney" and place.text in {"U.S.", "US"}:
        return place.i == title.i - 1
    before = sentence.tokens[place.i - 1] if place.i else place
    return place.mention is not None and place.mention.type == "Region" and before.lower in RANKS


def _once(title: Token) -> Token | None:
    """What tells how long somebody had an office ("was a director *for* ten years", "was its editor *until* May")."""
    verb = title.head
    if title.dep != "attr" or verb is None or verb.lower not in {"was", "were"}:
        return None
    lasting = (c for c in verb.children if c.i > title.i and c.dep == "prep" and c.lower in {"for", "until", "from"})
    timed = (c for c in lasting if (span := c.child("pobj")) is not None and span.mention and span.mention.value)
    return next(timed, None)


def _former(first: Token, sentence: Sentence) -> Token | None:
    """The word before a title and its organisation that says that the office is over."""
    hyphen = sentence.tokens[first.i - 1] if first.i > 1 else first
    if hyphen.text == "-" and sentence.tokens[first.i - 2].lower == "ex":
        return sentence.tokens[first.i - 2]
    for before in reversed(sentence.tokens[max(0, first.i - LONGEST_NAME) : first.i]):
        if before.lower in PAST:
            return before
        if before.dep not in {"compound", "amod", "nmod", "poss", "case", "punct", "det"} or before.text == ",":
            return None
    return None


def phrase(token: Token, sentence: Sentence, without: frozenset[int] = frozenset()) -> Mention | None:
    """A token's phrase as a mention: the words below it without what only introduces it, at most LONGEST.

    `without` are the indexes of words that head phrases of their own: they and what is below them are left out.
    """
    if (told := _announced(token)) is not None:
        return phrase(told, sentence, without)
    apart = {t.i for t in token.subtree() if any(a.i in without for a in (t, *t.ancestors()) if a.i > token.i)}
    words = [t for t in token.subtree() if t.i not in apart and not _apart(t, token)]
    words = _after_colon(_contiguous(words, token), token)
    if len(words) > 2 and words[0].lower in TIME_UNITS and words[1].lower in {"after", "before"}:
        words = words[2:]  # "restricts access *hours after* its leader was mocked"
    while words and words[0] is not token and _only_introduces(words[0], token):
        words.pop(0)
    words = _without_inserts(_without_descriptions(_without_opening(_without_aside(words, token), token)), token)
    words = _without_closing_time(up_to(words, LONGEST, token), token)
    while words and (words[-1].lower in EDGE_WORDS or words[-1].dep in {"cc", "det"} or _dangles(words, token)):
        words.pop()
    bare_time = (token.mention is not None and token.mention.type in {"Time", "Amount"}) or _span_of_time(token)
    if not words or bare_time or (len(words) == 1 and words[0].pos == "PRON"):
        return None
    words = paired(words, sentence)
    parts = [[words[0]]]
    for before, word in pairwise(words):
        parts.append([word]) if word.i > before.i + 1 else parts[-1].append(word)
    text = " ".join(surface(part, sentence) for part in parts)
    return Mention(words[0].start, words[-1].end, text, "Phrase", "phrase")


def _dangles(words: list[Token], top: Token) -> bool:
    """ "blocked pursuant | to these orders", "offences, *including*": the end is cut off from what it opens."""
    last = words[-1]
    inner = last.child("pobj", "pcomp", "prep") if last.dep == "prep" and last is not top else None
    return inner is not None and inner.i > last.i and inner not in words


def _announced(verb: Token) -> Token | None:
    """ "The law is clear: *firms must ask parents*": what is announced, not that it is clear."""
    how = verb.child("acomp") if verb.lemma == "be" else None
    told = verb.child("parataxis") if how is not None and how.lemma in ANNOUNCING else None
    if told is None or not is_finite(told) or told.i < verb.i:
        return None
    return told if any(c.text == ":" and c.i > verb.i for c in told.children) else None


def deed(verb: Token, cause: Token, sentence: Sentence) -> Mention | None:
    """What is done on somebody's word, without who does it and whose word it is.

    ("Apple | *removed the app* | at the request of the police"; of a passive its subject says what is done)
    """
    line = {cause.i, *(t.i for t in cause.ancestors())}
    branch = next((c for c in verb.children if c.i in line), None)
    if branch is None:
        return phrase(verb, sentence)
    found = phrase(verb, sentence, without=frozenset({branch.i}))
    leading = branch.i < verb.i or verb.child("nsubjpass", "auxpass") is None
    if found is None or not leading or found.start >= verb.start:
        return found
    first = verb.child("nsubjpass") if verb.child("auxpass") else None
    start = first.subtree()[0].i if first is not None else verb.i
    words = [t for t in sentence.tokens[start:] if t.end <= found.end]
    return Mention(words[0].start, found.end, surface(words, sentence), "Phrase", "phrase")


def _without_aside(words: list[Token], top: Token) -> list[Token]:
    """ "the scheme—*which ran as Veyra*—used false claims": without what stands between two dashes."""
    dashes = [t.i for t in words if t.text == "—"]
    if len(dashes) != 2 or dashes[0] < top.i < dashes[1]:
        return words
    return [t for t in words if not dashes[0] <= t.i <= dashes[1]]


def _without_descriptions(words: list[Token]) -> list[Token]:
    """ "Veyra, *the owner of many sites such as Tixo*, agreed to pay": too long to be told with what only describes."""
    if len(words) <= LONGEST:
        return words
    inside = {t.i: t for t in words}
    for noun in words:
        for described in (c for c in noun.children if c.dep == "appos" and c.pos == "NOUN" and c.i in inside):
            first, last = described.subtree()[0].i, described.subtree()[-1].i
            before, after = inside.get(first - 1), inside.get(last + 1)
            if before is not None and after is not None and before.text == after.text == ",":
                words = [t for t in words if not first - 1 <= t.i <= last + 1]
    return words


def _without_inserts(words: list[Token], top: Token) -> list[Token]:
    """ "the unit, *working with four offices*, won a suit": too long to be told with what describes its subject.

    What says which one is meant ("firms *that sell data* must ask") stands in no commas, and is never left out.
    """
    for verb in [t for t in words if t.pos in {"VERB", "AUX"}]:
        subject = verb.child("nsubj", "nsubjpass")
        if len(words) <= LONGEST or subject is None or not is_finite(verb):
            continue
        nouns = [t for t in subject.subtree() if t.i >= subject.i]
        parts = [c for noun in nouns for c in noun.children if c.dep in {"acl", "relcl"} and noun.i < c.i < verb.i]
        parts += [c for c in verb.children if c.dep == "advcl" and c.tag == "VBG" and subject.i < c.i < verb.i]
        for part in parts[:1]:
            inside = [t.i for t in part.subtree()]
            first, last = inside[0], max(i for i in inside if i < verb.i)
            commas = {t.i for t in words if t.text == "," and t.i in {first - 1, last + 1}}
            kept = [t for t in words if not (first <= t.i <= last or t.i in commas)]
            behind = next((t for t in kept if t.i > last), top)
            whole = (
                len(commas) > 1
                and inside[-1] == last
                and (behind is verb or behind.head is verb)
                and behind.dep not in {"cc", "punct"}
            )
            words = kept if whole and top in kept and verb in kept else words
    return words


def _from_subject(words: list[Token], verb: Token) -> list[Token]:
    """ "however, *in this case*, the order is void": what an author says itself, from the subject on."""
    subject = verb.child("nsubj", "nsubjpass", "csubj", "expl")
    first = subject.subtree()[0].i if subject is not None and subject.i < verb.i else 0
    inverted = any(c.dep in {"aux", "auxpass"} and c.i < first for c in verb.children) and words[-1].text != "?"
    return words if inverted else [t for t in words if t.i > first or (t.i == first and t.lower not in EDGE_WORDS)]


def _without_opening(words: list[Token], top: Token) -> list[Token]:
    """ "*despite claims in its policy that it obeys the law*, the app failed": what a long clause is told upon."""
    if top.voice:
        return _from_subject(words, top)
    subject = top.child("nsubj", "nsubjpass") if len(words) > LONGEST and top.pos in {"VERB", "AUX"} else None
    if subject is None or words[0].lower not in {"despite", "although", "though", "notwithstanding"}:
        return words
    first = subject.subtree()[0].i
    before = [t for t in words if t.i < first]
    return [t for t in words if t.i >= first] if len(before) > 1 and before[-1].text == "," else words


def _only_introduces(word: Token, top: Token) -> bool:
    """Whether a word at the edge belongs to what stands before; a circumstance goes with its preposition."""
    circumstance = word.dep == "prep" and word.head is top and top.pos in {"VERB", "AUX"}  # "*For years* it failed"
    article = word.dep in {"mark", "cc", "det"} and word.lower not in DENYING
    if word.tag == "DT" and word.dep in {"nsubj", "nsubjpass"} and word.head is not None and word.head.tag in FINITE:
        return False  # "*That* is why we sued"
    return (word.lower in EDGE_WORDS and not circumstance) or article


def _after_colon(words: list[Token], top: Token) -> list[Token]:
    """What is quoted, without what announces it (Lee released a statement: | "*We obey the law*.")."""
    colons = [t.i for t, after in pairwise(words) if t.text == ":" and after.text in QUOTES and t.i < top.i]
    return [t for t in words if t.i > colons[-1]] if colons else words


def _span_of_time(token: Token) -> bool:
    """ "for *two hours*", "for *the first time*": how long or which time, not what an event is about."""
    if token.dep != "pobj" or any(c.dep in {"acl", "relcl"} for c in token.children):
        return False
    ordinal = any(c.dep == "amod" and c.lower in ORDINALS for c in token.children)
    return token.lower in TIME_UNITS or (token.lower == "time" and ordinal)


def _without_closing_time(words: list[Token], top: Token) -> list[Token]:
    """Without "on Monday" at the end, which tells when the whole happened."""
    for index, word in enumerate(words):
        timed = (
            word.mention is not None and word.mention.type == "Time" and word.dep != "poss" and not _which(word, words)
        )
        if timed and word.mention is not None and index >= len(words) - 3 and index > 1:
            start = word.mention.start
            first = next(i for i, t in enumerate(words) if t.start >= start)
            cut = first - 1 if first and words[first - 1].dep == "prep" else first
            return words[:cut] if words[cut] is not top else words
    return words


def _which(time: Token, words: list[Token]) -> bool:
    """ "fund the party's *2016* congress": a time before its noun says which is meant, and closes no phrase."""
    return time.dep in {"amod", "nmod", "nummod", "compound"} and any(t is time.head and t.i > time.i for t in words)


def _apart(token: Token, top: Token) -> bool:
    """What stands in a phrase but does not belong to what it says: asides, and who is to do an infinitive."""
    upwards = [token, *token.ancestors()]
    below = upwards[: upwards.index(top)]
    if any(t.dep in {"parataxis", "dep"} and t.head is top for t in below):
        return True
    if any(t.dep == "prep" and t.head is top and (_names_voice(t) or _names_decree(t, top)) for t in below):
        return True
    if top.pos == "NOUN" and any(t.dep == "prep" and _is_occasion(t, top) for t in below):
        return True
    if any(t.dep == "appos" and t.head is top and is_name(t) and _behind_colon(t, top) for t in below):
        return True  # "designated six gatekeepers: | *Veyra*, *Tixo* ..."
    if any((t.dep == "prep" and _gives_source(t)) or _says_who(t, top) or _names_reporter(t, top) for t in below):
        return True
    if any(t.dep == "conj" and t.head is not None and resumed(t, t.head) is not None for t in below):
        return True  # "claimed a bombing which kills ten | *but denied another*"
    if any(t.dep == "conj" and t.head is top and continues_matrix(t, top) for t in below):
        return True  # "held that the ban was excessive | *and ordered the ministry to lift it*"
    if top.pos in {"ADJ", "NOUN"} and any(t.dep == "advcl" and t.head is top and t.child("mark") for t in below):
        return True  # "calls the leak serious | *as Meta prepares for trial*"
    if top.pos in {"NOUN", "PROPN"} and any(t.dep == "relcl" and _is_added(t) for t in below):
        return True  # "the site's servers, | *which stood in Oslo*"
    infinitive = has_to(top)
    return infinitive and any(t.dep == "nsubj" and t.head is top and not _is_part_of_it(t, top) for t in below)


def _behind_colon(name: Token, noun: Token) -> bool:
    return any(c.text == ":" and noun.i < c.i < name.i for c in noun.children)


def _is_added(clause: Token) -> bool:
    """Whether a relative clause behind a comma only adds something to its noun."""
    first = next(t for t in clause.subtree() if t.text != ",")
    comma = any(c.text == "," and c.i == first.i - 1 for t in (clause, *clause.ancestors()) for c in t.children)
    return comma and first.lower in {"which", "that", "who", "whose"}


def _gives_source(word: Token) -> bool:
    """ "*according to* Lee", "*per* the filing", "*per* reports", but not "£1 *per* day"."""
    said = word.child("pobj") if word.lower == "per" else None
    named = said is not None and (said.mention is not None or said.tag == "NNS" or bool(said.child("det", "poss")))
    return word.lower == "according" or named


def _says_who(clause: Token, top: Token) -> bool:
    """ "*as Lee noted*, the order is vague", "abuse, *as held by the court*": whose word it is, is no part of it."""
    said = clause.lemma in verbs("saying") | RECOUNTING | HOLDING
    told = clause.dep == "advcl" and clause.head is top and said
    marked = any(c.dep == "mark" and c.lower == "as" for c in clause.children)
    return told and marked and clause.child("ccomp", "dobj") is None


def _names_reporter(participle: Token, top: Token) -> bool:
    """ "a leak, *first reported by Veyra News*, of files": who made it known is no part of what it was."""
    known = participle.tag == "VBN" and participle.lemma == "report" and participle.child("agent") is not None
    if not known or participle.i <= top.i or participle.dep not in {"acl", "advcl"} or participle.head is None:
        return False
    first = participle.subtree()[0]
    return any(t.text == "," and t.i in {first.i, first.i - 1} for t in participle.head.subtree())


def _is_occasion(preposition: Token, top: Token) -> bool:
    """ "the practices of Veyra | *following a complaint*", "the merger | *with rivals warning of high prices*"."""
    return preposition.lower == "following" or (preposition.head is top and _tells_of_others(preposition))


def _tells_of_others(with_: Token) -> bool:
    """ "*with critics complaining* of it": what others say to it meanwhile is no part of a thing."""
    noun = with_.child("pobj", "pcomp") if with_.lower == "with" else None
    said = noun if noun is None or noun.tag == "VBG" else noun.child("acl")
    return said is not None and said.tag == "VBG" and said.lemma in verbs("saying") | COMMENTING


def _is_part_of_it(subject: Token, infinitive: Token) -> bool:
    """ "believes *the army* to be behind it", "approval for *its shares* to trade": nobody is told to do it."""
    above = infinitive.head
    if above is None or subject.pos == "PRON":
        return False
    thing = subject.mention is None and above.pos == "NOUN" and any(c.lower == "for" for c in infinitive.children)
    return thing or (infinitive.lemma == "be" and above.lemma in BELIEVING)


def predicate(verb: Token, patient: Token, sentence: Sentence) -> Mention | None:
    """ "*sell drugs to Canadian firms*": what is done, where the object alone says too little."""
    behind = [c for c in verb.children if c.dep in {"prep", "prt", "dative"} and c.i > patient.i]
    if not behind or patient.subtree()[0].i < verb.i:
        return None
    kept = {verb.i, *(t.i for part in (patient, *behind) for t in part.subtree())}
    kept |= {c.i for c in verb.children if c.dep == "prt"}
    words, last = [], verb.i
    for token in sentence.tokens[verb.i :]:
        if token.i not in kept or token.i > last + 1:
            break
        words.append(token)
        last = token.i
    words = _without_closing_time(up_to(words, LONGEST, patient), verb)
    if len(words) < 3:
        return None
    return Mention(words[0].start, words[-1].end, surface(words, sentence), "Phrase", "phrase")


def _names_voice(preposition: Token) -> bool:
    """ "*In Noyb's view*, the terms are void"."""
    return preposition.lower == "in" and any(c.lemma in VIEWS for c in preposition.children)


def _names_decree(preposition: Token, top: Token) -> bool:
    """ "*Under the order*, Meta must delete the data", "*as part of the deal*, it must pay": not what must be done."""
    noun = preposition.child("pobj")
    if noun is not None and preposition.lower == "as" and noun.lemma == "part":
        inner = noun.child("prep")
        noun = inner.child("pobj") if inner is not None else None
    must = any(c.dep == "aux" and c.lower in {"must", "shall", "will"} for c in top.children)
    opens = preposition.lower in {"under", "as"} and preposition.i < top.i
    return must and opens and noun is not None and noun.lemma in nouns("decrees")


def _contiguous(words: list[Token], token: Token) -> list[Token]:
    """The run of words around the token: a subtree can have holes, of which only those bridge it who says it."""
    by_index = {t.i: t for t in words}
    told = {t.i for c in token.children if _says_aside(c, token) for t in c.subtree()}
    first = last = token.i
    while first - 1 in by_index or first - 1 in told:
        first -= 1
    while last + 1 in by_index:
        last += 1
    return [by_index[i] for i in range(first, last + 1) if i in by_index and i not in told]


def _says_aside(verb: Token, top: Token) -> bool:
    """ "The app, *Lee said*, had ignored it": between the subject and its verb."""
    subject = top.child("nsubj", "nsubjpass")
    between = subject is not None and subject.i < verb.i < top.i
    return between and verb.dep == "parataxis" and verb.lemma in verbs("saying") | {"say"}


def surface(words: list[Token], sentence: Sentence) -> str:
    """The words as they stand in the text; of several tokens in one place ("$4 bn", "Asia-Pacific") each once."""
    parts: list[str] = []
    end = -1
    for word in words:
        if word.start >= end:
            parts.append(word.text)
        end = max(end, word.end)
        following = sentence.tokens[word.i + 1] if word.i + 1 < len(sentence.tokens) else None
        parts.append(" " if following is not None and following.start > word.end else "")
    return "".join(parts).strip()
