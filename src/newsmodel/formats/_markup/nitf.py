"""The body of an NITF document to blocks, wherever it stands: alone, or inside another format."""

from __future__ import annotations

from collections.abc import Mapping

from newsmodel.formats._markup import XHTML
from newsmodel.formats._markup.read import DetailSource, MarkupReader
from newsmodel.formats._reading import BREAK, Element, Reading, local
from newsmodel.model import Block, Caption, Figure, Label, Media, Rendition
from newsmodel.model.richtext import Parts

_NAMES = {
    "hl1": "h1", "hl2": "h2", "block": "div", "bq": "blockquote", "media": "figure", "media-caption": "figcaption",
    "note": "aside", "nitf-table": "div", "body.content": "div",
}  # fmt: skip
"""NITF 3.6: its elements that HTML knows by another name."""
_INLINE = frozenset("chron classifier event function location money num object.title org person postaddr virtloc lang copyrite".split())
_ROLES = {"editorsnote": "editorial"}
"""Of notes, by their class."""
_KINDS = {"image": "image", "photo": "image", "graphic": "graphic", "video": "video", "audio": "audio"}
_ADDRESSES = ("source", "data-location")
"""The attributes of a `media-reference` that hold an address: of NITF 3, and of kin of NITF 2.5."""
_REFERENCE = frozenset({*_ADDRESSES, "name", "mime-type", "width", "height", "alternate-text", "id"})
FACTS = {"hl1": "headline", "hl2": "standfirst", "byline": "byline_text", "dateline": "dateline", "abstract": "summary"}
"""What the head of a body says that is a field of the article."""


class NitfBody(MarkupReader):
    """Reads the text of an NITF document."""

    def __init__(
        self, reading: Reading, details: DetailSource, format_name: str, pictures: Mapping[str, Figure] | None = None
    ) -> None:
        super().__init__(reading, XHTML, details, format_name)
        self.facts: list[tuple[str, Element]] = []
        """What the head says, by field of the article: for the caller to take or to report."""
        self.placed: set[str] = set()
        """The names of the pictures that the text refers to."""
        self.notes: list[Label] = []
        """The notes in the text that are not for readers."""
        self._pictures: Mapping[str, Figure] = {} if pictures is None else pictures

    def name(self, node: Element) -> str:
        """The HTML name of an element of NITF."""
        name = super().name(node)
        return "span" if name in _INLINE else _NAMES.get(name, name)

    def blocks_of(self, nitf: Element) -> list[Block]:
        """The blocks of a document's content."""
        found: list[Block] = []
        for child in nitf:
            if local(child.tag) == "body":
                found += self._body(child)
            elif local(child.tag) == "head":
                self._head(child)
            else:
                self.reading.unknown(child)
        return found

    def _head(self, node: Element) -> None:
        for child in node:
            if local(child.tag) == "title":
                self.facts.append(("headline", child))
            else:
                self.reading.unknown(child)

    def _body(self, node: Element) -> list[Block]:
        found: list[Block] = []
        for part in node:
            if local(part.tag) == "body.content":
                found += self.blocks(part)
            elif local(part.tag) == "body.head":
                self._body_head(part)
            else:
                self.reading.unknown(part)
        return found

    def _body_head(self, node: Element) -> None:
        for child in node:
            name = local(child.tag)
            if name == "hedline":
                self._body_head(child)
            elif name in FACTS:
                self.facts.append((FACTS[name], child))
            else:
                self.reading.unknown(child)

    def _aside(self, node: Element) -> list[Block]:
        # NITF 3.6, note/@type: `npa` is a "non-publishable advisory".
        if local(node.tag) != "note" or node.get("type") != "npa":
            return super()._aside(node)
        kind = self.reading.line(node, "noteclass") if node.get("noteclass") else None
        content = self.reading.rich(node, self.lines(node))
        note = None if content is None else self.reading.build(Label, node, content=content, role=_ROLES.get(kind or "", kind), public=False)
        self.notes += [] if note is None else [note]
        return []

    # Pictures

    def _figures(self, node: Element) -> list[Block]:
        """A `media`: its references are renditions of one picture, or point at one that the envelope holds."""
        if local(node.tag) != "media":
            return super()._figures(node)
        renditions: list[Rendition] = []
        captions: list[Element] = []
        producers: list[Element] = []
        alt: str | None = None
        for child in node:
            match local(child.tag):
                case "media-reference":
                    address = next((child.get(name) for name in _ADDRESSES if child.get(name)), "")
                    if address.startswith("#"):
                        return self._referred(child, address[1:])
                    rendition = self._rendition(child)
                    renditions += [] if rendition is None else [rendition]
                    alt = alt or (self.reading.line(child, "alternate-text") if child.get("alternate-text") else None)
                case "media-caption":
                    captions.append(child)
                case "media-producer" if not producers:
                    producers.append(child)
                case _:
                    self.reading.unknown(child)
        media = self.reading.build(Media, node, kind=self._kind(node), alt=alt, renditions=renditions) if renditions else None
        caption = self._caption(captions, producers)
        return self._built(Figure, node, media=media, caption=caption) if media or caption else []

    def _kind(self, node: Element) -> str:
        stated = (node.get("media-type") or "image").lower()
        if stated not in _KINDS:
            self.reading.repaired(node, f"no kind of media: {stated!r}; read as an image", "media-type")
        return _KINDS.get(stated, "image")

    def _referred(self, node: Element, name: str) -> list[Block]:
        figure = self._pictures.get(name)
        if figure is None:
            self.reading.lost(node, f"a reference to a picture that is not there: {name!r}")
            return []
        self.placed.add(name)
        return [figure]

    def _rendition(self, node: Element) -> Rendition | None:
        self.reading.unknown_attributes(node, _REFERENCE)
        href = next((found for name in _ADDRESSES if node.get(name) and (found := self.reading.url(node, name))), None)
        if href is None:
            if not any(node.get(name) for name in _ADDRESSES):
                self.reading.lost(node, "a file without an address")
            return None
        sides = {side: self.reading.whole(node, side) for side in ("width", "height") if node.get(side)}
        name, kind = (self.reading.line(node, key) if node.get(key) else None for key in ("name", "mime-type"))
        return self.reading.build(Rendition, node, href=href, name=name, media_type=kind, **sides)

    def _caption(self, captions: list[Element], producers: list[Element]) -> Caption | None:
        runs: list[Parts] = []
        for node in captions:
            runs += [(BREAK, (), None, None)] if runs else []
            runs += self.lines(node)
        content = self.reading.rich(captions[0], runs) if captions else None
        credit = self.reading.line(producers[0]) if producers else None
        if content is None and credit is None:
            return None
        return self.reading.build(Caption, (captions or producers)[0], content=content, credit=credit)
