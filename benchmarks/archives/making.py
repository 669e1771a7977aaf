"""An archive of invented documents, of mixed formats in mixed containers, as large as you like.

python -m benchmarks.archives.making FOLDER --documents 200000

A few hundred articles are written in each format; every document is one of them with a number of its own in its headline and its
identifier, so that no two are equal. One in two hundred is cut short, as archives have them. The same arguments make the same bytes.
"""

from __future__ import annotations

import argparse
import gzip
import io
import random
import tarfile
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import newsmodel as nm
from benchmarks.speed.articles import Writer
from benchmarks.speed.cases import publisher_page

ARTICLES = 240
"""How many different articles there are."""
NUMBER = "9018273645"
"""Stands in each document for its number: as many digits, so that lengths and checks stay the same."""
DAMAGED = 200
"""One document in so many is cut in its middle."""
MESSAGE = 400
"""How many items a message has."""
SHARES = {
    "wire.jsonl.gz": 0.35, "ninjs.jsonl": 0.10, "pages.zip": 0.15, "items": 0.10, "messages": 0.10, "nitf.tar.gz": 0.10,
    "linked.zip": 0.05, "text.zip": 0.05,
}  # fmt: skip
"""What the archive is made of, and what part of all documents each holds."""
_MOMENT = (2026, 1, 1, 0, 0, 0)


@cache
def _article(index: int) -> nm.Article:
    writer = Writer(index)
    article = writer.article(random.Random(index).randint(3, 14))  # noqa: S311  # lengths, not secrets
    return nm.evolve(article, id=f"urn:newsml:paper.example:2026:{NUMBER}", headline=f"{article.headline} {NUMBER}")


@cache
def _written(index: int, format_: str) -> bytes:
    if format_ == "page":
        return publisher_page(_article(index)).data
    return nm.dumps(_article(index), format=format_, on_loss="ignore")


def _document(number: int, format_: str) -> bytes:
    data = _written(number % ARTICLES, format_).replace(NUMBER.encode(), f"{number:010}".encode())
    return data[: len(data) // 2].replace(b"\n", b" ") if number % DAMAGED == DAMAGED - 1 else data


def _lines(numbers: range, format_: str) -> Iterator[bytes]:
    for number in numbers:
        yield _document(number, format_).replace(b"\n", b" ").rstrip() + b"\n"


def _zip(place: Path, numbers: range, format_: str, suffix: str) -> None:
    with zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for number in numbers:
            archive.writestr(zipfile.ZipInfo(f"{number // 1000:04}/{number:010}{suffix}", _MOMENT), _document(number, format_), zipfile.ZIP_DEFLATED)


def _tar(place: Path, numbers: range, format_: str, suffix: str) -> None:
    with place.open("wb") as raw, gzip.GzipFile("", "wb", 1, raw, mtime=0) as packed, tarfile.open(fileobj=packed, mode="w") as archive:
        for number in numbers:
            data = _document(number, format_)
            member = tarfile.TarInfo(f"{number // 1000:04}/{number:010}{suffix}")
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))


def _files(place: Path, numbers: range, format_: str, suffix: str) -> None:
    for number in numbers:
        folder = place / f"{number // 1000:04}"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{number:010}{suffix}").write_bytes(_document(number, format_))


def _messages(place: Path, numbers: range) -> None:
    """Messages of whole items: what is cut would take its whole message with it."""
    place.mkdir()
    head = b'<?xml version="1.0" encoding="utf-8"?>\n<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header><sent>2026-03-04T12:00:00Z</sent></header><itemSet>'
    for first in range(0, len(numbers), MESSAGE):
        some = numbers[first : first + MESSAGE]
        items = (_written(number % ARTICLES, "newsml-g2").replace(NUMBER.encode(), f"{number:010}".encode()) for number in some)
        body = b"\n".join(item.partition(b"?>")[2] for item in items)
        (place / f"{some[0]:010}.xml").write_bytes(head + body + b"</itemSet></newsMessage>\n")


def make(folder: Path, documents: int) -> None:
    """Make the archive in a folder that is not there yet."""
    folder.mkdir(parents=True)
    first = 0
    for name, share in SHARES.items():
        numbers = range(first, first + round(documents * share))
        first = numbers.stop
        place = folder / name
        match name:
            case "wire.jsonl.gz":
                with place.open("wb") as raw, gzip.GzipFile("", "wb", 1, raw, mtime=0) as packed:
                    packed.writelines(_lines(numbers, "json"))
            case "ninjs.jsonl":
                with place.open("wb") as plain:
                    plain.writelines(_lines(numbers, "ninjs"))
            case "pages.zip":
                _zip(place, numbers, "page", ".html")
            case "linked.zip":
                _zip(place, numbers, "jsonld", ".jsonld")
            case "text.zip":
                _zip(place, numbers, "text", ".txt")
            case "nitf.tar.gz":
                _tar(place, numbers, "nitf", ".xml")
            case "items":
                _files(place, numbers, "newsml-g2", ".xml")
            case "messages":
                _messages(place, numbers)
            case _ as other:
                raise AssertionError(other)


def main() -> None:
    """Make an archive, and say how large it is."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.archives.making", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--documents", type=int, default=200_000)
    asked = parser.parse_args()
    make(asked.folder, asked.documents)
    sizes = {name: sum(one.stat().st_size for one in [asked.folder / name, *(asked.folder / name).rglob("*")] if one.is_file()) for name in SHARES}
    for name, size in sizes.items():
        print(f"{name:16} {round(asked.documents * SHARES[name]):9,} documents {size / 1e6:9.1f} MB")


if __name__ == "__main__":
    main()
