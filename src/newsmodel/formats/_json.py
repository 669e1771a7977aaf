"""The one place where JSON syntax is parsed, and where places in a JSON document are found.

The engine is msgspec: it is strict about syntax, refuses NaN, lone surrogates and bad UTF-8, and is the quickest that
also decodes into typed objects, should a reader want that. What it lets pass is found by cheap checks that cost less
than a hook in the parser would: keys in the source are counted and compared with the keys that were kept, and one walk
over the result sees how deep it is. Only a document at fault, or one that the counts leave in doubt, is scanned lexeme
by lexeme, which tells every fault's pointer, line and column.
"""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, TypeAlias

import msgspec

from newsmodel.contract import Loss
from newsmodel.errors import ECHO, Position, Problem, ReadError, shown
from newsmodel.syntax.encoding import UTF_8_MARK

MAX_BYTES = 16 << 20
MAX_DEPTH = 256
"""How deep arrays and objects stand in each other."""
MAX_VALUES = 500_000
"""How many values a document holds, arrays and objects among them."""
MAX_PROBLEMS = 100
"""How many faults of one document are reported."""

_LOWEST, _HIGHEST = -(2**63), 2**64 - 1
_SPACED_KEY = re.compile(rb'"[ \t\r\n]+:')
# Whole strings, single marks, and anything else up to the next of these. Possessive: a long string leaves no way back.
_TOKEN = re.compile(r'"[^"\\]*+(?:\\.?[^"\\]*+)*+"?|[\[\]{},:]|[^ \t\r\n"\[\]{},:]++', re.S)
# A piece of a string as JSON allows it: a fault is where no piece follows before the closing quotation mark. In pieces, since
# a possessive group that fails halfway leaves its place behind in Python before 3.11.5, and any other costs memory for each turn.
_SOUND = re.compile(
    r"""(?:[^"\\\x00-\x1f]++|\\(?:["\\/bfnrt]|u(?![dD][89a-fA-F])[0-9a-fA-F]{4}
    |u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2})){1,1000}""",
    re.X,
)
_LONE_SURROGATE = re.compile(r"\\u[dD][89a-fA-F][0-9a-fA-F]{2}")
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?", re.A)
_BYTE = re.compile(r" \(byte (\d+)\)$")

_WHITE_SPACE = b" \t\r\n"
_TO_ITEM = re.compile(rb"[ \t\r\n,]*+")
_TO_MEMBER = re.compile(rb'[ \t\r\n,]*+"[^"\\]*+(?:\\.[^"\\]*+)*+"[ \t\r\n]*+:[ \t\r\n]*+', re.S)

_Inside: TypeAlias = dict[str, "_Inside"]
Steps: TypeAlias = list[str | int]
"""Keys and indexes that lead to a value."""
Fault: TypeAlias = tuple[int, str, str]
"""Where in the text, the pointer, and the message."""


def parse(data: bytes, line: int = 1) -> Any:
    """The value of a JSON document in UTF-8, with or without a byte order mark: `dict`, `list`, `str` and so on.

    Args:
        data: the document.
        line: the number of its first line in the file it comes from.

    Raises:
        ReadError: where it is none by RFC 8259, or repeats a key in one object, or exceeds a limit: 16 MiB, 256 levels,
            500 000 values, integers of 64 bits, finite numbers. Nothing else is raised.
    """
    if len(data) > MAX_BYTES:
        raise ReadError.at(f"expected at most {MAX_BYTES} bytes, found {len(data)}", line=line, column=1)
    body = data.removeprefix(UTF_8_MARK)
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in data[:4]:
        raise ReadError.at("expected UTF-8, found UTF-16 or UTF-32", line=line, column=1)
    if not body.strip(_WHITE_SPACE):
        raise ReadError.at("expected a JSON document, found nothing", line=line, column=1)
    if not is_small(body):
        _refuse(body, line)
    try:
        value = msgspec.json.decode(body)
    except MemoryError:
        raise ReadError.at("expected a document that fits into memory, found a larger one", line=line, column=1) from None
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise _syntax_error(body, error, line) from None
    # A quotation mark that ends a key follows no backslash, or one that is escaped itself; others stand in strings.
    ends = body.count(b'":')
    if b'\\":' in body:
        ends += body.count(b'\\\\":') - body.count(b'\\":')
    if _is_doubtful(value, ends + len(_SPACED_KEY.findall(body))):
        _refuse(body, line)
    return value


def is_small(data: bytes) -> bool:
    """Whether a document cannot exceed the limits of size and of values."""
    if len(data) < MAX_VALUES:  # a value takes a byte
        return True
    # Every value but the first follows a comma or opens something: an upper bound, since strings hold commas too.
    return len(data) <= MAX_BYTES and data.count(b",") + data.count(b"[") + data.count(b"{") < MAX_VALUES


def located(error: ReadError, data: bytes, line: int = 1) -> ReadError:
    """The error with the line and column of each problem's pointer, or of the nearest value above it.

    Args:
        error: what is wrong with the values of the document.
        data: the document, which `parse` has read.
        line: the number of its first line.
    """
    body = data.removeprefix(UTF_8_MARK)
    places = {problem.position.path: _steps(problem.position.path) for problem in error.problems}
    offsets = _offsets(body, set(places.values()))
    text = body.decode()
    faults = []
    for problem in error.problems:
        offset = _nearest(places[problem.position.path], offsets)
        if len(text) != len(body):
            offset = len(body[:offset].decode())
        faults.append((offset, problem.position.path, problem.message))
    return _read_error(text, faults, line)


def is_closed(data: bytes) -> bool:
    """Whether every array, object and string that begins in a piece of JSON also ends there."""
    depth = 0
    lexeme = ""
    for match in _TOKEN.finditer(data.decode(errors="replace")):
        lexeme = match[0]
        depth += (lexeme in ("{", "[")) - (lexeme in ("}", "]"))
    return depth <= 0 and not (lexeme[:1] == '"' and (len(lexeme) == 1 or lexeme[-1] != '"'))


def opening(head: bytes) -> bytes:
    """The first bytes of a document from its first value on."""
    return head.removeprefix(UTF_8_MARK).lstrip(b" \t\r\n")


def pointer(steps: Iterable[str | int]) -> str:
    """A JSON Pointer (RFC 6901), long keys cut as in any message."""
    return "".join([f"/{step if step.__class__ is int else _escaped(str(step))}" for step in steps])


def _escaped(step: str) -> str:
    """A step of a pointer."""
    step = _cut(step)
    return step.replace("~", "~0").replace("/", "~1") if "~" in step or "/" in step else step


def _cut(text: str) -> str:
    return text if len(text) <= ECHO else text[: ECHO - 1] + "…"


def _is_doubtful(value: Any, keys: int) -> bool:
    """Whether a parsed document may break a limit or repeat a key.

    Args:
        value: what was parsed.
        keys: how often in the source a quotation mark that may end a key and a colon follow each other. Every key ends so;
            where no more are found than keys were kept, no key was given twice.
    """
    level, depth = [value], 0
    while level:
        inner: list[Any] = []
        for part in level:
            if type(part) is dict:
                keys -= len(part)
                inner += part.values()
            elif type(part) is list:
                inner += part
            elif type(part) is int and not _LOWEST <= part <= _HIGHEST:
                return True
        level = inner
        depth += 1
    return keys != 0 or depth > MAX_DEPTH


def _refuse(body: bytes, line: int) -> None:
    """Raise what is wrong with the document, if anything is."""
    text, damage = _decoded(body)
    if faults := list(islice(_faults(text), MAX_PROBLEMS)) or damage:
        raise _read_error(text, faults, line)


def _syntax_error(body: bytes, error: Exception, line: int) -> ReadError:
    """What keeps the document from being parsed: a value that JSON has not, else what the engine stumbled over."""
    text, damage = _decoded(body)
    if not damage and isinstance(error, RecursionError):
        damage = [(len(text), "", "expected a document that fits the stack, found a deeper one")]
    elif not damage:
        damage = [_stumble(text, body, str(error))]
    # Behind the place where the engine stopped, the lexemes may be anything.
    faults = [fault for fault in islice(_faults(text, repeated_keys=False), MAX_PROBLEMS) if fault[0] <= damage[0][0]]
    return _read_error(text, faults or damage, line)


def _decoded(body: bytes) -> tuple[str, list[Fault]]:
    """The text, up to the first byte that is no UTF-8."""
    try:
        return body.decode(), []
    except UnicodeDecodeError as error:
        text = body[: error.start].decode()
        return text, [(len(text), "", f"expected UTF-8, found the byte 0x{body[error.start]:02x}")]


def _stumble(text: str, body: bytes, message: str) -> Fault:
    """The engine's message, with the character that it found."""
    place = _BYTE.search(message)
    words = _BYTE.sub("", message).removeprefix("JSON is malformed: ")
    offset = len(body[: int(place[1])].decode(errors="ignore")) if place else len(text)
    offset -= words == "trailing characters"  # there the engine has gone one further
    seen = shown(text[offset]) if offset < len(text) else "the end of the document"
    expected = _EXPECTED.get(words, words if words.startswith("expected") else f"malformed JSON ({words})")
    return offset, "", f"{expected}, found {seen}"


_EXPECTED = {
    "invalid character": "expected a JSON value",
    "trailing characters": "expected the end of the document",
    "trailing comma in array": "expected a value after the comma",
    "trailing comma in object": "expected a key after the comma",
    "object keys must be strings": "expected a key in double quotes",
    "Input data was truncated": "expected more",
}


def _faults(text: str, *, repeated_keys: bool = True) -> Iterator[Fault]:
    """What JSON or a limit forbids and the marks between the values do not show."""
    keys: list[set[str]] = []
    values = 0
    for offset, lexeme, steps, is_key in _walk(text):
        values += not is_key
        if is_key:
            key = str(steps[-1])
            if repeated_keys and key in keys[len(steps) - 1]:
                yield offset, pointer(steps), f"duplicate key {shown(key)}"
            keys[len(steps) - 1].add(key)
        elif lexeme in "[{":
            keys[len(steps) :] = [set()]
            if len(steps) >= MAX_DEPTH:
                yield offset, "", f"expected at most {MAX_DEPTH} levels of arrays and objects, found more"
                return
        if fault := _key_fault(lexeme) if is_key else _value_fault(lexeme):
            yield offset + fault[0], pointer(steps), fault[1]
        if values > MAX_VALUES:
            yield offset, "", f"expected at most {MAX_VALUES} values, found more"
            return


def _key_fault(lexeme: str) -> tuple[int, str] | None:
    return _string_fault(lexeme) if lexeme[0] == '"' else (0, f"expected a key in double quotes, found {shown(lexeme)}")


def _string_fault(lexeme: str) -> tuple[int, str] | None:
    """Where in the lexeme of a string something is wrong, and what."""
    stop = 1
    while match := _SOUND.match(lexeme, stop):
        stop = match.end()
    rest = lexeme[stop : stop + 6]
    if rest in ('"', ""):
        return None
    if _LONE_SURROGATE.match(rest):
        return stop, f"expected Unicode characters, found the lone surrogate {rest}"
    if rest[0] == "\\":
        return stop, f"expected an escape that JSON has, found {rest[:2]}"
    return stop, f"expected an escape for the control character, found {shown(rest[0])}"


def _value_fault(lexeme: str) -> tuple[int, str] | None:
    if lexeme[0] == '"':
        return _string_fault(lexeme)
    if lexeme in ("{", "[", "true", "false", "null"):
        return None
    number = _NUMBER.fullmatch(lexeme)
    if number is None:
        return 0, f"expected a JSON value, found {shown(lexeme)}"
    if number[1] or number[2]:
        return None if math.isfinite(float(lexeme)) else (0, f"expected a finite number, found {_cut(lexeme)}")
    small = len(lexeme) <= len(str(_LOWEST)) and _LOWEST <= int(lexeme) <= _HIGHEST
    return None if small else (0, f"expected an integer of at most 64 bits, found {_cut(lexeme)}")


def _walk(text: str) -> Iterator[tuple[int, str, Steps, bool]]:
    """Each key and value in the order of the text, damaged text as it comes.

    Yields:
        Where it begins; the lexeme, of an array or object its opening mark; the steps that lead to it, in a list that goes
        on changing; whether it is a key.
    """
    steps: Steps = []
    in_array: list[bool] = []
    key_next = False
    for match in islice(_TOKEN.finditer(text), 5 * MAX_VALUES):  # a value has a key, two marks around that and one behind
        lexeme = match[0]
        if lexeme == ",":
            key_next = bool(in_array) and not in_array[-1]
            if in_array and in_array[-1]:
                steps[-1] += 1  # type: ignore[operator]  # the step of an array is its index
        elif lexeme in "]}":
            if in_array:
                in_array.pop()
                steps.pop()
            key_next = False
        elif lexeme == ":":
            continue
        elif key_next:
            key_next = False
            steps[-1] = _unquoted(lexeme)
            yield match.start(), lexeme, steps, True
        else:
            yield match.start(), lexeme, steps, False
            if lexeme in "[{":
                in_array.append(lexeme == "[")
                steps.append(0 if lexeme == "[" else "")
                key_next = lexeme == "{"


def placed(losses: Sequence[Loss], data: bytes) -> tuple[Loss, ...]:
    """The losses of reading a document with the lines and columns of their pointers, in the order of the document."""
    if not losses:
        return ()
    repaired = {(loss.path, loss.reason) for loss in losses if loss.repaired}
    problems = [Problem(position=Position(path=loss.path), message=loss.reason) for loss in losses]
    return tuple(
        Loss(path=one.position.path, reason=one.message, where=one.position, repaired=(one.position.path, one.message) in repaired)
        for one in located(ReadError(problems), data).problems
    )


def _unquoted(lexeme: str) -> str:
    if lexeme[0] != '"':
        return lexeme
    if "\\" not in lexeme:
        return lexeme[1:-1]
    try:
        return msgspec.json.decode(lexeme, type=str)
    except msgspec.DecodeError:
        return lexeme[1:-1]


def _offsets(body: bytes, wanted: Collection[tuple[str, ...]]) -> dict[tuple[str, ...], int]:
    """Where the values begin that these steps lead to, those that there are.

    Only the arrays and objects on the way are opened; the engine steps over all others.
    """
    inside: _Inside = {}
    for steps in wanted:
        level = inside
        for step in steps:
            level = level.setdefault(step, {})
    start = len(body) - len(body.lstrip(_WHITE_SPACE))
    offsets: dict[tuple[str, ...], int] = {}
    waiting: list[tuple[tuple[str, ...], int, Any, _Inside]] = [((), start, body[start:], inside)]
    while waiting:
        way, offset, value, inside = waiting.pop()
        offsets[way] = offset
        missing = len(inside)
        for step, begin, member in _members(value) if inside else ():
            if step in inside:
                waiting.append(((*way, step), offset + begin, member, inside[step]))
                missing -= 1
                if not missing:
                    break
    return offsets


def _members(value: Any) -> Iterator[tuple[str, int, Any]]:
    """The steps to the members of an array or object, where they begin in its bytes, and theirs; nothing of another value."""
    data = bytes(value)
    end = 1
    if data[:1] == b"{":
        for key, member in msgspec.json.decode(data, type=dict[str, msgspec.Raw]).items():
            end = _TO_MEMBER.match(data, end).end()  # type: ignore[union-attr]  # the engine has read it
            yield key, end, member
            end += len(bytes(member))
    elif data[:1] == b"[":
        for index, member in enumerate(msgspec.json.decode(data, type=list[msgspec.Raw])):
            end = _TO_ITEM.match(data, end).end()  # type: ignore[union-attr]  # the same
            yield str(index), end, member
            end += len(bytes(member))


def _nearest(steps: tuple[str, ...], offsets: Mapping[tuple[str, ...], int]) -> int:
    while steps not in offsets:
        steps = steps[:-1]
    return offsets[steps]


def _steps(path: str) -> tuple[str, ...]:
    return tuple(step.replace("~1", "/").replace("~0", "~") for step in path.split("/")[1:])


def _read_error(text: str, faults: Iterable[Fault], line: int) -> ReadError:
    """The error, its problems in the order of the document."""
    problems = []
    number, done = line, 0
    for offset, path, message in sorted(faults, key=lambda fault: fault[0]):
        number, done = number + text.count("\n", done, offset), offset
        column = offset - text.rfind("\n", 0, offset)
        problems.append(Problem(position=Position(path=path, line=number, column=column), message=message))
    return ReadError(problems)
