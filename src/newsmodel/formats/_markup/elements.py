"""The elements of markup by what they do: which stand in a line, hold blocks, say nothing."""

from __future__ import annotations

from collections.abc import Iterable

from newsmodel.formats._markup import attribute_escaped, escaped
from newsmodel.formats._reading import Element, local
from newsmodel.syntax.html import MARK_OF_TAG

HEADINGS = {f"h{level}": level for level in range(1, 7)}
INLINE = frozenset(MARK_OF_TAG) | frozenset("a span br font abbr acronym bdo bdi time data big label".split())
CONTAINERS = INLINE | frozenset(
    "html body div section article main header footer nav center form fieldset hgroup address details summary dl dt dd "
    "figcaption caption tbody thead tfoot tr td th li".split()
)
NESTING = frozenset("blockquote ul ol table aside".split())
FLATTENED = frozenset("a dl".split()) | NESTING
"""Elements whose absence is a loss, where what stands in them is kept."""
STRUCTURE = frozenset("ul ol table blockquote aside".split()) | frozenset(HEADINGS)
"""Elements that say more than that a line ends."""
SILENT = frozenset("script style noscript template head title meta link base colgroup col wbr".split())
MEDIA = {"img": "image", "video": "video", "audio": "audio"}
SENTENCES = frozenset({"p", *HEADINGS})
EMBEDDED = frozenset("canvas iframe object embed applet svg math map picture button select textarea meter progress output dialog".split())
"""Elements of HTML whose text is not what readers see, or no part of a sentence."""
NO_SIZE = frozenset({"0", "1", "0px", "1px"})


def descendants(node: Element) -> Iterable[Element]:
    """The elements in an element, in document order."""
    for child in node:
        yield child
        yield from descendants(child)


def markup_of(node: Element) -> str:
    """An element as markup, its names without prefixes."""
    name = local(node.tag)
    pairs = "".join(f' {local(key)}="{attribute_escaped(str(value))}"' for key, value in node.attrib.items())
    inner = escaped(node.text or "") + "".join(markup_of(child) + escaped(child.tail or "") for child in node)
    return f"<{name}{pairs}>{inner}</{name}>" if inner else f"<{name}{pairs}/>"
