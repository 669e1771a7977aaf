"""The head of an NITF document to fields: what it is about, when and by whom it was made, what is to be done with it."""

from __future__ import annotations

from typing import Any, get_args

from newsmodel.errors import shown
from newsmodel.formats import _carrier as carrier
from newsmodel.formats._carrier import clark
from newsmodel.formats._reading import Element, folded
from newsmodel.formats._status import parsed_status
from newsmodel.formats._walker import FieldReader, Fields, Take
from newsmodel.formats.nitf import _names as names
from newsmodel.formats.nitf._parts import PartReader
from newsmodel.formats.nitf._rights import RightsReader
from newsmodel.model import Access, Byline, Concept, Identifier, Label, Link
from newsmodel.model.values import is_url

_CARRIED: dict[str, Any] = {
    "access": Access, "credit": str, "signals": tuple[Concept, ...], "links": tuple[Link, ...], "titles": tuple[Label, ...]
}


class HeadReader(FieldReader):
    """Reads the head."""

    def __init__(self, parts: PartReader, fields: Fields, rights: RightsReader) -> None:
        super().__init__(parts, fields)
        self.parts = parts
        self.details = parts.details
        self.rights = rights
        self.title: Element | None = None
        self.embargoed_status: Element | None = None
        """What says that the document is embargoed, without saying until when."""
        self.own_titles: list[Label] = []
        """Titles that stand in a carrier."""

    def name_of(self, node: Element) -> str:
        """The name of an element: one of ours with its namespace."""
        return names.name_of(node)

    def read(self, node: Element) -> None:
        """Take all that stands in the head."""
        self.group(node, _HEAD)

    def _take_title(self, node: Element) -> None:
        self.parts.attributes(node)
        if self.title is None:
            self.title = node
        else:
            self.reading.unknown(node)

    def _meta(self, node: Element) -> None:
        """A name and a value whose meaning the provider knows."""
        self.parts.one_of(node, {"name", "content", "http-equiv"})
        if node.get("content"):
            self.reading.lost(node, f"no place for {shown(node.get('name') or node.get('http-equiv'))}: {shown(node.get('content'))}")

    def _tobject(self, node: Element) -> None:
        kind = self.parts.text_of(node, "tobject.type")
        self.group(node, _TOBJECT, "tobject.type")
        if kind is not None and kind.lower() != "news":
            # The standard's words are News, Data and Advisory; others stand for a genre or a desk.
            self.add("genres", node, Concept(name=kind), first=True)

    def _genre(self, node: Element) -> None:
        self.parts.one_of(node, {"tobject.property.type"})
        self.add("genres", node, self.parts.concept(node, name=self.parts.text_of(node, "tobject.property.type")))

    def _subject(self, node: Element) -> None:
        known = {"tobject.subject.refnum", *names.TIERS}
        self.parts.one_of(node, known | ({"tobject.subject.ipr"} if node.get("tobject.subject.ipr") == "IPTC" else set()))
        chain = [text for tier in names.TIERS if (text := self.parts.text_of(node, tier)) is not None]
        broader: tuple[Concept, ...] = ()
        for tier_name in chain[:-1]:
            broader = (Concept(name=tier_name, broader=broader),)
        name = chain[-1] if chain else None
        code = self.parts.text_of(node, "tobject.subject.refnum")
        self.add("subjects", node, self.parts.concept(node, name=name, code=code, broader=broader))

    def _pubdata(self, node: Element) -> None:
        reading, parts = self.reading, self.parts
        known = {"position.section", "ex-ref", "date.publication"}
        parts.one_of(node, known | ({"type"} if node.get("ex-ref") and node.get("type") == "web" else set()))
        if node.get("ex-ref"):
            self.set("url", node, reading.url(node, "ex-ref"))
        if node.get("date.publication"):
            self._publication(node, "date.publication")
        if self.details.word(node, "as", "section") == "section" or node.get("position.section"):
            self.add("sections", node, parts.concept(node, name=parts.text_of(node, "position.section")))

    def _publication(self, node: Element, attribute: str) -> None:
        """When the text was published; what is said again is no loss."""
        time = self.parts.time(node, attribute)
        if time is None:
            return
        self.fields.places.setdefault("published", node)
        if self.single.setdefault("published", time) != time:
            self.reading.lost(node, f"no place for another time of publication: {time}", attribute)

    def _revision(self, node: Element) -> None:
        parts, function = self.parts, node.get("function")
        parts.one_of(node, {"name", "function", "norm"})
        if function not in (None, "", *names.FUNCTIONS.values()):
            self.reading.lost(node, f"no function of a revision: {shown(function)}", "function")
        if node.get("norm"):
            field = "created" if function == names.CREATED and "created" not in self.single else "updated"
            time = parts.time(node)
            if field in self.single:
                self.reading.lost(node, f"no place for another revision; that of {self.single[field]} is not kept")
            if time is not None:
                self.single[field] = time
                self.fields.places[field] = node
        details = self.details.rest(node, Byline)
        name = parts.text_of(node, "name") or ""
        if name or details.get("affiliation"):
            role = next((role for role, word in names.FUNCTIONS.items() if word == function), None)
            # What the standard calls an audit trail is known to the system, not to readers.
            self.add("contributors", node, self.reading.build(Byline, node, **{"name": name, "role": role, **details}))

    def _carried(self, node: Element) -> None:
        """Fields that the standard has no place for."""
        for name, kind in _CARRIED.items():
            value = carrier.take(self.reading, node, name, kind)
            if name == "titles":
                self.own_titles += value
            elif isinstance(value, tuple):
                self.many.setdefault(name, []).extend(value)
            elif name == "access" and value not in (None, *get_args(Access)):
                self.reading.lost(node, f"no kind of access: {shown(value)}", name)
            else:
                self.set(name, node, value)
        carrier.report_rest(self.reading, node, _CARRIED)

    def _docdata(self, node: Element) -> None:
        known = {"management-status", "management-doc-idref"}
        word = str(node.get("management-status") or "").strip()
        status = parsed_status(word)
        if word.lower() == names.EMBARGOED:
            self.embargoed_status = node
        elif status is not None:
            self.set("status", node, status)
            if word != status:
                self.reading.repaired(node, f"an unusually spelt status: {shown(word)}", "management-status")
        elif word:
            self.reading.lost(node, f"no publishing status: {shown(word)}", "management-status")
        if previous := self.parts.text_of(node, "management-doc-idref"):
            if is_url(previous):
                self.add("links", node, self.reading.build(Link, node, rel=names.FIRST_VERSION, href=previous))
            else:
                self.reading.lost(node, f"expected a URL, found {shown(previous)}", "management-doc-idref")
        self.group(node, _DOCDATA, *known)

    def _doc_id(self, node: Element) -> None:
        """The first is the document's own; where the document has none, ours keeps its place without a value."""
        value, scheme = self.parts.text_of(node, "id-string"), self.parts.text_of(node, "regsrc")
        first = "id" not in self.single
        self.parts.one_of(node, {"id-string"} if first else {"id-string", "regsrc"})
        if first:
            self.single["id"] = value
            self.fields.places["id"] = node
        elif value is not None:
            self.add("identifiers", node, self.reading.build(Identifier, node, value=value, scheme=scheme))

    def _urgency(self, node: Element) -> None:
        self.parts.one_of(node, {"ed-urg"})
        self.set("urgency", node, self.reading.whole(node, "ed-urg", 1, 9) if node.get("ed-urg") else None)

    def _issue(self, node: Element) -> None:
        self.parts.one_of(node, {"norm"})
        self._publication(node, "norm")

    def _take_release(self, node: Element) -> None:
        self.parts.one_of(node, {"norm"})
        self.set("embargoed", node, self.parts.time(node))

    def _expire(self, node: Element) -> None:
        self.parts.one_of(node, {"norm"})
        self.set("expires", node, self.parts.time(node))

    def _key(self, node: Element) -> None:
        self.parts.one_of(node, {"key", "version"})
        self.set("slug", node, self.parts.text_of(node, "key"))
        self.set("version", node, self.reading.whole(node, "version", 1) if node.get("version") else None)

    def _message(self, node: Element) -> None:
        """A message to editors; a correction says what to correct to them."""
        correction = folded(node.tag) == "correction"
        self.parts.one_of(node, {"info"} if correction else {"info", "msg-type"})
        role = names.CORRECTION if correction else self.parts.text_of(node, "msg-type")
        text = self.parts.text_of(node, "info")
        if text is not None:
            self.add("notes", node, self.reading.build(Label, node, content=(text,), role=role, public=False))

    def _keywords(self, node: Element) -> None:
        self.parts.attributes(node)
        for child in self.parts.children(node):
            if folded(child.tag) == "keyword":
                self.parts.one_of(child, {"key"})
                self.add("keywords", child, self.parts.text_of(child, "key"))
            else:
                self.reading.unknown(child)

    def _scope(self, node: Element) -> None:
        self.parts.one_of(node, {"scope"})
        if (name := self.parts.text_of(node, "scope")) is not None:
            self.add("subjects", node, self.reading.build(Concept, node, name=name, rel="doc-scope"))

    def _event_place(self, node: Element) -> None:
        """Where an event took place, from the smallest part to the country."""
        self.parts.one_of(node, {"city", "county-dist", "state-prov", "iso-cc"})
        country = self.parts.text_of(node, "iso-cc")
        chain: tuple[Concept, ...] = () if country is None else (Concept(code=country),)
        for part in ("state-prov", "county-dist", "city"):
            if (name := self.parts.text_of(node, part)) is not None:
                chain = (Concept(name=name, broader=chain),)
        if chain:
            place = chain[0]
            self.add("subjects", node, Concept(name=place.name, code=place.code, broader=place.broader, rel="evloc", type="location"))

    def _identified(self, node: Element) -> None:
        self.parts.attributes(node)
        for child in self.parts.children(node):
            tag = folded(child.tag)
            if tag not in (*names.IDENTIFIED, "classifier"):
                self.reading.unknown(child)
                continue
            field = "located" if self.details.word(child, "as", "located") == "located" else "subjects"
            kind = self.parts.text_of(child, "type") if tag == "classifier" else tag
            made = self.parts.party(child, {"type"} if tag == "classifier" else (), **({} if field == "located" else {"type": kind}))
            if made is None:
                self.reading.lost(child, f"a <{tag}> without code or name")
            self.add(field, child, made)

    def _silent(self, node: Element) -> None:
        """What is read elsewhere."""


_Table = dict[str, Take[HeadReader]]
_HEAD: _Table = {
    "title": HeadReader._take_title,
    "meta": HeadReader._meta,
    "tobject": HeadReader._tobject,
    "docdata": HeadReader._docdata,
    "pubdata": HeadReader._pubdata,
    "revision-history": HeadReader._revision,
    clark("article"): HeadReader._carried,
    clark("details"): HeadReader._silent,
}
_TOBJECT: _Table = {"tobject.property": HeadReader._genre, "tobject.subject": HeadReader._subject}
_DOCDATA: _Table = {
    "correction": HeadReader._message,
    "ed-msg": HeadReader._message,
    "evloc": HeadReader._event_place,
    "doc-id": HeadReader._doc_id,
    "urgency": HeadReader._urgency,
    "date.issue": HeadReader._issue,
    "date.release": HeadReader._take_release,
    "date.expire": HeadReader._expire,
    "doc-scope": HeadReader._scope,
    "du-key": HeadReader._key,
    "doc.copyright": lambda reader, node: reader.rights.copyright(node),
    "doc.rights": lambda reader, node: reader.rights.statement(node),
    "key-list": HeadReader._keywords,
    "identified-content": HeadReader._identified,
    clark("notice"): lambda reader, node: reader.rights.carried(node),
    clark("term"): lambda reader, node: reader.rights.carried(node),
}
