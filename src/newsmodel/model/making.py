"""How objects of the model are made: as attrs makes them, and sooner.

attrs asks every rule of every field, one call each. Most values answer at a glance: a text that can be printed holds no
control character, and a value that is the default keeps its rule. `quickly` gives a class an `__init__`, written from its
fields when the first object is made, that takes such answers where they stand. Any other rule, and any value that is not so
plain, it asks about as attrs does and in the same order: both take the same values, and refuse others in the same words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar

import attrs

from newsmodel.model import values

if TYPE_CHECKING:
    from attrs import Attribute

Class = TypeVar("Class", bound=type)

TEXT = "{0}.__class__ is str and {0} and {0}.isprintable()"
LINE = f'{TEXT} and {{0}}[0] != " " and {{0}}[-1] != " "'  # other white space of the edges cannot be printed
CLEAR: dict[Any, str] = {
    values.line: LINE,
    values.text: LINE,
    values.line_or_empty: f'{{0}} == "" or {LINE}',
    values.flag: "{0} is True or {0} is False",
}
"""By rule, what is true of most values that keep it and of no other; a quick question."""
ALREADY: dict[Any, str] = {values.many: "tuple"}
"""By converter, the class of the values that it gives back as they are."""


def quickly(cls: Class) -> Class:
    """A class decorator, above attrs' own: the class's objects are made the quick way. `__init__.__wrapped__` is attrs' own."""
    changing: Any = cls
    by_attrs = changing.__init__

    @wraps(by_attrs)
    def first(self: object, *given: object, **fields: object) -> None:
        changing.__init__ = wraps(by_attrs)(_maker(cls))
        changing.__init__(self, *given, **fields)

    changing.__init__ = first
    return cls


def _maker(cls: type[Any]) -> Callable[..., None]:
    fields: tuple[Attribute[Any], ...] = attrs.fields(cls)
    known: dict[str, Any] = {}
    for field in fields:
        known |= {
            f"default_{field.name}": field.default,
            f"set_{field.name}": getattr(cls, field.name).__set__,
            f"convert_{field.name}": field.converter,
            f"field_{field.name}": field,
        }
    lines = [
        f"def __init__({_parameters(fields)}):",
        *(f"    {line}" for field in fields for line in _converted(field)),
        *(f"    set_{field.name}(self, {field.name})" for field in fields),
        *(f"    {line}" for field in fields for line in _asked(field, known)),
        "    return",
    ]
    exec(compile("\n".join(lines), f"<__init__ of {cls.__name__}>", "exec"), known)  # noqa: S102  # the text is written from our own classes
    made: Callable[..., None] = known["__init__"]
    return made


def _parameters(fields: tuple[Attribute[Any], ...]) -> str:
    names = [name if default is attrs.NOTHING else f"{name}=default_{name}" for name, default in ((one.name, one.default) for one in fields)]
    return f"self, *, {', '.join(names)}" if names else "self"


def _converted(field: Attribute[Any]) -> Iterator[str]:
    if field.converter is None:
        return
    name = field.name
    already = ALREADY.get(field.converter)
    yield f"if {name} is not default_{name}{f' and {name}.__class__ is not {already}' if already else ''}:"
    yield f"    {name} = convert_{name}({name})"


def _rules(validator: Any) -> Iterator[tuple[Any, bool]]:
    """The rules of a field, and whether `None` keeps each; attrs nests them in `optional` and in lists."""
    if isinstance(validator, attrs.validators.optional(values.line).__class__):
        yield validator.validator, True  # type: ignore[attr-defined]  # attrs has no public name for the class
    elif hasattr(validator, "_validators"):
        for inner in validator._validators:
            yield from _rules(inner)
    elif validator is not None:
        yield validator, False


def _asked(field: Attribute[Any], known: dict[str, Any]) -> Iterator[str]:
    """The calls of the rules, each where it is not seen at a glance that the value keeps it."""
    name = field.name
    for number, (rule, optional) in enumerate(_rules(field.validator)):
        known[f"rule_{name}_{number}"] = rule
        known[f"holds_{name}_{number}"] = values.HOLDS.get(rule)
        open_questions = [f"{name} is not None"] if optional else []
        if rule in CLEAR:
            open_questions.append(f"not ({CLEAR[rule].format(name)})")
        elif rule in values.NAMED:
            open_questions.append(f"not ({' or '.join(values.NAMED[rule])})")
        elif rule in values.HOLDS:
            open_questions.append(f"{name} is not default_{name} and not holds_{name}_{number}({name})")
        call = f"rule_{name}_{number}(self, field_{name}, {name})"
        yield f"if {' and '.join(open_questions)}: {call}" if open_questions else call
