"""What belongs in front of an unseen name: the people in a body's name, the broadcaster in a channel's."""

from __future__ import annotations

from dataclasses import replace

from kg.gazetteer import Gazetteer
from kg.language.token import Sentence, Token
from kg.model import Mention

#: Classes of names that a people's adjective may begin.
BODIES = frozenset(
    "Organisation NGO PublicBody Regulator Ministry LawEnforcement Legislature Government Prosecutor Court".split()
)
#: With these a question begins.
QUESTIONING = {"Can", "Will", "May", "Did", "Does", "Should", "Could", "Would", "Has", "Is", "Was"}


def begin(sentence: Sentence, gazetteer: Gazetteer) -> None:
    """Give names of bodies the word they begin with, which the recogniser left out."""
    for token in sentence.tokens:
        if token.mention is not None and token.mention.kind == "name" and token.mention.entity is None:
            token.mention = _with_people(token, token.mention, gazetteer) or token.mention
            token.mention = _with_channel(token, token.mention) or token.mention
            token.mention = _behind_auxiliary(token.mention, sentence) or token.mention


def _with_people(name: Token, body: Mention, gazetteer: Gazetteer) -> Mention | None:
    """ "The *Danish* Air Wing", which the parser reads as one name; but "the Danish firm Veyra Labs" is a firm."""
    people = _word_before(name, body)
    if people is None or people.text not in gazetteer.demonyms:
        return None
    words = body.text.split()
    capital = len(words) > 1 and all(word[0].isupper() or word in {"of", "for", "and", "the"} for word in words)
    return _starting_with(people, body) if capital and body.type in BODIES else None


def _with_channel(name: Token, channel: Mention) -> Mention | None:
    """ "*Veyra TV* Sports said": one word behind a broadcaster's name is that of its channel."""
    whole = _word_before(name, channel)
    known = whole.mention if whole is not None else None
    if whole is None or known is None or known.type != "MediaOutlet" or known.entity is None:
        return None
    one = " " not in channel.text and channel.type in {"Actor", "Organisation"} and name.dep in {"nsubj", "nsubjpass"}
    return replace(_starting_with(whole, channel), type="MediaOutlet") if one else None


def _behind_auxiliary(name: Mention, sentence: Sentence) -> Mention | None:
    """ "*Can* VEYM block the app?": what opens a question before an acronym is no given name ("*Can* Yucel")."""
    first, _, rest = name.text.partition(" ")
    asked = name.start == sentence.tokens[0].start and sentence.tokens[-1].text == "?"
    if not asked or first not in QUESTIONING or not rest.isupper():
        return None
    return replace(name, start=name.start + len(first) + 1, text=rest)


def _word_before(name: Token, mention: Mention) -> Token | None:
    """What stands right before a name and is joined to it."""
    joined = (c for c in name.children if c.i < name.i and c.dep == "compound")
    return next((c for c in joined if mention.start - c.end_of_mention == 1), None)


def _starting_with(first: Token, name: Mention) -> Mention:
    return replace(name, start=first.start_of_mention, text=f"{first.text_of_mention} {name.text}")
