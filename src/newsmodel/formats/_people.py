"""Who is named to readers, and who is known to the system only."""


def is_public_name(name: str, code: str | None) -> bool:
    """Whether a creator is one whom readers know by this name.

    A system's user is not: a name that is missing, repeats the code, or is a login, one word without a capital.
    """
    if not name or (code is not None and name.lower() == code.rpartition(":")[2].lower() and code != name):
        return False
    return " " in name or name != name.lower() or not name.isascii()
