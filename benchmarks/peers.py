"""Parse and serialise NewsML-G2 with other people's libraries: run by the Python of their own environment, `make peers`.

    .venv-peers/bin/python benchmarks/peers.py OUT < LIST

LIST has the paths of documents, one a line. What a library serialises of document N goes to `OUT/LIBRARY/N.xml`; where it
fails, the fault goes to `OUT/LIBRARY/N.error`. The classes that xsdata works with are generated from the standard's schema, and found on the path as
the module `newsml_g2_classes`.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

NAMESPACE = "http://iptc.org/std/nar/2006-10-01/"
Round = Callable[[bytes], bytes]


def by_newsmlg2() -> Round:
    """The IPTC's own library."""
    library = importlib.import_module("NewsMLG2")

    def there_and_back(data: bytes) -> bytes:
        text: str = library.NewsMLG2Document(data).to_xml_string()
        return text.encode()

    return there_and_back


def by_xsdata() -> Round:
    """Classes made from the schema, with its elements in the order in which they came (`--compound-fields`)."""
    parsers = importlib.import_module("xsdata.formats.dataclass.parsers")
    serializers = importlib.import_module("xsdata.formats.dataclass.serializers")
    parser, serializer, known = parsers.XmlParser(), serializers.XmlSerializer(), roots()
    tree = importlib.import_module("lxml.etree")

    def there_and_back(data: bytes) -> bytes:
        root = tree.QName(tree.fromstring(data)).localname
        text: str = serializer.render(parser.from_bytes(data, known[root]), ns_map={None: NAMESPACE})
        return text.encode()

    return there_and_back


def roots() -> dict[str, Any]:
    """The generated classes of elements that a document may consist of, by the element's name."""
    classes = importlib.import_module("newsml_g2_classes")
    found = {}
    for name in dir(classes):
        meta = getattr(getattr(classes, name), "Meta", None)
        if meta is not None and hasattr(meta, "namespace"):
            found[getattr(meta, "name", None) or name] = getattr(classes, name)
    return found


LIBRARIES = {"newsmlg2": by_newsmlg2, "xsdata": by_xsdata}


def main() -> None:
    """Each library, each document."""
    target = Path(sys.argv[1])
    documents = [Path(line) for line in sys.stdin.read().splitlines()]
    for name, made in LIBRARIES.items():
        folder = target / name
        folder.mkdir(parents=True)
        there_and_back = made()
        for number, document in enumerate(documents):
            try:
                (folder / f"{number}.xml").write_bytes(there_and_back(document.read_bytes()))
            except Exception as error:  # noqa: BLE001  # a library of others may fail in any way; that it does is the figure
                (folder / f"{number}.error").write_text(f"{type(error).__name__}: {error}", "utf-8")


if __name__ == "__main__":
    main()
