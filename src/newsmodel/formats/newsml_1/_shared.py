"""What several parts of a news item may hold: links, notes, properties."""

from __future__ import annotations

import re

from newsmodel.errors import shown
from newsmodel.formats._reading import Element
from newsmodel.formats._walker import FieldReader, Fields
from newsmodel.formats.newsml_1._parts import PartReader, child_of
from newsmodel.model import Link


class PartOfItem(FieldReader):
    """Reads a part of a news item."""

    def __init__(self, parts: PartReader, fields: Fields) -> None:
        super().__init__(parts, fields)
        self.parts = parts

    def says_something(self, node: Element) -> bool:
        """Whether an element that no table names is to be reported: documents are full of empty ones."""
        return any(node.attrib.values()) or len(node) > 0 or bool((node.text or "").strip())

    def add(self, field: str, node: Element, value: object, *, first: bool = False) -> None:
        """A value of a field that holds many, once."""
        if value not in self.many.get(field, ()):
            super().add(field, node, value, first=first)

    def _link(self, node: Element, relation: str) -> None:
        self.parts.attributes(node, {"NewsItem", "Href"})
        href = next((self.reading.url(node, name) for name in ("NewsItem", "Href") if node.get(name)), None)
        comment = child_of(node, "Comment")
        title = None if comment is None else self.parts.line(comment)
        for child in self.parts.children(node):
            if child is not comment:
                self.reading.unknown(child)
        if href is not None:
            self.add("links", node, self.reading.build(Link, node, rel=relation, href=href, title=title))

    def _derived(self, node: Element) -> None:
        self._link(node, "derivedFrom")

    def _associated(self, node: Element) -> None:
        self._link(node, "seeAlso")

    def _note(self, node: Element) -> None:
        self.add("notes", node, self.parts.label(node, "comment", public=False))

    def _property(self, node: Element) -> None:
        name, value = (node.get("FormalName") or "").lower(), node.get("Value")
        if name in ("keyword", "keywords") and value:
            self.parts.attributes(node, {"FormalName", "Value"})
            self.parts.empty(node)
            for word in re.split("[;,]", self.reading.line(node, "Value") or ""):
                self.add("keywords", node, word.strip() or None)
        elif value or node.get("ValueRef") or len(node):
            self.parts.attributes(node, {"FormalName", "Value", "ValueRef"})
            self.parts.empty(node)
            said = " ".join(filter(None, (value, node.get("ValueRef"))))
            self.reading.lost(node, f"no place for {shown(node.get('FormalName'))}: {shown(said)}")
