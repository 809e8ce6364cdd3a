"""Coloured code in a real browser: accessible, legible on every ground, left to right, narrow."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.browser.axe import violations
from tests.browser.browser import Browser
from toolkit.cli.main import run

SOURCE = """\
# Code

Some code follows.

```rust,ignore
/// Water the plants.
#[derive(Debug)]
fn water(dose: u8) -> Result<(), Error> {
    let name = "fern"; // the green one, beside a window that is far too wide for a narrow screen
    println!("{name}: {dose}", true);
}
```

```python
@app.get("/")
def water(self, dose: int = 2) -> str:
    return f"{dose} & {self.name}"  # twice
```

```html
<!-- a form -->
<a class="button" href="/water">Water &amp; feed</a>
```

```diff
--- a/plants.md
+++ b/plants.md
@@ -1 +1 @@
-Water daily.
+Water weekly.
 Feed in May.
```

```console
$ cd "my plants" && echo $HOME  # there
/home/fern
```
"""
ARABIC = {"Some code follows.": "فيما يلي بعض الشيفرة.", "the green one": "النبتة الخضراء", "twice": "مرتين"}
LOOKS: dict[str, dict[str, Any]] = {
    "light": {"width": 900},
    "dark": {"width": 900, "dark": True},
    "narrow": {"width": 320},
    "narrow-dark": {"width": 320, "dark": True},
    "forced": {"width": 900, "forced": True},
    "print": {"width": 720, "media": "print", "dark": True},
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = tmp_path_factory.mktemp("project")
    (project / "source").mkdir()
    (project / "source/a.md").write_text(SOURCE, "utf-8")
    (project / "babel.cfg").write_text("[markdown: source/**.md]\ncode = strings\n")
    (project / "toolkit.toml").write_text("highlight-code = true\n")
    (project / "locales/ar/LC_MESSAGES").mkdir(parents=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(project)
        assert run(["extract"]) == 0
        path = project / "locales/ar/LC_MESSAGES/a.po"
        header, *entries = path.read_text("utf-8").rstrip("\n").split("\n\n")
        path.write_text("\n\n".join([header, *map(_translated, entries)]) + "\n", "utf-8")
        assert run(["build"]) == 0
    return project / "output/html"


def _translated(entry: str) -> str:
    text = entry[entry.index('msgid "') + 7 : entry.index('"\nmsgstr ')]
    arabic = next((arabic for english, arabic in ARABIC.items() if text.startswith(english)), None)
    arabic = "سرخس" if text == "fern" else arabic
    return entry.replace('msgstr ""', f'msgstr "{arabic}"') if arabic else entry


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("locale", ["en", "ar"])
def test_a_page_with_code_is_accessible_and_no_wider_than_its_screen(
    site: Path, browser: Browser, pictures: Path, locale: str, look: str
) -> None:
    browser.open(site / locale / "a.html", **LOOKS[look])
    browser.picture(pictures / f"code-{locale}-{look}.png")
    assert browser.said == []
    assert [url.rpartition("/")[2] for url in browser.asked if "css" in url] == ["style.css"]
    beyond = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert browser.ask(beyond) == 0
    assert browser.ask("[...document.querySelectorAll('pre, pre *')].every(e => e.matches(':dir(ltr)'))")
    if look != "print":
        assert violations(browser) == []


def test_every_role_has_a_colour_of_the_look(site: Path, browser: Browser) -> None:
    colours = """
      Object.fromEntries([...document.querySelectorAll('[class^=hl-]')].map(
        e => [e.className, getComputedStyle(e).color]))"""
    found = {}
    for look, asked in LOOKS.items():
        browser.open(site / "en" / "a.html", **asked)
        found[look] = browser.ask(colours)
    assert len(found["light"]) == 10
    assert all(found["light"][role] != found["dark"][role] for role in found["light"])
    assert set(found["print"].values()) == {"rgb(0, 0, 0)", "rgb(68, 68, 68)"}
    assert len(set(found["forced"].values())) == 1, "the colours of the reader's system"


def test_an_arabic_comment_stays_behind_the_arabic_string_before_it(site: Path, browser: Browser) -> None:
    places = """
      (line => ['.hl-string', '.hl-comment'].map(name => {
        const found = [...line.querySelectorAll(name)].filter(e => /[\\u0600-\\u06ff]/.test(e.textContent));
        return found[0].getBoundingClientRect().toJSON();
      }))(document.querySelector('pre'))"""
    browser.open(site / "ar" / "a.html", 900)
    string, comment = browser.ask(places)
    assert string["right"] <= comment["left"]
