"""Single edits of an article, each with a check of the bytes that it may change."""

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from difflib import SequenceMatcher

from attrs import frozen

import newsmodel as nm

MARK = "zqzq"
"""Text that stands in no document, and is spelled by the same characters in every format."""
_MARKED = re.compile(r"(?:<[^<>]*>|&lt;[^<>&]*&gt;)?zqzq(?:<[^<>]*>|&lt;[^<>&]*&gt;)?")
LONGEST_TAG = 160
LARGEST_VERSION = 2**63 - 1
_TOKENS = re.compile(r"<[^<>]*>|[^<>]+|[<>]")
_BETWEEN_LETTERS = re.compile(r"(?<=[a-z])(?=[a-z])")


@frozen
class Edit:
    """An edit, and whether the bytes that changed are those that it may change."""

    name: str
    article: nm.Article
    stays_inside: Callable[[str, str], bool]


def put_in(before: str, after: str) -> bool:
    """Whether nothing but the mark was put in, in one place or where its text repeats."""
    return after.replace(MARK, "") == before


def marked(before: str, after: str) -> bool:
    """Whether nothing but the mark was put in, with a tag on both sides."""
    return _MARKED.sub("", after) == before


def changed(before: str, after: str) -> tuple[str, str]:
    """From the first to the last character that differs: what was there, and what is."""
    shorter = min(len(before), len(after))
    start = next((n for n in range(shorter) if before[n] != after[n]), shorter)
    tail = next((n for n in range(shorter - start) if before[-1 - n] != after[-1 - n]), shorter - start)
    return before[start : len(before) - tail], after[start : len(after) - tail]


def added(before: str, after: str) -> bool:
    """Whether something was put in, in one place or several, and nothing taken out."""
    return all(_put_in(old, new) for old, new in differences(before, after))


def removed(before: str, after: str) -> bool:
    """Whether something was taken out, and nothing put in."""
    return added(after, before)


def added_or_small(before: str, after: str) -> bool:
    """Whether no more was put in the place of what was there than a short tag."""
    return all(_put_in(old, new) or len(old) <= LONGEST_TAG for old, new in differences(before, after))


def removed_or_small(before: str, after: str) -> bool:
    """Whether something was taken out, and no more than a short tag changed."""
    return added_or_small(after, before)


def differences(before: str, after: str) -> list[tuple[str, str]]:
    """The stretches that differ: what was there, and what is; tags and the texts between them are not cut where they are equal."""
    whole = changed(before, after)
    if "" in whole:
        return [whole]
    old, new = (_TOKENS.findall(text) for text in whole)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    stretches = [("".join(old[a:b]), "".join(new[c:d])) for step, a, b, c, d in matcher.get_opcodes() if step != "equal"]
    return [changed(*stretch) for stretch in stretches]


def _put_in(old: str, new: str) -> bool:
    return old == "" and new != ""


def small(before: str, after: str) -> bool:
    """Whether what changed is no longer than a value."""
    return max(map(len, changed(before, after))) <= 80


def _in_text(text: str, at: int | None = None) -> str | None:
    """The text with the mark between two of its letters."""
    found = [match.start() for match in _BETWEEN_LETTERS.finditer(text)]
    if not found:
        return None
    place = found[len(found) // 2]
    return text[:place] + MARK + text[place:]


def _in_rich(content: nm.RichText) -> nm.RichText | None:
    """Rich text with the mark in its longest run."""
    longest = max(range(len(content)), key=lambda index: len(_text(content[index])))
    run = content[longest]
    text = _in_text(_text(run))
    if text is None:
        return None
    new = text if isinstance(run, str) else nm.evolve(run, text=text)
    return (*content[:longest], new, *content[longest + 1 :])


def _text(run: str | nm.Span) -> str:
    return run if isinstance(run, str) else run.text


def _bold(content: nm.RichText) -> nm.RichText | None:
    """Rich text with the mark, in bold, in its first run, where that is plain."""
    first = content[0]
    if not isinstance(first, str) or not (found := _BETWEEN_LETTERS.search(first)):
        return None
    begin, end = first[: found.start()], first[found.start() :]
    return (begin, nm.Span(text=MARK, marks=["strong"]), end, *content[1:])


MOMENT = datetime(2031, 2, 3, 4, 5, 6, tzinfo=UTC)
VOTE = nm.Vote(motion=f"the {MARK} motion", counts=[nm.Count(option="yes", value=7), nm.Count(option="no", value=2)])


def edits(article: nm.Article) -> Iterator[Edit]:
    """The edits that can be made of this article, one of each kind."""
    yield from _of_lines(article)
    yield from _of_body(article)
    yield from _of_captions(article)
    if article.embargoed is None:
        yield Edit("embargo added", nm.evolve(article, embargoed=MOMENT), added_or_small)
    else:
        yield Edit("embargo changed", nm.evolve(article, embargoed=MOMENT), small)
        yield Edit("embargo removed", nm.evolve(article, embargoed=None), removed_or_small)
    yield Edit("vote added", nm.evolve(article, votes=(*article.votes, VOTE)), added)
    new = nm.Concept(name="A new subject", code="medtop:20000002")
    yield Edit("subject added", nm.evolve(article, subjects=(*article.subjects, new)), added)
    if article.subjects:
        yield Edit("subject removed", nm.evolve(article, subjects=article.subjects[1:]), removed)
        if article.subjects[0].name and (name := _in_text(article.subjects[0].name)):
            subject = nm.evolve(article.subjects[0], name=name)
            yield Edit("subject changed", nm.evolve(article, subjects=(subject, *article.subjects[1:])), put_in)
    if article.version and article.version < LARGEST_VERSION:
        yield Edit("version changed", nm.evolve(article, version=article.version + 1), small)
    if article.status:
        other = nm.evolve(article, status="usable" if article.status == "withheld" else "withheld")
        yield Edit("status changed", other, small)


def _of_lines(article: nm.Article) -> Iterator[Edit]:
    if headline := _in_text(article.headline):
        yield Edit("headline changed", nm.evolve(article, headline=headline), put_in)
    if article.standfirst and (standfirst := _in_rich(article.standfirst)):
        yield Edit("standfirst changed", nm.evolve(article, standfirst=standfirst), put_in)
    if article.bylines and (name := _in_text(article.bylines[0].name)):
        byline = nm.evolve(article.bylines[0], name=name)
        yield Edit("byline changed", nm.evolve(article, bylines=(byline, *article.bylines[1:])), put_in)


def _of_body(article: nm.Article) -> Iterator[Edit]:
    places = [index for index, block in enumerate(article.body) if isinstance(block, nm.Paragraph)]
    if not places:
        return
    place = places[len(places) // 2]
    paragraph = article.body[place]
    assert isinstance(paragraph, nm.Paragraph)
    before, behind = article.body[:place], article.body[place + 1 :]
    if content := _in_rich(paragraph.content):
        yield Edit("paragraph changed", nm.evolve(article, body=(*before, nm.Paragraph(content=content), *behind)), put_in)
    if content := _bold(paragraph.content):
        yield Edit("marks changed", nm.evolve(article, body=(*before, nm.Paragraph(content=content), *behind)), marked)
    new = nm.Paragraph(content=f"One {MARK} more.")
    yield Edit("paragraph added", nm.evolve(article, body=(*before, paragraph, new, *behind)), added)
    yield Edit("paragraph removed", nm.evolve(article, body=(*before, *behind)), removed)


def _of_captions(article: nm.Article) -> Iterator[Edit]:
    for index, block in enumerate(article.body):
        if isinstance(block, nm.Figure) and block.caption and block.caption.content:
            content = _in_rich(block.caption.content)
            if content is None:
                continue
            figure = nm.evolve(block, caption=nm.evolve(block.caption, content=content))
            yield Edit("caption changed", nm.evolve(article, body=(*article.body[:index], figure, *article.body[index + 1 :])), put_in)
            return


def spelled(data: bytes) -> str:
    """The characters of a document, one for each byte where it is not in UTF-16."""
    return data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "latin-1")
