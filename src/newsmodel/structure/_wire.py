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
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from textwrap import indent
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import attrs
import msgspec

from newsmodel.errors import InvalidValue
from newsmodel.model import Article, Block, Count, Embed, Number, Paragraph, RichText, Span, Time, appeal, article, blocks, richtext, values, vote
from newsmodel.model.blocks import BLOCKS
from newsmodel.model.concepts import Concept
from newsmodel.structure import _values
from newsmodel.structure._rules import NEEDED, Rule, hints_of, reached, rules, settings
from newsmodel.structure._values import FORMAT, TAG, TAGS, VERSION, Mismatch, present

_MOST_LEVELS = values.MAX_NESTING
"""How deep blocks and concepts stand in each other here: not so deep that a rule on nesting or a limit of the parser is broken."""


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
        made: Article = _readers(quiet=_is_quiet(body))[type(document.article)](document.article)
    except _DOUBTFUL:
        return None
    return made if _says_each_key_once(body.strip(b" \t\r\n"), document) else None


def read_plain(data: Any, cls: Any) -> Any:
    """The object of a class that plain data holds, or `None` where the data is at fault or in doubt."""
    if type(data) is not dict:
        return None
    try:
        if cls in TAGS and TAG not in data:  # see `_Nothing`
            return None
        wire = msgspec.convert(data, _wires()[cls])
        return _readers(quiet=False)[type(wire)](wire)
    except _DOUBTFUL:
        return None


def canonical(written: Article) -> bytes:
    """The canonical form of the native document of an article."""
    return _ENCODER.encode(_documents()(FORMAT, VERSION, _maker()(written)))


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
        hints = hints_of(cls)
        for field in attrs.fields(cls):
            wires[cls].__annotations__[field.name] = _wire_type(hints[field.name], list(rules(field.validator)), wires)
    return wires


class _Nothing(msgspec.Struct, tag="", tag_field=TAG):
    """Beside the one block that may stand in a place: msgspec asks for the type of a struct only where there are several."""


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
        return _bounded(_many(str | wires[Span]), min_length=1)
    if hint == Block:
        return Union[tuple(wires[cls] for cls in BLOCKS)]  # noqa: UP007  # a union of as many as there are
    if hint == Number:
        most = 10**values.MAX_DIGITS - 1
        return _bounded(int, **({"ge": -most, "le": most} | _bounds(asked))) | str
    if hint in (Time, Decimal):
        return str
    if hint in wires:
        return wires[hint] | _Nothing if hint in TAGS else wires[hint]
    if get_origin(hint) is tuple:
        inner = [made["rule"] for made in map(settings, asked) if "rule" in made]
        return _many(_wire_type(get_args(hint)[0], inner, wires))
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

# What is less than "!" begins with white space; so does what is empty.
_EDGE_OF_LINE = '{0} < "!" or {0}[-1] == " " or "\\n" in {0}'
_DOUBTS_OF_QUIET_TEXT: dict[Rule, str] = {
    values.line: _EDGE_OF_LINE,
    values.line_or_empty: f"{{0}} and ({_EDGE_OF_LINE})",
    values.text: '{0} < "!" or {0}[-1] in " \\n"',
    values.preformatted: 'not {0} or {0}[0] == "\\n" or {0}[-1] == "\\n"',
    values.markup: "",
    richtext._run: "not {0}",
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
    Count._check_unit: "",  # see `_DOUBTS_BETWEEN`
}


_DOUBTS_BETWEEN: dict[type, str] = {Count: 'value > 100 if unit == "percent" else type_of(value) is not int'}
"""What is asked of several fields of an object together, also where they hold defaults."""


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
def _readers(*, quiet: bool) -> dict[type, Callable[..., Any]]:
    """The functions that make an object of a wire struct, by the class of the struct.

    Args:
        quiet: whether the texts are known to hold no control characters but line feeds, and no noncharacters.
    """
    wires = _wires()
    names: dict[str, Any] = {
        "Doubtful": _Doubtful, "type_of": type, "readers": {}, "WireParagraph": wires[Paragraph],
        "edge": values.WHITE_SPACE, "plain": (), "unfit": values.NOT_TEXT.search,
        "is_plain_url": values._PLAIN_URL.match, "is_url": values.any_url().match, "is_language": values._LANGUAGE.match,
        "is_duration": values._DURATION.match, "is_currency": values._CURRENCY.match,
        "read_time": _read_time, "read_decimal": _read_decimal, "read_number": _read_number,
    }  # fmt: skip
    bodies = {cls: _reader_body(cls, names, quiet=quiet) for cls in wires}
    source = _SEQUENCE_READERS
    for place, inside in (("<span>\n", Span), ("<paragraph>\n", Paragraph)):
        source = source.replace(place, indent(bodies[inside], " " * 12))
    if quiet:
        source = source.replace(" or not first.isprintable() and unfit(first)", "").replace(" or not wire.isprintable() and unfit(wire)", "")
    for cls, body in bodies.items():
        source += f"def read_{cls.__name__}(wire, left={_MOST_LEVELS}):\n{indent(body, '    ')}    return made\n"
    exec(compile(source, f"<newsmodel wire, quiet={quiet}>", "exec"), names)  # noqa: S102  # made from the model alone
    names["readers"] |= {wires[cls]: names[f"read_{cls.__name__}"] for cls in bodies} | {_Nothing: names["read_nothing"]}
    readers: dict[type, Callable[..., Any]] = names["readers"]
    return readers


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
    if cls in _DOUBTS_BETWEEN:
        lines.append(f"if {_DOUBTS_BETWEEN[cls]}: raise Doubtful")
    for needed in _needs(cls):
        lines.append(f"if not ({' or '.join(_held(hints[name], name) for name in needed)}): raise Doubtful")
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
        read = _all_of(_read(get_args(hint)[0], f"of_{place}"), f"of_{place}", place)
        return read if read == place else f"tuple({read})"
    return place


def _all_of(converted: str, one: str, place: str) -> str:
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
        raise _Doubtful from None
    if text[-6] in "+-" and text[-5:-3] < "14" and time.isoformat() == text:
        return time
    time = _values.as_time(text)  # without an offset, in another spelling, or with an offset that may be too large
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
def _maker() -> Callable[[Article], msgspec.Struct]:
    """The function that makes the wire struct of an article."""
    wires = _wires()
    names: dict[str, Any] = {
        "type_of": type, "makers": {}, "plain_time": _values.plain_time, "plain_decimal": _values.plain_decimal,
        "Paragraph": Paragraph, **{f"Wire{cls.__name__}": wire for cls, wire in wires.items()},
    }  # fmt: skip
    source = _SEQUENCE_MAKERS.replace("<span>", _struct(Span, "run"))
    source += "".join(f"def make_{cls.__name__}(made): return {_struct(cls, 'made')}\n" for cls in wires)
    exec(compile(source, "<newsmodel writing>", "exec"), names)  # noqa: S102  # made from the model alone
    names["makers"].update({cls: names[f"make_{cls.__name__}"] for cls in BLOCKS})
    maker: Callable[[Article], msgspec.Struct] = names["make_Article"]
    return maker


_SEQUENCE_MAKERS = """
def make_rich(content):
    if len(content) == 1 and type_of(content[0]) is str:
        return content
    made = []
    for run in content:
        if type_of(run) is str:
            made.append(run)
        else:
            made.append(<span>)
    return made

def make_blocks(blocks):
    made = []
    for block in blocks:
        if type_of(block) is Paragraph:
            made.append(WireParagraph(make_rich(block.content)))
        else:
            made.append(makers[type_of(block)](block))
    return made

"""


def _struct(cls: Any, place: str) -> str:
    """The wire struct of the object in a place: `WireIdentifier(made.value, made.scheme)`."""
    hints = hints_of(cls)
    parts = []
    for field in attrs.fields(cls):
        inner = f"{place}.{field.name}"
        part = _made(hints[field.name], inner)
        if field.default is None and part != inner:
            part = f"None if {inner} is None else {part}"
        elif field.default == () or field.default is False:
            part = f"{inner} or None" if part == inner else f"{part} if {inner} else None"
        elif field.default is not attrs.NOTHING and field.default is not None:
            part = f"None if {inner} == {field.default!r} else {part}"
        parts.append(part)
    return f"Wire{cls.__name__}({', '.join(parts)})"


def _made(hint: Any, place: str) -> str:
    """What the wire has for the value of a place."""
    hint = present(hint)
    if hint == RichText:
        return f"make_rich({place})"
    if hint == tuple[Block, ...]:
        return f"make_blocks({place})"
    if hint == Time:
        return f"plain_time({place})"
    if hint is Decimal:
        return f"plain_decimal({place})"
    if hint == Number:
        return f"{place} if type_of({place}) is int else plain_decimal({place})"
    if attrs.has(hint):
        return f"make_{hint.__name__}({place})"
    if get_origin(hint) is tuple:
        return _all_of(_made(get_args(hint)[0], "one"), "one", place)
    return place
