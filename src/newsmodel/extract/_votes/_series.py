"""Rules for several results in a sentence: `the budget 7-2 and the levy 5-4`, `but 4-3 against the jetty`."""

from __future__ import annotations

from newsmodel.extract._votes._frame import Frame
from newsmodel.extract._votes._parts import Clause, between, motion_behind, span, verb_before, voters_behind
from newsmodel.extract._votes._phrases import bodies, trimmed

NEAR = 14
"""How many tokens from the verb its result may stand, when the motion follows the result."""


def elliptic(clause: Clause) -> Frame | None:
    """In a series of results: `the budget 7-2`, `Clinton on a 94-2 vote`, `the Assembly by 56-27`."""
    lexed, tally = clause.lexed, clause.tally
    colon = next((i for i in range(max(clause.low, tally.start - NEAR), tally.start) if lexed.low(i) == ":"), None)
    if clause.low and lexed.at("conjunction", tally.start - 1) and (own := _own_motion(clause)) is not None:
        return own
    low = clause.low if colon is None else colon + 1
    if low == 0 or tally.start - low > NEAR or verb_before(lexed, low, tally.start) is not None:
        return None
    if (which := _ordinal(clause, low)) is not None:
        return Frame(rule="series", motion=span(lexed, which), body=_colon_body(clause, colon))
    content = between(clause, low, tally.start)
    start = low if content is None else content[0]
    while (
        content is not None
        and start < content[1]
        and (lexed.at("conjunction", start) or lexed.at("result_noun", start) or not lexed.tokens[start].is_word)
    ):
        start += 1
    if content is None or start >= content[1]:
        return Frame(rule="series", leans=True) if motion_behind(clause, tally.end) is None and colon is None else None
    if clause.low and lexed.at("place", start) and (where := voters_behind(clause)) is not None:
        return Frame(rule="series", body=where, leans=True)
    if (
        lexed.at("opener", start)
        or lexed.at("opener_against", start)
        or lexed.at("stop", start)
        or lexed.at("clause", start)
        or lexed.at("relative", start)
    ):
        return None
    found = bodies(lexed, start, content[1], clause.known)
    if found and found[-1][1] == content[1] and found[0][0] == start:
        opened = motion_behind(clause, tally.end)
        motion = opened[0] if opened else None
        return Frame(rule="series", motion=span(lexed, motion), body=found[0][2], leans=motion is None)
    motion = trimmed(lexed, start, content[1])
    if motion is None or motion[1] - motion[0] > NEAR:
        return None
    return Frame(rule="series", motion=span(lexed, motion), body=_colon_body(clause, colon))


def _ordinal(clause: Clause, low: int) -> tuple[int, int] | None:
    """`and the second 229-198`: one of those told before."""
    lexed, end = clause.lexed, clause.tally.start
    start = low + (lexed.at("conjunction", low) > 0)
    counted = end - start == 2 and lexed.low(start) in lexed.words.articles and lexed.at("ordinal", start + 1)
    return (start, end) if counted else None


def _own_motion(clause: Clause) -> Frame | None:
    """`but 4-3 against the jetty`: numbers behind a conjunction, with their motion behind them."""
    lexed, tally = clause.lexed, clause.tally
    if not (lexed.at("opener", tally.end) or lexed.at("opener_against", tally.end)):
        return None
    opened = motion_behind(clause, tally.end)
    if opened is None or opened[0] is None:
        return None
    return Frame(rule="series", motion=span(lexed, opened[0]), order="no first" if opened[1] else "as told")


def _colon_body(clause: Clause, colon: int | None) -> str | None:
    found = bodies(clause.lexed, 0, colon, clause.known) if colon is not None else []
    return found[-1][2] if found else None
