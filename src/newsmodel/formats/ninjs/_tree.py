"""A JSON document as a tree that readers walk over, whatever version of ninjs it is.

Each value is a node that knows its JSON Pointer in the document. Keys are renamed to those of 3.1, and what 1.x spells
otherwise (`body_html`, renditions by name) is set up as 3.1 has it, the pointers kept. A node that nobody asks for is
reported: that is how unknown keys are found.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from newsmodel.contract import Loss
from newsmodel.errors import shown
from newsmodel.formats import _json
from newsmodel.formats._reading import BREAK, Element
from newsmodel.formats.html._account import BoundedReading
from newsmodel.formats.ninjs import _names as names
from newsmodel.model.values import WHITE_SPACE
from newsmodel.syntax.places import Place, steps


class JsonNode:
    """A value of a JSON document, with the names of `Element` for its parts."""

    __slots__ = ("_parent", "asked", "items", "members", "place", "tag", "text", "value")

    tail: None = None
    sourceline: None = None
    attrib: Mapping[str, str] = {}

    def __init__(self, tag: str, place: Place, parent: JsonNode | None, text: str | None = None, value: Any = None) -> None:
        self.tag = tag
        self.place = place
        """Where it stands in the document; of a value that is set up, where that stands which it was made from."""
        self.text = text
        """What a string, a number or a truth value says."""
        self.members = _NO_MEMBERS
        self.items = _NO_ITEMS
        self.value = value
        """The value as JSON has it."""
        self.asked = False
        self._parent = parent

    @property
    def path(self) -> str:
        """The JSON Pointer of its place."""
        return _json.pointer(steps(self.place))

    @property
    def is_empty(self) -> bool:
        """Whether the value is an array or an object without members."""
        return self.value in ([], {})

    def get(self, key: str, /) -> str | None:
        """What the member of this name says; `None` where there is none, or none that is a single value."""
        member = self.members.get(key)
        if member is None or member.text is None:
            return None
        member.asked = True
        return member.text

    def list(self, key: str) -> list[JsonNode]:
        """The members of an array."""
        member = self.members.get(key)
        if member is None or not member.items:
            return []
        member.asked = True
        return member.items

    def object(self, key: str) -> JsonNode | None:
        """The member of this name, an object."""
        member = self.members.get(key)
        if member is None or not member.members:
            return None
        member.asked = True
        return member

    def take(self) -> Any:
        """The value as a whole: nobody has to ask for what it holds."""
        self.asked = True
        self.members, self.items = _NO_MEMBERS, _NO_ITEMS
        return self.value

    def pass_over(self, *keys: str) -> None:
        """Say nothing of these members, nor of what they hold."""
        for key in keys:
            if key in self.members:
                del self.members[key]

    def getparent(self) -> JsonNode | None:
        """The node that holds this one."""
        return self._parent

    def __iter__(self) -> Iterator[JsonNode]:
        return iter((*self.members.values(), *self.items))

    def __len__(self) -> int:
        return len(self.members) + len(self.items)


_NO_MEMBERS: dict[str, JsonNode] = {}
_NO_ITEMS: list[JsonNode] = []
"""Of all nodes that have none: nothing is ever put into these."""


class JsonReading(BoundedReading):
    """A reading of a JSON document."""

    def path(self, node: Element) -> str:
        """The JSON Pointer of a node."""
        return node.path  # type: ignore[attr-defined,no-any-return]  # the nodes of this reading are `JsonNode`s

    def raw(self, node: Element, attribute: str | None = None) -> str:
        """The text of a node, or of a member of it."""
        return self.controlled(str((node.text if attribute is None else node.get(attribute)) or ""), node, attribute)

    def report(self, node: Element | None, reason: str, attribute: str | None, *, repaired: bool) -> None:
        """Report at a node, or at a member of it."""
        members: dict[str, JsonNode] = getattr(node, "members", {})
        super().report(members.get(attribute or "", node), reason, None, repaired=repaired)

    def report_unread(self, root: JsonNode) -> None:
        """Report what nobody asked for: of a value that was not asked for at all, the whole."""
        waiting = [root]
        while waiting:
            node = waiting.pop()
            for inner in node:
                holds = inner.members or inner.items
                if inner.text is None and not holds:
                    continue  # null, an empty array or object says nothing
                if inner.asked:
                    if holds:
                        waiting.append(inner)
                elif inner.text is None or inner.text.strip(WHITE_SPACE):
                    self.lost(inner, f"no place for {inner.tag}" + (f": {shown(inner.text)}" if inner.text else ""))

    def placed(self, data: bytes) -> tuple[Loss, ...]:
        """The losses with the lines and columns of their pointers, in the order of the document."""
        return _json.placed(self.account(), data)


# From values to nodes

_PLURALS = {
    "person": "people", "organisation": "organisations", "place": "places", "subject": "subjects", "event": "events",
    "object": "objects", "infosource": "infoSources", "genre": "genres", "trustindicator": "trustIndicators",
    "embargoed": "embargoedUntil", "byline": "by", "$standard": "standard", "guid": "uri", "mimetype": "contentType",
}  # fmt: skip
_CAMEL = (
    "contentType charCount wordCount firstCreated versionCreated contentCreated embargoedUntil pubStatus copyrightHolder "
    "copyrightNotice usageTerms edNote altIds infoSources rightsInfo linkedRights encodedRights langId representationType "
    "sizeInBytes contactInfo geoJSON trustIndicators digitalSourceType eventDetails plannedCoverage aspectRatio postalCode "
    "symbolType videoCodec frameRate"
)
_CANONICAL: dict[str, str] = {name.lower(): name for name in _CAMEL.split()} | _PLURALS | {"geometry_geojson": "geoJSON"}
_TEXTS = {"headline": "headlines", "description": "descriptions", "body": "bodies"}
_FLAT = re.compile(r"(headline|description|body)_([A-Za-z0-9_]+)\Z")
_CARRIER = re.compile(r"nm_([a-z]+)(?:_[0-9]+)?\Z")
_SUFFIX = re.compile(r"(?:(.+)_)?(x?html5?|richhtml5?|text)\Z")
_BY_NAME = {"renditions": "name", "associations": "name", "altIds": "role"}
"""The lists of 2.x and 3.x that 1.x writes as objects, and the key that then held the name."""


def tree(document: dict[str, Any]) -> JsonNode:
    """The tree of a document."""
    root = _node("", document, None, None)
    root.asked = True
    _raise_item(root)
    return root


def _node(tag: str, value: Any, place: Place, parent: JsonNode | None) -> JsonNode:
    if value.__class__ is str:
        return JsonNode(tag, place, parent, value.replace(BREAK, " ") if BREAK in value else value, value)
    if value.__class__ is dict:
        node = JsonNode(tag, place, parent, None, value)
        members: dict[str, JsonNode] = {}
        node.members = members
        for key, inner in value.items():
            name = _CANONICAL.get(key) or _CANONICAL.get(key.lower()) or key
            taken = name in members or (name != key and name in value)
            members[key if taken else name] = _node(key, inner, (place, key), node)
        return node
    if value.__class__ is list:
        node = JsonNode(tag, place, parent, None, value)
        node.items = [_node(tag, inner, (place, index), node) for index, inner in enumerate(value)]
        return node
    if value.__class__ is int:
        return JsonNode(tag, place, parent, str(value), value)
    return JsonNode(tag, place, parent, None if value is None else json.dumps(value), value)


def _raise_item(item: JsonNode) -> None:
    """Set up what 1.x spells otherwise, in an item and in those it holds."""
    for key, node in list(item.members.items()):
        match = _FLAT.match(key)
        if key == "headline" and node.text is not None:
            _add_text(item, "headlines", key, names.MAIN, None)
        elif match and node.text is not None:
            _raise_text(item, key, match[1], match[2])
        elif key in _BY_NAME and node.members and not node.items:
            node.items = [_named(inner, inner.tag, _BY_NAME[key]) for inner in node.members.values()]
            node.members = {}
    for association in (item.members["associations"].items if "associations" in item.members else ()):
        _raise_item(association)


def _raise_text(item: JsonNode, key: str, kind: str, role: str) -> None:
    carrier = _CARRIER.match(role)
    suffix = _SUFFIX.match(role)
    if carrier and f"nm:{carrier[1]}" in names.CARRIERS:
        _add_text(item, _TEXTS[kind], key, f"nm:{carrier[1]}", None)
    elif suffix:
        markup = "html" in suffix[2]
        _add_text(item, _TEXTS[kind], key, suffix[1] or suffix[2], names.HTML_TYPE if markup else names.TEXT_TYPE)
    else:
        _add_text(item, _TEXTS[kind], key, role, None)


def _add_text(item: JsonNode, into: str, key: str, role: str, content_type: str | None) -> None:
    value = item.members.pop(key)
    holder = item.members.setdefault(into, JsonNode(into, item.place, item))
    holder.asked = True  # its entries tell for themselves whether they were asked for
    entry = JsonNode(key, value.place, holder)
    entry.members = {"value": value, **_made(entry, role=role, contentType=content_type)}
    if holder.items is _NO_ITEMS:
        holder.items = []
    holder.items.append(entry)


def _named(node: JsonNode, name: str, key: str) -> JsonNode:
    """An entry of a list, from the member of an object."""
    if node.members:
        if key not in node.members:
            node.members |= _made(node, **{key: name})  # which are its own: it has some
        return node
    entry = JsonNode(node.tag, node.place, node.getparent())
    entry.members = {"value": node, **_made(entry, **{key: name})}
    return entry


def _made(parent: JsonNode, **members: str | None) -> dict[str, JsonNode]:
    """Members that the document does not spell out."""
    made = {key: JsonNode(key, parent.place, parent, text, text) for key, text in members.items() if text is not None}
    for node in made.values():
        node.asked = True
    return made
