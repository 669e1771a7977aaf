"""Plots as inline SVG: shapes alone, which stretch; the words around them are HTML, which does not."""

from __future__ import annotations

import math
from collections.abc import Sequence
from html import escape


def bar(count: int, most: int, part: int = 0) -> str:
    """A bar in a row of a table, whose cells say what it shows."""
    width = 100 * count / most if most else 0
    inner = f'<rect class="part" width="{100 * part / most:.2f}" height="10"/>' if part and most else ""
    return f'<svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="100" height="10"/><rect class="mark" width="{width:.2f}" height="10"/>{inner}</svg>'


def columns(counts: Sequence[int], most: int, names: Sequence[str], title: str, text: str, key: str, strong: frozenset[int] = frozenset()) -> str:
    """Columns side by side, each with its name and number under the pointer.

    Args:
        counts: how high each is.
        most: what is as high as the plot.
        names: of the columns, our own words.
        title: what it is.
        text: what it shows, for who cannot see it.
        key: unlike that of any other plot of the page.
        strong: which columns are told apart.
    """
    gap = 0.12 if len(counts) < 90 else 0
    marks: list[str] = []
    for index, (count, name) in enumerate(zip(counts, names, strict=True)):
        height = 100 * count / most if most else 0
        kind = "mark strong" if index in strong else "mark"
        if count:
            marks.append(
                f'<rect class="{kind}" x="{index + gap / 2:.2f}" y="{100 - height:.2f}" width="{1 - gap:.2f}" height="{height:.2f}">'
                f"<title>{escape(name)}: {count:,}</title></rect>"
            )
    lines = "".join(f'<line x1="0" x2="{len(counts)}" y1="{100 - 100 * tick / most:.2f}" y2="{100 - 100 * tick / most:.2f}"/>' for tick in ticks(most) if tick)
    return (
        f'<svg role="img" aria-labelledby="{key}-t {key}-d" viewBox="0 0 {len(counts)} 100" preserveAspectRatio="none">'
        f'<title id="{key}-t">{escape(title)}</title><desc id="{key}-d">{escape(text)}</desc><g class="grid">{lines}</g>{"".join(marks)}</svg>'
    )


def small(counts: Sequence[int], most: int) -> str:
    """An area without words, for one of several that share a scale."""
    points = " ".join(f"{index},{100 - 100 * count / most if most else 100:.1f} {index + 1},{100 - 100 * count / most if most else 100:.1f}" for index, count in enumerate(counts))
    return (
        f'<svg viewBox="0 0 {len(counts)} 100" preserveAspectRatio="none" aria-hidden="true">'
        f'<polygon class="mark" points="0,100 {points} {len(counts)},100"/></svg>'
    )


def ticks(most: int) -> list[int]:
    """Round numbers from zero to at most `most`, three to six of them where it is large enough.

    >>> ticks(1), ticks(7), ticks(43), ticks(1_234), ticks(0)
    ([0, 1], [0, 2, 4, 6], [0, 10, 20, 30, 40], [0, 500, 1000], [0])
    """
    if most < 1:
        return [0]
    power = 10 ** math.floor(math.log10(most))
    step = next(step for step in (power // 5, power // 2, power, 2 * power, 5 * power) if step and most / step <= 4.5)
    return list(range(0, most + 1, step))
