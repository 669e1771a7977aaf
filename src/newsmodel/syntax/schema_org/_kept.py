"""What of an article reads back from schema.org's words: the account of a writing, without reading what was written.

Each function stands for one that writes and one that reads, and gives the value that is read back: the value itself where
all of it comes back, so that what is lost is found by comparing the few that are another object. Texts, addresses, times
and numbers of the model come back as they are: the model holds none that schema.org's JSON would change.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from operator import is_
from typing import Any, TypeVar

from newsmodel.contract import Members
from newsmodel.model import Article, Block, Byline, Caption, Concept, Evidence, Figure, Label, Link, Media, Paragraph, RichText, Rights, Time, Vote
from newsmodel.model.richtext import rich_plain_text
from newsmodel.syntax.schema_org._nodes import is_absolute
from newsmodel.syntax.schema_org._things import AUTHORS, COMMENTS, ORGANIZATIONS, PLACES, RELATED, RELATIONS, ROLES, TYPES
from newsmodel.syntax.times import parsed_time

Model = TypeVar("Model")

_NOWHERE: dict[str, Any] = {"kicker": None, "slug": None, "byline_text": None, "contributors": (), "embargoed": None, "signals": (), "urgency": None}
"""The fields of an article that schema.org has no place for, and what they read back as."""


def kept_fields(article: Article, texts: Sequence[str | None], kind: int | None) -> dict[str, Any]:
    """The fields of an article that may read back otherwise than they are, and what they read back as.

    Args:
        article: as it is; of what is not for readers, nothing is kept.
        texts: the text of each block of its body, as it is written; `None` of a figure.
        kind: which genre is written as the type of the article.
    """
    kept = _NOWHERE | {
        "links": _links(article.links), "standfirst": _plain(article.standfirst), "summary": _plain(article.summary),
        "titles": _each(article.titles, _text_alone), "bylines": _people(article.bylines),
        "located": _each(article.located, _place), "genres": _genres(article.genres, kind), "sections": _each(article.sections, _section),
        "subjects": _subjects(article.subjects), "publisher": article.publisher and _organization(article.publisher),
        "sources": _each(article.sources, _organization), "rights": article.rights and _rights(article.rights),
        "lead": article.lead and _figure(article.lead), "body": _body(article.body, texts), "votes": _each(article.votes, _vote),
        "notes": _notes(article.notes),
    }  # fmt: skip
    if article.dateline is not None and parsed_time(article.dateline):
        kept["dateline"] = None
    return kept


def _each(members: tuple[Model, ...], kept: Callable[[Model], Model | None]) -> tuple[Model | None, ...]:
    """What is kept of each member, in its own place; the sequence itself where that is all of it."""
    found = list(map(kept, members))
    return members if all(map(is_, members, found)) else Members(found)


def _inner(members: tuple[Model, ...], kept: Callable[[Model], Model | None]) -> tuple[Model, ...]:
    """The same of a sequence in what is made anew."""
    found = _each(members, kept)
    return members if found is members else tuple(one for one in found if one is not None)


def _in_order(members: tuple[Model, ...], found: list[tuple[int, Model]]) -> tuple[Model | None, ...]:
    """What is kept of the members with these numbers: in their own places, unless they come back in another order."""
    numbers = [number for number, _ in found]
    if numbers != sorted(numbers):
        return tuple(one for _, one in found)
    kept = dict(found)
    placed = [kept.get(number) for number in range(len(members))]
    return members if all(map(is_, members, placed)) else Members(placed)


# Texts


def _plain(content: RichText | None) -> RichText | None:
    if content is None or (len(content) == 1 and isinstance(content[0], str)):
        return content
    return (rich_plain_text(content),)


def _label(label: Label, role: str | None, language: str | None, date: Time | None) -> Label | None:
    """A label without some of its facts; `None` where it is not for readers."""
    if not label.public:
        return None
    content = _plain(label.content)
    if content is label.content and (role, language, date) == (label.role, label.language, label.date):
        return label
    return Label(content=content or (), role=role, language=language, date=date)


def _text_alone(label: Label) -> Label | None:
    return _label(label, None, None, None)


def _term(label: Label) -> Label | None:
    return _label(label, None, label.language, None)


def _notes(notes: tuple[Label, ...]) -> tuple[Label | None, ...]:
    told = [(number, _label(one, one.role, one.language, one.date)) for role in COMMENTS for number, one in enumerate(notes) if one.role == role]
    return _in_order(notes, [(number, one) for number, one in told if one is not None])


# Concepts


def _concept(concept: Concept, default: str, rel: str | None = None) -> Concept:
    kind = concept.type if concept.type in TYPES and concept.type != default else None
    written = kind or default
    broader = concept.broader
    if broader:
        broader = _inner(broader, lambda one: _concept(one, default)) if written in PLACES or written in ORGANIZATIONS else ()
    position = concept.position if written in PLACES else None
    if (
        kind == concept.type and rel == concept.rel and broader is concept.broader and position is concept.position
        and concept.relevance is None and concept.confidence is None
    ):  # fmt: skip
        return concept
    return Concept(
        name=concept.name, code=concept.code, uri=concept.uri, type=kind, rel=rel, same_as=concept.same_as, broader=broader, position=position
    )


def _place(concept: Concept) -> Concept:
    return _concept(concept, "Place")


def _organization(concept: Concept) -> Concept:
    return _concept(concept, "Organization")


def _subjects(subjects: tuple[Concept, ...]) -> tuple[Concept | None, ...]:
    """Those that the article mentions come behind those that it is about."""
    about = [(number, _concept(one, "Thing")) for number, one in enumerate(subjects) if one.rel != "mentions"]
    mentioned = [(number, _concept(one, "Thing", one.rel)) for number, one in enumerate(subjects) if one.rel == "mentions"]
    return _in_order(subjects, about + mentioned)


def _genres(genres: tuple[Concept, ...], kind: int | None) -> tuple[Concept | None, ...]:
    """The one that is the type of the article comes first."""
    first = [] if kind is None else [(kind, genres[kind])]
    return _in_order(genres, first + [(number, _genre(one)) for number, one in enumerate(genres) if number != kind])


def _genre(genre: Concept) -> Concept:
    text = genre.name or genre.uri or genre.code
    alone = Concept(uri=text) if text and is_absolute(text) else Concept(name=text)
    return genre if genre == alone else alone


def _section(section: Concept) -> Concept:
    alone = Concept(name=section.name or section.code or section.uri)
    return section if section == alone else alone


# People, rights, links


def _people(bylines: tuple[Byline, ...]) -> tuple[Byline | None, ...]:
    by_property: dict[str, list[tuple[int, Byline]]] = {name: [] for name in ("author", *ROLES)}
    for number, byline in enumerate(bylines):
        if byline.role in AUTHORS:
            by_property["author"].append((number, _person(byline, None)))
        else:
            by_property[byline.role if byline.role in ROLES else "contributor"].append((number, _person(byline, byline.role)))
    return _in_order(bylines, [one for kin in by_property.values() for one in kin])


def _person(byline: Byline, role: str | None) -> Byline:
    if byline.name and role == byline.role and (byline.kind == "person" or (byline.job_title is None and byline.affiliation is None)):
        return byline
    person = bool(byline.name) and byline.kind == "person"
    return Byline(
        name=byline.name or byline.affiliation or "", kind="person" if person else "organization", role=role,
        job_title=byline.job_title if person else None, affiliation=byline.affiliation if person else None,
        location=byline.location, email=byline.email, id=byline.id, url=byline.url, same_as=byline.same_as,
    )  # fmt: skip


def _rights(rights: Rights) -> Rights | None:
    holder = rights.holder and _organization(rights.holder)
    notices, terms = _inner(rights.notices, _text_alone), _inner(rights.terms, _term)
    if holder is rights.holder and notices is rights.notices and terms is rights.terms:
        return rights
    if not (holder or rights.year or notices or terms or rights.url):
        return None
    return Rights(holder=holder, year=rights.year, notices=notices, terms=terms, url=rights.url)


def _links(links: tuple[Link, ...]) -> tuple[Link | None, ...]:
    """Related pages come first, then the works by the property that names them."""
    related = [(number, _bare_link(one)) for number, one in enumerate(links) if one.rel in RELATED]
    works = [
        (number, _work(one, name))
        for name in dict.fromkeys(RELATIONS.values())
        for number, one in enumerate(links)
        if RELATIONS.get(one.rel) == name
    ]
    return _in_order(links, related + works)


def _bare_link(link: Link) -> Link:
    alone = Link(href=link.href)
    return link if link == alone else alone


def _work(link: Link, rel: str) -> Link:
    if link.rel == rel:
        return link
    return Link(rel=rel, href=link.href, title=link.title, type=link.type, language=link.language, version=link.version)


# Body, figures, votes


def _body(body: tuple[Block, ...], texts: Sequence[str | None]) -> tuple[Block | None, ...]:
    """Each block as it reads back, in its own place; `None` where it does not."""
    found: list[Block | None] = []
    alone = sum(map(bool, texts)) == 1  # a text alone is one line
    for block, text in zip(body, texts, strict=True):
        if isinstance(block, Figure):
            found.append(_figure(block))
        elif text:
            words = text.replace("\n", " ") if alone else text
            same = block.__class__ is Paragraph and len(block.content) == 1 and block.content[0] == words
            found.append(block if same else Paragraph(content=(words,)))
        else:
            found.append(None)
    return body if all(map(is_, body, found)) else Members(found)


def _figure(figure: Figure) -> Figure:
    caption = figure.caption and _caption(figure.caption)
    media = figure.media and _media(figure.media)
    if media == Media() and caption is not None:
        media = None
    return figure if media is figure.media and caption is figure.caption else Figure(media=media, caption=caption)


def _caption(caption: Caption) -> Caption:
    content = _plain(caption.content)
    if content is caption.content:
        return caption
    return Caption(content=content, credit=caption.credit, creator=caption.creator, agencies=caption.agencies)


def _media(media: Media) -> Media:
    rights = media.rights and _rights(media.rights)
    kind = "image" if media.kind == "graphic" else media.kind
    if rights is media.rights and kind == media.kind:
        return media
    return Media(
        kind=kind, id=media.id, url=media.url, title=media.title, alt=media.alt, duration=media.duration, rights=rights, renditions=media.renditions
    )


def _vote(vote: Vote) -> Vote:
    evidence = vote.evidence
    if evidence is None or evidence.start is None:
        return vote
    return Vote(
        motion=vote.motion, voting_body=vote.voting_body, counts=vote.counts, unanimous=vote.unanimous, margin=vote.margin, result=vote.result,
        requirement=vote.requirement, held=vote.held, evidence=Evidence(quote=evidence.quote, block=evidence.block),
    )  # fmt: skip
