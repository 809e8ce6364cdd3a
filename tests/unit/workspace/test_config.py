from __future__ import annotations

import pickle

import pytest

from toolkit.check.settings import CheckSettings, Level, Override
from toolkit.errors import ConfigError
from toolkit.model.fallback import Fallback
from toolkit.model.locale import LanguageOverrides, LocaleTag
from toolkit.workspace.config import parse_settings
from toolkit.workspace.settings import Limits, MemorySettings, Settings


def test_an_empty_table_gives_the_defaults() -> None:
    assert parse_settings({}, "toolkit.toml") == Settings()
    assert Settings() == Settings(
        source_locale="en",
        project="",
        bugs_address="",
        references="file",
        min_complete=0.0,
        fallback="source",
        theme="theme",
        limits=Limits(source_bytes=10_000_000, po_bytes=64_000_000, po_entries=100_000, nesting=100),
        locales={},
    )


def test_every_key_is_read_in_its_spelling_with_dashes() -> None:
    table = {
        "source-locale": "pt-BR",
        "project": "Stem cells",
        "bugs-address": "bugs@example.org",
        "references": "line",
        "min-complete": 1,
        "fallback": "last-good",
        "layout": "hugo",
        "heading-ids": "dialect",
        "highlight-code": True,
        "theme": "design/ours",
        "base-url": "https://example.org/texts/",
        "translate-url": "https://example.org/{domain}?to={tag}",
        "search": True,
        "limits": {"source-bytes": 1, "po-bytes": 2, "po-entries": 3, "nesting": 300},
        "memory": {"exact": "translated"},
        "check": {
            "rules": {"quotes": "off"},
            "overrides": [{"paths": ["a/**"], "locales": ["pt"], "rules": {"number": "error"}}],
            "link-hosts": ["*.wikipedia.org"],
            "segment-words": 90,
            "glossary": "terms.tbx",
        },
        "locale": {
            "tlh": {"name": "tlhIngan Hol", "dir": "ltr", "plural": "nplurals=1; plural=0;"},
            "pt-BR": {"fallback": "stale", "min-complete": 0},
            "es": {"name": "", "dir": "", "plural": "", "fallback": "", "translate-url": ""},
            "ja": {"translate-url": "https://example.org/{path}"},
        },
    }
    settings = parse_settings(table, "toolkit.toml")
    assert settings == Settings(
        "pt-BR",
        "Stem cells",
        "bugs@example.org",
        "line",
        1.0,
        "last-good",
        "hugo",
        "dialect",
        True,
        "design/ours",
        "https://example.org/texts/",
        "https://example.org/{domain}?to={tag}",
        True,
        Limits(source_bytes=1, po_bytes=2, po_entries=3, nesting=300),
        MemorySettings("translated"),
        CheckSettings(
            {"quotes": Level.OFF},
            (Override(("a/**",), ("pt",), {"number": Level.ERROR}),),
            ("*.wikipedia.org",),
            90,
            "terms.tbx",
        ),
        {
            "tlh": LanguageOverrides("tlhIngan Hol", "ltr", "nplurals=1; plural=0;"),
            "pt_BR": LanguageOverrides(fallback="stale", min_complete=0.0),
            "es": LanguageOverrides(),
            "ja": LanguageOverrides(translate_url="https://example.org/{path}"),
        },
    )
    assert type(settings.min_complete) is float
    assert pickle.loads(pickle.dumps(settings)) == settings


def test_a_language_may_be_translated_elsewhere() -> None:
    table = {"translate-url": "https://example.org/a", "locale": {"ja": {"translate-url": "http://b.org/"}}}
    settings = parse_settings(table, "")
    found = {tag: settings.translate_url_of(LocaleTag(tag)) for tag in ("es", "ja")}
    assert found == {"es": "https://example.org/a", "ja": "http://b.org/"}


@pytest.mark.parametrize(
    ("pattern", "problem"),
    [
        ("https://example.org/{lang}", "{lang} is not known; known are {locale}, {tag}, {domain}, {path}"),
        ("https://example.org/{local}/{path}", '{local} is not known; did you mean "locale"?'),
        ("ftp://example.org/{path}", ""),
    ],
)
def test_a_wrong_address_of_translations_is_one_line(pattern: str, problem: str) -> None:
    problem = problem or (
        f'"{pattern}" is no address; write it like "https://example.org/translate/{{domain}}/{{locale}}/",'
        " in ASCII"
    )
    for table, key in (
        ({"translate-url": pattern}, "translate-url"),
        ({"locale": {"es": {"translate-url": pattern}}}, "locale.es.translate-url"),
    ):
        with pytest.raises(ConfigError) as caught:
            parse_settings(table, "toolkit.toml")
        assert caught.value.message == f"{key}: {problem}"


def test_all_problems_come_in_one_error_each_on_its_line_with_its_key_path() -> None:
    table = {
        "source-local": "en",
        "limits": {"source-bites": 1, "nesting": 0},
        "locale": {"es": {"dirr": "ltr", "dir": "down"}},
        "project": 3,
    }
    with pytest.raises(ConfigError) as caught:
        parse_settings(table, "/p/toolkit.toml")
    error = caught.value
    assert (error.rule, error.path, error.exit_code) == ("config", "/p/toolkit.toml", 2)
    assert error.message.split("\n") == [
        'source-local: unknown key; did you mean "source-locale"?',
        "project: expected text, found a whole number",
        'limits.source-bites: unknown key; did you mean "source-bytes"?',
        "limits.nesting: must be from 1 to 300",
        'locale.es.dirr: unknown key; did you mean "dir"?',
        'locale.es.dir: "down" is not one of ltr, rtl',
    ]


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ({"source_locale": "en"}, 'source_locale: unknown key; did you mean "source-locale"?'),
        ({"limit": {}}, 'limit: unknown key; did you mean "limits"?'),
        ({"locales": {}}, 'locales: unknown key; did you mean "locale"?'),
        ({"limits": []}, "limits: expected a table, found a list"),
        ({"locale": "es"}, "locale: expected a table, found text"),
        ({"locale": {"es": "x"}}, "locale.es: expected a table, found text"),
        ({"limits": {"nesting": True}}, "limits.nesting: expected a whole number, found true or false"),
        ({"limits": {"po-bytes": 0}}, "limits.po-bytes: must be 1 or more"),
        (
            {"heading-ids": "dialects"},
            'heading-ids: "dialects" is not one of none, dialect; did you mean "dialect"?',
        ),
        ({"layout": "hugoo"}, 'layout: "hugoo" is no layout; did you mean "hugo"?'),
        ({"min-complete": True}, "min-complete: expected a number, found true or false"),
        ({"min-complete": 1.5}, "min-complete: must be from 0 to 1, found 1.5"),
        ({"min-complete": float("nan")}, "min-complete: must be from 0 to 1, found nan"),
        (
            {"references": "files"},
            'references: "files" is not one of file, line, never; did you mean "file"?',
        ),
        (
            {"fallback": "stal"},
            'fallback: "stal" is not one of source, stale, last-good; did you mean "stale"?',
        ),
        ({"fallback": ""}, 'fallback: "" is not one of source, stale, last-good'),
        (
            {"locale": {"es": {"fallback": "lastgood"}}},
            'locale.es.fallback: "lastgood" is not one of source, stale, last-good; '
            'did you mean "last-good"?',
        ),
        ({"locale": {"es": {"min-complete": 2}}}, "locale.es.min-complete: must be from 0 to 1, found 2"),
        ({"locale": {"es": {"min-complete": "a"}}}, "locale.es.min-complete: expected a number, found text"),
        ({"theme": "../x"}, 'theme: "../x" is not a folder below the project\'s'),
        ({"theme": "/x"}, 'theme: "/x" is not a folder below the project\'s'),
        ({"theme": "c:x"}, 'theme: "c:x" is not a folder below the project\'s'),
        ({"theme": "a\\..\\b"}, 'theme: "a\\..\\b" is not a folder below the project\'s'),
        ({"theme": ""}, 'theme: "" is not a folder below the project\'s'),
        ({"project": "a\nX-Evil: b"}, "project: must be one line without control characters"),
        (
            {"locale": {"es": {"plural": "__import__('os')"}}},
            "locale.es.plural: write it like nplurals=2; plural=(n != 1);",
        ),
        ({"locale": {"pt_BR": {}, "pt-br": {}}}, "locale.pt-br: pt_BR has another table already"),
    ],
)
def test_a_bad_value_is_named(table: dict[str, object], message: str) -> None:
    with pytest.raises(ConfigError) as caught:
        parse_settings(table, "toolkit.toml")
    assert caught.value.message == message


@pytest.mark.parametrize("table", [{"source-locale": "../x"}, {"locale": {"e s": {}}}])
def test_what_is_no_locale_is_refused(table: dict[str, object]) -> None:
    with pytest.raises(ConfigError, match="is not a locale"):
        parse_settings(table, "toolkit.toml")


def test_the_message_names_all_known_keys_where_none_is_near() -> None:
    with pytest.raises(ConfigError) as caught:
        parse_settings({"zzzz": 1}, "toolkit.toml")
    assert caught.value.message == (
        "zzzz: unknown key; known keys: source-locale, project, bugs-address, references, min-complete,"
        " fallback, layout, heading-ids, highlight-code, theme, base-url, translate-url, search, limits,"
        " memory, check, locale"
    )


@pytest.mark.parametrize(
    "url",
    [
        "",
        "https://example.org",
        "https://example.org/",
        "http://localhost:8000",
        "https://xn--mnchen-3ya.example/a%20b/~c",
    ],
)
def test_the_address_of_a_site_is_taken_as_it_stands(url: str) -> None:
    assert parse_settings({"base-url": url}, "").base_url == url


@pytest.mark.parametrize(
    "url",
    [
        "example.org",
        "//example.org",
        "ftp://example.org",
        "https://",
        "https://example.org?x=1",
        "https://example.org/a#b",
        "https://me:secret@example.org",
        "https://example.org//a",
        "https://example.org/../a",
        "https://example.org/%zz",
        "https://example.org/a b",
        "https://münchen.example",
        "https://example.org/</script>",
    ],
)
def test_what_is_no_address_of_a_site_is_refused(url: str) -> None:
    with pytest.raises(ConfigError) as caught:
        parse_settings({"base-url": url}, "toolkit.toml")
    assert caught.value.message == (
        f'base-url: "{url}" is no address of a site; write it like "https://example.org" or'
        ' "https://example.org/texts", in ASCII and without ? and #'
    )


def test_a_locale_says_what_the_project_says_unless_it_says_otherwise() -> None:
    table = {
        "fallback": "stale",
        "min-complete": 0.5,
        "locale": {"pt-BR": {"fallback": "source", "min-complete": 0}, "es": {"name": "español"}},
    }
    settings = parse_settings(table, "toolkit.toml")
    said = {
        tag: (settings.fallback_of(LocaleTag.parse(tag)), settings.min_complete_of(LocaleTag.parse(tag)))
        for tag in ("pt_BR", "es", "fr")
    }
    assert said == {
        "pt_BR": (Fallback.SOURCE, 0.0),
        "es": (Fallback.STALE, 0.5),
        "fr": (Fallback.STALE, 0.5),
    }
