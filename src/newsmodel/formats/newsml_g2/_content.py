"""The content of a news item: which of its renditions is read, and how."""

from __future__ import annotations

import re
from newsmodel.errors import shown
from newsmodel.formats._markup.nitf import NitfBody
from newsmodel.formats._markup.read import MarkupReader, markup_of
from newsmodel.formats._reading import BREAK, Element, Reading, flat_text, local, one_line
from newsmodel.formats.newsml_g2 import _names as names
from newsmodel.formats.newsml_g2._parts import PartReader
from newsmodel.model import Block, Figure, Media, Opaque, Paragraph, Rendition

_CONTENT = frozenset({"contenttype", "wordcount", "rendition", "renditionuri"})
_REMOTE = frozenset({"href", "residref", "contenttype", "rendition", "renditionuri", "width", "height", "size"})
_MARKUP = frozenset("html body div section article main p ul ol table blockquote h1 h2 h3 h4 h5 h6 pre figure".split())


class ContentReader:
    """Reads the body out of a `contentSet`."""

    def __init__(self, reading: Reading, parts: PartReader, markup: MarkupReader, item_class: str) -> None:
        self.reading = reading
        self.parts = parts
        self.markup = markup
        self.item_class = item_class
        self.title: Element | None = None
        """The title of an XHTML body, which repeats the headline."""

    def read(self, node: Element) -> tuple[Figure | None, list[Block]]:
        """The figure above the text, and the text."""
        remote: list[Element] = []
        texts: list[tuple[int, Element]] = []
        for child in self.parts.children(node):
            name = names.name_of(child)
            if name == "remoteContent":
                remote.append(child)
            elif name in ("inlineXML", "inlineData"):
                texts.append((_rank(child), child))
            else:
                self.reading.unknown(child)
        chosen = min(texts, key=lambda ranked: ranked[0], default=(0, None))[1]
        for _, other in texts:
            if other is not chosen:
                self.reading.unknown(other)
        lead, body = (None, []) if chosen is None else self._text(chosen)
        return lead or self._media(remote), body

    def _text(self, node: Element) -> tuple[Figure | None, list[Block]]:
        self.parts.attributes(node, _CONTENT)
        if local(node.tag) == "inlineData":
            return None, self._data(node)
        if len(node) == 0:
            return None, self._paragraphs(node)
        root = next(iter(node))
        name = local(root.tag)
        if name not in _MARKUP or name == "html":
            for other in self.parts.children(node):
                if other is not root:
                    self.reading.unknown(other)
        if name == "html":
            return self._page(root)
        if name in _MARKUP:
            return None, self.markup.blocks(node)
        if name == "nitf":
            return None, NitfBody(self.reading, self.markup.details, self.markup.format).blocks_of(root)
        return None, self._opaque(root)

    def _page(self, html: Element) -> tuple[Figure | None, list[Block]]:
        self.parts.attributes(html)
        lead: Figure | None = None
        blocks: list[Block] = []
        for child in self.parts.children(html):
            if local(child.tag) == "head":
                self._head(child)
            else:
                blocks += self.markup.blocks(child)
                if not blocks or lead is not None or not _begins_with_lead(child):
                    continue
                if isinstance(first := blocks[0], Figure):
                    lead = first
                    del blocks[0]
        return lead, blocks

    def _head(self, node: Element) -> None:
        for child in self.parts.children(node):
            if local(child.tag) == "title" and self.title is None:
                self.title = child
            else:
                self.reading.unknown(child)

    def _data(self, node: Element) -> list[Block]:
        if (node.get("contenttype") or "text/plain") != "text/plain":
            return self._opaque(node)
        return self._paragraphs(node)

    def _paragraphs(self, node: Element) -> list[Block]:
        """Plain text: paragraphs are set apart by blank lines, or, where there are none, by line breaks."""
        text = self.reading.raw(node).replace(BREAK, "\n")
        found: list[Block] = []
        for piece in re.split(r"\n[ \t]*\n" if re.search(r"\S[ \t]*\n[ \t]*\n\s*\S", text) else r"\n", text):
            line = one_line(piece)
            if line:
                paragraph = self.reading.build(Paragraph, node, content=self.reading.found((line,), node, None))
                found += [] if paragraph is None else [paragraph]
        return found

    def _opaque(self, node: Element) -> list[Block]:
        """Content in a vocabulary of its own."""
        self.reading.lost(node, f"content of type {shown(_type(node))} is kept as it stands")
        lines = [one_line(line) for line in "".join(flat_text(node)).replace(BREAK, "\n").splitlines()]
        markup = markup_of(node) if local(node.tag) != "inlineData" else self.reading.raw(node)
        text = "\n".join(filter(None, lines))
        opaque = self.reading.build(Opaque, node, format=_type(node), markup=markup, text=text or None)
        return [] if opaque is None else [opaque]

    def _media(self, nodes: list[Element]) -> Figure | None:
        """The files of a picture, video or sound; of a text they are other renditions of it."""
        kind = names.MEDIA_CLASSES.get(self.item_class)
        renditions: list[Rendition] = []
        for node in nodes:
            if kind is None:
                self.reading.unknown(node)
            elif (rendition := self._rendition(node)) is not None:
                renditions.append(rendition)
        if not renditions:
            return None
        media = self.reading.build(Media, nodes[0], kind=kind, renditions=renditions)
        return None if media is None else self.reading.build(Figure, nodes[0], media=media)

    def _rendition(self, node: Element) -> Rendition | None:
        self.parts.attributes(node, _REMOTE)
        for child in self.parts.children(node):
            self.reading.unknown(child)
        href = self.parts.first(node, "href", "residref", take=self.reading.url)
        if href is None:
            self.reading.lost(node, "a file without an address")
            return None
        sides = {name: self.reading.whole(node, name) for name in ("width", "height", "size") if node.get(name)}
        name = self.parts.first(node, "rendition", "renditionuri")
        return self.reading.build(Rendition, node, href=href, name=name, media_type=self.parts.first(node, "contenttype"), **sides)


def _begins_with_lead(body: Element) -> bool:
    first = next(iter(body), None)
    return first is not None and "nm-lead" in (first.get("class") or "").split()


def _rank(node: Element) -> int:
    """Which rendition of the content says most: XHTML, then NITF, then other markup, then plain text."""
    root = next(iter(node), None)
    name = "" if root is None else local(root.tag)
    if name in _MARKUP:
        return 0
    return 1 if name == "nitf" else 2 if name else 3


def _type(node: Element) -> str:
    holder = node if node.get("contenttype") else node.getparent()
    declared = "" if holder is None else one_line(holder.get("contenttype") or "")
    return declared or local(node.tag)
