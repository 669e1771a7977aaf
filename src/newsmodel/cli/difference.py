"""What changed between two versions of a story, one line a change, for people who edit stories."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from difflib import SequenceMatcher
from itertools import groupby
from typing import Any, TypeAlias

from attrs import field, frozen
from rich.text import Text

from newsmodel import structure, walk
from newsmodel.changes import Change, changes
from newsmodel.cli import lines, places
from newsmodel.cli.messages import printable
from newsmodel.contract import Codec, Loss, Read, Writer, patch
from newsmodel.model import (
    Article, Byline, Caption, Concept, DonationAppeal, Evidence, Figure, Label, Link, Paragraph, RichText,
    SuggestedAmount, Vote,
)  # fmt: skip
from newsmodel.model.blocks import BLOCKS
from newsmodel.model.richtext import Parts, parts

CONTEXT = 6
"""How many unchanged words stand on either side of changed ones."""
CODES = frozenset({"version", "language", "status", "access", "kind", "result", "option", "unit", "currency", "period"})
"""The fields whose words are shown without quotation marks."""
WHITE_SPACE = " (white space differs)"
REMOVED, ADDED, RESTYLED, PLACE, NOTE = "red", "green", "yellow", "cyan", "dim"
Word: TypeAlias = tuple[str, str]
"""A word with the white space behind it, and how it is marked."""


@frozen
class Version:
    """One of the two articles, and the codec that read it."""

    read: Read
    codec: Codec

    @property
    def article(self) -> Article:
        """The article."""
        return self.read.article

    def losses(self, codec: Codec) -> Sequence[Loss]:
        """What the article holds that this format, of the other version, cannot say."""
        return codec.write(self.article).losses if isinstance(codec, Writer) else ()


@frozen
class Difference:
    """Two versions of a story, and what changed between them."""

    before: Version
    after: Version
    changes: tuple[Change, ...] = field(init=False)

    @changes.default
    def _find(self) -> tuple[Change, ...]:
        return changes(self.before.article, self.after.article)

    def lines(self) -> Iterator[Text]:
        """Each change in words; with a reason in brackets where a format that cannot say the value makes it."""
        moves = _moves(self.changes)
        said = set(moves.values())
        for index, (change, reason) in enumerate(zip(self.changes, self._reasons(), strict=True)):
            if index in said:
                continue
            line = self._moved(change, self.changes[moves[index]]) if index in moves else self._line(change)
            yield line.append(f" [{printable(reason)}]", NOTE) if reason else line

    def plain(self) -> list[dict[str, Any]]:
        """The changes as JSON-ready data."""
        return [
            {
                "path": change.path,
                "to": change.to,
                "before": structure.plain(change.before),
                "after": structure.plain(change.after),
                "member": change.member,
                "reason": reason,
            }
            for change, reason in zip(self.changes, self._reasons(), strict=True)
        ]

    def _reasons(self) -> list[str | None]:
        """For each change that writing either version in the other's format makes too: why it does."""
        known: dict[tuple[str, str, str], str] = {}
        losses = self.before.losses(self.after.codec)
        for change in changes(self.before.article, patch(self.before.article, losses)):
            known[_key(change, change.path)] = _why(change.path, losses)
        losses = self.after.losses(self.before.codec)
        for change in changes(patch(self.after.article, losses), self.after.article):
            known[_key(change, change.to)] = _why(change.to, losses)
        return [known.get(_key(change, change.path)) or known.get(_key(change, change.to)) for change in self.changes]

    def _moved(self, change: Change, other: Change) -> Text:
        article = self.before.article
        gone, come = (change, other) if change.after is None else (other, change)
        where = f"moved {places.place(article, gone.path)} {_behind(article, come)}"
        return _stated(where, _summary(gone.before, gone.path), "")

    def _line(self, change: Change) -> Text:
        article = self.before.article
        if change.before is None:
            within = change.member and not _is_named(change.after)
            where = _behind(article, change) if within else places.place(article, _whole(change))
            return _stated(f"added {where}", _summary(change.after, change.path, full=True), ADDED)
        if change.after is None:
            where = places.place(article, _whole(change) if _is_named(change.before) else change.path)
            return _stated(f"removed {where}", _summary(change.before, change.path, full=True), REMOVED)
        return _edited(places.place(article, change.path), change)


def _moves(found: Sequence[Change]) -> dict[int, int]:
    """By the index of a change that takes a block from a sequence, or puts it there, that of one that does the opposite."""
    waiting: dict[tuple[str, str, bool], list[int]] = defaultdict(list)
    moves: dict[int, int] = {}
    for index, change in enumerate(found):
        if change.member and not _is_named(value := change.before or change.after):
            parent, gone = _parent(change.path), change.after is None
            if others := waiting[parent, repr(value), not gone]:
                moves[others.pop(0)] = index
            else:
                waiting[parent, repr(value), gone].append(index)
    return moves


def _key(change: Change, path: str) -> tuple[str, str, str]:
    """What two changes have in common that do the same; of whole members, their number does not count."""
    return _parent(path) if change.member else path, repr(change.before), repr(change.after)


def _why(path: str, losses: Iterable[Loss]) -> str:
    """The reason of the loss that holds this place, or lies in it."""
    reasons = (loss.reason for loss in losses if f"{path}/".startswith(f"{loss.path}/") or loss.path.startswith(f"{path}/"))
    return next(reasons, "the other format cannot say it")


def _parent(path: str) -> str:
    return path.rpartition("/")[0]


def _is_named(value: object) -> bool:
    """Whether its summary alone says which member of its sequence a value is."""
    return not isinstance(value, (*BLOCKS, tuple))


def _whole(change: Change) -> str:
    """The path by which a whole value is called: of a member, that of its sequence, with a step behind the last one."""
    return f"{_parent(change.path)}/{1 << 62}" if change.member else change.path


def _behind(article: Article, change: Change) -> str:
    """Where something was put into a sequence of blocks, rows or items."""
    parent, _, index = change.path.rpartition("/")
    if int(index):
        return f"after {places.place(article, f'{parent}/{int(index) - 1}')}"
    within = places.place(article, parent)
    return f"at the start of {within}" if within else "at the start of the text"


def _stated(where: str, what: str, style: str) -> Text:
    return Text.assemble((printable(where), PLACE), ": ", (printable(what), style))


# Values


def _edited(where: str, change: Change) -> Text:
    """A value that became another one: texts word by word, all else as from and to."""
    line = Text.assemble((printable(where), PLACE), ": ")
    before, after = change.before, change.after
    if isinstance(before, tuple) and isinstance(after, tuple):
        return line.append_text(_rewritten(before, after))
    if isinstance(before, str) and isinstance(after, str) and change.path.endswith("/text"):
        return line.append_text(_rewritten((before,), (after,)))
    old, new = _summary(before, change.path), _summary(after, change.path)
    line.append(printable(old), REMOVED).append(" -> ").append(printable(new), ADDED)
    return line if old != new else line.append(WHITE_SPACE, NOTE)


def _summary(value: Any, path: str, *, full: bool = False) -> str:
    """A value in one line; blocks with their kind, unless they are paragraphs, and with their whole text if `full`."""
    match value:
        case bool():
            return "yes" if value else "no"
        case str():
            return value if path.rpartition("/")[2] in CODES else f"'{lines.one_line(value)}'"
        case date():
            return value.isoformat()
        case Byline():
            return lines.byline(value)
        case Concept():
            return lines.concept(value)
        case Label():
            return lines.label(value)
        case Link():
            return lines.link(value)
        case Vote():
            return lines.vote(value)
        case Caption():
            return lines.caption(value)
        case SuggestedAmount():
            return lines.amount(value)
        case DonationAppeal():
            return lines.joined(value.heading, value.call_to_action, *map(lines.amount, value.amounts))
        case Evidence():
            return f"'{lines.one_line(value.quote)}'"
        case tuple():
            return _of_several(value)
        case Figure():
            return f"figure, {lines.figure(value)}"
        case _ if isinstance(value, BLOCKS):
            kind = "" if isinstance(value, Paragraph) else places.KINDS[type(value)]
            text = lines.one_line(walk.plain_text(value))
            return " ".join(filter(None, [kind, text if full else _begun(text)]))
        case _:
            return _of_fields(value)


def _of_several(members: tuple[Any, ...]) -> str:
    """Rich text, the blocks of an item, or the cells of a row."""
    if all(isinstance(one, (*BLOCKS, str)) or hasattr(one, "marks") for one in members):
        return lines.one_line(walk.plain_text(members))
    return " | ".join(lines.one_line(walk.plain_text(cell.blocks)) for cell in members)


def _of_fields(value: Any) -> str:
    """What an object holds, or a number."""
    found = [str(part) for _, part in walk.visit(value) if isinstance(part, (str, int, date)) and not isinstance(part, bool)]
    return lines.joined(*map(lines.one_line, found)) or str(value)


def _begun(text: str) -> str:
    words = text.split()
    return text if len(words) <= 2 * CONTEXT else " ".join([*words[: 2 * CONTEXT], "…"])


# Texts, word by word


def _rewritten(before: RichText, after: RichText) -> Text:
    """The later text, with `[-what is gone-]`, `{+what is new+}` and `{what is marked otherwise: plain -> strong}`."""
    old, new = list(_words(before)), list(_words(after))
    matcher = SequenceMatcher(None, [word.strip() for word, _ in old], [word.strip() for word, _ in new], autojunk=False)
    shown = Text()
    steps = matcher.get_opcodes()
    for number, (step, start, end, new_start, new_end) in enumerate(steps):
        if any(word[-1].isspace() for word, _ in old[max(start - 1, 0) : start] + new[max(new_start - 1, 0) : new_start]):
            _space(shown)
        if step == "equal":
            _add_kept(shown, old[start:end], new[new_start:new_end], first=number == 0, last=number == len(steps) - 1)
            continue
        _add_words(shown, old[start:end], "[-", "-]", REMOVED)
        if step == "replace":
            _space(shown)
        _add_words(shown, new[new_start:new_end], "{+", "+}", ADDED)
    shown.rstrip()
    return shown if any(span.style in (REMOVED, ADDED, RESTYLED) for span in shown.spans) else shown.append(WHITE_SPACE, NOTE)


def _words(content: RichText) -> Iterator[Word]:
    for run in content:
        text, *_ = taken = parts(run)
        for word in re.findall(r"\s*\S+\s*|\s+", text):
            yield word, _style(taken)


def _style(run: Parts) -> str:
    _, marks, href, language = run
    return lines.joined(*marks, f"link to {href}" if href else None, f"in language {language}" if language else None)


def _add_words(shown: Text, words: Sequence[Word], start: str, end: str, colour: str) -> None:
    """Add words between brackets, with their style behind them where they have one."""
    for style, group in groupby(words, key=lambda word: word[1]):
        taken = [word for word, _ in group]
        _put(shown, taken, f"{start}{_said(taken)}{end}{f' ({style})' if style else ''}", colour)


def _add_kept(shown: Text, old: Sequence[Word], new: Sequence[Word], *, first: bool, last: bool) -> None:
    """Add words that both texts have: those near a change, and those that are marked otherwise."""
    for (was, now), group in groupby(zip(old, new, strict=True), key=lambda pair: (pair[0][1], pair[1][1])):
        words = [word for _, (word, _) in group]
        if was != now:
            _put(shown, words, f"{{{_said(words)}: {was or 'plain'} -> {now or 'plain'}}}", RESTYLED)
            continue
        head = [] if first else words[:CONTEXT]
        tail = [] if last else words[-CONTEXT:]
        short = len(words) <= (CONTEXT if first or last else 2 * CONTEXT)
        _put(shown, words, _said(words if short else [*head, " … ", *tail]))


def _put(shown: Text, words: Sequence[str], text: str, style: str = "") -> None:
    """Add a text that stands for words, with a space on either side where they have one."""
    if words[0][0].isspace():
        _space(shown)
    shown.append(printable(text), style)
    if words[-1][-1].isspace():
        _space(shown)


def _space(shown: Text) -> None:
    if shown.plain and not shown.plain.endswith(" "):
        shown.append(" ")


def _said(words: Iterable[str]) -> str:
    return lines.one_line("".join(words))
