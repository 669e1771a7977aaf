"""Figures as schema.org's media objects.

Search engines look for pictures in `image`, not in the text. A figure of the body is there too, and its `position` is the
number of the block that it is in the body, from 0.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from attrs import evolve, frozen

from newsmodel.syntax.schema_org._nodes import Node, Value
from newsmodel.syntax.schema_org._things import Thing, read_rights, thing, written_rights
from newsmodel.model import Caption, Figure, Media, MediaKind, Rendition
from newsmodel.model.richtext import rich_plain_text

PROPERTIES: dict[str, tuple[MediaKind, str]] = {
    "image": ("image", "ImageObject"), "video": ("video", "VideoObject"), "audio": ("audio", "AudioObject"),
}  # fmt: skip
"""By property of an article: the kind of media and the type of its values. A graphic is an image."""
BYTES = "B"


@frozen
class Placed:
    """A figure, and the number of the block that it is in the body, where its document says so."""

    figure: Figure
    position: int | None


# Writing


def written_figures(figures: list[Placed]) -> dict[str, list[Thing]]:
    """The properties that show these figures."""
    found: dict[str, list[Thing]] = {}
    for placed in figures:
        kind = "image" if placed.figure.media is None or placed.figure.media.kind == "graphic" else placed.figure.media.kind
        found.setdefault(kind, []).append(_written_figure(placed, PROPERTIES[kind][1]))
    return found


def _written_figure(placed: Placed, kind: str) -> Thing:
    caption, media = placed.figure.caption, placed.figure.media
    properties: Thing = {"position": placed.position}
    if media is not None:
        first, *others = media.renditions or (None,)
        if first is not None:
            properties |= _written_file(first)
        properties |= {
            "identifier": media.id, "name": media.title, "description": media.alt, "duration": media.duration,
            "mainEntityOfPage": media.url, **written_rights(media.rights),
            "encoding": [thing("MediaObject", **_written_file(one)) for one in others if one is not None],
        }  # fmt: skip
    if caption is not None:
        person = [] if caption.creator is None else [thing("Person", name=caption.creator)]
        properties |= {
            "caption": None if caption.content is None else rich_plain_text(caption.content),
            "creditText": caption.credit,
            "creator": person + [thing("Organization", name=agency) for agency in caption.agencies],
        }
    return thing(kind, **properties)


def _written_file(file: Rendition) -> Thing:
    size = None if file.size is None else f"{file.size} {BYTES}"
    return {
        "contentUrl": file.href, "alternateName": file.name, "encodingFormat": file.media_type, "width": file.width, "height": file.height,
        "contentSize": size,
    }  # fmt: skip


# Reading


def read_figures(node: Node) -> list[Placed]:
    """The pictures, videos and sounds of a work; pictures that only differ in their file are one."""
    found: list[Placed] = []
    for name, (kind, _) in PROPERTIES.items():
        kin: list[list[Placed]] = []
        for value in node.values(name):
            placed = _read_figure(value, kind)
            if placed is None:
                continue
            if kin and _is_another_file(kin[-1][0], placed):
                kin[-1].append(placed)
                value.document.repaired(value.place, "a picture with nothing but its file: taken as a rendition of the one before")
            else:
                kin.append([placed])
        found += map(_joined, kin)
    return found


def _is_another_file(before: Placed, placed: Placed) -> bool:
    """Whether a figure has nothing but a file, and so may be another crop of the one before."""
    media = placed.figure.media
    alone = placed.figure.caption is None and media is not None and media == Media(renditions=media.renditions)
    return alone and before.position is None and placed.position is None and before.figure.media is not None


def _joined(kin: list[Placed]) -> Placed:
    """The first figure with the files of all, each once."""
    first = kin[0]
    if len(kin) == 1:
        return first
    files: dict[str, Rendition] = {}
    for one in kin:
        for file in one.figure.media.renditions if one.figure.media is not None else ():
            files.setdefault(file.href, file)
    assert first.figure.media is not None
    media = evolve(first.figure.media, renditions=list(files.values()))
    return evolve(first, figure=evolve(first.figure, media=media))


def _read_figure(value: Value, kind: MediaKind) -> Placed | None:
    node = value.node()
    if node is None:
        address = value.url()
        return None if address is None else Placed(Figure(media=Media(kind=kind, renditions=[Rendition(href=address)])), None)
    caption = _read_caption(node)
    fields = {
        "id": node.line("identifier"), "title": node.line("name", "headline"), "alt": node.line("description"),
        "duration": _duration(node), "rights": read_rights(node),
        "renditions": list(_read_files(node, kind)), "url": _page(node, kind),
    }  # fmt: skip
    position = node.whole("position")
    media = node.build(Media, kind=kind, **fields) if any(fields.values()) or kind != "image" or caption is None else None
    figure = node.build(Figure, media=media, caption=caption)
    return None if figure is None else Placed(figure, position)


def _page(node: Node, kind: MediaKind) -> str | None:
    """The page that shows it. The `url` of an image is, by wide use, that of its file."""
    return node.url("mainEntityOfPage") if kind == "image" else node.url("mainEntityOfPage", "url")


def _duration(node: Node) -> str | None:
    value = node.one("duration")
    text = None if value is None else value.line()
    if text is None or node.build(Media, duration=text) is not None:
        return text
    return None


def _read_files(node: Node, kind: MediaKind) -> Iterator[Rendition]:
    address = node.url("contentUrl", "url") if kind == "image" else node.url("contentUrl")
    if address is None and kind == "image" and node.types:
        address = node.name if (node.name or "").startswith("http") and "#" not in (node.name or "") else None
    if address is not None:
        yield _read_file(node, address)
        for value in node.values("url"):
            if value.raw == address:
                value.take()
    for value in node.values("encoding"):
        inner = value.node()
        address = None if inner is None else inner.url("contentUrl", "url")
        if inner is not None and address is not None:
            yield _read_file(inner, address)


def _read_file(node: Node, address: str) -> Rendition:
    return Rendition(
        href=address, name=node.line("alternateName"), media_type=node.line("encodingFormat"), width=node.whole("width", unit="px"),
        height=node.whole("height", unit="px"), size=node.whole("contentSize", unit=BYTES),
    )  # fmt: skip


def _read_caption(node: Node) -> Caption | None:
    people: list[str] = []
    agencies: list[str] = []
    for value in node.values("creator", "author"):
        inner = value.node()
        name = value.line() if inner is None else inner.line("name")
        if name is not None:
            (agencies if inner is not None and "Person" not in inner.types else people).append(name)
    for further in people[1:]:
        node.document.lost(node.place, f"no place for a second creator: {further}")
    fields: dict[str, Any] = {
        "content": node.rich("caption"), "credit": node.line("creditText"), "creator": people[0] if people else None, "agencies": agencies,
    }  # fmt: skip
    return node.build(Caption, **fields) if any(fields.values()) else None
