"""Whatever a page holds, it is read or refused; and a page that is twice as long takes about twice as long."""

import contextlib
import json
import re
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest

import newsmodel as nm
from newsmodel.extract import page

GRAPH: dict[str, Any] = {
    "@context": "https://schema.org",
    "@graph": [
        {
            "@type": "NewsArticle", "@id": "#a", "headline": "Flood", "description": "Forty families.", "url": "https://echo.example/flood",
            "author": [{"@type": "Person", "name": "Ann Bell", "url": "/bell"}, {"@id": "#p"}], "datePublished": "2026-03-04T12:00:00Z",
            "image": [{"@type": "ImageObject", "url": "/a.jpg", "caption": "River", "width": 8}], "keywords": ["flood", "river"],
            "articleSection": "Valley", "isAccessibleForFree": "False", "publisher": {"@type": "Organization", "name": "Echo"},
            "mainEntityOfPage": {"@type": "WebPage", "@id": "https://echo.example/flood"}, "articleBody": "It rained.",
        },
        {"@type": "Person", "@id": "#p", "name": "Bo Li"},
        {"@type": "BreadcrumbList", "itemListElement": [{"item": {"name": "Home"}}, {"name": "Valley"}]},
    ],
}  # fmt: skip
BODY = """
<header class=top><nav><a href=/>Home</a></nav></header><main id=main><article itemscope itemtype=https://schema.org/NewsArticle>
<p class=kicker>Valley</p><h1 itemprop=headline>Flood</h1><p class=standfirst>Forty families leave their homes.</p>
<figure><picture><source srcset="/b.jpg 2x"><img src=/a.jpg alt=River width=800 height=600></picture><figcaption>River <span class=credit>Photo: Cy Moor</span></figcaption></figure>
<div class=article-body><p lang=en>The river rose by <b>two</b> metres in the night, and <a href=/bridge>the bridge</a> was closed.</p>
<ul><li>Stay at home today.</li></ul><ol><li>Boil your water.</li></ol><blockquote cite=/q><p>We have never seen this before, said she.</p></blockquote>
<table><caption>Levels</caption><tr><th colspan=2>Day<tr><td>Friday<td rowspan=1>2.1</table><pre>a  b</pre><hr>
<iframe src=https://video.example/1 title=Film></iframe><aside class=factbox><p>The river is 90 kilometres long.</p></aside>
<p>Nobody was hurt, but forty families spent the night in the school of the town.<br><br>The water is to fall from Friday on.</p>
<p><a href=/old>The flood of last year</a></p><p>Subscribe to our newsletter.</p></div></article></main>
"""
HEAD = """<base href=https://echo.example/><meta charset=utf-8><title>Flood - Echo</title><link rel=canonical href=/flood>
<link rel=alternate hreflang=fr href=/fr><meta property=og:title content=Flood><meta property=og:image content=/a.jpg>
<meta name=author content="By Ann Bell"><meta property=article:published_time content=2026-03-04T12:00:00Z><meta name=keywords content="a, b">"""
WRONG: list[Any] = [None, True, 5, -1.5, "", " ", "x\u0000\u000b\ufffe", "\ud800", "<b>x</b>", "http://[x", [], [[]], {}, {"@id": "#a"}, {"name": {}}, ["a", 5, None]]
ATTRIBUTES = ["", " ", "\x00\x0b", "%", "http://[x", "javascript:x", "-1", "9" * 400, "data:x", "x" * 5000, "\U0001f6b2"]


def document(body: str = BODY, head: str = HEAD, graph: Any = GRAPH) -> str:
    script = json.dumps(graph).replace("<", "\\u003c")
    return f"<!DOCTYPE html><html lang=en><head>{head}<script type=application/ld+json>{script}</script></head><body>{body}</body></html>"


def assert_read(text: str) -> None:
    """The page is read to an article that our own format keeps."""
    article = page(text.encode("utf-8", "surrogatepass")).article
    assert article == nm.loads(nm.dumps(article, format="json"), format="json")


def places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every container in a value with every key in it."""
    keys = list(value) if isinstance(value, dict) else list(range(len(value))) if isinstance(value, list) else []
    for key in keys:
        yield value, key
        yield from places(value[key])


def test_the_page_that_is_damaged_is_read() -> None:
    article = page(document().encode()).article

    assert ("Flood", "Valley", ("Forty families leave their homes.",)) == (article.headline, article.kicker, article.standfirst)
    assert ["Ann Bell", "Bo Li"] == [one.name for one in article.bylines]
    assert article.lead is not None
    kinds = [type(block).__name__ for block in article.body]
    assert ["Paragraph", "List", "List", "Quote", "Table", "Preformatted", "Separator", "Embed", "Aside", "Paragraph", "Paragraph"] == kinds


@pytest.mark.parametrize("number", range(len(WRONG)))
def test_every_value_of_the_structured_data_may_be_wrong(number: int) -> None:
    for container, key in places(GRAPH):
        kept = container[key]
        container[key] = WRONG[number]
        try:
            assert_read(document())
        finally:
            container[key] = kept


def test_every_tag_may_be_missing() -> None:
    for text in (HEAD, BODY):
        for match in re.finditer("<[^>]*>", text):
            damaged = text[: match.start()] + text[match.end() :]
            assert_read(document(head=damaged) if text is HEAD else document(body=damaged))


def test_every_attribute_may_be_wrong() -> None:
    for text in (HEAD, BODY):
        for match in re.finditer(r"=(\"[^\"]*\"|[^\s>\"]+)", text):
            for wrong in ATTRIBUTES:
                damaged = f'{text[: match.start()]}="{wrong}"{text[match.end() :]}'
                assert_read(document(head=damaged) if text is HEAD else document(body=damaged))


def test_a_page_may_end_anywhere() -> None:
    whole = document()
    for end in range(1, len(whole), 7):
        assert_read(whole[:end])


PROSE = "<p>The river rose by two metres in the night, and the bridge was closed at six.</p>"


def ld(text: str) -> str:
    return f"<script type=application/ld+json>{text}</script>{PROSE}"


GROWING: dict[str, Callable[[int], str]] = {
    "paragraphs": lambda n: "".join(f"<p>{PROSE[3:-4]} {i}</p>" for i in range(n)),
    "depth": lambda n: "<div>" * n + PROSE,
    "quotes in quotes": lambda n: "<blockquote>" * n + PROSE,
    "lists": lambda n: "<ul><li>x" * n + PROSE,
    "furniture": lambda n: PROSE + "<div class=related><p>Another story, of another town, of another year.</p></div>" * n,
    "furniture in furniture": lambda n: "<div class=widget>" * n + PROSE,
    "figures": lambda n: PROSE + "".join(f"<figure><img src=/{i}.jpg><figcaption>Picture {i}</figcaption></figure>" for i in range(n)),
    "pictures in pictures": lambda n: "<div class=image><img src=/a.jpg>" * n + PROSE,
    "tables": lambda n: PROSE + "<table><tr><td>a<td>b</table>" * n,
    "announcements": lambda n: PROSE + "<div><p>See:</p><ul><li><a href=/x>Another story of another town</a></li></ul></div>" * n + PROSE,
    "cards": lambda n: PROSE + "<div class=card><img src=/x.jpg><h3><a href=/x>Another story of another town</a></h3><p>Last year.</p></div>" * n + PROSE,
    "articles": lambda n: "<article>" * 100 + PROSE + "<article><h3>One</h3><p>Another story of another town.</p></article>" * n,
    "rows": lambda n: PROSE + "<table>" + "<tr><td>a<td>b" * n + "</table>",
    "links": lambda n: PROSE + "<p><a href=/x>word</a> word " * n,
    "inline": lambda n: PROSE + "<p>" + "<b>x</b> y " * n,
    "breaks": lambda n: PROSE + "<p>" + "a<br>" * n,
    "spaces": lambda n: f"<title>a{' ' * 20 * n}b</title>{PROSE}<p>x{' ' * 20 * n}y",
    "pictures behind a break": lambda n: PROSE + "<p><br>" + "<img src=/a.jpg> " * n,
    "announcements on this page": lambda n: PROSE + "<p>On this page:<ul><li><a href=/x>Another story of another town</a></ul>" * n + PROSE,
    "separators in a title": lambda n: f"<title>{'a | ' * n}b</title><meta property=og:site_name content=b>{PROSE}",
    "names": lambda n: f"<meta name=author content='{'Ann Bell, ' * n}'>{PROSE}",
    "metas": lambda n: "<meta name=author content=x><meta property=article:tag content=y>" * n + PROSE,
    "classes": lambda n: f"<div class='{'related-article ' * n}'>{PROSE}</div>",
    "json-ld": lambda n: ld(json.dumps([{"@type": "NewsArticle", "headline": "x"}] * n)),
    "deep json-ld": lambda n: ld("[" * n + "]" * n),
    "broken json-ld": lambda n: ld('{"a": [' * n),
    "commas in json-ld": lambda n: ld('{"a": 1' + "," * n + " " * n + "x}"),
    "scripts": lambda n: f"<script>{'x = [{ ' * n}</script>" + "y" * 300,
    "microdata": lambda n: "<div itemscope itemtype=https://schema.org/NewsArticle itemprop=about>" * n + PROSE,
    "credits": lambda n: f"<figure><img src=/a.jpg><figcaption>{'(a ' * n}</figcaption></figure>{PROSE}",
}  # fmt: skip


def seconds(text: str) -> float:
    data = text.encode()
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        with contextlib.suppress(nm.ReadError):
            page(data)
        best = min(best, time.process_time() - start)
    return best


@pytest.mark.parametrize("growing", GROWING)
def test_time_grows_as_the_page_does(growing: str) -> None:
    """Four times the page takes less than ten times as long: a square would take sixteen times."""
    small, large = seconds(GROWING[growing](400)), seconds(GROWING[growing](1600))

    assert large < max(10 * small, 0.05)
