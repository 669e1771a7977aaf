"""The quick route between JSON and the model, made from the model's classes when it is first taken.

**Reading.** msgspec decodes a document into *wire structs*, one for each class of the model, and a function for each
class makes the model's object of its struct, without asking the object's rules one by one. It keeps them all the same:

- What a type can say, the wire's types say: keys, shapes, words, the bounds of numbers, what is not empty.
- Which characters a text may hold is seen in the bytes of the document, once (`_is_quiet`).
- What is asked quickly is asked in the function, by the conditions of `_DOUBTS` and `_DOUBTS_OF_QUIET_TEXT`.
- Any other rule is called as the model has it, so that a rule which this module has not heard of is kept as well.

What is in doubt is not judged here: the answer is `None` then, and the detailed route (`_converter`) says whether the
document is right and what is wrong with it. So no document is taken here that is refused there.

**Writing.** A function for each class makes the wire struct of an object, with `None` for what is absent or a default.
msgspec leaves that out and keeps the keys in the order of the model, and so writes the canonical form.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from textwrap import indent
from typing import Annotated, Any, Literal, TypeAlias, Union, get_args, get_origin, get_type_hints

import attrs
import msgspec

from newsmodel.errors import InvalidValue
from newsmodel.model import Article, Block, Count, Embed, Number, RichText, Span, Time, appeal, article, blocks, richtext, values, vote
from newsmodel.model.blocks import BLOCKS
from newsmodel.model.concepts import Concept
from newsmodel.structure import _values
from newsmodel.structure._converter import TAG, TAGS
from newsmodel.structure._rules import NEEDED, Rule, reached, rules, settings
from newsmodel.structure._values import FORMAT, VERSION, Mismatch, present

Reader: TypeAlias = Callable[[Any, int], Any]
"""A wire struct in, and how many levels of objects may follow; an object of the model out."""
Maker: TypeAlias = Callable[[Any], Any]

_MOST_LEVELS = values.MAX_NESTING
"""How deep objects stand in each other here: not so deep that a rule on nesting or a limit of the parser is broken."""


class _Doubtful(Exception):
    """Something that the detailed route judges."""


_DOUBTFUL = (_Doubtful, Mismatch, InvalidValue, msgspec.DecodeError, UnicodeDecodeError, RecursionError, MemoryError)


def read_article(body: bytes) -> Article | None:
    """The article of a native document.

    Args:
        body: the document, within the parser's limits of size, without a byte order mark.

    Returns:
        `None` where the document is at fault, or in doubt.
    """
    try:
        document = _decoder().decode(body)
        made: Article = _readers(quiet=_is_quiet(body))[Article](document.article, _MOST_LEVELS)
    except _DOUBTFUL:
        return None
    return made if _says_each_key_once(body.strip(b" \t\r\n"), document) else None


def canonical(written: Article) -> bytes:
    """The canonical form of the native document of an article."""
    return _ENCODER.encode(_documents()(FORMAT, VERSION, _makers()[Article](written)))


# The bytes of a document

_ENCODER = msgspec.json.Encoder()
_LOUD = {
    b"\\": re.compile(rb'\\[^"\\/n]'),  # an escape that may stand for a control character
    b"\x7f": re.compile(rb"\x7f"),
    b"\xc2": re.compile(rb"\xc2[\x80-\x9f]"),  # U+0080 to U+009F
    b"\xef": re.compile(rb"\xef\xb7[\x90-\xaf]"),  # U+FDD0 to U+FDEF
    b"\xbf": re.compile(rb"\xbf[\xbe\xbf]"),  # the last two of each plane, and a few others
}
"""What a string that holds a control character or a noncharacter is spelt with, by its first byte, which is looked for first."""


def _is_quiet(body: bytes) -> bool:
    """Whether no string of a document holds a control character but the line feed, or a noncharacter."""
    return not any(first in body and loud.search(body) for first, loud in _LOUD.items())


def _says_each_key_once(body: bytes, document: msgspec.Struct) -> bool:
    """Whether a document gives no key twice, as JSON itself would allow.

    It is no longer than what is written from it, or has as many keys. Nothing that says the same is shorter than what is
    written: white space, an escape and a key given twice all make it longer.
    """
    again = _ENCODER.encode(document)
    if len(again) == len(body):
        return True
    compact = msgspec.json.format(body, indent=-1)
    return len(again) == len(compact) or _keys(again) == _keys(compact)


def _keys(compact: bytes) -> int:
    """How many keys a document without white space has; no key of ours ends in a backslash."""
    return compact.count(b'":') - compact.count(b'\\":')


# The wire structs


@cache
def _wires() -> dict[type, type[msgspec.Struct]]:
    """The wire struct of each class of the model: the same fields in the same order, each of which may be absent."""
    classes = reached(Article)
    wires: dict[type, Any] = {}
    for cls in classes:
        fields = [(field.name, Any, None) for field in attrs.fields(cls)]
        tag: dict[str, Any] = {"tag": TAGS[cls], "tag_field": TAG} if cls in TAGS else {}
        wires[cls] = msgspec.defstruct(cls.__name__, fields, forbid_unknown_fields=True, omit_defaults=True, gc=False, **tag)
    for cls in classes:  # the types second, for the classes refer to each other
        hints = get_type_hints(cls)
        for field in attrs.fields(cls):
            wires[cls].__annotations__[field.name] = _wire_type(hints[field.name], list(rules(field.validator)), wires)
    return wires


@cache
def _documents() -> type[msgspec.Struct]:
    fields = [("format", Literal[FORMAT]), ("version", Literal[VERSION]), ("article", _wires()[Article])]
    return msgspec.defstruct("Document", fields, forbid_unknown_fields=True, gc=False)


@cache
def _decoder() -> msgspec.json.Decoder[Any]:
    return msgspec.json.Decoder(_documents())


def _wire_type(hint: Any, asked: list[Rule], wires: dict[type, Any]) -> Any:
    """What JSON holds in a place of the model; `null` nowhere.

    Args:
        hint: the place's type.
        asked: the rules of the place.
        wires: the wire structs of the classes.
    """
    hint = present(hint)
    if hint == RichText:
        return _bounded(_many(_bounded(str, min_length=1) | wires[Span]), min_length=1)
    if hint == Block:
        return Union[tuple(wires[cls] for cls in BLOCKS)]  # noqa: UP007  # a union of as many as there are
    if hint == Number:
        most = 10**values.MAX_DIGITS - 1
        return _bounded(int, **({"ge": -most, "le": most} | _bounds(asked))) | str
    if hint in (Time, Decimal):
        return str
    if hint in wires:
        return wires[hint]
    if get_origin(hint) is tuple:
        inner = [made["rule"] for made in map(settings, asked) if "rule" in made]
        return _many(_wire_type(get_args(hint)[0], inner, wires))
    if hint is str and not _NOT_EMPTY.isdisjoint(asked):
        return _bounded(str, min_length=1)
    return _bounded(int, **_bounds(asked)) if hint is int else hint


def _many(member: Any) -> Any:
    return tuple.__class_getitem__((member, ...))


def _bounded(cls: Any, **bounds: Any) -> Any:
    return Annotated[cls, msgspec.Meta(**bounds)]


def _bounds(asked: list[Rule]) -> dict[str, int]:
    """The bounds of a whole number, from `values.whole` or `values.number`."""
    found: dict[str, int] = {}
    for made in map(settings, asked):
        found |= {key: made[name] for key, name in (("ge", "low"), ("le", "high"), ("le", "most")) if made.get(name) is not None}
    return found


# What the functions ask. Each condition is of a place whose value has the wire's type; where it holds, the value is in doubt.

_NOT_EMPTY = {values.line, values.text, values.preformatted, richtext._run}

_EDGE_OF_LINE = '{0}[0] == " " or {0}[-1] == " " or "\\n" in {0}'
_DOUBTS_OF_QUIET_TEXT: dict[Rule, str] = {
    values.line: _EDGE_OF_LINE,
    values.line_or_empty: f"{{0}} and ({_EDGE_OF_LINE})",
    values.text: '{0}[0] in " \\n" or {0}[-1] in " \\n"',
    values.preformatted: '{0}[0] == "\\n" or {0}[-1] == "\\n"',
    values.markup: "",
    richtext._run: "",
}
_DOUBTS: dict[Rule, str] = {
    values.flag: "",
    values.url: "not (is_plain_url({0}) or is_url({0}))",
    values.language: "not is_language({0})",
    values.duration: "not is_duration({0})",
    values.period: '{0} != "one-off" and not is_duration({0})',
    values.currency: "not is_currency({0})",
    appeal._positive: "{0} <= 0",
    values.time: "",  # asked while it is read
    richtext.content: "",  # asked run by run
    richtext._marks: "len({0}) > 1 and list({0}) != sorted(set({0}))",
    blocks.blocks_rule: "",
    blocks.some_blocks_rule: "not {0}",
    blocks._items: "not {0}",
    blocks._rows: "not {0} or not all({0})",
    vote._one_count_per_option: "len({0}) > 1 and len({{(one.option, one.unit) for one in {0}}}) < len({0})",
    Concept._check_broader: "",  # for the levels, see `_MOST_LEVELS`
    Embed._check_blocks: "",  # see `_needs`
    article._body: "",  # for the levels, again
    Count._check_unit: 'value > 100 if {0} == "percent" else value.__class__ is not int',
}


def _doubts(rule: Rule, place: str, *, quiet: bool) -> list[str] | None:
    """The lines that ask a rule of a place; `None` where only the rule itself can tell."""
    condition = (_DOUBTS_OF_QUIET_TEXT | _DOUBTS if quiet else _DOUBTS).get(rule)
    if condition is not None:
        return [f"if {condition.format(place)}: raise Doubtful"] if condition else []
    match settings(rule):
        case {"rule": inner, "least": least}:
            asked = _doubts(inner, "one", quiet=quiet)
            if asked is None:
                return None
            lines = [f"if len({place}) < {least}: raise Doubtful"] if least else []
            return lines + ([f"for one in {place}:", *(f"    {line}" for line in asked)] if asked else [])
        case {"low": _, "most": _} | {"words": _} | {"classes": _}:
            return []  # said by the wire's type
        case {"names": _}:
            return []  # see `_needs`
        case {"low": low, "high": high}:
            bounds = [f"{place} < {low}"] * (low is not None) + [f"{place} > {high}"] * (high is not None)
            return [f"if {' or '.join(bounds)}: raise Doubtful"] if bounds else []
    return None


# Reading: the functions


@cache
def _readers(*, quiet: bool) -> dict[type, Reader]:
    """The function of each class that makes an object of its wire struct.

    Args:
        quiet: whether the texts are known to hold no control characters but line feeds, and no noncharacters.
    """
    wires = _wires()
    names: dict[str, Any] = {
        "Doubtful": _Doubtful, "readers": {}, "edge": values.WHITE_SPACE, "unfit": values.NOT_TEXT.search,
        "is_plain_url": values._PLAIN_URL.match, "is_url": values.any_url().match, "is_language": values._LANGUAGE.match,
        "is_duration": values._DURATION.match, "is_currency": values._CURRENCY.match,
        "read_time": _read_time, "read_decimal": _read_decimal, "read_number": _read_number,
    }  # fmt: skip
    bodies = {cls: _reader_body(cls, names, quiet=quiet) for cls in wires}
    source = (_RICH_READER.replace(" or unfit(first)", "").replace(" or unfit(wire)", "") if quiet else _RICH_READER).replace("<span>\n", indent(bodies.pop(Span), " " * 12))
    source += "".join(f"def read_{cls.__name__}(wire, left):\n{indent(body, '    ')}    return made\n" for cls, body in bodies.items())
    exec(compile(source, f"<newsmodel wire, quiet={quiet}>", "exec"), names)  # noqa: S102  # made from the model alone
    names["readers"].update({wires[cls]: names[f"read_{cls.__name__}"] for cls in bodies})
    return {cls: names[f"read_{cls.__name__}"] for cls in bodies}


_RICH_READER = """
def read_rich(runs, left):
    first, last = runs[0], runs[-1]
    if len(runs) == 1 and first.__class__ is str:
        if first[0] in edge or last[-1] in edge or unfit(first): raise Doubtful
        return runs
    rich, style = [], None
    for wire in runs:
        if wire.__class__ is str:
            if style == () or unfit(wire): raise Doubtful
            style = ()
            rich.append(wire)
        else:
<span>
            if style == (marks, href, language): raise Doubtful
            style = (marks, href, language)
            rich.append(made)
    if (first if first.__class__ is str else first.text)[0] in edge: raise Doubtful
    if (last if last.__class__ is str else last.text)[-1] in edge: raise Doubtful
    return tuple(rich)
"""
"""Rich text, its spans read in place."""


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
    hints = get_type_hints(cls)
    lines, at_last = [], []
    if any(_read(hints[field.name], "x") != "x" for field in attrs.fields(cls)):
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
    for needed in _needs(cls):
        lines.append(f"if not ({' or '.join(_held(hints[name], name) for name in needed)}): raise Doubtful")
    names[cls.__name__] = cls
    names[f"Open{cls.__name__}"] = type(f"Open{cls.__name__}", (), {"__slots__": cls.__slots__})
    lines.append(f"made = Open{cls.__name__}()")
    lines += [f"made.{field.name} = {field.name}" for field in attrs.fields(cls)]
    lines.append(f"made.__class__ = {cls.__name__}")
    return "\n".join([*lines, *at_last, ""])


def _asked(
    cls: Any, field: attrs.Attribute[Any], hints: dict[str, Any], names: dict[str, Any], *, quiet: bool
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
        lines = _doubts(rule, name, quiet=quiet)
        if lines is not None:
            asked += lines
        else:
            names[f"rule_{cls.__name__}_{name}_{number}"] = rule
            names[f"field_{cls.__name__}_{name}"] = field
            called.append(f"rule_{cls.__name__}_{name}_{number}(made, field_{cls.__name__}_{name}, {name})")
    return asked, called


_SAID: set[Any] = {values.many, values.plain_decimal, values.plain_number, values.optional_number, values.fixed_offset, richtext.as_rich, richtext.optional_rich, blocks._nested}
"""The converters whose work is done by then."""


def _needs(cls: Any) -> list[tuple[str, ...]]:
    """The fields of a class of which one at least holds something."""
    asked = [rule for field in attrs.fields(cls) for rule in rules(field.validator)]
    return [needed for rule in asked if (needed := settings(rule).get("names") or NEEDED.get(rule))]


def _held(hint: Any, place: str) -> str:
    """Whether a place holds something."""
    hint = present(hint)
    return place if hint in (str, bool) or get_origin(hint) is tuple else f"{place} is not None"


def _read(hint: Any, place: str) -> str:
    """The value of a place, made of what the wire has there."""
    hint = present(hint)
    if hint == RichText:
        return f"read_rich({place}, left)"
    if hint == Block:
        return f"readers[{place}.__class__]({place}, left)"
    if hint == Time:
        return f"read_time({place})"
    if hint is Decimal:
        return f"read_decimal({place})"
    if hint == Number:
        return f"{place} if {place}.__class__ is int else read_number({place})"
    if attrs.has(hint):
        return f"read_{hint.__name__}({place}, left)"
    if get_origin(hint) is tuple:
        inner = _read(get_args(hint)[0], f"of_{place}")
        return place if inner == f"of_{place}" else f"tuple([{inner} for of_{place} in {place}])"
    return place


def _read_time(text: str) -> Time:
    """A time, as `as_time` and the rule of times take it."""
    try:
        if len(text) == 10 and text[4] == "-" == text[7]:
            return date.fromisoformat(text)
        time: Time = datetime.fromisoformat(text)
    except ValueError:
        raise _Doubtful from None
    if text[-5:-3] < "14" and time.isoformat() == text:
        return time
    time = _values.as_time(text)  # another spelling, or an offset that may be too large
    if not values.is_time(time):
        raise _Doubtful
    return time


def _read_decimal(text: str) -> Decimal:
    """A number of no more digits than any may have."""
    if len(text) > values.MAX_DIGITS:
        raise _Doubtful
    return _values.as_decimal(text)


def _read_number(text: str) -> Number:
    """The same, where it has a fraction."""
    if len(text) > values.MAX_DIGITS:
        raise _Doubtful
    return _values.as_number(text)


# Writing: the functions


@cache
def _makers() -> dict[type, Maker]:
    """The function of each class that makes the wire struct of its object."""
    names: dict[str, Any] = {"makers": {}, "plain_time": _values.plain_time, "plain_decimal": _values.plain_decimal}
    wires = _wires()
    for cls, wire in wires.items():
        names[f"Wire{cls.__name__}"] = wire
    source = "\n".join(_maker_source(cls) for cls in wires)
    exec(compile(source, "<newsmodel wire>", "exec"), names)  # noqa: S102  # made from the model alone
    names["makers"].update({cls: names[f"make_{cls.__name__}"] for cls in wires})
    makers: dict[type, Maker] = names["makers"]
    return makers


def _maker_source(cls: Any) -> str:
    """`def make_Identifier(made): return WireIdentifier(made.value, made.scheme)`."""
    hints = get_type_hints(cls)
    parts = []
    for field in attrs.fields(cls):
        place = f"made.{field.name}"
        part = _written(hints[field.name], place)
        if field.default is None and part != place:
            part = f"None if {place} is None else {part}"
        elif field.default == () or field.default is False:
            part = f"{part} if {place} else None"
        elif field.default is not attrs.NOTHING and field.default is not None:
            part = f"None if {place} == {field.default!r} else {part}"
        parts.append(part)
    return f"def make_{cls.__name__}(made): return Wire{cls.__name__}({', '.join(parts)})"


def _written(hint: Any, place: str) -> str:
    """What the wire has for the value of a place."""
    hint = present(hint)
    if hint == str | Span:
        return f"{place} if {place}.__class__ is str else make_Span({place})"
    if hint == Block:
        return f"makers[{place}.__class__]({place})"
    if hint == Time:
        return f"plain_time({place})"
    if hint is Decimal:
        return f"plain_decimal({place})"
    if hint == Number:
        return f"{place} if {place}.__class__ is int else plain_decimal({place})"
    if attrs.has(hint):
        return f"make_{hint.__name__}({place})"
    if get_origin(hint) is tuple:
        inner = _written(get_args(hint)[0], "one")
        return place if inner == "one" else f"[{inner} for one in {place}]"
    return place
