"""What the reading functions ask, as conditions of a place whose value has the wire's type; where one holds, the value is in doubt."""

from __future__ import annotations

from typing import Any, get_origin

import attrs

from newsmodel.model import Count, Embed, appeal, article, blocks, richtext, values, vote
from newsmodel.model.concepts import Concept
from newsmodel.structure._rules import NEEDED, Rule, hints_of, rules, settings
from newsmodel.structure._values import present

# What is less than "!" begins with white space; so does what is empty.
_EDGE_OF_LINE = '{0} < "!" or {0}[-1] == " " or "\\n" in {0}'
_OF_QUIET_TEXT: dict[Rule, str] = {
    values.line: _EDGE_OF_LINE,
    values.line_or_empty: f"{{0}} and ({_EDGE_OF_LINE})",
    values.text: '{0} < "!" or {0}[-1] in " \\n"',
    values.preformatted: 'not {0} or {0}[0] == "\\n" or {0}[-1] == "\\n"',
    values.markup: "",
    richtext._run: "not {0}",
}
"""The rules whose characters are known by then; of any other text, they are called themselves."""
_OF_ANY_TEXT: dict[Rule, str] = {
    values.flag: "",
    values.url: "not (is_plain_url({0}) or is_url({0}))",
    values.language: "not is_language({0})",
    values.duration: "not is_duration({0})",
    values.period: '{0} != "one-off" and not is_duration({0})',
    values.currency: "not is_currency({0})",
    appeal._positive: "{0} <= 0",
    values.time: "",  # asked while it is read
    richtext.content: "",  # asked run by run
    richtext._marks: "len({0}) > 1 and list({0}) != sorted(set({0}))",
    blocks.blocks_rule: "",
    blocks.some_blocks_rule: "not {0}",
    blocks._items: "not {0}",
    blocks._rows: "not {0} or not all({0})",
    vote._one_count_per_option: "len({0}) > 1 and len({{(one.option, one.unit) for one in {0}}}) < len({0})",
    Concept._check_broader: "",  # for the levels, see `MOST_LEVELS`
    Embed._check_blocks: "",  # see `needs`
    article._body: "",  # for the levels, again
    Count._check_unit: "",  # see `BETWEEN`
}
BETWEEN: dict[type, list[str]] = {Count: ['value > 100 if unit == "percent" else type_of(value) is not int']}
"""What is asked of several fields of an object together, also where they hold defaults."""


def doubts(rule: Rule, place: str, *, quiet: bool) -> list[str] | None:
    """The lines that ask a rule of a place; `None` where only the rule itself can tell."""
    condition = (_OF_QUIET_TEXT | _OF_ANY_TEXT if quiet else _OF_ANY_TEXT).get(rule)
    if condition is not None:
        return [f"if {condition.format(place)}: raise Doubtful"] if condition else []
    match settings(rule):
        case {"rule": inner, "least": least}:
            asked = doubts(inner, "one", quiet=quiet)
            if asked is None:
                return None
            lines = [f"if len({place}) < {least}: raise Doubtful"] if least else []
            return lines + ([f"for one in {place}:", *(f"    {line}" for line in asked)] if asked else [])
        case {"low": _, "most": _} | {"words": _} | {"classes": _}:
            return []  # said by the wire's type
        case {"names": _}:
            return []  # see `needs`
        case {"low": low, "high": high}:
            bounds = [f"{place} < {low}"] * (low is not None) + [f"{place} > {high}"] * (high is not None)
            return [f"if {' or '.join(bounds)}: raise Doubtful"] if bounds else []
    return None


def needs(cls: Any) -> list[str]:
    """What is in doubt where none of several fields of a class holds something, of which one must."""
    hints = hints_of(cls)
    asked = [rule for field in attrs.fields(cls) for rule in rules(field.validator)]
    needed = [names for rule in asked if (names := settings(rule).get("names") or NEEDED.get(rule))]
    return [f"not ({' or '.join(_held(hints[name], name) for name in names)})" for names in needed]


def _held(hint: Any, place: str) -> str:
    """Whether a place holds something."""
    hint = present(hint)
    return place if hint in (str, bool) or get_origin(hint) is tuple else f"{place} is not None"
