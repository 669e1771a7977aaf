"""mashumaro, with dataclasses of the same shape and orjson."""

from __future__ import annotations

import json
from functools import partial

from benchmarks.speed import shapes
from benchmarks.speed.contest import Attempt, Case, contender, difference, same_article


@contender("json-read", "mashumaro")
def read(case: Case) -> Attempt:
    """Bytes to dataclasses."""
    return Attempt(partial(shapes.dataclasses().Document.from_json, case.data), same_article(case))


@contender("json-write", "mashumaro")
def write(case: Case) -> Attempt:
    """Dataclasses to bytes."""
    document = shapes.dataclasses().Document.from_json(case.data)
    return Attempt(document.to_jsonb, lambda data: difference(json.loads(case.data), json.loads(data)))
