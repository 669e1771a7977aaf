"""The quick route between JSON and the model, made from the model's classes when it is first taken.

**Reading.** msgspec decodes a document into *wire structs*, one for each class of the model, and a function for each
class makes the model's object of its struct, without asking the object's rules one by one. It keeps them all the same:

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

from typing import Any

import msgspec

from newsmodel.errors import InvalidValue
from newsmodel.model import Article
from newsmodel.structure._values import FORMAT, TAG, TAGS, VERSION, Mismatch
from newsmodel.structure._wire._bytes import ENCODER, is_quiet, says_each_key_once
from newsmodel.structure._wire._reading import Doubtful, readers
from newsmodel.structure._wire._structs import decoder, documents, wires
from newsmodel.structure._wire._writing import maker

_DOUBTFUL = (Doubtful, Mismatch, InvalidValue, msgspec.DecodeError, UnicodeDecodeError, RecursionError, MemoryError)


def read_article(body: bytes) -> Article | None:
    """The article of a native document.

    Args:
        body: the document, within the parser's limits of size, without a byte order mark.

    Returns:
        `None` where the document is at fault, or in doubt.
    """
    try:
        document = decoder().decode(body)
        made: Article = readers(quiet=is_quiet(body))[type(document.article)](document.article)
    except _DOUBTFUL:
        return None
    return made if says_each_key_once(body.strip(b" \t\r\n"), document) else None


def read_plain(data: Any, cls: Any) -> Any:
    """The object of a class that plain data holds, or `None` where the data is at fault or in doubt."""
    if type(data) is not dict:
        return None
    try:
        if cls in TAGS and TAG not in data:  # see `Nothing`
            return None
        wire = msgspec.convert(data, wires()[cls])
        return readers(quiet=False)[type(wire)](wire)
    except _DOUBTFUL:
        return None


def canonical(written: Article) -> bytes:
    """The canonical form of the native document of an article."""
    return ENCODER.encode(documents()(FORMAT, VERSION, maker()(written)))
