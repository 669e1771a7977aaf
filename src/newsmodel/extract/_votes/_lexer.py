"""A sentence as tokens, and the phrases of a language that stand in it.

The rules for votes never look at characters. They look at tokens (words, numbers, marks) and at *marks*: where a phrase
of the language's table begins, which kind it is of, and where it ends. Both are found in one pass.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import product
from typing import NamedTuple

from attrs import fields, frozen

from newsmodel.extract._words import number
from newsmodel.extract.languages import Language, VoteWords, table

MOST_TOKENS = 2_000
"""A sentence of more words is no prose: the rules read its beginning."""
LONGEST_NUMBER = 20
WIDEST = 8
"""A phrase has at most so many words."""

_TOKEN = re.compile(
    r"[0-9]{1,3}(?:[,.'’\u00a0\u202f][0-9]{3}){1,3}(?![0-9])"
    r"|[0-9]{1,9}(?:[.,][0-9]{1,2}(?![0-9]))?(?![0-9])"
    r"|(?:[A-ZÄÖÜ]\.){2,8}"
    r"|[^\W\d_][^\W_]{0,40}(?:(?:[.'’&-]|&#39;)(?=[^\W_])[^\W_]{1,40}){0,8}"
    r"|\S"
)
_ELIDED = re.compile(r"(?:[dlnsjm]|qu)['’](?=[^\W\d_])", re.IGNORECASE)


class Token(NamedTuple):
    """A word, a number or a mark."""

    text: str
    low: str
    start: int
    end: int
    value: int | float | None = None
    """Its number, in digits or words."""

    @property
    def is_word(self) -> bool:
        return self.text[0].isalpha()

    @property
    def is_name(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()


class Lexed:
    """The tokens of a sentence and the phrases among them."""

    def __init__(self, text: str, language: str) -> None:
        self.text = text
        self.words = table(language)
        self.tokens = _tokens(text, self.words)
        self.size = len(self.tokens)
        self.numbers = tuple(index for index, token in enumerate(self.tokens) if token.value is not None)
        """Which tokens are numbers."""
        self.marks = _marks(self.tokens, _lexicon(self.words.code))

    def __len__(self) -> int:
        return len(self.tokens)

    def low(self, index: int) -> str:
        """The token at `index` in lower case; nothing outside the sentence."""
        return self.tokens[index].low if 0 <= index < self.size else ""

    def at(self, kind: str, index: int) -> int:
        """Where the phrase of a kind ends that begins at `index`; 0 if none does."""
        found = self.marks.get(kind)
        return found.get(index, 0) if found else 0

    def first(self, kind: str, low: int, high: int) -> tuple[int, int] | None:
        """The first phrase of a kind that begins between two tokens: where it begins and ends."""
        found = self.marks.get(kind)
        return next(((i, found[i]) for i in range(max(0, low), min(high, len(self))) if i in found), None) if found else None

    def last(self, kind: str, low: int, high: int) -> tuple[int, int] | None:
        """The last phrase of a kind that begins between two tokens and ends before the second."""
        found = self.marks.get(kind)
        if not found:
            return None
        return next(
            ((i, found[i]) for i in range(min(high, len(self)) - 1, max(0, low) - 1, -1) if i in found and found[i] <= high), None
        )

    def has(self, kind: str, low: int, high: int) -> bool:
        """Whether a phrase of a kind begins between two tokens."""
        return self.first(kind, low, high) is not None

    def ends_at(self, kind: str, end: int) -> int | None:
        """Where the phrase of a kind begins that ends before `end`."""
        found = self.marks.get(kind)
        if not found:
            return None
        return next((i for i in range(max(0, end - WIDEST), end) if found.get(i) == end), None)

    def span(self, low: int, high: int) -> str:
        """The text from one token up to another."""
        return self.text[self.tokens[low].start : self.tokens[high - 1].end] if low < high else ""

    def is_name_at(self, index: int) -> bool:
        """Whether a name stands at `index`: a capital letter, and no word that has it only for its place or as a day."""
        if not (0 <= index < len(self) and self.tokens[index].is_name):
            return False
        return not any(self.at(kind, index) for kind in _NO_NAMES)

    def is_pronoun(self, word: str) -> bool:
        """Whether a word stands for something told before."""
        return word.lower() in _pronouns(self.words.code)

    def is_dash(self, index: int) -> bool:
        """Whether a dash stands at `index`."""
        return self.low(index) in _DASHES

    def is_break(self, index: int) -> bool:
        """Whether a dash with white space around it, a bracket, a colon or a semicolon stands at `index`."""
        if self.low(index) in {";", ":", "(", ")"}:
            return True
        return self.is_dash(index) and (not self.is_glued(index) or not self.is_glued(index + 1))

    def is_glued(self, index: int) -> bool:
        """Whether nothing stands between the token at `index` and the one before."""
        return 0 < index < len(self) and self.tokens[index - 1].end == self.tokens[index].start


_NO_NAMES = ("adverb", "clause", "place", "topic", "aux", "modal", "stop")
_DASHES = frozenset("-–—‑−")


def _tokens(text: str, words: Language) -> tuple[Token, ...]:
    found: list[Token] = []
    numbers = words.numbers
    for match in _TOKEN.finditer(text):
        piece = match[0]
        low = piece.lower()
        if low.isalpha():
            found.append(Token(piece, low, match.start(), match.end(), numbers.get(low)))
        else:
            found += _pieces(piece, match.start(), words)
        if len(found) >= MOST_TOKENS:
            break
    return tuple(found)


def _pieces(text: str, start: int, words: Language) -> list[Token]:
    """The tokens of one match that is no plain word: an elided article and a result in words (`six-to-three`) are taken apart."""
    low = text.lower().replace("’", "'").replace("&#39;", "'")
    if text[0].isascii() and text[0].isdigit():
        counted = number(text, words) if len(text) <= LONGEST_NUMBER else None
        return [Token(text, low, start, start + len(text), counted)]
    value = words.numbers.get(low)
    if value is not None or low.isalpha():
        return [Token(text, low, start, start + len(text), value)]
    if words.code in _ELIDING and (match := _ELIDED.match(text)):
        return [
            Token(match[0], low[: match.end()], start, start + match.end()),
            *_pieces(text[match.end() :], start + match.end(), words),
        ]
    parts = re.split("(-)", text)
    if len(parts) > 1 and all(part.lower() in words.numbers or part in {"-", "to"} or _is_count(part) for part in parts):
        found = []
        for part in parts:
            found.append(
                Token(
                    part,
                    part.lower(),
                    start,
                    start + len(part),
                    int(part) if _is_count(part) else words.numbers.get(part.lower()),
                )
            )
            start += len(part)
        return found
    return [Token(text, low, start, start + len(text))]


def _is_count(part: str) -> bool:
    return part.isascii() and part.isdigit() and len(part) <= 9


_ELIDING = frozenset({"fr", "it", "ca"})


@cache
def _pronouns(code: str) -> frozenset[str]:
    return frozenset(spelt(table(code).votes.pronoun))


@frozen
class _Lexicon:
    """The phrases of a language, found by their first words."""

    words: dict[str, tuple[str, ...]]
    """The kinds of each phrase that is one word."""
    phrases: dict[str, dict[str, tuple[tuple[tuple[str, ...], str], ...]]]
    """The longer ones: by the first and the second word, all words but the first, and the kind."""
    endings: tuple[tuple[str, str], ...]
    """The last parts of compound words, and their kinds."""
    tails: tuple[str, ...]
    """Those parts alone."""


_LISTS = tuple(field.name for field in fields(VoteWords) if not isinstance(field.default, bool))


@cache
def _lexicon(code: str) -> _Lexicon:
    told = table(code).votes
    words: dict[str, list[str]] = {}
    phrases: dict[str, dict[str, list[tuple[tuple[str, ...], str]]]] = {}
    endings: list[tuple[str, str]] = []
    for name in _LISTS:
        for phrase in spelt(getattr(told, name)):
            if phrase.startswith("-"):
                endings.append((phrase[1:], name))
                continue
            first, *rest = (_ELIDED.sub(r"\g<0> ", phrase) if code in _ELIDING else phrase).split()
            if rest:
                phrases.setdefault(first, {}).setdefault(rest[0], []).append((tuple(rest), name))
            else:
                words.setdefault(first, []).append(name)
    return _Lexicon(
        words={word: tuple(kinds) for word, kinds in words.items()},
        phrases={first: {second: tuple(rest) for second, rest in longer.items()} for first, longer in phrases.items()},
        endings=tuple(endings),
        tails=tuple(ending for ending, _ in endings),
    )


def spelt(entries: str) -> list[str]:
    """The phrases of a table's field: `vot/e/es` is `vote` and `votes`, `bill/` is `bill` and `bills`."""
    found = []
    for entry in entries.split(","):
        options = [_forms(word) for word in entry.split()]
        found += [" ".join(choice) for choice in product(*options)] if options else []
    return found


def _forms(word: str) -> list[str]:
    stem, *endings = word.lower().replace("’", "'").split("/")
    return [stem + ending for ending in endings] if endings else [stem]


def _marks(tokens: tuple[Token, ...], lexicon: _Lexicon) -> dict[str, dict[int, int]]:
    """The longest phrase of each kind at each token."""
    found: dict[str, dict[int, int]] = {}
    words = [token.low for token in tokens]
    below = [*words[1:], ""]
    for index, word in enumerate(words):
        for kind in lexicon.words.get(word, ()):
            found.setdefault(kind, {})[index] = index + 1
        longer = lexicon.phrases.get(word)
        if longer is not None:
            for rest, kind in longer.get(below[index], ()):
                end = index + 1 + len(rest)
                if len(rest) == 1 or tuple(words[index + 1 : end]) == rest:
                    ends = found.setdefault(kind, {})
                    ends[index] = max(end, ends.get(index, 0))
        if word.endswith("'s") and "body" in lexicon.words.get(word[:-2], ()):
            found.setdefault("body", {}).setdefault(index, index + 1)
        if lexicon.tails and word.endswith(lexicon.tails):
            for ending, kind in lexicon.endings:
                if len(word) > len(ending) + 1 and word.endswith(ending):
                    found.setdefault(kind, {}).setdefault(index, index + 1)
    return found
