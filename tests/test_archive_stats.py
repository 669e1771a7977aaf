"""An archive in numbers: what is counted, and the page that shows it."""

import json
import re
from datetime import datetime, timedelta, timezone
from decimal import Decimal
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import newsmodel as nm
from newsmodel import archive
from newsmodel.archive import stats
from newsmodel.archive.stats import Group, Stats, measured, page, words
from newsmodel.archive.stats._shapes import ticks
from newsmodel.archive.stats._times import starts, unit_for
from newsmodel.cli.commands import run

NOON = datetime(2031, 5, 2, 12, tzinfo=timezone.utc)
HOSTILE = "</title><script>alert(1)</script>\u202e<img src=x onerror=y>&quot;\"'"


def article(number: int, **more: Any) -> nm.Article:
    return nm.evolve(nm.Article(headline=f"Ferry {number}", published=NOON + timedelta(days=number)), **more)


def vote(yes: int, no: int) -> nm.Vote:
    return nm.Vote(counts=[nm.Count(option="yes", value=yes), nm.Count(option="no", value=no)])


def written(path: Path, *articles: nm.Article) -> Path:
    pq.write_table(archive.to_arrow(articles), path)
    return path


class Tags(HTMLParser):
    """The tags of a page, each closed where it must be."""

    VOID = frozenset(["meta", "link", "br", "img", "col"])

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text.append(data)


@pytest.fixture
def full(tmp_path: Path) -> Path:
    """A dataset with something of everything."""
    named = [nm.Byline(name=name) for name in ("Ida Moreno", "Ida Moreno", "Piet Aldous")]
    sums = [nm.SuggestedAmount(value=Decimal("49.50"), currency="EUR", period="P1Y"), nm.SuggestedAmount(value=Decimal(100), currency="EUR")]
    made = [
        article(0, language="en", sections=[nm.Concept(name="Harbour")], bylines=named[:1], votes=[vote(7, 2), vote(5, 5)]),
        article(1, language="en", sections=[nm.Concept(name="Harbour")], bylines=named[1:], votes=[nm.Vote(unanimous=True)], url="https://paper.example/1"),
        article(2, language="de", sections=[nm.Concept(name="Sport")], votes=[vote(0, 9)], body=[nm.Paragraph(content="x" * 600)]),
        article(4, appeals=[nm.DonationAppeal(amounts=sums)]),
        article(3, published=None),
    ]
    rows = archive.to_arrow(made, source="all.jsonl").to_pylist()
    rows[0]["losses"] = [{"path": "", "reason": "no place for <b>", "line": 1, "column": 1, "repaired": one} for one in (True, False)]
    path = tmp_path / "news.parquet"
    pq.write_table(pa.Table.from_pylist(rows, archive.SCHEMA), path)
    lines = [{"source": name, "position": 0, "error": {"kind": kind, "message": "no"}} for name, kind in (("a", "read"), ("b", "read"), ("c", "odd"))]
    Path(f"{path}.quarantine.jsonl").write_text("".join(f"{json.dumps(line)}\n" for line in lines))
    return path


class TestNumbers:
    def test_count_what_is_there(self, full: Path) -> None:
        found = measured(full)

        assert ("news.parquet", 5, 4) == (found.name, found.articles, found.whole)
        assert (NOON, NOON + timedelta(days=4)) == (found.first, found.last)
        assert (Group("Harbour", 2), Group("Sport", 1)) == found.sections.groups
        assert (2, 3, 2, 0) == (found.sections.labels, found.sections.total, found.sections.missing, found.sections.others)
        assert (Group("Ida Moreno", 2), Group("Piet Aldous", 1)) == found.authors.groups
        assert (Group("no place for <b>", 2, 1),) == found.losses.groups
        assert (Group("read", 2), Group("odd", 1)) == found.errors.groups
        assert {"passed": 2, "failed": 1, "tied": 1} == {group.label: group.count for group in found.outcomes.groups}
        assert {"EUR 100", "EUR 49.5 a year"} == {group.label for group in found.amounts.groups}
        assert {"headline": 5, "published": 4, "url": 1, "captions": 0} == {
            group.label: group.count for group in found.coverage if group.label in {"headline", "published", "url", "captions"}
        }

    def test_margins_are_shares_of_yes_and_no(self, full: Path) -> None:
        found = measured(full)
        (lost, tied, won) = (index for index, count in enumerate(found.margins.counts) if count)

        assert (-100.0, 0.0, 50.0) == tuple(found.margins.edges[index] for index in (lost, tied, won))  # 0-9, 5-5, 7-2 is 56 percent ahead
        assert (1, 1) == (found.close, found.unanimous)

    def test_a_timeline_has_no_gap_and_says_what_is_not_in_it(self, full: Path) -> None:
        line = measured(full).timeline

        assert line is not None
        assert ("day", (1, 1, 1, 0, 1), 1, 0) == (line.unit, line.counts, line.undated, line.outside)
        assert (("Harbour", (1, 1, 0, 0, 0)), ("Sport", (0, 0, 1, 0, 0))) == line.parts

    def test_some_few_dates_far_off_do_not_flatten_the_rest(self, tmp_path: Path) -> None:
        near = [article(number % 30) for number in range(1_000)]
        far = article(0, published=datetime(1970, 1, 1, tzinfo=timezone.utc))
        line = measured(written(tmp_path / "a.parquet", *near, far)).timeline

        assert line is not None
        assert ("day", 1, 1_000) == (line.unit, line.outside, sum(line.counts))
        assert line.starts[0].year == 2031

    def test_lengths_fall_between_their_edges(self, full: Path) -> None:
        found = measured(full).lengths

        assert {500.0: 1} == {edge: count for edge, count in zip(found.edges, found.counts, strict=True) if count}

    def test_labels_beyond_the_first_are_counted_together(self, tmp_path: Path) -> None:
        made = [article(0, sections=[nm.Concept(name=f"Section {number}")]) for number in range(25)]
        found = measured(written(tmp_path / "a.parquet", *made)).sections

        assert (10, 25, 25, 15) == (len(found.groups), found.labels, found.total, found.others)

    @pytest.mark.parametrize("days", [0, 1, 50, 300, 3_000, 9_000, 30_000, 90_000])
    def test_any_span_has_bins_that_a_page_has_room_for(self, days: int) -> None:
        first = datetime(1700, 1, 1)
        found = list(starts(first, first + timedelta(days=days), unit_for(timedelta(days=days))))

        assert 1 <= len(found) <= 125
        assert sorted(set(found)) == found

    def test_the_calendar_ends(self) -> None:
        assert [datetime(9999, 12, 1)] == list(starts(datetime(9999, 12, 1), datetime(9999, 12, 31), "month"))

    @pytest.mark.parametrize("most", [1, 2, 3, 9, 10, 11, 49, 99, 100, 12_345, 10**9])
    def test_ticks_are_few_and_below_the_highest(self, most: int) -> None:
        assert 2 <= len(ticks(most)) <= 6
        assert ticks(most)[-1] <= most


class TestPage:
    def test_is_well_formed_and_asks_the_network_for_nothing(self, full: Path) -> None:
        text = page(measured(full))
        tags = Tags(text)

        assert [] == tags.open
        assert set() == {tag for tag, _ in tags.seen} & {"script", "link", "img", "iframe", "object", "embed", "base", "form"}
        assert [] == re.findall(r"https?:|url\(|@import|javascript:|\son\w+=", text)
        assert {"#"} == {str(attributes["href"])[0] for tag, attributes in tags.seen if tag == "a"}
        assert "default-src 'none'" in text

    def test_every_plot_has_a_sentence_a_name_and_a_table(self, full: Path) -> None:
        tags = Tags(page(measured(full)))
        sections = [attributes for tag, attributes in tags.seen if tag == "section"]
        ids = [str(attributes["id"]) for _, attributes in tags.seen if "id" in attributes]
        told = [name for _, attributes in tags.seen for name in str(attributes.get("aria-labelledby", "")).split()]

        assert ["time", "parts", "sections", "authors", "languages", "votes", "appeals", "lengths", "losses", "errors", "coverage"] == [one["id"] for one in sections]
        assert len(set(ids)) == len(ids)
        assert set(told) <= set(ids)
        assert [{"lang": "en"}] == [attributes for tag, attributes in tags.seen if tag == "html"]
        for tag, attributes in tags.seen:
            assert tag != "svg" or (attributes.get("role") == "img" and attributes["aria-labelledby"]) or attributes["aria-hidden"] == "true"
        charts = sum(tag == "svg" and attributes.get("role") == "img" for tag, attributes in tags.seen)
        assert charts == sum(tag == "details" for tag, _ in tags.seen) == 3

    def test_words_of_the_archive_stay_words(self, tmp_path: Path) -> None:
        hostile = nm.Concept(name=HOSTILE)
        odd = article(0, sections=[hostile], bylines=[nm.Byline(name=HOSTILE * 9)])
        path = written(tmp_path / "a&<b>.parquet", odd, article(1, sections=[hostile]), article(2, sections=[nm.Concept(name="ہم\u200cسب")]))
        text = page(measured(path))
        tags = Tags(text)

        assert "script" not in {tag for tag, _ in tags.seen}
        assert "\u202e" not in text
        assert "ہم\u200cسب" in text
        assert "a&amp;&lt;b&gt;.parquet" in text
        assert max(map(len, re.findall(r"<bdi>(.*?)</bdi>", text))) < 700
        assert text.count("<bdi>") == text.count("</bdi>") > 4

    @pytest.mark.parametrize("count", [0, 1, 2])
    def test_there_is_one_for_few_articles_too(self, tmp_path: Path, count: int) -> None:
        text = page(measured(written(tmp_path / "a.parquet", *(article(number) for number in range(count)))))

        assert [] == Tags(text).open
        assert ("There is no article in it." in text) == (count == 0)
        assert ("<section" in text) == (count > 0)

    def test_shares_of_a_bar_add_up(self, full: Path) -> None:
        text = page(measured(full))

        assert '<rect class="mark" width="100.00" height="10"/><rect class="part" width="50.00" height="10"/>' in text

    def test_colours_can_be_read(self) -> None:
        """WCAG 2.2, 1.4.3 and 1.4.11: text has a contrast of at least 4.5, shapes that mean something of 3."""
        css = (Path(stats.__file__).parent / "page.css").read_text("utf-8")
        for theme in re.findall(r":root \{[^}]*--paper[^}]*\}", css):
            colours = dict(re.findall(r"--(\w+): (#\w{6})", theme))
            for ground in ("paper", "card"):
                assert min(contrast(colours[name], colours[ground]) for name in ("ink", "soft", "accent")) >= 4.5
            assert contrast(colours["accent"], colours["track"]) >= 3
            assert contrast(colours["tint"], colours["card"]) >= 3
        assert css.count("--paper: #") == 2


def contrast(one: str, other: str) -> float:
    """The contrast of two colours (WCAG 2.2)."""

    def luminance(colour: str) -> float:
        parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
        red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    light, dark = sorted([luminance(one), luminance(other)], reverse=True)
    return (light + 0.05) / (dark + 0.05)


class TestWords:
    def test_say_what_the_numbers_say(self, full: Path) -> None:
        found = measured(full)

        def told(sentence: words.Sentence) -> str:
            return "".join(sentence)

        assert "5 articles in 2 languages, published from 2 May 2031 to 6 May 2031." == told(words.lede(found))
        assert "Harbour leads 2 sections, with 40% of 5 articles." == told(words.sections(found.sections))
        assert "50% of 4 votes passed; 1 of 3 with counts was decided by a tenth of the votes or less; 1 was unanimous." == told(words.votes(found))
        assert "80% of the articles were read without any loss; 1 loss shown here is a repair: said otherwise, not gone." == told(words.losses(found))
        assert "3 documents were not read to the end; the most frequent reason: broken." == told(words.errors(found))


class TestCommand:
    def test_shows_a_summary(self, full: Path, capfd: pytest.CaptureFixture[str]) -> None:
        assert 0 == run(["stats", str(full)])
        said = capfd.readouterr()
        assert said.out.startswith("news.parquet: 5 articles in 2 languages, ")
        assert "\nHarbour  ██████" in said.out
        assert "" == said.err
        assert all(len(line) <= 140 for line in said.out.splitlines())

    def test_writes_a_page(self, full: Path, tmp_path: Path) -> None:
        assert 0 == run(["stats", str(full), "--html", str(tmp_path / "report.html")])
        assert page(measured(full)) == (tmp_path / "report.html").read_text("utf-8")

    def test_shows_nothing_that_moves_the_cursor(self, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
        path = written(tmp_path / "a.parquet", article(0, sections=[nm.Concept(name=HOSTILE)]))

        assert 0 == run(["stats", str(path)])
        assert "\u202e" not in capfd.readouterr().out

    def test_never_writes_over_the_dataset(self, full: Path, capfd: pytest.CaptureFixture[str]) -> None:
        assert 1 == run(["stats", str(full), "--html", str(full)])
        assert isinstance(measured(full), Stats)
        assert "is a file of the dataset" in capfd.readouterr().err

    def test_faults_are_one_line(self, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
        assert 1 == run(["stats", str(tmp_path / "gone.parquet")])
        assert re.fullmatch(r".*gone\.parquet: No such file or directory\n", capfd.readouterr().err)
