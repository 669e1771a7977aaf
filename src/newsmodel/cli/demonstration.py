"""The demo: one messy page in, every format out."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from attrs import frozen

from newsmodel import api, registry
from newsmodel.contract import Read, Writer

PAGE = "messy_page.txt"
LOSSES = "losses.txt"


@frozen
class Demonstration:
    """What the demo did."""

    read: Read
    written: tuple[tuple[Path, int], ...]
    """Each file written, with the number of losses in it."""


def page() -> bytes:
    """The page that the demo reads: invented, and as messy as scraped pages are."""
    return files("newsmodel").joinpath("demo", PAGE).read_bytes()


def write(folder: Path) -> Demonstration:
    """Read the page and write it into `folder` in every format, beside the page and a report of all losses.

    Raises:
        OSError: where a file cannot be written.
    """
    data = page()
    read = registry.recognise(data, PAGE).read(data)
    folder.mkdir(parents=True, exist_ok=True)
    api.write_whole(folder / PAGE, data)
    written = [(folder / PAGE, 0)]
    report = [f"{PAGE} (read)", *(f"  {loss}" for loss in read.losses or ("nothing lost",))]
    for writer in [one for one in registry.codecs() if isinstance(one, Writer)]:
        result = writer.write(read.article)
        target = folder / f"story{writer.suffixes[0]}"
        api.write_whole(target, result.data)
        written.append((target, len(result.losses)))
        report += [f"{target.name} (written)", *(f"  {loss}" for loss in result.losses or ("nothing lost",))]
        report += [f"  filled in: {filled.name} {filled.value}" for filled in result.filled]
    api.write_whole(folder / LOSSES, "\n".join([*report, ""]).encode())
    return Demonstration(read, (*written, (folder / LOSSES, 0)))
