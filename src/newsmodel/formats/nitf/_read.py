"""NITF documents to articles: what document it is, and the articles in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from newsmodel.contract import Read
from newsmodel.errors import ReadError, shown
from newsmodel.formats import _xml
from newsmodel.formats._reading import Element, Reading, local, path_of
from newsmodel.formats.nitf._document import DocumentReader
from newsmodel.formats.nitf._names import NAMESPACE

_TAGS = frozenset({"nitf", "NITF", f"{{{NAMESPACE}}}nitf"})


def read(data: bytes) -> Read:
    """The one article of a document.

    Raises:
        ReadError: where there is none, or several.
    """
    root, reading = _xml.parse(data), Reading()
    found = [root] if root.tag in _TAGS else list(_inside(root))
    if len(found) > 1:
        raise ReadError.at(f"{len(found)} articles: read them with stream()", path=f"/{local(root.tag)}", line=root.sourceline)
    if not found:
        raise ReadError.at(f"expected nitf, found {shown(root.tag)}", path=f"/{local(root.tag)}", line=root.sourceline)
    if found[0] is not root:
        reading.lost(root, f"what stands around <nitf> in <{local(root.tag)}>")
    return _guarded(found[0], reading)


def read_each(source: BinaryIO) -> Iterator[Read]:
    """The articles of a document, one at a time, in constant memory.

    Raises:
        ReadError: where the document cannot be read, or holds no article.
    """
    empty = True
    for nitf in _xml.each(source, _TAGS):
        empty = False
        yield _guarded(nitf, Reading())
    if empty:
        raise ReadError.at("expected nitf, found no such element")


def _inside(node: Element) -> Iterator[Element]:
    """The documents in an element of another kind."""
    for child in node:
        if child.tag in _TAGS:
            yield child
        else:
            yield from _inside(child)


def _guarded(nitf: Element, reading: Reading) -> Read:
    try:
        article = DocumentReader(reading, nitf).read()
    except RecursionError:
        raise ReadError.at("elements nested too deeply", path=path_of(nitf), line=nitf.sourceline) from None
    if article is None:  # pragma: no cover  # every part is checked when it is read; no document is known that gets here
        raise ReadError.at(f"no article: {reading.losses[-1].reason}", path=path_of(nitf), line=nitf.sourceline)
    return Read(article=article, losses=tuple(reading.losses))
