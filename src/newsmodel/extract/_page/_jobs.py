"""What people who make news are called by their jobs, in the languages that have a table of words."""

from __future__ import annotations

import re
from functools import cache

from newsmodel.extract._words import alternatives
from newsmodel.extract.languages import LANGUAGES, table


@cache
def _job() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){alternatives(*(table(code).roles for code in LANGUAGES))}(?!\w)", re.IGNORECASE)


def names_job(text: str) -> bool:
    """Whether a text has the name of a job in it: `Senior Political Editor`."""
    return _job().search(text) is not None


def is_job(text: str) -> bool:
    """Whether a text is the name of a job and no more: `Editor`."""
    return _job().fullmatch(text) is not None
