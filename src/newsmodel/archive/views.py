"""An archive asked in SQL: its articles, and what they hold, as views of DuckDB. Needs the extra `newsmodel[query]`."""

from __future__ import annotations

import errno
import glob
import json
import os
import re
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
from attrs import frozen

from newsmodel.archive.job import QUARANTINE
from newsmodel.archive.schema import APPEALS, BYLINES, CAPTIONS, CONCEPTS, LOSSES, SCHEMA, VOTES, is_archive
from newsmodel.errors import NewsmodelError, Position

T = TypeVar("T")

SUFFIX = ".parquet"
ROWS = 1024
"""How many rows of a result are held at a time."""
AT_ONCE = 0.01
"""Of a fast answer, what comes in so many seconds is taken at once: to wait for each batch would take longer than to make it."""
BEAT = 0.1
"""How often, in seconds, who waits for DuckDB looks up: Windows interrupts no wait without an end."""
BESIDE = ("source", "position", "id", "headline", "published", "language")
"""The columns of its article that stand beside a vote, a byline and their like."""
VIEWS = {
    "articles": "one row an article",
    "votes": "one row a vote",
    "bylines": "one row a name",
    "captions": "one row a caption",
    "appeals": "one row an appeal for money, its amounts as a list",
    "amounts": "one row a suggested amount of an appeal",
    "sections": "one row a section of an article",
    "subjects": "one row a subject of an article",
    "losses": "one row a thing that was not read, or repaired",
    "errors": "one row a document that was not read, those of the quarantine file too",
}
"""The views, and what a row of each is. The first six of a row's columns are `BESIDE`, where it belongs to an article."""
_LISTS = {
    "votes": VOTES, "bylines": BYLINES, "captions": CAPTIONS, "appeals": APPEALS, "sections": CONCEPTS, "subjects": CONCEPTS, "losses": LOSSES,
}  # fmt: skip
_QUERIES = {"SELECT_NODE", "SET_OPERATION_NODE", "RECURSIVE_CTE_NODE", "CTE_NODE"}
"""What a query may consist of, in the tree that DuckDB parses it into. `with x as (copy ...)`, which writes, is another node."""


class QueryError(NewsmodelError, ValueError):
    """A query that cannot be answered: where in it, from 1, and why."""

    def __init__(self, message: str, line: int | None = None, column: int | None = None) -> None:
        super().__init__(message, line, column)
        self.message = message
        self.position = Position(line=line, column=column)

    def __str__(self) -> str:
        place = str(self.position)
        return f"{place}: {self.message}" if place else self.message


@frozen
class _Calls:
    """Long calls of DuckDB, one at a time, that Ctrl-C ends at once: in the thread that makes one, Python hears no signal until it is done."""

    connection: duckdb.DuckDBPyConnection
    thread: ThreadPoolExecutor

    def result(self, call: Callable[[], T]) -> T:
        """What the call returns or raises; what interrupts the wait for it ends the call, and is raised then."""
        running = self.thread.submit(call)
        try:
            while not running.done():
                wait([running], BEAT)
        except BaseException:  # Ctrl-C, or whatever a handler of a signal raises
            while not running.done():
                self.connection.interrupt()  # again and again: what is asked before the call has begun is forgotten when it does
                wait([running], BEAT)
            raise
        return running.result()


@frozen
class Archive:
    """An archive that is open for questions, and for nothing else: see `opened`."""

    connection: duckdb.DuckDBPyConnection
    files: tuple[str, ...]
    _calls: _Calls

    def _ask(self, sql: str) -> pa.RecordBatchReader:
        """The answer to one query, in batches that are made as they are read.

        Raises:
            QueryError: where it is no query, or not one that can be answered. Reading the batches may raise it too, through `batches`.
        """
        statement = self._one(sql)
        try:
            return self._calls.result(lambda: self.connection.sql(statement).to_arrow_reader(ROWS))
        except duckdb.Error as error:
            raise self._located(error, sql) from error

    def batches(self, sql: str) -> tuple[pa.Schema, Iterator[pa.RecordBatch]]:
        """The columns of the answer, and its rows; both raise `QueryError`."""
        reader = self._ask(sql)

        def read() -> Iterator[pa.RecordBatch]:
            try:
                while found := self._calls.result(lambda: list(_coming(reader))):
                    yield from found
            except (duckdb.Error, pa.ArrowException, OSError) as error:  # in the middle of a stream, Arrow raises what DuckDB says
                raise _fault(str(error), sql) from error

        return reader.schema, read()

    def rows(self, sql: str) -> list[dict[str, Any]]:
        """The whole answer, for one that is known to be short."""
        _, batches = self.batches(sql)
        return [row for batch in batches for row in batch.to_pylist()]

    def columns(self, view: str) -> dict[str, str]:
        """The names of a view's columns, and their types in DuckDB's words."""
        return {row["column_name"]: row["column_type"] for row in self.rows(f"describe {view}")}

    def _one(self, sql: str) -> duckdb.Statement:
        try:
            statements = self.connection.extract_statements(sql)
        except duckdb.Error as error:
            raise _fault(str(error), sql) from error
        if len(statements) != 1:
            raise QueryError(f"expected one query, found {len(statements)}")
        statement = statements[0]
        if statement.type == duckdb.StatementType.SELECT:
            self._refuse_writing(sql)
        elif statement.type != duckdb.StatementType.EXPLAIN or re.search(r"\banalyze\b", sql, re.I):
            raise QueryError(f"an archive is only read: expected a query such as 'select ...', found {statement.type.name}")
        return statement

    def _refuse_writing(self, sql: str) -> None:
        """Look at the parsed query: what writes may hide in its `with`, and DuckDB would let it write to the files that it may read."""
        (told,) = self.connection.execute("select json_serialize_sql(?)", [sql]).fetchall()
        tree = json.loads(told[0])
        if tree["error"]:
            raise QueryError(f"a query that cannot be looked through: {tree.get('error_message')}")
        for kind in _kinds(tree):
            if kind.endswith("_NODE") and kind not in _QUERIES:
                raise QueryError(f"an archive is only read: expected a query such as 'select ...', found {kind.partition('_')[0]} in it")

    def _located(self, error: duckdb.Error, sql: str) -> QueryError:
        """The fault of a query that was not begun; where the error has no place, that of its explanation has one."""
        found = _fault(str(error), sql)
        if found.position.line is None:
            try:
                self.connection.execute(f"explain {sql}")
            except duckdb.Error as other:
                placed = _fault(str(other), sql, len("explain "))
                found = QueryError(found.message, placed.position.line, placed.position.column)
        if "Table with name" in found.message:
            missing = found.message.partition("Table with name ")[2].partition(" does not exist")[0]
            found = QueryError(f"no view {missing!r}; there are {', '.join(VIEWS)}", found.position.line, found.position.column)
        return found


@contextmanager
def opened(path: str | os.PathLike[str]) -> Iterator[Archive]:
    """An archive for questions in SQL, with the views of `VIEWS`; times are shown in UTC.

    What is asked may read the files of the archive and nothing else: no other file, no network, no extension; and may write nowhere,
    but for what DuckDB moves out of memory into a folder of its own that is gone at the end. It guards against slips. SQL of strangers
    may still take all memory and time there is.

    Args:
        path: a Parquet file, a folder with such files at any depth (also one partitioned as `language=en/`), or a pattern such as
            `2031-*.parquet`.

    Raises:
        OSError: where no such file is there, or one cannot be read.
        ValueError: where the files are no archive, or one of a version that is not known here.
    """
    base, files = _found(os.fspath(path))
    _check(files[0])
    quarantine = f"{os.path.normpath(path)}{QUARANTINE}"
    beside = [quarantine] if Path(quarantine).is_file() else []
    with (
        tempfile.TemporaryDirectory(prefix="newsmodel-") as spill,
        duckdb.connect(":memory:", config=_CONFIG) as connection,
        ThreadPoolExecutor(1) as thread,
    ):
        calls = _Calls(connection, thread)
        connection.execute("set TimeZone = 'UTC'")
        connection.execute("set errors_as_json = true")
        connection.execute(f"set temp_directory = {_quoted(spill)}")
        try:
            partitioned = any("=" in os.path.relpath(Path(file).parent, base) for file in files)
            calls.result(lambda: _make_views(connection, files, beside, partitioned=partitioned))
        except duckdb.Error as error:
            raise ValueError(_message(str(error)).message) from error
        allowed = [*files, *map(glob.escape, files), *beside]
        connection.execute(f"set allowed_paths = [{', '.join(map(_quoted, allowed))}]")
        connection.execute("set enable_external_access = false")
        connection.execute("set lock_configuration = true")
        yield Archive(connection, tuple(files), calls)


def query(path: str | os.PathLike[str], sql: str) -> pa.Table:
    """The answer of an archive to a query in SQL, about the views of `VIEWS`; `opened` tells what it may read.

    Raises:
        OSError: where the archive is not there.
        ValueError: where it is none.
        QueryError: where the query cannot be answered; it says where in it and why.
    """
    with opened(path) as archive:
        schema, batches = archive.batches(sql)
        return pa.Table.from_batches(batches, schema)


_CONFIG: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": "false", "autoload_known_extensions": "false", "python_enable_replacements": "false",
}  # fmt: skip


def files_of(path: str | os.PathLike[str]) -> list[str]:
    """The files of an archive, in order; raises `OSError` as `opened`."""
    return _found(os.fspath(path))[1]


def _found(path: str) -> tuple[str, list[str]]:
    """The files of an archive, in order, and the folder below which names of folders may tell of their content."""
    if Path(path).is_dir():
        base, pattern = path, str(Path(glob.escape(path), "**", f"*{SUFFIX}"))
    elif Path(path).exists() or not glob.has_magic(path):
        return str(Path(path).parent), [_readable(path)]
    else:
        literal = path[: next(place for place, char in enumerate(path) if char in "*?[")]
        base, pattern = str(Path(f"{literal}x").parent), path
    files = sorted(file for file in glob.glob(pattern, recursive=True) if Path(file).is_file())  # noqa: PTH207  # takes any pattern
    if not files:
        raise FileNotFoundError(errno.ENOENT, f"expected files that end in {SUFFIX}, found none", path)
    return base, files


def _readable(path: str) -> str:
    with Path(path).open("rb"):  # raises as the system says it
        return path


def _check(file: str) -> None:
    try:
        schema = pq.read_schema(file)
    except pa.ArrowInvalid as error:
        raise ValueError(f"expected a Parquet file, found none in {file}") from error
    if not is_archive(schema) and "source" not in schema.names:
        raise ValueError(f"expected an archive with a column 'source', found the columns {', '.join(schema.names)}")


def _make_views(connection: duckdb.DuckDBPyConnection, files: Sequence[str], beside: Sequence[str], *, partitioned: bool) -> None:
    paths = ", ".join(_quoted(glob.escape(file)) for file in files)
    scan = f"read_parquet([{paths}], union_by_name = {len(files) > 1}, hive_partitioning = {partitioned})"
    there = connection.sql(f"select * from {scan} limit 0").columns
    empty = connection.from_arrow(SCHEMA.empty_table())
    types = dict(zip(empty.columns, map(str, empty.types), strict=True))
    known = [f"cast({_name(name) if name in there else 'null'} as {kind}) as {_name(name)}" for name, kind in types.items()]
    rows = f"(select {', '.join([*known, *(_name(name) for name in there if name not in types)])} from {scan})"
    connection.execute(f"create view articles as select * exclude (error) from {rows} where error is null")
    for view, kind in _LISTS.items():
        connection.execute(f"create view {view} as {_unnested(view, view, 'articles', [field.name for field in kind.value_type])}")
    connection.execute(f"create view amounts as {_unnested('amounts', 'amounts', 'appeals', ['value', 'currency', 'period'], ['kind', 'beneficiary'])}")
    errors = f"select source, position, error from {rows}"
    for file in beside:
        columns = f"source: 'VARCHAR', position: 'BIGINT', error: {_quoted(types['error'])}"
        told = f"read_json({_quoted(glob.escape(file))}, format = 'newline_delimited', columns = {{{columns}}}, ignore_errors = true)"
        errors += f" union all select source, position, error from {told}"
    errors = f"select source, position, error.* from ({errors}) where error is not null"
    connection.execute(f"create view errors as {errors}")


def _unnested(view: str, column: str, source: str, fields: Sequence[str], more: Sequence[str] = ()) -> str:
    """The members of a list, a row each. A field that is called as a column of the article has the view's name before its own."""
    beside = ", ".join([*BESIDE, *more])
    own = ", ".join(f"member.{_name(name)} as {_name(f'{view[:-1]}_{name}' if name in BESIDE else name)}" for name in fields)
    return f"select {beside}, {own} from (select {beside}, unnest({column}) as member from {source})"


def _coming(batches: pa.RecordBatchReader) -> Iterator[pa.RecordBatch]:
    """The next batch, and those that come soon after it; none at the end."""
    until = time.monotonic() + AT_ONCE
    for batch in batches:
        yield batch
        if time.monotonic() > until:
            return


def _kinds(tree: object) -> Iterator[str]:
    """The kind of each node of a parsed query."""
    if isinstance(tree, dict):
        kind = tree.get("type")
        if isinstance(kind, str):
            yield kind
        for value in tree.values():
            yield from _kinds(value)
    elif isinstance(tree, list):
        for value in tree:
            yield from _kinds(value)


@frozen
class _Told:
    message: str
    offset: int | None
    """In the query, in bytes."""


def _message(text: str) -> _Told:
    """What an error of DuckDB says, and where."""
    start = text.find("{")
    if start >= 0:
        try:
            told, _ = json.JSONDecoder().raw_decode(text[start:])
        except json.JSONDecodeError:
            pass
        else:
            place = told.get("position")
            return _Told(_one_line(told.get("exception_message", text)), int(place) if place else None)
    return _Told(_one_line(re.sub(r"^[A-Z][\w ]+ Error: ", "", text)), None)


def _one_line(text: str) -> str:
    """Without the second lines of DuckDB, which quote the query, and its guesses at names, which are of its own tables."""
    lines = [line for line in text.partition("\n\n")[0].splitlines() if line.strip() and '"pg_' not in line]
    return "; ".join(line.strip().rstrip("!") for line in lines)


def _fault(text: str, sql: str, before: int = 0) -> QueryError:
    """The error of a query, with its place in it; `before` bytes were put before the query."""
    told = _message(text)
    if told.offset is None:
        return QueryError(told.message)
    read = sql.encode()[: max(0, told.offset - before)].decode(errors="replace")
    return QueryError(told.message, read.count("\n") + 1, len(read) - (read.rfind("\n") + 1) + 1)


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _name(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
