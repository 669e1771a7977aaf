"""How two documents of ours differ, step by step."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from difflib import SequenceMatcher

from attrs import frozen

from newsmodel.formats._update._tree import Node, Piece


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
            pairs = list(_paired(run, new_run))
            if old.kind == "array" and len(run) == len(old.children) and not any(one and other for one, other in pairs):
                self.steps.append(Step(old, new, old.parent or old))  # nothing stays that the new could be put beside
                return
            for before_one, after_one in pairs:
                self._pair(before_one, after_one, old)

    def _pair(self, old: Node | None, new: Node | None, above: Node) -> None:
        if old is not None and new is not None:
            self._compare(old, new)
        else:
            self.steps.append(Step(old, new, above))


def _paired(old: list[Node], new: list[Node]) -> Iterator[tuple[Node | None, Node | None]]:
    """Those that say most of what each other says, in their order; of one name where names tell."""
    start = 0
    for node in old:
        said = node.statements
        scores = [score(said, other.statements) if other.tag == node.tag else -1 for other in new[start:]]
        best = max(scores, default=-1)
        if best < 0 or (best == 0 and (said or not node.tag) and not (node.tag and len(old) == len(new))):
            yield node, None
            continue
        match = start + scores.index(best)
        yield from ((None, added) for added in new[start:match])
        yield node, new[match]
        start = match + 1
    yield from ((None, added) for added in new[start:])


def _is_mixed(node: Node) -> bool:
    return any(isinstance(part, Piece) and part.text.strip() for part in node.content)


def _texts(node: Node) -> list[str]:
    return [part.shape if isinstance(part, Node) else part.text for part in node.content]


def score(one: AbstractSet[tuple[str, str]], other: AbstractSet[tuple[str, str]]) -> int:
    """How much of the one the other says: most where it does so under the same names."""
    values = {value for _, value in one} & {value for _, value in other}
    return 2 * len(one & other) + len(values)
