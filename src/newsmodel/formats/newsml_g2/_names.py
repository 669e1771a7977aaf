"""The names of NewsML-G2, and which field of the model each stands for, for both directions.

Source: IPTC, NewsML-G2 2.35, XML Schema "All Power"; the numbers in comments are its lines.
"""

from __future__ import annotations

import re

from attrs import frozen

from newsmodel.formats._carrier import NAMESPACE as OURS
from newsmodel.formats._carrier import clark
from newsmodel.formats._reading import Element

NAR = "http://iptc.org/std/nar/2006-10-01/"
_NAR_TAG = f"{{{NAR}}}"
XHTML_NAMESPACE = "http://www.w3.org/1999/xhtml"
XSI = "{http://www.w3.org/2001/XMLSchema-instance}"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
CATALOG = "http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_41.xml"
XHTML_TYPE = "application/xhtml+xml"
MAPPING = "1"
"""The version of this mapping, on the root of what we write: `nm:mapping`."""

ITEMS = frozenset({"newsItem", "packageItem", "conceptItem", "knowledgeItem", "planningItem", "catalogItem"})
PACKAGE, PACKAGE_IS = "packageItem", "a package of other items"
NO_ARTICLE = {
    "conceptItem": "a concept",
    "knowledgeItem": "a set of concepts",
    "planningItem": "the planning of coverage",
    "catalogItem": "a catalogue of vocabularies",
}

# Fields that one element holds as text or as a concept: field of Article -> element.
LINES = {"slug": "slugline", "byline_text": "by", "dateline": "dateline", "credit": "creditline"}
TIMES = {"created": "contentCreated", "embargoed": "embargoed", "expires": "expires"}
BYLINES = {"bylines": "creator", "contributors": "contributor"}


@frozen
class ConceptPlace:
    """What the type of an element that holds a concept allows."""

    tag: str
    flexible: bool = True
    """Any of QCode, URI and literal, and a type (`flexAttributes`); else QCode and URI alone."""
    related: bool = True
    """`sameAs` and `broader`."""
    measured: bool = False
    """`relevance` and `confidence`, whole numbers (`quantifyAttributes`)."""
    placed: bool = False
    """`geoAreaDetails`."""


CONCEPTS = {
    "signals": ConceptPlace("signal"),
    "sections": ConceptPlace("service", flexible=False, related=False),
    "located": ConceptPlace("located", placed=True),
    "sources": ConceptPlace("infoSource"),
    "genres": ConceptPlace("genre", measured=True),
    "subjects": ConceptPlace("subject", measured=True),
}
PUBLISHER = ConceptPlace("provider")
HOLDER = ConceptPlace("copyrightHolder")

# Words
STATUS = {"usable": "stat:usable", "withheld": "stat:withheld", "canceled": "stat:canceled"}
KINDS = {"person": "cpnat:person", "organization": "cpnat:organisation"}
RELATIONS = {
    "seeAlso": "irel:seeAlso",
    "derivedFrom": "irel:derivedFrom",
    "previousVersion": "irel:previousVersion",
    "isBasedOn": "https://schema.org/isBasedOn",
    "citation": "https://schema.org/citation",
}
ADDRESSES = ("href", "residref", "guidref")
PART = "hasPart"
"""The relation of a package to its items, in the word of schema.org."""
CANONICAL = "https://schema.org/mainEntityOfPage"
KICKER, STANDFIRST, TITLE = f"{OURS}:kicker", f"{OURS}:standfirst", f"{OURS}:title"
SUMMARY = "drol:summary"
MEDIA_CLASSES = {"picture": "image", "graphic": "graphic", "video": "video", "audio": "audio", "animated": "graphic"}

# No scheme of the IPTC names the roles of headlines; these are the words that providers use, without their schemes.
HEADLINE_ROLES = {
    "headline": "headline", "main": "headline", "title": "headline",
    "subheadline": "standfirst", "subhead": "standfirst", "subtitle": "standfirst", "standfirst": "standfirst", "deck": "standfirst",
    "kicker": "kicker", "overline": "kicker",
}  # fmt: skip

# Attributes of ours on elements of the standard, where its own types do not allow the value
NM_NONE, NM_PUBLIC, NM_DATE, NM_YEAR = clark("none"), clark("public"), clark("date"), clark("year")
NM_LANGUAGE, NM_VERSION, NM_HREF = clark("language"), clark("version"), clark("href")
NM_CODE, NM_URI, NM_LOCATION, NM_MAPPING = clark("code"), clark("uri"), clark("location"), clark("mapping")
NM_RESOLVED = clark("resolved")

QCODE = re.compile(r"[^\s:]+:\S+")  # QCodeType, 4570
POSITIVE = re.compile(r"[1-9][0-9]{0,17}")
_SCHEME = r"[A-Za-z][A-Za-z0-9+.\-]*:"
_IRI = re.compile(rf"(?:{_SCHEME}|(?!{_SCHEME}))(?://[A-Za-z0-9.\-]+(?::[1-9][0-9]{{0,3}})?(?=[/?#]|\Z)|(?!//))")
_ABSOLUTE = re.compile(r"(?:https?://|urn:[A-Za-z0-9])")


def name_of(node: Element) -> str:
    """The name of an element: a bare one in the standard's namespace and in none, with the namespace in others."""
    tag: str = node.tag
    return tag.removeprefix(_NAR_TAG)


def is_qcode(value: str) -> bool:
    """Whether `value` is a QCode by its form."""
    return QCODE.fullmatch(value) is not None


def is_iri(value: str) -> bool:
    """Whether every validator takes this URL of the model for an `xs:anyURI`; they differ on unusual hosts."""
    return _IRI.match(value) is not None


def is_absolute(value: str) -> bool:
    """Whether a term is given as a URI rather than as a QCode."""
    return _ABSOLUTE.match(value) is not None


def role_word(role: str) -> str | None:
    """The field that a headline's role names, whatever its scheme."""
    if role in (KICKER, STANDFIRST, TITLE):
        return role.rpartition(":")[2]
    return HEADLINE_ROLES.get(re.split("[:/#]", role)[-1].lower())

ORDER: dict[str, tuple[str, ...]] = {
    "newsItem": (
        "catalogRef catalog", "hopHistory", "pubHistory", "rightsInfo", "itemMeta", "contentMeta", "partMeta", "assert",
        "inlineRef", "derivedFrom derivedFromValue", "contentSet",
    ),
    "packageItem": (
        "catalogRef catalog", "hopHistory", "pubHistory", "rightsInfo", "itemMeta", "contentMeta", "partMeta", "assert",
        "inlineRef", "derivedFrom derivedFromValue", "groupSet",
    ),
    "itemMeta": (
        "itemClass", "provider", "versionCreated", "firstCreated", "embargoed", "pubStatus", "role", "fileName", "generator",
        "profile", "service", "title", "edNote", "memberOf", "instanceOf", "signal", "altRep", "deliverableOf", "hash",
        "expires", "origRep", "incomingFeedId", "metadataCreator", "link", "itemMetaExtProperty",
    ),
    "contentMeta": (
        "icon", "urgency", "contentCreated", "contentModified", "digitalSourceType",
        "located infoSource creator contributor audience exclAudience altId rating userInteraction",
        "language genre keyword subject slugline headline dateline by creditline description", "contentMetaExtProperty",
    ),
    **dict.fromkeys(
        "subject genre located creator contributor infoSource provider service copyrightHolder accountable broader signal".split(),
        (
            "name definition note facet remoteInfo hierarchyInfo", "sameAs broader narrower related",
            "personDetails organisationDetails geoAreaDetails POIDetails", "bag", "mainConcept", "facetConcept",
        ),
    ),
    "rightsInfo": (
        "accountable", "copyrightHolder",
        "copyrightNotice usageTerms link rightsInfoExtProperty rightsExpressionXML rightsExpressionData", "dataMining",
    ),
}  # fmt: skip
"""In which order NewsML-G2 2.35 (its power schema) wants the parts of an element; those of one string come in any order."""
