"""Translations follow their texts through edits, moves, splits and new file names, and say what happened."""

from __future__ import annotations

import pytest

from tests.cli.project import MakeProject, Project

A = """\
---
title: Fever
---
# Fever

Take one tablet of 400 mg in the morning, with a glass of water.

See [the leaflet](https://example.org/leaflet) before you begin.

## When to call

Call a doctor if the fever lasts longer than three days.
"""
PO_A = "locales/es/LC_MESSAGES/a.po"
PO_B = "locales/es/LC_MESSAGES/b.po"
SPANISH = {
    "Fever": "Fiebre",
    "Take one tablet of 400 mg in the morning, with a glass of water.": "Tome un comprimido de 400 mg.",
    "See [the leaflet](https://example.org/leaflet) before you begin.": (
        "Antes de empezar, lea [el prospecto](https://example.org/leaflet)."
    ),
    "When to call": "Cuándo llamar",
    "Call a doctor if the fever lasts longer than three days.": "Llame al médico.",
}


@pytest.fixture
def translated(project: MakeProject) -> Project:
    """Return a project with one article, completely translated."""
    made = project({"source/a.md": A}, "es")
    made.done("extract")
    made.translate(PO_A, SPANISH)
    made.done("extract")
    return made


def edit(project: Project, old: str, new: str) -> str:
    """Change the article, and return what ``extract`` says."""
    text = project.read("source/a.md")
    assert old in text
    project.write("source/a.md", text.replace(old, new))
    return project.done("extract")


def test_a_changed_text_keeps_its_translation_as_fuzzy_and_says_what_changed(translated: Project) -> None:
    out = edit(translated, "400 mg", "500 mg")
    assert out == (
        f"updated {PO_A} (1 changed)\n"
        "  changed (number): Take one tablet of [-400-]{+500+} mg in the morning, with a glass of water.\n"
        "updated locales/a.pot (6 messages)\n"
        "1 article, 6 messages: 2 files changed.\n"
    )
    assert (
        "\n#. type: paragraph, under: Fever\n#: source/a.md\n#, fuzzy\n"
        '#| msgid "Take one tablet of 400 mg in the morning, with a glass of water."\n'
        'msgid "Take one tablet of 500 mg in the morning, with a glass of water."\n'
        'msgstr "Tome un comprimido de 400 mg."\n'
    ) in translated.read(PO_A).replace("# toolkit: changed\n", "")
    assert "\n# toolkit: changed\n#. type: paragraph, under: Fever\n" in translated.read(PO_A)
    assert (
        "\n# toolkit: obsolete since 2023-11-14\n"
        '#~ msgid "Take one tablet of 400 mg in the morning, with a glass of water."\n'
        '#~ msgstr "Tome un comprimido de 400 mg."\n'
    ) in translated.read(PO_A)


def test_going_back_to_the_old_text_brings_every_byte_back(translated: Project) -> None:
    before = translated.read(PO_A)
    edit(translated, "400 mg", "500 mg")
    out = edit(translated, "500 mg", "400 mg")
    assert f"updated {PO_A} (1 restored, 1 dropped)" in out
    assert translated.read(PO_A) == before


def test_a_text_that_changes_twice_shows_what_its_translation_belongs_to(translated: Project) -> None:
    edit(translated, "400 mg", "500 mg")
    edit(translated, "500 mg", "600 mg")
    text = translated.read(PO_A)
    assert text.count("#, fuzzy") == 1
    assert '#| msgid "Take one tablet of 400 mg' in text
    assert text.count("Tome un comprimido de 400 mg.") == 2  # the fuzzy one, and the pair it comes from
    assert "500 mg" not in text


def test_a_link_target_is_carried_over_and_said(translated: Project) -> None:
    out = edit(translated, "https://example.org/leaflet", "https://example.org/leaflet-2")
    assert "1 carried over" in out
    assert "  carried over (link target): See [the leaflet](https://example.org/" in out
    text = "See [the leaflet](https://example.org/leaflet-2) before you begin."
    wanted = "Antes de empezar, lea [el prospecto](https://example.org/leaflet-2)."
    assert translated.entries(PO_A)[text] == (wanted, False, False)


def test_no_carry_leaves_even_that_to_the_translator(translated: Project) -> None:
    translated.write("source/a.md", A.replace("/leaflet)", "/leaflet-2)"))
    assert "1 changed" in translated.done("extract", "--no-carry")
    text = "See [the leaflet](https://example.org/leaflet-2) before you begin."
    assert translated.entries(PO_A)[text][1]


def test_a_confirmed_translation_loses_the_mark_and_the_earlier_text(translated: Project) -> None:
    edit(translated, "400 mg", "500 mg")
    text = translated.read(PO_A)
    translated.write(PO_A, text.replace("#, fuzzy\n", "").replace('de 400 mg."\n\n#', 'de 500 mg."\n\n#', 1))
    translated.done("extract")
    after = translated.read(PO_A)
    assert "toolkit: changed" not in after
    assert "#|" not in after


def test_a_renamed_article_takes_its_catalog_along_in_every_locale(translated: Project) -> None:
    translated.add_locale("de")
    translated.done("extract")
    translated.translate("locales/de/LC_MESSAGES/a.po", {"Fever": "Fieber"})
    edit(translated, "400 mg", "500 mg")
    translated.write(PO_A, translated.read(PO_A).replace('"Last-Translator: ', '"Last-Translator: Ana'))
    (translated.root / "source/a.md").unlink()
    translated.write("source/b.md", A.replace("400 mg", "500 mg").replace("three days", "two days"))
    out = translated.done("extract")
    assert f"moved {PO_B} (1 changed, was {PO_A})" in out
    assert "moved locales/de/LC_MESSAGES/b.po (1 new, 1 dropped, was locales/de/LC_MESSAGES/a.po)" in out
    assert not (translated.root / PO_A).exists()
    assert translated.entries("locales/de/LC_MESSAGES/b.po")["Fever"] == ("Fieber", False, False)
    assert '"Last-Translator: Ana' in translated.read(PO_B)
    entries = translated.entries(PO_B)
    assert entries["When to call"] == ("Cuándo llamar", False, False)
    assert entries["Call a doctor if the fever lasts longer than two days."] == (
        "Llame al médico.",
        True,
        False,
    )


def test_a_text_that_moves_to_another_article_stays_translated(translated: Project) -> None:
    translated.write("source/b.md", "# Other\n\nCall a doctor if the fever lasts longer than three days.\n")
    out = edit(translated, "Call a doctor if the fever lasts longer than three days.\n", "")
    assert "1 restored" in out
    text = "Call a doctor if the fever lasts longer than three days."
    assert translated.entries(PO_B)[text] == ("Llame al médico.", False, False)
    assert translated.entries(PO_A)[text] == ("Llame al médico.", False, True)


def test_a_copy_is_a_suggestion_unless_the_configuration_trusts_it(translated: Project) -> None:
    translated.write("source/b.md", "# Fever\n\nA new text about something else altogether.\n")
    out = translated.done("extract", "--verbose")
    assert f"created {PO_B} (1 new, 1 suggested)" in out
    assert "  suggested from a: Fever\n" in out
    assert translated.entries(PO_B)["Fever"] == ("Fiebre", True, False)
    assert "# toolkit: suggested from a\n" in translated.read(PO_B)
    (translated.root / PO_B).unlink()
    translated.write("toolkit.toml", '[memory]\nexact = "translated"\n')
    translated.done("extract")
    assert translated.entries(PO_B)["Fever"] == ("Fiebre", False, False)


def test_a_split_paragraph_offers_its_translation_to_both_parts(translated: Project) -> None:
    edit(translated, "in the morning, with a glass", "in the morning.\n\nAlways take it with a glass")
    entries = translated.entries(PO_A)
    assert entries["Take one tablet of 400 mg in the morning."] == (
        "Tome un comprimido de 400 mg.",
        True,
        False,
    )


def test_only_prune_removes_obsolete_entries(translated: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    edit(translated, "## When to call\n\n", "")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(1700000000 + 9 * 86400))
    assert "nothing to change" in translated.done("extract", "--prune=10")
    assert f"updated {PO_A} (1 pruned)" in translated.done("extract", "--prune=9")
    assert "#~" not in translated.read(PO_A)


def test_prune_without_days_removes_all_and_what_goes_now(translated: Project) -> None:
    edit(translated, "400 mg", "500 mg")
    translated.write("source/a.md", translated.read("source/a.md").replace("## When to call\n\n", ""))
    out = translated.done("extract", "--prune")
    assert f"updated {PO_A} (1 obsolete, 1 pruned)" in out
    assert "#~" not in translated.read(PO_A)


def test_the_diff_explains_and_writes_nothing(translated: Project) -> None:
    before = translated.read(PO_A)
    translated.write("source/a.md", A.replace("400 mg", "500 mg").replace("When to", "Whom to"))
    ran = translated.run("extract", "--diff")
    assert ran.code == 0
    assert "  changed (number): Take one tablet of [-400-]{+500+} mg" in ran.out
    assert "  changed (words): [-When-]{+Whom+} to call\n" in ran.out
    assert f"--- a/{PO_A}\n+++ b/{PO_A}\n" in ran.out
    assert translated.read(PO_A) == before


def test_untranslated_texts_get_suggestions_where_they_are_asked_for(translated: Project) -> None:
    translated.write("source/b.md", "# When to call\n")
    translated.done("extract")
    translated.translate(PO_B, {"When to call": ""})
    translated.write(
        PO_B, translated.read(PO_B).replace("#, fuzzy\n", "").replace("# toolkit: suggested from a\n", "")
    )
    assert "nothing to change" in translated.done("extract")
    assert f"updated {PO_B} (1 suggested)" in translated.done("extract", "--suggest")
    assert translated.entries(PO_B)["When to call"] == ("Cuándo llamar", True, False)


def test_the_only_copy_of_a_translation_is_kept_however_it_came_about(translated: Project) -> None:
    edit(translated, "400 mg", "500 mg")
    translated.done("extract", "--prune")
    edit(translated, "500 mg", "400 mg")
    translated.done("extract", "--prune")
    edit(translated, "Take one tablet of 400 mg in the morning, with a glass of water.\n\n", "")
    assert "Tome un comprimido de 400 mg." in translated.read(PO_A)


def test_pruning_what_is_old_leaves_what_goes_now(
    translated: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(translated, "400 mg", "500 mg")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(1700000000 + 400 * 86400))
    text = translated.read("source/a.md")
    translated.write("source/a.md", text.replace("Take one tablet of 500 mg in the morning, with", "After"))
    translated.done("extract", "--prune=365")
    assert "Tome un comprimido de 400 mg." in translated.read(PO_A)


def test_a_translation_comes_to_a_text_that_stood_there_untranslated(translated: Project) -> None:
    translated.write("source/b.md", "# Other\n\nA text of its own.\n\n## When to call\n")
    translated.done("extract")
    translated.translate(PO_B, {"When to call": ""})
    text = translated.read(PO_B).replace("#, fuzzy\n", "").replace("# toolkit: suggested from a\n", "")
    translated.write(PO_B, text)
    out = edit(translated, "## When to call\n\n", "")
    assert f"updated {PO_B} (1 restored)" in out
    assert translated.entries(PO_B)["When to call"] == ("Cuándo llamar", False, False)


def test_a_suggestion_is_the_translation_once_its_own_text_is_gone(translated: Project) -> None:
    translated.write("source/b.md", "# Other\n\n## When to call\n")
    translated.done("extract")
    assert translated.entries(PO_B)["When to call"] == ("Cuándo llamar", True, False)
    edit(translated, "## When to call\n\n", "")
    assert translated.entries(PO_B)["When to call"] == ("Cuándo llamar", False, False)
    assert "suggested" not in translated.read(PO_B)


def test_an_entry_that_was_confirmed_by_hand_moves_without_its_marks(translated: Project) -> None:
    edit(translated, "longer than three days", "longer than two days")
    translated.write(PO_A, translated.read(PO_A).replace("#, fuzzy\n", ""))
    text = "Call a doctor if the fever lasts longer than two days."
    translated.write("source/b.md", f"# Other\n\n{text}\n")
    edit(translated, f"{text}\n", "")
    assert translated.entries(PO_B)[text] == ("Llame al médico.", False, False)
    assert "toolkit: changed" not in translated.read(PO_B)
    assert "nothing to change" in translated.done("extract")


def test_a_file_that_was_sorted_by_hand_keeps_its_order(translated: Project) -> None:
    header, *entries = translated.read(PO_A).rstrip("\n").split("\n\n")
    by_hand = "\n\n".join([header, *reversed(entries)]) + "\n"
    translated.write(PO_A, by_hand)
    assert "nothing to change" in translated.done("extract")
    edit(translated, "## When to call", "One more.\n\n## When to call")
    assert "nothing to change" in translated.done("extract")
