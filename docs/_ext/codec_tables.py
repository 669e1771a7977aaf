"""Directives that run the codecs: `survival NAME` says what survives one format, `formats` compares all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import TYPE_CHECKING, Any, ClassVar

from format_table import format_table
from sphinx.util.docutils import SphinxDirective

from newsmodel import registry
from newsmodel.contract import Writer
from newsmodel.fidelity import survival

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx


class Survival(SphinxDirective):
    """What becomes of every field of the model that is written in a format and read back."""

    required_arguments = 1
    has_content = False

    def run(self) -> list[nodes.Node]:
        codec = registry.codec(self.arguments[0])
        if not isinstance(codec, Writer):
            raise self.error(f"{self.arguments[0]} does not write")
        return self.parse_text_to_nodes("\n".join(lines(survival(codec))))


class Formats(SphinxDirective):
    """The table of formats, as the README has it."""

    has_content: ClassVar[bool] = False

    def run(self) -> list[nodes.Node]:
        return self.parse_text_to_nodes(format_table())


def lines(fields: Mapping[str, str | None]) -> Iterator[str]:
    """The table, in Markdown: a row for each class, its fields that survive and those that do not, with the reason."""
    lost = {name: reason.replace(_field(name), "it") for name, reason in fields.items() if reason is not None}
    if not lost:
        yield f"Everything survives: all {len(fields)} fields of the model."
        return
    yield f"{len(fields) - len(lost)} of {len(fields)} fields of the model survive in the form in which they were written."
    yield from ("", "| Class | Survives | Is lost |", "|---|---|---|")
    for cls, names in groupby(fields, lambda name: name.partition(".")[0]):
        members = list(names)
        kept = ", ".join(f"`{_field(name)}`" for name in members if name not in lost)
        reasons = groupby(sorted((name for name in members if name in lost), key=lambda name: str(lost[name])), lost.get)
        gone = "; ".join(f"{', '.join(f'`{_field(name)}`' for name in group)}: {_cell(reason)}" for reason, group in reasons)
        yield f"| `{cls}` | {kept} | {gone} |"


def _field(name: str) -> str:
    return name.partition(".")[2] or name


def _cell(text: str | None) -> str:
    return str(text).replace("|", "\\|").replace("<", "&lt;")


def setup(app: Sphinx) -> dict[str, Any]:
    """Sphinx's way in."""
    app.add_directive("survival", Survival)
    app.add_directive("formats", Formats)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
