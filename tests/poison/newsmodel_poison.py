"""A codec whose documents say what becomes of the process that reads them. The tests register it as a plugin, as other people would."""

import ctypes
import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, ClassVar

from attrs import frozen

import newsmodel as nm

MAGIC = b"poison:"


@frozen
class Poison:
    """`poison:exit`, `poison:abort`, `poison:segfault`, `poison:hang`, `poison:eat`, `poison:print`, and `poison:wait PATH`."""

    name: ClassVar[str] = "poison"
    media_types: ClassVar[tuple[str, ...]] = ("application/x-poison",)
    suffixes: ClassVar[tuple[str, ...]] = (".poison",)

    def recognise(self, head: bytes, /) -> nm.Confidence:
        return nm.Confidence.SURE if head.startswith(MAGIC) else nm.Confidence.NO

    def read(self, data: bytes, /) -> nm.Read:
        act(data.removeprefix(MAGIC).decode())
        return nm.Read(article=nm.Article(headline="survived"))

    def read_each(self, source: BinaryIO, /) -> Iterator[nm.Read]:
        yield self.read(source.read())


def act(order: str) -> None:
    match order.split():
        case ["exit"]:
            os._exit(3)
        case ["abort"]:
            os.abort()
        case ["segfault"]:
            ctypes.string_at(0)
        case ["hang"]:
            time.sleep(600)
        case ["eat"]:
            eaten = []
            while True:
                eaten.append(bytearray(1 << 20))
        case ["print"]:
            print("this must not get between the frames", flush=True)
            os.write(1, b"nor this\n")
        case ["wait", place]:  # says which process reads it, and goes on when it is told to
            mine = Path(f"{place}.{os.getpid()}.reading")
            mine.touch()
            while not Path(f"{place}.go").exists():
                time.sleep(0.01)
        case _:
            raise nm.ReadError.at(f"expected an order, found {order!r}")
