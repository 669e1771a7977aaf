"""What a run keeps on disk until its output is in its place: a folder that a broken run is continued from.

The folder holds the results of all batches that are done, in order, each with digests of the documents that it came from, so that a
later run can tell whether its input is still the same. Each file in it appears whole or not at all. One process at a time works in it.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import struct
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from attrs import frozen

from newsmodel.api import write_whole
from newsmodel.archive.documents import Document
from newsmodel.errors import NewsmodelError

FLUSH_BYTES = 16 << 20
FLUSH_SECONDS = 5.0
"""What is kept goes to disk when it is this long, or this old; a run that is killed loses no more than that."""

DIGEST = 8
"""Bytes for each document."""
_HEAD = struct.Struct("<QQQQ16s")
"""Before each batch: its documents, their bytes, how long its digests are and its result, and a checksum of both."""
_PART = re.compile(r"\d{8}\.part")
_OURS = re.compile(r"lock|job\.json|work|\d{8}\.part|\.nm-[0-9a-f]+\.part")
"""What may stand in the folder; `lock` goes last."""


class JobRefused(NewsmodelError, ValueError):
    """A job that cannot be run as it was asked for: its options, its input or its place do not allow it. Nothing was written."""


@frozen(kw_only=True)
class Done:
    """One batch that went through the kernel."""

    documents: int
    size: int
    """Bytes of the documents."""
    digests: bytes
    """`DIGEST` bytes a document."""
    result: bytes
    """What the kernel gave, packed."""


def digest(document: Document) -> bytes:
    """What tells a document from another: `DIGEST` bytes of its name, its content and what its source says of it."""
    told = repr((document.name, document.media_type, document.line, document.error, document.data is None))
    found = hashlib.blake2b(told.encode(errors="backslashreplace"), digest_size=DIGEST)
    found.update(document.data or b"")
    return found.digest()


class Journal:
    """The folder of one job, as a context that keeps other processes out. Leaving it writes what is still held.

    Raises:
        JobRefused: on entering, where another process works there, or what is there cannot be continued.
        OSError: where the folder cannot be written.
    """

    def __init__(self, folder: Path, facts: Mapping[str, Any], *, resume: bool) -> None:
        """The journal of a job.

        Args:
            folder: where; made where it is not there.
            facts: what must be the same for the results to be the same, as values of JSON.
            resume: whether to continue what is there; else it is thrown away.
        """
        self._folder = folder
        self._facts = json.loads(json.dumps(facts))
        self._resume = resume
        self._held: list[bytes] = []
        self._size = 0
        self._since = time.monotonic()
        self._next = 0
        self._finished = False

    @property
    def work(self) -> Path:
        """A folder for outputs in the making, empty at the start."""
        return self._folder / "work"

    def __enter__(self) -> Self:
        _check_ours(self._folder)
        self._lock = _locked(self._folder)
        try:
            self._tidy()
            self._compare()
            self.work.mkdir()
            self._next = len(self._parts())
        except BaseException:  # also where the user interrupts: the lock is let go
            os.close(self._lock)
            raise
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        try:
            if self._finished:
                self._remove()
                return
            shutil.rmtree(self.work, ignore_errors=True)  # first: where the disk is full, this makes room
            try:
                self.flush()
            except OSError:
                if error is None:
                    raise  # else the error that broke the run is the one to tell
        finally:
            os.close(self._lock)

    def done(self) -> Iterator[Done]:
        """What earlier runs did, in order."""
        for part in self._parts():
            data = part.read_bytes()
            at = 0
            while at < len(data):
                one, at = _entry(data, at, part)
                yield one

    def keep(self, one: Done) -> None:
        """Add the next batch."""
        self._held += [_packed(one), one.digests, one.result]
        self._size += len(one.result) + len(one.digests)
        if self._size >= FLUSH_BYTES or time.monotonic() - self._since >= FLUSH_SECONDS:
            self.flush()

    def flush(self) -> None:
        """Put what is held on disk."""
        if self._held:
            write_whole(self._folder / f"{self._next:08}.part", b"".join(self._held))
            self._next += 1
        self._held, self._size, self._since = [], 0, time.monotonic()

    def finish(self) -> None:
        """Say that the job is done: leaving the context removes the folder."""
        self._finished = True

    def _remove(self) -> None:
        """Remove the folder, its lock last: who waits for that finds nothing of ours."""
        self._resume = False
        self._tidy()
        (self._folder / "lock").unlink()
        with suppress(OSError):  # the next run on this output may have begun in it
            self._folder.rmdir()

    def _parts(self) -> list[Path]:
        """The parts up to the first that is missing."""
        found = sorted(one for one in self._folder.iterdir() if _PART.fullmatch(one.name))
        return [part for number, part in enumerate(found) if part.name == f"{number:08}.part"]

    def _tidy(self) -> None:
        """Remove what a dead run left in the making, and all of it where it shall not be continued, or nothing tells what job it is of."""
        facts = self._folder / "job.json"
        kept = {"lock", facts.name, *(one.name for one in self._parts())} if self._resume and facts.exists() else {"lock"}
        for one in self._folder.iterdir():
            if one.name in kept:
                continue
            if one.is_dir() and not one.is_symlink():
                shutil.rmtree(one)
            else:
                one.unlink()

    def _compare(self) -> None:
        place = self._folder / "job.json"
        if not place.exists():
            write_whole(place, json.dumps(self._facts, indent=1, sort_keys=True).encode() + b"\n")
            return
        try:
            then = json.loads(place.read_bytes())
        except ValueError:
            raise _damaged(place) from None
        names = sorted({*then, *self._facts})
        changed = [f"{name} was {then.get(name)!r}, is {self._facts.get(name)!r}" for name in names if then.get(name) != self._facts.get(name)]
        if changed:
            raise JobRefused(f"cannot resume, this is another job: {'; '.join(changed)}. Without resuming it begins anew")


def _packed(one: Done) -> bytes:
    return _HEAD.pack(one.documents, one.size, len(one.digests), len(one.result), _checksum(one))


def _entry(data: bytes, at: int, part: Path) -> tuple[Done, int]:
    """The batch that begins at a place of a part, and where the next one does."""
    try:
        documents, size, digests, result, checksum = _HEAD.unpack_from(data, at)
    except struct.error:
        raise _damaged(part) from None
    middle = at + _HEAD.size + digests
    end = middle + result
    one = Done(documents=documents, size=size, digests=data[middle - digests : middle], result=data[middle:end])
    if _checksum(one) != checksum:
        raise _damaged(part)
    return one, end


def _checksum(one: Done) -> bytes:
    found = hashlib.blake2b(one.digests, digest_size=16)
    found.update(one.result)
    return found.digest()


def _damaged(place: Path) -> JobRefused:
    return JobRefused(f"cannot resume, {place} is damaged. Without resuming the job begins anew")


def _check_ours(folder: Path) -> None:
    """Refuse a folder in which anything is not a journal's: much of what is there would be removed."""
    with suppress(FileNotFoundError):
        names = {one.name for one in folder.iterdir()}
        others = sorted(name for name in names if not _OURS.fullmatch(name))
        if others or (names and "lock" not in names):
            raise JobRefused(f"expected an empty folder or a journal, found {(others or sorted(names))[0]!r} in {folder}")


def _locked(folder: Path) -> int:
    """The lock of the folder, held until its file is closed: also where the process is killed."""
    while True:
        folder.mkdir(exist_ok=True)
        try:
            lock = os.open(folder / "lock", os.O_RDWR | os.O_CREAT, 0o600)
        except FileNotFoundError:  # its owner was about to end, and removed the folder in between
            continue
        if not _taken(lock):
            os.close(lock)
            raise JobRefused(f"another process works on this output, see {folder}")
        if _same(lock, folder / "lock"):
            return lock
        os.close(lock)  # its owner removed the folder before we had the lock


def _taken(lock: int) -> bool:
    if sys.platform == "win32":  # no lock there that dies with its process and leaves the file readable
        return True
    import fcntl  # noqa: PLC0415  # not there on every platform

    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _same(lock: int, place: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(lock), place.stat())
    except FileNotFoundError:
        return False
