"""Where a document says a value, and how to say another one there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from attrs import frozen

from newsmodel.formats._update._layers import Char, Splice, respelled
from newsmodel.formats._update._markup import INLINE, Emitter, Keep
from newsmodel.formats._update._tree import Node, Piece, key_of
from newsmodel.model import RichText
from newsmodel.model.richtext import parts
from newsmodel.model.values import WHITE_SPACE

Styled: TypeAlias = tuple[str, object]
"""A character with its marks, link and language."""
MAX_PLACES = 8
"""How many places inside longer texts are tried."""
_HELD = {"a": frozenset({"href"}), "span": frozenset({"lang"}), "em": frozenset({"class"})}
"""The attributes of elements inside a text that the model holds."""


@frozen(eq=False)
class Place:
    """The characters of a document that spell one value."""

    node: Node
    """The innermost node that holds all of them."""
    origins: Sequence[Origin | None]
    """For each character of the value, where it stands; `None` for white space that the markup makes."""
    whole: bool
    """Whether the node says this value and nothing else."""


@frozen(eq=False)
class Origin:
    """Where one character of a value stands."""

    chars: Sequence[Char]
    holder: Piece | Node
    """The text that it stands in, or the line break element that makes it."""

    @property
    def start(self) -> int:
        return self.chars[0].start

    @property
    def stop(self) -> int:
        return self.chars[-1].stop


def exact(root: Node, text: str) -> list[Place]:
    """The places that say `text` and nothing else, the innermost node of each."""
    key = key_of(text)
    if not key:
        return []
    found = [node for node in root.walk() if node.says(key) and not any(child.says(key) for child in node.children)]
    return [Place(node, origins, whole=True) for node in found for origins in _stretches(node, text)]


def within(root: Node, text: str) -> list[Place]:
    """The places inside longer texts that say `text`."""
    key = key_of(text)
    found: list[Place] = []
    for node in root.walk() if key else ():
        if node.nested is None and key in node.key and key != node.key and not any(key in child.key for child in node.children):
            found += [Place(node, origins, whole=False) for origins in _stretches(node, text)]
        if len(found) >= MAX_PLACES:
            break
    return found


def _stretches(node: Node, text: str) -> Iterator[list[Origin | None]]:
    """The ways to find the characters of `text` among those of a node, white space aside."""
    flow = node.flow
    solid = [index for index, (char, _) in enumerate(flow) if char.char not in WHITE_SPACE]
    key = "".join([flow[index][0].char for index in solid])
    wanted = key_of(text)
    at = key.find(wanted)
    while at >= 0:
        yield _aligned(flow, solid[at : at + len(wanted)], text)
        at = key.find(wanted, at + 1)


def _aligned(flow: list[tuple[Char, Piece | Node]], solid: list[int], text: str) -> list[Origin | None]:
    found: list[Origin | None] = []
    taken = 0
    position = 0
    while position < len(text):
        if text[position] not in WHITE_SPACE:
            char, holder = flow[solid[taken]]
            found.append(Origin((char,), holder))
            taken += 1
            position += 1
            continue
        stop = next((end for end in range(position, len(text)) if text[end] not in WHITE_SPACE), len(text))
        gap = flow[solid[taken - 1] + 1 : solid[taken]] if 0 < taken < len(solid) else []
        found += _gap(gap, stop - position)
        position = stop
    return found


def _gap(gap: list[tuple[Char, Piece | Node]], count: int) -> list[Origin | None]:
    """The origins of `count` characters of white space that stand as `gap` in the document."""
    if len(gap) == count:
        return [Origin((char,), holder) for char, holder in gap]
    if not gap:
        return [None] * count
    breaks = [entry for entry in gap if isinstance(entry[1], Node)]
    holder = (breaks or gap)[0][1]
    return [Origin([char for char, at in gap if at is holder], holder), *([None] * (count - 1))]


# Saying another value


def styled(value: str | RichText | None) -> list[Styled]:
    """The characters of a value, each with its style."""
    if value is None:
        return []
    if isinstance(value, str):
        return [(char, None) for char in value]
    return [(char, style) for text, *rest in map(parts, value) for style in [_style(rest)] for char in text]


def _style(rest: Sequence[object]) -> object:
    return tuple(rest) if any(rest) else None


def text_of(value: str | RichText) -> str:
    """The plain text of a value."""
    return "".join([char for char, _ in styled(value)])


def said(place: Place, before: list[Styled], after: list[Styled], model: Callable[[], Node | None]) -> list[Splice] | None:
    """What makes a place that says `before` say `after`; `None` where it cannot.

    Args:
        place: where it is said.
        before: what is said there.
        after: what to say.
        model: how our own writer says it, where marks change.
    """
    start, stop = _middle(before, after)
    end = len(after) - (len(before) - stop)
    plain = _in_one_text(place, before, after, (start, stop, end))
    written = None if plain is not None else model()
    if written is None:
        return plain
    return _Rewriting(place, [char for char, _ in after], written).splices(start, stop)


def _middle(before: list[Styled], after: list[Styled]) -> tuple[int, int]:
    """From where to where the first differs from the second."""
    shorter = min(len(before), len(after))
    start = next((n for n in range(shorter) if before[n] != after[n]), shorter)
    most = shorter - start
    tail = next((n for n in range(most) if before[-1 - n] != after[-1 - n]), most)
    return start, len(before) - tail


def _in_one_text(place: Place, before: list[Styled], after: list[Styled], middle: tuple[int, int, int]) -> list[Splice] | None:
    """The splices, where all that changes stands in one text and has one style."""
    start, stop, end = middle
    new = "".join([char for char, _ in after[start:end]])
    styles = {style for _, style in (*before[start:stop], *after[start:end])}
    if len(styles) > 1 or ("\n" in new and _is_markup(place.node)):
        return None
    if start < stop:
        return _replaced(place, start, stop, new)
    for beside, at_end in ((start - 1, True), (start, False)):
        if 0 <= beside < len(before) and styles <= {before[beside][1]}:
            origin = place.origins[beside]
            if origin is not None and isinstance(origin.holder, Piece):
                char = origin.chars[-1 if at_end else 0]
                spot = char.stop if at_end else char.start
                return place.node.layer.replaced(spot, spot, char.encoder(new))
    return None


def _is_markup(node: Node) -> bool:
    """Whether a line feed in its text would be formatting."""
    return node.kind == "element" and node.name != "pre"


def _replaced(place: Place, start: int, stop: int, new: str) -> list[Splice] | None:
    holders = {id(origin.holder.node) if origin and isinstance(origin.holder, Piece) else None for origin in place.origins[start:stop]}
    if len(holders) != 1 or None in holders:
        return None
    chars = [char for origin in place.origins[start:stop] if origin for char in origin.chars]
    inside = range(chars[0].start, chars[-1].stop)
    first = place.origins[start]
    assert first is not None, "as the holders say"
    assert isinstance(first.holder, Piece), "as the holders say"
    if any(child.start in inside for child in first.holder.node.children):
        return None
    return respelled(place.node.layer, chars, 0, len(chars), new)


class _Rewriting:
    """Writes a stretch of a text anew, with its markup."""

    def __init__(self, place: Place, after: list[str], model: Node) -> None:
        self.place = place
        self.slot = slot_of(place.node)
        self._after = after
        self._model = slot_of(model)

    def splices(self, start: int, stop: int) -> list[Splice] | None:
        """The characters `start` to `stop` as what the new text has in their place."""
        if self.slot.kind != "element":
            return None
        first, last = self._whole_parts(start, stop)
        begin, finish = self._raw(first, last)
        tail = len(self.place.origins) - last
        if begin is None or finish is None or not self._is_held(begin, finish):
            return None
        model = next(_stretches(self._model, "".join(self._after)), None)
        if model is None:
            return None
        new = Emitter(self._model, self.slot).content(self._model, _kept(model[first : len(self._after) - tail]))
        return self.slot.layer.replaced(begin, finish, new)

    def _part(self, index: int) -> Piece | Node | None:
        """The part of the slot's content that a character stands in."""
        origin = self.place.origins[index]
        if origin is None:
            return None
        node: Piece | Node = origin.holder
        while (above := node.node if isinstance(node, Piece) else node.parent) is not self.slot:
            if above is None:
                return None
            node = above
        return node

    def _whole_parts(self, start: int, stop: int) -> tuple[int, int]:
        """The stretch, grown so that it cuts no element."""
        parts_of = [self._part(index) for index in range(len(self.place.origins))]
        while start > 0 and self._splits(parts_of, start):
            start -= 1
        while stop < len(parts_of) and self._splits(parts_of, stop):
            stop += 1
        return start, stop

    def _splits(self, found: list[Piece | Node | None], index: int) -> bool:
        """Whether a cut before this character goes through an element."""
        if not 0 < index < len(found):
            return False
        before, behind = found[index - 1], found[index]
        return before is None or behind is None or (isinstance(before, Node) and before is behind)

    def _raw(self, first: int, last: int) -> tuple[int | None, int | None]:
        """From where to where in the layer these characters stand, with the elements around them."""
        if first == last:
            spot = self._edge(first - 1, end=True) if first else self.slot.inner[0]
            return spot, spot
        return self._edge(first, end=False), self._edge(last - 1, end=True)

    def _edge(self, index: int, *, end: bool) -> int | None:
        part = self._part(index)
        origin = self.place.origins[index]
        if isinstance(part, Node):
            return part.stop if end else part.start
        if origin is None:
            return None
        return origin.stop if end else origin.start

    def _is_held(self, start: int, stop: int) -> bool:
        """Whether the model holds all that stands there."""
        written = self.slot.layer.text[start:stop]
        if "<!--" in written or "<?" in written or "<![CDATA[" in written:
            return False
        inside = [node for node in self.slot.children if start <= node.start < stop]
        return all(_holds(node) for part in inside for node in part.walk() if node.kind == "element")


def _kept(origins: Sequence[Origin | None]) -> Keep:
    """What a text holds of these characters."""
    places = {(id(origin.holder), char.start) for origin in origins if origin for char in origin.chars}

    def keep(part: Piece | Node) -> str | None:
        if isinstance(part, Node):
            return "" if (id(part), part.start) in places else None
        return "".join([char.char for char in part.chars() if (id(part), char.start) in places])

    return keep


def _holds(node: Node) -> bool:
    allowed = _HELD.get(node.name, frozenset())
    return node.name.lower() in INLINE and all(one.name.removeprefix("@") in allowed for one in node.attributes)


def slot_of(node: Node) -> Node:
    """The element whose whole text this is, as far out as marks and links go."""
    while node.parent is not None and node.kind == "element" and node.name.lower() in INLINE and node.parent.key == node.key:
        node = node.parent
    return node


