"""Writing an edit back into the document it came from, and touching nothing else.

The reader is the judge. An edit is a list of changes. For each there are proposals: splices of the fewest bytes, at the
places that say the value now, or where our own writer would put it. A proposal counts when the document with it reads
as the article with that change made, to the last value; so a place is where a value comes from if changing it changes
the value and nothing else. What no proposal achieves is refused, and then nothing is written.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cache, cached_property, partial
from itertools import islice, product
from typing import Any, TypeGuard

import attrs
from attrs import frozen

from newsmodel.changes import Change, changes
from newsmodel.contract import Loss, Read, Writer, Written, same
from newsmodel.errors import InvalidValue, Position, Problem, ReadError, UpdateRefused, shown
from newsmodel.formats._update._difference import Difference, Step
from newsmodel.formats._update._layers import Layer, Splice, spliced
from newsmodel.formats._update._markup import INLINE
from newsmodel.formats._update._places import Place, exact, said, slot_of, styled, text_of, within
from newsmodel.formats._update._replay import Counterparts, Order, Replay
from newsmodel.formats._update._runs import run_added, run_removed
from newsmodel.formats._update._tree import Node
from newsmodel.formats._update._trees import html_tree, json_tree, tree_of, xml_tree
from newsmodel.model import Article, RichText, Span

MAX_PROPOSALS = 40
"""How many ways to make one change are tried."""
REPEATS = frozenset("title headline hl1 h1".split())
"""What holds a value once more, in so many words that a reader takes the one for the other: it changes with the value."""
DERIVED = frozenset("wordcount charcount linecount size hash words characters wordCount charCount".split())
"""What is computed from a text, and is not computed again."""


@frozen(kw_only=True)
class Grammar:
    """What `update` has to know of a format."""

    tree: Callable[[Layer], Node]
    order: Order = attrs.field(factory=dict)
    items: frozenset[str] = frozenset()
    """The names of elements that an article is read from; of formats whose documents are such an element."""
    writes: tuple[Callable[[Article], Written], ...] = ()
    """How to write as the document is written: in its version. Each way is tried; by default, the codec's own alone."""


def update(codec: Writer, original: bytes, article: Article, grammar: Grammar) -> Written:
    """`original` with what differs in `article` written into it.

    Raises:
        ReadError: where the original cannot be read.
        UpdateRefused: where something that differs cannot be written; it names the paths.
    """
    return _Update(codec, original, article, grammar).written()


class _Update:
    def __init__(self, codec: Writer, original: bytes, article: Article, grammar: Grammar) -> None:
        self.codec = codec
        self.original = original
        self.grammar = grammar
        self._writes = grammar.writes or (codec.write,)
        self.wanted = article
        self.reads = _read_all(codec, original)
        self.index = _chosen(self.reads, article)
        self.before = self.reads[self.index].article

    def written(self) -> Written:
        if same(self.before, self.wanted):
            return Written(data=self.original)
        self._said = [_Said(write, self.before, self._tree) for write in self._writes]
        self.root = root = self._tree(self.original)
        self.item = self._item(root)
        self._counterparts = cache(self._beside)
        self.theirs = root if len(self.reads) == 1 else self.item
        self.repaired = list(_repaired(root, self.reads[self.index]))
        self.units = list(_units(self.before, self.wanted))
        self.first = [next(self._proposals(unit), []) for unit in self.units]
        data = self._together([[splices] for splices in self.first]) or self._one_by_one()
        return Written(data=data, stale=self._stale(data))

    def _together(self, ways: Sequence[Sequence[list[Splice]]]) -> bytes | None:
        """The document with one of the ways of each change, where that reads as the article asked for."""
        for chosen in islice(product(*ways), MAX_PROPOSALS):
            data = self._made(splice for splices in chosen for splice in splices)
            if data is not None and self._reads_as(data, self.wanted):
                return data
        return None

    def _one_by_one(self) -> bytes:
        """The document with each change made in the first way that makes it and nothing else.

        What cannot be changed alone may go with another change, or all may be done as our own writer does them.
        """
        found = list(self._ways(range(len(self.units))))
        ways = [tried[:4] if good is None else [good] for good, tried in found]
        refused = [change for unit, (good, _) in zip(self.units, found, strict=True) if good is None for change in unit.changes]
        whole = _Unit(tuple(change for unit in self.units for change in unit.changes), self.wanted)
        data = self._together(ways) if len(self.units) > 1 or not refused else None
        data = data or self._together([list(islice(self._proposals(whole), MAX_PROPOSALS))] if len(self.units) > 1 else [[]])
        if data is not None:
            return data
        if refused:
            raise UpdateRefused([_problem(change, self._reason(change)) for change in refused])
        raise UpdateRefused([_problem(change, "cannot be written beside the other changes") for change in whole.changes])

    def _ways(self, which: range) -> Iterator[tuple[list[Splice] | None, list[list[Splice]]]]:
        """For each of these units the first way that makes it, and what was tried; many at once where they can be made so."""
        if len(which) == 1:
            unit = self.units[which[0]]
            tried: list[list[Splice]] = []
            good = None
            for splices in islice(self._proposals(unit), MAX_PROPOSALS):
                tried.append(splices)
                if self._makes(splices, unit):
                    good = splices
                    break
            yield good, tried
            return
        changed = _applied(self.before, [change for index in which for change in self.units[index].changes])
        data = self._made(splice for index in which for splice in self.first[index])
        if changed is not None and data is not None and len(which) < len(self.units) and self._reads_as(data, changed):
            yield from ((self.first[index], [self.first[index]]) for index in which)
            return
        half = len(which) // 2
        yield from self._ways(which[:half])
        yield from self._ways(which[half:])

    def _makes(self, splices: list[Splice], unit: _Unit) -> bool:
        data = self._made(splices)
        return data is not None and self._reads_as(data, unit.article)

    # Trees

    def _item(self, root: Node) -> Node:
        """The part of the document that says the article: what says most of what ours says at its top."""
        if root.kind == "array":
            items = root.children if len(root.children) == len(self.reads) else []
        else:
            items = [node for node in root.walk() if node.kind == "element" and node.name in self.grammar.items]
        if len(items) == len(self.reads):
            return items[self.index]
        items = items or [node for node in root.walk() if node.kind == "object" and root.kind != "element"]
        if not items:
            return root
        said = _top(self._said[0].before)
        return max(items, key=lambda item: len(said & _top(item)))

    def _tree(self, data: bytes) -> Node:
        try:
            return tree_of(data, self.grammar.tree)
        except ValueError as error:
            reason = f"the document cannot be changed: {error}"
            raise UpdateRefused([_problem(change, reason) for change in changes(self.before, self.wanted)]) from None

    # Proposals

    def _proposals(self, unit: _Unit) -> Iterator[list[Splice]]:
        seen: list[list[Splice]] = []
        for splices in self._all_proposals(unit):
            if splices and splices not in seen:
                seen.append(splices)
                yield splices

    def _all_proposals(self, unit: _Unit) -> Iterator[list[Splice]]:
        new = cache(partial(self._said[0].tree, unit.article))
        if len(unit.changes) == 1:
            change = unit.changes[0]
            if (texts := _texts(change)) is not None:
                yield from self._texts_said(*texts, new, exact)
                yield from self._texts_said(*texts, new, within)
            elif change.member:
                yield from self._runs(change)
        for ours in self._said:
            yield from self._replayed(unit, ours)

    def _texts_said(
        self, old: str | RichText, text: str | RichText, new: Callable[[], Node], places: Callable[[Node, str], list[Place]]
    ) -> Iterator[list[Splice]]:
        """The text at the places that say it: with its repeats, at each alone, at all."""
        before, after = styled(old), styled(text)

        def model() -> Node | None:
            models = exact(new(), text_of(text))
            return models[0].node if models else None

        found = places(self.theirs, text_of(old))
        ways = [(place, splices) for place in found if (splices := said(place, before, after, model))]
        repeats = [splices for place, splices in ways if _repeats(place)]
        if repeats:
            yield [splice for splices in repeats for splice in splices]
        for place, splices in ways:
            others = [splice for other in repeats for splice in other if other is not splices]
            yield splices + others if others and not _repeats(place) else splices
            yield splices
        yield [splice for _, splices in ways for splice in splices]

    def _runs(self, change: Change) -> Iterator[list[Splice]]:
        """A paragraph of a text in which nothing but line breaks tells paragraphs apart."""
        if change.before is None:
            yield from run_added(self.theirs, self.before, change)
        elif change.after is None:
            yield from run_removed(self.theirs, self.before, change)

    def _replayed(self, unit: _Unit, said: _Said) -> Iterator[list[Splice]]:
        """As our own writer makes the change."""
        difference, steps = said.steps(unit.article)
        for instead in (False, True):
            replay = Replay(difference, self._counterparts(said), self.grammar.order, instead=instead)
            yield replay.splices(steps)
            for step in steps if len(steps) > 1 else ():
                yield replay.splices([step])

    def _beside(self, said: _Said) -> Counterparts:
        return Counterparts(said.before, self.item)

    # Judging

    def _made(self, splices: Iterable[Splice]) -> bytes | None:
        """The document with the splices made; `None` where they cannot be, or one changes a value that was repaired."""
        made = list(splices)
        for one in made:
            if one.data and any(one.start < stop and start < one.stop for start, stop in self.repaired):
                return None
        return spliced(self.original, made)

    def _reads_as(self, data: bytes, article: Article) -> bool:
        try:
            reads = _read_all(self.codec, data)
        except ReadError:
            return False
        wanted = [article if index == self.index else read.article for index, read in enumerate(self.reads)]
        return len(reads) == len(wanted) and all(same(read.article, one) for read, one in zip(reads, wanted, strict=True))

    def _reason(self, change: Change) -> str:
        """Why no proposal was good enough."""
        losses = [loss for loss in self._writes[0](self.wanted).losses if change.to.startswith(loss.path)]
        if losses:
            return f"the format cannot hold it: {losses[0].reason}"
        if self.repaired and self._would_do_without_repairs(change):
            return "the value was repaired or inferred on reading: the document says something else"
        if (texts := _texts(change)) is not None:
            before = text_of(texts[0])
            if not exact(self.theirs, before) and not within(self.theirs, before):
                return f"no place of the document says {shown(before)}: it was inferred from other words"
            return "the edit crosses markup that the model does not hold, or words that say more than this"
        return "no change of the document reads back as this"

    def _would_do_without_repairs(self, change: Change) -> bool:
        """Whether it is refused only because it was repaired."""
        unit = next(one for one in self.units if change in one.changes)
        repaired, self.repaired = self.repaired, []
        would = any(self._makes(splices, unit) for splices in islice(self._proposals(unit), MAX_PROPOSALS))
        self.repaired = repaired
        return would

    def _stale(self, data: bytes) -> tuple[Loss, ...]:
        """What still says what the article no longer says, and what was computed from it."""
        root = self._tree(data)
        found: list[Loss] = []
        for change in (change for unit in self.units for change in unit.changes):
            before = change.before
            if _is_text(before) and len(text := text_of(before)) > 3:
                places = {id(slot_of(place.node)): place.node for place in exact(root, text)}
                found += [_left(node, f"still says {shown(text)}") for node in places.values()]
        if any(change.path.startswith("/body") for unit in self.units for change in unit.changes):
            kept = {node.key for node in self.root.walk()}
            derived = [node for node in root.walk() if _is_derived(node) and not _is_of(node, kept)]
            found += [_left(node, f"was not computed again: {shown(node.text)}") for node in derived]
        return tuple(found)


class _Said:
    """An article as one of our writers says it, before the edit and after."""

    def __init__(self, write: Callable[[Article], Written], article: Article, tree: Callable[[bytes], Node]) -> None:
        self._write = write
        self._article = article
        self._tree = tree

    @cached_property
    def _written(self) -> Written:
        return self._write(self._article)

    @cached_property
    def before(self) -> Node:
        """The document that is written for the article as it was."""
        return self._tree(self._written.data)

    def tree(self, article: Article) -> Node:
        """The document that is written for another article."""
        return self._tree(self._write(article).data)

    def steps(self, article: Article) -> tuple[Difference, list[Step]]:
        """What is written otherwise for another article, but for what is only filled in."""
        written = self._write(article)
        filled = {one.value for one in (*self._written.filled, *written.filled)}
        difference = Difference(self.before, self._tree(written.data))
        return difference, [step for step in difference.steps if not _is_filled(step, filled)]


def _read_all(codec: Writer, data: bytes) -> list[Read]:
    return list(codec.read_each(io.BytesIO(data)))


def _top(node: Node) -> AbstractSet[tuple[str, str]]:
    """What a node says in its attributes and in the values and texts that stand directly in it, or in what stands there."""
    if node.kind == "object":
        return {(child.tag, child.text) for child in node.children if child.kind == "value"}
    return node.statements


def _repaired(root: Node, read: Read) -> Iterator[tuple[int, int]]:
    """The bytes that spell values which were repaired or inferred on reading."""
    paths = {loss.path for loss in read.losses if loss.repaired}
    for node in root.walk() if paths else ():
        if node.path in paths and node.nested is None and all(child.name in INLINE for child in node.children):
            for place in node.layer.replaced(node.start, node.stop, ""):
                yield place.start, place.stop


def _chosen(reads: Sequence[Read], article: Article) -> int:
    """Which of the articles of a document is meant: the one with the `id`, or one that is unchanged."""
    unchanged = [index for index, read in enumerate(reads) if same(read.article, article)]
    if len(reads) == 1 or unchanged:
        return unchanged[0] if unchanged else 0
    named = [index for index, read in enumerate(reads) if article.id is not None and read.article.id == article.id]
    if len(named) == 1:
        return named[0]
    found = f"found {len(reads)} articles, {len(named)} of them with the id {shown(article.id)}"
    raise UpdateRefused([Problem(position=Position(path="/id"), message=f"expected one article to update, {found}")])


@frozen
class _Unit:
    """Changes that only make an article together, and the article with them alone."""

    changes: tuple[Change, ...]
    article: Article


def _units(before: Article, after: Article) -> Iterator[_Unit]:
    waiting: tuple[Change, ...] = ()
    for change in changes(before, after):
        waiting += (change,)
        changed = _applied(before, waiting)
        if changed is not None:
            yield _Unit(waiting, changed)
            waiting = ()
    if waiting:
        yield _Unit(waiting, after)


def _applied(article: Article, made: Sequence[Change]) -> Article | None:
    """The article with these changes; `None` where that is none."""
    changed: Any = article
    try:
        for change in reversed(made):
            changed = _with(changed, [step.replace("~1", "/").replace("~0", "~") for step in change.path.split("/")[1:]], change)
    except InvalidValue:
        return None
    return changed  # type: ignore[no-any-return]  # what is at the top stays what it is


def _with(value: Any, steps: Sequence[str], change: Change) -> Any:
    if not steps:
        return change.after
    step, rest = steps[0], steps[1:]
    if not isinstance(value, tuple):
        return attrs.evolve(value, **{step: _with(getattr(value, step), rest, change)})
    index = int(step)
    if rest or not change.member:
        return (*value[:index], _with(value[index], rest, change), *value[index + 1 :])
    added = () if change.after is None else (change.after,)
    return (*value[:index], *added, *value[index + (change.before is not None) :])


def _texts(change: Change) -> tuple[str | RichText, str | RichText] | None:
    """The text before and after; `None` where it is no text that changes."""
    before, after = change.before, change.after
    return (before, after) if _is_text(before) and _is_text(after) else None


def _is_text(value: object) -> TypeGuard[str | RichText]:
    """Whether it is a line or rich text."""
    if isinstance(value, tuple):
        return all(isinstance(run, (str, Span)) for run in value)
    return isinstance(value, str)


def _repeats(place: Place) -> bool:
    node = slot_of(place.node)
    if node.name in REPEATS or (node.kind == "attribute" and node.parent is not None and node.parent.name == "meta"):
        return True
    return any(above.name == "script" for above in node.ancestors())


def _is_filled(step: Step, filled: set[str]) -> bool:
    return step.old is not None and step.new is not None and step.old.text in filled and step.new.text in filled


def _is_derived(node: Node) -> bool:
    return node.name.removeprefix("@") in DERIVED and bool(node.text)


def _is_of(node: Node, kept: AbstractSet[str]) -> bool:
    """Whether it is an attribute of an element whose text is one of these."""
    return node.kind == "attribute" and node.parent is not None and bool(node.parent.key) and node.parent.key in kept


def _left(node: Node, reason: str) -> Loss:
    return Loss(path=node.path, reason=reason, where=Position(path=node.path, line=node.line))


def _problem(change: Change, message: str) -> Problem:
    return Problem(position=Position(path=change.to), message=message)


__all__ = ["Grammar", "html_tree", "json_tree", "update", "xml_tree"]
