"""What of an article reads back from the keys of a document of 3.1: the account of a writing, without reading what was written.

Each function stands for one that writes and one that reads, and gives the value that is read back: the value itself where
all of it comes back, so that only of the others anything has to be told beside the keys.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from datetime import datetime
from operator import is_
from typing import Any, TypeVar

from newsmodel.formats.ninjs import _names as names
from newsmodel.formats.ninjs._parts import is_number
from newsmodel.model import (
    Article, Byline, Caption, Concept, Coordinates, Figure, Identifier, Label, Link, Media, Rendition, RichText, Rights, Time,
)  # fmt: skip
from newsmodel.model.richtext import rich_plain_text

Model = TypeVar("Model")
Listed = Iterable[tuple[Model, str]]
"""Members, each with the key of the list that it is written to."""

_NOWHERE: dict[str, Any] = {"published": None, "signals": (), "access": None}
"""The fields of an article that no key holds, and what they read back as."""
_UNNAMED = re.compile(names.UNNAMED + "[0-9]+")


def kept_fields(article: Article, uri: str, picture: str, bylines: Listed[Byline], contributors: Listed[Byline], subjects: Listed[Concept]) -> dict[str, Any]:
    """The fields of an article that may read back otherwise than they are, and what they read back as.

    Args:
        article: as it is.
        uri: the identifier that is written.
        picture: the same of the picture above the text; empty where there is none.
        bylines: in the lists that they are written to; so with those that follow.
        contributors: the same.
        subjects: the same.
    """
    kept = _NOWHERE | {name: _moment(getattr(article, name)) for name in names.TIMES}
    return kept | {
        "id": uri, "identifiers": _each(article.identifiers, _identifier), "links": _each(article.links, _link),
        "titles": _each(article.titles, _title), "bylines": _listed(article.bylines, bylines, _byline),
        "contributors": _listed(article.contributors, contributors, _contributor),
        "located": _each(article.located, lambda one: _concept(one, "places")), "genres": _each(article.genres, lambda one: _concept(one, "genres")),
        "sections": _each(article.sections, lambda one: _concept(one, "subjects")), "subjects": _listed(article.subjects, subjects, _subject),
        "publisher": article.publisher and _concept(article.publisher, "organisations"),
        "sources": _each(article.sources, lambda one: _concept(one, "infoSources", rel=one.rel)),
        "rights": article.rights and _rights(article.rights, article.rights.url), "lead": article.lead and _figure(article.lead, picture),
        "notes": _first(article.notes, public=False),
    }  # fmt: skip


def _moment(value: Time | None) -> Time | None:
    return value if isinstance(value, datetime) and value.tzinfo is not None else None


def _each(members: tuple[Model, ...], kept: Callable[[Model], Model | None]) -> tuple[Model, ...]:
    """What is kept of the members; the sequence itself where that is all of it."""
    found = tuple([inner for one in members if (inner := kept(one)) is not None])
    return members if len(members) == len(found) and all(map(is_, members, found)) else found


def _listed(members: tuple[Model, ...], listed: Listed[Model], kept: Callable[[Model, str], Model | None]) -> tuple[Model, ...]:
    found = tuple([inner for one, key in listed if (inner := kept(one, key)) is not None])
    return members if len(members) == len(found) and all(map(is_, members, found)) else found


def _identifier(identifier: Identifier) -> Identifier:
    return Identifier(value=identifier.value) if identifier.scheme == names.CANONICAL else identifier


def _link(link: Link) -> Link | None:
    if not names.is_uri(link.href):
        return None
    return link if link.type is None else Link(rel=link.rel, href=link.href, title=link.title, language=link.language, version=link.version)


# Labels and rights


def _title(title: Label) -> Label:
    role = title.role if title.role and title.role.lower() not in names.HEADLINE_ROLES else None
    role = None if role == names.TITLE else role
    if role == title.role and title.language is None and title.public and title.date is None:
        return title
    return Label(content=title.content, role=role)


def _first(labels: tuple[Label, ...], *, public: bool = True) -> tuple[Label, ...]:
    """The words of the first."""
    if not labels:
        return labels
    label = labels[0]
    content: RichText = label.content
    if not (len(content) == 1 and isinstance(content[0], str)):
        content = (rich_plain_text(content),)
    if content is label.content and label.public is public and label.role is None and label.language is None and label.date is None:
        return labels if len(labels) == 1 else labels[:1]
    return (Label(content=content, public=public),)


def _rights(rights: Rights, url: str | None) -> Rights | None:
    url = url if names.is_uri(url) else None
    holder = rights.holder
    if holder is not None:
        alone = None if holder.name is None else Concept(name=holder.name)
        holder = holder if holder == alone else alone
    notices, terms = _first(rights.notices), _first(rights.terms)
    if holder is rights.holder and notices is rights.notices and terms is rights.terms and url == rights.url and rights.year is None:
        return rights
    return Rights(holder=holder, notices=notices, terms=terms, url=url) if holder or notices or terms or url else None


# Concepts and people


def _subject(concept: Concept, key: str) -> Concept | None:
    return _concept(concept, key, kind=names.KINDS[key], rel=None if concept.rel in names.RESERVED[key] else concept.rel)


def _concept(concept: Concept, key: str, kind: str | None = None, rel: str | None = None) -> Concept | None:
    """A concept in a list; `None` where the list cannot say what it is."""
    uri = concept.uri if names.is_uri(concept.uri) else None
    if not (concept.name or concept.code or uri):
        return None
    relevance, confidence = ((concept.relevance, concept.confidence) if key == "subjects" else (None, None))
    relevance, confidence = (one if type(one) is int else None for one in (relevance, confidence))
    position = concept.position if key == "places" and concept.position and _is_kept(concept.position) else None
    if (
        uri == concept.uri and kind == concept.type and rel == concept.rel and relevance == concept.relevance
        and confidence == concept.confidence and position is concept.position and not concept.broader and not concept.same_as
    ):  # fmt: skip
        return concept
    return Concept(
        name=concept.name, code=concept.code, uri=uri, type=kind, rel=rel, relevance=relevance, confidence=confidence, position=position
    )


def _is_kept(position: Coordinates) -> bool:
    """Whether a position comes back from JSON's floating point."""
    degrees = (position.longitude, position.latitude)
    return names.is_exact(degrees) and all(is_number(json.dumps(float(one))) for one in degrees)


def _byline(byline: Byline, key: str) -> Byline | None:
    return _person(byline, key, byline.role if byline.role in names.RELATION_OF_ROLE else None)


def _contributor(byline: Byline, key: str) -> Byline | None:
    return _person(byline, key, None)


def _person(byline: Byline, key: str, role: str | None) -> Byline | None:
    if not byline.name:
        return None
    kind = "person" if key == "people" else "organization"
    if kind == byline.kind and role == byline.role and not (byline.job_title or byline.affiliation or byline.location or byline.same_as):
        return byline
    return Byline(name=byline.name, kind=kind, role=role, email=byline.email, id=byline.id, url=byline.url)  # type: ignore[arg-type]  # one of the two kinds


# Pictures


def _figure(figure: Figure, uri: str) -> Figure:
    media = _media(figure.media or Media(), uri)
    caption = figure.caption and _caption(figure.caption)
    return figure if media is figure.media and caption is figure.caption else Figure(media=media, caption=caption)


def _caption(caption: Caption) -> Caption | None:
    if not caption.agencies:
        return caption
    if not (caption.content or caption.credit or caption.creator):
        return None
    return Caption(content=caption.content, credit=caption.credit, creator=caption.creator)


def _media(media: Media, uri: str) -> Media:
    renditions = _each(media.renditions, _rendition)
    known = None if any(one.href == uri for one in renditions) else uri
    rights = media.rights and _rights(media.rights, None)
    if known == media.id and renditions is media.renditions and rights is media.rights and media.duration is None:
        return media
    return Media(kind=media.kind, id=known, url=media.url, title=media.title, alt=media.alt, rights=rights, renditions=renditions)


def _rendition(rendition: Rendition) -> Rendition | None:
    if not names.is_uri(rendition.href):
        return None
    if rendition.name is None or not _UNNAMED.fullmatch(rendition.name):
        return rendition
    return Rendition(href=rendition.href, media_type=rendition.media_type, width=rendition.width, height=rendition.height, size=rendition.size)
