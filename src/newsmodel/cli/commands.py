"""The commands as the shell sees them: names, arguments, options, help. What each does is in `actions`.

What an action needs is loaded when it runs, so that help, and a command that was not understood, come at once.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from newsmodel.cli.codes import DONE, INTERRUPTED

if TYPE_CHECKING:
    from newsmodel.contract import Codec

ENGINES = ("pool", "serial", "dask", "spark")
"""What can run the work on an archive."""
ON_ERROR = ("quarantine", "skip", "stop")
"""What can become of documents that are not read: written down, counted, or the end of the run."""
PARTITIONS = ("month", "day", "language")
"""What a folder of Parquet can be divided by."""
SCHEMAS = ("json", "ninjs-extended", "ninjs-2.2-extended")
"""What we publish schemas of, by what they describe."""


def _codec(_: click.Context, param: click.Parameter, name: str | None) -> Codec | None:
    """The codec that an option names; for `--to`, one that writes."""
    if name is None:
        return None
    from newsmodel import registry
    from newsmodel.contract import Writer

    found = registry.codec(name) if name in registry.names() else None
    if found is None or (param.name == "target" and not isinstance(found, Writer)):
        known = [one.name for one in registry.codecs() if isinstance(one, Writer) or param.name != "target"]
        raise click.BadParameter(f"{name!r} is none of {', '.join(known)}")
    return found


source_argument = click.argument("src", nargs=-1, required=True, metavar="SRC...")
from_option = click.option(
    "--from", "source_format", callback=_codec, metavar="FORMAT", help="The format of the input; by default its content tells."
)
to_option = click.option(
    "--to", "target", callback=_codec, metavar="FORMAT", help="The format to write; by default the suffix of -o tells."
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="newsmodel", prog_name="newsmodel")
def command() -> None:
    """Typed news, in and out of every format that news travels in, and nothing lost silently.

    SRC is a file, a folder (all files below it), or - for standard input. Exit codes: 0 done, 1 some input failed,
    2 the command was not understood; of diff: 0 no difference, 1 differences, 2 trouble.
    """


@command.command()
@source_argument
@to_option
@from_option
@click.option("-o", "--output", metavar="PATH", help="A file, a folder for several documents, or - for standard output.")
@click.option("--strict", is_flag=True, help="Fail, and write nothing, where anything would be lost.")
@click.option("--enrich", is_flag=True, help="Add what the text says and the document does not: votes.")
@click.option("--losses/--quiet", "say", default=True, help="Whether to list what is lost (of an archive: to count it), on standard error.")
@click.option("--workers", type=click.IntRange(1), metavar="N", help="Archives: how many processes; by default one a core.")
@click.option("--timeout", type=click.FloatRange(0, min_open=True), metavar="SECONDS", help="Archives: how long a document may take; 60 s unless you say otherwise.")
@click.option("--memory", type=click.IntRange(68), metavar="MB", help="Archives: how much a process may need; 1 GiB unless you say otherwise.")
@click.option("--engine", type=click.Choice(ENGINES), help="Archives: what does the work; pool unless you say otherwise.")
@click.option("--scheduler", metavar="ADDRESS", help="Archives: of the Dask scheduler, or the Spark master.")
@click.option("--resume", is_flag=True, help="Archives: go on where an earlier run was broken.")
@click.option("--limit", type=click.IntRange(1), metavar="N", help="Archives: take so many documents at the most.")
@click.option("--on-error", type=click.Choice(ON_ERROR), help="Archives: what to do with documents that cannot be read; quarantine unless you say otherwise.")
@click.option("--partition", type=click.Choice(PARTITIONS), help="Archives: a folder of Parquet files, divided by this.")
def convert(
    src: tuple[str, ...], target: Codec | None, source_format: Codec | None, output: str | None, *, strict: bool, enrich: bool, say: bool, **archive: Any
) -> int:
    """Write documents in another format, or an archive of them.

    An archive is meant where OUTPUT ends in .parquet, .zip, .jsonl (for several documents), .jsonl.gz or .jsonl.zst, where SRC is
    one (ZIP, tar, WARC, JSON Lines, Parquet) or a pattern, or where an option says so. It is written by all cores, whole or not at
    all; what cannot be read goes to OUTPUT.quarantine.jsonl, with its place and the reason, and OUTPUT.report.json sums up.
    """
    from newsmodel.cli import archives

    asked = archives.Asked(**archive)
    if archives.meant(src, output, asked):
        return archives.convert(src, target, source_format, output, asked, enrich=enrich, strict=strict, say=say)
    from newsmodel.cli import actions

    return actions.convert(src, target, source_format, output, enrich=enrich, strict=strict, say=say)


@command.command()
@source_argument
@from_option
@click.option("--explain", is_flag=True, help="Show how each vote was read in the text: its sentence word by word, and the rule behind each part.")
def inspect(src: tuple[str, ...], source_format: Codec | None, *, explain: bool) -> int:
    """Show articles as trees, and what was not read."""
    from newsmodel.cli import actions

    return actions.inspect(src, source_format, explain=explain)


@command.command()
@source_argument
@from_option
@click.option("--losses/--quiet", "say", default=True, help="Whether to list what is not read, on standard error.")
def validate(src: tuple[str, ...], source_format: Codec | None, *, say: bool) -> int:
    """Check that documents can be read.

    Each that can is one line: its format, how many articles it holds, and how much of it is not read.
    """
    from newsmodel.cli import actions

    return actions.validate(src, source_format, say=say)


@command.command()
@click.argument("before", metavar="A")
@click.argument("after", metavar="B")
@from_option
@click.option("--json", "as_json", is_flag=True, help="Print the changes as a JSON array, with their paths and values.")
@click.option("--losses/--quiet", "say", default=True, help="Whether to say, on standard error, what was not read.")
def diff(before: str, after: str, source_format: Codec | None, *, as_json: bool, say: bool) -> int:
    """Show what changed from A to B, two versions of a story in any formats.

    One line a change, in the order of the article; places are those of A. [-words-] are gone, {+words+} are new. A change
    that may come from a format that cannot say the value has the reason behind it, in brackets. Exit codes, as those of
    diff: 0 no difference, 1 differences, 2 trouble.
    """
    from newsmodel.cli import actions

    return actions.diff(before, after, source_format, as_json=as_json, say=say)


@command.command()
def formats() -> int:
    """List the formats.

    All are read; which are also written and updated, their suffixes and media types.
    """
    from newsmodel.cli import actions

    return actions.formats()


@command.command()
@click.option("--format", "of", type=click.Choice(SCHEMAS), default="json", help="Of the native format unless you say otherwise.")
def schema(of: str) -> int:
    """Print a JSON Schema.

    Of the native format, or of our extension of ninjs.
    """
    from newsmodel.cli import actions

    return actions.schema(of)


@command.command()
@click.argument("dataset")
@click.argument("sql", required=False)
@click.option("--format", type=click.Choice(["table", "csv", "json", "jsonl", "chart"]), help="By default a table, or what the suffix of -o tells.")
@click.option("-o", "--output", metavar="FILE", help="A file, written whole or not at all, or - for standard output.")
@click.option("--rows", default=50, show_default=True, type=click.IntRange(0), help="The most rows of a table; 0 for all.")
def query(dataset: str, sql: str | None, format: str | None, output: str | None, rows: int) -> int:
    """Ask a dataset in SQL.

    DATASET is a Parquet file of articles, a folder of them, or a pattern in quotes. SQL is one query, or - for standard input; without
    it, the views that may be asked are listed with their columns. Only the dataset is read, and nothing is written but FILE.
    A chart is drawn of a column of labels, or of times, and columns of numbers behind it.
    """
    from newsmodel.cli import datasets

    return datasets.query(dataset, sql, format, output, rows)


@command.command()
@click.argument("dataset")
@click.option("--html", "page", metavar="FILE", help="Write a page with plots, complete in itself, instead of a summary.")
def stats(dataset: str, page: str | None) -> int:
    """Show a dataset in numbers and plots.

    When its documents were published, their sections, languages, authors and formats; how votes went; appeals; what was lost and
    what was not read; which fields are there. DATASET is as that of query.
    """
    from newsmodel.cli import datasets

    return datasets.stats(dataset, page)


@command.command()
@click.argument("folder", default="newsmodel-demo", metavar="[DIR]", type=click.Path(file_okay=False, path_type=Path))
def demo(folder: Path) -> int:
    """Write a messy page in every format into DIR.

    The page comes with newsmodel and is invented. DIR is ./newsmodel-demo unless you say otherwise; a report of all losses is
    written beside the documents.
    """
    from newsmodel.cli import actions

    return actions.demo(folder)


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command with these arguments, by default those of the process; returns the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a terminal that cannot show a character gets its number
            stream.reconfigure(errors="backslashreplace")
    try:
        code = command.main(arguments, prog_name="newsmodel", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.Abort:
        return INTERRUPTED
    return int(code or DONE)
