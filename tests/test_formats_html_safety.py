"""Whatever an article holds, its page runs nothing and asks only for the pictures it names; whatever a page holds, it is read."""

import sys
import time
from collections.abc import Iterator
from functools import cache
from typing import Any

import attrs
import nh3
import pytest
from hypothesis import given

import newsmodel as nm
from newsmodel.syntax import html as _html
from newsmodel.syntax.html import HtmlElement
from newsmodel.formats.html import Html
from newsmodel.model import Article, Link, Media, Rendition, Span
from newsmodel.model.values import _NOT_LINE, WHITE_SPACE, is_line, is_url
from newsmodel.strategies import articles
from newsmodel.walk import transform
from tests.data import shared
from tests.test_formats_html import rich_article

TAGS = frozenset(
    "article header footer section nav aside div p h1 h2 h3 h4 h5 h6 ul ol li table caption thead tbody tr th td figure "
    "figcaption blockquote pre hr br img video audio a span time cite code del em mark ins kbd q small s strong sub sup u".split()
)
GLOBAL = frozenset({"class", "lang", "dir", "data-nm"})
ATTRIBUTES: dict[str, set[str]] = {
    "a": {"href", "rel", "hreflang"}, "img": {"src", "alt", "width", "height"}, "video": {"src", "controls", "aria-label"},
    "audio": {"src", "controls", "aria-label"}, "time": {"datetime"}, "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"}, "blockquote": {"cite"},
}  # fmt: skip
LINKS = ("http://", "https://", "mailto:")
FILES = ("http://", "https://")


def assert_safe(fragment: bytes) -> None:
    """The grammar of a fragment is closed, and cleaning it by another library's rules changes nothing."""
    root = _html.parse(fragment).root
    assert_closed(next(element for element in root if element.tag == "body"))
    cleaned = nh3.clean(
        fragment.decode(),
        tags=set(TAGS),
        attributes={tag: {*GLOBAL, *ATTRIBUTES.get(tag, ())} for tag in TAGS},
        generic_attribute_prefixes={"data-nm-"},
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
    )
    assert outline(root) == outline(_html.parse(cleaned.encode()).root)


def assert_closed(body: HtmlElement) -> None:
    for element in body.descendants():
        assert element.tag in TAGS
        for name, value in element.attrib.items():
            assert name in GLOBAL or name in ATTRIBUTES.get(element.tag, ()) or name.startswith("data-nm-"), (element.tag, name)
            if name in ("href", "src", "cite"):
                assert value.lower().startswith(LINKS if name == "href" else FILES), value


def outline(root: HtmlElement) -> list[tuple[Any, ...]]:
    return [(one.tag, one.text, one.tail, sorted(one.attrib.items())) for one in root.descendants() if one.tag != "head"]


@given(article=articles())
def test_what_any_article_becomes_is_a_closed_grammar(article: Article) -> None:
    assert_safe(Html(fragment=True).write(article).data)


@given(article=articles())
def test_a_page_adds_no_script_that_runs_and_asks_for_nothing(article: Article) -> None:
    root = _html.parse(Html().write(article).data).root

    head = next(element for element in root if element.tag == "head")
    assert {element.tag for element in head} <= {"meta", "title", "link", "style", "script"}
    assert [{"type": "application/ld+json"}] == [dict(element.attrib) for element in head if element.tag == "script"]
    assert all(element.get("rel") == "canonical" for element in head if element.tag == "link")
    assert "url(" not in "".join(element.text or "" for element in head if element.tag == "style")
    assert all(element.text is None or "<" not in element.text for element in head if element.tag == "style")


# Payloads


@cache
def corpus() -> Any:
    sys.path.insert(0, str(shared("hostile")))
    import corpus as module  # type: ignore[import-not-found]  # stands beside the checkout, see tests/data.py

    return module


def payloads() -> Iterator[tuple[str, str]]:
    for case in corpus().cases("html-xss"):
        yield case.file, case.data().decode("utf-8", "replace")


def as_line(text: str) -> str:
    return _NOT_LINE.sub(" ", text).strip(WHITE_SPACE) or "x"


def with_payload(text: str) -> Article:
    """The rich article with a text in every place that takes any line."""

    def put(part: Any) -> Any:
        if isinstance(part, Link):
            return attrs.evolve(part, title=text, type=text, version=text)
        changes: dict[str, Any] = {}
        for field in attrs.fields(type(part)):
            value = getattr(part, field.name)
            if isinstance(value, str) and field.name in FREE:
                changes[field.name] = text
            elif field.name in ("content", "caption", "standfirst", "summary") and isinstance(value, tuple):
                changes[field.name] = (text, Span(text=text, marks=("strong",)))
            elif field.name in ("paragraphs", "keywords", "agencies") and value:
                changes[field.name] = (text,)
        return attrs.evolve(part, **changes)

    return transform(rich_article(), put)


FREE = frozenset(
    "id headline kicker slug byline_text dateline credit name job_title affiliation location email code type rel role scheme "
    "attribution provider title text format markup creator alt motion voting_body requirement quote heading beneficiary "
    "call_to_action".split()
)


def test_no_payload_in_any_text_becomes_markup() -> None:
    seen = 0
    for name, payload in payloads():
        article = with_payload(as_line(payload))
        written = Html(fragment=True).write(article)
        assert_safe(written.data)
        assert article == Html().read(written.data).article, name
        seen += 1

    assert 500 < seen


ODD_URLS = [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "vbscript:x", "data:text/html,x", "file:///etc/passwd", "//evil.example/x",
    "http:alert(1)", "https:x", "http:///x", "mailto:", "mailto:?subject=x", "blob:x", "x-javascript:alert(1)", "a/b",
    "?javascript:x", "#x", "tel:1", "urn:x:y", "feed:javascript:alert(1)", "javascript://https://a.example/%0Aalert(1)",
    "http://a.example/'onerror='x", "https://a.example/(x)",
]  # fmt: skip


def test_no_url_becomes_a_link_but_to_the_web_and_to_mail() -> None:
    found = [payload for _, payload in payloads() if is_url(payload)]
    urls = found + ODD_URLS

    for url in urls:
        assert is_url(url)

        def put(part: Any, url: str = url) -> Any:
            names = [field.name for field in attrs.fields(type(part)) if field.name in ("url", "href", "uri", "source")]
            return attrs.evolve(part, **{name: url for name in names if getattr(part, name) is not None})

        article = transform(rich_article(), put)
        fragment, page = Html(fragment=True).write(article).data, Html().write(article).data
        assert_safe(fragment)
        assert article == Html().read(page).article, url
        canonical = [one.get("href") or "" for one in _html.parse(page).root.descendants() if one.get("rel") == "canonical"]
        assert all(one.lower().startswith(FILES) for one in canonical)


def test_a_picture_from_elsewhere_is_not_asked_for() -> None:
    picture = nm.model.Figure(media=Media(alt="x", renditions=[Rendition(href="data:image/svg+xml,x")]))

    data = Html().write(Article(headline="Rain", lead=picture)).data

    assert b"<img" not in data
    assert picture == Html().read(data).article.lead


def test_lines_can_hold_the_payloads() -> None:
    assert all(is_line(as_line(payload)) for _, payload in payloads())


# Hostile pages


@pytest.mark.parametrize("family", ["html-malformed", "html-encoding", "html-xss-dp", "html-xss-own", "html-big"])
def test_hostile_pages_end_in_an_article_or_an_error_in_time(family: str) -> None:
    seen = 0
    for case in corpus().cases(family, big=True):
        data = case.data()
        start = time.process_time()
        try:
            article = Html().read(data).article
        except nm.ReadError as error:
            assert case.expected != "accept", (case.file, error)
            article = None
        assert 30 > time.process_time() - start, case.file  # seconds; a hang, not a measure
        if article is not None and family != "html-big":  # the other library's own time on these is no bound of ours
            assert_safe(Html(fragment=True).write(article).data)
        seen += 1

    assert 0 < seen
