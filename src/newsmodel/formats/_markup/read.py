"""Markup, ours or another's, to blocks and runs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from newsmodel.errors import shown
from newsmodel.formats._markup.elements import HEADINGS, descendants
from newsmodel.formats._markup.figures import FigureReader
from newsmodel.formats._reading import BREAK, Element
from newsmodel.model import Aside, Block, Cell, Figure, Heading, List, Opaque, Paragraph, Preformatted, Quote, RichText, Separator, Table
from newsmodel.model.richtext import rich_plain_text
from newsmodel.syntax.text_form import with_line_feeds


class MarkupReader(FigureReader):
    """Reads blocks and runs out of a tree of markup, ours or another's."""

    def block_readers(self) -> dict[str, Callable[[Element], list[Block]]]:
        """What reads the block that an element makes, by the element's HTML name."""
        return {
            "p": self._paragraph, "blockquote": self._quote, "ul": self._list, "ol": self._list, "table": self._table,
            "figure": self._figure, "img": self._lone_media, "video": self._lone_media, "audio": self._lone_media,
            "pre": self._preformatted, "hr": self._separator, "aside": self._aside, **dict.fromkeys(HEADINGS, self._heading),
        }  # fmt: skip

    def _heading(self, node: Element) -> list[Block]:
        content = self.reading.rich(node, self.runs(node))
        level = self.details.get(node, "level", int) or HEADINGS[self.name(node)]
        return self._built(Heading, node, content=content, level=level) if content else []

    def _preformatted(self, node: Element) -> list[Block]:
        text = with_line_feeds(self.reading.raw(node).replace(BREAK, "\n")).strip("\n")
        for inner in descendants(node):
            if self.name(inner) != "br":
                self.reading.lost(inner, f"the markup <{self.name(inner)}>; its text is kept")
        markup = self.details.get(node, "markup", str)
        kind = self.details.get(node, "format", str)
        if markup is not None and kind is not None:
            return self._built(Opaque, node, format=kind, markup=markup, text=text or None)
        return self._built(Preformatted, node, text=text) if text else []

    def _separator(self, node: Element) -> list[Block]:
        self._stray(node)
        for child in node:
            self._outside(child)
        return [Separator()]

    def _quote(self, node: Element, attribution: str | None = None) -> list[Block]:
        source = self.details.get(node, "source", str) or (self.reading.url(node, "cite") if node.get("cite") else None)
        role = self.details.get(node, "role", str)
        blocks = self._inner(node)
        if not blocks:
            if attribution:
                self.reading.lost(node, f"an attribution without a quotation: {shown(attribution)}")
            return []
        return self._nested(Quote, node, blocks, blocks=blocks, attribution=attribution, source=source, role=role)

    def _aside(self, node: Element) -> list[Block]:
        blocks = self._inner(node)
        return self._nested(Aside, node, blocks, blocks=blocks, role=self.details.get(node, "role", str)) if blocks else []

    def _figure(self, node: Element) -> list[Block]:
        classes = (node.get("class") or "").split()
        if "nm-embed" in classes:
            return self._embed(node)
        quotes = [child for child in node if self.name(child) == "blockquote"]
        if quotes:
            captions = [child for child in node if self.name(child) == "figcaption"][:1]
            attribution = self.reading.line(captions[0]) if captions else None
            return self._quote(quotes[0], attribution) + self._around(node, [quotes[0], *captions])
        return self._figures(node)

    def figure(self, node: Element) -> Figure | None:
        """The one figure that an element of ours holds."""
        found = self._figure(node)
        return found[0] if len(found) == 1 and isinstance(found[0], Figure) else None

    # Lists and tables

    def _list(self, node: Element) -> list[Block]:
        items: list[tuple[Block, ...]] = []
        items += self._stray_item(node, node.text)
        for child in node:
            if self.name(child) == "li":
                self.report_attributes(child)
                items.append(self._inner(child))
            elif loose := self._loose(child):
                items.append(loose)
            items += self._stray_item(node, child.tail)
        for attribute in ("start", "reversed"):
            if node.get(attribute) is not None:
                self.reading.lost(node, f"no place for {attribute}={shown(node.get(attribute))}", attribute)
        held = (block for item in items for block in item)
        return self._nested(List, node, held, items=items, ordered=self.name(node) == "ol") if items else []

    def _stray_item(self, node: Element, text: str | None) -> list[tuple[Block, ...]]:
        """Text beside the items of a list as an item."""
        content = self.reading.rich(node, [(text, (), None, None)]) if text and text.strip() else None
        if content is None:
            return []
        self.reading.repaired(node, f"text that stands outside: {shown(rich_plain_text(content))}; it is made an item")
        return [tuple(self._built(Paragraph, node, content=content))]

    def _table(self, node: Element) -> list[Block]:
        caption: RichText | None = None
        rows: list[tuple[Cell, ...]] = []
        for child in self._table_parts(node):
            if self.name(child) == "caption" and caption is None:
                self.report_attributes(child)
                caption = self.reading.rich(child, self.runs(child))
            elif self.name(child) == "tr":
                self._stray(child)
                self.report_attributes(child)
                row = tuple(cell for inner in child for cell in self._cell(inner))
                if row:
                    rows.append(row)
            else:
                self._outside(child)
        self._stray(node)
        if not rows:
            return self._built(Paragraph, node, content=caption) if caption else []
        held = (block for row in rows for cell in row for block in cell.blocks)
        return self._nested(Table, node, held, rows=rows, caption=caption)

    def _table_parts(self, node: Element) -> list[Element]:
        found: list[Element] = []
        for child in node:
            name = self.name(child)
            if name in ("tbody", "thead", "tfoot"):
                self.report_attributes(child)
                self._stray(child)
                found += self._table_parts(child)
            elif name not in ("colgroup", "col"):
                found.append(child)
        return found

    def _cell(self, node: Element) -> list[Cell]:
        name = self.name(node)
        if name not in ("td", "th"):
            self._outside(node)
            return []
        fields: dict[str, Any] = {"header": name == "th"}
        if node.attrib:
            for attribute, most in (("colspan", 1000), ("rowspan", 65534)):
                if node.get(attribute) and (span := self.reading.whole(node, attribute, 1, most)) is not None:
                    fields[attribute] = span
            self.report_attributes(node)
            fields["header"] |= self.details.get(node, "header", str) is not None
        cell = self.reading.build(Cell, node, blocks=self._inner(node), **fields)
        return [] if cell is None else [cell]
