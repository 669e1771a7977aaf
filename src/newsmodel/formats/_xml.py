"""XML, parsed in this one place: nothing is fetched, nothing is expanded, and every limit is stated.

The settings follow what hostile documents were measured to need: no entity, DTD or XInclude is ever resolved, a
document that declares entities is refused rather than read with holes in its text, and what would cost too much is
refused before a tree is built. A reference to an entity is an error, in text and in attributes.

A DOCTYPE may name the sender's own DTD, and may say in brackets that it is to be completed by others beside it (NewsML 1
with the DTD of NITF) or what an element holds. None of this is read. Whatever else stands in the brackets is refused.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Any, BinaryIO

from lxml import etree

from newsmodel.errors import ReadError, shown
from newsmodel.syntax.encoding import UTF_8_MARK, ascii_opening

MAX_BYTES = 16 << 20
"""Of a document, or of one item of a message."""
MAX_NODES = 500_000
MAX_ATTRIBUTES = 256
"""Of one element, and of the namespace declarations that stand beyond one for each element."""
CHUNK = 1 << 16

# libxml2's own limits do the rest: 256 levels, 10 MB of text in one node, 50 000 characters in a name.
_SETTINGS: dict[str, Any] = {
    "resolve_entities": False, "load_dtd": False, "dtd_validation": False, "attribute_defaults": False,
    "no_network": True, "huge_tree": False, "decompress": False, "recover": False, "collect_ids": True,
    "remove_comments": True, "remove_pis": True, "strip_cdata": True,
}  # fmt: skip
_COMPRESSED = {b"\x1f\x8b": "gzip", b"BZh": "bzip2", b"\xfd7z": "xz", b"\x28\xb5\x2f\xfd": "zstd", b"PK\x03\x04": "ZIP"}
_ENCODINGS = frozenset(
    "UTF-8 UTF-16 UTF-16LE UTF-16BE US-ASCII ASCII ISO-8859-1 ISO-8859-15 WINDOWS-1252".split()
)
_SPACE = "[ \\t\\r\\n]"
_LITERAL = """(?:"[^"<>]*"|'[^'<>]*')"""
_BESIDE = """(?:"(?!/)[^"<>&%:\\\\]*"|'(?!/)[^'<>&%:\\\\]*')"""
"""The name of a file beside the sender's: no address, and no place on this machine."""
_MISCELLANY = rf"(?:{_SPACE}+|<!--.*?-->|<\?.*?\?>)"
_EXTERNAL = rf"(?:SYSTEM|PUBLIC{_SPACE}+{_LITERAL}){_SPACE}+"
_HARMLESS = re.compile(
    rf"(?>{_MISCELLANY})*+<!DOCTYPE{_SPACE}+[^\s\[<>]+{_SPACE}*(?:{_EXTERNAL}{_LITERAL}{_SPACE}*)?\["
    rf"(?>{_MISCELLANY}|%[\w.:-]+;|<!ELEMENT{_SPACE}[^<>&%\"'\[\]]*>"
    rf"|<!ENTITY{_SPACE}+%{_SPACE}+[\w.:-]+{_SPACE}+{_EXTERNAL}{_BESIDE}{_SPACE}*>)*+\]{_SPACE}*>",
    re.DOTALL,
)
"""What stands before the root of a document whose DOCTYPE has brackets that say nothing of the document."""
_DECLARED = re.compile(rb"""\s*<\?xml[^>]*?\sencoding\s*=\s*["']([^"'>]*)["']""")


class _Deny(etree.Resolver):
    """Stands before every resolver that a build of libxml2 may have."""

    def resolve(self, system_url: str | None, public_id: str | None, context: object) -> Any:  # noqa: ARG002  # lxml calls it so
        raise ReadError.at(f"an external reference is never followed: {shown(system_url)}")


def parse(data: bytes) -> Any:
    """The root element of an XML document, without comments and processing instructions, so that `.text` is whole.

    A UTF-8 byte order mark decides the encoding, whatever the document declares.

    Raises:
        ReadError: where the bytes are not well-formed XML, declare entities, or go beyond a limit.
    """
    if len(data) > MAX_BYTES:
        raise ReadError.at(f"expected at most {MAX_BYTES} bytes, found {len(data)}")
    _check_head(data[:1024])
    _check_counts(_Counts().add(data))
    marked = data.startswith(UTF_8_MARK)
    parser = etree.XMLParser(encoding="utf-8" if marked else None, **_SETTINGS)
    parser.resolvers.add(_Deny())
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise _fault(error) from None
    except (LookupError, ValueError, AssertionError) as error:  # pragma: no cover  # of lxml itself, in some builds
        raise ReadError.at(f"no XML: {shown(str(error))}") from None
    _check_references(parser.error_log)
    _check_tree(root, data, marked=marked)
    return root


def each(source: BinaryIO, tags: Collection[str]) -> Iterator[Any]:
    """The elements with these tags, each as soon as it is complete; below a root it is emptied when the next one is asked for.

    An element inside another of them comes as a part of the outer one alone.

    Raises:
        ReadError: as `parse`; the limits hold for each element rather than for the document.
    """
    data = source.read(CHUNK)
    _check_head(data[:1024])
    marked = data.startswith(UTF_8_MARK)
    parser = etree.XMLPullParser(("start", "end"), encoding="utf-8" if marked else None, **_SETTINGS)
    parser.resolvers.add(_Deny())
    progress = _Progress(tags, marked=marked)
    counts = _Counts()
    while True:
        _check_counts(counts.add(data))
        fault = _fed(parser, data)
        for element in progress.complete(parser, data):
            counts = _Counts()
            yield element
        if fault is not None:
            raise fault
        if not data:
            return
        data = source.read(CHUNK)


def _fed(parser: Any, data: bytes) -> ReadError | None:
    """The fault in the next bytes; elements that are complete before it can still be had. No bytes are the end."""
    try:
        if data:
            parser.feed(data)
        else:
            parser.close()
    except etree.XMLSyntaxError as error:
        return _fault(error)
    except (LookupError, ValueError, AssertionError) as error:  # pragma: no cover  # as in `parse`
        return ReadError.at(f"no XML: {shown(str(error))}")
    return _dangling(parser.feed_error_log)


class _Progress:
    """Where an incremental reading stands."""

    def __init__(self, tags: Collection[str], *, marked: bool) -> None:
        self._tags = tags
        self._marked = marked
        self._prolog = b""
        self._root: Any = None
        self._inside: Any = None

    def complete(self, parser: Any, data: bytes) -> Iterator[Any]:
        """The elements that are complete with `data`."""
        if self._root is None:
            self._prolog += data
        for event, element in parser.read_events():
            if event == "start":
                if self._root is None:
                    self._root = element
                    _check_tree(element, self._prolog, marked=self._marked)
                if self._inside is None and element.tag in self._tags:
                    self._inside = element
            elif element is self._inside:
                _check_content(element)
                yield element
                self._inside = None
                _forget(element)


def _forget(element: Any) -> None:
    """Free an element and what stands before it; a root goes with its tree, which is quicker."""
    parent = element.getparent()
    if parent is None:
        return
    element.clear(keep_tail=True)
    while element.getprevious() is not None:
        parent.remove(element.getprevious())


class _Counts:
    """Upper bounds of what a parser would build, found before it does: no entity is expanded, so bytes bound nodes."""

    def __init__(self) -> None:
        self.size = self.nodes = self.attributes = self.namespaces = 0
        self._uncounted = b""

    def add(self, data: bytes) -> _Counts:
        self.size += len(data)
        self.namespaces += (data.replace(b"\0", b"") if b"\0" in data[:64] else data).count(b"xmlns")
        if self.size > MAX_NODES or self.namespaces > MAX_ATTRIBUTES:  # fewer bytes cannot hold too many of anything else
            data, self._uncounted = self._uncounted + data, b""
            self.nodes += data.count(b"<")
            self.attributes += data.count(b"=")
        else:
            self._uncounted += data
        return self


def _check_counts(counts: _Counts) -> None:
    if counts.size > MAX_BYTES + CHUNK:
        raise ReadError.at(f"expected at most {MAX_BYTES} bytes in an item, found more")
    if counts.nodes > MAX_NODES or counts.attributes > 4 * MAX_NODES:
        raise ReadError.at(f"expected at most {MAX_NODES} elements and {4 * MAX_NODES} attributes, found more")
    if counts.namespaces > MAX_ATTRIBUTES + counts.nodes:
        raise ReadError.at("too many namespace declarations")


def _check_head(head: bytes) -> None:
    for mark, name in _COMPRESSED.items():
        if head.startswith(mark):
            raise ReadError.at(f"expected XML, found {name} data: unpack it first", line=1)
    if head.startswith(UTF_8_MARK):
        return
    declared = _DECLARED.match(ascii_opening(head))
    if declared is not None:
        _check_encoding(declared[1].decode("ascii", "replace"))


def _check_encoding(name: str) -> None:
    if name.upper() not in _ENCODINGS:
        raise ReadError.at(f"expected an encoding such as UTF-8, found {shown(name)}", line=1)


def _check_tree(root: Any, data: bytes, *, marked: bool) -> None:
    """Refuse what only shows once a parser has seen it; `data` begins with all that stands before the root."""
    document = root.getroottree().docinfo
    if not marked:
        _check_encoding(document.encoding or "UTF-8")
    dtd = document.internalDTD
    # Of attribute declarations, whose defaults libxml2 would put into the tree, lxml tells nothing.
    declares = dtd is not None and (any(dtd.iterentities()) or any(dtd.iterelements()) or b"<!ATTLIST" in data.replace(b"\0", b""))
    if declares and not _HARMLESS.match(_decoded(data, document.encoding)):
        raise ReadError.at("declarations inside a DOCTYPE are refused: take out what stands in its brackets [ ]", line=1)
    _check_content(root)


def _decoded(data: bytes, encoding: str | None) -> str:
    """The beginning of a document as text; what stands before the root is in ASCII, or it is refused."""
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    return data.decode("utf-16" if wide else "utf-8-sig" if data.startswith(UTF_8_MARK) else encoding or "utf-8", "replace")


def _dangling(log: Any) -> ReadError | None:
    """The fault of a reference to an entity that is not declared, which is only a warning where there is a DOCTYPE."""
    for entry in log:
        if entry.type == etree.ErrorTypes.WAR_UNDECLARED_ENTITY:
            return ReadError.at(f"an entity that is not declared: {shown(entry.message)}", line=entry.line, column=entry.column)
    return None


def _check_references(log: Any) -> None:
    """In attributes the tree shows no trace of a reference that was left out."""
    fault = _dangling(log)
    if fault is not None:
        raise fault


_ONE_ATTRIBUTE_TOO_MANY = etree.XPath(f"descendant-or-self::*/@*[{MAX_ATTRIBUTES + 1}]")


def _check_content(element: Any) -> None:
    for found in _ONE_ATTRIBUTE_TOO_MANY(element):
        raise ReadError.at(f"expected at most {MAX_ATTRIBUTES} attributes, found more", line=found.getparent().sourceline)
    if element.getroottree().docinfo.internalDTD is not None:  # without a DTD an undeclared entity is an error already
        for reference in element.iter(etree.Entity):
            raise ReadError.at(f"an entity that is not declared: {shown(reference.text)}", line=reference.sourceline)


_IN_NAMESPACE = etree.XPath("descendant-or-self::*/@*[namespace-uri() = $namespace]")


def attributes_in(root: Any, namespace: str) -> Iterator[tuple[Any, str, str]]:
    """The attributes in a namespace, each with its element, its name and its value, in document order."""
    for found in _IN_NAMESPACE(root, namespace=namespace):
        yield found.getparent(), found.attrname, str(found)


def _fault(error: etree.XMLSyntaxError) -> ReadError:
    line, column = error.position
    return ReadError.at(f"not well-formed XML: {shown(error.msg)}", line=line or 1, column=column or None)
