"""Laws of the rules about characters and text: never in the way, within bounds, mended for good."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from toolkit.check.pair import Pair
from toolkit.check.rule import EntryRule, Hit, Rule
from toolkit.check.rules.characters import family as characters
from toolkit.check.rules.text import family as text
from toolkit.check.text_view import TextView
from toolkit.model.locale import LocaleTag

RULES: tuple[Rule, ...] = (*characters.RULES, *text.RULES)
_LANGUAGES = "en es fr fr_CA de el ru uk sr sr@latin ar fa he hi bn ja ko zh_CN zh_TW th km my hy ka am tr pl"
_LETTERS = "Aa. bé ß Я ы Ω ο א ش ي\u200c क म あ カ 漢 한 ก ა Word word the the"
_SIGNS = ". , : ; ! ? ¿ ¡ … ... 。 ？ ؟ ۔ । ։ « » “ ” „ \" ' ( ) [ ] （ ） 「 」 * ** _ ` `` %s"
_MARKUP = "Ã© â€™ Ð’Ð¾ \\n `x` [a](b) <b> </b> {x} https://a.b/c"
_HIDDEN = " \u00a0\u202f\u3000\u200b\u200d\u200e\u202e\u2066\u2069\0\a\ufffd\ufeff\U000e0061\n\t"
PIECES = [*f"{_LETTERS} {_SIGNS} {_MARKUP}".split(" "), *_HIDDEN]
TEXTS = st.lists(st.sampled_from(PIECES) | st.characters(), max_size=24).map("".join)
LOCALES = st.sampled_from(_LANGUAGES.split()).map(LocaleTag.parse)


def pair(source: str, translation: str, locale: LocaleTag) -> Pair:
    return Pair(TextView(source, LocaleTag("en")), TextView(translation, locale), flags=("max-length:9",))


def hits(rule: Rule, one: Pair) -> list[Hit]:
    assert isinstance(rule, EntryRule)
    return list(rule.find(one))


def mended(translation: str, found: list[Hit]) -> str:
    for hit in sorted(found, key=lambda hit: hit.start, reverse=True):
        if hit.fix is not None:
            translation = translation[: hit.start] + hit.fix + translation[hit.stop :]
    return translation


@given(source=TEXTS, translation=TEXTS, locale=LOCALES)
@settings(max_examples=150)
def test_a_piece_stands_within_the_text(source: str, translation: str, locale: LocaleTag) -> None:
    one = pair(source, translation, locale)
    for hit in (hit for rule in RULES for hit in hits(rule, one)):
        assert 0 <= hit.start <= hit.stop <= len(translation)
        assert hit.message
        assert not hit.message.endswith(".")


@given(text=TEXTS, locale=LOCALES)
@settings(max_examples=150)
def test_what_stands_in_the_source_too_is_no_finding(text: str, locale: LocaleTag) -> None:
    one = pair(text, text, locale)
    found = {rule.name for rule in RULES if hits(rule, one)}
    assert found <= {"unchanged", "max-length"}


@given(source=TEXTS, translation=TEXTS, locale=LOCALES)
@example(source="“A”: b", translation="«a»: «b» ; c?! d ?", locale=LocaleTag("fr"))
@example(source="A b.", translation="  a  b  . ", locale=LocaleTag("de"))
@settings(max_examples=150)
def test_what_is_mended_is_not_found_again(source: str, translation: str, locale: LocaleTag) -> None:
    for rule in RULES:
        before = [hit for hit in hits(rule, pair(source, translation, locale)) if hit.fix is not None]
        fixed = mended(translation, before)
        if fixed and 0 < len(before) < 20:  # a rule stops after twenty
            after = hits(rule, pair(source, fixed, locale))
            assert [hit for hit in after if hit.fix is not None] == [], rule.name
