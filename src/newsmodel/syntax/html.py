"""HTML to a tree: the one place that parses HTML, within stated limits.

The parser (turbohtml) follows the WHATWG standard: its tree construction, and its sniffing of the encoding from a
byte-order mark, a `<meta>`, or the bytes themselves. `document` gives its tree as it is, which is quick to search and to
walk once; `parse` copies it, in one pass that does not recur, to the small tree of `HtmlElement` that readers of our own
pages walk over. Whoever needs a class of the parser takes it from here.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Mapping
from typing import Any

import turbohtml
from attrs import frozen
from turbohtml import Document, Element, MicrodataItem, Node, RdfaItem, Text

from newsmodel.errors import ReadError, shown
from newsmodel.model.richtext import Mark

MAX_BYTES = 16 << 20
MAX_NODES = 500_000
SURELY = 8
"""So many bytes that continue a letter of UTF-8, all in place, are no chance."""
MAX_ATTRIBUTES = 256
MAX_DEPTH = 256
"""How deep elements stand in elements; what stands deeper is lifted to this level."""

TAG_OF_MARK: dict[Mark, str] = {
    "cite": "cite", "code": "code", "deleted": "del", "emphasis": "em", "highlight": "mark", "inserted": "ins",
    "keyboard": "kbd", "quote": "q", "small": "small", "strike": "s", "strong": "strong", "subscript": "sub",
    "superscript": "sup", "underline": "u",
}  # fmt: skip
MARK_OF_TAG: dict[str, Mark] = {tag: mark for mark, tag in TAG_OF_MARK.items()} | {
    "b": "strong", "i": "emphasis", "strike": "strike", "tt": "code", "samp": "code", "var": "emphasis",
    "dfn": "emphasis",
}  # fmt: skip

VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
"""Elements that have a start tag and nothing else."""

_NOT_HTML = {
    b"\x1f\x8b": "gzip", b"PK\x03\x04": "ZIP", b"BZh": "bzip2", b"\xfd7zXZ": "xz", b"\x28\xb5\x2f\xfd": "Zstandard",
    b"%PDF-": "PDF", b"\x89PNG": "PNG", b"\xff\xd8\xff": "JPEG", b"GIF8": "GIF", b"\x7fELF": "ELF",
}  # fmt: skip
"""How files that are no text begin."""


_BINARY = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


class HtmlElement(list["HtmlElement"]):
    """An element, with lxml's names for its parts: text before the first child, tail behind the end tag.

    It is the list of the elements in it, and equal to itself alone.
    """

    __slots__ = ("_parent", "attrib", "sourceline", "tag", "tail", "text")

    def __init__(self, tag: str, attrib: Mapping[str, str], sourceline: int | None, parent: HtmlElement | None) -> None:
        self.tag = tag
        self.attrib = attrib
        self.sourceline = sourceline
        """`None` where the parser put the element in."""
        self.text: str | None = None
        self.tail: str | None = None
        self._parent = parent

    __eq__ = object.__eq__
    __ne__ = object.__ne__
    __hash__ = object.__hash__  # type: ignore[assignment]  # a list has none

    def __bool__(self) -> bool:
        """Whether there is an element: there is, though it may hold no other."""
        return True

    def __repr__(self) -> str:
        return f"<{self.tag}>"

    def get(self, key: str, /) -> str | None:
        """The value of an attribute."""
        return self.attrib.get(key)

    def getparent(self) -> HtmlElement | None:
        """The element that this one stands in."""
        return self._parent

    def descendants(self) -> Iterator[HtmlElement]:
        """All elements inside, in document order."""
        waiting = self[::-1]
        while waiting:
            element = waiting.pop()
            yield element
            waiting += element[::-1]


@frozen
class HtmlDocument:
    """A parsed document."""

    root: HtmlElement
    lifted: HtmlElement | None
    """The first element that stood too deep, where there is one."""


def document(data: bytes) -> Document:
    """The parser's own tree of a document or a fragment; its depth and the number of its nodes are not checked.

    Raises:
        ReadError: where the bytes are no HTML, or too many.
    """
    if len(data) > MAX_BYTES:
        raise ReadError.at(f"expected at most {MAX_BYTES} bytes of HTML, found {len(data)}")
    for magic, name in _NOT_HTML.items():
        if data.startswith(magic):
            raise ReadError.at(f"expected HTML, found {name}", line=1, column=1)
    if not data.strip():
        raise ReadError.at("expected HTML, found nothing", line=1, column=1)
    parsed = turbohtml.parse(data)
    if _is_utf_8(data, parsed.encoding):
        parsed = turbohtml.parse(data, encoding="utf-8")
    if all(element.source_line is None for element in parsed.iter_elements()) and _BINARY.search(data):
        raise ReadError.at(f"expected HTML, found bytes without a tag: {shown(data[:20])}", line=1, column=1)
    return parsed


def _is_utf_8(data: bytes, found: str | None) -> bool:
    """Whether bytes that a `<meta>` calls something else are UTF-8.

    A server's word for the encoding outranks the page's own, and a page that was saved has lost it. Letters beyond ASCII in
    another encoding are UTF-8 by chance only where they are few.
    """
    if data.isascii() or found is None or found.lower() == "utf-8":
        return False
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        text = decoder.decode(data)
    except UnicodeDecodeError:
        return False
    begun, _ = decoder.getstate()  # the bytes of a letter that the page was cut within
    return len(data) - len(begun) - len(text) >= SURELY


def parse(data: bytes) -> HtmlDocument:
    """The tree of a document or a fragment.

    Comments are left out, and the text on both sides of one is one text. So is what stands in a `template`, which no
    browser shows.

    Raises:
        ReadError: where the bytes are no HTML, or exceed a limit of this module.
    """
    return copied(document(data))


def copied(parsed: Document) -> HtmlDocument:
    """The tree below a document, as `parse` gives it; raises as it does."""
    above = parent = HtmlElement("", _NONE, None, None)
    lifted: HtmlElement | None = None
    nodes = iter(parsed.children)
    waiting: list[tuple[Iterator[Node], HtmlElement]] = []
    """What follows the elements that are open, and what it stands in."""
    count = len(parsed.children)
    while True:
        for node in nodes:
            if node.__class__ is Text:
                # A form feed is white space in HTML (WHATWG, Infra 4.7) and no character of the model's texts.
                text = node.data.replace("\f", "\n")
                if len(parent):
                    last = parent[-1]
                    last.tail = text if last.tail is None else last.tail + text
                else:
                    parent.text = text if parent.text is None else parent.text + text
            elif node.__class__ is Element:
                tag = node.tag
                attributes = node.attrs
                element = HtmlElement(tag, _copied(attributes, node) if attributes else _NONE, node.source_line, parent)
                parent.append(element)
                deep = len(waiting) >= MAX_DEPTH
                if deep and lifted is None:
                    lifted = element
                children = () if tag == "template" else node.children
                if len(children) == 1 and not deep and children[0].__class__ is Text:  # as most elements
                    count += 1
                    element.text = children[0].data.replace("\f", "\n")
                elif children:
                    count += len(children)
                    waiting.append((nodes, parent))
                    nodes = iter(children)
                    if not deep:
                        parent = element
                    break
        else:
            if not waiting:
                break
            nodes, parent = waiting.pop()
        if count > MAX_NODES:
            raise ReadError.at(f"expected at most {MAX_NODES} elements and texts, found more")
    root = above[0]
    root._parent = None
    return HtmlDocument(root, lifted)


_NONE: Mapping[str, str] = {}
"""The attributes of an element that has none."""


def _copied(attributes: Mapping[str, str | list[str] | None], node: Element) -> Mapping[str, str]:
    """Attributes, a list of words as one text."""
    if len(attributes) > MAX_ATTRIBUTES:
        raise ReadError.at(f"expected at most {MAX_ATTRIBUTES} attributes on a tag, found {len(attributes)}", line=node.source_line)
    found: dict[str, Any] = dict(attributes)
    for name, value in found.items():
        if value.__class__ is not str:
            found[name] = " ".join(value) if value else ""
    return found


__all__ = [
    "MARK_OF_TAG", "MAX_ATTRIBUTES", "MAX_BYTES", "MAX_DEPTH", "MAX_NODES", "TAG_OF_MARK", "Document", "Element", "HtmlDocument",
    "HtmlElement", "MicrodataItem", "Node", "RdfaItem", "Text", "copied", "document", "parse",
]  # fmt: skip
