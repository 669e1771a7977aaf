"""One page, read: its facts and its text put together."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from newsmodel.contract import Read
from newsmodel.errors import InvalidValue, ReadError, shown
from newsmodel.extract._appeals import appeals
from newsmodel.extract._page import _graph as graph
from newsmodel.extract._page import _phrases as phrases
from newsmodel.extract._page._addresses import is_same_page
from newsmodel.extract._page._blocks import Blocks
from newsmodel.extract._page._body import find_body
from newsmodel.extract._page._facts import MOST_LINKS, Facts
from newsmodel.extract._page._figures import with_credit
from newsmodel.extract._page._outline import MAX_DEPTH, Line
from newsmodel.extract._page._place import furniture_around
from newsmodel.extract._page._scripts import text_in_scripts
from newsmodel.extract._page._sifting import ASKS, LEADS_ON, Body, Known
from newsmodel.extract._page._text import folded, rich_of
from newsmodel.extract._page._vocabulary import PAYWALL
from newsmodel.model import Article, Block, DonationAppeal, Figure, Link, Media, Paragraph, Rendition, RichText, Separator
from newsmodel.model.blocks import block_plain_text
from newsmodel.model.values import is_line
from newsmodel.syntax import html as syntax

FEW, MORE = 800, 3
"""A page that shows fewer letters may keep its text elsewhere; that counts if it is so many times longer."""
NEAR = 15
"""So many lines below the text may ask for something."""
LONGEST_TITLE = 300


def read_document(document: syntax.Document) -> Read:
    """The article of a parsed page; raises as `page`."""
    try:
        reading = _Reading(document)
        found = reading.read()
    except RecursionError:  # the walk keeps to its depth; what its caller left of the stack may be less
        raise ReadError.at("expected elements that are nested less deeply") from None
    reading.facts.release()
    return found


class _Reading:
    """The reading of one page."""

    def __init__(self, document: syntax.Document) -> None:
        self.document = document
        self.facts = Facts(document)
        self.lost = self.facts.lost

    def read(self) -> Read:
        """The article."""
        facts = self.facts
        fields = facts.fields()
        known = Known(
            titles=facts.all_titles(fields["headline"], fields["url"]), description=folded(fields["summary"] or ""),
            authors=frozenset(folded(one.name) for one in fields["bylines"]),
        )  # fmt: skip
        body = find_body(facts.outline, known)
        blocks, lead = self._blocks(body)
        fields["body"] = self._from_elsewhere(blocks)
        fields["lead"] = self._credited(lead or self._shared_picture(blocks))
        if body is not None:
            fields["standfirst"] = self._standfirst(body)
            people = {byline.name for byline in fields["bylines"]}
            fields["links"] = [*fields["links"], *(link for link in self._related(body) if link.title not in people and not is_same_page(link.href, fields["url"]))]
            fields["appeals"] = self._appeals(body, fields["language"] or "en")
            fields["access"] = fields["access"] or self._access(body)
            self._report(body)
        return Read(article=self._built(fields), losses=facts.account())

    def _built(self, fields: dict[str, Any]) -> Article:
        """The article; a field that the model refuses is left out and reported."""
        while True:
            try:
                return Article(**fields)
            except InvalidValue as error:
                name = error.field.rpartition(".")[2]
                if name not in fields or name == "headline":
                    return Article(headline="")
                self.lost(f"/{name}", str(error))
                del fields[name]

    def _report(self, body: Body) -> None:
        """Report what stands in the text's box and is no part of the text, of furniture each box once; and what the page is."""
        told: set[int] = set()
        for line, reason in body.left_out:
            outermost = line.box
            for box in furniture_around(line.box):
                outermost = box
            if outermost is line.box or id(outermost) not in told:
                told.add(id(outermost))
                self.lost(outermost.node.xpath_path(), f"left out, {reason}: {shown(line.text)}", outermost.node.source_line)
        deep = self.facts.outline.too_deep
        if deep is not None:
            self.lost(deep.xpath_path(), f"levels of nesting: more than {MAX_DEPTH}; of what stood deeper, the text is kept")
        if body.several:
            self.lost(body.box.node.xpath_path(), "several articles on the page: the first is read")
        elif not self.facts.descriptions and _is_list(body):
            self.lost("/html/body", "a page that lists articles: what is read are its teasers")

    # What goes with the text

    def _standfirst(self, body: Body) -> RichText | None:
        return rich_of([line.runs for line in body.standfirst], self.facts.address) or None if body.standfirst else None

    def _related(self, body: Body) -> list[Link]:
        """The links to other articles that stand among the text."""
        found: dict[str, Link] = {}
        for line, reason in body.left_out:
            if reason == LEADS_ON and len(found) < MOST_LINKS:
                for text, _, href, _ in line.runs:
                    address = None if href is None else self.facts.address.of(href)
                    title = " ".join(text.split())
                    if address is not None and is_line(title) and len(title) < LONGEST_TITLE:
                        found.setdefault(address, Link(rel="related", href=address, title=title))
        return list(found.values())

    def _appeals(self, body: Body, language: str) -> tuple[DonationAppeal, ...]:
        """The appeals for money among what was left out, and below the text in the article's own element."""
        asking = [line.text for line, reason in body.left_out if reason == ASKS]
        asking += [text for text in self._below(body) if text not in asking]
        return appeals("\n".join(asking), language) if asking else ()

    def _below(self, body: Body) -> list[str]:
        """The lines below the text in the article's own element, if one of them may ask for money."""
        around = next((box for box in body.box.around() if box.tag in ("article", "main")), None)
        if around is None or not body.lines:
            return []
        last = body.lines[-1].number
        lines = (line for line in self.facts.outline.lines[last + 1 : last + NEAR] if not line.box.hidden and around in line.box.around())
        found = [line.text for line in lines if len(line.text) < FEW]
        return found if any(phrases.GIVING.search(text.lower()) for text in found) else []

    def _access(self, body: Body) -> str | None:
        """`locked` where the text ends at a paywall."""
        last = body.lines[-1].number if body.lines else 0
        for line in self.facts.outline.lines[last + 1 : last + 12]:
            if len(line.text) < LONGEST_TITLE and _says_locked(line) and not line.box.hidden:
                if sum(len(one.text) for one in body.lines) < 2 * FEW:
                    self.lost(line.box.node.xpath_path(), f"the text may end at a paywall: {shown(line.text)}")
                    return "locked"
                return None
        return None

    # Blocks

    def _blocks(self, body: Body | None) -> tuple[list[Block], Figure | None]:
        if body is None:
            return [], None
        maker = Blocks(body, self.facts.address)
        before = maker.before(self.facts.seen.title)
        blocks = _without_repeats(maker.of(body.box))
        while blocks and isinstance(blocks[-1], Separator):
            blocks.pop()
        if not before and blocks and isinstance(blocks[0], Figure):
            before = [blocks.pop(0)]
        lead = before[0] if before and isinstance(before[0], Figure) else None
        return [*before[1:], *blocks] if lead else [*before, *blocks], lead

    def _from_elsewhere(self, blocks: list[Block]) -> list[Block]:
        """The blocks; where readers without scripts see next to nothing, the text that the page's data hold."""
        seen = sum(len(block_plain_text(block)) for block in blocks if not isinstance(block, Figure))
        if seen >= FEW:
            return blocks
        for one in self.facts.descriptions:
            if one.text is not None and len(one.text) > MORE * seen and len(one.text) > FEW:
                self.lost("/html/body", f"text only in the structured data ({one.source}): its markup is lost")
                return [*(block for block in blocks if isinstance(block, Figure)), *_paragraphs(graph.paragraphs(one.text))]
        found = text_in_scripts(self.document) if seen < FEW // 2 else []
        if sum(map(len, found)) > MORE * seen:
            self.lost("/html/body", "text only in a script: its markup is lost")
            return [*(block for block in blocks if isinstance(block, Figure)), *_paragraphs(found)]
        return blocks

    def _credited(self, lead: Figure | None) -> Figure | None:
        """The figure; where nothing beside it says whose it is, with what the structured data say."""
        for one in self.facts.descriptions:
            if lead is not None and one.article.lead is not None:
                lead = with_credit(lead, one.article.lead)
        return lead

    def _shared_picture(self, blocks: list[Block]) -> Figure | None:
        """The picture of the structured data, or for social networks, where the page shows none."""
        if any(isinstance(block, Figure) for block in blocks):
            return None
        stated = next((one.article.lead for one in self.facts.descriptions if one.article.lead is not None), None)
        if stated is not None:
            return stated
        href = self.facts.shared_picture()
        return None if href is None else Figure(media=Media(renditions=[Rendition(href=href)]))


def _without_repeats(blocks: list[Block]) -> list[Block]:
    """The blocks without paragraphs that say again what the caption of the figure before them says."""
    kept: list[Block] = []
    above: Block | None = None
    for block in blocks:
        caption = above.caption if isinstance(above, Figure) else None
        if not (isinstance(block, Paragraph) and caption is not None and block.content == caption.content):
            kept.append(block)
        above = block
    return kept


def _is_list(body: Body) -> bool:
    """Whether there are about as many titles of other articles where the text should be as paragraphs."""
    titles = sum(line.is_heading for line, reason in body.left_out if reason == LEADS_ON)
    return titles >= 5 and 2 * titles > sum(line.mass > 0 for line in body.lines)


def _says_locked(line: Line) -> bool:
    """Whether a line says that one must pay, or stands in a box that is called so."""
    if phrases.PAYWALL.search(line.text.lower()):
        return True
    return bool(line.called & PAYWALL) and line.mass == 0


def _paragraphs(lines: Iterable[str]) -> list[Block]:
    return [Paragraph(content=line) for line in lines if is_line(line)]
