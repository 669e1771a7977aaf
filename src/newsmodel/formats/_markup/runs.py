"""Markup to runs: text with marks, and where in it blocks begin."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from newsmodel.errors import shown
from newsmodel.formats._markup import XHTML, XML_LANGUAGE, Dialect
from newsmodel.formats._markup.attributes import are_silent, is_silent
from newsmodel.formats._markup.details import DetailSource
from newsmodel.formats._markup.elements import CONTAINERS, EMBEDDED, INLINE, SENTENCES, SILENT, STRUCTURE
from newsmodel.formats._reading import BREAK, Element, Reading, flat_text, folded
from newsmodel.model import Block
from newsmodel.model.richtext import Mark, Parts
from newsmodel.model.values import WHITE_SPACE, is_url
from newsmodel.syntax.html import MARK_OF_TAG


class RunReader:
    """Reads runs out of a tree of markup, and tells the elements that stand in a line from those that make blocks."""

    def __init__(
        self, reading: Reading, dialect: Dialect, details: DetailSource, format_name: str, *, every_attribute: bool = False
    ) -> None:
        """`every_attribute` tells to report each attribute that says something and is not read; in pages they are legion."""
        self._every_attribute = every_attribute
        self.reading = reading
        self.dialect = dialect
        self.details = details
        self.format = format_name
        self._taken: set[int] = set()
        """The elements that are no part of the blocks: left out, or in use as a figure's file or caption."""
        self._left_out: list[Element] = []
        self._holding: dict[int, tuple[Element, bool]] = {}
        self._names: dict[str, str] = {}
        """By tag, the HTML name; empty where the class tells it."""
        self._speaking: dict[int, tuple[Element, bool]] = {}
        self._readers = self.block_readers()

    def block_readers(self) -> dict[str, Callable[[Element], list[Block]]]:
        """What reads the block that an element makes, by the element's HTML name; here, none is known."""
        return {}

    def leave_out(self, elements: Iterable[Element]) -> None:
        """Elements that are passed over wherever they stand; the caller keeps and reports them."""
        held = list(elements)
        self._left_out += held  # they are kept, so that no other gets the `id` of one of them
        self._taken |= set(map(id, held))

    def name(self, node: Element) -> str:
        """The HTML name of an element, whatever namespace it is in and whatever stands for it."""
        tag = node.tag
        name = self._names.get(tag)
        if name is None:
            name = self._names[tag] = self.name_by_tag(tag)
        return name or self.name_by_class(node)

    def name_by_tag(self, tag: str) -> str:
        """The HTML name that a tag alone tells; empty where the class of the element may tell another."""
        name = folded(tag)
        return "" if name in ("div", "span", "object") else name

    def name_by_class(self, node: Element) -> str:
        """The HTML name of an element whose tag alone does not tell it."""
        name = node.get("class")
        if name and name.startswith("nm-") and (stood_for := name.partition(" ")[0][3:]) in XHTML.stand_ins:
            return str(stood_for)
        return folded(node.tag)

    def runs(self, node: Element, skip: Callable[[Element], bool] | None = None) -> list[Parts]:
        """The runs in an element, as they stand."""
        found: list[Parts] = []
        self._collect(node, (), None, None, found, skip)
        return found

    def _collect(
        self, node: Element, marks: tuple[Mark, ...], href: str | None, language: str | None, found: list[Parts],
        skip: Callable[[Element], bool] | None = None,
    ) -> None:  # fmt: skip
        text = node.text
        if text:
            found.append((text, marks, href, language))
        if not len(node):
            return
        for child in node:
            mark = MARK_OF_TAG.get(self._names.get(child.tag) or self.name(child))
            if (self._taken and id(child) in self._taken) or (skip is not None and skip(child)):
                pass
            elif mark is not None and not (len(child) or child.attrib):
                if child.text:
                    found.append((child.text, _with(mark, marks) if marks else (mark,), href, language))
            else:
                self._inline(child, marks, href, language, found)
            tail = child.tail
            if tail:
                found.append((tail, marks, href, language))

    def _inline(self, node: Element, marks: tuple[Mark, ...], href: str | None, language: str | None, found: list[Parts]) -> None:
        name = self.name(node)
        if name == "br":
            found.append((BREAK, marks, href, language))
            self.report_attributes(node)
            self._collect(node, marks, href, language, found)
            return
        if name in SILENT:
            self.reading.unknown(node)
            return
        says_more = bool(node.attrib)
        if says_more:
            self.report_attributes(node)
        mark = MARK_OF_TAG.get(name)
        if mark is not None:
            marks = _with(mark, marks) if marks else (mark,)
        elif name == "a" and node.get("href"):
            href = self.reading.url(node, "href") or href
        elif name == "span":
            href = self.kept_link(node) or href
        elif name != "a":
            self.reading.lost(node, f"the markup <{name}>; its text is kept")
        if says_more:
            for attribute in (XML_LANGUAGE, "lang"):
                if node.get(attribute):
                    language = self.reading.language(node, attribute) or language
        self._collect(node, marks, href, language, found)

    def report_attributes(self, node: Element) -> None:
        """Report the attributes of an element that is read, but for those that are read too and those that only format."""
        if not self._every_attribute:
            return
        attributes = node.attrib.keys()
        if attributes and not are_silent(name := self.name(node), attributes):
            known = self.details.known(node)
            silent = [attribute for attribute in attributes if attribute in known or self.is_silent(name, node, attribute)]
            self.reading.unknown_attributes(node, silent)

    def is_silent(self, name: str, node: Element, attribute: str) -> bool:  # noqa: ARG002  # other vocabularies ask the element
        """Whether an attribute is read or only formats; `name` is the HTML name of its element."""
        return is_silent(name, attribute)

    def kept_link(self, node: Element) -> str | None:
        """The address that an element keeps as a detail; one that is no URL is reported."""
        href: str | None = self.details.get(node, "href", str)
        if href is not None and not is_url(href):
            self.reading.lost(node, f"expected a URL, found {shown(href)}")
            return None
        return href

    def flowing(self, node: Element) -> list[Parts]:
        """The runs in an element that may hold paragraphs, a break between them."""
        found: list[Parts] = []
        if not self._holds_blocks(node):
            self._collect(node, (), None, None, found)
            return found
        pieces: list[list[Parts]] = [[(node.text or "", (), None, None)]]
        for child in node:
            if self._is_or_holds_block(child):
                self.report_attributes(child)
                if (name := self.name(child)) in STRUCTURE:
                    self.reading.lost(child, f"the markup <{name}>; its text is kept")
                pieces += [self.flowing(child), []]
            else:
                self._inline(child, (), None, None, pieces[-1])
            pieces[-1].append((child.tail or "", (), None, None))
        for piece in pieces:
            if any(run[0].strip(WHITE_SPACE) for run in piece):
                found += [(BREAK, (), None, None), *piece] if found else piece
        return found

    # What stands in a line, and what ends it

    def _is_known(self, name: str) -> bool:
        return name in self._readers or name in CONTAINERS

    def _holds_blocks(self, node: Element) -> bool:
        """Whether there is a block in an element, or in the inline elements in it."""
        for child in node:
            if len(child) or self._names.get(child.tag) not in INLINE:
                break
        else:
            return False
        known = self._holding.get(id(node))
        if known is None:
            # The element is kept, so that no other gets its `id`.
            known = self._holding[id(node)] = (node, any(map(self._is_or_holds_block, node)))
        return known[1]

    def _is_or_holds_block(self, node: Element) -> bool:
        name = self.name(node)
        if id(node) in self._taken:
            return False
        if name in INLINE:
            return self._holds_blocks(node)
        if name in SILENT or self._is_word(node, name):
            return False
        return self._is_known(name) or not self._runs_along(node)

    def _runs_along(self, node: Element) -> bool:
        """Whether an element that is not known here stands in a line of text and is a part of it."""
        parent = node.getparent()
        if parent is None or not "".join(flat_text(node)).strip() or any(map(self._is_or_holds_block, node)):
            return False
        return self._speaks(parent)

    def _is_word(self, node: Element, name: str) -> bool:
        """Whether an element that is not known here marks words within a sentence: text in it, and text beside it."""
        if self._is_known(name) or name in EMBEDDED or len(node) or not (node.text or "").strip():
            return False
        around = node.getparent()
        return self.name(around) in SENTENCES and self._speaks(around)

    def _speaks(self, node: Element) -> bool:
        """Whether there is text in an element itself, beside the elements in it."""
        known = self._speaking.get(id(node))
        if known is None:
            # As in `_holds_blocks`; an element may hold a hundred thousand others that all ask for this.
            known = self._speaking[id(node)] = (node, any(text and text.strip() for text in (node.text, *(child.tail for child in node))))
        return known[1]


def _with(mark: Mark, marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
    return tuple(sorted({*marks, mark}))
