"""The scripts that measure: what they call equal, how they sort losses, and that the page has a place for each table."""

from pathlib import Path
from types import ModuleType

import pytest

import newsmodel as nm
from benchmarks import documents, fidelity, pages, prose, samples

PAGE = "<!-- births: made by hand -->\nold\n<!-- /births -->\n"


@pytest.mark.parametrize(("other", "equal", "alike"), [
    ("<a x='1' y='2'><b/>t</a>", True, True),
    ("<a y='2' x='1'>\n<b></b>t</a>", True, True),
    ("<a x='1' y='2'><b/>t </a>", False, True),
    ("<a x='1' y='2'><!-- c --><b/>t</a>", False, True),
    ("<n:a xmlns:n='urn:n' x='1' y='2'><n:b/>t</n:a>", False, False),
    ("<a x='1'><b/>t</a>", False, False),
    ("<a x='1' y='2'>t<b/></a>", False, False),
    ("<a x='1' y='2'><b>t</b></a>", False, False),
])  # fmt: skip
def test_equal_and_alike(other: str, equal: bool, alike: bool) -> None:
    one, two = fidelity.tree(b"<a x='1' y='2'><b/>t</a>"), fidelity.tree(other.encode())

    assert (equal, alike) == (fidelity.equal(one, two), fidelity.alike(one, two))


def test_prefixes_and_the_place_of_a_schema_are_alike() -> None:
    one = fidelity.tree(b"<a xmlns='urn:n'/>")
    two = fidelity.tree(b"<n:a xmlns:n='urn:n' xmlns:i='http://www.w3.org/2001/XMLSchema-instance' i:schemaLocation='urn:n n.xsd'/>")

    assert not fidelity.equal(one, two)
    assert fidelity.alike(one, two)


def test_what_is_not_well_formed_has_no_tree() -> None:
    assert fidelity.tree(b"<a>") is None


@pytest.mark.parametrize(("reason", "kind"), [
    ("no headline", "no headline"), ("no place for rank='1'", "an attribute"),
    ("no place for <generator>: 'x'", "an element or property"), ("no place for profile: 'x'", "an element or property"),
    ("expected a URL, found 'x y'", "a value that is none of its kind"), ("<packageItem> is a package of other items", "another item in the same document, or another kind of item"),
    ("the markup <font>; its text is kept", "markup that no block or mark fits; its text is kept"), ("the moon is full", "other"),
])  # fmt: skip
def test_losses_are_sorted_by_the_shape_of_their_reason(reason: str, kind: str) -> None:
    assert kind == samples.kind(nm.Loss(path="", reason=reason))


def test_a_repair_is_one_whatever_its_reason() -> None:
    assert "a repair" == samples.kind(nm.Loss(path="", reason="no headline", repaired=True))


def test_a_table_takes_the_place_between_its_marks() -> None:
    assert "<!-- births: made by hand -->\n\nnew\n\n<!-- /births -->\n" == samples.with_table(PAGE, "births", "new\n")


def test_a_page_without_the_marks_is_refused() -> None:
    with pytest.raises(ValueError, match="deaths"):
        samples.with_table(PAGE, "deaths", "new\n")


def test_columns_of_numbers_stand_to_the_right() -> None:
    assert "| a | b |\n| --- | ---: |\n| x\\|y | 3 |\n" == documents.markdown(["a", "b"], [["x|y", 3]])


@pytest.mark.parametrize("name", [*samples.TABLES, "fidelity"])
def test_the_page_has_a_place_for_each_table(name: str) -> None:
    page = samples.PAGE.read_text("utf-8")

    assert "here it stands" in samples.with_table(page, name, "here it stands")
    assert f"-->\n<!-- /{name} -->" not in page


def test_without_documents_nothing_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(samples, "ROOT", tmp_path)

    assert 1 == samples.main(["--page"])
    assert "NEWSMODEL_DATA" in capsys.readouterr().err



@pytest.mark.parametrize("name", ["pages", "prose"])
def test_the_page_of_pages_and_prose_has_a_place_for_each_table(name: str) -> None:
    page = pages.PAGE.read_text("utf-8")

    assert "here it stands" in samples.with_table(page, name, "here it stands")
    assert f"-->\n<!-- /{name} -->" not in page


def test_what_a_reader_raises_and_leaves_empty_is_told_to_the_scorer() -> None:
    def read(html: bytes, url: str | None) -> dict[str, object]:
        return {"title": html.decode("ascii"), "body": url}

    seconds, raised = pages.timed(read, b"\xff", None)

    assert seconds >= 0
    assert {"err"} == raised.keys()
    assert str(raised["err"]).startswith("UnicodeDecodeError")
    assert {"title": "Rain", "err": None} == pages.timed(read, b"Rain", None)[1]


def test_answers_are_in_the_words_of_the_scorer() -> None:
    told = prose.votes({"text": "It rained. The council voted 7-2 to close the ferry.", "lang": "en"})["votes"]
    asked = prose.appeals({"text": "Support our work: please give $5 a month to the Echo.", "lang": "en"})

    assert [(7.0, 2.0, "votes", "passed", [11, 52])] == [tuple(vote[name] for name in ("yes", "no", "unit", "result", "evidence")) for vote in told]
    assert [{"value": 5.0, "currency": "USD", "period": "month"}] == asked["amounts"]
    assert {"is_donation_appeal": False} == prose.appeals({"text": "It rained.", "lang": "en"})
    assert "Cy Moor" == prose.captions({"raw": "The pier. Photo: Cy Moor"})["photographer"]
    assert ["Ann Bell"] == prose.bylines({"text": "By Ann Bell"})["names"]


@pytest.mark.parametrize("module", [pages, prose])
def test_without_pages_or_prose_nothing_is_written(
    module: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(module, "PAGES" if module is pages else "GOLD", tmp_path / "none")

    assert 1 == module.main(["--page"])
    assert "NEWSMODEL_DATA" in capsys.readouterr().err
