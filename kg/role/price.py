"""The sum or duration of an event, where the event's own paths do not lead to it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from kg.language.token import Sentence, Token
from kg.model import Argument, Mention
from kg.role.filler import fill
from kg.rulebook import Arg, Rule

#: Where a plaintiff or a suit tells what it seeks ("a suit against Veyra *seeking* damages of $3 million").
SEEKING = "acl", "relcl", "advcl", "support advcl", "support acl", "<nsubj", "pp[against] acl", "pp[against] relcl"
SUMS = "dobj", "dobj pp[of]", "dobj nummod", "dobj compound", "dobj nmod", "pp[of]"
SOUGHT = Arg(
    path=" | ".join(f"{clause}[seek|demand|claim] {sought}" for clause in SEEKING for sought in SUMS),
    type=["Amount"],
)
#: What is done with a sum that a court or authority awards.
PAYING = {
    "pay", "repay", "reimburse", "refund", "return", "recover", "compensate", "forfeit", "disgorge", "deposit", "hand",
    "turn", "surrender", "relinquish",
}  # fmt: skip
#: Events whose sum may be told in parts.
PARTED = {"Fine", "Settlement"}
#: Events that a sum or duration belongs to.
MEASURED = {"Fine", "Settlement", "Sentence"}
#: Events whose duration is a measure of the sanction; "an *18-month* investigation" only took so long.
LASTING = {
    "Sentence", "Conviction", "Ban", "BanLifted", "Order", "LawAdoption", "LawProposal", "Settlement", "Arrest",
    "ContentRemoval",
}  # fmt: skip


def add(arguments: dict[str, list[Argument]], rule: Rule, token: Token, sentence: Sentence) -> None:
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
    if rule.event in PARTED and len(arguments["amount"]) == 1:
        arguments["amount"] += _parts(arguments["amount"][0].mention, sentence)


def _parts(whole: Mention, sentence: Sentence) -> list[Argument]:
    """ "fines of $5 million (*$3 million* for Veyra and *$2 million* for Tixo)": the sums that make up a sum."""
    currency, _, total = (whole.value or "").partition(" ")
    behind = [t.mention for t in sentence.tokens if t.mention is not None and t.mention.start >= whole.end]
    parts = [m for m in behind if m.type == "Amount" and (m.value or "").startswith(f"{currency} ")]
    made_up = total and len(parts) > 1 and sum(Decimal((m.value or "").split()[1]) for m in parts) == Decimal(total)
    return [Argument("amount", part, ("Amount",)) for part in parts] if made_up else []


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
