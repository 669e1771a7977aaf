"""What is seen in the bytes of a document as a whole."""

from __future__ import annotations

import re

import msgspec

ENCODER = msgspec.json.Encoder()
_LOUD = {
    b"\\": re.compile(rb'\\[^"\\/n]'),  # an escape that may stand for a control character
    b"\x7f": re.compile(rb"\x7f"),
    b"\xc2": re.compile(rb"\xc2[\x80-\x9f]"),  # U+0080 to U+009F
    b"\xef": re.compile(rb"\xef\xb7[\x90-\xaf]"),  # U+FDD0 to U+FDEF
    b"\xbf": re.compile(rb"\xbf[\xbe\xbf]"),  # the last two of each plane, and a few others
}
"""What a string that holds a control character or a noncharacter is spelt with, by its first byte, which is looked for first."""


def is_quiet(body: bytes) -> bool:
    """Whether no string of a document holds a control character but the line feed, or a noncharacter."""
    return not any(first in body and loud.search(body) for first, loud in _LOUD.items())


def says_each_key_once(body: bytes, document: msgspec.Struct) -> bool:
    """Whether a document gives no key twice, as JSON itself would allow.

    It is no longer than what is written from it, or has as many keys. Nothing that says the same is shorter than what is
    written: white space, an escape and a key given twice all make it longer.
    """
    again = ENCODER.encode(document)
    if len(again) == len(body):
        return True
    compact = msgspec.json.format(body, indent=-1)
    return len(again) == len(compact) or _keys(again) == _keys(compact)


def _keys(compact: bytes) -> int:
    """How many keys a document without white space has; no key of ours ends in a backslash."""
    return compact.count(b'":') - compact.count(b'\\":')
