"""The components of a news item: which text is the body, which are pictures, and what the others say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from attrs import frozen

from newsmodel.errors import shown
from newsmodel.formats._markup.inside import escaped_body, escaped_reader, is_html, opaque, plain_paragraphs
from newsmodel.formats._markup.details import NoDetails
from newsmodel.formats._markup.read import MarkupReader
from newsmodel.formats._reading import Element, Reading, flat_text, folded, local
from newsmodel.formats._markup import XHTML
from newsmodel.formats.newsml_1 import _names as names
from newsmodel.formats.newsml_1._parts import PartReader, child_of
from newsmodel.formats.nitf._body import BodyReader
from newsmodel.formats.nitf._inside import Inside, is_nitf
from newsmodel.model import Block, Caption, Figure, Label, Media, Rendition, RichText, Rights

FORMAT = "newsml-1"


@frozen
class Text:
    """A text among the components of an item."""

    node: Element
    """Its `ContentItem`."""
    role: str
    """In lower case; empty where none is stated."""
    chain: tuple[Element, ...]
    """The components it stands in, the outermost first."""


def _word(node: Element, name: str) -> str:
    found = child_of(node, name)
    return "" if found is None else (found.get("FormalName") or "").strip()


def media_kind(node: Element) -> str | None:
    """The kind of media that a `ContentItem` is; `None` where it is a text or something else."""
    kind = names.KINDS.get(_word(node, "MediaType").lower())
    if kind is not None or child_of(node, "MediaType") is not None:
        return kind
    for name in ("MimeType", "Format"):
        word = _word(node, name).lower()
        if "/" in word:
            return names.KINDS.get(word.partition("/")[0])
    href = (node.get("Href") or "").lower()
    return names.FILES.get(href[href.rfind(".") :]) if "." in href else None


def _items_in(node: Element, role: str = "") -> Iterator[tuple[Element, str]]:
    """The content items in a component, each with the role of the nearest component that states one."""
    role = _word(node, "Role").lower() or role
    for child in node:
        if local(child.tag) == "ContentItem":
            yield child, role
        elif local(child.tag) == "NewsComponent":
            yield from _items_in(child, role)


def is_picture(component: Element) -> bool:
    """Whether a component is one picture, video or sound: its files, and no text but a caption."""
    items = list(_items_in(component))
    texts = [role for item, role in items if media_kind(item) is None]
    return len(texts) < len(items) and all(role in names.CAPTION for role in texts)


def texts_in(component: Element, chain: tuple[Element, ...] = (), role: str = "") -> Iterator[Text]:
    """The texts of a component, but for those of its pictures."""
    role = _word(component, "Role").lower() or role
    chain = (*chain, component)
    for child in component:
        name = local(child.tag)
        if name == "ContentItem" and media_kind(child) is None and child_of(child, "DataContent") is not None:
            yield Text(child, role, chain)
        elif name == "NewsComponent" and not is_picture(child):
            yield from texts_in(child, chain, role)


def is_caption(component: Element) -> bool:
    """Whether a component holds the caption of a picture that stands elsewhere, and nothing else."""
    items = list(_items_in(component))
    return bool(items) and all(media_kind(item) is None and role in names.CAPTION for item, role in items)


def main_text(component: Element) -> Text | None:
    """The text that is the article: the main one, the one with most structure, the longest, the first."""
    found = [text for text in texts_in(component) if text.role not in {*names.ROLES, *names.AUXILIARY, *names.CAPTION}]
    return max(found, key=_richness, default=None)


def _richness(text: Text) -> tuple[bool, int, int]:
    data = child_of(text.node, "DataContent")
    assert data is not None, "a text has content"  # texts_in asks for it
    words = "".join(flat_text(data))
    structure = 2 if len(data) else 1 if is_html(words) else 0
    return text.role in ("main", "body", "maintext", "text", "story"), structure, len(words)


class ContentReader:
    """Reads texts and pictures."""

    def __init__(self, reading: Reading, parts: PartReader, pictures: dict[str, Figure]) -> None:
        self.reading = reading
        self.parts = parts
        self.markup = MarkupReader(reading, XHTML, NoDetails(), FORMAT, every_attribute=True)
        self.nitf = BodyReader(reading, NoDetails(), pictures)
        """Of text without a document around it: the words of NITF, with those of HTML among them."""
        self.inside: Inside | None = None
        """The NITF document that is the body."""
        self.title: Element | None = None
        """The title of an HTML body."""
        self._pictures = pictures

    def body(self, item: Element) -> list[Block]:
        """The blocks of a text."""
        self._around(item)
        data = child_of(item, "DataContent")
        if data is None or not (len(data) or (data.text or "").strip()):
            return []
        self.parts.attributes(data)
        if len(data) == 0:
            return self._characters(item, data)
        root = next(iter(data))
        if nitf := [child for child in data if is_nitf(child)]:
            for child in self.parts.children(data):
                if child not in nitf:
                    self.reading.unknown(child)
            self.inside = Inside(self.reading, nitf, self._pictures)
            return self.inside.body
        if self.nitf.is_vocabulary(data):
            return self.nitf.vocabulary(data)
        if len(data) == 1 and folded(root.tag) in ("html", "body"):
            return self._page(root)
        return self.nitf.blocks(data)

    @property
    def placed(self) -> set[str]:
        """The names of the pictures that the text refers to."""
        return self.nitf.placed if self.inside is None else self.nitf.placed | self.inside.placed

    def _page(self, root: Element) -> list[Block]:
        if folded(root.tag) == "body":
            return self.markup.blocks(root)
        found: list[Block] = []
        for child in root:
            if folded(child.tag) != "head":
                self.markup.report_attributes(child)
                found += self.markup.blocks(child)
                continue
            for inner in child:
                if folded(inner.tag) == "title" and self.title is None:
                    self.title = inner
                else:
                    self.reading.unknown(inner)
        return found

    def _characters(self, item: Element, data: Element) -> list[Block]:
        """A text without elements: plain, HTML that was escaped, or another vocabulary that was."""
        text = self.reading.raw(data)
        if is_html(text):
            inner = escaped_body(self.reading, data)
            return [] if inner is None else escaped_reader(inner[0], FORMAT).blocks(inner[1])
        if text.lstrip().startswith("<") and text.rstrip().endswith(">"):
            return opaque(self.reading, data, _word(item, "MimeType") or _word(item, "Format") or "DataContent", text.strip())
        return plain_paragraphs(self.reading, data)

    def rich(self, item: Element) -> RichText | None:
        """A short text; its paragraphs become lines."""
        self._around(item)
        data = child_of(item, "DataContent")
        if data is None:
            return None
        self.parts.attributes(data)
        if len(data) == 0 and is_html(self.reading.raw(data)):
            inner = escaped_body(self.reading, data)
            return None if inner is None else inner[0].rich(inner[1], escaped_reader(inner[0], FORMAT).flowing(inner[1]))
        page = next((child for child in data if local(child.tag) == "html"), None)
        body = None if page is None else child_of(page, "body")
        return self.reading.rich(data, self.nitf.flowing(data if body is None else body))

    def _around(self, item: Element) -> None:
        """Report what a content item says beside its text: its type is said by the text itself."""
        self.parts.attributes(item)
        for child in self.parts.children(item):
            if local(child.tag) == "Characteristics":
                self._characteristics(child)
            elif local(child.tag) in ("MediaType", "Format", "MimeType"):
                self.parts.formal_name(child)
            elif local(child.tag) != "DataContent":
                self.reading.unknown(child)

    def _characteristics(self, node: Element) -> None:
        for child in self.parts.children(node):
            name, value = child.get("FormalName"), child.get("Value")
            if name and value:
                self.reading.lost(child, f"no place for {shown(name)}: {shown(value)}")
            elif value or (child.text or "").strip():
                self.reading.unknown(child)

    # Pictures

    def figure(self, component: Element, provider: str | None) -> Figure | None:
        """A component that is one picture, with its renditions and what stands below it.

        `provider` is the article's: that it provides the picture too says nothing new.
        """
        picture = _Picture()
        picture.provider = provider
        self._collect(component, "", picture)
        node = component
        media = None
        if picture.renditions:
            rights = self.reading.build(Rights, node, notices=picture.notices) if picture.notices else None
            media = self.reading.build(
                Media, node, kind=picture.kind, title=picture.title, rights=rights, renditions=picture.renditions
            )
        said = {"content": picture.content, "credit": picture.credit, "creator": picture.creator, "agencies": tuple(picture.agencies)}
        caption = self.reading.build(Caption, node, **said) if any(said.values()) else None
        return self.reading.build(Figure, node, media=media, caption=caption) if media or caption else None

    def lone(self, item: Element) -> Figure | None:
        """A file that stands by itself."""
        picture = _Picture()
        self.file(item, "", picture)
        if not picture.renditions:
            return None
        media = self.reading.build(Media, item, kind=picture.kind, renditions=picture.renditions)
        return self.reading.build(Figure, item, media=media)

    def caption(self, component: Element) -> Caption | None:
        """The caption that a component of its own holds."""
        picture = _Picture()
        self._collect(component, "", picture)
        if picture.content is None:
            return None
        return self.reading.build(Caption, component, content=picture.content, credit=picture.credit, creator=picture.creator)

    def _collect(self, component: Element, role: str, picture: _Picture) -> None:
        stated = child_of(component, "Role")
        name = role if stated is None else self.parts.formal_name(stated) or role
        self.parts.attributes(component)
        for child in self.parts.children(component):
            match local(child.tag):
                case "NewsComponent":
                    self._collect(child, name, picture)
                case "ContentItem" if media_kind(child) is None:
                    self._caption(child, picture)
                case "ContentItem":
                    self.file(child, name, picture)
                case "NewsLines":
                    self._lines(child, picture)
                case "AdministrativeMetadata":
                    self._parties(child, picture)
                case "DescriptiveMetadata":
                    self._description(child)
                case "Role":
                    pass
                case _:
                    self.reading.unknown(child)

    def _caption(self, item: Element, picture: _Picture) -> None:
        content = self.rich(item)
        if picture.content is None:
            picture.content = content
        elif content is not None:
            self.reading.lost(item, "a second caption")

    def file(self, item: Element, role: str, picture: _Picture) -> None:
        """A file of a picture; its sizes are in its characteristics."""
        self.parts.attributes(item, {"Href"})
        href = self.reading.url(item, "Href") if item.get("Href") else None
        sides: dict[str, int | None] = {}
        for child in self.parts.children(item):
            match local(child.tag):
                case "Characteristics":
                    self._sizes(child, sides)
                case "MediaType" | "Format" | "MimeType":
                    self.parts.formal_name(child)
                case _:
                    self.reading.unknown(child)
        if href is None:
            self.reading.lost(item, "a file without an address")
            return
        mime = next((word for name in ("MimeType", "Format") if names.MIME.fullmatch(word := _word(item, name))), None)
        written = _word(item, "Format")
        mime = mime or names.MEDIA_TYPES.get(written.lower())
        if mime is None and written:
            self.reading.lost(item, f"no place for the format {shown(written)}")
        rendition = self.reading.build(Rendition, item, href=href, name=role or None, media_type=mime, **sides)
        if rendition is not None:
            picture.kind = media_kind(item) or picture.kind
            picture.renditions.append(rendition)

    def _sizes(self, node: Element, sides: dict[str, int | None]) -> None:
        for child in self.parts.children(node):
            name = (child.get("FormalName") or "").lower()
            self.parts.attributes(child, {"FormalName", "Value"})
            if local(child.tag) == "Property":
                self.parts.empty(child)
            if local(child.tag) == "SizeInBytes":
                self.parts.attributes(child)
                sides["size"] = self.reading.whole(child)
            elif name in ("width", "height") and child.get("Value"):
                sides[name] = self.reading.whole(child, "Value")
            elif name and child.get("Value"):
                self.reading.lost(child, f"no place for {shown(child.get('FormalName'))}: {shown(child.get('Value'))}")
            elif child.get("Value") or (child.text or "").strip():
                self.reading.unknown(child)

    def _lines(self, node: Element, picture: _Picture) -> None:
        for child in self.parts.children(node):
            text = "".join(flat_text(child)).strip()
            match local(child.tag):
                case _ if not text:
                    continue
                case "HeadLine" if picture.title is None:
                    picture.title = self.parts.line(child)
                case "ByLine" if picture.creator is None:
                    picture.creator = self.parts.line(child)
                case "CreditLine" if picture.credit is None:
                    picture.credit = self.parts.line(child)
                case "CopyrightLine":
                    label = self.parts.label(child)
                    picture.notices += [] if label is None else [label]
                case _:
                    self.reading.unknown(child)

    def _parties(self, node: Element, picture: _Picture) -> None:
        for child in self.parts.children(node):
            for party in self.parts.parties(child):
                name = self.reading.line(party, "FormalName")
                match local(child.tag):
                    case "Creator" if name is not None and picture.creator in (None, name):
                        picture.creator = name
                    case "Source" if name is not None:
                        picture.agencies.append(name)
                    case "Provider" if name is not None and name == picture.provider:
                        pass
                    case _:
                        if name is not None:
                            self.reading.lost(party, f"no place for <{local(child.tag)}> of a picture: {shown(name)}")
                self.parts.attributes(party, {"FormalName"})
                self.parts.empty(party)

    def _description(self, node: Element) -> None:
        for child in self.parts.children(node):
            language = (child.get("FormalName") or "").lower()
            if local(child.tag) != "Language" or language != (self.parts.language or "").lower():
                self.reading.unknown(child)


class _Picture:
    """What is known of a picture so far."""

    def __init__(self) -> None:
        self.kind: Any = "image"
        self.title: str | None = None
        self.content: RichText | None = None
        self.creator: str | None = None
        self.credit: str | None = None
        self.provider: str | None = None
        self.agencies: list[str] = []
        self.notices: list[Label] = []
        self.renditions: list[Rendition] = []

