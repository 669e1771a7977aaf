"""The JSON Schema of the native format."""

import json
import time
from collections.abc import Iterator
from typing import Any

import attrs
import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

import newsmodel as nm
from newsmodel import model, strategies
from newsmodel.structure import _schema, plain
from newsmodel.structure._rules import rules
from tests.native_samples import RICH

SCHEMA = nm.schema()
VALIDATOR = Draft202012Validator(SCHEMA)


def document(**article: Any) -> Any:
    return {"format": "newsmodel", "version": 1, "article": {"headline": "A"} | article}


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_it_is_the_same_every_time_and_nobodys_edit_lasts() -> None:
    first = nm.schema()
    first["$defs"]["Article"]["properties"].clear()

    assert json.dumps(SCHEMA) == json.dumps(nm.schema())


@given(strategies.articles())
def test_every_article_is_valid(article: nm.Article) -> None:
    assert VALIDATOR.is_valid(json.loads(nm.dumps(article, format="json")))


def test_every_class_and_every_field_stands_in_it() -> None:
    classes = [cls for cls in vars(model).values() if isinstance(cls, type) and attrs.has(cls)]

    for cls in classes:
        properties = SCHEMA["$defs"][cls.__name__]["properties"]
        assert [field.name for field in attrs.fields(cls)] == [name for name in properties if properties[name] != {"const": cls.__name__.lower()}]


def test_it_says_what_the_docstrings_say() -> None:
    heading = SCHEMA["$defs"]["Heading"]

    assert "A heading inside the body; the article's own is its headline." == heading["description"]
    assert {"type": "integer", "minimum": 1, "maximum": 6, "description": "From 1 to 6, as in HTML.", "default": 2} == heading["properties"]["level"]


@pytest.mark.parametrize(
    "article",
    [
        {"headlien": "A"}, {"headline": 4}, {"headline": " A"}, {"headline": "A\n"}, {"version": "4"}, {"version": True},
        {"version": 0}, {"urgency": 10}, {"language": "e n"}, {"language": None}, {"keywords": "a"}, {"keywords": ["a", ""]},
        {"status": "sold"}, {"created": "2026-03-04T12"}, {"created": 5}, {"url": ""}, {"standfirst": []}, {"standfirst": "a"},
        {"standfirst": ["a", 5]}, {"standfirst": ["a\tb"]}, {"standfirst": [{"text": "a"}]}, {"standfirst": [{"text": "a", "marks": []}]},
        {"standfirst": [{"text": "a", "marks": ["bold"]}]}, {"standfirst": [{"text": "a", "marks": ["code", "code"]}]},
        {"lead": {"type": "figure"}}, {"lead": {"caption": {"credit": "a"}}}, {"lead": {"type": "separator"}},
        {"lead": {"type": "figure", "caption": {"agencies": []}}}, {"rights": {}}, {"publisher": {"type": "x"}},
        {"body": [{}]}, {"body": [{"type": "lsit"}]}, {"body": [{"type": "list", "items": []}]},
        {"body": [{"type": "quote", "blocks": []}]}, {"body": [{"type": "table", "rows": [[]]}]},
        {"body": [{"type": "embed", "blocks": []}]}, {"body": [{"type": "heading", "content": ["a"], "level": 7}]},
        {"body": [{"type": "preformatted", "text": "a\n"}]}, {"body": [{"type": "separator", "text": "a"}]},
        {"votes": [{}]}, {"votes": [{"counts": []}]}, {"votes": [{"unanimous": False}]}, {"votes": [{"margin": -1}]},
        {"votes": [{"counts": [{"option": "yes"}]}]}, {"votes": [{"counts": [{"option": "yes", "value": "5"}]}]},
        {"votes": [{"counts": [{"option": "yes", "value": -5}]}]}, {"votes": [{"counts": [{"option": "yes", "value": 5.5}]}]},
        {"appeals": [{"amounts": [{"value": 5, "currency": "GBP"}]}]}, {"appeals": [{"amounts": [{"value": "5.0", "currency": "GBP"}]}]},
        {"appeals": [{"amounts": [{"value": "0", "currency": "GBP"}]}]}, {"appeals": [{"amounts": [{"value": "5", "currency": "G B"}]}]},
        {"appeals": [{"amounts": [{"value": "5", "currency": "GBP", "period": "month"}]}]}, {"bylines": [{"name": ""}]},
    ],
)  # fmt: skip
def test_it_refuses_what_the_reader_refuses(article: Any) -> None:
    refused = document(**article)

    assert not VALIDATOR.is_valid(refused)
    with pytest.raises(nm.ReadError):
        nm.loads(json.dumps(refused), format="json")


def test_a_deep_body_is_judged_soon() -> None:
    block: nm.Block = nm.Separator()
    for _ in range(39):
        block = nm.Aside(blocks=[block])
    begin = time.process_time()

    assert VALIDATOR.is_valid(document(body=plain((block,))))
    assert time.process_time() - begin < 20


@pytest.mark.parametrize("envelope", [{}, [], document() | {"format": "ninjs"}, document() | {"version": 2}, document() | {"x": 1}])
def test_it_refuses_other_envelopes(envelope: Any) -> None:
    assert VALIDATOR.is_valid(document())
    assert not VALIDATOR.is_valid(envelope)


def test_a_rule_that_has_no_schema_yet_is_noticed() -> None:
    def new_rule(instance: object, attribute: object, value: object) -> None: ...

    with pytest.raises(LookupError, match="new_rule"):
        _schema._of_rule(new_rule)


def test_a_field_without_a_rule_says_nothing_more() -> None:
    assert [] == list(rules(None))


def objects(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from objects(inner)


def test_unknown_keys_are_refused_at_every_place() -> None:
    whole = document(**plain(RICH))
    count = 0
    for one in objects(whole):
        one["x_y"] = 1
        assert not VALIDATOR.is_valid(whole)
        del one["x_y"]
        count += 1

    assert VALIDATOR.is_valid(whole)
    assert count > 40
