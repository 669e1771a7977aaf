"""Convert a large archive on 1, 2 and all cores, beside plain scripts and clusters, and print what it takes.

    make bench-archives                        # 200,000 documents, and writes docs/explanation/archives.md
    python -m benchmarks.archives WORK --documents 2000

Every run is the command in processes of its own. Memory is what all of them hold at once (proportional set size, which counts shared pages
once), looked at four times a second.
"""

from __future__ import annotations

import argparse
import filecmp
import json
import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import psutil
from attrs import frozen

from benchmarks.archives.making import SHARES, make
from benchmarks.samples import with_table

PAGE = Path(__file__).resolve().parents[2] / "docs" / "explanation" / "archives.md"
COMMAND = (sys.executable, "-c", "import sys; from newsmodel.cli import main; sys.exit(main())", "convert")
PEERS = {"trafilatura": "pages.zip", "newsmlg2": "items"}
"""Libraries that plain scripts use, and the part of the archive that they read."""
SMALL = 10
"""Peers, clusters and sizes are measured on an archive a tenth as large."""


@frozen(kw_only=True)
class Run:
    """What one run took."""

    seconds: float
    cpu: float
    """Seconds of the processor, of all processes."""
    first: float | None
    """Seconds until the first results were safe on disk."""
    parent: float
    """The most memory that the first process held, in MB."""
    memory: float
    """The most that all processes held at once, in MB."""


def measured(command: Sequence[str], *, may_end: Collection[int] = (0,), journal: Path | None = None) -> Run:
    """Run a command, which may end with these codes, and watch it."""
    began = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603  # ours
    seen: dict[str, float] = {}
    ended = threading.Event()
    watcher = threading.Thread(target=_watch, args=(process.pid, journal, began, seen, ended))
    watcher.start()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.monotonic() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    ended.set()
    watcher.join()
    if process.returncode not in may_end:
        raise RuntimeError(f"{' '.join(command)} ended with {process.returncode}")
    return Run(
        seconds=seconds, cpu=usage.ru_utime + usage.ru_stime, first=seen.get("first"), parent=seen.get("parent", 0.0), memory=seen.get("all", 0.0)
    )


def _watch(parent: int, journal: Path | None, began: float, seen: dict[str, float], ended: threading.Event) -> None:
    while not ended.wait(0.25):
        if journal is not None and "first" not in seen and any(journal.glob("*.part")):
            seen["first"] = time.monotonic() - began
        try:
            held = [_megabytes(one) for one in [psutil.Process(parent), *psutil.Process(parent).children(recursive=True)]]
        except psutil.NoSuchProcess:
            continue
        seen["parent"] = max(seen.get("parent", 0.0), held[0])
        seen["all"] = max(seen.get("all", 0.0), sum(held))


def _megabytes(process: psutil.Process) -> float:
    try:
        held: int = process.memory_full_info().pss
    except (psutil.NoSuchProcess, psutil.AccessDenied):
        return 0.0
    return held / 1e6


def converted(source: Path, output: Path, *options: str) -> Run:
    """Run our command."""
    return measured([*COMMAND, str(source), "-o", str(output), "--quiet", *options], may_end=(0, 1), journal=output.parent / f".nm-{output.name}.job")


def cores() -> list[int]:
    """One, two, and all."""
    most = len(os.sched_getaffinity(0))
    return sorted({1, min(2, most), most})


def scaling(archive: Path, work: Path, documents: int) -> Iterator[str]:
    """A row a number of workers."""
    yield "| workers | documents a second | times one worker | processor time | first results | memory: first process | all |"
    yield "|--:|--:|--:|--:|--:|--:|--:|"
    alone: Run | None = None
    for number in cores():
        run = converted(archive, work / f"on-{number}.parquet", "--workers", str(number))
        alone = alone or run
        first = "-" if run.first is None else f"{run.first:.1f} s"
        yield (
            f"| {number} | {documents / run.seconds:,.0f} | {alone.seconds / run.seconds:.2f} | {run.cpu / alone.cpu:.2f} x | {first} | "
            f"{run.parent:,.0f} MB | {run.memory:,.0f} MB |"
        )
    outputs = [work / f"on-{number}.parquet" for number in cores()]
    same = all(filecmp.cmp(outputs[0], one, shallow=False) for one in outputs[1:])
    yield ""
    yield f"The outputs are {'the same, byte for byte' if same else '**not the same**'}: {outputs[0].stat().st_size / 1e6:,.0f} MB each."


def sizes(archive: Path, work: Path) -> Iterator[str]:
    """A row an output."""
    held = sum(one.stat().st_size for one in archive.rglob("*") if one.is_file())
    found = {}
    for name in ("out.jsonl", "out.jsonl.gz", "out.jsonl.zst", "out.parquet"):
        converted(archive, work / name)
        found[name] = (work / name).stat().st_size
    yield "| | MB | times the JSON Lines.gz |"
    yield "|---|--:|--:|"
    yield f"| the archive, as it came | {held / 1e6:,.1f} | {held / found['out.jsonl.gz']:.2f} |"
    for name, size in found.items():
        yield f"| {name.removeprefix('out')} | {size / 1e6:,.1f} | {size / found['out.jsonl.gz']:.2f} |"


def peers(archive: Path, work: Path, python: Path) -> Iterator[str]:
    """A row a library, and ours on the same documents."""
    most = max(cores())
    yield "| what | documents | seconds | newsmodel | as fast | memory | newsmodel |"
    yield "|---|--:|--:|--:|--:|--:|--:|"
    for library, part in PEERS.items():
        out = work / f"{library}.jsonl"
        theirs = measured([str(python), str(Path(__file__).parent / "plain.py"), library, str(archive), str(out), "--workers", str(most)])
        ours = converted(archive / part, work / f"{library}.parquet", "--workers", str(most))
        count = sum(1 for _ in out.open("rb"))
        yield (
            f"| {library}, a script with a pool of {most} | {count:,} | {theirs.seconds:.1f} | {ours.seconds:.1f} | "
            f"{theirs.seconds / ours.seconds:.1f} x | {theirs.memory:,.0f} MB | {ours.memory:,.0f} MB |"
        )


@contextmanager
def cluster(folder: Path) -> Iterator[str]:
    """A Dask scheduler with a worker a core."""
    told = folder / "scheduler.json"
    start = partial(subprocess.Popen, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    scheduler = start([sys.executable, "-m", "dask", "scheduler", "--port", "0", "--no-dashboard", "--scheduler-file", str(told)])
    command = ["worker", "--scheduler-file", str(told), "--nworkers", str(max(cores())), "--nthreads", "1", "--no-dashboard", "--local-directory", str(folder / "dask")]
    workers = start([sys.executable, "-m", "dask", *command])
    try:
        while not told.exists():
            time.sleep(0.05)
        time.sleep(1)
        yield json.loads(told.read_bytes())["address"]
    finally:
        for process in (workers, scheduler):
            process.terminate()
            process.wait()


def engines(archive: Path, work: Path) -> Iterator[str]:
    """A row an engine."""
    yield "| engine | seconds | the same bytes |"
    yield "|---|--:|---|"
    reference = work / "serial.parquet"
    found = {"serial": converted(archive, reference, "--engine", "serial"), "pool": converted(archive, work / "pool.parquet")}
    with cluster(work) as address:
        found["dask"] = converted(archive, work / "dask.parquet", "--engine", "dask", "--scheduler", address)
    found["spark"] = converted(archive, work / "spark.parquet", "--engine", "spark", "--scheduler", f"local[{max(cores())}]")
    for name, run in found.items():
        same = filecmp.cmp(reference, work / f"{name}.parquet", shallow=False)
        yield f"| {name} | {run.seconds:.1f} | {'yes' if same else '**no**'} |"


def main() -> None:
    """Measure, print, and write the page."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.archives", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("work", type=Path, help="a folder that is made, and needs about 25 KB a document")
    parser.add_argument("--documents", type=int, default=200_000)
    parser.add_argument("--peers", type=Path, help="the Python of the peers' environment; without it they are left out")
    parser.add_argument("--page", action="store_true", help=f"write the tables into {PAGE.name}")
    asked = parser.parse_args()
    large, small = asked.work / "large", asked.work / "small"
    make(large, asked.documents)
    make(small, asked.documents // SMALL)
    lines = [f"{asked.documents:,} documents ({', '.join(f'{share:.0%} {name}' for name, share in SHARES.items())}), {max(cores())} cores.", ""]
    tables = [scaling(large, asked.work, asked.documents), engines(small, asked.work), sizes(small, asked.work)]
    if asked.peers:
        tables.append(peers(small, asked.work, asked.peers))
    for table in tables:
        for line in table:
            print(line, flush=True)
            lines.append(line)
        lines.append("")
        print()
    if asked.page:
        PAGE.write_text(with_table(PAGE.read_text("utf-8"), "measured", "\n".join(lines)), "utf-8")
    shutil.rmtree(asked.work)


if __name__ == "__main__":
    main()
