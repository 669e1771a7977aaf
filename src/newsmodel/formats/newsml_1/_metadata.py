"""What the components around a text say of it: newslines, who made it, whose it is, what it is about."""

from __future__ import annotations

import re
from typing import Any

from newsmodel.errors import shown
from newsmodel.formats._people import is_public_name
from newsmodel.formats._reading import Element, local
from newsmodel.syntax.times import parsed_time
from newsmodel.formats._walker import Fields, Take
from newsmodel.formats.newsml_1 import _names as names
from newsmodel.formats.newsml_1._parts import PartReader, child_of
from newsmodel.formats.newsml_1._shared import PartOfItem
from newsmodel.model import Concept, Identifier, Rights

_USAGE = frozenset({"UsageType", "Geography", "RightsHolder", "Limitations", "StartDate", "EndDate"})



class MetadataReader(PartOfItem):
    """Reads the metadata of components."""

    def __init__(self, parts: PartReader, fields: Fields) -> None:
        super().__init__(parts, fields)
        self._rights_found: dict[str, Any] = {"notices": [], "terms": []}
        self._creators: list[Element] = []

    def news_lines(self, node: Element) -> None:
        """The lines that stand above and below a text."""
        self.parts.attributes(node)
        self.each(node, _NEWS_LINES)

    def _line(self, node: Element) -> None:
        self.parts.attributes(node)
        field, line = names.LINES[local(node.tag)], self.parts.line(node)
        if field == "dateline" and line is not None and parsed_time(line) is not None:
            self.reading.lost(node, f"a time where a dateline belongs: {shown(line)}")
        else:
            self.set(field, node, line)

    def _headline(self, node: Element) -> None:
        """The first is the headline; others are further titles."""
        text = self.reading.line(node)
        first = text is None or self.single.setdefault("headline", text) == text
        self.parts.attributes(node, () if first else {names.XML_LANG})
        self.parts.line(node)
        if not first:
            self.add("titles", node, self.parts.label(node))

    def _sub_headline(self, node: Element) -> None:
        text = self.reading.line(node)
        first = text is None or self.single.setdefault("standfirst", (text,)) == (text,)
        self.parts.attributes(node, () if first else {names.XML_LANG})
        self.parts.line(node)
        if not first:
            self.add("titles", node, self.parts.label(node, "standfirst"))

    def _title(self, node: Element) -> None:
        self.parts.attributes(node, {names.XML_LANG})
        self.add("titles", node, self.parts.label(node, names.TITLES[local(node.tag)]))

    def _notice(self, node: Element) -> None:
        self._add_label("notices", node)

    def _terms(self, node: Element) -> None:
        self._add_label("terms", node)

    def _add_label(self, field: str, node: Element) -> None:
        self.parts.attributes(node, {names.XML_LANG})
        label = self.parts.label(node)
        if label is not None and label not in self._rights_found[field]:
            self._rights_found[field].append(label)

    def _keywords(self, node: Element) -> None:
        self.parts.attributes(node, {names.XML_LANG})
        for word in re.split("[;,]", self.parts.line(node) or ""):
            self.add("keywords", node, word.strip() or None)

    def _news_line(self, node: Element) -> None:
        """A line of a provider's own type: a note where its type speaks to editors, else a further title."""
        kind = child_of(node, "NewsLineType")
        role = None if kind is None else self.parts.formal_name(kind)
        for child in self.parts.children(node):
            if local(child.tag) == "NewsLineText":
                self.parts.attributes(child, {names.XML_LANG})
                if role is not None and names.NOTE_LINES.search(role):
                    self.add("notes", child, self.parts.label(child, role, public=False))
                else:
                    self.add("titles", child, self.parts.label(child, role))
            elif child is not kind:
                self.reading.unknown(child)

    def administrative(self, node: Element) -> None:
        """Who made and who provides it."""
        self.parts.attributes(node)
        self.each(node, _ADMINISTRATIVE)

    def _name_of_file(self, node: Element) -> None:
        self.parts.attributes(node)
        if (value := self.parts.line(node)) is not None:
            self.add("identifiers", node, Identifier(value=value, scheme=local(node.tag)))

    def _provider(self, node: Element) -> None:
        for party in self.parts.parties(node):
            self.set("publisher", party, self.parts.party(party))

    def _source(self, node: Element) -> None:
        self.parts.attributes(node, {"NewsItem"})
        if node.get("NewsItem"):
            self.reading.lost(node, f"no place for NewsItem={shown(node.get('NewsItem'))}", "NewsItem")
        for child in self.parts.children(node):
            if local(child.tag) == "Party":
                self.add("sources", child, self.parts.party(child))
            else:
                self.reading.unknown(child)

    def _creator(self, node: Element) -> None:
        self._creators += self.parts.parties(node)

    def _contributor(self, node: Element) -> None:
        for party in self.parts.parties(node):
            self.add("contributors", party, self.parts.byline(party))

    def settle_creators(self) -> None:
        """Creators whom readers see are bylines; those whom only the system knows are contributors."""
        line = self.single.get("byline_text")
        for party in self._creators:
            byline = self.parts.byline(party)
            if byline is not None:
                public = is_public_name(byline.name, byline.id) and (line is None or byline.name in line)
                self.add("bylines" if public else "contributors", party, byline)

    def rights(self, node: Element) -> None:
        """Whose it is, and what may be done with it."""
        self.parts.attributes(node)
        self.each(node, _RIGHTS)

    def _copyright(self, node: Element) -> None:
        self.parts.attributes(node)
        for child in self.parts.children(node):
            text = self.reading.line(child)
            self.parts.attributes(child)
            match local(child.tag):
                case "CopyrightHolder" if text is not None and "holder" not in self._rights_found:
                    self._rights_found["holder"] = self.reading.build(Concept, child, name=text)
                case "CopyrightDate" if text is not None and re.fullmatch("[0-9]{4}", text):
                    self._rights_found["year"] = self.reading.whole(child, None, 1, 9999)
                case _ if text is not None or any(inner.attrib for inner in child):
                    self.reading.unknown(child)

    def _usage(self, node: Element) -> None:
        self.parts.attributes(node)
        for child in self.parts.children(node):
            if local(child.tag) not in _USAGE:
                self.reading.unknown(child)
            elif (child.text or "").strip() and (label := self.parts.label(child, local(child.tag))) is not None:
                self._rights_found["terms"].append(label)
            elif any(child.attrib.values()) or len(child):
                self.reading.unknown(child)

    def descriptive(self, node: Element) -> None:
        """What it is about."""
        self.parts.attributes(node)
        self.each(node, _DESCRIPTIVE)

    def _language(self, node: Element) -> None:
        self.parts.attributes(node, {"FormalName"})
        self.parts.empty(node)
        found = (node.get("FormalName") or "").strip()
        if found.lower() != (self.single.get("language") or "").lower():
            self.reading.lost(node, f"no place for another language: {shown(found)}")

    def _genre(self, node: Element) -> None:
        self.add("genres", node, self.parts.concept(node))

    def _subject(self, node: Element) -> None:
        self.parts.attributes(node)
        for child in self.parts.children(node):
            if local(child.tag) in ("Subject", "SubjectMatter", "SubjectDetail"):
                self.add("subjects", child, self.parts.subject(child))
            else:
                self.reading.unknown(child)

    def _topic_occurrence(self, node: Element) -> None:
        self.add("subjects", node, self.parts.concept(node))

    def _location(self, node: Element) -> None:
        found = self.parts.place(node)
        origin = (node.get("HowPresent") or "Origin").lower() == "origin"
        self.add("located" if origin else "subjects", node, found)

    def metadata(self, node: Element) -> None:
        """Properties of a kind that a provider names."""
        self.parts.attributes(node)
        kind = child_of(node, "MetadataType")
        for child in self.parts.children(node):
            if local(child.tag) == "Property":
                self._property(child)
            elif child is not kind:
                self.reading.unknown(child)

    def settle_rights(self, item: Element) -> None:
        """Put the rights that were found into the fields."""
        if any(self._rights_found.values()):
            self.single["rights"] = self.reading.build(Rights, item, **self._rights_found)


_Table = dict[str, Take[MetadataReader]]
_NEWS_LINES: _Table = {
    **dict.fromkeys(names.LINES, MetadataReader._line),
    **dict.fromkeys(names.TITLES, MetadataReader._title),
    "HeadLine": MetadataReader._headline,
    "SubHeadLine": MetadataReader._sub_headline,
    "CopyrightLine": MetadataReader._notice,
    "RightsLine": MetadataReader._terms,
    "KeywordLine": MetadataReader._keywords,
    "NewsLine": MetadataReader._news_line,
}
_ADMINISTRATIVE: _Table = {
    "FileName": MetadataReader._name_of_file,
    "SystemIdentifier": MetadataReader._name_of_file,
    "Provider": MetadataReader._provider,
    "Creator": MetadataReader._creator,
    "Source": MetadataReader._source,
    "Contributor": MetadataReader._contributor,
    "Property": MetadataReader._property,
}
_RIGHTS: _Table = {"Copyright": MetadataReader._copyright, "UsageRights": MetadataReader._usage}
_DESCRIPTIVE: _Table = {
    "Language": MetadataReader._language,
    "Genre": MetadataReader._genre,
    "SubjectCode": MetadataReader._subject,
    "TopicOccurrence": MetadataReader._topic_occurrence,
    "Location": MetadataReader._location,
    "Property": MetadataReader._property,
}
