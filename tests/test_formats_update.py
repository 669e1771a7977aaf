"""Edits written back into documents of every spelling that agencies use."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

import newsmodel as nm

ITEM = """<?xml version="1.0" encoding="{encoding}"?>
<!-- kept as it is -->
<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:example:1" version="3" standard="NewsML-G2" standardversion="2.9" conformance="power">
  <itemMeta>
    <itemClass qcode="ninat:text"/>
    <provider literal="Example Wire"/>
    <versionCreated>2026-03-04T05:06:07Z</versionCreated>
    <pubStatus qcode="stat:usable"/>
    <title>Ferries stop at ten</title>
    <x:desk xmlns:x="urn:example:desk">night</x:desk>
  </itemMeta>
  <contentMeta>
    <creator><name>Ada Brine</name></creator>
    <language tag="en"/>
    <headline>Ferries stop at ten</headline>
    <by>By Ada Brine</by>
  </contentMeta>
  <contentSet>
    {body}
  </contentSet>
</newsItem>
"""
XHTML = """<inlineXML contenttype="application/xhtml+xml" wordcount="9">
      <h:html xmlns:h="http://www.w3.org/1999/xhtml"><h:head><h:title>Ferries stop at ten</h:title></h:head><h:body>
        <h:p>The last <h:b>ferry</h:b> leaves at ten &amp; no later.</h:p>
        <!-- a break -->
        <h:p>Nobody objected.</h:p>
      </h:body></h:html>
    </inlineXML>"""
ESCAPED = """<inlineData contenttype="text/html">&lt;p&gt;The last &lt;b&gt;ferry&lt;/b&gt; leaves at ten &amp;amp; no later.&lt;/p&gt;
&lt;p&gt;Nobody objected.&lt;/p&gt;</inlineData>"""
CDATA = """<inlineData contenttype="text/html"><![CDATA[<p>The last <b>ferry</b> leaves at ten &amp; no later.</p>
<p>Nobody objected.</p>]]></inlineData>"""
PLAIN = """<inlineData contenttype="text/plain">The last ferry leaves at ten &amp; no later.

Nobody objected.</inlineData>"""
BODIES = {"xhtml": XHTML, "escaped": ESCAPED, "cdata": CDATA, "plain": PLAIN}


def document(body: str, encoding: str = "utf-8", line_end: str = "\n") -> bytes:
    return ITEM.format(encoding=encoding, body=BODIES[body]).replace("\n", line_end).encode(encoding)


def update(data: bytes, article: nm.Article, name: str = "newsml-g2") -> nm.Written:
    codec = nm.codec(name)
    assert isinstance(codec, nm.Updater)
    written = codec.update(data, article)
    assert article == codec.read(written.data).article
    return written


def read(data: bytes, name: str = "newsml-g2") -> nm.Article:
    return nm.codec(name).read(data).article


@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize(("encoding", "line_end"), [("utf-8", "\n"), ("utf-8", "\r\n"), ("utf-16", "\n"), ("iso-8859-1", "\n")])
def test_a_headline_changes_where_it_is_said(body: str, encoding: str, line_end: str) -> None:
    data = document(body, encoding, line_end)
    expected = data.decode(encoding).replace("stop at ten", "stop at &lt;nine&gt;")

    written = update(data, nm.evolve(read(data), headline="Ferries stop at <nine>"))

    assert expected.encode(encoding) == written.data


@pytest.mark.parametrize("body", BODIES)
def test_a_paragraph_changes_in_its_own_spelling(body: str) -> None:
    data = document(body)
    article = read(data)
    paragraph = nm.Paragraph(content="Somebody objected & left.")
    spelled = {"xhtml": b"Some", "escaped": b"Some", "cdata": b"Some", "plain": b"Some"}[body]
    ampersand = {"xhtml": b"&amp;", "escaped": b"&amp;amp;", "cdata": b"&amp;", "plain": b"&amp;"}[body]

    written = update(data, nm.evolve(article, body=(article.body[0], paragraph)))

    assert data.replace(b"Nobody objected.", spelled + b"body objected " + ampersand + b" left.") == written.data


@pytest.mark.parametrize(
    "before",
    [
        '<!DOCTYPE newsItem PUBLIC "-//The Echo//DTD a b//EN" "echo.dtd" [ <!-- ]> <p> --> <?echo ]> ?> ]>\n',
        "<!-- <headline>Ferries stop at ten</headline> -->\n",
        "<?echo <headline>Ferries stop at ten</headline> ?>\n",
    ],
)
def test_what_stands_before_the_root_is_no_part_of_the_tree(before: str) -> None:
    head, tag, item = document("cdata").replace(b"</p>]]>", b"</p><p>] ]] ]></p>]]>").partition(b"<newsItem")
    head += before.encode()
    data = head + tag + item

    written = update(data, nm.evolve(read(data), headline="No ferries"))

    assert head + tag + item.replace(b"Ferries stop at ten", b"No ferries") == written.data


def test_an_attribute_may_hold_the_end_of_a_tag() -> None:
    data = document("xhtml").replace(b"<h:p>", b"<h:p title='a>\"b' class = \"c>d'\">", 1)
    article = read(data)

    written = update(data, nm.evolve(article, body=(nm.Paragraph(content="No ferry."), *article.body[1:])))

    assert b"<h:p title='a>\"b' class = \"c>d'\">No ferry.</h:p>" in written.data


def test_what_an_encoding_lacks_is_a_character_reference() -> None:
    data = document("xhtml", "iso-8859-1")

    written = update(data, nm.evolve(read(data), headline="Břehy"))

    assert data.replace(b"Ferries stop at ten", b"B&#345;ehy") == written.data


@pytest.mark.parametrize(
    ("body", "tag"),
    [
        ("xhtml", b'<h:a href="https://paper.example/a?b=1&amp;c">objected</h:a>'),
        ("escaped", b"&lt;a href=&quot;https://paper.example/a?b=1&amp;amp;c&quot;&gt;objected&lt;/a&gt;"),
        ("cdata", b'<a href="https://paper.example/a?b=1&amp;c">objected</a>'),
    ],
)
def test_marks_and_links_are_written_in_the_names_of_the_document(body: str, tag: bytes) -> None:
    data = document(body)
    article = read(data)
    link = nm.Span(text="objected", href="https://paper.example/a?b=1&c")
    wanted = nm.evolve(article, body=(article.body[0], nm.Paragraph(content=nm.rich("Nobody ", link, "."))))

    written = update(data, wanted)

    assert data.replace(b"Nobody objected", b"Nobody " + tag) in (written.data, written.data.replace(b'"', b"&quot;")) or (
        data.replace(b"Nobody objected", b"Nobody " + tag.replace(b"&quot;", b'"')) == written.data
    )


def test_marks_cannot_be_put_into_plain_text() -> None:
    data = document("plain")
    article = read(data)
    bold = nm.Paragraph(content=nm.rich("Nobody ", nm.Span(text="objected", marks=["strong"]), "."))

    with pytest.raises(nm.UpdateRefused, match="crosses markup") as caught:
        update(data, nm.evolve(article, body=(article.body[0], bold)))

    assert caught.value.paths == ("/body/1/content",)


def test_markup_that_the_model_does_not_hold_is_not_rewritten() -> None:
    data = document("xhtml").replace(b"Nobody objected.", b'Nobody <h:span h:x="1" title="a hint">objected</h:span>.')
    article = read(data)
    bold = nm.Paragraph(content=nm.rich(nm.Span(text="Nobody objected", marks=["strong"]), "."))

    with pytest.raises(nm.UpdateRefused, match="crosses markup"):
        update(data, nm.evolve(article, body=(article.body[0], bold)))
    written = update(data, nm.evolve(article, body=(article.body[0], nm.Paragraph(content="Nobody objects."))))

    assert data.replace(b">objected<", b">objects<") == written.data


@pytest.mark.parametrize(
    ("body", "added"),
    [
        ("xhtml", b"\n        <h:p>Boats &amp; all.</h:p>"),
        ("escaped", b"\n&lt;p&gt;Boats &amp;amp; all.&lt;/p&gt;"),
        ("cdata", b"\n<p>Boats &amp; all.</p>"),
        ("plain", b"\n\nBoats &amp; all."),
    ],
)
def test_a_paragraph_is_added_and_removed_as_the_others_stand(body: str, added: bytes) -> None:
    data = document(body)
    article = read(data)
    longer = nm.evolve(article, body=(*article.body, nm.Paragraph(content="Boats & all.")))

    written = update(data, longer)

    assert data == written.data.replace(added, b"", 1)
    assert data == update(written.data, article).data


def test_what_is_absent_is_put_where_the_schema_wants_it() -> None:
    data = document("xhtml")
    moment = datetime(2026, 3, 5, tzinfo=UTC)

    written = update(data, nm.evolve(read(data), embargoed=moment, urgency=2))

    embargo, urgency = b"\n    <embargoed>2026-03-05T00:00:00+00:00</embargoed>", b"<urgency>2</urgency>\n    "
    assert data == written.data.replace(embargo, b"").replace(urgency, b"")
    assert written.data.index(b"versionCreated") < written.data.index(embargo) < written.data.index(b"<pubStatus")
    assert written.data.index(b"<contentMeta>") < written.data.index(urgency) < written.data.index(b"<creator>")


def test_a_vote_is_carried_in_a_foreign_document() -> None:
    data = document("xhtml")
    vote = nm.Vote(motion="to stop at ten", counts=[nm.Count(option="yes", value=9), nm.Count(option="no", value=4)])

    written = update(data, nm.evolve(read(data), votes=(vote,)))

    assert b'xmlns:nm="urn:newsmodel:1"' in written.data
    assert data == update(written.data, nm.evolve(read(written.data), votes=())).data


def test_several_changes_at_once() -> None:
    data = document("xhtml")
    article = read(data)
    wanted = nm.evolve(
        article, headline="Ferries stop at nine", version=4, status="withheld", keywords=["ferries"],
        byline_text="By Bo Reed", bylines=(nm.evolve(article.bylines[0], name="Bo Reed"),),
        body=(nm.Paragraph(content="It is settled."), article.body[0]),
    )  # fmt: skip

    written = update(data, wanted)

    assert b"<!-- kept as it is -->" in written.data
    assert b'<x:desk xmlns:x="urn:example:desk">night</x:desk>' in written.data
    assert b'version="4"' in written.data


def test_what_is_left_as_it_was_is_told() -> None:
    data = document("xhtml").replace(b"</contentSet>", PLAIN.encode() + b"</contentSet>")
    article = read(data)

    written = update(data, nm.evolve(article, body=(article.body[0], nm.Paragraph(content="Somebody objected."))))

    told = [(loss.path.rpartition("/")[2], loss.reason) for loss in written.stale]
    assert ("@wordcount", "was not computed again: '9'") in told


def test_values_that_hang_together_change_together_or_not_at_all() -> None:
    data = document("xhtml")
    article = read(data)  # who is named in the byline is one of the bylines, all others are known to the system only
    other = (nm.evolve(article.bylines[0], name="Bo Reed"),)

    with pytest.raises(nm.UpdateRefused) as caught:
        update(data, nm.evolve(article, byline_text="By Bo Reed"))
    written = update(data, nm.evolve(article, byline_text="By Bo Reed", bylines=other))

    assert caught.value.paths == ("/byline_text",)
    assert data.replace(b"Ada Brine", b"Bo Reed") == written.data


def test_a_file_is_updated_in_place_or_stays_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "story.xml"
    path.write_bytes(document("plain"))
    article = nm.load(path)

    written = nm.update(path, nm.evolve(article, headline="Ferries stop"))

    assert nm.load(path).headline == "Ferries stop"
    assert path.read_bytes() == written.data
    bold = nm.Paragraph(content=[nm.Span(text="Loud", marks=["strong"])])
    with pytest.raises(nm.UpdateRefused):
        nm.update(path, nm.evolve(nm.load(path), body=(bold,)))
    assert path.read_bytes() == written.data
    with pytest.raises(nm.UnknownFormat, match="'text' cannot be updated"):
        nm.update(path, article, format="text")


def test_a_publishers_page_is_refused() -> None:
    page = b"<!DOCTYPE html><html><head><title>Ferries</title></head><body><article><h1>Ferries</h1><p>They stop.</p></article></body></html>"

    with pytest.raises(nm.UpdateRefused, match="expected a page written by newsmodel"):
        update(page, nm.evolve(read(page, "html"), headline="Boats"), "html")


def test_the_page_around_an_article_of_ours_stays() -> None:
    article = nm.Article(headline="Ferries stop", language="en", body=[nm.Paragraph(content="They stop at ten.")])
    page = nm.dumps(article, format="html").replace(b"<main>", b"<nav><a href=/>All news</a></nav>\n<main>")

    written = update(page, nm.evolve(article, headline="Boats stop"), "html")

    assert page.replace(b"Ferries stop", b"Boats stop") == written.data


NINJS = """{
    "uri": "urn:example:2",
    "versioncreated": "2026-03-04T05:06:07Z",
    "headline": "Ferries stop at ten",
    "charcount": 44,
    "body_xhtml": "<p>The last <b>ferry<\\/b> leaves \\u2014 at ten.<\\/p>\\n<p>Nobody objected.<\\/p>",
    "x_desk": [1,  2,3]
}
"""


def test_json_is_edited_in_its_own_layout() -> None:
    data = NINJS.encode()
    article = read(data, "ninjs")
    wanted = nm.evolve(article, headline="Ferries “stop” at ten", language="en", urgency=3)

    written = update(data, wanted, "ninjs")

    assert b'"headline": "Ferries \\u201cstop\\u201d at ten"' in written.data
    assert b'\n    "urgency": 3' in written.data
    assert data == update(written.data, article, "ninjs").data


def test_html_in_json_is_edited_in_its_own_spelling() -> None:
    data = NINJS.encode()
    article = read(data, "ninjs")
    wanted = nm.evolve(article, body=(article.body[0], nm.Paragraph(content="Nobody objected & left.")))

    written = update(data, wanted, "ninjs")

    assert data.replace(b"objected.", b"objected &amp; left.") == written.data
    assert ["was not computed again: '44'"] == [loss.reason for loss in written.stale]


def test_of_a_message_the_item_with_the_id() -> None:
    item = document("xhtml").split(b"-->", 1)[1]
    other = item.replace(b"urn:example:1", b"urn:example:2").replace(b"Nobody", b"Somebody")
    message = b'<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header><sent>2026-03-04T05:06:07Z</sent></header><itemSet>' + item + other + b"</itemSet></newsMessage>"
    codec = nm.codec("newsml-g2")
    assert isinstance(codec, nm.Updater)
    wanted = nm.evolve(read(other), headline="Ferries stop at nine")

    written = codec.update(message, wanted)

    assert item in written.data
    assert written.data == message.replace(other, other.replace(b"Ferries stop at ten", b"Ferries stop at nine"))
    with pytest.raises(nm.UpdateRefused, match="found 2 articles, 0 of them with the id 'urn:example:3'"):
        codec.update(message, nm.evolve(wanted, id="urn:example:3"))


def test_a_value_that_was_repaired_is_refused() -> None:
    data = document("xhtml").replace(b"<pubStatus", b"<embargoed>2026-03-05T00:00:00+0100</embargoed>\n    <pubStatus")
    article = read(data)
    moment = datetime(2026, 3, 6, tzinfo=UTC)

    with pytest.raises(nm.UpdateRefused, match="/embargoed: the value was repaired or inferred on reading"):
        update(data, nm.evolve(article, embargoed=moment))
    assert b"<embargoed>" not in update(data, nm.evolve(article, embargoed=None)).data


def test_a_headline_that_was_taken_from_the_body_is_refused() -> None:
    body = XHTML.replace("<h:p>The", "<h:h1>Ferries stop at nine</h:h1><h:p>The").replace("<h:title>Ferries stop at ten</h:title>", "")
    data = document("xhtml").replace(XHTML.encode(), body.encode())
    data = data.replace(b"<headline>Ferries stop at ten</headline>", b"").replace(b"<title>Ferries stop at ten</title>", b"")
    article = read(data)

    assert article.headline == "Ferries stop at nine"
    with pytest.raises(nm.UpdateRefused, match="/headline: the value was repaired or inferred"):
        update(data, nm.evolve(article, headline="Boats"))


@pytest.mark.parametrize("value", ["[" * 5000, "[" * 5000 + "]" * 5000, "<div>" * 5000 + "x", "<p>a</p>" + "<b>" * 3000 + "x"])
def test_text_that_is_nested_deeply_is_a_text(value: str) -> None:
    document = {"uri": "urn:example:1", "standard": {"name": "ninjs", "version": "2.0"}, "headline": "Rain it is", "copyrightnotice": value}
    data = json.dumps(document).encode()

    written = update(data, nm.evolve(read(data, "ninjs"), headline="Rain it was"), "ninjs")

    assert data.replace(b"Rain it is", b"Rain it was") == written.data


@pytest.mark.parametrize("name", ["newsml-g2", "nitf", "ninjs", "jsonld", "json", "html"])
def test_many_changes_of_a_long_document(name: str) -> None:
    """Also where one of the changes needs another proposal than the first, so that not all can be made at once."""
    said = [f"Paragraph {number} says what ferry {number} did, " + "and what it did later, " * 20 for number in range(200)]
    paragraphs = [nm.Paragraph(content=one.strip()) for one in said]
    data = nm.dumps(nm.Article(id="urn:example:1", headline="Ferries", language="en", body=paragraphs), format=name)
    article = read(data, name)
    body = [nm.Paragraph(content=f"{one.strip()} in the end.") if number % 4 == 0 else article.body[number] for number, one in enumerate(said)]
    body.insert(10, nm.Paragraph(content="Something quite new."))
    del body[101]

    written = update(data, nm.evolve(article, body=body), name)

    assert data != written.data


def page(*paragraphs: str) -> bytes:
    return nm.dumps(nm.Article(headline="Ferries stop at ten", body=[nm.Paragraph(content=text) for text in paragraphs]), format="html")


def test_a_page_whose_lines_end_in_two_characters_is_updated() -> None:
    data = page("The last one leaves at ten.", "Nobody objected.").replace(b"\n", b"\r\n")
    article = read(data, "html")

    written = update(data, nm.evolve(article, body=(article.body[0], nm.Paragraph(content="Nobody objects."))), "html")

    assert data.replace(b"objected", b"objects") == written.data


@pytest.mark.parametrize(
    ("found", "instead", "reason"),
    [
        (b"<p>Nobody objected.</p>", b"<table><p>Nobody objected.</p></table>", "do not stand in each other as their tags do"),
        (b"<p>Nobody", b"<div>" * 300 + b"<p>Nobody", "at most 150 levels, found more"),
    ],
)
def test_what_cannot_be_located_is_refused(found: bytes, instead: bytes, reason: str) -> None:
    data = page("The last one leaves at ten.", "Nobody objected.").replace(found, instead)

    with pytest.raises(nm.UpdateRefused, match=reason) as caught:
        update(data, nm.evolve(read(data, "html"), headline="Ferries stop at nine"), "html")

    assert caught.value.paths == ("/headline",)


def test_several_votes_go_into_one_new_array() -> None:
    data = b'{"uri": "urn:example:1", "standard": {"name": "ninjs", "version": "3.1"}, "headlines": [{"value": "Ferries"}]}'
    votes = [nm.Vote(motion=motion, counts=[nm.Count(option="yes", value=3)]) for motion in ("One", "Another")]

    written = update(data, nm.evolve(read(data, "ninjs"), votes=votes), "ninjs")

    assert written.data.count(b'"bodies"') == 1


def test_all_subjects_are_replaced_in_the_array_of_the_document() -> None:
    subjects = b'[{"name": "Ships", "code": "a:1"}, {"name": "Ports", "code": "a:2"}]'
    data = b'{"uri": "urn:example:1", "standard": {"name": "ninjs", "version": "2.1"}, "subjects": ' + subjects + b', "x": [1]}'
    begin, end = data.split(subjects)

    written = update(data, nm.evolve(read(data, "ninjs"), subjects=[nm.Concept(name="Wind & weather")]), "ninjs")

    assert begin + b'[{"name": "Wind & weather"}]' + end == written.data


def test_empty_elements_deep_in_each_other_are_written_once() -> None:
    block: nm.Block = nm.List(items=[[]])
    for _ in range(20):
        block = nm.Quote(blocks=[block])
    data = page("Nobody objected.")
    article = read(data, "html")

    codec = nm.codec("html")
    assert isinstance(codec, nm.Updater)

    written = codec.update(data, nm.evolve(article, body=(*article.body, block)))

    assert written.data.count(b"<blockquote") == 20


def test_counts_of_a_text_that_did_not_change_are_not_stale() -> None:
    other = b'<inlineData contenttype="text/plain" wordcount="2">Another text.</inlineData>'
    data = document("xhtml").replace(b"</contentSet>", other + b"</contentSet>")
    article = read(data)

    written = update(data, nm.evolve(article, body=(article.body[0], nm.Paragraph(content="Nobody objects."))))

    assert ["/newsItem/contentSet/inlineXML/@wordcount"] == [loss.path for loss in written.stale]


def test_a_link_stays_one_and_its_file_is_updated(tmp_path: Path) -> None:
    story = tmp_path / "story.html"
    story.write_bytes(page("Nobody objected."))
    link = tmp_path / "link.html"
    link.symlink_to(story)

    nm.update(link, nm.evolve(nm.load(link), headline="Ferries stop at nine"))

    assert link.is_symlink()
    assert nm.load(story).headline == "Ferries stop at nine"


def test_what_the_format_cannot_hold_is_refused_with_its_reason() -> None:
    data = nm.codec("jsonld").write(nm.Article(headline="Rain", language="en")).data  # type: ignore[attr-defined]  # jsonld writes

    with pytest.raises(nm.UpdateRefused, match="/urgency: the format cannot hold it: schema.org has no place for urgency"):
        update(data, nm.evolve(read(data, "jsonld"), urgency=3), "jsonld")


def test_where_one_change_cannot_be_written_none_is_and_that_one_is_named() -> None:
    data = b'{"uri": "urn:example:1", "headline": "Rain", "body_text": "One.\\n\\nTwo."}'
    article = read(data, "ninjs")
    heading = nm.Heading(content="One.", level=2)

    with pytest.raises(nm.UpdateRefused) as caught:
        update(data, nm.evolve(article, headline="Snow", body=(heading, article.body[1])), "ninjs")

    assert ["/body/0"] == [problem.position.path for problem in caught.value.problems]
