"""The numbers of a sentence that votes may be counted in."""

from __future__ import annotations

from decimal import Decimal

from attrs import frozen

from newsmodel.extract._votes._lexer import Lexed
from newsmodel.model import Count, CountUnit, VoteOption

MOST = 400_000_000
"""More people than this never voted on anything."""
FILLER = 4
"""How many words may stand between a number and its side: `22 members of the board in favour`."""
ONLY = frozenset("just only nur seulement solo sólo".split())
CURRENCY = frozenset("$ £ € ¥ # § @ ₹ _ / . ,".split())


@frozen
class Quantity:
    value: int | float
    start: int
    end: int
    percent: bool
    unit: bool

    def count(self, option: VoteOption) -> Count:
        unit: CountUnit = "percent" if self.percent else "votes"
        return Count(option=option, value=self.value if isinstance(self.value, int) else Decimal(str(self.value)), unit=unit)


def quantity(lexed: Lexed, index: int) -> Quantity | None:
    """A number of votes, or a share of them, that begins at a token: `three hundred and one votes`, `52 per cent`."""
    found = any_number(lexed, index)
    if found is None or (found.value > 100 if found.percent else not isinstance(found.value, int) or found.value > MOST):
        return None
    return found


def any_number(lexed: Lexed, index: int) -> Quantity | None:
    """A number as it stands; that it is a share may be told only behind the next: `51.9 to 48.1 percent`."""
    value = lexed.tokens[index].value if index < len(lexed) else None
    if value is None:
        return None
    end = index + 1
    while (more := _more(lexed, value, end)) is not None:
        value, end = more
    percent = lexed.at("percent", end)
    unit = lexed.at("unit", percent or end)
    return Quantity(value, index, unit or percent or end, bool(percent), bool(unit))


def _more(lexed: Lexed, value: float, end: int) -> tuple[int | float, int] | None:
    """A number in words goes on: `three` `hundred`, `three hundred` `and` `one`."""
    joined = end + 1 if lexed.low(end) == "and" else end
    token = lexed.tokens[joined] if joined < len(lexed) else None
    if token is None or token.value is None or not token.is_word:
        return None
    if joined == end and token.value >= 100 > value:
        return int(value * token.value) if value * token.value == int(value * token.value) else value * token.value, end + 1
    if value >= 100 and value % 100 == 0 and token.value < 100 and lexed.tokens[end - 1].is_word:
        return int(value + token.value), joined + 1
    return None
