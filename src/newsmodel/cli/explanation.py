"""How the votes and appeals of an article were read, as a tree for people to follow in a terminal."""

from __future__ import annotations

from rich.text import Text
from rich.tree import Tree

from newsmodel.cli.messages import counted, printable
from newsmodel.extract import Explanation, appeal_cues, explain
from newsmodel.model import Article, DonationAppeal

NOTHING = "the text tells of no vote"


def of(article: Article) -> Tree:
    """Each vote that the body tells of: its sentence, the words that the rules know in it, and where each part comes from."""
    found = explain(article)
    tree = Tree(
        Text(f"how the text was read: {counted(len(found), 'vote')}" if found else NOTHING, style="bold"), guide_style="dim"
    )
    for how in found:
        _add_vote(tree, how)
    for appeal in article.appeals:
        _add_appeal(tree, appeal, article.language or "en")
    return tree


def _add_vote(tree: Tree, how: Explanation) -> None:
    branch = tree.add(Text(printable(how.sentence)))
    words = branch.add(Text("words", style="cyan"))
    for token in how.tokens:
        known = [*token.names, *([] if token.value is None else [f"= {token.value}"])]
        if known:
            words.add(Text.assemble(printable(token.text), (f"  {', '.join(map(printable, known))}", "dim")))
    branch.add(Text.assemble(("rule: ", "cyan"), f"{how.kind}: {how.rule}"))
    for part in how.parts:
        branch.add(Text.assemble((f"{part.name}: ", "cyan"), printable(part.value), (f"  ({part.source})", "dim")))


def _add_appeal(tree: Tree, appeal: DonationAppeal, language: str) -> None:
    """The lines of an appeal, each with the words that made it one."""
    branch = tree.add(Text(f"appeal: {appeal.kind}"))
    for line in [*([appeal.heading] if appeal.heading else []), *appeal.paragraphs]:
        cues = ", ".join(f"{field}: {words}" for field, words in appeal_cues(line, language))
        branch.add(Text.assemble(printable(line), (f"  {printable(cues)}" if cues else "", "dim")))
