"""The words that the toolkit itself puts on a page, in the page's language."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from gettext import c2py

from markupsafe import Markup, escape

from toolkit.catalog.po.reader import read_catalog
from toolkit.languages.fallback import fallback_chain
from toolkit.languages.numbers import format_number
from toolkit.languages.plurals import plural_forms
from toolkit.model.locale import LocaleTag
from toolkit.model.segment import MessageKey

SOURCE = LocaleTag("en")
"""The language of the words in the templates."""

Forms = tuple[str, ...]
"""A translation: one text, or one for each plural form."""

_VARIABLE = re.compile(r"%\((\w+)\)s")
_PLURAL_RULE = re.compile(r"nplurals=(\d+);\s*plural=(.+?);?\s*\Z")


def read_words(data: bytes, path: str, locale: LocaleTag) -> Mapping[MessageKey, Forms]:
    """Return the usable translations of a PO file: active, not fuzzy, complete, no unknown variables.

    A translation that would break a page counts as missing. Raises ``CatalogError``.
    """
    found = {}
    nplurals = plural_rule(locale)[0]
    for entry in read_catalog(data, path).entries:
        if entry.obsolete or entry.fuzzy or not entry.key.text:
            continue
        allowed = set(_VARIABLE.findall(entry.key.text + (entry.plural or "")))
        forms = entry.translations
        expected = 1 if entry.plural is None else nplurals
        if len(forms) == expected and all(_fits(form, allowed) for form in forms):
            found[entry.key] = forms
    return found


def plural_rule(locale: LocaleTag) -> tuple[int, Callable[[int], int]]:
    """Return the number of plural forms of a language, and which of them a number takes."""
    rule = _PLURAL_RULE.search(plural_forms(locale))
    if rule is None:
        return 1, lambda _number: 0
    return int(rule[1]), c2py(rule[2])


@dataclass(frozen=True, slots=True)
class Counted:
    """A message with a number, for a script that learns the number only when it runs."""

    texts: Forms
    """The texts, unescaped, with ``%(num)s`` where the number goes; below 1,000 all write it alike."""
    forms: str
    """Which text the numbers from 0 to 199 have, a digit for each; a larger one that of ``100 + n % 100``."""


def _fits(text: str, allowed: set[str]) -> bool:
    """Tell whether a text is not empty and can be formatted with the variables of its message."""
    rest = _VARIABLE.sub("", text.replace("%%", ""))
    return bool(text) and "%" not in rest and allowed.issuperset(_VARIABLE.findall(text))


@dataclass(frozen=True)
class InterfaceWords:
    """Gettext for one locale: the callables that Jinja's ``i18n`` extension wants in its new style.

    A word that the locale lacks is taken from the next one of its fallback chain, at last from English.
    Texts are escaped, variables too unless they are markup; numbers get the locale's separators.
    """

    locale: LocaleTag
    catalogs: Mapping[LocaleTag, Mapping[MessageKey, Forms]] = field(hash=False)

    @cached_property
    def language(self) -> LocaleTag:
        """The language that most of the words are in: the locale, one that it falls back to, or English."""
        known = {key for words in self.catalogs.values() for key in words}
        for locale in fallback_chain(self.locale):
            if self.catalogs.get(locale) and 2 * len(self.catalogs[locale]) >= len(known):
                return locale
        return SOURCE

    def gettext(self, message: str, /, **variables: object) -> Markup:
        """Return the translation of a message."""
        return self.pgettext(None, message, **variables)

    def pgettext(self, context: str | None, message: str, /, **variables: object) -> Markup:
        """Return the translation of a message in a context."""
        for _locale, words in self._chain():
            if forms := words.get(MessageKey(context, message)):
                return _formatted(forms[0], variables)
        return _formatted(message, variables)

    def ngettext(self, singular: str, plural: str, number: int, /, **variables: object) -> Markup:
        """Return the translation for a number, which the text has as ``%(num)s``."""
        return self.npgettext(None, singular, plural, number, **variables)

    def npgettext(
        self, context: str | None, singular: str, plural: str, number: int, /, **variables: object
    ) -> Markup:
        """Return the translation for a number in a context."""
        for locale, words in self._chain():
            if forms := words.get(MessageKey(context, singular)):
                form = plural_rule(locale)[1](number)
                return _formatted(forms[form], {**variables, "num": format_number(number, self.locale)})
        text = singular if number == 1 else plural
        return _formatted(text, {**variables, "num": format_number(number, SOURCE)})

    def counted(self, singular: str, plural: str) -> Counted:
        """Return all forms of a message with a number, and when each is said.

        The rules of all languages look at a number below 100, and then at its last two digits; that of a
        round million alone, which some have besides, is left out.
        """
        for locale, words in self._chain():
            if texts := words.get(MessageKey(None, singular)):
                rule = plural_rule(locale)[1]
                return Counted(texts, "".join(str(rule(number)) for number in range(200)))
        return Counted((singular, plural), "10" + "1" * 198)

    def _chain(self) -> list[tuple[LocaleTag, Mapping[MessageKey, Forms]]]:
        chain = fallback_chain(self.locale)
        return [(locale, self.catalogs[locale]) for locale in chain if locale in self.catalogs]


def _formatted(text: str, variables: Mapping[str, object]) -> Markup:
    return Markup(escape(text)) % variables
