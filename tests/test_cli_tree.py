"""The tree that `inspect` and `demo` print."""

import io

import pytest
from hypothesis import given
from rich.console import Console

import newsmodel as nm
from newsmodel.cli import tree
from newsmodel.fidelity import samples
from newsmodel.strategies import articles


WIDTH = 120


def printed(read: nm.Read) -> str:
    shown = io.StringIO()
    Console(file=shown, width=WIDTH, markup=False, highlight=False).print(tree.of(read, "story"))
    return shown.getvalue()


def line_of(article: nm.Article, words: str) -> str:
    """The one line of the tree that holds these words, without the guides."""
    (line,) = (line for line in printed(nm.Read(article=article)).splitlines() if words in line)
    return line.strip(" │├└─")


class TestArticle:
    def test_every_fact_has_a_line(self) -> None:
        shown = printed(nm.Read(article=samples()[0].article))

        for words in (
            "kicker: Transport", "standfirst: The council keeps", "summary: Port Lorne keeps", "byline: By Ida Moreno",
            "dateline: PORT LORNE, March 3", "credit: Harbour Post", "language: en", "created: 2026-03-03T18:30:00+01:00",
            "published: ", "updated: 2026-03-04T09:15:00", "embargoed until: 2026-03-03", "expires: ",
            "id: urn:example", "version: 2", "identifiers: NB-417", "url: https://", "slug: night-bus", "status: usable",
            "urgency: 4", "access: metered", "keywords: bus, Saltmarsh", "publisher: The Harbour Post", "Ida Moreno", "jdesk",
            "located: Port Lorne", "signals: sig:update", "genres: Report", "sections: Local", "subjects: Public transport",
            "sources: Coast Wire", "social: Night bus stays", "no picture, The last bus of the night.", "body: 3 blocks, 51 words",
            "the motion to keep the night bus", "passed", "Support the Harbour Post", "correction: An earlier version",
            "seeAlso: https://harbour-post.example/timetable",
        ):  # fmt: skip
            assert words in shown

    def test_an_article_without_a_headline_says_so(self) -> None:
        assert "(no headline)" in printed(nm.Read(article=nm.Article(headline="")))

    def test_losses_stand_at_the_end(self) -> None:
        loss = nm.Loss(path="/html/body/blink", reason="no place for <blink>: '\x1b'")

        repair = nm.Loss(path="/html/body/time", reason="an unusually spelt time", repaired=True)

        shown = printed(nm.Read(article=nm.Article(headline="Rain"), losses=(repair, loss)))

        assert "losses (2)" in shown
        assert "/html/body/time: an unusually spelt time (repaired)" in shown
        assert shown.rstrip().endswith("/html/body/blink: no place for <blink>: '\\x1b'")

    def test_a_long_block_is_cut_where_the_line_ends(self) -> None:
        line = line_of(nm.Article(headline="Rain", body=[nm.Paragraph(content="long " * 40 + "end")]), "long")

        assert line.endswith("…")
        assert len(line) < WIDTH


class TestBlocks:
    @pytest.mark.parametrize(
        ("block", "expected"),
        [
            (nm.Paragraph(content="here"), "here"),
            (nm.Heading(content="here", level=3), "h3 here"),
            (nm.Quote(blocks=[nm.Paragraph(content="x")], role="pull", attribution="here"), "quote, pull, here"),
            (nm.Aside(blocks=[nm.Paragraph(content="x")], role="here"), "aside, here"),
            (nm.Embed(provider="here", url="https://e.example"), "embed, here, https://e.example"),
            (nm.List(items=[[nm.Paragraph(content="here")]]), "here"),
            (nm.Table(rows=[[nm.Cell()]], caption="here"), "table here"),
            (nm.Table(rows=[[nm.Cell(blocks=[nm.Paragraph(content="here")]), nm.Cell()]]), "here |"),
            (nm.Figure(media=nm.Media(kind="video", alt="here")), "figure video, here"),
            (nm.Figure(media=nm.Media(kind="video", title="here")), "figure video, here"),
            (nm.Preformatted(text="here\n  there"), "preformatted here there"),
            (nm.Opaque(format="nitf", markup="<here/>"), "kept markup (nitf) <here/>"),
        ],
    )
    def test_a_block_has_a_line(self, block: nm.Block, expected: str) -> None:
        assert expected == line_of(nm.Article(headline="Rain", body=[block]), "here")

    def test_lists_say_whether_they_are_ordered(self) -> None:
        items = [[nm.Paragraph(content="x")]]

        assert "ordered list" == line_of(nm.Article(headline="Rain", body=[nm.List(items=items, ordered=True)]), "list")
        assert "list" == line_of(nm.Article(headline="Rain", body=[nm.List(items=items)]), "list")

    def test_a_separator_is_seen(self) -> None:
        assert "* * *" == line_of(nm.Article(headline="Rain", body=[nm.Separator()]), "*")


class TestVotes:
    def test_a_vote_with_everything(self) -> None:
        vote = nm.Vote(
            motion="Keep the bus",
            voting_body="Council",
            counts=[
                nm.Count(option="yes", value=11),
                nm.Count(option="yes", value=55, unit="percent"),
                nm.Count(option="no", value=6),
                nm.Count(option="abstain", value=2),
                nm.Count(option="absent", value=1),
            ],
            margin=5,
            requirement="two thirds",
            evidence=nm.Evidence(quote="11 votes to 6", block=3),
        )

        line = line_of(nm.Article(headline="Rain", votes=[vote]), "Keep")

        assert ["Keep the bus", "Council", "11, 55 %", "6", "2", "absent 1", "by 5, needed two thirds", "block 3"] == [
            cell.strip() for cell in line.split("  ") if cell.strip()
        ]

    def test_columns_that_no_vote_needs_are_left_out(self) -> None:
        article = nm.Article(headline="Rain", votes=[nm.Vote(motion="Stay", result="failed")])

        assert ["Motion", "Yes", "No", "Result"] == line_of(article, "Motion").split()

    def test_evidence_in_a_text_without_blocks(self) -> None:
        vote = nm.Vote(motion="Stay", result="tied", evidence=nm.Evidence(quote="a tie"))

        assert ["Stay", "tied", "text"] == line_of(nm.Article(headline="Rain", votes=[vote]), "Stay").split()


class TestParts:
    def test_bylines(self) -> None:
        byline = nm.Byline(name="Ann Bell", role="editor", affiliation="The Post")

        assert "Ann Bell, The Post (editor)" == line_of(nm.Article(headline="Rain", bylines=[byline]), "Ann")

    def test_captions(self) -> None:
        caption = nm.Caption(content="A bus.", creator="Noor Vale")
        article = nm.Article(headline="Rain", lead=nm.Figure(caption=caption))

        assert "A bus. · Noor Vale" == line_of(article, "·")
        assert "no picture, A bus." == line_of(article, "no picture")

    def test_a_caption_may_be_a_credit_alone(self) -> None:
        article = nm.Article(headline="Rain", body=[nm.Figure(caption=nm.Caption(credit="Ann/AP"))])

        assert "figure no picture, Ann/AP" == line_of(article, "figure")
        assert "── Ann/AP" in printed(nm.Read(article=article))

    def test_appeals(self) -> None:
        appeal = nm.DonationAppeal(
            amounts=[nm.SuggestedAmount(value=5, currency="GBP", period="P1M"), nm.SuggestedAmount(value=50, currency="$")],
            beneficiary="The Post",
            call_to_action="Give now",
        )
        article = nm.Article(headline="Rain", appeals=[appeal])

        assert "amounts: GBP 5 (P1M), $ 50" == line_of(article, "amounts")
        assert "beneficiary: The Post" == line_of(article, "beneficiary")
        assert "call to action: Give now" == line_of(article, "Give")

    def test_rights(self) -> None:
        article = nm.Article(
            headline="Rain", rights=nm.Rights(holder=nm.Concept(name="The Post"), terms=[nm.Label(content="Ask us")])
        )

        assert "rights holder: The Post" == line_of(article, "holder")
        assert "rights: Ask us" == line_of(article, "Ask")

    def test_a_concept_is_called_by_what_it_has(self) -> None:
        concepts = [nm.Concept(name="Bus"), nm.Concept(code="medtop:1"), nm.Concept(uri="https://c.example")]

        assert "subjects: Bus, medtop:1, https://c.example" == line_of(nm.Article(headline="Rain", subjects=concepts), "Bus")


@given(articles())
def test_every_article_can_be_shown(article: nm.Article) -> None:
    assert printed(nm.Read(article=article)).startswith("story\n")
