"""Law 4: a check for each format, by the standard's own schema and by parsers other than ours."""

import json
from collections.abc import Callable
from functools import cache
from html.parser import HTMLParser

import jsonschema
import pytest
from lxml import etree

import newsmodel as nm
from tests.data import shared


@cache
def _native_schema() -> jsonschema.Draft202012Validator:
    schema = nm.schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def valid_json(data: bytes) -> None:
    """Valid to our published JSON Schema, and plain JSON to the standard library."""
    _native_schema().validate(json.loads(data))


@cache
def newsml_g2_schema() -> etree.XMLSchema:
    """NewsML-G2 2.35, power conformance."""
    return etree.XMLSchema(file=str(shared("schema/newsml-g2/NewsML-G2_2.35-spec-All-Power.xsd")))


def valid_newsml_g2(data: bytes) -> None:
    """Well-formed, and valid to the XSD."""
    newsml_g2_schema().assertValid(etree.fromstring(data))


VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
ALLOWED = {
    "html", "head", "body", "meta", "title", "link", "style", "main", "article", "header", "footer", "section", "nav", "aside",
    "div", "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "table", "caption", "thead", "tbody",
    "tr", "th", "td", "blockquote", "figure", "figcaption", "img", "video", "audio", "pre", "hr", "br", "a", "span", "time",
    "data", "address", "em", "strong", "u", "s", "sub", "sup", "code", "q", "cite", "small", "ins", "del", "mark", "kbd", "b",
}  # fmt: skip


class _Strict(HTMLParser):
    """Every tag known, closed where it should be, no attribute that runs or fetches what it may not."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.headlines = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in ALLOWED, tag
        names = [name for name, _ in attrs]
        assert len(set(names)) == len(names), f"<{tag}> has an attribute twice"
        for name, value in attrs:
            assert not name.startswith("on"), name
            assert name != "style", value
            if name in ("href", "src", "cite", "srcset", "poster", "action", "data"):
                assert (value or "").lower().startswith(("http://", "https://", "mailto:", "#")), value
        self.headlines += tag == "h1"
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open, tag
        assert tag == self.open.pop()


def valid_html(data: bytes) -> None:
    """A closed grammar: known elements, well nested, one headline, no script, no scheme but http, https and mailto."""
    text = data.decode()
    parser = _Strict()
    parser.feed(text)
    parser.close()

    assert parser.open == []
    assert parser.headlines == 1
    assert text.startswith("<!DOCTYPE html>")


def valid_text(data: bytes) -> None:
    """UTF-8 that ends in a line feed, without control characters."""
    text = data.decode()

    assert text.endswith("\n")
    assert not [character for character in text if ord(character) < 32 and character not in "\n\t"]


VALIDATORS: dict[str, Callable[[bytes], None]] = {
    "html": valid_html,
    "json": valid_json,
    "newsml-g2": valid_newsml_g2,
    "text": valid_text,
}


@pytest.mark.parametrize("name", sorted(VALIDATORS))
def test_a_broken_document_is_not_valid(name: str) -> None:
    """The validators can fail."""
    article = nm.Article(headline="Rain", body=[nm.Paragraph(content="It rained.")])
    document = nm.dumps(article, format=name)
    broken = {
        "html": document.replace(b"<p>", b"<p onclick='x'>", 1),
        "json": document.replace(b'"headline"', b'"headlien"'),
        "newsml-g2": document.replace(b"<headline", b"<headlien").replace(b"</headline", b"</headlien"),
        "text": document + b"\x01",
    }[name]

    VALIDATORS[name](document)

    assert broken != document
    with pytest.raises((AssertionError, jsonschema.ValidationError, etree.DocumentInvalid)):
        VALIDATORS[name](broken)
