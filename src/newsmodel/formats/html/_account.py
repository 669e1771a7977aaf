"""A reading whose account of losses stays bounded, whatever the page holds."""

from __future__ import annotations

from collections.abc import Iterable

from newsmodel.contract import Loss
from newsmodel.formats._reading import Element, Reading
from newsmodel.model import RichText
from newsmodel.model.richtext import Parts, normal

MAX_LOSSES = 1000
"""How many losses are told one by one; the last one says how many more there are."""


class BoundedReading(Reading):
    """A reading for input that may hold half a million things without a place."""

    def __init__(self) -> None:
        super().__init__()
        self._untold = 0

    # Most texts are printable: they hold no control character, and no white space but spaces. `str` knows that at once.

    def raw(self, node: Element, attribute: str | None = None) -> str:
        """As `Reading.raw`."""
        if attribute is None and len(node):
            return super().raw(node, attribute)
        text: str = (node.text if attribute is None else node.get(attribute)) or ""
        return self.controlled(text, node, attribute)

    def controlled(self, text: str, node: Element, attribute: str | None = None) -> str:
        """As `Reading.controlled`."""
        return text if text.isprintable() else super().controlled(text, node, attribute)

    def rich(self, node: Element, runs: Iterable[Parts]) -> RichText | None:
        """As `Reading.rich`."""
        taken = list(runs)
        if all(run[0].isprintable() for run in taken):
            return normal(taken) or None
        return super().rich(node, taken)

    def report(self, node: Element | None, reason: str, attribute: str | None, *, repaired: bool) -> None:
        if len(self.losses) < MAX_LOSSES:
            super().report(node, reason, attribute, repaired=repaired)
        else:
            self._untold += 1

    def account(self) -> tuple[Loss, ...]:
        """All losses; what was not told is counted."""
        more = [Loss(path="", reason=f"and {self._untold} more")] if self._untold else []
        return (*self.losses, *more)
