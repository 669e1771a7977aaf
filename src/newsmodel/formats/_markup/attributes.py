"""Which attributes of markup say something: those that are read, those that only format, and the others, which are told.

Formatting is what a page does with its words: classes and styles, sizes and colours, how a link opens, how a player behaves,
names of places inside the page. Everything else has a meaning for somebody, `data-*` and microdata among it.
"""

from __future__ import annotations

from collections.abc import Iterable

from newsmodel.formats._markup import XML_LANGUAGE

_EVERYWHERE = frozenset(
    "class style id lang dir align valign width height border frame rules cellpadding cellspacing bgcolor background color face "
    "size clear hspace vspace nowrap noshade compact char charoff rel rev target name shape coords tabindex accesskey hidden "
    "role itemscope xml:lang xml:space version".split()
) | {XML_LANGUAGE, "{http://www.w3.org/XML/1998/namespace}space"}  # fmt: skip
_READ = {
    "a": "href", "blockquote": "cite", "img": "src alt srcset sizes loading decoding fetchpriority crossorigin",
    "video": "src data poster title controls autoplay loop muted preload playsinline allowfullscreen",
    "audio": "src data title controls autoplay loop muted preload", "source": "src type", "object": "data type",
    "td": "colspan rowspan scope headers", "th": "colspan rowspan scope headers", "ol": "start reversed type", "ul": "type",
    "li": "type", "col": "span", "colgroup": "span",
}  # fmt: skip
"""By element, attributes that a reader asks for, or whose like it never needs."""
_KNOWN = {name: _EVERYWHERE | frozenset(attributes.split()) for name, attributes in _READ.items()}
_FORMATTING_STARTS = ("aria-", "{http://www.w3.org/2001/XMLSchema-instance}")


def are_silent(element: str, attributes: Iterable[str]) -> bool:
    """Whether all of these attributes of an element are plainly `is_silent`: a quick question, to which no is no answer."""
    return _KNOWN.get(element, _EVERYWHERE).issuperset(attributes)


def is_silent(element: str, attribute: str) -> bool:
    """Whether an attribute of an element, by its HTML name, is read or only formats."""
    return attribute in _KNOWN.get(element, _EVERYWHERE) or attribute.startswith(_FORMATTING_STARTS)
