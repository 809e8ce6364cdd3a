"""Which text of the source a plural form is looked at beside."""

from __future__ import annotations

import pytest

from toolkit.catalog.po.reader import read_catalog
from toolkit.check.catalog_check import check_entries
from toolkit.check.pair import Allowed
from toolkit.check.profile import DEFAULT_PROFILE
from toolkit.model.locale import LocaleTag

ENTRY = (
    'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n#, python-format\n'
    'msgid "The file was read."\nmsgid_plural "%(count)s files were read."\n'
)


def found(locale: str, *forms: str) -> list[str]:
    """Return the rules that object to these forms of a plural entry."""
    lines = "".join(f'msgstr[{number}] "{form}"\n' for number, form in enumerate(forms))
    catalog = read_catalog((ENTRY + lines).encode(), "a.po")
    tags = LocaleTag(locale), LocaleTag("en")
    return [one.rule for one in check_entries(catalog, DEFAULT_PROFILE, *tags, Allowed())]


@pytest.mark.parametrize("first", ["Прочитан %(count)s файл.", "Файл прочитан."])
def test_the_first_form_may_have_the_number_of_the_plural_and_need_not(first: str) -> None:
    assert found("ru", first, "Прочитано %(count)s файла.", "Прочитано %(count)s файлов.") == []


def test_a_placeholder_that_neither_text_has_is_found_in_any_form() -> None:
    forms = "Прочитан %(number)s файл.", "Прочитано %(count)s файла.", "Прочитано %(n)s файлов."
    assert found("ru", *forms) == ["placeholder", "placeholder"]
