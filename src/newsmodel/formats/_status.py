"""Publishing statuses as documents spell them."""

from __future__ import annotations

from typing import get_args

from newsmodel.model import Status

_STATUS: dict[str, Status] = {word: word for word in get_args(Status)} | {"cancelled": "canceled"}


def parsed_status(word: str) -> Status | None:
    """The status that a word means, in whatever case and in the English of either shore; `None` where it means none."""
    return _STATUS.get(word.strip().lower())
