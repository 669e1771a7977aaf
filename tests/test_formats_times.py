"""Times as formats spell them."""

from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given

from newsmodel import strategies
from newsmodel.syntax.times import parsed_time, written_time
from newsmodel.model import Time

CET = timezone(timedelta(hours=1))


@given(strategies.times())
def test_what_is_written_reads_back(value: Time) -> None:
    read = parsed_time(written_time(value))

    assert read is not None
    assert (written_time(value), True) == (written_time(read[0]), read[1])


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2026-03-04T12:00:00Z", datetime(2026, 3, 4, 12, tzinfo=timezone.utc)),
        ("2026-03-04T12:00:00+01:00", datetime(2026, 3, 4, 12, tzinfo=CET)),
        ("2026-03-04T12:00:00", datetime(2026, 3, 4, 12)),
        ("2026-03-04", date(2026, 3, 4)),
    ],
)
def test_the_usual_spelling(text: str, value: Time) -> None:
    assert (value, True) == parsed_time(text)


@pytest.mark.parametrize(
    "text",
    [
        "2026-03-04T12:00:00+0100", "2026-03-04T12:00:00+01", "20260304T120000+0100", " 2026-03-04T12:00:00+01:00\n",
        "2026-03-04 12:00 +01:00", "2026-03-04T12:00:00.000+01:00", "2026-03-04t12:00:00+01:00",
    ],
)  # fmt: skip
def test_other_spellings_are_read_and_told(text: str) -> None:
    assert (datetime(2026, 3, 4, 12, tzinfo=CET), False) == parsed_time(text)


@pytest.mark.parametrize(
    "text", ["", "today", "2026-13-01", "2026-02-30", "2026-03-04T25:00:00", "2026-03-04T12:00:00+15:00", "2026-03-04T12:00:00+01:00:30", "04/03/2026", "2026", "٢٠٢٦-٠٣-٠٤"]
)
def test_what_is_no_time(text: str) -> None:
    assert parsed_time(text) is None
