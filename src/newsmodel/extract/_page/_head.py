"""What a page says of itself in `meta`, `link` and `title`: OpenGraph, Twitter cards, Dublin Core and their kin."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsmodel.extract._page._graph import plain
from newsmodel.syntax.html import Document, Element

TITLE = ("og:title", "twitter:title", "dc.title", "dcterms.title", "headline", "sailthru.title", "parsely-title")
DESCRIPTION = ("og:description", "description", "twitter:description", "dc.description", "dcterms.description")
PUBLISHED = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "article:published", "article:published:time", "date", "dc.date.issued",
    "dcterms.issued", "dc.date.created", "dcterms.created", "dc.date", "dcterms.date", "parsely-pub-date", "sailthru.date", "pubdate",
    "publish-date", "publish_date", "publishdate", "publication_date", "published_at", "date.created", "article_date_original", "originalpublicationdate",
    "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "datecreated", "rnews:datepublished", "article.published",
)  # fmt: skip
UPDATED = (
    "article:modified_time", "og:article:modified_time", "og:updated_time", "datemodified", "article:modified", "article:modified:time", "dcterms.modified", "dc.date.modified",
    "last-modified", "lastmod", "article.updated", "cxenseparse:recs:modifiedtime", "rnews:datemodified",
)  # fmt: skip
AUTHORS = ("author", "article:author", "og:article:author", "dc.creator", "dcterms.creator", "parsely-author", "byl", "sailthru.author", "authors", "dc.contributor")
SECTION = ("article:section", "og:article:section", "articlesection", "parsely-section", "section", "dc.subject.section")
KEYWORDS = ("article:tag", "og:article:tag", "news_keywords", "keywords", "parsely-tags", "sailthru.tags", "dc.subject", "dcterms.subject")
SITE = ("og:site_name", "og:site:name", "application-name", "publisher", "dc.publisher", "apple-mobile-web-app-title", "cxenseparse:site", "copyright")
LANGUAGE = ("content-language", "dc.language", "dcterms.language", "language", "inlanguage", "og:locale")
ADDRESS = ("og:url", "twitter:url", "parsely-link")
IMAGE = ("og:image", "og:image:url", "twitter:image", "twitter:image:src", "og:image:secure_url")
"""Names of a `meta`, in lower case, in the order in which they are trusted."""
UTF_8 = frozenset("utf-8 utf8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 x-unicode20utf8".split())
"""What the encoding is called (WHATWG Encoding, 4.2)."""
_CHARSET = re.compile(r"charset\s{0,9}=\s{0,9}[\"']?([\w.:-]{1,40})", re.IGNORECASE)


class Head:
    """The head of one page."""

    def __init__(self, document: Document) -> None:
        self._metas: dict[str, list[str]] = {}
        self.overruled: str | None = None
        """The encoding that the page declares, where it is another than that of its bytes."""
        is_utf_8 = (document.encoding or "").lower() == "utf-8"
        for meta in document.find_all("meta"):
            if is_utf_8 and self.overruled is None and (charset := _charset(meta)) is not None and charset.lower() not in UTF_8:
                self.overruled = charset
            content = meta.attr("content")
            if content:
                for attribute in ("property", "name", "itemprop", "http-equiv"):
                    if (name := meta.attr(attribute)) is not None:
                        self._metas.setdefault(name.lower(), []).append(content)
                        break
        self.links = [
            ((link.attr("rel") or "").lower().split(), link.attr("href") or "", link.attr("hreflang"), link.attr("type"))
            for link in document.find_all("link")
            if link.attr("rel") and link.attr("href")
        ]
        title = document.find("title")
        self.title = "" if title is None else plain(title.text).strip()
        root = document.root
        self.language = None if root is None else root.attr("lang") or root.attr("xml:lang")
        base = document.find("base")
        self.base = None if base is None else base.attr("href")

    def first(self, names: tuple[str, ...]) -> str | None:
        """The value of the first of these names that has one, in one line."""
        return next((value for _, value in self.each(names)), None)

    def each(self, names: tuple[str, ...]) -> Iterator[tuple[str, str]]:
        """The names that have a value, and the first value of each."""
        for name in names:
            for content in self._metas.get(name, ())[:1]:
                if value := plain(content).strip():
                    yield name, value

    def all(self, names: tuple[str, ...]) -> list[str]:
        """All values of the first of these names that has one."""
        for name in names:
            values = [value for content in self._metas.get(name, ()) if (value := plain(content).strip())]
            if values:
                return values
        return []

    def link(self, rel: str) -> str | None:
        """The address of the first link of this relation."""
        return next((href for rels, href, _, _ in self.links if rel in rels), None)


def _charset(meta: Element) -> str | None:
    """The encoding that a `meta` declares."""
    if (charset := meta.attr("charset")) is not None:
        return charset.strip()
    if (meta.attr("http-equiv") or "").lower() != "content-type":
        return None
    match = _CHARSET.search(meta.attr("content") or "")
    return None if match is None else match[1]
