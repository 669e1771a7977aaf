"""An article as text that people read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import assert_never

from newsmodel.extract._appeals import appeal_of
from newsmodel.model import (
    Article, Aside, Block, Byline, Caption, DonationAppeal, Embed, Figure, Heading, List, Opaque, Paragraph, Preformatted,
    Quote, Separator, SuggestedAmount, Table,
)  # fmt: skip
from newsmodel.model.values import WHITE_SPACE
from newsmodel.walk import plain_text

PICTURE = re.compile(r"\[Picture: (?P<caption>.*[^ ].*)\]", re.DOTALL)
"""A line that stands for a picture; `_picture` writes it."""
BAR = " | "
"""Between a caption's text and its credit, and between the cells of a row."""
BREAK = "* * *"
PERIODS = {"P1D": "a day", "P1W": "a week", "P1M": "a month", "P3M": "a quarter", "P1Y": "a year", "one-off": "once"}

_TIGHT = re.compile(r"(?:[-•*–]|[0-9]{1,3}[.)])[ \u00a0]|.*[ \u00a0]\|[ \u00a0]", re.DOTALL)
_SPACE = re.compile(r"[ \t\n]+")


def text_of(article: Article) -> str:
    """The article's text, with a line feed at its end."""
    head = [_line(plain_text(article.headline))]
    names = _line(article.byline_text or composed(article.bylines) or "")
    lead = list(_block(article.lead)) if article.lead is not None else []
    body = [line for block in article.body for line in _block(block)]
    appeals = [line for appeal in article.appeals for line in _appeal(appeal)]
    rest = [line for line in (names, *lead, *body, *appeals) if line.strip()]
    standfirst = _joined(plain_text(article.standfirst).split("\n")) if article.standfirst else ""
    if standfirst and head[0] and rest and not (names.strip() or lead):
        head = [f"{head[0]}\n{standfirst}"]
    else:
        head.append(standfirst)
    return _spaced([line for line in (*head, *rest) if line.strip()]) + "\n"


def _joined(lines: list[str]) -> str:
    return "\n".join(line for line in map(_line, lines) if line.strip())


def _line(text: str) -> str:
    return _SPACE.sub(lambda match: match[0] if match[0].strip(" ") == "" else " ", text).strip(WHITE_SPACE)


def _spaced(lines: list[str]) -> str:
    """The lines with a blank one between any two, but for the items of a list and the rows of a table."""
    text = "".join(line + ("\n" if _TIGHT.match(line) and _TIGHT.match(behind) else "\n\n") for line, behind in pairwise(lines))
    return text + (lines[-1] if lines else "")


# Names


def composed(bylines: tuple[Byline, ...]) -> str | None:
    """The line that names these people: `By Ann Bell, political editor, The Echo`."""
    if not bylines:
        return None
    people = [", ".join(filter(None, (one.name, one.job_title, one.affiliation, one.location))) for one in bylines]
    if any("," in person for person in people):
        return "By " + "; ".join(people)
    return "By " + (", ".join(people[:-1]) + " and " + people[-1] if len(people) > 1 else people[0])


# Body


def _block(block: Block) -> Iterator[str]:
    """The texts of a block that stand apart; a line break in one of them is a line break and no more."""
    match block:
        case Paragraph() | Heading():
            yield _joined(plain_text(block).split("\n"))
        case Quote() | Aside():
            yield from _blocks(block.blocks)
            if isinstance(block, Quote) and block.attribution:
                yield _line(f"— {block.attribution}")
        case List():
            for number, item in enumerate(block.items, 1):
                yield from _item(item, f"{number}. " if block.ordered else "- ")
        case Table():
            yield from map(_line, plain_text(block.caption).split("\n"))
            for row in block.rows:
                yield _line(BAR.join(_line(plain_text(cell.blocks)) for cell in row))
        case Figure():
            yield _picture(block)
        case Embed():
            yield from _blocks(block.blocks)
            yield _line(BAR.join(filter(None, (block.title, block.url))) or block.provider or "")
        case Preformatted():
            yield _joined(block.text.split("\n"))
        case Opaque():
            yield _joined((block.text or "").split("\n"))
        case Separator():
            yield BREAK
        case _ as never:
            assert_never(never)


def _blocks(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        yield from _block(block)


def _item(blocks: tuple[Block, ...], mark: str) -> Iterator[str]:
    lines = [line for line in _blocks(blocks) if line.strip()]
    for index, line in enumerate(lines):
        yield line if index else mark + line


def _picture(figure: Figure) -> str:
    caption = figure.caption or Caption(content="-")
    content = (
        _line(plain_text(caption.content))
        if figure.caption
        else _line((figure.media and (figure.media.alt or figure.media.title)) or "")
    )
    credit = caption.credit or " / ".join(filter(None, (caption.creator, *caption.agencies)))
    inside = content + (BAR + _line(credit) if credit else "")
    return f"[Picture: {inside.strip(WHITE_SPACE)}]" if inside.strip() else ""


# Appeals


def _appeal(appeal: DonationAppeal) -> Iterator[str]:
    """The lines of an appeal, and a line for each of its facts that they do not state."""
    lines = [line for line in map(_line, filter(None, (appeal.heading, *appeal.paragraphs))) if line.strip()]
    stated = appeal_of(lines, "en") if lines else None
    yield from lines
    missing = [amount for amount in appeal.amounts if stated is None or amount not in stated.amounts]
    if missing:
        yield ", ".join(map(_amount, missing))
    for fact in (appeal.call_to_action, appeal.url, appeal.beneficiary):
        if fact and not any(fact in line for line in lines):
            lines.append(fact)
            yield fact


def _amount(amount: SuggestedAmount) -> str:
    period = PERIODS.get(amount.period or "", amount.period or "")
    return f"{amount.currency} {amount.value:f} {period}".strip()


# Losses


def reason(path: str, value: object) -> str:  # noqa: ARG001  # the contract's shape; the field tells enough
    """Why plain text does not carry the value at a path."""
    field = path.split("/")[1] if path else ""
    return _REASONS.get(
        field, f"plain text has no place for {field.replace('_', ' ')}" if field else "plain text carries none of it"
    )


_REASONS = {
    "headline": "the line is not read as the headline",
    "standfirst": "plain text keeps the words of a standfirst, without marks and links",
    "body": "plain text keeps paragraphs and captions, without marks, links and other blocks",
    "lead": "plain text keeps a picture's caption and credit only",
    "bylines": "plain text keeps names, jobs, affiliations and places only",
    "byline_text": "plain text has one line for the names",
    "votes": "plain text keeps the votes that its sentences report",
    "appeals": "plain text keeps an appeal's words and the facts in them",
    "contributors": "not public",
}
