"""What a codec is, and how it accounts for what it could not carry."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import IntEnum
from functools import cache
from typing import Any, BinaryIO, Protocol, TypeAlias, cast, runtime_checkable

import attrs
from attrs import frozen

from newsmodel.errors import Position
from newsmodel.model import Article
from newsmodel.model.making import quickly


class Confidence(IntEnum):
    """How sure a codec is that a document is of its format."""

    NO = 0
    MAYBE = 1
    """The syntax fits."""
    LIKELY = 2
    """It looks like the format, without saying so."""
    SURE = 3
    """It says so itself."""


@frozen(kw_only=True)
class Loss:
    """Something that a conversion could not carry.

    On writing, `path` points into the article, and `kept` is what is read back in that place: `None` where nothing is.
    On reading, `path` and `where` point into the document.
    """

    path: str
    """A JSON Pointer (RFC 6901) into the article, or the path of an element or a value in the document."""
    reason: str
    where: Position | None = None
    kept: object = None
    repaired: bool = False
    """On reading: the value was kept, but its spelling in the document was repaired, or the value was inferred."""

    def __str__(self) -> str:
        place = self.where if self.where is not None and self.where.line is not None else self.path
        return f"{place}: {self.reason}" if str(place) else self.reason


@frozen(kw_only=True)
class Filled:
    """A value that the standard demands and the article lacks, made up by a rule; it reads back as absent."""

    name: str
    """The standard's name for it: `guid`."""
    value: str


@quickly
@frozen(kw_only=True)
class Read:
    """An article, and what its document held that the model does not."""

    article: Article
    losses: tuple[Loss, ...] = ()


@quickly
@frozen(kw_only=True)
class Written:
    """A document, what the article held that the format cannot say, and what the format wanted and the article lacked."""

    data: bytes
    losses: tuple[Loss, ...] = ()
    filled: tuple[Filled, ...] = ()
    stale: tuple[Loss, ...] = ()
    """Of an update: what the document says once more, or computed from what it said, and what was left as it was. `path` and
    `where` point into the document."""


@frozen(kw_only=True)
class Converted:
    """A document in another format, the article between the two, and what either step could not carry."""

    data: bytes
    article: Article
    losses: tuple[Loss, ...] = ()
    filled: tuple[Filled, ...] = ()


@runtime_checkable
class Codec(Protocol):
    """One format. A codec is an immutable value whose options are its fields."""

    @property
    def name(self) -> str:
        """What users type: `newsml-g2`."""
        ...

    @property
    def media_types(self) -> tuple[str, ...]:
        """The usual one first."""
        ...

    @property
    def suffixes(self) -> tuple[str, ...]:
        """Of file names, with the dot, the usual one first."""
        ...

    def recognise(self, head: bytes, /) -> Confidence:
        """How sure the codec is that a document that begins with `head` is its own."""
        ...

    def read(self, data: bytes, /) -> Read:
        """The one article of a document.

        Raises:
            ReadError: where the bytes are no such document, or hold several articles. Nothing else is raised.
        """
        ...

    def read_each(self, source: BinaryIO, /) -> Iterator[Read]:
        """The articles of a document, one at a time.

        Raises:
            ReadError: as `read`; the articles before the fault have been given out by then.
        """
        ...


@runtime_checkable
class Writer(Codec, Protocol):
    """A codec that also writes."""

    def write(self, article: Article, /) -> Written:
        """The article as a document; never raises for a valid article."""
        ...


@runtime_checkable
class Updater(Writer, Protocol):
    """A codec that also writes an edit back into the document that it came from."""

    def update(self, original: bytes, article: Article, /) -> Written:
        """`original` with what differs in `article` written into it, and not a byte else changed.

        Of a document with several articles, the one with the article's `id` is meant.

        Raises:
            ReadError: where the original cannot be read.
            UpdateRefused: where something that differs cannot be written, or would not read back as it is.
        """
        ...


def patch(article: Article, losses: Iterable[Loss]) -> Article:
    """`article` as it reads back after a conversion with these losses.

    >>> article = Article(headline="Rain", slug="rain", keywords=["rain", "sun"])
    >>> patched = patch(article, [Loss(path="/slug", reason="no place"), Loss(path="/keywords/0", reason="no place")])
    >>> patched.slug, patched.keywords
    (None, ('sun',))
    """
    edits: dict[str, Any] = {}
    for loss in losses:
        steps = loss.path.split("/")[1:]
        if not steps:
            return cast("Article", loss.kept)
        level = edits
        for step in steps[:-1]:
            level = level.setdefault(step, {})
        level[steps[-1]] = loss
    return cast("Article", _patched(article, edits))


def _patched(value: Any, edits: dict[str, Any]) -> Any:
    """`value` with the edits in it; an edit is a `Loss`, or the edits inside one part."""
    if isinstance(value, tuple):
        members = (_edited(member, edits.get(str(index))) for index, member in enumerate(value))
        return tuple(member for member in members if member is not None)
    changes: dict[str, Any] = {}
    for name, edit in edits.items():
        changed = _edited(getattr(value, name), edit)
        if changed is None:
            default = getattr(attrs.fields_dict(type(value))[name], "default")  # noqa: B009  # the stubs of attrs hide it
            changed = None if default is attrs.NOTHING else default
        changes[name] = changed
    return attrs.evolve(value, **changes)


def _edited(value: Any, edit: Loss | dict[str, Any] | None) -> Any:
    if edit is None:
        return value
    return edit.kept if isinstance(edit, Loss) else _patched(value, edit)


MOST_PAIRS = 250_000
"""How many pairs of members two sequences have at most that are compared as they are: `difflib` takes time for each."""


class Members(tuple[Any, ...]):
    """What is kept of the members of a sequence, each in its own place: `None` where nothing is."""

    __slots__ = ()


def differences(asked: Article, kept: Article | Mapping[str, Any], reason: Callable[[str, object], str]) -> tuple[Loss, ...]:
    """Give the smallest losses that turn `asked` into `kept`: `patch(asked, differences(asked, kept, ...)) == kept`.

    Args:
        asked: the article that was to be written.
        kept: the article that is read back; or those of its fields that may be others, a sequence as `Members` where it is
            known which member became which.
        reason: why the value at a path is not carried; gets the path and the value asked for.
    """
    found = _differ_in_fields("", asked, kept) if isinstance(kept, Mapping) else _differ("", asked, kept)
    return tuple([Loss(path=path, reason=reason(path, value), kept=other) for path, value, other in found])


def same(one: object, other: object) -> bool:
    """Whether two values are equal to the last digit: `==` would hide a changed offset."""
    return one is other or (one == other and repr(one) == repr(other))


def _differ(path: str, asked: Any, kept: Any) -> Iterator[tuple[str, Any, Any]]:
    names = _fields(asked.__class__)
    if kept.__class__ is Members:
        yield from _differ_by_place(path, asked, kept)
    elif names is not None and type(asked) is type(kept):
        for name in names:
            one, other = getattr(asked, name), getattr(kept, name)
            if not (one is other or (one.__class__ is str and one == other)):
                yield from _differ(f"{path}/{name}", one, other)
    elif isinstance(asked, tuple) and isinstance(kept, tuple) and _all_models(asked) and _all_models(kept):
        yield from _differ_in_sequence(path, asked, kept)
    elif not same(asked, kept):
        yield path, asked, None if kept == () else kept


def _differ_in_fields(path: str, asked: Any, kept: Mapping[str, Any]) -> Iterator[tuple[str, Any, Any]]:
    """The differences in these fields, in the order of the class."""
    for name in _fields(asked.__class__) or ():
        if name in kept and (one := getattr(asked, name)) is not (other := kept[name]):
            yield from _differ(f"{path}/{name}", one, other)


def _differ_by_place(path: str, asked: tuple[Any, ...], kept: tuple[Any, ...]) -> Iterator[tuple[str, Any, Any]]:
    if not any(kept):
        yield path, asked, None
        return
    for index, (one, other) in enumerate(zip(asked, kept, strict=True)):
        if one is not other:
            yield from _differ(f"{path}/{index}", one, other)


@cache
def _fields(cls: Any) -> tuple[str, ...] | None:
    """The names of the fields of a class of the model; `None` of any other."""
    return tuple(field.name for field in attrs.fields(cls)) if attrs.has(cls) else None


def _all_models(members: tuple[Any, ...]) -> bool:
    return all(_fields(member.__class__) is not None for member in members)


def _differ_in_sequence(path: str, asked: tuple[Any, ...], kept: tuple[Any, ...]) -> Iterator[tuple[str, Any, Any]]:
    """Members that are gone or changed, where no member is new; else the sequence as a whole."""
    ours, theirs = list(map(repr, asked)), list(map(repr, kept))
    if ours == theirs:
        return
    steps = list(_steps(ours, theirs))
    if not kept or any(end - start < new_end - new_start for _, start, end, new_start, new_end in steps):
        yield path, asked, kept or None
        return
    for step, start, end, new_start, new_end in steps:
        if step == "equal":
            continue
        for index in range(start, end):
            match = new_start + index - start
            if match < new_end:
                yield from _differ(f"{path}/{index}", asked[index], kept[match])
            else:
                yield f"{path}/{index}", asked[index], None


_Step: TypeAlias = tuple[str, int, int, int, int]
"""What becomes of a run of members, as `SequenceMatcher.get_opcodes` has it."""


def _steps(ours: list[str], theirs: list[str]) -> Iterator[_Step]:
    """How one sequence becomes the other. Long ones are compared in pieces, between members that each of them holds once."""
    from difflib import SequenceMatcher  # noqa: PLC0415  # few conversions lose members of a sequence

    if len(ours) * len(theirs) <= MOST_PAIRS:
        yield from SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()
        return
    start = new_start = 0
    for end, new_end in [*_held_once(ours, theirs), (len(ours), len(theirs))]:
        piece, new_piece = ours[start:end], theirs[new_start:new_end]
        steps: Iterable[_Step] = [("replace", 0, len(piece), 0, len(new_piece))]
        if len(piece) * len(new_piece) <= MOST_PAIRS:
            steps = SequenceMatcher(None, piece, new_piece, autojunk=False).get_opcodes()
        for word, one, other, new_one, new_other in steps:
            yield word, start + one, start + other, new_start + new_one, new_start + new_other
        start, new_start = end, new_end


def _held_once(ours: list[str], theirs: list[str]) -> list[tuple[int, int]]:
    """The places of the members that both sequences hold, and hold once: the longest series of them in the order of both."""
    counts, new_counts = Counter(ours), Counter(theirs)
    places = {member: place for place, member in enumerate(theirs) if new_counts[member] == 1}
    pairs = [(place, places[member]) for place, member in enumerate(ours) if counts[member] == 1 and member in places]
    last: list[int] = []  # of the series of each length, the lowest place in `theirs` that one ends with
    lengths: list[int] = []
    for _, place in pairs:
        length = bisect_left(last, place)
        last[length : length + 1] = [place]
        lengths.append(length)
    series: list[tuple[int, int]] = []
    wanted = len(last) - 1
    for pair, length in zip(reversed(pairs), reversed(lengths), strict=True):
        if length == wanted and (not series or pair[1] < series[-1][1]):
            series.append(pair)
            wanted -= 1
    return series[::-1]
