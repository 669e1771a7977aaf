"""An NITF document inside another one: what it says of the article beside its body.

An envelope says most of it as well, and goes before. What it does not say is taken, what both say alike is one, and what
the two say differently is reported.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from newsmodel.errors import ReadError, shown
from newsmodel.formats import _xml
from newsmodel.formats._markup.facts import alike, words_of
from newsmodel.formats._reading import Element, Reading, folded
from newsmodel.formats.nitf._document import DocumentReader
from newsmodel.model import Block, Figure
from newsmodel.syntax.encoding import UTF_8_MARK

_PARTS = frozenset({"body.head", "body.content", "body.end"})
_TIMES = ("created", "updated", "published")
_START = re.compile(r"<(?:[?!]|(?:[\w.-]+:)?(?:nitf|body)\b)", re.IGNORECASE)
"""How a whole document begins, or its body or a part of it."""
_SAID_IN = {
    "sources": ("credit", "publisher"), "publisher": ("sources", "credit"), "titles": ("headline", "kicker", "standfirst", "slug"),
    "identifiers": ("id",), "id": ("identifiers",),
}  # fmt: skip
"""By field, others that may say the same."""


def is_nitf(node: Element) -> bool:
    """Whether an element is an NITF document, or its body, or a part of that, with or without a namespace."""
    name = folded(node.tag)
    return name == "nitf" or name in _PARTS or (name == "body" and any(folded(child.tag) in _PARTS for child in node))


def parsed(text: str) -> Element:
    """The NITF that a text spells, the whole document or what stands in its content.

    Raises:
        ReadError: where it is no well-formed XML, or nothing of NITF.
    """
    text = text.strip()
    root: Element = _xml.parse(UTF_8_MARK + (text if _START.match(text) else f"<body.content>{text}</body.content>").encode())
    if not is_nitf(root):
        raise ReadError.at(f"expected NITF, found {shown(root.tag)}", line=1)
    return root


class Inside:
    """An NITF document that stands in another one."""

    def __init__(self, reading: Reading, nodes: Sequence[Element], pictures: Mapping[str, Figure] | None = None) -> None:
        """Read the document, or the parts of one, see `is_nitf`; `pictures` are those of the envelope, by name."""
        reader = DocumentReader(reading, nodes[0], pictures)
        reader.read_parts(nodes)
        self._reader = reader
        self._reading = reading
        self.body: list[Block] = reader.single.pop("body")
        self.lead: Figure | None = reader.single.pop("lead", None)
        self.placed = reader.body.placed
        """The names of the pictures that the text refers to."""

    def complete(self, single: dict[str, Any], many: dict[str, list[Any]]) -> None:
        """Put the fields that hold one value into those of the envelope; `many` is asked for what says the same."""
        for field, value in self._reader.single.items():
            node = self._reader.fields.places.get(field, self._reader.nitf)
            if value is None or self._is_said(field, value, single, many):
                continue
            if single.get(field) not in (None, ""):
                self._reading.unknown(node)
                continue
            single[field] = value
            if field == "headline":
                self._reading.repaired(node, "no headline of its own: that of the body is taken")

    def complete_sequences(self, single: dict[str, Any], many: dict[str, list[Any]]) -> None:
        """Put the fields that hold many values into those of the envelope, where that has none of its own."""
        for field, members in self._reader.many.items():
            held = many.get(field)
            rest = [one for one in members if not self._is_said(field, one, single, many)]
            if not held or field == "notes":
                many[field] = [*(held or ()), *rest]
                continue
            for one in rest:
                self._reading.unknown(self._place(one))

    def _place(self, member: object) -> Element:
        return next((node for value, node in self._reader.fields.member_places if value is member), self._reader.nitf)

    def _is_said(self, field: str, value: Any, single: dict[str, Any], many: dict[str, list[Any]]) -> bool:
        if field in _TIMES:
            return any(alike(single[name], value) for name in _TIMES if single.get(name) is not None)
        held = [single.get(field), *many.get(field, ())]
        for other in _SAID_IN.get(field, ()):
            held += [single.get(other), *many.get(other, ())]
        return any(one is not None and (one == value or (words_of(one) and alike(one, value))) for one in held)
