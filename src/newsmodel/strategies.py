"""Hypothesis strategies for the whole model (extra: `newsmodel[hypothesis]`).

They make what breaks naive code on purpose: right-to-left and astral text, `]]>`, runs of spaces, no-break spaces at
edges, combining marks, deep and empty bodies, offsets of 14 hours, percentages, huge and tiny amounts. The `hypothesis`
entry point registers them, so that `st.from_type(Article)` works without an import.

Each function gives the same strategy each time, for building the larger ones takes longer than drawing from them.

>>> from hypothesis import given
>>> @given(articles())
... def test_something(article: Article) -> None: ...
"""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from functools import cache
from typing import Any, TypeVar, get_args

from hypothesis import reject
from hypothesis import strategies as st

from newsmodel.errors import InvalidValue
from newsmodel.model import (
    Access, AppealKind, Article, Aside, Block, Byline, BylineKind, Caption, Cell, Concept, Coordinates, Count,
    DonationAppeal, Embed, Evidence, Figure, Heading, Identifier, Label, Link, List, Mark, Media, MediaKind, Opaque,
    Paragraph, Preformatted, Quote, Rendition, RichText, Rights, Separator, Span, Status, SuggestedAmount, Table, Time,
    Vote, VoteOption, VoteResult,
)  # fmt: skip
from newsmodel.model.richtext import normal
from newsmodel.model.values import MAX_NESTING, WHITE_SPACE, is_url

Model = TypeVar("Model")

NONCHARACTERS = [chr(code) for code in range(0xFDD0, 0xFDF0)] + [
    chr(plane * 0x10000 + last) for plane in range(17) for last in (0xFFFE, 0xFFFF)
]
AWKWARD = [
    " ", "  ", "   ", "\u00a0", "\u00a0 ", " \u00a0", "\u2028", "\u2029", "\u200b", "\u200f", "\u202e", "\u3000", "\ufeff",
    "\u00ad", "שלום", "مرحبا", "é", "e\u0301", "\u0301", "😀", "👩\u200d👧", "𝔸", "]]>", "&amp;", "&nbsp;", "&#0;", "<b>", "</p>",
    "<!--", "-->", "<script>alert(1)</script>", '"', "'", "\\", "\\u0000", "{{", "%", "§", "—", "“", "£5", "22-10", "a", "b", "Z",
    "word", "two words", "1", "0", "=", "javascript:", "http://e.example/",
]  # fmt: skip
"""Pieces of text that something, somewhere, gets wrong."""


@cache
def _characters() -> st.SearchStrategy[str]:
    return st.characters(exclude_categories=("Cs", "Cc"), exclude_characters=NONCHARACTERS)


def _pieces(*more: str) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(AWKWARD + list(more)) | _characters(), min_size=1, max_size=6).map("".join)


def _trimmed(text: str) -> str:
    return text.strip(WHITE_SPACE) or "x"


# Values


@cache
def lines() -> st.SearchStrategy[str]:
    """Text in one line, not empty, without white space at its edges."""
    return _pieces().map(_trimmed)


@cache
def texts() -> st.SearchStrategy[str]:
    """Text that may hold line breaks."""
    return _pieces("\n", "\n\n", " \n ").map(_trimmed)


@cache
def preformatted_texts() -> st.SearchStrategy[str]:
    """Text with line breaks, tabs and white space that count."""
    return _pieces("\n", "\n\n", "\t", " \n").map(lambda text: text.strip("\n") or "x")


@cache
def urls() -> st.SearchStrategy[str]:
    """URLs and URNs of many schemes, and relative references."""
    fixed = [
        "https://paper.example/a/1", "http://paper.example", "https://paper.example/?a=1&b=%22#c", "mailto:ann@paper.example",
        "urn:newsml:paper.example:20260304:1", "tag:paper.example,2026:1", "ftp://files.example/a", "//paper.example/a", "/a/b",
        "a", "#a", "?a", "javascript:alert(1)", "data:,a", "https://é.example/ü?ß#ñ", "http://[::1]:8080/", "https://a:b@c.example:1/",
        "https://paper.example/'()*,;=", "http:", "https://", "https:///a", "HTTPS://PAPER.EXAMPLE/", "doi:10.1000/182",
    ]  # fmt: skip
    made = st.builds(
        "{}{}{}".format,
        st.sampled_from(["https://", "http://", "mailto:", "urn:", "x-y+z.1:", ""]),
        st.sampled_from(["paper.example", "a", "192.0.2.1:80", "", "@"]),
        st.lists(st.sampled_from([*"/?#&=;:@!$'()*+,-._~aZ0", "%20", "é", "日", "𝔸"]), max_size=6).map("".join),
    ).filter(is_url)
    return st.sampled_from(fixed) | made


@cache
def languages() -> st.SearchStrategy[str]:
    """Language tags, long and odd ones too."""
    return st.sampled_from(
        ["en", "en-GB", "de", "ar", "he", "fa-IR", "sr-Latn-RS", "zh-cmn-Hans", "x-private", "mul", "EN", "i-klingon"]
    )


@cache
def times() -> st.SearchStrategy[Time]:
    """Datetimes with an offset, without one, and dates."""
    offsets = st.sampled_from([0, 60, -300, 330, 840, -840, 1, -1]).map(lambda minutes: timezone(timedelta(minutes=minutes)))
    whole = st.integers(0, 999_999) | st.sampled_from([0, 1, 120_000])
    naive = st.builds(
        lambda moment, micro: moment.replace(microsecond=micro),
        st.datetimes(min_value=datetime(1, 1, 2), max_value=datetime(9999, 12, 30)),  # noqa: DTZ001  # naive on purpose
        whole,
    )
    aware = st.builds(lambda moment, zone: moment.replace(tzinfo=zone), naive, offsets)
    return aware | naive | st.dates(min_value=date(1, 1, 1))


@cache
def _numbers() -> st.SearchStrategy[int | Decimal]:
    return st.integers(0, 100) | st.decimals(0, 100, places=2)


@cache
def amounts() -> st.SearchStrategy[Decimal]:
    """Sums above zero, tiny and huge ones too."""
    fixed = [Decimal("0.01"), Decimal("19.90"), Decimal("5.00"), Decimal("1E+3"), Decimal(10**18 - 1), Decimal("1E-18")]
    return st.sampled_from(fixed) | st.decimals("0.01", 10**6, places=2)


@cache
def marks() -> st.SearchStrategy[tuple[Mark, ...]]:
    """Marks in order, often none."""
    return st.sets(st.sampled_from(get_args(Mark)), max_size=3).map(lambda chosen: tuple(sorted(chosen)))


@cache
def rich_texts() -> st.SearchStrategy[RichText]:
    """Runs in normal form."""
    text = _pieces("\n", " \n ", " ")
    run = st.tuples(text, marks(), st.none() | urls(), st.none() | languages())
    plain = st.tuples(text, st.just(()), st.none(), st.none())
    return st.lists(run | plain, min_size=1, max_size=4).map(lambda runs: normal(runs) or ("x",))


@cache
def spans() -> st.SearchStrategy[Span]:
    """Runs with marks, links or languages, white space at their edges too."""
    return _of(Span, {"text": _pieces("\n", " "), "marks": marks()}, href=urls(), language=languages())


# Objects


def _of(
    cls: type[Model], required: dict[str, st.SearchStrategy[Any]], most: int = 5, **others: st.SearchStrategy[Any]
) -> st.SearchStrategy[Model]:
    """Objects of a class with the required fields and at most so many of the others."""

    @st.composite
    def build(draw: st.DrawFn) -> Model:
        names = sorted(others)
        chosen = draw(st.lists(st.sampled_from(names), unique=True, max_size=most)) if names else []
        fields = {name: draw(strategy) for name, strategy in required.items()}
        fields |= {name: draw(others[name]) for name in chosen}
        try:
            return cls(**fields)
        except InvalidValue:
            reject()

    return build()


def _few(strategy: st.SearchStrategy[Model], least: int = 1) -> st.SearchStrategy[list[Model]]:
    return st.lists(strategy, min_size=least, max_size=3)


def _named(**parts: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """One of the parts alone: for classes that want at least one of several fields."""
    return st.one_of([st.fixed_dictionaries({name: strategy}) for name, strategy in parts.items()])


@cache
def coordinates() -> st.SearchStrategy[Coordinates]:
    """Points on Earth."""
    return st.builds(
        Coordinates, latitude=st.decimals(-90, 90, places=5), longitude=st.decimals(-180, 180, places=5)
    )


@cache
def concepts() -> st.SearchStrategy[Concept]:
    """Concepts, with broader ones."""
    codes = st.sampled_from(["medtop:20000621", "stat:usable", "a:b c", ":", "medtop:", "ISO3166:GB"]) | lines()

    def more(inner: st.SearchStrategy[Concept]) -> st.SearchStrategy[Concept]:
        identity = _named(name=lines(), code=codes, uri=urls())
        rest: dict[str, st.SearchStrategy[Any]] = {
            "name": lines(), "code": codes, "uri": urls(), "type": codes, "rel": lines() | st.sampled_from(["about", "mentions"]),
            "relevance": _numbers(), "confidence": _numbers(), "same_as": _few(urls() | codes), "position": coordinates(),
            "broader": _few(inner),
        }  # fmt: skip
        return st.builds(
            lambda first, others: Concept(**{**others, **first}),
            identity,
            st.lists(st.sampled_from(sorted(rest)), unique=True, max_size=4).flatmap(
                lambda names: st.fixed_dictionaries({name: rest[name] for name in names})
            ),
        )

    return more(more(st.builds(Concept, name=lines())))


@cache
def bylines() -> st.SearchStrategy[Byline]:
    """Bylines of persons and organizations."""
    named = _of(
        Byline, {"name": lines()}, kind=st.sampled_from(get_args(BylineKind)), job_title=lines(), affiliation=lines(),
        role=st.sampled_from(["author", "editor", "reporting", "translator"]) | lines(), location=lines(), email=lines(),
        id=lines(), url=urls(), same_as=_few(urls()),
    )  # fmt: skip
    return named | _of(Byline, {"affiliation": lines()}, kind=st.just("organization"), email=lines(), role=lines())


@cache
def labels() -> st.SearchStrategy[Label]:
    """Titles, notes, notices and terms."""
    roles = st.sampled_from(["correction", "editorial", "advisory", "drol:summary", "a b"]) | lines()
    return _of(Label, {"content": rich_texts()}, role=roles, language=languages(), public=st.booleans(), date=times())


@cache
def identifiers() -> st.SearchStrategy[Identifier]:
    """Identifiers of other systems."""
    return _of(Identifier, {"value": lines()}, scheme=st.just("idtype:slug") | lines())


@cache
def links() -> st.SearchStrategy[Link]:
    """Links to other documents and versions."""
    return _of(
        Link, {"href": urls()}, rel=st.sampled_from(["seeAlso", "derivedFrom", "irel:isA", "canonical"]) | lines(), title=lines(),
        type=st.sampled_from(["text/html", "image/jpeg"]) | lines(), language=languages(), version=lines() | st.just("2"),
    )  # fmt: skip


@cache
def rights() -> st.SearchStrategy[Rights]:
    """Rights statements."""
    return _of(
        Rights, {}, holder=concepts(), year=st.integers(1, 9999), notices=_few(labels()), terms=_few(labels()), url=urls()
    )


@cache
def renditions() -> st.SearchStrategy[Rendition]:
    """Files of a picture, video or sound."""
    sizes = st.integers(0, 10_000)
    return _of(
        Rendition, {"href": urls()}, name=st.just("rnd:highRes") | lines(), media_type=st.just("image/jpeg") | lines(),
        width=sizes, height=sizes, size=st.integers(0, 2**63 - 1),
    )  # fmt: skip


@cache
def media() -> st.SearchStrategy[Media]:
    """Pictures, graphics, videos and sounds."""
    return _of(
        Media, {}, kind=st.sampled_from(get_args(MediaKind)), id=lines(), url=urls(), title=lines(), alt=lines(),
        duration=st.sampled_from(["PT1M30S", "P1D", "PT0.5S", "P1Y2M3DT4H5M6S", "P2W"]), rights=rights(),
        renditions=_few(renditions()),
    )  # fmt: skip


@cache
def captions() -> st.SearchStrategy[Caption]:
    """Captions with credits, credits alone too."""
    return _of(Caption, {}, content=rich_texts(), credit=lines(), creator=lines(), agencies=_few(lines()))


@cache
def figures() -> st.SearchStrategy[Figure]:
    """Figures, some without a picture or without a caption."""
    return _of(Figure, {}, media=media(), caption=captions())


@cache
def counts() -> st.SearchStrategy[Count]:
    """Counts in votes and percent."""
    options = st.sampled_from(get_args(VoteOption))
    votes = st.builds(Count, option=options, value=st.integers(0, 10**6) | st.just(10**18 - 1))
    return votes | st.builds(Count, option=options, value=_numbers(), unit=st.just("percent"))


@cache
def evidence() -> st.SearchStrategy[Evidence]:
    """Places in a text."""
    return _of(Evidence, {"quote": texts()}, block=st.integers(0, 50), start=st.integers(0, 500))


@cache
def votes() -> st.SearchStrategy[Vote]:
    """Votes of every shape that reports give them."""
    some_counts = st.lists(counts(), min_size=1, max_size=4, unique_by=lambda count: (count.option, count.unit))
    return _of(
        Vote, {}, motion=lines(), voting_body=lines(), counts=some_counts, unanimous=st.booleans(), margin=st.integers(0, 999),
        result=st.sampled_from(get_args(VoteResult)), requirement=lines(), held=times(), evidence=evidence(),
    )  # fmt: skip


@cache
def suggested_amounts() -> st.SearchStrategy[SuggestedAmount]:
    """Sums with a currency and a period."""
    currencies = st.sampled_from(["GBP", "EUR", "$", "£", "kr", "N$", "zł", "₹"])
    periods = st.sampled_from(["P1M", "P1Y", "P13W", "one-off", "P7D"])
    return _of(SuggestedAmount, {"value": amounts(), "currency": currencies}, period=periods)


@cache
def appeals() -> st.SearchStrategy[DonationAppeal]:
    """Appeals for donations, memberships and subscriptions."""
    return _of(
        DonationAppeal, {}, kind=st.sampled_from(get_args(AppealKind)), heading=lines(), paragraphs=_few(lines()),
        amounts=_few(suggested_amounts()), beneficiary=lines(), call_to_action=lines(), url=urls(),
    )  # fmt: skip


# Blocks


@cache
def paragraphs() -> st.SearchStrategy[Paragraph]:
    """Paragraphs."""
    return st.builds(Paragraph, content=rich_texts())


def _leaf_kinds() -> dict[type, st.SearchStrategy[Any]]:
    return {
        Paragraph: paragraphs(),
        Heading: st.builds(Heading, content=rich_texts(), level=st.integers(1, 6)),
        Preformatted: st.builds(Preformatted, text=preformatted_texts()),
        Separator: st.just(Separator()),
        Figure: figures(),
        Opaque: _of(Opaque, {"format": lines(), "markup": preformatted_texts() | st.just("")}, text=preformatted_texts()),
    }


def _cells(inner: st.SearchStrategy[Block]) -> st.SearchStrategy[Cell]:
    return _of(
        Cell, {}, blocks=_few(inner), header=st.booleans(), colspan=st.integers(1, 1000), rowspan=st.integers(1, 65534)
    )


def _container_kinds(inner: st.SearchStrategy[Block]) -> dict[type, st.SearchStrategy[Any]]:
    return {
        Quote: _of(Quote, {"blocks": _few(inner)}, attribution=lines(), source=urls(), role=st.just("pull") | lines()),
        Aside: _of(Aside, {"blocks": _few(inner)}, role=st.sampled_from(["factbox", "related"]) | lines()),
        List: st.builds(List, items=_few(_few(inner, 0)), ordered=st.booleans()),
        Table: _of(Table, {"rows": _few(_few(_cells(inner)))}, caption=rich_texts()),
        Embed: _of(Embed, {}, url=urls(), provider=lines(), title=lines(), blocks=_few(inner)),
    }


@cache
def blocks() -> st.SearchStrategy[Block]:
    """Blocks of every kind, some in others."""
    leaves: st.SearchStrategy[Block] = st.one_of(*_leaf_kinds().values())
    return st.recursive(leaves, lambda inner: st.one_of(*_container_kinds(inner).values()), max_leaves=5)


@st.composite
def deep_blocks(draw: st.DrawFn) -> Block:
    """A block that stands in as many others as the model allows, or fewer."""
    block: Block = draw(paragraphs())
    for wrap in draw(st.lists(st.sampled_from(["quote", "list", "table", "aside", "embed"]), max_size=MAX_NESTING - 1)):
        match wrap:
            case "quote":
                block = Quote(blocks=[block])
            case "list":
                block = List(items=[[block]])
            case "table":
                block = Table(rows=[[Cell(blocks=[block])]])
            case "aside":
                block = Aside(blocks=[block])
            case _:
                block = Embed(blocks=[block])
    return block


@cache
def bodies() -> st.SearchStrategy[list[Block]]:
    """Bodies: empty, short, deep."""
    return st.lists(blocks(), max_size=3) | deep_blocks().map(lambda block: [block])


# Articles


@cache
def articles() -> st.SearchStrategy[Article]:
    """Articles with any few of their fields, which hold what a format may stumble over."""
    concept_lists = {name: _few(concepts()) for name in ("located", "signals", "genres", "sections", "subjects", "sources")}
    moments = {name: times() for name in ("created", "published", "updated", "embargoed", "expires")}
    return _of(
        Article,
        {"headline": lines() | st.just(""), "body": bodies(), "votes": st.just([]) | _few(votes())},
        most=14,
        id=urls() | lines(),
        version=st.integers(1, 10**6) | st.just(2**63 - 1),
        identifiers=_few(identifiers()),
        url=urls(),
        links=_few(links()),
        language=languages(),
        kicker=lines(),
        standfirst=rich_texts(),
        summary=rich_texts(),
        titles=_few(labels()),
        slug=lines(),
        bylines=_few(bylines()),
        byline_text=lines(),
        contributors=_few(bylines()),
        dateline=lines(),
        credit=lines(),
        status=st.sampled_from(get_args(Status)),
        urgency=st.integers(1, 9),
        access=st.sampled_from(get_args(Access)),
        keywords=_few(lines()),
        publisher=concepts(),
        rights=rights(),
        lead=figures(),
        appeals=_few(appeals()),
        notes=_few(labels()),
        **concept_lists,
        **moments,
    )


_SUBJECTS = ["The council", "A neighbour", "The mayor", "Every school in town", "The ferry company", "Nobody at the meeting"]
_VERBS = ["welcomed", "questioned", "described", "put off", "remembered", "paid for"]
_OBJECTS = ["the new bridge", "a long evening of rain", "the old timetable", "the harbour wall", "a quiet street", "the library roof"]
_ENDS = ["after a long debate", "on Tuesday morning", "without much fuss", "for the second time", "despite the weather"]


def _pairs(first: list[str], second: list[str]) -> st.SearchStrategy[str]:
    return st.builds("{} {}".format, st.sampled_from(first), st.sampled_from(second))


@cache
def sentences() -> st.SearchStrategy[str]:
    """Plain English sentences that report no vote and ask for no money."""
    return st.builds("{} {} {} {}.".format, *map(st.sampled_from, (_SUBJECTS, _VERBS, _OBJECTS, _ENDS)))


@cache
def ordinary_articles() -> st.SearchStrategy[Article]:
    """Articles as papers print them: a headline, names, a caption, paragraphs of plain sentences."""
    paragraph = st.lists(sentences(), min_size=2, max_size=4).map(" ".join).map(lambda text: Paragraph(content=[text]))
    headline = _pairs(["Rain stops", "Bridge opens", "Ferry returns"], ["work", "at last", "to the harbour"])
    names = _pairs(["Ann", "Bo", "Çelik", "José"], ["Bell", "Lindqvist", "Okafor"])
    titles = st.sampled_from(["political editor", "reporter"])
    byline = _of(Byline, {"name": names}, job_title=titles, affiliation=st.just("Harbour Courier"))
    caption = st.builds(Caption, content=st.just("The harbour wall in the rain, seen from the ferry"), credit=st.none() | st.just("Photo: Ann Bell"))
    return _of(
        Article,
        {"headline": headline, "body": st.lists(paragraph, min_size=1, max_size=5)},
        standfirst=st.just("What the rain did to the harbour, and who paid"),
        bylines=_few(byline),
        lead=st.builds(Figure, caption=caption),
        language=st.just("en"),
        published=times(),
        keywords=st.just(["harbour", "rain"]),
    )


def register() -> None:
    """Make `st.from_type` know the model; Hypothesis calls this through its entry point."""
    known: dict[type, st.SearchStrategy[Any]] = {
        Article: articles(), Byline: bylines(), Caption: captions(), Cell: _cells(blocks()), Concept: concepts(),
        Coordinates: coordinates(), Count: counts(), DonationAppeal: appeals(), Evidence: evidence(), Identifier: identifiers(),
        Label: labels(), Link: links(), Media: media(), Rendition: renditions(), Rights: rights(), Span: spans(),
        SuggestedAmount: suggested_amounts(), Vote: votes(),
    }  # fmt: skip
    for cls, strategy in (known | _leaf_kinds() | _container_kinds(blocks())).items():
        st.register_type_strategy(cls, strategy)
