"""The article: the middle between all formats."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from attrs import field, frozen
from attrs.validators import optional

from newsmodel.model import values
from newsmodel.model.appeal import DonationAppeal
from newsmodel.model.blocks import Block, Figure, Paragraph, blocks_plain_text, blocks_rule, descend, nesting
from newsmodel.model.concepts import Concept, Identifier, Label, Link, Rights
from newsmodel.model.making import quickly
from newsmodel.model.media import Caption
from newsmodel.model.people import Byline
from newsmodel.model.richtext import RichText, content, optional_rich
from newsmodel.model.values import Time
from newsmodel.model.vote import Vote

if TYPE_CHECKING:
    from attrs import Attribute

Status = Literal["usable", "withheld", "canceled"]
Access = Literal["free", "metered", "locked"]


def _body(instance: object, attribute: Attribute[Any], value: tuple[Block, ...]) -> None:
    blocks_rule(instance, attribute, value)
    if (depth := nesting(value)) > values.MAX_NESTING:
        raise values.refuse(instance, attribute, f"blocks nested at most {values.MAX_NESTING} deep", depth)


@quickly
@frozen(kw_only=True, weakref_slot=False)
class Article:
    """A news article: what it says, who says it, and what a newsroom knows about it."""

    # What it is
    id: str | None = field(default=None, validator=optional(values.line))
    """The identifier that stays the same over all versions (NewsML-G2 `guid`, ninjs `uri`)."""
    version: int | None = field(default=None, validator=optional(values.whole(1)))
    identifiers: tuple[Identifier, ...] = field(
        default=(), converter=values.many, validator=values.each(values.a(Identifier))
    )
    url: str | None = field(default=None, validator=optional(values.url))
    """The canonical address."""
    links: tuple[Link, ...] = field(default=(), converter=values.many, validator=values.each(values.a(Link)))

    # What it is called
    language: str | None = field(default=None, validator=optional(values.language))
    headline: str = field(validator=values.line_or_empty)
    """Empty only where a source has none."""
    kicker: str | None = field(default=None, validator=optional(values.line))
    """The line above the headline."""
    standfirst: RichText | None = field(default=None, converter=optional_rich, validator=optional(content))
    """The lead-in below the headline, as readers see it."""
    summary: RichText | None = field(default=None, converter=optional_rich, validator=optional(content))
    """A description for those who choose what to read or publish."""
    titles: tuple[Label, ...] = field(default=(), converter=values.many, validator=values.each(values.a(Label)))
    """Further headlines: of a search engine, of a social network, of another language."""
    slug: str | None = field(default=None, validator=optional(values.line))

    # Who made it, and where
    bylines: tuple[Byline, ...] = field(default=(), converter=values.many, validator=values.each(values.a(Byline)))
    """Who is named to readers."""
    byline_text: str | None = field(default=None, validator=optional(values.line))
    """The line as published: `By Ann Bell in Paris`."""
    contributors: tuple[Byline, ...] = field(
        default=(), converter=values.many, validator=values.each(values.a(Byline))
    )
    """Who is known to the system only (staff logins and kin); never in `html`, `text` or `jsonld`."""
    dateline: str | None = field(default=None, validator=optional(values.line))
    """The line as published: `PARIS, March 4`."""
    located: tuple[Concept, ...] = field(default=(), converter=values.many, validator=values.each(values.a(Concept)))
    """Where it was written."""
    credit: str | None = field(default=None, validator=optional(values.line))
    """The line as published: `AFP/dpa`."""

    # When
    created: Time | None = field(default=None, converter=values.fixed_offset, validator=optional(values.time))
    published: Time | None = field(default=None, converter=values.fixed_offset, validator=optional(values.time))
    updated: Time | None = field(default=None, converter=values.fixed_offset, validator=optional(values.time))
    embargoed: Time | None = field(default=None, converter=values.fixed_offset, validator=optional(values.time))
    """Not to be published before."""
    expires: Time | None = field(default=None, converter=values.fixed_offset, validator=optional(values.time))
    """Not to be used after."""

    # How to treat it
    status: Status | None = field(default=None, validator=optional(values.one_of(Status)))
    """IPTC publishing status."""
    signals: tuple[Concept, ...] = field(default=(), converter=values.many, validator=values.each(values.a(Concept)))
    """What a receiver should do or know: update, correction, repeat."""
    urgency: int | None = field(default=None, validator=optional(values.whole(1, 9)))
    """From 1, most urgent, to 9 (IPTC)."""
    access: Access | None = field(default=None, validator=optional(values.one_of(Access)))
    """Who may read it on the web."""

    # What it is about
    genres: tuple[Concept, ...] = field(default=(), converter=values.many, validator=values.each(values.a(Concept)))
    sections: tuple[Concept, ...] = field(default=(), converter=values.many, validator=values.each(values.a(Concept)))
    subjects: tuple[Concept, ...] = field(default=(), converter=values.many, validator=values.each(values.a(Concept)))
    keywords: tuple[str, ...] = field(default=(), converter=values.many, validator=values.each(values.line))

    # Where it comes from
    publisher: Concept | None = field(default=None, validator=optional(values.a(Concept)))
    sources: tuple[Concept, ...] = field(default=(), converter=values.many, validator=values.each(values.a(Concept)))
    rights: Rights | None = field(default=None, validator=optional(values.a(Rights)))

    # What it says
    lead: Figure | None = field(default=None, validator=optional(values.a(Figure)))
    """The figure above the text."""
    body: tuple[Block, ...] = field(default=(), converter=values.many, validator=_body)
    votes: tuple[Vote, ...] = field(default=(), converter=values.many, validator=values.each(values.a(Vote)))
    appeals: tuple[DonationAppeal, ...] = field(
        default=(), converter=values.many, validator=values.each(values.a(DonationAppeal))
    )
    notes: tuple[Label, ...] = field(default=(), converter=values.many, validator=values.each(values.a(Label)))
    """Editorial notes, corrections, advisories, contacts, sign-offs."""

    @property
    def related(self) -> tuple[Link, ...]:
        """Other documents to see."""
        return tuple(link for link in self.links if link.rel in ("seeAlso", "related"))

    @property
    def corrections(self) -> tuple[Label, ...]:
        """The notes that correct what was published."""
        return tuple(note for note in self.notes if note.role == "correction")

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The lead figure and those of the body, in reading order."""
        lead = () if self.lead is None else (self.lead,)
        return lead + tuple(block for block in descend(self.body) if isinstance(block, Figure))

    @property
    def captions(self) -> tuple[Caption, ...]:
        """The captions of all figures, in reading order."""
        return tuple(figure.caption for figure in self.figures if figure.caption is not None)

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs that stand directly in the body."""
        return tuple(block for block in self.body if isinstance(block, Paragraph))

    @property
    def text(self) -> str:
        """The body's plain text; a blank line between blocks."""
        return blocks_plain_text(self.body, "\n\n")
