"""The one function that every engine runs: a batch of documents in, a batch of articles out."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

import pyarrow as pa
from attrs import frozen

from newsmodel import api, registry
from newsmodel.archive.columns import COLUMNS, loss
from newsmodel.archive.documents import Document, Fault, plain
from newsmodel.archive.schema import DOCUMENT, SCHEMA
from newsmodel.contract import Codec, Loss, Read, Writer
from newsmodel.errors import ReadError, UnknownFormat
from newsmodel.extract import enrich

PLACE = ("source", "line", "position", "format")
"""The columns that say where a row comes from."""
MESSAGE = 2000
"""How long the message of an error gets, in characters; what is longer ends in an ellipsis. A codec may quote what it found, all of it."""


@frozen(kw_only=True)
class Recipe:
    """What the kernel does with each document. An immutable value that can be pickled: it is all that an engine sends beside batches."""

    source: str | None = None
    """The format of the documents; by default the content of each tells, then its name, then its media type."""
    target: str | None = None
    """The format to write each article in, into the column `document`; by default none."""
    enrich: bool = False
    """Whether to add to each article what its body says and its fields do not (`newsmodel.enrich`)."""
    strict: bool = False
    """Whether an article of which anything would be lost is an error, and not written."""
    columns: tuple[str, ...] = tuple(SCHEMA.names)
    """Which columns of `SCHEMA` to make: who needs few of them saves the others' time."""

    @property
    def schema(self) -> pa.Schema:
        """The schema of what the kernel gives."""
        fields = [SCHEMA.field(name) for name in self.columns]
        return pa.schema([*fields, DOCUMENT] if self.target else fields, metadata=SCHEMA.metadata)


def kernel(batch: pa.RecordBatch, recipe: Recipe = Recipe()) -> pa.RecordBatch:
    """The articles of a batch of documents, a row each, in order.

    A document that cannot be read, or not to its end, is a row with its `error`, behind those of the articles before the fault.
    Nothing is raised for any document.

    Args:
        batch: documents, of the schema `DOCUMENTS`; of its columns, `name` and `data` must be there.
        recipe: what to do with them.

    Returns:
        A batch of the schema `recipe.schema`.
    """
    return table([row for document in documents(batch) for row in rows(document, recipe)], recipe)


def table(rows: list[dict[str, Any]], recipe: Recipe) -> pa.RecordBatch:
    """Rows as a batch of the recipe's schema."""
    return pa.RecordBatch.from_arrays([_array(rows, one) for one in recipe.schema], schema=recipe.schema)


def error_row(document: Document, fault: Fault, recipe: Recipe, position: int = 0) -> dict[str, Any]:
    """The row of a document that was not read."""
    return {"source": document.name, "line": document.line, "position": position, "format": recipe.source, "error": plain(fault)}


def _array(rows: list[dict[str, Any]], column: pa.Field) -> pa.Array:
    return pa.array([row.get(column.name) for row in rows], column.type)


def documents(batch: pa.RecordBatch) -> Iterator[Document]:
    """The documents of a batch; columns that it lacks are empty."""
    names = [name for name in ("name", "data", "media_type", "line", "error") if name in batch.schema.names]
    for row in batch.select(names).to_pylist():
        if row.get("error") is not None:
            row["error"] = Fault(**row["error"])
        yield Document(**row)


def rows(document: Document, recipe: Recipe) -> Iterator[dict[str, Any]]:
    """The rows of a document: at least one. Nothing is raised."""
    position = 0
    try:
        for codec, read in _reads(document, recipe):
            yield _row(document, codec, read, recipe, position)
            position += 1
        if position:
            return
        fault = Fault(kind="read", message="expected an article, found none")
    except _Refused as refused:
        fault = refused.fault
    except ReadError as error:
        fault = _of_read_error(error, document.line)
    except UnknownFormat as error:
        fault = Fault(kind="format", message=_said(str(error)))
    except MemoryError:
        fault = Fault(kind="memory", message="needs more memory than there is")
    except Exception as error:  # noqa: BLE001  # millions of others wait: a codec that breaks its contract, ours or not, costs its document alone
        fault = Fault(kind="fault", message=_said(f"{type(error).__name__}: {error}"))
    yield error_row(document, fault, recipe, position)


class _Refused(Exception):
    def __init__(self, fault: Fault) -> None:
        super().__init__(fault)
        self.fault = fault


def _reads(document: Document, recipe: Recipe) -> Iterator[tuple[Codec, Read]]:
    if document.error is not None or document.data is None:
        raise _Refused(document.error or Fault(kind="source", message="no data"))
    if len(document.data) > api.MAX_BYTES:
        raise _Refused(Fault(kind="size", message=f"expected at most {api.MAX_BYTES} bytes, found {len(document.data)}"))
    codec = _codec(document, recipe)
    for read in codec.read_each(io.BytesIO(document.data)):
        yield codec, read


def _codec(document: Document, recipe: Recipe) -> Codec:
    if recipe.source:
        return registry.codec(recipe.source)
    assert document.data is not None
    try:
        return registry.recognise(document.data, document.name)
    except UnknownFormat:
        told = (document.media_type or "").partition(";")[0].strip().lower()
        if (stated := _by_media_type().get(told)) is None:
            raise
        return stated


@cache
def _by_media_type() -> dict[str, Codec]:
    return {media_type: codec for codec in registry.codecs() for media_type in reversed(codec.media_types)}


def _row(document: Document, codec: Codec, read: Read, recipe: Recipe, position: int) -> dict[str, Any]:
    article = enrich(read.article) if recipe.enrich else read.article
    losses = read.losses
    row: dict[str, Any] = {"source": document.name, "line": document.line, "position": position, "format": codec.name}
    if recipe.target:
        writer = registry.codec(recipe.target)
        assert isinstance(writer, Writer)
        written = writer.write(article)
        row["document"] = written.data
        losses += written.losses
    if losses and recipe.strict:
        return error_row(document, _of_losses(losses, document.line), recipe, position)
    for name in recipe.columns:
        if (make := COLUMNS.get(name)) is not None:
            row[name] = make(article)
    row["losses"] = [_placed(one, document.line) for one in losses]
    return row


def _said(message: str) -> str:
    """A message as a column holds it: Unicode, and no longer than `MESSAGE`."""
    short = message if len(message) <= MESSAGE else f"{message[: MESSAGE - 1]}…"
    return short.encode(errors="backslashreplace").decode()


def _placed(one: Loss, first: int | None) -> dict[str, Any]:
    """A loss, with its line counted in the file that the document stands in."""
    plain_loss = loss(one)
    plain_loss["line"] = _line(plain_loss["line"], first)
    return plain_loss


def _line(line: int | None, first: int | None) -> int | None:
    return line if line is None or first is None else first + line - 1


def _of_losses(losses: Sequence[Loss], first: int | None) -> Fault:
    place = losses[0].where
    line, column = (place.line, place.column) if place else (None, None)
    return Fault(kind="loss", message=_said("\n".join(map(str, losses))), path=losses[0].path, line=_line(line, first), column=column)


def _of_read_error(error: ReadError, first: int | None) -> Fault:
    place = error.problems[0].position
    message = "\n".join(problem.message for problem in error.problems)
    return Fault(kind="read", message=_said(message), path=place.path or None, line=_line(place.line, first), column=place.column)
