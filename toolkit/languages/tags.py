"""Tags as CLDR prefers them, and with what they leave unsaid."""

from __future__ import annotations

from dataclasses import replace

from babel.core import get_global

from toolkit.model.locale import LocaleTag


def canonical(tag: LocaleTag) -> LocaleTag:
    """Return the tag with the language code that CLDR prefers: ``iw`` is ``he``, ``sh`` is ``sr@latin``."""
    alias = get_global("language_aliases").get(tag.language)
    if alias is None:
        return tag
    preferred = LocaleTag.parse(alias)
    return LocaleTag(
        preferred.language, tag.script or preferred.script, tag.territory or preferred.territory, tag.variant
    )


def written_out(tag: LocaleTag) -> LocaleTag:
    """Return the tag with the script and territory that go without saying (UTS 35, "Likely Subtags").

    Two tags that come out equal name one thing: ``pt`` and ``pt_BR``, ``zh_CN`` and ``zh_Hans``.
    """
    tag = canonical(tag)
    likely = get_global("likely_subtags")
    script, territory = tag.script or likely_script(tag), tag.territory
    if territory is None:
        found = likely.get(f"{tag.language}_{script}") or likely.get(tag.language)
        territory = LocaleTag.parse(found).territory if found else None
    return replace(tag, script=script, territory=territory)


def social_locale(tag: LocaleTag) -> str:
    """Return a locale as Open Graph spells it, ``pt_BR``: language and country, the likely one where unsaid.

    The form is that of https://ogp.me/#optional (language_TERRITORY). Empty where CLDR knows no country.
    """
    territory = written_out(tag).territory or ""
    return f"{canonical(tag).language}_{territory}" if territory.isalpha() else ""


def likely_script(tag: LocaleTag) -> str | None:
    """Return the tag's own script, else the one that goes without saying; ``None`` where CLDR knows none."""
    if tag.script:
        return tag.script
    likely = get_global("likely_subtags")
    found = likely.get(f"{tag.language}_{tag.territory}") or likely.get(tag.language)
    return LocaleTag.parse(found).script if found else None
