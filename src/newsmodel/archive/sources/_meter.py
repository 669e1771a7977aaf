"""How much of the files of a run has been read, for those who wait for it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from threading import Thread
from typing import BinaryIO

from newsmodel.archive.documents import Document


class Meter:
    """Counts the bytes of files as they are read, packed as they are, beside those of all there are."""

    def __init__(self) -> None:
        self._read = 0
        self._all: int | None = None

    def part(self) -> float | None:
        """How much of all has been read, from 0 to 1; `None` until it is known how much there is."""
        return min(1.0, self._read / self._all) if self._all else None

    def look_at(self, paths: Iterable[str]) -> None:
        """Add up the sizes of all files in the background: work has begun by then, and a large folder takes a while."""
        Thread(target=self._add_up, args=(paths,), daemon=True).start()

    def _add_up(self, paths: Iterable[str]) -> None:
        found = 0
        for path in paths:
            with suppress(OSError):  # it will be told where it is read
                found += os.stat(path).st_size  # noqa: PTH116  # a path is text here
        self._all = found

    def through(self, documents: Iterable[Document], stream: BinaryIO) -> Iterator[Document]:
        """The documents of a file, counted by how far its stream is."""
        before, size = self._read, os.fstat(stream.fileno()).st_size
        for document in documents:
            with suppress(ValueError, OSError):  # closed, or no longer ours to ask
                self._read = before + min(stream.tell(), size)
            yield document
        self._read = before + size
