from __future__ import annotations

import pytest

from toolkit.catalog.memory.language_match import best_match
from toolkit.model.locale import LocaleTag


def match(locale: str, *offered: str) -> str | None:
    found = best_match(LocaleTag.parse(locale), [LocaleTag.parse(tag) for tag in offered])
    return None if found is None else found.bcp47


@pytest.mark.parametrize(
    ("locale", "offered", "found"),
    [
        ("es", ["es-MX", "es", "es-ES"], "es"),
        ("pt_BR", ["pt-PT", "pt", "pt-BR"], "pt-BR"),
        ("pt_BR", ["pt-PT", "pt"], "pt"),
        ("pt_BR", ["pt-PT"], None),
        ("es", ["es-MX", "es-ES"], "es-ES"),
        ("de", ["de-CH", "de-AT"], "de-CH"),
        ("en", ["en-US"], "en-US"),
        ("es_MX", ["es", "es-419"], "es-419"),
        ("zh_Hans", ["zh-TW", "zh-CN"], "zh-CN"),
        ("zh_TW", ["zh-CN"], None),
        ("zh_TW", ["zh"], None),
        ("zh_TW", ["zh-Hant"], "zh-Hant"),
        ("sr", ["sr-Latn"], None),
        ("he", ["iw-IL"], "iw-IL"),
        ("ht", ["fr"], None),
        ("fr", [], None),
    ],
)
def test_the_nearest_language_serves_and_no_other_region_script_or_language(
    locale: str, offered: list[str], found: str | None
) -> None:
    assert match(locale, *offered) == found
