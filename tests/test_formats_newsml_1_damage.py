"""NewsML 1 with damage."""

from __future__ import annotations

import pytest

from newsmodel.errors import ReadError
from newsmodel.formats.newsml_1 import Newsml1
from tests.damage import unnoticed

CODEC = Newsml1()
DOCUMENT = """<NewsML Version="1.2"><Catalog Href="c.xml"/><NewsEnvelope><DateAndTime>20260304T100000Z</DateAndTime><Priority FormalName="4"/></NewsEnvelope>
<NewsItem><Identification><NewsIdentifier><ProviderId>tide.example</ProviderId><DateId>20260304</DateId><NewsItemId>7</NewsItemId>
<RevisionId PreviousRevision="1" Update="N">2</RevisionId><PublicIdentifier>urn:newsml:tide.example:20260304:7:2</PublicIdentifier></NewsIdentifier>
<NameLabel>ferry</NameLabel><Label><LabelType FormalName="desk"/><LabelText>Home</LabelText></Label></Identification>
<NewsManagement><NewsItemType FormalName="News"/><FirstCreated>20260304T090000Z</FirstCreated><ThisRevisionCreated>20260304T100000Z</ThisRevisionCreated>
<Status FormalName="Embargoed"/><StatusWillChange><FutureStatus FormalName="Usable"/><DateAndTime>20260305T060000Z</DateAndTime></StatusWillChange>
<Urgency FormalName="4"/><Instruction FormalName="hold"/><DerivedFrom NewsItem="urn:x:1"/><AssociatedWith NewsItem="urn:x:2"><Comment>See</Comment></AssociatedWith>
<Property FormalName="Slot" Value="1"/></NewsManagement>
<NewsComponent xml:lang="en"><Role FormalName="Main"/><Comment>Check the fare.</Comment>
<TopicSet><Topic Duid="t1"><TopicType FormalName="Company"/><FormalName>TIDE</FormalName><Description>Tide Ferries</Description></Topic></TopicSet>
<NewsLines><HeadLine>Ferry saved</HeadLine><SubHeadLine>It sails on</SubHeadLine><ByLine>By Ann Bell</ByLine><DateLine>Saltmarsh</DateLine>
<CreditLine>Tide Wire</CreditLine><SlugLine>FERRY</SlugLine><SeriesLine>Rivers</SeriesLine><CopyrightLine>Tide 2026</CopyrightLine><RightsLine>No archive</RightsLine>
<KeywordLine>boats; rivers</KeywordLine><NewsLine><NewsLineType FormalName="Advisory"/><NewsLineText>Hold.</NewsLineText></NewsLine></NewsLines>
<AdministrativeMetadata><FileName>f.xml</FileName><Provider><Party FormalName="Tide"/></Provider><Creator><Party FormalName="Ann Bell"/></Creator>
<Source><Party FormalName="Wire"/></Source><Contributor><Party FormalName="abell"/></Contributor></AdministrativeMetadata>
<RightsMetadata><Copyright><CopyrightHolder>Tide</CopyrightHolder><CopyrightDate>2026</CopyrightDate></Copyright>
<UsageRights><UsageType>Print</UsageType></UsageRights></RightsMetadata>
<DescriptiveMetadata><Language FormalName="en"/><Genre FormalName="Current"/><SubjectCode><SubjectMatter FormalName="11001000"/></SubjectCode>
<TopicOccurrence Topic="#t1"/><Location HowPresent="Origin"><Property FormalName="Country" Value="GB"/><Property FormalName="City" Value="Saltmarsh"/></Location>
<Property FormalName="Keyword" Value="boats"/></DescriptiveMetadata>
<NewsComponent Duid="photo0"><Role FormalName="Picture"/><NewsLines><HeadLine>Quay</HeadLine><CreditLine>Ann Bell</CreditLine></NewsLines>
<ContentItem Href="https://tide.example/a.jpg"><MediaType FormalName="Photo"/><MimeType FormalName="image/jpeg"/>
<Characteristics><SizeInBytes>9</SizeInBytes><Property FormalName="Width" Value="3"/></Characteristics></ContentItem>
<NewsComponent><Role FormalName="Caption"/><ContentItem><MediaType FormalName="Text"/><DataContent><p>The quay.</p></DataContent></ContentItem></NewsComponent>
</NewsComponent>
<NewsComponent><Role FormalName="Contact"/><ContentItem><DataContent>Call.</DataContent></ContentItem></NewsComponent>
<ContentItem><MediaType FormalName="Text"/><Format FormalName="NITF3.1"/><DataContent><nitf><body><body.head><byline>By Ann Bell</byline></body.head><body.content>
<p>The <em>ferry</em>.</p><media media-type="image"><media-reference source="#photo0"/></media></body.content></body></nitf></DataContent></ContentItem>
</NewsComponent></NewsItem></NewsML>"""

MACHINERY = {
    "NewsML/@Version", "Catalog/@Href", "Catalog", "NewsComponent/@Duid", "Topic/@Duid", "TopicType", "MediaType", "Format", "Catalog/@new",
    "NewsML", "NewsML/@new", "NewsEnvelope", "NewsEnvelope/@new", "Priority/@FormalName", "FormalName/@new", "TopicSet/@new", "TopicSet", "TopicType/@new", "MediaType/@new", "Format/@new",
    "DateAndTime/@new", "Priority", "Priority/@new", "MediaType/@FormalName", "Format/@FormalName", "TopicType/@FormalName", "media/@media-type", "FormalName",
}  # fmt: skip
"""What says how a document is made, or what kind its parts are, where they say so themselves."""
REDUNDANT = {
    "NewsML", "NewsEnvelope", "DateAndTime", "Priority", "Property", "ProviderId", "DateId", "NewsItemId", "RevisionId/@Update", "byline", "body.head",
    "Role", "ByLine", "Location/@HowPresent", "Property/@Value", "Role/@FormalName", "NewsComponent/@{http://www.w3.org/XML/1998/namespace}lang", "Language", "Status", "Topic", "TopicSet",
}  # fmt: skip
"""What repeats another value, or whose loss is told already."""
ABSENCE = {"removed", "emptied", "repeated", "= ''"}


def is_excused(what: str) -> bool:
    where, _, damage = what.partition(" ")
    return where in MACHINERY or (where in REDUNDANT and damage in ABSENCE) or damage == "repeated"


def test_no_damage_goes_unnoticed() -> None:
    silent, tried = unnoticed(CODEC, DOCUMENT.encode(), is_excused)

    assert tried > 500
    assert silent == []


@pytest.mark.parametrize("name", ["NewsComponent", "TopicSet", "Property"])
@pytest.mark.parametrize("depth", [10, 60, 240])
def test_nesting_is_read_or_an_error(name: str, depth: int) -> None:
    inner = f"<{name}>" * depth + f"</{name}>" * depth
    try:
        read = CODEC.read(f"<NewsML><NewsItem><NewsComponent>{inner}</NewsComponent></NewsItem></NewsML>".encode())
    except ReadError as error:
        assert error.problems[0].position.line is not None
    else:
        assert read.article.headline == ""
