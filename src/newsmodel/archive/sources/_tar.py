"""Tar archives, read from front to back: nothing is extracted, and nothing but the names' fingerprints is held."""

from __future__ import annotations

import tarfile
from collections.abc import Iterator
from typing import BinaryIO, cast

from newsmodel import api
from newsmodel.archive.documents import Document
from newsmodel.archive.sources._opened import CHUNK, Beyond, Opened, failed, is_hidden, too_large
from newsmodel.syntax.members import refusal

_MAGIC = slice(257, 262)
END = bytes(tarfile.BLOCKSIZE)
"""A block of zeros ends an archive."""


def begins(head: bytes) -> bool:
    """Whether these are the first bytes of a tar archive (POSIX ustar, GNU, pax)."""
    return head[_MAGIC] == b"ustar"


class _Forward:
    """A stream that only goes on, as `tarfile` needs it to find its way; no header may be larger than a document."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._place = 0
        self.last = b""
        """What the last reading gave."""

    def read(self, size: int = -1) -> bytes:
        if not 0 <= size <= api.MAX_BYTES:
            raise Beyond(too_large(" in a header"))
        self.last = self._stream.read(size)
        self._place += len(self.last)
        return self.last

    def tell(self) -> int:
        return self._place

    def seekable(self) -> bool:
        return False

    def seek(self, place: int) -> int:
        if place < self._place:
            raise OSError("the archive is damaged: a member begins before the one that it follows")
        while self._place < place and self.read(min(CHUNK, place - self._place)):
            pass
        return self._place


def read(opened: Opened) -> Iterator[Document | Opened]:
    """The members of a tar archive, in its order."""
    forward = _Forward(opened.stream)
    seen: set[int] = set()
    with tarfile.TarFile(fileobj=cast("BinaryIO", forward)) as archive:
        while (member := archive.next()) is not None:
            archive.members = []  # type: ignore[attr-defined]  # typeshed leaves it out; it would hold all of them
            if member.isdir() or is_hidden(member.name):
                continue
            name = opened.member(member.name)
            content = None if (why := _refusal(member, seen)) else archive.extractfile(member)
            if content is None:
                yield failed(name, why or "not a regular file")
            else:
                yield Opened.of_bytes(content, name, inside="a tar archive")
            seen.add(hash(member.name))
    if forward.last != END:
        raise OSError("the archive is damaged: a header cannot be read, or it ends without its end mark")


def _refusal(member: tarfile.TarInfo, seen: set[int]) -> str | None:
    if not member.isreg() or member.issparse():
        return "a link, a device or a sparse file in an archive is not read"
    if hash(member.name) in seen:
        return "a second member of this name is not read"
    return refusal(member.name)
