"""Where the Markdown editions stand below their folder, so that users' site generators find them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from toolkit.model.locale import LocaleTag
from toolkit.model.nearest import did_you_mean

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_KNOWN = ("path", "locale", "locale-lower", "locale-gettext")
_FORBIDDEN = re.compile(r"[\\:*?\"<>|{}\x00-\x1f\x7f]")

PRESETS: Final = {
    # Hugo, "Translation by file name": the code in lower case, also that of the source language.
    "hugo": ("{path}.{locale-lower}.md", ""),
    # mkdocs-static-i18n with its default docs_structure, suffix. It shows a page of the default language
    # also where a translation is missing, and finds the links there only by names without a language.
    "mkdocs-i18n": ("{path}.{locale}.md", "{path}.md"),
    # Docusaurus, plugin-content-docs, one version: sources in docs, translations in i18n.
    "docusaurus": ("i18n/{locale}/docusaurus-plugin-content-docs/current/{path}.md", "docs/{path}.md"),
}
"""By name: the pattern of translated pages, and that of the source language's where it is another."""

_SECTION_INDEX: Final = {"hugo": "_index"}
"""By preset: what the page of a folder is called that has other pages, where that is not ``index``.

To Hugo a folder with an ``index.md`` is one page, and all other Markdown in it no page at all.
"""


@dataclass(frozen=True, slots=True)
class MarkdownLayout:
    """The paths of the Markdown editions; made by ``parse_layout``."""

    pattern: str = "{locale}/{path}.md"
    source_pattern: str = ""
    """For pages in the source language; empty where they follow ``pattern``."""
    source_locale: LocaleTag | None = None
    section_index: str = ""
    """The name for ``index`` in ``sections``; empty where it stays."""
    sections: frozenset[str] = frozenset()
    """The folders that hold other documents than ``index``, in themselves or below."""

    def path(self, name: str, locale: LocaleTag) -> str:
        """Return the path of a document's edition below the folder of Markdown editions."""
        own = self.source_pattern if locale == self.source_locale else ""
        folder, slash, last = name.rpartition("/")
        if self.section_index and last == "index" and (folder in self.sections or not folder):
            name = folder + slash + self.section_index
        values = {
            "path": name,
            "locale": locale.bcp47,
            "locale-lower": locale.bcp47.lower(),
            "locale-gettext": locale.gettext,
        }
        return _PLACEHOLDER.sub(lambda found: values[found[1]], own or self.pattern)

    @property
    def has_folders(self) -> bool:
        """Whether a page's first folder is its locale, so that everything in it belongs to that locale."""
        return self.pattern.startswith("{locale}/") and not self.source_pattern


DEFAULT_LAYOUT: Final = MarkdownLayout()


def parse_layout(
    text: str, source_locale: LocaleTag | None = None, names: Iterable[str] = ()
) -> MarkdownLayout:
    """Return the layout that a setting names: one of ``PRESETS``, or a pattern such as ``{locale}/{path}``.

    ``{path}`` is the document's name, ``{locale}`` its language (``pt-BR``), ``{locale-lower}`` the same in
    lower case, ``{locale-gettext}`` with an underscore (``pt_BR``); the ending ``.md`` may be left out.
    ``names`` are those of all documents. Raises ``ValueError`` for anything that would not give
    each page of each language a path of its own below the folder.
    """
    if text in PRESETS:
        return MarkdownLayout(*PRESETS[text], source_locale, _SECTION_INDEX.get(text, ""), _sections(names))
    found = _PLACEHOLDER.findall(text)
    if not found:
        hint = did_you_mean(text, PRESETS) or f"known are {', '.join(PRESETS)}, and patterns with {{path}}"
        raise ValueError(f'"{text}" is no layout; {hint}')
    if unknown := [name for name in found if name not in _KNOWN]:
        raise ValueError(f"{{{unknown[0]}}} is not known; write {{path}} and {{locale}}")
    if found.count("path") != 1:
        raise ValueError("{path} must stand in it once")
    if len(found) < 2:
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


def _sections(names: Iterable[str]) -> frozenset[str]:
    folders: set[str] = set()
    for name in names:
        parts = name.split("/")
        if parts[-1] == "index":
            parts.pop()  # the page of a folder is of the folders above
        folders.update("/".join(parts[:depth]) for depth in range(1, len(parts)))
    return frozenset(folders)
