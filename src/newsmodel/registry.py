"""Which codecs there are: ours and other people's, found through the entry-point group `newsmodel.codecs`."""

from __future__ import annotations

from functools import cache
from operator import itemgetter
from typing import TYPE_CHECKING

from newsmodel.contract import Confidence, Writer
from newsmodel.errors import NewsmodelError, UnknownFormat

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

    from newsmodel.contract import Codec

GROUP = "newsmodel.codecs"
HEAD = 8192
"""How many bytes of a document a codec gets to recognise it by."""


@cache
def _entries() -> dict[str, EntryPoint]:
    from importlib.metadata import entry_points  # noqa: PLC0415  # it loads a parser of mail, which the model alone can do without

    found: dict[str, EntryPoint] = {}
    for entry in entry_points(group=GROUP):
        if entry.name in found and entry.value != found[entry.name].value:
            raise NewsmodelError(f"two codecs are called {entry.name!r}: {found[entry.name].value} and {entry.value}")
        found[entry.name] = entry
    return dict(sorted(found.items()))


@cache
def codec(name: str) -> Codec:
    """The codec of this name, with its default options.

    Raises:
        UnknownFormat: where there is none.
    """
    entry = _entries().get(name)
    if entry is None:
        raise UnknownFormat(f"no format is called {name!r}; there are {', '.join(_entries())}")
    found: Codec = entry.load()()
    return found


def names() -> tuple[str, ...]:
    """The names of all codecs; none is loaded for it."""
    return tuple(_entries())


def codecs() -> tuple[Codec, ...]:
    """All codecs, by name."""
    return tuple(codec(name) for name in _entries())


def recognise(data: bytes, file_name: str = "") -> Codec:
    """The codec that knows this document best: by its content; where that only may fit, by the suffix of `file_name`.

    Raises:
        UnknownFormat: where no codec knows it.
    """
    head = data[:HEAD]
    ranked: list[tuple[Confidence, int, Codec]] = []
    for fit, one in sorted(((_fit(one, file_name), one) for one in codecs()), key=itemgetter(0), reverse=True):
        confidence = one.recognise(head)
        if confidence is Confidence.SURE:
            return one  # those that follow fit no better
        ranked.append((confidence, fit, one))
    confidence, fit, best = max(ranked, key=lambda rank: (_told(rank[0]), *rank[1::-1]), default=(Confidence.NO, 0, None))
    if best is None or (confidence is Confidence.NO and not fit):
        raise UnknownFormat(f"no format fits{' ' + file_name if file_name else ''}: tried {', '.join(_entries())}")
    return best


def _told(confidence: Confidence) -> Confidence:
    """What the content tells by itself: what only may be of a format is nothing yet."""
    return confidence if confidence >= Confidence.LIKELY else Confidence.NO


def for_file(file_name: str) -> Writer:
    """The codec that writes files of this name: the one with the longest suffix that fits.

    Raises:
        UnknownFormat: where none does.
    """
    writers = [one for one in codecs() if isinstance(one, Writer)]
    best = max(writers, key=lambda one: _fit(one, file_name), default=None)
    if best is None or not _fit(best, file_name):
        suffixes = ", ".join(suffix for one in writers for suffix in one.suffixes)
        raise UnknownFormat(f"no format is written to {file_name!r}; suffixes: {suffixes}")
    return best


def _fit(one: Codec, file_name: str) -> int:
    """The length of the longest suffix of the codec that the file name has."""
    lowered = file_name.lower()
    return max((len(suffix) for suffix in one.suffixes if lowered.endswith(suffix)), default=0)
