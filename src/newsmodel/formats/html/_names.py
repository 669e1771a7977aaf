"""The names and words of our pages: what the writer writes and the reader looks for, each once.

An article is an `article` element with the attribute `MARKER`. A part that readers see is an element with a class of
its own; what they do not see is a data attribute. Words of ours (labels) stand in elements of the class `LABEL`, which
the reader passes over.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any, get_args

from newsmodel.model import (
    Access, Block, Concept, CountUnit, Identifier, Label, Paragraph, RichText, Status, Time, VoteOption, VoteResult,
)  # fmt: skip
from newsmodel.model.richtext import rich_plain_text

MARKER = "data-nm"
VERSION = "1"
GENERATOR = "newsmodel"
PREFIX = "data-nm-"
"""How the data attributes begin that hold details."""
LABEL = "nm-label"
UNTITLED = "nm-untitled"
"""A link that shows its address since it has no title; text put in its place is a title."""

CARRIED: dict[str, Any] = {
    "id": str, "version": int, "identifiers": tuple[Identifier, ...], "url": str, "summary": RichText,
    "titles": tuple[Label, ...], "slug": str, "located": tuple[Concept, ...], "created": Time, "embargoed": Time,
    "expires": Time, "status": Status, "signals": tuple[Concept, ...], "urgency": int, "access": Access,
    "genres": tuple[Concept, ...], "sections": tuple[Concept, ...], "sources": tuple[Concept, ...],
}  # fmt: skip
"""The fields of an article that no reader sees, and their types."""
LINES = ("kicker", "dateline", "credit")
"""The fields that are lines of text, each shown in a paragraph; a dateline that the body begins with is not shown twice."""
TIMES = {"published": "Published", "updated": "Updated"}
"""The fields that are times readers see, and the words before them."""
SEEN_LINKS = ("seeAlso", "related")
"""The relations that are shown: other documents to see."""
BYLINE_PARTS = ("name", "job_title", "affiliation", "location")
"""The fields of a byline that are shown, where its line as published does not show the name."""

OPTIONS: dict[VoteOption, str] = {
    "yes": "Yes", "no": "No", "abstain": "Abstentions", "absent": "Absent", "blank": "Blank", "paired": "Paired",
    "not-voting": "Not voting",
}  # fmt: skip
RESULTS: dict[VoteResult, str] = {"passed": "Passed", "failed": "Failed", "tied": "Tied"}
OPTION_OF_WORD = {word.lower(): option for option, word in OPTIONS.items()} | {one: one for one in get_args(VoteOption)}
RESULT_OF_WORD = {word.lower(): result for result, word in RESULTS.items()}
UNIT_OF_SIGN: dict[str, CountUnit] = {"": "votes", "%": "percent"}
PERIODS = {"P1D": "a day", "P1W": "a week", "P1M": "a month", "P1Y": "a year", "one-off": "once"}
PERIOD_OF_WORDS = {words: period for period, words in PERIODS.items()}
UNITS = {"D": "days", "W": "weeks", "M": "months", "Y": "years"}
UNIT_OF_WORD = {word: letter for letter, word in UNITS.items()}
NOTE_WORDS = {
    "correction": "Correction:", "editorial": "Editor’s note:", "advisory": "Advisory:", "contact": "Contact:",
}  # fmt: skip

GLUE = re.compile(r"[\s,;:.©]*\Z")
"""What stands between parts, and says nothing."""


def begins_with(body: Sequence[Block], line: str | None) -> bool:
    """Whether one of the first blocks, below a word or two, begins with a line, so that readers see it there."""
    paragraphs = (block for block in body[:3] if isinstance(block, Paragraph))
    return line is not None and any(rich_plain_text(paragraph.content).startswith(line) for paragraph in paragraphs)


@cache
def part_class(name: str) -> str:
    """The class of the element that shows a part: `nm-job-title` for `job_title`."""
    return "nm-" + name.replace("_", "-")


def shown_time(value: Time) -> str:
    """A time as readers see it, to the minute: `2026-03-04 12:00 +01:00`; `2026-03-04` of a day."""
    text = value.isoformat()
    if "T" not in text:
        return text
    zone = text[-6:] if text[-6] in "+-" else ""
    return f"{text[:10]} {text[11:16]} {zone}".rstrip()


def shown_period(period: str) -> str:
    """A period as readers see it: `a month`, `every 13 weeks`; an unusual one as `per P1Y6M`."""
    if period in PERIODS:
        return PERIODS[period]
    match = re.fullmatch(r"P([1-9][0-9]*)([DWMY])", period)
    return f"every {match[1]} {UNITS[match[2]]}" if match and match[1] != "1" else f"per {period}"


def period_of(words: str) -> str | None:
    """The period that words of `shown_period` name; `None` where they name none."""
    if words in PERIOD_OF_WORDS:
        return PERIOD_OF_WORDS[words]
    match = re.fullmatch(r"every ([1-9][0-9]*) (days|weeks|months|years)", words)
    if match:
        return f"P{match[1]}{UNIT_OF_WORD[match[2]]}"
    return words[4:] if words.startswith("per ") else None
