"""One regular expression over the text: the limit of finding votes, where all are spelt alike."""

from __future__ import annotations

from functools import partial

from benchmarks.speed import faults
from benchmarks.speed.contest import Attempt, Case, contender


@contender("votes", "plain scan", note="pairs of numbers of one spelling")
def scan(case: Case) -> Attempt:
    """The expression that knows how the prose was made."""
    text = case.data.decode()
    return Attempt(partial(faults.MOTION.findall, text), lambda found: faults.other_votes(text, [(int(yes), int(no)) for yes, no in found]))
