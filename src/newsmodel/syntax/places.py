"""Places in a JSON document, noted while it is walked over and spelt out only where something is said of one."""

from __future__ import annotations

from typing import TypeAlias

Place: TypeAlias = "tuple[Place | None, str | int] | None"
"""A key or an index, behind the place of what holds it; `None` for the whole document."""


def steps(place: Place) -> list[str | int]:
    """The keys and indexes that lead to a place."""
    found: list[str | int] = []
    while place is not None:
        place, step = place
        found.append(step)
    return found[::-1]
