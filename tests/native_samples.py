"""One article that uses every class of the model, for tests that go through all of its places."""

from datetime import date, datetime, timedelta, timezone
from decimal import Decimal

import newsmodel as nm

RICH = nm.Article(
    id="urn:example:herald:1", version=2, identifiers=[nm.Identifier(value="quay-7", scheme="slug")],
    url="https://herald.example/quay", links=[nm.Link(rel="citation", href="https://a.example/", title="Plan")],
    language="en", headline="Quay vote", kicker="Harbour",
    standfirst=["Ships ", nm.Span(text="may", marks=["emphasis"]), " stay"], summary="A summary",
    titles=[nm.Label(content="Quay", role="social", language="fr", public=False, date=date(2026, 3, 4))],
    bylines=[nm.Byline(name="Ann Bell", role="author", same_as=["https://a.example/ann"])],
    contributors=[nm.Byline(name="Desk", kind="organization")],
    located=[nm.Concept(name="Port Vale", position=nm.Coordinates(latitude=Decimal("51.5"), longitude=Decimal("-0.5")))],
    published=datetime(2026, 3, 4, 12, 0, tzinfo=timezone(timedelta(hours=1))), updated=datetime(2026, 3, 5, 8, 30),
    status="usable", urgency=4, access="free",
    subjects=[nm.Concept(code="medtop:1", relevance=Decimal("5.5"), broader=[nm.Concept(name="Politics")])],
    keywords=["quay", "harbour"], publisher=nm.Concept(name="The Herald"),
    rights=nm.Rights(holder=nm.Concept(name="The Herald"), year=2026, notices=[nm.Label(content="All rights reserved")]),
    lead=nm.Figure(
        media=nm.Media(alt="A quay", duration="PT5S", renditions=[nm.Rendition(href="a.jpg", width=600)]),
        caption=nm.Caption(content="The quay", credit="Photo: Ann Bell", agencies=["AP"]),
    ),
    body=[
        nm.Paragraph(content=["It ", nm.Span(text="rained", href="https://a.example/rain", language="en"), "."]),
        nm.Heading(content="After", level=3),
        nm.Quote(blocks=[nm.Paragraph(content="No.")], attribution="Bo Li", source="https://a.example/", role="pull"),
        nm.List(items=[[nm.Paragraph(content="One")], []], ordered=True),
        nm.Table(rows=[[nm.Cell(blocks=[nm.Paragraph(content="a")], header=True, colspan=2)]], caption="Seats"),
        nm.Embed(url="https://b.example/1", blocks=[nm.Paragraph(content="A post")]),
        nm.Preformatted(text="a\n\tb"), nm.Separator(), nm.Aside(blocks=[nm.Separator()], role="factbox"),
        nm.Opaque(format="html", markup="<marquee>", text="x"),
    ],
    votes=[
        nm.Vote(
            motion="To keep the quay", voting_body="Council", unanimous=False, margin=3, result="passed", held=date(2026, 3, 3),
            counts=[nm.Count(option="yes", value=7), nm.Count(option="no", value=Decimal("36.4"), unit="percent")],
            evidence=nm.Evidence(quote="seven to four", block=0, start=3),
        )
    ],
    appeals=[nm.DonationAppeal(paragraphs=["Give"], amounts=[nm.SuggestedAmount(value=5, currency="GBP", period="P1M")])],
    notes=[nm.Label(content="Check names", role="editorial", public=False)],
)  # fmt: skip
