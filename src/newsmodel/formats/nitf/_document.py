"""An NITF document to an article.

One method for each kind of element, in the readers of its parts; tables say which element goes to which. What no table
names is reported, and so is every attribute that no method asks for.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from newsmodel.errors import shown
from newsmodel.formats._carrier import clark
from newsmodel.formats._markup import XML_LANGUAGE
from newsmodel.formats._people import hide_initials
from newsmodel.formats._reading import Element, Reading, folded
from newsmodel.formats._walker import FieldReader, Fields, Take
from newsmodel.formats.nitf import _names as names
from newsmodel.formats.nitf._body import BodyReader
from newsmodel.formats.nitf._details import Details
from newsmodel.formats.nitf._frame import FrameReader
from newsmodel.formats.nitf._head import HeadReader
from newsmodel.formats.nitf._parts import PartReader
from newsmodel.formats.nitf._rights import RightsReader
from newsmodel.model import Article, Figure, Identifier, Label, Time

_ROOT_ATTRIBUTES = frozenset({"uno", "version", "change.date", "change.time", "baselang", XML_LANGUAGE})


class DocumentReader(FieldReader):
    """Reads one document, alone or inside another one."""

    def __init__(self, reading: Reading, nitf: Element, pictures: Mapping[str, Figure] | None = None) -> None:
        """`pictures` are those of the document around this one, by the names that its text refers to them by."""
        self.nitf = nitf
        self.details = Details(reading, nitf)
        self.body = BodyReader(reading, self.details, pictures)
        self.parts = PartReader(reading, self.details, self.body)
        super().__init__(self.parts, Fields())
        self.rights = RightsReader(self.parts, self.fields)
        self.head = HeadReader(self.parts, self.fields, self.rights)
        self.frame = FrameReader(self.parts, self.fields, self.rights)
        self.ours = self.details.get(nitf, "mapping", str)
        self._content: list[Element] = []
        self._says_none = False
        """Whether a document of ours says that its article has no headline."""

    def name_of(self, node: Element) -> str:
        """The name of an element: one of ours with its namespace."""
        return names.name_of(node)

    def read(self) -> Article | None:
        """The article; `None`, and reported, where its parts do not make one."""
        self._root()
        self.each(self.nitf, _DOCUMENT)
        self._settle()
        if not self.single.setdefault("headline", "") and not self._says_none:
            self.reading.lost(self.frame.headline if self.frame.headline is not None else self.nitf, "no headline")
        return self.reading.build(Article, self.nitf, **self.single, **self.many)

    def read_parts(self, nodes: Iterable[Element]) -> None:
        """Take the fields that a document inside another one gives, or the parts of one: its body, or what stands in it."""
        for node in nodes:
            match folded(node.tag):
                case "nitf":
                    self._root()
                    self.each(node, _DOCUMENT)
                case "body":
                    self._body(node)
                case name:
                    _BODY[name](self, node)
        self._settle()

    def _settle(self) -> None:
        """Take what depends on the whole."""
        self._settle_headline()
        self._settle_times()
        self.rights.settle(self.nitf)
        if self.ours is None:
            hide_initials(self.single, self.many)
        self.many.setdefault("titles", []).extend(self.head.own_titles)
        self.single["body"] = self.body.content(self._content)
        if self.body.lead is not None:
            self.single["lead"] = self.body.lead
        for node in self.body.unpublished:
            self.frame.note(node)
        self.details.report()

    def _root(self) -> None:
        nitf = self.nitf
        if self.ours not in (None, names.MAPPING):
            self.reading.lost(nitf, f"a mapping of ours that is not known here: {shown(self.ours)}", clark("mapping"))
        attribute = "baselang" if nitf.get("baselang") else XML_LANGUAGE
        if nitf.get(attribute):
            self._language(nitf, attribute)
        self.parts.attributes(nitf, _ROOT_ATTRIBUTES)

    def _body(self, node: Element) -> None:
        if "language" not in self.single and node.get(XML_LANGUAGE):
            self._language(node, XML_LANGUAGE)
        self.group(node, _BODY)

    def _language(self, node: Element, attribute: str) -> None:
        self.set("language", node, self.reading.language(node, attribute))
        self.body.language = self.parts.language = self.single.get("language")

    def _body_content(self, node: Element) -> None:
        self._content.append(node)

    def _settle_headline(self) -> None:
        """The headline, else the title of the document; a title that says something else is a further one."""
        node, title = self.frame.headline, self.head.title
        text = None
        if node is not None:
            self.parts.attributes(node)
            text = self.parts.line(node)
            self._says_none = self.details.get(node, "none", bool) is not None
        other = None if title is None else self.reading.line(title)
        own = title is not None and self.details.get(title, "as", str) == "title"
        if text is None and other is not None and not own:
            self.reading.repaired(title, "no headline of its own: the title is taken")
            text, other = other, None
        if text is not None:
            self.single["headline"] = text
            place = title if node is None else node
            assert place is not None, "a headline or a title"  # one of them gave the text
            self.fields.places["headline"] = place
        if title is not None and other is not None and other != text:
            if self.ours is not None and not own:
                self.reading.lost(title, f"the title of the document is another one: {shown(other)}")
            else:
                label = self.reading.build(Label, title, content=(other,), role=names.TITLE)
                self.add("titles", title, label, first=True)

    def _settle_times(self) -> None:
        """The embargo: a release that is not put off is none."""
        released: Time | None = self.single.get("embargoed")
        if self.head.embargoed_status is not None and released is None:
            self.reading.repaired(self.head.embargoed_status, "an embargo without an end: read as withheld", "management-status")
            self.single["status"] = "withheld"
        elif released is not None and self.ours is None and self.head.embargoed_status is None and released == self.single.get("published"):
            del self.single["embargoed"]
        if (uno := self.parts.text_of(self.nitf, "uno")) is not None and uno != self.single.get("id"):
            if self.single.get("id") is None:
                self.single["id"] = uno
                self.fields.places["id"] = self.nitf
            else:
                self.add("identifiers", self.nitf, self.reading.build(Identifier, self.nitf, value=uno, scheme="uno"))


_DOCUMENT: dict[str, Take[DocumentReader]] = {"head": lambda reader, node: reader.head.read(node), "body": DocumentReader._body}
_BODY: dict[str, Take[DocumentReader]] = {
    "body.head": lambda reader, node: reader.frame.read_head(node),
    "body.content": DocumentReader._body_content,
    "body.end": lambda reader, node: reader.frame.read_end(node),
}
