"""Quotations that run over several sentences or paragraphs: who says the sentences that name no speaker.

    "We did nothing wrong," said Ann Lee. "The fine is absurd. We will appeal."
    "We did nothing wrong. The fine is absurd," said Ann Lee.
    Ann Lee issued a statement: "The fine is absurd."

The main word of what is quoted gets the speaker of the sentence before or after, as long as both stand in one paragraph
and the quotation goes on. A paragraph that is nothing but a quotation is spoken by who spoke in the paragraph before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from kg.language.syntax import subjects
from kg.language.token import FIRST_PERSON, Sentence, Token, is_finite
from kg.lexicon import verbs

#: What opens a quotation: a curly mark, or a straight one before a word; a single one only where no word goes before.
OPENS = re.compile(r"“|(?<![\w.,;:!?)\]])\"(?=\S)|(?<![\w.,;!?)\]])[‘'](?=\w)")
DOUBLE_ENDS = re.compile(r"[”\"]")
#: An apostrophe ends no quotation unless a stop goes before it or no blank follows.
SINGLE_ENDS = re.compile(r"(?<=[.,;!?…])[’'](?!\w)|(?<=\w)[’'](?=[.,;:!?)]|$)")
#: What somebody issues or writes before it is quoted ("released a *statement*: ...").
PAPERS = {"statement", "message", "note", "tweet", "post", "reply", "comment", "response", "email", "letter", "memo"}
FEWEST_WORDS = 6
#: So long is a line that only names who is quoted above it, with the office.
LONGEST_SIGNATURE = 16
#: Who speaks if a headline sets him before a colon.
VOICES = {"Person", "MediaOutlet", "LawEnforcement", "Prosecutor", "NGO", "Ministry"}
RUBRICS = {
    "explainer", "analysis", "opinion", "timeline", "update", "exclusive", "breaking", "factbox", "live", "review",
    "profile", "editorial", "podcast", "interview", "insight", "focus", "background", "comment", "recap", "briefing",
    "suspect", "victim", "user", "users", "journalist", "blogger", "hacker", "hackers",
    "impact", "action", "actions", "result", "results", "outcome", "outcomes", "step", "steps", "status", "summary",
    "conclusion", "context", "issue", "issues", "problem", "solution", "recommendation", "recommendations", "question",
    "questions", "answer", "fact", "facts", "claim", "myth", "reality", "verdict", "takeaway", "takeaways", "finding",
    "findings", "photo", "image", "caption", "subject", "topic", "objective", "goal", "example", "reason", "reminder",
    "disclaimer", "correction", "clarification", "history", "overview", "introduction", "motivation", "response",
    "relief", "remedy", "demand", "demands", "concern", "concerns", "progress", "development", "developments",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Quote:
    """Where a quotation stands; `open` where its paragraph ends before it does."""

    start: int
    end: int
    open: bool


def link(sentences: list[Sentence], text: str) -> None:
    """Set `speaker` on the main words of quoted sentences; `text` is the document's text with its own marks."""
    inside = sorted([*quotes(text), *_announced(sentences, text)], key=lambda q: q.start)
    speaker: Token | None = None
    for before, sentence in zip([None, *sentences], sentences, strict=False):
        _free_quoted_subjects(sentence, inside)
        own = speaker_of(sentence, inside)
        quoted = _main(sentence, inside) is not None
        apart = before is None or "\n" in text[before.end : sentence.start]
        if before is None or (apart and not _carries_over(before, sentence, speaker, inside)):
            speaker = None
        if own is None and speaker is not None and quoted:
            _mark(sentence, speaker, inside)
        elif own is not None:
            _mark_earlier(sentences[: sentence.index], sentence, own, inside, text)
            _mark_after_colon(sentence, own, inside)
            _mark_resumed(sentence, own, inside)
            _mark_closed(sentences[: sentence.index], sentence, own, inside, text)
        else:
            _mark_headline(sentence)
            _mark_signed(sentences[: sentence.index], sentence, inside, text)
        speaker = own or (speaker if quoted else None)


def _mark_headline(sentence: Sentence) -> None:
    """ "*Police*: man held over tweet": who stands alone before a colon says what stands behind it.

    Only who mostly speaks there: a country, a firm or a court before a colon is what the headline is about, unless
    the rest says "we".
    """
    colon = next((t for t in sentence.tokens if t.text == ":"), None)
    before = sentence.tokens[: colon.i] if colon is not None else []
    if colon is None or not 0 < len(before) < 6 or any(t.pos in {"VERB", "AUX", "ADP", "PUNCT"} for t in before):
        return
    voice = before[-1]
    himself = any(t.lower in FIRST_PERSON for t in sentence.tokens[colon.i + 1 :])
    if voice.mention is None or voice.lower in RUBRICS or not (himself or voice.mention.type in VOICES):
        return
    for verb in sentence.tokens[colon.i + 1 :]:
        over = verb.head is None or verb.head.i < colon.i or (verb.head.dep == "appos" and verb.head.head is voice)
        if over and verb.pos in {"VERB", "AUX"} and (is_finite(verb) or verb.tag == "VBN") and not verb.speaker:
            verb.speaker = [voice]


def quotes(text: str) -> Iterator[Quote]:
    """The quotations of a text, paragraph by paragraph; marks inside a quotation belong to it."""
    for paragraph in re.finditer(r"[^\n\r]+", text):
        at, end = paragraph.start(), paragraph.end()
        while (opening := OPENS.search(text, at, end)) is not None:
            single = opening.group() in "‘'"
            closing = (SINGLE_ENDS if single else DOUBLE_ENDS).search(text, opening.end(), end)
            if closing is None and single:
                at = opening.end()  # an apostrophe ("the '90s")
                continue
            at = closing.end() if closing is not None else end
            yield Quote(opening.start(), at, closing is None)


def _announced(sentences: list[Sentence], text: str) -> Iterator[Quote]:
    """Paragraphs without marks that a sentence before gives as somebody's words ("Lee said in a statement:")."""
    for sentence, following in pairwise(sentences):
        gap = text[sentence.end : following.start]
        if sentence.tokens[-1].text != ":" or "\n" not in gap or not _gives_the_word(sentence):
            continue
        end = text.find("\n", following.start)
        end = len(text.rstrip()) if end < 0 else end
        paragraph = text[following.start : end]
        if not OPENS.search(paragraph) and len(paragraph.split()) >= FEWEST_WORDS and paragraph.endswith("."):
            yield Quote(following.start, end, False)


def _gives_the_word(sentence: Sentence) -> bool:
    """Whether a sentence is nothing but that somebody says, in a statement maybe, what follows."""
    verb = sentence.root
    if verb is None or verb.lemma not in verbs("saying") | verbs("voicing") or not is_finite(verb):
        return False
    return verb.child("ccomp", "xcomp", "advcl", "conj") is None and _subject(verb, sentence, []) is not None


def _mark_closed(earlier: list[Sentence], sentence: Sentence, speaker: Token, inside: list[Quote], text: str) -> None:
    """ "It is fair. It is final." *Ann Lee said.*: the quotation ends with a stop, and its speaker stands alone."""
    verb = sentence.root
    bare = verb is not None and verb.child("ccomp", "xcomp", "dobj", "prep", "advcl") is None
    if not bare or not earlier or any(q.start <= t.start < q.end for t in sentence.tokens for q in inside):
        return
    closed = next((q for q in inside if q.start <= earlier[-1].start < q.end), None)
    if closed is None or text[closed.end : sentence.start].strip(" ") or closed.open:
        return
    for before in reversed(earlier):
        if before.end <= closed.start:
            return
        _mark(before, speaker, inside)


def _mark_signed(earlier: list[Sentence], sentence: Sentence, inside: list[Quote], text: str) -> None:
    """ "The fine is absurd." | *Ann Lee, head of Noyb*: who stands alone in the line below a quotation has said it.

    Not where such a line stands above the quotation too: then each names who speaks below it.
    """
    name = _signature(sentence)
    quote = _around(earlier[-1].end - 1, inside) if earlier and name is not None else None
    if name is None or quote is None or "\n" not in text[earlier[-1].end : sentence.start]:
        return
    quoted = [one for one in earlier if quote.start <= one.start < quote.end]
    above = [one for one in earlier if one.start < quote.start]
    opens_line = text[: quote.start].rstrip(" ")[-1:] in {"\n", ""}
    if not opens_line or (above and (_signature(above[-1]) is not None or above[-1].end > quote.start)):
        return
    for one in quoted:
        main = _main(one, inside)
        if main is not None and not main.speaker:
            main.speaker = [name]


def _signature(sentence: Sentence) -> Token | None:
    """The person whom a line without a verb names, alone or with the office ("*Ann Lee*, head of Noyb")."""
    words = [t for t in sentence.tokens if t.pos != "PUNCT"]
    if not words or len(words) > LONGEST_SIGNATURE or any(t.pos in {"VERB", "AUX"} and is_finite(t) for t in words):
        return None
    first = next((t for t in words if t.mention is not None and t.mention.start == words[0].start), None)
    named = first is not None and first.mention is not None and first.mention.kind == "name" and _is_person(first)
    return first if named and sentence.tokens[-1].text != ":" else None


def _around(position: int, inside: list[Quote]) -> Quote | None:
    return next((quote for quote in inside if quote.start <= position < quote.end), None)


def speaker_of(sentence: Sentence, inside: list[Quote]) -> Token | None:
    """The subject of the sentence's own verb of saying, unless that stands inside a quotation itself.

    Before a colon also who issues what is quoted ("Ann Lee released a statement: ...", "Ann Lee: ...").
    """
    announced = _quotes_after_colon(sentence, inside)
    if announced and (named := _named_before_colon(sentence)) is not None:
        return named
    for token in sentence.tokens:
        if _around(token.start, inside) is not None or not (token.head is None or _is_beside_quoted(token, inside)):
            continue
        if token.lemma in verbs("saying") | verbs("voicing"):
            return _subject(token, sentence, inside)
        issues = token.pos == "VERB" and any(c.dep == "dobj" and c.lemma in PAPERS for c in token.children)
        if issues and announced:
            return _subject(token, sentence, inside)
    return _has_to_say(sentence) if announced else None


def _has_to_say(sentence: Sentence) -> Token | None:
    """ "Here is what *Ann Lee* had to say: ..."."""
    saying = (t for t in sentence.tokens if t.dep == "xcomp" and t.lemma in verbs("saying"))
    return next((s for t in saying for s in subjects(t) if s.mention is not None), None)


def _is_beside_quoted(verb: Token, inside: list[Quote]) -> bool:
    """Whether the parser hung a verb on what is quoted before it ("It is fair," *she said*)."""
    return verb.head is not None and verb.head.head is None and _around(verb.head.start, inside) is not None


def _subject(verb: Token, sentence: Sentence, inside: list[Quote]) -> Token | None:
    """Who speaks; where the parser took a word of the quotation for the subject, the name behind the verb."""
    named = [t for t in subjects(verb) if t.mention is not None]
    outside = [t for t in named if _around(t.start, inside) is None]
    if outside or not named:
        return outside[0] if outside else None
    following = (t for t in sentence.tokens[verb.i + 1 : verb.i + 8] if t.mention is not None)
    return next((t for t in following if _around(t.start, inside) is None), None)


def _named_before_colon(sentence: Sentence) -> Token | None:
    """Whom a colon gives the word, where no verb does ("*Ann Lee*, head of Noyb: ...", "remarks by *Ann Lee*: ...")."""
    colon = next((t for t in sentence.tokens if t.text == ":"), None)
    before = sentence.tokens[: colon.i] if colon is not None else []
    named = [t for t in before if t.mention is not None and t.mention.kind == "name"]
    if not named or (before[-1] is named[0] and named[0].lower in RUBRICS):
        return None  # "*Impact*: ..."
    last = named[-1]
    by = last.head if last.dep == "pobj" and before[-1] is last else None
    if by is not None and by.lower in {"by", "from"} and by.head is not None and by.head.lemma in PAPERS:
        return last
    opens = named[0].mention is not None and named[0].mention.start == sentence.start
    described = before[-1] is named[0] or (_is_person(named[0]) and not any(is_finite(t) for t in before))
    return named[0] if opens and described else None


def _is_person(token: Token) -> bool:
    return token.mention is not None and token.mention.type == "Person"


def _free_quoted_subjects(sentence: Sentence, inside: list[Quote]) -> None:
    """What is said is no subject of saying: the parser makes one of it where the speaker stands behind the verb."""
    for verb in sentence.tokens:
        heard = [c for c in verb.children if c.dep == "nsubj"] if verb.lemma in verbs("saying") else []
        behind = len(heard) == 2 and heard[0].i < verb.i < heard[1].i
        if behind and _around(heard[0].start, inside) is not None and _around(verb.start, inside) is None:
            heard[0].dep = "ccomp"


def _quotes_after_colon(sentence: Sentence, inside: list[Quote]) -> bool:
    """Whether a sentence announces a quotation by a colon, before it or at the sentence's end."""
    if sentence.tokens[-1].text == ":":
        return True
    colon = next((t for t in sentence.tokens if t.text == ":"), None)
    following = sentence.tokens[colon.i + 1] if colon is not None and colon.i + 1 < len(sentence.tokens) else None
    return following is not None and any(q.start == following.start for q in inside)


def _mark_earlier(earlier: list[Sentence], sentence: Sentence, speaker: Token, inside: list[Quote], text: str) -> None:
    """Sentences before, back to the one that opens the quotation in whose midst this one begins."""
    around = _around(sentence.start, inside)
    if around is None or around.start == sentence.start:
        return
    for before in reversed(earlier):
        if before.start < around.start or "\n" in text[before.end : sentence.start]:
            return
        _mark(before, speaker, inside)


def _carries_over(before: Sentence, sentence: Sentence, speaker: Token | None, inside: list[Quote]) -> bool:
    """Whether a new paragraph is spoken by who spoke in the one before.

    It is where the quotation was left open or announced by a colon, and where the paragraph is nothing but a quotation
    of a person.
    """
    opening = _around(sentence.start, inside)
    if opening is None or opening.start != sentence.start:
        return False
    left_open = _around(before.end - 1, inside)
    if (left_open is not None and left_open.open) or before.tokens[-1].text == ":":
        return True
    whole = opening.open or opening.end >= sentence.end
    person = speaker is not None and speaker.mention is not None and speaker.mention.type in {"Person", "Actor"}
    goes_on = person or left_open is not None  # a paragraph that ends in a quotation: whoever spoke there
    return whole and goes_on and sum(t.pos != "PUNCT" for t in sentence.tokens) >= FEWEST_WORDS


def _main(sentence: Sentence, inside: list[Quote]) -> Token | None:
    """The main word of a sentence that stands in a quotation."""
    root = next((t for t in sentence.tokens if t.head is None and t.pos in {"VERB", "AUX"}), None)
    return root if root is not None and _around(root.start, inside) is not None else None


def _mark(sentence: Sentence, speaker: Token, inside: list[Quote]) -> None:
    main = _main(sentence, inside)
    if main is not None:
        main.speaker = [speaker]


def _mark_after_colon(sentence: Sentence, speaker: Token, inside: list[Quote]) -> None:
    """Give the speaker to what its own sentence quotes, unless a verb of saying governs that ("Ann Lee said: ...")."""
    if _quotes_after_colon(sentence, inside):
        clause = _main(sentence, inside) or next((t for t in sentence.tokens if _is_quoted_clause(t, inside)), None)
        if clause is not None:
            clause.speaker = [speaker]


def _mark_resumed(sentence: Sentence, speaker: Token, inside: list[Quote]) -> None:
    """ "It is unfair," she said, *"and we will appeal"*: the rest of what is quoted, joined to the verb of saying."""
    for verb in sentence.tokens:
        said = verb.head if verb.dep == "conj" and verb.pos in {"VERB", "AUX"} and not verb.speaker else None
        if said is None or said.lemma not in verbs("saying") or said.i > verb.i or _around(said.start, inside):
            continue
        if _around(verb.start, inside) is not None:
            verb.speaker = [speaker]


def _is_quoted_clause(token: Token, inside: list[Quote]) -> bool:
    head = token.head
    if head is None or token.pos not in {"VERB", "AUX"} or _around(token.start, inside) is None:
        return False
    governed = token.dep in {"ccomp", "parataxis"} and head.lemma in verbs("saying")
    return not governed and _around(head.start, inside) is None
