"""Publishers' pages read: newsmodel beside the libraries of `benchmarks/page_peers.txt`, in one run.

    python -m benchmarks.pages            # print the table; `make bench-pages` makes the environment and writes the page
    python -m benchmarks.pages --page     # and write it into docs/explanation/real_pages.md

Run by the interpreter of the peers' environment, which holds newsmodel too, so that all are timed in one process: each page
is parsed by lxml, then read by each in turn. The scorer, `pages/score.py`, and the adapters, `pages/adapters`, are in the
folder that `NEWSMODEL_DATA` names; the scorer holds the measures.
"""

from __future__ import annotations

import argparse
import gc
import statistics
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any

import newsmodel as nm
from benchmarks.documents import ROOT, by_path, markdown
from benchmarks.samples import with_table

PAGES = ROOT / "pages"
PAGE = Path(__file__).resolve().parents[1] / "docs" / "explanation" / "real_pages.md"

OURS = "newsmodel_"
ADAPTERS: Mapping[str, tuple[str, str]] = {
    OURS: ("newsmodel", ""),
    "trafilatura_precision": ("trafilatura", ", precision"),
    "trafilatura_default": ("trafilatura", ", default"),
    "newspaper4k_": ("newspaper4k", ""),
    "readability_lxml": ("readability-lxml", ""),
    "structured": ("", "structured data alone"),
}
"""The adapters, each with the distribution that it drives, and what sets it apart."""

COLUMNS: Mapping[str, str] = {
    "A_f1": "A text", "B_f1": "B text", "B_blocks": "paragraphs", "B_title_n": "title", "B_authors": "authors", "B_day": "day",
    "B_min": "minute", "B_captions": "captions", "B_credits": "credits", "B_headings": "headings", "B_standfirst": "standfirst",
    "C_f1": "C text",
}  # fmt: skip
"""The scorer's measures that the table shows, and what they are called there."""

Adapter = Callable[[bytes, str | None], dict[str, Any]]
Results = dict[str, dict[str, Any]]
"""What an adapter made of each page, by `SET/PAGE`, as the scorer takes it."""


def results(sets: str, limit: int | None) -> dict[str, Results]:
    """What each adapter makes of the pages, and how long it and the parser take for each."""
    scorer = by_path(PAGES / "score.py")
    adapters: dict[str, Adapter] = {name: scorer.load_adapter(name)[1].extract for name in ADAPTERS}
    parse = by_path(PAGES / "adapters" / "parse_lxml_bytes.py").extract
    found: dict[str, Results] = {name: {} for name in adapters}
    for one in sets:
        truth = scorer.load_truth(one)
        wanted = list(truth)[:limit]
        for page in [wanted[0], *wanted]:  # what the first page costs, imports and tables among it, is measured at its second turn
            html, url = scorer.load_html(one, page), truth[page].get("url")
            gc.collect()
            gc.freeze()  # what one library leaves behind is not collected at the cost of another
            parsed, _ = timed(parse, html, url)
            for name, extract in adapters.items():
                seconds, result = timed(extract, html, url)
                found[name][f"{one}/{page}"] = {**result, "t": seconds, "tp": parsed}
    return found


def timed(extract: Adapter, html: bytes, url: str | None) -> tuple[float, dict[str, Any]]:
    """Seconds of the processor, and the result in the scorer's words."""
    start = time.process_time()
    try:
        result, fault = extract(html, url) or {}, None
    except Exception as error:  # noqa: BLE001  # a library of others may fail in any way; that it does is the figure
        result, fault = {}, f"{type(error).__name__}: {error}"
    seconds = time.process_time() - start
    return seconds, {**{name: value for name, value in result.items() if value}, "err": fault}


def credit_lines(pages: Iterable[str]) -> float:
    """How well newsmodel finds the lines that say whose a picture is: the scorer's F1 over a page's lines, labels left out, as a mean."""
    scorer, bare = by_path(PAGES / "score.py"), by_path(ROOT / "gold" / "score.py").core
    truth, scores = scorer.load_truth("B"), []
    for page in (page.removeprefix("B/") for page in pages if page.startswith("B/")):
        expected = {", ".join(image["authors"]) for image in truth[page].get("images") or [] if image["authors"]}
        if expected:
            article = nm.codec("html").read(scorer.load_html("B", page)).article
            scores.append(scorer.set_f1(map(bare, expected), [bare(caption.credit) for caption in article.captions if caption.credit]))
    return statistics.mean(scores) if scores else 0.0


def table_pages(found: Mapping[str, Results]) -> str:
    """Each library: the scorer's measures, the cost in parses by lxml, pages that raise and pages without text."""
    scorer = by_path(PAGES / "score.py")
    rows = []
    for name, pages in found.items():
        score = scorer.score(pages)
        measures = [f"{score[column]:.3f}" if score.get(column) else "-" for column in COLUMNS]
        cost = sum(page["t"] for page in pages.values()) / sum(page["tp"] for page in pages.values())
        failed = sum(page["err"] is not None for page in pages.values())
        empty = sum(not (page.get("body") or "").strip() for page in pages.values())
        lines = f"{credit_lines(pages):.3f}" if name == OURS else "-"
        rows.append([_called(name), *measures, lines, f"{cost:.1f}", failed, empty])
    return markdown(["Library", *COLUMNS.values(), "credit lines", "cost", "raised", "no text"], rows)


def _called(adapter: str) -> str:
    """What the table calls an adapter."""
    distribution, kind = ADAPTERS[adapter]
    return f"{distribution} {version(distribution)}{kind}" if distribution else kind


def main(arguments: list[str] | None = None) -> int:
    """Print the table; with `--page`, write it into the page as well."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--page", action="store_true", help=f"write the table into {PAGE.name}")
    parser.add_argument("--sets", default="ABC", help="the sets of pages, each a letter")
    parser.add_argument("--limit", type=int, help="so many pages of each set, to try it")
    asked = parser.parse_args(arguments)
    if not PAGES.is_dir():
        print(f"no pages at {PAGES}: set NEWSMODEL_DATA to the folder that holds `pages`", file=sys.stderr)
        return 1
    table = table_pages(results(asked.sets, asked.limit))
    print(table, end="")
    if asked.page:
        PAGE.write_text(with_table(PAGE.read_text("utf-8"), "pages", table), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
