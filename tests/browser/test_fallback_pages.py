"""Pages with old translations in a real browser: accessible, and no wider than a narrow screen."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.axe import violations
from tests.browser.browser import Browser
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


UNFOLD = "document.querySelectorAll('.about details').forEach(one => { one.open = true })"


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


def test_a_page_with_old_translations_is_accessible_and_fits_a_narrow_screen(
    page: Path, browser: Browser
) -> None:
    browser.open(page, 320)
    browser.ask(UNFOLD)
    marked = "['.stale', '.stale-note'].map(name => document.querySelectorAll(name).length)"
    assert browser.ask(marked) == [10, 5]
    assert violations(browser) == []
    assert browser.ask("document.documentElement.scrollWidth") == 320


def test_each_link_of_the_notice_and_the_lists_leads_to_a_passage_and_is_large_enough(
    page: Path, browser: Browser
) -> None:
    browser.open(page, 320)
    browser.ask(UNFOLD)
    script = """(() => {
      const links = [...document.querySelectorAll('.notice a[href^="#"], .about details a')];
      const targets = links.map(one => document.getElementById(decodeURIComponent(one.hash.slice(1))));
      const small = [...document.querySelectorAll('.notice a, .about a, .about summary')]
        .filter(one => one.getBoundingClientRect().height < 24 || one.getBoundingClientRect().width < 24);
      const marked = one => one && (one.closest('.stale, .untranslated')
        || one.querySelector(':scope > :is(.stale, .untranslated)'));
      return [links.length, targets.filter(one => !marked(one)).length, small.map(one => one.outerHTML)];
    })()"""
    assert browser.ask(script) == [17, 0, []]
