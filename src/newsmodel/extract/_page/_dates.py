"""Times as pages spell them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta, timezone
from email.utils import parsedate_to_datetime

from newsmodel.extract.languages import LANGUAGES, table
from newsmodel.model import Time
from newsmodel.model.values import is_time
from newsmodel.syntax.times import parsed_time

_MAIL = re.compile(r"(?:[A-Z][a-z]{2}, ?)?\d{1,2}[ -][A-Z][a-z]{2}[ -]\d{4} \d\d:\d\d")
_WORDS = re.compile(r"(?:\w{2,12}\.?,? )?(?P<month>[^\W\d]{3,12})\.? (?P<day>\d{1,2})(?:st|nd|rd|th)?,? (?P<year>\d{4})(?!\d)")
_DAY_FIRST = re.compile(r"(?:\w{2,12}\.?,? )?(?P<day>\d{1,2})(?:\.|er|º|st|nd|rd|th)? (?:de |of )?(?P<month>[^\W\d]{3,12})\.?,? (?:de |del )?(?P<year>\d{4})(?!\d)")
_GERMAN = re.compile(r"(?P<day>\d{1,2})\. ?(?P<month>\d{1,2})\. ?(?P<year>\d{4})(?!\d)")
_SLASHED = re.compile(r"(?<!\d)(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>\d{4})(?!\d)")
_YEAR_FIRST = re.compile(r"(?<!\d)(?P<year>\d{4})(?:[./-]|年 ?|년 ?)(?P<month>\d{1,2})(?:[./-]|月 ?|월 ?)(?P<day>\d{1,2})(?:日|일|\.)?(?!\d)")
_CLOCK = re.compile(r"(?:[ ,T|·–-]{1,4}|: )(?:\w{2,3} )?(?P<hour>\d{1,2})[:.h](?P<minute>\d\d)(?: ?(?P<half>[ap])\.?m\.?)?(?: ?(?P<zone>Uhr|GMT|UTC))?(?!\d)", re.IGNORECASE)
_EPOCH = re.compile(r"1\d{9}(?:\d{3})?\Z")
_ZONE_NAME = re.compile(r"\[[\w/+-]{1,40}\]\Z")
_PART = re.compile(r"\A(\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)?(?:[.,]\d{1,9})?)\s*(Z|UTC|GMT|[+-]\d\d:?\d\d)?(?:\s|\Z)", re.IGNORECASE)
LONGEST = 80
_MONTHS = tuple(names.split() for names in (
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "januari februari maart april mei juni juli augustus september oktober november december",
    "januari februari mars april maj juni juli augusti september oktober november december",
    "januar februar marts april maj juni juli august september oktober november december",
    "januar februar mars april mai juni juli august september oktober november desember",
    "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
    "ledna února března dubna května června července srpna září října listopadu prosince",
    "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
    "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta",
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
))  # fmt: skip
"""The months in languages that have no table of their own, as they stand in dates."""


def time_of(text: str) -> tuple[Time, bool] | None:
    """The time that a page's text spells, and whether it is spelt as the Web's standards ask; `None` where it is none.

    Days before months (`4.3.2026`) are read where dots stand between them; `3/4/2026` is left alone, since nobody can
    know which of the two is the month. Words around the time are passed over: `Published: 4 March 2026 at 12:00`.
    """
    text = _ZONE_NAME.sub("", " ".join(text.split()))
    if not text or len(text) > LONGEST:
        return None
    if (parsed := parsed_time(text)) is not None:
        return parsed
    value = _mail_time(text) or _iso_part(text) or _epoch(text) or _in_words(text)
    return None if value is None or not is_time(value) else (value, False)


def is_placeholder(time: Time) -> bool:
    """Whether a time is one that programs write where they know none: the first day that they count from."""
    return time.year == 1 or (time.year, time.month, time.day) == (1970, 1, 1)


def same_time(one: Time, other: Time) -> bool:
    """Whether two times do not contradict each other: a day holds all its times, a time without a zone any within a day."""
    if not (isinstance(one, datetime) and isinstance(other, datetime)):
        days = [value.date() if isinstance(value, datetime) else value for value in (one, other)]
        return abs(days[0] - days[1]) <= timedelta(days=1)
    if (one.tzinfo is None) != (other.tzinfo is None):
        return abs(one.replace(tzinfo=None) - other.replace(tzinfo=None)) <= timedelta(days=1)
    return abs(one - other) < timedelta(minutes=1)


def is_clock_as_utc(one: Time, other: Time) -> bool:
    """Whether the first says in UTC what the other says in the time of some place: the clock's time with the wrong zone.

    Programs that know no zone call every time one in UTC; nothing gives a time in UTC the zone of a place.
    """
    if not (isinstance(one, datetime) and isinstance(other, datetime)):
        return False
    zones = (one.utcoffset(), other.utcoffset())
    return zones[0] == timedelta() and zones[1] not in (None, timedelta()) and one.replace(tzinfo=None) == other.replace(tzinfo=None)


def is_finer(one: Time, other: Time) -> bool:
    """Whether the first says at what time of the day it was that the other names, or gives as its first minute.

    A full hour does not: midnight in one zone is one in another.
    """
    if not isinstance(one, datetime) or one.time().replace(hour=0) == time():
        return False
    if isinstance(other, datetime):
        return other.time() == time() and one.date() == other.date()
    return one.date() == other


def _mail_time(text: str) -> Time | None:
    """RFC 5322, 3.3: `Wed, 04 Mar 2026 12:00:00 GMT`."""
    if not _MAIL.match(text):
        return None
    try:
        return parsedate_to_datetime(text)
    except ValueError:
        return None


def _iso_part(text: str) -> Time | None:
    """ISO 8601 with the name of a zone, or words behind it."""
    match = _PART.match(text)
    if match is None:
        return None
    zone = "Z" if (match[2] or "").upper() in ("UTC", "GMT") else match[2] or ""
    found = parsed_time(match[1] + zone)
    return None if found is None else found[0]


def _epoch(text: str) -> Time | None:
    """Seconds or milliseconds since 1970."""
    return datetime.fromtimestamp(int(text[:10]), timezone.utc) if _EPOCH.match(text) else None


def _in_words(text: str) -> Time | None:
    """`4 March 2026`, `March 4, 2026`, `4.3.2026`, with or without a time of day."""
    for pattern in (_WORDS, _DAY_FIRST, _GERMAN, _YEAR_FIRST, _SLASHED):
        match = pattern.search(text)
        month = None if match is None else _month(match["month"])
        if match is None or month is None:
            continue
        number = int(match["day"])
        if pattern is _SLASHED and number <= 12 and month != number:
            return None  # nobody can know which of the two is the month
        try:
            day = date(int(match["year"]), month, number)
        except ValueError:
            return None
        rest = _CLOCK.match(text, match.end())
        if rest is None:
            return day
        hour = int(rest["hour"]) % 12 + (12 if rest["half"] in "pP" else 0) if rest["half"] else int(rest["hour"])
        try:
            zone = timezone.utc if (rest["zone"] or "").upper() in ("GMT", "UTC") else None
            return datetime(day.year, day.month, day.day, hour, int(rest["minute"]), tzinfo=zone)
        except ValueError:
            return day
    return None


def _month(text: str) -> int | None:
    if text.isdigit():
        return int(text) if 1 <= int(text) <= 12 else None
    word = text.lower().rstrip(".")
    names = itertools.chain((table(code).months[:12] for code in LANGUAGES), _MONTHS)
    return next((number for months in names if (number := _number(months, word)) is not None), None)


def _number(months: Sequence[str], word: str) -> int | None:
    """The number of a month in one language, by its name or the beginning of it."""
    found = [number for number, name in enumerate(months, 1) if name.startswith(word)]
    return found[0] if len(found) == 1 else None
