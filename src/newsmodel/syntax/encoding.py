"""How the bytes of a document begin: byte order marks, and what stands behind them."""

from __future__ import annotations

UTF_8_MARK = b"\xef\xbb\xbf"
_MARKS = (UTF_8_MARK, b"\xff\xfe", b"\xfe\xff")


def ascii_opening(head: bytes) -> bytes:
    """The first bytes of a document without a byte order mark and the zeros that UTF-16 sets beside ASCII.

    That is enough to find the names in markup, whatever its encoding.
    """
    mark = next((mark for mark in _MARKS if head.startswith(mark)), b"")
    return head[len(mark) :].replace(b"\0", b"")
