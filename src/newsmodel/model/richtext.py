"""Rich text: flat runs of text with marks, in one normal form."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from operator import eq, itemgetter
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, get_args

from attrs import field, frozen
from attrs.validators import optional

from newsmodel.errors import InvalidValue, shown
from newsmodel.model import values
from newsmodel.model.making import ALREADY, CLEAR, LINE, TEXT, quickly

if TYPE_CHECKING:
    from attrs import Attribute

Mark = Literal[
    "cite", "code", "deleted", "emphasis", "highlight", "inserted", "keyboard", "quote", "small", "strike", "strong",
    "subscript", "superscript", "underline",
]  # fmt: skip
"""How a run is marked, in words of HTML's meaning rather than its tags."""


_each_mark = values.each(values.one_of(Mark))


def _marks(instance: object, attribute: Attribute[Any], value: object) -> None:
    _each_mark(instance, attribute, value)
    if list(value) != sorted(set(value)):  # type: ignore[call-overload]  # a tuple of str by now
        raise values.refuse(instance, attribute, "marks in alphabetical order, each once", value)


def _run(instance: object, attribute: Attribute[Any], value: object) -> None:
    if type(value) is not str or not value or not values.is_without(values.NOT_TEXT, value):
        raise values.refuse(instance, attribute, "text, not empty, without control characters", value)


CLEAR[_run] = TEXT
CLEAR[_marks] = f"{{0}} == () or {{0}}.__class__ is tuple and len({{0}}) == 1 and {{0}}[0].__class__ is str and {{0}}[0] in {get_args(Mark)!r}"


@quickly
@frozen(kw_only=True, weakref_slot=False)
class Span:
    """A run of text with marks, a link or a language of its own; at least one of them."""

    text: str = field(validator=_run)
    """May begin and end with white space, where it is not at the edge of the rich text."""
    marks: tuple[Mark, ...] = field(default=(), converter=values.many, validator=_marks)
    href: str | None = field(default=None, validator=optional(values.url))
    language: str | None = field(
        default=None, validator=[optional(values.language), values.at_least_one_of("marks", "href", "language")]
    )


RichText: TypeAlias = tuple[str | Span, ...]
"""Runs in normal form: see `rich`."""


def rich(*runs: str | Span) -> RichText:
    r"""Runs in normal form: no empty run, no equal neighbours, no white space at the edges.

    >>> rich("  Won ", "by ", Span(text="22", marks=["strong"]), "-10\n")
    ('Won by ', Span(text='22', marks=('strong',), href=None, language=None), '-10')

    Raises:
        InvalidValue: where a run holds what no text may hold, or nothing is left.
    """
    found = normal(map(parts, runs))
    if not found or not values.is_without(values.NOT_TEXT, rich_plain_text(found)):
        raise InvalidValue("rich", "text, not empty, without control characters", shown("".join(map(str, runs))))
    return found


Parts: TypeAlias = tuple[str, tuple[Mark, ...], str | None, str | None]
"""A run taken apart: text, marks (sorted), href, language."""


def parts(run: str | Span) -> Parts:
    """`run` taken apart."""
    return (run, (), None, None) if isinstance(run, str) else (run.text, run.marks, run.href, run.language)


def normal(runs: Iterable[Parts]) -> RichText:
    """The normal form of runs taken apart; empty where they hold nothing but white space."""
    kept = [run for run in runs if run[0]]
    styles = [run[1:] for run in kept]
    if any(map(eq, styles, styles[1:])):
        kept = [("".join([run[0] for run in alike]), *style) for style, alike in groupby(kept, itemgetter(1, 2, 3))]
    while kept and not kept[-1][0].strip(values.WHITE_SPACE):
        kept.pop()
    if not kept:
        return ()
    start = 0
    while not kept[start][0].strip(values.WHITE_SPACE):
        start += 1
    kept[start] = (kept[start][0].lstrip(values.WHITE_SPACE), *kept[start][1:])
    kept[-1] = (kept[-1][0].rstrip(values.WHITE_SPACE), *kept[-1][1:])
    return tuple([
        Span(text=text, marks=marks, href=href, language=language) if marks or href or language else text
        for text, marks, href, language in kept[start:]
    ])  # fmt: skip


def as_rich(value: str | Iterable[str | Span]) -> RichText:
    """A converter: a `str` is rich text of one run."""
    return (value,) if isinstance(value, str) else values.many(value)


ALREADY[as_rich] = "tuple"


def optional_rich(value: str | Iterable[str | Span] | None) -> RichText | None:
    """`as_rich`, for a field that may be `None`."""
    return None if value is None else as_rich(value)


ALREADY[optional_rich] = "tuple"


def content(instance: object, attribute: Attribute[Any], value: object) -> None:
    """Expects rich text in normal form."""
    if type(value) is not tuple or not value:
        raise values.refuse(instance, attribute, "rich text, not empty", value)
    before: object = None
    for run in value:
        if type(run) is str:
            if not run or not run.isprintable():
                _run(instance, attribute, run)
            style: object = ()
        elif isinstance(run, Span):
            style = (run.marks, run.href, run.language)
        else:
            raise values.refuse(instance, attribute, "runs that are str or Span", run)
        if style == before:
            raise values.refuse(instance, attribute, "neighbouring runs that differ in marks, href or language", run)
        before = style
    first, last = parts(value[0])[0], parts(value[-1])[0]
    if first[0] in values.WHITE_SPACE or last[-1] in values.WHITE_SPACE:
        raise InvalidValue(
            f"{type(instance).__name__}.{attribute.name}", "no white space at the edges", shown(first + "…" + last)
        )


CLEAR[content] = f"{{0}}.__class__ is tuple and len({{0}}) == 1 and {LINE.replace('{0}', '{0}[0]')}"


def rich_plain_text(value: RichText) -> str:
    """The text of the runs."""
    return "".join([run if isinstance(run, str) else run.text for run in value])
