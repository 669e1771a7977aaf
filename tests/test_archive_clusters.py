"""Real clusters: a Dask scheduler with worker processes, a local Spark session; and the law that all engines give the same bytes."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from distributed import Client
from hypothesis import given
from hypothesis import strategies as st
from pyspark.sql import SparkSession

import newsmodel as nm
from newsmodel import archive, registry, strategies
from newsmodel.archive import spark
from newsmodel.archive.documents import unpacked
from newsmodel.archive.engines import Engine, Serial
from newsmodel.archive.engines._cluster import read_batch
from newsmodel.archive.engines.cells import Limits
from newsmodel.archive.engines.dask import Dask
from newsmodel.archive.engines.pool import Pool
from newsmodel.archive.engines.spark import Spark
from newsmodel.contract import Writer
from tests.test_archive_engines import EVERYTHING, GOOD, poison, poisonous, tasks, told, waited_for

__all__ = ["poison"]  # a fixture
PANDAS = pytest.mark.filterwarnings("ignore:PySpark does not yet fully support pandas:FutureWarning")
WRITERS = [one for one in registry.codecs() if isinstance(one, Writer)]


@st.composite
def documents(draw: st.DrawFn) -> bytes:
    """An article in any format, whole or damaged."""
    data = draw(st.sampled_from(WRITERS)).write(draw(strategies.articles())).data
    if draw(st.booleans()):
        start = draw(st.integers(0, len(data)))
        data = data[:start] + draw(st.binary(max_size=4)) + data[start + draw(st.integers(0, 20)) :]
    return data


@cache
def gathered() -> Sequence[bytes]:
    """As many tasks as a law has examples: an engine takes them all in one run, for to start one is dear."""
    found: list[bytes] = []

    @given(st.lists(documents(), min_size=1, max_size=2))
    def gather(some: list[bytes]) -> None:
        found.extend(tasks(*some))

    gather()
    return found


@contextmanager
def running(*command: str, path: Sequence[str] = ()) -> Iterator[subprocess.Popen[bytes]]:
    """A command of Dask, with more places to import from."""
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(path)}
    place = [sys.executable, "-m", f"distributed.cli.{command[0]}", *command[1:]]
    with subprocess.Popen(place, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        yield process
        process.terminate()


def worker(scheduler: str, folder: Path, path: Sequence[str] = ()) -> AbstractContextManager[subprocess.Popen[bytes]]:
    options = ["--nthreads", "1", "--no-nanny", "--no-dashboard", "--local-directory", str(folder)]
    return running("dask_worker", scheduler, *options, path=path)


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a Dask scheduler without workers."""
    told_in = tmp_path_factory.mktemp("dask") / "scheduler.json"
    with running("dask_scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", str(told_in)):
        yield json.loads(waited_for(lambda: told_in.exists() and told_in.read_text(), 60))["address"]


@pytest.fixture
def scheduler(alone: str, tmp_path: Path) -> Iterator[str]:
    """The address of a Dask scheduler with two worker processes, whose processes have the codec `poison`."""
    folder = tmp_path / "workers"
    folder.mkdir()
    path = poisonous(folder)
    with worker(alone, folder, path), worker(alone, folder, path):
        yield alone


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A Spark session on two cores of this machine, in a time zone that is not UTC; the codec `poison` is shipped as people ship theirs."""
    if shutil.which("java") is None:
        message = "no Java here: install openjdk-17-jre-headless"
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)
    folder = tmp_path_factory.mktemp("spark")
    code, plugin = poisonous(folder)
    shutil.copy(f"{code}/newsmodel_poison.py", plugin)
    shipped = shutil.make_archive(str(folder / "poison"), "zip", plugin)
    settings: dict[str, bool | float | int | str | None] = {
        "spark.ui.enabled": False, "spark.ui.showConsoleProgress": False, "spark.sql.session.timeZone": "America/New_York", "spark.driver.host": "127.0.0.1",
        "spark.submit.pyFiles": shipped, "spark.sql.warehouse.dir": str(folder),
    }  # fmt: skip
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYSPARK_PYTHON", sys.executable)
        found = SparkSession.Builder().master("local[2,4]").config(map=settings).getOrCreate()
        found.sparkContext.setLogLevel("OFF")
        yield found
        found.stop()


def same_bytes(one: Engine, other: Engine, recipe: archive.Recipe = EVERYTHING) -> None:
    todo = gathered()
    assert list(one.run(todo, recipe)) == list(other.run(todo, recipe))


def test_a_pool_gives_the_same_bytes() -> None:
    """For any documents, in any formats, whole or damaged: `Pool().run(tasks) == Serial().run(tasks)`."""
    same_bytes(Serial(), Pool(workers=2))


@pytest.mark.usefixtures("poison")
def test_dask_gives_the_same_bytes(scheduler: str) -> None:
    """The same of Dask and a pool."""
    same_bytes(Pool(workers=2), Dask(scheduler))


@PANDAS
@pytest.mark.usefixtures("poison", "session")
def test_spark_gives_the_same_bytes() -> None:
    """The same of Spark and a pool."""
    same_bytes(Pool(workers=2), Spark(), archive.Recipe(target="text", enrich=True))


@pytest.mark.parametrize(("order", "kind"), [(b"segfault", "died"), (b"hang", "time"), (b"eat", "memory")])
def test_a_document_costs_no_worker_of_dask(scheduler: str, order: bytes, kind: str) -> None:
    with Client(scheduler, set_as_default=False) as client:
        client.wait_for_workers(2, timeout=30)
        before = set(client.nthreads())
        engine = Dask(scheduler, seconds=5, memory=1 << 28)
        assert told(engine, tasks(GOOD, b"poison:" + order, GOOD, size=2)) == [("0", "Ferry"), ("1", kind), ("2", "Ferry")]
        assert set(client.nthreads()) == before


def test_a_worker_of_dask_that_is_killed_costs_nothing(scheduler: str, tmp_path: Path) -> None:
    todo = tasks(*[f"poison:wait {tmp_path}/{name}".encode() for name in "abcd"], *[GOOD] * 20, size=1)
    script = """
import pathlib, sys, time, psutil
place = pathlib.Path(sys.argv[1])
while not (found := [*place.glob("*.reading")]):
    time.sleep(0.02)
cell = psutil.Process(int(found[0].name.split(".")[1]))
cell.parent().kill()
for name in "abcd":
    (place / f"{name}.go").touch()
"""
    with subprocess.Popen([sys.executable, "-c", script, str(tmp_path)]) as killer:
        found = told(Dask(scheduler), todo)
        assert killer.wait() == 0
    assert [kind for _, kind in found] == ["survived"] * 4 + ["Ferry"] * 20
    with Client(scheduler, set_as_default=False) as client:
        assert len(client.nthreads()) == 1, "the other one did it all"


def test_closing_early_leaves_dask_nothing_to_do(scheduler: str) -> None:
    results = Dask(scheduler).run(tasks(*[GOOD] * 50, size=1), EVERYTHING)
    next(results)
    results.close()  # type: ignore[attr-defined]  # a generator
    with Client(scheduler, set_as_default=False) as client:
        waited_for(lambda: not client.run_on_scheduler(lambda dask_scheduler: len(dask_scheduler.tasks)))


def test_a_scheduler_that_is_not_there_or_has_no_workers_is_a_clear_error(alone: str) -> None:
    with pytest.raises(nm.NewsmodelError, match="no Dask scheduler answers at tcp://127.0.0.1:9"):
        list(Dask("tcp://127.0.0.1:9", timeout=0.5).run([], EVERYTHING))
    with pytest.raises(nm.NewsmodelError, match="has no workers"):
        list(Dask(alone, timeout=0.5).run([], EVERYTHING))
    with pytest.raises(nm.NewsmodelError, match="found none: start one with"):
        list(Dask().run([], EVERYTHING))


def test_workers_with_another_version_are_refused() -> None:
    with pytest.raises(nm.NewsmodelError, match="expected newsmodel 0.0 on every worker"):
        read_batch(b"", EVERYTHING, Limits(), "0.0")


@PANDAS
@pytest.mark.usefixtures("session")
def test_a_document_costs_no_job_of_spark() -> None:
    todo = tasks(GOOD, b"poison:segfault", b"poison:hang", GOOD, size=3)
    assert told(Spark(seconds=5), todo) == [("0", "Ferry"), ("1", "died"), ("2", "time"), ("3", "Ferry")]


@PANDAS
def test_spark_writes_the_dataset_that_the_kernel_makes(session: Any, tmp_path: Path) -> None:
    data = [data for task in gathered() for data in unpacked(task)["data"].to_pylist()]
    (tmp_path / "in").mkdir()
    for number, one in enumerate(data):
        (tmp_path / "in" / f"{number:05}.txt").write_bytes(one)
    frame = spark.articles(spark.documents(session, str(tmp_path / "in")))
    spark.write(frame, str(tmp_path / "out"))

    found = pq.read_table(tmp_path / "out").cast(archive.SCHEMA)
    expected = pa.Table.from_batches(
        archive.kernel(batch)
        for batch in archive.batches(
            archive.Document(name=f"file:{place}", data=place.read_bytes()) for place in sorted((tmp_path / "in").iterdir())
        )
    )
    assert found.sort_by([("source", "ascending"), ("position", "ascending")]).equals(expected)
    assert list(archive.articles(tmp_path / "out"))


@PANDAS
def test_spark_reads_the_lines_of_a_file(session: Any, tmp_path: Path) -> None:
    (tmp_path / "all.jsonl").write_bytes(GOOD.strip() + b"\n\n{\xff\n" + GOOD)
    found = spark.articles(spark.lines(session, [str(tmp_path / "all.jsonl")]), archive.Recipe(columns=("headline", "error"))).collect()
    assert [row["headline"] for row in found] == ["Ferry", None, "Ferry"]
    assert found[1]["error"]["kind"] == "read"
