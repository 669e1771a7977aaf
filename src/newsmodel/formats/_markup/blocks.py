"""Markup to blocks: the walk over them, what stands loose between them, and what stands where it may not."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeGuard

from newsmodel.errors import InvalidValue, shown
from newsmodel.formats._markup.elements import CONTAINERS, FLATTENED, INLINE, NESTING, SILENT, descendants, markup_of
from newsmodel.formats._markup.runs import RunReader
from newsmodel.formats._reading import BREAK, Element, folded, local
from newsmodel.model import Block, Opaque, Paragraph
from newsmodel.model.richtext import Parts
from newsmodel.model.values import MAX_NESTING, WHITE_SPACE


class BlockReader(RunReader):
    """Reads the blocks in an element, each by the reader that its name has."""

    _strays: list[Block] | None = None
    """What stands in the block that is being read where nothing may stand; it follows the block."""
    _depth = 0
    _opened: set[str] | None = None
    """Once the elements of a vocabulary of its own are opened, the names of those that were; until then `None`."""

    def blocks(self, node: Element) -> list[Block]:
        """The blocks in an element; text that stands loose between them makes paragraphs."""
        found: list[Block] = []
        loose: list[Parts] = []
        text = node.text
        if not len(node):
            content = self.reading.rich(node, [(text, (), None, None)]) if text else None
            return self._built(Paragraph, node, content=content) if content else found
        if text and text.strip(WHITE_SPACE):
            loose.append((text, (), None, None))
        before: Element | None = None
        names, readers, taken = self._names, self._readers, self._taken
        for child in node:
            name = names.get(child.tag) or self.name(child)
            if taken and id(child) in taken:
                self._flush(node, loose, found)
            elif name in readers:
                if loose:
                    self._flush(node, loose, found)
                found += self._block(child, name)
            elif name in SILENT:
                self.reading.unknown(child)
            elif not self._is_or_holds_block(child):
                if self._is_label(child) and self._is_label(before) and not before.tail:
                    self.reading.repaired(child, "a label that touches the one before; a space set between them")
                    loose.append((" ", (), None, None))
                self._inline(child, (), None, None, loose)
            else:
                self._flush(node, loose, found)
                found += self._block(child, name)
            before = child
            text = child.tail
            if text and (loose or text.strip(WHITE_SPACE)):
                loose.append((text, (), None, None))
        self._flush(node, loose, found)
        return found

    def _is_label(self, node: Element | None) -> TypeGuard[Element]:
        """Whether an element outside paragraphs is a word or two that a style sets apart: a `span` of a class not ours."""
        if node is None or self.name(node) != "span":
            return False
        classes = (node.get("class") or "").split()
        return bool(classes) and not any(one.startswith("nm-") for one in classes)

    def _flush(self, node: Element, loose: list[Parts], found: list[Block]) -> None:
        if not loose:
            return
        content = self.reading.rich(node, loose)
        if content:
            found += self._built(Paragraph, node, content=content)
        loose.clear()

    def _block(self, node: Element, name: str) -> list[Block]:
        reader = self._readers.get(name)
        if reader is not None and not (self._depth >= MAX_NESTING and self._nests(node, name)):
            if self._every_attribute and node.attrib:
                self.report_attributes(node)
            outer, self._strays = self._strays, []
            found = reader(node)
            found += self._strays
            self._strays = outer
            return found
        if name in FLATTENED:
            self.reading.lost(node, f"the markup <{name}>; what stands in it is kept")
        if name in CONTAINERS or reader is not None:
            self.report_attributes(node)
            return self.blocks(node)
        return self._opaque(node) if self._opened is None else self._open(node, name, self._opened)

    def _nests(self, node: Element, name: str) -> bool:
        """Whether the block that an element makes holds others."""
        if name == "figure":
            return "nm-embed" in (node.get("class") or "").split() or any(self.name(child) == "blockquote" for child in node)
        return name in NESTING

    def _paragraph(self, node: Element) -> list[Block]:
        if len(node) and self._holds_blocks(node):
            return self.blocks(node)
        content = self.reading.rich(node, self.runs(node))
        return self._built(Paragraph, node, content=content) if content else []

    def _opaque(self, node: Element) -> list[Block]:
        """An element that no block fits, kept as it stands."""
        text = "\n".join(filter(None, (line.strip() for line in self.reading.raw(node).replace(BREAK, "\n").splitlines())))
        return self._built(Opaque, node, format=self.format, markup=markup_of(node), text=text or None)

    # Blocks in blocks

    def _built(self, cls: type[Any], node: Element, **fields: Any) -> list[Block]:
        try:
            return [cls(**fields)]
        except InvalidValue as error:
            self.reading.lost(node, str(error))
            return []

    def _inner(self, node: Element) -> tuple[Block, ...]:
        """The blocks in a block."""
        self._depth += 1
        found = tuple(self.blocks(node))
        self._depth -= 1
        return found

    def _nested(self, cls: type[Any], node: Element, inner: Iterable[Block], **fields: Any) -> list[Block]:
        """A block that holds others; at the deepest level that the model knows, the others alone."""
        held = list(inner)
        if held and self._depth >= MAX_NESTING - 1:
            self.reading.lost(node, f"a level of nesting: more than {MAX_NESTING}")
            return held
        return self._built(cls, node, **fields)

    def _around(self, node: Element, taken: Iterable[Element]) -> list[Block]:
        """The blocks in an element, but for the parts of it that have been taken."""
        ids = set(map(id, taken))
        self._taken |= ids
        found = self.blocks(node)
        self._taken -= ids
        return found

    # What stands where it may not

    def _stray(self, node: Element, *, keep: bool = True) -> None:
        """Keep text where none may stand as paragraphs behind the block; where there is no block, report it."""
        for text in (node.text, *(child.tail for child in node)):
            if not text or not text.strip():
                continue
            content = None if self._strays is None or not keep else self.reading.rich(node, [(text, (), None, None)])
            if self._strays is None or content is None:
                self.reading.lost(node, f"text that stands outside: {shown(text.strip())}")
            else:
                self.reading.repaired(node, f"text that stands outside: {shown(text.strip())}; it follows as a paragraph")
                self._strays += self._built(Paragraph, node, content=content)

    def _outside(self, node: Element) -> None:
        """An element where it may not stand: what it makes follows the block; where there is no block, it is reported."""
        strays = self._strays
        found = () if strays is None else self._loose(node)
        if strays is None or not found:
            self.reading.unknown(node)
            return
        self.reading.repaired(node, f"<{local(node.tag)}> that stands outside; it follows as a block")
        strays += found

    def _loose(self, node: Element) -> tuple[Block, ...]:
        """The blocks that an element makes where it should not stand."""
        name = self.name(node)
        if id(node) in self._taken:
            return ()
        if name in SILENT:
            self.reading.unknown(node)
            return ()
        self._depth += 1
        found: list[Block] = []
        if name in INLINE and not self._holds_blocks(node):
            loose: list[Parts] = []
            self._inline(node, (), None, None, loose)
            self._flush(node, loose, found)
        else:
            found += self._block(node, name)
        self._depth -= 1
        return tuple(found)

    # Vocabularies of their own

    def vocabulary(self, node: Element) -> list[Block]:
        """The blocks in an element of a vocabulary of its own: its texts as paragraphs, for its names say nothing here."""
        self._opened = set()
        found = self.blocks(node)
        self._opened = None
        return found

    def _open(self, node: Element, name: str, opened: set[str]) -> list[Block]:
        if name not in opened:
            opened.add(name)
            self.reading.lost(node, f"the markup <{local(node.tag)}>; what stands in it is kept")
        return self._paragraph(node)

    def is_vocabulary(self, node: Element) -> bool:
        """Whether an element has paragraphs, and all of them in elements that are not known here."""
        known = [child for child in node if self._is_known(self.name(child))]
        if any(self.name(child) in self._readers for child in known) or any(map(self._holds_known, known)):
            return False
        return any(folded(inner.tag) == "p" for inner in descendants(node))

    def _holds_known(self, node: Element) -> bool:
        """Whether blocks that are known stand in an element and in nothing unknown."""
        return any(
            self.name(child) in self._readers or (self._is_known(self.name(child)) and self._holds_known(child)) for child in node
        )
