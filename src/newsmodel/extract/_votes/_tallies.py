"""The numbers and words of a sentence that can be the result of a vote."""

from __future__ import annotations

import re
from functools import cache
from itertools import islice
from typing import Literal

from attrs import frozen

from newsmodel.extract._words import alternatives, number, number_pattern, whole_words
from newsmodel.extract.languages import Language, table
from newsmodel.model import Count, VoteOption
from decimal import Decimal

MANY = 12
"""A sentence with more pairs of numbers is a table or a list of scores."""
MOST = 400_000_000
"""More people than this never voted on anything."""

Kind = Literal["pair", "sides", "one", "unanimous", "margin", "same", "tied", "extra", "plain"]


@frozen(kw_only=True)
class Tally:
    """What one place of a sentence says of a result."""

    start: int
    end: int
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


class Finder:
    """The patterns of one language."""

    def __init__(self, words: Language) -> None:
        self.words = words
        value = number_pattern(words.code)
        percent = alternatives(words.percent)
        unit = alternatives(words.vote_unit)
        dash = "[-–—‑]"
        between = rf"(?:[ \u00a0]?{dash}[ \u00a0]?|[ \u00a0]{alternatives(words.between)}[ \u00a0]|-to-)"
        open_ = r"(?<![\w.,/:$£€#§-])(?<![\w][–—])"
        self.any = re.compile(rf"[0-9]|{alternatives(words.unanimous, words.same, words.tied)}|(?<!\w){value}(?!\w)", re.I)
        self.pair = re.compile(
            rf"{open_}(?P<a>{value})(?P<ap>[ \u00a0]?{percent})?(?P<au>[ \u00a0]{unit})?{between}(?:just |only )?(?P<b>{value})"
            rf"(?P<bp>[ \u00a0]?{percent})?(?P<bu>[ \u00a0]{unit})?(?![\w/%]|[-–][0-9\w]|[.,:][0-9])",
            re.I,
        )
        some = r"(?:[ \u00a0](?:of )?(?!(?:and|with|to|but)[ \u00a0])[\w’'-]{1,20}){0,3}?"
        # "one Democrat, Chris Coons, voting present": an apposition may stand between.
        beside = r"(?:, [\w’' .-]{1,30},)?"

        def side(role: str) -> re.Pattern[str]:
            return re.compile(
                rf"{open_}(?P<n>{value})(?P<p>[ \u00a0]?{percent})?{some}{beside}[ \u00a0]{alternatives(role)}(?!\w)", re.I
            )

        self.sides: tuple[tuple[VoteOption, re.Pattern[str]], ...] = (
            ("yes", side(words.favour)),
            ("no", side(words.against)),
            ("abstain", side(words.abstained)),
            ("absent", side(words.absent)),
        )
        self.margin = re.compile(
            rf"(?<!\w){alternatives(words.margin)}[ \u00a0](?P<n>{value})(?P<u>[ \u00a0]{unit})?(?![\w%/-]|[ \u00a0]{percent}|[.,][0-9])",
            re.I,
        )
        self.unanimous = whole_words(words.unanimous)
        self.almost = whole_words("nearly", "almost", "fast", "beinahe", "presque", "casi", "not", "non", "virtually")
        self.voted = whole_words(words.voted)
        self.same = whole_words(words.same)
        self.tied = re.compile(rf"(?<!\w){alternatives(words.tied)}(?!\w)", re.I)
        self.casting = whole_words(words.casting)
        self.month = re.compile(rf"(?<!\w){alternatives(*words.months)}\.?[ \u00a0]\Z", re.I)
        self.consent = re.compile(rf"[ \u00a0]{alternatives(words.no_unanimity)}(?!\w)", re.I)

    def tallies(self, text: str) -> list[Tally]:
        """The results of a sentence, in its order."""
        if self.any.search(text) is None:
            return []
        pairs = self._pairs(text)
        extra = self._sides(text, pairs)
        found = pairs or self._from_sides(extra) or self._from_one(text, extra)
        others = tuple(count for count, _, _ in extra if count.option in ("abstain", "absent"))
        if len(found) == 1 and found[0].counts:
            told = {count.option for count in found[0].counts}
            first = found[0]
            added = tuple(count for count in _one_each(others) if count.option not in told)
            return [
                Tally(
                    start=first.start,
                    end=first.end,
                    kind=first.kind,
                    counts=(*first.counts, *added),
                    sided=first.sided,
                    votes_named=first.votes_named,
                )
            ]
        if found:
            return found
        return self._wordy(text) or ([Tally(start=0, end=0, kind="extra", counts=_one_each(others))] if others else [])

    def _pairs(self, text: str) -> list[Tally]:
        found = []
        for match in islice(self.pair.finditer(text), 8 * MANY):
            percent = bool(match["ap"] or match["bp"])
            first, second = number(match["a"], self.words), number(match["b"], self.words)
            if not _can_be(first, second, percent=percent) or self._is_no_result(text, match):
                continue
            unit: Literal["percent", "votes"] = "percent" if percent else "votes"
            counts = _counts((("yes", first), ("no", second)), unit)
            if counts:
                found.append(
                    Tally(
                        start=match.start(),
                        end=match.end(),
                        kind="pair",
                        counts=counts,
                        votes_named=bool(match["au"] or match["bu"]),
                    )
                )
        return found if len(found) <= MANY else []

    def _is_no_result(self, text: str, match: re.Match[str]) -> bool:
        """Whether the pair is one number in words, a span of years, or days of a month."""
        first, second = match["a"], match["b"]
        if match[0].lower() in self.words.numbers:
            return True
        if len(first) == 4 and first[:2] in ("18", "19", "20") and len(second) in (2, 4) and (first + second).isdigit():
            return True
        return self.month.search(text, max(0, match.start() - 12), match.start()) is not None

    def _sides(self, text: str, pairs: list[Tally]) -> list[tuple[Count, int, int]]:
        found = []
        for option, pattern in self.sides:
            for match in pattern.finditer(text):
                if any(pair.start <= match.start("n") < pair.end for pair in pairs):
                    continue
                unit: Literal["percent", "votes"] = "percent" if match["p"] else "votes"
                value = number(match["n"], self.words)
                if _can_be(value, 0, percent=unit == "percent"):
                    found += [(count, match.start(), match.end()) for count in _counts(((option, value),), unit)]
        return found

    def _from_sides(self, sides: list[tuple[Count, int, int]]) -> list[Tally]:
        """One result told by its sides: `22 in favour of the ban, with 10 against`."""
        yes = [side for side in sides if side[0].option == "yes"]
        no = [side for side in sides if side[0].option == "no"]
        if len(yes) != 1 or len(no) != 1 or yes[0][0].unit != no[0][0].unit:
            return []
        start, end = min(yes[0][1], no[0][1]), max(yes[0][2], no[0][2])
        counts = tuple(side[0] for side in (yes[0], no[0]))
        return [Tally(start=start, end=end, kind="sides", counts=counts, sided=True)]

    def _from_one(self, text: str, sides: list[tuple[Count, int, int]]) -> list[Tally]:
        """One side's share of those who voted: `52 percent of the town voted to keep the ferry`."""
        told = [side for side in sides if side[0].option in ("yes", "no")]
        if len(told) != 1 or told[0][0].unit != "percent" or self.voted.search(text, told[0][1], told[0][2]) is None:
            return []
        count, start, end = told[0]
        return [Tally(start=start, end=end, kind="one", counts=(count,), sided=True)]

    def _wordy(self, text: str) -> list[Tally]:
        """Results without two numbers, each kind tried in turn."""
        for match in self.same.finditer(text):
            return [Tally(start=match.start(), end=match.end(), kind="same")]
        for match in self.unanimous.finditer(text):
            almost = self.almost.search(text, max(0, match.start() - 12), match.start())
            if almost is None and self.consent.match(text, match.end()) is None:
                return [Tally(start=match.start(), end=match.end(), kind="unanimous", unanimous=True)]
        for match in self.margin.finditer(text):
            value = number(match["n"], self.words)
            if isinstance(value, int) and (match["u"] or match[0].lower().split()[0] != "by" or "majority" in match[0].lower()):
                return [Tally(start=match.start(), end=match.end(), kind="margin", margin=value)]
        for match in self.tied.finditer(text):
            if self.casting.search(text):
                return [Tally(start=match.start(), end=match.end(), kind="tied")]
        return []


def _can_be(first: float | None, second: float | None, *, percent: bool) -> bool:
    if first is None or second is None:
        return False
    if percent:
        return first + second <= 101
    return isinstance(first, int) and isinstance(second, int) and 2 <= first + second <= MOST


def _counts(sides: tuple[tuple[VoteOption, float | None], ...], unit: Literal["percent", "votes"]) -> tuple[Count, ...]:
    return tuple(
        Count(option=option, value=value if isinstance(value, int) else Decimal(str(value)), unit=unit)
        for option, value in sides
        if value is not None
    )


def _one_each(counts: tuple[Count, ...]) -> tuple[Count, ...]:
    return tuple({count.option: count for count in reversed(counts)}.values())


@cache
def finder(language: str) -> Finder:
    """The finder for a language tag."""
    return Finder(table(language))
