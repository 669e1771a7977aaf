"""Collect the votes that stories report, with the sentence that reports each."""

import csv
import sys

import newsmodel as nm

STORIES = [
    """\
Harbour wall to be raised

The wall at the old harbour will be raised by half a metre.

The council of Port Lorne approved the plan by 14 votes to 3. There were two abstentions.
""",
    """\
Market stays on Sundays

The Sunday market may stay where it is.

The parish meeting voted 41-12 in favour of the motion. An amendment to move it to Saturdays fell by 20 votes to 33.
""",
]

table = csv.writer(sys.stdout, lineterminator="\n")
table.writerow(["story", "who voted", "yes", "no", "abstained", "outcome", "sentence"])
for story in STORIES:
    article = nm.loads(story, format="text")
    for vote in article.votes:
        quote = vote.evidence.quote if vote.evidence else ""
        table.writerow([article.headline, vote.voting_body, vote.yes, vote.no, vote.abstain, vote.outcome, quote])
