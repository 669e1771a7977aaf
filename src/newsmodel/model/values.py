"""The rules that single values keep: text, times, numbers, URLs, languages (the contract's "text form" and "values").

A rule is an attrs validator, `(instance, attribute, value) -> None`, that raises `InvalidValue`; a few are converters
to a normal form. Every rule names what it expects in the words of the error message.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any, TypeAlias, get_args

from newsmodel.errors import InvalidValue, shown

if TYPE_CHECKING:
    from attrs import Attribute

Rule: TypeAlias = "Callable[[Any, Attribute[Any], Any], None]"
Time: TypeAlias = datetime | date
"""An aware `datetime` (offset kept), a naive one where the source states no offset, or a `date` where it states a day."""
Number: TypeAlias = int | Decimal
"""A whole number is an `int`; any other is a `Decimal` in normal form."""

WHITE_SPACE = " \t\n\r"
"""White space as XML and HTML mean it here; a no-break space is a character like any other."""
CONTROL = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef"
    + "".join(f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(17))
)
"""A character class of what no text holds: controls but tab and line feed, surrogates, noncharacters."""
MAX_DIGITS = 18
MAX_NESTING = 40
"""How deep blocks may stand in blocks, and concepts in concepts: deeper ones no parser of ours, or others', reads back."""

_NOT_LINE = re.compile(f"[\t\n{CONTROL}]")
NOT_TEXT = re.compile(f"[\t{CONTROL}]")
_NOT_PREFORMATTED = re.compile(f"[{CONTROL}]")
# RFC 3986, appendix A, with RFC 3987's characters beyond ASCII. A first segment holds no colon unless a scheme goes before.
_UNRESERVED = r"A-Za-z0-9\-._~!$&'()*+,;=\u00a1-\ud7ff\uf900-\ufdcf\ufdf0-\ufeff\uff01-\uffef\U00010000-\U000efffd"
_ENCODED = "%[0-9A-Fa-f]{2}"
# Runs of plain characters are possessive: a long one is taken at once, and leaves no way back.
_USER = rf"(?:(?:[{_UNRESERVED}:]++|{_ENCODED})*@)?"
_HOST = rf"(?:\[[0-9A-Fa-f:.]+\]|(?:[{_UNRESERVED}]++|{_ENCODED})*)(?::[0-9]*)?"
_PATH = rf"(?:[{_UNRESERVED}:@/]++|{_ENCODED})*"
_REST = rf"(?:[{_UNRESERVED}:@/?]++|{_ENCODED})*"
# What most are, in ASCII, and without what means different things in different places: several times as quick.
_PLAIN_URL = re.compile(r"(?:https?://[A-Za-z0-9\-._~!$&'()*+,;=/?]*+|[A-Za-z][A-Za-z0-9+.\-]*+:[A-Za-z0-9\-._~!$&'()*+,;=:@]*+)\Z")


@cache
def _any_url() -> re.Pattern[str]:
    """The expression of a URI reference: compiled at its first use, for that takes longer than all others here."""
    return re.compile(
        rf"(?=.)(?:[A-Za-z][A-Za-z0-9+.\-]*:|(?![^/?#]*:))(?://{_USER}{_HOST}(?=[/?#]|\Z)|(?!//)){_PATH}(?:\?{_REST})?(?:\#{_REST})?\Z"
    )


_LANGUAGE = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*\Z")  # XML Schema 1.0 part 2, 3.3.3
_DURATION = re.compile(r"P(?=[0-9T])([0-9]+Y)?([0-9]+M)?([0-9]+W)?([0-9]+D)?(T(?=[0-9])([0-9]+H)?([0-9]+M)?([0-9]+(\.[0-9]+)?S)?)?\Z")
_CURRENCY = re.compile(rf"[^\s0-9{CONTROL}]{{1,8}}\Z")
_MOST_OFFSET, _MINUTE = timedelta(hours=14), timedelta(minutes=1)


def refuse(instance: object, attribute: Attribute[Any], expected: str, value: object) -> InvalidValue:
    """The error for a field that holds what it may not."""
    return InvalidValue(f"{type(instance).__name__}.{attribute.name}", expected, shown(value))


# Converters to a normal form. What they do not know they hand on, for the rule behind them to refuse.


def many(value: Iterable[Any]) -> tuple[Any, ...]:
    """A tuple of `value`'s members; a lone `str` is no sequence of texts.

    The members' type is open, for mypy takes no generic function as a converter; the rule behind checks them.
    """
    if type(value) is tuple:
        return value
    return value if isinstance(value, str) or not isinstance(value, Iterable) else tuple(value)  # type: ignore[return-value]  # refused by the rule behind


def plain_decimal(value: Decimal | int) -> Decimal:
    """`value` without trailing zeros or an exponent: `Decimal("5.00")` becomes `Decimal("5")`; an `int` becomes a `Decimal`."""
    if type(value) is int:
        value = Decimal(value)
    if not isinstance(value, Decimal) or not value.is_finite() or abs(value.adjusted()) > MAX_DIGITS:
        return value  # type: ignore[return-value]  # refused by the rule behind
    text = format(value, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return Decimal("0") if text in ("-0", "0", "") else Decimal(text)


def plain_number(value: Number) -> Number:
    """A whole number as an `int`, any other as a `Decimal` in normal form."""
    if type(value) is int or not isinstance(value, Decimal):
        return value
    plain = plain_decimal(value)
    return int(plain) if plain.is_finite() and plain == plain.to_integral_value() and plain.adjusted() < MAX_DIGITS else plain


def optional_number(value: Number | None) -> Number | None:
    """`plain_number`, for a field that may be `None`."""
    return None if value is None else plain_number(value)


def fixed_offset(value: Time | None) -> Time | None:
    """A time whose zone is a fixed offset: a zone with rules is replaced by the offset it has at that time."""
    if not isinstance(value, datetime):
        return value
    offset = value.utcoffset()
    zone = None if offset is None else timezone(offset)
    return datetime(value.year, value.month, value.day, value.hour, value.minute, value.second, value.microsecond, zone)


# Rules


HOLDS: dict[Rule, Callable[[Any], bool]] = {}
"""By rule that asks nothing but the value, whether the value keeps it."""
NAMED: dict[Rule, tuple[str, ...]] = {}
"""By rule that asks for one of several fields, their names."""


def is_without(controls: re.Pattern[str], value: str) -> bool:
    """Whether a text holds none of these characters. None of them can be printed, and that is quickly told."""
    if value.isprintable() or (controls is not _NOT_LINE and value.replace("\n", "").isprintable()):
        return True
    return controls.search(value) is None


def is_line(value: object) -> bool:
    """Whether `value` is a line: text in one line that is not empty and has no white space at its edges."""
    return type(value) is str and value != "" and value.strip(WHITE_SPACE) == value and is_without(_NOT_LINE, value)


def is_url(value: object) -> bool:
    """Whether `value` is a URI reference (RFC 3986), characters beyond ASCII allowed (RFC 3987)."""
    return type(value) is str and (_PLAIN_URL.match(value) or _any_url().match(value)) is not None


def is_language(value: object) -> bool:
    """Whether `value` is an `xs:language`."""
    return type(value) is str and _LANGUAGE.match(value) is not None


def is_time(value: object) -> bool:
    """Whether `value` is a time that the model holds."""
    if type(value) is date:
        return True
    if type(value) is not datetime:
        return False
    offset = value.utcoffset()
    return offset is None or (abs(offset) <= _MOST_OFFSET and not offset % _MINUTE)


def _rule(holds: Callable[[object], bool], expected: str) -> Rule:
    def rule(instance: object, attribute: Attribute[Any], value: object) -> None:
        if not holds(value):
            raise refuse(instance, attribute, expected, value)

    rule.__doc__ = f"Expects {expected}."
    HOLDS[rule] = holds
    return rule


line = _rule(is_line, "a line of text, not empty, without line breaks, control characters or white space at its edges")
text = _rule(
    lambda value: type(value) is str and value != "" and value.strip(WHITE_SPACE) == value and is_without(NOT_TEXT, value),
    "text, not empty, without control characters or white space at its edges",
)
preformatted = _rule(
    lambda value: type(value) is str and value != "" and value.strip("\n") == value and is_without(_NOT_PREFORMATTED, value),
    "text, not empty, without control characters or line breaks at its edges",
)
markup = _rule(
    lambda value: type(value) is str and is_without(_NOT_PREFORMATTED, value), "text without control characters"
)
url = _rule(is_url, "a URL or URN (RFC 3986)")
language = _rule(is_language, "a language tag such as 'en' or 'pt-BR'")
time = _rule(
    is_time, "a date, or a datetime whose offset, if it has one, is a whole number of minutes between -14:00 and +14:00"
)
flag = _rule(lambda value: type(value) is bool, "True or False")
duration = _rule(
    lambda value: type(value) is str and _DURATION.match(value) is not None, "an ISO 8601 duration such as 'PT1M30S'"
)
period = _rule(
    lambda value: type(value) is str and (value == "one-off" or _DURATION.match(value) is not None),
    "'one-off' or an ISO 8601 duration such as 'P1M'",
)
currency = _rule(
    lambda value: type(value) is str and _CURRENCY.match(value) is not None,
    "an ISO 4217 code such as 'EUR', or the symbol as published",
)


def line_or_empty(instance: object, attribute: Attribute[Any], value: object) -> None:
    """Expects a line, or the empty string."""
    if value != "" or type(value) is not str:
        line(instance, attribute, value)


def whole(low: int, high: int | None = None) -> Rule:
    """Expects an `int` between two bounds, both included."""
    most = 2**63 - 1 if high is None else high
    expected = f"a whole number of at least {low}" if high is None else f"a whole number from {low} to {high}"
    return _rule(lambda value: type(value) is int and low <= value <= most, expected)


def number(low: int | None = None, high: int | None = None) -> Rule:
    """Expects an `int`, or a finite `Decimal` of at most 18 digits, between two bounds, both included."""

    def holds(value: object) -> bool:
        if type(value) is int:
            small = abs(value) < 10**MAX_DIGITS
        else:
            small = isinstance(value, Decimal) and value.is_finite() and _digits(value) <= MAX_DIGITS
        return small and (low is None or value >= low) and (high is None or value <= high)  # type: ignore[operator]  # a number by now

    bounds = "" if low is None else f" of at least {low}" if high is None else f" from {low} to {high}"
    return _rule(holds, f"an int or a finite Decimal of at most {MAX_DIGITS} digits{bounds}")


def decimal(low: int | None = None, high: int | None = None) -> Rule:
    """Expects a finite `Decimal` of at most 18 digits between two bounds, both included."""
    within = number(low, high)

    def rule(instance: object, attribute: Attribute[Any], value: object) -> None:
        if not isinstance(value, Decimal):
            raise refuse(instance, attribute, "a Decimal", value)
        within(instance, attribute, value)

    return rule


def _digits(value: Decimal) -> int:
    _, digits, exponent = value.as_tuple()
    return max(len(digits) + max(int(exponent), 0), -int(exponent))


def one_of(literal: object) -> Rule:
    """Expects one of the strings of a `Literal` type."""
    words = get_args(literal)
    return _rule(lambda value: type(value) is str and value in words, "one of " + ", ".join(map(repr, words)))


def each(rule: Rule, *, least: int = 0) -> Rule:
    """Expects a tuple, of at least `least` members, each of which keeps `rule`."""

    def check(instance: object, attribute: Attribute[Any], value: object) -> None:
        if type(value) is not tuple or len(value) < least:
            raise refuse(instance, attribute, "a sequence" if least == 0 else f"a sequence of at least {least}", value)
        for member in value:
            rule(instance, attribute, member)

    if (holds := HOLDS.get(rule)) is not None:
        HOLDS[check] = lambda value: type(value) is tuple and len(value) >= least and all(map(holds, value))
    return check


def a(*classes: type) -> Rule:
    """Expects an instance of one of the classes."""
    names = " or ".join(cls.__name__ for cls in classes)
    return _rule(lambda value: isinstance(value, classes), f"a {names}")


def at_least_one_of(*names: str) -> Rule:
    """Expects (on the last of the fields named) that one of these fields holds something."""

    def rule(instance: object, attribute: Attribute[Any], value: object) -> None:
        for name in names:
            held = getattr(instance, name)
            if held is not None and held is not False and held not in ("", ()):
                return
        raise refuse(instance, attribute, "at least one of " + ", ".join(names), value)

    NAMED[rule] = names
    return rule
