"""The parts of a clause: its verbs, who stands before them, what stands between, and what opens behind."""

from __future__ import annotations

from typing import Literal

from attrs import frozen

from newsmodel.extract._votes._lexer import Lexed
from newsmodel.extract._votes._phrases import bodies, clause_start, cut, motion_phrase, trimmed
from newsmodel.extract._votes._numbers import quantity
from newsmodel.extract._votes._tally import Tally

NEAR = 6
"""How near a verb an infinitive belongs to it."""
INSERTED = 24
"""How many tokens an insertion between a result and its motion may have."""
WINDOW = 60
"""How many tokens on either side of a result belong to its clause at most."""
"""Subjects that stand for something told before."""

VerbKind = Literal["voted", "passed", "failed", "ruled", "split"]
_VERBS: tuple[VerbKind, ...] = ("failed", "passed", "split", "ruled", "voted")


@frozen
class Verb:
    """A verb that can tell of a vote."""

    kind: VerbKind
    start: int
    end: int


@frozen
class Clause:
    """A result in its sentence."""

    lexed: Lexed
    tally: Tally
    low: int
    """Where the result before it ends, or the sentence begins."""
    high: int
    """Where the next result begins, or the sentence ends."""
    known: dict[str, str]
    """Acronyms, and what they stand for."""
    verb: Verb | None = None
    """The verb before the result."""


# Verbs


def verb_before(lexed: Lexed, low: int, end: int) -> Verb | None:
    """The last verb before a result that can tell it; nouns, and verbs of what might be, are passed over."""
    for index in range(min(end, len(lexed)) - 1, max(0, low) - 1, -1):
        verb = verb_at(lexed, index)
        if verb is not None and verb.end <= end and not (lexed.low(index - 1) == "to" and _voting_before(lexed, low, index - 1)):
            return verb
    return None


def _voting_before(lexed: Lexed, low: int, index: int) -> bool:
    """Whether an infinitive is what was voted on, rather than what was done: `voted to reject`."""
    before = verb_before(lexed, low, index)
    return before is not None and (before.kind in ("voted", "split", "ruled") or index - before.end < NEAR)


def verb_after(lexed: Lexed, start: int, end: int) -> Verb | None:
    for index in range(start, min(end, len(lexed))):
        verb = verb_at(lexed, index)
        if verb is not None:
            return verb
        if lexed.low(index) == ";":
            return None
    return None


def verb_at(lexed: Lexed, index: int) -> Verb | None:
    """The verb that begins at a token."""
    found: Verb | None = None
    for kind in _VERBS:
        end = lexed.at(kind, index)
        if end and (found is None or end > found.end):
            found = Verb(kind, index, end)
    if (
        found is None
        or _is_inner(lexed, index)
        or _is_attributive(lexed, index)
        or (lexed.at("bound", index) and lexed.ends_at("body", index) is None)
    ):
        return None
    if (
        found.kind == "ruled"
        and lexed.at("motion", index)
        and lexed.ends_at("body", index) is None
        and not lexed.is_name_at(index - 1)
    ):
        return None
    if (lexed.low(index - 1) in lexed.words.articles and not (lexed.at("relative", index - 1) and lexed.at("past", index))) or (
        lexed.is_dash(index - 1) and lexed.is_glued(index)
    ):
        return None
    if (
        found.kind == "voted"
        and lexed.low(index) in _NOUN_FORMS
        and not _is_counting(lexed, index)
        and (lexed.at("noun_sign", index - 1) or lexed.tokens[index - 1].value is not None or is_noun_vote(lexed, index))
    ):
        return None
    if (
        found.kind in ("ruled", "split")
        and found.end == index + 1
        and lexed.low(index) in {"cut", "left", "found", "held", "hung", "split", "splits"}
        and lexed.tokens[index - 1].value is not None
    ):
        return None
    return found


def _is_attributive(lexed: Lexed, index: int) -> bool:
    """Whether a participle belongs to the noun behind it: `das 2020` `verabschiedete` `Gesetz`; not `der Rat` `billigte` `Pläne`."""
    if (
        not lexed.words.votes.verb_final
        or not (0 < index < len(lexed) - 1)
        or not lexed.low(index).endswith(("te", "ten", "ter", "tes", "ene", "enen"))
    ):
        return False
    return lexed.tokens[index + 1].is_name and not lexed.tokens[index - 1].is_name


def _is_counting(lexed: Lexed, index: int) -> bool:
    """Whether numbers follow right behind, so that even `vote` is a verb: `if the Senate votes 50-50`."""
    behind = lexed.tokens[index + 1] if index + 1 < len(lexed) else None
    return (
        behind is not None
        and behind.value is not None
        and lexed.low(index - 1) not in lexed.words.articles
        and lexed.tokens[index - 1].value is None
        and not lexed.is_dash(index - 1)
    )


def _is_inner(lexed: Lexed, index: int) -> bool:
    """Whether a token is the later part of a verb of several words: `voté` in `ont voté`."""
    return any(lexed.at(kind, start) > index for kind in _VERBS for start in range(max(0, index - 3), index))


_NOUN_FORMS = frozenset("vote votes voting".split())


def is_noun_vote(lexed: Lexed, index: int) -> bool:
    """Whether `vote`, `votes` or `voting` is a noun: `the House vote`, `on a card vote`; not `MPs vote`, `the House votes`."""
    low, behind = lexed.low(index), index + 1
    if low == "voting":
        counted = behind < len(lexed) and lexed.tokens[behind].value is not None
        return not (counted or lexed.at("opener", behind) or lexed.at("opener_against", behind) or lexed.at("unanimous", behind))
    before = index
    while (adverb := lexed.ends_at("adverb", before)) is not None:
        before = adverb
    if before == 0:
        return True
    if lexed.low(before - 1) == "to" or lexed.at("pronoun", before - 1) or lexed.at("modal", before - 1) == before:
        return False
    body = lexed.ends_at("body", before) is not None
    plural = lexed.low(before - 1).endswith("s")
    return not ((body and plural == (low == "vote")) or (low == "vote" and lexed.low(index + 1) in {"by", "to"} and body))


# Parts of a clause


def between(clause: Clause, low: int, high: int) -> tuple[int, int] | None:
    """What stands between a verb and its result, without the words that lead in the result."""
    lexed = clause.lexed
    start = low
    while (behind := lexed.at("adverb", start) or _day(lexed, start)) and behind <= high:
        start = behind
    end = high
    while end > start:
        lead = lexed.ends_at("lead", end)
        adverb = lexed.ends_at("adverb", end)
        if lead is not None and lead >= start and not _is_noun_of(lexed, lead, start):
            end = _whole_lead(lexed, lead, start)
        elif adverb is not None and adverb >= start:
            end = adverb
        elif (
            not lexed.tokens[end - 1].is_word
            and lexed.tokens[end - 1].value is None
            and lexed.low(end - 1) not in {"”", '"', "’"}
        ):
            end -= 1
        else:
            break
    return (start, end) if any(lexed.tokens[i].is_word for i in range(start, end)) else None


def _is_noun_of(lexed: Lexed, lead: int, start: int) -> bool:
    """Whether what could lead in a result is what was decided: `a confidence` `vote`; `reversed the` `ruling`; `the second`."""
    named = lead == start + 1 and lexed.low(start) in lexed.words.articles
    if named and lexed.at("ordinal", lead):
        return True
    if not lexed.at("result_noun", lead):
        return False
    return lexed.at("motion", lead - 1) >= lead or (named and _is_of_court(lexed, start))


def _is_of_court(lexed: Lexed, start: int) -> bool:
    return bool(lexed.ends_at("ruled", start)) and lexed.low(start) != "a"


def _whole_lead(lexed: Lexed, end: int, start: int) -> int:
    """Where words that lead in a result begin, if one word stands among them: `on a card` `vote`."""
    named = end - 2 > start and lexed.at("result_noun", end) and lexed.low(end - 2) in lexed.words.articles
    return end - 3 if named and lexed.at("lead", end - 3) and end - 3 > start else end


def _day(lexed: Lexed, index: int) -> int:
    """Where a day of the year ends that begins at a token: `May 30`; 0 for none."""
    if index + 1 < len(lexed) and lexed.tokens[index].value is not None and lexed.low(index + 1) in lexed.words.months:
        return index + (3 if len(lexed.low(index + 2)) == 4 and lexed.low(index + 2).isdigit() else 2)
    month = lexed.low(index).rstrip(".") in lexed.words.months and lexed.tokens[index].is_name
    number = index + 1 < len(lexed) and lexed.tokens[index + 1].value is not None and not lexed.tokens[index + 1].is_word
    return index + 2 if month and number and not lexed.is_dash(index + 2) else 0


def motion_behind(clause: Clause, end: int) -> tuple[tuple[int, int] | None, bool] | None:
    """A motion behind the result, and whether it is introduced by `against`."""
    lexed = clause.lexed
    index = end
    for _ in range(8):
        step = lexed.at("result_noun", index) or lexed.at("adverb", index)
        if not step and lexed.at("concerning", index):
            step = _day(lexed, lexed.at("concerning", index))
        if lexed.at("accompany", index):
            step = others_end(lexed, index, clause.high)
        elif lexed.low(index) == ",":
            inserted = insertion_end(lexed, index, clause.high)
            step = inserted or index + 1
        elif lexed.low(index) == "(":
            step = next((i + 1 for i in range(index, min(clause.high, index + INSERTED)) if lexed.low(i) == ")"), 0)
        elif lexed.is_dash(index) or lexed.low(index) == ")":
            step = index + 1
        if not step or step >= clause.high:
            break
        index = step
    return opened_at(lexed, index, clause.high)


def others_end(lexed: Lexed, index: int, high: int) -> int:
    """The end of `with 45 abstentions` and its kin; 0 for none."""
    number = quantity(lexed, lexed.at("accompany", index))
    if number is None:
        return 0
    return next(
        (
            end
            for i in range(number.end, min(high, number.end + 3))
            for kind in ("abstained", "absent", "against")
            if (end := lexed.at(kind, i))
        ),
        0,
    )


def insertion_end(lexed: Lexed, comma: int, high: int) -> int:
    """The end of `, with one senator voting present,` or `, mostly along party lines,` before a motion; 0 for none."""
    if lexed.at("opener", comma + 1) and lexed.low(comma + 1) not in {"with", "on"}:
        return 0
    for index in range(comma + 2, min(high, comma + INSERTED)):
        if lexed.is_break(index) and lexed.low(index) not in {"(", ")"}:
            return 0
        if lexed.low(index) == "," and (
            lexed.at("opener", index + 1) or lexed.at("opener_against", index + 1) or lexed.low(index + 1) in lexed.words.articles
        ):
            return index + 1
    return 0


def opened_at(lexed: Lexed, low: int, high: int) -> tuple[tuple[int, int] | None, bool] | None:
    against = lexed.at("opener_against", low)
    opener = against or lexed.at("opener", low)
    if not opener or opener > high:
        return None
    if lexed.low(opener) == "whether" and lexed.at("opener", opener):
        opener = lexed.at("opener", opener)
    keep = low if lexed.low(low) == "not" or (lexed.low(low) in lexed.words.articles and not lexed.at("that", low)) else opener
    return cut(lexed, keep, high), bool(against)


def subject_of(clause: Clause, verb: Verb) -> tuple[int, int] | None:
    """The phrase before a verb, without the verb's own small words."""
    lexed = clause.lexed
    start = clause_start(lexed, clause.low, verb.start)
    end = verb.start
    while end > start and (lexed.at("aux", end - 1) or (lexed.ends_at("adverb", end) or start - 1) >= start):
        adverb = lexed.ends_at("adverb", end)
        end = adverb if adverb is not None and adverb >= start else end - 1
    if (end > start and lexed.low(end - 1) in {",", ")"}) or (end > start and lexed.is_break(end - 1)):
        opened = next((i for i in range(end - 2, start, -1) if lexed.low(i) in {",", "("} or lexed.is_break(i)), None)
        if opened is not None and (
            lexed.at("clause", opened + 1)
            or lexed.low(opened) != ","
            or any(lexed.at(kind, opened + 1) for kind in ("against", "favour", "passed", "failed"))
            or lexed.low(opened + 1).endswith("ed")
        ):
            end = opened
    finite = next((i for i in range(start + 1, end) if lexed.at("aux", i) and lexed.at("conjunction", end - 1)), None)
    return trimmed(lexed, start, end if finite is None else finite)


def antecedent(clause: Clause, end: int) -> tuple[int, int] | None:
    """What a relative clause that begins at `end` is about: the last phrase before it that can be voted on, or any."""
    lexed = clause.lexed
    stop = end - 1 if lexed.low(end - 1) in {",", "(", ")"} or lexed.is_break(end - 1) else end
    found = motion_phrase(lexed, clause.low, stop, last=True)
    if found is not None and stop - found[1] <= 12:
        return found
    if not lexed.at("relative", end):
        return None
    start = stop
    while (
        start > clause.low
        and stop - start < 12
        and not any(lexed.at(kind, start - 1) for kind in _BOUNDS)
        and lexed.low(start - 1) != ","
    ):
        start -= 1
    return trimmed(lexed, start, stop)


_BOUNDS = ("place", "clause", "voted", "passed", "failed", "ruled", "aux", "opener", "opener_against")


def subject_body(clause: Clause, verb: Verb) -> str | None:
    """The voters before a verb: those that stand nearest to it in its clause, else in the sentence."""
    lexed = clause.lexed
    start = clause_start(lexed, clause.low, verb.start)
    found = bodies(lexed, start, verb.start, clause.known)
    if found:
        return main_body(lexed, found)
    if verb.kind == "voted" and (name := subject_name(clause, verb)):
        return name
    found = bodies(lexed, clause.low, start, clause.known)
    return found[-1][2] if found and verb.kind in ("voted", "ruled") and start - found[-1][1] < 20 else None


def main_body(lexed: Lexed, found: list[tuple[int, int, str]]) -> str:
    """Of several bodies in a subject, the last that no preposition makes part of another."""
    for start, _, phrase in reversed(found):
        if not (
            lexed.at("place", start - 1)
            and lexed.low(start - 1) not in {"of", "des", "de", "der", "del"}
            and start != found[0][0]
        ):
            return phrase
    return found[-1][2]


def subject_name(clause: Clause, verb: Verb) -> str | None:
    """A voter that only its capital letters name: `The FCC voted 3-2`."""
    lexed = clause.lexed
    subject = subject_of(clause, verb)
    if subject is None or subject[1] - subject[0] > 8:
        return None
    words = range(subject[0], subject[1])
    first = lexed.low(subject[0]).replace("’", "'").partition("'")[0]  # `she's` is a pronoun too
    if (
        any(lexed.at(kind, subject[0]) for kind in ("relative", "lead_in", "topic"))
        or lexed.is_pronoun(first)
        or lexed.at("pronoun", subject[0])
        or lexed.has("motion", *subject)
    ):
        return None
    return (
        lexed.span(*subject)
        if any(
            lexed.tokens[i].is_name
            and (i > 0 or lexed.tokens[i].text.isupper() or len(words) == 1 or lexed.tokens[words[-1]].is_name)
            for i in words
        )
        else None
    )


def is_voter(clause: Clause, subject: tuple[int, int]) -> bool:
    """Whether a subject is the voters rather than the motion."""
    lexed = clause.lexed
    found = bodies(lexed, subject[0], subject[1], clause.known)
    return bool(found) and found[-1][1] == subject[1] and not lexed.has("motion", *subject)


def agent(clause: Clause, content: tuple[int, int]) -> str | None:
    """The voters in `by the school board`, where they are all that stands there."""
    lexed = clause.lexed
    place = lexed.at("place", content[0])
    if not place:
        return None
    found = bodies(lexed, place, content[1], clause.known)
    return found[0][2] if found and found[0][0] <= place + 1 else None


def without_place(clause: Clause, content: tuple[int, int]) -> tuple[int, int]:
    """An object without the voters behind it: `the plan` `in the Senate`."""
    lexed = clause.lexed
    for index in range(content[1] - 1, content[0], -1):
        if lexed.low(index) in {"in", "by", "at", "im", "vom", "von", "par", "por", "au", "en"}:
            found = bodies(lexed, index + 1, content[1], clause.known)
            if found and found[0][0] <= index + 1 and found[0][1] == content[1] and lexed.low(index) != "of":
                return content[0], index
            return content
    return content


def is_place(clause: Clause, phrase: tuple[int, int]) -> bool:
    return bool(clause.lexed.at("place", phrase[0])) or bool(clause.lexed.at("told", phrase[0]))


def place_body(clause: Clause, verb: Verb) -> str | None:
    """`passed in the Senate 59-41`, `passed the House 59-41`."""
    return body_in(clause, verb.end, clause.tally.start)


def body_in(clause: Clause, low: int, high: int) -> str | None:
    found = bodies(clause.lexed, low, high, clause.known)
    return found[0][2] if found else None


def body_before(clause: Clause, end: int) -> str | None:
    found = bodies(clause.lexed, max(0, end - WINDOW), end, clause.known)
    return found[-1][2] if found else None


def voters_behind(clause: Clause) -> str | None:
    """The voters behind a result: `passed 59-41 in the Senate`."""
    lexed = clause.lexed
    index = clause.tally.end
    for _ in range(4):
        if lexed.at("place", index):
            break
        step = lexed.at("result_noun", index) or lexed.at("adverb", index) or (index + 1 if lexed.low(index) == "," else 0)
        if not step:
            return None
        index = step
    place = lexed.at("place", index)
    if not place or place >= clause.high:
        return None
    found = bodies(lexed, place, min(clause.high, place + 12), clause.known)
    return found[0][2] if found and found[0][0] <= place + 1 else None


def body_near(clause: Clause) -> str | None:
    lexed, tally = clause.lexed, clause.tally
    inside = bodies(lexed, tally.start, tally.end, clause.known)
    if inside and tally.kind in ("sides", "one"):
        return inside[0][2]
    found = bodies(lexed, clause.low, tally.start, clause.known)
    if found:
        return found[-1][2]
    behind = bodies(lexed, tally.end, min(clause.high, tally.end + 20), clause.known)
    return behind[0][2] if behind else None


def span(lexed: Lexed, phrase: tuple[int, int] | None) -> str | None:
    return lexed.span(*phrase) if phrase is not None and phrase[0] < phrase[1] else None
