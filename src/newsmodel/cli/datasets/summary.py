"""A dataset in numbers, for the terminal: what its page shows, in characters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Console

from newsmodel.archive.stats import Group, Ranking, Stats
from newsmodel.archive.stats import words
from newsmodel.cli.datasets import bars
from newsmodel.cli.messages import printable

SHOWN = 5
"""How many labels of a ranking are shown."""


def lines(stats: Stats, console: Console) -> Iterator[str]:
    """The summary, line by line."""
    width, blocks = min(console.width, 100), bars.can_show(console.encoding)
    yield printable(f"{stats.name}: {_text(words.lede(stats))}")
    if stats.timeline and len(stats.timeline.counts) > 1:
        yield from _headed("Over time", words.timeline(stats.timeline))
        yield from bars.columns(stats.timeline.starts, stats.timeline.counts, width, blocks=blocks)
    for name, sentence, groups in _rankings(stats):
        yield from _headed(name, sentence)
        labels = [group.label for group in groups]
        yield from bars.bars(labels, [group.count for group in groups], width, blocks=blocks)


def _rankings(stats: Stats) -> Iterator[tuple[str, words.Sentence, Sequence[Group]]]:
    def some(ranking: Ranking) -> Sequence[Group]:
        return ranking.groups[:SHOWN]

    if stats.sections.groups:
        yield "Sections", words.sections(stats.sections), some(stats.sections)
    if stats.authors.groups:
        yield "Authors", words.authors(stats.authors), some(stats.authors)
    if stats.languages.groups:
        yield "Languages", words.languages(stats.languages), some(stats.languages)
    if stats.formats.groups:
        yield "Formats", words.formats(stats.formats), some(stats.formats)
    if stats.outcomes.total + stats.outcomes.missing:
        yield "Votes", words.votes(stats), some(stats.outcomes)
    if stats.appeals.total + stats.appeals.missing:
        yield "Appeals", words.appeals(stats), some(stats.appeals)
    if stats.articles:
        yield "Losses", words.losses(stats), some(stats.losses)
    if stats.errors.groups:
        yield "Not read", words.errors(stats), [Group(words.error(one.label), one.count) for one in stats.errors.groups]
    if stats.articles:
        yield "What is there", words.coverage(stats.coverage, stats.articles), stats.coverage


def _headed(name: str, sentence: words.Sentence) -> Iterator[str]:
    yield ""
    yield printable(f"{name}: {_text(sentence)}")


def _text(sentence: words.Sentence) -> str:
    return "".join(" ".join(piece[:200].split()) if isinstance(piece, words.Said) else piece for piece in sentence)
