"""The wire structs: what JSON holds for each class of the model, in types that msgspec checks."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from threading import Lock
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import attrs
import msgspec

from newsmodel.model import Article, Block, Number, RichText, Span, Time, values
from newsmodel.model.blocks import BLOCKS
from newsmodel.structure._rules import Rule, hints_of, reached, rules, settings
from newsmodel.structure._values import FORMAT, TAG, TAGS, VERSION, present

_MAKING = Lock()
"""msgspec finds out what a struct holds at its first use, and crashes where a second thread uses it meanwhile."""


@cache
def wires() -> dict[type, type[msgspec.Struct]]:
    """The wire struct of each class of the model: the same fields with the same defaults, in the same slots."""
    return _made()[0]


@cache
def decoder() -> msgspec.json.Decoder[Any]:
    """What reads a native document into its wire struct."""
    return _made()[1]


def fits(wire: type[msgspec.Struct], cls: type) -> bool:
    """Whether the wire struct of a class can become an object of it, as Python allows for classes of equal layout.

    msgspec lays out structs as Python does classes with slots. It does not promise to.
    """
    empty: Any = wire(**dict.fromkeys(wire.__struct_fields__))
    try:
        empty.__class__ = cls
    except TypeError:
        return False
    return True


def _made() -> tuple[dict[type, type[msgspec.Struct]], msgspec.json.Decoder[Any]]:
    """The wire structs, and the decoder of a document; whoever gets them finds msgspec done with them all."""
    with _MAKING:
        return _make()


@cache
def _make() -> tuple[dict[type, type[msgspec.Struct]], msgspec.json.Decoder[Any]]:
    structs = _wires()
    fields = [("format", Literal[FORMAT]), ("version", Literal[VERSION]), ("article", structs[Article])]
    document = msgspec.defstruct("Document", fields, forbid_unknown_fields=True, gc=False)
    return structs, msgspec.json.Decoder(document)  # it leads to all the others


def _wires() -> dict[type, type[msgspec.Struct]]:
    classes = reached(Article)
    structs: dict[type, Any] = {}
    for cls in classes:
        fields = [(one.name, Any) if one.default is attrs.NOTHING else (one.name, Any, one.default) for one in attrs.fields(cls)]
        tag: dict[str, Any] = {"tag": TAGS[cls], "tag_field": TAG} if cls in TAGS else {}
        structs[cls] = msgspec.defstruct(cls.__name__, fields, bases=(), kw_only=True, forbid_unknown_fields=True, **tag)
    for cls in classes:  # the types second, for the classes refer to each other
        hints = hints_of(cls)
        for field in attrs.fields(cls):
            structs[cls].__annotations__[field.name] = _wire_type(hints[field.name], list(rules(field.validator)), structs)
    return structs


class Nothing(msgspec.Struct, tag="", tag_field=TAG):
    """Beside the one block that may stand in a place: msgspec asks for the type of a struct only where there are several."""


def _wire_type(hint: Any, asked: list[Rule], structs: dict[type, Any]) -> Any:
    """What JSON holds in a place of the model; `null` nowhere.

    Args:
        hint: the place's type.
        asked: the rules of the place.
        structs: the wire structs of the classes.
    """
    hint = present(hint)
    if hint == RichText:
        return _bounded(_many(str | structs[Span]), min_length=1)
    if hint == Block:
        return Union[tuple(structs[cls] for cls in BLOCKS)]  # noqa: UP007  # a union of as many as there are
    if hint == Number:
        most = 10**values.MAX_DIGITS - 1
        return _bounded(int, **({"ge": -most, "le": most} | _bounds(asked))) | str
    if hint in (Time, Decimal):
        return str
    if hint in structs:
        return structs[hint] | Nothing if hint in TAGS else structs[hint]
    if get_origin(hint) is tuple:
        inner = [made["rule"] for made in map(settings, asked) if "rule" in made]
        return _many(_wire_type(get_args(hint)[0], inner, structs))
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
