"""NewsML-G2: what is written and read back, field by field."""

from __future__ import annotations

import io
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from attrs import evolve
from lxml import etree

from newsmodel.contract import Confidence, Read, same
from newsmodel.errors import ReadError
from newsmodel.formats.newsml_g2 import NewsmlG2
from newsmodel.model import (
    Article, Aside, Byline, Caption, Cell, Concept, Coordinates, Count, DonationAppeal, Embed, Evidence, Figure, Heading,
    Identifier, Label, Link, List, Media, Opaque, Paragraph, Preformatted, Quote, Rendition, Rights, Separator, Span,
    SuggestedAmount, Table, Vote,
)  # fmt: skip

CODEC = NewsmlG2()
NAR = "http://iptc.org/std/nar/2006-10-01/"
PARIS = timezone(timedelta(hours=1))


def rich_article() -> Article:
    """An article that has something in every field, and in most of their parts."""
    return Article(
        id="urn:newsml:harbour.example:20260304:1",
        version=3,
        identifiers=[Identifier(value="HP-117", scheme="hpid:desk"), Identifier(value="x 1"), Identifier(value="y", scheme="old key")],
        url="https://harbour.example/a/1",
        links=[
            Link(href="https://harbour.example/a/0", title="Earlier", type="text/html", language="en", version="2"),
            Link(rel="derivedFrom", href="urn:newsml:harbour.example:wire:7", version="2b"),
            Link(rel="isBasedOn", href="https://e.example/"), Link(rel="irel:seeAlso", href="http://e.example:99999999/"),
        ],
        language="en-GB",
        headline="Council adjourns after tie",
        kicker="Harbour",
        standfirst=["A vote on the ", Span(text="old pier", marks=("emphasis",)), " ended level\nfor the second time"],
        summary=["The council ", Span(text="did not decide", href="https://harbour.example/why"), "."],
        titles=[
            Label(content="Tie on the pier", role="seo", language="en", date=date(2026, 3, 4)),
            Label(content="Pier", role="hp:short", public=False), Label(content="Pier again"),
        ],
        slug="HARBOUR-PIER",
        bylines=[
            Byline(
                name="Ann Bell", role="author", job_title="harbour editor", affiliation="Harbour Post", location="Northport",
                email="ann@harbour.example", id="staff:bell", url="https://harbour.example/ann",
                same_as=["https://social.example/ann", "relative/ann"],
            ),
            Byline(kind="organization", affiliation="Coast Wire", role="https://e.example/role/source"),
        ],
        byline_text="By Ann Bell in Northport",
        contributors=[Byline(name="desk7", id="desk 7", job_title="hpjobs:sub")],
        dateline="NORTHPORT, March 4",
        located=[
            Concept(name="Northport", code="geo:1", type="cptype:city", position=Coordinates(latitude=Decimal("54.5"), longitude=Decimal("-1.25")))
        ],
        credit="Harbour Post/Coast Wire",
        created=datetime(2026, 3, 4, 10, 0, 30),  # no offset is stated
        published=date(2026, 3, 4),
        updated=datetime(2026, 3, 4, 12, 0, tzinfo=PARIS),
        embargoed=datetime(2026, 3, 4, 13, 30, tzinfo=PARIS),
        expires=date(2026, 4, 4),
        status="usable",
        signals=[Concept(code="sig:update", name="Update")],
        urgency=4,
        access="metered",
        genres=[Concept(code="genre:Current", name="Current", relevance=80, confidence=Decimal("99.5"))],
        sections=[Concept(name="Politics", code="the politics desk", uri="https://harbour.example/politics", type="sec:x", same_as=["p:1"])],
        subjects=[
            Concept(
                name="local government", code="medtop:1", uri="http://cv.example/1", type="cpnat:abstract", rel="about", relevance=90,
                broader=[Concept(name="politics", code="medtop:2", broader=[Concept(code="medtop:3")])],
                same_as=["wd:Q1", "https://w.example/1", "no code"],
            ),
            Concept(name="Old Pier", position=Coordinates(latitude=Decimal(1), longitude=Decimal(2)), uri="http://[::1]/"),
        ],
        keywords=["pier", "harbour council"],
        publisher=Concept(name="Harbour Post", uri="https://harbour.example/"),
        sources=[Concept(name="Coast Wire", code="wire")],
        rights=Rights(
            holder=Concept(name="Harbour Post"), year=2026, url="https://harbour.example/rights",
            notices=[Label(content="© 2026 Harbour Post", language="en")], terms=[Label(content=["No ", Span(text="archive", marks=("strong",))])],
        ),
        lead=Figure(
            media=Media(
                id="urn:newsml:harbour.example:pic:1", title="Pier", alt="A pier", rights=Rights(year=2025),
                renditions=[Rendition(href="https://harbour.example/p.jpg", width=800, height=600, size=9), Rendition(href="https://harbour.example/s.jpg")],
            ),
            caption=Caption(content="The old pier.", credit="Photo: Bo Li/Coast Wire", creator="Bo Li", agencies=["Coast Wire"]),
        ),
        body=[
            Paragraph(content=["The council ", Span(text="voted", marks=("strong",), language="en"), " on Tuesday."]),
            Heading(content="A second tie", level=3),
            Quote(blocks=[Paragraph(content="We will try again.")], attribution="Cy Dunn, mayor", source="https://harbour.example/dunn", role="pull"),
            List(ordered=True, items=[[Paragraph(content="One")], [Paragraph(content="Two"), Paragraph(content="Three")]]),
            Table(caption="Votes", rows=[[Cell(blocks=[Paragraph(content="Yes")], header=True), Cell(blocks=[Paragraph(content="11")], colspan=2)]]),
            Embed(url="https://video.example/1", provider="video.example", title="The session", blocks=[Paragraph(content="A recording.")]),
            Preformatted(text="11\t11\n"[:-1]), Separator(),
            Aside(role="factbox", blocks=[Paragraph(content="The pier was built in 1871.")]),
            Opaque(format="html", markup="<x-chart id='1'>11</x-chart>", text="11"),
        ],
        votes=[
            Vote(
                motion="To close the pier", voting_body="Harbour Council", counts=[Count(option="yes", value=11), Count(option="no", value=11)],
                margin=0, result="tied", requirement="a majority", held=date(2026, 3, 3), evidence=Evidence(quote="voted", block=0, start=12),
            ),
            Vote(counts=[Count(option="yes", value=Decimal("61.5"), unit="percent")], unanimous=True),
        ],
        appeals=[
            DonationAppeal(
                kind="membership", heading="Join", paragraphs=["We need you.", "Today."], beneficiary="Harbour Post", call_to_action="Give now",
                amounts=[SuggestedAmount(value=Decimal("5.5"), currency="GBP", period="P1M")], url="https://harbour.example/join",
            )
        ],
        notes=[
            Label(content="Call the desk on 7", role="contact", public=False), Label(content="Corrects the count", role="hpnote:correction", date=date(2026, 3, 5))
        ],
    )  # fmt: skip


def document(*, item_meta: str = "", content_meta: str = "", content: str = "", root: str = "") -> bytes:
    """Somebody else's news item."""
    return (
        f'<newsItem xmlns="{NAR}" guid="urn:x:1" standard="NewsML-G2" standardversion="2.9" conformance="power"{root}><itemMeta>'
        f'<itemClass qcode="ninat:text"/>{item_meta}</itemMeta><contentMeta>{content_meta}</contentMeta>{content}</newsItem>'
    ).encode()


def body_of(inner: str) -> str:
    return f'<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body>{inner}</body></html></inlineXML></contentSet>'


def reasons(read: Read) -> list[str]:
    return [loss.reason for loss in read.losses]


def test_an_article_with_everything_comes_back() -> None:
    article = rich_article()

    written = CODEC.write(article)
    read = CODEC.read(written.data)

    assert written.losses == ()
    assert written.filled == ()
    assert read.losses == ()
    assert same(article, read.article)
    assert CODEC.write(read.article).data == written.data


def test_what_the_schema_demands_is_filled_and_reads_back_as_absent() -> None:
    article = Article(headline="Rain", published=date(2026, 3, 4), updated=date(2026, 3, 5))

    written = CODEC.write(article)

    filled = {one.name: one.value for one in written.filled}
    assert ["guid", "provider", "versionCreated"] == sorted(filled)
    assert filled["versionCreated"] == "2026-03-05T00:00:00Z"
    assert CODEC.read(written.data) == Read(article=article)
    assert CODEC.write(article) == written


def test_a_value_that_was_filled_and_changed_since_counts() -> None:
    data = CODEC.write(Article(headline="Rain")).data

    guid = CODEC.read(data.replace(b'" standard=', b'9" standard='))
    provider = CODEC.read(data.replace(b'<provider literal="unknown"/>', b'<provider literal="wire"/>'))
    moment = CODEC.read(data.replace(b">1970-01-01T00:00:00Z<", b">1971-01-01T00:00:00Z<"))

    assert guid.article.id is not None
    assert guid.article.id.endswith("9")
    assert provider.article.publisher == Concept(code="wire")
    assert moment.article.updated == datetime(1971, 1, 1, tzinfo=timezone.utc)
    assert all("not" in reasons(read)[0] for read in (guid, provider, moment))


def test_an_empty_headline_is_stated() -> None:
    assert CODEC.read(CODEC.write(Article(headline="")).data) == Read(article=Article(headline=""))
    assert reasons(CODEC.read(document())) == ["no headline"]
    assert reasons(CODEC.read(document(content_meta="<headline/>"))) == ["an empty headline"]


def test_the_edited_text_of_a_written_document_is_what_is_read() -> None:
    data = CODEC.write(rich_article()).data

    read = CODEC.read(data.replace(b"<name>Ann Bell</name>", b"<name>Ann Bell-Cox</name>").replace(b">Photo: Bo Li/Coast Wire", b">Photo: Bo Li"))

    assert read.article.bylines[0].name == "Ann Bell-Cox"
    assert read.article.lead is not None
    assert read.article.lead.caption == Caption(content="The old pier.", credit="Photo: Bo Li")
    assert ["creator and agencies of a credit that has changed"] == reasons(read)


@pytest.mark.parametrize("version", ["2.35", "2.36"])
def test_the_version_of_the_standard_is_an_option(version: str) -> None:
    assert f'standardversion="{version}"'.encode() in NewsmlG2(standard_version=version).write(Article(headline="Rain")).data


def test_a_version_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="standard_version"):
        NewsmlG2(standard_version='2"')


# Recognition

RECOGNISED = [
    (b"", Confidence.NO),
    (b'{"a": 1}', Confidence.NO),
    (b"<!DOCTYPE html><html>", Confidence.NO),
    (b"\n<html lang='en'>", Confidence.NO),
    (b"<3 this is text", Confidence.NO),
    (b"<?xml version='1.0'?><nitf>", Confidence.MAYBE),
    (b"\xef\xbb\xbf<rss>", Confidence.MAYBE),
    (b"<newsItem guid='1'>", Confidence.LIKELY),
    (f"<?xml version='1.0'?><!-- c --><newsItem xmlns='{NAR}'>".encode(), Confidence.SURE),
    (f"<n:newsMessage xmlns:n='{NAR}'>".encode(), Confidence.SURE),
    (f"<packageItem xmlns='{NAR}'>".encode(), Confidence.SURE),
    (f"<newsItem xmlns='{NAR}'>".encode("utf-16"), Confidence.SURE),
    (f"<newsItem xmlns='{NAR}'>".encode("utf-16-be"), Confidence.SURE),
]


@pytest.mark.parametrize(("head", "confidence"), RECOGNISED)
def test_recognition(head: bytes, confidence: Confidence) -> None:
    assert confidence == CODEC.recognise(head)


def test_own_documents_are_recognised() -> None:
    assert CODEC.recognise(CODEC.write(rich_article()).data[:8192]) is Confidence.SURE


# Messages


SENT = "no place for <sent>: '2026-03-04T12:00:00Z'"


def message(*items: bytes) -> bytes:
    inner = b"".join(items)
    return f'<newsMessage xmlns="{NAR}"><header><sent>2026-03-04T12:00:00Z</sent></header><itemSet>'.encode() + inner + b"</itemSet></newsMessage>"


def titled(headline: str, item_class: str = "text") -> bytes:
    return document(content_meta=f"<headline>{headline}</headline>").replace(b"ninat:text", f"ninat:{item_class}".encode())


CONCEPT = f'<conceptItem xmlns="{NAR}"/>'.encode()
PACKAGE = f'<packageItem xmlns="{NAR}" guid="p"><itemMeta/></packageItem>'.encode()


def test_the_only_text_of_a_message_is_its_article() -> None:
    read = CODEC.read(message(PACKAGE, titled("A picture", "picture"), titled("Rain")))

    assert read.article.headline == "Rain"
    assert [SENT, "<packageItem> is a package of other items", "<newsItem> urn:x:1 beside the article"] == reasons(read)


def test_a_message_of_several_articles_is_for_stream() -> None:
    with pytest.raises(ReadError, match=r"2 articles.*stream\(\)"):
        CODEC.read(message(titled("One"), titled("Two")))


@pytest.mark.parametrize("data", [message(), message(CONCEPT), CONCEPT, f'<planningItem xmlns="{NAR}"/>'.encode()])
def test_a_document_without_an_article_says_what_it_holds(data: bytes) -> None:
    with pytest.raises(ReadError, match=r"expected (an article|a newsItem)"):
        CODEC.read(data)
    with pytest.raises(ReadError, match="expected a newsItem"):
        list(CODEC.read_each(io.BytesIO(data)))


def test_read_each_gives_one_item_after_the_other() -> None:
    found = CODEC.read_each(io.BytesIO(message(PACKAGE, titled("One"), titled("Two"), PACKAGE)))

    first, second = found
    assert ("One", "Two") == (first.article.headline, second.article.headline)
    assert [SENT, "<packageItem> is a package of other items"] == reasons(first)
    assert ["<packageItem> is a package of other items"] == reasons(second)


def test_codes_are_resolved_by_the_catalogue_in_the_header_of_a_message_by_either_reader() -> None:
    item = document(content_meta='<headline>Rain</headline><subject qcode="own:rain"/>')
    catalog = b'<catalog><scheme alias="own" uri="https://paper.example/own/"/></catalog></header>'
    data = message(item).replace(b"</header>", catalog)

    read = CODEC.read(data)
    assert ["https://paper.example/own/rain"] == [subject.uri for subject in read.article.subjects]
    assert [read] == list(CODEC.read_each(io.BytesIO(data)))


TOP_STORIES = f"""<packageItem xmlns="{NAR}" guid="urn:x:top" version="2"><itemMeta><itemClass qcode="ninat:composite"/></itemMeta>
<contentMeta><headline>Top stories</headline></contentMeta><groupSet root="g"><group id="g" role="group:main">
<itemRef residref="urn:x:rain" version="3" contenttype="application/vnd.iptc.g2.newsitem+xml"><title>Rain</title><urgency>4</urgency></itemRef>
<itemRef href="https://harbour.example/sun"><headline>Sun</headline></itemRef><itemRef/></group></groupSet></packageItem>""".encode()


@pytest.mark.parametrize("data", [TOP_STORIES, message(TOP_STORIES)])
def test_a_package_alone_is_an_article_that_links_to_its_items(data: bytes) -> None:
    read = CODEC.read(data)

    links = [
        Link(rel="hasPart", href="urn:x:rain", title="Rain", type="application/vnd.iptc.g2.newsitem+xml", version="3"),
        Link(rel="hasPart", href="https://harbour.example/sun", title="Sun"),
    ]
    assert Article(id="urn:x:top", version=2, headline="Top stories", links=links) == read.article
    assert [
        "<packageItem> is a package of other items: read as an article that links to them", "no place for role='group:main'",
        "no place for <urgency>: '4'", "a reference without an address",
    ] == reasons(read)[-4:]  # fmt: skip
    assert [read] == list(CODEC.read_each(io.BytesIO(data)))


def test_a_package_beside_articles_is_reported_with_its_references() -> None:
    data = message(TOP_STORIES, titled("Rain"))

    one, (each,) = CODEC.read(data), CODEC.read_each(io.BytesIO(data))

    assert ("Rain", "Rain") == (one.article.headline, each.article.headline)
    assert [
        "no place for <sent>: '2026-03-04T12:00:00Z'", "<packageItem> is a package of other items", "a package refers to 'urn:x:rain'", "a package refers to 'https://harbour.example/sun'",
        "a package refers to 'nothing'",
    ] == reasons(one) == reasons(each)  # fmt: skip
    assert one.losses[2].path.endswith("/packageItem/groupSet/group/itemRef[1]")


def test_packages_alone_are_for_stream() -> None:
    data = message(TOP_STORIES, PACKAGE)

    assert ["Top stories", ""] == [each.article.headline for each in CODEC.read_each(io.BytesIO(data))]
    with pytest.raises(ReadError, match=r"2 articles.*stream\(\)"):
        CODEC.read(data)


@pytest.mark.parametrize("data", [TOP_STORIES, message(TOP_STORIES)])
def test_a_package_is_updated_as_an_item_is(data: bytes) -> None:
    article = CODEC.read(data).article

    assert data == CODEC.update(data, article).data
    assert data.replace(b"Top stories", b"Other stories") == CODEC.update(data, evolve(article, headline="Other stories")).data
    assert data == CODEC.update(data, evolve(article, urgency=3)).data.replace(b"<urgency>3</urgency>", b"", 1)


def test_packages_before_a_fault_are_given() -> None:
    found = CODEC.read_each(io.BytesIO(message(TOP_STORIES)[:-20] + b" " * 100_000 + b"<"))

    assert next(found).article.headline == "Top stories"
    with pytest.raises(ReadError, match="not well-formed"):
        list(found)


def test_a_message_holds_the_item_and_says_when_it_was_sent() -> None:
    article = rich_article()

    item, written = CODEC.write(article), NewsmlG2(document="message").write(article)

    root, header, items = (etree.fromstring(written.data), *etree.fromstring(written.data))
    assert [f"{{{NAR}}}{name}" for name in ("newsMessage", "header", "itemSet")] == [root.tag, header.tag, items.tag]
    assert item.data.partition(b"?>")[2] in written.data
    sent = next(filled.value for filled in written.filled if filled.name == "sent")
    assert [sent, {"sent": sent}] == [header[0].text, dict(header[1].attrib)]
    assert Read(article=article) == CODEC.read(written.data)
    assert [Read(article=article)] == list(CODEC.read_each(io.BytesIO(written.data)))
    assert CODEC.recognise(written.data[:8192]) is Confidence.SURE


@pytest.mark.parametrize(("times", "sent"), [
    ({}, "1970-01-01T00:00:00Z"), ({"published": date(2026, 3, 4)}, "2026-03-04T00:00:00Z"),
    ({"updated": datetime(2026, 3, 4, 12, tzinfo=PARIS), "published": date(2026, 3, 3)}, "2026-03-04T12:00:00+01:00"),
])  # fmt: skip
def test_a_message_was_sent_when_its_version_was_made(times: dict[str, date], sent: str) -> None:
    written = NewsmlG2(document="message").write(Article(headline="Rain", **times))  # type: ignore[arg-type]  # fields by name

    assert f"<sent>{sent}</sent>".encode() in written.data


def test_read_each_of_a_lone_item() -> None:
    article = rich_article()

    assert [Read(article=article)] == list(CODEC.read_each(io.BytesIO(CODEC.write(article).data)))


def test_read_each_gives_what_stands_before_a_fault() -> None:
    found = CODEC.read_each(io.BytesIO(message(titled("One"), titled("Two"))[:-40] + b" " * 100_000 + b"<"))

    assert next(found).article.headline == "One"
    with pytest.raises(ReadError, match="not well-formed"):
        list(found)


@pytest.mark.parametrize(
    "root",
    ["<newsItem xmlns='https://iptc.org/std/nar/2006-10-01/'/>", "<NewsML/>", f"<x xmlns='{NAR}'/>"],
)
def test_other_roots_are_refused_with_their_name(root: str) -> None:
    with pytest.raises(ReadError, match="expected newsItem or newsMessage in the namespace"):
        CODEC.read(root.encode())


# Other people's documents


def test_a_document_without_namespace_is_read() -> None:
    data = document(content_meta="<headline>Rain</headline>").replace(f' xmlns="{NAR}"'.encode(), b"")

    found = CODEC.read(data)

    assert found.article == Article(id="urn:x:1", headline="Rain")
    assert [("no namespace: read as NewsML-G2", True)] == [(loss.reason, loss.repaired) for loss in found.losses]


@pytest.mark.parametrize(
    ("item_meta", "content_meta", "root", "repaired"),
    [
        ("<title>x</title><service qcode='a:b'/>", "", "", ["out of order: <service> after <title>"]),
        ("", "<headline>x</headline><urgency>3</urgency><by>y</by>", "", ["out of order: <urgency> after <headline>"]),
        ("", "<headline>x</headline>", "<rightsInfo/>", ["out of order: <rightsInfo> after <contentMeta>"]),
        ("<title>x</title><provider literal='p'/>", "<by>y</by><creator literal='z'/>", "",
         ["out of order: <provider> after <title>", "out of order: <creator> after <by>"]),
        ("<provider literal='p'/><service qcode='a:b'/><title>x</title>", "<creator literal='z'/><located literal='l'/><by>y</by>", "", []),
    ],
)  # fmt: skip
def test_elements_out_of_order_are_read_and_said_to_be(item_meta: str, content_meta: str, root: str, repaired: list[str]) -> None:
    found = CODEC.read(document(item_meta=item_meta, content_meta=content_meta, content=root))

    assert repaired == [loss.reason for loss in found.losses if loss.repaired and "headline" not in loss.reason[:12]]


def test_creation_is_not_publication() -> None:
    created = "<contentCreated>2026-03-04T10:00:00+01:00</contentCreated>"

    one = CODEC.read(document(item_meta="<firstCreated>2026-03-04T09:00:00Z</firstCreated>", content_meta="<headline>x</headline>"))
    both = CODEC.read(document(item_meta="<firstCreated>2026-03-04T08:00:00Z</firstCreated>", content_meta=created + "<headline>x</headline>"))

    assert one.article.created == datetime(2026, 3, 4, 9, tzinfo=timezone.utc)
    assert both.article.created == datetime(2026, 3, 4, 10, tzinfo=PARIS)
    assert one.article.published is both.article.published is None
    assert ([], 1) == (reasons(one), len(both.losses))


REPAIRED = [
    ("<versionCreated> 2026-03-04T10:00:00+0100 </versionCreated>", "an unusually spelt time: ' 2026-03-04T10:00:00+0100 '"),
    ("<versionCreated></versionCreated>", "an empty time"),
    ("<embargoed/>", "an embargo without an end"),
    ('<pubStatus qcode="stat:gone"/>', "no publishing status: 'stat:gone'"),
    ('<service qcode="desk:home news"/>', "no QCode, kept as it stands: 'desk:home news'"),
    ('<service rank="1"/>', "no place for rank='1'"),
    ("<memberOf>x</memberOf>", "no place for <memberOf>: 'x'"),
    ('<x:y xmlns:x="urn:x"/>', "no place for <y>"),
    ("stray", "text that stands outside: 'stray'"),
    ("<link/>", "a link without an address"),
    ('<link href="https://e.example/"/>', "a link that does not say how it relates: read as seeAlso"),
    ('<edNote pubconstraint="x:private">n</edNote>', "the constraint 'x:private': read as not public"),
    ('<provider literal="a" qcode="x:a"/>', "no place for literal='a'"),
    ("<provider/>", "a <provider> without code or name"),
    ("<title>T</title>", None),
    ('<link rel="irel:seeAlso" href="https://e.example/" title="T"><title>U</title></link>', "no place for <title>: 'U'"),
    ('<link reluri="https://schema.org/mainEntityOfPage" href="https://e.example/" version="2"/>', "no place for the version of the canonical address"),
    ('<link rel="a:b" xmlns:nm="urn:newsmodel:1" nm:rel="c" href="https://e.example/"/>', "no place for a second relation: 'a:b'"),
]


KEPT = {
    "an unusually spelt time: ' 2026-03-04T10:00:00+0100 '", "no QCode, kept as it stands: 'desk:home news'",
    "a link that does not say how it relates: read as seeAlso", "the constraint 'x:private': read as not public",
}  # fmt: skip
"""The reasons among these that tell of a value that is in the article all the same."""


@pytest.mark.parametrize(("inner", "reason"), REPAIRED)
def test_each_repair_and_each_unread_value_is_reported_with_its_line(inner: str, reason: str | None) -> None:
    read = CODEC.read(document(item_meta=inner, content_meta="<headline>Rain</headline>"))

    assert [reason] == reasons(read)[:1] or (reason is None and not read.losses)
    assert [loss.repaired for loss in read.losses[:1]] == ([] if reason is None else [reason in KEPT])
    assert all(loss.where is not None and loss.where.line == 1 and loss.path.startswith("/newsItem") for loss in read.losses)


HEADLINES = [
    ('<headline>A</headline><headline role="hld:subHeadline">B</headline>', Article(headline="A", standfirst="B")),
    ('<headline role="x:title">A</headline><headline role="x:subtitle">B</headline>', Article(headline="A", standfirst="B")),
    ('<headline role="x:kicker">K</headline><headline>A</headline>', Article(headline="A", kicker="K")),
    ("<headline>A</headline><headline>B</headline>", Article(headline="A", titles=[Label(content="B")])),
    ('<headline role="x:seo">A</headline>', Article(headline="A")),
    ("<headline> A \n B </headline>", Article(headline="A B")),
    ("<headline><b>A</b> b</headline>", Article(headline="A b")),
]  # fmt: skip


@pytest.mark.parametrize(("inner", "article"), HEADLINES)
def test_headlines_by_role(inner: str, article: Article) -> None:
    found = CODEC.read(document(content_meta=inner)).article

    assert (article.headline, article.kicker, article.standfirst, article.titles) == (found.headline, found.kicker, found.standfirst, found.titles)


def test_the_title_of_an_item_stands_in_for_a_headline() -> None:
    read = CODEC.read(document(item_meta="<title>Rain</title>"))

    assert read.article.headline == "Rain"
    assert ["no headline of its own: this one is taken"] == reasons(read)


CREATORS = [
    ('<creator qcode="x:1"><name>Ann Bell</name></creator>', Byline(name="Ann Bell", id="x:1"), None),
    ('<creator literal="Coast Wire"/>', Byline(name="Coast Wire"), None),
    ('<creator literal="Wire"><organisationDetails/></creator>', Byline(name="Wire", kind="organization"), None),
    ('<creator qcode="desk:bell"><name>bell</name></creator>', None, Byline(name="bell", id="desk:bell")),
    ('<creator qcode="desk:bell"/>', None, Byline(name="desk:bell", id="desk:bell")),
    ("<creator><name>dk</name></creator>", None, Byline(name="dk")),
    ("<by>By Cy Dunn</by><creator><name>Ann Bell</name></creator>", None, Byline(name="Ann Bell")),
    ("<creator><name>Ann Bell</name></creator><by>By Ann Bell</by>", Byline(name="Ann Bell"), None),
    ("<contributor><name>Ann Bell</name></contributor>", None, Byline(name="Ann Bell")),
]


@pytest.mark.parametrize(("inner", "byline", "contributor"), CREATORS)
def test_creators_whom_readers_know_are_bylines(inner: str, byline: Byline | None, contributor: Byline | None) -> None:
    article = CODEC.read(document(content_meta="<headline>Rain</headline>" + inner)).article

    assert ((byline,) if byline else (), (contributor,) if contributor else ()) == (article.bylines, article.contributors)


AFFILIATIONS = [
    ("<name>Wire</name>", "", "Wire", []),
    ("", ' uri="https://e.example/w"', "https://e.example/w", ["all but the name of an affiliation"]),
    ("", "", None, ["a <affiliation> without code or name"]),
]


@pytest.mark.parametrize(("inner", "attributes", "affiliation", "losses"), AFFILIATIONS)
def test_affiliations(inner: str, attributes: str, affiliation: str | None, losses: list[str]) -> None:
    creator = f"<creator><name>Ann Bell</name><personDetails><affiliation{attributes}>{inner}</affiliation></personDetails></creator>"

    read = CODEC.read(document(content_meta=creator + "<headline>Rain</headline>"))

    assert (read.article.bylines[0].affiliation, reasons(read)) == (affiliation, losses)


def test_a_kind_of_access_that_is_none_is_reported() -> None:
    read = CODEC.read(CODEC.write(Article(headline="Rain", access="free")).data.replace(b'access="free"', b'access="half"'))

    assert read.article.access is None
    assert "no kind of access: 'half'" in reasons(read)


def test_editorial_notes_are_not_for_readers() -> None:
    article = CODEC.read(document(item_meta='<edNote role="x:note">Call.</edNote>', content_meta="<headline>Rain</headline>")).article

    assert article.notes == (Label(content="Call.", role="x:note", public=False),)


NITF = (
    "<contentSet><inlineXML contenttype='application/nitf+xml'><nitf><body><body.head><hedline><hl1>Rain</hl1></hedline></body.head>"
    "<body.content><block><p>It <em>rained</em> in <location>Northport</location>.</p><hl2>More</hl2></block></body.content></body></nitf>"
    "</inlineXML></contentSet>"
)
BODIES = [
    (body_of("<p>One</p>two<p/>"), [Paragraph(content="One"), Paragraph(content="two")]),
    (body_of("<p>One</p>").replace(' xmlns="http://www.w3.org/1999/xhtml"', ""), [Paragraph(content="One")]),
    ("<contentSet><inlineXML><div><p>One</p></div></inlineXML></contentSet>", [Paragraph(content="One")]),
    ("<contentSet><inlineXML><p>One</p></inlineXML></contentSet>", [Paragraph(content="One")]),
    ("<contentSet><inlineXML>One</inlineXML></contentSet>", [Paragraph(content="One")]),
    ("<contentSet><inlineData contenttype='text/plain'>One\ntwo\n\nThree</inlineData></contentSet>", [Paragraph(content="One two"), Paragraph(content="Three")]),
    ("<contentSet><inlineData>One\nTwo\n</inlineData></contentSet>", [Paragraph(content="One"), Paragraph(content="Two")]),
    (NITF, [Paragraph(content=["It ", Span(text="rained", marks=("emphasis",)), " in Northport."]), Heading(content="More", level=2)]),
    (
        "<contentSet><inlineXML contenttype='application/x'><s:g xmlns:s='urn:s'><s:t n='1'>One</s:t></s:g></inlineXML></contentSet>",
        [Opaque(format="application/x", markup='<g><t n="1">One</t></g>', text="One")],
    ),
    (
        "<contentSet><inlineData contenttype='text/html'>&lt;p>One&lt;/p></inlineData></contentSet>",
        [Paragraph(content="One")],
    ),
]


@pytest.mark.parametrize(("content", "body"), BODIES)
def test_bodies_of_many_kinds(content: str, body: list[object]) -> None:
    article = CODEC.read(document(content_meta="<headline>Rain</headline>", content=content)).article

    assert tuple(body) == article.body


def test_one_rendition_of_the_text_is_read() -> None:
    content = "<contentSet><inlineData>One</inlineData><inlineXML><p>Two</p></inlineXML><remoteContent href='https://e.example/a.pdf'/></contentSet>"

    read = CODEC.read(document(content_meta="<headline>Rain</headline>", content=content))

    assert read.article.body == (Paragraph(content="Two"),)
    assert ["no place for <inlineData>: 'One'", "no place for <remoteContent>"] == reasons(read)


def test_a_picture_is_a_figure_with_its_files() -> None:
    content = "<contentSet><remoteContent href='https://e.example/a.jpg' rendition='rnd:highRes' contenttype='image/jpeg' width='8' height='6' size='9'/><remoteContent/></contentSet>"
    data = document(content_meta="<headline>Rain</headline><description role='drol:caption'>It <br/>rains.</description>", content=content)

    read = CODEC.read(data.replace(b"ninat:text", b"ninat:picture"))

    rendition = Rendition(href="https://e.example/a.jpg", name="rnd:highRes", media_type="image/jpeg", width=8, height=6, size=9)
    assert read.article.lead == Figure(media=Media(renditions=[rendition]), caption=Caption(content="It \nrains."))
    assert ["a file without an address"] == reasons(read)


def test_a_body_too_deep_for_python_is_a_read_error() -> None:
    data = document(content=body_of("<figure>" * 230 + "x" + "</figure>" * 230))

    with pytest.raises(ReadError, match="nested too deeply"):
        CODEC.read(data)
    with pytest.raises(ReadError, match="nested too deeply"):
        list(CODEC.read_each(io.BytesIO(data)))
