"""What is true of every codec that writes an edit back into its document (laws 5 and 6)."""

import io

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import newsmodel as nm
from newsmodel.strategies import articles, ordinary_articles
from tests.edits import edits
from tests.laws.test_laws import LOSSLESS, canonical

UPDATERS = [codec for codec in nm.codecs() if isinstance(codec, nm.Updater)]
every_updater = pytest.mark.parametrize("codec", UPDATERS, ids=lambda codec: codec.name)


def test_who_can_update() -> None:
    assert {"html", "json", "jsonld", "newsml-g2", "ninjs", "nitf"} == {codec.name for codec in UPDATERS}


@every_updater
@given(article=articles())
def test_5_get_put(codec: nm.Updater, article: nm.Article) -> None:
    """`update(d, read(d).article).data == d`."""
    data = codec.write(article).data

    written = codec.update(data, codec.read(data).article)

    assert data == written.data
    assert written.stale == ()


@every_updater
@given(article=ordinary_articles(), data=st.data())
def test_6_put_get(codec: nm.Updater, article: nm.Article, data: st.DataObject) -> None:
    """`read(update(d, b)).article == b`, and what changed stays inside; a format that can say all refuses nothing."""
    document = codec.write(article).data
    before = codec.read(document).article
    edit = data.draw(st.sampled_from(list(edits(before))))
    sayable = canonical(codec.read(codec.write(edit.article).data).article) == canonical(edit.article)
    assume(codec in LOSSLESS or sayable)
    if not sayable:  # html, of what is not for readers
        return

    written = codec.update(document, edit.article)

    assert canonical(edit.article) == canonical(codec.read(written.data).article)
    assert document != written.data


@every_updater
@given(one=ordinary_articles(), other=ordinary_articles(), field=st.sampled_from(sorted(nm.Article.__attrs_attrs__, key=str)))
def test_6_put_get_of_any_field(codec: nm.Updater, one: nm.Article, other: nm.Article, field: object) -> None:
    """The same for a whole field that becomes that of another article, or a refusal that names it."""
    name = getattr(field, "name")  # noqa: B009  # attrs has no public type for it
    document = codec.write(one).data
    before, donor = codec.read(document).article, codec.read(codec.write(other).data).article
    wanted = nm.evolve(before, **{name: getattr(donor, name)})

    try:
        written = codec.update(document, wanted)
    except nm.UpdateRefused as error:
        assert error.paths
        assert all(path.startswith(f"/{name}") for path in error.paths)
    else:
        assert canonical(wanted) == canonical(codec.read(written.data).article)


@every_updater
@given(article=ordinary_articles())
def test_7_total(codec: nm.Updater, article: nm.Article) -> None:
    """What cannot be read is not updated, and nothing but `ReadError` and `UpdateRefused` is raised."""
    with pytest.raises((nm.ReadError, nm.UpdateRefused)):
        codec.update(b"no document", article)


@given(articles=st.lists(ordinary_articles(), min_size=2, max_size=3))
def test_6_of_several_the_one_with_the_id(articles: list[nm.Article]) -> None:
    """In JSON Lines, the line of the article that the `id` names."""
    codec = nm.codec("json")
    assert isinstance(codec, nm.Updater)
    named = [nm.evolve(article, id=f"urn:example:{index}") for index, article in enumerate(articles)]
    document = b"".join(codec.write(article).data for article in named)
    wanted = nm.evolve(named[1], headline="Another headline altogether")
    assume(wanted != named[1])

    written = codec.update(document, wanted)

    lines = written.data.splitlines(keepends=True)
    assert document.splitlines(keepends=True)[0] == lines[0]
    assert document.splitlines(keepends=True)[2:] == lines[2:]
    assert [canonical(read.article) for read in codec.read_each(io.BytesIO(written.data))][1] == canonical(wanted)
    with pytest.raises(nm.UpdateRefused, match="expected one article to update, found"):
        codec.update(document, nm.evolve(wanted, id="urn:example:none"))
