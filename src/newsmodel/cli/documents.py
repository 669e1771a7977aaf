"""What the command reads and where it writes: files, folders, standard input and output."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import click
from attrs import field, frozen

from newsmodel import api, registry
from newsmodel.errors import ReadError

STANDARD = "-"
"""Standard input or output, where a path may stand."""


@frozen
class Source:
    """A document to read."""

    name: str
    """What messages call it."""
    path: Path | None
    """`None` for standard input."""
    folder: Path = Path()
    """Its folder below the one that was named, for the same place in the output."""

    @property
    def file_name(self) -> str:
        """The last part of its name; empty for standard input."""
        return self.path.name if self.path else ""

    @property
    def stem(self) -> str:
        """Its file name without the suffix of a format; `stdin` for standard input."""
        suffixes = [suffix for one in registry.codecs() for suffix in one.suffixes]
        suffix = max((one for one in suffixes if self.file_name.lower().endswith(one)), key=len, default="")
        stem = self.file_name[: -len(suffix)] if suffix else Path(self.file_name).stem
        return stem or "stdin"

    def data(self) -> bytes:
        """The document.

        Raises:
            OSError: where it cannot be read, or is no regular file.
            ReadError: where it is larger than `api.MAX_BYTES`.
        """
        if self.path:
            return api.file_bytes(self.path)
        data = sys.stdin.buffer.read(api.MAX_BYTES + 1)
        if len(data) > api.MAX_BYTES:
            raise ReadError.at(f"expected at most {api.MAX_BYTES} bytes, found more")
        return data


def sources(arguments: Sequence[str], output: Path | None = None) -> list[Source]:
    """The documents that the arguments name; a folder stands for all files below it, hidden ones and `output` left out."""
    found: list[Source] = []
    for argument in arguments:
        if argument == STANDARD:
            found.append(Source("<stdin>", None))
        elif Path(argument).is_dir():
            found.extend(sorted(_below(Path(argument), output), key=lambda source: source.name))
        else:
            found.append(Source(argument, Path(argument)))
    return found


def _below(top: Path, output: Path | None) -> Iterator[Source]:
    unreadable: list[OSError] = []
    for place, folders, files in os.walk(top, onerror=unreadable.append):
        here = Path(place)
        folders[:] = [name for name in folders if not name.startswith(".") and here / name != output]
        for name in files:
            if not name.startswith("."):
                yield Source(str(here / name), here / name, here.relative_to(top))
    for error in unreadable:  # reported like a file: reading it fails in the same way
        yield Source(str(error.filename), Path(error.filename))


@frozen
class Outputs:
    """Where results go, so that nothing is replaced that the user has not named."""

    path: Path | None
    """`None` for standard output."""
    is_folder: bool
    """Whether results go into `path`, under the names of their sources."""
    inputs: frozenset[str]
    """The real paths of all sources, none of which is written to."""
    taken: dict[Path, str] = field(factory=dict)
    """Which source each file was written for."""

    @classmethod
    def of(cls, output: str | None, arguments: Sequence[str], found: Sequence[Source]) -> Outputs:
        """The outputs for the option `-o` and the arguments.

        Raises:
            click.UsageError: where several documents would go to one place.
        """
        path = None if output in (None, STANDARD) else Path(str(output))
        several = len(arguments) > 1 or any(Path(argument).is_dir() for argument in arguments)
        is_folder = path is not None and (several or path.is_dir() or str(output).endswith(("/", os.sep)))
        if several and path is None:
            raise click.UsageError("several documents need a folder to go to: -o FOLDER")
        if several and path is not None and path.exists() and not path.is_dir():
            raise click.UsageError(f"several documents need a folder to go to, and {output} is a file")
        return cls(path, is_folder, frozenset(os.path.realpath(source.path) for source in found if source.path))

    def put(self, source: Source, suffix: str, data: bytes) -> None:
        """Write the result for a source, whole or not at all.

        Raises:
            OSError: where it cannot be written, or would replace an input or the result of another source.
        """
        if self.path is None:
            sys.stdout.buffer.write(data)
            sys.stdout.buffer.flush()
            return
        target = self._target(source, suffix)
        if os.path.realpath(target) in self.inputs:
            raise OSError(f"not written: {target} is an input")
        if target in self.taken:
            raise OSError(f"not written: {target} has been written for {self.taken[target]}")
        if target.exists() and not target.is_file():
            raise OSError(f"not written: {target} is not a regular file")
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            api.write_whole(target, data)
        except OSError as error:
            raise OSError(error.errno, f"cannot write {target}: {error.strerror}") from error
        self.taken[target] = source.name

    def _target(self, source: Source, suffix: str) -> Path:
        assert self.path is not None
        if not self.is_folder:
            return self.path
        return self.path / source.folder / f"{source.stem}{suffix}"
