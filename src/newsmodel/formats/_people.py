"""Who is named to readers, and who is known to the system only."""

from __future__ import annotations

from typing import Any

from newsmodel.model import Byline

_LONGEST_INITIALS = 4


def is_public_name(name: str, code: str | None) -> bool:
    """Whether a creator is one whom readers know by this name.

    A system's user is not: a name that is missing, repeats the code, or is a login, one word without a capital.
    """
    if not name or (code is not None and name.lower() == code.rpartition(":")[2].lower() and code != name):
        return False
    return " " in name or name != name.lower() or not name.isascii()


def is_initials(line: str) -> bool:
    """Whether a byline holds nothing but what desks sign with: initials of several, such as `ab/cde`."""
    signed = line.split("/")
    return len(signed) > 1 and all(one.isalpha() and one.islower() and len(one) <= _LONGEST_INITIALS for one in signed)


def hide_initials(single: dict[str, Any], many: dict[str, list[Any]]) -> None:
    """Among the fields of an article, a byline of nothing but initials becomes a contributor: readers are told no name by it."""
    line = single.get("byline_text")
    if line is not None and is_initials(line):
        del single["byline_text"]
        contributors = many.setdefault("contributors", [])
        if line not in {contributor.name for contributor in contributors}:
            contributors.append(Byline(name=line))
