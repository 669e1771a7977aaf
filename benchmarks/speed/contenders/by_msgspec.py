"""msgspec: its own Structs, and JSON without types. They are the limits of the rows of JSON."""

from __future__ import annotations

import json
from functools import partial
from typing import Any

import msgspec
from lxml import etree

from benchmarks.speed import shapes
from benchmarks.speed.contest import Attempt, Case, contender, difference, same_article

_READS = ("json-read", "jsonld-read", "ninjs-read")
_WRITES = ("json-write", "jsonld-write", "ninjs-write")


@contender("json-read", "msgspec Structs")
def structs_read(case: Case) -> Attempt:
    """Structs of the model's shape, which know no rule of a text."""
    return Attempt(partial(msgspec.json.Decoder(shapes.structs().Document).decode, case.data), same_article(case))


@contender("json-write", "msgspec Structs")
def structs_write(case: Case) -> Attempt:
    """The same Structs, encoded."""
    document = msgspec.json.decode(case.data, type=shapes.structs().Document)
    return Attempt(partial(msgspec.json.Encoder().encode, document), lambda data: difference(json.loads(case.data), json.loads(data)))


def untyped_read(case: Case) -> Attempt:
    """JSON to `dict` and `list`."""
    meant = json.loads(case.data)
    return Attempt(partial(msgspec.json.Decoder().decode, case.data), lambda data: difference(meant, data))


def untyped_write(case: Case) -> Attempt:
    """`dict` and `list` to JSON."""
    meant = json.loads(case.data)
    return Attempt(partial(msgspec.json.Encoder().encode, meant), lambda data: difference(meant, json.loads(data)))


for _row in _READS:
    contender(_row, "untyped parse", note="dict and list")(untyped_read)
for _row in _WRITES:
    contender(_row, "untyped encode", note="of dict and list")(untyped_write)


def _bodies(document: dict[str, Any]) -> list[str]:
    """The bodies of a ninjs document that are markup (2.0 and later: `bodies`; before: `body_xhtml`)."""
    later = [one.get("value", "") for one in document.get("bodies", ()) if "html" in one.get("contenttype", "") or "html" in one.get("contentType", "")]
    return later + [text for name, text in document.items() if name in ("body_xhtml", "body_html") and isinstance(text, str)]


@contender("ninjs-read", "parse, body too", note="JSON untyped, lxml's tree of the body")
def ninjs_read(case: Case) -> Attempt:
    """What reading ninjs cannot do without: its JSON parsed, and its body, which is markup."""
    decode, parser = msgspec.json.Decoder().decode, etree.HTMLParser(encoding="utf-8")

    def run() -> tuple[Any, list[Any]]:
        document = decode(case.data)
        return document, [etree.fromstring(text.encode(), parser) for text in _bodies(document) if text]

    meant = json.loads(case.data)
    return Attempt(run, lambda got: difference(meant, got[0]) or (None if got[1] else "no body that is markup"))


@contender("ninjs-write", "encode, body too", note="JSON of dict and list, lxml's tostring of a ready tree of the body")
def ninjs_write(case: Case) -> Attempt:
    """What writing ninjs cannot do without."""
    meant = json.loads(case.data)
    encode, trees = msgspec.json.Encoder().encode, [etree.fromstring(f"<div>{text}</div>", etree.HTMLParser()) for text in _bodies(meant) if text]

    def run() -> bytes:
        for tree in trees:
            etree.tostring(tree, encoding="unicode", method="html")
        return encode(meant)

    return Attempt(run, lambda data: difference(meant, json.loads(data)) or (None if trees else "no body that is markup"))
