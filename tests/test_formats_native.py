"""The native codec: its envelope, its canonical bytes, JSON Lines."""

import io
import json
import pickle
import subprocess
import sys
import tracemalloc
from collections.abc import Iterator
from typing import Any, BinaryIO

import pytest
from hypothesis import given

import newsmodel as nm
from newsmodel import strategies
from newsmodel.formats import _json
from newsmodel.formats.native import Json
from tests.native_samples import RICH

CODEC = Json()
SHORT = nm.Article(headline="Rain")
SHORT_DATA = b'{"format":"newsmodel","version":1,"article":{"headline":"Rain"}}\n'


def message(data: bytes) -> str:
    with pytest.raises(nm.ReadError) as caught:
        CODEC.read(data)
    return str(caught.value)


def each(data: bytes) -> list[nm.Article]:
    return [read.article for read in CODEC.read_each(io.BytesIO(data))]


@given(strategies.articles())
def test_what_is_written_reads_back_equal_in_every_form(article: nm.Article) -> None:
    compact = CODEC.write(article)
    indented = Json(indent=2).write(article)

    assert () == compact.losses == indented.losses
    for written in (compact, indented):
        read = CODEC.read(written.data)
        assert (repr(article), ()) == (repr(read.article), read.losses)
        assert compact.data == CODEC.write(read.article).data
        assert [article] == each(written.data)


def test_the_canonical_form_is_compact_and_ends_with_a_line_feed() -> None:
    assert SHORT_DATA == CODEC.write(SHORT).data


def test_the_indented_form() -> None:
    expected = '{\n "format": "newsmodel",\n "version": 1,\n "article": {\n  "headline": "Été 🌧"\n }\n}\n'

    assert expected == Json(indent=1).write(nm.Article(headline="Été 🌧")).data.decode()


@pytest.mark.parametrize("indent", [0, -1, 17, True, "2"])
def test_an_indent_is_a_small_number(indent: Any) -> None:
    with pytest.raises(nm.InvalidValue, match="Json.indent: expected a whole number from 1 to 16"):
        Json(indent=indent)


def test_it_is_a_writer() -> None:
    assert isinstance(CODEC, nm.Writer)
    assert ("json", ".json") == (CODEC.name, CODEC.suffixes[0])


@pytest.mark.parametrize(
    ("head", "confidence"),
    [
        (SHORT_DATA[:40], nm.Confidence.SURE),
        (b'\xef\xbb\xbf \r\n{ "format" : "newsmodel"', nm.Confidence.SURE),
        (b'{"version": 1, "format": "newsmodel"', nm.Confidence.LIKELY),
        (b'{"headline": "Rain"}', nm.Confidence.MAYBE),
        (b"[1]", nm.Confidence.NO),
        (b"<html>", nm.Confidence.NO),
        (b"", nm.Confidence.NO),
    ],
)
def test_it_recognises_its_own(head: bytes, confidence: nm.Confidence) -> None:
    assert confidence == CODEC.recognise(head)


def test_white_space_key_order_escapes_and_a_mark_do_not_matter() -> None:
    data = b'\xef\xbb\xbf\r\n{"article": {"headline": "\\u0052ain"}, "version": 1,\t"format": "newsmodel"}\r\n\r\n'

    assert SHORT == CODEC.read(data).article


def test_several_threads_may_be_the_first_to_read_and_write() -> None:
    script = """
import sys, threading
import newsmodel as nm
sys.setswitchinterval(1e-6)
start, wrong = threading.Barrier(8), []
def work():
    start.wait()
    try:
        assert nm.loads(sys.argv[1]) == nm.loads(nm.dumps(nm.loads(sys.argv[1]), format="json"))
    except BaseException as error:
        wrong.append(error)
threads = [threading.Thread(target=work) for _ in range(8)]
for one in threads: one.start()
for one in threads: one.join()
sys.exit(repr(wrong) if wrong else 0)
"""
    done = subprocess.run([sys.executable, "-c", script, CODEC.write(RICH).data.decode()], capture_output=True, text=True, check=False)

    assert (0, "") == (done.returncode, done.stderr)


def test_several_threads_may_make_the_quick_route_at_once() -> None:
    """Five times, for it was a crash by chance: msgspec must be done with a struct before a second thread uses it."""
    script = """
import sys, threading
from newsmodel.structure import read_article
sys.setswitchinterval(1e-6)
start, found = threading.Barrier(16), []
def work():
    start.wait()
    found.append(read_article(sys.argv[1].encode()))
threads = [threading.Thread(target=work) for _ in range(16)]
for one in threads: one.start()
for one in threads: one.join()
sys.exit(None in found or found.count(found[0]) < 16)
"""
    command = [sys.executable, "-c", script, CODEC.write(RICH).data.decode()]

    assert [0] * 5 == [subprocess.run(command, check=False).returncode for _ in range(5)]


def test_a_block_of_a_subclass_is_written_as_what_it_extends() -> None:
    class Verse(nm.Paragraph):
        pass

    plain, own = (nm.Article(headline="Tide", body=[nm.Quote(blocks=[cls(content="Low.")])]) for cls in (nm.Paragraph, Verse))

    assert CODEC.write(plain) == CODEC.write(own)


class TestEnvelope:
    @pytest.mark.parametrize(
        ("data", "expected"),
        [
            (b"[]", "1:1: expected an object, found an array"),
            (b" 5", "1:2: expected an object, found 5"),
            (b"{}", '1:1: missing key \'format\': a document is {"format": "newsmodel", "version": 1, "article": {...}}'),
            (b'{"format": "ninjs"}', "1:12 /format: expected 'newsmodel', found 'ninjs'"),
            (b'{"format": ["newsmodel"]}', "1:12 /format: expected 'newsmodel', found an array"),
            (b'{"format": "newsmodel",\n"version": 2}', "2:12 /version: expected version 1, the only one that is read, found 2"),
            (b'{"format": "newsmodel", "version": true}', "1:36 /version: expected version 1, the only one that is read, found true"),
            (b'{"format": "newsmodel", "version": 1}', "1:1: missing key 'article'"),
            (b'{"format": "newsmodel", "version": 1, "article": 5}', "1:50 /article: expected an object, found 5"),
            (
                b'{"format": "newsmodel", "version": 1,\n "artcle": {}}',
                "1:1: missing key 'article'\n2:12 /artcle: unknown key 'artcle'; did you mean 'article'?",
            ),
            (
                b'{"format": "newsmodel", "version": 1,\n "article": {"headlien": "A"},\n "x": 1}',
                (
                    "2:13 /article: missing key 'headline'\n"
                    "2:26 /article/headlien: unknown key 'headlien'; did you mean 'headline'?\n"
                    "3:7 /x: unknown key 'x'"
                ),
            ),
        ],
    )  # fmt: skip
    def test_every_fault_is_named_with_its_line_and_column(self, data: bytes, expected: str) -> None:
        assert expected == message(data)

    def test_faults_come_in_the_order_of_the_document_and_point_at_the_value(self) -> None:
        data = Json(indent=2).write(RICH).data.replace(b'"margin": 3', b'"margin": -3').replace(b'"Quay vote"', b"4", 1)

        headline, margin = message(data).split("\n")

        assert headline.endswith(" /article/headline: expected a string, found 4")
        assert margin.endswith(" /article/votes/0/margin: expected a whole number of at least 0, found -3")
        line, column = map(int, margin.split(" ")[0].split(":"))
        assert data.splitlines()[line - 1][column - 1 :].startswith(b"-3")

    def test_a_key_of_any_characters_is_found(self) -> None:
        data = SHORT_DATA.replace(b"}}", b',"a\\/b~":{"x":1}}}')

        assert "1:72 /article/a~1b~0: unknown key 'a/b~'" == message(data)

    def test_an_error_can_be_pickled(self) -> None:
        with pytest.raises(nm.ReadError) as caught:
            CODEC.read(b'{"format": "newsmodel", "version": 2}')

        again = pickle.loads(pickle.dumps(caught.value))  # made here
        assert caught.value.problems == again.problems

    def test_a_stack_that_is_nearly_used_up_is_no_crash(self) -> None:
        data = CODEC.write(RICH).data

        def descend(levels: int) -> None:
            if levels:
                return descend(levels - 1)
            CODEC.read(data)
            return None

        outcomes = set()
        for levels in range(700, 1000):
            try:
                descend(levels)
                outcomes.add("read")
            except nm.ReadError:
                outcomes.add("refused")
            except RecursionError:  # of this test's own frames, or of the report of the fault
                outcomes.add("none left")

        assert {"read", "refused"} <= outcomes


class TestLines:
    def test_each_line_is_a_document_and_blank_lines_are_skipped(self) -> None:
        assert [SHORT, RICH, SHORT] == each(b"\n" + SHORT_DATA + b" \r\n" + CODEC.write(RICH).data + SHORT_DATA.rstrip())
        assert [] == each(b"\n \n")

    def test_a_file_of_one_line_is_also_a_document(self) -> None:
        assert SHORT == CODEC.read(SHORT_DATA).article
        assert [SHORT] == each(SHORT_DATA)

    def test_a_document_may_take_several_lines(self) -> None:
        assert [RICH] == each(b"\n" + Json(indent=1).write(RICH).data)
        assert [SHORT] == each(SHORT_DATA.replace(b'"Rain"', b'\n"Rain"'))

    @pytest.mark.parametrize(
        ("third", "expected"),
        [
            (b'{"format":"newsmodel","version":1,"article":{}}', "4:45 /article: missing key 'headline'"),
            (b'{"format":"newsmodel",', "4:23: expected more, found the end of the document"),
            (b"x", "4:1: expected a JSON value, found 'x'"),
        ],
    )
    def test_a_fault_has_the_line_of_the_file_and_the_articles_before_it_are_given_out(self, third: bytes, expected: str) -> None:
        reads = CODEC.read_each(io.BytesIO(SHORT_DATA + b"\n" + SHORT_DATA + third + b"\n" + SHORT_DATA))

        assert [SHORT, SHORT] == [next(reads).article, next(reads).article]
        with pytest.raises(nm.ReadError) as caught:
            next(reads)
        assert expected == str(caught.value)

    @pytest.mark.parametrize(
        ("data", "expected"),
        [
            (b'{"format":"newsmodel","version":2}\n' + SHORT_DATA, "1:33 /version: expected version 1"),
            (b'{\n"format":"newsmodel",\n', "3:1: expected more"),
            (b'\n{"format":"newsmodel","version":1,"article":{\n5}}', "3:1 /article/5: expected a key in double quotes, found '5'"),
            (b'{"a": "b\n"}', "1:9 /a: expected an escape for the control character, found '\\n'"),
        ],
    )
    def test_a_fault_of_the_first_line(self, data: bytes, expected: str) -> None:
        with pytest.raises(nm.ReadError) as caught:
            each(data)

        assert str(caught.value).startswith(expected)

    def test_several_articles_are_no_document_and_the_error_names_the_way(self) -> None:
        expected = "3:1: expected one article, found several (JSON Lines): stream() reads them"

        assert expected == message(SHORT_DATA + b"\n" + SHORT_DATA)

    def test_a_document_with_something_behind_it_is_no_json_lines(self) -> None:
        assert "2:1: expected the end of the document, found '5'" == message(SHORT_DATA + b"5")

    def test_a_line_has_a_limit(self) -> None:
        source = SHORT_DATA + b'{"a": "' + b"a" * _json.MAX_BYTES + b'"}'
        reads = CODEC.read_each(io.BytesIO(source))

        assert SHORT == next(reads).article
        with pytest.raises(nm.ReadError, match=r"^2:1: expected at most 16777216 bytes, found 16777217$"):
            next(reads)

    def test_memory_is_constant(self) -> None:
        line = CODEC.write(nm.Article(headline="Rain", body=[nm.Paragraph(content="It rained. " * 500 + "End")])).data

        class Endless(io.RawIOBase):
            """A source that makes its lines as they are read."""

            def __init__(self, lines: int) -> None:
                self.left = lines

            def readline(self, size: int | None = -1, /) -> bytes:
                self.left -= 1
                return line if self.left >= 0 else b""

        def peak(lines: int) -> int:
            tracemalloc.start()
            assert lines == sum(1 for _ in CODEC.read_each(as_source(Endless(lines))))
            _, most = tracemalloc.get_traced_memory()
            tracemalloc.stop()
            return most

        peak(5)

        assert peak(500) < 2 * peak(20)


def as_source(source: Any) -> BinaryIO:
    found: BinaryIO = source
    return found


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    yield path
    for key, inner in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from places(inner, (*path, key))


def test_the_place_of_every_value_is_found() -> None:
    data = Json(indent=3).write(RICH).data
    document = json.loads(data)
    lines = data.decode().split("\n")
    for path in places(document):
        pointer = _json.pointer(path)
        (problem,) = _json.located(nm.ReadError.at("x", path=pointer), data).problems
        value = document
        for step in path:
            value = value[step]

        assert problem.position.line is not None
        assert problem.position.column is not None
        rest = "\n".join(lines[problem.position.line - 1 :])[problem.position.column - 1 :]
        assert value == json.JSONDecoder().raw_decode(rest)[0]
