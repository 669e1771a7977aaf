"""The parts of an article, each in one line for people to read."""

from __future__ import annotations

from newsmodel import walk
from newsmodel.model import Byline, Caption, Concept, Count, Figure, Label, Link, RichText, SuggestedAmount, Time, Vote
from newsmodel.model.values import Number


def byline(one: Byline) -> str:
    """Who, and as what."""
    of_whom = joined(one.name, one.job_title, one.affiliation, one.location, one.email)
    return of_whom if one.role in (None, "author") else f"{of_whom} ({one.role})"


def concept(one: Concept) -> str:
    """Its name, else its code or its URI."""
    return one.name or one.code or str(one.uri)


def label(one: Label) -> str:
    """Its text, after its role."""
    text = one_line(walk.plain_text(one.content))
    return f"{one.role}: {text}" if one.role else text


def link(one: Link) -> str:
    """What it is to the article, and where it leads."""
    return f"{one.rel}: {joined(one.title, one.href)}"


def figure(one: Figure) -> str:
    """The kind of its medium, and its caption or what stands for it."""
    media = one.media
    kind = media.kind if media else "no picture"
    words = one_line(walk.plain_text(one.caption)) if one.caption else media.alt or media.title if media else None
    return joined(kind, words)


def caption(one: Caption) -> str:
    """Its text and its credit."""
    text = one_line(plain(one.content) or "")
    return " · ".join(filter(None, [text, one.credit or one.creator]))


def vote(one: Vote) -> str:
    """Its motion, its counts and its outcome."""
    counts = (f"{one_count.option} {count(one_count)}" for one_count in one.counts)
    return joined(one.motion, one.voting_body, *counts, "unanimous" if one.unanimous else None, one.outcome)


def count(one: Count) -> str:
    """How many, or what share."""
    return f"{one.value} %" if one.unit == "percent" else str(one.value)


def amount(one: SuggestedAmount) -> str:
    """Its currency, value and period."""
    sum_ = f"{one.currency} {one.value}"
    return f"{sum_} ({one.period})" if one.period else sum_


def plain(content: RichText | None) -> str | None:
    """Rich text without its marks."""
    return walk.plain_text(content) if content else None


def time(one: Time | None) -> str | None:
    """A time in ISO 8601."""
    return None if one is None else one.isoformat()


def number(one: Number | None) -> str | None:
    """A number in digits."""
    return None if one is None else str(one)


def joined(*words: str | None) -> str:
    """Those that are there, with commas between them."""
    return ", ".join(word for word in words if word)


def one_line(text: str) -> str:
    """`text` in one line."""
    return " ".join(text.split())
