"""A news item of NewsML 1 to an article.

The article is the component that holds the main text, with what the components around it say. Tables say which element
goes to which method; what no table names is reported.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from newsmodel.errors import shown
from newsmodel.formats._markup.facts import alike
from newsmodel.formats._people import hide_initials, is_public_name
from newsmodel.formats._reading import Element, Reading, local
from newsmodel.formats._status import parsed_status
from newsmodel.formats.newsml_1 import _names as names
from newsmodel.formats.newsml_1._content import ContentReader, Text, child_of, is_caption, is_picture, main_text, media_kind, texts_in
from newsmodel.formats.newsml_1._parts import PartReader
from newsmodel.model import Article, Concept, Figure, Identifier, Label, Link, Rights
from newsmodel.model.values import is_url


class ItemReader:
    """Reads one news item."""

    def __init__(self, reading: Reading, item: Element) -> None:
        self.reading = reading
        self.item = item
        self.parts = PartReader(reading, _topics(item))
        self.pictures: dict[str, Figure] = {}
        self.content = ContentReader(reading, self.parts, self.pictures)
        self.single: dict[str, Any] = {}
        self.many: dict[str, list[Any]] = {}
        self.rights: dict[str, Any] = {"notices": [], "terms": []}
        self._chain: tuple[Element, ...] = ()
        self._main: Text | None = None
        self._loose: list[Figure] = []
        self._captions: list[Element] = []
        self._creators: list[Element] = []

    def read(self) -> Article | None:
        """The article; `None`, and reported, where its parts do not make one."""
        self.parts.attributes(self.item, {names.XML_LANG})
        root = child_of(self.item, "NewsComponent")
        self._main = None if root is None else main_text(root)
        self._chain = () if root is None else (root,) if self._main is None else self._main.chain
        self._settle_language()
        self._each(self.item, _ITEM)
        self._settle_creators()
        self._settle_facts()
        hide_initials(self.single, self.many)
        self._settle_figures()
        self.parts.report_topics()
        if any(self.rights.values()):
            self.single["rights"] = self.reading.build(Rights, self.item, **self.rights)
        if "headline" not in self.single:
            self.reading.lost(self.item, "no headline")
            self.single["headline"] = ""
        return self.reading.build(Article, self.item, **self.single, **self.many)

    # Going through elements

    def _each(self, node: Element, table: Mapping[str, Callable[[ItemReader, Element], None]]) -> None:
        for child in self.parts.children(node):
            take = table.get(local(child.tag))
            if take is not None:
                take(self, child)
            elif any(child.attrib.values()) or len(child) or (child.text or "").strip():
                self.reading.unknown(child)

    def _set(self, field: str, node: Element, value: object) -> None:
        """The value of a field that holds one; another one is reported."""
        if value is None:
            return
        if self.single.setdefault(field, value) != value:
            self.reading.lost(node, f"no place for a second <{local(node.tag)}>: {shown(str(value))}")

    def _add(self, field: str, value: object) -> None:
        """A value of a field that holds many, once."""
        if value is not None and value not in self.many.setdefault(field, []):
            self.many[field].append(value)

    # The item

    def _settle_language(self) -> None:
        """Of the main text, else of what stands around it; known before anything is read, since texts repeat it."""
        for node in (*reversed(self._chain), self.item):
            metadata = child_of(node, "DescriptiveMetadata")
            stated = None if metadata is None else child_of(metadata, "Language")
            for place, attribute in ((stated, "FormalName"), (node, names.XML_LANG)):
                if place is not None and place.get(attribute) and (found := self.reading.language(place, attribute)):
                    self.single["language"] = self.parts.language = found
                    return

    def _identification(self, node: Element) -> None:
        self.parts.attributes(node)
        self._each(node, _IDENTIFICATION)

    def _identifier(self, node: Element) -> None:
        """The public identifier names one revision; without its end it names the item through all of them."""
        self.parts.attributes(node)
        lines: dict[str, str] = {}
        for child in self.parts.children(node):
            name = local(child.tag)
            if name not in _IDENTIFIERS:
                self.reading.unknown(child)
                continue
            if name != "RevisionId":
                self.parts.attributes(child)
            if (line := self.parts.line(child)) is not None:
                lines[name] = line
        revision = child_of(node, "RevisionId")
        if revision is not None:
            self._revision(revision)
        public, number = lines.pop("PublicIdentifier", None), lines.pop("RevisionId", "")
        steps = [lines.get(part) for part in ("ProviderId", "DateId", "NewsItemId")]
        if public is None and all(steps):
            public = "urn:newsml:" + ":".join(map(str, steps))
            self.reading.repaired(node, f"no public identifier: made of its parts, {shown(public)}")
        if public is not None:
            identity = re.sub(f":{re.escape(number)}[A-Z]?\\Z", "", public) if number else public
            self._set("id", node, identity)
            if public not in (identity, f"{identity}:{number}"):
                self._add("identifiers", Identifier(value=public, scheme="PublicIdentifier"))
        for part, value in lines.items():
            if value not in (public or ""):
                self._add("identifiers", Identifier(value=value, scheme=part))
        self._previous(revision)

    def _revision(self, node: Element) -> None:
        self.parts.attributes(node, {"PreviousRevision", "Update"})
        if node.get("Update") not in (None, "", "N"):
            self.reading.lost(node, f"no place for Update={shown(node.get('Update'))}", "Update")
        self._set("version", node, self.reading.whole(node, None, 1))

    def _previous(self, node: Element | None) -> None:
        before = None if node is None else self.reading.line(node, "PreviousRevision")
        if node is None or before in (None, "0"):
            return
        if is_url(self.single.get("id")):
            self._add("links", Link(rel="previousVersion", href=self.single["id"], version=before))
        else:
            self.reading.lost(node, f"no place for PreviousRevision={shown(before)}", "PreviousRevision")

    def _name_label(self, node: Element) -> None:
        """A name for those who work with the item."""
        self.parts.attributes(node)
        self._add("titles", self.parts.label(node, "label", public=False))

    def _label(self, node: Element) -> None:
        kind, text = child_of(node, "LabelType"), child_of(node, "LabelText")
        if kind is None or text is None:
            self.reading.unknown(node)
            return
        self._add("titles", self.parts.label(text, self.parts.formal_name(kind) or "label", public=False))

    # Management

    def _management(self, node: Element) -> None:
        self.parts.attributes(node)
        self._each(node, _MANAGEMENT)

    def _created(self, node: Element) -> None:
        self.parts.attributes(node)
        self._set("created", node, self.reading.time(node, basic=True))

    def _revised(self, node: Element) -> None:
        self.parts.attributes(node)
        self._set("updated", node, self.reading.time(node, basic=True))

    def _status(self, node: Element) -> None:
        name = self.parts.formal_name(node)
        if name is None:
            return
        status = "withheld" if name.lower() == "embargoed" else parsed_status(name)
        if status is None:
            self.reading.lost(node, f"no publishing status: {shown(name)}")
        elif name.lower() == "embargoed" and child_of(node.getparent(), "StatusWillChange") is None:
            self.reading.repaired(node, "an embargo without an end: read as withheld")
        elif name.lower() not in (status, "embargoed"):
            self.reading.repaired(node, f"an unusually spelt status: {shown(name)}")
        self._set("status", node, status)

    def _status_will_change(self, node: Element) -> None:
        """The end of an embargo, or of use."""
        future, when = child_of(node, "FutureStatus"), child_of(node, "DateAndTime")
        word = "" if future is None else (future.get("FormalName") or "").lower()
        field = {"usable": "embargoed", "canceled": "expires", "cancelled": "expires", "withheld": "expires"}.get(word)
        if field is None or when is None:
            self.reading.unknown(node)
            return
        self._set(field, when, self.reading.time(when, basic=True))

    def _urgency(self, node: Element) -> None:
        self.parts.attributes(node, {"FormalName"})
        self.parts.empty(node)
        self._set("urgency", node, self.reading.whole(node, "FormalName", 1, 9))

    def _type(self, node: Element) -> None:
        self._add("genres", self.parts.concept(node, "NewsItemType"))

    def _instruction(self, node: Element) -> None:
        self._add("signals", self.parts.concept(node))

    def _link(self, node: Element, relation: str) -> None:
        self.parts.attributes(node, {"NewsItem", "Href"})
        href = next((self.reading.url(node, name) for name in ("NewsItem", "Href") if node.get(name)), None)
        comment = child_of(node, "Comment")
        title = None if comment is None else self.parts.line(comment)
        for child in self.parts.children(node):
            if child is not comment:
                self.reading.unknown(child)
        if href is not None:
            self._add("links", self.reading.build(Link, node, rel=relation, href=href, title=title))

    def _derived(self, node: Element) -> None:
        self._link(node, "derivedFrom")

    def _associated(self, node: Element) -> None:
        self._link(node, "seeAlso")

    def _note(self, node: Element) -> None:
        self._add("notes", self.parts.label(node, "comment", public=False))

    # Components

    def _component(self, node: Element) -> None:
        """One of the components that the main text stands in."""
        self.parts.attributes(node, {names.XML_LANG})
        self._each(node, _COMPONENT)

    def _inner(self, node: Element) -> None:
        """A component in one of these: the next on the way to the main text, a picture, or another text."""
        if any(node is part for part in self._chain):
            self._component(node)
        elif is_picture(node):
            publisher = self.single.get("publisher")
            figure = self.content.figure(node, None if publisher is None else publisher.code or publisher.name)
            name = node.get("Duid")
            if figure is not None and name and name not in self.pictures:
                self.pictures[name] = figure
            elif figure is not None:
                self._loose.append(figure)
        elif is_caption(node):
            self._captions.append(node)
        else:
            self._other(node)

    def _other(self, node: Element) -> None:
        """A component that is neither: short texts with a role go to their fields, the rest is reported."""
        texts = [text for text in texts_in(node) if text.role in names.ROLES]
        if len(texts) != 1 or not _says_only(node, texts[0]):
            references = [child for child in node if local(child.tag) == "NewsItemRef"]
            if references and len(references) == sum(local(child.tag) not in ("Role", *names.SILENT) for child in node):
                for reference in references:
                    self._associated(reference)
            else:
                self.reading.unknown(node)
            return
        content = self.content.rich(texts[0].node)
        field = names.ROLES[texts[0].role]
        if content is None:
            return
        plain = "".join(run if isinstance(run, str) else run.text for run in content)
        if field == "headline":
            if plain != self.single.get("headline"):
                self._add("titles", self.reading.build(Label, node, content=content, role="headline"))
        elif field == "contact":
            self._add("notes", self.reading.build(Label, node, content=content, role="contact"))
        else:
            self._set(field, node, content)

    def _content_item(self, node: Element) -> None:
        """Content beside the main text, in the same component: the same in another form, by the standard."""
        if self._main is not None and node is self._main.node:
            return
        kind = media_kind(node)
        if kind is not None and node.get("Href"):
            if (figure := self.content.lone(node)) is not None:
                self._loose.append(figure)
        elif node.get("Href") and child_of(node, "DataContent") is None:
            self._alternate(node)
        else:
            self.reading.unknown(node)

    def _alternate(self, node: Element) -> None:
        self.parts.attributes(node, {"Href"})
        mime = child_of(node, "MimeType")
        for child in self.parts.children(node):
            if child is not mime:
                self.reading.unknown(child)
        if (href := self.reading.url(node, "Href")) is not None:
            kind = None if mime is None else self.parts.formal_name(mime)
            self._add("links", self.reading.build(Link, node, rel="alternate", href=href, type=kind))

    def _role(self, node: Element) -> None:
        """The role of a component around the main text: that it is the main one says nothing new."""
        if (name := self.parts.formal_name(node)) is not None and name.lower() not in ("main", "body"):
            self.reading.lost(node, f"no place for the role {shown(name)}")

    # Newslines

    def _news_lines(self, node: Element) -> None:
        self.parts.attributes(node)
        self._each(node, _NEWS_LINES)

    def _line(self, node: Element) -> None:
        self.parts.attributes(node)
        field = names.LINES[local(node.tag)]
        self._set(field, node, self.parts.line(node))

    def _headline(self, node: Element) -> None:
        """The first is the headline; others are further titles."""
        text = self.parts.line(node)
        first = text is None or self.single.setdefault("headline", text) == text
        self.parts.attributes(node, () if first else {names.XML_LANG})
        if not first:
            self._add("titles", self.parts.label(node))

    def _sub_headline(self, node: Element) -> None:
        text = self.parts.line(node)
        first = text is None or self.single.setdefault("standfirst", (text,)) == (text,)
        self.parts.attributes(node, () if first else {names.XML_LANG})
        if not first:
            self._add("titles", self.parts.label(node, "standfirst"))

    def _title(self, node: Element) -> None:
        self.parts.attributes(node, {names.XML_LANG})
        self._add("titles", self.parts.label(node, names.TITLES[local(node.tag)]))

    def _notice(self, node: Element) -> None:
        self._add_label("notices", node)

    def _terms(self, node: Element) -> None:
        self._add_label("terms", node)

    def _add_label(self, field: str, node: Element) -> None:
        self.parts.attributes(node, {names.XML_LANG})
        label = self.parts.label(node)
        if label is not None and label not in self.rights[field]:
            self.rights[field].append(label)

    def _keywords(self, node: Element) -> None:
        self.parts.attributes(node, {names.XML_LANG})
        for word in re.split("[;,]", self.parts.line(node) or ""):
            self._add("keywords", word.strip() or None)

    def _news_line(self, node: Element) -> None:
        """A line of a provider's own type: a note where its type speaks to editors, else a further title."""
        kind = child_of(node, "NewsLineType")
        role = None if kind is None else self.parts.formal_name(kind)
        for child in self.parts.children(node):
            if local(child.tag) == "NewsLineText":
                self.parts.attributes(child, {names.XML_LANG})
                if role is not None and names.NOTE_LINES.search(role):
                    self._add("notes", self.parts.label(child, role, public=False))
                else:
                    self._add("titles", self.parts.label(child, role))
            elif child is not kind:
                self.reading.unknown(child)

    # Metadata

    def _administrative(self, node: Element) -> None:
        self.parts.attributes(node)
        self._each(node, _ADMINISTRATIVE)

    def _name_of_file(self, node: Element) -> None:
        self.parts.attributes(node)
        if (value := self.parts.line(node)) is not None:
            self._add("identifiers", Identifier(value=value, scheme=local(node.tag)))

    def _provider(self, node: Element) -> None:
        for party in self.parts.parties(node):
            self._set("publisher", party, self.parts.party(party))

    def _source(self, node: Element) -> None:
        if node.get("NewsItem"):
            self.reading.lost(node, f"no place for NewsItem={shown(node.get('NewsItem'))}", "NewsItem")
        for child in self.parts.children(node):
            if local(child.tag) == "Party":
                self._add("sources", self.parts.party(child))
            else:
                self.reading.unknown(child)

    def _creator(self, node: Element) -> None:
        self._creators += self.parts.parties(node)

    def _contributor(self, node: Element) -> None:
        for party in self.parts.parties(node):
            self._add("contributors", self.parts.byline(party))

    def _settle_creators(self) -> None:
        """Creators whom readers see are bylines; those whom only the system knows are contributors."""
        line = self.single.get("byline_text")
        for party in self._creators:
            byline = self.parts.byline(party)
            if byline is not None:
                public = is_public_name(byline.name, byline.id) and (line is None or byline.name in line)
                self._add("bylines" if public else "contributors", byline)

    def _rights(self, node: Element) -> None:
        self.parts.attributes(node)
        self._each(node, _RIGHTS)

    def _copyright(self, node: Element) -> None:
        self.parts.attributes(node)
        for child in self.parts.children(node):
            text = self.reading.line(child)
            match local(child.tag):
                case "CopyrightHolder" if text is not None and "holder" not in self.rights:
                    self.rights["holder"] = self.reading.build(Concept, child, name=text)
                case "CopyrightDate" if text is not None and re.fullmatch("[0-9]{4}", text):
                    self.rights["year"] = self.reading.whole(child, None, 1, 9999)
                case _ if text is not None or any(inner.attrib for inner in child):
                    self.reading.unknown(child)

    def _usage(self, node: Element) -> None:
        self.parts.attributes(node)
        for child in self.parts.children(node):
            if local(child.tag) not in _USAGE:
                self.reading.unknown(child)
            elif (child.text or "").strip() and (label := self.parts.label(child, local(child.tag))) is not None:
                self.rights["terms"].append(label)
            elif any(child.attrib.values()) or len(child):
                self.reading.unknown(child)

    def _descriptive(self, node: Element) -> None:
        self.parts.attributes(node)
        self._each(node, _DESCRIPTIVE)

    def _language(self, node: Element) -> None:
        self.parts.attributes(node, {"FormalName"})
        self.parts.empty(node)
        found = (node.get("FormalName") or "").strip()
        if found.lower() != (self.single.get("language") or "").lower():
            self.reading.lost(node, f"no place for another language: {shown(found)}")

    def _genre(self, node: Element) -> None:
        self._add("genres", self.parts.concept(node))

    def _subject(self, node: Element) -> None:
        self.parts.attributes(node)
        for child in self.parts.children(node):
            if local(child.tag) in ("Subject", "SubjectMatter", "SubjectDetail"):
                self._add("subjects", self.parts.subject(child))
            else:
                self.reading.unknown(child)

    def _topic_occurrence(self, node: Element) -> None:
        self._add("subjects", self.parts.concept(node))

    def _location(self, node: Element) -> None:
        found = self.parts.place(node)
        origin = (node.get("HowPresent") or "Origin").lower() == "origin"
        self._add("located" if origin else "subjects", found)

    def _property(self, node: Element) -> None:
        name, value = (node.get("FormalName") or "").lower(), node.get("Value")
        if name in ("keyword", "keywords") and value:
            self.parts.attributes(node, {"FormalName", "Value"})
            self.parts.empty(node)
            for word in re.split("[;,]", self.reading.line(node, "Value") or ""):
                self._add("keywords", word.strip() or None)
        elif value or node.get("ValueRef") or len(node):
            said = " ".join(filter(None, (value, node.get("ValueRef"))))
            self.reading.lost(node, f"no place for {shown(node.get('FormalName'))}: {shown(said)}")

    def _metadata(self, node: Element) -> None:
        self.parts.attributes(node)
        kind = child_of(node, "MetadataType")
        for child in self.parts.children(node):
            if local(child.tag) == "Property":
                self._property(child)
            elif child is not kind:
                self.reading.unknown(child)

    def _topic_set(self, node: Element) -> None:
        """The document's own vocabulary; its names are taken where its terms are used."""

    # What depends on the whole

    def _settle_facts(self) -> None:
        """The body, and what its head says: what is not said elsewhere is taken, what is said otherwise is reported."""
        if self._main is not None:
            self.single["body"] = self.content.body(self._main.node)
        if self.content.inside is not None:
            self.content.inside.complete(self.single, self.many)
            self.content.inside.complete_sequences(self.single, self.many)
            if self.content.inside.lead is not None:
                self.single["lead"] = self.content.inside.lead
        title = self.content.title
        text = None if title is None else self.reading.line(title)
        if title is None or text is None:
            return
        if not self.single.get("headline"):
            self.single["headline"] = text
            self.reading.repaired(title, "no headline of its own: that of the body is taken")
        elif not alike(self.single["headline"], text):
            self.reading.unknown(title)

    def _settle_figures(self) -> None:
        """Pictures that the text does not place: the first stands above it, the others follow it."""
        body = self.single.get("body", [])
        placed = self.content.placed
        loose = [figure for name, figure in self.pictures.items() if name not in placed] + self._loose
        if "lead" not in self.single and body and isinstance(body[0], Figure):
            self.single["lead"] = body[0]
            del body[0]
        elif "lead" not in self.single and (first := next((figure for figure in loose if not _is_logo(figure)), None)) is not None:
            loose.remove(first)
            self.single["lead"] = first
        self.single["body"] = [*body, *loose]
        for node in self._captions:
            self._caption_of_lead(node)

    def _caption_of_lead(self, node: Element) -> None:
        """A caption beside its picture rather than in it: of an item that is one picture."""
        lead = self.single.get("lead")
        if lead is None or lead.caption is not None or self._main is not None:
            self.reading.unknown(node)
        elif (caption := self.content.caption(node)) is not None:
            self.single["lead"] = self.reading.build(Figure, node, media=lead.media, caption=caption)


def _is_logo(figure: Figure) -> bool:
    """Whether a picture is the mark of a company, which is no picture of what the text tells."""
    return figure.media is not None and any((one.name or "").lower() == "logo" for one in figure.media.renditions)


def _says_only(node: Element, text: Text) -> bool:
    """Whether a component holds nothing but a text and what kind of text it is."""
    for child in node:
        name = local(child.tag)
        if name == "NewsComponent":
            return _says_only(child, text) and len([inner for inner in node if local(inner.tag) == name]) == 1
        if name == "ContentItem" and child is not text.node:
            return False
        if name not in ("Role", "ContentItem", "DescriptiveMetadata", *names.SILENT):
            return False
    return True


def _topics(item: Element) -> dict[str, Element]:
    """The topics of an item, by reference and by formal name."""
    found: dict[str, Element] = {}
    waiting = [item]
    while waiting:
        node = waiting.pop()
        for child in node:
            name = local(child.tag)
            if name == "Topic":
                if child.get("Duid"):
                    found.setdefault(f"#{child.get('Duid')}", child)
                for inner in child:
                    if local(inner.tag) == "FormalName" and (inner.text or "").strip():
                        found.setdefault(inner.text.strip(), child)
            elif name in ("NewsComponent", "TopicSet"):
                waiting.append(child)
    return found


_USAGE = frozenset({"UsageType", "Geography", "RightsHolder", "Limitations", "StartDate", "EndDate"})
_IDENTIFIERS = frozenset({"ProviderId", "DateId", "NewsItemId", "RevisionId", "PublicIdentifier"})
_Table = dict[str, Callable[[ItemReader, Element], None]]
_ITEM: _Table = {
    "Comment": ItemReader._note,
    "Identification": ItemReader._identification,
    "NewsManagement": ItemReader._management,
    "NewsComponent": ItemReader._component,
    "TopicSet": ItemReader._topic_set,
}
_IDENTIFICATION: _Table = {
    "NewsIdentifier": ItemReader._identifier,
    "NameLabel": ItemReader._name_label,
    "Label": ItemReader._label,
}
_MANAGEMENT: _Table = {
    "NewsItemType": ItemReader._type,
    "FirstCreated": ItemReader._created,
    "ThisRevisionCreated": ItemReader._revised,
    "Status": ItemReader._status,
    "StatusWillChange": ItemReader._status_will_change,
    "Urgency": ItemReader._urgency,
    "Instruction": ItemReader._instruction,
    "DerivedFrom": ItemReader._derived,
    "AssociatedWith": ItemReader._associated,
    "Property": ItemReader._property,
}
_COMPONENT: _Table = {
    "Comment": ItemReader._note,
    "Role": ItemReader._role,
    "TopicSet": ItemReader._topic_set,
    "NewsLines": ItemReader._news_lines,
    "AdministrativeMetadata": ItemReader._administrative,
    "RightsMetadata": ItemReader._rights,
    "DescriptiveMetadata": ItemReader._descriptive,
    "Metadata": ItemReader._metadata,
    "NewsComponent": ItemReader._inner,
    "NewsItemRef": ItemReader._associated,
    "ContentItem": ItemReader._content_item,
}
_NEWS_LINES: _Table = {
    **dict.fromkeys(names.LINES, ItemReader._line),
    **dict.fromkeys(names.TITLES, ItemReader._title),
    "HeadLine": ItemReader._headline,
    "SubHeadLine": ItemReader._sub_headline,
    "CopyrightLine": ItemReader._notice,
    "RightsLine": ItemReader._terms,
    "KeywordLine": ItemReader._keywords,
    "NewsLine": ItemReader._news_line,
}
_ADMINISTRATIVE: _Table = {
    "FileName": ItemReader._name_of_file,
    "SystemIdentifier": ItemReader._name_of_file,
    "Provider": ItemReader._provider,
    "Creator": ItemReader._creator,
    "Source": ItemReader._source,
    "Contributor": ItemReader._contributor,
    "Property": ItemReader._property,
}
_RIGHTS: _Table = {"Copyright": ItemReader._copyright, "UsageRights": ItemReader._usage}
_DESCRIPTIVE: _Table = {
    "Language": ItemReader._language,
    "Genre": ItemReader._genre,
    "SubjectCode": ItemReader._subject,
    "TopicOccurrence": ItemReader._topic_occurrence,
    "Location": ItemReader._location,
    "Property": ItemReader._property,
}
