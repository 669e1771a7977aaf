"""Typed news, in and out of every format that news travels in, and nothing lost silently."""

from attrs import evolve

from newsmodel.contract import Converted, Filled, Loss, Read, Written, patch
from newsmodel.errors import (
    InvalidValue, LossWarning, LossyConversion, NewsmodelError, Position, Problem, ReadError, UnknownFormat,
)  # fmt: skip
from newsmodel.model import (
    Article, Aside, Block, Byline, Caption, Cell, Concept, Coordinates, Count, DonationAppeal, Embed, Evidence, Figure,
    Heading, Identifier, Label, Link, List, Media, Opaque, Paragraph, Preformatted, Quote, Rendition, RichText, Rights,
    Separator, Span, SuggestedAmount, Table, Vote, rich,
)  # fmt: skip

__all__ = [
    "Article", "Aside", "Block", "Byline", "Caption", "Cell", "Concept", "Converted", "Coordinates", "Count",
    "DonationAppeal", "Embed", "Evidence", "Figure", "Filled", "Heading", "Identifier", "InvalidValue", "Label", "Link",
    "List", "Loss", "LossWarning", "LossyConversion", "Media", "NewsmodelError", "Opaque", "Paragraph", "Position",
    "Preformatted", "Problem", "Quote", "Read", "ReadError", "Rendition", "RichText", "Rights", "Separator", "Span",
    "SuggestedAmount", "Table", "UnknownFormat", "Vote", "Written", "evolve", "patch", "rich",
]  # fmt: skip
