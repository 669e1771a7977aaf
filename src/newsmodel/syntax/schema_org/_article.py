"""An article as schema.org's NewsArticle, and any of its kin as an article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, get_args

from attrs import evolve

from newsmodel.errors import shown
from newsmodel.syntax.schema_org import _things as things
from newsmodel.syntax.schema_org._facts import is_vote, read_appeals, read_vote, written_appeal, written_vote
from newsmodel.syntax.schema_org._figures import Placed, read_figures, written_figures
from newsmodel.syntax.schema_org._kept import kept_fields
from newsmodel.syntax.schema_org._nodes import Node, Value
from newsmodel.syntax.schema_org._things import Thing, held, read_concept, read_concepts, thing, written_concept
from newsmodel.syntax.times import parsed_time, written_time
from newsmodel.model import Access, Article, Aside, Block, Concept, Figure, Heading, Identifier, Label, Link, Paragraph, Status, Vote
from newsmodel.model.blocks import block_plain_text
from newsmodel.model.richtext import rich_plain_text
from newsmodel.model.values import WHITE_SPACE

CONTEXT = "https://schema.org"
USUAL = "NewsArticle"
KIN = frozenset(
    "ReportageNewsArticle AnalysisNewsArticle AskPublicNewsArticle BackgroundNewsArticle OpinionNewsArticle ReviewNewsArticle "
    "AdvertiserContentArticle SatiricalArticle ScholarlyArticle TechArticle Report BlogPosting LiveBlogPosting "
    "SocialMediaPosting".split()
)
"""Types that say more than `NewsArticle`: a genre, whose `uri` is that of the type."""
ARTICLES = KIN | {USUAL, "Article"}
METERED = "metered"
STATUS_SET = "http://cv.iptc.org/newscodes/pubstatusg2/"

_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_BLANK_LINES = re.compile(r"\n[ \t\n]*\n")


# Writing


def written_article(article: Article, seen: Article) -> tuple[Thing, dict[str, Any]]:
    """An article as a NewsArticle, and its fields that may read back otherwise, with what they read back as.

    Args:
        article: as it is.
        seen: without what is not for readers, which is written.
    """
    texts = [None if isinstance(block, Figure) else _paragraph(block_plain_text(block)) for block in seen.body]
    said = [text for text in texts if text]
    if len(said) == 1:  # where no blank line shows what a paragraph is, a line is one
        said[0] = said[0].replace("\n", " ")
    kind = _kind(article.genres)
    return _written(seen, texts, kind, "\n\n".join(said)), kept_fields(article, texts, kind)


def news_article(article: Article) -> Thing:
    """The public part of an article as a NewsArticle, without the text of the body: for a page that shows it.

    Args:
        article: without what is not for readers, which is written like anything else.
    """
    # Only what may be without text is looked at: it then counts for no block.
    texts = [
        None if isinstance(block, Figure) else "-" if isinstance(block, (Paragraph, Heading)) else _paragraph(block_plain_text(block))
        for block in article.body
    ]
    return _written(article, texts, _kind(article.genres), "")


def _written(article: Article, texts: Sequence[str | None], kind: int | None, text: str) -> Thing:
    """The article: `texts` of its blocks, `None` of a figure; `kind`, the genre that is its type; the text of its body."""
    lead = [] if article.lead is None else [Placed(article.lead, None)]
    figures = _placed(article.body, texts)
    subjects: dict[str, list[Thing]] = {"about": [], "mentions": []}
    for subject in article.subjects:
        subjects["mentions" if subject.rel == "mentions" else "about"].append(written_concept(subject, "Thing"))
    subjects["about"] += [written_vote(vote) for vote in article.votes]
    identifiers = [thing("PropertyValue", propertyID=one.scheme, value=one.value) for one in article.identifiers]
    return {
        "@context": CONTEXT,
        **thing(
            USUAL if kind is None else _TYPES[article.genres[kind].uri],
            headline=article.headline,
            alternativeHeadline=[rich_plain_text(title.content) for title in article.titles],
            description=rich_plain_text(article.summary or ()),
            abstract=rich_plain_text(article.standfirst or ()),
            url=article.url,
            mainEntityOfPage=_written_page(article),
            **written_figures([*lead, *figures]),
            **_written_times(article),
            **things.written_people(article.bylines),
            publisher=None if article.publisher is None else written_concept(article.publisher, "Organization"),
            sourceOrganization=[written_concept(source, "Organization") for source in article.sources],
            creditText=article.credit,
            **things.written_rights(article.rights),
            identifier=[*([] if article.id is None else [article.id]), *identifiers],
            version=article.version,
            inLanguage=article.language,
            dateline=None if parsed_time(article.dateline or "") else article.dateline,
            locationCreated=[written_concept(place, "Place") for place in article.located],
            creativeWorkStatus=None
            if article.status is None
            else thing("DefinedTerm", termCode=article.status, inDefinedTermSet=STATUS_SET),
            isAccessibleForFree=None if article.access is None else article.access == "free",
            conditionsOfAccess=METERED if article.access == METERED else None,
            genre=[one.name or one.uri or one.code for number, one in enumerate(article.genres) if number != kind],
            articleSection=[section.name or section.code or section.uri for section in article.sections],
            keywords=list(article.keywords),
            **subjects,
            **things.written_links(article.links),
            potentialAction=[written_appeal(appeal) for appeal in article.appeals],
            **things.written_notes(article.notes),
            articleBody=text,
        ),
    }


_TYPES: dict[str | None, str] = {f"{CONTEXT}/{name}": name for name in KIN}


def _kind(genres: tuple[Concept, ...]) -> int | None:
    """Which genre stands for a type that says more."""
    return next((number for number, one in enumerate(genres) if one.uri in _TYPES and one == Concept(uri=one.uri)), None)


def _written_page(article: Article) -> Thing | None:
    related = [link.href for link in article.links if link.rel in things.RELATED]
    if article.url is None and not related:
        return None
    address = {} if article.url is None else {"@id": article.url}
    return {**thing("WebPage"), **address, **held(relatedLink=related)}


_TIMES = {"published": "datePublished", "updated": "dateModified", "created": "dateCreated", "expires": "expires"}


def _written_times(article: Article) -> Thing:
    return {name: written_time(value) for field, name in _TIMES.items() if (value := getattr(article, field)) is not None}


def _placed(body: tuple[Block, ...], texts: Sequence[str | None]) -> list[Placed]:
    """The figures of a body with their places among the blocks that have a text and each other."""
    figures: list[Placed] = []
    place = 0
    for block, text in zip(body, texts, strict=True):
        if isinstance(block, Figure):
            figures.append(Placed(block, place))
        place += text != ""
    return figures


def _paragraph(text: str) -> str:
    """Text as one paragraph, which may hold line breaks but no blank lines."""
    return (_BLANK_LINES.sub("\n", text.replace("\t", " ")) if "\n" in text or "\t" in text else text).strip(WHITE_SPACE)


# Reading


def read_article(node: Node) -> Article:
    """The article that a node describes."""
    figures = read_figures(node)
    lead = next((one.figure for one in figures if one.position is None), None)
    published = {field: node.time(name) for field, name in _TIMES.items()}
    url, links = _read_page(node)
    subjects, votes = _read_about(node)
    headline, titles = _read_headlines(node)
    publisher = node.one("publisher")
    body = _read_body(node, [one for one in figures if one.position is not None or one.figure is not lead])
    article = node.build(
        Article, headline=headline, titles=titles, url=url, links=[*links, *things.read_links(node)], lead=lead, **published,
        **_read_identity(node, url), language=node.language(), summary=node.rich("description"), standfirst=node.rich("abstract"),
        bylines=things.read_people(node), dateline=_read_dateline(node),
        located=list(read_concepts(node.values("locationCreated"), "Place")), credit=node.line("creditText"),
        status=_read_status(node), access=_read_access(node), genres=_read_genres(node),
        sections=list(_read_sections(node)), subjects=subjects, keywords=list(_read_keywords(node)),
        publisher=None if publisher is None else read_concept(publisher, "Organization"),
        sources=list(read_concepts(node.values("sourceOrganization"), "Organization")), rights=things.read_rights(node),
        body=body, votes=votes, appeals=list(read_appeals(node.values("potentialAction"))), notes=list(things.read_notes(node)),
    )  # fmt: skip
    _take_thumbnail(node, figures)
    return article or Article(headline=headline)


def _read_headlines(node: Node) -> tuple[str, list[Label]]:
    """The headline, which some call the name, and other headlines."""
    headline, name = node.line("headline"), node.line("name")
    if headline is None and name is None:
        node.document.lost(node.place, "no headline")
    others = [text for value in node.values("alternativeHeadline", "alternateName") if (text := value.rich())]
    if headline is not None and name is not None and name != headline:
        others.insert(0, (name,))
    return headline or name or "", [Label(content=text) for text in others]


def _read_page(node: Node) -> tuple[str | None, list[Link]]:
    """The address of the article, and the links of its page."""
    url = node.url("url")
    value = node.one("mainEntityOfPage")
    if value is None or isinstance(value.raw, bool):
        if value is not None:
            value.take()
        return url or _own_address(node), []
    page = value.node()
    if page is None:
        if url is None or value.raw == url:
            return value.url(), []
        return url, []
    address = page.name or page.url("url")
    if url is not None and address not in (None, url):
        node.document.lost(page.place, f"the page has another address than the article: {shown(address)}")
    return url or address, [Link(href=href) for href in page.urls("relatedLink")]


def _own_address(node: Node) -> str | None:
    return node.name if node.name is not None and node.name.startswith("http") and "#" not in node.name else None


def _read_identity(node: Node, url: str | None) -> dict[str, Any]:
    """Identifier, version and further identifiers."""
    own: str | None = None
    others: list[Identifier] = []
    for value in node.values("identifier"):
        inner = value.node()
        text = value.line() if inner is None else None
        if inner is not None:
            found = inner.build(Identifier, value=inner.line("value"), scheme=inner.line("propertyID", "name"))
            others += [] if found is None else [found]
        elif own is None:
            own = text
        elif text is not None:
            others.append(Identifier(value=text))
    return {
        "id": own or (node.name if node.name != url else None), "identifiers": others, "version": node.whole("version", low=1),
    }  # fmt: skip


def _read_dateline(node: Node) -> str | None:
    """The place and date as printed; a bare date is none."""
    value = node.one("dateline")
    line = None if value is None else value.line()
    if value is not None and line is not None and parsed_time(line):
        value.document.lost(value.place, f"no dateline: {shown(line)} is a date")
        return None
    return line


def _read_status(node: Node) -> str | None:
    value = node.one("creativeWorkStatus")
    if value is None:
        return None
    term = value.node()
    word = value.line() if term is None else term.line("termCode", "name")
    if term is not None and term.line("inDefinedTermSet") not in (None, STATUS_SET):
        word = None
    if word in get_args(Status):
        return word
    value.document.lost(value.place, f"expected one of {', '.join(get_args(Status))}")
    return None


def _read_access(node: Node) -> Access | None:
    value = node.one("isAccessibleForFree")
    free = None if value is None else value.flag()
    if free is None:
        return None
    condition = node.one("conditionsOfAccess")
    if not free and condition is not None and condition.raw == METERED:
        condition.take()
        return "metered"
    return "free" if free else "locked"


def _read_genres(node: Node) -> list[Concept]:
    kind = next((one for one in node.types if one in KIN), None)
    named = [] if kind is None else [Concept(uri=f"{CONTEXT}/{kind}")]
    return [*named, *read_concepts(node.values("genre"), "Thing")]


def _read_sections(node: Node) -> Iterator[Concept]:
    for value in node.values("articleSection"):
        name = None if isinstance(value.raw, dict) else value.line()
        section = Concept(name=name) if name else read_concept(value, "Thing")
        if section is not None:
            yield section


def _read_keywords(node: Node) -> Iterator[str]:
    """Keywords; text that is no member of an array is a list with commas."""
    for value in node.values("keywords"):
        word = value.label()
        if word is not None:
            yield from filter(None, (one.strip(WHITE_SPACE) for one in word.split(","))) if value.alone else (word,)


def _read_about(node: Node) -> tuple[list[Concept], list[Vote]]:
    """What an article is about: concepts, and the votes that it reports."""
    subjects: list[Concept] = []
    votes: list[Vote] = []
    for value in node.values("about"):
        inner = value.node()
        if inner is not None and is_vote(inner):
            vote = read_vote(inner)
            votes += [] if vote is None else [vote]
        else:
            subjects += read_concepts([value], "Thing")
    places = read_concepts((*node.values("contentLocation"), *node.values("spatialCoverage")), "Thing")
    known = set(subjects)
    subjects += dict.fromkeys(place for place in places if place not in known)
    mentioned = read_concepts(node.values("mentions"), "Thing")
    return subjects + [evolve(concept, rel="mentions") for concept in mentioned], votes


def _take_thumbnail(node: Node, figures: list[Placed]) -> None:
    """Note as read a thumbnail that is one of the pictures."""
    files = {file.href for one in figures if one.figure.media is not None for file in one.figure.media.renditions}
    for value in node.values("thumbnailUrl"):
        if isinstance(value.raw, str) and value.raw in files:
            value.take()


# Body


def _read_body(node: Node, figures: list[Placed]) -> list[Block]:
    """Paragraphs, the figures in their places, those without one behind them, and the entries of a live blog."""
    blocks: list[Block] = list(_paragraphs(node.values("articleBody", "text")))
    for one in sorted((one for one in figures if one.position is not None), key=lambda one: one.position or 0):
        blocks.insert(one.position or 0, one.figure)
    blocks += [one.figure for one in figures if one.position is None]
    for value in node.values("liveBlogUpdate"):
        entry = value.node()
        if entry is not None:
            blocks += _read_entry(entry)
    return blocks


def _paragraphs(values: list[Value]) -> Iterator[Paragraph]:
    """The paragraphs of plain text: what stands between blank lines; where there are none, each line."""
    for value in values:
        text = (value.string() or "").replace("\t", " ")
        parts = _BLANK_LINE.split(text)
        for part in parts if len(parts) > 1 else text.split("\n"):
            if words := part.strip(WHITE_SPACE):
                yield Paragraph(content=[words])


def _read_entry(node: Node) -> list[Block]:
    """An entry of a live blog, as an aside."""
    headline = node.rich("headline", "name")
    blocks: list[Block] = [] if headline is None else [Heading(content=headline)]
    blocks += _paragraphs(node.values("articleBody", "text"))
    return [Aside(blocks=blocks, role="update")] if blocks else []


def is_article(types: list[str]) -> bool:
    """Whether something of these types is an article."""
    return not ARTICLES.isdisjoint(types)


__all__ = ["ARTICLES", "is_article", "news_article", "read_article", "written_article"]
