"""NewsML 1: what a news item says reaches the article, and what has no place is reported."""

from __future__ import annotations

import csv
import io
import re
from datetime import datetime, timedelta, timezone
from decimal import Decimal

import pytest

import newsmodel as nm
from newsmodel.contract import Confidence
from newsmodel.formats.newsml_1 import Newsml1
from newsmodel.model import (
    Byline, Caption, Concept, Coordinates, Figure, Heading, Identifier, Label, Link, Media, Opaque, Paragraph, Rendition,
)  # fmt: skip
from tests.data import shared

CODEC = Newsml1()
HEAD = """<Identification><NewsIdentifier><ProviderId>saltmarsh.example</ProviderId><DateId>20260304</DateId>
<NewsItemId>ferry-7</NewsItemId><RevisionId PreviousRevision="2" Update="N">3</RevisionId>
<PublicIdentifier>urn:newsml:saltmarsh.example:20260304:ferry-7:3</PublicIdentifier></NewsIdentifier>
<NameLabel>ferry-night</NameLabel></Identification>"""
MANAGEMENT = """<NewsManagement><NewsItemType FormalName="Alert"/><FirstCreated>20260304T101500+0100</FirstCreated>
<ThisRevisionCreated>20260304T111500Z</ThisRevisionCreated><Status FormalName="Embargoed" Scheme="IptcStatus"/>
<StatusWillChange><FutureStatus FormalName="Usable"/><DateAndTime>20260305T060000</DateAndTime></StatusWillChange>
<Urgency FormalName="4"/><DerivedFrom NewsItem="urn:newsml:saltmarsh.example:20260303:tide-1"/>
<AssociatedWith NewsItem="urn:newsml:saltmarsh.example:20260302:quay-2"><Comment>The quay</Comment></AssociatedWith>
<Instruction FormalName="Update"/></NewsManagement>"""
LINES = """<NewsLines><HeadLine>Night ferry is saved</HeadLine><HeadLine>Ferry runs on</HeadLine>
<SubHeadLine>The council pays</SubHeadLine><ByLine>Von Ida Moreno</ByLine><DateLine>SALTMARSH, March 4</DateLine>
<CreditLine>Tidal News</CreditLine><CopyrightLine>© 2026 Tidal News</CopyrightLine><SlugLine>ferry-night</SlugLine>
<KeywordLine>ferry; night,council</KeywordLine>
<NewsLine><NewsLineType FormalName="AdvisoryLine"/><NewsLineText>Picture follows</NewsLineText></NewsLine>
<NewsLine><NewsLineType FormalName="CatchWord"/><NewsLineText>Ferries</NewsLineText></NewsLine></NewsLines>"""
FACTS = """<AdministrativeMetadata><FileName>ferry.xml</FileName><Provider><Party FormalName="Tidal News"/></Provider>
<Creator><Party FormalName="Ida Moreno"/></Creator><Creator><Party FormalName="imo"/></Creator>
<Source><Party FormalName="Tidal News"/></Source><Contributor><Party FormalName="Jon Pike"/></Contributor></AdministrativeMetadata>
<RightsMetadata><Copyright><CopyrightHolder>Tidal News</CopyrightHolder><CopyrightDate>2026</CopyrightDate></Copyright>
<UsageRights><Limitations>No archive</Limitations></UsageRights></RightsMetadata>
<DescriptiveMetadata><Language FormalName="en"/><Genre FormalName="Current"/>
<SubjectCode><Subject FormalName="11000000"/><SubjectMatter FormalName="11006000" Scheme="IptcSubjectCodes"/></SubjectCode>
<SubjectCode><Subject FormalName="11000000"/><Subject FormalName="SEA" Vocabulary="urn:x:y"/></SubjectCode>
<Location HowPresent="Origin"><Property FormalName="City" Value="Saltmarsh"/><Property FormalName="Country" Value="NLD"/>
<Property FormalName="Latitude" Value="52.10"/><Property FormalName="Longitude" Value="4.3"/></Location>
<Location HowPresent="Event"><Property FormalName="City" Value="Fenbank"/></Location>
<Property FormalName="Keyword" Value="sea"/><Property FormalName="Width" Value="9"/></DescriptiveMetadata>"""
TEXT = """<ContentItem><MediaType FormalName="Text"/><Format FormalName="NITF3.1"/><DataContent>{}</DataContent></ContentItem>"""
NITF = """<nitf><body><body.head><hedline><hl1>Night ferry is saved</hl1></hedline><byline>By Ann Bell</byline>
<abstract><p>One.</p><p>Two.</p></abstract></body.head><body.content><p>It <em>came</em> at noon.</p><hl2>More</hl2>
<media media-type="image"><media-reference source="#photo0"/></media><p>It left.</p></body.content></body></nitf>"""
PHOTO = """<NewsComponent Duid="photo0"><NewsLines><HeadLine>The quay</HeadLine><ByLine>Lea Hart</ByLine><CreditLine>Tidal</CreditLine>
<CopyrightLine>© Tidal</CopyrightLine></NewsLines><AdministrativeMetadata><Provider><Party FormalName="Tidal News"/></Provider>
<Creator><Party FormalName="Lea Hart"/></Creator><Source><Party FormalName="Tide"/></Source></AdministrativeMetadata>
<DescriptiveMetadata><Language FormalName="en"/></DescriptiveMetadata>
<NewsComponent><Role FormalName="Caption"/>""" + TEXT.format("<p>At dawn.</p><p>At <em>dusk</em>.</p>") + """</NewsComponent>
<NewsComponent><Role FormalName="HighDef"/><ContentItem Href="big.jpg"><MediaType FormalName="Photo"/><Format FormalName="JPG"/>
<Characteristics><SizeInBytes>900</SizeInBytes><Property FormalName="Width" Value="800"/><Property FormalName="Height" Value="600"/>
</Characteristics></ContentItem></NewsComponent>
<NewsComponent><Role FormalName="Thumbnail"/><ContentItem Href="small.png"><MediaType FormalName="Photo"/>
<MimeType FormalName="image/png"/></ContentItem></NewsComponent></NewsComponent>"""


def document(*items: str, head: str = '<NewsML Version="1.2">') -> bytes:
    return (f"<?xml version='1.0'?>\n{head}" + "".join(f"<NewsItem>{item}</NewsItem>" for item in items) + "</NewsML>").encode()


def component(content: str = "", before: str = "", after: str = "") -> str:
    return f"<NewsComponent>{before}{content}{after}</NewsComponent>"


def text_item(text: str, format_name: str = "Text") -> str:
    return f'<ContentItem><Format FormalName="{format_name}"/><DataContent>{text}</DataContent></ContentItem>'


def whole() -> bytes:
    inner = component(TEXT.format(NITF))
    return document(HEAD + MANAGEMENT + component(inner, LINES + FACTS, PHOTO))


def read(*items: str) -> nm.Read:
    return CODEC.read(document(*items))


def reasons(found: nm.Read) -> list[str]:
    return [f"{loss.path.rpartition('/')[2]}: {loss.reason}" for loss in found.losses]


def test_what_a_news_item_says_of_itself() -> None:
    article = CODEC.read(whole()).article

    assert article.id == "urn:newsml:saltmarsh.example:20260304:ferry-7"
    assert article.version == 3
    assert article.language == "en"
    assert article.created == datetime(2026, 3, 4, 10, 15, tzinfo=timezone(timedelta(hours=1)))
    assert article.updated == datetime(2026, 3, 4, 11, 15, tzinfo=timezone.utc)
    assert article.embargoed == datetime(2026, 3, 5, 6)
    assert (article.status, article.urgency) == ("withheld", 4)
    assert article.links == (
        Link(rel="previousVersion", href="urn:newsml:saltmarsh.example:20260304:ferry-7", version="2"),
        Link(rel="derivedFrom", href="urn:newsml:saltmarsh.example:20260303:tide-1"),
        Link(rel="seeAlso", href="urn:newsml:saltmarsh.example:20260302:quay-2", title="The quay"),
    )
    assert article.signals == (Concept(code="Update"),)
    assert article.genres == (Concept(code="Alert", type="NewsItemType"), Concept(code="Current"))


@pytest.mark.parametrize(("line", "dateline"), [("20260304", None), ("2026-03-04T12:00:00Z", None), ("LORNE, March 4", "LORNE, March 4")])
def test_a_time_alone_is_no_dateline(line: str, dateline: str | None) -> None:
    found = read(component(before=f"<NewsLines><HeadLine>x</HeadLine><DateLine>{line}</DateLine></NewsLines>", content=TEXT.format("<p>It left.</p>")))

    assert found.article.dateline == dateline
    assert (f"DateLine: a time where a dateline belongs: '{line}'" in reasons(found)) is (dateline is None)


def test_newslines() -> None:
    article = CODEC.read(whole()).article

    assert article.headline == "Night ferry is saved"
    assert article.standfirst == ("The council pays",)
    assert (article.byline_text, article.dateline, article.credit) == ("Von Ida Moreno", "SALTMARSH, March 4", "Tidal News")
    assert article.slug == "ferry-night"
    assert article.keywords == ("ferry", "night", "council", "sea")
    assert article.titles == (
        Label(content="ferry-night", role="label", public=False),
        Label(content="Ferry runs on"),
        Label(content="Ferries", role="CatchWord"),
    )
    assert article.notes == (Label(content="Picture follows", role="AdvisoryLine", public=False),)


def test_parties_rights_subjects_and_places() -> None:
    article = CODEC.read(whole()).article

    assert article.publisher == Concept(name="Tidal News")
    assert article.sources == (Concept(name="Tidal News"),)
    assert article.bylines == (Byline(name="Ida Moreno"),)
    assert [byline.name for byline in article.contributors] == ["Jon Pike", "imo"]
    assert article.identifiers == (Identifier(value="ferry.xml", scheme="FileName"),)
    assert article.rights == nm.Rights(
        holder=Concept(name="Tidal News"), year=2026, notices=[Label(content="© 2026 Tidal News")],
        terms=[Label(content="No archive", role="Limitations")],
    )  # fmt: skip
    assert article.subjects == (
        Concept(code="11000000", uri="http://cv.iptc.org/newscodes/subjectcode/11000000"),
        Concept(code="11006000", uri="http://cv.iptc.org/newscodes/subjectcode/11006000"),
        Concept(code="SEA"),
        Concept(name="Fenbank", type="City"),
    )
    position = Coordinates(latitude=Decimal("52.1"), longitude=Decimal("4.3"))
    assert article.located == (
        Concept(name="Saltmarsh", type="City", position=position, broader=[Concept(code="NLD", type="Country")]),
    )


def test_the_body_and_the_picture_that_it_places() -> None:
    article = CODEC.read(whole()).article

    paragraph, heading, figure, last = article.body
    assert paragraph == Paragraph(content=nm.rich("It ", nm.Span(text="came", marks=["emphasis"]), " at noon."))
    assert heading == Heading(level=2, content="More")
    assert last == Paragraph(content="It left.")
    assert article.lead is None
    assert article.summary == ("One.\nTwo.",)
    assert figure == Figure(
        media=Media(
            kind="image", title="The quay", rights=nm.Rights(notices=[Label(content="© Tidal")]),
            renditions=[
                Rendition(href="big.jpg", name="HighDef", media_type="image/jpeg", width=800, height=600, size=900),
                Rendition(href="small.png", name="Thumbnail", media_type="image/png"),
            ],
        ),
        caption=Caption(
            content=nm.rich("At dawn.\nAt ", nm.Span(text="dusk", marks=["emphasis"]), "."), credit="Tidal", creator="Lea Hart",
            agencies=["Tide"],
        ),
    )  # fmt: skip


def test_what_has_no_place_is_reported_with_its_line() -> None:
    found = CODEC.read(whole())

    assert reasons(found) == ["@Vocabulary: no place for Vocabulary='urn:x:y'", "Property[2]: no place for 'Width': '9'", "byline: no place for <byline>: 'By Ann Bell'"]
    assert all(loss.where is not None and loss.where.line for loss in found.losses)


def test_the_envelope_is_reported() -> None:
    data = document(component()).replace(
        b"<NewsItem>",
        b'<NewsEnvelope><DateAndTime>20260304</DateAndTime><Priority FormalName="4"/><NewsProduct FormalName=""/></NewsEnvelope><NewsItem>',
    )

    assert ["DateAndTime: no place for <DateAndTime>: '20260304'", "Priority: no place for <Priority>: '4'", "NewsItem: no headline"] == reasons(
        CODEC.read(data)
    )
    assert reasons(CODEC.read(data)) == reasons(next(CODEC.read_each(io.BytesIO(data))))


# Bodies


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("One.\n\nTwo\nand more.", ["One.", "Two and more."]),
        ("One.\nTwo.", ["One.", "Two."]),
        ("&lt;P>One.&lt;/P>&lt;p>&lt;b>Two&lt;/b>.&lt;/p>", ["One.", "Two."]),
        ("<![CDATA[<!-- lead -->One.<br>Two.]]>", ["One.\nTwo."]),
        ("<html><head><title>x</title></head><body><p>One.</p></body></html>", ["One."]),
        ("<body><p>One.</p></body>", ["One."]),
        ("<p>One.</p><p>Two.</p>", ["One.", "Two."]),
        ("<nitf><body><body.content><block><p>One.</p></block><bq><block><p>Two.</p></block></bq></body.content></body></nitf>", ["One.", "Two."]),
        ("", []),
    ],
)  # fmt: skip
def test_bodies_of_every_kind(content: str, expected: list[str]) -> None:
    article = read(component(text_item(content))).article

    assert [text for text in article.text.split("\n\n") if text] == expected


def test_a_vocabulary_of_its_own_is_kept_as_it_stands() -> None:
    article = read(component(text_item("<![CDATA[<Result><Home>Saltmarsh</Home>\n<Goals>2</Goals></Result>]]>"))).article

    assert article.body == (
        Opaque(format="Text", markup="<Result><Home>Saltmarsh</Home>\n<Goals>2</Goals></Result>", text="<Result><Home>Saltmarsh</Home>\n<Goals>2</Goals></Result>"),
    )


def test_losses_in_escaped_html_have_the_line_of_its_element() -> None:
    found = read(component("\n\n" + text_item("&lt;p>One.&lt;font>x&lt;/font>&lt;/p>")))

    loss = next(loss for loss in found.losses if "font" in loss.reason)
    assert loss.path == "/NewsML/NewsItem/NewsComponent/ContentItem/DataContent/html/body/p/font"
    assert loss.where is not None
    assert loss.where.line == 4


def test_the_richest_of_several_texts_is_the_body() -> None:
    found = read(component(text_item("Long plain text, longer than the other.") + text_item("<p>Short.</p>")))

    assert found.article.text == "Short."
    assert any("Long plain text" in loss.reason for loss in found.losses)


def test_the_main_component_goes_before_richer_ones() -> None:
    side = component(text_item("<p>A box beside the story, with much more text in it.</p>"), '<Role FormalName="Supporting"/>')
    found = read(component(side + component(text_item("The story."), '<Role FormalName="Main"/>')))

    assert found.article.text == "The story."
    assert any("A box beside" in loss.reason for loss in found.losses)


def test_short_texts_with_a_role_go_to_their_fields() -> None:
    def role(name: str, text: str) -> str:
        return component(text_item(text), f'<Role FormalName="{name}"/>')

    found = read(
        component(
            role("HeadLine", "Night ferry") + role("SubHeadLine", "It is saved") + role("Abstract", "In short.")
            + role("Contact", "desk@saltmarsh.example") + role("StyleSheet", "p {color: red}") + role("Body", "<p>Text.</p>"),
            "<NewsLines><HeadLine>Ferry</HeadLine></NewsLines>",
        )
    )  # fmt: skip

    article = found.article
    assert article.headline == "Ferry"
    assert article.titles == (Label(content="Night ferry", role="headline"),)
    assert article.standfirst == ("It is saved",)
    assert article.summary == ("In short.",)
    assert article.notes == (Label(content="desk@saltmarsh.example", role="contact"),)
    assert article.text == "Text."
    assert any("color: red" in loss.reason for loss in found.losses)


def test_the_names_of_terms_come_from_the_topics_of_the_document() -> None:
    topics = """<TopicSet FormalName="s"><Topic Duid="t1"><TopicType FormalName="x"/><FormalName Scheme="IptcSubjectCodes">09003000</FormalName>
    <Description xml:lang="de" Variant="Name">Arbeit</Description><Description xml:lang="en" Variant="Name">Work</Description></Topic></TopicSet>"""
    facts = """<DescriptiveMetadata><Language FormalName="en"/><SubjectCode><Subject FormalName="09003000"/></SubjectCode>
    <TopicOccurrence Topic="#t1"/><TopicOccurrence Topic="#gone"/></DescriptiveMetadata>"""
    found = read(component(text_item("x"), topics + facts))

    assert found.article.subjects == (
        Concept(code="09003000", name="Work", uri="http://cv.iptc.org/newscodes/subjectcode/09003000"),
        Concept(name="Work"),
    )
    assert "@Topic: no place for Topic='#gone'" in reasons(found)


# Pictures


def test_a_picture_that_the_text_does_not_place_stands_above_it() -> None:
    article = read(component(component(text_item("Text.")), "", PHOTO)).article

    assert article.lead is not None
    assert article.lead.media is not None
    assert [rendition.name for rendition in article.lead.media.renditions] == ["HighDef", "Thumbnail"]
    assert article.text == "Text."


def test_an_item_that_is_one_picture() -> None:
    caption = component(TEXT.format("<p>At dawn.</p>"), '<Role FormalName="Caption"/>')
    picture = component('<ContentItem Href="a.jpg"><MediaType FormalName="Photo"/></ContentItem>', '<Role FormalName="Main"/>')

    article = read(component(caption + picture)).article

    assert article.lead == Figure(media=Media(renditions=[Rendition(href="a.jpg", name="Main")]), caption=Caption(content="At dawn."))
    assert article.body == ()


def test_files_beside_the_text_in_its_component() -> None:
    files = '<ContentItem Href="https://x.example/a.pdf"><MimeType FormalName="application/pdf"/></ContentItem><ContentItem Href="b.jpg"/>'

    article = read(component(text_item("Text.") + files)).article

    assert article.links == (Link(rel="alternate", href="https://x.example/a.pdf", type="application/pdf"),)
    assert article.lead == Figure(media=Media(renditions=[Rendition(href="b.jpg")]))


@pytest.mark.parametrize(
    ("media", "expected"),
    [
        ('<media media-type="video"><media-reference source="a.mp4" mime-type="video/mp4" width="9"/></media>',
         Figure(media=Media(kind="video", renditions=[Rendition(href="a.mp4", media_type="video/mp4", width=9)]))),
        ('<media media-type="x"><media-reference source="a.jpg" alternate-text="Quay"/><media-caption>At <em>dawn</em></media-caption></media>',
         Figure(media=Media(alt="Quay", renditions=[Rendition(href="a.jpg")]),
                caption=Caption(content=nm.rich("At ", nm.Span(text="dawn", marks=["emphasis"]))))),
        ("<media><media-producer>Tide</media-producer></media>", Figure(caption=Caption(credit="Tide"))),
    ],
)  # fmt: skip
def test_pictures_inside_nitf(media: str, expected: Figure) -> None:
    assert read(component(text_item(f"<p>Text.</p>{media}"))).article.body[1] == expected


def test_references_that_lead_nowhere_are_reported() -> None:
    found = read(component(text_item('<p>Text.</p><media><media-reference source="#no"/></media><media><media-reference/><x/></media>')))

    assert len(found.article.body) == 1
    assert {"media-reference: a reference to a picture that is not there: 'no'", "media[2]: neither a file nor a caption", "x: no place for <x>"} <= set(
        reasons(found)
    )


# Identity, status and repairs


@pytest.mark.parametrize(
    ("identifier", "identity", "others"),
    [
        ("<RevisionId>3</RevisionId><PublicIdentifier>urn:newsml:a:b:c:3</PublicIdentifier>", "urn:newsml:a:b:c", ()),
        ("<RevisionId>3</RevisionId><PublicIdentifier>urn:newsml:a:b:c:3N</PublicIdentifier>", "urn:newsml:a:b:c",
         (Identifier(value="urn:newsml:a:b:c:3N", scheme="PublicIdentifier"),)),
        ("<PublicIdentifier>ferry</PublicIdentifier><NewsItemId>7</NewsItemId>", "ferry", (Identifier(value="7", scheme="NewsItemId"),)),
        ("<ProviderId>a</ProviderId><DateId>b</DateId><NewsItemId>c</NewsItemId>", "urn:newsml:a:b:c", ()),
        ("", None, ()),
    ],
)  # fmt: skip
def test_the_identity_of_an_item_is_that_of_all_its_revisions(identifier: str, identity: str | None, others: tuple[Identifier, ...]) -> None:
    article = read(f"<Identification><NewsIdentifier>{identifier}</NewsIdentifier></Identification>").article

    assert article.id == identity
    assert article.identifiers == others


@pytest.mark.parametrize(
    ("management", "fields", "reason"),
    [
        ('<Status FormalName="usable"/>', {"status": "usable"}, None),
        ('<Status FormalName="Cancelled"/>', {"status": "canceled"}, "Status: an unusually spelt status: 'Cancelled'"),
        ('<Status FormalName="Embargoed"/>', {"status": "withheld"}, "Status: an embargo without an end: read as withheld"),
        ('<Status FormalName="Ready"/>', {"status": None}, "Status: no publishing status: 'Ready'"),
        ('<Urgency FormalName="0"/>', {"urgency": None}, "@FormalName: expected a whole number of at least 1, found '0'"),
        ("<FirstCreated>2026-03-04 10:15</FirstCreated>", {"created": datetime(2026, 3, 4, 10, 15)}, "FirstCreated: an unusually spelt time: '2026-03-04 10:15'"),
        ("<FirstCreated>soon</FirstCreated>", {"created": None}, "FirstCreated: no date or time: 'soon'"),
        ('<StatusWillChange><FutureStatus FormalName="Canceled"/><DateAndTime>20260305</DateAndTime></StatusWillChange>',
         {"expires": datetime(2026, 3, 5).date()}, None),
        ("<RevisionHistory Href='x'/>", {}, "RevisionHistory: no place for <RevisionHistory>"),
    ],
)  # fmt: skip
def test_management(management: str, fields: dict[str, object], reason: str | None) -> None:
    found = read(f"<NewsManagement>{management}</NewsManagement>")

    assert {name: getattr(found.article, name) for name in fields} == fields
    assert (reason is None) == (len(found.losses) == 1)
    assert reason is None or reason in reasons(found)


def test_an_unknown_element_or_attribute_is_reported_and_an_empty_one_is_not() -> None:
    found = read(component("", "<New/><New x='1'/><NewsLines><ByLine/><Other>y</Other></NewsLines>stray"))

    assert reasons(found) == ["New[2]: no place for <New>", "Other: no place for <Other>: 'y'", "NewsComponent: text that stands outside: 'stray'", "NewsItem: no headline"]


# Documents


def test_several_items_are_read_one_by_one() -> None:
    data = document(*(component("", f"<NewsLines><HeadLine>{name}</HeadLine></NewsLines>") for name in ("One", "Two")))

    with pytest.raises(nm.ReadError, match="2 articles.*stream"):
        CODEC.read(data)
    assert [found.article.headline for found in CODEC.read_each(io.BytesIO(data))] == ["One", "Two"]


@pytest.mark.parametrize(
    "head",
    [
        "<NewsML>",
        '<!DOCTYPE NewsML SYSTEM "NewsML_1.0.dtd"><NewsML>',
        '<NewsML Version="1.2" xmlns="http://iptc.org/std/NewsML/2003-10-10/">',
    ],
)
def test_namespace_and_doctype_make_no_difference(head: str) -> None:
    item = component(text_item("<p>Text.</p>"), LINES)
    data = document(item, head=head)

    assert CODEC.read(data).article == read(item).article == next(CODEC.read_each(io.BytesIO(data))).article


def test_a_wrapper_around_the_document_is_passed() -> None:
    data = b"<feed><id>7</id>" + document(component("", LINES)).partition(b"\n")[2] + b"</feed>"

    assert CODEC.read(data).article.headline == "Night ferry is saved"
    assert "id: no place for <id>: '7'" in reasons(CODEC.read(data))


@pytest.mark.parametrize("data", [b"", b"<NewsML/>", b"<NewsML><NewsEnvelope/></NewsML>", b"<html/>", b"<NewsML><NewsItem>", b"x"])
def test_what_is_no_news_item_is_a_read_error(data: bytes) -> None:
    with pytest.raises(nm.ReadError):
        CODEC.read(data)
    with pytest.raises(nm.ReadError):
        list(CODEC.read_each(io.BytesIO(data)))


def test_deep_nesting_is_a_read_error_or_an_article() -> None:
    data = document("<NewsComponent>" * 200 + text_item("Text.") + "</NewsComponent>" * 200)

    assert CODEC.read(data).article.text == "Text."


@pytest.mark.parametrize(
    ("data", "confidence"),
    [
        (whole(), Confidence.SURE),
        (document("x", head='<NewsML xmlns="http://iptc.org/std/NewsML/2003-10-10/">'), Confidence.SURE),
        (b"<NewsML></NewsML>", Confidence.LIKELY),
        (b"<newsItem/>", Confidence.NO),
    ],
)
def test_recognition(data: bytes, confidence: Confidence) -> None:
    assert CODEC.recognise(data) == confidence


def test_damage_is_reported() -> None:
    """Every element renamed, one at a time: another account, an element kept as it stands, or one that said nothing."""
    data = whole()
    usual = CODEC.read(data)
    silent = {"Format", "MediaType", "em", "hl1"}
    for name in sorted(set(re.findall(rb"<([A-Za-z][\w.]*)", data)) - {b"NewsML", b"NewsItem"}):
        found = CODEC.read(re.sub(rb"(</?)" + re.escape(name) + rb"(?=[\s/>])", rb"\1X" + name, data))
        kept = any(isinstance(block, Opaque) for block in found.article.body)

        assert kept or found.losses != usual.losses or name.decode() in silent, name


# Real documents


def test_every_sample_is_read_or_refused_with_a_reason() -> None:
    base = shared("agency")
    with (base / "manifest.csv").open(encoding="utf-8", newline="") as rows:
        samples = [row for row in csv.DictReader(rows) if row["standard"] == "newsml-1" and (base / row["path"]).is_file()]
    refused = []
    for sample in samples:
        data = (base / sample["path"]).read_bytes()
        try:
            reads = list(CODEC.read_each(io.BytesIO(data)))
        except nm.ReadError as error:
            refused.append(str(error))
            continue
        for found in reads:
            assert found.article.body or found.article.lead or not re.search(rb"<DataContent>", data), sample["path"]
            again = nm.codec("newsml-g2").read(nm.dumps(found.article, format="newsml-g2"))
            assert again.article == found.article

    assert len(samples) > 50
    assert all("DOCTYPE" in reason or "not well-formed" in reason for reason in refused)
