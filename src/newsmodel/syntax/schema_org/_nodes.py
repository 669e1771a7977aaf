"""JSON-LD as readers take it apart: nodes, their properties, and the account of what nobody asked for.

A context is not expanded, for that would need the network: a property is known by schema.org's own name for it, plain or
in one of the usual spellings with a prefix. References (`{"@id": ...}`) are resolved within the document (JSON-LD 1.1, 9.5).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any, TypeVar

from newsmodel.errors import InvalidValue, shown
from newsmodel.syntax.places import Place
from newsmodel.syntax.text_form import one_line, with_line_feeds
from newsmodel.syntax.times import parsed_time
from newsmodel.model import Number, RichText, Time
from newsmodel.model.values import CONTROL, WHITE_SPACE, is_language, is_url

Model = TypeVar("Model")

PREFIXES = ("", "schema:", "https://schema.org/", "http://schema.org/")
MAX_LOSSES = 1000
"""How many losses are told one by one; the last one says how many more there are."""
MAX_TAKEN = 50_000
"""References are followed until so many values were taken, so that a small document cannot grow large by them."""
MAX_PARTS = 8
"""How many objects make one node: those that give the same `@id`."""

_CONTROL = re.compile(f"[{CONTROL}]")
_NUMBER = re.compile(r"-?[0-9]{1,18}(\.[0-9]{1,18})?")
_SYNTAX = frozenset({"@context", "@type", "@id"})


def is_absolute(text: str) -> bool:
    """Whether a text that may be a name or an address is an address."""
    return text.startswith(("https://", "http://", "urn:")) and is_url(text)


class Document:
    """One JSON-LD document: its nodes by name, and what was taken of it."""

    def __init__(self, value: Any) -> None:
        self.value = value
        self.reported: list[tuple[Place, str, bool]] = []
        self.taken: set[tuple[int, str | int]] = set()
        """The values that somebody asked for, by what holds them."""
        self.count = 0
        """How often something was taken."""
        self._named: dict[str, list[tuple[Place, dict[str, Any]]]] = {}
        self.prefixes: tuple[str, ...] = PREFIXES[:1]
        """Those that a property of the document may have."""
        for place, part in _objects(value):
            if any(":" in key for key in part):
                self.prefixes = PREFIXES
            name = part.get("@id")
            if isinstance(name, str) and any(key not in _SYNTAX for key in part):
                kin = self._named.setdefault(name, [])
                if len(kin) < MAX_PARTS:
                    kin.append((place, part))

    def node(self, place: Place, part: dict[str, Any]) -> Node:
        """The node that an object describes, alone or together with others of the same name."""
        name = part.get("@id")
        others = self._named.get(name, ()) if isinstance(name, str) and self.count < MAX_TAKEN else ()
        return Node(self, [(place, part), *[other for other in others if other[1] is not part]])

    def take(self, container: Any, step: str | int) -> None:
        """Note that somebody asked for this value."""
        self.taken.add((id(container), step))
        self.count += 1

    def lost(self, place: Place, reason: str) -> None:
        """Report what could not be taken."""
        self.reported.append((place, reason, False))

    def repaired(self, place: Place, reason: str) -> None:
        """Report a value that is kept, but whose spelling was repaired, or which was inferred."""
        self.reported.append((place, reason, True))

    def account(self) -> list[tuple[Place, str, bool]]:
        """What was reported, and every value that nobody asked for, each with whether it is a repair; a bounded number of them."""
        found = list(self.reported[:MAX_LOSSES])
        untold = len(self.reported) - len(found)
        for place, reason in self._unread():
            if len(found) < MAX_LOSSES:
                found.append((place, reason, False))
            else:
                untold += 1
        return [*found, (None, f"and {untold} more", False)] if untold else found

    def _unread(self) -> Iterator[tuple[Place, str]]:
        waiting: list[tuple[Place, Any]] = [(None, self.value)]
        while waiting:
            place, container = waiting.pop()
            for step, value in _members(container):
                plain = value.__class__ is str
                if (not value and value in (None, "", [], {})) or step in _SYNTAX:
                    continue
                if (id(container), step) in self.taken or step == "@graph":
                    if not plain:
                        waiting.append(((place, step), value))
                elif not (isinstance(value, dict) and self._is_read(value)):
                    yield (place, step), f"no place for {_said(step, value)}"
                else:
                    waiting.append(((place, step), value))

    def _is_read(self, part: dict[str, Any]) -> bool:
        """Whether a reference led to this object."""
        return any((id(part), key) in self.taken for key in part)


class Value:
    """One value of a property."""

    __slots__ = ("_container", "_step", "alone", "document", "place", "raw")

    def __init__(self, document: Document, place: Place, container: Any, step: str | int, *, alone: bool) -> None:
        self.document = document
        self.place = place
        self.raw: Any = container[step]
        self.alone = alone
        """Whether it is the property's value and not a member of an array."""
        self._container, self._step = container, step

    def take(self) -> Any:
        """The value as it stands, noted as read."""
        document = self.document
        document.taken.add((id(self._container), self._step))
        document.count += 1
        return self.raw

    def node(self) -> Node | None:
        """The node that the value is or refers to."""
        if not isinstance(self.raw, dict):
            return None
        self.take()
        return self.document.node(self.place, self.raw)

    def string(self) -> str | None:
        """The text, numbers as they are spelt, without the control characters that no text of ours holds."""
        if self.raw.__class__ is str and self.raw.isprintable():  # controls, line breaks and noncharacters are not
            return str(self.take())
        if isinstance(self.raw, (bool, dict, list)):
            return None
        text = with_line_feeds(str(self.take()))
        if text.replace("\n", "").isprintable():
            return text
        kept = _CONTROL.sub("", text)
        if kept != text:
            self.document.repaired(self.place, "control characters taken out")
        return kept

    def line(self) -> str | None:
        """A line of text."""
        if self.raw.__class__ is str and self.raw.isprintable():  # nothing but spaces may be white space in it
            return str(self.take()).strip(" ") or None
        text = self.string()
        return None if text is None else one_line(text) or None

    def text(self) -> str | None:
        """Text that may hold line breaks."""
        text = self.string()
        return None if text is None else text.replace("\t", " ").strip(WHITE_SPACE) or None

    def rich(self) -> RichText | None:
        """`text` as rich text."""
        text = self.text()
        return None if text is None else (text,)

    def label(self) -> str | None:
        """A line of text, or the name of a node."""
        node = self.node()
        return self.line() if node is None else node.line("name")

    def url(self) -> str | None:
        """A URL, plain or of a node, whose references are not followed: they may lead back to it."""
        if isinstance(self.raw, dict):
            self.take()
            node = Node(self.document, [(self.place, self.raw)])
            inner = node.one("url")
            return (inner.url() if inner is not None and isinstance(inner.raw, str) else None) or node.name
        return self._checked(self.line(), is_url, "a URL")

    def language(self) -> str | None:
        """A language tag."""
        return self._checked(self.line(), is_language, "a language tag")

    def _checked(self, text: str | None, holds: Any, expected: str) -> str | None:
        if text is None or holds(text):
            return text
        self.document.lost(self.place, f"expected {expected}, found {shown(text)}")
        return None

    def time(self) -> Time | None:
        """A time; one that is spelt unusually is reported as repaired."""
        text = self.string()
        if text is None or not text.strip():
            return None
        parsed = parsed_time(text)
        if parsed is None:
            self.document.lost(self.place, f"no date or time: {shown(text)}")
            return None
        if not parsed[1]:
            self.document.repaired(self.place, f"an unusually spelt time: {shown(text)}")
        return parsed[0]

    def number(self) -> Number | None:
        """A number, or text that spells one."""
        if isinstance(self.raw, float):
            return Decimal(repr(self.take()))
        text = self.line()
        if text is None or _NUMBER.fullmatch(text):
            return None if text is None else Decimal(text) if "." in text else int(text)
        self.document.lost(self.place, f"expected a number, found {shown(text)}")
        return None

    def whole(self, low: int = 0, high: int = 2**63 - 1, unit: str = "") -> int | None:
        """A whole number between two bounds, with or without its unit."""
        text = self.line()
        if text is None:
            return None
        digits = text.removesuffix(unit).rstrip()
        number = re.fullmatch(r"([0-9]{1,19})(?:\.0+)?", digits)
        if number and low <= int(number[1]) <= high:
            return int(number[1])
        self.document.lost(self.place, f"expected a whole number from {low} to {high}, found {shown(text)}")
        return None

    def flag(self) -> bool | None:
        """True or false, also spelt as text or as schema.org's address of it."""
        if isinstance(self.raw, bool):
            return bool(self.take())
        text = (self.line() or "").removeprefix("https://schema.org/").removeprefix("http://schema.org/").lower()
        known = {"true": True, "false": False, "": None}
        if text not in known:
            self.document.lost(self.place, f"expected true or false, found {shown(text)}")
        return known.get(text)


class Node:
    """A thing that a document describes, in one object or in several that give the same name."""

    def __init__(self, document: Document, parts: list[tuple[Place, dict[str, Any]]]) -> None:
        self.document = document
        self.parts = parts

    @property
    def place(self) -> Place:
        """Where it is described first."""
        return self.parts[0][0]

    @property
    def name(self) -> str | None:
        """Its `@id`, where that is a URL and not a blank node's."""
        found = self.parts[0][1].get("@id")
        return found if isinstance(found, str) and is_url(found) and not found.startswith("_:") else None

    @property
    def types(self) -> list[str]:
        """Its types without prefixes."""
        return [one for _, part in self.parts for one in types_of(part)]

    def values(self, *names: str) -> list[Value]:
        """The values of the first of these properties that has any."""
        document = self.document
        if len(self.parts) == 1 and len(document.prefixes) == 1:  # as most are
            place, part = self.parts[0]
            for name in names:
                raw = part.get(name)
                if raw.__class__ is str and raw != "":
                    return [Value(document, (place, name), part, name, alone=True)]
                if raw is not None and (found := list(self._flat(place, part, name, alone=True))):
                    return found
            return []
        for name in names:
            for place, part in self.parts:
                for prefix in document.prefixes:
                    key = prefix + name
                    raw = part.get(key)
                    if raw.__class__ is str and raw != "":
                        found = [Value(document, (place, key), part, key, alone=True)]
                    elif raw is None or not (found := list(self._flat(place, part, key, alone=True))):
                        continue
                    self._take_repeats(key, part)
                    return found
        return []

    def _take_repeats(self, key: str, part: dict[str, Any]) -> None:
        """Note as read what another object says just as well."""
        for _, other in self.parts if len(self.parts) > 1 else ():
            if other is not part and other.get(key) == part[key]:
                self.document.take(other, key)

    def _flat(self, place: Place, container: Any, step: str | int, *, alone: bool) -> Iterator[Value]:
        """The values below a key, arrays, sets and value objects opened."""
        raw = container[step]
        if raw is None or raw == "":
            return
        inner = (place, step)
        if isinstance(raw, list):
            self.document.take(container, step)
            for index, member in enumerate(raw):
                if member.__class__ is str and member != "":
                    yield Value(self.document, (inner, index), raw, index, alone=False)
                else:
                    yield from self._flat(inner, raw, index, alone=False)
            return
        if isinstance(raw, dict):
            for word in ("@value", "@list", "@set"):
                if word in raw:
                    self.document.take(container, step)
                    yield from self._flat(inner, raw, word, alone=alone)
                    return
        yield Value(self.document, inner, container, step, alone=alone)

    def one(self, *names: str) -> Value | None:
        """The first value; further ones stay unread."""
        found = self.values(*names)
        return found[0] if found else None

    def node(self, *names: str) -> Node | None:
        """The first value, where it is a node."""
        value = self.one(*names)
        return None if value is None else value.node()

    def line(self, *names: str) -> str | None:
        """The first value as a line of text."""
        value = self.one(*names)
        return None if value is None else value.line()

    def rich(self, *names: str) -> RichText | None:
        """The first value as rich text."""
        value = self.one(*names)
        return None if value is None else value.rich()

    def label(self, *names: str) -> str | None:
        """The first value as a line of text, or its name."""
        value = self.one(*names)
        return None if value is None else value.label()

    def url(self, *names: str) -> str | None:
        """The first value as a URL."""
        value = self.one(*names)
        return None if value is None else value.url()

    def language(self) -> str | None:
        """The language of a work, as a tag or as a `Language`."""
        value = self.one("inLanguage")
        if value is None:
            return None
        node = value.node()
        value = value if node is None else node.one("alternateName", "name")
        return None if value is None else value.language()

    def time(self, *names: str) -> Time | None:
        """The first value as a time."""
        value = self.one(*names)
        return None if value is None else value.time()

    def whole(self, *names: str, low: int = 0, high: int = 2**63 - 1, unit: str = "") -> int | None:
        """The first value as a whole number, plain or in a `QuantitativeValue`."""
        value = self.one(*names)
        node = None if value is None else value.node()
        if node is not None:
            value = node.one("value")
        return None if value is None else value.whole(low, high, unit)

    def lines(self, *names: str) -> tuple[str, ...]:
        """All values as lines of text."""
        return tuple(line for value in self.values(*names) if (line := value.line()))

    def urls(self, *names: str) -> tuple[str, ...]:
        """All values as URLs."""
        return tuple(url for value in self.values(*names) if (url := value.url()))

    def build(self, cls: type[Model], **fields: Any) -> Model | None:
        """An object of the model; `None`, and reported, where its values do not fit together."""
        try:
            return cls(**fields)
        except InvalidValue as error:
            self.document.lost(self.place, str(error))
            return None


def types_of(part: dict[str, Any]) -> list[str]:
    """The types that an object gives itself, without prefixes."""
    stated = part.get("@type")
    if isinstance(stated, str):
        return [_bare(stated)]
    return [_bare(one) for one in stated if isinstance(one, str)] if isinstance(stated, list) else []


def _bare(name: str) -> str:
    return name if name.isalnum() else re.split(r"[/#:]", name)[-1]


def _members(container: Any) -> Iterable[tuple[str | int, Any]]:
    if isinstance(container, dict):
        return container.items()
    return enumerate(container) if isinstance(container, list) else ()


def _objects(value: Any) -> Iterator[tuple[Place, dict[str, Any]]]:
    """All objects of a document."""
    waiting: list[tuple[Place, Any]] = [(None, value)]
    while waiting:
        place, container = waiting.pop()
        if isinstance(container, dict):
            yield place, container
        inner = [((place, step), value) for step, value in _members(container) if isinstance(value, (dict, list))]
        waiting += reversed(inner)


def _said(step: str | int, value: Any) -> str:
    """What an unread value is and says, in short."""
    name = "a further value" if isinstance(step, int) else step
    if isinstance(value, (str, int, float)):
        return f"{name}: {shown(value)}"
    kinds = types_of(value) if isinstance(value, dict) else []
    if not kinds:
        return name
    return f"a further {kinds[0]}" if isinstance(step, int) else f"{name}: {kinds[0]}"
