"""The files that a page shows: pictures, videos, sounds and what is embedded."""

from __future__ import annotations

import re

from newsmodel.extract._page._addresses import Address, host_of
from newsmodel.extract._page._outline import Box, File
from newsmodel.extract._page._vocabulary import NO_PICTURE, said
from newsmodel.model import Embed, Media, MediaKind, Rendition
from newsmodel.model.values import is_line, is_url
from newsmodel.syntax.html import Element
from newsmodel.syntax.text_form import one_line

SMALL = 80
"""A picture with a side of fewer pixels is an icon."""
LAZY = ("src", "data-src", "data-original", "data-lazy-src", "data-url", "data-image", "data-hi-res-src")
"""The attributes that hold a picture's address, where scripts put it into place as well."""
SETS = ("srcset", "data-srcset", "data-lazy-srcset")

_NUMBER = re.compile(r"(\d{1,5})(?:px)?\Z")


def media_of(file: File, address: Address) -> Media | None:
    """What a file's element shows; `None` where it is an icon, or names no file."""
    node = file.node
    kind: MediaKind = "video" if file.kind == "video" else "audio" if file.kind == "audio" else "image"
    width, height = _side(node, "width"), _side(node, "height")
    if kind == "image" and (any(size is not None and size < SMALL for size in (width, height)) or _is_no_picture(node)):
        return None
    href = _address(node, address)
    alt = one_line(node.attr("alt") or node.attr("aria-label") or "")
    if href is None:
        return None
    return Media(kind=kind, alt=alt if is_line(alt) else None, renditions=[Rendition(href=href, width=width, height=height)])


def _is_no_picture(node: Element) -> bool:
    return bool(said(f"{node.attr('class') or ''} {node.attr('id') or ''}") & NO_PICTURE)


def _address(node: Element, address: Address) -> str | None:
    """The address of a file: the largest of a set, else the one that is no stand-in."""
    places = [node]
    parent = node.parent
    if isinstance(parent, Element) and parent.tag == "picture":
        places += parent.find_all("source")
    places += node.find_all("source")
    for place in places:
        for attribute in LAZY:
            value = place.attr(attribute)
            if value and not value.startswith("data:") and (href := address.of(value)) is not None:
                return href
    for place in places:
        for attribute in SETS:
            value = place.attr(attribute)
            first = (value or "").strip().partition(" ")[0].rstrip(",")
            if first and not first.startswith("data:") and (href := address.of(first)) is not None:
                return href
    return None


def media_without_script(box: Box, address: Address) -> Media | None:
    """The picture that stands in a `noscript`, for browsers that run no scripts."""
    hidden = box.node.find("noscript")
    picture = None if hidden is None else hidden.find("img")
    return None if picture is None else media_of(File(box, "image", picture, 0), address)


def _side(node: Element, side: str) -> int | None:
    match = _NUMBER.match(node.attr(side) or "")
    return None if match is None else int(match[1])


def embed_of(file: File, address: Address) -> Embed | None:
    """What an `iframe` shows; `None` where that is nothing a reader sees."""
    node = file.node
    sides = [_side(node, side) for side in ("width", "height")]
    if any(size is not None and size < SMALL for size in sides):
        return None
    value = node.attr("src") or node.attr("data-src") or ""
    href = address.of(value) if value.startswith(("http", "/")) else None
    if href is None or not is_url(href):
        return None
    title = one_line(node.attr("title") or "")
    return Embed(url=href, provider=host_of(href), title=title if is_line(title) else None)
