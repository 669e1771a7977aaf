"""Documents with damage: every place of an XML document, each wrong in every way.

A reader gives a `ReadError`, an article with a reported loss, or another article; never an exception of another kind, and
never the same article in silence where a value was altered.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from lxml import etree

from newsmodel.contract import Codec, same
from newsmodel.errors import ReadError

VALUES = ("", "\x80", "x y", "9" * 30, "http://[")


def place(node: Any) -> str:
    """The name of an element, without its namespace."""
    return str(etree.QName(node).localname)


def damages(root: Any) -> Iterator[tuple[str, Any]]:
    """Each damaged document, with what was done to it: `p repeated`, `a/@href = 'x y'`."""
    for index, node in enumerate(root.iter()):
        for what, damage in [("removed", remove), ("emptied", empty), ("text", add_text), ("child", _add_child), ("repeated", repeat)]:
            yield from damaged(root, index, f"{place(node)} {what}", damage)
        for name in node.attrib:
            shown = f"{place(node)}/@{name.replace('{urn:newsmodel:1}', 'nm:')}"
            yield from damaged(root, index, f"{shown} removed", partial(remove_attribute, name=name))
            for value in (*VALUES, node.get(name) + "9"):
                yield from damaged(root, index, f"{shown} = {value!r}", partial(set_attribute, name=name, value=value))
        yield from damaged(root, index, f"{place(node)}/@new", partial(set_attribute, name="new", value="1"))


def unnoticed(codec: Codec, document: bytes, is_excused: Callable[[str], bool]) -> tuple[list[str], int]:
    """The damages after which the same article is read without a word, and how many damages were tried."""
    whole = codec.read(document)
    silent, tried = [], 0
    for what, changed in damages(etree.fromstring(document)):
        tried += 1
        try:
            read = codec.read(etree.tostring(changed))
        except ReadError as error:
            assert error.problems, what
            continue
        told = {loss.reason for loss in read.losses} - {loss.reason for loss in whole.losses}
        if not told and same(read.article, whole.article) and not is_excused(what):
            silent.append(what)
    return sorted(set(silent)), tried


def damaged(root: Any, index: int, what: str, damage: Callable[[Any], object]) -> Iterator[tuple[str, Any]]:
    changed = copy.deepcopy(root)
    node = next(one for number, one in enumerate(changed.iter()) if number == index)
    before = etree.tostring(changed)
    damage(node)
    if etree.tostring(changed) != before:
        yield what, changed


def remove_attribute(node: Any, name: str) -> None:
    del node.attrib[name]


def set_attribute(node: Any, name: str, value: str) -> None:
    node.set(name, value)


def remove(node: Any) -> None:
    if node.getparent() is not None:
        node.getparent().remove(node)


def empty(node: Any) -> None:
    tail = node.tail
    for child in list(node):
        node.remove(child)
    node.text, node.tail = None, tail


def add_text(node: Any) -> None:
    node.text = (node.text or "") + "9"


def _add_child(node: Any) -> None:
    etree.SubElement(node, "new").text = "9"


def repeat(node: Any) -> None:
    if node.getparent() is not None:
        node.addnext(copy.deepcopy(node))
