"""What stands around the content of an NITF document: headlines, notes, who, where, an abstract; and what stands at its end."""

from __future__ import annotations

from newsmodel.errors import shown
from newsmodel.formats import _carrier as carrier
from newsmodel.formats._carrier import clark
from newsmodel.formats._markup import XML_LANGUAGE
from newsmodel.formats._reading import Element, flat_text, folded, local, one_line
from newsmodel.syntax.times import parsed_time
from newsmodel.formats._walker import FieldReader, Fields, Take
from newsmodel.formats.nitf import _names as names
from newsmodel.formats.nitf._parts import PartReader
from newsmodel.formats.nitf._rights import RightsReader
from newsmodel.model import Concept, DonationAppeal, Vote


class FrameReader(FieldReader):
    """Reads the head and the end of the body."""

    def __init__(self, parts: PartReader, fields: Fields, rights: RightsReader) -> None:
        super().__init__(parts, fields)
        self.parts = parts
        self.details = parts.details
        self.rights = rights
        self.headline: Element | None = None

    def name_of(self, node: Element) -> str:
        """The name of an element: one of ours with its namespace."""
        return names.name_of(node)

    def read_head(self, node: Element) -> None:
        """Take all that stands above the content."""
        self.group(node, _BODY_HEAD)

    def read_end(self, node: Element) -> None:
        """Take all that stands below the content."""
        self.group(node, _BODY_END)

    def _hedline(self, node: Element) -> None:
        if self.headline is not None:
            for child in self.parts.children(node):
                if folded(child.tag) in ("hl1", "hl2"):
                    self._further_title(child)
                else:
                    self.reading.unknown(child)
            return
        self.parts.attributes(node)
        for child in self.parts.children(node):
            if folded(child.tag) == "hl1" and self.headline is None:
                self.headline = child
            elif folded(child.tag) in ("hl1", "hl2"):
                self._subheadline(child)
            else:
                self.reading.unknown(child)

    def _subheadline(self, node: Element) -> None:
        kind = self.details.word(node, "as", "title", "kicker")
        if kind == "title":
            self._further_title(node)
        elif (kind == "kicker" or (node.get("class") or "").lower() in names.KICKERS) and "kicker" not in self.single:
            self.parts.attributes(node)
            self.set("kicker", node, self.parts.line(node))
        elif "standfirst" not in self.single:
            self.parts.attributes(node)
            self.set("standfirst", node, self.parts.rich(node))
        else:
            self._further_title(node)

    def _further_title(self, node: Element) -> None:
        self.parts.attributes(node, {XML_LANGUAGE})
        self.add("titles", node, self.parts.label(node, self.parts.rich(node), role=self.parts.text_of(node, "class")))

    def note(self, node: Element) -> None:
        """A note, to readers or to editors."""
        self.parts.attributes(node, {"type", "noteclass", XML_LANGUAGE})
        if node.get("type") not in (None, "", *names.NOTE_TYPES):
            self.reading.lost(node, f"no type of note: {shown(node.get('type'))}", "type")
        kind = self.parts.text_of(node, "noteclass")
        role = self.parts.text_of(node, "class") or names.NOTE_CLASSES.get(kind or "", kind)
        content = self.parts.rich(node)
        self.add("notes", node, self.parts.label(node, content, role=role, public=node.get("type") != "npa"))

    def _byline(self, node: Element) -> None:
        self.parts.attributes(node)
        for byline in self.parts.bylines(node):
            self.add("bylines", node, byline)
        if self.details.get(node, "none", bool) is None:
            self._set_line("byline_text", node)

    def _set_line(self, field: str, node: Element) -> None:
        """A line as published; a title in it stands apart from the name."""
        text = self.reading.controlled("".join(flat_pieces(node)), node)
        line = one_line(text) or None
        if line is not None and field in self.single:
            self.reading.repaired(node, f"a further <{local(node.tag)}>, put into one line with the first")
            line = f"{self.single[field]}, {line}"
        if line is not None:
            self.single[field] = line
            self.fields.places.setdefault(field, node)

    def _distributor(self, node: Element) -> None:
        self.parts.attributes(node)
        orgs = [child for child in node if folded(child.tag) == "org"]
        if not orgs:
            name = self.parts.line(node)
            self.set("publisher", node, None if name is None else Concept(name=name))
            return
        for child in node:
            if folded(child.tag) != "org":
                self.reading.unknown(child)
        for loose in (node.text, *(child.tail for child in node)):
            if loose and loose.strip(" \t\r\n,;/-"):
                self.reading.lost(node, f"text that stands outside: {shown(loose.strip())}")
        for org in orgs:
            source = self.details.word(org, "as", "source") == "source" or "publisher" in self.single
            concept = self.parts.party(org)
            if source:
                self.add("sources", org, concept)
            else:
                self.set("publisher", org, concept)

    def _dateline(self, node: Element) -> None:
        self.parts.attributes(node)
        for child in node:
            if folded(child.tag) == "location":
                self.add("located", child, self.parts.party(child))
            elif folded(child.tag) == "story.date":
                self._story_date(child)
            else:
                self.reading.unknown(child)
        if self.details.get(node, "none", bool) is None:
            self._set_line("dateline", node)

    def _story_date(self, node: Element) -> None:
        """The date in the dateline; its words are a part of the line."""
        self.parts.attributes(node, {"norm"})
        stated = parsed_time("".join(flat_text(node)))
        time = self.parts.time(node) if node.get("norm") else stated[0] if stated else None
        if time is not None and time != self.single.get("published"):
            self.reading.lost(node, f"no place for the date of the dateline: {time}", "norm")

    def _abstract(self, node: Element) -> None:
        self.parts.attributes(node)
        self.set("summary", node, self.parts.rich(node))

    def _tagline(self, node: Element) -> None:
        self.parts.attributes(node, {"type", XML_LANGUAGE})
        public = node.get("type") != "npa"
        self.add("notes", node, self.parts.label(node, self.parts.rich(node), role=names.SIGN_OFF, public=public))

    def _bibliography(self, node: Element) -> None:
        self.parts.attributes(node, {XML_LANGUAGE})
        self.add("notes", node, self.parts.label(node, self.parts.rich(node), role="bibliography"))

    def _vote(self, node: Element) -> None:
        self.add("votes", node, carrier.read(self.reading, node, Vote))

    def _appeal(self, node: Element) -> None:
        self.add("appeals", node, carrier.read(self.reading, node, DonationAppeal))


def flat_pieces(node: Element) -> list[str]:
    """The text of a line; words of elements that touch get a space between them, and a date that only a machine reads is none."""
    pieces = [node.text or ""]
    for child in node:
        text = "".join(flat_text(child))
        if folded(child.tag) == "story.date" and parsed_time(text) is not None:
            text = ""
            pieces[-1] = pieces[-1].rstrip(", \t\r\n")
        for piece in ("\n" + text if folded(child.tag) == "byttl" else text, child.tail or ""):
            if piece:
                touching = pieces[-1][-1:].isalnum() and piece[0].isalnum()
                pieces.append("\n" + piece if touching else piece)
    return pieces


_Table = dict[str, Take[FrameReader]]
_BODY_HEAD: _Table = {
    "hedline": FrameReader._hedline,
    "note": FrameReader.note,
    "rights": lambda reader, node: reader.rights.shown(node),
    "byline": FrameReader._byline,
    "distributor": FrameReader._distributor,
    "dateline": FrameReader._dateline,
    "abstract": FrameReader._abstract,
}
_BODY_END: _Table = {
    "tagline": FrameReader._tagline,
    "bibliography": FrameReader._bibliography,
    clark("vote"): FrameReader._vote,
    clark("appeal"): FrameReader._appeal,
}
