"""The numbers and words of a sentence that can be the result of a vote.

One rule a way of telling: two numbers side by side (`pairs`), each number with its side (`sides`), or words (`wordy`).
Whether they are a result is for the clause around them to say.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

from attrs import evolve, frozen

from newsmodel.extract._votes._lexer import Lexed
from newsmodel.model import Count, CountUnit, VoteOption

MANY = 12
"""A sentence with more pairs of numbers is a table or a list of scores."""
MOST = 400_000_000
"""More people than this never voted on anything."""
WHOLE = 70
"""Both shares of a result make so much of the votes at least; two that make less are a range: `20 to 25 percent`."""
FILLER = 4
"""How many words may stand between a number and its side: `22 members of the board in favour`."""
LARGEST_RATIO = 20
"""`by twenty to one` is a ratio; in figures, only up to four."""

Kind = Literal["pair", "sides", "one", "unanimous", "margin", "same", "follow", "tied", "extra", "plain"]


@frozen(kw_only=True)
class Tally:
    """What one place of a sentence says of a result."""

    start: int
    """The first of its tokens."""
    end: int
    """The token behind its last."""
    kind: Kind
    counts: tuple[Count, ...] = ()
    """In the order of the text: the first number as yes, the second as no, until the clause says otherwise."""
    unanimous: bool = False
    margin: int | None = None
    sided: bool = False
    """Whether the text itself says which number is whose."""
    repeats: bool = False
    votes_named: bool = False
    """Whether the numbers are called votes."""


@frozen
class _Quantity:
    value: int | float
    start: int
    end: int
    percent: bool
    unit: bool

    def count(self, option: VoteOption) -> Count:
        unit: CountUnit = "percent" if self.percent else "votes"
        return Count(option=option, value=self.value if isinstance(self.value, int) else Decimal(str(self.value)), unit=unit)


def tallies(lexed: Lexed) -> list[Tally]:
    """The results of a sentence, in its order, and at most one of the kind `extra`: counts that belong to an earlier one."""
    pairs = list(_pairs(lexed))
    if len(pairs) > MANY:
        return []
    sides = _sides(lexed, pairs)
    beside = [
        tally for tally in _from_sides(sides) if not any(tally.start < pair.end and pair.start < tally.end for pair in pairs)
    ]
    found = sorted([*pairs, *beside], key=lambda tally: tally.start) or _from_one(lexed, sides)
    others = [side for side in sides if side[0].option in ("abstain", "absent")]
    if found:
        found = _with_others(found, others)
        return _with_words(found, _wordy(lexed))
    words = _wordy(lexed)
    if words:
        return words
    return [Tally(start=0, end=0, kind="extra", counts=_one_each(tuple(side[0] for side in others)))] if others else []


# Numbers


def quantity(lexed: Lexed, index: int) -> _Quantity | None:
    """A number of votes, or a share of them, that begins at a token: `three hundred and one votes`, `52 per cent`."""
    found = _number(lexed, index)
    if found is None or (found.value > 100 if found.percent else not isinstance(found.value, int) or found.value > MOST):
        return None
    return found


def _number(lexed: Lexed, index: int) -> _Quantity | None:
    """A number as it stands; that it is a share may be told only behind the next: `51.9 to 48.1 percent`."""
    value = lexed.tokens[index].value if index < len(lexed) else None
    if value is None:
        return None
    end = index + 1
    while (more := _more(lexed, value, end)) is not None:
        value, end = more
    percent = lexed.at("percent", end)
    unit = lexed.at("unit", percent or end)
    return _Quantity(value, index, unit or percent or end, bool(percent), bool(unit))


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


def _pairs(lexed: Lexed) -> Iterator[Tally]:
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
    first = _number(lexed, index)
    if first is None or not _opens(lexed, index):
        return None
    favoured = lexed.at("favour", first.end)
    if favoured and (both := _both_sides(lexed, first, favoured)) is not None:
        return both
    between = _between(lexed, first.end)
    while between and lexed.low(between) in _ONLY:
        between += 1
    second = _number(lexed, between) if between else None
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


def _both_sides(lexed: Lexed, first: _Quantity, favoured: int) -> Tally | None:
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


_ONLY = frozenset("just only nur seulement solo sólo".split())
_CURRENCY = frozenset("$ £ € ¥ # § @ ₹ _ / . ,".split())


def _opens(lexed: Lexed, index: int) -> bool:
    """Whether a number stands alone on its left: no currency, no word or number joined to it."""
    if not lexed.is_glued(index):
        return not (lexed.at("span", index - 1) or lexed.at("reached", index - 1)) if index else True
    before = lexed.low(index - 1)
    if lexed.is_dash(index - 1):
        return not lexed.is_glued(index - 1) or before == "—"
    return before not in _CURRENCY and before in {"(", "[", '"', "“", "„", "«", "'", "‘", "|"}


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


def _can_be(first: _Quantity, second: _Quantity) -> bool:
    if first.percent or second.percent:
        return WHOLE <= first.value + second.value <= 101
    return isinstance(first.value, int) and isinstance(second.value, int) and 2 <= first.value + second.value <= MOST


def _is_no_result(lexed: Lexed, first: _Quantity, second: _Quantity) -> bool:
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


def _is_range(lexed: Lexed, first: _Quantity, second: _Quantity) -> bool:
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


# Sides


def _sides(lexed: Lexed, pairs: list[Tally]) -> list[tuple[Count, int, int]]:
    """Each number that has its side beside it, with the tokens of both."""
    taken = {index for pair in pairs for index in range(pair.start, pair.end)}
    labelled = [*_labelled(lexed, taken), *_led_side(lexed, taken)]
    if len({count.option for count, _, _ in labelled} & {"yes", "no"}) == 2:
        return labelled
    found = []
    behind = 0
    for index in lexed.numbers:
        number = quantity(lexed, index) if index >= behind and index not in taken and _stands(lexed, index) else None
        if number is not None:
            side = _side_behind(lexed, number)
            if side is not None:
                found.append((number.count(side[0]), number.start, side[1]))
            behind = number.end if side is None else side[1]
    if [count.option for count, _, _ in found] == ["no"] and (got := _got(lexed, found[0][1])) is not None:
        found.insert(0, got)
    told = {count.option for count, _, _ in found}
    places = {start for _, start, _ in found}
    mixed = [side for side in labelled if side[0].option not in told and not places & set(range(side[1], side[2]))]
    return sorted([*found, *mixed], key=lambda side: side[1])


def _got(lexed: Lexed, low: int) -> tuple[Count, int, int] | None:
    """The number that a motion got, before a number against it: `got only 58, with 40 against`."""
    for index in range(max(0, low - 4 * FILLER), low):
        got = lexed.at("got", index)
        while got and lexed.low(got) in _ONLY:
            got += 1
        number = quantity(lexed, got) if got else None
        if number is not None and number.end <= low:
            return number.count("yes"), number.start, number.end
    return None


def _stands(lexed: Lexed, index: int) -> bool:
    """Whether a number stands alone on its left and is no day of a month."""
    months = lexed.words.months
    if lexed.low(index - 1).rstrip(".") in months or lexed.low(index + 1).rstrip(".") in months:
        return False
    if not lexed.is_glued(index):
        return True
    return lexed.low(index - 1) in {"(", "[", "“", '"', "—"}


_OPTIONS: tuple[tuple[VoteOption, str], ...] = (
    ("abstain", "abstained"), ("absent", "absent"), ("no", "against"), ("yes", "favour"),
)  # fmt: skip


def _side_behind(lexed: Lexed, number: _Quantity) -> tuple[VoteOption, int] | None:
    """The side that a number's words lead to: `10 of its members voted` `against`."""
    if not number.percent and not isinstance(number.value, int):
        return None
    filler = 2 * FILLER if number.unit or lexed.low(number.end) in {"of", "("} else FILLER
    skipped = 0
    for index in range(number.end, min(len(lexed), number.end + filler + 1)):
        for option, kind in _OPTIONS:
            end = lexed.at(kind, index)
            if end and (index == number.end or lexed.at("bare", index) != end):
                return option, end
        if index < skipped:
            continue
        if lexed.at("relative", index) and lexed.at("voted", index + 1):  # `75% of members` `who voted` `were in favour`
            skipped = index + 2
            continue
        token = lexed.tokens[index]
        if closed := closing(lexed, index):
            skipped = closed
            continue
        inner = token.value is not None and (number.percent or lexed.low(number.end) != "of")
        if inner or token.low in _CUTS or (token.value is None and not token.is_word) or lexed.at("clause", index):
            return None
    return None


def closing(lexed: Lexed, opening: int) -> int:
    """Behind a short bracket: the same number in another unit, `70,088` `(48.4%)` `voting against`; 0 for none."""
    if lexed.low(opening) != "(":
        return 0
    return next((i + 1 for i in range(opening, min(len(lexed), opening + FILLER + 2)) if lexed.low(i) == ")"), 0)


_CUTS = frozenset("and with to but or und mit et avec y con o ou than bei".split())


def _labelled(lexed: Lexed, taken: set[int]) -> list[tuple[Count, int, int]]:
    """Numbers behind their side: `Ayes: 7, noes: 2`."""
    found = []
    for option, kind in _OPTIONS:
        for start, end in lexed.marks.get(kind, {}).items():
            if start and lexed.tokens[start - 1].value is not None:
                continue
            place = end + 1 if lexed.low(end) in {":", "-", "–", "("} else end
            number = quantity(lexed, place) if place not in taken else None
            if number is not None and (place > end or lexed.low(number.end) in _ENDS):
                found.append((number.count(option), start, number.end))
    return found


def _led_side(lexed: Lexed, taken: set[int]) -> list[tuple[Count, int, int]]:
    """`Für den Antrag stimmten 23 Räte`: a side at the start of a sentence, and its number behind the verb."""
    if not lexed.words.votes.verb_final:
        return []
    against = lexed.at("opener_against", 0)
    if not against and not lexed.at("opener_for", 0):
        return []
    voted = lexed.first("voted", 1, 3 * FILLER)
    number = quantity(lexed, voted[1]) if voted is not None and voted[1] not in taken else None
    return [(number.count("no" if against else "yes"), number.start, number.end)] if number is not None else []


_ENDS = frozenset([",", ";", ":", ".", "", ")", "and", "und", "et", "y", "%"])


def _from_sides(sides: list[tuple[Count, int, int]]) -> list[Tally]:
    """Results told by their sides, yes and no in turn: `22 in favour of the ban, with 10 against`."""
    told = [side for side in sides if side[0].option in ("yes", "no")]
    found = []
    index = 0
    while index + 1 < len(told):
        one, two = told[index], told[index + 1]
        if one[0].option == two[0].option or one[0].unit != two[0].unit:
            index += 1
            continue
        start, end = min(one[1], two[1]), max(one[2], two[2])
        found.append(Tally(start=start, end=end, kind="sides", counts=tuple(_by_option((one[0], two[0]))), sided=True))
        index += 2
    return found


def _by_option(counts: tuple[Count, ...]) -> list[Count]:
    return sorted(counts, key=lambda count: count.option != "yes")


def _from_one(lexed: Lexed, sides: list[tuple[Count, int, int]]) -> list[Tally]:
    """One side alone: `52 percent of the town voted to keep the ferry`, `seven members voted in favour`."""
    told = [side for side in sides if side[0].option in ("yes", "no")]
    sided = bool(told)
    if not told and (share := _share(lexed)) is not None:
        told = [share]
    if not told and (got := _votes_for(lexed)) is not None:
        return [Tally(start=got[1], end=got[2], kind="one", counts=(got[0],), sided=True, votes_named=True)]
    if len(told) != 1 or (told[0][0].unit == "votes" and lexed.has("few", *told[0][1:])):
        return []
    count, start, end = told[0]
    number = quantity(lexed, start)
    if number is not None and number.percent and (other := _rest(lexed, number, end)) is not None:
        counts = (number.count("yes"), other.count("no")) if count.option == "yes" else (other.count("yes"), number.count("no"))
        return [Tally(start=start, end=end, kind="one", counts=counts, sided=True)]
    named = number is not None and (number.unit or lexed.has("body", start + 1, end))
    named = named or lexed.has("sure", 0, len(lexed)) or (number is not None and bool(lexed.at("voted", number.end)))
    if count.unit == "votes" and not (named and count.value > 1):
        return []
    if not lexed.has("vote", start, len(lexed)) and count.unit == "votes":
        return []
    every = lexed.ends_at("every", start) is not None
    named = bool(number and number.unit)
    return [Tally(start=start, end=end, kind="one", counts=(count,), sided=sided, votes_named=named, unanimous=every)]


def _votes_for(lexed: Lexed) -> tuple[Count, int, int] | None:
    """The only votes of a sentence, with a verb of success: `was adopted with 14 votes`; they are votes for it."""
    numbers = [number for index in range(len(lexed)) if (number := quantity(lexed, index)) is not None and number.unit]
    if len(numbers) != 1 or numbers[0].percent or numbers[0].value <= 1 or lexed.ends_at("votes_for", numbers[0].start) is None:
        return None
    number = numbers[0]
    behind = len(lexed) if lexed.words.votes.verb_final else number.start
    verb = lexed.last("passed", max(0, number.start - 8), behind)
    if verb is None or lexed.has("contest", max(0, number.start - 8), number.start):
        return None
    return number.count("yes"), number.start, number.end


def _share(lexed: Lexed) -> tuple[Count, int, int] | None:
    """One share without its side, behind a verb that tells it: `was rejected by 56 percent of voters`."""
    shares = [number for index in lexed.numbers if (number := quantity(lexed, index)) is not None and number.percent]
    shares = [number for number in shares if lexed.ends_at("turnout", number.start) is None]
    if len(shares) != 1 or not any(lexed.at("lead", shares[0].start - back) for back in (1, 2)):
        return None
    number = shares[0]
    behind = number.end + 4 if lexed.words.votes.verb_final else number.start
    if number.start <= 2:  # `À 63 %, les habitants ont voté contre`
        behind = number.end + 3 * FILLER
    if not any(lexed.has(kind, max(0, number.start - 6), behind) for kind in ("passed", "failed", "voted")):
        return None
    return number.count("yes"), number.start, number.end


def _rest(lexed: Lexed, number: _Quantity, end: int) -> _Quantity | None:
    """The other share, where both make a whole: `52% voted to leave` `and 48% to stay`."""
    for index in range(end, min(len(lexed), end + 3 * FILLER)):
        other = quantity(lexed, index)
        if other is not None and other.percent and 99 <= number.value + other.value <= 101:
            return other
    return None


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
            or lexed.low(number.end) in _CURRENCY - {".", ","}
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
