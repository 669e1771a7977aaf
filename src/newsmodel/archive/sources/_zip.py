"""ZIP archives, read in place: nothing is extracted."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator

from newsmodel import api
from newsmodel.archive.documents import Document
from newsmodel.archive.sources._opened import DAMAGE, RATIO, SLACK, Beyond, Measured, Opened, failed, is_hidden
from newsmodel.syntax.members import ZIP, refusal_in_zip


def begins(head: bytes) -> bool:
    """Whether these are the first bytes of a ZIP archive."""
    return head.startswith(ZIP)


def read(opened: Opened) -> Iterator[Document | Opened]:
    """The members of a ZIP archive, in its order. Its directory is held in memory, as it has to be."""
    stream = opened.seekable()
    size = stream.seek(0, 2)
    seen: set[str] = set()
    spent = 0
    with zipfile.ZipFile(stream) as archive:
        for member in archive.infolist():
            name = opened.member(member.orig_filename)
            if member.is_dir() or is_hidden(member.orig_filename):
                continue
            if why := refusal_in_zip(member, seen):
                yield failed(name, why)
                continue
            bound = _Bound(member.compress_size, api.MAX_BYTES + RATIO * size - spent)
            try:
                content = archive.open(member)
            except DAMAGE as error:
                yield failed(name, error)
                continue
            with content:
                measured = Measured(content, bound)
                yield Opened.of_bytes(measured, name, inside="a ZIP archive")
            spent += measured.count


class _Bound:
    """How large the content of a member may be: the bytes that come out are counted, whatever the archive says of itself."""

    def __init__(self, packed: int, left: int) -> None:
        self._most = min(SLACK + RATIO * packed, left)

    def __call__(self, count: int) -> None:
        if count > self._most:
            raise Beyond(f"expected content at most {RATIO} times as large as it is packed, found more")

