"""Whether numbers are the result of a vote at all. Precision comes first: what a sentence does not say to be one is none."""

from __future__ import annotations

from newsmodel.extract._votes._lexer import Lexed
from newsmodel.extract._votes._tally import Tally

REACH = 8
"""How many tokens before the numbers the verb of a contest may stand."""
NEAR = 45
"""How many tokens on either side of the numbers are looked at."""
LARGEST = 3000
"""No assembly has more members; who gets more votes alone stands for election."""


def is_vote(lexed: Lexed, tally: Tally) -> bool:
    """Whether words beside a result say that somebody votes, and none say that it is something else."""
    low, high = max(0, tally.start - NEAR), min(len(lexed), tally.end + NEAR)
    if lexed.has("never", low, high):
        return False
    tied_to = is_called_vote(lexed, tally)
    if (
        _is_contest(lexed, tally)
        or _is_holding(lexed, tally)
        or (tally.kind == "pair" and not tally.votes_named and lexed.at("span", tally.end))
    ):
        return False
    if any(count.unit == "percent" for count in tally.counts) and not _is_cast(lexed, tally):
        return False
    if tally.kind == "pair" and tally.counts[0].unit == "percent" and _compares(lexed, tally):
        return False
    if (not tied_to or tally.kind == "unanimous") and lexed.has("game", low, high):
        return False
    if tally.kind in ("same", "follow"):
        return True
    verb = any(lexed.has(kind, low, high) for kind in ("passed", "failed", "ruled", "split", "vetoed", "voted"))
    voters = _has_body(lexed, low, high)
    motion = lexed.has("motion", low, high)
    vote = lexed.has("vote", low, high)
    if (
        verb
        and any(lexed.has(kind, max(0, tally.start - REACH), tally.start) for kind in ("yes_side", "no_side"))
        and tally.counts[:1]
        and tally.counts[0].unit == "percent"
    ):
        return True
    if tally.kind == "one":
        if not motion and any(count.unit == "votes" and count.value > LARGEST for count in tally.counts):
            return False
        return tally.votes_named or voters or motion or (vote and any(count.unit == "percent" for count in tally.counts))
    if tally.kind == "sides":
        return vote or motion or voters
    if tally.kind == "tied":
        return vote and lexed.has("casting", low, high)
    if tally.kind == "unanimous" and _is_told_of_a_vote(lexed, tally):
        return True
    if tally.kind in ("unanimous", "margin"):
        return (verb and (voters or motion)) or (tied_to and voters)
    if (
        tally.kind == "pair"
        and not (motion or voters)
        and any(count.unit == "votes" and count.value > LARGEST for count in tally.counts)
    ):
        return False
    if (lexed.at("sporting", tally.end) and not motion) or _is_attribute(lexed, tally) or _is_of_someone(lexed, tally):
        return False
    if tied_to or tally.votes_named:
        return verb or voters or motion or (vote and lexed.has("sure", low, high))
    if _is_ratio(lexed, tally) and not tied_to:
        return False
    return (vote and (verb or voters or motion)) or (verb and (voters or motion))


def _is_attribute(lexed: Lexed, tally: Tally) -> bool:
    """Whether numbers behind an article say what something is like: `a 2-3 zone`; not `a 5-4 party-line vote`, `a 10-10 draw`."""
    level = len({count.value for count in tally.counts}) == 1
    if tally.kind != "pair" or tally.votes_named or level or not lexed.at("indefinite", tally.start - 1):
        return False
    end = tally.end
    return (
        not lexed.has("result_noun", end, end + 5)
        and not lexed.has("casting", end, len(lexed))
        and lexed.tokens[min(end, len(lexed) - 1)].is_word
    )


def _is_of_someone(lexed: Lexed, tally: Tally) -> bool:
    """Whether one person did it by the numbers: `she passed 8-2`."""
    verb = tally.start - 1
    done = lexed.at("passed", verb) or lexed.at("failed", verb)
    return tally.kind == "pair" and bool(done) and bool(lexed.at("someone", verb - 1))


def _is_told_of_a_vote(lexed: Lexed, tally: Tally) -> bool:
    """Whether a vote or verdict is what is said to be unanimous: `the vote to fire the manager was unanimous`."""
    told = lexed.at("told", tally.start - 1)
    low = max(0, tally.start - REACH)
    return bool(told) and any(lexed.at("it", i) and lexed.at("result_noun", i) for i in range(low, tally.start - 1))


def _is_contest(lexed: Lexed, tally: Tally) -> bool:
    """Whether somebody won or lost by the numbers, and nothing before that could be voted on: `Mill Town won 3-1`."""
    if (
        tally.kind not in ("pair", "margin", "one")
        or lexed.has("yes_side", 0, tally.start)
        or lexed.has("no_side", 0, tally.start)
    ):
        return False
    contest = lexed.last("contest", tally.start - REACH, tally.start)
    if contest is None or any(lexed.at(kind, contest[0]) > contest[1] for kind in ("passed", "failed")):
        return False
    government = lexed.has("government", contest[0] - REACH, contest[0])
    inserted = lexed.low(tally.start - 1) == "," == lexed.low(tally.end) and lexed.has("strong", contest[0] - REACH, contest[0])
    return (
        not government and not inserted and not tally.votes_named and not lexed.has("motion", contest[0] - 4 * REACH, tally.start)
    )


def _is_holding(lexed: Lexed, tally: Tally) -> bool:
    """Whether the numbers say who sits where: `holds a 53-47 majority`, `a 5-4 conservative court`; not `by a 5-4 majority`."""
    behind = tally.end
    if lexed.ends_at("consists", tally.start) is not None:
        return True
    if tally.kind != "pair" or not (
        lexed.at("holding", behind) or (lexed.at("holding", behind + 1) and not _is_small(lexed, behind))
    ):
        return False
    if any(
        lexed.at("vote", i) or (lexed.at("result_noun", i) and not lexed.at("holding", i))
        for i in range(tally.end, tally.end + 4)
    ):
        return False
    before = tally.start - 1
    while (
        lexed.at("lead", before)
        and not lexed.at("place", before)
        and lexed.low(before) not in _BY
        and tally.start - before < REACH
    ):
        before -= 1
    if lexed.low(before) in _BY or (before >= 0 and lexed.at("place", before) == before + 1):
        return False
    return not any(
        lexed.at(kind, i) for kind in ("voted", "sure", "split", "ruled") for i in range(max(0, before - 1), tally.start)
    )


def _is_small(lexed: Lexed, index: int) -> bool:
    """Whether a token is no adjective that could belong to what follows."""
    return any(lexed.at(kind, index) for kind in ("place", "stop", "opener", "adverb", "clause")) or lexed.low(index) in {
        "a",
        "the",
        ",",
    }


_BY = frozenset("by on in mit par por".split())


def _compares(lexed: Lexed, tally: Tally) -> bool:
    """Whether two groups of voters are compared: `more islanders than others voted, 38-32 percent`."""
    return any(lexed.at("few", i) and not lexed.at("relative", i) for i in range(max(0, tally.start - REACH), tally.start))


def _is_cast(lexed: Lexed, tally: Tally) -> bool:
    """Whether shares are of votes that were cast, rather than of people who were asked."""
    if lexed.has("poll", 0, len(lexed)):
        return False
    return lexed.has("cast", 0, len(lexed)) or any(
        lexed.has(kind, tally.start - REACH, tally.end + REACH) for kind in ("passed", "failed")
    )


def is_called_vote(lexed: Lexed, tally: Tally) -> bool:
    """Whether the numbers themselves are called a vote: `voted 7-2`, `a 7-2 vote`, `by a vote of 7-2`."""
    before = tally.start - 1
    while (
        before >= 0
        and (lexed.at("lead", before) == before + 1 or lexed.low(before) in {",", "("} or lexed.at("adverb", before))
        and tally.start - before < 6
    ):
        if lexed.low(before) in {"vote", "votes"} or lexed.at("vote", before):
            return True
        before -= 1
    if lexed.ends_at("sure", before + 1) is not None or (lexed.ends_at("vote", before + 1) or before) < before:
        return True
    if before >= 0 and (
        lexed.at("voted", before) or (lexed.ends_at("told", before + 1) is not None and lexed.has("vote", before - 8, before))
    ):
        return True
    if lexed.at("split", before) and lexed.at("opener", tally.end) and lexed.has("motion", tally.end, tally.end + 4):
        return True
    return lexed.has("vote", tally.start, tally.end + 3) and not lexed.at("opener", tally.end)


def _has_body(lexed: Lexed, low: int, high: int) -> bool:
    found = lexed.marks.get("body", {})
    return any(
        low <= start < high and not (lexed.at("proper", start) == end and not lexed.tokens[start].is_name)
        for start, end in found.items()
    )


def _is_ratio(lexed: Lexed, tally: Tally) -> bool:
    """`by two to one`: how many times as many, not how many; a court or panel of three is what it says."""
    values = {count.value for count in tally.counts}
    return (
        1 in values
        and max(values) <= 4
        and not any(lexed.has(kind, tally.start - 12, tally.end + 12) for kind in ("ruled", "body"))
    )


def is_hypothetical(lexed: Lexed, verb: int) -> bool:
    """Whether a verb tells of what did not happen, or not yet: `could pass`, `if it is rejected`, `to approve`."""
    for index in range(verb - 1, max(-1, verb - 2 * REACH), -1):
        if lexed.low(index) == "," or lexed.is_break(index):
            break
        if lexed.at("condition", index) and not lexed.at("ruled", index - 1):
            return True
        if lexed.at("inverted", index) and (index == 0 or lexed.low(index - 1) in {",", "and"}):
            return True
    if lexed.low(verb - 1) == "to" and (verb == 1 or lexed.has("intends", verb - REACH, verb)):
        return True
    index = verb - 1
    for _ in range(4):
        if index < 0:
            return False
        if any(lexed.at("modal", place) == index + 1 for place in range(max(0, index - 2), index + 1)):
            if lexed.low(index) == "before" and lexed.low(verb).endswith("ing"):
                return False
            return lexed.ends_at("no_side", index + 1) in (None, index)  # `el no` is who wants none of it
        if not (
            lexed.at("aux", index)
            or lexed.at("adverb", index)
            or lexed.low(index) in {"it", "they", "he", "she", "not", "also", "only", "be", "have", "es", "sie", "il"}
        ):
            return False
        index -= 1
    return False
