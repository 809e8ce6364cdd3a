"""The bundled pages in a real browser: accessible, right in both directions, usable on a narrow screen."""

from __future__ import annotations

import shutil
from importlib.resources import files
from pathlib import Path

import pytest

from tests.browser.chromium import ask_page
from toolkit.cli.main import run

ROOT = Path(__file__).parents[2]
PAGES = (
    "index.html",
    "en/index.html",
    "en/stem-cell-therapy-autoimmune.html",
    "es/index.html",
    "es/stem-cell-therapy-autoimmune.html",
    "es/guides/translating.html",
    "ar/stem-cell-therapy-autoimmune.html",
    "ar/guides/translating.html",
    "ja/stem-cell-therapy-autoimmune.html",
    "ru/about-these-translations.html",
    "ru/stem-cell-therapy-autoimmune.html",
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundled project, built with its own settings; its Russian article is partly translated."""
    project = tmp_path_factory.mktemp("project")
    for name in ("source", "locales"):
        shutil.copytree(ROOT / name, project / name)
    for name in ("babel.cfg", "pyproject.toml"):
        shutil.copy(ROOT / name, project)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(project)
        assert run(["build"]) == 0
    return project / "output/html"


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(site: Path, tmp_path: Path, name: str) -> None:
    axe = files("axe_core_python").joinpath("axe.min.js").read_text("utf-8")
    script = f"""{axe}
      const found = await axe.run(document, {{resultTypes: ['violations']}});
      return found.violations.map(v => [v.id, v.nodes.map(n => n.html.slice(0, 200))]);"""
    assert ask_page(site / name, script, tmp_path) == []


def test_each_page_fits_a_narrow_screen(site: Path, tmp_path: Path) -> None:
    frames = "".join(f'<iframe src="{name}" width="320" height="600"></iframe>' for name in PAGES)
    page = site / "narrow.html"
    page.write_text(f"<!doctype html><title>frames</title><body>{frames}</body>", "utf-8")
    script = """
      const frames = [...document.querySelectorAll('iframe')];
      const root = f => f.contentDocument.documentElement;
      return frames.map(f => [f.getAttribute('src'), root(f).scrollWidth - root(f).clientWidth]);"""
    assert ask_page(page, script, tmp_path) == [[name, 0] for name in PAGES]
    page.unlink()


def test_arabic_runs_from_right_to_left_and_code_does_not(site: Path, tmp_path: Path) -> None:
    script = """
      const style = element => getComputedStyle(element).direction;
      return {
        lang: document.documentElement.lang,
        page: style(document.documentElement),
        paragraph: style(document.querySelector('main p')),
        code: [...document.querySelectorAll('pre, code')].map(style).filter(d => d !== 'ltr').length,
        headings: document.querySelectorAll('h1').length,
      };"""
    assert ask_page(site / "ar/guides/translating.html", script, tmp_path) == {
        "lang": "ar",
        "page": "rtl",
        "paragraph": "rtl",
        "code": 0,
        "headings": 1,
    }


def test_every_link_and_image_of_the_site_is_there(site: Path, tmp_path: Path) -> None:
    script = """
      const places = [...document.querySelectorAll('[href], img[src]')].map(e => e.href || e.src);
      const broken = [...document.images].filter(i => !i.naturalWidth).map(i => i.src);
      return {places: places.map(p => p.split('#')[0]), broken};"""
    for name in PAGES:
        answer = ask_page(site / name, script, tmp_path)
        assert answer["broken"] == []
        gone = [
            p for p in answer["places"] if "asked-" not in p and not Path(p.removeprefix("file://")).exists()
        ]
        assert gone == []


def test_passages_that_wait_say_their_language_are_counted_and_look_it(site: Path, tmp_path: Path) -> None:
    script = """
      const found = selector => [...document.querySelectorAll(`main .text ${selector}`)];
      const line = name => [...new Set(found(name).map(e => getComputedStyle(e).borderInlineStartStyle))];
      return {
        english: found('.untranslated').map(b => [b.lang, b.dir]),
        stale: [found('.stale').length, found('.stale-note').length],
        lines: [line('.untranslated'), line('.stale')],
        numbers: [...document.querySelectorAll('.notice-translation p')].map(p => parseInt(p.innerText)),
      };"""
    answer = ask_page(site / "ru/stem-cell-therapy-autoimmune.html", script, tmp_path)
    assert answer == {
        "english": [["en", "ltr"]] * 18,
        "stale": [7, 6],
        "lines": [["dotted"], ["dashed"]],
        "numbers": [None, 18, 7, None],
    }
