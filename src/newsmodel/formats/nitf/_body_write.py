"""Blocks and runs to the body of an NITF document."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from newsmodel.formats import _carrier as carrier
from newsmodel.formats._markup import XHTML, Details, escaped, is_file, is_link
from newsmodel.formats._markup.write import Attributes, MarkupWriter
from newsmodel.formats.nitf import _names as names
from newsmodel.model import Article, Aside, Block, Caption, Cell, Embed, Figure, Heading, Media, Opaque, Quote
from newsmodel.model.richtext import Mark
from newsmodel.syntax.html import TAG_OF_MARK

Attribute = str | int | None


def content_of(article: Article, keep: Callable[[Details], dict[str, str]]) -> list[str]:
    """The element that holds the content of an article; none where it has none."""
    if article.lead is None and not article.body:
        return []
    writer = BodyWriter(keep)
    if article.lead is not None:
        writer.out.append("\n")
        writer.figure(article.lead, {"nm:lead": "true"})
    writer.blocks(article.body)
    return [f"<body.content>{''.join(writer.out)}\n</body.content>"]


class BodyWriter(MarkupWriter):
    """Writes blocks and runs as NITF 3.6 has them; what NITF has no words for are details."""

    def __init__(self, keep: Callable[[Details], dict[str, str]]) -> None:
        super().__init__(names.DIALECT, keep)

    # Runs

    def _link(self, href: str) -> str:
        return self.open("a", {"href": href}) if is_link(href) else self.open("a", details={"href": href})

    def _run(self, text: str, marks: Iterable[Mark], language: str | None) -> None:
        ends = [self.open("lang", {"xml:lang": language})] if language else []
        foreign: list[Mark] = []
        for mark in marks:
            if mark == "quote":
                ends.append(self.open("q"))
            elif mark not in names.EM_OF_MARK:
                foreign.append(mark)
            elif (word := names.EM_OF_MARK[mark]) is None:
                ends.append(self.open("em"))
            else:
                ends.append(self.open("em", {"class": word}))
        if foreign:
            ends += map(self._open_foreign, foreign)
            self.out.append(escaped(text).replace("\n", "<h:br/>"))
        else:
            self.out.append(self._lines(text))
        self.out += reversed(ends)

    def _open_foreign(self, mark: Mark) -> str:
        tag = TAG_OF_MARK[mark]
        stand_in = XHTML.stand_ins.get(tag)
        return self.open(f"h:{tag}") if stand_in is None else self.open(f"h:{stand_in}", {"class": f"nm-{tag}"})

    # Blocks

    def block(self, block: Block) -> None:
        """One block."""
        match block:
            case Heading():
                end = self.open("hl2", None if block.level == 2 else {"class": f"h{block.level}"})
                self.rich(block.content)
                self.out.append(end)
            case Aside():
                self._note(block.blocks, {"class": block.role})
            case Opaque():
                self.element("pre", block.text or "", details={"format": block.format, "markup": block.markup})
            case _:
                super().block(block)

    def _note(self, blocks: tuple[Block, ...], attributes: Attributes, details: Details | None = None, title: str = "") -> None:
        """A part that stands beside the text. Unlike `block`, `note` may stand wherever a paragraph may."""
        end = self.open("note", attributes, details)
        self.out += ("<body.content>", title)
        self._inner(blocks)
        self.out += ("</body.content>", end)

    def _quote(self, quote: Quote) -> None:
        native = quote.source is not None and is_file(quote.source)
        attributes: dict[str, Attribute] = {"class": quote.role, "quote-source": quote.source if native else None}
        end = self.open("bq", attributes, {"source": None if native else quote.source})
        self.out.append("<block>")
        self._inner(quote.blocks)
        self.out.append("</block>")
        if quote.attribution:
            self.element("credit", quote.attribution)
        self.out.append(end)

    def _cell(self, cell: Cell, scope: str) -> None:  # noqa: ARG002  # NITF has no scope
        spans = (("colspan", cell.colspan), ("rowspan", cell.rowspan))
        close = self.open("th" if cell.header else "td", {name: span for name, span in spans if span != 1})
        self._flow(cell.blocks)
        self.out.append(close)

    def figure(self, figure: Figure, attributes: Attributes | None = None) -> None:
        """A figure; a caption alone stands below an empty file, for NITF has no other place for it."""
        media = figure.media
        kind = names.CAPTION_ALONE if media is None else "image" if media.kind == "graphic" else media.kind
        end = self.open("media", {"media-type": kind, **(attributes or {})}, None if media is None else _media_details(media))
        self._references(media)
        if figure.caption is not None:
            self.caption(figure.caption)
        if media is not None and media.rights is not None:
            self.out.append(carrier.element("rights", media.rights))
        self.out.append(end)

    def _references(self, media: Media | None) -> None:
        alt = None if media is None else media.alt
        if media is None or not media.renditions:
            self.void("media-reference", {"alternate-text": alt})
            return
        for number, one in enumerate(media.renditions):
            attributes: dict[str, Attribute] = {
                "source": one.href, "name": one.name, "mime-type": one.media_type, "width": one.width, "height": one.height,
                "alternate-text": None if number else alt,
            }  # fmt: skip
            self.void("media-reference", attributes, {"size": one.size})

    def caption(self, caption: Caption) -> None:
        """A caption, and the line that names its maker; facts that were read from that line repeat it."""
        if caption.content:
            self.out.append("<media-caption>")
            self.rich(caption.content)
            self.out.append("</media-caption>")
        if caption.credit:
            self.element("media-producer", caption.credit)
        facts = [("creator", caption.creator), ("agencies", caption.agencies or None)]
        if any(value for _, value in facts):
            facts.append(("credit", caption.credit))
            self.out.append(carrier.holder("credit", [(name, value) for name, value in facts if value]))

    def _embed(self, embed: Embed) -> None:
        linked = embed.url is not None and is_link(embed.url)
        title = embed.title or (embed.url if linked else None)
        details: Details = {
            "as": "embed",
            "provider": embed.provider,
            "url": None if linked else embed.url,
            "untitled": "yes" if title != embed.title else None,
        }
        shown = escaped(title or "")
        if linked:
            end = self._link(embed.url or "")
            shown = f"{self.out.pop()}{shown}{end}"
        self._note(embed.blocks, {}, details, f'<p nm:as="title">{shown}</p>' if title else "")


def _media_details(media: Media) -> Details:
    """What the elements of a file do not say of it."""
    return {
        "kind": "graphic" if media.kind == "graphic" else None, "id": media.id, "url": media.url, "title": media.title,
        "duration": media.duration,
    }  # fmt: skip
