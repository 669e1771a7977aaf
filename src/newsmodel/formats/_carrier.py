"""Carriers: values of the model as XML in a namespace of our own, for what a standard has no word for.

An object is an element. Its single values are attributes, its objects and sequences are child elements with the field's
name, a field called `text` is the element's own text, and what has its default is left out:

    <nm:vote motion="To adjourn"><nm:counts option="yes" value="22"/><nm:counts option="no" value="10"/></nm:vote>

Both ways follow the fields and types of the model's classes, so that no format names them again.
"""

from __future__ import annotations

import re
import types
import typing
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from functools import cache, partial
from operator import attrgetter
from typing import Any, Literal, TypeAlias, get_args, get_origin

import attrs
from attrs import frozen

from newsmodel.errors import shown
from newsmodel.formats._markup import attribute_escaped, escaped
from newsmodel.formats._reading import Element, Reading, local
from newsmodel.syntax.times import written_time

NAMESPACE = "urn:newsmodel:1"
PREFIX = "nm"
DECLARATION = f'xmlns:{PREFIX}="{NAMESPACE}"'
_DECIMAL = re.compile(r"-?[0-9]{1,18}(\.[0-9]{1,18})?")


@cache
def clark(name: str) -> str:
    """The name of a carrier's element, or of an attribute on a foreign element, as parsers give it."""
    return f"{{{NAMESPACE}}}{name}"


# What fields hold


@frozen
class Single:
    """A value that an attribute holds."""

    type: Any


@frozen
class Words:
    """A tuple of fixed words, in one attribute."""


@frozen
class Object:
    """An object of the model; in rich text, a `str` may stand for one."""

    cls: type[Any]
    or_text: bool = False


@frozen
class Many:
    """A tuple: one child element for each member."""

    member: Single | Object


Kind = Single | Words | Object | Many
_TEXT = Single(str)


@cache
def kind_of(annotation: Any) -> Kind:
    """What a type annotation says of a field, `None` aside."""
    origin = get_origin(annotation)
    if origin in (typing.Union, types.UnionType):
        options = [option for option in get_args(annotation) if option is not type(None)]
        if len(options) == 1:
            return kind_of(options[0])
        objects = [option for option in options if attrs.has(option)]
        return Object(objects[0], or_text=True) if objects else Single(tuple(options))
    if origin is tuple:
        member = kind_of(get_args(annotation)[0])
        if get_origin(get_args(annotation)[0]) is Literal:
            return Words()
        assert isinstance(member, (Single, Object)), annotation  # a claim about our own model
        return Many(member)
    if origin is Literal:
        return _TEXT
    return Object(annotation) if attrs.has(annotation) else Single(annotation)


@frozen
class Field:
    """A field of a class of the model, and how a carrier holds it."""

    name: str
    tag: str
    kind: Kind
    default: Any
    held: str
    """The tag of the elements that hold it, as parsers give it; empty where it is an attribute, or the text."""
    plain: bool
    """Whether it is an attribute that holds a text."""


@cache
def fields_of(cls: Any) -> tuple[Field, ...]:
    """The fields of a class of the model."""
    hints = typing.get_type_hints(cls)
    found = []
    for field in attrs.fields(cls):
        tag, kind = field.name.replace("_", "-"), kind_of(hints[field.name])
        held = clark(tag) if isinstance(kind, (Object, Many)) else ""
        found.append(Field(field.name, tag, kind, field.default, held, kind == _TEXT and field.name != "text"))
    return tuple(found)


Take: TypeAlias = Callable[[Reading, Element, str, Any], Any]
"""Takes the value of a field: out of the element of an object, by the name that holds it, from the attribute's text or the elements."""


Glance: TypeAlias = Callable[[str], Any]
"""The value of an attribute that is plainly right; `None` of any other."""


@frozen
class _Plan:
    """How the element of an object is read."""

    fields: tuple[tuple[str, str, Take, bool], ...]
    """Of each field the name of the attribute or of the elements that hold it, as parsers give it; its own name; what takes
    it; and whether it must be given."""
    attributes: frozenset[str]
    elements: frozenset[str]
    """Their local names."""
    text: bool
    glances: Mapping[str, tuple[str, Glance]]
    """By attribute, the field, and what takes its value where that is plain."""
    needed: frozenset[str]
    """The fields that must be given."""


@cache
def _plan(cls: Any) -> _Plan:
    fields = fields_of(cls)
    return _Plan(
        tuple((one.held or one.tag, one.name, _text if one.name == "text" else _taker(one.kind), one.default is attrs.NOTHING) for one in fields),
        frozenset(one.tag for one in fields if not one.held and one.name != "text"),
        frozenset(one.tag for one in fields if one.held),
        any(one.name == "text" for one in fields),
        {one.tag: (one.name, _GLANCES[one.kind]) for one in fields if one.kind in _GLANCES},
        frozenset(one.name for one in fields if one.default is attrs.NOTHING),
    )


@cache
def _all_of(cls: Any) -> tuple[tuple[Field, ...], Callable[[Any], tuple[Any, ...]]]:
    """The fields, and what takes the values of all out of an object at once."""
    fields = fields_of(cls)
    first, *others = (field.name for field in fields)
    values = attrgetter(first, *others)
    return fields, values if others else lambda value: (values(value),)


def said(value: Any) -> list[tuple[Field, Any]]:
    """The fields of an object of the model that hold something, and what they hold."""
    fields, values = _all_of(value.__class__)
    return [
        (field, held)
        for field, held in zip(fields, values(value), strict=True)
        if held is not None and held is not field.default and held != field.default
    ]


def says_only(value: Any, *names: str) -> bool:
    """Whether an object of the model holds nothing but these fields."""
    return all(field.name in names for field, _ in said(value))


def _kind_of_value(value: Any) -> Kind:
    """What a value is, where no annotation says it."""
    cls: Any = type(value[0] if isinstance(value, tuple) else value)
    kind = kind_of(cls)
    if not isinstance(value, tuple):
        return kind
    assert isinstance(kind, (Single, Object))  # sequences of sequences are no values of ours
    return Many(kind)


# Writing


def element(tag: str, value: Any) -> str:
    """An object of the model as an element."""
    attributes: list[str] = []
    content: list[str] = []
    for field, held in said(value):
        if field.plain:
            attributes.append(f' {field.tag}="{attribute_escaped(held)}"')
        elif field.name == "text":
            content.append(escaped(held))
        else:
            _add(attributes, content, field.tag, field.kind, held)
    return _element(tag, attributes, content)


def holder(tag: str, values: Iterable[tuple[str, Any]], attributes: str = "") -> str:
    """An element that holds values by name."""
    start = [attributes]
    content: list[str] = []
    for name, value in values:
        _add(start, content, name, _kind_of_value(value), value)
    return _element(tag, start, content)


def attribute(name: str, value: Any) -> str:
    """A single value as an attribute of an element that is not ours."""
    return f' {PREFIX}:{name}="{attribute_escaped(spelt(value))}"'


def _element(tag: str, attributes: list[str], content: list[str]) -> str:
    start = f"<{PREFIX}:{tag}{''.join(attributes)}"
    return f"{start}>{''.join(content)}</{PREFIX}:{tag}>" if content else f"{start}/>"


def _add(attributes: list[str], content: list[str], tag: str, kind: Kind, value: Any) -> None:
    """Put a value into the attributes, or into the content, of an element."""
    match kind:
        case Single():
            attributes.append(f' {tag}="{attribute_escaped(value) if value.__class__ is str else spelt(value)}"')
        case Words():
            attributes.append(f' {tag}="{" ".join(value)}"')
        case Object():
            content.append(element(tag, value))
        case Many(member):
            for one in value:
                text = isinstance(member, Single) or isinstance(one, str)
                content.append(f"<{PREFIX}:{tag}>{escaped(spelt(one))}</{PREFIX}:{tag}>" if text else element(tag, one))
        case _ as never:
            typing.assert_never(never)


def spelt(value: Any) -> str:
    """A single value as an attribute holds it; but in a text there is nothing to escape."""
    if isinstance(value, str):
        return value
    if value.__class__ is int:
        return str(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return written_time(value)
    return format(value, "f") if isinstance(value, Decimal) else str(value)


# Reading


def read(reading: Reading, node: Element, cls: Any) -> Any:
    """The object that an element holds; `None`, and reported, where it holds none. What no field asks for is reported."""
    plan = _plan(cls)
    if not len(node) and not node.text and (plain := _plain(plan, node)) is not None:
        return reading.build(cls, node, **plain)
    given: dict[str, Any] = dict(node.attrib.items())
    if not plan.attributes.issuperset(given):
        reading.unknown_attributes(node, plan.attributes)
        given = {name: value for name, value in given.items() if name in plan.attributes}
    for child in node:
        tag = child.tag
        if local(tag) not in plan.elements:
            reading.unknown(child)
        given.setdefault(tag, []).append(child)
    if plan.text:
        given["text"] = node
    else:
        report_text(reading, node)
    values: dict[str, Any] = {}
    for key, name, take, needed in plan.fields:
        held = given.get(key)
        value = None if held is None else take(reading, node, key, held)
        if value is not None and value != ():
            values[name] = value
        elif needed:
            reading.lost(node, f"no {cls.__name__}: it lacks {name.replace('_', '-')}")
            return None
    return reading.build(cls, node, **values)


def _plain(plan: _Plan, node: Element) -> dict[str, Any] | None:
    """The values of an element without content, where all are plainly right: most are, and `read` finds the same more slowly."""
    values: dict[str, Any] = {}
    for name, text in node.attrib.items():
        glance = plan.glances.get(name)
        value = None if glance is None else glance[1](text)
        if glance is None or value is None:
            return None
        values[glance[0]] = value
    return values if plan.needed.issubset(values) else None


def report_rest(reading: Reading, node: Element, names: Iterable[str]) -> None:
    """Report what stands in a holder beside the values of these names."""
    known = set(names)
    reading.unknown_attributes(node, known)
    report_text(reading, node)
    for child in node:
        if local(child.tag) not in known:
            reading.unknown(child)


def report_text(reading: Reading, node: Element) -> None:
    """Report text in an element of ours that holds none."""
    for text in [node.text, *[child.tail for child in node]] if len(node) else [node.text]:
        if text and not text.isspace():
            reading.lost(node, f"text that stands outside: {shown(text.strip())}")


def take(reading: Reading, node: Element, name: str, annotation: Any) -> Any:
    """The value of a name in a holder; `None`, or an empty tuple, where there is none."""
    return take_as(reading, node, name, kind_of(annotation))


def take_attribute(reading: Reading, node: Element, name: str, annotation: Any) -> Any:
    """The value of an attribute of ours on an element that is not."""
    return take_single(reading, node, clark(name), kind_of(annotation))


def take_as(reading: Reading, node: Element, tag: str, kind: Kind) -> Any:
    """`take`, of a kind that is known already."""
    if isinstance(kind, (Object, Many)):
        name = clark(tag)
        return _taker(kind)(reading, node, name, [child for child in node if child.tag == name])
    text = node.get(tag)
    return _taker(kind)(reading, node, tag, text or "") if text is not None or isinstance(kind, Words) else None


def take_single(reading: Reading, node: Element, name: str, kind: Kind) -> Any:
    """The single value of an attribute, whose name is that of the parser; `None` where there is none, or, reported, none of this type."""
    text = node.get(name)
    return None if text is None else _taker(kind)(reading, node, name, text)


@cache
def _taker(kind: Kind) -> Take:
    """What takes values of a kind."""
    match kind:
        case Single(one):
            return _TAKERS.get(one) or (_number if isinstance(one, tuple) and Decimal in one else _time)
        case Words():
            return _words
        case Object():
            return partial(_object, kind)
        case Many(Object(or_text=False) as member):
            return partial(_objects, member)
        case Many(member):
            return partial(_members, member)
        case _ as never:
            typing.assert_never(never)


def _text(reading: Reading, node: Element, _name: str, _held: Any) -> str:
    return reading.raw(node)


def _line(reading: Reading, node: Element, name: str, text: str) -> str:
    return text if text.isprintable() else reading.controlled(text, node, name)


def _words(reading: Reading, node: Element, name: str, text: str) -> tuple[str, ...]:
    return tuple(reading.controlled(text, node, name).split())


def _whole(reading: Reading, node: Element, name: str, text: str) -> int | None:
    found = _digits(text)
    return reading.whole(node, name) if found is None else found


def _time(reading: Reading, node: Element, name: str, _text: str) -> Any:
    return reading.time(node, name)


def _flag(reading: Reading, node: Element, name: str, text: str) -> bool | None:
    if text in ("true", "false"):
        return text == "true"
    reading.lost(node, f"expected true or false, found {shown(text)}", name)
    return None


def _number(reading: Reading, node: Element, name: str, text: str) -> Decimal | None:
    if _DECIMAL.fullmatch(text):
        return Decimal(text)
    reading.lost(node, f"expected a number, found {shown(text)}", name)
    return None


def _digits(text: str) -> int | None:
    return int(text) if text.isdecimal() and text.isascii() and len(text) < 19 else None


_GLANCES: dict[Kind, Glance] = {_TEXT: lambda text: text if text and text.isprintable() else None, Single(int): _digits, Single((int, Decimal)): _digits}
_TAKERS: dict[Any, Take] = {str: _line, int: _whole, bool: _flag, Decimal: _number}
"""By type of a single value, what takes it."""


def _object(kind: Object, reading: Reading, _node: Element, _name: str, nodes: list[Element]) -> Any:
    """What the elements of one name hold of which there may be one."""
    for further in nodes[1:]:
        reading.unknown(further)
    return _member(kind, reading, nodes[0]) if nodes else None


def _members(kind: Single | Object, reading: Reading, _node: Element, _name: str, nodes: list[Element]) -> tuple[Any, ...]:
    """What the elements of one name hold, in a sequence."""
    return tuple([one for node in nodes if (one := _member(kind, reading, node)) is not None])


def _objects(kind: Object, reading: Reading, _node: Element, _name: str, nodes: list[Element]) -> tuple[Any, ...]:
    """`_members`, where all are objects."""
    return tuple([one for node in nodes if (one := read(reading, node, kind.cls)) is not None])


def _member(kind: Single | Object, reading: Reading, node: Element) -> Any:
    if isinstance(kind, Single) or (kind.or_text and not node.attrib and not len(node)):
        reading.unknown_attributes(node)
        for child in node:
            reading.unknown(child)
        return reading.raw(node) or None
    return read(reading, node, kind.cls)
