"""Appeals to readers for money that stand in a text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from attrs import evolve, frozen

from newsmodel.extract._money import local, sums
from newsmodel.extract._words import sentences, whole_words
from newsmodel.extract.languages import Language, table
from newsmodel.model import AppealKind, DonationAppeal, SuggestedAmount
from newsmodel.model.values import CONTROL, WHITE_SPACE, is_line, is_url

HEADING = 100
"""A heading has at most so many characters."""
BUTTON = 45
FORM = 12
"""How many lines of buttons may follow the last clear cue."""
GAP = 2
"""How many lines without a cue may stand between two that have one."""

_CLEAN = re.compile(f"[\t{CONTROL}]+")
_QUOTED = re.compile(r"“[^”]{0,2000}(?:”|\Z)|\"[^\"]{0,2000}(?:\"|\Z)|„[^“]{0,2000}(?:“|\Z)|«[^»]{0,2000}(?:»|\Z)")
_NAME = re.compile(
    r"(?<!\w)[A-ZÄÖÜÉ][\w&’'.-]{0,30}(?:[ \u00a0](?:(?:of|the|and|for|der|de|la|del)[ \u00a0])?[A-ZÄÖÜÉ][\w&’'-]{0,30}){0,5}|(?<!\w)[\w-]{2,30}\.(?:net|org|com|de|es|fr)(?!\w)"
)
_PRICED = re.compile(r"[£€$][ \u00a0]?[0-9]|[0-9][ \u00a0]?[£€$]")
"""A plea against blockers that names a price asks for money after all."""
_URL = re.compile(r"https?://[^\s<>\"”’)]{3,300}")


def appeals(text: str, language: str = "en") -> tuple[DonationAppeal, ...]:
    """The appeals for donations, membership or supporting subscription in a text whose blocks are lines.

    A bare price, a newsletter box, a plea against advertisement blockers and news about giving are none.

    Args:
        text: lines, one block each.
        language: a language tag; English is assumed where there are no rules for it.

    >>> [appeal] = appeals("Please support our journalism with £5 a month.")
    >>> appeal.kind, appeal.amounts[0].currency, appeal.amounts[0].period
    ('donation', 'GBP', 'P1M')
    """
    lines = [line for raw in text.split("\n") if (line := _CLEAN.sub(" ", raw).strip(WHITE_SPACE))]
    return tuple(appeal_of(lines[start:end], language) for start, end in spans(lines, language))


@frozen(kw_only=True)
class _Cues:
    ask: re.Pattern[str]
    give: re.Pattern[str]
    own: re.Pattern[str]
    reader: re.Pattern[str]
    work: re.Pattern[str]
    none: re.Pattern[str]
    block: re.Pattern[str]
    elsewhere: re.Pattern[str]
    kinds: tuple[tuple[AppealKind, re.Pattern[str]], ...]


@cache
def _cues(language: str) -> _Cues:
    words = table(language)
    kinds: tuple[tuple[AppealKind, str], ...] = (
        ("donation", words.donation), ("membership", words.membership), ("subscription", words.subscription),
    )  # fmt: skip
    return _Cues(
        ask=whole_words(words.ask),
        give=whole_words(words.give),
        own=whole_words(words.own),
        reader=whole_words(words.reader),
        work=whole_words(words.work),
        none=whole_words(words.no_appeal, words.blocker),
        block=whole_words(words.blocker),
        elsewhere=whole_words(words.elsewhere),
        kinds=tuple((kind, whole_words(part)) for kind, part in kinds),
    )


def appeal_cues(line: str, language: str = "en") -> tuple[tuple[str, str], ...]:
    """The words of a line that make it an appeal or speak against it: each with the field of the language's table it is in.

    >>> appeal_cues("Please support our newsroom")
    (('ask', 'Please support'), ('give', 'support'), ('own', 'our'), ('work', 'newsroom'))
    """
    cues = _cues(language)
    said = _QUOTED.sub(" ", line)
    fields = ("ask", "give", "own", "reader", "work", "none", "elsewhere")
    return tuple((field, match[0]) for field in fields if (match := getattr(cues, field).search(said)))


def _strength(line: str, cues: _Cues) -> int:
    """2 for an appeal, 1 for a newsroom that speaks of itself, 0 for neither."""
    said = _QUOTED.sub(" ", line)
    own, reader, work = cues.own.search(said), cues.reader.search(said), cues.work.search(said)
    if cues.elsewhere.search(said) and not cues.kinds[0][1].search(said):
        return 1 if own else 0
    if cues.none.search(said) and not (cues.block.search(said) and (_PRICED.search(said) or cues.kinds[0][1].search(said))):
        return 1 if own else 0
    if cues.ask.search(said) and (own or reader or work or len(said) <= HEADING):
        return 2
    if cues.give.search(said) and reader and own:
        return 2
    return 1 if own else 0


def spans(lines: Sequence[str], language: str) -> list[tuple[int, int]]:
    """Where appeals stand among lines that are not empty: the first line of each, and the line behind its last.

    An appeal begins with a clear cue, or the heading before it, and goes on while the newsroom speaks of itself or of
    the one that is to receive the money. At the end of the text it takes these weak cues with it; in the middle it
    ends with its last clear one, and with the buttons after it.
    """
    cues = _cues(language)
    strengths = [_strength(line, cues) for line in lines]
    tail = len(lines)
    while tail and len(lines[tail - 1]) <= HEADING:
        tail -= 1
    found: list[tuple[int, int]] = []
    index = 0
    while index < len(lines):
        if strengths[index] < 2:
            index += 1
            continue
        start = _start(lines, strengths, index, found[-1][1] if found else 0, cues)
        end = _end(lines, strengths, start, index, tail, language)
        found.append((start, end))
        index = end
    return found


def _start(lines: Sequence[str], strengths: list[int], first: int, low: int, cues: _Cues) -> int:
    """Where an appeal begins whose first clear cue is in line `first`: with its heading, and weak cues below that."""
    start = first
    while start > low and first - start < GAP and strengths[start - 1] == 1 and len(lines[start - 1]) > HEADING // 2:
        start -= 1
    if start > low and _is_heading(lines[start - 1], cues) and (start == first or cues.give.search(lines[start - 1])):
        return start - 1
    return first - 1 if first > low and _is_heading(lines[first - 1], cues) else first


def _is_heading(line: str, cues: _Cues) -> bool:
    said = bool(cues.own.search(line) or cues.reader.search(line) or cues.give.search(line))
    return len(line) <= HEADING and (line[-1] in "!?" or (line[-1] not in '.:,;”"' and said)) and not cues.none.search(line)


def _end(lines: Sequence[str], strengths: list[int], start: int, first: int, tail: int, language: str) -> int:
    """Where an appeal ends whose first cue is in line `first`; from `tail` on, the text has only short lines."""
    name = _beneficiary(lines[start : first + 4], _cues(language))
    last_strong = last = first
    index = first + 1
    while index < len(lines) and index - last <= GAP:
        named = name is not None and name in lines[index]
        if strengths[index] == 2:
            last_strong = last = index
        elif strengths[index] == 1 or named:
            last = index
        elif _is_button(lines[index], language):
            last = index
            last_strong = index if index - last_strong <= FORM else last_strong
        elif len(lines[index]) > HEADING:
            break
        index += 1
    return (last if last + 1 >= tail else last_strong) + 1


def _is_button(line: str, language: str) -> bool:
    """Whether a line is a button or label of a form for giving: a sum, a period, a bare sign of a currency."""
    words = table(language)
    return len(line) <= BUTTON and (bool(sums(line, words)) or line.lower() in words.periods or line in {"£", "€", "$"})


def appeal_of(lines: Sequence[str], language: str) -> DonationAppeal:
    """The appeal that these lines make, none of which is empty."""
    words, cues = table(language), _cues(language)
    headed = len(lines) > 1 and len(lines[0]) <= HEADING and (lines[0][-1] != "." or len(lines[0].split()) <= 8)
    heading, paragraphs = (lines[0], tuple(lines[1:])) if headed else (None, tuple(lines))
    amounts: list[SuggestedAmount] = []
    for line in lines:
        for _, found in sums(line, words):
            amount = evolve(found, currency=local(found.currency, language))
            amounts += [amount] if amount not in amounts else []
    link = next((match[0].rstrip(".,;") for line in lines for match in _URL.finditer(line)), None)
    action = _action(lines[1:] if headed else lines, words, cues)
    return DonationAppeal(
        kind=_kind(" ".join(lines), cues),
        heading=heading,
        paragraphs=paragraphs,
        amounts=tuple(amounts),
        beneficiary=_beneficiary(lines, cues),
        call_to_action=action if action and is_line(action) else None,
        url=link if link and is_url(link) else None,
    )


def _kind(text: str, cues: _Cues) -> AppealKind:
    counted: list[tuple[int, AppealKind]] = [(len(pattern.findall(text)), kind) for kind, pattern in cues.kinds]
    most = max(count for count, _ in counted)
    return next(kind for count, kind in counted if count == most)


_PLEASE = re.compile(
    r"(?<!\w)(?:please|consider|you can (?:make|give|donate|support|contribute|subscribe)|make a(?:nd)? |donate |subscribe|become a|join |support (?:our|us|the)|click here|"
    r"bitte|spenden|spende|werden Sie|werde|unterstütz|soutenez|faites un don|hazte|apoya|dona|termina)",
    re.IGNORECASE,
)


def _action(lines: Sequence[str], words: Language, cues: _Cues) -> str | None:
    """What readers are asked to do: the words on a button, else the first sentence that asks, without the sums in it."""
    asked = [sentence.text for index, line in enumerate(lines) for sentence in sentences(line, index, words)]
    if len(lines) > 1:
        for line in lines:
            if (
                len(line) <= BUTTON
                and (cues.give.search(line) or cues.ask.search(line))
                and line[-1] != ":"
                and not sums(line, words)
            ):
                return line
    for pattern in (_PLEASE, cues.ask, cues.give):
        for sentence in asked:
            if pattern.search(_QUOTED.sub("", sentence)):
                return _without_sums(sentence, words)
    return None


def _without_sums(sentence: str, words: Language) -> str:
    found = sums(sentence, words)
    if not found:
        return sentence
    before = re.sub(r"[ \u00a0,]+(?:of|for|from|with|ab|von|für|mit|de|only|just|nur)?[ \u00a0]*\Z", "", sentence[: found[0][0]])
    return before if len(before) > 15 else sentence


def _beneficiary(lines: Sequence[str], cues: _Cues) -> str | None:
    """Who receives the money: the name that the appeal repeats, or asks to support."""
    scores: Counter[str] = Counter()
    for line in lines:
        for match in _NAME.finditer(line):
            name = _trimmed(match[0], cues)
            if name:
                place = match.start() + match[0].find(name)
                scores[name] += 3 if _ASKED_FOR.search(line[max(0, place - 40) : place]) else 1
    for name in list(scores):
        if len(name.split()) == 1 and scores[name] < 3 and not name.isupper() and "." not in name:
            del scores[name]
    best = max(scores.items(), key=lambda item: (item[1], len(item[0])), default=None)
    return best[0] if best is not None and best[1] >= 2 and is_line(best[0]) else None


_ASKED_FOR = re.compile(
    r"(?:support(?:ing)?|help(?:ing)?(?: us)?|helfen Sie|donat(?:e|ion|ing|ions) to|contributions? to|join|subscribe to|subscriber to|the work of|members? of|Mitglied der|auf|"
    r"unterstützen|keep|at|Subscribe to)[ \u00a0](?:to make |make |your |our |the |The |die |der )?\Z",
    re.IGNORECASE,
)


def _trimmed(name: str, cues: _Cues) -> str:
    """A name without the words of the sentence that are only capitals by place."""
    parts = name.rstrip(".").split(" ")
    while parts and (
        parts[0].lower() in _COMMON
        or cues.give.fullmatch(parts[0])
        or cues.own.fullmatch(parts[0])
        or cues.reader.fullmatch(parts[0])
    ):
        parts.pop(0)
    while parts and (
        parts[-1].lower() in _COMMON
        or cues.give.fullmatch(parts[-1])
        or parts[-1].lower() in ("today", "now", "here", "community")
    ):
        parts.pop()
    return " ".join(parts).removesuffix("’s").removesuffix("'s")


_COMMON = frozenset(
    "support please help join subscribe donate thank thanks for unlike like in the a an at to if on by as this that these it its every each with and or but so our we you your one all "
    "being become today get click here jetzt unterstützen wenn hat ihnen bitte die der das wir sie ein eine mit auf diese guten möchtest stay invest want enjoy there thanks mit "
    "sign read already because finally not no members informationen journalismus artikel spende spenden paypal iban bic mitglied journalists journalism since when while how what euro euros".split()
)
