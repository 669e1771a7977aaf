"""What archives are written to: the same bytes however they came, safe names, and tables that other libraries open."""

import itertools
import os
import shutil
import subprocess
import unicodedata
import zipfile
from collections.abc import Iterable
from datetime import datetime, timezone
from importlib import import_module
from pathlib import Path, PurePosixPath

import pyarrow as pa
import pyarrow.dataset as ds
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsmodel as nm
from newsmodel import archive, strategies
from newsmodel.archive import places
from newsmodel.archive.engines import Serial
from newsmodel.archive.job import Job, run
from newsmodel.archive.sinks import Sink, packing, parquet, partitions
from newsmodel.archive.sinks.choosing import sink_for
from newsmodel.archive.sinks.files import Files, Zip
from newsmodel.archive.sinks.lines import JsonLines
from newsmodel.archive.sinks.names import names, roots
from newsmodel.archive.sinks.parquet import Parquet
from newsmodel.archive.sinks.partitions import ParquetFolder, Partition
from tests.archive_victim import documents

SINKS: tuple[Sink, ...] = (
    Parquet(), ParquetFolder(by="month"), ParquetFolder(by="day"), ParquetFolder(by="language"),
    JsonLines(), JsonLines(compression="gzip"), JsonLines(compression="zstd"), Files(target="json"), Files(target="html"), Zip(target="json"),
)  # fmt: skip


def written(sink: Sink, place: Path, given_: Iterable[archive.Document]) -> archive.Report:
    return run(given_, sink, Serial(), Job(output=place))


def content(place: Path) -> dict[str, bytes]:
    if place.is_file():
        return {"": place.read_bytes()}
    return {one.relative_to(place).as_posix(): one.read_bytes() for one in sorted(place.rglob("*")) if one.is_file()}


def filled(sink: Sink, place: Path, *batches: pa.RecordBatch) -> Path:
    with sink.filling(place) as filling:
        for batch in batches:
            filling.put(batch)
    return place


@pytest.mark.parametrize("sink", SINKS, ids=str)
def test_what_is_written_depends_on_the_rows_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sink: Sink) -> None:
    """However rows are cut into batches, and whenever they come."""
    for module in (parquet, partitions):
        monkeypatch.setattr(module, "GROUP_BYTES" if module is parquet else "HELD_BYTES", 20_000)
    monkeypatch.setattr(partitions, "FILE_GROUPS", 2)
    recipe = archive.Recipe(target=sink.target)
    rows = pa.Table.from_batches([archive.kernel(batch, recipe) for batch in archive.batches(documents(200))], recipe.schema)
    rows = rows.filter(rows["error"].is_null())
    made = []
    for number, size in enumerate((1, 7, 1000)):
        (tmp_path / str(number)).mkdir()
        made.append(content(filled(sink, tmp_path / str(number) / "output", *rows.to_batches(max_chunksize=size))))

    assert made[0] == made[1] == made[2]
    assert made[0]


@given(st.lists(strategies.articles(), min_size=1, max_size=3), st.sampled_from(("month", "day", "language")))
def test_articles_come_back_from_each_output(tmp_path_factory: pytest.TempPathFactory, articles: list[nm.Article], by: Partition) -> None:
    folder = tmp_path_factory.mktemp("outputs")
    given_ = [archive.Document(name=f"{number}.json", data=nm.dumps(one, format="json")) for number, one in enumerate(articles)]
    (batch,) = archive.batches(given_)
    rows = archive.kernel(batch, archive.Recipe(target="json"))
    for sink in (Parquet(), ParquetFolder(by=by)):
        found = list(archive.articles(filled(sink, folder / str(sink), rows.select(archive.SCHEMA.names))))
        assert sorted(one.headline for one in found) == sorted(one.headline for one in articles)
        assert all(one in articles for one in found)
    filled(JsonLines(), folder / "a.jsonl", rows)
    filled(Files(target="json"), folder / "files", rows)
    filled(Zip(target="json"), folder / "a.zip", rows)

    assert list(nm.stream(folder / "a.jsonl")) == articles
    assert list(nm.stream(folder / "files")) == articles
    with zipfile.ZipFile(folder / "a.zip") as packed:
        assert [nm.loads(packed.read(name)) for name in packed.namelist()] == articles
    shutil.rmtree(folder)


def test_groups_of_rows_end_by_their_number_and_by_their_size(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = archive.to_arrow([nm.Article(headline=f"{number:04}") for number in range(10)])
    monkeypatch.setattr(parquet, "GROUP_ROWS", 4)
    file = pq.ParquetFile(filled(Parquet(), tmp_path / "rows", *rows.to_batches()))
    assert [file.metadata.row_group(at).num_rows for at in range(file.num_row_groups)] == [4, 4, 2]
    monkeypatch.setattr(parquet, "GROUP_BYTES", 2 * len(rows["json"][0].as_py()))
    file = pq.ParquetFile(filled(Parquet(), tmp_path / "bytes", *rows.to_batches()))
    assert [file.metadata.row_group(at).num_rows for at in range(file.num_row_groups)] == [2] * 5


def test_an_archive_without_articles_has_its_columns_all_the_same(tmp_path: Path) -> None:
    written(Parquet(), tmp_path / "none.parquet", [])
    written(ParquetFolder(by="month"), tmp_path / "none", [])

    assert pq.read_table(tmp_path / "none.parquet").schema.equals(archive.SCHEMA)
    assert content(tmp_path / "none") == {}


def dated(published: str | None, language: str | None = None) -> archive.Document:
    told = "".join(f', "{name}": "{value}"' for name, value in (("published", published), ("language", language)) if value)
    data = f'{{"format": "newsmodel", "version": 1, "article": {{"headline": "Rain"{told}}}}}'
    return archive.Document(name=f"{published} {language}", data=data.encode())


def test_partitions_are_those_of_publication_in_utc_and_of_the_language(tmp_path: Path) -> None:
    given_ = [
        dated("2031-06-01T00:30:00+02:00", "en-GB"), dated("2031-05-02", "EN"), dated(None, None), dated("0031-05-02T10:00:00", "zh-Hant-TW"),
    ]  # fmt: skip
    for by in ("month", "day", "language"):
        assert written(ParquetFolder(by=by), tmp_path / by, given_).articles == 4

    assert sorted(os.listdir(tmp_path / "month")) == ["month=0031-05", "month=2031-05", "month=__HIVE_DEFAULT_PARTITION__"]
    assert sorted(os.listdir(tmp_path / "day")) == ["day=0031-05-02", "day=2031-05-02", "day=2031-05-31", "day=__HIVE_DEFAULT_PARTITION__"]
    assert sorted(os.listdir(tmp_path / "language")) == ["lang=__HIVE_DEFAULT_PARTITION__", "lang=en", "lang=zh"]


def test_many_partitions_in_any_order_take_few_files_each(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(partitions, "HELD_BYTES", 1000)
    monkeypatch.setattr(parquet, "GROUP_ROWS", 3)
    monkeypatch.setattr(partitions, "FILE_GROUPS", 1)
    written(ParquetFolder(by="day"), tmp_path / "days", [dated(f"2031-05-{at * 5 % 28 + 1:02}") for at in range(28 * 4)])

    assert {name: pq.read_metadata(tmp_path / "days" / name).num_rows for name in content(tmp_path / "days")} == {
        f"day=2031-05-{day:02}/part-{part:05}.parquet": 3 if part == 0 else 1 for day in range(1, 29) for part in (0, 1)
    }


def test_a_dataset_takes_the_place_of_an_earlier_one_and_of_nothing_else(tmp_path: Path) -> None:
    place = tmp_path / "data"
    written(ParquetFolder(by="month"), place, [dated("2031-05-02")])
    written(ParquetFolder(by="month"), place, [dated("2031-06-02")])
    assert list(content(place)) == ["month=2031-06/part-00000.parquet"]
    (place / "month=2031-06" / "notes.txt").write_text("keep me")
    with pytest.raises(FileExistsError, match="a dataset to replace, found .*notes.txt"):
        written(ParquetFolder(by="month"), place, [dated("2031-07-02")])
    assert (place / "month=2031-06" / "notes.txt").read_text() == "keep me"


NAMES = [
    ("rain.html", None, 0, "rain"),
    ("week.zip!/monday/rain.html", None, 0, "week/monday/rain"),
    ("week.tar.gz!/rain.ninjs.json", None, 0, "week/rain"),
    ("in/rain.html", None, 0, "rain"),
    ("/abs/rain.html", None, 0, "abs/rain"),
    ("all.jsonl.gz", 17, 0, "all/17"),
    ("message.xml", None, 2, "message-3"),
    ("s3://bucket/a/rain.xml", None, 0, "bucket/a/rain"),
    ("news.parquet#12", None, 0, "news/12"),
    ("Story #1", None, 0, "Story #1"),
    ("crawl.warc.gz!/https://echo.example/a/b.html?c=d", None, 0, "crawl/echo.example/a/b.html_c=d"),
    ("../../etc/passwd", None, 0, "etc/passwd"),
    ("week.zip!/../../x", None, 0, "week/x"),
    ("C:\\windows\\x.html", None, 0, "C__windows_x"),
    ("con.html", None, 0, "_con"),
    ("a/nul", None, 0, "a/_nul"),
    (".hidden", None, 0, "_.hidden"),
    ("trailing. ./x", None, 0, "trailing/x"),
    ("a\x00b\u202egnp.html", None, 0, "a_b_gnp"),
    ("story.html/x.json", None, 0, "story.html_/x"),
    ("Story 1.5 of 2", None, 0, "Story 1.5 of 2"),
    ("", None, 0, "_"),
    ("!/!/", None, 0, "_"),
    ("x" * 300 + ".html", None, 0, "x" * 120),
    ("/".join("abcdefghijklmnopqrstuvwxyz") + ".txt", None, 0, "/".join("jklmnopqrstuvwxyz"[:16]) + "/z"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "line", "position", "expected"), NAMES)
def test_files_are_called_after_their_documents(tmp_path: Path, source: str, line: int | None, position: int, expected: str) -> None:
    with names(tmp_path / "out", "html", ["in/"]) as given_:
        assert given_.name(source, line, position) == f"{expected}.html"


def test_no_two_articles_get_one_name_in_any_file_system(tmp_path: Path) -> None:
    sources = ["a.html", "A.json", "a.txt", "a-2.html", "ä.html", unicodedata.normalize("NFD", "Ä.html"), "a.html"]
    with names(tmp_path / "out", "html", []) as given_:
        found = [given_.name(one, None, 0) for one in sources]

    assert found == ["a.html", "A-2.html", "a-3.html", "a-2-2.html", "ä.html", "Ä-2.html", "a-4.html"]


def test_where_there_is_no_room_for_names_that_is_an_error_of_the_system(tmp_path: Path) -> None:
    def many() -> None:
        with names(tmp_path / "out", "html", []) as given_:
            given_._store.execute("pragma max_page_count = 3")
            for at in range(10_000):
                given_.name(f"{at}.json", None, 0)

    with pytest.raises(OSError, match="disk is full"):
        many()


@given(st.lists(st.tuples(st.text(max_size=30), st.none() | st.integers(1, 3), st.integers(0, 2)), max_size=30))
def test_names_are_safe_and_different_whatever_documents_are_called(
    tmp_path_factory: pytest.TempPathFactory, sources: list[tuple[str, int | None, int]]
) -> None:
    folder = tmp_path_factory.mktemp("names")
    with names(folder / "out", "html", []) as given_:
        found = [given_.name(*one) for one in sources]

    assert len({unicodedata.normalize("NFC", one.casefold()) for one in found}) == len(sources)
    for one in found:
        path = PurePosixPath(one)
        assert not path.is_absolute()
        assert all(part.strip(". ") == part or part.startswith("_") for part in path.parts[:-1])
        assert not any(part.startswith(".") or "\\" in part or ":" in part for part in path.parts)
        assert not any(parent.name.casefold().endswith(".html") for parent in path.parents)
    shutil.rmtree(folder)


def test_what_places_leave_out_of_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "in").mkdir()
    monkeypatch.chdir(tmp_path)
    assert roots(["in", "week.zip", "x/week.zip", "y/**/*.html", "s3://bucket/a/b.zip"]) == (
        "in/", f"{tmp_path}/in/", "x/", f"{tmp_path}/x/", "y/", f"{tmp_path}/y/", "s3://bucket/a/",
    )  # fmt: skip


def test_files_go_in_among_others_but_not_through_links(tmp_path: Path) -> None:
    place = tmp_path / "out"
    (place / "day").mkdir(parents=True)
    (place / "day" / "old.txt").write_text("old")
    (place / "day" / "rain.html").write_text("old")
    written(Files(target="html"), place, [archive.Document(name="day/rain.json", data=nm.dumps(nm.Article(headline="Rain"), format="json"))])
    assert sorted(content(place)) == ["day/old.txt", "day/rain.html"]
    assert nm.load(place / "day" / "rain.html").headline == "Rain"
    (tmp_path / "elsewhere").mkdir()
    (place / "night").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(FileExistsError, match="found a link"):
        written(Files(target="html"), place, [archive.Document(name="night/x", data=nm.dumps(nm.Article(headline="Rain"), format="json"))])
    assert content(tmp_path / "elsewhere") == {}


def test_losses_of_writing_are_counted_too(tmp_path: Path) -> None:
    article = nm.Article(headline="Rain", slug="rain", status="usable", notes=[nm.Label(content="Hold.", public=False)])
    given_ = [archive.Document(name="a", data=nm.dumps(article, format="json"))]

    assert written(Files(target="text"), tmp_path / "text", given_).losses > written(Files(target="json"), tmp_path / "json", given_).losses


def packed(place: Path, members: int) -> Path:
    with packing.packer(place) as packer:
        for at in range(members):
            packer.add(f"ordner/{at} ü.txt", f"Regen {at}\n".encode() * (at % 5))
    return place


def test_a_zip_is_one_to_others(tmp_path: Path) -> None:
    with zipfile.ZipFile(packed(tmp_path / "a.zip", 300)) as read:
        assert read.testzip() is None
        assert read.read("ordner/7 ü.txt") == b"Regen 7\n" * 2
        assert {(one.date_time, one.create_system, one.external_attr >> 16) for one in read.infolist()} == {((1980, 1, 1, 0, 0, 0), 3, 0o100644)}
    if unzip := shutil.which("unzip"):
        subprocess.run([unzip, "-qt", str(tmp_path / "a.zip")], check=True, stdout=subprocess.DEVNULL)


def test_a_zip_of_more_than_the_first_zip_could_count_is_one_to_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packing, "_FULL_2", 100)
    with zipfile.ZipFile(packed(tmp_path / "number.zip", 300)) as read:
        assert len(read.namelist()) == 300


def test_a_zip_of_more_than_65535_members_is_one_to_others(tmp_path: Path) -> None:
    with zipfile.ZipFile(packed(tmp_path / "many.zip", 70_000)) as read:
        assert len(read.namelist()) == 70_000
        assert read.read("ordner/69999 ü.txt") == b"Regen 69999\n" * 4


def test_a_zip_of_more_than_4_gigabytes_is_one_to_others(tmp_path: Path) -> None:
    place = tmp_path / "large.zip"
    with place.open("wb") as file, (tmp_path / "directory").open("wb+") as directory:
        file.truncate(5 << 30)  # a hole: no disk is needed
        file.seek(5 << 30)
        packer = packing.Packer(file, directory)
        packer.add("far.txt", b"far")
        packer.end()
    with zipfile.ZipFile(place) as read:
        assert read.read("far.txt") == b"far"


@pytest.mark.parametrize(
    ("output", "target", "partition", "sink"),
    [
        ("a.parquet", None, None, Parquet()),
        ("A.PQ", None, None, Parquet()),
        ("a.parquet", None, "day", ParquetFolder(by="day")),
        ("a/", None, "language", ParquetFolder(by="language")),
        ("a.jsonl", "json", None, JsonLines()),
        ("a.ndjson.gz", None, None, JsonLines(compression="gzip")),
        ("s3://b/a.jsonl.zst", None, None, JsonLines(compression="zstd")),
        ("a.zip", None, None, Zip(target="json")),
        ("a.zip", "html", None, Zip(target="html")),
        ("a", "nitf", None, Files(target="nitf")),
    ],
)
def test_the_name_of_an_output_tells_what_it_is(output: str, target: str | None, partition: partitions.Partition | None, sink: Sink) -> None:
    assert sink_for(output, target, partition) == sink


@pytest.mark.parametrize(
    ("output", "target", "partition", "message"),
    [
        ("a", None, None, "ends in one of .parquet"),
        ("a.jsonl", "html", None, "go to a folder"),
        ("a.jsonl", None, "day", "only Parquet is divided"),
        ("a", "newsml-1", None, "read only"),
        ("a", "docx", None, "no format is called"),
    ],
)
def test_outputs_that_nobody_knows_are_refused(output: str, target: str | None, partition: partitions.Partition | None, message: str) -> None:
    with pytest.raises(nm.UnknownFormat, match=message):
        sink_for(output, target, partition)


@pytest.mark.parametrize("sink", SINKS, ids=str)
def test_outputs_elsewhere_are_those_of_this_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sink: Sink) -> None:
    fsspec = import_module("fsspec")
    monkeypatch.chdir(tmp_path)
    memory = fsspec.filesystem("memory")
    url = "memory://outputs/made"
    for _ in range(2 if sink.into == "file" else 1):  # a file takes the place of an earlier one
        run(documents(60), sink, Serial(), Job(output=url))
    written(sink, tmp_path / "local", documents(60))
    found = {name.removeprefix("/outputs/made"): memory.cat_file(name) for name in memory.find("/outputs")}
    memory.rm("/outputs", recursive=True)

    assert {"local", "local.quarantine.jsonl", "local.report.json"} == set(os.listdir(tmp_path))
    assert found.pop(".quarantine.jsonl") == (tmp_path / "local.quarantine.jsonl").read_bytes()
    assert b'"articles": 60' in found.pop(".report.json")
    assert {name.removeprefix("/"): data for name, data in found.items()} == content(tmp_path / "local")


def test_a_url_of_this_machine_is_a_path() -> None:
    assert places.place("file:///a/b") == places.place("/a/b") == places.Local(Path("/a/b"))


# --- other libraries ------------------------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def archives(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two files: one with votes, one in which most columns have no value; and a folder by month."""
    folder = tmp_path_factory.mktemp("archives")
    written(Parquet(), folder / "a.parquet", itertools.chain(documents(50), [VOTED]))
    written(Parquet(), folder / "b.parquet", [dated(None)])
    written(ParquetFolder(by="month"), folder / "months", itertools.chain(documents(50), [VOTED]))
    return folder


VOTED = archive.Document(
    name="voted.json",
    data=nm.dumps(
        nm.Article(
            headline="Ferry", published=datetime(2031, 5, 2, 9, tzinfo=timezone.utc),
            votes=[nm.Vote(counts=[nm.Count(option="yes", value=7), nm.Count(option="no", value=2)])],
        ),
        format="json",
    ),
)  # fmt: skip


def test_two_files_of_one_archive_are_one_table(archives: Path) -> None:
    both = pa.concat_tables([pq.read_table(archives / name) for name in ("a.parquet", "b.parquet")])

    assert both.schema.equals(archive.SCHEMA)
    assert both.num_rows == 52
    assert len(list(archive.from_arrow(both))) == 52


def test_arrow_knows_the_partitions(archives: Path) -> None:
    found = ds.dataset(archives / "months", partitioning="hive")

    expected = [one for one in archive.articles(archives / "a.parquet") if one.published and one.published.month == 5]
    assert found.count_rows(filter=ds.field("month") == "2031-05") == len(expected) > 1


def test_pandas_opens_it(archives: Path) -> None:
    pandas = import_module("pandas")
    found = pandas.concat([pandas.read_parquet(archives / name, dtype_backend="pyarrow") for name in ("a.parquet", "b.parquet")])
    voted = found[found["headline"] == "Ferry"].iloc[0]

    assert len(found) == 52
    assert voted["votes"][0]["yes"] == 7
    assert found["published"].dtype.pyarrow_dtype == archive.SCHEMA.field("published").type
    assert pandas.read_parquet(archives / "b.parquet", dtype_backend="pyarrow")["votes"].dtype.pyarrow_dtype == archive.SCHEMA.field("votes").type
    assert len(pandas.read_parquet(archives / "months")) == 51


def test_polars_opens_it(archives: Path) -> None:
    polars = import_module("polars")
    found = polars.scan_parquet([archives / "a.parquet", archives / "b.parquet"]).collect()

    assert found.height == 52
    assert found.filter(polars.col("headline") == "Ferry")["votes"].to_list()[0][0]["yes"] == 7
    assert polars.read_parquet(archives / "b.parquet").schema == polars.read_parquet(archives / "a.parquet").schema
    assert found.schema["published"] == polars.Datetime("us", "UTC")
    assert polars.scan_parquet(archives / "months", hive_partitioning=True).filter(polars.col("month") == "2031-05").collect().height > 1


def test_duckdb_opens_it(archives: Path) -> None:
    duckdb = import_module("duckdb")
    with duckdb.connect() as database:
        files = f"read_parquet(['{archives}/a.parquet', '{archives}/b.parquet'])"
        assert database.sql(f"select count(*) from {files}").fetchall() == [(52,)]
        assert database.sql(f"select vote.yes, vote.no from (select unnest(votes) vote from {files})").fetchall() == [(7, 2)]
        types = [database.sql(f"select typeof(votes), typeof(published) from '{archives}/{name}' limit 1").fetchall() for name in ("a.parquet", "b.parquet")]
        assert types[0] == types[1]
        assert types[0][0][1] == "TIMESTAMP WITH TIME ZONE"
        months = f"read_parquet('{archives}/months/*/*.parquet', hive_partitioning = true)"
        assert database.sql(f"select count(*) from {months} where month = '2031-05' and headline = 'Ferry'").fetchall() == [(1,)]


def test_datasets_opens_it(archives: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    monkeypatch.setenv("HF_HOME", str(tmp_path))
    datasets = import_module("datasets")
    found = datasets.Dataset.from_parquet([str(archives / "a.parquet"), str(archives / "b.parquet")], cache_dir=str(tmp_path))

    assert found.num_rows == 52
    assert next(row for row in found if row["headline"] == "Ferry")["votes"][0]["yes"] == 7
    assert found.features == datasets.Dataset.from_parquet(str(archives / "b.parquet"), cache_dir=str(tmp_path)).features
    streamed = datasets.load_dataset("parquet", data_dir=str(archives / "months"), split="train", streaming=True)
    assert sum(1 for _ in streamed) == 51
