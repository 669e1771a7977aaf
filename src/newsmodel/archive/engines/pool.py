"""The kernel on all cores of this machine."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor

from attrs import field, frozen
from attrs.validators import ge, gt

from newsmodel.archive._kernel import Recipe
from newsmodel.archive.engines._order import AHEAD, in_order
from newsmodel.archive.engines.cells import MEMORY, MEMORY_AT_LEAST, SECONDS, Cell, Limits


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _cores_unless_told(workers: int | None) -> int:
    return cores() if workers is None else workers


@frozen(kw_only=True)
class Pool:
    """Processes of this machine, capped in time and memory; one that is lost costs at most one document, which is reported."""

    workers: int = field(default=None, converter=_cores_unless_told, validator=ge(1))
    """How many processes; by default one a core."""
    seconds: float = field(default=SECONDS, validator=gt(0))
    """How long a document may take before it is given up."""
    memory: int = field(default=MEMORY, validator=ge(MEMORY_AT_LEAST))
    """How many bytes a worker may have, beyond what it starts with. Kept on Linux alone."""

    def run(self, tasks: Iterable[bytes], recipe: Recipe) -> Iterator[bytes]:
        """As `Engine.run`. Processes start as they are needed, so a short job starts few.

        Raises:
            NewsmodelError: where no process can be started.
        """
        limits = Limits(seconds=self.seconds, memory=self.memory)
        cells = [Cell(recipe, limits) for _ in range(self.workers)]
        idle = deque(cells)

        def work(task: bytes) -> bytes:
            cell = idle.pop()  # the last one that worked; there are as many as threads
            try:
                return cell.run(task)
            finally:
                idle.append(cell)

        threads = ThreadPoolExecutor(self.workers, thread_name_prefix="newsmodel-pool")
        try:
            yield from in_order(tasks, lambda task: threads.submit(work, task), lambda: AHEAD * self.workers)
        finally:
            for cell in cells:
                cell.close()
            threads.shutdown(cancel_futures=True)
            for cell in cells:
                cell.clear()
