"""An article to ninjs: the document as 3.1 has it, which older versions are made from."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import Any, TypeVar

import attrs
import msgspec

from newsmodel import structure
from newsmodel.contract import Filled
from newsmodel.formats._markup.write import MarkupWriter
from newsmodel.syntax.times import written_time
from newsmodel.formats.html._details import kept
from newsmodel.formats.ninjs import _names as names
from newsmodel.formats.ninjs._bodies import BODY
from newsmodel.formats.ninjs._details import details
from newsmodel.formats.ninjs._kept import kept_fields
from newsmodel.formats.ninjs._read import envelope_of, read_envelope
from newsmodel.formats.ninjs._versions import lowered
from newsmodel.model import Article, Block, Byline, Concept, Figure, Heading, Label, Link, Media, Rendition, RichText, Rights, Time
from newsmodel.model.richtext import rich_plain_text

Item = dict[str, Any]
Member = TypeVar("Member", Byline, Concept)


class ItemWriter:
    """Writes one article."""

    def __init__(self, article: Article, version: str, *, extended: bool = False, in_place: bool = False) -> None:
        """`in_place` leaves a member that stands out of the order in which lists are read to the details, where others would be moved."""
        self.article = article
        self._in_place = in_place
        self.version = version
        self.extended = extended

    def write(self) -> tuple[Item, tuple[Filled, ...]]:
        """The document, and what was made up for it."""
        article = self.article
        filled = () if names.is_uri(article.id) else (Filled(name="uri", value=self._made_up_uri()),)
        uri = filled[0].value if filled else str(article.id)
        document = _without_none(self._envelope(uri))
        edits = details(*self._said_and_meant(document, uri))
        if not article.headline:
            edits.insert(0, {"path": "/headline", "of": "", "value": ""})
        document["bodies"] = [*self._texts(), *(() if self.extended else self._carriers(edits))]
        if not document["bodies"]:
            del document["bodies"]
        extension = self._extension(edits) if self.extended else {}
        return lowered(document, self.version) | extension, filled

    def _said_and_meant(self, document: Item, uri: str) -> tuple[Item, Item]:
        """What the keys say of the article, and what it is, as native JSON; what is sure to be the same may be left out."""
        if self.version != "3.1" or self._in_place:
            return read_envelope(lowered(document, self.version)), envelope_of(self.article)
        back = self.kept(uri)
        changed = [name for name in _FIELDS if name in back and back[name] is not getattr(self.article, name)]
        return _plain({name: back[name] for name in changed}), _plain({name: getattr(self.article, name) for name in changed})

    def kept(self, uri: str) -> dict[str, Any]:
        """The fields that may read back otherwise from the keys of 3.1, and what they read back as; `uri` is the identifier written."""
        article = self.article
        picture = "" if article.lead is None else _uri_of(article.lead)
        bylines, contributors = (self._in_order(members, _byline_key, "people") for members in (article.bylines, article.contributors))
        subjects = self._in_order(article.subjects, _subject_key, "subjects")
        return kept_fields(article, uri, picture, bylines, contributors, subjects)

    def _made_up_uri(self) -> str:
        return names.FILLED + hashlib.sha256(msgspec.json.encode(structure.plain(self.article))).hexdigest()

    def _envelope(self, uri: str) -> Item:
        article = self.article
        schema = names.EXTENDED_SCHEMA if self.extended else names.SCHEMA
        written: Item = {
            "uri": uri,
            "standard": {"name": "ninjs", "version": self.version, "schema": schema.format(version=self.version)},
            "type": "text",
            "version": None if article.version is None else str(article.version),
        }
        written |= {key: _moment(getattr(article, field)) for field, key in names.TIMES.items()}
        written |= {"pubStatus": article.status, "urgency": article.urgency, "language": article.language}
        written |= _rights(article.rights)
        written["edNote"] = rich_plain_text(article.notes[0].content) if article.notes else None
        written["headlines"] = self._headlines()
        written["descriptions"] = [
            *([_text(article.summary, names.SUMMARY)] if article.summary else []),
            *({"role": role, "value": line} for role, line in self._lines() if line),
        ]
        written |= {key: getattr(article, field) for field, key in names.LINES.items()}
        written["located"] = article.located[0].name if article.located else None
        written |= self._concepts()
        if article.rights and names.is_uri(article.rights.url):
            written["rightsInfo"] = {"linkedRights": article.rights.url}
        written["altIds"] = self._alternative_ids()
        written["associations"] = [*self._lead(), *filter(None, map(_link, range(1, 1 + len(article.links)), article.links))]
        return written

    def _lines(self) -> Iterable[tuple[str, str | None]]:
        return ((names.CREDIT, self.article.credit), (names.DATELINE, self.article.dateline))

    def _headlines(self) -> list[Item]:
        article = self.article
        found: list[Item] = [{"role": names.MAIN, "value": article.headline}] if article.headline else []
        if article.kicker:
            found.append({"role": names.KICKER, "value": article.kicker})
        if article.standfirst:
            found.append(_text(article.standfirst, names.STANDFIRST))
        return found + [_text(title.content, _title_role(title)) for title in article.titles]

    def _alternative_ids(self) -> list[Item]:
        found: list[Item] = [{"role": names.CANONICAL, "value": self.article.url}] if self.article.url else []
        for one in self.article.identifiers:
            role = {"role": one.scheme} if one.scheme and one.scheme != names.CANONICAL else {}
            found.append({**role, "value": one.value})
        return found

    def _concepts(self) -> Item:
        article = self.article
        written: Item = {key: [] for key in ("people", "organisations", "places", "subjects", "events", "objects")}
        written["places"] += [_concept(one, "places", names.LOCATED) for one in article.located]
        for field, relation in (("bylines", None), ("contributors", names.CONTRIBUTOR)):
            for byline, key in self._in_order(getattr(article, field), _byline_key, "people"):
                if byline.name:
                    written[key].append(_byline(byline, relation or names.RELATION_OF_ROLE.get(byline.role, names.CREATOR)))
        for concept, key in self._in_order(article.subjects, _subject_key, "subjects"):
            written[key].append(_concept(concept, key, None))
        written["subjects"] += [_concept(one, "subjects", names.SECTION) for one in article.sections]
        written["subjects"] += [{"name": keyword, "rel": names.KEYWORD} for keyword in article.keywords]
        if article.publisher:
            written["organisations"].append(_concept(article.publisher, "organisations", names.PUBLISHER))
        written["infoSources"] = [_concept(one, "infoSources", None) for one in article.sources]
        written["genres"] = [_concept(one, "genres", None) for one in article.genres]
        return {key: [one for one in entries if one is not None] for key, entries in written.items()}

    def _in_order(self, members: Iterable[Member], key_of: Callable[[Member], str], first: str) -> Iterable[tuple[Member, str]]:
        return _in_place(members, key_of) if self._in_place else _in_order(members, key_of, first)

    def _lead(self) -> list[Item]:
        return [] if self.article.lead is None else [_picture(self.article.lead)]

    # Bodies

    def _texts(self) -> list[Item]:
        """The body as HTML, and beside it as plain text."""
        body = self.article.body
        if not body:
            return []
        found: list[Item] = [{"role": "html", "contentType": names.HTML_TYPE, "value": _markup(body, self.article.headline)}]
        if text := self.article.text:
            found.append({"role": "text", "contentType": names.TEXT_TYPE, "value": text})
        return found

    def _held(self, edits: list[Item]) -> dict[str, list[Item]]:
        """What ninjs has no word for, by role."""
        article = self.article
        votes, appeals = ([structure.plain(one) for one in facts] for facts in (article.votes, article.appeals))
        return {names.VOTE: votes, names.APPEAL: appeals, names.DETAILS: edits}

    def _carriers(self, edits: list[Item]) -> list[Item]:
        """As strings: a body each for votes and appeals, one for all details."""
        held = self._held(edits)
        singles: list[tuple[str, object]] = [(role, fact) for role in (names.VOTE, names.APPEAL) for fact in held[role]]
        return [_carrier(role, value) for role, value in singles + ([(names.DETAILS, edits)] if edits else [])]

    def _extension(self, edits: list[Item]) -> Item:
        """As one member of the document."""
        held = {names.EXTENSION_KEYS[role]: facts for role, facts in self._held(edits).items() if facts}
        return {names.EXTENSION: held} if held else {}


_FIELDS = tuple(field.name for field in attrs.fields(Article))


def _plain(fields: dict[str, Any]) -> Item:
    """Fields of an article as native JSON, without those that hold nothing."""
    return {name: structure.plain(value) for name, value in fields.items() if value is not None and value != ()}


def _without_none(item: Item) -> Item:
    return {key: value for key, value in item.items() if value is not None and value not in ([], {})}


def _carrier(role: str, value: object) -> Item:
    content_type = names.CARRIER_TYPE.format(name=names.CARRIERS[role])
    return {"role": role, "contentType": content_type, "value": msgspec.json.encode(value).decode()}


def _moment(value: Time | None) -> str | None:
    """A time as `date-time` of JSON Schema has it (RFC 3339): with an offset."""
    return written_time(value) if isinstance(value, datetime) and value.tzinfo is not None else None


def _markup(body: tuple[Block, ...], headline: str) -> str:
    """The body as HTML. A first heading that repeats the headline would be taken for it, but for the level that it states."""
    writer = MarkupWriter(BODY, kept)
    first = body[0]
    if isinstance(first, Heading) and rich_plain_text(first.content) == headline:
        end = writer.open(f"h{first.level}", details={"level": first.level})
        writer.rich(first.content)
        writer.out.append(end)
        body = body[1:]
    writer.blocks(body)
    return "".join(writer.out).lstrip("\n")


def _text(content: RichText, role: str) -> Item:
    """Rich text: plain where it is plain."""
    if len(content) == 1 and isinstance(content[0], str):
        return {"role": role, "contentType": names.TEXT_TYPE, "value": content[0]}
    writer = MarkupWriter(BODY, kept)
    writer.rich(content)
    return {"role": role, "contentType": names.HTML_TYPE, "value": "".join(writer.out)}


def _title_role(title: Label) -> str:
    return title.role if title.role and title.role.lower() not in names.HEADLINE_ROLES else names.TITLE


def _rights(rights: Rights | None) -> Item:
    if rights is None:
        return {}
    return {
        "copyrightHolder": rights.holder.name if rights.holder else None,
        "copyrightNotice": rich_plain_text(rights.notices[0].content) if rights.notices else None,
        "usageTerms": rich_plain_text(rights.terms[0].content) if rights.terms else None,
    }


def _concept(concept: Concept, key: str, relation: str | None) -> Item | None:
    """A concept in a list; `None` where the list cannot say what it is."""
    if not (concept.name or concept.code or names.is_uri(concept.uri)):
        return None
    rel = relation or (None if concept.rel in names.RESERVED.get(key, ()) else concept.rel)
    written: Item = {"name": concept.name, "uri": concept.uri if names.is_uri(concept.uri) else None, "literal": concept.code}
    if key != "genres":
        written["role" if key == "infoSources" else "rel"] = rel
    if key == "subjects":
        written |= {name: value for name in ("relevance", "confidence") if type(value := getattr(concept, name)) is int}
    if key == "places" and concept.position:
        degrees = (concept.position.longitude, concept.position.latitude)
        if names.is_exact(degrees):
            written["geoJSON"] = {"type": "Point", "coordinates": [float(one) for one in degrees]}
    return _without_none(written)


def _byline(byline: Byline, relation: str) -> Item:
    contacts = [
        {"type": kind, "value": value} for kind, value in (("email", byline.email), ("web", byline.url)) if value is not None
    ]
    known_by = {"uri" if names.is_uri(byline.id) else "literal": byline.id}
    return _without_none({"name": byline.name, "rel": relation, **known_by, "contactInfo": contacts})


def _byline_key(byline: Byline) -> str:
    return "people" if byline.kind == "person" else "organisations"


_KEY_OF_TYPE = {kind: key for key, kind in names.KINDS.items()}


def _subject_key(concept: Concept) -> str:
    key = _KEY_OF_TYPE.get(concept.type, "subjects")
    return "subjects" if concept.rel in names.RESERVED[key] else key


def _in_place(members: Iterable[Member], key_of: Callable[[Member], str]) -> Iterator[tuple[Member, str]]:
    """Each member with its own list, but for those that would be read before the ones they follow."""
    order = list(names.KINDS)
    reached = 0
    for member in members:
        place = order.index(key_of(member))
        if place >= reached:
            reached = place
            yield member, order[place]


def _in_order(members: Iterable[Member], key_of: Callable[[Member], str], first: str) -> list[tuple[Member, str]]:
    """Each member with the list that it goes to: its own, unless the order in which lists are read would move it."""
    order = list(names.KINDS)
    found: list[tuple[Member, str]] = []
    last = order[-1]
    for member in reversed(tuple(members)):
        key = key_of(member)
        if order.index(key) > order.index(last):
            key = first
        last = key
        found.append((member, key))
    return found[::-1]


def _link(number: int, link: Link) -> Item | None:
    if not names.is_uri(link.href):
        return None
    title = [{"role": names.MAIN, "value": link.title}] if link.title else []
    return _without_none({
        "name": f"link{number}", "rel": link.rel, "uri": link.href, "version": link.version, "language": link.language,
        "headlines": title,
    })  # fmt: skip


def _picture(figure: Figure) -> Item:
    """A figure as an item of its own."""
    media = figure.media or Media()
    caption = figure.caption
    descriptions: list[Item] = []
    if caption and caption.content:
        descriptions.append(_text(caption.content, names.CAPTION))
    credit = caption.credit if caption else None
    descriptions += [{"role": role, "value": line} for role, line in ((names.CREDIT, credit), (names.ALT, media.alt)) if line]
    return _without_none({
        "name": names.LEAD, "uri": _uri_of(figure), "type": names.MEDIA_TYPES[media.kind], **_rights(media.rights),
        "descriptions": descriptions,
        "headlines": [{"role": names.MAIN, "value": media.title}] if media.title else [],
        "by": caption.creator if caption else None,
        "renditions": [_rendition(number, one) for number, one in enumerate(media.renditions, 1) if names.is_uri(one.href)],
        "altIds": [{"role": names.CANONICAL, "value": media.url}] if media.url else [],
    })  # fmt: skip


def _uri_of(figure: Figure) -> str:
    """The picture's own identifier, else the address of its first file, else one that is made up."""
    media = figure.media or Media()
    known: list[str | None] = [media.id, *(rendition.href for rendition in media.renditions)]
    for uri in known:
        if uri is not None and names.is_uri(uri):
            return uri
    return names.FILLED + hashlib.sha256(msgspec.json.encode(structure.plain(figure))).hexdigest()


def _rendition(number: int, rendition: Rendition) -> Item:
    return _without_none({
        "name": rendition.name or f"{names.UNNAMED}{number}", "href": rendition.href, "contentType": rendition.media_type,
        "width": rendition.width, "height": rendition.height, "sizeInBytes": rendition.size,
    })  # fmt: skip


