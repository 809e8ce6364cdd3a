"""A reference link names a label that the article defines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from toolkit.check.document_view import DocumentView
from toolkit.check.rule import DocumentRule, FileHit
from toolkit.check.rules.articles.article_text import MOST_HITS, ArticleText
from toolkit.check.rules.articles.bracketed import Bracketed, bracketed
from toolkit.markdown.references import label_key
from toolkit.model.finding import Severity
from toolkit.model.nearest import did_you_mean

_ELSEWHERE = re.compile(r"\{%-?\s*include|\{\{#\s*include|--8<--|\{include\}|<!-- *include", re.IGNORECASE)
"""What takes in another file, which may hold the definitions."""
_DEFINITION = re.compile(r"^[ \t>]{0,20}\[([^\[\]\n]{1,100})\]:", re.MULTILINE)
_LONGEST = 1000
_FEW = 200
"""As many labels are compared for a likeness."""
_LABEL = re.compile(r"\w[\w .,:/#'’-]{0,98}")
_WORD = re.compile(r"[^\W\d_]{2}")


def _find(view: DocumentView) -> Iterator[FileHit]:
    return islice(_all(view), MOST_HITS)


def _all(view: DocumentView) -> Iterator[FileHit]:
    text = view.parsed.document.text
    # A plugin of MkDocs resolves labels over all pages of a site.
    if "][" not in text or view.parsed.document.options.dialect == "mkdocs" or _ELSEWHERE.search(text):
        return
    article = ArticleText(view)
    # A site generator may write the target of a definition that is none for us: [label]: {% link a.md %}
    labels = {*view.parsed.env.get("references", ()), *map(label_key, _DEFINITION.findall(text))}
    for index, content in article.runs("]["):
        for one in bracketed(content):
            if one.label and label_key(one.label) not in labels and _is_meant(content, one, one.label):
                message = f'the label "{one.label}" is defined nowhere: readers see the brackets'
                hit = article.in_run(message, index, content, (one.start, one.stop), one.label)
                near = did_you_mean(label_key(one.label), labels) if len(labels) <= _FEW else ""
                yield hit._replace(hint=near.lower()) if near else hit


def _is_meant(content: str, one: Bracketed, label: str) -> bool:
    """Tell whether brackets are meant as a link: no element of an array, no footnotes, no code."""
    before, after = content[max(0, one.start - 1) : one.start], content[one.stop : one.stop + 1]
    if before.isalnum() or before in ("_", "]", ")", "}") or after in ("[", "="):
        return False
    text = one.text(content, _LONGEST)
    if text is None or "[" in text:
        return False
    return bool(_WORD.search(text)) and bool(_LABEL.fullmatch(label))


RULE = DocumentRule(
    "dead-reference",
    Severity.WARNING,
    "A reference link names a label that the article defines",
    'define it, as in "[label]: https://example.org", or write the target in place of the label',
    find=_find,
)
