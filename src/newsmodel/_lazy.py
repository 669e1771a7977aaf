"""Names of a package that are loaded when they are first asked for, so that importing it costs next to nothing (PEP 562)."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from importlib import import_module


def lazily(package: str, homes: Mapping[str, str], modules: str = "") -> tuple[Callable[[str], object], Callable[[], list[str]]]:
    """`__getattr__` and `__dir__` of a package.

    Args:
        package: its name.
        homes: the modules that its names come from, each with the names, between spaces.
        modules: those of its own modules that are found as its attributes, between spaces.
    """
    home = {name: module for module, names in homes.items() for name in names.split()}
    own = frozenset(modules.split())

    def getattr_(name: str) -> object:
        if name in own:
            return import_module(f"{package}.{name}")
        if name not in home:
            raise AttributeError(f"module {package!r} has no attribute {name!r}", name=name, obj=sys.modules[package])
        value: object = getattr(import_module(home[name]), name)
        setattr(sys.modules[package], name, value)  # found without us the next time
        return value

    def dir_() -> list[str]:
        return sorted({*vars(sys.modules[package]), *home, *own})

    return getattr_, dir_
