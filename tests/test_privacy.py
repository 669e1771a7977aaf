"""What was not public in a real document reaches no format for readers (law 8 of the contract, on samples).

The test reads what is private and what is public off the article by itself, without the code that the writers use for it.
"""

import io
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import attrs
import lxml.html
import pytest

import newsmodel as nm
from newsmodel import registry, walk
from tests.data import ROOT, shared

SAMPLES = sorted(path for path in (ROOT / "agency").rglob("*") if path.is_file() and path.suffix != ".csv")
END = "\n"
"""What divides texts that do not belong together."""
FOR_READERS = [codec for name in ("html", "text", "jsonld") if isinstance(codec := nm.codec(name), nm.Writer)]

CONTACT = re.compile(r"[\w.+-]+@[\w.-]+\w|\(?\+?\d[\d ()/.-]{6,}\d")
"""An e-mail address or a telephone number."""
RUN = 5
"""How many words in a row are taken for words of a private text; a shorter text is taken as a whole."""


def reads(path: Path) -> list[nm.Read]:
    """The articles of a sample; none where it holds none, or is broken."""
    data = path.read_bytes()
    try:
        return list(registry.recognise(data, path.name).read_each(io.BytesIO(data)))
    except nm.NewsmodelError:
        return []


def private_parts(article: nm.Article) -> Iterator[str]:
    """The names and addresses of contributors, and the words of labels that are not public."""
    for byline in article.contributors:
        yield from filter(None, [byline.name, byline.email, byline.id, byline.url, *byline.same_as])
    for _, part in walk.visit(article):
        if isinstance(part, nm.Label) and not part.public:
            text = walk.plain_text(part.content)
            words = text.split()
            yield from (" ".join(words[at : at + RUN]) for at in range(max(1, len(words) - RUN + 1)))
            yield from CONTACT.findall(text)


def public_parts(value: Any) -> Iterator[str]:
    """Every text of an article that is for readers, rich text as readers see it."""
    if isinstance(value, nm.Label) and not value.public:
        return
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        if value and all(isinstance(run, (str, nm.Span)) for run in value):
            yield walk.plain_text(value)
        for member in value:
            yield from public_parts(member)
    elif attrs.has(type(value)):
        for field in attrs.fields(type(value)):
            if field.name != "contributors":
                yield from public_parts(getattr(value, field.name))


def shown(codec: nm.Writer, data: bytes) -> Iterator[str]:
    """Every text in a document, hidden ones and those of attributes and data too."""
    if codec.name == "text":
        yield from data.decode().splitlines()
    elif codec.name == "jsonld":
        yield from _strings(json.loads(data))
    else:
        page = lxml.html.document_fromstring(data.decode().encode("utf-16"))
        for element in page.iter():
            if element.tag == "script":
                yield from _strings(json.loads(element.text or "null"))
            elif element.tag != "style":
                yield from element.attrib.values()
                yield from (element.text or "", element.tail or "")
        for block in page.iter("p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "figcaption", "dd"):
            yield block.text_content()


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        value = [*value, *value.values()]
    if isinstance(value, list):
        for member in value:
            yield from _strings(member)
    elif value is not None:
        yield str(value)


def held(words: Iterable[str], texts: Iterable[str]) -> set[str]:
    """Which of these words stand in one of the texts, whatever white space is between them."""
    all_texts = END.join(" ".join(text.split()) for text in texts)
    return {one for one in words if re.search(rf"(?<!\w){re.escape(' '.join(one.split()))}(?!\w)", all_texts)}


def secrets(article: nm.Article) -> set[str]:
    """The private words that stand in no public part."""
    words = set(private_parts(article))
    return words - held(words, public_parts(article))


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: str(path.relative_to(ROOT / "agency")))
def test_nothing_private_reaches_readers(sample: Path) -> None:
    for read in reads(sample):
        hidden = secrets(read.article)
        for codec in FOR_READERS if hidden else ():
            assert set() == held(hidden, shown(codec, codec.write(read.article).data)), codec.name


def test_the_samples_hold_what_is_private() -> None:
    """Else the test above would prove nothing: logins and names, notes, e-mail addresses and telephone numbers in them."""
    shared("agency")
    hidden = [words for sample in SAMPLES for read in reads(sample) for words in secrets(read.article)]

    assert len(hidden) > 3000
    assert len([words for words in hidden if "@" in words]) > 300
    assert len([words for words in hidden if CONTACT.fullmatch(words) and "@" not in words]) > 100


@pytest.mark.parametrize("codec", FOR_READERS, ids=lambda codec: codec.name)
def test_a_leak_would_be_seen(codec: nm.Writer) -> None:
    """The same words, once private and once for readers, in each place where they may stand."""
    note = nm.Label(content=["Call Ida Moreno on ", nm.Span(text="555 0142", marks=["strong"]), " before use."], public=False)
    told = nm.Article(headline="Rain", body=[nm.Paragraph(content=note.content)], bylines=[nm.Byline(name="jdesk-17")])
    hidden = nm.Article(headline="Rain", notes=[note], contributors=[nm.Byline(name="jdesk-17", email="ida@harbour-post.example")])

    words = secrets(hidden)
    assert {"Call Ida Moreno on 555", "on 555 0142 before use.", "555 0142", "jdesk-17", "ida@harbour-post.example"} <= words
    assert words - {"ida@harbour-post.example"} == held(words, shown(codec, codec.write(told).data))
    assert set() == held(words, shown(codec, codec.write(hidden).data))


G2 = """<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:example:7" version="1" standard="NewsML-G2">
<itemMeta><itemClass qcode="ninat:text"/><provider literal="Coast Wire"/><versionCreated>2026-03-04T10:00:00Z</versionCreated>
<pubStatus qcode="stat:usable"/><edNote>Not before 7 pm. Ask Ida Moreno.</edNote><edNote>1700</edNote></itemMeta>
<contentMeta><by>{by}</by><genre literal="sum"><name>Summary</name></genre><headline>Rain</headline></contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body>{body}</body></html>
</inlineXML></contentSet></newsItem>"""
NITF = "<nitf><body><body.head><hedline><hl1>Rain</hl1></hedline><byline>{by}</byline></body.head></body></nitf>"
NEWSML_1 = """<NewsML Version="1.2"><NewsItem><NewsComponent><NewsLines><HeadLine>Rain</HeadLine><ByLine>{by}</ByLine></NewsLines>
<ContentItem><DataContent><p>It rained.</p></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>"""


def paragraphs(body: str) -> list[str]:
    article = nm.loads(G2.format(by="Ann Bell", body=body), format="newsml-g2")
    assert ["Not before 7 pm. Ask Ida Moreno.", "1700"] == [walk.plain_text(note.content) for note in article.notes]
    return [walk.plain_text(block) for block in article.body]


class TestNotesThatTheBodyRepeats:
    @pytest.mark.parametrize(
        "header",
        [
            "<p>Not before 7 pm. Ask Ida Moreno.</p>",
            "<strong>Not before 7 pm. Ask  Ida Moreno.</strong>",
            "<div><p><b>Not before 7 pm.</b> <i>Ask Ida Moreno.</i></p></div>",
            "<p>Summary<span> - 1700</span></p>",
            "<p>1700</p>",
        ],
    )
    def test_are_no_part_of_it_where_they_stand_in_its_header(self, header: str) -> None:
        assert ["It rained."] == paragraphs(f"<header>{header}</header><p>It rained.</p>")

    @pytest.mark.parametrize(
        ("body", "expected"),
        [
            ("<header><p>Rain by <b>1700</b> o'clock</p></header>", "Rain by 1700 o'clock"),
            ("<header><p>Summary - 1800</p></header>", "Summary - 1800"),
            ("<p>1700</p>", "1700"),
            ("<p>Not before 7 pm. Ask Ida Moreno.</p>", "Not before 7 pm. Ask Ida Moreno."),
        ],
    )
    def test_anything_else_is_for_readers(self, body: str, expected: str) -> None:
        assert [expected, "It rained."] == paragraphs(f"{body}<p>It rained.</p>")

    def test_what_we_wrote_is_left_as_it_is(self) -> None:
        note = nm.Label(content="Ask Ida Moreno.", public=False)
        article = nm.Article(headline="Rain", notes=[note], body=[nm.Paragraph(content="Ask Ida Moreno.")])

        assert article == nm.loads(nm.dumps(article, format="newsml-g2"))


class TestInitials:
    @pytest.mark.parametrize("document", [G2.replace("{body}", "<p>It rained.</p>"), NITF, NEWSML_1], ids=["g2", "nitf", "newsml-1"])
    @pytest.mark.parametrize("by", ["ab/cd", "ab/cde/f", "öl/äx"])
    def test_are_known_to_the_system_only(self, document: str, by: str) -> None:
        article = nm.loads(document.format(by=by))

        assert (None, [by]) == (article.byline_text, [contributor.name for contributor in article.contributors])

    @pytest.mark.parametrize("document", [G2.replace("{body}", "<p>It rained.</p>"), NITF, NEWSML_1], ids=["g2", "nitf", "newsml-1"])
    @pytest.mark.parametrize("by", ["Ann Bell", "Ann Bell/Bo Li", "AFP/dpa", "ann/louise", "ab", "ab/1", "ab/"])
    def test_any_other_line_is_as_published(self, document: str, by: str) -> None:
        article = nm.loads(document.format(by=by))

        assert (by, ()) == (article.byline_text, article.contributors)

    @pytest.mark.parametrize("codec", [codec for codec in nm.codecs() if isinstance(codec, nm.Writer)], ids=lambda codec: codec.name)
    def test_what_we_wrote_is_left_as_it_is(self, codec: nm.Writer) -> None:
        article = nm.Article(headline="Rain", byline_text="ab/cde", body=[nm.Paragraph(content="It rained on the harbour all night.")])
        written = codec.write(article)

        assert nm.patch(article, written.losses) == codec.read(written.data).article


ADVISORY = '<note noteclass="editorsnote" type="npa"><body.content><p>Ring <em>Ida Moreno</em>.</p></body.content></note>'
TEXT = f"<body><body.content><p>It rained.</p>{ADVISORY}<block><p>It snowed.</p>{ADVISORY}</block></body.content></body>"
ADVISED = {
    "nitf": f"<nitf>{TEXT}</nitf>",
    "newsml-g2": G2.format(by="", body="").replace('<html xmlns="http://www.w3.org/1999/xhtml"><body></body></html>', f"<nitf>{TEXT}</nitf>"),
    "newsml-1": NEWSML_1.format(by="Ann Bell").replace("<p>It rained.</p>", f"<nitf>{TEXT}</nitf>"),
    "ninjs": json.dumps(
        {
            "uri": "urn:example:7",
            "standard": {"name": "ninjs", "version": "3.1"},
            "bodies": [{"contentType": "application/nitf+xml", "value": f"<nitf>{TEXT}</nitf>"}],
        }
    ),
}


class TestAdvisories:
    """NITF 3.6, `note/@type`: "npa", a non-publishable advisory, wherever NITF stands."""

    @pytest.mark.parametrize("format", ADVISED)
    def test_in_a_text_are_notes_and_not_for_readers(self, format: str) -> None:
        article = nm.loads(ADVISED[format], format=format)

        assert "It rained. It snowed." == " ".join(article.text.split())
        assert nm.Label(content=["Ring ", nm.Span(text="Ida Moreno", marks=["emphasis"]), "."], role="editorial", public=False) in article.notes

    @pytest.mark.parametrize("format", ADVISED)
    def test_that_may_be_published_stay_in_the_text(self, format: str) -> None:
        article = nm.loads(ADVISED[format].replace("npa", "pa"), format=format)

        assert "It rained. Ring Ida Moreno. It snowed. Ring Ida Moreno." == " ".join(article.text.split())
