"""lxml: parsing alone, serialising a ready tree alone, the limits of XML and HTML; and a tree built element by element."""

from __future__ import annotations

from functools import partial
from typing import Any

from lxml import etree, html

from benchmarks.speed.contest import Attempt, Case, contender, same_count, tree_difference


def parse(case: Case) -> Attempt:
    """Bytes to a tree, which says nothing of an article."""
    return Attempt(partial(etree.fromstring, case.data), same_count(case))


def touch(case: Case) -> Attempt:
    """Bytes to a tree, and each name and text of it seen once from Python."""

    def run() -> list[tuple[Any, ...]]:
        return [(node.tag, node.text, node.tail) for node in etree.fromstring(case.data).iter()]

    meant = sum(1 for _ in etree.fromstring(case.data).iter())
    return Attempt(run, lambda seen: None if len(seen) == meant else "other elements")


def serialise(case: Case) -> Attempt:
    """A ready tree to bytes."""
    root = etree.fromstring(case.data)
    return Attempt(partial(etree.tostring, root, encoding="utf-8"), partial(tree_difference, case.data))


def build(case: Case) -> Attempt:
    """The tree made element by element from a list of its names, attributes and texts, then serialised."""
    root = etree.fromstring(case.data)
    numbers: dict[Any, int] = {node: number for number, node in enumerate(root.iter(etree.Element))}
    steps = [(numbers[node.getparent()], node.tag, dict(node.attrib), node.text, node.tail) for node in numbers if node is not root]
    start = (root.tag, dict(root.attrib), root.nsmap, root.text)

    def run() -> bytes:
        tag, attributes, prefixes, text = start
        made = [etree.Element(tag, attributes, prefixes)]
        made[0].text = text
        for parent, name, given, inner, tail in steps:
            node = etree.SubElement(made[parent], name, given)
            node.text, node.tail = inner, tail
            made.append(node)
        done: bytes = etree.tostring(made[0], encoding="utf-8")
        return done

    return Attempt(run, partial(tree_difference, case.data))


for _codec in ("newsml-g2", "nitf"):
    contender(f"{_codec}-read", "lxml parse", note="a tree")(parse)
    contender(f"{_codec}-read", "lxml parse, all seen", note="names and texts of a tree")(touch)
    contender(f"{_codec}-write", "lxml tostring", note="of a ready tree")(serialise)
    contender(f"{_codec}-write", "lxml tree built", note="from a ready list of elements")(build)


@contender("html-write", "lxml tostring", note="of a ready tree")
def serialise_page(case: Case) -> Attempt:
    """A ready tree of HTML to bytes."""
    root = html.fromstring(case.data.decode())
    meant: bytes = etree.tostring(root)
    return Attempt(partial(html.tostring, root, encoding="utf-8"), lambda data: None if etree.tostring(html.fromstring(data.decode())) == meant else "another page")


def parse_page(case: Case) -> Attempt:
    """HTML to a tree."""
    return Attempt(partial(html.document_fromstring, case.data), lambda root: None if len(root) else "an empty tree")


for _row in ("html-read", "page"):
    contender(_row, "lxml parse", note="a tree")(parse_page)
