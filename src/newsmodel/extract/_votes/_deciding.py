"""Rules for verbs of success and failure: `rejected the plan 22-10`, `the bill, which passed 52-48`, `the government was defeated on …`."""

from __future__ import annotations

from attrs import evolve

from newsmodel.extract._votes._frame import Frame, Order
from newsmodel.extract._votes._lexer import Lexed
from newsmodel.extract._votes._parts import (
    INSERTED,
    Clause,
    Verb,
    agent,
    antecedent,
    between,
    body_before,
    body_in,
    body_near,
    insertion_end,
    is_place,
    is_voter,
    motion_behind,
    place_body,
    span,
    subject_body,
    subject_name,
    subject_of,
    voters_behind,
    without_place,
)
from newsmodel.extract._votes._phrases import bodies, clause_start, cut, motion_phrase, trimmed
from newsmodel.model import VoteResult


def decided(clause: Clause) -> Frame | None:
    """`rejected the plan 22-10`; `the motion was carried by nine votes to three`; `the bill, which passed 52-48`."""
    lexed, tally, verb = clause.lexed, clause.tally, clause.verb
    if verb is None or verb.kind not in ("passed", "failed"):
        return None
    result: VoteResult = "passed" if verb.kind == "passed" else "failed"
    order: Order = "larger yes" if verb.kind == "passed" else "larger no"
    content = between(clause, verb.end, tally.start)
    said = Frame(rule="decided", result=result, order=order)
    if (side := _winning_side(clause, verb)) is not None:
        return side
    if content is not None and (voters := agent(clause, content)):
        subject = subject_of(clause, verb)
        if subject is None or lexed.at("relative", subject[0]):
            subject = antecedent(clause, clause_start(lexed, clause.low, verb.start))
        return evolve(said, motion=span(lexed, subject), body=voters, rule="decided by")
    if content is not None and lexed.at("survived", verb.start) and lexed.has("hostile", *content):
        return _about_them(clause, verb, content)
    if content is not None and lexed.at("stage", content[0]) == content[1]:
        content = None
    if content is not None and lexed.first("short", content[0], content[1]) and not lexed.at("motion", content[0]):
        content = None
    passive = lexed.at("aux", verb.start - 1) and not lexed.at("having", verb.start - 1)
    if content is not None and verb.kind == "failed" and lexed.low(content[0]) == "to":
        motion = cut(lexed, content[0] + 1, content[1])
        body = subject_body(clause, verb) or subject_name(clause, verb)
        return evolve(said, motion=span(lexed, motion), body=body, order="as told", rule="failed to")
    if content is not None and not passive:
        if (where := _chamber(clause, verb, content)) is not None:
            return evolve(said, motion=span(lexed, subject_of(clause, verb)), body=where, rule="decided where")
        if (led := _led_in(clause, verb, content)) is not None:
            return evolve(said, motion=span(lexed, led[0]), body=led[1], rule="having passed")
        content = without_place(clause, content)
        motion = cut(lexed, content[0], content[1]) if content[0] < content[1] else None
        if lexed.low(content[0]) in {"to", "on"} and motion and lexed.has("government", clause.low, verb.start):
            return _government(
                clause, evolve(said, body=subject_body(clause, verb), motion=span(lexed, (motion[0] + 1, motion[1]))), verb
            )
        if motion is not None and (inner := _vote_object(clause, motion)) is not None:
            return evolve(said, motion=span(lexed, inner[0]), body=inner[1], leans=inner[0] is None, rule="lost a vote")
        if motion is not None and _is_government(lexed, *motion) and not lexed.has("motion", *motion):
            return _government(clause, evolve(said, body=subject_body(clause, verb)), verb)
        if motion is not None and not is_place(clause, motion):
            body = subject_body(clause, verb) or subject_name(clause, verb)
            if body is None and lexed.low(verb.start).endswith("ing"):  # `Adopting the text by 9 to 2, the assembly …`
                body = body_in(clause, tally.end, min(clause.high, tally.end + INSERTED))
            return evolve(
                said,
                motion=span(lexed, motion),
                body=body or voters_behind(clause) or place_body(clause, verb),
                rule="decided what",
            )
    return _unaccusative(clause, verb, said)


def _about_them(clause: Clause, verb: Verb, content: tuple[int, int]) -> Frame:
    """`The mayor survived a no-confidence vote`: the motion failed; who lost one saw it carried."""
    lexed = clause.lexed
    carried = verb.kind == "failed"
    return Frame(
        rule="survived",
        motion=span(lexed, cut(lexed, *without_place(clause, content))),
        body=voters_behind(clause) or place_body(clause, verb),
        result="passed" if carried else "failed",
        order="larger yes" if carried else "larger no",
    )


def _winning_side(clause: Clause, verb: Verb) -> Frame | None:
    """`Yes won by 52.3 to 47.7`: a side of a referendum, not the motion, won or lost."""
    lexed = clause.lexed
    subject = subject_of(clause, verb)
    if subject is None or subject[1] - subject[0] > 4:
        return None
    yes, no = lexed.has("yes_side", *subject), lexed.has("no_side", *subject)
    if yes == no:
        return None
    passed = yes == (verb.kind == "passed")
    return Frame(
        rule="side won",
        motion=span(
            lexed, motion_phrase(lexed, verb.end, clause.tally.start) or motion_phrase(lexed, clause.tally.end, clause.high)
        ),
        body=body_near(clause),
        result="passed" if passed else "failed",
        order="larger yes" if passed else "larger no",
        leans=True,
    )


def _vote_object(clause: Clause, motion: tuple[int, int]) -> tuple[tuple[int, int] | None, str | None] | None:
    """What a vote was on, and whose, where the vote is the object: `lost a vote in the Lords on moorings`; `won the division`."""
    lexed = clause.lexed
    noun = motion[0] + 1 if lexed.low(motion[0]) in lexed.words.articles else motion[0]
    end = lexed.at("it", noun)
    if not end or end > motion[1] or noun == motion[0] or lexed.has("motion", motion[0], end):
        return None
    on = next((i for i in range(end, motion[1]) if lexed.at("concerning", i) and not lexed.at("adverb", i)), None)
    voters = bodies(lexed, end, motion[1] if on is None else on, clause.known)
    return cut(lexed, on + 1, motion[1]) if on is not None else None, voters[0][2] if voters else None


def _is_the_vote(lexed: Lexed, subject: tuple[int, int]) -> bool:
    """Whether a subject is the vote itself: `the vote passed 230-198`."""
    end = lexed.ends_at("it", subject[1])
    return end is not None and end - subject[0] <= 2 and not lexed.has("motion", *subject)


def _chamber(clause: Clause, verb: Verb, content: tuple[int, int]) -> str | None:
    """The chamber in `the measure cleared the lower house`: all of the object, behind a subject that can be voted on."""
    lexed = clause.lexed
    found = bodies(lexed, content[0], content[1], clause.known)
    subject = subject_of(clause, verb)
    whole = len(found) == 1 and found[0][0] == content[0] and found[0][1] == content[1]
    if not whole or subject is None or not (lexed.has("motion", *subject) or lexed.at("pronoun", subject[0])):
        return None
    return found[0][2]


def _led_in(clause: Clause, verb: Verb, content: tuple[int, int]) -> tuple[tuple[int, int], str] | None:
    """The motion behind and the chamber in `Having passed the House 310-118, the bill goes to the Senate`."""
    lexed = clause.lexed
    found = bodies(lexed, content[0], content[1], clause.known)
    whole = len(found) == 1 and found[0][0] == content[0] and found[0][1] == content[1]
    if not whole or subject_of(clause, verb) is not None:
        return None
    if lexed.low(clause.tally.end) != ",":
        head = lexed.first("motion", clause.low, verb.start) if lexed.low(verb.start).endswith("ing") else None
        motion = motion_phrase(lexed, clause.low, head[1]) if head is not None else None
        return (motion, found[0][2]) if motion is not None else None
    behind = clause.tally.end + 1
    head = lexed.first("motion", behind, min(clause.high, behind + 8))
    motion = trimmed(lexed, behind, head[1]) if head is not None else None
    return (motion, found[0][2]) if motion is not None else None


def _unaccusative(clause: Clause, verb: Verb, said: Frame) -> Frame | None:
    """The subject is the motion, or a voter whose object stands before or behind."""
    lexed, tally = clause.lexed, clause.tally
    subject = subject_of(clause, verb)
    behind = voters_behind(clause) or place_body(clause, verb)
    if subject is not None and _is_government(lexed, *subject) and not lexed.has("motion", *subject):
        return _government(clause, evolve(said, body=behind), verb)
    if subject is not None and _is_the_vote(lexed, subject):
        return evolve(said, body=behind, leans=True, rule="the vote decided")
    if subject is None or lexed.at("relative", subject[0]) or lexed.at("pronoun", subject[0]):
        motion = antecedent(clause, clause_start(lexed, clause.low, verb.start))
        if subject is not None and lexed.at("pronoun", subject[0]):
            motion = None
        return evolve(
            said,
            motion=span(lexed, motion),
            body=behind or (body_before(clause, verb.start) if motion else None),
            leans=motion is None,
            rule="decided which",
        )
    passive = any(lexed.at("aux", i) and not lexed.at("having", i) for i in (verb.start - 1, verb.start - 2))
    if is_voter(clause, subject) and not passive:
        opened = _opened_object(clause, tally.end)
        motion = opened or antecedent(clause, subject[0])
        return evolve(said, motion=span(lexed, motion), body=subject_body(clause, verb), leans=motion is None)
    inside = bodies(lexed, tally.start, tally.end, clause.known) if tally.kind in ("sides", "one") else []
    voters = behind or (inside[0][2] if inside else None)
    return evolve(said, motion=span(lexed, _put_to_the_vote(lexed, subject)), body=voters, rule="decided")


def _put_to_the_vote(lexed: Lexed, subject: tuple[int, int]) -> tuple[int, int]:
    """What a vote was on, where the vote is the subject: `a vote to block the plan failed`."""
    noun = subject[0] + 1 if lexed.low(subject[0]) in lexed.words.articles else subject[0]
    end = lexed.at("it", subject[0]) or lexed.at("it", noun)
    opener = lexed.at("opener", end) if end else 0
    return (opener, subject[1]) if opener and opener < subject[1] else subject


def _inner_voter(clause: Clause, subject: tuple[int, int]) -> tuple[int, int, str] | None:
    """The voters in `the bill the House passed`."""
    lexed = clause.lexed
    found = bodies(lexed, subject[0], subject[1], clause.known)
    if not found or found[-1][1] != subject[1] or not lexed.has("motion", subject[0], found[-1][0]):
        return None
    before = found[-1][0] - 1
    linked = (
        lexed.at("place", before) or lexed.at("opener", before) or lexed.at("topic", before) or not lexed.tokens[before].is_word
    )
    return None if linked or lexed.low(before) in lexed.words.inside else found[-1]


def _opened_object(clause: Clause, end: int) -> tuple[int, int] | None:
    """The object behind the numbers: `approved 5-2 a plan`, `passed, 222-204, a bill`, `approved, by 94 to 2, with 5 abstentions, a text`."""
    lexed = clause.lexed
    for _ in range(4):
        step = (
            lexed.at("adverb", end)
            or lexed.at("result_noun", end)
            or (insertion_end(lexed, end, clause.high) if lexed.low(end) == "," else 0)
        )
        if lexed.low(end) == ",":
            step = step or end + 1
        if lexed.low(end) == "(":
            step = next((i + 1 for i in range(end, min(clause.high, end + INSERTED)) if lexed.low(i) == ")"), 0)
        if lexed.at("accompany", end):
            step = next((i for i in range(end, min(clause.high, end + INSERTED)) if lexed.low(i) == ","), 0)
        if not step:
            break
        end = step
    if end < clause.high and (lexed.low(end) in lexed.words.articles or lexed.low(end) == "l'"):
        return cut(lexed, end, clause.high)
    opened = motion_behind(clause, end)
    return opened[0] if opened else None


def _government(clause: Clause, said: Frame, verb: Verb) -> Frame:
    """`The government was defeated by 27 votes on its harbour plan`: the plan fell; on *an* amendment: it was carried."""
    lexed, tally = clause.lexed, clause.tally
    places = (i for i in range(verb.end, clause.high) if lexed.at("concerning", i) and not tally.start <= i < tally.end)
    on = next((i for i in places if not lexed.at("adverb", i)), None)
    motion = None
    if on is not None:
        motion = cut(lexed, on + 1, clause.high if on >= tally.end else tally.start)
    said = evolve(said, motion=span(lexed, motion) or said.motion, rule="government")
    said = evolve(said, leans=said.motion is None)
    if verb.kind == "failed" and motion is not None and not lexed.at("own", motion[0]):
        return evolve(said, result="passed", order="larger yes", rule="government defeated")
    if verb.kind == "failed" and motion is None:
        return evolve(said, result=None, order="as told", rule="government defeated")
    return said


def _is_government(lexed: Lexed, low: int, high: int) -> bool:
    return lexed.has("government", low, high)
