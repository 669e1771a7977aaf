"""The schema of the extended profile: ninjs with one member more, which holds what ninjs has no word for."""

from __future__ import annotations

from typing import Any

from newsmodel import structure
from newsmodel.formats.ninjs import _names as names
from newsmodel.model import DonationAppeal, Vote

EXTENSIBLE = ("3.1", "2.2")
"""The versions whose schemas can be extended by reference: those of 1.x close the object itself."""

_DETAIL = {
    "description": "An edit of what the document says elsewhere. It counts while the document still says `of` at `path`.",
    "type": "object",
    "properties": {
        "path": {"description": "A JSON Pointer into the article's native JSON.", "type": "string", "pattern": "^(/([^~/]|~[01])*)+$"},
        "of": {"description": "What the document itself says at the path; absent where nothing stands there."},
        "value": {"description": "A JSON Merge Patch (RFC 7396) of `of`; without `of`, the value that is put in."},
    },
    "required": ["path", "value"],
    "additionalProperties": False,
}


def is_extended(document: Any) -> bool:
    """Whether a document holds the member of the extended profile, or names its schema."""
    if not isinstance(document, dict):
        return False
    standard = document.get("standard")
    schemas = [names.EXTENDED_SCHEMA.format(version=version) for version in EXTENSIBLE]
    return names.EXTENSION in document or (isinstance(standard, dict) and standard.get("schema") in schemas)


def extended_schema(version: str = "3.1") -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of what `Ninjs(profile="extended")` writes; the same every time.

    It refers to the IPTC's schema of the version, and closes the object again behind the member that is ours.

    Raises:
        ValueError: for a version that cannot be extended.

    >>> list(extended_schema()["properties"]["newsmodel"]["properties"])
    ['votes', 'appeals', 'details']
    """
    if version not in EXTENSIBLE:
        raise ValueError(f"expected a version of ninjs that can be extended, {' or '.join(EXTENSIBLE)}, found {version!r}")
    ours = {
        names.EXTENSION_KEYS[names.VOTE]: {"description": "The votes that the article tells of.", "items": {"$ref": "#/$defs/Vote"}},
        names.EXTENSION_KEYS[names.APPEAL]: {"description": "What readers are asked for.", "items": {"$ref": "#/$defs/DonationAppeal"}},
        names.EXTENSION_KEYS[names.DETAILS]: {"description": "What ninjs has no word for.", "items": {"$ref": "#/$defs/Detail"}},
    }
    return {
        "$schema": structure.DIALECT,
        "$id": names.EXTENDED_SCHEMA.format(version=version),
        "title": f"ninjs {version}, extended",
        "description": f"ninjs {version} with the member `{names.EXTENSION}`, which holds what ninjs has no word for.",
        "$ref": names.SCHEMA.format(version=version) + "#/$defs/ninjsType",
        "properties": {
            names.EXTENSION: {
                "description": "What newsmodel adds.",
                "type": "object",
                "properties": {key: {"type": "array", "minItems": 1} | member for key, member in ours.items()},
                "additionalProperties": False,
                "minProperties": 1,
            }
        },
        "required": ["uri"],
        "unevaluatedProperties": False,
        "$defs": structure.definitions(Vote, DonationAppeal) | {"Detail": _DETAIL},
    }
