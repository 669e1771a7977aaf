"""Going through the elements of a document with an account: each is taken by somebody, or reported.

`Walker` goes through what stands in one element. `FieldReader` sends each child where a table says, and collects the
fields of an article; the readers of one document share its `Fields`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any, TypeVar, Self

from newsmodel.errors import shown
from newsmodel.formats._reading import Element, Reading, local

_XSI = "{http://www.w3.org/2001/XMLSchema-instance}"
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
Reader = TypeVar("Reader", bound="FieldReader")
Value = TypeVar("Value")
Take = Callable[[Reader, Element], None]
"""A method that takes what an element says."""


def in_namespace(namespace: str, table: Mapping[str, Value]) -> dict[str, Value]:
    """A table by name with the same once more by the names that the parser gives the elements of a namespace."""
    bare = {name: value for name, value in table.items() if "}" not in name}
    return {**table, **{f"{{{namespace}}}{name}": value for name, value in bare.items()}}


class Walker:
    """Goes through what stands in an element; the readers of values that stand in several places build on it."""

    passed: Collection[str] = ()
    """Local names of elements that say how the document is made."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.language: str | None = None
        """Of the document: what says that it is in this language says nothing new."""

    def children(self, node: Element) -> Iterator[Element]:
        """The child elements; text between them is reported."""
        stray = node.text
        for child in node:
            if stray and not stray.isspace():
                self._outside(node, stray)
            if not self.passed or local(child.tag) not in self.passed:
                yield child
            stray = child.tail
        if stray and not stray.isspace():
            self._outside(node, stray)

    def _outside(self, node: Element, text: str) -> None:
        self.reading.lost(node, f"text that stands outside: {shown(text.strip())}")

    def attributes(self, node: Element, known: Collection[str] = ()) -> None:
        """Report the attributes that nobody asks for; one that repeats the language of the document is none."""
        for name in node.attrib:
            if name in known or name.startswith(_XSI) or self.is_machinery(node, name):
                continue
            if name == _XML_LANG and node.get(name) == self.language:
                continue
            self.reading.lost(node, f"no place for {local(name)}={shown(str(node.get(name)))}", name)

    def is_machinery(self, node: Element, name: str) -> bool:  # noqa: ARG002  # each format has its own
        """Whether an attribute says how the document is made, not what the article is."""
        return False

    def empty(self, node: Element) -> None:
        """Report what stands in an element that says all in its attributes."""
        for child in self.children(node):
            self.reading.unknown(child)

    def line(self, node: Element) -> str | None:
        """A line; markup in it is reported."""
        for child in node:
            self.reading.lost(child, f"the markup <{local(child.tag)}>; its text is kept")
        return self.reading.line(node)


class Fields:
    """The fields of an article, as they are found."""

    def __init__(self) -> None:
        self.single: dict[str, Any] = {}
        self.many: dict[str, list[Any]] = {}
        self.places: dict[str, Element] = {}
        """By field that holds one value, the element that said it first."""
        self.member_places: list[tuple[object, Element]] = []
        """The members of fields that hold many, and the element that said each."""


class FieldReader:
    """Reads a part of a document into fields."""

    def __init__(self, walker: Walker, fields: Fields) -> None:
        self.reading = walker.reading
        self.fields = fields
        self.single = fields.single
        self.many = fields.many
        self._walker = walker

    def each(self, node: Element, table: Mapping[str, Take[Self]]) -> None:
        """Send each child of an element where the table says; what it does not name is reported."""
        for child in self._walker.children(node):
            take = table.get(child.tag) or table.get(self.name_of(child))
            if take is not None:
                take(self, child)
            elif self.says_something(child):
                self.reading.unknown(child)

    def name_of(self, node: Element) -> str:
        """The name of an element in the tables."""
        return local(node.tag)

    def says_something(self, node: Element) -> bool:  # noqa: ARG002  # formats that are full of empty elements ask
        """Whether an element that no table names is to be reported."""
        return True

    def group(self, node: Element, table: Mapping[str, Take[Self]], *known: str) -> None:
        """`each` of an element, whose own attributes but the known ones are reported."""
        self._walker.attributes(node, known)
        self.each(node, table)

    def set(self, field: str, node: Element, value: object) -> None:
        """The value of a field that holds one; a second one is reported, unless it says the same."""
        if value is None:
            return
        self.fields.places.setdefault(field, node)
        if self.single.setdefault(field, value) != value:
            self.reading.lost(node, f"no place for a second <{local(node.tag)}>: {shown(str(value))}")

    def add(self, field: str, node: Element, value: object, *, first: bool = False) -> None:
        """A value of a field that holds many."""
        if value is not None:
            members = self.many.setdefault(field, [])
            members.insert(0 if first else len(members), value)
            self.fields.member_places.append((value, node))
