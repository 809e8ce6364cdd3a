"""``highlight-code = true``: marks in pages, colours at the end of the one style, and nothing else."""

from __future__ import annotations

import gzip

from tests.cli.project import MakeProject, Project
from toolkit.markdown.code_highlighting import unhighlighted

STYLE = "output/html/assets/style.css"
TEXT = """# Code

Text.

```rust,ignore
fn main() {
    // a comment
    println!("a-b c.d(e) f::g(h)");
}
```

```diff
-old
+new
```

```rust
LINES```
""".replace("LINES", 100 * 'println!("a",1,2,3);\n')
OURS = ":root {\n  --code-string: #006000;\n}\n"


def built(make: MakeProject, **files: str) -> Project:
    made = make({"source/a.md": TEXT, "source/b.md": "# Other\n\nText.\n"}, "ar")
    for path, content in files.items():
        made.write(path.replace("__", "/").replace("_css", ".css"), content)
    made.done("extract")
    made.translate("locales/ar/LC_MESSAGES/a.po", {"Text.": "نص."})
    made.done("build")
    return made


def highlight(project: Project) -> None:
    project.write("toolkit.toml", "highlight-code = true\n")
    project.done("build")


def test_pages_gain_marks_and_nothing_else(project: MakeProject) -> None:
    site = built(project)
    before = site.contents("output")
    highlight(site)
    after = site.contents("output")
    assert before.keys() == after.keys()
    changed = [path for path in after if before[path] != after[path] and path != "output/.manifest"]
    assert changed == ["output/html/ar/a.html", STYLE, "output/html/en/a.html"]
    for path in ("output/html/ar/a.html", "output/html/en/a.html"):
        assert "reading time: 1 minute" in after[path].decode().lower() or "/ar/" in path
        assert '<span class="hl-comment">// a comment</span>' in after[path].decode()
        assert unhighlighted(after[path].decode()) == before[path].decode()
        assert "style-src &#39;self&#39;" in after[path].decode()
    assert after[STYLE].startswith(before[STYLE])
    weight = [len(gzip.compress(pages[STYLE])) for pages in (before, after)]
    assert weight[1] - weight[0] < 1000


def test_a_second_build_and_one_of_a_new_folder_give_the_same_bytes(project: MakeProject) -> None:
    site = built(project)
    highlight(site)
    first = site.state("output")
    site.done("build")
    assert site.state("output") == first
    for path in first:
        (site.root / path).unlink()
    site.done("build")
    assert site.contents("output") == {path: content for path, (content, _) in first.items()}


def test_without_the_setting_nothing_is_left_of_it(project: MakeProject) -> None:
    site = built(project)
    before = site.contents("output")
    highlight(site)
    site.write("toolkit.toml", "highlight-code = false\n")
    site.done("build")
    assert site.contents("output") == before
    assert not any(b"hl-" in content or b"--code-" in content for content in before.values())


def test_the_colours_are_replaced_by_name_and_follow_a_style_of_the_users(project: MakeProject) -> None:
    site = built(project, theme__static__code_css=OURS, theme__static__style_css="body { color: red }\n")
    assert site.read(STYLE) == "body { color: red }\n"
    highlight(site)
    assert site.read(STYLE) == "body { color: red }\n\n" + OURS
    assert [path for path in site.contents("output") if path.endswith(".css")] == [STYLE]


def test_the_setting_is_true_or_false(project: MakeProject) -> None:
    site = project({"source/a.md": TEXT, "toolkit.toml": 'highlight-code = "yes"\n'})
    ran = site.run("build")
    assert ran.code == 2
    assert "highlight-code: expected true or false, found text" in ran.err
