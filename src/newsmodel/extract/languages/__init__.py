"""What the rules of `newsmodel.extract` need to know of a language: one table of words for each.

The rules themselves are the same for all languages, and know no words.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module

from newsmodel.extract.languages._table import Language, VoteWords

LANGUAGES = ("en", "de", "es", "fr")
"""The languages there are tables for, the usual one first; each is a module with a constant `TABLE`."""


@cache
def table(language: str) -> Language:
    """The words of a language tag's language; English where there is no table for it."""
    code = language.partition("-")[0].lower()
    found: Language = import_module(f"{__name__}.{code if code in LANGUAGES else LANGUAGES[0]}").TABLE
    return found


__all__ = ["LANGUAGES", "Language", "VoteWords", "table"]
