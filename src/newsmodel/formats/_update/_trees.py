"""Documents to located trees: XML by its tags, HTML by the parser's source locations, JSON by its tokens."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping
from itertools import zip_longest
from typing import Any

import turbohtml

from newsmodel.formats._update._layers import (
    CDATA, HTML_ATTRIBUTE, HTML_TEXT, JSON_ASCII, JSON_STRING, JSON_VALUE, SCRIPT, XML_ATTRIBUTE, XML_TEXT,
    Document, Inner, Layer, Spelling,
)  # fmt: skip
from newsmodel.formats._update._tree import Node, Piece
from newsmodel.syntax.html import VOID

_XML_PART = re.compile(
    r"""(?P<text>[^<&\r\n]++|\r\n?|\n|&[^;<]*;)|<(?:(?P<end>/)[^>]*+>|(?P<start>[^\s<>/!?]++)(?:[^>"']++|"[^"]*+"|'[^']*+')*+>"""
    r"""|!\[CDATA\[(?P<cdata>.*?)\]\]>|!--.*?-->|\?.*?\?>"""
    r"""|!DOCTYPE(?:[^\[>"']++|"[^"]*+"|'[^']*+')*+(?:\[(?:<!--.*?-->|<\?.*?\?>|"[^"]*+"|'[^']*+'|[^\]"'])*+\]\s*)?>)""",
    re.S,
)
"""What stands in an XML document beside each other: a line of text, the end of a line, a reference, a tag, and what says nothing."""
_CDATA_PART = re.compile(r"\]?[^\r\n\]]+|\]|\r\n?|\n")
_ATTRIBUTE = re.compile(r"""([^\s=/>"'<]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))""")
_XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace"
_NO_TEXT = re.compile(r"<!--.*?-->|<[/!?][^>]*>", re.S)
_LOOKS_LIKE_MARKUP = re.compile(r"<[A-Za-z][^<>]*>")
_TOKEN = re.compile(r'"(?:[^"\\]++|\\.)*+"|[\[\]{},:]|[^ \t\r\n"\[\]{},:]++', re.S)
_ATOM = re.compile(r"-?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|true|false|null")
MAX_DEPTH = 200
"""How many nodes stand in each other, at the most."""
MAX_NESTED = 3
"""How many texts stand in each other, at the most."""


def tree_of(data: bytes, build: Callable[[Layer], Node]) -> Node:
    """The tree of a document, whatever its texts spell parsed as well.

    Raises:
        ValueError: where the document is none that can be changed.
    """
    root = build(Document(data))
    if not _nest(root, 0):
        return root  # what stands in one text alone has been counted
    level, depth = [root], 0
    while level := [inner for node in level for inner in [*node.children, *([node.nested] if node.nested is not None else [])]]:
        depth += 1
        if depth > MAX_DEPTH:
            raise ValueError(f"more than {MAX_DEPTH} elements or values stand in each other")
    return root


def _nest(root: Node, depth: int) -> bool:
    """Parse the texts that spell a tree of their own; whether there are any."""
    found = False
    for node in list(root.walk()) if depth < MAX_NESTED else ():
        if not node.content or node.children:
            continue
        text = node.text.lstrip()
        if text[:1] in ("{", "["):
            build = json_tree
        elif "<" in text and node.kind != "attribute" and _LOOKS_LIKE_MARKUP.search(text) and node.tag not in ("script", "style"):
            build = html_tree
        else:
            continue
        nested = _parsed(build, Inner([char for char, _ in node.chars()], node.layer))
        if nested is not None:
            nested.parent = node
            node.nested = nested
            found = True
            _nest(nested, depth + 1)
    return found


def _parsed(build: Callable[[Layer], Node], layer: Layer) -> Node | None:
    try:
        return build(layer)
    except ValueError:
        return None


# XML


def xml_tree(layer: Layer) -> Node:
    """The tree of an XML document that a hardened parser has accepted: it is well-formed, and its parts tell what they are."""
    root: Node | None = None
    above: Node | None = None
    for match in _XML_PART.finditer(layer.text):
        part = match.lastgroup
        if part == "start":
            node = _xml_element(layer, above, match)
            root = root or node
            if layer.text[node.stop - 2] != "/":
                above = node
        elif above is None:
            continue
        elif part == "text":
            above.content.append(Piece(above, match.start(), match.end(), XML_TEXT))
        elif part == "end":
            above.inner, above.stop = (above.inner[0], match.start()), match.end()
            above = above.parent
        elif part == "cdata":
            above.content += [Piece(above, *line.span(), CDATA) for line in _CDATA_PART.finditer(layer.text, *match.span("cdata"))]
    assert root is not None, "the document has been read"
    return root


def _xml_element(layer: Layer, parent: Node | None, match: re.Match[str]) -> Node:
    prefixes = {"xml": _XML_NAMESPACE} if parent is None else parent.prefixes
    start, stop = match.end("start"), match.end()
    given = list(_ATTRIBUTE.finditer(layer.text, start, stop)) if "=" in layer.text[start:stop] else []
    declared = [one for one in given if one[1].partition(":")[0] == "xmlns"]
    if declared:
        prefixes = {**prefixes, **{one[1].partition(":")[2]: XML_ATTRIBUTE.text(layer.text, *_value(one)) for one in declared}}
    node = Node("element", _clark(match["start"], prefixes), layer, parent, match.start())
    node.prefixes, node.inner, node.stop = prefixes, (stop, stop), stop
    node.attributes = tuple(
        [
            _attribute(node, _clark(one[1], prefixes) if ":" in one[1] else one[1], one, XML_ATTRIBUTE)
            for one in given
            if one not in declared
        ]
    )
    if parent is not None:
        parent.content.append(node)
    return node


def _clark(name: str, prefixes: Mapping[str, str]) -> str:
    prefix, _, rest = name.rpartition(":")
    uri = prefixes.get(prefix)
    return f"{{{uri}}}{rest}" if uri else name


def _attribute(node: Node, name: str, match: re.Match[str], spelling: Spelling) -> Node:
    found = Node("attribute", f"@{name}", node.layer, node, match.start())
    found.inner = _value(match)
    found.stop = match.end()
    if found.inner[0] != found.inner[1]:
        found.content.append(Piece(found, *found.inner, spelling))
    return found


def _value(attribute: re.Match[str]) -> tuple[int, int]:
    """From where to where the value of an attribute stands."""
    group: int = attribute.lastindex or 1
    return attribute.span(group) if group != 1 else (attribute.end(), attribute.end())


# HTML


def html_tree(layer: Layer) -> Node:
    """The tree of an HTML document or fragment, but for the elements that the parser put in.

    Raises:
        ValueError: where elements do not stand in each other as their tags do.
    """
    root = Node("element", "", layer, None, 0)
    root.inner = (0, len(layer.text))
    root.stop = len(layer.text)
    at = _offsets(layer.text)
    for child in turbohtml.parse(layer.text, source_locations=True).children:
        _add_html(child, root, at)
    _fill_html(root)
    return root


def _offsets(text: str) -> Callable[[int], int]:
    """From where the parser says that something stands, which takes a carriage return and a line feed for one, to where it does."""
    pairs = [match.start() - count for count, match in enumerate(re.finditer("\r\n", text))]
    return lambda offset: offset + bisect_left(pairs, offset)


def _add_html(source: turbohtml.Node, parent: Node, at: Callable[[int], int]) -> None:
    waiting = [(source, parent)]
    while waiting:
        node, above = waiting.pop()
        if not isinstance(node, turbohtml.Element):
            continue
        place = node.source_location
        if place is not None and place.start_tag is not None:
            above = _html_element(node, place, above, at)
        waiting.extend([(child, above) for child in reversed(node.children)])


def _html_element(source: turbohtml.Element, place: turbohtml.SourceLocation, parent: Node, at: Callable[[int], int]) -> Node:
    begin, end = place.start_tag, place.end_tag
    assert begin is not None, "the caller has seen it"
    node = Node("element", source.tag, parent.layer, parent, at(begin.start_offset))
    node.inner = (at(begin.end_offset), -1 if end is None else at(end.start_offset))
    node.stop = -1 if end is None else at(end.end_offset)
    spans = [(at(span.start_offset), at(span.end_offset)) for span in place.attrs.values()]
    found = filter(None, [_ATTRIBUTE.match(parent.layer.text, *span) for span in spans])
    node.attributes = tuple([_attribute(node, match[1].lower(), match, HTML_ATTRIBUTE) for match in found])
    parent.content.append(node)
    return node


def _fill_html(root: Node) -> None:
    """The ends that have no tag, and the text between the tags."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        children = node.children
        for child, following in zip_longest(children, children[1:]):
            if child.stop < 0:
                end = node.inner[1] if following is None else following.start
                end = child.inner[0] if child.name in VOID else end
                child.inner, child.stop = (child.inner[0], end), end
        node.content = _html_content(node, children)
        waiting += children


def _html_content(node: Node, children: list[Node]) -> list[Piece | Node]:
    text = node.layer.text
    spelling = SCRIPT if node.name in ("script", "style") else HTML_TEXT
    found: list[Piece | Node] = []
    position = node.inner[0]
    for child in [*children, None]:
        end = node.inner[1] if child is None else child.start
        if end < position:
            raise ValueError("elements that do not stand in each other as their tags do")
        for start, stop in _between(text, position, end) if spelling is HTML_TEXT else [(position, end)]:
            found.append(Piece(node, start, stop, spelling))
        if child is not None:
            found.append(child)
            position = child.stop
    return found


def _between(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """The stretches of text without comments and tags that do nothing."""
    for match in _NO_TEXT.finditer(text, start, stop):
        if start < match.start():
            yield start, match.start()
        start = match.end()
    if start < stop:
        yield start, stop


# JSON


def json_tree(layer: Layer) -> Node:
    """The tree of a JSON document, or of several values beside each other.

    Raises:
        ValueError: where it is none.
    """
    tokens = [(match[0], match.start(), match.end()) for match in _TOKEN.finditer(layer.text)]
    ascii_only = layer.text.isascii() and "\\u" in layer.text
    roots: list[Node] = []
    above: Node | None = None
    key: tuple[str, int] | None = None
    for index, (token, start, stop) in enumerate(tokens):
        if token in (",", ":"):
            continue
        if token in ("}", "]"):
            if above is None:
                raise ValueError("a bracket too many")
            above.inner, above.stop = (above.inner[0], start), stop
            above = above.parent
        elif above is not None and above.kind == "object" and key is None:
            if token[0] != '"' or tokens[index + 1 : index + 2][0][0] != ":":
                raise ValueError("expected a key")
            key = JSON_STRING.text(token, 1, len(token) - 1), start
        else:
            node = _json_value(layer, above, key, (token, start, stop), JSON_ASCII if ascii_only else JSON_STRING)
            key = None
            if above is None:
                roots.append(node)
            if node.kind != "value":
                above = node
    if not roots or above is not None:
        raise ValueError("no whole JSON")
    return roots[0] if len(roots) == 1 else _lines(layer, roots)


def _lines(layer: Layer, values: list[Node]) -> Node:
    """Several values, such as those of JSON Lines, as if they stood in an array."""
    found = Node("array", "", layer, None, 0)
    found.inner, found.stop = (0, len(layer.text)), len(layer.text)
    for value in values:
        value.parent = found
        found.content.append(value)
    return found


def _json_value(
    layer: Layer, parent: Node | None, key: tuple[str, int] | None, token: tuple[str, int, int], spelling: Spelling
) -> Node:
    text, start, stop = token
    name, begin = key or ("", start)
    kind: Any = {"{": "object", "[": "array"}.get(text, "value")
    node = Node(kind, name, layer, parent, begin)
    node.stop = stop
    if kind != "value":
        node.inner = (stop, stop)
    elif text[0] == '"':
        node.inner = (start + 1, stop - 1)
        node.content.append(Piece(node, *node.inner, spelling))
    elif _ATOM.fullmatch(text):
        node.inner = (start, stop)
        node.content.append(Piece(node, start, stop, JSON_VALUE))
    else:
        raise ValueError("expected a value")
    if parent is not None:
        parent.content.append(node)
    return node
