"""`newsmodel convert` for archives: what it writes, what it says, and how it ends."""

import json
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest
from rich.console import Console

import newsmodel as nm
from newsmodel import archive
from newsmodel.archive.engines import Engine, Serial
from newsmodel.archive.engines.dask import Dask
from newsmodel.archive.engines.pool import Pool
from newsmodel.archive.engines.spark import Spark
from newsmodel.archive.report import Progress, Report
from newsmodel.cli import archives
from newsmodel.cli.commands import run

STORIES = [nm.Article(headline=f"Ferry {number}", body=[nm.Paragraph(content="The council voted 7-2 to close the ferry.")]) for number in range(6)]
COMMAND = [sys.executable, "-c", "import sys; from newsmodel.cli import main; sys.exit(main())"]
SERIAL = ["--engine", "serial"]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with five good documents and a bad one."""
    monkeypatch.chdir(tmp_path)
    Path("in").mkdir()
    for number, story in enumerate(STORIES[:5]):
        nm.dump(story, Path("in") / f"{number}.json")
    Path("in/bad.json").write_text("{")
    return tmp_path


class TestConvert:
    def test_makes_a_dataset_of_a_folder_and_sums_up(self, folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
        assert 1 == run(["convert", "in", "-o", "out.parquet", "--workers", "2"])

        said = capfd.readouterr()
        assert STORIES[:5] == list(archive.articles("out.parquet"))
        assert said.out == ""
        assert "6 documents in" in said.err
        assert "5 articles, 0 losses: out.parquet" in said.err
        assert "1 document not read (1 read): out.parquet.quarantine.jsonl" in said.err
        assert "  in/bad.json:1:2: expected more, found the end of the document" in said.err.splitlines()
        assert "in/bad.json" == json.loads(Path("out.parquet.quarantine.jsonl").read_text())["source"]
        assert {"read": 1} == json.loads(Path("out.parquet.report.json").read_text())["errors"]

    def test_an_output_among_its_inputs_is_none_of_them(self, folder: Path) -> None:
        for _ in range(2):  # the second time, the first output, its report and its quarantine are there
            assert 1 == run(["convert", ".", "-o", "out.parquet", *SERIAL])
            assert 6 == json.loads(Path("out.parquet.report.json").read_text())["documents"]

    def test_says_so_where_it_throws_away_the_work_of_an_earlier_run(self, folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
        said = "out.parquet: found the work of an earlier run; without --resume, all begins anew"
        assert 1 == run(["convert", "in", "-o", "out.parquet", "--on-error", "stop", *SERIAL])
        assert said not in capfd.readouterr().err
        assert 1 == run(["convert", "in", "-o", "out.parquet", "--on-error", "stop", "--resume", *SERIAL])
        assert said not in capfd.readouterr().err
        assert 1 == run(["convert", "in", "-o", "out.parquet", "--on-error", "stop", "--quiet", *SERIAL])
        assert said not in capfd.readouterr().err
        assert 1 == run(["convert", "in", "-o", "out.parquet", *SERIAL])
        assert said in capfd.readouterr().err
        assert 1 == run(["convert", "in", "-o", "out.parquet", *SERIAL])
        assert said not in capfd.readouterr().err

    def test_a_misspelt_input_leaves_what_was_there(self, folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
        assert 1 == run(["convert", "in", "-o", "out.parquet", *SERIAL])
        capfd.readouterr()

        assert 1 == run(["convert", "inn", "-o", "out.parquet", *SERIAL])

        assert "out.parquet: nothing to read: inn: No such file or directory\n" == capfd.readouterr().err
        assert STORIES[:5] == list(archive.articles("out.parquet"))

    def test_divides_a_folder(self, folder: Path) -> None:
        nm.dump(nm.Article(headline="Regen", language="de"), "regen.json")
        assert 0 == run(["convert", "regen.json", "in/0.json", "-o", "out", "--partition", "language", *SERIAL])
        assert {"Regen", "Ferry 0"} == {article.headline for article in archive.articles("out")}
        assert Path("out/lang=de").is_dir()

    def test_says_nothing_when_it_shall_not(self, folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
        Path("in/bad.json").unlink()
        assert 0 == run(["convert", "in", "-o", "out.parquet", "--quiet", *SERIAL])
        assert ("", "") == capfd.readouterr()

    def test_takes_an_archive_apart_into_files(self, folder: Path) -> None:
        with zipfile.ZipFile("week.zip", "w") as week:
            for number in range(3):
                week.write(f"in/{number}.json", f"monday/{number}.json")
        assert 0 == run(["convert", "week.zip", "--to", "html", "-o", "out", *SERIAL])
        assert STORIES[:3] == [nm.load(path) for path in sorted(Path("out").rglob("*.html"))]

    def test_several_documents_become_json_lines(self, folder: Path) -> None:
        assert 0 == run(["convert", "in/0.json", "in/1.json", "-o", "out.jsonl", *SERIAL])
        assert STORIES[:2] == list(nm.stream("out.jsonl"))

    def test_adds_what_the_text_says(self, folder: Path) -> None:
        assert 0 == run(["convert", "in/0.json", "-o", "out.parquet", "--enrich", *SERIAL])
        assert [7] == [vote.yes for article in archive.articles("out.parquet") for vote in article.votes]
        assert 0 == run(["convert", "in/0.json", "-o", "one.json", "--enrich"])
        assert [7] == [vote.yes for vote in nm.load("one.json").votes]

    def test_ends_at_the_first_fault_where_it_shall_stop(self, folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
        assert 1 == run(["convert", "in", "-o", "out.parquet", "--on-error", "stop", *SERIAL])
        assert "in/bad.json:1:2: expected more" in capfd.readouterr().err
        assert not Path("out.parquet").exists()

    def test_goes_on_where_it_was_stopped(self, folder: Path) -> None:
        assert 1 == run(["convert", "in", "-o", "out.parquet", "--on-error", "stop", *SERIAL])
        assert 1 == run(["convert", "in", "-o", "out.parquet", "--on-error", "skip", "--resume", *SERIAL])
        assert STORIES[:5] == list(archive.articles("out.parquet"))
        assert not Path("out.parquet.quarantine.jsonl").exists()

    def test_takes_no_more_than_it_shall(self, folder: Path) -> None:
        assert 0 == run(["convert", "in", "-o", "out.parquet", "--limit", "2", *SERIAL])
        assert STORIES[:2] == list(archive.articles("out.parquet"))

    def test_refuses_what_would_be_lost_where_it_is_strict(self, folder: Path) -> None:
        nm.dump(nm.Article(headline="Rain", slug="rain"), "slug.json")
        assert 1 == run(["convert", "slug.json", "-o", "out.zip", "--to", "text", "--strict", *SERIAL])
        assert "loss" == json.loads(Path("out.zip.quarantine.jsonl").read_text())["error"]["kind"]

    @pytest.mark.parametrize(
        ("arguments", "words"),
        [
            (["in/*.json"], "an archive needs a file or a folder to go to"),
            (["in", "-o", "out.parquet", "--workers", "0"], "0 is not in the range"),
            (["in", "-o", "out.parquet", "--memory", "1"], "1 is not in the range"),
            (["in", "-o", "out.parquet", "--engine", "steam"], "'steam' is not one of"),
        ],
    )
    def test_what_is_not_understood(self, folder: Path, capfd: pytest.CaptureFixture[str], arguments: list[str], words: str) -> None:
        assert 2 == run(["convert", *arguments])
        assert words in capfd.readouterr().err

    def test_an_interrupt_keeps_what_is_done(self, folder: Path) -> None:
        line = nm.dumps(STORIES[0], format="json")
        Path("many.jsonl").write_bytes(line * 60_000)
        heeds = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); "
        command = [COMMAND[0], "-c", heeds + COMMAND[2], "convert", "many.jsonl", "-o", "out.parquet", "--workers", "1"]
        process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
        while not list(Path().glob(".nm-out.parquet.job")):
            time.sleep(0.01)
        time.sleep(1)
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=60)
        assert process.returncode == 130
        assert "interrupted; the same command with --resume goes on from here" in said
        assert "Traceback" not in said
        assert not Path("out.parquet").exists()


@pytest.mark.parametrize(
    ("src", "output", "asked", "expected"),
    [
        (["a.xml"], "b.json", archives.Asked(), False),
        (["a.xml"], "b.jsonl", archives.Asked(), False),
        (["a.xml", "b.xml"], "b.jsonl", archives.Asked(), True),
        (["folder"], "out", archives.Asked(), False),
        ([str(Path(__file__).parent)], "b.jsonl", archives.Asked(), True),
        (["folder"], "out", archives.Asked(workers=2), True),
        (["week.ZIP"], "out", archives.Asked(), True),
        (["in/*.xml"], "out", archives.Asked(), True),
        (["a.xml"], "b.parquet", archives.Asked(), True),
        (["-"], None, archives.Asked(), False),
    ],
)
def test_when_an_archive_is_meant(src: list[str], output: str | None, asked: archives.Asked, expected: bool) -> None:
    assert archives.meant(src, output, asked) is expected


def test_progress_is_a_line_where_there_is_no_terminal(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(archives, "EVERY", 0)
    with archives.Watching(Console(stderr=True), quiet=False) as watching:
        watching.saw(Progress(documents=1_500, errors=1, losses=20, part=0.5))
    said = capfd.readouterr().err
    assert said.startswith("1,500 documents, 1 error, 20 losses, ")
    assert said.rstrip().endswith(" left")


def test_progress_is_a_bar_in_a_terminal() -> None:
    console = Console(force_terminal=True, width=120, record=True, highlight=False)
    with archives.Watching(console, quiet=False) as watching:
        watching.saw(Progress(documents=1_500, errors=1, losses=20, part=0.5))
    assert "1,500 documents" in console.export_text()


def test_the_summary_tells_large_numbers_so_that_they_can_be_read() -> None:
    report = Report(
        output="out.parquet", quarantine=None, documents=1_234_567, articles=1, formats={}, errors={}, first_errors=(), losses=2, repairs=1, bytes_in=1,
        bytes_out=3_000_000_000, seconds=7_384.0, resumed=1_000,
    )  # fmt: skip
    assert [
        "1,234,567 documents in 2 h 3 min, 167 a second; 1,000 of them were done before",
        "1 article, 2 losses (1 repaired): out.parquet, 3.0 GB",
    ] == archives.summary(report)


@pytest.mark.parametrize(
    ("asked", "engine"),
    [
        (archives.Asked(), Pool()),
        (archives.Asked(workers=3, timeout=2.5, memory=68), Pool(workers=3, seconds=2.5, memory=68_000_000)),
        (archives.Asked(engine="serial"), Serial()),
        (archives.Asked(engine="dask", scheduler="tcp://10.0.0.1:8786", timeout=2.5), Dask("tcp://10.0.0.1:8786", seconds=2.5)),
        (archives.Asked(engine="spark", scheduler="local[2]", memory=68), Spark("local[2]", memory=68_000_000)),
    ],
)
def test_the_options_are_those_of_the_engine(asked: archives.Asked, engine: Engine) -> None:
    assert archives._engine(asked) == engine
