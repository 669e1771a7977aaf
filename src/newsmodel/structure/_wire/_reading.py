"""Reading: the functions that turn wire structs into the objects they stand for.

A function is given a struct, asks of each field what its type has not said, and makes the struct an object of the model
in its place: both have the same slots, and Python lets an object change to a class of equal layout. What holds the struct
holds the object then, and nothing is copied.

It returns how many strings JSON has of the object at least, keys included: those of the fields that are not as they are
when left out. A document with no more strings says each key once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from textwrap import indent
from typing import Any, Literal, TypeAlias, get_args, get_origin

import attrs

from newsmodel.model import Block, Number, Paragraph, RichText, Span, Time, blocks, richtext, values
from newsmodel.model.blocks import BLOCKS
from newsmodel.structure import _values
from newsmodel.structure._rules import hints_of, reached, rules
from newsmodel.structure._values import TAGS, present
from newsmodel.structure._wire._doubts import BETWEEN, doubts, needs
from newsmodel.structure._wire._structs import Nothing, wires

MOST_LEVELS = values.MAX_NESTING
"""How deep blocks and concepts stand in each other here: not so deep that a rule on nesting or a limit of the parser is broken."""
Reader: TypeAlias = Callable[..., int]
"""Turns a wire struct into an object, and tells how many strings it has in JSON."""


class Doubtful(Exception):
    """Something that the detailed route judges."""


@cache
def readers(*, quiet: bool) -> dict[type, Reader]:
    """The functions that turn a wire struct into an object, by the class of the struct.

    Args:
        quiet: whether the texts are known to hold no control characters but line feeds, and no noncharacters.
    """
    structs = wires()
    names: dict[str, Any] = {
        "Doubtful": Doubtful, "type_of": type, "readers": {}, "WireParagraph": structs[Paragraph],
        "edge": values.WHITE_SPACE, "plain": (), "unfit": values.NOT_TEXT.search,
        "is_plain_url": values._PLAIN_URL.match, "is_url": values._any_url().match, "is_language": values._LANGUAGE.match,
        "is_duration": values._DURATION.match, "is_currency": values._CURRENCY.match,
        "read_time": _read_time, "read_decimal": _read_decimal, "read_number": _read_number,
    }  # fmt: skip
    bodies = {cls: "\n".join(_reader_body(cls, names, quiet=quiet)) for cls in structs}
    source = _SEQUENCE_READERS
    for place, inside in (("<span>", Span), ("<paragraph>", Paragraph)):
        source = source.replace(place, indent(bodies[inside], " " * 12).lstrip())
    if quiet:
        source = source.replace(" or not first.isprintable() and unfit(first)", "").replace(" or not wire.isprintable() and unfit(wire)", "")
    for cls, body in bodies.items():
        source += f"def read_{cls.__name__}(wire, left={MOST_LEVELS}):\n    found = 0\n{indent(body, '    ')}\n    return found\n"
    exec(compile(source, f"<newsmodel wire, quiet={quiet}>", "exec"), names)  # noqa: S102  # made from the model alone
    names["readers"] |= {structs[cls]: names[f"read_{cls.__name__}"] for cls in bodies} | {Nothing: names["read_nothing"]}
    made: dict[type, Reader] = names["readers"]
    return made


_SEQUENCE_READERS = """
def read_rich(runs):
    first, last = runs[0], runs[-1]
    if len(runs) == 1 and type_of(first) is str:
        if first < "!" or last[-1] in edge or not first.isprintable() and unfit(first): raise Doubtful
        return 1
    found, before = 0, None
    for wire in runs:
        if type_of(wire) is str:
            if before is plain or not wire or not wire.isprintable() and unfit(wire): raise Doubtful
            before = plain
            found += 1
        else:
            <span>
            if before and before.marks == marks and before.href == href and before.language == language: raise Doubtful
            before = wire
    if (first if type_of(first) is str else first.text) < "!": raise Doubtful
    if (last if type_of(last) is str else last.text)[-1] in edge: raise Doubtful
    return found

def read_nothing(wire, left=0):
    raise Doubtful

def read_blocks(blocks, left):
    found = 0
    for wire in blocks:
        if type_of(wire) is WireParagraph:
            <paragraph>
        else:
            found += readers[type_of(wire)](wire, left)
    return found

"""
"""Rich text and blocks, with spans and paragraphs, which are most of an article, read in place."""


def _reader_body(cls: Any, names: dict[str, Any], *, quiet: bool) -> Iterator[str]:
    r"""The lines that read the `wire` struct of a class; what they refer to goes into `names`.

    value = wire.value
    if value < "!" or value[-1] == " " or "\n" in value: raise Doubtful
    scheme = wire.scheme
    if scheme is not None:
        found += 2
        ...
    found += 2
    wire.__class__ = Identifier
    """
    hints = hints_of(cls)
    always = 2 if cls in TAGS else 0
    at_last: list[str] = []
    if _is_deep(cls):
        yield "if not left: raise Doubtful"
        yield "left -= 1"
    for field in attrs.fields(cls):
        name = field.name
        strings, asked, called = _asked(cls, field, hints, names, quiet=quiet)
        yield f"{name} = wire.{name}"
        if field.default is attrs.NOTHING:
            always += strings
            yield from asked
        else:
            said = f"{name} is not None" if field.default is None else f"{name} != {field.default!r}" if field.default else name
            yield f"if {said}:"
            yield f"    found += {strings}"
            yield from (f"    {line}" for line in asked)
            called = [f"if {said}: {line}" for line in called]
        at_last += called
    for condition in (*BETWEEN.get(cls, ()), *needs(cls)):
        yield f"if {condition}: raise Doubtful"
    names[cls.__name__] = cls
    yield f"found += {always}"
    yield f"wire.__class__ = {cls.__name__}"
    yield from at_last


def _asked(
    cls: Any, field: attrs.Attribute[Any], hints: Mapping[str, Any], names: dict[str, Any], *, quiet: bool
) -> tuple[int, list[str], list[str]]:
    """How many strings a field has at least, the lines that read it and ask for its rules, and those to call once the object is made."""
    name, called = field.name, []
    strings, asked = _read(hints[name], name, f"wire.{name}")
    if field.converter and field.converter not in _SAID:
        names[f"convert_{cls.__name__}_{name}"] = field.converter
        asked.append(f"wire.{name} = {name} = convert_{cls.__name__}_{name}({name})")
    for number, rule in enumerate(rules(field.validator)):
        lines = doubts(rule, name, quiet=quiet)
        if lines is not None:
            asked += lines
        else:
            names[f"rule_{cls.__name__}_{name}_{number}"] = rule
            names[f"field_{cls.__name__}_{name}"] = field
            called.append(f"rule_{cls.__name__}_{name}_{number}(wire, field_{cls.__name__}_{name}, {name})")
    return 1 + strings, asked, called


_SAID: set[Any] = {values.many, values.plain_decimal, values.plain_number, values.optional_number, values.fixed_offset, richtext.as_rich, richtext.optional_rich, blocks._nested}
"""The converters whose work is done by then."""


def _holds(hint: Any, cls: Any) -> bool:
    return hint == cls or any(_holds(inner, cls) for inner in get_args(hint))


def _read(hint: Any, name: str, place: str = "") -> tuple[int, list[str]]:
    """How many strings a value has for itself, and the lines that make it one of the model and count those in it.

    Args:
        hint: its type.
        name: the name that it has.
        place: where it stands, if that may be given another value; a tuple of such values the model has none.
    """
    hint = present(hint)
    if hint in (Time, Decimal, Number) and not place:
        raise TypeError(f"a tuple of {hint} cannot be read in place")
    if hint == RichText:
        return 0, [f"found += read_rich({name})"]
    if hint == tuple[Block, ...]:
        return 0, [f"found += read_blocks({name}, left)"]
    if hint in (Time, Decimal):
        return 1, [f"{place} = {name} = read_{'time' if hint == Time else 'decimal'}({name})"]
    if hint == Number:
        return 0, [f"if type_of({name}) is str:", "    found += 1", f"    {place} = {name} = read_number({name})"]
    if hint in BLOCKS:
        return 0, [f"found += readers[type_of({name})]({name}, left)"]
    if attrs.has(hint):
        return 0, [f"found += read_{hint.__name__}({_with_left(hint, name)})"]
    if get_origin(hint) is tuple:
        strings, lines = _read(get_args(hint)[0], f"of_{name}")
        if lines:
            return 0, [f"for of_{name} in {name}:", *(f"    {line}" for line in lines)]
        return 0, [f"found += len({name})"] * strings
    return int(hint is str or get_origin(hint) is Literal), []


def _with_left(cls: type, place: str) -> str:
    """The arguments of a class's function: how many levels are left only matters where blocks or concepts follow."""
    return f"{place}, left" if any(map(_is_deep, reached(cls))) else place


@cache
def _is_deep(cls: type) -> bool:
    """Whether objects of a class hold blocks or their own kind."""
    return any(_holds(hint, Block) or _holds(hint, cls) for hint in hints_of(cls).values())


_PLAIN_TIMES = {"--T::+:", "--T::-:"}
"""What stands between the digits of `2026-03-04T12:00:00+01:00`."""


def _read_time(text: str) -> Time:
    """A time, as `as_time` and the rule of times take it."""
    try:
        if len(text) == 10 and text[4] == "-" == text[7]:
            return date.fromisoformat(text)
        time: Time = datetime.fromisoformat(text)
    except ValueError:
        raise Doubtful from None
    if len(text) == 25 and text[4::3] in _PLAIN_TIMES and text[20:22] < "14" and text[23] < "6":
        return time
    time = _values.as_time(text)  # without an offset, in another spelling, or with an offset that may be too large
    if not values.is_time(time):
        raise Doubtful
    return time


def _read_decimal(text: str) -> Decimal:
    """A number of no more digits than any may have."""
    if len(text) > values.MAX_DIGITS:
        raise Doubtful
    return _values.as_decimal(text)


def _read_number(text: str) -> Number:
    """The same, where it has a fraction."""
    if len(text) > values.MAX_DIGITS:
        raise Doubtful
    return _values.as_number(text)
