"""Times as NITF spells them: `20260304T120000+0100`, the day alone where no time is known."""

from __future__ import annotations

from datetime import datetime

from newsmodel.syntax.times import written_time
from newsmodel.model import Time


def written_norm(time: Time) -> str:
    """ISO 8601 in its basic format, as the standard prefers it for `norm`; without an offset where none is known."""
    spelt = written_time(time)
    if not isinstance(time, datetime):
        return spelt.replace("-", "")
    day, _, clock = spelt.partition("T")
    return f"{day.replace('-', '')}T{clock.replace(':', '')}"
