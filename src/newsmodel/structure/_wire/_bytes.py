"""What is seen in the bytes of a document as a whole."""

from __future__ import annotations

import re
from typing import Any

_ESCAPES = re.compile(rb"\\(.)")
_QUIET_ESCAPES = {b'"', b"\\", b"/", b"n"}
"""What stands behind a backslash where that is no escape of a control character."""
_C1 = re.compile(rb"\xc2[\x80-\x9f]")  # U+0080 to U+009F
_NONCHARACTER = re.compile(rb"\xef\xb7[\x90-\xaf]|\xbf[\xbe\xbf]")  # U+FDD0 to U+FDEF; the last two of each plane, and a few others


def seen(body: bytes) -> tuple[bool, int]:
    """What is seen of a document of JSON at a glance.

    Returns:
        Whether no string holds a control character but the line feed, or a noncharacter; and how many strings there are,
        keys included: of two quotation marks each, those behind a backslash aside.
    """
    quotes = body.count(b'"')
    is_quiet = b"\x7f" not in body and (body.isascii() or not _is_loud(body))
    if b"\\" in body:
        escapes = _ESCAPES.findall(body)
        quotes -= escapes.count(b'"')
        is_quiet = is_quiet and _QUIET_ESCAPES.issuperset(escapes)
    return is_quiet, quotes // 2


def _is_loud(body: bytes) -> bool:
    """Whether there is a control character beyond ASCII or a noncharacter, or what looks like one; single bytes are looked for first, which is quick."""
    if b"\xc2" in body and _C1.search(body):
        return True
    return (b"\xef" in body or b"\xbf" in body) and _NONCHARACTER.search(body) is not None


def strings_of(data: Any) -> int:
    """How many strings plain data have, keys included."""
    if type(data) is str:
        return 1
    if type(data) is dict:
        return len(data) + sum(map(strings_of, data.values()))
    return sum(map(strings_of, data)) if type(data) is list else 0
