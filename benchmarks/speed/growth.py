"""What happens to the time when a document is twice as long: every codec, both directions, pages and prose."""

from __future__ import annotations

import gc
import math
import sys
import time
from collections.abc import Callable, Iterator
from functools import cache, partial
from itertools import pairwise

from attrs import evolve, frozen

import newsmodel as nm
from benchmarks.speed.articles import Writer
from benchmarks.speed.cases import publisher_page
from benchmarks.speed.contest import OURS
from benchmarks.speed.report import Line, Result, Verdict
from benchmarks.speed.rounds import Run, Spread, shown
from newsmodel.extract import votes
from newsmodel.formats.html import Html

LONGEST = 16 << 20
"""Bytes: codecs refuse longer documents."""
QUICK = 128 << 10
FROM = 16 << 10
"""Bytes: below, what a document costs that is empty hides what its length costs."""
PATIENCE = 20.0
"""Seconds: a step that takes longer is the last of its series."""
TURN = 0.15
"""Seconds: as long as turns take together, up to seven are taken, and the best counts."""
LEAST = 1.5
"""A document that is less than so many times as long as the one before says nothing of growth."""
AT_MOST = 2.1
DISTINCT = 200
"""Paragraphs of which longer bodies consist, again and again."""

Made = Callable[[nm.Article], tuple[int, Run]]
"""The work on an article of some length: the bytes of the document, and what is timed."""


@frozen(kw_only=True)
class Step:
    """One length."""

    size: int
    seconds: float


def measured(*, quick: bool) -> list[Result]:
    """One result for all works; a line says what the time does where the length doubles, at worst and in the mean."""
    lines, remarks, worst = [], [], 0.0
    for name, made in works().items():
        steps, end = series(made, QUICK if quick else LONGEST)
        doubled = [_doubled(one, other) for one, other in pairwise(steps) if one.size >= FROM and other.size >= LEAST * one.size]
        if not doubled:
            remarks.append(f"{name}: too short a series: {end}")
            continue
        last = steps[-1]
        if end:
            remarks.append(f"{name} ends at {_bytes(last.size)}: {end}")
        worst = max(worst, *doubled)
        note = f"at worst {shown(max(doubled))}, up to {_bytes(last.size)}"
        lines.append(Line(name=name, ratio=Spread.of(doubled), unit="MB/s", each=last.size / last.seconds / 1e6, note=note))
        print(f"growth, {name}: {note}", file=sys.stderr)
    verdict = Verdict(aim=f"time at most {AT_MOST} x where the length doubles", measured=f"{shown(worst)} x at worst", value=worst, reached=worst <= AT_MOST)
    return [
        Result(row="growth", title="Time, where the length doubles", cases="invented", count=0, kilobytes=0, base=OURS, lines=tuple(lines), verdicts=(verdict,), remarks=tuple(remarks))
    ]


def works() -> dict[str, Made]:
    """By name: reading, writing and updating of each codec; a publisher's page; votes in prose."""
    found: dict[str, Made] = {}
    for codec in nm.codecs():
        if isinstance(codec, nm.Writer):
            found[f"{codec.name}, read"] = partial(_reading, codec)
            found[f"{codec.name}, written"] = partial(_writing, codec)
        if isinstance(codec, nm.Updater):
            found[f"{codec.name}, updated"] = partial(_updating, codec)
    return found | {"a publisher's page, read": _page, "votes in prose": _prose}


def _reading(codec: nm.Writer, article: nm.Article) -> tuple[int, Run]:
    data = codec.write(article).data
    return len(data), partial(codec.read, data)


def _writing(codec: nm.Writer, article: nm.Article) -> tuple[int, Run]:
    return len(codec.write(article).data), partial(codec.write, article)


def _updating(codec: nm.Updater, article: nm.Article) -> tuple[int, Run]:
    data = codec.write(article).data
    return len(data), partial(codec.update, data, evolve(article, headline="Another headline"))


def _page(article: nm.Article) -> tuple[int, Run]:
    data = publisher_page(article).data
    return len(data), partial(Html().read, data)


def _prose(article: nm.Article) -> tuple[int, Run]:
    return len(article.text), partial(votes, article.text, "en")


def series(made: Made, longest: int) -> tuple[list[Step], str]:
    """Lengths that double, from about 1 kB; and why the series ends before the longest, if it does."""
    steps: list[Step] = []
    for article in _articles():
        try:
            size, run = made(article)
            if size > longest:
                return steps, ""
            steps.append(Step(size=size, seconds=_seconds(run)))
        except (nm.ReadError, nm.UpdateRefused) as error:
            return steps, f"refused: {error}".partition("\n")[0][:120]
        if steps[-1].seconds > PATIENCE:
            return steps, f"{steps[-1].seconds:.0f} s for one document"
    raise AssertionError("lengths have no end")


def _articles() -> Iterator[nm.Article]:
    """Articles of 1, 2, 4, ... paragraphs and what stands among them; the rest of each is the same."""
    count = 1
    while True:
        paragraphs = _paragraphs()
        body = [*paragraphs[: count % DISTINCT], *(paragraphs * (count // DISTINCT))]
        yield evolve(_frame(), body=body)
        count *= 2


@cache
def _frame() -> nm.Article:
    return Writer(3).article(1)


@cache
def _paragraphs() -> list[nm.model.Block]:
    return list(Writer(4).body(DISTINCT))[:DISTINCT]


def _seconds(run: Run) -> float:
    """The best of up to seven turns."""
    found: list[float] = []
    while len(found) < 7 and sum(found) < TURN:
        gc.collect()
        start = time.process_time()
        run()
        found.append(time.process_time() - start)
    return min(found)


def _doubled(one: Step, other: Step) -> float:
    """What the time is multiplied by where the length is multiplied by two."""
    return float(2 ** (math.log(other.seconds / one.seconds) / math.log(other.size / one.size)))


def _bytes(size: int) -> str:
    return f"{shown(size / 1e6)} MB" if size >= 1e6 else f"{shown(size / 1e3)} kB"
