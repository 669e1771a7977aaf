"""Nodes of one document as markup of another."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from newsmodel.formats._markup import attribute_escaped, escaped
from newsmodel.formats._update._tree import Node, Piece
from newsmodel.syntax.html import MARK_OF_TAG, VOID

INLINE = frozenset({*MARK_OF_TAG, "a", "br", "span"})
"""Elements that stand inside a text, and of which the model holds what they say."""
Keep: TypeAlias = Callable[["Piece | Node"], "str | None"]
"""What to write of a text, or of an element without content; `None` for nothing."""


def is_xml(node: Node) -> bool:
    """Whether it stands in XML, where names have namespaces."""
    return "xml" in node.prefixes


def namespace(tag: str) -> str:
    """Of a tag or an attribute; empty where it has none."""
    return tag.removeprefix("@")[1:].partition("}")[0] if "}" in tag else ""


class Emitter:
    """Writes nodes as they are spelled at a place of another document: its prefixes, its way to end empty elements.

    Elements in the namespace of `like` get the namespace of `place`, for one vocabulary goes by several namespaces.
    """

    def __init__(self, like: Node, place: Node) -> None:
        self._renamed = {namespace(like.tag): namespace(place.tag)} if is_xml(place) else {}
        self._scope = place.prefixes
        self._xml = is_xml(place)
        self._closes_void = self._xml or "/>" in place.layer.text

    def element(self, node: Node, name: str | None = None) -> str:
        """A node with all that it holds; `name` is the name that it shall have."""
        return self._element(node, self._scope, _whole, name)

    def around(self, node: Node, inner: str) -> str:
        """A node that holds this markup alone."""
        return self._element(node, self._scope, lambda _: None, None, inner)

    def attribute(self, attribute: Node) -> str:
        """An attribute, with the space before it and the declaration that it needs."""
        declared: dict[str, str] = {}
        written = self._attribute(attribute, self._scope, declared)
        return written + "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in declared.items())

    def content(self, node: Node, keep: Keep) -> str:
        """What a node holds, of which `keep` tells."""
        return self._content(node, self._scope, keep)

    def _content(self, node: Node, scope: Mapping[str, str], keep: Keep) -> str:
        found: list[str] = []
        for part in node.content:
            if isinstance(part, Piece):
                found.append(escaped(keep(part) or ""))
            elif _is_kept(part, keep):
                found.append(self._element(part, scope, keep, None))
        return "".join(found)

    def _element(self, node: Node, scope: Mapping[str, str], keep: Keep, name: str | None, inner: str = "") -> str:
        declared: dict[str, str] = {}
        spelled = name or self._spelled(node, scope, declared)
        pairs = "".join(self._attribute(attribute, {**scope, **declared}, declared) for attribute in node.attributes)
        pairs += "".join(f' xmlns{":" if prefix else ""}{prefix}="{uri}"' for prefix, uri in declared.items())
        inner = inner or self._content(node, {**scope, **declared}, keep)
        if not inner and (self._xml or node.name in VOID):
            return f"<{spelled}{pairs}{'/' if self._closes_void else ''}>"
        return f"<{spelled}{pairs}>{inner}</{spelled}>"

    def _spelled(self, node: Node, scope: Mapping[str, str], declared: dict[str, str]) -> str:
        if not self._xml:
            return node.name
        uri = self._renamed.get(namespace(node.tag), namespace(node.tag))
        if scope.get("", "") == uri:
            return node.name
        prefix = next((one for one, known in scope.items() if one and known == uri), None)
        if prefix is None:
            prefix = next((one for one, known in node.prefixes.items() if one and known == uri and one not in scope), "")
            declared[prefix] = uri
        return f"{prefix}:{node.name}" if prefix else node.name

    def _attribute(self, attribute: Node, scope: Mapping[str, str], declared: dict[str, str]) -> str:
        name, uri = attribute.name.removeprefix("@"), namespace(attribute.tag)
        if self._xml and uri:
            prefix = next((one for one, known in scope.items() if one and known == uri), None)
            if prefix is None:
                prefix = next((one for one, known in attribute.parent.prefixes.items() if one and known == uri), "nm")  # type: ignore[union-attr]  # attributes stand in elements
                declared[prefix] = uri
            name = f"{prefix}:{name}"
        return f' {name}="{attribute_escaped(attribute.text)}"'


def _is_kept(node: Node, keep: Keep) -> bool:
    """Whether anything is to be written of an element."""
    if keep is _whole or not node.content:
        return keep(node) is not None
    return any(_is_kept(part, keep) if isinstance(part, Node) else bool(keep(part)) for part in node.content)


def _whole(part: Piece | Node) -> str:
    return part.text if isinstance(part, Piece) else ""
