"""Articles as Spark data frames, for documents that lie where the executors reach them: nothing passes through the driver.

Needs the extra `newsmodel[spark]`, here and on the executors.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

import pyarrow as pa
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql.pandas.types import from_arrow_schema

from newsmodel.archive import _kernel
from newsmodel.archive._kernel import Recipe
from newsmodel.archive.documents import batches, packed, unpacked
from newsmodel.archive.engines._cluster import VERSION, read_batch
from newsmodel.archive.engines.cells import Limits

EVERYTHING = Recipe()
USUAL = Limits()
_TIMES = "spark.sql.parquet.outputTimestampType"


def documents(session: SparkSession, paths: str | Sequence[str]) -> DataFrame:
    """Each file as a document: columns `name` and `data`.

    Args:
        session: of a cluster whose executors can read the paths.
        paths: files, folders with all that is in them, globs; any URL that Hadoop reads (`s3a://`, `hdfs://`).
    """
    files = session.read.format("binaryFile").option("recursiveFileLookup", "true").load(paths if isinstance(paths, str) else list(paths))
    return files.selectExpr("path as name", "content as data")


def lines(session: SparkSession, paths: str | Sequence[str]) -> DataFrame:
    """Each line as a document, for JSON Lines: columns `name`, that of its file, and `data`. Files that end in `.gz` are read by one core each."""
    found = session.read.option("recursiveFileLookup", "true").text(paths if isinstance(paths, str) else list(paths), lineSep="\n")
    return found.where("length(trim(value)) > 0").selectExpr("_metadata.file_path as name", "cast(value as binary) as data")


def articles(frame: DataFrame, recipe: Recipe = EVERYTHING, limits: Limits = USUAL) -> DataFrame:
    """The articles of documents, a row each, with the columns of `recipe.schema`; a document that cannot be read is a row with its `error`.

    Args:
        frame: documents, with the columns `name` and `data`, and if they are there `media_type`, `line` and `error`.
        recipe: what to do with them.
        limits: what a document may take, before it costs itself alone.

    Returns:
        A frame as lazy as any other; no row moves from one executor to another.
    """
    work = partial(_articles, recipe=recipe, limits=limits, expected=VERSION)
    return frame.mapInArrow(work, from_arrow_schema(recipe.schema))


def write(frame: DataFrame, path: str, *, partition_by: Sequence[str] = ()) -> None:
    """Write a frame as a folder of Parquet files, which `newsmodel.archive.articles` reads and any library of Parquet.

    Spark's own word for a time, unless told otherwise, is one that Parquet has given up and that ends in 2262; here it is the usual one.
    """
    settings = frame.sparkSession.conf
    before = settings.get(_TIMES)
    settings.set(_TIMES, "TIMESTAMP_MICROS")
    try:
        frame.write.option("compression", "zstd").partitionBy(*partition_by).parquet(path)
    finally:
        settings.set(_TIMES, str(before))


def _articles(found: Iterable[pa.RecordBatch], *, recipe: Recipe, limits: Limits, expected: str) -> Iterator[pa.RecordBatch]:
    for each in found:
        for batch in batches(_kernel.documents(each)):
            yield unpacked(read_batch(packed(batch), recipe, limits, expected))
