"""What the body of a news item says of the article: taken, reported, or left out of the text as a repeat."""

from __future__ import annotations

from typing import Any

from newsmodel.errors import shown
from newsmodel.formats._markup.facts import Fact, alike, facts_in, repeats_in
from newsmodel.formats._markup.read import MarkupReader
from newsmodel.formats._reading import Element, flat_text
from newsmodel.formats._walker import FieldReader
from newsmodel.formats.nitf._inside import is_nitf
from newsmodel.model.richtext import rich_plain_text
from newsmodel.syntax.times import parsed_time


class BodyFacts:
    """Settles the facts in a body with the fields that the metadata gave."""

    def __init__(self, fields: FieldReader, markup: MarkupReader) -> None:
        self._single = fields.single
        self._many = fields.many
        self._markup = markup
        self._reading = markup.reading

    def take(self, chosen: Element | None) -> None:
        """Take the facts of the body that was chosen among the texts of an item; it may be none."""
        for fact in [] if chosen is None or any(map(is_nitf, chosen)) else facts_in(chosen, self._markup.name):
            if fact.field == "headline":
                repeats = self._repeats_headline(fact.node)
            elif fact.field == "time":
                repeats = self._repeats_time(fact.node)
            elif fact.field in ("genres", "teaser"):
                repeats = self._is_known(fact)
            else:
                repeats = fact.block
                self._fact(fact.field, fact.node)
            if repeats:
                self._markup.leave_out([fact.node])
        if chosen is not None:
            genres = [concept.name for concept in self._many.get("genres", []) if concept.name]
            notes = [rich_plain_text(note.content) for note in self._many.get("notes", [])]
            self._markup.leave_out(repeats_in(chosen, self._markup.name, notes, genres))

    def _is_known(self, fact: Fact) -> bool:
        """Whether a genre in the body is one that the metadata has, or a teaser the headline; else it is a part of the text."""
        line = self._reading.line(fact.node)
        known: list[Any] = self._many.get("genres", []) if fact.field == "genres" else [self._single.get("headline", "")]
        return line is not None and any(alike(value, line) for value in known)

    def _repeats_headline(self, node: Element) -> bool:
        """Whether a heading of the body is the headline; where there is no other, it is."""
        text = self._reading.line(node)
        if text is not None and not self._single.get("headline"):
            self._reading.repaired(node, "no headline of its own: the heading of the body is taken")
            self._single["headline"] = text
        return text == self._single.get("headline")

    def _fact(self, field: str, node: Element) -> None:
        """What a body says of the article: taken where nothing else says it, reported where it is said otherwise."""
        value = self._reading.line(node)
        if value is not None and not alike(self._single.setdefault(field, value), value):
            self._reading.unknown(node)

    def _repeats_time(self, node: Element) -> bool:
        known = [self._single[name] for name in ("created", "updated", "published") if name in self._single]
        stated = next((node.get(name) for name in ("datetime", "data-datetime", "content") if node.get(name)), None)
        parsed = None if stated is None else parsed_time(stated)
        if parsed is None or parsed[0] not in known:
            self._reading.lost(node, "no place for another time: " + shown(stated or "".join(flat_text(node)).strip()))
        return True
