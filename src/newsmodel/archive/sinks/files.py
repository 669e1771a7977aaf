"""Articles as files in any format, in a folder or in a ZIP."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import ClassVar, Literal

import pyarrow as pa
from attrs import frozen

from newsmodel.archive.sinks import Filling
from newsmodel.archive.sinks.names import Names, names
from newsmodel.archive.sinks.packing import Packer, packer

_NAMED = ("source", "line", "position")


@frozen(kw_only=True)
class Files:
    """A folder of files, one an article."""

    target: str
    """Their format."""
    roots: tuple[str, ...] = ()
    """What the names of documents begin with that the names of files shall not (`names.roots`)."""

    into: ClassVar[Literal["files"]] = "files"
    columns: ClassVar[tuple[str, ...]] = _NAMED

    @contextmanager
    def filling(self, place: Path) -> Iterator[Filling]:
        """As `Sink.filling`."""
        place.mkdir()
        with names(place, self.target, self.roots) as given:
            yield _Folder(place, given)


@frozen(kw_only=True)
class Zip:
    """A ZIP of files, one an article; nothing in it tells when it was made."""

    target: str
    """Their format."""
    roots: tuple[str, ...] = ()
    """As `Files.roots`."""

    into: ClassVar[Literal["file"]] = "file"
    columns: ClassVar[tuple[str, ...]] = _NAMED

    @contextmanager
    def filling(self, place: Path) -> Iterator[Filling]:
        """As `Sink.filling`."""
        with names(place, self.target, self.roots) as given, packer(place) as packing:
            yield _Packed(packing, given)


class _Folder:
    def __init__(self, place: Path, given: Names) -> None:
        self._place = place
        self._given = given

    def put(self, rows: pa.RecordBatch) -> None:
        for name, data in _named(rows, self._given):
            file = self._place / name
            try:
                handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
            except FileNotFoundError:
                file.parent.mkdir(parents=True)
                handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
            with os.fdopen(handle, "wb") as opened:
                opened.write(data)


class _Packed:
    def __init__(self, packing: Packer, given: Names) -> None:
        self._packing = packing
        self._given = given

    def put(self, rows: pa.RecordBatch) -> None:
        for name, data in _named(rows, self._given):
            self._packing.add(name, data)


def _named(rows: pa.RecordBatch, given: Names) -> Iterator[tuple[str, bytes]]:
    for row in rows.select([*_NAMED, "document"]).to_pylist():
        yield given.name(row["source"], row["line"], row["position"]), row["document"]
