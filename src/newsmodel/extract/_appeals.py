"""Appeals to readers for money that stand in a text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice

from attrs import evolve, frozen

from newsmodel.extract._money import local, sums
from newsmodel.extract._words import BREAKS, sentences, whole_words
from newsmodel.extract.languages import Language, table
from newsmodel.model import AppealKind, DonationAppeal, SuggestedAmount
from newsmodel.model.values import WHITE_SPACE, is_line, is_url

HEADING = 100
"""A heading has at most so many characters."""
BUTTON = 45
FORM = 12
"""How many lines of buttons may follow the last clear cue."""
GAP = 2
"""How many lines without a cue may stand between two that have one."""

_QUOTED = re.compile(r"“[^”]{0,2000}(?:”|\Z)|\"[^\"]{0,2000}(?:\"|\Z)|„[^“]{0,2000}(?:“|\Z)|«[^»]{0,2000}(?:»|\Z)")
_NAME = re.compile(
    r"(?<!\w)[A-ZÄÖÜÉ](?:[\w&’'-]|\.(?=\w)){0,30}(?:[ \u00a0](?:(?:of|the|and|for|der|de|la|del|du|des)[ \u00a0])?[A-ZÄÖÜÉ][\w&’'-]{0,30}){0,5}|(?<!\w)[\w-]{2,30}\.(?:net|org|com|de|es|fr)(?!\w)"
)
_PRICED = re.compile(r"[£€$][ \u00a0]?[0-9]|[0-9][ \u00a0]?[£€$]")
"""A plea against blockers that names a price asks for money after all."""
_URL = re.compile(
    r"https?://[^\s<>\"”’)]{3,300}|(?<![\w@./-])(?:[a-z0-9-]{1,40}\.){1,3}[a-z]{2,10}/[\w%~-][^\s<>\"”’)]{0,200}", re.IGNORECASE
)
"""An address as it is printed, with or without its scheme; a bare domain is a name."""
_ADDRESS = re.compile(rf"(?:[ \u00a0](?:at|via|on|unter|auf|sur|en))?[ \u00a0]?(?:{_URL.pattern})", re.IGNORECASE)
"""The same with the word that leads to it."""


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
    lines = [line for raw in text.split("\n") if (line := (raw if raw.isprintable() else BREAKS.sub(" ", raw)).strip(WHITE_SPACE))]
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
    please: re.Pattern[str]
    urge: re.Pattern[str]
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
        please=whole_words(words.please),
        urge=whole_words(words.urge),
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


def _strength(said: str, cues: _Cues) -> int:
    """What a line without its quotations is: 2 for an appeal, 1 for a newsroom that speaks of itself, 0 for neither."""
    own = cues.own.search(said)
    if not (cues.ask.search(said) or cues.give.search(said)):
        return 1 if own else 0
    reader, work = cues.reader.search(said), cues.work.search(said)
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
    said = [_QUOTED.sub(" ", line) for line in lines]
    if not any(cues.ask.search(line) or cues.give.search(line) for line in said):
        return []
    strengths = [_strength(line, cues) for line in said]
    tail = len(lines)
    while tail and len(lines[tail - 1]) <= HEADING:
        tail -= 1
    found: list[tuple[int, int]] = []
    index = 0
    while index < len(lines):
        if strengths[index] < 2:
            index += 1
            continue
        start = _start(lines, strengths, index, found[-1][1] if found else 0, language)
        end = _end(lines, strengths, start, index, tail, language)
        if found and start - found[-1][1] <= GAP:
            start = found.pop()[0]
        found.append((start, end))
        index = end
    return [(start, end) for start, end in found if not _is_plea_for_ads(lines[start : end + GAP], cues)]


def _is_plea_for_ads(lines: Sequence[str], cues: _Cues) -> bool:
    """Whether lines ask to see advertisements and for nothing else: some line names a blocker, and none a price or a gift."""
    text = "\n".join(lines)
    return cues.block.search(text) is not None and not (_PRICED.search(text) or cues.kinds[0][1].search(text))


def _start(lines: Sequence[str], strengths: list[int], first: int, low: int, language: str) -> int:
    """Where an appeal begins whose first clear cue is in line `first`: with its heading, weak cues below that, and buttons."""
    cues = _cues(language)
    form = first
    while first > low and form - first < FORM and _is_button(lines[first - 1], language):
        first -= 1
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
    cues = _cues(language)
    name = _beneficiary(lines[start : first + 4], cues)
    last_strong = last = first
    index = first + 1
    while index < len(lines) and index - last <= GAP:
        named = name is not None and name in lines[index]
        if strengths[index] == 2:
            last_strong = last = index
        elif strengths[index] == 1 or named:
            last = index
        elif strengths[index - 1] == 2 and len(lines[index]) <= HEADING and _goes_on(lines[index], cues):
            last = last_strong = index
        elif _is_button(lines[index], language):
            last = index
            last_strong = index if index - last_strong <= FORM else last_strong
        elif len(lines[index]) > HEADING:
            break
        index += 1
    return (last if last + 1 >= tail else last_strong) + 1


def _goes_on(line: str, cues: _Cues) -> bool:
    """Whether a short line below a clear cue is still about giving, though it speaks to nobody: `Donations can be made here`."""
    given = cues.give.search(line) or cues.kinds[0][1].search(line)
    return given is not None and cues.none.search(line) is None and cues.elsewhere.search(line) is None


def _is_button(line: str, language: str) -> bool:
    """Whether a line is a button or label of a form for giving: a sum, a period, a bare sign of a currency, an address."""
    words = table(language)
    return _URL.fullmatch(line) is not None or (
        len(line) <= BUTTON and (bool(sums(line, words)) or line.lower() in words.periods or line in {"£", "€", "$"})
    )


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
    amounts = list(_with_label(amounts, lines, words))
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


def _with_label(amounts: Sequence[SuggestedAmount], lines: Sequence[str], words: Language) -> Iterator[SuggestedAmount]:
    """The sums of a form whose labels stand apart (`Single`, `Monthly`): those without a period have the label that no other sum has."""
    labels = {words.periods[line.lower()] for line in lines if line.lower() in words.periods}
    free = labels - {amount.period for amount in amounts}
    for amount in amounts:
        yield evolve(amount, period=next(iter(free))) if amount.period is None and len(free) == 1 and len(labels) > 1 else amount


def _kind(text: str, cues: _Cues) -> AppealKind:
    counted: list[tuple[int, AppealKind]] = [(len(pattern.findall(text)), kind) for kind, pattern in cues.kinds]
    most = max(count for count, _ in counted)
    return next(kind for count, kind in counted if count == most)


BUTTON_SAYS = 6
"""How much the words on a button weigh that tell readers what to do; a plea weighs less, other words of giving least."""
MOST_CLAUSES = 12
"""A sentence of more clauses is a list: those behind are not looked at."""
_CLAUSE = re.compile(r"(?:[,;:]|[ \u00a0][–—-])[ \u00a0]")
"""What may stand before the clause that asks: `To keep this free`, `become a member`."""
_NOW = re.compile(r"(?<!\w)(?:now|today|here|jetzt|heute|hier|maintenant|aujourd[’']hui|ici|ahora|hoy|aquí)(?!\w)", re.IGNORECASE)
_WHO = re.compile(r"[ \u00a0]who[ \u00a0].*|,[ \u00a0](?:which|who|die|der|das|den|welche|qui|que)[ \u00a0].*", re.S)
"""What is only said of those who are asked to be joined, or of what is given."""
_MORE = re.compile(
    r"[ \u00a0](?:and|or)[ \u00a0](?:sign up|subscribe)[ \u00a0](?:for|to)[ \u00a0]\w{1,10}[ \u00a0](?:\w{1,12}[ \u00a0]){0,2}newsletter.*",
    re.S,
)
"""What some ask for besides: a newsletter is no gift."""


def _action(lines: Sequence[str], words: Language, cues: _Cues) -> str | None:
    """What readers are asked to do: the words on a button, else the clause that asks them most plainly, without the sums in it."""
    weighed: list[tuple[float, str]] = []
    for index, line in enumerate(lines):
        if len(lines) > 1 and _is_label(line, words, cues):
            weighed.append((BUTTON_SAYS if cues.urge.match(line) else BUTTON_SAYS / 2, line))
            continue
        for sentence in sentences(line, index, words):
            weighed += _pleas(_QUOTED.sub("", sentence.text), cues)
    most = max((weight for weight, _ in weighed), default=0)
    asked = next((text for weight, text in weighed if weight == most), None)
    return (
        _without_sums(_ADDRESS.sub("", _WHO.sub("", _MORE.sub("", asked))), words).rstrip(" \u00a0:") if asked is not None else None
    )


def _is_label(line: str, words: Language, cues: _Cues) -> bool:
    """Whether a line is what stands on a button."""
    given = cues.give.search(line) or cues.ask.search(line) or cues.kinds[0][1].search(line)
    return len(line) <= BUTTON and given is not None and line[-1] not in ":." and not sums(line, words)


def _pleas(sentence: str, cues: _Cues) -> Iterator[tuple[float, str]]:
    """Each clause of a sentence that asks, with how plainly it does."""
    starts = [0, *(match.end() for match in islice(_CLAUSE.finditer(sentence), MOST_CLAUSES))]
    please = cues.please.search(sentence)
    if please is not None and please.start() not in starts and not any(cues.urge.match(sentence, start) for start in starts):
        starts.append(please.start())
    for start in sorted(starts):
        clause = sentence[start:]
        gives = cues.give.search(clause) or cues.ask.search(clause) or cues.kinds[0][1].search(clause)
        plainly = (
            (2 if cues.please.match(clause) else 0)
            + (1 if cues.please.search(clause) else 0)
            + (3 if cues.urge.match(clause) else 0)
        )
        if plainly >= 2 and gives:
            acts = any(pattern.match(clause) for _, pattern in cues.kinds)
            yield (
                min(plainly, 4) + 0.5 * acts + 0.5 * bool(cues.kinds[0][1].search(clause)) + 0.25 * bool(_NOW.search(clause)),
                clause,
            )
    if cues.ask.search(sentence):
        yield 1, sentence
    elif cues.give.search(sentence):
        yield 0.5, sentence


def _without_sums(sentence: str, words: Language) -> str:
    found = sums(sentence, words)
    if not found:
        return sentence
    before = re.sub(
        r"[ \u00a0,]+(?:(?:of|for|from|as little as|with|at|ab|von|für|mit|de|only|just|nur|por|desde|pour|par|dès)[ \u00a0]*){0,3}\Z",
        "",
        sentence[: found[0][0]],
    )
    return before if len(before) > 8 else sentence


def _beneficiary(lines: Sequence[str], cues: _Cues) -> str | None:
    """Who receives the money: the name that the appeal repeats, speaks of first, or asks to support."""
    scores: Counter[str] = Counter()
    for line in lines:
        for match in _NAME.finditer(line):
            name = _trimmed(match[0], cues)
            if name:
                place = match.start() + match[0].find(name)
                asked = _ASKED_FOR.search(line[max(0, place - 40) : place])
                spoken = _begins(line, place) and _SPOKEN_OF.match(line, place + len(name))
                scores[name] += 3 if asked or spoken else 1
    for name in list(scores):
        base = _PRODUCT.sub("", name)
        if base != name:
            scores[base] += scores.pop(name) + 1
        elif len(name.split()) == 1 and scores[name] < 3 and not name.isupper() and "." not in name:
            del scores[name]
    best = max(scores.items(), key=lambda item: (item[1], len(item[0])), default=None)
    if best is None or best[1] < 2 or not is_line(best[0]):
        return None
    return _with_article(best[0], lines)


_SPOKEN_OF = re.compile(
    r"(?:[’']s)?[ \u00a0](?:is|has|are|was|will|wird|ist|hat|est|es|tiene|[a-zß-ÿ]{3,12}(?:s|t))(?![\w’'])",
)
"""Behind the name with which a sentence begins, a verb: the newsroom speaks of itself by its name."""
_PRODUCT = re.compile(
    r"[ \u00a0](?:Plus|Premium|Insiders?|Club|Membership)\Z|(?<=[A-Z])PLUS\Z|-(?:Supporter|Mitglied|Leser|Abo|Abonnement|Redaktion|Team|Community|Unterstützer)(?:in|innen|schaft|s)?\Z"
)
"""What readers join or buy of a newsroom: `Plus` in `Echo Plus`, `-Supporter` in `ECHO-Supporter`."""


def _begins(line: str, place: int) -> bool:
    """Whether a sentence begins at a place, but for an article."""
    before = line[:place].removesuffix("The ").removesuffix("Die ").removesuffix("Der ")
    return before.rstrip(" \u00a0") == "" or before.rstrip(" \u00a0")[-1] in ".!?:"


def _with_article(name: str, lines: Sequence[str]) -> str:
    """A name with the article that is part of it: `The Echo`, where a capital says so in the middle of a sentence, or always."""
    full = f"The {name}"
    said = [match.start() for line in lines for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", line)]
    with_it = sum(line.count(full) for line in lines)
    return full if with_it and 2 * with_it >= len(said) else name


_ASKED_FOR = re.compile(
    r"(?:support(?:ing)?|help(?:ing)?(?: us)?|helfen Sie|donat(?:e|ion|ing|ions) to|contributions? to|join(?:ing)?|subscribe to|subscriber to|the work of|members? of|Mitglied der|auf|"
    r"unterstütz\w{1,3}(?: Sie)?|keep|at|informed with|version of|socio/a en|socio de|soci[oa]s? de|soutenez|soutenir|apoya a|don à|to your local)[ \u00a0](?:to make |make |your |our |the |die |der |den |das |dem |le |la |les |el |los |las )?\Z",
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
        or parts[-1].lower() in ("today", "now", "here", "community", "news site")
    ):
        parts.pop()
    return " ".join(parts).removesuffix("’s").removesuffix("'s")


_COMMON = frozenset(
    "support please help join subscribe donate thank thanks for unlike like in the a an at to if on by as this that these it its every each with and or but so our we you your one all "
    "being become today get click here jetzt unterstützen wenn hat ihnen bitte die der das wir sie ein eine mit auf diese guten möchtest stay invest want enjoy there thanks mit "
    "als still si dann vous love hat readers telegram facebook twitter instagram whatsapp youtube linkedin patreon steady google apple stripe überweisung kreditkarte newsletter artikel monatlich einmalig adblocker "
    "sign read already because finally not no members informationen journalismus artikel spende spenden paypal iban bic mitglied journalists journalism since when while how what euro euros".split()
)
