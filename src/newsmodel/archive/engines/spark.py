"""The kernel on a Spark cluster, for a job whose documents this machine sends. Needs the extra `newsmodel[spark]`.

Here batches go through the driver. Where the documents lie where the executors reach them, `newsmodel.archive.spark` needs no driver.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from itertools import islice
from uuid import uuid4

import pyarrow as pa
from attrs import field, frozen
from attrs.validators import ge, gt
from pyspark.errors import PySparkException
from pyspark.sql import SparkSession

from newsmodel.archive._kernel import Recipe
from newsmodel.archive.engines._cluster import VERSION, read_batch
from newsmodel.archive.engines._order import AHEAD
from newsmodel.archive.engines.cells import MEMORY, MEMORY_AT_LEAST, SECONDS, Limits
from newsmodel.errors import NewsmodelError

WAVES = 2
"""How many jobs are under way: the next one fills the executors while the last of one end."""
_TASKS = pa.schema([("number", pa.int64()), ("task", pa.binary())])
_RESULTS = pa.schema([("number", pa.int64()), ("result", pa.binary())])


@frozen
class Spark:
    """The executors of a Spark cluster. Each Python worker drives a process of its own, so that no document ends a worker."""

    master: str | None = None
    """The address of the cluster, `spark://10.0.0.1:7077`; by default what Spark is configured with. A session that is there is used."""
    seconds: float = field(kw_only=True, default=SECONDS, validator=gt(0))
    """How long a document may take before it is given up."""
    memory: int = field(kw_only=True, default=MEMORY, validator=ge(MEMORY_AT_LEAST))
    """How many bytes the process of a worker may have, beyond what it starts with. They are part of the executor's `memoryOverhead`."""

    def run(self, tasks: Iterable[bytes], recipe: Recipe) -> Iterator[bytes]:
        """As `Engine.run`. Tasks go in waves, a Spark job each: results come at the end of their wave. Spark does again what is lost.

        Raises:
            NewsmodelError: where there is no Spark, it fails, or its executors have another version of newsmodel.
        """
        work = partial(_done, recipe=recipe, limits=Limits(seconds=self.seconds, memory=self.memory), expected=VERSION)
        tag = f"newsmodel-{uuid4()}"
        rest = iter(tasks)
        with self._session() as session:
            size = AHEAD * session.sparkContext.defaultParallelism
            threads = ThreadPoolExecutor(WAVES, thread_name_prefix="newsmodel-spark")

            def wave(some: list[bytes]) -> list[bytes]:
                session.addTag(tag)
                frame = session.createDataFrame(pa.table([range(len(some)), some], schema=_TASKS)).repartition(len(some))
                found = frame.mapInArrow(work, "number long, result binary").toArrow().sort_by("number")
                return list(found["result"].to_pylist())

            try:
                waves = iter(lambda: list(islice(rest, size)), [])
                pending = [threads.submit(wave, some) for some in islice(waves, WAVES)]
                while pending:
                    results = pending.pop(0).result()
                    pending += [threads.submit(wave, some) for some in islice(waves, 1)]
                    yield from results
            except PySparkException as error:
                raise NewsmodelError(f"Spark failed: {_last_line(error)}") from error
            finally:
                session.interruptTag(tag)
                threads.shutdown(cancel_futures=True)

    @contextmanager
    def _session(self) -> Iterator[SparkSession]:
        """The session that there is, or one for as long as it is needed."""
        session = SparkSession.getActiveSession()
        if session is not None:
            yield session
            return
        builder = SparkSession.Builder().appName("newsmodel").config("spark.ui.showConsoleProgress", "false")
        if self.master:
            builder = builder.master(self.master)
        if (self.master or "local").startswith("local"):
            os.environ.setdefault("PYSPARK_PYTHON", sys.executable)  # Spark takes any `python3`; on a cluster only its keeper knows which
        try:
            session = builder.getOrCreate()
        except (PySparkException, OSError) as error:
            raise NewsmodelError(f"no Spark session could be made: {_last_line(error)}") from error
        try:
            yield session
        finally:
            session.stop()


def _done(batches: Iterable[pa.RecordBatch], *, recipe: Recipe, limits: Limits, expected: str) -> Iterator[pa.RecordBatch]:
    """The tasks of a partition, as Spark hands them to a Python worker."""
    for batch in batches:
        for row in batch.to_pylist():
            result = read_batch(row["task"], recipe, limits, expected)
            yield pa.RecordBatch.from_arrays([pa.array([row["number"]], pa.int64()), pa.array([result], pa.binary())], schema=_RESULTS)


def _last_line(error: Exception) -> str:
    """What a traceback of a worker, or of Java, comes down to."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    told = [line for line in lines if "Error:" in line or "Exception:" in line]
    return (told or lines or [type(error).__name__])[-1]
