"""The lines of a text: decoded, cleaned, numbered."""

from __future__ import annotations

import re

import attrs
from attrs import frozen

from newsmodel.contract import Loss
from newsmodel.errors import Position, ReadError
from newsmodel.model.values import CONTROL, WHITE_SPACE
from newsmodel.syntax.encoding import UTF_8_MARK

MAX_BYTES = 16 << 20
"""The largest text that is read."""
MAX_LINES = 500_000
"""The most lines that are read."""

_OTHER_MARKS = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}
_NEWLINE = re.compile(r"\r\n?")
_CONTROL = re.compile(f"[{CONTROL}]+")
_SPACE = re.compile(r"[ \t]+")


@frozen
class Line:
    """A line that holds something to see."""

    text: str
    number: int
    """From 1."""
    group: int
    """Lines with no blank line between them are of one group."""


def decoded(data: bytes) -> str:
    """The text of a document.

    Raises:
        ReadError: where it is empty, too long, or not UTF-8.
    """
    if len(data) > MAX_BYTES:
        raise ReadError.at(f"expected at most {MAX_BYTES} bytes of text, found more")
    if data[:2] in _OTHER_MARKS:
        raise ReadError.at(f"expected UTF-8, found the mark of {_OTHER_MARKS[data[:2]]}", line=1, column=1)
    bare = data.removeprefix(UTF_8_MARK)
    if not bare:
        raise ReadError.at("expected text, found nothing", line=1, column=1)
    if bare.count(b"\n") + bare.count(b"\r") > MAX_LINES:
        raise ReadError.at(f"expected at most {MAX_LINES} lines, found more", line=MAX_LINES + 1)
    try:
        return bare.decode()
    except UnicodeDecodeError as error:
        before = _NEWLINE.sub("\n", bare[: error.start].decode())
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        message = f"expected UTF-8, found the byte 0x{bare[error.start]:02x} ({error.reason})"
        raise ReadError.at(message, line=line, column=column) from None


def lines_of(text: str) -> tuple[list[Line], list[Loss]]:
    """The lines that hold something to see, and what was taken out of them.

    Line breaks of all systems are one; a tab is a space; control characters and noncharacters are taken out. A line
    of nothing but white space, a no-break space among it, is blank.
    """
    lines: list[Line] = []
    losses: list[Loss] = []
    group = 0
    for number, raw in enumerate(_NEWLINE.sub("\n", text).split("\n"), 1):
        cleaned = _CONTROL.sub("", raw)
        if cleaned != raw:
            losses.append(attrs.evolve(lost(number, "control characters taken out"), repaired=True))
        found = (_SPACE.sub(_one_space, cleaned) if "\t" in cleaned else cleaned).strip(WHITE_SPACE)
        if found.strip():
            lines.append(Line(found, number, group))
        else:
            group += 1
    return lines, losses


def _one_space(match: re.Match[str]) -> str:
    """White space that holds a tab is one space; a run of spaces stays."""
    return " " if "\t" in match[0] else match[0]


def lost(number: int, reason: str) -> Loss:
    """The loss of a line, or of something in it."""
    return Loss(path=f"/{number}", reason=reason, where=Position(line=number))
