"""Carriers: values of the model as XML of our own."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsmodel import strategies
from newsmodel.contract import same
from newsmodel.formats import _carrier as carrier
from newsmodel.formats import _xml
from newsmodel.formats._reading import Reading
from newsmodel.model import (
    Caption, Concept, Coordinates, Count, DonationAppeal, Evidence, Label, Media, Rendition, Rights, Span, Vote,
)  # fmt: skip


def element(xml: str) -> Any:
    return _xml.parse(f"<x {carrier.DECLARATION}>{xml}</x>".encode())[0]


def back(xml: str, cls: type) -> tuple[object, list[str]]:
    reading = Reading()
    value = carrier.read(reading, element(xml), cls)
    return value, [loss.reason for loss in reading.losses]


BOTH_WAYS: list[tuple[object, str]] = [
    (Count(option="yes", value=22), '<nm:x option="yes" value="22"/>'),
    (Count(option="no", value=Decimal("2.5"), unit="percent"), '<nm:x option="no" value="2.5" unit="percent"/>'),
    (
        Vote(motion="To <adjourn>", voting_body="A", counts=[Count(option="yes", value=1)], unanimous=True, margin=0, held=date(2026, 3, 4)),
        '<nm:x motion="To &lt;adjourn&gt;" voting-body="A" unanimous="true" margin="0" held="2026-03-04"><nm:counts option="yes" value="1"/></nm:x>',
    ),
    (Vote(result="passed", evidence=Evidence(quote="a\nb", start=3)), '<nm:x result="passed"><nm:evidence quote="a&#10;b" start="3"/></nm:x>'),
    (DonationAppeal(paragraphs=["One", "Two & three"]), "<nm:x><nm:paragraphs>One</nm:paragraphs><nm:paragraphs>Two &amp; three</nm:paragraphs></nm:x>"),
    (
        Caption(content=["A ", Span(text=" b", marks=("emphasis", "strong"))]),
        '<nm:x><nm:content>A </nm:content><nm:content marks="emphasis strong"> b</nm:content></nm:x>',
    ),
    (Label(content="x", public=False, date=datetime(2026, 3, 4, 1, 2)), '<nm:x public="false" date="2026-03-04T01:02:00"><nm:content>x</nm:content></nm:x>'),  # no offset is stated
    (
        Concept(name="a", broader=[Concept(code="b:1", same_as=["c"])], position=Coordinates(latitude=Decimal("-0.5"), longitude=Decimal(3))),
        '<nm:x name="a"><nm:broader code="b:1"><nm:same-as>c</nm:same-as></nm:broader><nm:position latitude="-0.5" longitude="3"/></nm:x>',
    ),
]  # fmt: skip


@pytest.mark.parametrize(("value", "xml"), BOTH_WAYS)
def test_both_ways(value: object, xml: str) -> None:
    assert carrier.element("x", value) == xml
    found, losses = back(xml, type(value))
    assert same(found, value)
    assert losses == []


@given(strategies.votes() | strategies.appeals() | strategies.media() | strategies.captions() | strategies.rights() | strategies.concepts())
def test_every_value_comes_back(value: object) -> None:
    found, losses = back(carrier.element("x", value), type(value))

    assert same(found, value)
    assert losses == []


DAMAGED: list[tuple[str, type, object, str]] = [
    ('<nm:x option="yes"/>', Count, None, "no Count: it lacks value"),
    ('<nm:x option="maybe" value="1"/>', Count, None, "Count.option: expected one of"),
    ('<nm:x option="yes" value="many"/>', Count, None, "expected a number, found 'many'"),
    ('<nm:x result="tied" unanimous="yes"/>', Vote, Vote(result="tied"), "expected true or false, found 'yes'"),
    ('<nm:x result="tied" margin="-1"/>', Vote, Vote(result="tied"), "expected a whole number"),
    ('<nm:x result="tied" held="then"/>', Vote, Vote(result="tied"), "no date or time: 'then'"),
    ('<nm:x result="tied" extra="1"/>', Vote, Vote(result="tied"), "no place for extra='1'"),
    ('<nm:x result="tied" nm:evidence="a"/>', Vote, Vote(result="tied"), "no place for evidence='a'"),
    (
        '<nm:x result="tied" nm:counts="a"><nm:counts option="no" value="1"/></nm:x>',
        Vote, Vote(result="tied", counts=[Count(option="no", value=1)]), "no place for counts='a'",
    ),
    ('<nm:x result="tied"><nm:extra/></nm:x>', Vote, Vote(result="tied"), "no place for <extra>"),
    ('<nm:x result="tied">stray</nm:x>', Vote, Vote(result="tied"), "text that stands outside: 'stray'"),
    ('<nm:x result="tied"><nm:evidence quote="a"/><nm:evidence quote="b"/></nm:x>', Vote, Vote(result="tied", evidence=Evidence(quote="a")), "no place for <evidence>"),
    ('<nm:x heading="a"><nm:paragraphs new="1">b<nm:c/></nm:paragraphs></nm:x>', DonationAppeal, DonationAppeal(heading="a", paragraphs=["b"]), "no place for new='1'"),
    ('<nm:x heading="a"><nm:paragraphs/></nm:x>', DonationAppeal, DonationAppeal(heading="a"), ""),
]  # fmt: skip


@pytest.mark.parametrize(("xml", "cls", "value", "reason"), DAMAGED)
def test_damage_is_reported(xml: str, cls: type, value: object, reason: str) -> None:
    found, losses = back(xml, cls)

    assert found == value
    assert losses[:1] == [] if not reason else losses[0].startswith(reason)


TEXTS = st.sampled_from(["", "yes", "votes", "percent", "007", "12", "1.50", "-1", "+2", "٣", "9" * 18, "9" * 19, " 4", "a b", "a\x85b", " "]) | st.text("ab1 ", max_size=3)


@given(st.sampled_from([Count, Evidence, Rendition]), st.data())
def test_an_element_of_plain_values_is_read_as_one_that_is_looked_at_closely(cls: type, data: st.DataObject) -> None:
    node = element("<nm:x/>")
    for field in carrier.fields_of(cls):
        if (text := data.draw(st.none() | TEXTS, field.tag)) is not None:
            node.set(field.tag, text)
    quick, close = Reading(), Reading()
    found = carrier.read(quick, node, cls)
    node.text = "\n"

    assert same(found, carrier.read(close, node, cls))
    assert quick.losses == close.losses


def test_values_by_name() -> None:
    values = [("title", 'A "b"'), ("width", 3), ("agencies", ("C", "D")), ("rights", Rights(year=2026)), ("renditions", (Rendition(href="a"),))]

    xml = carrier.holder("details", values, ' ref="nm1"')
    reading = Reading()
    node = element(xml)

    assert xml.startswith('<nm:details ref="nm1" title="A &quot;b&quot;" width="3"><nm:agencies>C</nm:agencies>')
    assert carrier.take(reading, node, "title", str) == 'A "b"'
    assert carrier.take(reading, node, "width", int) == 3
    assert carrier.take(reading, node, "agencies", tuple[str, ...]) == ("C", "D")
    assert carrier.take(reading, node, "rights", Rights) == Rights(year=2026)
    assert carrier.take(reading, node, "renditions", tuple[Rendition, ...]) == (Rendition(href="a"),)
    assert carrier.take(reading, node, "alt", str) is None
    assert carrier.take(reading, node, "creators", tuple[str, ...]) == ()
    assert reading.losses == []


def test_an_attribute_on_an_element_of_another_vocabulary() -> None:
    node = _xml.parse(f"<p {carrier.DECLARATION}{carrier.attribute('public', False)}/>".encode())  # noqa: FBT003  # the value

    assert carrier.take_attribute(Reading(), node, "public", bool) is False
    assert carrier.take_attribute(Reading(), node, "date", date | datetime) is None


def test_a_media_object_with_all_its_parts() -> None:
    media = Media(kind="video", duration="PT1M", renditions=[Rendition(href="https://e.example/a", width=0)])

    assert back(carrier.element("x", media), Media) == (media, [])
