"""Rows as a table for people to read: as wide as the terminal, and no wider."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from rich.table import Table
from rich.text import Text

from newsmodel.cli import lines
from newsmodel.cli.messages import printable
from newsmodel.cli.tree import BOX

NARROWEST = 8
"""A column that is cut keeps at least as many characters."""
WIDEST = 60
"""A column is cut at as many, where there are others."""
GAP = 3
"""What lies between two columns."""


def of(names: Sequence[str], rows: Sequence[Sequence[str]], numbers: Sequence[bool], width: int) -> tuple[Table, int]:
    """The table, and how many of its columns there was room for.

    Args:
        names: of the columns.
        rows: the cells, as text; what is long is cut.
        numbers: which columns hold numbers, and stand at the right.
        width: of the terminal, in characters.
    """
    cells = [[_cell(value) for value in row] for row in rows]
    wanted = [max([cell_len(_cell(name)), *(cell_len(row[index]) for row in cells)]) for index, name in enumerate(names)]
    widths = fitted(wanted, width)
    table = Table(box=BOX)
    for index, size in enumerate(widths):
        table.add_column(Text(_cell(names[index])), width=size, no_wrap=True, overflow="ellipsis", justify="right" if numbers[index] else "left")
    for row in cells:
        table.add_row(*map(Text, row[: len(widths)]))
    return table, len(widths)


def fitted(wanted: Sequence[int], width: int) -> list[int]:
    """The widths of as many columns as there is room for, the first first; the narrow ones are not cut for the sake of the wide ones.

    >>> fitted([4, 100, 10], 80), fitted([4, 100, 10], 40), fitted([30] * 9, 40)
    ([4, 57, 10], [4, 17, 10], [11, 10, 10])
    """
    limit = WIDEST if len(wanted) > 1 else width
    most = [min(size, limit) for size in wanted]
    least = [min(size, NARROWEST) for size in most]
    count = max(1, sum(sum(least[: end + 1]) + GAP * (end + 1) <= width for end in range(len(least))))
    widths = least[:count]
    left = width - sum(widths) - GAP * count
    while left > 0 and (growing := [index for index in range(count) if widths[index] < most[index]]):
        for index in sorted(growing, key=lambda index: most[index])[:left]:
            widths[index] += 1
            left -= 1
    return widths


def _cell(value: str) -> str:
    """In one line, and no longer than any terminal shows."""
    return printable(lines.one_line(value[:2_000]))[:1_000]
