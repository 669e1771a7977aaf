"""Edits of real documents: each is written back inside the element that holds it, or refused with its path."""

from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

import newsmodel as nm
from tests.data import shared
from tests.edits import edits, spelled

SCHEMAS = {
    "newsml-g2": "schema/newsml-g2/NewsML-G2_2.35-spec-All-Power.xsd",
    "nitf": "schema/nitf/nitf-3-6.xsd",
}
MOST_REFUSED = 0.05
"""The share of edits that may be refused: of texts without markup, of values that were inferred, and kin."""


@cache
def schema(name: str) -> Any:
    return etree.XMLSchema(etree.parse(str(shared(SCHEMAS[name]))))


def is_valid(name: str, data: bytes) -> bool:
    """Whether a document is valid to the newest schema of its standard; of JSON, nothing is said here."""
    if name not in SCHEMAS:
        return False
    return bool(schema(name).validate(etree.fromstring(data)))


def documents(standard: str) -> list[Path]:
    return sorted(path for path in shared(f"agency/{standard}").rglob("*") if path.is_file())


@pytest.mark.parametrize("standard", ["newsml-g2", "nitf", "ninjs"])
def test_every_edit_stays_inside_or_is_refused(standard: str) -> None:
    codec = nm.codec(standard)
    assert isinstance(codec, nm.Updater)
    counts: Counter[str] = Counter()
    for path in documents(standard):
        data = path.read_bytes()
        try:
            before = codec.read(data).article
        except nm.ReadError:
            continue
        assert data == codec.update(data, before).data, path.name
        valid = is_valid(standard, data)
        for edit in edits(before):
            where = f"{path.name}, {edit.name}"
            try:
                written = codec.update(data, edit.article)
            except nm.UpdateRefused as error:
                assert error.paths, where
                counts["refused"] += 1
                continue
            counts["written"] += 1
            assert nm.dumps(edit.article, format="json") == nm.dumps(codec.read(written.data).article, format="json"), where
            assert edit.stays_inside(spelled(data), spelled(written.data)), where
            assert not valid or is_valid(standard, written.data), where

    assert counts["written"] > 100
    assert counts["refused"] / counts.total() <= MOST_REFUSED
