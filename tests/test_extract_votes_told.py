"""Votes as they are told round the world: the tables of `votes_told`, each sentence read as a careful reader would."""

import re
from pathlib import Path

import pytest

from newsmodel import extract
from newsmodel.extract import explain, votes
from newsmodel.extract._votes._explaining import RULES
from newsmodel.model import Article, Paragraph
from tests.votes_told import ENGLISH, FRENCH, GERMAN, MISSED, NO_VOTES, NO_VOTES_ELSEWHERE, SEVERAL, SPANISH, Each, Told

TOLD = [
    (language, told) for language, table in (("en", ENGLISH), ("de", GERMAN), ("fr", FRENCH), ("es", SPANISH)) for told in table
]


def _read(text: str, language: str) -> list[Told]:
    return [
        (text, vote.motion, vote.voting_body, _number(vote.yes), _number(vote.no), vote.outcome) for vote in votes(text, language)
    ]


def _number(value: object) -> float | None:
    return None if value is None else float(str(value))


@pytest.mark.parametrize(("language", "told"), TOLD, ids=lambda one: one[0][:60] if isinstance(one, tuple) else one)
def test_a_vote_is_read_as_told(language: str, told: Told) -> None:
    found = _read(told[0], language)

    assert [told] == found


@pytest.mark.parametrize(
    ("language", "told", "cause"), MISSED, ids=lambda one: one[0][:60] if isinstance(one, tuple) else one[:12]
)
def test_what_is_still_misread(language: str, told: Told, cause: str) -> None:
    """A sentence that is read now goes into its table."""
    found = _read(told[0], language)

    assert [told] != found, cause


@pytest.mark.parametrize(("text", "expected"), SEVERAL)
def test_several_votes_of_a_passage(text: str, expected: list[Each]) -> None:
    found = [(vote.motion, _number(vote.yes), _number(vote.no)) for vote in votes(text)]

    assert expected == found


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("The council unanimously rejected the plan.", "failed"),
        ("The plan was unanimously approved by the council.", "passed"),
        ("The council voted unanimously against the plan.", "failed"),
        ("The board, unanimous, dismissed the claim of the members.", "passed"),
    ],
)
def test_unanimity_is_of_those_who_decide(text: str, outcome: str) -> None:
    found = [(vote.unanimous, vote.outcome) for vote in votes(text)]

    assert [(True, outcome)] == found


@pytest.mark.parametrize("text", NO_VOTES)
def test_what_tells_of_no_vote(text: str) -> None:
    assert votes(text) == ()


@pytest.mark.parametrize(("language", "text"), NO_VOTES_ELSEWHERE)
def test_what_tells_of_no_vote_in_other_languages(language: str, text: str) -> None:
    assert votes(text, language) == ()


def test_each_part_of_a_vote_says_where_it_comes_from() -> None:
    article = Article(
        headline="Ferry", body=[Paragraph(content="The council met. By nine votes to three, it rejected the levy.")]
    )

    [how] = explain(article)

    assert "By nine votes to three, it rejected the levy." == how.sentence
    assert ("pair", "decided behind") == (how.kind, how.rule)
    assert {
        "counts": "yes 3, no 9",
        "whose number": "larger no",
        "motion": "the levy",
        "voting body": "The council",
        "outcome": "failed",
    } == {part.name: part.value for part in how.parts}
    assert ["the body named before"] == [part.source for part in how.parts if part.name == "voting body"]
    assert [("nine", 9), ("three", 3)] == [(token.text, token.value) for token in how.tokens if token.value is not None]
    assert ["failed"] == [
        name for token in how.tokens if token.text == "rejected" for name in token.names if name in ("passed", "failed")
    ]


def test_every_rule_has_an_example() -> None:
    folder = Path(extract.__file__).parent / "_votes"
    named = {name for file in folder.glob("*.py") for name in re.findall(r'rule="([^"]+)"', file.read_text("utf-8"))}

    assert named == set(RULES)


@pytest.mark.parametrize("told", ENGLISH[:20], ids=lambda one: one[0][:60])
def test_what_explains_a_vote_tells_of_the_vote_that_is_read(told: Told) -> None:
    article = Article(headline="Ferry", body=[Paragraph(content=told[0])])

    assert votes(told[0]) == tuple(how.vote for how in explain(article))
