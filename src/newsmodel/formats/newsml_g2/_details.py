"""Details of elements that are kept at the end of `contentMeta`, by the id of the element."""

from __future__ import annotations

from typing import Any, TypeVar

from newsmodel.formats import _carrier as carrier
from newsmodel.formats._reading import Element, Reading, local

Value = TypeVar("Value")
_ID = frozenset({"id"})


class Details:
    """The details of a document; at the end it tells which of them nobody asked for."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._holders: dict[str, Element] = {}
        self._held: dict[str, frozenset[str]] = {}
        """By id, the names of the details."""
        self._asked: set[tuple[str, str]] = set()

    def add(self, holder: Element) -> None:
        """Take the details that an element holds."""
        ref = holder.get("ref") or ""
        if ref in self._holders:
            self._reading.lost(holder, "a second set of details for one element", "ref")
        else:
            self._holders[ref] = holder
            self._held[ref] = frozenset([*holder.attrib, *[local(child.tag) for child in holder]])

    def get(self, node: Element, key: str, kind: type[Value] | Any) -> Value | None:
        """The detail of this name, of the type `kind`; `None` where there is none."""
        if not self._holders or not (ref := node.get("id")) or key not in self._held.get(ref, ()):
            return None
        holder = self._holders[ref]
        self._asked.add((ref, key))
        found: Value | None = carrier.take(self._reading, holder, key, kind)
        return found

    def known(self, node: Element) -> frozenset[str]:  # noqa: ARG002  # other formats need it
        """The attribute that leads to details."""
        return _ID

    def report(self) -> None:
        """Report the details that belong to nothing."""
        for ref, holder in self._holders.items():
            carrier.report_text(self._reading, holder)
            for name in holder.attrib:
                if name != "ref" and (ref, name) not in self._asked:
                    self._reading.lost(holder, f"a detail of no element: {name}", name)
            for child in holder:
                if (ref, local(child.tag)) not in self._asked:
                    self._reading.unknown(child)
