"""Cells: processes that run the kernel and may be lost. What a document does to its cell costs that document alone.

A cell is started by `subprocess` rather than `multiprocessing`, so that it works inside the workers of Dask and of Spark, which may not
have children of the other kind, and never imports the user's script.
"""

from __future__ import annotations

import mmap
import os
import pickle
import select
import signal
import subprocess
import sys
import tempfile
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic

import pyarrow as pa
from attrs import evolve, frozen

from newsmodel.archive import _kernel
from newsmodel.archive._kernel import Recipe
from newsmodel.archive.documents import Fault, in_one_batch, packed, unpacked
from newsmodel.archive.engines import _cell
from newsmodel.errors import NewsmodelError

SECONDS = 60.0
"""How long a document may take."""
MEMORY = 1 << 30
"""How many bytes a cell may have, beyond those it starts with."""
MEMORY_AT_LEAST = 1 << 26
"""With less, a cell could not hold a batch of the largest documents and its result."""
START_SECONDS = 120.0
"""A cell loads newsmodel and pyarrow, half a second of work, on however busy a machine."""
STARTS = 10
"""How often a cell is started that somebody kills before it has said that it is ready."""
CHANCES = 3
"""How often a cell must end at a document before the document is to blame: somebody else may have killed it."""


@frozen(kw_only=True)
class Limits:
    """What a cell, and what a document in it, may take."""

    seconds: float = SECONDS
    memory: int = MEMORY


class CellClosed(Exception):
    """The cell was closed while it worked."""


@frozen
class _Ended:
    """How a cell came to its end, and at which document of the batch; `None` where it was at none."""

    place: int | None
    fault: Fault


class Cell:
    """One process that runs the kernel, and is started again when it is lost. Used by one thread at a time; any may close it."""

    def __init__(self, recipe: Recipe, limits: Limits) -> None:
        self.recipe = recipe
        self.limits = limits
        self._lock = threading.Lock()
        self._closed = False
        self._process: subprocess.Popen[bytes] | None = None
        self._mark: mmap.mmap | None = None

    def run(self, task: bytes) -> bytes:
        """The kernel's result for a packed batch, packed.

        A document that ends the cell twice, or takes longer than it may, is a row with an error in its place (`died`, `time`,
        `memory`), and all others are read.

        Raises:
            CellClosed: where the cell was closed.
            NewsmodelError: where no process can be started, or none has what it needs to work at all.
        """
        ends: Counter[int | None] = Counter()
        while isinstance(ended := self._attempt(task), _Ended):
            ends[ended.place] += 1
            if ended.fault.kind == "died" and ends[ended.place] < CHANCES:
                continue
            batch = unpacked(task)
            if ended.place is None and batch.num_rows > 1:
                return self._one_by_one(batch)
            task = _without(batch, ended.place or 0, ended.fault)
        return ended

    @property
    def has_ended(self) -> bool:
        """Whether its process has ended, by itself or not."""
        return self._process is not None and self._process.poll() is not None

    def close(self) -> None:
        """End the process, also while `run` waits for it, which then raises `CellClosed`."""
        with self._lock:
            self._closed = True
            if self._process is not None:
                self._process.kill()

    def clear(self) -> None:
        """Let go of the process that was closed; by the thread that runs it, or when that has ended."""
        with self._lock:
            process, self._process = self._process, None
            mark, self._mark = self._mark, None
        if process is not None:
            process.kill()
            with process:  # closes the pipes and waits, so that no zombie is left
                pass
        if mark is not None:
            mark.close()

    def _one_by_one(self, batch: pa.RecordBatch) -> bytes:
        """The result of a batch whose cell ended between documents: what they need together may be what was too much."""
        results = [unpacked(self.run(packed(batch.slice(number, 1)))) for number in range(batch.num_rows)]
        whole = pa.Table.from_batches(results).combine_chunks()
        return packed(whole.to_batches()[0])

    def _attempt(self, task: bytes) -> bytes | _Ended:
        process, mark = self._running()
        assert process.stdin is not None
        assert process.stdout is not None
        _cell.MARK.pack_into(mark, 0, _cell.NO_DOCUMENT)
        try:
            _cell.write(process.stdin.fileno(), b"T", task)
        except BrokenPipeError:
            return self._died(process, mark)
        if not self._waited(process.stdout.fileno(), mark):
            return self._over_time(mark)
        frame = _cell.read_frame(process.stdout.fileno())
        if frame is None:
            return self._died(process, mark)
        kind, result = frame
        if kind != _cell.RESULT:
            self.clear()
        if kind == _cell.RAISED:
            raise RuntimeError(f"the kernel failed in a worker:\n{result.decode()}")
        if kind == _cell.NO_MEMORY:
            return _Ended(None, Fault(kind="memory", message="needs more memory than there is"))
        return result

    def _running(self) -> tuple[subprocess.Popen[bytes], mmap.mmap]:
        """The process, which is started where there is none."""
        if self.has_ended and not self._closed:
            self.clear()  # it had nothing to do for long, and ended
        for _ in range(STARTS):
            with self._lock:
                if self._closed:
                    raise CellClosed
                if self._process is not None and self._mark is not None:
                    return self._process, self._mark
                with tempfile.TemporaryFile() as shared:
                    shared.truncate(_cell.MARK.size)
                    self._mark = mmap.mmap(shared.fileno(), _cell.MARK.size)
                    self._process = _started(shared.fileno())
                process, mark = self._process, self._mark
            if self._is_greeted_by(process):
                return process, mark
            self.clear()
            if process.returncode is None or process.returncode >= 0:
                break
        if self._closed:
            raise CellClosed
        raise NewsmodelError(f"a worker could not be started: {sys.executable} -m {_cell.__name__} {_status(process.returncode)}")

    def _is_greeted_by(self, process: subprocess.Popen[bytes]) -> bool:
        """Whether a process that was started says that it is ready."""
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            _cell.write(process.stdin.fileno(), b"T", pickle.dumps((self.recipe, self.limits.memory)))
            return _readable(process.stdout.fileno(), START_SECONDS) and _cell.read(process.stdout.fileno()) is not None
        except BrokenPipeError:
            return False

    def _waited(self, results: int, mark: mmap.mmap) -> bool:
        """Wait for a result or an end; whether it came while each document kept its time."""
        step = min(1.0, self.limits.seconds / 10)
        seen, since = None, monotonic()
        while not _readable(results, step):
            (now,) = _cell.MARK.unpack_from(mark, 0)
            if now != seen:
                seen, since = now, monotonic()
            elif monotonic() - since > self.limits.seconds:
                return False
        return True

    def _over_time(self, mark: mmap.mmap) -> _Ended:
        place = _place(mark)
        self.clear()
        return _Ended(place, Fault(kind="time", message=f"took longer than {self.limits.seconds:g} seconds"))

    def _died(self, process: subprocess.Popen[bytes], mark: mmap.mmap) -> _Ended:
        place = _place(mark)
        self.clear()
        if self._closed:
            raise CellClosed
        return _Ended(place, Fault(kind="died", message=f"the process that read it {_status(process.returncode)}"))


@contextmanager
def borrowed(recipe: Recipe, limits: Limits) -> Iterator[Cell]:
    """A cell of this process that nobody uses, for a worker of a cluster, which runs task after task: it stays for the next of them."""
    with _SHELF_LOCK:
        for cell in [cell for cell in _SHELF if cell.has_ended]:
            _SHELF.remove(cell)
            cell.clear()
        fitting = (cell for cell in reversed(_SHELF) if (cell.recipe, cell.limits) == (recipe, limits))
        if (found := next(fitting, None)) is not None:
            _SHELF.remove(found)
    used = found or Cell(recipe, limits)
    try:
        yield used
    except BaseException:  # also where the user interrupts: no process is left behind
        used.clear()
        raise
    with _SHELF_LOCK:
        _SHELF.append(used)


_SHELF: list[Cell] = []
_SHELF_LOCK = threading.Lock()


def _started(mark: int) -> subprocess.Popen[bytes]:
    """The process of a cell: our Python, our modules, and a process group of its own, which no Ctrl-C reaches."""
    environment = os.environ | {
        "PYTHONPATH": os.pathsep.join(place for place in sys.path if place),
        "ARROW_DEFAULT_MEMORY_POOL": "system",  # Arrow's own allocator reserves a whole GiB at its first byte, which would be all that is allowed
    }
    command = [sys.executable, "-P", "-m", _cell.__name__, str(mark), str(os.getpid())]
    try:
        return subprocess.Popen(  # noqa: S603  # our own module, run by our own Python
            command, bufsize=0, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment, pass_fds=[mark], process_group=0
        )
    except OSError as error:
        raise NewsmodelError(f"a worker could not be started: {sys.executable}: {error.strerror}") from error


def _readable(stream: int, seconds: float) -> bool:
    waiting = select.poll()
    waiting.register(stream, select.POLLIN)
    return bool(waiting.poll(seconds * 1000))


def _place(mark: mmap.mmap) -> int | None:
    (number,) = _cell.MARK.unpack_from(mark, 0)
    return None if number == _cell.NO_DOCUMENT else number


def _status(code: int | None) -> str:
    """How a process ended: the same words for the same end, so that two runs give the same rows."""
    if code is None or code >= 0:
        return f"ended with exit status {code}"
    try:
        return f"was ended by {signal.Signals(-code).name}"
    except ValueError:  # a real-time signal, which has no name
        return f"was ended by signal {-code}"


def _without(batch: pa.RecordBatch, number: int, fault: Fault) -> bytes:
    """The batch with a fault in the place of a document's bytes, packed.

    Raises:
        NewsmodelError: where there is one already, so that the document cannot be to blame.
    """
    documents = list(_kernel.documents(batch))
    if documents[number].error is not None:
        raise NewsmodelError(f"a worker fails without any document: {fault.message}")
    documents[number] = evolve(documents[number], data=None, error=fault)
    return packed(in_one_batch(documents))
