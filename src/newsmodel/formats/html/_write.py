"""An article to an `article` element."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar

import attrs

from newsmodel.formats._markup import HTML, Details, escaped, is_link
from newsmodel.formats._markup.write import Attributes, MarkupWriter
from newsmodel.formats.html._details import attribute, kept
from newsmodel.formats.html._names import (
    BYLINE_PARTS, CARRIED, LABEL, MARKER, NOTE_WORDS, OPTIONS, RESULTS, SEEN_LINKS, TIMES, UNTITLED, VERSION, begins_with, part_class,
    shown_period, shown_time,
)  # fmt: skip
from newsmodel.model import Article, Byline, Concept, Count, DonationAppeal, Label, Link, Rights, SuggestedAmount, Time, Vote

Member = TypeVar("Member")

_carried = attrgetter(*CARRIED)

RIGHT_TO_LEFT = frozenset("ar arc ckb dv fa ha-arab he iw ji ks ku-arab nqo pa-arab ps sd syr ug ur yi".split())
_SCRIPTS_TO_LEFT = frozenset("adlm arab aran hebr mand mend nkoo rohg samr syrc thaa".split())


def direction(language: str | None) -> str | None:
    """The `dir` of text in a language: by its script, where the tag names one, else by what it is usually written in."""
    if language is None:
        return None
    subtags = language.lower().split("-")
    script = next((one for one in subtags[1:] if len(one) == 4 and one.isalpha()), None)
    to_left = subtags[0] in RIGHT_TO_LEFT if script is None else script in _SCRIPTS_TO_LEFT
    return "rtl" if to_left else "ltr"


def article_markup(article: Article) -> str:
    """The `article` element of an article, all of which is for readers, on lines of its own."""
    writer = ArticleWriter(article)
    writer.write()
    _, *out = writer.markup.out  # but for the line feed before it
    out.append("\n")
    return "".join(out)


def hidden(members: Sequence[Member], shown: Iterable[Member]) -> tuple[tuple[int, Member], ...]:
    """The members that are not shown, each with its place."""
    if not members:
        return ()
    ids = {id(member) for member in shown}
    return tuple((index, member) for index, member in enumerate(members) if id(member) not in ids)


class ArticleWriter:
    """Writes one article."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.markup = MarkupWriter(HTML, kept)
        english = article.language is not None and article.language.lower().split("-")[0] == "en"
        # Our words are English; where the text around them is not, or nobody knows, they say so (WCAG 2.2, 3.1.2).
        self._own_words = "" if english else ' lang="en" dir="ltr"'

    def write(self) -> None:
        """The whole element."""
        article = self.article
        details: Details = dict(zip(CARRIED, _carried(article), strict=True))
        details["dateline"] = article.dateline if begins_with(article.body, article.dateline) else None
        details["links"] = hidden(article.links, self._seen_links())
        details["subjects"] = hidden(article.subjects, self._named_subjects())
        if article.publisher is not None and article.publisher.name is None:
            details["publisher"] = article.publisher
        end = self._open("article", {"class": "nm-article", MARKER: VERSION, **(_language(article.language) or {"lang": ""})}, details)
        self._header()
        if article.lead is not None:
            self._line()
            self.markup.figure(article.lead, {"class": "nm-lead"})
        close = self._open("div", {"class": "nm-body"})
        self.markup.blocks(article.body)
        self._close(close)
        self._votes()
        for appeal in article.appeals:
            self._appeal(appeal)
        self._notes()
        self._links()
        self._footer()
        self._close(end)

    # Pieces

    def _line(self) -> None:
        self.markup.out.append("\n")

    def _open(self, name: str, attributes: Attributes | None = None, details: Details | None = None) -> str:
        self._line()
        if attributes is None and details is None:
            self.markup.out.append(f"<{name}>")
            return f"</{name}>"
        return self.markup.open(name, attributes, details)

    def _close(self, *ends: str) -> None:
        self.markup.out += ("\n", *ends)

    def _part(self, name: str, part: str, text: str, details: Details | None = None) -> None:
        """An element that shows a part."""
        if details is None:
            self.markup.out.append(f'<{name} class="{part_class(part)}">{escaped(text)}</{name}>')
        else:
            self.markup.element(name, text, {"class": part_class(part)}, details)

    def _label(self, words: str, name: str = "span") -> None:
        """Words of ours, which need no escapes."""
        self.markup.out.append(f'<{name} class="{LABEL}"{self._own_words}>{words}</{name}>')

    def _labelled(self, label: str, part: str, text: str) -> None:
        """A part with words of ours before it, in an element of its own."""
        self.markup.out.append('<span class="nm-fact">')
        self._label(label)
        self.markup.out.append(" ")
        self._part("span", part, text)
        self.markup.out.append("</span>")

    def _rich(self, name: str, label: Label, part: str, words: str | None = None) -> None:
        """A label as an element."""
        self._line()
        details: Details = {"role": label.role, "date": label.date}
        end = self.markup.open(name, {"class": part_class(part), **_language(label.language)}, details)
        if words:
            self._label(words)
            self.markup.out.append(" ")
        self.markup.rich(label.content)
        self.markup.out.append(end)

    def _time(self, name: str, value: Time) -> None:
        text = value.isoformat()
        exact = None
        if "." in text:
            # HTML, 2.3.5.5: one, two or three digits of a second.
            whole, _, fraction = text.partition(".")
            text = f"{whole}.{fraction[:3]}{fraction[6:]}"
            exact = value.isoformat() if fraction[3:6] != "000" else None
        # In text that runs to the left, the parts of a time would change places.
        way = ' dir="ltr"' if direction(self.article.language) == "rtl" else ""
        kept_exact = "" if exact is None else f' {attribute("exact")}="{exact}"'
        self.markup.out.append(f'<time class="{part_class(name)}" datetime="{text}"{way}{kept_exact}>{shown_time(value)}</time>')

    def _concept(self, name: str, part: str, concept: Concept) -> None:
        """A concept that has a name: what else is known of it counts as long as the name stays."""
        self._part(name, part, concept.name or "", {"concept": concept} if says_more(concept, "name") else None)

    # The header

    def _header(self) -> None:
        article = self.article
        end = self._open("header")
        if article.kicker:
            self._line()
            self._part("p", "kicker", article.kicker)
        self._line()
        if article.headline:
            self._part("h1", "headline", article.headline)
        else:
            self._label("Untitled", "h1")
        if article.standfirst:
            close = self._open("p", {"class": "nm-standfirst"})
            self.markup.rich(article.standfirst)
            self.markup.out.append(close)
        self._bylines()
        if article.dateline and not begins_with(article.body, article.dateline):
            self._line()
            self._part("p", "dateline", article.dateline)
        times = [(name, label, value) for name, label in TIMES.items() if (value := getattr(article, name)) is not None]
        if times:
            close = self._open("p", {"class": "nm-times"})
            for name, label, value in times:
                self._line()
                self._label(label)
                self.markup.out.append(" ")
                self._time(name, value)
            self._close(close)
        self._close(end)

    def _bylines(self) -> None:
        """The line as published, its names marked; a list of those whom it does not name."""
        text, bylines = self.article.byline_text, self.article.bylines
        places = None if text is None else _places(text, bylines)
        if text is not None:
            end = self._open("p", {"class": "nm-byline-text"})
            position = 0
            for place, byline in zip(places or (), bylines, strict=False):
                self.markup.out.append(escaped(text[position:place]))
                self._part("span", "byline", byline.name, {"byline": byline} if says_more(byline, "name") else None)
                position = place + len(byline.name)
            self.markup.out += (escaped(text[position:]), end)
        if places is None and bylines:
            end = self._open("ul", {"class": "nm-bylines"})
            for byline in bylines:
                self._byline(byline)
            self._close(end)

    def _byline(self, byline: Byline) -> None:
        linked = bool(byline.name and byline.url and is_link(byline.url))
        known = attrs.evolve(
            byline, job_title=None, location=None, affiliation=None if byline.name else byline.affiliation,
            url=None if linked else byline.url,
        )  # fmt: skip
        details: Details = {"byline": known if says_more(known, "name", "affiliation") else None}
        end = self._open("li", {"class": "nm-byline"}, details)
        shown = [(part, text) for part in BYLINE_PARTS if (text := getattr(byline, part))]
        for number, (part, text) in enumerate(shown):
            self.markup.out.append(", " if number else "")
            if part == "name" and linked:
                self.markup.element("a", text, {"class": "nm-name", "href": byline.url, "rel": "author"})
            else:
                self._part("span", part, text)
        self.markup.out.append(end)

    # Votes

    def _votes(self) -> None:
        if not self.article.votes:
            return
        end = self._open("section", {"class": "nm-votes"})
        self._line()
        self._label("Votes" if len(self.article.votes) > 1 else "Vote", "h2")
        for vote in self.article.votes:
            self._vote(vote)
        self._close(end)

    def _vote(self, vote: Vote) -> None:
        details: Details = {"evidence": vote.evidence}
        if not vote.counts:
            end = self._open("p", {"class": "nm-vote"}, details)
            self._vote_facts(vote)
            self._close(end)
            return
        end = self._open("table", {"class": "nm-vote"}, details)
        close = self._open("caption")
        self._vote_facts(vote)
        self.markup.out.append(close)
        self.markup.out.append("\n<thead><tr>")
        for words in ("Option", "Count"):
            self.markup.out.append(f'<th class="{LABEL}" scope="col"{self._own_words}>{words}</th>')
        self.markup.out.append("</tr></thead>\n<tbody>")
        for count in vote.counts:
            self._count(count)
        self._close("</tbody>", end)

    def _vote_facts(self, vote: Vote) -> None:
        if vote.motion:
            self._part("strong", "motion", vote.motion)
        else:
            self._label("Vote", "strong")
        facts = [
            ("Voting body:", "voting_body", vote.voting_body),
            ("Result:", "result", RESULTS[vote.result] if vote.result else None),
            ("Agreement:", "unanimous", "unanimous" if vote.unanimous else None),
            ("Margin:", "margin", None if vote.margin is None else str(vote.margin)),
            ("Required:", "requirement", vote.requirement),
        ]
        for label, part, text in facts:
            if text is not None:
                self._line()
                self._labelled(label, part, text)
        if vote.held is not None:
            self.markup.out.append('\n<span class="nm-fact">')
            self._label("Held:")
            self.markup.out.append(" ")
            self._time("held", vote.held)
            self.markup.out.append("</span>")

    def _count(self, count: Count) -> None:
        value = f"{count.value:f} %" if count.unit == "percent" else str(count.value)
        self.markup.out.append(f'\n<tr><th scope="row"{self._own_words}>{OPTIONS[count.option]}</th><td>{value}</td></tr>')

    # Appeals

    def _appeal(self, appeal: DonationAppeal) -> None:
        linked = bool(appeal.url and is_link(appeal.url))
        details: Details = {
            "kind": appeal.kind if appeal.kind != "donation" else None,
            "url": None if linked else appeal.url,
        }
        end = self._open("aside", {"class": "nm-appeal"}, details)
        if appeal.heading:
            self._line()
            self._part("h2", "heading", appeal.heading)
        for paragraph in appeal.paragraphs:
            self._line()
            self._part("p", "paragraph", paragraph)
        if appeal.amounts:
            close = self._open("ul", {"class": "nm-amounts"})
            for amount in appeal.amounts:
                self._line()
                self._part("li", "amount", _shown_amount(amount))
            self._close(close)
        if appeal.beneficiary:
            close = self._open("p")
            self._labelled("For", "beneficiary", appeal.beneficiary)
            self.markup.out.append(close)
        if linked or appeal.call_to_action:
            close = self._open("p")
            if linked:
                self._link_to(appeal.url or "", appeal.call_to_action, "nm-call-to-action")
            else:
                self._part("span", "call_to_action", appeal.call_to_action or "")
            self.markup.out.append(close)
        self._close(end)

    def _link_to(
        self, href: str, title: str | None, part: str = "", attributes: Attributes | None = None, details: Details | None = None
    ) -> None:
        """A link; it shows its address where it has no title."""
        classes = " ".join(filter(None, [part, "" if title else UNTITLED]))
        self.markup.element("a", title or href, {"class": classes or None, "href": href, **(attributes or {})}, details)

    # Notes, links and the footer

    def _notes(self) -> None:
        if self.article.notes:
            end = self._open("section", {"class": "nm-notes"})
            self._line()
            self._label("Notes", "h2")
            for note in self.article.notes:
                self._rich("p", note, "note", NOTE_WORDS.get(note.role or ""))
            self._close(end)

    def _seen_links(self) -> list[Link]:
        return [link for link in self.article.links if link.rel in SEEN_LINKS and is_link(link.href)]

    def _links(self) -> None:
        links = self._seen_links()
        if not links:
            return
        end = self._open("nav", {"class": "nm-links"})
        self._line()
        self._label("Related", "h2")
        close = self._open("ul")
        for link in links:
            self.markup.out.append("\n<li>")
            rel = link.rel if link.rel != SEEN_LINKS[0] else None
            details: Details = {"rel": rel, "type": link.type, "version": link.version}
            self._link_to(link.href, link.title, "nm-link-title", {"hreflang": link.language}, details)
            self.markup.out.append("</li>")
        self._close(close)
        self._close(end)

    def _named_subjects(self) -> list[Concept]:
        return [subject for subject in self.article.subjects if subject.name]

    def _footer(self) -> None:
        article = self.article
        end = self._open("footer")
        start = len(self.markup.out)
        if subjects := self._named_subjects():
            close = self._list_of("Subjects", "nm-subjects")
            for subject in subjects:
                self._line()
                self._concept("li", "subject", subject)
            self._close(close)
        if article.keywords:
            close = self._list_of("Keywords", "nm-keywords")
            for keyword in article.keywords:
                self._line()
                self._part("li", "keyword", keyword)
            self._close(close)
        if article.credit:
            self._line()
            self._part("p", "credit", article.credit)
        if article.publisher is not None and article.publisher.name:
            close = self._open("p")
            self._label("Published by")
            self.markup.out.append(" ")
            self._concept("span", "publisher", article.publisher)
            self.markup.out.append(close)
        if article.rights is not None:
            self._rights(article.rights)
        if len(self.markup.out) == start:
            del self.markup.out[start - 2 :]
        else:
            self._close(end)

    def _list_of(self, words: str, part: str) -> str:
        """A list with words of ours above it; returns its end tag."""
        self._line()
        self._label(words, "p")
        return self._open("ul", {"class": part})

    def _rights(self, rights: Rights) -> None:
        linked = bool(rights.url and is_link(rights.url))
        named = rights.holder is not None and rights.holder.name is not None
        details: Details = {"holder": None if named else rights.holder, "url": None if linked else rights.url}
        end = self._open("div", {"class": "nm-rights"}, details)
        if rights.year is not None or named:
            close = self._open("p", {"class": "nm-copyright"})
            self.markup.out.append("© ")
            if rights.year is not None:
                self._part("span", "year", str(rights.year))
                self.markup.out.append(" ")
            if rights.holder is not None and named:
                self._concept("span", "holder", rights.holder)
            self.markup.out.append(close)
        for notice in rights.notices:
            self._rich("p", notice, "notice")
        for term in rights.terms:
            self._rich("p", term, "term")
        if linked:
            close = self._open("p")
            inner = self.markup.open("a", {"class": "nm-rights-link", "href": rights.url, "rel": "license"})
            self._label("Rights and terms")
            self.markup.out += (inner, close)
        self._close(end)


def says_more(value: Byline | Concept, *shown: str) -> bool:
    """Whether anything is known of it but what these fields show."""
    cls: Any = value.__class__
    return any(getattr(value, name) != default for name, default in _others(cls, shown))


@cache
def _others(cls: Any, shown: tuple[str, ...]) -> tuple[tuple[str, object], ...]:
    """The fields of a class but for these, each with its default."""
    return tuple((field.name, field.default) for field in attrs.fields(cls) if field.name not in shown)


def _language(language: str | None) -> dict[str, str | int | None]:
    return {} if language is None else {"lang": language, "dir": direction(language)}


def _places(text: str, bylines: tuple[Byline, ...]) -> list[int] | None:
    """Where the names stand in the line, in their order; `None` where one does not."""
    places: list[int] = []
    position = 0
    for byline in bylines:
        place = text.find(byline.name, position) if byline.name else -1
        if place < 0:
            return None
        places.append(place)
        position = place + len(byline.name)
    return places


def _shown_amount(amount: SuggestedAmount) -> str:
    period = f" {shown_period(amount.period)}" if amount.period else ""
    return f"{amount.value:f} {amount.currency}{period}"
