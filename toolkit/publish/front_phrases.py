"""The values of an edition's front matter as texts that know whether they are translated."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from toolkit.assemble.page import TranslatedPage
from toolkit.markdown.front_matter.cut import cut_front_matter
from toolkit.markdown.front_matter.fields import front_matter_values, shown
from toolkit.markdown.inline_scan import has_letter
from toolkit.markdown.segments import BOM
from toolkit.model.segment import MessageKey


@dataclass(frozen=True, slots=True)
class Phrase:
    """A plain text, and whether it is in the page's language."""

    text: str
    translated: bool


class FrontPhrases:
    """Reads the front matter of one page."""

    def __init__(self, page: TranslatedPage, *, is_source: bool) -> None:
        self._page = page
        self._is_source = is_source
        self._values = _values(page.edition.text[: page.edition.body])
        self._source: Mapping[str, object] = self._values
        if not is_source:
            self._source = _values(page.parsed.document.text[: page.parsed.body])

    def phrase(self, key: str) -> Phrase | None:
        """Return the value of a key on one line; ``None`` where there is none that could be shown."""
        return self._phrase(key, self._values.get(key), self._source.get(key))

    def string(self, key: str) -> Phrase | None:
        """Return the value of a key if it is a string: ``reviewed: false`` is none."""
        return self.phrase(key) if isinstance(self._values.get(key), str) else None

    def with_sources(self, key: str) -> tuple[tuple[str, Phrase], ...]:
        """Return the values of a list, or the only value of a key that holds no list.

        Each stands behind the text that the source has there.
        """
        values, sources = self._values.get(key), self._source.get(key)
        if not isinstance(values, list) or not isinstance(sources, list):
            values, sources = [values], [sources]
        found = [
            (shown(str(source)), self._phrase(key, value, source))
            for value, source in zip(values, sources, strict=False)
        ]
        return tuple((source, phrase) for source, phrase in found if phrase)

    def source_texts(self, key: str) -> tuple[str, ...]:
        """Return the values of a list, or of a key that holds none, as the source has them."""
        value = self._source.get(key)
        values = value if isinstance(value, list) else [value]
        return tuple(shown(str(one)) for one in values if one is not None)

    def date(self) -> datetime.date | None:
        """Return the ``date`` of the document: a date of YAML or TOML, or a text that ISO 8601 knows."""
        value = self._values.get("date")
        if isinstance(value, str):
            try:
                value = datetime.datetime.fromisoformat(value.strip())
            except ValueError:
                return None
        if isinstance(value, datetime.datetime):
            return value.date()
        return value if isinstance(value, datetime.date) else None

    def _phrase(self, key: str, value: object, source: object) -> Phrase | None:
        if not isinstance(value, str | int | float | datetime.date) or isinstance(value, bool):
            return None
        text = " ".join(shown(str(value)).split())
        if not text:
            return None
        decision = self._page.decisions.get(MessageKey(key, str(source).strip()))
        translated = decision is not None and decision.shown
        return Phrase(text, self._is_source or translated or not has_letter(text))


def _values(head: str) -> Mapping[str, object]:
    front = cut_front_matter(head, len(BOM) if head.startswith(BOM) else 0, "")
    return front_matter_values(head, front)
