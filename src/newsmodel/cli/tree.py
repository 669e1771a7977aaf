"""An article as a tree for people to read in a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeAlias, assert_never

from rich import box
from rich.console import RenderableType
from rich.table import Table as Grid
from rich.text import Text
from rich.tree import Tree

from newsmodel import walk
from newsmodel.cli import lines
from newsmodel.cli.messages import counted, printable
from newsmodel.contract import Loss, Read
from newsmodel.model import (
    Article, Aside, Block, Concept, DonationAppeal, Embed, Figure, Heading, List, Opaque, Paragraph, Preformatted, Quote,
    Separator, Table, Vote,
)  # fmt: skip

BOX = box.SIMPLE_HEAD
"""The lines of tables: readable when they are pasted elsewhere."""
Row: TypeAlias = tuple[str, "str | None"]


def of(read: Read, name: str) -> Tree:
    """The article of this document, with what was not read of it."""
    article = read.article
    tree = Tree(Text(printable(name), style="dim"), guide_style="dim")
    top = tree.add(Text(lines.one_line(article.headline) or "(no headline)", style="bold"))
    for label, value in _facts(article):
        if value:
            top.add(_labelled(label, value))
    _add(top, "bylines", map(lines.byline, article.bylines))
    _add(top, "contributors", map(lines.byline, article.contributors))
    for label, concepts in _concepts(article):
        _add(top, label, map(lines.concept, concepts), inline=True)
    _add(top, "titles", map(lines.label, article.titles))
    _add(top, "lead", [lines.figure(article.lead)] if article.lead else [])
    _add_body(top, article)
    if article.votes:
        top.add("votes").add(_votes(article.votes))
    _add(top, "captions", map(lines.caption, article.captions))
    for appeal in article.appeals:
        _add_appeal(top, appeal)
    _add(top, "notes", map(lines.label, article.notes))
    _add(top, "links", map(lines.link, article.links))
    _add(top, f"losses ({len(read.losses)})", map(_loss, read.losses))
    return tree


def _facts(article: Article) -> tuple[Row, ...]:
    rights = article.rights
    return (
        ("kicker", article.kicker),
        ("standfirst", lines.plain(article.standfirst)),
        ("summary", lines.plain(article.summary)),
        ("byline", article.byline_text),
        ("dateline", article.dateline),
        ("credit", article.credit),
        ("language", article.language),
        ("created", lines.time(article.created)),
        ("published", lines.time(article.published)),
        ("updated", lines.time(article.updated)),
        ("embargoed until", lines.time(article.embargoed)),
        ("expires", lines.time(article.expires)),
        ("id", article.id),
        ("version", lines.number(article.version)),
        ("identifiers", ", ".join(one.value for one in article.identifiers)),
        ("url", article.url),
        ("slug", article.slug),
        ("status", article.status),
        ("urgency", lines.number(article.urgency)),
        ("access", article.access),
        ("keywords", ", ".join(article.keywords)),
        ("publisher", lines.concept(article.publisher) if article.publisher else None),
        ("rights holder", lines.concept(rights.holder) if rights and rights.holder else None),
        ("rights", "; ".join(map(lines.label, rights.notices + rights.terms)) if rights else None),
    )


def _concepts(article: Article) -> tuple[tuple[str, tuple[Concept, ...]], ...]:
    return (
        ("located", article.located),
        ("signals", article.signals),
        ("genres", article.genres),
        ("sections", article.sections),
        ("subjects", article.subjects),
        ("sources", article.sources),
    )


def _add(tree: Tree, label: str, found: Iterable[str], *, inline: bool = False) -> None:
    """Add a branch with a line for each, or with all in one line; nothing where there is none."""
    taken = list(found)
    if not taken:
        return
    if inline:
        tree.add(_labelled(label, ", ".join(taken)))
        return
    branch = tree.add(label)
    for line in taken:
        branch.add(Text(line))


def _labelled(label: str, value: str) -> Text:
    return Text.assemble((f"{label}: ", "cyan"), value)


# The body


def _add_body(tree: Tree, article: Article) -> None:
    if article.body:
        size = f"{counted(len(article.body), 'block')}, {counted(len(article.text.split()), 'word')}"
        branch = tree.add(f"body: {size}")
        for block in article.body:
            _add_block(branch, block)


def _add_block(tree: Tree, block: Block) -> None:
    """Add the outline of a block: its kind, how it begins, and the blocks in it."""
    match block:
        case Paragraph():
            _add_outline(tree, "", walk.plain_text(block))
        case Heading():
            _add_outline(tree, f"h{block.level}", walk.plain_text(block))
        case Quote():
            _add_blocks(tree, lines.joined("quote", block.role, block.attribution), block.blocks)
        case Aside():
            _add_blocks(tree, lines.joined("aside", block.role), block.blocks)
        case Embed():
            _add_blocks(tree, lines.joined("embed", block.provider, block.title, block.url), block.blocks)
        case List():
            branch = _add_outline(tree, "ordered list" if block.ordered else "list", "")
            for item in block.items:
                _add_outline(branch, "", walk.plain_text(item))
        case Table():
            branch = _add_outline(tree, "table", lines.plain(block.caption) or "")
            for row in block.rows:
                _add_outline(branch, "", " | ".join(walk.plain_text(cell.blocks) for cell in row))
        case Figure():
            _add_outline(tree, "figure", lines.figure(block))
        case Preformatted():
            _add_outline(tree, "preformatted", block.text)
        case Opaque():
            _add_outline(tree, f"kept markup ({block.format})", block.text or block.markup)
        case Separator():
            _add_outline(tree, "* * *", "")
        case _ as never:
            assert_never(never)


def _add_blocks(tree: Tree, label: str, blocks: Sequence[Block]) -> None:
    branch = _add_outline(tree, label, "")
    for block in blocks:
        _add_block(branch, block)


def _add_outline(tree: Tree, label: str, text: str) -> Tree:
    """Add a line, cut where the terminal ends: it only has to be recognised."""
    line = Text.assemble((f"{label} " if label and text else label, "cyan"), lines.one_line(text))
    line.no_wrap, line.overflow = True, "ellipsis"
    return tree.add(line)


# Votes


def _votes(votes: Sequence[Vote]) -> RenderableType:
    """A table, whose last columns are there only where a vote needs them."""
    columns = ["Motion", "Who voted", "Yes", "No", "Abstained", "Others", "Result", "Read in"]
    rows = [_vote(vote) for vote in votes]
    kept = [index for index in range(len(columns)) if index in (0, 2, 3, 6) or any(row[index] for row in rows)]
    grid = Grid(*(columns[index] for index in kept), box=BOX)
    for row in rows:
        grid.add_row(*(Text(row[index]) for index in kept))
    return grid


def _vote(vote: Vote) -> list[str]:
    def chosen(option: str) -> str:
        return ", ".join(lines.count(count) for count in vote.counts if count.option == option)

    others = (f"{count.option} {lines.count(count)}" for count in vote.counts if count.option not in ("yes", "no", "abstain"))
    margin = None if vote.margin is None else f"by {vote.margin}"
    needed = f"needed {vote.requirement}" if vote.requirement else None
    result = ", ".join(filter(None, [vote.outcome, "unanimous" if vote.unanimous else None, margin, needed, lines.time(vote.held)]))
    evidence = vote.evidence
    place = "" if evidence is None else "text" if evidence.block is None else f"block {evidence.block}"
    return [
        vote.motion or "", vote.voting_body or "", chosen("yes"), chosen("no"), chosen("abstain"), ", ".join(others),
        result, place,
    ]  # fmt: skip


# Appeals


def _add_appeal(tree: Tree, appeal: DonationAppeal) -> None:
    branch = tree.add(f"appeal ({appeal.kind})")
    facts = (
        ("heading", appeal.heading),
        ("amounts", ", ".join(map(lines.amount, appeal.amounts))),
        ("beneficiary", appeal.beneficiary),
        ("call to action", appeal.call_to_action),
        ("url", appeal.url),
    )
    for label, value in facts:
        if value:
            branch.add(_labelled(label, value))
    for paragraph in appeal.paragraphs:
        _add_outline(branch, "", paragraph)


def _loss(loss: Loss) -> str:
    return printable(f"{loss} (repaired)" if loss.repaired else str(loss))
