"""Sums of money in prose, with their currency and period."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from newsmodel.extract._words import alternatives
from newsmodel.extract.languages import Language, table
from newsmodel.model import SuggestedAmount

SYMBOLS = {
    "£": "GBP", "€": "EUR", "¥": "¥", "$": "$", "us$": "USD", "a$": "AUD", "au$": "AUD", "c$": "CAD", "ca$": "CAD", "nz$": "NZD",
    "hk$": "HKD", "s$": "SGD", "n$": "NAD", "r$": "BRL", "₹": "₹", "₽": "RUB", "₺": "TRY", "₴": "UAH", "₪": "ILS", "zł": "PLN", "kč": "CZK",
    "euro": "EUR", "euros": "EUR", "franken": "CHF", "fr.": "CHF", "pounds": "GBP", "pound": "GBP", "złotych": "PLN", "kr": "kr", "kr.": "kr",
    "kroner": "kroner", "kronor": "SEK", "krónur": "ISK", "dollars": "$", "dollar": "$", "rand": "ZAR", "rupees": "₹", "forint": "HUF",
}  # fmt: skip
"""ISO 4217 codes of what is written before or after a sum, in lower case; what several currencies share stays itself."""
CODES = (
    "AED ARS AUD BGN BRL CAD CHF CLP CNY COP CZK DKK EGP EUR GBP HKD HUF IDR ILS INR ISK JPY KES KRW MXN MYR NAD NGN NOK NZD PHP PKR PLN RON "
    "RSD RUB SEK SGD THB TRY TWD UAH USD VND ZAR"
).split()
CENTS = {"¢": "$", "p": "GBP", "cent": "EUR", "cents": "$", "pence": "GBP"}

_VALUE = r"[0-9]{1,3}(?:[.,'’\u00a0\u202f][0-9]{3}){1,3}(?![0-9])(?:[.,][0-9]{2}(?![0-9]))?|[0-9]{1,9}(?:[.,][0-9]{1,2}(?![0-9]))?(?:,-|,–|,—)?"
_BEFORE = "|".join(
    [
        *(
            re.escape(symbol)
            for symbol in (
                "US$",
                "AU$",
                "CA$",
                "NZ$",
                "HK$",
                "A$",
                "C$",
                "S$",
                "N$",
                "R$",
                "£",
                "€",
                "¥",
                "$",
                "₹",
                "₽",
                "₺",
                "₪",
                "kr.",
                "kr",
                "Fr.",
            )
        ),
        *CODES,
    ]
)
_AFTER = "|".join(
    [
        *CODES,
        "euros?",
        "kroner",
        "kronor",
        "krónur",
        "kr",
        "zł",
        "złotych",
        "Kč",
        "Franken",
        "pounds?",
        "dollars?",
        "rand",
        "rupees",
        "forint",
        *map(re.escape, "£€$₽₺₴"),
    ]
)
_SUM = re.compile(
    rf"(?<![\w£€$¥₹])(?:(?P<before>{_BEFORE})[ \u00a0\u202f]?(?P<a>{_VALUE})|(?P<b>{_VALUE})[ \u00a0\u202f]?(?:(?P<after>{_AFTER})|(?P<cent>¢|p|cents?|pence))(?!\w))"
    r"(?![\w%]|[ \u00a0-](?:million|billion|mln|bn|Millionen|Mio))",
    re.IGNORECASE,
)
_LIST = re.compile(r"[\s\u00a0,/|]*(?:(?:or|and|oder|und|ou|et|o|y|eller|og)[ \u00a0])?\Z", re.IGNORECASE)
_GOAL = re.compile(
    r"(?<!\w)(?:rais(?:e|es|ed|ing)|goal|target|worth|raised|seeks|Ziel|gesammelt|schätzte|cost(?:s|ing)?)[ \u00a0](?:[\w]{1,12}[ \u00a0]){0,2}\Z",
    re.IGNORECASE,
)


@cache
def _period(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = table(language)
    period = alternatives(*sorted(map(re.escape, words.periods), key=len, reverse=True))
    behind = re.compile(rf"[ \u00a0]?(?:{alternatives(words.per)}[ \u00a0]?)?(?P<period>{period})(?!\w)", re.IGNORECASE)
    return behind, re.compile(rf"(?<!\w)(?P<period>{period})(?!\w)", re.IGNORECASE)


DOLLARS = {"US": "USD", "CA": "CAD", "AU": "AUD", "NZ": "NZD", "SG": "SGD", "HK": "HKD", "MX": "MXN", "TW": "TWD"}
LOCAL = {
    "$": DOLLARS,
    "kr": {"SE": "SEK", "NO": "NOK", "DK": "DKK", "IS": "ISK"},
    "kroner": {"NO": "NOK", "DK": "DKK"},
    "¥": {"JP": "JPY", "CN": "CNY"},
    "₹": {"IN": "INR"},
}  # fmt: skip
"""What a sign that several currencies share stands for in a country (ISO 3166)."""


def local(currency: str, language: str) -> str:
    """The currency a shared sign stands for, where the language tag has a region that tells; else the sign."""
    region = next((part.upper() for part in language.split("-")[1:] if len(part) == 2), "")
    return LOCAL.get(currency, {}).get(region, currency)


def sums(text: str, words: Language) -> tuple[tuple[int, SuggestedAmount], ...]:
    """The sums in a text, each with the place where it begins; goals and prices of other things are left out."""
    behind, anywhere = _period(words.code)
    found: list[tuple[int, int, Decimal, str, str | None]] = []
    told = 0
    for match in _SUM.finditer(text):
        value = _value(match["a"] or match["b"])
        if match["cent"]:
            value = value / 100
        if value <= 0 or _GOAL.search(text, max(0, match.start() - 40), match.start()):
            continue
        after = behind.match(text, match.end())
        listed = found and _LIST.match(text[found[-1][1] : match.start()][:20]) is not None
        period = found[-1][4] if listed else _led(text, told, match.start(), anywhere, words)
        if after:
            period = words.periods[after["period"].lower()]
        told = after.end() if after else match.end()
        found.append((match.start(), match.end(), value, _currency(match), period))
    for index in range(len(found) - 2, -1, -1):
        start, end, value, currency, period = found[index]
        if period is None and _LIST.match(text[end : min(found[index + 1][0], end + 20)]) and found[index + 1][0] - end < 20:
            found[index] = (start, end, value, currency, found[index + 1][4])
    return tuple(
        (start, SuggestedAmount(value=value, currency=currency, period=period)) for start, _, value, currency, period in found
    )


def _led(text: str, told: int, start: int, anywhere: re.Pattern[str], words: Language) -> str | None:
    """The period before a sum and behind the one before, in its sentence, where it is the only one."""
    low = max(told, start - 60)
    low = max(low, text.rfind(". ", low, start) + 1)
    kinds = {words.periods[match["period"].lower()] for match in anywhere.finditer(text, low, start)}
    return kinds.pop() if len(kinds) == 1 else None


def _currency(match: re.Match[str]) -> str:
    if match["cent"]:
        return CENTS[match["cent"].lower()]
    written = match["before"] or match["after"]
    return SYMBOLS.get(written.lower(), written.upper() if written.upper() in CODES else written)


def _value(text: str) -> Decimal:
    """The value of a sum: three digits behind a mark are thousands, one or two are cents."""
    text = re.sub(r",[-–—]\Z", "", text)
    cents = re.search(r"[.,]([0-9]{1,2})\Z", text)
    whole = text[: cents.start()] if cents else text
    return Decimal(re.sub(r"[^0-9]", "", whole) + ("." + cents[1] if cents else ""))
