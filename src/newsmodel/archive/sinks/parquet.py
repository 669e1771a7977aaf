"""Parquet: a file, or a folder of files by date or language."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import ClassVar, Literal

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from attrs import frozen

from newsmodel.archive.schema import SCHEMA
from newsmodel.archive.sinks import Filling

GROUP_ROWS = 16_384
GROUP_BYTES = 32 << 20
"""A group of rows, what readers take at a time, ends with the row that makes it as long as this, counted in native JSON."""

_LONG = {"json", "text"}
"""No reader looks for a least or a greatest one."""
_OWN = _LONG | {"id", "url", "headline", "slug", "standfirst", "summary", "quote", "motion", "created", "published", "updated"}
"""Seldom said twice, so that a dictionary would only cost."""


@frozen(kw_only=True)
class Parquet:
    """One file, with all columns of `SCHEMA`."""

    into: ClassVar[Literal["file"]] = "file"
    columns: ClassVar[tuple[str, ...]] = tuple(SCHEMA.names)
    target: ClassVar[None] = None

    @contextmanager
    def filling(self, place: Path) -> Iterator[Filling]:
        """As `Sink.filling`."""
        with parquet_file(place) as writer:
            groups = Groups(lambda group: writer.write_table(group, row_group_size=group.num_rows))
            yield groups
            groups.end()


class Groups:
    """Rows in groups, cut by the rows alone. Holds one group at a time."""

    def __init__(self, write: Callable[[pa.Table], object]) -> None:
        """Groups for `write` to take, each in one piece."""
        self._write = write
        self._held: list[pa.RecordBatch] = []
        self._rows = self._bytes = 0

    def put(self, rows: pa.RecordBatch) -> None:
        """As `Filling.put`."""
        start = 0
        for end, size in enumerate(pc.binary_length(rows.column("json")).to_pylist(), 1):
            self._rows += 1
            self._bytes += size
            if self._rows >= GROUP_ROWS or self._bytes >= GROUP_BYTES:
                self._held.append(rows.slice(start, end - start))
                self.end()
                start = end
        if start < rows.num_rows:
            self._held.append(rows.slice(start))

    def end(self) -> None:
        """Write the group that is held, if there is one."""
        if self._held:
            self._write(pa.Table.from_batches(self._held, SCHEMA).combine_chunks())  # in one piece: where batches met is not to be seen
        self._held = []
        self._rows = self._bytes = 0


@contextmanager
def parquet_file(place: Path) -> Iterator[pq.ParquetWriter]:
    """A writer of the schema `SCHEMA`; nothing in the file tells when or by whom it was written, but for the library."""
    with (
        place.open("xb") as file,
        pq.ParquetWriter(file, SCHEMA, compression="zstd", use_dictionary=_DICTIONARIES, write_statistics=_STATISTICS) as writer,
    ):
        yield writer


def _leaves(name: str, kind: pa.DataType) -> Iterator[tuple[str, str]]:
    """The columns that Parquet makes of one of ours: the path of each, and its last name."""
    if pa.types.is_list(kind):
        yield from _leaves(f"{name}.list.element", kind.value_type)
    elif pa.types.is_struct(kind):
        for field in kind:
            yield from _leaves(f"{name}.{field.name}", field.type)
    else:
        yield name, name.removesuffix(".list.element").rpartition(".")[2]


_PATHS = [leaf for field in SCHEMA for leaf in _leaves(field.name, field.type)]
_DICTIONARIES = [path for path, name in _PATHS if name not in _OWN]
_STATISTICS = [path for path, name in _PATHS if name not in _LONG]
