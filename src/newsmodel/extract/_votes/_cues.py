"""Whether a text is worth reading: a quick look that spares most of it the slow one.

A vote is told by certain phrases of the language's table, some of them beside a number. Where the words of no such phrase
stand in a text, no rule finds a vote in it; so most blocks and sentences are passed over at the price of one search.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Literal, TypeAlias

from attrs import frozen

from newsmodel.extract._votes._lexer import spelt
from newsmodel.extract.languages import table

_WORD = re.compile(r"[^\W_]{2,40}")
_DIGIT = re.compile(r"[0-9]")
_IN_BRACKETS = re.compile(r"\(\s{0,9}([^\s()]{2,10})\s{0,9}\)")

_Kind: TypeAlias = Literal["alone", "telling", "favour", "against"]
"""How much a phrase tells: alone; beside a number; beside a number and one of the other side, as `for` is in every other sentence."""


@frozen
class Cues:
    """The phrases without which a text tells of no vote."""

    phrases: Mapping[str, tuple[tuple[_Kind, frozenset[str]], ...]]
    """By its longest word each phrase: its kind, and the words that must stand in a text that holds it."""
    numbers: frozenset[str]
    endings: tuple[str, ...]
    """How words end that tell beside a number."""

    def in_(self, text: str) -> bool:
        """Whether a text is worth reading."""
        words = set(_WORD.findall(text.lower()))
        kinds = {kind for word in self.phrases.keys() & words for kind, phrase in self.phrases[word] if phrase <= words}
        if "alone" in kinds:
            return True
        if not ("telling" in kinds or kinds >= _SIDES or any(word.endswith(self.endings) for word in words if self.endings)):
            return False
        return _DIGIT.search(text) is not None or not self.numbers.isdisjoint(words)


_SIDES: frozenset[_Kind] = frozenset(("favour", "against"))


@cache
def cues(code: str) -> Cues:
    """The cues of a language."""
    told = table(code).votes
    fields: dict[_Kind, tuple[str, ...]] = {
        "alone": (told.voted, told.past, told.unanimous, told.same, told.follow, told.vetoed, told.poll, told.casting),
        "telling": (
            told.passed, told.failed, told.ruled, told.split, told.vote, told.unit, told.cast, told.sure, told.tied, told.abstained, told.absent,
        ),
        "favour": (told.favour,),
        "against": (told.against,),
    }  # fmt: skip
    phrases: dict[str, set[tuple[_Kind, frozenset[str]]]] = {}
    endings: set[str] = set()
    for kind, lists in fields.items():
        for phrase in (phrase for field in lists for phrase in spelt(field)):
            words = _WORD.findall(phrase)
            if phrase.startswith("-"):
                endings.add(phrase[1:])
            elif words:
                phrases.setdefault(max(words, key=len), set()).add((kind, frozenset(words)))
    return Cues(
        phrases={word: tuple(found) for word, found in phrases.items()},
        numbers=frozenset(table(code).numbers),
        endings=tuple(sorted(endings)),
    )


def has_acronym(text: str) -> bool:
    """Whether a text may give the acronym of a name, in brackets behind it."""
    return "(" in text and any(match[1].isupper() for match in _IN_BRACKETS.finditer(text))
