"""Which item it is, and how it is managed: identifiers, versions, times, status, links to other items."""

from __future__ import annotations

import re

from newsmodel.errors import shown
from newsmodel.formats._reading import Element, local
from newsmodel.formats._status import parsed_status
from newsmodel.formats._walker import Take
from newsmodel.formats.newsml_1._parts import child_of
from newsmodel.formats.newsml_1._shared import PartOfItem
from newsmodel.model import Identifier, Link
from newsmodel.model.values import is_url

_IDENTIFIERS = frozenset({"ProviderId", "DateId", "NewsItemId", "RevisionId", "PublicIdentifier"})



class ManagementReader(PartOfItem):
    """Reads the identification and the management of an item."""

    def identification(self, node: Element) -> None:
        """Take all that says which item it is."""
        self.parts.attributes(node)
        self.each(node, _IDENTIFICATION)

    def _identifier(self, node: Element) -> None:
        """The public identifier names one revision; without its end it names the item through all of them."""
        self.parts.attributes(node)
        lines: dict[str, str] = {}
        for child in self.parts.children(node):
            name = local(child.tag)
            if name not in _IDENTIFIERS:
                self.reading.unknown(child)
                continue
            line = self.reading.line(child) if name == "RevisionId" else self.parts.line(child)
            if line is not None:
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
            self.set("id", node, identity)
            if public not in (identity, f"{identity}:{number}"):
                self.add("identifiers", node, Identifier(value=public, scheme="PublicIdentifier"))
        for part, value in lines.items():
            if value not in (public or ""):
                self.add("identifiers", node, Identifier(value=value, scheme=part))
        self._previous(revision)

    def _revision(self, node: Element) -> None:
        self.parts.attributes(node, {"PreviousRevision", "Update"})
        if node.get("Update") not in (None, "", "N"):
            self.reading.lost(node, f"no place for Update={shown(node.get('Update'))}", "Update")
        self.set("version", node, self.reading.whole(node, None, 1))

    def _previous(self, node: Element | None) -> None:
        before = None if node is None else self.reading.line(node, "PreviousRevision")
        if node is None or before in (None, "0"):
            return
        if is_url(self.single.get("id")):
            self.add("links", node, Link(rel="previousVersion", href=self.single["id"], version=before))
        else:
            self.reading.lost(node, f"no place for PreviousRevision={shown(before)}", "PreviousRevision")

    def _name_label(self, node: Element) -> None:
        """A name for those who work with the item."""
        self.parts.attributes(node)
        self.add("titles", node, self.parts.label(node, "label", public=False))

    def _label(self, node: Element) -> None:
        kind, text = child_of(node, "LabelType"), child_of(node, "LabelText")
        if kind is None or text is None:
            self.reading.unknown(node)
            return
        for child in self.parts.children(node):
            if child is not kind and child is not text:
                self.reading.unknown(child)
        self.add("titles", node, self.parts.label(text, self.parts.formal_name(kind) or "label", public=False))

    def management(self, node: Element) -> None:
        """Take all that says what is to be done with it."""
        self.parts.attributes(node)
        self.each(node, _MANAGEMENT)

    def _created(self, node: Element) -> None:
        self.parts.attributes(node)
        self.set("created", node, self.reading.time(node, basic=True))

    def _revised(self, node: Element) -> None:
        self.parts.attributes(node)
        self.set("updated", node, self.reading.time(node, basic=True))

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
        self.set("status", node, status)

    def _status_will_change(self, node: Element) -> None:
        """The end of an embargo, or of use."""
        future, when = child_of(node, "FutureStatus"), child_of(node, "DateAndTime")
        word = "" if future is None else (future.get("FormalName") or "").lower()
        field = {"usable": "embargoed", "canceled": "expires", "cancelled": "expires", "withheld": "expires"}.get(word)
        if field is None or when is None:
            self.reading.unknown(node)
            return
        for child in self.parts.children(node):
            if child is future:
                self.parts.formal_name(child)
            elif child is not when:
                self.reading.unknown(child)
        self.parts.attributes(when)
        self.set(field, when, self.reading.time(when, basic=True))

    def _urgency(self, node: Element) -> None:
        self.parts.attributes(node, {"FormalName"})
        self.parts.empty(node)
        self.set("urgency", node, self.reading.whole(node, "FormalName", 1, 9))

    def _type(self, node: Element) -> None:
        self.add("genres", node, self.parts.concept(node, "NewsItemType"))

    def _instruction(self, node: Element) -> None:
        self.add("signals", node, self.parts.concept(node))


_Table = dict[str, Take[ManagementReader]]
_IDENTIFICATION: _Table = {
    "NewsIdentifier": ManagementReader._identifier,
    "NameLabel": ManagementReader._name_label,
    "Label": ManagementReader._label,
}
_MANAGEMENT: _Table = {
    "NewsItemType": ManagementReader._type,
    "FirstCreated": ManagementReader._created,
    "ThisRevisionCreated": ManagementReader._revised,
    "Status": ManagementReader._status,
    "StatusWillChange": ManagementReader._status_will_change,
    "Urgency": ManagementReader._urgency,
    "Instruction": ManagementReader._instruction,
    "DerivedFrom": ManagementReader._derived,
    "AssociatedWith": ManagementReader._associated,
    "Property": ManagementReader._property,
}
