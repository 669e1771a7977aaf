"""The real documents: a folder `agency` with a manifest, which `NEWSMODEL_DATA` leads to, and what our readers say of each.

The documents belong to the agencies and are no part of the project. `manifest.csv` has a row a document; used here are
`path`, `standard` (the name of a codec), `provider`, `kind` (`unit-test:…` for the standards' own test suites) and
`split` (`dev` for texts).
"""

from __future__ import annotations

import csv
import importlib.util
import io
import os
import sys
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from attrs import field, frozen

import newsmodel as nm

ROOT = Path(os.environ.get("NEWSMODEL_DATA") or Path(__file__).resolve().parents[2] / "shared" / "data")


@frozen(kw_only=True)
class Document:
    """One row of the manifest."""

    path: Path
    standard: str
    agency: str
    kind: str

    @property
    def is_test(self) -> bool:
        """Whether it belongs to a standard's own test suite."""
        return self.kind.startswith("unit-test")

    @property
    def expected_valid(self) -> bool:
        """What a test suite expects, said by its folder."""
        return "should_fail" not in self.path.parts


@frozen(kw_only=True)
class Outcome:
    """What a reader made of a document: its articles, or why there are none."""

    document: Document
    reads: tuple[nm.Read, ...] = ()
    refusal: nm.ReadError | None = None
    losses: tuple[nm.Loss, ...] = field(init=False)

    @losses.default
    def _all_losses(self) -> tuple[nm.Loss, ...]:
        return tuple(loss for read in self.reads for loss in read.losses)

    @property
    def is_other_item(self) -> bool:
        """Whether the document is well-formed, and an item that is no article: a concept, a catalogue, a package."""
        return self.refusal is not None and self.refusal.problems[0].message.startswith("expected a newsItem")


@cache
def documents() -> tuple[Document, ...]:
    """The documents whose standard is one of our formats, in the manifest's order."""
    base = ROOT / "agency"
    names = {codec.name for codec in nm.codecs()}
    with (base / "manifest.csv").open(encoding="utf-8", newline="") as rows:
        return tuple(
            Document(path=base / row["path"], standard=row["standard"], agency=row["provider"], kind=row["kind"])
            for row in csv.DictReader(rows)
            if row["standard"] in names
        )


@cache
def outcome(document: Document) -> Outcome:
    """Read one document; anything but a `ReadError` escapes and is a fault of ours."""
    codec = nm.codec(document.standard)
    try:
        return Outcome(document=document, reads=tuple(codec.read_each(io.BytesIO(document.path.read_bytes()))))
    except nm.ReadError as error:
        return Outcome(document=document, refusal=error)


@cache
def by_path(path: Path) -> Any:
    """A script that stands beside the data, as a module; nothing is written there, its bytecode included."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    writes, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    try:
        spec.loader.exec_module(module)
    finally:
        sys.dont_write_bytecode = writes
    return module


def markdown(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table in Markdown; columns of numbers stand to the right."""
    cells = [[str(cell).replace("|", "\\|") for cell in row] for row in rows]
    numeric = [bool(cells) and all(row[n].replace("-", "0").replace(".", "").split(" ")[0].isdigit() for row in cells) for n in range(len(head))]
    lines = [list(head), ["---:" if right else "---" for right in numeric], *cells]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)
