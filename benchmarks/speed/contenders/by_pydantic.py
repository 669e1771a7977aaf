"""pydantic, with models of the same shape: frozen, strict, unknown keys refused."""

from __future__ import annotations

import json
from functools import partial
from importlib import import_module
from typing import Any

from benchmarks.speed import faults, shapes
from benchmarks.speed.contest import Attempt, Case, contender, difference, same_article
from newsmodel.structure import TAGS


@contender("json-read", "pydantic")
def read(case: Case) -> Attempt:
    """Bytes to models."""
    return Attempt(partial(shapes.pydantic_models().Document.model_validate_json, case.data), same_article(case))


@contender("json-write", "pydantic")
def write(case: Case) -> Attempt:
    """Models to bytes, defaults left out."""
    document = shapes.pydantic_models().Document.model_validate_json(case.data)

    def run() -> bytes:
        text: str = document.model_dump_json(exclude_defaults=True)
        return text.encode()

    return Attempt(run, lambda data: difference(json.loads(case.data), json.loads(data)))


@contender("json-faults", "pydantic")
def all_faults(case: Case) -> Attempt:
    """The error, and the place of each fault in it."""
    decode, refused = shapes.pydantic_models().Document.model_validate_json, import_module("pydantic").ValidationError
    data = faults.with_faults(case.data)

    def run() -> list[Any]:
        try:
            decode(data)
        except refused as error:
            found: list[Any] = error.errors(include_url=False, include_input=False)
            return found
        return []

    return Attempt(run, lambda found: faults.missed(_places(found)))


def _places(found: list[Any]) -> set[str]:
    """Places as JSON Pointers: pydantic puts the names of a union's members between the steps, and ends before a tag."""
    tags = {cls.__name__ for cls in shapes.CLASSES} | set(TAGS.values())
    paths = set()
    for one in found:
        path = "".join(f"/{step}" for step in one["loc"] if step not in tags and not str(step).startswith(("function-", "constrained-")))
        paths.add(f"{path}/type" if one["type"].startswith("union_tag") else path.removesuffix("/int").removesuffix("/decimal"))
    return paths
