"""The short way, and the registry behind it."""

import io
import os
import threading
import warnings
import zipfile
from collections.abc import Iterator
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import Any

import pytest

import newsmodel as nm
from newsmodel import api, registry

ARTICLE = nm.Article(headline="Rain at last", body=[nm.Paragraph(content="It rained.")], language="en")
PRIVATE = nm.evolve(ARTICLE, contributors=[nm.Byline(name="abc1")])


@pytest.mark.parametrize("suffix", [".json", ".xml", ".html", ".htm", ".newsml-g2.xml"])
def test_dump_and_load_by_suffix(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"story{suffix}"

    nm.dump(ARTICLE, path)

    assert ARTICLE == nm.load(path)
    assert [path.name] == os.listdir(tmp_path)


def test_the_content_goes_before_the_suffix(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_bytes(nm.dumps(ARTICLE, format="newsml-g2"))

    assert ARTICLE == nm.load(path)


def test_the_suffix_tells_where_the_content_does_not(tmp_path: Path) -> None:
    path = tmp_path / "story.json"
    path.write_text("/* no JSON */ {}")

    with pytest.raises(nm.ReadError, match="1:1: expected a JSON value"):
        nm.load(path)
    assert "/* no JSON */ {}" == nm.load(path.rename(tmp_path / "story.txt")).headline


@pytest.mark.parametrize("format", ["json", "newsml-g2", "html"])
def test_a_str_is_decoded_already(format: str) -> None:
    article = nm.evolve(ARTICLE, headline="Grüße, 日本")
    text = nm.dumps(article, format=format).decode()
    declared = text.replace("UTF-8", "ISO-8859-1", 1).replace('charset="utf-8"', 'charset="iso-8859-1"', 1)

    assert article == nm.loads(text)
    assert article == nm.loads(declared, format=format)


def test_half_a_surrogate_pair_is_no_text() -> None:
    with pytest.raises(nm.ReadError, match=r"^2:3: expected text, found half of a surrogate pair$"):
        nm.loads("a\nbc\ud800")


def test_convert_gives_the_article_between() -> None:
    done = nm.convert(nm.dumps(PRIVATE, format="json"), source="json", target="html")

    assert PRIVATE == done.article
    assert ["/contributors"] == [loss.path.removesuffix("/0") for loss in done.losses]
    assert ARTICLE == nm.loads(done.data)
    assert "guid" in [filled.name for filled in nm.convert(done.data, target="newsml-g2").filled]


def test_losses_are_ignored_warned_of_or_refused(tmp_path: Path) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        nm.dumps(PRIVATE, format="html", on_loss="ignore")
    with pytest.warns(nm.LossWarning, match="/contributors") as caught:
        nm.dump(PRIVATE, tmp_path / "story.html")
    assert __file__ == caught[0].filename
    with pytest.raises(nm.LossyConversion, match="/contributors") as error:
        nm.dump(PRIVATE, tmp_path / "other.html", on_loss="raise")
    assert 1 == len(error.value.losses)
    assert not (tmp_path / "other.html").exists()


def test_stream_reads_the_members_of_a_zip(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    articles = [nm.Article(headline=f"Story {number}") for number in range(3)]
    with zipfile.ZipFile(tmp_path / "week.zip", "w", zipfile.ZIP_DEFLATED) as week:
        week.mkdir("monday")
        week.writestr("monday/1.xml", nm.dumps(articles[0], format="newsml-g2"))
        week.writestr("2.jsonl", b"".join(nm.dumps(article, format="json") for article in articles[1:]))
    assert articles == list(nm.stream(tmp_path / "week.zip")) == list(nm.stream(tmp_path))

    data = bytearray((tmp_path / "week.zip").read_bytes())
    data[100] ^= 0xFF
    (tmp_path / "damaged.zip").write_bytes(data)
    with pytest.raises(nm.ReadError, match="expected a ZIP archive, found a damaged one"):
        list(nm.stream(tmp_path / "damaged.zip"))
    monkeypatch.setattr("newsmodel.api.MAX_BYTES", 200)
    with pytest.raises(nm.ReadError, match="expected at most 200 bytes, found more in 'monday/1.xml'"):
        list(nm.stream(tmp_path / "week.zip"))


@pytest.mark.parametrize("name", ["../a.json", "/a.json", "c:a.json", "b\\a.json"])
def test_stream_reads_no_member_of_a_zip_whose_name_leads_elsewhere(tmp_path: Path, name: str) -> None:
    with zipfile.ZipFile(tmp_path / "week.zip", "w") as week:
        week.writestr(name, nm.dumps(nm.Article(headline="Rain"), format="json"))
    with pytest.raises(nm.ReadError, match="a member whose name .* is not read"):
        list(nm.stream(tmp_path / "week.zip"))


def test_stream_reads_no_link_in_a_zip(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("a.txt")
    link.external_attr = 0o120777 << 16
    with zipfile.ZipFile(tmp_path / "week.zip", "w") as week:
        week.writestr(link, "/etc/hosts")
    with pytest.raises(nm.ReadError, match=r"a link or a device in an archive is not read: 'a\.txt'"):
        list(nm.stream(tmp_path / "week.zip"))


def test_stream_reads_json_lines_and_folders(tmp_path: Path) -> None:
    articles = [nm.evolve(ARTICLE, headline=f"Rain {number}") for number in range(3)]
    lines = tmp_path / "b.jsonl"
    lines.write_bytes(b"".join(nm.dumps(article, format="json") for article in articles))
    nm.dump(ARTICLE, tmp_path / "a.html")

    assert articles == list(nm.stream(lines))
    assert articles == list(nm.stream(lines, format="json"))
    assert [ARTICLE, *articles] == list(nm.stream(tmp_path))
    with pytest.raises(nm.ReadError, match="stream"):
        nm.load(lines)


def test_codecs_are_listed_by_name() -> None:
    names = [codec.name for codec in nm.codecs()]

    assert sorted(names) == names
    assert {"html", "json", "newsml-g2", "text"} <= set(names)
    assert nm.codec("json") is nm.codec("json")
    assert all(isinstance(codec, nm.Codec) for codec in nm.codecs())


@pytest.mark.parametrize("name", ["html", "json", "newsml-g2", "text"])
def test_a_document_is_recognised(name: str) -> None:
    assert name == nm.recognise(nm.dumps(ARTICLE, format=name, on_loss="ignore"))


def test_unknown_formats_are_refused(tmp_path: Path) -> None:
    for call in (
        lambda: nm.codec("word"),
        lambda: nm.dump(ARTICLE, tmp_path / "story.docx"),
        lambda: nm.dumps(ARTICLE, format="word"),
        lambda: nm.recognise(b"\x00\x01\x02\xff"),
    ):
        with pytest.raises(nm.UnknownFormat):
            call()


def test_a_format_that_is_read_only_is_not_written(monkeypatch: pytest.MonkeyPatch) -> None:
    class Reader:
        name = "old"

    monkeypatch.setattr(registry, "codec", lambda _: Reader())

    with pytest.raises(nm.UnknownFormat, match="'old' is read only"):
        nm.dumps(ARTICLE, format="old")


def test_two_codecs_of_one_name_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    entries = [EntryPoint("json", "newsmodel.formats.native:Json", registry.GROUP), EntryPoint("json", "other:Json", registry.GROUP)]
    monkeypatch.setattr("importlib.metadata.entry_points", lambda group: entries)  # noqa: ARG005  # the real name of the argument
    registry._entries.cache_clear()
    try:
        with pytest.raises(nm.NewsmodelError, match=r"two codecs are called 'json': newsmodel\.formats\.native:Json and other:Json"):
            nm.codecs()
    finally:
        registry._entries.cache_clear()


def test_what_is_no_regular_file_is_refused(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.json"
    os.mkfifo(pipe)

    for path in (pipe, tmp_path, Path("/dev/zero")):
        with pytest.raises(OSError, match="not a regular file|directory"):
            nm.load(path)


def test_a_large_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "big.json"
    with path.open("wb") as file:
        file.truncate(api.MAX_BYTES + 1)

    with pytest.raises(nm.ReadError, match="expected at most 16777216 bytes, found more"):
        nm.load(path)


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "story.json"
    path.write_text("before")
    path.chmod(0o640)

    with pytest.raises(TypeError):
        api.write_whole(path, "text")  # type: ignore[arg-type]  # wrong on purpose
    assert "before" == path.read_text()

    nm.dump(ARTICLE, path)

    assert ARTICLE == nm.load(path)
    assert 0o640 == path.stat().st_mode & 0o777
    assert ["story.json"] == os.listdir(tmp_path)


def test_a_file_that_is_written_piece_by_piece_is_there_at_the_end(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    with api.written_whole(path) as file:
        file.writelines([b"Rain", b"\n"])
        assert not path.exists()
    assert b"Rain\n" == path.read_bytes()

    def interrupted() -> Iterator[bytes]:
        yield b"Wi"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt), api.written_whole(path) as file:
        file.writelines(interrupted())
    assert b"Rain\n" == path.read_bytes()
    assert ["story.txt"] == os.listdir(tmp_path)


def test_what_is_no_regular_file_is_not_written_over(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.json"
    os.mkfifo(pipe)

    for path in (pipe, tmp_path):
        with pytest.raises(OSError, match="not a regular file"):
            nm.dump(ARTICLE, path, format="json")
    assert pipe.is_fifo()
    assert ["pipe.json"] == os.listdir(tmp_path)


def test_codecs_work_in_many_threads() -> None:
    found: list[Any] = []
    threads = [threading.Thread(target=lambda: found.append(nm.loads(nm.dumps(ARTICLE, format="html")))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert [ARTICLE] * 8 == found


def test_read_each_gives_one_article_of_a_document_with_one() -> None:
    for codec in nm.codecs():
        if isinstance(codec, nm.Writer):
            document = codec.write(ARTICLE).data
            assert [codec.read(document)] == list(codec.read_each(io.BytesIO(document)))
