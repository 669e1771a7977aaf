"""NewsML-G2 with a body in NITF: what is written, and what becomes of it when it is edited."""

from __future__ import annotations

import pytest
from lxml import etree

import newsmodel as nm
from newsmodel.formats.newsml_g2 import NewsmlG2
from newsmodel.formats.nitf import Nitf
from tests.laws.test_validity import valid_newsml_g2_nitf
from tests.test_formats_newsml_g2 import rich_article

CODEC = NewsmlG2(body="nitf")
STORY = nm.Article(
    id="urn:x:1", headline="Ferry is late",
    body=[
        nm.Paragraph(content=["It came ", nm.Span(text="at noon", marks=["strong"]), "."]),
        nm.Figure(caption=nm.Caption(content="The pier", credit="Ann Bell/Coast Wire", creator="Ann Bell", agencies=["Coast Wire"])),
        nm.Opaque(format="own", markup="<tide/>"),
    ],
)  # fmt: skip


def nitf_of(data: bytes) -> bytes:
    (nitf,) = etree.fromstring(data).iter("{*}nitf")
    nitf.tail = None
    return etree.tostring(nitf)


@pytest.mark.parametrize("document", ["item", "message"])
def test_an_article_with_everything_comes_back(document: str) -> None:
    article = rich_article()
    written = NewsmlG2(body="nitf", document=document).write(article)  # type: ignore[arg-type]  # pytest has no literals

    valid_newsml_g2_nitf(written.data)
    assert written.losses == ()
    assert nm.Read(article=article) == CODEC.read(written.data) == NewsmlG2().read(written.data)


def test_the_body_is_a_document_of_nitf_by_itself() -> None:
    data = CODEC.write(STORY).data

    assert b'<inlineXML contenttype="application/nitf+xml">\n<nitf ' in data
    assert b"<h:" not in data
    assert nm.Read(article=nm.Article(headline="Ferry is late", body=STORY.body)) == Nitf().read(nitf_of(data))


def test_without_lead_and_body_there_is_no_content() -> None:
    assert b"contentSet" not in CODEC.write(nm.Article(headline="Ferry is late")).data


def test_an_edited_text_is_what_is_read() -> None:
    data = CODEC.write(STORY).data.replace(b"at noon", b"at one").replace(b"Ann Bell/Coast Wire</media", b"Vale</media")

    read = CODEC.read(data)

    assert read.article.text.startswith("It came at one.")
    assert nm.Caption(content="The pier", credit="Vale") == read.article.captions[0]
    assert ["creator and agencies of a credit that has changed"] == [loss.reason for loss in read.losses]


@pytest.mark.parametrize(("old", "new", "path"), [
    ("<hl1>Ferry", "<hl1>Bus", "body/body.head/hedline/hl1"), ("<title>Ferry", "<title>Bus", "head/title"),
    ("<body.head>", "loose<body.head>", "body"), ("<p>", '<p lede="true">', "body/body.content/p/@lede"),
    ("<p>", '<p nm:made="up">', "body/body.content/p/@made"), ('3.6//EN" nm:mapping="1"', '3.6//EN" nm:mapping="9"', "@mapping"),
])  # fmt: skip
def test_what_else_is_edited_is_reported_at_its_place(old: str, new: str, path: str) -> None:
    data = CODEC.write(STORY).data
    edited = data.replace(old.encode(), new.encode(), 1)

    read = CODEC.read(edited)

    assert edited != data
    assert STORY == read.article
    assert f"/newsItem/contentSet/inlineXML/nitf/{path}" in [loss.path for loss in read.losses]


def test_an_update_writes_nitf() -> None:
    paragraph = nm.Paragraph(content=["It ", nm.Span(text="never", marks=["underline"]), " came."])
    edited = nm.evolve(STORY, body=[paragraph, *STORY.body[1:]])

    updated = CODEC.update(CODEC.write(STORY).data, edited).data

    valid_newsml_g2_nitf(updated)
    assert b'<p>It <em class="underline">never</em> came.</p>' in updated
    assert nm.Read(article=edited) == CODEC.read(updated)
