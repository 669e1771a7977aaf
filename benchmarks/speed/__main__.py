"""Measure, print the tables, and write them down.

python -m benchmarks.speed --quick                  # make bench-quick
python -m benchmarks.speed --page                   # make bench: and write the tables and the chart into the documentation
python -m benchmarks.speed --only json              # the rows whose name begins so
python -m benchmarks.speed --only newsml-g2-read --out result.json
"""

from __future__ import annotations

import argparse
import json
import logging
import sys
import time
import warnings
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from benchmarks.samples import with_table
from benchmarks.speed import chart, contenders, growth, memory, processes, report  # noqa: F401  # the contenders enter their rows as they are imported
from benchmarks.speed.cases import cases
from benchmarks.speed.contest import CONTENDERS, OURS, ROWS, Row, admitted
from benchmarks.speed.report import Result
from benchmarks.speed.rounds import timed

PAGE = Path(__file__).resolve().parents[2] / "docs" / "explanation" / "speed.md"


def _measured_row(row: Row, *, quick: bool) -> list[Result]:
    return list(measured(row, quick=quick))


def measured(row: Row, *, quick: bool) -> Iterator[Result]:
    """One row, on each set of documents that it has."""
    for name, documents in cases(row, 3 if quick else 6).items():
        if not documents:
            continue
        field = admitted(CONTENDERS[row.name], documents)
        if row.base not in field.runs or OURS not in field.runs:
            reasons = "; ".join(f"{one.name}: {one.reason}" for one in field.refused)
            print(f"{row.name}, {name}: no comparison ({reasons})", file=sys.stderr)
            continue
        timing = timed(field.runs, *((7, 2) if quick else (25, 40)))
        kept = [len(one.data) for one in documents if one.name not in field.left_out]
        yield report.of_timing(row, name, field, timing, sum(kept) / len(kept) / 1000)


MEASURES: dict[str, Callable[..., list[Result]]] = {
    **{name: partial(_measured_row, row) for name, row in ROWS.items()},
    "memory": memory.measured,
    "stream": processes.streams,
    "start": processes.starts,
    "growth": growth.measured,
}
"""All rows of the table, by name."""


def main(arguments: list[str] | None = None) -> int:
    """Measure the rows asked for."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--quick", action="store_true", help="fewer documents and rounds: under two minutes")
    parser.add_argument("--only", action="append", default=[], metavar="ROW", help=f"rows that begin so, of {', '.join(MEASURES)}")
    parser.add_argument("--out", type=Path, help="write the results as JSON into this file")
    parser.add_argument("--page", action="store_true", help=f"write the tables, the chart and the JSON into {PAGE.parent.name}/{PAGE.name} and beside it")
    asked = parser.parse_args(arguments)
    if asked.page and asked.only:
        parser.error("--page takes all rows")
    results: list[Result] = []
    for name, measure in MEASURES.items():
        if not asked.only or name.startswith(tuple(asked.only)):
            start = time.monotonic()
            results += measure(quick=asked.quick)
            print(f"{name}: {time.monotonic() - start:.1f} s", file=sys.stderr)
    table = report.as_markdown(results)
    print(table, end="")
    told = json.dumps(report.as_json(results, quick=asked.quick), indent=1) + "\n"
    if asked.out:
        asked.out.write_text(told, "utf-8")
    if asked.page:
        PAGE.write_text(with_table(PAGE.read_text("utf-8"), "speed", f"{report.machine()}\n\n{table}"), "utf-8")
        PAGE.with_suffix(".json").write_text(told, "utf-8")
        PAGE.with_suffix(".svg").write_text(chart.drawn(results), "utf-8")
    return 0


if __name__ == "__main__":
    logging.disable()  # what other libraries have to say of real documents
    warnings.simplefilter("ignore")
    sys.exit(main())
