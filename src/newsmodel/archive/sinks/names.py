"""What the files of articles are called: after the documents that they come from, safe everywhere, and each name once."""

from __future__ import annotations

import os
import re
import sqlite3
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from newsmodel import registry

PART_BYTES = 120
"""How long a part of a path gets, in UTF-8; file systems take 255."""
DEPTH = 16
"""How deep folders go; of what is deeper, the last count."""

_PACKED = (".gz", ".zst", ".bz2", ".xz")
_UNSAFE = frozenset('<>:"/\\|?*')
_UNPRINTED = {"Cc", "Cf", "Cs", "Cn", "Zl", "Zp"}
_DEVICE = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\.|$)")
"""Names that stand for devices on Windows, whatever their suffix."""
_SUFFIX = re.compile(r"\.[A-Za-z][A-Za-z0-9]{0,7}$")
_SCHEME = re.compile(r"^[A-Za-z][A-Za-z0-9+.-]*://")


class Names:
    """Gives out names, relative to the folder of the output, with `/` between their parts.

    No two differ in case or in the Unicode form alone, and no file has the name of a folder. What was given out is remembered on disk.
    """

    def __init__(self, store: sqlite3.Connection, suffix: str, roots: Iterable[str]) -> None:
        self._store = store
        self._suffix = suffix
        self._roots = sorted((root for root in roots if root), key=len, reverse=True)
        store.execute("create table given (name text primary key, last integer not null) without rowid")

    def name(self, source: str, line: int | None, position: int) -> str:
        """The name for an article.

        Args:
            source: the name of its document.
            line: the line that the document begins on, where its file holds several; it names the file then, in a folder.
            position: which article of the document.
        """
        root = next((root for root in self._roots if source.startswith(root)), "")
        *folders, last = _parts(source[len(root) :])
        if line is not None:
            folders, last = [*folders, last], str(line)
        folders = [self._folder(one) for one in folders[-DEPTH:]]
        name = "/".join([*folders, last])
        return self._free(f"{name}-{position + 1}" if position else name) + self._suffix

    def _folder(self, name: str) -> str:
        return f"{name}_" if name.casefold().endswith(self._suffix) else name

    def _free(self, name: str) -> str:
        """The name itself, or with the first number behind it that nobody has."""
        if self._give(name):
            return name
        key = _key(name)
        ((last,),) = self._store.execute("select last from given where name = ?", (key,))
        while not self._give(f"{name}-{(last := last + 1)}"):
            pass
        self._store.execute("update given set last = ? where name = ?", (last, key))
        return f"{name}-{last}"

    def _give(self, name: str) -> bool:
        return bool(self._store.execute("insert or ignore into given values (?, 1)", (_key(name),)).rowcount)


@contextmanager
def names(place: Path, target: str, roots: Iterable[str]) -> Iterator[Names]:
    """The names for an output at a place; what was given out is remembered beside it."""
    with closing(sqlite3.connect(place.with_name(f"{place.name}.names"), isolation_level=None)) as store:
        store.execute("pragma journal_mode = off")  # of no worth once the run is over
        store.execute("pragma synchronous = off")
        store.execute("pragma locking_mode = exclusive")
        store.execute("begin")  # one for all; what the cache does not hold goes to the disk
        try:
            yield Names(store, registry.codec(target).suffixes[0], roots)
        except sqlite3.OperationalError as error:
            raise OSError(f"the names of files cannot be kept beside {str(place)!r}: {error}") from error


def _key(name: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def _parts(source: str) -> list[str]:
    """The name of a document in parts, each safe; the last without the suffix. At least one."""
    held = (_SCHEME.sub("", holder) for holder in source.split("!/"))
    return [_safe(part) for path in held for part in _plain(path)] or ["_"]


def _plain(path: str) -> list[str]:
    """The parts of a path, its last without suffix; `.` and `..` lead nowhere. A number behind `#` is that of a document in its file."""
    parts = [part for part in path.split("/") if part not in {"", ".", ".."}]
    if not parts:
        return []
    file, _, number = parts[-1].rpartition("#")
    if number.isdecimal() and (stem := _stem(file)) != file:
        return [*parts[:-1], stem, number]
    return [*parts[:-1], _stem(parts[-1])]


def _stem(name: str) -> str:
    for packed in _PACKED:
        name = name.removesuffix(packed)
    known = [suffix for one in registry.codecs() for suffix in one.suffixes if name.lower().endswith(suffix)]
    stem = name[: -max(map(len, known))] if known else _SUFFIX.sub("", name)
    return stem or name


def _safe(part: str) -> str:
    normal = unicodedata.normalize("NFC", part)
    plain = "".join("_" if one in _UNSAFE or unicodedata.category(one) in _UNPRINTED else one for one in normal)
    short = plain.encode()[:PART_BYTES].decode(errors="ignore").strip(" ").rstrip(". ")
    if short.startswith(".") or _DEVICE.match(short):
        return f"_{short}"
    return short or "_"


def roots(places: Iterable[Any]) -> tuple[str, ...]:
    """What the names of documents from these places begin with, and files are not called after.

    That is a folder that is named, the folder of a file that is named, and of a pattern the folders before its first wildcard.
    """
    found: list[str] = []
    for place in map(str, places):
        wild = re.search(r"[*?\[]", place)
        root = place[: wild.start()] if wild else f"{place.rstrip('/')}/" if Path(place).is_dir() else place
        root = root[: root.rfind("/") + 1]
        if root:
            found += [root] if _SCHEME.match(root) else [root, f"{Path(root).absolute()}/", f"{os.path.realpath(root)}/"]
    return tuple(dict.fromkeys(found))
