"""What survives a format: every field of the model, written with a typical value and read back.

The format table of the README, the page of each format and the test that pins them are made from `survival`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

import attrs
from attrs import frozen

from newsmodel.contract import Loss, Writer, same
from newsmodel.model import (
    Article, Aside, Block, Byline, Caption, Cell, Concept, Coordinates, Count, DonationAppeal, Embed, Evidence, Figure,
    Heading, Identifier, Label, Link, List, Media, Opaque, Paragraph, Preformatted, Quote, Rendition, Rights, Separator,
    Span, SuggestedAmount, Table, Vote,
)  # fmt: skip

UNREPORTED = "changed without a report"
"""The reason where a codec breaks the law of honest loss; no codec of ours gives it."""


@frozen
class Sample:
    """An article with an instance of a class, whose fields hold something else than their defaults."""

    article: Article
    path: str
    """The JSON Pointer of the instance."""
    only: str | None = None
    """The one field that this sample is about, where it is not about all."""

    @property
    def instance(self) -> Any:
        """The instance at the path."""
        return _at(self.article, self.path)


def survival(codec: Writer) -> Mapping[str, str | None]:
    """What becomes of each field that is written and read back.

    Returns:
        By class and field (`Vote.margin`, in the order of the model): `None` where the value survives, else the reason that
        the codec gives for its loss in the first sample where it is lost. A class without fields stands for itself.
    """
    found: dict[str, str | None] = {}
    for sample in samples():
        written = codec.write(sample.article)
        back = _at(codec.read(written.data).article, sample.path)
        cls = type(sample.instance)
        for name in [sample.only] if sample.only else _held(sample.instance):
            kept = type(back) is cls and same(getattr(sample.instance, name), getattr(back, name))
            reason = None if kept else _reason(written.losses, f"{sample.path}/{name}")
            found[f"{cls.__name__}.{name}"] = found.get(f"{cls.__name__}.{name}") or reason
        if not attrs.fields(cls):
            found[cls.__name__] = None if type(back) is cls else _reason(written.losses, sample.path)
    return found


def _held(instance: Any) -> Iterator[str]:
    """The fields of an instance that hold something else than their default."""
    for field in attrs.fields(type(instance)):
        if getattr(instance, field.name) != field.default:
            yield field.name


def _reason(losses: tuple[Loss, ...], path: str) -> str:
    """Why the value at a path is lost: the reason for it, for what it is a part of, or for a part of it."""
    around = [loss for loss in losses if f"{path}/".startswith(f"{loss.path}/") or loss.path.startswith(f"{path}/")]
    return around[0].reason if around else UNREPORTED


def _at(value: Any, path: str) -> Any:
    """The part of `value` at a JSON Pointer; `None` where there is none."""
    for step in path.split("/")[1:]:
        if not isinstance(value, tuple):
            value = getattr(value, step, None)
        elif int(step) < len(value):
            value = value[int(step)]
        else:
            return None
    return value


# The samples. Their values are those of an ordinary story, so that a format that finds facts in prose has a fair chance.

BEFORE = Paragraph(content="The night bus to Saltmarsh keeps running. The council decided so on Tuesday.")
AFTER = Paragraph(content="The next timetable appears in April, the council said after its meeting in the old customs house.")
VOTED = "The council of Port Lorne approved the motion to keep the night bus by 11 votes to 6, with 2 abstentions."


def samples() -> tuple[Sample, ...]:
    """A sample for every class of the model."""
    return (
        Sample(_article(), ""),
        Sample(_story(bylines=[_byline()]), "/bylines/0"),
        Sample(_story(subjects=[_concept()]), "/subjects/0"),
        Sample(_story(located=[_concept()]), "/located/0/position"),
        Sample(_story(identifiers=[Identifier(value="NB-417", scheme="desk")]), "/identifiers/0"),
        Sample(_story(links=[_link()]), "/links/0"),
        Sample(_story(notes=[_label()]), "/notes/0"),
        Sample(_story(notes=[Label(content="Call the desk.", public=False)]), "/notes/0", "public"),
        Sample(_story(rights=_rights()), "/rights"),
        Sample(_story(lead=Figure(media=_media(), caption=_caption())), "/lead"),
        Sample(_story(lead=Figure(media=_media(), caption=_caption())), "/lead/caption"),
        Sample(_story(lead=Figure(media=_media())), "/lead/media"),
        Sample(_story(lead=Figure(media=_media())), "/lead/media/renditions/0"),
        *_facts(),
        *(Sample(_story(body=[BEFORE, block, AFTER]), "/body/1") for block in _blocks()),
        Sample(_story(body=[BEFORE, _table(), AFTER]), "/body/1/rows/0/0"),
        Sample(_story(body=[BEFORE, _marked(), AFTER]), "/body/1/content/1"),
    )


def _story(**fields: Any) -> Article:
    return Article(headline="Night bus to Saltmarsh is saved", **{"body": [BEFORE, AFTER], **fields})


def _facts() -> Iterator[Sample]:
    voted = _story(body=[BEFORE, Paragraph(content=VOTED), AFTER], votes=[_vote()])
    yield Sample(voted, "/votes/0")
    yield Sample(voted, "/votes/0/counts/0")
    share = Vote(motion="Night bus charter", counts=[Count(option="yes", value=Decimal("64.7"), unit="percent")])
    yield Sample(_story(votes=[share]), "/votes/0/counts/0", "unit")
    yield Sample(voted, "/votes/0/evidence")
    yield Sample(_story(appeals=[_appeal()]), "/appeals/0")
    yield Sample(_story(appeals=[_appeal()]), "/appeals/0/amounts/0")


def _article() -> Article:
    day = datetime(2026, 3, 3, 18, 30, tzinfo=timezone(timedelta(hours=1)))
    return Article(
        id="urn:example:harbour-post:417", version=2, identifiers=[Identifier(value="NB-417")],
        url="https://harbour-post.example/night-bus", links=[Link(href="https://harbour-post.example/timetable")],
        language="en", headline="Night bus to Saltmarsh is saved", kicker="Transport",
        standfirst="The council keeps the route until 2028.", summary="Port Lorne keeps its night bus.",
        titles=[Label(content="Night bus stays", role="social")], slug="night-bus",
        bylines=[Byline(name="Ida Moreno")], byline_text="By Ida Moreno", contributors=[Byline(name="jdesk")],
        dateline="PORT LORNE, March 3", located=[Concept(name="Port Lorne")], credit="Harbour Post",
        created=day, published=day + timedelta(hours=1), embargoed=date(2026, 3, 3),
        updated=datetime(2026, 3, 4, 9, 15),  # noqa: DTZ001  # naive: its source states no offset
        expires=day + timedelta(days=30),
        status="usable", signals=[Concept(code="sig:update")], urgency=4, access="metered",
        genres=[Concept(name="Report")], sections=[Concept(name="Local")], subjects=[Concept(name="Public transport")],
        keywords=["bus", "Saltmarsh"], publisher=Concept(name="The Harbour Post"), sources=[Concept(name="Coast Wire")],
        rights=Rights(year=2026), lead=Figure(caption=Caption(content="The last bus of the night.")),
        body=[BEFORE, Paragraph(content=VOTED), AFTER], votes=[_plain_vote()], appeals=[_plain_appeal()],
        notes=[Label(content="An earlier version named the wrong street.", role="correction")],
    )  # fmt: skip


def _byline() -> Byline:
    return Byline(
        name="Coast Wire", kind="organization", role="reporting", job_title="transport editor", affiliation="The Harbour Post",
        location="Port Lorne", email="desk@harbour-post.example", id="staff:12", url="https://harbour-post.example/desk",
        same_as=["https://wire.example/coast"],
    )  # fmt: skip


def _concept() -> Concept:
    return Concept(
        name="Port Lorne", code="place:lorne", uri="https://places.example/lorne", type="Place", rel="about", relevance=80,
        confidence=Decimal("92.5"), broader=[Concept(name="North Coast")], same_as=["geo:4417"],
        position=Coordinates(latitude=Decimal("54.25"), longitude=Decimal("-3.5")),
    )  # fmt: skip


def _link() -> Link:
    return Link(
        rel="derivedFrom", href="https://wire.example/9", title="The wire's report", type="text/html", language="en", version="3"
    )


def _label() -> Label:
    return Label(content="Photos will follow.", role="advisory", language="en", date=date(2026, 3, 3))


def _rights() -> Rights:
    notice, terms = Label(content="© 2026 The Harbour Post"), Label(content="For use in print and online.")
    holder = Concept(name="The Harbour Post")
    return Rights(holder=holder, year=2026, notices=[notice], terms=[terms], url="https://harbour-post.example/terms")


def _caption() -> Caption:
    return Caption(
        content="The last bus of the night at the harbour.", credit="Photo: Noor Vale/Coast Wire", creator="Noor Vale",
        agencies=["Coast Wire"],
    )  # fmt: skip


def _media() -> Media:
    file = Rendition(
        href="https://harbour-post.example/bus.mp4", name="high", media_type="video/mp4", width=1920, height=1080, size=4_200_000
    )
    return Media(
        kind="video", id="bus-1", url="https://harbour-post.example/videos/1", title="The last bus", alt="A bus at a stop",
        duration="PT1M30S", rights=Rights(year=2026), renditions=[file],
    )  # fmt: skip


def _plain_vote() -> Vote:
    return Vote(
        motion="the motion to keep the night bus", voting_body="The council of Port Lorne",
        counts=[Count(option="yes", value=11), Count(option="no", value=6), Count(option="abstain", value=2)], result="passed",
        evidence=Evidence(quote=VOTED, block=1, start=0),
    )  # fmt: skip


def _vote() -> Vote:
    return attrs.evolve(_plain_vote(), unanimous=True, margin=5, requirement="two thirds", held=date(2026, 3, 3))


def _plain_appeal() -> DonationAppeal:
    asked = "Please help us with a gift of £5 a month."
    amount = SuggestedAmount(value=Decimal(5), currency="GBP", period="P1M")
    return DonationAppeal(
        heading="Support the Harbour Post", paragraphs=[asked], amounts=[amount], beneficiary="Harbour Post",
        call_to_action="Please help us with a gift",
    )  # fmt: skip


def _appeal() -> DonationAppeal:
    return attrs.evolve(
        _plain_appeal(), kind="membership", call_to_action="Join now", url="https://harbour-post.example/join"
    )


def _table() -> Table:
    head = [Cell(blocks=[Paragraph(content="Route")], header=True, colspan=2, rowspan=2), Cell(header=True)]
    rows = [head, [Cell()], [Cell(blocks=[Paragraph(content=word)]) for word in ("N1", "Saltmarsh", "hourly")]]
    return Table(rows=rows, caption="Night routes")


def _marked() -> Paragraph:
    link = Span(text="la ligne N1", marks=["emphasis"], href="https://harbour-post.example/n1", language="fr")
    return Paragraph(content=("Locals call it ", link, " and have done so for years."))


def _blocks() -> tuple[Block, ...]:
    said = Paragraph(content="We will drive as long as people ride.")
    return (
        Paragraph(content="Drivers had asked for a longer contract, and they will get one in the autumn."),
        Heading(content="What happens now", level=3),
        Quote(blocks=[said], attribution="Tomas Reed", source="https://harbour-post.example/speech", role="pull"),
        List(items=[[Paragraph(content="More buses")], [Paragraph(content="Fewer stops")]], ordered=True),
        _table(),
        Figure(media=_media(), caption=_caption()),
        Embed(url="https://social.example/1", provider="Social", title="A post", blocks=[said]),
        Preformatted(text="N1  23:10\nN2  23:40"),
        Separator(),
        Aside(blocks=[said], role="factbox"),
        Opaque(format="nitf", markup="<hypo/>", text="H2O"),
    )
