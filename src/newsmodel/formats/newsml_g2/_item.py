"""A news item to an article.

One method for each kind of element; tables say which element goes to which. What no table names is reported, and so is
every attribute that no method asks for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, get_args

from newsmodel.errors import shown
from newsmodel.formats import _carrier as carrier
from newsmodel.formats._carrier import clark
from newsmodel.formats._markup import XHTML
from newsmodel.formats._markup.facts import without_repeats
from newsmodel.formats._markup.read import MarkupReader
from newsmodel.formats._people import hide_initials, is_public_name
from newsmodel.formats._reading import Element, Reading, local
from newsmodel.formats._status import parsed_status
from newsmodel.formats._walker import FieldReader, Fields, Take, in_namespace
from newsmodel.formats.newsml_g2 import _names as names
from newsmodel.formats.newsml_g2._catalog import declared
from newsmodel.formats.newsml_g2._content import ContentReader
from newsmodel.formats.newsml_g2._details import Details
from newsmodel.formats.newsml_g2._facts import BodyFacts
from newsmodel.formats.newsml_g2._parts import PartReader
from newsmodel.formats.newsml_g2._shape import report_shape
from newsmodel.formats.nitf._inside import Inside
from newsmodel.model import Access, Article, DonationAppeal, Figure, Identifier, Label, Time, Vote

_DETAILS, _FILLED = clark("details"), clark("filled")
_PLAIN_ROOT = frozenset({"guid", "version", "standard", "standardversion", "conformance", names.XML_LANG, names.NM_MAPPING})


class ItemReader(FieldReader):
    """Reads one news item."""

    def __init__(self, reading: Reading, item: Element, catalog: Mapping[str, str]) -> None:
        self.item = item
        self.ours = item.get(names.NM_MAPPING) is not None
        self.details = Details(reading)
        self.markup = MarkupReader(reading, XHTML, self.details, "newsml-g2", every_attribute=True)
        schemes = {} if self.ours else declared(item)
        known = None if self.ours else {**catalog, **schemes} if schemes else catalog
        self.parts = PartReader(reading, self.markup, self.details, known)
        super().__init__(self.parts, Fields())
        self._facts = BodyFacts(self, self.markup)
        self._class = "text"
        self._is_package = local(item.tag) == names.PACKAGE
        self._filled: dict[str, tuple[Element, str]] = {}
        self._titles: list[Element] = []
        self._headlines: list[Element] = []
        self._creators: list[Element] = []
        self._descriptions: list[Element] = []
        self._page_title: Element | None = None
        self._contents: list[Element] = []
        self._inside: Inside | None = None

    def read(self) -> Article | None:
        """The article; `None`, and reported, where its parts do not make one."""
        report_shape(self.reading, self.item)
        if self._is_package:
            self.reading.lost(self.item, f"<{names.PACKAGE}> is {names.PACKAGE_IS}: read as an article that links to them")
        self._carriers_first()
        self._root()
        self.each(self.item, _ROOT)
        self._settle_headlines()
        self._settle_content()
        self._settle_descriptions()
        if self._inside is not None:
            self._inside.complete(self.single, self.many)
        self._settle_creators()
        if self._inside is not None:
            self._inside.complete_sequences(self.single, self.many)
        if not self.ours:
            hide_initials(self.single, self.many)
        if not self.single["headline"] and not (self._headlines or self._titles):
            self.reading.lost(self.item, "no headline")
        self._settle_filled()
        self.details.report()
        return self.reading.build(Article, self.item, **self.single, **self.many)

    def name_of(self, node: Element) -> str:
        """The name of an element in the tables."""
        return names.name_of(node)

    # The item itself

    def _carriers_first(self) -> None:
        for meta in self.item:
            if names.name_of(meta) == "contentMeta":
                for child in meta:
                    if child.tag == _DETAILS:
                        self.details.add(child)
                    elif child.tag == _FILLED and self._filled:
                        self.reading.unknown(child)
                    elif child.tag == _FILLED:
                        carrier.report_text(self.reading, child)
                        for inner in child:
                            self.reading.unknown(inner)
                        self._filled = {name: (child, str(value)) for name, value in child.attrib.items()}

    def _root(self) -> None:
        reading, item = self.reading, self.item
        self.parts.attributes(item, _PLAIN_ROOT)
        if item.get("standard") not in (None, "NewsML-G2"):
            reading.lost(item, f"another standard: {shown(item.get('standard'))}", "standard")
        if item.get("conformance") not in (None, "core", "power"):
            reading.lost(item, f"no conformance level: {shown(item.get('conformance'))}", "conformance")
        if item.get(names.NM_MAPPING) not in (None, names.MAPPING):
            reading.lost(item, f"a mapping of ours that is not known here: {shown(item.get(names.NM_MAPPING))}", names.NM_MAPPING)
        if item.get("guid"):
            self.set("id", item, reading.line(item, "guid"))
        if item.get("version") is not None:
            self.set("version", item, reading.whole(item, "version", 1))
        if item.get(names.XML_LANG):
            self.set("language", item, reading.language(item, names.XML_LANG))
        self.parts.language = self.single.get("language")

    def _item_meta(self, node: Element) -> None:
        self.parts.attributes(node)
        self.each(node, _ITEM_META)

    def _content_meta(self, node: Element) -> None:
        self.parts.attributes(node)
        self.each(node, _CONTENT_META)

    def _silent(self, node: Element) -> None:
        """What says how the document is made, not what the article is."""

    def _content_set(self, node: Element) -> None:
        self._contents.append(node)

    def _settle_content(self) -> None:
        """The body, and what it says that the metadata does not; what it only repeats is no part of it."""
        for node in self._contents[1:]:
            self.reading.lost(node, "no place for a second <contentSet>")
        for node in self._contents[:1]:
            self.parts.attributes(node)
            content = ContentReader(self.reading, self.parts, self.markup, self._class)
            if not self.ours:
                self._facts.take(content.chosen(node))
            lead, body = content.read(node)
            if lead is not None:
                self.single["lead"] = lead
            self.single["body"] = body if self.ours else without_repeats(body, self.single.get("headline"), self.single.get("standfirst"))
            self._page_title = content.title
            self._inside = content.inside
        self._check_page_title()

    def _rights(self, node: Element) -> None:
        self.set("rights", node, self.parts.rights(node))

    # Item metadata

    def _item_class(self, node: Element) -> None:
        self.parts.attributes(node, {"qcode", "uri"})
        self.parts.no_content(node)
        self._class = (node.get("qcode") or node.get("uri") or ":text").replace("/", ":").rpartition(":")[2]
        if self._class not in ("text", *names.MEDIA_CLASSES) and not self._is_package:
            self.reading.lost(node, f"no text: an item of class {shown(self._class)}")

    def _provider(self, node: Element) -> None:
        filled = self._filled.get("provider")
        if filled is not None and dict(node.attrib) == {"literal": filled[1]} and len(node) == 0 and not node.text:
            del self._filled["provider"]
            return
        self.set("publisher", node, self.parts.concept(node))

    def _version_created(self, node: Element) -> None:
        self.parts.attributes(node)
        filled = self._filled.get("versionCreated")
        if filled is not None and (node.text or "") == filled[1] and len(node) == 0:
            del self._filled["versionCreated"]
            return
        self.set("updated", node, self.reading.time(node))
        if not (node.text or "").strip():
            self.reading.lost(node, "an empty time")

    def _modified(self, node: Element) -> None:
        self.parts.attributes(node)
        if (value := self.reading.time(node)) is not None and value != self.single.get("updated"):
            self.reading.lost(node, f"no place for <contentModified> beside <versionCreated>: {value}")

    def _created(self, node: Element) -> None:
        """Of the content, else of the item."""
        self.parts.attributes(node)
        value = self.reading.time(node)
        before = self.single.get("created")
        if value is None or value == before:
            return
        if before is not None:
            self.reading.lost(node, f"no place for another time of creation; {before} of the item is not kept")
        self.single["created"] = value

    def _embargoed(self, node: Element) -> None:
        self.parts.attributes(node)
        if not (node.text or "").strip():
            self.reading.lost(node, "an embargo without an end")
        self.set("embargoed", node, self.reading.time(node))

    def _expires(self, node: Element) -> None:
        self.parts.attributes(node)
        self.set("expires", node, self.reading.time(node))

    def _status(self, node: Element) -> None:
        self.parts.attributes(node, {"qcode", "uri"})
        code = self.parts.first(node, "qcode", "uri")
        word = (code or "").replace("/", ":").rpartition(":")[2]
        status = parsed_status(word)
        if status is None:
            self.reading.lost(node, f"no publishing status: {shown(code)}")
        elif status != word:
            self.reading.repaired(node, f"an unusually spelt status: {shown(code)}")
        self.set("status", node, status)
        self.parts.no_content(node)

    def _link(self, node: Element) -> None:
        link = self.parts.link(node)
        if link is None:
            return
        if link.rel == names.CANONICAL and node.get(clark("rel")) is None and "url" not in self.single:
            self.single["url"] = link.href
            for name in ("title", "type", "language", "version"):
                if getattr(link, name) is not None:
                    self.reading.lost(node, f"no place for the {name} of the canonical address")
        else:
            self.add("links", node, link)

    def _group_set(self, node: Element) -> None:
        """The groups of a package, their references in the order of the document."""
        self.parts.attributes(node, {"root"})
        for group in self.parts.children(node):
            if names.name_of(group) != "group":
                self.reading.unknown(group)
                continue
            self.parts.attributes(group)
            for child in self.parts.children(group):
                if names.name_of(child) == "itemRef":
                    self.add("links", child, self.parts.reference(child))
                else:
                    self.reading.unknown(child)

    def _item_title(self, node: Element) -> None:
        self.parts.attributes(node)
        self._titles.append(node)

    def _role(self, node: Element) -> None:
        self.add("genres", node, self.parts.concept(node))

    def _note(self, node: Element) -> None:
        # NewsML-G2 2.35, 1373: a note "addressed to the editorial people receiving the Item".
        self.add("notes", node, self.parts.label(node, public=False))

    # Content metadata

    def _urgency(self, node: Element) -> None:
        self.parts.attributes(node)
        self.set("urgency", node, self.reading.whole(node, None, 1, 9))

    def _language(self, node: Element) -> None:
        self.parts.attributes(node, {"tag"})
        self.parts.no_content(node)
        value = self.reading.language(node, "tag")
        if value is not None and value != self.single.get("language"):
            self.set("language", node, value)

    def _identifier(self, node: Element) -> None:
        self.parts.attributes(node, {"type", "typeuri", clark("type")})
        value = self.reading.line(node)
        if value is not None:
            scheme = self.parts.term(node, "type")
            self.add("identifiers", node, self.reading.build(Identifier, node, value=value, scheme=scheme))

    def _keyword(self, node: Element) -> None:
        self.parts.attributes(node)
        self.add("keywords", node, self.parts.line(node))

    def _headline(self, node: Element) -> None:
        self._headlines.append(node)

    def _creator(self, node: Element) -> None:
        self._creators.append(node)

    def _contributor(self, node: Element) -> None:
        self.add("contributors", node, self.parts.byline(node))

    def _description(self, node: Element) -> None:
        self._descriptions.append(node)

    def _vote(self, node: Element) -> None:
        self.add("votes", node, carrier.read(self.reading, node, Vote))

    def _appeal(self, node: Element) -> None:
        self.add("appeals", node, carrier.read(self.reading, node, DonationAppeal))

    def _rest(self, node: Element) -> None:
        """Single fields that the standard has no place for."""
        for name, kind in _REST.items():
            value = carrier.take(self.reading, node, name, kind)
            if name == "access" and value not in (None, *get_args(Access)):
                self.reading.lost(node, f"no kind of access: {shown(value)}", name)
            else:
                self.set(name, node, value)
        carrier.report_rest(self.reading, node, _REST)

    # What depends on the whole

    def _settle_headlines(self) -> None:
        """The headline, and the roles of the others; without a headline, the first of the others is it."""
        found: list[tuple[Element, str | None]] = []
        for node in self._headlines:
            role = node.get("role") or node.get("roleuri")
            found.append((node, None if role is None else names.role_word(role)))
        main = next((node for node, word in found if word == "headline" or not (node.get("role") or node.get("roleuri"))), None)
        if main is None and (main := next(iter(self._headlines or self._titles), None)) is not None:
            self.reading.repaired(main, "no headline of its own: this one is taken")
        if main is None:
            self.single["headline"] = ""
        else:
            self._main_headline(main)
        for node, word in found:
            if node is not main:
                self._further_headline(node, word)
        for node in self._titles:
            if node is not main and self.parts.line(node) != self.single.get("headline"):
                self.add("titles", node, self.reading.build(Label, node, content=self.parts.rich(node), role="title"))

    def _check_page_title(self) -> None:
        if (page := self._page_title) is not None and (title := self.reading.line(page)) not in (None, self.single.get("headline")):
            self.reading.lost(page, f"the title of the page is another one: {shown(title)}")

    def _main_headline(self, node: Element) -> None:
        self.parts.attributes(node, {"role", "roleuri", names.NM_NONE})
        text = self.parts.line(node)
        if text is None and node.get(names.NM_NONE) is None:
            self.reading.lost(node, "an empty headline")
        self.single["headline"] = text or ""

    def _further_headline(self, node: Element, word: str | None) -> None:
        if word == "kicker" and "kicker" not in self.single:
            self.parts.attributes(node, {"role", "roleuri"})
            self.set("kicker", node, self.parts.line(node))
        elif word == "standfirst" and "standfirst" not in self.single:
            self.parts.attributes(node, {"role", "roleuri"})
            self.set("standfirst", node, self.parts.rich(node))
        else:
            self.add("titles", node, self.parts.label(node, own_role=names.TITLE))

    def _settle_creators(self) -> None:
        """Creators whom readers see are bylines; those whom only the system knows are contributors."""
        line = self.single.get("byline_text")
        contributors = self.many.pop("contributors", [])
        for node in self._creators:
            byline = self.parts.byline(node)
            if byline is not None:
                public = self.ours or (is_public_name(byline.name, byline.id) and (line is None or byline.name in line))
                self.add("bylines" if public else "contributors", node, byline)
        if contributors:
            self.many.setdefault("contributors", []).extend(contributors)

    def _settle_descriptions(self) -> None:
        """The summary; of a picture, its caption."""
        roles = [(node, (node.get("role") or node.get("roleuri") or "").replace("/", ":").rpartition(":")[2]) for node in self._descriptions]
        order = ("summary", "", "abstract", "teaser", "intro")
        best = min((pair for pair in roles if pair[1] in order), key=lambda pair: order.index(pair[1]), default=(None, ""))[0]
        for node, role in roles:
            if node is best:
                self.parts.attributes(node, {"role", "roleuri"} if role in ("summary", "") else ())
                self.set("summary", node, self.parts.rich(node))
            elif role != "caption" or not self._took_caption(node):
                self.reading.unknown(node)

    def _took_caption(self, node: Element) -> bool:
        lead = self.single.get("lead")
        if self._class == "text" or not isinstance(lead, Figure) or lead.caption is not None:
            return False
        self.parts.attributes(node, {"role", "roleuri"})
        caption = self.markup.caption(node)
        self.single["lead"] = self.reading.build(Figure, node, media=lead.media, caption=caption)
        return True

    def _settle_filled(self) -> None:
        filled = self._filled.pop("guid", None)
        if filled is not None:
            if self.single.get("id") == filled[1]:
                del self.single["id"]
            else:
                self._filled["guid"] = filled
        for name, (node, value) in self._filled.items():
            self.reading.lost(node, f"the {name} that was filled in is not {shown(value)} any more", name)


_REST: dict[str, Any] = {"access": Access, "published": Time, "updated": Time, "embargoed": Time}
_Table = dict[str, Take[ItemReader]]


def _concepts(fields: Iterable[tuple[str, str]]) -> Iterator[tuple[str, Take[ItemReader]]]:
    for field, tag in fields:

        def take(reader: ItemReader, node: Element, field: str = field) -> None:
            reader.add(field, node, reader.parts.concept(node))

        yield tag, take


def _lines(fields: Iterable[tuple[str, str]]) -> Iterator[tuple[str, Take[ItemReader]]]:
    for field, tag in fields:

        def take(reader: ItemReader, node: Element, field: str = field) -> None:
            reader.parts.attributes(node)
            reader.set(field, node, reader.parts.line(node))

        yield tag, take


_ROOT: _Table = in_namespace(names.NAR, {
    "catalogRef": ItemReader._silent,
    "catalog": ItemReader._silent,
    "rightsInfo": ItemReader._rights,
    "itemMeta": ItemReader._item_meta,
    "contentMeta": ItemReader._content_meta,
    "contentSet": ItemReader._content_set,
    "groupSet": ItemReader._group_set,
})  # fmt: skip
_BOTH: _Table = {
    **dict(_lines((field, tag) for field, tag in names.LINES.items())),
    **dict(_concepts((field, place.tag) for field, place in names.CONCEPTS.items())),
}
_ITEM_META: _Table = in_namespace(names.NAR, {
    "itemClass": ItemReader._item_class,
    "provider": ItemReader._provider,
    "versionCreated": ItemReader._version_created,
    "firstCreated": ItemReader._created,
    "embargoed": ItemReader._embargoed,
    "expires": ItemReader._expires,
    "pubStatus": ItemReader._status,
    "role": ItemReader._role,
    "title": ItemReader._item_title,
    "edNote": ItemReader._note,
    "link": ItemReader._link,
    "signal": _BOTH["signal"],
    "service": _BOTH["service"],
})  # fmt: skip
_CONTENT_META: _Table = in_namespace(names.NAR, _BOTH | {
    "urgency": ItemReader._urgency,
    "contentCreated": ItemReader._created,
    "contentModified": ItemReader._modified,
    "creator": ItemReader._creator,
    "contributor": ItemReader._contributor,
    "altId": ItemReader._identifier,
    "language": ItemReader._language,
    "keyword": ItemReader._keyword,
    "headline": ItemReader._headline,
    "description": ItemReader._description,
    "edNote": ItemReader._note,
    clark("vote"): ItemReader._vote,
    clark("appeal"): ItemReader._appeal,
    clark("article"): ItemReader._rest,
    _DETAILS: ItemReader._silent,
    _FILLED: ItemReader._silent,
})  # fmt: skip
