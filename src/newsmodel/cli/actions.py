"""What the commands do, with the arguments that `commands` has understood; each returns the exit code."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.table import Table

from newsmodel import extract, registry, structure
from newsmodel.cli import demonstration, explanation, messages, tree
from newsmodel.cli.codes import DIFFERENT, DONE, FAILED, SAME, TROUBLE
from newsmodel.cli.difference import Difference, Version
from newsmodel.cli.documents import STANDARD, Outputs, Source, sources
from newsmodel.contract import Codec, Loss, Read, Updater, Writer
from newsmodel.errors import LossyConversion, NewsmodelError, ReadError
from newsmodel.formats.ninjs import extended_schema

PLAIN_WIDTH = 100
"""How wide tables and trees are where there is no terminal to ask."""


def convert(
    src: tuple[str, ...], target: Codec | None, source_format: Codec | None, output: str | None, *, enrich: bool, strict: bool, say: bool
) -> int:
    """Write documents in another format."""
    writer = _writer(target, output)
    found = sources(src, Path(output) if output else None)
    outputs = Outputs.of(output, src, found)

    def one(source: Source) -> None:
        read = _read(source, source_format)
        written = writer.write(extract.enrich(read.article) if enrich else read.article)
        losses = read.losses + written.losses
        if losses and strict:
            raise LossyConversion(losses)
        outputs.put(source, writer.suffixes[0], written.data)
        if say:
            _report(source, losses)

    return _each(found, one)


def inspect(src: tuple[str, ...], source_format: Codec | None, *, explain: bool) -> int:
    """Show articles as trees, and what was not read."""
    console = _console()

    def one(source: Source) -> None:
        for name, read in _read_each(source, source_format):
            console.print(tree.of(read, f"{source.name} ({name})"))
            if explain:
                console.print(explanation.of(read.article))

    return _each(sources(src), one)


def validate(src: tuple[str, ...], source_format: Codec | None, *, say: bool) -> int:
    """Check that documents can be read."""

    def one(source: Source) -> None:
        count, lost, name = 0, 0, ""
        for name, read in _read_each(source, source_format):  # noqa: B007  # the last one is shown below
            count, lost = count + 1, lost + len(read.losses)
            if say:
                _report(source, read.losses)
        held = f"{messages.counted(count, 'article')}, {messages.counted(lost, 'loss')}"
        click.echo(messages.at(source.name, None, f"{name}, {held}"))

    return _each(sources(src), one)


def diff(before: str, after: str, source_format: Codec | None, *, as_json: bool, say: bool) -> int:
    """Show what changed from A to B, two versions of a story in any formats."""
    versions: list[Version] = []
    found = [Source("<stdin>" if name == STANDARD else name, None if name == STANDARD else Path(name)) for name in (before, after)]
    if before == after == STANDARD:
        raise click.UsageError("standard input is one document; name a file for the other")

    def one(source: Source) -> None:
        data = source.data()
        codec = source_format or registry.recognise(data, source.file_name)
        versions.append(Version(codec.read(data), codec))

    if _each(found, one):
        return TROUBLE
    difference = Difference(*versions)
    if as_json:
        click.echo(json.dumps(difference.plain(), indent=2, ensure_ascii=False))
    else:
        console = _console()
        for line in difference.lines():
            console.print(line, soft_wrap=not console.is_terminal)
    if difference.changes and say:
        for source, version_ in zip(found, versions, strict=True):
            _warn(source, version_.read.losses)
    return DIFFERENT if difference.changes else SAME


def formats() -> int:
    """List the formats."""
    table = Table(box=tree.BOX)
    for title in ("Format", "Writes", "Updates", "Suffixes", "Media types"):
        table.add_column(title, overflow="fold")
    for one in registry.codecs():
        can = ("yes" if isinstance(one, kind) else "no" for kind in (Writer, Updater))
        table.add_row(one.name, *can, ", ".join(one.suffixes), ", ".join(one.media_types))
    _console().print(table)
    return DONE


_SCHEMAS: dict[str, Callable[[], dict[str, Any]]] = {
    "json": structure.schema,
    "ninjs-extended": partial(extended_schema, "3.1"),
    "ninjs-2.2-extended": partial(extended_schema, "2.2"),
}


def schema(of: str) -> int:
    """Print a JSON Schema."""
    click.echo(json.dumps(_SCHEMAS[of](), indent=2, ensure_ascii=False))
    return DONE


def demo(folder: Path) -> int:
    """Write a messy page in every format into DIR."""

    def one(source: Source) -> None:
        shown = demonstration.write(folder)
        console = _console()
        console.print(tree.of(shown.read, source.name))
        click.echo("\nWritten:")
        for path, losses in shown.written:
            click.echo(messages.printable(f"  {path}") + (f" ({messages.counted(losses, 'loss')})" if losses else ""))

    return _each([Source(demonstration.PAGE, None)], one)


def _each(found: Sequence[Source], do: Callable[[Source], None]) -> int:
    """`do` it for each source; one that fails is reported and does not stop the rest."""
    code = DONE
    for source in found:
        try:
            do(source)
        except BrokenPipeError:
            raise  # nobody reads on: click ends the run quietly
        except (NewsmodelError, OSError) as error:
            code = FAILED
            for line in messages.of_error(source.name, error):
                click.echo(line, err=True)
    return code


def _writer(target: Codec | None, output: str | None) -> Writer:
    if isinstance(target, Writer):
        return target
    if output is None:
        raise click.UsageError("which format to write? --to FORMAT")
    try:
        return registry.for_file(output)
    except NewsmodelError as error:
        raise click.UsageError(f"which format to write? --to FORMAT ({error})") from error


def _read(source: Source, codec: Codec | None) -> Read:
    data = source.data()
    return (codec or registry.recognise(data, source.file_name)).read(data)


def _read_each(source: Source, codec: Codec | None) -> list[tuple[str, Read]]:
    """The articles of a source, at least one, each with the name of the format.

    Raises:
        ReadError: where there is none, or one cannot be read.
    """
    data = source.data()
    used = codec or registry.recognise(data, source.file_name)
    found = [(used.name, read) for read in used.read_each(io.BytesIO(data))]
    if not found:
        raise ReadError.at("expected an article, found none")
    return found


def _report(source: Source, losses: Sequence[Loss]) -> None:
    for loss in losses:
        click.echo(messages.of_loss(source.name, loss), err=True)


def _warn(source: Source, losses: Sequence[Loss]) -> None:
    if losses:
        lost = f"{messages.counted(len(losses), 'loss')} in reading, which may look like changes; newsmodel inspect lists them"
        click.echo(messages.at(source.name, None, lost), err=True)


def _console() -> Console:
    console = Console(highlight=False, markup=False, emoji=False)
    if not console.is_terminal:
        console.width = PLAIN_WIDTH
    return console
