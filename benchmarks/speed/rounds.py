"""The clock: contenders in turn, round by round, and what the ratios of the rounds come to."""

from __future__ import annotations

import gc
import random
import statistics
import time
from collections.abc import Callable, Mapping, Sequence

from attrs import frozen

Run = Callable[[], object]

SLICE = 0.01
"""Seconds that a contender gets a round, or one turn where it needs more. Seconds are the processor's."""


@frozen(kw_only=True)
class Spread:
    """The middle of what the rounds say, and its quartiles."""

    median: float
    low: float
    high: float

    @classmethod
    def of(cls, values: Sequence[float]) -> Spread:
        """Of at least one value."""
        low, median, high = statistics.quantiles(values, n=4, method="inclusive") if len(values) > 1 else [values[0]] * 3
        return cls(median=median, low=low, high=high)

    def __str__(self) -> str:
        return f"{shown(self.median)} ({shown(self.low)}-{shown(self.high)})"


def shown(value: float) -> str:
    """Three digits that count."""
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


@frozen(kw_only=True)
class Timing:
    """How long each contender took in each round, in seconds a turn."""

    seconds: Mapping[str, Sequence[float]]

    def ratio(self, one: str, other: str) -> Spread:
        """How many times as long as another a contender takes: of each round, then of all."""
        return Spread.of([mine / its for mine, its in zip(self.seconds[one], self.seconds[other], strict=True)])

    def turn(self, one: str) -> Spread:
        """Seconds a turn."""
        return Spread.of(self.seconds[one])


def timed(contenders: Mapping[str, Sequence[Run]], rounds: int, patience: float = 30) -> Timing:
    """Each contender's turn is all of its runs once; in each round all take turns, in an order that changes.

    After `patience`, in seconds, no further round begins, but for three that are always made.
    """
    repeats = {name: _repeats(runs) for name, runs in contenders.items()}
    seconds: dict[str, list[float]] = {name: [] for name in contenders}
    order, shuffle = list(contenders), random.Random(0).shuffle  # noqa: S311  # an order, not a secret
    start = time.monotonic()
    gc.collect()
    gc.freeze()  # what earlier rows and other libraries keep is not collected again and again at the cost of whoever has the turn
    try:
        for number in range(rounds):
            if number >= 3 and time.monotonic() - start > patience:
                break
            shuffle(order)
            for name in order:
                seconds[name].append(_turn(contenders[name], repeats[name]))
    finally:
        gc.unfreeze()
    return Timing(seconds=seconds)


def _turn(runs: Sequence[Run], repeats: int) -> float:
    gc.collect()
    start = time.process_time()
    for _ in range(repeats):
        for run in runs:
            run()
    return (time.process_time() - start) / repeats


def _repeats(runs: Sequence[Run]) -> int:
    """How often a turn is taken to fill a slice; the runs are warm after this."""
    return max(1, round(SLICE / max(_turn(runs, 1), 1e-7)))
