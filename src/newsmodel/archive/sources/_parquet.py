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
    with pq.ParquetFile(opened.seekable(), buffer_size=1 << 20, pre_buffer=False) as file:
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
        for value in batch.column(0).cast(pa.large_string()):
            if value.is_valid:
                yield Document(name=f"{name}#{number}", data=value.as_py().encode(), media_type="application/json")
            number += 1


def _documents(file: pq.ParquetFile, schema: pa.Schema) -> Iterator[Document]:
    names = [name for name in DOCUMENTS.names if name in schema.names]
    for batch in file.iter_batches(ROWS, columns=names):
        for row in batch.to_pylist():
            yield _document(row)


def _document(row: dict[str, Any]) -> Document:
    data, error = row["data"], row.get("error")
    if isinstance(data, str):
        data = data.encode()
    fault = Fault(**error) if error is not None else None if data is not None else Fault(kind="source", message="no data")
    return Document(name=row["name"] or "", data=data, media_type=row.get("media_type"), line=row.get("line"), error=fault)
