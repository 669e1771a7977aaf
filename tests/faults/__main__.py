"""Break runs on purpose, many times, and print a table of how they ended.

python -m tests.faults --rounds 200         # make faults
python -m tests.faults --only parent --rounds 20
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import contextmanager
from collections.abc import Iterator
from pathlib import Path

import newsmodel as nm
from newsmodel import archive
from tests.faults import ground
from tests.faults.ground import Broken, Ground

Fault = Callable[[Ground, Path, random.Random], None]
FAULTS: dict[str, tuple[str, float, Fault]] = {}
"""By name: what happens, what share of the rounds it gets (0: one round), and the fault."""


def fault(name: str, what: str, share: float = 0.0) -> Callable[[Fault], Fault]:
    """Enter a fault."""

    def enter(strike: Fault) -> Fault:
        FAULTS[name] = (what, share, strike)
        return strike

    return enter


def _moment(on: Ground, chance: random.Random) -> None:
    """Wait until any moment of a run; half of the time, one by which some work is done."""
    time.sleep(chance.uniform(chance.choice((0.0, 0.6)), 1.0) * on.seconds)


@fault("parent", "kill -9 of the parent, once to three times, then `--resume`", 0.5)
def _parent(on: Ground, output: Path, chance: random.Random) -> None:
    for attempt in range(chance.randint(1, 3)):
        process = on.start(output, *(["--resume"] if attempt else []))
        _moment(on, chance)
        process.kill()
        process.communicate()
        ground.orphans(process.pid)
        if output.exists() and ground.digest(output) != on.digest:
            on.nothing(output)
    on.resumed(output)


@fault("session", "kill -9 of the parent and all its workers at once, then `--resume`", 0.1)
def _session(on: Ground, output: Path, chance: random.Random) -> None:
    process = on.start(output)
    _moment(on, chance)
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
    on.resumed(output)


@fault("worker", "kill -9 of workers, again and again, while the run goes on", 0.25)
def _worker(on: Ground, output: Path, chance: random.Random) -> None:
    process = on.start(output)
    until = time.monotonic() + chance.uniform(0.3, on.seconds)
    while process.poll() is None and time.monotonic() < until:
        if found := ground.workers(process.pid):
            chance.choice(found).kill()
        time.sleep(chance.uniform(0.3, 1.2))
    on.same(output, ground.ended(process))


@fault("interrupt", "Ctrl-C, then `--resume`", 0.15)
def _interrupt(on: Ground, output: Path, chance: random.Random) -> None:
    process = on.start(output)
    while process.poll() is None and not (output.parent / f".nm-{output.name}.job").exists():
        time.sleep(0.01)  # Python itself has to start before it heeds the signal
    time.sleep(chance.uniform(0.0, 0.8) * on.seconds)
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGINT)
    if (code := ground.ended(process)) == 130:
        on.nothing(output)
    elif code != on.code:
        raise Broken(f"ended with {code}, not 130")
    on.resumed(output)


@fault("dask", "kill -9 of a Dask worker mid-run", 0.05)
def _dask(on: Ground, output: Path, chance: random.Random) -> None:
    with _cluster(output.parent) as (address, cluster):
        process = on.start(output, "--engine", "dask", "--scheduler", address)
        _moment(on, chance)
        if found := [one for one in ground.workers(cluster) if "spawn_main" in " ".join(one.cmdline())]:
            chance.choice(found).kill()
        on.same(output, ground.ended(process))


@contextmanager
def _cluster(folder: Path) -> Iterator[tuple[str, int]]:
    """A scheduler and two workers, each in a process that starts it again when it dies."""
    told = folder / ".scheduler.json"
    scheduler = subprocess.Popen([sys.executable, "-m", "dask", "scheduler", "--port", "0", "--no-dashboard", "--scheduler-file", str(told)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # ours
    workers = subprocess.Popen([sys.executable, "-m", "dask", "worker", "--scheduler-file", str(told), "--nworkers", "2", "--nthreads", "1", "--no-dashboard", "--local-directory", str(folder / ".dask")], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # ours
    try:
        from distributed import Client  # the other faults need no cluster

        while not told.exists():
            time.sleep(0.05)
        with Client(scheduler_file=str(told)) as client:
            client.wait_for_workers(2, timeout=60)
            address = client.scheduler.address
        yield address, workers.pid
    finally:
        for process in (workers, scheduler):
            process.terminate()
            process.wait()
        shutil.rmtree(folder / ".dask", ignore_errors=True)
        told.unlink(missing_ok=True)


@fault("disk", "a full disk, then room on it and `--resume`")
def _disk(on: Ground, output: Path, chance: random.Random) -> None:
    small = output.parent / "small"
    small.mkdir()
    _run("mount", "-t", "tmpfs", "-o", f"size={chance.randint(100, 400)}k", "tmpfs", str(small))
    try:
        there = small / "out.parquet"
        if (code := ground.ended(on.start(there))) != 1:
            raise Broken(f"ended with {code}, not 1")
        on.nothing(there)
        _run("mount", "-o", "remount,size=64m", str(small))
        on.resumed(there)
    finally:
        _run("umount", str(small))


def _run(*command: str) -> None:
    subprocess.run(command, check=True)  # ours


@fault("inputs", "inputs that vanish, loop, cannot be opened, are pipes or devices")
def _inputs(on: Ground, output: Path, chance: random.Random) -> None:
    place = output.parent / ".inputs"
    shutil.copytree(on.source, place)
    files = place / "files"
    os.mkfifo(files / "pipe.json")
    (files / "loop.json").symlink_to("loop.json")
    (files / "zero.json").symlink_to("/dev/zero")
    (files / "round").symlink_to("..")
    (files / "none.json").symlink_to("nowhere.json")
    gone = sorted(files.glob("[0-9]*.json"))[-40:]
    process = ground.started(place, output, *on.options)
    for one in gone:
        time.sleep(chance.uniform(0, 0.02))
        one.unlink()
    if (code := ground.ended(process)) != 1:
        raise Broken(f"ended with {code}, not 1")
    found = sum(1 for _ in archive.articles(output))
    expected = sum(1 for _ in archive.articles(on.folder / "reference.parquet"))
    if not expected - len(gone) <= found <= expected:
        raise Broken(f"{found} articles, of {expected} with {len(gone)} that vanished")


@fault("poison", "documents that hang, eat memory, end or crash their process")
def _poison(on: Ground, output: Path, chance: random.Random) -> None:
    place = output.parent / ".poisoned"
    place.mkdir()
    orders = [b"hang", b"eat", b"exit", b"abort", b"segfault"]
    for number in range(400):
        order = b"poison:" + orders[number // 80] if number % 80 == 40 else nm.dumps(nm.Article(headline=f"Rain {number}"), format="json")
        (place / f"{number:03}.json").write_bytes(order)
    process = ground.started(place, output, "--workers", "2", "--timeout", "2", "--memory", "300", environment=ground.installed_poison(output.parent / ".plugin"))
    if (code := ground.ended(process)) != 1:
        raise Broken(f"ended with {code}, not 1")
    if (found := sum(1 for _ in archive.articles(output))) != 395:
        raise Broken(f"{found} articles, not 395")
    shutil.rmtree(place)


def strike(name: str, on: Ground, rounds: int, chance: random.Random) -> list[str]:
    """Strike so many times; what went wrong, if anything did."""
    wrong = []
    for round_ in range(rounds):
        output = on.output(round_)
        try:
            FAULTS[name][2](on, output, chance)
        except Broken as broken:
            wrong.append(f"round {round_}: {broken}")
        finally:
            shutil.rmtree(output.parent)
    return wrong


def main() -> int:
    """Strike, and print the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=200, help="how many in all, shared out")
    parser.add_argument("--only", action="append", choices=FAULTS, help="these alone, with all rounds each")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    chance = random.Random(asked.seed)  # moments, not secrets
    failed = 0
    with tempfile.TemporaryDirectory(prefix="newsmodel-faults-") as name:
        folder = Path(name)
        on = Ground.made(folder, ground.archive(folder), "--workers", "2")
        print(f"an undisturbed run: {on.seconds:.1f} s, exit code {on.code}\n\n| fault | rounds | as it has to be | resumed from the journal | seconds |\n|---|--:|--:|--:|--:|", flush=True)
        for one in asked.only or FAULTS:
            what, share, _ = FAULTS[one]
            rounds = asked.rounds if asked.only else max(1, round(share * asked.rounds))
            began = time.monotonic()
            on.from_journal.clear()
            wrong = strike(one, on, rounds, chance)
            print(f"| {what} | {rounds} | {rounds - len(wrong)} | {len(on.from_journal)} | {time.monotonic() - began:.0f} |", flush=True)
            for line in wrong:
                print(f"{one}: {line}", file=sys.stderr)
            failed += len(wrong)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
