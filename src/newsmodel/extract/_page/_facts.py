"""What a page says of its article, each fact from the most trusted place that says it.

The order is: structured data (JSON-LD, then microdata, then RDFa), `meta`, what readers see near the title. Three facts have
an order of their own: the headline, the language and the address, which pages state better elsewhere. Where a place that is
trusted less says otherwise, that is reported.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from newsmodel.contract import Loss
from newsmodel.errors import Position, shown
from newsmodel.extract._page import _graph as graph
from newsmodel.extract._page import _head as head
from newsmodel.extract._page import _phrases as phrases
from newsmodel.extract._page._addresses import Address, bare_address, is_same_page
from newsmodel.extract._page._dates import is_clock_as_utc, is_finer, is_placeholder, same_time, time_of
from newsmodel.extract._page._outline import Outline
from newsmodel.extract._page._people import is_login_of, makers
from newsmodel.extract._page._seen import Seen
from newsmodel.extract._page._text import beginning, folded
from newsmodel.extract._page._titles import heading_of, headline_of, names_of_host, without_site
from newsmodel.model import Byline, Concept, Label, Link, Time
from newsmodel.model.richtext import rich_plain_text
from newsmodel.model.values import is_language, is_line, is_url
from newsmodel.syntax import html as syntax

MOST_LINKS = 50
BEHIND = frozenset({"editor", "contributor"})
"""Roles of those who are no byline unless readers see their names."""
MAX_LOSSES = 1000
"""How many losses are told one by one; the last one says how many more there are."""


class Facts:
    """The facts of one page, and the account of what was not believed."""

    def __init__(self, document: syntax.Document) -> None:
        self.document = document
        self.losses: list[Loss] = []
        self.untold = 0
        self.head = head.Head(document)
        if self.head.overruled is not None:
            self.lost("/html/head/meta", f"encoding {shown(self.head.overruled)}: the bytes are UTF-8 throughout, which counts")
        self.outline = Outline(document)
        self.heading = heading_of([line.text for line in self.outline.lines if line.kind == "h1" and len(line.text) > 3], self.head)
        self.seen = Seen(document, self.outline.lines, self.heading)
        self.address = Address(self._base())
        self.values = graph.json_values(document, self.lost)
        self.descriptions = self._described()

    def release(self) -> None:
        """Take the page's outline apart, so that it is gone with its reader."""
        self.outline.release()
        self.seen.release()

    def lost(self, place: str, reason: str, line: int | None = None, *, repaired: bool = False) -> None:
        """Note what did not fit, or was not believed."""
        if len(self.losses) < MAX_LOSSES:
            self.losses.append(Loss(path=place, reason=reason, where=Position(path=place, line=line), repaired=repaired))
        else:
            self.untold += 1

    def account(self) -> tuple[Loss, ...]:
        """All losses; what was not told is counted."""
        more = [Loss(path="", reason=f"and {self.untold} more")] if self.untold else []
        return (*self.losses, *more)

    def _base(self) -> str | None:
        """What addresses of the page are relative to: its `base`, else, for want of the place it came from, its own address."""
        for href in (self.head.base, self.head.link("canonical"), self.head.first(head.ADDRESS)):
            if href is not None and href.startswith(("http://", "https://")) and is_url(href.strip()):
                return href.strip()
        return None

    def _url(self) -> str | None:
        """The article's own address."""
        said = [("link canonical", self.head.link("canonical")), *self.head.each(head.ADDRESS)]
        found = [(place, address) for place, href in said if href is not None and (address := self.address.of(href)) is not None]
        found += [(one.source, one.article.url) for one in self.descriptions if one.article.url]
        return self._first("url", found, bare_address)

    def _first(self, name: str, said: list[tuple[str, str]], key: Callable[[str], str]) -> str | None:
        """What the first place says; what others say otherwise is reported."""
        for place, value in said[1:]:
            if key(value) != key(said[0][1]):
                self.lost(place, f"{name} {shown(value)}: {said[0][0]} says {shown(said[0][1])}, which counts")
        return said[0][1] if said else None

    def _described(self) -> list[graph.Description]:
        """The article in each vocabulary that speaks of one, JSON-LD first."""
        title, url = folded(self.heading or ""), self.head.link("canonical") or self.head.first(head.ADDRESS)
        shown_title = folded(self.head.first(head.TITLE) or self.head.title)

        def alike(part: dict[str, Any]) -> int:
            headline = part.get("headline") or part.get("name")
            words = folded(graph.plain(headline)) if isinstance(headline, str) else ""
            page = part.get("mainEntityOfPage")
            addresses = [part.get("url"), part.get("@id"), page.get("@id") if isinstance(page, dict) else page]
            return 2 * bool(words and words in (title, shown_title)) + bool(url and url in addresses) + bool(words)

        found = []
        if (one := graph.described(self.values, alike, "JSON-LD", self.lost)) is not None:
            found.append(one)
        if not found or not found[0].article.bylines or found[0].article.published is None or not found[0].article.headline:
            for source, values in (("microdata", graph.microdata_values), ("RDFa", graph.rdfa_values)):
                if (one := graph.described(values(self.document), alike, source, self.lost)) is not None:
                    found.append(one)
        return found

    def _stated(self, name: str) -> Any:
        """A field as the first description that has it says."""
        return next((value for one in self.descriptions if (value := getattr(one.article, name))), None)

    def _time(self, name: str, names: tuple[str, ...]) -> Time | None:
        said: list[tuple[str, Time]] = [(one.source, value) for one in self.descriptions if (value := getattr(one.article, name)) is not None]
        for place, text in self.head.each(names):
            parsed = time_of(text)
            if parsed is None:
                self.lost(f"meta {place}", f"no date or time: {shown(text)}")
            else:
                if not parsed[1]:
                    self.lost(f"meta {place}", f"an unusually spelt time: {shown(text)}", repaired=True)
                said.append((place, parsed[0]))
        for place, value in said:
            if is_placeholder(value):
                self.lost(place, f"{name} {value.isoformat()}: where no time is known")
        said = [one for one in said if not is_placeholder(one[1])]
        if not said:
            return self.seen.time() if name == "published" else None
        counts = next((one for one in said[1:] if is_finer(one[1], said[0][1])), said[0])
        counts = next((one for one in said if is_clock_as_utc(counts[1], one[1])), counts)
        for place, value in said:
            if not same_time(counts[1], value):
                self.lost(place, f"{name} {value.isoformat()}: {counts[0]} says {counts[1].isoformat()}, which counts")
        return counts[1]

    def _publishers(self) -> list[str]:
        publisher = self._stated("publisher")
        names = [publisher.name] if isinstance(publisher, Concept) and publisher.name else []
        return [*names, *(value for _, value in self.head.each(head.SITE))]

    def _bylines(self) -> list[Byline]:
        """Who made it: people first, wherever the page names them; the publisher where nobody else is named."""
        said: list[tuple[str, Iterable[Byline]]] = [(one.source, one.article.bylines) for one in self.descriptions]
        said += [(f"meta {name}", [Byline(name=value) for value in self.head.all((name,)) if is_line(value)]) for name in head.AUTHORS]
        said.append(("meta twitter:data", self._card_bylines()))
        sites = self._publishers()
        publishers: list[Byline] = []
        named: list[tuple[str, list[Byline]]] = []
        for place, found in said:
            people, others = makers(found, sites)
            named += [(place, people)] if people else []
            publishers = publishers or others
        login = named[0][1][0].name if named and len(named[0][1]) == 1 else ""
        if not named or login.islower():
            people, _ = makers(self.seen.bylines(), sites)
            if people and (not named or any(is_login_of(login, one.name) for one in people)):
                named = [("the page", people), *named]
        if not named:
            return publishers
        counts, people = named[0]
        known = " ".join(folded(one.name) for one in people)
        for place, others in named[1:]:
            for one in others:
                if folded(one.name) not in known:
                    self.lost(place, f"byline {shown(one.name)}: {counts} names others, which count")
        return people

    def _card_bylines(self) -> list[Byline]:
        """Who wrote it, by the labels of a Twitter card."""
        found = []
        for number in ("1", "2"):
            label, value = self.head.first((f"twitter:label{number}",)), self.head.first((f"twitter:data{number}",))
            if label and value and label.lower() in phrases.WRITTEN_BY and is_line(value):
                found.append(Byline(name=value))
        return found

    # The whole

    def fields(self) -> dict[str, Any]:
        """The fields of the article, but for its text and what goes with that."""
        sites, url = self._publishers(), self._url()
        hosts = names_of_host(url)
        bylines = self._bylines()
        unseen = [one for one in bylines if one.role in BEHIND and not self.seen.shows(one.name)]
        headline = headline_of([one.article.headline for one in self.descriptions], self.head, self.heading, sites, hosts)
        return {
            "headline": headline, "kicker": self.seen.kicker(), "titles": self._further_titles(headline, sites, hosts),
            "summary": self._description_text(), "language": self._language(), "url": url, "id": self._stated("id"),
            "bylines": [one for one in bylines if one not in unseen], "contributors": unseen, "published": self._time("published", head.PUBLISHED), "updated": self._time("updated", head.UPDATED),
            "sections": self._sections(), "keywords": self._keywords(), "subjects": self._stated("subjects") or (),
            "genres": self._stated("genres") or (), "publisher": self._publisher(sites), "rights": self._stated("rights"),
            "access": self._stated("access"), "links": self._links(url),
        }  # fmt: skip

    def all_titles(self, headline: str, url: str | None) -> frozenset[str]:
        """What the article is called anywhere, folded."""
        sites, hosts = self._publishers(), names_of_host(url)
        said = [headline, self.heading, self.head.title, *(one.article.headline for one in self.descriptions)]
        said += [value for _, value in self.head.each(head.TITLE)]
        found = {folded(without_site(title, sites, hosts)) for title in said if title}
        return frozenset(found | {folded(title) for title in said if title}) - {""}

    def _further_titles(self, headline: str, sites: list[str], hosts: list[str]) -> list[Label]:
        """The titles that say otherwise than the headline."""
        said: list[tuple[str, str | None]] = [("heading", self.heading)]
        said += [("structured data", one.article.headline) for one in self.descriptions]
        said += [("social", self.head.first(head.TITLE)), ("window", self.head.title)]
        found: dict[str, Label] = {}
        for role, title in said:
            text = without_site(title, sites, hosts) if title else ""
            if is_line(text) and folded(text) not in (folded(headline), *found):
                found[folded(text)] = Label(content=text, role=role)
        return list(found.values())

    def _links(self, url: str | None) -> list[Link]:
        """The article in other languages and forms; a link to the page itself is none."""
        found: list[Link] = []
        for rels, href, language, kind in self.head.links:
            tag = language if language and is_language(language) else None
            rel = "alternate" if tag and "alternate" in rels else "amphtml" if "amphtml" in rels else None
            address = None if rel is None else self.address.of(href)
            if rel is not None and address is not None and not is_same_page(address, url) and len(found) < MOST_LINKS:
                found.append(Link(rel=rel, href=address, language=tag, type=kind if kind and is_line(kind) else None))
        return found

    def shared_picture(self) -> str | None:
        """The address of the picture for social networks."""
        href = self.head.first(head.IMAGE)
        return None if href is None else self.address.of(href)

    def _description_text(self) -> str | None:
        """What the page says it is about."""
        said = [(one.source, rich_plain_text(one.article.summary)) for one in self.descriptions if one.article.summary]
        said += self.head.each(head.DESCRIPTION)
        return self._first("summary", [(place, text) for place, text in said if is_line(text)], beginning)

    def _language(self) -> str | None:
        stated = [(one.source, one.article.language) for one in self.descriptions]
        said: list[tuple[str, str]] = []
        for place, value in (("/html/@lang", self.head.language), *stated, *self.head.each(head.LANGUAGE)):
            if value:
                tag = value.strip().replace("_", "-")
                if is_language(tag):
                    said.append((place, tag))
                else:
                    self.lost(place, f"expected a language tag, found {shown(value)}")
        return self._first("language", said, lambda tag: tag.partition("-")[0].lower())

    def _sections(self) -> list[Concept]:
        stated = [(one.source, list(one.article.sections)) for one in self.descriptions]
        said = [*stated, ("meta", [Concept(name=name) for name in self.head.all(head.SECTION)[:1] if is_line(name)])]
        said.append(("JSON-LD breadcrumbs", [Concept(name=name) for name in graph.breadcrumbs(self.values)[1:2] if is_line(name)]))
        sections = next((found for _, found in said if found), [])
        self._unread("sections", [(place, [one.name for one in found if one.name]) for place, found in said[:-1]])
        return sections

    def _keywords(self) -> list[str]:
        """The words of the first place that has any; those that readers see, where no other has."""
        said = [(one.source, list(one.article.keywords)) for one in self.descriptions]
        said.append(("meta", [word.strip() for value in self.head.all(head.KEYWORDS) for word in value.replace(";", ",").split(",")]))
        words = next((found for _, found in said if found), None)
        self._unread("keywords", said)
        return [word for word in dict.fromkeys(self.seen.keywords() if words is None else words) if is_line(word)]

    def _unread(self, name: str, said: list[tuple[str, list[str]]]) -> None:
        """Report what only places of less trust than the first that says anything have."""
        told = [(place, words) for place, words in said if words]
        known = {folded(word) for word in told[0][1]} if told else set()
        for place, words in told[1:]:
            if further := [word for word in words if folded(word) not in known]:
                self.lost(place, f"{name} {shown(', '.join(further))}: {told[0][0]} has others, which count")

    def _publisher(self, sites: list[str]) -> Concept | None:
        stated = [(one.source, one.article.publisher.name) for one in self.descriptions if one.article.publisher is not None]
        said = [(place, [name]) for place, name in (*stated, *self.head.each(head.SITE)) if name]
        self._unread("publisher", said)
        publisher = self._stated("publisher")
        if publisher is not None:
            return publisher  # type: ignore[no-any-return]  # a Concept
        return next((Concept(name=name) for name in sites if is_line(name)), None)
