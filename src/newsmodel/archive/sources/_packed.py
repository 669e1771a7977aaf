"""Packed files, of one content each: gzip, bzip2, xz and Zstandard. What is in them is told anew, by content and by name."""

from __future__ import annotations

import bz2
import gzip
import lzma
from collections.abc import Callable, Iterator
from typing import BinaryIO, cast

import pyarrow as pa

from newsmodel.archive.sources._opened import RATIO, SLACK, Beyond, Measured, Opened, Readable, stem_of

MEMORY = 128 << 20
"""How much memory xz may take; its own tool needs 65 MB for what it packs best."""
_SUFFIXES = {
    ".tgz": ".tar", ".tbz2": ".tar", ".tbz": ".tar", ".txz": ".tar", ".tzst": ".tar", ".gz": "", ".bz2": "", ".xz": "", ".zst": "",
}  # fmt: skip


class _Xz:
    """The content of xz data, which may be several streams and padding between them."""

    def __init__(self, source: Readable) -> None:
        self._source = source
        self._decoder: lzma.LZMADecompressor | None = self._new()
        self._waiting = b""

    @staticmethod
    def _new() -> lzma.LZMADecompressor:
        return lzma.LZMADecompressor(lzma.FORMAT_XZ, memlimit=MEMORY)  # the standard library's file has no limit

    def read(self, size: int, /) -> bytes:
        """At most so many bytes; none at the end."""
        while True:
            if self._decoder is not None and self._decoder.eof:
                self._waiting, self._decoder = self._decoder.unused_data, None
            needs = self._decoder is None or self._decoder.needs_input
            if needs and not self._waiting:
                self._waiting = self._source.read(1 << 14)
                if not self._waiting:
                    if self._decoder is not None:
                        raise EOFError("the packed data ends before its end mark")
                    return b""
            if self._decoder is None:
                self._waiting = self._waiting.lstrip(b"\0")
                self._decoder = self._new() if self._waiting else None
                continue
            data = self._decoder.decompress(self._waiting, size)
            self._waiting = b""
            if data:
                return data


def _zstd(source: Readable) -> Readable:
    return cast("Readable", pa.CompressedInputStream(pa.PythonFile(source, mode="r"), "zstd"))


_KINDS: dict[bytes, Callable[[Readable], Readable]] = {
    b"\x1f\x8b\x08": lambda source: gzip.GzipFile(fileobj=cast("BinaryIO", source)),
    b"BZh": lambda source: bz2.BZ2File(cast("BinaryIO", source)),
    b"\xfd7zXZ\0": _Xz,
    b"\x28\xb5\x2f\xfd": _zstd,
}
"""By how packed data begins, what unpacks it."""


def begins(head: bytes) -> bool:
    """Whether these are the first bytes of packed data."""
    return head.startswith(tuple(_KINDS))


def read(opened: Opened) -> Iterator[Opened]:
    """What is in a packed file."""
    if opened.packed:
        raise OSError("a file that is packed twice is not read")
    unpacker = next(made for mark, made in _KINDS.items() if opened.head.startswith(mark))
    packed = Measured(opened.stream)

    def bound(count: int) -> None:
        if count > SLACK + RATIO * packed.count:
            raise Beyond(f"expected content at most {RATIO} times as large as it is packed, found more")

    stem = stem_of(opened.name, _SUFFIXES)
    name = opened.name if stem is None else opened.member(stem.rpartition("/")[2])
    content = Measured(unpacker(packed), bound)
    yield Opened.of_bytes(content, name, place=opened.place, inside=opened.inside, packed=True)
