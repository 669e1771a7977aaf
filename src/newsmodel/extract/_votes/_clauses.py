"""The clause around a result: who voted on what, and which number is whose.

Each rule is a small function that names one way of telling; the first that fits reads the clause. They are tried from
the most telling to the least, and `Frame.rule` says which one it was.
"""

from __future__ import annotations

from attrs import evolve

from newsmodel.extract._votes._deciding import decided
from newsmodel.extract._votes._frame import Frame
from newsmodel.extract._votes._gates import is_called_vote, is_hypothetical, is_vote
from newsmodel.extract._votes._lexer import Lexed
from newsmodel.extract._votes._parts import WINDOW, Clause, motion_behind, verb_after, verb_before
from newsmodel.extract._votes._series import elliptic
from newsmodel.extract._votes._tally import Tally
from newsmodel.extract._votes._telling import heads, opened_behind, same, sided, told, told_before
from newsmodel.extract._votes._verb_final import verb_final
from newsmodel.extract._votes._voting import noun, ruled, split, voted

NEAR = 14
"""How many tokens from the verb its result may stand, when the motion follows the result."""
BEHIND = 22
"""How far behind a result its verb may stand."""


def frame(
    lexed: Lexed, tally: Tally, low: int, high: int, known: dict[str, str], *, series: bool, going: bool = False
) -> Frame | None:
    """What the clause around a tally says; `None` where it reports no vote.

    Args:
        lexed: the sentence.
        tally: the result in it.
        low: the token behind the result before it, or 0.
        high: the first token of the next one, or the sentence's length.
        known: acronyms and what they stand for.
        series: whether another vote was reported just before, so that less has to be said of this one.
        going: whether it was in this sentence.
    """
    clause = Clause(lexed, tally, max(low, tally.start - WINDOW), min(high, tally.end + WINDOW), known)
    if not is_vote(lexed, tally) and not (series and _goes_on(clause)):
        return None
    clause = evolve(clause, verb=None if _is_of_next(lexed, tally) else verb_before(lexed, clause.low, tally.start))
    if clause.verb is not None and clause.verb.kind == "split" and tally.start - clause.verb.end > NEAR // 4:
        clause = evolve(clause, verb=verb_before(lexed, clause.low, clause.verb.start) or clause.verb)
    if _only_may_be(clause) or _is_stative(clause) or _would(clause):
        return None
    for rule in _RULES:
        found = _without_pronoun(lexed, rule(clause))
        if found is not None and tally.kind in ("unanimous", "margin") and found.rule == "voted" and found.result is None:
            found = evolve(found, result="failed" if found.order == "no first" else "passed")
        if found is not None and found.rule == "heads" and found.motion is None and not (series or tally.sided):
            return None
        if found is not None and tally.kind == "pair" and not _is_firm(clause, found, going=going or series):
            return None
        if found is not None and found.rule == "heads" and (tally.kind == "one" or _is_numbered(clause)):
            return None
        if found is not None and (tally.kind != "margin" or _is_of_motion(clause, found)):
            return evolve(found, order="as told") if tally.sided and not found.leans else found
    return None


def _without_pronoun(lexed: Lexed, found: Frame | None) -> Frame | None:
    """`approved it 5-2`: what *it* is, the sentence before says."""
    if found is None or found.motion is None or not lexed.is_pronoun(found.motion):
        return found
    return evolve(found, motion=None, leans=True)


def _is_firm(clause: Clause, found: Frame, *, going: bool) -> bool:
    """Whether two bare numbers are firmly a result: called votes, of a clause that tells of voting, or one that decides a motion."""
    lexed, tally = clause.lexed, clause.tally
    if is_called_vote(lexed, tally):
        return True
    if tally.votes_named:  # `5 to 10 lawmakers` are a range where nothing speaks of a vote
        return found.rule != "heads" or found.result is not None or lexed.has("vote", clause.low, clause.high)
    if found.rule == "series":
        return going
    if _is_right_behind(clause, found):
        return True
    low, high = max(0, tally.start - NEAR * 2), min(len(lexed), tally.end + NEAR * 2)
    if lexed.has("cast", low, high) or lexed.has("voted", low, high) or lexed.has("result_noun", tally.end, tally.end + 3):
        return True
    kinds = ("body", "adverb", "motion")
    if (
        found.body is None
        and lexed.is_name_at(tally.start - 1)
        and all(lexed.ends_at(kind, tally.start) is None for kind in kinds)
    ):
        return False
    if found.rule == "ruled":
        return lexed.has("body", clause.low, clause.high)
    if found.rule.startswith(("split", "ruled", "told", "voted", "verb", "same", "side")):
        return found.body is not None or found.motion is not None or found.rule == "side won"
    if found.rule != "heads" and lexed.has("body", clause.low, clause.high) and lexed.has("sure", clause.low, clause.high):
        return True
    return found.rule != "heads" and lexed.has("motion", low, high)


def _is_right_behind(clause: Clause, found: Frame) -> bool:
    """Whether a result stands between the verb of a body and what it decided: `supervisors agreed 3-2 to hire her`."""
    lexed, tally, verb = clause.lexed, clause.tally, clause.verb
    if verb is None or verb.end != tally.start or found.body is None or lexed.at("contest", verb.start):
        return False
    return bool(lexed.at("opener", tally.end))


def _is_numbered(clause: Clause) -> bool:
    """Whether the numbers are the name of what they stand behind: `Resolution 48-11`."""
    lexed, tally = clause.lexed, clause.tally
    before = tally.start - 1
    return (
        tally.kind == "pair"
        and not tally.votes_named
        and clause.verb is None
        and bool(lexed.at("motion", before))
        and lexed.tokens[before].is_name
    )


def _is_of_motion(clause: Clause, found: Frame) -> bool:
    """Whether a bare difference is of a vote on something, rather than of an election."""
    if found.rule == "heads":
        return False
    if found.body is not None or found.rule.startswith("government"):
        return True
    text = found.motion or ""
    verb = clause.verb
    if not text or not clause.lexed.has("motion", clause.low, clause.high):
        return False
    return verb is None or not clause.lexed.at("contest", verb.start) or clause.lexed.has("motion", clause.low, verb.start)


def _is_stative(clause: Clause) -> bool:
    """Whether numbers tell how a body is made up: `the court is currently split 4-4`; or unanimity that is only asked for."""
    lexed, tally, verb = clause.lexed, clause.tally, clause.verb
    if tally.kind == "unanimous" and verb is None:
        near = range(max(0, tally.start - NEAR // 2), tally.start)
        asked = any(lexed.at("intends", i) and lexed.low(i - 1) not in lexed.words.articles for i in near)  # not `the plan`
        return asked or any(lexed.at("condition", i) for i in near)
    if verb is None or verb.kind != "split":
        return False
    start = verb.start
    while (adverb := lexed.ends_at("adverb", start)) is not None:
        start = adverb
    return bool(lexed.at("state", start - 1))


def _is_of_next(lexed: Lexed, tally: Tally) -> bool:
    """Whether unanimity is that of the verb right behind: `rejected the pier, but did` `unanimously` `approve the jetty`."""
    return tally.kind == "unanimous" and verb_after(lexed, tally.end, tally.end + 1) is not None


def _would(clause: Clause) -> bool:
    """Whether a result is the subject of what would follow from it: `A 5-4 ruling against the city would end the scheme`."""
    lexed, tally = clause.lexed, clause.tally
    if (
        tally.kind != "pair"
        or clause.verb is not None
        or tally.start > 2
        or lexed.low(tally.start - 1) not in lexed.words.articles
    ):
        return False
    finite = next(
        (
            i
            for i in range(tally.end, min(clause.high, tally.end + NEAR))
            if lexed.at("would", i) or lexed.at("that", i) or lexed.at("relative", i)
        ),
        None,
    )
    return finite is not None and bool(lexed.at("would", finite))


def _only_may_be(clause: Clause) -> bool:
    """Whether the verb that tells of the result tells of one that could be."""
    verb = clause.verb or verb_after(clause.lexed, clause.tally.end, min(clause.high, clause.tally.end + BEHIND))
    if verb is None or not is_hypothetical(clause.lexed, verb.start):
        return False
    return clause.verb is not None or not motion_behind(clause, clause.tally.end)


def _goes_on(clause: Clause) -> bool:
    """Whether a sentence goes on with results: `for the second ban it was 20 to 12 against`."""
    lexed, tally = clause.lexed, clause.tally
    sided = lexed.at("against", tally.end) or lexed.at("favour", tally.end)
    if tally.kind != "pair" or lexed.has("never", 0, len(lexed)) or lexed.has("game", 0, len(lexed)):
        return False
    return bool(sided) or told_before(clause) is not None


_RULES = (same, sided, told, elliptic, split, voted, verb_final, ruled, decided, noun, opened_behind, heads)
