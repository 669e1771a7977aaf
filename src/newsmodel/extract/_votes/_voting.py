"""Rules for verbs and nouns of voting and ruling: `voted 7-2 to close it`, `ruled 5-4 that …`, `in a 6-3 decision, the court …`."""

from __future__ import annotations

from attrs import evolve

from newsmodel.extract._votes._frame import Frame, Order
from newsmodel.extract._votes._gates import is_hypothetical
from newsmodel.extract._votes._lexer import Lexed
from newsmodel.extract._votes._parts import (
    WINDOW,
    Clause,
    Verb,
    agent,
    antecedent,
    between,
    body_in,
    body_near,
    is_place,
    motion_behind,
    opened_at,
    span,
    subject_body,
    subject_name,
    subject_of,
    verb_after,
    voters_behind,
)
from newsmodel.extract._votes._phrases import bodies, clause_start, cut, motion_phrase
from newsmodel.extract._votes._tally import Tally
from newsmodel.extract._votes._telling import inside_sides
from newsmodel.model import VoteResult

NEAR = 14
"""How many tokens from the verb its result may stand, when the motion follows the result."""
BEHIND = 22
"""How far behind a result its verb may stand."""


def split(clause: Clause) -> Frame | None:
    """`The court split 4-4 on the tax`, `deadlocked 11-1 in favor of conviction`."""
    lexed, tally, verb = clause.lexed, clause.tally, clause.verb
    if verb is None or verb.kind != "split" or tally.start - verb.end > 3 or lexed.at("state", verb.start - 1):
        return None
    body = subject_body(clause, verb)
    opened = motion_behind(clause, tally.end)
    motion, against = opened if opened is not None else (None, False)
    if motion is None and lexed.low(tally.end) == "," and lexed.low(tally.end + 1) == "with":
        ruled = next((i for i in range(tally.end, min(clause.high, tally.end + 10)) if lexed.at("ruled", i)), None)
        motion = cut(lexed, ruled, clause.high) if ruled is not None else None
    if motion is None:
        motion = _before_noun(clause, verb)
    subject = subject_of(clause, verb) if motion is None and body is None else None
    if subject is not None and lexed.has("motion", *subject):
        motion = subject
    result: VoteResult | None = _tie(clause) if _is_tie(tally) else None
    return Frame(
        rule="split",
        motion=span(lexed, motion),
        body=body or body_near(clause),
        result=result,
        order="no first" if against else "as told",
        leans=motion is None,
    )


def _tie(clause: Clause) -> VoteResult:
    """What comes of a tie: nothing more, or the end of the motion where a verb behind says so: `tied 4-4 and failed`."""
    lexed, end = clause.lexed, clause.tally.end
    verb = verb_after(lexed, end, min(clause.high, end + NEAR))
    failed = verb is not None and verb.kind == "failed" and lexed.low(verb.start - 1) != "to"
    return "failed" if failed and verb is not None and not is_hypothetical(lexed, verb.start) else "tied"


def _is_tie(tally: Tally) -> bool:
    values = [count.value for count in tally.counts if count.option in ("yes", "no")]
    return len(values) == 2 and values[0] == values[1]


def _before_noun(clause: Clause, verb: Verb) -> tuple[int, int] | None:
    on = next((i for i in range(verb.end, clause.tally.start) if clause.lexed.low(i) in {"on", "over"}), None)
    return cut(clause.lexed, on + 1, clause.tally.start) if on is not None else None


def voted(clause: Clause) -> Frame | None:
    """`voted 7-2 to close the ferry`, `voted to close the ferry, 7-2`, `voted on the plan 316-90`."""
    lexed, tally, verb = clause.lexed, clause.tally, clause.verb
    if verb is None or verb.kind != "voted":
        return None
    body = subject_body(clause, verb)
    content = between(clause, verb.end, tally.start)
    inner = opened_at(lexed, content[0], content[1]) if content else None
    opened = inner or (motion_behind(clause, tally.end) if content is None or content[1] - content[0] < NEAR else None)
    if opened is not None:
        return Frame(
            rule="voted",
            motion=span(lexed, opened[0]),
            body=body or voters_behind(clause) or _place_that_voted(clause, verb),
            order="no first" if opened[1] else "as told",
            leans=opened[0] is None,
        )
    motion = cut(lexed, *content) if content else None
    if motion is not None and lexed.has("body", *motion) and motion[1] - motion[0] <= 4 and not lexed.has("motion", *motion):
        motion, body = None, body or span(lexed, motion)
    if motion is None:
        motion = antecedent(clause, clause_start(lexed, clause.low, verb.start))
    if motion is None and tally.kind in ("sides", "one"):
        motion = inside_sides(clause)
    if motion is None and lexed.at("place", tally.end):
        motion = motion_phrase(lexed, tally.end, min(clause.high, tally.end + NEAR))
    body = body or body_near(clause) or _place_that_voted(clause, verb)
    return Frame(rule="voted", motion=span(lexed, motion), body=body, leans=motion is None)


def _place_that_voted(clause: Clause, verb: Verb) -> str | None:
    """A voter that is no body by its name: `The town voted 612-590`."""
    lexed = clause.lexed
    subject = subject_of(clause, verb)
    if subject is None or not 2 <= subject[1] - subject[0] <= 4 or lexed.low(subject[0]) not in lexed.words.articles:
        return None
    return None if lexed.has("motion", *subject) or lexed.has("it", *subject) else span(lexed, subject)


def ruled(clause: Clause) -> Frame | None:
    """`The court ruled 7-2 that the tax was lawful`; `upheld the tax in a 5-4 ruling`; `was convicted by a jury on a 10-2 vote`."""
    lexed, tally, verb = clause.lexed, clause.tally, clause.verb
    if verb is None or verb.kind != "ruled" or tally.start - verb.end > WINDOW // 2:
        return None
    content = between(clause, verb.end, tally.start)
    if (
        lexed.at("aux", verb.start - 1)
        and not lexed.at("having", verb.start - 1)
        and (found := _was_ruled(clause, verb, content))
    ):
        return found
    motion = _what_was_ruled(clause, verb, content) if content is not None else _what_is_ruled(clause)
    body = subject_body(clause, verb) or voters_behind(clause) or subject_name(clause, verb) or body_near(clause)
    order: Order = "larger yes" if tally.kind == "pair" else "as told"
    return Frame(rule="ruled", motion=span(lexed, motion), body=body, order=order, leans=motion is None)


def _was_ruled(clause: Clause, verb: Verb, content: tuple[int, int] | None) -> Frame | None:
    """The passive: `the strike, which was decided unanimously by the council`."""
    lexed = clause.lexed
    voters = agent(clause, content) if content is not None else voters_behind(clause) or body_near(clause)
    subject = subject_of(clause, verb)
    if subject is None or lexed.at("relative", subject[0]):
        subject = antecedent(clause, clause_start(lexed, clause.low, verb.start))
    if subject is None or lexed.at("pronoun", subject[0]):
        return None
    if voters is None:
        return Frame(rule="was ruled", motion=span(lexed, subject), order="larger yes") if content is None else None
    end = subject[1] if content is None else verb.end
    return Frame(rule="was ruled", motion=lexed.span(subject[0], end), body=voters, order="larger yes")


def _what_was_ruled(clause: Clause, verb: Verb, content: tuple[int, int]) -> tuple[int, int] | None:
    """What stands between the verb and the result, with the verb where it says what was done."""
    lexed = clause.lexed
    if lexed.at("that", content[0]):
        return cut(lexed, content[0] + 1, content[1])
    return cut(lexed, content[0] if lexed.words.votes.verb_final else verb.start, content[1])


def _what_is_ruled(clause: Clause) -> tuple[int, int] | None:
    """What stands behind the result: `ruled 5-4 that …`, `sided 6-3 with the drivers`."""
    lexed, end = clause.lexed, clause.tally.end
    if lexed.at("accompany", end):
        return cut(lexed, end, clause.high)
    opened = motion_behind(clause, end)
    if opened is not None:
        return opened[0]
    if lexed.at("result_noun", end):
        return None
    motion = cut(lexed, end, clause.high)
    return (motion[0] + 1, motion[1]) if motion is not None and lexed.at("that", motion[0]) == motion[0] + 1 else motion


def noun(clause: Clause) -> Frame | None:
    """`a 7-2 vote to close the ferry`; `in a 5-4 decision upholding the tax`; `By nine votes to three, the board approved it`."""
    lexed, tally = clause.lexed, clause.tally
    end = tally.end
    noun = next((i for i in range(end - 1, min(clause.high, end + 3)) if lexed.at("result_noun", i)), None)
    after = lexed.at("result_noun", noun) if noun is not None else end
    if (
        noun is not None
        and (opened := motion_behind(clause, after)) is not None
        and opened[0] is not None
        and lexed.low(after) not in {"on monday", "with"}
    ) and not lexed.at("adverb", after):
        return Frame(
            rule="noun", motion=span(lexed, opened[0]), body=body_near(clause), order="no first" if opened[1] else "as told"
        )
    verb = verb_after(lexed, after, min(clause.high, after + BEHIND))
    if verb is None:
        return None
    if is_hypothetical(lexed, verb.start) and not (noun is not None and lexed.low(verb.start - 1) == "to"):
        return None
    return _verb_behind(clause, verb)


def _verb_behind(clause: Clause, verb: Verb) -> Frame | None:
    """The verb stands behind the result."""
    lexed = clause.lexed
    rest = verb.end
    while (adverb := lexed.at("adverb", rest)) and adverb < clause.high:
        rest = adverb
    inner = clause if clause.tally.kind == "unanimous" else evolve(clause, low=clause.tally.end)
    body = subject_body(inner, verb) or body_near(clause)
    if lexed.low(rest) == "to" and (verb.kind == "failed" or lexed.low(rest + 1) in lexed.words.articles):
        rest += 1
    if verb.kind in ("voted", "split"):
        behind = bodies(lexed, rest, clause.high, clause.known)  # `entschied sich der Rat für …`: the subject is behind the verb
        if behind and behind[0][0] == rest:
            rest = behind[0][1]
        opened = opened_at(lexed, rest, clause.high)
        if opened is None:
            return None
        return Frame(rule="verb behind", motion=span(lexed, opened[0]), body=body, order="no first" if opened[1] else "as told")
    if verb.kind == "ruled":
        that = next((i for i in range(rest, min(clause.high, rest + 8)) if lexed.at("that", i)), None)
        near = that is not None and (that == rest or lexed.low(that - 1) == ",")
        motion = cut(lexed, that + 1, clause.high) if that is not None and near else cut(lexed, verb.start, clause.high)
        return Frame(rule="ruled behind", motion=span(lexed, motion), body=body, order="larger yes")
    motion = cut(lexed, rest, clause.high)
    passive = _is_passive(lexed, verb) or bool(lexed.at("aux", verb.start))
    if passive or motion is None or is_place(clause, motion):
        subject = subject_of(inner, verb)
        if subject is not None and not lexed.at("relative", subject[0]) and not lexed.at("pronoun", subject[0]):
            motion = subject
        body = body_in(clause, verb.end, clause.high) or (None if motion and body and body in lexed.span(*motion) else body)
    order: Order = "larger yes" if verb.kind == "passed" else "larger no"
    return Frame(
        rule="decided behind",
        motion=span(lexed, motion),
        body=body,
        result="passed" if verb.kind == "passed" else "failed",
        order=order,
    )


def _is_passive(lexed: Lexed, verb: Verb) -> bool:
    """Whether an auxiliary of the passive stands right before a verb."""
    return any(lexed.at("aux", i) and not lexed.at("having", i) for i in (verb.start - 1, verb.start - 2))
