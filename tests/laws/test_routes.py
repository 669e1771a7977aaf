"""Law 9, two routes: the fast and the detailed reader of a format accept the same documents and give equal articles."""

import json
import random
from collections.abc import Callable, Iterator
from typing import Any

import msgspec
import pytest
from cattrs import BaseValidationError
from hypothesis import given
from hypothesis import strategies as st

import newsmodel as nm
from newsmodel.contract import Members
from newsmodel.formats import _json, native
from newsmodel.formats._public import public
from newsmodel.formats.ninjs._read import envelope_of, read_envelope
from newsmodel.formats.ninjs._write import ItemWriter
from newsmodel.strategies import articles, ordinary_articles
from newsmodel.structure import canonical, plain, read_article
from newsmodel.structure._faults import read_error
from newsmodel.structure._wire._structs import fits, wires
from newsmodel.syntax.schema_org import Document, written_article
from newsmodel.syntax.schema_org import read_article as read_thing
from tests.native_samples import RICH

Place = tuple[Any, str | int]
"""An object or an array, and a key or an index of it."""
Change = Callable[[random.Random, Any], Any]

WRONG: list[Any] = [
    None, True, False, 0, 1, -1, 7, 99, 10**18, 2**63, 10**30, 1.0, 1.5, "", "x", " ", " x", "x ", "x\n", "\nx", "a\nb", "\t", "a\tb",
    "\x00", "\x7f", "\x85", "\ud7ff", "\ue000", "\ufdd0", "\ufffe", "\U0001ffff", "\u00a0", "\u2028", "é", "5", "5.50", "5.5", "-0.5",
    "1" * 19, "0." + "0" * 17 + "1", "one-off", "P1M", "P", "GBP", "en", "en-", "2026-03-04", "20260304", "2026-W10-3", "2026-13-01",
    "2026-03-04T12:00:00Z", "2026-03-04T12:00:00+01:00", "2026-03-04T12:00:00+14:00", "2026-03-04T12:00:00-14:01",
    "2026-03-04T12:00:00+15:00", "2026-03-04T12:00:00+01:00:30", "2026-03-04 12:00:00", "2026-03-04T12:00:00.5", "paragraph", "figure",
    "yes", "votes", "percent", "strong", "http://[", "http://a b", "a:b/c", "//x", "%zz", [], [[]], [""], ["x"], [" x"], ["x", "x"], ["x", "y"],
    [{"text": "x"}], [{"text": "x", "marks": ["strong"]}], [{"text": "x", "marks": ["strong", "code"]}], [{"text": " ", "href": "/a"}], {},
    {"name": "x"}, {"type": "separator"}, {"type": "paragraph", "content": ["x"]}, {"type": "table", "rows": [[]]},
]  # fmt: skip
"""Values that are right in some places and wrong in most."""
TAILS = [" ", "\t", "\n", "\r", "\x7f", "\x80", "\ufdd0", "\uffff", "\U0010fffe", "“", '"', ":", "\\", "9"]
EDITS: list[Change] = [
    lambda chance, value: f"{value}{chance.choice(TAILS)}",
    lambda chance, value: f"{chance.choice(TAILS)}{value}",
    lambda _, value: value * 2 if isinstance(value, (str, list)) else value,
    lambda _, value: value[:-1] if isinstance(value, (str, list)) else value,
    lambda _, value: value[::-1] if isinstance(value, (str, list)) else value,
    lambda _, value: -value if isinstance(value, int) else value,
    lambda _, value: [value],
    lambda _, value: str(value),
]
SPELLINGS: list[dict[str, Any]] = [
    {"separators": (",", ":"), "ensure_ascii": False}, {"ensure_ascii": False}, {}, {"indent": 1}, {"sort_keys": True}
]  # fmt: skip


def places(value: Any) -> Iterator[Place]:
    for key, inner in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield value, key
        yield from places(inner)


def mutated(document: Any, chance: random.Random) -> bytes:
    """A document with one thing changed, in one of the ways that JSON may be spelt."""
    holder, key = chance.choice(list(places(document)))
    change = chance.randrange(8)
    if change <= 2:
        holder[key] = chance.choice(WRONG)
    elif change <= 4:
        holder[key] = chance.choice(EDITS)(chance, holder[key])
    elif change == 5:
        del holder[key]
    elif isinstance(holder, dict):
        new = chance.choice(["x", "type", "name", "text", "marks", "level", "public", "unit", "role", "url", key])
        holder[new] = holder.pop(key) if change == 6 else chance.choice(WRONG)
    else:
        holder.insert(key, holder[chance.randrange(len(holder))])
    text = json.dumps(document, **chance.choice(SPELLINGS))
    if chance.random() < 0.1:  # a key given twice
        start = text.index('"', chance.randrange(len(text) // 2))
        text = text[:start] + chance.choice(['"x":1,', '"headline":"A",', '"type":"separator",', '"text":"a", ']) + text[start:]
    return text.encode("utf-8", "surrogatepass")


JUDGE = nm.converter()
"""The detailed route alone."""


def judged(data: bytes) -> str | set[str]:
    """The article on the detailed route, to the last digit, or its faults with their pointers."""
    try:
        document = _json.parse(data)
    except nm.ReadError as error:
        return {str(problem) for problem in error.problems}
    if not isinstance(document, dict) or sorted(document) != ["article", "format", "version"] or document["format"] != "newsmodel":
        return read(data)
    if type(document["version"]) is not int or document["version"] != 1:
        return read(data)
    try:
        return repr(JUDGE.structure(document["article"], nm.Article))
    except (BaseValidationError, ValueError) as error:
        return {str(problem) for problem in _json.located(read_error(error, document["article"], "/article"), data).problems}


def read(data: bytes) -> str | set[str]:
    """The same as users get it."""
    try:
        return repr(native.Json().read(data).article)
    except nm.ReadError as error:
        return {str(problem) for problem in error.problems}


def assert_routes_agree(data: bytes) -> bool:
    """Whether the quick route took the document; if so, it gives what the detailed one gives, and else the same faults are named."""
    quick = read_article(data)
    expected = judged(data)
    assert quick is None or expected == repr(quick)
    assert expected == read(data)
    return quick is not None


@given(articles(), st.sampled_from(SPELLINGS))
def test_9_the_two_routes_give_equal_articles(article: nm.Article, spelling: dict[str, Any]) -> None:
    """For whatever is written, however it is spelt."""
    data = canonical(article)

    assert_routes_agree(json.dumps(json.loads(data), **spelling).encode())
    assert repr(article) == judged(data) == read(data)


@given(articles(), st.randoms(use_true_random=False))
def test_9_the_two_routes_accept_the_same_documents(article: nm.Article, chance: random.Random) -> None:
    """For every document with one thing changed, the quick route takes no more than the detailed one."""
    data = canonical(article)
    for _ in range(5):
        assert_routes_agree(mutated(json.loads(data), chance))


@given(ordinary_articles(), st.sampled_from(SPELLINGS))
def test_9_the_quick_route_is_taken(article: nm.Article, spelling: dict[str, Any]) -> None:
    """By ordinary articles, however they are spelt."""
    assert article == read_article(json.dumps(json.loads(canonical(article)), **spelling).encode())


@given(articles())
def test_9_the_two_writers_write_the_same(article: nm.Article) -> None:
    """The canonical bytes are those of the plain data."""
    expected = msgspec.json.encode({"format": "newsmodel", "version": 1, "article": plain(article)})

    assert expected == canonical(article)


@given(articles())
def test_9_what_schema_org_keeps_is_what_reads_back(article: nm.Article) -> None:
    """The account of a writing says of each field what reading it gives."""
    thing, kept = written_article(article, public(article)[0])
    told: dict[str, Any] = {
        name: tuple(one for one in value if one is not None) if isinstance(value, Members) else value for name, value in kept.items()
    }

    assert repr(nm.evolve(article, **told)) == repr(read_thing(Document(thing).node(None, thing)))


@given(articles())
def test_9_what_the_keys_of_ninjs_keep_is_what_reads_back(article: nm.Article) -> None:
    """The account of a writing says of each field what reading the keys gives."""
    writer = ItemWriter(article, "3.1")
    document, _ = writer.write()
    keys = {key: value for key, value in document.items() if key != "bodies"}

    assert envelope_of(nm.evolve(article, **writer.kept(document["uri"]))) == read_envelope(keys)


@pytest.mark.parametrize("member", json.loads(canonical(RICH))["article"])
def test_9_every_value_in_every_place(member: str) -> None:
    """Each place of the sample that uses every class, with each of the values above in it."""
    whole = json.loads(canonical(RICH))["article"][member]
    for part in [[one] for one in whole] if isinstance(whole, list) else [whole]:
        article = {"headline": "A", member: part}
        document = {"format": "newsmodel", "version": 1, "article": article}
        for holder, key in list(places(article)):
            kept = holder[key]
            for value in WRONG:
                holder[key] = value
                assert_routes_agree(json.dumps(document, ensure_ascii=False).encode("utf-8", "surrogatepass"))
            holder[key] = kept


@pytest.mark.parametrize("seed", range(8))
def test_9_every_part_of_the_model_damaged(seed: int) -> None:
    """The same of the sample that uses every class."""
    chance = random.Random(seed)
    data = canonical(RICH)
    taken = sum(assert_routes_agree(mutated(json.loads(data), chance)) for _ in range(100))

    assert 0 < taken < 100


@pytest.mark.parametrize(
    "article",
    [
        {"votes": [{"counts": [{"option": "yes", "value": value, **unit}]}]}
        for value in (0, 36, 101, "36.4", "100.5") for unit in ({}, {"unit": "votes"}, {"unit": "percent"})
    ]
    + [
        {"votes": [{"counts": [{"option": "yes", "value": 5, "unit": one}, {"option": option, "value": 5, "unit": "votes"}]}]}
        for one in ("votes", "percent") for option in ("yes", "no")
    ]
    + [
        {"body": [{"type": "paragraph", "content": runs}]}
        for runs in (["a", "a"], ["a", {"text": "a", "marks": ["code"]}], [{"text": "a", "href": "/a"}, {"text": "a", "href": "/a"}],
                     [{"text": "a", "marks": [], "href": "/a"}, {"text": "b", "href": "/a"}], [{"text": "a"}], [{"text": "a", "marks": []}])
    ]
    + [
        {"bylines": [{}]}, {"bylines": [{"name": ""}]}, {"bylines": [{"name": "", "affiliation": "A"}]}, {"subjects": [{}]},
        {"subjects": [{"name": "A", "broader": [{}]}]}, {"rights": {}}, {"rights": {"notices": []}}, {"votes": [{}]},
        {"votes": [{"unanimous": False}]}, {"votes": [{"margin": 0}]}, {"appeals": [{}]}, {"appeals": [{"paragraphs": []}]},
        {"lead": {"type": "figure", "caption": {}}}, {"lead": {"type": "figure"}}, {"lead": {}}, {"lead": {"type": ""}},
        {"lead": {"type": "separator"}}, {"body": [{"type": "embed"}]}, {"body": [{"type": "embed", "blocks": []}]},
        {"body": [{"type": "list", "items": []}]}, {"body": [{"type": "list", "items": [[]]}]},
        {"body": [{"type": "table", "rows": [[]]}]}, {"body": [{"type": "table", "rows": [[{}]]}]}, {"body": [{"type": ""}]}, {"body": [{}]},
    ],
)  # fmt: skip
def test_9_what_fields_say_together(article: dict[str, Any]) -> None:
    """The rules between fields are asked of what is absent as well."""
    assert_routes_agree(json.dumps({"format": "newsmodel", "version": 1, "article": {"headline": "A", **article}}).encode())


def test_9_deep_documents() -> None:
    """Blocks and concepts in each other, as deep as is allowed, and deeper."""
    for depth in (1, 2, 19, 20, 21, 38, 39, 40, 41, 60, 100):
        block: dict[str, Any] = {"type": "separator"}
        table: dict[str, Any] = {"type": "separator"}
        concept: dict[str, Any] = {"name": "A"}
        for _ in range(depth):
            block, concept = {"type": "aside", "blocks": [block]}, {"name": "A", "broader": [concept]}
            table = {"type": "table", "rows": [[{"blocks": [table]}]]}
        for inner in ({"body": [block]}, {"body": [table]}, {"subjects": [concept]}):
            data = msgspec.json.encode({"format": "newsmodel", "version": 1, "article": {"headline": "A", **inner}})
            assert assert_routes_agree(data) or depth > 19


def around(article: str) -> bytes:
    return f'{{"format":"newsmodel","version":1,"article":{article}}}'.encode()


@pytest.mark.parametrize(
    "article",
    [
        r'{"headline":"A \"quoted\" word, a \\ and a \\\" and a \\"}', '{"headline" : "A" ,\n"body" : [ ] , "keywords":["a","b"]}',
        '{"headline":"A","credit":"\\u0041\\n"}', '{"headline":"A : \\" :","notes":[{"content":["a"],"public":true},{"content":["b"],"public":false}]}',
        '{"headline":"A","body":[{"type":"heading","content":["a"],"level":2},{"type":"table","rows":[[{"colspan":1,"header":false,"blocks":[]}]]}]}',
    ],
)  # fmt: skip
def test_9_strings_are_counted_in_any_spelling(article: str) -> None:
    """Escapes, white space and defaults that are spelt out hide no key that is given twice; nor do they look like one."""
    twice = article.replace('{"headline"', '{"headline":"A","headline"', 1)

    assert read_article(around(twice)) is None
    assert judged(around(twice)) == read(around(twice))
    assert_routes_agree(around(article))


@pytest.mark.parametrize(
    "article",
    ['{"headline":"A","headline":"A"}', '{"headline":"A","h\\u0065adline":"A"}', '{"headline":"A","body":[],"body":[]}',
     '{"headline":"A","votes":[{"unanimous":true,"unanimous":true}]}', '{"headline":"A","urgency":4,"urgency":4}',
     '{"headline":"A","body":[{"type":"paragraph","type":"paragraph","content":["a"]}]}'],
)  # fmt: skip
def test_9_a_key_given_twice_is_refused(article: str) -> None:
    """Whatever it is worth, and however it is spelt."""
    assert read_article(around(article)) is None
    assert any("duplicate key" in problem for problem in read(around(article)))


def test_9_wire_structs_are_laid_out_as_the_objects_they_become() -> None:
    """So that the quick route is open; a struct of other slots becomes no object."""
    assert all(fits(wire, cls) for cls, wire in wires().items())
    assert not fits(wires()[nm.Concept], nm.Span)
