"""The kinds of values that many elements of NITF share: lines, labels, concepts, places, parties, times."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from newsmodel.errors import shown
from newsmodel.formats._markup import XML_LANGUAGE
from newsmodel.formats._reading import Element, Reading, flat_text, folded, one_line
from newsmodel.syntax.times import parsed_time
from newsmodel.formats._walker import Walker
from newsmodel.formats.nitf import _names as names
from newsmodel.formats.nitf._body import BodyReader
from newsmodel.formats.nitf._details import Details, leads_to_details
from newsmodel.model import Byline, Concept, Label, RichText, Time
from newsmodel.model.values import is_url


class PartReader(Walker):
    """Reads values that stand in several places."""

    def __init__(self, reading: Reading, details: Details, body: BodyReader) -> None:
        super().__init__(reading)
        self.details = details
        self.body = body

    # Elements and attributes

    def is_machinery(self, node: Element, name: str) -> bool:  # noqa: ARG002  # the same of every element
        """Whether an attribute is a detail of ours, which is told by `Details.report`, or only formats."""
        return name == "class" or leads_to_details(name)

    def one_of(self, node: Element, known: Collection[str] = ()) -> None:
        """Report what an element holds that should say all in its attributes, and the attributes not known."""
        self.attributes(node, known)
        self.empty(node)

    def text_of(self, node: Element, attribute: str) -> str | None:
        """The line in an attribute; `None` where it is absent or empty."""
        return self.reading.line(node, attribute) if node.get(attribute) else None

    def time(self, node: Element, attribute: str = "norm") -> Time | None:
        """A time in an attribute; one that is spelt neither as NITF nor as ISO 8601 does usually is reported as repaired."""
        text = str(node.get(attribute) or "")
        parsed = parsed_time(text) if names.TIME.fullmatch(text) else None
        return self.reading.time(node, attribute) if parsed is None else parsed[0]

    # Text

    def rich(self, node: Element) -> RichText | None:
        """Rich text; several paragraphs are set apart by breaks."""
        return self.reading.rich(node, self.body.flowing(node))

    def label(self, node: Element, content: RichText | None, **fields: Any) -> Label | None:
        """A label; what its element cannot say are details."""
        if content is None:
            return None
        stated = {name: value for name, value in fields.items() if value is not None}
        if node.get(XML_LANGUAGE) and (language := self.reading.language(node, XML_LANGUAGE)):
            stated["language"] = language
        return self.reading.build(Label, node, content=content, **{**stated, **self.details.rest(node, Label)})

    # Concepts

    def concept(self, node: Element, **fields: Any) -> Concept | None:
        """A concept; what its element cannot say are details."""
        stated = {name: value for name, value in fields.items() if value}
        values = {**self.details.rest(node, Concept), **stated}
        if not (values.get("name") or values.get("code") or values.get("uri")):
            return None
        return self.reading.build(Concept, node, **values)

    def party(self, node: Element, known: Collection[str] = (), **fields: Any) -> Concept | None:
        """A concept of an element that names something: a person, an organisation, a place, a term."""
        tag = folded(node.tag)
        code = names.CODE_ATTRIBUTE.get(tag, "value")
        self.attributes(node, {code, *known})
        if tag == "location" and any(folded(child.tag) != "alt-code" for child in node):
            return self._place(node, **fields)
        same_as = self.same_as(node)
        return self.concept(node, name=self._name(node), code=self.text_of(node, code), same_as=same_as, **fields)

    def _name(self, node: Element) -> str | None:
        """The text of an element; the parts of a name are read as one."""
        for child in node:
            if folded(child.tag) not in ("alt-code", "name.given", "name.family", "function"):
                self.reading.unknown(child)
        pieces = [node.text or ""]
        for child in node:
            pieces += ["" if folded(child.tag) == "function" else "".join(flat_text(child)), child.tail or ""]
        return one_line(self.reading.controlled("".join(pieces), node)) or None

    def same_as(self, node: Element) -> list[str]:
        """Other codes of what an element names."""
        found = []
        for child in node:
            if folded(child.tag) == "alt-code":
                self.attributes(child, {"value"} | ({"idsrc"} if child.get("idsrc") == "same-as" else set()))
                value = self.text_of(child, "value")
                found += [] if value is None else [value]
        return found

    def _place(self, node: Element, **fields: Any) -> Concept | None:
        """A place whose parts are given: the smallest, and those that hold it."""
        parts: list[tuple[str | None, str | None]] = []
        tags = [tag for tag, _ in names.PLACES]
        for child in node:
            if folded(child.tag) not in (*tags, "alt-code"):
                self.reading.unknown(child)
        for tag, code in names.PLACES:
            for child in node:
                if folded(child.tag) == tag:
                    self.attributes(child, {code})
                    parts.append((self.line(child), self.text_of(child, code)))
        chain: tuple[Concept, ...] = ()
        named = [(name, code) for name, code in parts if name or code]
        for larger, its_code in reversed(named[1:]):
            chain = (Concept(name=larger, code=its_code, broader=chain),)
        name, own_code = named[0] if named else (self.reading.line(node), None)
        if named:
            self._report_between(node)
        if own_code is not None and node.get("location-code"):
            self.reading.lost(node, f"no place for location-code={shown(node.get('location-code'))}", "location-code")
        return self.concept(node, name=name, code=own_code or self.text_of(node, "location-code"), broader=chain, same_as=self.same_as(node), **fields)

    def _report_between(self, node: Element) -> None:
        """Report text between the parts of something, but for what only sets them apart."""
        for text in (node.text, *(child.tail for child in node)):
            if text and text.strip(" \t\r\n,;/-()"):
                self.reading.lost(node, f"text that stands outside: {shown(text.strip())}")

    # Bylines

    def bylines(self, node: Element) -> list[Byline]:
        """The persons in a byline, each with what stands behind the name."""
        found: list[dict[str, Any]] = []
        lone = self.details.get(node, "none", bool)
        if lone:
            self._report_between(node)
        for child in node:
            tag = folded(child.tag)
            if tag == "person":
                found.append(self._person(child))
            elif lone and not found:
                found.append(self.details.rest(node, Byline))
            if not found and tag != "person":
                self.reading.lost(child, f"the markup <{tag}>; its text is kept")
            elif tag != "person":
                self._behind_name(child, found[-1])
        made = [self.reading.build(Byline, node, **values) for values in found if values.get("name") or values.get("affiliation")]
        return [byline for byline in made if byline is not None]

    def _person(self, node: Element) -> dict[str, Any]:
        self.attributes(node, {"value"})
        values: dict[str, Any] = {"name": self._name(node) or "", "id": self.text_of(node, "value")}
        for child in node:
            if folded(child.tag) == "function":
                self.attributes(child)
                values["job_title"] = self.line(child)
        same_as = self.same_as(node)
        for one in same_as:
            if not is_url(one):
                self.reading.lost(node, f"expected a URL, found {shown(one)}")
        values["same_as"] = [one for one in same_as if is_url(one)]
        return {**values, **self.details.rest(node, Byline)}

    def _behind_name(self, node: Element, values: dict[str, Any]) -> None:
        tag = folded(node.tag)
        self.attributes(node)
        if tag == "byttl" and not values.get("job_title") and not values.get("affiliation"):
            self._job(node, values)
        elif tag == "location" and not values.get("location"):
            values["location"] = self.reading.line(node)
        elif tag == "virtloc" and not values.get("email"):
            values["email"] = self.reading.line(node)
        else:
            self.reading.unknown(node)

    def _job(self, node: Element, values: dict[str, Any]) -> None:
        """A title, and the organisation behind it."""
        text = node.text or ""
        for child in node:
            if folded(child.tag) == "org" and not values.get("affiliation"):
                self.attributes(child)
                values["affiliation"] = self.line(child)
            else:
                self.reading.unknown(child)
            text += child.tail or ""
        line = one_line(self.reading.controlled(text, node)) or None
        if line is not None and values.get("affiliation"):
            line = one_line(line.removesuffix(",")) or None
        values["job_title"] = line
