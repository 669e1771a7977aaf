"""Real ninjs documents, of all versions: each reads, or is refused with a place."""

import json
from pathlib import Path

import pytest

import newsmodel as nm
from newsmodel.formats.ninjs import Ninjs
from tests.data import ROOT, shared

SAMPLES = sorted((ROOT / "agency" / "ninjs").rglob("*.json"))


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: str(path.relative_to(ROOT / "agency" / "ninjs")))
def test_reads_or_is_refused(sample: Path) -> None:
    data = sample.read_bytes()

    try:
        read = Ninjs().read(data)
    except nm.ReadError as error:
        assert error.problems[0].position.line
        return

    assert all(loss.where is not None and loss.where.line for loss in read.losses)
    written = Ninjs().write(read.article)
    assert read.article == Ninjs().read(written.data).article


def test_each_text_keeps_its_paragraphs() -> None:
    folder = shared("agency/ninjs")
    seen = 0
    for sample in folder.glob("[23].x/*.json"):
        try:
            document = json.loads(sample.read_bytes())
        except ValueError:
            continue
        plain = [body["value"] for body in document.get("bodies", ()) if "html" in str(body)]
        if plain:
            seen += 1
            assert Ninjs().read(sample.read_bytes()).article.text
    assert seen > 10
