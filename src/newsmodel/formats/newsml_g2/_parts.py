"""The kinds of values that many elements of NewsML-G2 share: lines, terms, concepts, parties, labels, links, rights."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from newsmodel.errors import shown
from newsmodel.formats import _carrier as carrier
from newsmodel.formats._carrier import clark
from newsmodel.formats._markup.read import MarkupReader
from newsmodel.formats._reading import Element, Reading, local
from newsmodel.formats._walker import Walker
from newsmodel.formats.newsml_g2 import _names as names
from newsmodel.formats.newsml_g2._catalog import IPTC, resolved
from newsmodel.formats.newsml_g2._details import Details
from newsmodel.model import Byline, BylineKind, Concept, Coordinates, Label, Link, Number, RichText, Rights, Time
from newsmodel.model.values import is_url

_CONCEPT = frozenset(
    {"qcode", "uri", "literal", "type", "typeuri", "relevance", "confidence"}
    | {clark(name) for name in ("code", "uri", "type", "rel", "relevance", "confidence", "resolved")}
)
_BYLINE = frozenset(
    {"qcode", "uri", "literal", "type", "typeuri", "role", "roleuri", "jobtitle", "jobtitleuri"}
    | {clark(name) for name in ("code", "role", "jobtitle", "location")}
)
_LABEL = frozenset(
    {"role", "roleuri", "pubconstraint", "pubconstrainturi", names.XML_LANG, clark("role"), names.NM_PUBLIC, names.NM_DATE}
)
_LINK = frozenset(
    {"rel", "reluri", "href", "residref", "guidref", "contenttype", "version", "title"}
    | {clark(name) for name in ("rel", "href", "language", "version")}
)
_NAME = frozenset({names.XML_LANG})
_REFERENCE = frozenset({*names.ADDRESSES, "contenttype", "version"})
_WORD_OF_RELATION = {native: word for word, native in names.RELATIONS.items()}
_KIND_OF_PARTY: dict[str, BylineKind] = {
    "person": "person", "organisation": "organization", "organization": "organization",
}  # fmt: skip


def _term(name: str) -> tuple[str, ...]:
    """The attributes that may hold a value of a vocabulary: a QCode, a URI, or ours."""
    return name, f"{name}uri", clark(name)


class _Place:
    """Where a field stands: in the first of these attributes that has a value."""

    def __init__(self, field: str, *attributes: str, take: Callable[[Reading, Element, str], object] = Reading.line) -> None:
        self.field = field
        self.attributes = attributes
        self.any_of = frozenset(attributes)
        self.take = take


_CONCEPT_PLACES = (
    _Place("code", "qcode", "literal", names.NM_CODE),
    _Place("uri", "uri", names.NM_URI, take=Reading.url),
    _Place("type", *_term("type")),
    _Place("rel", clark("rel")),
)
_MEASURES = {name: frozenset({name, clark(name)}) for name in ("relevance", "confidence")}
_MEASURED = frozenset[str]().union(*_MEASURES.values())
_BYLINE_PLACES = (
    _Place("id", "qcode", "uri", "literal"),
    _Place("role", *_term("role")),
    _Place("job_title", *_term("jobtitle")),
    _Place("location", names.NM_LOCATION),
)


class PartReader(Walker):
    """Reads values that stand in several places."""

    def __init__(self, reading: Reading, markup: MarkupReader, details: Details, catalog: Mapping[str, str] | None) -> None:
        super().__init__(reading)
        self.catalog = catalog
        """What resolves QCodes; `None` for documents of ours, which say where a URI is known."""
        self.markup = markup
        self.details = details

    # Elements and attributes

    def is_machinery(self, node: Element, name: str) -> bool:  # noqa: ARG002  # the same of every element
        """Whether an attribute names a part inside the document."""
        return name == "id"

    def no_content(self, node: Element) -> None:
        """Report what stands in an element that says all in its attributes, but for a name for people."""
        for child in self.children(node):
            if names.name_of(child) != "name":
                self.reading.unknown(child)

    def first(self, node: Element, *attributes: str, take: Callable[[Reading, Element, str], Any] = Reading.line) -> Any:
        """The value of the first of these attributes that has one; the others are reported."""
        return self._first([name for name in attributes if node.get(name)], node, take)

    def _first(self, given: Iterable[str], node: Element, take: Callable[[Reading, Element, str], Any]) -> Any:
        found = None
        for name in given:
            if found is None:
                found = take(self.reading, node, name)
            else:
                self.reading.lost(node, f"no place for {local(name)}={shown(str(node.get(name)))}", name)
        return found

    def term(self, node: Element, name: str) -> str | None:
        """A value of a vocabulary: a QCode, a URI, or ours."""
        found: str | None = self.first(node, *_term(name))
        return found

    def stated(self, node: Element, given: Mapping[str, str], places: Iterable[_Place]) -> dict[str, Any]:
        """By field, the values in the attributes that are given; see `first`."""
        return {
            place.field: self._first([name for name in place.attributes if given.get(name)], node, place.take)
            for place in places
            if not place.any_of.isdisjoint(given)
        }

    # Text

    def rich(self, node: Element) -> RichText | None:
        """Rich text; several paragraphs are set apart by breaks."""
        return self.reading.rich(node, self.markup.flowing(node))

    def label(self, node: Element, *, public: bool = True, own_role: str | None = None) -> Label | None:
        """A label; `public` tells what the element means by itself, `own_role` is the one that says only what it is."""
        self.attributes(node, _LABEL)
        content = self.rich(node)
        if content is None:
            return None
        native = self.first(node, "role", "roleuri")
        own = self.first(node, clark("role"))
        if own is not None and native not in (None, own_role):
            self.reading.lost(node, f"no place for a second role: {shown(native)}")
        role = own or (None if native == own_role else native)
        language = self.reading.language(node, names.XML_LANG) if node.get(names.XML_LANG) else None
        stated = carrier.take_attribute(self.reading, node, "public", bool)
        constraint = self.first(node, "pubconstraint", "pubconstrainturi")
        if constraint is not None:
            self.reading.repaired(node, f"the constraint {shown(constraint)}: read as not public")
            public = False
        date = carrier.take_attribute(self.reading, node, "date", Time)
        return self.reading.build(
            Label, node, content=content, role=role, language=language, public=public if stated is None else stated, date=date
        )

    # Concepts

    def concept(self, node: Element) -> Concept | None:
        """A concept, in whichever element: what an element's type does not allow stands in attributes of ours."""
        given: dict[str, str] = dict(node.attrib.items())
        if not _CONCEPT.issuperset(given):
            self.attributes(node, _CONCEPT)
        values = self.stated(node, given, _CONCEPT_PLACES)
        if not _MEASURED.isdisjoint(given):
            values |= {name: self._measure(node, name) for name in _MEASURES if not _MEASURES[name].isdisjoint(given)}
        if "id" in given:
            values["same_as"] = list(self.details.get(node, "same-as", tuple[str, ...]) or ())
            values["broader"] = list(self.details.get(node, "broader", tuple[Concept, ...]) or ())
            values["position"] = self.details.get(node, "position", Coordinates)
        code = given.get("qcode")
        if code and not names.is_qcode(code):
            self.reading.repaired(node, f"no QCode, kept as it stands: {shown(code)}", "qcode")
        if values.get("uri") is None:
            values["uri"] = self._resolved(node, code) if code or names.NM_RESOLVED in given else None
        for child in self.children(node):
            self._part_of_concept(child, values)
        if not (values.get("code") or values["uri"] or values.get("name")):
            self.reading.lost(node, f"a <{local(node.tag)}> without code or name")
            return None
        return self.reading.build(Concept, node, **values)

    def _resolved(self, node: Element, code: str | None) -> str | None:
        """What the QCode stands for; in a document of ours only where it says that the URI was known."""
        stated = carrier.take_attribute(self.reading, node, "resolved", bool)
        if stated is False or not code:
            return None
        if self.catalog is not None:
            return resolved(code, self.catalog)
        if not stated:
            return None
        found = resolved(code, IPTC)
        if found is None:
            self.reading.lost(node, f"no URI is known for {shown(code)}", names.NM_RESOLVED)
        return found

    def _part_of_concept(self, child: Element, values: dict[str, Any]) -> None:
        match names.name_of(child):
            case "name" if "name" not in values:
                self.attributes(child, _NAME)
                values["name"] = self.line(child)
            case "sameAs":
                values.setdefault("same_as", []).extend(self._same_as(child))
            case "broader":
                if (broader := self.concept(child)) is not None:
                    values.setdefault("broader", []).append(broader)
            case "geoAreaDetails" | "POIDetails" if values.get("position") is None:
                values["position"] = self._position(child)
            case _:
                self.reading.unknown(child)

    def _measure(self, node: Element, name: str) -> Number | None:
        if node.get(name):
            return self.reading.whole(node, name, 0, 100)
        found: Number | None = carrier.take_attribute(self.reading, node, name, Number)
        return found

    def _same_as(self, node: Element) -> list[str]:
        self.attributes(node, {"uri", "qcode", "literal", names.NM_URI, names.NM_CODE})
        for child in self.children(node):
            self.reading.unknown(child)
        found = self.first(node, "uri", "qcode", "literal", names.NM_URI, names.NM_CODE)
        return [] if found is None else [found]

    def _position(self, node: Element) -> Coordinates | None:
        self.attributes(node)
        found: Coordinates | None = None
        for child in self.children(node):
            if names.name_of(child) == "position" and found is None:
                found = carrier.read(self.reading, child, Coordinates)
            else:
                self.reading.unknown(child)
        return found

    # Parties

    def byline(self, node: Element) -> Byline | None:
        """Who made something; a literal stands for the name where there is none."""
        self.attributes(node, _BYLINE)
        values: dict[str, Any] = {"id": None, "same_as": [], **self.stated(node, dict(node.attrib.items()), _BYLINE_PLACES)}
        kind = self.term(node, "type")
        if kind is not None and (word := kind.replace("/", ":").rpartition(":")[2]) in _KIND_OF_PARTY:
            values["kind"] = _KIND_OF_PARTY[word]
        elif kind is not None:
            self.reading.lost(node, f"no kind of party: {shown(kind)}", "type")
        for child in self.children(node):
            self._part_of_byline(child, values)
        if not values.get("name") and not values.get("affiliation"):
            literal = values["id"] is not None and node.get("literal") == values["id"]
            code = values.pop("id") if literal else values["id"]
            if code is None:
                self.reading.lost(node, f"a <{local(node.tag)}> without name")
                return None
            values["name"] = code
        return self.reading.build(Byline, node, **values)

    def _part_of_byline(self, child: Element, values: dict[str, Any]) -> None:
        match names.name_of(child):
            case "name" if "name" not in values:
                self.attributes(child, _NAME)
                values["name"] = self.line(child) or ""
            case "sameAs":
                values["same_as"] += self._urls(child, self._same_as(child))
            case "personDetails":
                values.setdefault("kind", "person")
                self._party_details(child, values)
            case "organisationDetails":
                values.setdefault("kind", "organization")
                self._party_details(child, values)
            case _:
                self.reading.unknown(child)

    def _urls(self, node: Element, found: list[str]) -> list[str]:
        for one in found:
            if not is_url(one):
                self.reading.lost(node, f"expected a URL, found {shown(one)}")
        return [one for one in found if is_url(one)]

    def _party_details(self, node: Element, values: dict[str, Any]) -> None:
        self.attributes(node)
        for child in self.children(node):
            if names.name_of(child) == "affiliation" and "affiliation" not in values:
                self._affiliation(child, values)
            elif names.name_of(child) == "contactInfo":
                self._contact(child, values)
            else:
                self.reading.unknown(child)

    def _affiliation(self, node: Element, values: dict[str, Any]) -> None:
        found = self.concept(node)
        if found is None:
            return
        values["affiliation"] = name = found.name or found.code or found.uri
        if found != Concept(name=name):
            self.reading.lost(node, "all but the name of an affiliation")

    def _contact(self, node: Element, values: dict[str, Any]) -> None:
        self.attributes(node)
        for child in self.children(node):
            name = names.name_of(child)
            if name == "email" and "email" not in values:
                self.attributes(child)
                values["email"] = self.line(child)
            elif name == "web" and "url" not in values:
                self.attributes(child, {names.NM_HREF})
                values["url"] = self.reading.url(child, names.NM_HREF if child.get(names.NM_HREF) else None)
            else:
                self.reading.unknown(child)

    # Links and rights

    def link(self, node: Element) -> Link | None:
        """A link; `None`, and reported, where it leads nowhere."""
        self.attributes(node, _LINK)
        href = self.first(node, "href", "residref", "guidref", names.NM_HREF, take=Reading.url)
        native = self.first(node, "rel", "reluri")
        own = self.first(node, clark("rel"))
        if own is not None and native is not None:
            self.reading.lost(node, f"no place for a second relation: {shown(native)}")
        title = self.first(node, "title")
        for child in self.children(node):
            if names.name_of(child) == "title" and title is None:
                self.attributes(child)
                title = self.line(child)
            else:
                self.reading.unknown(child)
        if href is None:
            self.reading.lost(node, "a link without an address")
            return None
        version = self.first(node, "version", names.NM_VERSION)
        relation = {} if (rel := own or _WORD_OF_RELATION.get(native, native)) is None else {"rel": rel}
        if not relation:
            self.reading.repaired(node, "a link that does not say how it relates: read as seeAlso")
        return self.reading.build(
            Link, node, href=href, title=title, type=self.first(node, "contenttype"), version=version,
            language=self.first(node, names.NM_LANGUAGE, take=Reading.language), **relation,
        )  # fmt: skip

    def reference(self, node: Element) -> Link | None:
        """The reference of a package to an item, titled by what it says of it; `None`, and reported, where it leads nowhere."""
        self.attributes(node, _REFERENCE)
        href = self.first(node, *names.ADDRESSES, take=Reading.url)
        title: str | None = None
        for child in self.children(node):
            if names.name_of(child) in ("title", "headline") and title is None:
                self.attributes(child)
                title = self.line(child)
            else:
                self.reading.unknown(child)
        if href is None:
            self.reading.lost(node, "a reference without an address")
            return None
        version, kind = (self.first(node, name) for name in ("version", "contenttype"))
        return self.reading.build(Link, node, href=href, rel=names.PART, title=title, type=kind, version=version)

    def rights(self, node: Element) -> Rights | None:
        """The rights of an item."""
        self.attributes(node, {names.NM_YEAR})
        values: dict[str, Any] = {"notices": [], "terms": []}
        if node.get(names.NM_YEAR):
            values["year"] = self.reading.whole(node, names.NM_YEAR, 1, 9999)
        for child in self.children(node):
            match names.name_of(child):
                case "copyrightHolder" if "holder" not in values:
                    values["holder"] = self.concept(child)
                case "copyrightNotice":
                    self._add_label(child, values["notices"])
                case "usageTerms":
                    self._add_label(child, values["terms"])
                case "link" if "url" not in values:
                    self.attributes(child, {"href", names.NM_HREF})
                    values["url"] = self.first(child, "href", names.NM_HREF, take=Reading.url)
                    for inner in self.children(child):
                        self.reading.unknown(inner)
                case _:
                    self.reading.unknown(child)
        return self.reading.build(Rights, node, **values) if any(values.values()) else None

    def _add_label(self, node: Element, labels: list[Label]) -> None:
        label = self.label(node)
        if label is not None:
            labels.append(label)
