"""One regular expression over the text: the limit of finding votes."""

from __future__ import annotations

from functools import partial

from benchmarks.speed import faults
from benchmarks.speed.contest import Attempt, Case, contender


@contender("votes", "plain scan", note="two numbers with a dash or a word between")
def scan(case: Case) -> Attempt:
    """Pairs of numbers, whatever they count."""
    text = case.data.decode()
    return Attempt(partial(faults.MOTION.findall, text), lambda found: faults.other_votes(text, [(int(yes), int(no)) for yes, no in found]))
