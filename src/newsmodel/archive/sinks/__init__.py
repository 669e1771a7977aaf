"""What an archive is written to. A sink knows how to fill one file or folder; where that stands in the end is the job's business.

A sink gets all rows in order, batch by batch. What it writes depends on the rows alone: not on how they are cut into batches, on the
engine, on the time, or on whether the run was broken in between.
"""

from __future__ import annotations

from contextlib import AbstractContextManager
from pathlib import Path
from typing import Literal, Protocol

import pyarrow as pa


class Filling(Protocol):
    """An output in the making."""

    def put(self, rows: pa.RecordBatch) -> None:
        """Take rows of articles; those with an error have been taken out."""
        ...


class Sink(Protocol):
    """One kind of output."""

    @property
    def into(self) -> Literal["file", "dataset", "files"]:
        """What it fills: one file; a folder that is a whole; or a folder that others write to as well, where each file is a whole."""
        ...

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of `SCHEMA` that it needs."""
        ...

    @property
    def target(self) -> str | None:
        """The format of the documents that it needs in the column `document`, if it needs any."""
        ...

    def filling(self, place: Path) -> AbstractContextManager[Filling]:
        """Begin the output at a place where nothing is. Leaving the context well ends it; leaving it by an error closes all files.

        What it needs besides stands in the same folder, and is left to whoever named the place to remove.
        """
        ...
