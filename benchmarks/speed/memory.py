"""How much memory articles take that are held, as `tracemalloc` counts it: what the objects of an article allocate, and nothing else."""

from __future__ import annotations

import gc
import tracemalloc
from collections.abc import Callable, Sequence
from typing import Any

from benchmarks.speed.articles import invented
from benchmarks.speed.cases import written
from benchmarks.speed.contest import CONTENDERS, OURS, ROWS, Aim, admitted
from benchmarks.speed.report import Line, Result, verdict
from benchmarks.speed.rounds import Spread

BATCHES = 3
AIMS = (Aim(than="msgspec Structs", at_most=1.1), Aim(than="pydantic", at_most=0.35))


def measured(*, quick: bool) -> list[Result]:
    """Articles decoded from JSON by each that does, in batches of different articles."""
    cases = [written("json", article, f"article {n}") for n, article in enumerate(invented(30 if quick else 120))]
    field = admitted(CONTENDERS["json-read"], cases)
    size = len(next(iter(field.runs.values()))) // BATCHES
    held = {name: [_held(runs[start * size : (start + 1) * size]) for start in range(BATCHES)] for name, runs in field.runs.items()}
    base = held[ROWS["json-read"].base]
    ratios = {name: Spread.of([mine / its for mine, its in zip(found, base, strict=True)]) for name, found in held.items()}
    lines = [Line(name=name, ratio=ratios[name], unit="KiB", each=Spread.of(found).median / 1024) for name, found in held.items()]
    return [
        Result(
            row="memory", title="Memory of an article held", cases="invented", count=field.cases, base=ROWS["json-read"].base,
            kilobytes=sum(len(case.data) for case in cases) / len(cases) / 1000,
            lines=tuple(sorted(lines, key=lambda line: line.ratio.median)), refused={one.name: one.reason for one in field.refused},
            verdicts=tuple(verdict(aim, Spread.of(held[OURS]).median / Spread.of(held[aim.than]).median, "memory") for aim in AIMS if aim.than in held),
        )
    ]  # fmt: skip


def _held(runs: Sequence[Callable[[], Any]]) -> float:
    """Bytes an article."""
    gc.collect()
    tracemalloc.start()
    before, _ = tracemalloc.get_traced_memory()
    kept = [run() for run in runs]
    gc.collect()
    after, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return (after - before) / len(kept)
