"""NewsML-G2 documents to articles: what document it is, and the items in it.

News items are articles. A package only refers to items: beside news items it is reported, with each of its references; in a
document that holds no news item it is an article that links to them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import BinaryIO

from newsmodel.contract import Loss, Read
from newsmodel.errors import ReadError, shown
from newsmodel.formats import _xml
from newsmodel.formats._reading import Element, Reading, local, path_of
from newsmodel.formats.newsml_g2._catalog import IPTC, declared
from newsmodel.formats.newsml_g2._item import ItemReader
from newsmodel.formats.newsml_g2._names import ADDRESSES, ITEMS, NAR, NM_MAPPING, NO_ARTICLE, PACKAGE, PACKAGE_IS

_TAGS = frozenset(ITEMS | {f"{{{NAR}}}{name}" for name in ITEMS})
_HEADERS = frozenset({"header", f"{{{NAR}}}header"})


def read(data: bytes, catalog: Mapping[str, str] = IPTC) -> Read:
    """The one article of a document.

    Raises:
        ReadError: where there is none, or several.
    """
    root = _xml.parse(data)
    try:
        return _read_root(root, Reading(), catalog)
    except RecursionError:
        raise ReadError.at("elements nested too deeply", line=root.sourceline) from None


def _read_root(root: Element, reading: Reading, catalog: Mapping[str, str]) -> Read:
    if _is_item(root):
        return _read_item(root, reading, catalog)
    items = list(_items(root))
    name = _wrapper_name(root, items)
    chosen = (
        [item for item in items if _is_text(item)]
        or [item for item in items if local(item.tag) == "newsItem"]
        or [item for item in items if local(item.tag) == PACKAGE]
    )
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
            _skip(item, reading)
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

    What is no article is a loss of the next article, or of the last; what the header says, of the first. Packages are kept until
    it is clear that there is no news item.

    Raises:
        ReadError: where the document cannot be read, or holds no article.
    """
    held: Read | None = None
    skipped: list[Loss] = []
    header: list[Loss] = []
    packages: list[Read] | None = []
    try:
        for item in _xml.each(source, _TAGS | _HEADERS):
            if item.tag in _HEADERS:
                reading = Reading()
                _report_header(item, reading)
                header = reading.losses
                catalog = {**catalog, **declared(item)}  # the header is emptied before the items come
                continue
            if local(item.tag) != "newsItem":
                if local(item.tag) == PACKAGE and packages is not None:
                    found = _guarded(item, catalog)
                    packages.append(Read(article=found.article, losses=(*(() if packages else header), *found.losses)))
                _skip(item, account := Reading())
                skipped += account.losses
                continue
            packages = None
            if held is not None:
                yield held
                held = None
            found = _guarded(item, catalog)
            if item.get(NM_MAPPING) is None:
                skipped, header = [*header, *skipped], []
            held = Read(article=found.article, losses=(*skipped, *found.losses))
            skipped = []
        if held is None and not packages:
            raise ReadError.at("expected a newsItem, found " + (skipped[-1].reason if skipped else "no item"))
    except ReadError:
        yield from packages or ([held] if held else ())
        raise
    yield from packages or ()
    if held is not None:
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


def _skip(item: Element, reading: Reading) -> None:
    """Report an item that is no article, beside one that is."""
    name = local(item.tag)
    if name == PACKAGE:
        reading.lost(item, f"<{name}> is {PACKAGE_IS}")
        for reference in _references(item):
            reading.lost(reference, f"a package refers to {shown(_address(reference))}")
    elif name in NO_ARTICLE:
        reading.lost(item, f"<{name}> is {NO_ARTICLE[name]}")
    else:
        reading.lost(item, f"<{name}> {item.get('guid') or ''} beside the article".replace("  ", " "))


def _references(package: Element) -> Iterator[Element]:
    waiting = [package]
    while waiting:
        node = waiting.pop()
        if local(node.tag) == "itemRef":
            yield node
        else:
            waiting += reversed(list(node))


def _address(reference: Element) -> str:
    return next((str(reference.get(name)) for name in ADDRESSES if reference.get(name)), "nothing")


def _read_item(item: Element, reading: Reading, catalog: Mapping[str, str]) -> Read:
    name = local(item.tag)
    if name in NO_ARTICLE:
        raise ReadError.at(f"expected an article, found <{name}>: {NO_ARTICLE[name]}", path=path_of(item), line=item.sourceline)
    article = ItemReader(reading, item, catalog).read()
    if article is None:  # pragma: no cover  # every part is checked when it is read; no document is known that gets here
        raise ReadError.at(f"no article: {reading.losses[-1].reason}", path=path_of(item), line=item.sourceline)
    return Read(article=article, losses=tuple(reading.losses))
