"""Hypothesis's way in, through its entry point: it runs when Hypothesis is imported, by whomever.

The strategies are loaded when one is asked for. Loaded here, they would be in the middle of their own import whenever
they are the first to import Hypothesis.
"""

from __future__ import annotations

from typing import Any

import attrs
from hypothesis import strategies as st

from newsmodel import model


def register() -> None:
    """Make `st.from_type` know the classes of the model."""
    for name in model.__all__:
        cls = getattr(model, name)
        if isinstance(cls, type) and attrs.has(cls):
            st.register_type_strategy(cls, _strategy)


def _strategy(cls: type[Any]) -> st.SearchStrategy[Any]:
    from newsmodel import strategies  # noqa: PLC0415  # the reason is at the top

    strategies.register()
    return st.from_type(cls)
