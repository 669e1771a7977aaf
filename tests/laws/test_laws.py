"""What is true of every codec (the laws of the contract, by their numbers).

A new codec is tested by being registered. Equal means equal canonical JSON bytes: Python's `==` hides a changed offset.
"""

import io

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import newsmodel as nm
from newsmodel import walk
from newsmodel.strategies import articles, bylines, labels, ordinary_articles
from tests.laws.test_validity import VALIDATORS, VARIANTS

CODECS = (*nm.codecs(), *VARIANTS.values())
WRITERS = [codec for codec in CODECS if isinstance(codec, nm.Writer)]
LOSSLESS = [codec for codec in WRITERS if codec.name in ("json", "newsml-g2", "ninjs", "nitf", "html")]
NOT_FOR_READERS = [codec for codec in WRITERS if codec.name in ("html", "text", "jsonld")]


def called(codec: nm.Codec) -> str:
    """The name of a codec, or of the variant that it is."""
    return next((name for name, variant in VARIANTS.items() if variant == codec), codec.name)


every_codec = pytest.mark.parametrize("codec", CODECS, ids=called)
every_writer = pytest.mark.parametrize("codec", WRITERS, ids=called)
every_lossless = pytest.mark.parametrize("codec", LOSSLESS, ids=called)
for_readers = pytest.mark.parametrize("codec", NOT_FOR_READERS, ids=called)


def canonical(article: nm.Article) -> bytes:
    return nm.dumps(article, format="json", on_loss="raise")


def public(article: nm.Article) -> nm.Article:
    """The article without what is not for readers."""

    def keep(part: object) -> object:
        return None if isinstance(part, nm.Label) and not part.public else part

    try:
        return nm.evolve(walk.transform(article, keep), contributors=())
    except nm.InvalidValue:  # rights that held nothing but private labels
        return nm.evolve(article, contributors=(), rights=None, titles=(), notes=(), lead=None, body=())


@every_lossless
@given(article=articles())
def test_1_round_trip(codec: nm.Writer, article: nm.Article) -> None:
    """`read(write(a)).article == a`, and no loss either way, for any article (for readers: any public one)."""
    told = public(article) if codec in NOT_FOR_READERS else article

    written = codec.write(told)

    assert written.losses == ()
    back = codec.read(written.data)
    assert canonical(told) == canonical(back.article)
    assert back.losses == ()


@every_writer
@given(article=articles())
def test_2_honest_loss(codec: nm.Writer, article: nm.Article) -> None:
    """`patch(a, losses) == read(write(a)).article`."""
    written = codec.write(article)

    back = codec.read(written.data).article

    assert canonical(nm.patch(article, written.losses)) == canonical(back)


@every_writer
@given(article=articles())
def test_2_no_loss_can_be_left_out(codec: nm.Writer, article: nm.Article) -> None:
    """Without any one of the losses, the patch is not what reads back."""
    written = codec.write(article)
    back = canonical(codec.read(written.data).article)

    for loss in written.losses:
        others = [other for other in written.losses if other is not loss]
        try:
            patched = canonical(nm.patch(article, others))
        except nm.InvalidValue:
            continue  # the loss is needed for an article at all
        assert back != patched, loss


@every_writer
@given(data=st.data())
def test_3_stability(codec: nm.Writer, data: st.DataObject) -> None:
    """`write(read(write(a)).article).data == write(a).data`; of `text`, for ordinary articles."""
    article = data.draw(ordinary_articles() if codec.name == "text" else articles())

    written = codec.write(article).data

    assert written == codec.write(codec.read(written).article).data


@every_writer
@given(article=articles())
def test_4_validity(codec: nm.Writer, article: nm.Article) -> None:
    """What is written is valid to the standard's own schema."""
    VALIDATORS[called(codec)](codec.write(article).data)


@every_codec
@given(data=st.binary(max_size=300) | st.text(max_size=300).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_7_total_reading_of_any_bytes(codec: nm.Codec, data: bytes) -> None:
    """`read` of any bytes returns, or raises `ReadError` with a problem."""
    _read_or_refuse(codec, data)


@every_writer
@given(article=articles(), data=st.data())
def test_7_total_reading_of_damaged_documents(codec: nm.Writer, article: nm.Article, data: st.DataObject) -> None:
    """`read` of a document with bytes cut out, put in or changed returns, or raises `ReadError`."""
    document = codec.write(article).data
    start = data.draw(st.integers(0, len(document)))
    end = data.draw(st.integers(start, min(len(document), start + 40)))
    put = data.draw(st.binary(max_size=8) | st.sampled_from([b"<", b"&", b'"', b"]]>", b"\x00", b"{}", b"</p>", b"-1", b"9" * 400]))

    _read_or_refuse(codec, document[:start] + put + document[end:])


def _read_or_refuse(codec: nm.Codec, data: bytes) -> None:
    assert codec.recognise(data[:100]) in nm.Confidence
    for read in (codec.read, lambda document: list(codec.read_each(io.BytesIO(document)))):
        try:
            read(data)
        except nm.ReadError as error:
            assert error.problems


@for_readers
@given(article=articles(), hidden=bylines(), note=labels())
def test_8_privacy(codec: nm.Writer, article: nm.Article, hidden: nm.Byline, note: nm.Label) -> None:
    """Nothing that is not public appears in a format for readers."""
    secret = "Qzx7SecretName"
    private = nm.evolve(note, content=(f"call {secret}",), public=False)
    assume(secret not in canonical(article).decode())
    article = nm.evolve(
        article,
        contributors=(nm.evolve(hidden, name=secret),),
        titles=(private,),
        notes=(*article.notes, private),
        rights=nm.Rights(notices=[private], terms=[private], year=2026),
        lead=nm.Figure(media=nm.Media(rights=nm.Rights(terms=[private], year=2026))),
    )

    written = codec.write(article)
    back = codec.read(written.data).article

    assert secret.encode() not in written.data
    assert () == back.contributors
    assert not [part for _, part in walk.visit(back) if isinstance(part, nm.Label) and not part.public]
