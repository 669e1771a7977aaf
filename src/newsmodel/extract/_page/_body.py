"""The article's text on a page: its box, its lines, and the standfirst above them."""

from __future__ import annotations

from newsmodel.extract._page._outline import Box, Outline
from newsmodel.extract._page._place import furniture_around, in_figure, place_of, spared_kinds
from newsmodel.extract._page._sifting import Body, Known, is_title, sift
from newsmodel.extract._page._standfirst import take_standfirst
from newsmodel.extract._page._vocabulary import BODY


def find_body(outline: Outline, known: Known) -> Body | None:
    """The article's text; `None` where the page has no prose."""
    spared = spared_kinds(outline.lines)
    apart = {
        line.number for line in outline.lines
        if line.box.above is not None and (not spared or any(box.key not in spared for box in furniture_around(line.box)))
    }  # fmt: skip
    apart_or_figured = apart | {line.number for line in outline.lines if line.number not in apart and in_figure(line)}
    titles = {line.number for line in outline.lines if line.kind == "h1" or is_title(line, known)}
    place = place_of(outline, apart_or_figured, titles)
    if place is None:
        return _little(outline, apart, known)
    body = Body(box=place[0], several=place[1], spared=spared)
    sift(body, list(body.box.lines()), apart, known)
    take_standfirst(body, outline.lines, apart, titles, known)
    return body


def _little(outline: Outline, apart: set[int], known: Known) -> Body | None:
    """The lines of a page without prose: short news, a list; where all of it looks like furniture, that."""
    for left_out in (apart, {line.number for line in outline.lines if line.hidden}):
        body = Body(box=_likely(outline.root, left_out))
        sift(body, list(body.box.lines()), left_out, known)
        if body.lines:
            return body
    return None


def _likely(root: Box, apart: set[int]) -> Box:
    """The box that says it is an article's text, else an article; the first of them that holds any text."""
    boxes = [box for box in root.boxes() if box.says_article and any(line.number not in apart for line in box.lines())]
    return min(boxes, key=lambda box: (not box.names & BODY, box.tag != "article"), default=root)
