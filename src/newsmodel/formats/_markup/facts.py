"""What a body says of its article by the classes of its elements: who wrote it, from where, for whom.

The words are those that many publishers use, and schema.org's and microformats' names among them; none belongs to one
system.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from typing import Any

import attrs
from attrs import frozen

from newsmodel.formats._reading import Element, flat_text, one_line, rich_plain_text
from newsmodel.model import Block, Heading, Span

_FIELD_OF_CLASS = {
    "byline": "byline_text", "author": "byline_text", "p-author": "byline_text",
    "genre": "genres", "teaser": "teaser", "dateline": "dateline", "credit": "credit", "creditline": "credit", "slugline": "slug", "slug": "slug", "kicker": "kicker",
    "publicationdate": "time", "publication-date": "time", "publication_date": "time", "pubdate": "time", "dt-published": "time",
}  # fmt: skip
_CREDIT_CLASSES = frozenset(
    "byline credit credits creditline credit-line photo-credit photocredit image-credit image_credit photographer".split()
)
_INLINE = frozenset({"span", "em", "strong", "b", "i", "a", "cite", "small"})
_OTHERS = frozenset("figure blockquote table aside pre object video audio".split())
"""What stands in these is said of something else than the article."""
_LONGEST = 200
"""Characters; what is longer is a text and not a line."""


@frozen
class Fact:
    """An element that says something of the article."""

    field: str
    """A field of the article, or `time`, or `teaser`."""
    node: Element
    block: bool
    """Whether it stands by itself; else it is part of a paragraph."""


def words_of(value: Any) -> str:
    """What a value says in words: of a text its own, of a thing its name, else its code."""
    if isinstance(value, (tuple, list)):
        rich = any(isinstance(one, (str, Span)) for one in value)
        return rich_plain_text(tuple(value)) if rich else " ".join(map(words_of, value))
    if attrs.has(type(value)):
        names = ("content", "name", "code", "value", "href", "holder")
        return next((words_of(said) for name in names if (said := getattr(value, name, None))), "")
    return str(value)


def alike(one: Any, other: Any) -> bool:
    """Whether `other` says nothing that `one` does not: white space, case and punctuation make no difference, nor does a day's time."""
    if isinstance(other, date):
        return bool(one == other) or (isinstance(one, datetime) and not isinstance(other, datetime) and one.date() == other)
    left, right = (re.sub(r"[\s\W]", "", words_of(value)).casefold() for value in (one, other))
    return right in left


def without_repeats(blocks: list[Block], *above: Any) -> list[Block]:
    """The blocks without the headings at their start that only repeat what stands above the text; where nothing follows, all."""
    lines = {one_line(words_of(value)) for value in above if value}
    start = 0
    while start < len(blocks) and isinstance(heading := blocks[start], Heading) and one_line(words_of(heading.content)) in lines:
        start += 1
    return blocks[start:] or blocks


def facts_in(body: Element, name_of: Callable[[Element], str]) -> Iterator[Fact]:
    """The facts in a body, in document order; a heading of the first level may repeat the headline."""
    for child in body:
        name = name_of(child)
        if name in _OTHERS:
            continue
        field = "headline" if name == "h1" else _field(child)
        if field is not None and len("".join(flat_text(child)).strip()) <= _LONGEST:
            yield Fact(field, child, name not in _INLINE)
            if name not in _INLINE:
                continue
        yield from facts_in(child, name_of)


def is_credit(node: Element) -> bool:
    """Whether an element of a figure says whose the picture is: by its class, in one line."""
    words = (node.get("class") or "").lower().split()
    return not _CREDIT_CLASSES.isdisjoint(words) and 0 < len("".join(flat_text(node)).strip()) <= _LONGEST


def _field(node: Element) -> str | None:
    return next((field for word in (node.get("class") or "").lower().split() if (field := _FIELD_OF_CLASS.get(word))), None)


def repeats_in(body: Element, name_of: Callable[[Element], str], notes: Iterable[str], genres: Iterable[str]) -> Iterator[Element]:
    """The elements in a header that hold nothing but a note to editors, alone or behind the genre: what is not for readers.

    Systems print above a text what its metadata says to those who edit it. The notes are those of the metadata, so nothing is
    lost by leaving their repeats out. Below a header, a paragraph is for readers whatever else says the same.
    """
    named = ["", *genres]
    private = {_words(f"{genre} {note}") for note in notes for genre in named}
    return _in_headers(body, name_of, private) if private else iter(())


def _in_headers(node: Element, name_of: Callable[[Element], str], texts: set[tuple[str, ...]]) -> Iterator[Element]:
    for child in node:
        inner = _holding if name_of(child) == "header" else _in_headers
        yield from inner(child, name_of, texts)


def _holding(node: Element, name_of: Callable[[Element], str], texts: set[tuple[str, ...]]) -> Iterator[Element]:
    loose = "".join([node.text or "", *(child.tail or "" for child in node)]).strip()
    for child in node:
        if name_of(child) in _INLINE and loose:
            continue  # a part of a sentence
        if _words("".join(flat_text(child))) in texts:
            yield child
        else:
            yield from _holding(child, name_of, texts)


def _words(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\w+", text.casefold()))
