"""The headline of a page, without the name of the site."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from newsmodel.extract._page import _head as head
from newsmodel.extract._page._addresses import host_of
from newsmodel.extract._page._text import folded
from newsmodel.model.values import is_line
from newsmodel.syntax.text_form import one_line

_PARTED = re.compile(r"\s+[|–—·•»«›‹:ㅣ*-]+\s+|\s*[|｜ㅣ]\s*")
_CLOSE = re.compile(r"(?<=\S)[-–—_|｜ㅣ»›](?=\S)")
"""The same without spaces; what stands behind it must be a name as it stands."""
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


def headline_of(described: Iterable[str], page: head.Head, heading: str | None, sites: list[str], hosts: list[str]) -> str:
    """The headline, by the order in which titles are trusted.

    The title for social networks is the newsroom's own for readers, more often than any other; where it only repeats the
    title of the window, which is written for search engines, the headline of the structured data counts.
    """
    stated = next((title for title in described if title), None)
    social = page.first(head.TITLE)
    if social and stated and folded(social) != folded(stated) and _repeats(without_site(social, sites), page.title):
        social = None
    if social and _name(social) in {_name(site) for site in sites}:
        social = None  # the home page's
    titles = [without_site(title, sites, hosts) for title in (social, stated, heading, page.title) if title]
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
    known = {words for other in others if len(words := folded(other)) > LEAST}
    if len(title) > LONGEST or not known:
        return title
    heads = (title[: cut.start()] for cut in _PARTED.finditer(title) if cut.start())
    return next((head for head in heads if folded(head) in known), title)


def without_site(title: str, sites: Sequence[str], hosts: Sequence[str] = ()) -> str:
    """A title without the name of the site at its end or its beginning.

    Args:
        title: as the page states it.
        sites: what the site is called; at the end of a title, a few words may follow: `Echo News`.
        hosts: what its address calls it, which counts as it stands.
    """
    names = {_name(site) for site in (*sites, *hosts)} - {""}
    if not names or len(title) > LONGEST:
        return title
    for _ in range(SITE):
        cuts = list(_PARTED.finditer(title))
        whole = next((cut for cut in (*cuts, *_CLOSE.finditer(title)) if _name(title[cut.end() :]) in names), None)
        if whole is None and cuts and _is_called(folded(title[cuts[-1].end() :]), sites):
            whole = cuts[-1]
        if whole is not None:
            title = title[: whole.start()].strip()
        elif cuts and _name(title[: cuts[0].start()]) in names:
            title = title[cuts[0].end() :].strip()
        else:
            return title
    return title


def _is_called(tail: str, sites: Iterable[str]) -> bool:
    """Whether the end of a title begins with the name of the site, and is short."""
    return len(tail.split()) <= SITE and any(tail.startswith(folded(site) + " ") for site in sites)


def names_of_host(address: str | None) -> list[str]:
    """What titles call the site at an address: its host, and the part of that which is its own: `echo.example` and `echo`."""
    host = host_of(address or "")
    if host is None:
        return []
    labels = host.split(".")
    own = labels[-3] if len(labels) > 2 and len(labels[-2]) <= 3 else labels[-2] if len(labels) > 1 else ""
    return [host, own] if len(own) > 2 else []


def _name(text: str) -> str:
    """A name, to compare it with others."""
    return folded(text).replace(" ", "").replace("_", "")
