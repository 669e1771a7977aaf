"""The quick route between JSON and the model, made from the model's classes when it is first taken.

**Reading.** msgspec decodes a document into *wire structs*, one for each class of the model, and a function for each
class turns its struct into the model's object, where it stands, without asking the object's rules one by one. It keeps
them all the same:

- What a type can say, the wire's types say: keys, shapes, words, the bounds of numbers, what is not empty.
- Which characters a text may hold is seen in the bytes of the document, once (`_bytes`).
- What is asked quickly is asked in the function, by the conditions in `_doubts`.
- Any other rule is called as the model has it, so that a rule which this module has not heard of is kept as well.

What is in doubt is not judged here: the answer is `None` then, and the detailed route (`_converter`) says whether the
document is right and what is wrong with it. So no document is taken here that is refused there.

**Writing.** A function for each class makes the wire struct of an object, with `None` for what is absent or a default.
msgspec leaves that out and keeps the keys in the order of the model, and so writes the canonical form.
"""
from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

import msgspec

from newsmodel.errors import InvalidValue
from newsmodel.model import Article
from newsmodel.structure._values import TAG, TAGS, Mismatch
from newsmodel.structure._wire._bytes import seen, strings_of
from newsmodel.structure._wire._reading import Doubtful, readers
from newsmodel.structure._wire._structs import decoder, fits, wires
from newsmodel.structure._wire._writing import writer

_DOUBTFUL = (Doubtful, Mismatch, InvalidValue, msgspec.DecodeError, UnicodeDecodeError, RecursionError, MemoryError)
_ENVELOPE = 4
"""How many strings a document has around its article: three keys and a value."""


def read_article(body: bytes) -> Article | None:
    """The article of a native document.

    Args:
        body: the document, within the parser's limits of size, without a byte order mark.

    Returns:
        `None` where the document is at fault, or in doubt.
    """
    if not _is_open():
        return None
    try:
        article = decoder().decode(body).article
        is_quiet, strings = seen(body)
        known = _ENVELOPE + readers(quiet=is_quiet)[type(article)](article)
        return article if known == strings or strings_of(msgspec.json.decode(body)) == strings else None
    except _DOUBTFUL:
        return None


@cache
def _is_open() -> bool:
    """Whether there is a quick route: with another msgspec, or another Python, wire structs may be laid out in another way than objects."""
    return all(fits(wire, cls) for cls, wire in wires().items())


def plain_reader(cls: Any) -> Callable[[Any], Any]:
    """What gives the object of a class that plain data hold, or `None` where the data are at fault or in doubt."""
    if not _is_open():
        return lambda _: None
    wire, is_tagged = wires()[cls], cls in TAGS
    read = readers(quiet=False)[wire]

    def read_plain(data: Any) -> Any:
        if type(data) is not dict or (is_tagged and TAG not in data):  # see `Nothing`
            return None
        try:
            made = msgspec.convert(data, wire)
            read(made)
        except _DOUBTFUL:
            return None
        return made

    return read_plain


def canonical(written: Article) -> bytes:
    """The canonical form of the native document of an article."""
    return writer()(written)
