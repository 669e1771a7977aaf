"""JSON Lines: an article a line in the native format, plain or compressed."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, ClassVar, Literal, Protocol

import pyarrow as pa
from attrs import frozen

from newsmodel.archive.sinks import Filling


@frozen(kw_only=True)
class JsonLines:
    """A file of one article a line; `nm.stream` reads it where it is not compressed."""

    compression: Literal["gzip", "zstd"] | None = None

    into: ClassVar[Literal["file"]] = "file"
    columns: ClassVar[tuple[str, ...]] = ("json",)
    target: ClassVar[None] = None

    @contextmanager
    def filling(self, place: Path) -> Iterator[Filling]:
        """As `Sink.filling`."""
        with place.open("xb") as file, _compressed(file, self.compression) as lines:
            yield _Lines(lines)


class _Lines:
    def __init__(self, file: _Bytes) -> None:
        self._file = file

    def put(self, rows: pa.RecordBatch) -> None:
        for line in rows.column("json"):
            self._file.write(line.as_py().encode() + b"\n")


class _Bytes(Protocol):
    def write(self, data: bytes, /) -> object: ...


@contextmanager
def _compressed(file: BinaryIO, compression: str | None) -> Iterator[_Bytes]:
    match compression:
        case None:
            yield file
        case "gzip":
            with gzip.GzipFile("", "wb", fileobj=file, compresslevel=6, mtime=0) as packed:  # neither name nor time: the same bytes always
                yield packed
        case _:
            with pa.CompressedOutputStream(file, compression) as packed:
                yield packed
