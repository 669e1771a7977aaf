"""Pictures, video and sound, and what is printed below them."""

from __future__ import annotations

from typing import Literal

from attrs import field, frozen
from attrs.validators import optional

from newsmodel.model import values
from newsmodel.model.concepts import Rights
from newsmodel.model.making import quickly
from newsmodel.model.richtext import RichText, content, optional_rich

MediaKind = Literal["image", "video", "audio", "graphic"]


@quickly
@frozen(kw_only=True, weakref_slot=False)
class Caption:
    """The text below a picture and the line that says whose it is; at least one field is given."""

    content: RichText | None = field(default=None, converter=optional_rich, validator=optional(content))
    """What the picture shows; `None` where only a credit is printed."""
    credit: str | None = field(default=None, validator=optional(values.line))
    """The line as published, label and brackets included: `Photo: Ann Bell/AP`."""
    creator: str | None = field(default=None, validator=optional(values.line))
    """The photographer or illustrator."""
    agencies: tuple[str, ...] = field(
        default=(),
        converter=values.many,
        validator=[values.each(values.line), values.at_least_one_of("content", "credit", "creator", "agencies")],
    )


@quickly
@frozen(kw_only=True, weakref_slot=False)
class Rendition:
    """One file of a picture, video or sound: a crop, a size, an encoding."""

    href: str = field(validator=values.url)
    name: str | None = field(default=None, validator=optional(values.line))
    """`rnd:highRes`, `thumbnail`, or the source's own word."""
    media_type: str | None = field(default=None, validator=optional(values.line))
    width: int | None = field(default=None, validator=optional(values.whole(0)))
    """In pixels."""
    height: int | None = field(default=None, validator=optional(values.whole(0)))
    """In pixels."""
    size: int | None = field(default=None, validator=optional(values.whole(0)))
    """In bytes."""


@quickly
@frozen(kw_only=True, weakref_slot=False)
class Media:
    """A picture, a video or a sound; its crops and encodings are renditions."""

    kind: MediaKind = field(default="image", validator=values.one_of(MediaKind))
    id: str | None = field(default=None, validator=optional(values.line))
    """The picture item's own identifier."""
    url: str | None = field(default=None, validator=optional(values.url))
    """The page that shows it; the files are in `renditions`."""
    title: str | None = field(default=None, validator=optional(values.line))
    alt: str | None = field(default=None, validator=optional(values.line))
    """What stands for the picture where it cannot be seen (HTML `alt`)."""
    duration: str | None = field(default=None, validator=optional(values.duration))
    """ISO 8601: `PT1M30S`."""
    rights: Rights | None = field(default=None, validator=optional(values.a(Rights)))
    renditions: tuple[Rendition, ...] = field(
        default=(), converter=values.many, validator=values.each(values.a(Rendition))
    )
