"""What ninjs cannot say of an article, as edits of what it can say.

What the keys say of the article is compared with it: of 3.1 that is known from the writing (`_kept`), older versions and
updates are read back. What differs makes details. A detail names a place in the
article (a JSON Pointer into its native JSON), repeats under `of` what the document itself says there, and gives under
`value` what makes it whole: a JSON Merge Patch (RFC 7396). It counts only while the document still says the same. Without
`of`, nothing stands at the place, and the value is put in, into a sequence at its index.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias

Plain: TypeAlias = Any
"""A value as JSON has it."""
Detail: TypeAlias = dict[str, Any]
_CONTAINERS = frozenset({"", "/rights"})
"""Objects whose members are independent of each other."""
_UNTOUCHED = frozenset({"body", "votes", "appeals"})
"""What stands in bodies of its own."""


def details(said: dict[str, Plain], meant: dict[str, Plain]) -> list[Detail]:
    """The edits that make `meant` of `said`: `applied` on `said`, they give `meant`."""
    return list(_members("", said, meant))


def _members(path: str, said: dict[str, Plain], meant: dict[str, Plain]) -> Iterator[Detail]:
    for key in [*meant, *(key for key in said if key not in meant)]:
        if key not in _UNTOUCHED:
            yield from _differ(f"{path}/{key}", said.get(key), meant.get(key))


def _differ(path: str, said: Plain, meant: Plain) -> Iterator[Detail]:
    if said == meant:
        return
    if said is None:
        yield {"path": path, "value": meant}
    elif isinstance(said, dict) and isinstance(meant, dict):
        if path in _CONTAINERS:
            yield from _members(path, said, meant)
        else:
            yield {"path": path, "of": said, "value": _merge_patch(said, meant)}
    elif (places := _places(said, meant)) is not None:
        for index, member in enumerate(meant):
            yield from _differ(f"{path}/{index}", said[places[index]] if index in places else None, member)
    else:
        yield {"path": path, "of": said, "value": meant}


def _places(said: Plain, meant: Plain) -> dict[int, int] | None:
    """Which member of the sequence meant stands for which member of the sequence said, where each of those has one."""
    if not (isinstance(said, list) and isinstance(meant, list) and all(isinstance(one, dict) for one in said + meant)):
        return None
    places: dict[int, int] = {}
    for index, member in enumerate(meant):
        if len(places) < len(said) and _is_about(said[len(places)], member):
            places[index] = len(places)
    return places if len(places) == len(said) else None


def _is_about(said: dict[str, Plain], meant: dict[str, Plain]) -> bool:
    return any(key in meant and meant[key] == value for key, value in said.items() if not isinstance(value, bool))


def _merge_patch(said: dict[str, Plain], meant: dict[str, Plain]) -> dict[str, Plain]:
    patch: dict[str, Plain] = {key: None for key in said if key not in meant}
    for key, value in meant.items():
        held = said.get(key)
        if held != value:
            patch[key] = _merge_patch(held, value) if isinstance(held, dict) and isinstance(value, dict) else value
    return patch


class Outdated(Exception):
    """A detail of something that the document no longer says."""


def apply(said: dict[str, Plain], detail: Detail) -> None:
    """Make one edit, in place.

    Raises:
        Outdated: where the document says otherwise than the detail repeats, or has no such place.
    """
    steps = detail["path"].split("/")[1:]
    if not steps or steps[0] in _UNTOUCHED:
        raise Outdated
    holder: Plain = said
    for step in steps[:-1]:
        if not isinstance(holder, dict):
            raise Outdated
        holder = holder.get(step)
    if isinstance(holder, list):
        _apply_to_member(holder, steps[-1], detail)
    elif isinstance(holder, dict):
        _apply_to_key(holder, steps[-1], detail)
    else:
        raise Outdated


def _apply_to_key(holder: dict[str, Plain], key: str, detail: Detail) -> None:
    if holder.get(key) != detail.get("of"):
        raise Outdated
    value = _merged(holder.get(key), detail["value"]) if "of" in detail else detail["value"]
    if value is None:
        holder.pop(key, None)
    else:
        holder[key] = value


def _apply_to_member(holder: list[Plain], step: str, detail: Detail) -> None:
    if not (step.isdecimal() and int(step) < len(holder) + ("of" not in detail)):
        raise Outdated
    index = int(step)
    if "of" not in detail:
        holder.insert(index, detail["value"])
    elif holder[index] == detail["of"]:
        holder[index] = _merged(holder[index], detail["value"])
    else:
        raise Outdated


def _merged(held: Plain, patch: Plain) -> Plain:
    """RFC 7396, 2."""
    if not isinstance(held, dict) or not isinstance(patch, dict):
        return patch
    result = dict(held)
    for key, value in patch.items():
        merged = _merged(result.get(key), value)
        if merged is None:
            result.pop(key, None)
        else:
            result[key] = merged
    return result
