"""Read every real document at hand, and say in tables what became of it.

    python -m benchmarks.samples            # print the tables
    python -m benchmarks.samples --page     # and write them into docs/explanation/real_documents.md

A table is a function in `TABLES`, called by the name that the page has between its marks.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from pathlib import Path

import newsmodel as nm
from benchmarks.documents import ROOT, Document, Outcome, documents, markdown, outcome
from benchmarks.updates import table_update

PAGE = Path(__file__).resolve().parents[1] / "docs" / "explanation" / "real_documents.md"

KINDS: Mapping[str, str] = {
    "no headline": "no headline|an empty headline",
    "another text of the same article": "another text of the body|no place for <inlineData>",
    "markup that no block or mark fits; its text is kept": "the markup|a heading in a text",
    "another item in the same document, or another kind of item": "<.*> is a |no text: an item of class|an item of type",
    "a value that is none of its kind": "expected |no date or time|no status|.* that is no |an? <?.*>? without |.* of a code|no number|a time where|no conformance",
    "text or pictures that are no part of the story": "text that stands outside|a picture of one pixel",
    "an attribute": r"no place for [\w:.-]+=",
    "an element or property": "no place for|content of type",
}
"""What a reader could not keep, by the shape of the reason; the first that matches counts."""


def samples() -> tuple[Outcome, ...]:
    """What became of the agencies' documents."""
    return tuple(outcome(document) for document in documents() if not document.is_test)


def kind(loss: nm.Loss) -> str:
    """The kind of a loss, a key of `KINDS`, or `a repair`."""
    if loss.repaired:
        return "a repair"
    return next((name for name, shape in KINDS.items() if re.match(shape, loss.reason)), "other")


def table_samples() -> str:
    """Documents read of documents, by standard and agency."""
    head = ["Standard", "Agency", "Documents", "Read", "Articles", "Other items", "Refused", "Without loss", "Repaired"]
    rows: list[list[object]] = []
    for standard, some in groupby(sorted(samples(), key=_by_agency), lambda found: found.document.standard):
        group = list(some)
        rows += [[f"`{standard}`", agency, *_counts(list(found))] for agency, found in groupby(group, lambda found: found.document.agency)]
        rows.append([f"`{standard}`", "**all**", *_counts(group)])
    return markdown(head, rows)


def _by_agency(found: Outcome) -> tuple[str, str]:
    return found.document.standard, found.document.agency


def _counts(group: list[Outcome]) -> Iterator[int]:
    yield len(group)
    yield sum(bool(found.reads) for found in group)
    yield sum(len(found.reads) for found in group)
    yield sum(found.is_other_item for found in group)
    yield sum(found.refusal is not None and not found.is_other_item for found in group)
    yield sum(bool(found.reads) and not found.losses for found in group)
    yield sum(any(loss.repaired for loss in found.losses) for found in group)


def table_refused() -> str:
    """Why documents give no article."""
    reasons: Counter[tuple[str, str]] = Counter()
    for found in samples():
        if found.refusal is not None:
            reasons[found.document.standard, _shape(found.refusal.problems[0].message)] += 1
    return markdown(["Standard", "Reason", "Documents"], [[f"`{standard}`", reason, count] for (standard, reason), count in sorted(reasons.items())])


def _shape(message: str) -> str:
    """A message without the values that it repeats, as Markdown shows it."""
    return re.sub("<([^>]*)>", r"`<\1>`", re.sub(r"(:? '.*)", "", message, flags=re.S))


def table_losses() -> str:
    """What was lost or repaired, by kind: places, and documents that have such a place."""
    places: defaultdict[str, Counter[str]] = defaultdict(Counter)
    holders: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for found in samples():
        kinds = Counter(kind(loss) for loss in found.losses)
        places[found.document.standard].update(kinds)
        holders[found.document.standard].update(kinds.keys())
    names = ["a repair", *KINDS, "other"]
    rows = [[name, *(f"{places[one][name]} in {holders[one][name]}" for one in sorted(places))] for name in names]
    return markdown(["Kind (places in documents)", *(f"`{one}`" for one in sorted(places))], rows)


def table_names() -> str:
    """Which names of a standard the model has most often no place for."""
    names: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for found in samples():
        unkept = (loss for loss in found.losses if kind(loss) in ("an attribute", "an element or property"))
        names[found.document.standard].update({_name(loss) for loss in unkept})
    most = {one: sorted(found.items(), key=lambda entry: (-entry[1], entry[0]))[:15] for one, found in sorted(names.items())}
    rows = [[f"`{one}`", ", ".join(f"`{name}` {count}" for name, count in entries)] for one, entries in most.items()]
    return markdown(["Standard", "No place for (documents)"], rows)


def _name(loss: nm.Loss) -> str:
    """The name of what was lost, and of what holds it: `newsItem/@standard`."""
    steps = [re.sub(r"\[\d+\]$", "", step) for step in loss.path.split("/") if step and not step.isdigit()]
    return "/".join(steps[-2:])


def table_suites() -> str:
    """What our readers say of the standards' own test suites."""
    counts: Counter[tuple[str, str, str]] = Counter()
    for found in _tested():
        counts[found.document.standard, _expected(found.document), verdict(found)] += 1
    verdicts = ["read", "read, with a report", "another kind of item", "refused"]
    pairs = sorted({(standard, expected) for standard, expected, _ in counts}, key=lambda pair: (pair[0], pair[1] == "invalid"))
    rows = [[f"`{standard}`", expected, *(counts[standard, expected, one] for one in verdicts)] for standard, expected in pairs]
    return markdown(["Suite", "Expected", *verdicts], rows)


def _tested() -> Iterable[Outcome]:
    return (outcome(document) for document in documents() if document.is_test)


def _expected(document: Document) -> str:
    return "valid" if document.expected_valid else "invalid"


def verdict(found: Outcome) -> str:
    """What the reader says; that there is no headline is no report, as few of these documents have one."""
    if found.refusal is not None:
        return "another kind of item" if found.is_other_item else "refused"
    return "read, with a report" if any(kind(loss) != "no headline" for loss in found.losses) else "read"


def table_unreported() -> str:
    """The invalid documents that are read without a report, by name."""
    rows = [
        [f"`{found.document.standard}`", f"`{'/'.join(found.document.path.parts[-3:])}`"]
        for found in _tested()
        if not found.document.expected_valid and verdict(found) == "read"
    ]
    return markdown(["Suite", "Document"], rows)


TABLES: Mapping[str, Callable[[], str]] = {
    "samples": table_samples,
    "refused": table_refused,
    "losses": table_losses,
    "names": table_names,
    "suites": table_suites,
    "unreported": table_unreported,
    "update": table_update,
}
"""Each is printed, and stands on the page between `<!-- NAME: … -->` and `<!-- /NAME -->`."""


def with_table(page: str, name: str, table: str) -> str:
    """`page` with a table between the marks of its name; a page without the marks is refused."""
    marks = re.compile(rf"(<!-- {name}: [^\n]*-->\n).*?(<!-- /{name} -->)", re.S)
    done, found = marks.subn(lambda mark: f"{mark[1]}\n{table}\n{mark[2]}", page)
    if not found:
        raise ValueError(f"the page has no place for the table {name!r}")
    return done


def main(arguments: list[str] | None = None) -> int:
    """Print the tables; with `--page`, write them into the page as well."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--page", action="store_true", help=f"write the tables into {PAGE.name}")
    asked = parser.parse_args(arguments)
    if not (ROOT / "agency").is_dir():
        print(f"no real documents at {ROOT}: set NEWSMODEL_DATA to the folder that holds `agency`", file=sys.stderr)
        return 1
    tables = {name: table() for name, table in TABLES.items()}
    print(*(f"{name}\n\n{table}" for name, table in tables.items()), sep="\n", end="")
    if asked.page:
        text = PAGE.read_text("utf-8")
        for name, table in tables.items():
            text = with_table(text, name, table)
        PAGE.write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
