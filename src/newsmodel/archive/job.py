"""A job: documents through the kernel into an output, which appears whole or not at all, and can be continued where it broke off."""

from __future__ import annotations

import itertools
import json
import os
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from contextlib import ExitStack, closing
from datetime import datetime, timezone
from importlib.metadata import version
from pathlib import Path
from typing import Any, Literal, TypeAlias

import pyarrow as pa
import pyarrow.compute as pc
from attrs import asdict, field, frozen

from newsmodel.archive import places, schema
from newsmodel.archive._kernel import PLACE, Recipe
from newsmodel.archive.documents import Document, Fault, batches, packed, unpacked
from newsmodel.archive.engines import Engine
from newsmodel.archive.engines.pool import Pool
from newsmodel.archive.journal import DIGEST, Done, JobRefused, Journal, digest
from newsmodel.archive.places import without_links
from newsmodel.archive.report import Progress, Report, Tally, told
from newsmodel.archive.sinks import Filling, Sink
from newsmodel.archive.sinks.choosing import sink_for
from newsmodel.archive.sinks.partitions import Partition
from newsmodel.archive.sources import Meter, documents
from newsmodel.errors import NewsmodelError

OnError: TypeAlias = Literal["quarantine", "skip", "stop"]
"""What to do with a document that is not read: write it down beside the output, count it, or end the run."""
ALWAYS = (*PLACE, "losses", "error")
"""The columns that every job needs, for its report and its quarantine."""


class Stopped(NewsmodelError, ValueError):
    """A document that was not read, where the caller wants none; there is no output then, and the journal stays."""

    def __init__(self, source: str, kind: str, message: str, path: str | None, line: int | None, column: int | None) -> None:
        super().__init__(source, kind, message, path, line, column)
        self.source = source
        """The name of the document."""
        self.kind = kind
        """The kind of the fault, see `schema.ERROR`."""
        self.message = message
        self.path = path
        self.line = line
        self.column = column

    def __str__(self) -> str:
        return told(self.source, Fault(kind=self.kind, message=self.message, path=self.path, line=self.line, column=self.column))


@frozen(kw_only=True)
class Job:
    """How to run: what `run` asks for beside documents, sink and engine."""

    output: str | os.PathLike[str]
    source: str | None = None
    """The format of the documents; by default each tells."""
    enrich: bool = False
    """Whether to add to each article what its body says."""
    strict: bool = False
    """Whether an article of which anything would be lost counts as a document that is not read."""
    resume: bool = False
    """Whether to go on where an earlier run was broken. Its input is read again, and must be the same."""
    on_error: OnError = "quarantine"
    limit: int | None = None
    """How many documents to take at the most."""
    journal: str | os.PathLike[str] | None = None
    """The folder of the journal; by default a hidden one beside the output."""
    facts: Mapping[str, Any] = field(factory=dict)
    """What else must be the same to resume, as values of JSON: the places that the documents come from."""
    part: Callable[[], float | None] = lambda: None
    """How much of the input has been read, from 0 to 1, where that is known; for those who watch."""
    watch: Callable[[Progress], object] | None = None
    """Called after each batch."""


def run(found: Iterable[Document], sink: Sink, engine: Engine, job: Job) -> Report:
    """Run a job.

    Args:
        found: the documents to read, in an order that is the same in every run.
        sink: what to write.
        engine: what runs the kernel.
        job: all else.

    Returns:
        What was done, which stands beside the output too, as `<output>.report.json`; what was not read stands in
        `<output>.quarantine.jsonl`.

    Raises:
        JobRefused: where it cannot be resumed, or another process works on this output.
        Stopped: at the first document that is not read, with `on_error="stop"`.
        OSError: where the output cannot be written. There is none then, nor after any other error, and the journal stays.
    """
    started = datetime.now(timezone.utc)
    clock = time.monotonic()
    recipe = _recipe(sink, job)
    output = places.place(job.output)
    output.ready(sink.into)
    for suffix in (QUARANTINE, REPORT):
        output.beside(suffix).ready("file")
    folder = Path(job.journal) if job.journal else output.journal
    with Journal(folder, _facts(recipe, job), resume=job.resume) as journal:
        tally = Tally()
        made = journal.work / "output"
        quarantine = journal.work / "quarantine"
        with ExitStack() as stack:
            results = stack.enter_context(closing(_results(found, journal, engine, recipe, job)))
            faults = _Faults(stack.enter_context(quarantine.open("xb")), job.on_error)
            filling = stack.enter_context(sink.filling(made))
            for done, fresh in results:
                _take(done, filling, faults, tally, fresh=fresh)
                if fresh:
                    journal.keep(done)
                if job.watch:
                    job.watch(tally.progress(_part(job, tally.read)))
        report = tally.report(
            output=os.fspath(job.output), quarantine=beside(job.output, QUARANTINE) if faults.written else None,
            bytes_out=_size(made), started=started.isoformat(timespec="seconds"), seconds=round(time.monotonic() - clock, 3),
        )  # fmt: skip
        _settle(output, sink.into, made, quarantine if faults.written else None, report, journal)
    return report


def convert(
    places: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
    output: str | os.PathLike[str],
    *,
    source: str | None = None,
    target: str | None = None,
    engine: Engine | None = None,
    workers: int | None = None,
    resume: bool = False,
    limit: int | None = None,
    enrich: bool = False,
    strict: bool = False,
    on_error: OnError = "quarantine",
    partition: Partition | None = None,
    watch: Callable[[Progress], object] | None = None,
) -> Report:
    """Many documents into one output.

    Args:
        places: files, folders, patterns or URLs, one or several (`newsmodel.archive.sources`).
        output: where to, a path or URL; its suffix tells the kind (`newsmodel.archive.sinks.choosing.sink_for`).
        source: the format of the documents; by default each tells by its content, its name or its media type.
        target: the format of the files to write, where the output is a folder of them, or a ZIP.
        engine: what does the work; by default a pool of processes.
        workers: how many processes; by default one a core. For the pool alone.
        resume: whether to go on where an earlier run was broken.
        limit: how many documents to take at the most.
        enrich: whether to add to each article what its body says and its fields do not (`newsmodel.enrich`).
        strict: whether an article of which anything would be lost counts as a document that is not read.
        on_error: what to do with a document that is not read: `quarantine` writes it to `<output>.quarantine.jsonl`, `skip` counts it,
            `stop` ends the run.
        partition: `month`, `day` or `language`, which a folder of Parquet is divided by.
        watch: called after each batch, with a `Progress`.

    Returns:
        What was done; `<output>.report.json` holds it too.

    Raises:
        UnknownFormat: where the output or a format is not known.
        JobRefused: where no place can be opened, it cannot be resumed, another process works on this output, or the output is an input.
        Stopped: at the first document that is not read, with `on_error="stop"`.
        OSError: where the output cannot be written.
    """
    named = [places] if isinstance(places, (str, os.PathLike)) else list(places)
    sink = sink_for(os.fspath(output), target, partition, named)
    names = [os.fspath(one) for one in named]
    _apart(names, os.fspath(output))
    meter = Meter()
    job = Job(
        output=output, source=source, enrich=enrich, strict=strict, resume=resume, on_error=on_error, limit=limit,
        facts={"places": names}, part=meter.part, watch=watch,
    )  # fmt: skip
    found = documents(named, without=[beside(output, suffix) for suffix in ("", QUARANTINE, REPORT)], meter=meter)
    return run(_something(found, len(names)), sink, engine or (Pool(workers=workers) if workers else Pool()), job)


def _something(found: Iterator[Document], places: int) -> Iterator[Document]:
    """The documents, unless no place can be had at all: one that is misspelt must not replace a good output by an empty one."""
    faults: list[Document] = []
    for document in found:
        if document.error is None or document.error.kind != "source" or len(faults) == places:
            return itertools.chain(faults, [document], found)
        faults.append(document)
    for document in faults:
        assert document.error is not None
        raise JobRefused(f"nothing to read: {document.name}: {document.error.message}")
    return iter(())


def _part(job: Job, read: int) -> float | None:
    """How much of the input is read: of its bytes, or of the documents that are taken."""
    part = job.part()
    return part if job.limit is None else max(part or 0.0, read / job.limit)


def _apart(names: list[str], output: str) -> None:
    """Refuse an output that is an input, or holds one. An output within an input is left out of it."""
    there = Path(without_links(output))
    for name in names:
        here = Path(without_links(name))
        if here == there or there in here.parents:
            raise JobRefused(f"the input {name!r} would be overwritten by the output {output!r}")


QUARANTINE = ".quarantine.jsonl"
REPORT = ".report.json"


def beside(output: str | os.PathLike[str], suffix: str) -> str:
    """The name of what stands beside an output, also of a folder that is named with a `/` behind it."""
    return f"{os.fspath(output).rstrip(f'/{os.sep}')}{suffix}"


def _recipe(sink: Sink, job: Job) -> Recipe:
    asked = {*sink.columns, *ALWAYS}
    columns = tuple(name for name in schema.SCHEMA.names if name in asked)
    return Recipe(source=job.source, target=sink.target, enrich=job.enrich, strict=job.strict, columns=columns)


def _facts(recipe: Recipe, job: Job) -> dict[str, Any]:
    """All that the results depend on, but for the documents."""
    versions = {"newsmodel": version("newsmodel"), "pyarrow": version("pyarrow"), "schema": schema.VERSION}
    return versions | asdict(recipe) | {"limit": job.limit} | dict(job.facts)


def _results(
    documents: Iterable[Document], journal: Journal, engine: Engine, recipe: Recipe, job: Job
) -> Generator[tuple[Done, bool], None, None]:
    """The batches that are done, in order, each with whether this run did it."""
    taken = _taken(itertools.islice(documents, job.limit))
    number = 0
    for done in journal.done():
        now = next(taken, None)
        _same(done, now, number)
        number += done.documents
        yield done, False
    waiting: deque[_Taken] = deque()

    def tasks() -> Iterator[bytes]:
        for one in taken:
            waiting.append(one)
            yield packed(one.batch)

    results = engine.run(tasks(), recipe)
    try:
        for result in results:
            one = waiting.popleft()
            yield Done(documents=one.batch.num_rows, size=one.size, digests=one.digests, result=result), True
    finally:
        if isinstance(results, Generator):
            results.close()  # ends all work


@frozen(kw_only=True)
class _Taken:
    batch: pa.RecordBatch
    size: int
    digests: bytes


def _taken(documents: Iterable[Document]) -> Iterator[_Taken]:
    """The documents in batches, with what the journal keeps of them."""
    digests: list[bytes] = []
    size = 0

    def seen() -> Iterator[Document]:
        nonlocal size
        for document in documents:
            digests.append(digest(document))
            size += len(document.data or b"")
            yield document

    for batch in batches(seen()):
        yield _Taken(batch=batch, size=size, digests=b"".join(digests))
        digests.clear()
        size = 0


def _same(then: Done, now: _Taken | None, before: int) -> None:
    """Look whether a batch is what it was.

    Args:
        then: as the journal has it.
        now: as the input has it.
        before: how many documents there are before it.
    """
    digests = now.digests if now else b""
    if digests == then.digests:
        return
    pairs = itertools.zip_longest(*([data[at : at + DIGEST] for at in range(0, len(data), DIGEST)] for data in (then.digests, digests)))
    at = next(at for at, (one, other) in enumerate(pairs) if one != other)
    if now is None or at >= now.batch.num_rows:
        raise JobRefused(f"cannot resume, the input has changed: it ends after {before + at} documents, and more were read before")
    name = now.batch.column("name")[at].as_py()
    raise JobRefused(f"cannot resume, the input has changed: document {before + at + 1}, {name!r}, is not what was read before")


def _take(done: Done, filling: Filling, faults: _Faults, tally: Tally, *, fresh: bool) -> None:
    rows = unpacked(done.result)
    tally.documents(done.documents, done.size, resumed=not fresh)
    read = pc.is_null(rows.column("error"))
    if read.false_count:
        for row in rows.filter(pc.invert(read)).select(["source", "line", "position", "error"]).to_pylist():
            tally.fault(row)
            faults.put(row)
        rows = rows.filter(read)
    tally.articles(rows)
    filling.put(rows)


class _Faults:
    """The documents that were not read."""

    def __init__(self, file: Any, on_error: OnError) -> None:
        self._file = file
        self._on_error = on_error
        self.written = False

    def put(self, row: dict[str, Any]) -> None:
        if self._on_error == "stop":
            raise Stopped(row["source"], **row["error"])
        if self._on_error == "quarantine":
            self._file.write(json.dumps(row, ensure_ascii=False).encode(errors="backslashreplace") + b"\n")
            self.written = True


def _size(made: Path) -> int:
    if not made.is_dir():
        return made.stat().st_size
    return sum(os.stat(os.path.join(folder, name)).st_size for folder, _, names in os.walk(made) for name in names)  # noqa: PTH116, PTH118  # of millions


def _settle(output: places.Place, into: places.Into, made: Path, quarantine: Path | None, report: Report, journal: Journal) -> None:
    """Put all in its place, the output last: where it stands, the rest does."""
    journal.flush()  # from here on, a run that breaks is continued without any work but this
    told = journal.work / "report"
    told.write_bytes(report.as_json())
    if quarantine:
        output.beside(QUARANTINE).take(quarantine, "file")
    else:
        output.beside(QUARANTINE).clear()
    output.beside(REPORT).take(told, "file")
    output.take(made, into)
    journal.finish()
