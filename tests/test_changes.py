"""What changed between two articles."""

import time
from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime, timedelta, timezone
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsmodel as nm
from newsmodel.changes import Change, changes
from newsmodel.strategies import articles, blocks, ordinary_articles

RAIN = "Rain fell on the harbour all night, and nobody slept."
FERRY = "The ferry company put the timetable off until April."
WALL = "Two metres of the old sea wall have to be built again."
LIBRARY = "A new roof for the library is paid for by its readers."


def story(*texts: str, **fields: Any) -> nm.Article:
    return nm.Article(headline="Rain", body=[nm.Paragraph(content=text) for text in texts], **fields)


def steps(before: nm.Article, after: nm.Article) -> list[tuple[str, str, bool]]:
    """Where each change is, and whether it is a whole member."""
    return [(change.path, change.to, change.member) for change in changes(before, after)]


def applied(article: nm.Article, found: Sequence[Change]) -> Any:
    """`article` with the changes made."""
    edits = {change.path: change.after for change in found if not change.member}
    removed = {change.path for change in found if change.member and change.after is None}
    added: dict[str, list[tuple[int, object]]] = defaultdict(list)
    for change in found:
        if change.member and change.before is None:
            added[change.path.rpartition("/")[0]].append((int(change.to.rpartition("/")[2]), change.after))

    def made(value: Any, path: str) -> Any:
        if path in edits:
            return edits[path]
        if isinstance(value, tuple):
            places = ((f"{path}/{index}", member) for index, member in enumerate(value))
            members = [made(member, place) for place, member in places if place not in removed]
            for index, member in sorted(added[path], key=lambda place: place[0]):
                members.insert(index, member)
            return tuple(members)
        if attrs.has(type(value)):
            fields = [field.name for field in attrs.fields(type(value))]
            return attrs.evolve(value, **{name: made(getattr(value, name), f"{path}/{name}") for name in fields})
        return value

    return made(article, "")


def at(value: Any, path: str) -> Any:
    """The part of `value` at a JSON Pointer."""
    for step in path.split("/")[1:]:
        value = value[int(step)] if isinstance(value, tuple) else getattr(value, step)
    return value


def canonical(article: nm.Article) -> bytes:
    return nm.dumps(article, format="json", on_loss="raise")


@st.composite
def versions(draw: st.DrawFn) -> tuple[nm.Article, nm.Article]:
    """Two articles that share some of their fields and some of their blocks."""
    one, other = draw(articles() | ordinary_articles()), draw(articles() | ordinary_articles())
    names = draw(st.sets(st.sampled_from([field.name for field in attrs.fields(nm.Article)])))
    pool = [*one.body, *other.body, *draw(st.lists(blocks(), max_size=2))]
    body = draw(st.lists(st.sampled_from(pool), max_size=6)) if pool else []
    fields: dict[str, Any] = {name: getattr(other, name) for name in names}
    return one, nm.evolve(one, **{"body": body, **fields})


class TestLaws:
    @given(pair=versions())
    def test_applying_the_changes_gives_the_later_article(self, pair: tuple[nm.Article, nm.Article]) -> None:
        before, after = pair

        assert canonical(after) == canonical(applied(before, changes(before, after)))

    @given(before=articles(), after=articles())
    def test_also_of_articles_that_have_nothing_in_common(self, before: nm.Article, after: nm.Article) -> None:
        assert canonical(after) == canonical(applied(before, changes(before, after)))

    @given(pair=versions())
    def test_each_change_holds_what_stands_at_its_places(self, pair: tuple[nm.Article, nm.Article]) -> None:
        for change in changes(*pair):
            assert repr(change.before) != repr(change.after)
            if not (change.member and change.before is None):
                assert repr(change.before) == repr(at(pair[0], change.path))
            if not (change.member and change.after is None):
                assert repr(change.after) == repr(at(pair[1], change.to))

    @given(article=articles())
    def test_an_article_has_no_changes_to_itself(self, article: nm.Article) -> None:
        assert () == changes(article, article)


class TestValues:
    def test_the_smallest_value_that_differs(self) -> None:
        before = story(RAIN, bylines=[nm.Byline(name="Ann Bell", job_title="reporter")])
        after = story(RAIN, bylines=[nm.Byline(name="Ann Bell", job_title="editor")])

        assert [("/bylines/0/job_title", "/bylines/0/job_title", False)] == steps(before, after)

    def test_rich_text_is_one_value(self) -> None:
        after = nm.evolve(story(RAIN), body=[nm.Paragraph(content=[nm.Span(text="Rain", marks=["strong"]), RAIN[4:]])])

        assert [("/body/0/content", "/body/0/content", False)] == steps(story(RAIN), after)

    def test_an_offset_counts(self) -> None:
        noon = datetime(2026, 3, 4, 12, tzinfo=timezone.utc)
        one_o_clock = noon.astimezone(timezone(timedelta(hours=1)))

        assert noon == one_o_clock
        assert [("/updated", "/updated", False)] == steps(story(updated=noon), story(updated=one_o_clock))


class TestSequences:
    @pytest.mark.parametrize(
        ("before", "after", "expected"),
        [
            ([RAIN, WALL], [RAIN, FERRY, WALL], [("/body/1", "/body/1", True)]),
            ([RAIN, FERRY, WALL], [RAIN, WALL], [("/body/1", "/body/1", True)]),
            ([RAIN, WALL], [RAIN, WALL, FERRY], [("/body/2", "/body/2", True)]),
            ([], [RAIN], [("/body/0", "/body/0", True)]),
            ([RAIN, FERRY], [RAIN.replace("night", "day"), FERRY], [("/body/0/content", "/body/0/content", False)]),
            (  # an edit is known by its words, wherever it stands
                [RAIN, FERRY],
                [FERRY.replace("April", "May"), WALL],
                [("/body/0", "/body/0", True), ("/body/1/content", "/body/0/content", False), ("/body/2", "/body/1", True)],
            ),
            (
                [RAIN, LIBRARY],
                [FERRY, WALL, RAIN.replace("night", "day"), LIBRARY],
                [
                    ("/body/0", "/body/0", True),
                    ("/body/0", "/body/1", True),
                    ("/body/0/content", "/body/2/content", False),
                ],
            ),
            ([RAIN], [FERRY], [("/body/0/content", "/body/0/content", False)]),  # one for one: replaced
        ],
    )
    def test_members_are_aligned(self, before: list[str], after: list[str], expected: list[tuple[str, str, bool]]) -> None:
        assert expected == steps(story(*before), story(*after))

    def test_a_member_of_another_kind_is_no_edit(self) -> None:
        after = nm.evolve(story(RAIN), body=[nm.Heading(content=RAIN)])

        assert [("/body/0", "/body/0", True), ("/body/1", "/body/0", True)] == steps(story(RAIN), after)

    def test_a_cell_of_a_table(self) -> None:
        def table(second: str) -> nm.Article:
            rows = [[nm.Cell(blocks=[nm.Paragraph(content=text)]) for text in row] for row in (["N1", "23:10"], ["N2", second])]
            return nm.Article(headline="Buses", body=[nm.Table(rows=rows)])

        place = "/body/0/rows/1/1/blocks/0/content"
        assert [(place, place, False)] == steps(table("23:40"), table("23:50"))

    def test_a_text_of_thousands_of_paragraphs_takes_seconds(self) -> None:
        before = story(*(f"{RAIN} {number}" for number in range(2000)))
        after = story(*(f"{FERRY} {number}" for number in range(2001)))

        start = time.monotonic()
        assert 4001 == len(changes(before, after))
        assert time.monotonic() - start < 20
