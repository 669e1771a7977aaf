"""Clauses of languages whose verb, or its last part, stands at the end: `hat die Vorlage mit 12 zu 7 Stimmen abgelehnt`.

Place does not tell subject from object there, so the words do: who can vote is the body, what can be voted on the motion.
"""

from __future__ import annotations

from newsmodel.extract._votes._frame import Frame
from newsmodel.extract._votes._gates import is_hypothetical
from newsmodel.extract._votes._lexer import Lexed
from newsmodel.extract._votes._parts import Clause, Verb, span, verb_at
from newsmodel.extract._votes._phrases import bodies, clause_start, cut, motion_phrase, trimmed


def verb_final(clause: Clause) -> Frame | None:
    """The clause of a verb of success or failure on either side of the result."""
    lexed, tally = clause.lexed, clause.tally
    if not lexed.words.votes.verb_final:
        return None
    verb = clause.verb if clause.verb is not None and clause.verb.kind in ("passed", "failed") else None
    low, high = clause.low, clause.high
    if verb is None:
        verb = _deciding(lexed, tally.end, high)
    if verb is None or is_hypothetical(lexed, verb.start):
        return None
    return decided(clause, verb, low, high)


def _deciding(lexed: Lexed, low: int, high: int) -> Verb | None:
    found = (verb_at(lexed, index) for index in range(low, high))
    return next((verb for verb in found if verb is not None and verb.kind in ("passed", "failed")), None)


def decided(clause: Clause, verb: Verb, low: int, high: int) -> Frame | None:
    """Who decided what in a clause, by what can vote and what can be voted on."""
    lexed = clause.lexed
    passed = verb.kind == "passed"
    voters = _voters(clause, low, high)
    motion = _motion(clause, voters, verb, low, high) or _infinitive(clause, high)
    return Frame(
        rule="verb final",
        motion=span(lexed, motion),
        body=voters[2] if voters is not None else None,
        result="passed" if passed else "failed",
        order="larger yes" if passed else "larger no",
        leans=motion is None,
    )


def _infinitive(clause: Clause, high: int) -> tuple[int, int] | None:
    """What was decided, behind the result: `beschloss mit 31 zu 22 Stimmen, die Klinik zu schließen`."""
    lexed, end = clause.lexed, clause.tally.end
    while lexed.at("result_noun", end) or lexed.at("unit", end):
        end += 1
    if lexed.low(end) != "," or not any(lexed.low(i) == "zu" for i in range(end, high)):
        return None
    return cut(lexed, end + 1, high)


def _voters(clause: Clause, low: int, high: int) -> tuple[int, int, str] | None:
    """The first body that is no genitive of something else: `der Landtag`, not `der Antrag des Landtags`."""
    lexed = clause.lexed
    for start, end, phrase in bodies(lexed, low, high, clause.known):
        if (
            lexed.low(start) not in _GENITIVE
            or start == low
            or lexed.at("place", start - 1)
            or not lexed.tokens[start - 1].is_name
        ):
            return start, end, phrase
    return None


_GENITIVE = frozenset("des".split())


def _motion(clause: Clause, voters: tuple[int, int, str] | None, verb: Verb, low: int, high: int) -> tuple[int, int] | None:
    """What can be voted on, outside the voters and the result; where nothing can, the subject of a passive."""
    lexed, tally = clause.lexed, clause.tally
    pieces = [(low, high)]
    for cut_start, cut_end in sorted([(tally.start, tally.end), *([voters[:2]] if voters is not None else [])]):
        start, end = pieces.pop()
        pieces += [(start, min(cut_start, end)), (max(cut_end, start), end)]
    for start, end in pieces:
        found = motion_phrase(lexed, start, end)
        if found is not None:
            return _before_verb(lexed, found, verb)
    start = clause_start(lexed, low, verb.start)
    aux = next((index for index in range(start, min(tally.start or high, high)) if lexed.at("aux", index)), None)
    subject = trimmed(lexed, start, aux) if aux is not None else None
    if subject is None or (voters is not None and subject[0] < voters[1]) or lexed.at("place", subject[0]):
        return None
    return subject


def _before_verb(lexed: Lexed, found: tuple[int, int], verb: Verb) -> tuple[int, int] | None:
    return cut(lexed, found[0], verb.start) if found[0] < verb.start < found[1] else found
