"""Pages of other publishers: the text is found where readers see it, the facts where the page says them."""

import gc
import json
from datetime import date, datetime, timezone

import pytest

import newsmodel as nm
from newsmodel.extract import page
from newsmodel.extract._page._outline import Box, Line
from newsmodel.model import Embed, Figure, Heading, List, Paragraph, Quote, Span, Table
from newsmodel.walk import plain_text

PROSE = (
    "The river rose by two metres in the night, and the bridge was closed at six, said the harbour master.",
    "Nobody was hurt, but forty families spent the night in the school, where the town had put up beds.",
    "The water is to fall from Friday on, if the forecast of the weather office in Talheim holds.",
)
PARAGRAPHS = "".join(f"<p>{text}</p>" for text in PROSE)


def whole(body: str, head: str = "") -> nm.Article:
    return page(f"<!DOCTYPE html><html lang=en><head><title>Flood</title>{head}</head><body>{body}</body></html>".encode()).article


def texts(article: nm.Article) -> list[str]:
    return article.text.split("\n\n")


def test_the_text_is_found_among_furniture() -> None:
    article = whole(
        "<header><nav><a href=/>Home</a></nav></header>"
        f"<div class=wrapper><h1>Flood</h1><div class=share-bar>Share this</div><div class=text>{PARAGRAPHS}</div>"
        "<div class=related-articles><p>Another long text about something else that happened in another town last week.</p></div></div>"
        "<footer><p>© The Valley Messenger</p></footer>"
    )

    assert list(PROSE) == texts(article)


def test_blocks_keep_their_kind_marks_and_links() -> None:
    article = whole(
        f"<main><h1>Flood</h1>{PARAGRAPHS}<h2>What now?</h2><ul><li>Stay at home today.</li><li>Boil your water.</li></ul>"
        f"<blockquote><p>We have never seen this before.</p></blockquote><p>See <a href='/map'>the <b>map</b></a> of it, {PROSE[0]}</p></main>",
        "<link rel=canonical href='https://messenger.example/flood'>",
    )

    assert (
        Heading(content="What now?", level=2),
        List(items=[[Paragraph(content="Stay at home today.")], [Paragraph(content="Boil your water.")]]),
        Quote(blocks=[Paragraph(content="We have never seen this before.")]),
        Paragraph(content=[
            "See ", Span(text="the ", href="https://messenger.example/map"),
            Span(text="map", marks=["strong"], href="https://messenger.example/map"), f" of it, {PROSE[0]}",
        ]),
    ) == article.body[3:]  # fmt: skip


def test_facts_are_taken_from_json_ld_first() -> None:
    article = whole(
        f"<h1>Flood in the valley</h1>{PARAGRAPHS}",
        '<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Flood in the valley",'
        '"author": {"@type": "Person", "name": "Ann Bell"}, "datePublished": "2026-03-04T12:00:00+01:00", "articleSection": "Valley"}</script>'
        "<meta property=article:published_time content=2026-03-05T12:00:00Z><meta name=author content='Bo Li'>",
    )

    assert ["Ann Bell"] == [byline.name for byline in article.bylines]
    assert "2026-03-04T12:00:00+01:00" == str(article.published).replace(" ", "T")
    assert ["Valley"] == [section.name for section in article.sections]


def test_facts_are_taken_from_meta_where_nothing_else_says_them() -> None:
    article = whole(
        f"<h1>Flood</h1>{PARAGRAPHS}",
        "<meta property=og:title content='Flood in the valley - Valley Messenger'><meta property=og:site_name content='Valley Messenger'>"
        "<meta name=author content='By Ann Bell and Bo Li'><meta property=article:published_time content='2026-03-04T12:00:00Z'>"
        "<meta property=article:modified_time content='2026-03-05'><meta name=keywords content='flood, Talheim'>",
    )

    assert "Flood in the valley" == article.headline
    assert ["Ann Bell", "Bo Li"] == [byline.name for byline in article.bylines]
    assert (datetime(2026, 3, 4, 12, tzinfo=timezone.utc), date(2026, 3, 5)) == (article.published, article.updated)
    assert ("flood", "Talheim") == article.keywords


def test_a_caption_is_parted_from_its_credit() -> None:
    article = whole(
        f"<article><h1>Flood</h1><figure><img src=/r.jpg alt=River width=800 height=600><figcaption>The river at noon."
        f"<span class=credit>Photo: Cy Moor</span></figcaption></figure>{PARAGRAPHS}</article>"
    )

    [caption] = article.captions
    assert (("The river at noon.",), "Photo: Cy Moor", "Cy Moor") == (caption.content, caption.credit, caption.creator)


@pytest.mark.parametrize("picture", [
    "<div><figure><img src=/r.jpg></figure><figcaption>The river at noon. <span class=photo-credit>Photo: Cy Moor</span></figcaption></div>",
    "<div><figure><img src=/r.jpg></figure><p class=img-description>The river at noon. | <b>Photo: Cy Moor</b></p></div>",
    "<div><img src=/r.jpg><div><p class=small>The river at noon.</p><p class=small>Photo: Cy Moor</p></div></div>",
    "<figure><button><img src=/r.jpg><figcaption>The river at noon.<cite class=credit>Photo: Cy Moor</cite></figcaption></button></figure>",
])  # fmt: skip
def test_a_caption_may_stand_beside_the_figure_or_without_a_name(picture: str) -> None:
    [caption] = whole(f"<article><h1>Flood</h1>{picture}{PARAGRAPHS}</article>").captions

    assert ("The river at noon.", "Cy Moor") == (plain_text(caption.content or ()), caption.creator)
    assert (caption.credit or "").endswith("Photo: Cy Moor")


@pytest.mark.parametrize(("below", "content", "credit"), [
    ("<span class=image-source-caption><figcaption class=caption>The river.<span class=credit>Cy Moor</span></figcaption></span>", "The river.", "Cy Moor"),
    ("<figcaption>The river.&nbsp;-&nbsp;<span class=credit>Cy Moor</span></figcaption>", "The river.", "Cy Moor"),
    ("<figcaption><em>The river.&nbsp;-&nbsp;</em><span class=credit>Cy Moor</span></figcaption>", "The river.", "Cy Moor"),
    ("<figcaption>The court in spring. (Court of Talheim, Office for the South)</figcaption>", "The court in spring.", "(Court of Talheim, Office for the South)"),
])  # fmt: skip
def test_the_nearest_name_tells_a_caption_from_a_credit(below: str, content: str, credit: str) -> None:
    [caption] = whole(f"<article><h1>Flood</h1><figure><img src=/r.jpg>{below}</figure>{PARAGRAPHS}</article>").captions

    assert (content, credit) == (plain_text(caption.content or ()).strip("\u00a0"), caption.credit)


@pytest.mark.parametrize(("picture", "content", "credit", "creator", "agencies"), [
    ("<figure><img src=/r.jpg alt=River><footer class=credit>CP/Cy Moor</footer></figure>", None, "CP/Cy Moor", "Cy Moor", ("CP",)),
    ("<figure><img src=/r.jpg alt='The river at noon' title='The river at noon | CP/Cy Moor'></figure>", None, "CP/Cy Moor", "Cy Moor", ("CP",)),
    ("<div><img src=/r.jpg alt='The river at noon'><p>The river at noon</p></div>", "The river at noon", None, None, ()),
    ("<div><div><figure><img src=/r.jpg><span>View 6 images</span></figure></div><figcaption>The river at noon</figcaption></div>", "The river at noon", None, None, ()),
    ("<figure><img src=/r.jpg><figcaption>雨が降る町の川の様子を見る人たち＝ＣＰ</figcaption></figure>", "雨が降る町の川の様子を見る人たち", "＝ＣＰ", None, ("ＣＰ",)),
    ("<figure><img src=/r.jpg><figcaption>The river <span class=media-license>Cy Moor, CC-BY 4.0</span></figcaption></figure>", "The river", "Cy Moor, CC-BY 4.0", "Cy Moor", ()),
    ("<figure><img src=/r.jpg><figcaption>The river <span class=credit>Photo by Cy Moor</span> / <span class=distributor>Coast Press</span></figcaption></figure>", "The river", "Photo by Cy Moor / Coast Press", "Cy Moor", ("Coast Press",)),
    ("<figure><img src=/r.jpg><figcaption>The river <span class=credit>CC-BY-NC 2.0 Cy Moor</span></figcaption></figure>", "The river", "CC-BY-NC 2.0 Cy Moor", "Cy Moor", ()),
    ("<figure><img src=/r.jpg><figcaption>The river <span class=credit>CC0</span></figcaption></figure>", "The river", "CC0", None, ()),
    ("<figure><img src=/r.jpg><figcaption>The river <span class=credit>Cy Moor</span><span class=source>4.3.2026</span></figcaption></figure>", "The river", "Cy Moor", "Cy Moor", ()),
    ("<figure><video src=/r.mp4></video><figcaption>The river <span class=author>Von Ann Bell</span></figcaption></figure>", "The river", None, None, ()),
    ("<div><figure><img src=/r.jpg><figcaption>The river</figcaption></figure><div class=image-copyright>Coast Press | Cy Moor</div></div>", "The river", "Coast Press | Cy Moor", "Cy Moor", ("Coast Press",)),
    ("<figure><img src=/r.jpg><figcaption>The river<span class=credit>| Photo: Cy Moor</span></figcaption></figure>", "The river", "Photo: Cy Moor", "Cy Moor", ()),
])  # fmt: skip
def test_a_credit_stands_where_publishers_put_it(
    picture: str, content: str | None, credit: str | None, creator: str | None, agencies: tuple[str, ...]
) -> None:
    [caption] = whole(f"<article><h1>Flood</h1>{picture}{PARAGRAPHS}</article>").captions

    assert (content, credit) == (plain_text(caption.content) if caption.content else None, caption.credit)
    assert (creator, agencies) == (caption.creator, caption.agencies)


@pytest.mark.parametrize("box", [
    "<header><img src=/r.jpg alt='Flood in the valley'><h2>Flood in the valley</h2><p class=credit>The Echo</p></header>",
    "<div><img src=/r.jpg alt='The river at noon'><p><a href=/x>The river at noon</a></p></div>",
    f"<div><img src=/r.jpg alt='The river at noon'><p>The river at noon</p><p>{PROSE[0]} It was.</p><p>And so on.</p></div>",
    "<figure><img src=/r.jpg><figcaption class=author>Editor</figcaption></figure>",
    "<figure><video src=/r.mp4></video><figcaption>01:43 min</figcaption></figure>",
])  # fmt: skip
def test_a_line_beside_a_picture_may_be_no_caption(box: str) -> None:
    assert () == whole(f"<article><h1>Flood</h1>{box}{PARAGRAPHS}</article>").captions


def test_a_paragraph_that_repeats_the_caption_before_it_is_none() -> None:
    said = "The bridge was built in a year of peace, and nobody has painted it since, said the keeper."
    figure = f"<figure><img src=/r.jpg><figcaption>{said}</figcaption></figure><p>{said}</p>"
    article = whole(f"<article><h1>Flood</h1>{PARAGRAPHS}{figure}<p>{PROSE[0].replace('night', 'evening')}</p></article>")

    assert said in [plain_text(caption.content or ()) for caption in article.captions]
    assert Paragraph(content=said) not in article.body


def test_a_picture_in_a_link_to_another_article_is_none_of_this_one() -> None:
    teaser = "<div><a href=/other><img src=/o.jpg alt=Harbour><h3>The harbour opens again after the long storm</h3></a></div>"
    article = whole(f"<article><h1>Flood</h1><p>{PROSE[0]}</p>{teaser}<p>{PROSE[1]}</p><a href=/large.jpg><img src=/r.jpg></a><p>{PROSE[2]}</p></article>")

    pictures = [block.media.renditions[0].href for block in (article.lead, *article.body) if isinstance(block, Figure) and block.media]
    assert ["/r.jpg"] == pictures


def test_the_page_of_an_author_is_no_related_article() -> None:
    byline = "<meta name=author content='Ann Bell'>"
    links = "<p><a href=/ann>Ann Bell</a></p><p><a href=/other>The harbour opens again</a></p>"
    article = whole(f"<article><h1>Flood</h1><p>{PROSE[0]}</p>{links}<p>{PROSE[1]}</p><p>{PROSE[2]}</p></article>", byline)

    assert ["The harbour opens again"] == [link.title for link in article.links if link.rel == "related"]


@pytest.mark.parametrize(("owner", "creator", "agencies"), [
    ({"creditText": "Cy Moor/Coast Press"}, "Cy Moor", ("Coast Press",)),
    ({"author": "Coast Press/Cy Moor"}, "Cy Moor", ("Coast Press",)),
    ({"copyrightHolder": {"@type": "Organization", "name": "Coast Press"}}, None, ("Coast Press",)),
])  # fmt: skip
def test_a_picture_without_a_credit_gets_the_one_of_the_structured_data(
    owner: dict[str, object], creator: str | None, agencies: tuple[str, ...]
) -> None:
    def read(file: str) -> nm.Article:
        image = {"@type": "ImageObject", "url": f"https://echo.example/{file}?width=1200", **owner}
        data = json.dumps({"@type": "NewsArticle", "headline": "Flood", "image": image})
        head = f"<base href=https://echo.example/><script type='application/ld+json'>{data}</script>"
        return whole(f"<article><h1>Flood</h1><figure><img src=/small/r.jpg?w=9></figure>{PARAGRAPHS}</article>", head)

    assert [(creator, agencies)] == [(one.creator, one.agencies) for one in read("large/r.jpg").captions]
    assert () == read("large/other.jpg").captions


def reasons(body: str, head: str = "") -> list[str]:
    return [loss.reason for loss in page(f"<html><head>{head}</head><body>{body}</body></html>".encode()).losses]


@pytest.mark.parametrize(
    ("head", "heading", "expected"),
    [
        ("<title>Flood in town - The Echo</title><meta property=og:site_name content='The Echo'>", "", "Flood in town"),
        ("<title>Flood in town | Echo News</title><meta property=og:site_name content=Echo>", "", "Flood in town"),
        ("<title>Something else</title>", "<h1>Flood in town</h1>", "Flood in town"),
        ("<meta property=og:title content='Flood in town: bridge closed | Region | Echo'>", "<h1>Flood in town: bridge closed</h1>", "Flood in town: bridge closed"),
        ("<meta name=twitter:title content='Flood &amp;amp; storm'>", "", "Flood & storm"),
        ("<title>Flood in town | ECHO.EXAMPLE</title><link rel=canonical href=https://www.echo.example/flood>", "", "Flood in town"),
        ("<title>Talweg Post - Flood in town</title><link rel=canonical href=https://news.talweg-post.example/flood>", "", "Flood in town"),
        ("<title>Flood in town › echo.co.example</title><link rel=canonical href=https://echo.co.example/flood>", "", "Flood in town"),
        ("<title>Flood in town-Echo</title><meta property=og:site_name content=Echo>", "", "Flood in town"),
        ("<title>Flood in town | The Echo - News of the valley</title><meta property=og:site_name content='The Echo - News of the valley'>", "", "Flood in town"),
        ("<meta property=og:title content='The Echo'><meta property=og:site_name content='The Echo'>", "<h1>Flood in town</h1>", "Flood in town"),
        ("<title>Flood - Nation mourns</title><link rel=canonical href=https://nation.example/flood>", "", "Flood - Nation mourns"),
        ("", "<h1>Log in</h1><h1>Flood</h1>", "Log in"),
        ("<title>Flood in town</title>", "<h1>Log in</h1><h1>Flood in town!</h1>", "Flood in town!"),
    ],
)  # fmt: skip
def test_the_headline_is_without_the_sites_name(head: str, heading: str, expected: str) -> None:
    assert expected == page(f"<html><head>{head}</head><body>{heading}{PARAGRAPHS}</body></html>".encode()).article.headline


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<meta name=author content='Ann Bell'>", ["Ann Bell"]),
        ("<meta name=author content='Von Ann Bell und Bo Li, Talheim'>", ["Ann Bell", "Bo Li"]),
        ("<meta name=author content='Ann Bell, Bo Li'>", ["Ann Bell", "Bo Li"]),
        ("<meta name=author content='https://echo.example/staff/1'>", []),
        ("<meta name=author content='desk@echo.example'>", []),
        ("<meta name=author content='The Echo'><meta property=og:site_name content='The Echo'>", ["The Echo"]),
        ("<meta name=author content='The Echo'><meta property=og:site_name content='The Echo'><p class=byline>By Ann Bell</p>", ["Ann Bell"]),
        ("<a rel=author href=/bell>Ann Bell</a>", ["Ann Bell"]),
        ("<p class=author-name>Ann Bell</p>", ["Ann Bell"]),
        ("<p>By Ann Bell</p>", ["Ann Bell"]),
        ("<meta name=author content='Ursula von der Au'>", ["Ursula von der Au"]),
        ("<meta name=author content='Eingestellt von Carl di Bell'>", ["Carl di Bell"]),
        ("<meta name=author content='Ann Bell (abe), Bo Li (Text)'>", ["Ann Bell", "Bo Li"]),
        ("<meta name=author content='Ann Bell @annbell'>", ["Ann Bell"]),
        ("<meta name=author content='Ann Bell Ann Bell'>", ["Ann Bell"]),
        ("<meta name=author content='Super User'>", []),
        ("<meta name=author content='Web24 Redaktion'>", ["Web24 Redaktion"]),
        ("<meta name=author content='4.3.2026'>", []),
        ("<meta name=author content='Talweg GmbH &amp; Co. KG - all rights reserved'>", ["Talweg GmbH & Co. KG - all rights reserved"]),
        ("<meta name=author content='Talweg GmbH'><p class=byline>By Ann Bell</p>", ["Ann Bell"]),
        ("<p class=byline>VON ANN BELL am 4. März 2026</p>", ["ANN BELL"]),
        ("<p class=byline>Ann Bell, March 4, 2026</p>", ["Ann Bell"]),
        ("<p><a rel=author href=/bell>Ann Bell</a> and <a rel=author href=/li>Bo Li</a></p>", ["Ann Bell", "Bo Li"]),
        ("<meta name=author content=annbell><p>By Ann Bell</p>", ["Ann Bell"]),
        ("<meta name=author content='Ann Bell/dpa'>", ["Ann Bell", "dpa"]),
        ("<meta name=author content='Ann Bell, VTA and Bo Li, MBA'>", ["Ann Bell", "VTA", "Bo Li"]),
        ("<meta name=author content='/staff/ann'>", []),
        ("<meta name=author content=valley-echo.de>", ["valley-echo.de"]),
        ("<p>Autor: Ann Bell</p>", ["Ann Bell"]),
        ("<p class=author>Posted on March 4, 2026 by Ann Bell</p>", ["Ann Bell"]),
        ("<p class=byline>by <a rel=author href=/ann>Ann</a></p>", ["Ann"]),
        ("<p>Von Booten über Brücken bis Zügen</p>", []),
        ("<div class=comments><p>By Ann Bell</p></div>", []),
        ("<meta name=author content=annbell><p>By Cy Moor</p>", ["annbell"]),
        ("<figure><img src=/r.jpg><figcaption>By Cy Moor</figcaption></figure>", []),
    ],
)
def test_who_made_it(markup: str, expected: list[str]) -> None:
    assert expected == [one.name for one in whole(f"<h1>Flood</h1>{markup}{PARAGRAPHS}").bylines]


@pytest.mark.parametrize(
    ("author", "expected"),
    [
        ("ANN BELL, Coast Security Writer", [("ANN BELL", "Coast Security Writer", None, None)]),
        ("Ann Bell, Senior Editor, and Bo Li, Reporter", [("Ann Bell", "Senior Editor", None, None), ("Bo Li", "Reporter", None, None)]),
        ("Ann Bell for the Harbour Echo", [("Ann Bell", None, "the Harbour Echo", None)]),
        ("Ann Bell and Bo Li in Talheim", [("Ann Bell", None, None, None), ("Bo Li", None, None, "Talheim")]),
    ],
)
def test_what_stands_behind_a_name_is_a_job_an_employer_or_a_place(author: str, expected: list[object]) -> None:
    found = whole(f"<h1>Flood</h1>{PARAGRAPHS}", f"<meta name=author content='{author}'>").bylines

    assert expected == [(one.name, one.job_title, one.affiliation, one.location) for one in found]


def test_an_editor_whom_readers_do_not_see_is_no_byline() -> None:
    data = json.dumps({"@type": "NewsArticle", "headline": "Flood", "author": "Ann Bell", "editor": [{"name": "Bo Li"}, {"name": "Cy Moor"}]})
    article = whole(f"<h1>Flood</h1><p>Edited by Bo Li</p>{PARAGRAPHS}", f"<script type=application/ld+json>{data}</script>")

    assert [["Ann Bell", "Bo Li"], ["Cy Moor"]] == [[one.name for one in people] for people in (article.bylines, article.contributors)]


@pytest.mark.parametrize(("author", "expected"), [
    ({"@type": "Person", "name": ["Ann Bell", "Bo Li"]}, ["Ann Bell", "Bo Li"]),
    ([{"name": ["Ann Bell", 1, "Bo Li"]}, "Cy Moor"], ["Ann Bell", "Bo Li", "Cy Moor"]),
    ({"name": "Ana Bell y Moor"}, ["Ana Bell y Moor"]),
    ({"name": "Ana Bell y Bo Li"}, ["Ana Bell", "Bo Li"]),
    ({"name": "Ann Bell Political Editor"}, ["Ann Bell"]),
])  # fmt: skip
def test_authors_of_structured_data(author: object, expected: list[str]) -> None:
    data = json.dumps({"@type": "NewsArticle", "headline": "Flood", "author": author})

    assert expected == [one.name for one in whole(PARAGRAPHS, f"<script type=application/ld+json>{data}</script>").bylines]


def test_an_agency_behind_a_name_is_an_organization() -> None:
    found = whole(PARAGRAPHS, "<meta name=author content='Ann Bell, dpa'>").bylines

    assert [("Ann Bell", "person"), ("dpa", "organization")] == [(one.name, one.kind) for one in found]


def test_a_publisher_that_stands_alone_is_an_organization() -> None:
    [byline] = whole(PARAGRAPHS, "<meta name=author content='The Echo'><meta property=og:site_name content='The Echo'>").bylines

    assert "organization" == byline.kind


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<meta property=article:published_time content='2026-03-04T12:00:00+01:00'>", "2026-03-04T12:00:00+01:00"),
        ("<meta name=date content='Wed, 04 Mar 2026 12:00:00 GMT'>", "2026-03-04T12:00:00+00:00"),
        ("<meta name=pubdate content='2026-03-04 12:00:00 UTC'>", "2026-03-04T12:00:00+00:00"),
        ("<meta name=publish-date content='1772622000'>", "2026-03-04T11:00:00+00:00"),
        ("<time datetime=2026-03-04>today</time>", "2026-03-04"),
        ("<p>4. März 2026, 12:00 Uhr</p>", "2026-03-04T12:00:00"),
        ("<p>Published: March 4, 2026 3:15 p.m.</p>", "2026-03-04T15:15:00"),
        ("<p>Publié le 4 mars 2026</p>", "2026-03-04"),
        ("<p>13/03/2026 09:05</p>", "2026-03-13T09:05:00"),
        ("<p>04/03/2026</p>", None),
        ("<p>2026年3月4日 12:00</p>", "2026-03-04T12:00:00"),
        ("<p>99/99/2026</p>", None),
        ("<p>4 marzo 2026</p>", "2026-03-04"),
        ("<p>3rd of March 2026</p>", "2026-03-03"),
        ("<p>4. 3. 2026</p>", "2026-03-04"),
        ("<p>4 września 2026, 12:00</p>", "2026-09-04T12:00:00"),
        ("<meta name=date content='0001-01-01T00:00:00Z'><p>4 March 2026</p>", "2026-03-04"),
        ("<meta name=date content='0001-01-01T00:00:00Z'>", None),
        ("<meta property=article:published_time content=2026-03-04><meta name=date content=2026-03-04T12:05:00Z>", "2026-03-04T12:05:00+00:00"),
        ("<meta property=article:published_time content=2026-03-04><meta name=date content=2026-03-04T01:00:00>", "2026-03-04"),
        ("<meta property=article:published_time content=2026-03-04T00:00:00Z><meta name=date content=2026-03-04T12:05:00Z>", "2026-03-04T12:05:00+00:00"),
        ("<meta property=article:published_time content=2026-03-04T12:00:00Z><meta name=date content=2026-03-04T12:00:00-05:00>", "2026-03-04T12:00:00-05:00"),
    ],
)
def test_when_it_was_published(markup: str, expected: str | None) -> None:
    published = whole(f"<h1>Flood</h1>{markup}{PARAGRAPHS}").published

    assert expected == (None if published is None else published.isoformat())


@pytest.mark.parametrize("times", [
    "<div><p><time>2026-03-04</time></p><h1>Flood</h1></div>",
    "<div><h1>Flood</h1><p><time class=updated>2026-03-05</time><time class=published>2026-03-04</time></p></div>",
    "<div><h1>Flood</h1><p><time class=updated>2026-03-04</time></p></div><time>2026-03-07</time>",
])  # fmt: skip
def test_the_time_nearest_the_title_counts(times: str) -> None:
    assert date(2026, 3, 4) == whole(f"<div><time>2026-03-09</time></div><main>{times}{PARAGRAPHS}</main>").published


def test_a_place_that_is_trusted_less_and_says_otherwise_is_reported() -> None:
    found = reasons(
        PARAGRAPHS,
        "<meta property=article:published_time content=2026-03-04T12:00:00Z><meta name=date content=2026-03-09T12:00:00Z>",
    )

    assert "published 2026-03-09T12:00:00+00:00: article:published_time says 2026-03-04T12:00:00+00:00, which counts" in found


@pytest.mark.parametrize(("head", "reason"), [
    ("<meta name=author content='Ann Bell'><meta name=dc.creator content='Bo Li'>", "byline 'Bo Li': meta author names others, which count"),
    ("<link rel=canonical href=https://echo.example/flood><meta property=og:url content=https://echo.example/old>",
     "url 'https://echo.example/old': link canonical says 'https://echo.example/flood', which counts"),
    ("<meta name=description content='A flood in the valley'><meta name=twitter:description content='Rain in town'>",
     "summary 'Rain in town': description says 'A flood in the valley', which counts"),
    ("<meta http-equiv=content-language content=en><meta name=dc.language content=de>", "language 'de': content-language says 'en', which counts"),
    ("<script type=application/ld+json>{\"@type\": \"NewsArticle\", \"keywords\": [\"flood\"]}</script><meta name=keywords content='flood, Talheim'>",
     "keywords 'Talheim': JSON-LD has others, which count"),
    ('<script type=application/ld+json>{"@type": "NewsArticle", "articleSection": "Valley"}</script><meta property=article:section content=News>',
     "sections 'News': JSON-LD has others, which count"),
    ("<meta property=og:site_name content='The Echo'><meta name=publisher content='Valley Press'>",
     "publisher 'Valley Press': og:site_name has others, which count"),
])  # fmt: skip
def test_every_fact_that_two_places_state_differently_is_reported(head: str, reason: str) -> None:
    assert reason in reasons(PARAGRAPHS, head)


@pytest.mark.parametrize("head", [
    "<meta name=author content='Ann Bell'><meta name=dc.creator content='ann bell'>",
    "<link rel=canonical href=https://echo.example/flood><meta property=og:url content=http://www.echo.example/flood/>",
    "<meta http-equiv=content-language content=en-GB><meta name=dc.language content=en>",
])  # fmt: skip
def test_what_two_places_state_alike_is_not_reported(head: str) -> None:
    assert not [one for one in reasons(PARAGRAPHS, head) if "which count" in one]


@pytest.mark.parametrize("trail", [1, True, "News", None, {"name": "News"}, [1, None, {"item": 1}]])
def test_a_trail_of_links_may_be_anything(trail: object) -> None:
    data = json.dumps([{"@type": "NewsArticle", "headline": "Flood"}, {"@type": "BreadcrumbList", "itemListElement": trail}])

    assert () == whole(PARAGRAPHS, f"<script type=application/ld+json>{data}</script>").sections


@pytest.mark.parametrize(
    ("script", "mended"),
    [
        ('{"@type": "NewsArticle", "headline": "Flood",}', "commas before a closing bracket"),
        ('<!-- {"@type": "NewsArticle", "headline": "Flood"}; -->', "a wrapping, a semicolon or several values"),
        ('{"@type": "NewsArticle", "headline": "Flood"}{"@type": "WebSite"}', "a wrapping, a semicolon or several values"),
        (r'{"@type": "NewsArticle", "headline": "Flood", "description": "50\% wet"}', "a backslash that escapes nothing"),
        ("{&quot;@type&quot;: &quot;NewsArticle&quot;, &quot;headline&quot;: &quot;Flood&quot;}", "escapes of HTML in place of quotation marks"),
        ('{"@type": "NewsArticle", "headline": "Flo\nod"}', None),
    ],
)  # fmt: skip
def test_json_ld_is_mended_where_that_is_unambiguous(script: str, mended: str | None) -> None:
    read = page(f'<script type="application/ld+json">{script}</script>{PARAGRAPHS}'.encode())

    assert "Flood" == read.article.headline.replace("Flo od", "Flood")
    assert ([] if mended is None else [f"mended JSON-LD: {mended}"]) == [one.reason for one in read.losses if "JSON-LD" in one.reason]


def test_json_ld_beyond_mending_is_reported() -> None:
    assert any("JSON-LD that cannot be read" in one for one in reasons(PARAGRAPHS, '<script type="application/ld+json">{"a": nope}</script>'))


def test_microdata_and_rdfa_are_read_as_json_ld_is() -> None:
    microdata = whole(
        f"<article itemscope itemtype=https://schema.org/NewsArticle><h1 itemprop=headline>Flood</h1>"
        f"<span itemprop=author itemscope itemtype=https://schema.org/Person><b itemprop=name>Ann Bell</b></span>"
        f"<meta itemprop=datePublished content=2026-03-04T12:00:00Z><div itemprop=articleBody>{PARAGRAPHS}</div></article>"
    )
    rdfa = whole(
        "<article vocab=https://schema.org/ typeof=NewsArticle><h1 property=headline>Flood</h1>"
        f"<span property=author typeof=Person><b property=name>Ann Bell</b></span>{PARAGRAPHS}</article>"
    )

    assert [("Flood", "Ann Bell")] * 2 == [(one.headline, one.bylines[0].name) for one in (microdata, rdfa)]
    assert datetime(2026, 3, 4, 12, tzinfo=timezone.utc) == microdata.published


def test_of_several_descriptions_the_one_of_this_page_counts() -> None:
    article = whole(
        f"<h1>Flood in the valley</h1>{PARAGRAPHS}",
        '<script type="application/ld+json">[{"@type": "NewsArticle", "headline": "Another story entirely", "author": "Bo Li", "keywords": ["x"]},'
        '{"@type": "NewsArticle", "headline": "Flood in the valley", "author": "Ann Bell"}]</script>',
    )

    assert ["Ann Bell"] == [one.name for one in article.bylines]


def test_the_standfirst_stands_apart_from_the_text() -> None:
    article = whole(f"<article><h1>Flood</h1><p class=standfirst>Forty families leave their homes in the night.</p>{PARAGRAPHS}</article>")

    assert ("Forty families leave their homes in the night.",) == article.standfirst
    assert list(PROSE) == texts(article)


DECK = "Forty families leave their homes in the night, and come back to mud."


@pytest.mark.parametrize(
    ("above", "head"),
    [
        (f"<h1>Flood</h1><div class=big>{DECK}</div>", ""),
        ("<h1>Flood</h1><h2>Forty families leave their homes in the night</h2>", ""),
        (f"<h1>Flood</h1><p>By Ann Bell</p><p>4 March 2026</p><p class=big>{DECK}</p>", ""),
        (f"<h1>Flood</h1><div class=teaser-text-box><p>{DECK}</p></div>", f"<meta name=description content='{DECK}'>"),
        ("<h2>Flood</h2><p class=big>Die Familien ziehen in der Nacht aus ihren Häusern aus.</p>", "<meta property=og:title content=Flood>"),
        ("<h1>Flood</h1><ul><li>Forty families leave their homes in the night, and come back.</li><li>The bridge is closed for now.</li></ul>", ""),
    ],
)
def test_a_sentence_between_the_title_and_the_text_is_the_standfirst(above: str, head: str) -> None:
    article = whole(f"<main>{above}<div class=article-body>{PARAGRAPHS}</div></main>", head)

    assert article.standfirst is not None
    assert plain_text(article.standfirst).rstrip(".") in above.replace("</li><li>", " ")
    assert list(PROSE) == texts(article)


@pytest.mark.parametrize(
    "above",
    [
        "<h1>Flood</h1><p><a href=/old>The flood of last year was the worst in a hundred years.</a></p>",
        "<h1>Flood</h1><figure><img src=/r.jpg><figcaption>Forty families leave their homes in the night at last.</figcaption></figure>",
        "<h1>Flood</h1><p>Updated on Wednesday by Ann Bell, who was in Talheim for the Echo.</p>",
        "<h1>Flood</h1><div class=newsletter><p>Forty families leave their homes in the night, every night.</p></div>",
        "<h1>Flood</h1><div hidden><p>Forty families leave their homes in the night, every night.</p></div>",
        "<p>Forty families leave their homes in the night, every night.</p><h1>Flood</h1>",
    ],
)
def test_what_is_no_lead_in_is_no_standfirst(above: str) -> None:
    assert whole(f"<main>{above}<div class=article-body>{PARAGRAPHS}</div></main>").standfirst is None


def test_a_first_paragraph_that_the_description_repeats_stays_in_the_text() -> None:
    article = whole(f"<article><h1>Flood</h1>{PARAGRAPHS}</article>", f'<meta name=description content="{PROSE[0]}">')

    assert (None, list(PROSE)) == (article.standfirst, texts(article))


@pytest.mark.parametrize(
    "furniture",
    [
        "<p>Subscribe to our newsletter for more stories.</p>",
        "<p><a href=/x>Read more: Another flood</a></p>",
        "<p>Lesen Sie auch: Hochwasser im Nachbartal</p>",
        "<div class=newsletter-signup><p>Get the best of the valley every morning in your inbox, free of charge, from us.</p></div>",
        "<aside><p>The valley has 2,000 inhabitants, and it lies in the middle of the mountains of the north.</p></aside>",
        "<p>Advertisement</p>",
        "<div hidden><p>You have read all your free articles of this month, and must now decide what to do.</p></div>",
        "<div style='display: none'><p>You have read all your free articles of this month, and must now decide.</p></div>",
        "<div class=cookie-consent><p>We and our partners store information on your device, as told in the notice.</p></div>",
        "<p>An dieser Stelle finden Sie einen externen Inhalt, der den Artikel ergänzt. Sie können ihn sich anzeigen lassen.</p>",
        "<ul class=share><li>Share on this</li><li>Share on that</li></ul>",
        "<button>Listen</button><script>var a = 'text';</script><svg><text>drawn</text></svg><template><p>x</p></template>",
    ],
)
def test_what_is_no_part_of_the_text_is_left_out(furniture: str) -> None:
    article = whole(f"<main><h1>Flood</h1><p>{PROSE[0]}</p>{furniture}<p>{PROSE[1]}</p><p>{PROSE[2]}</p></main>")

    assert list(PROSE) == texts(article)


def test_what_is_left_out_is_reported_with_its_place() -> None:
    read = page(f"<main>{PARAGRAPHS}<p>Advertisement</p>\n{PARAGRAPHS.replace('river', 'lake')}</main>".encode())

    [loss] = [one for one in read.losses if "Advertisement" in one.reason]
    assert ("left out, a label of the page: 'Advertisement'", 1) == (loss.reason, loss.where.line if loss.where else None)


def test_links_to_other_articles_become_related_links() -> None:
    article = whole(
        f"<main><h1>Flood</h1>{PARAGRAPHS}<p><a href=/old>The flood of last year in pictures</a></p><p><a href=/flood#top>The flood of this year in pictures</a></p><p>{PROSE[0]} Again.</p></main>",
        "<link rel=canonical href=https://echo.example/flood><link rel=alternate hreflang=fr href=/fr/crue>"
        "<link rel=alternate hreflang=en href=https://www.echo.example/flood/>",
    )

    assert [("https://echo.example/old", "The flood of last year in pictures")] == [(one.href, one.title) for one in article.related]
    assert 2 == len(article.links)
    assert ("alternate", "https://echo.example/fr/crue", "fr") == (article.links[0].rel, article.links[0].href, article.links[0].language)


def test_a_plea_for_money_is_an_appeal() -> None:
    article = whole(
        f"<main><h1>Flood</h1>{PARAGRAPHS}<p>Please support our independent journalism. Donate £5 a month today.</p><p>{PROSE[0]} Again.</p></main>"
    )

    assert "support our" not in article.text
    assert ["GBP"] == [amount.currency for appeal in article.appeals for amount in appeal.amounts]


def test_a_body_that_is_split_over_boxes_is_put_together() -> None:
    article = whole(
        f"<main><h1>Flood</h1><div class=part>{PARAGRAPHS}</div><div class=ad-slot>Ad</div>"
        f"<div class=part>{PARAGRAPHS.replace('e', 'é')}</div></main>"
    )

    assert 6 == len(article.body)


def test_of_several_articles_the_first_is_read() -> None:
    other = PARAGRAPHS.replace("river", "lake")
    body = f"<div><article><h1>Flood</h1>{PARAGRAPHS}</article><article><h1>Lake</h1>{other}</article></div>"

    assert list(PROSE) == texts(whole(body))
    assert "several articles on the page: the first is read" in reasons(body)


def test_a_page_that_lists_articles_is_told() -> None:
    teasers = "".join(f"<div><h2><a href=/{n}>Headline number {n} of the day</a></h2><p>{PROSE[n % 3]} {n}.</p></div>" for n in range(8))

    assert "a page that lists articles: what is read are its teasers" in reasons(teasers)


def test_text_that_ends_at_a_paywall_is_told() -> None:
    body = f"<main><h1>Flood</h1><p>{PROSE[0]}</p></main><div>Subscribe to continue reading this story.</div>"

    assert "locked" == whole(body).access
    assert any("may end at a paywall" in one for one in reasons(body))


@pytest.mark.parametrize(
    "script",
    [
        '<script id=state type=application/json>{"page": {"article": {"body": %s}}}</script>',
        '<script>window.__STATE__ = {"article": {"content": %s}};</script>',
        "<script>stream.push([1, %s])</script>",
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Flood", "articleBody": %s}</script>',
    ],
)
def test_text_that_stands_in_a_script_only_is_found(script: str) -> None:
    text = json.dumps("\n".join((*PROSE, *(one.replace("river", "lake") for one in PROSE), *(one.upper() for one in PROSE), *(one.title() for one in PROSE))))
    read = page(f"<html><body><div id=app></div>{script % text}</body></html>".encode())

    assert list(PROSE) == texts(read.article)[:3]
    assert any("text only in" in loss.reason for loss in read.losses)


def test_little_text_stays_where_scripts_hold_none() -> None:
    script = f"<script>window.size = {json.dumps({'width': 800, 'names': ['x' * 300]})};</script>"

    assert [PROSE[0]] == texts(whole(f"<h1>Flood</h1><p>{PROSE[0]}</p>{script}"))


@pytest.mark.parametrize(
    ("figure", "content", "credit", "creator"),
    [
        ("<figure><img src=/a.jpg><figcaption>The river. (Photo: Cy Moor)</figcaption></figure>", "The river.", "(Photo: Cy Moor)", "Cy Moor"),
        ("<figure><img src=/a.jpg><figcaption>The river. (Cy Moor)</figcaption></figure>", "The river.", "(Cy Moor)", "Cy Moor"),
        ("<figure><img src=/a.jpg><figcaption>Image caption The river</figcaption></figure>", "The river", None, None),
        ("<figure><img src=/a.jpg></figure>", None, None, None),
        ("<div class=image><img src=/a.jpg><p>The river</p><p class=copyright>Copyright Cy Moor</p></div>", "The river", "Copyright Cy Moor", "Cy Moor"),
        ("<div class=wp-caption><a href=/a><img src=/a.jpg></a><p class=wp-caption-text>The river</p></div>", "The river", None, None),
        ("<figure><img src=data:x data-src=/a.jpg><figcaption>The river</figcaption></figure>", "The river", None, None),
        ("<figure><noscript><img src=/a.jpg></noscript><figcaption>The river</figcaption></figure>", "The river", None, None),
    ],
)  # fmt: skip
def test_figures_keep_their_file_caption_and_credit(figure: str, content: str | None, credit: str | None, creator: str | None) -> None:
    article = whole(f"<article><h1>Flood</h1><p>{PROSE[0]}</p>{figure}<p>{PROSE[1]}</p></article>", "<base href=https://echo.example/>")

    [found] = [one for one in article.figures if one.media is not None]
    assert found.media is not None
    assert "https://echo.example/a.jpg" == found.media.renditions[0].href
    caption = found.caption
    assert (content, credit, creator) == (None if caption is None else plain_text(caption.content) or None, caption and caption.credit, caption and caption.creator)
    assert [PROSE[0], PROSE[1]] == [plain_text(block) for block in article.paragraphs]


@pytest.mark.parametrize("picture", ["<img src=/i.png width=16 height=16>", "<img class=avatar src=/i.png>", "<img src=data:image/gif;base64,x>", "<figure><img class=avatar src=/i.png><figcaption>By Ann Bell</figcaption></figure>"])
def test_icons_and_portraits_of_authors_are_no_figures(picture: str) -> None:
    assert () == whole(f"<article><h1>Flood</h1><p>{PROSE[0]}</p>{picture}<p>{PROSE[1]}</p></article>").figures


def test_tables_embeds_fact_boxes_and_preformatted_text_are_blocks() -> None:
    article = whole(
        f"<article><h1>Flood</h1>{PARAGRAPHS}<table><tr><th>Day<th>Metres<tr><td>Friday<td>2.1</table>"
        "<iframe src=https://video.example/1 title=Film width=560 height=315></iframe>"
        "<blockquote class=twitter-tweet><p>The water is in our street, says the mayor.</p><a href=https://posts.example/1>link</a></blockquote>"
        "<div class=factbox><p>The river is 90 kilometres long, and has two dams.</p></div><pre>a\n  b</pre>"
        f"<p>{PROSE[0]} Again.</p></article>"
    )

    assert ["Table", "Embed", "Embed", "Aside", "Preformatted", "Paragraph"] == [type(block).__name__ for block in article.body[3:]]
    table, film, post = article.body[3:6]
    assert isinstance(table, Table)
    assert isinstance(film, Embed)
    assert isinstance(post, Embed)
    assert ("https://video.example/1", "video.example", "Film") == (film.url, film.provider, film.title)
    assert [[True, True], [False, False]] == [[cell.header for cell in row] for row in table.rows]
    assert "The water is in our street, says the mayor." == plain_text(post.blocks[0])


def test_a_short_strong_paragraph_is_a_heading() -> None:
    article = whole(f"<article><h1>Flood</h1>{PARAGRAPHS}<p><b>The days to come</b></p><p>{PROSE[0]} Again.</p></article>")

    assert Heading(content=[Span(text="The days to come", marks=["strong"])], level=3) == article.body[3]


def test_two_line_breaks_end_a_paragraph() -> None:
    assert list(PROSE) == texts(whole(f"<article><h1>Flood</h1><div>{'<br><br>'.join(PROSE)}</div></article>"))


@pytest.mark.parametrize(("encoding", "declared"), [("utf-8", ""), ("iso-8859-1", "<meta charset=iso-8859-1>"), ("windows-1252", ""), ("utf-16", "")])
def test_the_encoding_is_found_as_browsers_do(encoding: str, declared: str) -> None:
    data = f"<html><head>{declared}</head><body><h1>Überflutung</h1><p>Größe, über die man spricht, sagte der Bürgermeister am Abend.</p></body></html>"

    assert "Überflutung" == page(data.encode(encoding)).article.headline


@pytest.mark.parametrize(
    ("declared", "encoding", "expected"),
    [
        ("<meta charset=iso-8859-1>", "utf-8", ["encoding 'iso-8859-1': the bytes are UTF-8 throughout, which counts"]),
        ("<meta http-equiv=Content-Type content='text/html; charset=windows-1252'>", "utf-8", ["encoding 'windows-1252': the bytes are UTF-8 throughout, which counts"]),
        ("<meta charset=utf8>", "utf-8", []),
        ("<meta charset=UTF-8>", "utf-8", []),
        ("<meta charset=iso-8859-1>", "iso-8859-1", []),
    ],
)  # fmt: skip
def test_a_declared_encoding_that_does_not_count_is_reported(declared: str, encoding: str, expected: list[str]) -> None:
    data = f"<html><head>{declared}</head><body><h1>Überflutung</h1><p>Größe, über die man höhnt, sagte der müde Bürgermeister am späten Abend.</p></body></html>"
    read = page(data.encode(encoding))

    assert "Überflutung" == read.article.headline
    assert expected == [loss.reason for loss in read.losses if loss.reason.startswith("encoding")]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<div class=kicker>Valley</div><h1>Flood</h1><div class=teaser><p class=topline>Market</p></div>", "Valley"),
        ("<p class=kicker>No. 12</p><p class=kicker>Valley</p><h1>Flood</h1>", "Valley"),
        ("<h1>Flood</h1><div class=eyebrow>Valley</div>", "Valley"),
        ("<div class=topline>19.03.2024</div><h1>Flood</h1>", None),
        ("<h1>Flood</h1><div class=newsletter><p class=overline>Our newsletter</p></div>", None),
        ("<h1>Flood</h1><p>One.</p><p>Two.</p><p>Three.</p><p>Four.</p><div class=box><p class=overline>Training</p></div>", None),
    ],
)
def test_the_kicker_stands_right_by_the_title(body: str, expected: str | None) -> None:
    assert expected == whole(f"<article>{body}{PARAGRAPHS}</article>").kicker


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Von Ann Bell und Bo Li am Sonnabend", ["Ann Bell", "Bo Li"]),
        ("Par Ann Bell, samedi", ["Ann Bell"]),
        ("Par Ann Bell samedi", ["Ann Bell"]),
        ("Por Ann Bell el sábado", ["Ann Bell"]),
        ("By Ann Bell on Saturday", ["Ann Bell"]),
        ("By Bo Freitag", ["Bo Freitag"]),
    ],
)
def test_a_day_of_the_week_is_no_part_of_a_name(line: str, expected: list[str]) -> None:
    assert expected == [one.name for one in whole(PARAGRAPHS, f"<meta name=author content='{line}'>").bylines]


def test_a_page_without_prose_keeps_what_it_says() -> None:
    assert "Nobody hurt." == page(b"<html><body><h1>Flood</h1><p>Nobody hurt.</p></body></html>").article.text
    assert "Nobody hurt." == page(b"<html><body><h1>Flood</h1><aside><p>Nobody hurt.</p></aside></body></html>").article.text


@pytest.mark.parametrize("data", [b"", b" ", b"%PDF-1.7", b"\x00\x01\x02"])
def test_what_is_no_page_is_refused(data: bytes) -> None:
    with pytest.raises(nm.ReadError, match="expected HTML"):
        page(data)


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("<link rel=canonical href=https://echo.example/flood>", "https://echo.example/flood"),
        ("<base href=https://echo.example/><link rel=canonical href=/flood>", "https://echo.example/flood"),
        ("<base href=https://echo.example/>", None),
        ("<meta property=og:url content=https://echo.example/flood>", "https://echo.example/flood"),
        ('<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Flood", "url": "https://echo.example/flood"}</script>', "https://echo.example/flood"),
    ],
)  # fmt: skip
def test_the_articles_own_address(head: str, expected: str | None) -> None:
    assert expected == whole(PARAGRAPHS, head).url


@pytest.mark.parametrize("heading", ["<p class=crosshead>The days to come</p>", "<div class=intertitre>The days to come</div>"])
def test_a_paragraph_that_is_called_a_heading_is_one(heading: str) -> None:
    assert Heading(content="The days to come", level=3) == whole(f"<article><h1>Flood</h1>{PARAGRAPHS}{heading}<p>{PROSE[0]} Again.</p></article>").body[3]


def test_a_long_heading_above_the_text_is_its_standfirst() -> None:
    deck = "Forty families leave their homes in the night, and the bridge of the town is closed until Friday"

    assert (deck,) == whole(f"<article><h1>Flood</h1><h2>{deck}</h2>{PARAGRAPHS}</article>").standfirst


def test_a_heading_that_is_not_seen_is_no_heading() -> None:
    article = whole(f"<article><h1>Flood</h1><h2 class=hidden>Main content</h2>{PARAGRAPHS}</article>")

    assert list(PROSE) == texts(article)


@pytest.mark.parametrize("layout", ["has-sidebar", "comments-grid", "sidebar-layout"])
def test_names_about_layout_are_no_furniture(layout: str) -> None:
    assert list(PROSE) == texts(whole(f"<article class={layout}><h1>Flood</h1><div class={layout}>{PARAGRAPHS}</div></article>"))


def test_the_names_under_which_a_post_is_filed_are_not_its_own() -> None:
    body = f"<div class='post-1 hentry tag-comments category-related'><h1>Flood</h1>{PARAGRAPHS}</div>"

    assert list(PROSE) == texts(whole(body))


def test_tags_that_readers_see_are_keywords() -> None:
    assert ("Floods", "Talheim") == whole(f"<h1>Flood</h1>{PARAGRAPHS}<a rel=tag href=/1>Floods</a> <a rel=tag href=/2>#Talheim</a>").keywords
    assert ("Floods",) == whole(f"<h1>Flood</h1>{PARAGRAPHS}<ul class=tags><li><a href=/1>Floods</a></ul>").keywords


def test_nothing_of_a_page_that_was_read_waits_for_the_collector_of_cycles() -> None:
    data = b"<title>Rain</title><h1>Rain</h1><div class=a><ul><li>One</ul><p>It rained all day, said <b>Ann Bell</b>, who had waited.</p></div>"
    gc.collect()
    gc.disable()
    try:
        article = page(data).article
        left = [found for found in gc.get_objects() if isinstance(found, (Box, Line))]
    finally:
        gc.enable()

    assert article.headline == "Rain"
    assert left == []
