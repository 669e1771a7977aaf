"""Two numbers side by side that can be the two sides of a vote: `7-2`, `327 votes to 296`, `52% to 48%`."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from newsmodel.extract._votes._lexer import Lexed
from newsmodel.extract._votes._numbers import CURRENCY, FILLER, MOST, ONLY, Quantity, any_number, quantity
from newsmodel.extract._votes._tally import Tally
from newsmodel.model import Count

WHOLE = 70
"""Both shares of a result make so much of the votes at least; two that make less are a range: `20 to 25 percent`."""
LARGEST_RATIO = 20
"""`by twenty to one` is a ratio; in figures, only up to four."""


def pairs_of(lexed: Lexed) -> Iterator[Tally]:
    behind = 0
    for index in lexed.numbers:
        if index >= behind and (found := _pair(lexed, index)) is not None:
            behind = found.end
            if not _is_ratio(lexed, found):
                yield found


def _is_ratio(lexed: Lexed, pair: Tally) -> bool:
    """How many times as many rather than how many: `voters backed it by two to one`; a court or board of three is what it says."""
    values = {count.value for count in pair.counts}
    words = lexed.tokens[pair.start].is_word
    if pair.votes_named or 1 not in values or max(values) > (LARGEST_RATIO if words else 4):
        return False
    low, high = pair.start - 3 * FILLER, pair.end + 3 * FILLER
    return any(lexed.has("many", i, i + 1) for i in range(max(0, low), high)) and not lexed.has("few_voters", low, high)


def _pair(lexed: Lexed, index: int) -> Tally | None:
    """Two numbers with a dash or a word between: `7-2`, `327 votes to 296`, `52% to 48%`, `14-0-1`."""
    first = any_number(lexed, index)
    if first is None or not _opens(lexed, index):
        return None
    favoured = lexed.at("favour", first.end)
    if favoured and (both := _both_sides(lexed, first, favoured)) is not None:
        return both
    between = _between(lexed, first.end)
    while between and lexed.low(between) in ONLY:
        between += 1
    second = any_number(lexed, between) if between else None
    if lexed.at("apiece", first.end) and not between and lexed.has("tied", 0, len(lexed)) and isinstance(first.value, int):
        return Tally(start=index, end=first.end + 1, kind="pair", counts=(first.count("yes"), first.count("no")))
    if second is None or not _can_be(first, second) or _is_no_result(lexed, first, second):
        return None
    if first.percent and not second.percent and not 99 <= first.value + second.value <= 101:
        return None
    percent = first.percent or second.percent
    counts: tuple[Count, ...] = (evolve(first, percent=percent).count("yes"), evolve(second, percent=percent).count("no"))
    end = second.end
    if lexed.is_dash(end) and lexed.is_glued(end) and lexed.is_glued(end + 1):
        third = quantity(lexed, end + 1)
        if third is not None:
            if (lexed.is_dash(third.end) and lexed.is_glued(third.end)) or not isinstance(third.value, int):
                return None
            if not _is_led(lexed, index):
                return None
            counts, end = (*counts, third.count("abstain")), third.end
        elif not lexed.at("result_noun", end + 1):
            return None
    return Tally(start=index, end=end, kind="pair", counts=counts, votes_named=first.unit or second.unit)


def _both_sides(lexed: Lexed, first: Quantity, favoured: int) -> Tally | None:
    """`9 votes for to 3 against`: both numbers have their side, and a word between."""
    between = lexed.at("between", favoured) or lexed.at("conjunction", favoured)
    second = quantity(lexed, between) if between else None
    against = lexed.at("against", second.end) if second is not None else 0
    if second is None or not against or not _can_be(first, second):
        return None
    counts = (first.count("yes"), second.count("no"))
    return Tally(start=first.start, end=against, kind="sides", counts=counts, sided=True, votes_named=True)


def _is_led(lexed: Lexed, index: int) -> bool:
    """Whether a word of voting stands right before a number: `carried 7-0-1`, `by a vote of 7-0-1`."""
    return any(
        lexed.at(kind, place)
        for kind in ("sure", "voted", "vote", "passed", "failed")
        for place in range(max(0, index - 3), index)
    )


def _opens(lexed: Lexed, index: int) -> bool:
    """Whether a number stands alone on its left: no currency, no word or number joined to it."""
    if not lexed.is_glued(index):
        return not (lexed.at("span", index - 1) or lexed.at("reached", index - 1)) if index else True
    before = lexed.low(index - 1)
    if lexed.is_dash(index - 1):
        return not lexed.is_glued(index - 1) or before == "—"
    return before not in CURRENCY and before in {"(", "[", '"', "“", "„", "«", "'", "‘", "|"}


def _between(lexed: Lexed, end: int) -> int:
    """Where the second number of a pair would begin, if there is something between that makes a pair; else 0."""
    if lexed.is_dash(end):
        if lexed.low(end + 1) == "to" and lexed.is_dash(end + 2):
            return end + 3
        # `in 2019 — one of which`: a dash that parts a sentence stands between two figures at most
        parts = lexed.is_break(end) or lexed.low(end) == "—"
        return 0 if parts and not lexed.low(end + 1)[:1].isdigit() else end + 1
    if lexed.low(end) == ":" and lexed.is_glued(end) and lexed.is_glued(end + 1) and lexed.words.votes.colon:
        return end + 1
    return lexed.at("between", end)


def _can_be(first: Quantity, second: Quantity) -> bool:
    if first.percent or second.percent:
        return WHOLE <= first.value + second.value <= 101
    return isinstance(first.value, int) and isinstance(second.value, int) and 2 <= first.value + second.value <= MOST


def _is_no_result(lexed: Lexed, first: Quantity, second: Quantity) -> bool:
    """Whether two numbers are a span of years, days of a month, a time, a part of something longer, or a range of things."""
    one, two = lexed.tokens[first.start], lexed.tokens[second.start]
    if len(one.text) == 4 and one.text[:2] in ("18", "19", "20") and one.text.isdigit() and len(two.text) in (2, 4):
        return True
    if len(one.text) == len(two.text) == 4 and two.text[:2] in ("19", "20") and two.text.isdigit():
        return True
    if lexed.low(first.start - 1) in lexed.words.months or lexed.low(first.start - 1).rstrip(".") in lexed.words.months:
        return True
    if lexed.low(second.end) in lexed.words.months or lexed.low(second.end) in {"/", "°"}:
        return True
    if (
        lexed.low(first.end) == ":"
        and not second.unit
        and not any(lexed.has(kind, 0, len(lexed)) for kind in ("passed", "failed"))
    ):
        return True
    if len(one.text) == 3 and len(two.text) == 4 and lexed.is_dash(first.end) and not {one.text[-1], two.text[-1]} - _DIGITS:
        return "," not in two.text
    if lexed.low(second.end) == ":" and lexed.is_glued(second.end + 1):
        return True
    return _is_range(lexed, first, second)


_DIGITS = frozenset("0123456789")


def _is_range(lexed: Lexed, first: Quantity, second: Quantity) -> bool:
    """Whether a thing is counted that nobody votes with: `four to five days`, `5-10 minutes`, `a five to six mln loss`."""
    end = second.end
    if lexed.at("measure", end):
        return True
    if second.unit or second.percent or first.unit or first.percent:
        return False
    if end >= len(lexed) or not lexed.tokens[end].is_word or lexed.is_glued(end):
        return False
    if lexed.at("voted", first.start - 1) or lexed.has("result_noun", end, end + 3):
        return False
    if any(end in marks for kind, marks in lexed.marks.items() if kind in _AFTER) or lexed.low(end) in _JOINS:
        return False
    token = lexed.tokens[end]
    if lexed.is_dash(second.start - 1) and (token.is_name or not token.low.endswith("s")):
        return False
    return not token.is_name


_AFTER = frozenset(
    "opener opener_against adverb place aux clause favour against abstained absent result_noun lead stop passed failed ruled "
    "voted told respectively tied body particle between".split()
)
_JOINS = frozenset("and or und oder et ou y o to from each along".split())
