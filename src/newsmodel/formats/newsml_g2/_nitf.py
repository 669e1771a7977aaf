"""A body in NITF: a document of its own inside the item."""

from __future__ import annotations

from newsmodel.formats import _carrier as carrier
from newsmodel.formats._markup import escaped
from newsmodel.formats.nitf import _names as names
from newsmodel.formats.nitf._body_write import content_of
from newsmodel.formats.nitf._details import DetailWriter
from newsmodel.model import Article

MEDIA_TYPE = "application/nitf+xml"


def written(article: Article) -> list[str]:
    """The document: its content with what belongs to it, and the headline, which receivers of NITF look for in it."""
    details = DetailWriter()
    content = content_of(article, details.keep)
    headline = escaped(article.headline)
    head = [f"<title>{headline}</title>"] if headline else []
    body_head = [f"<body.head><hedline><hl1>{headline}</hl1></hedline></body.head>"] if headline else []
    lines = ["<head>", *head, *details.holders, "</head>", "<body>", *body_head, *content, "</body>"]
    foreign = f' xmlns:h="{names.XHTML_NAMESPACE}"' if any("<h:" in line for line in lines) else ""
    root = f'<nitf xmlns="{names.NAMESPACE}" {carrier.DECLARATION}{foreign} version="{names.VERSION}" nm:mapping="{names.MAPPING}">'
    return [root, *lines, "</nitf>"]
