"""newsmlg2, the IPTC's own library."""

from __future__ import annotations

from functools import partial
from importlib import import_module
from typing import Any

from lxml import etree

from benchmarks.peers import NAMESPACE
from benchmarks.speed.contest import Attempt, Case, contender


@contender("newsml-g2-read", "newsmlg2", note="leaves the body and foreign attributes unread")
def read(case: Case) -> Attempt:
    """Bytes to objects of the envelope. The check looks at what an envelope must say."""
    document = import_module("NewsMLG2").NewsMLG2Document

    def fault(found: Any) -> str | None:
        written = etree.fromstring(found.to_xml_string().encode())
        meant = etree.fromstring(case.data)
        return next((f"another {name}" for name in ("headline", "subject", "creator") if _said(meant, name) != _said(written, name)), None)

    return Attempt(partial(document, case.data), fault)


def _said(root: Any, name: str) -> list[Any]:
    """What the elements of a name hold, in and below them: words in any order, and the standard's own attributes."""
    found = root.iter(f"{{{NAMESPACE}}}{name}")
    return [[sorted(" ".join(node.itertext()).split()), sorted(one for one in node.attrib.items() if not one[0].startswith("{"))] for node in found]
