"""Lines that say when a page was published."""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import cache
from typing import Literal

from attrs import frozen

from newsmodel.extract.languages import LANGUAGES, table
from newsmodel.model.values import Time

_LABELS: dict[str, Literal["published", "updated"]] = {
    "published": "published", "first published": "published", "posted": "published", "veröffentlicht": "published", "publié": "published",
    "publicado": "published", "published on": "published", "updated": "updated", "last updated": "updated", "aktualisiert": "updated", "mis à jour": "updated",
    "actualizado": "updated", "modified": "updated",
}  # fmt: skip


@frozen
class Dated:
    """What a line of a date says."""

    kind: Literal["published", "updated"] | None
    """`None` where the line does not say."""
    time: Time


@cache
def _pattern() -> re.Pattern[str]:
    labels = "|".join(sorted(_LABELS, key=len, reverse=True))
    days = "|".join({day for code in LANGUAGES for day in table(code).weekdays})
    months = "|".join(sorted({month for code in LANGUAGES for month in table(code).months}, key=len, reverse=True))
    return re.compile(
        rf"(?:(?P<label>{labels})(?: on| am| le| el)?:?[ \u00a0])?(?:(?:{days})\.?,?[ \u00a0](?:den |the )?)?"
        rf"(?:(?P<iso>[12][0-9]{{3}}-[01][0-9]-[0-3][0-9])|(?P<d1>[0-3]?[0-9])(?:st|nd|rd|th|\.|er)?[ \u00a0](?:of |de )?(?P<m1>{months})\.?,?[ \u00a0](?:de )?(?P<y1>[12][0-9]{{3}})|"
        rf"(?P<m2>{months})\.?[ \u00a0](?P<d2>[0-3]?[0-9])(?:st|nd|rd|th)?,?[ \u00a0](?P<y2>[12][0-9]{{3}}))"
        r"(?:(?:,| at| um| à| a las|[ \u00a0][-–|])?[ \u00a0T](?:at |um )?(?P<h>[0-2]?[0-9])[:.h](?P<min>[0-5][0-9])(?:[ \u00a0]?(?P<half>[ap]\.?m\.?))?(?:[ \u00a0](?:Uhr|hrs|h))?)?\Z",
        re.IGNORECASE,
    )


def dated(line: str) -> Dated | None:
    """The date that a line states, where the line states nothing else."""
    match = _pattern().match(line.strip(" \u00a0|.")) if len(line) <= 100 else None
    if match is None:
        return None
    kind = _LABELS[match["label"].lower()] if match["label"] else None
    try:
        day = date.fromisoformat(match["iso"]) if match["iso"] else _day(match)
        if match["h"] is None:
            return Dated(kind, day)
        hour = int(match["h"])
        if match["half"]:
            hour = hour % 12 + (12 if match["half"][0] in "pP" else 0)
        return Dated(kind, datetime(day.year, day.month, day.day, hour, int(match["min"])))  # noqa: DTZ001  # the line names no offset
    except ValueError:
        return None


def _day(match: re.Match[str]) -> date:
    day, month, year = (match["d1"], match["m1"], match["y1"]) if match["d1"] else (match["d2"], match["m2"], match["y2"])
    return date(int(year), _month(month.lower()), int(day))


@cache
def _month(name: str) -> int:
    """The number of a month; the tables name the twelve in order, and then their short forms."""
    for code in LANGUAGES:
        months = table(code).months
        if name in months[:12]:
            return months.index(name) + 1
    return next(
        index + 1
        for code in LANGUAGES
        for index, month in enumerate(table(code).months[:12])
        if month.startswith(name[:3]) and name in table(code).months
    )
