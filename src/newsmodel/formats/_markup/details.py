"""Where the details of an element are found: what our own documents say of it besides what it shows."""

from __future__ import annotations

from typing import Any, Protocol

from newsmodel.formats._reading import Element


class DetailSource(Protocol):
    """Where a reader finds the details of an element."""

    def get(self, node: Element, key: str, kind: Any) -> Any:
        """The detail of this name, of the type `kind`; `None` where there is none."""
        ...

    def known(self, node: Element) -> frozenset[str]:
        """The attributes of the element that hold or lead to details."""
        ...


class NoDetails:
    """The details of a document that is not ours: none."""

    def get(self, node: Element, key: str, kind: Any) -> Any:  # noqa: ARG002  # a reader asks with them
        """`None`."""
        return None

    def known(self, node: Element) -> frozenset[str]:  # noqa: ARG002  # the same
        """No attribute."""
        return frozenset()
