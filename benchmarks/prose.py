"""Votes, appeals, bylines and captions found in prose: what `newsmodel.extract` says of the annotated passages, and their scorer of it.

    python -m benchmarks.prose            # print the table
    python -m benchmarks.prose --page     # and write it into docs/explanation/real_pages.md

The scorer is `gold/score.py` in the folder that `NEWSMODEL_DATA` names; it holds the measures, this the answers.
"""

from __future__ import annotations

import argparse
import json
import sys
from argparse import Namespace
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from benchmarks.documents import ROOT, by_path, markdown
from benchmarks.pages import PAGE
from benchmarks.samples import with_table
from newsmodel import DonationAppeal, Vote, extract, walk

GOLD = ROOT / "gold"
Item = Mapping[str, Any]

LANGUAGES = {"en": "en-US"}
"""The passages in English are mostly American, and so are the amounts in them that name no country."""
PERIODS = {"P1M": "month", "P1Y": "year", "P1W": "week", "one-off": "one-off"}
"""The model's periods in the scorer's words."""


def votes(item: Item) -> Item:
    """The votes of a passage; a count in votes goes before its share."""
    return {"votes": [_vote(vote, item["text"]) for vote in extract.votes(item["text"], _language(item))]}


def _language(item: Item) -> str:
    language: str = item["lang"]
    return LANGUAGES.get(language, language)


def _vote(vote: Vote, text: str) -> Item:
    unit = "percent" if vote.counts and all(count.unit == "percent" for count in vote.counts) else "votes"
    start = -1 if vote.evidence is None else text.find(vote.evidence.quote)
    evidence = None if vote.evidence is None or start < 0 else [start, start + len(vote.evidence.quote)]
    sides = {option: _number(getattr(vote, option)) for option in ("yes", "no", "abstain", "absent")}
    said = {"motion": vote.motion, "voting_body": vote.voting_body, "result": vote.outcome, "unanimous": vote.unanimous}
    return {**said, **sides, "unit": unit, "evidence": evidence}


def _number(value: int | Decimal | None) -> float | None:
    return None if value is None else float(value)


def appeals(item: Item) -> Item:
    """The appeal that a passage makes; of several, each adds its amounts to the first."""
    found = extract.appeals(item["text"], _language(item))
    if not found:
        return {"is_donation_appeal": False}
    first = found[0]
    said = {"beneficiary": first.beneficiary, "url": first.url, "call_to_action": first.call_to_action}
    return {"is_donation_appeal": True, "amounts": list(_amounts(found)), **said}


def _amounts(found: Iterable[DonationAppeal]) -> Iterator[Item]:
    for appeal in found:
        for amount in appeal.amounts:
            period = PERIODS.get(amount.period or "", amount.period)
            yield {"value": float(amount.value), "currency": amount.currency, "period": period}


def bylines(item: Item) -> Item:
    """The people of a line, and what it first says of any of them."""
    found = extract.bylines(item["text"])
    roles = (one.job_title or (one.role if one.role != "author" else None) for one in found)
    return {
        "is_byline": bool(found),
        "names": [one.name for one in found if one.name and one.kind == "person"],
        "role": next(filter(None, roles), None),
        "affiliation": next((one.affiliation for one in found if one.affiliation), None),
        "location": next((one.location for one in found if one.location), None),
    }


def captions(item: Item) -> Item:
    """A caption, taken apart."""
    found = extract.caption(item["raw"])
    return {"text": walk.plain_text(found.content or ()) or None, "credit": found.credit, "photographer": found.creator, "agencies": list(found.agencies)}


TASKS: Mapping[str, Callable[[Item], Item]] = {"votes": votes, "appeals": appeals, "bylines": bylines, "captions": captions}
"""Named as the scorer names them, and the files of the passages."""


def table_prose() -> str:
    """Each measure of each task."""
    scorer = by_path(GOLD / "score.py")
    rows: list[list[object]] = []
    for task, answer in TASKS.items():
        items = [json.loads(line) for line in (GOLD / f"{task}.jsonl").read_text("utf-8").splitlines() if line.strip()]
        measures, _ = getattr(scorer, task)(items, {item["id"]: answer(item) for item in items}, Namespace(by_kind=False))
        rows += [[task, f"`{name}`", *_cells(measure)] for name, measure in measures.items()]
    return markdown(["Task", "Measure", "Precision", "Recall", "F1", "Mean", "Of"], rows)


def _cells(measure: Item) -> list[str]:
    """Precision, recall and F1, or one mean, and how many there are."""
    if "F1" in measure:
        return [*(f"{measure[name]:.3f}" for name in ("P", "R", "F1")), "-", str(measure["tp"] + measure["fn"])]
    mean = measure.get("mean", measure.get("rate"))
    return ["-", "-", "-", "-" if mean is None else f"{mean:.3f}", str(measure["n"])]


def main(arguments: list[str] | None = None) -> int:
    """Print the table; with `--page`, write it into the page as well."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--page", action="store_true", help=f"write the table into {PAGE.name}")
    asked = parser.parse_args(arguments)
    if not GOLD.is_dir():
        print(f"no annotated passages at {GOLD}: set NEWSMODEL_DATA to the folder that holds `gold`", file=sys.stderr)
        return 1
    table = table_prose()
    print(table, end="")
    if asked.page:
        PAGE.write_text(with_table(PAGE.read_text("utf-8"), "prose", table), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
