"""Pages of other publishers, read by one simple rule that says what it left out; and any markup as blocks."""

from datetime import date, datetime, timezone
from typing import Any

import pytest

import newsmodel as nm
from newsmodel.formats.html import Html
from newsmodel.model import (
    Aside, Block, Caption, Cell, Embed, Figure, Heading, List, Media, Opaque, Paragraph, Preformatted, Quote, Rendition, Separator,
    Span, Table,
)  # fmt: skip
from newsmodel.model.blocks import nesting
from newsmodel.model.values import MAX_NESTING
from newsmodel.walk import plain_text

RULE = "a page that is not newsmodel's own: read by a simple rule"

PAGE = """\
<!DOCTYPE html>
<html lang="de-AT">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Regen im Tal | Der Talbote</title>
<meta name="description" content="Es regnet  weiter.">
<meta property="article:published_time" content="2026-03-04T12:00:00Z">
<meta property="og:image" content="https://talbote.example/r.jpg">
<link rel="canonical" href="https://talbote.example/regen"><link rel="stylesheet" href="x.css">
<script>var x = 1;</script>
</head>
<body>
<nav><a href="/">Start</a></nav>
<main>
<aside>Wetter heute</aside>
<article>
<header><p>Wetter</p><h1>Regen im <em>Tal</em></h1></header>
<div><p>Es regnet.</p><form><input value="Suche"></form>
<button>Teilen</button><p>Und <b>wie</b>.</p></div>
<time itemprop="dateModified" datetime="2026-03-05">gestern</time>
</article>
</main>
<footer>Impressum</footer>
</body></html>
"""


def read(page: str) -> nm.Read:
    return Html().read(page.encode())


def reasons(page: str) -> list[str]:
    return [loss.reason for loss in read(page).losses]


def test_what_a_page_says_plainly_is_read() -> None:
    article = read(PAGE).article

    assert (
        nm.Article(
            headline="Regen im Tal",
            language="de-AT",
            summary=["Es regnet  weiter."],
            url="https://talbote.example/regen",
            published=datetime(2026, 3, 4, 12, tzinfo=timezone.utc),
            updated=date(2026, 3, 5),
            body=[
                Paragraph(content="Wetter"),
                Paragraph(content="Es regnet."),
                Paragraph(content=["Und ", Span(text="wie", marks=("strong",)), "."]),
                Paragraph(content="gestern"),
            ],
        )
        == article
    )


def test_what_was_dropped_is_reported_once() -> None:
    found = reasons(PAGE)

    assert [
        RULE, "no place for <title>: 'Regen im Tal | Der Talbote'", "no place for <meta> og:image",
        "no place for <aside>: 'Wetter heute'", "no place for <nav>: 'Start'", "no place for <footer>: 'Impressum'",
        "no place for <form>", "no place for <button>: 'Teilen'", "the markup <time>; its text is kept",
    ] == [reason for reason in found if "repaired" not in reason]  # fmt: skip


@pytest.mark.parametrize(
    ("page", "headline", "text"),
    [
        ("<title>Rain</title><p>It rained.", "Rain", "It rained."),
        ("<h1> </h1><h1>Rain</h1>It rained.", "Rain", "It rained."),
        ("<article>Ad</article><article><h1>Rain</h1>It rained.</article>", "Rain", "It rained."),
        ("<h1>Rain</h1><article>It rained.</article><article>Ad</article>", "Rain", "It rained."),
        ("<h1>Rain</h1><main>It rained.</main>Ad", "Rain", "It rained."),
        ("It rained.", "", "It rained."),
        ("<svg><title>Icon</title></svg><p>x", "Icon", "x"),
    ],
)
def test_the_place_of_headline_and_body(page: str, headline: str, text: str) -> None:
    article = read(page).article

    assert (headline, text) == (article.headline, article.text.removeprefix("Icon\n\n"))


def test_a_page_without_a_headline_says_so() -> None:
    assert [RULE, "no headline: neither an <h1> nor a <title>"] == reasons("<p>It rained.")


def test_values_that_cannot_be_read_are_reported() -> None:
    found = reasons('<html lang="%"><link rel=canonical href="http://[x"><meta property=article:published_time content=soon><h1>x</h1>')

    assert [
        RULE, "expected a language tag, found '%'", "expected a URL, found 'http://[x'", "no date or time: 'soon'",
    ] == found  # fmt: skip


def test_an_unusual_time_is_repaired_and_reported() -> None:
    page = "<h1>x</h1><meta itemprop='datePublished' content='2026-03-04 12:00'>"

    assert datetime(2026, 3, 4, 12) == read(page).article.published
    assert "an unusually spelt time: '2026-03-04 12:00'" in reasons(page)


def test_a_foreign_page_gets_no_data_of_ours_from_its_head() -> None:
    page = Html().write(nm.Article(headline="Rain")).data.decode().replace('data-nm="1"', "")

    assert RULE in reasons(page)


# Blocks


def p(*content: Any) -> Paragraph:
    return Paragraph(content=content)


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("a <b>bold</b><br>line", [p("a ", Span(text="bold", marks=("strong",)), "\nline")]),
        ("<p>one<!-- gone --> text</p>", [p("one text")]),
        ("<p>a\n  b  c</p>", [p("a b  c")]),
        ("<p>a\fb</p>", [p("a b")]),
        ("<p></p><p> \n </p>", []),
        ("loose<p>block</p>tail", [p("loose"), p("block"), p("tail")]),
        ("<section><div>a</div><div>b</div></section>", [p("a"), p("b")]),
        ("<h3>Head</h3>", [Heading(content="Head", level=3)]),
        ("<h2> </h2>", []),
        ("<p>x <a href='https://a.example/'>link</a></p>", [p("x ", Span(text="link", href="https://a.example/"))]),
        ("<p><span lang=fr>mot</span></p>", [p(Span(text="mot", language="fr"))]),
        ("<blockquote>Said.</blockquote>", [Quote(blocks=[p("Said.")])]),
        ("<blockquote></blockquote>", []),
        ("<blockquote cite='https://a.example/'><p>Said.</p></blockquote>", [Quote(blocks=[p("Said.")], source="https://a.example/")]),
        ("<figure><blockquote>Said.</blockquote><figcaption>She</figcaption></figure>", [Quote(blocks=[p("Said.")], attribution="She")]),
        ("<figure><blockquote>Said.</blockquote>and more</figure>", [Quote(blocks=[p("Said.")]), p("and more")]),
        ("<ul><li>a<li><p>b</p><p>c</p></ul>", [List(items=[[p("a")], [p("b"), p("c")]])]),
        ("<ol><li></li><b>x</b><p>y</p><script>z</script></ol>", [List(items=[[], [p(Span(text="x", marks=("strong",)))], [p("y")]], ordered=True)]),
        ("<ul></ul>", []),
        ("<table><caption>C</caption><tr><th colspan=2>a<tr><td>b<td></table>", [
            Table(caption=["C"], rows=[[Cell(blocks=[p("a")], header=True, colspan=2)], [Cell(blocks=[p("b")]), Cell()]]),
        ]),
        ("<table><colgroup><col></colgroup><thead><tr><td rowspan=2>a</thead></table>", [Table(rows=[[Cell(blocks=[p("a")], rowspan=2)]])]),
        ("<table><caption>C</caption></table>", [p("C")]),
        ("<table><tr></tr></table>", []),
        ("<pre>\n a\n  b\n</pre>", [Preformatted(text=" a\n  b")]),
        ("<pre> \n</pre><hr>", [Preformatted(text=" "), Separator()]),
        ("<pre>\n</pre>", []),
        ("<aside>Box</aside><aside></aside>", [Aside(blocks=[p("Box")])]),
        ("<img src='https://a.example/p' alt='A' width=4>", [
            Figure(media=Media(alt="A", renditions=[Rendition(href="https://a.example/p", width=4)])),
        ]),
        ("<p>before <a href='/x'><img src='/p'></a> after</p>", [p("before"), Figure(media=Media(renditions=[Rendition(href="/p")])), p("after")]),
        ("<img alt='no file'>", []),
        ("<video><source src='/v'></video>", [Figure(media=Media(kind="video", renditions=[Rendition(href="/v")]))]),
        ("<audio src='/s' aria-label='Sound'></audio>", [Figure(media=Media(kind="audio", alt="Sound", renditions=[Rendition(href="/s")]))]),
        ("<figure><a href='/x'><img src='/p'></a><figcaption>C</figcaption></figure>", [
            Figure(media=Media(renditions=[Rendition(href="/p")]), caption=Caption(content=["C"])),
        ]),
        ("<figure><img src='/p'><img src='/q'>loose<figcaption>C</figcaption><figcaption>D</figure>", [
            Figure(media=Media(renditions=[Rendition(href="/p")]), caption=Caption(content=["C"])),
            Figure(media=Media(renditions=[Rendition(href="/q")])), p("loose"), p("D"),
        ]),
        ("<figure><table><tr><td>1</table><figcaption>C</figcaption></figure>", [
            Figure(caption=Caption(content=["C"])), Table(rows=[[Cell(blocks=[p("1")])]]),
        ]),
        ("<figure></figure>", []),
        ("<figure class=nm-embed><p class=nm-title>T</p>words</figure>", [Embed(title="T", blocks=[p("words")])]),
        ("<iframe src='https://v.example/'></iframe>", [Opaque(format="html", markup='<iframe src="https://v.example/"/>')]),
        ("<canvas>alt text</canvas>", [Opaque(format="html", markup="<canvas>alt text</canvas>", text="alt text")]),
        ("<p>a <canvas>alt text</canvas></p>", [p("a alt text")]),
        ("<ul>a<li>b</ul>", [List(items=[(p("a"),), (p("b"),)])]),
        ("<table><tr>a<td>b</td><p>c</p></tr></table>", [p("a"), p("c"), Table(rows=[(Cell(blocks=(p("b"),)),)])]),
        ("<dl><dt>a<dd>b</dl>", [p("a"), p("b")]),
    ],
)  # fmt: skip
def test_markup_as_blocks(markup: str, expected: list[Block]) -> None:
    assert tuple(expected) == read(f"<h1>x</h1><main>{markup}</main>").article.body


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        ("<p>a <abbr>x</abbr></p>", "the markup <abbr>; its text is kept"),
        ("<dl><dt>a</dl>", "the markup <dl>; what stands in it is kept"),
        ("<p><a href='/x'><img src='/p'></a></p>", "the markup <a>; what stands in it is kept"),
        ("<ol start=4><li>a</ol>", "no place for start='4'"),
        ("<ul>x<li>a</ul>", "text that stands outside: 'x'; it is made an item"),
        ("<p>a\x01b</p>", "control characters taken out"),
        ("<p><a href='http://[x'>a</a></p>", "expected a URL, found 'http://[x'"),
        ("<p><span lang='%'>a</span></p>", "expected a language tag, found '%'"),
        ("<pre>a <b>b</b></pre>", "the markup <b>; its text is kept"),
        ("<table><tr><td colspan=0>a</table>", "expected a whole number of at least 1, found '0'"),
        ("<figure><blockquote></blockquote><figcaption>She</figcaption></figure>", "an attribution without a quotation: 'She'"),
        ("<img src='/p' srcset='/q 2x'>", "no place for srcset='/q 2x'"),
        ("<video src='/v' poster='/p'><source src='/w'></video>", "no place for <source>"),
        ("<video src='/v'>no player</video>", "text that stands outside: 'no player'"),
        ("<table><tr><td>a</td></tr><form></form></table>", "no place for <form>"),
    ],
)
def test_what_blocks_cannot_hold_is_reported(markup: str, reason: str) -> None:
    assert reason in reasons(f"<h1>x</h1><main>{markup}</main>")


@pytest.mark.parametrize("tag", ["<blockquote>", "<ul><li>", "<table><tr><td>", "<aside>", "<figure class=nm-embed>"])
def test_blocks_are_nested_as_deep_as_the_model_allows(tag: str) -> None:
    body = read("<h1>x</h1><main>" + tag * 45 + "deep").article.body

    assert MAX_NESTING == nesting(body)
    assert "deep" == plain_text(body)
