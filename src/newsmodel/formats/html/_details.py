"""Details as data attributes: what an element cannot show, in one attribute each."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any, TypeVar, cast

import msgspec

from newsmodel.errors import ReadError
from newsmodel.formats import _json
from newsmodel.formats._markup import Details
from newsmodel.formats._reading import Element, Reading
from newsmodel.syntax.times import written_time
from newsmodel.formats.html._names import PREFIX
from newsmodel.model import Time
from newsmodel.structure import plain, typed

Value = TypeVar("Value")


@cache
def attribute(name: str) -> str:
    """The data attribute of a detail: `data-nm-media-type`."""
    return PREFIX + name.replace("_", "-")


def kept(details: Details) -> dict[str, str]:
    """The details as attributes: text as it is, a number in digits, a time in ISO 8601, all else in compact JSON."""
    return {attribute(name): _written(value) for name, value in details.items()}


def _written(value: object) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, int):
        return str(value)
    if isinstance(value, date):
        return written_time(value)
    return msgspec.json.encode(plain(value)).decode()


class DataDetails:
    """The details that an element's data attributes hold."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading

    def get(self, node: Element, key: str, kind: type[Value] | Any) -> Value | None:
        """The detail of this name; `None` where there is none, or, reported, none of this type."""
        if not node.attrib or (name := attribute(key)) not in node.attrib:
            return None
        text = self._reading.raw(node, name)
        if kind is int:
            return cast("Value | None", self._reading.whole(node, name))
        if kind is Time:
            return cast("Value | None", self._reading.time(node, name))
        value = text if kind is str else self._typed(node, name, text, kind)
        return cast("Value | None", value)

    def _typed(self, node: Element, name: str, text: str, kind: Any) -> Any:
        try:
            # A word of a closed list stands as it is.
            return typed(_json.parse(text.encode()) if text[:1] in ("{", "[") else text, kind)
        except ReadError as error:
            self._reading.lost(node, f"a detail that cannot be read: {error}", name)
            return None

    def placed(self, node: Element, key: str, cls: type[Value]) -> list[tuple[int, Value]]:
        """The members of a sequence that are not shown, each with its place in it, from 0."""
        name = attribute(key)
        text = self._reading.raw(node, name)
        if not text:
            return []
        try:
            return [(self._place(place), typed(member, cls)) for place, member in _json.parse(text.encode())]
        except (ReadError, ValueError, TypeError, RecursionError) as error:
            self._reading.lost(node, f"a detail that cannot be read: {error}", name)
            return []

    def _place(self, place: object) -> int:
        if not isinstance(place, int):
            raise TypeError(f"expected a place, found {place!r}")
        return place

    def known(self, node: Element) -> frozenset[str]:
        """The attributes of the element that hold details."""
        return frozenset(name for name in node.attrib if name.startswith(PREFIX))
