"""The XML parser: its settings, checks and limits."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest

from newsmodel.errors import ReadError
from newsmodel.formats import _xml

TEXT = "caffè 日本"


def parsed(data: bytes) -> str:
    return "".join(_xml.parse(data).itertext())


def streamed(data: bytes) -> str:
    return "".join("".join(element.itertext()) for element in _xml.each(io.BytesIO(data), {"a"}))


BOTH = pytest.mark.parametrize("read", [parsed, streamed])
Reader = Callable[[bytes], str]

ENCODED = [
    f"<a>{TEXT}</a>".encode(),
    f"<a>{TEXT}</a>".encode("utf-16"),
    b"\xef\xbb\xbf" + f"<a>{TEXT}</a>".encode(),
    # A mark says UTF-8 whatever the document declares: so does text that was decoded before.
    b"\xef\xbb\xbf" + f"<?xml version='1.0' encoding='utf-16'?><a>{TEXT}</a>".encode(),
    b"\xef\xbb\xbf" + f"<?xml version='1.0' encoding='x-unknown'?><a>{TEXT}</a>".encode(),
    f"<?xml version='1.0' encoding='UTF-16'?><a>{TEXT}</a>".encode("utf-16"),
    "<?xml version='1.0' encoding='windows-1252'?><a>caffè 日本</a>".encode("windows-1252", "xmlcharrefreplace"),
]


@BOTH
@pytest.mark.parametrize("data", ENCODED)
def test_encodings(read: Reader, data: bytes) -> None:
    assert read(data) == TEXT


@BOTH
def test_text_is_whole_around_comments_instructions_and_sections(read: Reader) -> None:
    assert read(b"<a>one<!-- x -->two<?x y?>three<![CDATA[<]]></a>") == "onetwothree<"
    assert _xml.parse(b"<a>one<!-- x -->two<?x y?>three<![CDATA[<]]></a>").text == "onetwothree<"


@BOTH
def test_a_bare_doctype_is_read_and_not_fetched(read: Reader) -> None:
    assert read(b'<!DOCTYPE a SYSTEM "file:///nowhere/a.dtd"><a>x</a>') == "x"


@BOTH
@pytest.mark.parametrize("subset", [
    '<!ENTITY % nitf SYSTEM "nitf-3-0.dtd"> %nitf;',
    "<!ENTITY % nitf PUBLIC '-//x' '../nitf/dtd/nitf-3-0.dtd' >\n\t%nitf;\n<!-- and ]> --> <?x ]?>",
    "<!ELEMENT a (b*, (c | d)+)><!ELEMENT p (#PCDATA)>",
    "",
])  # fmt: skip
@pytest.mark.parametrize("external", ["", ' SYSTEM "a.dtd"', " PUBLIC '-//x' \"http://a.example/a.dtd\""])
def test_brackets_of_a_doctype_that_complete_it_by_files_beside_it_are_not_followed(read: Reader, subset: str, external: str) -> None:
    document = f"<!-- x --><!DOCTYPE a{external} [{subset}]>\n<a>x</a>"

    assert read(document.encode()) == read(f"<?xml version='1.0'?>{document}".encode("utf-16")) == "x"


@pytest.mark.parametrize("place", ['<!ENTITY % x SYSTEM "beside.ent"> %x;', '<!ENTITY % x SYSTEM "beside.ent">'])
@BOTH
def test_what_stands_in_a_file_beside_the_document_is_not_read(
    read: Reader, place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "beside.ent").write_text("<!ENTITY secret 'told'><!ATTLIST a secret CDATA 'told'>")
    monkeypatch.chdir(tmp_path)

    assert read(f"<!DOCTYPE a [{place}]><a>x</a>".encode()) == "x"
    for use in ("&secret;", "<b c='&secret;'/>"):
        with pytest.raises(ReadError, match="not declared|not defined|not well-formed"):
            read(f"<!DOCTYPE a [{place}]><a>{use}</a>".encode())


REFUSED = [
    (b"", "not well-formed"),
    (b"no markup", "not well-formed"),
    (b"<a>", "not well-formed"),
    (b"<a>&x;</a>", "not well-formed"),
    (b'<!DOCTYPE a SYSTEM "a.dtd"><a>&x;</a>', "an entity that is not declared"),
    (b'<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', "declarations inside a DOCTYPE"),
    (b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x;</a>', "declarations inside a DOCTYPE"),
    (b'<!DOCTYPE a [<!ATTLIST a b CDATA "c">]><a/>', "declarations inside a DOCTYPE"),
    (b'<!DOCTYPE a SYSTEM "a.dtd"><a b="&x;"/>', "an entity that is not declared"),
    (b'<!DOCTYPE a [<!ENTITY % x SYSTEM "file:///etc/hostname"> %x;]><a/>', "take out what stands in its brackets"),
    (b'<!DOCTYPE a [<!ENTITY % x SYSTEM "/etc/hostname"> %x;]><a/>', "declarations inside a DOCTYPE"),
    (b'<!DOCTYPE a [<!ENTITY % x SYSTEM "http://x.example/"> %x;]><a/>', "declarations inside a DOCTYPE"),
    (b'<!DOCTYPE a [<!ENTITY % x SYSTEM "\\\\host\\x"> %x;]><a/>', "declarations inside a DOCTYPE"),
    (b'<!DOCTYPE a [<!ENTITY % x "y">]><a/>', "declarations inside a DOCTYPE"),
    (b'<!DOCTYPE a [<!ENTITY % x "<!ENTITY y \'z\'>"> %x;]><a/>', "declarations inside a DOCTYPE"),
    (b'<!DOCTYPE a [<!ENTITY % x SYSTEM "x.dtd"><!ENTITY y "z"> %x;]><a/>', "declarations inside a DOCTYPE"),
    (b'<!DOCTYPE a [<!-- <!ENTITY % x SYSTEM "x.dtd"> --><!ENTITY y SYSTEM "z.dtd">]><a/>', "declarations inside a DOCTYPE"),
    (b'<!DOCTYPE a [<!ELEMENT a ANY><!ATTLIST a b CDATA "c">]><a/>', "declarations inside a DOCTYPE"),
    (b"<!DOCTYPE a [<!ELEMENT a " + b"(" * 500 + b"b" + b")" * 500 + b">]><a/>", "not well-formed"),
    (b"<?xml version='1.0' encoding='utf-7'?><a/>", "an encoding such as UTF-8, found 'utf-7'"),
    (b"<?xml version='1.0' encoding='shift_jis'?><a/>", "an encoding such as UTF-8"),
    ("<?xml version='1.0' encoding='koi8-r'?><a/>".encode("utf-16"), "an encoding such as UTF-8"),
    (b"\x1f\x8b\x08", "gzip data"),
    (b"PK\x03\x04", "ZIP data"),
    (b"<a>" * 300 + b"</a>" * 300, "not well-formed"),
    (b"<a " + b" ".join(b"a%d='1'" % n for n in range(300)) + b"/>", "at most 256 attributes"),
    (b"<a " + b" ".join(b"xmlns:a%d='1'" % n for n in range(300)) + b"/>", "too many namespace declarations"),
    (b"<a>" + b"<b/>" * 500_000 + b"</a>", "at most 500000 elements"),
    (b"<a>" + b" " * (17 << 20) + b"</a>", ""),
    (b"<m><c>" + b" " * (9 << 20) + b"</c><c>" + b" " * (9 << 20) + b"</c></m>", "at most 16777216 bytes"),
    ('<!DOCTYPE a [<!ATTLIST a b CDATA "c">]><a/>'.encode("utf-16"), "declarations inside a DOCTYPE"),
]


@BOTH
@pytest.mark.parametrize(("data", "message"), REFUSED, ids=range(len(REFUSED)))
def test_what_is_refused(read: Reader, data: bytes, message: str) -> None:
    with pytest.raises(ReadError) as caught:
        read(data)

    assert message in str(caught.value)
    assert len(str(caught.value)) < 300


def test_a_fault_has_its_line_and_column() -> None:
    with pytest.raises(ReadError) as caught:
        _xml.parse(b"<a>\n  <b></a>")

    position = caught.value.problems[0].position
    assert (2, 10) == (position.line, position.column)


def test_elements_come_one_by_one_and_are_freed() -> None:
    source = io.BytesIO(b"<m>" + b"<a><b/><a>x</a></a>" * 20_000 + b"</m>")
    count = 0
    before = None

    for element in _xml.each(source, {"a"}):
        assert before is None or len(before) == 0
        assert len(element) == 2
        assert element.getprevious() is before
        assert before is None or before.getprevious() is None
        before = element
        count += 1

    assert count == 20_000


def test_elements_before_a_fault_are_given_out() -> None:
    found = _xml.each(io.BytesIO(b"<m><a>1</a><a>2</a><a></m>"), {"a"})

    assert [next(found).text, next(found).text] == ["1", "2"]
    with pytest.raises(ReadError, match="not well-formed"):
        next(found)


def test_a_reference_that_something_would_follow_is_refused() -> None:
    with pytest.raises(ReadError, match="never followed: 'file:///x'"):
        _xml._Deny().resolve("file:///x", None, None)
