"""The table of formats that the README and the documentation show, made from the codecs themselves."""

import inspect

from newsmodel.contract import Codec, Updater, Writer
from newsmodel.fidelity import survival
from newsmodel.registry import codecs

BEGIN = "<!-- formats: made by `pytest --accept` -->\n"
END = "<!-- /formats -->"


def with_format_table(page: str) -> str:
    """`page` with the present table between its two marks."""
    before, rest = page.split(BEGIN)
    _, after = rest.split(END)
    return before + BEGIN + format_table() + END + after


def format_table() -> str:
    """A row for each format: what it is, whether it reads, writes and updates, and how much of an article survives it."""
    head = ["Format", "What it is", "Reads", "Writes", "Updates", "Survives a round trip"]
    rows = [head, ["---"] * len(head), *map(_row, codecs())]
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def _row(codec: Codec) -> list[str]:
    what = inspect.getdoc(type(codec)) or ""
    suffixes = ", ".join(f"`{suffix}`" for suffix in codec.suffixes)
    can = ["yes" if isinstance(codec, kind) else "no" for kind in (Codec, Writer, Updater)]
    return [f"`{codec.name}`", f"{what.partition(chr(10))[0].rstrip('.')} ({suffixes})", *can, _survives(codec)]


def _survives(codec: Codec) -> str:
    if not isinstance(codec, Writer):
        return ""
    fields = survival(codec)
    kept = sum(reason is None for reason in fields.values())
    if kept == len(fields):
        return "everything"
    return f"all but {len(fields) - kept} of {len(fields)} fields" if kept > 0.9 * len(fields) else f"{kept} of {len(fields)} fields"
