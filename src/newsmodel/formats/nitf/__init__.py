"""NITF, the IPTC's News Industry Text Format: documents of version 3.6."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO, ClassVar

from attrs import frozen

from newsmodel.contract import Confidence, Read, Written
from newsmodel.formats.nitf._names import ORDER
from newsmodel.model import Article
from newsmodel.syntax.encoding import ascii_opening

# What may stand before the root, each piece matched as a whole, and the root.
_ROOT = re.compile(rb"(?>\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[[^\]]*\]\s*)?>)*+<(?:[A-Za-z_][\w.-]*:)?(?:nitf|NITF)[\s/>]", re.DOTALL)


@frozen(kw_only=True)
class Nitf:
    """NITF: reads 2.x to 3.6, with and without a namespace or DOCTYPE, writes 3.6."""

    name: ClassVar[str] = "nitf"
    media_types: ClassVar[tuple[str, ...]] = ("application/nitf+xml", "application/xml", "text/xml")
    suffixes: ClassVar[tuple[str, ...]] = (".nitf", ".nitf.xml")

    def recognise(self, head: bytes, /) -> Confidence:
        """Sure of a document whose root is `nitf`."""
        text = ascii_opening(head)
        return Confidence.SURE if _ROOT.match(text) else Confidence.NO

    def read(self, data: bytes, /) -> Read:
        """The one article of a document.

        Raises:
            ReadError: where the bytes are no NITF.
        """
        from newsmodel.formats.nitf._read import read

        return read(data)

    def read_each(self, source: BinaryIO, /) -> Iterator[Read]:
        """The articles of a document, one at a time; several where another document wraps them."""
        from newsmodel.formats.nitf._read import read_each

        return read_each(source)

    def write(self, article: Article, /) -> Written:
        """The article as a document; nothing is lost."""
        from newsmodel.formats.nitf._write import DocumentWriter

        return DocumentWriter(article).write()

    def update(self, original: bytes, article: Article, /) -> Written:
        """The original with an edit in it; raises as `Updater.update`."""
        from newsmodel.formats import _update

        return _update.update(self, original, article, _update.Grammar(tree=_update.xml_tree, order=ORDER, items=frozenset({"nitf"})))
