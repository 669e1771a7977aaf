"""Times as formats spell them."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, timezone

from newsmodel.model import Time
from newsmodel.model.values import is_time

_ISO = re.compile(
    r"(\d{4})(-?)(\d\d)\2(\d\d)(?:[T ](\d\d)(:?)(\d\d)(?:\6(\d\d)(?:[.,](\d{1,12}))?)?\s*(Z|[+-]\d\d(?::?\d\d)?)?)?\Z", re.I | re.A
)


def written_time(value: Time) -> str:
    """ISO 8601 as XML Schema, JSON and HTML take it: `2026-03-04T12:00:00+01:00`, `2026-03-04`."""
    return value.isoformat()


def parsed_time(text: str) -> tuple[Time, bool] | None:
    """The time that `text` spells, and whether it is spelt as `written_time` or with `Z`; `None` where it is none.

    Read although spelt otherwise: basic format, a blank for the `T`, offsets without a colon or minutes, seconds left
    out, white space around it. What a model cannot hold (an offset beyond 14 hours) is no time.
    """
    plain = _as_written(text)
    if plain is not None:
        return plain, True
    match = _ISO.match(text.strip())
    if match is None:
        return None
    year, _, month, day, hour, _, minute, second, fraction, zone = match.groups()
    try:
        if hour is None:
            value: Time = date(int(year), int(month), int(day))
        else:
            micro = int(((fraction or "") + "000000")[:6])
            value = datetime(
                int(year), int(month), int(day), int(hour), int(minute), int(second or 0), micro, _offset(zone)
            )
    except ValueError:
        return None
    usual = written_time(value)
    return value, text in (usual, usual.replace("+00:00", "Z"))


def _as_written(text: str) -> Time | None:
    """The time of a text that is spelt as `written_time`, or with `Z`, as most are; `None` of any other."""
    try:
        value = date.fromisoformat(text) if len(text) == 10 else datetime.fromisoformat(text)
    except ValueError:
        return None
    written = value.isoformat()
    usual = text == written or (text[-1] == "Z" and text == written.replace("+00:00", "Z"))
    return value if usual and is_time(value) else None


def _offset(text: str | None) -> timezone | None:
    if text is None:
        return None
    if text in "Zz":
        return timezone.utc
    digits = text[1:].replace(":", "")
    size = timedelta(hours=int(digits[:2]), minutes=int(digits[2:] or 0))
    if size > timedelta(hours=14):
        raise ValueError(text)
    return timezone(-size if text[0] == "-" else size)
