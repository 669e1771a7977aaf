"""NITF: what is written and read back, and what real documents hold."""

from __future__ import annotations

import io
from datetime import date, datetime, timedelta, timezone

import pytest

import newsmodel as nm
from newsmodel.contract import Confidence, same
from newsmodel.errors import ReadError
from newsmodel.formats.newsml_g2 import NewsmlG2
from newsmodel.formats.nitf import Nitf
from newsmodel.model import Article, Byline, Concept, Heading, Label, Paragraph, Span
from tests.data import shared

CODEC = Nitf()


def document(head: str = "", body_head: str = "<hedline><hl1>Ferry is late</hl1></hedline>", content: str = "", root: str = "") -> bytes:
    return (
        f"<nitf{root}><head>{head}</head><body><body.head>{body_head}</body.head><body.content>{content}</body.content></body></nitf>"
    ).encode()


@pytest.mark.parametrize(
    "prolog", ["", "<?xml version='1.0'?>", '<!-- <x> -->\n<!DOCTYPE nitf SYSTEM "nitf-3-2.dtd">', "\ufeff"]
)
def test_a_root_named_nitf_is_recognised_and_a_doctype_is_not_followed(prolog: str) -> None:
    data = prolog.encode() + document()

    assert CODEC.recognise(data) is Confidence.SURE
    assert CODEC.read(data).article.headline == "Ferry is late"


def test_a_document_in_elements_of_another_kind_is_read_and_they_are_reported() -> None:
    read = CODEC.read(b"<feed><entry>" + document() + b"</entry></feed>")

    assert "Ferry is late" == read.article.headline
    assert [("/feed", "what stands around <nitf> in <feed>")] == [(loss.path, loss.reason) for loss in read.losses]


@pytest.mark.parametrize(
    ("held", "message"), [(b"", "/feed: expected nitf, found 'feed'"), (2 * document(), r"/feed: 2 articles: read them with stream\(\)")]
)
def test_one_article_is_read_and_none_or_several_are_an_error(held: bytes, message: str) -> None:
    with pytest.raises(ReadError, match=message):
        CODEC.read(b"<feed>" + held + b"</feed>")


def test_articles_are_read_one_at_a_time_and_none_is_an_error() -> None:
    reads = list(CODEC.read_each(io.BytesIO(b"<feed>" + 2 * document() + b"</feed>")))

    assert ["Ferry is late"] * 2 == [read.article.headline for read in reads]
    with pytest.raises(ReadError, match="expected nitf, found no such element"):
        list(CODEC.read_each(io.BytesIO(b"<feed/>")))


def test_what_merely_holds_nitf_is_not_recognised() -> None:
    item = NewsmlG2().write(Article(headline="Rain")).data

    assert CODEC.recognise(b"<newsItem><nitf/></newsItem>") is Confidence.NO
    assert CODEC.recognise(item) is Confidence.NO
    assert NewsmlG2().recognise(item) is Confidence.SURE


def test_a_caption_without_a_picture_is_no_file_without_an_address() -> None:
    article = Article(headline="Ferry is late", body=[nm.Figure(caption=nm.Caption(content="The pier"))])

    assert nm.Read(article=article) == CODEC.read(CODEC.write(article).data)


def test_times_in_the_spelling_of_the_standard_are_no_repair() -> None:
    read = CODEC.read(document('<docdata><date.issue norm="20260304T120000+0100"/><date.expire norm="20260401"/></docdata>'))

    assert read.article.published == datetime(2026, 3, 4, 12, tzinfo=timezone(timedelta(hours=1)))
    assert read.article.expires == date(2026, 4, 1)
    assert read.losses == ()


@pytest.mark.parametrize(("status", "release", "embargoed"), [("usable", 12, False), ("usable", 13, True), ("embargoed", 12, True)])
def test_a_release_is_an_embargo_unless_it_repeats_the_issue(status: str, release: int, embargoed: bool) -> None:
    dates = f'<date.issue norm="20260304T120000Z"/><date.release norm="20260304T{release}0000Z"/>'
    read = CODEC.read(document(f'<docdata management-status="{status}">{dates}</docdata>'))

    assert embargoed == (read.article.embargoed is not None)
    assert read.losses == ()


def test_an_embargo_without_an_end_is_withheld() -> None:
    read = CODEC.read(document('<docdata management-status="embargoed"/>'))

    assert read.article.status == "withheld"
    assert [loss.path for loss in read.losses] == ["/nitf/head/docdata/@management-status"]


def test_messages_to_editors_and_the_audit_trail_are_not_for_readers() -> None:
    head = '<docdata><ed-msg info="Call Bo."/><correction info="Mend the date."/></docdata><revision-history name="Bo Li" function="editor"/>'
    article = CODEC.read(document(head)).article

    assert article.notes == (
        Label(content="Call Bo.", public=False), Label(content="Mend the date.", role="correction", public=False),
    )  # fmt: skip
    assert article.contributors == (Byline(name="Bo Li", role="editor"),)


@pytest.mark.parametrize(("inner", "line"), [
    ("By<person>Ann Bell</person><byttl>Editor</byttl>", "By Ann Bell Editor"),
    ("<person>Ann Bell</person>in Lorne", "Ann Bell in Lorne"),
    ("<person>Ann Bell</person><person>Ida Moreno</person>", "Ann Bell Ida Moreno"),
    ("(<person>Ann Bell</person>)", "(Ann Bell)"),
])  # fmt: skip
def test_words_of_a_line_that_touch_are_set_apart(inner: str, line: str) -> None:
    assert CODEC.read(document(body_head=f"<byline>{inner}</byline>")).article.byline_text == line


def test_a_name_in_the_middle_of_a_word_comes_back() -> None:
    article = Article(headline="x", byline_text="McAnn Bell", bylines=[Byline(name="Ann")], dateline="Newlorne", located=[Concept(name="lorne")])

    assert CODEC.read(CODEC.write(article).data).article == article


def test_a_date_that_only_a_machine_reads_is_no_dateline() -> None:
    date = "<story.date>20260304T120000Z</story.date>"

    read = CODEC.read(document(body_head=f"<dateline><location>Lorne</location>, {date}</dateline>"))
    assert read.article.dateline == "Lorne"
    assert [loss.reason for loss in read.losses if "dateline" in loss.path] == ["no place for the date of the dateline: 2026-03-04 12:00:00+00:00"]
    assert CODEC.read(document(body_head=f"<dateline>{date}</dateline>")).article.dateline is None


def test_a_byline_gives_the_line_and_the_person() -> None:
    head = "<hedline><hl1>x</hl1></hedline><byline>By <person>Ann Bell</person><byttl>editor, <org>Harbour Post</org></byttl></byline>"
    article = CODEC.read(document(body_head=head)).article

    assert article.byline_text == "By Ann Bell editor, Harbour Post"
    assert article.bylines == (Byline(name="Ann Bell", job_title="editor", affiliation="Harbour Post"),)


def test_the_tiers_of_a_subject_are_what_is_broader() -> None:
    tiers = 'tobject.subject.type="Justice" tobject.subject.matter="Police" tobject.subject.detail="Search"'
    read = CODEC.read(document(f'<tobject><tobject.subject tobject.subject.refnum="02003001" {tiers}/></tobject>'))

    broader = Concept(name="Police", broader=[Concept(name="Justice")])
    assert read.article.subjects == (Concept(name="Search", code="02003001", broader=[broader]),)
    assert b'tobject.subject.matter="Police"' in CODEC.write(read.article).data


def test_a_body_keeps_marks_headings_and_reports_what_is_flattened() -> None:
    content = '<p x="1">A <em class="bold">b</em> <person>Bo</person></p><hl2 class="h3">C</hl2><block><p>D</p></block>'
    read = CODEC.read(document(content=content))

    strong = Span(text="b", marks=["strong"])
    assert read.article.body == (
        Paragraph(content=["A ", strong, " Bo"]), Heading(content="C", level=3), Paragraph(content="D"),
    )  # fmt: skip
    paths = {loss.path for loss in read.losses}
    assert paths == {"/nitf/body/body.content/p/@x", "/nitf/body/body.content/p/person"}
    assert all(loss.where is not None and loss.where.line == 1 for loss in read.losses)


def test_an_edited_credit_drops_what_was_read_from_the_old_one() -> None:
    from newsmodel.model import Caption, Figure

    article = Article(headline="x", lead=Figure(caption=Caption(credit="Photo: Bo Li", creator="Bo Li")))
    edited = CODEC.write(article).data.replace(b"<media-producer>Photo: Bo Li", b"<media-producer>Photo: Ann Bell")

    read = CODEC.read(edited)

    assert read.article.lead == Figure(caption=Caption(credit="Photo: Ann Bell"))
    assert len(read.losses) >= 1


@pytest.mark.parametrize("data", [b"", b"<x/>", b"<x><nitf><body/></nitf><nitf><body/></nitf></x>", b"<nitf>"])
def test_what_is_no_single_document_is_a_read_error(data: bytes) -> None:
    with pytest.raises(ReadError):
        CODEC.read(data)


def test_every_sample_reads_and_comes_back() -> None:
    samples = [path for path in sorted(shared("agency/nitf").glob("*/*")) if path.is_file()]
    for sample in samples:
        read = CODEC.read(sample.read_bytes())

        again = CODEC.read(CODEC.write(read.article).data)
        assert same(read.article, again.article), sample.name
        assert again.losses == (), sample.name
        assert read.article.urgency is not None, sample.name
        assert all(loss.path for loss in read.losses), sample.name

    assert len(samples) >= 13


def test_a_broader_concept_without_a_name_goes_to_the_carrier() -> None:
    broader = nm.Concept(code="medtop:11000000")
    article = nm.Article(headline="Rain", subjects=[nm.Concept(code="medtop:20000621", name="vote", broader=[broader])])

    assert article == nm.loads(nm.dumps(article, format="nitf", on_loss="raise"))
