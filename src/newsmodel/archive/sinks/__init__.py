"""What an archive is written to. A sink gets all rows in order, batch by batch; what it writes appears whole or not at all."""

from __future__ import annotations

from types import TracebackType
from typing import Protocol, Self

import pyarrow as pa


class Sink(Protocol):
    """One kind of output, as a context: leaving it well puts the output in its place, leaving it by an error leaves nothing."""

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of `SCHEMA` that it needs."""
        ...

    @property
    def target(self) -> str | None:
        """The format of the documents that it needs in the column `document`, if it needs any."""
        ...

    def put(self, rows: pa.RecordBatch) -> None:
        """Take rows of articles; those with an error have been taken out."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None: ...
