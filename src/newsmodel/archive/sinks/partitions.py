"""Parquet in a folder, a folder in it for each month, day or language: what asks for one of them opens no other.

The layout is Hive's, `month=2031-05/part-00000.parquet`, which all that reads datasets knows. Partitions are told apart in the order of the
rows, in constant memory and with one file open at a time, however many there are: rows wait in files of their own, a file a partition, and
each partition is written when all rows are in.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime
from itertools import groupby
from pathlib import Path
from typing import ClassVar, Literal, TypeAlias

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from attrs import frozen

from newsmodel.archive.schema import SCHEMA
from newsmodel.archive.sinks import Filling
from newsmodel.archive.sinks.parquet import Groups, parquet_file

Partition: TypeAlias = Literal["month", "day", "language"]

HELD_BYTES = 16 << 20
"""How much native JSON is held before rows are told apart."""
FILE_GROUPS = 32
"""How many groups of rows a file has at the most: 1 GB of native JSON, some 200 MB on disk."""
NONE = "__HIVE_DEFAULT_PARTITION__"
"""What Hive, and all others since, call the partition of those without a value."""

_SIZE = struct.Struct("<QQ")


@frozen(kw_only=True)
class ParquetFolder:
    """A folder of files with all columns of `SCHEMA`, by one fact about an article."""

    by: Partition
    """`month` and `day` are those of `published` in UTC; `language` is its first part in small letters, so that `en-GB` is with `en`. The
    name of the folder begins with `lang=` there, because `language` is a column, and says more."""

    into: ClassVar[Literal["dataset"]] = "dataset"
    columns: ClassVar[tuple[str, ...]] = tuple(SCHEMA.names)
    target: ClassVar[None] = None

    @contextmanager
    def filling(self, place: Path) -> Iterator[Filling]:
        """As `Sink.filling`."""
        place.mkdir()
        waiting = place.with_name(f"{place.name}.waiting")
        waiting.mkdir()
        partitions = _Partitions(waiting, self.by)
        yield partitions
        for folder, batches in partitions.all():
            (place / folder).mkdir()
            _write(place / folder, batches)


class _Partitions:
    """Rows told apart. Their partitions are named after the order of their first rows while they wait: names of folders are another matter."""

    def __init__(self, waiting: Path, by: Partition) -> None:
        self._waiting = waiting
        self._column, self._folder = _FOLDERS[by]
        self._held: list[pa.RecordBatch] = []
        self._size = 0
        self._known: dict[str, Path] = {}
        self._codec = pa.Codec("zstd")

    def put(self, rows: pa.RecordBatch) -> None:
        self._held.append(rows)
        self._size += pc.sum(pc.binary_length(rows.column("json"))).as_py() or 0
        if self._size >= HELD_BYTES:
            self._tell_apart()

    def all(self) -> Iterator[tuple[str, Iterator[pa.RecordBatch]]]:
        """The partitions by name, each with its rows in order."""
        self._tell_apart()
        for folder, waiting in sorted(self._known.items()):
            yield folder, self._read(waiting)
            waiting.unlink()

    def _tell_apart(self) -> None:
        table = pa.Table.from_batches(self._held, SCHEMA)
        self._held, self._size = [], 0
        folders = [self._folder(value) for value in table.column(self._column).to_pylist()]
        order = sorted(range(table.num_rows), key=folders.__getitem__)  # stable: rows of one partition stay in order
        rows = table.take(pa.array(order, pa.int64())).combine_chunks()
        start = 0
        for folder, members in groupby(folders[at] for at in order):
            number = sum(1 for _ in members)
            self._append(folder, rows.slice(start, number))
            start += number

    def _append(self, folder: str, rows: pa.Table) -> None:
        waiting = self._known.setdefault(folder, self._waiting / str(len(self._known)))
        with waiting.open("ab") as file:
            for batch in rows.to_batches():
                plain = batch.serialize()  # without the schema, which is longer than a short row
                data = self._codec.compress(plain, asbytes=True)
                file.write(_SIZE.pack(len(data), plain.size) + data)

    def _read(self, waiting: Path) -> Iterator[pa.RecordBatch]:
        with waiting.open("rb") as file:
            while head := file.read(_SIZE.size):
                packed, plain = _SIZE.unpack(head)
                yield pa.ipc.read_record_batch(self._codec.decompress(file.read(packed), plain), SCHEMA)


def _write(folder: Path, batches: Iterator[pa.RecordBatch]) -> None:
    with ExitStack() as stack:
        files = _Files(folder, stack)
        groups = Groups(files.write)
        for batch in batches:
            groups.put(batch)
        groups.end()


class _Files:
    """The files of a partition, one after the other."""

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        self._folder = folder
        self._stack = stack
        self._groups = 0
        self._writer: pq.ParquetWriter | None = None

    def write(self, group: pa.Table) -> None:
        if self._groups % FILE_GROUPS == 0:
            self._stack.close()
            name = f"part-{self._groups // FILE_GROUPS:05}.parquet"
            self._writer = self._stack.enter_context(parquet_file(self._folder / name))
        assert self._writer is not None
        self._writer.write_table(group, row_group_size=group.num_rows)
        self._groups += 1


def _month(published: datetime | None) -> str:
    return f"month={f'{published.year:04}-{published.month:02}' if published else NONE}"


def _day(published: datetime | None) -> str:
    return f"day={published.date().isoformat() if published else NONE}"


def _language(tag: str | None) -> str:
    return f"lang={tag.partition('-')[0].lower() if tag else NONE}"


_FOLDERS: dict[Partition, tuple[str, Callable[..., str]]] = {
    "month": ("published", _month), "day": ("published", _day), "language": ("language", _language)
}  # fmt: skip
"""By partition, the column that it is told by, and the name of the folder for a value."""
