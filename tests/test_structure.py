"""The model as plain data: what is written, what is read, and what each fault is called."""

import gc
import json
import pickle
import time
from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

import attrs
import cattrs
import pytest
from hypothesis import given

import newsmodel as nm
from newsmodel import model, strategies, walk
from newsmodel.model import MediaKind, Number, RichText, Time
from newsmodel.structure import canonical, plain, typed
from tests.native_samples import RICH

LINE = "a line of text, not empty, without line breaks, control characters or white space at its edges"
EITHER_BLOCK = (
    "one of 'paragraph', 'heading', 'quote', 'list', 'table', 'figure', 'embed', 'preformatted', 'separator', 'aside', 'opaque'"
)
PARAGRAPH = {"type": "paragraph", "content": ["It rained."]}


def faults(data: Any, cls: Any = nm.Article, path: str = "") -> list[str]:
    with pytest.raises(nm.ReadError) as caught:
        typed(data, cls, path=path)
    return str(caught.value).split("\n")


@given(strategies.articles())
def test_every_part_of_an_article_reads_back_equal(article: nm.Article) -> None:
    for _, part in walk.visit(article):
        if attrs.has(type(part)):
            again = typed(plain(part), type(part))

            assert repr(part) == repr(again)


def test_the_sample_uses_every_class() -> None:
    used = {type(part) for _, part in walk.visit(RICH)}

    assert {cls for cls in vars(model).values() if attrs.has(cls)} <= used


@pytest.mark.parametrize(
    ("value", "data", "cls"),
    [
        (nm.Article(headline=""), {"headline": ""}, nm.Article),
        (nm.Separator(), {"type": "separator"}, nm.Separator),
        (nm.Heading(content="A"), {"type": "heading", "content": ["A"]}, nm.Block),
        (nm.Heading(content="A", level=1), {"type": "heading", "content": ["A"], "level": 1}, nm.Heading),
        (nm.Label(content="A", public=False), {"content": ["A"], "public": False}, nm.Label),
        (nm.Link(href="/a"), {"href": "/a"}, nm.Link),
        (("a ", nm.Span(text="b", marks=["code"])), ["a ", {"text": "b", "marks": ["code"]}], RichText),
        ((nm.Rendition(href="a.jpg"),), [{"href": "a.jpg"}], tuple[nm.Rendition, ...]),
        (nm.SuggestedAmount(value=5, currency="€"), {"value": "5", "currency": "€"}, nm.SuggestedAmount),
        (nm.Count(option="yes", value=5), {"option": "yes", "value": 5}, nm.Count),
        (Decimal("-0.5"), "-0.5", Decimal),
        (Decimal("5.5"), "5.5", Number),
        (-5, -5, Number),
        (date(2026, 3, 4), "2026-03-04", Time),
        (datetime(2026, 3, 4, 5, 6), "2026-03-04T05:06:00", Time),
        (datetime(2026, 3, 4, 5, 6, 7, 80, timezone.utc), "2026-03-04T05:06:07.000080+00:00", Time),
        (datetime(2026, 3, 4, 5, tzinfo=timezone(timedelta(hours=-14))), "2026-03-04T05:00:00-14:00", Time),
        ("image", "image", MediaKind),
    ],
)
def test_each_kind_of_value_has_one_form(value: Any, data: Any, cls: Any) -> None:
    again = typed(data, cls)

    assert data == plain(value)
    assert (type(value), repr(value)) == (type(again), repr(again))


def test_the_keys_stand_in_the_models_order_and_the_type_first() -> None:
    heading = nm.Heading(content="A", level=1)
    article = nm.Article(id="a", language="en", headline="B", body=[heading])

    data = plain(article)

    assert ["id", "language", "headline", "body"] == list(data)
    assert ["type", "content", "level"] == list(data["body"][0])


def test_an_object_of_a_subclass_is_written_as_what_it_extends() -> None:
    """The model takes it, and a document has no word for more."""

    @attrs.frozen(kw_only=True)
    class Verse(nm.Paragraph):
        metre: str = "iambic"

    class Strong(nm.Span):
        pass

    own = (nm.Quote(blocks=[Verse(content=["Low ", Strong(text="tide", marks=["strong"])])]), Verse(content="High."))

    assert plain(Verse(content="High.")) == {"type": "paragraph", "content": ["High."]}
    assert [
        {"type": "quote", "blocks": [{"type": "paragraph", "content": ["Low ", {"text": "tide", "marks": ["strong"]}]}]},
        {"type": "paragraph", "content": ["High."]},
    ] == plain(own)
    assert plain(nm.Article(headline="A", body=own)) == json.loads(canonical(nm.Article(headline="A", body=own)))["article"]


def test_a_default_may_be_said() -> None:
    assert nm.Heading(content="A") == typed({"content": ["A"], "level": 2, "type": "heading"}, nm.Block)


@pytest.mark.parametrize("spelling", ["2026-03-04T12:00:00Z", "2026-03-04T12:00:00+00:00"])
def test_utc_has_two_spellings(spelling: str) -> None:
    assert datetime(2026, 3, 4, 12, tzinfo=timezone.utc) == typed(spelling, Time)


@pytest.mark.parametrize(
    "spelling",
    [
        "2026-03-04 12:00:00", "2026-03-04T12:00", "20260304", "2026-W10-3", "2026-03-04T12:00:00.5", "2026-02-30",
        "2026-03-04T25:00:00", "2026-03-04T12:00:00+01", "2026-03-04T12:00:00+0100", "2026-03-04T12:00:00z",
        " 2026-03-04", "2026-03-04\n", "٢٠٢٦-03-04", "", 20260304, True, None, ["2026-03-04"],
    ],
)  # fmt: skip
def test_a_time_is_spelt_in_one_way(spelling: Any) -> None:
    expected = "expected a date or time such as '2026-03-04' or '2026-03-04T12:00:00+01:00', found "

    (fault,) = faults(spelling, Time)

    assert fault.startswith(expected)


@pytest.mark.parametrize(
    "spelling",
    ["5.0", "05", "+5", "-0", "5.", ".5", "5e1", "1E+2", " 5", "5\n", "NaN", "Infinity", "٥", "1" * 19, "", 5, 5.5, True, None],
)
def test_a_decimal_is_spelt_in_one_way(spelling: Any) -> None:
    (fault,) = faults(spelling, Decimal)

    assert fault.startswith("expected a decimal number as a string in normal form, such as '5.5', found ")


@pytest.mark.parametrize("spelling", ["5", "5.0", "-0.50", "NaN", 5.5, 5.0, True, None, [5]])
def test_a_number_is_spelt_in_one_way(spelling: Any) -> None:
    (fault,) = faults(spelling, Number)

    assert fault.startswith("expected an integer, or a number with a fraction as a string in normal form, such as '5.5', found ")


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        # The shape
        ([], "expected an object, found an array"),
        (None, "expected an object, found null"),
        ({}, "missing key 'headline'"),
        ({"headline": 4}, "/headline: expected a string, found 4"),
        ({"headline": True}, "/headline: expected a string, found true"),
        ({"headline": None}, "/headline: expected a string, found null"),
        ({"headline": "A", "version": "4"}, "/version: expected an integer, found '4'"),
        ({"headline": "A", "version": True}, "/version: expected an integer, found true"),
        ({"headline": "A", "version": 1.0}, "/version: expected an integer, found 1.0"),
        ({"headline": "A", "version": 10**5000}, "/version: expected an integer, found an integer beyond 64 bits"),
        ({"headline": "A", "language": None}, "/language: expected a value, or no key at all, found null"),
        ({"headline": "A", "keywords": "a"}, "/keywords: expected an array, found 'a'"),
        ({"headline": "A", "keywords": ["a", 5]}, "/keywords/1: expected a string, found 5"),
        ({"headline": "A", "titles": [{"content": ["a"], "public": 1}]}, "/titles/0/public: expected true or false, found 1"),
        ({"headline": "A", "standfirst": "a"}, "/standfirst: expected an array, found 'a'"),
        ({"headline": "A", "standfirst": ["a", 5]}, "/standfirst/1: expected a string or a span object, found 5"),
        ({"headline": "A", "publisher": "A"}, "/publisher: expected an object, found 'A'"),
        ({"headline": "A", "status": "usabel"}, "/status: expected one of 'usable', 'withheld', 'canceled', found 'usabel'; did you mean 'usable'?"),
        ({"headline": "A", "status": ["usable"]}, "/status: expected one of 'usable', 'withheld', 'canceled', found an array"),
        # Keys
        ({"headline": "A", "kicka": "B"}, "/kicka: unknown key 'kicka'; did you mean 'kicker'?"),
        ({"headline": "A", "__class__": "B"}, "/__class__: unknown key '__class__'"),
        ({"headline": "A", "a/b~c": "B"}, "/a~1b~0c: unknown key 'a/b~c'"),
        ({"headline": "A", "k" * 5000: 1}, f"unknown key '{'k' * 78}…"),
        # Blocks
        ({"headline": "A", "body": [{"content": ["a"]}]}, "/body/0: missing key 'type'"),
        ({"headline": "A", "body": ["a"]}, "/body/0: expected an object, found 'a'"),
        ({"headline": "A", "body": [{"type": "paragraf"}]}, f"/body/0/type: expected {EITHER_BLOCK}, found 'paragraf'; did you mean 'paragraph'?"),
        ({"headline": "A", "body": [{"type": ["paragraph"]}]}, f"/body/0/type: expected {EITHER_BLOCK}, found an array"),
        ({"headline": "A", "lead": {"caption": {"credit": "B"}}}, "/lead: missing key 'type'"),
        ({"headline": "A", "lead": {"type": "paragraph", "caption": {"credit": "B"}}}, "/lead/type: expected 'figure', found 'paragraph'"),
        # Values
        ({"headline": " A"}, f"/headline: expected {LINE}, found ' A'"),
        ({"headline": "A", "keywords": ["a", "b "]}, f"/keywords/1: expected {LINE}, found 'b '"),
        ({"headline": "A", "urgency": 10}, "/urgency: expected a whole number from 1 to 9, found 10"),
        ({"headline": "A", "votes": [{"margin": -1}]}, "/votes/0/margin: expected a whole number of at least 0, found -1"),
        ({"headline": "A", "votes": [{}]}, "/votes/0: expected at least one of counts, unanimous, margin, result"),
        ({"headline": "A", "standfirst": [{"text": "a", "marks": ["code", "cite"]}]}, "/standfirst/0/marks: expected marks in alphabetical order, each once, found ('code', 'cite')"),
        ({"headline": "A", "standfirst": ["a", "b"]}, "/standfirst: expected neighbouring runs that differ in marks, href or language, found 'b'"),
    ],
)  # fmt: skip
def test_a_fault_is_named_with_its_place(data: Any, fault: str) -> None:
    assert [fault] == faults(data)


def test_all_faults_are_reported_also_the_rules_that_the_first_would_hide() -> None:
    data = {
        "headlien": "A", "version": 0, "urgency": 12, "language": "e n", "keywords": [" a", "b", " c"],
        "votes": [{"margin": -1, "result": "won"}], "body": [PARAGRAPH, {"type": "heading", "content": [], "level": 7}],
    }  # fmt: skip

    assert {
        "/article/headlien: unknown key 'headlien'; did you mean 'headline'?",
        "/article: missing key 'headline'",
        "/article/version: expected a whole number of at least 1, found 0",
        "/article/urgency: expected a whole number from 1 to 9, found 12",
        "/article/language: expected a language tag such as 'en' or 'pt-BR', found 'e n'",
        f"/article/keywords/0: expected {LINE}, found ' a'",
        f"/article/keywords/2: expected {LINE}, found ' c'",
        "/article/votes/0/margin: expected a whole number of at least 0, found -1",
        "/article/votes/0/result: expected one of 'passed', 'failed', 'tied', found 'won'",
        "/article/body/1/content: expected rich text, not empty, found ()",
        "/article/body/1/level: expected a whole number from 1 to 6, found 7",
    } == set(faults(data, path="/article"))


def test_a_rule_that_looks_at_a_field_at_fault_is_not_judged() -> None:
    data = {"option": "yes", "value": "many", "unit": "votes"}

    assert 1 == len(faults(data, nm.Count))
    assert ["/counts: expected an array, found 5"] == faults({"counts": 5}, nm.Vote)


@pytest.mark.parametrize(
    "data",
    [
        {"headline": "A", "body": [0] * 1_000_000},
        {"headline": "A", "body": [PARAGRAPH | {"content": [0] * 1000}] * 1000},
        {"headline": "A", "keywords": [[]] * 1_000_000},
        {"headline": "A", "keywords": [" a"] * 400_000},
        {"headline": "A"} | {f"k{number}": 0 for number in range(100_000)},
        {"headline": "A", "votes": [{f"k{number}": 0 for number in range(100)}] * 1000},
    ],
)
def test_at_most_a_hundred_faults_are_reported_and_soon(data: Any) -> None:
    begin = time.process_time()

    found = faults(data)

    assert 100 == len(found)
    assert time.process_time() - begin < 20


def test_faults_deep_down_are_found_once_and_soon() -> None:
    block: dict[str, Any] = PARAGRAPH | {"content": 5}
    for _ in range(60):
        block = {"type": "aside", "blocks": [PARAGRAPH, block], "role": " x"}
    begin = time.process_time()

    found = faults({"headline": "A", "body": [block]})

    assert 61 == len(found)
    assert time.process_time() - begin < 20


def nested(levels: int) -> Any:
    block: Any = PARAGRAPH
    for _ in range(levels):
        block = {"type": "aside", "blocks": [block]}
    return {"headline": "A", "body": [block]}


def test_faults_leave_nothing_to_the_garbage_collector() -> None:
    """Which would hold the data until it comes by."""
    data = {"headline": 5, "keywords": "rain", "body": [{"type": "paragraph", "content": [" a"]}], "votes": [{"counts": [{"option": "yes"}]}], "x": 1}

    def problems() -> int:
        try:
            typed(data, nm.Article)
        except nm.ReadError as error:
            return len(error.problems)
        return 0

    assert problems() == 5  # and the converter is made
    gc.collect()
    gc.disable()
    try:
        problems()
        left = gc.collect()
    finally:
        gc.enable()

    assert left == 0


def test_data_deeper_than_the_stack_is_a_fault() -> None:
    assert "expected a document that fits into memory and stack" in faults(nested(5000))[0]
    assert ["/body: expected blocks nested at most 40 deep, found 41"] == faults(nested(40))


def test_an_error_can_be_pickled() -> None:
    with pytest.raises(nm.ReadError) as caught:
        typed({"headlien": "A"}, nm.Article)

    again = pickle.loads(pickle.dumps(caught.value))  # made here

    assert caught.value.__context__ is None, "some libraries pickle an error with what led to it, and cattrs' errors cannot be"
    assert (caught.value.problems, str(caught.value)) == (again.problems, str(again))


class TestConverter:
    def test_each_is_a_fresh_one(self) -> None:
        assert nm.converter() is not nm.converter()

    def test_it_takes_hooks_of_users(self) -> None:
        made = nm.converter()
        made.register_unstructure_hook(datetime, lambda value: int(value.timestamp()))
        made.register_structure_hook(str, lambda data, _: str(data))

        assert {"headline": "4", "created": 0} == made.unstructure(
            nm.Article(headline="4", created=datetime(1970, 1, 1, tzinfo=timezone.utc))
        )
        assert nm.Byline(name="4") == made.structure({"name": 4}, nm.Byline)

    def test_it_takes_classes_of_users(self) -> None:
        @attrs.frozen(kw_only=True)
        class Clipping:
            article: nm.Article
            seen: int = 0

        made = nm.converter()
        clipping = Clipping(article=nm.Article(headline="A", body=[nm.Separator()]))

        assert clipping == made.structure(made.unstructure(clipping), Clipping)

    def test_a_field_without_a_rule_breaks_none(self) -> None:
        @attrs.frozen(kw_only=True)
        class Clipping:
            page: int
            article: nm.Article

        assert ["/page: expected an integer, found 'A4'"] == faults({"page": "A4", "article": {"headline": "A"}}, Clipping)
        assert ["/article: expected an object, found 5"] == faults({"page": 4, "article": 5}, Clipping)

    def test_what_it_raises_is_cattrs_own(self) -> None:
        with pytest.raises(cattrs.ClassValidationError) as caught:
            nm.converter().structure({"headline": 4, "body": [{"type": "x"}], "kicka": 5}, nm.Article)

        assert 3 == len(cattrs.transform_error(caught.value))
        assert any(line.endswith("$.body[0].type") for line in cattrs.transform_error(caught.value))

    def test_what_hooks_and_rules_of_users_raise_is_in_its_place_in_the_group(self) -> None:
        @attrs.frozen(kw_only=True)
        class Clipping:
            page: Any = attrs.field(validator=attrs.validators.instance_of(str))
            article: nm.Article

        made = nm.converter()
        made.register_structure_hook(nm.Concept, lambda data, _: nm.Concept(name=data.strip()))

        with pytest.raises(cattrs.ClassValidationError) as caught:
            made.structure({"page": 4, "article": {"headline": 4, "subjects": ["ferry", {}]}}, Clipping)

        places = [line.rpartition("$")[2] for line in cattrs.transform_error(caught.value)]
        assert [".article.headline", ".article.subjects[1]", ".page"] == sorted(places)

    @pytest.mark.parametrize("wrong", [lambda data, _: len(data) // 0, lambda data, _: dict[str, str]()[data]])
    def test_a_bug_stays_a_bug(self, wrong: Callable[[Any, Any], Any], monkeypatch: pytest.MonkeyPatch) -> None:
        made = nm.converter()
        made.register_structure_hook(str, wrong)
        monkeypatch.setattr("newsmodel.structure._converter._shared", lambda: made)

        with pytest.raises((ZeroDivisionError, KeyError)):
            typed({"name": "A"}, nm.Byline)
