"""What changed between two articles: the smallest values that differ, sequences aligned member by member."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from difflib import SequenceMatcher
from typing import Any

import attrs
from attrs import frozen

from newsmodel import walk
from newsmodel.contract import same
from newsmodel.model import Article
from newsmodel.model.richtext import as_rich, optional_rich

ALIKE = 0.5
"""How much of their words two members of a sequence share, at least, for one to count as an edit of the other."""
MOST_PAIRS = 40_000
"""How many pairs of members are compared in a part of a sequence that differs; about a second's work."""


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
    """Positions in two runs of members, each with whether a member of its run takes part: edited, removed or added.

    Members that share text are pairs. What lies between two pairs replaces one another where it is as many members of the
    same kinds; else the earlier are removed and the later added.
    """
    old = new = 0
    for old_end, new_end in [*_edited(before, after), (len(before), len(after))]:
        if list(map(type, before[old:old_end])) == list(map(type, after[new:new_end])):
            yield from (((old + n, True), (new + n, True)) for n in range(old_end - old))
        else:
            yield from (((n, True), (new, False)) for n in range(old, old_end))
            yield from (((old_end, False), (n, True)) for n in range(new, new_end))
        if old_end < len(before) and new_end < len(after):
            yield (old_end, True), (new_end, True)
        old, new = old_end + 1, new_end + 1


def _edited(before: tuple[Any, ...], after: tuple[Any, ...]) -> list[tuple[int, int]]:
    """The pairs of an earlier and a later member, in the order of both, that have the most text in common.

    The heaviest common subsequence, by dynamic programming. Where that would take too long, there are no pairs.
    """
    if len(before) * len(after) > MOST_PAIRS:
        return []
    ours, theirs = list(map(_words, before)), list(map(_words, after))
    shared: dict[tuple[int, int], float] = {}
    best = [[0.0] * (len(after) + 1) for _ in range(len(before) + 1)]
    for old in reversed(range(len(before))):
        for new in reversed(range(len(after))):
            best[old][new] = max(best[old + 1][new], best[old][new + 1])
            if type(before[old]) is type(after[new]) and (likeness := _likeness(ours[old], theirs[new])) >= ALIKE:
                shared[old, new] = likeness + best[old + 1][new + 1]
                best[old][new] = max(best[old][new], shared[old, new])
    pairs, old, new = [], 0, 0
    while old < len(before) and new < len(after):
        if shared.get((old, new)) == best[old][new]:
            pairs.append((old, new))
            old, new = old + 1, new + 1
        elif best[old + 1][new] == best[old][new]:
            old += 1
        else:
            new += 1
    return pairs


def _likeness(ours: Counter[str], theirs: Counter[str]) -> float:
    """The share of their words that two members have in common, from 0 to 1."""
    return 2 * (ours & theirs).total() / ((ours.total() + theirs.total()) or 1)


def _words(member: object) -> Counter[str]:
    texts = (str(part) for _, part in walk.visit(member) if isinstance(part, (str, int, Decimal)) and not isinstance(part, bool))
    return Counter(" ".join(texts).split())
