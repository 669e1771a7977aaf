"""The answer to a query in the formats of data: CSV, JSON, JSON Lines. Rows are written as they come, however many there are."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, time
from decimal import Decimal
from typing import Any

import msgspec
import pyarrow as pa

Rows = Iterable[tuple[Any, ...]]

_JSON = msgspec.json.Encoder(decimal_format="number", enc_hook=str)


def rows(batches: Iterable[pa.RecordBatch]) -> Iterator[tuple[Any, ...]]:
    """The rows of the batches, values as Python has them, decimals without zeros at their end."""
    for batch in batches:
        yield from zip(*(map(_plain, column.to_pylist()) for column in batch.columns), strict=True)


def names(schema: pa.Schema) -> list[str]:
    """The names of the columns, each made to differ from those before it: `a`, `a_2`."""
    taken: list[str] = []
    for name in schema.names:
        count = 1
        own = name
        while own in taken:
            count += 1
            own = f"{name}_{count}"
        taken.append(own)
    return taken


def as_csv(columns: list[str], found: Rows) -> Iterator[bytes]:
    """Comma-separated values (RFC 4180, lines ended by LF), a header first; nothing where there is no value, lists as JSON."""
    yield _csv_line(columns)
    for row in found:
        yield _csv_line([_csv_value(value) for value in row])


def as_jsonl(columns: list[str], found: Rows) -> Iterator[bytes]:
    """An object a line."""
    for row in found:
        yield _JSON.encode(dict(zip(columns, row, strict=True))) + b"\n"


def as_json(columns: list[str], found: Rows) -> Iterator[bytes]:
    """An array of objects, one a line."""
    before = b"[\n"
    for line in as_jsonl(columns, found):
        yield before + line[:-1]
        before = b",\n"
    yield b"[]\n" if before == b"[\n" else b"\n]\n"


FORMATS: dict[str, Callable[[list[str], Rows], Iterator[bytes]]] = {"csv": as_csv, "json": as_json, "jsonl": as_jsonl}


def text(value: Any) -> str:
    """A value as a table shows it."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, datetime):
        return value.isoformat(" ").replace("+00:00", "Z")
    if isinstance(value, (dict, list, bool)):
        return _JSON.encode(value).decode()
    return str(value)


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return Decimal(format(value.normalize(), "f"))
    if isinstance(value, list):
        return [_plain(one) for one in value]
    if isinstance(value, dict):
        return {name: _plain(one) for name, one in value.items()}
    return value


def _csv_line(values: list[Any]) -> bytes:
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(values)
    return line.getvalue().encode("utf-8", "surrogatepass")


def _csv_value(value: Any) -> str:
    if isinstance(value, (datetime, time)):
        return value.isoformat().replace("+00:00", "Z")
    return text(value)
