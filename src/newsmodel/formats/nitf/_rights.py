"""The rights in an NITF document: in its head, and as they are shown to readers."""

from __future__ import annotations

from typing import Any

from newsmodel.errors import shown
from newsmodel.formats import _carrier as carrier
from newsmodel.formats._reading import Element, folded, one_line
from newsmodel.formats._walker import FieldReader, Fields
from newsmodel.formats.nitf._parts import PartReader
from newsmodel.model import Concept, Label, Rights


class RightsReader(FieldReader):
    """Reads the rights."""

    def __init__(self, parts: PartReader, fields: Fields) -> None:
        super().__init__(parts, fields)
        self.parts = parts
        self.details = parts.details
        self._values: dict[str, Any] = {"notices": [], "terms": []}

    def copyright(self, node: Element) -> None:
        """Whose the rights are, since when."""
        self.parts.one_of(node, {"year", "holder"})
        rights = self._values
        year = self.reading.whole(node, "year", 1, 9999) if node.get("year") else None
        holder = self.parts.concept(node, name=self.parts.text_of(node, "holder"))
        address = self.details.get(node, "address", str)
        for name, value in (("year", year), ("holder", holder), ("url", address)):
            if value is not None and rights.setdefault(name, value) != value:
                self.reading.lost(node, f"no place for a second {name} of the copyright: {shown(str(value))}")

    def statement(self, node: Element) -> None:
        """What may be done, and by whose word."""
        self.parts.one_of(node, {"owner", "limitations", "type"})
        self._owner(node, self.parts.text_of(node, "owner"), "owner")
        for attribute, role in (("type", "type"), ("limitations", None)):
            text = self.parts.text_of(node, attribute)
            self._values["terms"] += filter(None, [self.parts.label(node, None if text is None else (text,), role=role)])

    def _owner(self, node: Element, name: str | None, attribute: str | None = None) -> None:
        """Who owns the rights: the holder of the copyright, where nobody else is named."""
        if name is not None and self._values.setdefault("holder", Concept(name=name)).name != name:
            self.reading.lost(node, f"no place for an owner of rights beside the holder: {shown(name)}", attribute)

    def shown(self, node: Element) -> None:
        """The statement for readers."""
        self.parts.attributes(node)
        for child in node:
            if folded(child.tag) == "rights.owner":
                self.parts.attributes(child)
                self._owner(child, self.parts.line(child))
            elif folded(child.tag) == "rights.limitations":
                self.parts.attributes(child)
                self._values["terms"] += filter(None, [self.parts.label(child, self.parts.rich(child))])
            else:
                self.reading.unknown(child)
        loose = one_line("".join([node.text or "", *(child.tail or "" for child in node)]))
        if loose:
            self._values["notices"] += filter(None, [self.reading.build(Label, node, content=(loose,))])

    def carried(self, node: Element) -> None:
        """A label that the standard has no element for."""
        label = carrier.read(self.reading, node, Label)
        if label is not None:
            self._values["notices" if folded(node.tag) == "notice" else "terms"].append(label)

    def settle(self, nitf: Element) -> None:
        """Put what was found into the fields."""
        rights = {name: value for name, value in self._values.items() if value}
        if rights:
            self.single["rights"] = self.reading.build(Rights, nitf, **rights)
            self.fields.places["rights"] = nitf
