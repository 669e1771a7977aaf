"""What our own writer changes for an edit, done to a document that somebody else wrote.

The article is written before and after the edit. What differs between the two documents is what the edit means in this
format: an element more, an attribute less, another text. Each such step is repeated in the original, at the node
that corresponds to the one in ours.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any, TypeAlias

from attrs import frozen

from newsmodel.formats._markup import attribute_escaped
from newsmodel.formats._update._layers import Splice
from newsmodel.formats._update._markup import INLINE, Emitter, namespace
from newsmodel.formats._update._tree import Node, Piece

Order: TypeAlias = Mapping[str, Sequence[str]]
"""By the name of an element, the names of those in it in the order that the standard's schema demands; those of one string
may stand in any order. What has another namespace comes last."""


@frozen(eq=False)
class Step:
    """One thing that differs between two documents of ours."""

    old: Node | None
    """`None` for what is new."""
    new: Node | None
    """`None` for what is gone."""
    above: Node
    """Where it stands in the older document: the node around it."""


class Difference:
    """How two documents of ours differ."""

    def __init__(self, old: Node, new: Node) -> None:
        self.steps: list[Step] = []
        self.partner: dict[int, Node] = {}
        """By `id` of a node of the newer document, its counterpart in the older."""
        self._kept_alive = new
        self._compare(old, new)

    def _compare(self, old: Node, new: Node) -> None:
        self.partner[id(new)] = old
        if old.shape == new.shape:
            self._pair_all(old, new)
        elif old.nested is not None and new.nested is not None:
            self._compare(old.nested, new.nested)
        elif old.kind != new.kind or not (old.children or new.children) or _is_mixed(old) or _is_mixed(new):
            self._attributes(old, new)
            if _texts(old) != _texts(new):
                self.steps.append(Step(old, new, old.parent or old))
        else:
            self._attributes(old, new)
            self._members(old, new)

    def _pair_all(self, old: Node, new: Node) -> None:
        for one, other in zip(old.walk(), new.walk(), strict=True):
            self.partner[id(other)] = one

    def _attributes(self, old: Node, new: Node) -> None:
        before = {one.tag: one for one in old.attributes}
        after = {one.tag: one for one in new.attributes}
        for tag in dict.fromkeys([*before, *after]):
            if tag not in after or tag not in before or before[tag].text != after[tag].text:
                self.steps.append(Step(before.get(tag), after.get(tag), old))

    def _members(self, old: Node, new: Node) -> None:
        """The children of two nodes: members of objects by their key, all others in their order."""
        if old.kind == "object":
            before, after = ({child.tag: child for child in node.children} for node in (old, new))
            for key in dict.fromkeys([*before, *after]):
                self._pair(before.get(key), after.get(key), old)
            return
        matcher = SequenceMatcher(None, [one.shape for one in old.children], [one.shape for one in new.children], autojunk=False)
        for step, start, end, new_start, new_end in matcher.get_opcodes():
            run, new_run = old.children[start:end], new.children[new_start:new_end]
            if step == "equal":
                for one, other in zip(run, new_run, strict=True):
                    self._pair_all(one, other)
                continue
            for one, other in _paired(run, new_run):
                self._pair(one, other, old)

    def _pair(self, old: Node | None, new: Node | None, above: Node) -> None:
        if old is not None and new is not None:
            self._compare(old, new)
        else:
            self.steps.append(Step(old, new, above))


def _paired(old: list[Node], new: list[Node]) -> Iterator[tuple[Node | None, Node | None]]:
    """Those of one name in their order; of runs of unequal length, the first that are alike."""
    rest = list(new)
    for node in old:
        spare = len(rest) - len(old) + old.index(node)
        match = next((n for n, other in enumerate(rest[: max(spare, 0) + 1]) if other.tag == node.tag), None)
        for added in rest[: match or 0]:
            yield None, added
        yield node, None if match is None else rest[match]
        rest = rest if match is None else rest[match + 1 :]
    for added in rest:
        yield None, added


def _is_mixed(node: Node) -> bool:
    return any(isinstance(part, Piece) and part.text.strip() for part in node.content)


def _texts(node: Node) -> list[str]:
    return [part.shape if isinstance(part, Node) else part.text for part in node.content]


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
        if above is not None and (found := self._among(above.children, node)) is not None:
            return found
        return self._by_text(node)

    def _among(self, candidates: list[Node], node: Node) -> Node | None:
        """The child that says most of what `node` says; of several, the one at its place."""
        alike = [one for one in candidates if one.name == node.name and one.kind == node.kind]
        if not node.name and node.kind == "value":
            alike = [one for one in alike if one.text == node.text]
        said = statements(node)
        scores = [_score(said, statements(one)) for one in alike]
        best = max(scores, default=0)
        fitting = [one for one, score in zip(alike, scores, strict=True) if score == best]
        if not fitting or (best == 0 and said and (len(alike) > 1 or not node.name)):
            return None
        kin = [one for one in (node.parent.children if node.parent is not None else [node]) if statements(one) == said]
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


def statements(node: Node) -> set[tuple[str, str]]:
    """What a node says, each with the name that it says it under."""
    found: set[tuple[str, str]] = set()
    for inner in node.walk():
        if inner.kind == "attribute":
            found.add((inner.name, inner.text))
        elif inner.nested is None and any(isinstance(part, Piece) and part.text.strip() for part in inner.content):
            found.add((inner.name, inner.key))
    return found


def _score(one: set[tuple[str, str]], other: set[tuple[str, str]]) -> int:
    """How much of the one the other says: most where it does so under the same names."""
    values = {value for _, value in one} & {value for _, value in other}
    return 2 * len(one & other) + len(values)


# Doing it


class Replay:
    """Repeats the steps of a difference in another document."""

    def __init__(self, difference: Difference, counterparts: Counterparts, order: Order) -> None:
        self._difference = difference
        self._counterparts = counterparts
        self._order = order

    def splices(self, steps: Sequence[Step]) -> list[Splice]:
        """What does these steps, those that can be done."""
        found: list[Splice] = []
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
            return [] if new is None or old.parent is None else self._inserted(new, old.parent)
        if new is None:
            return removed(node)
        if node.kind == "attribute":
            return node.layer.replaced(*node.inner, attribute_escaped(new.text))
        if node.kind == "element":
            return self._element_changed(node, old, new)
        return node.layer.replaced(*_value_range(node), _json_text(new, node))

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
        """The node inside a new one that stands for the node around it."""
        if above.parent is None or new.parent is None or self._counterparts.of(above.parent) is None or new.parent.kind == "value":
            return []
        shell = Node(new.parent.kind, new.parent.tag, new.parent.layer, new.parent.parent, new.parent.start)
        shell.prefixes, shell.attributes, shell.content = new.parent.prefixes, new.parent.attributes, [new]
        return self._inserted(shell, above.parent)

    def _ordered(self, parent: Node, new: Node) -> bool:
        return parent.name in self._order and parent.kind == new.kind == "element"

    def _beside(self, new: Node) -> tuple[Node, bool] | None:
        """The counterpart of a neighbour, and whether that follows."""
        kin = [] if new.parent is None else new.parent.children
        at = next((index for index, one in enumerate(kin) if one is new), 0)
        for neighbours, follows in ((reversed(kin[:at]), False), (iter(kin[at + 1 :]), True)):
            for neighbour in neighbours:
                partner = self._difference.partner.get(id(neighbour))
                found = None if partner is None else self._counterparts.of(partner)
                if found is not None:
                    return found, follows
        return None

    def _new_attribute(self, node: Node, new: Node) -> list[Splice]:
        text = node.layer.text
        at = re.compile(r"<[^\s/>]+").match(text, node.start)
        assert at is not None, "an element begins with a tag"
        return node.layer.replaced(at.end(), at.end(), Emitter(node, node).attribute(new))

    def _new_element(self, parent: Node, new: Node, beside: tuple[Node, bool] | None) -> list[Splice]:
        text = parent.layer.text
        anchor, follows = self._by_order(parent, new) if self._ordered(parent, new) else (beside or (None, False))
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


def removed(node: Node) -> list[Splice]:
    """What takes a node out, with the white space or the comma that comes with it."""
    text = node.layer.text
    if node.kind in ("attribute", "element"):
        return node.layer.replaced(node.start - len(_space_before(text, node.start)), node.stop, "")
    if node.parent is None:
        return []
    comma = re.compile(r"[ \t\r\n]*,[ \t\r\n]*").match(text, node.stop)
    if comma:
        return node.layer.replaced(node.start, comma.end(), "")
    before = re.compile(r"[ \t\r\n]*,?[ \t\r\n]*\Z").search(text, 0, node.start)
    start = node.start if before is None else before.start()
    return node.layer.replaced(max(start, node.parent.inner[0]), node.stop, "")


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
    start, stop = _value_range(node)
    return json.loads(node.layer.text[start:stop])


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


__all__ = ["Counterparts", "Difference", "Order", "Replay", "Step", "removed", "statements"]
