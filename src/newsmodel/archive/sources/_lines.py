"""JSON Lines: one document a line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

import msgspec

from newsmodel import api
from newsmodel.archive.documents import Document
from newsmodel.archive.sources._opened import CHUNK, Beyond, Opened, failed, too_large


def begins(head: bytes) -> bool:
    """Whether these are the first bytes of JSON Lines: an object on one line, and another that begins below it."""
    first, _, rest = head.lstrip().partition(b"\n")
    if not first.startswith(b"{") or not rest.lstrip().startswith(b"{"):
        return False
    try:
        msgspec.json.decode(first)
    except (msgspec.DecodeError, RecursionError):
        return False
    return True


def read(opened: Opened) -> Iterator[Document]:
    """The lines of a file, each with its number; blank ones are left out."""
    number = 0
    while line := opened.stream.readline(api.MAX_BYTES + 2):
        number += 1
        data = line.rstrip(b"\r\n")
        if len(data) > api.MAX_BYTES:
            if not line.endswith(b"\n"):
                _skip_line(opened.stream)
            yield failed(opened.name, Beyond(too_large(" in a line")), number)
        elif data.strip():
            yield Document(name=opened.name, data=data, line=number)


def _skip_line(stream: BinaryIO) -> None:
    while (rest := stream.readline(CHUNK)) and not rest.endswith(b"\n"):
        pass
