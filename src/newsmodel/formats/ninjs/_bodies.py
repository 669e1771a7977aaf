"""The texts of an item: which of its bodies is read, and how; and short texts with markup."""

from __future__ import annotations

import re
from collections.abc import Iterable

import attrs

from newsmodel.errors import ReadError, shown
from newsmodel.syntax import html as _html
from newsmodel.formats._markup import HTML
from newsmodel.formats._markup.inside import paragraphs
from newsmodel.formats._markup.read import MarkupReader
from newsmodel.formats._reading import BREAK, Element, local, one_line
from newsmodel.formats.html._account import BoundedReading
from newsmodel.formats.html._details import DataDetails, attribute
from newsmodel.formats.ninjs import _names as names
from newsmodel.formats.ninjs._tree import JsonNode, JsonReading
from newsmodel.formats.nitf._inside import Inside, parsed
from newsmodel.model import Block, Heading, Opaque, Paragraph, RichText
from newsmodel.model.blocks import block_plain_text, blocks_plain_text
from newsmodel.model.richtext import Parts, parts, rich_plain_text
from newsmodel.model.values import WHITE_SPACE
from newsmodel.syntax.encoding import UTF_8_MARK
from newsmodel.syntax.text_form import with_line_feeds

BODY = attrs.evolve(HTML, section_headings=False)
"""The markup of a body: HTML in which no level of heading is kept for the headline."""
_TAG = re.compile(r"<(?i:p|div|br|section|article|h[1-6]|ul|ol|table|blockquote|figure|a|b|i|em|strong|span)\b[^<>]*>")
_HTML_RANK, _NITF_RANK, _TEXT_RANK, _OTHER_RANK = range(4)


class BodyReader:
    """Reads bodies and texts with markup."""

    def __init__(self, reading: JsonReading, format_name: str) -> None:
        self.reading = reading
        self.format = format_name
        self.inside: Inside | None = None
        """The NITF document that is the body."""

    def body(self, nodes: Iterable[JsonNode], headline: str) -> tuple[Block, ...]:
        """The blocks of the body that says most; the others are reported, but for a plain text that says the same."""
        ranked = [(_rank(node), node) for node in nodes if is_said(node.get("value"))]
        if not ranked:
            return ()
        rank, chosen = min(ranked, key=lambda one: one[0])
        blocks = tuple(self._blocks(rank, chosen, headline))
        words = blocks_plain_text(blocks, " ").split() if len(ranked) > 1 else []
        for other_rank, other in ranked:
            if other is not chosen and not (other_rank == _TEXT_RANK and str(other.get("value")).split() == words):
                said = one_line(str(other.get("value")))
                self.reading.lost(other, f"another text of the body, {shown(_name(other))}: {shown(said)}")
        return blocks

    def _blocks(self, rank: int, node: JsonNode, headline: str) -> list[Block]:
        if rank == _HTML_RANK:
            return self._html_blocks(node, headline)
        if rank == _NITF_RANK:
            return self._nitf_blocks(node)
        return paragraphs(self.reading, node, self.reading.raw(node, "value")) if rank == _TEXT_RANK else self._opaque(node)

    def rich(self, node: JsonNode) -> RichText | None:
        """A text of an entry, with its markup where it has some."""
        if not is_said(node.get("value")):
            return None
        if _rank(node) != _HTML_RANK:
            if _rank(node) != _TEXT_RANK:
                self.reading.lost(node, f"the type of the text, {shown(_name(node))}; it is read as it stands")
            return plain_text(self.reading, node, "value")
        runs: list[Parts] = []
        for block in self._html_blocks(node, ""):
            runs += [(BREAK, (), None, None)] if runs else []
            if isinstance(block, (Paragraph, Heading)):
                runs += map(parts, block.content)
            else:
                runs.append((block_plain_text(block), (), None, None))
            if not isinstance(block, Paragraph):
                self.reading.lost(node, f"a {type(block).__name__.lower()} in a text; its words are kept", "value")
        return self.reading.rich(node, [(text.replace("\n", BREAK), *style) for text, *style in runs])  # type: ignore[misc]  # the style of a run is the rest of its parts

    def _html_blocks(self, node: JsonNode, headline: str) -> list[Block]:
        inner = _InnerReading(self.reading, node)
        markup = MarkupReader(inner, BODY, DataDetails(inner), self.format, every_attribute=True)
        value = self.reading.raw(node, "value")
        try:
            root = _html.parse(UTF_8_MARK + b"<!DOCTYPE html>" + value.encode()).root
            found: list[Block] = []
            for part in root:
                if part.tag == "head":
                    _report_head(inner, part, headline)
                else:
                    found += markup.blocks(part)
        except RecursionError:
            self.reading.lost(node, "markup that is nested too deeply; it is kept as it stands", "value")
            return self._opaque(node)
        except ReadError as error:
            self.reading.lost(node, f"markup that cannot be read: {error.problems[0].message}; it is kept as it stands", "value")
            return self._opaque(node)
        if found and isinstance(found[0], Heading) and rich_plain_text(found[0].content) == headline and not _states_level(root):
            del found[0]
        return found

    def _nitf_blocks(self, node: JsonNode) -> list[Block]:
        inner = _InnerReading(self.reading, node)
        try:
            self.inside = Inside(inner, [parsed(str(node.get("value")))])
        except (ReadError, RecursionError) as error:
            message = error.problems[0].message if isinstance(error, ReadError) else "too deep"
            self.reading.lost(node, f"NITF that cannot be read: {message}; it is kept as it stands", "value")
            return self._opaque(node)
        if self.inside is None or not (self.inside.body or self.inside.lead):
            self.inside = None
            return self._opaque(node)
        return self.inside.body

    def _opaque(self, node: JsonNode) -> list[Block]:
        """A body in a vocabulary of its own."""
        markup = with_line_feeds(self.reading.raw(node, "value"))
        self.reading.lost(node, f"a body of type {shown(_name(node))} is kept as it stands")
        opaque = self.reading.build(Opaque, node, format=_name(node), markup=markup)
        return [] if opaque is None else [opaque]


class _InnerReading(BoundedReading):
    """The reading of markup in a string: its losses are at the string."""

    def __init__(self, outer: JsonReading, node: JsonNode) -> None:
        super().__init__()
        self._outer = outer
        self._node = node

    def report(self, node: Element | None, reason: str, attribute: str | None, *, repaired: bool) -> None:
        place = "" if node is None else self.path(node) + (f"/@{local(attribute)}" if attribute else "")
        told = f"{reason} (in the markup at {place})" if place else reason
        self._outer.report(self._node, told, "value", repaired=repaired)


def plain_text(reading: JsonReading, node: JsonNode, key: str) -> RichText | None:
    """A member that is plain text, its line breaks kept."""
    text = with_line_feeds(reading.raw(node, key)).replace("\n", BREAK)
    return reading.rich(node, [(text, (), None, None)])


def _report_head(reading: BoundedReading, head: Element, headline: str) -> None:
    for child in head:
        if not (local(child.tag) == "title" and one_line(child.text or "") == headline):
            reading.unknown(child)


def _states_level(root: Element) -> bool:
    """Whether the first element of a body is a heading of ours, which is not the headline even where it repeats it."""
    bodies = (part for part in root if part.tag == "body")
    first = next((child for body in bodies for child in body), None)
    return first is not None and first.get(attribute("level")) is not None


def is_said(text: str | None) -> bool:
    """Whether a text says anything: a no-break space is a character."""
    return text is not None and text.strip(WHITE_SPACE) != ""


def _name(node: JsonNode) -> str:
    return one_line(node.get("contentType") or "") or one_line(node.get("role") or "") or "unknown"


def _rank(node: JsonNode) -> int:
    """Which text says most: HTML, then NITF, then plain text, then what has a vocabulary of its own."""
    content_type, role = (node.get("contentType") or "").partition(";")[0].strip().lower(), (node.get("role") or "").lower()
    value = node.get("value") or ""
    if content_type in (names.TEXT_TYPE, "text"):
        return _TEXT_RANK
    if "html" in content_type:
        return _HTML_RANK
    if "nitf" in content_type or (not content_type and role == "nitf") or "<nitf" in value.lstrip()[:200]:
        return _NITF_RANK
    if content_type:
        return _OTHER_RANK
    return _HTML_RANK if "html" in role or _TAG.search(value) else _TEXT_RANK
