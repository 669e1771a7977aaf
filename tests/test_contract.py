"""Losses as a patch, and errors as values."""

import pickle
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given

import newsmodel as nm
from newsmodel.contract import Members, differences, same
from newsmodel.errors import Position, Problem
from newsmodel.strategies import articles

ARTICLE = nm.Article(
    headline="Rain",
    keywords=["rain", "sun"],
    bylines=[nm.Byline(name="Ann Bell", role="editor"), nm.Byline(name="Bo Li")],
    body=[nm.Paragraph(content=text) for text in ("one", "two", "three")],
)


def why(path: str, value: object) -> str:
    return f"no place for {type(value).__name__}"


@pytest.mark.parametrize(
    ("kept", "paths"),
    [
        ({}, []),
        ({"headline": "Sun"}, ["/headline"]),
        ({"keywords": ()}, ["/keywords"]),
        ({"bylines": (nm.Byline(name="Ann Bell"), nm.Byline(name="Bo Li"))}, ["/bylines/0/role"]),
        ({"bylines": ARTICLE.bylines[1:]}, ["/bylines/0"]),
        ({"bylines": ()}, ["/bylines"]),
        ({"body": (ARTICLE.body[0], ARTICLE.body[2])}, ["/body/1"]),
        ({"body": (*ARTICLE.body, ARTICLE.body[0])}, ["/body"]),
        ({"body": (nm.Separator(), *ARTICLE.body[1:])}, ["/body/0"]),
        ({"votes": (nm.Vote(unanimous=True),)}, ["/votes"]),
        ({"slug": "rain"}, ["/slug"]),
    ],
)
def test_differences_are_small_and_patch_back(kept: dict[str, Any], paths: list[str]) -> None:
    back = nm.evolve(ARTICLE, **kept)

    losses = differences(ARTICLE, back, why)

    assert paths == [loss.path for loss in losses]
    assert back == nm.patch(ARTICLE, losses)


@pytest.mark.parametrize("many", [3, 600, 1200])
def test_a_long_sequence_loses_no_more_than_a_short_one(many: int) -> None:
    plain = [nm.Paragraph(content=f"Paragraph {number}.") for number in range(many)]
    marked = [nm.Paragraph(content=(nm.Span(text=f"Marked {number}.", marks=["strong"]),)) for number in range(many)]
    unmarked = [nm.Paragraph(content=f"Marked {number}.") for number in range(many)]
    asked = nm.Article(headline="Rain", body=[block for pair in zip(plain, marked, strict=True) for block in pair])
    back = nm.Article(headline="Rain", body=[block for pair in zip(plain, unmarked, strict=True) for block in pair if block != plain[-1]])

    losses = differences(asked, back, why)

    assert [f"/body/{2 * number + 1}/content" for number in range(many - 1)] == [loss.path for loss in losses[: many - 1]]
    assert nm.patch(asked, losses) == back
    assert many + 1 >= len(losses)


@pytest.mark.parametrize("many", [3, 1200])
def test_a_long_sequence_of_repeated_members_is_compared_place_by_place(many: int) -> None:
    line = (nm.Paragraph(content="One."), nm.Paragraph(content=(nm.Span(text="Two.", marks=["strong"]),)))
    asked = nm.Article(headline="Rain", body=line * many)
    back = nm.Article(headline="Rain", body=(line[0], nm.Paragraph(content="Two.")) * many)

    losses = differences(asked, back, why)

    assert [f"/body/{2 * number + 1}/content" for number in range(many)] == [loss.path for loss in losses]
    assert nm.patch(asked, losses) == back


def test_members_are_compared_with_what_is_kept_in_their_own_places() -> None:
    one, two = nm.Paragraph(content="One."), nm.Heading(content="One.")
    asked = nm.Article(headline="Rain", slug="rain", body=[nm.Separator(), two, one])

    losses = differences(asked, {"body": Members([None, one, one]), "slug": None}, why)

    assert [("/slug", None), ("/body/0", None), ("/body/1", one)] == [(loss.path, loss.kept) for loss in losses]
    assert nm.evolve(asked, slug=None, body=[one, one]) == nm.patch(asked, losses)
    assert ["/body"] == [loss.path for loss in differences(asked, {"body": Members([None, None, None])}, why)]


@given(articles(), articles())
def test_differences_of_any_two_articles_patch_one_to_the_other(one: nm.Article, other: nm.Article) -> None:
    assert same(other, nm.patch(one, differences(one, other, why)))


def test_a_changed_offset_is_a_difference() -> None:
    noon = datetime(2026, 1, 1, 12, tzinfo=timezone.utc)
    one, other = (nm.Article(headline="x", published=time) for time in (noon, noon.astimezone(timezone(timedelta(hours=1)))))

    assert one == other
    assert not same(one, other)
    assert ["/published"] == [loss.path for loss in differences(one, other, why)]


def test_a_patch_of_the_whole() -> None:
    other = nm.Article(headline="Sun")

    assert other == nm.patch(ARTICLE, [nm.Loss(path="", reason="all", kept=other)])


def test_a_loss_and_a_problem_say_where() -> None:
    position = Position(path="/a", line=3, column=14)

    assert "/slug: no place" == str(nm.Loss(path="/slug", reason="no place"))
    assert "3:14 /a: no place" == str(nm.Loss(path="/a", reason="no place", where=position))
    assert "repaired" == str(nm.Loss(path="", reason="repaired"))
    assert not nm.Loss(path="", reason="no place").repaired
    assert "3:14 /a: broken" == str(Problem(position=position, message="broken"))
    assert "broken" == str(Problem(position=Position(), message="broken"))


@pytest.mark.parametrize(
    "error",
    [
        nm.InvalidValue("Vote.margin", "a number", "'x'"),
        nm.ReadError.at("broken", path="/a", line=1, column=2),
        nm.LossyConversion([nm.Loss(path="/slug", reason="no place")]),
        nm.UnknownFormat("no format"),
    ],
)
def test_errors_pickle_with_their_fields(error: nm.NewsmodelError) -> None:
    again = pickle.loads(pickle.dumps(error))

    assert type(error) is type(again)
    assert str(error) == str(again)
    assert vars(error) == vars(again)
