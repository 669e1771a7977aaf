"""WARC, the format of web archives (ISO 28500): pages as they were sent, and what was made of them.

Documents are the records of the type `response` with the status 200, `resource` and `conversion`. A document is called by the page's
address, its media type is what the server said, and what the transfer did to it, chunks and packing, is undone.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from typing import Any, BinaryIO

from attrs import frozen

from newsmodel import api
from newsmodel.archive.documents import Document
from newsmodel.archive.sources._opened import CHUNK, DAMAGE, Beyond, Opened, failed, too_large

NEEDED = "a WARC file needs the extra `warc`: pip install 'newsmodel[warc]'"
MAX_HEADERS = 1 << 20
"""Of a record, those of the response in it among them."""
RECORDS = frozenset({"response", "resource", "conversion"})
"""The types of record that hold documents."""
_VERSIONS = ("WARC/1.1", "WARC/1.0", "WARC/0.18", "WARC/0.17")
_PROTOCOLS = ("HTTP/1.1", "HTTP/1.0", "HTTP/2.0", "HTTP/2", "HTTP/3")
_PACKED = {"gzip": 31, "x-gzip": 31, "deflate": 47}
"""By `Content-Encoding`, the window that zlib is told: a gzip header, or either header."""


def begins(head: bytes) -> bool:
    """Whether these are the first bytes of a WARC file."""
    return head.startswith(b"WARC/")


class _Front:
    """A stream whose lines, those of the headers of a record, are bounded: beyond the bound there are none."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.read = stream.read
        self.left = MAX_HEADERS

    def readline(self, size: int = -1) -> bytes:
        line = self._stream.readline(self.left if size < 0 else min(size, self.left))
        self.left -= len(line)
        return line

    def check(self) -> None:
        if self.left <= 0:
            raise Beyond(f"expected headers of at most {MAX_HEADERS} bytes, found more")


@frozen
class _Record:
    """A record whose headers have been read."""

    headers: Any
    content: Any
    """What is left of it."""
    type: str
    name: str


def read(opened: Opened) -> Iterator[Document]:
    """The documents of a WARC file, in its order."""
    try:
        from warcio import limitreader, statusandheaders  # noqa: PLC0415  # an extra
    except ImportError:
        raise OSError(NEEDED) from None
    # Its parser alone: its iterator prints what is damaged to standard error, and goes on as if a cut record were whole.
    parser = statusandheaders.StatusAndHeadersParser(_VERSIONS)
    front = _Front(opened.stream)
    while first := _next_line(front):
        try:
            headers = parser.parse(front, first)
        except statusandheaders.StatusAndHeadersParserException:
            raise OSError("the archive is damaged: a record does not begin as one does") from None
        front.check()
        length = headers.get_header("Content-Length") or ""
        if not re.fullmatch("[0-9]{1,18}", length):
            raise OSError("the archive is damaged: a record does not say how long it is")
        content = limitreader.LimitReader(front, int(length))
        address = headers.get_header("WARC-Target-URI") or headers.get_header("WARC-Record-ID") or ""
        record = _Record(headers, content, headers.get_header("WARC-Type") or "", opened.member(address.strip("<>")))
        if record.type in RECORDS:
            yield from _documents(record, front)
        _end(record, front)


def _next_line(front: _Front) -> bytes:
    """The first line of the next record; none at the end of the file."""
    front.left = MAX_HEADERS
    while (line := front.readline()) and not line.strip():
        front.left = MAX_HEADERS
    return line


def _end(record: _Record, front: _Front) -> None:
    while record.content.read(CHUNK):
        pass
    if record.content.limit:
        raise EOFError("the file ends inside a record")
    front.left = MAX_HEADERS
    if front.readline().strip():
        raise OSError("the archive is damaged: a record is longer than it says")


def _documents(record: _Record, front: _Front) -> Iterator[Document]:
    """The document of a record, if it holds one."""
    headers = record.headers
    try:
        if record.type == "response":
            if not (headers.get_header("Content-Type") or "").lower().startswith("application/http"):
                return
            headers = _http_headers(record)
            front.check()
            if headers.get_statuscode() != "200":
                return
        data = _payload(record)
        if record.type == "response":
            data = _sent(data, headers)
        if len(data) > api.MAX_BYTES:
            raise Beyond(too_large())
        yield Document(name=record.name, data=data, media_type=headers.get_header("Content-Type"))
    except (*DAMAGE, Beyond) as error:
        yield failed(record.name, error)


def _http_headers(record: _Record) -> Any:
    from warcio.statusandheaders import StatusAndHeadersParser, StatusAndHeadersParserException  # noqa: PLC0415  # an extra

    try:
        return StatusAndHeadersParser(_PROTOCOLS).parse(record.content)
    except (StatusAndHeadersParserException, EOFError):
        raise OSError("the response does not begin as HTTP does") from None


def _payload(record: _Record) -> bytes:
    """The bytes of a record behind its headers, at most one more than a document may have; the stream stands behind them."""
    data = bytearray()
    while part := record.content.read(CHUNK):
        data += part[: api.MAX_BYTES + 1 - len(data)]
    return bytes(data)


def _sent(data: bytes, headers: Any) -> bytes:
    """The payload of a response, without what the transfer did to it.

    Crawlers that undo that themselves may leave the headers as they were: what does not look chunked, or packed, is not.
    """
    if "chunked" in (headers.get_header("Transfer-Encoding") or "").lower():
        data = _unchunked(data)
    encoding = (headers.get_header("Content-Encoding") or "identity").strip().lower()
    if encoding in _PACKED:
        return _unpacked(data, encoding)
    if encoding not in ("identity", ""):
        raise OSError(f"a payload packed by {encoding[:20]!r} is not read")
    return data


def _unchunked(data: bytes) -> bytes:
    """A body put together from its chunks (RFC 9112, 7.1)."""
    parts: list[bytes] = []
    place = 0
    while True:
        end = data.find(b"\r\n", place)
        size = _hexadecimal(data[place:end].partition(b";")[0].strip()) if end >= 0 else None
        if size is None:
            if not parts:
                return data
            raise OSError("the response is damaged: a chunk does not begin with its size")
        if size == 0:
            return b"".join(parts)
        place = end + 2 + size
        if place > len(data):
            raise EOFError("the response ends inside a chunk")
        parts.append(data[end + 2 : place])
        place += 2


def _hexadecimal(digits: bytes) -> int | None:
    try:
        return int(digits, 16) if digits.isalnum() and len(digits) <= 16 else None
    except ValueError:
        return None


def _unpacked(data: bytes, encoding: str) -> bytes:
    if encoding != "deflate" and not data.startswith(b"\x1f\x8b"):
        return data
    try:
        return _inflated(data, _PACKED[encoding])
    except zlib.error:
        if encoding != "deflate":
            raise
        return _inflated(data, -15)  # many a server sends deflate without its header


def _inflated(data: bytes, window: int) -> bytes:
    decoder = zlib.decompressobj(window)
    content = decoder.decompress(data, api.MAX_BYTES + 1)
    if not decoder.eof and len(content) <= api.MAX_BYTES:
        raise EOFError("the response ends inside its packed content")
    return content
