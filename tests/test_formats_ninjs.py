"""The ninjs codec: what is written where, what other people's documents give, what is reported."""

import json
from datetime import datetime, timezone
from decimal import Decimal
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given

import newsmodel as nm
from newsmodel import formats
from newsmodel.formats.ninjs import Ninjs, extended_schema
from newsmodel.strategies import articles
from tests.laws.test_validity import valid_ninjs, valid_ninjs_extended

CODEC = Ninjs()
NOON = "2026-03-04T12:00:00+01:00"


def written(article: nm.Article, version: str = "3.1") -> dict[str, Any]:
    document: dict[str, Any] = json.loads(Ninjs(version=version).write(article).data)
    return document


def read(document: object) -> nm.Read:
    return CODEC.read(json.dumps(document, ensure_ascii=False).encode())


def item(**keys: object) -> dict[str, Any]:
    return {"uri": "urn:example:1", "headlines": [{"role": "main", "value": "Rain"}], **keys}


def story(**fields: Any) -> nm.Article:
    return nm.Article(id="urn:example:1", headline="Rain", **fields)


def canonical(article: nm.Article) -> bytes:
    return nm.dumps(article, format="json", on_loss="raise")


class TestLawsOfTheOtherVersions:
    @pytest.mark.parametrize("codec", [Ninjs(version="2.2"), Ninjs(version="1.6"), Ninjs(version="2.2", profile="extended")], ids=str)
    @given(article=articles())
    def test_round_trip_stability_and_validity(self, codec: Ninjs, article: nm.Article) -> None:
        valid = valid_ninjs if codec.profile == "strict" else valid_ninjs_extended

        done = codec.write(article)
        back = codec.read(done.data)

        valid(done.data, codec.version)
        assert canonical(article) == canonical(back.article)
        assert ((), ()) == (done.losses, back.losses)
        assert done.data == codec.write(back.article).data

    def test_text_that_looks_like_markup_is_said_to_be_text(self) -> None:
        article = story(summary="<p>x <font>y</font></p>", credit="<b>", titles=[nm.Label(content="<p><font>", role="seo")])

        document = written(article, "1.6")

        assert "<p>x <font>y</font></p>" == document["description_summary_text"]
        assert nm.Read(article=article) == read(document)

    @pytest.mark.parametrize(
        ("label", "key"),
        [
            (nm.Label(content=nm.rich("very ", nm.Span(text="wet", marks=["strong"])), role="seo"), "headline_seo_html"),
            (nm.Label(content="a < b", role="seo"), "headline_seo_text"),
            (nm.Label(content="wet", role="seo"), "headline_seo"),
        ],
    )
    def test_the_key_of_a_text_says_whether_it_is_markup(self, label: nm.Label, key: str) -> None:
        article = story(titles=[label])

        document = written(article, "1.6")

        assert key in document
        assert nm.Read(article=article) == read(document)

    def test_a_role_that_makes_no_key_is_kept_all_the_same(self) -> None:
        article = story(titles=[nm.Label(content="wet", role="for the page/2")])

        document = written(article, "1.6")

        assert not [key for key in document if "page/2" in key]
        assert nm.Read(article=article) == read(document)

    @pytest.mark.parametrize("key", ["standard", "$standard"])
    @pytest.mark.parametrize(("version", "word"), [("1.3", "embargoed"), ("2.1", "embargoed"), ("3.0", "embargoedUntil")])
    def test_an_update_speaks_the_version_that_the_document_states(self, key: str, version: str, word: str) -> None:
        document = json.dumps(item(**{key: {"name": "ninjs", "version": version}})).encode()
        article = nm.evolve(read(json.loads(document)).article, embargoed=datetime.fromisoformat(NOON))

        updated = CODEC.update(document, article).data

        assert NOON == json.loads(updated)[word]

    def test_no_other_version_is_written(self) -> None:
        with pytest.raises(ValueError, match="version"):
            Ninjs(version="4.0")

    def test_an_indented_document_says_the_same(self) -> None:
        plain = CODEC.write(story())
        indented = Ninjs(indent=2).write(story())

        assert b'\n  "uri"' in indented.data
        assert json.loads(plain.data) == json.loads(indented.data)


NATIVE: list[tuple[nm.Article, dict[str, Any]]] = [
    (story(kicker="Weather", standfirst="It rained."), {"headlines": [
        {"role": "main", "value": "Rain"}, {"role": "kicker", "value": "Weather"},
        {"role": "subheadline", "contentType": "text/plain", "value": "It rained."}]}),
    (story(titles=[nm.Label(content="Wet", role="social")]), {"headlines": [
        {"role": "main", "value": "Rain"}, {"role": "social", "contentType": "text/plain", "value": "Wet"}]}),
    (story(created=datetime.fromisoformat(NOON), updated=datetime.fromisoformat(NOON)), {"firstCreated": NOON, "versionCreated": NOON}),
    (story(embargoed=datetime.fromisoformat(NOON), status="withheld", urgency=2, version=3),
     {"embargoedUntil": NOON, "pubStatus": "withheld", "urgency": 2, "version": "3"}),
    (story(bylines=[nm.Byline(name="Ida Moreno", role="author", email="ida@post.example")], byline_text="By Ida Moreno"),
     {"by": "By Ida Moreno", "people": [{"name": "Ida Moreno", "rel": "author",
                                        "contactInfo": [{"type": "email", "value": "ida@post.example"}]}]}),
    (story(contributors=[nm.Byline(name="jdesk")]), {"people": [{"name": "jdesk", "rel": "contributor"}]}),
    (story(bylines=[nm.Byline(name="Coast Wire", kind="organization")]), {"organisations": [{"name": "Coast Wire", "rel": "creator"}]}),
    (story(credit="Coast Wire", dateline="PORT LORNE, March 4"), {"descriptions": [
        {"role": "creditline", "value": "Coast Wire"}, {"role": "dateline", "value": "PORT LORNE, March 4"}]}),
    (story(subjects=[nm.Concept(name="Buses", code="b:1", uri="http://codes.example/b1", rel="about", relevance=80), nm.Concept(name="Ida", type="person")]),
     {"subjects": [{"name": "Buses", "uri": "http://codes.example/b1", "literal": "b:1", "rel": "about", "relevance": 80}],
      "people": [{"name": "Ida"}]}),
    (story(sections=[nm.Concept(name="Local")], keywords=["bus"]), {"subjects": [{"name": "Local", "rel": "section"}, {"name": "bus", "rel": "keyword"}]}),
    (story(located=[nm.Concept(name="Port Lorne", position=nm.Coordinates(latitude=Decimal("54.25"), longitude=Decimal("-3.5")))]),
     {"located": "Port Lorne", "places": [{"name": "Port Lorne", "rel": "located", "geoJSON": {"type": "Point", "coordinates": [-3.5, 54.25]}}]}),
    (story(rights=nm.Rights(holder=nm.Concept(name="Post"), notices=[nm.Label(content="© Post")], terms=[nm.Label(content="Print only")], url="https://post.example/terms")),
     {"copyrightHolder": "Post", "copyrightNotice": "© Post", "usageTerms": "Print only", "rightsInfo": {"linkedRights": "https://post.example/terms"}}),
    (story(url="https://post.example/rain", identifiers=[nm.Identifier(value="7", scheme="desk")]),
     {"altIds": [{"role": "canonical", "value": "https://post.example/rain"}, {"role": "desk", "value": "7"}]}),
    (story(links=[nm.Link(href="https://post.example/sun", title="Sun", rel="derivedFrom")]),
     {"associations": [{"name": "link1", "rel": "derivedFrom", "uri": "https://post.example/sun", "headlines": [{"role": "main", "value": "Sun"}]}]}),
    (story(lead=nm.Figure(media=nm.Media(renditions=[nm.Rendition(href="https://post.example/a.jpg", width=600)]), caption=nm.Caption(content="The bus", credit="Photo: Vale"))),
     {"associations": [{"name": "lead", "uri": "https://post.example/a.jpg", "type": "picture", "descriptions": [
         {"role": "caption", "contentType": "text/plain", "value": "The bus"}, {"role": "creditline", "value": "Photo: Vale"}],
         "renditions": [{"name": "rendition1", "href": "https://post.example/a.jpg", "width": 600}]}]}),
    (story(notes=[nm.Label(content="Photos follow", public=False)], slug="rain", publisher=nm.Concept(name="Post"),
           sources=[nm.Concept(name="Coast Wire", rel="origin")], genres=[nm.Concept(name="Report")], language="en"),
     {"edNote": "Photos follow", "slugline": "rain", "organisations": [{"name": "Post", "rel": "publisher"}],
      "infoSources": [{"name": "Coast Wire", "role": "origin"}], "genres": [{"name": "Report"}], "language": "en"}),
]  # fmt: skip


class TestWhatNinjsSays:
    @pytest.mark.parametrize(("article", "keys"), NATIVE)
    def test_is_written_in_its_own_words_without_carriers(self, article: nm.Article, keys: dict[str, Any]) -> None:
        document = written(article)

        assert keys == {key: document[key] for key in keys}
        assert "bodies" not in document

    @pytest.mark.parametrize(("article", "keys"), NATIVE)
    def test_is_read_back(self, article: nm.Article, keys: dict[str, Any]) -> None:
        assert nm.Read(article=article) == read(item(**keys))

    def test_the_body_is_html_and_plain_text(self) -> None:
        body = [nm.Paragraph(content=("It ", nm.Span(text="rained", marks=["strong"]))), nm.Heading(content="Then", level=1)]

        assert [
            {"role": "html", "contentType": "text/html", "value": "<p>It <strong>rained</strong></p>\n<h1>Then</h1>"},
            {"role": "text", "contentType": "text/plain", "value": "It rained\n\nThen"},
        ] == written(story(body=body))["bodies"]

    @pytest.mark.parametrize("level", [1, 3])
    def test_a_first_heading_that_repeats_the_headline_is_kept(self, level: int) -> None:
        article = story(body=[nm.Heading(content="Rain", level=level), nm.Heading(content="Rain", level=level)])

        document = written(article)

        assert f'<h{level} data-nm-level="{level}">Rain</h{level}>\n<h{level}>Rain</h{level}>' == document["bodies"][0]["value"]
        assert nm.Read(article=article) == read(document)

    def test_a_uri_is_made_up_and_reads_back_as_absent(self) -> None:
        done = CODEC.write(nm.Article(headline="Rain"))

        assert ["uri"] == [filled.name for filled in done.filled]
        assert done.filled[0].value == json.loads(done.data)["uri"]
        assert CODEC.read(done.data).article.id is None


class TestCarriers:
    def test_hold_votes_and_appeals_as_json_strings(self) -> None:
        vote = nm.Vote(motion="To adjourn", counts=[nm.Count(option="yes", value=5)])
        appeal = nm.DonationAppeal(heading="Support us")

        vote_body, appeal_body = written(story(votes=[vote], appeals=[appeal]))["bodies"]

        assert ("nm:vote", "application/vnd.newsmodel.vote+json") == (vote_body["role"], vote_body["contentType"])
        assert {"motion": "To adjourn", "counts": [{"option": "yes", "value": 5}]} == json.loads(vote_body["value"])
        assert {"heading": "Support us"} == json.loads(appeal_body["value"])

    def test_details_repeat_what_they_complement_and_add_only_the_rest(self) -> None:
        (body,) = written(story(bylines=[nm.Byline(name="Ida", job_title="editor")], access="free"))["bodies"]

        assert [
            {"path": "/bylines/0", "of": {"name": "Ida"}, "value": {"job_title": "editor"}}, {"path": "/access", "value": "free"},
        ] == json.loads(body["value"])  # fmt: skip

    def test_a_detail_counts_only_while_it_matches(self) -> None:
        document = written(story(bylines=[nm.Byline(name="Ida", job_title="editor"), nm.Byline(name="Bo", job_title="cook")]))
        document["people"][0]["name"] = "Ada"

        back = read(document)

        assert (nm.Byline(name="Ada"), nm.Byline(name="Bo", job_title="cook")) == back.article.bylines
        assert ["/bodies/0/value"] == [loss.path for loss in back.losses]
        assert "/bylines/0" in back.losses[0].reason

    def test_what_no_entry_says_keeps_its_place(self) -> None:
        links = [nm.Link(href="/a"), nm.Link(href="https://post.example/b"), nm.Link(href="/c")]

        assert 1 == len(written(story(links=links))["associations"])
        assert tuple(links) == CODEC.read(CODEC.write(story(links=links)).data).article.links

    @pytest.mark.parametrize("value", [
        "{", "[1]", '[{"path": 1, "value": 2}]', '[{"path": "/body", "value": []}]', '[{"path": "/links/9", "value": {}}]',
        '[{"path": "/headline", "value": 3}]', '[{"path": "", "value": 3}]', '[{"path": "/urgency/0/x", "value": 3}]',
        '[{"path": "/rights/x/y", "of": 1, "value": 3}]', '[{"path": "/urgency", "value": 77}]', '[{"path": "/links/x", "value": 3}]',
    ])  # fmt: skip
    def test_a_bad_one_is_reported_and_harms_nothing_else(self, value: str) -> None:
        back = read(item(bodies=[{"role": "nm:details", "value": value}]))

        assert story() == back.article
        assert ["/bodies/0/value"] == [loss.path for loss in back.losses]

    @pytest.mark.parametrize("value", ["{}", "null", "[]"])
    @pytest.mark.parametrize("role", ["nm:vote", "nm:appeal"])
    def test_a_bad_vote_or_appeal_is_reported(self, role: str, value: str) -> None:
        back = read(item(bodies=[{"role": role, "value": value}]))

        assert story() == back.article
        assert ["/bodies/0/value"] == [loss.path for loss in back.losses]


FACTS = story(
    bylines=[nm.Byline(name="Ida", job_title="editor")],
    votes=[nm.Vote(motion="To adjourn", counts=[nm.Count(option="yes", value=5)])],
    appeals=[nm.DonationAppeal(heading="Support us")],
)


class TestTheExtendedProfile:
    @pytest.mark.parametrize("version", ["3.1", "2.2"])
    def test_holds_votes_appeals_and_details_as_plain_json(self, version: str) -> None:
        codec = Ninjs(profile="extended", version=version)

        document = json.loads(codec.write(FACTS).data)

        assert {
            "votes": [{"motion": "To adjourn", "counts": [{"option": "yes", "value": 5}]}],
            "appeals": [{"heading": "Support us"}],
            "details": [{"path": "/bylines/0", "of": {"name": "Ida"}, "value": {"job_title": "editor"}}],
        } == document["newsmodel"]
        assert "bodies" not in document
        assert extended_schema(version)["$id"] == document["standard"]["schema"]

    def test_is_read_by_any_codec_of_ninjs(self) -> None:
        documents = [Ninjs(profile=profile).write(FACTS).data for profile in ("strict", "extended")]

        assert [nm.Read(article=FACTS)] * 2 == [CODEC.read(document) for document in documents]
        assert [FACTS] * 2 == [nm.loads(document) for document in documents]

    def test_is_not_valid_to_the_strict_schema_where_it_holds_facts(self) -> None:
        written = Ninjs(profile="extended").write(FACTS).data

        valid_ninjs_extended(written)
        with pytest.raises(jsonschema.ValidationError, match="newsmodel"):
            valid_ninjs(written)
        valid_ninjs(Ninjs(profile="extended").write(story()).data)

    @pytest.mark.parametrize(("extension", "error"), [
        ({"votes": [{"motion": "To adjourn"}]}, "valid under any"), ({"votes": [{"yes": 5}]}, "Additional|unexpected"), ({"votes": []}, "non-empty|short"),
        ({"details": [{"path": "/access"}]}, "value"), ({"details": [{"path": "access", "value": 1}]}, "match"), ({"polls": []}, "polls"), ({}, "propert"),
    ])  # fmt: skip
    def test_its_schema_refuses_what_is_no_fact(self, extension: object, error: str) -> None:
        with pytest.raises(jsonschema.ValidationError, match=error):
            valid_ninjs_extended(json.dumps({"uri": "urn:example:1", "newsmodel": extension}).encode())

    def test_its_schema_refuses_other_members(self) -> None:
        with pytest.raises(jsonschema.ValidationError, match="own"):
            valid_ninjs_extended(b'{"uri": "urn:example:1", "own": 1}')

    @pytest.mark.parametrize(("extension", "path"), [
        ({"votes": [{}]}, "/newsmodel/votes/0"), ({"appeals": ["x"]}, "/newsmodel/appeals/0"), ({"votes": [None]}, "/newsmodel/votes/0"),
        ({"details": [{"path": "/links/9", "value": {}}]}, "/newsmodel/details/0"), ({"details": [3]}, "/newsmodel/details/0"),
        ({"polls": [{"x": 1}]}, "/newsmodel/polls"), ("x", "/newsmodel"), ([{"votes": 1}], "/newsmodel"), ({"votes": {"a": 1}}, "/newsmodel/votes"),
    ])  # fmt: skip
    def test_what_is_bad_in_it_is_reported_and_harms_nothing_else(self, extension: object, path: str) -> None:
        back = read(item(newsmodel=extension))

        assert story() == back.article
        assert [path] == [loss.path for loss in back.losses]

    @pytest.mark.parametrize("version", ["3.1", "2.2"])
    def test_an_update_keeps_it(self, version: str) -> None:
        original = Ninjs(profile="extended", version=version).write(FACTS).data
        edited = nm.evolve(FACTS, votes=[*FACTS.votes, nm.Vote(motion="To go on", result="passed")])

        updated = CODEC.update(original, edited).data

        valid_ninjs_extended(updated, version)
        assert nm.Read(article=edited) == CODEC.read(updated)
        assert 2 == len(json.loads(updated)["newsmodel"]["votes"])

    @pytest.mark.parametrize("version", ["3.1", "2.2"])
    def test_its_schema_is_shipped_as_a_file(self, version: str, request: pytest.FixtureRequest) -> None:
        """For tools that are not written in Python; `pytest --accept` writes it after a change of the model."""
        shipped = Path(formats.ninjs.__file__).with_name(f"ninjs-extended_{version}.json")
        expected = json.dumps(extended_schema(version), indent=2, ensure_ascii=False) + "\n"

        if request.config.getoption("--accept"):
            shipped.write_text(expected, "utf-8")
        assert expected == shipped.read_text("utf-8")

    def test_is_refused_for_a_version_that_cannot_be_extended(self) -> None:
        with pytest.raises(nm.InvalidValue, match=r"Ninjs.profile: expected strict with version 1.6"):
            Ninjs(profile="extended", version="1.6")
        with pytest.raises(ValueError, match=r"3.1 or 2.2, found '1.6'"):
            extended_schema("1.6")


class TestReadingOthers:
    def test_1_x(self) -> None:
        back = read({
            "guid": "urn:example:1", "headline": "Rain", "headline_seo": "Rain in Lorne", "byline": "By Ida", "embargoed": "2026-03-04T12:00:00Z",
            "body_html": "<h1>Rain</h1><p>It <b>rained</b>.</p>", "body_text": "Rain It rained.", "description_text": "Wet.",
            "subject": [{"scheme": "http://codes.example/", "code": "b1", "name": "Buses"}, {"qcode": "b2", "name": "Rain"}],
            "person": [{"name": "Ida", "rel": "author"}], "altids": {"desk": "7"}, "service": [{"name": "Local", "code": "l"}],
            "keywords": ["bus"], "source": "Coast Wire", "pubstatus": "cancelled", "version": 2,
            "renditions": {"main": {"href": "https://post.example/a.jpg"}},
            "associations": {"pic": {"type": "picture", "uri": "urn:p", "headline": "Bus", "renditions": {"small": {"href": "https://post.example/b.jpg", "width": 60.0}}}},
            "place": [{"name": "Lorne", "geometry_geojson": {"type": "Polygon", "coordinates": [[1, 2]]}}],
        })  # fmt: skip

        article = back.article
        assert ("urn:example:1", "Rain", "By Ida", 2, "canceled") == (
            article.id, article.headline, article.byline_text, article.version, article.status,
        )  # fmt: skip
        assert (nm.Label(content="Rain in Lorne", role="seo"),) == article.titles
        assert datetime(2026, 3, 4, 12, tzinfo=timezone.utc) == article.embargoed
        assert "It rained." == article.text
        assert (nm.Concept(name="Buses", code="b1", uri="http://codes.example/b1"), nm.Concept(name="Rain", code="b2")) == article.subjects[:2]
        assert (nm.Byline(name="Ida", role="author"),) == article.bylines
        assert (nm.Identifier(value="7", scheme="desk"),) == article.identifiers
        assert ("bus",) == article.keywords
        assert (nm.Concept(name="Coast Wire"),) == article.sources
        rendition = nm.Rendition(href="https://post.example/b.jpg", name="small", width=60)
        assert nm.Figure(media=nm.Media(id="urn:p", title="Bus", renditions=[rendition])) == article.lead
        assert {"/pubstatus", "/renditions/main", "/place/0/geometry_geojson", "/body_text"} == {loss.path for loss in back.losses}

    def test_a_guid_beside_the_uri_is_another_identifier(self) -> None:
        back = read({"uri": "urn:a", "guid": "tag:b", "headline": "Rain"})

        assert nm.Read(article=nm.Article(id="urn:a", headline="Rain", identifiers=[nm.Identifier(value="tag:b", scheme="guid")])) == back
        assert "urn:a" == read({"guid": "urn:a", "headline": "Rain"}).article.id

    @pytest.mark.parametrize(("body", "texts"), [
        ({"value": "One.\n\nTwo\nlines."}, ["One.", "Two lines."]),
        ({"value": "One.\nTwo."}, ["One.", "Two."]),
        ({"value": "<p>One.</p><p>Two.</p>"}, ["One.", "Two."]),
        ({"contentType": "application/xhtml+xml", "value": "<html><head><title>Rain</title></head><body><p>One.</p></body></html>"}, ["One."]),
        ({"contentType": "text/vnd.IPTC.NITF", "value": "<nitf><body><body.content><block><p>One Ida.</p><hl2>Two</hl2></block></body.content></body></nitf>"},
         ["One Ida.", "Two"]),
    ])  # fmt: skip
    def test_bodies_of_many_kinds(self, body: dict[str, str], texts: list[str]) -> None:
        back = read(item(bodies=[body]))

        assert texts == back.article.text.split("\n\n")
        assert () == back.losses

    @pytest.mark.parametrize("credit", [
        '<div class="byline">Ida/Coast Wire</div><figcaption>A bus</figcaption>',
        '<figcaption>A bus</figcaption><p class="credit">Ida/Coast Wire</p>',
        '<figcaption>A bus <span class="photo-credit">Ida/Coast Wire</span></figcaption>',
    ])
    def test_a_line_in_a_figure_that_says_whose_the_picture_is_is_its_credit(self, credit: str) -> None:
        back = read(item(bodies=[{"contentType": "text/html", "value": f'<figure><img src="https://post.example/a.jpg">{credit}</figure><p>One.</p>'}]))

        figure, paragraph = back.article.body
        assert isinstance(figure, nm.Figure)
        assert nm.Caption(content="A bus", credit="Ida/Coast Wire") == figure.caption
        assert nm.Paragraph(content="One.") == paragraph
        assert () == back.losses

    def test_a_credit_without_a_caption_is_one(self) -> None:
        back = read(item(bodies=[{"value": '<figure><img src="https://post.example/a.jpg"><div class="credit">Ida</div></figure>'}]))

        assert [nm.Caption(credit="Ida")] == [figure.caption for figure in back.article.figures]

    @pytest.mark.parametrize("body", [
        {"contentType": "application/xml", "value": "<own>text</own>"}, {"contentType": "text/x-nitf", "value": "<nitf"},
        {"contentType": "text/x-nitf", "value": "<nitf/>"},
    ])  # fmt: skip
    def test_a_body_in_another_vocabulary_is_kept_and_reported(self, body: dict[str, str]) -> None:
        back = read(item(bodies=[body]))

        assert (nm.Opaque(format=body["contentType"], markup=body["value"]),) == back.article.body
        assert back.losses

    def test_a_picture_is_an_article_with_a_lead(self) -> None:
        back = read(item(type="picture", renditions=[{"name": "main", "href": "https://post.example/a.jpg"}], descriptions=[{"role": "caption", "value": "A bus"}]))

        media = nm.Media(renditions=[nm.Rendition(href="https://post.example/a.jpg", name="main")])
        assert nm.Read(article=story(lead=nm.Figure(media=media, caption=nm.Caption(content="A bus")))) == back

    def test_a_picture_that_the_text_shows_is_no_lead_and_takes_its_place_there(self) -> None:
        picture = {
            "name": "main", "type": "picture", "uri": "urn:a", "by": "Ida", "descriptions": [{"role": "caption", "value": "A bus"}],
            "renditions": [{"name": "big", "href": "https://post.example/1/a.jpg", "width": 600}],
        }  # fmt: skip
        text = '<p>One.</p><figure><img src="https://fast.example/1/a.jpg" alt="A red bus"><figcaption>A bus</figcaption></figure>'

        back = read(item(associations=[picture], bodies=[{"contentType": "text/html", "value": text}]))

        rendition = nm.Rendition(href="https://post.example/1/a.jpg", name="big", width=600)
        figure = nm.Figure(media=nm.Media(id="urn:a", alt="A red bus", renditions=[rendition]), caption=nm.Caption(content="A bus", creator="Ida"))
        assert nm.Read(article=story(body=[nm.Paragraph(content="One."), figure])) == back

    def test_our_own_lead_is_one_though_the_text_shows_it_again(self) -> None:
        figure = nm.Figure(media=nm.Media(renditions=[nm.Rendition(href="https://post.example/1/a.jpg")]))
        article = story(lead=figure, body=[figure])

        assert nm.Read(article=article) == CODEC.read(CODEC.write(article).data)

    def test_pictures_of_one_file_all_take_the_place_that_was_first_to_show_it(self) -> None:
        def picture(name: str, *files: str) -> dict[str, Any]:
            found = [{"name": file, "href": f"https://post.example/x/{file}.jpg"} for file in files]
            return {"name": name, "type": "picture", "uri": f"urn:{name}", "renditions": found}

        text = "".join(f'<figure><img src="https://post.example/x/{file}.jpg"></figure>' for file in "aba")
        back = read(item(associations=[picture("one", "a", "c"), picture("two", "c"), picture("three", "a"), picture("four", "d")], bodies=[
            {"contentType": "text/html", "value": text},
        ])).article  # fmt: skip
        shown = [block.media.id for block in back.body if isinstance(block, nm.Figure) and block.media]

        assert ["urn:two", None, "urn:three", "urn:four"] == shown

    def test_further_pictures_follow_the_text_but_for_one_that_it_shows(self) -> None:
        def picture(name: str) -> dict[str, Any]:
            return {"name": name, "type": "picture", "uri": f"urn:{name}", "renditions": [{"name": "x", "href": f"https://post.example/{name}.jpg"}]}

        back = read(item(associations=[picture("a"), picture("b"), picture("c")], bodies=[
            {"contentType": "text/html", "value": '<p>One.</p><img src="https://post.example/b.jpg">'}]))  # fmt: skip

        ids = [figure.media.id for figure in back.article.figures if figure.media]
        assert ["urn:a", "urn:b", "urn:c"] == ids
        assert () == back.losses


class TestLosses:
    def test_a_text_of_an_unknown_type_is_read_as_it_stands(self) -> None:
        done = read(item(descriptions=[{"role": "summary", "value": "Wet <x>", "contentType": "text/x-wiki"}]))

        assert ("Wet <x>",) == done.article.summary
        assert ["the type of the text, 'text/x-wiki'; it is read as it stands"] == [loss.reason for loss in done.losses]

    def test_blocks_in_a_text_keep_their_words(self) -> None:
        markup = "<p>One</p><h2>Two</h2><ul><li>three</li></ul>"

        done = read(item(descriptions=[{"role": "summary", "value": markup, "contentType": "text/html"}]))

        assert ("One\nTwo\nthree",) == done.article.summary
        assert {f"a {name} in a text; its words are kept" for name in ("heading", "list")} == {loss.reason for loss in done.losses}

    @pytest.mark.parametrize(
        ("kind", "markup", "reason"),
        [
            ("text/html", f"<p {' '.join(f'a{number}' for number in range(300))}>Rain</p>", "expected at most 256 attributes"),
            ("application/nitf+xml", "<nitf><body>", "not well-formed XML"),
        ],
    )
    def test_a_body_that_cannot_be_read_is_kept_as_it_stands(self, kind: str, markup: str, reason: str) -> None:
        done = read(item(bodies=[{"role": "main", "value": markup, "contentType": kind}]))

        assert (nm.Opaque(format=kind, markup=markup),) == done.article.body
        assert 1 == len([loss for loss in done.losses if reason in loss.reason])

    @pytest.mark.parametrize(("keys", "path"), [
        ({"profile": "x"}, "/profile"), ({"type": "event"}, "/type"), ({"version": "0"}, "/version"), ({"language": "??"}, "/language"),
        ({"firstCreated": "soon"}, "/firstCreated"), ({"versionCreated": "2026-03-04 12:00"}, "/versionCreated"),
        ({"subjects": [{"name": "x", "creator": "y"}]}, "/subjects/0/creator"), ({"subjects": [{"rel": "about"}]}, "/subjects/0"),
        ({"subjects": [{"name": "x", "relevance": "much"}]}, "/subjects/0/relevance"), ({"pubStatus": "gone"}, "/pubStatus"),
        ({"people": [{"name": "x", "rel": "author", "contactInfo": [{"type": "fax", "value": "1"}]}]}, "/people/0/contactInfo/0"),
        ({"renditions": [{"name": "x", "contentType": "image/png"}]}, "/renditions/0"), ({"subject": [{"scheme": "x", "code": "1"}]}, "/subject/0/scheme"),
        ({"bodies": [{"value": "One."}, {"value": "Two."}]}, "/bodies/1"), ({"descriptions": [{"role": "writer", "value": "x"}]}, "/descriptions/0"),
        ({"headline": {"a": 1}}, "/headline"), ({"a/b": {"c": 1}}, "/a~1b"), ({"bodies": [{"role": "html", "value": "<p>x <font>y</font></p>"}]}, "/bodies/0/value"),
        ({"descriptions": [{"role": "creditline", "contentType": "text/html", "value": "<b>x</b>"}]}, "/descriptions/0/value"),
        ({"associations": [{"name": "x", "uri": "urn:x", "profile": "y"}]}, "/associations/0/profile"),
        ({"associations": [{"name": "x"}]}, "/associations/0"), ({"associations": [{"uri": "urn:x"}]}, "/associations/0"),
        ({"expires": []}, "/expires"), ({"contentCreated": {}}, "/contentCreated"), ({"standard": "ninjs"}, "/standard"),
        ({"representationType": "incomplete"}, "/representationType"),
    ])  # fmt: skip
    def test_tell_pointer_and_line(self, keys: dict[str, Any], path: str) -> None:
        data = json.dumps(item(**keys), indent=1).encode()

        back = CODEC.read(data)

        assert path in [loss.path for loss in back.losses]
        assert all(loss.where is not None and loss.where.line is not None and loss.where.line > 0 for loss in back.losses)

    @pytest.mark.parametrize("keys", [
        {"standard": {"name": "ninjs", "version": "3.1"}}, {"representationType": "full"}, {"representationtype": "complete"},
        {"subjects": []}, {"associations": [{"name": "x", "uri": "urn:x", "representationType": "partial"}]}, {"expires": None},
    ])  # fmt: skip
    def test_what_is_in_order_is_none(self, keys: dict[str, Any]) -> None:
        assert () == read(item(**keys)).losses

    def test_a_missing_headline_is_reported(self) -> None:
        assert ["no headline"] == [loss.reason for loss in read({"uri": "urn:example:1"}).losses]

    @pytest.mark.parametrize("data", [b"", b"{", b"[]", b'"x"', b"{}", b'{"headline": "x"}', b'{"uri": 3}', b'{"uri": "a", "uri": "b"}'])
    def test_what_is_no_ninjs_is_refused(self, data: bytes) -> None:
        with pytest.raises(nm.ReadError) as caught:
            CODEC.read(data)

        assert caught.value.problems[0].position.line == 1


@pytest.mark.parametrize(("head", "confidence"), [
    (b'{"uri": "x", "standard": {"name": "ninjs"}}', nm.Confidence.SURE), (b'\xef\xbb\xbf {"guid": "x", "body_html": ""', nm.Confidence.LIKELY),
    (b'{"uri": "x"}', nm.Confidence.NO), (b"<x/>", nm.Confidence.NO),
])  # fmt: skip
def test_is_recognised_by_its_keys(head: bytes, confidence: nm.Confidence) -> None:
    assert confidence is CODEC.recognise(head)
