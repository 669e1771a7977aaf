"""The kernel on a cluster of Dask `distributed`. Needs the extra `newsmodel[dask]`, here and on the workers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from math import inf
from time import monotonic

import dask
from attrs import field, frozen
from attrs.validators import ge, gt
from distributed import CancelledError, Client, Future, KilledWorker
from distributed.comm.core import CommClosedError

from newsmodel.archive._kernel import Recipe
from newsmodel.archive.engines._cluster import VERSION, read_batch
from newsmodel.archive.engines._order import AHEAD, in_order
from newsmodel.archive.engines.cells import MEMORY, MEMORY_AT_LEAST, SECONDS, Limits
from newsmodel.errors import NewsmodelError

TRIES = 3
"""How often a task is sent to the scheduler, which each time gives up after four workers died with it (`allowed-failures`). No document
kills a worker, so those deaths have other causes, and the task is not to blame."""
RETRIES = 2
"""How often the scheduler tries a task anew that failed, as on a machine where no process can be started."""
COUNTED_SECONDS = 5.0
"""How long a count of the workers is good for: they come and go."""


@frozen
class Dask:
    """The workers of a Dask scheduler. Each thread of a worker drives a process of its own, so that no document ends a worker."""

    scheduler: str | None = None
    """Its address, `tcp://10.0.0.1:8786`; by default what Dask is configured with (`DASK_SCHEDULER_ADDRESS`)."""
    seconds: float = field(kw_only=True, default=SECONDS, validator=gt(0))
    """How long a document may take before it is given up."""
    memory: int = field(kw_only=True, default=MEMORY, validator=ge(MEMORY_AT_LEAST))
    """How many bytes the process of a thread may have, beyond what it starts with. Dask's own limit does not count them."""
    timeout: float = field(kw_only=True, default=30.0, validator=gt(0))
    """How many seconds the scheduler and its first worker may take to answer."""

    def run(self, tasks: Iterable[bytes], recipe: Recipe) -> Iterator[bytes]:
        """As `Engine.run`. A worker that is lost costs time alone: its tasks are done by others.

        Raises:
            NewsmodelError: where the scheduler cannot be reached or is lost, has no workers, or they have another version of newsmodel.
        """
        limits = Limits(seconds=self.seconds, memory=self.memory)
        with self._client() as client, _connected():
            yield from in_order(tasks, lambda task: _sent(client, task, recipe, limits), _ahead(client))

    @contextmanager
    def _client(self) -> Iterator[Client]:
        address = self.scheduler or dask.config.get("scheduler-address", None)
        if not address:
            raise NewsmodelError("expected the address of a Dask scheduler, found none: start one with `dask scheduler`")
        try:
            client = Client(address, timeout=self.timeout, set_as_default=False)
        except (OSError, ValueError) as error:
            raise NewsmodelError(f"no Dask scheduler answers at {address}: {error}") from error
        with client:
            try:
                client.wait_for_workers(1, timeout=self.timeout)
            except TimeoutError as error:
                raise NewsmodelError(f"the Dask scheduler at {address} has no workers") from error
            yield client


@contextmanager
def _connected() -> Iterator[None]:
    """Errors of Dask, in our words."""
    try:
        yield
    except (CancelledError, CommClosedError) as error:
        raise NewsmodelError(f"the Dask scheduler was lost: {error}") from error
    except KilledWorker as error:
        raise NewsmodelError(f"the Dask cluster loses its workers: {error}") from error


class _Sent:
    """A task at the scheduler, sent again where its workers were lost. With it goes the scheduler's memory of the result."""

    def __init__(self, send: Callable[[], Future[bytes]]) -> None:
        self._send = send
        self._future = send()

    def done(self) -> bool:
        """As `Promise.done`."""
        return bool(self._future.done())

    def result(self) -> bytes:
        """As `Promise.result`."""
        for _ in range(TRIES - 1):
            try:
                return self._future.result()
            except KilledWorker:
                self._future = self._send()
        return self._future.result()


def _sent(client: Client, task: bytes, recipe: Recipe, limits: Limits) -> _Sent:
    def send() -> Future[bytes]:
        # A task travels with its bytes, through the scheduler: that is what lets it do the task again where a worker was lost.
        with dask.config.set({"distributed.admin.large-graph-warning-threshold": "1GiB"}):
            return client.submit(read_batch, task, recipe, limits, VERSION, pure=False, retries=RETRIES)

    return _Sent(send)


def _ahead(client: Client) -> Callable[[], int]:
    """How many tasks may be under way, by the workers that there are now."""
    counted, most = -inf, 1

    def ahead() -> int:
        nonlocal counted, most
        if monotonic() - counted > COUNTED_SECONDS:
            counted, most = monotonic(), AHEAD * max(1, sum(client.nthreads().values()))
        return most

    return ahead
