"""What runs the kernel over many batches: this process, a pool of processes, or a cluster.

An engine gets packed batches (`documents.packed`) and gives packed batches back, so that nothing but bytes crosses from process to
process. All engines give the same bytes in the same order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from attrs import frozen

from newsmodel.archive._kernel import Recipe, kernel
from newsmodel.archive.documents import packed, unpacked


class Engine(Protocol):
    """One way to run the kernel."""

    def run(self, tasks: Iterable[bytes], recipe: Recipe) -> Iterator[bytes]:
        """The results of the kernel for packed batches of documents, packed, in the order of the tasks.

        Tasks are drawn as they are needed, a bounded number ahead. Closing the iterator ends all work.
        """
        ...


@frozen
class Serial:
    """The kernel in this process, one batch after the other; without the limits in time and memory that the pool sets."""

    def run(self, tasks: Iterable[bytes], recipe: Recipe) -> Iterator[bytes]:
        """As `Engine.run`."""
        return (task_done(task, recipe) for task in tasks)


def task_done(task: bytes, recipe: Recipe) -> bytes:
    """One task, where an engine runs it."""
    return packed(kernel(unpacked(task), recipe))
