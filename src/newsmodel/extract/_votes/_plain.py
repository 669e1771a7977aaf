"""Votes told without numbers: `the council voted to close the ferry`, `Russia vetoed the resolution`."""

from __future__ import annotations

from newsmodel.extract._votes._frame import Frame
from newsmodel.extract._votes._gates import is_hypothetical
from newsmodel.extract._votes._lexer import Lexed
from newsmodel.extract._votes._parts import Clause, Verb, agent, opened_at, span, subject_body, subject_of, verb_at
from newsmodel.extract._votes._phrases import bodies, cut, motion_phrase
from newsmodel.extract._votes._tally import Tally
from newsmodel.extract._votes._verb_final import decided
from newsmodel.model import VoteResult

HEAD = 120
"""How many tokens of a sentence are looked at."""
OBJECT = 9
"""Within so many tokens, the object of a verb must be something that can be put to a vote."""


def plain(lexed: Lexed, known: dict[str, str], *, led: bool = False) -> Frame | None:
    """A vote told without numbers.

    Args:
        lexed: the sentence.
        known: acronyms and what they stand for.
        led: whether the numbers follow in the next sentence, so that any verb of success or failure will do.
    """
    high = min(len(lexed), HEAD)
    if lexed.has("never", 0, high):
        return None
    if (veto := _veto(lexed, known)) is not None:
        return veto
    for index in range(high) if led else sorted(lexed.marks.get("past", ())):
        verb = verb_at(lexed, index) if index < high else None
        if verb is None or verb.kind in ("ruled", "split") or is_hypothetical(lexed, index):
            continue
        clause = Clause(lexed, Tally(start=index, end=verb.end, kind="plain"), 0, high, known, verb)
        found = _voted(clause, verb) if verb.kind == "voted" else _decided(clause, verb, led=led)
        if found is not None:
            return found
    return None


def _voted(clause: Clause, verb: Verb) -> Frame | None:
    """`The council voted to close the ferry`, `voted overwhelmingly in favour of the plan`, `voted against it`."""
    lexed = clause.lexed
    rest = verb.end
    while adverb := lexed.at("adverb", rest):
        rest = adverb
    decisive = (
        lexed.low(rest) in {"to", "not"}
        or lexed.at("favour", rest)
        or lexed.at("opener_against", rest)
        or lexed.at("opener_for", rest)
    )
    opened = opened_at(lexed, rest, clause.high) if decisive else None
    body = subject_body(clause, verb)
    if opened is None or opened[0] is None or body is None or body != subject_body_strict(clause, verb):
        return None
    if (opened[1] or lexed.low(rest) == "for") and not lexed.has("motion", opened[0][0], opened[0][0] + 8):
        return None
    return Frame(rule="voted", motion=span(lexed, opened[0]), body=body, result="failed" if opened[1] else "passed")


def subject_body_strict(clause: Clause, verb: Verb) -> str | None:
    """The body that votes, where it is a body of its own: not `three members`, `some states`, `Tory MPs who`."""
    lexed = clause.lexed
    found = subject_body(clause, verb)
    start = max(0, verb.start - 12)
    if (
        found is None
        or not _is_collective(clause, verb, found)
        or any(_counts_voters(lexed, i) for i in range(start, verb.start))
        or lexed.has("few", start, verb.start)
    ):
        return None
    return found


def _is_collective(clause: Clause, verb: Verb, found: str) -> bool:
    """Whether a voter is more than one person, country or party: named as a body, or `the` with a name of several words, or initials."""
    lexed = clause.lexed
    if bodies(lexed, clause.low, verb.start, clause.known):
        return True
    first, *rest = found.split()
    if not rest:
        return first.isupper()
    return first.lower() in lexed.words.articles and (len(rest) > 1 or rest[0].isupper())


def _counts_voters(lexed: Lexed, index: int) -> bool:
    """Whether a number of voters, not all, stands at a token: `three members`, `two of the councillors`."""
    if lexed.tokens[index].value is None:
        return False
    return bool(lexed.at("body", index + 1) or lexed.at("few", index + 1)) or lexed.low(index + 1) in {"of", "der", "des", "de"}


def _decided(clause: Clause, verb: Verb, *, led: bool) -> Frame | None:
    """`The Senate rejected the bill`, `the merger was approved by shareholders`."""
    lexed = clause.lexed
    passed = verb.kind == "passed"
    said = Frame(rule="decided", result="passed" if passed else "failed", order="larger yes" if passed else "larger no")
    found = subject_of(clause, verb)
    before = verb.start
    while (adverb := lexed.ends_at("adverb", before)) is not None:
        before = adverb
    if lexed.at("aux", before - 1) and not lexed.at("having", before - 1):
        return _passive(clause, verb, found, said, led=led)
    if found is not None and lexed.has("motion", *found) and agent(clause, (verb.end, min(clause.high, verb.end + 4))):
        return _passive(clause, verb, found, said, led=led)
    if lexed.words.votes.verb_final:
        return _verb_final(clause, verb)
    motion = cut(lexed, verb.end, clause.high)
    body = subject_body(clause, verb)
    if found is not None and lexed.has("motion", *found) and _is_loudly_voted(lexed, verb):
        return _with(said, lexed, found, None)
    if (
        led
        and found is not None
        and lexed.has("motion", *found)
        and (motion is None or not lexed.has("motion", motion[0], motion[0] + OBJECT))
    ):
        return _with(said, lexed, found, None)
    if motion is None or body is None or not lexed.has("motion", motion[0], min(motion[1], motion[0] + OBJECT)):
        return None
    if not (led or _is_strong(clause, verb) or lexed.has("vote", 0, clause.high)):
        return None
    if not led and subject_body_strict(clause, verb) is None:
        return None
    from_clause = bodies(lexed, max(0, verb.start - 14), verb.start, clause.known)
    return None if not from_clause else _with(said, lexed, motion, body)


def _is_loudly_voted(lexed: Lexed, verb: Verb) -> bool:
    """Whether right behind the verb stands how it was voted: `passed on a voice vote`, `carried by a show of hands`."""
    vote = lexed.first("vote", verb.end, verb.end + 6)
    return (
        vote is not None
        and not lexed.at("unanimous", vote[0])
        and all(lexed.at("lead", i) or lexed.at("adverb", i) or lexed.low(i) in {"voice", ","} for i in range(verb.end, vote[0]))
    )


def _verb_final(clause: Clause, verb: Verb) -> Frame | None:
    """`Der Landtag hat das Gesetz angenommen`."""
    found = decided(clause, verb, 0, clause.high)
    strong = clause.lexed.has("strong", 0, clause.high)
    return found if found is not None and strong and found.body is not None and not found.leans else None


def _with(said: Frame, lexed: Lexed, motion: tuple[int, int] | None, body: str | None) -> Frame:
    return Frame(rule=said.rule, motion=span(lexed, motion), body=body, result=said.result, order=said.order)


def _passive(clause: Clause, verb: Verb, found: tuple[int, int] | None, said: Frame, *, led: bool) -> Frame | None:
    lexed = clause.lexed
    place = verb.end
    while adverb := lexed.at("adverb", place):
        place = adverb
    by = lexed.at("place", place)
    voters = bodies(lexed, by, min(clause.high, by + 12), clause.known) if by else []
    voters = [body for body in voters[:1] if body[0] <= by + 1 or lexed.at("place", body[0] - 1)]
    if found is None or not lexed.has("motion", *found):
        return None
    if not voters and _is_loudly_voted(lexed, verb):
        return _with(said, lexed, found, None)
    if not led and not (voters and (lexed.has("strong", voters[0][0], voters[0][1]) or lexed.has("vote", 0, clause.high))):
        return None
    return _with(said, lexed, found, voters[0][2] if voters else None)


def _is_strong(clause: Clause, verb: Verb) -> bool:
    """Whether the voters are a body that decides by voting, so that its approval is a vote."""
    return clause.lexed.has("strong", max(0, verb.start - 12), verb.start)


# Ties and vetoes


def cast(lexed: Lexed) -> VoteResult | None:
    """How the vote that broke a tie went, where the sentence says it."""
    casting = lexed.first("casting", 0, len(lexed))
    if casting is None:
        return None
    low, high = casting[1], min(len(lexed), casting[1] + 30)
    no = [found[0] for kind in ("opener_against", "against", "failed", "reject") if (found := lexed.first(kind, low, high))]
    yes = [found[0] for kind in ("favour", "passed") if (found := lexed.first(kind, low, high))]
    if not yes and not no:
        return None
    return "failed" if not yes or (no and min(no) <= min(yes)) else "passed"


def cast_on(lexed: Lexed) -> str | None:
    """What the vote that broke a tie was for or against."""
    casting = lexed.first("casting", 0, len(lexed))
    if casting is None:
        return None
    opened = opened_at(lexed, casting[1], len(lexed))
    return span(lexed, motion_phrase(lexed, casting[1], len(lexed)) or (opened[0] if opened is not None else None))


def is_veto(lexed: Lexed) -> bool:
    """Whether a sentence says that a permanent member of the Security Council ended a vote with its veto."""
    veto = lexed.first("vetoed", 0, len(lexed))
    if veto is None or is_hypothetical(lexed, veto[0]):
        return False
    return lexed.has("vetoers", 0, veto[0]) or lexed.has("vetoers", veto[1], veto[1] + 4)


def _veto(lexed: Lexed, known: dict[str, str]) -> Frame | None:
    """`Russia vetoed a resolution on the canal at the Security Council`."""
    veto = lexed.first("vetoed", 0, len(lexed))
    if veto is None or not is_veto(lexed) or not lexed.has("council", 0, len(lexed)):
        return None
    found = (
        cut(lexed, veto[1], len(lexed)) if lexed.has("motion", veto[1], veto[1] + OBJECT) else motion_phrase(lexed, 0, len(lexed))
    )
    council = lexed.first("council", 0, len(lexed))
    voters = [body for body in bodies(lexed, 0, len(lexed), known) if council and body[0] <= council[0] < body[1]]
    motion = found
    if found is not None and voters and found[0] < voters[0][0] < found[1]:
        place = next((i for i in range(voters[0][0] - 1, found[0], -1) if lexed.at("place", i)), None)
        motion = (found[0], place) if place is not None else found
    return Frame(rule="vetoed", motion=span(lexed, motion), body=voters[0][2] if voters else None, result="failed")


__all__ = ["cast", "cast_on", "is_veto", "plain"]
