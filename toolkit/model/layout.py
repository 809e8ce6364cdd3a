"""Where the Markdown editions stand below their folder, so that users' site generators find them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from toolkit.model.locale import LocaleTag
from toolkit.model.nearest import did_you_mean

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_KNOWN = ("path", "locale", "locale-lower")
_FORBIDDEN = re.compile(r"[\\:*?\"<>|{}\x00-\x1f\x7f]")

PRESETS: Final = {
    # Hugo, "Translation by file name": the code in lower case, also that of the source language.
    "hugo": ("{path}.{locale-lower}.md", ""),
    # mkdocs-static-i18n with its default docs_structure, suffix.
    "mkdocs-i18n": ("{path}.{locale}.md", ""),
    # Docusaurus, plugin-content-docs, one version: sources in docs, translations in i18n.
    "docusaurus": ("i18n/{locale}/docusaurus-plugin-content-docs/current/{path}.md", "docs/{path}.md"),
}
"""By name: the pattern of translated pages, and that of the source language's where it is another."""


@dataclass(frozen=True, slots=True)
class MarkdownLayout:
    """The paths of the Markdown editions; made by ``parse_layout``."""

    pattern: str = "{locale}/{path}.md"
    source_pattern: str = ""
    """For pages in the source language; empty where they follow ``pattern``."""
    source_locale: LocaleTag | None = None

    def path(self, name: str, locale: LocaleTag) -> str:
        """Return the path of a document's edition below the folder of Markdown editions."""
        own = self.source_pattern if locale == self.source_locale else ""
        values = {"path": name, "locale": locale.bcp47, "locale-lower": locale.bcp47.lower()}
        return _PLACEHOLDER.sub(lambda found: values[found[1]], own or self.pattern)

    @property
    def has_folders(self) -> bool:
        """Whether a page's first folder is its locale, so that everything in it belongs to that locale."""
        return self.pattern.startswith("{locale}/") and not self.source_pattern


DEFAULT_LAYOUT: Final = MarkdownLayout()


def parse_layout(text: str, source_locale: LocaleTag | None = None) -> MarkdownLayout:
    """Return the layout that a setting names: one of ``PRESETS``, or a pattern such as ``{locale}/{path}``.

    ``{path}`` is the document's name, ``{locale}`` its language (``pt-BR``), ``{locale-lower}`` the same in
    lower case; the ending ``.md`` may be left out. Raises ``ValueError`` for anything that would not give
    each page of each language a path of its own below the folder.
    """
    if text in PRESETS:
        return MarkdownLayout(*PRESETS[text], source_locale)
    names = _PLACEHOLDER.findall(text)
    if not names:
        hint = did_you_mean(text, PRESETS) or f"known are {', '.join(PRESETS)}, and patterns with {{path}}"
        raise ValueError(f'"{text}" is no layout; {hint}')
    if unknown := [name for name in names if name not in _KNOWN]:
        raise ValueError(f"{{{unknown[0]}}} is not known; write {{path}}, {{locale}} or {{locale-lower}}")
    if names.count("path") != 1:
        raise ValueError("{path} must stand in it once")
    if len(names) < 2:
        raise ValueError("{locale} must stand in it, or all languages would be one file")
    pattern = text if text.endswith(".md") else f"{text}.md"
    example = _PLACEHOLDER.sub("x", pattern)
    if example.startswith("/") or any(part in ("", ".", "..") for part in example.split("/")):
        raise ValueError(f'"{text}" would leave the output folder, or has an empty part')
    if _FORBIDDEN.search(example) or any(part.startswith(".") for part in example.split("/")):
        raise ValueError(f'"{text}" has a character or a hidden part that no page can have')
    if any(part.endswith((".", " ")) or part.startswith(" ") for part in example.split("/")):
        raise ValueError(f'"{text}" has a part that ends with a dot or a space')
    return MarkdownLayout(pattern, "", source_locale)
