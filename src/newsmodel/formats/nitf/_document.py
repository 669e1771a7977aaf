"""An NITF document to an article.

One method for each kind of element; tables say which element goes to which. What no table names is reported, and so is
every attribute that no method asks for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, get_args

from newsmodel.errors import shown
from newsmodel.formats import _carrier as carrier
from newsmodel.formats._carrier import clark
from newsmodel.formats._markup import XML_LANGUAGE
from newsmodel.formats._people import hide_initials
from newsmodel.formats._reading import Element, Reading, flat_text, folded, local, one_line
from newsmodel.formats._status import parsed_status
from newsmodel.formats.nitf import _names as names
from newsmodel.formats.nitf._body import BodyReader
from newsmodel.formats.nitf._details import Details
from newsmodel.formats.nitf._parts import PartReader
from newsmodel.model import (
    Access, Article, Byline, Concept, DonationAppeal, Figure, Identifier, Label, Link, Rights, Time, Vote,
)  # fmt: skip
from newsmodel.model.values import is_url

_ROOT_ATTRIBUTES = frozenset({"uno", "version", "change.date", "change.time", "baselang", XML_LANGUAGE})
_CARRIED: dict[str, Any] = {
    "access": Access, "credit": str, "signals": tuple[Concept, ...], "links": tuple[Link, ...], "titles": tuple[Label, ...]
}


class DocumentReader:
    """Reads one document, alone or inside another one."""

    def __init__(self, reading: Reading, nitf: Element, pictures: Mapping[str, Figure] | None = None) -> None:
        """`pictures` are those of the document around this one, by the names that its text refers to them by."""
        self.reading = reading
        self.nitf = nitf
        self.details = Details(reading, nitf)
        self.body = BodyReader(reading, self.details, pictures)
        self.parts = PartReader(reading, self.details, self.body)
        self.ours = self.details.get(nitf, "mapping", str)
        self.single: dict[str, Any] = {}
        self.many: dict[str, list[Any]] = {}
        self.places: dict[str, Element] = {}
        """By field, the element that said it first."""
        self.member_places: list[tuple[object, Element]] = []
        """The members of fields that hold many, and the element that said each."""
        self._rights: dict[str, Any] = {"notices": [], "terms": []}
        self._title: Element | None = None
        self._headline: Element | None = None
        self._content: list[Element] = []
        self._embargoed_status: Element | None = None
        self._own_titles: list[Label] = []
        self._says_none = False
        """Whether a document of ours says that its article has no headline."""

    def read(self) -> Article | None:
        """The article; `None`, and reported, where its parts do not make one."""
        self._root()
        self._each(self.nitf, _DOCUMENT)
        self._settle()
        if not self.single.setdefault("headline", "") and not self._says_none:
            self.reading.lost(self._headline if self._headline is not None else self.nitf, "no headline")
        return self.reading.build(Article, self.nitf, **self.single, **self.many)

    def read_parts(self, nodes: Iterable[Element]) -> None:
        """Take the fields that a document inside another one gives, or the parts of one: its body, or what stands in it."""
        for node in nodes:
            match folded(node.tag):
                case "nitf":
                    self._root()
                    self._each(node, _DOCUMENT)
                case "body":
                    self._body(node)
                case name:
                    _BODY[name](self, node)
        self._settle()

    def _settle(self) -> None:
        """Take what depends on the whole."""
        self._settle_headline()
        self._settle_times()
        self._settle_rights()
        if not self.ours:
            hide_initials(self.single, self.many)
        self.many.setdefault("titles", []).extend(self._own_titles)
        self.single["body"] = self.body.content(self._content)
        if self.body.lead is not None:
            self.single["lead"] = self.body.lead
        for node in self.body.unpublished:
            self._note(node)
        self.details.report()

    # Going through elements

    def _each(self, node: Element, table: Mapping[str, Callable[[DocumentReader, Element], None]]) -> None:
        for child in self.parts.children(node):
            take = table.get(child.tag) or table.get(folded(child.tag))
            if take is None:
                self.reading.unknown(child)
            else:
                take(self, child)

    def _set(self, field: str, node: Element, value: object) -> None:
        """The value of a field that holds one; a second one is reported, unless it says the same."""
        if value is None:
            return
        if self.single.get(field, value) != value:
            self.reading.lost(node, f"no place for a second <{local(node.tag)}>: {shown(str(value))}")
        else:
            self.single[field] = value
            self.places.setdefault(field, node)

    def _add(self, field: str, node: Element, value: object, *, first: bool = False) -> None:
        if value is not None:
            members = self.many.setdefault(field, [])
            members.insert(0 if first else len(members), value)
            self.member_places.append((value, node))

    def _root(self) -> None:
        nitf = self.nitf
        if self.ours not in (None, names.MAPPING):
            self.reading.lost(nitf, f"a mapping of ours that is not known here: {shown(self.ours)}", clark("mapping"))
        attribute = "baselang" if nitf.get("baselang") else XML_LANGUAGE
        if nitf.get(attribute):
            self._set("language", nitf, self.reading.language(nitf, attribute))
        self.body.language = self.single.get("language")
        self.parts.attributes(nitf, _ROOT_ATTRIBUTES)

    def _silent(self, node: Element) -> None:
        """What is read elsewhere."""

    def _group(self, table: Mapping[str, Callable[[DocumentReader, Element], None]], node: Element, *known: str) -> None:
        self.parts.attributes(node, known)
        self._each(node, table)

    def _head(self, node: Element) -> None:
        self._group(_HEAD, node)

    def _body(self, node: Element) -> None:
        if "language" not in self.single and node.get(XML_LANGUAGE):
            self._set("language", node, self.reading.language(node, XML_LANGUAGE))
            self.body.language = self.single.get("language")
        self._group(_BODY, node)

    def _body_head(self, node: Element) -> None:
        self._group(_BODY_HEAD, node)

    def _body_content(self, node: Element) -> None:
        self._content.append(node)

    def _body_end(self, node: Element) -> None:
        self._group(_BODY_END, node)

    # Head

    def _take_title(self, node: Element) -> None:
        self.parts.attributes(node)
        if self._title is None:
            self._title = node
        else:
            self.reading.unknown(node)

    def _meta(self, node: Element) -> None:
        """A name and a value whose meaning the provider knows."""
        if node.get("content"):
            self.reading.lost(node, f"no place for {shown(node.get('name') or node.get('http-equiv'))}: {shown(node.get('content'))}")

    def _tobject(self, node: Element) -> None:
        kind = self.parts.text_of(node, "tobject.type")
        self._group(_TOBJECT, node, "tobject.type")
        if kind is not None and kind.lower() != "news":
            # The standard's words are News, Data and Advisory; others stand for a genre or a desk.
            self._add("genres", node, Concept(name=kind), first=True)

    def _genre(self, node: Element) -> None:
        self.parts.one_of(node, {"tobject.property.type"})
        self._add("genres", node, self.parts.concept(node, name=self.parts.text_of(node, "tobject.property.type")))

    def _subject(self, node: Element) -> None:
        known = {"tobject.subject.refnum", *names.TIERS}
        self.parts.one_of(node, known | ({"tobject.subject.ipr"} if node.get("tobject.subject.ipr") == "IPTC" else set()))
        chain = [text for tier in names.TIERS if (text := self.parts.text_of(node, tier)) is not None]
        broader: tuple[Concept, ...] = ()
        for tier_name in chain[:-1]:
            broader = (Concept(name=tier_name, broader=broader),)
        name = chain[-1] if chain else None
        code = self.parts.text_of(node, "tobject.subject.refnum")
        self._add("subjects", node, self.parts.concept(node, name=name, code=code, broader=broader))

    def _pubdata(self, node: Element) -> None:
        reading, parts = self.reading, self.parts
        known = {"position.section", "ex-ref", "date.publication"}
        parts.one_of(node, known | ({"type"} if node.get("ex-ref") and node.get("type") == "web" else set()))
        if node.get("ex-ref"):
            self._set("url", node, reading.url(node, "ex-ref"))
        if node.get("date.publication"):
            self._publication(node, "date.publication")
        if self.details.get(node, "as", str) == "section" or node.get("position.section"):
            self._add("sections", node, parts.concept(node, name=parts.text_of(node, "position.section")))

    def _publication(self, node: Element, attribute: str) -> None:
        """When the text was published; what is said again is no loss."""
        time = self.parts.time(node, attribute)
        if time is None:
            return
        self.places.setdefault("published", node)
        if self.single.setdefault("published", time) != time:
            self.reading.lost(node, f"no place for another time of publication: {time}", attribute)

    def _revision(self, node: Element) -> None:
        parts, function = self.parts, node.get("function")
        parts.one_of(node, {"name", "function", "norm"})
        if node.get("norm"):
            field = "created" if function == names.CREATED and "created" not in self.single else "updated"
            time = parts.time(node)
            if field in self.single:
                self.reading.lost(node, f"no place for another revision; that of {self.single[field]} is not kept")
            if time is not None:
                self.single[field] = time
                self.places[field] = node
        details = self.details.rest(node, Byline)
        name = parts.text_of(node, "name") or ""
        if name or details.get("affiliation"):
            role = next((role for role, word in names.FUNCTIONS.items() if word == function), None)
            # What the standard calls an audit trail is known to the system, not to readers.
            self._add("contributors", node, self.reading.build(Byline, node, **{"name": name, "role": role, **details}))

    def _carried(self, node: Element) -> None:
        """Fields that the standard has no place for."""
        for name, kind in _CARRIED.items():
            value = carrier.take(self.reading, node, name, kind)
            if name == "titles":
                self._own_titles += value
            elif isinstance(value, tuple):
                self.many.setdefault(name, []).extend(value)
            elif name == "access" and value not in (None, *get_args(Access)):
                self.reading.lost(node, f"no kind of access: {shown(value)}", name)
            else:
                self._set(name, node, value)
        self.reading.unknown_attributes(node, _CARRIED)
        carrier.report_text(self.reading, node)
        for child in node:
            if folded(child.tag) not in _CARRIED:
                self.reading.unknown(child)

    # Docdata

    def _docdata(self, node: Element) -> None:
        known = {"management-status", "management-doc-idref"}
        word = str(node.get("management-status") or "").strip()
        status = parsed_status(word)
        if word.lower() == names.EMBARGOED:
            self._embargoed_status = node
        elif status is not None:
            self._set("status", node, self.reading.found(status, node, "management-status"))
            if word != status:
                self.reading.repaired(node, f"an unusually spelt status: {shown(word)}", "management-status")
        elif word:
            self.reading.lost(node, f"no publishing status: {shown(word)}", "management-status")
        if previous := self.parts.text_of(node, "management-doc-idref"):
            if is_url(previous):
                self._add("links", node, self.reading.build(Link, node, rel=names.FIRST_VERSION, href=previous))
            else:
                self.reading.lost(node, f"expected a URL, found {shown(previous)}", "management-doc-idref")
        self._group(_DOCDATA, node, *known)

    def _doc_id(self, node: Element) -> None:
        """The first is the document's own; where the document has none, ours keeps its place without a value."""
        value, scheme = self.parts.text_of(node, "id-string"), self.parts.text_of(node, "regsrc")
        first = "id" not in self.single
        self.parts.one_of(node, {"id-string"} if first else {"id-string", "regsrc"})
        if first:
            self.single["id"] = value
            self.places["id"] = node
        elif value is not None:
            self._add("identifiers", node, self.reading.build(Identifier, node, value=value, scheme=scheme))

    def _urgency(self, node: Element) -> None:
        self.parts.one_of(node, {"ed-urg"})
        self._set("urgency", node, self.reading.whole(node, "ed-urg", 1, 9) if node.get("ed-urg") else None)

    def _issue(self, node: Element) -> None:
        self.parts.one_of(node, {"norm"})
        self._publication(node, "norm")

    def _take_release(self, node: Element) -> None:
        self.parts.one_of(node, {"norm"})
        self._set("embargoed", node, self.parts.time(node))

    def _expire(self, node: Element) -> None:
        self.parts.one_of(node, {"norm"})
        self._set("expires", node, self.parts.time(node))

    def _key(self, node: Element) -> None:
        self.parts.one_of(node, {"key", "version"})
        self._set("slug", node, self.parts.text_of(node, "key"))
        self._set("version", node, self.reading.whole(node, "version", 1) if node.get("version") else None)

    def _message(self, node: Element) -> None:
        """A message to editors; a correction says what to correct to them."""
        correction = folded(node.tag) == "correction"
        self.parts.one_of(node, {"info"} if correction else {"info", "msg-type"})
        role = names.CORRECTION if correction else self.parts.text_of(node, "msg-type")
        text = self.parts.text_of(node, "info")
        if text is not None:
            self._add("notes", node, self.reading.build(Label, node, content=(text,), role=role, public=False))

    def _keywords(self, node: Element) -> None:
        self.parts.attributes(node)
        for child in self.parts.children(node):
            if folded(child.tag) == "keyword":
                self.parts.one_of(child, {"key"})
                self._add("keywords", child, self.parts.text_of(child, "key"))
            else:
                self.reading.unknown(child)

    def _scope(self, node: Element) -> None:
        self.parts.one_of(node, {"scope"})
        if (name := self.parts.text_of(node, "scope")) is not None:
            self._add("subjects", node, self.reading.build(Concept, node, name=name, rel="doc-scope"))

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
            self._add("subjects", node, Concept(name=place.name, code=place.code, broader=place.broader, rel="evloc", type="location"))

    def _identified(self, node: Element) -> None:
        self.parts.attributes(node)
        for child in self.parts.children(node):
            tag = folded(child.tag)
            if tag not in (*names.IDENTIFIED, "classifier"):
                self.reading.unknown(child)
                continue
            field = "located" if self.details.get(child, "as", str) == "located" else "subjects"
            kind = self.parts.text_of(child, "type") if tag == "classifier" else tag
            made = self.parts.party(child, {"type"} if tag == "classifier" else (), **({} if field == "located" else {"type": kind}))
            if made is None:
                self.reading.lost(child, f"a <{tag}> without code or name")
            self._add(field, child, made)

    # Rights

    def _copyright(self, node: Element) -> None:
        self.parts.one_of(node, {"year", "holder"})
        rights = self._rights
        year = self.reading.whole(node, "year", 1, 9999) if node.get("year") else None
        holder = self.parts.concept(node, name=self.parts.text_of(node, "holder"))
        address = self.details.get(node, "address", str)
        for name, value in (("year", year), ("holder", holder), ("url", address)):
            if value is not None and rights.setdefault(name, value) != value:
                self.reading.lost(node, f"no place for a second {name} of the copyright: {shown(str(value))}")

    def _doc_rights(self, node: Element) -> None:
        self.parts.one_of(node, {"owner", "limitations", "type"})
        self._owner(node, self.parts.text_of(node, "owner"), "owner")
        for attribute, role in (("type", "type"), ("limitations", None)):
            text = self.parts.text_of(node, attribute)
            self._rights["terms"] += filter(None, [self.parts.label(node, None if text is None else (text,), role=role)])

    def _owner(self, node: Element, name: str | None, attribute: str | None = None) -> None:
        """Who owns the rights: the holder of the copyright, where nobody else is named."""
        if name is not None and self._rights.setdefault("holder", Concept(name=name)).name != name:
            self.reading.lost(node, f"no place for an owner of rights beside the holder: {shown(name)}", attribute)

    def _shown_rights(self, node: Element) -> None:
        """The statement for readers."""
        self.parts.attributes(node)
        for child in node:
            if folded(child.tag) == "rights.owner":
                self.parts.attributes(child)
                self._owner(child, self.parts.line(child))
            elif folded(child.tag) == "rights.limitations":
                self.parts.attributes(child)
                self._rights["terms"] += filter(None, [self.parts.label(child, self.parts.rich(child))])
            else:
                self.reading.unknown(child)
        loose = one_line("".join([node.text or "", *(child.tail or "" for child in node)]))
        if loose:
            self._rights["notices"] += filter(None, [self.reading.build(Label, node, content=(loose,))])

    def _carried_right(self, node: Element) -> None:
        label = carrier.read(self.reading, node, Label)
        if label is not None:
            self._rights["notices" if folded(node.tag) == "notice" else "terms"].append(label)

    # Head of the body

    def _hedline(self, node: Element) -> None:
        if self._headline is not None:
            for child in self.parts.children(node):
                if folded(child.tag) in ("hl1", "hl2"):
                    self._further_title(child)
                else:
                    self.reading.unknown(child)
            return
        self.parts.attributes(node)
        for child in self.parts.children(node):
            if folded(child.tag) == "hl1" and self._headline is None:
                self._headline = child
            elif folded(child.tag) in ("hl1", "hl2"):
                self._subheadline(child)
            else:
                self.reading.unknown(child)

    def _subheadline(self, node: Element) -> None:
        kind = self.details.get(node, "as", str)
        if kind == "title":
            self._further_title(node)
        elif (kind == "kicker" or (node.get("class") or "").lower() in names.KICKERS) and "kicker" not in self.single:
            self.parts.attributes(node)
            self._set("kicker", node, self.parts.line(node))
        elif "standfirst" not in self.single:
            self.parts.attributes(node)
            self._set("standfirst", node, self.parts.rich(node))
        else:
            self._further_title(node)

    def _further_title(self, node: Element) -> None:
        self.parts.attributes(node, {XML_LANGUAGE})
        self._add("titles", node, self.parts.label(node, self.parts.rich(node), role=self.parts.text_of(node, "class")))

    def _note(self, node: Element) -> None:
        self.parts.attributes(node, {"type", "noteclass", XML_LANGUAGE})
        kind = self.parts.text_of(node, "noteclass")
        role = self.parts.text_of(node, "class") or names.NOTE_CLASSES.get(kind or "", kind)
        content = self.parts.rich(node)
        self._add("notes", node, self.parts.label(node, content, role=role, public=node.get("type") != "npa"))

    def _byline(self, node: Element) -> None:
        self.parts.attributes(node)
        for byline in self.parts.bylines(node):
            self._add("bylines", node, byline)
        if self.details.get(node, "none", bool) is None:
            self._set_line("byline_text", node)

    def _set_line(self, field: str, node: Element) -> None:
        """A line as published; a title in it stands apart from the name."""
        text = self.reading.controlled("".join(flat_pieces(node)), node)
        line = self.reading.found(one_line(text) or None, node, None)
        if line is not None and field in self.single:
            self.reading.repaired(node, f"a further <{local(node.tag)}>, put into one line with the first")
            line = f"{self.single[field]}, {line}"
        if line is not None:
            self.single[field] = line
            self.places.setdefault(field, node)

    def _distributor(self, node: Element) -> None:
        self.parts.attributes(node)
        orgs = [child for child in node if folded(child.tag) == "org"]
        if not orgs:
            name = self.parts.line(node)
            self._set("publisher", node, None if name is None else Concept(name=name))
            return
        for child in node:
            if folded(child.tag) != "org":
                self.reading.unknown(child)
        for loose in (node.text, *(child.tail for child in node)):
            if loose and loose.strip(" \t\r\n,;/-"):
                self.reading.lost(node, f"text that stands outside: {shown(loose.strip())}")
        for org in orgs:
            source = self.details.get(org, "as", str) == "source" or "publisher" in self.single
            concept = self.parts.party(org)
            if source:
                self._add("sources", org, concept)
            else:
                self._set("publisher", org, concept)

    def _dateline(self, node: Element) -> None:
        self.parts.attributes(node)
        for child in node:
            if folded(child.tag) == "location":
                self._add("located", child, self.parts.party(child))
            elif folded(child.tag) == "story.date":
                self._story_date(child)
            else:
                self.reading.unknown(child)
        if self.details.get(node, "none", bool) is None:
            self._set_line("dateline", node)

    def _story_date(self, node: Element) -> None:
        """The date in the dateline; its words are a part of the line."""
        self.parts.attributes(node, {"norm"})
        time = self.parts.time(node) if node.get("norm") else None
        if time is not None and time != self.single.get("published"):
            self.reading.lost(node, f"no place for the date of the dateline: {time}", "norm")

    def _abstract(self, node: Element) -> None:
        self.parts.attributes(node)
        self._set("summary", node, self.parts.rich(node))

    # End of the body

    def _tagline(self, node: Element) -> None:
        self.parts.attributes(node, {"type", XML_LANGUAGE})
        public = node.get("type") != "npa"
        self._add("notes", node, self.parts.label(node, self.parts.rich(node), role=names.SIGN_OFF, public=public))

    def _bibliography(self, node: Element) -> None:
        self.parts.attributes(node, {XML_LANGUAGE})
        self._add("notes", node, self.parts.label(node, self.parts.rich(node), role="bibliography"))

    def _vote(self, node: Element) -> None:
        self._add("votes", node, carrier.read(self.reading, node, Vote))

    def _appeal(self, node: Element) -> None:
        self._add("appeals", node, carrier.read(self.reading, node, DonationAppeal))

    # What depends on the whole

    def _settle_headline(self) -> None:
        """The headline, else the title of the document; a title that says something else is a further one."""
        node, title = self._headline, self._title
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
            self.places["headline"] = place
        if title is not None and other is not None and other != text:
            if self.ours is not None and not own:
                self.reading.lost(title, f"the title of the document is another one: {shown(other)}")
            else:
                label = self.reading.build(Label, title, content=(other,), role=names.TITLE)
                self._add("titles", title, label, first=True)

    def _settle_times(self) -> None:
        """The embargo: a release that is not put off is none."""
        released: Time | None = self.single.get("embargoed")
        if self._embargoed_status is not None and released is None:
            self.reading.repaired(self._embargoed_status, "an embargo without an end: read as withheld", "management-status")
            self.single["status"] = "withheld"
        elif released is not None and self.ours is None and self._embargoed_status is None and released == self.single.get("published"):
            del self.single["embargoed"]
        if (uno := self.parts.text_of(self.nitf, "uno")) is not None and uno != self.single.get("id"):
            if self.single.get("id") is None:
                self.single["id"] = uno
                self.places["id"] = self.nitf
            else:
                self._add("identifiers", self.nitf, self.reading.build(Identifier, self.nitf, value=uno, scheme="uno"))

    def _settle_rights(self) -> None:
        rights = {name: value for name, value in self._rights.items() if value}
        if rights:
            self.single["rights"] = self.reading.build(Rights, self.nitf, **rights)
            self.places["rights"] = self.nitf


def flat_pieces(node: Element) -> list[str]:
    """The text of a line; a title that stands apart in its own element gets a space before it."""
    pieces = [node.text or ""]
    for child in node:
        if folded(child.tag) == "byttl":
            pieces.append("\n")
        pieces += ["".join(flat_text(child)), child.tail or ""]
    return pieces


_Table = dict[str, Callable[[DocumentReader, Element], None]]
_DOCUMENT: _Table = {"head": DocumentReader._head, "body": DocumentReader._body}
_HEAD: _Table = {
    "title": DocumentReader._take_title,
    "meta": DocumentReader._meta,
    "tobject": DocumentReader._tobject,
    "docdata": DocumentReader._docdata,
    "pubdata": DocumentReader._pubdata,
    "revision-history": DocumentReader._revision,
    clark("article"): DocumentReader._carried,
    clark("details"): DocumentReader._silent,
}
_TOBJECT: _Table = {"tobject.property": DocumentReader._genre, "tobject.subject": DocumentReader._subject}
_DOCDATA: _Table = {
    "correction": DocumentReader._message,
    "ed-msg": DocumentReader._message,
    "evloc": DocumentReader._event_place,
    "doc-id": DocumentReader._doc_id,
    "urgency": DocumentReader._urgency,
    "date.issue": DocumentReader._issue,
    "date.release": DocumentReader._take_release,
    "date.expire": DocumentReader._expire,
    "doc-scope": DocumentReader._scope,
    "du-key": DocumentReader._key,
    "doc.copyright": DocumentReader._copyright,
    "doc.rights": DocumentReader._doc_rights,
    "key-list": DocumentReader._keywords,
    "identified-content": DocumentReader._identified,
    clark("notice"): DocumentReader._carried_right,
    clark("term"): DocumentReader._carried_right,
}
_BODY: _Table = {
    "body.head": DocumentReader._body_head,
    "body.content": DocumentReader._body_content,
    "body.end": DocumentReader._body_end,
}
_BODY_HEAD: _Table = {
    "hedline": DocumentReader._hedline,
    "note": DocumentReader._note,
    "rights": DocumentReader._shown_rights,
    "byline": DocumentReader._byline,
    "distributor": DocumentReader._distributor,
    "dateline": DocumentReader._dateline,
    "abstract": DocumentReader._abstract,
}
_BODY_END: _Table = {
    "tagline": DocumentReader._tagline,
    "bibliography": DocumentReader._bibliography,
    clark("vote"): DocumentReader._vote,
    clark("appeal"): DocumentReader._appeal,
}
