"""The lead-in that stands between the title and the text, outside the text's own box, where nothing calls it one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsmodel.extract._page import _phrases as phrases
from newsmodel.extract._page._body import Body, Known, folded
from newsmodel.extract._page._outline import DENSE, Line, is_dense
from newsmodel.extract._page._vocabulary import BYLINE, CAPTION, COMMENTS, FURNITURE

NEAR = 16
"""It is one of so many lines below the title."""
SHORTEST, LONGEST = 30, 700
DECK = 40
"""A heading of more letters right below the title is one."""
SAME = 60
"""Two texts whose first letters, so many, are the same are one; descriptions are often cut."""

_SENTENCE = re.compile(r"[.!?…。][\"”“»’)]{0,2}\Z")


def standfirst_above(lines: Sequence[Line], body: Body, known: Known) -> list[Line]:
    """The lines between the title and the text that say what the description of the page says, or read as a sentence.

    Args:
        lines: all of the page.
        body: the text.
        known: what the article is called, and its description.
    """
    first = body.lines[0].number if body.lines else 0
    titled = max((line.number for line in lines[:first] if line.kind == "h1" or folded(line.text) in known.titles), default=None)
    if titled is None:
        return []
    between = lines[titled + 1 : min(first, titled + NEAR)]
    kept = {line.number for line in body.lines}
    for place, line in enumerate(between):
        if line.number not in kept and _may_be_one(line) and (_says(line, known) or _reads_so(line, titled)):
            found = [line]
            for further in between[place + 1 :]:
                if further.kind != "li" or further.box.parent is not line.box.parent or not _may_be_one(further):
                    break
                found.append(further)
            return found
    return []


def _may_be_one(line: Line) -> bool:
    """Whether a line is neither too short or long, nor a caption, a byline, a date, a link or a plea."""
    low = line.text.lower()
    if not SHORTEST < len(line.text) * (DENSE if is_dense(line.text) else 1) < LONGEST or line.linked > 0.3:
        return False
    if line.kind in ("h1", "figcaption", "caption") or line.box.figured or line.box.names & (BYLINE | CAPTION | COMMENTS):
        return False
    if any(box.hidden for box in line.box.around()):
        return False
    patterns = (phrases.BYLINE, phrases.RELATED, phrases.NOTICE, phrases.DATE)
    return not (any(pattern.match(low) for pattern in patterns) or phrases.APPEAL.search(low) or phrases.CONSENT.search(low))


def _says(line: Line, known: Known) -> bool:
    """Whether a line says what the description of the page says."""
    return len(known.description) > SHORTEST and folded(line.text)[:SAME] == known.description[:SAME]


def _reads_so(line: Line, titled: int) -> bool:
    """Whether a line is a sentence in no furniture, or a long heading right below the title."""
    if line.box.above is not None or line.box.names & FURNITURE:
        return False
    if line.is_heading:
        return line.number == titled + 1 and len(line.text) > DECK
    return line.mass > 0 and _SENTENCE.search(line.text) is not None


__all__ = ["standfirst_above"]
