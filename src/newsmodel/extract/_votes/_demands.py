"""What a vote needed to pass, and the day it was held, where its sentence says so."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from newsmodel.extract._votes._lexer import Lexed
from newsmodel.extract._votes._numbers import quantity
from newsmodel.model import VoteResult
from newsmodel.model.vote import Count

REACH = 10
"""How many tokens may stand between a number and the word that demands it."""


@frozen
class Demand:
    """What was demanded."""

    text: str
    votes: int | None
    """The number of votes, where it is one."""
    short: bool
    """Whether the sentence says that it was not reached."""

    def result(self, counts: tuple[Count, ...]) -> VoteResult | None:
        """What comes of a demand for a number of votes; nothing where it is a fraction and the sentence does not tell."""
        if self.short:
            return "failed"
        yes = next((count.value for count in counts if count.option == "yes" and count.unit == "votes"), None)
        if self.votes is None or yes is None:
            return None
        return "passed" if yes >= self.votes else "failed"


def demand(lexed: Lexed) -> Demand | None:
    """What a sentence says a vote needed: `short of the 60 votes needed`, `a two-thirds majority was required`."""
    short = lexed.has("short", 0, len(lexed))
    for start, end in sorted(lexed.marks.get("share", {}).items()):
        if _demanded(lexed, start, end, short=short):
            stop = end
            while lexed.low(stop) in _MAJORITY:
                stop += 1
            return Demand(lexed.span(start, stop), None, short)
    for start, end in sorted(lexed.marks.get("needs", {}).items()):
        number = next(
            (
                found
                for i in (*range(end, end + 3), *range(start - 1, max(-1, start - 3), -1))
                if i >= 0 and (found := quantity(lexed, i)) and (found.unit or found.end == start)
            ),
            None,
        )
        if number is not None and isinstance(number.value, int) and not number.percent and number.value > 1:
            return Demand(lexed.span(number.start, number.end), number.value, short)
    return None


_MAJORITY = frozenset("majority majorities vote votes of the its members supermajority mehrheit mayoría majorité".split()) - {
    "of",
    "the",
    "its",
}


def _demanded(lexed: Lexed, start: int, end: int, *, short: bool) -> bool:
    """Whether a fraction is asked for rather than reached."""
    near = lexed.has("needs", start - REACH, end + REACH)
    return near or (short and lexed.has("short", start - REACH, end + REACH))


def held(lexed: Lexed) -> date | None:
    """The day of the vote, where the sentence gives exactly one full date that is not a term: `on 12 March 2024`."""
    found = [day for index in range(len(lexed)) if (day := _date(lexed, index)) is not None]
    return found[0] if len(found) == 1 else None


def _date(lexed: Lexed, index: int) -> date | None:
    """The date that begins at a token."""
    month = _month(lexed, index)
    if month:
        day, year = lexed.tokens[index + 1] if index + 1 < len(lexed) else None, index + 2
        place = index
    else:
        day, place = lexed.tokens[index], index
        skipped = index + 1
        while lexed.low(skipped) in {".", "de", "of", "er", "st", "nd", "rd", "th"}:
            skipped += 1
        month = _month(lexed, skipped) if day.value is not None and skipped - index <= 2 else 0
        year = skipped + 1
    while lexed.low(year) in {",", "de", "del", "."} and year < index + 6:
        year += 1
    number = lexed.tokens[year].text if year < len(lexed) else ""
    if not month or day is None or not isinstance(day.value, int) or not (len(number) == 4 and number.isdigit()):
        return None
    if lexed.ends_at("until", place) is not None and lexed.low(place - 1) != "on":
        return None
    try:
        return date(int(number), month, day.value)
    except ValueError:
        return None


def _month(lexed: Lexed, index: int) -> int:
    """The number of the month that a token names, from 1; 0 for none."""
    months = lexed.words.months
    low = lexed.low(index).rstrip(".")
    if not low or low not in months:
        return 0
    place = months.index(low)
    if place < 12:
        return place + 1
    return next((full + 1 for full in range(12) if months[full].startswith(low[:3])), 0)
