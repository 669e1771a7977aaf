"""What can go wrong, in the few kinds that a caller would treat differently."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsmodel.contract import Loss

ECHO = 80
"""How many characters of a bad input a message repeats at the most."""


def shown(value: object) -> str:
    """`value` as a message may repeat it: its `repr`, cut to a fixed length."""
    if isinstance(value, int) and value.bit_length() > 4 * ECHO:
        return f"a number of {value.bit_length()} bits"  # Python refuses to spell the largest
    text = repr(value[: ECHO + 1] if isinstance(value, (str, bytes)) else value)
    return text if len(text) <= ECHO else text[: ECHO - 1] + "…"


@frozen(kw_only=True)
class Position:
    """A place in a document."""

    path: str = ""
    """A JSON Pointer (RFC 6901) in JSON; slash-separated element names with their numbers in XML and HTML."""
    line: int | None = None
    """From 1; `None` where the parser does not tell."""
    column: int | None = None
    """From 1, in characters; `None` where the parser does not tell."""

    def __str__(self) -> str:
        numbers = ":".join(str(number) for number in (self.line, self.column) if number is not None)
        return " ".join(part for part in (numbers, self.path) if part)


@frozen(kw_only=True)
class Problem:
    """One fault of a document: where it is, what was expected and what was found."""

    position: Position
    message: str

    def __str__(self) -> str:
        place = str(self.position)
        return f"{place}: {self.message}" if place else self.message


class NewsmodelError(Exception):
    """The base of every error that newsmodel raises on purpose."""


class InvalidValue(NewsmodelError, ValueError):
    """A value that its class does not allow."""

    def __init__(self, field: str, expected: str, found: str) -> None:
        super().__init__(field, expected, found)
        self.field = field
        """Class and field: `Vote.margin`."""
        self.expected = expected
        self.found = found
        """The value as a message may show it."""

    def __str__(self) -> str:
        return f"{self.field}: expected {self.expected}, found {self.found}"


class ReadError(NewsmodelError, ValueError):
    """A document that cannot be read, with every fault that was seen."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(tuple(problems))
        self.problems = tuple(problems)
        """At least one."""

    @classmethod
    def at(cls, message: str, *, path: str = "", line: int | None = None, column: int | None = None) -> ReadError:
        """The error with one problem at one place."""
        return cls([Problem(position=Position(path=path, line=line, column=column), message=message)])

    def __str__(self) -> str:
        return "\n".join(str(problem) for problem in self.problems)


class LossyConversion(NewsmodelError, ValueError):
    """A conversion that would lose something, where the caller allows no loss."""

    def __init__(self, losses: Sequence[Loss]) -> None:
        super().__init__(tuple(losses))
        self.losses = tuple(losses)

    def __str__(self) -> str:
        return "\n".join(str(loss) for loss in self.losses)


class UpdateRefused(NewsmodelError, ValueError):
    """An edit that cannot be written into its document without touching more; nothing is written then."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(tuple(problems))
        self.problems = tuple(problems)
        """What cannot be written and why; the position is a JSON Pointer into the edited article."""

    @property
    def paths(self) -> tuple[str, ...]:
        """Where in the edited article, as JSON Pointers."""
        return tuple(problem.position.path for problem in self.problems)

    def __str__(self) -> str:
        return "\n".join(str(problem) for problem in self.problems)


class UnknownFormat(NewsmodelError, LookupError):
    """No codec has this name, or none recognises this document."""


class LossWarning(UserWarning):
    """What a conversion could not carry, where the caller asked to be warned."""
