"""NewsML-G2 as agencies send it: catalogues, facts inside the body, several texts, wrappers."""

from __future__ import annotations

import io
import pickle
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsmodel as nm
from newsmodel.contract import same
from newsmodel.formats.newsml_g2 import NewsmlG2
from newsmodel.formats.newsml_g2._catalog import IPTC, resolved
from newsmodel.model import Article, Concept, Heading, Paragraph

CODEC = NewsmlG2()
NAR = "http://iptc.org/std/nar/2006-10-01/"
TOPIC = "http://cv.iptc.org/newscodes/mediatopic/04000000"


def item(content_meta: str = "", body: str = "", before: str = "", namespace: str = f' xmlns="{NAR}"') -> str:
    return (
        f'<newsItem{namespace} guid="urn:x:1">{before}<itemMeta><versionCreated>2026-03-04T10:15:00Z</versionCreated></itemMeta>'
        f"<contentMeta><headline>Night ferry is saved</headline>{content_meta}</contentMeta>"
        + (f"<contentSet>{body}</contentSet>" if body else "") + "</newsItem>"
    )  # fmt: skip


def html(inner: str, kind: str = "application/xhtml+xml") -> str:
    return f'<inlineXML contenttype="{kind}"><html xmlns="http://www.w3.org/1999/xhtml"><body>{inner}</body></html></inlineXML>'


def read(*args: str, codec: NewsmlG2 = CODEC, **named: str) -> nm.Read:
    return codec.read(item(*args, **named).encode())


# Catalogues


def test_a_qcode_of_the_iptc_is_resolved() -> None:
    subject = "<subject qcode='medtop:04000000'><broader qcode='medtop:1'/></subject><subject qcode='own:7'/><subject qcode='medtop:'/>"

    found = read(subject).article.subjects

    assert [concept.uri for concept in found] == [TOPIC, None, None]
    assert found[0].broader[0].uri == "http://cv.iptc.org/newscodes/mediatopic/1"


def test_a_uri_that_is_stated_counts() -> None:
    assert read("<subject qcode='medtop:04000000' uri='https://x.example/4'/>").article.subjects[0].uri == "https://x.example/4"


@pytest.mark.parametrize("catalog", [{"own": "https://own.example/"}, [("own", "https://own.example/")]])
def test_a_user_adds_schemes(catalog: dict[str, str]) -> None:
    codec = NewsmlG2(catalog=catalog)
    article = read("<subject qcode='own:7'/>", codec=codec).article

    assert article.subjects == (Concept(code="own:7", uri="https://own.example/7"),)
    assert CODEC.read(codec.write(article).data).article == article
    assert next(codec.read_each(io.BytesIO(item("<subject qcode='own:7'/>").encode()))).article == article
    assert pickle.loads(pickle.dumps(codec)) == codec
    assert hash(codec) == hash(NewsmlG2(catalog=catalog))


def test_a_catalogue_inside_the_document_goes_first() -> None:
    before = "<catalog><scheme alias='medtop' uri='https://inner.example/'/><scheme alias='bad' uri='not a url '/><other/></catalog>"
    message = f'<newsMessage xmlns="{NAR}"><header><catalog><scheme alias="own" uri="https://outer.example/"/></catalog></header><itemSet>'
    subjects = "<subject qcode='medtop:1'/><subject qcode='own:2'/><subject qcode='bad:3'/>"

    found = CODEC.read((message + item(subjects, before=before) + "</itemSet></newsMessage>").encode()).article.subjects

    assert [concept.uri for concept in found] == ["https://inner.example/1", "https://outer.example/2", None]


@given(st.sampled_from(sorted(IPTC)), st.from_regex("[0-9a-z/]{1,8}", fullmatch=True), st.booleans(), st.sampled_from(["subjects", "sections", "genres"]))
def test_our_documents_state_a_resolved_uri_once_and_never_invent_one(alias: str, term: str, known: bool, field: str) -> None:
    code = f"{alias}:{term}"
    uri = resolved(code, IPTC) if known else None
    concept = Concept(code=code, uri=uri, broader=[Concept(code=code, uri=uri)])
    fields: dict[str, Any] = {field: [concept]}
    article = Article(headline="Ferry", **fields)

    written = CODEC.write(article)
    back = CODEC.read(written.data)

    assert same(article, back.article)
    assert back.losses == written.losses == ()
    assert CODEC.write(back.article).data == written.data
    assert uri is None or uri.encode() not in written.data.partition(b"<nm:details")[0].replace(b"catalog.IPTC", b"")


def test_a_code_that_was_changed_after_it_was_resolved_is_reported() -> None:
    data = CODEC.write(Article(headline="Ferry", subjects=[Concept(code="medtop:04000000", uri=TOPIC)])).data

    found = CODEC.read(data.replace(b"medtop:04000000", b"own:04000000"))

    assert found.article.subjects == (Concept(code="own:04000000"),)
    assert [loss.reason for loss in found.losses] == ["no URI is known for 'own:04000000'"]


# Bodies


FACTS = """<header><h1>Night ferry is saved</h1><ul class="slugline"><li>Ferry</li><li>Night</li></ul>
<time class="publicationDate" data-datetime="2026-03-04T10:15:00Z">4 March</time></header><p class="byline">By Ann Bell</p>
<p><span class="dateline">SALTMARSH <span class="credit">(Tide)</span> - </span>It came at noon.</p>"""


def test_facts_inside_the_body_are_taken_and_what_repeats_is_no_part_of_it() -> None:
    found = read("<slugline>Ferry/Night</slugline>", html(FACTS))

    article = found.article
    assert article.byline_text == "By Ann Bell"
    assert (article.dateline, article.credit, article.slug) == ("SALTMARSH (Tide) -", "(Tide)", "Ferry/Night")
    assert article.text == "SALTMARSH (Tide) - It came at noon."
    assert [loss.reason for loss in found.losses] == []


def test_facts_inside_the_body_that_say_otherwise_are_reported() -> None:
    found = read("<by>By Ida Moreno</by>", html(FACTS.replace("10:15", "11:15").replace("<h1>Night", "<h1>No")))

    assert found.article.byline_text == "By Ida Moreno"
    assert found.article.body[0] == Heading(level=1, content="No ferry is saved")
    assert [loss.reason for loss in found.losses] == [
        "no place for another time: '2026-03-04T11:15:00Z'", "no place for <p>: 'By Ann Bell'",
    ]  # fmt: skip


def test_blocks_in_a_note_are_its_lines() -> None:
    xhtml = 'xmlns="http://www.w3.org/1999/xhtml"'
    note = f"<edNote><section {xhtml}><header><h3>Notes</h3></header><ul><li>A map follows.</li><li>Call <a href='https://a.example/'>Bo</a>.</li></ul><p>End</p></section></edNote>"
    document = item().replace("</itemMeta>", f"{note}</itemMeta>")

    found = CODEC.read(document.encode())

    link = nm.Span(text="Bo", href="https://a.example/")
    assert found.article.notes == (nm.Label(content=("Notes\nA map follows.\nCall ", link, ".\nEnd"), public=False),)
    assert [loss.reason for loss in found.losses] == ["the markup <h3>; its text is kept", "the markup <ul>; its text is kept"]


def test_labels_that_touch_are_set_apart_and_words_in_a_paragraph_are_not() -> None:
    labels = '<div><span class="place">Lorne</span><span class="agency">Coast Wire</span></div>'

    found = read(body=html(f'{labels}<p><span class="cap">L</span><span class="rest">orne</span></p>'))

    assert found.article.text == "Lorne Coast Wire\n\nLorne"
    assert [(loss.reason, loss.repaired) for loss in found.losses] == [("a label that touches the one before; a space set between them", True)]


def test_an_unknown_element_in_a_sentence_is_a_part_of_it_and_one_beside_it_is_kept() -> None:
    found = read(body=html("<p>Shares of <company>Coast Wire</company> rose.</p><p><chart>1, 2, 3</chart></p>"))

    sentence, chart = found.article.body
    assert sentence == Paragraph(content="Shares of Coast Wire rose.")
    assert isinstance(chart, nm.Opaque)
    assert chart.text == "1, 2, 3"
    assert [loss.reason for loss in found.losses] == ["the markup <company>; its text is kept"]


def test_a_picture_that_counts_readers_is_no_part_of_the_text() -> None:
    found = read(body=html('<p>One.</p><p><img src="https://count.example/x" width="1" height="1"/></p><img src="https://post.example/a.jpg" width="1" height="90"/>'))

    assert [figure.media.renditions[0].href for figure in found.article.figures if figure.media] == ["https://post.example/a.jpg"]
    assert [loss.reason for loss in found.losses] == ["a picture of one pixel, which only counts readers"]


def test_a_class_in_a_quotation_or_of_a_long_text_is_no_fact() -> None:
    long = "word " * 60
    article = read("", html(f'<blockquote><p class="byline">Ann</p></blockquote><p class="author">{long}</p>')).article

    assert article.byline_text is None
    assert len(article.body) == 2


def test_a_heading_that_repeats_the_standfirst_is_no_part_of_the_text() -> None:
    meta = '<headline role="hld:subHeadline">The council votes</headline>'
    repeated = "<h2>The council votes</h2>"

    found = read(meta, body=html(repeated + "<p>One.</p>" + repeated))
    alone = read(meta, body=html(repeated))

    assert [type(block) for block in found.article.body] == [Paragraph, Heading]
    assert [type(block) for block in alone.article.body] == [Heading]


def test_a_genre_of_the_metadata_and_a_teaser_that_is_the_headline_are_no_part_of_the_text() -> None:
    genre = "<genre qcode='own:1'><name>Analysis</name></genre>"
    body = '<p class="genre x-1">Analysis</p><p class="genre">Opinion</p><p class="teaser">Night ferry is saved</p><p class="teaser">And the buses?</p>'

    found = read(genre, body=html(body))

    assert found.article.text == "Opinion\n\nAnd the buses?"
    assert found.losses == ()


def test_our_own_documents_keep_their_headings() -> None:
    article = Article(headline="Ferry", body=[Heading(level=1, content="Ferry"), Paragraph(content="It came.")])

    assert CODEC.read(CODEC.write(article).data).article == article


def test_a_heading_of_the_body_is_the_headline_where_there_is_none() -> None:
    found = CODEC.read(item("", html("<h1>From the body</h1><p>Text.</p>")).replace("<headline>Night ferry is saved</headline>", "").encode())

    assert found.article.headline == "From the body"
    assert found.article.text == "Text."


@pytest.mark.parametrize(
    "body",
    [
        html("<p>One.</p>", "xhtml/xml"),
        html("<p>One.</p>").replace(' xmlns="http://www.w3.org/1999/xhtml"', ""),
        html("<p>One.</p>").replace("http://www.w3.org/1999/xhtml", ""),
        '<inlineData contenttype="text/html; charset=utf-8">&lt;div>&lt;p>One.&lt;/p>&lt;/div></inlineData>',
        "<inlineData>&lt;p>One.&lt;/p></inlineData>",
        "<inlineXML>&lt;p>One.&lt;/p></inlineXML>",
        "<inlineXML><nitf><body><body.content><p>One.</p></body.content></body></nitf></inlineXML>",
    ],
)
def test_bodies_of_odd_kinds(body: str) -> None:
    assert read("", body).article.body == (Paragraph(content="One."),)


def test_the_richest_of_several_texts_is_read_and_the_others_are_reported() -> None:
    plain, escaped, marked = "<inlineData>Plain.</inlineData>", "<inlineData>&lt;p>Escaped.&lt;/p></inlineData>", html("<p>Marked.</p>")

    assert read("", plain + escaped + marked).article.text == "Marked."
    found = read("", plain + escaped)
    assert found.article.text == "Escaped."
    assert [loss.reason for loss in found.losses] == ["no place for <inlineData>: 'Plain.'"]


def test_the_head_of_an_nitf_body_fills_what_is_missing() -> None:
    nitf = """<inlineXML><nitf><body><body.head><hedline><hl1>Night ferry is saved</hl1></hedline><byline>By Ann Bell</byline>
    <dateline>SALTMARSH</dateline></body.head><body.content><p>One.</p></body.content></body></nitf></inlineXML>"""

    found = read("", nitf)

    assert (found.article.byline_text, found.article.dateline) == ("By Ann Bell", "SALTMARSH")
    assert found.losses == ()


# Documents


@pytest.mark.parametrize("name", ["feed", "{urn:x}envelope"])
def test_a_wrapper_around_an_item_or_a_message_is_passed_and_reported(name: str) -> None:
    tag, space = name.rpartition("}")[2], f' xmlns="{name[1:].partition("}")[0]}"' if name.startswith("{") else ""
    for inner in (item(), f'<newsMessage xmlns="{NAR}"><itemSet>{item()}</itemSet></newsMessage>'):
        data = f"<{tag}{space}>{inner}</{tag}>".encode()

        assert CODEC.read(data).article.headline == "Night ferry is saved"
        assert [loss.reason for loss in CODEC.read(data).losses] == [f"the wrapper <{tag}> around the news item"]
        assert [found.article.headline for found in CODEC.read_each(io.BytesIO(data))] == ["Night ferry is saved"]


def test_a_message_without_namespace_or_header_and_a_package_in_it() -> None:
    data = f"<newsMessage><itemSet><packageItem guid='p'><groupSet/></packageItem>{item(namespace='')}</itemSet></newsMessage>".encode()

    found = CODEC.read(data)

    assert found.article.headline == "Night ferry is saved"
    assert [(loss.reason, loss.repaired) for loss in found.losses] == [
        ("a message without a header", True),
        ("<packageItem> is a package of other items", False),
        ("no namespace: read as NewsML-G2", True),
    ]
