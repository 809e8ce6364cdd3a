from __future__ import annotations

import pytest
from markupsafe import Markup

from toolkit.errors import CatalogError
from toolkit.languages.plurals import plural_forms
from toolkit.model.locale import LocaleTag
from toolkit.model.segment import MessageKey
from toolkit.publish.interface_words import InterfaceWords, plural_rule, read_words

HEADER = 'msgid ""\nmsgstr "Plural-Forms: nplurals=1; plural=0;\\n"\n\n'
COUNT = ("%(num)s page", "%(num)s pages")


def words(locale: str, **catalogs: str) -> InterfaceWords:
    read = {}
    for name, text in catalogs.items():
        tag = LocaleTag.parse(name)
        read[tag] = read_words((HEADER + text).encode(), f"{name}.po", tag)
    return InterfaceWords(LocaleTag.parse(locale), read)


def entry(msgid: str, msgstr: str) -> str:
    return f'msgid "{msgid}"\nmsgstr "{msgstr}"\n\n'


def plural(*forms: str) -> str:
    lines = "".join(f'msgstr[{number}] ""\n"{form}"\n' for number, form in enumerate(forms))
    return f'#, python-format\nmsgid "{COUNT[0]}"\nmsgid_plural "{COUNT[1]}"\n{lines}\n'


def test_a_word_comes_from_the_locale_then_its_parents_then_english() -> None:
    found = words("pt_BR", pt_BR=entry("a", "A-br"), pt=entry("a", "A-pt") + entry("b", "B-pt"))
    assert [found.gettext(word) for word in ("a", "b", "c")] == ["A-br", "B-pt", "c"]


def test_fuzzy_obsolete_empty_and_broken_words_do_not_count() -> None:
    text = (
        f'#, fuzzy\n{entry("a", "A")}#~ msgid "b"\n#~ msgstr "B"\n\n{entry("c", "")}'
        + entry("%(x)s d", "%(y)s D")
        + entry("e", "100%")
        + entry("%(x)s f", "%(x)d F")
        + entry("g", "%s")
    )
    found = words("de", de=text)
    assert [str(found.gettext(word)) for word in ("a", "b", "c", "e", "g")] == ["a", "b", "c", "e", "g"]
    assert found.gettext("%(x)s d", x=1) == "1 d"
    assert found.gettext("%(x)s f", x=1) == "1 f"


def test_the_plural_form_is_that_of_the_language_whatever_the_file_says() -> None:
    found = words("ru", ru=plural("%(num)s одна", "%(num)s две", "%(num)s пять"))
    shown = [str(found.ngettext(*COUNT, number)) for number in (1, 2, 5, 11, 21, 1022)]
    assert shown == ["1 одна", "2 две", "5 пять", "11 пять", "21 одна", "1\u00a0022 две"]


def test_a_word_with_too_few_plural_forms_does_not_count() -> None:
    found = words("ru", ru=plural("%(num)s одна", "%(num)s две"))
    assert [str(found.ngettext(*COUNT, number)) for number in (1, 2)] == ["1 page", "2 pages"]


def test_english_numbers_have_english_forms() -> None:
    found = words("fr")
    assert [str(found.ngettext(*COUNT, number)) for number in (0, 1, 1234)] == [
        "0 pages",
        "1 page",
        "1,234 pages",
    ]


def test_a_word_in_a_context_is_another_word() -> None:
    text = 'msgctxt "box"\nmsgid "Note"\nmsgstr "Hinweis"\n\n' + entry("Note", "Notiz")
    found = words("de", de=text)
    assert [found.pgettext("box", "Note"), found.gettext("Note")] == ["Hinweis", "Notiz"]


def test_texts_and_variables_are_escaped_but_markup_is_not() -> None:
    found = words("de", de=entry("in %(x)s", "<b>auf</b> %(x)s"))
    assert found.gettext("in %(x)s", x="<i>") == "&lt;b&gt;auf&lt;/b&gt; &lt;i&gt;"
    assert found.gettext("in %(x)s", x=Markup("<i>e</i>")) == "&lt;b&gt;auf&lt;/b&gt; <i>e</i>"


@pytest.mark.parametrize(
    ("locale", "language"), [("de", "de"), ("de_AT", "de"), ("fr", "en"), ("it", "en"), ("en", "en")]
)
def test_the_language_of_the_words_is_the_one_that_most_of_them_are_in(locale: str, language: str) -> None:
    found = words(
        locale, de=entry("a", "A") + entry("b", "B") + entry("c", "C"), fr=entry("a", "Ah"), it=entry("x", "")
    )
    assert found.language == LocaleTag.parse(language)


def test_a_file_that_cannot_be_read_is_refused_with_its_path() -> None:
    with pytest.raises(CatalogError) as caught:
        read_words(b'msgid "a\n', "locales/de/LC_MESSAGES/toolkit-ui.po", LocaleTag("de"))
    assert (caught.value.path, caught.value.line) == ("locales/de/LC_MESSAGES/toolkit-ui.po", 1)


@pytest.mark.parametrize("locale", ["en", "ar", "ja", "ru", "cy", "ga", "sl", "lt", "mt", "xx"])
def test_each_rule_of_the_plural_table_can_be_used(locale: str) -> None:
    count, form = plural_rule(LocaleTag(locale))
    assert f"nplurals={count};" in plural_forms(LocaleTag(locale))
    assert {form(number) for number in range(1000)} <= set(range(count))


def test_the_key_of_a_word_is_gettexts() -> None:
    found = words("de", de=plural("%(num)s Seite", "%(num)s Seiten"))
    assert dict(found.catalogs[LocaleTag("de")]) == {
        MessageKey(None, COUNT[0]): ("%(num)s Seite", "%(num)s Seiten")
    }
