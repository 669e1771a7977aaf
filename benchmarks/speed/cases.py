"""The documents of each row: the same articles in the format of the row, and real documents of that format."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from html import escape

import newsmodel as nm
from benchmarks.documents import ROOT, by_path
from benchmarks.speed.articles import Writer, invented, plain_story, prose, real
from benchmarks.speed.contest import Case, Row
from newsmodel.formats.html import Html

STANDARDS = ("newsml-g2", "nitf", "ninjs")


def cases(row: Row, count: int, *, with_real: bool = True) -> dict[str, list[Case]]:
    """Sets of cases by name: `invented`, and `agencies` or `publishers` where there are data."""
    match row.name:
        case "page":
            return {"invented": [publisher_page(article) for article in invented(count)], "publishers": _publishers(3 * count) if with_real else []}
        case "votes":
            text = prose(2_000)
            return {"invented": [Case(name="prose", article=nm.Article(headline=""), data=text.encode())]}
        case "html-write":
            stories = [plain_story(article) for article in invented(count)]
            return {"invented": [Case(name=f"story {n}", article=one, data=Html(fragment=True).write(one).data) for n, one in enumerate(stories)]}
    made = [written(row.codec, article, f"article {n}") for n, article in enumerate(invented(count))]
    sets = {"invented": made}
    if row.real and with_real:
        sets["agencies"] = list(_agencies(row, 3 * count))
    return sets


def written(codec: str, article: nm.Article, name: str) -> Case:
    """An article as a document, and what is read back from it."""
    found = nm.codec(codec)
    assert isinstance(found, nm.Writer), "rows are of formats that are written"
    data = found.write(article).data
    return Case(name=name, article=found.read(data).article, data=data)


def _agencies(row: Row, count: int) -> Iterator[Case]:
    """Real documents, read; for a row of writing, and for the native format, what we write of them."""
    for standard in STANDARDS if row.codec == "json" else (row.codec,):
        for name, data in real(standard, count // (len(STANDARDS) if row.codec == "json" else 1)):
            try:
                article = nm.codec(standard).read(data).article
            except nm.ReadError:
                continue  # several articles, or another kind of item
            as_is = row.codec == standard and row.name.endswith("-read")
            yield Case(name=name, article=article, data=data) if as_is else written(row.codec, article, name)


def publisher_page(article: nm.Article) -> Case:
    """A publisher's page of an article, without a mark of ours, among what stands on pages."""
    writer = Writer(99)
    markup = Html(fragment=True).write(plain_story(article)).data.decode()
    head, body = markup.split('<div class="nm-body">')[0], markup.split('<div class="nm-body">')[1].rpartition("</div>")[0]
    title = head.partition('<h1 class="nm-headline">')[2].partition("</h1>")[0]
    links = "".join(f'<li><a href="{writer.address()}">{writer.name()}</a></li>' for _ in range(30))
    teasers = "".join(
        f'<li class="teaser"><div class="teaser__inner"><div class="teaser__picture"><a href="{writer.address()}" class="teaser__link" tabindex="-1"><picture>'
        f'<source media="(min-width: 600px)" srcset="{writer.address()}.webp"><img src="{writer.address()}.jpg" alt="" loading="lazy"></picture></a></div>'
        f'<div class="teaser__text"><span class="teaser__label">{writer.word()}</span><h3><a href="{writer.address()}">{writer.name()}</a></h3></div></div></li>'
        for _ in range(60)
    )
    scripts = f"<script>window.settings = {{{', '.join(f'{writer.word().encode().hex()!r}: {n}' for n in range(300))}}};</script>" * 4
    data = (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title} - The Echo</title><meta property="og:title" content="{escape(article.headline)}">'
        f'<meta property="og:type" content="article"><meta property="article:published_time" content="2026-03-04T12:00:00+01:00">{scripts}</head>'
        f'<body><header class="site-header"><nav class="menu"><ul>{links}</ul></nav></header><main><article class="story"><h1>{title}</h1>'
        f'<p class="byline">By Ann Bell</p><div class="story-body">{body}</div></article></main><aside class="related"><h2>More</h2><ul>{teasers}</ul></aside>'
        f'<footer class="site-footer"><ul>{links}</ul><p>© 2026 The Echo</p></footer></body></html>'
    )
    return Case(name=article.headline, article=plain_story(article), data=data.encode())


@cache
def _publishers(count: int) -> list[Case]:
    """Real pages whose text is known."""
    if not (ROOT / "pages" / "score.py").is_file():
        return []
    scorer = by_path(ROOT / "pages" / "score.py")
    truth = scorer.load_truth("A")
    chosen = list(truth)[:: max(1, len(truth) // count)][:count]
    return [Case(name=f"A/{one}", article=_of_text(truth[one]["body"]), data=scorer.load_html("A", one)) for one in chosen]


def _of_text(text: str) -> nm.Article:
    blocks = [nm.Paragraph(content=" ".join(line.split())) for line in text.splitlines() if line.strip()]
    return nm.Article(headline="", body=blocks)
