from __future__ import annotations

import io
import subprocess
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

import toolkit.publish
from tests.small_site import shipped_files, shipped_theme
from tests.tools import require_tool
from toolkit.languages.numbers import format_number
from toolkit.languages.plurals import plural_forms
from toolkit.model.locale import LocaleTag
from toolkit.publish.interface_words import InterfaceWords, read_words
from toolkit.publish.page_view import TEXT_WORDS

ROOT = Path(toolkit.publish.__file__).parent
SHIPPED = sorted(ROOT.glob("locales/*/LC_MESSAGES/toolkit-ui.po"))
Words = set[str | tuple[str, ...]]


def extracted() -> Words:
    """Return the messages that Babel finds in the templates."""
    methods = [("templates/**.html", "jinja2")]
    options = {"templates/**.html": {"trimmed": "true", "silent": "false"}}
    return {message for _, _, message, _, _ in extract_from_dir(ROOT, methods, options)}


def plurals() -> list[tuple[str, ...]]:
    """Return the messages that have a number."""
    found = [message for message in extracted() if isinstance(message, tuple)]
    assert len(found) == 3
    return found


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.parent.parent.name)
def test_the_day_of_an_earlier_text_is_named_in_its_notice(path: Path) -> None:
    words = shipped_theme().words(LocaleTag.parse(path.parent.parent.name))
    (message,) = (m for m in extracted() if isinstance(m, str) and "%(date)s" in m)
    assert "(the day)" in str(words.gettext(message, date="the day")).replace("（", "(").replace("）", ")")


def catalog(path: Path) -> Catalog:
    return read_po(io.BytesIO(path.read_bytes()))


def messages(path: Path) -> Words:
    return {tuple(m.id) if isinstance(m.id, tuple | list) else m.id for m in catalog(path) if m.id}


def test_the_template_has_the_messages_of_the_pages() -> None:
    assert messages(ROOT / "locales/toolkit-ui.pot") == extracted()


def test_the_words_that_rendering_adds_are_among_them() -> None:
    (text_words,) = (
        content for name, content in shipped_files().items() if name == "templates/text_words.html"
    )
    assert set(TEXT_WORDS) <= extracted()
    assert all(f'_("{word}")'.encode() in text_words for word in TEXT_WORDS)
    assert text_words.count(b"_(") == len(TEXT_WORDS)


def test_there_are_shipped_languages() -> None:
    codes = "ar bn cs de el es fa fr he hi id it ja ko nl pl pt ru sv sw th tr uk ur vi zh_Hans zh_Hant"
    assert [path.parent.parent.name for path in SHIPPED] == codes.split()


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.parent.parent.name)
def test_a_shipped_language_has_exactly_these_messages_all_translated(path: Path) -> None:
    locale = LocaleTag.parse(path.parent.parent.name)
    assert messages(path) == extracted()
    usable = read_words(path.read_bytes(), str(path), locale)
    assert {key.text for key in usable} == {m if isinstance(m, str) else m[0] for m in extracted()}


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.parent.parent.name)
def test_a_shipped_language_says_in_its_header_what_it_is(path: Path) -> None:
    header = catalog(path)
    assert dict(header.mime_headers)["Plural-Forms"] == plural_forms(LocaleTag.parse(path.parent.parent.name))
    assert "A draft: nobody has reviewed these translations yet." in path.read_text(encoding="utf-8")
    assert str(header.locale) == path.parent.parent.name
    fields = path.read_text(encoding="utf-8")
    assert '"Last-Translator: \\n"' in fields


@pytest.mark.parametrize(
    ("name", "openings"),
    [
        (
            "ar",
            {
                1: "مقطع واحد من هذه",
                2: "مقطعان من هذه",
                3: "3 مقاطع من",
                11: "11 مقطعًا من",
                100: "100 مقطع من",
            },
        ),
        ("es", {1: "1 pasaje de", 2: "2 pasajes de", 21: "21 pasajes de"}),
        ("ja", {n: f"このページには、まだ翻訳されていない部分が{n}か所あり、" for n in (1, 2)}),
        (
            "ru",
            {1: "1 фрагмент этой", 3: "3 фрагмента этой", 11: "11 фрагментов этой", 21: "21 фрагмент этой"},
        ),
    ],
)
def test_the_count_of_untranslated_passages_agrees_with_its_noun(name: str, openings: dict[int, str]) -> None:
    (path,) = (path for path in SHIPPED if path.parent.parent.name == name)
    locale = LocaleTag.parse(name)
    words = InterfaceWords(locale, {locale: read_words(path.read_bytes(), str(path), locale)})
    ((one, many),) = (message for message in plurals() if "not translated" in message[0])
    shown = {n: str(words.ngettext(one, many, n, language="English")) for n in openings}
    assert {n: text[: len(openings[n])] for n, text in shown.items()} == openings


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.parent.parent.name)
def test_gettext_finds_nothing_wrong_with_a_shipped_language(path: Path) -> None:
    command = [require_tool("msgfmt"), "--check", "--statistics", "--output-file=-", str(path)]
    done = subprocess.run(command, capture_output=True, check=False, env={"LC_ALL": "C"})
    assert (done.returncode, done.stderr.decode()) == (0, f"{len(extracted())} translated messages.\n")


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.parent.parent.name)
def test_a_number_is_said_in_the_form_that_it_takes(path: Path) -> None:
    """Each form names the language, and each number shows, but where a form stands for one number alone."""
    locale = LocaleTag.parse(path.parent.parent.name)
    words = shipped_theme().words(locale)
    assert words.language == locale
    for one, many in plurals():
        for number in (*range(3, 12), 20, 21, 22, 25, 101, 111):
            text = str(words.ngettext(one, many, number, language="Source"))
            assert format_number(number, locale) in text
            assert ("Source" in text) == ("%(language)s" in one)
    assert len({str(words.gettext(word)) for word in TEXT_WORDS}) == len(TEXT_WORDS)


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("zh_CN", "所有页面"),
        ("zh-Hans", "所有页面"),
        ("zh", "所有页面"),
        ("zh_SG", "所有页面"),
        ("zh_TW", "所有頁面"),
        ("zh_HK", "所有頁面"),
        ("zh-Hant-TW", "所有頁面"),
        ("pt_BR", "Todas as páginas"),
        ("pt_PT", "Todas as páginas"),
        ("iw", "כל הדפים"),
        ("in", "Semua halaman"),
        ("fr_CA", "Toutes les pages"),
    ],
)
def test_another_spelling_or_region_has_the_same_words(tag: str, expected: str) -> None:
    assert str(shipped_theme().words(LocaleTag.parse(tag)).gettext("All pages")) == expected
