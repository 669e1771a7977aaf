"""What the faults strike: an archive, the command that converts it, and how a run has to end."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import random
import subprocess
import sys
import time
import zipfile
from contextlib import suppress
from pathlib import Path

import psutil
from attrs import field, frozen

import newsmodel as nm

COMMAND = (
    sys.executable, "-c", ("import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler); from newsmodel.archive import journal; "
    "journal.FLUSH_SECONDS = 0.2; from newsmodel.cli import main; sys.exit(main())"),
)  # fmt: skip
"""The command, with a journal that is written to often: the runs here are short, and many must be resumed from it. It heeds Ctrl-C also where
who starts it does not."""
PATIENCE = 180
"""After so many seconds a run hangs."""
_POISON = Path(__file__).resolve().parents[1] / "poison"


class Broken(AssertionError):
    """A run that did not end as it has to."""


def archive(folder: Path, documents: int = 3000, seed: int = 7) -> Path:
    """An archive of mixed formats and containers; one document in fifty is cut short."""
    chance = random.Random(seed)  # documents, not secrets
    place = folder / "in"
    place.mkdir(parents=True)

    def document(number: int, format_: str) -> bytes:
        body = [nm.Paragraph(content=f"The council of ward {chance.randint(1, 99)} voted {chance.randint(5, 9)}-{line} to close the ferry.") for line in range(4)]
        data = nm.dumps(nm.Article(headline=f"Ferry {number}", id=f"urn:ferry:{number}", body=body), format=format_)
        return data[: len(data) // 2] if number % 50 == 49 else data

    with gzip.open(place / "wire.jsonl.gz", "wb") as lines:
        for number in range(documents // 2):
            lines.write(document(number, "json").rstrip(b"\n") + b"\n")
    with zipfile.ZipFile(place / "week.zip", "w") as week:
        for number in range(documents // 4):
            week.writestr(f"{number % 7}/{number}.xml", document(number, "newsml-g2"))
    (place / "files").mkdir()
    for number in range(documents // 4):
        (place / "files" / f"{number}.json").write_bytes(document(number, "ninjs"))
    return place


def installed_poison(folder: Path) -> dict[str, str]:
    """The environment in which the codec `poison` of the tests is a plugin."""
    here = folder / "site" / "newsmodel_poison-1.dist-info"
    here.mkdir(parents=True, exist_ok=True)
    (here / "METADATA").write_text("Metadata-Version: 2.1\nName: newsmodel-poison\nVersion: 1\n", "utf-8")
    (here / "entry_points.txt").write_text("[newsmodel.codecs]\npoison = newsmodel_poison:Poison\n", "utf-8")
    return os.environ | {"PYTHONPATH": os.pathsep.join([str(_POISON), str(here.parent)])}


@frozen(kw_only=True)
class Ground:
    """A folder to work in, the archive, and what an undisturbed run makes of it."""

    folder: Path
    source: Path
    options: tuple[str, ...]
    code: int
    """How an undisturbed run ends."""
    digest: str
    seconds: float
    """How long it takes."""
    from_journal: list[Path] = field(factory=list)
    """The outputs for which a resumed run found work that was done."""

    @classmethod
    def made(cls, folder: Path, source: Path, *options: str) -> Ground:
        """Run the command undisturbed."""
        began = time.monotonic()
        process = started(source, folder / "reference.parquet", *options)
        code = ended(process)
        if code not in {0, 1} or not (folder / "reference.parquet").exists():
            raise Broken(f"the undisturbed run ended with {code}")
        return cls(folder=folder, source=source, options=options, code=code, digest=digest(folder / "reference.parquet"), seconds=time.monotonic() - began)

    def output(self, round_: int) -> Path:
        """Where a round writes."""
        place = self.folder / f"round-{round_}"
        place.mkdir()
        return place / "out.parquet"

    def start(self, output: Path, *options: str) -> subprocess.Popen[str]:
        """Start the command on the archive."""
        return started(self.source, output, *self.options, *options)

    def resumed(self, output: Path) -> None:
        """Resume a broken run, and hold what it makes against the undisturbed one."""
        code = ended(self.start(output, "--resume"))
        self.same(output, code)
        if json.loads(output.with_name(f"{output.name}.report.json").read_bytes())["run"]["resumed"]:
            self.from_journal.append(output)

    def same(self, output: Path, code: int) -> None:
        """Hold what a run made against the undisturbed one."""
        if code != self.code:
            raise Broken(f"ended with {code}, not {self.code}")
        if not output.exists():
            raise Broken("no output")
        if digest(output) != self.digest:
            raise Broken("other bytes than those of the undisturbed run")
        if left := [one.name for one in output.parent.iterdir() if one.name.startswith(".nm-")]:
            raise Broken(f"left behind: {', '.join(left)}")

    def nothing(self, output: Path) -> None:
        """See that a broken run left nothing under a final name."""
        if found := [one.name for one in output.parent.iterdir() if not one.name.startswith(".")]:
            raise Broken(f"half-written, under a final name: {', '.join(found)}")


def started(source: Path, output: Path, *options: str, environment: dict[str, str] | None = None) -> subprocess.Popen[str]:
    """The command, in a session of its own."""
    command = [*COMMAND, "convert", str(source), "-o", str(output), *options]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, errors="replace", start_new_session=True, env=environment)  # ours


def ended(process: subprocess.Popen[str]) -> int:
    """How a run ends: in time, without a traceback, and with its children."""
    try:
        _, said = process.communicate(timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, 9)
        raise Broken("hangs") from None
    if "Traceback" in said:
        raise Broken(f"a traceback: {said[-500:]}")
    orphans(process.pid)
    return process.returncode


def orphans(session: int, seconds: float = 10) -> None:
    """Wait until no process of a session is left."""
    until = time.monotonic() + seconds
    while left := [one.pid for one in psutil.process_iter() if _of(one, session)]:
        if time.monotonic() > until:
            raise Broken(f"{len(left)} processes outlive their parent")
        time.sleep(0.02)


def _of(process: psutil.Process, session: int) -> bool:
    try:
        return os.getsid(process.pid) == session and process.status() != psutil.STATUS_ZOMBIE
    except (psutil.NoSuchProcess, ProcessLookupError):
        return False


def workers(parent: int) -> list[psutil.Process]:
    """The processes that a run has started."""
    with suppress(psutil.NoSuchProcess):
        found: list[psutil.Process] = psutil.Process(parent).children(recursive=True)
        return found
    return []


def digest(output: Path) -> str:
    """Of an output and of its quarantine."""
    quarantine = output.with_name(f"{output.name}.quarantine.jsonl")
    held = [one.read_bytes() if one.exists() else b"-" for one in (output, quarantine)]
    return hashlib.sha256(b"\0".join(held)).hexdigest()
