"""Where a document strays from the shape that the standard demands, and is read all the same.

Source: IPTC, NewsML-G2 2.35, XML Schema "All Power": AnyItemType, newsItem, ItemManagementGroup, ContentMetadataAfDType.
"""

from __future__ import annotations

from newsmodel.formats._reading import Element, Reading, local
from newsmodel.formats._walker import in_namespace
from newsmodel.formats.newsml_g2._names import NAR

_ORDERS = {
    "newsItem": "catalogRef|catalog hopHistory pubHistory rightsInfo itemMeta contentMeta partMeta assert inlineRef "
    "derivedFrom|derivedFromValue contentSet",
    "itemMeta": "itemClass provider versionCreated firstCreated embargoed pubStatus role fileName generator profile service title "
    "edNote memberOf instanceOf signal altRep deliverableOf hash expires origRep incomingFeedId metadataCreator link "
    "itemMetaExtProperty",
    "contentMeta": "icon urgency contentCreated contentModified digitalSourceType "
    "located|infoSource|creator|contributor|audience|exclAudience|altId|rating|userInteraction "
    "language|genre|keyword|subject|slugline|headline|dateline|by|creditline|description contentMetaExtProperty",
}
"""By element, its children in their order; those with a bar between them stand in any."""
_PLACES = in_namespace(NAR, {
    parent: in_namespace(NAR, {name: place for place, names in enumerate(order.split()) for name in names.split("|")})
    for parent, order in _ORDERS.items()
})  # fmt: skip


def report_shape(reading: Reading, item: Element) -> None:
    """Report a namespace that is missing, and elements out of order, one in each parent."""
    if "}" not in item.tag:
        reading.repaired(item, "no namespace: read as NewsML-G2")
    for parent in (item, *item):
        places = _PLACES.get(parent.tag)
        if places is not None:
            _report_order(reading, parent, places)


def _report_order(reading: Reading, parent: Element, places: dict[str, int]) -> None:
    last, reached = "", -1
    for child in parent:
        place = places.get(child.tag)
        if place is None:
            continue
        if place < reached:
            reading.repaired(child, f"out of order: <{local(child.tag)}> after <{local(last)}>")
            return
        last, reached = child.tag, place
