"""Edit every real document in every way of `tests.edits`, and say where the edit could be written back and what it touched."""

from __future__ import annotations

import multiprocessing
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache

from lxml import etree

import newsmodel as nm
from benchmarks.documents import ROOT, Document, documents, markdown
from tests.edits import edits, spelled

SCHEMAS = {"newsml-g2": "schema/newsml-g2/NewsML-G2_2.35-spec-All-Power.xsd", "nitf": "schema/nitf/nitf-3-6.xsd"}
VERDICTS = ("written", "outside", "refused", "no longer valid")


def table_update() -> str:
    """Edits written back, of the documents that can be edited so; and whether they stay inside what holds the value."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    editable = [document for document in documents() if isinstance(nm.codec(document.standard), nm.Updater)]
    with multiprocessing.get_context("spawn").Pool() as pool:
        for verdicts in pool.imap_unordered(_verdicts, editable, chunksize=4):
            for name, verdict in verdicts:
                counts[name][verdict] += 1
    rows = [[name, counts[name].total(), *(counts[name][one] for one in VERDICTS)] for name in sorted(counts)]
    all_ = [sum(counts[name][one] for name in counts if name != "nothing changed") for one in VERDICTS]
    head = ["Edit", "Documents", "Written, nothing else touched", "Written, more touched", "Refused", "No longer valid"]
    return markdown(head, [*rows, ["**all edits**", sum(all_), *all_]])


def _verdicts(document: Document) -> list[tuple[str, str]]:
    codec = nm.codec(document.standard)
    assert isinstance(codec, nm.Updater), "as the caller chose"
    data = document.path.read_bytes()
    try:
        article = codec.read(data).article
    except nm.ReadError:
        return []
    return list(_tried(codec, data, article))


def _tried(codec: nm.Updater, data: bytes, article: nm.Article) -> Iterator[tuple[str, str]]:
    yield "nothing changed", "written" if codec.update(data, article).data == data else "outside"
    valid = _is_valid(codec.name, data)
    for edit in edits(article):
        try:
            written = codec.update(data, edit.article).data
        except nm.UpdateRefused:
            yield edit.name, "refused"
            continue
        if valid and not _is_valid(codec.name, written):
            yield edit.name, "no longer valid"
        else:
            yield edit.name, "written" if edit.stays_inside(spelled(data), spelled(written)) else "outside"


@cache
def _schema(name: str) -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(str(ROOT / SCHEMAS[name])))


def _is_valid(name: str, data: bytes) -> bool:
    return name in SCHEMAS and _schema(name).validate(etree.fromstring(data))
