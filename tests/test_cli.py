"""The shell command: what it prints, where it writes, and how it ends."""

import io
import json
import os
import re
import signal
import subprocess
import sys
import time
from contextlib import redirect_stdout
from importlib.metadata import version
from pathlib import Path

import pytest

import newsmodel as nm
from newsmodel.cli import documents, messages
from newsmodel.cli.commands import run
from newsmodel.formats.ninjs import extended_schema

ARTICLE = nm.Article(
    headline="Night bus is saved",
    language="en",
    slug="night-bus",
    bylines=[nm.Byline(name="Ida Moreno", job_title="reporter")],
    body=[nm.Paragraph(content="The night bus keeps running, the council of Port Lorne decided on Tuesday evening.")],
    votes=[nm.Vote(motion="keep the bus", counts=[nm.Count(option="yes", value=11), nm.Count(option="no", value=6)])],
)
JSON = nm.dumps(ARTICLE, format="json")
COMMAND = [sys.executable, "-c", "import sys; from newsmodel.cli import main; sys.exit(main())"]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with one good and one bad document."""
    monkeypatch.chdir(tmp_path)
    Path("good.json").write_bytes(JSON)
    Path("bad.json").write_text('{"format": "newsmodel",\n "version": 1, "article": {"headline": 4}}')
    return tmp_path


def shell(*arguments: str, data: bytes = b"") -> "subprocess.CompletedProcess[bytes]":
    """The command in a process of its own."""
    return subprocess.run([*COMMAND, *arguments], input=data, capture_output=True, check=False, timeout=60)


class TestConvert:
    def test_writes_to_standard_output(self, folder: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
        code = run(["convert", "good.json", "--to", "html"])

        assert code == 0
        assert ARTICLE == nm.loads(capfdbinary.readouterr().out, format="html")

    def test_writes_a_file(self, folder: Path) -> None:
        assert 0 == run(["convert", "good.json", "-o", "story.html"])
        assert ARTICLE == nm.load("story.html")
        assert {"good.json", "bad.json", "story.html"} == {path.name for path in folder.iterdir()}

    def test_writes_into_a_folder_that_it_makes(self, folder: Path) -> None:
        Path("other.json").write_bytes(JSON)

        assert 0 == run(["convert", "good.json", "other.json", "--to", "newsml-g2", "-o", "out"])
        assert ["good.newsml-g2.xml", "other.newsml-g2.xml"] == sorted(path.name for path in Path("out").iterdir())

        assert 0 == run(["convert", "out", "--to", "html", "-o", "pages"])
        assert ["good.html", "other.html"] == sorted(path.name for path in Path("pages").iterdir())

    def test_takes_folders_and_keeps_their_shape(self, folder: Path) -> None:
        for place in ("in/a", "in/b", "in/.hidden"):
            Path(place).mkdir(parents=True)
            (Path(place) / "story.json").write_bytes(JSON)
        Path("in/.story.json").write_bytes(JSON)

        assert 0 == run(["convert", "in", "--to", "text", "-o", "in/out", "--quiet"])
        assert 0 == run(["convert", "in", "--to", "text", "-o", "in/out", "--quiet"])
        assert ["a/story.txt", "b/story.txt"] == sorted(str(path.relative_to("in/out")) for path in Path("in/out").rglob("*.txt"))

    def test_reads_standard_input(self) -> None:
        done = shell("convert", "-", "--to", "html", "-o", "-", data=JSON)

        assert (0, b"") == (done.returncode, done.stderr)
        assert ARTICLE == nm.loads(done.stdout)

    def test_refuses_standard_input_that_is_too_large(self) -> None:
        done = shell("convert", "-", "--to", "html", data=b" " * (16 << 20) + b" ")

        assert (1, b"<stdin>: expected at most 16777216 bytes, found more\n") == (done.returncode, done.stderr)

    def test_names_standard_input_in_a_folder(self, tmp_path: Path) -> None:
        done = shell("convert", "-", "--to", "html", "-o", f"{tmp_path}/out/", data=JSON)

        assert 0 == done.returncode
        assert ARTICLE == nm.load(tmp_path / "out" / "stdin.html")

    def test_one_bad_input_does_not_stop_the_rest(self, folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
        code = run(["convert", "bad.json", "missing.json", "good.json", "--to", "html", "-o", "out"])

        lines = capfd.readouterr().err.splitlines()
        assert 1 == code
        assert ARTICLE == nm.load("out/good.html")
        assert ["good.html"] == [path.name for path in Path("out").iterdir()]
        assert lines[0].startswith("bad.json:2:")
        assert "/article/headline: " in lines[0]
        assert lines[-1] == "missing.json: No such file or directory"

    def test_lists_losses(self, folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
        assert 0 == run(["convert", "good.json", "-o", "story.txt"])
        assert "good.json /slug: not written: " in capfd.readouterr().err
        assert 0 == run(["convert", "good.json", "-o", "story.txt", "--quiet"])
        assert ("", "") == capfd.readouterr()

    def test_strict_writes_nothing_where_something_is_lost(self, folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
        assert 1 == run(["convert", "good.json", "-o", "story.txt", "--strict"])
        assert not Path("story.txt").exists()
        assert "good.json /slug: not written: " in capfd.readouterr().err
        assert 0 == run(["convert", "good.json", "-o", "story.html", "--strict"])

    def test_never_writes_over_an_input(self, folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
        Path("link.json").symlink_to("good.json")

        assert 1 == run(["convert", "good.json", "--to", "json", "-o", "good.json"])
        assert 1 == run(["convert", "good.json", "--to", "json", "-o", "."])
        assert 1 == run(["convert", "link.json", "--to", "json", "-o", "good.json"])
        assert JSON == Path("good.json").read_bytes()
        assert "good.json: not written: good.json is an input" in capfd.readouterr().err

    def test_never_writes_two_results_to_one_file(self, folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
        for name in ("a", "b"):
            Path(name).mkdir()
        Path("a/story.json").write_bytes(JSON)
        Path("b/story.json").write_bytes(nm.dumps(nm.evolve(ARTICLE, headline="Another"), format="json"))

        assert 1 == run(["convert", "a/story.json", "b/story.json", "--to", "html", "-o", "out"])
        assert ARTICLE == nm.load("out/story.html")
        assert "b/story.json: not written: out/story.html has been written for a/story.json\n" == capfd.readouterr().err

    def test_refuses_what_is_no_regular_file(self, folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
        os.mkfifo("pipe.json")
        Path("loop.json").symlink_to("loop.json")

        assert 1 == run(["convert", "pipe.json", "loop.json", "/dev/zero", "--to", "html", "-o", "out"])
        lines = capfd.readouterr().err.splitlines()
        assert ["pipe.json: not a regular file: 'pipe.json'", "/dev/zero: not a regular file: '/dev/zero'"] == lines[::2]
        assert lines[1].startswith("loop.json: ")

        assert 1 == run(["convert", "good.json", "--to", "html", "-o", "pipe.json"])
        assert "good.json: not written: pipe.json is not a regular file\n" == capfd.readouterr().err

    @pytest.mark.skipif(os.geteuid() == 0, reason="root reads and writes everything")
    def test_reports_what_it_may_not_read_or_write(self, folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
        Path("in/closed").mkdir(parents=True)
        Path("in/closed").chmod(0)
        Path("out").mkdir(mode=0o555)

        assert 1 == run(["convert", "in", "good.json", "--to", "html", "-o", "out"])
        closed, good = capfd.readouterr().err.splitlines()
        assert "in/closed: Permission denied" == closed
        assert "good.json: cannot write out/good.html: Permission denied" == good

    def test_reports_a_folder_that_vanishes(self, tmp_path: Path) -> None:
        (gone,) = documents._below(tmp_path / "gone", None)

        assert gone.name == str(tmp_path / "gone")
        with pytest.raises(FileNotFoundError):
            gone.data()

    def test_reports_where_it_cannot_write(self, folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
        assert 1 == run(["convert", "good.json", "--to", "html", "-o", "bad.json/story.html"])
        assert "good.json: cannot write bad.json/story.html: " in capfd.readouterr().err

    def test_escapes_names(self, folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
        assert 1 == run(["convert", "a\x1b[2J\n\udcff.json", "--to", "html"])
        assert "a\\x1b[2J\\n\\udcff.json: No such file or directory\n" == capfd.readouterr().err

    @pytest.mark.parametrize(
        ("arguments", "words"),
        [
            (["good.json"], "which format to write?"),
            (["good.json", "-o", "story.unknown"], "which format to write?"),
            (["good.json", "--to", "nonsense"], "'nonsense' is none of "),
            (["good.json", "--to", "html", "--from", "nonsense"], "'nonsense' is none of "),
            (["good.json", "bad.json", "--to", "html"], "-o FOLDER"),
            (["good.json", "bad.json", "--to", "html", "-o", "good.json"], "good.json is a file"),
            ([], "Missing argument"),
        ],
    )
    def test_usage(self, folder: Path, arguments: list[str], words: str, capfd: pytest.CaptureFixture[str]) -> None:
        assert 2 == run(["convert", *arguments])
        assert words in capfd.readouterr().err


def _shown(arguments: list[str], capfd: pytest.CaptureFixture[str]) -> str:
    assert 0 == run(arguments)
    return capfd.readouterr().out


class TestInspect:
    def test_shows_the_article(self, folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
        assert 0 == run(["inspect", "good.json"])

        shown = capfd.readouterr().out
        for words in ("good.json (json)", "Night bus is saved", "Ida Moreno, reporter", "keep the bus", "11", "6", "passed"):
            assert words in shown

    def test_shows_each_article_of_an_archive(self, folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
        Path("archive.jsonl").write_bytes(JSON + nm.dumps(nm.evolve(ARTICLE, headline="Ferry is late"), format="json"))

        assert 0 == run(["inspect", "archive.jsonl"])
        shown = capfd.readouterr().out
        assert "Night bus is saved" in shown
        assert "Ferry is late" in shown

    def test_explains_how_votes_and_appeals_were_read(self, folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
        Path("ferry.txt").write_text("Ferry goes\n\nThe council voted 7-2 to close it.\n\nPlease support our newsroom.\n", "utf-8")

        assert 0 == run(["inspect", "ferry.txt", "--explain"])

        shown = capfd.readouterr().out
        for words in ("1 vote", "The council voted 7-2 to close it.", "council  body", "rule: pair: voted", "voting body: The council", "ask: Please support"):
            assert words in shown
        assert "how the text was read" not in _shown(["inspect", "ferry.txt"], capfd)

    def test_explains_that_there_is_no_vote(self, folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
        Path("rain.txt").write_text("Rain\n\nIt rained 7-2 all day.\n", "utf-8")

        assert "the text tells of no vote" in _shown(["inspect", "rain.txt", "--explain"], capfd)

    def test_one_bad_input_does_not_stop_the_rest(self, folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
        assert 1 == run(["inspect", "bad.json", "good.json"])
        shown, errors = capfd.readouterr()
        assert "Night bus is saved" in shown
        assert errors.startswith("bad.json:2:")


class TestValidate:
    def test_says_what_is_read(self, folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
        Path("page.html").write_text("<!DOCTYPE html><title>Night bus</title><h1>Night bus</h1><p>It runs.</p><blink>!</blink>")

        assert 0 == run(["validate", "good.json", "page.html", "--quiet"])
        good, page = capfd.readouterr().out.splitlines()
        assert "good.json: json, 1 article, 0 losses" == good
        assert page.startswith("page.html: html, 1 article, ")

    def test_lists_losses(self, folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
        Path("page.html").write_text("<!DOCTYPE html><title>Night bus</title><h1>Night bus</h1><p>It runs.</p><blink>!</blink>")

        assert 0 == run(["validate", "page.html"])
        assert "not read: " in capfd.readouterr().err

    def test_tells_a_repair_from_what_is_not_read(self, folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
        page = '<!DOCTYPE html><title>Night bus</title><meta property="article:published_time" content="2026-03-04 12:00"><h1>Night bus</h1>'
        Path("page.html").write_text(page)

        assert 0 == run(["validate", "page.html"])
        assert "repaired: an unusually spelt time: '2026-03-04 12:00'" in capfd.readouterr().err

    def test_fails_for_a_document_without_an_article(self, folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
        Path("empty.jsonl").touch()

        assert 1 == run(["validate", "empty.jsonl", "--from", "json"])
        assert "empty.jsonl: expected an article, found none\n" == capfd.readouterr().err

    def test_fails_for_a_bad_document(self, folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
        assert 1 == run(["validate", "."])
        shown, errors = capfd.readouterr()
        assert "good.json: json, 1 article, 0 losses\n" == shown
        assert errors.startswith("bad.json:2:")


class TestTheRest:
    def test_formats_lists_every_codec(self, capfd: pytest.CaptureFixture[str]) -> None:
        assert 0 == run(["formats"])
        shown = capfd.readouterr().out
        for codec in nm.codecs():
            assert codec.name in shown
            assert codec.suffixes[0] in shown

    def test_schema_is_the_schema(self, capfd: pytest.CaptureFixture[str]) -> None:
        assert 0 == run(["schema"])
        assert nm.schema() == json.loads(capfd.readouterr().out)

    @pytest.mark.parametrize(("name", "version"), [("ninjs-extended", "3.1"), ("ninjs-2.2-extended", "2.2")])
    def test_schema_of_a_format_that_we_extend(self, name: str, version: str, capfd: pytest.CaptureFixture[str]) -> None:
        assert 0 == run(["schema", "--format", name])
        assert extended_schema(version) == json.loads(capfd.readouterr().out)

    def test_demo_writes_every_format(self, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
        assert 0 == run(["demo", str(tmp_path / "demo")])

        writers = [codec for codec in nm.codecs() if isinstance(codec, nm.Writer)]
        written = {path.name for path in (tmp_path / "demo").iterdir()}
        shown = capfd.readouterr().out
        assert written >= {"messy_page.txt", "losses.txt"}
        assert len(writers) + 2 == len(written)
        assert all(name in shown for name in written)
        read = nm.load(tmp_path / "demo" / "messy_page.txt")
        for codec in writers:
            again = codec.read((tmp_path / "demo" / f"story{codec.suffixes[0]}").read_bytes()).article
            assert nm.patch(read, codec.write(read).losses) == again

    def test_demo_reports_a_folder_that_cannot_be_made(self, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
        (tmp_path / "file").write_text("")

        assert 1 == run(["demo", str(tmp_path / "file" / "demo")])
        assert capfd.readouterr().err.startswith("messy_page.txt: ")

    def test_version(self, capfd: pytest.CaptureFixture[str]) -> None:
        assert 0 == run(["--version"])
        assert version("newsmodel") in capfd.readouterr().out

    @pytest.mark.parametrize("arguments", [["-h"], ["convert", "-h"], ["inspect", "--help"], ["demo", "-h"]])
    def test_help(self, arguments: list[str], capfd: pytest.CaptureFixture[str]) -> None:
        assert 0 == run(arguments)
        assert "Usage: newsmodel" in capfd.readouterr().out


class TestProcess:
    @pytest.mark.parametrize("missing", ["click", "rich"])
    def test_a_missing_extra_is_one_line(self, missing: str) -> None:
        script = f"import sys; sys.modules[{missing!r}] = None; from newsmodel.cli import main; sys.exit(main())"

        done = subprocess.run([sys.executable, "-c", script, "formats"], capture_output=True, text=True, check=False)

        assert 1 == done.returncode
        assert "pip install 'newsmodel[cli]'" in done.stderr
        assert 1 == len(done.stderr.splitlines())

    def test_another_missing_module_is_not_blamed_on_the_extra(self) -> None:
        script = "import sys; sys.modules['newsmodel.cli.tree'] = None; from newsmodel.cli import main; sys.exit(main())"

        done = subprocess.run([sys.executable, "-c", script, "formats"], capture_output=True, text=True, check=False)

        assert 1 == done.returncode
        assert "newsmodel[cli]" not in done.stderr

    def test_an_interrupt_while_it_starts_ends_with_130(self) -> None:
        script = (
            "import sys\n"
            "class Interrupted:\n"
            "    def find_spec(self, name, *_):\n"
            "        if name == 'newsmodel.cli.commands': raise KeyboardInterrupt\n"
            "sys.meta_path.insert(0, Interrupted())\n"
            "from newsmodel.cli import main\n"
            "sys.exit(main())\n"
        )

        done = subprocess.run([sys.executable, "-c", script, "formats"], capture_output=True, check=False)

        assert (130, b"") == (done.returncode, done.stderr)

    def test_an_interrupt_ends_with_130_and_without_a_traceback(self, tmp_path: Path) -> None:
        for number in range(2000):
            (tmp_path / f"{number}.json").write_bytes(JSON)
        # What a job in the background starts ignores interrupts; a terminal's command does not.
        heeds = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); "
        command = [*COMMAND[:2], heeds + COMMAND[2], "convert", str(tmp_path), "--to", "html", "-o", str(tmp_path / "out")]
        process = subprocess.Popen(command, stderr=subprocess.PIPE)
        deadline = time.monotonic() + 60
        while not (tmp_path / "out").exists() and time.monotonic() < deadline:
            time.sleep(0.01)

        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=60)

        assert 130 == process.returncode
        assert b"Traceback" not in errors
        assert not list((tmp_path / "out").glob(".nm-*"))

    def test_a_reader_that_goes_away_is_no_fault_to_report(self, folder: Path) -> None:
        process = subprocess.Popen(
            [*COMMAND, "convert", "good.json", "--to", "html"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        assert process.stdout is not None
        process.stdout.close()

        assert process.stderr is not None
        assert b"" == process.stderr.read()
        assert 1 == process.wait(timeout=60)
        process.stderr.close()

    def test_a_terminal_without_unicode_gets_escapes(self, folder: Path) -> None:
        Path("story.json").write_bytes(nm.dumps(nm.evolve(ARTICLE, headline="Über die Brücke"), format="json"))
        environment = {**os.environ, "PYTHONIOENCODING": "ascii"}

        done = subprocess.run([*COMMAND, "inspect", "story.json"], capture_output=True, check=False, env=environment)

        assert 0 == done.returncode
        assert b"\\xdcber die Br\\xfccke" in done.stdout

    def test_a_terminal_decides_about_the_width(self, folder: Path) -> None:
        environment = {**os.environ, "FORCE_COLOR": "1", "COLUMNS": "40"}

        done = subprocess.run([*COMMAND, "inspect", "good.json"], capture_output=True, check=False, env=environment)

        lines = [re.sub("\x1b\\[[0-9;]*m", "", line) for line in done.stdout.decode().splitlines()]
        assert 0 == done.returncode
        assert 40 == max(len(line) for line in lines)

    def test_runs_where_output_is_not_a_stream_of_bytes(self) -> None:
        with redirect_stdout(io.StringIO()) as shown:
            assert 0 == run(["formats"])

        assert "newsml-g2" in shown.getvalue()


def test_a_document_that_no_format_fits_is_one_line() -> None:
    assert ["x.bin: no format fits"] == list(messages.of_error("x.bin", nm.UnknownFormat("no format fits")))
