"""HTML: our own pages losslessly, any publisher's page by extraction (`newsmodel.extract.page`).

A page of ours is one `article` element in the `main` of a page. What readers see is read back from what they see, so
that an edit of the visible text is an edit of the article; what they do not see stands in data attributes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO, ClassVar

from attrs import evolve, frozen

from newsmodel.contract import Confidence, Read, Written
from newsmodel.errors import Position, Problem, ReadError, UpdateRefused
from newsmodel.formats._reading import Reading
from newsmodel.formats.html._account import BoundedReading
from newsmodel.formats.html._names import GENERATOR, MARKER, VERSION
from newsmodel.formats._public import public
from newsmodel.model import Article
from newsmodel.syntax import html as syntax
from newsmodel.syntax.encoding import UTF_8_MARK
from newsmodel.syntax.html import MAX_BYTES, MAX_DEPTH, HtmlDocument, HtmlElement

_OURS = re.compile(rf'<meta name="generator" content="{GENERATOR}">|<article [^<>]*\b{MARKER}="{VERSION}"')
_PAGE = re.compile(r"(?:\s|<!--.*?-->|<\?xml[^>]*>)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
_PIECE = re.compile(r"(?:\s|<!--.*?-->)*<(?:article|main|section|header|div|p|h[1-6]|figure|blockquote|ul|ol|table)\b[^<]*>", re.IGNORECASE | re.DOTALL)


@frozen
class Html:
    """HTML as WHATWG has it, encoded in UTF-8."""

    name: ClassVar[str] = "html"
    media_types: ClassVar[tuple[str, ...]] = ("text/html", "application/xhtml+xml")
    suffixes: ClassVar[tuple[str, ...]] = (".html", ".htm", ".xhtml")

    fragment: bool = False
    """Write the `article` element alone, to be put into a page."""
    stylesheet: bool = True
    """Write a small style into the page; a fragment has none."""
    structured_data: bool = True
    """Write into the head what search engines look for: schema.org's NewsArticle as JSON-LD, which repeats what the article
    says but its text, and is not read back; a fragment has none."""
    enrich: bool = True
    """Whether to look for votes in the text of a publisher's page; our own pages say what they know."""

    def recognise(self, head: bytes, /) -> Confidence:
        """Sure of its own mark, likely of any page, and perhaps of a piece of one."""
        text = _decoded(head)
        if _PAGE.match(text):
            return Confidence.SURE if _OURS.search(text) else Confidence.LIKELY
        if _PIECE.match(text):
            return Confidence.SURE if _OURS.search(text) else Confidence.MAYBE
        return Confidence.NO

    def write(self, article: Article, /) -> Written:
        """The article as a page or a fragment; its losses are what is not for readers."""
        from newsmodel.formats.html._page import page
        from newsmodel.formats.html._write import article_markup

        seen, losses = public(article)
        markup = article_markup(seen)
        text = markup if self.fragment else page(seen, markup, stylesheet=self.stylesheet, structured_data=self.structured_data)
        return Written(data=text.encode(), losses=losses)

    def read(self, data: bytes, /) -> Read:
        """The one article of a page.

        Raises:
            ReadError: where the bytes are no HTML, exceed a limit, or hold several articles of ours.
        """
        parsed = syntax.document(data)
        document = _with_own(parsed)
        if document is None:
            return self._extracted(parsed)
        articles = _own(document.root)
        if len(articles) > 1:
            line = articles[1].sourceline
            raise ReadError.at(f"expected one article, found {len(articles)}; stream() reads all of them", line=line)
        return self._read(document, articles[0])

    def read_each(self, source: BinaryIO, /) -> Iterator[Read]:
        """The articles of ours in a page, or the one of any other page; raises as `read`."""
        parsed = syntax.document(source.read(MAX_BYTES + 1))
        document = _with_own(parsed)
        if document is None:
            yield self._extracted(parsed)
            return
        for node in _own(document.root):
            yield self._read(document, node)

    def update(self, original: bytes, article: Article, /) -> Written:
        """The original, a page of ours, with an edit in it; raises as `Updater.update`."""
        from newsmodel.formats import _update

        document = _with_own(syntax.document(original))
        if document is None:
            found = "a page of a publisher, whose article is not marked"
            raise UpdateRefused([Problem(position=Position(), message=f"expected a page written by newsmodel, found {found}")])
        ours = evolve(self, fragment=document.root.sourceline is None)
        return _update.update(self, original, article, _update.Grammar(tree=_update.html_tree, writes=(ours.write,)))

    def _extracted(self, parsed: syntax.Document) -> Read:
        from newsmodel.extract import enrich
        from newsmodel.extract._page import read_document

        found = read_document(parsed)
        return evolve(found, article=enrich(found.article)) if self.enrich else found

    def _read(self, document: HtmlDocument, node: HtmlElement) -> Read:
        from newsmodel.formats.html._read import ArticleReader

        reading = BoundedReading()
        if document.lifted is not None:
            reading.lost(document.lifted, f"levels of nesting: more than {MAX_DEPTH}; what stood deeper is lifted")
        try:
            article = ArticleReader(reading, node, self.name).read()
            _report_repeats(reading, document.root, article)
        except RecursionError:
            raise ReadError.at("expected elements that are nested less deeply") from None
        return Read(article=article, losses=reading.account())


def _decoded(head: bytes) -> str:
    """The head of a document, as far as is needed to recognise it."""
    for mark, encoding in ((UTF_8_MARK, "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if head.startswith(mark):
            return head[len(mark) :].decode(encoding, "ignore")
    return head.decode("latin-1")


def _with_own(parsed: syntax.Document) -> HtmlDocument | None:
    """The tree of a page that holds an article of ours; `None` of any other."""
    if parsed.select_one(f"article[{MARKER}]") is None:
        return None
    document = syntax.copied(parsed)
    return document if _own(document.root) else None


def _own(root: HtmlElement) -> list[HtmlElement]:
    """The articles of ours in a page; what stands in one of them is not looked at."""
    found: list[HtmlElement] = []
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if node.tag == "article" and node.get(MARKER) is not None:
            found.append(node)
        else:
            waiting.extend(reversed(list(node)))
    return found


def _report_repeats(reading: Reading, root: HtmlElement, article: Article) -> None:
    """Report where the page of ours around the article says otherwise than the article: what the article says counts."""
    from newsmodel.formats.html._page import canonical_of, description_of, language_of, title_of

    head = next((child for child in root if child.tag == "head"), None)
    names = {} if head is None else {name: node for node in head if (name := _name(node))}
    if "generator" not in names or names["generator"].get("content") != GENERATOR:
        return
    said: dict[str, tuple[HtmlElement, str | None]] = {"lang": (root, root.get("lang"))}
    said |= {name: (names[name], names[name].get(attribute)) for name, attribute in _REPEATS.items() if name in names}
    if "title" in names:
        said["title"] = (names["title"], names["title"].text)
    meant = {
        "lang": language_of(article), "title": title_of(article), "description": description_of(article),
        "canonical": canonical_of(article),
    }  # fmt: skip
    for name, (node, value) in said.items():
        if value != meant[name]:
            reading.lost(node, f"the {name} says otherwise than the article, which counts")


_REPEATS = {"description": "content", "canonical": "href"}
"""The attributes in which the head repeats what the article says."""


def _name(node: HtmlElement) -> str | None:
    """What an element of the head is about."""
    return "title" if node.tag == "title" else node.get("name") or node.get("rel")
