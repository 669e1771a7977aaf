"""A document of ninjs 3.1 in an older version of the standard: 2.2, whose keys are in lower case, or 1.6."""

from __future__ import annotations

import re
from typing import Any

from newsmodel.formats.ninjs import _names as names

SUPPORTED = ("3.1", "2.2", "1.6")
Item = dict[str, Any]

_FLAT = {"headlines": "headline", "descriptions": "description", "bodies": "body"}
_SINGULAR = {
    "people": "person", "organisations": "organisation", "places": "place", "subjects": "subject", "events": "event",
    "objects": "object", "infoSources": "infosource", "genres": "genre",
}  # fmt: skip
_KEYS_1 = {"by": "byline", "embargoedUntil": "embargoed", "standard": "$standard"}
_ROLE_1 = re.compile(r"(?!(?:x?html5?|richhtml5?|text|main)\Z)[A-Za-z0-9]+\Z")
"""A role that can end a key of 1.x and be read back."""
_NAME_1 = re.compile(r"[A-Za-z0-9_]+\Z")


_ONLY_IN_1 = {*_SINGULAR.values(), *_KEYS_1.values(), "headline", "altids"} - {"embargoed", "infosource"}


def version_of(document: Any) -> str:
    """The version to write in for a document: the one that is most like it."""
    keys = document if isinstance(document, dict) else {}
    standard = keys.get("standard", keys.get("$standard"))
    stated = str(standard.get("version")) if isinstance(standard, dict) else ""
    if stated[:1] in ("1", "2", "3"):
        return {"1": "1.6", "2": "2.2", "3": "3.1"}[stated[0]]
    if any(key in _ONLY_IN_1 or key.startswith(("body_", "headline_", "description_")) for key in keys):
        return "1.6"
    return "2.2" if any(key in keys for key in ("versioncreated", "firstcreated", "pubstatus", "contentcreated", "embargoed")) else "3.1"


def lowered(document: Item, version: str) -> Item:
    """The document in a version; what the version has no place for is left out."""
    if version == "2.2":
        return _to_2(document)
    return _to_1(document) if version == "1.6" else document


def _to_2(document: Item) -> Item:
    lower: Item = _lower(document)
    if "embargoeduntil" in lower:
        lower["embargoed"] = lower.pop("embargoeduntil")
    for association in lower.get("associations", ()):
        association.pop("rel", None)  # new in 3.0
    return lower


def _lower(value: Any) -> Any:
    if isinstance(value, dict):
        return {key.lower(): _lower(inner) for key, inner in value.items()}
    return [_lower(inner) for inner in value] if isinstance(value, list) else value


def _to_1(item: Item) -> Item:
    found: Item = {}
    for key, value in item.items():
        if key in _FLAT:
            for entry in value:
                _add_text(found, _FLAT[key], entry)
        elif key in _SINGULAR:
            found[_SINGULAR[key]] = [one for one in map(_entry, value) if "name" in one or "code" in one]
        elif key == "renditions":
            found[key] = _named(value, "name", {"contentType": "mimetype"})
        elif key == "associations":
            found[key] = {one["name"]: _to_1({name: part for name, part in one.items() if name not in ("name", "rel")}) for one in value}
        elif key == "altIds":
            found["altids"] = {}
            for one in value:
                if "role" in one:
                    found["altids"].setdefault(one["role"], one["value"])
        else:
            found[_KEYS_1.get(key, key.lower())] = _lower(value)
    return {key: value for key, value in found.items() if value not in ({}, [])}


def _add_text(found: Item, kind: str, entry: Item) -> None:
    """One of the texts that 1.x has a key each for; of two with one key, the first."""
    role = entry["role"]
    key = f"{kind}_{role}"
    if role in names.CARRIERS:
        key = stem = f"{kind}_{role.replace(':', '_')}"
        number = 1
        while key in found:
            number += 1
            key = f"{stem}_{number}"
    elif (kind, role) == ("headline", names.MAIN):
        key = kind
    elif kind != "body":
        if not _ROLE_1.match(role):
            return
        if entry.get("contentType") == names.HTML_TYPE:
            key += "_html"
        elif "<" in entry["value"]:
            key += "_text"  # or it might be taken for markup
    found.setdefault(key, entry["value"])


def _entry(entry: Item) -> Item:
    """A concept: a scheme and a code in it."""
    found = {key.lower(): _lower(value) for key, value in entry.items() if key not in ("uri", "literal", "geoJSON")}
    if "role" in found:
        found["rel"] = found.pop("role")
    if "geoJSON" in entry:
        found["geometry_geojson"] = entry["geoJSON"]
    uri, code = entry.get("uri"), entry.get("literal")
    if uri is not None:
        end = len(uri) - len(code) if code and uri.endswith(code) else max(uri.rfind("/"), uri.rfind("#")) + 1
        scheme, last = uri[:end], uri[end:]
        if last and scheme[-1:] in ("/", "#") and names.is_uri(scheme) and (code is None or code == last):
            return found | {"scheme": scheme, "code": last}
    return found if code is None else found | {"code": code}


def _named(entries: list[Item], key: str, renamed: dict[str, str]) -> Item:
    found: Item = {}
    for entry in entries:
        if _NAME_1.match(entry[key]) and entry[key] not in found:
            inner = {renamed.get(name, name.lower()): value for name, value in entry.items() if name != key}
            found[entry[key]] = inner
    return found
