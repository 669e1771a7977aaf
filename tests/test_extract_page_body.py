"""Pages of other publishers: where their text begins and ends, and what stands in it that is none of it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsmodel.extract import page
from newsmodel.extract._page import _phrases as phrases
from newsmodel.extract._page._text import Repeats, folded, opening
from newsmodel.model import Preformatted
from newsmodel.walk import plain_text
from tests.test_extract_page import PARAGRAPHS, PROSE, texts, whole

INTRODUCTION = "Forty families have left their homes in the night."


# The standfirst


@pytest.mark.parametrize("title", ["<h1>Flood in the valley</h1>", "<h2>Talheim: Flood in the valley</h2>"])
def test_a_sentence_between_the_title_and_the_text_is_the_standfirst(title: str) -> None:
    """Whatever its element is called; the title may have a kicker before it."""
    article = whole(
        f"<article><header>{title}<div class=mb-7>{INTRODUCTION}</div></header><div class=text>{PARAGRAPHS}</div></article>",
        "<meta property=og:title content='Flood in the valley'>",
    )

    assert ((INTRODUCTION,), list(PROSE)) == (article.standfirst, texts(article))


def test_what_the_description_repeats_is_the_standfirst_even_in_furniture() -> None:
    article = whole(
        f"<article><h1>Flood</h1><section class=teaser-box><p>{INTRODUCTION}</p></section><div class=text>{PARAGRAPHS}</div></article>",
        f"<meta name=description content='{INTRODUCTION}'>",
    )

    assert (INTRODUCTION,) == article.standfirst


def test_a_lead_in_that_is_called_so_may_follow_a_heading() -> None:
    article = whole(f"<article><h1>Flood</h1><div class=text><h4>The river</h4><p class=intro>{INTRODUCTION}</p>{PARAGRAPHS}</div></article>")

    assert (INTRODUCTION,) == article.standfirst


def test_all_items_of_a_list_that_introduces_the_text_are_the_standfirst() -> None:
    first, second = "Forty families have left their homes in the night, and come back to mud", "The bridge of the town is closed until Friday"
    article = whole(
        f"<div class=article-text><h1>Flood</h1><ul><li>{first}</li><li>{second}</li></ul><div itemprop=articleBody>{PARAGRAPHS}</div></div>",
        f"<meta name=description content='{first}. {second}'>",
    )

    assert (f"{first} {second}",) == article.standfirst


def test_a_lead_in_that_is_called_so_may_stand_beside_the_picture() -> None:
    beside = f"<section class=media><p class=dek>{INTRODUCTION}</p><div><img src=/a.jpg></div></section>"

    assert (INTRODUCTION,) == whole(f"<article><h2>Flood</h2>{beside}{PARAGRAPHS}</article>", "<meta property=og:title content=Flood>").standfirst


def test_a_sentence_far_below_the_title_is_no_standfirst() -> None:
    table = "".join(f"<tr><td>Gauge {number}</td><td>{number} m</td></tr>" for number in range(12))

    assert whole(f"<main><h1>Flood</h1><table>{table}</table><div>{INTRODUCTION}</div><div class=article-body>{PARAGRAPHS}</div></main>").standfirst is None


@pytest.mark.parametrize("between", ["<p>Sign up for our newsletter to read more of this every morning.</p>", f"<div hidden>{INTRODUCTION}</div>"])
def test_a_plea_between_the_title_and_the_text_is_no_standfirst(between: str) -> None:
    assert whole(f"<article><h1>Flood</h1>{between}<div class=text>{PARAGRAPHS}</div></article>").standfirst is None


def test_several_paragraphs_between_the_title_and_the_text_are_its_beginning() -> None:
    first = "".join(f"<p>{text}</p>" for text in PROSE[:2])
    more = "".join(f"<p>In the village of Hill {number}, the fire brigade pumped out cellars until the morning came.</p>" for number in range(12))
    article = whole(f"<div class=outer><div><h1>Flood</h1></div><div class=opening>{first}</div><div class=text>{more}</div></div>")

    assert list(PROSE[:2]) == texts(article)[:2]
    assert 14 == len(texts(article))


def test_a_first_paragraph_with_a_number_looks_like_the_others() -> None:
    paragraphs = "".join(f"<p class='par{number}'>{text}</p>" for number, text in enumerate(PROSE, 1))
    article = whole(f"<article><h1>Flood</h1><div>{paragraphs}</div></article>", f'<meta name=description content="{PROSE[0]}">')

    assert (None, list(PROSE)) == (article.standfirst, texts(article))


# The place


def test_a_part_that_is_set_apart_in_the_text_is_not_all_of_it() -> None:
    """The box that is called the text counts, though a box for those who pay holds most of it."""
    more = "".join(f"<p>In the village of Hill {number}, the fire brigade pumped out cellars until the morning came.</p>" for number in range(12))
    article = whole(f"<article><h1>Flood</h1><div class=article-body>{PARAGRAPHS}<div class=locked-part>{more}</div></div></article>")

    assert list(PROSE) == texts(article)[:3]


def test_a_sidebar_with_less_text_than_the_rest_is_left_out() -> None:
    sidebar = f"<div class=sidebar-left><p>{PROSE[2].replace('water', 'market')}</p></div>"

    assert list(PROSE) == texts(whole(f"<div><h1>Flood</h1>{PARAGRAPHS}{sidebar}</div>"))


def test_sections_that_open_at_a_click_are_text() -> None:
    panels = f"<div class=panel-group role=tablist><div class=panel><p>{PROSE[2]}</p></div></div>"

    assert list(PROSE) == texts(whole(f"<div class=text><h1>Flood</h1><p>{PROSE[0]}</p><p>{PROSE[1]}</p>{panels}</div>"))


def test_an_element_that_is_not_closed_in_a_noscript_does_not_swallow_the_page() -> None:
    assert list(PROSE) == texts(whole(f"<noscript><div id=no-script></noscript><div><h1>Flood</h1>{PARAGRAPHS}</div>"))


def test_text_that_is_shown_to_those_who_pay_keeps_its_markup() -> None:
    """It is hidden, and in the structured data; a box that is hidden for other reasons is none of the article."""
    first, second, *more = (f"<p>In the village of Hill {number}, the fire brigade pumped out cellars until the morning came.</p>" for number in range(12))
    for name, expected in (("paywall", 12), ("notice", 2)):
        article = whole(f"<article><h1>Flood</h1>{first}{second}<div class={name} style='display: none'>{''.join(more)}</div></article>")

        assert expected == len(article.paragraphs)


def test_an_article_among_many_teasers_is_no_list() -> None:
    teasers = "".join(f"<div class=teaser><h3><a href=/{number}>Headline number {number} of the day</a></h3></div>" for number in range(8))
    read = page(f"<main><h1>Flood</h1><div class=text>{PARAGRAPHS}</div>{teasers}</main>".encode())

    assert not [loss for loss in read.losses if "lists articles" in loss.reason]


def test_a_picture_in_the_box_of_a_paragraph_does_not_make_it_a_caption() -> None:
    picture = "<div class=media><img src=/a.jpg><div>The bridge at noon.</div><div>Photo: Ann Bell</div></div>"
    article = whole(f"<main><h1>Flood</h1><div><div class=part><p>{PROSE[0]}</p>{picture}</div><p>{PROSE[1]}</p><p>{PROSE[2]}</p></div></main>")

    assert list(PROSE) == [plain_text(block) for block in article.paragraphs]
    assert [("The bridge at noon.", "Photo: Ann Bell")] == [(plain_text(one.content), one.credit) for one in article.captions]


def test_text_that_is_shorter_than_its_lead_in_keeps_it() -> None:
    article = whole(f"<article><h1>Flood</h1><p class=lead>{PROSE[0]} {PROSE[1]}</p><p>{PROSE[2]}</p></article>")

    assert (None, 2) == (article.standfirst, len(texts(article)))


# The lines


@pytest.mark.parametrize("furniture", [
    "<div class=relatedarticleslist><p>Another river rose by three metres a year ago, and nobody was hurt.</p></div>",
    "<div class=article-kommentare><p>I saw it myself: the water stood as high as the windows of the old mill.</p></div>",
    "<newsletter-box><p>The best of the valley every morning, free of charge, chosen by those who write it.</p></newsletter-box>",
    "<article><h3>Another flood</h3><p>A river rose by three metres a year ago, and nobody was hurt.</p></article>",
    "<div>The harbour master in his office, from which he sees the whole valley. 04.03.2026 | 1:21 min</div>",
    "<div><div>Ein Klick für den Datenschutz</div><div>Für die Darstellung dieser Karte nutzen wir einen Dienst.</div></div>",
    "<p>Updated on March 4, 2026</p>",
    "<p>© Ann Bell/Coast Press</p>",
    "<p>On this page:</p><ul><li><a href=#a>What the river did in the night</a></li><li><a href=#b>What comes now, and when</a></li></ul>",
    "<section class=image><img src=/a.jpg><h3>Flood letter</h3><p>Every second Sunday: what the river does.</p><p>With this I sign up for the newsletter.</p></section>",
    ("<div><div class=cell><img src=/a.jpg><h4><a href=/a>Another flood in another valley</a></h4><div>A river rose by three metres, and nobody was hurt.</div></div>"
    "<div class=cell><img src=/b.jpg><h4><a href=/b>How to live beside a big river</a></h4><div>Sandbags, and what else the cellar should hold.</div></div></div>"),
], ids=["written together", "comments", "custom element", "article in the article", "recording", "consent", "date", "credit", "announcement", "newsletter", "cards"])  # fmt: skip
def test_what_stands_in_the_text_and_is_none_of_it(furniture: str) -> None:
    article = whole(f"<main><h1>Flood</h1><div class=text><p>{PROSE[0]}</p>{furniture}<p>{PROSE[1]}</p><p>{PROSE[2]}</p></div></main>")

    assert list(PROSE) == texts(article)


def test_a_name_that_ends_in_a_word_for_a_picture_makes_a_caption() -> None:
    caption = "The bridge of Talheim before the flood, as many have known it."
    article = whole(f"<main><h1>Flood</h1>{PARAGRAPHS}<div class=leadphoto><img src=/a.jpg><p>{caption}</p></div><p>{PROSE[0][::-1]}.</p></main>")

    assert [caption] == [plain_text(one.content) for one in article.captions]


def test_a_picture_that_the_title_of_another_article_describes_is_none_of_this_one() -> None:
    teaser = "<div><img src=/a.jpg alt='Another flood in another valley'></div><a href=/a>Another flood in another valley</a>"
    article = whole(f"<main><h1>Flood</h1><p>{PROSE[0]}</p>{teaser}<p>{PROSE[1]}</p><p>{PROSE[2]}</p></main>")

    assert (None, ()) == (article.lead, article.figures)


def test_a_plea_for_money_below_the_text_is_an_appeal_and_no_text() -> None:
    plea = "Independent journalism needs the support of its readers. Please donate $5 a month, so that we may report about rivers."
    article = whole(f"<article><h1>Flood</h1><div class=text>{PARAGRAPHS}</div><div class=end><p>{plea}</p></div></article>")

    assert list(PROSE) == texts(article)
    assert ["donation"] == [appeal.kind for appeal in article.appeals]


def test_a_report_that_is_made_of_articles_keeps_them() -> None:
    entries = "".join(f"<article><h3>{number} o'clock</h3><p>{text}</p></article>" for number, text in enumerate(PROSE, 1))

    assert set(PROSE) < set(texts(whole(f"<main><h1>Flood</h1><div class=live>{entries}</div></main>")))


def test_who_wrote_it_is_told_about_at_the_end_and_not_in_the_text() -> None:
    article = whole(
        f"<main><h1>Flood</h1><p class=byline>By Ann Bell</p>{PARAGRAPHS}<p>Ann Bell reports on rivers and their people, and lives in Talheim.</p></main>",
        "<meta name=author content='Ann Bell'>",
    )

    assert list(PROSE) == texts(article)


def test_what_the_author_asks_in_an_interview_is_text() -> None:
    question = "Ann Bell: And what do you think of the plans for a new bridge?"
    article = whole(f"<main><h1>Flood</h1>{PARAGRAPHS}<p>{question}</p><p>{PROSE[0][::-1]}.</p></main>", "<meta name=author content='Ann Bell'>")

    assert question in texts(article)


@pytest.mark.parametrize("text", [
    "Read on for three things that will help you when the water stands in your cellar next time.",
    "[Valley Messenger]",
])  # fmt: skip
def test_what_only_looks_like_a_link_to_another_article_is_text(text: str) -> None:
    line = f"<p>[<a href='https://messenger.example/'>{text[1:-1]}</a>]</p>" if text.startswith("[") else f"<p>{text}</p>"
    article = whole(f"<main><h1>Flood</h1><p>{PROSE[0]}</p><blockquote>{PROSE[1]}</blockquote>{line}<p>{PROSE[2]}</p></main>")

    assert text in texts(article)


@pytest.mark.parametrize("sentence", [
    "The Smiths donated the sandbags.", "Die Zustimmung zu der neuen Brücke sinkt.", "Le journal a perdu mille abonnés.", "Bypassing the bridge takes an hour.",
])  # fmt: skip
def test_a_word_of_a_plea_or_a_byline_makes_a_sentence_none(sentence: str) -> None:
    assert [sentence, *PROSE] == texts(whole(f"<main><h1>Flood</h1><p>{sentence}</p>{PARAGRAPHS}</main>"))


def test_a_heading_that_a_table_of_contents_leads_to_stays() -> None:
    assert "What now?" in texts(whole(f"<main><h1>Flood</h1><p>{PROSE[0]}</p><h2 class=toc_1>What now?</h2><p>{PROSE[1]}</p><p>{PROSE[2]}</p></main>"))


def test_a_heading_above_a_smaller_one_stays() -> None:
    article = whole(f"<main><h1>Flood</h1><p>{PROSE[0]}</p><h2>What now?</h2><h3>Today</h3><p>{PROSE[1]}</p><h3>Tomorrow</h3><h3>On Friday</h3><p>{PROSE[2]}</p></main>")

    assert [PROSE[0], "What now?", "Today", PROSE[1], "On Friday", PROSE[2]] == texts(article)


def test_preformatted_text_is_not_taken_for_a_link_to_another_article() -> None:
    article = whole(f"<main><h1>Flood</h1>{PARAGRAPHS}<pre>&gt;&gt;&gt; level = 2</pre><p>{PROSE[0][::-1]}.</p></main>")

    assert Preformatted(text=">>> level = 2") in article.body


def test_how_a_word_is_read_aloud_is_not_text() -> None:
    """Ruby (HTML, 4.5.10), unless the page sets it in brackets."""
    article = whole(f"<main><h1>Flood</h1>{PARAGRAPHS}<p><ruby>川<rt>かわ</rt></ruby>の<ruby>水<rp>(</rp><rt>みず</rt><rp>)</rp></ruby>が引いた。</p></main>")

    assert "川の水(みず)が引いた。" == texts(article)[-1]


def test_text_that_the_structured_data_hold_twice_is_read_once() -> None:
    text = "\\n".join([*PROSE, *(f"In the village of Hill {number}, the fire brigade pumped out cellars until the morning." for number in range(8))])
    article = whole("<h1>Flood</h1>", f'<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Flood", "articleBody": "{text}\\n{text}"}}</script>')

    assert 11 == len(texts(article))


@pytest.mark.parametrize("pattern", [phrases.PLEA, phrases.CONSENT])
@given(data=st.data())
def test_every_plea_and_every_consent_holds_a_word_that_tells_of_them(pattern: re.Pattern[str], data: st.DataObject) -> None:
    """The quick look at long blocks hides nothing from the search for phrases."""
    block = data.draw(st.from_regex(pattern))

    assert any(word in block for word in phrases.TELLTALE)


LONG = "The warden of Tern Ferry walked home along the quay, as every evening, and counted the boats that lay there."


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        (LONG, LONG.upper(), True),
        (LONG, LONG.replace(",", " -"), True),
        (LONG, LONG.replace("boats", "nets"), False),
        (LONG, f"“{LONG}", True),
        ("Straße " * 15, "STRASSE " * 15, True),
        ("x" * 90, "x" * 91, False),
    ],
)
def test_a_text_repeats_another_whatever_its_signs_and_its_capitals(first: str, second: str, same: bool) -> None:  # a table
    repeats = Repeats()

    assert [False, same, True] == [repeats.holds(text, opening(text)) for text in (first, second, first)]
    assert folded(second).startswith(opening(second))
