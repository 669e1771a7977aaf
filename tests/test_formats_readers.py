"""What is really sent, line by line: each spelling, version and wrapping of one story reads as that story."""

from __future__ import annotations

import io
import json
from datetime import date, datetime, timedelta, timezone
from typing import Any

import pytest

import newsmodel as nm
from newsmodel.contract import Read
from newsmodel.formats.newsml_g2 import NewsmlG2
from newsmodel.model import Article, Opaque

NAR, XHTML, NITF = "http://iptc.org/std/nar/2006-10-01/", "http://www.w3.org/1999/xhtml", "http://iptc.org/std/NITF/2006-10-18/"
TEXT = "Ferry saved.\n\nIt sails on."
PARIS = timezone(timedelta(hours=1))


def read(name: str, document: str | bytes) -> Read:
    return nm.codec(name).read(document if isinstance(document, bytes) else document.encode())


def item(content: str, *, root: str = f' xmlns="{NAR}"', meta: str = "", head: str = "<headline>Ferry</headline>", catalog: str = "") -> str:
    return (
        f'<newsItem{root} guid="urn:x:1" version="1" standard="NewsML-G2" standardversion="2.9" conformance="power">{catalog}'
        f'<itemMeta><itemClass qcode="ninat:text"/>{meta}</itemMeta><contentMeta>{head}</contentMeta>'
        f"<contentSet>{content}</contentSet></newsItem>"
    )


def marked(inner: str = "<p>Ferry saved.</p><p>It sails on.</p>", kind: str = "application/xhtml+xml", space: str = f' xmlns="{XHTML}"') -> str:
    return f'<inlineXML contenttype="{kind}"><html{space}><body>{inner}</body></html></inlineXML>'


PARAGRAPHS = "<p>Ferry saved.</p><p>It sails on.</p>"
G2_BODIES = {
    "XHTML": marked(),
    "html without a namespace": marked(space=' xmlns=""'),
    "html in the namespace of the item": marked(space=""),
    "body alone": f'<inlineXML><body xmlns="{XHTML}">{PARAGRAPHS}</body></inlineXML>',
    "a division alone": f'<inlineXML><div xmlns="{XHTML}">{PARAGRAPHS}</div></inlineXML>',
    "paragraphs alone": f"<inlineXML>{PARAGRAPHS}</inlineXML>",
    "sections": marked("<section><h1>Ferry</h1><p>Ferry saved.</p></section><section><p>It sails on.</p></section>"),
    "xhtml/xml": marked(kind="xhtml/xml"),
    "application/xhtml+html": marked(kind="application/xhtml+html"),
    "text/html": marked(kind="text/html"),
    "in upper case": marked(kind="APPLICATION/XHTML+XML"),
    "elements in upper case": "<inlineXML><HTML><BODY><P>Ferry saved.</P><P>It sails on.</P></BODY></HTML></inlineXML>",
    "no content type": marked().replace(' contenttype="application/xhtml+xml"', ""),
    "NITF": f"<inlineXML><nitf><body><body.content>{PARAGRAPHS}</body.content></body></nitf></inlineXML>",
    "NITF in its namespace": f'<inlineXML><nitf xmlns="{NITF}"><body><body.content>{PARAGRAPHS}</body.content></body></nitf></inlineXML>',
    "XHTML in NITF": f'<inlineXML><nitf xmlns="{NITF}"><body><body.content><div xmlns="{XHTML}">{PARAGRAPHS}</div></body.content></body></nitf></inlineXML>',
    "a page in NITF": f'<inlineXML><nitf><body><body.content><html xmlns="{XHTML}"><body>{PARAGRAPHS}</body></html></body.content></body></nitf></inlineXML>',
    "NITF in XHTML": marked(f'<nitf xmlns="{NITF}"><body><body.content>{PARAGRAPHS}</body.content></body></nitf>'),
    "NITF in XHTML, its body alone": marked(f'<body.content xmlns="{NITF}">{PARAGRAPHS}</body.content>'),
    "plain": '<inlineData contenttype="text/plain">Ferry saved.\n\nIt sails on.</inlineData>',
    "plain, in upper case": '<inlineData contenttype="TEXT/PLAIN; charset=UTF-8">Ferry saved.\n\nIt sails on.</inlineData>',
    "plain, no content type": "<inlineData>Ferry saved.\nIt sails on.</inlineData>",
    "escaped": '<inlineData contenttype="text/html">&lt;p>Ferry saved.&lt;/p>&lt;p>It sails on.&lt;/p></inlineData>',
    "escaped, in upper case": '<inlineData contenttype="TEXT/HTML">&lt;P>Ferry saved.&lt;/P>&lt;P>It sails on.&lt;/P></inlineData>',
    "escaped in inlineXML": "<inlineXML>&lt;p>Ferry saved.&lt;/p>&lt;p>It sails on.&lt;/p></inlineXML>",
    "a section of characters": "<inlineData><![CDATA[<p>Ferry saved.</p><p>It sails on.</p>]]></inlineData>",
    "escaped NITF": "<inlineData contenttype='application/nitf+xml'>&lt;nitf>&lt;body>&lt;body.content>&lt;p>Ferry saved.&lt;/p>"
                    "&lt;p>It sails on.&lt;/p>&lt;/body.content>&lt;/body>&lt;/nitf></inlineData>",
}  # fmt: skip


@pytest.mark.parametrize("body", G2_BODIES)
def test_a_body_of_newsml_g2_in_every_form(body: str) -> None:
    found = read("newsml-g2", item(G2_BODIES[body]))

    assert (TEXT, "Ferry") == (found.article.text, found.article.headline)


def test_the_richest_of_several_bodies_is_read_and_each_other_is_reported() -> None:
    plain, escaped = "<inlineData>Plain.</inlineData>", '<inlineData contenttype="text/html">&lt;p>Escaped.&lt;/p></inlineData>'
    nitf = "<inlineXML><nitf><body><body.content><p>NITF.</p></body.content></body></nitf></inlineXML>"
    bodies = [marked("<p>Marked.</p>"), nitf, escaped, plain]

    for number in range(len(bodies)):
        found = read("newsml-g2", item("".join(reversed(bodies[number:]))))

        assert ["Marked.", "NITF.", "Escaped.", "Plain."][number] == found.article.text
        assert len(bodies) - number - 1 == len(found.losses)


def test_an_element_of_another_vocabulary_is_kept_with_its_text() -> None:
    found = read("newsml-g2", item(marked('<p>Ferry saved.</p><x-chart src="a"><x-title>Fares</x-title></x-chart>')))

    assert isinstance(found.article.body[1], Opaque)
    assert "Fares" == found.article.body[1].text


FACTS = {
    "elements": '<header><p class="byline">By Ann Bell</p><p class="dateline">Saltmarsh</p><p class="credit">Tide Wire</p></header>',
    "spans": '<p><span class="dateline">Saltmarsh <span class="credit">(Tide Wire)</span></span> - Ferry saved.</p><p class="byline">By Ann Bell</p>',
}


@pytest.mark.parametrize("form", FACTS)
def test_lines_that_stand_in_a_body_are_facts(form: str) -> None:
    article = read("newsml-g2", item(marked(FACTS[form] + "<p>It sails on.</p>"))).article

    assert "By Ann Bell" == article.byline_text
    assert (article.dateline or "").startswith("Saltmarsh")
    assert "Tide Wire" in (article.credit or "")
    assert article.text.endswith("It sails on.")
    assert "By Ann Bell" not in article.text


@pytest.mark.parametrize("version", ["2.0", "2.5", "2.12", "2.24", "2.29", "2.35"])
@pytest.mark.parametrize("conformance", ["core", "power"])
def test_every_version_of_newsml_g2(version: str, conformance: str) -> None:
    document = item(marked()).replace('standardversion="2.9"', f'standardversion="{version}"').replace('"power"', f'"{conformance}"')

    assert () == read("newsml-g2", document).losses


def test_a_message_of_items_packages_and_other_things() -> None:
    others = "<packageItem guid='p'><groupSet/></packageItem><conceptItem guid='c'/>"
    message = f'<newsMessage xmlns="{NAR}"><header/><itemSet>{others}{item(marked())}{item(marked()).replace("Ferry</h", "Bus</h")}</itemSet></newsMessage>'

    for wrapped in (message, f"<feed><entry>{message}</entry></feed>"):
        found = list(nm.codec("newsml-g2").read_each(io.BytesIO(wrapped.encode())))

        assert ["Ferry", "Bus"] == [one.article.headline for one in found]
        assert ["<packageItem> is a package of other items", "<conceptItem> is a concept"] == [loss.reason for loss in found[0].losses]


TOLERATED: dict[str, tuple[str, dict[str, Any]]] = {
    "offset without a colon": ("<versionCreated>2026-03-04T10:00:00+0100</versionCreated>", {"updated": datetime(2026, 3, 4, 10, tzinfo=PARIS)}),
    "offset of hours": ("<versionCreated>2026-03-04T10:00:00+01</versionCreated>", {"updated": datetime(2026, 3, 4, 10, tzinfo=PARIS)}),
    "blank for the T": ("<versionCreated>2026-03-04 10:00:00+01:00</versionCreated>", {"updated": datetime(2026, 3, 4, 10, tzinfo=PARIS)}),
    "padded": ("<versionCreated>\n  2026-03-04T10:00:00+01:00\n</versionCreated>", {"updated": datetime(2026, 3, 4, 10, tzinfo=PARIS)}),
    "no seconds": ("<versionCreated>2026-03-04T10:00Z</versionCreated>", {"updated": datetime(2026, 3, 4, 10, tzinfo=timezone.utc)}),
    "basic": ("<versionCreated>20260304T100000Z</versionCreated>", {"updated": datetime(2026, 3, 4, 10, tzinfo=timezone.utc)}),
    "basic date": ("<versionCreated>20260304</versionCreated>", {"updated": date(2026, 3, 4)}),
    "status": ('<pubStatus qcode="stat:Cancelled"/>', {"status": "canceled"}),
    "order": ('<pubStatus qcode="stat:usable"/><provider literal="Tide"/>', {"status": "usable"}),
    "QCode": ('<service qcode="desk:home news"/>', {}),
    "relation": ('<link href="https://x.example/"/>', {}),
}  # fmt: skip


@pytest.mark.parametrize("case", TOLERATED)
def test_what_the_standard_does_not_allow_is_read_and_said_to_be_repaired(case: str) -> None:
    meta, fields = TOLERATED[case]

    found = read("newsml-g2", item(marked(), meta=meta))

    assert fields == {name: getattr(found.article, name) for name in fields}
    assert [True] == [loss.repaired for loss in found.losses]
    assert all(loss.path and loss.where is not None and loss.where.line for loss in found.losses)


def test_a_document_without_namespace_and_header_is_repaired() -> None:
    found = read("newsml-g2", f"<newsMessage><itemSet>{item(marked(space=''), root='')}</itemSet></newsMessage>")

    assert TEXT == found.article.text
    assert ["a message without a header", "no namespace: read as NewsML-G2"] == [loss.reason for loss in found.losses if loss.repaired]


def test_qcodes_keep_their_alias_and_get_their_uri() -> None:
    own = '<catalog><scheme alias="own" uri="https://tide.example/own/"/></catalog>'
    head = '<subject qcode="medtop:20000002"/><subject qcode="own:a"/><subject qcode="user:b"/><subject qcode="odd:c"/><headline>Ferry</headline>'

    found = NewsmlG2(catalog={"user": "https://user.example/"}).read(item(marked(), catalog=own, head=head).encode())

    assert [
        ("medtop:20000002", "http://cv.iptc.org/newscodes/mediatopic/20000002"),
        ("own:a", "https://tide.example/own/a"),
        ("user:b", "https://user.example/b"),
        ("odd:c", None),
    ] == [(subject.code, subject.uri) for subject in found.article.subjects]


# NITF

NITF_INNER = f"<body><body.head><hedline><hl1>Ferry</hl1></hedline></body.head><body.content>{PARAGRAPHS}</body.content></body>"
NITFS = {
    "bare": f"<nitf>{NITF_INNER}</nitf>",
    "2.5 with a DOCTYPE": f'<?xml version="1.0"?><!DOCTYPE nitf SYSTEM "nitf-2-5.dtd"><nitf>{NITF_INNER}</nitf>',
    "3.2": f'<!DOCTYPE nitf PUBLIC "-//IPTC//DTD NITF 3.2//EN" "https://x.example/nitf-3-2.dtd"><nitf version="-//IPTC//DTD NITF 3.2//EN" '
           f'change.date="October 10, 2003" change.time="19:30">{NITF_INNER}</nitf>',
    "3.6": f'<nitf xmlns="{NITF}" version="-//IPTC//DTD NITF 3.6//EN">{NITF_INNER}</nitf>',
    "prefixed": f'<n:nitf xmlns:n="{NITF}">{NITF_INNER.replace("</", "</n:").replace("<", "<n:").replace("<n:/n:", "</n:")}</n:nitf>',
    "latin-1": f'<?xml version="1.0" encoding="ISO-8859-1"?><nitf>{NITF_INNER}</nitf>',
    "wrapped": f"<feed><nitf>{NITF_INNER}</nitf></feed>",
    "blocks": f"<nitf>{NITF_INNER.replace(PARAGRAPHS, f'<block>{PARAGRAPHS}</block>')}</nitf>",
    "upper case": f"<NITF>{NITF_INNER.upper().replace('FERRY SAVED.', 'Ferry saved.').replace('IT SAILS ON.', 'It sails on.').replace('FERRY', 'Ferry')}</NITF>",
}  # fmt: skip


@pytest.mark.parametrize("form", NITFS)
def test_nitf_in_every_form(form: str) -> None:
    found = read("nitf", NITFS[form])

    assert (TEXT, "Ferry") == (found.article.text, found.article.headline)


# ninjs

BODY = [{"contentType": "text/html", "value": PARAGRAPHS}]
NINJS: dict[str, dict[str, Any]] = {
    "1.0": {"uri": "urn:x:1", "headline": "Ferry", "body_xhtml": f"<div>{PARAGRAPHS}</div>"},
    "1.3": {"$standard": {"name": "ninjs", "version": "1.3"}, "uri": "urn:x:1", "headline": "Ferry", "body_html": PARAGRAPHS},
    "1.x text": {"uri": "urn:x:1", "headline": "Ferry", "body_text": TEXT},
    "2.0": {"standard": {"name": "ninjs", "version": "2.0"}, "uri": "urn:x:1", "headlines": [{"role": "main", "value": "Ferry"}],
            "bodies": [{"role": "main", "contenttype": "text/html", "value": PARAGRAPHS}]},
    "3.0": {"standard": {"name": "ninjs", "version": "3.0"}, "uri": "urn:x:1", "headlines": [{"value": "Ferry"}], "bodies": BODY},
    "content type in upper case": {"uri": "urn:x:1", "headlines": [{"value": "Ferry"}],
                                   "bodies": [{"contentType": "TEXT/HTML; charset=utf-8", "value": PARAGRAPHS}]},
    "plain in upper case": {"uri": "urn:x:1", "headlines": [{"value": "Ferry"}], "bodies": [{"contentType": "TEXT/PLAIN", "value": TEXT}]},
    "plain with a charset": {"uri": "urn:x:1", "headlines": [{"value": "Ferry"}], "bodies": [{"contentType": "text/plain;charset=utf-8", "value": TEXT}]},
    "xhtml/xml": {"uri": "urn:x:1", "headlines": [{"value": "Ferry"}], "bodies": [{"contentType": "xhtml/xml", "value": f"<html><body>{PARAGRAPHS}</body></html>"}]},
    "NITF": {"uri": "urn:x:1", "headlines": [{"value": "Ferry"}],
             "bodies": [{"contentType": "text/vnd.IPTC.NITF", "value": f'<?xml version="1.0" encoding="UTF-16"?><nitf>{NITF_INNER}</nitf>'}]},
    "guid": {"guid": "urn:x:1", "headline": "Ferry", "body_html": PARAGRAPHS},
    "several": {"uri": "urn:x:1", "headlines": [{"value": "Ferry"}], "bodies": [{"contentType": "text/plain", "value": TEXT}, *BODY]},
}  # fmt: skip


@pytest.mark.parametrize("form", NINJS)
def test_ninjs_in_every_form(form: str) -> None:
    found = read("ninjs", json.dumps(NINJS[form]))

    assert (TEXT, "Ferry", "urn:x:1") == (found.article.text, found.article.headline, found.article.id)
    assert () == found.losses


# NewsML 1


def newsml_1(content: str, format_name: str = "", root: str = "<NewsML>") -> str:
    lines = "<NewsLines><HeadLine>Ferry</HeadLine></NewsLines>"
    data = f"<ContentItem>{format_name}<DataContent>{content}</DataContent></ContentItem>"
    return f"{root}<NewsItem><NewsComponent>{lines}{data}</NewsComponent></NewsItem></NewsML>"


NEWSML_1 = {
    "NITF": newsml_1(f"<nitf>{NITF_INNER}</nitf>", '<Format FormalName="NITF3.1"/>'),
    "the body of NITF": newsml_1(NITF_INNER),
    "XHTML": newsml_1(f'<html xmlns="{XHTML}"><body>{PARAGRAPHS}</body></html>', '<MimeType FormalName="XHTML/XML"/>'),
    "paragraphs": newsml_1(PARAGRAPHS),
    "escaped": newsml_1("&lt;p&gt;Ferry saved.&lt;/p&gt;&lt;p&gt;It sails on.&lt;/p&gt;", '<MimeType FormalName="text/html"/>'),
    "escaped page": newsml_1("<![CDATA[<HTML><BODY><P>Ferry saved.</P><P>It sails on.</P></BODY></HTML>]]>"),
    "plain": newsml_1("Ferry saved.\n\nIt sails on.", '<MimeType FormalName="TEXT/PLAIN"/>'),
    "1.0 with a DOCTYPE": newsml_1(PARAGRAPHS, root='<!DOCTYPE NewsML PUBLIC "urn:newsml:iptc.org:20001006:NewsMLv1.0.dtd:1" "NewsMLv1.0.dtd"><NewsML>'),
    "1.2 with the DTD of NITF": newsml_1(f"<nitf>{NITF_INNER}</nitf>",
        root='<!DOCTYPE NewsML SYSTEM "NewsMLv1.2.dtd" [<!ENTITY % nitf SYSTEM "nitf.dtd"> %nitf;]><NewsML Version="1.2">'),
    "1.2 in its namespace": newsml_1(f'<body xmlns="{XHTML}">{PARAGRAPHS}</body>', root='<NewsML xmlns="http://iptc.org/std/NewsML/2003-10-10/">'),
}  # fmt: skip


@pytest.mark.parametrize("form", NEWSML_1)
def test_newsml_1_in_every_form(form: str) -> None:
    found = read("newsml-1", NEWSML_1[form])

    assert (TEXT, "Ferry") == (found.article.text, found.article.headline)
    assert () == found.losses


# schema.org


@pytest.mark.parametrize("kind", ["NewsArticle", "Article", "ReportageNewsArticle", "LiveBlogPosting", ["Article", "Thing"], "https://schema.org/NewsArticle"])
@pytest.mark.parametrize("wrap", [lambda one: one, lambda one: [one], lambda one: {"@graph": [one]}, lambda one: {"@type": "WebPage", "mainEntity": one}])
def test_articles_of_schema_org_in_every_wrapping(kind: object, wrap: Any) -> None:
    article = {"@context": "https://schema.org", "@type": kind, "headline": "Ferry", "articleBody": TEXT, "author": {"@type": "Person", "name": "Ann Bell"},
               "image": {"@type": "ImageObject", "contentUrl": "https://x.example/a.jpg", "caption": "The ferry", "creditText": "Tide"}}  # fmt: skip

    found = read("jsonld", json.dumps(wrap(article))).article

    assert ("Ferry", TEXT, ["Ann Bell"]) == (found.headline, found.text, [byline.name for byline in found.bylines])
    assert found.lead is not None
    assert found.lead.caption is not None
    assert (("The ferry",), "Tide") == (found.lead.caption.content, found.lead.caption.credit)


# Everything that a text item says


WHOLE = f"""<newsItem xmlns="{NAR}" guid="urn:x:1" version="3" xml:lang="en-GB" standard="NewsML-G2">
<rightsInfo><copyrightHolder><name>Tide</name></copyrightHolder><usageTerms>No archive.</usageTerms></rightsInfo>
<itemMeta><itemClass qcode="ninat:text"/><provider qcode="nprov:TIDE"/><versionCreated>2026-03-04T10:00:00Z</versionCreated>
<firstCreated>2026-03-04T09:00:00Z</firstCreated><embargoed>2026-03-05T06:00:00Z</embargoed><pubStatus qcode="stat:usable"/>
<edNote>Check the fare.</edNote></itemMeta>
<contentMeta><urgency>4</urgency><creator><name>Ann Bell</name></creator><language tag="en-GB"/><subject qcode="medtop:1"/><slugline>FERRY</slugline>
<headline>Ferry</headline><by>By Ann Bell</by><creditline>Tide Wire</creditline></contentMeta><contentSet>{marked()}</contentSet></newsItem>"""


def test_everything_that_a_text_item_says_is_found() -> None:
    found = read("newsml-g2", WHOLE)

    article: Article = found.article
    assert () == found.losses
    assert ("urn:x:1", 3, "en-GB", "usable", 4, "FERRY") == (
        article.id, article.version, article.language, article.status, article.urgency, article.slug
    )  # fmt: skip
    assert ("By Ann Bell", "Tide Wire", TEXT) == (article.byline_text, article.credit, article.text)
    assert [9, 10, 6] == [moment.hour for moment in (article.created, article.updated, article.embargoed) if isinstance(moment, datetime)]
    assert article.rights is not None
    assert article.rights.holder is not None
    assert ("Tide", 1, 1, 1, 1) == (
        article.rights.holder.name, len(article.rights.terms), len(article.notes), len(article.bylines), len(article.subjects)
    )  # fmt: skip
