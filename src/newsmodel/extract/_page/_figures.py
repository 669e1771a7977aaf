"""Figures of a page: the file, and what is written below it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable

from attrs import evolve

from newsmodel.extract._captions import caption as parted
from newsmodel.extract._captions import credited
from newsmodel.extract._page._addresses import Address
from newsmodel.extract._page._files import media_of, media_without_script
from newsmodel.extract._page._jobs import is_job
from newsmodel.extract._page._outline import LONGEST_CAPTION, Box, Line
from newsmodel.extract._page._phrases import APPEAL, CONSENT, CREDITED_BESIDE, DATE, MAKER, NOTICE
from newsmodel.extract._page._text import is_dense, rich_of, without_end
from newsmodel.extract._page._vocabulary import BYLINE, CAPTION, CREDIT
from newsmodel.model import Caption, Figure, Media, RichText, Rights
from newsmodel.model.richtext import normal, parts, rich_plain_text
from newsmodel.model.values import is_line
from newsmodel.syntax.text_form import one_line

LONGEST_CREDIT = 160
FEW = 2
"""What a picture shows and whose it is takes so many lines."""
SHORTEST_ALT = 15
"""What a picture shows is said in more letters."""
LONGEST_LABEL = 40
AROUND = 3
"""So many boxes around a figure may hold its credit."""

_LABEL = re.compile(
    r"\A(?:legende|bildunterschrift|bildtext|image caption|caption|bildinfo|photo caption|légende|leyenda|pie de foto|didascalia)\s?[:.–-]?\s+", re.IGNORECASE
)
"""Words before a caption that are for those who cannot see it."""
_NAMED = re.compile(r"\s*(?P<credit>[(（]\s?(?P<inside>[^()（）]{2,60}?)\s?[)）])\Z")
_SMALL = frozenset("of the for and & via de del la du des der die das von und y et".split())
"""Words in names that have no capital."""
_SIGNED = re.compile(
    r"\s*(?P<credit>[\[(（]?\s?(?:사진\s?(?:출처)?\s?[=:]|[(（]\s?[CcＣｃ]\s?[)）]|©|写真[:：=]|提供[:：]|図[:：]|来源[:：]|Fotoğraf\s?:|Фото:|Zdjęcie:|Zdroj:|Foto:)[^\[\]]{1,80}[\])）]?|＝[^＝\d、。]{1,16})\Z"
)
"""Credits as they are spelt where letters have no capitals, and elsewhere."""
_OWNER = re.compile(r"\A(?:[\[(（]\s?)?(?:copyright|[(（]\s?[CcＣｃ]\s?[)）]|사진\s?(?:출처)?\s?[=:]|写真[:：=]|提供[:：]|Fotoğraf\s?:|Фото:|Zdjęcie:|Zdroj:|Bildrechte:?|Rechte:|＝)\s*", re.IGNORECASE)
_BEHIND = re.compile(r"(?<=[.。])\s?(?P<credit>[^\s.。]{2,12}(?: 기자)?)\Z")
"""Behind the last sentence, where letters have no capitals."""
_LICENCE = re.compile(r"[(\[,/|;]?\s?(?<!\w)(?:Lizenz:?\s|Licen[cs]e:?\s)?(?:CC[ -]?(?:BY|0)(?:[ -](?:SA|NC|ND))*(?:[ -]?\d\.\d)?(?![\w-])|public domain|gemeinfrei)[)\]]?", re.IGNORECASE)
"""On what terms a picture is to be had is nobody's name."""
_JOB = re.compile(r"\s(?:기자|記者|撮影)\Z")

_ADDED = re.compile(r"(?:\s?[|©]\s?|\s/\s)(?P<credit>[^|]{2,80})")
"""What a picture's `title` has behind what its `alt` says."""
_OPEN = re.compile(r"(?:[:©|/,;(]|(?<!\w)(?:by|von|par|por|photos?|fotos?|bild|images?|pictures?|credits?|sources?|quelle|copyright|rights reserved|droits réservés|derechos reservados|rechte vorbehalten))\W?\Z", re.IGNORECASE)
_CLOSED = re.compile(r"\W|via(?!\w)")
"""How the parts of one credit end and begin that belong together: `Photo:`, `/ Coast Press`."""
_EDGE = " \u00a0|"
"""What stands between a caption and its credit is neither's."""
_DASH_AT_END = re.compile(r"(?<=[ \u00a0])[-–|—](?=[ \u00a0]{0,9}\Z)")
_WORD = re.compile(r"\w")


def _between(inner: Box, outer: Box) -> Iterable[Box]:
    """The boxes from one inside to the outer one, that included."""
    for box in inner.around():
        yield box
        if box is outer:
            return


def figure_of(box: Box, address: Address) -> Figure | None:
    """The figure that a box is; `None` where it shows nothing and says nothing."""
    files = [file for file in box.files() if file.kind != "embed"]
    media = next((found for file in files if (found := media_of(file, address)) is not None), None)
    if media is None:
        media = media_without_script(box, address)
    below = _caption(box, address)
    if media is None and (below is None or (not files and box.tag != "figure")):
        return None
    if below is not None and _is_no_caption(rich_plain_text(below.content or ())):
        return None
    if (below is None or below.credit is None) and (credit := _credit_around(box)):
        creator, agencies = _owners(credit)
        below = Caption(content=None if below is None else below.content, credit=credit, creator=creator, agencies=agencies)
    return Figure(media=media, caption=below)


def _credit_around(box: Box) -> str | None:
    """The line called a credit that stands beside a figure, in a box with no other picture, no title and little text."""
    inner = {line.number for line in box.lines()}
    for outer in itertools.islice(box.around(), 1, 1 + AROUND):
        if max(outer.pictures, outer.figures) > 1 or outer.length > LONGEST_CAPTION or outer.tag in ("article", "main", "body"):
            return None
        for line in outer.lines():
            if line.is_heading:
                return None
            if line.number not in inner and line.called & CREDIT and not line.called & (BYLINE | CAPTION) and is_line(line.text) and len(line.text) < LONGEST_CREDIT:
                return line.text
    return None


def _is_no_caption(text: str) -> bool:
    """Whether text below a picture is an author's name, or words of the page."""
    if len(text) < 120 and (MAKER.match(text) or NOTICE.match(text.lower()) or DATE.match(text)):
        return True
    return CONSENT.search(text.lower()) is not None or (len(text) < 300 and APPEAL.search(text.lower()) is not None)


def _caption(box: Box, address: Address) -> Caption | None:
    said_below, owners = _parts(box)
    if not said_below and owners and len(owners[0].text.split()) > 12:
        said_below, owners = owners, []
    credit = one_line(_joined(list(dict.fromkeys(line.text for line in owners)))).strip(_EDGE) or _aside_credit(box)
    if len(credit) > LONGEST_CREDIT or not is_line(credit):
        credit = ""
    content = _unlabelled(rich_of([line.runs for line in said_below], address))
    if not credit and content:
        return _without_credit(content)
    if not content and not credit:
        return None
    creator, agencies = _owners(credit) if credit else (None, ())
    return Caption(content=content or None, credit=credit or None, creator=creator, agencies=agencies)


def _joined(texts: list[str]) -> str:
    """The parts of a credit that stand in elements of their own, with a slash between them where nothing else is."""
    spaced = " ".join(texts)
    if (once := _undoubled(spaced)) != spaced:
        return once
    whole = ""
    for text in texts:
        apart = whole and not _OPEN.search(whole) and not _CLOSED.match(text)
        whole = f"{whole} / {text}" if apart else f"{whole} {text}"
    return whole


def _aside_credit(box: Box) -> str:
    """The credit in a figure's `footer`, or behind what the `alt` of its picture says in the `title`: `The river | Cy Moor`."""
    foot = box.node.find("footer") if box.tag == "figure" else None
    if foot is not None and (text := one_line(foot.text)):
        return text
    for file in box.files():
        shown, title = (one_line(file.node.attr(name) or "") for name in ("alt", "title"))
        if shown and title.startswith(shown) and (match := _ADDED.fullmatch(title, len(shown))) is not None:
            return match["credit"]
    return ""


def _undoubled(text: str) -> str:
    """A text that says the same twice, for two sizes of a screen, once."""
    half, rest = text[: len(text) // 2], text[len(text) // 2 + 1 :]
    return half if half == rest and half else text


def _unlabelled(content: RichText) -> RichText:
    """A caption without the word that says it is one, and without a dash at its end."""
    if not content:
        return content
    first = content[0]
    if isinstance(first, str) and (match := _LABEL.match(first)):
        content = normal(map(parts, (first[match.end() :], *content[1:])))
    text = rich_plain_text(content)
    if _DASH_AT_END.search(text):
        content = without_end(content, len(text.rstrip(" \u00a0-–|—")))
    return content


def _owners(credit: str) -> tuple[str | None, tuple[str, ...]]:
    """The photographer and the agencies that a credit names, words before them left out."""
    bare = _LICENCE.sub("", _OWNER.sub("", credit)).strip(" \u00a0[]()（）,/|;")
    if not bare:
        return None, ()
    creator, agencies = credited(_JOB.sub("", bare))
    return creator, tuple(one for one in agencies if is_line(one))


def _without_credit(content: RichText) -> Caption:
    """A caption whose last words may be its credit."""
    text = rich_plain_text(content)
    if (match := _SIGNED.search(text, max(0, len(text) - LONGEST_CREDIT))) is not None:
        return _cut(content, match.start(), match["credit"].strip())
    if is_dense(text) and (match := _BEHIND.search(text, max(0, len(text) - LONGEST_CREDIT))) is not None:
        return _cut(content, match.start(), match["credit"])
    found = parted(text)
    if found.credit is not None:
        kept = rich_plain_text(found.content or ())
        rich = without_end(content, len(kept)) if text.startswith(kept) else found.content
        creator, agencies = _owners(found.credit)
        return Caption(content=rich or None, credit=found.credit.strip(_EDGE) or found.credit, creator=creator, agencies=agencies)
    match = _NAMED.search(text, max(0, len(text) - LONGEST_CREDIT))
    if match is not None and _is_name(match["inside"]):
        return _cut(content, match.start(), match["credit"].strip())
    return Caption(content=content)


def _is_name(inside: str) -> bool:
    """Whether what stands in brackets at the end of a caption has the capitals of a name."""
    words = inside.split()
    return words[0][0].isupper() and all(word[0].isupper() or word in _SMALL for word in words) and not inside[-1].isdigit()


def _cut(content: RichText, place: int, credit: str) -> Caption:
    """A caption parted at a place."""
    creator, agencies = _owners(credit)
    return Caption(content=without_end(content, place) or None, credit=credit, creator=creator, agencies=agencies)


def _parts(box: Box) -> tuple[list[Line], list[Line]]:
    """The lines that say what the picture shows, and those that say whose it is."""
    below: list[Line] = []
    loose: list[Line] = []
    owners: list[Line] = []
    for line in box.lines():
        if _is_label(line) or is_job(line.text) or not _WORD.search(line.text):
            continue
        named = next((one for one in _between(line.box, box) if one.names & (CAPTION | CREDIT) or one.tag == "figcaption"), None)
        if named is not None and named.names & BYLINE and MAKER.match(line.text):
            continue
        short = len(line.text) < LONGEST_CREDIT
        called = named is not None and named is not box and named.names & CREDIT and (short or not named.names & CAPTION)
        if called and DATE.match(line.text.strip(_EDGE)):
            continue
        if called or (short and line.kind != "p" and CREDITED_BESIDE.match(line.text)):
            owners.append(line)
        elif named is not None:
            below.append(line)
        else:
            loose.append(line)
    shows = box.tag == "figure" or box.shows_picture or is_signed(box)
    return below or [line for line in loose if shows and line.linked < 0.5 and len(line.text) < 400], owners


def is_signed(box: Box) -> bool:
    """Whether a box that nothing calls a picture holds one, little text, and a line that begins as credits do, or says what the picture's `alt` says."""
    if box.pictures != 1 or box.figures or not 0 < box.length < LONGEST_CAPTION:
        return False
    lines = list(box.lines())
    if any(len(line.text) < LONGEST_CREDIT and CREDITED_BESIDE.match(line.text) for line in lines):
        return True
    told = {" ".join((file.node.attr("alt") or "").split()) for file in box.files()}
    return len(lines) <= FEW and any(len(line.text) > SHORTEST_ALT and line.text in told for line in lines) and not any(
        line.is_heading or line.kind == "li" or line.linked > 0.5 for line in lines
    )  # fmt: skip


def is_silent(box: Box) -> bool:
    """Whether a box holds no words but labels of the page: `View 6 images`."""
    return all(_is_label(line) for line in box.lines())


def _is_label(line: Line) -> bool:
    """Whether a line in a figure is a button of the page, and says nothing of the picture."""
    return len(line.text) < LONGEST_LABEL and NOTICE.match(line.text.lower()) is not None


def with_credit(figure: Figure, stated: Figure) -> Figure:
    """A figure without a credit, with the one that the page's data state of the same file."""
    known = figure.caption
    if figure.media is None or stated.media is None or (known is not None and (known.credit or known.creator or known.agencies)):
        return figure
    credit = _stated_credit(stated.caption, stated.media.rights)
    if credit is None or len(credit) > LONGEST_CREDIT or _files(figure.media).isdisjoint(_files(stated.media)):
        return figure
    creator, agencies = _owners(credit)
    content = None if known is None else known.content
    return evolve(figure, caption=Caption(content=content, credit=credit, creator=creator, agencies=agencies))


def _stated_credit(caption: Caption | None, rights: Rights | None) -> str | None:
    """Whose a picture is, as structured data say it: in words for readers, by its makers, or by the holder of the rights."""
    if caption is not None and (makers := caption.credit or ", ".join(filter(None, (caption.creator, *caption.agencies)))):
        return makers
    return None if rights is None or rights.holder is None else rights.holder.name


def _files(media: Media) -> frozenset[str]:
    """The names of a picture's files, whatever their sizes: the ends of their addresses, without queries."""
    return frozenset(name for one in media.renditions if (name := re.split("[?#]", one.href)[0].rpartition("/")[2]))
