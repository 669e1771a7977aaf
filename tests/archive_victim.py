"""A job in a process of its own, for tests that kill it: `python -m tests.archive_victim OUTPUT NUMBER [resume]`."""

import sys
from collections.abc import Iterator

import newsmodel as nm
from newsmodel.archive import Document, Report, journal
from newsmodel.archive.engines import Serial
from newsmodel.archive.job import Job, OnError, run
from newsmodel.archive.sinks import Sink
from newsmodel.archive.sinks.choosing import sink_for
from newsmodel.archive.sinks.files import Files
from newsmodel.archive.sinks.partitions import ParquetFolder


def documents(number: int) -> Iterator[Document]:
    """Documents of several formats, every tenth of them broken, and some of several articles."""
    for at in range(number):
        article = nm.Article(
            headline=f"Story {at}", language=("en", "en-GB", "de", None)[at % 4], id=f"urn:tern:{at}",
            published=nm.loads(f'{{"format":"newsmodel","version":1,"article":{{"headline":"x","published":"2031-{at % 12 + 1:02}-07T09:00:00+02:00"}}}}').published,
            body=[nm.Paragraph(content=f"The council of Tidewick voted {at % 9 + 3}-2 to close the ferry. {' '.join(['Rain fell.'] * 40)}")],
        )  # fmt: skip
        data = nm.dumps(article, format=("json", "ninjs", "nitf")[at % 3])
        if at % 10 == 7:
            yield Document(name=f"in/week.zip!/day {at % 7}/{at}", data=data[: len(data) // 2])
        elif at % 10 == 6:
            data = nm.dumps(article, format="json")
            yield Document(name=f"in/all/{at}.jsonl", data=data + data)
        else:
            yield Document(name=f"in/day {at % 7}/{at}.txt", data=data)


def sink_of(output: str) -> Sink:
    """The sink that the suffix names: `.days` and `.html` are folders."""
    if output.endswith(".days"):
        return ParquetFolder(by="day")
    return Files(target="html", roots=("in/",)) if output.endswith(".html") else sink_for(output)


def work(output: str, number: int, *, resume: bool = False, on_error: OnError = "quarantine") -> Report:
    """The job."""
    return run(documents(number), sink_of(output), Serial(), Job(output=output, resume=resume, on_error=on_error))


if __name__ == "__main__":
    journal.FLUSH_SECONDS = 0.02
    print(work(sys.argv[1], int(sys.argv[2]), resume="resume" in sys.argv[3:]).resumed)
