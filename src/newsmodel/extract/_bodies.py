"""Phrases for organisations and for people who vote together, and the full names of acronyms."""

from __future__ import annotations

import re
from functools import cache

from newsmodel.extract._words import WINDOW, alternatives
from newsmodel.extract.languages import table

_ACRONYM = re.compile(r"\(([A-ZÄÖÜ][A-ZÄÖÜ&]{1,9})\)")
_SHORT = re.compile(r"(?<![\w(.])[A-ZÄÖÜ][A-ZÄÖÜ&]{1,9}(?![\w)])")
_TOKEN = re.compile(r"[^\s,;:()“”\"–—\[\]]{1,40}(?=[ \u00a0]?\Z)")
_GOES_ON = re.compile(
    r"(?: (?:of|de|del|der|des|du|in)(?: the| la| los)?(?: [A-ZÄÖÜÀ-Þ][\w’'-]{0,30}){1,4})|(?: \([A-Z&]{2,10}\))"
)
_BOUNDARY = frozenset(".!?")
MOST = 50
"""Of so many acronyms of a text the full names are kept."""
REACH = 12
"""How many words a name may have."""


@cache
def _heads(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){alternatives(table(language).bodies)}(?!\w)", re.IGNORECASE)


_MODIFIER = re.compile(
    r"(?:[a-z]+[’']s?|ruling|full|city|county|town|parish|local|federal|national|state|school|whole|entire|lower|upper|works|appeals?|general|"
    r"executive|legislative|same|district|regional|municipal|police|planning|parliamentary|advisory|[a-z]+-setting|policy-?making|air|union|"
    r"participating|[a-z]+-held|[0-9]+-member|[a-z]+-dominated)\Z"
)
"""Small words that belong to the name behind them."""


def acronyms(texts: tuple[str, ...], language: str) -> dict[str, str]:
    """The full phrase in which each acronym is introduced: `{"NEC": "the ruling National Executive Committee (NEC)"}`."""
    found: dict[str, str] = {}
    for text in texts:
        for match in _ACRONYM.finditer(text):
            if len(found) == MOST:
                return found
            before = _phrase_before(text[max(0, match.start() - WINDOW) : match.start()].rstrip(" \u00a0"), language)
            initials = iter([word[0] for word in re.findall(r"\w[\w’'-]*", before) if word[0].isupper()])
            if match[1] not in found and all(letter in initials for letter in match[1] if letter.isalpha()):
                found[match[1]] = f"{before} {match[0]}"
    return found


def _phrase_before(text: str, language: str) -> str:
    """The name phrase that ends where `text` ends: names, small words between them, and modifiers before them."""
    words = table(language)
    end = len(text)
    start = end
    rest = text
    for _ in range(REACH):
        match = _TOKEN.search(rest, max(0, len(rest) - 42))
        if match is None:
            break
        token = match[0]
        bare = token.strip("\"“”‘’'")
        named = bare[:1].isupper() or (bare[:1].isdigit() and "-" in bare)
        if token[-1] in _BOUNDARY and start != end and not re.fullmatch(r"(?:[A-Z]\.){1,3}|St\.|Mr\.|Mrs\.|Dr\.", token):
            break
        small = bare.lower()
        if not (named or small in words.inside or small in words.articles or _MODIFIER.match(small) or start == end):
            break
        start = match.start()
        rest = text[:start].rstrip(" \u00a0")
        if small in words.articles or (len(rest) == len(text[:start]) and rest):
            break
    phrase = text[start:end]
    return _without_small_start(phrase, words.inside - words.articles)


def _without_small_start(phrase: str, small: frozenset[str]) -> str:
    parts = phrase.split(" ")
    while parts and (parts[0].lower() in small or not parts[0]):
        parts.pop(0)
    return " ".join(parts)


def bodies(text: str, language: str, known: dict[str, str]) -> list[tuple[int, int, str]]:
    """The phrases of `text` that name who votes: where each begins and ends, and the phrase, an acronym in full."""
    found: list[tuple[int, int, str]] = []
    for match in _heads(language).finditer(text):
        window = max(0, match.start() - 160)
        phrase = _phrase_before(text[window : match.end()], language)
        if not phrase:
            continue
        start = match.end() - len(phrase)
        end = _name_end(text, match.end())
        if found and start < found[-1][1]:
            start, phrase = found[-1][0], ""
            found.pop()
        found.append((start, end, text[start:end]))
    for match in _SHORT.finditer(text):
        if match[0] in known and not any(start <= match.start() < end for start, end, _ in found):
            found.append((match.start(), match.end(), known[match[0]]))
    found = [(start, end, _in_full(phrase, known)) for start, end, phrase in found]
    return sorted(found)


def _name_end(text: str, end: int) -> int:
    """The end of a name that goes on after its head: `House` `of Representatives`, `Council of the North`."""
    match = _GOES_ON.match(text, end)
    return match.end() if match else end


def _in_full(phrase: str, known: dict[str, str]) -> str:
    """The fullest form of a phrase that holds an acronym, or that is `the board` where just one known name is a board's."""
    for acronym, full in known.items():
        if re.search(rf"(?<!\w){re.escape(acronym)}(?!\w)", phrase):
            return full
    bare = re.fullmatch(r"(?:the|der|die|das|le|la|el) (?P<head>[a-zß-ÿ]{3,30})", phrase, re.IGNORECASE)
    named = {full for full in known.values() if bare and re.search(rf"(?<!\w){bare['head']}(?!\w)", full, re.IGNORECASE)}
    return named.pop() if len(named) == 1 else phrase
