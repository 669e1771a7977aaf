"""What changed between two articles: the smallest values that differ, sequences aligned member by member."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Any

import attrs
from attrs import frozen

from newsmodel import walk
from newsmodel.contract import same
from newsmodel.model import Article
from newsmodel.model.blocks import BLOCKS
from newsmodel.model.media import Caption
from newsmodel.model.richtext import as_rich, optional_rich

ALIKE = 0.5
"""How much of their text two members of a sequence share, at least, for one to count as an edit of the other."""


@frozen(kw_only=True)
class Change:
    """One value that differs between an earlier and a later article."""

    path: str
    """A JSON Pointer (RFC 6901) into the earlier article. For what was added to a sequence, the place it was put before."""
    to: str
    """A JSON Pointer into the later article. For what was taken from a sequence, the place it would have."""
    before: object
    """`None` where it was added."""
    after: object
    """`None` where it was removed."""
    member: bool = False
    """Whether a whole member was added to a sequence, or taken from it."""


def changes(before: Article, after: Article) -> tuple[Change, ...]:
    """What to change in `before`, in the order of its fields, to get `after`.

    >>> earlier = Article(headline="Rain", keywords=["rain", "sun"])
    >>> later = attrs.evolve(earlier, headline="Snow", keywords=["sun", "snow"])
    >>> [(change.path, change.before, change.after) for change in changes(earlier, later)]
    [('/headline', 'Rain', 'Snow'), ('/keywords/0', 'rain', None), ('/keywords/2', None, 'snow')]
    """
    return tuple(_between("", "", before, after))


def _between(path: str, to: str, before: Any, after: Any, *, leaf: bool = False) -> Iterator[Change]:
    if same(before, after):
        return
    if not leaf and type(before) is type(after) and attrs.has(type(before)):
        for field in attrs.fields(type(before)):
            rich = field.converter in (as_rich, optional_rich)
            earlier, later = getattr(before, field.name), getattr(after, field.name)
            yield from _between(f"{path}/{field.name}", f"{to}/{field.name}", earlier, later, leaf=rich)
    elif not leaf and isinstance(before, tuple) and isinstance(after, tuple):
        yield from _in_sequence(path, to, before, after)
    else:
        yield Change(path=path, to=to, before=before, after=after)


def _in_sequence(path: str, to: str, before: tuple[Any, ...], after: tuple[Any, ...]) -> Iterator[Change]:
    matcher = SequenceMatcher(None, list(map(repr, before)), list(map(repr, after)), autojunk=False)
    for step, start, end, new_start, new_end in matcher.get_opcodes():
        if step == "equal":
            continue
        for earlier, later in _paired(before[start:end], after[new_start:new_end]):
            old, new = start + earlier[0], new_start + later[0]
            if earlier[1] and later[1]:
                yield from _between(f"{path}/{old}", f"{to}/{new}", before[old], after[new])
            else:
                kept, put = before[old] if earlier[1] else None, after[new] if later[1] else None
                yield Change(path=f"{path}/{old}", to=f"{to}/{new}", before=kept, after=put, member=True)


def _paired(before: tuple[Any, ...], after: tuple[Any, ...]) -> Iterator[tuple[tuple[int, bool], tuple[int, bool]]]:
    """Positions in two runs of members, each with whether a member of its run takes part: edited, removed or added."""
    if list(map(type, before)) == list(map(type, after)):
        yield from (((n, True), (n, True)) for n in range(len(before)))
        return
    new = 0
    for old, member in enumerate(before):
        spare = len(after) - new - (len(before) - old)
        match = next((n for n in range(new, min(len(after), new + max(spare, 0) + 1)) if _alike(member, after[n])), None)
        if match is None:
            yield (old, True), (new, False)
            continue
        for added in range(new, match):
            yield (old, False), (added, True)
        yield (old, True), (match, True)
        new = match + 1
    for added in range(new, len(after)):
        yield (len(before), False), (added, True)


def _alike(one: Any, other: Any) -> bool:
    """Whether one member may be an edit of the other."""
    if type(one) is not type(other):
        return False
    matcher = SequenceMatcher(None, _words(one), _words(other), autojunk=False)
    return matcher.real_quick_ratio() >= ALIKE and matcher.quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE


def _words(member: Any) -> list[str]:
    text = walk.plain_text(member) if isinstance(member, (*BLOCKS, Caption)) else " ".join(_texts(member))
    return text.split() or [""]


def _texts(member: object) -> Iterator[str]:
    for _, part in walk.visit(member):
        if not attrs.has(type(part)) and not isinstance(part, tuple):
            yield str(part)
