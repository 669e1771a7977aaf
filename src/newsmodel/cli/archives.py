"""`convert` for archives: many documents into one output, on many cores, with its progress and its summary."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

import click
from attrs import frozen
from rich.console import Console
from rich.progress import BarColumn, Progress as Bar, TaskProgressColumn, TextColumn, TimeRemainingColumn

from newsmodel.cli import messages
from newsmodel.cli.codes import DONE, FAILED, INTERRUPTED
from newsmodel.contract import Codec, Writer
from newsmodel.errors import NewsmodelError

if TYPE_CHECKING:
    from newsmodel.archive.engines import Engine
    from newsmodel.archive.job import OnError
    from newsmodel.archive.report import Progress, Report
    from newsmodel.archive.sinks.partitions import Partition

OUTPUTS = (".parquet", ".pq", ".zip", ".jsonl.gz", ".jsonl.zst", ".ndjson.gz", ".ndjson.zst")
"""What the name of an output ends in that holds an archive."""
LINES = (".jsonl", ".ndjson")
"""And where it holds one only if there are several documents."""
SOURCES = (
    ".zip", ".tar", ".tgz", ".tar.gz", ".tar.xz", ".tar.bz2", ".tar.zst", ".warc", ".warc.gz", ".parquet", ".pq", *LINES,
    *(f"{lines}{packed}" for lines in LINES for packed in (".gz", ".zst", ".xz", ".bz2")),
)  # fmt: skip
"""What the names of inputs end in that hold many documents."""
EVERY = 10
"""Where there is no terminal, a line of progress comes once in so many seconds."""


@frozen(kw_only=True)
class Asked:
    """The options of `convert` that are about archives, as they were given."""

    workers: int | None = None
    timeout: float | None = None
    memory: int | None = None
    engine: str | None = None
    scheduler: str | None = None
    resume: bool = False
    limit: int | None = None
    on_error: OnError | None = None
    partition: Partition | None = None


def meant(src: Sequence[str], output: str | None, asked: Asked) -> bool:
    """Whether an archive is meant: by an option, by the name of the output, or by the names of the inputs."""
    if asked != Asked():
        return True
    name = (output or "").lower()
    held = any(one.lower().endswith(SOURCES) or "*" in one or "://" in one for one in src)
    several = held or len(src) > 1 or any(Path(one).is_dir() for one in src)
    return held or name.endswith(OUTPUTS) or (several and name.endswith(LINES))


def convert(
    src: Sequence[str], target: Codec | None, source: Codec | None, output: str | None, asked: Asked, *, enrich: bool, strict: bool, say: bool
) -> int:
    """Convert, show how far it is, and sum up."""
    from newsmodel import archive  # noqa: PLC0415  # whoever converts one document needs no Arrow

    if output in {None, "-"}:
        raise click.UsageError("an archive needs a file or a folder to go to: -o PATH")
    assert output is not None
    with Watching(Console(stderr=True, highlight=False), quiet=not say) as watching:
        try:
            if say and not asked.resume and archive.places.place(output).journal.exists():
                watching.say(f"{output}: found the work of an earlier run; without --resume, all begins anew")
            report = archive.convert(
                src, output, source=source.name if source else None, target=target.name if isinstance(target, Writer) else None,
                engine=_engine(asked), resume=asked.resume, limit=asked.limit, enrich=enrich, strict=strict,
                on_error=asked.on_error or "quarantine", partition=asked.partition, watch=watching.saw,
            )  # fmt: skip
        except KeyboardInterrupt:
            watching.close()
            click.echo("interrupted; the same command with --resume goes on from here", err=True)
            return INTERRUPTED
        except (NewsmodelError, OSError) as error:
            watching.close()
            for line in messages.of_error(output, error):
                click.echo(line, err=True)
            return FAILED
    for line in summary(report) if say else ():
        click.echo(messages.printable(line), err=True)
    return FAILED if report.failed else DONE


def _engine(asked: Asked) -> Engine:
    limits: dict[str, Any] = {"seconds": asked.timeout, "memory": asked.memory and asked.memory * 10**6}
    limits = {name: limit for name, limit in limits.items() if limit is not None}
    match asked.engine:
        case "serial":
            from newsmodel.archive.engines import Serial  # noqa: PLC0415  # each engine is loaded where it is asked for

            return Serial()
        case "dask":
            from newsmodel.archive.engines.dask import Dask  # noqa: PLC0415  # the same

            return Dask(scheduler=asked.scheduler, **limits)
        case "spark":
            from newsmodel.archive.engines.spark import Spark  # noqa: PLC0415  # the same

            return Spark(master=asked.scheduler, **limits)
        case _:
            from newsmodel.archive.engines.pool import Pool  # noqa: PLC0415  # the same

            return Pool(**limits, **({"workers": asked.workers} if asked.workers else {}))


def summary(report: Report) -> list[str]:
    """What was done, in a few lines."""
    rate = f", {(report.documents - report.resumed) / report.seconds:,.0f} a second" if report.seconds else ""
    repaired = f" ({report.repairs:,} repaired)" if report.repairs else ""
    lines = [
        f"{_counted(report.documents, 'document')} in {_span(report.seconds)}{rate}"
        + (f"; {report.resumed:,} of them were done before" if report.resumed else ""),
        f"{_counted(report.articles, 'article')}, {_counted(report.losses, 'loss')}{repaired}: {report.output}, {_size(report.bytes_out)}",
    ]
    if report.failed:
        kinds = ", ".join(f"{number:,} {kind}" for kind, number in report.errors.items())
        lines.append(f"{_counted(report.failed, 'document')} not read ({kinds})" + (f": {report.quarantine}" if report.quarantine else ""))
        lines += [f"  {one}" for one in report.first_errors]
        if report.failed > len(report.first_errors):
            lines.append("  …")
    return lines


def _counted(number: int, thing: str) -> str:
    """As `messages.counted`, with commas: archives are large."""
    return messages.counted(number, thing).replace(str(number), f"{number:,}", 1)


def _size(number: int) -> str:
    """A number of bytes for people."""
    for unit, least in (("GB", 10**9), ("MB", 10**6), ("kB", 10**3)):
        if number >= least:
            return f"{number / least:.1f} {unit}"
    return f"{number} bytes"


def _span(seconds: float) -> str:
    """A stretch of time for people."""
    if seconds < 60:
        return f"{seconds:.1f} s"
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours} h {minutes} min" if hours else f"{minutes} min {rest} s"


class Watching:
    """A bar in a terminal; elsewhere, a line once in a while."""

    def __init__(self, console: Console, *, quiet: bool) -> None:
        self._console = console
        self._quiet = quiet
        self._told = self._began = time.monotonic()
        self._bar: Bar | None = None
        if console.is_terminal and not quiet:
            self._bar = Bar(BarColumn(), TaskProgressColumn(), TextColumn("{task.fields[said]}"), TimeRemainingColumn(), console=console, transient=True)
            self._task = self._bar.add_task("convert", total=None, said="")

    def saw(self, progress: Progress) -> None:
        """Show how far a run has come."""
        if self._bar is not None:
            total = None if progress.part is None else 1.0
            self._bar.update(self._task, completed=progress.part or 0.0, total=total, said=self._said(progress))
        elif not self._quiet and time.monotonic() - self._told >= EVERY:
            self._told = time.monotonic()
            click.echo(self._said(progress) + self._left(progress), err=True)

    def say(self, line: str) -> None:
        """Say something, above the bar if there is one."""
        self._console.print(messages.printable(line), markup=False, emoji=False, soft_wrap=True)

    def _said(self, progress: Progress) -> str:
        rate = (progress.documents - progress.resumed) / (time.monotonic() - self._began)
        counts = ((progress.documents, "document"), (progress.errors, "error"), (progress.losses, "loss"))
        return f"{', '.join(_counted(*one) for one in counts)}, {rate:,.0f} a second"

    def _left(self, progress: Progress) -> str:
        """How long it will take yet, as long as each byte takes what those before it took."""
        if not progress.part:
            return ""
        return f", {_span((time.monotonic() - self._began) * (1 - progress.part) / progress.part)} left"

    def close(self) -> None:
        """Take the bar away."""
        if self._bar is not None:
            self._bar.stop()

    def __enter__(self) -> Self:
        if self._bar is not None:
            self._bar.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()
