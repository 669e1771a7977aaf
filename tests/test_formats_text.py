"""The text codec: pages by their structure, and text that people read."""

from datetime import date, datetime
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsmodel as nm
from newsmodel.contract import same
from newsmodel.formats.text import Text
from newsmodel.strategies import articles, ordinary_articles
from tests.data import shared

TEXT = Text()


def read(text: str) -> nm.Article:
    return TEXT.read(text.encode()).article


def lost_lines(text: str) -> list[int | None]:
    return [loss.where.line for loss in TEXT.read(text.encode()).losses if loss.where]


# The page that is shipped


@pytest.fixture
def page() -> bytes:
    return files("newsmodel").joinpath("demo/messy_page.txt").read_bytes()


def test_the_messy_page_head(page: bytes) -> None:
    article = nm.loads(page)

    assert article.headline == "Ferry stays: chair's vote breaks tie on harbour plan"
    assert article.standfirst == ("Seven councillors wanted a bridge, seven did not: the old boat runs on",)
    assert [byline.name for byline in article.bylines] == ["Ines Marlow", "Tobias Renn"]
    assert str(article.published) == "2025-03-06 18:20:00"
    assert article.captions == (
        nm.Caption(
            content="The ferry Petrel leaves Tidewick pier in Monday's fog.",
            credit="Photo: Oda Fennimore/Coast Press Agency",
            creator="Oda Fennimore",
            agencies=["Coast Press Agency"],
        ),
    )


def test_the_messy_page_body(page: bytes) -> None:
    lines = page.decode().split("\n")

    assert nm.loads(page).text.split("\n\n") == [*lines[19:21], *lines[22:25], *lines[31:34]]


def test_the_messy_page_votes(page: bytes) -> None:
    board = "The Tidewick Harbour Board (THB)"

    assert [
        (vote.motion, vote.voting_body, vote.yes, vote.no, vote.unanimous, vote.outcome) for vote in nm.loads(page).votes
    ] == [
        ("closing the ferry", board, 7, 7, False, "failed"),
        ("A motion to paint the ferry green", board, None, None, True, "passed"),
        ("borrow two million crowns", board, 9, 5, False, "passed"),
        ("lengthening the pier", board, 6, 8, False, "failed"),
    ]


def test_the_messy_page_appeal(page: bytes) -> None:
    [appeal] = nm.loads(page).appeals

    assert appeal.heading == "Support the Tidewick Lantern"
    assert len(appeal.paragraphs) == 3
    assert appeal.beneficiary == "Tidewick Lantern"
    assert appeal.call_to_action == "Become a member"
    assert [(str(amount.value), amount.currency, amount.period) for amount in appeal.amounts] == [
        ("4.5", "EUR", "P1M"), ("25", "EUR", "one-off"), ("1000", "EUR", "one-off"),
    ]  # fmt: skip


def test_every_line_of_the_messy_page_is_in_the_article_or_among_the_losses(page: bytes) -> None:
    article = nm.loads(page)
    [appeal] = article.appeals
    [caption] = article.captions
    kept = {
        article.headline, *(article.standfirst or ()), "By Ines Marlow and Tobias Renn", "Published Thursday 6 March 2025, 18.20",
        *article.text.split("\n\n"), appeal.heading, *appeal.paragraphs, f"{(caption.content or ('',))[0]} {caption.credit}",
    }  # fmt: skip
    lost = {loss.where.line for loss in TEXT.read(page).losses if loss.where}

    for number, line in enumerate(page.decode().split("\n"), 1):
        assert not line or line in kept or number in lost, line


# Bytes


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "1:1: expected text, found nothing"),
        (b"\xef\xbb\xbf", "1:1: expected text, found nothing"),
        (b"\xff\xfeR\x00", "1:1: expected UTF-8, found the mark of UTF-16"),
        (b"Rain\r\nfell\xe9", "2:5: expected UTF-8, found the byte 0xe9 (unexpected end of data)"),
        (b"Rain \xed\xa0\x80", "1:6: expected UTF-8, found the byte 0xed (invalid continuation byte)"),
        (b"x\n" * 500_001, "500001: expected at most 500000 lines, found more"),
        (b"x" * ((16 << 20) + 1), "expected at most 16777216 bytes of text, found more"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(nm.ReadError) as caught:
        TEXT.read(data)

    assert str(caught.value) == message


def test_a_mark_and_foreign_line_breaks_are_read() -> None:
    assert TEXT.read(b"\xef\xbb\xbfRain\r\n\r\nIt rained.\rIt poured.").article.text == "It rained.\n\nIt poured."


def test_control_characters_are_taken_out_and_reported() -> None:
    assert read("Ra\x00in").headline == "Rain"
    assert [str(loss) for loss in TEXT.read(b"Ra\x00in").losses] == ["1: control characters taken out"]


def test_a_blank_text_has_no_headline_and_says_so() -> None:
    result = TEXT.read(b"\n \xc2\xa0\n")

    assert result.article == nm.Article(headline="")
    assert [str(loss) for loss in result.losses] == ["1: no headline found: the text is blank"]


def test_a_page_of_furniture_has_no_headline() -> None:
    assert read("Menu\nClick here\n").headline == ""
    assert lost_lines("Menu\nClick here\n") == [1, 1, 2]


@pytest.mark.parametrize("head", [b"<p>", b" {", b"\n[", b"\xff\xfe", b"a\x00b", b"\x89PNG", b"", b"  "])
def test_markup_and_binaries_are_not_recognised(head: bytes) -> None:
    assert TEXT.recognise(head) is nm.Confidence.NO


@pytest.mark.parametrize("head", [b"Rain", b"\xef\xbb\xbfRain", "Größe €".encode()[:-1]])
def test_text_is_recognised(head: bytes) -> None:
    assert TEXT.recognise(head) is nm.Confidence.MAYBE


# Structure


def test_the_site_behind_the_headline_is_dropped_where_the_page_also_prints_it_without() -> None:
    assert read("Rain at last | The Echo\n\nRain at last\n\nIt rained.").headline == "Rain at last"
    assert read("Rain at last | The Echo\n\nIt rained.").headline == "Rain at last | The Echo"


def test_a_line_directly_below_the_headline_is_the_standfirst() -> None:
    assert read("Rain at last\nA town is glad\n\nIt rained.").standfirst == ("A town is glad",)
    assert read("Rain at last\nIt rained.\nIt poured.").standfirst is None


def test_a_headline_repeated_in_the_body_is_dropped() -> None:
    assert read("Rain\n\n" + "It rained on. " * 12 + "\n\n" + "It poured on. " * 12 + "\n\nRain\n\nThe end.").text.endswith(
        "The end."
    )


def test_a_picture_in_the_body_keeps_its_place() -> None:
    body = read("Rain\n\nIt rained.\n\nThe wall in the rain\nThe wall in the rain\n\nIt poured.").body

    assert [type(block) for block in body] == [nm.Paragraph, nm.Figure, nm.Paragraph]


def test_a_date_that_is_not_said_to_be_of_publication_is_a_loss() -> None:
    assert read("Rain\n\n1 March 2025\n\nIt rained.").published is None
    assert str(read("Rain\n\nUpdated March 1, 2025 at 6:05 pm\n\nIt rained.").updated) == "2025-03-01 18:05:00"
    assert lost_lines("Rain\n\n1 March 2025\n\nIt rained.") == [3]


def test_enrich_is_an_option() -> None:
    data = b"Rain\n\nThe council voted 7-2 to close the ferry."

    assert len(Text().read(data).article.votes) == 1
    assert Text(enrich=False).read(data).article.votes == ()


def test_read_each_gives_one(tmp_path: object) -> None:
    from io import BytesIO

    assert [one.article.headline for one in TEXT.read_each(BytesIO(b"Rain"))] == ["Rain"]


# Writing


def test_every_block_is_written() -> None:
    article = nm.Article(
        headline="Rain",
        standfirst="At last",
        body=[
            nm.Heading(content="How"),
            nm.List(
                items=[[nm.Paragraph(content="one"), nm.Paragraph(content="more")], [nm.Paragraph(content="two")]], ordered=True
            ),
            nm.List(items=[[nm.Paragraph(content="a")], [nm.Paragraph(content="b")]]),
            nm.Quote(blocks=[nm.Paragraph(content="Wet.")], attribution="Ann Bell"),
            nm.Table(caption="Sums", rows=[[nm.Cell(blocks=[nm.Paragraph(content="x")]), nm.Cell()]]),
            nm.Figure(media=nm.Media(alt="A wall")),
            nm.Figure(media=nm.Media(id="1")),
            nm.Embed(provider="Video"),
            nm.Preformatted(text="a\tb\n c"),
            nm.Opaque(format="html", markup="<x/>", text="seen"),
            nm.Separator(),
            nm.Aside(blocks=[nm.Paragraph(content="Beside")]),
        ],
        appeals=[
            nm.DonationAppeal(
                heading="Help us", amounts=[nm.SuggestedAmount(value=5, currency="EUR", period="P1M")], url="https://x.example"
            )
        ],
    )

    expected = (
        "Rain\nAt last\n\nHow\n\n1. one\n\nmore\n\n2. two\n- a\n- b\n\nWet.\n\n— Ann Bell\n\nSums\n\nx |\n\n[Picture: A wall]\n\nVideo\n\na b\nc\n\nseen\n\n"
        "* * *\n\nBeside\n\nHelp us\n\nEUR 5 a month\n\nhttps://x.example\n"
    )
    assert TEXT.write(article).data.decode() == expected


def test_a_line_break_in_a_paragraph_is_no_blank_line() -> None:
    article = nm.Article(headline="Rain", body=[nm.Paragraph(content="Rain on the harbour\nand rain on the wall."), nm.Paragraph(content="Sun.")])

    written = TEXT.write(article)

    assert written.data == b"Rain\n\nRain on the harbour\nand rain on the wall.\n\nSun.\n"
    assert nm.patch(article, written.losses) == TEXT.read(written.data).article


@pytest.mark.parametrize(
    ("bylines", "line"),
    [
        ([nm.Byline(name="Ann Bell")], "By Ann Bell"),
        (
            [nm.Byline(name="Ann Bell"), nm.Byline(name="Bo Li"), nm.Byline(name="Çelik Okafor")],
            "By Ann Bell, Bo Li and Çelik Okafor",
        ),
        (
            [nm.Byline(name="Ann Bell", job_title="editor", affiliation="Harbour Courier"), nm.Byline(name="Bo Li")],
            "By Ann Bell, editor, Harbour Courier; Bo Li",
        ),
    ],
)
def test_bylines_are_written_and_read_again(bylines: list[nm.Byline], line: str) -> None:
    article = nm.Article(headline="Rain", bylines=bylines, body=[nm.Paragraph(content="It rained.")])
    written = TEXT.write(article)

    assert written.data.decode().split("\n")[2] == line
    assert written.losses == ()


def test_losses_have_a_reason_by_field() -> None:
    article = nm.Article(headline="Rain", slug="rain", body=[nm.Heading(content="How")], contributors=[nm.Byline(name="login7")])

    assert {loss.path: loss.reason for loss in TEXT.write(article).losses} == {
        "/slug": "plain text has no place for slug",
        "/contributors": "not public",
        "/body/0": "plain text keeps paragraphs and captions, without marks, links and other blocks",
    }


def test_a_text_that_begins_with_a_mark_keeps_it() -> None:
    article = nm.Article(headline="\ufeffRain")

    assert TEXT.write(article) == nm.Written(data=b"\xef\xbb\xbf\xef\xbb\xbfRain\n")
    assert TEXT.read(TEXT.write(article).data).article == article


# Laws


@given(articles())
def test_losses_tell_exactly_what_is_read_back(article: nm.Article) -> None:
    written = TEXT.write(article)
    back = TEXT.read(written.data).article

    assert same(nm.patch(article, written.losses), back)
    for index in range(len(written.losses)):
        assert not same(_patched_without(article, written.losses, index), back)


def _patched_without(article: nm.Article, losses: tuple[nm.Loss, ...], index: int) -> nm.Article | None:
    """The article patched without one of the losses; `None` where that is no article at all."""
    try:
        return nm.patch(article, losses[:index] + losses[index + 1 :])
    except nm.InvalidValue:
        return None


@given(ordinary_articles())
def test_ordinary_articles_are_written_the_same_again(article: nm.Article) -> None:
    data = TEXT.write(article).data

    assert TEXT.write(TEXT.read(data).article).data == data


_PIECES = [
    "\n", "\n\n", "By Ann Bell", "word", "£5 a month", "Please support our journalism", "voted 7-2 to x", "22-10", "\r", "\t", "\x00", "x" * 130,
    "Read more:", "the same result", "© 2020 X", "Photo: A B/AP", "1 March 2025", ".", " ", '"', "“", "[Picture: a | b]", "30 February 2025",
]  # fmt: skip


@given(st.binary() | st.text().map(str.encode) | st.lists(st.sampled_from(_PIECES)).map(lambda pieces: " ".join(pieces).encode()))
def test_reading_gives_an_article_or_a_read_error(data: bytes) -> None:
    try:
        assert isinstance(TEXT.read(data).article, nm.Article)
    except nm.ReadError as error:
        assert error.problems


@pytest.mark.parametrize("name", ["bidi", "ctrl", "mixed_nl", "nfc", "nul", "only_cr", "tags", "zalgo", "zwj"])
def test_hostile_texts_are_read(name: str) -> None:
    assert TEXT.read(shared(f"hostile/text/{name}.txt").read_bytes()).article.headline


def test_encoded_surrogates_are_refused() -> None:
    with pytest.raises(nm.ReadError, match="expected UTF-8"):
        TEXT.read(shared("hostile/text/surrogate_bytes.txt").read_bytes())


# Heads and ends of pages that are rarer

LONG = """The harbour wall held through the night although the sea came over it twice and took two benches, a lamp and the \
old flagpole with it, and nobody in the town slept."""


def page_of(*lines: str) -> nm.Read:
    return Text().read("\n".join(lines).encode())


def test_names_and_dates_may_stand_above_the_headline() -> None:
    found = page_of("Published 4 March 2026 at 6:05 p.m.", "By Ann Bell", "By Bo Li", "Wall holds", "", LONG)

    assert "Wall holds" == found.article.headline
    assert ["Ann Bell"] == [byline.name for byline in found.article.bylines]
    assert datetime(2026, 3, 4, 18, 5) == found.article.published
    assert ["3: a second byline: 'By Bo Li'"] == list(map(str, found.losses))


def test_a_second_date_and_a_date_of_nothing_are_reported() -> None:
    found = page_of("Wall holds", "", "Published 2026-03-04", "Published 5 March 2026", "6 March 2026", "", LONG)

    assert date(2026, 3, 4) == found.article.published
    assert ["4: a second date: 'Published 5 March 2026'", "5: a date, and not said of what: '6 March 2026'"] == list(
        map(str, found.losses)
    )


@pytest.mark.parametrize("line", ["Published 31 February 2026", "Published 4 March 2026, 29:00"])
def test_what_is_no_date_is_no_date(line: str) -> None:
    assert page_of("Wall holds", "", line, "", LONG).article.published is None


def test_months_may_be_short() -> None:
    assert date(2026, 3, 4) == page_of("Wall holds", "", "Updated Mar. 4, 2026", "", LONG).article.updated


def test_a_page_of_nothing_but_furniture_has_no_headline() -> None:
    found = page_of("Menu", "Log in", "Share on Facebook")

    assert ("", ()) == (found.article.headline, found.article.body)
    assert "1: no headline found" in list(map(str, found.losses))


def test_a_byline_that_stands_twice_counts_once() -> None:
    found = page_of("Wall holds", "", "By Ann Bell", "", "By Ann Bell", "", LONG)

    assert ["Ann Bell"] == [byline.name for byline in found.article.bylines]
    assert (LONG,) == tuple(paragraph.content[0] for paragraph in found.article.paragraphs)
    assert "5: repeats the byline: 'By Ann Bell'" in list(map(str, found.losses))


def test_lines_between_the_headline_and_its_repetition_are_sorted() -> None:
    found = page_of("Wall holds", "Harbour", LONG, "Wall holds", "", LONG.replace("twice", "once"))

    assert (LONG,) == found.article.standfirst
    assert ["2: page furniture above the headline: 'Harbour'", "4: repeats the headline: 'Wall holds'"] == list(map(str, found.losses))


def test_two_long_lines_end_the_search_for_a_repeated_headline() -> None:
    found = page_of("Wall holds", "", LONG, "", LONG.replace("twice", "once"), "", "Wall holds")

    assert 2 == len(found.article.paragraphs)
    assert ["7: repeats the headline: 'Wall holds'"] == list(map(str, found.losses))


def test_a_second_picture_in_the_head_belongs_to_the_body() -> None:
    found = page_of("Wall holds", "", "[Picture: A wall | Photo: Ann Bell]", "", "[Picture: A bench]", "", LONG)

    assert [nm.Caption(content="A wall", credit="Photo: Ann Bell", creator="Ann Bell"), nm.Caption(content="A bench")] == list(
        found.article.captions
    )
    assert found.article.lead is not None
    assert isinstance(found.article.body[0], nm.Figure)


def test_a_line_of_an_appeal_that_is_printed_twice_counts_once() -> None:
    ask = "Please support our newsroom with a donation of 5 euros a month so that we can go on."
    found = page_of("Wall holds", "", LONG, "", "Support the Lantern", ask, ask, "", LONG.replace("twice", "once"))

    assert 1 == len(found.article.appeals)
    assert 1 == found.article.appeals[0].paragraphs.count(ask)
    assert any("said twice" in str(loss) for loss in found.losses)
