"""Facts in unmarked text: votes, appeals for money, names of authors, credits of pictures; and the article of any page.

One public function a fact; each takes text and returns objects of the model, and each is linear in the length of the
text. The rules are general, and what they need to know of a language is in a table of words (`extract.languages`).
Precision comes first: what a text does not clearly say is not returned.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from attrs import evolve

from newsmodel._lazy import lazily
from newsmodel.contract import Read
from newsmodel.model import Article, Vote
from newsmodel.walk import plain_text

if TYPE_CHECKING:
    from newsmodel.extract._appeals import appeal_cues, appeals
    from newsmodel.extract._bylines import bylines
    from newsmodel.extract._captions import caption
    from newsmodel.extract._votes import Explanation, NamedToken, VotePart, votes
else:
    # The rules and tables of a fact are loaded with its function.
    __getattr__, __dir__ = lazily(
        __name__,
        {
            "newsmodel.extract._appeals": "appeal_cues appeals",
            "newsmodel.extract._bylines": "bylines",
            "newsmodel.extract._captions": "caption",
            "newsmodel.extract._votes": "Explanation NamedToken VotePart votes",
        },
    )


def page(html: bytes) -> Read:
    """The article of any publisher's page, and what the page holds that did not fit or was not believed.

    >>> data = b"<title>Rain - The Echo</title><h1>Rain</h1><p>It rained all day, said <b>Ann Bell</b>, who had waited.</p>"
    >>> article = page(data).article
    >>> article.headline, article.text
    ('Rain', 'It rained all day, said Ann Bell, who had waited.')

    Raises:
        ReadError: where the bytes are no HTML, or exceed a limit.
    """
    from newsmodel.extract._page import page as read_page  # noqa: PLC0415  # the HTML parser is loaded with the first page

    return read_page(html)


def enrich(article: Article) -> Article:
    """The article with what its body says and its fields do not: the votes.

    `Evidence.block` counts the blocks of the body, `start` the characters of that block's plain text. A vote that the
    article has already is not added again, so that enriching twice changes nothing more.

    >>> from newsmodel.model import Paragraph
    >>> article = Article(headline="Ferry", body=[Paragraph(content="The council voted 7-2 to close the ferry.")])
    >>> [vote.yes for vote in enrich(article).votes]
    [7]
    """
    from newsmodel.extract._votes import votes_in  # noqa: PLC0415  # the rules are loaded with the first article

    found = votes_in(_blocks(article), article.language or "en")
    new = tuple(vote for vote in found if not any(_tell_of_one(vote, known) for known in article.votes))
    return evolve(article, votes=article.votes + new) if new else article


def explain(article: Article) -> tuple[Explanation, ...]:
    """How each vote that an article's body tells of was read: its sentence token by token, and the rule that gave each part.

    >>> from newsmodel.model import Paragraph
    >>> article = Article(headline="Ferry", body=[Paragraph(content="The council rejected the levy 22-10.")])
    >>> [how] = explain(article)
    >>> how.kind, how.rule, [part.name for part in how.parts]
    ('pair', 'decided what', ['counts', 'whose number', 'motion', 'voting body', 'outcome'])
    >>> [token.names for token in how.tokens if token.text == "levy"]
    [('motion',)]
    """
    from newsmodel.extract._votes import explanations_in  # noqa: PLC0415  # as above

    return explanations_in(_blocks(article), article.language or "en")


def _blocks(article: Article) -> Iterator[tuple[int, str]]:
    return ((index, plain_text(block)) for index, block in enumerate(article.body))


def _tell_of_one(found: Vote, known: Vote) -> bool:
    """Whether two objects tell of one vote: they were read in one sentence, or have one motion and no other counts."""
    if found.evidence is not None and found.evidence == known.evidence and found.motion == known.motion:
        return True
    return found.counts == known.counts and found.motion == known.motion


__all__ = [
    "Explanation", "NamedToken", "VotePart", "appeal_cues", "appeals", "bylines", "caption", "enrich", "explain", "page",
    "votes",
]  # fmt: skip
