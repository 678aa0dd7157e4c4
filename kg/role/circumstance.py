"""Place, law and amount of an event: where they stand in its own clause, unless its rule says otherwise."""

from __future__ import annotations

from collections.abc import Iterator

from kg import lexicon
from kg.language import paths
from kg.language.phrase import phrase, surface
from kg.language.support import support_verb
from kg.language.syntax import is_passive
from kg.language.token import Sentence, Token
from kg.model import Argument, Mention
from kg.role import ground, lawful, price
from kg.role.about import about, areas
from kg.role.filler import fill
from kg.role.lawful import FORMAL, RELIED_ON
from kg.role.location import PLACE, where
from kg.role.moment import of_speaking, spoken_day, time
from kg.role.span import LASTING_TO_A_DAY, moved_to, with_end
from kg.rulebook import Arg, Rule
from kg.vocabulary import is_a

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
#: What somebody does in public, in the midst of which he is arrested.
PUBLIC_ACTS = {
    "address", "attend", "broadcast", "campaign", "chant", "cover", "demonstrate", "distribute", "document", "film",
    "hold", "interview", "lead", "livestream", "march", "organise", "organize", "photograph", "post", "protest",
    "rally", "record", "report", "speak", "stream", "tweet",
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
    arguments["matter"] = list(about(token, rule.event, arguments["matter"], sentence))
    if rule.event == "Investigation":
        arguments["matter"] = areas(sentence) or arguments["matter"]
    if rule.event in NAMED_BY_MATTER and (not arguments.get("matter") or _only_whom(arguments["matter"], sentence)):
        arguments["matter"] = list(kind(token, sentence)) or arguments.get("matter", [])
    arguments["matter"] = ground.add(arguments.get("matter", []), rule.event, token, sentence)
    lawful.add(arguments, rule, token, sentence)
    price.add(arguments, rule, token, sentence)


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
        told = told or (own and mark is not None and mark.lower in {"as", "while"} and _is_activity(clause))
        told = told or (mark is not None and mark.lower in {"as", "since"} and _is_wrong(clause))
        told = (told and not (own and (_of_others(clause) or clause.lemma in COMING))) or _is_own_deed(clause, verb)
        if told and not (ended and holder is verb):
            if (gerund := clause.child("pcomp")) is not None and clause.dep == "prep":
                clause = gerund
            mention = phrase(clause, sentence)
            if mention is not None:
                yield Argument("matter", mention, ("Phrase",))
                return


def _is_activity(clause: Token) -> bool:
    """ "arrested *as he addressed a rally*": in the midst of what somebody was held."""
    subject = clause.child("nsubj")
    return clause.lemma in PUBLIC_ACTS and (subject is None or subject.pos == "PRON")


def _is_wrong(clause: Token) -> bool:
    """ "fined Veyra, *as it had not asked its users*": a wrong of whom it befalls, and no moment."""
    subject = clause.child("nsubj")
    wrongs = lexicon.words("misdeeds") | {"fail", "refuse", "breach", "lack"}
    failed = clause.child("neg") is not None or clause.lemma in wrongs
    return subject is not None and subject.lower in {"it", "they", "he", "she"} and failed


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
    above, first = clause.head, clause.subtree()[0]
    later = above is not None and any(c.dep == "npadvmod" and c.i == first.i - 1 for c in above.children)
    if later and subject is not None and subject.pos != "PRON":
        return True  # "was jailed *a day after a campaign told of his case*": when it was
    return mention is not None and mention.kind == "name" and any(is_a(mention.type, t) for t in ("Place", "Court"))


def kind(token: Token, sentence: Sentence) -> Iterator[Argument]:
    """What kind of case a noun names: "a *tax fraud* investigation", "an *antitrust* complaint"."""
    if token.pos != "NOUN":
        return
    words = [c for c in token.children if c.dep in {"compound", "amod", "nmod"} and c.i < token.i]
    words = [c for c in words if c.mention is None or c.mention.type in {"Product", "Offence"}]  # "a *Linux* lawsuit"
    telling = [w for w in words if (w.pos in {"NOUN", "ADJ"} or w.mention is not None) and w.lower not in FORMAL]
    telling = telling or [w for w in words if w.lower == "similar" and token.lemma in {"lawsuit", "suit"}]
    if telling:
        first = min(t.i for t in telling[0].subtree())
        words = sentence.tokens[first : token.i + 1]
        yield Argument(
            "matter", Mention(words[0].start, token.end, surface(words, sentence), "Phrase", "phrase"), ("Phrase",)
        )


def _is_reported_on(time: Argument, sentence: Sentence) -> bool:
    """ "has published its report *for July*": what it reports on, and not when."""
    named = next((t for t in sentence.tokens if t.mention is not None and t.mention.start == time.mention.start), None)
    return named is not None and named.dep == "pobj" and named.head is not None and named.head.lower == "for"
