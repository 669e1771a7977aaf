"""ZIP, written in one pass and in constant memory however many members it has (APPNOTE.TXT 6.3.10).

The standard library's writer keeps what it says of each member until the end, some hundred bytes a member; here that waits on disk. A member
is in memory when it is written, so that its sizes stand before it, and no reader needs to look for its end.
"""

from __future__ import annotations

import shutil
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

_VERSION = 45
"""4.5, the first with ZIP64 (4.4.3.2)."""
_UNIX = 3 << 8
_UTF_8 = 1 << 11
"""Names are UTF-8 (4.4.4, bit 11)."""
_DEFLATE = 8
_DATE = 1 << 5 | 1
"""1 January 1980, the first that can be told (4.4.6): the same bytes always."""
_MODE = 0o100644 << 16
_FULL_2, _FULL_4 = 0xFFFF, 0xFFFFFFFF
"""Stand where a number is told in the record of ZIP64 instead (4.4.1.4)."""

_LOCAL = struct.Struct("<4s5H3I2H")  # 4.3.7
_CENTRAL = struct.Struct("<4s6H3I5H2I")  # 4.3.12
_EXTRA = struct.Struct("<2HQ")  # 4.5.3, the offset alone
_END_64 = struct.Struct("<4sQ2H2I4Q")  # 4.3.14
_LOCATOR = struct.Struct("<4sIQI")  # 4.3.15
_END = struct.Struct("<4s4H2IH")  # 4.3.16


class Packer:
    """A ZIP in the making. A member is shorter than 4 GB."""

    def __init__(self, file: BinaryIO, directory: BinaryIO) -> None:
        self._file = file
        self._directory = directory
        self._members = 0

    def add(self, name: str, data: bytes) -> None:
        """Add a member; its name is nobody else's."""
        deflate = zlib.compressobj(6, zlib.DEFLATED, -15)
        packed = deflate.compress(data) + deflate.flush()
        told, offset = name.encode(), self._file.tell()
        about = (_VERSION, _UTF_8, _DEFLATE, 0, _DATE, zlib.crc32(data), len(packed), len(data), len(told))
        self._file.write(_LOCAL.pack(b"PK\x03\x04", *about, 0) + told + packed)
        extra = b"" if offset < _FULL_4 else _EXTRA.pack(1, 8, offset)
        central = _CENTRAL.pack(b"PK\x01\x02", _UNIX | _VERSION, *about, len(extra), 0, 0, 0, _MODE, min(offset, _FULL_4))
        self._directory.write(central + told + extra)
        self._members += 1

    def end(self) -> None:
        """Write the directory behind the members."""
        start, size, members = self._file.tell(), self._directory.tell(), self._members
        self._directory.seek(0)
        shutil.copyfileobj(self._directory, self._file)
        if start >= _FULL_4 or size >= _FULL_4 or members >= _FULL_2:
            behind = self._file.tell()
            self._file.write(_END_64.pack(b"PK\x06\x06", _END_64.size - 12, _UNIX | _VERSION, _VERSION, 0, 0, members, members, size, start))
            self._file.write(_LOCATOR.pack(b"PK\x06\x07", 0, behind, 1))
        few = min(members, _FULL_2)
        self._file.write(_END.pack(b"PK\x05\x06", 0, 0, few, few, min(size, _FULL_4), min(start, _FULL_4), 0))


@contextmanager
def packer(place: Path) -> Iterator[Packer]:
    """A ZIP at a place where nothing is, ended where the context is left well."""
    with place.open("xb") as file, place.with_name(f"{place.name}.directory").open("xb+") as directory:
        packing = Packer(file, directory)
        yield packing
        packing.end()
