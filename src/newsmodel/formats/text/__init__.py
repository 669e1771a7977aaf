"""Plain text: scraped or pasted in, readable out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO, ClassVar

from attrs import frozen

from newsmodel.contract import Confidence, Read, Written, differences
from newsmodel.formats.text._lines import MAX_BYTES, decoded, lines_of
from newsmodel.model import Article
from newsmodel.syntax.encoding import UTF_8_MARK

_MARKUP = (b"<", b"{", b"[")


@frozen
class Text:
    """The plain text codec.

    Reading takes a page's text by its structure: what is said twice, what stands before the names, what asks for money.
    Every line ends in the article or among the losses. Writing gives the text a reader would want, and nothing that is
    not public; what it loses is found by reading it again.
    """

    name: ClassVar[str] = "text"
    media_types: ClassVar[tuple[str, ...]] = ("text/plain",)
    suffixes: ClassVar[tuple[str, ...]] = (".txt", ".text")

    enrich: bool = True
    """Whether to look for votes in the body that was read."""

    def recognise(self, head: bytes, /) -> Confidence:
        """`MAYBE` for UTF-8 text that does not begin as markup or JSON does."""
        start = head.removeprefix(UTF_8_MARK).lstrip()
        if not start or b"\x00" in head or start.startswith(_MARKUP):
            return Confidence.NO
        try:
            head.decode()
        except UnicodeDecodeError as error:
            # The head may end within a character.
            if error.start < len(head) - 3 or error.reason != "unexpected end of data":
                return Confidence.NO
        return Confidence.MAYBE

    def read(self, data: bytes, /) -> Read:
        """The article in a page's text.

        Raises:
            ReadError: where the bytes are empty, not UTF-8, or more than 16 MiB or 500,000 lines.
        """
        return self._read(decoded(data))

    def read_each(self, source: BinaryIO, /) -> Iterator[Read]:
        """The one article of a text."""
        yield self.read(source.read(MAX_BYTES + 1))

    def write(self, article: Article, /) -> Written:
        """Headline, standfirst, names, caption, body and appeals, a blank line between them."""
        from newsmodel.formats.text._write import reason, text_of

        text = text_of(article)
        back = self._read(text).article
        # A mark in front keeps a text that begins with U+FEFF whole: only the first one is taken for a mark.
        data = text.encode("utf-8-sig" if text.startswith("\ufeff") else "utf-8")
        return Written(data=data, losses=differences(article, back, reason))

    def _read(self, text: str) -> Read:
        from newsmodel.formats.text._page import Page

        lines, repaired = lines_of(text)
        page = Page(lines, enrich=self.enrich)
        article = page.article()
        losses = sorted([*repaired, *page.losses], key=lambda loss: (loss.where.line or 0) if loss.where else 0)
        return Read(article=article, losses=tuple(losses))


__all__ = ["Text"]
