from __future__ import annotations

import pytest

from tests.unit.workspace.conftest import Tree
from toolkit.model.finding import Finding, Place, Severity
from toolkit.model.locale import LocaleTag
from toolkit.workspace.locales import LocaleFolder, discover_locales
from toolkit.workspace.project import Project
from toolkit.workspace.settings import Settings


def test_the_locales_are_the_folders_with_lc_messages_sorted(tree: Tree) -> None:
    root = tree(
        {
            f"locales/{name}/LC_MESSAGES/a.po": ""
            for name in ("pt_BR", "es", "zh_Hans", "sr@latin", "ca@valencia", ".cache")
        }
        | {"locales/article.pot": ""}
    )
    locales, findings = discover_locales(Project(root, Settings()))
    assert findings == ()
    assert locales == tuple(
        LocaleFolder(LocaleTag.parse(name), name)
        for name in ("ca@valencia", "es", "pt_BR", "sr@latin", "zh_Hans")
    )
    assert locales[2].path == "locales/pt_BR/LC_MESSAGES"


def test_a_project_without_locales_has_none(tree: Tree) -> None:
    assert discover_locales(Project(tree({}), Settings())) == ((), ())


@pytest.mark.parametrize("name", ["..evil", "en US", "-rf", 'de"><script>', "docs", "x", "e\x1bs"])
def test_a_folder_that_is_no_locale_is_a_warning_and_left_alone(tree: Tree, name: str) -> None:
    try:
        root = tree({"locales/es/LC_MESSAGES/a.po": "", f"locales/{name}/LC_MESSAGES/a.po": "x"})
    except OSError:
        pytest.skip("this file system refuses such names")
    locales, findings = discover_locales(Project(root, Settings()))
    assert [locale.folder for locale in locales] == ["es"]
    if name.startswith("."):
        assert findings == ()
        return
    shown = name.replace("\x1b", "\\x1b")
    assert findings == (
        Finding(
            "locale-folder",
            Severity.WARNING,
            f'the folder "{shown}" is not a locale; it is left alone',
            Place(f"locales/{shown}"),
            "name the folder like pt_BR",
        ),
    )
    assert (root / "locales" / name / "LC_MESSAGES/a.po").read_text(encoding="utf-8") == "x"


def test_a_locale_folder_needs_lc_messages(tree: Tree) -> None:
    root = tree({"locales/es/a.po": "", "locales/fr/LC_MESSAGES": "a file"})
    locales, findings = discover_locales(Project(root, Settings()))
    assert locales == ()
    assert [finding.message for finding in findings] == [
        'the folder "es" has no folder LC_MESSAGES; it is left alone',
        'the folder "fr" has no folder LC_MESSAGES; it is left alone',
    ]


def test_a_linked_folder_is_no_locale(tree: Tree) -> None:
    root = tree({"locales/es/LC_MESSAGES/a.po": "", "locales/fr/x": ""})
    (root / "locales/es_MX").symlink_to("es", target_is_directory=True)
    (root / "locales/fr/LC_MESSAGES").symlink_to("../es/LC_MESSAGES", target_is_directory=True)
    locales, findings = discover_locales(Project(root, Settings()))
    assert [locale.folder for locale in locales] == ["es"]
    assert [(finding.severity, finding.place.path) for finding in findings] == [
        (Severity.WARNING, "locales/es_MX"),
        (Severity.WARNING, "locales/fr"),
    ]


@pytest.mark.parametrize(("names", "kept"), [(("pt-BR", "pt_BR"), "pt_BR"), (("pt-BR", "pt-br"), "pt-BR")])
def test_two_folders_of_one_locale_are_an_error(tree: Tree, names: tuple[str, str], kept: str) -> None:
    root = tree({f"locales/{name}/LC_MESSAGES/a.po": "" for name in names})
    if len(list((root / "locales").iterdir())) == 1:
        pytest.skip("this file system takes the names for the same")
    locales, findings = discover_locales(Project(root, Settings()))
    assert locales == (LocaleFolder(LocaleTag("pt", None, "BR"), kept),)
    assert findings == (
        Finding(
            "locale-folder",
            Severity.ERROR,
            f'the folders "{names[0]}" and "{names[1]}" are both the locale pt-BR',
            Place(f"locales/{names[1]}"),
            "keep one folder, named pt_BR",
        ),
    )
