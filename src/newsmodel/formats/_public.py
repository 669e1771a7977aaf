"""What readers may see of an article: all of it but its contributors and the labels that are not public."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from operator import attrgetter, is_
from typing import Any, get_args, get_type_hints

import attrs

from newsmodel.contract import Loss
from newsmodel.model import Article, Label, Rights

REASON = "not for readers"


def public(article: Article) -> tuple[Article, tuple[Loss, ...]]:
    """The part of an article that is for readers, and a loss for each thing that is not."""
    if not article.contributors and _is_public(article):
        return article, ()
    losses = [Loss(path=f"/contributors/{index}", reason=REASON) for index in range(len(article.contributors))]
    named = attrs.evolve(article, contributors=()) if article.contributors else article
    return _seen(named, "", losses), tuple(losses)


def _is_public(article: Article) -> bool:
    """Whether no label in an article is kept from readers."""
    waiting: list[Any] = [article]
    for value in waiting:  # which grows on the way
        cls = value.__class__
        if cls is tuple:
            waiting += [member for member in value if member.__class__ not in _PLAIN]
        elif cls is Label:
            if not value.public:
                return False
        elif (fields := _fields(cls)) is not None:
            held = fields(value)
            if held.__class__ is not tuple:
                waiting.append(held)
            elif not _PLAIN.issuperset(map(type, held)):
                waiting += held
    return True


def _seen(value: Any, path: str, losses: list[Loss]) -> Any:
    """`value` without what is not for readers; `None` where nothing is left of it."""
    if isinstance(value, tuple):
        members = list(value)
        for index, member in enumerate(value):
            if _may_hold_labels(member.__class__):
                members[index] = _seen(member, f"{path}/{index}", losses)
        return value if all(map(is_, members, value)) else tuple(member for member in members if member is not None)
    if isinstance(value, Label) and not value.public:
        losses.append(Loss(path=path, reason=REASON))
        return None
    changed: dict[str, Any] = {}
    before = len(losses)
    for name in _fields_with_labels(value.__class__):
        old = getattr(value, name)
        if old is not None and old != ():
            new = _seen(old, f"{path}/{name}", losses)
            if new is not old:
                changed[name] = new
    if not changed:
        return value
    if isinstance(value, Rights) and not any([value.holder, value.year, changed.get("notices", value.notices),
                                              changed.get("terms", value.terms), value.url]):  # fmt: skip
        losses[before:] = [Loss(path=path, reason=REASON)]
        return None
    return attrs.evolve(value, **changed)


# Where labels may stand: the types of the model say it.

_PLAIN: set[Any] = set()
"""Classes that have been found to hold no labels."""


@cache
def _fields(cls: Any) -> Callable[[Any], Any] | None:
    """What takes the fields of a class in which labels may stand out of an object: the value of one, or a tuple; `None` where there are none."""
    if not _may_hold_labels(cls):
        _PLAIN.add(cls)
    names = _fields_with_labels(cls)
    return attrgetter(*names) if names else None


@cache
def _fields_with_labels(cls: Any) -> tuple[str, ...]:
    """The fields of a class in which, at any depth, a label may stand; none of what is no class of the model."""
    if not attrs.has(cls):
        return ()
    hints = get_type_hints(cls)
    return tuple(field.name for field in attrs.fields(cls) if any(_may_hold_labels(one) for one in _classes_in(hints[field.name])))


@cache
def _may_hold_labels(cls: Any) -> bool:
    """Whether a label may stand in what is of a class, or in a sequence, of which the class says nothing."""
    found, waiting = {cls}, [cls]
    while waiting and cls is not tuple:
        inner = {one for hint in get_type_hints(waiting.pop()).values() for one in _classes_in(hint)} - found
        found |= inner
        waiting += inner
    return cls is tuple or Label in found


def _classes_in(hint: Any) -> set[Any]:
    """The classes of the model that a type names."""
    return {hint} if attrs.has(hint) else {one for part in get_args(hint) for one in _classes_in(part)}
