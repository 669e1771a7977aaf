"""An article to an NITF document.

Each value stands where NITF has a place for it. What an element cannot say of its value are details, see `_details`;
what no element can hold stands in elements of ours, where NITF 3.6 lets foreign elements stand: at the end of `head`,
in `docdata`, at the end of `media` and of `body.end`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import takewhile
from typing import Any, TypeVar

from newsmodel.contract import Written
from newsmodel.formats import _carrier as carrier
from newsmodel.formats._markup import attribute_escaped, escaped
from newsmodel.formats.nitf import _names as names
from newsmodel.formats.nitf._body_write import BodyWriter, content_of
from newsmodel.formats.nitf._details import DetailWriter
from newsmodel.formats.nitf._times import written_norm
from newsmodel.model import Article, Byline, Concept, Identifier, Label, Link, RichText, Rights

Member = TypeVar("Member")


def _element(tag: str, attributes: dict[str, Any], content: str = "") -> str:
    pairs = "".join([f' {name}="{attribute_escaped(str(value))}"' for name, value in attributes.items() if value is not None])
    return f"<{tag}{pairs}>{content}</{tag}>" if content else f"<{tag}{pairs}/>"


def _section(tag: str, lines: Sequence[str], attributes: dict[str, Any] | None = None) -> list[str]:
    """An element that holds elements; nothing where there is nothing to say."""
    if not lines:
        return [_element(tag, attributes)] if attributes else []
    return [_element(tag, attributes or {}, "\n")[: -len(f"\n</{tag}>")], *lines, f"</{tag}>"]


def _first(members: Sequence[Member], fits: Callable[[Member], bool]) -> tuple[Sequence[Member], Sequence[Member]]:
    """The members that fit, up to the first that does not, and the others: so the two keep their order when read."""
    leading = list(takewhile(fits, members))
    return leading, members[len(leading) :]


def plain(content: RichText) -> str | None:
    """The text of rich text that an attribute can hold: one run, without marks or breaks."""
    return content[0] if len(content) == 1 and isinstance(content[0], str) and "\n" not in content[0] else None


class DocumentWriter:
    """Writes one article."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self._details = DetailWriter()
        is_title = article.titles[:1] and self._is_native_title(article.titles[0])
        self._title = article.titles[0] if is_title else None
        titles = article.titles[1:] if is_title else article.titles
        self._shown_titles, self._other_titles = _first(titles, lambda title: title.public)
        self._messages, notes = _first(article.notes, _is_message)
        self._sign_off = notes[-1] if notes and notes[-1].role == names.SIGN_OFF else None
        self._notes = notes[:-1] if self._sign_off else notes
        self._coded, self._named = _first(article.subjects, _has_code)
        self._previous, self._links = _first(article.links[:1], _is_previous)[0], article.links
        if self._previous:
            self._links = article.links[1:]
        self._dateline_pieces = _pieces(article.dateline, [place.name for place in article.located])
        self._byline_pieces = _pieces(article.byline_text, [byline.name for byline in article.bylines])

    def write(self) -> Written:
        """The document."""
        body = [*self._body_head(), *self._content(), *self._body_end()]
        head = [*self._titles(), *self._tobject(), *self._docdata(), *self._pubdata(), *self._revisions()]
        text = "\n".join([
            *_section("head", [*head, *self._carriers(), *self._details.holders]),
            *(_section("body", body) or ["<body/>"]),
        ])  # fmt: skip
        foreign = f' xmlns:h="{names.XHTML_NAMESPACE}"' if "<h:" in text else ""
        root = (
            f'<nitf xmlns="{names.NAMESPACE}" {carrier.DECLARATION}{foreign} version="{names.VERSION}"'
            f'{self._language()} nm:mapping="{names.MAPPING}">'
        )
        return Written(data=f'<?xml version="1.0" encoding="UTF-8"?>\n{root}\n{text}\n</nitf>\n'.encode())

    def _language(self) -> str:
        return f' baselang="{self.article.language}"' if self.article.language else ""

    def _rich(self, content: RichText) -> str:
        if (text := plain(content)) is not None:
            return escaped(text)
        writer = BodyWriter(self._details.keep)
        writer.rich(content)
        return "".join(writer.out)

    def _label(self, label: Label, *said: str) -> dict[str, str]:
        """The attributes of an element that holds a label."""
        return self._details.rest(label, {"content", *said})

    # Head

    def _is_native_title(self, title: Label) -> bool:
        text = plain(title.content)
        return title.role == names.TITLE and carrier.says_only(title, "content", "role") and text not in (None, self.article.headline)

    def _titles(self) -> Iterator[str]:
        if self._title is not None:
            yield _element("title", {"nm:as": "title"}, escaped(plain(self._title.content) or ""))
        elif self.article.headline:
            yield _element("title", {}, escaped(self.article.headline))

    def _tobject(self) -> list[str]:
        genres = [
            _element("tobject.property", {"tobject.property.type": genre.name, **self._details.rest(genre, {"name"})})
            for genre in self.article.genres
        ]
        return _section("tobject", genres + [self._coded_subject(subject) for subject in self._coded])

    def _coded_subject(self, subject: Concept) -> str:
        code = subject.code or ""
        chain = _tiers(subject)
        level = names.tier(code)
        said = {"code", "name"}
        if chain is not None and len(chain) <= level:
            said.add("broader")
            tiers = dict(zip(reversed(names.TIERS[:level]), chain, strict=False))
        else:
            tiers = {names.TIERS[level - 1]: subject.name} if subject.name else {}
        ordered = {name: tiers[name] for name in names.TIERS if name in tiers}
        return _element("tobject.subject", {"tobject.subject.refnum": code, **ordered, **self._details.rest(subject, said)})

    def _docdata(self) -> list[str]:
        article = self.article
        lines = [self._message(note) for note in self._messages]
        if article.id is not None or article.identifiers:
            lines.append(_element("doc-id", {"id-string": article.id}))  # without a string, it keeps the place of the id
        lines += [self._identifier(identifier) for identifier in article.identifiers]
        if article.urgency is not None:
            lines.append(_element("urgency", {"ed-urg": article.urgency}))
        for tag, time in (("date.issue", article.published), ("date.release", article.embargoed), ("date.expire", article.expires)):
            if time is not None:
                lines.append(_element(tag, {"norm": written_norm(time)}))
        if article.slug or article.version:
            lines.append(_element("du-key", {"key": article.slug, "version": article.version}))
        lines += self._rights(article.rights) if article.rights else []
        lines += _section("key-list", [_element("keyword", {"key": keyword}) for keyword in article.keywords])
        lines += _section("identified-content", [*self._places(), *map(self._identified, self._named)])
        status = article.status or (names.EMBARGOED if article.embargoed else None)
        previous = self._previous[0].href if self._previous else None
        attributes = {"management-status": status, "management-doc-idref": previous}
        return _section("docdata", lines, attributes if status or previous else None)

    def _message(self, note: Label) -> str:
        if note.role == names.CORRECTION:
            return _element("correction", {"info": plain(note.content)})
        return _element("ed-msg", {"msg-type": note.role, "info": plain(note.content)})

    def _identifier(self, identifier: Identifier) -> str:
        return _element("doc-id", {"regsrc": identifier.scheme, "id-string": identifier.value})

    def _rights(self, rights: Rights) -> Iterator[str]:
        holder = rights.holder
        if holder is not None or rights.year or rights.url:
            attributes: dict[str, Any] = {"year": rights.year, "holder": holder.name if holder else None, "nm:address": rights.url}
            yield _element("doc.copyright", attributes | (self._details.rest(holder, {"name"}) if holder else {}))
        yield from (carrier.element("notice", notice) for notice in rights.notices)
        for term in rights.terms:
            text = plain(term.content)
            if text is None:
                yield carrier.element("term", term)
            else:
                yield _element("doc.rights", {"limitations": text, **self._label(term)})

    def _places(self) -> Iterator[str]:
        """The places that the dateline does not name."""
        if self.article.dateline is not None and self._dateline_pieces is None:
            for place in self.article.located:
                yield self._party("location", place, {"nm:as": "located"})

    def _identified(self, subject: Concept) -> str:
        if subject.type in names.IDENTIFIED:
            return self._party(subject.type, subject, {}, "type")
        return self._party("classifier", subject, {"type": subject.type}, "type")

    def _party(self, tag: str, concept: Concept, attributes: dict[str, Any], *said: str) -> str:
        """A concept as an element that names something."""
        code = names.CODE_ATTRIBUTE.get(tag, "value")
        attributes = {**attributes, code: concept.code, **self._details.rest(concept, {"name", "code", "same_as", *said})}
        return _element(tag, attributes, escaped(concept.name or "") + _same_as(concept.same_as))

    def _pubdata(self) -> Iterator[str]:
        if self.article.url:
            yield _element("pubdata", {"type": "web", "ex-ref": self.article.url})
        for section in self.article.sections:
            yield _element("pubdata", {"position.section": section.name, "nm:as": "section", **self._details.rest(section, {"name"})})

    def _revisions(self) -> Iterator[str]:
        for function, time in ((names.CREATED, self.article.created), (names.UPDATED, self.article.updated)):
            if time is not None:
                yield _element("revision-history", {"function": function, "norm": written_norm(time)})
        for byline in self.article.contributors:
            word = names.FUNCTIONS.get(byline.role or "")
            said = {"name", "role"} if word else {"name"}
            yield _element("revision-history", {"name": byline.name or None, "function": word, **self._details.rest(byline, said)})

    def _carriers(self) -> Iterator[str]:
        article = self.article
        values: dict[str, Any] = {
            "access": article.access, "credit": article.credit, "signals": article.signals, "links": self._links,
            "titles": tuple(self._other_titles),
        }  # fmt: skip
        given = [(name, value) for name, value in values.items() if value]
        if given:
            yield carrier.holder("article", given)

    # Body

    def _body_head(self) -> list[str]:
        article = self.article
        lines = [*self._hedline(), *map(self._note, self._notes), *self._bylines(), *self._distributor(), *self._dateline()]
        if article.summary:
            lines.append(f"<abstract><p>{self._rich(article.summary)}</p></abstract>")
        return _section("body.head", lines)

    def _hedline(self) -> list[str]:
        article = self.article
        lines = [_element("hl1", {"nm:none": None if article.headline else "true"}, escaped(article.headline))]
        if article.kicker:
            lines.append(_element("hl2", {"class": "kicker", "nm:as": "kicker"}, escaped(article.kicker)))
        if article.standfirst:
            lines.append(_element("hl2", {}, self._rich(article.standfirst)))
        for title in self._shown_titles:
            attributes: dict[str, Any] = {"class": title.role, "xml:lang": title.language, "nm:as": "title"}
            lines.append(_element("hl2", attributes | self._label(title, "role", "language"), self._rich(title.content)))
        return _section("hedline", lines)

    def _note(self, note: Label) -> str:
        attributes: dict[str, Any] = {"class": note.role, "type": "std" if note.public else "npa", "xml:lang": note.language}
        content = f"<body.content><p>{self._rich(note.content)}</p></body.content>"
        return _element("note", attributes | self._label(note, "role", "public", "language"), content)

    def _bylines(self) -> Iterator[str]:
        article, pieces = self.article, self._byline_pieces
        if article.byline_text is not None:
            persons = [] if pieces is None else [self._person(byline, {"name", "id", "same_as"}) for byline in article.bylines]
            yield _element("byline", {}, _woven(pieces or [article.byline_text], persons))
        if pieces is None:
            yield from map(self._lone_byline, article.bylines)

    def _person(self, byline: Byline, said: set[str]) -> str:
        attributes = {"value": byline.id, **self._details.rest(byline, said)}
        return _element("person", attributes, escaped(byline.name) + _same_as(byline.same_as))

    def _lone_byline(self, byline: Byline) -> str:
        """Who made the article, where the line as published does not name them, or there is none."""
        told = {"job_title", "affiliation", "location", "email"}
        said = {"name", "id", "same_as", *told}
        parts = [self._person(byline, said)] if byline.name else []
        title = [escaped(byline.job_title)] if byline.job_title else []
        title += [f"<org>{escaped(byline.affiliation)}</org>"] if byline.affiliation else []
        parts += [f"<byttl>{', '.join(title)}</byttl>"] if title else []
        parts += [f"<location>{escaped(byline.location)}</location>"] if byline.location else []
        parts += [f"<virtloc>{escaped(byline.email)}</virtloc>"] if byline.email else []
        rest = {} if byline.name else self._details.rest(byline, {"name", *told})
        return _element("byline", {"nm:none": "true", **rest}, ", ".join(parts))

    def _distributor(self) -> Iterator[str]:
        publisher, sources = self.article.publisher, self.article.sources
        parts = [self._party("org", publisher, {})] if publisher else []
        parts += [self._party("org", source, {"nm:as": "source"}) for source in sources]
        if parts:
            yield f"<distributor>{', '.join(parts)}</distributor>"

    def _dateline(self) -> Iterator[str]:
        article, pieces = self.article, self._dateline_pieces
        if article.dateline is not None and pieces is None:
            yield _element("dateline", {}, escaped(article.dateline))
            return
        places = [self._party("location", place, {}) for place in article.located]
        if pieces is not None:
            yield _element("dateline", {}, _woven(pieces, places))
        elif places:
            yield _element("dateline", {"nm:none": "true"}, ", ".join(places))

    def _content(self) -> list[str]:
        return content_of(self.article, self._details.keep)

    def _body_end(self) -> list[str]:
        lines: list[str] = []
        if (note := self._sign_off) is not None:
            attributes = {"type": None if note.public else "npa", "xml:lang": note.language}
            lines.append(_element("tagline", attributes | self._label(note, "role", "public", "language"), self._rich(note.content)))
        lines += [carrier.element("vote", vote) for vote in self.article.votes]
        lines += [carrier.element("appeal", appeal) for appeal in self.article.appeals]
        return _section("body.end", lines)


def _is_message(note: Label) -> bool:
    """Whether an attribute of `docdata` can hold a note, where receivers look for what is not to be published."""
    return not note.public and carrier.says_only(note, "content", "role", "public") and plain(note.content) is not None


def _has_code(subject: Concept) -> bool:
    return subject.code is not None and names.NMTOKEN.fullmatch(subject.code) is not None


def _is_previous(link: Link) -> bool:
    return link.rel == names.FIRST_VERSION and carrier.says_only(link, "rel", "href")


def _tiers(subject: Concept) -> list[str] | None:
    """The names of a subject and of what is broader, where that is a chain of names."""
    chain: list[str] = []
    concept: Concept | None = subject
    while concept is not None:
        if concept.name is None or len(concept.broader) > 1:
            return None
        if concept is not subject and not carrier.says_only(concept, "name", "broader"):
            return None
        chain.append(concept.name)
        concept = concept.broader[0] if concept.broader else None
    return chain


def _pieces(line: str | None, parts: Sequence[str | None]) -> list[str] | None:
    """What stands around the parts in a line, where it holds them all in this order and as words of their own."""
    found: list[str] = []
    at = 0
    if line is None:
        return None
    for part in parts:
        start = line.find(part, at) if part else -1
        if part is None or start < 0:
            return None
        found.append(line[at:start])
        at = start + len(part)
        if _touch(line[start - 1 : start], part) or _touch(part, line[at : at + 1]):
            return None
    return [*found, line[at:]]


def _touch(one: str, other: str) -> bool:
    """Whether two texts side by side would read as one word."""
    return one[-1:].isalnum() and other[:1].isalnum()


def _woven(pieces: Sequence[str], elements: Sequence[str]) -> str:
    return "".join([part for pair in zip(map(escaped, pieces), [*elements, ""], strict=False) for part in pair])


def _same_as(values: Sequence[str]) -> str:
    return "".join([_element("alt-code", {"idsrc": "same-as", "value": value}) for value in values])
