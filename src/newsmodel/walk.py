"""Going through an article: visit every part, change some, take the plain text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeVar, cast

import attrs

from newsmodel.model import Article, Block, Caption, RichText, Span
from newsmodel.model.blocks import BLOCKS, block_plain_text, blocks_plain_text, caption_plain_text
from newsmodel.model.richtext import rich_plain_text

Part = TypeVar("Part")


def visit(value: object, path: str = "") -> Iterator[tuple[str, Any]]:
    """Every part of `value`, from the whole to the single values, each with its JSON Pointer (RFC 6901).

    Values that are absent (`None` and empty sequences) are left out.

    >>> from newsmodel.model import Article, Byline
    >>> [path for path, part in visit(Article(headline="Rain", bylines=[Byline(name="Ann Bell")])) if part == "Ann Bell"]
    ['/bylines/0/name']
    """
    yield path, value
    cls: type[Any] = type(value)
    if attrs.has(cls):
        for field in attrs.fields(cls):
            inner = getattr(value, field.name)
            if inner is not None and inner != ():
                yield from visit(inner, f"{path}/{field.name}")
    elif isinstance(value, tuple):
        for index, inner in enumerate(value):
            yield from visit(inner, f"{path}/{index}")


def transform(value: Part, change: Callable[[Any], Any]) -> Part:
    """`value` with every model object in it replaced by `change(object)`, the innermost first.

    `change` gets each object whose parts have been changed already, and returns it, another one, or `None` to take it
    out of the sequence or the optional field that holds it.

    >>> from newsmodel.model import Article, Byline
    >>> article = Article(headline="Rain", bylines=[Byline(name="Ann Bell"), Byline(name="Bo Li")])
    >>> transform(article, lambda part: None if part == Byline(name="Bo Li") else part).bylines
    (Byline(name='Ann Bell', kind='person', role=None, job_title=None, affiliation=None, location=None, email=None, id=None, url=None, same_as=()),)
    """
    if isinstance(value, tuple):
        changed = tuple(transform(inner, change) for inner in value)
        return cast("Part", tuple(inner for inner in changed if inner is not None))
    cls: type[Any] = type(value)
    if not attrs.has(cls):
        return value
    instance: Any = value
    moved = {}
    for field in attrs.fields(cls):
        old = getattr(instance, field.name)
        if (new := transform(old, change)) is not old and new != old:
            moved[field.name] = new
    return cast("Part", change(attrs.evolve(instance, **moved) if moved else instance))


def plain_text(value: Article | Block | Caption | RichText | tuple[Block, ...] | Span | str | None) -> str:
    r"""What a reader sees of `value`, without marks; of an article, its body with a blank line between blocks.

    >>> from newsmodel.model import Heading, Paragraph
    >>> plain_text((Heading(content="Result"), Paragraph(content="Nobody won.")))
    'Result\nNobody won.'
    """
    if value is None or isinstance(value, str):
        return value or ""
    if isinstance(value, (Article, Span)):
        return value.text
    if isinstance(value, Caption):
        return caption_plain_text(value)
    if isinstance(value, BLOCKS):
        return block_plain_text(value)
    if value and isinstance(value[0], BLOCKS):
        return blocks_plain_text(value)
    return rich_plain_text(cast("RichText", value))
