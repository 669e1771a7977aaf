"""The runner that measures speed: what it compares, and what it refuses to compare. Nothing here asserts a time."""

from __future__ import annotations

import datetime as dt
import json
from functools import partial
from pathlib import Path

import pytest
from lxml import etree

import newsmodel as nm
from benchmarks.samples import with_table
from benchmarks.speed import chart, contenders, faults, growth, memory, processes, report, rounds, shapes
from benchmarks.speed.__main__ import PAGE, main
from benchmarks.speed.articles import PARAGRAPHS, Writer, invented, plain_story, prose
from benchmarks.speed.cases import cases, written
from benchmarks.speed.contest import CONTENDERS, OURS, ROWS, Attempt, Case, Contender, Row, admitted, difference, plain, same_article, tree_difference


def test_invented_articles_have_the_shape_that_the_page_tells() -> None:
    article = Writer(7).article()

    assert PARAGRAPHS == len(article.paragraphs)
    assert (2, 2, 4, 1) == (len(article.bylines), len(article.figures), len(article.votes), len(article.appeals))
    assert 1 == sum(isinstance(block, nm.Table) for block in article.body)
    assert any(isinstance(run, nm.Span) and run.href for one in article.paragraphs for run in one.content)
    assert article == Writer(7).article() != Writer(8).article()


@pytest.mark.parametrize("codec", ["json", "newsml-g2", "nitf", "ninjs"])
def test_invented_articles_are_said_whole(codec: str) -> None:
    assert invented(1)[0] == written(codec, invented(1)[0], "one").article


def test_invented_prose_has_the_votes_that_its_expression_finds() -> None:
    assert 5 == len(faults.MOTION.findall(prose(200)))


@pytest.mark.parametrize("name", ROWS)
def test_in_every_row_newsmodel_does_the_work_and_its_aims_name_contenders(name: str) -> None:
    row = ROWS[name]
    entered = {one.name: one for one in CONTENDERS[name]}

    field = admitted([entered[OURS]], cases(row, 1, with_real=False)["invented"])

    assert () == field.refused
    assert {row.base, *(aim.than for aim in row.aims)} <= entered.keys()


@pytest.mark.parametrize(("row", "name"), [("json-read", "msgspec Structs"), ("json-write", "msgspec Structs"), ("newsml-g2-read", "lxml parse"), ("newsml-g2-write", "lxml tree built"), ("votes", "plain scan"), ("html-write", "lxml tostring"), ("ninjs-write", "encode, body too")])
def test_limits_do_the_work_too(row: str, name: str) -> None:
    one = next(one for one in CONTENDERS[row] if one.name == name)

    assert () == admitted([one], cases(ROWS[row], 1, with_real=False)["invented"]).refused


def test_structs_have_every_class_and_field_of_the_model() -> None:
    made = shapes.structs()

    assert {cls.__name__: [field.name for field in cls.__attrs_attrs__] for cls in shapes.CLASSES} == {cls.__name__: list(getattr(made, cls.__name__).__struct_fields__) for cls in shapes.CLASSES}


def _case() -> Case:
    return written("json", plain_story(invented(1)[0]), "one")


def _returning(result: object) -> Contender:
    return Contender(name="other", attempt=lambda case: Attempt(lambda: result, same_article(case)))


def test_a_contender_with_another_result_is_refused_with_the_place() -> None:
    changed = nm.evolve(_case().article, headline="Another")

    field = admitted([_returning(changed)], [_case()])

    assert {} == field.runs
    assert "/headline" in field.refused[0].reason


def test_a_contender_that_fails_is_refused_with_its_error() -> None:
    def attempt(case: Case) -> Attempt:
        raise ImportError(f"no library for {case.name}")

    assert "ImportError: no library for one" == admitted([Contender(name="absent", attempt=attempt)], [_case()]).refused[0].reason


def test_a_document_that_one_gets_wrong_is_left_out_for_all() -> None:
    good = [written("json", plain_story(article), f"article {n}") for n, article in enumerate(invented(3))]

    def attempt(case: Case) -> Attempt:
        return Attempt(lambda: case.article, lambda _: "not this one" if case.name == "article 1" else None)

    field = admitted([Contender(name="partly", attempt=attempt), Contender(name="right", attempt=lambda case: Attempt(lambda: case.article, same_article(case)))], good)

    assert {"article 1": "partly: not this one"} == field.left_out
    assert [2, 2] == [len(runs) for runs in field.runs.values()]


def test_plain_data_tell_classes_and_times_apart() -> None:
    day, midnight = dt.date(2026, 3, 4), dt.datetime(2026, 3, 4)  # a time without an offset

    assert plain(nm.Article(headline="a", created=day)) != plain(nm.Article(headline="a", created=midnight))
    assert plain(nm.Paragraph(content="a")) != plain(nm.Heading(content="a"))


@pytest.mark.parametrize(("one", "other", "place"), [
    ({"a": [1, 2]}, {"a": [1, 3]}, "/a/1"), ({"a": 1}, {}, "/a"), ({"a": [1]}, {"a": [1, 1]}, "/a"), ([{"b": "x"}], [{"b": "y"}], "/0/b"),
])  # fmt: skip
def test_a_difference_names_its_place(one: object, other: object, place: str) -> None:
    assert str(difference(one, other)).startswith(place)
    assert str(difference(other, one)).startswith(place)


def test_one_offset_may_be_spelt_in_two_ways() -> None:
    assert difference("2026-03-04T12:00:00Z", "2026-03-04T12:00:00+00:00") is None
    assert tree_difference(b"<a t='12:00:00Z'>12:00:00Z</a>", b"<a t='12:00:00Z'>12:00:00+00:00</a>") is None
    assert tree_difference(b"<a>12:00:00Z</a>", b"<a>12:00:01Z</a>") is not None


def test_faults_that_are_not_named_are_counted() -> None:
    assert faults.missed(faults.FAULTS) is None
    assert str(faults.missed(["/article/headline"])).startswith(f"1 of {len(faults.FAULTS)}")


def test_texts_that_hold_too_little_or_too_much_are_no_equal_work() -> None:
    text = " ".join(map(str, range(100)))

    assert faults.too_little(text, text) is None
    assert faults.too_little(text, text[: len(text) // 2]) is not None
    assert faults.too_little(text, text + " menu" * 50) is not None


def test_rounds_give_everybody_a_turn_and_ratios_are_of_rounds() -> None:
    turns: list[str] = []

    timing = rounds.timed({name: [partial(turns.append, name)] for name in "ab"}, 3)

    assert {"a", "b"} == set(turns)
    assert [3, 3] == [len(seconds) for seconds in timing.seconds.values()]
    assert 2.0 == rounds.Timing(seconds={"a": [2.0, 8.0, 3.0], "b": [1.0, 4.0, 2.0]}).ratio("a", "b").median


def test_a_table_has_a_line_for_each_contender_and_a_verdict_for_each_aim() -> None:
    row = Row(name="x", title="Work", codec="json", base="limit", aims=ROWS["json-read"].aims)
    field = admitted([Contender(name=name, attempt=_returning(_case().article).attempt) for name in ("limit", OURS, "msgspec Structs")], [_case()])
    timing = rounds.Timing(seconds={"limit": [1.0, 1.0], OURS: [4.0, 4.0], "msgspec Structs": [2.0, 2.0]})

    result = report.of_timing(row, "invented", field, timing, 2)
    text = report.as_markdown([result])

    assert ["limit", "msgspec Structs", OURS] == [line.name for line in result.lines]
    assert "| **newsmodel** | 4.00 | 4.00-4.00 |" in text
    assert "at most 3.5 x the time of msgspec Structs | 2.00 x the time | reached |" in text


def test_a_contender_is_entered_by_a_module_of_its_own() -> None:
    assert contenders.__doc__ is not None
    assert all(sum(one.name == OURS for one in CONTENDERS[name]) == 1 for name in ROWS)


def test_a_series_doubles_until_the_longest_or_a_refusal() -> None:
    def made(article: nm.Article) -> tuple[int, rounds.Run]:
        if len(article.body) > 4:
            raise nm.ReadError.at("too long")
        return len(article.body), article.__hash__

    assert [1, 2] == [step.size for step in growth.series(made, 3)[0]]
    assert ([1, 2, 4], "refused: too long") == ([step.size for step in growth.series(made, 1000)[0]], growth.series(made, 1000)[1])


def test_growth_covers_every_codec_and_direction() -> None:
    named = growth.works().keys()

    assert {f"{codec.name}, read" for codec in nm.codecs() if isinstance(codec, nm.Writer)} <= named
    assert {f"{codec.name}, updated" for codec in nm.codecs() if isinstance(codec, nm.Updater)} <= named


def test_a_message_is_streamed_and_read_off_its_tree_alike(tmp_path: Path) -> None:
    message = tmp_path / "many.xml"

    processes.write_message(message, 25)

    assert 25 == len({article.id for article in nm.stream(message)})
    assert 25 == processes._read_off_tree(str(message))


def test_memory_is_of_what_is_held() -> None:
    size = 100_000

    assert size <= memory._held([partial(bytes, size)] * 3) < 2 * size


def _result(row: str, *names: str) -> report.Result:
    lines = tuple(report.Line(name=name, ratio=rounds.Spread(median=1.0 + n, low=0.9 + n, high=1.2 + n), unit="us", each=1) for n, name in enumerate(names))
    return report.Result(row=row, title=f"Work <{row}>", cases="invented", count=1, kilobytes=1, base=names[0], lines=lines)


def test_the_chart_is_well_formed_and_told_in_words() -> None:
    svg = chart.drawn([_result("json-read", "limit", "a & b", OURS), _result("page", "parse", OURS), _result("votes", "scan", OURS)])
    root = etree.fromstring(svg.encode())
    said = [one.text for one in root if str(one.tag).endswith(("title", "desc"))]

    assert "img" == root.get("role")
    assert 2 == len(said)
    assert "a & b 2.00, newsmodel 3.00" in str(said[1])
    assert "prefers-color-scheme: dark" in svg
    assert 2 == svg.count('class="ours"')


def test_the_page_has_a_place_for_the_tables() -> None:
    assert "here it stands" in with_table(PAGE.read_text("utf-8"), "speed", "here it stands")


def test_the_page_takes_all_rows() -> None:
    with pytest.raises(SystemExit):
        main(["--page", "--only", "json"])


def test_rows_asked_for_are_measured_and_written_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert 0 == main(["--quick", "--only", "votes", "--out", str(tmp_path / "out.json")])

    told = json.loads((tmp_path / "out.json").read_text("utf-8"))
    assert ["votes"] == [result["row"] for result in told["results"]]
    assert "| Votes in prose |" in capsys.readouterr().out
