"""The page around an article: head, style and the main landmark."""

from __future__ import annotations

from newsmodel.formats._markup import attribute_escaped, escaped, is_file
from newsmodel.syntax.schema_org import script_text
from newsmodel.formats.html._names import GENERATOR
from newsmodel.formats.html._write import direction
from newsmodel.model import Article
from newsmodel.model.richtext import rich_plain_text

STYLE = """\
:root { color-scheme: light dark; --ground: #fff; --ink: #1a1a1a; --quiet: #595959; --line: #c8c8c8; --link: #0b4fa8; }
@media (prefers-color-scheme: dark) {
:root { --ground: #161616; --ink: #ececec; --quiet: #b0b0b0; --line: #555; --link: #9cc4ff; }
}
body { margin: 0; background: var(--ground); color: var(--ink); font: 1.125rem/1.6 Georgia, "Times New Roman", serif; }
main { max-width: 38em; margin: 0 auto; padding: 1.5rem 1rem 3rem; overflow-wrap: break-word; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; }
h1 { font-size: 2rem; margin: 0 0 .5rem; }
h2 { font-size: 1.375rem; }
h3, h4, h5, h6 { font-size: 1.125rem; }
a { color: var(--link); }
img, video { max-width: 100%; height: auto; }
audio { width: 100%; }
figure { margin: 1.5rem 0; }
figcaption, footer, .nm-kicker, .nm-byline-text, .nm-bylines, .nm-dateline, .nm-times { color: var(--quiet); font-size: .9375rem; }
.nm-standfirst { font-size: 1.25rem; }
.nm-bylines, .nm-subjects, .nm-keywords { list-style: none; padding: 0; }
.nm-subjects li, .nm-keywords li { display: inline-block; margin-inline-end: 1em; }
figcaption .nm-credit { display: block; }
.nm-fact { display: block; font-weight: normal; }
blockquote { margin: 1.5rem 0; padding-inline-start: 1rem; border-inline-start: .25rem solid var(--line); }
aside { margin: 1.5rem 0; padding: .5rem 1rem; border: 1px solid var(--line); }
pre { overflow-x: auto; white-space: pre-wrap; }
pre:empty { display: none; }
table { border-collapse: collapse; margin: 1.5rem 0; }
caption { text-align: start; padding-bottom: .5rem; }
th, td { border: 1px solid var(--line); padding: .25rem .75rem; text-align: start; vertical-align: top; }
footer { margin-top: 2rem; border-top: 1px solid var(--line); }
@media print {
:root { --ground: #fff; --ink: #000; --quiet: #333; --line: #999; --link: #000; }
main { max-width: none; padding: 0; }
figure, table, blockquote { break-inside: avoid; }
nav, .nm-appeal, video, audio { display: none; }
}
"""
"""The style of a page: about 70 characters a line, contrast of at least 7:1 for text in light and in dark."""


def language_of(article: Article) -> str:
    """The language of the page: the article's, else that of our own words."""
    return article.language or "en"


def title_of(article: Article) -> str:
    """What the window and a list of results show."""
    return article.headline or article.url or "Untitled"


def description_of(article: Article) -> str | None:
    """What a list of results shows below the title."""
    content = article.summary or article.standfirst
    return None if content is None else rich_plain_text(content).replace("\n", " ")


def canonical_of(article: Article) -> str | None:
    """The address that stands for all copies of the page."""
    return article.url if article.url and is_file(article.url) else None


def page(article: Article, markup: str, *, stylesheet: bool, structured_data: bool) -> str:
    """The page that holds the markup of an article."""
    language = language_of(article)
    head = [
        '<meta charset="utf-8">',
        f'<meta name="generator" content="{GENERATOR}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escaped(title_of(article))}</title>",
    ]
    if (description := description_of(article)) is not None:
        head.append(f'<meta name="description" content="{attribute_escaped(description)}">')
    if (canonical := canonical_of(article)) is not None:
        head.append(f'<link rel="canonical" href="{attribute_escaped(canonical)}">')
    if stylesheet:
        head.append(f"<style>\n{STYLE}</style>")
    if structured_data:
        head.append(f'<script type="application/ld+json">{script_text(article)}</script>')
    parts = ["<!DOCTYPE html>", f'<html lang="{attribute_escaped(language)}" dir="{direction(language)}">', "<head>", *head, "</head>", "<body>", f"<main>\n{markup}</main>", "</body>", "</html>", ""]
    return "\n".join(parts)
