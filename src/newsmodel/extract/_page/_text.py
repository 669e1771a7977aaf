"""Text of a page: its runs as rich text, and what may be asked of any text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from newsmodel.extract._page._addresses import Address
from newsmodel.model import RichText, Span
from newsmodel.model.richtext import Parts, normal, parts
from newsmodel.model.values import CONTROL, is_language
from newsmodel.syntax.text_form import BREAK, cleaned

_CONTROL = re.compile(f"(?!{BREAK})[{CONTROL}]")
_WORD = re.compile(r"\w+")
_CJK = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
DENSE = 2.2
"""How many letters of an alphabet a letter of Chinese, Japanese or Korean stands for."""
ENDS = re.compile(r"[.!?…:;\"”“»’)。！？」]\Z")
"""The end of a sentence, or of a part of one."""
SENTENCE = re.compile(r"[.!?…。！？다][\"'”“»’)]{0,2}\Z")
"""The end of a sentence."""
SAME = 60
"""Two texts whose first letters, so many, are the same say the same: descriptions are often cut."""


@lru_cache(maxsize=256)
def folded(text: str) -> str:
    """The words of a text, to compare it with others."""
    return " ".join(_WORD.findall(text.casefold()))


OPENING, WITHIN = 3, 80
"""The opening of a text is so many words, which are looked for in so many characters."""


def opening(text: str) -> str:
    """The first words of `folded(text)`, in less time."""
    words = _WORD.findall(text[:WITHIN].casefold())
    if len(words) <= OPENING:  # the last may have been cut
        words = folded(text).split(" ")
    return " ".join(words[:OPENING])


class Repeats:
    """Texts that have been seen, to tell those that say the same again; most are told apart by their opening."""

    def __init__(self) -> None:
        self._first: dict[str, str] = {}
        """By opening, the first text that begins so."""
        self._folded: set[str] = set()
        """Those of openings that came again."""

    def holds(self, text: str, begins: str) -> bool:
        """Whether a text with this opening has been seen; from now on, it has."""
        first = self._first.get(begins)
        if first is None:
            self._first[begins] = text
            return False
        self._folded.add(folded(first))
        words = folded(text)
        known = words in self._folded
        self._folded.add(words)
        return known


def beginning(text: str) -> str:
    """The first words of a text, folded: texts that have these in common say the same."""
    return folded(text)[:SAME]


def is_dense(text: str) -> bool:
    """Whether text is in a script whose letters say more."""
    head = text[:40]
    return not head.isascii() and _CJK.search(head) is not None


def weight(text: str) -> float:
    """How many letters of an alphabet a text is worth."""
    return len(text) * (DENSE if is_dense(text) else 1)


def rich_of(lines: Iterable[Sequence[Parts]], address: Address) -> RichText:
    """Lines of runs as one rich text, a space between lines; empty where they say nothing."""
    found: list[Parts] = []
    for runs in lines:
        if found:
            found.append((" ", (), None, None))
        for text, marks, href, language in runs:
            if not text.isprintable() and ("\f" in text or _CONTROL.search(text)):
                text = _CONTROL.sub("", text.replace("\f", "\n"))
            href = None if href is None else address.of(href)
            if language is not None and not is_language(language):
                language = None
            found.append((text, marks, href, language))
    return cleaned(found)


def without_end(content: RichText, length: int) -> RichText:
    """The first characters of rich text."""
    found: list[Parts] = []
    for run in content:
        text, marks, href, language = parts(run)
        found.append((text[:length], marks, href, language))
        length -= len(text)
        if length <= 0:
            break
    return normal(found)


def marked_whole(content: RichText, mark: str) -> bool:
    """Whether all of the text bears a mark."""
    return all(isinstance(run, Span) and mark in run.marks for run in content)
