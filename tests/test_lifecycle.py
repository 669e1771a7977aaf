"""What a newsroom knows of a story's life survives every chain of formats that have words for it."""

from datetime import datetime, timedelta, timezone
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsmodel as nm
from newsmodel.fidelity import survival
from newsmodel.formats.html import Html
from newsmodel.formats.ninjs import Ninjs
from newsmodel.strategies import articles, concepts, labels, links, ordinary_articles, times

LIFECYCLE = ("version", "status", "signals", "embargoed", "expires", "notes", "links")
WRITERS: dict[str, nm.Writer] = {
    **{codec.name: codec for codec in nm.codecs() if isinstance(codec, nm.Writer)},
    "ninjs 2.2": Ninjs(version="2.2"),
    "ninjs 1.6": Ninjs(version="1.6"),
    "html fragment": Html(fragment=True),
}


def knows(writer: nm.Writer) -> bool:
    """Whether a format has words for all of a story's life, so far as readers may see it."""
    kept = survival(writer)
    needed = [f"Article.{name}" for name in LIFECYCLE] + [name for name in kept if name.startswith(("Label.", "Link."))]
    return all(kept[name] in (None, "not for readers") for name in needed)


KNOWING = [name for name in WRITERS if name not in ("text", "jsonld")]
FOR_READERS = {"html", "html fragment"}

DAY = datetime(2026, 3, 3, 18, 30, tzinfo=timezone(timedelta(hours=1)))
LIVED = nm.Article(
    id="urn:example:harbour-post:417",
    version=3,
    status="withheld",
    headline="Night bus to Saltmarsh is saved",
    signals=[nm.Concept(code="sig:correction", uri="http://cv.iptc.org/newscodes/signal/correction")],
    embargoed=DAY,
    expires=DAY + timedelta(days=30),
    links=[
        nm.Link(rel="previousVersion", href="urn:example:harbour-post:417", version="2"),
        nm.Link(rel="derivedFrom", href="https://wire.example/9", title="The wire's report", language="en"),
    ],
    body=[nm.Paragraph(content="The council of Port Lorne keeps the night bus.")],
    notes=[
        nm.Label(content="An earlier version named the wrong street.", role="correction", date=DAY.date()),
        nm.Label(content="Call Ida Moreno, 555 0142, before use.", role="editorial", public=False),
        nm.Label(content="Photos will follow.", role="advisory", public=False, language="en"),
    ],
)


def life(article: nm.Article, *, for_readers: bool = False) -> nm.Article:
    """An article of nothing but a story's life, as far as it is for readers."""
    notes = [note for note in article.notes if note.public or not for_readers]
    fields = {name: getattr(article, name) for name in LIFECYCLE if name != "notes"}
    return nm.Article(headline="", **fields, notes=notes)


def canonical(article: nm.Article) -> bytes:
    return nm.dumps(article, format="json", on_loss="raise")


def carried(article: nm.Article, writers: list[str]) -> nm.Article:
    """The article that comes out of a chain of formats."""
    for name in writers:
        article = WRITERS[name].read(WRITERS[name].write(article).data).article
    return article


@st.composite
def lives(draw: st.DrawFn) -> nm.Article:
    """Articles with a few of the fields of a story's life."""
    article = draw(articles() | ordinary_articles())
    previous = st.builds(lambda link, version: nm.evolve(link, rel="previousVersion", version=version), links(), st.none() | st.just("2"))
    corrections = labels().map(lambda label: nm.evolve(label, role="correction"))
    private = labels().map(lambda label: nm.evolve(label, public=False))
    some: dict[str, st.SearchStrategy[Any]] = {
        "version": st.integers(1, 99),
        "status": st.sampled_from(["usable", "withheld", "canceled"]),
        "signals": st.lists(concepts(), max_size=2),
        "embargoed": times(),
        "expires": times(),
        "links": st.lists(links() | previous, max_size=3),
        "notes": st.lists(labels() | corrections | private, max_size=3),
    }
    names = draw(st.sets(st.sampled_from(sorted(some)), min_size=2))
    return nm.evolve(article, **{name: draw(some[name]) for name in sorted(names)})


def test_all_formats_know_it_but_those_for_reading_and_searching() -> None:
    assert KNOWING == [name for name, writer in WRITERS.items() if knows(writer)]


@pytest.mark.parametrize("chain", list(product(KNOWING, repeat=2)), ids=" to ".join)
def test_a_story_keeps_its_life_through_all_chains_of_three(chain: tuple[str, str]) -> None:
    for last in KNOWING:
        hidden = bool(FOR_READERS & {*chain, last})
        assert life(LIVED, for_readers=hidden) == life(carried(LIVED, [*chain, last]))


@pytest.mark.parametrize("first", KNOWING)
@given(article=lives(), others=st.lists(st.sampled_from(KNOWING), min_size=2, max_size=2))
def test_any_article_keeps_its_life_along_a_chain(first: str, article: nm.Article, others: list[str]) -> None:
    """`life(C(B(A(a)))) == life(a)` for all formats A, B, C that know it; for readers, without what is not for them."""
    hidden = bool(FOR_READERS & {first, *others})

    assert canonical(life(article, for_readers=hidden)) == canonical(life(carried(article, [first, *others])))


@pytest.mark.parametrize("first", WRITERS)
@given(article=lives(), other=st.sampled_from(sorted(WRITERS)))
def test_no_format_changes_a_life_without_saying_so(first: str, article: nm.Article, other: str) -> None:
    """Along a chain of any formats, a field of which no step reports a loss is as it was."""
    lost: set[str] = set()
    before = article
    for writer in (WRITERS[first], WRITERS[other]):
        written = writer.write(article)
        lost |= {loss.path.split("/")[1] for loss in written.losses}
        article = writer.read(written.data).article

    for name in set(LIFECYCLE) - lost:
        assert repr(getattr(before, name)) == repr(getattr(article, name))
