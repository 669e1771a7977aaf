"""The jsonld codec: what publishers write, what is written, and what is said of the rest."""

import json
from datetime import date, datetime, timezone
from decimal import Decimal
from typing import Any

import pytest

import newsmodel as nm
from newsmodel.syntax.schema_org import _nodes
from newsmodel.formats.html import Html
from newsmodel.formats.jsonld import JsonLd

PICTURE = "https://lantern.example/a.jpg"


def document(**properties: Any) -> bytes:
    return json.dumps({"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Rain", **properties}).encode()


def article(**properties: Any) -> nm.Article:
    """What is read without a loss."""
    read = JsonLd().read(document(**properties))

    assert read.losses == ()
    return read.article


def told(data: bytes) -> list[tuple[str, str]]:
    return [(loss.path, loss.reason) for loss in JsonLd().read(data).losses]


def person(name: str, **others: Any) -> dict[str, Any]:
    return {"@type": "Person", "name": name, **others}


def figure(*files: str, kind: Any = "image", **caption: Any) -> nm.Figure:
    media = nm.Media(kind=kind, renditions=[nm.Rendition(href=file) for file in files]) if files else None
    return nm.Figure(media=media, caption=nm.Caption(**caption) if caption else None)


def concept(**fields: Any) -> nm.Concept:
    return nm.Concept(**fields)


BOTH_WAYS: list[tuple[dict[str, Any], dict[str, Any]]] = [
    ({"id": "urn:a:1"}, {"identifier": ["urn:a:1"]}),
    (
        {"identifiers": [nm.Identifier(value="7", scheme="desk"), nm.Identifier(value="8")]},
        {"identifier": [{"@type": "PropertyValue", "propertyID": "desk", "value": "7"}, {"@type": "PropertyValue", "value": "8"}]},
    ),
    ({"version": 3}, {"version": 3}),
    (
        {"url": "https://lantern.example/1"},
        {"url": "https://lantern.example/1", "mainEntityOfPage": {"@type": "WebPage", "@id": "https://lantern.example/1"}},
    ),
    ({"links": [nm.Link(href="/2")]}, {"mainEntityOfPage": {"@type": "WebPage", "relatedLink": ["/2"]}}),
    (
        {"links": [nm.Link(rel="citation", href="/3", title="Report", type="text/html", language="de", version="2")]},
        {"citation": [{"@type": "CreativeWork", "url": "/3", "name": "Report", "encodingFormat": "text/html", "inLanguage": "de", "version": "2"}]},
    ),
    ({"titles": [nm.Label(content="Wet")]}, {"alternativeHeadline": ["Wet"]}),
    ({"summary": "It rained.", "standfirst": "A wet day."}, {"description": "It rained.", "abstract": "A wet day."}),
    (
        {"bylines": [nm.Byline(name="Ida Moreno", job_title="reporter", affiliation="The Lantern", location="Port Lorne", email="i@l.example", id="s:1", url="/ida", same_as=["https://social.example/ida"])]},
        {"author": [person("Ida Moreno", jobTitle="reporter", affiliation={"@type": "Organization", "name": "The Lantern"}, workLocation={"@type": "Place", "name": "Port Lorne"}, email="i@l.example", identifier="s:1", url="/ida", sameAs=["https://social.example/ida"])]},
    ),
    (
        {"bylines": [nm.Byline(name="Coast Wire", kind="organization", location="Saltmarsh")]},
        {"author": [{"@type": "Organization", "name": "Coast Wire", "location": {"@type": "Place", "name": "Saltmarsh"}}]},
    ),
    (
        {"bylines": [nm.Byline(name=name, role=role) for name, role in [("A", None), ("B", "editor"), ("C", "translator"), ("D", "contributor"), ("E", "data")]]},
        {"author": [person("A")], "editor": [person("B")], "translator": [person("C")], "contributor": [person("D"), {"@type": "Role", "roleName": "data", "contributor": person("E")}]},
    ),
    ({"dateline": "PORT LORNE, March 3"}, {"dateline": "PORT LORNE, March 3"}),
    (
        {"located": [concept(name="Port Lorne", code="p:1", uri="/p", same_as=["geo:1"], position=nm.Coordinates(latitude=Decimal("54.25"), longitude=Decimal("-0.123456789012345678")), broader=[concept(name="Coast")])]},
        {"locationCreated": [{"@type": "Place", "name": "Port Lorne", "identifier": "p:1", "url": "/p", "sameAs": ["geo:1"], "geo": {"@type": "GeoCoordinates", "latitude": 54.25, "longitude": "-0.123456789012345678"}, "containedInPlace": [{"@type": "Place", "name": "Coast"}]}]},
    ),
    ({"credit": "Wire/Lantern"}, {"creditText": "Wire/Lantern"}),
    ({"published": datetime(2026, 3, 4, 12, tzinfo=timezone.utc), "updated": datetime(2026, 3, 4, 13), "created": date(2026, 3, 3), "expires": date(2027, 1, 1)}, {"datePublished": "2026-03-04T12:00:00+00:00", "dateModified": "2026-03-04T13:00:00", "dateCreated": "2026-03-03", "expires": "2027-01-01"}),
    ({"access": "free"}, {"isAccessibleForFree": True}),
    ({"access": "locked"}, {"isAccessibleForFree": False}),
    ({"access": "metered"}, {"isAccessibleForFree": False, "conditionsOfAccess": "metered"}),
    ({"status": "withheld"}, {"creativeWorkStatus": {"@type": "DefinedTerm", "termCode": "withheld", "inDefinedTermSet": "http://cv.iptc.org/newscodes/pubstatusg2/"}}),
    ({"genres": [concept(uri="https://schema.org/OpinionNewsArticle"), concept(name="Comment"), concept(uri="urn:g:1")]}, {"@type": "OpinionNewsArticle", "genre": ["Comment", "urn:g:1"]}),
    ({"sections": [concept(name="Local"), concept(name="https://not.an.address")]}, {"articleSection": ["Local", "https://not.an.address"]}),
    ({"subjects": [concept(name="Rain"), concept(name="Ann Bell", type="Person", rel="mentions")]}, {"about": [{"@type": "Thing", "name": "Rain"}], "mentions": [person("Ann Bell")]}),
    ({"keywords": ["rain, heavy", "sun"]}, {"keywords": ["rain, heavy", "sun"]}),
    ({"publisher": concept(name="The Lantern", broader=[concept(name="Lamp Group")]), "sources": [concept(name="Coast Wire")]}, {"publisher": {"@type": "Organization", "name": "The Lantern", "parentOrganization": [{"@type": "Organization", "name": "Lamp Group"}]}, "sourceOrganization": [{"@type": "Organization", "name": "Coast Wire"}]}),
    (
        {"rights": nm.Rights(holder=concept(name="The Lantern"), year=2026, notices=[nm.Label(content="© 2026")], terms=[nm.Label(content="Print only.", language="en")], url="/terms")},
        {"copyrightHolder": {"@type": "Organization", "name": "The Lantern"}, "copyrightYear": 2026, "copyrightNotice": ["© 2026"], "usageInfo": [{"@type": "CreativeWork", "text": "Print only.", "inLanguage": "en"}], "license": "/terms"},
    ),
    (
        {"lead": nm.Figure(media=nm.Media(id="p1", title="Wall", alt="A wall", url="/wall", renditions=[nm.Rendition(href=PICTURE, name="high", media_type="image/jpeg", width=800, height=600, size=90), nm.Rendition(href="/b.jpg", name="low")]), caption=nm.Caption(content="The wall.", credit="Photo: Noor Vale", creator="Noor Vale", agencies=["Coast Wire"]))},
        {"image": [{"@type": "ImageObject", "contentUrl": PICTURE, "alternateName": "high", "encodingFormat": "image/jpeg", "width": 800, "height": 600, "contentSize": "90 B", "identifier": "p1", "name": "Wall", "description": "A wall", "mainEntityOfPage": "/wall", "encoding": [{"@type": "MediaObject", "contentUrl": "/b.jpg", "alternateName": "low"}], "caption": "The wall.", "creditText": "Photo: Noor Vale", "creator": [person("Noor Vale"), {"@type": "Organization", "name": "Coast Wire"}]}]},
    ),
    ({"lead": nm.Figure(media=nm.Media(kind="audio", duration="PT9S"))}, {"audio": [{"@type": "AudioObject", "duration": "PT9S"}]}),
    (
        {"body": [figure("/1.jpg"), nm.Paragraph(content="One\nline."), figure("/2.jpg"), figure(content="Lost."), nm.Paragraph(content="Two.")]},
        {"articleBody": "One\nline.\n\nTwo.", "image": [{"@type": "ImageObject", "position": 0, "contentUrl": "/1.jpg"}, {"@type": "ImageObject", "position": 2, "contentUrl": "/2.jpg"}, {"@type": "ImageObject", "position": 3, "caption": "Lost."}]},
    ),
    (
        {"votes": [nm.Vote(motion="keep the bus", voting_body="The council", counts=[nm.Count(option="yes", value=11), nm.Count(option="no", value=Decimal("64.7"), unit="percent")], unanimous=True, margin=5, result="passed", requirement="two thirds", held=date(2026, 3, 3), evidence=nm.Evidence(quote="by 11", block=2))]},
        {"about": [{"@type": "Event", "name": "keep the bus", "organizer": {"@type": "Organization", "name": "The council"}, "startDate": "2026-03-03", "subjectOf": {"@type": "Dataset", "name": "keep the bus", "variableMeasured": [
            {"@type": "PropertyValue", "propertyID": "yes", "value": 11, "unitText": "votes"}, {"@type": "PropertyValue", "propertyID": "no", "value": 64.7, "unitText": "percent"},
            {"@type": "PropertyValue", "propertyID": "result", "value": "passed"}, {"@type": "PropertyValue", "propertyID": "unanimous", "value": True},
            {"@type": "PropertyValue", "propertyID": "margin", "value": 5}, {"@type": "PropertyValue", "propertyID": "requirement", "value": "two thirds"}],
            "isBasedOn": {"@type": "Quotation", "text": "by 11", "position": 2}}}]},
    ),
    (
        {"appeals": [nm.DonationAppeal(heading="Help", paragraphs=["One.", "Two."], amounts=[nm.SuggestedAmount(value=Decimal(5), currency="GBP", period="P1M"), nm.SuggestedAmount(value=Decimal(9), currency="£", period="one-off")], beneficiary="The Lantern", call_to_action="Give now", url="/give")]},
        {"potentialAction": [{"@type": "DonateAction", "name": "Help", "description": "One.\nTwo.", "target": {"@type": "EntryPoint", "urlTemplate": "/give", "name": "Give now"}, "recipient": {"@type": "Organization", "name": "The Lantern"}, "priceSpecification": [{"@type": "UnitPriceSpecification", "price": 5, "priceCurrency": "GBP", "billingDuration": "P1M"}, {"@type": "UnitPriceSpecification", "price": 9, "priceCurrency": "£", "unitText": "one-off"}]}]},
    ),
    (
        {"appeals": [nm.DonationAppeal(kind="membership", amounts=[nm.SuggestedAmount(value=Decimal("4.5"), currency="EUR")], beneficiary="The Lantern"), nm.DonationAppeal(kind="subscription", heading="Subscribe")]},
        {"potentialAction": [{"@type": "JoinAction", "provider": {"@type": "Organization", "name": "The Lantern"}, "object": {"@type": "Offer", "priceSpecification": [{"@type": "UnitPriceSpecification", "price": 4.5, "priceCurrency": "EUR"}]}}, {"@type": "SubscribeAction", "name": "Subscribe"}]},
    ),
    (
        {"notes": [nm.Label(content="We named the wrong street.", role="correction", language="en", date=date(2026, 3, 4)), nm.Label(content="How we did it.", role="backstory")]},
        {"correction": [{"@type": "CorrectionComment", "text": "We named the wrong street.", "inLanguage": "en", "datePublished": "2026-03-04"}], "backstory": [{"@type": "CreativeWork", "text": "How we did it."}]},
    ),
]  # fmt: skip


@pytest.mark.parametrize(("fields", "properties"), BOTH_WAYS, ids=lambda value: "-".join(value))
def test_what_schema_org_says_as_well_is_written_and_read_without_a_loss(fields: dict[str, Any], properties: dict[str, Any]) -> None:
    expected = nm.Article(headline="Rain", **fields)
    written = JsonLd().write(expected)

    assert written.losses == ()
    assert json.loads(document(**properties)) == json.loads(written.data)
    assert expected == article(**properties)


READ: list[tuple[dict[str, Any], dict[str, Any]]] = [
    ({"author": "Ida Moreno"}, {"bylines": (nm.Byline(name="Ida Moreno"),)}),
    ({"author": ["Ida Moreno", person("Bo Li", worksFor="The Lantern")]}, {"bylines": (nm.Byline(name="Ida Moreno"), nm.Byline(name="Bo Li", affiliation="The Lantern"))}),
    ({"author": {"@type": "Person", "givenName": "Ida", "familyName": "Moreno"}}, {"bylines": (nm.Byline(name="Ida Moreno"),)}),
    ({"author": {"@type": ["NewsMediaOrganization"], "name": "Coast Wire"}}, {"bylines": (nm.Byline(name="Coast Wire", kind="organization"),)}),
    ({"author": "Ida", "creator": ["Ida", "Bo"]}, {"bylines": (nm.Byline(name="Ida"), nm.Byline(name="Bo"))}),
    ({"author": {"@type": "Role", "author": "Ida", "roleName": "graphics"}}, {"bylines": (nm.Byline(name="Ida", role="graphics"),)}),
    ({"publisher": "The Lantern"}, {"publisher": concept(name="The Lantern")}),
    ({"keywords": "rain, sun,,wind "}, {"keywords": ("rain", "sun", "wind")}),
    ({"keywords": [{"@type": "DefinedTerm", "name": "rain"}]}, {"keywords": ("rain",)}),
    ({"articleBody": "One.\nTwo.\r\n\tThree."}, {"body": tuple(nm.Paragraph(content=text) for text in ("One.", "Two.", "Three."))}),
    ({"articleBody": ["One.\n\nTwo\nlines.", "Three."]}, {"body": tuple(nm.Paragraph(content=text) for text in ("One.", "Two\nlines.", "Three."))}),
    ({"image": PICTURE}, {"lead": figure(PICTURE)}),
    ({"image": {"@type": "ImageObject", "url": PICTURE, "width": "800px", "height": {"@type": "QuantitativeValue", "value": 600.0}}}, {"lead": nm.Figure(media=nm.Media(renditions=[nm.Rendition(href=PICTURE, width=800, height=600)]))}),
    ({"image": {"@type": "ImageObject", "@id": PICTURE}, "thumbnailUrl": PICTURE}, {"lead": figure(PICTURE)}),
    ({"image": {"contentUrl": PICTURE, "url": PICTURE, "author": "Noor Vale"}}, {"lead": figure(PICTURE, creator="Noor Vale")}),
    ({"image": [{"url": "/1", "caption": "One."}, {"url": "/2", "caption": "Two."}]}, {"lead": figure("/1", content="One."), "body": (figure("/2", content="Two."),)}),
    ({"video": {"@type": "VideoObject", "contentUrl": "/v.mp4", "url": "/v", "name": "Film"}}, {"lead": nm.Figure(media=nm.Media(kind="video", url="/v", title="Film", renditions=[nm.Rendition(href="/v.mp4")]))}),
    ({"mainEntityOfPage": "https://lantern.example/1"}, {"url": "https://lantern.example/1"}),
    ({"mainEntityOfPage": True, "@id": "https://lantern.example/1"}, {"url": "https://lantern.example/1"}),
    ({"url": "/1", "mainEntityOfPage": "/1"}, {"url": "/1"}),
    ({"url": "/1", "@id": "/1#article"}, {"url": "/1", "id": "/1#article"}),
    ({"identifier": ["a", 7]}, {"id": "a", "identifiers": (nm.Identifier(value="7"),)}),
    ({"name": "Rain in the north"}, {"titles": (nm.Label(content="Rain in the north"),)}),
    ({"name": "Rain"}, {}),
    ({"headline": None, "name": "Wind"}, {"headline": "Wind"}),
    ({"headline": {"@value": "Wind"}}, {"headline": "Wind"}),
    ({"headline": {"@set": ["  Wind\n and rain "]}}, {"headline": "Wind and rain"}),
    ({"inLanguage": {"@type": "Language", "alternateName": "de"}}, {"language": "de"}),
    ({"isAccessibleForFree": "https://schema.org/False"}, {"access": "locked"}),
    ({"isAccessibleForFree": "True"}, {"access": "free"}),
    ({"isAccessibleForFree": ""}, {}),
    ({"creativeWorkStatus": "usable"}, {"status": "usable"}),
    ({"contentLocation": {"@type": "Place", "name": "Port Lorne"}, "spatialCoverage": {"@type": "Place", "name": "Port Lorne"}}, {"subjects": (concept(name="Port Lorne", type="Place"),)}),
    ({"about": [{"@type": "Event", "name": "Fair"}, "https://things.example/1", {"@type": "Thing", "identifier": {"value": "c:1"}}]}, {"subjects": (concept(name="Fair", type="Event"), concept(uri="https://things.example/1"), concept(code="c:1"))}),
    ({"discussionUrl": "/talk", "isBasedOn": {"@id": "https://wire.example/1"}}, {"links": (nm.Link(rel="isBasedOn", href="https://wire.example/1"), nm.Link(rel="discussion", href="/talk"))}),
    ({"articleSection": {"@type": "DefinedTerm", "name": "Local"}}, {"sections": (concept(name="Local"),)}),
    ({"usageInfo": "/terms", "correction": "Wrong street."}, {"rights": nm.Rights(terms=[nm.Label(content="/terms")]), "notes": (nm.Label(content="Wrong street.", role="correction"),)}),
    ({"potentialAction": {"@type": "DonateAction", "price": "5.00", "priceCurrency": "EUR", "target": "/give"}}, {"appeals": (nm.DonationAppeal(amounts=[nm.SuggestedAmount(value=Decimal(5), currency="EUR")], url="/give"),)}),
    ({"@type": "LiveBlogPosting", "liveBlogUpdate": [{"@type": "BlogPosting", "headline": "Noon", "articleBody": "It rains."}, {"@type": "BlogPosting"}]}, {"genres": (concept(uri="https://schema.org/LiveBlogPosting"),), "body": (nm.Aside(role="update", blocks=[nm.Heading(content="Noon"), nm.Paragraph(content="It rains.")]),)}),
    ({"author": [7], "rights": None}, {"bylines": (nm.Byline(name="7"),)}),
    ({"geo": [], "about": {"@id": "_:b1", "name": "Rain"}, "datePublished": " "}, {"subjects": (concept(name="Rain"),)}),
    ({"dateline": {"@list": []}, "keywords": [" "]}, {}),
    ({"encoding": "", "image": {"url": PICTURE, "encoding": [{"url": "/b"}]}}, {"lead": figure(PICTURE, "/b")}),
    ({"image": {}, "correction": {}, "backstory": ""}, {"lead": nm.Figure(media=nm.Media())}),
    ({"schema:dateline": "PORT LORNE", "https://schema.org/creditText": "Wire"}, {"dateline": "PORT LORNE", "credit": "Wire"}),
]  # fmt: skip


@pytest.mark.parametrize(("properties", "fields"), READ, ids=lambda value: "-".join(value))
def test_the_usual_shapes_are_read(properties: dict[str, Any], fields: dict[str, Any]) -> None:
    assert nm.Article(**{"headline": "Rain", **fields}) == article(**properties)


LOST: list[tuple[dict[str, Any], str, str]] = [
    ({"author": True}, "/author", "no place for author: True"),
    ({"abstract": {"name": "x"}}, "/abstract", "no place for abstract"),
    ({"usageInfo": {"@type": "CreativeWork", "usageInfo": "x"}}, "/usageInfo/usageInfo", "no place for usageInfo: 'x'"),
    ({"correction": {"@type": "CorrectionComment", "author": "x"}}, "/correction/author", "no place for author: 'x'"),
    ({"isBasedOn": {"name": "x"}}, "/isBasedOn", "Link.href: expected a URL or URN (RFC 3986), found None"),
    ({"citation": "A Report, 2026"}, "/citation", "expected a URL, found 'A Report, 2026'"),
    ({"identifier": {"name": "x"}}, "/identifier", "Identifier.value: expected a line of text, not empty, without line breaks, control characters or white space at its edges, found None"),
    ({"image": "a b"}, "/image", "expected a URL, found 'a b'"),
    ({"image": {"url": PICTURE, "creator": {"@type": "Person", "url": "/n"}}}, "/image/creator/url", "no place for url: '/n'"),
    ({"image": {"url": PICTURE, "encoding": "x"}}, "/image/encoding", "no place for encoding: 'x'"),
    ({"thumbnailUrl": "/t"}, "/thumbnailUrl", "no place for thumbnailUrl: '/t'"),
    ({"thumbnailUrl": {"@type": "ImageObject"}}, "/thumbnailUrl", "no place for thumbnailUrl: ImageObject"),
    ({"liveBlogUpdate": "x"}, "/liveBlogUpdate", "no place for liveBlogUpdate: 'x'"),
    ({"articleSection": True, "contentLocation": False}, "/articleSection", "no place for articleSection: True"),
    ({"keywords": [True]}, "/keywords/0", "no place for a further value: True"),
    ({"potentialAction": {"@type": "DonateAction"}}, "/potentialAction", "DonationAppeal.url: expected at least one of heading, paragraphs, amounts, beneficiary, call_to_action, url, found None"),
    ({"potentialAction": {"@type": "DonateAction", "name": "x", "priceSpecification": {"priceCurrency": "EUR", "eligible": 1}}}, "/potentialAction/priceSpecification/eligible", "no place for eligible: 1"),
    ({"about": {"@type": "Event", "subjectOf": {"@type": "Dataset", "variableMeasured": [{"propertyID": "yes", "value": 1.5}, {"propertyID": "no", "value": 2}, {"propertyID": "turnout", "value": 9}], "isBasedOn": {"name": "x"}}}}, "/about/subjectOf/variableMeasured/0", "Count.unit: expected percent, for a value that is not a whole number, found 'votes'"),
    ({"wordCount": 7}, "/wordCount", "no place for wordCount: 7"),
    ({"isPartOf": {"@type": "WebSite", "name": "x"}}, "/isPartOf", "no place for isPartOf: WebSite"),
    ({"hasPart": [{"cssSelector": "x"}]}, "/hasPart", "no place for hasPart"),
    ({"publisher": {"name": "x", "logo": "/l"}}, "/publisher/logo", "no place for logo: '/l'"),
    ({"url": ["/1", "/2"]}, "/url/1", "no place for a further value: '/2'"),
    ({"publisher": [{"name": "x"}, {"@type": "Person", "name": "y"}]}, "/publisher/1", "no place for a further Person"),
    ({"headline": {"@value": "x", "@language": "de"}}, "/headline/@language", "no place for @language: 'de'"),
    ({"url": "a b"}, "/url", "expected a URL, found 'a b'"),
    ({"inLanguage": "German (Swiss)"}, "/inLanguage", "expected a language tag, found 'German (Swiss)'"),
    ({"datePublished": "yesterday"}, "/datePublished", "no date or time: 'yesterday'"),
    ({"datePublished": "2026-03-04 12:00"}, "/datePublished", "an unusually spelt time: '2026-03-04 12:00'"),
    ({"dateline": "2026-03-04"}, "/dateline", "no dateline: '2026-03-04' is a date"),
    ({"version": "1.2"}, "/version", "expected a whole number from 1 to 9223372036854775807, found '1.2'"),
    ({"isAccessibleForFree": "maybe"}, "/isAccessibleForFree", "expected true or false, found 'maybe'"),
    ({"creativeWorkStatus": "Draft"}, "/creativeWorkStatus", "expected one of usable, withheld, canceled"),
    ({"creativeWorkStatus": {"termCode": "usable", "inDefinedTermSet": "/x"}}, "/creativeWorkStatus", "expected one of usable, withheld, canceled"),
    ({"description": "a\x07b"}, "/description", "control characters taken out"),
    ({"image": [PICTURE, "/b"]}, "/image/1", "a picture with nothing but its file: taken as a rendition of the one before"),
    ({"image": {"url": PICTURE, "creator": ["x", "y"]}}, "/image", "no place for a second creator: y"),
    ({"image": {"url": PICTURE, "duration": "long"}}, "/image", "Media.duration: expected an ISO 8601 duration such as 'PT1M30S', found 'long'"),
    ({"author": {"@id": "https://lantern.example/#ida"}}, "/author", "nothing in the document says who https://lantern.example/#ida is"),
    ({"author": {"@type": "Person"}}, "/author", "Byline.affiliation: expected at least one of name, affiliation, found None"),
    ({"url": "/1", "mainEntityOfPage": {"@id": "/2"}}, "/mainEntityOfPage", "the page has another address than the article: '/2'"),
    ({"url": "/1", "mainEntityOfPage": "/2"}, "/mainEntityOfPage", "no place for mainEntityOfPage: '/2'"),
    ({"locationCreated": {"name": "x", "geo": {"latitude": "north", "longitude": 1}}}, "/locationCreated/geo/latitude", "expected a number, found 'north'"),
    ({"locationCreated": {"name": "x", "geo": {"latitude": 1}}}, "/locationCreated/geo/latitude", "no place for latitude: 1"),
    ({"potentialAction": {"@type": "SearchAction", "target": "/s"}}, "/potentialAction", "no place for potentialAction: SearchAction"),
    ({"about": {"@type": "Event", "subjectOf": {"@type": "Dataset", "variableMeasured": [{"propertyID": "result", "value": "won"}, {"propertyID": "margin", "value": 1}, "turnout"]}}}, "/about/subjectOf/variableMeasured/0/value", "expected one of passed, failed, tied, found 'won'"),
    ({"about": {"@type": "Event", "name": "x", "subjectOf": {"@type": "Dataset", "name": "y", "variableMeasured": {"name": "yes", "value": 2}, "isBasedOn": {}}}}, "/about/subjectOf", "the name of the outcome is not that of the vote, which counts"),
]  # fmt: skip


@pytest.mark.parametrize(("properties", "path", "reason"), LOST, ids=[case[1] for case in LOST])
def test_what_has_no_place_is_told_with_its_pointer_and_line(properties: dict[str, Any], path: str, reason: str) -> None:
    data = json.dumps(json.loads(document(**properties)), indent=1).encode()
    losses = JsonLd().read(data).losses

    assert (path, reason) in [(loss.path, loss.reason) for loss in losses]
    assert all(loss.where is not None and loss.where.line is not None and loss.where.line > 0 for loss in losses)


def test_a_loss_names_its_line() -> None:
    (loss,) = JsonLd().read(b'{"@type": "Article",\n "headline": "Rain",\n  "wordCount": 7}').losses

    assert "3:16 /wordCount: no place for wordCount: 7" == str(loss)


def test_no_headline_is_told() -> None:
    assert [("", "no headline")] == told(b'{"@type": "Article"}')


class TestGraphs:
    def graph(self, *nodes: dict[str, Any]) -> bytes:
        return json.dumps({"@context": "https://schema.org", "@graph": nodes}).encode()

    def test_references_are_resolved(self) -> None:
        data = self.graph(
            {"@type": "Person", "@id": "#ida", "name": "Ida Moreno", "image": "/i.jpg"},
            {"@type": "Article", "headline": "Rain", "author": {"@id": "#ida"}, "publisher": {"@id": "#p", "name": "Lantern"}},
            {"@type": "Organization", "@id": "#p", "name": "Lantern", "sameAs": "https://p.example"},
        )
        read = JsonLd().read(data)

        assert (nm.Byline(name="Ida Moreno", id="#ida"),) == read.article.bylines
        assert concept(name="Lantern", uri="#p", same_as=["https://p.example"]) == read.article.publisher
        assert ["/@graph/0/image"] == [loss.path for loss in read.losses]

    def test_what_nothing_refers_to_is_told_once(self) -> None:
        data = self.graph({"@type": "WebSite", "name": "x", "url": "/"}, {"@type": "Article", "headline": "Rain"})

        assert [("/@graph/0", "no place for a further WebSite")] == told(data)

    def test_a_place_within_itself_ends(self) -> None:
        data = self.graph(
            {"@type": "Place", "@id": "#p", "name": "P", "containedInPlace": {"@id": "#p"}},
            {"@type": "Article", "headline": "Rain", "locationCreated": {"@id": "#p"}},
        )
        (place,) = JsonLd().read(data).article.located
        depth = 1
        while place.broader:
            (place,) = place.broader
            depth += 1

        assert 40 == depth

    def test_what_refers_to_itself_ends(self) -> None:
        data = self.graph(
            {"@type": "Role", "@id": "#r", "author": {"@id": "#r"}, "name": "Ida"},
            {"@id": "#u", "url": {"@id": "#u"}},
            {"@type": "Article", "headline": "Rain", "author": {"@id": "#r"}, "url": {"@id": "#u"}},
        )
        read = JsonLd().read(data)

        assert nm.Article(headline="Rain", url="#u", bylines=[nm.Byline(name="Ida", id="#r")]) == read.article

    def test_references_do_not_make_a_small_document_large(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(_nodes, "MAX_TAKEN", 500)
        nodes = [{"@type": "Place", "@id": f"#{n}", "name": "P", "containedInPlace": [{"@id": f"#{n + 1}"}] * 4} for n in range(30)]
        data = self.graph({"@type": "Article", "headline": "Rain", "locationCreated": {"@id": "#0"}}, *nodes)

        (place,) = JsonLd().read(data).article.located

        assert "P" == place.name

    def test_an_article_is_found_wherever_documents_hold_one(self) -> None:
        one = {"@type": ["Thing", "schema:NewsArticle"], "headline": "Rain"}
        for value in ([{"@type": "WebSite"}, one], {"@type": "WebPage", "mainEntity": one}, [[one]], {"@graph": one}):
            assert "Rain" == JsonLd().read(json.dumps(value).encode()).article.headline

    def test_several_articles_are_refused_and_streamed(self, tmp_path: Any) -> None:
        data = self.graph({"@type": "Article", "headline": "Rain"}, {"@type": "Article", "headline": "Sun"})
        path = tmp_path / "two.jsonld"
        path.write_bytes(data)

        with pytest.raises(nm.ReadError, match="1:89 /@graph/1: expected one article, found 2"):
            JsonLd().read(data)
        assert ["Rain", "Sun"] == [one.headline for one in nm.stream(path)]

    def test_two_descriptions_of_one_article_are_one(self) -> None:
        data = self.graph({"@type": "Article", "@id": "/1", "headline": "Rain"}, {"@type": "Article", "@id": "/1", "headline": "Rain", "abstract": "Wet."})
        read = JsonLd().read(data)

        assert nm.Article(headline="Rain", id="/1", standfirst="Wet.") == read.article
        assert () == read.losses


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"[]", "1:1: expected an article of schema.org (NewsArticle and kin)"),
        (b'{"@type": "Recipe"}', "1:1: expected an article of schema.org (NewsArticle and kin), found Recipe"),
        (b'{"@type": "Article", "url": 1, "url": 2}', "1:32 /url: duplicate key 'url'"),
        (b'{"@type": NaN}', "1:11 /@type: expected a JSON value, found 'NaN'"),
    ],
)
def test_what_is_no_article_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(nm.ReadError) as caught:
        JsonLd().read(data)

    assert message == str(caught.value)


def test_the_account_is_bounded() -> None:
    losses = JsonLd().read(document(**{f"x{n}": n for n in range(1500)}, url=["a b"] * 2)).losses

    assert 1001 == len(losses)
    assert "and 502 more" in [loss.reason for loss in losses]


@pytest.mark.parametrize(
    ("head", "confidence"),
    [
        (b'{"@context": "https://schema.org", "@type": "NewsArticle"}', nm.Confidence.SURE),
        (b'\xef\xbb\xbf [{"@context": {"@vocab": "http:\\/\\/www.schema.org"}, "@type": ["Thing", "http://schema.org/BlogPosting"]}]', nm.Confidence.SURE),
        (b'{"@context": "https://schema.org", "@type": "WebPage"}', nm.Confidence.LIKELY),
        (b'{"@type": "NewsArticle"}', nm.Confidence.NO),
        (b"<html>schema.org", nm.Confidence.NO),
    ],
)  # fmt: skip
def test_is_recognised_by_its_context(head: bytes, confidence: nm.Confidence) -> None:
    assert confidence == JsonLd().recognise(head)


LOSSES: list[tuple[dict[str, Any], list[tuple[str, object]]]] = [
    ({"kicker": "Local"}, [("/kicker", None)]),
    ({"bylines": [nm.Byline(name="A", role="reporting")]}, [("/bylines/0/role", None)]),
    ({"bylines": [nm.Byline(affiliation="Lantern", job_title="desk")]}, [("/bylines/0/name", "Lantern"), ("/bylines/0/kind", "organization"), ("/bylines/0/job_title", None), ("/bylines/0/affiliation", None)]),
    ({"bylines": [nm.Byline(name="A", kind="organization", job_title="desk")]}, [("/bylines/0/job_title", None)]),
    ({"dateline": "2026-03-04"}, [("/dateline", None)]),
    ({"links": [nm.Link(rel="derivedFrom", href="/1"), nm.Link(rel="alternate", href="/2")]}, [("/links/0/rel", "isBasedOn"), ("/links/1", None)]),
    ({"body": [nm.Heading(content="One"), nm.Paragraph(content="a\n\nb"), nm.Separator()]}, [("/body/0", nm.Paragraph(content="One")), ("/body/1/content", ("a\nb",)), ("/body/2", None)]),
    ({"body": [nm.Paragraph(content="a\nb")]}, [("/body/0/content", ("a b",))]),
    ({"genres": [nm.Concept(name="Comment", uri="/c")]}, [("/genres/0/uri", None)]),
    ({"subjects": [nm.Concept(name="Rain", type="x:weather", rel="about", broader=[nm.Concept(name="Sky")])]}, [("/subjects/0/type", None), ("/subjects/0/rel", None), ("/subjects/0/broader", None)]),
    ({"lead": nm.Figure(media=nm.Media(kind="graphic"))}, [("/lead/media/kind", "image")]),
    ({"contributors": [nm.Byline(name="login7")], "notes": [nm.Label(content="Call us.", role="correction", public=False)]}, [("/contributors", None), ("/notes", None)]),
    ({"titles": [nm.Label(content="x", public=False), nm.Label(content="y")]}, [("/titles/0", None)]),
]  # fmt: skip


@pytest.mark.parametrize(("fields", "expected"), LOSSES, ids=["-".join(case[0]) for case in LOSSES])
def test_the_losses_of_writing_are_those_and_no_others(fields: dict[str, Any], expected: list[tuple[str, object]]) -> None:
    losses = JsonLd().write(nm.Article(headline="Rain", **fields)).losses

    assert expected == [(loss.path, loss.kept) for loss in losses]


def test_a_loss_says_why() -> None:
    secret = nm.Label(content="Call us.", public=False)
    losses = JsonLd().write(nm.Article(headline="Rain", contributors=[nm.Byline(name="x")], titles=[secret, nm.Label(content="y")], urgency=4)).losses

    assert ["not for readers", "not for readers", "schema.org has no place for urgency"] == sorted(loss.reason for loss in losses)


def test_what_is_written_can_stand_in_a_script() -> None:
    written = JsonLd(indent=2).write(nm.Article(headline="</script><!--", language="en"))

    assert b"<" not in written.data
    assert b'{\n  "@context": "https://schema.org",' in written.data
    assert "</script><!--" == JsonLd().read(written.data).article.headline


class TestPages:
    def script(self, page: bytes) -> Any:
        before, _, rest = page.decode().partition('<script type="application/ld+json">')
        assert not rest or "<body>" not in before
        return json.loads(rest.partition("</script>")[0]) if rest else None

    def test_hold_what_search_engines_look_for_but_not_the_text_again(self) -> None:
        one = nm.Article(headline="Rain</script>", bylines=[nm.Byline(name="Ida Moreno")], body=[nm.Paragraph(content="It rained.")])
        page = Html().write(one).data

        found = self.script(page)
        assert ("NewsArticle", "Rain</script>", "Ida Moreno") == (found["@type"], found["headline"], found["author"][0]["name"])
        assert "articleBody" not in found
        assert 1 == page.count(b"</script>")
        assert (one, ()) == (Html().read(page).article, Html().read(page).losses)

    def test_are_read_by_what_readers_see(self) -> None:
        page = Html().write(nm.Article(headline="Rain")).data
        edited = page.replace(b'"headline":"Rain"', b'"headline":"Sun"')

        assert edited != page
        assert "Rain" == Html().read(edited).article.headline

    def test_hold_no_script_where_none_is_wanted(self) -> None:
        one = nm.Article(headline="Rain")

        assert self.script(Html(structured_data=False).write(one).data) is None
        assert self.script(Html(fragment=True).write(one).data) is None
