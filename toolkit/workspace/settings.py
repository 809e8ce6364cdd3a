"""The settings of a project and their defaults, which stand here and nowhere else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from toolkit.check.settings import CheckSettings
from toolkit.model.fallback import Fallback
from toolkit.model.locale import LanguageOverrides, LocaleTag

References = Literal["file", "line", "never"]


@dataclass(frozen=True, slots=True)
class Limits:
    """Above these an input is refused, so that hostile or absurd files cost little."""

    source_bytes: int = 10_000_000
    po_bytes: int = 64_000_000
    po_entries: int = 100_000
    message_length: int = 100_000
    """Characters of a translation; one that is not ten times as long as its source is never refused."""
    nesting: int = 100
    """Depth of blocks in blocks; measured with markdown-it-py: 300 is fine, 400 can exhaust the stack."""


@dataclass(frozen=True, slots=True)
class MemorySettings:
    """What the translation memory may do."""

    exact: str = "fuzzy"
    """What a copy of a message that is translated elsewhere becomes: ``fuzzy`` or ``translated``."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of a project; none of them changes messages, for those stand in ``babel.cfg``."""

    source_locale: str = "en"
    """A well-formed language tag, spelled as the project spells it."""
    project: str = ""
    """Name of the project in PO headers; ``find_project`` fills an empty one with the folder's name."""
    bugs_address: str = ""
    references: References = "file"
    """What a ``#:`` place shows: the file, the file and the line, or nothing."""
    min_complete: float = 0.0
    """Share of messages, 0 to 1, that must be translated before a page is published."""
    fallback: str = "source"
    """What pages show where they are not translated: ``source``, ``stale`` or ``last-good``."""
    layout: str = "{locale}/{path}"
    """Where Markdown editions stand below ``output/markdown``: a pattern, or the name of a site generator."""
    heading_ids: str = "none"
    """Whether Markdown editions say the ids of their headings: ``dialect``, in its syntax, or ``none``."""
    highlight_code: bool = False
    """Whether code on HTML pages is coloured, in languages that are known."""
    theme: str = "theme"
    """Folder below the project's that holds the user's templates and static files."""
    base_url: str = ""
    """Where ``output/html`` is online, ``https://example.org/texts``; empty where nobody has said so."""
    translate_url: str = ""
    """Where one can translate: a pattern as `check_translate_url` has it; empty where nobody has said so."""
    search: bool = False
    """Whether readers can search the HTML pages; for that Pagefind has to be installed."""
    limits: Limits = field(default_factory=Limits)
    memory: MemorySettings = field(default_factory=MemorySettings)
    check: CheckSettings = field(default_factory=CheckSettings)
    locales: Mapping[str, LanguageOverrides] = field(default_factory=dict, hash=False)
    """From ``[locale.xx]``, by the gettext spelling of the locale: ``pt_BR``."""

    def fallback_of(self, locale: LocaleTag) -> Fallback:
        """Return what pages of a locale show where they are not translated."""
        said = self.locales.get(locale.gettext)
        return Fallback((said and said.fallback) or self.fallback)

    def translate_url_of(self, locale: LocaleTag) -> str:
        """Return the pattern of where one can translate into a locale, or nothing."""
        said = self.locales.get(locale.gettext)
        return (said and said.translate_url) or self.translate_url

    def min_complete_of(self, locale: LocaleTag) -> float:
        """Return the share of messages, 0 to 1, that pages of a locale need to be published."""
        said = self.locales.get(locale.gettext)
        return self.min_complete if said is None or said.min_complete is None else said.min_complete
