"""A locale is read from any spelling, written in two, and never from nonsense."""

from __future__ import annotations

import pickle
import re
import string

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from toolkit.model.locale import LanguageOverrides, LocaleTag

LETTERS = string.ascii_lowercase
VARIANTS = st.one_of(
    st.text(LETTERS + string.digits, min_size=5, max_size=8),
    st.from_regex(r"[0-9][a-z0-9]{3}", fullmatch=True),
).filter(lambda variant: variant not in ("latin", "cyrillic"))
TAGS = st.builds(
    LocaleTag,
    st.text(LETTERS, min_size=2, max_size=3),
    st.none()
    | st.sampled_from(["Latn", "Cyrl", "Hans", "Arab"])
    | st.from_regex(r"[A-Z][a-z]{3}", fullmatch=True),
    st.none() | st.from_regex(r"[A-Z]{2}|[0-9]{3}", fullmatch=True),
    st.none() | VARIANTS,
)


@given(TAGS)
def test_both_spellings_of_a_tag_read_back_as_the_tag(tag: LocaleTag) -> None:
    assert LocaleTag.parse(tag.gettext) == tag
    assert LocaleTag.parse(tag.bcp47) == tag
    assert LocaleTag.from_folder(str(tag)) == tag


@given(TAGS, st.sampled_from([str.upper, str.lower, str.swapcase]), st.sampled_from("-_"))
def test_case_and_separator_do_not_matter(tag: LocaleTag, case: object, separator: str) -> None:
    assert callable(case)
    assert LocaleTag.parse(case(tag.bcp47.replace("-", separator))) == tag
    assert LocaleTag.parse(case(tag.gettext)) == tag


@given(st.text(max_size=12) | st.from_regex(r"[A-Za-z0-9@._-]{1,20}", fullmatch=True))
@example("fr\n")
@example("ſr")
@example("K_de")
def test_any_text_is_a_safe_tag_or_a_value_error(text: str) -> None:
    try:
        tag = LocaleTag.parse(text)
    except ValueError:
        assert LocaleTag.from_folder(text) is None
    else:
        assert re.fullmatch(r"[a-z][A-Za-z0-9_@]*", tag.gettext)
        assert re.fullmatch(r"[a-z][A-Za-z0-9-]*", tag.bcp47)
        assert LocaleTag.parse(tag.gettext) == tag == LocaleTag.parse(tag.bcp47)


@given(st.lists(TAGS, max_size=6))
def test_tags_sort_and_the_order_is_total(tags: list[LocaleTag]) -> None:
    assert sorted(sorted(tags), reverse=True) == sorted(tags, reverse=True)
    for left in tags:
        for right in tags:
            assert (left < right) + (left == right) + (left > right) == 1


def test_a_language_comes_before_its_kinds() -> None:
    names = ["sr@latin", "pt_BR", "zh_Hant", "pt", "sr_RS", "zh_Hans", "sr", "pt_AO"]
    expected = ["pt", "pt_AO", "pt_BR", "sr", "sr_RS", "sr@latin", "zh_Hans", "zh_Hant"]
    assert [tag.gettext for tag in sorted(map(LocaleTag.parse, names))] == expected


@pytest.mark.parametrize(
    ("text", "tag", "gettext", "bcp47"),
    [
        ("fr", LocaleTag("fr"), "fr", "fr"),
        ("pt-BR", LocaleTag("pt", territory="BR"), "pt_BR", "pt-BR"),
        ("pt_br", LocaleTag("pt", territory="BR"), "pt_BR", "pt-BR"),
        ("PT_BR", LocaleTag("pt", territory="BR"), "pt_BR", "pt-BR"),
        ("pt_BR.UTF-8", LocaleTag("pt", territory="BR"), "pt_BR", "pt-BR"),
        ("pt_BR.iso88591", LocaleTag("pt", territory="BR"), "pt_BR", "pt-BR"),
        ("zh-Hans", LocaleTag("zh", "Hans"), "zh_Hans", "zh-Hans"),
        ("zh_hans_cn", LocaleTag("zh", "Hans", "CN"), "zh_Hans_CN", "zh-Hans-CN"),
        ("zh_CN", LocaleTag("zh", territory="CN"), "zh_CN", "zh-CN"),
        ("sr@latin", LocaleTag("sr", "Latn"), "sr@latin", "sr-Latn"),
        ("sr_Latn", LocaleTag("sr", "Latn"), "sr@latin", "sr-Latn"),
        ("sr-latin", LocaleTag("sr", "Latn"), "sr@latin", "sr-Latn"),
        ("sr_Latn@latin", LocaleTag("sr", "Latn"), "sr@latin", "sr-Latn"),
        ("sr_RS@latin", LocaleTag("sr", "Latn", "RS"), "sr_RS@latin", "sr-Latn-RS"),
        ("sr_RS.UTF-8@latin", LocaleTag("sr", "Latn", "RS"), "sr_RS@latin", "sr-Latn-RS"),
        ("uz@Cyrillic", LocaleTag("uz", "Cyrl"), "uz@cyrillic", "uz-Cyrl"),
        ("pa_arab", LocaleTag("pa", "Arab"), "pa_Arab", "pa-Arab"),
        ("ca@valencia", LocaleTag("ca", variant="valencia"), "ca@valencia", "ca-valencia"),
        ("ca-ES-VALENCIA", LocaleTag("ca", None, "ES", "valencia"), "ca_ES@valencia", "ca-ES-valencia"),
        (
            "sr-Latn-ijekavsk",
            LocaleTag("sr", "Latn", None, "ijekavsk"),
            "sr_Latn@ijekavsk",
            "sr-Latn-ijekavsk",
        ),
        ("de-1901", LocaleTag("de", variant="1901"), "de@1901", "de-1901"),
        ("es-419", LocaleTag("es", territory="419"), "es_419", "es-419"),
        ("iw", LocaleTag("iw"), "iw", "iw"),
        ("AST", LocaleTag("ast"), "ast", "ast"),
    ],
)
def test_a_spelling_is_read_and_written_as_people_do(
    text: str, tag: LocaleTag, gettext: str, bcp47: str
) -> None:
    found = LocaleTag.parse(text)
    assert (found, found.gettext, str(found), found.bcp47) == (tag, gettext, gettext, bcp47)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "a",
            "english",
            "german1",
            "x" * 50,
            "..evil",
            "..",
            ".git",
            "-rf",
            "en US",
            " fr",
            "fr\n",
            "fr/..",
        ),
        *(
            'de"><script>',
            "fr\0",
            "../fr",
            "C:",
            "C",
            "POSIX",
            "root",
            "fr.po",
            "fr.bak",
            "fr_",
            "_fr",
            "fr__CA",
        ),
        *(
            "fr@",
            "de_DE@euro",
            "en-u-ca-buddhist",
            "de-DE-x-formal",
            "zh-cmn-Hans",
            "ſr",
            "٤٢",
            "es_٤١٩",
            "日本",
        ),
        *("sr_Cyrl@latin", "ca-valencia@1901", "pt_BR_BR", "sr@ijekavianlatin"),
    ],
)
def test_nonsense_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"is not a locale|two scripts|two variants"):
        LocaleTag.parse(text)
    assert LocaleTag.from_folder(text) is None


def test_a_refusal_quotes_the_text_shortened_and_shows_how_to_write_it() -> None:
    with pytest.raises(ValueError) as caught:  # noqa: PT011 - the whole message is compared below
        LocaleTag.parse("x" * 5000)
    assert str(caught.value) == (
        "'" + "x" * 40 + "…' is not a locale; write it like 'fr', 'pt_BR', 'zh_Hans' or 'sr@latin'"
    )


@pytest.mark.parametrize(
    "parts",
    [("FR",), ("f",), ("fr", "latn"), ("fr", None, "ca"), ("fr", None, None, "x"), ("../fr",), ("fr-CA",)],
)
def test_a_tag_cannot_be_made_of_parts_that_no_tag_has(parts: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="no language tag has"):
        LocaleTag(*parts)


def test_a_script_is_not_a_variant() -> None:
    with pytest.raises(ValueError, match="names a script: write 'Latn'"):
        LocaleTag("sr", variant="latin")


def test_a_tag_crosses_process_borders_and_is_a_key() -> None:
    tag = LocaleTag.parse("sr@latin")
    assert pickle.loads(pickle.dumps(tag)) == tag
    assert {tag: 1}[LocaleTag("sr", "Latn")] == 1


def test_a_direction_is_one_of_two() -> None:
    assert LanguageOverrides(direction="rtl").direction == "rtl"
    with pytest.raises(ValueError, match="direction must be 'ltr' or 'rtl', not 'right'"):
        LanguageOverrides(direction="right")
