"""Who wrote an article, from the line that says so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from attrs import evolve

from newsmodel.extract._words import BREAKS, alternatives
from newsmodel.extract.languages import LANGUAGES, table
from newsmodel.model import Byline
from newsmodel.model.values import WHITE_SPACE

LONGEST = 400
"""A line of more characters is a paragraph, not a byline."""

_CAPITAL = r"[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĪĮİĽŁŃŇŌŐŘŚŞŠŤŪŮŰŲŹŻŽȘȚА-Я]"
_WORD = rf"(?:{_CAPITAL}[\w’'.-]{{0,30}})"
_SMALL = r"(?:de|del|della|der|den|di|da|van|von|la|le|al|el|bin|ibn|dos|du|ten|ter|zu|y|Ó)"
_PERSON = re.compile(rf"{_WORD}(?:[ \u00a0](?:{_SMALL}[ \u00a0]){{0,2}}{_WORD}){{1,4}}")
_FUSED = re.compile(
    rf"(?P<name>{_WORD}(?:[ \u00a0]{_WORD}){{0,3}}?[ \u00a0]{_CAPITAL}[a-zß-ÿ’'-]{{1,20}}?)(?P<rest>{_CAPITAL}.*)", re.S
)
_ORGANISATION = re.compile(
    r"(?<!\w)(?:News|Press|Times|Post|Media|Business|Herald|Gazette|Courier|Echo|Radio|TV|Journal|Network|Agency|Agencia|Service|Reports?|Magazine|Tribune|Daily|"
    r"Group|Images|Review|Institute|University|Center|Centre|Foundation|Zeitung|Blatt|Telegraph|Chronicle|Argus|Mail|Sentinel|Observer|Standard|Weekly|Advertiser|"
    r"Independent|Globe|Examiner|Dispatch|Ledger|Bulletin|Broadcasting|Diario)(?!\w)|^[A-Z]{2,6}(?:/[a-z]{2,4})?$|\.(?:com|de|tv|org|net)$"
)
_NOISE = re.compile(
    r"[\s\u00a0]*(?:[|•·—–]|[/+]|(?<=\w)@|(?<!\w)@|[-–—][\s\u00a0]?[0-9]|[\s\u00a0][-–—][\s\u00a0]?(?=[0-9]|\Z)|[\w.+-]{1,60}@[\w-]{1,40}\.[a-z]|(?<=[a-zß-ÿ])(?:Twitter|Facebook|Instagram|Follow|Updated|Published|Posted|Comments|Share|Email|E-mail|Bio)(?![a-zß-ÿ]).*\Z|(?<![\w])[0-9]|(?<!\w)(?:Updated|Published|Posted|posted|Follow|Edit(?!\w)|Photos? by|on "
    rf"(?={_CAPITAL}[a-z]+day|{_CAPITAL}[a-z]+ [0-9])|Twitter)).*\Z",
    re.S,
)
_ADDRESS = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,5}[A-Za-z]{2,12}")
_DEGREE = re.compile(r"(?:Ph\.?D|M\.?[AD]|MS|RD|MBA|MPH|J\.?D|B\.?A|OBE|MBE|Esq|Jr|Sr)\.?\Z")


@cache
def _table(field: str) -> str:
    return alternatives(*(getattr(table(code), field) for code in LANGUAGES))


@cache
def _pattern(name: str) -> re.Pattern[str]:
    months = alternatives(
        *(month.title() for code in LANGUAGES for month in table(code).months if len(month) > 2),
        *(month.upper() for month in table("en").months),
    )
    patterns = {
        "by": rf"(?i:{_table('by')})[ \u00a0]{{1,3}}",
        "helped": rf"[\s–—•-]{{0,4}}(?i:{_table('helped')})[ \u00a0]",
        "contributed": rf"[ \u00a0,](?i:{_table('contributed')})(?:[.\s]|\Z)",
        "joined": rf"[ \u00a0]{{0,2}}(?:,[ \u00a0](?:and[ \u00a0])?|;[ \u00a0]?|[ \u00a0](?i:{_table('joined')})[ \u00a0]|[ \u00a0]/[ \u00a0])[ \u00a0]{{0,2}}",
        "role": rf"(?<!\w)(?i:{_table('roles')})(?!\w)",
        "staff": rf"(?:(?P<org>.{{2,40}}?)(?:['’]s)?[ \u00a0])?(?P<staff>(?i:{_table('staff')}))(?:[ \u00a0](?:and|with|und).{{0,40}})?\Z",
        "bio": (
            rf"[\s–—•-]{{0,4}}(?P<name>{_PERSON.pattern})[ \u00a0](?i:{_table('is_a')})[ \u00a0](?:(?i:a|an|the|der|die|ein|eine|le|la|un|une|el|una)[ \u00a0])?(?P<rest>(?:[^.]|\.(?=\w)){{2,200}})"
        ),
        "date": rf"[\s\u00a0]*[,(]?[ \u00a0]?(?:(?<!\w)(?:on|am|le|el)[ \u00a0])?(?:(?<!\w){months}\.?[ \u00a0][0-9].*|(?:{'|'.join(day.title() for day in table('en').weekdays)})(?:,.*|\Z))\Z",
    }
    return re.compile(patterns[name], re.S)


def bylines(line: str) -> tuple[Byline, ...]:
    """The people and organizations that a line names as the makers of an article; none where it is no byline.

    Knows lines with a word for it (`By Ann Bell and Bo Li, The Echo`, `Von Ann Bell`), sentences that say what
    somebody is (`Ann Bell is the Echo's political editor`), thanks to those who helped (`Bo Li contributed to this
    report`), and a name with a job behind it.

    >>> [byline] = bylines("Ann Bell is the Harbour Echo's political editor")
    >>> byline.name, byline.job_title, byline.affiliation
    ('Ann Bell', 'political editor', 'Harbour Echo')
    """
    text = BREAKS.sub(" ", line).strip(WHITE_SPACE)
    if not text or len(text) > LONGEST:
        return ()
    return tuple(_unlike(_bios(text) or _thanks(text) or _led(text) or _bare(text)))


def is_led(line: str) -> bool:
    """Whether a line begins as bylines do, with `By` or a sentence on somebody's job, rather than with a bare name."""
    return bool(_bios(line) or _thanks(line) or _led(line))


def _unlike(found: list[Byline]) -> Iterator[Byline]:
    seen: set[Byline] = set()
    for byline in found:
        if byline not in seen:
            seen.add(byline)
            yield byline


# Sentences


def _bios(text: str) -> list[Byline]:
    """`Ann Bell is the Echo's editor.`: one byline a sentence, as long as the sentences go on so."""
    found: list[Byline] = []
    place = 0
    while match := _pattern("bio").match(text, place):
        if not _pattern("role").search(match["rest"]):
            break
        found.append(_job(match["name"], match["rest"].strip(" ")))
        place = match.end() + len(re.match(r"[.\s]*", text[match.end() :])[0])  # type: ignore[index]  # matches always
    return found


def _job(name: str, rest: str) -> Byline:
    """The job in what is said of somebody: `the Echo's political editor, based in Harbour`."""
    location = None
    based = re.search(r"[, \u00a0]+based in[ \u00a0](?P<place>[^,.;]{2,60})\Z", rest)
    if based:
        location, rest = based["place"], rest[: based.start()]
    elif based := re.match(r"(?P<place>[A-Z][\w .]{1,40}?)[ -]based[ \u00a0]", rest):
        location, rest = based["place"], rest[based.end() :]
    owner = re.match(r"(?P<owner>.{2,60}?)['’]s?[ \u00a0](?P<job>.*)\Z", rest, re.S)
    if owner and owner["owner"][0].isupper() and _pattern("role").search(owner["job"]):
        return Byline(name=name, job_title=owner["job"].strip(" ,"), affiliation=owner["owner"], location=location)
    role = _last_role(rest)
    if field := _FIELD.match(rest, role):
        role = field.end()
    behind = re.match(rf"[ \u00a0](?i:{_table('of')})[ \u00a0](?:the )?[\"»„“]?(?P<owner>(?:[^.;\"«»“]|\.(?=\w)){{2,80}})", rest[role:])
    job, affiliation = rest[:role].strip(" ,"), _owner(behind["owner"], job=rest[:role]) if behind else None
    if affiliation is None and (
        match := re.match(rf"(?P<owner>{_WORD}(?:[ \u00a0]{_WORD}){{0,3}})[ \u00a0](?P<job>[a-z].*)\Z", job, re.S)
    ):
        return Byline(name=name, job_title=match["job"], affiliation=match["owner"], location=location)
    return Byline(name=name, job_title=job, affiliation=affiliation, location=location)


_FIELD = re.compile(r"[ \u00a0](?:of|for|in|für|de)[ \u00a0][\w -]{2,40}?(?=[ \u00a0](?:at|bei|à)[ \u00a0])")
"""What a job is in, before whom it is done for: `professor` `of law` `at Tern University`."""


def _owner(text: str, *, job: str) -> str | None:
    """Who a job is done for, up to the next job; none where an author's title follows: `the author of “Boats”`."""
    if re.search(r"(?i)(?:author|autor\w*|auteure?|host)\Z", job.strip()) and not _ORGANISATION.search(text):
        return None
    second = re.search(r",?[ \u00a0](?:and|und|et|y)[ \u00a0]", text)
    if second and (_pattern("role").search(text, second.end()) or re.match(r"(?:an?|the)[ \u00a0][a-z]", text[second.end() :])):
        text = text[: second.start()]
    return text.strip(' ,”"') or None


def _last_role(text: str) -> int:
    end = len(text)
    for match in _pattern("role").finditer(text):
        joined = text[end : match.start()].strip(" \u00a0") in {"and", "und", "et", "y", "&"}
        if not joined and re.match(rf"[ \u00a0](?i:{_table('of')}|and|und)[ \u00a0]", text[match.end() :]) and end != len(text):
            continue
        end = match.end()
        if not re.match(r"[ \u00a0](?:and|und|et|y|emeritus|at[- ]large)[ \u00a0]?", text[end:]):
            break
    emeritus = re.match(r"[ \u00a0](?:emeritus|at large)", text[end:])
    return end + (emeritus.end() if emeritus else 0)


def _thanks(text: str) -> list[Byline]:
    """Those who helped: `Bo Li in Paris contributed to this report`, `Reporting by Ann Bell; editing by Bo Li`."""
    behind = _pattern("contributed").search(text)
    if behind:
        return _names(text[: behind.start()].lstrip("–—•- "), "reporting")
    found: list[Byline] = []
    if _pattern("helped").match(text):
        for part in re.split(rf"[;,.]?[ \u00a0](?=(?i:{_table('helped')})[ \u00a0])|;[ \u00a0]", text):
            match = _pattern("helped").match(part)
            role = "editor" if match and "edit" in match[0].lower() else "reporting"
            found += _names(part[match.end() :] if match else part, role)
    return found


_TITLED = re.compile(
    r"(?P<org>[A-Z]{2,6})[ \u00a0](?P<job>(?:[A-Z][a-z]{2,15}[ \u00a0]){0,2}(?:Writer|Reporter|Correspondent)s?)[ \u00a0](?P<who>[A-Z].{3,60})\Z"
)
"""An agency in capitals and a title before a name: `CPA Science Writer Ann Bell`."""


def _names(text: str, role: str) -> list[Byline]:
    """The names in a list of helpers, each with the agency before it and the place behind it."""
    found = []
    for part in re.split(r",[ \u00a0](?:and[ \u00a0])?(?=[A-Z][\w’'.-]+ [A-Z])|[ \u00a0]and[ \u00a0](?:the )?", text):
        part = part.strip(" ,.()")
        place = re.match(
            r"(?P<who>.{3,80}?)(?:[ \u00a0]reported)?[ \u00a0](?:in|from)[ \u00a0](?:the )?(?P<place>.{2,60})\Z", part
        )
        who, location = (place["who"], place["place"]) if place else (part, None)
        org = re.match(
            r"(?P<org>.{2,60}?)(?:[’']s?[ \u00a0]|[ \u00a0](?P<job>(?:[a-z-]+ )?[Ww]riters?|[Rr]eporters?|correspondents?)[ \u00a0])(?P<who>[A-Z].{3,60})\Z",
            who,
        )
        org = _TITLED.match(who) or org
        if org and _PERSON.fullmatch(org["who"]):
            found.append(
                Byline(
                    name=org["who"],
                    role=role,
                    affiliation=org["org"].removeprefix("The "),
                    job_title=org["job"],
                    location=location,
                )
            )
        elif _PERSON.fullmatch(who) and not _ORGANISATION.search(who):
            found.append(Byline(name=who, role=role, location=location))
        elif who and _ORGANISATION.search(who) and len(who) <= 60:
            found.append(Byline(affiliation=who, kind="organization", role=role))
    return found


# By …


def _led(text: str) -> list[Byline]:
    match = _pattern("by").match(text)
    if (
        match is None
        or (text.isupper() and not text.startswith(("BY ", "VON ")))
        or (match[0][0].islower() and not text.startswith(("by ", "von ", "par ", "por ")))
    ):
        return []
    rest = text[match.end() :].lstrip(" \u00a0:")
    role = "editor" if match[0].lower().startswith("edited") else None
    return [evolve(byline, role=role or byline.role) for part in rest.split("; ") for byline in _people(part)]


def _bare(text: str) -> list[Byline]:
    """A name with a job behind it and no word before it: `Ann Bell Senior Washington Correspondent`."""
    if len(text) > 90 or text[-1] in ".!?:" or _pattern("by").match(text):
        return []
    if (people := _people_only(text)) is not None:
        return people
    if signed := _SIGNED.fullmatch(text):
        return [Byline(affiliation=signed["agency"], kind="organization", location=signed["place"])]
    dated = _pattern("date").search(text)
    if dated and _ORGANISATION.search(text, 0, dated.start()) and len(text[: dated.start()].split()) <= 3:
        return [Byline(affiliation=text[: dated.start()].strip(" \u00a0,"), kind="organization")]
    match = re.match(rf"(?P<name>{_WORD}[ \u00a0]{_WORD})(?:,|[ \u00a0]\|)?[ \u00a0](?P<rest>{_CAPITAL}.{{2,60}}|(?<=,[ \u00a0])[a-z]{{2,5}})\Z", text)
    if match and _pattern("role").search(match["rest"]) and re.search(rf"(?i:{_table('roles')})\Z", match["rest"]):
        return [Byline(name=match["name"], job_title=match["rest"])]
    if match and _INITIALS.fullmatch(match["rest"]):
        return [Byline(name=match["name"], affiliation=match["rest"])]
    if match and match["rest"].count(", ") == 1 and _ORGANISATION.search(match["rest"].partition(", ")[0]):
        return [evolve(_details(match["rest"].split(", ")), name=match["name"])]
    if (
        match
        and _ORGANISATION.search(match["rest"])
        and not _ORGANISATION.search(match["name"])
        and len(match["rest"].split()) <= 3
    ):
        return [Byline(name=match["name"], affiliation=match["rest"])]
    return []


_SIGNED = re.compile(rf"(?P<agency>[\w.]{{2,12}}/[a-z]{{2,5}})(?:[ \u00a0](?P<place>{_CAPITAL}[a-zß-ÿ]{{2,20}}))?")
"""An agency with the initials of who wrote, as it signs: `CPA/kra Harbour`."""


def _people_only(text: str) -> list[Byline] | None:
    """`Ann Bell, Cy Dorn & Bo Li`: nothing but names, of which a word joins the last."""
    pieces = list(_listed(text))
    if (
        len(pieces) < 2
        or not pieces[-1][0]
        or not all(_PERSON.fullmatch(piece) and not _ORGANISATION.search(piece) for _, piece in pieces)
    ):
        return None
    return None if _pattern("role").search(text) else [Byline(name=piece) for _, piece in pieces]


def _people(text: str) -> list[Byline]:
    address = _ADDRESS.search(text)
    text = _without_noise(text)
    staff = _pattern("staff").fullmatch(text)
    if staff and re.search(r"(?i)[ \u00a0](?:and|with|und|mit|et|y)\Z", staff["org"] or ""):
        return [Byline(affiliation=text, kind="organization")]
    if staff and staff["org"] and _is_one_of_staff(staff["org"], staff["staff"]):
        return [Byline(name=staff["org"], job_title=staff["staff"])]
    if staff and "," not in (staff["org"] or "") and not (_PERSON.match(text) and not staff["org"]):
        owner = None if (staff["org"] or "").lower() in table("en").articles else staff["org"]
        return [Byline(affiliation=owner or text, kind="organization", job_title=staff["staff"] if owner else None)]
    names: list[str] = []
    details: list[str] = []
    for listed, piece in _listed(text):
        name, rest = _name_of(piece)
        job = bool(names) and rest is not None and not listed and not ((name or "").isupper() and names[-1].isupper())
        if not details and name and not job and (not names or not _ORGANISATION.search(name)):
            names.append(name)
            details += [rest] if rest else []
        elif not (names and not details and _DEGREE.match(piece)):
            details.append(piece)
    if not names:
        whole = text.strip(" ,.-")
        return (
            [Byline(affiliation=whole, kind="organization")]
            if _ORGANISATION.search(whole) and len(whole.split()) <= 5 and whole[:1].isupper()
            else []
        )
    shared = _details(details)
    email = address[0] if address and len(names) == 1 else None
    return [evolve(shared, name=name, email=email) for name in names]


def _is_one_of_staff(name: str, job: str) -> bool:
    """Whether a person stands before a job in the singular: `ANN BELL Staff Writer`; not `Coast Press Staff`."""
    return _PERSON.fullmatch(name) is not None and not _ORGANISATION.search(name) and re.search(r"(?i)(?:writer|reporter|correspondent)\Z", job) is not None


def _listed(text: str) -> Iterator[tuple[bool, str]]:
    """The pieces between commas and `and`, each with whether a word joins it to the one before, as one more name."""
    start, joined = 0, False
    for match in _pattern("joined").finditer(text):
        if text[start : match.start()]:
            yield joined, text[start : match.start()]
        start, joined = match.end(), match[0].strip(" \u00a0,") != ""
    if text[start:]:
        yield joined, text[start:]


def _without_noise(text: str) -> str:
    """`text` without the dates, handles and buttons that stand behind the names on a page."""
    head = text
    dash = re.match(r"(?P<names>[^-–—|]{4,80}?)[ \u00a0](?:[-–—|])[ \u00a0](?P<rest>[^0-9@|–—-]{3,60})", head)
    if dash and (_pattern("role").search(dash["rest"]) or _ORGANISATION.search(dash["rest"])):
        head = (
            dash["names"] + ", " + re.sub(r"\A(?:Special to|Special for) (?:the |The )?", "", dash["rest"]) + head[dash.end() :]
        )
    head = re.sub(rf"[ \u00a0]/[ \u00a0]|(?<=[a-zß-ÿ])/(?={_CAPITAL})", ", ", head)
    head = re.sub(r"[ \u00a0]\((?:avec|mit|with|con)[ \u00a0][^()]{2,40}\)", "", head)
    bracket = re.search(r"[ \u00a0]\((?P<inside>[^()]{2,40})\)", head)
    if bracket and _is_organisation(bracket["inside"]):
        head = f"{head[: bracket.start()]}, {bracket['inside']}{head[bracket.end() :]}"
    head = _pattern("date").sub("", head)
    head = _NOISE.sub("", head)
    return head.strip(" \u00a0,.-–—|/•")


def _name_of(piece: str) -> tuple[str | None, str | None]:
    """The person a piece names, and what stands behind the name without a mark between."""
    piece = re.sub(r"(?:,[ \u00a0])?(?:Ph\.?D\.?|M\.?D\.?)\Z", "", piece).strip(" ,")
    if _ORGANISATION.search(piece) is None and _pattern("role").search(piece) is None:
        whole = _PERSON.fullmatch(piece)
        words = piece.split()
        if whole and _fused(piece) is None and words[0].lower() != words[-1].lower():
            return piece, None
    fused = _fused(piece)
    if fused is not None:
        return fused
    led = _LED.fullmatch(piece)
    if led and not _ORGANISATION.search(led["name"]) and not _pattern("role").search(led["name"]):
        return led["name"], led["rest"]
    match = re.match(
        rf"(?P<name>{_WORD}(?:[ \u00a0](?:{_SMALL}[ \u00a0]){{0,2}}{_WORD}))[ \u00a0](?P<rest>(?:The[ \u00a0])?.+)\Z", piece, re.S
    )
    if (
        match
        and not _ORGANISATION.search(match["name"])
        and not _pattern("role").search(match["name"])
        and (_ORGANISATION.search(match["rest"]) or _pattern("role").search(match["rest"]))
    ):
        return match["name"], match["rest"]
    return None, None


_LED = re.compile(
    rf"(?P<name>{_PERSON.pattern})[ \u00a0](?P<rest>(?:in|from|aus|à|en|for|für|pour|para|special[ \u00a0](?:to|for))[ \u00a0](?:the[ \u00a0]|die[ \u00a0]|le[ \u00a0]|la[ \u00a0])?{_CAPITAL}.{{1,60}})"
)
"""A name with a small word behind it: where somebody is, `in Tidewick`, or whom the piece is for, `for the Echo`."""


def _fused(piece: str) -> tuple[str, str] | None:
    """A name that lost the space behind it: `Meg JamesStaff Writer`."""
    match = _FUSED.fullmatch(piece)
    if match and (
        _pattern("role").search(match["rest"]) or _ORGANISATION.search(match["rest"]) or _CAPITALS.fullmatch(match["rest"])
    ):
        return match["name"], match["rest"]
    return None


_CAPITALS = re.compile(r"[A-Z]{2,8}(?:[A-Z][a-z]{2,20}|[ \u00a0]News)?")
"""A broadcaster or agency that only its capitals tell: `CPABusiness`."""


_IN = re.compile(rf"(?:in|from|aus|à)[ \u00a0](?P<place>{_CAPITAL}[^,]{{1,40}})")
_FOR = re.compile(rf"(?:special[ \u00a0](?:to|for)|for|für|pour|para)[ \u00a0](?:the[ \u00a0]|die[ \u00a0]|le[ \u00a0]|la[ \u00a0])?(?P<owner>{_CAPITAL}.{{1,60}})", re.IGNORECASE)
_OWNED = re.compile(rf"(?P<owner>{_WORD}(?:[ \u00a0]{_WORD}){{0,3}})[ \u00a0](?P<job>[a-z].{{2,60}})")
"""Who a job is done for, in capitals before it: `Harbour Echo political editor`; `Tidewick correspondent` is all job."""
_PLACED = re.compile(rf"(?P<job>.{{2,60}}?)[ \u00a0](?:à|en|in|aus|depuis)[ \u00a0](?P<place>{_CAPITAL}[\w’' -]{{2,30}})\Z")
"""A job and where it is done: `correspondent in Harbour`."""
_INITIALS = re.compile(r"[a-z]{2,5}(?:/[a-z]{2,5})?")
"""An agency by its initials, as it signs: `dpa`."""


def _is_organisation(text: str) -> bool:
    return bool(_ORGANISATION.search(text) or _CAPITALS.fullmatch(text) or _INITIALS.fullmatch(text))


def _details(details: list[str]) -> Byline:
    """Job, affiliation and place, in what stands behind the names."""
    job: str | None = None
    affiliation: str | None = None
    location: str | None = None
    for detail in details:
        detail = detail.strip(" \u00a0.,")
        if not detail or _DEGREE.match(detail):
            continue
        if placed := _IN.fullmatch(detail):
            location = location or placed["place"]
            continue
        if paper := _FOR.fullmatch(detail):
            affiliation = affiliation or paper["owner"]
            continue
        if job is None and affiliation is None and _pattern("role").search(detail):
            job, affiliation = _job_and_owner(re.sub(r"\A(?:an?|the) ", "", detail))
            if affiliation is None and (placed := _PLACED.match(job)):
                job, location = placed["job"], placed["place"]
        elif affiliation is None and _is_organisation(detail):
            affiliation = detail
        elif location is None and detail[0].isupper() and len(detail.split()) <= 4:
            location = detail
    return Byline(name="x", job_title=job, affiliation=affiliation, location=location)


def _job_and_owner(detail: str) -> tuple[str, str | None]:
    """`BBC health editor`: an owner in capitals before a job in small letters."""
    owner = re.match(
        r"(?P<owner>[A-Z]{2,6}(?: News)?|(?:[A-Z][\w’'-]{1,20} ){0,2}(?:Press|News|Times|Post|Herald|Journal|Zeitung))[ \u00a0](?P<job>.+)\Z",
        detail,
    )
    if owner:
        return owner["job"], owner["owner"]
    named = _OWNED.fullmatch(detail)
    whose = named is not None and not _pattern("role").search(named["owner"]) and _pattern("role").search(named["job"])
    if named and whose and (_ORGANISATION.search(named["owner"]) or (" " in named["owner"] and " " in named["job"])):
        return named["job"], named["owner"]
    for link in ("at|for|bei|beim|chez", "of"):
        behind = re.match(rf"(?P<job>.+?)[ \u00a0](?:{link})[ \u00a0](?:the )?(?P<owner>[A-Z].+)\Z", detail)
        if behind and _pattern("role").search(behind["job"]):
            return behind["job"], behind["owner"]
    return detail, None
