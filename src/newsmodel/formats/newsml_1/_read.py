"""NewsML 1 documents to articles: the envelope, and the items in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from newsmodel.contract import Loss, Read
from newsmodel.errors import ReadError, shown
from newsmodel.formats import _xml
from newsmodel.formats._reading import Element, Reading, local, path_of
from newsmodel.formats.newsml_1._item import ItemReader
from newsmodel.formats.newsml_1._names import NAMESPACES, SILENT

ITEM, ENVELOPE = "NewsItem", "NewsEnvelope"
_TAGS = frozenset(f"{namespace}{name}" for name in (ITEM, ENVELOPE) for namespace in ("", *NAMESPACES))


def read(data: bytes) -> Read:
    """The one article of a document.

    Raises:
        ReadError: where there is none, or several.
    """
    root = _xml.parse(data)
    try:
        return _read_root(root, Reading())
    except RecursionError:
        raise ReadError.at("elements nested too deeply", line=root.sourceline) from None


def _read_root(root: Element, reading: Reading) -> Read:
    items = list(_items(root))
    name, line = local(root.tag), root.sourceline
    if not items:
        expected = "an item in <NewsML>" if name == "NewsML" else f"<NewsML>, found {shown(root.tag)}"
        raise ReadError.at(f"expected {expected}" + (", found none" if name == "NewsML" else ""), path=f"/{name}", line=line)
    if len(items) > 1:
        raise ReadError.at(f"a document of {len(items)} articles: read it with stream()", path=f"/{name}", line=line)
    _report_around(root, items[0], reading)
    return _read_item(items[0], reading)


def _items(node: Element) -> Iterator[Element]:
    """The news items of a document, whatever stands around them; one inside another is part of it."""
    if local(node.tag) == ITEM:
        yield node
        return
    for child in node:
        yield from _items(child)


def _report_around(node: Element, item: Element, reading: Reading) -> None:
    """Report what stands beside the item, and a wrapper around the whole."""
    if node is item:
        return
    for child in node:
        if child is item or any(inner is item for inner in _items(child)):
            _report_around(child, item, reading)
        elif local(child.tag) == ENVELOPE:
            _report_envelope(child, reading)
        elif local(child.tag) not in SILENT:
            reading.unknown(child)


def _report_envelope(node: Element, reading: Reading) -> None:
    """What an envelope says is about sending: when, by whom, in which product, how urgently it is to be handed on."""
    for child in node:
        name = child.get("FormalName")
        if name is None or len(child):
            reading.unknown(child)
        elif name:
            reading.lost(child, f"no place for <{local(child.tag)}>: {shown(name)}")


def read_each(source: BinaryIO) -> Iterator[Read]:
    """The articles of a document, one at a time, in constant memory.

    What the envelope says is a loss of the first article.

    Raises:
        ReadError: where the document cannot be read, or holds no article.
    """
    before: list[Loss] = []
    found = False
    for element in _xml.each(source, _TAGS):
        reading = Reading()
        if local(element.tag) == ENVELOPE:
            _report_envelope(element, reading)
            before += reading.losses
            continue
        try:
            read_one = _read_item(element, reading)
        except RecursionError:
            raise ReadError.at("elements nested too deeply", path=path_of(element), line=element.sourceline) from None
        yield Read(article=read_one.article, losses=(*before, *read_one.losses))
        before, found = [], True
    if not found:
        raise ReadError.at("expected a <NewsItem> in <NewsML>, found none")


def _read_item(item: Element, reading: Reading) -> Read:
    article = ItemReader(reading, item).read()
    if article is None:  # pragma: no cover  # every part is checked when it is read; no document is known that gets here
        raise ReadError.at(f"no article: {reading.losses[-1].reason}", path=path_of(item), line=item.sourceline)
    return Read(article=article, losses=tuple(reading.losses))
