"""The lines of a body, in their boxes, as the model's blocks."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from typing import Any

from newsmodel.errors import InvalidValue
from newsmodel.extract._page._addresses import Address, host_of
from newsmodel.extract._page._figures import figure_of, is_signed, is_silent
from newsmodel.extract._page._files import embed_of, media_of
from newsmodel.extract._page._outline import HEADINGS, LONGEST_CAPTION, Box, File, Line, Rule
from newsmodel.extract._page._sifting import LEADS_ON, Body
from newsmodel.extract._page._text import folded, marked_whole, rich_of
from newsmodel.extract._page._vocabulary import CROSSHEAD, EMBED, FACTBOX, FIGURE, GALLERY, PULL_QUOTE, SOFT
from newsmodel.model import (
    Aside, Block, Cell, Embed, Figure, Heading, List, Paragraph, Preformatted, Quote, RichText, Separator, Table,
)  # fmt: skip
from newsmodel.model.values import MAX_NESTING, NOT_TEXT
from newsmodel.syntax.html import Element

PSEUDO = 3
"""The level of a heading that is marked as strong text only."""
LONGEST_HEADING = 100
TEASER_DEPTH = 6
"""So many elements stand between a picture and the link around it, at most."""
TITLE = 25
"""A title has more letters."""
MOST_CELLS = 5000
"""A table of more cells is a layout."""


class Blocks:
    """Makes the blocks of one body."""

    def __init__(self, body: Body, address: Address) -> None:
        self._body = body
        self._address = address
        self._kept = {line.number for line in body.lines}
        self._next = {line.number: below for line, below in itertools.pairwise(body.lines)}
        self._first = next((line.number for line in body.lines if line.mass), -1)
        self._elsewhere = {folded(line.text) for line, reason in body.left_out if reason == LEADS_ON}
        self._seen: set[Figure] = set()

    def of(self, box: Box, depth: int = 1) -> list[Block]:
        """The blocks in a box."""
        found: list[Block] = []
        for part in box.parts:
            if isinstance(part, Line):
                found += self._line(part)
            elif isinstance(part, File):
                found += self._file(part)
            elif isinstance(part, Rule):
                if found and not isinstance(found[-1], Separator):
                    found.append(Separator())
            else:
                found += self._box(part, depth)
        return found

    def before(self, title: Line | None) -> list[Block]:
        """The figures between the title and the text, outside the text's own box."""
        titled = set() if title is None else set(map(id, title.box.around()))
        around: list[Box] = []
        for box in itertools.takewhile(lambda box: box.tag not in ("body", "html"), self._body.box.around()):
            around.append(box)
            if box.tag in ("article", "main") and (not titled or id(box) in titled):
                break
        found: list[Block] = []
        for inner, outer in reversed(list(itertools.pairwise(around))):
            for part in outer.parts[: outer.parts.index(inner)]:
                found += self.figures(part) if isinstance(part, Box) else []
        return [block for block in found if isinstance(block, Figure)]

    def holds(self, box: Box) -> bool:
        """Whether a line of the body stands in a box."""
        return not self._kept.isdisjoint(box.numbers)

    def _line(self, line: Line) -> list[Block]:
        if line.number not in self._kept:
            return []
        content = rich_of([line.runs], self._address)
        if not content:
            return []
        level = HEADINGS.get(line.kind) or (PSEUDO if self._is_heading(line, content) else None)
        return [Paragraph(content=content) if level is None else Heading(content=content, level=level)]

    def _is_heading(self, line: Line, content: RichText) -> bool:
        """Whether a paragraph is a heading in all but its tag: short, called so or strong throughout, no sentence, among prose."""
        if len(line.text) > LONGEST_HEADING or line.kind not in ("p", "div") or line.text[-1] in '.:;,!…"”“»' or line.linked:
            return False
        below = self._next.get(line.number)
        if below is None or not below.mass or line.number <= self._first:
            return False
        return bool(line.box.names & CROSSHEAD) or marked_whole(content, "strong")

    def _file(self, file: File) -> list[Block]:
        if self._body.is_apart(file.box, GALLERY) or _leads_on(file):
            return []
        if file.kind == "embed":
            embed = embed_of(file, self._address)
            return [] if embed is None else [embed]
        media = media_of(file, self._address)
        return [] if media is None else self._once(Figure(media=media))

    def _once(self, figure: Figure) -> list[Block]:
        """A figure, if the body does not show it yet; one that the title of another article describes is that one's."""
        alt = None if figure.media is None or figure.caption is not None else figure.media.alt
        if figure in self._seen or (alt is not None and folded(alt) in self._elsewhere):
            return []
        self._seen.add(figure)
        return [figure]

    def _box(self, box: Box, depth: int) -> list[Block]:
        if not self.holds(box):
            return self.figures(box)
        if depth >= MAX_NESTING - 1:
            return self.of(box, depth)
        tag = box.tag
        if box.names & EMBED:
            return self._embed(box, depth)
        if tag in ("ul", "ol"):
            return self._list(box, depth)
        if tag == "blockquote" or box.names & PULL_QUOTE:
            inner = self.of(box, depth + 1)
            return [Quote(blocks=inner, role="pull" if box.names & PULL_QUOTE else None)] if inner else []
        if tag == "table":
            return self._table(box, depth)
        if tag == "pre":
            return self._preformatted(box, depth)
        if box.names & FACTBOX and tag in ("aside", "section", "div"):
            inner = self.of(box, depth + 1)
            return [Aside(blocks=inner, role="factbox")] if inner else []
        return self.of(box, depth)

    def _list(self, box: Box, depth: int) -> list[Block]:
        items: list[list[Block]] = []
        for part in box.parts:
            if isinstance(part, Box):
                inner = self._box(part, depth + 1) if part.tag in ("ul", "ol") else self.of(part, depth + 1)
            elif isinstance(part, Line):
                inner = self._line(part)
            else:
                inner = []
            if inner:
                items.append(inner)
        return [List(items=items, ordered=box.tag == "ol")] if items else []

    def _embed(self, box: Box, depth: int) -> list[Block]:
        inner = self.of(box, depth + 1)
        links = [href for line in box.lines() for _, _, href, _ in line.runs if href is not None]
        url = self._address.of(links[-1]) if links else None
        return [Embed(url=url, provider=None if url is None else host_of(url), blocks=inner)]

    def _preformatted(self, box: Box, depth: int) -> list[Block]:
        text = box.node.text.replace("\r\n", "\n").replace("\r", "\n").strip("\n")
        try:
            return [Preformatted(text=text)]
        except InvalidValue:  # characters that no text holds
            return self.of(box, depth)

    # Tables

    def _table(self, box: Box, depth: int) -> list[Block]:
        """A table; one that only arranges the page gives what is in it."""
        rows = [row for row in box.boxes() if row.tag == "tr" and _nearest(row, "table") is box]
        cells = [[cell for cell in row.parts if isinstance(cell, Box) and cell.tag in ("td", "th")] for row in rows]
        widest = max(map(len, cells), default=0)
        if widest < 2 or sum(map(len, cells)) > MOST_CELLS or _arranges(cells):
            return self.of(box, depth)
        made = [[self._cell(cell, depth) for cell in row] for row in cells if row]
        captions = [inner for inner in box.parts if isinstance(inner, Box) and inner.tag == "caption"]
        caption = rich_of([line.runs for one in captions for line in one.lines()], self._address)
        return [Table(rows=[row for row in made if row], caption=caption or None)]

    def _cell(self, box: Box, depth: int) -> Cell:
        spans: dict[str, Any] = {}
        for name, most in (("colspan", 1000), ("rowspan", 65534)):
            value = box.node.attr(name) or ""
            if value.isascii() and value.isdigit() and len(value) < 6 and 1 <= int(value) <= most:
                spans[name] = int(value)
        return Cell(blocks=self.of(box, depth + 1), header=box.tag == "th", **spans)

    # Figures

    def figures(self, box: Box) -> list[Block]:
        """The figures in a box that holds no text of the body."""
        if (box.is_figure or is_signed(box)) and not _holds_figures(box):
            if self._body.is_apart(box, GALLERY | SOFT | FIGURE):
                return []
            figure = _tried(box, self._address)
            embeds = [embed for file in box.files() if file.kind == "embed" and (embed := embed_of(file, self._address)) is not None]
            return [*([] if figure is None else self._once(figure)), *embeds]
        found: list[Block] = []
        for part in box.parts:
            if isinstance(part, File):
                found += self._file(part)
            elif isinstance(part, Box):
                found += self.figures(part)
        return found


def _holds_figures(outer: Box) -> bool:
    """Whether there are figures in a box, so that it is none itself."""
    if outer.tag == "figure" or outer.figures:
        return outer.figures > 0 and not _is_captioned_beside(outer)
    return outer.pictures > 1 and any(box.is_figure and box.pictures and box.length for box in outer.boxes())


def _is_captioned_beside(outer: Box) -> bool:
    """Whether a box holds one figure without words, and beside it only its caption: `<figure>...</figure><figcaption>...`."""
    if outer.figures != 1 or outer.tag == "figure" or outer.pictures > 1 or not 0 < outer.length < LONGEST_CAPTION:
        return False
    silent = any(box.tag == "figure" and is_silent(box) for box in outer.boxes())
    return silent and all(line.box.figured for line in outer.lines())


def _leads_on(file: File) -> bool:
    """Whether a picture stands in a link with the title of another article."""
    node = file.node.parent
    for _ in range(TEASER_DEPTH):
        if not isinstance(node, Element):
            return False
        if node.tag == "a":
            return len(node.text.strip()) > TITLE and node.find("figcaption") is None
        node = node.parent
    return False


def _tried(box: Box, address: Address) -> Figure | None:
    """The figure of a box; `None` where its texts are none that the model holds."""
    if any(NOT_TEXT.search(line.text) for line in box.lines()):
        return None
    return figure_of(box, address)


def _nearest(box: Box, tag: str) -> Box | None:
    above = box.parent
    while above is not None and above.tag != tag:
        above = above.parent
    return above


def _arranges(rows: Iterable[list[Box]]) -> bool:
    """Whether a table arranges a page: one of its cells holds a good part of an article."""
    return any(cell.mass > 1500 for row in rows for cell in row)
