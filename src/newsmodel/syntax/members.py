"""Which members of an archive are read: none whose name or kind is an attack or a mistake."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zipfile import ZipInfo

ZIP = (b"PK\x03\x04", b"PK\x05\x06")
"""What a ZIP archive begins with, or an empty one."""
_ENCRYPTED = 0x1


def refusal(name: str) -> str | None:
    """Why a member of this name is not read: a name that would lead out of a folder is an attack or a mistake."""
    if not name or "\0" in name:
        return "a member whose name is empty or holds a NUL is not read"
    if "\\" in name or name.startswith("/") or name[1:2] == ":":
        return "a member whose name is an absolute path, or holds a drive or a backslash, is not read"
    if len(name.encode(errors="replace")) > 4095 or max(len(part.encode(errors="replace")) for part in name.split("/")) > 255:
        return "a member whose name is too long for a file is not read"
    if ".." in name.split("/"):
        return "a member whose name leads out of the archive is not read"
    return None


def refusal_in_zip(member: ZipInfo, seen: set[str]) -> str | None:
    """Why a member of a ZIP archive is not read; the names of those that are read are kept in `seen`."""
    if stat.S_IFMT(member.external_attr >> 16) not in (0, stat.S_IFREG):
        return "a link or a device in an archive is not read"
    if member.flag_bits & _ENCRYPTED:
        return "an encrypted member is not read"
    if member.filename in seen:
        return "a second member of this name is not read"
    if why := refusal(member.orig_filename):
        return why
    seen.add(member.filename)
    return None
