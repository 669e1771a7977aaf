"""What documents come from: every kind of file, whole, damaged and hostile."""

import bz2
import csv
import gzip
import io
import json
import lzma
import os
import stat
import sys
import tarfile
import tempfile
import time
import zipfile
from collections.abc import Callable
from collections.abc import Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsmodel as nm
from newsmodel import api, archive, strategies
from newsmodel.archive import Document
from newsmodel.archive.schema import DOCUMENTS
from newsmodel.archive.sources import _array, _messages, _packed, Meter, documents
from newsmodel.formats.newsml_g2 import NewsmlG2
from tests.data import shared


def story(headline: str, *paragraphs: str) -> nm.Article:
    return nm.Article(headline=headline, body=[nm.Paragraph(content=one) for one in paragraphs])


STORIES = [story("Rain", "It rains on the ferry."), story("Sun", "The ferry is dry."), story("Ferry")]


def native(article: nm.Article) -> bytes:
    return nm.dumps(article, format="json")


def data_of(*places: str | Path) -> list[bytes | None]:
    return [one.data for one in documents(places)]


def faults(*places: str | Path) -> list[str]:
    return [one.error.message for one in documents(places) if one.error]


def names(top: Path, *places: str | Path, without: Sequence[Path] = ()) -> list[str]:
    return [one.name.removeprefix(f"{top}/") for one in documents(places, without=without)]


def rows(found: list[Document]) -> pa.Table:
    recipe = archive.Recipe()
    return pa.Table.from_batches([archive.kernel(batch, recipe) for batch in archive.batches(found)], recipe.schema)


def zipped(**members: bytes) -> bytes:
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in members.items():
            made.writestr(name, data)
    return sink.getvalue()


def tarred(*members: tuple[str, bytes], mode: str = "w") -> bytes:
    sink = io.BytesIO()
    with tarfile.open(fileobj=sink, mode=mode) as made:  # type: ignore[call-overload]  # the mode is a plain str here
        for name, data in members:
            info = tarfile.TarInfo(name)
            info.size = len(data)
            made.addfile(info, io.BytesIO(data))
    return sink.getvalue()


def zstd(data: bytes) -> bytes:
    sink = pa.BufferOutputStream()
    with pa.CompressedOutputStream(sink, "zstd") as stream:
        stream.write(data)
    packed: bytes = sink.getvalue().to_pybytes()
    return packed


def record(kind: str, address: str, content_type: str, block: bytes) -> bytes:
    head = f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\nWARC-Record-ID: <urn:uuid:{len(address)}>\r\n"
    return f"{head}Content-Type: {content_type}\r\nContent-Length: {len(block)}\r\n\r\n".encode() + block + b"\r\n\r\n"


def response(address: str, body: bytes, status: str = "200 OK", headers: str = "") -> bytes:
    http = f"HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\n{headers}\r\n".encode() + body
    return record("response", address, "application/http; msgtype=response", http)


def chunked(data: bytes) -> bytes:
    return b"%x;note=1\r\n%s\r\n%x\r\n%s\r\n0\r\n\r\n" % (5, data[:5], len(data) - 5, data[5:])


def message(articles: list[nm.Article]) -> bytes:
    items = [NewsmlG2().write(article).data.partition(b"?>\n")[2] for article in articles]
    return b'<?xml version="1.0"?>\n<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header/><itemSet>\n%s</itemSet>\n</newsMessage>\n' % b"".join(items)


# -- a law: whatever holds them, the same articles come out in the same order


def _parquet_of_articles(articles: list[nm.Article]) -> bytes:
    sink = io.BytesIO()
    pq.write_table(archive.to_arrow(articles), sink)
    return sink.getvalue()


def _parquet_of_documents(articles: list[nm.Article]) -> bytes:
    sink = io.BytesIO()
    batches = archive.batches(Document(name=str(number), data=native(one)) for number, one in enumerate(articles))
    pq.write_table(pa.Table.from_batches(batches, DOCUMENTS), sink)
    return sink.getvalue()


def _lines(articles: list[nm.Article]) -> bytes:
    return b"".join(map(native, articles))


def _members(articles: list[nm.Article]) -> dict[str, bytes]:
    return {f"{number:03}.json": native(one) for number, one in enumerate(articles)}


def _warc(articles: list[nm.Article]) -> bytes:
    return b"".join(record("resource", f"https://paper.example/{name}", "application/json", data) for name, data in _members(articles).items())


HOLDERS: dict[str, Callable[[list[nm.Article]], bytes]] = {
    "all.json": lambda articles: b" [ " + b" ,\n".join(map(native, articles)) + b"]\n",
    "all.jsonl": _lines,
    "all.jsonl.gz": lambda articles: gzip.compress(_lines(articles)),
    "members.ndjson.gz": lambda articles: b"".join(gzip.compress(native(one)) for one in articles),
    "all.jsonl.bz2": lambda articles: bz2.compress(_lines(articles)),
    "all.jsonl.xz": lambda articles: lzma.compress(_lines(articles)) + b"\0" * 8,
    "all.jsonl.zst": lambda articles: zstd(_lines(articles)),
    "week.zip": lambda articles: zipped(**_members(articles)),
    "lines.zip": lambda articles: zipped(**{"all.jsonl": _lines(articles)}),
    "week.tar": lambda articles: tarred(*_members(articles).items()),
    "week.tgz": lambda articles: tarred(*_members(articles).items(), mode="w:gz"),
    "week.tar.xz": lambda articles: tarred(*_members(articles).items(), mode="w:xz"),
    "week.tar.zst": lambda articles: zstd(tarred(*_members(articles).items())),
    "week.warc": _warc,
    "week.warc.gz": lambda articles: gzip.compress(_warc(articles)),
    "articles.parquet": _parquet_of_articles,
    "documents.parquet": _parquet_of_documents,
}
SAME = [name for name in archive.SCHEMA.names if name not in {"source", "line", "position"}]


def _named_and_unnamed(place: Path, data: bytes) -> tuple[list[Document], list[Document]]:
    place.write_bytes(data)
    named = list(documents([place]))
    return named, list(documents([place.replace(place.with_name("unnamed"))]))


@given(articles=st.lists(strategies.articles(), min_size=1, max_size=2))
def test_whatever_holds_them_the_same_articles_come_out_in_the_same_order(articles: list[nm.Article]) -> None:
    expected = rows([Document(name=name, data=data) for name, data in _members(articles).items()]).select(SAME)
    with tempfile.TemporaryDirectory() as folder:
        read = {holder: _named_and_unnamed(Path(folder, holder), made(articles)) for holder, made in HOLDERS.items()}
    for holder, (found, unnamed) in read.items():
        assert rows(found).select(SAME).equals(expected), holder
        if len(articles) > 1 and max(len(native(one)) for one in articles) < 10_000:  # one line alone is a document
            assert [one.data for one in unnamed] == [one.data for one in found], holder  # what a file is, its content tells


# -- places


def test_a_folder_is_read_in_the_order_of_whole_paths_without_what_is_hidden_and_the_output(tmp_path: Path) -> None:
    for name in ("b.json", "a/z.json", "a.json", ".hidden/x.json", ".x.json", "a/.y", "out/1.json", "a-b/1.json", "_SUCCESS"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(native(STORIES[0]))

    assert ["a-b/1.json", "a.json", "a/z.json", "b.json", "out/1.json"] == names(tmp_path, tmp_path)
    assert ["a-b/1.json", "a.json", "a/z.json", "b.json"] == names(tmp_path, tmp_path, without=[tmp_path / "out"])
    assert ["a-b/1.json", "a.json", "a/z.json", "out/1.json"] == names(tmp_path, tmp_path, without=[tmp_path / "b.json"])


def test_a_pattern_means_files_and_what_lies_in_the_folders_that_it_means(tmp_path: Path) -> None:
    for name in ("a.xml", "a.json", "2024-01/x.json", "2024-02/deep/y.xml", "2025-01/z.xml", ".git/h.xml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"{}")

    assert ["a.xml"] == names(tmp_path, tmp_path / "*.xml")
    assert ["2024-02/deep/y.xml", "2025-01/z.xml", "a.xml"] == names(tmp_path, tmp_path / "**/*.xml")
    assert ["2024-01/x.json", "2024-02/deep/y.xml"] == names(tmp_path, tmp_path / "2024-*")
    assert ["2024-02/deep/y.xml"] == names(tmp_path, tmp_path / "2024-*/**/[x-z].xml")
    assert ["2024-01/x.json", "2025-01/z.xml"] == names(tmp_path, tmp_path / "20??-01/*")
    assert [".git/h.xml"] == names(tmp_path, tmp_path / ".git/*")


def test_a_pattern_may_be_relative(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.json").write_bytes(b"{}")
    monkeypatch.chdir(tmp_path)
    assert ["a.json"] == [one.name for one in documents(["*.json"])]
    assert ["./a.json"] == [one.name for one in documents(["."])]


def test_a_path_that_exists_goes_before_the_pattern_that_it_may_be(tmp_path: Path) -> None:
    (tmp_path / "[a].json").write_bytes(b"{}")
    (tmp_path / "a.json").write_bytes(b"[]")
    assert [b"{}"] == data_of(tmp_path / "[a].json")


@pytest.mark.parametrize("place", ["gone.json", "*.json", "gone/**/x", "gone/"])
def test_a_place_that_names_nothing_is_a_document_with_an_error(tmp_path: Path, place: str) -> None:
    found = list(documents([f"{tmp_path}/{place}"]))
    assert [(f"{tmp_path}/{place}", None, "source")] == [(one.name, one.data, one.error and one.error.kind) for one in found]


def test_folders_may_lie_as_deep_as_paths_are_long(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    deep = "/".join("d" * 1_500)
    Path(deep[:1_500]).mkdir(parents=True)
    Path(deep[:1_500], "a.json").write_bytes(b"{}")
    assert [b"{}"] == data_of("d")


def test_a_name_that_is_no_text_is_reported_as_it_can_be_written(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/\xff"
    os.mkfifo(path + b".pipe")
    Path(os.fsdecode(path + b".json")).write_bytes(native(STORIES[0]))
    assert [f"{tmp_path}/\\udcff.json", f"{tmp_path}/\\udcff.pipe"] == rows(list(documents([tmp_path])))["source"].to_pylist()


def test_links_to_files_are_read_and_links_to_folders_reported_so_that_none_leads_round(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.json").write_bytes(b"{}")
    (tmp_path / "in" / "b.json").symlink_to("a.json")
    (tmp_path / "in" / "round").symlink_to(tmp_path / "in")
    (tmp_path / "in" / "self").symlink_to("self")
    (tmp_path / "in" / "to_nothing").symlink_to("nothing")
    (tmp_path / "link").symlink_to("in")

    found = {one.name.rpartition("/")[2]: one for one in documents([tmp_path / "link"])}
    assert ["a.json", "b.json", "round", "self", "to_nothing"] == list(found)
    assert [b"{}", b"{}", None, None, None] == [one.data for one in found.values()]
    assert found["round"].error is not None
    assert "not followed" in found["round"].error.message


def test_a_pipe_and_a_device_are_refused_rather_than_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.pipe")
    (tmp_path / "b.json").write_bytes(b"{}")
    found = list(documents([tmp_path, "/dev/zero"]))
    assert [None, b"{}", None] == [one.data for one in found]
    assert "not a regular file" in faults("/dev/zero")[0]


def test_what_may_not_be_read_is_a_fault_and_the_rest_goes_on(tmp_path: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may read everything")
    for name in ("a.json", "b.json", "c/d.json"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"{}")
    (tmp_path / "a.json").chmod(0)
    (tmp_path / "c").chmod(0)
    found = data_of(tmp_path)
    (tmp_path / "c").chmod(0o700)
    assert [None, b"{}", None] == found


def test_a_file_and_a_folder_that_vanish_between_listing_and_opening_are_faults(tmp_path: Path) -> None:
    for name in ("a.json", "b.json", "c/d.json"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"{}")
    found = documents([tmp_path])
    assert next(found).data == b"{}"
    (tmp_path / "b.json").unlink()
    (tmp_path / "c" / "d.json").unlink()
    (tmp_path / "c").rmdir()
    assert [("b.json", None), ("c", None)] == [(one.name.rpartition("/")[2], one.data) for one in found]


def test_files_are_opened_when_their_turn_comes_and_closed_behind_it(tmp_path: Path) -> None:
    for number in range(5):
        (tmp_path / f"{number}.json").write_bytes(b"{}")
    before = len(os.listdir("/proc/self/fd")) if Path("/proc/self/fd").is_dir() else pytest.skip("no /proc to count open files in")
    found = documents([tmp_path])
    next(found)
    assert len(os.listdir("/proc/self/fd")) <= before + 1
    list(found)
    assert before == len(os.listdir("/proc/self/fd"))

    (tmp_path / "a.tar.gz").write_bytes(tarred(("a.json", b"{}"), ("b.json", b"{}"), mode="w:gz"))
    unfinished = documents([tmp_path / "a.tar.gz"])
    next(unfinished)
    unfinished.close()  # type: ignore[attr-defined]  # a generator
    assert before == len(os.listdir("/proc/self/fd"))


@pytest.mark.parametrize(("given_", "expected"), [(b'{"a":1}', [b'{"a":1}']), (b'{"a":1}\n\n{"b":2}\n', [b'{"a":1}', b'{"b":2}'])])
def test_standard_input_is_a_document_or_json_lines(monkeypatch: pytest.MonkeyPatch, given_: bytes, expected: list[bytes]) -> None:
    read, write = os.pipe()
    os.write(write, given_)
    os.close(write)
    with os.fdopen(read) as pipe:
        monkeypatch.setattr(sys, "stdin", pipe)
        found = list(documents(["-"]))
    assert expected == [one.data for one in found]
    assert {"<stdin>"} == {one.name for one in found}


def test_a_document_beyond_the_bound_is_a_fault_of_size(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(api, "MAX_BYTES", 10)
    (tmp_path / "a.json").write_bytes(b"x" * 11)
    (tmp_path / "b.json").write_bytes(b"x" * 10)
    assert [(None, "size"), (b"x" * 10, None)] == [(one.data, one.error and one.error.kind) for one in documents([tmp_path])]


# -- JSON Lines


def test_lines_keep_their_numbers_blank_ones_are_skipped_and_one_that_is_too_long_is_a_fault_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(api, "MAX_BYTES", 20)
    long = b'"' + b"x" * 200_000 + b'"'
    (tmp_path / "a.jsonl").write_bytes(b'{"a":1}\r\n\n  \n' + long + b'\n{"b":2}\n' + b"y" * 20 + b"\n" + b"z" * 21)

    found = [(one.line, one.data, one.error and one.error.kind) for one in documents([tmp_path / "a.jsonl"])]
    assert [(1, b'{"a":1}', None), (4, None, "size"), (5, b'{"b":2}', None), (6, b"y" * 20, None), (7, None, "size")] == found


# -- JSON arrays


def test_the_elements_of_an_array_have_their_lines_whatever_their_size(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_array, "PART", 7)
    elements = [json.dumps({"é": "x" * size, "a": ["]", '"', "\\"]}, ensure_ascii=False, indent=1).encode() for size in (0, 5, 90, 1_000)]
    (tmp_path / "a.json").write_bytes(b"\xef\xbb\xbf\n[\n" + b"\n,\n".join(elements) + b"\n]\n")
    found = list(documents([tmp_path / "a.json"]))
    assert elements == [one.data for one in found]
    assert [3, 12, 21, 30] == [one.line for one in found]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b'[{"a": 1}, {"b": 2}\n, {"c', [b'{"a": 1}', b'{"b": 2}', ("read", 2)]),
        (b'[{"a": 1},\n\n{"b": }, {"c": 1}]', [b'{"a": 1}', ("read", 3)]),
        (b'[{"a": 1}', [b'{"a": 1}', ("read", 1)]),
        (b'[{"a": 1}] {}', [b'{"a": 1}', ("read", 1)]),
        (b'[{"a": 1}[{}]', [b'{"a": 1}', ("read", 1)]),
        (b'[{"a": 1},]', [b'{"a": 1}', ("read", 1)]),
        (b'[{"a": 1}, 12, {"a": 2}]', [b'{"a": 1}', b"12", b'{"a": 2}']),
        (b'[{"a": 1}, "' + b"x" * 3_000 + b'"]', [b'{"a": 1}', ("size", None)]),
        (b'[{"a": 1}, ' + b"[" * 90 + b"1" + b"]" * 90 + b"]", [b'{"a": 1}', b"[" * 90 + b"1" + b"]" * 90]),
        (b'[{"@type": "NewsArticle"}, {"b": 1}]', [b'[{"@type": "NewsArticle"}, {"b": 1}]']),
    ],
)
def test_an_array_that_breaks_off_is_read_up_to_there_and_linked_data_stays_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, data: bytes, expected: list[object]
) -> None:
    monkeypatch.setattr(api, "MAX_BYTES", 200)
    monkeypatch.setattr(_array, "PART", 16)
    (tmp_path / "a.json").write_bytes(data)
    assert expected == [(one.error.kind, one.error.line) if one.error else one.data for one in documents([tmp_path / "a.json"])]


# -- packed files


@pytest.mark.parametrize(("suffix", "pack"), [("gz", gzip.compress), ("bz2", bz2.compress), ("xz", lzma.compress), ("zst", zstd)])
def test_what_comes_before_the_cut_of_a_packed_file_is_read_and_the_cut_reported(
    tmp_path: Path, suffix: str, pack: Callable[[bytes], bytes]
) -> None:
    lines = [json.dumps({"n": number, "r": os.urandom(300).hex()}).encode() for number in range(2_000)]
    packed = pack(b"\n".join(lines))
    place = tmp_path / f"a.jsonl.{suffix}"
    place.write_bytes(packed[: len(packed) - 30])
    found = list(documents([place]))

    assert found[-1].error is not None
    assert found[-1].data is None
    good = [one.data for one in found[:-1]]
    assert good == lines[: len(good)]
    assert len(good) > (1_000 if suffix != "bz2" else 100)


@pytest.mark.parametrize(("suffix", "pack"), [("gz", gzip.compress), ("bz2", bz2.compress), ("xz", lzma.compress), ("zst", zstd)])
def test_a_packed_document_is_called_by_its_own_name_and_a_changed_byte_in_it_is_a_fault(
    tmp_path: Path, suffix: str, pack: Callable[[bytes], bytes]
) -> None:
    place = tmp_path / f"rain.txt.{suffix}"
    packed = pack(b"Rain\n\nIt rains on the ferry, and all wait for a dry hour.\n" * 3)
    place.write_bytes(packed)
    assert [f"rain.txt.{suffix}!/rain.txt"] == names(tmp_path, place)
    assert ["text"] == rows(list(documents([place])))["format"].to_pylist()

    if suffix != "zst":  # whose frames need not hold a checksum
        place.write_bytes(packed[:-6] + bytes([packed[-6] ^ 0xFF]) + packed[-5:])
        assert [None] == data_of(place)


def test_a_packed_bomb_is_refused_by_the_bytes_that_come_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_packed, "SLACK", 1 << 16)
    for name, pack in (("a.gz", gzip.compress), ("b.bz2", bz2.compress), ("c.xz", lzma.compress), ("d.zst", zstd)):
        (tmp_path / name).write_bytes(pack(b"\n" * (4 << 20)))
    assert ["size"] * 4 == [one.error and one.error.kind for one in documents([tmp_path])]


def test_a_file_packed_twice_is_reported(tmp_path: Path) -> None:
    (tmp_path / "a.gz").write_bytes(gzip.compress(gzip.compress(b"{}")))
    assert "packed twice" in faults(tmp_path / "a.gz")[0]


# -- ZIP and tar

EXPECTED = {"accept", "accept-distinct", "reject", "reject-member", "reject-or-both"}


def test_the_hostile_archives_are_read_as_their_list_says() -> None:
    top = shared("hostile")
    with (top / "manifest.csv").open() as listed:
        cases = [row for row in csv.DictReader(listed) if row["family"] == "archive"]
    assert len(cases) >= 16
    for case in cases:
        found = list(documents([top / case["file"]]))
        bad = [one for one in found if one.error]
        assert case["expected"] in EXPECTED
        if case["expected"].startswith("accept"):
            assert not bad, case["file"]
        elif case["expected"] == "reject":
            assert found == bad, case["file"]
        else:
            assert bad, case["file"]
        assert all(one.data is None for one in bad)


def test_members_come_in_the_archives_order_and_are_called_by_it(tmp_path: Path) -> None:
    (tmp_path / "w.zip").write_bytes(zipped(**{"z/b.json": b"{}", "a.json": b"[]", ".DS_Store": b"x", "__MACOSX/._a": b"x"}))
    (tmp_path / "w.tar.gz").write_bytes(tarred(("z/b.json", b"{}"), ("a.json", b"[]"), (".x", b""), mode="w:gz"))
    assert ["w.zip!/z/b.json", "w.zip!/a.json"] == names(tmp_path, tmp_path / "w.zip")
    assert ["w.tar.gz!/z/b.json", "w.tar.gz!/a.json"] == names(tmp_path, tmp_path / "w.tar.gz")


BAD_NAMES = ["/etc/passwd", "../x", "a/../../x", "a\\b", "C:/x", "n" * 300]


@pytest.mark.parametrize("bad", BAD_NAMES)
def test_a_member_with_a_name_that_leads_elsewhere_is_a_fault_and_the_others_are_read(tmp_path: Path, bad: str) -> None:
    (tmp_path / "a.zip").write_bytes(zipped(**{bad: b"{}", "ok.json": b"[]"}))
    (tmp_path / "b.tar").write_bytes(tarred((bad, b"{}"), ("ok.json", b"[]")))
    assert [None, b"[]", None, b"[]"] == data_of(tmp_path)


def test_links_devices_and_second_members_of_a_name_are_faults(tmp_path: Path) -> None:
    with tarfile.open(tmp_path / "a.tar", "w") as made:
        for kind in (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.FIFOTYPE, tarfile.CHRTYPE):
            info = tarfile.TarInfo(f"kind{kind!r}")
            info.type, info.linkname = kind, "/etc/passwd"
            made.addfile(info)
        for data in (b"{}", b"[]"):
            info = tarfile.TarInfo("twice.json")
            info.size = len(data)
            made.addfile(info, io.BytesIO(data))
    assert [None] * 4 + [b"{}", None] == data_of(tmp_path / "a.tar")

    link = zipfile.ZipInfo("link")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as zip_:
        zip_.writestr(link, "/etc/passwd")
        zip_.writestr("twice.json", "{}")
        with pytest.warns(UserWarning, match="Duplicate"):
            zip_.writestr("twice.json", "[]")
    assert [None, b"{}", None] == data_of(tmp_path / "b.zip")


def test_an_encrypted_member_is_a_fault(tmp_path: Path) -> None:
    data = bytearray(zipped(**{"a.json": b"{}", "b.json": b"[]"}))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    (tmp_path / "a.zip").write_bytes(data)
    assert [None, b"[]"] == data_of(tmp_path / "a.zip")
    assert "encrypted" in faults(tmp_path / "a.zip")[0]


def test_an_archive_inside_an_archive_is_reported(tmp_path: Path) -> None:
    inner = zipped(**{"a.json": b"{}"})
    (tmp_path / "a.zip").write_bytes(zipped(**{"i.zip": inner, "i.tar.gz": gzip.compress(tarred(("x", b"{}"))), "b.json.gz": gzip.compress(b"{}")}))
    (tmp_path / "b.tar").write_bytes(tarred(("i.zip", inner), ("b.json", b"{}")))
    assert [None, None, b"{}", None, b"{}"] == data_of(tmp_path)
    assert "a ZIP archive inside a tar archive is not opened" in faults(tmp_path / "b.tar")[0]


def test_the_bytes_of_all_members_together_are_bounded_by_the_size_of_the_archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(api, "MAX_BYTES", 1 << 16)
    (tmp_path / "a.zip").write_bytes(zipped(**{f"{number}.txt": b"a" * 60_000 for number in range(10)}))
    found = data_of(tmp_path / "a.zip")
    assert found[0] == b"a" * 60_000
    assert found[-1] is None


@pytest.mark.parametrize("cut", [513, 700, 1_100, 2_048])
def test_a_tar_archive_that_is_cut_or_damaged_is_read_up_to_there_and_reported(tmp_path: Path, cut: int) -> None:
    data = tarred(("a.json", b"{}"), ("b.json", b"[]"))
    (tmp_path / "a.tar").write_bytes(data[:cut])
    found = list(documents([tmp_path / "a.tar"]))
    assert found[-1].error is not None
    (tmp_path / "a.tar").write_bytes(data[:1024] + b"\xff" * 512 + data[1536:])
    assert [b"{}", None] == data_of(tmp_path / "a.tar")


def test_a_header_of_a_tar_archive_takes_no_memory_that_it_claims(tmp_path: Path) -> None:
    info = tarfile.TarInfo("././@LongLink")
    info.type, info.size = tarfile.GNUTYPE_LONGNAME, 1 << 33
    (tmp_path / "a.tar").write_bytes(info.tobuf(tarfile.GNU_FORMAT) + b"a" * 1024)
    assert ["size"] == [one.error and one.error.kind for one in documents([tmp_path / "a.tar"])]


def test_an_archive_in_a_pipe_is_reported_where_it_is_read_from_its_end(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(gzip.compress(zipped(**{"a.json": b"{}"})))
    assert "from its end" in faults(tmp_path / "a.zip")[0]


# -- WARC


def test_pages_of_a_web_archive_come_as_they_were_before_they_were_sent(tmp_path: Path) -> None:
    page = b"<html><body><h1>Rain</h1></body></html>"
    (tmp_path / "a.warc").write_bytes(
        record("warcinfo", "", "application/warc-fields", b"software: x\r\n")
        + response("https://paper.example/plain", page)
        + response("https://paper.example/gone", b"no", status="404 Not Found")
        + record("request", "https://paper.example/plain", "application/http; msgtype=request", b"GET / HTTP/1.1\r\n\r\n")
        + response("https://paper.example/chunked", chunked(page), headers="Transfer-Encoding: chunked\r\n")
        + response("https://paper.example/gz", chunked(gzip.compress(page)), headers="Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n")
        + response("https://paper.example/undone", page, headers="Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n")
        + record("conversion", "https://paper.example/text", "text/plain", b"Rain\n")
    )
    found = list(documents([tmp_path / "a.warc"]))
    assert ["plain", "chunked", "gz", "undone", "text"] == [one.name.rpartition("/")[2] for one in found]
    assert [page] * 4 + [b"Rain\n"] == [one.data for one in found]
    assert f"{tmp_path}/a.warc!/https://paper.example/plain" == found[0].name
    assert ["text/html; charset=utf-8", "text/plain"] == [found[0].media_type, found[-1].media_type]


def test_a_damaged_response_is_a_fault_and_the_next_one_is_read(tmp_path: Path) -> None:
    page, packed = b"<p>Rain</p>", gzip.compress(os.urandom(100))
    (tmp_path / "a.warc").write_bytes(
        response("http://p.example/1", packed[:-20], headers="Content-Encoding: gzip\r\n")
        + response("http://p.example/2", packed[:40] + b"\xff" * 40 + packed[80:], headers="Content-Encoding: gzip\r\n")
        + response("http://p.example/3", chunked(page)[:-12] + b"zz\r\n", headers="Transfer-Encoding: chunked\r\n")
        + response("http://p.example/4", page, headers="Content-Encoding: unheard-of\r\n")
        + record("response", "http://p.example/6", "application/http", b"no status\r\n\r\n")
        + record("response", "http://p.example/7", "application/http", b"")
        + response("http://p.example/8", page, headers="X: " + "x" * (2 << 20) + "\r\n")
        + response("http://p.example/5", page)
    )
    assert [None] * 7 + [page] == data_of(tmp_path / "a.warc")


@pytest.mark.parametrize(
    "end",
    [
        response("http://p.example/2", b"<p>Sun</p>")[:-8],
        response("http://p.example/2", b"<p>Sun</p>")[:60],
        b"no record\r\n" + response("http://p.example/2", b""),
        response("http://p.example/2", b"<p>Sun</p>").replace(b"Content-Length", b"Content-Width"),
        response("http://p.example/2", b"<p>Sun</p>") + b"and more\r\n",
        b"WARC/1.1\r\nX: " + b"x" * (2 << 20),
    ],
)
def test_a_web_archive_that_is_cut_or_damaged_is_read_up_to_there_and_reported(
    tmp_path: Path, end: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.warc").write_bytes(response("http://p.example/1", b"<p>Rain</p>") + end)
    found = list(documents([tmp_path / "a.warc"]))
    assert found[0].data == b"<p>Rain</p>"
    assert found[-1].error is not None
    assert capsys.readouterr() == ("", "")


def test_an_address_that_is_none_is_kept_as_it_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.warc").write_bytes(record("resource", "no address", "text/plain", b"Rain") + record("response", "dns:p.example", "text/dns", b"1"))
    assert ["a.warc!/no address"] == names(tmp_path, tmp_path / "a.warc")
    assert capsys.readouterr() == ("", "")


def test_a_bomb_in_a_response_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(api, "MAX_BYTES", 10_000)
    bomb = response("http://p.example/1", gzip.compress(b" " * 1_000_000), headers="Content-Encoding: gzip\r\n")
    (tmp_path / "a.warc").write_bytes(bomb + response("http://p.example/2", b"x" * 10_001) + response("http://p.example/3", b"x"))
    assert ["size", "size", None] == [one.error and one.error.kind for one in documents([tmp_path / "a.warc"])]


# -- Parquet


def test_the_rows_of_documents_that_were_not_read_hold_none(tmp_path: Path) -> None:
    given_ = [Document(name="a", data=native(STORIES[0])), Document(name="b", data=b"{"), Document(name="c", data=native(STORIES[1]))]
    pq.write_table(rows(given_), tmp_path / "a.parquet")
    assert ["a.parquet#0", "a.parquet#2"] == names(tmp_path, tmp_path / "a.parquet")


def test_a_table_of_documents_keeps_what_it_says_of_them(tmp_path: Path) -> None:
    pq.write_table(pa.table({"name": ["a", "b"], "data": pa.array([b"{}", None], pa.binary()), "other": [1, 2]}), tmp_path / "a.parquet")
    found = list(documents([tmp_path / "a.parquet"]))
    assert [("a", b"{}", None), ("b", None, "source")] == [(one.name, one.data, one.error and one.error.kind) for one in found]


@pytest.mark.parametrize("more", [{"error": ["bad"]}, {"data": [5]}, {"data": [[b"x"]]}, {"line": ["x"]}])
def test_a_table_whose_columns_are_of_other_types_is_a_fault(tmp_path: Path, more: dict[str, list[object]]) -> None:
    pq.write_table(pa.table({"name": ["a"], "data": [b"{}"]} | more), tmp_path / "a.parquet")
    assert [None] == data_of(tmp_path / "a.parquet")


def test_a_table_of_documents_may_have_numbers_for_names_and_errors_without_words(tmp_path: Path) -> None:
    pq.write_table(pa.table({"name": [5], "data": ["{}"], "media_type": [6], "error": [{"kind": None, "message": None}]}), tmp_path / "a.parquet")
    (found,) = documents([tmp_path / "a.parquet"])
    assert ("5", b"{}", "6") == (found.name, found.data, found.media_type)
    assert found.error is not None
    assert ("source", "no data") == (found.error.kind, found.error.message)


def test_a_long_value_that_a_dictionary_repeats_is_held_once(tmp_path: Path) -> None:
    """Together these are more than 2 GiB, of which an array of bytes may not hold more; the file is a few kilobytes."""
    number, long = 250, b" " * 9_000_000
    data = pa.DictionaryArray.from_arrays(pa.array([0] * number, pa.int32()), pa.array([long]))
    pq.write_table(pa.table({"name": ["a"] * number, "data": data}), tmp_path / "a.parquet", compression="zstd")
    assert [len(long)] * number == [len(one.data or b"") for one in documents([tmp_path / "a.parquet"])]


@pytest.mark.parametrize("damage", ["other", "cut", "bytes"])
def test_a_parquet_file_that_holds_no_documents_or_is_damaged_is_a_fault(tmp_path: Path, damage: str) -> None:
    place = tmp_path / "a.parquet"
    pq.write_table(pa.table({"x": [1]}) if damage == "other" else archive.to_arrow(STORIES), place)
    data = place.read_bytes()
    if damage == "cut":
        place.write_bytes(data[:-100])
    elif damage == "bytes":
        place.write_bytes(data[:200] + b"\xff" * (len(data) - 400) + data[-200:])
    assert [None] == data_of(place)


# -- messages of many items


def small_pieces(monkeypatch: pytest.MonkeyPatch, data: bytes, piece: int = 1, most: int | None = None) -> None:
    monkeypatch.setattr(_messages, "PIECE", piece)
    monkeypatch.setattr(api, "MAX_BYTES", most or len(data) - 1)


def same_rows(data: bytes, place: Path) -> tuple[list[Document], pa.Table, pa.Table]:
    place.write_bytes(data)
    whole = rows([Document(name=str(place), data=data)])
    with pytest.MonkeyPatch.context() as patch:
        small_pieces(patch, data)
        pieces = list(documents([place]))
    return pieces, whole, rows(pieces)


@given(articles=st.lists(strategies.articles(), max_size=2).map(lambda some: [*some, *STORIES[:2]]))
def test_the_pieces_of_a_message_say_what_the_message_says(articles: list[nm.Article]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        pieces, whole, found = same_rows(message(articles), Path(folder, "m.xml"))
    assert len(pieces) == len(articles)
    assert found.select(SAME).equals(whole.select(SAME))


AGENCY = """<?xml version="1.0" encoding="{encoding}"?>
<n:newsMessage
   xmlns:n="http://iptc.org/std/nar/2006-10-01/">
 <n:header><n:sent>2026-01-01T00:00:00Z</n:sent>
  <n:catalog><n:scheme alias="own" uri="https://paper.example/own/"/>
  </n:catalog><n:priority>3</n:priority></n:header>
 <n:itemSet>
  <n:conceptItem guid="urn:c"/>
  {items}
  <n:packageItem guid="urn:p"><n:groupSet><n:group><n:itemRef residref="urn:1"/></n:group></n:groupSet></n:packageItem>
 </n:itemSet>
</n:newsMessage>
"""
ITEM = """<n:newsItem guid="urn:{number}" standard="NewsML-G2" standardversion="2.35"
   conformance="power" version="1"><n:itemMeta><n:itemClass qcode="ninat:text"/><n:unheard-of/>
  <n:versionCreated>2026-01-01T00:00:00Z</n:versionCreated></n:itemMeta>
  <n:contentMeta><n:headline>René {number} &lt;&amp;&gt;</n:headline><n:subject qcode="own:rain"/></n:contentMeta></n:newsItem
  ><n:conceptItem guid="urn:c{number}"/>"""


def losses(table: pa.Table) -> list[list[tuple[str, int | None]]]:
    """By row, the reason and the line of each loss; paths count neighbours, of which a piece has fewer."""
    return [[(one["reason"], one["line"]) for one in told or ()] for told in table["losses"].to_pylist()]


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-1", "utf-16"])
@pytest.mark.parametrize("breaks", ["\n", "\r\n"])
def test_codes_losses_and_lines_are_those_of_the_whole_message(tmp_path: Path, encoding: str, breaks: str) -> None:
    items = "\n ".join(ITEM.format(number=number) for number in range(4))
    data = AGENCY.format(encoding=encoding, items=items).replace("\n", breaks).encode(encoding)
    pieces, whole, found = same_rows(data, tmp_path / "m.xml")

    assert [None, None, None, None] == whole["error"].to_pylist()
    assert len(pieces) == 4
    assert losses(found) == losses(whole)
    assert {"line", "source", "position", "losses"} >= {
        name for name in archive.SCHEMA.names if not found[name].equals(whole[name])
    }
    assert "https://paper.example/own/rain" == found["subjects"].to_pylist()[3][0]["uri"]


NEWSML_1 = b"""<?xml version="1.0"?>
<!DOCTYPE NewsML SYSTEM "NewsML_1.2.dtd">
<NewsML><Catalog Href="x"/>
<NewsEnvelope><DateAndTime>20260101T000000Z</DateAndTime></NewsEnvelope>
%s
</NewsML>"""
ITEM_1 = b"""<NewsItem><Identification><NewsIdentifier><ProviderId>p</ProviderId><DateId>20260101</DateId><NewsItemId>%d</NewsItemId>
<RevisionId Update="N" PreviousRevision="0">1</RevisionId><PublicIdentifier>urn:p:%d</PublicIdentifier></NewsIdentifier></Identification>
<NewsManagement><NewsItemType FormalName="News"/><FirstCreated>20260101</FirstCreated><ThisRevisionCreated>20260101</ThisRevisionCreated>
<Status FormalName="Usable"/></NewsManagement><NewsComponent><NewsLines><HeadLine>Rain %d</HeadLine></NewsLines></NewsComponent></NewsItem>"""


def test_newsml_1_is_cut_in_the_same_way(tmp_path: Path) -> None:
    pieces, whole, found = same_rows(NEWSML_1 % b"\n".join(ITEM_1 % (n, n, n) for n in range(3)), tmp_path / "m.xml")
    assert ["Rain 0", "Rain 1", "Rain 2"] == whole["headline"].to_pylist() == found["headline"].to_pylist()
    assert len(pieces) == 3
    assert losses(found) == losses(whole)


def test_a_message_that_breaks_off_is_read_up_to_there_and_its_fault_has_the_line_of_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = message(STORIES)
    broken = data[: data.rindex(b"<newsItem")] + b"\n<broken\n<\n" + b" " * 200
    (tmp_path / "m.xml").write_bytes(broken)
    small_pieces(monkeypatch, broken, len(broken))
    found = list(documents([tmp_path / "m.xml"]))
    monkeypatch.undo()
    table = rows(found)
    assert ["Rain", "Sun", None] == table["headline"].to_pylist()
    error = table["error"].to_pylist()[-1]
    assert ("read", broken.count(b"\n", 0, broken.rindex(b"<")) + 1) == (error["kind"], error["line"])


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"<!DOCTYPE newsMessage [<!ENTITY a 'b'>]>", "read"),
        (b"<newsMessage><header><catalog>" + b"<scheme/>" * 300, "size"),
        (b"<newsMessage><itemSet><newsItem>" + b"<a>" * 2_000, "size"),
        (b"<?xml version='1.0' encoding='utf-7'?><newsMessage>", "source"),
    ],
)
def test_a_long_message_is_refused_for_what_a_short_one_is_and_for_parts_beyond_the_bound(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, head: bytes, kind: str
) -> None:
    monkeypatch.setattr(api, "MAX_BYTES", 1_000)
    monkeypatch.setattr(_messages, "CHUNK", 512)
    monkeypatch.setattr(_messages, "CATALOGUES", 1_000)
    closing = b"</catalog></header>" if b"catalog" in head else b""
    (tmp_path / "m.xml").write_bytes(head + closing + b"<newsMessage>" + b" " * 3_000)
    assert [kind] == [one.error and one.error.kind for one in documents([tmp_path / "m.xml"])]


# -- other file systems, and what is not installed


def test_a_url_is_read_through_fsspec(tmp_path: Path) -> None:
    import fsspec

    system = fsspec.filesystem("memory")
    for name, data in {"/sources/a.json": b"{}", "/sources/deep/b.zip": zipped(**{"x.json": b"[]"}), "/sources/.h/x.json": b"{}"}.items():
        system.pipe(name, data)
    assert [b"{}", b"[]"] == data_of("memory://sources")
    assert [b"{}"] == data_of("memory://sources/*.json") == data_of("memory://sources/a.json")
    assert ["memory:///sources/a.json", "memory:///sources/deep/b.zip!/x.json"] == [one.name for one in documents(["memory://sources/"])]
    assert [None, None, None] == data_of("memory://sources/gone", "memory://sources/*.xml", "unheard-of://x")
    (tmp_path / "a.zip").write_bytes(zipped(**{"x.json": b"[]"}))
    assert [b"[]"] == data_of(f"zip://x.json::{tmp_path}/a.zip")
    system.rm("/sources", recursive=True)


def test_no_page_of_the_web_is_crawled(monkeypatch: pytest.MonkeyPatch) -> None:
    import fsspec
    from fsspec.registry import _registry

    class Web(fsspec.AbstractFileSystem):  # type: ignore[misc]  # fsspec has no types
        protocol = "https"

        @classmethod
        def _strip_protocol(cls, path: str) -> str:
            return path

        def ls(self, path: str, **_: object) -> list[str]:
            raise AssertionError("a driver of the web lists a page by its links")

        def _open(self, path: str, **_: object) -> io.BytesIO:
            return io.BytesIO(b"<a href='/next'>" + path.encode())

    monkeypatch.setitem(_registry, "https", Web)
    page = "https://paper.example/search?q=[rain]*"
    assert [b"<a href='/next'>" + page.encode()] == data_of(page)


@pytest.mark.parametrize(("module", "place", "extra"), [("fsspec.core", "memory://x", "remote"), ("warcio", "a.warc", "warc")])
def test_what_is_not_installed_is_a_fault_that_names_the_extra(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, module: str, place: str, extra: str
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    (tmp_path / "a.warc").write_bytes(response("http://p.example/1", b"x"))
    monkeypatch.chdir(tmp_path)
    assert [True] == [f"newsmodel[{extra}]" in one for one in faults(place)]


# -- any bytes at all


@given(st.sampled_from(sorted(HOLDERS)), st.data())
def test_any_damage_is_a_document_with_an_error_and_never_an_exception(holder: str, data: st.DataObject) -> None:
    made = bytearray(HOLDERS[holder](STORIES))
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(made) - 1))
        made[place] = data.draw(st.integers(0, 255))
    del made[data.draw(st.integers(len(made) // 2, len(made))) :]
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, holder)
        file.write_bytes(made)
        found = list(documents([file]))
    assert all((one.data is None) == (one.error is not None) for one in found)
    assert rows(found).num_rows >= len(found)


def test_a_meter_tells_how_much_of_the_files_is_read(tmp_path: Path) -> None:
    for number in range(4):
        (tmp_path / f"{number}.json").write_bytes(b"x" * 100)
    meter = Meter()
    assert meter.part() is None
    found = documents([tmp_path], meter=meter)
    next(found)
    while meter.part() is None:  # the sizes are added up in the background
        time.sleep(0.001)
    assert meter.part() == 0.25
    list(found)
    assert meter.part() == 1
