"""What the command says on standard error: one line a fault, `name:line:column /pointer: message`."""

from __future__ import annotations

from collections.abc import Iterator

from newsmodel.contract import Loss
from newsmodel.errors import LossyConversion, Position, ReadError


def printable(text: str) -> str:
    r"""`text` in one line that a terminal shows as it is: whatever would move the cursor or hide text is escaped.

    >>> printable("a\x1b[2Jb\n")
    'a\\x1b[2Jb\\n'
    """
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in text)


def counted(number: int, thing: str) -> str:
    """`number` things.

    >>> counted(1, "loss"), counted(2, "loss"), counted(0, "article")
    ('1 loss', '2 losses', '0 articles')
    """
    plural = f"{thing}es" if thing.endswith("s") else f"{thing}s"
    return f"{number} {thing if number == 1 else plural}"


def at(name: str, position: Position | None, message: str) -> str:
    """A message about a place in a document.

    >>> at("story.json", Position(path="/article/version", line=3, column=14), "expected an integer")
    'story.json:3:14 /article/version: expected an integer'
    """
    place = str(position or "")
    if not place:
        return printable(f"{name}: {message}")
    return printable(f"{name}{':' if place[0].isdigit() else ' '}{place}: {message}")


def of_error(name: str, error: Exception) -> Iterator[str]:
    """The lines that report an error about the input of this name."""
    if isinstance(error, ReadError):
        yield from (at(name, problem.position, problem.message) for problem in error.problems)
    elif isinstance(error, LossyConversion):
        yield from (of_loss(name, loss) for loss in error.losses)
    elif isinstance(error, OSError):
        yield at(name, None, error.strerror or str(error))
    else:
        yield at(name, None, str(error))


def of_loss(name: str, loss: Loss) -> str:
    """The line that reports a loss: of reading, where it has a place in the document, else of writing.

    >>> of_loss("story.xml", Loss(path="", reason="no language", where=Position(line=3), repaired=True))
    'story.xml:3: repaired: no language'
    """
    if loss.where is not None:
        return at(name, loss.where, f"{'repaired' if loss.repaired else 'not read'}: {loss.reason}")
    return at(name, Position(path=loss.path), f"not written: {loss.reason}")
