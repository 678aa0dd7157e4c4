"""Who is told by field or country: "the *privacy* watchdog", "the *Irish* authority", "the *spyware* maker".

Such a phrase tells no name, and means somebody of that kind whom the text has named, where that is only one.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from kg.gazetteer import Gazetteer
from kg.language.token import Token
from kg.model import Entity, Mention, is_local
from kg.reference.maker import maker
from kg.reference.referent import Referent, admits
from kg.vocabulary import is_a

#: Nouns for a body by what it does, and by what it is.
WATCHING = {"watchdog", "regulator", "authority", "agency", "body", "commission", "supervisor", "enforcer", "ombudsman"}
#: Nouns for a firm or service, or for who makes or runs something.
TRADING = {
    "company", "firm", "giant", "maker", "developer", "provider", "operator", "group", "startup", "start-up", "app",
    "platform", "exchange", "service", "site", "website", "seller", "manufacturer", "publisher", "retailer", "vendor",
    "corporation", "marketplace", "broker", "carrier", "supplier", "messenger",
}  # fmt: skip
#: What bodies watch over, by fields of which none has two unless its name says so.
FIELDS = (
    {"privacy", "data", "protection", "information"},
    {"competition", "antitrust", "consumer", "markets", "market", "anti-monopoly", "antimonopoly", "trade"},
    {"communications", "media", "telecoms", "telecom", "telecommunications", "broadcasting", "internet", "online",
     "safety", "cyberspace", "audiovisual", "television"},
    {"securities", "financial", "finance", "banking", "stock"},
    {"cybersecurity", "cyber", "security"},
    {"election", "electoral", "elections", "advertising", "gambling", "film"},
)  # fmt: skip
#: What firms deal in, or what kind of firm they are.
TRADES = frozenset(
    "telecommunications telecoms telecom spyware surveillance software hardware chip crypto cryptocurrency bitcoin "
    "facial recognition genealogy cybersecurity security advertising adtech ad cloud computer phone smartphone mobile "
    "wireless satellite broadband cable internet hosting payments payment fintech gaming game games entertainment "
    "publishing multinational listed data analytics biometric biometrics ticketing ticket food delivery rideshare taxi "
    "e-scooter drone car electric ev auto fashion education edtech health telehealth period-tracking dating chat "
    "messaging video image music web browser ai artificial intelligence chatbot tech technology digital online "
    "consultancy consulting research hacking piracy streaming sharing file-sharing torrent social network media "
    "encrypted anonymous popular controversial giant".split()
)
#: What other words may stand before such a noun, which tell nothing apart.
PLAIN = {"the", "national", "independent", "state", "federal", "same", "said", "european"}


def of_kind(
    mention: Mention, token: Token, history: Sequence[Referent], named: Collection[str], gazetteer: Gazetteer
) -> Entity | None:
    """Whom a phrase means by what he makes or owns, or by his field and country."""
    return maker(mention, token, history, named, gazetteer) or _only_of_kind(mention, token, history)


def _only_of_kind(mention: Mention, token: Token, history: Sequence[Referent]) -> Entity | None:
    kind = (mention.head or "").split()[-1:]
    body, firm = bool(WATCHING & set(kind)), bool(TRADING & set(kind))
    article = token.child("det")
    if not (body or firm) or not mention.definite or token.tag != "NN" or article is None or article.lower != "the":
        return None
    if token.child("poss", "prep", "relcl", "acl", "appos", "conj", "nummod") is not None or token.dep == "compound":
        return None
    before = [c for c in token.children if c.dep in {"amod", "compound", "nmod"} and c.i < token.i]
    told_of = (c.mention for c in before if c.mention is not None and c.mention.type == "Country")
    homes = {m.entity.removeprefix("country/") if m.entity else "" for m in told_of}
    words = {t.lower for c in before if c.mention is None or c.mention.type != "Country" for t in c.subtree()}
    words -= {"-", *PLAIN, *(mention.head or "").split()}
    fields = set().union(*FIELDS) if body else TRADES
    if not (homes or words) or not words <= fields or "" in homes or len(homes) > 1:
        return None
    told = {e.id: e for r in history if len(r.entities) == 1 for e in r.entities if _is_of_kind(e, body)}
    country = next(iter(homes), None)
    fitting = [e for e in told.values() if country is None or e.country == country]
    fitting = [e for e in fitting if not body or _may_watch(e, words)]
    return fitting[0] if len(fitting) == 1 and (country is not None or len(told) == 1) else None


def _is_of_kind(entity: Entity, body: bool) -> bool:
    """Whether somebody with a name is a body that watches over others, or a firm or service."""
    if is_local(entity.id):
        return False
    if body:
        return is_a(entity.type, "Regulator") or entity.type == "PublicBody"
    return entity.type != "MediaOutlet" and admits(entity, ("Company", "Platform"))


def _may_watch(body: Entity, words: set[str]) -> bool:
    """Whether a body has the field that is told, as far as its name tells one ("the *privacy* watchdog")."""
    own = {word for label in (body.label, *body.aliases) for word in label.lower().replace("-", " ").split()}
    told = [n for n, field in enumerate(FIELDS) if field & words]
    has = [n for n, field in enumerate(FIELDS) if field & own]
    return not told or not has or bool(set(told) & set(has))
