"""JSON-LD: a news article in the words of schema.org, as web pages carry it for search engines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, BinaryIO, ClassVar

import msgspec
from attrs import field, frozen
from attrs.validators import optional

from newsmodel.contract import Confidence, Loss, Read, Written, differences
from newsmodel.errors import ReadError
from newsmodel.formats import _json
from newsmodel.syntax.schema_org import ARTICLES, Document, Place, is_article, read_article, steps, types_of, written_article
from newsmodel.formats._public import REASON as NOT_PUBLIC
from newsmodel.formats._public import public
from newsmodel.model import Article, Label, values

_CONTEXT = re.compile(rb'"@(?:context|vocab)"\s*:')
_SCHEMA_ORG = re.compile(rb"https?:\\?/\\?/(?:www\.)?schema\.org")
_ARTICLE = re.compile(rb'"@type"\s*:\s*(?:\[[^\]]*)?"[^"]*\b(?:' + "|".join(sorted(ARTICLES)).encode() + rb')"')


@frozen(kw_only=True)
class JsonLd:
    """schema.org's NewsArticle as JSON-LD, as search engines ask for it.

    Written is one object. Read are NewsArticle, Article and their kin, alone, in an array or in a `@graph`. What
    schema.org has no word for is lost.
    """

    indent: int | None = field(default=None, validator=optional(values.whole(1, 16)))
    """How many spaces each level is indented by; `None` for the compact form, as pages want it."""

    name: ClassVar[str] = "jsonld"
    media_types: ClassVar[tuple[str, ...]] = ("application/ld+json",)
    suffixes: ClassVar[tuple[str, ...]] = (".jsonld",)

    def recognise(self, head: bytes, /) -> Confidence:
        """Sure of an article in the context of schema.org, likely of anything in that context."""
        body = _json.opening(head)
        if not body.startswith((b"{", b"[")) or not _CONTEXT.search(body) or not _SCHEMA_ORG.search(body):
            return Confidence.NO
        return Confidence.SURE if _ARTICLE.search(body) else Confidence.LIKELY

    def write(self, article: Article, /) -> Written:
        """The article as a NewsArticle; it can stand in a `script` element as it is."""
        seen, _ = public(article)
        thing, kept = written_article(article, seen)
        data = msgspec.json.encode(thing)
        data = (data if self.indent is None else msgspec.json.format(data, indent=self.indent)) + b"\n"
        return Written(data=data.replace(b"<", b"\\u003c"), losses=differences(article, kept, _reason))

    def read(self, data: bytes, /) -> Read:
        """The one article of a document.

        Raises:
            ReadError: where the bytes are no JSON, or describe no article, or several.
        """
        value = _json.parse(data)
        found = _articles(value)
        if len(found) > 1:
            several = f"expected one article, found {len(found)}; stream() reads all of them"
            raise _json.located(ReadError.at(several, path=_json.pointer(steps(found[1][0]))), data)
        return _read(value, found[0], data)

    def read_each(self, source: BinaryIO, /) -> Iterator[Read]:
        """The articles of a document; raises as `read`."""
        data = source.read(_json.MAX_BYTES + 1)
        value = _json.parse(data)
        for one in _articles(value):
            yield _read(value, one, data)

    def update(self, original: bytes, article: Article, /) -> Written:
        """The original with an edit in it; raises as `Updater.update`."""
        from newsmodel.formats import _update

        return _update.update(self, original, article, _update.Grammar(tree=_update.json_tree))


def _articles(value: Any) -> list[tuple[Place, dict[str, Any]]]:
    """The objects of a document that describe articles, one for each name.

    They stand at the top, in arrays and graphs, or as what a page is mainly about.

    Raises:
        ReadError: where there is none.
    """
    found: list[tuple[Place, dict[str, Any]]] = []
    names: set[str] = set()
    kinds: list[str] = []
    waiting: list[tuple[Place, Any]] = [(None, value)]
    while waiting:
        place, part = waiting.pop()
        if isinstance(part, list):
            waiting.extend(((place, index), part[index]) for index in reversed(range(len(part))))
        if not isinstance(part, dict):
            continue
        types = types_of(part)
        name = part.get("@id")
        if is_article(types):
            if not isinstance(name, str) or name not in names:
                found.append((place, part))
            names |= {name} if isinstance(name, str) else set()
        else:
            kinds += types
            waiting.extend(((place, key), part[key]) for key in ("mainEntity", "@graph") if key in part)
    if not found:
        things = f", found {', '.join(kinds[:5])}" if kinds else ""
        raise ReadError.at(f"expected an article of schema.org (NewsArticle and kin){things}", line=1, column=1)
    return found


def _read(value: Any, found: tuple[Place, dict[str, Any]], data: bytes) -> Read:
    document = Document(value)
    article = read_article(document.node(*found))
    losses = [
        Loss(path=_json.pointer(steps(place)), reason=reason, repaired=repaired) for place, reason, repaired in document.account()
    ]
    return Read(article=article, losses=_json.placed(losses, data))


def _reason(path: str, value: object) -> str:
    """Why schema.org does not carry the value at a path."""
    names = [step for step in path.split("/")[1:] if not step.isdigit()]
    if "contributors" in names or (isinstance(value, Label) and not value.public):
        return NOT_PUBLIC
    for name in reversed(names):
        if name in _REASONS:
            return _REASONS[name]
    return f"schema.org has no place for {names[-1].replace('_', ' ')}" if names else "schema.org carries none of it"


_REASONS = {
    "body": "schema.org keeps a body's plain text and its figures",
    "bylines": "schema.org knows authors, editors, translators and contributors, in this order",
    "role": "schema.org has no word for this role",
    "rel": "schema.org has no word for this relation",
    "type": "schema.org has no such type",
    "job_title": "an organization has no job in schema.org",
    "affiliation": "an organization has no affiliation in schema.org",
    "broader": "only places and organizations are part of others in schema.org",
    "position": "only a place has a position in schema.org",
    "genres": "a genre of schema.org is a name or an address",
    "sections": "a section of schema.org is a name",
    "links": "schema.org knows related pages and the works that one is based on or cites, in this order",
    "content": "schema.org keeps plain text",
    "evidence": "schema.org keeps the words quoted and their block",
}

__all__ = ["JsonLd"]
