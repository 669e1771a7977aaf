"""Libraries that take the text out of a page."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

from benchmarks.speed import faults
from benchmarks.speed.contest import Attempt, Case, contender


def _trafilatura(data: bytes) -> str | None:
    library = import_module("trafilatura")
    found = library.bare_extraction(data, with_metadata=True, include_comments=False)
    return None if found is None else found.text


def _newspaper(data: bytes) -> str | None:
    article: Any = import_module("newspaper").Article("https://paper.example/", fetch_images=False)
    article.download(input_html=data.decode("utf-8", "replace"))
    article.parse()
    text: str = article.text
    return text


def _readability(data: bytes) -> str | None:
    document: Any = import_module("readability").Document(data.decode("utf-8", "replace"))
    return " ".join(import_module("lxml.html").document_fromstring(document.summary()).itertext())


def _resiliparse(data: bytes) -> str | None:
    text: str = import_module("resiliparse.extract.html2text").extract_plain_text(data.decode("utf-8", "replace"), main_content=True, alt_texts=False, links=False)
    return text


def _entered(take: Callable[[bytes], str | None]) -> Callable[[Case], Attempt]:
    return lambda case: Attempt(lambda: take(case.data), lambda found: faults.too_little(case.article.text, found))


contender("page", "trafilatura", note="text and metadata, no blocks, figures, votes or appeals")(_entered(_trafilatura))
contender("page", "newspaper4k", note="text and metadata")(_entered(_newspaper))
contender("page", "readability-lxml", note="the text's markup alone")(_entered(_readability))
contender("page", "resiliparse", note="plain text alone")(_entered(_resiliparse))
