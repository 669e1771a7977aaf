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
from newsmodel.cli.messages import counted, printable
from newsmodel.contract import Loss, Read
from newsmodel.model import (
    Article, Aside, Block, Byline, Caption, Concept, Count, DonationAppeal, Embed, Figure, Heading, Label, Link, List,
    Opaque, Paragraph, Preformatted, Quote, RichText, Separator, SuggestedAmount, Table, Time, Vote,
)  # fmt: skip
from newsmodel.model.values import Number

BOX = box.SIMPLE_HEAD
"""The lines of tables: readable when they are pasted elsewhere."""
Row: TypeAlias = tuple[str, "str | None"]


def of(read: Read, name: str) -> Tree:
    """The article of this document, with what was not read of it."""
    article = read.article
    tree = Tree(Text(printable(name), style="dim"), guide_style="dim")
    top = tree.add(Text(_line(article.headline) or "(no headline)", style="bold"))
    for label, value in _facts(article):
        if value:
            top.add(_labelled(label, value))
    _add(top, "bylines", map(_byline, article.bylines))
    _add(top, "contributors", map(_byline, article.contributors))
    for label, concepts in _concepts(article):
        _add(top, label, map(_concept, concepts), inline=True)
    _add(top, "titles", map(_label, article.titles))
    _add(top, "lead", [_figure(article.lead)] if article.lead else [])
    _add_body(top, article)
    if article.votes:
        top.add("votes").add(_votes(article.votes))
    _add(top, "captions", map(_caption, article.captions))
    for appeal in article.appeals:
        _add_appeal(top, appeal)
    _add(top, "notes", map(_label, article.notes))
    _add(top, "links", map(_link, article.links))
    _add(top, f"losses ({len(read.losses)})", map(_loss, read.losses))
    return tree


def _facts(article: Article) -> tuple[Row, ...]:
    rights = article.rights
    return (
        ("kicker", article.kicker),
        ("standfirst", _plain(article.standfirst)),
        ("summary", _plain(article.summary)),
        ("byline", article.byline_text),
        ("dateline", article.dateline),
        ("credit", article.credit),
        ("language", article.language),
        ("created", _time(article.created)),
        ("published", _time(article.published)),
        ("updated", _time(article.updated)),
        ("embargoed until", _time(article.embargoed)),
        ("expires", _time(article.expires)),
        ("id", article.id),
        ("version", _number(article.version)),
        ("identifiers", ", ".join(one.value for one in article.identifiers)),
        ("url", article.url),
        ("slug", article.slug),
        ("status", article.status),
        ("urgency", _number(article.urgency)),
        ("access", article.access),
        ("keywords", ", ".join(article.keywords)),
        ("publisher", _concept(article.publisher) if article.publisher else None),
        ("rights holder", _concept(rights.holder) if rights and rights.holder else None),
        ("rights", "; ".join(map(_label, rights.notices + rights.terms)) if rights else None),
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


def _add(tree: Tree, label: str, lines: Iterable[str], *, inline: bool = False) -> None:
    """Add a branch with a line for each, or with all in one line; nothing where there is none."""
    taken = list(lines)
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
            _add_blocks(tree, _words("quote", block.role, block.attribution), block.blocks)
        case Aside():
            _add_blocks(tree, _words("aside", block.role), block.blocks)
        case Embed():
            _add_blocks(tree, _words("embed", block.provider, block.title, block.url), block.blocks)
        case List():
            branch = _add_outline(tree, "ordered list" if block.ordered else "list", "")
            for item in block.items:
                _add_outline(branch, "", walk.plain_text(item))
        case Table():
            branch = _add_outline(tree, "table", _plain(block.caption) or "")
            for row in block.rows:
                _add_outline(branch, "", " | ".join(walk.plain_text(cell.blocks) for cell in row))
        case Figure():
            _add_outline(tree, "figure", _figure(block))
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
    line = Text.assemble((f"{label} " if label and text else label, "cyan"), _line(text))
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
        return ", ".join(_count(count) for count in vote.counts if count.option == option)

    others = (f"{count.option} {_count(count)}" for count in vote.counts if count.option not in ("yes", "no", "abstain"))
    margin = None if vote.margin is None else f"by {vote.margin}"
    needed = f"needed {vote.requirement}" if vote.requirement else None
    result = ", ".join(filter(None, [vote.outcome, "unanimous" if vote.unanimous else None, margin, needed, _time(vote.held)]))
    evidence = vote.evidence
    place = "" if evidence is None else "text" if evidence.block is None else f"block {evidence.block}"
    return [
        vote.motion or "", vote.voting_body or "", chosen("yes"), chosen("no"), chosen("abstain"), ", ".join(others),
        result, place,
    ]  # fmt: skip


def _count(count: Count) -> str:
    return f"{count.value} %" if count.unit == "percent" else str(count.value)


# The other parts, each in one line


def _byline(byline: Byline) -> str:
    of_whom = _words(byline.name, byline.job_title, byline.affiliation, byline.location, byline.email)
    return of_whom if byline.role in (None, "author") else f"{of_whom} ({byline.role})"


def _concept(concept: Concept) -> str:
    return concept.name or concept.code or str(concept.uri)


def _label(label: Label) -> str:
    text = _line(walk.plain_text(label.content))
    return f"{label.role}: {text}" if label.role else text


def _link(link: Link) -> str:
    return f"{link.rel}: {_words(link.title, link.href)}"


def _figure(figure: Figure) -> str:
    media = figure.media
    kind = media.kind if media else "no picture"
    words = _line(walk.plain_text(figure.caption)) if figure.caption else media.alt or media.title if media else None
    return _words(kind, words)


def _caption(caption: Caption) -> str:
    text = _line(_plain(caption.content) or "")
    return " · ".join(filter(None, [text, caption.credit or caption.creator]))


def _add_appeal(tree: Tree, appeal: DonationAppeal) -> None:
    branch = tree.add(f"appeal ({appeal.kind})")
    facts = (
        ("heading", appeal.heading),
        ("amounts", ", ".join(map(_amount, appeal.amounts))),
        ("beneficiary", appeal.beneficiary),
        ("call to action", appeal.call_to_action),
        ("url", appeal.url),
    )
    for label, value in facts:
        if value:
            branch.add(_labelled(label, value))
    for paragraph in appeal.paragraphs:
        _add_outline(branch, "", paragraph)


def _amount(amount: SuggestedAmount) -> str:
    sum_ = f"{amount.currency} {amount.value}"
    return f"{sum_} ({amount.period})" if amount.period else sum_


def _loss(loss: Loss) -> str:
    return printable(str(loss))


def _plain(content: RichText | None) -> str | None:
    return walk.plain_text(content) if content else None


def _time(time: Time | None) -> str | None:
    return None if time is None else time.isoformat()


def _number(number: Number | None) -> str | None:
    return None if number is None else str(number)


def _words(*words: str | None) -> str:
    return ", ".join(word for word in words if word)


def _line(text: str) -> str:
    """`text` in one line."""
    return " ".join(text.split())
