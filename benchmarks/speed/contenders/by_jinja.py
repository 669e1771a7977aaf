"""Jinja2: a template that shows a story as our own writer does, byte for byte."""

from __future__ import annotations

from functools import cache, partial
from importlib import import_module
from typing import Any

from benchmarks.speed.contest import Attempt, Case, contender
from newsmodel.syntax.html import TAG_OF_MARK

TEMPLATE = """\
{%- macro rich(content) -%}
{%- for run in content -%}
{%- if run is string -%}{{ run }}
{%- else -%}
{%- if run.href %}<a href="{{ run.href }}">{% endif -%}
{%- for mark in run.marks %}<{{ tags[mark] }}>{% endfor -%}
{{ run.text }}
{%- for mark in run.marks|reverse %}</{{ tags[mark] }}>{% endfor -%}
{%- if run.href %}</a>{% endif -%}
{%- endif -%}
{%- endfor -%}
{%- endmacro -%}
{%- macro flow(blocks) -%}{%- for block in blocks -%}{{ rich(block.content) }}{%- endfor -%}{%- endmacro -%}
{%- macro show(block) -%}
{%- set kind = kinds[block.__class__] -%}
{%- if kind == "paragraph" -%}<p>{{ rich(block.content) }}</p>
{%- elif kind == "heading" -%}<h{{ block.level }}>{{ rich(block.content) }}</h{{ block.level }}>
{%- elif kind == "list" -%}<ul>
{% for item in block.items %}<li>{{ flow(item) }}</li>
{% endfor %}</ul>
{%- elif kind == "quote" -%}<figure class="nm-quote"><blockquote>
{% for inner in block.blocks %}{{ show(inner) }}
{% endfor %}</blockquote><figcaption>{{ block.attribution }}</figcaption></figure>
{%- elif kind == "figure" -%}
{%- set file = block.media.renditions[0] -%}
<figure><img src="{{ file.href }}" alt="{{ block.media.alt }}" width="{{ file.width }}" height="{{ file.height }}"><figcaption>
{{- rich(block.caption.content) }} <span class="nm-credit">{{ block.caption.credit }}</span></figcaption></figure>
{%- elif kind == "table" -%}<table><caption>{{ rich(block.caption) }}</caption>
{%- for row in block.rows %}<tr>
{%- for cell in row -%}
{%- if cell.header %}<th scope="{{ "row" if loop.first and not loop.depth0 and row is not sameas block.rows[0] else "col" }}">{{ flow(cell.blocks) }}</th>
{%- else %}<td>{{ flow(cell.blocks) }}</td>{% endif -%}
{%- endfor %}</tr>
{%- endfor %}</table>
{%- endif -%}
{%- endmacro -%}
<article class="nm-article" data-nm="1" lang="{{ article.language }}" dir="ltr">
<header>
<h1 class="nm-headline">{{ article.headline }}</h1>
</header>
<div class="nm-body">
{%- for block in article.body %}
{{ show(block) }}
{%- endfor %}
</div>
</article>
"""


@cache
def _template() -> Any:
    environment = import_module("jinja2").Environment(autoescape=True, keep_trailing_newline=True)
    from newsmodel.structure import TAGS  # noqa: PLC0415  # names of classes for the template

    return environment.from_string(TEMPLATE, globals={"tags": TAG_OF_MARK, "kinds": TAGS})


@contender("html-write", "Jinja2")
def write(case: Case) -> Attempt:
    """The rendered page, escaped by MarkupSafe."""
    template = _template()

    def fault(text: str) -> str | None:
        meant, found = case.data.decode().replace("&#34;", '"').splitlines(), text.replace("&#34;", '"').replace("&#39;", "'").splitlines()
        pair = next(((one, other) for one, other in zip(meant, found, strict=False) if one != other), None)
        if pair is None and len(meant) == len(found):
            return None
        return f"another page: {pair[0]!r:.100} became {pair[1]!r:.100}" if pair else "a page of another length"

    return Attempt(partial(template.render, article=case.article), fault)
