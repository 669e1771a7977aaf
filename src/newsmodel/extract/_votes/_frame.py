"""What a clause says of a vote, before it is known which number is whose."""

from __future__ import annotations

from typing import Literal

from attrs import evolve, frozen

from newsmodel.model import Count, VoteResult

Order = Literal["as told", "no first", "larger yes", "larger no"]


@frozen(kw_only=True)
class Frame:
    """What a clause says of a vote."""

    rule: str
    """The rule that read it."""
    motion: str | None = None
    body: str | None = None
    result: VoteResult | None = None
    order: Order = "as told"
    leans: bool = False
    """Whether the clause says nothing but the numbers: what was voted on stands in the sentence before."""

    def over(self, later: Frame) -> Frame:
        """The frame of a sentence, with what a later one adds."""
        return evolve(
            self,
            rule=f"{later.rule}, leaning on {self.rule}",
            motion=later.motion or self.motion,
            body=later.body or self.body,
            result=later.result or self.result,
            order=later.order if later.result or later.order != "as told" else self.order,
            leans=False,
        )

    def oriented(self, counts: tuple[Count, ...]) -> tuple[Count, ...]:
        """The counts with their right options; those that are not yes or no stay."""
        sides = {count.option: count for count in counts}
        if len(sides) != len(counts) or not ("yes" in sides and "no" in sides):
            return counts
        first, second = sides["yes"], sides["no"]
        large, small = (first, second) if first.value >= second.value else (second, first)
        yes, no = {
            "as told": (first, second), "no first": (second, first), "larger yes": (large, small), "larger no": (small, large),
        }[self.order]  # fmt: skip
        rest = tuple(count for count in counts if count.option not in ("yes", "no"))
        return (evolve(yes, option="yes"), evolve(no, option="no"), *rest)
