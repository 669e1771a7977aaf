"""A JSON array of articles, `[{...}, {...}]`: one document an element.

An array in the words of JSON-LD stays whole, for what stands beside the article in it belongs to it.
"""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator
from typing import BinaryIO

from newsmodel import api
from newsmodel.archive.documents import Document, Fault
from newsmodel.archive.sources._opened import Beyond, Opened, too_large

PART = 1 << 20
"""How much is read at a time, in bytes."""
_ARRAY = re.compile(rb"(?:\xef\xbb\xbf)?[ \t\r\n]*\[[ \t\r\n]*\{")
_LINKED = re.compile(rb'"@(?:context|graph|id|type)"')
_SPACE = re.compile(r"[ \t\r\n]*")
_decode = json.JSONDecoder().raw_decode


def begins(head: bytes) -> bool:
    """Whether these are the first bytes of an array of objects that are no JSON-LD."""
    return _ARRAY.match(head) is not None and _LINKED.search(head) is None


def read(opened: Opened) -> Iterator[Document]:
    """The elements of an array, each with its line. Behind one that is no JSON, no other can be told."""
    text = _Text(opened.stream)
    sign = text.sign()  # the bracket, as `begins` has seen
    while sign in ("[", ","):
        try:
            element, line = text.element()
        except json.JSONDecodeError as error:
            yield _fault(opened, f"no JSON: {error.msg}", text.line_of(error.pos))
            return
        yield Document(name=opened.name, data=element.encode(), line=line)
        sign = text.sign().replace("[", "")
    if sign != "]" or text.sign():
        yield _fault(opened, "expected the end of the array", text.line)


def _fault(opened: Opened, message: str, line: int) -> Document:
    return Document(name=opened.name, data=None, line=line, error=Fault(kind="read", message=message, line=line))


class _Text:
    """Text that comes part by part, and the place that its reader has come to."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._decoder = codecs.getincrementaldecoder("utf-8-sig")()
        self._held = ""
        self._ended = False
        self._place = 0  # in what is held
        self.line = 1

    def line_of(self, place: int) -> int:
        """The line of a place that an error names."""
        return self.line + self._held.count("\n", self._place, place)

    def sign(self) -> str:
        """The next character that is no white space; none at the end."""
        self._skip_space()
        sign = self._held[self._place : self._place + 1]
        self._go(self._place + len(sign))
        return sign

    def element(self) -> tuple[str, int]:
        """The value that stands here, and its line.

        Raises:
            json.JSONDecodeError: where there is none.
            Beyond: where it is longer than a document may be.
        """
        self._skip_space()
        while True:
            try:
                _, end = _decode(self._held, self._place)
            except json.JSONDecodeError:
                if self._ended:
                    raise
            else:
                if end < len(self._held) or self._ended:
                    break
            if len(self._held) - self._place > api.MAX_BYTES:
                raise Beyond(too_large(" in an element"))
            self._more()
        element, line = self._held[self._place : end], self.line
        self._go(end)
        return element, line

    def _skip_space(self) -> None:
        while True:
            space = _SPACE.match(self._held, self._place)
            assert space is not None
            self._go(space.end())
            if self._place < len(self._held) or self._ended:
                return
            self._more()

    def _go(self, place: int) -> None:
        self.line += self._held.count("\n", self._place, place)
        self._place = place

    def _more(self) -> None:
        """Hold twice as much of what is not read yet, so that the time for a long value stays in proportion."""
        data = self._stream.read(max(PART, len(self._held) - self._place))
        self._held = self._held[self._place :] + self._decoder.decode(data, not data)
        self._place, self._ended = 0, not data
