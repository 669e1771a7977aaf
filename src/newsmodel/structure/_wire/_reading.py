"""Reading: the functions that make objects of wire structs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from textwrap import indent
from typing import Any, get_args, get_origin

import attrs

from newsmodel.model import Block, Number, Paragraph, RichText, Span, Time, blocks, richtext, values
from newsmodel.model.blocks import BLOCKS
from newsmodel.structure import _values
from newsmodel.structure._rules import hints_of, reached, rules
from newsmodel.structure._values import present
from newsmodel.structure._wire._doubts import BETWEEN, doubts, needs
from newsmodel.structure._wire._structs import Nothing, wires

MOST_LEVELS = values.MAX_NESTING
"""How deep blocks and concepts stand in each other here: not so deep that a rule on nesting or a limit of the parser is broken."""


class Doubtful(Exception):
    """Something that the detailed route judges."""


@cache
def readers(*, quiet: bool) -> dict[type, Callable[..., Any]]:
    """The functions that make an object of a wire struct, by the class of the struct.

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
    bodies = {cls: _reader_body(cls, names, quiet=quiet) for cls in structs}
    source = _SEQUENCE_READERS
    for place, inside in (("<span>\n", Span), ("<paragraph>\n", Paragraph)):
        source = source.replace(place, indent(bodies[inside], " " * 12))
    if quiet:
        source = source.replace(" or not first.isprintable() and unfit(first)", "").replace(" or not wire.isprintable() and unfit(wire)", "")
    for cls, body in bodies.items():
        source += f"def read_{cls.__name__}(wire, left={MOST_LEVELS}):\n{indent(body, '    ')}    return made\n"
    exec(compile(source, f"<newsmodel wire, quiet={quiet}>", "exec"), names)  # noqa: S102  # made from the model alone
    names["readers"] |= {structs[cls]: names[f"read_{cls.__name__}"] for cls in bodies} | {Nothing: names["read_nothing"]}
    made: dict[type, Callable[..., Any]] = names["readers"]
    return made


_SEQUENCE_READERS = """
def read_rich(runs):
    first, last = runs[0], runs[-1]
    if len(runs) == 1 and type_of(first) is str:
        if first < "!" or last[-1] in edge or not first.isprintable() and unfit(first): raise Doubtful
        return runs
    rich, before = [], None
    for wire in runs:
        if type_of(wire) is str:
            if before is plain or not wire or not wire.isprintable() and unfit(wire): raise Doubtful
            before = plain
            rich.append(wire)
        else:
<span>
            if before and before.marks == marks and before.href == href and before.language == language: raise Doubtful
            before = made
            rich.append(made)
    if (first if type_of(first) is str else first.text) < "!": raise Doubtful
    if (last if type_of(last) is str else last.text)[-1] in edge: raise Doubtful
    return tuple(rich)

def read_nothing(wire, left=0):
    raise Doubtful

def read_blocks(blocks, left):
    read = []
    for wire in blocks:
        if type_of(wire) is WireParagraph:
<paragraph>
            read.append(made)
        else:
            read.append(readers[type_of(wire)](wire, left))
    return tuple(read)

"""
"""Rich text and blocks, with spans and paragraphs, which are most of an article, read in place."""


def _reader_body(cls: Any, names: dict[str, Any], *, quiet: bool) -> str:
    r"""What makes an object of the `wire` struct of a class; what it refers to goes into `names`.

    value = wire.value
    if value is None: raise Doubtful
    if value[0] == " " or value[-1] == " " or "\\n" in value: raise Doubtful
    scheme = wire.scheme
    ...
    made = OpenIdentifier()
    made.value = value
    made.scheme = scheme
    made.__class__ = Identifier
    """
    hints = hints_of(cls)
    lines, at_last = [], []
    if _is_deep(cls):
        lines += ["if not left: raise Doubtful", "left -= 1"]
    for field in attrs.fields(cls):
        name = field.name
        asked, called = _asked(cls, field, hints, names, quiet=quiet)
        lines.append(f"{name} = wire.{name}")
        if field.default is attrs.NOTHING:
            lines += [f"if {name} is None: raise Doubtful", *asked]
        elif field.default is None:
            lines += [f"if {name} is not None:", *(f"    {line}" for line in asked)] if asked else []
            called = [f"if {name} is not None: {line}" for line in called]
        else:
            lines.append(f"if {name} is None: {name} = {field.default!r}")
            lines += ["else:", *(f"    {line}" for line in asked)] if asked else []
        at_last += called
    lines += [f"if {condition}: raise Doubtful" for condition in [*BETWEEN.get(cls, ()), *needs(cls)]]
    names[cls.__name__] = cls
    names[f"Open{cls.__name__}"] = type(f"Open{cls.__name__}", (), {"__slots__": cls.__slots__})
    lines.append(f"made = Open{cls.__name__}()")
    lines += [f"made.{field.name} = {field.name}" for field in attrs.fields(cls)]
    lines.append(f"made.__class__ = {cls.__name__}")
    return "\n".join([*lines, *at_last, ""])


def _asked(
    cls: Any, field: attrs.Attribute[Any], hints: Mapping[str, Any], names: dict[str, Any], *, quiet: bool
) -> tuple[list[str], list[str]]:
    """The lines that ask for the rules of a field and give it its value, and those to call once the object is made."""
    name, asked, called = field.name, [], []
    converted = _read(hints[name], name)
    if converted != name and field.converter and field.converter not in _SAID:
        names[f"convert_{cls.__name__}_{name}"] = field.converter
        converted = f"convert_{cls.__name__}_{name}({converted})"
    if converted != name:
        asked.append(f"{name} = {converted}")
    for number, rule in enumerate(rules(field.validator)):
        lines = doubts(rule, name, quiet=quiet)
        if lines is not None:
            asked += lines
        else:
            names[f"rule_{cls.__name__}_{name}_{number}"] = rule
            names[f"field_{cls.__name__}_{name}"] = field
            called.append(f"rule_{cls.__name__}_{name}_{number}(made, field_{cls.__name__}_{name}, {name})")
    return asked, called


_SAID: set[Any] = {values.many, values.plain_decimal, values.plain_number, values.optional_number, values.fixed_offset, richtext.as_rich, richtext.optional_rich, blocks._nested}
"""The converters whose work is done by then."""


def _holds(hint: Any, cls: Any) -> bool:
    return hint == cls or any(_holds(inner, cls) for inner in get_args(hint))


def _read(hint: Any, place: str) -> str:
    """The value of a place, made of what the wire has there."""
    hint = present(hint)
    if hint == RichText:
        return f"read_rich({place})"
    if hint == tuple[Block, ...]:
        return f"read_blocks({place}, left)"
    if hint == Time:
        return f"read_time({place})"
    if hint is Decimal:
        return f"read_decimal({place})"
    if hint == Number:
        return f"{place} if type_of({place}) is int else read_number({place})"
    if hint in BLOCKS:
        return f"readers[type_of({place})]({place}, left)"
    if attrs.has(hint):
        return f"read_{hint.__name__}({_with_left(hint, place)})"
    if get_origin(hint) is tuple:
        read = all_of(_read(get_args(hint)[0], f"of_{place}"), f"of_{place}", place)
        return read if read == place else f"tuple({read})"
    return place


def all_of(converted: str, one: str, place: str) -> str:
    """All members of a sequence converted, as an expression.

    Args:
        converted: one of them converted.
        one: its name there.
        place: the sequence.
    """
    if converted == one:
        return place
    function, _, arguments = converted.partition("(")  # `map` is quicker than a comprehension, before Python 3.12
    return f"[*map({function}, {place})]" if arguments == f"{one})" else f"[{converted} for {one} in {place}]"


def _with_left(cls: type, place: str) -> str:
    """The arguments of a class's function: how many levels are left only matters where blocks or concepts follow."""
    return f"{place}, left" if any(map(_is_deep, reached(cls))) else place


@cache
def _is_deep(cls: type) -> bool:
    """Whether objects of a class hold blocks or their own kind."""
    return any(_holds(hint, Block) or _holds(hint, cls) for hint in hints_of(cls).values())


def _read_time(text: str) -> Time:
    """A time, as `as_time` and the rule of times take it."""
    try:
        if len(text) == 10 and text[4] == "-" == text[7]:
            return date.fromisoformat(text)
        time: Time = datetime.fromisoformat(text)
    except ValueError:
        raise Doubtful from None
    if text[-6] in "+-" and text[-5:-3] < "14" and time.isoformat() == text:
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
