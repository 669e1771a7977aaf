"""An `article` element of ours to an article: what readers see comes from the text, the rest from data attributes."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any, TypeVar

import attrs

from newsmodel.errors import shown
from newsmodel.syntax.html import HtmlElement
from newsmodel.formats._markup import HTML
from newsmodel.formats._markup.read import MarkupReader
from newsmodel.formats._reading import Reading, one_line
from newsmodel.syntax.times import parsed_time
from newsmodel.formats.html._classes import BODY, LEAD, PASSED_BY, ClassIndex, classes_of
from newsmodel.formats.html._details import DataDetails, attribute
from newsmodel.formats.html._names import (
    BYLINE_PARTS, CARRIED, GLUE, LABEL, LINES, MARKER, OPTION_OF_WORD, RESULT_OF_WORD, TIMES, UNIT_OF_SIGN,
    UNTITLED, VERSION, begins_with, part_class, period_of, shown_time,
)  # fmt: skip
from newsmodel.model import (
    AppealKind, Article, Block, Byline, Concept, Count, DonationAppeal, Evidence, Figure, Label, Link, Rights, SuggestedAmount, Time,
    Vote,
)  # fmt: skip
from newsmodel.model.values import MAX_DIGITS

Model = TypeVar("Model")

_NUMBER = re.compile(rf"([0-9]{{1,{MAX_DIGITS}}}(?:\.[0-9]{{1,{MAX_DIGITS}}})?)\s*(%?)")
_STRUCTURE = frozenset(
    "article header footer section nav aside div p ul li table caption thead tbody tr th td span strong a time br".split()
)
"""The elements that hold our parts, and are no part themselves."""
_OWN_ATTRIBUTES = frozenset({"class", "lang", "dir", "href", "hreflang", "rel", "datetime", "scope", MARKER})


class ArticleReader:
    """Reads one element."""

    def __init__(self, reading: Reading, node: HtmlElement, format_name: str) -> None:
        self.reading = reading
        self.node = node
        self.details = DataDetails(reading)
        self.markup = MarkupReader(reading, HTML, self.details, format_name)
        self._index = ClassIndex(node)
        self._read: set[int] = set()
        """What has been read, with all that is in it."""
        self._known: dict[int, set[str]] = {}

    def read(self) -> Article:
        """The article; what has no place in it is reported."""
        if self.node.get(MARKER) != VERSION:
            self.reading.lost(self.node, f"expected version {VERSION} of our markup, found {shown(self.node.get(MARKER))}", MARKER)
        fields = self._fields()
        self._report_unread()
        return self._built(fields)

    def _fields(self) -> dict[str, Any]:
        top = self.node
        fields: dict[str, Any] = {name: self._detail(top, name, kind) for name, kind in CARRIED.items()}
        if top.get("lang") is not None:
            fields["language"] = self.reading.language(top, "lang")
        fields["headline"] = self._line("headline") or ""
        fields |= {name: self._line(name) for name in LINES}
        fields["standfirst"] = self._rich(self._one(top, "nm-standfirst"))
        fields |= {name: self._time(self._one(top, part_class(name))) for name in TIMES}
        fields["byline_text"], fields["bylines"] = self._bylines()
        fields["links"] = self._with_hidden("links", Link, self._each(top, "nm-link-title", self._link))
        fields["subjects"] = self._with_hidden("subjects", Concept, self._each(top, "nm-subject", self._concept))
        fields["keywords"] = self._each(top, "nm-keyword", self._taken_line)
        publisher = self._one(top, "nm-publisher")
        fields["publisher"] = self._concept(publisher) if publisher is not None else self._detail(top, "publisher", Concept)
        fields["rights"] = self._rights()
        fields["lead"] = self._lead()
        body = self._one(top, BODY)
        fields["body"] = () if body is None else self.markup.blocks(self._take(body))
        fields["dateline"] = self._dateline_in(fields["body"], fields["dateline"])
        fields["votes"] = self._each(top, "nm-vote", self._vote)
        fields["appeals"] = self._each(top, "nm-appeal", self._appeal)
        fields["notes"] = self._each(top, "nm-note", self._label)
        return {name: value for name, value in fields.items() if value is not None}

    def _built(self, fields: dict[str, Any]) -> Article:
        """The article; a field whose value it does not allow is left out and reported."""
        whole = self.reading.build(Article, self.node, **fields)
        if whole is not None:
            return whole
        self.reading.losses.pop()  # said again, field by field
        article = Article(headline="")
        for name, value in fields.items():
            with_one = {field.name: getattr(article, field.name) for field in attrs.fields(Article)} | {name: value}
            article = self.reading.build(Article, self.node, **with_one) or article
        return article

    # Finding elements

    def _all(self, node: HtmlElement, name: str) -> list[HtmlElement]:
        """The elements of a class inside, but for those in the lead and the body, and in others of the class."""
        index = self._index if self._index.holds(node) else ClassIndex(node)
        return index.inside(node, name)

    def _one(self, node: HtmlElement, name: str) -> HtmlElement | None:
        return next(iter(self._all(node, name)), None)

    def _take(self, node: HtmlElement) -> HtmlElement:
        self._read.add(id(node))
        return node

    def _each(self, node: HtmlElement, name: str, read: Callable[[HtmlElement], Model | None]) -> list[Model]:
        return [value for element in self._all(node, name) if (value := read(element)) is not None]

    def _detail(self, node: HtmlElement, name: str, kind: Any) -> Any:
        if attribute(name) not in node.attrib:
            return None
        self._known.setdefault(id(node), set()).add(attribute(name))
        return self.details.get(node, name, kind)

    # Values

    def _taken_line(self, node: HtmlElement) -> str | None:
        for inner in node.descendants() if len(node) else ():
            if "nm-byline" not in classes_of(inner):
                self.reading.lost(inner, f"the markup <{inner.tag}> in a line; its text is kept")
        return self.reading.line(self._take(node))

    def _line(self, part: str, node: HtmlElement | None = None) -> str | None:
        found = self._one(self.node if node is None else node, part_class(part))
        return None if found is None else self._taken_line(found)

    def _dateline_in(self, body: Sequence[Block], shown_line: str | None) -> str | None:
        """The dateline: the line that is shown, or the one that the body begins with, for as long as it does."""
        known: str | None = self._detail(self.node, "dateline", str)
        if known is None or shown_line is not None:
            return shown_line
        if not begins_with(body, known):
            self.reading.lost(self.node, f"the text no longer begins with the dateline {shown(known)}", attribute("dateline"))
            return None
        return known

    def _rich(self, node: HtmlElement | None) -> Any:
        if node is None:
            return None
        runs = self.markup.runs(self._take(node), skip=lambda child: LABEL in classes_of(child))
        return self.reading.rich(node, runs)

    def _time(self, node: HtmlElement | None) -> Time | None:
        """The time that the text spells; the attribute adds seconds to it while it names the same time."""
        if node is None:
            return None
        text = one_line(self.reading.raw(self._take(node)))
        if not text:
            return None
        name = attribute("exact") if self._detail(node, "exact", str) else "datetime"
        exact = parsed_time(node.get(name) or "")
        if exact is not None and shown_time(exact[0]) == text:
            return exact[0]
        seen = parsed_time(text)
        if seen is not None:
            self.reading.lost(node, f"the attribute says otherwise than the text {shown(text)}; the text counts", name)
            return seen[0]
        if exact is None:
            self.reading.lost(node, f"no date or time: {shown(text)}")
            return None
        self.reading.lost(node, f"no date or time: {shown(text)}; the attribute counts")
        return exact[0]

    def _matching(self, node: HtmlElement, name: str, cls: type[Model], matches: Callable[[Model], bool]) -> Model | None:
        """What is known besides a text; `None`, and reported, where the text has changed."""
        known: Model | None = self._detail(node, name, cls)
        if known is not None and not matches(known):
            self.reading.lost(node, "details of a text that has changed", attribute(name))
            return None
        return known

    def _concept(self, node: HtmlElement) -> Concept | None:
        name = self._taken_line(node)
        if name is None:
            return None
        known = self._matching(node, "concept", Concept, lambda concept: concept.name == name)
        return self.reading.build(Concept, node, name=name) if known is None else known

    def _with_hidden(self, name: str, cls: type[Model], seen: list[Model]) -> list[Model]:
        """The members that are seen, and those that are not at their places."""
        members = list(seen)
        if attribute(name) not in self.node.attrib:
            return members
        self._known.setdefault(id(self.node), set()).add(attribute(name))
        for place, member in self.details.placed(self.node, name, cls):
            members.insert(place, member)
        return members

    def _label(self, node: HtmlElement) -> Label | None:
        content = self._rich(node)
        if not content:
            return None
        language = self.reading.language(node, "lang") if node.get("lang") is not None else None
        role, date = self._detail(node, "role", str), self._detail(node, "date", Time)
        return self.reading.build(Label, node, content=content, role=role, language=language, date=date)

    # Parts

    def _bylines(self) -> tuple[str | None, list[Byline]]:
        line = self._one(self.node, "nm-byline-text")
        text = None if line is None else self._taken_line(line)
        named = [] if line is None else self._each(line, "nm-byline", self._byline_in_line)
        lists = self._all(self.node, "nm-bylines")
        return text, named + [byline for part in lists for byline in self._each(part, "nm-byline", self._byline)]

    def _byline_in_line(self, node: HtmlElement) -> Byline | None:
        name = self._taken_line(node) or ""
        known = self._matching(node, "byline", Byline, lambda byline: byline.name == name)
        return known if known is not None else self.reading.build(Byline, node, name=name) if name else None

    def _byline(self, node: HtmlElement) -> Byline | None:
        shown_parts = {part: self._line(part, node) for part in BYLINE_PARTS}
        parts: dict[str, Any] = {part: text for part, text in shown_parts.items() if text}
        if not parts.get("name") and not parts.get("affiliation"):
            return None
        name, affiliation = parts.get("name", ""), parts.get("affiliation")

        def same(byline: Byline) -> bool:
            return byline.name == name and (bool(name) or byline.affiliation == affiliation)

        known = self._matching(node, "byline", Byline, same)
        link = self._one(node, "nm-name")
        if link is not None and link.get("href"):
            parts["url"] = self.reading.url(link, "href")
        if known is not None:
            parts = {field.name: getattr(known, field.name) for field in attrs.fields(Byline)} | parts
        return self.reading.build(Byline, node, **parts)

    def _link(self, node: HtmlElement) -> Link | None:
        title = self._taken_line(node)
        href = self.reading.url(node, "href")
        if UNTITLED in classes_of(node) and title == href:
            title = None
        language = self.reading.language(node, "hreflang") if node.get("hreflang") is not None else None
        details = {name: self._detail(node, name, str) for name in ("rel", "type", "version")}
        details["rel"] = details["rel"] or "seeAlso"
        return None if href is None else self.reading.build(Link, node, href=href, title=title, language=language, **details)

    def _lead(self) -> Figure | None:
        node = self._one(self.node, LEAD)
        if node is None:
            return None
        figure = self.markup.figure(self._take(node))
        if figure is None and (len(node) or (node.text or "").strip()):
            self.reading.unknown(node)
        return figure

    def _rights(self) -> Rights | None:
        node = self._one(self.node, "nm-rights")
        if node is None:
            return None
        year = self._one(node, "nm-year")
        holder = self._one(node, "nm-holder")
        link = self._one(node, "nm-rights-link")
        fields: dict[str, Any] = {
            "holder": self._concept(holder) if holder is not None else self._detail(node, "holder", Concept),
            "year": self.reading.whole(self._take(year), None, 1, 9999) if year is not None else None,
            "notices": self._each(node, "nm-notice", self._label),
            "terms": self._each(node, "nm-term", self._label),
            "url": self.reading.url(self._take(link), "href") if link is not None else self._detail(node, "url", str),
        }
        return self.reading.build(Rights, node, **fields) if any(fields.values()) else None

    # Votes and appeals

    def _vote(self, node: HtmlElement) -> Vote | None:
        margin = self._one(node, "nm-margin")
        return self.reading.build(
            Vote,
            node,
            motion=self._line("motion", node),
            voting_body=self._line("voting_body", node),
            counts=self._counts(node),
            unanimous=self._line("unanimous", node) is not None,
            margin=None if margin is None else self.reading.whole(self._take(margin)),
            result=self._result(node),
            requirement=self._line("requirement", node),
            held=self._time(self._one(node, "nm-held")),
            evidence=self._detail(node, "evidence", Evidence),
        )

    def _result(self, node: HtmlElement) -> str | None:
        found = self._one(node, "nm-result")
        words = None if found is None else self._taken_line(found)
        if words is None or found is None:
            return None
        result = RESULT_OF_WORD.get(words.lower())
        if result is None:
            self.reading.lost(found, f"no result of a vote: {shown(words)}")
        return result

    def _counts(self, node: HtmlElement) -> list[Count]:
        counts: dict[tuple[str, str], Count] = {}
        for row in node.descendants():
            if row.tag != "tr":
                continue
            cells = [child for child in row if child.tag in ("th", "td")]
            if len(cells) < 2 or cells[1].tag != "td":
                continue
            count = self._count(row, self._take(cells[0]), self._take(cells[1]))
            if count is not None and (count.option, count.unit) in counts:
                self.reading.lost(row, "a second count of one option")
            elif count is not None:
                counts[count.option, count.unit] = count
        return list(counts.values())

    def _count(self, row: HtmlElement, name: HtmlElement, number: HtmlElement) -> Count | None:
        words, text = self.reading.line(name) or "", self.reading.line(number) or ""
        option, match = OPTION_OF_WORD.get(words.lower()), _NUMBER.fullmatch(text)
        if option is None or match is None:
            self.reading.lost(row, f"no option and count of a vote: {shown(f'{words} {text}'.strip())}")
            return None
        value = Decimal(match[1]) if "." in match[1] else int(match[1])
        return self.reading.build(Count, row, option=option, value=value, unit=UNIT_OF_SIGN[match[2]])

    def _appeal(self, node: HtmlElement) -> DonationAppeal | None:
        url = self._detail(node, "url", str)
        link = self._one(node, "nm-call-to-action")
        action = None if link is None else self._taken_line(link)
        if link is not None and link.get("href"):
            url = self.reading.url(link, "href")
            if UNTITLED in classes_of(link) and action == url:
                action = None
        fields: dict[str, Any] = {
            "heading": self._line("heading", node),
            "paragraphs": self._each(node, "nm-paragraph", self._taken_line),
            "amounts": self._each(node, "nm-amount", self._amount),
            "beneficiary": self._line("beneficiary", node),
            "call_to_action": action,
            "url": url,
        }
        if not any(fields.values()):
            return None
        kind = self._detail(node, "kind", AppealKind)
        return self.reading.build(DonationAppeal, node, kind=kind or "donation", **fields)

    def _amount(self, node: HtmlElement) -> SuggestedAmount | None:
        text = self._taken_line(node) or ""
        number, currency, words = [*text.split(" ", 2), "", ""][:3]
        match = _NUMBER.fullmatch(number)
        period = period_of(words) if words else None
        if match is None or match[2] or not currency or (words and period is None):
            self.reading.lost(node, f"expected an amount such as '5 GBP a month', found {shown(text)}")
            return None
        return self.reading.build(SuggestedAmount, node, value=Decimal(match[1]), currency=currency, period=period)

    # The account

    def _report_unread(self) -> None:
        """Report the elements, texts and details that nobody asked for."""
        waiting = [self.node]
        while waiting:
            node = waiting.pop()
            attributes = node.attrib
            if attributes:
                if "class" in attributes and not PASSED_BY.isdisjoint(classes_of(node)):
                    continue
                if not _OWN_ATTRIBUTES.issuperset(attributes):
                    self.reading.unknown_attributes(node, _OWN_ATTRIBUTES.union(self._known.get(id(node), ())))
            if id(node) in self._read:
                continue
            self._report_text(node, node.text)
            for child in node:
                self._report_text(node, child.tail)
            for child in reversed(node):
                if child.attrib and LABEL in classes_of(child):
                    continue
                if child.tag in _STRUCTURE or id(child) in self._read:
                    waiting.append(child)
                else:
                    self.reading.unknown(child)

    def _report_text(self, node: HtmlElement, text: str | None) -> None:
        """Report a text that stands loose in an element of ours."""
        if text and not (text.isspace() or GLUE.match(text)):
            self.reading.lost(node, f"no place for the text {shown(one_line(text))}")
