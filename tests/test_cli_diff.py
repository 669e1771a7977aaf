"""`newsmodel diff`: what it says of two versions, and how it ends."""

import io
import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given

import newsmodel as nm
from newsmodel import model
from newsmodel.changes import changes
from newsmodel.cli import places
from newsmodel.cli.commands import run
from newsmodel.cli.difference import Difference, Version
from newsmodel.fidelity import samples
from newsmodel.model.blocks import BLOCKS
from newsmodel.strategies import articles

DEBATE = "The council of Port Lorne discussed the plan on Tuesday in a debate of three hours in the old customs house."
DRIVERS = "Drivers had asked for a longer contract."
LAST = "The last bus leaves at ten past eleven."
FERRY = "Nobody asked the ferry company."
NATIVE = nm.codec("json")


def paragraphs(*texts: Any) -> dict[str, Any]:
    return {"body": [nm.Paragraph(content=text) for text in texts]}


def story(**fields: Any) -> nm.Article:
    return nm.Article(**{"headline": "Night bus", **fields})


def table(*rows: tuple[str, ...]) -> nm.Table:
    return nm.Table(rows=[[nm.Cell(blocks=[nm.Paragraph(content=text)]) for text in row] for row in rows])


def said(before: nm.Article, after: nm.Article) -> list[str]:
    """The lines that are shown for two versions."""
    versions = (Version(nm.Read(article=article), NATIVE) for article in (before, after))
    return [line.plain for line in Difference(*versions).lines()]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ({"headline": "Old"}, {"headline": "New"}, "headline: 'Old' -> 'New'"),
        ({"version": 1}, {"version": 2}, "version: 1 -> 2"),
        ({"status": "usable"}, {"status": "withheld"}, "status: usable -> withheld"),
        ({}, {"embargoed": date(2026, 3, 4)}, "added embargo: 2026-03-04"),
        ({"kicker": "Transport"}, {}, "removed kicker: 'Transport'"),
        ({"subjects": [nm.Concept(name="Buses")]}, {}, "removed subject: Buses"),
        ({}, {"keywords": ["bus"]}, "added keyword: 'bus'"),
        (
            {"bylines": [nm.Byline(name="Ida Moreno", role="author")]},
            {"bylines": [nm.Byline(name="Ida Moreno", role="editor")]},
            "byline 'Ida Moreno', role: 'author' -> 'editor'",
        ),
        (
            {"notes": [nm.Label(content="Call the desk.", public=False)]},
            {"notes": [nm.Label(content="Call the desk.")]},
            "note, for readers: no -> yes",
        ),
        ({"votes": [nm.Vote(motion="keep the bus", result="passed")]}, {}, "removed vote: keep the bus, passed"),
        (
            {"votes": [nm.Vote(counts=[nm.Count(option="yes", value=11)])]},
            {"votes": [nm.Vote(counts=[nm.Count(option="yes", value=12)])]},
            "vote, yes: 11 -> 12",
        ),
        ({}, {"appeals": [nm.DonationAppeal(heading="Support us")]}, "added appeal: Support us"),
        (
            {"lead": nm.Figure(caption=nm.Caption(content="A bus"))},
            {"lead": nm.Figure(caption=nm.Caption(content="A bus", credit="Photo: Noor Vale"))},
            "added lead figure, caption, credit: 'Photo: Noor Vale'",
        ),
        (
            paragraphs(LAST, DEBATE),
            paragraphs(LAST, DEBATE.replace("discussed", "shelved")),
            "paragraph 2: The council of Port Lorne [-discussed-] {+shelved+} the plan on Tuesday in a …",
        ),
        (
            paragraphs(DEBATE),
            paragraphs(DEBATE.replace("old ", "").replace("The", "A")),
            "paragraph 1: [-The-] {+A+} council of Port Lorne discussed the … debate of three hours in the [-old-] customs house.",
        ),
        (
            paragraphs(LAST),
            paragraphs(["The last bus leaves at ", nm.Span(text="ten past", marks=["strong"]), " eleven."]),
            "paragraph 1: The last bus leaves at {ten past: plain -> strong} eleven.",
        ),
        (
            paragraphs("It left."),
            paragraphs(["It left. ", nm.Span(text="Read on", href="/more")]),
            "paragraph 1: It left. {+Read on+} (link to /more)",
        ),
        (
            paragraphs(["H", nm.Span(text="2", marks=["subscript"]), "O fell."]),
            paragraphs(["H", nm.Span(text="2", marks=["subscript"]), "O rose."]),
            "paragraph 1: H2O [-fell.-] {+rose.+}",
        ),
        (
            paragraphs("Rain fell today."),
            paragraphs([nm.Span(text="Rain", href="/rain"), " stopped today."]),
            "paragraph 1: {Rain: plain -> link to /rain} [-fell-] {+stopped+} today.",
        ),
        (
            paragraphs("It left."),
            paragraphs(["It left", nm.Span(text=" early", marks=["strong"]), "."]),
            "paragraph 1: It [-left.-] {+left+} {+early+} (strong){+.+}",
        ),
        (paragraphs(LAST), paragraphs(LAST, FERRY), f"added after paragraph 1: {FERRY}"),
        (paragraphs(LAST), paragraphs(FERRY, LAST), f"added at the start of the text: {FERRY}"),
        (paragraphs(LAST, FERRY), paragraphs(LAST), f"removed paragraph 2: {FERRY}"),
        (paragraphs(LAST, DEBATE, FERRY), paragraphs(DEBATE, FERRY, LAST), f"moved paragraph 1 after paragraph 3: {LAST}"),
        (
            paragraphs(LAST),
            {"body": [nm.Paragraph(content=LAST), nm.Heading(content="Next")]},
            "added after paragraph 1: heading Next",
        ),
        (
            {"body": [table(("N1", "23:10"), ("N2", "23:40"))]},
            {"body": [table(("N1", "23:10"), ("N2", "23:50"))]},
            "table 1, row 2, cell 2: [-23:40-] {+23:50+}",
        ),
        (
            {"body": [table(("N1", "23:10"))]},
            {"body": [table(("N1", "23:10"), ("N2", "23:40"))]},
            "added after table 1, row 1: N2 | 23:40",
        ),
        (
            {"body": [nm.List(items=[[nm.Paragraph(content="More buses")], [nm.Paragraph(content="Fewer stops")]])]},
            {"body": [nm.List(items=[[nm.Paragraph(content="Fewer stops")]])]},
            "removed list 1, item 1: More buses",
        ),
        ({"headline": "Night bus"}, {"headline": "Night\u00a0bus"}, r"headline: 'Night bus' -> 'Night bus' (white space differs)"),
        (paragraphs("Night bus"), paragraphs("Night  bus"), "paragraph 1: Night bus (white space differs)"),
        ({"headline": "Bus"}, {"headline": "Bus\u202e"}, r"headline: 'Bus' -> 'Bus\u202e'"),
    ],
)  # fmt: skip
def test_a_change_is_one_line(before: dict[str, Any], after: dict[str, Any], expected: str) -> None:
    assert [expected] == said(story(**before), story(**after))


class TestWords:
    def test_there_is_a_word_for_each_field_and_block(self) -> None:
        classes = [cls for cls in vars(model).values() if isinstance(cls, type) and attrs.has(cls)]

        assert {field.name for cls in classes for field in attrs.fields(cls)} == set(places.FIELDS)
        assert set(BLOCKS) == set(places.KINDS)

    @given(before=articles(), after=articles())
    def test_whatever_changed_is_said_in_lines_that_a_terminal_can_show(self, before: nm.Article, after: nm.Article) -> None:
        lines = said(before, after)

        assert bool(lines) == bool(changes(before, after))
        assert all(line.isprintable() and ": " in line for line in lines)

    @given(before=articles(), after=articles())
    def test_json_holds_every_change(self, before: nm.Article, after: nm.Article) -> None:
        versions = (Version(nm.Read(article=article), NATIVE) for article in (before, after))

        found = json.loads(json.dumps(Difference(*versions).plain()))

        assert [(change.path, change.to, change.member) for change in changes(before, after)] == [
            (change["path"], change["to"], change["member"]) for change in found
        ]

    @pytest.mark.parametrize("sample", samples(), ids=lambda sample: sample.path or "/")
    def test_each_field_of_the_samples_is_said_when_it_is_added(self, sample: Any) -> None:
        bare = nm.Article(headline=sample.article.headline)

        assert len(changes(bare, sample.article)) == len(said(bare, sample.article)) > 0


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two versions of a story in several formats."""
    monkeypatch.chdir(tmp_path)
    one = story(version=1, slug="bus", **paragraphs(DEBATE, DRIVERS))
    two = nm.evolve(one, version=2, **paragraphs(DEBATE, LAST))
    for name, article in (("one", one), ("two", two)):
        for codec in ("json", "newsml-g2", "ninjs", "nitf", "html", "text"):
            Path(f"{name}.{codec}").write_bytes(nm.dumps(article, format=codec, on_loss="ignore"))
    return tmp_path


REPLACED = "paragraph 2: [-Drivers had asked for a longer contract.-] {+The last bus leaves at ten past eleven.+}"


class TestReasons:
    @pytest.mark.parametrize("name", ["html", "text", "jsonld"])
    @given(article=articles())
    def test_what_a_format_alone_changes_has_a_reason(self, name: str, article: nm.Article) -> None:
        codec = nm.codec(name)
        assert isinstance(codec, nm.Writer)
        there = Version(nm.Read(article=article), NATIVE)
        back = Version(codec.read(codec.write(article).data), codec)

        assert all(change["reason"] for change in Difference(there, back).plain())


class TestCommand:
    def test_says_what_changed_between_two_formats(self, folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
        for before in ("json", "newsml-g2", "ninjs", "nitf", "html"):
            assert 1 == run(["diff", f"one.{before}", "two.nitf"])
            assert (f"version: 1 -> 2\n{REPLACED}\n", "") == capfd.readouterr()

    def test_says_nothing_where_nothing_changed(self, folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
        assert 0 == run(["diff", "one.newsml-g2", "one.html"])
        assert ("", "") == capfd.readouterr()

    def test_says_where_a_format_makes_the_change(self, folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
        assert 1 == run(["diff", "one.json", "two.text"])
        expected = [
            "removed version: 1 [plain text has no place for version]",
            "removed slug: 'bus' [plain text has no place for slug]",
            REPLACED,
        ]
        assert expected == capfd.readouterr().out.splitlines()

        assert 1 == run(["diff", "one.text", "one.json"])
        expected = ["added version: 1 [plain text has no place for version]", "added slug: 'bus' [plain text has no place for slug]"]
        assert expected == capfd.readouterr().out.splitlines()

    def test_prints_json(self, folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
        assert 1 == run(["diff", "one.json", "two.text", "--json"])

        version, slug, paragraph = json.loads(capfd.readouterr().out)
        reason = "plain text has no place for version"
        expected = {"path": "/version", "to": "/version", "before": 1, "after": None, "member": False, "reason": reason}
        assert expected == version
        assert "/slug" == slug["path"]
        assert (["/body/1/content"] * 2, [DRIVERS], [LAST], None) == (
            [paragraph["path"], paragraph["to"]], paragraph["before"], paragraph["after"], paragraph["reason"],
        )  # fmt: skip

        assert 0 == run(["diff", "one.json", "one.json", "--json"])
        assert [] == json.loads(capfd.readouterr().out)

    def test_says_how_much_was_not_read(self, folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
        document = json.loads(Path("one.ninjs").read_text())
        Path("one.ninjs").write_text(json.dumps({**document, "mood": "calm"}))

        assert 1 == run(["diff", "one.ninjs", "two.json"])
        expected = "one.ninjs: 1 loss in reading, which may look like changes; newsmodel inspect lists them\n"
        assert expected == capfd.readouterr().err
        assert 1 == run(["diff", "one.ninjs", "two.json", "--quiet"])
        assert "" == capfd.readouterr().err

    def test_reads_standard_input_once(
        self, folder: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(Path("one.json").read_bytes())))

        assert 1 == run(["diff", "-", "two.json"])
        assert f"version: 1 -> 2\n{REPLACED}\n" == capfd.readouterr().out
        assert 2 == run(["diff", "-", "-"])

    def test_takes_the_format_that_is_named(self, folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
        assert 2 == run(["diff", "one.json", "two.nitf", "--from", "nitf"])
        assert capfd.readouterr().err.startswith("one.json:1:1")

    def test_trouble_is_told_from_a_difference(self, folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
        Path("many.jsonl").write_bytes(Path("one.json").read_bytes() + b"\n" + Path("two.json").read_bytes())

        assert 2 == run(["diff", "missing.json", "many.jsonl"])
        missing, many = capfd.readouterr().err.splitlines()
        assert "missing.json: No such file or directory" == missing
        assert many.startswith("many.jsonl")
        assert "several articles" in many or "one article" in many
        assert 2 == run(["diff", "one.json"])
        assert 2 == run(["diff", "one.json", "two.json", "--form", "x"])
