"""Every fault of plain data, each with its JSON Pointer, out of the exceptions that cattrs collects."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from itertools import islice
from typing import Any

import attrs
from cattrs.errors import (
    AttributeValidationNote, BaseValidationError, ForbiddenExtraKeysError, IterableValidationError, IterableValidationNote,
)  # fmt: skip

from newsmodel.errors import ECHO, InvalidValue, Position, Problem, ReadError, shown
from newsmodel.structure._rules import hints_of
from newsmodel.structure._values import Mismatch, found

MAX_PROBLEMS = 100
"""How many faults of one document are reported."""
_LONGEST_GUESS = 40


class UnknownWord(ValueError):
    """A string that is none of those that may stand there."""

    def __init__(self, data: object, words: tuple[str, ...]) -> None:
        super().__init__(f"expected {_either(words)}, found {found(data)}{suggestion(data, words)}")


def _either(words: tuple[str, ...]) -> str:
    quoted = ", ".join(map(repr, words))
    return f"one of {quoted}" if len(words) > 1 else quoted


def suggestion(word: object, words: tuple[str, ...]) -> str:
    """`; did you mean 'headline'?` for a word that is close to one of the words, else nothing."""
    if not isinstance(word, str) or len(word) > _LONGEST_GUESS:
        return ""
    close = get_close_matches(word, words, n=1)
    return f"; did you mean {close[0]!r}?" if close else ""


def at_key(error: Exception, key: str) -> Exception:
    """The error with a note of the key that it stands at, in the way of cattrs."""
    error.add_note(AttributeValidationNote(f"At key {key}", key, None))
    return error


def at_index(error: Exception, index: int) -> Exception:
    """The error with a note of the index that it stands at, in the way of cattrs."""
    error.add_note(IterableValidationNote(f"At index {index}", index, None))
    return error


def weight(error: Exception) -> int:
    """How many faults an error stands for, counted up to the limit."""
    return sum(1 for _ in islice(_leaves(error), MAX_PROBLEMS))


def _leaves(error: Exception) -> Iterator[Exception]:
    if isinstance(error, BaseValidationError):
        for inner in error.exceptions:
            yield from _leaves(inner)
    else:
        yield error


def broken_rules(cls: type[attrs.AttrsInstance], values: Mapping[str, Any], data: Mapping[str, Any]) -> Iterator[Exception]:
    """Every rule of `cls` that the values break, where the constructor would stop at the first.

    A rule that looks at a field without a value, because its data was at fault, is not judged.

    Args:
        cls: a class of the model.
        values: the fields, by name, those left out that could not be made.
        data: what they were made from.
    """
    instance = object.__new__(cls)
    for field in attrs.fields(cls):
        if field.name in values:
            value = values[field.name]
            object.__setattr__(instance, field.name, field.converter(value) if field.converter else value)
    for field in attrs.fields(cls):
        if field.name in values:
            error = _broken(instance, field, getattr(instance, field.name))
            if error is not None:
                yield at_key(_in_member(error, instance, field), field.name) if field.name in data else error
            del error  # or it and this function's frame hold each other, until garbage is collected


def _in_member(error: Exception, instance: object, field: attrs.Attribute[Any]) -> Exception:
    """The error, or those of the members of a sequence of strings that break the rule by themselves."""
    cls = type(instance)
    if hints_of(cls)[field.name] != tuple[str, ...]:
        return error
    broken = ((index, _broken(instance, field, (member,))) for index, member in enumerate(getattr(instance, field.name)))
    inner = list(islice((at_index(fault, index) for index, fault in broken if fault is not None), MAX_PROBLEMS))
    return IterableValidationError(f"While structuring {field.name}", inner, cls) if inner else error


def _broken(instance: object, field: attrs.Attribute[Any], value: object) -> Exception | None:
    if field.validator is None:
        return None
    try:
        field.validator(instance, field, value)
    except (ValueError, TypeError) as error:
        return error
    except AttributeError:
        return None  # the rule looks at another field, which has no value
    return None


def read_error(error: Exception, data: Any, path: str = "") -> ReadError:
    """What the reader of a document reports: each fault with its pointer, up to the limit.

    Args:
        error: what the converter raised.
        data: what it was given.
        path: the pointer of `data` in its document.
    """
    return ReadError(list(islice(_problems(error, data, path), MAX_PROBLEMS)))


def _problems(error: Exception, data: Any, path: str) -> Iterator[Problem]:
    if isinstance(error, BaseValidationError):
        for inner in error.exceptions:
            step = _step(inner)
            if isinstance(inner, KeyError) and inner.args == (step,):
                yield _problem(path, f"missing key {step!r}")
            elif step is None:
                yield from _problems(inner, data, path)
            else:
                yield from _problems(inner, _member(data, step), f"{path}/{escaped(step)}")
    elif isinstance(error, ForbiddenExtraKeysError):
        names = tuple(field.name for field in attrs.fields(error.cl))
        for key in data:
            if key in error.extra_fields:
                yield unknown_key(path, key, names)
    else:
        yield _problem(path, _message(error, data))


def _message(error: Exception, data: Any) -> str:
    match error:
        case InvalidValue() if _step(error) is None:
            return f"expected {error.expected}"
        case InvalidValue():
            return f"expected {error.expected}, found {found(data) if isinstance(data, (str, int)) else error.found}"
        case Mismatch() | UnknownWord():
            return str(error)
        case RecursionError() | MemoryError():
            return "expected a document that fits into memory and stack, found a larger or deeper one"
        case _:
            raise error


def _step(error: Exception) -> str | int | None:
    """The last step of the way to an error, as its note tells."""
    for note in getattr(error, "__notes__", ()):
        if isinstance(note, AttributeValidationNote):
            return note.name
        if isinstance(note, IterableValidationNote):
            return note.index
    return None


def _member(data: Any, step: str | int) -> Any:
    try:
        return data[step]
    except (LookupError, TypeError):
        return None


def unknown_key(path: str, key: str, known: tuple[str, ...]) -> Problem:
    """The fault of an object, at `path`, that has a key which is none of those known; a very long key has no pointer."""
    place = f"{path}/{escaped(key)}" if len(key) <= ECHO else path
    return _problem(place, f"unknown key {shown(key)}{suggestion(key, known)}")


def escaped(step: object) -> str:
    """A step of a JSON Pointer (RFC 6901, section 3)."""
    return str(step).replace("~", "~0").replace("/", "~1")


def _problem(path: str, message: str) -> Problem:
    return Problem(position=Position(path=path), message=message)
