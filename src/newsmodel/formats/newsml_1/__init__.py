"""NewsML 1.0 to 1.2, the IPTC's format before NewsML-G2: read, not written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO, ClassVar

from attrs import frozen

from newsmodel.contract import Confidence, Read
from newsmodel.syntax.encoding import ascii_opening

_ROOT = re.compile(rb"<(?:[A-Za-z_][\w.-]*:)?NewsML[\s/>]")
_SIGN = re.compile(rb"<(?:[A-Za-z_][\w.-]*:)?(?:NewsEnvelope|NewsItem)[\s/>]|NewsML/2003|NewsMLv?[_-]?1[.]")


@frozen(kw_only=True)
class Newsml1:
    """NewsML 1.0, 1.1 and 1.2: reads news items, with or without namespace and DOCTYPE."""

    name: ClassVar[str] = "newsml-1"
    media_types: ClassVar[tuple[str, ...]] = ("text/vnd.IPTC.NewsML", "application/xml", "text/xml")
    suffixes: ClassVar[tuple[str, ...]] = (".newsml-1.xml", ".newsml1.xml", ".newsml")

    def recognise(self, head: bytes, /) -> Confidence:
        """Sure of a document whose root is `NewsML` and that has an envelope, an item or a version of this standard."""
        text = ascii_opening(head)
        if not _ROOT.search(text):
            return Confidence.NO
        return Confidence.SURE if _SIGN.search(text) else Confidence.LIKELY

    def read(self, data: bytes, /) -> Read:
        """The one article of a document.

        Raises:
            ReadError: where the bytes are no NewsML 1, or hold no news item, or several.
        """
        from newsmodel.formats.newsml_1._read import read

        return read(data)

    def read_each(self, source: BinaryIO, /) -> Iterator[Read]:
        """The articles of a document, one at a time.

        Raises:
            ReadError: as `read`; the articles before the fault have been given out by then.
        """
        from newsmodel.formats.newsml_1._read import read_each

        return read_each(source)
