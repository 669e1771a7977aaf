"""Writing: the functions that make wire structs of objects."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import cache
from typing import Any, get_args, get_origin

import attrs
import msgspec

from newsmodel.model import Article, Block, Number, Paragraph, RichText, Span, Time
from newsmodel.model.blocks import BLOCKS
from newsmodel.structure import _values
from newsmodel.structure._rules import hints_of, reached
from newsmodel.structure._values import FORMAT, TAG, TAGS, VERSION, present

_ENCODER = msgspec.json.Encoder()


class _Makers(dict[type, Callable[[Any], msgspec.Struct]]):
    """The functions of the blocks by their classes; a block of a subclass, which articles take, is written as what it extends."""

    def __missing__(self, cls: type) -> Callable[[Any], msgspec.Struct]:
        return next(self[base] for base in cls.__mro__ if base in self)


@cache
def writer() -> Callable[[Article], bytes]:
    """The function that writes an article as a native document, in its canonical form."""
    structs = {cls: _wire(cls) for cls in reached(Article)}
    names: dict[str, Any] = {
        "type_of": type, "makers": _Makers(), "date": date, "utc": UTC, "time_in_utc": _time_in_utc, "plain_decimal": _values.plain_decimal,
        "Paragraph": Paragraph, **{f"Wire{cls.__name__}": wire for cls, wire in structs.items()},
        "encode": _ENCODER.encode, "Document": msgspec.defstruct("Document", ["format", "version", "article"], gc=False),
    }  # fmt: skip
    source = _SEQUENCE_MAKERS.replace("<span>", _struct(Span, "run"))
    source += "".join(f"def make_{cls.__name__}(made): return {_struct(cls, 'made')}\n" for cls in structs)
    source += f"def write(article): return encode(Document({FORMAT!r}, {VERSION!r}, make_Article(article)))\n"
    exec(compile(source, "<newsmodel writing>", "exec"), names)  # noqa: S102  # made from the model alone
    names["makers"].update({cls: names[f"make_{cls.__name__}"] for cls in BLOCKS})
    made: Callable[[Article], bytes] = names["write"]
    return made


def _wire(cls: type) -> type[msgspec.Struct]:
    """The struct that an object is written as: `None` for what is absent or a default, which msgspec leaves out."""
    tag: dict[str, Any] = {"tag": TAGS[cls], "tag_field": TAG} if cls in TAGS else {}
    return msgspec.defstruct(cls.__name__, [(field.name, Any, None) for field in attrs.fields(cls)], omit_defaults=True, gc=False, **tag)


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
            content = block.content
            made.append(WireParagraph(content if len(content) == 1 and type_of(content[0]) is str else make_rich(content)))
        else:
            made.append(makers[type_of(block)](block))
    return made

"""


def _time_in_utc(value: datetime) -> msgspec.Raw:
    """A time in UTC, which the engine ends with a `Z`."""
    return msgspec.Raw(_ENCODER.encode(value)[:-2] + b'+00:00"')


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
        return f"{place} if {place}.__class__ is date or {place}.tzinfo is not utc else time_in_utc({place})"
    if hint is Decimal:
        return f"plain_decimal({place})"
    if hint == Number:
        return f"{place} if type_of({place}) is int else plain_decimal({place})"
    if attrs.has(hint):
        return f"make_{hint.__name__}({place})"
    if get_origin(hint) is tuple:
        function, _, arguments = _made(get_args(hint)[0], "one").partition("(")  # `map` is quicker than a comprehension, before Python 3.12
        return place if not arguments else f"[*map({function}, {place})]" if arguments == "one)" else f"[{function}({arguments} for one in {place}]"
    return place
