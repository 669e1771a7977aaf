"""Any publisher's page as an article.

What a page says of itself for machines counts first; its text is found in what readers see. How it is done is told in the
documentation, under *How pages are read*.
"""

from __future__ import annotations

from newsmodel.contract import Read
from newsmodel.extract._page._reading import read_document
from newsmodel.syntax import html as syntax


def page(html: bytes) -> Read:
    """The article of a page, as `newsmodel.extract.page` gives it; raises as that does."""
    return read_document(syntax.document(html))


__all__ = ["page", "read_document"]
