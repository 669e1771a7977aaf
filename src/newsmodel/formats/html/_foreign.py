"""A page of another publisher to an article, by one simple rule that says what it left out.

The headline is the first `h1`, else the title; the body is what stands in the `article` that holds it, else in the first
`article`, else in `main`, else in `body`. Facts are taken only from where HTML or Open Graph says what they are.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from newsmodel.syntax.html import HtmlElement
from newsmodel.formats._markup import HTML
from newsmodel.formats._markup.read import MarkupReader
from newsmodel.formats._reading import Reading, flat_text
from newsmodel.formats.html._details import DataDetails
from newsmodel.model import Article, Time

SIMPLE_RULE = "a page that is not newsmodel's own: read by a simple rule"
_FURNITURE = frozenset("nav form button input select textarea dialog script style noscript template".split())
"""Elements that belong to a page and not to its article."""
_TIMES = {
    "published": ("article:published_time", "datepublished"),
    "updated": ("article:modified_time", "datemodified"),
}  # fmt: skip
"""By field: the property of a `meta` (Open Graph), and of an element (schema.org)."""


_OF_THE_FILE = frozenset(
    "viewport generator robots theme-color color-scheme referrer format-detection stylesheet preload modulepreload prefetch "
    "preconnect dns-prefetch icon apple-touch-icon manifest mask-icon".split()
)
"""Names of a `meta` and relations of a `link` that say nothing of the article."""


class ForeignReader:
    """Reads one page."""

    def __init__(self, reading: Reading, root: HtmlElement, format_name: str) -> None:
        self.reading = reading
        self.root = root
        self.markup = MarkupReader(reading, HTML, DataDetails(reading), format_name)
        self._elements = list(root.descendants())
        self._read: set[int] = set()

    def read(self) -> Article:
        """The article, as far as the rule finds it."""
        self.reading.lost(self.root, SIMPLE_RULE)
        heading = next((one for one in self._elements if one.tag == "h1" and _text(one)), None)
        container = self._container(heading)
        fields: dict[str, Any] = {
            "headline": self._headline(heading),
            "language": self.reading.language(self.root, "lang") if self.root.get("lang") else None,
            "summary": self._description(),
            "url": self._canonical(),
            **{name: self._time(*names) for name, names in _TIMES.items()},
        }
        self._report_head()
        self._report_outside(container)
        self.markup.leave_out(self._left_out(container))
        fields["body"] = self.markup.blocks(container)
        return self.reading.build(Article, container, **fields) or Article(headline="")

    def _container(self, heading: HtmlElement | None) -> HtmlElement:
        above = heading
        while above is not None and above.tag != "article":
            above = above.getparent()
        if above is not None:
            return above
        for name in ("article", "main", "body"):
            for element in self._elements:
                if element.tag == name:
                    return element
        return self.root

    def _headline(self, heading: HtmlElement | None) -> str:
        found = heading
        if found is None:
            found = next((one for one in self._elements if one.tag == "title" and _text(one)), None)
        if found is None:
            self.reading.lost(self.root, "no headline: neither an <h1> nor a <title>")
            return ""
        self._read.add(id(found))
        return self.reading.line(found) or ""

    def _metas(self, name: str) -> Iterable[HtmlElement]:
        for element in self._elements:
            if element.tag == "meta" and name in ((element.get("name") or "").lower(), (element.get("property") or "").lower()):
                yield element

    def _description(self) -> Any:
        for element in self._metas("description"):
            self._read.add(id(element))
            return self.reading.line(element, "content")
        return None

    def _canonical(self) -> str | None:
        for element in self._elements:
            if element.tag == "link" and "canonical" in (element.get("rel") or "").lower().split() and element.get("href"):
                self._read.add(id(element))
                return self.reading.url(element, "href")
        return None

    def _time(self, property_name: str, item: str) -> Time | None:
        for element in self._metas(property_name):
            self._read.add(id(element))
            return self.reading.time(element, "content")
        for element in self._elements:
            if item in (element.get("itemprop") or "").lower().split():
                for attribute in ("datetime", "content"):
                    if element.get(attribute):
                        return self.reading.time(element, attribute)
        return None

    # What is left out

    def _left_out(self, container: HtmlElement) -> list[HtmlElement]:
        """What stands in the container and is no part of the body."""
        found: list[HtmlElement] = []
        waiting = [container]
        while waiting:
            for element in waiting.pop():
                if id(element) in self._read:
                    found.append(element)
                elif element.tag in _FURNITURE:
                    self.reading.unknown(element)
                    found.append(element)
                else:
                    waiting.append(element)
        return found

    def _report_head(self) -> None:
        for element in self._elements:
            if element.tag == "title" and id(element) not in self._read and _in_head(element):
                self.reading.unknown(element)
            elif element.tag in ("meta", "link") and id(element) not in self._read and not _says_how(element):
                self.reading.lost(element, f"no place for {_said(element)}")

    def _report_outside(self, container: HtmlElement) -> None:
        """Report what stands beside the container, and beside each element that it stands in."""
        inner = container
        while (outer := inner.getparent()) is not None:
            if outer is not self.root:
                for element in outer:
                    if element is not inner and id(element) not in self._read and (_text(element) or len(element)):
                        self.reading.unknown(element)
            inner = outer


def _text(element: HtmlElement) -> str:
    return "".join(flat_text(element)).strip()


def _in_head(element: HtmlElement) -> bool:
    above = element.getparent()
    return above is not None and above.tag == "head"


def _says_how(element: HtmlElement) -> bool:
    """Whether a `meta` or `link` speaks of the file and how to show it, rather than of the article."""
    if element.tag == "meta":
        return "charset" in element.attrib or "http-equiv" in element.attrib or (element.get("name") or "").lower() in _OF_THE_FILE
    return any(word in _OF_THE_FILE for word in (element.get("rel") or "").lower().split())


def _said(element: HtmlElement) -> str:
    """A `meta` or `link` in short: what it is about."""
    about = next((element.get(name) for name in ("property", "name", "itemprop", "rel") if element.get(name)), "")
    return f"<{element.tag}> {about}".rstrip()
