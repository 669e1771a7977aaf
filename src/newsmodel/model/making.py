"""Objects of the model, made as their classes make them, and sooner.

A class asks every rule of every field, one call each. Most values answer at a glance: a text that can be printed holds no
control character, and a value that is the default keeps its rule. A *maker* is one function, written from the fields of a
class when it is first asked for, that takes such answers where they stand. The rules it does not know it calls as the class
does, and what is in doubt it leaves to the class, so that both take the same values, and refuse others in the same words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

import attrs

from newsmodel.errors import InvalidValue
from newsmodel.model import values

if TYPE_CHECKING:
    from attrs import Attribute

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


class _Makers(dict[type[Any], Callable[..., Any]]):
    """The makers by their classes, each written when it is first asked for."""

    def __missing__(self, cls: type[Any]) -> Callable[..., Any]:
        made = self[cls] = _maker(cls)
        return made


MAKERS: Mapping[type[Any], Callable[..., Any]] = _Makers()
"""By class, what makes its objects: a function that takes the arguments that the class takes, and raises what it raises."""


def _maker(cls: type[Any]) -> Callable[..., Any]:
    fields: tuple[Attribute[Any], ...] = attrs.fields(cls)
    given = ", ".join(f"{field.name}={field.name}" for field in fields)
    known: dict[str, Any] = {"cls": cls, "new": object.__new__, "InvalidValue": InvalidValue}
    for field in fields:
        known |= {
            f"default_{field.name}": field.default,
            f"set_{field.name}": getattr(cls, field.name).__set__,
            f"convert_{field.name}": field.converter,
            f"field_{field.name}": field,
        }
    asked: list[str] = []
    for field in fields:
        asked += _asked(field, known)
    lines = [
        f"def make({_parameters(fields)}):",
        *(f"    {line}" for field in fields for line in _converted(field)),
        f"    if {_doubts(fields)}:",
        f"        return cls({given})",
        "    self = new(cls)",
        *(f"    set_{field.name}(self, {field.name})" for field in fields),
        *(["    try:", *(f"        {line}" for line in asked), "    except InvalidValue:", f"        return cls({given})"] if asked else []),
        "    return self",
    ]
    exec(compile("\n".join(lines), f"<maker of {cls.__name__}>", "exec"), known)  # noqa: S102  # the text is written from our own classes
    made: Callable[..., Any] = known["make"]
    return made


def _parameters(fields: tuple[Attribute[Any], ...]) -> str:
    names = [name if default is attrs.NOTHING else f"{name}=default_{name}" for name, default in ((one.name, one.default) for one in fields)]
    return f"*, {', '.join(names)}" if names else ""


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


def _doubts(fields: tuple[Attribute[Any], ...]) -> str:
    """The question whether any value is not seen at a glance to keep its rule."""
    found: list[str] = []
    for field in fields:
        for number, (rule, optional) in enumerate(_rules(field.validator)):
            if (clear := _clear(rule, field.name, number)) is not None:
                question = f"({clear})"
                found.append(f"{field.name} is not None and not {question}" if optional else f"not {question}")
    return " or ".join(f"({one})" for one in found) or "False"


def _clear(rule: Any, name: str, number: int) -> str | None:
    if rule in CLEAR:
        return CLEAR[rule].format(name)
    if rule in values.NAMED:
        return " or ".join(values.NAMED[rule])
    return f"{name} is default_{name} or holds_{name}_{number}({name})" if rule in values.HOLDS else None


def _asked(field: Attribute[Any], known: dict[str, Any]) -> Iterator[str]:
    """The calls of the rules of which no quick question is known."""
    for number, (rule, optional) in enumerate(_rules(field.validator)):
        if _clear(rule, field.name, number) is not None:
            known[f"holds_{field.name}_{number}"] = values.HOLDS.get(rule)
            continue
        name = f"rule_{field.name}_{number}"
        known[name] = rule
        call = f"{name}(self, field_{field.name}, {field.name})"
        yield f"if {field.name} is not None: {call}" if optional else call
