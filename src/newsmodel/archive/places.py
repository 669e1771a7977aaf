"""Where an output stands in the end, and how it gets there: whole."""

from __future__ import annotations

import errno
import hashlib
import os
import re
import secrets
import shutil
import stat
from pathlib import Path
from typing import Any, Literal, Protocol, TypeAlias

from attrs import frozen

Into: TypeAlias = Literal["file", "dataset", "files"]
"""What an output is, see `Sink.into`."""

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]+)://")
_OURS = re.compile(r"[a-z]+=[^/]+(/part-\d+\.parquet)?")
"""What stands in a dataset that a partitioned sink wrote."""


class Place(Protocol):
    """Where an output is to stand."""

    @property
    def journal(self) -> Path:
        """The folder for the journal of the job that makes this output."""
        ...

    def beside(self, suffix: str) -> Place:
        """The place of the same name with something behind it."""
        ...

    def ready(self, into: Into) -> None:
        """Look whether an output of this kind can stand here, before there is any work on it.

        Raises:
            OSError: where it cannot.
        """
        ...

    def take(self, made: Path, into: Into) -> None:
        """Move here what was made. A file, and a dataset, takes the place of what was here; files go in among those that are here."""
        ...

    def clear(self) -> None:
        """Remove the file here, if there is one."""
        ...


def place(output: str | os.PathLike[str]) -> Place:
    """The place that a user names: a path, or a URL that a driver of fsspec knows."""
    name = without_links(output)
    return Remote(name) if _SCHEME.match(name) else Local(Path(name))


def without_links(place: str | os.PathLike[str]) -> str:
    """The one name of a place: its absolute path without links, also where a URL such as `file:///news` names it; or its URL."""
    name = os.fspath(place)
    scheme = _SCHEME.match(name)
    if scheme and scheme[1].lower() not in {"file", "local"}:
        return name.rstrip("/")
    return os.path.realpath(name[scheme.end() :] if scheme else name)  # `Path.resolve` raises for a link that leads to itself


@frozen
class Local:
    """A place on this machine."""

    path: Path
    """Absolute, without links: a link stays one, and what it points to is written."""

    @property
    def journal(self) -> Path:
        """As `Place.journal`: on the same file system, so that what is made there can be moved."""
        return self.path.parent / f".nm-{self.path.name}.job"

    def beside(self, suffix: str) -> Local:
        """As `Place.beside`."""
        return Local(self.path.with_name(self.path.name + suffix))

    def ready(self, into: Into) -> None:
        """As `Place.ready`."""
        if not self.path.name:
            raise OSError(f"expected an output with a name, found {str(self.path)!r}")
        if into == "file" and self.path.is_dir():
            raise IsADirectoryError(f"expected a file to write, found a folder: {str(self.path)!r}")
        if into != "file" and self.path.exists() and not self.path.is_dir():
            raise NotADirectoryError(f"expected a folder to write, found a file: {str(self.path)!r}")
        if into == "dataset" and self.path.is_mount():
            raise OSError(f"expected a folder that can be replaced, found where a file system is mounted: {str(self.path)!r}; name a folder in it")
        if into == "dataset" and self.path.is_dir() and (other := self._not_ours()):
            raise FileExistsError(f"expected an empty folder to write, or a dataset to replace, found {str(other)!r}")

    def take(self, made: Path, into: Into) -> None:
        """As `Place.take`."""
        if into == "file":
            _keep(made)
            if self.path.exists():
                made.chmod(stat.S_IMODE(self.path.stat().st_mode))
            made.replace(self.path)
            return
        if hasattr(os, "sync"):
            os.sync()  # once: a million files, each brought to the disk by itself, would take hours
        if into == "files" and self.path.is_dir():
            self._merge(made)
            return
        if self.path.is_dir():
            self._replace(made)
        else:
            made.rename(self.path)

    def clear(self) -> None:
        """As `Place.clear`."""
        self.path.unlink(missing_ok=True)

    def _not_ours(self) -> Path | None:
        """Something here that is no part of a dataset of ours."""
        return next((one for one in self.path.rglob("*") if not _OURS.fullmatch(one.relative_to(self.path).as_posix())), None)

    def _replace(self, made: Path) -> None:
        before = made.with_name("replaced")
        self.path.rename(before)
        try:
            made.rename(self.path)
        except BaseException:  # also where the user interrupts: what was here goes back
            before.rename(self.path)
            raise

    def _merge(self, made: Path) -> None:
        for folder, folders, files in os.walk(made):
            here = Path(folder)
            there = self.path / here.relative_to(made)
            for name in folders:
                if (there / name).is_symlink():
                    raise FileExistsError(f"expected a folder to write, found a link, which may lead anywhere: {str(there / name)!r}")
                (there / name).mkdir(exist_ok=True)
            for name in files:
                _move(here / name, there / name)


@frozen
class Remote:
    """A place that a driver of fsspec reaches; what is made is sent there, under another name until all of it has arrived."""

    url: str

    @property
    def journal(self) -> Path:
        """As `Place.journal`: in the folder that the process works in."""
        told = hashlib.blake2b(self.url.encode(), digest_size=4).hexdigest()
        return Path.cwd() / f".nm-{self.url.rpartition('/')[2]}-{told}.job"

    def beside(self, suffix: str) -> Remote:
        """As `Place.beside`."""
        return Remote(self.url + suffix)

    def ready(self, into: Into) -> None:
        """As `Place.ready`."""
        system, path = self._opened()
        if into == "dataset" and system.exists(path) and (found := system.find(path)):
            raise FileExistsError(f"expected nothing at {self.url!r}, found {found[0]!r}")

    def take(self, made: Path, into: Into) -> None:
        """As `Place.take`."""
        system, path = self._opened()
        if into == "files":  # among others: each under its own name, which stands for all of it or nothing
            for file in sorted(one for one in made.rglob("*") if one.is_file()):
                _send(system, file, f"{path}/{file.relative_to(made).as_posix()}")
        else:
            _send(system, made, path)

    def clear(self) -> None:
        """As `Place.clear`."""
        system, path = self._opened()
        if system.exists(path):
            system.rm_file(path)

    def _opened(self) -> tuple[Any, str]:
        import fsspec  # noqa: PLC0415  # an extra, for those who have something to reach

        system, path = fsspec.core.url_to_fs(self.url)
        return system, path


def _move(made: Path, place: Path) -> None:
    """Move a file, also to another file system: a folder may be where that is mounted."""
    try:
        made.replace(place)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        part = place.with_name(f".nm-{secrets.token_hex(8)}.part")
        try:
            shutil.copyfile(made, part)
            _keep(part)
            part.replace(place)
        except BaseException:  # the same: no part of a file is left behind
            part.unlink(missing_ok=True)
            raise


def _keep(made: Path) -> None:
    """Bring a file to the disk."""
    with made.open("rb+") as file:
        os.fsync(file.fileno())


def _send(system: Any, made: Path, path: str) -> None:
    part = f"{path.rpartition('/')[0]}/.nm-{secrets.token_hex(8)}.part"
    many = made.is_dir()
    try:
        system.makedirs(path.rpartition("/")[0], exist_ok=True)
        system.put(str(made), part, recursive=many)
        if not many and system.exists(path):
            system.rm_file(path)  # not all systems move over what is there
        system.mv(part, path, recursive=many)
    except BaseException:  # the same
        if system.exists(part):
            system.rm(part, recursive=many)
        raise
