"""A document as a tree whose every part knows where it stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Generic, Literal, TypeAlias, TypeVar, overload

from newsmodel.formats._reading import local
from newsmodel.formats._update._layers import Char, Layer, Spelling

Kind: TypeAlias = Literal["element", "attribute", "object", "array", "value"]
MAX_DEPTH = 150
"""How deep nodes stand in each other, at the most, in a tree that can be updated; what goes through it recurs."""
WHITE_SPACE = re.compile("[ \t\r\n]+")
_NO_PREFIXES: Mapping[str, str] = MappingProxyType({})
Value = TypeVar("Value")


class kept(Generic[Value]):  # noqa: N801  # named as the decorators of the standard library are
    """A method whose value is found once.

    `functools.cached_property` takes a lock and makes a dictionary for each object, and a document has a hundred thousand.
    """

    def __init__(self, find: Callable[[Any], Value]) -> None:
        self._find = find
        self.__doc__ = find.__doc__

    @overload
    def __get__(self, node: None, owner: object) -> kept[Value]: ...
    @overload
    def __get__(self, node: object, owner: object) -> Value: ...
    def __get__(self, node: object, owner: object) -> Value | kept[Value]:
        if node is None:
            return self
        value = self._find(node)
        setattr(node, self._find.__name__, value)
        return value


class Piece:
    """A stretch of text inside a node."""

    __slots__ = ("node", "spelling", "start", "stop")

    def __init__(self, node: Node, start: int, stop: int, spelling: Spelling) -> None:
        self.node = node
        self.start = start
        self.stop = stop
        self.spelling = spelling

    @property
    def text(self) -> str:
        """What it spells."""
        return self.spelling.text(self.node.layer.text, self.start, self.stop)

    def chars(self) -> Iterator[Char]:
        """Its characters."""
        return self.spelling.chars(self.node.layer.text, self.start, self.stop)


class Node:
    """An element or an attribute of markup, or a value of JSON.

    Raises:
        ValueError: where it stands too deep.
    """

    def __init__(self, kind: Kind, tag: str, layer: Layer, parent: Node | None, start: int) -> None:
        self.kind: Kind = kind
        self.tag = tag
        """With its namespace, as lxml spells it; in JSON the key, and nothing for the members of an array."""
        self.layer = layer
        self.parent = parent
        self.depth: int = 0 if parent is None else parent.depth + 1
        if self.depth > MAX_DEPTH:
            raise ValueError(f"expected at most {MAX_DEPTH} levels, found more")
        self.start = start
        """Where it begins in the text of its layer: a member of an object with its key, an attribute with its name."""
        self.inner = (start, start)
        """From where to where its content stands; empty for an element without an end tag."""
        self.stop = start
        self.content: list[Piece | Node] = []
        self.attributes: Sequence[Node] = ()
        self.prefixes: Mapping[str, str] = _NO_PREFIXES
        """The namespaces in scope, by prefix."""
        self.nested: Node | None = None
        """The tree that its text spells, where it spells one."""
        self.value: object = None
        """Of a value of JSON that is in no document: what it says."""

    @property
    def name(self) -> str:
        """The tag without its namespace."""
        return local(self.tag)

    @property
    def children(self) -> list[Node]:
        """The nodes in it, attributes and the nested tree left out."""
        return [part for part in self.content if isinstance(part, Node)]

    @kept
    def text(self) -> str:
        """The text in it and in the nodes in it; nothing of its attributes."""
        return "".join([part.text for part in self.content])

    @kept
    def key(self) -> str:
        """Its text without white space: what tells whether two texts say the same."""
        return key_of(self.text)

    def says(self, key: str) -> bool:
        """Whether its `key` is this one; most texts tell at their first character."""
        return self.text.lstrip(" \t\r\n")[:1] == key[:1] and self.key == key

    @kept
    def shape(self) -> str:
        """All that it says, its spelling aside: names, attributes and text, white space between elements left out."""
        if self.nested is not None:
            return f"{self.tag}({self.nested.shape})"
        if self.kind in ("attribute", "value"):
            return f"{self.tag}={self.text!r}"
        inner = [part.shape if isinstance(part, Node) else WHITE_SPACE.sub(" ", part.text) for part in self.content]
        attributes = sorted(attribute.shape for attribute in self.attributes)
        return f"{self.tag}[{';'.join(attributes)}]({'|'.join(part for part in inner if part.strip())})"

    @kept
    def flow(self) -> list[tuple[Char, Piece | Node]]:
        """The characters of its text, each with what makes it: a piece of text, or a line break element."""
        found: list[tuple[Char, Piece | Node]] = []
        for part in self.content:
            if isinstance(part, Piece):
                found += [(char, part) for char in part.chars()]
            elif part.name == "br":
                found.append((Char("\n", part.start, part.stop, str), part))
            else:
                found += part.flow
        return found

    @kept
    def statements(self) -> frozenset[tuple[str, str]]:
        """What it and the nodes in it say, each with the name that it is said under."""
        inner = [*self.attributes, *self.children, *([] if self.nested is None else [self.nested])]
        found = frozenset[tuple[str, str]]().union(*(node.statements for node in inner))
        if self.kind == "attribute":
            return found | {(self.name, self.text)}
        if self.nested is None and any(isinstance(part, Piece) and part.text.strip() for part in self.content):
            return found | {(self.name, self.key)}
        return found

    def walk(self) -> Iterator[Node]:
        """It, its attributes, and all nodes in it, also those of nested trees, in the order of the document."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            if node.nested is not None:
                waiting.append(node.nested)
            waiting += [part for part in reversed(node.content) if isinstance(part, Node)]
            if node.attributes:
                waiting += reversed(node.attributes)

    def ancestors(self) -> Iterator[Node]:
        """The nodes that it stands in, from the nearest."""
        node = self.parent
        while node is not None:
            yield node
            node = node.parent

    def chars(self) -> list[tuple[Char, Piece]]:
        """The characters of its text, each with the piece that it stands in."""
        found: list[tuple[Char, Piece]] = []
        for part in self.content:
            if isinstance(part, Node):
                found += part.chars()
            else:
                found += [(char, part) for char in part.chars()]
        return found

    @kept
    def path(self) -> str:
        """Its place as reports spell it: `/newsItem/contentMeta/headline[2]`, `/headlines/0/value`."""
        if self.parent is None:
            return f"/{self.name}" if self.kind == "element" else ""
        above = self.parent.path
        if self.parent.nested is self:
            return above
        if self.kind == "attribute":
            return f"{above}/@{self.name.removeprefix('@')}"
        if self.parent.kind == "array":
            return f"{above}/{self.parent.children.index(self)}"
        kin = [child for child in self.parent.children if child.tag == self.tag]
        return f"{above}/{self.name}" + (f"[{kin.index(self) + 1}]" if len(kin) > 1 else "")

    @property
    def line(self) -> int:
        """The line it begins in, of the outermost text."""
        outermost = self
        for above in self.ancestors():
            if above.layer is not outermost.layer:
                outermost = above
        return outermost.layer.text.count("\n", 0, outermost.start) + 1


def key_of(text: str) -> str:
    """A text without its white space."""
    for space in " \n\t\r":
        if space in text:
            text = text.replace(space, "")
    return text
