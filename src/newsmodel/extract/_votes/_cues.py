"""Whether a text is worth reading: a quick look that spares most of it the slow one.

A vote is told by certain phrases of the language's table, some of them beside a number. Where the words of no such phrase
stand in a text, no rule finds a vote in it; so most blocks and sentences are passed over at the price of one search.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import TypeAlias

from attrs import frozen

from newsmodel.extract._votes._lexer import spelt
from newsmodel.extract.languages import table

_WORD = re.compile(r"[^\W_]{2,40}")
_DIGIT = re.compile(r"[0-9]")
_IN_BRACKETS = re.compile(r"\(\s{0,9}([^\s()]{2,10})\s{0,9}\)")

_Phrases: TypeAlias = Mapping[str, tuple[frozenset[str], ...]]
"""Each phrase by its longest word: the words that must stand in a text that holds it."""


@frozen
class Cues:
    """The words without which a text tells of no vote."""

    words: frozenset[str]
    """The longest word of each phrase."""
    telling: _Phrases
    """The words of one of these, and a number."""
    alone: _Phrases
    """The words of one of these."""
    numbers: frozenset[str]
    endings: tuple[str, ...]
    """How words end that tell, beside a number."""

    def in_(self, text: str) -> bool:
        """Whether a text is worth reading."""
        said = _WORD.findall(text.lower())
        if self.words.isdisjoint(said) and not self.endings:
            return False
        words = frozenset(said)
        if _holds(self.alone, words):
            return True
        numbered = _DIGIT.search(text) is not None or not self.numbers.isdisjoint(words)
        return numbered and (_holds(self.telling, words) or any(word.endswith(self.endings) for word in words if self.endings))


def _holds(phrases: _Phrases, words: frozenset[str]) -> bool:
    """Whether all words of one of the phrases stand in a text."""
    return any(phrase <= words for word in phrases.keys() & words for phrase in phrases[word])


@cache
def cues(code: str) -> Cues:
    """The cues of a language."""
    told = table(code).votes
    alone = (told.voted, told.past, told.unanimous, told.same, told.follow, told.vetoed, told.poll, told.casting)
    beside_numbers = (
        told.passed, told.failed, told.ruled, told.split, told.vote, told.favour, told.against, told.tied, told.abstained, told.absent,
    )  # fmt: skip
    telling = (*beside_numbers, *alone)
    by_word, by_word_alone = _by_longest_word(telling), _by_longest_word(alone)
    return Cues(
        words=frozenset(by_word),
        telling=by_word,
        alone=by_word_alone,
        numbers=frozenset(table(code).numbers),
        endings=tuple(phrase[1:] for field in telling for phrase in spelt(field) if phrase.startswith("-")),
    )


def _by_longest_word(fields: tuple[str, ...]) -> _Phrases:
    found: dict[str, set[frozenset[str]]] = {}
    for field in fields:
        for phrase in spelt(field):
            words = _WORD.findall(phrase)
            if words and not phrase.startswith("-"):
                found.setdefault(max(words, key=len), set()).add(frozenset(words))
    return {word: tuple(phrases) for word, phrases in found.items()}


def has_acronym(text: str) -> bool:
    """Whether a text may give the acronym of a name, in brackets behind it."""
    return "(" in text and any(match[1].isupper() for match in _IN_BRACKETS.finditer(text))
