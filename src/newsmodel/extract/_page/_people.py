"""Who made an article, from what the parts of a page say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from attrs import evolve

from newsmodel.extract._page._body import folded
from newsmodel.extract._words import alternatives
from newsmodel.extract.languages import LANGUAGES, table
from newsmodel.model import Byline
from newsmodel.model.values import is_line

LONGEST = 80
"""A name has at most so many characters."""
LONGEST_LINE = 1000
"""So many characters of a line are looked at."""
MOST = 30
"""An article has at most so many makers."""

_ADDRESS = re.compile(r"https?:|www\.|/|\S@\S|\A@|\.(?:com|org|net|de|html?|php)(?:\W|\Z)", re.IGNORECASE)
_SITE = re.compile(r"(?:[\w-]{2,30} )?[\w-]{2,30}\.(?:com|org|net|de|at|ch|fr|it|es|tr|co|tv|eu|pl|cz|se|no|dk|nl|be|com\.\w\w)", re.IGNORECASE)
"""A site that is called by its address."""
_MAIL = re.compile(r"[<(]?\S{1,64}@\S{1,255}[>)]?")
_NO_NAME = re.compile(
    r"\A(?:admin(?:istrator)?|editor|editors?|staff|redaktion|redaction|online|web|webmaster|news|newsroom|guest|author|unknown|none|null|undefined|"
    r"n/?a|user|test|published|updated|share|follow|by|von|par|por|\W*|.*\d\d.*)\Z",
    re.IGNORECASE,
)
_BEHIND = re.compile(r"\s*(?:기자|특파원|記者|记者|選手|氏)\Z|\s*\((?:text|foto|photos?|bild(?:er)?|video|interview)\)\Z", re.IGNORECASE)
"""A job that stands behind a name without a mark."""
_CJK = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


@cache
def _leading() -> re.Pattern[str]:
    words = alternatives(*(table(code).by for code in LANGUAGES), "text", "words", "story", "interview", "di", "av", "door", "af")
    return re.compile(rf"(?:\A|\s){words}\s*:?\s+|\A(?:autor(?:in)?|author|auteur)\s*:\s*", re.IGNORECASE)


@cache
def _between() -> re.Pattern[str]:
    words = alternatives(*(table(code).joined for code in LANGUAGES), "en", "och", "og", "ja", "e", "i", "ve")
    return re.compile(rf"\s*(?:[,;|•·]|\s[/–—-]\s|\s&\s|&amp;|、|・)\s*|\s{words}\s", re.IGNORECASE)


def names_in(text: str) -> Iterator[str]:
    """The names in a line such as `By Ann Bell and Bo Li, Paris`.

    What follows a comma is a name if it has two words; a place or a job is none.
    """
    text = _MAIL.sub(" ", " ".join(text[:LONGEST_LINE].split()))
    text = _leading().sub(" ", text, count=1).strip() if len(text) < 200 else text
    pieces = [piece.strip(" .,:()*\u00a0") for piece in _between().split(text)]
    for index, piece in enumerate(pieces):
        piece = _BEHIND.sub("", piece)
        if piece and (index == 0 or len(piece.split()) > 1 or _CJK.search(piece) is not None):
            yield piece


def makers(found: Iterable[Byline], publishers: Iterable[str]) -> tuple[list[Byline], list[Byline]]:
    """People and organizations with one name each, without those that name nobody; and the publisher, where it is named.

    Args:
        found: as the page says, several names in one perhaps.
        publishers: names of the site and its publisher.
    """
    sites = {key for name in publishers if (key := _key(name))}
    people: dict[str, Byline] = {}
    others: dict[str, Byline] = {}
    for byline in found:
        for name in _split(byline):
            key = _key(name)
            if not _is_name(name):
                continue
            if key in sites or _SITE.fullmatch(name):
                others.setdefault(key, Byline(name=name, kind="organization", url=byline.url))
            elif len(people) < MOST:
                people.setdefault(key, _named(byline, name))
    return list(people.values()), list(others.values())


def is_person(name: str) -> bool:
    """Whether a text looks like the name of a person: two to five words with capitals, or a short one in a script without."""
    if _CJK.search(name):
        return 2 <= len(name.replace(" ", "")) <= 8
    words = name.split()
    capitals = [word for word in words if word[0].isupper()]
    return 2 <= len(words) <= 5 and len(capitals) >= 2 and words[0][0].isupper() and words[-1][0].isupper()


def _split(byline: Byline) -> Iterator[str]:
    if byline.kind == "organization":
        yield byline.name
    else:
        yield from names_in(byline.name)


def _named(byline: Byline, name: str) -> Byline:
    """A byline with one of its names; what is said of several people is said of none of them."""
    if name == byline.name:
        return byline
    alone = len(list(names_in(byline.name))) == 1
    return evolve(byline, name=name) if alone else Byline(name=name, role=byline.role, kind=byline.kind)


def _is_name(name: str) -> bool:
    return is_line(name) and len(name) <= LONGEST and not _NO_NAME.match(name) and (not _ADDRESS.search(name) or _SITE.fullmatch(name) is not None)


def _key(name: str) -> str:
    return folded(name).removeprefix("the ").replace(" ", "")
