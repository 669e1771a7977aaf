"""Where an output stands in the end, and how it gets there: whole."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from attrs import frozen


@frozen
class Local:
    """A place on this machine."""

    path: Path
    """Absolute, without links."""

    @property
    def journal(self) -> Path:
        """The folder for the journal of the job that makes this output."""
        return self.path.parent / f".nm-{self.path.name}.job"

    def beside(self, suffix: str) -> Local:
        """The place of the same name with something behind it."""
        return Local(self.path.with_name(self.path.name + suffix))

    def ready(self, *, folder: bool) -> None:
        """Look whether an output of this kind can stand here, before there is any work on it.

        Raises:
            OSError: where it cannot.
        """
        if not folder and self.path.is_dir():
            raise IsADirectoryError(f"expected a file to write, found a folder: {str(self.path)!r}")
        if folder and self.path.exists() and not self.path.is_dir():
            raise NotADirectoryError(f"expected a folder to write, found a file: {str(self.path)!r}")

    def take(self, made: Path) -> None:
        """Move here what was made, in the place of what was here."""
        with made.open("rb+") as file:
            os.fsync(file.fileno())
        if self.path.exists():
            made.chmod(stat.S_IMODE(self.path.stat().st_mode))
        made.replace(self.path)

    def clear(self) -> None:
        """Remove the file here, if there is one."""
        self.path.unlink(missing_ok=True)

    def __str__(self) -> str:
        return str(self.path)


def place(output: str | os.PathLike[str]) -> Local:
    """The place that a user names."""
    return Local(Path(output).resolve())
