"""The rules of the model's fields, taken out of their validators: what the schema and the quick route are made from."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any, TypeAlias, get_args, get_type_hints

import attrs

from newsmodel.model import Embed

Rule: TypeAlias = Callable[..., Any]

NEEDED: dict[Rule, tuple[str, ...]] = {Embed._check_blocks: ("url", "provider", "title", "blocks")}
"""The rules that ask for one of several fields, beside `values.at_least_one_of`."""


def rules(validator: Any) -> Iterator[Rule]:
    """The single rules of a field: attrs nests them in `optional` and in lists."""
    if hasattr(validator, "_validators"):
        for inner in validator._validators:
            yield from rules(inner)
    elif hasattr(validator, "validator"):
        yield from rules(validator.validator)
    elif validator is not None:
        yield validator


def settings(rule: Rule) -> dict[str, Any]:
    """What a rule was made with: `{"rule": ..., "least": 1}` of `values.each(..., least=1)`."""
    made_with = _closure(rule)
    for inner in ("holds", "within"):
        if inner in made_with:
            made_with |= settings(made_with.pop(inner))
    return made_with


def _closure(function: Any) -> dict[str, Any]:
    cells = function.__closure__ or ()
    return {name: cell.cell_contents for name, cell in zip(function.__code__.co_freevars, cells, strict=True)}


def hints_of(cls: Any) -> Mapping[str, Any]:
    """The types of a class's fields, resolved."""
    return _hints_of(cls)


@cache
def _hints_of(cls: Any) -> Mapping[str, Any]:
    return get_type_hints(cls)


@cache
def reached(cls: Any) -> dict[Any, None]:
    """The classes of the model that a type leads to."""
    classes: dict[Any, None] = {}
    rest = [cls]
    while rest:
        one = rest.pop()
        if attrs.has(one) and one not in classes:
            classes[one] = None
            rest += hints_of(one).values()
        else:
            rest += get_args(one)
    return classes
