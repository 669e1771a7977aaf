"""Which sink an output asks for by its name."""

from __future__ import annotations

from newsmodel.archive.sinks import Sink
from newsmodel.archive.sinks.lines import JsonLines
from newsmodel.archive.sinks.parquet import Parquet
from newsmodel.errors import UnknownFormat

_TABLES = (".parquet", ".pq")
_LINES = (".jsonl", ".ndjson")


def sink_for(output: str, target: str | None = None) -> Sink:
    """The sink for an output of this name.

    Args:
        output: a path or URL; its suffix tells.
        target: the format of the documents, where there shall be some.

    Raises:
        UnknownFormat: where the name does not tell, or does not fit the rest.
    """
    name = output.rstrip("/").lower()
    bare = name.removesuffix(".gz").removesuffix(".zst")
    if target not in {None, "json"}:
        raise UnknownFormat(f"expected an output that holds documents of the format {target!r}, found {output!r}")
    if name.endswith(_TABLES):
        return Parquet()
    if bare.endswith(_LINES):
        return JsonLines(compression="gzip" if name.endswith(".gz") else "zstd" if name.endswith(".zst") else None)
    raise UnknownFormat(f"expected an output that ends in {', '.join((*_TABLES, *_LINES))} or one of the latter with .gz or .zst, found {output!r}")
