"""What came out, as Markdown and as JSON."""

from __future__ import annotations

import os
import platform
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import attrs
from attrs import frozen

from benchmarks.documents import markdown
from benchmarks.speed.contest import OURS, Aim, Field, Row
from benchmarks.speed.rounds import Spread, Timing, shown


@frozen(kw_only=True)
class Line:
    """One contender in one row."""

    name: str
    ratio: Spread
    """Times what the limit of the row takes."""
    unit: str
    """What `each` counts: microseconds for an article, KiB, milliseconds."""
    each: float
    note: str = ""


@frozen(kw_only=True)
class Verdict:
    """An aim, and how far newsmodel is."""

    aim: str
    measured: str
    value: float
    """What was measured, as a number: our time by that of the other, milliseconds, bytes by bytes."""
    reached: bool


@frozen(kw_only=True)
class Result:
    """One row, on one set of documents."""

    row: str
    title: str
    cases: str
    count: int
    kilobytes: float
    """Of a document, in the mean."""
    base: str
    lines: tuple[Line, ...]
    verdicts: tuple[Verdict, ...] = ()
    refused: Mapping[str, str] = attrs.field(factory=dict)
    left_out: Mapping[str, str] = attrs.field(factory=dict)
    remarks: tuple[str, ...] = ()


def of_timing(row: Row, name: str, field: Field, timing: Timing, kilobytes: float) -> Result:
    """The result of a row that the clock of `rounds` measured."""
    lines = [
        Line(name=one, ratio=timing.ratio(one, row.base), unit="us", each=timing.turn(one).median / field.cases * 1e6, note=field.notes.get(one, ""))
        for one in field.runs
    ]
    return Result(
        row=row.name, title=row.title, cases=name, count=field.cases, kilobytes=kilobytes, base=row.base,
        lines=tuple(sorted(lines, key=lambda line: line.ratio.median)),
        verdicts=tuple(_verdict(aim, timing) for aim in row.aims if aim.than in field.runs and OURS in field.runs),
        refused={one.name: one.reason for one in field.refused}, left_out=field.left_out,
    )  # fmt: skip


def _verdict(aim: Aim, timing: Timing) -> Verdict:
    return verdict(aim, timing.ratio(OURS, aim.than).median)


def verdict(aim: Aim, ratio: float, of: str = "time") -> Verdict:
    """What an aim comes to: `ratio` is our time, or memory, by that of the other."""
    measured = f"{shown(1 / ratio)} x as fast" if aim.at_most < 1 and of == "time" else f"{shown(ratio)} x the {of}"
    told = str(aim) if of == "time" else f"at most {aim.at_most} x the {of} of {aim.than}"
    return Verdict(aim=told, measured=measured, value=ratio, reached=ratio <= aim.at_most)


def as_markdown(results: list[Result]) -> str:
    """A table of all, and what was refused below it."""
    rows = []
    for result in results:
        rows += [_row(result, line, first=number == 0) for number, line in enumerate(result.lines)]
    table = markdown(["Work", "Documents", "Contender", "Times the limit", "Quartiles", "Each"], rows)
    aims = [
        [result.title, result.cases, verdict.aim, verdict.measured, "reached" if verdict.reached else "not reached"]
        for result in results
        for verdict in result.verdicts
    ]
    refused = [f"- {result.title} ({result.cases}): {name} is not timed: {_code(reason)}\n" for result in results for name, reason in result.refused.items()]
    refused += [f"- {result.title} ({result.cases}): {len(result.left_out)} documents left out that not all do alike, such as one of {_code(next(iter(result.left_out.values())))}\n" for result in results if result.left_out]
    refused += [f"- {result.title} ({result.cases}): {remark}\n" for result in results for remark in result.remarks]
    return f"{table}\n{markdown(['Work', 'Documents', 'Aim', 'Measured', ''], aims)}\n{''.join(refused)}"


def _row(result: Result, line: Line, *, first: bool) -> list[str]:
    held = f"{result.cases}, {result.count} of {shown(result.kilobytes)} kB" if result.kilobytes else result.cases
    name = f"**{line.name}**" if line.name == OURS else line.name
    quartiles = "-" if line.name == result.base else f"{shown(line.ratio.low)}-{shown(line.ratio.high)}"
    each = f"{shown(line.each)} {line.unit}"
    return [result.title if first else "", held if first else "", f"{name} ({line.note})" if line.note else name, shown(line.ratio.median), quartiles, each]


def _code(text: str) -> str:
    return "`" + text.replace("`", "'").replace("\n", " ") + "`"


def as_json(results: list[Result], *, quick: bool) -> dict[str, Any]:
    """The same for machines, with the machine and the versions."""
    return {
        "machine": {"python": platform.python_version(), "system": platform.system(), "processor": _processor(), "cores": os.cpu_count(), "load": os.getloadavg()[0]},
        "versions": versions(),
        "quick": quick,
        "results": [attrs.asdict(result) for result in results],
    }


def machine() -> str:
    """What was measured with, in a sentence."""
    libraries = ", ".join(f"{name} {number}" for name, number in versions().items())
    return f"Measured with Python {platform.python_version()} on {_processor()} ({os.cpu_count()} cores), {libraries}."


def versions() -> dict[str, str]:
    """Of newsmodel, and of what it is measured beside."""
    found = {"newsmodel": version("newsmodel")}
    for line in Path(__file__).with_name("peers.txt").read_text("utf-8").splitlines():
        name = line.partition("==")[0].partition("[")[0].strip()
        if name and not name.startswith("#"):
            try:
                found[name] = version(name)
            except PackageNotFoundError:
                found[name] = "not installed"
    return found | {name: version(name) for name in ("attrs", "cattrs", "msgspec", "lxml")}


def _processor() -> str:
    place = Path("/proc/cpuinfo")
    lines = place.read_text("utf-8").splitlines() if place.is_file() else []
    return next((line.partition(": ")[2] for line in lines if line.startswith("model name")), platform.processor())
