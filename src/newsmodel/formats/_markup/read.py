"""Markup, ours or another's, to blocks and runs."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Protocol, TypeGuard

from newsmodel.formats._markup import XHTML, XML_LANGUAGE, Dialect, attribute_escaped, escaped
from newsmodel.errors import shown
from newsmodel.formats._markup.attributes import is_silent
from newsmodel.formats._markup.facts import is_credit
from newsmodel.formats._reading import BREAK, Element, Reading, flat_text, folded, local
from newsmodel.model import (
    Aside, Block, Caption, Cell, Embed, Figure, Heading, List, Media, Opaque, Paragraph, Preformatted, Quote, Rendition,
    RichText, Rights, Separator, Table,
)  # fmt: skip
from newsmodel.model.richtext import Mark, Parts, rich_plain_text
from newsmodel.model.values import MAX_NESTING, WHITE_SPACE, is_url
from newsmodel.syntax.html import MARK_OF_TAG


class DetailSource(Protocol):
    """Where a reader finds the details of an element."""

    def get(self, node: Element, key: str, kind: Any) -> Any:
        """The detail of this name, of the type `kind`; `None` where there is none."""
        ...

    def known(self, node: Element) -> frozenset[str]:
        """The attributes of the element that hold or lead to details."""
        ...


class NoDetails:
    """The details of a document that is not ours: none."""

    def get(self, node: Element, key: str, kind: Any) -> Any:  # noqa: ARG002  # a reader asks with them
        """`None`."""
        return None

    def known(self, node: Element) -> frozenset[str]:  # noqa: ARG002  # the same
        """No attribute."""
        return frozenset()


_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_INLINE = frozenset(MARK_OF_TAG) | frozenset("a span br font abbr acronym bdo bdi time data big label".split())
_CONTAINERS = _INLINE | frozenset(
    "html body div section article main header footer nav center form fieldset hgroup address details summary dl dt dd "
    "figcaption caption tbody thead tfoot tr td th li".split()
)
_NESTING = frozenset("blockquote ul ol table aside".split())
_FLATTENED = frozenset("a dl".split()) | _NESTING
"""Elements whose absence is a loss, where what stands in them is kept."""
_STRUCTURE = frozenset("ul ol table blockquote aside".split()) | frozenset(_HEADINGS)
"""Elements that say more than that a line ends."""
_SILENT = frozenset("script style noscript template head title meta link base colgroup col wbr".split())
_MEDIA = {"img": "image", "video": "video", "audio": "audio"}
_SENTENCES = frozenset({"p", *_HEADINGS})
_EMBEDDED = frozenset("canvas iframe object embed applet svg math map picture button select textarea meter progress output dialog".split())
"""Elements of HTML whose text is not what readers see, or no part of a sentence."""
_NO_SIZE = frozenset({"0", "1", "0px", "1px"})


class MarkupReader:
    """Reads blocks and runs out of a tree of markup, ours or another's."""

    def __init__(
        self, reading: Reading, dialect: Dialect, details: DetailSource, format_name: str, *, every_attribute: bool = False
    ) -> None:
        """`every_attribute` tells to report each attribute that says something and is not read; in pages they are legion."""
        self._every_attribute = every_attribute
        self._strays: list[Block] | None = None
        """What stands in the block that is being read where nothing may stand; it follows the block."""
        self.reading = reading
        self.dialect = dialect
        self.details = details
        self.format = format_name
        self._depth = 0
        self._taken: set[int] = set()
        """The elements that are no part of the blocks: left out, or in use as a figure's file or caption."""
        self._left_out: list[Element] = []
        self._opened: set[str] | None = None
        """Once the elements of a vocabulary of its own are opened, the names of those that were; until then `None`."""
        self._holding: dict[int, tuple[Element, bool]] = {}
        self._readers: dict[str, Callable[[Element], list[Block]]] = {
            "p": self._paragraph, "blockquote": self._quote, "ul": self._list, "ol": self._list, "table": self._table,
            "figure": self._figure, "img": self._lone_media, "video": self._lone_media, "audio": self._lone_media,
            "pre": self._preformatted, "hr": self._separator, "aside": self._aside, **dict.fromkeys(_HEADINGS, self._heading),
        }  # fmt: skip

    def leave_out(self, elements: Iterable[Element]) -> None:
        """Elements that are passed over wherever they stand; the caller keeps and reports them."""
        held = list(elements)
        self._left_out += held  # they are kept, so that no other gets the `id` of one of them
        self._taken |= set(map(id, held))

    def name(self, node: Element) -> str:
        """The HTML name of an element, whatever namespace it is in and whatever stands for it."""
        name = folded(node.tag)
        if name in ("div", "span", "object"):
            first = (node.get("class") or "").partition(" ")[0]
            if first.startswith("nm-") and first[3:] in XHTML.stand_ins:
                return first[3:]
        return name

    # Runs

    def runs(self, node: Element, skip: Callable[[Element], bool] | None = None) -> list[Parts]:
        """The runs in an element, as they stand."""
        found: list[Parts] = []
        self._collect(node, (), None, None, found, skip)
        return found

    def _collect(
        self, node: Element, marks: tuple[Mark, ...], href: str | None, language: str | None, found: list[Parts],
        skip: Callable[[Element], bool] | None = None,
    ) -> None:  # fmt: skip
        if node.text:
            found.append((node.text, marks, href, language))
        for child in node:
            if id(child) not in self._taken and (skip is None or not skip(child)):
                self._inline(child, marks, href, language, found)
            if child.tail:
                found.append((child.tail, marks, href, language))

    def _inline(self, node: Element, marks: tuple[Mark, ...], href: str | None, language: str | None, found: list[Parts]) -> None:
        name = self.name(node)
        if name == "br":
            found.append((BREAK, marks, href, language))
            self.report_attributes(node)
            self._collect(node, marks, href, language, found)
            return
        if name in _SILENT:
            self.reading.unknown(node)
            return
        self.report_attributes(node)
        if name in MARK_OF_TAG:
            marks = tuple(sorted({*marks, MARK_OF_TAG[name]}))
        elif name == "a" and node.get("href"):
            href = self.reading.url(node, "href") or href
        elif name == "span":
            href = self.kept_link(node) or href
        elif name != "a":
            self.reading.lost(node, f"the markup <{name}>; its text is kept")
        for attribute in (XML_LANGUAGE, "lang"):
            if node.get(attribute):
                language = self.reading.language(node, attribute) or language
        self._collect(node, marks, href, language, found)

    def report_attributes(self, node: Element) -> None:
        """Report the attributes of an element that is read, but for those that are read too and those that only format."""
        if self._every_attribute and node.attrib:
            name, known = self.name(node), self.details.known(node)
            silent = [attribute for attribute in node.attrib if attribute in known or self.is_silent(name, node, attribute)]
            self.reading.unknown_attributes(node, silent)

    def is_silent(self, name: str, node: Element, attribute: str) -> bool:  # noqa: ARG002  # other vocabularies ask the element
        """Whether an attribute is read or only formats; `name` is the HTML name of its element."""
        return is_silent(name, attribute)

    def kept_link(self, node: Element) -> str | None:
        """The address that an element keeps as a detail; one that is no URL is reported."""
        href: str | None = self.details.get(node, "href", str)
        if href is not None and not is_url(href):
            self.reading.lost(node, f"expected a URL, found {shown(href)}")
            return None
        return href

    def flowing(self, node: Element) -> list[Parts]:
        """The runs in an element that may hold paragraphs, a break between them."""
        found: list[Parts] = []
        if not self._holds_blocks(node):
            self._collect(node, (), None, None, found)
            return found
        pieces: list[list[Parts]] = [[(node.text or "", (), None, None)]]
        for child in node:
            if self._is_or_holds_block(child):
                self.report_attributes(child)
                if (name := self.name(child)) in _STRUCTURE:
                    self.reading.lost(child, f"the markup <{name}>; its text is kept")
                pieces += [self.flowing(child), []]
            else:
                self._inline(child, (), None, None, pieces[-1])
            pieces[-1].append((child.tail or "", (), None, None))
        for piece in pieces:
            if any(run[0].strip(WHITE_SPACE) for run in piece):
                found += [(BREAK, (), None, None), *piece] if found else piece
        return found

    # Blocks

    def blocks(self, node: Element) -> list[Block]:
        """The blocks in an element; text that stands loose between them makes paragraphs."""
        found: list[Block] = []
        loose: list[Parts] = []
        if node.text:
            loose.append((node.text, (), None, None))
        before: Element | None = None
        for child in node:
            name = self.name(child)
            if id(child) in self._taken:
                self._flush(node, loose, found)
            elif name in _SILENT:
                self.reading.unknown(child)
            elif not self._is_or_holds_block(child):
                if self._is_label(child) and self._is_label(before) and not before.tail:
                    self.reading.repaired(child, "a label that touches the one before; a space set between them")
                    loose.append((" ", (), None, None))
                self._inline(child, (), None, None, loose)
            else:
                self._flush(node, loose, found)
                found += self._block(child, name)
            before = child
            if child.tail:
                loose.append((child.tail, (), None, None))
        self._flush(node, loose, found)
        return found

    def _is_label(self, node: Element | None) -> TypeGuard[Element]:
        """Whether an element outside paragraphs is a word or two that a style sets apart: a `span` of a class not ours."""
        if node is None or self.name(node) != "span":
            return False
        classes = (node.get("class") or "").split()
        return bool(classes) and not any(one.startswith("nm-") for one in classes)

    def _flush(self, node: Element, loose: list[Parts], found: list[Block]) -> None:
        content = self.reading.rich(node, loose) if loose else None
        if content:
            found += self._built(Paragraph, node, content=content)
        loose.clear()

    def _block(self, node: Element, name: str) -> list[Block]:
        reader = self._readers.get(name)
        if reader is not None and not (self._depth >= MAX_NESTING and self._nests(node, name)):
            self.report_attributes(node)
            return self._with_strays(reader, node)
        if name in _FLATTENED:
            self.reading.lost(node, f"the markup <{name}>; what stands in it is kept")
        if name in _CONTAINERS or reader is not None:
            self.report_attributes(node)
            return self.blocks(node)
        return self._opaque(node) if self._opened is None else self._open(node, name, self._opened)

    def _with_strays(self, reader: Callable[[Element], list[Block]], node: Element) -> list[Block]:
        outer, self._strays = self._strays, []
        found = reader(node) + self._strays
        self._strays = outer
        return found

    def vocabulary(self, node: Element) -> list[Block]:
        """The blocks in an element of a vocabulary of its own: its texts as paragraphs, for its names say nothing here."""
        self._opened = set()
        found = self.blocks(node)
        self._opened = None
        return found

    def _open(self, node: Element, name: str, opened: set[str]) -> list[Block]:
        if name not in opened:
            opened.add(name)
            self.reading.lost(node, f"the markup <{local(node.tag)}>; what stands in it is kept")
        return self._paragraph(node)

    def is_vocabulary(self, node: Element) -> bool:
        """Whether an element has paragraphs, and all of them in elements that are not known here."""
        known = [child for child in node if self._is_known(self.name(child))]
        if any(self.name(child) in self._readers for child in known) or any(map(self._holds_known, known)):
            return False
        return any(folded(inner.tag) == "p" for inner in _descendants(node))

    def _holds_known(self, node: Element) -> bool:
        """Whether blocks that are known stand in an element and in nothing unknown."""
        return any(
            self.name(child) in self._readers or (self._is_known(self.name(child)) and self._holds_known(child)) for child in node
        )

    def _is_known(self, name: str) -> bool:
        return name in self._readers or name in _CONTAINERS

    def _nests(self, node: Element, name: str) -> bool:
        """Whether the block that an element makes holds others."""
        if name == "figure":
            return "nm-embed" in (node.get("class") or "").split() or any(self.name(child) == "blockquote" for child in node)
        return name in _NESTING

    def _built(self, cls: type[Any], node: Element, **fields: Any) -> list[Block]:
        built = self.reading.build(cls, node, **fields)
        return [] if built is None else [built]

    def _inner(self, node: Element) -> tuple[Block, ...]:
        """The blocks in a block."""
        self._depth += 1
        found = tuple(self.blocks(node))
        self._depth -= 1
        return found

    def _nested(self, cls: type[Any], node: Element, inner: Iterable[Block], **fields: Any) -> list[Block]:
        """A block that holds others; at the deepest level that the model knows, the others alone."""
        held = list(inner)
        if held and self._depth >= MAX_NESTING - 1:
            self.reading.lost(node, f"a level of nesting: more than {MAX_NESTING}")
            return held
        return self._built(cls, node, **fields)

    def _around(self, node: Element, taken: Iterable[Element]) -> list[Block]:
        """The blocks in an element, but for the parts of it that have been taken."""
        ids = set(map(id, taken))
        self._taken |= ids
        found = self.blocks(node)
        self._taken -= ids
        return found

    def _holds_blocks(self, node: Element) -> bool:
        """Whether there is a block in an element, or in the inline elements in it."""
        known = self._holding.get(id(node))
        if known is None:
            # The element is kept, so that no other gets its `id`.
            known = self._holding[id(node)] = (node, any(map(self._is_or_holds_block, node)))
        return known[1]

    def _is_or_holds_block(self, node: Element) -> bool:
        name = self.name(node)
        if id(node) in self._taken or name in _SILENT or self._is_word(node, name):
            return False
        if name in _INLINE:
            return self._holds_blocks(node)
        return self._is_known(name) or not self._runs_along(node)

    def _runs_along(self, node: Element) -> bool:
        """Whether an element that is not known here stands in a line of text and is a part of it."""
        parent = node.getparent()
        if parent is None or not "".join(flat_text(node)).strip() or any(map(self._is_or_holds_block, node)):
            return False
        return any(text and text.strip() for text in (parent.text, *(child.tail for child in parent)))

    def _is_word(self, node: Element, name: str) -> bool:
        """Whether an element that is not known here marks words within a sentence: text in it, and text beside it."""
        if self._is_known(name) or name in _EMBEDDED or len(node) or not (node.text or "").strip():
            return False
        around = node.getparent()
        return self.name(around) in _SENTENCES and any((text or "").strip() for text in (around.text, *(child.tail for child in around)))

    def _paragraph(self, node: Element) -> list[Block]:
        if self._holds_blocks(node):
            return self.blocks(node)
        content = self.reading.rich(node, self.runs(node))
        return self._built(Paragraph, node, content=content) if content else []

    def _heading(self, node: Element) -> list[Block]:
        content = self.reading.rich(node, self.runs(node))
        level = self.details.get(node, "level", int) or _HEADINGS[self.name(node)]
        return self._built(Heading, node, content=content, level=level) if content else []

    def _preformatted(self, node: Element) -> list[Block]:
        text = self.reading.raw(node).replace(BREAK, "\n").replace("\r\n", "\n").replace("\r", "\n").strip("\n")
        for inner in _descendants(node):
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

    def _loose(self, node: Element) -> tuple[Block, ...]:
        """The blocks that an element makes where it should not stand."""
        name = self.name(node)
        if id(node) in self._taken:
            return ()
        if name in _SILENT:
            self.reading.unknown(node)
            return ()
        self._depth += 1
        found: list[Block] = []
        if name in _INLINE and not self._holds_blocks(node):
            loose: list[Parts] = []
            self._inline(node, (), None, None, loose)
            self._flush(node, loose, found)
        else:
            found += self._block(node, name)
        self._depth -= 1
        return tuple(found)

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
        colspan = self.reading.whole(node, "colspan", 1, 1000) if node.get("colspan") else None
        rowspan = self.reading.whole(node, "rowspan", 1, 65534) if node.get("rowspan") else None
        self.report_attributes(node)
        header = name == "th" or self.details.get(node, "header", str) is not None
        cell = self.reading.build(
            Cell, node, blocks=self._inner(node), header=header, colspan=colspan or 1, rowspan=rowspan or 1
        )
        return [] if cell is None else [cell]

    def _stray(self, node: Element, *, keep: bool = True) -> None:
        """Keep text where none may stand as paragraphs behind the block; where there is no block, report it."""
        for text in (node.text, *(child.tail for child in node)):
            if not text or not text.strip():
                continue
            content = None if self._strays is None or not keep else self.reading.rich(node, [(text, (), None, None)])
            if self._strays is None or content is None:
                self.reading.lost(node, f"text that stands outside: {shown(text.strip())}")
            else:
                self.reading.repaired(node, f"text that stands outside: {shown(text.strip())}; it follows as a paragraph")
                self._strays += self._built(Paragraph, node, content=content)

    def _outside(self, node: Element) -> None:
        """An element where it may not stand: what it makes follows the block; where there is no block, it is reported."""
        strays = self._strays
        found = () if strays is None else self._loose(node)
        if strays is None or not found:
            self.reading.unknown(node)
            return
        self.reading.repaired(node, f"<{local(node.tag)}> that stands outside; it follows as a block")
        strays += found

    # Figures

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

    def _figures(self, node: Element) -> list[Block]:
        """A figure: its first file and its first caption; what else it holds follows it."""
        inner = [one for one in _descendants(node) if id(one) not in self._taken]
        files = [one for one in inner if self.name(one) in _MEDIA][:1]
        captions = [one for one in inner if self.name(one) == "figcaption"][:1]
        within = set(map(id, _descendants(captions[0]))) if captions else set()
        lines = [one for one in inner if id(one) not in within and is_credit(one)][:1]
        for one in (*files, *captions, *lines):
            self.report_attributes(one)
        media = self.media(files[0] if files else None, node)
        caption = self.caption(captions[0] if captions else node, *lines) if captions or lines else None
        found = self._built(Figure, node, media=media, caption=caption) if media or caption else []
        return found + self._around(node, files + captions + lines)

    def figure(self, node: Element) -> Figure | None:
        """The one figure that an element of ours holds."""
        found = self._figure(node)
        return found[0] if len(found) == 1 and isinstance(found[0], Figure) else None

    def _lone_media(self, node: Element) -> list[Block]:
        if node.get("width") in _NO_SIZE and node.get("height") in _NO_SIZE:
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

        kind = detail("kind") or _MEDIA.get(name)
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
        url, title = self.details.get(node, "url", str), None
        titles = [child for child in node if "nm-title" in (child.get("class") or "").split()][:1]
        if titles:
            link = next((inner for inner in _descendants(titles[0]) if folded(inner.tag) == "a"), None)
            url = url or (self.reading.url(link, "href") if link is not None else None)
            title = self.reading.line(titles[0])
            for one in (titles[0], *([] if link is None else [link])):
                self.report_attributes(one)
        if self.details.get(node, "untitled", str) and title == url:
            title = None
        self._depth += 1
        blocks = self._around(node, titles)
        self._depth -= 1
        provider = self.details.get(node, "provider", str)
        return self._nested(Embed, node, blocks, url=url, provider=provider, title=title, blocks=blocks)

    def _opaque(self, node: Element) -> list[Block]:
        """An element that no block fits, kept as it stands."""
        text = "\n".join(filter(None, (line.strip() for line in self.reading.raw(node).replace(BREAK, "\n").splitlines())))
        return self._built(Opaque, node, format=self.format, markup=markup_of(node), text=text or None)


def _descendants(node: Element) -> Iterable[Element]:
    for child in node:
        yield child
        yield from _descendants(child)


def markup_of(node: Element) -> str:
    """An element as markup, its names without prefixes."""
    name = local(node.tag)
    pairs = "".join(f' {local(key)}="{attribute_escaped(str(value))}"' for key, value in node.attrib.items())
    inner = escaped(node.text or "") + "".join(markup_of(child) + escaped(child.tail or "") for child in node)
    return f"<{name}{pairs}>{inner}</{name}>" if inner else f"<{name}{pairs}/>"
