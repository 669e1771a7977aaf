"""Every text that a reader sees on a page of ours, changed by hand: what is read back is what the page now says."""

import json
import re
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest

import newsmodel as nm
from newsmodel import walk
from newsmodel.formats.html import Html
from newsmodel.structure import plain
from tests.test_formats_html import ONE, rich_article

PAGE = Html().write(rich_article()).data.decode()
START = PAGE.index("<article ")
LABELS = re.compile(r'<(\w+) class="nm-label"[^>]*>[^<]*</\1>|<th scope="row">[^<]*</th>')
"""Words of ours: they are no part of the article, but for the options of a vote, which `FACTS` changes."""

GUARDED = "details of a text that has changed"
FACTS: list[tuple[str, str, str, Any, tuple[str, ...]]] = [
    # old text, new text, the place in the article, its new value, reasons of the losses
    (">Yes<", ">Absent<", "/votes/0/counts/0/option", "absent", ()),
    (">22<", ">23<", "/votes/0/counts/0/value", 23, ()),
    (">10<", ">12 %<", "/votes/0/counts/1", nm.model.Count(option="no", value=12, unit="percent"), ()),
    (">3.5 %<", ">4.25%<", "/votes/0/counts/2/value", Decimal("4.25"), ()),
    (">Passed<", ">failed<", "/votes/0/result", "failed", ()),
    (">Failed<", ">Tied<", "/votes/1/result", "tied", ()),
    (">7<", ">8<", "/votes/1/margin", 8, ()),
    (">1<", ">2<", "/votes/2/counts/0/value", 2, ()),
    (
        ">2026-03-03 20:00<", ">2026-03-03 20:30<", "/votes/0/held", datetime(2026, 3, 3, 20, 30),
        ("the attribute says otherwise than the text '2026-03-03 20:30'; the text counts",),
    ),
    (
        ">2026-03-04 12:00 +01:00<", ">2026-03-05<", "/published", date(2026, 3, 5),
        ("the attribute says otherwise than the text '2026-03-05'; the text counts",),
    ),
    (
        ">2026-03-04 13:15 +01:00<", ">2026-03-04 14:00:09 +01:00<", "/updated", datetime(2026, 3, 4, 14, 0, 9, tzinfo=ONE),
        ("the attribute says otherwise than the text '2026-03-04 14:00:09 +01:00'; the text counts",),
    ),
    (">5 GBP a month<", ">6.50 USD a year<", "/appeals/0/amounts/0", nm.model.SuggestedAmount(value=Decimal("6.5"), currency="USD", period="P1Y"), ()),
    (">7.5 EUR every 13 weeks<", ">8 EUR once<", "/appeals/0/amounts/1", nm.model.SuggestedAmount(value=Decimal("8"), currency="EUR", period="one-off"), ()),
    (">50 $<", ">50 $ every 2 months<", "/appeals/0/amounts/2/period", "P2M", ()),
    (">2025<", ">2026<", "/rights/year", 2026, ()),
    (">https://gazette.example/map<", ">The map<", "/links/2/title", "The map", ()),
    (">https://gazette.example/join<", ">Join us<", "/appeals/1/call_to_action", "Join us", ()),
    (">Ann Bell<", ">Anna Bell<", "/bylines/0", nm.model.Byline(name="Anna Bell"), (GUARDED,)),
    (">Roads<", ">Rivers<", "/subjects/1", nm.model.Concept(name="Rivers"), (GUARDED,)),
    (">The Millbrook Gazette<", ">The Gazette<", "/publisher", nm.model.Concept(name="The Gazette"), (GUARDED,)),
    (">Gazette Ltd<", ">Gazette plc<", "/rights/holder", nm.model.Concept(name="Gazette plc"), (GUARDED,)),
    (
        ">Photo: Cy Day/PIX<", ">Photo: Ed Rae<", "/lead/caption",
        nm.model.Caption(content=["Mill Street on Sunday"], credit="Photo: Ed Rae"),
        ("creator and agencies of a credit that has changed",),
    ),
]  # fmt: skip
NO_TEXT = {"unanimous"}
"""What says that something is so, whatever its words."""


def visible_texts() -> list[tuple[int, str]]:
    """The places and texts between the tags of the article, but for our own words and what only separates."""
    own = [match.span() for match in LABELS.finditer(PAGE)]
    found = re.compile(r">([^<]*[^<\s,;:.©][^<]*)<").finditer(PAGE, START)
    return [(match.start(1), match[1]) for match in found if not any(start <= match.start(1) < end for start, end in own)]


FREE = [(place, text) for place, text in visible_texts() if f">{text}<" not in {old for old, *_ in FACTS} and text not in NO_TEXT]


def at(article: nm.Article, path: str) -> Any:
    return dict(walk.visit(article))[path]


def strings(value: object) -> list[str]:
    return [part for _, part in walk.visit(value) if isinstance(part, str)]


def test_the_facts_and_the_free_texts_are_all_that_is_visible() -> None:
    kinds = {f">{text}<" for _, text in visible_texts()} - {f">{text}<" for _, text in FREE} - {">unanimous<"}

    assert kinds == {old for old, *_ in FACTS} - {">Yes<"}
    assert len(FREE) > 40


@pytest.mark.parametrize(("place", "text"), FREE, ids=[f"{place}-{text[:20]}" for place, text in FREE])
def test_a_text_that_was_changed_is_read_as_it_now_stands(place: int, text: str) -> None:
    word = re.search(r"\w+", text)
    assert word is not None
    edited = text[: word.end()] + "Qx" + text[word.end() :]
    page = PAGE[:place] + edited + PAGE[place + len(text) :]

    read = Html().read(page.encode())

    before, after = strings(rich_article()), strings(read.article)
    assert sum("Qx" in one for one in after) in (1, 2)  # a name stands in the line that names it too
    assert sum("Qx" in one for one in before) == 0
    told = {loss.reason for loss in read.losses}
    assert told <= {GUARDED, "the title says otherwise than the article, which counts", "creator and agencies of a credit that has changed"}
    undone = json.dumps(plain(read.article)).replace("Qx", "")
    if GUARDED not in told:
        assert json.dumps(plain(rich_article())) == undone


@pytest.mark.parametrize(("old", "new", "path", "value", "reasons"), FACTS, ids=[old for old, *_ in FACTS])
def test_a_fact_that_was_changed_is_read_as_it_now_stands(old: str, new: str, path: str, value: object, reasons: tuple[str, ...]) -> None:
    place = PAGE.index(old, START)
    page = PAGE[:place] + new + PAGE[place + len(old) :]

    read = Html().read(page.encode())

    assert value == at(read.article, path)
    assert reasons == tuple(loss.reason for loss in read.losses)
    before = dict(walk.visit(rich_article()))
    changed = {one for one, part in walk.visit(read.article) if not one.startswith(path) and part != before.get(one)}
    above = {path[:n] for n, character in enumerate(path) if character == "/"}
    assert changed <= above | {"/byline_text"}


def test_a_byline_of_a_list_keeps_what_is_known_while_the_name_stays() -> None:
    byline = nm.model.Byline(
        name="Ann Bell", job_title="reporter", affiliation="The Gazette", location="Millbrook", email="ann@gazette.example",
        url="https://gazette.example/ann",
    )  # fmt: skip
    page = Html().write(nm.Article(headline="Rain", bylines=[byline])).data.decode()

    edited = page.replace(">reporter<", ">editor<").replace(">Millbrook<", ">Leeds<").replace(">The Gazette<", ">The Post<")
    renamed = page.replace(">Ann Bell<", ">Ann Beal<")

    known = nm.evolve(byline, job_title="editor", location="Leeds", affiliation="The Post")
    assert (known,) == Html().read(edited.encode()).article.bylines
    assert () == Html().read(edited.encode()).losses
    assert (nm.evolve(byline, name="Ann Beal", email=None),) == Html().read(renamed.encode()).article.bylines
    assert [GUARDED] == [loss.reason for loss in Html().read(renamed.encode()).losses]


def test_an_affiliation_alone_is_known_by_its_text() -> None:
    byline = nm.model.Byline(affiliation="The Gazette", id="g1")
    page = Html().write(nm.Article(headline="Rain", bylines=[byline, nm.model.Byline(affiliation="AP")])).data.decode()

    assert (byline, nm.model.Byline(affiliation="AP")) == Html().read(page.encode()).article.bylines
    edited = Html().read(page.replace(">The Gazette<", ">The Post<").encode())
    assert nm.model.Byline(affiliation="The Post") == edited.article.bylines[0]
    assert [GUARDED] == [loss.reason for loss in edited.losses]
    emptied = Html().read(page.replace(">The Gazette<", "><").encode())
    assert (nm.model.Byline(affiliation="AP"),) == emptied.article.bylines


@pytest.mark.parametrize(
    ("part", "path"),
    [
        (r'<p class="nm-kicker">.*?</p>', "kicker"),
        (r'<p class="nm-standfirst">.*?</p>', "standfirst"),
        (r'<p class="nm-dateline">.*?</p>', "dateline"),
        (r'<section class="nm-notes">.*?</section>', "notes"),
        (r'<section class="nm-votes">.*?</section>', "votes"),
        (r'<div class="nm-rights">.*?</div>', "rights"),
        (r'<figure class="nm-lead".*?</figure>', "lead"),
    ],
)
def test_a_part_that_was_taken_out_is_gone_and_nothing_else(part: str, path: str) -> None:
    page, count = re.subn(part, "", PAGE, count=1, flags=re.DOTALL)

    read = Html().read(page.encode())

    assert 1 == count
    gone: Any = {path: () if path in ("notes", "votes") else None}
    assert nm.evolve(rich_article(), **gone) == read.article
    assert () == read.losses


def test_new_paragraphs_votes_and_keywords_can_be_written_by_hand() -> None:
    page = PAGE.replace('<div class="nm-body">', '<div class="nm-body"><p>A <b>new</b> start.</p>')
    page = page.replace('<li class="nm-keyword">', '<li class="nm-keyword">buses</li><li class="nm-keyword">', 1)
    page = page.replace('<tr><th scope="row">No<', '<tr><th>Blank</th><td>4</td></tr><tr><th scope="row">No<', 1)

    article = Html().read(page.encode()).article

    assert ("A ", nm.model.Span(text="new", marks=("strong",)), " start.") == article.paragraphs[0].content
    assert ("buses", "cars", "pavements") == article.keywords
    assert ("yes", "blank", "no", "abstain") == tuple(count.option for count in article.votes[0].counts)


class TestADatelineThatTheTextBeginsWith:
    article = nm.Article(headline="Rain", dateline="LORNE (Coast) -", body=[nm.Paragraph(content="LORNE (Coast) - It rained.")])

    def test_is_shown_once(self) -> None:
        page = Html().write(self.article).data

        assert 1 == page.partition(b"<body>")[2].count(b">LORNE (Coast) -")
        assert nm.Read(article=self.article) == Html().read(page)

    def test_is_gone_when_the_text_no_longer_does(self) -> None:
        page = Html().write(self.article).data.replace(b"<p>LORNE", b"<p>ALDER")

        back = Html().read(page)

        assert (None, "ALDER (Coast) - It rained.") == (back.article.dateline, back.article.text)
        assert ["the text no longer begins with the dateline 'LORNE (Coast) -'"] == [loss.reason for loss in back.losses]

    @pytest.mark.parametrize("body", [[], [nm.Heading(content="LORNE (Coast) - It rained.")], [nm.Paragraph(content="It rained in LORNE (Coast) -")]])
    def test_else_it_has_a_line_of_its_own(self, body: list[nm.Block]) -> None:
        page = Html().write(nm.evolve(self.article, body=body)).data

        assert b'<p class="nm-dateline">LORNE (Coast) -</p>' in page
