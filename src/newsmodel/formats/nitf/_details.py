"""Details: what an element of NITF cannot say of a value.

A single value is an attribute of ours on the element. What has a structure is kept in `nm:details` at the end of
`head`, by the element's id.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from newsmodel.errors import shown
from newsmodel.formats import _carrier as carrier
from newsmodel.formats import _xml
from newsmodel.formats._carrier import clark
from newsmodel.formats._reading import Element, Reading, folded, local

_OURS = clark("")[:-1]
_DETAILS = clark("details")


class DetailWriter:
    """Keeps the details of a document."""

    def __init__(self) -> None:
        self.holders: list[str] = []

    def keep(self, details: Mapping[str, Any]) -> dict[str, str]:
        """The attributes of an element with these details; `None` and what is empty are left out."""
        found: dict[str, str] = {}
        structured: list[tuple[str, Any]] = []
        for name, value in details.items():
            if value is None:
                continue
            if not isinstance(value, str) and (isinstance(value, tuple) or attrs.has(type(value))):
                structured.append((name, value))
            else:
                found[f"{carrier.PREFIX}:{name}"] = carrier.spelt(value)
        kept = [(name, value) for name, value in structured if value != ()]
        if kept:
            ref = f"nm{len(self.holders) + 1}"
            self.holders.append(carrier.holder("details", kept, f' ref="{ref}"'))
            found["id"] = ref
        return found

    def rest(self, value: Any, said: Iterable[str]) -> dict[str, str]:
        """The attributes of an element that stands for an object, and says the fields `said` by itself."""
        kept = {field.tag: held for field, held in carrier.said(value) if field.name not in said}
        return self.keep(kept) if kept else {}


def leads_to_details(attribute: str) -> bool:
    """Whether an attribute holds a detail, or leads to some."""
    return attribute == "id" or attribute.startswith(_OURS)


class Details:
    """The details of a document that is read; at the end it tells which of them nobody asked for."""

    def __init__(self, reading: Reading, root: Element) -> None:
        self._reading = reading
        self._root = root
        self._holders: dict[str, Element] = {}
        self._asked: dict[tuple[int, str], Element] = {}
        """What was asked for; the elements are kept, so that no other gets the `id` of one of them."""
        for head in root:
            if folded(head.tag) == "head":
                for child in head:
                    if child.tag == _DETAILS:
                        self._add(child)

    def _add(self, holder: Element) -> None:
        ref = holder.get("ref") or ""
        if ref in self._holders:
            self._reading.lost(holder, "a second set of details for one element", "ref")
        else:
            self._holders[ref] = holder

    def get(self, node: Element, key: str, kind: Any) -> Any:
        """The detail of this name, of the type `kind`; `None` where there is none."""
        return self._get(node, key, carrier.kind_of(kind))

    def word(self, node: Element, key: str, *known: str) -> str | None:
        """A detail that is one of these words; another one is reported."""
        found: str | None = self.get(node, key, str)
        if found is None or found in known:
            return found
        self._reading.lost(node, f"no word known here: {shown(found)}", clark(key))
        return None

    def _get(self, node: Element, key: str, kind: Any) -> Any:
        if isinstance(kind, carrier.Single):
            name = clark(key)
            if node.get(name) is None:
                return None
            self._asked[id(node), name] = node
            return carrier.take_single(self._reading, node, name, kind)
        ref = node.get("id")
        holder = self._holders.get(ref) if ref else None
        if holder is None:
            return None
        self._asked[id(holder), clark(key)] = holder
        return carrier.take_as(self._reading, holder, key, kind)

    def rest(self, node: Element, cls: Any) -> dict[str, Any]:
        """The fields of an object that its element has details for."""
        if not any(map(leads_to_details, node.attrib)):
            return {}
        found = {field.name: self._get(node, field.tag, field.kind) for field in carrier.fields_of(cls)}
        return {name: value for name, value in found.items() if value is not None and value != ()}

    def known(self, node: Element) -> frozenset[str]:
        """The attributes of an element that hold or lead to details; those that nobody asks for are told by `report`."""
        return frozenset(filter(leads_to_details, node.attrib))

    def report(self) -> None:
        """Report the details that nobody asked for."""
        self._report_attributes(self._root)
        for holder in self._holders.values():
            carrier.report_text(self._reading, holder)
            for name in holder.attrib:
                if name != "ref":
                    self._reading.lost(holder, f"a detail of no element: {name}", name)
            for child in holder:
                if (id(holder), child.tag) not in self._asked:
                    self._reading.unknown(child)

    def _report_attributes(self, root: Element) -> None:
        for node, name, value in _xml.attributes_in(root, carrier.NAMESPACE):
            if (id(node), name) not in self._asked:
                self._reading.lost(node, f"no place for {local(name)}={shown(value)}", name)
