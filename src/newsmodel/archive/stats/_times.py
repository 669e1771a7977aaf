"""How an axis of time is cut: into hours, days, weeks, months, quarters, years or decades, by what it spans."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Literal, TypeAlias

Unit: TypeAlias = Literal["hour", "day", "week", "month", "quarter", "year", "decade"]
_DAYS: tuple[tuple[float, Unit], ...] = ((2, "hour"), (62, "day"), (400, "week"), (3_700, "month"), (11_000, "quarter"), (36_600, "year"))
"""Up to how many days which unit is taken: some sixty to a hundred and twenty bins."""
_MONTHS: dict[Unit, int] = {"month": 1, "quarter": 3, "year": 12, "decade": 120}
_STEPS: dict[Unit, timedelta] = {"hour": timedelta(hours=1), "day": timedelta(days=1), "week": timedelta(weeks=1)}


def unit_for(span: timedelta) -> Unit:
    """The unit for a span.

    >>> [unit_for(timedelta(days=days)) for days in (1, 30, 365, 1_000, 5_000, 20_000, 90_000)]
    ['hour', 'day', 'week', 'month', 'quarter', 'year', 'decade']
    """
    days = span / timedelta(days=1)
    return next((unit for most, unit in _DAYS if days <= most), "decade")


def starts(first: datetime, last: datetime, unit: Unit) -> Iterator[datetime]:
    """When each bin begins, from that of `first`, itself the beginning of one, to that of `last`."""
    while first <= last:
        yield first
        try:
            first = _next(first, unit)
        except (OverflowError, ValueError):  # there is no year 10000
            return


def told(start: datetime, unit: Unit) -> str:
    """A bin as a person says it.

    >>> [told(datetime(2031, 5, 2, 9), unit) for unit in ("hour", "day", "week", "month", "quarter", "year", "decade")]
    ['2 May 2031, 09:00', '2 May 2031', 'the week of 2 May 2031', 'May 2031', 'April to June 2031', '2031', 'the 2030s']
    """
    match unit:
        case "hour":
            return f"{start.day} {start:%B} {start.year}, {start:%H}:00"
        case "day":
            return f"{start.day} {start:%B} {start.year}"
        case "week":
            return f"the week of {start.day} {start:%B} {start.year}"
        case "month":
            return f"{start:%B} {start.year}"
        case "quarter":
            names = ("January to March", "April to June", "July to September", "October to December")
            return f"{names[(start.month - 1) // 3]} {start.year}"
        case "year":
            return str(start.year)
        case "decade":
            return f"the {start.year // 10}0s"


def short(start: datetime, unit: Unit) -> str:
    """A bin as an axis says it.

    >>> [short(datetime(2031, 5, 2, 9), unit) for unit in ("hour", "day", "month", "decade")]
    ['09:00', '2 May', 'May 2031', '2030s']
    """
    match unit:
        case "hour":
            return f"{start:%H}:00"
        case "day":
            return f"{start.day} {start:%b}"
        case "week":
            return f"{start.day} {start:%b %Y}"
        case "month" | "quarter":
            return f"{start:%b} {start.year}"
        case "year":
            return str(start.year)
        case "decade":
            return f"{start.year // 10}0s"


def _next(start: datetime, unit: Unit) -> datetime:
    if unit in _STEPS:
        return start + _STEPS[unit]
    months = start.year * 12 + start.month - 1 + _MONTHS[unit]
    return start.replace(year=months // 12, month=months % 12 + 1)
