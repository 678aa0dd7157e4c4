"""Proper names that no file knows: what the recogniser saw, and capitalised runs; their classes, one for a document."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import accumulate

from kg import lexicon
from kg.gazetteer import Entry, Gazetteer
from kg.language.phrase import surface
from kg.language.timex import MONTHS
from kg.language.token import Sentence, Token
from kg.mention.calling import DESCRIBED, acronyms, called_so, explained, homes, of_common_nouns, parts
from kg.mention.papers import is_laid_down, is_numeral
from kg.model import Mention

#: Acronyms of the field that name nobody.
NO_NAMES = frozenset(
    "CSAM CSEM NCII VPN VPNs API APIs VoIP SMS DDoS IP Order absentia Co AI GenAI LLM LLMs IoT ICT".split()
)
#: Of these, with which the names of firms end ("Air *AI*").
PART_OF_NAMES = frozenset({"AI", "GenAI", "IoT", "ICT"})
#: The recogniser's labels as classes of the ontology.
RECOGNISED = {
    "PERSON": "Person", "ORG": "Organisation", "GPE": "City", "LOC": "Region", "PRODUCT": "Product", "LAW": "Law",
    "WORK_OF_ART": "Organisation", "FAC": "Organisation", "NORP": "Organisation", "EVENT": "Organisation",
}  # fmt: skip
#: What is issued and names nobody ("a *Device Control Order*").
TOLD = frozenset("order orders memo memorandum notice notices circular circulars subpoena subpoenas case".split())
#: Agreements, often written like a name ("a *Memorandum of Understanding*", "three *MoUs*").
MEMORANDA = frozenset(
    "memorandum memoranda mou mous moa moas petition petitions affidavit application litigation pil pils rti".split()
)
HONORIFICS = frozenset(
    ("mr mrs ms miss dr sir lord lady prof professor judge justice senator mr. mrs. ms. dr. sen. rep. gen.").split()
)
TRAILING_TYPES = {
    "Company": "inc corp ltd llc gmbh plc technologies holdings communications entertainment electronics software "
    "networks technology industries telecom group labs media systems studios pictures records games partners capital "
    "ventures mobility motors interactive telecommunications logistics robotics analytics",
    "MediaOutlet": "times post tribune herald gazette journal chronicle news telegraph observer tv radio press mirror",
    "NGO": "foundation association institute coalition alliance society federation union watch center centre forum",
    "Organisation": "university college school party team army front church",
}
TRAILING = {word: type_ for type_, words in TRAILING_TYPES.items() for word in words.split()}


LEGAL_FORMS = frozenset("inc corp ltd llc llp gmbh ag plc limited incorporated corporation bv sa nv ab".split())


#: What a hyphen may join is a short one on both sides, as in Korean and Chinese names; a dash may stand there too.
LONGEST_SYLLABLE = 6
#: Days and months, which are names of nobody where no date was read from them.
CALENDAR = frozenset(
    ("Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August "
     "September October November December").split()
)  # fmt: skip
#: Forms of address, which are no part of a name ("Ann Lee sued. *Ms* Lee said").
ADDRESS = frozenset(
    f"{word}{dot}"
    for word in (
        "mr mrs ms miss dr sir dame prof shri smt messrs adv lt col cpl sgt capt maj cmdr rev supt insp det brig"
    ).split()
    for dot in ("", ".")
)
#: Titles in short, before a name ("*AG* Lee", "*DA* Ann Lee").
SHORT_TITLES = {"AG", "DA", "CM"}
#: Adjectives of places that are no country, which name nobody.
CONTINENTAL = frozenset("European African Asian Arab Western Eastern Latin Nordic Baltic Balkan Supreme".split())
#: Countries in short, which stand before a name more often than at its end.
DOTTED, SHORT = {"U.S.", "U.K."}, {"US", "UK"}
#: What a part of a country is called by.
DIRECTIONS = frozenset("north south east west central northern southern eastern western greater democratic".split())
#: What Indian courts write behind the name of a judge.
JUDGES = {"J.", "JJ.", "C.J.", "CJ."}
#: What a hyphen joins to a name without being a part of it ("Tencent-backed").
JOINING = frozenset("based owned backed developed run led made style approved controlled linked funded like".split())
#: What stands before a title and makes no name of it.
RANKS = frozenset(
    "first second former acting interim deputy assistant senior junior chief executive group global visiting".split()
)
#: Offices that are called after a field of work, and what such fields are called ("*Enforcement Director* Ann Lee").
OFFICES = frozenset(
    "director commissioner officer manager chairman chairwoman head chief vice-president engineer scientist "
    "counsel".split()
)
FIELDS = frozenset(
    "affairs authenticity communications competition compliance counter-terrorism cybersecurity democracy development "
    "education enforcement engineering finance health innovation integrity investigations justice law legal "
    "litigation markets operations policy practice privacy product protection relations research rights safety "
    "security sovereignty standards strategy supervision technology trade transparency trust welfare".split()
)


def mark_recognised(sentence: Sentence, recognised: Iterable[tuple[int, int, str]], gazetteer: Gazetteer) -> None:
    """Give the names that the recogniser saw their mentions; what is known already, or no name, it does not decide."""
    for start, end, label in recognised:
        start += _opens_with_month(sentence, start)
        run = _name_in(sentence.tokens[start:end], gazetteer) if label in RECOGNISED else []
        if run and not _is_common(run) and not _opens_title(run, sentence) and not _is_no_law(run, label):
            run = [*_names_before(run[0], sentence, gazetteer), *_hyphenated(run, sentence)]
            top = next((t for t in reversed(run) if t.head not in run), run[-1])
            top.mention = _recognised(run, top, label, sentence, gazetteer)


def _opens_with_month(sentence: Sentence, start: int) -> bool:
    """ "On 5 *May* Ann Lee sued": the month of a day is no part of the name behind it."""
    day = sentence.tokens[start - 1] if start else None
    return day is not None and day.text.isdigit() and sentence.tokens[start].lower in MONTHS


def _is_common(run: list[Token]) -> bool:
    """Whether what the recogniser took for a name is a noun of the lexicon or a title ("*First Secretary*")."""
    words = [t.lower for t in run]
    told = _is_ranked_title(words)
    while len(words) > 1 and words[0] in RANKS:
        words.pop(0)
    told = told or " ".join(words) in lexicon.titles() or words[-1] in TOLD or bool({words[0], words[-1]} & MEMORANDA)
    return (
        told or _is_office(run) or (len(run) == 1 and (run[0].lower in lexicon.heads() or run[0].text in CONTINENTAL))
    )


def _is_no_law(run: list[Token], label: str) -> bool:
    """Whether the recogniser took a bare word for a law ("the *Dark* Horse video"), which no law is called by."""
    return label == "LAW" and len(run) == 1 and run[0].text.istitle() and run[0].lower not in lexicon.heads()


def _is_ranked_title(words: list[str]) -> bool:
    """Whether words are a title, of whatever rank ("*Deputy Chief Executive*")."""
    while len(words) > 1 and words[0] in RANKS and " ".join(words) not in lexicon.titles():
        words = words[1:]
    return len(words) > 1 and " ".join(words) in lexicon.titles()


def _is_office(run: list[Token]) -> bool:
    """Whether capitalised words name an office by its field ("*Enforcement Director*", "*Federal Commissioner*")."""
    words = [t.lower for t in run]
    return len(words) > 1 and words[-1] in OFFICES and words[-2] in FIELDS | {"federal", "national"}


def _opens_title(run: list[Token], sentence: Sentence) -> bool:
    """Whether what the recogniser took for a name is the beginning of a title ("*Interior* Minister Ann Lee")."""
    after = next((t.lower for t in sentence.tokens[run[-1].i + 1 : run[-1].i + 2]), "")
    return after == "minister" or " ".join([*(t.lower for t in run), after]) in lexicon.titles()


def _name_in(tokens: list[Token], gazetteer: Gazetteer) -> list[Token]:
    """The capitalised words of a recognised span, without article, demonym and closing common nouns."""
    comma = next((t.i for t in tokens if t.text == ","), None)
    listed = comma is not None and tokens[-1].lower.rstrip(".") not in LEGAL_FORMS
    behind = [t for t in tokens if comma is None or not listed or t.i > comma]  # "| Ann Lee, *Veyra Party* | leader"
    inside = [t for t in behind if t.dep != "det" and t.tag != "POS"]
    if any(t.mention for t in inside):
        return []
    texts = [t.text for t in inside]
    if "(" in texts[1:] and ")" not in texts:  # "Morgan Hale | (MH"
        inside = inside[: texts.index("(", 1)]
    peoples = {t.i for words, _ in demonyms(inside, gazetteer) for t in words}
    while inside and (inside[0].pos != "PROPN" or inside[0].i in peoples or _is_trade(inside)):
        inside.pop(0)
    while inside and (inside[-1].pos not in {"PROPN", "NUM"} or _counts(inside[-1])):
        inside.pop()
    return inside if any(letter.isalnum() for t in inside for letter in t.text) else []


def _counts(word: Token) -> bool:
    """ "wrote to Veyra *eleven* times": a number in small letters counts what stands behind the name."""
    return word.pos == "NUM" and word.text.isalpha() and word.text.islower()


def _is_trade(name: list[Token]) -> bool:
    """ "*YouTuber* Abhishek Rao": what somebody does on a platform, which is written with a capital as its name is."""
    return len(name) > 1 and name[0].lower in {"youtuber", "tiktoker", "instagrammer", "redditor", "youtubers"}


def demonyms(tokens: list[Token], gazetteer: Gazetteer) -> Iterator[tuple[list[Token], Entry]]:
    """The words that name a place by its adjective, one or more at once ("*Sri Lankan* President"), and that place."""
    starts = list(accumulate((len(t.text) + 1 for t in tokens), initial=0))
    for name in gazetteer.peoples(" ".join(t.text for t in tokens)):
        yield [t for t, start in zip(tokens, starts, strict=False) if name.start <= start < name.end], name.entry


def _hyphenated(run: list[Token], sentence: Sentence) -> list[Token]:
    """A name with the rest of its last word, where that goes on behind a hyphen ("Kim Min*-jae*")."""
    start = run[-1].i if run[-1].text == "-" else run[-1].i + 1
    more = sentence.tokens[start : start + 2]
    before = sentence.tokens[start - 1]
    if len(more) < 2 or more[0].text != "-" or not before.end == more[0].start < more[0].end == more[1].start:
        return sentence.tokens[run[0].i : start]
    syllables = max(len(before.text), len(more[1].text)) <= LONGEST_SYLLABLE and more[1].text.islower()
    word = more[1].pos in {"CCONJ", "DET", "SCONJ", "PRON", "AUX"} or more[1].lower in JOINING | lexicon.heads().keys()
    return [*sentence.tokens[run[0].i : start], *more] if syllables and not word else sentence.tokens[run[0].i : start]


def _recognised(run: list[Token], top: Token, label: str, sentence: Sentence, gazetteer: Gazetteer) -> Mention:
    place = gazetteer.place(" ".join(t.text for t in run)) if label in {"GPE", "LOC"} else None
    if place is not None:
        return replace(name(sentence, run, place.type), entity=place.id)
    if len(run) > 1 and run[0].text in SHORT_TITLES:
        return name(sentence, run[1:], "Person")
    return _unknown(run, top, label, sentence, gazetteer)


def _unknown(run: list[Token], top: Token, label: str, sentence: Sentence, gazetteer: Gazetteer) -> Mention:
    """The mention of a recognised name that is no known place's."""
    if label == "GPE" and not (top.head is not None and top.head.lower in {"in", "near", "at", "from", "outside"}):
        label = "ORG"  # no place that is known, nor told as one
    if label == "PERSON" and len(run) == 1 and any(c.dep == "det" for c in top.children):
        label = "ORG"  # "the Garante" is nobody's surname
    if len(run) > 1 and run[-1].text in JUDGES:
        return name(sentence, run[:-1], "Person")
    if label == "PERSON" and len(run) > 1 and run[0].lower in ADDRESS:
        while len(run) > 1 and (run[0].lower in ADDRESS or run[0].text == "."):
            run = run[1:]
        return name(sentence, run, "Person")
    if len(run) > 1 and _ends_title(run[0], sentence):
        return name(sentence, run[1:], "Person")
    if label == "PERSON" and len(run) >= 3 and (_is_title(run[0], several=True) or _is_calling(run[0], gazetteer)):
        run = run[1:]
    elif label == "PERSON" and len(run) == 2 and run[0].text.endswith(".") and run[0].lower in lexicon.titles():
        run = run[1:]  # "Gov. *Cox*"
    return name(sentence, run, _described(run, sentence) or _named_type(run, RECOGNISED[label]))


def _ends_title(word: Token, sentence: Sentence) -> bool:
    """Whether the recogniser began a name with the second word of a title ("Attorney *General* Quade")."""
    before = sentence.tokens[word.i - 1] if word.i else None
    return before is not None and before.mention is None and f"{before.lower} {word.lower}" in lexicon.titles()


def mark_branches(sentence: Sentence) -> None:
    """ "a fine on *Searcho Belgium*": a firm's name with the country of its branch is the firm, not the country."""
    for token in sentence.tokens if sentence.zone == "body" else ():
        country, before = token.mention, sentence.tokens[token.i - 1] if token.i else token
        group = before.mention is not None and before.mention.type == "NGO"
        places = {"Country", "Region"} if group else {"Country"}
        if country is None or country.type not in places or token.text in DOTTED:
            continue
        known = before.mention is not None and before.mention.type in {"Company", "Platform", "NGO"}
        if token.text in SHORT and not known:
            continue
        first = not known and not token.i - 1 and not (before.text.isupper() and before.text.isalpha())
        if before.dep != "compound" or before.head is not token or before.tag != "NNP" or first:
            continue
        unseen = before.mention is None and before.text[0].isupper() and before.text.isalpha() and _acted_on(token)
        acting = token.dep in {"pobj", "dobj", "nsubj", "nsubjpass"} or (known and token.dep in {"conj", "appos"})
        if (known or unseen) and acting and before.child("compound") is None:
            firm = name(sentence, [before, token], "NGO" if group else "Company")
            token.mention = replace(firm, entity=before.mention.entity if before.mention is not None else None)
            before.mention = None


def mark_chapters(sentence: Sentence, gazetteer: Gazetteer) -> None:
    """ "the rights group *Free Net Nigeria* sued": of several unknown words and a country, all are the group's name."""
    for country in sentence.tokens if sentence.zone == "body" else ():
        if country.mention is None or country.mention.type != "Country" or country.text in DOTTED | SHORT:
            continue
        words = [w for w in _run(country, sentence, gazetteer) if w is not country]
        first = sentence.tokens[0]  # "*Consumer* Watch Italy": the first word's capital letter decides nothing
        if words and words[0].i == 1 and first.dep == "compound" and first.pos == "NOUN" and first.mention is None:
            words.insert(0, first)
        acting = country.dep in {"nsubj", "nsubjpass", "pobj", "dobj", "appos", "conj"}
        if len(words) < 2 or not acting or any(w.lower in DIRECTIONS or not w.text.isalpha() for w in words):
            continue
        type_ = _described(words, sentence) or "Organisation"
        if type_ != "Person" and not any(w.text in gazetteer.given_names for w in words):
            country.mention = name(sentence, [*words, country], type_)


def _acted_on(token: Token) -> bool:
    """Whether a name stands where those stand on whom something is imposed ("a fine *on Searcho Belgium*")."""
    above = token.head
    alone = sum(c.dep == "compound" for c in token.children) == 1  # not "Chairman Mao | China"
    before = token.child("compound")
    short = before is not None and before.text.isupper() and token.dep in {"nsubj", "nsubjpass"}  # "*SRB Germany* paid"
    return above is not None and alone and (token.dep == "dobj" or above.lower in {"on", "against"} or short)


def _is_calling(word: Token, gazetteer: Gazetteer) -> bool:
    """Whether a capital letter was given to what somebody is ("*Blogger* Ann Lee"), and the word is no given name."""
    return lexicon.heads().get(word.lower) == "Person" and word.text not in gazetteer.given_names


def proper(token: Token, sentence: Sentence, gazetteer: Gazetteer) -> Mention | None:
    """An unseen capitalised name: the run of capitalised words that ends at its head; None if it is only a noun."""
    if token.text in CALENDAR:
        return None
    run = _run(token, sentence, gazetteer)
    if run[0].lower in MEMORANDA or run[-1].lower in MEMORANDA | {"case"} or (len(run) == 1 and run[0].lower in TOLD):
        return None
    words = [t.lower for t in run]
    if " ".join(words) in lexicon.titles() or _is_ranked_title(words) or _is_office(run):
        return None
    called = len(run) > 2 and _is_calling(run[0], gazetteer) and run[1].text in gazetteer.given_names
    titles = run[:1] if called else _leading_titles(run)
    rest = run[len(titles) :]
    if not rest or not rest[-1].text[0].isupper() or (len(rest) == 1 and _is_kind(rest[0])):
        return None
    if titles:
        return name(sentence, rest, "Person")
    type_ = _described(rest, sentence) or _named_type(rest, "Organisation")
    bare = type_ == "Organisation" and token.child("det") is None  # "*the Air Wing* said"
    human = bare and len(rest) in {2, 3} and (_speaks(token) or _is_seized(token))
    return name(sentence, rest, "Person" if human else type_)


def _is_kind(word: Token) -> bool:
    """Whether one capitalised word only says of what kind somebody is; but behind a place it is a name ("Lyon
    *University*")."""
    type_ = lexicon.heads().get(word.lower)
    behind = any(c.dep == "compound" and c.mention is not None and c.i == word.i - 1 for c in word.children)
    return type_ is not None and not (type_ == "Organisation" and behind)


def _run(token: Token, sentence: Sentence, gazetteer: Gazetteer) -> list[Token]:
    run = [token]
    for before in reversed(sentence.tokens[: token.i]):
        belongs = before.pos == "PROPN" and before.mention is None and before.head in run
        if not belongs or before.text in gazetteer.demonyms:
            break
        run.insert(0, before)
    return run


def name(sentence: Sentence, run: list[Token], type_: str) -> Mention:
    """The mention of a run of words as a name."""
    text = surface(sentence.tokens[run[0].i : run[-1].i + 1], sentence)
    return Mention(run[0].start, run[-1].end, text, type_, "name")


def _names_before(token: Token, sentence: Sentence, gazetteer: Gazetteer) -> list[Token]:
    """The capitalised words before a name that belong to it (the recogniser often takes the surname alone)."""
    found: list[Token] = []
    for before in reversed(sentence.tokens[: token.i]):
        belongs = before.dep == "compound" and before.head in (token, token.head) and before.pos == "PROPN"
        if not belongs or before.mention is not None or before.text in gazetteer.demonyms:
            break
        if before.lower in lexicon.titles() or _is_trade([before, token]) or _opens_with_month(sentence, before.i):
            break
        found.insert(0, before)
    return found


def _described(tokens: list[Token], sentence: Sentence) -> str | None:
    """What the noun or title before a name says that it is: "the blogger *Ann Lee*", "the messaging app *Veyra*"."""
    if _titles_before(tokens[0]) and len(tokens) <= 3:
        return "Person"
    before = sentence.tokens[tokens[0].i - 1] if tokens[0].i else None
    kind = before is not None and (before.pos == "NOUN" or (before.pos == "ADJ" and before.dep == "compound"))
    if before is None or not kind or before.tag == "NNS":
        return None
    type_ = lexicon.heads().get(before.lower)
    if type_ == "Person":
        return type_ if 2 <= len(tokens) <= 3 else None
    return type_ if type_ in DESCRIBED else None


def _named_type(tokens: list[Token], default: str) -> str:
    last = tokens[-1].lower.rstrip(".")
    if last in TRAILING and len(tokens) > 1 and tokens[-2].lower != "of":
        return TRAILING[last]
    if default == "Person":
        return default
    if is_laid_down(tokens):
        return "Document"
    return lexicon.heads().get(last, default) if len(tokens) > 1 and tokens[-1].text[0].isupper() else default


def _speaks(token: Token) -> bool:
    verb = token.head
    return (
        token.dep == "nsubj" and verb is not None and verb.lemma in {"say", "tell", "add", "believe", "argue", "write"}
    )


def _is_seized(token: Token) -> bool:
    """Whether that befalls somebody which befalls people alone ("*Chidi Obi* was arrested")."""
    verb = token.head
    done_to = token.dep == "nsubjpass" or (token.dep == "dobj" and token.i > (verb.i if verb is not None else 0))
    return done_to and verb is not None and verb.lemma in {"arrest", "detain", "jail", "imprison", "handcuff", "bail"}


def _leading_titles(run: list[Token]) -> list[Token]:
    for n in range(min(4, len(run) - 1), 0, -1):
        phrase = " ".join(t.lower for t in run[:n])
        if phrase in lexicon.titles() or phrase in HONORIFICS or (n == 1 and _is_title(run[0], several=len(run) > 2)):
            return run[:n]
    return []


def _is_title(word: Token, several: bool) -> bool:
    """Whether a word is a title, or that of several where a whole name follows ("*Justices* Ann Lee and Bo Kim")."""
    return bool({word.lower, word.lower.removesuffix("s") if several else ""} & lexicon.titles())


def _titles_before(token: Token) -> bool:
    """Whether the words before a name are a title ("chief executive Tim Cook")."""
    words: list[str] = []
    head = token if token.head is None or token.dep != "compound" else token.head
    for child in head.children:
        if child.i < token.i and child.dep in {"compound", "amod", "nmod", "appos"}:
            words.append(child.lower)
            if child.mention is not None and child.mention.type == "Prosecutor":  # "*Hamburg District Attorney*" is one
                words.append(" ".join(child.lower.split()[-2:]))
    return any(w in lexicon.titles() or w in HONORIFICS for w in (*words, " ".join(words[-2:])))


def unify(sentences: list[Sentence], gazetteer: Gazetteer) -> None:
    """One class for one unseen name in a document: a surname is its person's, an acronym its holder's.

    The recogniser judges each sentence for itself, and takes a lone surname for an organisation as often as not.
    """
    _forget_common(sentences)
    names = [t for s in sentences for t in s.tokens if t.mention is not None and t.mention.kind == "name"]
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    surnames: set[str] = set()
    for token in names:
        assert token.mention is not None
        votes[token.mention.text][token.mention.type] += 1
        if token.mention.type == "Person" and " " in token.mention.text:
            surnames.add(token.mention.text.split()[-1])
    firsts = {m.text.split()[0]: m.type for t in names if (m := t.mention) is not None and _is_firm(m)}
    titled = {t.text for t in names if _titles_before(t)}
    short = {name: type_ for sentence in sentences for name, type_ in acronyms(sentence)}
    said = (pair for sentence in sentences for told in (explained, called_so, parts, homes) for pair in told(sentence))
    described = dict(said)
    for token in (t for s in sentences for t in s.tokens if t.mention is None):
        if token.text in votes and token.text[0].isupper() and token.pos in {"NOUN", "PROPN", "ADJ", "VERB"}:
            known = next(t.mention for t in names if t.mention is not None and t.mention.text == token.text)
            if token.head is None or token.head.mention is None or not _covers(token.head.mention, token):
                token.mention = replace(known, start=token.start, end=token.end)
                names.append(token)
        elif token.text in surnames and _stands_alone(token):
            token.mention = Mention(token.start, token.end, token.text, "Person", "name")
    for token in names:
        mention = token.mention
        assert mention is not None
        if mention.entity is not None or _has_legal_form(mention):
            continue
        told = "Person" if mention.text in surnames else short.get(mention.text) or described.get(mention.text)
        told = told or firsts.get(mention.text)
        type_ = told or _elected(votes[mention.text])
        if told is None and (_is_open(mention, type_, titled, gazetteer) or _is_punished(token, type_)):
            type_ = "Actor"
        token.mention = replace(mention, type=type_)


def _covers(name: Mention, token: Token) -> bool:
    """Whether a word is one of a longer name ("*Veyra* Technology")."""
    return name.kind == "name" and name.start <= token.start and token.end <= name.end


def _stands_alone(token: Token) -> bool:
    """Whether a word that is somebody's surname stands where a name does ("*Golding* was jailed", taken for a noun)."""
    bare = token.child("det", "poss", "amod", "compound", "nummod") is None
    return bare and token.tag in {"NN", "NNP"} and token.dep in {"nsubj", "nsubjpass", "dobj"}


def _forget_common(sentences: list[Sentence]) -> None:
    """Take from acronyms that stand for no name the mention that the recogniser gave them."""
    common = NO_NAMES.union(*map(of_common_nouns, sentences))
    for token in (t for s in sentences for t in s.tokens if t.text in common or is_numeral(t)):
        mention = token.mention
        whole = mention is not None and (mention.text == token.text or token.text not in PART_OF_NAMES)
        if mention is not None and mention.kind == "name" and mention.entity is None and whole:
            token.mention = None


def _has_legal_form(mention: Mention) -> bool:
    """Whether a name says that it is a firm's, whatever stands beside it ("*Veyra Inc.*, the owner of the app")."""
    return mention.type == "Company" and mention.text.split()[-1].lower().replace(".", "") in LEGAL_FORMS


def _is_firm(mention: Mention) -> bool:
    """Whether a name's first word alone can stand for it ("*Epic* Games", "*Veyra* Labs")."""
    return " " in mention.text and mention.type in DESCRIBED


def _elected(votes: Counter[str]) -> str:
    """What the text itself calls a name, else the class that it was most often taken for."""
    called = sorted(DESCRIBED & votes.keys())
    return called[0] if called else max(sorted(votes), key=votes.__getitem__)


def _is_open(mention: Mention, type_: str, titled: set[str], gazetteer: Gazetteer) -> bool:
    """Whether one unseen word may be a person's or an organisation's name: no full name, no title, no noun decides."""
    one_word = " " not in mention.text and type_ in {"Person", "Organisation"}
    return one_word and mention.text not in titled and not gazetteer.knows(mention.text)


def _is_punished(name: Token, type_: str) -> bool:
    """Whether an unseen name that was taken for a product's is somebody's: nobody fines or sues a thing."""
    verb = name.head if name.dep in {"dobj", "nsubjpass"} else None
    alone = type_ == "Product" and name.child("det", "amod", "compound", "poss") is None
    return alone and verb is not None and verb.lemma in {"fine", "sue", "charge", "accuse", "order", "penalise"}
