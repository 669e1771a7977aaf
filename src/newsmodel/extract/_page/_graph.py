"""What a page says of itself in schema.org's words: JSON-LD, microdata and RDFa, all read by one reader.

JSON-LD that is broken is mended where that can be done in one way only, and the mending is reported. Microdata and RDFa
are put into the shape of JSON-LD.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Iterator
from typing import Any, Protocol

from attrs import frozen

from newsmodel.errors import shown
from newsmodel.model import Article
from newsmodel.syntax import html as syntax
from newsmodel.syntax.schema_org import Document, is_article, read_article, steps, types_of


class Report(Protocol):
    """Takes the place and the reason of a loss."""

    def __call__(self, place: str, reason: str, /, *, repaired: bool = False) -> None: ...


DEEPEST = 12
"""How deep a description is read; what stands deeper is left out."""
MOST = 60
"""How many things of one property are read."""
LONGEST = 20_000
"""How long a text may be that is no article's body."""
UNREAD = frozenset("articleBody text comment review reviews hasPart speakable mainEntity interactionStatistic aggregateRating liveBlogUpdate".split())
"""Properties whose values are read elsewhere, or speak of something else than the article."""

MAKERS = frozenset({"author", "creator", "editor", "contributor"})
"""Properties whose values are people."""

_WRAPPING = re.compile(r"\A\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)|(?:-->|//\s{0,9}\]\]>|/\*\s{0,9}\]\]>\s{0,9}\*/|\]\]>)\s{0,99};?\s{0,99}\Z")
_TRAILING_COMMA = re.compile(r",(?=[ \t\r\n]{0,200}[\]}])")
_TAG = re.compile(r"</?(?:p|br|a|div|h[1-6]|strong|em|i|b|u|span|ul|ol|li|sup|sub|small|img|figure|cite|q|mark|font)\b[^<>]{0,2000}>", re.IGNORECASE)
_BREAK = re.compile(r"<br\b[^<>]{0,99}>|</(?:p|div|li)>", re.IGNORECASE)
_PARAGRAPH = re.compile(r"</p>|<br\s*/?>|\n+", re.IGNORECASE)
_BLANKS = re.compile(r"[ \t\r\n\f\v]+")


@frozen
class Description:
    """An article as one vocabulary of a page describes it."""

    source: str
    """`JSON-LD`, `microdata` or `RDFa`."""
    article: Article
    text: str | None
    """The article's text, where it is given."""


# JSON-LD


def json_values(document: syntax.Document, report: Report) -> list[Any]:
    """The values of a page's JSON-LD."""
    found: list[Any] = []
    for script in document.find_all("script"):
        if "ld+json" in (script.attr("type") or "").lower():
            text = script.text.strip()
            if text:
                found += _loaded(text, lambda reason, place=script: report(place.xpath_path(), reason))  # type: ignore[misc]  # mypy knows no default of a lambda
    return found


def _loaded(text: str, lost: Callable[[str], None]) -> list[Any]:
    """The values of one script: as it stands, else mended."""
    try:
        return [json.loads(text, strict=False)]
    except RecursionError:
        lost("JSON-LD nested too deeply")
        return []
    except ValueError:
        pass
    for how, mend in _MENDINGS:
        text = mend(text)
        try:
            values = list(_each(text))
        except (ValueError, RecursionError):
            continue
        lost(f"mended JSON-LD: {how}")
        return values
    lost(f"JSON-LD that cannot be read: {shown(text)}")
    return []


def _each(text: str) -> Iterator[Any]:
    """The values that stand in a text one behind the other."""
    decoder = json.JSONDecoder(strict=False)
    place = 0
    while place < len(text):
        value, place = decoder.raw_decode(text, place)
        yield value
        while place < len(text) and text[place] in " \t\r\n,;":
            place += 1


_MENDINGS: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("a wrapping, a semicolon or several values", lambda text: _WRAPPING.sub("", text).strip().rstrip(";").strip()),
    ("commas before a closing bracket", lambda text: _TRAILING_COMMA.sub("", text)),
    ("escapes of HTML in place of quotation marks", lambda text: html.unescape(text) if '"' not in text else text),
    ("a backslash that escapes nothing", lambda text: re.sub(r"\\(?![\"\\/bfnrtu])", r"\\\\", text)),
)
"""What is done to a script that is no JSON, one after the other."""


def described(values: list[Any], alike: Callable[[dict[str, Any]], int], source: str, report: Report) -> Description | None:
    """The article that these values describe; of several, the one that is most like the page.

    Args:
        values: as JSON-LD has them.
        alike: how much the description of an article is like the page.
        source: what to call the vocabulary.
        report: takes what could not be read.
    """
    articles = [part for part in _things(values) if is_article(types_of(part))]
    if not articles:
        return None
    best = max(articles, key=lambda part: (alike(part), len(part)))
    others = [_tidy(part) for part in _things(values) if part is not best and "@id" in part and len(part) > 1]
    tidy = _tidy(best)
    document = Document([tidy, *others[:MOST]])
    article = read_article(document.node((None, 0), tidy))
    for place, reason, repaired in document.account():
        path = steps(place)
        if path[:1] == [0]:
            report("/".join([source, *map(str, path[1:])]), reason, repaired=repaired)
    body = best.get("articleBody")
    text = "\n".join(one for one in body if isinstance(one, str)) if isinstance(body, list) else body
    return Description(source, article, text if isinstance(text, str) and text.strip() else None)


def _things(values: list[Any]) -> Iterator[dict[str, Any]]:
    """The objects of a document that stand at its top, in graphs, or as what a page is mainly about."""
    waiting = list(reversed(values))
    count = 0
    while waiting and count < 5000:
        part = waiting.pop()
        count += 1
        if isinstance(part, list):
            waiting.extend(reversed(part[:1000]))
        elif isinstance(part, dict):
            yield part
            waiting.extend(part[key] for key in ("hasPart", "mainEntity", "mainEntityOfPage", "@graph") if key in part)


def breadcrumbs(values: list[Any]) -> list[str]:
    """The names of the sections that a page says it is in, the outermost first."""
    for part in _things(values):
        if "BreadcrumbList" in types_of(part):
            names = []
            trail = part.get("itemListElement")
            for one in trail if isinstance(trail, list) else [trail]:
                item = one.get("item") if isinstance(one, dict) else None
                name = one.get("name") or (item.get("name") if isinstance(item, dict) else None) if isinstance(one, dict) else None
                if isinstance(name, str):
                    names.append(plain(name))
            return names
    return []


def _tidy(part: dict[str, Any], depth: int = 0) -> dict[str, Any]:
    """An object with its texts as text, and its people one by one."""
    return {key: _tidied(_apart(value) if key in MAKERS else value, depth + 1) for key, value in part.items() if key not in UNREAD}


def _apart(people: Any) -> Any:
    """People with one name each: some pages give one person the names of all."""
    found: list[Any] = []
    for person in people[:MOST] if isinstance(people, list) else [people]:
        names = person.get("name") if isinstance(person, dict) else None
        found += [{**person, "name": name} for name in names[:MOST]] if isinstance(names, list) else [person]
    return found if len(found) > 1 else people


def _tidied(value: Any, depth: int) -> Any:
    if isinstance(value, str):
        return plain(value) if len(value) <= LONGEST else ""
    if depth > DEEPEST:
        return None
    if isinstance(value, dict):
        return _tidy(value, depth)
    if isinstance(value, list):
        return [_tidied(one, depth + 1) for one in value[:MOST]]
    return value


def plain(text: str) -> str:
    """Text that may hold escapes and tags of HTML, in one line."""
    if "&" in text:
        text = html.unescape(text)
    if "<" in text:
        text = _TAG.sub("", _BREAK.sub(" ", text))
    return _BLANKS.sub(" ", text).strip(" ")


def paragraphs(text: str) -> list[str]:
    """The paragraphs of such a text, each once: some data hold a text twice."""
    return [line for line in dict.fromkeys(map(plain, _PARAGRAPH.split(text))) if line]


# Microdata and RDFa


def microdata_values(document: syntax.Document) -> list[Any]:
    """The microdata of a page, in the shape of JSON-LD."""
    return [_item(item, 0) for item in document.microdata()] if document.select_one("[itemscope]") is not None else []


def rdfa_values(document: syntax.Document) -> list[Any]:
    """The RDFa of a page, in the shape of JSON-LD."""
    return [_item(item, 0) for item in document.rdfa()] if document.select_one("[typeof]") is not None else []


def _item(item: syntax.MicrodataItem | syntax.RdfaItem, depth: int) -> dict[str, Any]:
    kinds = item.type if isinstance(item.type, list) else (item.type or "").split()
    found: dict[str, Any] = {"@type": kinds}
    if depth < DEEPEST:
        for name, values in item.properties.items():
            inner = [value.strip() if isinstance(value, str) else _item(value, depth + 1) for value in values[:MOST]]
            found.setdefault(re.split(r"[/#:]", name)[-1], [one for one in inner if one])
    return found
