"""An event in one plain sentence; an allegation, a plan or a denial says so."""

from __future__ import annotations

from kg.model import Filler, Happening
from kg.vocabulary import label, relations

#: What is done to the target, and what the agent does where no target is told.
WORDS = {
    "Investigation": ("was investigated", "opened an investigation"),
    "Charge": ("was charged", "brought charges"),
    "Arrest": ("was arrested", "made an arrest"),
    "Release": ("was released", "released somebody"),
    "Warrant": ("was named in a warrant", "issued a warrant"),
    "Lawsuit": ("was sued", "sued"),
    "Ruling": ("was ruled on", "ruled"),
    "Conviction": ("was convicted", "convicted somebody"),
    "Acquittal": ("was acquitted", "acquitted somebody"),
    "Sentence": ("was sentenced", "passed a sentence"),
    "Appeal": ("faced an appeal", "appealed"),
    "Settlement": ("reached a settlement", "reached a settlement"),
    "Fine": ("was fined", "imposed a fine"),
    "Ban": ("was banned or blocked", "imposed a ban"),
    "BanLifted": ("was unblocked", "lifted a ban"),
    "Order": ("was ordered to act", "issued an order"),
    "InformationRequest": ("was asked for information", "asked for information"),
    "Designation": ("was designated", "made a designation"),
    "Warning": ("was warned", "gave a warning"),
    "Commitment": ("received a commitment", "made a commitment"),
    "LawProposal": ("was the subject of a bill", "proposed a law"),
    "LawAdoption": ("was the subject of a law", "adopted a law"),
    "Compliance": ("was complied with", "complied"),
    "Refusal": ("was refused", "refused"),
    "Cooperation": ("received cooperation", "cooperated"),
    "Disclosure": ("had data disclosed", "disclosed data"),
    "ContentRemoval": ("had content or an account removed", "removed content"),
    "PolicyChange": ("was affected by a change of policy", "changed a policy"),
    "Statement": ("was spoken of", "made a statement"),
    "Accusation": ("was accused", "made an accusation"),
    "Denial": ("was contradicted", "denied"),
    "Hearing": ("was heard", "held a hearing"),
    "Meeting": ("was met", "met"),
}
SPEECH = ("Statement", "Denial")
MODAL = {
    "alleged": "allegedly ",
    "threatened": "under a threat: ",
    "planned": "as a plan: ",
    "demanded": "as a demand: ",
    "possible": "possibly ",
}


def sentence(event: Happening) -> str:
    """Who did what to whom, over what, where, and on whose word."""
    if event.type in relations():
        return _relation(event)
    passive, active = WORDS[event.type]
    agent, target = _names(event, "agent"), _names(event, "target")
    if not target:
        core = f"{agent or 'Somebody'} {active}"
    else:
        core = f"{target} {passive}" + (f" by {agent}" if agent else "")
    for role, word in (("recipient", "towards"), ("matter", "over"), ("law", "under"), ("amount", "amount:")):
        if names := _names(event, role):
            core += f"{': ' if event.type in SPEECH else ' over '}{names}" if role == "matter" else f", {word} {names}"
    if place := _names(event, "place"):
        core += f" in {place}"
    says = MODAL.get(event.modality, "") + ("it is said not to be so that " if event.polarity == "negated" else "")
    return says + core + source(event)


def _relation(event: Happening) -> str:
    """The two ends of a relation, with its title or number."""
    ends = [_names(event, "subject"), label(event.type), *(_names(event, role) for role in ("object", "value"))]
    title = _names(event, "title")
    no = "it is said not to be so that " if event.polarity == "negated" else ""
    return no + " ".join(end for end in ends if end) + (f" ({title})" if title else "") + source(event)


def source(event: Happening) -> str:
    """On whose word, where no document states it itself."""
    if event.own_word or not event.chains:
        return ""
    return ", according to " + " and ".join(", after ".join(f.label for f in chain) for chain in event.chains)


def _names(event: Happening, role: str) -> str:
    return " and ".join(_name(filler) for filler in event.args.get(role, ()))


def _name(filler: Filler) -> str:
    if filler.type == "Amount" and filler.value:
        return filler.value
    return filler.label
