"""What only a process of its own can show: how long a start takes, and how much memory a stream needs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import newsmodel as nm
from benchmarks.speed.articles import Writer
from benchmarks.speed.contest import OURS
from benchmarks.speed.report import Line, Result, Verdict
from benchmarks.speed.rounds import Spread, shown
from newsmodel.formats.newsml_g2 import NewsmlG2

# Starts

START = "interpreter start"
COMMAND = "newsmodel --help"
_ARTICLE = nm.Article(headline="Rain", body=[nm.Paragraph(content="It rained.")])
_NATIVE, _ITEM = (nm.dumps(_ARTICLE, format=name) for name in ("json", "newsml-g2"))
STARTS: Mapping[str, Sequence[str]] = {
    START: ["-c", "pass"],
    OURS: ["-c", "import newsmodel"],
    COMMAND: ["-c", "import sys; sys.argv[1:] = ['--help']; from newsmodel.cli import main; sys.exit(main())"],
    "an article made": ["-c", "import newsmodel as nm; nm.Article(headline='Rain', body=[nm.Paragraph(content='It rained.')])"],
    "JSON read": ["-c", f"import newsmodel as nm; nm.loads({_NATIVE!r}, format='json')"],
    "JSON recognised and read": ["-c", f"import newsmodel as nm; nm.loads({_NATIVE!r})"],
    "NewsML-G2 read": ["-c", f"import newsmodel as nm; nm.loads({_ITEM!r}, format='newsml-g2')"],
    "attrs": ["-c", "import attrs"],
    "msgspec": ["-c", "import msgspec"],
    "lxml.etree": ["-c", "import lxml.etree"],
    "pydantic, BaseModel": ["-c", "from pydantic import BaseModel"],
}
MILLISECONDS = {OURS: 120, COMMAND: 200}
"""At most so many more than the interpreter alone."""


def starts(*, quick: bool) -> list[Result]:
    """Seconds of the processor that each start takes, in rounds in turn."""
    seconds: dict[str, list[float]] = {name: [] for name in STARTS}
    for _ in range(6 if quick else 40):
        for name, arguments in STARTS.items():
            seconds[name].append(_processor_seconds([sys.executable, *arguments]))
    runs = {name: found[1:] for name, found in seconds.items()}  # the first writes bytecode
    base = runs[START]
    more = {name: Spread.of([mine - its for mine, its in zip(found, base, strict=True)]) for name, found in runs.items()}
    lines = [
        Line(name=name, ratio=Spread.of([mine / its for mine, its in zip(found, base, strict=True)]), unit="ms", each=Spread.of(found).median * 1e3)
        for name, found in runs.items()
    ]
    verdicts = [
        Verdict(aim=f"{name}: at most {most} ms more than the interpreter", measured=f"{shown(more[name].median * 1e3)} ms", value=more[name].median * 1e3, reached=more[name].median * 1e3 <= most)
        for name, most in MILLISECONDS.items()
    ]
    return [Result(row="start", title="Start: `import`, and the command", cases="processes", count=0, kilobytes=0, base=START, lines=tuple(lines), verdicts=tuple(verdicts))]


def _processor_seconds(command: Sequence[str]) -> float:
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL)  # noqa: S603  # this interpreter, and scripts from above
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise RuntimeError(f"{command} ended with {child.returncode}")
    return usage.ru_utime + usage.ru_stime


# Streams

MEMORY_AT_MOST, TIME_AT_MOST = 1.2, 1.1
BASE, STREAM, TREE = "one item", OURS, "whole tree"


def streams(*, quick: bool) -> list[Result]:
    """A message of many items: streamed, and read off a tree of all of it; beside a message of one item."""
    count = 300 if quick else 10_000
    with tempfile.TemporaryDirectory() as folder:
        many, one = Path(folder) / "many.xml", Path(folder) / "one.xml"
        write_message(many, count)
        write_message(one, 1)
        size = many.stat().st_size / 1000
        found = {name: [_child(kind, path) for _ in range(2 if quick else 1)] for name, kind, path in ((BASE, "stream", one), (STREAM, "stream", many), (TREE, "tree", many))}
    if {run["items"] for run in found[STREAM] + found[TREE]} != {count}:
        raise RuntimeError("the stream and the tree do not hold all items")
    memory = {name: Spread.of([run["peak"] / 1024 for run in runs]) for name, runs in found.items()}
    seconds = {name: Spread.of([run["seconds"] for run in runs]) for name, runs in found.items()}
    more, slower = memory[STREAM].median / memory[BASE].median, seconds[STREAM].median / seconds[TREE].median
    lines = [Line(name=name, ratio=Spread.of([run["peak"] / 1024 / memory[BASE].median for run in runs]), unit="MiB at the peak", each=memory[name].median, note=f"{shown(seconds[name].median)} s") for name, runs in found.items()]
    verdicts = (
        Verdict(aim=f"memory of a stream at most {MEMORY_AT_MOST} x that of one item", measured=f"{shown(more)} x the memory", value=more, reached=more <= MEMORY_AT_MOST),
        Verdict(aim=f"time of a stream at most {TIME_AT_MOST} x that of the whole tree", measured=f"{shown(slower)} x the time", value=slower, reached=slower <= TIME_AT_MOST),
    )
    title = f"A newsMessage of {count:,} items"
    return [Result(row="stream", title=title, cases="invented", count=1, kilobytes=size, base=BASE, lines=tuple(lines), verdicts=verdicts)]


def write_message(path: Path, count: int) -> None:
    """A message of short articles; twenty different ones, each with an id of its own."""
    codec = NewsmlG2(document="message")
    written = [codec.write(Writer(seed).article(6)).data for seed in range(min(count, 20))]
    opening, closing = b"<itemSet>", b"</itemSet>"
    before, after = written[0].partition(opening)[0] + opening, closing + written[0].rpartition(closing)[2]
    items = [one.partition(opening)[2].rpartition(closing)[0] for one in written]
    with path.open("wb") as message:
        message.write(before)
        for number in range(count):
            seed = number % len(items)
            message.write(items[seed].replace(f"20260304:{seed}".encode(), f"20260304:{number}".encode()))
        message.write(after)


def _child(kind: str, path: Path) -> dict[str, Any]:
    done = subprocess.run([sys.executable, "-m", __name__, kind, str(path)], capture_output=True, text=True, check=True)  # noqa: S603  # this interpreter, this module
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def main() -> None:
    """In a process of its own: read a message in one of two ways, and say what it took."""
    import time  # noqa: PLC0415  # only what is asked for is loaded in this process

    kind, path = sys.argv[1:]
    start = time.process_time()
    items = sum(1 for _ in nm.stream(path, format="newsml-g2")) if kind == "stream" else _read_off_tree(path)
    print(json.dumps({"items": items, "seconds": time.process_time() - start, "peak": _peak()}))


def _read_off_tree(path: str) -> int:
    """The same reader of items, over a tree that is there as a whole."""
    from lxml import etree  # noqa: PLC0415  # a stream does not pay for what only this needs

    from newsmodel.formats.newsml_g2 import _read  # noqa: PLC0415  # the same

    from newsmodel.formats.newsml_g2._catalog import IPTC  # noqa: PLC0415  # the same

    root = etree.parse(path, etree.XMLParser(huge_tree=True)).getroot()
    return len([_read._guarded(item, IPTC).article.id for item in _read._items(root)])


def _peak() -> int:
    """KiB that the process had at most; `getrusage` would also count what its parent had when it was started."""
    status = Path("/proc/self/status")
    lines = status.read_text("utf-8").splitlines() if status.is_file() else []
    return next((int(line.split()[1]) for line in lines if line.startswith("VmHWM")), 0)


if __name__ == "__main__":
    main()
