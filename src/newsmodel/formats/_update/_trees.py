"""Documents to located trees: XML by expat, HTML by the parser's source locations, JSON by its tokens."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping
from itertools import zip_longest
from typing import Any
from xml.parsers import expat

import turbohtml

from newsmodel.formats._update._layers import (
    CDATA, HTML_ATTRIBUTE, HTML_TEXT, JSON_ASCII, JSON_STRING, JSON_VALUE, SCRIPT, XML_ATTRIBUTE, XML_TEXT,
    Document, Inner, Layer, Spelling,
)  # fmt: skip
from newsmodel.formats._update._tree import Node, Piece
from newsmodel.syntax.html import VOID

_TAG = re.compile(r"""<[^\s>/"']+(?:[^>"']|"[^"]*"|'[^']*')*>""")
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
    _nest(root, 0)
    level, depth = [root], 0
    while level := [inner for node in level for inner in [*node.children, *([node.nested] if node.nested is not None else [])]]:
        depth += 1
        if depth > MAX_DEPTH:
            raise ValueError(f"more than {MAX_DEPTH} elements or values stand in each other")
    return root


def _nest(root: Node, depth: int) -> None:
    """Parse the texts that spell a tree of their own."""
    for node in list(root.walk()):
        if not all(isinstance(part, Piece) for part in node.content) or not node.content or depth >= MAX_NESTED:
            continue
        text = node.text.lstrip()
        if text[:1] in ("{", "["):
            build = json_tree
        elif node.kind != "attribute" and _LOOKS_LIKE_MARKUP.search(text) and node.tag not in ("script", "style"):
            build = html_tree
        else:
            continue
        nested = _parsed(build, Inner([char for char, _ in node.chars()], node.layer))
        if nested is not None:
            nested.parent = node
            node.nested = nested
            _nest(nested, depth + 1)


def _parsed(build: Callable[[Layer], Node], layer: Layer) -> Node | None:
    try:
        return build(layer)
    except ValueError:
        return None


# XML


def xml_tree(layer: Layer) -> Node:
    """The tree of an XML document that a hardened parser has accepted."""
    return _XmlBuilder(layer).build()


class _XmlBuilder:
    def __init__(self, layer: Layer) -> None:
        self.layer = layer
        self._events: list[tuple[int, str, Any]] = []
        self._byte = self._char = 0

    def build(self) -> Node:
        self._collect()
        text = self.layer.text
        open_nodes: list[Node] = []
        root: Node | None = None
        spelling = XML_TEXT
        for (start, event, value), (stop, _, _) in zip(self._events, [*self._events[1:], (len(text), "", None)], strict=True):
            if event == "start":
                node = self._element(start, value, open_nodes[-1] if open_nodes else None)
                root = root or node
                open_nodes.append(node)
            elif event == "end":
                self._close(open_nodes.pop(), start)
            elif event == "text":
                open_nodes[-1].content.append(Piece(open_nodes[-1], start, stop, spelling))
            elif event in ("cdata", "cdata end"):
                spelling = CDATA if event == "cdata" else XML_TEXT
        assert root is not None, "the document has been read"
        return root

    def _collect(self) -> None:
        """The parser's events, each with the character that it begins at."""
        source = self.layer.text.encode("utf-8", "surrogatepass")
        parser = expat.ParserCreate("utf-8")
        parser.buffer_text = False
        parser.ordered_attributes = True

        def note(event: str) -> Callable[..., None]:
            def handler(*values: Any) -> None:
                at = parser.CurrentByteIndex
                self._char += len(source[self._byte : at].decode("utf-8", "surrogatepass"))
                self._byte = at
                self._events.append((self._char, event, values))

            return handler

        parser.StartElementHandler = note("start")
        parser.EndElementHandler = note("end")
        parser.CharacterDataHandler = note("text")
        parser.StartCdataSectionHandler = note("cdata")
        parser.EndCdataSectionHandler = note("cdata end")
        parser.CommentHandler = parser.ProcessingInstructionHandler = note("other")
        try:
            parser.Parse(source, True)  # noqa: FBT003  # expat's way to say that this is all
        except expat.ExpatError as error:
            raise ValueError(str(error)) from None

    def _element(self, start: int, values: Any, parent: Node | None) -> Node:
        text = self.layer.text
        match = _TAG.match(text, start)
        assert match is not None, "a tag begins where the parser says so"
        prefixes = dict(parent.prefixes) if parent is not None else {"xml": _XML_NAMESPACE}
        pairs = list(zip(values[1][::2], values[1][1::2], strict=True))
        prefixes |= {name.partition(":")[2]: uri for name, uri in pairs if name.partition(":")[0] == "xmlns"}
        node = Node("element", _clark(values[0], prefixes), self.layer, parent, start)
        node.prefixes = parent.prefixes if parent is not None and prefixes == parent.prefixes else prefixes
        node.inner = (match.end(), match.end())
        node.stop = match.end()
        for found in _ATTRIBUTE.finditer(text, start + 1 + len(values[0]), match.end()):
            if found[1].partition(":")[0] != "xmlns":
                name = _clark(found[1], prefixes) if ":" in found[1] else found[1]
                node.attributes.append(_attribute(node, name, found, XML_ATTRIBUTE))
        if parent is not None:
            parent.content.append(node)
        return node

    def _close(self, node: Node, start: int) -> None:
        if self.layer.text[node.stop - 2] != "/":
            node.inner = (node.inner[0], start)
            node.stop = self.layer.text.index(">", start) + 1


def _clark(name: str, prefixes: Mapping[str, str]) -> str:
    prefix, _, rest = name.rpartition(":")
    uri = prefixes.get(prefix)
    return f"{{{uri}}}{rest}" if uri else name


def _attribute(node: Node, name: str, match: re.Match[str], spelling: Spelling) -> Node:
    group = next((number for number in (2, 3, 4) if match[number] is not None), 1)
    found = Node("attribute", f"@{name}", node.layer, node, match.start())
    found.inner = match.span(group) if group != 1 else (match.end(), match.end())
    found.stop = match.end()
    if found.inner[0] != found.inner[1]:
        found.content.append(Piece(found, *found.inner, spelling))
    return found


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
    for span in place.attrs.values():
        match = _ATTRIBUTE.match(parent.layer.text, at(span.start_offset), at(span.end_offset))
        if match is not None:
            node.attributes.append(_attribute(node, match[1].lower(), match, HTML_ATTRIBUTE))
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
