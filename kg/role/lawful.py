"""The law of an event: what it rests on, what its matter names, what is said to be broken."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.language.token import Sentence, Token
from kg.model import Argument, Mention
from kg.role.filler import fill
from kg.rulebook import Arg, Rule
from kg.vocabulary import is_a

#: How what authorities and plaintiffs hand out comes about ("an order *made* under section 5").
MADE = "make|issue|pass|bring|file|impose|lodge|adopt|enact|take|give|send|serve|launch|open|submit"
PAPERS = "order|notice|direction|directive|decision|ruling|lawsuit|suit|complaint|request|decree|petition|fine|ban"
#: What somebody does something for, or because of: "changed its terms *to comply with the GDPR*".
OBEY = "comply|conform|abide|adhere|accord|align"
OBEYED = (
    " | ".join(
        f"{holder}{clause}[{OBEY}] pp[with|to|by]"
        for holder in ("", "obj ", "support ")
        for clause in ("advcl", "acl", "advcl[be] xcomp")
    )
    + " | pp[in] .[line|compliance|accordance|conformity|keeping] pp[with|to]"
    + f" | pp[in] .[order|bid|effort|attempt] acl[{OBEY}] pp[with|to|by]"
)
#: Where an authority tells what it acts on, whatever the event: in its paper's own participle, or in one of its own.
RELIED_ON = Arg(
    path=f"acl[{MADE}] pp[under|pursuant+to] | nsubj[{PAPERS}] acl[{MADE}] pp[under|pursuant+to]"
    f" | nsubj[{PAPERS}] pp[under|pursuant+to] | advcl[{MADE}] pp[under|pursuant+to]"
    " | advcl[cite|invoke|use] dobj | advcl[cite|invoke|use] dobj pp[under|in|of] | advcl[act] pp[under]"
    " | support advcl[cite|invoke|use] dobj | support advcl[cite|invoke|use] dobj pp[under|in|of]"
    " | advcl[pursuant] pp[to] | support advcl[pursuant] pp[to]"
    " | support advcl[act] pp[under] | <advcl[invoke|use] dobj | <advcl[invoke|use] dobj pp[under|in|of]"
    f" | {OBEYED}"
    " | <xcomp[invoke|use] dobj | <xcomp[invoke|use] dobj pp[under|in|of] | <advcl[rely] pp[on] | <xcomp[rely] pp[on]",
    type=["Law"],
)
#: What brings a law about in the year that it is called by.
PASSING = {"enact", "pass", "adopt", "promulgate"}
PAST = {"VBD", "VBN"}
YEAR = re.compile(r"\b(?:19|20)\d\d$")
#: What a suit says was broken ("the lawsuit, which *alleges violations of the GDPR*, was filed in May").
ALLEGED = Arg(
    path=" | ".join(
        f"{holder}{clause}[allege|claim|assert|cite|invoke] {told}"
        for holder in ("", "nsubjpass[lawsuit|suit|complaint|action] ", "dobj[lawsuit|suit|complaint|action] ")
        for clause in ("relcl", "acl")
        for told in ("dobj", "dobj[violation|violations|breach|breaches|claim|claims] pp[of|under]")
    ),
    type=["Law"],
)
#: What gives the power to make a law ("notified the rules *under Section 87 of the Act*").
ENABLING = Arg(
    path="pp[under|pursuant+to] | obj pp[under|pursuant+to] | obj acl[frame|issue|make|notify] pp[under|pursuant+to]"
    " | pp[in] .[exercise] pp[of] .[power|powers] pp[under|of|in]",
    type=["Law"],
)
#: Words that say nothing of what a case is about.
FORMAL = frozenset(
    "new formal federal civil criminal class action court legal similar separate second first joint official such "
    "preliminary public full internal ongoing long-running state national possible potential large big record multiple "
    "several other initial further same current previous recent major special independent parliamentary "
    "writ leave public interest curative instant fresh original batch".split()
)
#: What laws are like, not what they are about.
JUDGING = frozenset(
    "important existing current strong tough strict clear good bad basic applicable relevant certain many various own "
    "old outdated outmoded archaic harsh draconian sweeping controversial vague unjust repressive restrictive foreign "
    "domestic well-intentioned proposed necessary effective stringent robust comprehensive different fair sensible "
    "unfair broad necessary meaningful bipartisan specific additional modern appropriate overbroad".split()
)
#: Events in which somebody is said to have broken a law, and the words for that.
ACCUSING = {"Charge", "Lawsuit", "Accusation", "Fine"}
BREAKING = {"violate", "breach", "infringe", "contravene"}
#: What opens a sentence on what somebody acts by ("*Under* Section 5", "*Based on* the Act", "*As required by* it").
OPENINGS = {
    ("under",), ("pursuant", "to"), ("based", "on"), ("on", "the", "basis", "of"), ("by", "virtue", "of"), ("per",),
    ("in", "accordance", "with"), ("in", "terms", "of"), ("acting", "under"), ("invoking",), ("citing",), ("using",),
    ("relying", "on"), ("in", "line", "with"), ("as", "per"), ("as", "required", "by"), ("as", "required", "under"),
    ("as", "mandated", "by"), ("in", "compliance", "with"), ("in", "exercise", "of"), ("drawing", "on"),
    ("exercising",),
    ("if", "convicted", "under"), ("if", "found", "guilty", "under"), ("in", "keeping", "with"),
}  # fmt: skip
LONGEST = max(map(len, OPENINGS))
#: What may stand between such words and the name of the law.
BETWEEN = set("the its their his her of under in by conferred a an new this that".split())
POWERS = {"power", "authority", "provision", "rule", "term", "section", "article", "part", "clause", "requirement"}
#: How a clause hangs on the main one whose law holds for it too.
JOINED = {"conj", "xcomp", "acomp", "attr", "dobj", "nsubjpass", "amod", "oprd", "pobj", "prep"}
#: What breaks which law, or is an offence under it.
OFFENCES = {"offence", "offense", "crime", "violation", "breach", "felony", "misdemeanour", "misdemeanor"}


def add(arguments: dict[str, list[Argument]], rule: Rule, token: Token, sentence: Sentence) -> None:
    """Look for the law in what the event is about, and in what its clause rests on."""
    told = law_of(arguments.get("matter", []), sentence, of_cases=rule.event != "Refusal")
    arguments["law"] = arguments["law"] or list(told) or list(breached(token, rule.event))
    if not arguments["law"] and rule.event == "Lawsuit":
        arguments["law"] = fill("law", ALLEGED, token, sentence, rule)
    if not arguments["law"] and not is_a(rule.event, "Speech"):
        arguments["law"] = list(relied_on(token, sentence))
    if rule.event in {"LawAdoption", "LawProposal"} and arguments["law"]:
        enabling = fill("law", ENABLING, token, sentence, rule)
        arguments["law"] += [law for law in enabling if law.mention not in [a.mention for a in arguments["law"]]]
    arguments["law"] = _whole_laws(arguments["law"], sentence)
    passed = rule.event == "LawAdoption" and token.lemma in PASSING and token.tag in PAST and not token.child("neg")
    if passed and len(arguments["law"]) == 1 and not arguments.get("time"):
        arguments["time"] = list(_year_of(arguments["law"][0].mention, sentence))


def _year_of(law: Mention, sentence: Sentence) -> Iterator[Argument]:
    """ "The Media Act, *2019* was enacted to ...": the year in the name of a law is that of its passing."""
    behind = next((t for t in sentence.tokens if law.end <= t.start <= law.end + len(", ") and t.text.isdigit()), None)
    inside = YEAR.search(law.text)
    found = (law.start + inside.start(), inside.group()) if inside else (behind.start, behind.text) if behind else None
    if found is not None and YEAR.fullmatch(found[1]):
        start, year = found
        yield Argument("time", Mention(start, start + len(year), year, "Time", "time", value=year), ("Time",))


def _whole_laws(laws: list[Argument], sentence: Sentence) -> list[Argument]:
    """ "under Article 5 of *the penal code*": one law, not the code besides."""
    within = {
        t.mention.start
        for t in sentence.tokens
        if t.mention is not None and t.mention.kind == "nominal" and t.mention.type == "Law" and _is_code_of_article(t)
    }
    kept = [law for law in laws if law.mention.start not in within] if len(laws) > 1 else laws
    named = [law.mention for law in kept if law.mention.kind == "name"]
    return [law for law in kept if law.mention.kind == "name" or not any(_covers(law.mention, m) for m in named)]


def _covers(whole: Mention, name: Mention) -> bool:
    """ "*the GDPR rules*" beside the GDPR: the same law."""
    return whole.start <= name.start and name.end <= whole.end


def _is_code_of_article(code: Token) -> bool:
    of = code.head if code.dep == "pobj" else None
    article = of.head if of is not None and of.lower == "of" else None
    return article is not None and article.mention is not None and article.mention.type == "Law"


def breached(trigger: Token, event: str) -> Iterator[Argument]:
    """ "charged with misleading buyers, *violating the DMA*": the laws that the deed is said to break."""
    if event not in ACCUSING:
        return
    deeds = [c for c in trigger.children if c.dep == "prep"]
    for clause in (trigger, *(g for c in deeds for g in c.children if g.dep == "pcomp")):
        for verb in (c for c in clause.children if c.dep == "advcl" and c.tag == "VBG" and c.lemma in BREAKING):
            law = verb.child("dobj")
            while law is not None:
                if law.mention is not None and law.mention.type == "Law":
                    yield Argument("law", law.mention, ("Law",))
                law = law.child("conj")


def law_of(matters: list[Argument], sentence: Sentence, of_cases: bool = True) -> Iterator[Argument]:
    """The laws that a matter names ("fined for breaching *the GDPR*"), with `of_cases` those of a case in it, too.

    Who refused to answer "a suit filed *under the DMCA*" did so under no law.
    """
    for matter in matters:
        for token in sentence.tokens:
            mention = token.mention
            if mention is None or mention.type != "Law":
                continue
            if mention.kind != "name" and not _says_which(token) and not _is_the_act(token):
                continue
            if not of_cases and _is_of_case(token):
                continue
            if matter.mention.start <= mention.start < matter.mention.end:
                yield Argument("law", mention, ("Law",))


def _is_of_case(law: Token) -> bool:
    """ "a suit *filed under the DMCA*": the law on which a case rests."""
    filed = law.head.head if law.dep == "pobj" and law.head is not None and law.head.lower == "under" else None
    return filed is not None and filed.dep == "acl" and filed.lemma in {"file", "bring", "lodge", "launch", "start"}


def _is_the_act(law: Token) -> bool:
    """ "that *the Rules* are void", "this *Act*": with a capital it is the one that the text is about."""
    article = law.child("det")
    bare = not any(c.dep in {"compound", "amod", "nmod", "nummod", "poss"} for c in law.children)
    told = article is not None and article.lower in {"the", "this", "these", "said"}
    return told and bare and law.text[:1].isupper() and not law.text.isupper()


def _says_which(law: Token) -> bool:
    """Whether a common noun names laws of a field: "*privacy* laws", not "the law", nor what laws will be like
    ("*stricter* regulation")."""
    words = [c for c in law.children if c.dep in {"compound", "amod"} and c.i < law.i and c.lower not in FORMAL]
    words = [c for c in words if c.lower not in JUDGING and c.tag != "VBG"]  # "the cost of *breaking* laws"
    return bool(words) and not any(c.tag == "JJR" for c in words)


def relied_on(token: Token, sentence: Sentence) -> Iterator[Argument]:
    """The law that opens the sentence as what its main clause rests on, or of which an offence beside it is."""
    law = _opening_law(sentence) if _is_of_main(token) else None
    for found in (law, *_of_offence(token)):
        if found is not None and found.mention is not None:
            yield Argument("law", found.mention, ("Law",))
            return


def _opening_law(sentence: Sentence) -> Token | None:
    """ "*Pursuant to Article 9 of the DSA*, the Commission fined Veyra": the law behind such an opening."""
    words = sentence.tokens
    lowered = [t.text.lower() for t in words[:LONGEST]]
    length = next((n for n in range(LONGEST, 0, -1) if tuple(lowered[:n]) in OPENINGS), 0)
    for word in words[length:] if length else ():
        if word.mention is not None and word.mention.type == "Law":
            behind = next((t for t in words if t.start >= word.end_of_mention), None)
            return word if behind is not None and behind.text in {",", "("} else None
        if word.lower not in BETWEEN and word.lemma not in POWERS:
            return None
    return None


def _is_of_main(token: Token) -> bool:
    """Whether a word tells something in the main clause of its sentence, or in one that goes on from there."""
    while token.head is not None:
        if token.dep not in JOINED:
            return False
        token = token.head
    return True


def _of_offence(token: Token) -> Iterator[Token]:
    """ "charged with stalking, *an offence under Section 5*", "charged with stalking *contrary to Section 5*"."""
    for word in token.subtree():
        noun = word.dep == "appos" and word.lemma in OFFENCES
        against = word.lower == "contrary" and word.head is token
        for preposition in (c for c in word.children if c.dep == "prep" and (noun or against)):
            if preposition.lower in {"under", "of", "to"}:
                yield from (t for t in preposition.children if t.mention is not None and t.mention.type == "Law")
