"""By what the translations of a project are judged: its rules, its glossary, and what it allows."""

from __future__ import annotations

from functools import cached_property

from toolkit.assemble.offer import Judgement
from toolkit.check.glossary.glossary import Glossary
from toolkit.check.glossary.glossary_file import GlossaryFile
from toolkit.check.glossary.reader import read_glossary
from toolkit.check.pair import Allowed
from toolkit.check.profile import Profile, profile_for
from toolkit.check.settings import CheckSettings
from toolkit.errors import InputError
from toolkit.model.fallback import Fallback
from toolkit.model.locale import LocaleTag
from toolkit.pipeline.project_files import ProjectFiles
from toolkit.workspace.read import read_glossary_bytes
from toolkit.workspace.settings import Limits


class Judging:
    """Gives each PO file its judgement; the glossary is read once."""

    def __init__(self, files: ProjectFiles | None, *, deciding: bool = True) -> None:
        """Take a project, or none; ``deciding`` leaves only rules that decide what is published."""
        self._files = files
        self._settings = files.project.settings.check if files else CheckSettings()
        self._source_locale = files.source_locale if files else LocaleTag("en")
        self._deciding = deciding
        self._allowed: dict[LocaleTag, Allowed] = {}

    def profile(self, path: str, locale: LocaleTag | None) -> Profile:
        """Return the rules for a PO file or an article."""
        profile = profile_for(self._settings, path, locale)
        return profile.deciding() if self._deciding else profile

    def allowed(self, locale: LocaleTag) -> Allowed:
        """Return what the project allows translations of a locale, its terms among it."""
        if locale not in self._allowed:
            terms = self._glossary.for_locale(locale) if self._glossary else Glossary()
            limits = self._files.project.settings.limits if self._files else Limits()
            self._allowed[locale] = Allowed(self._settings.link_hosts, terms, limits.message_length)
        return self._allowed[locale]

    def judgement(self, path: str, locale: LocaleTag) -> Judgement:
        """Return by what the translations of a PO file are judged."""
        return Judgement(
            locale,
            self._source_locale,
            self.profile(path, locale),
            self.allowed(locale),
            stale=self._fallback(locale) is Fallback.STALE,
        )

    def _fallback(self, locale: LocaleTag) -> Fallback:
        return self._files.project.settings.fallback_of(locale) if self._files else Fallback.SOURCE

    @cached_property
    def _glossary(self) -> GlossaryFile | None:
        """Return the project's terms; what is wrong with their file is in the report."""
        if self._files is None:
            return None
        path = self._settings.glossary
        try:
            data = read_glossary_bytes(self._files.project.root, path)
            if data is None:
                return None
            found = read_glossary(data, path, self._source_locale)
        except InputError as error:
            self._files.report.failed(error)
            return None
        self._files.report.found(found.findings)
        return found
