"""Bodies as markup: one grammar of blocks and runs, written as HTML or as XHTML 1.0 Strict, and read from both.

What an element cannot show goes to its *details*: in HTML they are data attributes, in XHTML (whose schema has none) the
envelope keeps them, by the element's id. Elements that XHTML 1.0 does not have are written as a `div` or `span` whose
class names the HTML element: `<div class="nm-figure">`.

This module holds the names; `write` and `read` are the two ways through them. A reader is built up in layers: `runs`,
`blocks`, `figures`, and `read`, which has the reader that codecs use.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Any, TypeAlias
from unicodedata import category

from attrs import field, frozen

from newsmodel.model import Byline, Concept, Evidence, Rights
from newsmodel.model.richtext import Mark
from newsmodel.syntax.html import TAG_OF_MARK

_WEB = re.compile(r"https?://([\w.-]+)(?::([0-9]{0,5}))?(?:[/?#]|\Z)", re.IGNORECASE)
_HOST = re.compile(r"[\w.-]+")
_MAIL = re.compile(r"mailto:[^?#]", re.IGNORECASE)
_IP_ADDRESS = re.compile(r"(?:(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])\.){3}(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])")
_ENDS_IN_NUMBER = re.compile(r"(?:.*\.)?(?:[0-9]+|0x[0-9a-f]*)\.?", re.IGNORECASE)


def escaped(text: str) -> str:
    """`text` as the content of an element."""
    if "&" in text or "<" in text or ">" in text:
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text


def attribute_escaped(text: str) -> str:
    """`text` as the value of an attribute in quotes."""
    if "&" in text or "<" in text or ">" in text or '"' in text or "'" in text or "\n" in text or "\t" in text:
        return escaped(text).replace('"', "&quot;").replace("'", "&#39;").replace("\n", "&#10;").replace("\t", "&#9;")
    return text


def is_file(url: str) -> bool:
    """Whether a page may ask for what is at a URL: `http` or `https`, of a host that browsers accept, without a user's name.

    WHATWG, URL 3.5: a host may be no name, end in a number, or be no valid name of another script; some readers then take
    for the host what others do not. Such a URL is kept as a detail.
    """
    if url.startswith("https://") and (end := url.find("/", 8)) > 0 and _is_host(url[8:end]):
        return True  # of nearly all URLs, the quick answer
    match = _WEB.match(url)
    return match is not None and int(match[2] or 0) <= 65535 and _is_host(match[1])


@lru_cache(maxsize=1024)
def _is_host(host: str) -> bool:
    """Whether browsers accept a host; those of one sender come again and again."""
    if _HOST.fullmatch(host) is None:
        return False
    if _ENDS_IN_NUMBER.fullmatch(host):
        return _IP_ADDRESS.fullmatch(host) is not None
    return all(map(_is_label, host.removesuffix(".").split(".")))


def _is_label(label: str) -> bool:
    """Whether a piece of a host name is in ASCII, or in lower-case letters that have an ASCII form (RFC 3490)."""
    if label.isascii():
        return 0 < len(label) <= 63 and (label[:4].lower() != "xn--" or _is_encoded(label))
    letters = all(category(character) in ("Ll", "Lo") or character in "-0123456789" for character in label)
    try:
        return letters and len(label.encode("idna")) <= 63
    except UnicodeError:
        return False


def _is_encoded(label: str) -> bool:
    """Whether a piece of a host name is the ASCII form of one in another script."""
    try:
        name = label.encode().decode("idna")
    except UnicodeError:
        return False
    return not name.isascii() and _is_label(name)


def is_link(url: str) -> bool:
    """Whether a page may link to a URL: as `is_file`, or a mail address."""
    return is_file(url) or _MAIL.match(url) is not None


Tags: TypeAlias = tuple[str, str]
"""What stands before and behind a content."""


@frozen
class Dialect:
    """How a kind of markup spells what the grammar says."""

    void_end: str
    """How the tag of an element without content ends."""
    language: str
    """The attribute for a language."""
    label: str
    """The attribute that describes a video or a sound."""
    file: Mapping[str, str]
    """The attribute of an `img`, `video` or `audio` that holds its address."""
    stand_ins: Mapping[str, str] = field(factory=dict)
    """Elements the dialect lacks, and what stands for each."""
    section_headings: bool = False
    """Whether level 1 is kept for the page's own headline."""
    _tags: dict[str, Tags] = field(factory=dict, init=False, eq=False, repr=False)
    _styles: dict[tuple[Mark, ...], Tags] = field(factory=dict, init=False, eq=False, repr=False)

    def tags(self, name: str) -> Tags:
        """The tags of an element that says nothing more than its name."""
        known = self._tags.get(name)
        if known is None:
            tag = self.stand_ins.get(name, name)
            known = self._tags[name] = f"<{tag}>" if tag == name else f'<{tag} class="nm-{name}">', f"</{tag}>"
        return known

    def styles(self, marks: tuple[Mark, ...]) -> Tags:
        """The tags around text that bears marks."""
        known = self._styles.get(marks)
        if known is None:
            pairs = [self.tags(TAG_OF_MARK[mark]) for mark in marks]
            known = self._styles[marks] = "".join(start for start, _ in pairs), "".join(end for _, end in reversed(pairs))
        return known


HTML = Dialect(
    void_end=">", language="lang", label="aria-label", file={"img": "src", "video": "src", "audio": "src"},
    section_headings=True,
)  # fmt: skip
XHTML = Dialect(
    void_end=" />",
    language="xml:lang",
    label="title",
    file={"img": "src", "video": "data", "audio": "data"},
    stand_ins={
        "figure": "div", "figcaption": "div", "aside": "div", "mark": "span", "s": "span", "u": "span",
        "video": "object", "audio": "object",
    },
)  # fmt: skip
XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"

Detail: TypeAlias = str | int | date | tuple[Any, ...] | Rights | Concept | Byline | Evidence
Details: TypeAlias = dict[str, Detail | None]
"""What an element cannot show, by name; `None` is left out."""
