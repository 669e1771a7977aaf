"""What a place stands for: a file, a folder, a pattern, standard input."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from contextlib import suppress
from fnmatch import fnmatchcase
from pathlib import PurePath

from attrs import frozen

from newsmodel import api
from newsmodel.archive.documents import Document
from newsmodel.archive.sources import _remote
from newsmodel.archive.sources._kinds import documents_of
from newsmodel.archive.sources._meter import Meter
from newsmodel.archive.sources._opened import DAMAGE, Opened, failed, is_hidden

STANDARD = "-"
"""Standard input."""
_MAGIC = re.compile(r"[*?\[]")
_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:(?:/|:)")


def of_place(place: str, without: frozenset[str], meter: Meter) -> Iterator[Document]:
    """The documents of a place."""
    if place == STANDARD:
        yield from documents_of(Opened.of_bytes(sys.stdin.buffer, "<stdin>"))
    elif os.path.isdir(place):  # noqa: PTH112  # a place keeps its spelling, which names its documents
        yield from _of_folder(place, _Chosen(place, without), meter)
    elif os.path.lexists(place) or not (_MAGIC.search(place) or _URL.match(place)):
        yield from _of_file(place, meter)
    elif _URL.match(place):
        yield from _remote.of_url(place, without)
    else:
        yield from _of_pattern(place, without, meter)


def files_of(place: str, without: frozenset[str]) -> Iterator[str]:
    """The paths of the files of a place, as far as it is one of this machine; nothing is said of what cannot be read."""
    if os.path.isdir(place):  # noqa: PTH112  # as in `of_place`
        yield from _files_below(place, _Chosen(place, without))
    elif os.path.lexists(place):
        yield place
    elif _MAGIC.search(place) and not _URL.match(place):
        top, chosen = _meant(place, without)
        yield from _files_below(top, chosen)


def _files_below(top: str, chosen: _Chosen) -> Iterator[str]:
    waiting = [top]
    while waiting:
        with suppress(*DAMAGE):
            entries = _entries(waiting.pop(), chosen)
            waiting += [one.path for one in entries if one.is_folder]
            yield from (one.path for one in entries if not (one.is_folder or one.is_link_to_folder))


def _of_file(path: str, meter: Meter) -> Iterator[Document]:
    try:
        stream = api.open_regular(path)
    except DAMAGE as error:
        yield failed(path, error)
        return
    with stream:
        yield from meter.through(documents_of(Opened(place=path, name=path, stream=stream)), stream)


def path_is_in(real_paths: frozenset[str], path: str) -> bool:
    """Whether a path leads to one of these; where the names tell it apart from all, no link is followed."""
    return any(os.path.basename(one) == os.path.basename(path) for one in real_paths) and os.path.realpath(path) in real_paths  # noqa: PTH119  # as in `_Chosen`


class _Chosen:
    """Which files and folders below a folder are read."""

    def __init__(self, top: str, without: frozenset[str], pattern: tuple[str, ...] = ("**",)) -> None:
        self._top = top or os.curdir
        self._without = without
        self._pattern = pattern

    def __call__(self, path: str, *, is_folder: bool) -> bool:
        name = os.path.basename(path)  # noqa: PTH119  # a path is text here, as `scandir` gives it
        if is_hidden(name):
            return False
        if path_is_in(self._without, path):
            return False
        below = PurePath(os.path.relpath(path, self._top)).parts
        return _fits(below, self._pattern) or (is_folder and _leads_on(below, self._pattern))


def _fits(below: tuple[str, ...], pattern: tuple[str, ...]) -> bool:
    """Whether a pattern means a path, or a folder that it lies in."""
    if not pattern:
        return True
    if pattern[0] == "**":
        return any(_fits(below[skipped:], pattern[1:]) for skipped in range(len(below) + 1))
    return bool(below) and fnmatchcase(below[0], pattern[0]) and _fits(below[1:], pattern[1:])


def _leads_on(below: tuple[str, ...], pattern: tuple[str, ...]) -> bool:
    """Whether paths that a pattern means may lie in a folder."""
    for name, part in zip(below, pattern, strict=False):
        if part == "**":
            return True
        if not fnmatchcase(name, part):
            return False
    return True


def _of_folder(top: str, chosen: _Chosen, meter: Meter) -> Iterator[Document]:
    """The documents of all files below a folder, by name; of the folders on the way to one, the names are held in memory."""
    waiting = [_Entry(top, is_folder=True)]
    while waiting:
        here = waiting.pop()
        if here.is_link_to_folder:
            yield failed(here.path, "a link to a folder is not followed: name that folder as a place of its own")
        elif here.is_folder:
            try:
                waiting += reversed(_entries(here.path, chosen))
            except DAMAGE as error:
                yield failed(here.path, error)
        else:
            yield from _of_file(here.path, meter)


@frozen
class _Entry:
    path: str
    is_folder: bool
    is_link_to_folder: bool = False


def _entries(folder: str, chosen: _Chosen) -> list[_Entry]:
    """What is to be read in a folder, in the order that whole paths have."""
    with os.scandir(folder or os.curdir) as found:
        entries = [
            _Entry(os.path.join(folder, one.name), one.is_dir(follow_symlinks=False), _is_link_to_folder(one))  # noqa: PTH118  # as above
            for one in found
        ]
    entries.sort(key=lambda entry: f"{entry.path}/" if entry.is_folder else entry.path)
    return [entry for entry in entries if chosen(entry.path, is_folder=entry.is_folder)]


def _is_link_to_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_symlink() and entry.is_dir()
    except OSError:  # a link that leads to itself: opening it tells
        return False


def _meant(pattern: str, without: frozenset[str]) -> tuple[str, _Chosen]:
    """The folder that a pattern begins in, and what it chooses there."""
    parts = PurePath(pattern).parts
    first = next(number for number, part in enumerate(parts) if _MAGIC.search(part))
    top = os.path.join(*parts[:first]) if first else ""  # noqa: PTH118  # as above
    return top, _Chosen(top, without, parts[first:])


def _of_pattern(pattern: str, without: frozenset[str], meter: Meter) -> Iterator[Document]:
    """The documents of the files that a pattern means, and of those below the folders that it means."""
    top, chosen = _meant(pattern, without)
    found = False
    if os.path.isdir(top or os.curdir):  # noqa: PTH112  # as above
        for document in _of_folder(top, chosen, meter):
            found = True
            yield document
    if not found:
        yield failed(pattern, "no file fits this pattern")
