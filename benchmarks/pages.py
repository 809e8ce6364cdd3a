"""The bundled site in numbers: weights, paint, search, builds, and the way of a saved PO file to the page.

Run: .venv/bin/python benchmarks/pages.py [SAVES]
Weights are bytes of one file each, compressed by gzip.  Paint is what Chromium says of a page that it opens
for the first time, over HTTP, in milliseconds since it was asked for.  A saved PO file is one that takes the
place of the file before, as editors do it; the clock stops when the page that is open shows the new words.
"""

from __future__ import annotations

import gzip
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Error

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from tests.browser.browser import Browser  # noqa: E402 - found through the path above
from tests.bundled import bundled_project  # noqa: E402 - found through the path above

ARTICLE = "stem-cell-therapy-autoimmune.html"
LOCALES = ("en", "ar", "es", "hi", "ja", "ru")
PO = "locales/es/LC_MESSAGES/stem-cell-therapy-autoimmune.po"
WORDS = "Glosario"
PAINT = """
  new Promise(done => new PerformanceObserver(list => done(list.getEntries().at(-1).startTime))
    .observe({type: 'largest-contentful-paint', buffered: true}))"""
ROUNDS = 3


def main(saves: int) -> None:
    """Print all figures."""
    with tempfile.TemporaryDirectory() as folder, Browser() as browser:
        plain = project(Path(folder) / "plain", "")
        full = project(Path(folder) / "full", "search = true\nhighlight-code = true\n")
        builds(plain, "as it is")
        builds(full, "with search and coloured code")
        weights(plain)
        search(full)
        paints(plain, browser)
        reloads(plain, browser, saves)


def project(folder: Path, settings: str) -> Path:
    """Return a copy of the project's own articles, with an address and further settings."""
    folder.mkdir()
    return bundled_project(folder, f'base-url = "https://example.org"\n{settings}')


def builds(folder: Path, name: str) -> None:
    """Print how long whole builds take: the first, and one in which nothing changes."""
    first, again = [], []
    for _ in range(ROUNDS):
        shutil.rmtree(folder / "output", ignore_errors=True)
        first.append(seconds(folder))
        again.append(seconds(folder))
    print(f"build {name}: {min(first):.2f} s, again {min(again):.2f} s")


def seconds(folder: Path) -> float:
    """Return the seconds that a build takes as a process."""
    start = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "toolkit", "build"], cwd=folder, check=True, stdout=subprocess.DEVNULL
    )
    return time.perf_counter() - start


def weights(folder: Path) -> None:
    """Print what the article weighs in each language, and its style."""
    html = folder / "output/html"
    style = zipped(html / "assets/style.css")
    pages = {locale: zipped(html / locale / ARTICLE) for locale in LOCALES}
    print(f"style: {style:,} bytes; article:", ", ".join(f"{one} {pages[one]:,}" for one in LOCALES))
    print(f"most for one article: {max(pages.values()) + style:,} bytes")


def zipped(path: Path) -> int:
    """Return the size of a file, compressed."""
    return len(gzip.compress(path.read_bytes(), mtime=0))


def search(folder: Path) -> None:
    """Print the size of the index of search."""
    found = [path for path in (folder / "output/html/assets/pagefind").rglob("*") if path.is_file()]
    print(f"index of search: {len(found)} files, {sum(path.stat().st_size for path in found):,} bytes")


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a project, and give the address of its pages."""
    command = [sys.executable, "-u", "-m", "toolkit", "serve", "--port", "0"]
    with subprocess.Popen(
        command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as running:
        assert running.stdout is not None
        address = ""
        while not address:
            said = re.search(r"http://[^ \n]+/", running.stdout.readline())
            address = said[0] if said else ""
        try:
            yield address
        finally:
            running.terminate()


def paints(folder: Path, browser: Browser) -> None:
    """Print the largest contentful paint of the article in each language."""
    found = {}
    with served(folder) as address:
        for locale in LOCALES:
            browser.open(f"{address}{locale}/{ARTICLE}")
            found[locale] = browser.ask(PAINT)
    print("largest contentful paint, ms:", ", ".join(f"{one} {found[one]:.0f}" for one in LOCALES))


def reloads(folder: Path, browser: Browser, saves: int) -> None:
    """Print how long a saved PO file takes to the page that is open."""
    path = folder / PO
    text = path.read_text("utf-8")
    found = []
    with served(folder) as address:
        browser.open(f"{address}es/{ARTICLE}")
        for number in range(saves):
            time.sleep(
                0.3 + number % 7 / 5
            )  # saves come when they come, not in step with what looks for them
            words = f"{WORDS} {number}"
            start = time.perf_counter()
            saved(path, text.replace(f'msgstr "{WORDS}', f'msgstr "{words}'))
            while not shown(browser, words):
                time.sleep(0.005)
            found.append(time.perf_counter() - start)
        browser.open("about:blank")
    saved(path, text)
    median = statistics.median(found)
    print(f"from a save to the page, {saves} times: median {median:.3f} s, max {max(found):.3f} s")


def saved(path: Path, text: str) -> None:
    """Put a new file in the place of one."""
    new = path.with_name(".new")
    new.write_text(text, "utf-8")
    new.replace(path)


def shown(browser: Browser, words: str) -> bool:
    """Tell whether the page shows words, and is there as a whole."""
    try:
        return bool(
            browser.ask(f"document.readyState === 'complete' && document.body.innerText.includes({words!r})")
        )
    except Error:  # it is being left
        return False


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20)
