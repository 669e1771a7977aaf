"""The JSON Schema of the native format, made from the classes of the model, their types, rules and docstrings."""

from __future__ import annotations

import ast
import inspect
import json
import re
from decimal import Decimal
from textwrap import dedent
from typing import Any, Literal, TypeAlias, get_args, get_origin

import attrs

from newsmodel.model import (
    Article, Block, Count, Embed, Number, RichText, Time, appeal, article, blocks, richtext, values, vote,
)  # fmt: skip
from newsmodel.model.concepts import Concept
from newsmodel.structure import _values
from newsmodel.structure._rules import NEEDED, Rule, hints_of, reached, rules, settings
from newsmodel.structure._values import FORMAT, TAG, TAGS, VERSION, present

DIALECT = "https://json-schema.org/draft/2020-12/schema"

Schema: TypeAlias = dict[str, Any]

# Patterns mean the same in Python's dialect and in ECMA-262's: `$` would let a last line feed pass in Python.
_END = r"(?![\s\S])"
_CONTROL = r"\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufdd0-\ufdef\ufffe\uffff"
_LINE = rf"[^ \t\n{_CONTROL}]([^\t\n{_CONTROL}]*[^ \t\n{_CONTROL}])?"


def _pattern(text: str) -> Schema:
    return {"pattern": f"^{text}{_END}"}


def _reference(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _portable(pattern: re.Pattern[str]) -> str:
    return pattern.pattern.removesuffix(r"\Z")


_OF_RULE: dict[Rule, Schema] = {
    values.line: _reference("Line"),
    values.line_or_empty: {"anyOf": [{"const": ""}, _reference("Line")]},
    values.text: _pattern(rf"[^ \t\n{_CONTROL}]([^\t{_CONTROL}]*[^ \t\n{_CONTROL}])?"),
    values.preformatted: _pattern(rf"[^\n{_CONTROL}]([^{_CONTROL}]*[^\n{_CONTROL}])?"),
    values.markup: _pattern(f"[^{_CONTROL}]*"),
    values.url: _reference("Url"),
    values.language: _reference("Language"),
    values.duration: _pattern(_portable(values._DURATION)),
    values.period: _pattern(f"(one-off|{_portable(values._DURATION)})"),
    values.currency: _pattern(rf"[^\s0-9{_CONTROL}]{{1,8}}"),
    values.time: {},
    values.flag: {},
    richtext.content: {},
    richtext._run: _pattern(rf"[^\t{_CONTROL}]+"),
    richtext._marks: {"uniqueItems": True},
    blocks.blocks_rule: {},
    blocks.some_blocks_rule: {"minItems": 1},
    blocks._items: {"minItems": 1},
    blocks._rows: {"minItems": 1, "items": {"minItems": 1}},
    appeal._positive: {"pattern": rf"^(?!-|0{_END})"},
    vote._one_count_per_option: {},
    Count._check_unit: {},
    Concept._check_broader: {},
    Embed._check_blocks: {},
    article._body: {},
}
"""What a rule without settings says in a schema; nothing where only the reader can tell."""


def schema() -> Schema:
    """The JSON Schema (draft 2020-12) of a native document; the same every time.

    What it allows beyond the reader are values whose parts do not fit each other (two counts for one option), what lies
    beyond a pattern (the host of a URL), and `1.0` for 1, which JSON Schema takes for the same number.

    >>> schema()["$defs"]["Heading"]["properties"]["level"]
    {'type': 'integer', 'minimum': 1, 'maximum': 6, 'description': 'From 1 to 6, as in HTML.', 'default': 2}
    """
    classes = list(reached(Article))
    definitions = {cls.__name__: _object(cls) for cls in sorted(classes, key=lambda cls: cls.__name__)}
    return {
        "$schema": DIALECT,
        "$id": f"urn:newsmodel:{VERSION}:schema",
        "title": "News article",
        "description": "The native JSON of newsmodel.",
        "type": "object",
        "properties": {"format": {"const": FORMAT}, "version": {"const": VERSION}, "article": _reference("Article")},
        "required": ["format", "version", "article"],
        "additionalProperties": False,
        "$defs": definitions | _SHARED,
    }


def definitions(*classes: type) -> dict[str, Schema]:
    """The definitions of these classes of the model and of all that they refer to, by name.

    >>> list(definitions(Count))
    ['Count', 'Number']
    """
    known = schema()["$defs"]
    found: dict[str, Schema] = {}
    waiting = [cls.__name__ for cls in classes]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found[name] = known[name]
            waiting += re.findall(r'"#/\$defs/(\w+)"', json.dumps(known[name]))
    return dict(sorted(found.items()))


def _if_type(tag: str, name: str) -> Schema:
    return {"if": {"properties": {TAG: {"const": tag}}, "required": [TAG]}, "then": _reference(name)}


_SHARED: dict[str, Schema] = {
    # One branch for each type: with `anyOf`, a validator would try all classes at each level, in time exponential in depth.
    "Block": {
        "description": "A part of a body.",
        "type": "object",
        "properties": {TAG: {"enum": list(TAGS.values())}},
        "required": [TAG],
        "allOf": [_if_type(tag, cls.__name__) for cls, tag in TAGS.items()],
    },
    "Decimal": {"description": "A decimal number in normal form.", "type": "string"} | _pattern(_values.DECIMAL),
    "Language": {"description": "A language tag such as `en` or `pt-BR`.", "type": "string"}
    | _pattern(_portable(values._LANGUAGE)),
    "Line": {"description": "A line of text, without white space at its edges.", "type": "string"} | _pattern(_LINE),
    "Number": {
        "description": "A whole number as an integer, any other as a string in normal form.",
        "anyOf": [{"type": "integer"}, {"type": "string"} | _pattern(_values.FRACTION)],
    },
    "RichText": {
        "description": "Runs of text; neighbours differ in marks, href or language.",
        "type": "array",
        "minItems": 1,
        "items": {"anyOf": [{"type": "string"} | _OF_RULE[richtext._run], _reference("Span")]},
    },
    "Time": {
        "description": "ISO 8601: a day, or a day and a time, with its offset where the source states one.",
        "type": "string",
    }
    | _pattern(_values.TIME),
    "Url": {"description": "A URL or URN.", "type": "string", "format": "iri-reference", "minLength": 1},
}


def _object(cls: Any) -> Schema:
    types, notes = hints_of(cls), _field_notes(cls)
    properties: dict[str, Schema] = {TAG: {"const": TAGS[cls]}} if cls in TAGS else {}
    required = list(properties)
    needs: list[Schema] = []
    for field in attrs.fields(cls):
        described = _of_type(types[field.name])
        for rule in rules(field.validator):
            names = settings(rule).get("names") or NEEDED.get(rule)
            if names:
                needs = [_holds(cls, name) for name in names]
            described = _merged(described, _of_rule(rule))
        if field.name in notes:
            described["description"] = notes[field.name]
        if field.default is attrs.NOTHING:
            required.append(field.name)
        elif field.default not in (None, ()):
            described["default"] = field.default
        properties[field.name] = described
    made = {"description": inspect.cleandoc(cls.__doc__ or ""), "type": "object", "properties": properties}
    return made | {"required": required, "additionalProperties": False} | ({"anyOf": needs} if needs else {})


def _holds(cls: Any, name: str) -> Schema:
    """An object in which a field is there and holds something."""
    default = getattr(attrs.fields_dict(cls)[name], "default")  # noqa: B009  # the stubs of attrs hide it
    empty: object = [] if default == () else default
    return {"required": [name]} | ({} if empty is None else {"properties": {name: {"not": {"const": empty}}}})


def _of_type(cls: Any) -> Schema:
    cls = present(cls)
    for known, name in ((Time, "Time"), (Number, "Number"), (Block, "Block"), (RichText, "RichText"), (Decimal, "Decimal")):
        if cls == known:
            return _reference(name)
    if get_origin(cls) is Literal:
        return {"enum": list(get_args(cls))}
    if get_origin(cls) is tuple:
        return {"type": "array", "items": _of_type(get_args(cls)[0])}
    if attrs.has(cls):
        return _reference(cls.__name__)
    return {"type": {str: "string", int: "integer", bool: "boolean"}[cls]}


def _of_rule(rule: Rule) -> Schema:
    """What a rule says in a schema.

    Raises:
        LookupError: where nobody has said so yet: a new rule belongs into the table above.
    """
    if rule in _OF_RULE:
        return dict(_OF_RULE[rule])
    match settings(rule):
        case {"rule": inner, "least": least}:
            return {"items": _of_rule(inner)} | ({"minItems": least} if least else {})
        case {"low": low, "most": most}:
            return {"minimum": low, "maximum": most}
        case {"low": low, "high": high}:
            return {key: bound for key, bound in (("minimum", low), ("maximum", high)) if bound is not None}
        case {"words": _} | {"classes": _} | {"names": _}:
            return {}
    raise LookupError(f"no schema for the rule {rule.__qualname__}")


def _merged(one: Schema, other: Schema) -> Schema:
    if "$ref" in other:
        return other
    merged = one | other
    if "items" in one and "items" in other:
        merged["items"] = _merged(one["items"], other["items"])
    return merged


def _field_notes(cls: type) -> dict[str, str]:
    """The docstrings below the fields of a class, which only its source holds."""
    notes: dict[str, str] = {}
    tree = ast.parse(dedent(inspect.getsource(cls))).body[0]
    before: ast.stmt | None = None
    for statement in tree.body if isinstance(tree, ast.ClassDef) else ():
        match before, statement:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(note))):
                notes[name] = inspect.cleandoc(note)
        before = statement
    return notes
