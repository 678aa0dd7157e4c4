"""Measures in a text: money ("USD 5000000000", ISO 4217), durations ("P8Y", ISO 8601), numbers of users."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from kg.model import Mention

UNITS_UP = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
#: Words by which a text counts people and things.
COUNTS = {word: n for n, word in enumerate(UNITS_UP) if n > 1}
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
NUMBER_WORDS: dict[str, Decimal] = {
    **{word: Decimal(n) for n, word in enumerate(UNITS_UP)},
    **{word: Decimal(10 * n) for n, word in enumerate(TENS, 2)},
    **{"a": Decimal(1), "an": Decimal(1), "half": Decimal("0.5")},
}
SCALES = {
    "thousand": 3, "k": 3, "lakh": 5, "million": 6, "mn": 6, "mln": 6, "mil": 6, "m": 6, "crore": 7,
    "billion": 9, "bn": 9, "bln": 9, "b": 9, "trillion": 12, "tn": 12,
}  # fmt: skip
SYMBOLS = {
    "US$": "USD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "NZ$": "NZD", "HK$": "HKD", "S$": "SGD",
    "$US": "USD", "$A": "AUD", "$NZ": "NZD",
    "NT$": "TWD", "R$": "BRL", "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₽": "RUB", "₩": "KRW",
    "₺": "TRY", "₦": "NGN", "₴": "UAH", "₱": "PHP", "₪": "ILS", "Rs.": "INR", "Rs": "INR", "RM": "MYR",
    "KSh": "KES", "Tk": "BDT", "Rp": "IDR", "US $": "USD", "Ksh": "KES", "KShs": "KES", "Kshs": "KES", "USh": "UGX",
    "UShs": "UGX", "TSh": "TZS", "GH¢": "GHS", "GH₵": "GHS", "SKr": "SEK", "NKr": "NOK", "DKr": "DKK", "FCFA": "XOF",
    "zł": "PLN", "Kč": "CZK",
}  # fmt: skip
CODES = frozenset(
    (
        "USD EUR GBP JPY INR RUB KRW TRY NGN UAH PHP ILS CNY CHF SEK NOK DKK PLN CZK HUF RON BGN BRL MXN ARS "
        "CLP COP PEN AUD NZD CAD HKD SGD TWD THB IDR MYR VND PKR BDT LKR EGP ZAR KES GHS UGX TZS SAR AED QAR "
        "KZT IRR KHR XOF XAF RSD GEL AZN BYN MAD TND DZD JOD KWD IQD LBP OMR BHD ETB RWF ZMW MZN NPR MMK UZS ISK BWP"
    ).split()
)
NAMES = {
    "dollar": "USD", "us dollar": "USD", "u.s. dollar": "USD", "american dollar": "USD", "australian dollar": "AUD",
    "canadian dollar": "CAD", "hong kong dollar": "HKD", "singapore dollar": "SGD", "euro": "EUR", "pound": "GBP",
    "british pound": "GBP", "pound sterling": "GBP", "yen": "JPY", "rupee": "INR", "indian rupee": "INR",
    "pakistani rupee": "PKR", "rouble": "RUB", "ruble": "RUB", "russian rouble": "RUB", "russian ruble": "RUB",
    "won": "KRW", "turkish lira": "TRY", "lira": "TRY", "naira": "NGN", "hryvnia": "UAH", "yuan": "CNY",
    "renminbi": "CNY", "reais": "BRL", "rand": "ZAR", "swiss franc": "CHF", "zloty": "PLN",
    "krona": "SEK",
    "kronor": "SEK", "baht": "THB", "ringgit": "MYR", "rupiah": "IDR", "dirham": "AED", "shekel": "ILS",
    "danish krone": "DKK", "danish kroner": "DKK", "danish crown": "DKK", "norwegian krone": "NOK",
    "norwegian kroner": "NOK", "norwegian crown": "NOK", "swedish krona": "SEK", "swedish kronor": "SEK",
    "swedish crown": "SEK", "czech crown": "CZK", "czech koruna": "CZK", "koruna": "CZK", "forint": "HUF",
    "hungarian forint": "HUF", "polish zloty": "PLN", "zlotys": "PLN", "romanian lei": "RON", "lei": "RON",
    "mexican peso": "MXN", "argentine peso": "ARS", "chilean peso": "CLP", "colombian peso": "COP",
    "philippine peso": "PHP", "new zealand dollar": "NZD", "taiwan dollar": "TWD", "new taiwan dollar": "TWD",
    "south african rand": "ZAR", "brazilian real": "BRL", "brazilian reais": "BRL", "chinese yuan": "CNY",
    "south korean won": "KRW", "korean won": "KRW", "japanese yen": "JPY", "saudi riyal": "SAR", "qatari riyal": "QAR",
    "egyptian pound": "EGP", "ugandan shilling": "UGX", "tanzanian shilling": "TZS", "cedi": "GHS", "taka": "BDT",
    "bangladeshi taka": "BDT", "sri lankan rupee": "LKR", "uae dirham": "AED", "emirati dirham": "AED",
    "kenyan shilling": "KES", "tenge": "KZT", "rial": "IRR", "dong": "VND", "algerian dinar": "DZD",
    "tunisian dinar": "TND", "kuwaiti dinar": "KWD", "jordanian dinar": "JOD", "bahraini dinar": "BHD",
    "iraqi dinar": "IQD", "serbian dinar": "RSD", "moroccan dirham": "MAD",
    "cfa": "XOF", "cfa franc": "XOF", "west african cfa franc": "XOF", "central african cfa franc": "XAF",
    "riel": "KHR", "cambodian riel": "KHR", "leva": "BGN",
}  # fmt: skip
#: Currencies of several countries, with what in a text says whose.
SHARED: dict[str, dict[str, str]] = {
    "kroner": {"DKK": r"Dan(?:ish|e)|Denmark|Copenhagen", "NOK": r"Norw|Oslo"},
    "peso": {"MXN": r"Mexic", "PHP": r"Philippin|Manila", "ARS": r"Argentin", "CLP": r"Chile", "COP": r"Colombia"},
    "shilling": {"KES": r"Kenya|Nairobi", "UGX": r"Ugand|Kampala", "TZS": r"Tanzan"},
    "dinar": {"KWD": r"Kuwait", "TND": r"Tunis", "IQD": r"Iraq", "JOD": r"Jordan", "DZD": r"Algeri", "RSD": r"Serbia"},
}
SHARED["krone"] = SHARED["kroner"]
#: The same, of currencies that a text without such a word tells of all the same (see NAMES).
SHARED |= {
    "dirham": {"MAD": r"Morocc|Rabat|Casablanca", "AED": r"Emirat|Dubai|Abu Dhabi|\bUAE\b"},
    "rupee": {"INR": r"India|Delhi|Mumbai", "PKR": r"Pakistan|Islamabad|Lahore|Karachi", "LKR": r"Sri Lanka|Colombo"},
    "pound": {"GBP": r"Brit|England|Scot|Wales|London|\bUK\b|United Kingdom", "EGP": r"Egypt|Cairo|Alexandria"},
    "riyal": {"SAR": r"Saudi|Riyadh", "QAR": r"Qatar|Doha"},
}
#: Whose releases mean their own dollar by a bare "$".
LOCAL_DOLLARS = {
    "AUD": re.compile(r"\b(?:ACCC|ACMA|OAIC|eSafety|AUSTRAC|Australian (?:Competition|Information|Communications))\b"),
    "CAD": re.compile(r"\b(?:CRTC|Competition Bureau|Competition Tribunal|Privacy Commissioner of Canada)\b"),
    "NZD": re.compile(r"\b(?:Commerce Commission|New Zealand Privacy Commissioner)\b"),
    "SGD": re.compile(r"\b(?:PDPC|IMDA|CCCS|Personal Data Protection Commission)\b"),
}
#: Some dollar is told apart from another one, so that a bare "$" is the American.
TOLD_APART = re.compile(r"[A-Z]\$|\$(?:US|A|NZ|C)\b|\b(?:USD|AUD|CAD|NZD|SGD)\b|\b(?:US|U\.S\.|American) dollars?\b")
UNITS = {"year": "Y", "month": "M", "week": "W", "day": "D"}

#: "1,2 million": a comma before one or two digits and a scale is a point.
_POINT = r"\d+,\d{1,2}(?=\s?-?(?:million|billion|bn|mln)\b)"
_NUMBER = (
    rf"{_POINT}|"
    + r"\d{1,3}(?:,\d{2,3})+(?:\.\d+)?|\d{1,3}(?: \d{3})+(?![\d.,]\d)|\d{1,3}(?:\.\d{3}){2,}|\d+(?:\.\d+)?"
)
_WORDS = "|".join(sorted(NUMBER_WORDS.keys() - {"a", "an"}, key=len, reverse=True))
_SCALE = r"(?:\s?-?(?P<scale>" + "|".join(sorted(SCALES, key=len, reverse=True)) + r")s?\b)?"
_SYMBOL = "|".join(re.escape(s) for s in sorted(SYMBOLS, key=len, reverse=True))
_NAME = "|".join(re.escape(n) for n in sorted({*NAMES, *SHARED}, key=len, reverse=True))

_ANY_CODE = "|".join(sorted(CODES))
_WORD_NUMBER = rf"half an?|an?|(?:{_WORDS})(?:-(?:{_WORDS}))?"
MONEY = (
    re.compile(rf"(?<!\w)(?P<symbol>{_SYMBOL}|(?:{_ANY_CODE}))\s?(?P<number>{_NUMBER}){_SCALE}", re.I),
    re.compile(rf"(?<![\w$€£.])(?P<number>{_NUMBER}){_SCALE}\s?(?P<symbol>€|£|zł|Kč|(?:{_ANY_CODE}|[SND]Kr|FCFA)\b)"),
    re.compile(
        rf"(?<![\w$€£.-])(?P<number>{_NUMBER}|\b(?:{_WORD_NUMBER})){_SCALE}[\s-](?P<symbol>{_NAME})(?:s|\b)(?!\w)", re.I
    ),
)
SHARED_SCALE = re.compile(r"\s(?:to|or|and|-)\s[$€£]?\d[\d.,]*\s(?P<scale>million|billion|trillion)\b")
DURATION = re.compile(
    rf"(?<![\w$€£.,/-])(?<!and a )(?P<number>{_NUMBER}|(?:{_WORDS})(?:-(?:{_WORDS}))?|an?(?=\s(?:year|month)))"
    r"(?P<half>\sand\sa\shalf|-and-a-half|[\s-]?(?:½|1/2))?"
    r"(?:\s(?:more\s|full\s|further\s)?|-)"
    r"(?P<unit>year|month|week|day)s?(?:['’]s?)?\b"
    rf"(?:(?<=year|ears),?\s(?:and\s)?(?P<months>{_NUMBER}|(?:{_WORDS}))\smonths?\b)?"
    r"(?!\s+(?:ago|old|earlier|later|before|after)|-old)",
    re.I,
)
#: Numbers before a duration that are told by its unit ("to four, ten and *twelve years*"), and how long a row is.
SAME_UNIT = re.compile(rf"\b(?:to|for|of)\s(?P<row>(?:(?:{_NUMBER}|{_WORDS})(?:,\s|,?\sand\s))+)$", re.I)
LONGEST_ROW = 60
_USING = r"(?:users|members|subscribers|customers|accounts|visitors|recipients|followers|viewers|listeners|players)"
#: "given in *2015 to nine followers*": a year, and no number of them.
_NO_YEAR = r"(?!\s(?:to|by|for|from|in|on|at|against|after|when|with)\b)"
USERS = re.compile(rf"(?<![\w$€£.,-])(?P<number>{_NUMBER}){_SCALE}{_NO_YEAR}(?=\s(?:[\w-]+\s){{0,4}}?{_USING}\b)")
USERS_IN_WORDS = re.compile(
    rf"(?<![\w-])(?P<number>{_WORDS})\s(?P<scale>million|billion)(?=\s(?:[\w-]+\s){{0,4}}?{_USING}\b)", re.I
)
#: "used by *40 million* people", "*40 million* Kenyans": so many are mostly the users of something.
MILLIONS = re.compile(
    rf"(?<![\w$€£.,-])(?P<number>{_NUMBER})\s(?P<scale>million|billion)(?=\s(?:people|[A-Z][a-z]+(?:n|i)s)\b)"
)


def amounts(text: str) -> list[Mention]:
    """The measures of a text, in order; where two currencies stand side by side each is one mention."""
    found: list[Mention] = []
    for mention in sorted(_all(text), key=lambda m: (m.start, -m.end)):
        if not found or mention.start >= found[-1].end:
            found.append(mention)
    return found


def _local_dollar(text: str) -> str:
    """The dollar that a bare "$" means: that of an authority named more than once, if no other is told apart."""
    if TOLD_APART.search(text):
        return "USD"
    named = {code: len(body.findall(text)) for code, body in LOCAL_DOLLARS.items()}
    return next((code for code, times in named.items() if times > 1 and times == sum(named.values())), "USD")


def _all(text: str) -> Iterator[Mention]:
    dollar = _local_dollar(text)
    for pattern in MONEY:
        for match in pattern.finditer(text):
            currency = dollar if match["symbol"] == "$" else _currency(match["symbol"], text)
            number = _number(match["number"], match["scale"] or _shared_scale(text, match.end()))
            if currency and number:
                yield Mention(
                    match.start(), match.end(), match.group(), "Amount", "amount", value=f"{currency} {number}"
                )
    for match in DURATION.finditer(text):
        number = _number(match["number"], None)
        if number and match["half"]:
            number = format(Decimal(number) + Decimal("0.5"), "f")
        if number:
            value = _duration(number, match["unit"].lower(), _number(match["months"] or "zero", None) or "0")
            yield Mention(match.start(), match.end(), match.group(), "Amount", "amount", value=value)
            yield from _of_same_unit(text, match)
    for match in (*USERS.finditer(text), *USERS_IN_WORDS.finditer(text), *MILLIONS.finditer(text)):
        number = _number(match["number"], match["scale"])
        if number:
            yield Mention(match.start(), match.end(), match.group(), "Number", "amount", value=number)


def _of_same_unit(text: str, last: re.Match[str]) -> Iterator[Mention]:
    """The durations told by the unit of the last: "sentenced to *four*, *ten* and twelve years"."""
    row = SAME_UNIT.search(text, max(0, last.start() - LONGEST_ROW), last.start())
    if row is None:
        return
    for word in re.finditer(rf"{_NUMBER}|\b(?:{_WORDS})\b", row["row"], re.I):
        number = _number(word.group(), None)
        if number:
            start = row.start("row") + word.start()
            value = _duration(number, last["unit"].lower())
            yield Mention(start, start + len(word.group()), word.group(), "Amount", "amount", value=value)


def _shared_scale(text: str, end: int) -> str | None:
    """The scale that stands with the second of two numbers: "$3.5 to $4 billion"."""
    second = SHARED_SCALE.match(text, end)
    return second["scale"] if second else None


def _duration(number: str, unit: str, months: str = "0") -> str:
    """An ISO 8601 duration; half a year is six months, since xsd:duration knows no fractions of years or months."""
    if months != "0" and "." not in number:
        return f"P{number}Y{months}M"
    smaller = {"year": ("month", 12), "month": ("day", 30), "week": ("day", 7)}.get(unit)
    if "." in number and smaller is not None:
        number, unit = format((Decimal(number) * smaller[1]).to_integral_value(), "f"), smaller[0]
    return f"P{number}{UNITS[unit]}"


def _currency(symbol: str, text: str) -> str | None:
    """The currency of a sign or name; of one that several countries have, that of the only one told of."""
    if symbol.lower() in SHARED:
        told = [code for code, country in SHARED[symbol.lower()].items() if re.search(country, text)]
        return told[0] if len(told) == 1 else NAMES.get(symbol.lower())
    return SYMBOLS.get(symbol) or NAMES.get(symbol.lower()) or (symbol if symbol in CODES else None)


def _number(text: str, scale: str | None) -> str | None:
    if scale is None and re.fullmatch(r"\d{1,3}\.\d{3}", text):
        text = text.replace(".", "")  # "*100.000* euros"
    value = _value(text.lower())
    if value is None:
        return None
    value *= Decimal(10) ** SCALES.get((scale or "").lower(), 0)
    return format(value.normalize(), "f")


def _value(text: str) -> Decimal | None:
    if text[0].isdigit():
        if re.fullmatch(r"\d+,\d{1,2}", text):
            return Decimal(text.replace(",", "."))
        grouped = text.count(".") > 1
        return Decimal(re.sub(r"[, ]" if not grouped else r"[, .]", "", text))
    if text.startswith("half a"):
        return Decimal("0.5")
    parts = text.split("-")
    if any(part not in NUMBER_WORDS for part in parts):
        return None
    return sum((NUMBER_WORDS[part] for part in parts), Decimal(0))
