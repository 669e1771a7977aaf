"""What markup holds that no block does: attributes, text and elements out of place, elements of other vocabularies."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

import newsmodel as nm
from newsmodel.contract import Read
from newsmodel.formats._markup.attributes import is_silent
from newsmodel.model import Block, Cell, Figure, Heading, List, Media, Opaque, Paragraph, Rendition, Span, Table

NAR, XHTML = "http://iptc.org/std/nar/2006-10-01/", "http://www.w3.org/1999/xhtml"


def in_g2(body: str) -> Read:
    content = f'<contentSet><inlineXML><html xmlns="{XHTML}"><body>{body}</body></html></inlineXML></contentSet>'
    return nm.codec("newsml-g2").read(f'<newsItem xmlns="{NAR}"><contentMeta><headline>x</headline></contentMeta>{content}</newsItem>'.encode())


def in_nitf(body: str) -> Read:
    head = "<body.head><hedline><hl1>x</hl1></hedline></body.head>"
    return nm.codec("nitf").read(f"<nitf><body>{head}<body.content>{body}</body.content></body></nitf>".encode())


def in_newsml_1(body: str) -> Read:
    lines = "<NewsLines><HeadLine>x</HeadLine></NewsLines>"
    content = f"<ContentItem><DataContent><html><body>{body}</body></html></DataContent></ContentItem>"
    return nm.codec("newsml-1").read(f"<NewsML><NewsItem><NewsComponent>{lines}{content}</NewsComponent></NewsItem></NewsML>".encode())


def in_ninjs(body: str) -> Read:
    document = {"uri": "urn:x:1", "headlines": [{"value": "x"}], "bodies": [{"contentType": "text/html", "value": body}]}
    return nm.codec("ninjs").read(json.dumps(document).encode())


Reader = Callable[[str], Read]
READERS = pytest.mark.parametrize("read", [in_g2, in_nitf, in_newsml_1, in_ninjs])

SAYING = [
    ('<p data-kind="quote">a</p>', "data-kind='quote'"),
    ('<p itemprop="articleBody">a</p>', "itemprop='articleBody'"),
    ('<p title="b">a</p>', "title='b'"),
    ('<p><a href="https://x.example/" title="b">a</a></p>', "title='b'"),
    ('<p><em data-x="1">a</em></p>', "data-x='1'"),
    ('<ul data-x="1"><li>a</li></ul>', "data-x='1'"),
    ('<ul><li value="3">a</li></ul>', "value='3'"),
    ('<table><tr data-x="1"><td>a</td></tr></table>', "data-x='1'"),
    ('<table><tbody data-x="1"><tr><td>a</td></tr></tbody></table>', "data-x='1'"),
    ('<table><tr><td abbr="b">a</td></tr></table>', "abbr='b'"),
    ('<table><caption data-x="1">b</caption><tr><td>a</td></tr></table>', "data-x='1'"),
    ('<div data-x="1"><p>a</p></div>', "data-x='1'"),
    ('<p onclick="f()">a</p>', "onclick='f()'"),
    ('<p><img src="https://x.example/a.jpg" longdesc="b"/></p>', "longdesc='b'"),
]


@READERS
@pytest.mark.parametrize(("markup", "attribute"), SAYING)
def test_an_attribute_that_says_something_is_reported_once(read: Reader, markup: str, attribute: str) -> None:
    assert [f"no place for {attribute}"] == [loss.reason.partition(" (in")[0] for loss in read(markup).losses]


@READERS
@pytest.mark.parametrize("markup", [
    '<p class="lead" id="p1" style="margin: 0" align="center" lang="en" dir="ltr">a</p>',
    '<p><a href="https://x.example/" target="_blank" rel="nofollow" name="b">a</a></p>',
    '<table border="1" cellpadding="2" width="100%" role="presentation"><tr valign="top"><td align="left" nowrap="nowrap">a</td></tr></table>',
    '<ul type="disc" compact="compact"><li type="square">a</li></ul>',
    '<p><img src="https://x.example/a.jpg" alt="b" width="3" height="4" loading="lazy" class="x"/></p>',
    '<p aria-hidden="true" tabindex="0">a</p>',
])  # fmt: skip
def test_what_only_formats_is_not_reported(read: Reader, markup: str) -> None:
    assert () == read(markup).losses


def test_names_of_elements_decide() -> None:
    assert is_silent("td", "colspan")
    assert not is_silent("p", "colspan")
    assert is_silent("p", "{http://www.w3.org/2001/XMLSchema-instance}type")


def p(text: str) -> Paragraph:
    return Paragraph(content=text)


STRAY: list[tuple[str, list[Block]]] = [
    ("<ul>a<li>b</li>c</ul>", [List(items=[(p("a"),), (p("b"),), (p("c"),)])]),
    ("<ul>a</ul>", [List(items=[(p("a"),)])]),
    ("<table>a<tr>b<td>c</td></tr></table>", [Table(rows=[(Cell(blocks=(p("c"),)),)]), p("b"), p("a")]),
    ("<table><tr><td>c</td><p>d</p></tr><p>e</p></table>", [Table(rows=[(Cell(blocks=(p("c"),)),)]), p("d"), p("e")]),
    ("<img src='https://x.example/a.jpg'>a</img>", [Figure(media=Media(renditions=[Rendition(href="https://x.example/a.jpg")])), p("a")]),
    ("<img>a</img>", [p("a")]),
]


@pytest.mark.parametrize("read", [in_g2, in_nitf, in_newsml_1])
@pytest.mark.parametrize(("markup", "expected"), STRAY)
def test_text_out_of_place_is_kept_and_said_to_be(read: Reader, markup: str, expected: list[Block]) -> None:
    found = read(f"<p>x</p>{markup}")

    assert [p("x"), *expected] == [*found.article.body]
    assert found.losses
    assert all(loss.repaired and "outside" in loss.reason for loss in found.losses)


def test_text_beside_a_file_of_nitf_follows_it() -> None:
    found = in_nitf("<p>x</p><media media-type='image'><media-reference source='a.jpg'/>Ann Bell</media>")

    assert [p("x"), Figure(media=Media(renditions=[Rendition(href="a.jpg")])), p("Ann Bell")] == [*found.article.body]


UNKNOWN: list[tuple[str, list[Block]]] = [
    ("<p>The <firm>Tide</firm> ferry.</p>", [p("The Tide ferry.")]),
    ("<p><firm>Tide</firm> runs.</p>", [p("Tide runs.")]),
    ("<h2>The <firm><b>Tide</b></firm></h2>",
     [Heading(level=2, content=["The ", Span(text="Tide", marks=("strong",))])]),
]  # fmt: skip


@READERS
@pytest.mark.parametrize(("markup", "expected"), UNKNOWN)
def test_an_unknown_element_in_a_line_is_part_of_it(read: Reader, markup: str, expected: list[Block]) -> None:
    found = read(markup)

    assert expected == [*found.article.body]
    assert ["the markup <firm>; its text is kept"] == [loss.reason.partition(" (in")[0] for loss in found.losses]


@READERS
@pytest.mark.parametrize("markup", ["<p>a</p><clip-x src='b'/>", "<p>a</p><clip-x><p>b</p></clip-x>", "<p>a</p><clip-x>b</clip-x>"])
def test_an_unknown_element_by_itself_is_kept_as_it_stands(read: Reader, markup: str) -> None:
    assert [Paragraph, Opaque] == [type(block) for block in read(markup).article.body]


def test_a_note_of_several_paragraphs_keeps_them_apart() -> None:
    note = f'<edNote><p xmlns="{XHTML}">One.</p><p xmlns="{XHTML}">Two.</p></edNote>'
    read = nm.codec("newsml-g2").read(f'<newsItem xmlns="{NAR}"><itemMeta>{note}</itemMeta><contentMeta><headline>x</headline></contentMeta></newsItem>'.encode())

    assert ("One.\nTwo.",) == read.article.notes[0].content
    assert () == read.losses


NEWSML_1 = [
    ("<Property FormalName='Keyword' Value='boats' Code='7'/>", "no place for Code='7'"),
    ("<Property FormalName='Keyword' Value='boats'><Property FormalName='x' Value='y'/></Property>", "no place for <Property>"),
]


@pytest.mark.parametrize(("inner", "reason"), NEWSML_1)
def test_what_a_keyword_says_beside_its_word_is_reported(inner: str, reason: str) -> None:
    lines = "<NewsLines><HeadLine xml:lang='nl'>x</HeadLine></NewsLines>"
    item = f"<NewsComponent xml:lang='en'>{lines}<DescriptiveMetadata>{inner}</DescriptiveMetadata></NewsComponent>"

    read = nm.codec("newsml-1").read(f"<NewsML><NewsItem>{item}</NewsItem></NewsML>".encode())

    assert ("boats",) == read.article.keywords
    assert ["no place for lang='nl'", reason] == [loss.reason for loss in read.losses]


def test_topics_are_read_as_names_and_the_rest_of_them_is_reported() -> None:
    topics = """<TopicSet><Topic Duid='t1'><TopicType FormalName='Company'/><FormalName>TIDE</FormalName>
    <Description xml:lang='en'>Tide Ferries</Description><Description xml:lang='nl'>Tij</Description></Topic>
    <Topic Duid='t2'><FormalName>OTHER</FormalName></Topic></TopicSet>"""
    used = "<DescriptiveMetadata><Language FormalName='en'/><TopicOccurrence Topic='#t1'/></DescriptiveMetadata>"
    lines = "<NewsLines><HeadLine>x</HeadLine></NewsLines>"

    read = nm.codec("newsml-1").read(f"<NewsML><NewsItem><NewsComponent>{topics}{lines}{used}</NewsComponent></NewsItem></NewsML>".encode())

    assert ["Tide Ferries"] == [subject.name for subject in read.article.subjects]
    assert ["no place for <Description>: 'Tij'", "no place for <Topic>: 'OTHER'"] == [loss.reason for loss in read.losses]
