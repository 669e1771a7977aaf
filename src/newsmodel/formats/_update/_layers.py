"""Text inside text: bytes, the characters they spell, and the texts that stand escaped in those.

The bytes of a document are decoded to a text. A piece of that text may spell another one: character references in an
element, escapes in a JSON string, and inside them HTML, which has its own. Each such text is a layer that knows where
every one of its characters stands in the layer outside, so that a change of the innermost text becomes a change of the
fewest bytes.
"""

from __future__ import annotations

import codecs
import html
import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple, Protocol, TypeAlias

from attrs import frozen

from newsmodel.errors import ReadError, shown
from newsmodel.formats._markup import attribute_escaped, escaped

Encoder: TypeAlias = Callable[[str], str]


@frozen(order=True)
class Splice:
    """Bytes to put in the place of others."""

    start: int
    stop: int
    data: bytes


class Layer(Protocol):
    """A text that can be changed in the document."""

    @property
    def text(self) -> str: ...

    def replaced(self, start: int, stop: int, new: str) -> list[Splice]:
        """What puts `new`, spelled as the layer's own syntax, in the place of these characters."""
        ...


# The outermost text

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_UNMARKED = ((b"<\0", "utf-16-le"), (b"\0<", "utf-16-be"))
_DECLARED = re.compile(rb"""\s*<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z0-9._-]+)""")


class Document:
    """The characters of a document; its byte order mark is none of them."""

    def __init__(self, data: bytes) -> None:
        mark, self.encoding = next(((mark, name) for mark, name in _MARKS if data.startswith(mark)), (b"", ""))
        if not self.encoding:
            declared = _DECLARED.match(data)
            unmarked = next((name for head, name in _UNMARKED if data.startswith(head)), "utf-8")
            self.encoding = declared[1].decode("ascii") if declared else unmarked
        self.data = data
        self._mark = len(mark)
        try:
            self.text = data[len(mark) :].decode(self.encoding)
        except (UnicodeDecodeError, LookupError) as error:
            raise ReadError.at(f"expected text in {self.encoding}, found {shown(str(error))}") from None

    def replaced(self, start: int, stop: int, new: str) -> list[Splice]:
        """As `Layer.replaced`; what the encoding lacks is spelled as a character reference, which only XML and HTML know."""
        begin = self._mark + len(self.text[:start].encode(self.encoding))
        end = begin + len(self.text[start:stop].encode(self.encoding))
        return [Splice(begin, end, new.encode(self.encoding, "xmlcharrefreplace"))]


def spliced(data: bytes, splices: Iterable[Splice]) -> bytes | None:
    """`data` with the splices made, those at one place in their order; `None` where two overlap that put something there."""
    pieces: list[bytes] = []
    done = 0
    for splice in sorted(splices, key=lambda one: (one.start, one.stop)):
        if splice.start < done and splice.data:
            return None
        pieces += (data[done : splice.start], splice.data)
        done = max(done, splice.stop)
    return b"".join([*pieces, data[done:]])


# Pieces of text that spell another

class Char(NamedTuple):
    """One character of a decoded text, and where it is spelled in the text outside."""

    char: str
    start: int
    stop: int
    encoder: Encoder


@frozen(eq=False)
class Spelling:
    """How a kind of text is spelled: the pieces that stand for other characters than their own, and the way back."""

    special: re.Pattern[str]
    marks: str
    """Characters of which each of those pieces begins with one."""
    decode: Callable[[str], str]
    encode: Encoder

    def chars(self, text: str, start: int, stop: int) -> Iterator[Char]:
        """The characters that `text[start:stop]` spells."""
        done = start
        for match in self.special.finditer(text, start, stop):
            for index in range(done, match.start()):
                yield Char(text[index], index, index + 1, self.encode)
            for char in self.decode(match[0]):
                yield Char(char, match.start(), match.end(), self.encode)
            done = match.end()
        for index in range(done, stop):
            yield Char(text[index], index, index + 1, self.encode)

    def text(self, text: str, start: int, stop: int) -> str:
        """What `text[start:stop]` spells."""
        written = text[start:stop]
        for mark in self.marks:
            if mark in written:
                return self.special.sub(lambda match: self.decode(match[0]), written)
        return written


_PREDEFINED = {"&lt;": "<", "&gt;": ">", "&amp;": "&", "&quot;": '"', "&apos;": "'"}


def _xml_decoded(written: str) -> str:
    if written[0] == "\r":
        return "\n"
    if written[1] == "#":
        return chr(int(written[3:-1], 16) if written[2] == "x" else int(written[2:-1]))
    return _PREDEFINED.get(written, written)


def _xml_encoded(text: str) -> str:
    return escaped(text).replace("\r", "&#13;")


def _html_decoded(written: str) -> str:
    return "\n" if written[0] == "\r" else html.unescape(written)


def _json_decoded(written: str) -> str:
    return str(json.loads(f'"{written}"'))


_REFERENCES = re.compile(r"&(?:#x[0-9a-fA-F]+|#[0-9]+|\w+);|\r\n?")
_IN_ATTRIBUTES = re.compile(_REFERENCES.pattern + r"|[\n\t]")
_HTML_REFERENCES = re.compile(r"&#?\w+;?|\r\n?")
_LINE_ENDS = re.compile(r"\r\n?")
_ESCAPES = re.compile(r"\\u[dD][89abAB]..\\u[dD][c-fC-F]..|\\u....|\\.", re.S)
_NOTHING = re.compile(r"(?!)")

XML_TEXT = Spelling(_REFERENCES, "&\r", _xml_decoded, _xml_encoded)
XML_ATTRIBUTE = Spelling(_IN_ATTRIBUTES, "&\r\n\t", lambda written: " " if written in "\r\n\n\t" else _xml_decoded(written), attribute_escaped)
CDATA = Spelling(_LINE_ENDS, "\r", _xml_decoded, lambda text: text.replace("]]>", "]]]]><![CDATA[>"))
HTML_TEXT = Spelling(_HTML_REFERENCES, "&\r", _html_decoded, escaped)
HTML_ATTRIBUTE = Spelling(_HTML_REFERENCES, "&\r", _html_decoded, attribute_escaped)
SCRIPT = Spelling(_LINE_ENDS, "\r", _html_decoded, lambda text: text.replace("<", "\\u003c"))
"""The text of an HTML `script`: nothing is a reference there, and no `<` may look like an end tag."""
JSON_STRING = Spelling(_ESCAPES, "\\", _json_decoded, lambda text: json.dumps(text, ensure_ascii=False)[1:-1])
JSON_ASCII = Spelling(_ESCAPES, "\\", _json_decoded, lambda text: json.dumps(text)[1:-1])
JSON_VALUE = Spelling(_NOTHING, "", str, str)
"""A number, or one of the three words, of JSON."""


class Inner:
    """A text that is spelled inside another layer."""

    def __init__(self, chars: Sequence[Char], outer: Layer) -> None:
        self.text = "".join([char.char for char in chars])
        self._chars = chars
        self._outer = outer

    def replaced(self, start: int, stop: int, new: str) -> list[Splice]:
        return respelled(self._outer, self._chars, start, stop, new)


def respelled(layer: Layer, chars: Sequence[Char], start: int, stop: int, new: str) -> list[Splice]:
    """What puts the text `new` in the place of `chars[start:stop]`, which stand in `layer`.

    Where the characters are spelled in several pieces, such as text and a CDATA section, the first takes all of the new.
    """
    if start == stop:
        beside = chars[start - 1] if start else chars[0]
        place = beside.stop if start else beside.start
        return layer.replaced(place, place, beside.encoder(new))
    found: list[Splice] = []
    begin = start
    for index in range(start, stop):
        following = chars[index + 1] if index + 1 < stop else None
        if following is None or (following.start not in (chars[index].start, chars[index].stop)):
            found += layer.replaced(chars[begin].start, chars[index].stop, chars[begin].encoder(new))
            begin, new = index + 1, ""
    return found
