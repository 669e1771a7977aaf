"""How a vote was read: its sentence as the lexer names it, and which rule gave each part."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from newsmodel.extract._votes._frame import Frame, Order
from newsmodel.extract._votes._lexer import Lexed
from newsmodel.extract._votes._tally import Kind
from newsmodel.model import Vote

LEANING = ", leaning on "
"""Between the rule that read a sentence and the one that read the sentence it leans on."""

KINDS: dict[Kind, str] = {
    "pair": "two numbers side by side",
    "sides": "each number with its side",
    "one": "one side alone",
    "unanimous": "unanimity in words",
    "margin": "a difference",
    "same": "the result before, told again in words",
    "follow": "what another body did, told in words",
    "tied": "a tie in words",
    "extra": "counts that belong to the result before",
    "plain": "no numbers: a verb of voting, of success or of failure",
}
"""What each kind of result is."""

RULES: dict[str, str] = {
    "decided": "the bill passed 52-48",
    "decided behind": "by nine votes to three, the board approved the bill",
    "decided by": "the bill was passed by the board, 9-3",
    "decided what": "rejected the plan 22-10",
    "decided where": "the bill cleared the lower house 97-51",
    "decided which": "the bill, which passed 52-48",
    "failed to": "failed to override the veto, 55-44",
    "followed": "the House followed suit, 266-150",
    "government": "the government lost by 303 to 293 on its plan",
    "government defeated": "the government was defeated on an amendment: the amendment is carried",
    "having passed": "having passed the House 310-118, the bill",
    "heads": "what can be put to a vote nearest to the result",
    "lost a vote": "lost a vote in the Lords on moorings",
    "named before": "the sentence before names the motion",
    "noun": "a 7-2 vote to close the ferry",
    "opened": "20 to 12 against the ban",
    "ruled": "ruled 5-4 that the tax was lawful",
    "ruled behind": "in a 6-3 decision, the court struck down the law",
    "same": "the same result was reached over closing the pier",
    "series": "the budget 7-2 and the levy 5-4",
    "side won": "Yes won by 52.3 to 47.7",
    "sides": "22 in favour of banning it, 10 against",
    "split": "split 4-4 on the tax",
    "survived": "survived a no-confidence vote: the motion fails",
    "the vote decided": "the vote passed 230-198: the motion stands before",
    "tie broken": "a 10-10 draw, and a casting vote against the jetty",
    "told": "the vote on the bridge was 9 to 4",
    "verb behind": "in a 9-3 show of hands, the board voted to close it",
    "verb final": "hat die Vorlage mit 12 zu 7 Stimmen abgelehnt",
    "vetoed": "Russia vetoed the resolution",
    "voted": "voted 7-2 to close the ferry",
    "was ruled": "the strike was decided unanimously by the council",
}
"""What each rule reads, by an example."""

ORDERS: dict[Order, str] = {
    "as told": "as the text tells them, those in favour first",
    "no first": "the first number is against: voted 7-2 against it",
    "larger yes": "the larger number is in favour: it was carried",
    "larger no": "the larger number is against: it was rejected",
}
"""Whose number is whose."""


@frozen
class NamedToken:
    """A token of a sentence, and what the lexer names the phrases that begin at it."""

    text: str
    names: tuple[str, ...]
    """Fields of the language's table, each with the phrase where that has more words than the token."""
    value: float | None
    """The number that the token is."""


@frozen
class VotePart:
    """A part of a vote, and where it comes from."""

    name: str
    value: str
    source: str


@frozen(kw_only=True)
class Explanation:
    """How a vote was read out of its sentence."""

    vote: Vote
    sentence: str
    tokens: tuple[NamedToken, ...]
    kind: Kind
    """What the numbers or words of the result are."""
    rule: str
    """The rule that read the clause around them, with the one it leans on."""
    parts: tuple[VotePart, ...]


def explanation(vote: Vote, kind: Kind, frame: Frame, language: str, *, carried: bool) -> Explanation:
    """The explanation of a vote that was read from a frame; `carried` where its body was named before."""
    sentence = vote.evidence.quote if vote.evidence is not None else ""
    return Explanation(
        vote=vote,
        sentence=sentence,
        tokens=tuple(_named(Lexed(sentence, language))),
        kind=kind,
        rule=frame.rule,
        parts=tuple(_parts(vote, kind, frame, carried=carried)),
    )


def _named(lexed: Lexed) -> Iterator[NamedToken]:
    for index, token in enumerate(lexed.tokens):
        names = []
        for kind, found in lexed.marks.items():
            end = found.get(index, 0)
            if end:
                names.append(kind if end == index + 1 else f"{kind}: {lexed.span(index, min(end, len(lexed)))}")
        yield NamedToken(token.text, tuple(sorted(names)), token.value)


def _parts(vote: Vote, kind: Kind, frame: Frame, *, carried: bool) -> Iterator[VotePart]:
    rule = _told(frame.rule)
    counts = ", ".join(f"{count.option} {count.value}{' %' if count.unit == 'percent' else ''}" for count in vote.counts)
    said = counts or ("unanimous" if vote.unanimous else f"by {vote.margin}" if vote.margin is not None else "")
    if said:
        yield VotePart("counts", said, f"{kind}: {KINDS[kind]}")
    if vote.yes is not None and vote.no is not None:
        sided = kind in ("sides", "one")
        yield VotePart(
            "whose number", frame.order, "the text says it" if sided and frame.order == "as told" else ORDERS[frame.order]
        )
    if vote.motion:
        yield VotePart("motion", vote.motion, rule)
    if vote.voting_body:
        yield VotePart("voting body", vote.voting_body, "the body named before" if carried else rule)
    if vote.requirement:
        yield VotePart("requirement", vote.requirement, "a number or fraction that is said to be needed")
    if vote.outcome:
        yield VotePart("outcome", vote.outcome, "stated" if vote.result else "follows from the counts")
    if vote.held is not None:
        yield VotePart("held", vote.held.isoformat(), "the one full date of the sentence")


def _told(rule: str) -> str:
    """A rule with its example, and the one it leans on."""
    return LEANING.join(f"{one}: {RULES[one]}" if one in RULES else one for one in rule.split(LEANING))
