"""Votes as they are told round the world: the tables of `votes_told`, each sentence read as a careful reader would."""

import pytest

from newsmodel.extract import votes
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


@pytest.mark.parametrize("text", NO_VOTES)
def test_what_tells_of_no_vote(text: str) -> None:
    assert votes(text) == ()


@pytest.mark.parametrize(("language", "text"), NO_VOTES_ELSEWHERE)
def test_what_tells_of_no_vote_in_other_languages(language: str, text: str) -> None:
    assert votes(text, language) == ()
