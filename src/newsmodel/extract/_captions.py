"""The text below a picture, taken apart into what it shows and whose picture it is."""

from __future__ import annotations

import re
from functools import cache

from newsmodel.extract._words import BREAKS, alternatives
from newsmodel.extract.languages import LANGUAGES, table
from newsmodel.model import Caption
from newsmodel.model.values import WHITE_SPACE

EDGE = WHITE_SPACE + "\u00a0"
TAIL = 250
"""A credit has at most so many characters."""
_CAP = r"[A-ZÀ-ÖØ-ÞŁŚŠŽ]"
_SLASHED = re.compile(
    rf"(?:(?<=[.!?”\"’)][ \u00a0])|(?<=[a-zß-ÿ][.!?])(?=[A-Z])|(?<=[ \u00a0][-–—][ \u00a0])|(?<=[ \u00a0][ \u00a0])|\A)(?P<credit>(?:{_CAP}[\w’'.-]{{0,25}}[ \u00a0]?(?:(?:van|von|de|den|der|du|di|da|del|la)[ \u00a0]){{0,2}}){{1,4}}(?!(?:(?<=\.)|(?<=\.[ \u00a0]))[ \u00a0]?\|)(?:[ \u00a0]?[/|][ \u00a0]?(?:{_CAP}|[a-z]{{2,5}}(?!\w))[\w’'. -]{{0,40}}){{1,4}}(?: - [A-Z0-9]{{8,14}}/\w+ \w+)?)\Z"
)
_BARE = re.compile(rf"(?:(?<=[.!?”\"’)][ \u00a0]))(?P<credit>(?:[A-Z]{{2,8}})[ \u00a0]?/[ \u00a0]?{_CAP}.{{2,60}})\Z")
_DASH = re.compile(r"[ \u00a0][-–—]\Z")
"""What parts a text from its credit."""
_CAPITALS = re.compile(r"(?:(?<=[.!?”\"][ \u00a0])|\A)(?P<credit>[A-ZÀ-Þ]{2,20}(?:[ \u00a0][A-ZÀ-Þ.]{1,20}){1,3}[ \u00a0]?\([^()]{2,40}\))\Z")
"""A photographer in capitals and whose picture it is in brackets."""
_NAMED = re.compile(
    rf"(?<=[.!?”\"][ \u00a0])(?P<credit>{_CAP}[\w’'-]{{1,25}}(?:[ \u00a0]{_CAP}[\w’'.-]{{0,25}}){{1,2}},[ \u00a0](?:{_CAP}[\w’'-]{{1,20}}[ \u00a0]){{0,3}}(?:Images?|Press|News|Photos?|Agency|Media))\Z"
)
"""A photographer and an agency behind a sentence, with a comma between."""
_BRACKETS = re.compile(r"(?P<credit>\((?P<inside>[^()]{2,200})\))(?:[ \u00a0]AP Photo)?\Z")
_NOT_PERSON = re.compile(
    r"(?<!\w)(?:Images?|Press|News|Photos?|Agency|Wire|Pictures?|Media|Publishing|Newspapers|Group|Collaboration|Service|Alliance|alliance|Bildfunk|TV|Pool|File|"
    r"Library|Museum|Stringer|STRINGER|Contributor|Montage|Courtesy)(?!\w)|[a-z]\.(?:com|de)"
)
_SOURCE = re.compile(r"[\w’'.-]{1,25}(?:[ \u00a0][\w’'.-]{1,25}){0,2}/[\w’'.-]{1,25}(?:[ \u00a0][\w’'.-]{1,25}){0,2}")
"""Two agencies with a slash between, before a bar and the photographer."""
_GALLERY = re.compile(r"(?:Photos|Pictures|Images|Fotos|Bilder):[ \u00a0][^/|©]{0,100}[ \u00a0][a-zß-ÿ]{3,}")
"""The title of a gallery, which begins as credits do: `Photos: Ten boats for sale`."""
_WHOLE = re.compile(
    rf"(?:{_CAP}[\w’'.-]{{0,25}}(?:[ \u00a0]\(\d\))?(?:[ \u00a0]?[,/|;][ \u00a0]?|[ \u00a0])){{1,9}}{_CAP}[\w’'.-]{{0,25}}"
)
"""A line that is all names, with a slash before an agency's."""
_PLAYER = re.compile(r"(?:\Atoggle caption[ \u00a0]|[ \u00a0](?:less|more ?>?)\Z|\AImage caption[ \u00a0])")
_COPYRIGHT = re.compile(r"(?P<credit>Image copyright[ \u00a0].{2,100}?)[ \u00a0](?:Image caption)[ \u00a0](?P<text>.+)\Z", re.S)


@cache
def _labelled() -> re.Pattern[str]:
    label = alternatives(*(table(code).credit for code in LANGUAGES))
    return re.compile(
        rf"(?:(?<=[\s\u00a0.!?)|”\"])|(?-i:(?<=[a-zß-ÿ)])(?=[A-Z]))|\A)(?P<credit>[(\[|]?[ \u00a0]?(?:(?:©[ \u00a0]{{0,2}}(?!\w+ Media))|(?:{label})[ \u00a0]?:[ \u00a0]{{0,2}}|(?:{label})[ \u00a0](?:by|von|credit|source)[ \u00a0]{{0,2}}:?[ \u00a0]?|"
        rf"(?:photographs?|photos?|illustration) by[ \u00a0]|courtesy of[ \u00a0])(?P<who>[^.]{{2,200}}(?:\.[^.]{{0,60}}){{0,3}}))\Z",
        re.IGNORECASE,
    )


def caption(line: str) -> Caption:
    """A caption's text, its credit as published, and the photographer and agencies that the credit names.

    >>> found = caption("The harbour at noon. (Photo: Ann Bell/Coast Press)")
    >>> found.content, found.credit, found.creator, found.agencies
    (('The harbour at noon.',), '(Photo: Ann Bell/Coast Press)', 'Ann Bell', ('Coast Press',))

    Raises:
        InvalidValue: where the line holds nothing but white space and control characters.
    """
    text = BREAKS.sub(" ", line).strip(WHITE_SPACE)
    content, credit = _parted(_PLAYER.sub("", text).strip(WHITE_SPACE) or text)
    creator, agencies = credited(credit) if credit else (None, ())
    return Caption(content=content or None, credit=credit, creator=creator, agencies=agencies)


def _parted(text: str) -> tuple[str, str | None]:
    """The text and the credit."""
    if match := _COPYRIGHT.match(text):
        return match["text"].strip(WHITE_SPACE), match["credit"]
    low = max(0, len(text) - TAIL)
    match = _BRACKETS.search(text, low)
    if match and _is_credit(match["inside"]):
        start = match.start()
        double = _BRACKETS.search(text[:start].rstrip(" "), low)
        if double and _is_credit(double["inside"]):
            start = double.start()
        return text[:start].strip(EDGE), text[start:].strip(EDGE)
    for pattern in (_labelled(), _CAPITALS, _NAMED, _BARE, _SLASHED):
        match = pattern.search(text, low)
        if match and pattern is not _BARE and _GALLERY.match(match["credit"]):
            continue
        if match and (pattern is not _SLASHED or low <= match.start()):
            start = match.start("credit")
            bar = re.search(r"[ \u00a0]\|[ \u00a0]?\Z", text[:start])
            start = start if bar is None else bar.start()
            return _DASH.sub("", text[:start].strip(EDGE)), text[start:].strip(EDGE)
    if "/" in text and len(text) <= TAIL and _WHOLE.fullmatch(text):
        return "", text
    bar = re.search(r"(?:(?<=[.!?])|[ \u00a0])[ \u00a0]?\|[ \u00a0](?P<credit>(?!\d)[^|]{3,100})\Z", text[low:])
    if bar and _SOURCE.fullmatch(text[: low + bar.start()].strip(WHITE_SPACE)):
        return "", text
    if bar:
        return text[: low + bar.start()].strip(WHITE_SPACE), text[low + bar.start() :].strip(WHITE_SPACE)
    return text, None


def _is_credit(inside: str) -> bool:
    if _labelled().match(inside) or re.match(r"AP Photo|[A-Z]{2,6}\Z", inside):
        return True
    return "/" in inside and inside[0].isupper() and inside.count(" ") <= 12


@cache
def _label() -> re.Pattern[str]:
    """What stands before the names of a credit: `Photo:`, `Bild von`, `©`; not the first word of an agency's name."""
    label = alternatives(*(table(code).credit for code in LANGUAGES))
    return re.compile(
        rf"\A(?:©[ \u00a0]*|(?:{label})(?!\w)[ \u00a0]?(?:(?:by|von|credit|source|copyright|of)(?!\w)[ \u00a0]?:?|:)[ \u00a0]*|(?:photos?|fotos?)[ \u00a0](?=[A-Z]))+",
        re.IGNORECASE,
    )


_ASIDE = re.compile(
    r"[ \u00a0](?:for|für)[ \u00a0](?:the[ \u00a0]|die[ \u00a0])?[A-Z].*|[ \u00a0]-[ \u00a0][A-Z0-9]{8,}.*|\.[ \u00a0]Courtesy.*|[ \u00a0]?\(\d\)|,[ \u00a0]?(?:left|right|File|Pool)(?!\w)|(?<=\w)\)(?!\w).*"
)
_RIGHTS = re.compile(r"(?i)(?:(?:copyright|©)[ \u00a0](?:\d{4}[ \u00a0])?|via[ \u00a0])?(?P<owner>.*?)(?:\.?[ \u00a0]all rights reserved)?")
"""The words of a notice around the name of who has the rights."""
_GROUPS = re.compile(r"[ \u00a0]?;[ \u00a0]?|,[ \u00a0]")
_MEMBERS = re.compile(r"[ \u00a0]?[/|][ \u00a0]?|[ \u00a0]via[ \u00a0]|[ \u00a0][-–][ \u00a0]|[ \u00a0]?\((?=[A-Z])")
_PERSON = re.compile(
    rf"(?:{_CAP}[\w’'.-]{{0,25}}[ \u00a0](?:(?:van|von|de|den|der|du|di|da|del|la|bin|al|el)[ \u00a0]){{0,2}}){{1,3}}{_CAP}[\w’'.-]{{0,25}}"
)
_NOBODY = re.compile(r"(?i)file photo|file|contributor|stringer|pool|handout|(?:[\w-]{1,12}-)?(?:foto)?montage")


def credited(credit: str) -> tuple[str | None, tuple[str, ...]]:
    """The photographer and the agencies in a credit; several photographers with semicolons between."""
    bare = credit.strip(" \u00a0()[]|.")
    bare = _ASIDE.sub("", _label().sub("", bare) or bare)
    drawn = re.match(r"(?i)illustration", credit.strip(" (")) is not None
    people: list[str] = []
    agencies: list[str] = []
    for group in _GROUPS.split(bare):
        named = False
        for part in _parts(group):
            if _PERSON.fullmatch(part) and not _NOT_PERSON.search(part) and not named:
                named = True
                people += [part] if not drawn and part not in people else []
            elif part not in agencies:
                agencies.append(re.sub(r"[ \u00a0](?:File )?Photo\Z", "", part) if part != "UN Photo" else part)
    return ("; ".join(people) or None), tuple(agencies)


def _parts(group: str) -> list[str]:
    """The names in a group of them, without labels inside; `Ann Bell and Bo Li` are two, `Library and Museum` is one."""
    found: list[str] = []
    for raw in _MEMBERS.split(group):
        part = _label().sub("", raw.strip(" \u00a0().,").removeprefix("and ")).strip(" \u00a0().,")
        owner = _RIGHTS.fullmatch(part)
        part = re.sub(r"\AAP Photo\Z", "AP", part if owner is None else owner["owner"])
        halves = re.split(r"[ \u00a0](?:and|und|et|y|&)[ \u00a0]", part)
        people = all(_PERSON.fullmatch(half) for half in halves) and not _NOT_PERSON.search(part)
        several = len(halves) > 1 and (people or (all(" " not in half for half in halves) and halves[-1].isupper()))
        found += [half for half in (halves if several else [part]) if half and not _NOBODY.fullmatch(half)]
    return found
