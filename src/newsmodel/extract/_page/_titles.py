"""The headline of a page, without the name of the site."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from newsmodel.extract._page import _head as head
from newsmodel.extract._page._body import folded
from newsmodel.model.values import is_line
from newsmodel.syntax.text_form import one_line

_PARTED = re.compile(r"\s+[|–—·•»«:ㅣ-]+\s+|\s*[|｜ㅣ]\s*")
SITE = 4
"""The name of a site with words behind it, such as `News` or `Online`, has at most so many."""
LONGEST = 1000
"""A title of more letters is left as it is."""
LEAST = 15
"""A title of fewer letters is not looked for in others."""


def heading_of(headings: Sequence[str], page: head.Head) -> str | None:
    """Of the texts in `h1`, the one that is most like what the page calls itself."""
    said = set(folded(" ".join(filter(None, [page.first(head.TITLE), page.title]))).split())
    return max(headings, key=lambda text: len(said & set(folded(text).split())) / (1 + len(folded(text).split())), default=None)


def headline_of(described: Iterable[str], page: head.Head, heading: str | None, sites: list[str]) -> str:
    """The headline, by the order in which titles are trusted.

    The title for social networks is the newsroom's own for readers, more often than any other; where it only repeats the
    title of the window, which is written for search engines, the headline of the structured data counts.
    """
    stated = next((title for title in described if title), None)
    social = page.first(head.TITLE)
    if social and stated and folded(social) != folded(stated) and _repeats(without_site(social, sites), page.title):
        social = None
    titles = [without_site(title, sites) for title in (social, stated, heading, page.title) if title]
    for title in titles:
        whole = one_line(_shortened(title, [*titles, heading or ""]))
        if is_line(whole):
            return whole
    return ""


def _repeats(title: str, window: str) -> bool:
    """Whether a title is the window's, the name of the site left out."""
    return len(title) > LEAST and folded(window).startswith(folded(title))


def _shortened(title: str, others: Iterable[str]) -> str:
    """A title without what follows after it, where another says it without."""
    words = folded(title)
    for other in others:
        shorter = folded(other)
        if len(shorter) > LEAST and words.startswith(shorter + " ") and _PARTED.match(title[len(other) :]):
            return other
    return title


def without_site(title: str, sites: Sequence[str]) -> str:
    """A title without the name of the site at its end or its beginning."""
    names = {folded(site).replace(" ", "") for site in sites} - {""}
    if not names or len(title) > LONGEST:
        return title
    for _ in range(SITE):
        cuts = list(_PARTED.finditer(title))
        if not cuts:
            return title
        last, first = cuts[-1], cuts[0]
        tail = folded(title[last.end() :])
        short = len(tail.split()) <= SITE and any(tail.startswith(folded(site) + " ") for site in sites)
        if short or tail.replace(" ", "") in names:
            title = title[: last.start()].strip()
        elif folded(title[: first.start()]).replace(" ", "") in names:
            title = title[first.end() :].strip()
        else:
            return title
    return title
