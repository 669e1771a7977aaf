"""Work that is done out of order, given out in order."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import Protocol

AHEAD = 4
"""How many tasks a worker are under way at the most, those that wait included. A slow document holds the output up, and the other
workers go on until there are so many."""


class Promise(Protocol):
    """A result that will be there."""

    def done(self) -> bool:
        """Whether it is, or never will be."""
        ...

    def result(self) -> bytes:
        """Wait for it; raises what its work raised."""
        ...


def in_order(tasks: Iterable[bytes], submit: Callable[[bytes], Promise], ahead: Callable[[], int]) -> Iterator[bytes]:
    """The results of tasks in their order, each as soon as it and those before it are there; `ahead()` tasks are under way at the most."""
    pending: deque[Promise] = deque()
    for task in tasks:
        pending.append(submit(task))
        while pending and (len(pending) >= ahead() or pending[0].done()):
            yield pending.popleft().result()
    while pending:
        yield pending.popleft().result()
