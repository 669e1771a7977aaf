"""Our own pages: exact, safe to print, and readable by people and machines."""

import io
import re
import sys
from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsmodel as nm
from newsmodel.contract import Confidence
from newsmodel.syntax import html as _html
from newsmodel.syntax.html import HtmlElement
from newsmodel.formats._markup import is_file
from newsmodel.formats.html import Html
from newsmodel.formats.html._account import MAX_LOSSES
from newsmodel.formats.html._names import period_of, shown_period, shown_time
from newsmodel.formats.html._page import STYLE
from newsmodel.formats.html._write import direction
from newsmodel.model import (
    Article, Aside, Byline, Caption, Cell, Concept, Coordinates, Count, DonationAppeal, Embed, Evidence, Figure, Heading,
    Identifier, Label, Link, List, Media, Opaque, Paragraph, Preformatted, Quote, Rendition, Rights, Separator, Span,
    SuggestedAmount, Table, Vote,
)  # fmt: skip
from newsmodel.strategies import articles
from newsmodel.structure import plain

ONE = timezone(timedelta(hours=1))
BOTH = [Html(), Html(fragment=True)]
both = pytest.mark.parametrize("codec", BOTH, ids=["page", "fragment"])


def rich_article() -> Article:
    """A public article with something in every field that readers see, and in most others."""
    return Article(
        id="urn:gazette:1",
        version=2,
        identifiers=[Identifier(value="mill-1", scheme="desk")],
        url="https://gazette.example/mill-street",
        links=[
            Link(href="urn:gazette:1:1", rel="previousVersion", version="1"),
            Link(href="https://gazette.example/plan", title="The plan of 2024", language="en", type="text/html"),
            Link(href="https://gazette.example/map"),
        ],
        language="en",
        headline="Council bans cars from Mill Street",
        kicker="Transport",
        standfirst=("A ", Span(text="close", marks=("emphasis",)), " vote after two years"),
        summary=["Cars will leave Mill Street."],
        titles=[Label(content="Mill Street: car ban", role="search")],
        slug="mill-street",
        bylines=[Byline(name="Ann Bell", job_title="reporter", email="ann@gazette.example"), Byline(name="Bo Li")],
        byline_text="By Ann Bell and Bo Li in Millbrook",
        dateline="MILLBROOK, March 4",
        located=[Concept(name="Millbrook", position=Coordinates(latitude=Decimal("51.5"), longitude=Decimal("0.1")))],
        credit="Gazette/Newswire",
        created=date(2026, 3, 3),
        published=datetime(2026, 3, 4, 12, 0, 30, tzinfo=ONE),
        updated=datetime(2026, 3, 4, 13, 15, 0, 5, tzinfo=ONE),
        embargoed=datetime(2026, 3, 4, 6, 0),
        status="usable",
        signals=[Concept(code="sig:update")],
        urgency=4,
        access="free",
        genres=[Concept(name="News")],
        sections=[Concept(name="Local")],
        subjects=[Concept(code="topic:1"), Concept(name="Roads", code="topic:2", relevance=80), Concept(name="Councils")],
        keywords=["cars", "pavements"],
        publisher=Concept(name="The Millbrook Gazette", uri="https://gazette.example/"),
        sources=[Concept(name="Newswire")],
        rights=Rights(
            holder=Concept(name="Gazette Ltd", code="org:1"),
            year=2025,
            notices=[Label(content="All rights reserved")],
            terms=[Label(content="Not for archives", role="archive")],
            url="https://gazette.example/terms",
        ),
        lead=Figure(
            media=Media(
                alt="A street without cars",
                id="p1",
                rights=Rights(year=2024),
                renditions=[
                    Rendition(href="https://gazette.example/p.jpg", width=800, height=600),
                    Rendition(href="https://gazette.example/s.jpg"),
                ],
            ),
            caption=Caption(content=["Mill Street on Sunday"], credit="Photo: Cy Day/PIX", creator="Cy Day", agencies=["PIX"]),
        ),
        body=[
            Paragraph(content=["Cars will go, ", Span(text="the council", href="https://council.example/"), " said."]),
            Heading(content="Background"),
            Heading(content="Further back", level=5),
            List(items=[[Paragraph(content="first")], [Paragraph(content="second"), List(items=[[Paragraph(content="inner")]])]]),
            Quote(blocks=[Paragraph(content="It is a start.")], attribution="Di Fox, councillor", source="https://fox.example/"),
            Table(
                caption=["Traffic"],
                rows=[
                    [Cell(header=True), Cell(blocks=[Paragraph(content="Vehicles")], header=True)],
                    [Cell(blocks=[Paragraph(content="Weekday")], header=True), Cell(blocks=[Paragraph(content="many")])],
                ],
            ),
            Figure(media=Media(kind="video", alt="A film", renditions=[Rendition(href="https://gazette.example/v.mp4")])),
            Embed(
                url="https://social.example/1", provider="social", title="A post", blocks=[Paragraph(content="Words of a post")]
            ),
            Preformatted(text="a\n  table"),
            Separator(),
            Aside(blocks=[Paragraph(content="The street is old")], role="factbox"),
            Opaque(format="nitf", markup="<x/>", text="odd markup"),
        ],
        votes=[
            Vote(
                motion="To ban cars",
                voting_body="Town council",
                counts=[Count(option="yes", value=22), Count(option="no", value=10), Count(option="abstain", value=Decimal("3.5"), unit="percent")],
                result="passed",
                requirement="two thirds",
                held=datetime(2026, 3, 3, 20, 0),
                evidence=Evidence(quote="22 to 10", block=0, start=3),
            ),
            Vote(motion="To plant trees", unanimous=True, margin=7, result="failed"),
            Vote(counts=[Count(option="not-voting", value=1)]),
        ],
        appeals=[
            DonationAppeal(
                kind="membership",
                heading="Help the Gazette",
                paragraphs=["We need readers.", "They need us."],
                amounts=[
                    SuggestedAmount(value=Decimal("5"), currency="GBP", period="P1M"),
                    SuggestedAmount(value=Decimal("7.5"), currency="EUR", period="P13W"),
                    SuggestedAmount(value=Decimal("50"), currency="$"),
                ],
                beneficiary="Gazette Trust",
                call_to_action="Give now",
                url="https://gazette.example/give",
            ),
            DonationAppeal(url="https://gazette.example/join"),
            DonationAppeal(call_to_action="Ask at the office", url="tel:123"),
        ],
        notes=[
            Label(content=["The name was ", Span(text="misspelt", marks=("strong",))], role="correction", date=date(2026, 3, 5)),
            Label(content="Nota breve", language="es"),
        ],
    )


def tree_of(data: bytes) -> HtmlElement:
    return _html.parse(data).root


def elements(data: bytes, tag: str) -> list[HtmlElement]:
    return [element for element in tree_of(data).descendants() if element.tag == tag]


def text_of(element: HtmlElement) -> str:
    inner = "".join((one.text or "") + (one.tail or "") if one.text else (one.tail or "") for one in element.descendants())
    return (element.text or "") + inner


# Laws


@both
@given(article=articles())
def test_round_trip_stability_and_honest_loss(codec: Html, article: Article) -> None:
    written = codec.write(article)

    read = codec.read(written.data)

    assert plain(nm.patch(article, written.losses)) == plain(read.article)
    assert read.losses == ()
    assert written.data == codec.write(read.article).data


@both
def test_the_rich_article_comes_back(codec: Html) -> None:
    written = codec.write(rich_article())

    assert written.losses == ()
    assert nm.contract.Read(article=rich_article()) == codec.read(written.data)


def test_a_page_and_a_fragment_hold_the_same_element() -> None:
    page, fragment = (codec.write(rich_article()).data.decode().rstrip() for codec in BOTH)

    assert fragment.startswith("<article ")
    assert fragment in page


def test_what_is_not_for_readers_is_lost_and_said() -> None:
    secret = Label(content="Call the desk", public=False)
    article = Article(
        headline="Rain",
        contributors=[Byline(name="abell01")],
        titles=[secret],
        notes=[Label(content="Seen"), secret],
        rights=Rights(notices=[secret], terms=[secret]),
        lead=Figure(media=Media(rights=Rights(year=2026, terms=[secret]), renditions=[Rendition(href="https://a.example/p")])),
        body=[Aside(blocks=[Figure(media=Media(url="https://a.example/", rights=Rights(notices=[secret])))])],
    )

    written = Html().write(article)

    assert [
        "/contributors/0", "/titles/0", "/rights", "/lead/media/rights/terms/0", "/body/0/blocks/0/media/rights", "/notes/1",
    ] == [loss.path for loss in written.losses]  # fmt: skip
    assert b"desk" not in written.data
    assert b"abell01" not in written.data
    assert nm.patch(article, written.losses) == Html().read(written.data).article


# The page


def test_a_page_has_one_h1_in_one_article_in_main() -> None:
    data = Html().write(rich_article()).data

    (main,) = elements(data, "main")
    (heading,) = elements(data, "h1")
    assert ["article"] == [element.tag for element in main]
    assert "Council bans cars from Mill Street" == heading.text
    assert ["Council bans cars from Mill Street"] == [title.text for title in elements(data, "title")]


def test_heading_levels_leave_none_out() -> None:
    tags = [element.tag for element in tree_of(Html().write(rich_article()).data).descendants()]

    levels = [int(tag[1]) for tag in tags if re.fullmatch("h[1-6]", tag)]

    assert [1, 2, 3, 2, 2, 2, 2] == levels


def test_no_headline_gives_a_heading_of_our_own_and_reads_back_as_none() -> None:
    article = Article(headline="", url="https://gazette.example/x")

    data = Html().write(article).data

    assert [("Untitled", "nm-label")] == [(heading.text, heading.get("class")) for heading in elements(data, "h1")]
    assert ["https://gazette.example/x"] == [title.text for title in elements(data, "title")]
    assert article == Html().read(data).article
    assert b"<title>Untitled</title>" in Html().write(Article(headline="")).data


def test_a_vote_is_a_table_that_can_be_heard() -> None:
    data = Html().write(rich_article()).data

    table = next(element for element in elements(data, "table") if element.get("class") == "nm-vote")
    caption = next(element for element in table.descendants() if element.tag == "caption")
    headers = [element for element in table.descendants() if element.tag == "th"]
    assert "To ban cars Voting body: Town council Result: Passed" in " ".join(text_of(caption).split())
    assert [("Option", "col"), ("Count", "col"), ("Yes", "row"), ("No", "row"), ("Abstentions", "row")] == [
        (header.text, header.get("scope")) for header in headers
    ]
    assert ["22", "10", "3.5 %"] == [element.text for element in table.descendants() if element.tag == "td"]


def test_every_header_cell_has_a_scope_and_text_and_every_picture_an_alt() -> None:
    data = Html().write(rich_article()).data

    assert {"row", "col"} == {header.get("scope") for header in elements(data, "th")}
    assert all(text_of(header).strip() for header in elements(data, "th"))
    assert ["A street without cars"] == [image.get("alt") for image in elements(data, "img")]


def test_a_page_of_an_unknown_language_says_so() -> None:
    """HTML, 3.2.6.2: an empty `lang` says that the language is unknown; the page's own words are English."""
    data = Html().write(Article(headline="Rain", votes=[Vote(result="passed")])).data

    (article,), (heading,) = elements(data, "article"), elements(data, "h2")
    assert ("en", "", "en") == (tree_of(data).get("lang"), article.get("lang"), heading.get("lang"))
    assert Html().read(data).article.language is None
    assert Html().read(data).losses == ()


def test_language_and_direction() -> None:
    data = Html().write(Article(headline="חדשות", language="he", votes=[Vote(result="passed")])).data

    assert ("he", "rtl") == (tree_of(data).get("lang"), tree_of(data).get("dir"))
    (heading,) = elements(data, "h2")
    assert ("Vote", "en", "ltr") == (heading.text, heading.get("lang"), heading.get("dir"))


@pytest.mark.parametrize(("language", "way"), [("he", b' dir="ltr"'), ("en", b""), (None, b"")])
def test_a_time_runs_to_the_right_in_text_that_runs_to_the_left(language: str | None, way: bytes) -> None:
    data = Html().write(nm.Article(headline="Rain", language=language, published=datetime(2026, 3, 4, 12, tzinfo=timezone.utc))).data

    assert b'<time class="nm-published" datetime="2026-03-04T12:00:00+00:00"' + way + b">2026-03-04 12:00 +00:00</time>" in data


@pytest.mark.parametrize(
    ("language", "expected"),
    [("ar-EG", "rtl"), ("fa", "rtl"), ("ur", "rtl"), ("en", "ltr"), ("az-Arab", "rtl"), ("ks-Deva", "ltr"), ("he-Latn", "ltr"), (None, None)],
)
def test_direction(language: str | None, expected: str | None) -> None:
    assert expected == direction(language)


def test_options() -> None:
    assert b"<style>" in Html().write(rich_article()).data
    assert b"<style>" not in Html(stylesheet=False).write(rich_article()).data
    assert b"<style>" not in Html(fragment=True).write(rich_article()).data
    assert rich_article() == Html().read(Html(stylesheet=False).write(rich_article()).data).article


def _colours() -> Iterator[dict[str, str]]:
    for block in re.findall(r":root \{([^}]*)\}", STYLE):
        yield dict(re.findall(r"--(\w+): #([0-9a-f]+);", block))


def _luminance(colour: str) -> float:
    """WCAG 2.2, relative luminance."""
    pairs = [digit * 2 for digit in colour] if len(colour) == 3 else [colour[n : n + 2] for n in (0, 2, 4)]
    parts = [int(pair, 16) / 255 for pair in pairs]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("colours", list(_colours()), ids=["light", "dark", "print"])
def test_the_contrast_of_text_is_at_least_seven_to_one(colours: dict[str, str]) -> None:
    """WCAG 2.2, 1.4.6 (AAA; AA asks for 4.5 to 1)."""
    ground = _luminance(colours["ground"])

    for name in ("ink", "quiet", "link"):
        ink = _luminance(colours[name])
        assert 7 <= (max(ink, ground) + 0.05) / (min(ink, ground) + 0.05), name


# Spellings


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (date(2026, 3, 4), "2026-03-04"),
        (datetime(2026, 3, 4, 12, 5, 9), "2026-03-04 12:05"),
        (datetime(2026, 3, 4, 12, 5, 9, 7, tzinfo=ONE), "2026-03-04 12:05 +01:00"),
        (datetime(2026, 3, 4, 12, 5, tzinfo=timezone(timedelta(hours=-3, minutes=-30))), "2026-03-04 12:05 -03:30"),
    ],
)
def test_shown_time(value: date, expected: str) -> None:
    assert expected == shown_time(value)


@pytest.mark.parametrize(
    ("period", "words"),
    [
        ("P1M", "a month"), ("P1D", "a day"), ("one-off", "once"), ("P13W", "every 13 weeks"), ("P2Y", "every 2 years"),
        ("P01M", "per P01M"), ("P1Y6M", "per P1Y6M"), ("PT5H", "per PT5H"),
    ],
)  # fmt: skip
def test_periods_both_ways(period: str, words: str) -> None:
    assert words == shown_period(period)
    assert period == period_of(words)


def test_words_that_are_no_period() -> None:
    assert period_of("now and then") is None


def test_html_times_have_at_most_three_digits_of_a_second() -> None:
    exact = datetime(2026, 3, 4, 12, 0, 0, 123456, tzinfo=ONE)

    data = Html().write(Article(headline="Rain", published=exact, updated=exact.replace(microsecond=500000))).data

    published, updated = elements(data, "time")
    assert "2026-03-04T12:00:00.123+01:00" == published.get("datetime")
    assert exact.isoformat() == published.get("data-nm-exact")
    assert ("2026-03-04T12:00:00.500+01:00", None) == (updated.get("datetime"), updated.get("data-nm-exact"))


# Recognising and reading


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (Html().write(rich_article()).data[:8192], Confidence.SURE),
        (Html(fragment=True).write(rich_article()).data[:8192], Confidence.SURE),
        (b"\xef\xbb\xbf<!DOCTYPE html><title>x", Confidence.LIKELY),
        (b"<?xml version='1.0'?>\n<!-- x --><HTML>", Confidence.LIKELY),
        ("\ufeff<!doctype html>".encode("utf-16-le"), Confidence.LIKELY),
        ("\ufeff<!doctype html>".encode("utf-16-be"), Confidence.LIKELY),
        (b"<p>Rain</p>", Confidence.MAYBE),
        (b'{"headline": "<p>"}', Confidence.NO),
        (b"<newsItem><html/></newsItem>", Confidence.NO),
        (b"", Confidence.NO),
    ],
)
def test_recognise(head: bytes, expected: Confidence) -> None:
    assert expected is Html().recognise(head)


def test_several_articles_are_read_one_by_one() -> None:
    pieces = [Html(fragment=True).write(Article(headline=headline)).data for headline in ("Rain", "Sun")]
    data = b"<!DOCTYPE html><title>Weather</title>" + b"".join(pieces)

    reads = list(Html().read_each(io.BytesIO(data)))

    assert ["Rain", "Sun"] == [read.article.headline for read in reads]
    assert [(), ()] == [read.losses for read in reads]
    with pytest.raises(nm.ReadError, match="expected one article, found 2"):
        Html().read(data)


def test_read_each_of_another_page_gives_its_one_article() -> None:
    (read,) = Html().read_each(io.BytesIO(b"<h1>Rain</h1><p>It rained."))

    assert "Rain" == read.article.headline


@pytest.mark.parametrize("data", [b"", b" \n", b"\x1f\x8b<p>", b"%PDF-1.7 <p>", b"\x00\x01\x02\x03"])
def test_what_is_no_html_is_refused(data: bytes) -> None:
    with pytest.raises(nm.ReadError, match="expected HTML") as caught:
        Html().read(data)

    assert 1 == caught.value.problems[0].position.line


def test_a_str_is_read_as_it_is_whatever_it_declares() -> None:
    page = '<!DOCTYPE html><meta charset="windows-1252"><h1>Übung</h1>'

    assert "Übung" == nm.loads(page, format="html").headline


def test_limits() -> None:
    with pytest.raises(nm.ReadError, match="at most 16777216 bytes"):
        Html().read(b"<p>" + b"x" * _html.MAX_BYTES)
    with pytest.raises(nm.ReadError, match="at most 256 attributes"):
        Html().read(b"<article data-nm=1 " + b" ".join(b"a%d" % n for n in range(257)) + b">")
    with pytest.raises(nm.ReadError, match="at most 500000 elements"):
        Html().read(b"<i></i>" * (_html.MAX_NODES + 1))


@pytest.mark.parametrize("tag", ["div", "b", "blockquote", "ul><li", "table><td", "figure><blockquote", "section", "span", "aside"])
def test_what_stands_too_deep_is_lifted_and_reported(tag: str) -> None:
    read = Html().read(f"<h1>Rain</h1>{f'<{tag}>' * 2000}It rained.".encode())

    assert "It rained." == read.article.text
    assert any("levels of nesting" in loss.reason for loss in read.losses)


def test_what_is_lifted_is_reported_where_others_follow_that_are_not() -> None:
    article = nm.Article(headline="Rain", body=[nm.Paragraph(content="It rained."), nm.Paragraph(content="It stopped.")])

    read = changed("<p>It rained.</p>", f"{'<div>' * 300}<p>It rained.</p>{'</div>' * 300}", article)

    assert article == read.article
    assert ["levels of nesting: more than 256; what stood deeper is lifted"] == [
        loss.reason for loss in read.losses if "lifted" in loss.reason
    ]


def test_the_account_of_losses_is_bounded() -> None:
    read = Html().read(b"<h1>Rain</h1>" + b"<p>Share</p>" * 5000 + b"<p>It rained.")

    assert MAX_LOSSES + 1 == len(read.losses)
    assert "and 4001 more" == read.losses[-1].reason


# Pages of ours, changed by hand


def changed(old: str, new: str, article: Article | None = None) -> nm.Read:
    page = Html().write(article or rich_article()).data.decode()
    assert old in page
    return Html().read(page.replace(old, new, 1).encode())


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("<header>", "<header><p>One more thing</p>", "no place for the text 'One more thing'"),
        ("<header>", '<header><img src="x">', "no place for <img>"),
        ("<header>", "<header>stray", "no place for the text 'stray'"),
        ('<p class="nm-kicker">Transport', '<p class="nm-kicker" onclick="x()">Transport', "no place for onclick='x()'"),
        (">Transport<", "><b>Transport</b><", "the markup <b> in a line; its text is kept"),
        ('data-nm="1"', 'data-nm="9"', "expected version 1 of our markup, found '9'"),
        ('data-nm-version="2"', 'data-nm-version="x"', "expected a whole number of at least 0, found 'x'"),
        ('data-nm-version="2"', 'data-nm-version="0"', "Article.version: expected a whole number of at least 1, found 0"),
        ('data-nm-status="usable"', 'data-nm-status="odd"', "a detail that cannot be read"),
        ('data-nm-signals="[', 'data-nm-signals="[[', "a detail that cannot be read"),
        ('data-nm-links="[[0,', 'data-nm-links="[[&quot;a&quot;,', "a detail that cannot be read: expected a place"),
        ('data-nm-links="[[', 'data-nm-links="[[1,', "a detail that cannot be read"),
        ('data-nm-id="', 'data-nm-other="1" data-nm-id="', "no place for data-nm-other='1'"),
        ("<title>Council", "<title>Counsel", "the title says otherwise than the article, which counts"),
        ('content="Cars', 'content="Bikes', "the description says otherwise than the article, which counts"),
        ('rel="canonical" href="https://g', 'rel="canonical" href="https://h', "the canonical says otherwise"),
        ('<html lang="en"', '<html lang="fr"', "the lang says otherwise than the article, which counts"),
        (">22<", ">twenty<", "no option and count of a vote: 'Yes twenty'"),
        (">No<", ">Yes<", "a second count of one option"),
        (">Passed<", ">Adopted<", "no result of a vote: 'Adopted'"),
        (">5 GBP a month<", ">a fiver<", "expected an amount such as '5 GBP a month', found 'a fiver'"),
        (">5 GBP a month<", ">5 GBP now and then<", "expected an amount such as"),
        (">Roads<", ">Rivers<", "details of a text that has changed"),
        (">Bo Li<", "><", None),
        ("2026-03-04 12:00 +01:00<", "Wednesday noon<", "no date or time: 'Wednesday noon'; the attribute counts"),
    ],
)
def test_what_a_hand_put_in_is_reported(old: str, new: str, reason: str | None) -> None:
    read = changed(old, new)

    assert "Council bans cars from Mill Street" == read.article.headline
    assert rich_article().body == read.article.body
    if reason is not None:
        assert any(loss.reason.startswith(reason) for loss in read.losses), read.losses
        assert all(loss.where is not None and loss.path.startswith("/html") for loss in read.losses)


def test_a_time_in_words_without_its_attribute_is_lost_and_reported() -> None:
    page = '<article data-nm="1"><time class="nm-published">at noon</time><time class="nm-updated"></time></article>'

    read = Html().read(page.encode())

    assert (None, None) == (read.article.published, read.article.updated)
    assert ["no date or time: 'at noon'"] == [loss.reason for loss in read.losses]


def test_parts_taken_out_are_gone() -> None:
    page = Html().write(rich_article()).data.decode()
    without = re.sub(r'(?s)<(p|h1|figure|table|ul|aside|section|nav|div|footer) class="nm-.*</article>', "</article>", page, count=1)

    read = Html().read(without.encode())

    assert ("", (), ()) == (read.article.headline, read.article.body, read.article.votes)
    assert "urn:gazette:1" == read.article.id


@given(st.text())
def test_any_text_in_an_article_of_ours_is_read(text: str) -> None:
    data = f'<article data-nm="1" data-nm-subjects="{text}"><h1 class="nm-headline">{text}'.encode("utf-8", "replace")

    assert Html().read(data).article.votes == ()


@pytest.mark.parametrize(
    ("markup", "reasons"),
    [
        ('<p class="nm-note"> </p>', []),
        ('<ul><li class="nm-subject"> </li></ul>', []),
        ('<p class="nm-byline-text">By <span class="nm-byline"></span></p>', []),
        ('<figure class="nm-lead"><p>words</p></figure>', ["no place for <figure>: 'words'"]),
        ('<figure class="nm-lead"></figure>', []),
        ('<aside class="nm-appeal"></aside>', []),
        ('<a class="nm-link-title" href="http://[x">x</a>', ["expected a URL, found 'http://[x'"]),
        ('<p class="nm-vote"><strong class="nm-motion">To wait</strong></p>', [
            "Vote.result: expected at least one of counts, unanimous, margin, result, found None",
        ]),
    ],
)  # fmt: skip
def test_parts_that_hold_nothing_are_left_out(markup: str, reasons: list[str]) -> None:
    read = Html().read(f'<article data-nm="1"><h1 class="nm-headline">Rain</h1>{markup}</article>'.encode())

    kept = nm.evolve(read.article, byline_text=None)
    assert Article(headline="Rain") == kept
    assert reasons == [loss.reason for loss in read.losses]


def test_the_head_may_have_lost_its_parts() -> None:
    page = Html().write(rich_article()).data.decode()

    without = re.sub("<title>.*?</title>", "", page)

    assert () == Html().read(without.encode()).losses


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://gazette.example/", True), ("HTTP://GAZETTE.EXAMPLE:80?x", True), ("https://müller.example/", True),
        ("https://xn--mller-kva.example./", True), ("http://127.0.0.1/", True), ("http://localhost#x", True),
        ("https://user@gazette.example/", False), ("https://gazette.example@", False), ("https://a..example/", False),
        ("https://1.2.3/", False), ("https://256.1.1.1/", False), ("https://a.0x1/", False), ("https://a.example:99999/", False),
        ("https://%61.example/", False), ("https://[::1]/", False), ("https://xn--a.example/", False), ("https://☃.example/", False),
        ("https://אb.example/", False), ("https:a", False), ("//gazette.example/", False), ("mailto:a@gazette.example", False),
        ("https://" + "a" * 64 + ".example/", False), ("https://xn--zz--.example/", False),
    ],
)  # fmt: skip
def test_addresses_that_a_page_may_ask_for(url: str, expected: bool) -> None:
    assert expected is is_file(url)


def test_nothing_is_read_where_the_stack_has_no_room() -> None:
    page = f"<h1>Rain</h1>{'<b>' * 250}It rained.".encode()

    def deep(level: int) -> None:
        if level:
            deep(level - 1)
        else:
            Html().read(page)

    with pytest.raises(nm.ReadError, match="nested less deeply"):
        deep(sys.getrecursionlimit() - 200)


def test_a_kept_link_that_is_damaged_is_reported() -> None:
    article = nm.Article(headline="Rain", body=[nm.Paragraph(content=[nm.Span(text="a", href="urn:x:1")])])
    page = nm.dumps(article, format="html")
    broken = page.replace(b'data-nm-href="urn:x:1"', b'data-nm-href="not a url"')

    read = nm.codec("html").read(broken)

    assert page != broken
    assert (nm.Paragraph(content="a"),) == read.article.body
    assert ["expected a URL, found 'not a url'"] == [loss.reason for loss in read.losses]


def test_the_votes_of_a_publishers_page_are_read_and_those_of_our_own_are_not() -> None:
    """What our own page does not say is no fact of the article; a publisher's page is read as text is."""
    told = "The council voted 7-2 to close the ferry, which has crossed the river since the bridge fell in 1903."
    theirs = f"<html><body><article><h1>Ferry closes</h1><p>{told}</p></article></body></html>".encode()
    ours = nm.dumps(nm.Article(headline="Ferry closes", body=[Paragraph(content=told)]), format="html")

    assert [(7, 2)] == [(vote.yes, vote.no) for vote in Html().read(theirs).article.votes]
    assert [(7, 2)] == [(vote.yes, vote.no) for read in Html().read_each(io.BytesIO(theirs)) for vote in read.article.votes]
    assert () == Html(enrich=False).read(theirs).article.votes
    assert () == Html().read(ours).article.votes
