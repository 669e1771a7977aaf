"""NITF inside other formats: what stands in it is read as where it stands alone."""

from __future__ import annotations

import json

import pytest
from hypothesis import assume, given, settings

import newsmodel as nm
from newsmodel import strategies, walk
from newsmodel.contract import Read, same
from newsmodel.formats.nitf import Nitf
from newsmodel.model import Article, Block, Caption, Concept, Figure, Label, Media, Opaque, Paragraph, Rendition

NAR = "http://iptc.org/std/nar/2006-10-01/"
NITF = "http://iptc.org/std/NITF/2006-10-18/"
SAME = "headline kicker standfirst summary byline_text bylines dateline slug urgency keywords votes appeals titles rights published".split()
"""Fields that NITF gives and that these envelopes leave to it."""


def g2(nitf: str, meta: str = "") -> bytes:
    return f"""<newsItem xmlns="{NAR}"><itemMeta/><contentMeta>{meta}</contentMeta><contentSet><inlineXML contenttype="application/nitf+xml">{nitf
    }</inlineXML></contentSet></newsItem>""".encode()


def newsml_1(nitf: str) -> bytes:
    item = f"<NewsComponent><ContentItem><MediaType FormalName='Text'/><DataContent>{nitf}</DataContent></ContentItem></NewsComponent>"
    return f"<NewsML><NewsItem>{item}</NewsItem></NewsML>".encode()


def ninjs(nitf: str) -> bytes:
    return json.dumps({"uri": "urn:x:1", "bodies": [{"contentType": "application/nitf+xml", "value": nitf}]}).encode()


ENVELOPES = {"newsml-g2": g2, "newsml-1": newsml_1, "ninjs": ninjs}


def inside(name: str, nitf: str) -> Read:
    return nm.codec(name).read(ENVELOPES[name](nitf))


def blocks(article: Article) -> list[Block]:
    """The blocks, the lead first: where an envelope has none, a figure at the top is it."""
    return [*([] if article.lead is None else [article.lead]), *article.body]


@pytest.mark.parametrize("name", ENVELOPES)
@given(strategies.articles())
@settings(max_examples=25)
def test_a_document_of_ours_is_read_in_an_envelope_as_alone(name: str, article: Article) -> None:
    written = Nitf().write(article).data.decode().partition("?>")[2].strip()

    assume(name != "newsml-1" or 'source="#' not in written)  # where that is the name of a picture beside the text
    read = inside(name, written).article

    if article.body or article.lead:
        assert same(blocks(article), blocks(read))
        expected = {field: getattr(article, field) for field in SAME}
        assert {field: value for field, value in expected.items() if same(value, getattr(read, field))}.keys() >= {"votes", "appeals"}
        assert expected["headline"] == read.headline


FORMS = {
    "document": "<nitf><body><body.content><p>One.</p></body.content></body></nitf>",
    "namespace": f'<nitf xmlns="{NITF}"><body><body.content><p>One.</p></body.content></body></nitf>',
    "prefix": f'<n:nitf xmlns:n="{NITF}"><n:body><n:body.content><n:p>One.</n:p></n:body.content></n:body></n:nitf>',
    "upper case": "<NITF><BODY><BODY.CONTENT><P>One.</P></BODY.CONTENT></BODY></NITF>",
    "body": "<body><body.head/><body.content><p>One.</p></body.content></body>",
    "body with namespace": f'<body xmlns="{NITF}"><body.content><p>One.</p></body.content></body>',
    "content": "<body.content><block><p>One.</p></block></body.content>",
}


@pytest.mark.parametrize("name", ENVELOPES)
@pytest.mark.parametrize("form", FORMS)
def test_the_document_or_a_part_of_it_with_or_without_a_namespace(name: str, form: str) -> None:
    assert [Paragraph(content="One.")] == list(inside(name, FORMS[form]).article.body)


def test_what_stands_in_a_body_alone() -> None:
    assert [Paragraph(content="One."), Paragraph(content="Two.")] == list(inside("ninjs", "<p>One.</p><block><p>Two.</p></block>").article.body)


@pytest.mark.parametrize("name", ["newsml-g2", "newsml-1"])
def test_parts_beside_each_other_and_what_is_no_part(name: str) -> None:
    read = inside(name, "<body.head><byline>By Ann Bell</byline></body.head><odd>x</odd><body.content><p>One.</p></body.content>")

    assert ("By Ann Bell", "One.") == (read.article.byline_text, read.article.text)
    assert "no place for <odd>: 'x'" in [loss.reason for loss in read.losses]


HEAD = (
    "<head><docdata><urgency ed-urg='3'/><du-key key='FERRY'/><key-list><keyword key='boats'/></key-list></docdata></head>"
    "<body><body.head><hedline><hl1>Ferry saved</hl1></hedline><note><p>Check the fare.</p></note><byline>By <person>Ann Bell</person></byline>"
    "<dateline><location>Saltmarsh</location></dateline></body.head><body.content><p>One.</p></body.content>"
    "<body.end><tagline>Desk</tagline></body.end></body>"
)


@pytest.mark.parametrize("name", ENVELOPES)
def test_what_the_envelope_does_not_say_is_taken(name: str) -> None:
    read = inside(name, f"<nitf>{HEAD}</nitf>")

    article = read.article
    assert ("Ferry saved", "FERRY", 3) == (article.headline, article.slug, article.urgency)
    assert ("By Ann Bell", "Saltmarsh", ("boats",)) == (article.byline_text, article.dateline, article.keywords)
    assert ["Ann Bell"] == [byline.name for byline in article.bylines]
    assert ["Saltmarsh"] == [place.name for place in article.located]
    assert ("One.", 2) == (article.text, len(article.notes))
    assert ["no headline of its own: that of the body is taken"] == [
        loss.reason.partition(" (in")[0] for loss in read.losses if loss.repaired
    ]


def test_what_both_say_alike_is_one_and_what_they_say_differently_is_reported() -> None:
    meta = (
        "<urgency>4</urgency><located><name>Saltmarsh</name></located><creator><name>Ann Bell</name></creator>"
        "<keyword>rivers</keyword><headline>FERRY SAVED!</headline><by>By Ann Bell</by>"
    )

    read = nm.codec("newsml-g2").read(g2(f"<nitf>{HEAD}</nitf>", meta))

    assert ("FERRY SAVED!", 4, ("rivers",)) == (read.article.headline, read.article.urgency, read.article.keywords)
    assert 1 == len(read.article.bylines) == len(read.article.located)
    assert ["no place for <urgency>", "no place for <keyword>"] == [loss.reason for loss in read.losses]


@pytest.mark.parametrize(
    ("media", "figure"),
    [
        ("<media><media-reference data-location='https://x.example/a.jpg'/></media>",
         Figure(media=Media(renditions=[Rendition(href="https://x.example/a.jpg")]))),
        ("<media media-type='image'><media-reference source='a.jpg'/><media-caption>One</media-caption><media-caption>Two</media-caption></media>",
         Figure(media=Media(renditions=[Rendition(href="a.jpg")]), caption=Caption(content="One\nTwo"))),
        ("<media media-type='foto'><media-reference source='a.jpg'/></media>", Figure(media=Media(renditions=[Rendition(href="a.jpg")]))),
        ("<media media-type='data'><media-reference source='a.csv'/></media>", None),
        ("<media><media-reference source='a.csv' mime-type='text/csv'/></media>", None),
    ],
)  # fmt: skip
@pytest.mark.parametrize("name", ["nitf", *ENVELOPES])
def test_pictures_are_read_alike_everywhere(name: str, media: str, figure: Figure | None) -> None:
    nitf = f"<nitf><body><body.content><p>One.</p>{media}</body.content></body></nitf>"

    read = nm.codec(name).read(nitf.encode()) if name == "nitf" else inside(name, nitf)

    assert [Paragraph(content="One."), *([figure] if figure else [])] == list(read.article.body)
    assert figure is not None or any("neither a picture" in loss.reason for loss in read.losses)


VOCABULARY = "<BODY><TEXT><TITLE.X>Ferry saved</TITLE.X><LEDE><P>One <b>bold</b>.</P></LEDE><SAID>Two.</SAID></TEXT></BODY>"


@pytest.mark.parametrize("name", ["newsml-g2", "newsml-1"])
def test_a_vocabulary_of_its_own_that_has_paragraphs_gives_them(name: str) -> None:
    read = inside(name, VOCABULARY)

    assert ["Ferry saved", "One bold.", "Two."] == [walk.plain_text(block) for block in read.article.body]
    assert {"text", "title.x", "lede", "said"} == {
        loss.reason.partition("<")[2].partition(">")[0].lower() for loss in read.losses if "the markup" in loss.reason
    }


def test_an_element_of_its_own_among_known_ones_is_kept_as_it_stands() -> None:
    read = inside("newsml-1", "<p>One.</p><clip-x><p>Two.</p></clip-x>").article

    assert [Paragraph, Opaque] == [type(block) for block in read.body]


def test_notes_of_ours_keep_their_role() -> None:
    note = Label(content="Not before noon.", role="advisory", public=False)
    article = Article(headline="Rain", body=[Paragraph(content="One.")], notes=[note], subjects=[Concept(name="Weather", code="wx")])

    read = inside("newsml-g2", Nitf().write(article).data.decode().partition("?>")[2].strip()).article

    assert ((note,), article.subjects) == (read.notes, read.subjects)
