"""Text of a page: its runs as rich text, the addresses in them, and its words, to compare them with others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from urllib.parse import urljoin

from newsmodel.model import RichText, Span
from newsmodel.model.richtext import Parts, normal, parts
from newsmodel.model.values import CONTROL, is_language, is_url
from newsmodel.syntax.text_form import BREAK, cleaned

_CONTROL = re.compile(f"(?!{BREAK})[{CONTROL}]")
_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_ORIGIN = re.compile(r"https?://[^/?#]+")
_WORD = re.compile(r"\w+")
ENDS = re.compile(r"[.!?…:;\"”“»’)。！？」]\Z")
"""The end of a sentence, or of a part of one."""
SENTENCE = re.compile(r"[.!?…。！？다][\"'”“»’)]{0,2}\Z")
"""The end of a sentence."""
SAME = 60
"""Two texts whose first letters, so many, are the same say the same: descriptions are often cut."""


class Address:
    """The address of a page, by which the addresses in it are made whole."""

    def __init__(self, base: str | None) -> None:
        self.base = base
        origin = None if base is None else _ORIGIN.match(base)
        self._origin = None if origin is None else origin[0]

    def of(self, href: str) -> str | None:
        """An address as the page gives it, made whole where the page's own is known; `None` where it leads nowhere."""
        href = href.strip()
        if not href or href.startswith(("javascript:", "#", "about:", "data:")):
            return None
        if not _ABSOLUTE.match(href):
            if self._origin is not None and href.startswith("/") and not href.startswith("//") and "/." not in href:
                href = self._origin + href  # as `urljoin` does, and many times as quick
            elif self.base is not None:
                try:
                    href = urljoin(self.base, href)
                except ValueError:  # what stands for a host is none
                    return None
            elif href.startswith("//"):
                href = "https:" + href
        href = href.replace(" ", "%20")
        return href if is_url(href) else None


@lru_cache(maxsize=256)
def folded(text: str) -> str:
    """The words of a text, to compare it with others."""
    return " ".join(_WORD.findall(text.casefold()))


def beginning(text: str) -> str:
    """The first words of a text, folded: texts that have these in common say the same."""
    return folded(text)[:SAME]


def bare_address(address: str) -> str:
    """An address without what does not tell pages apart: scheme, `www.`, fragment and a slash at the end."""
    return re.sub(r"\A(?:https?:)?//(?:www\.)?", "", address).partition("#")[0].rstrip("/")


def is_same_page(address: str, url: str | None) -> bool:
    """Whether an address is that of the page itself."""
    return url is not None and bare_address(address) == bare_address(url)


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
