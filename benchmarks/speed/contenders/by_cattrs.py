"""cattrs as it comes, with orjson, making the model's own classes: their rules are tried as well."""

from __future__ import annotations

import json
from datetime import date, datetime
from decimal import Decimal
from functools import cache, partial
from importlib import import_module
from typing import Any

from attrs import frozen

from benchmarks.speed.contest import Attempt, Case, contender, difference, same_article
from newsmodel.model import Article, Block, Figure, Number, Time
from newsmodel.structure import TAGS


@frozen(kw_only=True)
class Document:
    """The envelope of the native format."""

    format: str
    version: int
    article: Article


@cache
def _converter() -> Any:
    """Only what cattrs cannot know: how blocks are told apart, `Decimal`, two unions of single values, and that a figure says its name everywhere."""
    made = import_module("cattrs.preconf.orjson").make_converter(forbid_extra_keys=True, omit_if_default=True)
    configure = import_module("cattrs.strategies").configure_tagged_union
    configure(Block, made, tag_name="type", tag_generator=TAGS.__getitem__)
    made.register_structure_hook_func(lambda cls: cls == Time, lambda data, _: datetime.fromisoformat(data) if "T" in data else date.fromisoformat(data))
    made.register_structure_hook_func(lambda cls: cls == Number, lambda data, _: data if type(data) is int else Decimal(data))
    bare, plain = made.get_structure_hook(Figure), made.get_unstructure_hook(Figure)  # `lead` is a figure, outside of the union, and says so
    made.register_structure_hook(Figure, lambda data, _: bare({key: value for key, value in data.items() if key != "type"}, Figure))
    made.register_unstructure_hook(Figure, lambda figure: {"type": TAGS[Figure], **plain(figure)})
    made.register_structure_hook(Decimal, lambda data, _: Decimal(data))
    made.register_unstructure_hook(Decimal, str)
    made.register_unstructure_hook_func(lambda cls: cls == Time, lambda value: value.isoformat())
    made.register_unstructure_hook_func(lambda cls: cls == Number, lambda value: str(value) if isinstance(value, Decimal) else value)
    return made


@contender("json-read", "cattrs with orjson")
def read(case: Case) -> Attempt:
    """Bytes to articles."""
    return Attempt(partial(_converter().loads, case.data, Document), same_article(case))


@contender("json-write", "cattrs with orjson")
def write(case: Case) -> Attempt:
    """Articles to bytes."""
    document = Document(format="newsmodel", version=1, article=case.article)
    return Attempt(partial(_converter().dumps, document), lambda data: difference(json.loads(case.data), json.loads(data)))
