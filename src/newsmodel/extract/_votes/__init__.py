"""Votes that prose reports.

A sentence goes through four steps, one module each. `_lexer` makes tokens of it and marks the phrases of the language's
table; `_tallies` finds what can be a result; `_gates` says whether it is one; `_clauses` reads the clause around it: who
voted on what, and which number is whose. `_plain` reads what is told without numbers, `_demands` what was needed and when.
This module puts them together, over sentences that lean on one another: *exactly the same result*, *the vote was 71 to 27*.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable

from attrs import evolve, frozen

from newsmodel.extract._votes._clauses import frame
from newsmodel.extract._votes._cues import cues, has_acronym
from newsmodel.extract._votes._demands import Demand, demand, held
from newsmodel.extract._votes._explaining import Explanation, NamedToken, VotePart, explanation
from newsmodel.extract._votes._frame import Frame
from newsmodel.extract._votes._lexer import Lexed
from newsmodel.extract._votes._phrases import acronyms, bodies, motion_phrase
from newsmodel.extract._votes._plain import cast, cast_on, is_veto, plain
from newsmodel.extract._votes._tallies import tallies
from newsmodel.extract._votes._tally import Kind, Tally
from newsmodel.extract._words import WINDOW, Sentence, sentences
from newsmodel.extract.languages import table
from newsmodel.model import Count, Evidence, Vote, VoteResult
from newsmodel.model.values import WHITE_SPACE, is_line

REACH = 2
"""How many blocks further on a voting body, or a result to repeat, is still remembered."""
HALF = 50
"""A larger share of the voters than this decides."""
SENTENCES = 3
"""How many sentences back a body is looked for."""


def votes(text: str, language: str = "en") -> tuple[Vote, ...]:
    """The votes that a text reports, in its order, each with the sentence that reports it.

    What is not said to be a vote is none: scores, ages, odds, polls, seats. A result that the text repeats in words
    (*the same result*) is given its numbers again; `result` is set only where the text states it, or states how many
    votes were needed.

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
    return tuple(found.vote for found in _found(blocks, language))


def explanations_in(blocks: Iterable[tuple[int, str]], language: str) -> tuple[Explanation, ...]:
    """The votes that numbered blocks of text report, each with its sentence as the lexer names it and the rule behind each part."""
    return tuple(
        explanation(found.vote, found.kind, found.frame, language, carried=found.carried) for found in _found(blocks, language)
    )


def _found(blocks: Iterable[tuple[int, str]], language: str) -> list[_Found]:
    memory = _Memory(language)
    for block, text in blocks:
        if memory.is_worth_reading(text):
            for sentence in sentences(text, block, memory.words):
                memory.read(sentence)
        else:
            memory.pass_over(block, text)
    return memory.found


@frozen(kw_only=True)
class _Found:
    """A vote, with what later sentences may lean on."""

    vote: Vote
    frame: Frame
    block: int
    kind: Kind
    carried: bool
    """Whether the body was named before, in another sentence."""


class _Memory:
    """What has been read so far."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.words = table(language)
        self.cues = cues(self.words.code)
        self.known: dict[str, str] = {}
        self.found: list[_Found] = []
        self.going = False
        """Whether this sentence has told of a vote already."""
        self.polled = -1
        """The block that spoke last of a poll."""
        self._behind: deque[Sentence | tuple[int, str]] = deque(maxlen=SENTENCES)
        """The last sentences, and the last blocks that were passed over, which are taken apart when somebody asks."""

    @property
    def before(self) -> list[Sentence]:
        """The last sentences, the nearest last."""
        found: list[Sentence] = []
        for one in self._behind:
            found += [one] if isinstance(one, Sentence) else sentences(one[1], one[0], self.words)
        self._behind = deque(found, maxlen=SENTENCES)
        return found[-SENTENCES:]

    def is_worth_reading(self, text: str) -> bool:
        """Whether a block or a sentence may tell of a vote, or of a name that a vote is told with."""
        return (len(self.known) < MOST_ACRONYMS and has_acronym(text)) or self.cues.in_(text)

    def pass_over(self, block: int, text: str) -> None:
        """Remember a block that is not read, for what leans on its sentences."""
        if text.strip(WHITE_SPACE):
            self._behind.append((block, text))

    def read(self, sentence: Sentence) -> None:
        """Take the votes out of one more sentence."""
        if self.is_worth_reading(sentence.text):
            lexed = Lexed(sentence.text, self.language)
            if "(" in sentence.text and len(self.known) < MOST_ACRONYMS:
                acronyms(lexed, self.known)
            if lexed.has("poll", 0, len(lexed)):
                self.polled = sentence.block
            self._take_all(sentence, lexed)
            self._break_tie(sentence, lexed)
        self._behind.append(sentence)

    def _take_all(self, sentence: Sentence, lexed: Lexed) -> None:
        found = tallies(lexed)
        before = len(self.found)
        for index, tally in enumerate(found):
            self.going = len(self.found) > before
            low = found[index - 1].end if index else 0
            high = found[index + 1].start if index + 1 < len(found) else len(lexed)
            self._take(sentence, lexed, tally, low, high)
        if lexed.has("respectively", 0, len(lexed)) and len(self.found) - before > 1:
            self._deal_out(lexed, before, found)
        if len(self.found) == before and not any(tally.kind == "pair" for tally in found):
            self._take_plain(sentence, lexed)
        if len(self.found) > before or (self.found and self._earlier(sentence.block)):
            self._demand(lexed, before)

    def _take(self, sentence: Sentence, lexed: Lexed, tally: Tally, low: int, high: int) -> None:
        if self.polled == sentence.block and any(count.unit == "percent" for count in tally.counts):
            return
        if tally.kind == "extra":
            self._add_counts(tally, lexed, sentence.block)
            return
        earlier = self._earlier(sentence.block)
        if tally.kind == "one" and earlier is not None and earlier.vote.counts and earlier.block == sentence.block:
            return
        if tally.kind in ("same", "follow"):
            if earlier is None or not (earlier.vote.counts or tally.kind == "follow"):
                return
            if tally.kind == "same":
                tally = evolve(tally, counts=earlier.vote.counts, repeats=True)
        led = self._led(sentence) if earlier is None else None
        if tally.kind == "follow" or (tally.kind == "pair" and self._is_following(lexed, tally)):
            read = self._follows(lexed, tally, earlier)
        else:
            read = frame(lexed, tally, low, high, self.known, series=earlier is not None or led is not None, going=self.going)
        if read is None:
            return
        if read.leans and earlier is not None and not earlier.vote.counts and earlier.vote.margin is None and not tally.repeats:
            read = earlier.frame.over(read)
            del self.found[-1]
        elif read.leans and low and earlier is not None:
            read = evolve(
                earlier.frame,
                leans=False,
                rule=f"{read.rule}, leaning on {earlier.frame.rule}",
                body=read.body or earlier.frame.body,
                result=read.result or earlier.frame.result,
                order=read.order if read.order != "as told" else earlier.frame.order,
            )
        elif read.leans and (led := self._head(sentence, lexed, tally) or led or self._led(sentence)) is not None:
            read = led.over(read)
        elif read.leans and earlier is not None and earlier.block == sentence.block and read.rule.startswith("told"):
            read = evolve(read, motion=earlier.frame.motion, leans=False)
        elif read.rule == "series" and earlier is not None:
            read = _in_series(read, earlier.frame)
        leaning = read.rule.partition(", leaning")[1] != "" and self.before
        self._keep(sentence, lexed, tally, read)
        if leaning and self.found:
            self._demand(Lexed(self.before[-1].text, self.language), len(self.found) - 1)

    def _head(self, sentence: Sentence, lexed: Lexed, tally: Tally) -> Frame | None:
        """What the same sentence tells before a semicolon: `voted to extend the ban; the vote passed 7-2`."""
        stop = next((index for index in range(tally.start) if lexed.low(index) == ";"), None)
        if stop is None:
            return None
        return plain(Lexed(sentence.text[: lexed.tokens[stop].start], self.language), self.known, led=True)

    def _led(self, sentence: Sentence) -> Frame | None:
        """What the sentence before tells of a vote whose numbers come now."""
        if not self.before or self.before[-1].block != sentence.block:
            return None
        lexed = Lexed(self.before[-1].text, self.language)
        told = plain(lexed, self.known, led=True)
        if told is None and lexed.has("vote", 0, len(lexed)) and not lexed.has("never", 0, len(lexed)):
            motion = motion_phrase(lexed, 0, len(lexed), last=True)
            told = Frame(rule="named before", motion=lexed.span(*motion)) if motion is not None else None
        return told

    @staticmethod
    def _is_following(lexed: Lexed, tally: Tally) -> bool:
        """Whether the numbers are those of a body that did what another did: `the House followed suit, 266-150`."""
        found = lexed.last("follow", tally.start - 6, tally.start)
        return found is not None and lexed.at("passed", found[0]) <= found[1]

    def _follows(self, lexed: Lexed, tally: Tally, earlier: _Found | None) -> Frame | None:
        """`The House followed suit`: what the vote before was on, by another body."""
        if earlier is None:
            return None
        found = bodies(lexed, max(0, tally.start - 14), tally.start, self.known)
        return evolve(earlier.frame, rule="followed", body=found[-1][2], result=earlier.vote.outcome) if found else None

    def _take_plain(self, sentence: Sentence, lexed: Lexed) -> None:
        read = plain(lexed, self.known)
        if read is not None:
            self._keep(sentence, lexed, Tally(start=0, end=0, kind="plain"), read)

    def _keep(self, sentence: Sentence, lexed: Lexed, tally: Tally, read: Frame) -> None:
        body = read.body or self._carried(sentence)
        counts = tally.counts if tally.repeats and read.order == "as told" else read.oriented(tally.counts)
        against = read.result == "failed" or read.order == "no first"
        if tally.kind == "one" and not tally.sided and against and len(counts) == 1:
            counts = (evolve(counts[0], option="no"),)
        result: VoteResult | None = read.result
        if tally.kind == "one" and len(counts) == 1 and counts[0].unit == "percent" and result is None and counts[0].value > HALF:
            result = "passed" if counts[0].option == "yes" else "failed"
        if tally.kind == "tied" and result is None and not counts:
            result = "tied"
        if is_veto(lexed):
            result = "failed"
        if not (counts or tally.unanimous or tally.margin is not None or result):
            return
        vote = Vote(
            motion=_line(read.motion),
            voting_body=_line(body),
            counts=counts,
            unanimous=tally.unanimous,
            margin=tally.margin,
            result=result,
            held=held(lexed),
            evidence=_evidence(sentence, lexed, tally),
        )
        carried = read.body is None and body is not None
        self.found.append(
            _Found(vote=vote, frame=evolve(read, body=body), block=sentence.block, kind=tally.kind, carried=carried)
        )

    def _deal_out(self, lexed: Lexed, before: int, found: list[Tally]) -> None:
        """`the House and Senate passed it by 231-188 and 66-32, respectively`: each its own body, or its own motion."""
        several = len(self.found) - before
        first = next(tally.start for tally in found if tally.kind == "pair")
        named = bodies(lexed, 0, first, self.known)
        motion = self.found[before].vote.motion
        parts = re.split(r",? and |, ", motion) if motion else []
        for index in range(several):
            known = self.found[before + index]
            vote = known.vote
            if len(named) >= several:
                vote = evolve(
                    vote,
                    voting_body=_line(named[len(named) - several + index][2]),
                    motion=motion,
                    result=self.found[before].vote.result,
                )
            elif len(parts) == several:
                vote = evolve(
                    vote,
                    motion=_line(parts[index]),
                    voting_body=self.found[before].vote.voting_body,
                    result=self.found[before].vote.result,
                )
            self.found[before + index] = evolve(known, vote=vote)

    def _demand(self, lexed: Lexed, before: int) -> None:
        """What the vote needed, said in its sentence or the next."""
        needed = demand(lexed)
        if needed is None:
            return
        known = self.found[-1]
        if known.vote.requirement is not None or (len(self.found) == before and not known.vote.counts):
            return
        result = (
            known.vote.result if known.vote.result and not needed.short else needed.result(known.vote.counts) or known.vote.result
        )
        text = _line(needed.text)
        counts = _under(needed, known.vote.counts)
        self.found[-1] = evolve(known, vote=evolve(known.vote, requirement=text, result=result, counts=counts))

    def _add_counts(self, tally: Tally, lexed: Lexed, block: int) -> None:
        """Abstentions and kin, told after the result."""
        earlier = self._earlier(block)
        if earlier is None or earlier.block != block or lexed.has("never", 0, len(lexed)):
            return
        told = {count.option for count in earlier.vote.counts}
        more = tuple(count for count in tally.counts if count.option not in told)
        if more and (earlier.vote.counts or earlier.vote.unanimous):
            self.found[-1] = evolve(earlier, vote=evolve(earlier.vote, counts=(*earlier.vote.counts, *more)))

    def _break_tie(self, sentence: Sentence, lexed: Lexed) -> None:
        """What the text says of a tie: that it is one, or how the casting vote went."""
        earlier = self._earlier(sentence.block)
        if earlier is None or earlier.vote.result not in (None, "tied") or earlier.vote.yes != earlier.vote.no:
            return
        if earlier.vote.yes is None and earlier.vote.result is None:
            return
        result = cast(lexed) or ("tied" if lexed.has("tied", 0, len(lexed)) else None)
        if result is not None:
            motion = earlier.vote.motion or cast_on(lexed)
            self.found[-1] = evolve(earlier, vote=evolve(earlier.vote, result=result, motion=_line(motion)))

    def _earlier(self, block: int) -> _Found | None:
        """The vote before, where it is near enough to lean on."""
        return self.found[-1] if self.found and block - self.found[-1].block <= REACH else None

    def _carried(self, sentence: Sentence) -> str | None:
        """The body of a vote that names none: the one named last, if that is near."""
        earlier = self._earlier(sentence.block)
        if earlier is not None and earlier.frame.body:
            return earlier.frame.body
        for known in reversed(self.before):
            if sentence.block - known.block > 1:
                break
            lexed = Lexed(known.text[:WINDOW], self.language)
            found = bodies(lexed, 0, len(lexed), self.known)
            if found:
                return found[0][2]
        return None


def _under(needed: Demand, counts: tuple[Count, ...]) -> tuple[Count, ...]:
    """Counts where more than a majority was needed: `failed 58-40, short of the 60 votes needed` has 58 in favour."""
    sides = {count.option: count for count in counts}
    yes, no = sides.get("yes"), sides.get("no")
    if yes is None or no is None or needed.votes is None or not yes.value < no.value < needed.votes:
        return counts
    rest = tuple(count for count in counts if count.option not in ("yes", "no"))
    return (evolve(no, option="yes"), evolve(yes, option="no"), *rest)


def _in_series(read: Frame, before: Frame) -> Frame:
    """A result that goes on from another, with the verb and the body of that one where it has none."""
    order = read.order if read.order != "as told" else before.order
    result = (read.result or before.result) if order == before.order else read.result
    return evolve(read, result=result, order=order, body=read.body or before.body)


MOST_ACRONYMS = 50
"""Of so many acronyms of a text the full names are kept."""


def _line(text: str | None) -> str | None:
    found = (text or "").strip(WHITE_SPACE)
    return found if is_line(found) else None


def _evidence(sentence: Sentence, lexed: Lexed, tally: Tally) -> Evidence:
    """The sentence; of one that never ends, the part around the numbers."""
    start, end = 0, len(sentence.text)
    if end > 3 * WINDOW:
        first = lexed.tokens[tally.start].start if tally.end else 0
        last = lexed.tokens[tally.end - 1].end if tally.end else 0
        start, end = max(0, first - WINDOW), min(end, last + WINDOW)
    quote = sentence.text[start:end]
    start += len(quote) - len(quote.lstrip(WHITE_SPACE))
    return Evidence(quote=quote.strip(WHITE_SPACE), block=sentence.block, start=sentence.start + start)


__all__ = ["Explanation", "NamedToken", "VotePart", "explanations_in", "votes", "votes_in"]
