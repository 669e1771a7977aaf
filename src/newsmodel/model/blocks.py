"""What a body is made of, and the text of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, TypeAlias, assert_never

from attrs import field, frozen
from attrs.validators import optional

from newsmodel.model import values
from newsmodel.model.making import quickly
from newsmodel.model.media import Caption, Media
from newsmodel.model.richtext import RichText, as_rich, content, optional_rich, rich_plain_text

if TYPE_CHECKING:
    from attrs import Attribute


def blocks_rule(instance: object, attribute: Attribute[Any], value: object) -> None:
    """Expects a tuple of blocks."""
    _each_block(instance, attribute, value)


def some_blocks_rule(instance: object, attribute: Attribute[Any], value: object) -> None:
    """Expects a tuple of at least one block."""
    _some_blocks(instance, attribute, value)


@quickly
@frozen(kw_only=True, weakref_slot=False)
class Paragraph:
    """A paragraph."""

    content: RichText = field(converter=as_rich, validator=content)


@quickly
@frozen(kw_only=True, weakref_slot=False)
class Heading:
    """A heading inside the body; the article's own is its headline."""

    content: RichText = field(converter=as_rich, validator=content)
    level: int = field(default=2, validator=values.whole(1, 6))
    """From 1 to 6, as in HTML."""


@quickly
@frozen(kw_only=True, weakref_slot=False)
class Quote:
    """A quotation that stands as a block."""

    blocks: tuple[Block, ...] = field(converter=values.many, validator=some_blocks_rule)
    attribution: str | None = field(default=None, validator=optional(values.line))
    """Who says it."""
    source: str | None = field(default=None, validator=optional(values.url))
    """Where it was published (HTML `cite`)."""
    role: str | None = field(default=None, validator=optional(values.line))
    """`pull` for one that repeats words of the text."""


def _items(instance: object, attribute: Attribute[Any], value: object) -> None:
    _some_items(instance, attribute, value)


def _nested(value: object) -> tuple[Any, ...]:
    outer: Any = values.many(value)  # type: ignore[arg-type]  # refused by the rule behind
    return tuple(values.many(inner) for inner in outer) if isinstance(outer, tuple) else outer


@quickly
@frozen(kw_only=True, weakref_slot=False)
class List:
    """A list; each item holds blocks."""

    items: tuple[tuple[Block, ...], ...] = field(converter=_nested, validator=_items)
    ordered: bool = field(default=False, validator=values.flag)


@quickly
@frozen(kw_only=True, weakref_slot=False)
class Cell:
    """A cell of a table."""

    blocks: tuple[Block, ...] = field(default=(), converter=values.many, validator=blocks_rule)
    header: bool = field(default=False, validator=values.flag)
    """Whether it names its column or row."""
    colspan: int = field(default=1, validator=values.whole(1, 1000))
    rowspan: int = field(default=1, validator=values.whole(1, 65534))


_rows = values.each(values.each(values.a(Cell), least=1), least=1)


@quickly
@frozen(kw_only=True, weakref_slot=False)
class Table:
    """A table: rows of cells."""

    rows: tuple[tuple[Cell, ...], ...] = field(converter=_nested, validator=_rows)
    caption: RichText | None = field(default=None, converter=optional_rich, validator=optional(content))


@quickly
@frozen(kw_only=True, weakref_slot=False)
class Figure:
    """A picture, a video or a sound with its caption; a caption may outlive its picture."""

    media: Media | None = field(default=None, validator=optional(values.a(Media)))
    caption: Caption | None = field(
        default=None, validator=[optional(values.a(Caption)), values.at_least_one_of("media", "caption")]
    )


_some_of_embed = values.at_least_one_of("url", "provider", "title", "blocks")


@quickly
@frozen(kw_only=True, weakref_slot=False)
class Embed:
    """Something of another site that is shown in the text: a post, a chart, a player."""

    url: str | None = field(default=None, validator=optional(values.url))
    provider: str | None = field(default=None, validator=optional(values.line))
    title: str | None = field(default=None, validator=optional(values.line))
    blocks: tuple[Block, ...] = field(default=(), converter=values.many)
    """What stands for it where it cannot be shown."""

    @blocks.validator
    def _check_blocks(self, attribute: Attribute[Any], value: object) -> None:
        blocks_rule(self, attribute, value)
        _some_of_embed(self, attribute, value)


@quickly
@frozen(kw_only=True, weakref_slot=False)
class Preformatted:
    """Text whose line breaks, tabs and spaces are part of it."""

    text: str = field(validator=values.preformatted)


@quickly
@frozen(kw_only=True, weakref_slot=False)
class Separator:
    """A break between two parts of the text."""


@quickly
@frozen(kw_only=True, weakref_slot=False)
class Aside:
    """A part that stands beside the text: a fact box, related stories, an update."""

    blocks: tuple[Block, ...] = field(converter=values.many, validator=some_blocks_rule)
    role: str | None = field(default=None, validator=optional(values.line))
    """`factbox`, `related`, `update`, or the source's own word."""


@quickly
@frozen(kw_only=True, weakref_slot=False)
class Opaque:
    """Markup that no block fits, kept as it was found. It is never written as markup."""

    format: str = field(validator=values.line)
    """The name of the format it comes from."""
    markup: str = field(validator=values.markup)
    text: str | None = field(default=None, validator=optional(values.preformatted))
    """What a reader would have seen of it."""


Block: TypeAlias = (
    Paragraph | Heading | Quote | List | Table | Figure | Embed | Preformatted | Separator | Aside | Opaque
)
"""A part of a body. The union is closed: every `match` over it ends in `assert_never`."""
BLOCKS = (Paragraph, Heading, Quote, List, Table, Figure, Embed, Preformatted, Separator, Aside, Opaque)
_a_block = values.a(*BLOCKS)
_each_block = values.each(_a_block)
_some_blocks = values.each(_a_block, least=1)
_some_items = values.each(_each_block, least=1)
for _rule, _same in ((blocks_rule, _each_block), (some_blocks_rule, _some_blocks), (_items, _some_items)):
    values.HOLDS[_rule] = values.HOLDS[_same]


def children(block: Block) -> tuple[Block, ...]:
    """The blocks that stand directly in `block`."""
    match block:
        case Paragraph() | Heading() | Figure() | Preformatted() | Separator() | Opaque():
            return ()
        case Quote() | Aside() | Embed():
            return block.blocks
        case List():
            return tuple(inner for item in block.items for inner in item)
        case Table():
            return tuple(inner for row in block.rows for cell in row for inner in cell.blocks)
        case _ as never:
            assert_never(never)


def descend(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """The blocks and all blocks in them, in reading order."""
    for block in blocks:
        yield block
        yield from descend(children(block))


_FLAT = (Paragraph, Heading, Figure)
"""Most blocks: those that hold no others and come often."""


def nesting(blocks: tuple[Block, ...]) -> int:
    """How deep blocks stand in blocks: 1 where none holds another."""
    depth, level = 0, blocks
    while level:
        depth += 1
        level = tuple([inner for block in level if type(block) not in _FLAT for inner in children(block)])
    return depth


def block_plain_text(block: Block) -> str:
    """What a reader sees of `block`, without marks: lines, cells of a row separated by tabs."""
    match block:
        case Paragraph() | Heading():
            return rich_plain_text(block.content)
        case Quote() | Aside():
            return blocks_plain_text(block.blocks)
        case List():
            return "\n".join(filter(None, map(blocks_plain_text, block.items)))
        case Table():
            rows = ["\t".join([blocks_plain_text(cell.blocks) for cell in row]) for row in block.rows]
            return "\n".join(filter(None, [rich_plain_text(block.caption or ()), *rows]))
        case Figure():
            return caption_plain_text(block.caption) if block.caption else ""
        case Embed():
            return blocks_plain_text(block.blocks) or block.title or ""
        case Preformatted():
            return block.text
        case Opaque():
            return block.text or ""
        case Separator():
            return ""
        case _ as never:
            assert_never(never)


def blocks_plain_text(blocks: tuple[Block, ...], between: str = "\n") -> str:
    """What a reader sees of the blocks."""
    return between.join(filter(None, map(block_plain_text, blocks)))


def caption_plain_text(caption: Caption) -> str:
    """A caption's text and credit, in one line each."""
    return "\n".join(filter(None, [rich_plain_text(caption.content or ()), caption.credit]))
