"""Which kinds of file there are to read documents from, in one table.

A new kind is a module with two functions, `begins` and `read`, and a line in `KINDS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from attrs import frozen

from newsmodel.archive.documents import Document
from newsmodel.archive.sources import _array, _lines, _messages, _packed, _parquet, _tar, _warc, _zip
from newsmodel.archive.sources._opened import DAMAGE, Beyond, Opened, failed, stem_of, whole


@frozen(kw_only=True)
class Kind:
    """A kind of file."""

    name: str
    begins: Callable[[bytes], bool]
    """Whether these first bytes are of this kind. The first kind that says so reads the file, whatever the file is called."""
    suffixes: tuple[str, ...] = ()
    """Asked where no kind knows the content: of a file of this name."""
    read: Callable[[Opened], Iterator[Document | Opened]]
    """Its documents, and those of its members that are to be looked at in their turn. It may raise `DAMAGE` and `Beyond`."""
    archive: bool = False
    """Whether it holds files: inside another archive it is not opened."""


KINDS = (
    Kind(name="packed file", begins=_packed.begins, read=_packed.read),
    Kind(name="ZIP archive", begins=_zip.begins, suffixes=(".zip",), read=_zip.read, archive=True),
    Kind(name="Parquet file", begins=_parquet.begins, suffixes=(".parquet",), read=_parquet.read, archive=True),
    Kind(name="WARC file", begins=_warc.begins, suffixes=(".warc",), read=_warc.read, archive=True),
    Kind(name="tar archive", begins=_tar.begins, suffixes=(".tar",), read=_tar.read, archive=True),
    Kind(name="JSON Lines", begins=_lines.begins, suffixes=(".jsonl", ".ndjson"), read=_lines.read),
    Kind(name="JSON array", begins=_array.begins, read=_array.read),
    Kind(name="message of many items", begins=_messages.begins, read=_messages.read),
)
"""All kinds; what is of none is one document."""
ONE = Kind(name="document", begins=lambda _: True, read=lambda opened: iter((whole(opened),)))


def kind_of(opened: Opened) -> Kind:
    """What a file is: its first bytes tell, then its name."""
    for kind in KINDS:
        if kind.begins(opened.head):
            return kind
    for kind in KINDS:
        if stem_of(opened.name, dict.fromkeys(kind.suffixes, "")) is not None:
            return kind
    return ONE


def documents_of(opened: Opened) -> Iterator[Document]:
    """The documents of a file, in its order. What is damaged, or goes beyond a bound, is a document with an error, and the end of its file."""
    try:
        kind = kind_of(opened)
        if kind.archive and opened.inside:
            raise OSError(f"a {kind.name} inside {opened.inside} is not opened")
        for one in kind.read(opened):
            if isinstance(one, Document):
                yield one
            else:
                yield from documents_of(one)
    except (*DAMAGE, Beyond) as error:
        yield failed(opened.place, error)
