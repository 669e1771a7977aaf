"""Documents with planted faults, and checks of results that no object stands for."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable
from typing import Any

FAULTS = {"/article/headline": 5, "/article/votes/1/counts/0/value": "many", "/article/body/3/type": "paragraf", "/article/body/0/colour": "red", "/article/keywords": "rain"}
"""What is planted, by place: a number for a text, a text for a number, a block of no kind, an unknown key, a text for an array."""
MOTION = re.compile(r"\b(\d+)(?: votes)? ?(?:-|–|to|against) ?(\d+)\b")
"""One expression for two numbers that may be a vote; in invented prose no other numbers stand so."""


def with_faults(data: bytes) -> bytes:
    """A native document with each of the faults."""
    document = json.loads(data)
    for path, value in FAULTS.items():
        *steps, last = path.split("/")[1:]
        place: Any = document
        for step in steps:
            place = place[int(step) if isinstance(place, list) else step]
        place[last] = value
    return json.dumps(document).encode()


def missed(paths: Iterable[str | None]) -> str | None:
    """Which faults are not among the places that a library names."""
    named = set(paths)
    gone = sorted(FAULTS.keys() - named)
    return f"{len(FAULTS) - len(gone)} of {len(FAULTS)} faults with their places; not {gone[0]}" if gone else None


def too_little(meant: str, found: str | None) -> str | None:
    """Whether less than nine tenths of the words are found, or more than a tenth of what is found are others."""
    words, taken = Counter(meant.split()), Counter((found or "").split())
    both = (words & taken).total()
    recall, precision = both / max(1, words.total()), both / max(1, taken.total())
    return f"of the words {recall:.0%} found, {1 - precision:.0%} others" if min(recall, precision) < 0.9 else None


def other_votes(text: str, found: list[tuple[Any, Any]]) -> str | None:
    """Whether the pairs of counts are those that the prose was made with."""
    meant = [(int(yes), int(no)) for yes, no in MOTION.findall(text)]
    return None if found == meant else f"{len(found)} votes, expected {len(meant)}"
