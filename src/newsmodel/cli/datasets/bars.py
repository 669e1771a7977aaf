"""Charts in characters: a bar for each label, or columns along an axis of time."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from itertools import pairwise

from rich.cells import cell_len, set_cell_size

from newsmodel.cli import lines
from newsmodel.cli.messages import printable

HEIGHT = 8
"""Of the columns of one chart, in lines."""
LABEL = 36
"""The longest label, in characters."""
_ACROSS = " ▏▎▍▌▋▊▉█"
_UP = " ▁▂▃▄▅▆▇█"
_PLAIN = " #"
"""The parts of a bar, from empty to full: where the terminal has no blocks, whole ones alone."""


def bars(labels: Sequence[str], values: Sequence[float | None], width: int, *, blocks: bool = True) -> list[str]:
    """A horizontal bar for each label, with its number; one below zero is drawn with `-`.

    >>> bars(["rain", "wind"], [4, 1], 20)
    ['rain  ████████████ 4', 'wind  ███          1']
    """
    if not labels:
        return []
    cells = [printable(lines.one_line(label[:200])) or "(none)" for label in labels]
    room = min(max(map(cell_len, cells)), LABEL, max(8, width // 3))
    numbers = ["-" if value is None else number(value) for value in values]
    length = max(5, width - room - 3 - max(map(len, numbers)))
    most = max((abs(value) for value in values if value is not None), default=0)
    return [
        f"{_sized(label, room)}  {_bar(value, most, length, blocks=blocks)} {told.rjust(max(map(len, numbers)))}"
        for label, value, told in zip(cells, values, numbers, strict=True)
    ]


def columns(times: Sequence[date], values: Sequence[float], width: int, *, blocks: bool = True) -> list[str]:
    """Columns along an axis of time, each at its place; of several that fall into one, the highest is shown. No value is below zero."""
    places = [_seconds(one) for one in times]
    first, last = min(places), max(places)
    most = max(values, default=0)
    label = number(most)
    room = max(10, width - len(label) - 2)
    step = _step(min((b - a for a, b in pairwise(sorted(set(places)))), default=1.0))
    count = min(room, round((last - first) / step) + 1)
    each = max(1, min(4, room // count))
    heights = [0.0] * count
    for place, value in zip(places, values, strict=True):
        index = 0 if last == first else round((place - first) / (last - first) * (count - 1))
        heights[index] = max(heights[index], value)
    steps = _UP if blocks else _PLAIN
    found: list[str] = []
    for line in range(HEIGHT, 0, -1):
        cells = "".join(_part(height / most * HEIGHT - line + 1 if most else 0, steps) * (each - (each > 2)) + " " * (each > 2) for height in heights)
        edge = label if line == HEIGHT else ""
        found.append(f"{edge.rjust(len(label))} ┤{cells}".rstrip() if blocks else f"{edge.rjust(len(label))} |{cells}".rstrip())
    span = count * each
    ends = _day(times[places.index(first)]), _day(times[places.index(last)])
    axis = ends[0] if ends[0] == ends[1] else ends[0] + ends[1].rjust(max(span - len(ends[0]), len(ends[1]) + 1))
    corner = "└" + "─" * span if blocks else "+" + "-" * span
    return [*found, f"{'0'.rjust(len(label))} {corner}", f"{' ' * len(label)}  {axis}"]


def can_show(encoding: str) -> bool:
    """Whether text in this encoding can hold the blocks of bars."""
    try:
        (_ACROSS + _UP + "┤└─").encode(encoding)
    except (LookupError, UnicodeEncodeError):
        return False
    return True


def number(value: float) -> str:
    """A number with thin groups, and no more digits behind the point than one reads.

    >>> number(1234567), number(0.25), number(12.3456), number(3.0)
    ('1,234,567', '0.25', '12.35', '3')
    """
    if isinstance(value, int) or (math.isfinite(value) and value == int(value)):
        return f"{int(value):,}"
    return f"{value:,.2f}".rstrip("0") if abs(value) >= 1 else f"{value:.3g}"


def measure(value: object) -> float | None:
    """A value as the length of a bar; `None` where it is none."""
    if isinstance(value, (int, float, Decimal)) and math.isfinite(value):
        return int(value) if value == int(value) else float(value)
    return None


def _bar(value: float | None, most: float, length: int, *, blocks: bool) -> str:
    if not value or not most:
        return " " * length
    steps = (_ACROSS if blocks else _PLAIN) if value > 0 else " -"
    parts = len(steps) - 1
    filled = max(1, round(abs(value) / most * length * parts))  # what is not nothing is seen
    whole, rest = divmod(filled, parts)
    return (steps[-1] * whole + (steps[rest] if rest else "")).ljust(length)


def _part(filled: float, steps: str) -> str:
    parts = len(steps) - 1
    return steps[max(0, min(parts, round(filled * parts)))]


def _sized(label: str, room: int) -> str:
    return set_cell_size(label, room) if cell_len(label) <= room else set_cell_size(label, room - 1) + "…"


def _step(seconds: float) -> float:
    """The mean length of what looks like a month, a quarter or a year, whose lengths differ."""
    for days, mean in ((range(28, 32), 365.25 / 12), (range(90, 93), 365.25 / 4), (range(365, 367), 365.25)):
        if seconds / 86_400 in days:
            return mean * 86_400
    return seconds


def _seconds(one: date) -> float:
    if isinstance(one, datetime):
        aware = one if one.tzinfo else one.replace(tzinfo=timezone.utc)
        return (aware - datetime(1970, 1, 1, tzinfo=timezone.utc)) / timedelta(seconds=1)
    return float((one - date(1970, 1, 1)) / timedelta(seconds=1))


def _day(one: date) -> str:
    if isinstance(one, datetime):
        return f"{one:%Y-%m-%d}" if (one.hour, one.minute) == (0, 0) else f"{one:%Y-%m-%d %H:%M}"
    return one.isoformat()
