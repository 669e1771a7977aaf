"""How single values stand in JSON: one spelling each, and nothing is coerced."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from functools import reduce
from operator import or_
from types import UnionType
from typing import Any, Literal, TypeAlias, Union, get_args, get_origin

from newsmodel.errors import shown
from newsmodel.model import Number, Time
from newsmodel.model.blocks import BLOCKS

FORMAT = "newsmodel"
VERSION: Literal[1] = 1
"""What the envelope of a native document says."""

TAG = "type"
TAGS: dict[type, str] = {cls: cls.__name__.lower() for cls in BLOCKS}
"""What each block says of itself, under the key `type`."""

Hook: TypeAlias = Callable[[Any, Any], Any]
"""A cattrs structure hook: data and a type in, a value out; raises where the data does not fit."""

DECIMAL = r"(?!-0(?!\.))-?(0|[1-9][0-9]{0,17})(\.[0-9]{0,17}[1-9])?"
"""A decimal number in normal form: no exponent, no plus sign, no zeros that say nothing, no minus zero."""
FRACTION = r"-?(0|[1-9][0-9]{0,17})\.[0-9]{0,17}[1-9]"
"""The same where it is no whole number, which is a JSON integer in a field that takes both."""
TIME = (
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
    r"(T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{6})?(Z|[+\-][0-9]{2}:[0-9]{2})?)?"
)
"""ISO 8601 in its extended form: a day, or a day and a time, with its offset where it states one."""
_IS_DECIMAL, _IS_FRACTION, _IS_TIME = re.compile(DECIMAL), re.compile(FRACTION), re.compile(TIME)
_BITS = 64


class Mismatch(ValueError):
    """Data of another shape than the one expected."""

    def __init__(self, expected: str, data: object) -> None:
        super().__init__(f"expected {expected}, found {found(data)}")


def found(data: object) -> str:
    """`data` as a message names it: short, and in JSON's words."""
    match data:
        case dict():
            return "an object"
        case list() | tuple():
            return "an array"
        case None:
            return "null"
        case bool():
            return "true" if data else "false"
        case int() if data.bit_length() > _BITS:
            return f"an integer beyond {_BITS} bits"
    return shown(data)


def is_union(cls: Any) -> bool:
    """Whether a type is a union, spelt either way."""
    return get_origin(cls) in (Union, UnionType)


def present(cls: Any) -> Any:
    """An optional type without its `None`; any other as it is."""
    return reduce(or_, [one for one in get_args(cls) if one is not type(None)]) if is_union(cls) else cls


def as_string(data: Any, _: Any = None) -> str:
    """A string."""
    if type(data) is not str:
        raise Mismatch("a string", data)
    return data


def as_integer(data: Any, _: Any = None) -> int:
    """An integer; `true` is none."""
    if type(data) is not int or data.bit_length() > _BITS:
        raise Mismatch("an integer", data)
    return data


def as_flag(data: Any, _: Any = None) -> bool:
    """`true` or `false`; numbers are neither."""
    if type(data) is not bool:
        raise Mismatch("true or false", data)
    return data


def as_decimal(data: Any, _: Any = None) -> Decimal:
    """A decimal number, as a string in normal form."""
    if type(data) is not str or not _IS_DECIMAL.fullmatch(data):
        raise Mismatch("a decimal number as a string in normal form, such as '5.5'", data)
    return Decimal(data)


def as_number(data: Any, _: Any = None) -> Number:
    """A whole number as an integer, any other as a string in normal form."""
    if type(data) is int and data.bit_length() <= _BITS:
        return data
    if type(data) is not str or not _IS_FRACTION.fullmatch(data):
        raise Mismatch("an integer, or a number with a fraction as a string in normal form, such as '5.5'", data)
    return Decimal(data)


def as_time(data: Any, _: Any = None) -> Time:
    """A time as one ISO 8601 string; the one hook for `datetime | date`."""
    if type(data) is str and _IS_TIME.fullmatch(data):
        try:
            return date.fromisoformat(data) if "T" not in data else datetime.fromisoformat(data)
        except ValueError:
            pass  # a month 13, an hour 25
    raise Mismatch("a date or time such as '2026-03-04' or '2026-03-04T12:00:00+01:00'", data)


def plain_decimal(value: Decimal) -> str:
    """A decimal number of the model, which holds it in normal form, as a string."""
    return format(value, "f")


def plain_time(value: Time) -> str:
    """A time as one ISO 8601 string."""
    return value.isoformat()
