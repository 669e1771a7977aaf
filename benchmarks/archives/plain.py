"""The job as a plain script does it: a pool of processes, another library, JSON Lines out.

    .venv-speed-peers/bin/python benchmarks/archives/plain.py trafilatura ARCHIVE OUT --workers 4

Run by the Python of the peers' environment, so it imports nothing of ours. It gives what the library gives, and has neither a report of
what was lost, nor a way to go on after a fault: a document that cannot be read is `null`.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import zipfile
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any


def by_trafilatura(data: bytes) -> dict[str, Any] | None:
    """Text and metadata of a page."""
    library = importlib.import_module("trafilatura")
    found = library.bare_extraction(data, favor_precision=True, with_metadata=True)
    fields: dict[str, Any] | None = found and found.as_dict()
    return fields


def by_newsmlg2(data: bytes) -> dict[str, Any] | None:
    """An item through the IPTC's library, which leaves the body alone; as XML, for it has no other output."""
    library = importlib.import_module("NewsMLG2")
    try:
        return {"xml": library.NewsMLG2Document(data).to_xml_string()}
    except (AttributeError, SyntaxError, TypeError, ValueError):  # lxml's errors are a SyntaxError
        return None


WORK = {"trafilatura": (by_trafilatura, "pages.zip"), "newsmlg2": (by_newsmlg2, "items")}


_OPEN: dict[tuple[Path, int], zipfile.ZipFile] = {}


def _archive(place: Path) -> zipfile.ZipFile:
    """An archive, open in this process alone: a file that several read from has one place for all of them."""
    key = place, os.getpid()
    if key not in _OPEN:
        _OPEN[key] = zipfile.ZipFile(place)
    return _OPEN[key]


def _done(task: tuple[str, Path, str]) -> str:
    library, place, name = task
    data = _archive(place).read(name) if place.suffix == ".zip" else Path(name).read_bytes()
    return json.dumps(WORK[library][0](data), default=str, ensure_ascii=False)


def _tasks(library: str, place: Path) -> Iterator[tuple[str, Path, str]]:
    names = _archive(place).namelist() if place.suffix == ".zip" else sorted(str(one) for one in place.rglob("*") if one.is_file())
    return ((library, place, name) for name in names)


def main() -> None:
    """Do the job, and say of how many documents something came."""
    parser = argparse.ArgumentParser()
    parser.add_argument("library", choices=WORK)
    parser.add_argument("archive", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--workers", type=int, default=1)
    asked = parser.parse_args()
    tasks = list(_tasks(asked.library, asked.archive / WORK[asked.library][1]))
    count = found = 0
    with ProcessPoolExecutor(asked.workers) as pool, asked.out.open("w", encoding="utf-8") as out:
        for line in pool.map(_done, tasks, chunksize=32):
            out.write(line + "\n")
            count, found = count + 1, found + (line != "null")
    print(json.dumps({"documents": count, "found": found}))


if __name__ == "__main__":
    main()
