"""Votes that prose reports.

Three steps, one module each: `_tallies` finds the numbers of a sentence that can be a result, `_frames` reads the
clause around one of them (who voted on what, and which number is whose), and this module puts both together, over
sentences that lean on one another: *exactly the same result*, *the vote was 71 to 27*.
"""

from __future__ import annotations

from collections.abc import Iterable

from attrs import evolve, frozen

from newsmodel.extract._bodies import acronyms, bodies
from newsmodel.extract._votes._frames import Frame, Reader, reader
from newsmodel.extract._votes._tallies import Finder, Tally, finder
from newsmodel.extract._words import WINDOW, Sentence, sentences
from newsmodel.extract.languages import table
from newsmodel.model import Evidence, Vote, VoteResult
from newsmodel.model.values import WHITE_SPACE, is_line

REACH = 2
"""How many blocks further on a voting body, or a result to repeat, is still remembered."""


def votes(text: str, language: str = "en") -> tuple[Vote, ...]:
    """The votes that a text reports, in its order, each with the sentence that reports it.

    What is not said to be a vote is none: scores, ages, odds, polls, seats. A result that the text repeats in words
    (*the same result*) is given its numbers again; `result` is set only where the text states it.

    Args:
        text: lines or paragraphs separated by line breaks; `Evidence.block` counts them from 0.
        language: a language tag; English is assumed where there are no rules for it.

    >>> [vote] = votes("The council voted 7-2 to close the ferry.")
    >>> vote.voting_body, vote.motion, vote.yes, vote.no, vote.outcome
    ('The council', 'close the ferry', 7, 2, 'passed')
    """
    return votes_in(enumerate(text.split("\n")), language)


def votes_in(blocks: Iterable[tuple[int, str]], language: str) -> tuple[Vote, ...]:
    """The votes that numbered blocks of text report."""
    numbered = list(blocks)
    known = acronyms(tuple(text for _, text in numbered), language)
    memory = _Memory(language, known)
    for block, text in numbered:
        for sentence in sentences(text, block, table(language)):
            memory.read(sentence)
    return tuple(found.vote for found in memory.found)


@frozen(kw_only=True)
class _Found:
    """A vote, with what later sentences may lean on."""

    vote: Vote
    frame: Frame
    block: int


class _Memory:
    """What has been read so far."""

    def __init__(self, language: str, known: dict[str, str]) -> None:
        self.language = language
        self.known = known
        self.finder: Finder = finder(language)
        self.reader: Reader = reader(language)
        self.found: list[_Found] = []
        self.previous: Sentence | None = None
        self.body: tuple[str, int] | None = None
        """The body named last, and the block that names it."""

    def read(self, sentence: Sentence) -> None:
        """Take the votes out of one more sentence."""
        tallies = self.finder.tallies(sentence.text)
        before = len(self.found)
        for index, tally in enumerate(tallies):
            low = tallies[index - 1].end if index else 0
            high = tallies[index + 1].start if index + 1 < len(tallies) else len(sentence.text)
            self._take(sentence, tally, low, high)
        if not tallies and len(self.found) == before:
            self._take_plain(sentence)
        self._break_tie(sentence)
        self._remember_body(sentence)
        self.previous = sentence

    def _take(self, sentence: Sentence, tally: Tally, low: int, high: int) -> None:
        if tally.kind == "extra":
            self._add_counts(tally, sentence.block)
            return
        earlier = self._earlier(sentence.block)
        if tally.kind == "same":
            if earlier is None or not earlier.vote.counts:
                return
            tally = evolve(tally, counts=earlier.vote.counts, repeats=True)
        frame = self.reader.frame(sentence.text, tally, low, high, self.known, series=earlier is not None)
        if frame is None:
            return
        if frame.leans and earlier is not None and not earlier.vote.counts and earlier.vote.margin is None:
            frame = earlier.frame.over(frame)
            del self.found[-1]
        elif frame.leans and self.previous is not None and self.previous.block == sentence.block:
            led = self.reader.plain(self.previous.text, self.known, led=True)
            frame = led.over(frame) if led is not None else frame
        self._keep(sentence, tally, frame)

    def _take_plain(self, sentence: Sentence) -> None:
        frame = self.reader.plain(sentence.text, self.known)
        if frame is not None:
            self._keep(sentence, Tally(start=frame.at, end=frame.at, kind="plain"), frame)

    def _keep(self, sentence: Sentence, tally: Tally, frame: Frame) -> None:
        body = frame.body or self._carried(sentence)
        counts = tally.counts if tally.repeats else frame.oriented(tally.counts)
        result: VoteResult | None = frame.result
        if tally.kind == "tied" and result is None and not counts:
            result = "tied"
        if not (counts or tally.unanimous or tally.margin is not None or result):
            return
        vote = Vote(
            motion=_line(frame.motion),
            voting_body=_line(body),
            counts=counts,
            unanimous=tally.unanimous,
            margin=tally.margin,
            result=result,
            evidence=_evidence(sentence, tally),
        )
        self.found.append(_Found(vote=vote, frame=evolve(frame, body=body), block=sentence.block))

    def _add_counts(self, tally: Tally, block: int) -> None:
        """Abstentions and kin, told after the result."""
        earlier = self._earlier(block)
        if earlier is None or earlier.block != block:
            return
        told = {count.option for count in earlier.vote.counts}
        more = tuple(count for count in tally.counts if count.option not in told)
        if earlier.vote.counts and more:
            self.found[-1] = evolve(earlier, vote=evolve(earlier.vote, counts=(*earlier.vote.counts, *more)))

    def _break_tie(self, sentence: Sentence) -> None:
        """What the text says of a tie: that it is one, or how the casting vote went."""
        earlier = self._earlier(sentence.block)
        if earlier is None or earlier.vote.result not in (None, "tied") or earlier.vote.yes != earlier.vote.no:
            return
        if earlier.vote.yes is None and earlier.vote.result is None:
            return
        result = self.reader.cast(sentence.text) or ("tied" if self.reader.tied.search(sentence.text) else None)
        if result is not None:
            self.found[-1] = evolve(earlier, vote=evolve(earlier.vote, result=result))

    def _earlier(self, block: int) -> _Found | None:
        """The vote before, where it is near enough to lean on."""
        return self.found[-1] if self.found and block - self.found[-1].block <= REACH else None

    def _carried(self, sentence: Sentence) -> str | None:
        """The body of a vote that names none: the one named last, if that is near."""
        earlier = self._earlier(sentence.block)
        if earlier is not None and earlier.frame.body:
            return earlier.frame.body
        return self.body[0] if self.body is not None and sentence.block - self.body[1] <= 1 else None

    def _remember_body(self, sentence: Sentence) -> None:
        found = bodies(sentence.text[:WINDOW], self.language, self.known)
        if found:
            self.body = found[0][2], sentence.block


def _line(text: str | None) -> str | None:
    found = (text or "").strip(WHITE_SPACE)
    return found if is_line(found) else None


def _evidence(sentence: Sentence, tally: Tally) -> Evidence:
    """The sentence; of one that never ends, the part around the numbers."""
    start, end = 0, len(sentence.text)
    if end > 3 * WINDOW:
        start, end = max(0, tally.start - WINDOW), min(end, tally.end + WINDOW)
    quote = sentence.text[start:end]
    start += len(quote) - len(quote.lstrip(WHITE_SPACE))
    return Evidence(quote=quote.strip(WHITE_SPACE), block=sentence.block, start=sentence.start + start)


__all__ = ["votes", "votes_in"]
