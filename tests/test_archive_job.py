"""Jobs: what they write, what they tell, and how they go on where they broke off."""

import itertools
import json
import os
import pickle
import random
import re
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import newsmodel as nm
from newsmodel import archive
from newsmodel.archive import journal as journals
from newsmodel.archive.documents import BATCH_DOCUMENTS, Fault
from newsmodel.archive.engines import Serial
from newsmodel.archive.engines.pool import Pool
from newsmodel.archive.job import Job, run
from newsmodel.archive.places import Local
from newsmodel.archive.sinks.files import Files
from newsmodel.archive.sinks.lines import JsonLines
from newsmodel.archive.sinks.parquet import Parquet
from newsmodel.archive.sinks.partitions import ParquetFolder
from tests.archive_victim import documents, sink_of, work

OUTPUTS = ("out.parquet", "out.days", "out.jsonl", "out.jsonl.gz", "out.jsonl.zst", "out.html", "out.zip")
ROOT = Path(__file__).resolve().parents[1]


def files(folder: Path) -> dict[str, bytes]:
    """All files, and what is in them; of a report what does not differ from run to run."""
    found = {str(one.relative_to(folder)): one.read_bytes() for one in sorted([folder, *folder.rglob("*")]) if one.is_file()}
    for name, data in found.items():
        if name.endswith(".report.json"):
            told = json.loads(data)
            assert set(told.pop("run")) == {"started", "seconds", "resumed"}
            found[name] = json.dumps(told).replace(str(folder), "").encode()
    return found


def stopping(given: Iterable[archive.Document], after: int) -> Iterator[archive.Document]:
    """The documents, and a power cut behind so many of them."""
    yield from itertools.islice(given, after)
    raise KeyboardInterrupt


def told(folder: Path, name: str) -> Path:
    folder.mkdir()
    return folder / name


@pytest.mark.parametrize("name", OUTPUTS)
def test_what_is_written_is_there_whole_with_its_report_and_its_quarantine(tmp_path: Path, name: str) -> None:
    report = work(str(tmp_path / name), 300)

    assert {name, f"{name}.quarantine.jsonl", f"{name}.report.json"} == {one.name for one in tmp_path.iterdir()}
    assert (report.documents, report.articles, report.errors) == (300, 300, {"read": 30})
    assert report.failed == 30
    assert report.formats == {"json": 140, "ninjs": 80, "nitf": 80}
    assert report.bytes_out == sum(len(data) for file, data in files(tmp_path).items() if not file.startswith(f"{name}."))
    assert report.bytes_in == sum(len(one.data or b"") for one in documents(300))
    assert report.as_json() == (tmp_path / f"{name}.report.json").read_bytes()


def test_the_quarantine_names_each_document_its_place_and_its_fault(tmp_path: Path) -> None:
    bad = archive.Document(name="gone \udcff.json", data=None, error=Fault(kind="source", message="no such file"))
    good = nm.dumps(nm.Article(headline="Rain"), format="json")
    half = archive.Document(name="half.jsonl", data=good + b'{"a": }\n')
    run([bad, half], JsonLines(), Serial(), Job(output=tmp_path / "out.jsonl"))
    rows = [json.loads(line) for line in (tmp_path / "out.jsonl.quarantine.jsonl").read_bytes().splitlines()]

    assert rows[0] == {
        "source": "gone \\udcff.json", "line": None, "position": 0,
        "error": {"kind": "source", "message": "no such file", "path": None, "line": None, "column": None},
    }  # fmt: skip
    assert (rows[1]["source"], rows[1]["position"], rows[1]["error"]["kind"], rows[1]["error"]["line"]) == ("half.jsonl", 1, "read", 2)


def test_where_all_is_read_there_is_no_quarantine_not_even_an_old_one(tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"
    work(str(output), 20)
    assert (tmp_path / "out.jsonl.quarantine.jsonl").exists()
    report = run(itertools.islice(documents(20), 6), JsonLines(), Serial(), Job(output=output))

    assert report.quarantine is None
    assert not (tmp_path / "out.jsonl.quarantine.jsonl").exists()


def test_skipped_documents_are_counted_and_written_nowhere(tmp_path: Path) -> None:
    report = work(str(tmp_path / "out.parquet"), 100, on_error="skip")

    assert report.errors == {"read": 10}
    assert {one.name for one in tmp_path.iterdir()} == {"out.parquet", "out.parquet.report.json"}


def test_a_job_that_shall_stop_ends_at_the_first_fault_and_goes_on_once_it_is_mended(tmp_path: Path) -> None:
    output = tmp_path / "out.parquet"
    good = [one for one in documents(600) if "week.zip" not in one.name]
    broken = [*good[:400], archive.Document(name="bad.json", data=b"{"), *good[400:]]
    mended = [*good[:400], archive.Document(name="bad.json", data=nm.dumps(nm.Article(headline="Mended"), format="json")), *good[400:]]
    with pytest.raises(archive.Stopped, match=r"^bad\.json:1:2: ") as stopped:
        run(broken, Parquet(), Serial(), Job(output=output, on_error="stop"))
    assert (stopped.value.source, stopped.value.kind, stopped.value.line) == ("bad.json", "read", 1)
    assert str(pickle.loads(pickle.dumps(stopped.value))) == str(stopped.value)
    assert [".nm-out.parquet.job"] == [one.name for one in tmp_path.iterdir()]
    report = run(mended, Parquet(), Serial(), Job(output=output, on_error="stop", resume=True))

    assert report.resumed == 400 // BATCH_DOCUMENTS * BATCH_DOCUMENTS
    assert [one.headline for one in archive.articles(output)][430:].count("Mended") == 1


@pytest.mark.parametrize("name", OUTPUTS)
@pytest.mark.parametrize("after", [1, 300])
def test_a_run_that_is_resumed_writes_the_same_bytes(tmp_path: Path, name: str, after: int) -> None:
    whole, broken = told(tmp_path / "whole", name), told(tmp_path / "broken", name)
    expected = work(str(whole), 400)
    with pytest.raises(KeyboardInterrupt):
        run(stopping(documents(400), after), sink_of(name), Serial(), Job(output=broken))
    assert [f".nm-{name}.job"] == os.listdir(broken.parent)
    report = work(str(broken), 400, resume=True)

    assert report.resumed == after // BATCH_DOCUMENTS * BATCH_DOCUMENTS
    assert (report.articles, report.errors, report.losses) == (expected.articles, expected.errors, expected.losses)
    assert files(whole.parent) == files(broken.parent)


def test_a_run_that_is_not_to_be_resumed_begins_anew(tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"
    with pytest.raises(KeyboardInterrupt):
        run(stopping(documents(500), 300), JsonLines(), Serial(), Job(output=output))
    assert work(str(output), 10).resumed == 0
    assert work(str(output), 10, resume=True).resumed == 0


def broken_at(output: Path, after: int) -> None:
    with pytest.raises(KeyboardInterrupt):
        run(stopping(documents(500), after), JsonLines(), Serial(), Job(output=output))


def test_an_input_that_has_changed_is_refused_with_the_place_of_the_change(tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"
    broken_at(output, 300)
    changed = list(documents(500))
    changed[200] = archive.Document(name="other", data=b"{}")
    job = Job(output=output, resume=True)
    with pytest.raises(archive.JobRefused, match="document 201, 'other', is not what was read before"):
        run(changed, JsonLines(), Serial(), job)
    with pytest.raises(archive.JobRefused, match="it ends after 150 documents"):
        run(itertools.islice(documents(500), 150), JsonLines(), Serial(), job)
    with pytest.raises(archive.JobRefused, match="it ends after 128 documents"):
        run(itertools.islice(documents(500), 128), JsonLines(), Serial(), job)
    assert run(documents(500), JsonLines(), Serial(), job).resumed == 256


@pytest.mark.parametrize(
    ("job", "message"),
    [
        (Job(output="", enrich=True), "enrich was False, is True"),
        (Job(output="", strict=True), "strict was False, is True"),
        (Job(output="", limit=400), "limit was None, is 400"),
        (Job(output="", source="json"), "source was None, is 'json'"),
        (Job(output="", facts={"places": ["a"]}), r"places was None, is \['a'\]"),
    ],
)
def test_another_job_is_not_resumed(tmp_path: Path, job: Job, message: str) -> None:
    import attrs

    output = tmp_path / "out.jsonl"
    broken_at(output, 300)
    with pytest.raises(archive.JobRefused, match=message):
        run(documents(500), JsonLines(), Serial(), attrs.evolve(job, output=output, resume=True))


def test_a_damaged_journal_is_refused(tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"
    broken_at(output, 300)
    part = tmp_path / ".nm-out.jsonl.job" / "00000000.part"
    data = part.read_bytes()
    for damaged in (data[:-1], data[:20], data[:100] + b"?" + data[101:]):
        part.write_bytes(damaged)
        with pytest.raises(archive.JobRefused, match=r"00000000\.part is damaged"):
            work(str(output), 500, resume=True)


def test_a_strict_job_takes_what_would_be_lost_for_a_fault(tmp_path: Path) -> None:
    article = nm.Article(headline="Rain", notes=[nm.Label(content="Hold.", public=False)])
    given = [archive.Document(name="a", data=nm.dumps(article, format="json"))]
    report = run(given, Files(target="text"), Serial(), Job(output=tmp_path / "out", strict=True))

    assert (report.articles, report.errors, report.losses) == (0, {"loss": 1}, 0)


def test_two_runs_on_one_output_are_refused(tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"

    def meanwhile() -> Iterator[archive.Document]:
        yield from documents(5)
        with pytest.raises(archive.JobRefused, match="another process works on this output"):
            work(str(output), 5)
        yield from documents(5)

    assert run(meanwhile(), JsonLines(), Serial(), Job(output=output)).documents == 10


def test_those_who_watch_see_every_batch(tmp_path: Path) -> None:
    seen: list[archive.Progress] = []
    run(documents(300), JsonLines(), Serial(), Job(output=tmp_path / "out.jsonl", watch=seen.append, part=lambda: 0.5, limit=290))

    assert [one.documents for one in seen] == [128, 256, 290]
    assert (seen[-1].articles, seen[-1].errors, seen[-1].part, seen[-1].resumed) == (290, 29, 1.0, 0)


def test_what_is_no_place_for_an_output_is_told_before_any_work(tmp_path: Path) -> None:
    (tmp_path / "folder.jsonl").mkdir()
    with pytest.raises(IsADirectoryError, match="found a folder"):
        work(str(tmp_path / "folder.jsonl"), 5)
    with pytest.raises(FileNotFoundError):
        work(str(tmp_path / "nowhere" / "out.jsonl"), 5)
    with pytest.raises(OSError, match="an output with a name"):
        run(documents(5), Files(target="html"), Serial(), Job(output="/"))
    (tmp_path / "file.days").touch()
    with pytest.raises(NotADirectoryError):
        work(str(tmp_path / "file.days"), 5)
    assert {"folder.jsonl", "file.days"} == set(os.listdir(tmp_path))


def test_convert_takes_places_and_leaves_its_own_output_out_of_them(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "week.zip", "w") as packed:
        for at in range(3):
            packed.writestr(f"monday/{at}.json", nm.dumps(nm.Article(headline=f"Packed {at}"), format="json"))
        packed.writestr("monday/bad.json", "{")
    (tmp_path / "all.jsonl").write_bytes(b"".join(nm.dumps(nm.Article(headline=f"Line {at}"), format="json") for at in range(3)))
    made = []
    for _ in range(2):
        report = archive.convert(tmp_path, tmp_path / "out.parquet", workers=2)
        made.append({name: data for name, data in files(tmp_path).items() if name.startswith("out.")})
        assert (report.articles, report.errors) == (6, {"read": 1})
    pages = archive.convert([tmp_path / "out.parquet"], tmp_path / "pages", target="html", workers=1)
    archive.convert([tmp_path / "week.zip", tmp_path / "all.jsonl"], tmp_path / "files", target="json", workers=1)

    assert made[0] == made[1]
    assert [one.headline for one in archive.articles(tmp_path / "out.parquet")] == [f"Line {at}" for at in range(3)] + [f"Packed {at}" for at in range(3)]
    assert pages.articles == 6
    assert sorted(files(tmp_path / "pages")) == [f"out/{at}.html" for at in range(6)]
    assert sorted(files(tmp_path / "files")) == [*(f"all/{at}.json" for at in (1, 2, 3)), *(f"week/monday/{at}.json" for at in range(3))]


def test_where_no_place_can_be_opened_the_job_is_refused_and_what_was_there_stays(tmp_path: Path) -> None:
    (tmp_path / "rain.txt").write_text("Rain\n")
    output = tmp_path / "out.parquet"
    archive.convert(tmp_path / "rain.txt", output, engine=Serial())
    before = files(tmp_path)

    for places, named in [(["rian.txt"], "rian.txt"), (["rian/*.txt"], "rian/*.txt"), (["one.zip", "two.zip"], "one.zip")]:
        with pytest.raises(archive.JobRefused, match=re.escape(f"nothing to read: {tmp_path / named}: ")):
            archive.convert([tmp_path / one for one in places], output, engine=Serial())

    assert before == files(tmp_path)


def test_a_place_that_cannot_be_opened_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "rain.txt").write_text("Rain\n")

    report = archive.convert([tmp_path / "rian.txt", tmp_path / "rain.txt"], tmp_path / "out.parquet", engine=Serial())

    assert (1, {"source": 1}) == (report.articles, report.errors)


def test_an_output_that_is_an_input_or_holds_one_is_refused(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.jsonl").write_bytes(nm.dumps(nm.Article(headline="Rain"), format="json"))
    for places, output in ((tmp_path / "in" / "a.jsonl", tmp_path / "in" / "a.jsonl"), (tmp_path / "in" / "a.jsonl", tmp_path / "in"), (tmp_path / "in", tmp_path / "in")):
        with pytest.raises(archive.JobRefused, match="would be overwritten"):
            archive.convert(places, output, target="json")
    assert nm.load(tmp_path / "in" / "a.jsonl").headline == "Rain"


def test_a_url_of_a_file_is_the_file(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    path = tmp_path / "in" / "a.jsonl"
    path.write_bytes(nm.dumps(nm.Article(headline="Rain"), format="json"))
    for place, other in ((str(path), path.as_uri()), (path.as_uri(), str(path))):
        with pytest.raises(archive.JobRefused, match="would be overwritten"):
            archive.convert(place, other, engine=Serial())
    output = tmp_path / "in" / "out.jsonl"
    for place, named in itertools.product((str(output.parent), output.parent.as_uri()), (str(output), output.as_uri())):
        assert archive.convert(place, named, engine=Serial()).documents == 1


@pytest.mark.parametrize(("name", "target"), [("out.jsonl", None), ("pages/", "html")])
def test_an_output_within_an_input_of_another_file_system_is_left_out_of_it(name: str, target: str | None) -> None:
    import_module("fsspec").filesystem("memory").pipe(f"/within-{target}/a.json", nm.dumps(nm.Article(headline="Rain"), format="json"))
    for _ in range(2):
        report = archive.convert(f"memory://within-{target}", f"memory://within-{target}/{name}", target=target, engine=Serial())

        assert report.documents == 1


def test_a_folder_named_with_a_slash_behind_it_has_the_same_beside_it(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(b"{")
    for _ in range(2):
        report = archive.convert(tmp_path, f"{tmp_path}/pages/", target="html", engine=Serial())

        assert (report.documents, report.quarantine) == (1, f"{tmp_path}/pages.quarantine.jsonl")


def test_a_link_that_leads_to_itself_is_one_fault(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to("loop")
    nm.dump(nm.Article(headline="Rain"), tmp_path / "a.json")
    places = [tmp_path / "loop", tmp_path / "loop" / "a.json", tmp_path / "a.json"]
    report = archive.convert(places, tmp_path / "pages", target="html", engine=Serial())

    assert (report.articles, report.errors) == (1, {"source": 2})


def test_a_folder_of_something_else_is_no_journal(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    for name in ("job.json", "letter.txt"):
        (tmp_path / "mine" / name).write_text("Dear Ada")
        with pytest.raises(archive.JobRefused, match="expected an empty folder or a journal"):
            run(documents(1), JsonLines(), Serial(), Job(output=tmp_path / "out.jsonl", journal=tmp_path / "mine"))

        assert (tmp_path / "mine" / name).read_text() == "Dear Ada"


def test_results_of_which_nothing_tells_the_job_are_thrown_away(tmp_path: Path) -> None:
    """They are left where a run is killed while it removes its journal, and may be of a job with other options."""
    with pytest.raises(KeyboardInterrupt):
        run(stopping(documents(400), 300), JsonLines(), Serial(), Job(output=tmp_path / "out.jsonl"))
    (tmp_path / ".nm-out.jsonl.job" / "job.json").unlink()
    report = run(documents(400), JsonLines(), Serial(), Job(output=tmp_path / "out.jsonl", strict=True, resume=True))

    assert report.resumed == 0


def test_what_stands_beside_an_output_is_looked_at_before_there_is_any_work(tmp_path: Path) -> None:
    (tmp_path / "out.jsonl.report.json").mkdir()
    with pytest.raises(IsADirectoryError):
        run(stopping(documents(400), 0), JsonLines(), Serial(), Job(output=tmp_path / "out.jsonl"))


def test_a_dataset_stays_where_the_new_one_cannot_take_its_place(tmp_path: Path) -> None:
    (tmp_path / "out.days" / "day=2031-11-05").mkdir(parents=True)
    with pytest.raises(FileNotFoundError):
        Local(tmp_path / "out.days").take(tmp_path / "gone", "dataset")

    assert (tmp_path / "out.days" / "day=2031-11-05").is_dir()


@pytest.mark.parametrize("name", ["out.parquet", "out.html"])
def test_the_pool_writes_what_one_process_writes(tmp_path: Path, name: str) -> None:
    one, many = told(tmp_path / "one", name), told(tmp_path / "many", name)
    work(str(one), 400)
    run(documents(400), sink_of(name), Pool(workers=3), Job(output=many))

    assert files(one.parent) == files(many.parent)


@pytest.mark.parametrize(("name", "rounds"), [("out.parquet", 2), ("out.days", 2), ("out.html", 2)])
def test_a_run_that_is_killed_at_any_moment_resumes_to_the_same_bytes(tmp_path: Path, name: str, rounds: int) -> None:
    chance = random.Random(20311105)
    number = 700
    expected = told(tmp_path / "whole", name)
    before = time.monotonic()
    command = [sys.executable, "-m", "tests.archive_victim"]
    subprocess.run([*command, str(expected), str(number)], check=True, cwd=ROOT, stdout=subprocess.DEVNULL)
    took = time.monotonic() - before
    resumed = 0
    for at in range(rounds):
        output = told(tmp_path / str(at), name)
        victim = subprocess.Popen([*command, str(output), str(number)], cwd=ROOT, stdout=subprocess.DEVNULL)
        while victim.poll() is None and not list(output.parent.glob(".nm-*.job/0*.part")):
            time.sleep(0.01)
        time.sleep(at * chance.random() * took / 8)  # the first at once
        victim.kill()
        victim.wait()
        assert not output.exists() or files(output) == files(expected)
        ended = subprocess.run([*command, str(output), str(number), "resume"], check=True, cwd=ROOT, stdout=subprocess.PIPE)
        resumed += int(ended.stdout)
        assert files(expected.parent) == files(output.parent)
    assert resumed


@contextmanager
def disk(place: Path, size: str) -> Iterator[Path]:
    """A small file system of its own."""
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(place)]
    if sys.platform != "linux" or subprocess.run(command, check=False, stderr=subprocess.DEVNULL).returncode:
        pytest.skip("no right to mount a small disk")
    try:
        yield place
    finally:
        subprocess.run(["umount", str(place)], check=True)


@pytest.mark.parametrize("name", ["out.jsonl", "out.parquet", "out.days", "out.html", "out.zip"])
def test_a_full_disk_is_one_error_and_the_job_goes_on_when_there_is_room(tmp_path: Path, name: str) -> None:
    expected = told(tmp_path / "whole", name)
    work(str(expected), 600)
    with disk(tmp_path / "disk", "128k") as small:
        output = small / name
        with pytest.raises(OSError, match="No space left"):
            work(str(output), 600)
        assert [f".nm-{name}.job"] == os.listdir(small)
        subprocess.run(["mount", "-o", "remount,size=64m", str(small)], check=True)
        work(str(output), 600, resume=True)
        assert files(expected.parent) == files(small)


def test_files_go_where_another_file_system_is_mounted_and_a_dataset_does_not(tmp_path: Path) -> None:
    with disk(tmp_path / "out.html", "64m") as mounted:
        report = work(str(mounted), 100)
        assert len([one for one in mounted.rglob("*") if one.is_file()]) == report.articles
        with pytest.raises(OSError, match="where a file system is mounted"):
            run(documents(10), ParquetFolder(by="day"), Serial(), Job(output=mounted))


def test_a_link_stays_one_and_what_it_points_to_is_written(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "out.jsonl").symlink_to(tmp_path / "there" / "real.jsonl")
    work(str(tmp_path / "out.jsonl"), 5)
    assert (tmp_path / "out.jsonl").is_symlink()
    assert (tmp_path / "there" / "real.jsonl").exists()


def test_where_the_folder_cannot_be_written_that_is_the_error(tmp_path: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root writes everywhere")
    tmp_path.chmod(0o555)
    with pytest.raises(PermissionError):
        work(str(tmp_path / "out.jsonl"), 5)


def test_the_journal_is_flushed_by_size_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journals, "FLUSH_BYTES", 1)
    output = tmp_path / "out.jsonl"
    broken_at(output, 300)
    assert {"00000000.part", "00000001.part"} <= set(os.listdir(tmp_path / ".nm-out.jsonl.job"))
    assert work(str(output), 500, resume=True).resumed == 256


def test_a_parquet_file_is_what_the_schema_says(tmp_path: Path) -> None:
    output = tmp_path / "out.parquet"
    work(str(output), 300)
    assert pq.read_schema(output).equals(archive.SCHEMA)
    assert pq.read_schema(output).metadata == archive.SCHEMA.metadata
    assert pa.concat_tables([pq.read_table(output), archive.to_arrow([])]).num_rows == 300
