"""The short way: files and bytes to articles and back, by format name, content or suffix."""

from __future__ import annotations

import os
import stat
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, Literal, TypeAlias, TypeVar

from newsmodel import registry
from newsmodel.contract import Codec, Converted, Loss, Read, Updater, Writer, Written
from newsmodel.errors import LossWarning, LossyConversion, ReadError, UnknownFormat, shown
from newsmodel.model import Article
from newsmodel.syntax.encoding import UTF_8_MARK
from newsmodel.syntax.members import ZIP, refusal_in_zip

Result = TypeVar("Result", Read, Written)
OnLoss: TypeAlias = Literal["ignore", "warn", "raise"]
"""What to do about losses: nothing, one `LossWarning` that lists them, or `LossyConversion`."""

MAX_BYTES = 16 << 20
"""The largest document that `load` takes into memory; `stream` has no such limit."""


def load(path: str | os.PathLike[str], *, format: str | None = None, on_loss: OnLoss = "ignore") -> Article:  # noqa: A002  # the user's word
    """The article in a file.

    Args:
        path: a regular file.
        format: the name of a codec; by default the content tells, then the suffix.
        on_loss: what to do about what the file holds and the model does not.

    Raises:
        ReadError: where the file holds no article, or several (see `stream`).
        UnknownFormat: where no codec knows the file.
        LossyConversion: with `on_loss="raise"`, where something is lost.
        OSError: where the file cannot be read.
    """
    data = file_bytes(path)
    found = registry.codec(format) if format else registry.recognise(data, os.fspath(path))
    return _settled(found.read(data), on_loss).article


def loads(data: bytes | str, *, format: str | None = None, on_loss: OnLoss = "ignore") -> Article:  # noqa: A002  # the user's word
    """The article in a document; raises as `load`.

    A `str` is decoded already, so an encoding that it declares is ignored.
    """
    taken = as_bytes(data)
    found = registry.codec(format) if format else registry.recognise(taken)
    return _settled(found.read(taken), on_loss).article


def dump(article: Article, path: str | os.PathLike[str], *, format: str | None = None, on_loss: OnLoss = "warn") -> None:  # noqa: A002  # the user's word
    """Write the article to a file, whole or not at all.

    Args:
        article: what to write.
        path: where to; its suffix tells the format unless `format` does.
        format: the name of a codec.
        on_loss: what to do about what the format cannot say.

    Raises:
        UnknownFormat: where no codec writes this format.
        LossyConversion: with `on_loss="raise"`, where something would be lost; nothing is written then.
        OSError: where the file cannot be written.
    """
    target = _writer(format) if format else registry.for_file(os.fspath(path))
    write_whole(path, _settled(target.write(article), on_loss).data)


def dumps(article: Article, *, format: str, on_loss: OnLoss = "warn") -> bytes:  # noqa: A002  # the user's word
    """The article as a document of this format; raises as `dump`."""
    return _settled(_writer(format).write(article), on_loss).data


def convert(data: bytes | str, *, target: str, source: str | None = None) -> Converted:
    r"""A document in another format, with the article between the two and the losses of both steps.

    >>> done = convert('{"format": "newsmodel", "version": 1, "article": {"headline": "Rain"}}', target="text")
    >>> done.data
    b'Rain\n'
    """
    writer = _writer(target)
    taken = as_bytes(data)
    read = (registry.codec(source) if source else registry.recognise(taken)).read(taken)
    written = writer.write(read.article)
    return Converted(
        data=written.data, article=read.article, losses=read.losses + written.losses, filled=written.filled
    )


def update(path: str | os.PathLike[str], article: Article, *, format: str | None = None) -> Written:  # noqa: A002  # the user's word
    """Write an edited article back into the file it was loaded from, and change nothing else in it, not a byte.

    Args:
        path: the file, of a format that can be updated. Of a file with several articles, the one with the article's `id` is meant.
        article: what the file shall say.
        format: the name of a codec; by default the content tells, then the suffix.

    Returns:
        What is in the file now, and under `stale` what it still says otherwise.

    Raises:
        ReadError: where the file cannot be read.
        UnknownFormat: where no codec knows the file, or its format cannot be updated.
        UpdateRefused: where the edit cannot be written without touching more; the file is as it was.
        OSError: where the file cannot be read or written.
    """
    data = file_bytes(path)
    found = registry.codec(format) if format else registry.recognise(data, os.fspath(path))
    if not isinstance(found, Updater):
        raise UnknownFormat(f"{found.name!r} cannot be updated")
    written = found.update(data, article)
    if written.data != data:
        write_whole(path, written.data)
    return written


def stream(
    path: str | os.PathLike[str], *, format: str | None = None, on_loss: OnLoss = "ignore"  # noqa: A002  # the user's word
) -> Iterator[Article]:
    """The articles of a file with many, of the members of a ZIP, or of the files of a folder by name: one at a time, in constant memory.

    `newsmodel.archive` reads more kinds of archive, and goes on behind what cannot be read.

    Raises:
        ReadError: where a document cannot be read; the articles before it have been given out by then.
        UnknownFormat: where no codec knows a file.
    """
    place = Path(path)
    files = sorted(one for one in place.rglob("*") if one.is_file()) if place.is_dir() else [place]
    for file in files:
        with open_regular(file) as source:
            for name, document in _members(source, file.name):
                head = document.read(registry.HEAD)
                document.seek(0)
                found: Codec = registry.codec(format) if format else registry.recognise(head, name)
                for read in found.read_each(document):
                    yield _settled(read, on_loss).article


def _members(source: BinaryIO, name: str) -> Iterator[tuple[str, BinaryIO]]:
    """The members of a ZIP, in its order, each in memory; or the one file that is none.

    Raises:
        ReadError: where a member may not be read (`syntax.members`), cannot be unpacked, or is larger than `MAX_BYTES`, whatever the
            archive says of it.
    """
    head = source.read(len(ZIP[0]))
    source.seek(0)
    if head not in ZIP:
        yield name, source
        return
    import zipfile  # noqa: PLC0415  # few read archives
    import zlib  # noqa: PLC0415  # the same

    seen: set[str] = set()
    try:
        with zipfile.ZipFile(source) as archive:
            for member in archive.infolist():
                if member.is_dir():
                    continue
                if why := refusal_in_zip(member, seen):
                    raise ReadError.at(f"{why}: {shown(member.orig_filename)}")
                with archive.open(member) as content:
                    data = content.read(MAX_BYTES + 1)
                if len(data) > MAX_BYTES:
                    raise ReadError.at(f"expected at most {MAX_BYTES} bytes, found more in {shown(member.filename)}")
                yield member.filename, BytesIO(data)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:  # the last: of a method that is not built in
        raise ReadError.at(f"expected a ZIP archive, found a damaged one: {error}") from None


def recognise(data: bytes | str) -> str:
    """The name of the codec that knows this document.

    Raises:
        UnknownFormat: where none does.
    """
    return registry.recognise(as_bytes(data)).name


def as_bytes(data: bytes | str) -> bytes:
    """A document as bytes; a `str` with the mark that says UTF-8, whatever encoding it declares."""
    if isinstance(data, bytes):
        return data
    try:
        return UTF_8_MARK + data.encode()
    except UnicodeEncodeError as error:
        line = data.count("\n", 0, error.start) + 1
        column = error.start - data.rfind("\n", 0, error.start)
        raise ReadError.at("expected text, found half of a surrogate pair", line=line, column=column) from None


def open_regular(path: str | os.PathLike[str]) -> BinaryIO:
    """A regular file, open for reading; a pipe or a device is refused rather than waited for."""
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise OSError(f"not a regular file: {os.fspath(path)!r}")
    return os.fdopen(handle, "rb")


def file_bytes(path: str | os.PathLike[str]) -> bytes:
    """The content of a regular file of at most `MAX_BYTES`."""
    with open_regular(path) as source:
        data = source.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise ReadError.at(f"expected at most {MAX_BYTES} bytes, found more; stream() reads files of many articles")
    return data


def write_whole(path: str | os.PathLike[str], data: bytes) -> None:
    """Write a file as `written_whole`."""
    with written_whole(path) as file:
        file.write(data)


@contextmanager
def written_whole(path: str | os.PathLike[str]) -> Iterator[BinaryIO]:
    """A file to write, whose name never stands for a part of it: a new file beside it takes its place at the end, and never if the block raises.

    Raises:
        OSError: where it cannot be written, or the name stands for a device, a pipe or a folder.
    """
    import secrets  # noqa: PLC0415  # what it loads is not small, and who only reads needs none of it

    place = Path(path).resolve()  # a link stays one, and what it points to is written
    if place.exists() and not place.is_file():
        raise OSError(f"not a regular file: {os.fspath(path)!r}")
    name = place.parent / f".nm-{secrets.token_hex(8)}.part"  # known before it is made, so that no interrupt leaves it behind
    try:
        with os.fdopen(os.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600), "wb") as part:
            yield part
            part.flush()
            os.fsync(part.fileno())
        mode = place.stat().st_mode if place.exists() else 0o666 & ~_umask()
        name.chmod(stat.S_IMODE(mode))
        name.replace(place)
    except BaseException:  # also where the user interrupts: no part of a file is left behind
        name.unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


@cache  # asking whether an object keeps a protocol takes as long as writing a short article
def _writer(name: str) -> Writer:
    found = registry.codec(name)
    if not isinstance(found, Writer):
        raise UnknownFormat(f"{name!r} is read only")
    return found


def _settled(result: Result, on_loss: OnLoss) -> Result:
    """`result`, once its losses are dealt with as the caller asked."""
    losses: Sequence[Loss] = result.losses
    if losses and on_loss == "raise":
        raise LossyConversion(losses)
    if losses and on_loss == "warn":
        warnings.warn("\n".join(map(str, losses)), LossWarning, stacklevel=3)
    return result
