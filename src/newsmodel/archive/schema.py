"""What the columns of an archive are: fixed, and versioned in the metadata of every file.

Names are the model's. A table of articles holds each article twice: whole, as native JSON in `json`, which is what reads back, and in
columns, which are what is asked for. A column that is empty throughout keeps its type, so that two files of one archive never disagree.
"""

from __future__ import annotations

import pyarrow as pa

VERSION = 1
"""Goes up when a column changes its meaning or its type; a new column leaves it as it is."""
VERSION_KEY = b"newsmodel.archive"
"""Under which the metadata of a schema holds the version."""

_WORD = pa.string()
_EXACT = pa.decimal128(36, 18)
"""Holds each number of the model: at most 18 digits before the point, and 18 behind it."""
_INSTANT = pa.timestamp("us", tz="UTC")


def _list_of(**fields: pa.DataType) -> pa.DataType:
    return pa.list_(pa.field("item", pa.struct(list(fields.items()))))


ERROR = pa.struct([("kind", _WORD), ("message", _WORD), ("path", _WORD), ("line", pa.int64()), ("column", pa.int64())])
"""Why a document, or what follows in it, was not read. `kind`: `read`, `format`, `source`, `size`, `memory`, `time`, `died`, `fault`, `loss`."""

BYLINES = _list_of(
    name=_WORD, kind=_WORD, role=_WORD, job_title=_WORD, affiliation=_WORD, location=_WORD, email=_WORD, id=_WORD, url=_WORD
)
CONCEPTS = _list_of(name=_WORD, code=_WORD, uri=_WORD, type=_WORD, rel=_WORD)
CAPTIONS = _list_of(text=_WORD, credit=_WORD, creator=_WORD, agencies=pa.list_(_WORD), media=_WORD)
VOTES = _list_of(
    motion=_WORD, voting_body=_WORD, yes=pa.int64(), no=pa.int64(), abstain=pa.int64(), absent=pa.int64(),
    counts=_list_of(option=_WORD, value=_EXACT, unit=_WORD), unanimous=pa.bool_(), margin=pa.int64(), result=_WORD, outcome=_WORD,
    requirement=_WORD, held=_INSTANT, held_offset=pa.int16(), quote=_WORD, block=pa.int64(), start=pa.int64(),
)  # fmt: skip
"""`yes`, `no`, `abstain`, `absent` are numbers of votes; shares in percent stand in `counts` alone. `outcome` is the model's."""
APPEALS = _list_of(
    kind=_WORD, heading=_WORD, text=_WORD, amounts=_list_of(value=_EXACT, currency=_WORD, period=_WORD), beneficiary=_WORD,
    call_to_action=_WORD, url=_WORD,
)  # fmt: skip
LOSSES = _list_of(path=_WORD, reason=_WORD, line=pa.int64(), column=pa.int64(), repaired=pa.bool_())

TIMES = ("created", "published", "updated", "embargoed", "expires")
"""Each is two columns: the instant, and the offset that its source stated, in minutes. A time without an offset is taken as UTC and has
none; a date is its midnight. To the letter, times stand in `json`."""
_TIMES = [column for name in TIMES for column in ((name, _INSTANT), (f"{name}_offset", pa.int16()))]

SCHEMA = pa.schema(
    [
        pa.field("source", _WORD, nullable=False),  # the name of the document
        ("line", pa.int64()),  # where the document begins in its file, from 1, where the file holds several
        pa.field("position", pa.int64(), nullable=False),  # which article of the document, from 0
        ("format", _WORD),
        ("id", _WORD), ("version", pa.int64()), ("url", _WORD), ("language", _WORD),
        ("headline", _WORD), ("kicker", _WORD), ("standfirst", _WORD), ("summary", _WORD), ("slug", _WORD),
        *_TIMES,
        ("byline_text", _WORD), ("bylines", BYLINES), ("dateline", _WORD), ("credit", _WORD), ("publisher", _WORD),
        ("section", _WORD), ("sections", CONCEPTS), ("genres", CONCEPTS), ("subjects", CONCEPTS), ("keywords", pa.list_(_WORD)),
        ("status", _WORD), ("urgency", pa.int64()), ("access", _WORD),
        ("text", _WORD), ("captions", CAPTIONS), ("votes", VOTES), ("appeals", APPEALS),
        ("json", _WORD), ("losses", LOSSES), ("error", ERROR),
    ],
    metadata={VERSION_KEY: str(VERSION).encode()},
)  # fmt: skip
"""A row an article; and a row for each document that was not read to its end, with its `error` and nothing of an article."""

DOCUMENTS = pa.schema(
    [
        pa.field("name", _WORD, nullable=False),
        ("data", pa.binary()),
        ("media_type", _WORD),
        ("line", pa.int64()),
        ("error", ERROR),
    ],
    metadata={VERSION_KEY: str(VERSION).encode()},
)
"""A row a document, as `Document` has it. The kernel asks for `name` and `data` alone; the other columns may be missing."""

DOCUMENT = pa.field("document", pa.binary())
"""The column that the kernel adds where documents are written in another format."""


def is_archive(schema: pa.Schema) -> bool:
    """Whether a table of this schema is an archive of ours.

    Raises:
        ValueError: where it is one of a version that is not known here.
    """
    told = (schema.metadata or {}).get(VERSION_KEY)
    if told is None:
        return {"json", "source"} <= set(schema.names)  # other libraries drop the metadata when they write
    if told != str(VERSION).encode():
        raise ValueError(f"expected an archive of version {VERSION}, the only one that is read, found {told.decode(errors='replace')}")
    return "json" in schema.names
