"""Show what changed between two versions of a story that came in two formats."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import newsmodel as nm
from newsmodel.changes import changes
from newsmodel.cli.commands import run

first = nm.Article(
    version=1,
    status="usable",
    headline="Night bus to Saltmarsh is saved",
    slug="night-bus",
    body=[
        nm.Paragraph(content="The council of Port Lorne approved the plan on Tuesday evening."),
        nm.Paragraph(content="The last bus leaves at ten past eleven."),
    ],
    votes=[nm.Vote(motion="keep the night bus", counts=[nm.Count(option="yes", value=11), nm.Count(option="no", value=6)])],
)
second = nm.evolve(
    first,
    version=2,
    body=[
        nm.Paragraph(content="The council of Port Lorne approved the plan on Tuesday night."),
        nm.Paragraph(content="Drivers had asked for a longer contract."),
        nm.Paragraph(content="The last bus leaves at ten past eleven."),
    ],
    votes=[nm.Vote(motion="keep the night bus", counts=[nm.Count(option="yes", value=11), nm.Count(option="no", value=7)])],
    notes=[nm.Label(content="The first version had the wrong number of votes against.", role="correction")],
)

with TemporaryDirectory() as folder:
    wire, desk = Path(folder, "wire.xml"), Path(folder, "desk.json")
    nm.dump(first, wire, format="newsml-g2")
    nm.dump(second, desk, format="ninjs")

    print("$ newsmodel diff wire.xml desk.json")
    sys.stdout.flush()
    print("exit code", run(["diff", str(wire), str(desk)]))

    print("\nIn Python:")
    for change in changes(nm.load(wire), nm.load(desk)):
        print(f"{change.path} -> {change.to}{' (whole member)' if change.member else ''}")
