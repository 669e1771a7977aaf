"""The engines: the same rows from all, and what a document can do to the process that reads it."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest

import newsmodel as nm
from newsmodel import archive, registry
from newsmodel.archive.documents import packed, unpacked
from newsmodel.archive.engines import Engine, Serial, _order, cells
from newsmodel.archive.engines.cells import Cell, CellClosed, Limits
from newsmodel.archive.engines.pool import Pool

EVERYTHING = archive.Recipe()
GOOD = nm.dumps(nm.Article(headline="Ferry"), format="json")


def poisonous(folder: Path) -> list[str]:
    """Where Python finds the codec `poison`, and its entry point, which is written into this folder."""
    here = folder / "newsmodel_poison-1.dist-info"
    here.mkdir()
    (here / "METADATA").write_text("Metadata-Version: 2.1\nName: newsmodel-poison\nVersion: 1\n")
    (here / "entry_points.txt").write_text("[newsmodel.codecs]\npoison = newsmodel_poison:Poison\n")
    return [str(Path(__file__).parent / "poison"), str(folder)]


@pytest.fixture
def poison(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The codec `poison`, installed for processes that start from now on; this one has looked for its codecs before."""
    assert "poison" not in registry.names()
    monkeypatch.setattr(sys, "path", [*poisonous(tmp_path), *sys.path])


def tasks(*data: bytes, size: int = 100) -> list[bytes]:
    """Documents as packed batches of `size` of them."""
    documents = [archive.Document(name=str(number), data=one) for number, one in enumerate(data)]
    return [packed(batch) for first in range(0, len(data), size) for batch in archive.batches(documents[first : first + size])]


def rows(engine: Engine, todo: Iterable[bytes]) -> list[dict[str, Any]]:
    return [row for result in engine.run(todo, EVERYTHING) for row in unpacked(result).to_pylist()]


def told(engine: Engine, todo: Iterable[bytes]) -> list[tuple[str, str]]:
    """Of each document in order its name, and its headline or the kind of its error."""
    return [(row["source"], row["error"]["kind"] if row["error"] else row["headline"]) for row in rows(engine, todo)]


def children() -> list[psutil.Process]:
    """The cells of this process."""
    return [child for child in psutil.Process().children() if "newsmodel.archive.engines._cell" in child.cmdline()]


def waited_for(condition: Any, seconds: float = 30) -> Any:
    """The first true value of `condition()`."""
    until = time.monotonic() + seconds
    while not (value := condition()):
        assert time.monotonic() < until, "never came true"
        time.sleep(0.02)
    return value


def test_a_pool_gives_the_bytes_that_this_process_gives() -> None:
    todo = tasks(*[GOOD, b"{", b"\x00", b'{"type":"article"}', b"<p>Rain</p>"] * 7, size=3)
    assert list(Serial().run(todo, EVERYTHING)) == list(Pool(workers=3).run(todo, EVERYTHING))
    assert children() == []


def test_a_pool_has_a_worker_for_each_core_unless_told_otherwise() -> None:
    assert Pool(workers=None).workers == Pool().workers == len(os.sched_getaffinity(0))
    with pytest.raises(ValueError, match="'workers' must be >= 1: 0"):
        Pool(workers=0)


def test_a_pool_without_tasks_gives_nothing_and_starts_nothing() -> None:
    assert list(Pool().run([], EVERYTHING)) == []


@pytest.mark.parametrize(
    ("order", "kind", "message"),
    [
        (b"exit", "died", "the process that read it ended with exit status 3"),
        (b"abort", "died", "the process that read it was ended by SIGABRT"),
        (b"segfault", "died", "the process that read it was ended by SIGSEGV"),
        (b"hang", "time", "took longer than 3 seconds"),
        (b"eat", "memory", "needs more memory than there is"),
    ],
)
@pytest.mark.usefixtures("poison")
def test_a_document_that_ends_its_process_costs_itself_alone(order: bytes, kind: str, message: str) -> None:
    todo = tasks(GOOD, b"poison:" + order, GOOD, b"poison:" + order, GOOD, size=4)
    engine = Pool(workers=2, seconds=3 if kind == "time" else 60, memory=1 << 28)
    found = rows(engine, todo)
    assert [row["error"] and (row["error"]["kind"], row["error"]["message"]) for row in found] == [None, (kind, message)] * 2 + [None]
    assert [row["source"] for row in found] == ["0", "1", "2", "3", "4"]
    assert children() == []


@pytest.mark.usefixtures("poison")
def test_what_a_codec_prints_is_no_result() -> None:
    assert told(Pool(workers=1), tasks(b"poison:print", GOOD)) == [("0", "survived"), ("1", "Ferry")]


@pytest.mark.usefixtures("poison")
def test_a_worker_that_somebody_kills_costs_nothing(tmp_path: Path) -> None:
    todo = tasks(GOOD, f"poison:wait {tmp_path}/a".encode(), GOOD)
    results = Pool(workers=1).run(todo, EVERYTHING)
    script = "while ! ls $0.*.reading; do sleep 0.05; done; kill -9 $(basename $0.*.reading | cut -d. -f2); touch $0.go"
    with subprocess.Popen(["sh", "-c", script, f"{tmp_path}/a"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL):
        [result] = results

    assert [row["headline"] for row in unpacked(result).to_pylist()] == ["Ferry", "survived", "Ferry"]
    assert len(list(tmp_path.glob("a.*.reading"))) == 2, "a second process read it"


@pytest.mark.usefixtures("poison")
def test_a_slow_document_holds_up_its_own_worker_alone(tmp_path: Path) -> None:
    names = "abcdefgh"  # as many as may be under way
    assert len(names) == _order.AHEAD * 2
    for name in names[1:]:
        (tmp_path / f"{name}.go").touch()

    def drawing() -> Iterator[bytes]:
        yield from tasks(*[f"poison:wait {tmp_path}/{name}".encode() for name in names[:-1]], size=1)
        waited_for(lambda: {place.name[0] for place in tmp_path.glob("*.reading")} == set(names[:-1]))
        (tmp_path / "a.go").touch()
        yield from tasks(GOOD, GOOD, size=1)

    results = Pool(workers=2).run(drawing(), EVERYTHING)
    assert [unpacked(result)["headline"][0].as_py() for result in results] == ["survived"] * 7 + ["Ferry"] * 2


@pytest.mark.usefixtures("poison")
def test_closing_early_ends_all_processes_at_once() -> None:
    results = Pool(workers=2).run(tasks(GOOD, b"poison:hang", b"poison:hang", GOOD, size=1), EVERYTHING)
    next(results)
    assert children()

    before = time.monotonic()
    results.close()  # type: ignore[attr-defined]  # a generator
    assert children() == []
    assert time.monotonic() - before < 60, "nobody waited for the documents that hang"


def test_an_error_of_the_source_comes_out_and_leaves_no_processes() -> None:
    def failing() -> Iterator[bytes]:
        yield from tasks(GOOD)
        raise OSError("unplugged")

    with pytest.raises(OSError, match="unplugged"):
        list(Pool(workers=2).run(failing(), EVERYTHING))
    assert children() == []


@pytest.mark.usefixtures("poison")
def test_cells_end_with_a_parent_that_is_killed(tmp_path: Path) -> None:
    script = (
        "from tests.test_archive_engines import *\n"
        f'list(Pool(workers=2).run(tasks(*[b"poison:wait {tmp_path}/a"] * 2, size=1), EVERYTHING))'
    )
    root = Path(__file__).parents[1]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(root), *sys.path])}
    with subprocess.Popen([sys.executable, "-c", script], env=environment, cwd=root) as parent:
        waited_for(lambda: len(list(tmp_path.glob("a.*.reading"))) == 2)
        cells_of_it = psutil.Process(parent.pid).children()
        assert len(cells_of_it) == 2
        parent.send_signal(signal.SIGKILL)
    waited_for(lambda: not any(one.is_running() and one.status() != psutil.STATUS_ZOMBIE for one in cells_of_it))


def test_a_python_that_cannot_start_is_a_clear_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nonexistent/python")
    with pytest.raises(nm.NewsmodelError, match="a worker could not be started: /nonexistent/python: No such file"):
        list(Pool(workers=1).run(tasks(GOOD), EVERYTHING))
    monkeypatch.setattr(sys, "executable", "/bin/false")
    with pytest.raises(nm.NewsmodelError, match="a worker could not be started: /bin/false .* ended with exit status 1"):
        list(Pool(workers=1).run(tasks(GOOD), EVERYTHING))


def test_documents_whose_rows_are_too_much_together_are_read_one_by_one() -> None:
    long = b'{"type":"article","headline":"' + b"x" * 1_000_000 + b'"}'
    documents = [archive.Document(name=str(number), data=long) for number in range(40)]
    [task] = [packed(archive.documents.in_one_batch(documents))]
    cell = Cell(EVERYTHING, Limits(memory=cells.MEMORY_AT_LEAST))
    try:
        assert unpacked(cell.run(task)).equals(unpacked(*Serial().run([task], EVERYTHING)))
    finally:
        cell.clear()


def test_a_cell_that_was_closed_works_no_more() -> None:
    cell = Cell(EVERYTHING, Limits())
    cell.close()
    with pytest.raises(CellClosed):
        cell.run(tasks(GOOD)[0])


def test_a_worker_of_a_cluster_keeps_its_cell_for_the_next_task_of_the_same_job() -> None:
    with cells.borrowed(EVERYTHING, Limits()) as first:
        first.run(tasks(GOOD)[0])
    with cells.borrowed(EVERYTHING, Limits()) as second, cells.borrowed(EVERYTHING, Limits()) as third:
        assert second is first
        assert third is not first
    with cells.borrowed(archive.Recipe(target="text"), Limits()) as other:
        assert other not in {first, third}
    for cell in (first, third, other):
        cell.clear()
