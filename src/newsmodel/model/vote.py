"""Votes: a motion put to people, and how they decided (Popolo: VoteEvent, Motion, Count)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from attrs import field, frozen
from attrs.validators import optional

from newsmodel.model import values
from newsmodel.model.making import quickly
from newsmodel.model.values import Number, Time

if TYPE_CHECKING:
    from attrs import Attribute

VoteOption = Literal["yes", "no", "abstain", "absent", "blank", "paired", "not-voting"]
CountUnit = Literal["votes", "percent"]
VoteResult = Literal["passed", "failed", "tied"]


@quickly
@frozen(kw_only=True, weakref_slot=False)
class Count:
    """How many chose one option (Popolo Count)."""

    option: VoteOption = field(validator=values.one_of(VoteOption))
    value: Number = field(converter=values.plain_number, validator=values.number(0))
    """A whole number of votes, or a share from 0 to 100."""
    unit: CountUnit = field(default="votes", validator=values.one_of(CountUnit))

    @unit.validator
    def _check_unit(self, attribute: Attribute[Any], value: object) -> None:
        if value == "votes" and type(self.value) is not int:
            raise values.refuse(self, attribute, "percent, for a value that is not a whole number", value)
        if value == "percent" and self.value > 100:
            raise values.refuse(self, attribute, "votes, for a value above 100", value)


@quickly
@frozen(kw_only=True, weakref_slot=False)
class Evidence:
    """Where a fact was read. The words stay right when an edit of the body shifts the place."""

    quote: str = field(validator=values.text)
    block: int | None = field(default=None, validator=optional(values.whole(0)))
    """The index of the block in the body, from 0; or of the line, in text without blocks."""
    start: int | None = field(default=None, validator=optional(values.whole(0)))
    """Where the quote begins in the block's plain text, in characters from 0."""

    @property
    def end(self) -> int | None:
        """Where the quote ends in the block's plain text."""
        return None if self.start is None else self.start + len(self.quote)


_each_count = values.each(values.a(Count))


def _one_count_per_option(instance: object, attribute: Attribute[Any], value: object) -> None:
    _each_count(instance, attribute, value)
    options = [(count.option, count.unit) for count in value]  # type: ignore[attr-defined]  # a tuple of Count by now
    if len(set(options)) < len(options):
        raise values.refuse(instance, attribute, "one count for each option and unit", value)


@quickly
@frozen(kw_only=True, weakref_slot=False)
class Vote:
    """A motion put to a body of people, and how they decided.

    At least one of counts, unanimous, margin and result is given. In Popolo's words: `motion` is Motion.text,
    `voting_body` Motion.organization, `requirement` Motion.requirement, `result` VoteEvent.result, `held`
    VoteEvent.start_date, `counts` VoteEvent.counts.
    """

    motion: str | None = field(default=None, validator=optional(values.line))
    """What was put to the vote, in the source's own words; `None` where the source leaves it open."""
    voting_body: str | None = field(default=None, validator=optional(values.line))
    """Who voted: `Parliament`, `the works council`."""
    counts: tuple[Count, ...] = field(default=(), converter=values.many, validator=_one_count_per_option)
    unanimous: bool = field(default=False, validator=values.flag)
    """`True` only where the source says so."""
    margin: int | None = field(default=None, validator=optional(values.whole(0)))
    """The difference between the two sides, only where the source states it."""
    result: VoteResult | None = field(
        default=None,
        validator=[
            optional(values.one_of(VoteResult)),
            values.at_least_one_of("counts", "unanimous", "margin", "result"),
        ],
    )
    """As the source states it; `None` where it does not, see `outcome`."""
    requirement: str | None = field(default=None, validator=optional(values.line))
    """What the motion needed to pass, where it was not a simple majority: `two thirds`."""
    held: Time | None = field(default=None, converter=values.fixed_offset, validator=optional(values.time))
    evidence: Evidence | None = field(default=None, validator=optional(values.a(Evidence)))

    def _count(self, option: VoteOption) -> Number | None:
        found = {count.unit: count.value for count in self.counts if count.option == option}
        return found.get("votes", found.get("percent"))

    @property
    def yes(self) -> Number | None:
        """The votes for the motion, or their share where no votes are given."""
        return self._count("yes")

    @property
    def no(self) -> Number | None:
        """The votes against the motion, or their share where no votes are given."""
        return self._count("no")

    @property
    def abstain(self) -> Number | None:
        """The abstentions."""
        return self._count("abstain")

    @property
    def absent(self) -> Number | None:
        """Those who were absent."""
        return self._count("absent")

    @property
    def outcome(self) -> VoteResult | None:
        """The result stated, else the one that a simple majority gives, else `None`."""
        if self.result is not None or self.requirement is not None:
            return self.result
        if self.unanimous:
            return "passed"
        for unit in ("votes", "percent"):
            sides = {count.option: count.value for count in self.counts if count.unit == unit}
            if "yes" in sides and "no" in sides:
                difference = sides["yes"] - sides["no"]
                return "passed" if difference > 0 else "failed" if difference < 0 else "tied"
        return None
