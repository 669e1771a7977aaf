"""Parts of an item that several keys hold: concepts, names, rights, pictures, links."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from newsmodel.formats.ninjs import _names as names
from newsmodel.formats.ninjs._bodies import BodyReader, is_said, plain_text
from newsmodel.formats.ninjs._tree import JsonNode, JsonReading
from newsmodel.errors import shown
from newsmodel.model import (
    Byline, Caption, Concept, Coordinates, Figure, Identifier, Label, Link, Media, Rendition, RichText, Rights,
)  # fmt: skip

_NUMBER = re.compile(r"-?[0-9]{1,17}(\.[0-9]{1,17})?(e[+-]?[0-9]{1,2})?", re.I)


def is_number(text: str) -> bool:
    """Whether a text spells a number that is read."""
    return _NUMBER.fullmatch(text) is not None


class PartReader:
    """Reads parts out of their nodes."""

    def __init__(self, reading: JsonReading, bodies: BodyReader) -> None:
        self.reading = reading
        self.bodies = bodies

    def line(self, node: JsonNode, *keys: str) -> str | None:
        """The line of the first of these members that has one."""
        for key in keys:
            if (found := self.reading.line(node, key)) is not None:
                return found
        return None

    def decimal(self, node: JsonNode, key: str | None = None) -> Decimal | None:
        """A number; what is none is reported."""
        text = node.text if key is None else node.get(key)
        node.asked = node.asked or key is None
        if text is None:
            return None
        if not is_number(text):
            self.reading.lost(node, f"expected a number, found {shown(text)}", key)
            return None
        return Decimal(text)

    def concept(self, node: JsonNode, kind: str | None = None, relation: str = "rel") -> Concept | None:
        """A concept; `relation` is the key that tells how the article relates to it."""
        node.asked = True
        if node.text is not None:
            name = self.reading.line(node)
            return None if name is None else self.reading.build(Concept, node, name=name, type=kind)
        code, uri = self.line(node, "literal", "code", "qcode"), self._uri(node)
        name = self.line(node, "name")
        rel = self.line(node, relation, "rel")
        if not (name or code or uri):
            if len(node):
                self.reading.lost(node, "a concept without a name, a code or a URI")
            return None
        return self.reading.build(
            Concept, node, name=name, code=code, uri=uri, type=kind, rel=rel, position=self._position(node),
            relevance=self.decimal(node, "relevance"), confidence=self.decimal(node, "confidence"),
        )  # fmt: skip

    def _uri(self, node: JsonNode) -> str | None:
        """The URI of a concept, or that which its scheme and its code make."""
        if node.get("uri"):
            return self.reading.url(node, "uri")
        scheme, code = node.get("scheme"), node.get("code") or node.get("qcode")
        if scheme is None:
            return None
        if code is not None and names.is_uri(scheme) and scheme[-1:] in ("/", "#") and names.is_uri(scheme + code):
            return scheme + code
        if scheme:
            self.reading.lost(node, f"the scheme {shown(scheme)} of a code", "scheme")
        return None

    def _position(self, node: JsonNode) -> Coordinates | None:
        point = node.object("geoJSON")
        if point is None:
            return None
        places = point.list("coordinates")
        if point.get("type") != "Point" or len(places) != 2 or any(one.text is None for one in places):
            self.reading.lost(point, f"a place that is no point: {shown(point.get('type') or '')}")
            point.pass_over("coordinates")
            return None
        longitude, latitude = map(self.decimal, places)
        if longitude is None or latitude is None:
            return None
        return self.reading.build(Coordinates, point, latitude=latitude, longitude=longitude)

    def byline(self, node: JsonNode, kind: str, role: str | None) -> Byline | None:
        """A person or an organisation that made the item."""
        node.asked = True
        node.get("rel")
        contacts: dict[str, str | None] = {}
        for contact in node.list("contactInfo"):
            contact.asked = True
            way = {"email": "email", "web": "url", "url": "url"}.get((contact.get("type") or "").lower())
            if way is None or way in contacts:
                self.reading.report_unread(contact)
                self.reading.lost(contact, f"a way to reach someone: {shown(contact.get('type') or '')}")
            else:
                contacts[way] = self.reading.url(contact, "value") if way == "url" else self.line(contact, "value")
        return self.reading.build(
            Byline, node, name=self.line(node, "name") or "", kind=kind, role=role, id=self._identifier(node), **contacts
        )

    def _identifier(self, node: JsonNode) -> str | None:
        if node.get("scheme") and (uri := self._uri(node)):
            return uri
        return self.line(node, "uri", "literal", "code", "qcode")

    def label(self, node: JsonNode, key: str, *, public: bool = True) -> Label | None:
        """A label from plain text."""
        content = plain_text(self.reading, node, key)
        return None if content is None else self.reading.build(Label, node, content=content, public=public)

    def rights(self, node: JsonNode) -> Rights | None:
        """The rights in an item."""
        holder_name = self.line(node, "copyrightHolder")
        holder = None if holder_name is None else self.reading.build(Concept, node, name=holder_name)
        notice, terms = self.label(node, "copyrightNotice"), self.label(node, "usageTerms")
        info = node.object("rightsInfo")
        url = self.reading.url(info, "linkedRights") if info else None
        if not (holder or notice or terms or url):
            return None
        return self.reading.build(
            Rights, node, holder=holder, notices=[notice] if notice else (), terms=[terms] if terms else (), url=url
        )

    def alternative_ids(self, node: JsonNode) -> tuple[str | None, list[Identifier]]:
        """The canonical address and the other identifiers of an item."""
        url: str | None = None
        found: list[Identifier] = []
        for entry in node.list("altIds"):
            if entry.get("role") == names.CANONICAL and url is None and (url := self.reading.url(entry, "value")):
                entry.asked = True
                continue
            value = self.line(entry, "value")
            if value is None:
                continue
            entry.asked = True
            identifier = self.reading.build(Identifier, entry, value=value, scheme=self.line(entry, "role"))
            found += [] if identifier is None else [identifier]
        return url, found

    def texts(self, node: JsonNode, key: str, roles: dict[str, str]) -> dict[str, list[JsonNode]]:
        """The entries of a list of texts by what their role means; by `""` where it means nothing to us."""
        found: dict[str, list[JsonNode]] = {}
        for entry in node.list(key):
            entry.asked = True
            role = (entry.get("role") or "").lower()
            if is_said(entry.get("value")):
                found.setdefault(roles.get(role, ""), []).append(entry)
        return found

    def single(self, nodes: list[JsonNode]) -> str | None:
        """The line of the first entry; the others are reported."""
        for other in nodes[1:]:
            self.report_text(other)
        if not nodes:
            return None
        content = self.bodies.rich(nodes[0]) if "html" in (nodes[0].get("contentType") or "") else None
        if content is not None:
            self.reading.lost(nodes[0], "the markup of a line; its words are kept", "value")
            return " ".join("".join(run if isinstance(run, str) else run.text for run in content).split("\n"))
        return self.line(nodes[0], "value")

    def report_text(self, node: JsonNode) -> None:
        """Report a text that has no place."""
        self.reading.lost(node, f"no place for a text of role {shown(node.get('role') or '')}: {shown(node.get('value') or '')}")

    # Items in an item

    def figure(self, node: JsonNode, kind: str) -> Figure | None:
        """A picture, a video or a sound that is an item of its own, or the item itself."""
        described = self.texts(node, "descriptions", names.DESCRIPTION_ROLES)
        media = self._media(node, kind, self.single(described.pop("alt", [])))
        caption = self._caption(node, described)
        for entries in described.values():
            for entry in entries:
                self.report_text(entry)
        return None if media is None else self.reading.build(Figure, node, media=media, caption=caption)

    def _media(self, node: JsonNode, kind: str, alt: str | None) -> Media | None:
        renditions = self.renditions(node)
        uri = self.line(node, "uri")
        url, identifiers = self.alternative_ids(node)
        for identifier in identifiers:
            self.reading.lost(node.members["altIds"], f"an identifier of a picture: {shown(identifier.value)}")
        headlines = self.texts(node, "headlines", names.HEADLINE_ROLES)
        title = self.single(headlines.pop("headline", [])) or self.line(node, "title")
        for entries in headlines.values():
            for entry in entries:
                self.report_text(entry)
        known = any(rendition.href == uri for rendition in renditions)
        return self.reading.build(
            Media, node, kind=kind, id=None if known else uri, url=url, title=title, alt=alt, rights=self.rights(node),
            renditions=renditions,
        )  # fmt: skip

    def _caption(self, node: JsonNode, described: dict[str, list[JsonNode]]) -> Caption | None:
        unnamed = [entry for entry in described.get("", []) if not entry.get("role")]
        entries = described.pop("caption", []) or described.pop("summary", []) or unnamed
        described[""] = [entry for entry in described.get("", []) if entry not in entries]
        content: RichText | None = self.bodies.rich(entries[0]) if entries else None
        for other in entries[1:]:
            self.report_text(other)
        credit, creator = self.single(described.pop("credit", [])), self.line(node, "by")
        if not (content or credit or creator):
            return None
        return self.reading.build(Caption, node, content=content, credit=credit, creator=creator)

    def renditions(self, node: JsonNode) -> list[Rendition]:
        """The files of an item."""
        found: list[Rendition] = []
        for entry in node.list("renditions"):
            entry.asked = True
            href = self.reading.url(entry, "href")
            if href is None:
                self.reading.lost(entry, "a file without an address")
                continue
            name = self.line(entry, "name")
            if name is not None and re.fullmatch(names.UNNAMED + "[0-9]+", name):
                name = None
            sizes: dict[str, Any] = {}
            for field, key in (("width", "width"), ("height", "height"), ("size", "sizeInBytes")):
                sizes[field] = self._whole(entry, key)
            media_type = self.line(entry, "contentType")
            rendition = self.reading.build(Rendition, entry, href=href, name=name, media_type=media_type, **sizes)
            found += [] if rendition is None else [rendition]
        return found

    def _whole(self, node: JsonNode, key: str) -> int | None:
        """A whole number, written as one or as `100.0`."""
        text = node.get(key)
        if text is not None and text.endswith(".0") and text[:-2].isdecimal():
            return int(text[:-2][:18])
        return self.reading.whole(node, key)

    def link(self, node: JsonNode) -> Link | None:
        """Another item that the item refers to."""
        href = self.reading.url(node, "uri")
        if href is None:
            self.reading.lost(node, f"another item without a URI: {shown(node.get('name') or '')}")
            return None
        headlines = self.texts(node, "headlines", names.HEADLINE_ROLES)
        title = self.single(headlines.pop("headline", [])) or self.line(node, "title")
        for entries in headlines.values():
            for entry in entries:
                self.report_text(entry)
        rel = self.line(node, "rel") or "seeAlso"
        language, version = self.reading.language(node, "language"), self.line(node, "version")
        return self.reading.build(Link, node, rel=rel, href=href, title=title, language=language, version=version)
