"""The lead-in of an article: what stands between its title and its text, and is set apart from both."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from newsmodel.extract._page._outline import Line
from newsmodel.extract._page._place import in_figure, look
from newsmodel.extract._page._sifting import Body, Known, fault, without_loose_headings
from newsmodel.extract._page._text import SENTENCE, Repeats, beginning, folded, weight
from newsmodel.extract._page._vocabulary import BODY, BYLINE, CAPTION, COMMENTS, STANDFIRST

NEAR = 16
"""One that is not called so is one of so many lines below the title."""
SHORTEST, LONGEST = 30, 700
DECK = 40
"""A heading of more letters right below the title is one."""
OPENING = 70
"""A heading of more letters at the beginning of the text is one."""


def take_standfirst(body: Body, lines: Sequence[Line], apart: set[int], titles: set[int], known: Known) -> None:
    """Set the standfirst of a body apart.

    Of the lines above the second paragraph, the first counts that is called so, that says what the description of the page
    says, or that is a long heading at the beginning of the text; else the first sentence between the title and the text, or a
    long heading right below the title. A first paragraph that looks like those below it is none, though the description may
    repeat it.

    Args:
        body: the text.
        lines: all of the page.
        apart: the numbers of those that stand in furniture.
        titles: the numbers of those that may be the title.
        known: what is known of the article.
    """
    above = _Above(body, lines, apart, titles, known)
    for is_one in (above.is_marked, above.introduces):
        found = next((line for line in above.lines if is_one(line)), None)
        if found is not None and _raise(body, [found, *above.behind(found)]):
            return


class _Above:
    """The lines above the second paragraph of a text, and what is asked of them."""

    def __init__(self, body: Body, lines: Sequence[Line], apart: set[int], titles: set[int], known: Known) -> None:
        prose = [line for line in body.lines if line.mass]
        first = (prose or body.lines)[0].number if body.lines else 0
        self._body = body
        self._all = lines
        self._apart = apart
        self._known = known
        self._kept = {line.number for line in body.lines}
        self._refused = {line.number for line, _ in body.left_out}
        self._looks = {look(line) for line in body.lines[1:] if line.mass}
        self._first = first
        self._titled = self._title(lines[:first], titles)
        self.lines = [line for line in lines[: first + 1] if _may_be_one(line)] if body.lines else []

    def _title(self, lines: Sequence[Line], titles: set[int]) -> int:
        """The number of the title: of what may be one, what says what the article is called, or a heading, the last."""
        for found in (
            (line.number for line in lines if line.number in titles),
            (line.number for line in lines if folded(line.text) in self._known.titles),
            (line.number for line in lines if line.kind == "h2"),
        ):
            if (last := max(found, default=None)) is not None:
                return last
        return self._first

    def is_marked(self, line: Line) -> bool:
        """Whether a line is called a standfirst, says what the description says, or is a long heading at the beginning of the text."""
        called = bool(line.called & STANDFIRST)
        described = len(self._known.description) > SHORTEST and beginning(line.text) == beginning(self._known.description)
        if line.number in self._apart:
            return line.number > self._titled and (called or described) and not line.hidden
        if called or (described and (line.number not in self._kept or not (line.box.names & BODY or look(line) in self._looks))):
            return True
        return line is self._body.lines[0] and line.is_heading and weight(line.text) > OPENING

    def introduces(self, line: Line) -> bool:
        """Whether a line below the title and outside the text is a sentence, or a heading right below the title."""
        if not self._titled < line.number < min(self._first, self._titled + NEAR) or line.number in self._kept | self._refused | self._apart:
            return False
        if line.linked > 0.3 or line.box.names & (BYLINE | CAPTION | COMMENTS):
            return False
        if line.is_heading:
            return line.number == self._titled + 1 and len(line.text) > DECK
        return line.mass > 0 and SENTENCE.search(line.text) is not None and fault(line, Repeats(), self._known, above=True) is None

    def behind(self, found: Line) -> list[Line]:
        """The further items of a list that a line outside the text stands in."""
        if found.number in self._kept:
            return []
        lines = self._all[found.number + 1 : self._first]
        return list(itertools.takewhile(lambda line: line.kind == "li" and line.box.parent is found.box.parent and _may_be_one(line), lines))


def _may_be_one(line: Line) -> bool:
    """Whether a line is neither too short or too long, nor the title, nor about a picture."""
    if line.kind == "h1" or not SHORTEST < weight(line.text) < LONGEST:
        return False
    return not in_figure(line) or (bool(line.box.names & STANDFIRST) and not line.box.figured)


def _raise(body: Body, found: list[Line]) -> bool:
    """Take lines as the standfirst, unless most of the text would be gone with them; whether they were taken."""
    numbers = {line.number for line in found}
    left = [line for line in body.lines if line.number not in numbers]
    taken = sum(line.mass for line in body.lines if line.number in numbers)
    if not left or (taken and sum(line.mass for line in left) <= taken):
        return False
    body.standfirst = found
    body.lines = without_loose_headings(left)
    body.left_out = [one for one in body.left_out if one[0].number not in numbers]
    return True


__all__ = ["take_standfirst"]
