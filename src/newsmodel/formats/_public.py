"""What readers may see of an article: all of it but its contributors and the labels that are not public."""

from __future__ import annotations

from typing import Any

import attrs

from newsmodel.contract import Loss
from newsmodel.model import Article, Label, Rights

REASON = "not for readers"


def public(article: Article) -> tuple[Article, tuple[Loss, ...]]:
    """The part of an article that is for readers, and a loss for each thing that is not."""
    losses = [Loss(path=f"/contributors/{index}", reason=REASON) for index in range(len(article.contributors))]
    seen = _seen(attrs.evolve(article, contributors=()), "", losses)
    return seen, tuple(losses)


def _seen(value: Any, path: str, losses: list[Loss]) -> Any:
    """`value` without what is not for readers; `None` where nothing is left of it."""
    if isinstance(value, tuple):
        members = tuple(_seen(member, f"{path}/{index}", losses) for index, member in enumerate(value))
        return value if all(new is old for new, old in zip(members, value, strict=True)) else _present(members)
    if isinstance(value, Label) and not value.public:
        losses.append(Loss(path=path, reason=REASON))
        return None
    if not attrs.has(type(value)):
        return value
    changed: dict[str, Any] = {}
    before = len(losses)
    for field in attrs.fields(type(value)):
        old = getattr(value, field.name)
        new = _seen(old, f"{path}/{field.name}", losses)
        if new is not old:
            changed[field.name] = new
    if not changed:
        return value
    if isinstance(value, Rights) and not any([value.holder, value.year, changed.get("notices", value.notices),
                                              changed.get("terms", value.terms), value.url]):  # fmt: skip
        losses[before:] = [Loss(path=path, reason=REASON)]
        return None
    return attrs.evolve(value, **changed)


def _present(members: tuple[Any, ...]) -> tuple[Any, ...]:
    return tuple(member for member in members if member is not None)
