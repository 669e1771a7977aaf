"""Articles as Arrow tables, and back."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

import pyarrow as pa
import pyarrow.dataset as ds

from newsmodel import registry
from newsmodel.archive.columns import COLUMNS
from newsmodel.archive.schema import SCHEMA, is_archive
from newsmodel.model import Article

ROWS = 1024
"""How many rows are held at a time."""


def to_arrow(articles: Iterable[Article], *, source: str = "") -> pa.Table:
    """Articles as a table of the schema `SCHEMA`, a row each.

    Args:
        articles: any number of them; none gives a table without rows, of the same schema.
        source: what the column `source` says.

    >>> from newsmodel.model import Article
    >>> table = to_arrow([Article(headline="Rain", language="en")])
    >>> table["headline"].to_pylist(), next(from_arrow(table)).language
    (['Rain'], 'en')
    """
    rows: list[dict[str, object]] = []
    for position, article in enumerate(articles):
        made = {name: make(article) for name, make in COLUMNS.items()}
        rows.append(made | {"source": source, "position": position, "losses": []})
    arrays = [pa.array([row.get(column.name) for row in rows], column.type) for column in SCHEMA]
    return pa.Table.from_arrays(arrays, schema=SCHEMA)


def from_arrow(table: pa.Table | pa.RecordBatch) -> Iterator[Article]:
    """The articles of a table that `to_arrow` or the kernel made, in order; rows without one, those with an error, are left out.

    Raises:
        ValueError: where the table is no archive, or one of a version that is not known here.
        ReadError: where the JSON of a row is no article.
    """
    if not is_archive(table.schema):
        raise ValueError(f"expected a table with a column 'json', found the columns {', '.join(table.schema.names)}")
    read = registry.codec("json").read
    for value in table.column("json"):
        if value.is_valid:
            yield read(value.as_py().encode()).article


def articles(path: str | os.PathLike[str]) -> Iterator[Article]:
    """The articles of a Parquet file, or of a folder of them, in constant memory; raises as `from_arrow`, and `OSError`."""
    dataset = ds.dataset(os.fspath(path), format="parquet")
    if not is_archive(dataset.schema):
        raise ValueError(f"expected an archive with a column 'json', found the columns {', '.join(dataset.schema.names)}")
    for batch in dataset.to_batches(columns=["json"], batch_size=ROWS):
        yield from from_arrow(batch.cast(pa.schema([SCHEMA.field("json")], metadata=SCHEMA.metadata)))
