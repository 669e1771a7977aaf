"""The cattrs converter of the model: strict on the way in, short on the way out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import Any, Literal, TypeVar, get_args, get_origin, overload

import attrs
from cattrs import BaseValidationError, Converter
from cattrs.errors import ClassValidationError, ForbiddenExtraKeysError, IterableValidationError

from newsmodel.model import Article, Block, Number, Span, Time
from newsmodel.structure import _values
from newsmodel.structure._faults import (
    MAX_PROBLEMS, UnknownWord, at_index, at_key, broken_rules, read_error, weight,
)  # fmt: skip
from newsmodel.structure._rules import hints_of, reached
from newsmodel.structure._values import TAG, TAGS, Hook, Mismatch, is_union, present
from newsmodel.structure._wire import plain_reader

Value = TypeVar("Value")

_CLASSES = {tag: cls for cls, tag in TAGS.items()}
_FAULTS = (BaseValidationError, ValueError, TypeError, AttributeError, LookupError, ArithmeticError)
"""What a hook raises where the data does not fit: ours the first two, one of a user any, which cattrs' groups hold as well."""


def converter() -> Converter:
    """A fresh cattrs converter between the model and plain data, to use as it is or to customise.

    Structuring coerces nothing and refuses unknown keys; what it raises is cattrs' group of exceptions, which holds
    every fault. Unstructuring gives `dict`, `list`, `str`, `int` and `bool`, and leaves out what is absent or a default.

    >>> from newsmodel.model import Byline
    >>> made = converter()
    >>> made.unstructure(made.structure({"name": "Ann Bell"}, Byline))
    {'name': 'Ann Bell'}
    """
    made = Converter(detailed_validation=True, forbid_extra_keys=True, omit_if_default=True)
    for cls, hook in _HOOKS.items():
        made.register_structure_hook(cls, hook)
    made.register_structure_hook_func(lambda cls: cls == Time, _values.as_time)
    made.register_structure_hook_func(lambda cls: cls == Number, _values.as_number)
    made.register_structure_hook_factory(_is_literal, _word_hook)
    made.register_structure_hook_factory(lambda cls: is_union(cls) and type(None) in get_args(cls), _optional_hook)
    made.register_structure_hook_factory(lambda cls: cls == (str | Span), _run_hook)
    made.register_structure_hook_factory(lambda cls: cls == Block, _block_hook)
    made.register_structure_hook_factory(_is_sequence, _sequence_hook)
    made.register_structure_hook_factory(attrs.has, _object_hook)
    made.register_unstructure_hook(Decimal, _values.plain_decimal)
    made.register_unstructure_hook(date, _values.plain_time)
    made.register_unstructure_hook(datetime, _values.plain_time)
    made.register_unstructure_hook(tuple, lambda members: [made.unstructure(member) for member in members])
    made.register_unstructure_hook_factory(is_union, lambda _: made.unstructure)
    made.register_unstructure_hook_factory(_is_sequence, _plain_sequence_hook)
    made.register_unstructure_hook_factory(attrs.has, _plain_object_hook)
    return made


def plain(value: Any) -> Any:
    """A value of the model, or a tuple of them, as JSON-ready data.

    >>> from newsmodel.model import Rendition
    >>> plain((Rendition(href="a.jpg", width=600),))
    [{'href': 'a.jpg', 'width': 600}]
    """
    return _shared().unstructure(value)


@overload
def typed(data: Any, cls: type[Value], *, path: str = "") -> Value: ...
@overload
def typed(data: Any, cls: Any, *, path: str = "") -> Any: ...
def typed(data: Any, cls: Any, *, path: str = "") -> Any:
    """Plain data as a value of the model: `typed(plain(value), type(value)) == value`.

    Args:
        data: what JSON holds.
        cls: a class of the model, `tuple[Rendition, ...]`, `Block`, `RichText` and so on.
        path: the JSON Pointer of the data in its document, for the error.

    Raises:
        ReadError: with every fault of the data.
    """
    try:
        return _shared().structure(data, cls)
    except (BaseValidationError, ValueError, RecursionError, MemoryError) as error:
        refused = read_error(error, data, path)
    try:
        raise refused  # out here, so that it carries nothing of cattrs: its errors cannot be pickled as what led to another, which `distributed` does
    finally:
        del refused  # it and this frame would hold one another


@cache
def _shared() -> Converter:
    """The converter of `typed`: it takes each part of an article on the quick route, and judges those that this leaves."""
    made, judge = converter(), converter()
    for cls in reached(Article):
        if cls is not Article:
            made.register_structure_hook(cls, _quick_hook(cls, judge))
    return made


def _quick_hook(cls: Any, judge: Converter) -> Hook:
    read = plain_reader(cls)

    def structure(data: Any, _: Any) -> Any:
        value = read(data)
        return judge.structure(data, cls) if value is None else value

    return structure


# Into the model

_HOOKS: dict[type, Hook] = {
    str: _values.as_string, int: _values.as_integer, bool: _values.as_flag, Decimal: _values.as_decimal,
}  # fmt: skip


def _is_literal(cls: Any) -> bool:
    return get_origin(cls) is Literal


def _is_sequence(cls: Any) -> bool:
    return get_origin(cls) is tuple and get_args(cls)[1:] == (...,)


def _word_hook(literal: Any) -> Hook:
    words = get_args(literal)

    def structure(data: Any, _: Any) -> Any:
        if type(data) is not str or data not in words:
            raise UnknownWord(data, words)
        return data

    return structure


def _optional_hook(union: Any, made: Converter) -> Hook:
    """A field that may be `None` is left out of the data then; `null` is no value."""
    rest = present(union)
    inner = made.get_structure_hook(rest)

    def structure(data: Any, _: Any) -> Any:
        if data is None:
            raise Mismatch("a value, or no key at all", data)
        return inner(data, rest)

    return structure


def _run_hook(_: Any, made: Converter) -> Hook:
    span = made.get_structure_hook(Span)

    def structure(data: Any, _: Any) -> Any:
        if type(data) is str:
            return data
        if type(data) is dict:
            return span(data, Span)
        raise Mismatch("a string or a span object", data)

    return structure


def _block_hook(_: Any, made: Converter) -> Hook:
    def structure(data: Any, union: Any) -> Any:
        if type(data) is not dict:
            raise Mismatch("an object", data)
        tag = data.get(TAG)
        cls = _CLASSES.get(tag) if type(tag) is str else None
        if cls is None:
            error = UnknownWord(tag, tuple(_CLASSES)) if TAG in data else KeyError(TAG)
            raise ClassValidationError("While structuring a block", [at_key(error, TAG)], union)
        return made.get_structure_hook(cls)(data, cls)

    return structure


def _sequence_hook(sequence: Any, made: Converter) -> Hook:
    """Members are structured each by itself, until the faults reach the limit of what is reported."""
    member = get_args(sequence)[0]

    @cache  # found at the first call: a sequence may hold, further down, sequences of its own type
    def inner() -> Hook:
        return made.get_structure_hook(member)

    def structure(data: Any, _: Any) -> Any:
        if type(data) is not list:
            raise Mismatch("an array", data)
        structured, hook = [], inner()
        errors: list[Exception] = []
        faults = 0
        for index, item in enumerate(data):
            try:
                structured.append(hook(item, member))
            except _FAULTS as error:
                errors.append(at_index(error, index))
                faults += weight(error)
                if faults >= MAX_PROBLEMS:
                    break
        if not errors:
            return tuple(structured)
        try:
            raise IterableValidationError("While structuring a sequence", errors, sequence)
        finally:
            del errors  # or they and this function's frame hold each other, and the data, until garbage is collected

    return structure


def _object_hook(cls: Any, made: Converter) -> Hook:
    """An object: at a fault, every field and every rule of the class is asked, not only the first."""
    tag = TAGS.get(cls)
    allowed = {field.name for field in attrs.fields(cls)} | ({TAG} if tag else set())

    @cache  # found at the first call: a class may hold, further down, objects of its own
    def inner() -> list[tuple[attrs.Attribute[Any], Any, Hook]]:
        types = hints_of(cls)
        fields = [field for field in attrs.fields(cls) if field.init]
        return [(field, types[field.name], made.get_structure_hook(types[field.name])) for field in fields]

    def structure(data: Any, _: Any) -> Any:
        if type(data) is not dict:
            raise Mismatch("an object", data)
        errors = _key_faults(data, cls, allowed, tag)
        values: dict[str, Any] = {}
        for field, hint, hook in inner():
            if field.name in data:
                try:
                    values[field.name] = hook(data[field.name], hint)
                except _FAULTS as error:
                    errors.append(at_key(error, field.name))
            elif field.default is attrs.NOTHING:
                errors.append(at_key(KeyError(field.name), field.name))
        broken: list[Exception] = []
        if not errors:
            try:
                return cls(**{str(field.alias): values[field.name] for field, _, _ in inner() if field.name in values})
            except _FAULTS as error:
                broken = [error]
        defaults = {field.name: field.default for field, _, _ in inner() if field.name not in data and field.default is not attrs.NOTHING}
        errors += list(broken_rules(cls, defaults | values, data)) or broken
        try:
            raise ClassValidationError(f"While structuring {cls.__name__}", errors, cls)
        finally:
            del errors, broken  # as above

    return structure


def _key_faults(data: dict[str, Any], cls: type, allowed: set[str], tag: str | None) -> list[Exception]:
    errors: list[Exception] = []
    if unknown := data.keys() - allowed:
        errors.append(ForbiddenExtraKeysError(f"Unknown keys of {cls.__name__}", cls, unknown))
    if tag is not None:
        if TAG not in data:
            errors.append(at_key(KeyError(TAG), TAG))
        elif data[TAG] != tag:
            errors.append(at_key(UnknownWord(data[TAG], (tag,)), TAG))
    return errors


# Out of the model


def _plain_sequence_hook(sequence: Any, made: Converter) -> Callable[[Any], list[Any]]:
    member = get_args(sequence)[0]

    @cache
    def inner() -> Callable[[Any], Any]:
        return made.get_unstructure_hook(member)

    def unstructure(value: Any) -> list[Any]:
        hook = inner()
        return [hook(item) for item in value]

    return unstructure


def _plain_object_hook(cls: Any, made: Converter) -> Callable[[Any], dict[str, Any]]:
    """An object with its keys in the model's order; cattrs' own would put those that are always there first.

    An object of a subclass, which the model takes as well, is written as what it extends: that is what is read back.
    """
    cls = next((base for base in cls.__mro__ if base in reached(Article)), cls)
    types = hints_of(cls)
    fields = [(field.name, field.default, made.get_unstructure_hook(types[field.name])) for field in attrs.fields(cls)]
    start = {TAG: TAGS[cls]} if cls in TAGS else {}

    def unstructure(value: Any) -> dict[str, Any]:
        data: dict[str, Any] = start.copy()
        for name, default, hook in fields:
            part = getattr(value, name)
            if part != default:
                data[name] = hook(part)
        return data

    return unstructure
