"""What runs on the workers of a cluster, and what these must have."""

from __future__ import annotations

from importlib.metadata import version

from newsmodel.archive._kernel import Recipe
from newsmodel.archive.engines.cells import Limits, borrowed
from newsmodel.errors import NewsmodelError

VERSION = version("newsmodel")


def read_batch(task: bytes, recipe: Recipe, limits: Limits, expected: str) -> bytes:
    """A task, done in a process that this worker may lose. Its name is what a dashboard shows.

    Raises:
        NewsmodelError: where the worker has another version of newsmodel, or can start no process.
    """
    if expected != VERSION:
        raise NewsmodelError(f"expected newsmodel {expected} on every worker, found {VERSION}")
    with borrowed(recipe, limits) as cell:
        return cell.run(task)
