"""NITF with damage: of ours, and of somebody else."""

from __future__ import annotations

import pytest

from newsmodel.errors import ReadError
from newsmodel.formats.nitf import Nitf
from tests.damage import unnoticed
from tests.test_formats_newsml_g2 import rich_article

CODEC = Nitf()
FOREIGN = """<nitf version="-//IPTC//DTD NITF 3.3//EN" change.date="June 10, 2005" change.time="19:30" uno="urn:x:1" baselang="en"><head>
<title id="t">Ferry saved</title><meta name="desk" content="home"/>
<tobject tobject.type="News"><tobject.property tobject.property.type="Current"/>
<tobject.subject tobject.subject.refnum="11001000" tobject.subject.type="Politics" tobject.subject.matter="Defence"/></tobject>
<docdata management-status="usable" management-doc-idref="urn:x:0"><correction info="Fare is 4."/><ed-msg msg-type="advisory" info="Hold."/>
<evloc city="Saltmarsh" county-dist="Fen" state-prov="East" iso-cc="GB"/><doc-id id-string="urn:x:2" regsrc="tide"/><doc-id id-string="7" regsrc="desk"/>
<urgency ed-urg="4"/><date.issue norm="20260304T100000Z"/><date.release norm="20260305T100000Z"/><date.expire norm="20260401"/><doc-scope scope="local"/>
<du-key key="FERRY" version="2"/><doc.copyright year="2026" holder="Tide"/><doc.rights owner="Tide" limitations="No archive" type="use"/>
<key-list><keyword key="boats"/></key-list><identified-content><person value="p:1">Ann Bell</person><org>Tide</org>
<location location-code="l:1"><city city-code="c:1">Saltmarsh</city><country iso-cc="GB">Britain</country></location>
<classifier type="topic" value="k:1">Transport</classifier></identified-content></docdata>
<pubdata type="web" ex-ref="https://tide.example/1" position.section="Local"/><revision-history name="abell" function="editor" norm="20260304T110000Z"/></head>
<body><body.head><hedline><hl1>Ferry saved</hl1><hl2 class="kicker">Saltmarsh</hl2><hl2>It sails on</hl2><hl2>Further</hl2></hedline>
<note noteclass="editorsnote"><p>Check.</p></note><note type="npa"><p>Call desk.</p></note><rights>All reserved <rights.owner>Tide</rights.owner>
<rights.limitations>None</rights.limitations></rights><byline>By <person value="p:1">Ann Bell</person><byttl>Editor, <org>Tide</org></byttl>
<location>Saltmarsh</location><virtloc>a@tide.example</virtloc></byline>
<distributor><org value="o:1">Tide</org>, <org>Wire</org></distributor><dateline><location>Saltmarsh</location>, <story.date norm="20260304">4 March</story.date></dateline>
<abstract><p>In short.</p></abstract></body.head><body.content>
<block><p>The <em class="bold">ferry</em> of <org>Tide</org> and <a href="https://tide.example/">more</a>, <num><frac><numer>1</numer><denom>2</denom></frac></num>.</p>
<hl2>Later</hl2><ul><li>one</li></ul><bq quote-source="https://tide.example/q"><block><p>Said.</p></block><credit>Ann</credit></bq>
<table><caption>Fares</caption><tr><th>a</th><td colspan="2">b</td></tr></table>
<media media-type="image"><media-reference source="https://tide.example/a.jpg" mime-type="image/jpeg" width="3" height="2" name="main" alternate-text="Quay"/>
<media-caption>The quay</media-caption><media-producer>Ann Bell</media-producer></media><pre>x</pre><hr/></block></body.content>
<body.end><tagline>Desk</tagline><bibliography>Books</bibliography></body.end></body></nitf>"""

MACHINERY = {"hl2/@class", "nitf/@version", "nitf/@change.date", "nitf/@change.time", "nitf/@nm:mapping", "title/@id", "tobject.subject/@tobject.subject.ipr"}
"""What says how a document is made."""
REDUNDANT = {
    "title", "body.head", "frac", "num", "rights.owner", "block", "tobject", "head", "person/@value", "tobject/@tobject.type",
    "date.issue", "urgency", "du-key", "doc.copyright", "date.release", "date.expire", "nitf/@baselang", "story.date", "story.date/@norm",
    "evloc", "pubdata", "article", "abstract", "caption", "alt-code/@idsrc", "doc.copyright/@holder", "doc.rights/@owner", "pubdata/@type",
    "meta", "meta/@content", "doc-id/@regsrc", "hl2/@nm:as", "org/@nm:as", "pubdata/@nm:as", "note/@type", "revision-history/@function", "location/@location-code", "media/@media-type",
}  # fmt: skip
"""What repeats another value, or may be said twice."""
ABSENCE = {"removed", "emptied", "repeated", "= ''"}


def is_excused(what: str) -> bool:
    where, _, damage = what.partition(" ")
    return where in MACHINERY or (where in REDUNDANT and damage in ABSENCE)


@pytest.mark.parametrize("document", [CODEC.write(rich_article()).data, FOREIGN.encode()], ids=["ours", "foreign"])
def test_no_damage_goes_unnoticed(document: bytes) -> None:
    silent, tried = unnoticed(CODEC, document, is_excused)

    assert tried > 500
    assert silent == []


def test_nesting_beyond_what_is_read_is_an_error_or_reported() -> None:
    for name in ("block", "bq", "note", "ul", "em", "person"):
        for depth in (10, 60, 240):
            body = f"<{name}>" * depth + "x" + f"</{name}>" * depth
            try:
                read = CODEC.read(f"<nitf><body><body.content>{body}</body.content></body></nitf>".encode())
            except ReadError as error:
                assert error.problems[0].position.line is not None
                continue
            assert "x" in read.article.text
