"""Template tags in raw HTML, in the dialects of site generators that run them."""

from __future__ import annotations

from toolkit.markdown.segments import parse_document
from toolkit.model.document import Document, MarkdownOptions

_SOURCE = """\
<ul title="{{ page.title }}" aria-label="List of {{ page.title }}">
{% for item in site.items %}
<li>{{ item.name }}</li>
<li><b>{{ item.name }}</b> costs {{ item.price }}</li>
{% endfor %}
</ul>
"""


def _texts(dialect: str) -> list[str]:
    document = Document("d", "d.md", _SOURCE, MarkdownOptions(dialect))
    return [segment.key.text for segment in parse_document(document).segments]


def test_what_is_only_a_template_tag_is_copied_where_templates_run() -> None:
    assert _texts("jekyll") == [
        "List of {{ page.title }}",
        "<b>{{ item.name }}</b> costs {{ item.price }}",
    ]


def test_elsewhere_it_is_text() -> None:
    assert "{{ item.name }}" in _texts("gfm")
