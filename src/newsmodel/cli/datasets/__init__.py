"""The commands that ask a dataset, `query` and `stats`, and what shows the answers: tables, charts, data. Each returns the exit code."""

from __future__ import annotations

import os
import shutil
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any

import click
import pyarrow as pa
from rich.console import Console

from newsmodel import api
from newsmodel.archive import views
from newsmodel.cli import messages
from newsmodel.cli.codes import DONE, FAILED
from newsmodel.cli.datasets import answers, bars, grid, summary
from newsmodel.cli.documents import STANDARD
from newsmodel.cli.messages import counted, printable

PLAIN_WIDTH = 100
"""How wide tables and charts are where there is no terminal to ask."""
BARS = 60
"""The most bars of a chart without an axis of time."""
POINTS = 100_000
"""The most points of a chart with one."""
EXAMPLES = (
    "select language, count(*) as articles from articles group by all order by all desc",
    "select headline, motion, yes, no from votes where outcome = 'failed' order by abs(yes - no) limit 10",
    "select date_trunc('month', published) as month, count(*) from articles group by all order by all",
)


def query(dataset: str, sql: str | None, format: str | None, output: str | None, rows: int) -> int:
    """Ask a dataset in SQL."""
    if sql is None:
        return _reported(dataset, lambda: _list_views(dataset))
    if sql == STANDARD:
        sql = sys.stdin.read()
    target = None if output in (None, STANDARD) else Path(str(output))
    shape = format or (target.suffix.lower().removeprefix(".") if target else "")
    shape = shape if format or shape in answers.FORMATS else "table"
    return _reported(dataset, lambda: _answer(dataset, sql, shape, target, rows))


def stats(dataset: str, page: str | None) -> int:
    """Show a dataset in numbers and plots."""
    from newsmodel.archive import stats as measures  # noqa: PLC0415  # a query needs none of it

    def show() -> None:
        found = measures.measured(dataset)
        if page is None or page == STANDARD:
            shown = [measures.page(found)] if page else summary.lines(found, console_for())
            for line in shown:
                click.echo(line)
        else:
            _keep_apart(Path(page), views.files_of(dataset))
            _write([measures.page(found).encode()], Path(page))

    return _reported(dataset, show)


def _answer(dataset: str, sql: str, shape: str, target: Path | None, rows: int) -> None:
    with views.opened(dataset) as archive:
        if target:
            _keep_apart(target, archive.files)
        schema, batches = archive.batches(sql)
        found = answers.rows(batches)
        if shape in answers.FORMATS:
            _write(answers.FORMATS[shape](answers.names(schema), found), target)
            return
        console = console_for(target)
        made = _table(console, schema, found, rows) if shape == "table" else chart(console, schema, found)
        if target:
            _write([f"{line}\n".encode() for line in made], target)
        else:
            for line in made:
                click.echo(line)


def _keep_apart(target: Path, files: Iterable[str]) -> None:
    if os.path.realpath(target) in map(os.path.realpath, files):
        raise OSError(f"not written: {target} is a file of the dataset")


def _write(parts: Iterable[bytes], target: Path | None) -> None:
    """Write the parts, each when it is made; a file is there whole or not at all."""
    if target is None:
        sys.stdout.buffer.writelines(parts)
        sys.stdout.buffer.flush()
        return
    try:
        with api.written_whole(target) as file:
            file.writelines(parts)
    except OSError as error:
        raise OSError(error.errno, f"cannot write {target}: {error.strerror or error}") from error


def console_for(target: Path | None = None) -> Console:
    """What shows tables: the terminal, or text of a fixed width for a file or a pipe."""
    console = Console(highlight=False, markup=False, emoji=False, no_color=True if target else None)
    if target or not console.is_terminal:
        console.width = PLAIN_WIDTH
    return console


def _table(console: Console, schema: pa.Schema, found: Iterator[tuple[Any, ...]], limit: int) -> list[str]:
    names = answers.names(schema)
    shown = list(islice(found, limit)) if limit else list(found)
    more = limit and next(found, None) is not None
    cells = [[answers.text(value) for value in row] for row in shown]
    numbers = [_is_number(kind) for kind in schema.types]
    table, fitting = grid.of(names, cells, numbers, console.width)
    with console.capture() as captured:
        console.print(table)
    if not shown:
        _note("no row")
    if more:
        _note(f"the first {counted(limit, 'row')}; --rows shows more, -o FILE.csv writes all")
    if fitting < len(names):
        _note(f"{fitting} of {counted(len(names), 'column')}; no room for {', '.join(names[fitting:])}: name those you want, or use --format json")
    return [line.rstrip() for line in captured.get().strip("\n").splitlines() if line.strip()]


def chart(console: Console, schema: pa.Schema, found: Iterator[tuple[Any, ...]]) -> list[str]:
    """The answer as a chart for each column of numbers behind the first."""
    kinds = schema.types
    series = [index for index, kind in enumerate(kinds) if index and _is_number(kind)]
    if not series:
        raise views.QueryError("a chart needs a column of labels or times, then at least one of numbers")
    in_time = pa.types.is_date(kinds[0]) or pa.types.is_timestamp(kinds[0])
    limit = POINTS if in_time else BARS
    shown = list(islice(found, limit))
    if next(found, None) is not None:
        _note(f"the first {counted(limit, 'row')} of more")
    if not shown:
        _note("no row")
    blocks = bars.can_show(console.encoding)
    lines: list[str] = []
    for index in series:
        if len(series) > 1:
            lines += [*([""] if lines else []), printable(schema.names[index])]
        points = [(row[0], bars.measure(row[index])) for row in shown]
        told = [(time, value) for time, value in points if isinstance(time, date) and value is not None]
        if in_time and told and min(value for _, value in told) >= 0:
            if len(told) < len(points):
                _note(f"{counted(len(points) - len(told), 'row')} without a time or a number left out")
            lines += bars.columns([time for time, _ in told], [value for _, value in told], console.width, blocks=blocks)
        else:
            lines += bars.bars([answers.text(label) for label, _ in points], [value for _, value in points], console.width, blocks=blocks)
    return lines


def _list_views(dataset: str) -> None:
    """What may be asked: the views with their columns, and examples."""
    with views.opened(dataset) as archive:
        articles = archive.rows("select count(*) as number from articles")[0]["number"]
        click.echo(printable(f"{dataset}: {counted(articles, 'article')}, {counted(len(archive.files), 'file')}"))
        for view, told in views.VIEWS.items():
            click.echo(f"\n{view}: {told}")
            for line in _wrapped(f"{name} {_short(kind)}" for name, kind in archive.columns(view).items()):
                click.echo(f"  {line}")
    click.echo("\nTimes are instants, shown in UTC. Examples:")
    for example in EXAMPLES:
        click.echo(f'  newsmodel query {printable(dataset)} "{example}"')


def _wrapped(words: Iterable[str]) -> Iterator[str]:
    width = min(shutil.get_terminal_size((PLAIN_WIDTH, 24)).columns, PLAIN_WIDTH) - 2
    line = ""
    for word in words:
        if line and len(line) + len(word) + 2 > width:
            yield f"{line},"
            line = word
        else:
            line = f"{line}, {word}" if line else word
    yield line


def _short(kind: str) -> str:
    """A type of DuckDB in few words."""
    if kind.startswith("STRUCT"):
        return "list of structs" if kind.endswith("[]") else "struct"
    words = {"VARCHAR": "text", "BIGINT": "number", "SMALLINT": "number", "BOOLEAN": "yes/no", "TIMESTAMP WITH TIME ZONE": "time", "DECIMAL(36,18)": "decimal"}
    return words.get(kind, "list of text" if kind == "VARCHAR[]" else kind.lower())


def _is_number(kind: pa.DataType) -> bool:
    return bool(pa.types.is_integer(kind) or pa.types.is_floating(kind) or pa.types.is_decimal(kind))


def _note(text: str) -> None:
    click.echo(printable(text), err=True)


def _reported(dataset: str, do: Callable[[], None]) -> int:
    try:
        with _tidy():
            do()
    except BrokenPipeError:
        raise  # nobody reads on: click ends the run quietly
    except views.QueryError as error:
        click.echo(messages.at("query", error.position, error.message), err=True)
        return FAILED
    except (OSError, ValueError) as error:
        for line in messages.of_error(dataset, error):
            click.echo(line, err=True)
        return FAILED
    return DONE


@contextmanager
def _tidy() -> Iterator[None]:
    """Let SIGTERM, too, clear away what is made on the way, if it would have ended the process; the exit code is the shell's for it."""
    if threading.current_thread() is not threading.main_thread() or signal.getsignal(signal.SIGTERM) is not signal.SIG_DFL:
        yield
        return
    signal.signal(signal.SIGTERM, lambda number, _: sys.exit(128 + number))
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
