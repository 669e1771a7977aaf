"""The text form: white space of markup as the model has it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from newsmodel.model import RichText
from newsmodel.model.richtext import Parts, normal
from newsmodel.model.values import WHITE_SPACE

BREAK = "\v"
"""Stands for a line break element among text that is still raw; no text holds the character itself."""
_BLANK = WHITE_SPACE + BREAK
_FORMATTING = re.compile("[ \t\r\n]*[\t\r\n][ \t\r\n]*")


def cleaned(runs: Iterable[Parts]) -> RichText:
    """Runs taken from markup in normal form: formatting white space to one space, or to nothing at an edge or a break.

    A run of white space is formatting where it holds a tab or a line feed; a run of plain spaces is content.
    """
    taken = list(runs)
    whole = taken[0][0] if len(taken) == 1 else "".join([run[0] for run in taken])
    if not whole.strip(_BLANK):
        return ()
    if "\n" in whole or "\t" in whole or "\r" in whole:
        taken = _unformatted(taken, whole)
    if BREAK in whole:
        taken = [(text.replace(BREAK, "\n"), marks, href, language) for text, marks, href, language in taken]
    return normal(taken)


def _unformatted(runs: list[Parts], whole: str) -> list[Parts]:
    """The runs with each formatting white space put into the run where it begins, as one space or as nothing."""
    cuts: list[tuple[int, int, str]] = []
    for match in _FORMATTING.finditer(whole):
        start, end = match.span()
        at_edge = start == 0 or end == len(whole) or BREAK in (whole[start - 1], whole[end])
        cuts.append((start, end, "" if at_edge else " "))
    result: list[Parts] = []
    offset = done = 0
    for text, *style in runs:
        begin, finish = offset, offset + len(text)
        pieces, position = [], begin
        while done < len(cuts) and cuts[done][1] <= begin:
            done += 1
        for number in range(done, len(cuts)):
            start, end, space = cuts[number]
            if start >= finish:
                break
            pieces.append(whole[position : max(start, position)])
            if begin <= start:
                pieces.append(space)
            position = min(end, finish)
        pieces.append(whole[position:finish])
        result.append(("".join(pieces), *style))  # type: ignore[arg-type]  # the style of a run is the rest of its parts
        offset = finish
    return result


def one_line(text: str) -> str:
    """`text` as a line, but for control characters: formatting white space and breaks to one space, edges cut."""
    if text.isprintable():  # nothing but spaces may be white space in it
        return text.strip(" ")
    if "\n" in text or "\t" in text or "\r" in text:
        text = _FORMATTING.sub(" ", text)
    return text.replace(BREAK, " ").strip(WHITE_SPACE)


def with_line_feeds(text: str) -> str:
    """`text` with a line feed wherever a line ends: for CR LF, for CR alone, and for LF."""
    return text.replace("\r\n", "\n").replace("\r", "\n")
