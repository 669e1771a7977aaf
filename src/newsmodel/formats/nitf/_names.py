"""The names of NITF, and which word of the model each stands for, for both directions.

Source: IPTC, News Industry Text Format 3.6, XML Schema of 2012-01-12.
"""

from __future__ import annotations

import re

from newsmodel.formats._carrier import clark
from newsmodel.formats._markup import Dialect
from newsmodel.formats._reading import Element, folded
from newsmodel.model.richtext import Mark

NAMESPACE = "http://iptc.org/std/NITF/2006-10-18/"
_OURS = clark("")[:-1]
XHTML_NAMESPACE = "http://www.w3.org/1999/xhtml"
XSI = "{http://www.w3.org/2001/XMLSchema-instance}"
VERSION = "-//IPTC//DTD NITF 3.6//EN"
MAPPING = "1"
"""The version of this mapping, on the root of what we write: `nm:mapping`."""

DIALECT = Dialect(
    void_end="/>", language="xml:lang", label="title", file={"img": "src", "video": "src", "audio": "src"}
)

# Body: elements and what they are in HTML's words. `em` alone is emphasis; XHTML's elements, which may stand wherever
# text is enriched, say what NITF has no element for. They hold no element of NITF and so stand innermost.
HTML_NAMES = {
    "hl1": "h1", "hl2": "h2", "block": "div", "body.content": "div", "nitf-table": "div", "bq": "blockquote", "media": "figure",
    "media-caption": "figcaption", "note": "aside", "fn": "aside", "credit": "p", "datasource": "p",
}  # fmt: skip
HEADING_CLASSES = frozenset({"h1", "h3", "h4", "h5", "h6"})
"""The classes by which an `hl2` says that it is of another level."""
ENTITIES = frozenset(
    "chron classifier copyrite copyrite.year copyrite.holder event function location sublocation city state region country "
    "money num frac numer frac-sep denom object.title org person name.given name.family postaddr addressee care.of "
    "delivery.point delivery.office postcode virtloc pronounce alt-code".split()
)
"""Elements in running text that say what the text in them names."""
EM_OF_MARK: dict[Mark, str | None] = {"emphasis": None, "highlight": "highlight", "strong": "strong", "underline": "underline"}
MARK_OF_EM: dict[str, Mark] = {
    "highlight": "highlight", "strong": "strong", "bold": "strong", "b": "strong", "underline": "underline", "u": "underline",
}  # fmt: skip
MEDIA_KINDS = {
    "image": "image", "photo": "image", "picture": "image", "graphic": "graphic", "video": "video", "audio": "audio"
}
CAPTION_ALONE = "other"
"""The `media-type` of a caption without a picture; `media` is what holds captions."""
NO_MEDIA = frozenset({CAPTION_ALONE, "text", "data", "application"})
"""Words of the standard for what is neither a picture nor a video nor a sound."""
ADDRESSES = ("source", "data-location")
"""The attributes of a `media-reference` that hold an address: the standard's, and a word of NITF 2 for data beside the text."""

# Head: subjects by the tiers of the IPTC's Subject Reference System, whose codes have eight digits.
TIERS = ("tobject.subject.type", "tobject.subject.matter", "tobject.subject.detail")
IDENTIFIED = ("person", "org", "location", "event", "function", "object.title", "virtloc")
"""What `identified-content` may hold beside `classifier`."""
CODE_ATTRIBUTE = {"location": "location-code"}
PLACES = (
    ("sublocation", "location-code"), ("city", "city-code"), ("region", "region-code"), ("state", "state-code"),
    ("country", "iso-cc"),
)  # fmt: skip
"""The parts of a `location`, the smallest first, and the attribute that holds the code of each."""
FUNCTIONS = {
    "author": "writer-author", "editor": "editor", "producer": "producer", "archivist": "archivist",
    "videographer": "videographer", "graphic-artist": "graphic-artist", "photographer": "photographer",
    "statistician": "statistician", "other": "other",
}  # fmt: skip
"""Roles of contributors, and the `function` of a revision."""
NOTE_CLASSES = {"editorsnote": "editorial", "cpyrt": "copyright", "end": "endnote", "trademk": "trademark"}
NOTE_TYPES = ("std", "pa", "npa")
"""For readers, to be published or not; the last is not for them."""
KICKERS = frozenset({"kicker", "overline"})
CREATED, UPDATED = "writer-author", "editor"
SIGN_OFF, CORRECTION, TITLE, FIRST_VERSION = "sign-off", "correction", "title", "previousVersion"
EMBARGOED = "embargoed"

NMTOKEN = re.compile(r"[A-Za-z0-9._:\-]+")
EIGHT_DIGITS = re.compile(r"[0-9]{8}")
TIME = re.compile(r"[0-9]{8}(T[0-9]{6}([.,][0-9]+)?(Z|[+-][0-9]{4})?)?")
"""The spelling that NITF asks for, `norm` of `date.issue` and kin; a day alone where no time is known."""
BODY_ATTRIBUTES: dict[str, frozenset[str]] = {
    "media": frozenset({"media-type"}),
    "media-reference": frozenset({"source", "data-location", "name", "mime-type", "width", "height", "units", "alternate-text"}),
    "bq": frozenset({"quote-source"}),
    "note": frozenset({"noteclass", "type"}),
}
"""The elements of a body that HTML does not know, and which of their attributes are read."""


def name_of(node: Element) -> str:
    """The name of an element, in whatever namespace and case; one of ours with its namespace."""
    tag: str = node.tag
    return tag if tag.startswith(_OURS) else folded(tag)


def tier(code: str) -> int:
    """How many tiers a subject code has: 1 for a subject, 2 for a matter, 3 for a detail or a code of another system."""
    if not EIGHT_DIGITS.fullmatch(code):
        return 3
    return 1 if code.endswith("000000") else 2 if code.endswith("000") else 3

ORDER: dict[str, tuple[str, ...]] = {
    "head": ("title", "meta", "tobject", "iim", "docdata", "pubdata", "revision-history"),
    "tobject": ("tobject.property", "tobject.subject"),
    "docdata": (
        "correction evloc doc-id del-list urgency fixture date.issue date.release date.expire doc-scope series ed-msg du-key doc.copyright doc.rights key-list identified-content",
    ),
    "body": ("body.head", "body.content", "body.end"),
    "body.head": ("hedline", "note", "rights", "byline", "distributor", "dateline", "abstract", "series"),
    "hedline": ("hl1", "hl2"),
    "body.end": ("tagline", "bibliography"),
    "media": ("media-metadata", "media-reference media-object", "media-caption", "media-producer"),
}  # fmt: skip
"""In which order NITF 3.6 wants the parts of an element; those of one string come in any order."""
