"""Numbers that have their side beside them: `9 voted for`, `three were against`."""

from __future__ import annotations

from newsmodel.extract._votes._lexer import Lexed
from newsmodel.extract._votes._numbers import FILLER, ONLY, Quantity, quantity
from newsmodel.extract._votes._tally import Tally
from newsmodel.model import Count, VoteOption


def sides_of(lexed: Lexed, pairs: list[Tally]) -> list[tuple[Count, int, int]]:
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
        while got and lexed.low(got) in ONLY:
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


def _side_behind(lexed: Lexed, number: Quantity) -> tuple[VoteOption, int] | None:
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


def from_sides(sides: list[tuple[Count, int, int]]) -> list[Tally]:
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


def from_one(lexed: Lexed, sides: list[tuple[Count, int, int]]) -> list[Tally]:
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


def _rest(lexed: Lexed, number: Quantity, end: int) -> Quantity | None:
    """The other share, where both make a whole: `52% voted to leave` `and 48% to stay`."""
    for index in range(end, min(len(lexed), end + 3 * FILLER)):
        other = quantity(lexed, index)
        if other is not None and other.percent and 99 <= number.value + other.value <= 101:
            return other
    return None
