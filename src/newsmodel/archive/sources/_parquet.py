"""Parquet: datasets of articles, and tables of documents."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from newsmodel.archive.documents import Document, Fault
from newsmodel.archive.schema import DOCUMENTS, is_archive
from newsmodel.archive.sources._opened import Opened

ROWS = 256
"""How many rows are held at a time."""


def begins(head: bytes) -> bool:
    """Whether these are the first bytes of a Parquet file."""
    return head.startswith(b"PAR1")


def read(opened: Opened) -> Iterator[Document]:
    """The documents of a Parquet file: the `json` of each row of a dataset of articles, or the rows of a table of documents.

    Raises:
        ValueError: where it is neither.
    """
    stream = opened.seekable()
    metadata = pq.read_metadata(stream)
    columns = [metadata.schema.column(number) for number in range(metadata.num_columns)]
    long = [one.path for one in columns if one.path in {"json", "data"} and one.physical_type == "BYTE_ARRAY"]
    with pq.ParquetFile(stream, metadata=metadata, buffer_size=1 << 20, pre_buffer=False, read_dictionary=long) as file:
        schema = file.schema_arrow
        if is_archive(schema):
            yield from _articles(file, opened.name)
        elif {"name", "data"} <= set(schema.names):
            yield from _documents(file, schema)
        else:
            raise ValueError(f"expected a dataset of articles, or the columns name and data, found {', '.join(schema.names)}")


def _articles(file: pq.ParquetFile, name: str) -> Iterator[Document]:
    """Each row's article, called by its number. The row of a document that was not read holds none."""
    number = 0
    for batch in file.iter_batches(ROWS, columns=["json"]):
        for value in _values(batch.column("json"), pa.large_string()):
            if value is not None:
                yield Document(name=f"{name}#{number}", data=value.encode(), media_type="application/json")
            number += 1


def _documents(file: pq.ParquetFile, schema: pa.Schema) -> Iterator[Document]:
    names = [name for name in DOCUMENTS.names if name in schema.names]
    for batch in file.iter_batches(ROWS, columns=names):
        columns = [_values(batch.column(name), DOCUMENTS.field(name).type) for name in names]
        for row in zip(*columns, strict=True):
            yield _document(dict(zip(names, row, strict=True)))


def _values(column: pa.Array, kind: pa.DataType) -> Iterator[Any]:
    """The values of a column, one at a time: in a dictionary, a few bytes of a file may stand for one long value in each of its rows."""
    if not pa.types.is_dictionary(column.type):
        yield from column.cast(kind).to_pylist()
        return
    words = column.dictionary.cast(kind)
    for place in column.indices.to_pylist():
        yield None if place is None else words[place].as_py()


def _document(row: dict[str, Any]) -> Document:
    data, error = row["data"], row.get("error")
    if error is None and data is None:
        error = {}
    fault = None if error is None else Fault(**error | {"kind": error.get("kind") or "source", "message": error.get("message") or "no data"})
    return Document(name=row["name"] or "", data=data, media_type=row.get("media_type"), line=row.get("line"), error=fault)
