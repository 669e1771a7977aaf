"""Markup to figures, their files and captions, and to what is embedded."""

from __future__ import annotations

from typing import Any

from newsmodel.formats._markup.blocks import BlockReader
from newsmodel.formats._markup.elements import MEDIA, NO_SIZE, descendants
from newsmodel.formats._markup.facts import is_credit
from newsmodel.formats._reading import Element, folded
from newsmodel.errors import shown
from newsmodel.model import Block, Caption, Embed, Figure, Media, Rendition, Rights


class FigureReader(BlockReader):
    """Reads what is shown beside the text."""

    def _figures(self, node: Element) -> list[Block]:
        """A figure: its first file and its first caption; what else it holds follows it."""
        inner = [one for one in descendants(node) if id(one) not in self._taken]
        called = [(self.name(one), one) for one in inner]
        files = [one for name, one in called if name in MEDIA][:1]
        captions = [one for name, one in called if name == "figcaption"][:1]
        within = set(map(id, descendants(captions[0]))) if captions else set()
        lines = [one for one in inner if id(one) not in within and is_credit(one)][:1]
        for one in (*files, *captions, *lines):
            self.report_attributes(one)
        media = self.media(files[0] if files else None, node)
        caption = self.caption(captions[0] if captions else node, *lines) if captions or lines else None
        found = self._built(Figure, node, media=media, caption=caption) if media or caption else []
        return found + self._around(node, files + captions + lines)

    def _lone_media(self, node: Element) -> list[Block]:
        if node.get("width") in NO_SIZE and node.get("height") in NO_SIZE:
            self.reading.lost(node, "a picture of one pixel, which only counts readers")
            return []
        media = self.media(node, None)
        return self._built(Figure, node, media=media) if media else []

    def media(self, file: Element | None, figure: Element | None) -> Media | None:
        """What a figure shows: the file's element, and the details that its figure keeps."""
        holder = figure if figure is not None else file
        assert holder is not None, "a figure or a file"  # the callers have one
        name = "" if file is None else self.name(file)

        def detail(key: str, kind: Any = str) -> Any:
            return None if figure is None else self.details.get(figure, key, kind)

        kind = detail("kind") or MEDIA.get(name)
        if kind is None:
            return None
        renditions = []
        href = detail("href")
        if file is not None:
            address = self._file_address(file, name)
            href = address if href is None else href
        if href is not None:
            picture = file is not None and name == "img"
            size = {side: self._side(file, side) if picture else detail(side, int) for side in ("width", "height")}
            first = self.reading.build(
                Rendition, holder, href=href, name=detail("name"), media_type=detail("media-type"), **size, size=detail("size", int)
            )
            renditions = [] if first is None else [first]
        renditions += detail("renditions", tuple[Rendition, ...]) or ()
        alt = detail("alt")
        if alt is None and file is not None:
            attribute = "alt" if name == "img" else self.dialect.label
            alt = self.reading.line(file, attribute) if file.get(attribute) else None
        if not renditions and figure is None:
            return None
        return self.reading.build(
            Media, holder, kind=kind, id=detail("id"), url=detail("url"), title=detail("title"), alt=alt,
            duration=detail("duration"), rights=detail("rights", Rights), renditions=renditions,
        )  # fmt: skip

    def _file_address(self, file: Element, name: str) -> str | None:
        """The address that a file's element names first; the others are reported."""
        places = [(file, attribute) for attribute in (self.dialect.file[name], "src") if file.get(attribute)]
        places += [(child, "src") for child in file if folded(child.tag) == "source" and child.get("src")]
        for attribute in ("srcset", "poster"):
            if file.get(attribute):
                self.reading.lost(file, f"no place for {attribute}={shown(file.get(attribute))}", attribute)
        for child in file:
            if not places or child is not places[0][0]:
                self.reading.unknown(child)
        # Text in a video is for readers who cannot see it; a picture has none, so that it is text of the body.
        self._stray(file, keep=name == "img")
        return self.reading.url(*places[0]) if places else None

    def _side(self, file: Element | None, side: str) -> int | None:
        return self.reading.whole(file, side) if file is not None and file.get(side) else None

    def caption(self, node: Element, credit_line: Element | None = None) -> Caption | None:
        """A caption; facts that were read from its credit count while the credit is the same.

        `node` is the figure itself where it has no caption but a line of its own for the credit.
        """
        if credit_line is None:
            credit_line = next((child for child in node if "nm-credit" in (child.get("class") or "").split() or is_credit(child)), None)
        text = [] if self.name(node) == "figure" else self.runs(node, skip=lambda child: child is credit_line)
        content = self.reading.rich(node, text)
        credit = None if credit_line is None else self.reading.line(credit_line)
        creator = self.details.get(node, "creator", str)
        agencies = self.details.get(node, "agencies", tuple[str, ...]) or ()
        if (creator or agencies) and self.details.get(node, "credit", str) != credit:
            self.reading.lost(node, "creator and agencies of a credit that has changed")
            creator, agencies = None, ()
        if not (content or credit or creator or agencies):
            return None
        return self.reading.build(Caption, node, content=content, credit=credit, creator=creator, agencies=agencies)

    def _embed(self, node: Element) -> list[Block]:
        titles = [child for child in node if "nm-title" in (child.get("class") or "").split()][:1]
        links = [inner for title in titles for inner in descendants(title) if folded(inner.tag) == "a"][:1]
        return self._embedded(node, titles, links)

    def _embedded(self, node: Element, titles: list[Element], links: list[Element]) -> list[Block]:
        """What is embedded, of the element that shows its title, if there is one, and of the link in that."""
        url, title = self.details.get(node, "url", str), None
        for one in titles:
            url = url or (self.reading.url(links[0], "href") if links else None)
            title = self.reading.line(one)
        for one in (*titles, *links):
            self.report_attributes(one)
        if self.details.get(node, "untitled", str) and title == url:
            title = None
        self._depth += 1
        blocks = self._around(node, titles)
        self._depth -= 1
        provider = self.details.get(node, "provider", str)
        return self._nested(Embed, node, blocks, url=url, provider=provider, title=title, blocks=blocks)
