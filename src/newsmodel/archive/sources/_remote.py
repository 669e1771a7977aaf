"""Other file systems, through `fsspec` and the drivers that the user has: `s3://bucket/news/*.xml`, `zip://*.html::week.zip`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import Any, BinaryIO, Self, cast

from newsmodel.archive.documents import Document
from newsmodel.archive.places import without_links
from newsmodel.archive.sources._kinds import documents_of
from newsmodel.archive.sources._opened import CHUNK, Opened, failed, is_hidden

NEEDED = "a URL needs the extra `remote`: pip install 'newsmodel[remote]'"


class _Driven:
    """A file of a driver. Whatever the driver raises comes out as an `OSError`: drivers are other people's, and have errors of their own."""

    def __init__(self, file: Any) -> None:
        self._file = file

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._file, name)
        return _told(found) if callable(found) else found

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _told(call: Any) -> Any:
    def called(*given: Any, **named: Any) -> Any:
        try:
            return call(*given, **named)
        except OSError:
            raise
        except Exception as error:  # drivers raise what they like, each its own
            raise OSError(f"{type(error).__name__}: {error}") from error

    return called


def of_url(url: str, without: frozenset[str]) -> Iterator[Document]:
    """The documents of the file, the folder or the pattern that a URL names, but for those in these places."""
    try:
        from fsspec.core import url_to_fs  # noqa: PLC0415  # an extra
    except ImportError:
        yield failed(url, NEEDED)
        return
    try:
        system, path = _told(url_to_fs)(url)
        paths = _told(_paths)(system, path) if _lists(url) else [path]
    except (OSError, ImportError) as error:
        yield failed(url, error)
        return
    if not paths:
        yield failed(url, "no file fits this pattern")
    left_out = frozenset(_here(system, without))
    for one in paths:
        if one == path or not _is_in(left_out, without_links(one) if "file" in system.protocol else one):
            yield from _of_file(system, one, _name(system, url, path, one))


def _here(system: Any, places: frozenset[str]) -> Iterator[str]:
    """The paths of those places that are on this file system."""
    from fsspec.core import url_to_fs  # noqa: PLC0415  # an extra

    for place in places:
        with suppress(OSError, ImportError):  # of a driver that is not there, no file is
            other, path = _told(url_to_fs)(place)
            if other.protocol == system.protocol:
                yield path.rstrip("/")


def _is_in(places: frozenset[str], path: str) -> bool:
    return any(path == place or path.startswith(f"{place}/") for place in places)


def _name(system: Any, url: str, path: str, one: str) -> str:
    """What a file is called: its URL; behind a chain of URLs, as a member of an archive is."""
    if "::" in url:
        return f"{url}!/{one}"
    return url if one == path else str(system.unstrip_protocol(one))


def _lists(url: str) -> bool:
    """Whether files may be looked for. On the web that would be to read a page and go to its links: no page is ever crawled."""
    *around, last = url.split("::")
    return not (last.lower().startswith(("http:", "https:")) and all("cache" in one for one in around))


def _paths(system: Any, path: str) -> list[str]:
    """The files that a path means, by name. Hidden ones are left out of folders."""
    if any(sign in path for sign in "*?[") and not system.exists(path):
        found = [below for one in system.glob(path) for below in ([one] if system.isfile(one) else system.find(one))]
        return sorted(set(found))
    if not system.isdir(path):
        return [path]
    top = path.rstrip("/") + "/"
    return sorted(one for one in system.find(path) if not is_hidden(one.removeprefix(top)))


def _of_file(system: Any, path: str, name: str) -> Iterator[Document]:
    try:
        file = _told(system.open)(path, "rb", block_size=16 * CHUNK)
    except (OSError, ImportError) as error:
        yield failed(name, error)
        return
    with _Driven(file) as stream:
        yield from documents_of(Opened(place=name, name=name, stream=cast("BinaryIO", stream)))
