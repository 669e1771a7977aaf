"""What editors call the places in an article: `paragraph 3`, `table 1, row 2, cell 4`, `subject 'Ferries', relevance`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import attrs

from newsmodel.cli import lines
from newsmodel.model import (
    Article, Aside, Byline, Concept, Count, Embed, Figure, Heading, List, Opaque, Paragraph, Preformatted, Quote, Separator,
    Table,
)  # fmt: skip
from newsmodel.model.blocks import BLOCKS

KINDS: dict[type, str] = {
    Paragraph: "paragraph", Heading: "heading", Quote: "quote", List: "list", Table: "table", Figure: "figure",
    Embed: "embed", Preformatted: "preformatted text", Separator: "separator", Aside: "aside", Opaque: "kept markup",
}  # fmt: skip
"""The blocks."""

# fmt: off
FIELDS: dict[str, str] = {
    # an article
    "id": "id", "version": "version", "identifiers": "identifier", "url": "address", "links": "link",
    "language": "language", "headline": "headline", "kicker": "kicker", "standfirst": "standfirst", "summary": "summary",
    "titles": "further title", "slug": "slug",
    "bylines": "byline", "byline_text": "byline as published", "contributors": "contributor", "dateline": "dateline",
    "located": "place of writing", "credit": "credit",
    "created": "created", "published": "published", "updated": "updated", "embargoed": "embargo", "expires": "expiry",
    "status": "status", "signals": "signal", "urgency": "urgency", "access": "access",
    "genres": "genre", "sections": "section", "subjects": "subject", "keywords": "keyword",
    "publisher": "publisher", "sources": "source", "rights": "rights",
    "lead": "lead figure", "body": "", "votes": "vote", "appeals": "appeal", "notes": "note",
    # people, concepts, labels, links
    "name": "name", "kind": "kind", "role": "role", "job_title": "job title", "affiliation": "affiliation",
    "location": "location", "email": "e-mail", "same_as": "same as", "code": "code", "uri": "URI", "type": "type",
    "rel": "relation", "relevance": "relevance", "confidence": "confidence", "broader": "broader term",
    "position": "position", "latitude": "latitude", "longitude": "longitude", "value": "", "scheme": "scheme",
    "href": "address", "title": "title", "content": "", "public": "for readers", "date": "date",
    # rights, pictures
    "holder": "holder", "year": "year", "notices": "notice", "terms": "usage term",
    "media": "picture", "caption": "caption", "creator": "creator", "agencies": "agency", "alt": "alternative text",
    "duration": "duration", "renditions": "file", "media_type": "media type", "width": "width", "height": "height",
    "size": "size",
    # blocks
    "level": "level", "blocks": "", "attribution": "said by", "source": "source", "items": "item", "ordered": "ordered",
    "rows": "row", "header": "header", "colspan": "columns covered", "rowspan": "rows covered", "provider": "provider",
    "text": "", "format": "format", "markup": "markup", "marks": "mark",
    # votes and appeals
    "motion": "motion", "voting_body": "who voted", "counts": "count", "unanimous": "unanimous", "margin": "margin",
    "result": "result", "requirement": "requirement", "held": "held", "evidence": "read in", "option": "option",
    "unit": "unit", "quote": "words", "block": "block", "start": "start",
    "heading": "heading", "paragraphs": "paragraph", "amounts": "amount", "beneficiary": "beneficiary",
    "call_to_action": "call to action", "currency": "currency", "period": "period",
}
"""The fields, of every class; those that hold several things in the singular. Empty: the place has no word of its own."""
# fmt: on


def place(article: Article, path: str) -> str:
    """What editors call the place at a JSON Pointer; a place behind the last member of a sequence is called by its kind."""
    value: Any = article
    found: list[str] = []
    word = ""
    for step in path.split("/")[1:]:
        if not isinstance(value, tuple):
            value, word = getattr(value, step), FIELDS[step]
            if not isinstance(value, tuple) or step in ("standfirst", "summary", "caption"):
                found.append(word)
        elif (index := int(step)) < len(value):
            found.append(member(value, index, word, alone=len(value) == 1 and bool(found)))
            value, word = value[index], "cell" if word == "row" else ""
        else:
            found.append(word)
    return lines.joined(*found)


def member(members: Sequence[Any], index: int, word: str, *, alone: bool = False) -> str:
    """What a member of a sequence is called: by its name where it has one, else by its kind and number."""
    one = members[index]
    if isinstance(one, BLOCKS):
        number = sum(type(other) is type(one) for other in members[: index + 1])
        return "" if alone and isinstance(one, Paragraph) else f"{KINDS[type(one)]} {number}"
    if isinstance(one, Count):
        return one.option
    if isinstance(one, (Byline, Concept)):
        return f"{word} '{lines.concept(one) if isinstance(one, Concept) else one.name}'"
    return word if len(members) == 1 and attrs.has(type(one)) else f"{word} {index + 1}"
