"""NewsML-G2 with damage: every place of a rich document, each wrong in every way.

Each gives a `ReadError` with a position, an article with a reported loss, or another article; never an exception of
another kind, and never the same article in silence where a value was altered.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

import pytest
from lxml import etree

from newsmodel.contract import same
from newsmodel.errors import ReadError
from newsmodel.formats.newsml_g2 import NewsmlG2
from newsmodel.formats.newsml_g2._names import NAR
from newsmodel.model import Article
from tests.damage import add_text, damaged, empty, remove, remove_attribute, repeat, set_attribute
from tests.test_formats_newsml_g2 import rich_article

CODEC = NewsmlG2()
SPARSE = Article(headline="Rain", updated=rich_article().published, body=[])

# What says how a document is made, not what the article is: to alter it changes no value.
MACHINERY = {"catalogRef", "catalogRef/@new", "catalogRef/@href", "newsItem/@standardversion", "inlineXML/@contenttype", "th/@scope", "pre/@class", "div/@class"}
# What repeats another value or states what is understood anyway: it may be absent, and be there twice.
REDUNDANT = {
    "newsItem/@nm:mapping",
    "newsItem/@standard", "newsItem/@conformance", "newsItem/@{http://www.w3.org/XML/1998/namespace}lang", "language", "language/@tag",
    "itemClass", "itemClass/@qcode", "creator/@type", "contributor/@type", "description/@role", "headline/@roleuri", "head", "title",
    "contentCreated", "caption",
}  # fmt: skip
# What holds one value may say the same again.
SINGLE = set("rightsInfo provider versionCreated embargoed pubStatus expires urgency slugline by dateline creditline article".split())
ABSENCE = {"removed", "emptied", "repeated", "= ''"}
# In markup, an attribute that no block asks for is presentation; elements without content are read by their name.
PRESENTATION = {"@new", "text", "child"}
XHTML = "{http://www.w3.org/1999/xhtml}"


def documents() -> list[tuple[Article, Any]]:
    return [(article, etree.fromstring(CODEC.write(article).data)) for article in (rich_article(), SPARSE)]


def place(node: Any) -> str:
    return str(etree.QName(node).localname)


def damages(root: Any) -> Iterator[tuple[str, Any]]:
    """Each damaged document, with what was done to it."""
    for index, node in enumerate(root.iter()):
        for what, damage in [("removed", remove), ("emptied", empty), ("text", add_text), ("child", add_child), ("repeated", repeat)]:
            if node.tag not in (XHTML + "br", XHTML + "hr") or what not in PRESENTATION:
                yield from damaged(root, index, f"{place(node)} {what}", damage)
        for name in node.attrib:
            shown = f"{place(node)}/@{name.replace('{urn:newsmodel:1}', 'nm:')}"
            yield from damaged(root, index, f"{shown} removed", partial(remove_attribute, name=name))
            for value in ("", "\x80", "x y", "9" * 30, "http://[", node.get(name) + "9"):
                yield from damaged(root, index, f"{shown} = {value!r}", partial(set_attribute, name=name, value=value))
        if not node.tag.startswith(XHTML):
            yield from damaged(root, index, f"{place(node)}/@new", partial(set_attribute, name="new", value="1"))


def add_child(node: Any) -> None:
    etree.SubElement(node, f"{{{NAR}}}new").text = "9"


def is_excused(what: str) -> bool:
    where, _, damage = what.partition(" ")
    return where in MACHINERY or (where in REDUNDANT and damage in ABSENCE) or (where in SINGLE and damage == "repeated")


@pytest.mark.parametrize("number", [0, 1])
def test_no_damage_goes_unnoticed(number: int) -> None:
    article, root = documents()[number]
    silent, cases = [], 0
    for what, changed in damages(root):
        cases += 1
        try:
            read = CODEC.read(etree.tostring(changed))
        except ReadError as error:
            assert all(problem.position.line is not None for problem in error.problems), what
            continue
        if not read.losses and same(read.article, article) and not is_excused(what):
            silent.append(what)

    assert cases > 100
    assert silent == []
