"""Going through an article."""

import pytest
from hypothesis import given

import newsmodel as nm
from newsmodel import walk
from newsmodel.strategies import articles

ARTICLE = nm.Article(
    headline="Rain",
    keywords=["rain"],
    body=[nm.List(items=[[nm.Paragraph(content=nm.rich("a", nm.Span(text="b", marks=["strong"])))]])],
)


def test_visit_gives_each_part_its_pointer() -> None:
    found = dict(walk.visit(ARTICLE))

    assert ARTICLE == found[""]
    assert "rain" == found["/keywords/0"]
    assert "b" == found["/body/0/items/0/0/content/1/text"]
    assert "/slug" not in found


@given(articles())
def test_visit_leads_to_what_it_gives(article: nm.Article) -> None:
    for path, part in walk.visit(article):
        place: object = article
        for step in path.split("/")[1:]:
            place = place[int(step)] if isinstance(place, tuple) else getattr(place, step)
        assert part is place


@given(articles())
def test_transform_by_identity_is_the_same_article(article: nm.Article) -> None:
    assert article is walk.transform(article, lambda part: part)


def test_transform_changes_the_innermost_first() -> None:
    def shout(part: object) -> object:
        return nm.evolve(part, text=part.text.upper()) if isinstance(part, nm.Span) else part

    changed = walk.transform(ARTICLE, shout)

    assert "aB" == changed.text
    assert "ab" == ARTICLE.text


def test_transform_takes_out() -> None:
    changed = walk.transform(nm.Article(headline="x", body=[nm.Separator()]), lambda part: None if part == nm.Separator() else part)

    assert () == changed.body


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        ("a", "a"),
        (ARTICLE, "ab"),
        (nm.Span(text="b", marks=["strong"]), "b"),
        (nm.Caption(content="a", credit="b"), "a\nb"),
        (ARTICLE.body, "ab"),
        (ARTICLE.body[0], "ab"),
        (("a", nm.Span(text="b", marks=["strong"])), "ab"),
        ((), ""),
    ],
)
def test_plain_text_of_anything(value: object, text: str) -> None:
    assert text == walk.plain_text(value)  # type: ignore[arg-type]  # every kind in turn
