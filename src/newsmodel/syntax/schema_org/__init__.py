"""Articles in the words of schema.org, as JSON-LD: the shape that the `jsonld` codec reads and writes."""

import msgspec

from newsmodel.syntax.schema_org._article import ARTICLES, is_article, news_article, read_article, written_article
from newsmodel.syntax.places import Place, steps
from newsmodel.syntax.schema_org._nodes import Document, Node, types_of
from newsmodel.model import Article



def script_text(article: Article) -> str:
    """The public part of an article as JSON-LD for the `script` of a page that shows its text; it holds no `<`."""
    return msgspec.json.encode(news_article(article)).decode().replace("<", "\\u003c")


__all__ = [
    "ARTICLES", "Document", "Node", "Place", "is_article", "news_article", "read_article", "script_text", "steps", "types_of",
    "written_article",
]  # fmt: skip
