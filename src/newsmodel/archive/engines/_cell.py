"""A cell from the inside: the process that runs the kernel for `cells.Cell`, with limits of its own.

`python -m newsmodel.archive.engines._cell FD PARENT`, with frames on its standard input and output: a byte that says what it is, eight
for the length (little-endian), then so many bytes. `FD` is a file that both map into memory: the number of the document that is being
read stands there, which tells the parent which one it was when this process hangs or dies. A write to memory costs nothing, and
outlives the process.
"""

from __future__ import annotations

import ctypes
import mmap
import os
import pickle
import select
import signal
import struct
import sys
import traceback
from pathlib import Path
from typing import Any

import pyarrow as pa

from newsmodel.archive import _kernel
from newsmodel.archive._kernel import Recipe
from newsmodel.archive.documents import packed, unpacked

HEADER = struct.Struct("<cQ")
MARK = struct.Struct("<q")
NO_DOCUMENT = -1
"""What the mark says between documents."""

READY, RESULT, LAST_RESULT, NO_MEMORY, RAISED = b"R", b".", b"!", b"M", b"E"
"""What a frame of a cell is. After `LAST_RESULT`, `NO_MEMORY` and `RAISED` it ends."""

IDLE_SECONDS = 60
"""A cell that is asked for nothing for so long ends. On a cluster nobody else would end it; where it is needed again, another is started."""
_PR_SET_PDEATHSIG = 1  # linux/prctl.h


def main() -> None:
    """Take the recipe and the limit, then tasks until there are no more."""
    tasks, results = _private_streams()
    _end_with(int(sys.argv[2]))
    mark = mmap.mmap(int(sys.argv[1]), MARK.size)
    recipe, memory = pickle.loads(read(tasks) or b"")  # noqa: S301  # our own parent wrote it
    pa.set_cpu_count(1)  # a cell is one core's
    packed(_kernel.table([], recipe))  # now all is loaded that any task needs
    limit = _limit_memory(memory)
    write(results, READY)
    while (task := _next(tasks)) is not None:
        kind, data = _done(task, recipe, mark)
        if kind == RESULT and _data_in_use() > limit - memory // 2:
            kind = LAST_RESULT  # a worn cell must not judge the next document by what is left
        write(results, kind, data)
        if kind != RESULT:
            return


def _done(task: bytes, recipe: Recipe, mark: mmap.mmap) -> tuple[bytes, bytes]:
    try:
        rows: list[dict[str, Any]] = []
        for number, document in enumerate(_kernel.documents(unpacked(task))):
            MARK.pack_into(mark, 0, number)
            rows += _kernel.rows(document, recipe)
        MARK.pack_into(mark, 0, NO_DOCUMENT)
        return RESULT, packed(_kernel.table(rows, recipe))
    except (MemoryError, OSError):  # nothing here opens a file: an OSError is zstd's word for the same
        return NO_MEMORY, b""
    except Exception:  # noqa: BLE001  # it is raised again in the parent
        return RAISED, traceback.format_exc().encode()


def _private_streams() -> tuple[int, int]:
    """The pipes to the parent, moved to where nothing that a codec or a C library prints can reach them."""
    tasks, results = os.dup(0), os.dup(1)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    os.dup2(2, 1)
    return tasks, results


def _end_with(parent: int) -> None:
    """End this process when its parent does, however that ends. Elsewhere than on Linux it ends with its task, when its pipes are closed."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:  # it had ended before
            os._exit(0)


def _limit_memory(memory: int) -> int:
    """Allow so many bytes more than are in use now; the sum is returned. Only Linux counts all that is allocated as data."""
    import resource  # noqa: PLC0415  # Windows has none, and reads this module for its names

    limit = _data_in_use() + memory
    _, most = resource.getrlimit(resource.RLIMIT_DATA)
    if most != resource.RLIM_INFINITY:
        limit = min(limit, most)
    resource.setrlimit(resource.RLIMIT_DATA, (limit, most))
    return limit


def _data_in_use() -> int:
    """Bytes of private memory that this process may write to, which is what `RLIMIT_DATA` limits; 0 where nothing tells."""
    try:
        return int(Path("/proc/self/statm").read_bytes().split()[5]) * mmap.PAGESIZE
    except OSError:
        return 0


def _next(tasks: int) -> bytes | None:
    waiting = select.poll()
    waiting.register(tasks, select.POLLIN)
    return read(tasks) if waiting.poll(IDLE_SECONDS * 1000) else None


def read(stream: int) -> bytes | None:
    """What the next frame holds; `None` at the end."""
    frame = read_frame(stream)
    return None if frame is None else frame[1]


def read_frame(stream: int) -> tuple[bytes, bytes] | None:
    """What the next frame is and what it holds; `None` at the end, also where it comes in the middle of a frame."""
    head = _exactly(stream, HEADER.size)
    if head is None:
        return None
    kind, size = HEADER.unpack(head)
    data = _exactly(stream, size)
    return None if data is None else (kind, data)


def _exactly(stream: int, size: int) -> bytes | None:
    parts = bytearray()
    while len(parts) < size:
        part = os.read(stream, min(size - len(parts), 1 << 20))
        if not part:
            return None
        parts += part
    return bytes(parts)


def write(stream: int, kind: bytes, data: bytes = b"") -> None:
    """Send a frame; raises `BrokenPipeError` where nobody reads."""
    for part in (HEADER.pack(kind, len(data)), data):
        rest = memoryview(part)
        while rest:
            rest = rest[os.write(stream, rest) :]


if __name__ == "__main__":
    try:
        main()
    except (BrokenPipeError, MemoryError):  # the parent is gone, or sees that we are
        sys.exit(1)
