"""The kernel, its schema, and tables of articles."""

from datetime import date, datetime, timedelta, timezone

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsmodel as nm
from newsmodel import archive, strategies
from newsmodel.archive._kernel import MESSAGE
from newsmodel.archive.columns import COLUMNS, instant, offset
from newsmodel.archive.documents import BATCH_BYTES, BATCH_DOCUMENTS, Fault, packed, unpacked
from newsmodel.archive.schema import SCHEMA, VERSION_KEY

VOTED = nm.Article(headline="Ferry", body=[nm.Paragraph(content="The council voted 7-2 to close the ferry.")])


EVERYTHING = archive.Recipe()


def documents(*data: bytes) -> list[archive.Document]:
    return [archive.Document(name=f"{number}.json", data=one) for number, one in enumerate(data)]


def rows(*given_: archive.Document, recipe: archive.Recipe = EVERYTHING) -> pa.Table:
    return pa.Table.from_batches([archive.kernel(batch, recipe) for batch in archive.batches(given_)], recipe.schema)


@given(st.lists(strategies.articles(), max_size=4))
def test_a_table_gives_back_the_articles_it_was_made_of(articles: list[nm.Article]) -> None:
    table = archive.to_arrow(articles)
    table.validate(full=True)
    assert table.schema.equals(SCHEMA, check_metadata=True)
    assert list(archive.from_arrow(table)) == articles


@given(st.lists(strategies.articles(), min_size=1, max_size=3))
def test_the_kernel_says_of_articles_what_to_arrow_says(articles: list[nm.Article]) -> None:
    found = rows(*documents(*(nm.dumps(article, format="json") for article in articles)))
    assert found.select(list(COLUMNS)).equals(archive.to_arrow(articles).select(list(COLUMNS)))
    assert unpacked(packed(found.to_batches()[0])).equals(found.to_batches()[0])


def test_a_document_that_cannot_be_read_is_a_row_with_its_reason_and_place() -> None:
    good = nm.dumps(VOTED, format="json")
    found = rows(
        *documents(good, b"{", b"\x00\x01", good + b"{}\n"), archive.Document(name="gone", data=None, error=Fault(kind="source", message="no such file"))
    )
    assert found["headline"].to_pylist() == ["Ferry", None, None, "Ferry", None, None]
    assert found["source"].to_pylist() == ["0.json", "1.json", "2.json", "3.json", "3.json", "gone"]
    assert found["position"].to_pylist() == [0, 0, 0, 0, 1, 0]
    errors = found["error"].to_pylist()
    assert [error and error["kind"] for error in errors] == [None, "read", "read", None, "read", "source"]
    assert (errors[1]["line"], errors[4]["line"]) == (1, 2)
    assert list(archive.from_arrow(found)) == [VOTED, VOTED]


def test_what_no_codec_knows_is_a_row_that_says_so() -> None:
    assert rows(archive.Document(name="x", data=b"\x00\x01"))["error"].to_pylist()[0]["kind"] == "format"


def test_lines_are_counted_in_the_file_that_a_document_stands_in() -> None:
    found = rows(archive.Document(name="all.jsonl", data=b"\n\n{", line=5))
    assert found["error"].to_pylist()[0]["line"] == 7


def test_a_recipe_names_the_columns_the_format_to_write_and_whether_to_enrich() -> None:
    recipe = archive.Recipe(target="text", enrich=True, columns=("source", "position", "votes"))
    found = rows(*documents(nm.dumps(VOTED, format="json")), recipe=recipe)
    assert found.schema.names == ["source", "position", "votes", "document"]
    assert found["votes"].to_pylist()[0][0]["yes"] == 7
    assert nm.loads(found["document"].to_pylist()[0], format="text").headline == "Ferry"


def test_a_strict_recipe_refuses_what_would_be_lost() -> None:
    given_ = documents(*(nm.dumps(nm.Article(headline="Ferry", slug=slug), format="json") for slug in (None, "ferry")))
    found = rows(*given_, recipe=archive.Recipe(target="text", strict=True, columns=("source", "position", "error")))
    assert [document is None for document in found["document"].to_pylist()] == [False, True]
    error = found["error"].to_pylist()[1]
    assert (error["kind"], error["path"]) == ("loss", "/slug")


def test_an_error_says_no_more_than_fits_on_a_page() -> None:
    data = b"<nitf><body><%s/><body.content><p>Rain</p></body.content></body></nitf>" % (b"strange" * 1000)
    (error,) = rows(*documents(data), recipe=archive.Recipe(strict=True))["error"].to_pylist()
    assert (error["kind"], len(error["message"]), error["message"][-1]) == ("loss", MESSAGE, "\N{HORIZONTAL ELLIPSIS}")


def test_what_no_codec_recognises_is_read_as_the_media_type_says() -> None:
    data = nm.dumps(VOTED, format="json").replace(b'"format":"newsmodel"', b'"f":1', 1)
    assert rows(archive.Document(name="x", data=b"\x00", media_type="Application/JSON; charset=utf-8"))["error"].to_pylist()[0]["kind"] == "read"
    assert rows(archive.Document(name="x", data=data, media_type="text/nothing"))["error"].to_pylist()[0] is not None


def test_columns_without_a_value_keep_their_types() -> None:
    assert archive.to_arrow([]).schema.equals(SCHEMA, check_metadata=True)
    assert archive.to_arrow([nm.Article(headline="Rain")]).schema.field("votes").type == SCHEMA.field("votes").type


@pytest.mark.parametrize(
    ("time", "at", "minutes"),
    [
        (None, None, None),
        (date(2031, 5, 2), datetime(2031, 5, 2, tzinfo=timezone.utc), None),
        (datetime(2031, 5, 2, 9), datetime(2031, 5, 2, 9, tzinfo=timezone.utc), None),
        (datetime(2031, 5, 2, 9, tzinfo=timezone(timedelta(hours=2))), datetime(2031, 5, 2, 7, tzinfo=timezone.utc), 120),
        (datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=2))), None, 120),
    ],
)
def test_a_time_is_an_instant_and_the_offset_that_was_stated(time: date | None, at: datetime | None, minutes: int | None) -> None:
    assert (instant(time), offset(time)) == (at, minutes)


def test_batches_are_cut_by_number_and_by_size() -> None:
    many = list(archive.batches(documents(*[b"x"] * (BATCH_DOCUMENTS + 1))))
    large = list(archive.batches(documents(b"x" * BATCH_BYTES, b"y")))
    assert [batch.num_rows for batch in many] == [BATCH_DOCUMENTS, 1]
    assert [batch.num_rows for batch in large] == [1, 1]


def test_tables_that_are_no_archive_or_one_of_another_version_are_refused() -> None:
    with pytest.raises(ValueError, match="a column 'json', found the columns a"):
        next(archive.from_arrow(pa.table({"a": [1]})))
    newer = archive.to_arrow([VOTED]).replace_schema_metadata({VERSION_KEY: b"99"})
    with pytest.raises(ValueError, match="version 1, the only one that is read, found 99"):
        next(archive.from_arrow(newer))
