"""What is measured: rows of a table, documents to work on, and contenders that say how they do the work."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from itertools import zip_longest
from typing import Any

import attrs
from attrs import field, frozen
from lxml import etree

import newsmodel as nm
from benchmarks import fidelity

OURS = "newsmodel"


@frozen(kw_only=True)
class Case:
    """One article, and the document that says it in the format of the row."""

    name: str
    article: nm.Article
    data: bytes


@frozen
class Attempt:
    """One contender with one case: what is timed, and why its result is not what the others do (`None` where it is)."""

    run: Callable[[], Any]
    fault: Callable[[Any], str | None]


@frozen(kw_only=True)
class Contender:
    """A way to do the work of a row."""

    name: str
    attempt: Callable[[Case], Attempt]
    note: str = ""
    """What it leaves undone, where that is less than the others do."""


@frozen(kw_only=True)
class Aim:
    """At most so many times what another contender takes; below 1 where newsmodel is to be faster."""

    than: str
    at_most: float

    def __str__(self) -> str:
        return f"at most {self.at_most} x the time of {self.than}" if self.at_most >= 1 else f"at least {1 / self.at_most:.3g} x as fast as {self.than}"


@frozen(kw_only=True)
class Row:
    """One work. The contender called `base` is its limit, and counts as 1."""

    name: str
    title: str
    codec: str
    """Whose documents the cases are."""
    base: str
    aims: tuple[Aim, ...] = ()
    real: bool = True
    """Whether agencies' documents are worked on as well."""


ROWS: dict[str, Row] = {
    row.name: row
    for row in (
        Row(name="json-read", title="JSON to a validated `Article`", codec="json", base="msgspec Structs",
            aims=(Aim(than="msgspec Structs", at_most=3.5), Aim(than="pydantic", at_most=1 / 1.5), Aim(than="cattrs with orjson", at_most=1 / 3))),
        Row(name="json-write", title="`Article` to JSON", codec="json", base="msgspec Structs",
            aims=(Aim(than="msgspec Structs", at_most=2.6), Aim(than="pydantic", at_most=1 / 4))),
        Row(name="json-faults", title="A bad document, all faults with their places", codec="json", base="a good document",
            aims=(Aim(than="a good document", at_most=4),), real=False),
        Row(name="newsml-g2-read", title="NewsML-G2 to `Article`", codec="newsml-g2", base="lxml parse",
            aims=(Aim(than="lxml parse", at_most=3), Aim(than="xsdata", at_most=1 / 4), Aim(than="newsmlg2", at_most=1 / 3))),
        Row(name="newsml-g2-write", title="`Article` to NewsML-G2", codec="newsml-g2", base="lxml tostring",
            aims=(Aim(than="lxml tostring", at_most=3.5), Aim(than="xsdata", at_most=1 / 12))),
        Row(name="nitf-read", title="NITF to `Article`", codec="nitf", base="lxml parse", aims=(Aim(than="lxml parse", at_most=3.5),)),
        Row(name="nitf-write", title="`Article` to NITF", codec="nitf", base="lxml tostring", aims=(Aim(than="lxml tostring", at_most=3.5),)),
        Row(name="ninjs-read", title="ninjs to `Article`", codec="ninjs", base="parse, body too", aims=(Aim(than="parse, body too", at_most=3.5),)),
        Row(name="ninjs-write", title="`Article` to ninjs", codec="ninjs", base="encode, body too", aims=(Aim(than="encode, body too", at_most=3.5),)),
        Row(name="jsonld-read", title="JSON-LD to `Article`", codec="jsonld", base="untyped parse", aims=(Aim(than="untyped parse", at_most=3.5),), real=False),
        Row(name="jsonld-write", title="`Article` to JSON-LD", codec="jsonld", base="untyped encode", aims=(Aim(than="untyped encode", at_most=3.5),), real=False),
        Row(name="html-write", title="Headline and body to HTML", codec="html", base="lxml tostring", aims=(Aim(than="Jinja2", at_most=1 / 5),), real=False),
        Row(name="html-read", title="Our HTML to `Article`", codec="html", base="lxml parse", aims=(Aim(than="lxml parse", at_most=3),), real=False),
        Row(name="page", title="A publisher's page to `Article`", codec="html", base="lxml parse",
            aims=(Aim(than="lxml parse", at_most=3), Aim(than="trafilatura", at_most=1 / 5))),
        Row(name="votes", title="Votes in prose", codec="text", base="plain scan", aims=(Aim(than="plain scan", at_most=10),), real=False),
    )
}  # fmt: skip

CONTENDERS: dict[str, list[Contender]] = {name: [] for name in ROWS}


def contender(row: str, name: str, *, note: str = "") -> Callable[[Callable[[Case], Attempt]], Callable[[Case], Attempt]]:
    """Enter a function for a row: it gets a case, prepares outside the clock, and returns an `Attempt`."""

    def enter(attempt: Callable[[Case], Attempt]) -> Callable[[Case], Attempt]:
        CONTENDERS[row].append(Contender(name=name, attempt=attempt, note=note))
        return attempt

    return enter


# What results are compared as


def plain(value: Any) -> Any:
    """Any library's objects as plain data: their fields by the model's names, each object with the name of its class."""
    if isinstance(value, tuple | list):
        return [plain(member) for member in value]
    names = _fields(type(value))
    if names is None:
        return value if value is None or isinstance(value, str | int) else str(value)
    return {"": type(value).__name__, **{name: plain(getattr(value, name)) for name in names if name != "type" or type(value).__name__ in _TYPED}}


_TYPED = {cls.__name__ for cls in vars(nm.model).values() if isinstance(cls, type) and attrs.has(cls) and "type" in attrs.fields_dict(cls)}
"""Classes that have a field called `type`; for the others, that is the word which tells blocks apart."""


def _fields(cls: Any) -> list[str] | None:
    for name in ("__struct_fields__", "__pydantic_fields__", "__dataclass_fields__"):
        if hasattr(cls, name):
            return list(getattr(cls, name))
    return [one.name for one in attrs.fields(cls)] if attrs.has(cls) else None


def difference(meant: Any, found: Any, path: str = "") -> str | None:
    """The first place where plain data differ."""
    if isinstance(meant, dict) and isinstance(found, dict):
        for name in [*meant, *found]:
            if name not in meant or name not in found:
                return f"{path}/{name} is only in one"
            if told := difference(meant[name], found[name], f"{path}/{name}"):
                return told
        return None
    if isinstance(meant, list) and isinstance(found, list) and len(meant) == len(found):
        return next((told for n, pair in enumerate(zip(meant, found, strict=True)) if (told := difference(*pair, f"{path}/{n}"))), None)
    return None if _value(meant) == _value(found) else f"{path}: expected {_short(meant)}, found {_short(found)}"


_UTC = re.compile(r"(?<=\d\d:\d\d)(\.\d+)?Z$")


def _value(value: Any) -> Any:
    """A value, with one spelling of the offset that has two."""
    return _UTC.sub(r"\1+00:00", value) if isinstance(value, str) else value


def _short(value: object) -> str:
    text = repr(value)
    return text if len(text) < 60 else text[:57] + "..."


def tree_difference(meant: bytes, found: bytes) -> str | None:
    """Where two XML documents do not say the same elements, attributes and texts; prefixes and white space at edges aside."""
    before, after = fidelity.tree(meant), fidelity.tree(found)
    if after is None:
        return "what came out is not well-formed"
    for one, other in zip_longest(fidelity.said(before), fidelity.said(after)):
        if one != other and (one is None or other is None or list(map(_value, one)) != list(map(_value, other))):
            return f"expected {_short(one)}, found {_short(other)}"
    return None


def same_article(case: Case) -> Callable[[Any], str | None]:
    """A check that a result has the article, field for field; an envelope around it is opened."""
    meant = plain(case.article)
    return lambda result: difference(meant, plain(getattr(result, "article", result)))


def same_count(case: Case) -> Callable[[Any], str | None]:
    """A check of an lxml tree: as many elements as the document has start tags."""
    meant = sum(1 for _ in etree.fromstring(case.data).iter())
    return lambda root: None if sum(1 for _ in root.iter()) == meant else "the tree has other elements"


Documents = Mapping[str, list[Case]]
"""Sets of cases, by name: `invented`, and `agencies` where there are data."""


@frozen(kw_only=True)
class Refusal:
    """A contender that is not timed, and why."""

    name: str
    reason: str


@frozen(kw_only=True)
class Field:
    """Who takes part in a row, with the cases that all of them have in common."""

    runs: Mapping[str, list[Callable[[], Any]]]
    notes: Mapping[str, str]
    refused: tuple[Refusal, ...]
    cases: int
    left_out: Mapping[str, str] = field(factory=dict)
    """Cases that some contender gets wrong, and which."""


def admitted(contenders: list[Contender], cases: list[Case]) -> Field:
    """Run every contender once with every case, and let in those that do the same work.

    One that fails with more than half of the cases is refused; of the rest, a case that any fails with is left out.
    """
    faults: dict[str, dict[str, str]] = {}
    attempts: dict[str, list[Attempt | None]] = {}
    for one in contenders:
        tried = [_tried(one, case) for case in cases]
        attempts[one.name] = [attempt for attempt, _ in tried]
        faults[one.name] = {case.name: fault for case, (_, fault) in zip(cases, tried, strict=True) if fault}
    refused = {name: found for name, found in faults.items() if 2 * len(found) > len(cases)}
    left_out = {case: f"{name}: {fault}" for name, found in faults.items() if name not in refused for case, fault in found.items()}
    runs = {
        name: [one.run for case, one in zip(cases, found, strict=True) if one is not None and case.name not in left_out]
        for name, found in attempts.items()
        if name not in refused
    }
    return Field(
        runs=runs,
        notes={one.name: one.note for one in contenders if one.note},
        refused=tuple(Refusal(name=name, reason=next(iter(found.values()))) for name, found in refused.items()),
        cases=len(cases) - len(left_out),
        left_out=left_out,
    )


def _tried(one: Contender, case: Case) -> tuple[Attempt | None, str | None]:
    try:
        attempt = one.attempt(case)
        return attempt, attempt.fault(attempt.run())
    except Exception as error:  # noqa: BLE001  # a library of others may fail in any way; it is refused with the reason
        return None, f"{type(error).__name__}: {error}".partition("\n")[0][:200]
