"""Classes of the same shape as the model's, for libraries that bring a way to define classes: the same fields, types and defaults.

They are made from the model itself, as source text, so that they follow it. What they do not have is its rules: that a line has
no line break, that a URL is one. `Document` is the envelope of the native format.
"""

from __future__ import annotations

import sys
import types
from collections.abc import Callable
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import attrs

from newsmodel import model
from newsmodel.model import Block
from newsmodel.structure import FORMAT, TAGS, VERSION

CLASSES: list[type[Any]] = [cls for cls in vars(model).values() if isinstance(cls, type) and attrs.has(cls)]

_IMPORTS = "from datetime import date, datetime\nfrom decimal import Decimal\nfrom typing import Annotated, Literal, Union\n"

_STRUCTS = "from msgspec import Struct\n"
_PYDANTIC = "from pydantic import BaseModel, ConfigDict, Field\n_CONFIG = ConfigDict(frozen=True, strict=True, extra='forbid')\n"
_DATACLASSES = (
    "from dataclasses import dataclass\nfrom mashumaro.config import BaseConfig\nfrom mashumaro.mixins.orjson import DataClassORJSONMixin\n"
    "from mashumaro.types import Discriminator\n"
)


@cache
def structs() -> Any:
    """Frozen Structs of msgspec; unknown keys are refused, and defaults left out, as in the native format.

    A time is a `datetime` alone: msgspec takes no union of that and `date`.
    """

    def head(cls: type) -> str:
        tag = f", tag_field='type', tag={TAGS[cls]!r}" if cls in TAGS else ""
        return f"class {cls.__name__}(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True{tag}):\n"

    blocks = " | ".join(cls.__name__ for cls in TAGS)
    document = f"class Document(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):\n    format: Literal[{FORMAT!r}]\n    version: Literal[{VERSION}]\n    article: Article\n"
    return _module("structs", _STRUCTS, head, blocks, document, time="datetime")


@cache
def pydantic_models() -> Any:
    """Frozen, strict models of pydantic, blocks told apart by their `type`."""

    def head(cls: type) -> str:
        tag = f"    type: Literal[{TAGS[cls]!r}]\n" if cls in TAGS else ""
        return f"class {cls.__name__}(BaseModel):\n    model_config = _CONFIG\n{tag}"

    blocks = f"Annotated[Union[{', '.join(cls.__name__ for cls in TAGS)}], Field(discriminator='type')]"
    document = f"class Document(BaseModel):\n    model_config = _CONFIG\n    format: Literal[{FORMAT!r}]\n    version: Literal[{VERSION}]\n    article: Article\n"
    made = _module("pydantic", _PYDANTIC, head, blocks, document, time="datetime | date")
    for name in [*(cls.__name__ for cls in CLASSES), "Document"]:
        getattr(made, name).model_rebuild(_types_namespace=vars(made))
    return made


@cache
def dataclasses() -> Any:
    """Dataclasses for mashumaro, with its mixin for orjson. It finds a block's class by the default of its `type`."""
    config = "    class Config(BaseConfig):\n        forbid_extra_keys = True\n        omit_default = True\n        lazy_compilation = True\n"

    def head(cls: type) -> str:
        tag = f"    type: Literal[{TAGS[cls]!r}] = {TAGS[cls]!r}\n" if cls in TAGS else ""
        return f"@dataclass(frozen=True, kw_only=True)\nclass {cls.__name__}(DataClassORJSONMixin):\n{config}{tag}"

    blocks = f"Annotated[Union[{', '.join(cls.__name__ for cls in TAGS)}], Discriminator(field='type', include_supertypes=True)]"
    document = f"@dataclass(frozen=True, kw_only=True)\nclass Document(DataClassORJSONMixin):\n{config}    format: Literal[{FORMAT!r}]\n    version: Literal[{VERSION}]\n    article: Article\n"
    return _module("dataclasses", _DATACLASSES, head, blocks, document, time="datetime")


def _module(name: str, imports: str, head: Callable[[type], str], blocks: str, document: str, *, time: str) -> Any:
    """The module of a flavour. Blocks stand in its source before the union of them, and refer to it by name."""
    source = ["from __future__ import annotations\n", _IMPORTS, imports]
    for cls in CLASSES:
        fields = [_field(one, get_type_hints(cls)[one.name], time) for one in attrs.fields(cls)]
        source.append(head(cls) + "".join(f"    {field}\n" for field in fields) + "    pass\n")
    source += [f"Block = {blocks}\n", document]
    module = types.ModuleType(f"newsmodel_as_{name}")
    sys.modules[module.__name__] = module  # where the libraries look names up
    exec(compile("\n".join(source), f"<{name}>", "exec"), vars(module))  # noqa: S102  # source made above, of our own classes
    return module


def _field(field: attrs.Attribute[Any], hint: Any, time: str) -> str:
    default = "" if field.default is attrs.NOTHING else f" = {field.default!r}"
    return f"{field.name}: {_spelled(hint, time)}{default}"


def _spelled(hint: Any, time: str) -> str:
    """A type as source text; `time` stands for the model's `Time`."""
    if hint == Block:
        return "Block"
    if hint == model.Time:
        return time
    if hint is type(None):
        return "None"
    arguments = get_args(hint)
    if get_origin(hint) is Literal:
        return f"Literal[{', '.join(map(repr, arguments))}]"
    if get_origin(hint) is tuple:
        return f"tuple[{_spelled(arguments[0], time)}, ...]"
    if get_origin(hint) in (Union, types.UnionType):
        inner = [one for one in arguments if one is not type(None)]
        union = next((known for known in (model.Time, Block) if set(get_args(known)) == set(inner)), None)
        names = [_spelled(union, time)] if union is not None else [_spelled(one, time) for one in inner]
        return " | ".join(names + ["None"] * (len(inner) < len(arguments)))
    name: str = hint.__name__
    return name
