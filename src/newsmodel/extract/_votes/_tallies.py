"""The numbers and words of a sentence that can be the result of a vote.

One rule a way of telling: two numbers side by side (`_pairs`), each number with its side (`_sides`), or words (below).
Whether they are a result is for the clause around them to say.
"""

from __future__ import annotations

from attrs import evolve

from newsmodel.extract._votes._lexer import Lexed
from newsmodel.extract._votes._numbers import CURRENCY, quantity
from newsmodel.extract._votes._pairs import pairs_of
from newsmodel.extract._votes._sides import from_one, from_sides, sides_of
from newsmodel.extract._votes._tally import Kind, Tally
from newsmodel.model import Count

MANY = 12
"""A sentence with more pairs of numbers is a table or a list of scores."""


def tallies(lexed: Lexed) -> list[Tally]:
    """The results of a sentence, in its order, and at most one of the kind `extra`: counts that belong to an earlier one."""
    pairs = list(pairs_of(lexed))
    if len(pairs) > MANY:
        return []
    sides = sides_of(lexed, pairs)
    beside = [
        tally for tally in from_sides(sides) if not any(tally.start < pair.end and pair.start < tally.end for pair in pairs)
    ]
    found = sorted([*pairs, *beside], key=lambda tally: tally.start) or from_one(lexed, sides)
    others = [side for side in sides if side[0].option in ("abstain", "absent")]
    if found:
        found = _with_others(found, others)
        return _with_words(found, _wordy(lexed))
    words = _wordy(lexed)
    if words:
        return words
    return [Tally(start=0, end=0, kind="extra", counts=_one_each(tuple(side[0] for side in others)))] if others else []


def _with_others(found: list[Tally], others: list[tuple[Count, int, int]]) -> list[Tally]:
    """The results with the abstentions and absences that are told behind them, or before the only one."""
    for count, start, _ in others:
        before = [index for index, tally in enumerate(found) if tally.start <= start] or ([0] if len(found) == 1 else [])
        if before and count.option not in {known.option for known in found[before[-1]].counts}:
            tally = found[before[-1]]
            found[before[-1]] = evolve(tally, counts=(*tally.counts, count))
    return found


def _one_each(counts: tuple[Count, ...]) -> tuple[Count, ...]:
    return tuple({count.option: count for count in reversed(counts)}.values())


# Words


_REPEATS: tuple[Kind, ...] = ("same", "follow")


def _wordy(lexed: Lexed) -> list[Tally]:
    """Results without two numbers."""
    found: list[Tally] = []
    for kind in _REPEATS:
        for start, end in sorted(lexed.marks.get(kind, {}).items()):
            if lexed.at("passed", start) > end:  # `concurred in the amendments` has an object of its own
                continue
            if not (found and found[-1].kind == kind and found[-1].end >= end):
                found.append(Tally(start=start, end=end, kind=kind))
    for start, end in sorted(lexed.marks.get("unanimous", {}).items()):
        near = lexed.has("not_unanimous", start - 2, start) or lexed.at("not_unanimous", end) or _is_opposed(lexed, start, end)
        if not near and not any(tally.end > start for tally in found if tally.kind == "unanimous"):
            found.append(Tally(start=start, end=end, kind="unanimous", unanimous=True))
    if not found:
        found = _margins(lexed)
    if not found and (tie := lexed.first("tied", 0, len(lexed))) and lexed.has("casting", 0, len(lexed)):
        found = [Tally(start=tie[0], end=tie[1], kind="tied")]
    return sorted(found, key=lambda tally: tally.start)[:MANY]


def _is_opposed(lexed: Lexed, start: int, end: int) -> bool:
    """Whether those who are of one mind are against it, and others decide: `with Blues unanimously` `opposed`."""
    voted = lexed.ends_at("voted", start) is not None
    return lexed.at("against", end) == end + 1 and not lexed.at("failed", end) and not voted


def _margins(lexed: Lexed) -> list[Tally]:
    """A difference: `by a majority of 107`, `by 27 votes`."""
    for start, end in sorted(lexed.marks.get("margin", {}).items()):
        number = quantity(lexed, end)
        if (
            number is None
            or number.percent
            or not isinstance(number.value, int)
            or lexed.low(number.end) in CURRENCY - {".", ","}
        ):
            continue
        if number.unit or lexed.has("result_noun", start, end):
            return [Tally(start=start, end=number.end, kind="margin", margin=number.value, votes_named=number.unit)]
    return []


def _right_behind(found: list[Tally], word: Tally) -> int | None:
    """The result in numbers right behind words that repeat it: `by the same vote, 53-47`."""
    return next((index for index, tally in enumerate(found) if 0 <= tally.start - word.end <= 2), None)


def _with_words(found: list[Tally], words: list[Tally]) -> list[Tally]:
    """Results in numbers, and those in words that are results of their own."""
    for word in words:
        bare = [
            tally for tally in found if tally.counts and all(count.value == 0 for count in tally.counts if count.option == "no")
        ]
        if word.kind == "unanimous" and len(found) == 1 and bare:
            found[0] = evolve(found[0], unanimous=True)
        elif word.kind == "same" and (same := _right_behind(found, word)) is not None:
            found[same] = evolve(found[same], start=word.start)
        elif word.kind in ("same", "follow") or (word.kind == "unanimous" and abs(word.start - found[0].start) > 2):
            if word.kind == "follow" and any(0 <= tally.start - word.end <= 3 for tally in found):
                continue
            found.append(word)
    return sorted(found, key=lambda tally: tally.start)
