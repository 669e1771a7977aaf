"""The model: one immutable article and its parts, free of any format's words.

Every class is frozen and takes its fields by keyword. An instance that exists is valid: a wrong value raises
`newsmodel.InvalidValue`, which names the field, what was expected and what came.
"""

from newsmodel.model.appeal import AppealKind, DonationAppeal, SuggestedAmount
from newsmodel.model.article import Access, Article, Status
from newsmodel.model.blocks import (
    Aside, Block, Cell, Embed, Figure, Heading, List, Opaque, Paragraph, Preformatted, Quote, Separator, Table,
)  # fmt: skip
from newsmodel.model.concepts import Concept, Coordinates, Identifier, Label, Link, Rights
from newsmodel.model.media import Caption, Media, MediaKind, Rendition
from newsmodel.model.people import Byline, BylineKind
from newsmodel.model.richtext import Mark, RichText, Span, rich
from newsmodel.model.values import Number, Time
from newsmodel.model.vote import Count, CountUnit, Evidence, Vote, VoteOption, VoteResult

__all__ = [
    "Access", "AppealKind", "Article", "Aside", "Block", "Byline", "BylineKind", "Caption", "Cell", "Concept",
    "Coordinates", "Count", "CountUnit", "DonationAppeal", "Embed", "Evidence", "Figure", "Heading", "Identifier",
    "Label", "Link", "List", "Mark", "Media", "MediaKind", "Number", "Opaque", "Paragraph", "Preformatted", "Quote",
    "Rendition", "RichText", "Rights", "Separator", "Span", "Status", "SuggestedAmount", "Table", "Time", "Vote",
    "VoteOption", "VoteResult", "rich",
]  # fmt: skip
