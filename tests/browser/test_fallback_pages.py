"""Pages with old translations in a real browser: accessible, and no wider than a narrow screen."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from tests.browser.chromium import ask_page
from toolkit.cli.main import run

SOURCE = """\
# New title

New text with a [link](a.md) and `code`.

- New item
- Another item

| New head | Where |
| --- | --- |
| New cell | there |

Term of the new text
: New meaning

<details open><summary>New summary</summary>
<p>New text of <b>HTML</b>.</p>
<ul><li>A line that waits</li></ul>
</details>

```python
x = 1  # New comment
# another one
```
"""


@pytest.fixture(scope="module", params=["es", "ar", "ca"])
def page(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page in which every text with "new" has an old translation; of ``ca`` we have no words."""
    project = tmp_path_factory.mktemp("project")
    (project / "source").mkdir()
    (project / "source/a.md").write_text(SOURCE, "utf-8")
    (project / "babel.cfg").write_text("[markdown: source/**.md]\ncode = comments\n")
    (project / "toolkit.toml").write_text(
        'fallback = "stale"\ntranslate-url = "https://example.org/{path}"\n'
    )
    (project / f"locales/{request.param}/LC_MESSAGES").mkdir(parents=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(project)
        assert run(["extract"]) == 0
        path = project / f"locales/{request.param}/LC_MESSAGES/a.po"
        header, *entries = path.read_text("utf-8").rstrip("\n").split("\n\n")
        path.write_text("\n\n".join([header, *map(_translated, entries)]) + "\n", "utf-8")
        assert run(["build"]) == 0
    return project / f"output/html/{request.param}/a.html"


def _translated(entry: str) -> str:
    start = entry.index("msgid ")
    text = entry[start + len('msgid "') : entry.index('"\nmsgstr ')]
    if "ew " not in text:
        return entry
    lead = f'{entry[:start]}#, fuzzy\n#| msgid "{text.replace("ew ", "ld ")}"\n'
    return f'# toolkit: changed\n{lead}msgid "{text}"\nmsgstr "{text.replace("New", "Vell")}"'


def test_axe_finds_nothing_on_a_page_with_old_translations(page: Path, tmp_path: Path) -> None:
    axe = files("axe_core_python").joinpath("axe.min.js").read_text("utf-8")
    script = f"""{axe}
      document.querySelectorAll('.about details').forEach(one => one.open = true);
      const found = await axe.run(document, {{resultTypes: ['violations']}});
      return [document.querySelectorAll('.stale').length, document.querySelectorAll('.stale-note').length,
        found.violations.map(v => [v.id, v.nodes.map(n => n.html.slice(0, 200))])];"""
    assert ask_page(page, script, tmp_path) == [10, 5, []]


def test_each_link_of_the_notice_and_the_lists_leads_to_a_passage_and_is_large_enough(
    page: Path, tmp_path: Path
) -> None:
    script = """
      document.querySelectorAll('.about details').forEach(one => one.open = true);
      const links = [...document.querySelectorAll('.notice a[href^="#"], .about details a')];
      const targets = links.map(one => document.getElementById(decodeURIComponent(one.hash.slice(1))));
      const small = [...document.querySelectorAll('.notice a, .about a, .about summary')]
        .filter(one => one.getBoundingClientRect().height < 24 || one.getBoundingClientRect().width < 24);
      const marked = one => one && (one.closest('.stale, .untranslated')
        || one.querySelector(':scope > :is(.stale, .untranslated)'));
      return [links.length, targets.filter(one => !marked(one)).length, small.map(one => one.outerHTML)];"""
    assert ask_page(page, script, tmp_path) == [17, 0, []]


def test_it_fits_a_narrow_screen(page: Path, tmp_path: Path) -> None:
    frame = page.parent / "narrow.html"
    frame.write_text(
        "<!doctype html><title>frame</title>"
        '<body><iframe src="a.html" width="320" height="600"></iframe></body>',
        "utf-8",
    )
    script = """
      const inner = document.querySelector('iframe').contentDocument.documentElement;
      return inner.scrollWidth <= inner.clientWidth;"""
    assert ask_page(frame, script, tmp_path) is True
