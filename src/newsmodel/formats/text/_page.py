"""A page's text taken apart: what stands above the article, its head, its body, appeals, and what is none of these."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache


from newsmodel import extract
from newsmodel.contract import Loss
from newsmodel.extract._appeals import appeal_of, spans
from newsmodel.extract._bylines import is_led
from newsmodel.extract._captions import credited
from newsmodel.extract._votes import votes_in
from newsmodel.extract.languages import LANGUAGES, table
from newsmodel.formats.text._dates import Dated, dated
from newsmodel.formats.text._furniture import is_furniture, is_sentence, opens_links
from newsmodel.formats.text._lines import Line, lost
from newsmodel.formats.text._write import BAR, PICTURE, composed
from newsmodel.model import Article, Block, Byline, Caption, DonationAppeal, Figure, Paragraph, Vote
from newsmodel.model.blocks import block_plain_text
from newsmodel.model.values import Time

HEAD = 25
"""How many lines below the headline still can be its head."""
PARAGRAPH = 120
"""Lines of more characters are taken for paragraphs, where nothing else tells."""
STANDFIRST = 400
"""A standfirst has at most so many characters in a line, and `STANDFIRST_LINES` lines."""
STANDFIRST_LINES = 6
CAPTION_WORDS = 3
"""A line that is printed twice is a caption only where it has so many words."""

_SPACES = re.compile(r"[\s\u00a0]+")
_LISTED = re.compile(r"(?:[-•*–]|[0-9]{1,3}[.)])[ \u00a0]|.*[ \u00a0]\|[ \u00a0]")
_SUFFIX = re.compile(r"[ \u00a0][|–—-][ \u00a0]")


def _key(text: str) -> str:
    """What two lines have in common that say the same."""
    return _SPACES.sub(" ", text).casefold().rstrip(" .")


class Page:
    """One page's lines, and what has become of each."""

    def __init__(self, lines: Sequence[Line], *, enrich: bool) -> None:
        self.lines = lines
        self.enrich = enrich
        self.losses: list[Loss] = []
        self.headline = ""
        self.standfirst: str | None = None
        self.bylines: tuple[Byline, ...] = ()
        self.byline_text: str | None = None
        self.lead: Figure | None = None
        self.times: dict[str, Time] = {}
        self.body: list[Block] = []
        self.appeals: list[DonationAppeal] = []

    def article(self) -> Article:
        """The article that the lines make."""
        start = self._read_headline()
        start = self._read_above_repeat(start)
        start = self._read_head(start)
        self._read_body(start)
        return Article(
            headline=self.headline,
            standfirst=self.standfirst,
            bylines=self.bylines,
            byline_text=self.byline_text,
            lead=self.lead,
            published=self.times.get("published"),
            updated=self.times.get("updated"),
            body=tuple(self.body),
            votes=self._votes() if self.enrich else (),
            appeals=tuple(self.appeals),
        )

    def _votes(self) -> tuple[Vote, ...]:
        """The votes that the body tells of."""
        language = _spoken([line.text for line in self.lines])
        return votes_in(((place, block_plain_text(block)) for place, block in enumerate(self.body)), language)

    def _lose(self, line: Line, reason: str) -> None:
        self.losses.append(lost(line.number, f"{reason}: {line.text[:60]!r}"))

    # Headline

    def _read_headline(self) -> int:
        """Take the headline, the first line that is none of the things that stand above one; the index behind it."""
        for index, line in enumerate(self.lines[: 2 * HEAD]):
            if is_furniture(line.text, in_head=True):
                self._lose(line, "page furniture")
            elif (found := dated(line.text)) is not None:
                self._take_date(line, found)
            elif is_led(line.text) and index + 1 < len(self.lines):
                self._take_byline(line)
            else:
                self.headline = self._without_site(index)
                return index + 1
        if self.lines:
            self.losses.append(lost(self.lines[0].number, "no headline found"))
        else:
            self.losses.append(lost(1, "no headline found: the text is blank"))
        return min(len(self.lines), 2 * HEAD)

    def _without_site(self, index: int) -> str:
        """The headline of a line that may name the site behind it, where the page also prints it without."""
        whole = self.lines[index].text
        ends = [match.start() for match in _SUFFIX.finditer(whole)]
        if ends:
            short = whole[: ends[-1]]
            if any(line.text == short for line in self.lines[index + 1 : index + HEAD]):
                self._lose(self.lines[index], "repeats the headline, with the name of the site")
                return short
        return whole

    def _read_above_repeat(self, start: int) -> int:
        """Take the lines between the headline and its last repetition: names and dates; the others are furniture."""
        key = _key(self.headline)
        end = start
        long_lines = 0
        for index in range(start, min(len(self.lines), start + HEAD)):
            long_lines += len(self.lines[index].text) > PARAGRAPH or is_sentence(self.lines[index].text)
            if long_lines > 1:
                break
            if key and _key(self.lines[index].text) == key:
                end = index + 1
        for line in self.lines[start:end]:
            if _key(line.text) == key:
                self._lose(line, "repeats the headline")
            elif len(line.text) > PARAGRAPH and self.standfirst is None:
                self.standfirst = line.text
            elif not self._take_known(line):
                self._lose(line, "page furniture above the headline")
        return end

    def _take_known(self, line: Line) -> bool:
        """Take a line that says itself what it is: furniture, a date, names."""
        if is_furniture(line.text, in_head=True):
            self._lose(line, "page furniture")
        elif (found := dated(line.text)) is not None:
            self._take_date(line, found)
        elif not self.bylines and extract.bylines(line.text):
            self._take_byline(line)
        elif self.bylines and _key(line.text) == _key(self.byline_text or composed(self.bylines) or ""):
            self._lose(line, "repeats the byline")
        else:
            return False
        return True

    def _take_date(self, line: Line, found: Dated) -> None:
        if found.kind is None or found.kind in self.times:
            self._lose(line, "a date, and not said of what" if found.kind is None else "a second date")
        else:
            self.times[found.kind] = found.time

    def _take_byline(self, line: Line) -> None:
        if self.bylines:
            self._lose(line, "a second byline")
            return
        self.bylines = extract.bylines(line.text)
        if composed(self.bylines) != line.text:
            self.byline_text = line.text

    # Head

    def _read_head(self, start: int) -> int:
        """Take standfirst, names, dates and caption; the index of the first line of the body."""
        index = self._standfirst_below(start)
        anchored = False
        limit = min(len(self.lines), start + HEAD)
        while index < limit:
            line = self.lines[index]
            width = self._anchor(index)
            if width:
                if self._is_figure(index):
                    if self.lead is not None:
                        break
                    self.lead = Figure(caption=self._caption(index, width))
                else:
                    self._take_known(line)
                anchored = anchored or not is_furniture(line.text, in_head=True)
                index += width
                continue
            end = self._standfirst_end(index, anchored=anchored)
            if end is None:
                break
            self.standfirst = "\n".join(one.text for one in self.lines[index:end])
            index = end
        return index

    def _standfirst_below(self, start: int) -> int:
        """Take the lines directly below the headline, with a blank line only behind them."""
        if not 0 < start < len(self.lines) or self.standfirst is not None:
            return start
        group = self.lines[start - 1].group
        end = start
        while end < len(self.lines) and self.lines[end].group == group:
            end += 1
        first = start < 2 or self.lines[start - 2].group != group
        if not first or not start < end < len(self.lines) or end - start > STANDFIRST_LINES:
            return start
        if any(self._anchor(index) or len(self.lines[index].text) > STANDFIRST for index in range(start, end)):
            return start
        self.standfirst = "\n".join(line.text for line in self.lines[start:end])
        return end

    def _anchor(self, index: int) -> int:
        """How many lines from `index` on are one thing that stands in a head, or 0."""
        if self._is_figure(index):
            return self._repeats(index) or 1
        line = self.lines[index]
        if is_furniture(line.text, in_head=True) or dated(line.text) is not None:
            return 1
        if _key(line.text) == _key(self.byline_text or composed(self.bylines) or "") != "":
            return 1
        return 1 if not self.bylines and extract.bylines(line.text) else 0

    def _is_figure(self, index: int) -> bool:
        return PICTURE.fullmatch(self.lines[index].text) is not None or self._repeats(index) > 0

    def _repeats(self, index: int) -> int:
        """How often a caption is printed in a row from `index` on, or 0 where it is no caption."""
        line = self.lines[index]
        end = index + 1
        if len(line.text.split(None, CAPTION_WORDS)) < CAPTION_WORDS or _LISTED.match(line.text) or is_led(line.text):
            return 0
        while end < len(self.lines) and self.lines[end].text == line.text and self._may_repeat(line, self.lines[end]):
            end += 1
        return end - index if end - index > 1 else 0

    @staticmethod
    def _may_repeat(line: Line, other: Line) -> bool:
        """A repetition stands directly below; with a blank line between, only one that is no sequence of sentences."""
        return line.group == other.group or (". " not in line.text and not is_sentence(line.text))

    def _standfirst_end(self, index: int, *, anchored: bool) -> int | None:
        """Where a standfirst that begins at `index` ends: before a byline, a date or a caption. `None` where none does."""
        if self.standfirst is not None:
            return None
        end = index + 1
        while end < len(self.lines) and self.lines[end].group == self.lines[index].group and end - index <= STANDFIRST_LINES:
            if self._anchor(end):
                break
            end += 1
        if end - index > STANDFIRST_LINES:
            end = index + 1
        behind = end
        while behind < len(self.lines) and is_furniture(self.lines[behind].text, in_head=True):
            behind += 1
        if behind == len(self.lines) or any(len(line.text) > STANDFIRST for line in self.lines[index:end]):
            return None
        if anchored and not self._repeats(behind):
            return None
        # A sentence above a picture may as well be the first paragraph.
        if self._repeats(behind) and is_sentence(self.lines[end - 1].text):
            return None
        return end if self._anchor(behind) else None

    def _caption(self, index: int, width: int) -> Caption:
        """The caption in these lines, which are all the same."""
        for line in self.lines[index + 1 : index + width]:
            self._lose(line, "repeats the caption")
        text = self.lines[index].text
        match = PICTURE.fullmatch(text)
        if match is None:
            return extract.caption(text)
        content, bar, credit = (" " + match["caption"]).rpartition(BAR)
        if not bar or not credit.strip():
            return Caption(content=match["caption"].strip(" "))
        creator, agencies = credited(credit.strip(" "))
        return Caption(content=content.strip(" ") or None, credit=credit.strip(" "), creator=creator, agencies=agencies)

    # Body

    def _read_body(self, start: int) -> None:
        end = self._without_links(start)
        kept: list[int] = []
        widths: dict[int, int] = {}
        index = start
        while index < end:
            line = self.lines[index]
            width = (self._repeats(index) if index + 1 < end and self.lines[index + 1].group == line.group else 0) or 1
            if width == 1 and is_furniture(line.text):
                self._lose(line, "page furniture")
            elif self.headline and line.text == self.headline:
                self._lose(line, "repeats the headline")
            else:
                kept.append(index)
                widths[index] = width
            index += width
        self._divide(kept, widths)

    def _divide(self, kept: list[int], widths: dict[int, int]) -> None:
        """Set the appeals apart from the body."""
        texts = [self.lines[index].text for index in kept]
        language = _spoken(texts)
        begin = 0
        for start, end in [*spans(texts, language), (len(texts), len(texts))]:
            for index in kept[begin:start]:
                self._add(index, widths[index])
            if start < end:
                self.appeals.append(appeal_of(texts[start:end], language))
                for index in kept[start:end]:
                    for line in self.lines[index + 1 : index + widths[index]]:
                        self._lose(line, "said twice")
            begin = end

    def _add(self, index: int, width: int) -> None:
        if width > 1 or PICTURE.fullmatch(self.lines[index].text):
            self.body.append(Figure(caption=self._caption(index, width)))
        else:
            self.body.append(Paragraph(content=self.lines[index].text))

    def _without_links(self, start: int) -> int:
        """The end of the body: before a list of other stories that ends the page."""
        first = len(self.lines)
        while first > start and len(self.lines[first - 1].text) <= PARAGRAPH and not is_sentence(self.lines[first - 1].text):
            first -= 1
        for index in range(first, len(self.lines)):
            if opens_links(self.lines[index].text):
                for line in self.lines[index:]:
                    self._lose(line, "points to other stories")
                return index
        return len(self.lines)


def _spoken(texts: Sequence[str]) -> str:
    """The language whose small words the text has most of; the first of the tables where there is no telling."""
    words = Counter(word for text in texts[:60] for word in text[:400].lower().split())
    return max(LANGUAGES, key=lambda code: sum(words[word] for word in _small_words(code) & words.keys()))


@cache
def _small_words(code: str) -> frozenset[str]:
    return frozenset(table(code).articles) | frozenset(table(code).inside)
