"""NewsML-G2 documents to articles: what document it is, and the items in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import BinaryIO

from newsmodel.contract import Loss, Read
from newsmodel.errors import Position, ReadError, shown
from newsmodel.formats import _xml
from newsmodel.formats._reading import Element, Reading, local, path_of
from newsmodel.formats.newsml_g2._catalog import IPTC
from newsmodel.formats.newsml_g2._item import ItemReader
from newsmodel.formats.newsml_g2._names import ITEMS, NAR, NM_MAPPING, NO_ARTICLE

_TAGS = frozenset(ITEMS | {f"{{{NAR}}}{name}" for name in ITEMS})
_HEADERS = frozenset({"header", f"{{{NAR}}}header"})


def read(data: bytes, catalog: Mapping[str, str] = IPTC) -> Read:
    """The one article of a document.

    Raises:
        ReadError: where there is none, or several.
    """
    return read_tree(_xml.parse(data), Reading(), catalog)


def read_tree(root: Element, reading: Reading, catalog: Mapping[str, str] = IPTC) -> Read:
    """The one article of a document whose tree is there, with the account that `reading` keeps."""
    try:
        return _read_root(root, reading, catalog)
    except RecursionError:
        raise ReadError.at("elements nested too deeply", line=root.sourceline) from None


def _read_root(root: Element, reading: Reading, catalog: Mapping[str, str]) -> Read:
    if _is_item(root):
        return _read_item(root, reading, catalog)
    items = list(_items(root))
    name = _wrapper_name(root, items)
    texts = [item for item in items if _is_text(item)]
    chosen = texts or [item for item in items if local(item.tag) == "newsItem"]
    if len(chosen) > 1:
        raise ReadError.at(f"a message of {len(chosen)} articles: read it with stream()", path=f"/{name}", line=root.sourceline)
    if not chosen:
        held = ", ".join(sorted({local(item.tag) for item in items})) or "no item"
        raise ReadError.at(f"expected a newsItem in the message, found {held}", path=f"/{name}", line=root.sourceline)
    if name != "newsMessage":
        reading.lost(root, f"the wrapper <{name}> around the news item")
    elif not _headers(root):
        reading.repaired(root, "a message without a header")
    if chosen[0].get(NM_MAPPING) is None:
        for header in _headers(root):
            _report_header(header, reading)
    for item in items:
        if item is not chosen[0]:
            reading.losses.append(_skipped(item))
    return _read_item(chosen[0], reading, catalog)


def _headers(root: Element) -> list[Element]:
    return [child for child in root if local(child.tag) == "header"]


def _report_header(header: Element, reading: Reading) -> None:
    """What a header says is about sending: when, by whom, to whom; of a message of ours it is filled in."""
    for child in header:
        if local(child.tag) not in ("catalogRef", "catalog"):
            reading.unknown(child)


def read_each(source: BinaryIO, catalog: Mapping[str, str] = IPTC) -> Iterator[Read]:
    """The articles of a document, one at a time, in constant memory.

    What is no article is a loss of the next article, or of the last; what the header says, of the first.

    Raises:
        ReadError: where the document cannot be read, or holds no article.
    """
    held: Read | None = None
    skipped: list[Loss] = []
    header: list[Loss] = []
    try:
        for item in _xml.each(source, _TAGS | _HEADERS):
            if item.tag in _HEADERS:
                reading = Reading()
                _report_header(item, reading)
                header = reading.losses
                continue
            if local(item.tag) != "newsItem":
                skipped.append(_skipped(item))
                continue
            if held is not None:
                yield held
                held = None
            found = _guarded(item, catalog)
            if item.get(NM_MAPPING) is None:
                skipped, header = [*header, *skipped], []
            held = Read(article=found.article, losses=(*skipped, *found.losses))
            skipped = []
        if held is None:
            raise ReadError.at("expected a newsItem, found " + (skipped[-1].reason if skipped else "no item"))
    except ReadError:
        if held is not None:
            yield held
        raise
    yield Read(article=held.article, losses=(*held.losses, *skipped))


def _guarded(item: Element, catalog: Mapping[str, str]) -> Read:
    try:
        return _read_item(item, Reading(), catalog)
    except RecursionError:
        raise ReadError.at("elements nested too deeply", path=path_of(item), line=item.sourceline) from None


def _is_item(node: Element) -> bool:
    return node.tag in _TAGS


def _wrapper_name(root: Element, items: list[Element]) -> str:
    """The name of the root, a message or whatever else stands around items."""
    name = local(root.tag)
    if root.tag not in ("newsMessage", f"{{{NAR}}}newsMessage") and not items:
        raise ReadError.at(
            f"expected newsItem or newsMessage in the namespace {NAR}, found {shown(root.tag)}", path="/" + name, line=root.sourceline
        )
    return name


def _items(node: Element) -> Iterator[Element]:
    """The items in a message, or in whatever stands around it; one inside another is part of it."""
    for child in node:
        if _is_item(child):
            yield child
        else:
            yield from _items(child)


def _is_text(item: Element) -> bool:
    if local(item.tag) != "newsItem":
        return False
    classes = [
        child.get("qcode") or "" for meta in item if local(meta.tag) == "itemMeta" for child in meta if local(child.tag) == "itemClass"
    ]
    return not classes or classes[0].rpartition(":")[2] in ("text", "composite")


def _skipped(item: Element) -> Loss:
    name = local(item.tag)
    reason = f"<{name}> is {NO_ARTICLE[name]}" if name in NO_ARTICLE else f"<{name}> {item.get('guid') or ''} beside the article".replace("  ", " ")
    return Loss(path=path_of(item), reason=reason, where=Position(path=path_of(item), line=item.sourceline))


def _read_item(item: Element, reading: Reading, catalog: Mapping[str, str]) -> Read:
    name = local(item.tag)
    if name != "newsItem":
        raise ReadError.at(f"expected an article, found <{name}>: {NO_ARTICLE[name]}", path=path_of(item), line=item.sourceline)
    article = ItemReader(reading, item, catalog).read()
    if article is None:  # pragma: no cover  # every part is checked when it is read; no document is known that gets here
        raise ReadError.at(f"no article: {reading.losses[-1].reason}", path=path_of(item), line=item.sourceline)
    return Read(article=article, losses=tuple(reading.losses))
