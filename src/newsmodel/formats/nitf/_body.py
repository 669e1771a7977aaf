"""The body of an NITF document, alone or inside another one, to blocks and runs."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from newsmodel.errors import shown
from newsmodel.formats import _carrier as carrier
from newsmodel.formats._carrier import clark
from newsmodel.formats._markup import XML_LANGUAGE, is_file
from newsmodel.formats._markup.details import DetailSource
from newsmodel.formats._markup.read import MarkupReader
from newsmodel.formats._reading import BREAK, Element, Reading, folded
from newsmodel.formats.nitf import _names as names
from newsmodel.model import Aside, Block, Caption, Figure, Media, Quote, Rendition, RichText, Rights
from newsmodel.model.richtext import Mark, Parts

_OURS = f"{{{carrier.NAMESPACE}}}"


class BodyReader(MarkupReader):
    """Reads blocks and runs in the words of NITF; those of HTML, which many providers mix in, are understood as well."""

    def __init__(self, reading: Reading, details: DetailSource, pictures: Mapping[str, Figure] | None = None) -> None:
        super().__init__(reading, names.DIALECT, details, "nitf", every_attribute=True)
        self.language: str | None = None
        """Of the document: text that says it is in this language says nothing new."""
        self.placed: set[str] = set()
        """The names of the pictures around the document that its text refers to."""
        self._pictures = pictures
        self.lead: Figure | None = None
        self.unpublished: list[Element] = []
        """The notes among the blocks that are not for readers."""

    def content(self, nodes: list[Element]) -> list[Block]:
        """The blocks of the elements that hold the content."""
        found: list[Block] = []
        for node in nodes:
            self.report_attributes(node)
            found += self.blocks(node)
        return found

    def name_by_tag(self, tag: str) -> str:
        """The HTML name that a tag alone tells; empty where the class of the element may tell another."""
        name = folded(tag)
        if name in names.ENTITIES or name == "lang":
            return "span"
        return "" if name == "hl2" else names.HTML_NAMES.get(name) or super().name_by_tag(tag)

    def name_by_class(self, node: Element) -> str:
        """The HTML name of an element whose tag alone does not tell it; of a heading, its level."""
        if folded(node.tag) != "hl2":
            return super().name_by_class(node)
        level = node.get("class")
        return str(level) if level in names.HEADING_CLASSES else names.HTML_NAMES["hl2"]

    def is_silent(self, name: str, node: Element, attribute: str) -> bool:
        """Whether an attribute is read or only formats; of an element of ours, each is read."""
        if node.tag.startswith(_OURS) or attribute in names.BODY_ATTRIBUTES.get(folded(node.tag), ()):
            return True
        return super().is_silent(name, node, attribute)

    # Runs

    def runs(self, node: Element, skip: Callable[[Element], bool] | None = None) -> list[Parts]:
        """The runs in an element, as they stand; the language of an element is that of its runs."""
        language = self.reading.language(node, XML_LANGUAGE) if node.get(XML_LANGUAGE) not in (None, self.language) else None
        found: list[Parts] = []
        self._collect(node, (), None, language, found, skip)
        return found

    def _inline(self, node: Element, marks: tuple[Mark, ...], href: str | None, language: str | None, found: list[Parts]) -> None:
        tag = folded(node.tag)
        if tag in names.ENTITIES or tag in ("em", "lang", "a"):
            self.report_attributes(node)
        if tag in names.ENTITIES:
            self.reading.lost(node, f"the markup <{tag}>; its text is kept")
            if tag == "denom" and not any(folded(one.tag) == "frac-sep" for one in node.getparent()):
                found.append(("/", marks, href, language))
            self._collect(node, marks, href, language, found)
        elif tag == "em":
            mark: Mark = names.MARK_OF_EM.get((node.get("class") or "").lower(), "emphasis")
            self._collect(node, tuple(sorted({*marks, mark})), href, self._language_of(node, language), found)
        elif tag == "lang":
            self._collect(node, marks, href, self._language_of(node, language), found)
        elif tag == "a":
            target = self.kept_link(node) or (self.reading.url(node, "href") if node.get("href") else None)
            self._collect(node, marks, target or href, self._language_of(node, language), found)
        else:
            super()._inline(node, marks, href, language, found)

    def _language_of(self, node: Element, language: str | None) -> str | None:
        return (self.reading.language(node, XML_LANGUAGE) if node.get(XML_LANGUAGE) else None) or language

    # Blocks

    def _quote(self, node: Element, attribution: str | None = None) -> list[Block]:
        if folded(node.tag) != "bq":
            return super()._quote(node, attribution)
        lines = [child for child in node if folded(child.tag) == "credit"][:1]
        for line in lines:
            self.report_attributes(line)
        attribution = self.reading.line(lines[0]) if lines else None
        source = self.details.get(node, "source", str)
        stated = self.reading.line(node, "quote-source") if node.get("quote-source") else None
        if stated is not None and source is None and is_file(stated):
            source = self.reading.url(node, "quote-source")
        elif stated is not None and attribution is None:
            attribution = stated
        elif stated is not None:
            self.reading.lost(node, f"no place for quote-source={shown(stated)}", "quote-source")
        self._depth += 1
        blocks = self._around(node, lines)
        self._depth -= 1
        if not blocks and attribution:
            self.reading.lost(node, f"an attribution without a quotation: {shown(attribution)}")
        role = self._class(node)
        return self._nested(Quote, node, blocks, blocks=blocks, attribution=attribution, source=source, role=role) if blocks else []

    def _class(self, node: Element) -> str | None:
        return self.reading.line(node, "class") if node.get("class") else None

    def _aside(self, node: Element) -> list[Block]:
        if folded(node.tag) == "aside":
            return super()._aside(node)
        if self.details.get(node, "as", str) == "embed":
            return self._embed(node)
        if node.get("type") == "npa":
            self.unpublished.append(node)
            return []
        kind = node.get("noteclass")
        role = self._class(node) or names.NOTE_CLASSES.get(kind, kind)
        blocks = self._inner(node)
        return self._nested(Aside, node, blocks, blocks=blocks, role=role) if blocks else []

    def _embed(self, node: Element) -> list[Block]:
        if folded(node.tag) != "note":
            return super()._embed(node)
        inside = [child for content in node for child in content]
        titles = [child for child in inside if child.get(clark("as")) == "title" and self.details.get(child, "as", str)][:1]
        links = [child for title in titles for child in title if folded(child.tag) == "a" and child.get("href")][:1]
        return self._embedded(node, titles, links)

    # Media

    def _figure(self, node: Element) -> list[Block]:
        if folded(node.tag) != "media":
            return super()._figure(node)
        references = [child for child in node if folded(child.tag) == "media-reference"]
        for one in references:
            if self._pictures is not None and (address := _address(one)).startswith("#"):
                return self._referred(one, address[1:], self._pictures)
        figure = self.media_figure(node)
        if figure is not None and self.lead is None and self.details.get(node, "lead", bool):
            self.lead = figure
            return []
        return [] if figure is None else [figure]

    def _referred(self, node: Element, name: str, pictures: Mapping[str, Figure]) -> list[Block]:
        """A picture that the document around this one holds."""
        for child in node.getparent():
            if child is not node:
                self.reading.unknown(child)
        for child in node:
            self.reading.unknown(child)
        self._stray(node.getparent())
        self._stray(node)
        self.report_attributes(node)
        figure = pictures.get(name)
        if figure is None:
            self.reading.lost(node, f"a reference to a picture that is not there: {shown(name)}")
            return []
        self.placed.add(name)
        return [figure]

    def media_figure(self, node: Element) -> Figure | None:
        """A picture, video or sound with its caption."""
        parts: dict[str, list[Element]] = {}
        for child in node:
            self.report_attributes(child)
            parts.setdefault(child.tag if child.tag in (clark("credit"), clark("rights")) else folded(child.tag), []).append(child)
        self._stray(node)
        rights = parts.get(clark("rights"), [])
        media = self._media(node, parts.pop("media-reference", []), rights[:1])
        del rights[:1]
        caption = self._caption(node, parts)
        for others in parts.values():
            for other in others:
                self.reading.unknown(other)
        if media is None and caption is None:
            self.reading.lost(node, "neither a file nor a caption")
            return None
        return self.reading.build(Figure, node, media=media, caption=caption)

    def _media(self, node: Element, references: list[Element], rights: list[Element]) -> Media | None:
        kind = self._media_kind(node, references)
        if kind is None:
            for one in references:
                if address := _address(one):
                    self.reading.lost(one, f"neither a picture nor a video nor a sound: {shown(address)}")
            return None
        renditions = [made for one in references if (made := self._rendition(one)) is not None]
        alts = [one for one in references if one.get("alternate-text")]
        for further in alts[1:]:
            self.reading.lost(further, f"no place for a second description: {shown(further.get('alternate-text'))}", "alternate-text")
        detail = {name: self.details.get(node, name, str) for name in ("id", "url", "title", "duration")}
        return self.reading.build(
            Media, node, kind=kind, alt=self.reading.line(alts[0], "alternate-text") if alts else None, renditions=renditions,
            rights=carrier.read(self.reading, rights[0], Rights) if rights else None, **detail,
        )  # fmt: skip

    def _media_kind(self, node: Element, references: list[Element]) -> str | None:
        """What the file is: by the word of the element, else by the type of the file; what has an address and no such word is a picture."""
        word = str(self.details.get(node, "kind", str) or node.get("media-type") or "").strip().lower()
        types = [str(one.get("mime-type") or "").partition("/")[0].lower() for one in references]
        known = next((names.MEDIA_KINDS[one] for one in (word, *types) if one in names.MEDIA_KINDS), None)
        if word and word not in names.MEDIA_KINDS and word not in names.NO_MEDIA and known is not None:
            self.reading.lost(node, f"no kind of media: {shown(word)}", "media-type")
        if known is not None or word in names.NO_MEDIA or not any(map(_address, references)):
            return known
        if any(types) and not word:
            return None
        self.reading.repaired(node, f"no kind of media: {shown(word)}; read as an image" if word else "no kind of media: read as an image")
        return "image"

    def _rendition(self, node: Element) -> Rendition | None:
        self._stray(node)
        for child in node:
            self.reading.unknown(child)
        href = next((found for name in names.ADDRESSES if node.get(name) and (found := self.reading.url(node, name))), None)
        if href is None:
            return None
        sides = {side: self.reading.whole(node, side) for side in ("width", "height") if node.get(side)}
        name, media_type = (self.reading.line(node, one) if node.get(one) else None for one in ("name", "mime-type"))
        size = self.details.get(node, "size", int)
        return self.reading.build(Rendition, node, href=href, name=name, media_type=media_type, size=size, **sides)

    def _caption(self, node: Element, parts: dict[str, list[Element]]) -> Caption | None:
        texts, lines, facts = (parts.get(name, []) for name in ("media-caption", "media-producer", clark("credit")))
        content = self._caption_text(texts)
        credit = self.reading.line(lines[0]) if lines else None
        creator, agencies = None, ()
        if facts and (carrier.take(self.reading, facts[0], "credit", str) or None) != credit:
            self.reading.lost(facts[0], "creator and agencies of a credit that has changed")
        elif facts:
            carrier.report_rest(self.reading, facts[0], ("credit", "creator", "agencies"))
            creator = carrier.take(self.reading, facts[0], "creator", str)
            agencies = carrier.take(self.reading, facts[0], "agencies", tuple[str, ...])
        texts.clear()
        for taken in (lines, facts):
            del taken[:1]
        if not (content or credit or creator or agencies):
            return None
        return self.reading.build(Caption, node, content=content, credit=credit, creator=creator, agencies=agencies)

    def _caption_text(self, nodes: list[Element]) -> RichText | None:
        """The text of a caption; several elements are its lines."""
        runs: list[Parts] = []
        for node in nodes:
            piece = self.flowing(node)
            runs += [(BREAK, (), None, None), *piece] if runs and piece else piece
        return self.reading.rich(nodes[0], runs) if nodes else None


def _address(reference: Element) -> str:
    """Where a file is, by whichever attribute says so; empty where none does."""
    return next((str(reference.get(name)) for name in names.ADDRESSES if reference.get(name)), "")
