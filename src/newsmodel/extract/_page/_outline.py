"""A page as an outline: the boxes that stand in each other, and the lines of text, files and rules in them.

One walk over the parser's tree makes it. Elements that only mark text become the style of its runs; elements that hold
no text and no file leave no trace. What the rest of the package asks of a page, it asks of the outline.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal, TypeAlias

from newsmodel.errors import ReadError
from newsmodel.extract._page._text import DENSE, is_dense
from newsmodel.extract._page._vocabulary import BODY, CAPTION, CREDIT, FACTBOX, FIGURE, FURNITURE, SOFT, said
from newsmodel.model.richtext import Mark, Parts
from newsmodel.syntax.html import MARK_OF_TAG, MAX_NODES, Document, Element, Node, Text
from newsmodel.syntax.text_form import BREAK

MAX_DEPTH = 120
"""How deep elements are looked into; of what stands deeper, the text is kept and the markup is not."""

HEADINGS = {f"h{level}": level for level in range(1, 7)}
PASSED = frozenset(
    "script style noscript template svg math button select input textarea object embed applet canvas map option datalist progress meter "
    "head nav footer dialog link meta base label menu frameset".split()
)
"""Elements whose text no reader of the article reads."""
BLOCKS = frozenset(
    "p div section article main body ul ol li dl dt dd blockquote pre table thead tbody tfoot tr td th caption aside header figure figcaption "
    "center fieldset details summary address form hgroup html block".split()
) | frozenset(HEADINGS)  # fmt: skip
KINDS = frozenset("p li blockquote pre td th dt dd figcaption caption".split()) | frozenset(HEADINGS)
"""Elements that give the text in them its kind; other text is of the kind `div`."""
FILES = {"img": "image", "amp-img": "image", "video": "video", "amp-video": "video", "audio": "audio", "iframe": "embed", "amp-iframe": "embed"}
_Part: TypeAlias = Literal["passed", "break", "mark", "block", "file", "rule"]
_PARTS: dict[str, _Part] = {
    **dict.fromkeys(BLOCKS, "block"), **dict.fromkeys(FILES, "file"), **dict.fromkeys(MARK_OF_TAG, "mark"), **dict.fromkeys(PASSED, "passed"),
    "br": "break", "hr": "rule",
}  # fmt: skip
"""What becomes of an element, by its tag, in one look-up; other elements hold text."""
ASIDES = frozenset({"aside", "form"})
"""Elements that stand beside an article, whatever they are called."""
ASIDE_ROLES = frozenset("navigation complementary contentinfo dialog alertdialog search banner menu menubar toolbar alert".split())

TELLING = frozenset({"id", "itemprop", "role", "hidden", "style"})
"""The attributes of a block that are asked for besides its class."""
_OWN_BLOCK = FURNITURE | CAPTION | CREDIT
"""Names that make even an inline element a block."""
_ADDRESS = re.compile(r"https?://\S*\Z")
SOFT_HYPHEN = "\xad"
"""Where a browser may break a word: text is compared without it."""
_NOT_SHOWN = "display:none"
LONGEST_CAPTION = 500
SMALL = frozenset({"li", "td", "th", "dd", "dt"})
"""Kinds of text that is less often an article's."""
SHORT = 50
"""Text of fewer letters tells nothing of where the article is."""


class Box:
    """An element that stands as a block."""

    __slots__ = (
        "_end", "_first", "_given", "_last", "_page", "_place", "above", "captioned", "declared", "figured", "figures", "hidden", "length", "mass", "names",
        "node", "parent", "parts", "pictures", "tag",
    )  # fmt: skip

    def __init__(self, node: Element, tag: str, names: int, given: str, parent: Box | None, page: Outline) -> None:
        self.node = node
        self.tag = tag
        self.names = names
        self._given = given
        self.parent = parent
        self.parts: list[Part] = []
        self.above: Box | None = None if parent is None else parent.above
        """The nearest box around it, or itself, that looks like no part of an article."""
        self.hidden = False
        """Whether no reader sees it."""
        self.length = self.pictures = 0
        """How many letters are in it, and in the boxes in it; likewise the next three."""
        self.figures = 0
        """How many elements in it are figures of their own."""
        self.captioned = tag == "figcaption" or bool(names & CAPTION)
        """Whether a caption is in it."""
        self.figured: bool = self.captioned or tag == "figure" or (parent is not None and parent.figured and tag not in ("article", "main"))
        """Whether it is or stands in a figure or a caption."""
        self._page = page
        self._first = self._end = len(page.lines)
        """Which lines of the page are in it; likewise the next two, for boxes, itself the first of them."""
        self._place = self._last = len(page.boxes)
        self.mass = 0.0
        """How much prose is in it."""
        self.declared = 0.0
        """How much of that is in boxes that say they are an article."""

    @property
    def key(self) -> str:
        """Tag and names as they stand: boxes of one key look alike."""
        return f"{self.tag} {self._given}"

    @property
    def shows_picture(self) -> bool:
        """Whether it is called a picture, holds one, and little text."""
        return bool(self.names & FIGURE) and self.pictures > 0 and 0 < self.length < LONGEST_CAPTION

    @property
    def is_figure(self) -> bool:
        """Whether it is a figure, or holds a caption."""
        return self.tag == "figure" or self.captioned or self.shows_picture

    @property
    def says_article(self) -> bool:
        """Whether its tag or its names say that it is an article or the text of one."""
        return self.tag in ("article", "main") or bool(self.names & BODY)

    def around(self) -> Iterator[Box]:
        """The box, and those it stands in."""
        box: Box | None = self
        while box is not None:
            yield box
            box = box.parent

    def lines(self) -> Iterator[Line]:
        """The lines in it and in the boxes in it."""
        return iter(self._page.lines[self._first : self._end])

    def boxes(self) -> Iterator[Box]:
        """All boxes in it."""
        return iter(self._page.boxes[self._place + 1 : self._last])

    def files(self) -> Iterator[File]:
        """All files in it."""
        for part in self.parts if self.pictures else ():
            if isinstance(part, File):
                yield part
            elif isinstance(part, Box):
                yield from part.files()

    def close(self) -> None:
        """Hold that what follows on the page is in it no more."""
        self._end, self._last = len(self._page.lines), len(self._page.boxes)

    @property
    def numbers(self) -> range:
        """The numbers of the lines in it."""
        return range(self._first, self._end)

    def text(self) -> str:
        """The text of its lines, in one line."""
        return " ".join(line.text for line in self.lines())


class Line:
    """Text between two edges of blocks."""

    __slots__ = ("box", "figured", "kind", "linked", "mass", "number", "runs", "text")

    def __init__(self, box: Box, kind: str, runs: list[Parts], text: str, linked: int, number: int) -> None:
        self.box = box
        self.kind = kind
        self.runs = runs
        self.text = text
        """In one line."""
        self.linked = linked / len(text) if linked < len(text) else 1.0
        """The share of it that is in links."""
        self.number = number
        """Its place in the page."""
        self.figured: bool | None = None
        """Whether it stands in a figure, once that has been found out."""
        self.mass = self._mass()

    @property
    def is_heading(self) -> bool:
        """Whether it stands in an element for headings."""
        return self.kind in HEADINGS

    @property
    def called(self) -> int:
        """What the names of its box, and of the one around that, say."""
        outer = self.box.parent
        return self.box.names if outer is None else self.box.names | outer.names

    @property
    def hidden(self) -> bool:
        """Whether it stands in a box that no reader sees."""
        return any(box.hidden for box in self.box.around())

    def _mass(self) -> float:
        text = self.text
        length: float = len(text)
        if length * DENSE < SHORT or self.linked > 0.45 or self.kind in HEADINGS or (text.startswith("http") and _ADDRESS.match(text)):
            return 0.0
        if is_dense(text):
            length *= DENSE
        if length < SHORT:
            return 0.0
        return length * (0.6 if self.kind in SMALL else 1.0)


class File:
    """A picture, a video, a sound or something embedded."""

    __slots__ = ("box", "kind", "node", "number")

    def __init__(self, box: Box, kind: str, node: Element, number: int) -> None:
        self.box = box
        self.kind = kind
        self.node = node
        self.number = number
        """How many lines of the page stand before it."""


class Rule:
    """A thematic break."""

    __slots__ = ()


Part: TypeAlias = Box | Line | File | Rule


class Outline:
    """The outline of one page."""

    def __init__(self, document: Document) -> None:
        """Walk over the page.

        Raises:
            ReadError: where it has too many nodes.
        """
        root = document.find("body") or document.root
        assert root is not None  # the parser makes one
        self.lines: list[Line] = []
        self.boxes: list[Box] = []
        """Those that hold anything, in their order, the root the first."""
        self.too_deep: Element | None = None
        """The first element that was not looked into."""
        self._runs: list[Parts] = []
        """The runs of the line that is being read, how many of their letters are in links, and whether they say nothing yet."""
        self._linked = 0
        self._blank = True
        self._marks: tuple[Mark, ...] = ()
        """What the text that is read bears; likewise the next two."""
        self._href: str | None = None
        self._language: str | None = None
        self._count = 0
        self.root = Box(root, root.tag, 0, "", None, self)
        self.boxes.append(self.root)
        self._inside(root, self.root, "div", 0)
        self._flush(self.root, "div")
        self.root.close()

    def release(self) -> None:
        """Take the outline apart, so that it is gone with its reader: boxes and what is in them know one another.

        Without it, the collector of cycles would have most of its work with the pages that were read before.
        """
        for box in self.boxes:
            box.parts.clear()
            box.above = None
        self.lines.clear()
        self.boxes.clear()
        del self.root

    def _inside(self, node: Element, box: Box, kind: str, depth: int) -> None:
        children = node.children
        self._count += len(children)
        if self._count > MAX_NODES:
            raise ReadError.at(f"expected at most {MAX_NODES} elements and texts, found more")
        for child in children:
            if child.__class__ is Text:
                text: str = child.data
                if self._blank and text.isspace():
                    if not self._runs:
                        continue
                else:
                    self._blank = False
                self._runs.append((text, self._marks, self._href, self._language))
                if self._href is not None:
                    self._linked += len(text)
            elif child.__class__ is Element:
                tag = child.tag
                part = _PARTS.get(tag)
                if part == "block" and depth <= MAX_DEPTH:
                    self._block(child, box, kind, tag, depth)
                else:
                    self._element(child, box, kind, depth, tag, part)

    def _element(self, node: Element, box: Box, kind: str, depth: int, tag: str, part: _Part | None) -> None:
        if (part == "passed" and not _is_shown(node)) or (tag == "rt" and not _is_in_brackets(node)):
            return
        if part == "break":
            self._break(box, kind)
        elif depth > MAX_DEPTH:
            self.too_deep = self.too_deep or node
            self._runs.append((node.text, self._marks, self._href, self._language))
            self._blank = self._blank and not node.text.strip()
        elif part == "block" or ("-" in tag and kind != "p"):  # a custom element may be anything; in a sentence it is a word
            self._block(node, box, kind, tag, depth)
        elif part == "mark":
            marks, self._marks = self._marks, _with_mark(self._marks, MARK_OF_TAG[tag])
            self._inside(node, box, kind, depth + 1)
            self._marks = marks
        elif (given := node.attr("class")) and said(given) & _OWN_BLOCK and not self._in_sentence(tag, kind):
            self._block(node, box, kind, tag, depth, given)
        elif part == "file":
            if not self._blank:
                self._flush(box, kind)
            box.parts.append(File(box, FILES[tag], node, len(self.lines)))
            box.pictures += 1
        elif part == "rule":
            self._flush(box, kind)
            box.parts.append(Rule())
        else:
            self._inline(node, box, kind, tag, depth)

    def _inline(self, node: Element, box: Box, kind: str, tag: str, depth: int) -> None:
        """Take an element in a line: it may be a link, and in a language of its own."""
        href, language = self._href, self._language
        if tag == "a":
            self._href = node.attr("href") or href
        self._language = node.attr("lang") or language
        self._inside(node, box, kind, depth + 1)
        self._href, self._language = href, language

    def _block(self, node: Element, box: Box, kind: str, tag: str, depth: int, named: str | None = None) -> None:
        """Take a block; `named` are the names of one that only they make a block."""
        if self._runs:
            self._flush(box, kind)
        attributes = node.attrs
        given = named or (node.attr("class") if attributes else "") or ""
        tells = "-" in tag or (len(attributes) > bool(given) and not TELLING.isdisjoint(attributes))
        if tells and named is None:
            given = _names_of(node, given)
        names = said(given) if given else 0
        inner = Box(node, tag, names, given, box, self)
        self.boxes.append(inner)
        # A heading that is called hidden is one for those who cannot see the page.
        if (tells and _is_hidden(node)) or (tag in HEADINGS and "hidden" in given.split()):
            inner.hidden = True
        if inner.hidden or (tells and node.attr("role") in ASIDE_ROLES) or ((names & FURNITURE or tag in ASIDES) and _is_furniture(tag, names)):
            inner.above = inner
        if tag in KINDS and not (tag == "p" and kind in ("li", "blockquote", "figcaption", "td", "th", "dd")):
            kind = tag
        self._inside(node, inner, kind, depth + 1)
        if self._runs:
            self._flush(inner, kind)
        inner.close()
        if inner.parts:
            box.parts.append(inner)
            box.length += inner.length
            box.pictures += inner.pictures
            box.figures += inner.figures + (tag == "figure")
            if inner.captioned and inner.length:
                box.captioned = True
        else:  # nor does a box in it hold anything
            self.boxes.pop()

    def _in_sentence(self, tag: str, kind: str) -> bool:
        """Whether an inline element stands in a sentence, whatever its names say."""
        return kind == "p" and (tag == "a" or not self._blank)

    def _break(self, box: Box, kind: str) -> None:
        """A line break; two of them end a paragraph."""
        for text, *_ in reversed(self._runs):
            if text == BREAK:
                self._flush(box, kind)
                return
            if text.strip():
                break
        self._runs.append((BREAK, (), None, None))

    def _flush(self, box: Box, kind: str) -> None:
        runs = self._runs
        if not runs:
            return
        if not self._blank and (text := _in_one_line(runs[0][0] if len(runs) == 1 else "".join([run[0] for run in runs]))):
            line = Line(box, kind, runs, text, self._linked, len(self.lines))
            self.lines.append(line)
            box.parts.append(line)
            box.length += len(text)
        self._runs = []
        self._linked = 0
        self._blank = True


def _in_one_line(text: str) -> str:
    """Text with one space for any white space, and without soft hyphens."""
    if text.isprintable() and "  " not in text:  # what can be printed holds neither but spaces
        return text.strip(" ")
    return " ".join(text.replace(SOFT_HYPHEN, "").split())


def _is_in_brackets(node: Element) -> bool:
    """Whether how a word is pronounced is set in brackets by `rp`, and so reads as text."""
    return isinstance(node.parent, Element) and node.parent.find("rp") is not None


def _names_of(node: Element, given: str) -> str:
    """The names that an element has: those of its class, its own, that of the property it holds, and a tag that its publisher made."""
    if "-" in node.tag:
        given = f"{node.tag} {given}"
    for attribute in ("id", "itemprop"):
        if (own := node.attr(attribute)) is not None:
            given = f"{given} {own}"
    return given


def _is_hidden(node: Element) -> bool:
    """Whether an element says that it is not shown."""
    style = node.attr("style")
    return node.attr("hidden") is not None or (style is not None and "none" in style and _NOT_SHOWN in style.replace(" ", ""))


def _is_shown(node: Element) -> bool:
    """Whether an element whose text is passed over holds the article nevertheless.

    A button may be a picture that opens at a click; a `noscript` with an element that is not closed in it swallows the page.
    """
    tag = node.tag
    return (tag == "button" and node.find("figcaption") is not None) or (tag == "noscript" and node.find("h1") is not None)


def _is_furniture(tag: str, names: int) -> bool:
    """Whether an element is no part of an article, by its tag and its names."""
    if tag in ASIDES:
        return not names & FACTBOX
    if not names & FURNITURE or names & BODY or tag in ("article", "main", "body", "html"):
        return False
    return not (tag == "p" and names & SOFT)


@cache
def _with_mark(marks: tuple[Mark, ...], mark: Mark) -> tuple[Mark, ...]:
    return tuple(sorted({*marks, mark}))


__all__ = ["Box", "File", "Line", "Node", "Outline", "Part", "Rule"]
