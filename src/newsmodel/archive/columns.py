"""An article as the values of a row: one function a column, so that only those that are asked for are made."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime, time, timedelta, timezone
from typing import Any

from newsmodel import walk
from newsmodel.archive.schema import TIMES
from newsmodel.contract import Loss
from newsmodel.model import Article, Byline, Caption, Concept, DonationAppeal, Figure, Vote
from newsmodel.model.values import Time
from newsmodel.structure import canonical

_MINUTE = timedelta(minutes=1)


def instant(value: Time | None) -> datetime | None:
    """A time as an instant: without an offset it is taken as UTC, a date as its midnight. `None` where no calendar has it in UTC."""
    if value is None:
        return None
    if not isinstance(value, datetime):
        return datetime.combine(value, time(), timezone.utc)
    if value.tzinfo is None:
        return value.replace(tzinfo=timezone.utc)
    try:
        return value.astimezone(timezone.utc)
    except OverflowError:  # within a day of the first or the last that can be told
        return None


def offset(value: Time | None) -> int | None:
    """How far the local time of a time's source is from UTC, in minutes; `None` where the source does not state it."""
    stated = value.utcoffset() if isinstance(value, datetime) else None
    return None if stated is None else stated // _MINUTE


def loss(one: Loss) -> dict[str, Any]:
    """A loss as a row's `losses` has it."""
    where = one.where
    line, column = (where.line, where.column) if where else (None, None)
    return {"path": one.path, "reason": one.reason, "line": line, "column": column, "repaired": one.repaired}


def _plain(value: Any) -> str | None:
    return walk.plain_text(value) if value else None


def _word(one: Concept | None) -> str | None:
    return None if one is None else one.name or one.code or one.uri


def _concepts(members: Iterable[Concept]) -> list[dict[str, Any]]:
    return [{name: getattr(one, name) for name in ("name", "code", "uri", "type", "rel")} for one in members]


def _byline(one: Byline) -> dict[str, Any]:
    names = ("name", "kind", "role", "job_title", "affiliation", "location", "email", "id", "url")
    return {name: getattr(one, name) for name in names}


def _caption(figure: Figure, one: Caption) -> dict[str, Any]:
    media = figure.media.url if figure.media else None
    return {"text": _plain(one.content), "credit": one.credit, "creator": one.creator, "agencies": one.agencies, "media": media}


def _vote(one: Vote) -> dict[str, Any]:
    votes = {count.option: count.value for count in one.counts if count.unit == "votes"}
    found: dict[str, Any] = {option: votes.get(option) for option in ("yes", "no", "abstain", "absent")}
    found["counts"] = [{"option": count.option, "value": count.value, "unit": count.unit} for count in one.counts]
    for name in ("motion", "voting_body", "unanimous", "margin", "result", "outcome", "requirement"):
        found[name] = getattr(one, name)
    found["held"], found["held_offset"] = instant(one.held), offset(one.held)
    if one.evidence:
        found |= {name: getattr(one.evidence, name) for name in ("quote", "block", "start")}
    return found


def _appeal(one: DonationAppeal) -> dict[str, Any]:
    amounts = [{"value": amount.value, "currency": amount.currency, "period": amount.period} for amount in one.amounts]
    found = {name: getattr(one, name) for name in ("kind", "heading", "beneficiary", "call_to_action", "url")}
    return found | {"text": "\n\n".join(one.paragraphs) or None, "amounts": amounts}


def _same(name: str) -> Callable[[Article], Any]:
    return lambda article: getattr(article, name)


def _rich(name: str) -> Callable[[Article], Any]:
    return lambda article: _plain(getattr(article, name))


def _several(name: str) -> Callable[[Article], Any]:
    return lambda article: _concepts(getattr(article, name))


def _time(name: str) -> dict[str, Callable[[Article], Any]]:
    return {name: lambda article: instant(getattr(article, name)), f"{name}_offset": lambda article: offset(getattr(article, name))}


COLUMNS: dict[str, Callable[[Article], Any]] = {
    **{
        name: _same(name)
        for name in (
            "id", "version", "url", "language", "headline", "kicker", "slug", "byline_text", "dateline", "credit", "keywords",
            "status", "urgency", "access",
        )
    },
    **{name: _rich(name) for name in ("standfirst", "summary")},
    **{name: _several(name) for name in ("sections", "genres", "subjects")},
    **{column: make for name in TIMES for column, make in _time(name).items()},
    "bylines": lambda article: [_byline(one) for one in article.bylines],
    "publisher": lambda article: _word(article.publisher),
    "section": lambda article: _word(next(iter(article.sections), None)),
    "text": lambda article: article.text or None,
    "captions": lambda article: [_caption(figure, figure.caption) for figure in article.figures if figure.caption],
    "votes": lambda article: [_vote(one) for one in article.votes],
    "appeals": lambda article: [_appeal(one) for one in article.appeals],
    "json": canonical,
}  # fmt: skip
"""By column of `SCHEMA`, its value for an article. `json` comes as bytes."""
