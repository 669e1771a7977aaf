"""The text of an article that stands in a script only, for a page that builds itself in the browser."""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Iterator
from typing import Any

from newsmodel.extract._page._graph import paragraphs
from newsmodel.extract._page._text import SENTENCE
from newsmodel.syntax.html import Document

LEAST = 200
"""Text of fewer letters is no article."""
PROSE = 60
"""A paragraph that counts has so many letters."""
MOST = 200_000
"""So many values of a page's scripts are looked at."""

_BEGIN = re.compile(r"(?:\A|[=(])\s{0,20}(?=[{\[])")
"""Where a JSON value may begin in a script: at its start, behind a name, as an argument."""
TRIED = 20
_WORDY = frozenset("articlebody body content text paragraphs html contenthtml bodyhtml htmlbody value contents bodytext blocks children data articletext story copy".split())
"""The keys, in lower case, below which scripts keep prose."""


def text_in_scripts(document: Document) -> list[str]:
    """The paragraphs of the longest prose in the page's JSON; none where there is too little."""
    best: list[str] = []
    for script in document.find_all("script"):
        kind = (script.attr("type") or "").lower()
        if kind not in ("", "application/json", "text/javascript", "application/javascript"):
            continue
        text = script.text
        for value in _values(text) if len(text) > LEAST else ():
            best = max([best, *_proses(value)], key=lambda found: sum(map(len, found)))
    return best if sum(map(len, best)) >= LEAST else []


def _values(text: str) -> Iterator[Any]:
    """The JSON values in a script."""
    decoder = json.JSONDecoder(strict=False)
    end = 0
    for match in itertools.islice(_BEGIN.finditer(text), TRIED):
        if match.end() >= end:
            try:
                value, end = decoder.raw_decode(text, match.end())
            except (ValueError, RecursionError):
                continue
            yield value


def _proses(value: Any) -> Iterator[list[str]]:
    """The prose below each key that may hold an article's text, as paragraphs."""
    waiting: list[tuple[str, Any]] = [("", value)]
    count = 0
    while waiting and count < MOST:
        key, part = waiting.pop()
        count += 1
        if isinstance(part, dict):
            waiting.extend((str(name).lower(), inner) for name, inner in part.items() if _may_hold_prose(inner))
        elif isinstance(part, list):
            found = [one for inner in part for one in _paragraphs(_string_in(inner))]
            if found:
                yield found
            waiting.extend((key, inner) for inner in part if _may_hold_prose(inner))
        elif isinstance(part, str) and key in _WORDY and (found := _paragraphs(part)):
            yield found


def _may_hold_prose(part: Any) -> bool:
    """Whether a value is a text of some length, or holds others."""
    return len(part) >= PROSE if isinstance(part, str) else isinstance(part, dict | list)


def _string_in(part: Any) -> str:
    """The text of a member of a list: itself, or what one of its wordy keys holds."""
    if isinstance(part, str):
        return part
    if isinstance(part, dict):
        for name, inner in part.items():
            if str(name).lower() in _WORDY and isinstance(inner, str):
                return inner
    return ""


def _paragraphs(text: str) -> list[str]:
    """The paragraphs of a text that are prose."""
    if len(text) < PROSE or "{" in text[:1]:
        return []
    return [part for part in paragraphs(text) if len(part) >= PROSE // 2 and " " in part and SENTENCE.search(part)]
