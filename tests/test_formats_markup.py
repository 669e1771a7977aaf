"""Any markup as blocks: what envelopes bring, and what our own pages hold."""

from typing import Any

import pytest

from newsmodel.formats._markup import HTML
from newsmodel.formats._markup.read import MarkupReader
from newsmodel.formats._reading import Reading
from newsmodel.formats.html._details import DataDetails
from newsmodel.model import (
    Aside, Block, Caption, Cell, Embed, Figure, Heading, List, Media, Opaque, Paragraph, Preformatted, Quote, Rendition, Separator,
    Span, Table,
)  # fmt: skip
from newsmodel.model.blocks import nesting
from newsmodel.model.values import MAX_NESTING
from newsmodel.syntax.html import parse
from newsmodel.walk import plain_text


def read(markup: str) -> tuple[tuple[Block, ...], list[str]]:
    """The blocks that markup makes, and the reasons of what was lost."""
    root = parse(f"<main>{markup}</main>".encode()).root
    reading = Reading()
    reader = MarkupReader(reading, HTML, DataDetails(reading), "html")
    blocks = reader.blocks(next(one for one in root.descendants() if one.tag == "main"))
    return tuple(blocks), [loss.reason for loss in reading.losses]


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
    assert tuple(expected) == read(markup)[0]


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
    assert reason in read(markup)[1]


@pytest.mark.parametrize("tag", ["<blockquote>", "<ul><li>", "<table><tr><td>", "<aside>", "<figure class=nm-embed>"])
def test_blocks_are_nested_as_deep_as_the_model_allows(tag: str) -> None:
    body = read(tag * 45 + "deep")[0]

    assert MAX_NESTING == nesting(body)
    assert "deep" == plain_text(body)
