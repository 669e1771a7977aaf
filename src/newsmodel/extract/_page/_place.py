"""Where on a page the article's text is: the box that holds it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from newsmodel.extract._page._figures import is_signed
from newsmodel.extract._page._outline import LONGEST_CAPTION, Box, Line, Outline
from newsmodel.extract._page._vocabulary import BODY, COMMENTS, FIGURE, PAYWALL, SOFT, STANDFIRST

MOST = 0.72
"""Text is in the part of a box that holds so large a share of its prose."""
SOME = 0.12
"""A part with so large a share is an article of its own."""
TOO_MUCH = 0.28
"""Boxes of one kind that hold so large a share of a page's prose are no furniture, whatever they are called."""
NEARLY_ALL = 0.9
LONG = 2000
LITTLE = 400
ENOUGH = 250
"""So many letters of prose may be a whole article."""
UPWARDS = 6
"""How many boxes further out a body may be continued."""
_NO_DIGITS = dict.fromkeys(map(ord, "0123456789"))


def place_of(outline: Outline, apart: set[int], titles: set[int]) -> tuple[Box, bool] | None:
    """The box of the article's text, and whether another article stands beside it; `None` where the page has no prose.

    Of the lines, which have numbers, those that stand apart or in figures do not count; `titles` are those that may be the title.
    """
    _weigh(outline.lines, apart)
    if not outline.root.mass:
        return None
    box, several = _narrowed(outline.root)
    return _opened(_declared(_widened(box, apart)), outline.lines, apart, titles), several


def furniture_around(box: Box) -> Iterator[Box]:
    """The boxes around a box, or itself, that look like no part of an article."""
    above = box.above
    while above is not None:
        yield above
        above = None if above.parent is None else above.parent.above


def spared_kinds(lines: Iterable[Line]) -> frozenset[str]:
    """The kinds of furniture that hold so much of the page's prose that they are none: some call a whole page a widget.

    There are none where an article stands elsewhere, in a box that says so. A box that is not seen may be what a script shows to
    those who have paid, and the publisher to search engines.
    """
    prose = [line for line in lines if line.mass]
    within = [(line, list(furniture_around(line.box))) for line in prose if line.box.above is not None]
    never = {box.key for _, boxes in within for box in boxes if box.names & COMMENTS or (box.hidden and not box.names & PAYWALL)}
    total = sum(line.mass for line in prose)
    free = sum(line.mass for line in prose if line.box.above is None and any(box.says_article for box in line.box.around()))
    if free > max(ENOUGH, 0.25 * total):
        return frozenset()
    held: dict[str, float] = defaultdict(float)
    for line, boxes in within:
        for key in {box.key for box in boxes}:
            held[key] += line.mass
    outside = sum(line.mass for line in prose if line.box.above is None)
    spared = {
        key for key, mass in held.items()
        if mass > TOO_MUCH * total and mass > outside and (mass > NEARLY_ALL * total or key not in never)
    }  # fmt: skip
    for soft in (True, False):
        left = total - sum(line.mass for line, boxes in within if any(box.key not in spared for box in boxes))
        if left > min(LITTLE, 0.2 * total):
            break
        spared |= {box.key for _, boxes in within for box in boxes if box.key not in never and (not soft or box.names & SOFT)}
    return frozenset(spared)


def _weigh(lines: Iterable[Line], apart: set[int]) -> None:
    """Add up the prose in each box."""
    for line in lines:
        if line.mass and line.number not in apart:
            declared = False
            for box in line.box.around():
                box.mass += line.mass
                declared = declared or box.says_article
                if declared:
                    box.declared += line.mass


def in_figure(line: Line) -> bool:
    """Whether a line stands in a figure, which tells about its picture unless it is a table or a quotation."""
    if line.figured is None:
        line.figured = _is_figured(line)
    return line.figured


def _is_figured(line: Line) -> bool:
    if line.kind in ("blockquote", "td", "th", "pre") or (len(line.text) > LONGEST_CAPTION and line.kind != "figcaption"):
        return False
    if line.box.figured:
        return True
    inner, box = None, line.box
    for _ in range(3):
        if box.tag in ("article", "main", "body"):
            return False
        if (box.names & FIGURE and box.shows_picture) or is_signed(box):
            return not _is_beside_figure(box, inner)
        if box.parent is None:
            return False
        inner, box = box, box.parent
    return False


def _is_beside_figure(box: Box, inner: Box | None) -> bool:
    """Whether the picture in a box has its words beside it, in a part of the box that is not this one."""
    return any(isinstance(part, Box) and part is not inner and part.pictures and part.length for part in box.parts)


def _narrowed(box: Box) -> tuple[Box, bool]:
    """The innermost box that holds most of the prose, and whether another article stands beside it."""
    several = False
    while True:
        inner = [part for part in box.parts if isinstance(part, Box)]
        best = max(inner, key=lambda one: one.mass, default=None)
        if best is None or best.tag == "p":
            return box, several
        least = 0.97 if best.tag in ("td", "li", "blockquote") else MOST
        if best.mass < least * box.mass:
            articles = [one for one in inner if one.mass > SOME * box.mass and _is_article(one)]
            if len(articles) > 1:
                best, several = articles[0], True
            elif not _is_the_only_one(best, inner):
                return box, several
        box = best


def _is_article(box: Box) -> bool:
    """Whether a box is an article of its own: it has a title, or is long and has a heading and says so."""
    if any(line.kind == "h1" or (line.is_heading and line.linked > 0.9 and box.tag == "article") for line in box.lines()):
        return True
    says = box.tag == "article" or any(one.tag == "article" for one in box.boxes())
    return says and box.mass > LONG and any(line.is_heading for line in box.lines())


def _is_the_only_one(best: Box, among: Iterable[Box]) -> bool:
    """Whether a box that says it is an article stands among others that do not."""
    if best.mass < 0.3 * sum(one.mass for one in among) or best.declared < 0.5 * best.mass:
        return False
    return sum(one.declared for one in among if one is not best) < 0.15 * best.declared


def _widened(box: Box, apart: set[int]) -> Box:
    """A box further out, as long as what it adds looks like what is inside: a body may be split over several boxes."""
    inside: dict[tuple[str, str, int], float] = defaultdict(float)
    for line in box.lines():
        if line.mass and line.number not in apart:
            inside[look(line)] += line.mass
    widest = box
    for _ in range(UPWARDS):
        outer = box.parent
        if outer is None or outer.tag == "body" or box.tag == "article" or box.mass < 0.6 * outer.mass:
            break
        beside = list(_beside(outer, box))
        added: dict[tuple[str, str, int], float] = defaultdict(float)
        for line in beside:
            if line.mass and line.number not in apart:
                added[look(line)] += line.mass
        extra = sum(added.values())
        alike = sum(mass for kind, mass in added.items() if inside[kind] > 0.25 * box.mass)
        if (extra and alike < 0.75 * extra) or _has_another_title(beside, box):
            break
        box = outer
        for kind, mass in added.items():
            inside[kind] += mass
        if extra:
            widest = box
    return widest


def _declared(box: Box) -> Box:
    """The box around it that is called the text, where most of what that one holds is in it: a part may be set apart, as by a paywall."""
    for outer in box.around():
        if outer.tag in ("article", "main", "body") or box.mass < MOST * outer.mass:
            break
        if outer.names & BODY:
            return outer if outer.mass > box.mass else box
    return box


def _opened(box: Box, lines: list[Line], apart: set[int], titles: set[int]) -> Box:
    """The box, or the one around it that the first paragraphs stand in as well: below the title several are no standfirst."""
    if box.names & BODY:
        return box
    first = next(box.lines()).number
    titled = max((number for number in titles if number < first), default=first)
    opening = [
        line for line in lines[titled:first]
        if line.mass and line.kind == "p" and line.number not in apart and not line.box.names & STANDFIRST
    ]  # fmt: skip
    if len(opening) < 2:
        return box
    above = {id(outer) for outer in box.around()}
    common = max((next(outer for outer in line.box.around() if id(outer) in above) for line in opening), key=lambda outer: outer.mass)
    return common if common.mass < box.mass + 1.1 * sum(line.mass for line in opening) else box


def _beside(outer: Box, box: Box) -> Iterator[Line]:
    """The lines in a box, but for those in one of its parts."""
    for part in outer.parts:
        if isinstance(part, Line):
            yield part
        elif isinstance(part, Box) and part is not box:
            yield from part.lines()


def look(line: Line) -> tuple[str, str, int]:
    """What paragraphs of one text have in common: the element, its classes but for their numbers, and, where it has none, about how deep it stands."""
    names = (line.box.node.attr("class") or "").translate(_NO_DIGITS).strip()
    return line.kind, names, 0 if names else sum(1 for _ in line.box.around()) // 3


def _has_another_title(beside: Iterable[Line], box: Box) -> bool:
    """Whether a title follows after the box: another article begins there."""
    first = next(box.lines(), None)
    return first is not None and any(line.kind == "h1" and line.number > first.number for line in beside)
