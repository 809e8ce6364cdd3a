"""A locale as a value: one language tag, read from any spelling and written in two."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import total_ordering

_BCP47 = re.compile(
    r"(?P<language>[a-z]{2,3})"
    r"(-(?P<script>[A-Z][a-z]{3}))?"
    r"(-(?P<territory>[A-Z]{2}|[0-9]{3}))?"
    r"(-(?P<variant>[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))?"
)
"""The part of RFC 5646 that names translations: no extlang, extensions or private use, one variant."""

_ANY_SPELLING = re.compile(
    r"(?P<language>[A-Za-z]{2,3})"
    r"([-_](?P<script>[A-Za-z]{4}))?"
    r"([-_](?P<territory>[A-Za-z]{2}|[0-9]{3}))?"
    r"([-_](?P<variant>[A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))?"
    r"(\.([Uu][Tt][Ff]-?8|[Ii][Ss][Oo]-?8859-?[0-9]{1,2}))?"
    r"(@(?P<modifier>[A-Za-z0-9]{4,8}))?"
)

# Two scripts are written as modifiers, as glibc does; every other one as a subtag, as pa_Arab.
_SCRIPT_OF_MODIFIER = {"latin": "Latn", "latn": "Latn", "cyrillic": "Cyrl", "cyrl": "Cyrl"}
_MODIFIER_OF_SCRIPT = {"Latn": "latin", "Cyrl": "cyrillic"}


@total_ordering
@dataclass(frozen=True, slots=True)
class LocaleTag:
    """A well-formed language tag in canonical case; safe in paths, URLs, PO headers and HTML.

    Ordered by its parts, so a language comes before its regional kinds. Raises ``ValueError`` when made
    from parts that no tag has. Whether anybody speaks it is for ``toolkit.languages.names`` to say.
    """

    language: str
    script: str | None = None
    territory: str | None = None
    variant: str | None = None

    def __post_init__(self) -> None:
        found = _BCP47.fullmatch(self.bcp47)
        if found is None or _parts(self) != found.group("language", "script", "territory", "variant"):
            raise ValueError(f"{self.bcp47[:40]!r} has parts that no language tag has")
        if self.variant in _SCRIPT_OF_MODIFIER:
            raise ValueError(f"{self.variant!r} names a script: write {_SCRIPT_OF_MODIFIER[self.variant]!r}")

    @classmethod
    def parse(cls, text: str) -> LocaleTag:
        """Return the tag that a text names in gettext's, POSIX's, Babel's or BCP 47's spelling, in any case.

        An encoding (``pt_BR.UTF-8``) is dropped. Aliases stay: ``iw`` is not turned into ``he`` here.
        Raises ``ValueError`` for anything else; a path or markup never passes.
        """
        found = _ANY_SPELLING.fullmatch(text)
        if found is None:
            raise _unreadable(text)
        language, script, territory, variant, modifier = found.group(
            "language", "script", "territory", "variant", "modifier"
        )
        for extra in (variant, modifier):
            named = _SCRIPT_OF_MODIFIER.get((extra or "").lower())
            if named is None:
                continue
            if script is not None and script.title() != named:
                raise ValueError(f"{text!r} names two scripts: {script.title()} and {named}")
            script = named
        variants = {
            extra.lower()
            for extra in (variant, modifier)
            if extra is not None and extra.lower() not in _SCRIPT_OF_MODIFIER
        }
        if len(variants) > 1:
            raise ValueError(f"{text!r} has two variants; one is all we can write")
        try:
            return cls(
                language.lower(),
                script.title() if script else None,
                territory.upper() if territory else None,
                variants.pop() if variants else None,
            )
        except ValueError:
            raise _unreadable(text) from None

    @classmethod
    def from_folder(cls, name: str) -> LocaleTag | None:
        """Return the locale that a folder below ``locales`` stands for, or ``None`` if it is none.

        Other spellings are accepted too, so ``name`` need not be the tag's own ``gettext`` spelling, and
        two folders (``pt-BR`` and ``pt_BR``) can mean one locale.
        """
        try:
            return cls.parse(name)
        except ValueError:
            return None

    @property
    def gettext(self) -> str:
        """The spelling of folders and PO headers: ``pt_BR``, ``zh_Hans``, ``sr@latin``, ``ca@valencia``."""
        modifier = self.variant or _MODIFIER_OF_SCRIPT.get(self.script or "")
        script = None if modifier != self.variant else self.script
        stem = "_".join(part for part in (self.language, script, self.territory) if part)
        return f"{stem}@{modifier}" if modifier else stem

    @property
    def bcp47(self) -> str:
        """The spelling of HTML and URLs: ``pt-BR``, ``zh-Hans``, ``sr-Latn``, ``ca-valencia``."""
        return "-".join(part for part in _parts(self) if part is not None)

    def __str__(self) -> str:
        return self.gettext

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, LocaleTag):
            return NotImplemented
        return [part or "" for part in _parts(self)] < [part or "" for part in _parts(other)]


@dataclass(frozen=True, slots=True)
class LanguageOverrides:
    """What a project says of a language, in place of what CLDR, our table or its own settings say.

    Empty is unsaid.
    """

    name: str = ""
    """The language's own name, as readers of it write it."""
    direction: str = ""
    """``ltr`` or ``rtl``."""
    plural: str = ""
    """A whole ``Plural-Forms`` value."""
    fallback: str = ""
    """What pages show where they are not translated, as `Fallback` spells it."""
    min_complete: float | None = None
    """Share of messages, 0 to 1, that must be translated before a page is published."""
    translate_url: str = ""
    """Where one can translate into it, as `check_translate_url` has it."""

    def __post_init__(self) -> None:
        if self.direction not in ("", "ltr", "rtl"):
            raise ValueError(f"direction must be 'ltr' or 'rtl', not {self.direction!r}")


def _parts(tag: LocaleTag) -> tuple[str | None, ...]:
    return tag.language, tag.script, tag.territory, tag.variant


def _unreadable(text: str) -> ValueError:
    shown = text if len(text) <= 40 else text[:40] + "…"
    return ValueError(f"{shown!r} is not a locale; write it like 'fr', 'pt_BR', 'zh_Hans' or 'sr@latin'")
