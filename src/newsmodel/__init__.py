"""Typed news, in and out of every format that news travels in, and nothing lost silently.

>>> import newsmodel as nm
>>> article = nm.Article(headline="Rain at last", body=[nm.Paragraph(content="It rained.")])
>>> nm.loads(nm.dumps(article, format="html")) == article
True
"""

from attrs import evolve

from newsmodel.api import convert, dump, dumps, load, loads, recognise, stream, update
from newsmodel.contract import (
    Codec, Confidence, Converted, Filled, Loss, Read, Updater, Writer, Written, patch,
)  # fmt: skip
from newsmodel.errors import (
    InvalidValue, LossWarning, LossyConversion, NewsmodelError, Position, Problem, ReadError, UnknownFormat,
    UpdateRefused,
)  # fmt: skip
from newsmodel.extract import enrich
from newsmodel.model import (
    Article, Aside, Block, Byline, Caption, Cell, Concept, Coordinates, Count, DonationAppeal, Embed, Evidence, Figure,
    Heading, Identifier, Label, Link, List, Media, Opaque, Paragraph, Preformatted, Quote, Rendition, RichText, Rights,
    Separator, Span, SuggestedAmount, Table, Vote, rich,
)  # fmt: skip
from newsmodel.registry import codec, codecs
from newsmodel.structure import converter, schema

__all__ = [
    "Article", "Aside", "Block", "Byline", "Caption", "Cell", "Codec", "Concept", "Confidence", "Converted",
    "Coordinates", "Count", "DonationAppeal", "Embed", "Evidence", "Figure", "Filled", "Heading", "Identifier",
    "InvalidValue", "Label", "Link", "List", "Loss", "LossWarning", "LossyConversion", "Media", "NewsmodelError",
    "Opaque", "Paragraph", "Position", "Preformatted", "Problem", "Quote", "Read", "ReadError", "Rendition",
    "RichText", "Rights", "Separator", "Span", "SuggestedAmount", "Table", "UnknownFormat", "UpdateRefused", "Updater",
    "Vote", "Writer", "Written", "codec", "codecs", "convert", "converter", "dump", "dumps", "enrich", "evolve", "load", "loads",
    "patch", "recognise", "rich", "schema", "stream", "update",
]  # fmt: skip
