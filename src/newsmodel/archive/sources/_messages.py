"""Messages of many items, NewsML-G2 and NewsML 1, cut into documents of a size that is read at once.

Each piece is a message of its own: the root and what stands open around the items with all attributes, the catalogues of the header, and some
items to the byte. All that is added to it stands on its first line, so that the lines of the file go on from the line that it is said to begin
on. Where a message fits, it stays whole.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterator
from typing import BinaryIO
from xml.parsers import expat

from attrs import define, field

from newsmodel import api
from newsmodel.archive.documents import Document, Fault
from newsmodel.archive.sources._opened import CHUNK, Beyond, Opened, too_large
from newsmodel.formats import _xml
from newsmodel.syntax.encoding import UTF_8_MARK, ascii_opening

PIECE = 1 << 20
"""A piece ends with the article that makes it as long as this."""
CATALOGUES = 1 << 20
"""How many bytes of catalogues may go into each piece."""
ARTICLES = frozenset({"newsItem", "NewsItem"})
ITEMS = ARTICLES | {"packageItem", "conceptItem", "knowledgeItem", "planningItem", "catalogItem"}
"""What is never cut. Those that are no articles stand before the one whose losses tell of them, or behind the last."""
KEPT = frozenset({"catalog", "catalogRef", "scheme"})
"""What says, outside items, what the codes in them mean."""

_MESSAGE = re.compile(rb"<(?:[A-Za-z_][\w.-]*:)?(?:newsMessage|NewsML|newsItem|packageItem)[\s/>]")
_TAG = re.compile(rb"<[^<>\"']*(?:\"[^\"]*\"[^<>\"']*|'[^']*'[^<>\"']*)*>")


def begins(head: bytes) -> bool:
    """Whether these may be the first bytes of a message."""
    text = ascii_opening(head)
    return text.lstrip().startswith(b"<") and _MESSAGE.search(text) is not None


def read(opened: Opened) -> Iterator[Document]:
    """The document; or its pieces, where it is larger than `api.MAX_BYTES`."""
    first = opened.stream.read(api.MAX_BYTES + 1)
    if len(first) <= api.MAX_BYTES:
        yield Document(name=opened.name, data=first)
        return
    cutter = _Cutter()
    for data in _as_utf_8(first, opened.stream):
        for piece, line in cutter.feed(data):
            yield Document(name=opened.name, data=piece, line=line)
        if cutter.fault is not None:
            yield Document(name=opened.name, data=None, line=cutter.fault.line, error=cutter.fault)
            return


def _as_utf_8(first: bytes, rest: BinaryIO) -> Iterator[bytes]:
    """A document in UTF-8, part by part, and no bytes at its end."""
    decode = _decoder(first)
    for start in range(0, len(first), CHUNK):
        yield decode(first[start : start + CHUNK])
    while data := rest.read(CHUNK):
        yield decode(data)
    yield b""


def _decoder(first: bytes) -> Callable[[bytes], bytes]:
    declared = _xml._DECLARED.match(ascii_opening(first[:1024]))
    name = declared[1].decode("ascii", "replace") if declared else "utf-8"
    if first.startswith(UTF_8_MARK):
        name = "utf-8-sig"
    elif first.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        name = "utf-16"
    else:
        _xml._check_encoding(name)
    decoder = codecs.getincrementaldecoder(name)()
    return lambda data: decoder.decode(data).encode()


@define
class _Element:
    """An element that stands open around items."""

    name: str
    tag: bytes
    """Its start tag, on one line."""
    kept: bytes = b""
    """Those of its children that go into each piece."""


@define
class _End:
    """The end of an article, where a piece may end and the next one begin."""

    place: int
    line: int
    around: tuple[_Element, ...]


@define
class _Cutter:
    """A message on its way through: what has come and is in no piece yet, and where in it articles end."""

    fault: Fault | None = None
    """What ended it before its end."""
    _parser: expat.XMLParserType = field(factory=lambda: expat.ParserCreate("utf-8"))
    _held: bytearray = field(factory=bytearray)
    _start: int = 0
    """The place of the first byte held, counted from the beginning of the message."""
    _line: int | None = None
    """The line of that byte; `None` at the beginning."""
    _opening: bytes = UTF_8_MARK
    """What goes before it."""
    _around: list[_Element] = field(factory=list)
    _inside: int = 0
    """How deep the parser is in an item, or in what is kept."""
    _begun: tuple[int, bool] = (0, False)
    """Where that begins, and whether it is one empty tag."""
    _end: _End | None = None
    """The last end of an article."""
    _ready: list[tuple[bytes, int | None]] = field(factory=list)

    def __attrs_post_init__(self) -> None:
        self._parser.StartElementHandler = self._on_start
        self._parser.EndElementHandler = self._on_end
        self._parser.StartDoctypeDeclHandler = self._on_doctype

    def feed(self, data: bytes) -> list[tuple[bytes, int | None]]:
        """The pieces that are complete with `data`, each with its line; no bytes are the end of the message."""
        self._held += data
        try:
            self._parser.Parse(data, not data)
            if not data:
                self._ready.append((self._opening + self._held, self._line))
            elif len(self._held) > api.MAX_BYTES + CHUNK:
                raise Beyond(too_large(" from one article to the next"))
        except expat.ExpatError as error:
            self._stop("read", f"not well-formed XML: {expat.ErrorString(error.code)}", error.lineno, error.offset + 1)
        except _DeclaresEntities as error:
            self._stop("read", str(error), 1)
        except Beyond as error:
            self._stop("size", str(error), self._parser.CurrentLineNumber)
        ready, self._ready = self._ready, []
        return ready

    def _stop(self, kind: str, message: str, line: int, column: int | None = None) -> None:
        if self._end is not None and self._end.place > self._start:
            self._cut(self._end)
        self.fault = Fault(kind=kind, message=message, line=line, column=column)

    def _on_doctype(self, name: str, system: str | None, public: str | None, declares: bool) -> None:  # noqa: ARG002, FBT001  # expat calls it so
        if declares:
            raise _DeclaresEntities("declarations inside a DOCTYPE are refused: take out what stands in its brackets [ ]")

    def _on_start(self, name: str, _: object) -> None:
        if self._inside:
            self._inside += 1
            return
        local = name.rpartition(":")[2]
        place = self._parser.CurrentByteIndex
        if local in ARTICLES and self._end is not None and self._end.place - self._start >= PIECE:
            self._cut(self._end)
        tag = _TAG.match(self._held, place - self._start)
        assert tag is not None
        if local in ITEMS or local in KEPT:
            self._inside = 1
            self._begun = place, tag[0].endswith(b"/>")
        else:
            self._around.append(_Element(name, _on_one_line(tag[0])))

    def _on_end(self, name: str) -> None:
        if self._inside > 1:
            self._inside -= 1
        elif self._inside:
            self._inside = 0
            self._complete(name.rpartition(":")[2])
        else:
            element = self._around.pop()
            if element.kept and self._around:
                self._keep(element.tag + element.kept + _closing(element))

    def _complete(self, local: str) -> None:
        """An item, or what is kept, has come to its end."""
        began, is_empty = self._begun
        place = here = self._parser.CurrentByteIndex
        if not is_empty:
            place = self._start + self._held.index(b">", here - self._start) + 1
        if local in KEPT:
            self._keep(_on_one_line(bytes(self._held[began - self._start : place - self._start])))
        elif local in ARTICLES:
            line = self._parser.CurrentLineNumber + self._held.count(b"\n", here - self._start, place - self._start)
            self._end = _End(place, line, tuple(self._around))

    def _keep(self, data: bytes) -> None:
        if not self._around:
            return
        self._around[-1].kept += data
        if sum(len(element.kept) for element in self._around) > CATALOGUES:
            raise Beyond(f"expected catalogues of at most {CATALOGUES} bytes, found more")

    def _cut(self, end: _End) -> None:
        """Make a piece of what is held up to the end of an article."""
        length = end.place - self._start
        self._ready.append((self._opening + self._held[:length] + b"".join(map(_closing, reversed(end.around))), self._line))
        del self._held[:length]
        self._opening = b"".join(element.tag + element.kept for element in end.around)
        self._start, self._line = end.place, end.line


class _DeclaresEntities(Exception):
    pass


def _on_one_line(markup: bytes) -> bytes:
    """Markup without line breaks: in tags and between elements, a space says the same."""
    return markup.replace(b"\r\n", b" ").replace(b"\n", b" ").replace(b"\r", b" ")


def _closing(element: _Element) -> bytes:
    return f"</{element.name}>".encode()
