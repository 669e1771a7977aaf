"""An article to a NewsML-G2 news item.

What the schema's types do not allow goes to attributes of ours on the same element, and, where it has a structure, to
`nm:details` at the end of `contentMeta`, which name the element by its id.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Any, Literal

import msgspec

from newsmodel import structure
from newsmodel.contract import Filled, Written
from newsmodel.formats import _carrier as carrier
from newsmodel.formats._markup import XHTML, attribute_escaped, escaped
from newsmodel.formats._markup.write import MarkupWriter
from newsmodel.syntax.times import written_time
from newsmodel.formats.newsml_g2 import _names as names
from newsmodel.formats.newsml_g2 import _nitf
from newsmodel.formats.newsml_g2._catalog import IPTC, resolved
from newsmodel.formats.newsml_g2._names import ConceptPlace, is_absolute, is_iri, is_qcode
from newsmodel.model import Article, Byline, Concept, Coordinates, Identifier, Label, Link, RichText, Rights
from newsmodel.model.values import is_url

BROADER = ConceptPlace("broader")
UNKNOWN_PROVIDER = "unknown"
FIRST_MOMENT = "1970-01-01T00:00:00Z"


def _native(name: str, value: str) -> str:
    return f' {name}="{attribute_escaped(value)}"'


def _element(name: str, attributes: str, content: str = "") -> str:
    return f"<{name}{attributes}>{content}</{name}>" if content else f"<{name}{attributes}/>"


def _code(value: str, *, literal: bool = True) -> str:
    """A code as published."""
    if is_qcode(value):
        return _native("qcode", value)
    return _native("literal", value) if literal else carrier.attribute("code", value)


def _iri(name: str, value: str) -> str:
    return _native(name, value) if is_iri(value) else carrier.attribute(name, value)


def _term(name: str, value: str | None, reserved: Callable[[str], object] = lambda _: False) -> str:
    """A value of a vocabulary, as a QCode or as a URI; as an attribute of ours where it is neither."""
    if value is None:
        return ""
    if not reserved(value):
        if is_absolute(value) and is_url(value) and is_iri(value):
            return _native(f"{name}uri", value)
        if is_qcode(value):
            return _native(name, value)
    return carrier.attribute(name, value)


class ItemWriter:
    """Writes one article."""

    def __init__(
        self, article: Article, standard_version: str, body: Literal["xhtml", "nitf"] = "xhtml", *, explicit: bool = False
    ) -> None:
        """`explicit` says of a QCode without a URI that none is known, for documents that are not ours."""
        self.article = article
        self._body = body
        self._explicit = explicit
        self._standard_version = standard_version
        self._details: list[str] = []
        self._filled: dict[str, str] = {}
        self._rest: dict[str, Any] = {}
        """Values of single fields that have no place of their own."""

    def write(self) -> Written:
        """The item as a document."""
        return self._written(self._item())

    def message(self) -> Written:
        """A message that holds the item. The moment at which it was sent, which the schema demands, is that of the version."""
        item = self._item()
        sent = self._moment()
        self._filled["sent"] = sent
        return self._written([
            f'<newsMessage xmlns="{names.NAR}" {carrier.DECLARATION}>',
            f"<header><sent>{sent}</sent>{carrier.holder('filled', [('sent', sent)])}</header>",
            "<itemSet>", *item, "</itemSet>",
            "</newsMessage>",
        ])  # fmt: skip

    def _written(self, lines: Iterable[str]) -> Written:
        filled = tuple(Filled(name=name, value=value) for name, value in self._filled.items())
        return Written(data="\n".join(('<?xml version="1.0" encoding="UTF-8"?>', *lines, "")).encode(), filled=filled)

    def _item(self) -> list[str]:
        article = self.article
        rights = [self._rights(article.rights)] if article.rights else []
        item_meta = self._item_meta()
        content_meta = self._content_meta()
        content = self._content_set()
        guid = self._filling("guid", article.id, self._guid)
        language = _native("xml:lang", article.language) if article.language else ""
        version = f' version="{article.version}"' if article.version is not None else ""
        root = (
            f'<newsItem xmlns="{names.NAR}" {carrier.DECLARATION}{_native("guid", guid)}{version}{language} standard="NewsML-G2"'
            f' standardversion="{self._standard_version}" conformance="power" nm:mapping="{names.MAPPING}">'
        )
        return [
            root,
            f'<catalogRef href="{names.CATALOG}"/>',
            *rights,
            "<itemMeta>", *item_meta, "</itemMeta>",
            "<contentMeta>", *content_meta, *self._carriers(), "</contentMeta>",
            *content,
            "</newsItem>",
        ]  # fmt: skip

    def _keep(self, details: Mapping[str, Any]) -> dict[str, str]:
        """Keep details of an element, under an id that the element gets."""
        ref = f"nm{len(self._details) + 1}"
        self._details.append(carrier.holder("details", details.items(), f' ref="{ref}"'))
        return {"id": ref}

    def _id(self, **details: object) -> str:
        """The attribute that leads to those details which are not empty."""
        kept = {name.replace("_", "-"): value for name, value in details.items() if value is not None and value != ()}
        return _native("id", self._keep(kept)["id"]) if kept else ""

    def _filling(self, name: str, value: str | None, fill: Callable[[], str]) -> str:
        """The value, or what stands for it."""
        if value is not None:
            return value
        self._filled[name] = filled = fill()
        return filled

    def _guid(self) -> str:
        return "urn:newsmodel:" + hashlib.sha256(msgspec.json.encode(structure.plain(self.article))).hexdigest()

    # Item metadata

    def _item_meta(self) -> list[str]:
        article = self.article
        lines = ['<itemClass qcode="ninat:text"/>', self._provider(), f"<versionCreated>{self._version_created()}</versionCreated>"]
        if isinstance(article.embargoed, datetime):
            lines.append(self._time("embargoed"))
        else:
            self._rest["embargoed"] = article.embargoed  # DateTimeOrNullPropType, 1311, has no dates
        if article.status:
            lines.append(f'<pubStatus qcode="{names.STATUS[article.status]}"/>')
        lines += self._concepts("sections")
        lines += [self._label("edNote", note, public=False) for note in article.notes]
        lines += self._concepts("signals")
        if article.expires:
            lines.append(self._time("expires"))
        if article.url:
            lines.append(f'<link reluri="{names.CANONICAL}"{_iri("href", article.url)}/>')
        return lines + [self._link(link) for link in article.links]

    def _provider(self) -> str:
        publisher = self.article.publisher
        if publisher:
            return self._concept(publisher, names.PUBLISHER)
        return f'<provider literal="{self._filling("provider", None, lambda: UNKNOWN_PROVIDER)}"/>'

    def _version_created(self) -> str:
        updated = self.article.updated
        if isinstance(updated, datetime):
            return written_time(updated)
        self._rest["updated"] = updated
        return self._filling("versionCreated", None, self._moment)

    def _moment(self) -> str:
        """When the version was made, as far as the article tells; never what the clock says."""
        known = self.article.updated or self.article.published
        return FIRST_MOMENT if known is None else written_time(known) + ("" if isinstance(known, datetime) else "T00:00:00Z")

    def _time(self, field: str) -> str:
        return _element(names.TIMES[field], "", written_time(getattr(self.article, field)))

    def _link(self, link: Link) -> str:
        reserved = (*names.RELATIONS.values(), names.CANONICAL)
        attributes = _term("rel", names.RELATIONS.get(link.rel, link.rel), lambda _: link.rel in reserved)
        attributes += _native("residref", link.href) if link.href.startswith(("urn:", "tag:")) else _iri("href", link.href)
        if link.type:
            attributes += _native("contenttype", link.type)
        if link.language:
            attributes += carrier.attribute("language", link.language)
        if link.version:
            whole = names.POSITIVE.fullmatch(link.version)
            attributes += _native("version", link.version) if whole else carrier.attribute("version", link.version)
        return _element("link", attributes, f"<title>{escaped(link.title)}</title>" if link.title else "")

    # Content metadata

    def _content_meta(self) -> list[str]:
        article = self.article
        lines = [f"<urgency>{article.urgency}</urgency>"] if article.urgency else []
        if article.created:
            lines.append(self._time("created"))
        lines += self._concepts("located") + self._concepts("sources")
        lines += [self._byline(byline, tag) for field, tag in names.BYLINES.items() for byline in getattr(article, field)]
        lines += [self._identifier(identifier) for identifier in article.identifiers]
        if article.language:
            lines.append(f'<language tag="{article.language}"/>')
        lines += self._concepts("genres")
        lines += [f"<keyword>{escaped(keyword)}</keyword>" for keyword in article.keywords]
        lines += self._concepts("subjects")
        lines += self._headlines()
        lines += [_element(tag, "", escaped(line)) for field, tag in names.LINES.items() if (line := getattr(article, field))]
        if article.summary:
            lines.append(_element("description", f' role="{names.SUMMARY}"', self._rich(article.summary)))
        return lines

    def _headlines(self) -> list[str]:
        article = self.article
        none = "" if article.headline else carrier.attribute("none", True)  # noqa: FBT003  # the value of an attribute
        lines = [_element("headline", none, escaped(article.headline))]
        if article.kicker:
            lines.append(_element("headline", f' roleuri="{names.KICKER}"', escaped(article.kicker)))
        if article.standfirst:
            lines.append(_element("headline", f' roleuri="{names.STANDFIRST}"', self._rich(article.standfirst)))
        return lines + [self._title(title) for title in article.titles]

    def _title(self, title: Label) -> str:
        role = _term("role", title.role, names.role_word)
        if not role.startswith(" role"):
            role += f' roleuri="{names.TITLE}"'
        return self._label("headline", title, role=role)

    def _identifier(self, identifier: Identifier) -> str:
        return _element("altId", _term("type", identifier.scheme), escaped(identifier.value))

    def _byline(self, byline: Byline, tag: str) -> str:
        attributes = f' type="{names.KINDS[byline.kind]}"'
        if byline.id:
            absolute = is_absolute(byline.id) and is_url(byline.id) and is_iri(byline.id)
            attributes += _native("uri", byline.id) if absolute else _code(byline.id)
        attributes += _term("role", byline.role) + _term("jobtitle", byline.job_title)
        if byline.location:
            attributes += carrier.attribute("location", byline.location)
        content = f"<name>{escaped(byline.name)}</name>" if byline.name else ""
        content += "".join([f"<sameAs{_iri('uri', one)}/>" for one in byline.same_as])
        inner = f"<affiliation><name>{escaped(byline.affiliation)}</name></affiliation>" if byline.affiliation else ""
        contact = f"<email>{escaped(byline.email)}</email>" if byline.email else ""
        if byline.url:
            contact += f"<web>{escaped(byline.url)}</web>" if is_iri(byline.url) else f"<web{carrier.attribute('href', byline.url)}/>"
        inner += f"<contactInfo>{contact}</contactInfo>" if contact else ""
        details = "personDetails" if byline.kind == "person" else "organisationDetails"
        return _element(tag, attributes, content + (f"<{details}>{inner}</{details}>" if inner else ""))

    # Parts that several elements share

    def _concepts(self, field: str) -> list[str]:
        return [self._concept(concept, names.CONCEPTS[field]) for concept in getattr(self.article, field)]

    def _concept(self, concept: Concept, place: ConceptPlace) -> str:
        attributes = _code(concept.code, literal=place.flexible) if concept.code else ""
        if concept.uri and concept.uri == resolved(concept.code, IPTC) and attributes.startswith(" qcode="):
            attributes += carrier.attribute("resolved", True)  # noqa: FBT003  # the value of an attribute; the QCode says the URI
        elif self._explicit and not concept.uri and attributes.startswith(" qcode="):
            attributes += carrier.attribute("resolved", False)  # noqa: FBT003  # the value of an attribute; the QCode says no URI
        elif concept.uri:
            attributes += _iri("uri", concept.uri)
        if concept.type:
            attributes += _term("type", concept.type) if place.flexible else carrier.attribute("type", concept.type)
        if concept.rel:
            attributes += carrier.attribute("rel", concept.rel)
        for name in ("relevance", "confidence"):
            value = getattr(concept, name)
            if value is not None:
                native = place.measured and type(value) is int
                attributes += f' {name}="{value}"' if native else carrier.attribute(name, value)
        content = f"<name>{escaped(concept.name)}</name>" if concept.name else ""
        return self._with_relations(concept, place, attributes, content)

    def _with_relations(self, concept: Concept, place: ConceptPlace, attributes: str, content: str) -> str:
        if not (concept.same_as or concept.broader or concept.position):
            return _element(place.tag, attributes, content)
        rest: dict[str, object] = {}
        if place.related:
            content += "".join([_same_as(one) for one in concept.same_as])
        else:
            rest["same_as"] = concept.same_as
        if place.related and place is not BROADER:
            content += "".join([self._concept(one, BROADER) for one in concept.broader])
        else:
            rest["broader"] = concept.broader  # RelatedConceptType, 5253, has names and equals, but nothing broader
        if place.placed and concept.position:
            content += f"<geoAreaDetails>{_position(concept.position)}</geoAreaDetails>"
        else:
            rest["position"] = concept.position
        return _element(place.tag, attributes + self._id(**rest), content)

    def _label(self, tag: str, label: Label, *, public: bool = True, role: str | None = None) -> str:
        """A label; `public` tells what the element means by itself."""
        attributes = _term("role", label.role) if role is None else role
        if label.language:
            attributes += _native("xml:lang", label.language)
        if label.public is not public:
            attributes += carrier.attribute("public", label.public)
        if label.date:
            attributes += carrier.attribute("date", label.date)
        return _element(tag, attributes, self._rich(label.content))

    def _rich(self, content: RichText) -> str:
        """Runs; with marks or breaks they are XHTML, which stands where foreign elements may."""
        if len(content) == 1 and isinstance(content[0], str) and "\n" not in content[0]:
            return escaped(content[0])
        writer = MarkupWriter(XHTML, self._keep)
        writer.rich(content)
        return f'<span xmlns="{names.XHTML_NAMESPACE}">{"".join(writer.out)}</span>'

    def _rights(self, rights: Rights) -> str:
        lines = [self._concept(rights.holder, names.HOLDER)] if rights.holder else []
        lines += [self._label("copyrightNotice", notice) for notice in rights.notices]
        lines += [self._label("usageTerms", term) for term in rights.terms]
        if rights.url:
            lines.append(f"<link{_iri('href', rights.url)}/>")
        year = carrier.attribute("year", rights.year) if rights.year else ""
        return "\n".join([f"<rightsInfo{year}>", *lines, "</rightsInfo>"])

    # Carriers and content

    def _carriers(self) -> Iterable[str]:
        article = self.article
        rest = {"access": article.access, "published": article.published, **self._rest}
        given = [(name, value) for name, value in rest.items() if value is not None]
        if given:
            yield carrier.holder("article", given)
        yield from (carrier.element("vote", vote) for vote in article.votes)
        yield from (carrier.element("appeal", appeal) for appeal in article.appeals)
        if self._filled:
            yield carrier.holder("filled", self._filled.items())
        yield from self._details

    def _content_set(self) -> list[str]:
        article = self.article
        if article.lead is None and not article.body:
            return []
        markup, kind = (self._xhtml(), names.XHTML_TYPE) if self._body == "xhtml" else (_nitf.written(article), _nitf.MEDIA_TYPE)
        return ["<contentSet>", f'<inlineXML contenttype="{kind}">', *markup, "</inlineXML>", "</contentSet>"]

    def _xhtml(self) -> list[str]:
        article = self.article
        writer = MarkupWriter(XHTML, self._keep)
        if article.lead is not None:
            writer.out.append("\n")
            writer.figure(article.lead, {"class": "nm-lead"})
        writer.blocks(article.body)
        return [
            f'<html xmlns="{names.XHTML_NAMESPACE}">',
            f"<head><title>{escaped(article.headline)}</title></head>",
            f"<body>{''.join(writer.out)}\n</body>",
            "</html>",
        ]


def _same_as(value: str) -> str:
    absolute = is_absolute(value) and is_url(value) and is_iri(value)
    return f"<sameAs{_native('uri', value) if absolute else _code(value)}/>"


def _position(position: Coordinates) -> str:
    return f'<position latitude="{position.latitude:f}" longitude="{position.longitude:f}"/>'
