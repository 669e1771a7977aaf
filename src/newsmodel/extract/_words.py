"""Lines, sentences and numbers of unmarked text, with their places.

Every search here and in the modules beside it is linear: patterns repeat within bounds only, and look back and ahead
over windows of a fixed length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from attrs import frozen

from newsmodel.extract.languages import Language, table
from newsmodel.model.values import CONTROL, WHITE_SPACE

BREAKS = re.compile(f"[\t\n{CONTROL}]+")
"""Line breaks, tabs and controls."""
WINDOW = 400
"""How many characters of a sentence, on either side of a number, the rules look at."""

_END = re.compile(r"[.!?…][\"”’'»)\]]{0,3}[\s\u00a0]{1,8}(?=[\"“‘'«„(\[–—-]{0,2}[^\sa-z])")
_ORDINAL = re.compile(r"(?<![0-9])[0-9]{1,2}\Z")
_LAST_WORD = re.compile(r"[^\W\d_]{1,12}\Z")


@frozen
class Sentence:
    """A sentence and where it begins in its line or block."""

    text: str
    block: int
    start: int


def sentences(text: str, block: int, words: Language) -> Iterator[Sentence]:
    """The sentences of a block, without white space at their edges; line breaks, tabs and controls end one too."""
    for start, end in _pieces(text):
        begin = start
        for match in _END.finditer(text, start, end):
            if text[match.start()] != "." or not _abbreviated(text, begin, match.start(), words):
                yield from _sentence(text, block, begin, match.end())
                begin = match.end()
        yield from _sentence(text, block, begin, end)


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    if text.isprintable():  # so that nothing breaks it
        yield start, len(text)
        return
    for match in BREAKS.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


def _sentence(text: str, block: int, start: int, end: int) -> Iterator[Sentence]:
    found = text[start:end]
    stripped = found.strip(WHITE_SPACE)
    if stripped:
        yield Sentence(stripped, block, start + len(found) - len(found.lstrip(WHITE_SPACE)))


def _abbreviated(text: str, start: int, stop: int, words: Language) -> bool:
    """Whether the full stop at `stop` belongs to an abbreviation or an initial."""
    if words.ordinals and _ORDINAL.search(text, max(start, stop - 3), stop):
        return True
    match = _LAST_WORD.search(text, max(start, stop - 12), stop)
    if match is None:
        return False
    word = match[0]
    if words.capital_abbreviations and len(word) > 2 and word.islower():
        return False
    return (len(word) == 1 and word.isupper()) or word.lower() in words.abbreviations


def alternatives(*parts: str) -> str:
    """A group of alternatives, from the tables; matches nothing where all are empty."""
    given = [part for part in parts if part]
    return "(?:" + "|".join(given) + ")" if given else "(?!)"


def whole_words(*parts: str) -> re.Pattern[str]:
    """A pattern for any of the alternatives as whole words, without regard to case."""
    return re.compile(rf"(?<!\w){alternatives(*parts)}(?!\w)", re.IGNORECASE)


@cache
def number_pattern(language: str) -> str:
    """A regular expression for a whole number, a decimal one or a number word of a language; one group-free piece."""
    spelt = sorted(table(language).numbers, key=len, reverse=True)
    return rf"(?:[0-9]{{1,3}}(?:[,.'’\u00a0\u202f][0-9]{{3}}){{1,3}}(?![0-9])|[0-9]{{1,9}}(?:[.,][0-9]{{1,2}})?(?![0-9])|{'|'.join(spelt)})"


def number(text: str, words: Language) -> int | float | None:
    """The value of what `number_pattern` matched."""
    spelt = words.numbers.get(text.lower())
    if spelt is not None:
        return spelt
    grouped = re.fullmatch(r"[0-9]{1,3}(?:[,.'’\u00a0\u202f][0-9]{3})+", text)
    plain = re.sub(r"[^0-9]", "", text) if grouped else text.replace(",", ".")
    return float(plain) if "." in plain else int(plain)
