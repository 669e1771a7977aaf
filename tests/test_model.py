"""The classes of the model: what they hold, and what they refuse."""

from decimal import Decimal
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsmodel as nm
from newsmodel import model, strategies
from newsmodel.model.values import MAX_NESTING

PARAGRAPH = nm.Paragraph(content="It rained.")
untyped: Any = nm
"""The same module, for values that no type checker would let through."""
CLASSES = [getattr(model, name) for name in model.__all__ if attrs.has(getattr(model, name))]


@pytest.mark.parametrize("cls", CLASSES)
def test_every_class_is_frozen_slotted_and_by_keyword(cls: type[Any]) -> None:
    assert not hasattr(cls, "__dict__") or "__slots__" in vars(cls)
    assert all(field.kw_only for field in attrs.fields(cls))
    assert cls.__doc__
    assert cls.__base__ is object


@pytest.mark.parametrize("cls", CLASSES)
def test_every_class_has_a_strategy(cls: type[Any]) -> None:
    @given(st.from_type(cls))
    def instances_are_values(value: Any) -> None:
        assert value == attrs.evolve(value)
        assert hash(value) == hash(attrs.evolve(value))
        for field in attrs.fields(cls):
            with pytest.raises(attrs.exceptions.FrozenInstanceError):
                setattr(value, field.name, None)

    instances_are_values()


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: untyped.Article(), "headline"),
        (lambda: untyped.Article(headline="x", keywords="rain"), "Article.keywords: expected a sequence, found 'rain'"),
        (lambda: untyped.Article(headline="x", keywords=5), "Article.keywords: expected a sequence, found 5"),
        (lambda: untyped.Article(headline="x", body=["text"]), "Article.body: expected a Paragraph or Heading"),
        (lambda: untyped.Article(headline="x", version=0), "Article.version: expected a whole number of at least 1, found 0"),
        (lambda: untyped.Article(headline="x", version=True), "Article.version"),
        (lambda: untyped.Article(headline="x", urgency=10), "Article.urgency: expected a whole number from 1 to 9, found 10"),
        (lambda: untyped.Article(headline="x", status="live"), "one of 'usable', 'withheld', 'canceled'"),
        (lambda: untyped.Article(headline="x", standfirst=()), "Article.standfirst: expected rich text, not empty"),
        (lambda: untyped.Byline(), "at least one of name, affiliation"),
        (lambda: untyped.Byline(name=None), "Byline.name"),
        (lambda: untyped.Byline(name="A", kind="robot"), "one of 'person', 'organization'"),
        (lambda: untyped.Concept(type="Place"), "at least one of name, code, uri"),
        (lambda: untyped.Concept(name="a", relevance=101), "Concept.relevance"),
        (lambda: untyped.Concept(name="a", broader=["b"]), "Concept.broader: expected a Concept"),
        (lambda: untyped.Rights(), "at least one of holder, year, notices, terms, url"),
        (lambda: untyped.Caption(), "at least one of content, credit, creator, agencies"),
        (lambda: untyped.Figure(), "at least one of media, caption"),
        (lambda: untyped.Embed(), "at least one of url, provider, title, blocks"),
        (lambda: untyped.Embed(url="a", blocks=["b"]), "Embed.blocks"),
        (lambda: untyped.Vote(), "at least one of counts, unanimous, margin, result"),
        (lambda: untyped.Vote(counts=[nm.Count(option="yes", value=1)] * 2), "one count for each option and unit"),
        (lambda: untyped.Vote(result="won"), "one of 'passed', 'failed', 'tied'"),
        (lambda: untyped.Count(option="maybe", value=1), "one of 'yes', 'no'"),
        (lambda: untyped.Count(option="yes", value=-1), "Count.value"),
        (lambda: untyped.Count(option="yes", value=Decimal("1.5")), "Count.unit: expected percent"),
        (lambda: untyped.Count(option="yes", value=101, unit="percent"), "Count.unit: expected votes"),
        (lambda: untyped.Count(option="yes", value="22"), "Count.value"),
        (lambda: untyped.DonationAppeal(), "at least one of heading"),
        (lambda: untyped.Quote(blocks=[]), "Quote.blocks: expected a sequence of at least 1"),
        (lambda: untyped.List(items=[]), "List.items: expected a sequence of at least 1"),
        (lambda: untyped.List(items=5), "List.items"),
        (lambda: untyped.Table(rows=[[]]), "Table.rows: expected a sequence of at least 1"),
        (lambda: untyped.Cell(colspan=0), "Cell.colspan"),
        (lambda: untyped.Heading(content="a", level=7), "Heading.level: expected a whole number from 1 to 6, found 7"),
        (lambda: untyped.Preformatted(text="\na"), "Preformatted.text"),
        (lambda: untyped.Span(text="a"), "at least one of marks, href, language"),
        (lambda: untyped.Span(text="", marks=["strong"]), "Span.text"),
        (lambda: untyped.Span(text="a", marks=["strong", "emphasis"]), "marks in alphabetical order, each once"),
        (lambda: untyped.Span(text="a", marks=["bold"]), "Span.marks: expected one of 'cite'"),
        (lambda: untyped.Paragraph(content=("a", "b")), "neighbouring runs that differ"),
        (lambda: untyped.Paragraph(content=(" a",)), "no white space at the edges"),
        (lambda: untyped.Paragraph(content=("a", 5)), "runs that are str or Span, found 5"),
        (lambda: untyped.Paragraph(content=("a", "")), "text, not empty"),
        (lambda: untyped.Coordinates(latitude=Decimal(91), longitude=Decimal(0)), "Coordinates.latitude"),
    ],
)
def test_what_a_class_refuses(make: Any, message: str) -> None:
    with pytest.raises((nm.InvalidValue, TypeError)) as caught:
        make()

    assert message in str(caught.value)


def nested(depth: int) -> nm.Block:
    block: nm.Block = PARAGRAPH
    for _ in range(depth - 1):
        block = nm.Quote(blocks=[block])
    return block


def test_blocks_stand_in_blocks_so_deep_and_no_deeper() -> None:
    assert nm.Article(headline="x", body=[nested(MAX_NESTING)]).text == "It rained."
    with pytest.raises(nm.InvalidValue, match="nested at most 40 deep, found 41"):
        nm.Article(headline="x", body=[nested(MAX_NESTING + 1)])


def test_concepts_stand_in_concepts_so_deep_and_no_deeper() -> None:
    concept = nm.Concept(name="a")
    for _ in range(MAX_NESTING):
        concept = nm.Concept(name="a", broader=[concept])

    with pytest.raises(nm.InvalidValue, match="nested at most 40 deep"):
        nm.Concept(name="a", broader=[concept])


@pytest.mark.parametrize(
    ("runs", "normal"),
    [
        (["a", "b"], ("ab",)),
        ([" a ", "", " b "], ("a  b",)),
        (["a", nm.Span(text=" ", marks=["strong"])], ("a",)),
        ([nm.Span(text="a", href="#x"), nm.Span(text="b", href="#x")], (nm.Span(text="ab", href="#x"),)),
    ],
)
def test_rich_builds_the_normal_form(runs: list[str | nm.Span], normal: nm.RichText) -> None:
    assert normal == nm.rich(*runs)


def test_rich_refuses_what_leaves_nothing() -> None:
    with pytest.raises(nm.InvalidValue, match="rich: expected text, not empty"):
        nm.rich(" ", "\n")
    with pytest.raises(nm.InvalidValue, match="without control characters"):
        nm.rich("a\x00")


@given(strategies.rich_texts())
def test_rich_text_is_in_normal_form(content: nm.RichText) -> None:
    assert content == nm.rich(*content)


COUNTS = {"yes": 22, "no": 10, "abstain": 2, "absent": 1}


def test_the_counts_of_a_vote() -> None:
    vote = nm.Vote(counts=[nm.Count(option=option, value=value) for option, value in COUNTS.items()])  # type: ignore[arg-type]  # the options of a Count

    assert (22, 10, 2, 1) == (vote.yes, vote.no, vote.abstain, vote.absent)
    assert nm.Vote(unanimous=True).yes is None


def test_votes_go_before_percentages() -> None:
    counts = [nm.Count(option="yes", value=Decimal("68.8"), unit="percent"), nm.Count(option="yes", value=22)]

    assert 22 == nm.Vote(counts=counts).yes
    assert Decimal("68.8") == nm.Vote(counts=counts[:1]).yes


@pytest.mark.parametrize(
    ("vote", "outcome"),
    [
        ({"counts": [("yes", 22), ("no", 10)]}, "passed"),
        ({"counts": [("yes", 10), ("no", 22)]}, "failed"),
        ({"counts": [("yes", 10), ("no", 10)]}, "tied"),
        ({"counts": [("yes", 10)]}, None),
        ({"counts": [("yes", 58), ("no", 40)], "requirement": "three fifths"}, None),
        ({"counts": [("yes", 58), ("no", 40)], "requirement": "three fifths", "result": "failed"}, "failed"),
        ({"unanimous": True}, "passed"),
        ({"margin": 0}, None),
        ({"result": "tied"}, "tied"),
    ],
)
def test_the_outcome_is_stated_else_computed(vote: dict[str, Any], outcome: str | None) -> None:
    counts = [nm.Count(option=option, value=value) for option, value in vote.get("counts", [])]

    assert outcome == nm.Vote(**{**vote, "counts": counts}).outcome


def test_evidence_ends_where_its_quote_ends() -> None:
    assert 12 == nm.Evidence(quote="22-10", block=0, start=7).end
    assert nm.Evidence(quote="22-10").end is None


FIGURE = nm.Figure(caption=nm.Caption(content="A wall", credit="Photo: Ann Bell"))
RICH_BODY = (
    nm.Heading(content="Rain"),
    PARAGRAPH,
    nm.Separator(),
    nm.List(items=[[nm.Paragraph(content="one"), FIGURE], []]),
    nm.Table(caption="Days", rows=[[nm.Cell(blocks=[PARAGRAPH]), nm.Cell()], [nm.Cell(blocks=[nm.Paragraph(content="b")])]]),
    nm.Embed(url="https://video.example/1", title="A film"),
    nm.Aside(blocks=[nm.Preformatted(text="a\tb")]),
    nm.Quote(blocks=[PARAGRAPH], attribution="Bo Li"),
    nm.Opaque(format="nitf", markup="<x/>"),
    nm.Opaque(format="nitf", markup="<x>y</x>", text="y"),
)


def test_what_an_article_tells_of_its_body() -> None:
    lead = nm.Figure(caption=nm.Caption(credit="AP"))
    article = nm.Article(headline="Rain", lead=lead, body=RICH_BODY)

    assert (lead, FIGURE) == article.figures
    assert (lead.caption, FIGURE.caption) == article.captions
    assert (PARAGRAPH,) == article.paragraphs
    assert [
        "Rain", "It rained.", "one\nA wall\nPhoto: Ann Bell", "Days\nIt rained.\t\nb", "A film", "a\tb", "It rained.", "y",
    ] == article.text.split("\n\n")  # fmt: skip


def test_related_links_and_corrections_are_views() -> None:
    links = [nm.Link(href="https://a.example/1"), nm.Link(href="urn:x:0", rel="previousVersion")]
    notes = [nm.Label(content="Not 9 but 10.", role="correction"), nm.Label(content="Call me.", public=False)]
    article = nm.Article(headline="Rain", links=links, notes=notes)

    assert (links[0],) == article.related
    assert (notes[0],) == article.corrections
