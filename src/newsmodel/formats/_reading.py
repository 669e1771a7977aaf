"""Reading a tree of markup: a small view of the tree, values out of it, and the account of what was left.

Every reader of XML or HTML walks over `Element`, which lxml's elements are, and so are those of other trees. It takes
values out through a `Reading`, which reports what it cannot take.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, Protocol, TypeVar

from newsmodel.contract import Loss
from newsmodel.errors import InvalidValue, Position, shown
from newsmodel.syntax.text_form import BREAK, cleaned, one_line
from newsmodel.syntax.times import parsed_time
from newsmodel.model import RichText, Time
from newsmodel.model.richtext import Parts, normal, rich_plain_text
from newsmodel.model.values import CONTROL, WHITE_SPACE, is_language, is_url

Model = TypeVar("Model")

_CONTROL = re.compile(f"[{CONTROL.replace(BREAK, chr(ord(BREAK) + 1))}]")
"""What no text may hold; the range that begins with `BREAK` begins behind it."""
_PLAIN = ((), None, None)
"""How a run looks that has no marks, no link and no language."""
_BASIC = re.compile(r"[0-9]{8}(?:T[0-9]{6}(?:Z|[+-][0-9]{4})?)?")


class Element(Protocol):
    """What a reader sees of an element: lxml's own names, so that its elements need no wrapping."""

    tag: Any
    text: Any
    tail: Any

    @property
    def attrib(self) -> Any: ...
    @property
    def sourceline(self) -> int | None: ...
    def get(self, key: str, /) -> Any: ...
    def getparent(self) -> Any: ...
    def __iter__(self) -> Iterator[Any]: ...
    def __len__(self) -> int: ...


_LOCAL: dict[str, str] = {}
_FOLDED: dict[str, str] = {}


def local(tag: str) -> str:
    """A tag without its namespace: `p` of `{http://www.w3.org/1999/xhtml}p`."""
    name = _LOCAL.get(tag)
    if name is None:
        name = tag.rpartition("}")[2]
        if len(_LOCAL) < 10_000:
            _LOCAL[tag] = name
    return name


def folded(tag: str) -> str:
    """`local` in lower case, for vocabularies that were written in either: `p` of `P`."""
    name = _FOLDED.get(tag)
    if name is None:
        name = local(tag).lower()
        if len(_FOLDED) < 10_000:
            _FOLDED[tag] = name
    return name


def holds_control(text: str) -> bool:
    """Whether there is a control character in a text, `BREAK` aside. What can be printed is no control, and quickly told."""
    if text.isprintable() or text.replace("\n", "").replace(BREAK, "").replace("\xa0", "").isprintable():
        return False
    return _CONTROL.search(text) is not None


def path_of(node: Element) -> str:
    """The place of an element in its tree: `/newsItem/contentMeta/headline[2]`."""
    steps: list[str] = []
    current: Element | None = node
    while current is not None:
        parent = current.getparent()
        step = local(current.tag)
        if parent is not None:
            kin = [child for child in parent if child.tag == current.tag]
            if len(kin) > 1:
                step = f"{step}[{1 + next(index for index, child in enumerate(kin) if child is current)}]"
        steps.append(step)
        current = parent
    return "/" + "/".join(reversed(steps))


def _steps(children: Iterable[Element]) -> dict[int, str]:
    """By `id`, the steps that lead to elements beside each other."""
    kin: dict[str, list[Element]] = {}
    for child in children:
        kin.setdefault(child.tag, []).append(child)
    steps: dict[int, str] = {}
    for tag, members in kin.items():
        name = local(tag)
        if len(members) == 1:
            steps[id(members[0])] = name
        else:
            steps |= {id(member): f"{name}[{number}]" for number, member in enumerate(members, 1)}
    return steps


class Reading:
    """One reading of one document: takes values out of elements, and keeps the account of what it could not take."""

    def __init__(self) -> None:
        self.losses: list[Loss] = []
        self._below: dict[int, tuple[str, dict[int, str], list[Element]]] = {}
        """By `id` of an element, its path, the steps to those in it, and all of them, so that no other gets one of their `id`s."""

    def path(self, node: Element) -> str:
        """`path_of`, in time that does not grow with the number of elements beside each other."""
        parent = node.getparent()
        if parent is None:
            return f"/{local(node.tag)}"
        known = self._below.get(id(parent))
        if known is None:
            above, children = Reading.path(self, parent), list(parent)
            known = self._below[id(parent)] = above, _steps(children), [parent, *children]
        return f"{known[0]}/{known[1][id(node)]}"

    def lost(self, node: Element | None, reason: str, attribute: str | None = None) -> None:
        """Report what the model has no place for."""
        self.report(node, reason, attribute, repaired=False)

    def repaired(self, node: Element | None, reason: str, attribute: str | None = None) -> None:
        """Report a value that is kept, but whose spelling was repaired, or which was inferred."""
        self.report(node, reason, attribute, repaired=True)

    def report(self, node: Element | None, reason: str, attribute: str | None, *, repaired: bool) -> None:
        """Put a line into the account."""
        path = "" if node is None else self.path(node) + (f"/@{local(attribute)}" if attribute else "")
        line = None if node is None else node.sourceline
        self.losses.append(Loss(path=path, reason=reason, where=Position(path=path, line=line), repaired=repaired))

    def unknown(self, node: Element) -> None:
        """Report an element that nobody asked for."""
        text = one_line("".join(flat_text(node)))
        self.lost(node, f"no place for <{local(node.tag)}>" + (f": {shown(text)}" if text else ""))

    def unknown_attributes(self, node: Element, known: Iterable[str] = ()) -> None:
        """Report the attributes that nobody asked for."""
        for name in node.attrib:
            if name not in known:
                self.lost(node, f"no place for {local(name)}={shown(str(node.get(name)))}", name)

    # Values: of an element's text, or of one of its attributes. `None` where there is none, or none that can be kept.

    def raw(self, node: Element, attribute: str | None = None) -> str:
        """The text as it stands, control characters taken out and reported."""
        if attribute is not None:
            text = str(node.get(attribute) or "")
        else:
            text = "".join(flat_text(node)) if len(node) else node.text or ""
        return self.controlled(text, node, attribute)

    def line(self, node: Element, attribute: str | None = None) -> str | None:
        """A line of text."""
        text = node.get(attribute) if attribute is not None else None if len(node) else node.text
        if text is None or not text.isprintable():
            return one_line(self.raw(node, attribute)) or None
        return text.strip(WHITE_SPACE) or None  # what can be printed holds no white space that formats, and no break

    def rich(self, node: Element, runs: Iterable[Parts]) -> RichText | None:
        """Rich text of runs taken from `node`."""
        taken = runs if isinstance(runs, list) else list(runs)
        if len(taken) == 1 and taken[0][1:] == _PLAIN and taken[0][0].isprintable():
            text = taken[0][0].strip(WHITE_SPACE)
            return (text,) if text else None
        whole = "".join([run[0] for run in taken])
        if whole.isprintable():  # no control character, no break, and no white space that formats
            return normal(taken) or None
        if holds_control(whole):
            taken = [(self.controlled(run[0], node), *run[1:]) for run in taken]
        return cleaned(taken) or None

    def controlled(self, text: str, node: Element, attribute: str | None = None) -> str:
        """`text` without control characters, which are reported; `BREAK` stays."""
        if not holds_control(text):
            return text
        self.repaired(node, "control characters taken out", attribute)
        return _CONTROL.sub("", text)

    def time(self, node: Element, attribute: str | None = None, *, basic: bool = False) -> Time | None:
        """A time; one that is spelt unusually is reported as repaired.

        `basic` tells that the format itself spells times in ISO 8601's basic form: `20260304T120000+0100`.
        """
        text = self.raw(node, attribute)
        if not text.strip():
            return None
        parsed = parsed_time(text)
        if parsed is None:
            self.lost(node, f"no date or time: {shown(text)}", attribute)
            return None
        value, usual = parsed
        if not (usual or (basic and _BASIC.fullmatch(text.strip()))):
            self.repaired(node, f"an unusually spelt time: {shown(text)}", attribute)
        return value

    def whole(self, node: Element, attribute: str | None = None, low: int = 0, high: int = 2**63 - 1) -> int | None:
        """A whole number between two bounds."""
        text = self.raw(node, attribute).strip()
        if not text:
            return None
        if text.isdecimal() and text.isascii() and len(text) < 19 and low <= (number := int(text)) <= high:
            return number
        if not re.fullmatch(r"[+-]?[0-9]{1,19}", text) or not low <= int(text) <= high:
            self.lost(node, f"expected a whole number of at least {low}, found {shown(text)}", attribute)
            return None
        return int(text)

    def url(self, node: Element, attribute: str | None = None) -> str | None:
        """A URL; what is none is reported."""
        return self._checked(is_url, "a URL", node, attribute)

    def language(self, node: Element, attribute: str | None = None) -> str | None:
        """A language tag; what is none is reported."""
        return self._checked(is_language, "a language tag", node, attribute)

    def _checked(self, holds: Any, expected: str, node: Element, attribute: str | None) -> str | None:
        text = self.line(node, attribute)
        if text is not None and not holds(text):
            self.lost(node, f"expected {expected}, found {shown(text)}", attribute)
            return None
        return text

    def build(self, cls: type[Model], node: Element, **fields: Any) -> Model | None:
        """An object of the model; `None`, and reported, where its values do not fit together."""
        try:
            made: Model = cls(**fields)
        except InvalidValue as error:
            self.lost(node, str(error))
            return None
        return made


def flat_text(node: Element) -> Iterator[str]:
    """All text in an element, a line break element as `BREAK`."""
    if node.text:
        yield node.text
    for child in node:
        if folded(child.tag) == "br":
            yield BREAK
        yield from flat_text(child)
        if child.tail:
            yield child.tail


__all__ = ["BREAK", "Element", "Reading", "cleaned", "folded", "local", "one_line", "path_of", "rich_plain_text"]
