"""The address where a PO file can be translated."""

from __future__ import annotations

import pytest

from toolkit.model.locale import LocaleTag
from toolkit.model.translate_url import check_translate_url, translate_url

PATH = "locales/sr@latin/LC_MESSAGES/a b?.po"


@pytest.mark.parametrize(
    ("pattern", "address"),
    [
        ("", ""),
        ("https://example.org", "https://example.org"),
        ("HTTP://localhost:8000/{domain}", "HTTP://localhost:8000/a%20b%3F"),
        ("https://a.org/{locale}/{tag}/", "https://a.org/sr%40latin/sr-Latn/"),
        ("https://a.org/x/{path}", "https://a.org/x/locales/sr%40latin/LC_MESSAGES/a%20b%3F.po"),
        ("https://a.org?f={path}&l={tag}#{locale}", None),
    ],
)
def test_values_are_percent_encoded(pattern: str, address: str | None) -> None:
    if address is None:
        address = "https://a.org?f=locales/sr%40latin/LC_MESSAGES/a%20b%3F.po&l=sr-Latn#sr%40latin"
    if pattern:
        check_translate_url(pattern)
    assert translate_url(pattern, LocaleTag.parse("sr@latin"), "a b?", PATH) == address


@pytest.mark.parametrize(
    "pattern",
    [
        "example.org/{path}",
        "//example.org/{path}",
        "javascript:alert(1)//{path}",
        "https://{locale}.example.org/",
        "https://example.org{locale}",
        "https://example.org:{locale}",
        "https://me:secret@example.org/{path}",
        "https://example.org/{path",
        "https://example.org/path}",
        "https://example.org/{{path}}",
        "https://example.org/%{path}",
        "https://example.org/a b",
        "https://example.org/\u00e9",
        'https://example.org/"{path}',
        "https://example.org/<{path}>",
        "https://example.org/#a#b",
    ],
)
def test_what_is_no_address_of_the_web_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match=r" is no address; write it like .*, in ASCII$"):
        check_translate_url(pattern)


@pytest.mark.parametrize("name", ["", "lang", "LOCALE", "locale.x", "path "])
def test_a_placeholder_that_is_not_known_is_named(name: str) -> None:
    with pytest.raises(ValueError, match=r"\} is not known; ") as caught:
        check_translate_url(f"https://example.org/{{{name}}}/{{path}}")
    assert str(caught.value).startswith(f"{{{name}}} is not known; ")
