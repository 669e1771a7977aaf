"""newsmodel itself, in every row."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial


import newsmodel as nm
from benchmarks.speed import faults
from benchmarks.speed.contest import OURS, ROWS, Attempt, Case, contender, difference, same_article, tree_difference
from newsmodel.extract import votes
from newsmodel.formats.html import Html


def _reading(codec: nm.Codec) -> Callable[[Case], Attempt]:
    return lambda case: Attempt(partial(codec.read, case.data), same_article(case))


def _writing(codec: nm.Codec) -> Callable[[Case], Attempt]:
    assert isinstance(codec, nm.Writer), "rows of writing are of codecs that write"

    def attempt(case: Case) -> Attempt:
        return Attempt(partial(codec.write, case.article), lambda written: _same_document(codec.name, case.data, written.data))

    return attempt


def _same_document(codec: str, meant: bytes, found: bytes) -> str | None:
    if codec in ("newsml-g2", "nitf"):
        return tree_difference(meant, found)
    if codec in ("json", "ninjs", "jsonld"):
        return difference(json.loads(meant), json.loads(found))
    return None if meant == found else "another document"


for _row in ROWS.values():
    if _row.name.endswith("-read"):
        contender(_row.name, OURS)(_reading(nm.codec(_row.codec)))
    elif _row.name.endswith("-write") and _row.codec != "html":
        contender(_row.name, OURS)(_writing(nm.codec(_row.codec)))

contender("html-write", OURS)(_writing(Html(fragment=True)))


def _refusal(data: bytes) -> nm.ReadError:
    try:
        nm.codec("json").read(data)
    except nm.ReadError as error:
        return error
    raise AssertionError("a document with faults was read")


@contender("json-faults", OURS)
def all_faults(case: Case) -> Attempt:
    """The error that `read` raises."""
    return Attempt(partial(_refusal, faults.with_faults(case.data)), lambda error: faults.missed({one.position.path for one in error.problems}))


@contender("json-faults", "a good document")
def good_document(case: Case) -> Attempt:
    """The same document without its faults, read by newsmodel."""
    return Attempt(partial(nm.codec("json").read, case.data), same_article(case))


@contender("page", OURS)
def page(case: Case) -> Attempt:
    """Everything that `read` finds: text, facts, figures, votes."""
    return Attempt(partial(nm.codec("html").read, case.data), lambda read: faults.too_little(case.article.text, read.article.text))


@contender("votes", OURS)
def votes_in_prose(case: Case) -> Attempt:
    """`extract.votes`, which also finds motions, bodies and results."""
    text = case.data.decode()
    return Attempt(partial(votes, text, "en"), lambda found: faults.other_votes(text, [(vote.yes, vote.no) for vote in found]))
