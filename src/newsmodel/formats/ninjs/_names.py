"""The names and words of ninjs: keys in the spelling of 3.1, roles, relations, and what other versions call them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

SCHEMA = "http://www.iptc.org/std/ninjs/ninjs-schema_{version}.json"

# What we add: bodies with these roles hold JSON, which is what ninjs has no word for.
VOTE, APPEAL, DETAILS = "nm:vote", "nm:appeal", "nm:details"
CARRIERS = {VOTE: "vote", APPEAL: "appeal", DETAILS: "details"}
CARRIER_TYPE = "application/vnd.newsmodel.{name}+json"
EXTENSION = "newsmodel"
"""The member of ours in the extended profile, an object."""
EXTENSION_KEYS = {VOTE: "votes", APPEAL: "appeals", DETAILS: "details"}
"""Its members, arrays, by the role that a body has in the strict profile."""
EXTENDED_SCHEMA = "urn:newsmodel:1:ninjs-{version}-extended"
FILLED = "urn:newsmodel:"
"""How a `uri` begins that is made up, since the schema demands one."""

HTML_TYPE, TEXT_TYPE = "text/html", "text/plain"

# Fields that one key holds: field of Article -> key.
LINES = {"byline_text": "by", "slug": "slugline"}
TIMES = {"created": "firstCreated", "updated": "versionCreated", "embargoed": "embargoedUntil", "expires": "expires"}
WORDS = {"status": "pubStatus"}

# Roles of headlines and descriptions, as written, and as others say it.
MAIN, KICKER, STANDFIRST, TITLE = "main", "kicker", "subheadline", "title"
HEADLINE_ROLES = {
    "main": "headline", "headline": "headline", "kicker": "kicker", "overline": "kicker",
    "subheadline": "standfirst", "subhead": "standfirst", "subtitle": "standfirst", "standfirst": "standfirst", "deck": "standfirst",
}  # fmt: skip
SUMMARY, CREDIT, DATELINE, CAPTION, ALT = "summary", "creditline", "dateline", "caption", "alt"
DESCRIPTION_ROLES = {
    "summary": "summary", "abstract": "summary", "text": "summary", "main": "summary", "description": "summary",
    "lead": "standfirst", "intro": "standfirst", "creditline": "credit", "credit": "credit", "dateline": "dateline",
    "caption": "caption", "alt": "alt", "alttext": "alt",
}  # fmt: skip

# Relations that say what an entry is.
CREATOR, CONTRIBUTOR = "creator", "contributor"
BYLINE_RELATIONS: dict[str, str | None] = {
    "creator": None, "byline": None, "author": "author", "writer": "author", "reporting": "reporting", "reporter": "reporting",
    "editor": "editor", "translator": "translator", "photographer": "photographer", "illustrator": "illustrator",
}  # fmt: skip
"""The role of a byline, by the relation of a person or an organisation."""
RELATION_OF_ROLE = {None: CREATOR, "author": "author", "reporting": "reporting", "editor": "editor", "translator": "translator"}
LOCATED, SECTION, KEYWORD, PUBLISHER = "located", "section", "keyword", "publisher"
LOCATED_RELATIONS = frozenset({"located", "dateline"})
KINDS = {
    "subjects": None, "people": "person", "organisations": "organisation", "places": "place", "events": "event",
    "objects": "object",
}  # fmt: skip
"""The type of a subject, by the key of its list, in the order in which the lists are read."""
RESERVED = {
    "subjects": frozenset({SECTION, KEYWORD}), "people": frozenset({*BYLINE_RELATIONS, CONTRIBUTOR}),
    "organisations": frozenset({*BYLINE_RELATIONS, CONTRIBUTOR, PUBLISHER}), "places": LOCATED_RELATIONS,
    "events": frozenset(), "objects": frozenset(),
}  # fmt: skip
"""Relations with a meaning of their own, by the key of the list."""
CANONICAL = "canonical"
LEAD = "lead"
"""The name of the association that is the picture above the text."""
UNNAMED = "rendition"
"""How the name of a rendition begins that has none, since the schema demands one; a number follows."""

MEDIA_KINDS = {"picture": "image", "graphic": "graphic", "video": "video", "audio": "audio"}
MEDIA_TYPES = {kind: word for word, kind in MEDIA_KINDS.items()}

_ABSOLUTE = re.compile(
    r"[A-Za-z][A-Za-z0-9+.\-]*:(?=.)(?://(?:[A-Za-z0-9\-._~!$&'()*+,;=:@]|%[0-9A-Fa-f]{2})*(?=[/?#]|\Z)|(?!//))"
    r"(?:[A-Za-z0-9\-._~!$&'()*+,;=:@/]|%[0-9A-Fa-f]{2})*(?:\?(?:[A-Za-z0-9\-._~!$&'()*+,;=:@/?]|%[0-9A-Fa-f]{2})*)?"
    r"(?:#(?:[A-Za-z0-9\-._~!$&'()*+,;=:@/?]|%[0-9A-Fa-f]{2})*)?\Z"
)


def is_uri(value: str | None) -> bool:
    """Whether a value has the format `uri` of JSON Schema: absolute, in ASCII (RFC 3986)."""
    return value is not None and _ABSOLUTE.match(value) is not None


def is_exact(degrees: Iterable[Decimal]) -> bool:
    """Whether numbers are the same in JSON's floating point."""
    return all(Decimal(repr(float(one))) == one for one in degrees)
