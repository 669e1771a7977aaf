"""What of the lines in the text's box is the text, and why the others are none."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from attrs import define, field

from newsmodel.extract._page import _phrases as phrases
from newsmodel.extract._page._outline import HEADINGS, LONGEST_CAPTION, Box, Line
from newsmodel.extract._page._place import furniture_around, in_figure
from newsmodel.extract._page._text import ENDS, OPENING, Repeats, folded, is_dense, opening
from newsmodel.extract._page._vocabulary import BYLINE, COMMENTS, CREDIT, CROSSHEAD, FACTBOX

LABEL = 70
"""A credit, and what announces links to other articles, has fewer letters."""
TELLS = 60
"""A sentence of more letters without a link tells something, though it may begin with *Read on*."""
SOME_WORDS, MOST_OF_A_CARD = 25, 500
"""The title of another article has more letters, the box around it fewer."""
LAST = 5
"""So many lines at the end may tell about who wrote the article."""

LEADS_ON = "leads to another article"
NOT_SHOWN = "stands for what is not shown"
ASKS = "speaks of the page or asks for something"

_SOURCE = re.compile(r"[\[(—–-].{1,60}\Z")
"""Below a quotation: where it is from."""


@define
class Known:
    """What is known of the article before its body is read: texts that are not repeated in the body, folded."""

    titles: frozenset[str] = frozenset()
    description: str = ""
    authors: frozenset[str] = frozenset()
    openings: frozenset[str] = field(init=False)
    """Of the titles."""

    def __attrs_post_init__(self) -> None:
        self.openings = frozenset(" ".join(title.split(" ")[:OPENING]) for title in self.titles)

    def is_title(self, text: str, begins: str) -> bool:
        """Whether a text with this opening is a title."""
        return begins in self.openings and folded(text) in self.titles


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


def sift(body: Body, lines: list[Line], apart: set[int], known: Known) -> None:
    """Take the lines that belong to the text."""
    prose = [index for index, line in enumerate(lines) if line.mass and line.number not in apart and not in_figure(line)]
    first, last = (prose[0], prose[-1]) if prose else (0, len(lines))
    teasers = _teasers(body.box)
    seen = Repeats()
    kept: list[Line] = []
    figured: list[Line] = []
    for index, line in enumerate(lines):
        if line.number in apart or line.number in teasers:
            reason: str | None = "no part of the article"
        elif in_figure(line):
            figured.append(line)
            continue
        else:
            reason = fault(line, seen, known, above=index < first + 2)
            if reason == LEADS_ON and index and lines[index - 1].kind == "blockquote" and _SOURCE.match(line.text):
                reason = None
            if reason is None and not first <= index <= last and _is_loose(line):
                reason = "a label"
            if reason is None and index < first and is_title(line, known):
                reason = "the title"
        if reason is None:
            kept.append(line)
        else:
            body.left_out.append((line, reason))
    kept = _without_cards(body, _without_pleas(body, kept, figured))
    body.lines = without_loose_headings(_without_authors(body, _without_announcements(body, kept), known))


def _teasers(box: Box) -> set[int]:
    """The lines of the short articles that stand in an article, unless it is made of them, as a live report is."""
    inner = [one for one in box.boxes() if one.tag == "article" and not one.names & FACTBOX]
    if sum(one.mass for one in inner) > 0.35 * box.mass:
        return set()
    return {line.number for one in inner for line in one.lines()}


def _without_pleas(body: Body, kept: list[Line], figured: list[Line]) -> list[Line]:
    """The lines without those that stand with others in a small box which asks for something: its promises and buttons."""
    pleas: dict[int, int] = defaultdict(int)
    boxes: dict[int, Box] = {}
    asking = [line for line, reason in body.left_out if reason in (ASKS, NOT_SHOWN)]
    asking += [line for line in figured if phrases.APPEAL.search(line.text.lower())]  # a box with a picture looks like a figure
    for line in asking:
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


def _without_cards(body: Body, kept: list[Line]) -> list[Line]:
    """The lines without those in cards that stand in a row, each with the title of another article, as a link, and a few words."""
    titles = [line for line, reason in body.left_out if reason == LEADS_ON and len(line.text) > SOME_WORDS]
    held = Counter(id(box) for line in titles for box in _small_around(line, body.box))
    rows: dict[str, list[Box]] = defaultdict(list)
    for line in titles:
        cards = [box for box in _small_around(line, body.box) if held[id(box)] == 1]
        if cards and (line.is_heading or cards[-1].pictures):
            rows[cards[-1].key].append(cards[-1])
    in_cards = {line.number for row in rows.values() if len(row) > 1 for card in row for line in card.lines()}
    gone = [line for line in kept if line.number in in_cards]
    if not gone or sum(line.mass for line in gone) > 0.3 * body.box.mass:
        return kept
    body.left_out += [(line, LEADS_ON) for line in gone]
    return [line for line in kept if line.number not in in_cards]


def _small_around(line: Line, within: Box) -> Iterator[Box]:
    """The boxes around a line that may be a card."""
    for box in line.box.around():
        if box is within or box.tag in ("article", "main", "body", "ul", "ol", "table", "td") or box.length > MOST_OF_A_CARD:
            return
        yield box


def _without_announcements(body: Body, kept: list[Line]) -> list[Line]:
    """The lines without those that announce links to other articles: *On this page:*."""
    leading_on = {line.number for line, reason in body.left_out if reason == LEADS_ON and (line.kind == "li" or line.is_heading)}
    gone = [line for line in kept if line.text.endswith((":", "：")) and len(line.text) < LABEL and line.number + 1 in leading_on]
    return _left_out(body, kept, gone, LEADS_ON)


def _without_authors(body: Body, kept: list[Line], known: Known) -> list[Line]:
    """The lines without those at the end that tell about who wrote the article."""
    names = tuple(f"{name} " for name in known.authors if " " in name)
    gone = [line for line in kept[-LAST:] if names and len(line.text) < LONGEST_CAPTION and not line.is_heading and _is_about(line, names)]
    return _left_out(body, kept, gone, "about who wrote it")


def _left_out(body: Body, kept: list[Line], gone: list[Line], reason: str) -> list[Line]:
    """The lines without those that are gone, which the body is told."""
    body.left_out += [(line, reason) for line in gone]
    numbers = {line.number for line in gone}
    return [line for line in kept if line.number not in numbers]


def _is_about(line: Line, names: tuple[str, ...]) -> bool:
    """Whether a line begins with one of these names, and not as the words of that person do, behind a colon."""
    before, colon, _ = line.text.partition(":")
    return folded(line.text).startswith(names) and not (colon and folded(before) + " " in names)


def fault(line: Line, seen: Repeats, known: Known, *, above: bool) -> str | None:
    """Why a line is no part of the text; `None` where it is one."""
    text, length, low = line.text, len(line.text), line.text.lower()
    begins = opening(text)
    if not begins:
        return "signs only"
    if length > 80 and seen.holds(text, begins):
        return "a repetition"
    if line.kind == "h1" or known.is_title(text, begins):
        return "the title"
    if line.box.names & CREDIT and length < 120 and line.box.tag != "p":
        return "a credit"
    if length < LABEL and not line.is_heading and phrases.CREDITED.match(low):
        return "a credit"
    if length < 60 and phrases.NOTICE.match(low):
        return "a label of the page"
    if _leads_on(line):
        return LEADS_ON
    if length < 700 and (asks := _asks(low, length, line.linked)) is not None:
        return asks
    if above and ((length < 120 and phrases.BYLINE.match(low)) or folded(text) in known.authors):
        return "who wrote it, and when"
    if above and length < 60 and line.box.names & BYLINE and not line.mass:
        return "who wrote it, and when"
    if length < 60 and phrases.DATE.match(phrases.DATED.sub("", low)):
        return "a date"
    if length < LONGEST_CAPTION and phrases.PLAYS.search(low):
        return "tells about a recording"
    if length < 25 and line.kind == "div" and not (ENDS.search(text) or is_dense(text) or line.box.names & CROSSHEAD):
        return "a label"
    return None


def _asks(low: str, length: int, linked: float) -> str | None:
    """Why a block asks for something, or stands for what is not shown; `None` where it does neither."""
    if length < 220 or (length < 400 and linked > 0.1):
        if not phrases.SUSPECT.search(low):
            return None
        if phrases.APPEAL.search(low):
            return ASKS
    elif not any(map(low.__contains__, phrases.TELLTALE)):
        return None
    if phrases.PLEA.search(low):
        return ASKS
    return NOT_SHOWN if phrases.CONSENT.search(low) else None


def _is_loose(line: Line) -> bool:
    """Whether a line outside the prose is no sentence, nor part of a list or a table."""
    return not line.mass and line.kind in ("div", "p") and not ENDS.search(line.text)


def _leads_on(line: Line) -> bool:
    """Whether a line is a link to another article."""
    text, length = line.text, len(line.text)
    if line.kind == "pre":
        return False
    if line.linked > 0.8 and length < 300 and (line.kind != "blockquote" or not ENDS.search(text)):
        return True
    if line.linked > 0.5 and length < 90 and not line.is_heading:
        return True
    if length < 220 and phrases.ARROW.match(text):
        return True
    return length < 220 and bool(phrases.RELATED.match(text.lower())) and (length < TELLS or line.linked > 0.1 or ":" in text[:40] or not ENDS.search(text))


def without_loose_headings(lines: list[Line]) -> list[Line]:
    """The lines without headings that nothing follows; a smaller heading is something."""
    kept: list[Line] = []
    for line in reversed(lines):
        if not line.is_heading or (kept and (not kept[-1].is_heading or HEADINGS[kept[-1].kind] > HEADINGS[line.kind])):
            kept.append(line)
    return kept[::-1]


def is_title(line: Line, known: Known) -> bool:
    """Whether a heading is the title, or a kicker and the title."""
    if not line.is_heading:
        return False
    words = folded(line.text)
    return any(title and words.endswith(title) for title in known.titles)
