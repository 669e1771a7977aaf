"""The native JSON: `{"format": "newsmodel", "version": 1, "article": {...}}`, and the same in JSON Lines.

It says everything that the model says. Reading is strict; writing is canonical: one article, one byte string. The shape
of an article is `newsmodel.structure`'s, and `newsmodel.schema()` is its JSON Schema.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, BinaryIO, ClassVar

import msgspec
from attrs import field, frozen
from attrs.validators import optional

from newsmodel.contract import Confidence, Read, Written
from newsmodel.errors import Position, Problem, ReadError
from newsmodel.formats import _json
from newsmodel.model import Article, values
from newsmodel.structure import FORMAT, MAX_PROBLEMS, VERSION, canonical, found, read_article, typed, unknown_key
from newsmodel.syntax.encoding import UTF_8_MARK

KEYS = ("format", "version", "article")
_SAYS_SO = re.compile(rb'\{\s*"format"\s*:\s*"newsmodel"')
_SAYS_SO_SOMEWHERE = re.compile(rb'"format"\s*:\s*"newsmodel"')


@frozen(kw_only=True)
class Json:
    """The native format, lossless both ways."""

    indent: int | None = field(default=None, validator=optional(values.whole(1, 16)))
    """How many spaces each level is indented by; `None` for the compact form, which is the canonical one."""

    name: ClassVar[str] = "json"
    media_types: ClassVar[tuple[str, ...]] = ("application/vnd.newsmodel+json", "application/json")
    suffixes: ClassVar[tuple[str, ...]] = (".json", ".jsonl", ".ndjson")

    def recognise(self, head: bytes, /) -> Confidence:
        """Sure where the document begins as the native ones do; any object may be one."""
        body = _json.opening(head)
        if _SAYS_SO.match(body):
            return Confidence.SURE
        if not body.startswith(b"{"):
            return Confidence.NO
        return Confidence.LIKELY if _SAYS_SO_SOMEWHERE.search(body) else Confidence.MAYBE

    def read(self, data: bytes, /) -> Read:
        """The one article of a document; what a document holds beside it is an error, so nothing is ever lost.

        Raises:
            ReadError: with every fault of the document.
        """
        return _read(data, 1)

    def read_each(self, source: BinaryIO, /) -> Iterator[Read]:
        """The articles of JSON Lines, in constant memory; or the one article of a document that takes several lines.

        Raises:
            ReadError: as `read`; a line is at most 16 MiB long. The articles before the fault have been given out by then.
        """
        first = True
        for number, line in _lines(source):
            try:
                read = _read(line.rstrip(b"\r\n"), number)
            except ReadError:
                if not first or _json.is_closed(line):
                    raise
                yield _read(line + source.read(_json.MAX_BYTES), number)
                return
            yield read
            first = False

    def write(self, article: Article, /) -> Written:
        """The document, with a line feed at its end."""
        data = canonical(article)
        return Written(data=(data if self.indent is None else msgspec.json.format(data, indent=self.indent)) + b"\n")

    def update(self, original: bytes, article: Article, /) -> Written:
        """The original with an edit in it; raises as `Updater.update`."""
        from newsmodel.formats import _update  # noqa: PLC0415  # what an update needs is loaded with the first one

        return _update.update(self, original, article, _update.Grammar(tree=_update.json_tree))


def _lines(source: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """The lines that are not blank, with their numbers; one that is too long is cut just beyond the limit."""
    number = 0
    while line := source.readline(_json.MAX_BYTES + 1):
        number += 1
        if line.strip():
            yield number, line


def _read(data: bytes, line: int) -> Read:
    """The quick route takes what is right beyond doubt; all else is judged on the detailed one."""
    article = read_article(data.removeprefix(UTF_8_MARK)) if _json.is_small(data) else None
    return Read(article=_judged(data, line) if article is None else article)


def _judged(data: bytes, line: int = 1) -> Article:
    """The article of a document on the detailed route.

    Raises:
        ReadError: with every fault of the document, each with its place.
    """
    try:
        document = _json.parse(data, line)
    except ReadError:
        _refuse_several(data, line)
        raise
    try:
        return _article(document)
    except ReadError as error:
        raise _json.located(error, data, line) from None


def _refuse_several(data: bytes, line: int) -> None:
    """Raise the error that helps where the document is JSON Lines."""
    one, _, rest = data.lstrip().partition(b"\n")
    rest = rest.lstrip()
    if rest.startswith(b"{") and _json.is_closed(one):
        number = line + data.count(b"\n", 0, len(data) - len(rest))
        raise ReadError.at("expected one article, found several (JSON Lines): stream() reads them", line=number, column=1)


def _article(document: Any) -> Article:
    """The article in its envelope.

    Raises:
        ReadError: with every fault of the article and of the envelope; or one, where the envelope is not ours.
    """
    if foreign := _foreign(document):
        raise ReadError([foreign])
    problems = [unknown_key("", key, KEYS) for key in document if key not in KEYS]
    if "article" not in document:
        raise ReadError([*problems, Problem(position=Position(), message="missing key 'article'")])
    try:
        article = typed(document["article"], Article, path="/article")
    except ReadError as error:
        problems.extend(error.problems)
    if problems:
        raise ReadError(problems[:MAX_PROBLEMS])
    return article


def _foreign(document: Any) -> Problem | None:
    """Why the document is none of this format and version, if it is none."""
    if type(document) is not dict:
        return Problem(position=Position(), message=f"expected an object, found {found(document)}")
    for key, known in (("format", FORMAT), ("version", VERSION)):
        if key not in document:
            start = f'{{"format": "{FORMAT}", "version": {VERSION}, "article": {{...}}}}'
            return Problem(position=Position(), message=f"missing key {key!r}: a document is {start}")
        value = document[key]
        if type(value) is not type(known) or value != known:
            expected = repr(known) if key == "format" else f"version {VERSION}, the only one that is read"
            return Problem(position=Position(path=f"/{key}"), message=f"expected {expected}, found {found(value)}")
    return None
