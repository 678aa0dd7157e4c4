"""Place, law and amount of an event: where they stand in its own clause, unless its rule says otherwise."""

from __future__ import annotations

from collections.abc import Iterator

from kg.language import paths
from kg.language.phrase import phrase, surface
from kg.language.support import support_verb
from kg.language.syntax import is_passive
from kg.language.token import Sentence, Token
from kg.model import Argument, Mention
from kg.role import ground
from kg.role.filler import fill
from kg.role.location import PLACE, where
from kg.role.moment import of_speaking, spoken_day, time
from kg.role.span import LASTING_TO_A_DAY, moved_to, with_end
from kg.rulebook import Arg, Rule
from kg.vocabulary import is_a

#: How what authorities and plaintiffs hand out comes about ("an order *made* under section 5").
MADE = "make|issue|pass|bring|file|impose|lodge|adopt|enact|take|give|send|serve|launch|open|submit"
PAPERS = "order|notice|direction|directive|decision|ruling|lawsuit|suit|complaint|request|decree|petition|fine|ban"
#: Where the circumstances of any event stand, unless a rule says otherwise.
CIRCUMSTANCES = {
    "place": PLACE,
    "law": Arg(
        path="pp[under|with|of|by|for|against|on|pursuant+to|per|due+to|because+of]"
        " | pp[in] .[response|line|accordance|compliance] pp[to|with] | dobj"
        " | prep[under] pobj[which] <pobj <prep <relcl[@Law]"
        " | obj conj* prep[under] pobj | obj appos conj* prep[under] pobj"  # "held two men and *a girl under the Act*"
        " | compound",  # "a *GDPR* complaint"
        type=["Law"],
    ),
    "amount": Arg(
        path="dobj | npadvmod | pp[of|to|with|for|by|at|worth|totaling|totalling] | amod | compound | nmod | nummod",
        type=["Amount"],
    ),
}
#: Where an authority tells what it acts on, whatever the event: in its paper's own participle, or in one of its own.
RELIED_ON = Arg(
    path=f"acl[{MADE}] pp[under|pursuant+to] | nsubj[{PAPERS}] acl[{MADE}] pp[under|pursuant+to]"
    f" | nsubj[{PAPERS}] pp[under|pursuant+to] | advcl[{MADE}] pp[under|pursuant+to]"
    " | advcl[cite|invoke|use] dobj | advcl[cite|invoke|use] dobj pp[under|in|of] | advcl[act] pp[under]"
    " | support advcl[cite|invoke|use] dobj | support advcl[cite|invoke|use] dobj pp[under|in|of]"
    " | advcl[pursuant] pp[to] | support advcl[pursuant] pp[to]"
    " | support advcl[act] pp[under] | <advcl[invoke|use] dobj | <advcl[invoke|use] dobj pp[under|in|of]"
    " | <xcomp[invoke|use] dobj | <xcomp[invoke|use] dobj pp[under|in|of] | <advcl[rely] pp[on] | <xcomp[rely] pp[on]",
    type=["Law"],
)
#: What gives the power to make a law ("notified the rules *under Section 87 of the Act*").
ENABLING = Arg(
    path="pp[under|pursuant+to] | obj pp[under|pursuant+to] | obj acl[frame|issue|make|notify] pp[under|pursuant+to]"
    " | pp[in] .[exercise] pp[of] .[power|powers] pp[under|of|in]",
    type=["Law"],
)
#: Where a plaintiff or a suit tells what it seeks ("a suit against Veyra *seeking* damages of $3 million").
SEEKING = "acl", "relcl", "advcl", "support advcl", "support acl", "<nsubj", "pp[against] acl", "pp[against] relcl"
SUMS = "dobj", "dobj pp[of]", "dobj nummod", "dobj compound", "dobj nmod", "pp[of]"
SOUGHT = Arg(
    path=" | ".join(f"{clause}[seek|demand|claim] {sought}" for clause in SEEKING for sought in SUMS),
    type=["Amount"],
)
#: Events whose matter may stand as their cause, or in the noun that tells them.
CAUSED = {
    "Arrest",
    "Warrant",
    "Charge",
    "Ban",
    "ContentRemoval",
    "Fine",
    "Sentence",
    "Lawsuit",
    "Investigation",
    "Conviction",
}
#: Events that befall people for what they did themselves.
DEEDS = {"Arrest", "Charge", "Sentence", "Conviction", "Warrant"}
#: Events that a noun with its kind names ("a *tax fraud* investigation").
NAMED_BY_MATTER = {"Lawsuit", "Charge", "Investigation"}
CAUSES = (
    "pp[over|due+to|because+of|because|in+connection+with|regarding|concerning|in+relation+to|on+suspicion+of]"
    " | pp[for] comp"
    " | pp[in] .[campaign|crackdown|operation|sweep|drive|purge] pp[on|against] | pp[in] .[campaign|crackdown|purge]"
    " | pp[in] .[connection|relation|response] pp[with|to|of]"
    " | pp[in] .[hacking|hack|theft|leak|attack|cyberattack|breach|murder|killing|scam|fraud|plot|scheme|scandal|case]"
    " | advcl[cite] dobj | pp[as] .[result|consequence] pp[of] | pp[in] .[interest|interests] pp[of]"
    " | pp[in] .[protest|retaliation|reaction|reprisal] pp[to|of|at|against|over|for]"
    " | pp[amid] .[concern|concerns|fear|fears|worry|worries|row|controversy|criticism|complaints|allegations]"
    " | pp[amid] .[suspicion|suspicions|accusations|claims]"
    " | pp[on] .[charge|charges|suspicion|allegation|allegations] acl[@finite]"
    " | pp[on] .[charge|charges|suspicion|allegation|allegations] relcl[@finite]"
    f" | {ground.ON_GROUNDS}"
)
#: What states cut off services over.
TROUBLE = (
    "protest|protests|riot|riots|unrest|demonstration|demonstrations|violence|clash|clashes|coup|uprising|killing|murder"
    "|attack|attacks|bombing|bombings|shooting|assassination|strike|rally|rallies|lynching|fighting|tension|tensions"
)
OCCASIONED = f"pp[after|following|amid|during] .[{TROUBLE}] | pp[in] .[wake] pp[of] .[{TROUBLE}]"
#: Where it stands at the verb of what befell them next ("was held and *questioned over a post*").
NEXT = "arrest|detain|hold|charge|question|interrogate|jail|imprison|fine|sentence|indict"
#: What befalls others at the same stroke, for the same ("arrested two men and *shut* a site for spreading lies").
AT_ONE_STROKE = f"{NEXT}|block|close|shut|shutter|ban|suspend|delete|remove|seize|raid|expel|deport|dismiss|sack|fire"
CAUSES_OF_NEXT = (
    f"conj[{NEXT}] pp[on] .[charge|charges|suspicion|allegation|allegations|count|counts] pp[of]"
    f" | conj[{NEXT}] pp[over|for] | conj[charge] pp[with]"
)
#: Who does so before an authority acts only brings it a case.
ALERTING = {
    "alert", "ask", "complain", "file", "lodge", "notify", "refer", "report", "request", "submit", "tell", "urge",
    "warn",
}  # fmt: skip
#: What brings somebody to where he is arrested.
COMING = {"return", "arrive", "land", "surrender", "flee", "travel"}
#: Gerunds behind "after" that tell how a case went, and not what somebody did.
COURSE = {
    "be", "return", "arrive", "fail", "lose", "spend", "serve", "plead", "appear", "stand", "face", "leave", "wait",
    "hear", "receive", "get", "win", "reach", "have", "become", "land", "go", "come", "turn", "begin", "start", "find",
    "surrender", "flee", "live", "miss", "skip", "admit", "confess", "travel",
}  # fmt: skip
LIKENESS = {"similar", "separate", "another", "other", "related", "unrelated", "different", "comparable", "recent",
            "landmark", "high-profile", "same", "that", "this", "first", "second", "rare", "parallel"}  # fmt: skip
WIDE = {"fresh", "wide", "wider", "sweeping", "nationwide", "massive", "mass", "sustained", "widespread", "renewed"}
#: What makes an end of a case.
ENDING = {"drop", "withdraw", "abandon", "dismiss", "settle", "end", "discontinue", "close", "lift", "quash"}
#: What is done to set up a ban or fine ("a ban *imposed after* riots").
IMPOSING = {"impose", "place", "introduce", "order", "announce", "put", "slap", "issue", "bring", "file", "launch"}
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
#: What is done with a sum that a court or authority awards.
PAYING = {
    "pay", "repay", "reimburse", "refund", "return", "recover", "compensate", "forfeit", "disgorge", "deposit", "hand",
    "turn", "surrender", "relinquish",
}  # fmt: skip
#: Events that a sum or duration belongs to.
MEASURED = {"Fine", "Settlement", "Sentence"}
#: Events whose duration is a measure of the sanction; "an *18-month* investigation" only took so long.
LASTING = {
    "Sentence", "Conviction", "Ban", "BanLifted", "Order", "LawAdoption", "LawProposal", "Settlement", "Arrest",
    "ContentRemoval",
}  # fmt: skip


def add(arguments: dict[str, list[Argument]], rule: Rule, token: Token, sentence: Sentence) -> None:
    """Fill place, time, law and amount where the rule left them empty."""
    for role, arg in CIRCUMSTANCES.items():
        if role not in rule.args:
            arguments[role] = fill(role, arg, token, sentence, rule)
    if not arguments.get("law") and not is_a(rule.event, "Speech"):
        arguments["law"] = fill("law", RELIED_ON, token, sentence, rule)
    arguments["time"] = arguments.get("time") or list(of_speaking(token) if rule.trigger.quotation else time(token))
    if rule.event == "Statement" and not arguments["time"]:
        arguments["time"] = list(spoken_day(arguments.get("matter", []), sentence))
    if rule.event == "Disclosure":
        arguments["time"] = [a for a in arguments["time"] if not _is_reported_on(a, sentence)]
    if rule.event in LASTING_TO_A_DAY:
        arguments["time"] = with_end(token, arguments["time"])
    arguments["time"] = moved_to(token, arguments["time"])
    arguments["place"] = where(arguments, rule, token, sentence)
    if not arguments.get("matter") and rule.event in CAUSED:
        causes = cause(token, sentence, rule.event in DEEDS, rule.event == "Ban")
        arguments["matter"] = list(causes) or list(shared(token, sentence)) or list(_at_one_stroke(token, sentence))
    arguments["matter"] = [a for a in arguments.get("matter", []) if not _is_whom(a, arguments.get("target", []))]
    if rule.event in NAMED_BY_MATTER and (not arguments.get("matter") or _only_whom(arguments["matter"], sentence)):
        arguments["matter"] = list(kind(token, sentence)) or arguments.get("matter", [])
    arguments["matter"] = ground.add(arguments.get("matter", []), rule.event, token, sentence)
    told = law_of(arguments.get("matter", []), sentence, of_cases=rule.event != "Refusal")
    arguments["law"] = arguments["law"] or list(told) or list(breached(token, rule.event))
    if rule.event in {"LawAdoption", "LawProposal"} and arguments["law"]:
        enabling = fill("law", ENABLING, token, sentence, rule)
        arguments["law"] += [law for law in enabling if law.mention not in [a.mention for a in arguments["law"]]]
    arguments["law"] = _whole_laws(arguments["law"], sentence)
    _add_sum(arguments, rule, token, sentence)


def _add_sum(arguments: dict[str, list[Argument]], rule: Rule, token: Token, sentence: Sentence) -> None:
    """Leave a duration that is no measure, and look for the sum where the event's own paths do not lead to one."""
    if "amount" not in rule.args and rule.event not in LASTING:
        arguments["amount"] = [a for a in arguments["amount"] if not (a.mention.value or "").startswith("P")]
    if rule.event == "Lawsuit" and not arguments.get("amount"):
        arguments["amount"] = fill("amount", SOUGHT, token, sentence, rule)
    if rule.event in {"Order", "Ruling"} and not arguments["amount"]:
        arguments["amount"] = list(awarded(arguments.get("matter", []), sentence))
    if rule.event in {"Ruling", "Appeal"} and not arguments["amount"]:
        arguments["amount"] = list(contested(arguments.get("matter", []), sentence))
    if rule.event in MEASURED and not arguments["amount"]:
        arguments["amount"] = list(only_amount(rule.event, sentence))


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


def _is_whom(matter: Argument, targets: list[Argument]) -> bool:
    """ "the prosecution of *the site in Peru*": who is prosecuted, whatever stands behind, and not for what."""
    told = matter.mention.text
    whom = [t.mention for t in targets if t.mention.start == matter.mention.start and t.mention.kind != "pronoun"]
    return any(told == m.text or told.startswith((f"{m.text} in ", f"{m.text} by ")) for m in whom)


def _only_whom(matters: list[Argument], sentence: Sentence) -> bool:
    """ "a *fraud* inquiry into two founders of Veyra": whom it is into does not say what it is about."""
    into = [t for t in sentence.tokens if t.dep == "pobj" and t.head is not None and t.head.lower == "into"]
    people = {t.subtree()[0].start for t in into if t.mention is not None and t.mention.type == "Person"}
    people |= {t.start_of_mention for t in into if t.mention is not None and t.mention.type == "Person"}
    return all(a.mention.start in people for a in matters)


def cause(token: Token, sentence: Sentence, own: bool, occasion: bool = False) -> Iterator[Argument]:
    """What an event is told to be for: "over its ads", "due to a video", "after she posted a text".

    `own` if it can only be a deed of those whom the event befalls; `occasion` if trouble around them may lead to it.
    """
    for steps in paths.parse(CAUSES if own or not occasion else f"{CAUSES} | {OCCASIONED}"):
        for end in paths.walk(token, steps):
            named = end.mention is not None and end.mention.kind != "nominal"
            if not named and not _is_another_case(end) and not _is_source(end) and not _is_bare_sweep(end):
                mention = phrase(end, sentence)
                if mention is not None:
                    yield Argument("matter", mention, ("Phrase",))
                    return
    verb = support_verb(token) or token
    ended = verb.lemma in ENDING  # "dropped the case *after she apologised*": that is not what it was about
    holders = [verb, *(c for c in token.children if c.dep == "acl" and (c.tag == "VB" or c.lemma in IMPOSING))]
    if verb.dep == "xcomp" and verb.head is not None:  # "ordered to pay a fine *because it hid a leak*"
        holders.append(verb.head)
    for holder, clause in ((above, below) for above in holders for below in above.children):
        mark = clause.child("mark") if clause.dep == "advcl" else None
        told = mark is not None and mark.lower in {"after", "because"} and clause.tag != "VBG"
        told = told and clause.lemma not in ALERTING and not (occasion and clause.lemma in ENDING)
        told = (told and not (own and (_of_others(clause) or clause.lemma in COMING))) or _is_own_deed(clause, verb)
        if told and not (ended and holder is verb):
            if (gerund := clause.child("pcomp")) is not None and clause.dep == "prep":
                clause = gerund
            mention = phrase(clause, sentence)
            if mention is not None:
                yield Argument("matter", mention, ("Phrase",))
                return


def _is_source(cited: Token) -> bool:
    """ "Police searched the flat, the paper says, *citing two officials*": whence it is known, not what it is for."""
    kind = cited.mention.type if cited.mention is not None else ""
    return cited.head is not None and cited.head.lemma == "cite" and kind in {"Document", "Person", "PublicBody"}


def _is_bare_sweep(noun: Token) -> bool:
    """ "arrested 30 people in *a fresh crackdown*": says that there were more, and not what they were held for."""
    words = [c for c in noun.children if c.dep not in {"det", "punct"}]
    vague = all(c.dep == "amod" and c.lower in FORMAL | WIDE for c in words)
    return vague and noun.lemma in {"crackdown", "campaign", "purge"}


def _is_another_case(noun: Token) -> bool:
    """ "In *a similar case*, Veyra was fined": tells what it is like, and not what it was for."""
    words = [c.lower for c in noun.children if c.i < noun.i and c.dep in {"amod", "det"}]
    return noun.lemma in {"case", "scandal", "scheme"} and bool(LIKENESS.intersection(words))


def _is_own_deed(after: Token, verb: Token) -> bool:
    """ "was jailed *after plotting* an attack", "faces suits *after slowing* its phones": done by whom it befell."""
    gerund = after.child("pcomp") if after.dep == "prep" and after.lower in {"after", "following"} else None
    if gerund is None and after.dep == "advcl" and after.tag == "VBG":
        mark = after.child("mark", "prep")
        gerund = after if mark is not None and mark.lower in {"after", "following"} else None
    befalls = is_passive(verb) or verb.lemma == "face"
    if gerund is None or gerund.tag != "VBG" or not befalls:
        return False
    return gerund.lemma not in COURSE and gerund.child("nsubj", "auxpass", "aux") is None


def shared(verb: Token, sentence: Sentence) -> Iterator[Argument]:
    """ "was held and *questioned over a post*": what both befell them for, told at the last of the verbs."""
    if verb.pos != "VERB" or not is_passive(verb):
        return
    if any(c.dep in {"prep", "advcl"} and c.i > verb.i for c in verb.children):
        return
    for steps in paths.parse(CAUSES_OF_NEXT):
        for end in paths.walk(verb, steps):
            mention = phrase(end, sentence) if end.mention is None or end.mention.kind == "nominal" else None
            if mention is not None:
                yield Argument("matter", mention, ("Phrase",))
                return


def _at_one_stroke(verb: Token, sentence: Sentence) -> Iterator[Argument]:
    """ "arrested six people and *shut a site for spreading lies*": what both was done for, told at the last of them.

    The same of "was held and *expelled after posting* a song", where the second verb is none of the proceeding.
    """
    last = verb.child("conj")
    if last is None or last.lemma not in AT_ONE_STROKE.split("|") or last.child("nsubj", "nsubjpass", "aux", "neg"):
        return
    passive = is_passive(verb)
    if any(c.dep in {"prep", "advcl"} and c.i > verb.i for c in verb.children) or passive != is_passive(last):
        return
    for opening in (c for c in last.children if c.dep == "prep" and c.i > last.i):
        gerund = opening.child("pcomp")
        told = gerund if opening.lower == "for" else opening if passive and _is_own_deed(opening, last) else None
        mention = phrase(gerund, sentence) if told is not None and gerund is not None else None
        if mention is not None:
            yield Argument("matter", mention, ("Phrase",))
            return


def _of_others(clause: Token) -> bool:
    """ "was arrested after *Peru withdrew* his visa": what a state or court did is no deed of those whom it befalls."""
    subject = clause.child("nsubj")
    mention = subject.mention if subject is not None else None
    return mention is not None and mention.kind == "name" and any(is_a(mention.type, t) for t in ("Place", "Court"))


def kind(token: Token, sentence: Sentence) -> Iterator[Argument]:
    """What kind of case a noun names: "a *tax fraud* investigation", "an *antitrust* complaint"."""
    if token.pos != "NOUN":
        return
    words = [c for c in token.children if c.dep in {"compound", "amod"} and c.i < token.i and c.mention is None]
    telling = [w for w in words if w.pos in {"NOUN", "ADJ"} and w.lower not in FORMAL]
    telling = telling or [w for w in words if w.lower == "similar" and token.lemma in {"lawsuit", "suit"}]
    if telling:
        first = min(t.i for t in telling[0].subtree())
        words = sentence.tokens[first : token.i + 1]
        yield Argument(
            "matter", Mention(words[0].start, token.end, surface(words, sentence), "Phrase", "phrase"), ("Phrase",)
        )


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


def _told_apart(amount: Token) -> bool:
    """ "jailed, dies after spending *60 days* on hunger strike": the duration of what another clause tells."""
    verb = next((t for t in amount.ancestors() if t.pos == "VERB"), None)
    return verb is not None and verb.dep in {"pcomp", "relcl"} and verb.lemma not in {"sentence", "jail", "serve"}


def _is_converted(amount: Token) -> bool:
    """ "fined Veyra 20 million euros (*$21 million*)": the same sum in another currency."""
    first = amount.head
    sums = first is not None and first.mention is not None and first.mention.type == "Amount"
    return bool(sums and amount.dep == "appos" and any(c.text == "(" for c in first.children))  # type: ignore[union-attr]


def awarded(matters: list[Argument], sentence: Sentence) -> Iterator[Argument]:
    """ "ruled that Veyra must *repay $3 million*", "that a gain *of $3 million be repaid*": the one sum to be paid."""
    spans = [(a.mention.start, a.mention.end) for a in matters]
    inside = [t for t in sentence.tokens if any(start <= t.start < end for start, end in spans)]
    payments = [t for t in inside if t.lemma in PAYING and t.pos == "VERB"]
    payments += [t.head for t in payments if t.dep == "xcomp" and t.head is not None and t.head.lemma == "be"]
    below = {t.start for verb in payments for t in verb.subtree()}
    told = [t for t in inside if t.start in below and t.head is not None and t.head.lemma not in {"fine", "penalty"}]
    sums = [t.mention for t in told if t.mention is not None and t.mention.type == "Amount"]
    sums = [m for m in sums if not (m.value or "").startswith("P")]
    if payments and len(sums) == 1:
        yield Argument("amount", sums[0], ("Amount",))


def contested(matters: list[Argument], sentence: Sentence) -> Iterator[Argument]:
    """ "lost its appeal against a fine of *$3 million*": the sum of the one fine that a court is asked about."""
    spans = [(a.mention.start, a.mention.end) for a in matters]
    fines = [t for t in sentence.tokens if t.lemma in {"fine", "penalty"} and t.pos == "NOUN"]
    inside = [t for t in fines if any(start <= t.start < end for start, end in spans)]
    sums = [w.mention for t in inside for w in t.subtree() if w.mention is not None and w.mention.type == "Amount"]
    sums = [m for m in sums if not (m.value or "").startswith("P")]
    if len(inside) == 1 and len(sums) == 1:
        yield Argument("amount", sums[0], ("Amount",))


def _is_reported_on(time: Argument, sentence: Sentence) -> bool:
    """ "has published its report *for July*": what it reports on, and not when."""
    named = next((t for t in sentence.tokens if t.mention is not None and t.mention.start == time.mention.start), None)
    return named is not None and named.dep == "pobj" and named.head is not None and named.head.lower == "for"


def only_amount(event: str, sentence: Sentence) -> Iterator[Argument]:
    """The one sum (for a sentence the one duration) of the sentence, wherever the parser hung it."""
    mentions = [
        t.mention
        for t in sentence.tokens
        if t.mention is not None and t.mention.type == "Amount" and not (event == "Sentence" and _told_apart(t))
        if not _is_converted(t)
    ]
    fitting = [m for m in mentions if (m.value or "").startswith("P") == (event == "Sentence")]
    if len(fitting) == 1:
        yield Argument("amount", fitting[0], ("Amount",))
