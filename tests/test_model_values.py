"""The rules that single values keep."""

import pickle
from datetime import date, datetime, timedelta, timezone, tzinfo
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsmodel as nm
from newsmodel import strategies
from newsmodel.model.values import _PLAIN_URL, _any_url, is_language, is_line, is_time, is_url, plain_decimal, plain_number


@pytest.mark.parametrize(
    "text",
    ["", " a", "a ", "a\nb", "a\tb", "a\rb", "a\x00", "\x7f", "a\x85b", "\ud800", "\ufdd0", "\ufffe", "\U0010ffff", None, 5, b"a"],
)
def test_what_is_no_line(text: object) -> None:
    assert not is_line(text)
    with pytest.raises(nm.InvalidValue):
        nm.Article(headline="x", slug=text if text is not None else "")  # type: ignore[arg-type]  # wrong on purpose


@pytest.mark.parametrize("text", ["a", "a  b", "\u00a0", "a\u00a0", "\ufeff", "e\u0301", "😀", "]]>", "\u2028", "שלום"])
def test_what_is_a_line(text: str) -> None:
    """Inner spaces are kept, a no-break space is a character, nothing is normalised."""
    assert text == nm.Article(headline=text).headline


@pytest.mark.parametrize(
    "url",
    [
        "https://paper.example/a?b=c&d#e", "urn:newsml:paper.example:1", "mailto:a@b.example", "a/b", "../a", "#a", "?q", "//host/a",
        "http://[::1]:80/", "https://é.example/ü", "a%20b", "x:", "/a:b", "a/b:c", "http://user:word@host:1/", "tag:a,2026:b",
    ],
)  # fmt: skip
def test_what_is_a_url(url: str) -> None:
    assert is_url(url)


@pytest.mark.parametrize(
    "url", ["", "a b", "http://a b", "%zz", "%", "1:b", "http://a@b@c/", "a\\b", "http://[x]y/", "<a>", "a\u00a0b", "\ufdd0", "http://h:port/", None]
)
def test_what_is_no_url(url: object) -> None:
    assert not is_url(url)


@given(st.from_regex(rf"\A{_PLAIN_URL.pattern}"))
def test_a_plain_url_is_a_url(url: str) -> None:
    """What is taken at a glance is what RFC 3986 takes."""
    assert _any_url().match(url)


def test_languages() -> None:
    """As xs:language: subtags of at most eight letters or digits."""
    assert all(map(is_language, ["en", "en-GB", "x-private", "sr-Latn", "i-klingon", "abcdefgh-12345678"]))
    assert not any(map(is_language, ["", "en_GB", "e n", "abcdefghi", "en-", "-en", "1a", None]))


class _Rules(tzinfo):
    def utcoffset(self, moment: datetime | None) -> timedelta:
        return timedelta(hours=1, seconds=30)

    def dst(self, moment: datetime | None) -> timedelta:
        return timedelta(0)

    def tzname(self, moment: datetime | None) -> str:
        return "odd"


def test_a_time_keeps_its_offset_and_loses_its_zone_rules() -> None:
    moment = datetime(2026, 7, 1, 12, tzinfo=ZoneInfo("Europe/Oslo"))

    article = nm.Article(headline="x", published=moment)

    assert isinstance(article.published, datetime)
    assert timezone(timedelta(hours=2)) == article.published.tzinfo
    assert "2026-07-01T12:00:00+02:00" == article.published.isoformat()


@pytest.mark.parametrize("value", [date(2026, 1, 1), datetime(2026, 1, 1), datetime(2026, 1, 1, tzinfo=timezone(timedelta(hours=-14)))])
def test_what_is_a_time(value: date) -> None:
    assert value == nm.Article(headline="x", published=value).published


@pytest.mark.parametrize(
    "value",
    ["2026-01-01", 5, datetime(2026, 1, 1, tzinfo=timezone(timedelta(hours=14, minutes=1))), datetime(2026, 1, 1, tzinfo=_Rules())],
)
def test_what_is_no_time(value: Any) -> None:
    assert not is_time(value)
    with pytest.raises(nm.InvalidValue, match=r"Article\.published: expected a date"):
        nm.Article(headline="x", published=value)


@pytest.mark.parametrize(
    ("given", "kept"),
    [("5.00", "5"), ("1E+3", "1000"), ("-0", "0"), ("0.10", "0.1"), ("100", "100"), ("1E-18", "0.000000000000000001")],
)
def test_a_decimal_has_one_form(given: str, kept: str) -> None:
    assert kept == format(plain_decimal(Decimal(given)), "f")


def test_a_whole_number_is_an_int() -> None:
    assert (int, Decimal) == (type(plain_number(Decimal("52.0"))), type(plain_number(Decimal("52.5"))))
    assert Decimal("NaN").compare_total(plain_number(Decimal("NaN"))) == 0


@pytest.mark.parametrize("value", ["NaN", "Infinity", "0", "-1", "1E+18", "1E-19", "1E+999999", "1234567890.1234567890"])
def test_what_is_no_amount(value: str) -> None:
    with pytest.raises(nm.InvalidValue, match=r"SuggestedAmount\.value"):
        nm.SuggestedAmount(value=Decimal(value), currency="EUR")


@pytest.mark.parametrize("value", [5.0, "5", True, None])
def test_an_amount_is_no_float_or_text(value: Any) -> None:
    with pytest.raises(nm.InvalidValue, match=r"expected a Decimal, found"):
        nm.SuggestedAmount(value=value, currency="EUR")


def test_an_int_is_taken_for_an_amount() -> None:
    assert Decimal(5) == nm.SuggestedAmount(value=5, currency="EUR").value


@pytest.mark.parametrize("currency", ["", "E U", "5", "EURO-PLUS", "\n", None])
def test_what_is_no_currency(currency: Any) -> None:
    with pytest.raises(nm.InvalidValue, match="ISO 4217"):
        nm.SuggestedAmount(value=Decimal(5), currency=currency)


@pytest.mark.parametrize("period", ["P", "1M", "month", "PT", "P1M2", ""])
def test_what_is_no_period(period: str) -> None:
    with pytest.raises(nm.InvalidValue, match="P1M"):
        nm.SuggestedAmount(value=Decimal(5), currency="EUR", period=period)


def test_the_message_names_field_expectation_and_finding() -> None:
    with pytest.raises(nm.InvalidValue) as caught:
        nm.Vote(margin=-1)

    assert "Vote.margin: expected a whole number of at least 0, found -1" == str(caught.value)
    assert ("Vote.margin", "-1") == (caught.value.field, caught.value.found)


def test_a_number_too_long_to_spell_is_refused_like_any_other() -> None:
    with pytest.raises(nm.InvalidValue, match=r"Article\.version: .* found a number of 16610 bits"):
        nm.Article(headline="x", version=10**5000)


def test_a_message_repeats_little_of_what_it_found() -> None:
    with pytest.raises(nm.InvalidValue) as caught:
        nm.Article(headline="x\n" * 5000)

    assert len(str(caught.value)) < 250


@given(strategies.lines(), strategies.texts(), strategies.urls(), strategies.languages(), strategies.times())
def test_the_strategies_keep_the_rules(line: str, text: str, url: str, language: str, time: date) -> None:
    article = nm.Article(headline=line, standfirst=(text,), url=url, language=language, published=time)

    assert hash(article) == hash(nm.evolve(article))
    assert article == pickle.loads(pickle.dumps(article))


@given(st.from_type(nm.Article))
def test_articles_of_any_kind_can_be_made(article: nm.Article) -> None:
    """`st.from_type` works without an import of the strategies: the entry point registers them."""
    assert article == nm.evolve(article)
    assert repr(article).startswith("Article(")
