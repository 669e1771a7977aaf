"""A news item of NewsML 1 to an article.

The article is the component that holds the main text, with what the components around it say. Tables say which element
goes to which method; what no table names is reported.
"""

from __future__ import annotations


from newsmodel.errors import shown
from newsmodel.formats._markup.facts import alike, without_repeats
from newsmodel.formats._people import hide_initials
from newsmodel.formats._reading import Element, Reading, local
from newsmodel.formats._walker import Fields, Take
from newsmodel.formats.newsml_1 import _names as names
from newsmodel.formats.newsml_1._content import ContentReader, Text, is_caption, is_picture, main_text, media_kind, texts_in
from newsmodel.formats.newsml_1._management import ManagementReader
from newsmodel.formats.newsml_1._metadata import MetadataReader
from newsmodel.formats.newsml_1._parts import PartReader, child_of
from newsmodel.formats.newsml_1._shared import PartOfItem
from newsmodel.model import Article, Figure, Label, Link


class ItemReader(PartOfItem):
    """Reads one news item."""

    def __init__(self, reading: Reading, item: Element) -> None:
        super().__init__(PartReader(reading, _topics(item)), Fields())
        self.item = item
        self.management = ManagementReader(self.parts, self.fields)
        self.metadata = MetadataReader(self.parts, self.fields)
        self.pictures: dict[str, Figure] = {}
        self.content = ContentReader(reading, self.parts, self.pictures)
        self._chain: tuple[Element, ...] = ()
        self._main: Text | None = None
        self._loose: list[Figure] = []
        self._captions: list[Element] = []

    def read(self) -> Article | None:
        """The article; `None`, and reported, where its parts do not make one."""
        self.parts.attributes(self.item, {names.XML_LANG})
        root = child_of(self.item, "NewsComponent")
        self._main = None if root is None else main_text(root)
        self._chain = () if root is None else (root,) if self._main is None else self._main.chain
        self._settle_language()
        self.each(self.item, _ITEM)
        self.metadata.settle_creators()
        self._settle_facts()
        hide_initials(self.single, self.many)
        self._settle_figures()
        self.parts.report_topics()
        self.metadata.settle_rights(self.item)
        if "headline" not in self.single:
            self.reading.lost(self.item, "no headline")
            self.single["headline"] = ""
        return self.reading.build(Article, self.item, **self.single, **self.many)

    def _settle_language(self) -> None:
        """Of the main text, else of what stands around it; known before anything is read, since texts repeat it."""
        for node in (*reversed(self._chain), self.item):
            metadata = child_of(node, "DescriptiveMetadata")
            stated = None if metadata is None else child_of(metadata, "Language")
            for place, attribute in ((stated, "FormalName"), (node, names.XML_LANG)):
                if place is not None and place.get(attribute) and (found := self.reading.language(place, attribute)):
                    self.single["language"] = self.parts.language = found
                    return

    def _component(self, node: Element) -> None:
        """One of the components that the main text stands in."""
        self.parts.attributes(node)
        self.each(node, _COMPONENT)

    def _inner(self, node: Element) -> None:
        """A component in one of these: the next on the way to the main text, a picture, or another text."""
        if any(node is part for part in self._chain):
            self._component(node)
        elif is_picture(node):
            publisher = self.single.get("publisher")
            figure = self.content.figure(node, None if publisher is None else publisher.code or publisher.name)
            name = node.get("Duid")
            if figure is not None and name and name not in self.pictures:
                self.pictures[name] = figure
            elif figure is not None:
                self._loose.append(figure)
        elif is_caption(node):
            self._captions.append(node)
        else:
            self._other(node)

    def _other(self, node: Element) -> None:
        """A component that is neither: short texts with a role go to their fields, the rest is reported."""
        texts = [text for text in texts_in(node) if text.role in names.ROLES]
        if len(texts) != 1 or not _says_only(node, texts[0]):
            references = [child for child in node if local(child.tag) == "NewsItemRef"]
            if references and len(references) == sum(local(child.tag) not in ("Role", *names.SILENT) for child in node):
                for reference in references:
                    self._associated(reference)
            else:
                self.reading.unknown(node)
            return
        for child in self.parts.children(node):
            if local(child.tag) == "Role":
                self.parts.formal_name(child)
        content = self.content.rich(texts[0].node)
        field = names.ROLES[texts[0].role]
        if content is None:
            return
        plain = "".join(run if isinstance(run, str) else run.text for run in content)
        if field == "headline":
            if plain != self.single.get("headline"):
                self.add("titles", node, self.reading.build(Label, node, content=content, role="headline"))
        elif field == "contact":
            self.add("notes", node, self.reading.build(Label, node, content=content, role="contact"))
        else:
            self.set(field, node, content)

    def _content_item(self, node: Element) -> None:
        """Content beside the main text, in the same component: the same in another form, by the standard."""
        if self._main is not None and node is self._main.node:
            return
        kind = media_kind(node)
        if kind is not None and node.get("Href"):
            if (figure := self.content.lone(node)) is not None:
                self._loose.append(figure)
        elif node.get("Href") and child_of(node, "DataContent") is None:
            self._alternate(node)
        else:
            self.reading.unknown(node)

    def _alternate(self, node: Element) -> None:
        self.parts.attributes(node, {"Href"})
        mime = child_of(node, "MimeType")
        for child in self.parts.children(node):
            if child is not mime:
                self.reading.unknown(child)
        if (href := self.reading.url(node, "Href")) is not None:
            kind = None if mime is None else self.parts.formal_name(mime)
            self.add("links", node, self.reading.build(Link, node, rel="alternate", href=href, type=kind))

    def _role(self, node: Element) -> None:
        """The role of a component around the main text: that it is the main one says nothing new."""
        if (name := self.parts.formal_name(node)) is not None and name.lower() not in ("main", "body"):
            self.reading.lost(node, f"no place for the role {shown(name)}")

    def _topic_set(self, node: Element) -> None:
        """The document's own vocabulary; its names are taken where its terms are used."""

    def _settle_facts(self) -> None:
        """The body, and what its head says: what is not said elsewhere is taken, what is said otherwise is reported."""
        if self._main is not None:
            blocks = self.content.body(self._main.node)
            self.single["body"] = without_repeats(blocks, self.single.get("headline"), self.single.get("standfirst"))
        if self.content.inside is not None:
            self.content.inside.complete(self.single, self.many)
            self.content.inside.complete_sequences(self.single, self.many)
            if self.content.inside.lead is not None:
                self.single["lead"] = self.content.inside.lead
        title = self.content.title
        text = None if title is None else self.reading.line(title)
        if title is None or text is None:
            return
        if not self.single.get("headline"):
            self.single["headline"] = text
            self.reading.repaired(title, "no headline of its own: that of the body is taken")
        elif not alike(self.single["headline"], text):
            self.reading.unknown(title)

    def _settle_figures(self) -> None:
        """Pictures that the text does not place: the first stands above it, the others follow it."""
        body = self.single.get("body", [])
        placed = self.content.placed
        loose = [figure for name, figure in self.pictures.items() if name not in placed] + self._loose
        if "lead" not in self.single and body and isinstance(body[0], Figure):
            self.single["lead"] = body[0]
            del body[0]
        elif "lead" not in self.single and (first := next((figure for figure in loose if not _is_logo(figure)), None)) is not None:
            loose.remove(first)
            self.single["lead"] = first
        self.single["body"] = [*body, *loose]
        for node in self._captions:
            self._caption_of_lead(node)

    def _caption_of_lead(self, node: Element) -> None:
        """A caption beside its picture rather than in it: of an item that is one picture."""
        lead = self.single.get("lead")
        if lead is None or lead.caption is not None or self._main is not None:
            self.reading.unknown(node)
        elif (caption := self.content.caption(node)) is not None:
            self.single["lead"] = self.reading.build(Figure, node, media=lead.media, caption=caption)


def _is_logo(figure: Figure) -> bool:
    """Whether a picture is the mark of a company, which is no picture of what the text tells."""
    return figure.media is not None and any((one.name or "").lower() == "logo" for one in figure.media.renditions)


def _says_only(node: Element, text: Text) -> bool:
    """Whether a component holds nothing but a text and what kind of text it is."""
    for child in node:
        name = local(child.tag)
        if name == "NewsComponent":
            return _says_only(child, text) and len([inner for inner in node if local(inner.tag) == name]) == 1
        if name == "ContentItem" and child is not text.node:
            return False
        if name not in ("Role", "ContentItem", "DescriptiveMetadata", *names.SILENT):
            return False
    return True


def _topics(item: Element) -> dict[str, Element]:
    """The topics of an item, by reference and by formal name."""
    found: dict[str, Element] = {}
    waiting = [item]
    while waiting:
        node = waiting.pop()
        for child in node:
            name = local(child.tag)
            if name == "Topic":
                if child.get("Duid"):
                    found.setdefault(f"#{child.get('Duid')}", child)
                for inner in child:
                    if local(inner.tag) == "FormalName" and (inner.text or "").strip():
                        found.setdefault(inner.text.strip(), child)
            elif name in ("NewsComponent", "TopicSet"):
                waiting.append(child)
    return found


_Table = dict[str, Take[ItemReader]]
_ITEM: _Table = {
    "Comment": ItemReader._note,
    "Identification": lambda reader, node: reader.management.identification(node),
    "NewsManagement": lambda reader, node: reader.management.management(node),
    "NewsComponent": ItemReader._component,
    "TopicSet": ItemReader._topic_set,
}
_COMPONENT: _Table = {
    "Comment": ItemReader._note,
    "Role": ItemReader._role,
    "TopicSet": ItemReader._topic_set,
    "NewsLines": lambda reader, node: reader.metadata.news_lines(node),
    "AdministrativeMetadata": lambda reader, node: reader.metadata.administrative(node),
    "RightsMetadata": lambda reader, node: reader.metadata.rights(node),
    "DescriptiveMetadata": lambda reader, node: reader.metadata.descriptive(node),
    "Metadata": lambda reader, node: reader.metadata.metadata(node),
    "NewsComponent": ItemReader._inner,
    "NewsItemRef": ItemReader._associated,
    "ContentItem": ItemReader._content_item,
}
