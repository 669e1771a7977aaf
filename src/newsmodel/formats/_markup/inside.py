"""Text that stands in an element of another format: plain, or HTML that was escaped to stand there."""

from __future__ import annotations

import re

from newsmodel.contract import Loss
from newsmodel.errors import Position, ReadError
from newsmodel.syntax import html as _html
from newsmodel.formats._markup import HTML
from newsmodel.formats._markup.details import NoDetails
from newsmodel.formats._markup.read import MarkupReader
from newsmodel.formats._reading import BREAK, Element, Reading, flat_text, local, one_line
from newsmodel.model import Block, Opaque, Paragraph
from newsmodel.syntax.encoding import UTF_8_MARK
from newsmodel.syntax.text_form import with_line_feeds

_TAG = re.compile(r"</?(?:p|br|div|html|body|h[1-6]|ul|ol|table|blockquote|section|article)\b[^<>]*>", re.IGNORECASE)
_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_SET_APART = re.compile(r"\S[ \t]*\n[ \t]*\n\s*\S")


def is_html(text: str) -> bool:
    """Whether a text has tags of HTML in it."""
    return _TAG.search(text) is not None


def plain_paragraphs(reading: Reading, node: Element) -> list[Block]:
    """Plain text in an element: paragraphs are set apart by blank lines, or, where there are none, by line breaks."""
    return paragraphs(reading, node, reading.raw(node).replace(BREAK, "\n"))


def paragraphs(reading: Reading, node: Element, text: str) -> list[Block]:
    """`plain_paragraphs` of a text that was taken from an element."""
    text = with_line_feeds(text)
    found: list[Block] = []
    for piece in (_BLANK_LINE if _SET_APART.search(text) else re.compile("\n")).split(text):
        line = one_line(piece)
        if line:
            paragraph = reading.build(Paragraph, node, content=(line,))
            found += [] if paragraph is None else [paragraph]
    return found


def escaped_body(reading: Reading, node: Element) -> tuple[Reading, Element] | None:
    """The body of the HTML that is the text of an element, and a reading of it that reports to `reading`.

    `None`, and reported, where it is no HTML after all.
    """
    try:
        document = _html.parse(UTF_8_MARK + reading.raw(node).replace(BREAK, "\n").encode())
    except ReadError as error:
        reading.lost(node, error.problems[0].message)
        return None
    inner = InnerReading(reading, node)
    if document.lifted is not None:
        inner.lost(document.lifted, f"levels of nesting: more than {_html.MAX_DEPTH}; what stood deeper is lifted")
    return inner, next((child for child in document.root if child.tag == "body"), document.root)


def escaped_reader(reading: Reading, format_name: str) -> MarkupReader:
    """A reader of HTML that was escaped."""
    return MarkupReader(reading, HTML, NoDetails(), format_name, every_attribute=True)


def opaque(reading: Reading, node: Element, kind: str, markup: str) -> list[Block]:
    """Content in a vocabulary of its own, as it stands."""
    reading.lost(node, f"content of type {kind!r} is kept as it stands")
    lines = [one_line(line) for line in "".join(flat_text(node)).replace(BREAK, "\n").splitlines()]
    found = reading.build(Opaque, node, format=kind, markup=markup, text="\n".join(filter(None, lines)) or None)
    return [] if found is None else [found]


class InnerReading(Reading):
    """Reads a tree that was the text of an element of another, and reports to that one's account."""

    def __init__(self, outer: Reading, holder: Element) -> None:
        super().__init__()
        self.losses = outer.losses
        self._path = outer.path(holder)
        self._line = holder.sourceline

    def path(self, node: Element) -> str:
        """The place of an element: of its holder, and in there."""
        return self._path + super().path(node)

    def report(self, node: Element | None, reason: str, attribute: str | None, *, repaired: bool) -> None:
        """Report, with the line of the holder."""
        path = self._path if node is None else self.path(node) + (f"/@{local(attribute)}" if attribute else "")
        self.losses.append(Loss(path=path, reason=reason, where=Position(path=path, line=self._line), repaired=repaired))
