"""Articles in the words of schema.org, as JSON-LD: the shape that the `jsonld` codec reads and writes."""

from newsmodel.formats._schema_org._article import ARTICLES, is_article, news_article, read_article
from newsmodel.formats._schema_org._nodes import Document, Node, Place, steps, types_of

__all__ = ["ARTICLES", "Document", "Node", "Place", "is_article", "news_article", "read_article", "steps", "types_of"]
