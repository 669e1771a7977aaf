"""A reading whose account of losses stays bounded, whatever the page holds."""

from __future__ import annotations

from newsmodel.contract import Loss
from newsmodel.formats._reading import Element, Reading

MAX_LOSSES = 1000
"""How many losses are told one by one; the last one says how many more there are."""


class BoundedReading(Reading):
    """A reading for input that may hold half a million things without a place."""

    def __init__(self) -> None:
        super().__init__()
        self._untold = 0

    def report(self, node: Element | None, reason: str, attribute: str | None, *, repaired: bool) -> None:
        if len(self.losses) < MAX_LOSSES:
            super().report(node, reason, attribute, repaired=repaired)
        else:
            self._untold += 1

    def account(self) -> tuple[Loss, ...]:
        """All losses; what was not told is counted."""
        more = [Loss(path="", reason=f"and {self._untold} more")] if self._untold else []
        return (*self.losses, *more)
