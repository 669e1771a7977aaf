"""Add a format: a codec is a frozen class with a name, a way to recognise, to read and to write.

A package makes it known with an entry point, and then it is in the command, in `nm.load` and in everything else:

    [project.entry-points."newsmodel.codecs"]
    ticker = "your_package:Ticker"
"""

from collections.abc import Iterator
from typing import BinaryIO, ClassVar

from attrs import frozen

import newsmodel as nm
from newsmodel.contract import differences


def reason(_path: str, _value: object) -> str:
    return "a ticker has a headline and one paragraph, and no marks"


@frozen(kw_only=True)
class Ticker:
    """One line for the ticker at the bottom of a screen: `+++ HEADLINE +++ first paragraph +++`."""

    separator: str = "+++"
    """An option of the format: a field, with its default."""

    name: ClassVar[str] = "ticker"
    media_types: ClassVar[tuple[str, ...]] = ("text/x-ticker",)
    suffixes: ClassVar[tuple[str, ...]] = (".ticker",)

    def recognise(self, head: bytes, /) -> nm.Confidence:
        """Whether it begins with the separator."""
        return nm.Confidence.SURE if head.startswith(self.separator.encode() + b" ") else nm.Confidence.NO

    def read(self, data: bytes, /) -> nm.Read:
        """The article: one problem with its place where there is none."""
        try:
            text = data.decode()
        except UnicodeDecodeError as error:
            raise nm.ReadError.at("expected UTF-8", line=1, column=error.start + 1) from error
        parts = [part.strip(" \n") for part in text.split(self.separator)]
        if len(parts) < 3:
            raise nm.ReadError.at(f"expected a headline between two {self.separator}", line=1, column=1)
        try:
            body = [nm.Paragraph(content=part) for part in parts[2:-1] if part]
            return nm.Read(article=nm.Article(headline=parts[1], body=body))
        except nm.InvalidValue as error:
            raise nm.ReadError.at(str(error), line=1, column=1) from error

    def read_each(self, source: BinaryIO, /) -> Iterator[nm.Read]:
        """A ticker holds one article a line."""
        for line in source:
            yield self.read(line)

    def write(self, article: nm.Article, /) -> nm.Written:
        """The line, and by reading it back, the exact losses."""
        parts = [article.headline, *(block.content[0] for block in article.paragraphs[:1] if isinstance(block.content[0], str))]
        safe = [" ".join(part.replace("\n", " ").split(self.separator)) for part in parts]
        data = f" {self.separator} ".join(["", *safe, ""]).strip().encode() + b"\n"
        kept = self.read(data).article
        return nm.Written(data=data, losses=differences(article, kept, reason))


article = nm.Article(
    headline="Night bus is saved",
    bylines=[nm.Byline(name="Ida Moreno")],
    body=[nm.Paragraph(content="It runs until 2028."), nm.Paragraph(content="Drivers are glad.")],
)
ticker: nm.Writer = Ticker()
written = ticker.write(article)
print(written.data.decode(), end="")
for loss in written.losses:
    print(f"  {loss.path}: {loss.reason}")
assert nm.patch(article, written.losses) == ticker.read(written.data).article
try:
    ticker.read(b"no ticker")
except nm.ReadError as error:
    print(error)
