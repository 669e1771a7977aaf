"""The names of NewsML 1, and what each stands for.

Source: IPTC, NewsML 1.2, functional specification and DTD; 1.0 and 1.1 have the same elements, fewer of them.
"""

from __future__ import annotations

import re

NAMESPACES = ("{http://iptc.org/std/NewsML/2003-10-10/}", "{http://www.iptc.org/std/NewsML/2003-10-10/}")
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
XSI = "{http://www.w3.org/2001/XMLSchema-instance}"

SILENT = frozenset({"Catalog", "BasisForChoice"})
"""Elements that say how a document is made, or how its parts relate for a machine that chooses."""
LOCAL = frozenset({"Duid", "Euid", "Essential", "EquivalentsList"})
"""Attributes that name parts inside a document."""

# Newslines that one field holds as text
LINES = {"ByLine": "byline_text", "DateLine": "dateline", "CreditLine": "credit", "SlugLine": "slug"}
TITLES = {"SeriesLine": "series", "ByLineTitle": "byline title"}
NOTE_LINES = re.compile("note|advis|instruct|correct|warn", re.IGNORECASE)
"""Types of a `NewsLine` that speak to editors."""

# Words
KINDS = {
    "photo": "image", "picture": "image", "image": "image", "graphic": "graphic", "animation": "graphic", "video": "video",
    "audio": "audio", "moving image": "video", "sound": "audio",
}  # fmt: skip
"""IPTC NewsCodes, media types, in lower case; the first part of MIME types among them."""
FILES = {
    ".jpg": "image", ".jpeg": "image", ".png": "image", ".gif": "image", ".tif": "image", ".tiff": "image", ".webp": "image",
    ".mp4": "video", ".mov": "video", ".wmv": "video", ".mpg": "video", ".flv": "video",
    ".mp3": "audio", ".wav": "audio", ".m4a": "audio",
}  # fmt: skip
"""What a file is by its suffix, where no media type says so."""
MEDIA_TYPES = {"jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif", "png": "image/png", "tiff": "image/tiff", "mp3": "audio/mpeg"}
"""Names of formats, in lower case, that stand for one media type."""
MIME = re.compile(r"[a-z]+/[A-Za-z0-9.+-]+")

ROLES = {
    "headline": "headline", "title": "headline", "subheadline": "standfirst", "standfirst": "standfirst", "intro": "standfirst",
    "abstract": "summary", "summary": "summary", "teaser": "summary", "contact": "contact", "contacts": "contact",
}  # fmt: skip
"""Roles of a text that is not the body, in lower case, and the field it belongs to."""
CAPTION = frozenset({"caption", "legend", "credit", "alt"})
AUXILIARY = frozenset({"stylesheet", "style", "script", "css"})

SUBJECT_URI = "http://cv.iptc.org/newscodes/subjectcode/"
SUBJECT_CODE = re.compile("[0-9]{8}")
