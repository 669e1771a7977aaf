"""Rules for results that are told beside their motion: `the vote on the pier was 9-4`, `22 in favour of banning it, 10 against`."""

from __future__ import annotations

from newsmodel.extract._votes._frame import Frame, Order
from newsmodel.extract._votes._gates import is_hypothetical
from newsmodel.extract._votes._lexer import Lexed
from newsmodel.extract._votes._parts import WINDOW, Clause, body_near, motion_behind, span, verb_after, verb_at
from newsmodel.extract._votes._plain import cast, cast_on
from newsmodel.extract._votes._phrases import bodies, clause_start, cut, motion_phrase, trimmed
from newsmodel.extract._votes._tally import Tally

NEAR = 14
"""How many tokens from the verb its result may stand, when the motion follows the result."""


def same(clause: Clause) -> Frame | None:
    """`The same result was reached over closing the pier`."""
    lexed, tally = clause.lexed, clause.tally
    if tally.kind != "same" or clause.verb is not None:
        return None
    for index in range(tally.end, min(clause.high, tally.end + NEAR)):
        if (lexed.at("topic", index) or lexed.at("opener_against", index)) and not lexed.at("adverb", index):
            against = lexed.at("opener_against", index)
            motion = cut(lexed, lexed.at("topic", index) or against, clause.high)
            return Frame(rule="same", motion=span(lexed, motion), body=body_near(clause), leans=motion is None)
    return None


def sided(clause: Clause) -> Frame | None:
    """`22 in favour of banning it, with 10 against`: the motion stands with the numbers."""
    lexed, tally = clause.lexed, clause.tally
    told = tally.kind in ("sides", "one") and not lexed.words.votes.verb_final
    motion = inside_sides(clause) if told else None
    if motion is None or lexed.at("pronoun", motion[0]) == motion[1] or lexed.at("person", motion[0]):
        return None
    return Frame(rule="sides", motion=span(lexed, motion), body=_counted(clause) or body_near(clause))


def _counted(clause: Clause) -> str | None:
    """Those of whom a share is told: `52 percent of the town`."""
    lexed, tally = clause.lexed, clause.tally
    of = next((i for i in range(tally.start, tally.start + 4) if lexed.at("of", i)), None)
    if of is None or tally.kind != "one" or lexed.has("unit", of + 1, of + 2) or _is_held(clause, of):
        return None
    end = next(
        (
            i
            for i in range(of + 1, min(tally.end, of + 8))
            if any(lexed.at(kind, i) for kind in ("favour", "against", "place", "aux", "voted"))
        ),
        None,
    )
    return span(lexed, trimmed(lexed, of + 1, end)) if end is not None else None


def _is_held(clause: Clause, of: int) -> bool:
    """Whether a share is of something the voters hold: `creditors holding 91% of the debt`."""
    lexed, tally = clause.lexed, clause.tally
    return lexed.low(tally.start - 1).endswith("ing") and not bodies(lexed, of, tally.end, clause.known)


def told(clause: Clause) -> Frame | None:
    """`The vote on the bridge was 9 to 4`; `And for the ban it was 20 to 12`; `the final tally was 54-46`."""
    lexed, tally = clause.lexed, clause.tally
    subject = told_before(clause)
    if subject is None:
        return None
    start, end = subject
    motion = inside_sides(clause) if tally.kind in ("sides", "one") else None
    motion = motion or topic(clause, start) or _vote_on(lexed, start, end)
    order: Order = "as told"
    if motion is None and (opposed := _vote_against(lexed, start, end)) is not None:
        return Frame(rule="told", motion=span(lexed, opposed), body=body_near(clause), order="no first")
    beside = lexed.at("accompany", tally.end) or (lexed.low(tally.end) == "," and lexed.at("accompany", tally.end + 1))
    if motion is None and not beside and (opened := motion_behind(clause, tally.end)):
        motion, against = opened
        order = "no first" if against else "as told"
    return Frame(rule="told", motion=span(lexed, motion), body=body_near(clause), order=order, leans=motion is None)


def told_before(clause: Clause) -> tuple[int, int] | None:
    """The noun that a result is told of, and the verb that tells it: `the vote … was`."""
    lexed, tally = clause.lexed, clause.tally
    index = tally.start
    while index > clause.low and index > tally.start - 5 and not lexed.at("told", index):
        index -= 1
    told = lexed.at("told", index)
    if told and any((verb := verb_at(lexed, i)) is not None and verb.kind != "split" for i in range(told, tally.start)):
        return None
    if not told:
        colon = lexed.low(tally.start - 1) == ":"
        index = tally.start - 1 if colon else -1
    if index <= 0:
        return None
    for start in range(index - 1, max(clause.low, index - WINDOW) - 1, -1):
        end = lexed.at("it", start)
        if lexed.is_break(start) and lexed.low(start) in {";", ":"}:
            return None
        if lexed.low(start) == "," and index - start > 12:
            return None
        if (
            end
            and end <= index
            and not lexed.at("passed", end)
            and (
                end == index
                or any(lexed.at(kind, end) for kind in ("opener", "opener_against", "place"))
                or lexed.low(end) == ","
            )
        ):
            while start > clause.low and (lexed.low(start - 1) in lexed.words.articles or lexed.at("noun_sign", start - 1)):
                start -= 1
            return start, index
        if lexed.at("voted", start) and lexed.low(start) not in {"vote", "votes", "voting"}:
            return None
    return None


def _vote_on(lexed: Lexed, start: int, end: int) -> tuple[int, int] | None:
    """The motion inside `the vote on the bridge was`."""
    opener = next((i for i in range(start, end) if lexed.at("opener", i)), None)
    if opener is None:
        return None
    return cut(lexed, lexed.at("opener", opener), end)


def _vote_against(lexed: Lexed, start: int, end: int) -> tuple[int, int] | None:
    """The motion inside `the vote against the dam was`: the first number is against it."""
    against = lexed.first("opener_against", start, end)
    return cut(lexed, against[1], end) if against is not None else None


def topic(clause: Clause, end: int) -> tuple[int, int] | None:
    """The phrase that a sentence begins with, as its topic: `With the harbour group – … – voting was 23-9`."""
    lexed = clause.lexed
    start = 1 if lexed.at("conjunction", 0) else 0
    if lexed.low(start) == ",":
        start += 1
    opened = lexed.at("topic", start)
    if not opened or opened >= end:
        return None
    stop = next(
        (
            i
            for i in range(opened, end)
            if lexed.low(i) == "," or lexed.is_break(i) or (lexed.at("it", i) and lexed.tokens[i].text == "it")
        ),
        end,
    )
    return trimmed(lexed, opened, stop)


def opened_behind(clause: Clause) -> Frame | None:
    """`20 to 12 against the ban`, `52-48 for the merger`, `22 in favour of banning it, with 10 against`."""
    lexed, tally = clause.lexed, clause.tally
    if tally.kind in ("sides", "one"):
        motion = inside_sides(clause)
        if motion is None:
            opened = motion_behind(clause, tally.end)
            motion = opened[0] if opened else None
        if motion is None:
            motion = topic(clause, tally.start)
        if motion is None and clause.verb is None and (subject := clause_start(lexed, clause.low, tally.start)) < tally.start:
            motion = motion_phrase(lexed, subject, tally.start)
        if motion is None:
            return None
        return Frame(rule="sides", motion=span(lexed, motion), body=body_near(clause))
    opened = motion_behind(clause, tally.end)
    if opened is None or opened[0] is None:
        return None
    return Frame(
        rule="opened", motion=span(lexed, opened[0]), body=body_near(clause), order="no first" if opened[1] else "as told"
    )


def inside_sides(clause: Clause) -> tuple[int, int] | None:
    """The motion inside `22 in favour of banning it, with 10 against`, `10 votes against the ban and 5 for`."""
    lexed, tally = clause.lexed, clause.tally
    for kind in ("favour", "against"):
        for start, end in sorted(lexed.marks.get(kind, {}).items()):
            if not (tally.start <= start < tally.end) and not (start < tally.end <= end + 1):
                continue
            place = end + 1 if lexed.low(end) in {"of", "to", "de", "del", "du"} else end
            if kind == "favour" and lexed.low(end - 1) == "to":
                place = end
            place = lexed.at("about", place) or place
            motion = cut(lexed, place, clause.high if place >= tally.end else tally.end) if _begins_motion(lexed, place) else None
            if motion is not None:
                return motion
    return None


def _begins_motion(lexed: Lexed, index: int) -> bool:
    """Whether a motion can begin here: no mark, and no small word that leads elsewhere."""
    if not (0 <= index < len(lexed)) or not lexed.tokens[index].is_word or lexed.has("turnout", index, index + 4):
        return False
    return not (
        any(lexed.at(kind, index) for kind in ("against", "favour", "between"))
        or (lexed.low(index) == "on" and lexed.words.code == "en")
        or lexed.low(index) in {"and", "und", "et", "y", "with", "mit", "avec", "con", "to", "by", "in"}
        or lexed.at("clause", index)
        or lexed.at("adverb", index)
        or lexed.at("unit", index)
    )


def _is_level(tally: Tally) -> bool:
    return len({count.value for count in tally.counts}) == 1 < len(tally.counts)


def heads(clause: Clause) -> Frame | None:
    """Whatever can be put to a vote nearest to the result, and a verb of success or failure anywhere beside it."""
    lexed, tally = clause.lexed, clause.tally
    if lexed.has("casting", tally.end, clause.high) and _is_level(tally):
        return Frame(rule="tie broken", motion=cast_on(lexed), body=body_near(clause), result=cast(lexed))
    motion = motion_phrase(lexed, clause.low, tally.start, last=True) or motion_phrase(lexed, tally.end, clause.high)
    verb = clause.verb if clause.verb and clause.verb.kind in ("passed", "failed") else verb_after(lexed, tally.end, clause.high)
    body = body_near(clause)
    if motion is not None and lexed.span(*motion) == body:
        motion = None
    if verb is not None and is_hypothetical(lexed, verb.start):
        verb = None
    if verb is not None and verb.kind in ("passed", "failed"):
        passed = verb.kind == "passed"
        return Frame(
            rule="heads",
            motion=span(lexed, motion),
            body=body,
            result="passed" if passed else "failed",
            order="larger yes" if passed else "larger no",
            leans=motion is None,
        )
    if (
        motion is None
        and body is None
        and not lexed.has("voted", clause.low, clause.high)
        and not lexed.has("vote", clause.low, clause.high)
    ):
        return None
    return Frame(rule="heads", motion=span(lexed, motion), body=body, leans=motion is None)
