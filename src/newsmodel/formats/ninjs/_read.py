"""A ninjs document to an article: one reader for all versions, over the tree that `_tree` sets up."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any, TypeAlias

import attrs

from newsmodel import structure
from newsmodel.contract import Read
from newsmodel.errors import ReadError, shown
from newsmodel.formats import _json
from newsmodel.formats._status import parsed_status
from newsmodel.formats.ninjs import _names as names
from newsmodel.formats.ninjs._bodies import BodyReader
from newsmodel.formats.ninjs._details import Outdated, apply
from newsmodel.formats.ninjs._parts import PartReader
from newsmodel.formats.ninjs._tree import JsonNode, JsonReading, tree
from newsmodel.model import Article, Block, Caption, Concept, DonationAppeal, Figure, Identifier, Label, Media, Vote
from newsmodel.model.blocks import descend
from newsmodel.model.richtext import rich_plain_text

FORMAT = "ninjs"
_IN_BODIES = frozenset({"body", "votes", "appeals"})
"""The fields that stand in bodies."""
_MANY = ("identifiers", "titles", "notes")
_HOST = re.compile(r"[a-z]+://[^/]+(?=/[^/]+/)")
_COUNTS = ("charCount", "wordCount")
_SINGLE = ("contentCreated", "firstpublished", "uri", "version", "urgency", "language", "pubStatus", "edNote", "title")
"""Keys of the item that hold one value, beside those that `_names` lists."""


def read(data: bytes) -> Read:
    """The one article of a document.

    Raises:
        ReadError: where the bytes are no JSON, or no ninjs.
    """
    document = _json.parse(data)
    try:
        if problem := _foreign(document):
            raise ReadError.at(problem)
    except ReadError as error:
        raise _json.located(error, data) from None
    reading = JsonReading()
    root = tree(document)
    article = ItemReader(reading, root).read()
    reading.report_unread(root)
    return Read(article=article, losses=reading.placed(data))


def read_envelope(document: dict[str, Any]) -> dict[str, Any]:
    """What the keys of a document say of an article, but for its bodies, as native JSON."""
    return envelope_of(ItemReader(JsonReading(), tree(document)).read())


def envelope_of(article: Article) -> dict[str, Any]:
    """An article as native JSON, without what stands in bodies."""
    return {
        field.name: structure.plain(value)
        for field in attrs.fields(Article)
        if field.name not in _IN_BODIES and (value := getattr(article, field.name)) != field.default
    }


def _foreign(document: Any) -> str | None:
    """Why a document is none of ninjs, if it is none."""
    if not isinstance(document, dict):
        return f"expected an object, found {structure.found(document)}"
    standard = document.get("standard", document.get("$standard"))
    says_so = isinstance(standard, dict) and "ninjs" in (standard.get("name"), str(standard.get("schema")).partition("ninjs")[1])
    if says_so or isinstance(document.get("uri", document.get("guid")), str):
        return None
    return "expected ninjs, found an object without the key 'uri', which each version of ninjs demands"


_Carriers: TypeAlias = dict[str, list[tuple[JsonNode, Any]]]
"""What carriers hold, by role, each fact with the node that it stands in."""


class ItemReader:
    """Reads one item."""

    def __init__(self, reading: JsonReading, item: JsonNode) -> None:
        self.reading = reading
        self.item = item
        self.bodies = BodyReader(reading, FORMAT)
        self.parts = PartReader(reading, self.bodies)
        self.fields: dict[str, Any] = {}
        self._added: dict[str, list[Any]] = {}
        self._described: dict[str, list[JsonNode]] = {}

    def read(self) -> Article:
        """The article; what cannot be read is reported."""
        item = self.item
        self._formalities()
        carriers, texts = self._split_bodies()
        self._add_extension(carriers)
        self._headlines()
        self._single_values()
        self._concepts()
        url, identifiers = self.parts.alternative_ids(item)
        identifiers += self._guid()
        self.fields |= {"url": url, "identifiers": identifiers, "rights": self.parts.rights(item)}
        self._described = self.parts.texts(item, "descriptions", names.DESCRIPTION_ROLES)
        self._kind()
        self._descriptions()
        pictures = self._associations()
        body = [*self.bodies.body(texts, self.fields["headline"])]
        self._complete()
        self._place(pictures, body)
        article = self._with_details(carriers.get(names.DETAILS, []), self._built())
        votes = self._carried(carriers.get(names.VOTE, []), Vote)
        appeals = self._carried(carriers.get(names.APPEAL, []), DonationAppeal)
        if not (body or votes or appeals):
            return article
        built = self.reading.build(Article, item, **_fields(article), body=body, votes=[*article.votes, *votes], appeals=[*article.appeals, *appeals])
        return article if built is None else built

    def _complete(self) -> None:
        """What an NITF body says that the keys do not."""
        inside = self.bodies.inside
        if inside is None:
            return
        many = {name: list(value) for name, value in self.fields.items() if isinstance(value, (list, tuple)) and name in _MANY} | self._added
        inside.complete(self.fields, many)
        inside.complete_sequences(self.fields, many)
        self._added = many
        if self.fields.get("lead") is None:
            self.fields["lead"] = inside.lead

    def _formalities(self) -> None:
        """What an item says of itself as a document: passed over where it is in order."""
        item = self.item
        if item.get("standard"):
            self.reading.repaired(item, f"expected an object, found {shown(item.get('standard'))}", "standard")
        if (item.get("representationType") or "full").lower() not in ("full", "complete"):
            self.reading.lost(item, f"no place for representationType: {shown(item.get('representationType'))}", "representationType")
        item.pass_over("standard", "representationType", *_COUNTS)
        for key in (*names.LINES.values(), *names.TIMES.values(), *_SINGLE):
            if key in item.members and item.members[key].is_empty:
                self.reading.lost(item, "expected a single value, found an array or an object without members", key)

    def _built(self) -> Article:
        """The article without its body."""
        fields = {name: value for name, value in self.fields.items() if value not in (None, ())}
        fields |= self._added
        article = self.reading.build(Article, self.item, **fields)
        assert article is not None, "each of the fields keeps its rule"
        return article

    def _single_values(self) -> None:
        item, reading = self.item, self.reading
        self.fields |= {field: self.parts.line(item, key) for field, key in names.LINES.items()}
        self.fields |= {field: reading.time(item, key) for field, key in names.TIMES.items()}
        self._content_created()
        self.fields["published"] = reading.time(item, "firstpublished")
        self.fields["id"] = self.parts.line(item, "uri")
        self.fields["version"] = reading.whole(item, "version", 1)
        self.fields["urgency"] = reading.whole(item, "urgency", 1, 9)
        self.fields["language"] = reading.language(item, "language")
        self.fields["status"] = self._status()
        note = self.parts.label(item, "edNote", public=False)
        self.fields["notes"] = [note] if note else ()

    def _guid(self) -> list[Identifier]:
        """The `guid` that some documents of 1.x have beside the `uri`."""
        value = self.parts.line(self.item, "guid")
        found = None if value in (None, self.fields["id"]) else self.reading.build(Identifier, self.item, value=value, scheme="guid")
        return [] if found is None else [found]

    def _content_created(self) -> None:
        """When the content was created counts where the document does not say when the item was."""
        if self.fields["created"] is None:
            self.fields["created"] = self.reading.time(self.item, "contentCreated")

    def _status(self) -> str | None:
        status = self.parts.line(self.item, "pubStatus")
        known = parsed_status(status or "")
        if status and known is None:
            self.reading.lost(self.item, f"no status: {shown(status)}", "pubStatus")
        elif known != status:
            self.reading.repaired(self.item, f"an unusually spelt status: {shown(status)}", "pubStatus")
        return known

    # Texts

    def _headlines(self) -> None:
        texts = self.parts.texts(self.item, "headlines", names.HEADLINE_ROLES)
        unnamed = texts.get("", [])
        mains = texts.get("headline", [])
        if not mains:
            mains = [node for node in unnamed if not node.get("role")][:1]
            unnamed = [node for node in unnamed if node not in mains]
        title = self.parts.line(self.item, "title")
        headline = self.parts.single(mains)
        self.fields["headline"] = headline or title or ""
        self.fields["kicker"] = self.parts.single(texts.get("kicker", []))
        self._rich("standfirst", texts.get("standfirst", []))
        titles = [self._title(node) for node in unnamed]
        if headline is not None and title not in (None, headline):
            titles.append(self.reading.build(Label, self.item, content=title))
        self.fields["titles"] = [one for one in titles if one]

    def _title(self, node: JsonNode) -> Label | None:
        content = self.bodies.rich(node)
        role = self.parts.line(node, "role")
        role = None if role == names.TITLE else role
        return None if content is None else self.reading.build(Label, node, content=content, role=role)

    def _rich(self, field: str, nodes: list[JsonNode]) -> None:
        """A field that is rich text: of the first entry; the others are reported."""
        known = self.fields.get(field)
        if nodes and known is None:
            self.fields[field] = self.bodies.rich(nodes[0])
            nodes = nodes[1:]
        for node in nodes:
            self.parts.report_text(node)

    def _descriptions(self) -> None:
        texts = self._described
        for field in ("credit", "dateline"):
            self.fields[field] = self.parts.single(texts.pop(field, []))
        self._rich("standfirst", texts.pop("standfirst", []))
        unnamed = texts.pop("", [])
        roleless = [node for node in unnamed if not node.get("role") or "html" in str(node.get("role"))]
        self._rich("summary", texts.pop("summary", []) + roleless)
        for node in [*(node for node in unnamed if node not in roleless), *(node for nodes in texts.values() for node in nodes)]:
            self.parts.report_text(node)

    # Who, where, what about

    def _concepts(self) -> None:
        for key, kind in names.KINDS.items():
            for node in self.item.list(key):
                self._entry(node, key, kind)
        self._all("genres", "genres")
        self._all("sources", "infoSources", "role")
        self._all("sections", "service")
        for node in self.item.list("keywords"):
            self._add("keywords", self._text_of(node))
        self._add("sources", self._named("source"))
        located = self._named("located")
        if located and located.name not in [place.name for place in self._added.get("located", [])[:1]]:
            self._added.setdefault("located", []).insert(0, located)

    def _text_of(self, node: JsonNode) -> str | None:
        node.asked = True
        return self.reading.line(node) if node.text is not None else self.parts.line(node, "name")

    def _named(self, key: str) -> Concept | None:
        name = self.parts.line(self.item, key)
        return None if name is None else self.reading.build(Concept, self.item, name=name)

    def _all(self, field: str, key: str, relation: str = "rel") -> None:
        for node in self.item.list(key):
            self._add(field, self.parts.concept(node, relation=relation))

    def _add(self, field: str, value: object) -> None:
        if value is not None:
            self._added.setdefault(field, []).append(value)

    def _entry(self, node: JsonNode, key: str, kind: str | None) -> None:
        """An entry of a list of concepts; its relation may say that it is something else than a subject."""
        relation = node.get("rel") or ""
        if key in ("people", "organisations") and (relation in names.BYLINE_RELATIONS or relation == names.CONTRIBUTOR):
            field = "contributors" if relation == names.CONTRIBUTOR else "bylines"
            made_by = "person" if key == "people" else "organization"
            self._add(field, self.parts.byline(node, made_by, names.BYLINE_RELATIONS.get(relation)))
        elif key == "places" and relation in names.LOCATED_RELATIONS:
            self._add("located", self._bare(self.parts.concept(node)))
        elif key == "subjects" and relation == names.SECTION:
            self._add("sections", self._bare(self.parts.concept(node)))
        elif key == "subjects" and relation == names.KEYWORD:
            self._add("keywords", self._text_of(node))
        elif key == "organisations" and relation == names.PUBLISHER and "publisher" not in self.fields:
            self.fields["publisher"] = self._bare(self.parts.concept(node))
        else:
            self._add("subjects", self.parts.concept(node, kind))

    def _bare(self, concept: Concept | None) -> Concept | None:
        """A concept without the relation that said which field it belongs to."""
        return None if concept is None else attrs.evolve(concept, rel=None)

    # Pictures and links

    def _kind(self) -> None:
        """What kind of item it is: one that is a picture itself has its files and its caption as its figure."""
        kind = names.MEDIA_KINDS.get((self.item.get("type") or "text").lower())
        if kind is None and self.item.get("type") not in (None, "text"):
            self.reading.lost(self.item, f"an item of type {shown(self.item.get('type'))}, read as a text", "type")
        if kind is None and self.item.get("type") is None:
            kind = self._kind_of_files(self.item)
        if kind is None:
            return
        media = self.reading.build(Media, self.item, kind=kind, renditions=self.parts.renditions(self.item))
        captions = self._described.pop("caption", [])
        content = self.bodies.rich(captions.pop(0)) if captions else None
        for other in captions:
            self.parts.report_text(other)
        caption = self.reading.build(Caption, self.item, content=content) if content else None
        self.fields["lead"] = self.reading.build(Figure, self.item, media=media, caption=caption)

    def _kind_of_files(self, item: JsonNode) -> str | None:
        types = [(entry.get("contentType") or "").partition("/")[0] for entry in item.list("renditions")]
        return next((kind for kind in types if kind in ("image", "video", "audio")), None)

    def _associations(self) -> list[tuple[JsonNode, Figure]]:
        """The figures among the items that the item refers to; the others are links."""
        figures: list[tuple[JsonNode, Figure]] = []
        for node in self.item.list("associations"):
            node.asked = True
            if node.get("name") is None:
                self.reading.repaired(node, "an association without the name that ninjs demands")
            node.pass_over("standard", "representationType", *_COUNTS)
            kind = names.MEDIA_KINDS.get((node.get("type") or "").lower())
            if kind is None and node.get("type") is None:
                kind = self._kind_of_files(node)
            if kind is None:
                self._add("links", self.parts.link(node))
                node.get("type")
            elif (figure := self.parts.figure(node, kind)) is not None:
                figures.append((node, figure))
        return figures

    def _place(self, pictures: list[tuple[JsonNode, Figure]], body: list[Block]) -> None:
        """The first picture is the lead, the others follow the text; one that the text shows takes its place there."""
        if not pictures:
            return
        shown_in = _Shown(body)
        for number, (node, figure) in enumerate(pictures):
            files = _files((figure,))
            shown_at = shown_in.first(files)
            if self.fields.get("lead") is None and node.get("name") == names.LEAD:
                self.fields["lead"] = figure
            elif shown_at is not None:
                shown_in.put(shown_at, self._joined(node, figure, body[shown_at]))
            elif shown_in.holds(files):
                self.reading.lost(node, "a picture that the text shows as well")
            elif number == 0 and self.fields.get("lead") is None:
                self.fields["lead"] = figure
            else:
                shown_in.put(len(body), figure)

    def _joined(self, node: JsonNode, figure: Figure, seen: Block) -> Figure:
        """A picture with what the text says of it: its caption there, and what to read instead of it."""
        if not isinstance(seen, Figure) or figure.media is None or seen.media is None:
            return figure
        told, known = seen.caption, figure.caption
        if told is not None and known is not None and known.content not in (None, told.content):
            self.reading.lost(node, f"another caption than that of the text: {shown(rich_plain_text(known.content or ()))}")
        caption = known if told is None else attrs.evolve(
            told, credit=told.credit or (known.credit if known else None), creator=told.creator or (known.creator if known else None)
        )  # fmt: skip
        return attrs.evolve(figure, media=attrs.evolve(figure.media, alt=figure.media.alt or seen.media.alt), caption=caption)

    # What ninjs has no word for

    def _split_bodies(self) -> tuple[_Carriers, list[JsonNode]]:
        """What the bodies of ours hold, by their roles; and the other bodies."""
        carriers: _Carriers = {}
        texts: list[JsonNode] = []
        for node in self.item.list("bodies"):
            role = node.get("role")
            node.asked = True
            node.get("contentType")
            node.pass_over(*_COUNTS)
            if role in names.CARRIERS:
                for held in self._json(node):
                    facts = held if role == names.DETAILS and isinstance(held, list) else [held]
                    carriers.setdefault(role, []).extend((node, fact) for fact in facts)
            else:
                texts.append(node)
        return carriers, texts

    def _add_extension(self, carriers: _Carriers) -> None:
        """Add what the member of ours holds, in the extended profile."""
        extension = self.item.object(names.EXTENSION)
        if extension is not None:
            for role, key in names.EXTENSION_KEYS.items():
                carriers.setdefault(role, []).extend((node, node.take()) for node in extension.list(key))

    def _carried(self, facts: Iterable[tuple[JsonNode, Any]], cls: type[Any]) -> list[Any]:
        """The objects of a class that carriers hold."""
        found = []
        for node, value in facts:
            try:
                found.append(structure.typed(value, cls))
            except ReadError as error:
                self.reading.lost(node, f"no {cls.__name__}: {error.problems[0]}", "value")
        return found

    def _json(self, node: JsonNode) -> Iterator[Any]:
        """The one value of a body that holds JSON; nothing, and reported, where it holds none."""
        try:
            yield _json.parse((node.get("value") or "").encode())
        except ReadError as error:
            self.reading.lost(node, f"JSON that cannot be read: {error.problems[0]}", "value")

    def _with_details(self, details: list[tuple[JsonNode, Any]], article: Article) -> Article:
        """The article made whole by the details that still fit what the document says."""
        headless = not article.headline
        touched = _touched([detail for _, detail in details if _is_detail(detail)])
        plain = {name: structure.plain(value) for name, default in touched.items() if (value := getattr(article, name)) != default}
        for node, detail in details:
            if _is_detail(detail):
                headless = headless and detail["path"] != "/headline"
                self._apply(node, plain, detail)
            else:
                self.reading.lost(node, "a detail without a place or a value", "value")
        if headless:
            self.reading.lost(self.item, "no headline")
        if not details:
            return article
        headline = {} if "headline" in touched else {"headline": ""}
        try:
            edited: Article = structure.typed(headline | plain, Article)
        except ReadError as error:
            self.reading.lost(details[0][0], f"details that make no article: {error.problems[0]}", "value")
            return article
        return attrs.evolve(article, **{name: getattr(edited, name) for name in touched})

    def _apply(self, node: JsonNode, plain: dict[str, Any], detail: dict[str, Any]) -> None:
        try:
            apply(plain, detail)
        except Outdated:
            place = detail["path"]
            self.reading.lost(node, f"a detail of {shown(place)}, where the document now says otherwise", "value")


class _Shown:
    """The pictures of a body, found by their files."""

    def __init__(self, body: list[Block]) -> None:
        self._body = body
        self._files: list[set[str]] = []
        """Those that each block shows."""
        self._places: dict[str, list[int]] = {}
        """Where each file is shown, in the order of the blocks."""
        for block in body:
            self._note(len(self._files), _files((block,)) if isinstance(block, Figure) else set())

    def _note(self, place: int, files: set[str]) -> None:
        before = self._files[place] if place < len(self._files) else set()
        self._files[place : place + 1] = [files]
        for file in before - files:
            del self._places[file][bisect_left(self._places[file], place)]
        for file in files - before:
            insort(self._places.setdefault(file, []), place)

    def first(self, files: set[str]) -> int | None:
        """The place of the first block that shows one of the files."""
        return min((places[0] for file in files if (places := self._places.get(file))), default=None)

    def holds(self, files: set[str]) -> bool:
        """Whether a block that holds others shows one of the files in there."""
        return not self._nested.isdisjoint(files)

    @cached_property
    def _nested(self) -> set[str]:
        return {file for block in self._body if not isinstance(block, Figure) for file in _files(descend((block,)))}

    def put(self, place: int, figure: Figure) -> None:
        """Put a picture in the place of another, or behind all blocks."""
        self._body[place : place + 1] = [figure]
        self._note(place, _files((figure,)))


def _files(blocks: Iterable[Block]) -> set[str]:
    """Where the pictures among blocks are, without the host: one file is often served by several."""
    media = [block.media for block in blocks if isinstance(block, Figure) and block.media]
    return {_HOST.sub("", rendition.href) for one in media for rendition in one.renditions}


def _touched(details: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """The fields of an article that details are about, with what they hold by default."""
    named = {"".join(detail["path"].split("/")[1:2]) for detail in details}
    return {field.name: field.default for field in attrs.fields(Article) if field.name in named}


def _is_detail(detail: Any) -> bool:
    return isinstance(detail, dict) and isinstance(detail.get("path"), str) and "value" in detail


def _fields(article: Article) -> dict[str, Any]:
    """The fields of an article that stand outside bodies."""
    return {field.name: getattr(article, field.name) for field in attrs.fields(Article) if field.name not in _IN_BODIES}
