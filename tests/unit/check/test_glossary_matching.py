"""A term is found in a source where it is meant, and its translation in whatever form it has."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from toolkit.check.glossary import phrase_index
from toolkit.check.glossary.glossary import Glossary, Term
from toolkit.check.glossary.phrase_index import Phrase, PhraseIndex, number_forms
from toolkit.check.glossary.word_match import exactly_inflected, matcher
from toolkit.check.glossary.wording import has_wording, places_of
from toolkit.check.glossary.words import Word, folded, plain_words, words_of
from toolkit.check.pair import Allowed, Pair
from toolkit.check.rule import EntryRule, Hit
from toolkit.check.rules.terms.family import RULES
from toolkit.check.text_view import TextView
from toolkit.model.locale import LocaleTag

EN = LocaleTag("en")
LANGUAGES = ("es", "ru", "ar", "he", "ja", "hi", "th", "de", "cy", "vi")


def uses(text: str, *phrases: str, exact: bool = False, english: bool = True) -> list[str]:
    index = PhraseIndex([Phrase(phrase, exact) for phrase in phrases], english=english)
    return [text[use.start : use.stop] for use in index.uses(text)]


def hits(source: str, translation: str, locale: str, *terms: Term) -> list[Hit]:
    allowed = Allowed(glossary=Glossary(terms))
    pair = Pair(TextView(source, EN), TextView(translation, LocaleTag.parse(locale)), allowed=allowed)
    return [hit for rule in RULES if isinstance(rule, EntryRule) for hit in rule.find(pair)]


def test_words_are_letters_marks_and_digits_in_every_script() -> None:
    text = "_Nœud_ की&nbsp;कोशिका 幹細胞 Rustは สวัสดี سلول‌ها x1"
    assert [word.text for word in words_of(text)] == [
        *("Nœud", "की", "कोशिका", "幹", "細", "胞", "Rust", "は", "ส", "ว", "ั", "ส", "ด", "ี"),
        *("سلول‌ها", "x1"),
    ]
    assert all(text[word.start : word.stop] == word.text for word in words_of(text))


def test_folding_leaves_out_case_accents_points_and_forms() -> None:
    pairs = {
        "Célula": "celula",
        "İLAÇ": "ilac",
        "المعدِّلة": "المعدلة",
        "תְּרוּפָה": "תרופה",
        "ｶﾞﾝ": "ガン",
        "٣": "3",
        "Й": "и",
    }
    assert {word: folded(word) for word in pairs} == pairs


def test_the_longest_phrase_counts_and_none_overlaps() -> None:
    phrases = ("stem", "stem cell", "stem cell therapy", "cell line", "therapy")
    assert uses("Stem cells, stem cell therapies; stem cell lines.", *phrases) == [
        *("Stem cells", "stem cell therapies", "stem cell"),
    ]


def test_a_phrase_is_found_across_marks_and_lines_but_not_across_sentences() -> None:
    assert uses("**stem** cell, stem-cell, stem\ncell, stem [cell](x)", "stem cell") == [
        *("stem** cell", "stem-cell", "stem\ncell", "stem [cell"),
    ]
    assert uses("The stem. Cell walls, stem, cell", "stem cell") == []
    assert uses("Crohn’s disease and Crohn's disease", "Crohn's disease") == [
        "Crohn’s disease",
        "Crohn's disease",
    ]


def test_a_part_of_another_word_or_name_is_no_use() -> None:
    assert uses(
        "anti-cell cell-free cells.rs std::cell cell_line x_cell me@cell subcell cell++ cell", "cell"
    ) == ["cell"]
    assert uses("Note:cell is (cell), “cell” / cell: cell.", "cell") == ["cell"] * 4


def test_signs_belong_to_a_phrase() -> None:
    text = "C, C++, C#, .NET and net, I/O, I O, TCP/IP"
    assert uses(text, "C", "C++", "C#", ".NET", "I/O", "TCP/IP") == ["C", "C", "C", "NET", "I/O", "TCP/IP"]
    assert uses(text, "C++") == ["C"]


def test_capitals_within_a_word_are_part_of_it_and_others_where_the_glossary_says_so() -> None:
    assert uses("MSC msc MSCs Mscs", "MSC") == ["MSC", "MSCs"]
    assert uses("Go go GO", "go") == ["Go", "go", "GO"]
    assert uses("Go go GO", "Go", exact=True) == ["Go"]
    assert uses("Led by LED", "LED") == ["LED"]


def test_english_plurals_are_found_and_those_of_other_languages_are_not_guessed() -> None:
    singular = (
        "therapy",
        "diagnosis",
        "nucleus",
        "bacterium",
        "criterion",
        "virus",
        "class",
        "box",
        "matrix",
        "cell",
    )
    plural = "therapies diagnoses nuclei bacteria criteria viruses classes boxes matrices cells"
    assert uses(plural, *singular) == plural.split()
    assert uses(" ".join(singular), *plural.split()[-4:]) == ["class", "box", "cell"]
    assert uses("cells", "cell", english=False) == []
    assert number_forms("dose") == {"dose", "doses"}


def test_a_source_without_spaces_is_searched_letter_by_letter() -> None:
    assert uses("造血幹細胞の治療", "幹細胞", english=False) == ["幹細胞"]


@pytest.mark.parametrize(
    ("language", "have", "want", "expected"),
    [
        ("es", "celulas", "celula", True),
        ("ru", "клеток", "клетка", True),
        ("de", "zelt", "zelle", False),
        ("fr", "oser", "os", True),
        ("fr", "nos", "os", False),
        ("ar", "خلايا", "خلية", True),
        ("ar", "وللخلايا", "خلية", True),
        ("ar", "امراض", "مرض", True),
        ("ar", "مريض", "خلية", False),
        ("he", "והתרופות", "תרופה", True),
        ("cy", "gelloedd", "celloedd", True),
        ("es", "gelloedd", "celloedd", False),
        ("id", "mengobati", "obati", True),
    ],
)
def test_forms_of_a_word_are_told_from_other_words(
    language: str, have: str, want: str, expected: bool
) -> None:
    assert matcher(language)(want)(have) is expected


@pytest.mark.parametrize(
    ("language", "have", "want", "expected"),
    [
        ("es", "citoquinas", "citoquina", True),
        ("es", "droguería", "droga", False),
        ("fr", "patience", "patient", False),
        ("fr", "os", "os", True),
        ("fr", "oser", "os", False),
        ("ar", "والشفاء", "شفاء", True),
    ],
)
def test_a_forbidden_word_has_only_other_endings(language: str, have: str, want: str, expected: bool) -> None:
    assert exactly_inflected(have, want, language) is expected


def test_places_are_those_of_the_text() -> None:
    view = TextView("Une **cellule-tronc** et des `cellules tronc`, Cellules tronc", LocaleTag("fr"))
    assert [view.text[a:b] for a, b in places_of(view, "cellule tronc")] == [
        "cellule-tronc",
        "Cellules tronc",
    ]


WORDS = st.sampled_from(
    ["célula", "madre", "PO", "C++", "幹細胞", "العلاج", "रोग", "x", "de", "1", "клетка", "ไข้", "İ", "ß"]
)
TEXTS = st.lists(st.one_of(WORDS, st.sampled_from(["**", "`", "_", "&amp;", "[a](b)", ".", "-"])), max_size=6)


@settings(max_examples=150)
@given(st.lists(WORDS, min_size=1, max_size=3).map(" ".join), TEXTS, TEXTS, st.sampled_from(LANGUAGES))
@example("x", [], [], "es")
def test_a_translation_with_an_allowed_wording_is_never_reported(
    wording: str, before: list[str], after: list[str], locale: str
) -> None:
    translation = f"{' '.join(before).replace('`', '')} {wording} {' '.join(after).replace('`', '')}"
    assert has_wording(TextView(translation, LocaleTag(locale)), wording)
    terms = (Term("cell", (wording,)), Term("drug", (wording,), keep=True))
    assert hits("A cell and a drug", translation, locale, *terms) == []


@settings(max_examples=150)
@given(
    TEXTS.map(" ".join),
    TEXTS.map(" ".join),
    st.lists(WORDS, max_size=3).map(" ".join),
    st.sampled_from(LANGUAGES),
)
def test_no_text_breaks_the_rules_and_pieces_lie_within_it(
    source: str, translation: str, wording: str, locale: str
) -> None:
    terms = [
        Term(word, (wording,), (word,), keep) for word in set(plain_words(source)) for keep in (False, True)
    ]
    for hit in hits(source, translation, locale, *terms):
        text = source if hit.side == "msgid" else translation
        assert 0 <= hit.start < hit.stop <= len(text)


def test_searching_a_text_does_not_depend_on_the_number_of_phrases(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    fits = phrase_index._fits

    def counted(text: str, run: tuple[Word, ...], end: phrase_index._End) -> bool:
        asked.append(text)
        return fits(text, run, end)

    monkeypatch.setattr(phrase_index, "_fits", counted)
    text = "stem cell therapy word " * 20
    for size in (10, 1000):
        asked.clear()
        phrases = [f"stem cell word{number}" for number in range(size)]
        assert len(uses(text, *phrases, "stem cell therapy")) == 20
        assert len(asked) == 20
