"""Where on a page the article's text is, and which lines of that place belong to it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from attrs import define, field

from newsmodel.extract._page import _phrases as phrases
from newsmodel.extract._page._figures import is_signed
from newsmodel.extract._page._outline import DENSE, LONGEST_CAPTION, Box, Line, Outline, is_dense
from newsmodel.extract._page._vocabulary import BODY, BYLINE, COMMENTS, CREDIT, CROSSHEAD, FIGURE, SOFT, STANDFIRST

MOST = 0.72
"""Text is in the part of a box that holds so large a share of its prose."""
SOME = 0.12
"""A part with so large a share is an article of its own."""
TOO_MUCH = 0.28
"""Boxes of one kind that hold so large a share of a page's prose are no furniture, whatever they are called."""
NEARLY_ALL = 0.9
DECK = 70
"""A heading of more letters above the text is its standfirst."""
LONG = 2000
LITTLE = 400
ENOUGH = 250
"""So many letters of prose may be a whole article."""
UPWARDS = 6
"""How many boxes further out a body may be continued."""

LEADS_ON = "leads to another article"
ASKS = "speaks of the page or asks for something"

_WORD = re.compile(r"\w+")
_ENDS = re.compile(r"[.!?…:;\"”“»’)。！？」]\Z")


def folded(text: str) -> str:
    """The words of a text, to compare it with others."""
    return " ".join(_WORD.findall(text.casefold()))


@define
class Known:
    """What is known of the article before its body is read: texts that are not repeated in the body, folded."""

    titles: frozenset[str] = frozenset()
    description: str = ""
    authors: frozenset[str] = frozenset()


@define
class Body:
    """The box that the text is in, its lines, and the reasons why others in it are left out."""

    box: Box
    lines: list[Line] = field(factory=list)
    standfirst: list[Line] = field(factory=list)
    left_out: list[tuple[Line, str]] = field(factory=list)
    several: bool = False
    """Whether there are further articles on the page."""
    spared: frozenset[str] = frozenset()
    """The kinds of boxes that look like furniture and hold the text."""

    def is_apart(self, box: Box, but: int = 0) -> bool:
        """Whether a box stands in furniture; boxes whose names say `but` do not count, comments and links to other articles apart."""
        return any(one.key not in self.spared and (one.names & COMMENTS or not one.names & but) for one in furniture_around(box))


def find_body(outline: Outline, known: Known) -> Body | None:
    """The article's text; `None` where the page has no prose."""
    spared = _spared(outline.lines)
    apart = {
        line.number for line in outline.lines
        if line.box.above is not None and any(box.key not in spared for box in furniture_around(line.box))
    }  # fmt: skip
    apart_or_figured = apart | {line.number for line in outline.lines if line.number not in apart and _in_figure(line)}
    _weigh(outline.lines, apart_or_figured)
    if not outline.root.mass:
        return _little(outline, apart, known)
    box, several = _narrowed(outline.root)
    box = _widened(box, apart_or_figured)
    body = Body(box=box, several=several, spared=spared)
    _sift(body, list(box.lines()), apart, known)
    _take_standfirst(body, outline.lines, apart, known)
    return body


def furniture_around(box: Box) -> Iterator[Box]:
    """The boxes around a box, or itself, that look like no part of an article."""
    above = box.above
    while above is not None:
        yield above
        above = None if above.parent is None else above.parent.above


def _spared(lines: Iterable[Line]) -> frozenset[str]:
    """The kinds of furniture that hold so much of the page's prose that they are none: some call a whole page a widget.

    There are none where an article stands elsewhere, in a box that says so.
    """
    prose = [line for line in lines if line.mass]
    within = [(line, list(furniture_around(line.box))) for line in prose if line.box.above is not None]
    never = {box.key for _, boxes in within for box in boxes if box.names & COMMENTS or box.hidden}
    total = sum(line.mass for line in prose)
    free = sum(line.mass for line in prose if line.box.above is None and any(box.says_article for box in line.box.around()))
    if free > max(ENOUGH, 0.25 * total):
        return frozenset()
    held: dict[str, float] = defaultdict(float)
    for line, boxes in within:
        for key in {box.key for box in boxes}:
            held[key] += line.mass
    spared = {key for key, mass in held.items() if mass > TOO_MUCH * total and (mass > NEARLY_ALL * total or key not in never)}
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


def _in_figure(line: Line) -> bool:
    """Whether a line stands in a figure, which tells about its picture unless it is a table or a quotation."""
    if line.kind in ("blockquote", "td", "th", "pre") or (len(line.text) > LONGEST_CAPTION and line.kind != "figcaption"):
        return False
    box: Box | None = line.box
    if line.box.figured:
        return True
    for _ in range(3):
        if box is None or box.tag in ("article", "main", "body"):
            return False
        if (box.names & FIGURE and box.shows_picture) or is_signed(box):
            return True
        box = box.parent
    return False


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
            inside[_look(line)] += line.mass
    widest = box
    for _ in range(UPWARDS):
        outer = box.parent
        if outer is None or outer.tag == "body" or box.tag == "article" or box.mass < 0.6 * outer.mass:
            break
        beside = list(_beside(outer, box))
        added: dict[tuple[str, str, int], float] = defaultdict(float)
        for line in beside:
            if line.mass and line.number not in apart:
                added[_look(line)] += line.mass
        extra = sum(added.values())
        alike = sum(mass for look, mass in added.items() if inside[look] > 0.25 * box.mass)
        if (extra and alike < 0.75 * extra) or _has_another_title(beside, box):
            break
        box = outer
        for look, mass in added.items():
            inside[look] += mass
        if extra:
            widest = box
    return widest


def _beside(outer: Box, box: Box) -> Iterator[Line]:
    """The lines in a box, but for those in one of its parts."""
    for part in outer.parts:
        if isinstance(part, Line):
            yield part
        elif isinstance(part, Box) and part is not box:
            yield from part.lines()


def _look(line: Line) -> tuple[str, str, int]:
    """What paragraphs of one text have in common: the element, its names, and, where it has none, about how deep it stands."""
    depth = 0 if line.box.key.rstrip() != line.box.tag else sum(1 for _ in line.box.around()) // 3
    return line.kind, line.box.key, depth


def _has_another_title(beside: Iterable[Line], box: Box) -> bool:
    """Whether a title follows after the box: another article begins there."""
    first = next(box.lines(), None)
    return first is not None and any(line.kind == "h1" and line.number > first.number for line in beside)


# Which lines


def _sift(body: Body, lines: list[Line], apart: set[int], known: Known) -> None:
    """Take the lines that belong to the text."""
    prose = [index for index, line in enumerate(lines) if line.mass and line.number not in apart and not _in_figure(line)]
    first, last = (prose[0], prose[-1]) if prose else (0, len(lines))
    seen: set[str] = set()
    kept: list[Line] = []
    for index, line in enumerate(lines):
        if line.number in apart:
            reason: str | None = "no part of the article"
        elif _in_figure(line):
            continue
        else:
            reason = _fault(line, folded(line.text), seen, known, above=index < first + 2)
            if reason is None and not first <= index <= last and _is_loose(line):
                reason = "a label"
        if reason is None:
            kept.append(line)
        else:
            body.left_out.append((line, reason))
    body.lines = _without_loose_headings(_without_pleas(body, kept))


def _without_pleas(body: Body, kept: list[Line]) -> list[Line]:
    """The lines without those that stand with others in a small box which asks for something: its promises and buttons."""
    pleas: dict[int, int] = defaultdict(int)
    boxes: dict[int, Box] = {}
    for line, reason in body.left_out:
        if reason == ASKS:
            for box in line.box.around():
                if box is body.box or box.tag in ("article", "main", "body"):
                    break
                pleas[id(box)] += 1
                boxes[id(box)] = box
    gone: set[int] = set()
    for key, box in boxes.items():
        lines = list(box.lines())
        if 1 < len(lines) <= 25 and pleas[key] >= 0.2 * len(lines) and sum(line.mass for line in lines) < 900:
            gone.update(line.number for line in lines)
    body.left_out += [(line, ASKS) for line in kept if line.number in gone]
    return [line for line in kept if line.number not in gone]


def _fault(line: Line, words: str, seen: set[str], known: Known, *, above: bool) -> str | None:
    """Why a line is no part of the text; `None` where it is one."""
    text, length, low = line.text, len(line.text), line.text.lower()
    if not words:
        return "signs only"
    if length > 80:
        if words in seen:
            return "a repetition"
        seen.add(words)
    if line.kind == "h1" or words in known.titles:
        return "the title"
    if line.box.names & CREDIT and length < 120 and line.box.tag != "p":
        return "a credit"
    if phrases.NOTICE.match(low) and length < 60:
        return "a label of the page"
    if _leads_on(line):
        return LEADS_ON
    if length < 400 and (length < 220 or line.linked > 0.1) and phrases.APPEAL.search(low):
        return ASKS
    if length < 700 and phrases.CONSENT.search(low):
        return "stands for what is not shown"
    if above and ((length < 120 and phrases.BYLINE.match(low)) or words in known.authors):
        return "who wrote it, and when"
    if above and length < 60 and line.box.names & BYLINE and not line.mass:
        return "who wrote it, and when"
    if length < 60 and phrases.DATE.match(text):
        return "a date"
    if length < 25 and line.kind == "div" and not (_ENDS.search(text) or is_dense(text) or line.box.names & CROSSHEAD):
        return "a label"
    return None


def _is_loose(line: Line) -> bool:
    """Whether a line outside the prose is no sentence, nor part of a list or a table."""
    return not line.mass and line.kind in ("div", "p") and not _ENDS.search(line.text)


def _leads_on(line: Line) -> bool:
    """Whether a line is a link to another article."""
    text, length = line.text, len(line.text)
    if line.linked > 0.8 and length < 300 and (line.kind != "blockquote" or not _ENDS.search(text)):
        return True
    if line.linked > 0.5 and length < 90 and not line.is_heading:
        return True
    return length < 220 and bool(phrases.RELATED.match(text.lower()) or phrases.ARROW.match(text))


def _without_loose_headings(lines: list[Line]) -> list[Line]:
    """The lines without headings that nothing follows."""
    kept: list[Line] = []
    for line in reversed(lines):
        if not (line.is_heading and (not kept or kept[-1].is_heading)):
            kept.append(line)
    return kept[::-1]


def _take_standfirst(body: Body, lines: list[Line], apart: set[int], known: Known) -> None:
    """The lead-in: what stands before the text and is called so, or says what the description of the page says.

    A first paragraph that looks like those below it is none, though the description may repeat it.
    """
    first = body.lines[0].number if body.lines else None
    looks = {_look(line) for line in body.lines[1:] if line.mass}
    titled = max((line.number for line in lines if line.kind == "h1" and (first is None or line.number < first)), default=None)
    for line in lines:
        if first is not None and line.number > first:
            return
        below_title = titled is not None and line.number > titled and bool(line.box.names & STANDFIRST) and not line.box.hidden
        if (line.number in apart and not below_title) or line.kind == "h1" or not 30 < len(line.text) < 700 or _in_figure(line):
            continue
        called = any(box.names & STANDFIRST for box in (line.box, line.box.parent) if box is not None)
        words = folded(line.text)
        described = len(known.description) > 30 and words[:60] == known.description[:60]
        deck = bool(body.lines) and line is body.lines[0] and line.is_heading and len(line.text) * (DENSE if is_dense(line.text) else 1) > DECK
        if called or deck or (described and _look(line) not in looks):
            if not any(one.mass for one in body.lines if one is not line):
                return
            body.standfirst = [line]
            body.lines = _without_loose_headings([one for one in body.lines if one is not line])
            body.left_out = [(one, reason) for one, reason in body.left_out if one is not line]
            return


def _little(outline: Outline, apart: set[int], known: Known) -> Body | None:
    """The lines of a page without prose: short news, a list; where all of it looks like furniture, that."""
    for left_out in (apart, {line.number for line in outline.lines if any(box.hidden for box in line.box.around())}):
        body = Body(box=_likely(outline.root, left_out))
        _sift(body, list(body.box.lines()), left_out, known)
        if body.lines:
            return body
    return None


def _likely(root: Box, apart: set[int]) -> Box:
    """The box that says it is an article's text, else an article; the first of them that holds any text."""
    boxes = [box for box in root.boxes() if box.says_article and any(line.number not in apart for line in box.lines())]
    return min(boxes, key=lambda box: (not box.names & BODY, box.tag != "article"), default=root)
