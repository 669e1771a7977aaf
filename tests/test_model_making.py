"""Objects made quickly are those that attrs makes, and what is refused is refused in the same words."""

from datetime import datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

import attrs
import pytest
from hypothesis import given

import newsmodel as nm
from newsmodel import walk
from newsmodel.model import values
from newsmodel.strategies import articles
from tests.native_samples import RICH


class Word(str):
    """A string of a class of its own, which no text of the model is."""

    __slots__ = ()


AWKWARD: tuple[Any, ...] = (
    None, "", " ", "a", " a", "a ", "a b", "a\nb", "a\tb", "a\x00", "\x85", "\xa0a", "a\u200d", "\ud800", "\ufdd0", "\U0001ffff", b"a", 0, 1, -1,
    2, True, False, 7, 10**18, 2**63, 1.5, Decimal("5.00"), Decimal("NaN"), Decimal(-1), (), [], ("",), ("a",), ["a"], ("a", "b"), (1,),
    ("strong",), ("strong", "emphasis"), ("emphasis", "emphasis"), {"a": 1}, nm.Span(text="a", marks=["strong"]), nm.Paragraph(content="a"),
    (nm.Paragraph(content="a"),), ((nm.Paragraph(content="a"),),), ((nm.Cell(),),), ("a", nm.Span(text=" b", href="c")), (" a",), "https://example.org/",
    "not a url", "en", "PT1M", "yes", "percent", "image", "free", datetime(2026, 3, 4), datetime(2026, 3, 4, tzinfo=timezone(timedelta(hours=15))),
    datetime(2026, 3, 4, tzinfo=timezone(timedelta(hours=1))), Word("a"), Word("en"), ("a", Word("b")), (Word("strong"),), (Word("a"),),
)  # fmt: skip


def by_attrs(cls: Any) -> Any:
    """What makes an object as attrs does."""

    def make(**fields: Any) -> Any:
        made = object.__new__(cls)
        cls.__init__.__wrapped__(made, **fields)
        return made

    return make


def outcome(make: Any, fields: dict[str, Any]) -> str:
    """What comes of it, offsets and digits included."""
    try:
        return repr(make(**fields))
    except nm.InvalidValue as error:
        return f"refused: {error}"


def objects(article: nm.Article) -> list[Any]:
    return [part for _, part in walk.visit(article) if attrs.has(type(part))]


def given_fields(part: Any) -> dict[str, Any]:
    return {field.name: getattr(part, field.name) for field in attrs.fields(type(part))}


def parts() -> dict[type, Any]:
    """One full object of each class that a full article holds."""
    found: dict[type, Any] = {}
    for part in objects(RICH):
        known = found.setdefault(type(part), part)
        if sum(map(bool, given_fields(known).values())) < sum(map(bool, given_fields(part).values())):
            found[type(part)] = part
    return found


@given(articles())
def test_objects_are_those_that_attrs_makes(article: nm.Article) -> None:
    """Every part of an article, made again of all its fields or of those that are no default, is the same."""
    for part in objects(article):
        fields = given_fields(part)
        defaults = {field.name: field.default for field in attrs.fields(type(part))}
        least = {name: value for name, value in fields.items() if value != defaults[name]}

        for some in (fields, least):
            assert repr(part) == repr(type(part)(**some)) == repr(by_attrs(type(part))(**some))


@pytest.mark.parametrize("cls", parts(), ids=lambda cls: cls.__name__)
def test_what_attrs_refuses_is_refused(cls: type) -> None:
    """Any awkward value in any field, or in all, has the same outcome, and the same message where it is refused."""
    fields = given_fields(parts()[cls])
    cases = [{**fields, name: value} for name in fields for value in AWKWARD]
    cases += [{name: value} for name in fields for value in AWKWARD if all(f.default is not attrs.NOTHING or f.name == name for f in attrs.fields(cls))]
    cases += [dict.fromkeys(fields, value) for value in AWKWARD]

    for case in cases:
        assert outcome(by_attrs(cls), case) == outcome(cls, case), case


def test_every_class_is_tried() -> None:
    """The full article holds every class of the model."""
    every = {cls for name in nm.model.__all__ if isinstance(cls := getattr(nm.model, name), type) and attrs.has(cls)}

    assert every - set(parts()) == set()


def test_rules_are_made_with_the_classes() -> None:
    """Making objects makes no rule: a stream of articles would make more and more of them."""
    before = len(values.HOLDS), len(values.NAMED)

    for part in objects(RICH):
        assert part == type(part)(**given_fields(part))

    assert before == (len(values.HOLDS), len(values.NAMED))
