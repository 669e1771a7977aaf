"""NewsML-G2, the IPTC's format for the exchange of news: items and messages of version 2.35, power conformance."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import BinaryIO, ClassVar, Literal

from attrs import field, frozen
from attrs.validators import in_, matches_re

from newsmodel.contract import Confidence, Read, Written
from newsmodel.formats.newsml_g2._catalog import IPTC, as_catalog
from newsmodel.formats.newsml_g2._names import ITEMS, NAR, ORDER
from newsmodel.model import Article
from newsmodel.syntax.encoding import ascii_opening

_ROOT = re.compile(rb"<(?:[A-Za-z_][\w.-]*:)?(newsMessage|" + "|".join(sorted(ITEMS)).encode() + rb")[\s/>]")
_XML = re.compile(rb"\s*<(?:\?xml[\s?]|!--|!DOCTYPE|[A-Za-z_])")
_HTML = re.compile(rb"\s*<(?:!DOCTYPE\s+html|html)[\s>]", re.IGNORECASE)


@frozen(kw_only=True)
class NewsmlG2:
    """NewsML-G2: reads items and messages of any 2.x, writes news items, alone or in a message."""

    name: ClassVar[str] = "newsml-g2"
    media_types: ClassVar[tuple[str, ...]] = ("application/vnd.iptc.g2.newsitem+xml", "application/xml", "text/xml")
    suffixes: ClassVar[tuple[str, ...]] = (".newsml-g2.xml", ".g2.xml", ".xml")

    standard_version: str = field(default="2.35", validator=matches_re("[0-9]+[.][0-9]+"))
    """The version of the standard that a written document names."""
    document: Literal["item", "message"] = field(default="item", validator=in_(("item", "message")))
    """What is written: a news item, or a news message that holds it. The time at which a message was sent is filled in."""
    body: Literal["xhtml", "nitf"] = field(default="xhtml", validator=in_(("xhtml", "nitf")))
    """The markup of the body: XHTML 1.0, or NITF 3.6 for receivers that ask for it."""
    catalog: tuple[tuple[str, str], ...] = field(default=(), converter=as_catalog)
    """Schemes beside those of the IPTC's catalogue, alias to URI, as a mapping or as pairs: what QCodes are resolved with
    on reading. A catalogue inside a document goes before it; one that a document refers to is never fetched."""

    def recognise(self, head: bytes, /) -> Confidence:
        """Sure of a document that names the namespace and a root of NewsML-G2."""
        text = ascii_opening(head)
        if not _XML.match(text) or _HTML.match(text):
            return Confidence.NO
        if not _ROOT.search(text):
            return Confidence.MAYBE
        return Confidence.SURE if NAR.encode() in text else Confidence.LIKELY

    def read(self, data: bytes, /) -> Read:
        """The one article of a document.

        Raises:
            ReadError: where the bytes are no NewsML-G2, or hold neither a news item nor a package, or several.
        """
        from newsmodel.formats.newsml_g2._read import read

        return read(data, self._schemes())

    def read_each(self, source: BinaryIO, /) -> Iterator[Read]:
        """The articles of a news message, one at a time; its packages where it holds no news item."""
        from newsmodel.formats.newsml_g2._read import read_each

        return read_each(source, self._schemes())

    def _schemes(self) -> Mapping[str, str]:
        return {**IPTC, **dict(self.catalog)} if self.catalog else IPTC

    def write(self, article: Article, /) -> Written:
        """The article as a news item, or as a message of one; nothing is lost."""
        from newsmodel.formats.newsml_g2._write import ItemWriter

        writer = ItemWriter(article, self.standard_version, self.body)
        return writer.message() if self.document == "message" else writer.write()

    def update(self, original: bytes, article: Article, /) -> Written:
        """The original with an edit in it; raises as `Updater.update`."""
        from newsmodel.formats import _update
        from newsmodel.formats.newsml_g2._write import ItemWriter

        def write(one: Article) -> Written:
            return ItemWriter(one, self.standard_version, self.body, explicit=True).write()

        return _update.update(self, original, article, _update.Grammar(tree=_update.xml_tree, order=ORDER, items=ITEMS, writes=(write,)))
