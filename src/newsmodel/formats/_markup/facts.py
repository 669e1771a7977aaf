"""What a body says of its article by the classes of its elements: who wrote it, from where, for whom.

The words are those that many publishers use, and schema.org's and microformats' names among them; none belongs to one
system.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from attrs import frozen

from newsmodel.formats._reading import Element, flat_text

_FIELD_OF_CLASS = {
    "byline": "byline_text", "author": "byline_text", "p-author": "byline_text",
    "dateline": "dateline", "credit": "credit", "creditline": "credit", "slugline": "slug", "slug": "slug", "kicker": "kicker",
    "publicationdate": "time", "publication-date": "time", "publication_date": "time", "pubdate": "time", "dt-published": "time",
}  # fmt: skip
_INLINE = frozenset({"span", "em", "strong", "b", "i", "a", "cite", "small"})
_OTHERS = frozenset("figure blockquote table aside pre object video audio".split())
"""What stands in these is said of something else than the article."""
_LONGEST = 200
"""Characters; what is longer is a text and not a line."""


@frozen
class Fact:
    """An element that says something of the article."""

    field: str
    """A field of the article, or `time`."""
    node: Element
    block: bool
    """Whether it stands by itself; else it is part of a paragraph."""


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


def _field(node: Element) -> str | None:
    return next((field for word in (node.get("class") or "").lower().split() if (field := _FIELD_OF_CLASS.get(word))), None)
