"""From an archive of mixed formats to a dataset, its questions, and files for another system; needs `newsmodel[query]`."""

import gzip
import json
import os
import tempfile
import zipfile
from datetime import datetime, timezone
from pathlib import Path

import newsmodel as nm
from newsmodel import archive

STORIES = [
    nm.Article(
        headline=f"Tidewick council decides on {thing}",
        language="en",
        published=datetime(2031, 5, day, 18, tzinfo=timezone.utc),
        bylines=[nm.Byline(name=author)],
        body=[nm.Paragraph(content=f"The council of Tidewick voted {yes}-{no} on {thing}.")],
        votes=[nm.Vote(motion=f"decide on {thing}", counts=[nm.Count(option="yes", value=yes), nm.Count(option="no", value=no)])],
    )
    for day, thing, author, yes, no in [
        (1, "the ferry", "Ada Holm", 7, 2),
        (2, "the market", "Piet Aldous", 4, 5),
        (3, "the night bus", "Ada Holm", 9, 0),
        (4, "the harbour wall", "Suri Vantell", 5, 4),
    ]
]

CLOSE = """
    select published::date as day, motion, yes, no, outcome
    from votes
    where abs(yes - no) = 1
    order by published
"""


def make_an_archive(folder: Path) -> None:
    """What such a folder looks like: pages in a ZIP, packed JSON Lines, a text, and one document that was cut."""
    folder.mkdir()
    with zipfile.ZipFile(folder / "pages.zip", "w") as pages:
        pages.writestr("2031/ferry.html", nm.dumps(STORIES[0], format="html"))
        pages.writestr("2031/market.xml", nm.dumps(STORIES[1], format="newsml-g2"))
    with gzip.open(folder / "wire.jsonl.gz", "wb") as wire:
        wire.writelines(nm.dumps(story, format="json") for story in STORIES[2:])
        wire.write(b'{"format": "newsmodel", "ver\n')
    (folder / "rain.txt").write_text("Rain at last\n\nBy Ida Moreno\n\nIt rained on the harbour all day.\n")


with tempfile.TemporaryDirectory() as place:
    os.chdir(place)
    make_an_archive(Path("archive"))

    report = archive.convert("archive", "news.parquet", workers=2)
    print(f"{report.documents} documents: {report.articles} articles, {report.failed} not read")
    print("formats:", dict(report.formats))
    for line in Path("news.parquet.quarantine.jsonl").read_text().splitlines():
        fault = json.loads(line)
        print(f"not read: {fault['source']}, line {fault['line']}: {fault['error']['message']}")

    print("\nclose votes:")
    for row in archive.query("news.parquet", CLOSE).to_pylist():
        print(f"  {row['day']}  {row['motion']}: {row['yes']}-{row['no']}, {row['outcome']}")

    print(
        "\nread back:", sum(article in STORIES for article in archive.articles("news.parquet")), "of", len(STORIES), "are equal"
    )

    archive.convert("news.parquet", "cms", target="nitf", workers=2)
    print("for another system:", *sorted(str(file) for file in Path("cms").rglob("*.nitf")))
    os.chdir("/")
