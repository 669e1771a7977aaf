"""What one place of a sentence says of a result."""

from __future__ import annotations

from typing import Literal

from attrs import frozen

from newsmodel.model import Count

Kind = Literal["pair", "sides", "one", "unanimous", "margin", "same", "follow", "tied", "extra", "plain"]


@frozen(kw_only=True)
class Tally:
    """What one place of a sentence says of a result."""

    start: int
    """The first of its tokens."""
    end: int
    """The token behind its last."""
    kind: Kind
    counts: tuple[Count, ...] = ()
    """In the order of the text: the first number as yes, the second as no, until the clause says otherwise."""
    unanimous: bool = False
    margin: int | None = None
    sided: bool = False
    """Whether the text itself says which number is whose."""
    repeats: bool = False
    votes_named: bool = False
    """Whether the numbers are called votes."""
