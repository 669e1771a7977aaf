"""xsdata, with classes that it makes from the standard's own schema (see the Makefile): the body is in them too."""

from __future__ import annotations

from functools import cache, partial
from importlib import import_module
from typing import Any

from lxml import etree

from benchmarks.peers import NAMESPACE, roots
from benchmarks.speed.contest import Attempt, Case, contender, tree_difference


@cache
def _parts() -> tuple[Any, Any, dict[str, Any]]:
    parsers, serializers = import_module("xsdata.formats.dataclass.parsers"), import_module("xsdata.formats.dataclass.serializers")
    return parsers.XmlParser(), serializers.XmlSerializer(), roots()


def _parse(data: bytes) -> Any:
    parser, _, classes = _parts()
    return parser.from_bytes(data, classes[etree.QName(etree.fromstring(data)).localname])


def _serialise(found: Any) -> bytes:
    text: str = _parts()[1].render(found, ns_map={None: NAMESPACE})
    return text.encode()


@contender("newsml-g2-read", "xsdata")
def read(case: Case) -> Attempt:
    """Bytes to objects; the check serialises them again."""
    parser, _, classes = _parts()
    root = classes[etree.QName(etree.fromstring(case.data)).localname]
    return Attempt(partial(parser.from_bytes, case.data, root), lambda found: tree_difference(case.data, _serialise(found)))


@contender("newsml-g2-write", "xsdata")
def write(case: Case) -> Attempt:
    """Objects to bytes."""
    return Attempt(partial(_serialise, _parse(case.data)), partial(tree_difference, case.data))
