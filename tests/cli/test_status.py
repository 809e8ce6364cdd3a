"""``toolkit status``: numbers that gettext counts too, for the articles as they are now."""

from __future__ import annotations

import json
import re
import subprocess

import polib
import pytest

from tests.cli.project import MakeProject, Project, first_lines
from tests.tools import require_tool

ARTICLE = "# Title\n\nOne two three.\n\n- item\n- item\n- another item\n\n> A `code` quote\n"
GUIDE = "# Guide\n\nFour words stand here.\n"
PO = "locales/es/LC_MESSAGES/article.po"
GUIDE_PO = "locales/es/LC_MESSAGES/guides.start.po"


@pytest.fixture
def counted(project: MakeProject) -> Project:
    """Two documents in two locales: translated, fuzzy, untranslated and withheld messages."""
    made = project({"source/article.md": ARTICLE, "source/guides/start.md": GUIDE}, "ar", "es")
    made.done("extract")
    made.translate(PO, {"Title": "Título", "One two three.": "Uno dos tres.", "item": "<script>"})
    catalog = polib.pofile(str(made.root / PO))
    found = catalog.find("One two three.")
    assert found is not None
    found.flags.append("fuzzy")
    catalog.save()
    made.translate(GUIDE_PO, {"Guide": "Guía", "Four words stand here.": "Aquí hay cuatro palabras."})
    return made


def _statistics(made: Project, path: str) -> dict[str, int]:
    """Return what ``msgfmt --statistics`` counts: ``1 translated message, 2 untranslated messages.``"""
    command = [require_tool("msgfmt"), "--statistics", "-o", "/dev/null", path]
    done = subprocess.run(
        command, cwd=made.root, env={"LC_ALL": "C"}, capture_output=True, text=True, check=True
    )
    return {name: int(count) for count, name in re.findall(r"(\d+) (\w+)", done.stderr)}


def test_the_table_shows_a_row_for_each_locale(counted: Project) -> None:
    ran = counted.run("status")
    assert ran.out == (
        "Source: 2 articles, 7 messages, 15 words (en)\n"
        "\n"
        "Locale  Language  Translated  Fuzzy  Untranslated  Withheld  Percent  Words left\n"
        "ar      \u2068العربية\u2069            0      0             7         0      0 %          15\n"
        "es      \u2068español\u2069            3      1             2         1     42 %           9\n"
        "\n"
        "Held back: article in ar (0 of 5 messages translated)\n"
        "Held back: guides/start in ar (0 of 2 messages translated)\n"
    )
    assert ran.code == 1


def test_by_document_there_is_a_row_for_each_document_and_locale(counted: Project) -> None:
    assert counted.run("status", "--by", "document", "-l", "es").out == (
        "Source: 2 articles, 7 messages, 15 words (en)\n"
        "\n"
        "Document           Translated  Fuzzy  Untranslated  Withheld  Percent  Words left\n"
        "article (es)                1      1             2         1     20 %           9\n"
        "guides/start (es)           2      0             0         0    100 %           0\n"
    )


def test_json_is_the_whole_value(counted: Project) -> None:
    ran = counted.run("status", "--format", "json", "--locale", "es")
    assert ran.code == 1
    article = {
        **{"messages": 5, "translated": 1, "fuzzy": 1, "untranslated": 2, "withheld": 1, "percent": 20},
        **{"words": 10, "words_left": 9, "blocks": 6, "blocks_left": 5, "stale": 0, "blocks_stale": 0},
    }
    guide = {
        **{"messages": 2, "translated": 2, "fuzzy": 0, "untranslated": 0, "withheld": 0, "percent": 100},
        **{"words": 5, "words_left": 0, "blocks": 2, "blocks_left": 0, "stale": 0, "blocks_stale": 0},
    }
    both = {name: article[name] + guide[name] for name in article} | {"percent": 42}
    published = {"published": True, "held_back": "", "as_of": None}
    assert json.loads(ran.out) == {
        "schema": 1,
        "source": {"locale": "en", "documents": 2, "messages": 7, "blocks": 8, "words": 15},
        "locales": [
            {
                **{"locale": "es", "bcp47": "es", "name": "español"},
                **both,
                "documents": [
                    {"document": "article", **article, **published},
                    {"document": "guides/start", **guide, **published},
                ],
            }
        ],
    }


def test_the_numbers_are_those_of_msgfmt(counted: Project) -> None:
    counts = {}
    for locale in json.loads(counted.run("status", "--format", "json").out)["locales"]:
        for document in locale["documents"]:
            domain = document["document"].replace("/", ".")
            counts[f"locales/{locale['locale']}/LC_MESSAGES/{domain}.po"] = document
    assert len(counts) == 4
    for path, ours in counts.items():
        found = _statistics(counted, path)
        # gettext cannot know that we withhold a translation.
        assert ours["translated"] + ours["withheld"] == found.get("translated", 0), path
        assert ours["fuzzy"] == found.get("fuzzy", 0), path
        assert ours["untranslated"] == found.get("untranslated", 0), path


def test_what_is_withheld_is_named_at_its_line_and_exits_with_1(counted: Project) -> None:
    line = counted.read(PO).split("\n").index('msgstr "<script>"') + 1
    ran = counted.run("status")
    assert ran.code == 1
    assert first_lines(ran.err) == [
        f"{PO}:{line}:9: error[raw-html] the translation has the HTML tag <script>, which its source does "
        "not have; the page shows the source text"
    ]


def test_the_source_counts_as_it_is_now(counted: Project) -> None:
    counted.write("source/guides/start.md", "# Guide\n\nFour words stood here.\n\nMore.\n")
    (row,) = (
        line
        for line in counted.run("status", "--by", "document", "-l", "es").out.split("\n")
        if "guides" in line
    )
    assert row.split()[2:] == ["1", "0", "2", "0", "33", "%", "5"]
    counted.done("extract")
    found = _statistics(counted, GUIDE_PO)
    assert found == {"translated": 1, "fuzzy": 1, "untranslated": 1}


def test_a_locale_without_po_files_is_untranslated(counted: Project) -> None:
    counted.add_locale("pt_BR")
    out = counted.run("status", "-l", "pt-BR").out
    assert out.split("\n")[3].split() == [
        "pt_BR",
        "\u2068português",
        "(Brasil)\u2069",
        *["0", "0", "7", "0", "0", "%", "15"],
    ]


def test_status_writes_nothing(counted: Project) -> None:
    counted.run("build")
    counted.write("source/article.md", ARTICLE + "\nNew.\n")
    before = counted.state()
    for arguments in ([], ["--by", "document"], ["--format", "json"], ["--fail-under", "50"]):
        counted.run("status", *arguments)
    assert counted.state() == before


def test_fail_under_names_the_rows_below(project: MakeProject) -> None:
    made = project({"source/a.md": "One\n\nTwo\n\nThree\n"}, "es", "fr")
    made.done("extract")
    made.translate("locales/es/LC_MESSAGES/a.po", {"One": "Uno", "Two": "Dos"})
    made.translate("locales/fr/LC_MESSAGES/a.po", {"One": "Un", "Two": "Deux", "Three": "Trois"})
    for percent, code, err in (
        ("66.6", 0, ""),
        ("66.7", 1, "Below 66.7 %: es\n"),
        ("67", 1, "Below 67 %: es\n"),
        ("100", 1, "Below 100 %: es\n"),
        ("0", 0, ""),
    ):
        ran = made.run("status", "--fail-under", percent)
        assert (ran.code, ran.err) == (code, err)
    ran = made.run("status", "--by", "document", "--fail-under", "100")
    assert (ran.code, ran.err) == (1, "Below 100 %: a (es)\n")
    assert made.run("status", "-l", "fr", "--fail-under", "100").code == 0


def test_untranslated_text_alone_is_no_failure(project: MakeProject) -> None:
    made = project({"source/a.md": "One\n"}, "es")
    assert "0 %" in made.done("status")


def test_a_project_with_nothing_to_translate_is_complete(project: MakeProject) -> None:
    made = project({"source/a.md": "```\ncode\n```\n"}, "es")
    assert made.done("extract") == (
        "created locales/a.pot (0 messages)\n1 article, 0 messages: 1 file changed.\n"
    )
    assert "100 %" in made.done("status", "--fail-under", "100")


def test_status_counts_what_build_publishes(counted: Project) -> None:
    counted.run("build")
    counts = json.loads(counted.run("status", "--format", "json").out)["locales"]
    for locale in counts:
        for document in locale["documents"]:
            page = counted.root / f"output/html/{locale['bcp47']}/{document['document']}.html"
            assert page.is_file() == (document["translated"] > 0)
            if not page.is_file():
                continue
            html = page.read_text("utf-8")
            body = html[html.index("<article") : html.index("</article>")]
            marked = len(re.findall(r'<(?:p|li|h\d|td|th|dt|dd|span)\b[^>]* lang="en"', body))
            assert marked == document["blocks_left"]
