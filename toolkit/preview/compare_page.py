"""The values of the page that shows source and translation side by side."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final
from urllib.parse import quote

from toolkit.languages.names import english_name
from toolkit.languages.scripts import direction
from toolkit.model.finding import Place
from toolkit.model.locale import LocaleTag
from toolkit.model.message import State
from toolkit.model.page import PageSummary
from toolkit.pipeline.compare import Block, Comparison
from toolkit.preview.editor import Editor
from toolkit.publish.preview_pages import shown

_WORDS: Final = {
    State.TRANSLATED: "translated",
    State.FUZZY: "fuzzy",
    State.WITHHELD: "withheld",
    State.UNTRANSLATED: "not translated",
}
_OUTCOMES: Final = {
    State.TRANSLATED: "",
    State.FUZZY: "pages do not show it before somebody has looked at it",
    State.WITHHELD: "an error keeps it from the pages",
    State.UNTRANSLATED: "",
}
_STALE: Final = "pages show it as the translation of the earlier text"
_PLAIN: Final = re.compile(r"[^*_`\[\]<>&\\!|$~^{}\n]{1,80}")
"""The beginning of a text that stands in the page just so."""
_ENOUGH: Final = 2


def compare_values(
    found: Comparison, summary: PageSummary | None, held_back: str, editor: Editor
) -> dict[str, object]:
    """Return what the template shows of a comparison; ``summary`` is of the page, where there is one."""
    published = summary is not None and summary.published
    source_url, translation_url = (page_url(tag, found.name) for tag in (found.source_locale, found.locale))
    blocks = [
        {
            "kind": block.kind,
            "is_code": block.kind.startswith("code"),
            "is_heading": block.kind.startswith("heading"),
            "state": block.state.value,
            "word": _WORDS[block.state],
            "outcome": _STALE if block.stale else _OUTCOMES[block.state],
            "waits": block.waits,
            "text": block.text,
            "comment": block.comment,
            "previous": block.previous if block.previous != block.text else "",
            "translation": block.translation,
            "place": _place(block.place, editor),
            "po_place": _place(block.po_place, editor),
            "source_page": _at(source_url, block, block.text),
            "translation_page": _at(translation_url, block, _published(block)) if published else "",
            "findings": shown(block.findings, editor.url),
        }
        for block in found.blocks
    ]
    return {
        "title": f"{found.name} · {found.locale.bcp47}",
        "source": _language(found.source_locale),
        "translation": _language(found.locale),
        "source_url": source_url,
        "translation_url": translation_url,
        "published": published,
        "notes": _notes(summary, held_back),
        "findings": shown(found.findings, editor.url),
        "counts": _counts(found.blocks),
        "waiting": sum(block.waits for block in found.blocks),
        "blocks": blocks,
    }


def page_url(locale: LocaleTag, name: str) -> str:
    """Return the address of a page of the site."""
    return f"/{locale.bcp47}/{quote(name)}.html"


def _notes(summary: PageSummary | None, held_back: str) -> list[str]:
    if summary is None:
        return ["There is no page yet."]
    if held_back:
        return [f"The page is held back: {held_back}."]
    if summary.as_of:
        return [f"The page is not of these texts: it shows the article as of {summary.as_of}."]
    return []


def _counts(blocks: tuple[Block, ...]) -> list[dict[str, object]]:
    states = Counter(block.state for block in blocks)
    counts: list[dict[str, object]] = [
        {"count": f"{states[state]:,}", "word": word, "state": state.value}
        for state, word in _WORDS.items()
        if states[state]
    ]
    if findings := sum(bool(block.findings) for block in blocks):
        counts.append({"count": f"{findings:,}", "word": "with findings", "state": "found"})
    return counts


def _language(tag: LocaleTag) -> dict[str, str]:
    return {"tag": tag.bcp47, "direction": direction(tag), "name": english_name(tag)}


def _place(place: Place | None, editor: Editor) -> dict[str, str]:
    return {"text": str(place) if place else "", "url": editor.url(place)}


def _published(block: Block) -> str:
    return block.translation if block.state is State.TRANSLATED or block.stale else block.text


def _at(url: str, block: Block, text: str) -> str:
    """Return the address of a block in a page: its heading, and in browsers that find words, its words."""
    plain = _PLAIN.match(text)
    words = plain[0] if plain else ""
    if len(words) < len(text) and " " in words:
        words = words.rpartition(" ")[0]  # a word that is cut off is not found
    words = words.strip()
    found = f":~:text={quote(words, safe='').replace('-', '%2D')}" if len(words) >= _ENOUGH else ""
    return f"{url}#{quote(block.heading)}{found}" if block.heading or found else url
