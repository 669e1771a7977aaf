"""What each plot shows, in a sentence. Labels come as `Said`, so that each way of showing them can tell them from our words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from itertools import accumulate
from typing import TypeAlias

from newsmodel.archive.stats._measures import Group, Histogram, Ranking, Stats, Timeline
from newsmodel.archive.stats._times import told


class Said(str):
    """Words of the archive, which are not ours."""

    __slots__ = ()


Sentence: TypeAlias = Sequence[str]
"""Pieces, those of the archive as `Said`."""

ERRORS = {
    "read": "broken", "format": "unknown format", "source": "could not be opened", "size": "too large", "memory": "took too much memory",
    "time": "took too long", "died": "ended the process that read it", "fault": "fault of the reader", "loss": "would have lost something",
}  # fmt: skip
"""Kinds of faults (`schema.ERROR`) in words."""


def counted(count: int, thing: str, things: str = "") -> str:
    """So many things.

    >>> counted(1, "vote"), counted(1200, "vote"), counted(2, "loss", "losses")
    ('1 vote', '1,200 votes', '2 losses')
    """
    return f"{count:,} {thing if count == 1 else things or f'{thing}s'}"


def share(part: int, whole: int) -> str:
    """In percent, which is neither 0 nor 100 where it is not quite.

    >>> share(1, 3), share(1, 4_000), share(3_999, 4_000), share(0, 9), share(9, 9), share(0, 0)
    ('33%', '<1%', '>99%', '0%', '100%', '0%')
    """
    if not part or not whole:
        return "0%"
    percent = 100 * part / whole
    if percent < 1:
        return "<1%"
    return ">99%" if 99.5 <= percent < 100 else f"{percent:.0f}%"


def day(time: datetime) -> str:
    """A day as a person says it."""
    return f"{time.day} {time:%B} {time.year}"


def lede(stats: Stats) -> Sentence:
    """The archive in one sentence."""
    if not stats.articles:
        return ["There is no article in it."]
    words = [counted(stats.articles, "article")]
    if stats.languages.labels > 1:
        words.append(f" in {counted(stats.languages.labels, 'language')}")
    if stats.first and stats.last:
        same = stats.first.date() == stats.last.date()
        words.append(f", published on {day(stats.first)}" if same else f", published from {day(stats.first)} to {day(stats.last)}")
    return [*words, "."]


def timeline(line: Timeline) -> Sentence:
    """When most were published; for a timeline of several bins."""
    most = max(line.counts)
    middle = sorted(line.counts)[len(line.counts) // 2]
    peak = told(line.starts[line.counts.index(most)], line.unit)
    usual = f"; a usual {line.unit} had {middle:,}" if middle else ""
    return [f"{peak[:1].upper()}{peak[1:]} was the busiest {line.unit}, with {counted(most, 'article')}{usual}."]


def parts(line: Timeline) -> Sentence:
    """Whose share grew most."""
    middle = len(line.counts) // 2
    early, late = ([sum(counts[half_]) for _, counts in line.parts] for half_ in (slice(middle), slice(middle, None)))
    if not sum(early) or not sum(late):
        return ["They were published in one half of the time."]
    gains = [second / sum(late) - first / sum(early) for first, second in zip(early, late, strict=True)]
    most = gains.index(max(gains))
    if gains[most] < 0.01:
        return ["Their shares hardly changed over the time."]
    return [Said(line.parts[most][0]), f" gained most: {share(early[most], sum(early))} of these articles in the first half of the time, {share(late[most], sum(late))} in the second."]


def sections(found: Ranking) -> Sentence:
    """Which section leads."""
    return _leading(found, "section", "sections")


def languages(found: Ranking) -> Sentence:
    """Which language leads."""
    return _leading(found, "language", "languages")


def _leading(found: Ranking, thing: str, things: str) -> Sentence:
    first, whole = found.groups[0], found.total + found.missing
    tail = f"with {share(first.count, whole)} of {counted(whole, 'article')}."
    if found.labels == 1:
        return [f"One {thing}, ", Said(first.label), f", {tail}"]
    return [Said(first.label), f" leads {found.labels:,} {things}, {tail}"]


def authors(found: Ranking) -> Sentence:
    """How much of the work is whose."""
    if found.labels == 1:
        return ["One name signed all that is signed: ", Said(found.groups[0].label), "."]
    top = found.groups[:3]
    part = share(sum(group.count for group in top), found.total)
    return [f"{found.labels:,} names; the first {'three' if len(top) > 2 else 'two'} stand over {part} of all bylines."]


def formats(found: Ranking) -> Sentence:
    """What the documents were."""
    first = found.groups[0]
    return [f"{share(first.count, found.total)} of the articles came as ", Said(first.label), "."]


def lengths(found: Histogram) -> Sentence:
    """How long a text is."""
    return [f"Half of the texts are shorter than about {rounded(found.middle or 0):,} characters."]


def rounded(value: float) -> int:
    """To two digits that count: it is an estimate.

    >>> rounded(3_249.7), rounded(87), rounded(4)
    (3200, 87, 4)
    """
    return int(float(f"{value:.2g}"))


def votes(stats: Stats) -> Sentence:
    """How votes ended, and how close they were."""
    found = stats.outcomes
    passed = next((group.count for group in found.groups if group.label == "passed"), 0)
    total = found.total + found.missing
    words = [f"{share(passed, total)} of {counted(total, 'vote')} passed"]
    if known := sum(stats.margins.counts):
        words.append(f"; {stats.close:,} of {known:,} with counts {'was' if stats.close == 1 else 'were'} decided by a tenth of the votes or less")
    if stats.unanimous:
        words.append(f"; {stats.unanimous:,} {'was' if stats.unanimous == 1 else 'were'} unanimous")
    return [*words, "."]


def appeals(stats: Stats) -> Sentence:
    """What readers are asked for."""
    found = stats.appeals
    total = found.total + found.missing
    words: list[str] = [f"{counted(total, 'appeal')} for money"]
    if stats.amounts.groups:
        words += ["; most often for ", Said(stats.amounts.groups[0].label)]
    return [*words, "."]


def losses(stats: Stats) -> Sentence:
    """What reading cost."""
    repairs = sum(group.part for group in stats.losses.groups)
    tail = f"; {counted(repairs, 'loss', 'losses')} shown here {'is a repair' if repairs == 1 else 'are repairs'}: said otherwise, not gone" if repairs else ""
    return [f"{share(stats.whole, stats.articles)} of the articles were read without any loss{tail}."]


def errors(stats: Stats) -> Sentence:
    """What was not read."""
    total = stats.errors.total + stats.errors.missing
    reason = f"; the most frequent reason: {error(stats.errors.groups[0].label)}" if total > 1 else ""
    return [f"{counted(total, 'document')} {'was' if total == 1 else 'were'} not read to the end{reason}."]


def error(kind: str) -> str:
    """A kind of fault in words."""
    return ERRORS.get(kind, kind)


def coverage(fields: Sequence[Group], articles: int) -> Sentence:
    """Which fields are seldom there."""
    full = sum(group.count == articles for group in fields)
    if none := sum(not group.count for group in fields):
        return [f"{full} of {len(fields)} fields are in every article, {none} in none."]
    least = min(fields, key=lambda group: group.count)
    return [f"{full} of {len(fields)} fields are in every article; {least.label} is in {share(least.count, articles)}."]


def half(counts: Sequence[int]) -> int:
    """The index of the bin that holds the median."""
    total = sum(counts)
    return next((index for index, sum_ in enumerate(accumulate(counts)) if sum_ * 2 >= total), 0)
