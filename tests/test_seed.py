"""The scraped page that the project began with: all that a reader must find in it, and nothing else."""

import json
from typing import Any

import pytest

import newsmodel as nm
from newsmodel.formats.text import Text
from newsmodel.walk import plain_text
from tests.data import shared

NAME = "000_05e4a4ddaf58bc02.txt"


@pytest.fixture(scope="module")
def gold() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(shared("seed/seed_gold.json").read_text(encoding="utf-8"))
    return found


@pytest.fixture(scope="module")
def article() -> nm.Article:
    return nm.load(shared(f"seed/{NAME}"))


def test_headline_and_standfirst(article: nm.Article, gold: dict[str, Any]) -> None:
    assert article.headline == "Labour bans groups that downplayed antisemitism"
    assert article.standfirst == (gold["standfirst"]["text"],)


def test_one_byline(article: nm.Article, gold: dict[str, Any]) -> None:
    assert article.bylines == (nm.Byline(name="Lee Harpin", job_title="political editor", affiliation="Jewish News"),)
    assert article.byline_text == gold["byline"]["text"]


def test_one_caption_though_the_page_repeats_it(article: nm.Article, gold: dict[str, Any]) -> None:
    assert article.captions == (nm.Caption(content=gold["caption"]["text"]),)


def test_the_body_is_its_paragraphs_to_the_character_and_nothing_else(article: nm.Article, gold: dict[str, Any]) -> None:
    assert article.body == tuple(nm.Paragraph(content=part["text"]) for part in gold["body"])
    assert len(article.body) == 21
    assert not any(furniture in article.text.split("\n\n") for furniture in gold["must_not_be_in_body"])


def test_four_votes(article: nm.Article, gold: dict[str, Any]) -> None:
    expected = [(vote["motion"], vote["voting_body"], vote["yes"], vote["no"]) for vote in gold["votes"]]

    assert [(vote.motion, vote.voting_body, vote.yes, vote.no) for vote in article.votes] == expected
    assert [vote.outcome for vote in article.votes] == ["passed"] * 4
    assert [(vote.result, vote.unanimous, vote.margin, vote.held) for vote in article.votes] == [(None, False, None, None)] * 4


def test_the_evidence_of_each_vote_points_at_its_sentence(article: nm.Article, gold: dict[str, Any]) -> None:
    for vote, expected in zip(article.votes, gold["votes"], strict=True):
        evidence = vote.evidence

        assert evidence is not None
        assert evidence.block is not None
        assert evidence.block == expected["body_index"]
        assert evidence.start is not None
        assert plain_text(article.body[evidence.block])[evidence.start : evidence.end] == evidence.quote
        assert expected["evidence"] in evidence.quote


def test_one_appeal(article: nm.Article, gold: dict[str, Any]) -> None:
    [appeal] = article.appeals

    assert appeal.kind == "donation"
    assert appeal.beneficiary == "Jewish News"
    assert appeal.heading == gold["appeal"]["heading"]
    assert list(appeal.paragraphs) == [block["text"] for block in gold["appeal"]["blocks"]]
    assert appeal.call_to_action == gold["appeal"]["call_to_action"]
    assert appeal.amounts == (
        nm.SuggestedAmount(value=5, currency="GBP", period="P1M"),
        nm.SuggestedAmount(value=5, currency="GBP"),
        nm.SuggestedAmount(value=10, currency="GBP"),
        nm.SuggestedAmount(value=20, currency="GBP"),
    )


def test_every_other_line_is_a_loss(gold: dict[str, Any]) -> None:
    read = Text().read(shared(f"seed/{NAME}").read_bytes())

    assert [loss.where.line for loss in read.losses if loss.where] == [part["line"] for part in gold["chrome"]]


def test_writing_loses_nothing(article: nm.Article) -> None:
    written = Text().write(article)

    assert written.losses == ()
    assert Text().read(written.data).article == article
