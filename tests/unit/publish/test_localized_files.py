from __future__ import annotations

import pytest

from tests.small_site import small_site
from toolkit.model.locale import LocaleTag
from toolkit.publish.localized_files import localized, made_for

EN = LocaleTag("en")


@pytest.mark.parametrize(
    ("locale", "files", "wanted"),
    [
        ("fr", ["photo.fr.png"], "photo.fr.png"),
        ("fr", ["photo.de.png", "photo.fr.jpg", "photo.FR.png", "photofr.png"], "photo.png"),
        ("pt_BR", ["photo.pt.png", "photo.pt_BR.png", "photo.pt-BR.png"], "photo.pt-BR.png"),
        ("pt_BR", ["photo.pt.png", "photo.pt_BR.png"], "photo.pt_BR.png"),
        ("pt_BR", ["photo.pt.png", "photo.pt_PT.png"], "photo.pt.png"),
        ("fr_CA", ["photo.fr.png"], "photo.fr.png"),
        ("fr", ["photo.fr_CA.png"], "photo.png"),
        ("zh_TW", ["photo.zh-Hant.png", "photo.zh.png"], "photo.zh-Hant.png"),
        ("zh_TW", ["photo.zh.png"], "photo.png"),
        ("sr@latin", ["photo.sr@latin.png"], "photo.sr@latin.png"),
        ("en_GB", ["photo.en.png"], "photo.png"),
        ("en_GB", ["photo.en-GB.png"], "photo.en-GB.png"),
    ],
)
def test_the_nearest_file_of_a_language_is_taken(locale: str, files: list[str], wanted: str) -> None:
    there = {f"source/{name}" for name in files}
    assert localized("source/photo.png", LocaleTag.parse(locale), EN, there) == f"source/{wanted}"


def test_files_are_told_by_the_languages_of_the_project() -> None:
    paths = [
        "a/photo.fr.png",
        "a/photo.png",
        "b.pt_BR.svg",
        "b.pt.svg",
        "c.de.png",
        "fr.png",
        "x.min.js",
        "fr",
    ]
    locales = [LocaleTag("fr"), LocaleTag.parse("pt_BR")]
    assert made_for(paths, locales, EN) == {"a/photo.fr.png", "b.pt_BR.svg", "b.pt.svg"}


PAGE = """\
# P

![x](img/photo.png?v=1 "T") [pdf][form] <img src="img/photo.png" srcset="img/photo.png 1x, l.png 2x">

[form]: <../my form.pdf>
"""
FILES = ("source/dir/img/photo.fr.png", "source/my form.fr.pdf", "source/dir/l.de.png")


def test_both_editions_show_the_file_of_their_language() -> None:
    site = small_site({"dir/p": PAGE}, {"fr": {"P": "Pé"}, "de": {"P": "Pe"}}, localized=FILES)
    french = (
        PAGE.replace("# P", "# Pé")
        .replace("img/photo.png", "img/photo.fr.png")
        .replace("<../my form.pdf>", "../my%20form.fr.pdf")
    )
    assert site.markdown("fr/dir/p") == french
    assert site.markdown("de/dir/p") == PAGE.replace("# P", "# Pe").replace("l.png", "l.de.png")
    assert site.markdown("en/dir/p") == PAGE
    html = site.html("fr/dir/p")
    assert '<img src="img/photo.fr.png?v=1" alt="x" title="T">' in html
    assert '<a href="../my%20form.fr.pdf">pdf</a>' in html
    assert '<img src="img/photo.fr.png" srcset="img/photo.fr.png 1x, l.png 2x">' in html
    copies = {(asset.source_path, asset.output_path) for asset in site.assets if "/fr/" in asset.output_path}
    assert copies == {
        (f"source/{path}", f"{edition}/fr/{path}")
        for path in ("dir/img/photo.fr.png", "my form.fr.pdf", "dir/l.png")
        for edition in ("html", "markdown")
    }
    assert site.findings == []


def test_languages_that_share_a_folder_keep_their_files_apart() -> None:
    site = small_site(
        {"p": "# P\n\n![x](x.png)\n"}, {"fr": {"P": "Pé"}}, layout="hugo", localized=["source/x.fr.png"]
    )
    assert site.outputs["markdown/p.fr.md"].decode() == "# Pé\n\n![x](x.fr.png)\n"
    assert {asset.output_path for asset in site.assets if asset.output_path.startswith("markdown/")} == {
        "markdown/x.png",
        "markdown/x.fr.png",
    }


def test_a_file_of_a_language_never_takes_the_place_of_a_page() -> None:
    site = small_site(
        {"p": "# P\n\n[x](q.html)\n", "q.fr": "# Q\n"},
        {"fr": {"P": "Pé", "Q": "Qu"}},
        localized=["source/q.fr.html"],
    )
    assert site.markdown("fr/p") == "# Pé\n\n[x](q.html)\n"
