"""What the readers of sources work on: bytes with a name, open at their beginning, and the bounds within which they are read."""

from __future__ import annotations

import io
import lzma
import os
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Callable
from typing import TYPE_CHECKING, BinaryIO, Protocol, cast

import pyarrow as pa
from attrs import define

from newsmodel import api
from newsmodel.archive.documents import Document, Fault

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

HEAD = 1 << 16
"""How many bytes are looked at to tell what a file is."""
RATIO = 100
"""How many times larger than its packed form a content may be. Text packs to a fifth or a tenth of its size."""
SLACK = 1 << 20
"""How large a packed content may be whatever its ratio; an archive as a whole gets `api.MAX_BYTES`."""
CHUNK = 1 << 16

DAMAGE = (
    OSError, EOFError, ValueError, RuntimeError, MemoryError, OverflowError, IndexError, KeyError, struct.error, zlib.error,
    lzma.LZMAError, zipfile.BadZipFile, tarfile.TarError, pa.ArrowException, ImportError,
)  # fmt: skip
"""What the readers of the standard library and of Arrow raise where an input cannot be had, is damaged, or needs what is not installed."""


class Beyond(Exception):
    """An input goes beyond a bound. Its message is a fault's of the kind `size`."""


class Readable(Protocol):
    """All that is asked of bytes that come one after the other."""

    def read(self, size: int, /) -> bytes:
        """At most so many bytes; none at the end."""
        ...


class Measured(io.RawIOBase):
    """Bytes that come one after the other, counted, with a bound that is asked after each reading.

    What comes before a fault can be read; the fault is raised by the reading behind it.
    """

    def __init__(self, source: Readable, bound: Callable[[int], None] | None = None) -> None:
        self._read = getattr(source, "read1", source.read)  # gives what it has before a fault
        self._bound = bound
        self._waiting: Exception | None = None
        self.count = 0

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        """As many bytes as there is room for, or all that are left."""
        if self._waiting is not None:
            raise self._waiting
        view = memoryview(buffer).cast("B")
        filled = 0
        try:
            while filled < len(view) and (data := self._read(len(view) - filled)):
                view[filled : filled + len(data)] = data
                filled += len(data)
                if self._bound is not None:
                    self._bound(self.count + filled)
        except (*DAMAGE, Beyond) as error:
            self._waiting = error
            if not filled:
                raise
        self.count += filled
        return filled


@define(kw_only=True)
class Opened:
    """A file, or a member of an archive, that is open at its beginning."""

    place: str
    """What messages and the names of its members call it."""
    name: str
    """What its document is called; other than its place where it was packed alone: `rain.xml.gz!/rain.xml`."""
    stream: BinaryIO
    inside: str = ""
    """The kind of archive that it is a member of."""
    packed: bool = False
    """Whether it comes out of a packed file."""
    _head: bytes | None = None

    @classmethod
    def of_bytes(cls, source: Readable, name: str, *, place: str = "", inside: str = "", packed: bool = False) -> Opened:
        """Of bytes that come one after the other."""
        raw = source if isinstance(source, io.RawIOBase) else Measured(source)
        stream = cast("BinaryIO", io.BufferedReader(raw, HEAD))
        return cls(place=place or name, name=name, stream=stream, inside=inside, packed=packed)

    @property
    def head(self) -> bytes:
        """The first `HEAD` bytes, or all there are."""
        if self._head is None:
            if self.stream.seekable():
                self._head = self.stream.read(HEAD)
                self.stream.seek(0)
            else:
                assert isinstance(self.stream, io.BufferedReader)
                self._head = self.stream.peek(HEAD)
        return self._head

    def member(self, name: str) -> str:
        """What a member of it is called."""
        return f"{self.place}!/{name}"

    def seekable(self) -> BinaryIO:
        """Its stream, for readers that begin at the end of a file.

        Raises:
            OSError: where it can be read from the front alone.
        """
        if not self.stream.seekable():
            raise OSError("this kind of file is read from its end: it must be a file of its own, not packed, in an archive or a pipe")
        return self.stream


def whole(opened: Opened) -> Document:
    """One document, as it is.

    Raises:
        Beyond: where it is larger than `api.MAX_BYTES`.
    """
    data = opened.stream.read(api.MAX_BYTES + 1)
    if len(data) > api.MAX_BYTES:
        raise Beyond(too_large())
    return Document(name=opened.name, data=data)


def too_large(what: str = "") -> str:
    """The message about a document beyond `api.MAX_BYTES`."""
    return f"expected at most {api.MAX_BYTES} bytes{what}, found more"


def failed(name: str, error: BaseException | str, line: int | None = None) -> Document:
    """The document that stands where one could not be had."""
    kind = "size" if isinstance(error, (Beyond, MemoryError)) else "source"
    told = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    message = told.strip()[:300].encode(errors="backslashreplace").decode() or type(error).__name__
    return Document(name=name, data=None, line=line, error=Fault(kind=kind, message=message, line=line))


def is_hidden(name: str) -> bool:
    """Whether a file is left out, as folders leave it out: a part of its path begins with a dot, or it only marks a run's success."""
    parts = name.split("/")
    return any(part.startswith(".") and part not in (".", "..") for part in parts) or parts[-1] == "_SUCCESS"


def stem_of(file_name: str, suffixes: dict[str, str]) -> str | None:
    """A file name without the one of these suffixes that it has, and with what that stands for; `None` where it has none."""
    for suffix, other in suffixes.items():
        if file_name.lower().endswith(suffix) and len(os.path.basename(file_name)) > len(suffix):  # noqa: PTH119  # may be a URL
            return file_name[: -len(suffix)] + other
    return None
