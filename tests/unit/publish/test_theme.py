from __future__ import annotations

import pickle
from dataclasses import fields

import pytest

from tests.small_site import EN, shipped_files, shipped_theme, small_site
from toolkit.errors import CatalogError, ConfigError
from toolkit.model.locale import LocaleTag
from toolkit.publish.theme import Theme, load_theme

WORD = 'msgid ""\nmsgstr ""\n\nmsgid "All pages"\nmsgstr "{}"\n'
FUZZY = WORD.replace('msgid "All', '#, fuzzy\nmsgid "All')


def test_a_users_template_takes_the_place_of_the_shipped_one() -> None:
    files = {**shipped_files(), "templates/languages.html": b"{{ _('Languages') }} {{ languages_url }}"}
    site = small_site({"a": "# A\n"}, theme=load_theme(files))
    assert site.outputs["html/index.html"] == b"Languages index.html#toolkit-content"


def test_a_projects_own_words_win_one_by_one() -> None:
    theme = load_theme(
        shipped_files(), {"es": WORD.format("Índice").encode(), "pt_BR": WORD.format("Tudo").encode()}
    )
    words = theme.words(LocaleTag("es"))
    assert [str(words.gettext(word)) for word in ("All pages", "Languages")] == ["Índice", "Idiomas"]
    assert str(theme.words(LocaleTag("pt", territory="BR")).gettext("All pages")) == "Tudo"


def test_a_projects_fuzzy_word_does_not_win() -> None:
    theme = load_theme(shipped_files(), {"es": FUZZY.format("Índice").encode()})
    assert str(theme.words(LocaleTag("es")).gettext("All pages")) == "Todas las páginas"


def test_a_projects_word_cannot_bring_markup() -> None:
    theme = load_theme(shipped_files(), {"es": WORD.format("<script>&").encode()})
    html = small_site({"a": "one\n"}, {"es": {"one": "uno"}}, theme=theme).html("es/a")
    assert "&lt;script&gt;&amp;" in html
    assert "<script" not in html


def test_a_projects_broken_words_are_refused_with_their_path() -> None:
    with pytest.raises(CatalogError) as caught:
        load_theme({}, {"pt_BR": b"msgid"})
    assert caught.value.path == "locales/pt_BR/LC_MESSAGES/toolkit-ui.po"


@pytest.mark.parametrize(
    ("template", "message", "line"),
    [
        ("a\n{% if %}", "the template is wrong: Expected an expression, got 'end of statement block'", 2),
        ("a\n{{ nothing }}", "the template is wrong: 'nothing' is undefined", 2),
        ('{% include "gone.html" %}', "the template is wrong: it names 'gone.html', which is no template", 1),
        (
            '{% include "../../../etc/passwd" %}',
            "the template is wrong: it names '../../../etc/passwd', which is no template",
            1,
        ),
        ("a\n\n{{ 1 / 0 }}", "the template is wrong: ZeroDivisionError: division by zero", 3),
        ("{{ none.a.b }}", "the template is wrong: 'None' has no attribute 'a'", 1),
        ("{{ 'a' + 1 }}", "the template is wrong: TypeError: can only concatenate str", 1),
        ("{{ _('%(x)s') }}", "the template is wrong: KeyError: 'x'", 1),
        ("{% macro a() %}\n{{ a() }}{% endmacro %}{{ a() }}", "the template is wrong: RecursionError: ", 2),
    ],
)
def test_a_template_that_is_wrong_is_a_configuration_error(template: str, message: str, line: int) -> None:
    theme = load_theme({"templates/x.html": template.encode()}, own=frozenset({"x.html"}), folder="mine/")
    with pytest.raises(ConfigError) as caught:
        theme.render("x.html", theme.words(EN), {})
    found = caught.value
    assert (found.rule, found.path, found.line) == ("theme-template", "mine/templates/x.html", line)
    assert found.message.startswith(message)


def test_the_template_that_fails_is_named_and_not_the_one_that_includes_it() -> None:
    files = {"templates/x.html": b'\n{% include "y.html" %}', "templates/y.html": b"\n\n\n{{ 1 / 0 }}"}
    theme = load_theme(files, own=frozenset({"y.html"}))
    with pytest.raises(ConfigError) as caught:
        theme.render("x.html", theme.words(EN), {})
    assert (caught.value.path, caught.value.line) == ("templates/y.html", 4)


def test_an_error_without_any_template_of_the_users_is_a_bug_and_shows_itself() -> None:
    theme = load_theme({"templates/x.html": b"{{ 1 / 0 }}"})
    with pytest.raises(ZeroDivisionError):
        theme.render("x.html", theme.words(EN), {})


def test_a_template_that_is_no_text_is_a_configuration_error() -> None:
    with pytest.raises(ConfigError, match="not UTF-8"):
        load_theme({"templates/x.html": b"\xff"})


def test_values_are_escaped() -> None:
    theme = load_theme({"templates/x.html": b"{{ x }}"})
    assert theme.render("x.html", theme.words(EN), {"x": "<&\"'>"}) == "&lt;&amp;&#34;&#39;&gt;"


def test_a_theme_travels_between_processes() -> None:
    theme = shipped_theme()
    again = pickle.loads(pickle.dumps(theme))
    values = [[getattr(one, field.name) for field in fields(Theme)] for one in (again, theme)]
    assert values[0] == values[1]
