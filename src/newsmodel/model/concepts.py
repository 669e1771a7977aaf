"""Things an article refers to: concepts, places, identifiers, links, labels, rights."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from attrs import field, frozen
from attrs.validators import optional

from newsmodel.model import values
from newsmodel.model.making import quickly
from newsmodel.model.richtext import RichText, as_rich, content
from newsmodel.model.values import Number, Time

if TYPE_CHECKING:
    from attrs import Attribute


@quickly
@frozen(kw_only=True, weakref_slot=False)
class Coordinates:
    """A point on Earth, in degrees of WGS 84 (schema.org GeoCoordinates)."""

    latitude: Decimal = field(converter=values.plain_decimal, validator=values.decimal(-90, 90))
    longitude: Decimal = field(converter=values.plain_decimal, validator=values.decimal(-180, 180))


def _not_too_deep(instance: object, attribute: Attribute[Any], value: tuple[Concept, ...]) -> None:
    level, depth = value, 0
    while level:
        depth += 1
        if depth > values.MAX_NESTING:
            raise values.refuse(instance, attribute, f"concepts nested at most {values.MAX_NESTING} deep", depth)
        level = tuple(broader for concept in level for broader in concept.broader)


@quickly
@frozen(kw_only=True, weakref_slot=False)
class Concept:
    """Something with a name or a code: a subject, genre, section, signal, place, publisher, source or rights holder.

    After the IPTC's concept (NewsML-G2 2.35, flexible property types). It has at least a name, a code or a URI.
    """

    name: str | None = field(default=None, validator=optional(values.line))
    code: str | None = field(default=None, validator=optional(values.line))
    """As published: a QCode such as `medtop:20000621`, or a literal."""
    uri: str | None = field(
        default=None, validator=[optional(values.url), values.at_least_one_of("name", "code", "uri")]
    )
    """What the code stands for, resolved."""
    type: str | None = field(default=None, validator=optional(values.line))
    """The kind of thing: `cpnat:person`, `Place`."""
    rel: str | None = field(default=None, validator=optional(values.line))
    """How the article relates to it: `about`, `mentions`, or the source's own word."""
    relevance: Number | None = field(
        default=None, converter=values.optional_number, validator=optional(values.number(0, 100))
    )
    """From 0 to 100."""
    confidence: Number | None = field(
        default=None, converter=values.optional_number, validator=optional(values.number(0, 100))
    )
    """From 0 to 100."""
    broader: tuple[Concept, ...] = field(default=(), converter=values.many)
    same_as: tuple[str, ...] = field(default=(), converter=values.many, validator=values.each(values.line))
    """Codes or URIs of the same thing elsewhere."""
    position: Coordinates | None = field(default=None, validator=optional(values.a(Coordinates)))

    @broader.validator
    def _check_broader(self, attribute: Attribute[Any], value: object) -> None:
        if value == ():
            return
        _each_concept(self, attribute, value)
        _not_too_deep(self, attribute, value)  # type: ignore[arg-type]  # a tuple of Concept by now


_each_concept = values.each(values.a(Concept))


@quickly
@frozen(kw_only=True, weakref_slot=False)
class Identifier:
    """A name that some system knows the article by, beside its `id`."""

    value: str = field(validator=values.line)
    scheme: str | None = field(default=None, validator=optional(values.line))
    """Which system's: `idtype:slug`, `doi`."""


@quickly
@frozen(kw_only=True, weakref_slot=False)
class Link:
    """A pointer to another document, or to another version of this one."""

    rel: str = field(default="seeAlso", validator=values.line)
    """`seeAlso`, `derivedFrom`, `previousVersion`, `alternate`, `isBasedOn`, `citation`, or the source's own word."""
    href: str = field(validator=values.url)
    title: str | None = field(default=None, validator=optional(values.line))
    type: str | None = field(default=None, validator=optional(values.line))
    """The media type of what it points to."""
    language: str | None = field(default=None, validator=optional(values.language))
    version: str | None = field(default=None, validator=optional(values.line))


@quickly
@frozen(kw_only=True, weakref_slot=False)
class Label:
    """A text with a role: a further title, a note, a copyright notice, a usage term."""

    content: RichText = field(converter=as_rich, validator=content)
    role: str | None = field(default=None, validator=optional(values.line))
    """Of a note: `editorial`, `correction`, `advisory`, `contact`, `sign-off`, or the source's own word."""
    language: str | None = field(default=None, validator=optional(values.language))
    public: bool = field(default=True, validator=values.flag)
    """`False`: not for readers; never in `html`, `text` or `jsonld`."""
    date: Time | None = field(default=None, converter=values.fixed_offset, validator=optional(values.time))


@quickly
@frozen(kw_only=True, weakref_slot=False)
class Rights:
    """Who holds the rights, and what may be done; at least one field is given."""

    holder: Concept | None = field(default=None, validator=optional(values.a(Concept)))
    year: int | None = field(default=None, validator=optional(values.whole(1, 9999)))
    notices: tuple[Label, ...] = field(default=(), converter=values.many, validator=values.each(values.a(Label)))
    terms: tuple[Label, ...] = field(default=(), converter=values.many, validator=values.each(values.a(Label)))
    url: str | None = field(
        default=None,
        validator=[
            optional(values.url),
            values.at_least_one_of("holder", "year", "notices", "terms", "url"),
        ],
    )
    """Where the licence or the terms are published."""
