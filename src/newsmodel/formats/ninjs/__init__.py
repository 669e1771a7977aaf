"""ninjs, the IPTC's news in JSON: reads 1.x, 2.x and 3.x, writes 3.1, 2.2 and 1.6."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from typing import Any, BinaryIO, ClassVar, Literal

import msgspec
from attrs import Attribute, evolve, field, frozen
from attrs.validators import in_, optional

from newsmodel.contract import Confidence, Read, Written
from newsmodel.formats import _json
from newsmodel.formats.ninjs._extension import EXTENSIBLE, extended_schema, is_extended
from newsmodel.formats.ninjs._versions import SUPPORTED, version_of
from newsmodel.model import Article, values

__all__ = ["Ninjs", "extended_schema"]

_SAYS_SO = re.compile(rb'"name"\s*:\s*"ninjs"|/ninjs-schema_')
_NAMED = re.compile(rb'"(?:uri|guid)"\s*:')
_LOOKS_SO = re.compile(
    rb'"(?:versioncreated|pubstatus|firstcreated|headlines?|descriptions|bodies|body_[a-z0-9_]+|eventdetails|description_[a-z0-9_]+|copyrightholder|renditions)"\s*:', re.I
)


@frozen(kw_only=True)
class Ninjs:
    """ninjs, the IPTC's news in JSON: reads 1.x, 2.x and 3.x, writes 3.1, 2.2 or 1.6."""

    version: str = field(default="3.1", validator=in_(SUPPORTED))
    """The version of the standard that is written: 3.1, 2.2 or 1.6."""
    profile: Literal["strict", "extended"] = field(default="strict", validator=in_(("strict", "extended")))
    """Where that stands which ninjs has no word for: `strict`, valid to the IPTC's schema, writes it as JSON in strings of `bodies`;
    `extended`, valid to our own schema (`extended_schema`), as plain JSON in the member `newsmodel`. Both are read."""
    indent: int | None = field(default=None, validator=optional(values.whole(1, 16)))
    """How many spaces each level is indented by; `None` for the compact form."""

    name: ClassVar[str] = "ninjs"
    media_types: ClassVar[tuple[str, ...]] = ("application/vnd.iptc.ninjs+json", "application/json")
    suffixes: ClassVar[tuple[str, ...]] = (".ninjs.json", ".ninjs")

    @profile.validator
    def _check_profile(self, attribute: Attribute[Any], profile: str) -> None:
        if profile == "extended" and self.version not in EXTENSIBLE:
            expected = f"strict with version {self.version}, whose schema allows no extension"
            raise values.refuse(self, attribute, expected, profile)

    def recognise(self, head: bytes, /) -> Confidence:
        """Sure of an object that names the standard, and likely of one with keys of it."""
        body = _json.opening(head)
        if not body.startswith(b"{"):
            return Confidence.NO
        if _SAYS_SO.search(body):
            return Confidence.SURE
        return Confidence.LIKELY if _NAMED.search(body) and _LOOKS_SO.search(body) else Confidence.NO

    def read(self, data: bytes, /) -> Read:
        """The one article of a document.

        Raises:
            ReadError: where the bytes are no JSON, or no ninjs.
        """
        from newsmodel.formats.ninjs._read import read

        return read(data)

    def read_each(self, source: BinaryIO, /) -> Iterator[Read]:
        """The one article of a document; raises as `read`."""
        from newsmodel.formats.ninjs._read import read

        yield read(source.read(_json.MAX_BYTES + 1))

    def write(self, article: Article, /) -> Written:
        """The document, with a line feed at its end; nothing is lost."""
        return self._write(article)

    def _write(self, article: Article, *, in_place: bool = False) -> Written:
        from newsmodel.formats.ninjs._write import ItemWriter

        document, filled = ItemWriter(article, self.version, extended=self.profile == "extended", in_place=in_place).write()
        data = msgspec.json.encode(document)
        return Written(data=(data if self.indent is None else msgspec.json.format(data, indent=self.indent)) + b"\n", filled=filled)

    def update(self, original: bytes, article: Article, /) -> Written:
        """The original with an edit in it; raises as `Updater.update`."""
        from newsmodel.formats import _update

        document = _json.parse(original)
        version = version_of(document)
        profile: Literal["strict", "extended"] = "extended" if version in EXTENSIBLE and is_extended(document) else "strict"
        like = evolve(self, version=version, profile=profile, indent=None)
        grammar = _update.Grammar(tree=_update.json_tree, writes=(partial(like._write, in_place=True), like.write))
        return _update.update(self, original, article, grammar)
