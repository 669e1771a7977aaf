"""What readers see of the facts: the lines around the title, and what the page marks for machines among them."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from newsmodel.extract._bylines import bylines
from newsmodel.extract._page import _phrases as phrases
from newsmodel.extract._page._dates import time_of
from newsmodel.extract._page._outline import Line
from newsmodel.extract._page._people import is_person, names_in
from newsmodel.extract._page._vocabulary import BYLINE, BYLINE_NOT, CAPTION, COMMENTS, KICKER, TAGS
from newsmodel.model import Byline, Time
from newsmodel.model.values import is_line
from newsmodel.syntax import html as syntax

UPWARDS = 5
"""So many boxes around the title are near it."""
BELOW, ABOVE = 25, 6
"""How many lines below and above the title are near it."""
LONGEST_KICKER = 60
BESIDE = 4
"""So many lines below the title may hold its kicker."""
MOST = 50
"""So many links may name an author or a subject."""


class Seen:
    """What readers see of one page's facts."""

    def __init__(self, document: syntax.Document, lines: Sequence[Line], heading: str | None) -> None:
        self._document = document
        self._lines = lines
        self.title = next((line for line in lines if line.text == heading), None)
        """The line that the heading stands in."""

    def release(self) -> None:
        """Let go of the line, and with it of the page's outline."""
        self.title = None

    def time(self) -> Time | None:
        """The first time that readers see near the title: in a `time` element, else in words."""
        for element in self._times():
            parsed = time_of(element.attr("datetime") or element.text)
            if parsed is not None:
                return parsed[0]
        for line in self._near_title():
            if len(line.text) < 80 and (parsed := time_of(line.text)) is not None:
                return parsed[0]
        return None

    def _times(self) -> Iterator[syntax.Element]:
        """The `time` elements of the page, those in the nearest boxes around the title first; of these, times of changes last."""
        for around in itertools.islice(() if self.title is None else self.title.box.around(), UPWARDS):
            yield from sorted(around.node.find_all("time"), key=_is_update)
        yield from sorted(self._document.find_all("time"), key=_is_update)

    def _near_title(self) -> Iterator[Line]:
        """The lines below the title, and the few above it."""
        if self.title is None:
            yield from self._lines[:BELOW]
        else:
            place = self.title.number
            yield from self._lines[place + 1 : place + BELOW]
            yield from self._lines[max(0, place - ABOVE) : place]

    def shows(self, name: str) -> bool:
        """Whether readers see a name."""
        return any(name in line.text for line in self._lines)

    def bylines(self) -> list[Byline]:
        """The names that stand near the title, behind a word for it or in a place that is called so."""
        near = [line for line in self._near_title() if _may_sign(line)]
        if linked := self._marked_bylines(" ".join(line.text for line in near)):
            return linked
        for line in near:
            if len(line.text) < 160 and phrases.MAKER.match(line.text):
                found = [one for one in bylines(line.text) if one.name] or [one for one in names_in(line.text) if is_person(one.name)]
                if found:
                    return found
        for line in near:
            if len(line.text) < 100 and _is_byline(line):
                names = [one.name for one in names_in(line.text) if is_person(one.name)]
                if names:
                    return [Byline(name=name) for name in names]
        return []

    def _marked_bylines(self, near: str) -> list[Byline]:
        """The names that the page marks as its authors': those near the title, else the first of all."""
        marked = [one for element in self._document.select('[rel~="author"], [itemprop~="author"]')[:MOST] for one in names_in(element.text)]
        for people in ([one for one in marked if is_person(one.name)], [one for one in marked if one.name.istitle() and one.name in near]):
            found = {one.name: one for one in people if one.name in near}
            if people:
                return list(found.values()) or people[:1]
        return []

    def kicker(self) -> str | None:
        """The line above the headline, or else right below it, that is called so; nothing of other articles, and no date."""
        place = None if self.title is None else self.title.number
        above = [] if place is None else self._lines[max(0, place - ABOVE) : place][::-1]
        below = self._lines[:BELOW] if place is None else self._lines[place + 1 : place + 1 + BESIDE]
        for line in (*above, *(line for line in below if line.box.above is None)):
            if line.called & KICKER and len(line.text) < LONGEST_KICKER and line.kind != "h1" and is_line(line.text) and not phrases.DATE.match(line.text):
                return line.text
        return None

    def keywords(self) -> list[str]:
        """The keywords that readers see: links of the relation `tag`, else what stands in a box that is called so."""
        links = [" ".join(link.text.split()) for link in self._document.select('a[rel~="tag"]')]
        if not links:
            lines = [line for line in self._lines if line.linked > 0.5 and any(
                box.names & TAGS for box in itertools.islice(line.box.around(), 4))]  # fmt: skip
            links = [text.strip() for line in lines for text, _, href, _ in line.runs if href is not None]
        return [word.lstrip("#") for word in links if 1 < len(word) < LONGEST_KICKER][:MOST]


def _is_update(element: syntax.Element) -> bool:
    """Whether a `time` is called that of a change."""
    called = f"{element.attr('class') or ''} {element.attr('itemprop') or ''}".lower()
    return ("updated" in called or "modified" in called) and "publish" not in called


def _may_sign(line: Line) -> bool:
    """Whether a line may say who wrote the article: it tells of no picture, and stands in no comment and with no other article."""
    if line.kind == "figcaption" or line.box.names & CAPTION:
        return False
    return not any(box.names & COMMENTS for box in itertools.islice(line.box.around(), UPWARDS))


def _is_byline(line: Line) -> bool:
    """Whether a line stands in a box that is called a byline."""
    boxes = [box for box in (line.box, line.box.parent) if box is not None]
    return any(box.names & BYLINE and not box.names & BYLINE_NOT for box in boxes)
