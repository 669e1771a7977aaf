"""A directive that shows what `newsmodel COMMAND -h` says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click
from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from newsmodel.cli.commands import command

if TYPE_CHECKING:
    from sphinx.application import Sphinx


class CommandHelp(SphinxDirective):
    """The help of the command and of each of its sub-commands, under headings of their own."""

    has_content = False

    def run(self) -> list[nodes.Node]:
        top = click.Context(command, info_name="newsmodel")
        found: list[nodes.Node] = [_shown(command.get_help(top))]
        for name in command.list_commands(top):
            inner = command.get_command(top, name)
            assert inner is not None
            section = nodes.section(ids=[f"newsmodel-{name}"])
            section += nodes.title(text=name)
            section += _shown(inner.get_help(click.Context(inner, info_name=name, parent=top)))
            found.append(section)
        return found


def _shown(text: str) -> nodes.literal_block:
    return nodes.literal_block(text, text, language="text")


def setup(app: Sphinx) -> dict[str, Any]:
    """Sphinx's way in."""
    app.add_directive("command-help", CommandHelp)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
