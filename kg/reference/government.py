"""Which government "the government" is: of the country told of last, not of the one where an app comes from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from kg import vocabulary
from kg.gazetteer import Gazetteer
from kg.language.token import Sentence, Token
from kg.model import Entity, Mention
from kg.reference.town import COUNTRIES

#: Whom an adjective of a country tells where it comes from, not where the text is ("the *Chinese* app").
ABROAD = {"Company", "Platform", "Product", "MediaOutlet", "NGO"}
#: What is at home in one country only.
AT_HOME = ("PublicBody", "Region", "City", "Law")
#: Within as many sentences a country told of by "in" is where what is told is.
FAR = 3


class Governments:
    """The countries that one document names, and whose government it means."""

    def __init__(self, sentences: Sequence[Sentence], gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        told = [(m, s.index) for s in sentences for t in s.tokens for m in _countries(t)]
        self._told = sorted({m.start: (m, i) for m, i in told}.values(), key=lambda pair: pair[0].start)
        tokens = [t for s in sentences for t in s.tokens]
        inside = (t for t in tokens if t.dep == "pobj" and t.head is not None and t.head.lower == "in")
        self._where = {t.start_of_mention for t in inside}
        names = [t.mention for t in tokens if t.mention is not None and t.mention.kind == "name"]
        self._homes = {*self._home(names), *(str(m.entity) for m, _ in self._told)}

    def meant(self, mention: Mention, sentence: Sentence) -> Entity | None:
        """ "Protests *in Iraq* ... *the government* cut the internet": of the one country told of last."""
        before = [(m, i) for m, i in self._told if m.start < mention.start]
        last = before[-1][1] if before else 0
        here = [m for m, i in before if i == sentence.index] or [m for m, i in before if i == last]
        told = {m.entity for m in here}
        countries = told or (self._homes if len(self._homes) == 1 else set())
        return self._of(next(iter(countries))) if len(countries) == 1 else None

    def since(self, position: int, mention: Mention, sentence: Sentence) -> Entity | None:
        """ "Gabon's government ... In *Chad*, the net is down. *The government* ...": of the country told of since."""
        between = [m for m, i in self._told if position < m.start < mention.start and sentence.index - i <= FAR]
        countries = {m.entity for m in between if m.start in self._where}
        return self._of(next(iter(countries))) if len(countries) == 1 else None

    def country(self, mention: Mention, sentence: Sentence) -> Entity | None:
        """ "*Korea's* regulator said the Chinese app was blocked in *the country*": the one its sentence is about."""
        if mention.head not in COUNTRIES:
            return None
        here = {m.entity for m, i in self._told if m.start < mention.start and i == sentence.index}
        near = [m.entity for m, i in self._told if m.start < mention.start and sentence.index - i <= FAR]
        told = here or set(near[-1:])
        entry = self.gazetteer.entries.get(str(next(iter(told)))) if len(told) == 1 else None
        return entry.entity() if entry is not None else None

    def _of(self, country: str | None) -> Entity | None:
        entry = self.gazetteer.entries.get(f"body/government-{str(country).rpartition('/')[2].lower()}")
        return entry.entity() if entry is not None else None

    def _home(self, names: Iterable[Mention]) -> Iterator[str]:
        """The countries of the authorities and towns that the text names."""
        for name in names:
            entry = self.gazetteer.entries.get(name.entity or "")
            if entry is not None and entry.country and any(vocabulary.is_a(entry.type, kind) for kind in AT_HOME):
                yield f"country/{entry.country}"


def _countries(token: Token) -> Iterator[Mention]:
    """The countries named at a token, unless they tell where a firm, an app or a person comes from."""
    for told in (token, *token.within):
        mention = told.mention
        if mention is None or mention.type != "Country" or mention.entity is None or mention.kind != "name":
            continue
        head = told.head
        whose = head.mention if head is not None and told.dep in {"amod", "compound", "nmod", "npadvmod"} else None
        if whose is None or whose.type not in ABROAD:
            yield mention
