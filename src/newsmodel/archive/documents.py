"""The documents of an archive, and the batches that they travel in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pyarrow as pa
from attrs import frozen

from newsmodel.archive.schema import DOCUMENTS

BATCH_DOCUMENTS = 128
BATCH_BYTES = 1 << 20
"""A batch ends with the document that makes it as long as this."""


@frozen(kw_only=True)
class Fault:
    """Why a document was not read, as a row's `error` has it."""

    kind: str
    """`read`: the codec refused it; `format`: no codec knows it; `source`: its bytes could not be had; `size`, `memory`, `time`: it went
    beyond a limit; `died`: the process that read it ended; `fault`: the codec broke its contract; `loss`: something would be lost, and the recipe is strict."""
    message: str
    path: str | None = None
    line: int | None = None
    column: int | None = None


@frozen(kw_only=True)
class Document:
    """The bytes of a document, and where they come from; or why they could not be had."""

    name: str
    """Its path; that of a member of an archive behind the archive's, with `!/` between: `week.zip!/monday/rain.html`."""
    data: bytes | None
    """`None` where there is an error."""
    media_type: str | None = None
    """As its source states it (IANA), parameters included; asked where the content does not tell."""
    line: int | None = None
    """The line of its file that it begins on, from 1, where the file holds several documents."""
    error: Fault | None = None


def batches(documents: Iterable[Document]) -> Iterator[pa.RecordBatch]:
    """The documents in batches of the schema `DOCUMENTS`, cut by number and size alone: equal documents give equal batches."""
    held: list[Document] = []
    size = 0
    for document in documents:
        held.append(document)
        size += len(document.data or b"")
        if len(held) >= BATCH_DOCUMENTS or size >= BATCH_BYTES:
            yield in_one_batch(held)
            held, size = [], 0
    if held:
        yield in_one_batch(held)


def in_one_batch(documents: list[Document]) -> pa.RecordBatch:
    """These documents in one batch, however large."""
    columns = [
        [document.name.encode(errors="backslashreplace").decode() for document in documents],
        [document.data for document in documents],
        [document.media_type for document in documents],
        [document.line for document in documents],
        [None if document.error is None else plain(document.error) for document in documents],
    ]
    arrays = [pa.array(values, field.type) for values, field in zip(columns, DOCUMENTS, strict=True)]
    return pa.RecordBatch.from_arrays(arrays, schema=DOCUMENTS)


def plain(fault: Fault) -> dict[str, object]:
    """A fault as a row's `error` has it."""
    return {name: getattr(fault, name) for name in ("kind", "message", "path", "line", "column")}


def packed(batch: pa.RecordBatch) -> bytes:
    """A batch as bytes to send or to keep: an Arrow IPC stream, compressed."""
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, batch.schema, options=pa.ipc.IpcWriteOptions(compression="zstd", use_threads=False)) as stream:
        stream.write_batch(batch)
    data: bytes = sink.getvalue().to_pybytes()
    return data


def unpacked(data: bytes) -> pa.RecordBatch:
    """The batch that `packed` made these bytes of."""
    with pa.ipc.open_stream(data, options=pa.ipc.IpcReadOptions(use_threads=False)) as stream:
        return stream.read_next_batch()
