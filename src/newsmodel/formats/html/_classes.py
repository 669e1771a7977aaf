"""Our parts by their classes: one walk through an article finds the elements of all."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache

from newsmodel.formats._reading import Element
from newsmodel.syntax.html import HtmlElement

BODY = "nm-body"
LEAD = "nm-lead"
PASSED_BY = frozenset({BODY, LEAD})
"""The classes of elements that hold blocks, and none of our parts."""


def classes_of(node: Element) -> tuple[str, ...]:
    """The classes of an element."""
    stated = node.get("class")
    return _split(stated) if stated else ()


@lru_cache(maxsize=1024)
def _split(stated: str) -> tuple[str, ...]:
    """The words of a `class`; those of our pages are always the same."""
    return tuple(stated.split())


class ClassIndex:
    """The elements in an element by their classes, but for those that stand in a lead or a body."""

    def __init__(self, root: HtmlElement) -> None:
        self._spans: dict[int, tuple[int, int]] = {}
        """By `id`, which of the elements, numbered in document order, stand in an element: from the first on, to that behind the last."""
        self._numbers: dict[str, list[int]] = {}
        """By class, the numbers of its elements."""
        self._elements: list[HtmlElement] = []
        open_elements = [(root, 0, iter(root))]
        while open_elements:
            element, start, children = open_elements[-1]
            for child in children:
                classes = child.attrib.get("class")
                if classes:
                    names = _split(classes)
                    for name in names if len(names) < 2 else set(names):
                        self._numbers.setdefault(name, []).append(len(self._elements))
                self._elements.append(child)
                if classes and not PASSED_BY.isdisjoint(names):
                    continue
                if len(child):
                    open_elements.append((child, len(self._elements), iter(child)))
                    break
                self._spans[id(child)] = len(self._elements), len(self._elements)
            else:
                self._spans[id(element)] = start, len(self._elements)
                open_elements.pop()

    def holds(self, node: HtmlElement) -> bool:
        """Whether what stands in an element has been looked at."""
        return id(node) in self._spans

    def inside(self, node: HtmlElement, name: str) -> list[HtmlElement]:
        """The elements of a class in an element that has been looked at; none of them stands in another."""
        numbers = self._numbers.get(name)
        if numbers is None:
            return []
        start, end = self._spans[id(node)]
        found: list[HtmlElement] = []
        for number in numbers[bisect_left(numbers, start) : bisect_left(numbers, end)]:
            if number >= start:
                element = self._elements[number]
                found.append(element)
                start = self._spans.get(id(element), (start, start))[1]
        return found
