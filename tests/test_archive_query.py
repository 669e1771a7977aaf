"""Archives asked in SQL, in Python and in the shell, by the real DuckDB."""

import io
import json
import os
import signal
import subprocess
import sys
import time
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.dataset as ds
import pyarrow.parquet as pq
import pytest

import newsmodel as nm
from newsmodel import archive
from newsmodel.archive.views import BESIDE, VIEWS, QueryError, opened
from newsmodel.cli.datasets import answers, bars, grid
from newsmodel.cli.commands import run

EVENING = datetime(2031, 5, 2, 23, 30, tzinfo=timezone(timedelta(hours=2)))


def voted(number: int, language: str = "en") -> nm.Article:
    return nm.Article(
        id=f"urn:ferry:{number}", headline=f"Ferry {number}", language=language, published=EVENING + timedelta(days=number),
        bylines=[nm.Byline(name="Ida Moreno", id="staff:7")], sections=[nm.Concept(name="Harbour")], subjects=[nm.Concept(name="Ferries")],
        body=[nm.Figure(caption=nm.Caption(content="The pier", credit="Ida Moreno"))],
        votes=[nm.Vote(motion="close the ferry", counts=[nm.Count(option="yes", value=7), nm.Count(option="no", value=number)])],
        appeals=[nm.DonationAppeal(amounts=[nm.SuggestedAmount(value=Decimal("49.5"), currency="EUR"), nm.SuggestedAmount(value=Decimal(1000), currency="EUR")])],
    )  # fmt: skip


@pytest.fixture
def dataset(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with a dataset of three articles and a document that was not read."""
    monkeypatch.chdir(tmp_path)
    broken = archive.kernel(next(archive.batches([archive.Document(name="bad.json", data=b"{")])))
    table = pa.concat_tables([archive.to_arrow([voted(1), voted(2), voted(9)], source="all.jsonl"), pa.Table.from_batches([broken])])
    pq.write_table(table, "news.parquet")
    return Path("news.parquet")


def values(path: "str | os.PathLike[str]", sql: str) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = archive.query(path, sql).to_pylist()
    return rows


def failure(path: Path, sql: str) -> QueryError:
    with pytest.raises(QueryError) as caught:
        archive.query(path, sql)
    return caught.value


class TestViews:
    @pytest.mark.parametrize(("view", "count"), [
        ("articles", 3), ("votes", 3), ("bylines", 3), ("captions", 3), ("appeals", 3), ("amounts", 6), ("sections", 3), ("subjects", 3), ("losses", 0), ("errors", 1),
    ])  # fmt: skip
    def test_each_has_a_row_for_each_thing(self, dataset: Path, view: str, count: int) -> None:
        assert count == archive.query(dataset, f"select * from {view}").num_rows

    def test_all_are_tried(self) -> None:
        assert len(VIEWS) == 10

    def test_the_article_stands_beside_what_it_holds(self, dataset: Path) -> None:
        with opened(dataset) as found:
            for view in set(VIEWS) - {"articles", "errors"}:
                assert list(BESIDE) == list(found.columns(view))[: len(BESIDE)]
                assert len(set(found.columns(view))) == len(found.columns(view))
        assert [{"id": "urn:ferry:1", "byline_id": "staff:7", "name": "Ida Moreno"}] == values(dataset, "select id, byline_id, name from bylines limit 1")

    def test_times_are_instants_in_utc(self, dataset: Path) -> None:
        (row,) = values(dataset, "select published, published::varchar as told, published_offset from articles where id = 'urn:ferry:1'")

        assert EVENING + timedelta(days=1) == row["published"]
        assert "2031-05-03 21:30:00+00" == row["told"]
        assert 120 == row["published_offset"]

    def test_documents_that_were_not_read_are_errors_and_no_articles(self, dataset: Path) -> None:
        Path("news.parquet.quarantine.jsonl").write_text('{"source": "worse.xml", "position": 0, "error": {"kind": "size", "message": "too long"}, "more": [1]}\nno JSON\n')

        assert [("bad.json", "read"), ("worse.xml", "size")] == [(row["source"], row["kind"]) for row in values(dataset, "from errors order by source")]
        assert [{"n": 0}] == values(dataset, "select count(*) as n from articles where headline is null")

    def test_a_folder_a_pattern_and_partitions_are_one_dataset(self, dataset: Path) -> None:
        rows = archive.to_arrow([voted(1, "en"), voted(2, "de"), voted(3, "no")])
        ds.write_dataset(rows, "parts", format="parquet", partitioning=["language"], partitioning_flavor="hive")
        expected = [{"language": "de"}, {"language": "en"}, {"language": "no"}]

        assert expected == values("parts", "select language from articles order by 1")
        assert expected == values("parts/*/*.parquet", "select language from articles order by 1")
        assert expected == values("parts/", "select language from votes order by 1")

    def test_partitions_of_another_column_are_a_column(self, dataset: Path) -> None:
        Path("days/date=2031-05-03").mkdir(parents=True)
        dataset.rename("days/date=2031-05-03/part-0.parquet")

        assert [{"date": date(2031, 5, 3), "n": 3}] == values("days", "select date, count(*) as n from articles group by all")

    @pytest.mark.parametrize("name", ["it's.parquet", "[1]*?.parquet", "a b.parquet", "Fähre.parquet"])
    def test_any_name_of_a_file_will_do(self, dataset: Path, name: str) -> None:
        Path("odd[1]").mkdir()
        place = Path("odd[1]") / name
        dataset.rename(place)

        assert [{"n": 3}] == values(place, "select count(*) as n from articles")
        assert [{"n": 3}] == values("odd[1]", "select count(*) as n from articles")

    def test_columns_that_were_left_out_are_empty(self, dataset: Path) -> None:
        pq.write_table(archive.to_arrow([voted(1)]).select(["source", "position", "headline"]), "few.parquet")

        assert [{"language": None, "headline": "Ferry 1"}] == values("few.parquet", "select language, headline from articles")
        assert [] == values("few.parquet", "from votes")

    def test_an_empty_dataset_answers(self, dataset: Path) -> None:
        pq.write_table(archive.to_arrow([]), "empty.parquet")

        assert [{"n": 0}] == values("empty.parquet", "select count(*) as n from articles")
        assert archive.query("empty.parquet", "from votes").num_rows == 0

    def test_what_is_no_archive_is_refused(self, dataset: Path) -> None:
        Path("text.parquet").write_text("It rained.")
        pq.write_table(pa.table({"a": [1]}), "other.parquet")

        with pytest.raises(ValueError, match="expected a Parquet file, found none in text.parquet"):
            archive.query("text.parquet", "select 1")
        with pytest.raises(ValueError, match="a column 'source', found the columns a"):
            archive.query("other.parquet", "select 1")
        for missing in ("nothing.parquet", "nothing-*.parquet"):
            with pytest.raises(FileNotFoundError):
                archive.query(missing, "select 1")


class TestLock:
    @pytest.mark.parametrize("sql", [
        "copy (select 1) to 'out.csv'", "copy (select 1) to 'news.parquet' (format csv, use_tmp_file false)",
        "with x as (copy (select 1) to 'news.parquet' (format csv, use_tmp_file false)) select 1",
        "explain analyze copy (select 1) to 'news.parquet' (format csv, use_tmp_file false)",
        "explain copy (select 1) to 'news.parquet' (format csv, use_tmp_file false)",
        "explain with x as (copy (select 1) to 'news.parquet' (format csv, use_tmp_file false)) select 1",
        "from query('with x as (copy (select 1) to ''news.parquet'' (format csv, use_tmp_file false)) select 1')",
        "attach 'other.db'", "install httpfs", "load httpfs", "export database 'out'", "create table x as select 1", "insert into articles select 1",
        "with x as (insert into y values (1) returning *) select 1", "drop view articles", "set TimeZone = 'Europe/Berlin'", "set enable_external_access = true",
        "set allowed_paths = ['secret.txt']", "from read_text('secret.txt')", "from read_csv('secret.txt')", "from 'secret.csv'", "from glob('*')",
        "from sniff_csv('secret.txt')", "from read_blob('secret.txt')", "select getenv('HOME')", "from read_csv('https://example.invalid/x.csv')", "call pragma_version()",
        "from read_text('/proc/self/environ')", "create secret (type s3)", "pragma enable_profiling", "select 1; copy (select 1) to 'out.csv'",
        "from here",
    ])  # fmt: skip
    def test_only_the_dataset_is_read_and_nothing_is_written(self, dataset: Path, sql: str) -> None:
        Path("secret.txt").write_text("secret")
        Path("secret.csv").write_text("secret")
        before = {path.name: path.read_bytes() for path in Path().iterdir()}
        here = pa.table({"a": [1]})

        if sql.startswith(("explain copy", "explain with")):
            assert archive.query(dataset, sql).num_rows == here.num_rows  # the plan alone: nothing is done
        else:
            failure(dataset, sql)

        assert before == {path.name: path.read_bytes() for path in Path().iterdir()}

    @pytest.mark.parametrize("sql", [
        "from votes", "table votes", "values (1)", "describe votes", "show tables", "summarize votes", "explain select 1", "select * from votes;  -- all",
        "with a as (select 1) from a union all from a", "with recursive t(n) as (select 1 union all select n + 1 from t where n < 3) from t",
        "pivot votes on outcome in ('passed', 'failed') using count(*)", "select (select max(yes) from votes), exists (from votes)",
        "select list_transform([1], lambda x: x + 1)", "select * from articles a join votes v on a.id = v.id",
    ])  # fmt: skip
    def test_every_kind_of_question_may_be_asked(self, dataset: Path, sql: str) -> None:
        assert archive.query(dataset, sql).num_columns > 0

    def test_what_does_not_fit_into_memory_goes_where_it_is_gone_at_the_end(self, dataset: Path) -> None:
        with opened(dataset) as found:
            (row,) = found.rows("select current_setting('temp_directory') as place")
            assert Path(row["place"]).is_dir()
        assert not Path(row["place"]).exists()
        assert ["news.parquet"] == [path.name for path in Path().iterdir()]


class TestErrors:
    @pytest.mark.parametrize(("sql", "expected"), [
        ("select * form votes", '1:15: syntax error at or near "votes"'),
        ("select 'é',\n nope from votes", '2:2: Referenced column "nope" not found in FROM clause'),
        ("select * from vots", "1:15: no view 'vots'; there are articles, votes, bylines"),
        ("select cast('x' as int)", "1:8: Could not convert string 'x' to INT32"),
        ("select 1; select 2", "expected one query, found 2"),
        (" ", "expected one query, found 0"),
        ("drop view votes", "an archive is only read: expected a query such as 'select ...', found DROP"),
        ("select case when range = 50000 then error('boom') else 1 end from range(100000)", "boom"),
    ])  # fmt: skip
    def test_are_one_line_with_the_place(self, dataset: Path, sql: str, expected: str) -> None:
        told = str(failure(dataset, sql))

        assert told.startswith(expected)
        assert "\n" not in told
        assert "pg_" not in told


class TestFormats:
    ROWS: tuple[tuple[object, ...], ...] = (
        (1, 'a,"b"\n', None, Decimal("1000.00"), datetime(2031, 5, 2, tzinfo=timezone.utc), [{"x": Decimal("0.50")}], True),
        (2, "\u202e", 0.5, None, None, [], False),
    )  # fmt: skip
    NAMES = ("a", "b", "c", "d", "e", "f", "g")

    def batches(self) -> list[pa.RecordBatch]:
        columns = [pa.array(list(column)) for column in zip(*self.ROWS, strict=True)]
        return [pa.RecordBatch.from_arrays(columns, names=list(self.NAMES))]

    def written(self, format: str) -> str:
        return b"".join(answers.FORMATS[format](list(self.NAMES), answers.rows(self.batches()))).decode()

    def test_csv_is_read_back(self) -> None:
        expected = 'a,b,c,d,e,f,g\n1,"a,""b""\n",,1000,2031-05-02T00:00:00Z,"[{""x"":0.5}]",true\n2,\u202e,0.5,,,[],false\n'

        assert expected == self.written("csv")

    def test_json_is_read_back(self) -> None:
        expected = [
            {"a": 1, "b": 'a,"b"\n', "c": None, "d": 1000, "e": "2031-05-02T00:00:00Z", "f": [{"x": 0.5}], "g": True},
            {"a": 2, "b": "\u202e", "c": 0.5, "d": None, "e": None, "f": [], "g": False},
        ]

        assert expected == json.loads(self.written("json"))
        assert expected == [json.loads(line) for line in self.written("jsonl").splitlines()]
        assert "[]\n" == b"".join(answers.as_json(["a"], [])).decode()

    def test_columns_of_one_name_are_told_apart(self) -> None:
        assert ["a", "a_2", "a_2_2"] == answers.names(pa.schema([("a", pa.int8()), ("a", pa.int8()), ("a_2", pa.int8())]))

    def test_a_table_is_no_wider_than_the_terminal(self) -> None:
        for count in range(1, 40):
            widths = grid.fitted([30] * count, 80)
            assert sum(widths) + grid.GAP * len(widths) <= 80
            assert min(widths) >= grid.NARROWEST


class TestCharts:
    def test_bars_are_as_long_as_their_numbers(self) -> None:
        assert ["rain  ████████ 8", "wind  ████     4", "snow           0"] == bars.bars(["rain", "wind", "snow"], [8, 4, 0], 16)
        assert ["rain  ######### 8"] == bars.bars(["rain"], [8], 17, blocks=False)
        assert ["rain  ----     -3", "wind  ████████  6"] == bars.bars(["rain", "wind"], [-3, 6], 17)
        assert [] == bars.bars([], [], 16)

    def test_what_is_not_nothing_is_seen(self) -> None:
        assert "▏" in bars.bars(["rain", "wind"], [1_000_000, 1], 40)[1]

    def test_labels_are_in_one_line_and_cannot_move_the_cursor(self) -> None:
        (line,) = bars.bars(["a\x1b[2J\n\u202e" + "x" * 500], [1], 60)

        assert line.startswith("a\\x1b[2J \\u")
        assert len(line) <= 60

    def test_times_stand_at_their_places(self) -> None:
        months = [date(2031, month, 1) for month in (1, 2, 4)]
        *_, last, axis, told = bars.columns(months, [1, 2, 4], 60)

        assert "  ┤███ ███     ███" == last
        assert "0 └────────────────" == axis
        assert told.split() == ["2031-01-01", "2031-04-01"]

    def test_one_time_is_a_chart_too(self) -> None:
        assert "2031-01-01" in bars.columns([date(2031, 1, 1)], [3], 40)[-1]


class TestCommand:
    def test_shows_a_table(self, dataset: Path, capfd: pytest.CaptureFixture[str]) -> None:
        assert 0 == run(["query", "news.parquet", "select headline, yes, no from votes order by no"])
        head, _, first, *_ = capfd.readouterr().out.splitlines()
        assert ["headline   yes   no", "Ferry 1      7    1"] == [head.strip(), first.strip()]

    def test_says_what_a_table_leaves_out(self, dataset: Path, capfd: pytest.CaptureFixture[str]) -> None:
        assert 0 == run(["query", "news.parquet", "select * from votes", "--rows", "2"])
        said = capfd.readouterr()
        assert "the first 2 rows; --rows shows more" in said.err
        assert "of 23 columns; no room for " in said.err
        assert all(len(line) <= 100 for line in said.out.splitlines())

    def test_writes_a_file_whole_or_not_at_all(self, dataset: Path, capfd: pytest.CaptureFixture[str]) -> None:
        assert 0 == run(["query", "news.parquet", "select no from votes order by 1", "-o", "votes.csv"])
        assert "no\n1\n2\n9\n" == Path("votes.csv").read_text()
        assert 1 == run(["query", "news.parquet", "select case when range = 90000 then error('boom') else 1 end from range(100000)", "-o", "votes.csv"])
        assert "query: boom\n" == capfd.readouterr().err
        assert "no\n1\n2\n9\n" == Path("votes.csv").read_text()
        assert 1 == run(["query", "news.parquet", "select 1", "-o", "missing/votes.csv"])
        assert {"news.parquet", "votes.csv"} == {path.name for path in Path().iterdir()}

    def test_who_may_read_a_file_stays_as_it_was(self, dataset: Path) -> None:
        Path("votes.csv").touch(0o600)
        assert 0 == run(["query", "news.parquet", "select no from votes", "-o", "votes.csv"])
        assert 0o600 == Path("votes.csv").stat().st_mode & 0o777

    def test_a_device_is_not_replaced(self, dataset: Path, capfd: pytest.CaptureFixture[str]) -> None:
        os.mkfifo("pipe.csv")
        assert 1 == run(["query", "news.parquet", "select 1", "-o", "pipe.csv"])
        assert "cannot write pipe.csv: not a regular file" in capfd.readouterr().err
        assert Path("pipe.csv").is_fifo()

    def test_never_writes_over_the_dataset(self, dataset: Path, capfd: pytest.CaptureFixture[str]) -> None:
        before = dataset.read_bytes()

        assert 1 == run(["query", "news.parquet", "select 1", "-o", "./news.parquet", "--format", "csv"])
        assert before == dataset.read_bytes()
        assert "is a file of the dataset" in capfd.readouterr().err

    def test_reads_the_query_from_standard_input(self, dataset: Path) -> None:
        done = subprocess.run(
            [sys.executable, "-c", "import sys; from newsmodel.cli import main; sys.exit(main())", "query", "news.parquet", "-", "--format", "jsonl"],
            input=b"select no\nfrom votes order by 1 limit 1", capture_output=True, check=False, timeout=60,
        )  # fmt: skip

        assert (0, b'{"no":1}\n', b"") == (done.returncode, done.stdout, done.stderr)

    def test_draws_charts(self, dataset: Path, capfd: pytest.CaptureFixture[str]) -> None:
        assert 0 == run(["query", "news.parquet", "select headline, no, yes from votes order by no", "--format", "chart"])
        lines = capfd.readouterr().out.splitlines()
        assert "no" == lines[0]
        assert lines[3].startswith("Ferry 9  ████")
        assert "yes" == lines[5]
        assert 0 == run(["query", "news.parquet", "select published, no from votes", "--format", "chart"])
        assert "2031-05-03" in capfd.readouterr().out
        assert 1 == run(["query", "news.parquet", "select headline from votes", "--format", "chart"])
        assert "a chart needs a column of labels" in capfd.readouterr().err

    def test_lists_the_views(self, dataset: Path, capfd: pytest.CaptureFixture[str]) -> None:
        assert 0 == run(["query", "news.parquet"])
        said = capfd.readouterr().out
        assert "news.parquet: 3 articles, 1 file" in said
        assert all(f"\n{view}: " in said for view in VIEWS)
        assert "  source text, position number, id text" in said

    def test_its_examples_can_be_asked(self, dataset: Path) -> None:
        from newsmodel.cli.datasets import EXAMPLES

        assert all(archive.query(dataset, example).num_columns for example in EXAMPLES)

    def test_a_result_without_rows_says_so(self, dataset: Path, capfd: pytest.CaptureFixture[str]) -> None:
        assert 0 == run(["query", "news.parquet", "select yes from votes where false"])
        assert "no row\n" == capfd.readouterr().err

    @pytest.mark.parametrize(("arguments", "expected"), [
        (["news.parquet", "select * from vots"], "query:1:15: no view 'vots'; there are articles, "),
        (["gone.parquet", "select 1"], "gone.parquet: No such file or directory"),
    ])  # fmt: skip
    def test_faults_are_one_line(self, dataset: Path, capfd: pytest.CaptureFixture[str], arguments: list[str], expected: str) -> None:
        assert 1 == run(["query", *arguments])
        (line,) = capfd.readouterr().err.splitlines()
        assert line.startswith(expected)

    def test_large_results_stream(self, dataset: Path) -> None:
        with opened(dataset) as found:
            _, batches = found.batches("select a.range as a, b.range as b from range(1000000) a, range(1000000) b")
            assert next(batches).num_rows > 0
            lines = answers.as_csv(["a", "b"], answers.rows(batches))
            assert b"a,b\n" == next(lines)
            assert io.BytesIO(next(lines)).read().count(b",") == 1


class TestInterrupts:
    ENDLESS = "select count(*) from range(1000000000) a, range(1000000) b where (a.range * b.range) % 7 = 3"
    """A count that no machine ends while we wait, and not a row before the end."""
    HEEDS = "import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler); from newsmodel.cli import main; sys.exit(main())"

    def interrupted(self, arguments: list[str], how: signal.Signals, code: int) -> None:
        """Interrupt the command while DuckDB works; nothing it made on the way may be left."""
        Path("temporary").mkdir()
        before = sorted(Path().rglob("*"))
        process = subprocess.Popen(
            [sys.executable, "-c", self.HEEDS, *arguments], env=os.environ | {"TMPDIR": "temporary"}, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
        while not any(Path("temporary").iterdir()) and process.poll() is None:
            time.sleep(0.01)
        time.sleep(0.5)
        process.send_signal(how)
        try:
            out, said = process.communicate(timeout=60)
        finally:
            process.kill()

        assert (code, "", "") == (process.returncode, out, said.strip())
        assert before == sorted(Path().rglob("*"))

    @pytest.mark.parametrize(("how", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
    @pytest.mark.parametrize("more", [[], ["-o", "count.csv"]])
    def test_end_a_query_before_its_first_row(self, dataset: Path, more: list[str], how: signal.Signals, code: int) -> None:
        self.interrupted(["query", "news.parquet", self.ENDLESS, *more], how, code)

    def test_end_a_summary(self, dataset: Path) -> None:
        rows = pq.read_table(dataset).slice(0, 1)
        Path("many").mkdir()
        pq.write_table(pa.concat_tables([rows] * 10_000).combine_chunks(), "many/0.parquet")
        for number in range(1, 2_000):
            Path(f"many/{number}.parquet").hardlink_to("many/0.parquet")
        self.interrupted(["stats", "many"], signal.SIGINT, 130)


def test_duckdb_reads_the_file_without_us(dataset: Path) -> None:
    with duckdb.connect() as connection:
        assert [(4,)] == connection.execute("select count(*) from 'news.parquet'").fetchall()
