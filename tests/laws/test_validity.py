"""Law 4: a check for each format, by the standard's own schema and by parsers other than ours."""

import json
import re
from collections.abc import Callable
from functools import cache
from html.parser import HTMLParser
from typing import Any

import jsonschema
import pytest
import xmlschema
from lxml import etree
from referencing import Registry, Resource

import newsmodel as nm
from newsmodel.formats.newsml_g2 import NewsmlG2
from newsmodel.formats.ninjs import Ninjs, extended_schema
from tests.data import shared


@cache
def _native_schema() -> jsonschema.Draft202012Validator:
    schema = nm.schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def valid_json(data: bytes) -> None:
    """Valid to our published JSON Schema, and plain JSON to the standard library."""
    _native_schema().validate(json.loads(data))


NEWSML_G2 = "schema/newsml-g2/NewsML-G2_2.35-spec-All-Power.xsd"
NITF = "schema/nitf/nitf-3-6.xsd"


@cache
def second_validator(path: str) -> xmlschema.XMLSchema:
    """The schema in a validator that shares no code with libxml2, which is behind lxml."""
    return xmlschema.XMLSchema(str(shared(path)))


@cache
def newsml_g2_schema() -> etree.XMLSchema:
    """NewsML-G2 2.35, power conformance."""
    return etree.XMLSchema(file=str(shared(NEWSML_G2)))


def valid_newsml_g2(data: bytes) -> None:
    """Well-formed, and valid to the XSD; its XHTML is checked by the second validator alone, as XHTML 1 strict."""
    newsml_g2_schema().assertValid(etree.fromstring(data))
    second_validator(NEWSML_G2).validate(data.decode().partition("?>")[2])


_URI = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:(?:[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})*")  # RFC 3986, 2 and 4.3
_DATE_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)", re.ASCII)  # RFC 3339, 5.6
FORMATS = jsonschema.FormatChecker(formats=())
FORMATS.checks("uri")(lambda value: not isinstance(value, str) or _URI.fullmatch(value) is not None)
FORMATS.checks("date-time")(lambda value: not isinstance(value, str) or _DATE_TIME.fullmatch(value) is not None)


def _geo_json() -> Registry[Any]:
    places = Resource.from_contents(json.loads((shared("schema/ninjs") / "GeoJSON.json").read_bytes()))
    registry: Registry[Any] = Registry().with_resource("https://geojson.org/schema/GeoJSON.json", places)
    return registry


@cache
def ninjs_schema(version: str) -> jsonschema.protocols.Validator:
    """The schema of a version of ninjs; formats are checked too."""
    schema = json.loads((shared("schema/ninjs") / f"ninjs-schema_{version}.json").read_bytes())
    return jsonschema.validators.validator_for(schema)(schema, registry=_geo_json(), format_checker=FORMATS)


def valid_ninjs(data: bytes, version: str = "3.1") -> None:
    """Valid to the JSON Schema of the version."""
    ninjs_schema(version).validate(json.loads(data))


@cache
def _extended_schema(version: str) -> jsonschema.protocols.Validator:
    """Our own schema, which refers to the standard's."""
    schema = extended_schema(version)
    jsonschema.Draft202012Validator.check_schema(schema)
    standard = Resource.from_contents(json.loads((shared("schema/ninjs") / f"ninjs-schema_{version}.json").read_bytes()))
    registry = _geo_json().with_resource(str(standard.id()), standard)
    return jsonschema.Draft202012Validator(schema, registry=registry, format_checker=FORMATS)


def valid_ninjs_extended(data: bytes, version: str = "3.1") -> None:
    """Valid to our published extension of the JSON Schema of the version."""
    _extended_schema(version).validate(json.loads(data))


SCHEMA_ORG = {
    "NewsArticle", "CreativeWork", "CorrectionComment", "Dataset", "DefinedTerm", "DonateAction", "EntryPoint", "Event",
    "GeoCoordinates", "ImageObject", "VideoObject", "AudioObject", "MediaObject", "JoinAction", "Offer", "Organization", "Person", "Place",
    "PropertyValue", "Quotation", "Role", "SubscribeAction", "Thing", "UnitPriceSpecification", "WebPage",
}  # fmt: skip


def valid_jsonld(data: bytes) -> None:
    """Plain JSON that can stand in a script; every object but the page's address has a type that schema.org has."""
    document = json.loads(data)
    waiting = [document]
    while waiting:
        part = waiting.pop()
        if isinstance(part, dict):
            assert part["@type"] in SCHEMA_ORG, part["@type"]
            assert all(value not in (None, "", [], {}) for value in part.values()), part
        waiting.extend(part.values() if isinstance(part, dict) else part if isinstance(part, list) else [])

    assert document["@context"] == "https://schema.org"
    assert document["@type"] == "NewsArticle"
    assert b"<" not in data


@cache
def nitf_schema() -> etree.XMLSchema:
    """NITF 3.6."""
    return etree.XMLSchema(file=str(shared(NITF)))


def valid_nitf(data: bytes) -> None:
    """Well-formed, and valid to the XSD."""
    nitf_schema().assertValid(etree.fromstring(data))
    second_validator(NITF).validate(data.decode().partition("?>")[2])


def valid_newsml_g2_nitf(data: bytes) -> None:
    """An item that is valid, with a body that is a valid document of NITF by itself."""
    valid_newsml_g2(data)
    for nitf in etree.fromstring(data).iter("{http://iptc.org/std/NITF/2006-10-18/}nitf"):
        nitf.tail = None
        valid_nitf(etree.tostring(nitf, encoding="utf-8", xml_declaration=True))


VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
ALLOWED = {
    "html", "head", "body", "meta", "title", "link", "style", "main", "article", "header", "footer", "section", "nav", "aside",
    "div", "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "table", "caption", "thead", "tbody",
    "tr", "th", "td", "blockquote", "figure", "figcaption", "img", "video", "audio", "pre", "hr", "br", "a", "span", "time",
    "data", "address", "em", "strong", "u", "s", "sub", "sup", "code", "q", "cite", "small", "ins", "del", "mark", "kbd", "b",
}  # fmt: skip


DATA = ("script", [("type", "application/ld+json")])
"""The one script that a page may hold: it is data and never runs."""


class _Strict(HTMLParser):
    """Every tag known, closed where it should be, no attribute that runs or fetches what it may not."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.headlines = 0
        self.data = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in ALLOWED or (tag, attrs) == DATA, (tag, attrs)
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

    def handle_data(self, data: str) -> None:
        if self.open[-1:] == ["script"]:
            self.data += data

    def handle_endtag(self, tag: str) -> None:
        assert self.open, tag
        assert tag == self.open.pop()


def valid_html(data: bytes) -> None:
    """A closed grammar: known elements, well nested, one headline, no script but one of data, no scheme but http, https and mailto."""
    text = data.decode()
    parser = _Strict()
    parser.feed(text)
    parser.close()

    assert parser.open == []
    assert parser.headlines == 1
    valid_jsonld(parser.data.encode())
    assert text.startswith("<!DOCTYPE html>")


def valid_text(data: bytes) -> None:
    """UTF-8 that ends in a line feed, without control characters."""
    text = data.decode()

    assert text.endswith("\n")
    assert not [character for character in text if ord(character) < 32 and character not in "\n\t"]


VARIANTS: dict[str, nm.Writer] = {
    "newsml-g2-message": NewsmlG2(document="message"),
    "newsml-g2-nitf": NewsmlG2(body="nitf"),
    "ninjs-extended": Ninjs(profile="extended"),
}
"""Codecs with other options than the registered ones; each is a format of its own to the laws."""

VALIDATORS: dict[str, Callable[[bytes], None]] = {
    "html": valid_html,
    "json": valid_json,
    "jsonld": valid_jsonld,
    "newsml-g2": valid_newsml_g2,
    "newsml-g2-message": valid_newsml_g2,
    "newsml-g2-nitf": valid_newsml_g2_nitf,
    "ninjs": valid_ninjs,
    "ninjs-extended": valid_ninjs_extended,
    "nitf": valid_nitf,
    "text": valid_text,
}


@pytest.mark.parametrize("name", sorted(VALIDATORS))
def test_a_broken_document_is_not_valid(name: str) -> None:
    """The validators can fail."""
    article = nm.Article(headline="Rain", body=[nm.Paragraph(content="It rained.")])
    document = VARIANTS[name].write(article).data if name in VARIANTS else nm.dumps(article, format=name)
    broken = {
        "html": document.replace(b"<p>", b"<p onclick='x'>", 1),
        "json": document.replace(b'"headline"', b'"headlien"'),
        "jsonld": document.replace(b'"NewsArticle"', b'"NewsArticel"'),
        "newsml-g2": document.replace(b"<headline", b"<headlien").replace(b"</headline", b"</headlien"),
        "newsml-g2-nitf": document.replace(b"<hl1", b"<hl0").replace(b"</hl1", b"</hl0"),
        "newsml-g2-message": document.replace(b"<sent>", b"<snet>").replace(b"</sent>", b"</snet>"),
        "ninjs": document.replace(b'"headlines"', b'"headliens"'),
        "ninjs-extended": document.replace(b'"headlines"', b'"headliens"'),
        "nitf": document.replace(b"<hl1", b"<hl0").replace(b"</hl1", b"</hl0"),
        "text": document + b"\x01",
    }[name]

    VALIDATORS[name](document)

    assert broken != document
    with pytest.raises((AssertionError, jsonschema.ValidationError, etree.DocumentInvalid)):
        VALIDATORS[name](broken)


@pytest.mark.parametrize(("name", "old", "new"), [
    ("newsml-g2", "headline>", "headlien>"), ("newsml-g2", "T00:00:00Z<", "<"), ("newsml-g2", '"ninat:text"', '"text"'),
    ("nitf", "hl1>", "hl0>"), ("nitf", "<p>", "<p when='now'>"), ("nitf", "<p>", "<tr/><p>"),
])  # fmt: skip
def test_each_validator_of_xml_finds_a_fault_alone(name: str, old: str, new: str) -> None:
    """A second validator that let everything pass would agree as well."""
    article = nm.Article(headline="Rain", body=[nm.Paragraph(content="It rained.")])
    document = nm.dumps(article, format=name).decode().partition("?>")[2]
    broken = document.replace(old, new)
    first, path = {"newsml-g2": (newsml_g2_schema(), NEWSML_G2), "nitf": (nitf_schema(), NITF)}[name]

    assert broken != document
    assert not first.validate(etree.fromstring(broken))
    assert not second_validator(path).is_valid(broken)
