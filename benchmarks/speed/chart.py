"""The chart of the documentation: for each work, how many times what its limit takes each contender takes, on a logarithmic axis.

Drawn as plain SVG. It has a title and a description for those who do not see it, follows the reader's light or dark scheme on a
ground of its own, and does not tell by colour alone: the labels of
newsmodel are bold, too.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from html import escape

from benchmarks.speed.contest import OURS
from benchmarks.speed.report import Line, Result
from benchmarks.speed.rounds import shown

SHOWN = ("json-read", "json-write", "newsml-g2-read", "newsml-g2-write", "html-write", "html-read", "page")
"""The rows of the chart, on invented articles."""
TICKS = (0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500)

WIDTH, LEFT, RIGHT = 760, 190, 60
BAR, GAP, HEAD = 18, 14, 22

STYLE = """\
svg { --ground: #fff; --ink: #1a1a1a; --quiet: #595959; --line: #d0d0d0; --ours: #0b5fb8; --other: #8a8a8a; }
@media (prefers-color-scheme: dark) { svg { --ground: #131416; --ink: #ececec; --quiet: #b0b0b0; --line: #3c3c3c; --ours: #6db3ff; --other: #8f8f8f; } }
text { font: 13px system-ui, sans-serif; fill: var(--ink); stroke: var(--ground); stroke-width: 4px; paint-order: stroke; } .quiet { fill: var(--quiet); font-size: 12px; } .work { font-weight: 600; }
.ground { fill: var(--ground); } .axis { stroke: var(--line); } .limit { stroke: var(--ink); stroke-dasharray: 4 3; }
.other { fill: var(--other); } .ours { fill: var(--ours); } .bold { font-weight: 600; } .spread { stroke: var(--ink); stroke-width: 1.5; }
"""


def drawn(results: Sequence[Result]) -> str:
    """The chart of the rows that `SHOWN` names."""
    rows = [result for name in SHOWN for result in results if result.row == name and result.cases == "invented"]
    values = [line.ratio.high for result in rows for line in result.lines] + [line.ratio.low for result in rows for line in result.lines]
    scale = _Scale(min([*values, 1]), max([*values, 2]))
    parts, top = [], 54
    for result in rows:
        parts.append(f'<text class="work" x="12" y="{top + 14}">{escape(result.title.replace("`", ""))}</text>')
        top += HEAD
        for line in result.lines:
            parts += _bar(line, top, scale, is_limit=line.name == result.base)
            top += BAR
        top += GAP
    height = top + 12
    axis = [part for tick in TICKS if scale.low <= tick <= scale.high for part in _tick(tick, scale.x(tick), height)]
    described = "; ".join(f"{result.title.replace('`', '')}: " + ", ".join(f"{line.name} {shown(line.ratio.median)}" for line in result.lines) for result in rows)
    return "\n".join([
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img" aria-labelledby="title description">',
        '<title id="title">How many times what the limit of each work takes newsmodel and other libraries take</title>',
        f'<desc id="description">Medians, on a logarithmic axis; shorter is faster. {escape(described)}.</desc>',
        f"<style>\n{STYLE}</style>",
        f'<rect class="ground" width="{WIDTH}" height="{height}"/>',
        '<text class="quiet" x="12" y="20">Time, as multiples of the limit of each work (dashed); shorter is faster, the axis is logarithmic</text>',
        *axis, *parts, "</svg>", "",
    ])  # fmt: skip


class _Scale:
    """From ratios to places on the axis."""

    def __init__(self, low: float, high: float) -> None:
        self.low = max((tick for tick in TICKS if tick <= low), default=TICKS[0])
        self.high = min((tick for tick in TICKS if tick >= high), default=TICKS[-1])

    def x(self, ratio: float) -> float:
        """Where a ratio stands, at most at the edges."""
        part = math.log(min(max(ratio, self.low), self.high) / self.low) / math.log(self.high / self.low)
        return round(LEFT + part * (WIDTH - LEFT - RIGHT), 1)


def _tick(tick: float, x: float, height: int) -> list[str]:
    kind = "limit" if tick == 1 else "axis"
    return [f'<line class="{kind}" x1="{x}" x2="{x}" y1="44" y2="{height - 8}"/>', f'<text class="quiet" x="{x}" y="38" text-anchor="middle">{tick:g}</text>']


def _bar(line: Line, top: int, scale: _Scale, *, is_limit: bool) -> list[str]:
    kind = "ours" if line.name == OURS else "other"
    start, end = sorted((scale.x(1), scale.x(line.ratio.median)))
    middle = top + BAR / 2
    bold = " bold" if line.name == OURS else ""
    parts = [f'<text class="quiet{bold}" x="{LEFT - 8}" y="{middle + 4}" text-anchor="end">{escape(line.name)}</text>']
    if is_limit:
        return [*parts, f'<text class="quiet" x="{scale.x(1) + 6}" y="{middle + 4}">the limit</text>']
    return [
        *parts,
        f'<rect class="{kind}" x="{start}" y="{top + 3}" width="{max(end - start, 1):.1f}" height="{BAR - 6}"/>',
        f'<line class="spread" x1="{scale.x(line.ratio.low)}" x2="{scale.x(line.ratio.high)}" y1="{middle}" y2="{middle}"/>',
        f'<text class="quiet{bold}" x="{max(scale.x(line.ratio.high), scale.x(1)) + 6}" y="{middle + 4}">{shown(line.ratio.median)}</text>',
    ]
