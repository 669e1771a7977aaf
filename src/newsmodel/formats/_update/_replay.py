"""What our own writer changes for an edit, done to a document that somebody else wrote.

The article is written before and after the edit. What differs between the two documents is what the edit means in this
format: an element more, an attribute less, another text. Each such step is repeated in the original, at the node
that corresponds to the one in ours.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from newsmodel.formats._markup import attribute_escaped
from newsmodel.formats._update._difference import Difference, Step, score
from newsmodel.formats._update._layers import Splice
from newsmodel.formats._update._markup import INLINE, Emitter, namespace
from newsmodel.formats._update._places import exact, said, styled
from newsmodel.formats._update._tree import Node, Piece

Order: TypeAlias = Mapping[str, Sequence[str]]
"""By the name of an element, the names of those in it in the order that the standard's schema demands; those of one string
may stand in any order. What has another namespace comes last."""


LONGEST_VALUE = 60
"""How long a text is, at the most, that may say in other words what ours says, such as a time or a code."""

# Where in the original


class Counterparts:
    """Finds the node of a document that corresponds to one of ours."""

    def __init__(self, ours: Node, theirs: Node) -> None:
        self._known: dict[int, tuple[Node, Node | None]] = {id(ours): (ours, theirs)}
        self._theirs = theirs

    def of(self, node: Node) -> Node | None:
        """The counterpart; `None` where there is none."""
        known = self._known.get(id(node))
        if known is None:
            known = self._known[id(node)] = (node, self._find(node))
        return known[1]

    def _find(self, node: Node) -> Node | None:
        above = None if node.parent is None else self.of(node.parent)
        if node.parent is not None and node.parent.nested is node:
            return self._by_text(node) if above is None else above.nested
        if node.kind == "attribute":
            return None if above is None else next((one for one in above.attributes if one.name == node.name), None)
        if above is not None and node.parent is not None and node.parent.kind == "array" and above.kind != "array":
            return above  # one value that stands without an array
        if above is not None and (found := self._among(above.children, node)) is not None:
            return found
        return self._by_text(node)

    def _among(self, candidates: list[Node], node: Node) -> Node | None:
        """The child that says most of what `node` says; of several, the one at its place."""
        alike = [one for one in candidates if one.name == node.name and (one.kind == node.kind or ("element" not in (one.kind, node.kind) and node.name))]
        if not node.name and node.kind == "value":
            alike = [one for one in alike if one.text == node.text]
        said = node.statements
        scores = [score(said, one.statements) for one in alike]
        best = max(scores, default=0)
        fitting = [one for one, score in zip(alike, scores, strict=True) if score == best]
        if not fitting or (best == 0 and said and (len(alike) > 1 or not node.name)):
            return None
        kin = [one for one in (node.parent.children if node.parent is not None else [node]) if one.statements == said]
        return fitting[min(next((n for n, one in enumerate(kin) if one is node), 0), len(fitting) - 1)]

    def _by_text(self, node: Node) -> Node | None:
        """The node that holds the same text, where that is long enough to tell; a text alone may go by another name."""
        if len(node.key) < 2 or node.kind != "element":
            return None
        found = [one for one in self._theirs.walk() if one.key == node.key and one.kind == "element"]
        same = [one for one in found if one.name == node.name]
        if not same and all(inner.name in INLINE for inner in node.walk() if inner is not node and inner.kind == "element"):
            same = found
        return same[0] if same else None


# Doing it


class Replay:
    """Repeats the steps of a difference in another document."""

    def __init__(self, difference: Difference, counterparts: Counterparts, order: Order, *, instead: bool = False) -> None:
        """`instead` puts what is new in the place of an element of its name that says nothing of ours, where there is one."""
        self._difference = difference
        self._instead = instead
        self._counterparts = counterparts
        self._order = order
        self._gone: list[Node] = []
        self._new: list[Node] = []

    def splices(self, steps: Sequence[Step]) -> list[Splice]:
        """What does these steps, those that can be done."""
        found: list[Splice] = []
        self._gone = [node for step in steps if step.new is None and step.old and (node := self._counterparts.of(step.old))]
        self._new = [step.new for step in steps if step.old is None and step.new is not None]
        for step in steps:
            if step.old is None:
                assert step.new is not None, "a step has a side"
                found += self._inserted(step.new, step.above)
            else:
                found += self._changed(step.old, step.new)
        return found

    def _changed(self, old: Node, new: Node | None) -> list[Splice]:
        node = self._counterparts.of(old)
        if node is None:
            return []
        if new is None:
            return removed(node, self._gone)
        if node.kind == "attribute":
            return node.layer.replaced(*node.inner, attribute_escaped(new.text))
        if node.kind == "element":
            return self._element_changed(node, old, new)
        if node.kind != "value" and node.shape != old.shape and not self._is_made_of(node, old):
            return []
        if node.kind == "value" and len(node.text) > LONGEST_VALUE:
            return _text_changed(node, old, new)
        return node.layer.replaced(*_value_range(node), _json_text(new, node))

    def _is_made_of(self, node: Node, old: Node) -> bool:
        """Whether an array holds the counterparts of what ours holds, and nothing else."""
        found = [self._counterparts.of(child) for child in old.children]
        return node.kind == old.kind == "array" and {id(child) for child in node.children} == {id(one) for one in found}

    def _element_changed(self, node: Node, old: Node, new: Node) -> list[Splice]:
        """An element whose content is to be another: only where it holds what ours held, or a text alone."""
        if node.children and [child.shape for child in node.children] != [child.shape for child in old.children]:
            return []
        emitter = Emitter(new, node)
        content = emitter.content(new, lambda part: part.text if isinstance(part, Piece) else "")
        if node.layer.text[node.stop - 2 : node.stop] == "/>":
            return node.layer.replaced(node.start, node.stop, _opened(node, content))
        return node.layer.replaced(*node.inner, content)

    def _inserted(self, new: Node, above: Node) -> list[Splice]:
        parent = self._counterparts.of(above)
        if new.kind == "attribute":
            return [] if parent is None else self._new_attribute(parent, new)
        if self._instead and parent is not None and (known := self._unpaired(parent, new, above)) is not None:
            return known.layer.replaced(known.start, known.stop, Emitter(new, known).element(new))
        beside = self._beside(new)
        if beside is not None and (parent is None or (beside[0].parent is not parent and not self._ordered(parent, new))):
            parent = beside[0].parent
        if parent is None:
            return self._with_parent(new, above)
        if (parent.kind == "element") != (new.kind == "element"):
            return []
        if parent.kind != "element":
            return _json_inserted(parent, new, beside if beside and beside[0].parent is parent else None)
        return self._new_element(parent, new, beside if beside and beside[0].parent is parent else None)

    def _with_parent(self, new: Node, above: Node) -> list[Splice]:
        """The node inside a new one that stands for the node around it, with all that is new there."""
        around, outside = new.parent, above.parent
        if around is None or outside is None or (outside.parent is None and self._counterparts.of(outside) is None):
            return []
        kin = [one for one in self._new if one.parent is around] if any(one is new for one in self._new) else [new]
        if kin[0] is not new:
            return []  # it came with the first
        if around.parent is not None and around.parent.nested is around:
            if around.kind == "element" or outside.parent is None:
                return []
            shell = Node("value", around.parent.tag, around.layer, around.parent.parent, around.start)
            shell.value = _json([_value(one) for one in kin] if around.kind == "array" else {one.tag: _value(one) for one in kin})
            return self._inserted(shell, outside.parent)
        if around.kind == "element" and self._order and not self._is_known(around.name):
            return []  # a body beside the one that there is would be no edit
        shell = Node(around.kind, around.tag, around.layer, around.parent, around.start)
        shell.prefixes, shell.attributes, shell.content = around.prefixes, around.attributes, [*kin]
        if around.kind == "object":
            shell.content = [new if child.tag == new.tag else child for child in around.children]
        return self._inserted(shell, outside)

    def _is_known(self, name: str) -> bool:
        return any(name in group.split() for groups in self._order.values() for group in groups)

    def _unpaired(self, parent: Node, new: Node, above: Node) -> Node | None:
        """An element of the same name that is the counterpart of none of ours."""
        ours = [self._counterparts.of(child) for child in above.children if child.name == new.name]
        alike = [child for child in parent.children if child.name == new.name and child.kind == new.kind == "element"]
        return next((child for child in alike if not any(child is one for one in ours)), None)

    def _ordered(self, parent: Node, new: Node) -> bool:
        return parent.name in self._order and parent.kind == new.kind == "element"

    def _beside(self, new: Node) -> tuple[Node, bool] | None:
        """The counterpart of a neighbour, of the same name if there is one, and whether that follows."""
        kin = [] if new.parent is None else new.parent.children
        at = next((index for index, one in enumerate(kin) if one is new), 0)
        found = [(self._first(reversed(kin[:at])), False), (self._first(iter(kin[at + 1 :])), True)]
        beside = [(node, follows) for node, follows in found if node is not None]
        return min(beside, key=lambda one: one[0].name != new.name, default=None)

    def _first(self, neighbours: Iterator[Node]) -> Node | None:
        """The counterpart of the first that has one."""
        partners = (self._difference.partner.get(id(one)) for one in neighbours)
        return next((found for one in partners if one is not None and (found := self._counterparts.of(one)) is not None), None)

    def _new_attribute(self, node: Node, new: Node) -> list[Splice]:
        text = node.layer.text
        at = re.compile(r"<[^\s/>]+").match(text, node.start)
        assert at is not None, "an element begins with a tag"
        return node.layer.replaced(at.end(), at.end(), Emitter(node, node).attribute(new))

    def _new_element(self, parent: Node, new: Node, beside: tuple[Node, bool] | None) -> list[Splice]:
        text = parent.layer.text
        if self._ordered(parent, new) and not (beside is not None and beside[0].name == new.name):
            anchor, follows = self._by_order(parent, new)
        else:
            anchor, follows = beside or (None, False)
        like, name = new.parent or new, None
        if anchor is not None and beside is not None and anchor is beside[0]:
            name = self._name_of(anchor, new)
        emitter = Emitter(like, anchor.parent if anchor is not None and anchor.parent is not None else parent)
        if anchor is not None and name is None:
            emitter = Emitter(new if anchor.name == new.name else like, anchor if anchor.name == new.name else parent)
        written = emitter.element(new, name)
        if parent.inner[0] == parent.inner[1] and text[parent.stop - 2 : parent.stop] == "/>":
            return parent.layer.replaced(parent.start, parent.stop, _opened(parent, written))
        if anchor is None:
            first = parent.children[0].start if parent.children and self._ordered(parent, new) else None
            space = _space_before(text, parent.children[0].start) if parent.children else ""
            if first is not None:
                return parent.layer.replaced(first, first, written + space)
            last = parent.children[-1].stop if parent.children else parent.inner[1]
            return parent.layer.replaced(last, last, space + written)
        space = _space_before(text, anchor.start)
        if follows:
            return parent.layer.replaced(anchor.start, anchor.start, written + space)
        return parent.layer.replaced(anchor.stop, anchor.stop, space + written)

    def _name_of(self, anchor: Node, new: Node) -> str | None:
        """What an element of the kind of its neighbour is called here."""
        kin = [] if new.parent is None else new.parent.children
        partners = [one for one in kin if (old := self._difference.partner.get(id(one))) and self._counterparts.of(old) is anchor]
        if not partners or partners[0].tag != new.tag or anchor.name == new.name:
            return None
        found = re.compile(r"<([^\s/>]+)").match(anchor.layer.text, anchor.start)
        return None if found is None else found[1]

    def _by_order(self, parent: Node, new: Node) -> tuple[Node | None, bool]:
        """The last of the elements that may stand before; of a group without order, the last of its own name."""
        groups = self._order[parent.name]
        ranks = {name: rank for rank, group in enumerate(groups) for name in group.split()}

        def rank(node: Node) -> int:
            foreign = namespace(node.tag) not in ("", namespace(parent.tag)) and node.name not in ranks
            return len(groups) if foreign or (node is new and self._is_ours(new)) else ranks.get(node.name, len(groups))

        kin = [child for child in parent.children if child.name == new.name and rank(child) == rank(new)]
        before = kin or [child for child in parent.children if rank(child) <= rank(new)]
        return (before[-1], False) if before else (None, False)

    def _is_ours(self, new: Node) -> bool:
        """Whether its namespace is none of the standard's."""
        return new.parent is not None and namespace(new.tag) != namespace(new.parent.tag)


def _text_changed(node: Node, old: Node, new: Node) -> list[Splice]:
    """A long text with what differs in ours, where it says the same but for white space; else it says more than ours."""
    found = (said(place, styled(old.text), styled(new.text), lambda: None) for place in exact(node, old.text))
    return next((splices for splices in found if splices), [])


def removed(node: Node, gone: Sequence[Node] = ()) -> list[Splice]:
    """What takes a node out, with the white space or the comma that comes with it; `gone` go as well."""
    text = node.layer.text
    if node.kind in ("attribute", "element"):
        return node.layer.replaced(node.start - len(_space_before(text, node.start)), node.stop, "")
    if node.parent is None:
        return []
    kin = node.parent.children
    at = next(index for index, one in enumerate(kin) if one is node)
    kept = any(not any(one is other for other in gone) for one in kin[:at])
    if kept:
        return node.layer.replaced(kin[at - 1].stop, node.stop, "")
    return node.layer.replaced(node.start, kin[at + 1].start if at + 1 < len(kin) else node.stop, "")


def _space_before(text: str, at: int) -> str:
    start = at
    while start and text[start - 1] in " \t\r\n":
        start -= 1
    return text[start:at]


def _opened(node: Node, content: str) -> str:
    """An element without content as one that has some."""
    written = node.layer.text[node.start : node.stop]
    name = re.match(r"<([^\s/>]+)", written)
    assert name is not None, "an element begins with a tag"
    return f"{written[:-2].rstrip()}>{content}</{name[1]}>"


# JSON


def _value_range(node: Node) -> tuple[int, int]:
    """Where a value stands, without its key."""
    if node.kind != "value":
        return node.inner[0] - 1, node.stop
    quoted = node.layer.text[node.inner[0] - 1 : node.inner[0]] == '"' and node.inner[1] < node.stop
    return (node.inner[0] - 1, node.stop) if quoted else node.inner


def _value(node: Node) -> Any:
    if node.kind == "object":
        return {child.tag: _value(child) for child in node.children}
    if node.kind == "array":
        return [_value(child) for child in node.children]
    if node.value is not None:
        return node.value
    start, stop = _value_range(node)
    return json.loads(node.layer.text[start:stop])


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _json_text(new: Node, place: Node) -> str:
    """A value as it is spelled at a place of another document."""
    value = _value(new)
    text = place.layer.text
    escapes = text.isascii() and "\\u" in text
    if "\n" not in text.strip():
        colon = ": " if '": ' in text else ":"
        return json.dumps(value, ensure_ascii=escapes, separators=(", " if ", " in text and '", "' in text else ",", colon))
    line = text[text.rfind("\n", 0, place.start) + 1 : place.start]
    indent = line[: len(line) - len(line.lstrip())]
    step = re.search(r"\n([ \t]+)", text)
    written = json.dumps(value, ensure_ascii=escapes, indent=step[1] if step else 2)
    return written.replace("\n", "\n" + indent)


def _json_inserted(parent: Node, new: Node, beside: tuple[Node, bool] | None) -> list[Splice]:
    """A member more of an object or an array."""
    text = parent.layer.text
    members = parent.children
    like = members[0] if members else parent
    written = _json_text(new, like)
    if parent.kind == "object":
        written = f"{json.dumps(new.tag)}{': ' if chr(34) + ': ' in text else ':'}{written}"
    anchor, follows = beside or (members[-1] if members else None, False)
    if anchor is None:
        return parent.layer.replaced(parent.inner[0], parent.inner[0], written)
    if follows:
        return parent.layer.replaced(anchor.start, anchor.start, f"{written},{_space_before(text, anchor.start)}")
    return parent.layer.replaced(anchor.stop, anchor.stop, f",{_space_before(text, anchor.start)}{written}")

