"""What a run tells while it works, and when it is done."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
from attrs import asdict, field, frozen

from newsmodel.archive.documents import Fault


FIRST = 3
"""How many errors a report shows."""


@frozen(kw_only=True)
class Progress:
    """How far a run has come."""

    documents: int = 0
    articles: int = 0
    errors: int = 0
    losses: int = 0
    bytes: int = 0
    """Of the documents."""
    resumed: int = 0
    """How many of the documents an earlier run had done."""
    part: float | None = None
    """How much of the input is read, from 0 to 1, where that is known."""


@frozen(kw_only=True)
class Report:
    """What a run did. Two runs over the same documents give equal reports, however they were run."""

    output: str
    quarantine: str | None
    """The file of what was not read, if there is one."""
    documents: int
    articles: int
    formats: Mapping[str, int]
    """Articles by the format that they were read from."""
    errors: Mapping[str, int]
    """Documents that were not read, or not to their end, by the kind of the fault (`schema.ERROR`)."""
    first_errors: tuple[str, ...]
    """The first of them, with place and reason, for people: `week.zip!/rain.json:1:2: expected more`."""
    losses: int
    """What the articles lost on the way, repairs included."""
    repairs: int
    """How many of the losses are repairs: said otherwise, and not gone."""
    bytes_in: int
    """Of the documents."""
    bytes_out: int
    """Of the output."""
    resumed: int = field(default=0, eq=False)
    """How many of the documents an earlier run had done."""
    started: str = field(default="", eq=False)
    """When, in UTC (ISO 8601)."""
    seconds: float = field(default=0.0, eq=False)
    """How long it took; that of the last run where it was broken."""

    @property
    def failed(self) -> int:
        """How many documents were not read, or not to their end."""
        return sum(self.errors.values())

    def as_json(self) -> bytes:
        """The report as JSON; what differs from run to run stands apart, under `run`."""
        plain: dict[str, Any] = asdict(self)
        run = {name: plain.pop(name) for name in ("started", "seconds", "resumed")}
        return json.dumps(plain | {"run": run}, indent=2, ensure_ascii=False).encode(errors="backslashreplace") + b"\n"


def told(source: str, fault: Fault) -> str:
    """A fault of a document in words, its place before them: `week.zip!/rain.json:1:2 /article: expected more`."""
    place = ":".join(str(part) for part in (source, fault.line, fault.column) if part is not None)
    return f"{place}{f' {fault.path}' if fault.path else ''}: {fault.message}"


class Tally:
    """The counts of a run in the making."""

    def __init__(self) -> None:
        self._documents = self._bytes = self._articles = self._losses = self._repairs = self._resumed = 0
        self._formats: Counter[str] = Counter()
        self._errors: Counter[str] = Counter()
        self._first: list[str] = []

    @property
    def read(self) -> int:
        """How many documents there were so far."""
        return self._documents

    def documents(self, number: int, size: int, *, resumed: bool) -> None:
        """Count documents of so many bytes."""
        self._documents += number
        self._bytes += size
        self._resumed += number if resumed else 0

    def articles(self, rows: pa.RecordBatch) -> None:
        """Count rows of articles."""
        self._articles += rows.num_rows
        self._formats.update(rows.column("format").to_pylist())
        repaired = pc.struct_field(rows.column("losses").flatten(), "repaired")
        self._losses += len(repaired)
        self._repairs += repaired.true_count

    def fault(self, row: Mapping[str, Any]) -> None:
        """Count a document that was not read, by its row."""
        error = row["error"]
        self._errors[error["kind"]] += 1
        if len(self._first) < FIRST:
            self._first.append(told(row["source"], Fault(**error)).partition("\n")[0])

    def progress(self, part: float | None) -> Progress:
        """How far it is, with so much of the input read."""
        return Progress(
            documents=self._documents, articles=self._articles, errors=self._errors.total(), losses=self._losses, bytes=self._bytes,
            resumed=self._resumed, part=part,
        )  # fmt: skip

    def report(self, **more: Any) -> Report:
        """The end of it.

        Args:
            more: the fields of the report that are not counted.
        """
        return Report(
            documents=self._documents, articles=self._articles, formats=dict(sorted(self._formats.items())),
            errors=dict(sorted(self._errors.items())), first_errors=tuple(self._first), losses=self._losses, repairs=self._repairs, bytes_in=self._bytes,
            resumed=self._resumed, **more,
        )  # fmt: skip
