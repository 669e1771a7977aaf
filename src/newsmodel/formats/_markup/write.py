"""Blocks and runs to markup."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import assert_never

from newsmodel.formats._markup import (
    HTML, Details, Dialect, attribute_escaped, escaped, is_file, is_link,
)  # fmt: skip
from newsmodel.model import (
    Aside, Block, Caption, Cell, Embed, Figure, Heading, List, Media, Opaque, Paragraph, Preformatted, Quote, RichText,
    Separator, Table,
)  # fmt: skip
from newsmodel.model.richtext import Mark

Attributes = Mapping[str, "str | int | None"]


class MarkupWriter:
    """Writes blocks and runs to `out`, in one dialect."""

    def __init__(self, dialect: Dialect, keep: Callable[[Details], dict[str, str]]) -> None:
        """`keep` keeps details, and returns the attributes of the element that lead to them."""
        self.dialect = dialect
        self.out: list[str] = []
        self._keep = keep
        self._level = 1
        """Of the last heading."""
        self._break = f"<br{dialect.void_end}"

    def open(self, name: str, attributes: Attributes | None = None, details: Details | None = None) -> str:
        """A start tag; returns the end tag."""
        kept: Details = {key: value for key, value in details.items() if value is not None and value != ()} if details else {}
        if not attributes and not kept:
            start, end = self.dialect.tags(name)
            self.out.append(start)
            return end
        written = attributes or {}
        tag = self.dialect.stand_ins.get(name, name)
        if tag != name:
            written = {**written, "class": f"nm-{name} {written['class']}" if written.get("class") else f"nm-{name}"}
        if kept:
            written = {**written, **self._keep(kept)}
        pairs = [f' {key}="{attribute_escaped(str(value))}"' for key, value in written.items() if value is not None]
        self.out.append(f"<{tag}{''.join(pairs)}>")
        return f"</{tag}>"

    def void(self, name: str, attributes: Attributes | None = None, details: Details | None = None) -> None:
        """An element without content."""
        self.open(name, attributes, details)
        self.out[-1] = self.out[-1][:-1] + self.dialect.void_end

    def element(self, name: str, text: str, attributes: Attributes | None = None, details: Details | None = None) -> None:
        """An element that holds text."""
        end = self.open(name, attributes, details)
        self.out += (escaped(text), end)

    # Runs

    def rich(self, content: RichText) -> None:
        """Runs; neighbours with one link share it."""
        out = self.out
        link: str | None = None
        end = ""
        for run in content:
            if isinstance(run, str):
                if link is not None:
                    out.append(end)
                    link = None
                out.append(self._lines(run) if "&" in run or "<" in run or ">" in run or "\n" in run else run)
                continue
            if run.href != link:
                if link is not None:
                    out.append(end)
                link = run.href
                end = "" if link is None else self._link(link)
            self._run(run.text, run.marks, run.language)
        if link is not None:
            out.append(end)

    def _lines(self, text: str) -> str:
        """A text as content, its line breaks as elements."""
        return escaped(text).replace("\n", self._break)

    def _link(self, href: str) -> str:
        """The start tag of a link; returns the end tag."""
        if is_link(href):
            self.out.append(f'<a href="{attribute_escaped(href)}">')
            return "</a>"
        return self.open("span", {"class": "nm-link"}, {"href": href})

    def _run(self, text: str, marks: tuple[Mark, ...], language: str | None) -> None:
        """A run with its marks and its language."""
        if "&" in text or "<" in text or ">" in text or "\n" in text:
            text = self._lines(text)
        if marks:
            before, behind = self.dialect.styles(marks)
            text = f"{before}{text}{behind}"
        self.out.append(f'<span {self.dialect.language}="{language}">{text}</span>' if language else text)

    # Blocks

    def blocks(self, blocks: Iterable[Block]) -> None:
        """Blocks, each on a line of its own."""
        out = self.out
        start, end = self.dialect.tags("p")
        for block in blocks:
            out.append("\n")
            if isinstance(block, Paragraph):
                out.append(start)
                self.rich(block.content)
                out.append(end)
            else:
                self.block(block)

    def block(self, block: Block) -> None:
        """One block."""
        match block:
            case Paragraph():
                self._bare("p", block.content)
            case Heading():
                shown = self._shown_level(block.level)
                end = self.open(f"h{shown}", details={"level": block.level} if shown != block.level else None)
                self.rich(block.content)
                self.out.append(end)
            case Quote():
                self._quote(block)
            case List():
                self._list(block)
            case Table():
                self._table(block)
            case Figure():
                self.figure(block)
            case Embed():
                self._embed(block)
            case Preformatted():
                self.element("pre", block.text)
            case Separator():
                self.void("hr")
            case Aside():
                end = self.open("aside", details={"role": block.role})
                self._inner(block.blocks)
                self.out.append(end)
            case Opaque():
                self.element("pre", block.text or "", {"class": "nm-opaque"}, {"format": block.format, "markup": block.markup})
            case _ as never:
                assert_never(never)

    def _shown_level(self, level: int) -> int:
        """The level of a heading's element: in a page, below its headline and without a gap."""
        if self.dialect.section_headings:
            level = min(max(level, 2), self._level + 1)
        self._level = level
        return level

    def _bare(self, name: str, content: RichText) -> None:
        """An element that holds runs, and says nothing more."""
        start, end = self.dialect.tags(name)
        self.out.append(start)
        self.rich(content)
        self.out.append(end)

    def _inner(self, blocks: tuple[Block, ...]) -> None:
        self.blocks(blocks)
        self.out.append("\n")

    def _flow(self, blocks: tuple[Block, ...]) -> None:
        """Blocks of an item or a cell; a lone paragraph is written inline."""
        if len(blocks) == 1 and isinstance(blocks[0], Paragraph):
            self.rich(blocks[0].content)
        elif blocks:
            self._inner(blocks)

    def _quote(self, quote: Quote) -> None:
        attributes = {"cite": quote.source} if quote.source and is_file(quote.source) else {}
        details: Details = {"role": quote.role, "source": None if attributes else quote.source}
        # HTML, 4.4.4: an attribution stands outside the blockquote, so a figure holds both.
        outer = self.open("figure", {"class": "nm-quote"}) if quote.attribution else ""
        end = self.open("blockquote", attributes, details)
        self._inner(quote.blocks)
        self.out.append(end)
        if quote.attribution:
            self.element("figcaption", quote.attribution)
        self.out.append(outer)

    def _list(self, block: List) -> None:
        end = self.open("ol" if block.ordered else "ul")
        for item in block.items:
            self.out.append("\n<li>")
            self._flow(item)
            self.out.append("</li>")
        self.out += ("\n", end)

    def _table(self, table: Table) -> None:
        end = self.open("table")
        if table.caption:
            self._bare("caption", table.caption)
        for number, row in enumerate(table.rows):
            self.out.append("<tr>")
            for column, cell in enumerate(row):
                self._cell(cell, "row" if column == 0 and number > 0 else "col")
            self.out.append("</tr>")
        self.out.append(end)

    def _cell(self, cell: Cell, scope: str) -> None:
        spans = "" if cell.colspan == 1 else f' colspan="{cell.colspan}"'
        if cell.rowspan != 1:
            spans = f'{spans} rowspan="{cell.rowspan}"'
        if not cell.header:
            self.out.append(f"<td{spans}>")
            end = "</td>"
        elif cell.blocks:
            self.out.append(f'<th{spans} scope="{scope}">')
            end = "</th>"
        else:
            # A header cell without text names nothing, and is said to (WCAG 2.2, technique H63).
            end = self.open("td", {"colspan": cell.colspan if cell.colspan != 1 else None, "rowspan": cell.rowspan if cell.rowspan != 1 else None}, {"header": "yes"})
        self._flow(cell.blocks)
        self.out.append(end)

    def figure(self, figure: Figure, attributes: Attributes | None = None) -> None:
        """A figure: the file shown first, the facts that do not show as details, the caption below."""
        media = figure.media
        details = {} if media is None else _media_details(media)
        end = self.open("figure", attributes, details)
        if media is not None:
            self._file(media)
        if figure.caption is not None:
            self.caption(figure.caption)
        self.out.append(end)

    def _file(self, media: Media) -> None:
        name = _SHOWN_BY[media.kind]
        first = media.renditions[0] if media.renditions else None
        if first is None or not is_file(first.href):
            return
        attributes: dict[str, str | int | None] = {self.dialect.file[name]: first.href}
        if name == "img":
            self.void(name, attributes | {"alt": media.alt or "", "width": first.width, "height": first.height})
        else:
            player = {"controls": "controls"} if self.dialect is HTML else {}
            self.element(name, "", attributes | player | {self.dialect.label: media.alt})

    def caption(self, caption: Caption) -> None:
        """A caption: its text, then its credit."""
        derived: Details = {"creator": caption.creator, "agencies": caption.agencies}
        if caption.credit and any(derived.values()):
            derived["credit"] = caption.credit  # the line that the facts were read from, see `MarkupReader.caption`
        end = self.open("figcaption", details=derived)
        if caption.content:
            self.rich(caption.content)
        if caption.credit:
            self.out.append(" ")
            self.element("span", caption.credit, {"class": "nm-credit"})
        self.out.append(end)

    def _embed(self, embed: Embed) -> None:
        linked = embed.url is not None and is_link(embed.url)
        title = embed.title or (embed.url if linked else None)
        details: Details = {
            "provider": embed.provider,
            "url": None if linked else embed.url,
            "untitled": "yes" if title != embed.title else None,
        }
        end = self.open("figure", {"class": "nm-embed"}, details)
        if title:
            close = self.open("p", {"class": "nm-title"})
            if linked:
                self.element("a", title, {"href": embed.url})
            else:
                self.out.append(escaped(title))
            self.out.append(close)
        self._inner(embed.blocks)
        self.out.append(end)


_SHOWN_BY = {"image": "img", "graphic": "img", "video": "video", "audio": "audio"}


def _media_details(media: Media) -> Details:
    """What the element that shows a file does not say of it."""
    first, others = (media.renditions[0], media.renditions[1:]) if media.renditions else (None, ())
    shown = first is not None and is_file(first.href)
    picture = shown and _SHOWN_BY[media.kind] == "img"
    details: Details = {
        "kind": None if shown and media.kind != "graphic" else media.kind,
        "id": media.id,
        "url": media.url,
        "title": media.title,
        "alt": None if shown else media.alt,
        "duration": media.duration,
        "rights": media.rights,
    }
    if first is not None:
        details |= {
            "href": None if shown else first.href,
            "name": first.name,
            "media-type": first.media_type,
            "width": None if picture else first.width,
            "height": None if picture else first.height,
            "size": first.size,
            "renditions": others,
        }
    return details
