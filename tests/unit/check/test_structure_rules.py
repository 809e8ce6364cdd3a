"""What holds for all rules about markup, whatever the text."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from toolkit.check.pair import Pair
from toolkit.check.rule import EntryRule
from toolkit.check.rules.guards import family as guards
from toolkit.check.rules.structure import family as structure
from toolkit.check.text_view import TextView
from toolkit.model.locale import LocaleTag

RULES = [rule for rule in (*guards.RULES, *structure.RULES) if isinstance(rule, EntryRule)]
PIECES = (
    *(
        "[a](b.md)",
        "![a](b.png)",
        "[a][b]",
        "<https://a.example>",
        "www.a.example",
        "`c`",
        "``c`",
        "**b**",
        "* *",
    ),
    *(
        "_e_",
        "~~s~~",
        "{name}",
        "%s",
        "$VAR",
        "{{ x }}",
        "<b>",
        "</b>",
        "<!-- -->",
        "[^1]",
        "^[n]",
        "&amp;",
        "\\",
    ),
    *("word", "слово", "語", "(", ")", "[", "]", "<", ">", "`", "\n"),
)
TEXTS = st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join)


def pair(source: str, translation: str) -> Pair:
    return Pair(TextView(source, LocaleTag("en")), TextView(translation, LocaleTag("fr")))


@given(TEXTS)
def test_a_text_beside_itself_is_right(text: str) -> None:
    for rule in RULES:
        assert list(rule.find(pair(text, text))) == []


@given(TEXTS, TEXTS)
def test_what_is_found_stands_in_the_translation(source: str, translation: str) -> None:
    for rule in RULES:
        for hit in rule.find(pair(source, translation)):
            assert 0 <= hit.start <= hit.stop <= len(translation)


@given(st.permutations(("[a](b.md)", "`c`", "**b**", "_e_", "{name}", "<br>", "![d](e.png)", "[f][g]")))
def test_the_order_of_pieces_does_not_matter(pieces: list[str]) -> None:
    source = "[a](b.md) `c` **b** _e_ {name} <br> ![d](e.png) [f][g]"
    for rule in RULES:
        assert list(rule.find(pair(source, " ".join(pieces)))) == []


@settings(max_examples=20)
@given(st.text(max_size=80), st.text(max_size=80))
def test_any_text_can_be_looked_at(source: str, translation: str) -> None:
    for rule in RULES:
        list(rule.find(pair(source, translation)))
