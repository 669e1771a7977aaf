"""Paragraphs that only line breaks tell apart: more of them, and fewer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from newsmodel import walk
from newsmodel.changes import Change
from newsmodel.formats._markup import escaped
from newsmodel.formats._update._layers import Splice
from newsmodel.formats._update._places import Origin, Place, exact, styled, within
from newsmodel.formats._update._tree import Node
from newsmodel.model import Article, Paragraph


def run_added(root: Node, article: Article, change: Change) -> Iterator[list[Splice]]:
    """A paragraph more, behind the one before it or before the one behind it, set apart as others are."""
    kin, index = _kin(article, change)
    if not isinstance(change.after, Paragraph) or any(style for _, style in styled(change.after.content)):
        return
    text = walk.plain_text(change.after)
    for beside, follows in ((index - 1, False), (index, True)):
        for place in _places(root, kin, beside):
            space = _space_beside(place, kin, beside)
            char = _edge(place, end=not follows).chars[0 if follows else -1]
            spot = char.start if follows else char.stop
            written = char.encoder(text)
            yield place.node.layer.replaced(spot, spot, written + space if follows else space + written)
            if place.node.kind == "value":  # HTML without any tag
                yield place.node.layer.replaced(spot, spot, char.encoder(f"<p>{escaped(text)}</p>"))


def run_removed(root: Node, article: Article, change: Change) -> Iterator[list[Splice]]:
    """A paragraph less, with what sets it apart from the next, or from the one before."""
    kin, index = _kin(article, change)
    for place in _places(root, kin, index):
        start, stop = _edge(place, end=False).start, _edge(place, end=True).stop
        behind, before = _neighbour(place, kin, index + 1), _neighbour(place, kin, index - 1)
        if behind is not None:
            yield place.node.layer.replaced(start, _edge(behind, end=False).start, "")
        elif before is not None:
            yield place.node.layer.replaced(_edge(before, end=True).stop, stop, "")
        else:
            yield place.node.layer.replaced(start, stop, "")


def _kin(article: Article, change: Change) -> tuple[Sequence[Any], int]:
    """The sequence that a change adds to or takes from, and where."""
    value: Any = article
    *steps, last = change.path.split("/")[1:]
    for step in steps:
        value = value[int(step)] if isinstance(value, tuple) else getattr(value, step)
    return value, int(last)


def _places(root: Node, kin: Sequence[Any], index: int) -> Iterator[Place]:
    if 0 <= index < len(kin) and isinstance(kin[index], Paragraph):
        text = walk.plain_text(kin[index])
        for place in [*within(root, text), *exact(root, text)]:
            if place.node.kind == "value" or not place.whole:
                yield place


def _neighbour(place: Place, kin: Sequence[Any], index: int) -> Place | None:
    """The place of another paragraph in the same text."""
    if not 0 <= index < len(kin) or not isinstance(kin[index], Paragraph):
        return None
    found = [one for one in within(place.node, walk.plain_text(kin[index])) if one.node is place.node]
    return found[0] if found else None


def _space_beside(place: Place, kin: Sequence[Any], index: int) -> str:
    """What stands between two paragraphs of this text."""
    text = place.node.layer.text
    behind, before = _neighbour(place, kin, index + 1), _neighbour(place, kin, index - 1)
    if behind is not None:
        return text[_edge(place, end=True).stop : _edge(behind, end=False).start]
    if before is not None:
        return text[_edge(before, end=True).stop : _edge(place, end=False).start]
    return _edge(place, end=True).chars[-1].encoder("\n\n")


def _edge(place: Place, *, end: bool) -> Origin:
    """The first or the last character that is no white space."""
    origins = [origin for origin in place.origins if origin is not None]
    return origins[-1 if end else 0]
