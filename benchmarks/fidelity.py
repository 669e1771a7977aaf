"""NewsML-G2 documents parsed and written again: newsmodel beside the peers that `make peers` installs.

    python -m benchmarks.fidelity PYTHON CLASSES    # make bench-fidelity does it all

PYTHON is the interpreter of the peers' environment, CLASSES the folder of the module that xsdata generated there.

Two serialisations are *equal* when their canonical XML (C14N 2.0, with comments) is, texts of white space alone aside. They are *alike*
when they differ at most in what few readers look at: namespace prefixes, `xsi:` attributes, comments, white space at the edges of
texts. newsmodel does not serialise a parsed tree but writes an edit into the document that it came from, so its measure is stricter:
the bytes of `update` with the unchanged article.
"""

from __future__ import annotations

import argparse
import io
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any

from attrs import frozen
from lxml import etree

import newsmodel as nm
from benchmarks.documents import ROOT, Document, documents, markdown, outcome
from benchmarks.samples import PAGE, with_table

XSI = "{http://www.w3.org/2001/XMLSchema-instance}"


@frozen(kw_only=True)
class Score:
    """How many documents a library took in, and how many came out as they went in."""

    parsed: int
    equal: int | None
    alike: int | None
    identical: int | None
    """Byte for byte; `None` where a library has no way to write so."""


def candidates() -> list[Document]:
    """The agencies' NewsML-G2 documents that are well-formed."""
    return [document for document in documents() if document.standard == "newsml-g2" and not document.is_test and tree(document.path.read_bytes()) is not None]


def tree(data: bytes) -> Any:
    """A tree without texts that are white space alone; `None` where the XML is not well-formed."""
    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        return None
    for node in root.iter():
        node.text = node.text if (node.text or "").strip() else None
        node.tail = node.tail if (node.tail or "").strip() else None
    return root


def equal(one: Any, other: Any) -> bool:
    """Whether the canonical XML of two trees is the same."""
    return _canonical(one) == _canonical(other)


def _canonical(tree: Any) -> str:
    target = io.StringIO()
    etree.canonicalize(etree.tostring(tree, encoding="unicode"), out=target, with_comments=True)
    return target.getvalue()


def alike(one: Any, other: Any) -> bool:
    """Whether two trees say the same, in the generous sense of this module."""
    return list(said(one)) == list(said(other))


def said(tree: Any) -> Iterator[tuple[object, ...]]:
    """Elements as they open and close, each with the text before it."""
    text = ""
    for event, node in etree.iterwalk(tree, events=("start", "end", "comment", "pi")):
        if event == "start":
            yield text.strip(), node.tag, sorted((name, value) for name, value in node.attrib.items() if not name.startswith(XSI))
            text = node.text or ""
        elif event == "end":
            yield text.strip(), "end"
            text = node.tail or ""
        else:
            text += node.tail or ""


def peer_scores(python: Path, classes: Path) -> dict[str, Score]:
    """What each library of `benchmarks/peers.py` makes of the documents."""
    wanted = candidates()
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(  # noqa: S603  # an interpreter that the caller names, and our own script
            [python, "-W", "ignore", Path(__file__).with_name("peers.py"), folder],
            input="\n".join(str(document.path.resolve()) for document in wanted),
            text=True, check=True, env={**os.environ, "PYTHONPATH": str(classes)}, stdout=subprocess.DEVNULL,
        )  # fmt: skip
        return {f"{library.name} {_version(library.name)}": _score(wanted, library) for library in sorted(Path(folder).iterdir())}


def _version(library: str) -> str:
    """The version of a library that the peers' environment has."""
    for line in Path(__file__).with_name("peers.txt").read_text("utf-8").splitlines():
        name, _, pinned = line.partition("==")
        if name.partition("[")[0] == library:
            return pinned
    raise LookupError(f"peers.txt has no version of {library}")


def _score(wanted: list[Document], results: Path) -> Score:
    parsed = same = close = identical = 0
    for number, document in enumerate(wanted):
        written = results / f"{number}.xml"
        if not written.exists():
            continue
        parsed += 1
        original, data = document.path.read_bytes(), written.read_bytes()
        before, after = tree(original), tree(data)
        identical += original == data
        if after is not None:
            same += equal(before, after)
            close += alike(before, after)
    return Score(parsed=parsed, equal=same, alike=close, identical=identical)


def our_score() -> Score:
    """What `newsml-g2` makes of them; each article of a document is written back."""
    codec = nm.codec("newsml-g2")
    assert isinstance(codec, nm.Updater), "NewsML-G2 can be updated"
    parsed = identical = 0
    for document in candidates():
        found = outcome(document)
        parsed += bool(found.reads)
        original = document.path.read_bytes()
        identical += bool(found.reads) and all(codec.update(original, read.article).data == original for read in found.reads)
    return Score(parsed=parsed, equal=None, alike=None, identical=identical)


def table_fidelity(python: Path, classes: Path) -> str:
    """Each library, and how many of the documents it takes in and gives back."""
    scores = {f"newsmodel {version('newsmodel')}": our_score(), **peer_scores(python, classes)}
    total = len(candidates())
    head = ["Library", "Documents", "Parsed", "Equal as canonical XML", "Equal or alike", "Equal byte for byte"]
    rows = [[name, total, one.parsed, *("-" if n is None else n for n in (one.equal, one.alike, one.identical))] for name, one in scores.items()]
    return markdown(head, rows)


def main(arguments: list[str] | None = None) -> int:
    """Print the table; with `--page`, write it into the page as well."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("python", type=Path, help="the interpreter of the peers' environment")
    parser.add_argument("classes", type=Path, help="the folder of the module newsml_g2_classes")
    parser.add_argument("--page", action="store_true", help=f"write the table into {PAGE.name}")
    asked = parser.parse_args(arguments)
    if not (ROOT / "agency").is_dir():
        print(f"no real documents at {ROOT}: set NEWSMODEL_DATA to the folder that holds `agency`", file=sys.stderr)
        return 1
    table = table_fidelity(asked.python.absolute(), asked.classes.absolute())
    print(table, end="")
    if asked.page:
        PAGE.write_text(with_table(PAGE.read_text("utf-8"), "fidelity", table), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
