"""JSON syntax: what is no JSON, what exceeds a limit, and that both are found soon and named well."""

import json
import time
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsmodel as nm
from newsmodel.formats import _json
from newsmodel.formats.native import Json
from newsmodel.syntax.encoding import UTF_8_MARK


def message(data: bytes, line: int = 1) -> str:
    with pytest.raises(nm.ReadError) as caught:
        _json.parse(data, line)
    return str(caught.value)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**64 - 1) | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(JSON, st.sampled_from([{}, {"indent": 1}, {"ensure_ascii": False}]))
def test_json_is_read_as_others_read_it(value: Any, options: dict[str, Any]) -> None:
    assert value == _json.parse(json.dumps(value, **options).encode())


@given(st.binary() | st.text().map(str.encode) | st.text('{}[],:"\\u0aeE+-. \n').map(str.encode))
def test_any_bytes_give_a_value_or_an_error_with_a_place(data: bytes) -> None:
    try:
        value = _json.parse(data)
    except nm.ReadError as error:
        assert error.problems
        for problem in error.problems:
            assert problem.position.line
            assert problem.position.column
    else:
        assert value == json.loads(data.removeprefix(UTF_8_MARK))


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", "1:1: expected a JSON document, found nothing"),
        (b"\xef\xbb\xbf \n", "1:1: expected a JSON document, found nothing"),
        (b'{"a": 1,\n "b": 2,\n "a": 3}', "3:2 /a: duplicate key 'a'"),
        (rb'{"a\\":1,"a\\":2}', r"1:10 /a\: duplicate key 'a\\'"),
        (rb'{"json":"{\"a\":1,\"b\\\":\"\"}","a":1,"a":2}', "1:40 /a: duplicate key 'a'"),
        (rb'{"json":"{\"a\":1}","a" :1,"a" :2}', "1:28 /a: duplicate key 'a'"),
        (b'{"a": [{"x": 1, "\\u0078": 2}], "b": {"x": 1}, "b": 1}', "1:17 /a/0/x: duplicate key 'x'\n1:47 /b: duplicate key 'b'"),
        (b"[NaN]", "1:2 /0: expected a JSON value, found 'NaN'"),
        (b"[1, -Infinity]", "1:5 /1: expected a JSON value, found '-Infinity'"),
        (b'{"a": 1e999}', "1:7 /a: expected a finite number, found 1e999"),
        (b"[18446744073709551615, 18446744073709551616]", "1:24 /1: expected an integer of at most 64 bits, found 18446744073709551616"),
        (b"[-9223372036854775809]", "1:2 /0: expected an integer of at most 64 bits, found -9223372036854775809"),
        (b"[" + b"9" * 5000 + b"]", f"1:2 /0: expected an integer of at most 64 bits, found {'9' * 79}…"),
        (b'["a\\ud800b"]', "1:4 /0: expected Unicode characters, found the lone surrogate \\ud800"),
        (b'["\\udc00\\ud800"]', "1:3 /0: expected Unicode characters, found the lone surrogate \\udc00"),
        (b'{"a": {"a": 1, "b": "\\ud800"}}', "1:22 /a/b: expected Unicode characters, found the lone surrogate \\ud800"),
        (b'{"\\udc00": 1}', "1:3 /\\udc00: expected Unicode characters, found the lone surrogate \\udc00"),
        (b'["\xed\xa0\x80"]', "1:3: expected UTF-8, found the byte 0xed"),
        (b'{"\xc3\xa9": "\xff"}', "1:8: expected UTF-8, found the byte 0xff"),
        (b'["\\x"]', "1:3 /0: expected an escape that JSON has, found \\x"),
        (b'["\x01"]', "1:3 /0: expected an escape for the control character, found '\\x01'"),
        (b"{'a': 1}", "1:2 /'a': expected a key in double quotes, found \"'a'\""),
        (b"{1: 1}", "1:2 /1: expected a key in double quotes, found '1'"),
        (b"[1 2]", "1:4: expected ',' or ']', found '2'"),
        (b'{"a" 1}', "1:6: expected ':', found '1'"),
        (b"[1,]", "1:4: expected a value after the comma, found ']'"),
        (b'{"a": 1,}', "1:9: expected a key after the comma, found '}'"),
        (b"{,}", "1:2: expected a key in double quotes, found ','"),
        (b"[1]]", "1:4: expected the end of the document, found ']'"),
        (b"[", "1:2: expected more, found the end of the document"),
        (b'["abc', "1:6: expected more, found the end of the document"),
        (b"[01]", "1:2 /0: expected a JSON value, found '01'"),
        (b"nul", "1:1: expected a JSON value, found 'nul'"),
        (b"\xff\xfe{\x00}\x00", "1:1: expected UTF-8, found UTF-16 or UTF-32"),
        ('{"a": 1}'.encode("utf-16-be"), "1:1: expected UTF-8, found UTF-16 or UTF-32"),
        (b"[" * 257 + b"]" * 257, "1:257: expected at most 256 levels of arrays and objects, found more"),
        (b'{"a":' * 257 + b"1" + b"}" * 257, "1:1281: expected at most 256 levels of arrays and objects, found more"),
        (b"[" * 100_000, "1:257: expected at most 256 levels of arrays and objects, found more"),
        (b"[" + b"0," * 500_000 + b"0]", "1:1000000: expected at most 500000 values, found more"),
    ],
)  # fmt: skip
def test_a_fault_is_named_with_its_place(data: bytes, expected: str) -> None:
    assert expected == message(data)


def test_lines_count_from_the_first_line_given() -> None:
    assert "8:2 /0: expected a JSON value, found 'x'" == message(b"\n[x]", line=7)


def test_the_limits_themselves_are_allowed() -> None:
    assert 256 == str(_json.parse(b"[" * 256 + b"1" + b"]" * 256)).count("[")
    assert 499_999 == len(_json.parse(b"[" + b"0," * 499_998 + b"0]"))
    assert [2**64 - 1, -(2**63)] == _json.parse(b"[18446744073709551615,-9223372036854775808]")


@pytest.mark.parametrize("text", ['he said "no": no', ":", '": ', "\\", 'a\\": b', "a,b[c{" * 300_000, "😀"])
def test_marks_inside_strings_are_text(text: str) -> None:
    assert {text: [text]} == _json.parse(json.dumps({text: [text]}).encode())


def test_at_most_a_hundred_faults_are_reported() -> None:
    assert 100 == message(b"[" + b"1e999," * 1000 + b"1]").count("\n") + 1


def test_a_fault_of_which_the_scan_knows_nothing_is_still_one(monkeypatch: pytest.MonkeyPatch) -> None:
    def exhausted(_: bytes) -> Any:
        raise error

    monkeypatch.setattr(msgspec.json, "decode", exhausted)

    error: Exception = MemoryError()
    assert "1:1: expected a document that fits into memory, found a larger one" == message(b"[1]")
    error = RecursionError()
    assert "1:4: expected a document that fits the stack, found a deeper one" == message(b"[1]")
    error = msgspec.DecodeError("JSON is malformed: tired (byte 1)")
    assert "1:2: malformed JSON (tired), found '1'" == message(b"[1]")


@pytest.mark.parametrize(
    ("data", "closed"),
    [(b'{"a": 1}', 1), (b'{"a": 1', 0), (b'{"a": "}', 0), (b'{"a": "}"}', 1), (b"{", 0), (b'"', 0), (b"", 1)],
)
def test_whether_a_piece_is_closed(data: bytes, closed: int) -> None:
    assert bool(closed) is _json.is_closed(data)


BIG = 15 << 20
ARTICLE = b'{"format":"newsmodel","version":1,"article":{"headline":"A",'


@pytest.mark.parametrize(
    "data",
    [
        b'{"a":"' + b"a" * BIG,
        b'{"a":"' + b"\\u0041" * (BIG // 6) + b'"}',
        b'{"a":"' + b"\\ud83d\\ude00" * (BIG // 12) + b'","a":1}',
        b'["' + b'\\":' * (BIG // 3) + b'"]',
        b"[" + b"[]," * (BIG // 3) + b"1]",
        b"{" + b",".join(b'"k%d":0' % n for n in range(400_000)) + b"}",
        b'{"' + b"k" * (BIG // 2) + b'":{' + b",".join(b'"k%d":0' % n for n in range(400_000)) + b',"k1":0}}',
        b'{"a":' * 250 + b"[" + b"0," * 400_000 + b"NaN]" + b"}" * 250,
        b"\n" * BIG,
        b"[" + b"\n" * BIG + b"x]",
        b"," * BIG,
        b"]" * BIG,
        ARTICLE + b'"body":[' + b"0," * 400_000 + b"0]}}",
        ARTICLE + b'"body":[' + b'{"type":"separator"},' * 200_000 + b"0]}}",
        ARTICLE + b",".join(b'"k%d":0' % n for n in range(400_000)) + b"}}",
        ARTICLE + b'"' + b"k" * BIG + b'":0}}',
        ARTICLE + b'"lead":' * 1 + b'{"type":"figure","x":' * 250 + b"0" + b"}" * 252,
        ARTICLE + b'"kicker":"' + b" " * BIG + b'x"}}',
        ARTICLE + b'"version":' + b"9" * BIG + b"}}",
    ],
    ids=range(19),
)
def test_what_is_big_and_wrong_is_refused_soon_and_in_few_words(data: bytes) -> None:
    begin = time.process_time()

    with pytest.raises(nm.ReadError) as caught:
        Json().read(data)

    assert time.process_time() - begin < 30
    assert len(caught.value.problems) <= 100
    for problem in caught.value.problems:
        assert problem.position.line
        assert problem.position.column
        assert len(problem.message) < 400
        assert len(problem.position.path) < 600


def test_reading_takes_time_in_proportion_to_size() -> None:
    def seconds(paragraphs: int) -> float:
        data = Json().write(nm.Article(headline="A", body=[nm.Paragraph(content="It rained. " * 20 + "End")] * paragraphs)).data
        best = 9.0
        for _ in range(5):
            begin = time.process_time()
            Json().read(data)
            best = min(best, time.process_time() - begin)
        return best

    assert seconds(4000) < 8 * seconds(1000)
