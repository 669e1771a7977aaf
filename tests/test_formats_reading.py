"""What every reader of markup shares: values out of elements, and the account of losses."""

import re
from datetime import date, datetime, timedelta, timezone

import pytest
from lxml import etree

import newsmodel as nm
from newsmodel.formats._reading import BREAK, Reading, cleaned, holds_control, one_line, path_of
from newsmodel.model.richtext import Parts
from newsmodel.model.values import CONTROL

DOCUMENT = b"""<a xmlns='urn:x'>
 <b>one</b>
 <b n=' 5 ' when='2026-03-04' odd='2026-03-04T12:00+0100' lang='en_GB'>two <i>words</i><br/>and
  more</b>
</a>"""


def element() -> etree._Element:
    return etree.fromstring(DOCUMENT)[1]


def runs(*texts: str) -> list[Parts]:
    return [(text, (), None, None) for text in texts]


@pytest.mark.parametrize(
    ("texts", "content"),
    [
        (["a  b"], ("a  b",)),
        (["a \n b"], ("a b",)),
        (["\n a\t"], ("a",)),
        (["a", BREAK, "b"], ("a\nb",)),
        (["a\n ", BREAK, "\n b"], ("a\nb",)),
        (["a ", BREAK, " b"], ("a \n b",)),
        (["a \n", " b"], ("a b",)),
        ([" ", "\n", " "], ()),
        (["a\u00a0\n"], ("a\u00a0",)),
        ([BREAK, "a", BREAK], ("a",)),
        (["a\r\nb"], ("a b",)),
    ],
)
def test_formatting_white_space_goes_and_spaces_stay(texts: list[str], content: nm.RichText) -> None:
    assert content == cleaned(runs(*texts))


def test_white_space_over_the_edge_of_a_run_goes_to_the_run_where_it_begins() -> None:
    strong: Parts = (" \n b", ("strong",), None, None)

    assert ("a ", nm.Span(text="b", marks=("strong",))) == cleaned([*runs("a "), strong])


def test_a_line_is_one_line() -> None:
    assert "a b  c" == one_line(f" a\n b  c{BREAK}")


def test_values_of_an_element_and_its_attributes() -> None:
    reading, node = Reading(), element()

    assert "two words and more" == reading.line(node)
    assert 5 == reading.whole(node, "n")
    assert date(2026, 3, 4) == reading.time(node, "when")
    assert reading.time(node, "absent") is None
    assert reading.whole(node, "absent") is None
    assert [] == reading.losses


def test_what_was_repaired_or_cannot_be_kept_is_reported_with_its_place() -> None:
    reading, node = Reading(), element()

    assert datetime(2026, 3, 4, 12, tzinfo=timezone(timedelta(hours=1))) == reading.time(node, "odd")
    assert reading.language(node, "lang") is None
    assert reading.whole(node, "lang") is None
    assert reading.time(node, "lang") is None
    assert reading.build(nm.Vote, node) is None

    assert [
        "3 /a/b[2]/@odd: an unusually spelt time: '2026-03-04T12:00+0100'",
        "3 /a/b[2]/@lang: expected a language tag, found 'en_GB'",
        "3 /a/b[2]/@lang: expected a whole number of at least 0, found 'en_GB'",
        "3 /a/b[2]/@lang: no date or time: 'en_GB'",
        "3 /a/b[2]: Vote.result: expected at least one of counts, unanimous, margin, result, found None",
    ] == list(map(str, reading.losses))


def test_unknown_elements_and_attributes_are_reported() -> None:
    reading, node = Reading(), element()

    reading.unknown(node)
    reading.unknown_attributes(node, ["n", "when", "odd"])

    assert [
        "3 /a/b[2]: no place for <b>: 'two words and more'",
        "3 /a/b[2]/@lang: no place for lang='en_GB'",
    ] == list(map(str, reading.losses))


def test_control_characters_are_taken_out_and_reported() -> None:
    reading = Reading()
    node = etree.fromstring("<a b='x\u0085y'>x\u0085y<br/>z</a>")

    assert "xy z" == reading.line(node)
    assert "xy" == reading.line(node, "b")
    assert ("xy",) == reading.rich(node, runs("x\u0085", "y\u0085"))
    assert 4 == len(reading.losses)


def test_the_path_of_an_element() -> None:
    assert "/a/b[2]/i" == path_of(element()[0])


STATUS_IN = {
    "newsml-g2": '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"><itemMeta><pubStatus qcode="stat:{}"/></itemMeta></newsItem>',
    "newsml-1": '<NewsML><NewsItem><NewsManagement><Status FormalName="{}"/></NewsManagement></NewsItem></NewsML>',
    "nitf": '<nitf><head><docdata management-status="{}"/></head></nitf>',
    "ninjs": '{{"uri": "urn:x:1", "pubstatus": "{}"}}',
}


@pytest.mark.parametrize("name", STATUS_IN)
@pytest.mark.parametrize(("word", "status"), [("canceled", "canceled"), ("cancelled", "canceled"), ("Cancelled", "canceled"), ("gone", None)])
def test_a_status_is_read_however_it_is_spelt_and_an_odd_spelling_is_a_repair(name: str, word: str, status: str | None) -> None:
    read = nm.codec(name).read(STATUS_IN[name].format(word).encode())

    assert status == read.article.status
    assert (word.lower() == "cancelled") == any("unusually spelt status" in loss.reason for loss in read.losses if loss.repaired)
    assert (status is None) == any("status" in loss.reason for loss in read.losses if not loss.repaired)


def test_what_can_be_printed_is_no_control_character() -> None:
    """Of every character there is: those that no text holds are found, alone and among others, and no other is; a break stays."""
    controls = re.compile(f"[{CONTROL}]")
    every = [chr(number) for number in range(0x110000)]
    expected = {one for one in every if controls.match(one)} - {BREAK}

    assert expected == {one for one in every if holds_control(one)}
    assert expected == {one for one in expected if holds_control(f"a\n\xa0{one}b")}
    assert not any(one.isprintable() for one in (*expected, BREAK, "\n", "\t", "\r"))
