"""Typed news, in and out of every format that news travels in, and nothing lost silently.

>>> import newsmodel as nm
>>> article = nm.Article(headline="Rain at last", body=[nm.Paragraph(content="It rained.")])
>>> nm.loads(nm.dumps(article, format="html")) == article
True
"""

from typing import TYPE_CHECKING

from newsmodel._lazy import lazily

if TYPE_CHECKING:
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
else:
    # Each name is loaded, with all that it needs, when it is first asked for: a test holds the table against the imports above.
    __getattr__, __dir__ = lazily(
        __name__,
        {
            "attrs": "evolve",
            "newsmodel.api": "convert dump dumps load loads recognise stream update",
            "newsmodel.contract": "Codec Confidence Converted Filled Loss Read Updater Writer Written patch",
            "newsmodel.errors": "InvalidValue LossWarning LossyConversion NewsmodelError Position Problem ReadError UnknownFormat UpdateRefused",
            "newsmodel.extract": "enrich",
            "newsmodel.model": (
                "Article Aside Block Byline Caption Cell Concept Coordinates Count DonationAppeal Embed Evidence Figure Heading Identifier "
                "Label Link List Media Opaque Paragraph Preformatted Quote Rendition RichText Rights Separator Span SuggestedAmount Table "
                "Vote rich"
            ),
            "newsmodel.registry": "codec codecs",
            "newsmodel.structure": "converter schema",
        },
        modules="api archive changes contract errors extract fidelity model registry structure walk",
    )

__all__ = [
    "Article", "Aside", "Block", "Byline", "Caption", "Cell", "Codec", "Concept", "Confidence", "Converted",
    "Coordinates", "Count", "DonationAppeal", "Embed", "Evidence", "Figure", "Filled", "Heading", "Identifier",
    "InvalidValue", "Label", "Link", "List", "Loss", "LossWarning", "LossyConversion", "Media", "NewsmodelError",
    "Opaque", "Paragraph", "Position", "Preformatted", "Problem", "Quote", "Read", "ReadError", "Rendition",
    "RichText", "Rights", "Separator", "Span", "SuggestedAmount", "Table", "UnknownFormat", "UpdateRefused", "Updater",
    "Vote", "Writer", "Written", "codec", "codecs", "convert", "converter", "dump", "dumps", "enrich", "evolve", "load", "loads",
    "patch", "recognise", "rich", "schema", "stream", "update",
]  # fmt: skip
