"""The content of a news item: which of its renditions is read, and how."""

from __future__ import annotations

from newsmodel.errors import ReadError
from newsmodel.formats._markup.inside import InnerReading, escaped_body, escaped_reader, is_html, opaque, plain_paragraphs
from newsmodel.formats._markup.elements import markup_of
from newsmodel.formats._markup.read import MarkupReader
from newsmodel.formats._reading import Element, Reading, flat_text, folded, local, one_line
from newsmodel.formats.newsml_g2 import _names as names
from newsmodel.formats.newsml_g2._parts import PartReader
from newsmodel.formats.nitf._inside import Inside, is_nitf, parsed
from newsmodel.model import Block, Figure, Media, Rendition

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
        self.inside: Inside | None = None
        """The NITF document that is the body."""

    def read(self, node: Element) -> tuple[Figure | None, list[Block]]:
        """The figure above the text, and the text."""
        remote: list[Element] = []
        texts: list[Element] = []
        for child in self.parts.children(node):
            name = names.name_of(child)
            if name == "remoteContent":
                remote.append(child)
            elif name in ("inlineXML", "inlineData"):
                texts.append(child)
            else:
                self.reading.unknown(child)
        chosen = self.chosen(node)
        for other in texts:
            if other is not chosen:
                self.reading.unknown(other)
        lead, body = (None, []) if chosen is None else self._text(chosen)
        return lead or self._media(remote), body

    def chosen(self, node: Element) -> Element | None:
        """The text that is read: the richest of those that stand beside each other."""
        texts = [child for child in node if names.name_of(child) in ("inlineXML", "inlineData")]
        return min(texts, key=_rank, default=None)

    def _text(self, node: Element) -> tuple[Figure | None, list[Block]]:
        self.parts.attributes(node, _CONTENT)
        if local(node.tag) == "inlineData":
            return None, self._data(node)
        if len(node) == 0:
            return None, self._data(node)
        root = next(iter(node))
        name = folded(root.tag)
        nitf = [child for child in node if is_nitf(child)]
        if nitf or name not in _MARKUP or name == "html":
            for other in self.parts.children(node):
                if other is not root and other not in nitf:
                    self.reading.unknown(other)
        if nitf:
            self.inside = Inside(self.reading, nitf)
            return self.inside.lead, self.inside.body
        if self.markup.is_vocabulary(node):
            return None, self.markup.vocabulary(node)
        if name == "html":
            return self._page(root)
        if name in _MARKUP:
            return None, self.markup.blocks(node)
        return None, self._opaque(root)

    def _page(self, html: Element) -> tuple[Figure | None, list[Block]]:
        self.parts.attributes(html)
        lead: Figure | None = None
        blocks: list[Block] = []
        for child in self.parts.children(html):
            if folded(child.tag) == "head":
                self._head(child)
            else:
                self.markup.report_attributes(child)
                blocks += self.markup.blocks(child)
                if not blocks or lead is not None or not _begins_with_lead(child):
                    continue
                if isinstance(first := blocks[0], Figure):
                    lead = first
                    del blocks[0]
        return lead, blocks

    def _head(self, node: Element) -> None:
        for child in self.parts.children(node):
            if folded(child.tag) == "title" and self.title is None:
                self.title = child
            else:
                self.reading.unknown(child)

    def _data(self, node: Element) -> list[Block]:
        if "nitf" in (node.get("contenttype") or "").lower() and (found := self._escaped_nitf(node)):
            return found
        if is_html(self.reading.raw(node)):
            inner = escaped_body(self.reading, node)
            return [] if inner is None else escaped_reader(inner[0], self.markup.format).blocks(inner[1])
        kind = (node.get("contenttype") or "text/plain").partition(";")[0].strip().lower()
        if local(node.tag) == "inlineData" and kind not in ("text/plain", "text/html"):
            return self._opaque(node)
        return plain_paragraphs(self.reading, node)

    def _escaped_nitf(self, node: Element) -> list[Block]:
        """The text of a document that was escaped; empty, and reported, where it is none."""
        try:
            root = parsed(self.reading.raw(node))
        except ReadError as error:
            self.reading.lost(node, f"NITF that cannot be read: {error.problems[0].message}")
            return []
        self.inside = Inside(InnerReading(self.reading, node), [root])
        return [*([] if self.inside.lead is None else [self.inside.lead]), *self.inside.body]

    def _opaque(self, node: Element) -> list[Block]:
        """Content in a vocabulary of its own."""
        markup = markup_of(node) if local(node.tag) != "inlineData" else self.reading.raw(node)
        return opaque(self.reading, node, _type(node), markup)

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
        href = self.parts.first(node, "href", "residref", take=Reading.url)
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
    """Which rendition of the content says most: XHTML, then NITF, then HTML that was escaped, other markup, plain text."""
    root = next(iter(node), None)
    if root is not None:
        return 1 if is_nitf(root) else 0 if folded(root.tag) in _MARKUP else 3
    return 2 if is_html("".join(flat_text(node))) else 4


def _type(node: Element) -> str:
    holder = node if node.get("contenttype") else node.getparent()
    declared = "" if holder is None else one_line(holder.get("contenttype") or "")
    return declared or local(node.tag)
