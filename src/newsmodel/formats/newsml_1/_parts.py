"""The kinds of values that many elements of NewsML 1 share: terms, parties, places, texts."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from decimal import Decimal

from newsmodel.errors import shown
from newsmodel.formats._reading import Element, Reading, local
from newsmodel.formats._walker import Walker
from newsmodel.formats.newsml_1._names import LOCAL, SILENT, SUBJECT_CODE, SUBJECT_URI, XML_LANG
from newsmodel.model import Byline, Concept, Coordinates, Label

_TERM = frozenset({"FormalName"})
_STANDARD_SCHEME = re.compile("iptc|iso", re.IGNORECASE)
_DEGREES = re.compile(r"[+-]?[0-9]{1,3}(?:\.[0-9]{1,15})?")


def child_of(node: Element, name: str) -> Element | None:
    """The first child of this name."""
    return next((child for child in node if local(child.tag) == name), None)


class PartReader(Walker):
    """Reads values that stand in several places."""

    passed = SILENT

    def __init__(self, reading: Reading, topics: dict[str, Element]) -> None:
        super().__init__(reading)
        self._accounted: dict[int, Element] = {}
        """The elements whose attributes have been looked at; they are kept, so that no other gets the `id` of one of them."""
        self._topics = topics
        self._named: dict[int, Element] = {}
        """By the `id` of a topic that was asked for, the description that was taken as its name."""

    def attributes(self, node: Element, known: Collection[str] = ()) -> None:
        """Report the attributes that nobody asks for; who comes first to an element says what is known of it."""
        if id(node) not in self._accounted:
            self._accounted[id(node)] = node
            super().attributes(node, known)

    def children(self, node: Element) -> Iterator[Element]:
        """The child elements; text between them is reported, and the attributes of an element that nobody came to before."""
        self.attributes(node)
        return super().children(node)

    def line(self, node: Element) -> str | None:
        """A line; markup in it is reported, and the attributes of an element that nobody came to before."""
        self.attributes(node)
        return super().line(node)

    def is_machinery(self, node: Element, name: str) -> bool:
        """Whether an attribute is empty, names a part inside the document, or a scheme of the IPTC or the ISO, which is the usual one."""
        value = str(node.get(name))
        return not value or name in LOCAL or (name == "Scheme" and _STANDARD_SCHEME.match(value) is not None)

    def formal_name(self, node: Element) -> str | None:
        """The name that an element of a vocabulary gives; the rest of the element is reported."""
        self.attributes(node, _TERM)
        self.empty(node)
        return self.reading.line(node, "FormalName")

    def label(self, node: Element, role: str | None = None, *, public: bool = True) -> Label | None:
        """A text with a role."""
        self.attributes(node, {XML_LANG})
        text = self.line(node)
        if text is None:
            return None
        language = self._own_language(node)
        return self.reading.build(Label, node, content=(text,), role=role, language=language, public=public)

    def _own_language(self, node: Element) -> str | None:
        if not node.get(XML_LANG) or node.get(XML_LANG) == self.language:
            return None
        return self.reading.language(node, XML_LANG)

    # Concepts

    def concept(self, node: Element, kind: str | None = None) -> Concept | None:
        """A term of a vocabulary, with the name that the document's own topics give it."""
        code = self.reading.line(node, "FormalName")
        self.attributes(node, {"FormalName", "Topic"})
        self.empty(node)
        name = self._topic_name(node, code)
        if code is None and name is None:
            if any(node.attrib.values()):
                self.reading.lost(node, f"a <{local(node.tag)}> without a name")
            return None
        return self.reading.build(Concept, node, code=code, name=name, type=kind)

    def subject(self, node: Element) -> Concept | None:
        """A subject; the eight digits of an IPTC subject code are resolved."""
        found = self.concept(node)
        if found is None or found.code is None or not SUBJECT_CODE.fullmatch(found.code):
            return found
        if node.get("Scheme") not in (None, "") and not _STANDARD_SCHEME.match(str(node.get("Scheme"))):
            return found
        return self.reading.build(Concept, node, code=found.code, name=found.name, uri=SUBJECT_URI + found.code)

    def _topic_name(self, node: Element, code: str | None) -> str | None:
        """The name of a topic of the document, in the document's language if there is one."""
        reference = node.get("Topic") or ""
        topic = self._topics.get(reference) if reference.startswith("#") else self._topics.get(code or "")
        if topic is None:
            if reference:
                self.reading.lost(node, f"no place for Topic={shown(reference)}", "Topic")
            return None
        names = [child for child in topic if local(child.tag) == "Description"]
        names.sort(key=lambda child: ((child.get("Variant") or "Name") != "Name", not self._is_ours(child)))
        if not names:
            return None
        self._named.setdefault(id(topic), names[0])
        return self.reading.line(names[0])

    def report_topics(self) -> None:
        """Report what the document's own topics say beyond the name that was taken; one that nothing refers to, as a whole."""
        for topic in {id(topic): topic for topic in self._topics.values()}.values():
            name = self._named.get(id(topic))
            if name is None:
                self.reading.unknown(topic)
                continue
            self.attributes(topic)
            self.attributes(name, {XML_LANG, "Variant"})
            for child in self.children(topic):
                if child is not name and local(child.tag) not in ("FormalName", "TopicType"):
                    self.reading.unknown(child)

    def _is_ours(self, node: Element) -> bool:
        language = (node.get(XML_LANG) or "").lower()
        return bool(language) and (self.language or "").lower().startswith(language)

    # Parties

    def parties(self, node: Element) -> Iterator[Element]:
        """The parties in an element that names some; what else it says is reported."""
        self.attributes(node)
        for child in self.children(node):
            if local(child.tag) == "Party":
                yield child
            else:
                self.reading.unknown(child)

    def party(self, node: Element) -> Concept | None:
        """A party: its formal name is a name, unless a vocabulary says what it stands for."""
        found = self.concept(node)
        if found is None or found.name is not None or node.get("Scheme") or node.get("Vocabulary"):
            return found
        return self.reading.build(Concept, node, name=found.code)

    def byline(self, node: Element) -> Byline | None:
        """A party as one who made the article."""
        found = self.concept(node)
        if found is None:
            return None
        code = found.code if found.name else None
        return self.reading.build(Byline, node, name=found.name or found.code, id=code)

    # Places

    def place(self, node: Element) -> Concept | None:
        """A location: the narrowest of what it names, in what it lies in, and where it is."""
        self.attributes(node, {"HowPresent"})
        parts: list[tuple[str, str]] = []
        degrees: dict[str, Decimal] = {}
        for child in self.children(node):
            kind = (child.get("FormalName") or "").lower()
            value = self.reading.line(child, "Value")
            self.attributes(child, {"FormalName", "Value"})
            self.empty(child)
            if local(child.tag) != "Property":
                self.reading.unknown(child)
            elif value is None:
                continue
            elif kind in ("latitude", "longitude") and _DEGREES.fullmatch(value):
                degrees[kind] = Decimal(value)
            elif kind in _WIDTH:
                parts.append((kind, value))
            else:
                self.reading.lost(child, f"no place for {shown(child.get('FormalName'))}: {shown(value)}")
        return self._nested(node, sorted(parts, key=lambda part: _WIDTH[part[0]]), self._position(node, degrees))

    def _position(self, node: Element, degrees: dict[str, Decimal]) -> Coordinates | None:
        if not degrees:
            return None
        if len(degrees) == 2:
            return self.reading.build(Coordinates, node, **degrees)
        self.reading.lost(node, "half of a position")
        return None

    def _nested(self, node: Element, parts: list[tuple[str, str]], position: Coordinates | None) -> Concept | None:
        found: Concept | None = None
        for number, (kind, value) in enumerate(parts):
            inner = number == len(parts) - 1
            name = "code" if kind == "country" and value.isupper() and len(value) <= 3 else "name"
            found = self.reading.build(
                Concept, node, **{name: value}, type=_TYPES[kind], broader=() if found is None else (found,),
                position=position if inner else None,
            )  # fmt: skip
        if found is None and position is not None:
            self.reading.lost(node, "a position without a name")
        return found


_WIDTH = {"worldregion": 0, "region": 1, "country": 2, "countryarea": 3, "state": 3, "province": 3, "county": 4, "city": 5, "sublocation": 6}
"""IPTC NewsCodes, properties of a location in lower case: the widest first."""
_TYPES = dict.fromkeys(_WIDTH, "") | {
    "worldregion": "WorldRegion", "region": "Region", "country": "Country", "countryarea": "CountryArea", "state": "State",
    "province": "Province", "county": "County", "city": "City", "sublocation": "SubLocation",
}  # fmt: skip
