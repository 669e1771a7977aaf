"""Who made an article, from what the parts of a page say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from unicodedata import normalize

from attrs import evolve

from newsmodel.extract._bylines import bylines
from newsmodel.extract._page._jobs import names_job
from newsmodel.extract._page._text import folded, is_dense
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

_ADDRESS = re.compile(r"https?:|www\.|/|\S@\S|@|\S+\.(?:com|org|net|de|html?|php)(?:/|\Z)", re.IGNORECASE)
"""How an address begins."""
_AGENCY = re.compile(r"(?!MBA|MPH|OBE|MBE|CBE|USA|UAE|LLM|LLB|RDN|CPA|CFA|CFP|CSCS|DVM|DDS|DPT|LCSW|LMT|MSW|PMP)[A-Z]{3,5}|AP|PA|[a-z]{3}")
"""A word behind a name that is no place and no degree, but what bylines call an agency."""
_SITE = re.compile(r"(?:[\w-]{2,30} )?[\w-]{2,30}\.(?:com|org|net|de|at|ch|fr|it|es|tr|co|tv|eu|pl|cz|se|no|dk|nl|be|com\.\w\w)", re.IGNORECASE)
"""A site that is called by its address."""
_MAIL = re.compile(r"[<(]?\S{1,64}@\S{1,255}[>)]?|(?:\A|(?<=\s))@\w{1,40}")
"""An address, or the handle of somebody in a social network."""
_NO_NAME = re.compile(
    r"\A(?:(?:super |site |web)?admin(?:istrator)?|(?:super ?|default )?user|editor|editors?|staff|redaktion|redaction|online|web|webmaster|news|newsroom|guest|author|unknown|none|null|undefined|"
    r"n/?a|test|published|updated|share|follow|by|von|par|por|\W*|\d|(?:.*[^\w-])?\W*\d\d.*)\Z",
    re.IGNORECASE,
)
_BEHIND = re.compile(r"\s*(?:기자|특파원|記者|记者|選手|氏)\Z|\s+im (?:Gespräch|Interview)\Z|\s*[(（][^()（）]{1,40}[)）]?\Z", re.IGNORECASE)
"""A job that stands behind a name without a mark; initials or a part in the work, in brackets."""
_FOR = re.compile(r"\s(?:[Ff]or\s(?P<affiliation>(?:[Tt]he\s)?[A-Z].*)|(?:in|aus|à|en)\s(?P<location>[A-Z][\w’'. -]{1,40}))\Z")
"""For whom, or where, somebody works, behind the name without a mark."""
_WHEN = re.compile(
    r"[ \u00a0](?:(?:am|on|le|el|den|vom|op|il)[ \u00a0])?(?:\d{1,2}[./][ \u00a0]?(?:\d{1,2}[./]|[^\W\d]{3,10}[ \u00a0]\d{4})|\d{1,2}[ \u00a0](?:de[ \u00a0])?\w{3,10}(?:\Z|[ \u00a0](?:de[ \u00a0])?\d{4})|\d{4}[-/.]\d|[^\W\d]{3,10}\.?[ \u00a0]\d{1,2}(?:,|\Z)|\d{1,2}:\d\d).*\Z"
)
"""A time behind a name: `am 4. März 2026`, `March 4, 2026`."""
_COMPANY = re.compile(
    r"(?<!\w)(?:GmbH|mbH|e\.[ \u00a0]?V\.?|(?:AG|KG|Ltd|LLC|Inc|PLC|plc|S\.A|S\.L|S\.p\.A|S\.r\.l|A/S|Oy|z o\.o)\.?(?:\Z|[^\w.]{1,4}(?i:all rights reserved)))(?!\w)|(?i:\Acopyright\W)"
)
"""What names of companies and societies have in them, and names of people have not."""
_PARTICLES = frozenset("de del della degli di da das do dos du d la las le los el al bin ibn ben ter ten van von vom den der zu zur af av y e i und".split())
"""Words within names that have no capital."""


@cache
def _leading() -> re.Pattern[str]:
    """Words for a byline, which stand at its start: within a name, `von` and `di` are part of it."""
    posted = "posted|reported|reporting|published|geschrieben|verfasst|eingestellt|veröffentlicht|erstellt|pressemitteilung|beitrag|pubblicato|scritto|publié|écrit|publicado|skriven|skrevet|geschreven"
    words = alternatives(*(table(code).by for code in LANGUAGES))
    few = alternatives("text", "words", "story", "interview", "di", "av", "door", "af", "текст", "автор")
    return re.compile(rf"\A(?:(?:{posted})\s+(?:(?:on|am|le|el)\s.{{4,40}}?\s)?)?(?:{words}\s*:?\s+|{few}(?:\s*:\s*|\s+(?=\S+\s+\S)))|\A(?:autor(?:in)?|author|auteur)\s*:\s*", re.IGNORECASE)


@cache
def _weekday() -> re.Pattern[str]:
    """The day of a week behind a name, and what follows: `am Samstag`, `on Sunday`, `samedi`.

    A day with a capital may be a name, as `Freitag`, if nothing stands before it.
    """
    days = alternatives(*(day for code in LANGUAGES for day in table(code).weekdays if len(day) > 4), "sonnabend")
    small = alternatives(*(day for code in ("es", "fr") for day in table(code).weekdays))  # those that are spelt without a capital
    return re.compile(rf"[ \u00a0](?:(?:am|on|le|el)[ \u00a0](?i:{days})|{small})(?!\w).*\Z")


@cache
def _between() -> re.Pattern[str]:
    """What stands between names; before a single word, `y` and its kin are part of a name: `Ortega y Gasset`."""
    words = alternatives(*(table(code).joined for code in LANGUAGES), "en", "och", "og", "ja", "i", "ve")
    return re.compile(rf"\s*(?:[,;|•·]\s+{words}\s|[,;|•·]|\s[/–—-]\s|(?<=[^\W\d_])\s?/\s?(?=[^\W\d_])|\s&\s|&amp;|、|・)\s*|\s(?![yei]\s\S+\Z){words}\s", re.IGNORECASE)


def names_in(text: str) -> Iterator[Byline]:
    """The people in a line such as `By Ann Bell and Bo Li, Paris`, each with the job that stands behind the name.

    What follows a comma is a name if it has two words; a place is none.
    """
    text = _MAIL.sub(" ", " ".join(text[:LONGEST_LINE].split()))
    text = _leading().sub("", text, count=1).strip() if len(text) < 200 else text
    if _ADDRESS.match(text) and not _SITE.fullmatch(text):
        return
    found: Byline | None = None
    for piece in _pieces(text):
        if found is not None and found.job_title is None and is_person(found.name) and names_job(piece):
            found = evolve(found, job_title=piece)
        elif found is None or len(piece.split()) > 1 or is_dense(piece) or _AGENCY.fullmatch(piece):
            if found is not None:
                yield found
            if found is not None and _AGENCY.fullmatch(piece):
                found = Byline(name=piece, kind="organization")
                continue
            works = _FOR.search(piece)
            behind = bylines(piece) if names_job(piece) else ()
            if len(behind) == 1 and behind[0].name:
                found = behind[0]
            elif works is not None and is_person(piece[: works.start()]):
                found = Byline(name=piece[: works.start()], affiliation=works["affiliation"], location=works["location"])
            else:
                found = Byline(name=piece)
    if found is not None:
        yield found


def _pieces(text: str) -> Iterator[str]:
    """The parts of a line between commas and their kin, without what stands around a name."""
    for piece in _between().split(text):
        part = _WHEN.sub("", _weekday().sub("", _BEHIND.sub("", piece.strip(" .,:*\u00a0")))).strip(" .,:()*\u00a0")
        half = part[: len(part) // 2]
        part = half if " " in half and part[len(half) :].strip() == half else part
        if is_line(part):
            yield part


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
        for one in _split(byline):
            key = _key(one.name)
            if not _is_name(one.name):
                continue
            if key in sites or _SITE.fullmatch(one.name) or _COMPANY.search(one.name):
                others.setdefault(key, Byline(name=one.name, kind="organization", url=byline.url))
            elif len(people) < MOST:
                people.setdefault(key, one)
    return list(people.values()), list(others.values())


def is_person(name: str) -> bool:
    """Whether a text looks like the name of a person: two to five words with capitals, or a short one in a script without."""
    if is_dense(name):
        return 2 <= len(name.replace(" ", "")) <= 8
    words = name.split()
    capitals = [word for word in words if word[0].isupper()]
    small = {word for word in words if word[0].islower()}
    return 2 <= len(words) <= 5 and len(capitals) >= 2 and words[0][0].isupper() and words[-1][0].isupper() and small <= _PARTICLES


def is_login_of(login: str, name: str) -> bool:
    """Whether a word in small letters, as one types to get in, is that of somebody: `annbell`, `bell.a`."""
    if login != login.lower() or " " in login:
        return False
    letters = "".join(one for one in normalize("NFKD", name.lower()) if one.isascii())
    return any(len(word) > 2 and word in login for word in re.split(r"\W+", letters))


def _split(byline: Byline) -> Iterator[Byline]:
    """A byline for each of the names in one; what is said of several people is said of none of them."""
    if byline.kind == "organization" or _COMPANY.search(byline.name):
        yield byline
        return
    named = list(names_in(byline.name))
    for one in named:
        if len(named) == 1:
            yield evolve(
                byline, name=one.name, job_title=byline.job_title or one.job_title,
                affiliation=byline.affiliation or one.affiliation, location=byline.location or one.location,
            )  # fmt: skip
        else:
            yield evolve(one, role=byline.role, kind=byline.kind if one.kind == "person" else one.kind)


def _is_name(name: str) -> bool:
    return len(name) <= LONGEST and not _NO_NAME.match(name) and (not _ADDRESS.match(name) or _SITE.fullmatch(name) is not None)


def _key(name: str) -> str:
    return folded(name).removeprefix("the ").replace(" ", "")
