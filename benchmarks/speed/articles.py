"""The articles that all work on: invented ones of a usual size and shape, and real ones where `NEWSMODEL_DATA` has them."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from decimal import Decimal
from functools import cache

import newsmodel as nm
from benchmarks.documents import ROOT, documents
from newsmodel.model import Block, VoteOption

PARAGRAPHS = 25
"""Of an invented article; that of a usual agency report is 10 to 30."""
REAL_SIZES = range(2_000, 200_000)
"""How many bytes a real document has that is taken: a shorter one is no report, a longer one a collection."""

_SYLLABLES = "ba ce di fo gu ha ke li mo nu pa re si to vu wa ye zi bran cor del fen gar hol jun kel lom mer nor pel quin ras sul tor ven wil".split()
_ENDINGS = "n r s t l den ler mont ton a o e é ü ner ming gate".split()
_ZONE = timezone(timedelta(hours=1))


class Writer:
    """Makes articles out of words that no language has; the same ones for the same seed."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)  # noqa: S311  # words, not secrets
        self._seed = seed

    def word(self) -> str:
        """A word of two to four syllables; about one in nine has a letter beyond ASCII."""
        count = self._random.randint(1, 3)
        return "".join(self._random.choices(_SYLLABLES, k=count)) + self._random.choice(_ENDINGS)

    def words(self, count: int) -> str:
        """Words in a row."""
        return " ".join(self.word() for _ in range(count))

    def name(self) -> str:
        """Two words, capitalised."""
        return self.words(2).title()

    def sentence(self) -> str:
        """Nine to twenty-two words; every sixth sentence is quoted."""
        text = self.words(self._random.randint(9, 22)).capitalize()
        return f"“{text},” {self.word()} {self.name()}." if self._random.random() < 1 / 6 else f"{text}."

    def address(self) -> str:
        """A URL of a site that cannot exist."""
        return f"https://{self.word()}.example/{self.word()}/{self._random.randint(10_000, 99_999)}".replace("é", "e").replace("ü", "u")

    def paragraph(self) -> nm.Paragraph:
        """Two to four sentences, with something marked in half of all and a link in a third."""
        runs: list[str | nm.Span] = []
        for _ in range(self._random.randint(2, 4)):
            runs += [self.sentence(), " "]
            chance = self._random.random()
            if chance < 0.12:
                runs += [nm.Span(text=self.words(3), marks=["emphasis"]), " "]
            elif chance < 0.24:
                runs += [nm.Span(text=self.words(2), marks=["strong"]), " "]
            elif chance < 0.4:
                runs += [nm.Span(text=self.words(4), href=self.address()), " "]
        return nm.Paragraph(content=nm.rich(*runs))

    def figure(self) -> nm.Figure:
        """A picture in two crops, with a caption and a credit."""
        place = self.address()
        crops = [nm.Rendition(href=f"{place}-{width}.jpg", name=name, media_type="image/jpeg", width=width, height=width * 2 // 3) for name, width in (("wide", 1200), ("small", 400))]
        return nm.Figure(
            media=nm.Media(kind="image", id=f"urn:picture:{self._random.randint(1, 10**9)}", alt=self.words(6), renditions=crops),
            caption=nm.Caption(content=self.sentence(), credit=f"{self.name()}/{self.name()}"),
        )

    def table(self) -> nm.Table:
        """Five rows of four cells."""
        def cell(text: str, *, header: bool = False) -> nm.Cell:
            return nm.Cell(blocks=[nm.Paragraph(content=text)], header=header)

        head = [cell(self.word().title(), header=True) for _ in range(4)]
        rows = [[cell(self.name()), *(cell(str(self._random.randint(0, 9_999))) for _ in range(3))] for _ in range(4)]
        return nm.Table(caption=nm.rich(self.sentence()), rows=[head, *rows])

    def vote(self, number: int) -> nm.Vote:
        """A motion, the body that voted, two to three counts, and the words it was read in."""
        options: list[VoteOption] = ["yes", "no", "abstain"]
        counts = [nm.Count(option=option, value=self._random.randint(0, 300)) for option in options[: 2 + number % 2]]
        return nm.Vote(
            motion=self.words(8), voting_body=f"the {self.name()} council", counts=counts, result="passed" if number % 2 else "failed",
            held=self.time(), evidence=nm.Evidence(quote=self.sentence(), block=number, start=0),
        )

    def appeal(self) -> nm.DonationAppeal:
        """A request for money with two sums."""
        amounts = [nm.SuggestedAmount(value=Decimal(5), currency="EUR", period="P1M"), nm.SuggestedAmount(value=Decimal("49.5"), currency="EUR", period="P1Y")]
        return nm.DonationAppeal(heading=self.words(4).capitalize(), paragraphs=[self.sentence(), self.sentence()], amounts=amounts, beneficiary=self.name(), url=self.address())

    def time(self) -> datetime:
        """A time of one year, with an offset."""
        return datetime(2026, 1, 1, tzinfo=_ZONE) + timedelta(minutes=self._random.randrange(525_600))

    def concept(self) -> nm.Concept:
        """A subject with its code."""
        code = self._random.randint(10_000_000, 20_000_000)
        return nm.Concept(name=self.name(), code=f"medtop:{code}", uri=f"http://cv.iptc.org/newscodes/mediatopic/{code}")

    def body(self, paragraphs: int) -> Iterator[Block]:
        """Paragraphs, and after some of them a heading, a list, a quotation, a figure, a table: once in 25."""
        for number in range(paragraphs):
            yield self.paragraph()
            match number % PARAGRAPHS:
                case 4:
                    yield self.figure()
                case 6 | 13 | 19:
                    yield nm.Heading(content=self.words(5).capitalize())
                case 9:
                    yield nm.List(items=[[self.paragraph()] for _ in range(4)])
                case 15:
                    yield nm.Quote(blocks=[self.paragraph()], attribution=self.name())
                case 21:
                    yield self.table()
                case _:
                    pass

    def article(self, paragraphs: int = PARAGRAPHS) -> nm.Article:
        """A report with two bylines, two figures, a table, four votes and an appeal."""
        return nm.Article(
            id=f"urn:newsml:paper.example:20260304:{self._seed}", version=2, url=self.address(), language="en-GB",
            headline=self.words(8).capitalize(), kicker=self.name(), standfirst=self.sentence(), summary=self.sentence(), slug=self.words(2),
            bylines=[
                nm.Byline(name=self.name(), role="author", job_title=self.words(2), affiliation=self.name(), email="desk@paper.example"),
                nm.Byline(name=self.name(), role="author", location=self.name()),
            ],
            dateline=self.name().upper(), located=[self.concept()], credit=self.name(),
            created=self.time(), published=self.time(), updated=self.time(), status="usable", urgency=4,
            genres=[self.concept()], subjects=[self.concept() for _ in range(5)], keywords=[self.word() for _ in range(6)],
            publisher=nm.Concept(name=self.name(), uri="https://paper.example/"), links=[nm.Link(rel="seeAlso", href=self.address(), title=self.words(6))],
            rights=nm.Rights(holder=nm.Concept(name=self.name()), year=2026, notices=[nm.Label(content=self.sentence())]),
            lead=self.figure(), body=list(self.body(paragraphs)), votes=[self.vote(number) for number in range(4)], appeals=[self.appeal()],
            notes=[nm.Label(content=self.sentence(), role="editorial")],
        )  # fmt: skip


@cache
def invented(count: int, first: int = 0) -> tuple[nm.Article, ...]:
    """Different articles of one shape."""
    return tuple(Writer(seed).article() for seed in range(first, first + count))


def plain_story(article: nm.Article) -> nm.Article:
    """What any template shows of an article: its headline and its body, pictures without what is known of them beside."""
    return nm.Article(headline=article.headline, language=article.language, body=[_plain_figure(block) if isinstance(block, nm.Figure) else block for block in article.body])


def _plain_figure(figure: nm.Figure) -> nm.Figure:
    assert figure.media is not None, "as invented"
    first = figure.media.renditions[0]
    rendition = nm.Rendition(href=first.href, width=first.width, height=first.height)
    return nm.Figure(media=nm.Media(kind="image", alt=figure.media.alt, renditions=[rendition]), caption=figure.caption)


def prose(sentences: int, seed: int = 0) -> str:
    """Sentences of which every fortieth tells of a vote, in paragraphs of five."""
    writer = Writer(seed)
    said = [writer.sentence() if number % 40 != 20 else f"The {writer.name()} council voted {200 + number % 97}-{number % 53} to close the ferry." for number in range(sentences)]
    return "\n\n".join(" ".join(said[start : start + 5]) for start in range(0, sentences, 5))


def real(standard: str, count: int) -> list[tuple[str, bytes]]:
    """Documents of agencies, spread evenly over all there are; none where there are no data."""
    if not (ROOT / "agency").is_dir():
        return []
    found = [one for one in documents() if one.standard == standard and not one.is_test and "text" in one.kind and one.path.stat().st_size in REAL_SIZES]
    step = max(1, len(found) // count)
    return [(str(one.path.relative_to(ROOT)), one.path.read_bytes()) for one in found[::step][:count]]
