"""The numbers of an archive, counted by DuckDB: some scans over the columns that are asked for, in constant memory."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

from attrs import frozen

from newsmodel.archive.stats._times import Unit, starts, unit_for
from newsmodel.archive.views import Archive, opened

TOP = 10
"""How many labels of a ranking are named."""
SMALL = 6
"""How many sections have a timeline of their own."""
ENOUGH = 400
"""Of so many dated articles, those at the very ends may be told apart from the rest: see `_span`."""
MARGIN_BINS = 20
LENGTHS = (250, 500, 1_000, 2_000, 4_000, 8_000, 16_000, 32_000)
"""Where the bins of the lengths of texts meet, in characters."""
FIELDS = {
    "headline": "headline <> ''", "published": "published is not null", "language": "language is not null",
    "bylines": "len(bylines) > 0", "section": "section is not null", "subjects": "len(subjects) > 0", "keywords": "len(keywords) > 0",
    "standfirst": "standfirst is not null", "summary": "summary is not null", "publisher": "publisher is not null", "url": "url is not null",
    "id": "id is not null", "updated": "updated is not null", "captions": "len(captions) > 0",
}  # fmt: skip
"""Fields that most articles should have, and when one is there; the text, too, which is looked at once, for its length."""


@frozen
class Group:
    """A label and how many bear it."""

    label: str
    count: int
    part: int = 0
    """How many of them are of a kind that is told apart: of losses, the repairs."""


@frozen(kw_only=True)
class Ranking:
    """The labels that most bear, the first first."""

    groups: tuple[Group, ...]
    labels: int
    """How many labels there are, those that are not named included."""
    total: int
    """How many bear any label."""
    missing: int = 0
    """How many bear none."""

    @property
    def others(self) -> int:
        """How many bear a label that is not named."""
        return self.total - sum(group.count for group in self.groups)


@frozen(kw_only=True)
class Timeline:
    """How many were published when, bin by bin without a gap, in UTC."""

    unit: Unit
    starts: tuple[datetime, ...]
    counts: tuple[int, ...]
    outside: int
    """How many were published long before or after all others, and are in no bin."""
    undated: int
    parts: tuple[tuple[str, tuple[int, ...]], ...] = ()
    """The same for the largest sections: name and counts."""


@frozen(kw_only=True)
class Histogram:
    """How many fall between which bounds."""

    edges: tuple[float, ...]
    """One more than counts, but for the last, which has no bound where `open_ended`."""
    counts: tuple[int, ...]
    middle: float | None = None
    """The median, about."""


@frozen(kw_only=True)
class Stats:
    """An archive in numbers."""

    name: str
    articles: int
    first: datetime | None
    """The first publication, and the last."""
    last: datetime | None
    timeline: Timeline | None
    sections: Ranking
    languages: Ranking
    authors: Ranking
    formats: Ranking
    lengths: Histogram
    outcomes: Ranking
    """Votes by outcome; `missing` are those that tell none."""
    margins: Histogram
    """By how much the yes side was ahead, in percent of yes and no; below zero where it was behind."""
    close: int
    """How many of them by at most ten percent."""
    unanimous: int
    appeals: Ranking
    """By kind."""
    amounts: Ranking
    losses: Ranking
    """By reason, repairs apart."""
    whole: int
    """How many articles lost nothing."""
    errors: Ranking
    """Documents that were not read, by kind."""
    coverage: tuple[Group, ...]
    """Of the text and of `FIELDS`, how many articles have each."""


def measured(path: str | os.PathLike[str]) -> Stats:
    """The numbers of an archive; raises as `newsmodel.archive.query`."""
    with opened(path) as archive:
        return _measured(archive, Path(path).name or os.fspath(path))


def _measured(archive: Archive, name: str) -> Stats:
    there = ", ".join(f"count(*) filter ({test}) as {field}" for field, test in FIELDS.items())
    (whole,) = archive.rows(f"""
        select count(*) as articles, min(published) as first, max(published) as last, {there},
               count(*) filter (len(losses) = 0 or losses is null) as whole,
               approx_quantile(epoch(published), 0.005) as early, approx_quantile(epoch(published), 0.995) as late
        from articles""")
    (votes,) = archive.rows("""
        select count(*) as votes, count(*) filter (unanimous or (yes > 0 and no = 0)) as unanimous,
               count(*) filter (yes + no > 0 and abs(yes - no) * 10 <= yes + no) as near
        from votes""")
    sections = _ranking(archive, "section", "articles")
    languages = _ranking(archive, "language", "articles")
    split = ("section", sections) if sections.labels > 1 else ("language", languages)
    lengths = _lengths(archive)
    fields = [Group("text", sum(lengths.counts)), *(Group(field, whole[field]) for field in FIELDS)]
    return Stats(
        name=name, articles=whole["articles"], first=whole["first"], last=whole["last"],
        timeline=_timeline(archive, whole, *split) if whole["published"] else None,
        sections=sections, languages=languages, formats=_ranking(archive, "format", "articles"),
        authors=_ranking(archive, "nullif(name, '')", "bylines"), lengths=lengths,
        outcomes=_ranking(archive, "outcome", "votes"), margins=_margins(archive), close=votes["near"], unanimous=votes["unanimous"],
        appeals=_ranking(archive, "kind", "appeals"),
        amounts=_ranking(archive, f"concat_ws(' ', currency, {_DIGITS}, case period when 'P1M' then 'a month' when 'P1Y' then 'a year' "
                                  "when 'one-off' then 'once' else period end)", "amounts"),
        losses=_ranking(archive, "reason", "losses", part="repaired"), whole=whole["whole"], errors=_ranking(archive, "kind", "errors"),
        coverage=tuple(fields),
    )  # fmt: skip


_DIGITS = "rtrim(rtrim(value::varchar, '0'), '.')"
"""A decimal without the zeros at its end."""


def _ranking(archive: Archive, label: str, view: str, part: str = "false") -> Ranking:
    rows = archive.rows(f"""
        with counted as (select {label} as label, count(*) as number, count(*) filter ({part}) as part from {view} group by 1)
        select label, number, part, (select count(label) from counted) as labels, (select sum(number)::bigint from counted where label is not null) as total
        from counted order by label is null desc, number desc, label limit {TOP + 1}""")
    missing = sum(row["number"] for row in rows if row["label"] is None)
    named = [row for row in rows if row["label"] is not None][:TOP]
    groups = tuple(Group(row["label"], row["number"], row["part"]) for row in named)
    return Ranking(groups=groups, labels=rows[0]["labels"] if rows else 0, total=(rows[0]["total"] or 0) if rows else 0, missing=missing)


def _timeline(archive: Archive, whole: dict[str, object], column: str, ranking: Ranking) -> Timeline:
    first, last = _span(archive, whole)
    unit = unit_for(last - first)
    bins = f"date_trunc('{unit}', published)"
    inside = f"published between {_literal(first)} and {_literal(last)}"
    rows = archive.rows(f"select {bins} as start, count(*) as number from articles where {inside} group by 1 order by 1")
    found = {row["start"]: row["number"] for row in rows}
    axis = tuple(starts(rows[0]["start"], rows[-1]["start"], unit))
    counts = tuple(found.get(start, 0) for start in axis)
    dated = int(str(whole["published"]))
    worth_it = ranking.labels > 1 and len(axis) > 1 and 2 * sum(counts) >= len(axis)
    names = [group.label for group in ranking.groups[:SMALL]] if worth_it else []
    return Timeline(
        unit=unit, starts=axis, counts=counts, outside=dated - sum(counts), undated=int(str(whole["articles"])) - dated,
        parts=_parts(archive, f"{bins} as start, {column} as label", inside, names, axis),
    )  # fmt: skip


def _parts(archive: Archive, columns: str, inside: str, names: Sequence[str], axis: tuple[datetime, ...]) -> tuple[tuple[str, tuple[int, ...]], ...]:
    if not names:
        return ()
    listed = ", ".join("'" + name.replace("'", "''") + "'" for name in names)
    rows = archive.rows(f"select * from (select {columns}, count(*) as number from articles where {inside} group by 1, 2) where label in ({listed})")
    found = {(row["label"], row["start"]): row["number"] for row in rows}
    return tuple((name, tuple(found.get((name, start), 0) for start in axis)) for name in names)


def _span(archive: Archive, whole: dict[str, object]) -> tuple[datetime, datetime]:
    """From when to when the axis goes: where some few articles would make it ten times as long, without them."""
    first, last = whole["first"], whole["last"]
    assert isinstance(first, datetime)
    assert isinstance(last, datetime)
    early, late = whole["early"], whole["late"]
    assert isinstance(early, float)
    assert isinstance(late, float)
    if int(str(whole["published"])) < ENOUGH or (last - first).total_seconds() <= 10 * max(late - early, 86_400):
        return first, last
    around = timedelta(seconds=max(late - early, 86_400) / 20)
    (row,) = archive.rows(f"""
        select min(published) as first, max(published) as last from articles
        where epoch(published) between {early - around.total_seconds()} and {late + around.total_seconds()}""")
    return row["first"], row["last"]


def _literal(time: datetime) -> str:
    return f"timestamptz '{time.isoformat()}'"


def _lengths(archive: Archive) -> Histogram:
    bounds = zip((0, *LENGTHS), (*LENGTHS, None), strict=True)
    bins = [f"count(*) filter (size >= {low}{'' if high is None else f' and size < {high}'}) as bin_{low}" for low, high in bounds]
    (row,) = archive.rows(f"select {', '.join(bins)}, approx_quantile(size, 0.5) as middle from (select length(text) as size from articles)")
    return Histogram(edges=(0, *LENGTHS), counts=tuple(row[f"bin_{low}"] for low in (0, *LENGTHS)), middle=row["middle"])


def _margins(archive: Archive) -> Histogram:
    width = 200 / MARGIN_BINS
    rows = archive.rows(f"""
        select least({MARGIN_BINS - 1}, floor((100.0 * (yes - no) / (yes + no) + 100) / {width}))::int as bin, count(*) as number
        from votes where yes + no > 0 group by 1""")
    counts = {row["bin"]: row["number"] for row in rows}
    edges = tuple(-100 + width * index for index in range(MARGIN_BINS + 1))
    return Histogram(edges=edges, counts=tuple(counts.get(index, 0) for index in range(MARGIN_BINS)))
