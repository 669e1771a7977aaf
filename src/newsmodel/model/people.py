"""Who made an article."""

from __future__ import annotations

from typing import Literal

from attrs import field, frozen
from attrs.validators import optional

from newsmodel.model import values
from newsmodel.model.making import quickly

BylineKind = Literal["person", "organization"]


@quickly
@frozen(kw_only=True, weakref_slot=False)
class Byline:
    """One person or organization that made the article, and how."""

    name: str = field(default="", validator=values.line_or_empty)
    """Empty only where an affiliation stands alone."""
    kind: BylineKind = field(default="person", validator=values.one_of(BylineKind))
    role: str | None = field(default=None, validator=optional(values.line))
    """What the person did: `author`, `reporting`, `editor`, `translator`, or the source's own word."""
    job_title: str | None = field(default=None, validator=optional(values.line))
    affiliation: str | None = field(
        default=None, validator=[optional(values.line), values.at_least_one_of("name", "affiliation")]
    )
    location: str | None = field(default=None, validator=optional(values.line))
    email: str | None = field(default=None, validator=optional(values.line))
    id: str | None = field(default=None, validator=optional(values.line))
    """What the source's system calls the person."""
    url: str | None = field(default=None, validator=optional(values.url))
    same_as: tuple[str, ...] = field(default=(), converter=values.many, validator=values.each(values.url))
