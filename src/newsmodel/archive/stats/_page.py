"""An archive in numbers as one page of HTML: no script, no network, nothing beside it. All that the archive says is escaped and set apart."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from html import escape
from importlib.resources import files
from itertools import pairwise

from attrs import frozen

from newsmodel.archive.stats import _shapes, words
from newsmodel.archive.stats._measures import Group, Histogram, Ranking, Stats, Timeline
from newsmodel.archive.stats._times import short, told
from newsmodel.archive.stats.words import Said, Sentence, counted, share

LONGEST = 90
"""The most characters of a label that are shown."""
LONG = 28
"""A label with more characters asks for a wider column."""
AXIS = 5
"""The most words on an axis."""


@frozen(kw_only=True)
class Plot:
    """A section of the page."""

    key: str
    kicker: str
    sentence: Sentence
    body: str
    wide: bool = False


def page(stats: Stats) -> str:
    """The page of an archive, complete."""
    plots = list(_plots(stats))
    links = "".join(f'<li><a href="#{plot.key}">{plot.kicker}</a></li>' for plot in plots)
    nav = f'<nav aria-label="Plots"><ul>{links}</ul></nav>' if plots else ""
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{escape(shown(stats.name))} in numbers</title>
<style>{_style()}</style>
</head>
<body>
<a class="skip" href="#plots">To the plots</a>
<header>
<p class="kicker">Dataset</p>
<h1>{_set(Said(stats.name))}</h1>
<p class="lede">{_sentence(words.lede(stats))}</p>
<dl class="figures">{_figures(stats)}</dl>
{nav}
</header>
<main id="plots">
{"".join(map(_section, plots))}</main>
<footer><p>Times are in UTC. Made by newsmodel.</p></footer>
</body>
</html>
"""


def shown(text: str) -> str:
    r"""Words of an archive in one line and of bounded length, without what moves a cursor or turns the text around.

    >>> shown("a\x00b \u202egnp\n  x"), len(shown("long " * 99))
    ('a�b �gnp x', 90)
    """
    line = " ".join(text[: 4 * LONGEST].split())
    line = "".join("�" if _is_hidden(char) else char for char in line)
    return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"


def _is_hidden(char: str) -> bool:
    """Whether it is a control, a surrogate or a bidirectional embedding, override or isolate (Unicode UAX 9); joiners are letters' own."""
    return unicodedata.category(char) in {"Cc", "Cs", "Cn"} or "\u202a" <= char <= "\u202e" or "\u2066" <= char <= "\u2069"


@cache
def _style() -> str:
    return files("newsmodel.archive.stats").joinpath("page.css").read_text("utf-8")


def _set(piece: str) -> str:
    return f"<bdi>{escape(shown(piece)) or '(empty)'}</bdi>" if isinstance(piece, Said) else escape(piece)


def _sentence(sentence: Sentence) -> str:
    return "".join(map(_set, sentence))


def _figures(stats: Stats) -> str:
    told_: list[tuple[str, int, bool]] = [
        ("Articles", stats.articles, True), ("Authors", stats.authors.labels, False), ("Sections", stats.sections.labels, False),
        ("Votes", stats.outcomes.total + stats.outcomes.missing, False), ("Appeals", stats.appeals.total + stats.appeals.missing, False),
        ("Losses in reading", stats.losses.total, True), ("Documents not read", stats.errors.total + stats.errors.missing, True),
    ]  # fmt: skip
    return "".join(f"<div><dt>{name}</dt><dd>{count:,}</dd></div>" for name, count, always in told_ if count or always)


def _section(plot: Plot) -> str:
    wide = ' class="wide"' if plot.wide else ""
    head = f'<p class="kicker">{plot.kicker}</p><h2 id="{plot.key}-h">{_sentence(plot.sentence)}</h2>'
    return f'<section id="{plot.key}"{wide} aria-labelledby="{plot.key}-h">{head}{plot.body}</section>\n'


def _plots(stats: Stats) -> Iterator[Plot]:
    """Those that have something to show."""
    line = stats.timeline
    if line and len(line.counts) > 1:
        yield Plot(key="time", kicker="Over time", sentence=words.timeline(line), body=_timeline(line), wide=True)
        if line.parts:
            kind = "Sections" if stats.sections.labels > 1 else "Languages"
            yield Plot(key="parts", kicker=f"{kind} over time", sentence=words.parts(line), body=_multiples(line), wide=True)
    for key, kicker, found, sentence in (
        ("sections", "Sections", stats.sections, words.sections),
        ("authors", "Authors", stats.authors, words.authors),
        ("languages", "Languages", stats.languages, words.languages),
        ("formats", "Formats", stats.formats, words.formats),
    ):
        if found.groups:
            yield Plot(key=key, kicker=kicker, sentence=sentence(found), body=_ranking(found, kicker))
    yield from _votes(stats)
    if stats.appeals.total + stats.appeals.missing:
        yield Plot(key="appeals", kicker="Appeals", sentence=words.appeals(stats), body=_appeals(stats))
    if stats.lengths.middle is not None:
        yield Plot(key="lengths", kicker="Length of texts", sentence=words.lengths(stats.lengths), body=_lengths(stats.lengths))
    if stats.articles:
        yield Plot(key="losses", kicker="Losses", sentence=words.losses(stats), body=_losses(stats.losses))
    if stats.errors.groups:
        groups = Ranking(
            groups=tuple(Group(words.error(one.label), one.count) for one in stats.errors.groups), labels=stats.errors.labels, total=stats.errors.total,
            missing=stats.errors.missing,
        )  # fmt: skip
        yield Plot(key="errors", kicker="Not read", sentence=words.errors(stats), body=_ranking(groups, "Reason", "Documents"))
    if stats.articles:
        body = _bars([(group.label, group.count, 0) for group in stats.coverage], stats.articles, "Field", "Articles", stats.articles, full=True, ours=True)
        yield Plot(key="coverage", kicker="What is there", sentence=words.coverage(stats.coverage, stats.articles), body=body, wide=True)


def _votes(stats: Stats) -> Iterator[Plot]:
    if not stats.outcomes.total + stats.outcomes.missing:
        return
    body = _ranking(stats.outcomes, "Outcome", "Votes", missing="no outcome told")
    counted_ = any(stats.margins.counts)
    if counted_:
        body = f'<div class="pair"><div>{body}</div><div><h3>By how much the yes side was ahead</h3>{_margins(stats.margins)}</div></div>'
    yield Plot(key="votes", kicker="Votes", sentence=words.votes(stats), body=body, wide=counted_)


# What is in a section


def _ranking(found: Ranking, label: str, unit: str = "Articles", missing: str = "none") -> str:
    whole = found.total + found.missing
    rows = [(group.label, group.count, group.part) for group in found.groups]
    most = max((count for _, count, _ in rows), default=0)
    notes: list[str] = []
    if found.others:
        notes.append(f"{counted(found.labels - len(found.groups), 'other')} share {found.others:,}")
    if found.missing:
        notes.append(f"{found.missing:,} ({share(found.missing, whole)}) have {missing}")
    note = f'<p class="note">{escape("; ".join(notes))}.</p>' if notes else ""
    return _bars(rows, most, label, unit, whole) + note


def _bars(rows: Sequence[tuple[str, int, int]], most: int, label: str, unit: str, whole: int, *, full: bool = False, ours: bool = False) -> str:
    """A table whose middle column is drawn."""
    lines = "".join(
        f'<tr><th scope="row">{_set(name if ours else Said(name))}</th><td aria-hidden="true">{_shapes.bar(count, most, part)}</td>'
        f'<td class="number">{count:,}<small>{escape(share(count, whole))}</small></td></tr>'
        for name, count, part in rows
    )
    head = f'<thead class="hidden"><tr><th scope="col">{label}</th><td></td><th scope="col">{unit}</th></tr></thead>'
    long = any(len(name) > LONG for name, _, _ in rows)
    kind = f"bars{' full' if full else ''}{' long' if long else ''}"
    return f'<table class="{kind}"><caption>{unit} by {label.lower()}</caption><colgroup><col class="label"><col><col class="count"></colgroup>{head}<tbody>{lines}</tbody></table>'


def _timeline(line: Timeline) -> str:
    names = [told(start, line.unit) for start in line.starts]
    most = max(line.counts)
    peak = line.counts.index(most)
    text = f"{len(names)} columns, one a {line.unit}, from {names[0]} to {names[-1]}. The highest is {names[peak]}, with {most:,}."
    notes = [f"{line.undated:,} have no date"] * bool(line.undated) + [f"{line.outside:,} were published long before or after, and are left out here"] * bool(line.outside)
    note = f'<p class="note">{"; ".join(notes)}.</p>' if notes else ""
    axis = _spread([short(start, line.unit) for start in line.starts])
    return _columns("time", line.counts, names, "Articles over time", text, axis, line.unit, frozenset([peak]), note=note)


def _columns(
    key: str, counts: Sequence[int], names: Sequence[str], title: str, text: str, axis: str, label: str, strong: frozenset[int], unit: str = "Articles",
    note: str = "",
) -> str:  # fmt: skip
    most = max(counts)
    svg = _shapes.columns(counts, most, names, title, text, f"{key}-plot", strong)
    ticks = "".join(f'<span class="tick" style="bottom:{100 * tick / most:.2f}%" aria-hidden="true">{tick:,}</span>' for tick in _shapes.ticks(most))
    quiet = " quiet" if strong and len(counts) > 1 else ""
    rows = "".join(f'<tr><th scope="row">{escape(name)}</th><td>{count:,}</td></tr>' for name, count in zip(names, counts, strict=True))
    table = f'<table><caption>{title}</caption><thead><tr><th scope="col">{label.capitalize()}</th><th scope="col">{unit}</th></tr></thead><tbody>{rows}</tbody></table>'
    return (
        f'<figure><div class="plot{quiet}">{svg}{ticks}</div>{axis}</figure>{note}<details><summary>The numbers as a table</summary>'
        f'<div class="scroll" role="region" tabindex="0" aria-label="{title}, as a table">{table}</div></details>'
    )


def _spread(named: Sequence[str]) -> str:
    """Words below an axis: the first, the last, and some between, evenly."""
    count = min(AXIS, len(named))
    if count < 3:
        chosen = list(dict.fromkeys([named[0], named[-1]]))
    else:
        chosen = [named[round(index * (len(named) - 1) / (count - 1))] for index in range(count)]
    return f'<div class="axis" aria-hidden="true">{"".join(f"<span>{escape(word)}</span>" for word in chosen)}</div>'


def _multiples(line: Timeline) -> str:
    most = max((max(counts) for _, counts in line.parts), default=0)
    items = "".join(
        f"<li><p><span>{_set(Said(name))}</span><span>{sum(counts):,}</span></p>{_shapes.small(counts, most)}</li>" for name, counts in line.parts
    )
    ends = f"{told(line.starts[0], line.unit)} to {told(line.starts[-1], line.unit)}"
    return f'<ul class="multiples">{items}</ul><p class="note">Each from {escape(ends)}, by {line.unit}; the same height is the same number, at most {most:,}.</p>'


def _margins(found: Histogram) -> str:
    names = [_lead(low, high) for low, high in pairwise(found.edges)]
    half = len(names) // 2
    against, in_favour = sum(found.counts[:half]), sum(found.counts[half:])
    text = f"{against:,} votes with more against than for, at the left; {in_favour:,} with as many for or more, at the right."
    axis = '<div class="axis middle" aria-hidden="true"><span>all against</span><span>even</span><span>all for</span></div>'
    return _columns("margins", found.counts, names, "Votes by margin", text, axis, "lead of the yes side", frozenset(range(half, len(names))), "Votes")


def _lead(low: float, high: float) -> str:
    return f"{abs(high):.0f} to {abs(low):.0f}% behind" if high <= 0 else f"{low:.0f} to {high:.0f}% ahead"


def _lengths(found: Histogram) -> str:
    edges = [f"{edge:,.0f}" for edge in found.edges]
    names = [f"under {edges[1]}", *(f"{low} to {high}" for low, high in pairwise(edges[1:])), f"{edges[-1]} or more"]
    fullest = names[found.counts.index(max(found.counts))]
    text = f"Columns from short to long, each twice as long as the one before. The highest is {fullest} characters."
    axis = _spread([f"under {edges[1]}", f"{edges[len(edges) // 2]} characters", f"over {edges[-1]}"])
    return _columns("lengths", found.counts, names, "Texts by length", text, axis, "characters", frozenset([words.half(found.counts)]), "Texts")


def _appeals(stats: Stats) -> str:
    kinds = _ranking(stats.appeals, "Kind", "Appeals", missing="no kind")
    if not stats.amounts.groups:
        return kinds
    return f'{kinds}<p class="note">The sums they suggest:</p>{_ranking(stats.amounts, "Amount", "Times", missing="no sum")}'


def _losses(found: Ranking) -> str:
    if not found.groups:
        return '<p class="note">Nothing was lost in reading.</p>'
    square: Callable[[str], str] = lambda kind: f'<svg viewBox="0 0 1 1" aria-hidden="true"><rect class="{kind}" width="1" height="1"/></svg>'  # noqa: E731  # said once, beside its two uses
    key = f'<ul class="key"><li>{square("mark")}not read</li><li>{square("part")}repaired</li></ul>' if any(group.part for group in found.groups) else ""
    return key + _ranking(found, "Reason", "Losses")
