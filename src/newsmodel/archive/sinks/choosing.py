"""Which sink an output asks for by its name."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from newsmodel import registry
from newsmodel.archive.sinks import Sink
from newsmodel.archive.sinks.files import Files, Zip
from newsmodel.archive.sinks.lines import JsonLines
from newsmodel.archive.sinks.names import roots
from newsmodel.archive.sinks.parquet import Parquet
from newsmodel.archive.sinks.partitions import ParquetFolder, Partition
from newsmodel.contract import Writer
from newsmodel.errors import UnknownFormat

_TABLES = (".parquet", ".pq")
_LINES = (".jsonl", ".ndjson")


def sink_for(output: str, target: str | None = None, partition: Partition | None = None, places: Iterable[Any] = ()) -> Sink:
    """The sink for an output of this name.

    Args:
        output: a path or URL. `.parquet` is a Parquet file, or with `partition` a folder; `.jsonl`, `.jsonl.gz` and `.jsonl.zst` are JSON Lines;
            `.zip` is a ZIP of files; anything else is a folder of files, or with `partition` of Parquet.
        target: the format of the files, where there are some; in a ZIP, by default the native one.
        partition: what a folder of Parquet is divided by.
        places: where the documents come from, so that files are called after what they are called there.

    Raises:
        UnknownFormat: where the name does not tell, or does not fit the rest.
    """
    name = output.rstrip("/").lower()
    lines = name.removesuffix(".gz").removesuffix(".zst").endswith(_LINES)
    if partition:
        if lines or target or name.endswith(".zip"):
            raise UnknownFormat(f"only Parquet is divided by {partition}; expected a folder to write, found {output!r}")
        return ParquetFolder(by=partition)
    if target and not isinstance(registry.codec(target), Writer):
        raise UnknownFormat(f"{target!r} is read only")
    if name.endswith(".zip"):
        return Zip(target=target or "json", roots=roots(places))
    if name.endswith(_TABLES) or lines:
        if target not in {None, "json"}:
            raise UnknownFormat(f"{output!r} holds articles in the native format; files of the format {target!r} go to a folder or a .zip")
        if not lines:
            return Parquet()
        return JsonLines(compression="gzip" if name.endswith(".gz") else "zstd" if name.endswith(".zst") else None)
    if target is None:
        known = ", ".join((*_TABLES, *_LINES, *(f"{_LINES[0]}{packed}" for packed in (".gz", ".zst")), ".zip"))
        raise UnknownFormat(f"expected an output that ends in one of {known}, or for a folder the format of its files, or a partition; found {output!r}")
    return Files(target=target, roots=roots(places))
