"""Where documents come from: files and folders, archives, packed files, JSON Lines, messages, WARC, Parquet, and other file systems.

What a file is, its first bytes tell, and its name where they do not. Each kind is a module of its own, and all stand in one table
(`_kinds.KINDS`).
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from newsmodel.archive.documents import Document
from newsmodel.archive.places import without_links
from newsmodel.archive.sources._meter import Meter
from newsmodel.archive.sources._places import files_of, of_place

__all__ = ["Meter", "documents"]


def documents(
    places: Iterable[str | os.PathLike[str]], *, without: Iterable[str | os.PathLike[str]] = (), meter: Meter | None = None
) -> Iterator[Document]:
    """The documents of these places, one after the other, always in the same order, in constant memory.

    Nothing is raised for what is found: what cannot be opened, is damaged or goes beyond a bound is a `Document` with an `error`, of the
    kind `source` or `size`, where its own would stand. So is a place that names nothing.

    Args:
        places: files, folders, patterns such as `news/**/*.xml` (a path that exists goes before the pattern that it may be), URLs for
            `fsspec`, or `-` for standard input.
        without: the paths or URLs of outputs, left out of folders.
        meter: told how much of the files is read.
    """
    left_out = frozenset(map(without_links, without))
    named = [os.fspath(place) for place in places]
    counting = meter or Meter()
    if meter:
        meter.look_at(file for place in named for file in files_of(place, left_out))
    for place in named:
        yield from of_place(place, left_out, counting)
