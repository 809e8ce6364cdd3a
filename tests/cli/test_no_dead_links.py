"""Nothing on a built site leads nowhere: links, fragments, images, alternates, sitemaps, feeds, Markdown."""

from __future__ import annotations

import posixpath
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from tests.built_sites import BASE, built_site
from tests.links_of import addresses, html_page

BASES = {"own": "https://example.org"}


def dead_links(output: Path, base: str) -> list[str]:
    """Return what leads to no file of the output folder, or to no id of its page, as "file: address"."""
    files = {path.relative_to(output).as_posix(): path for path in output.rglob("*") if path.is_file()}
    pages = {
        name: html_page(path.read_text("utf-8")) for name, path in files.items() if path.suffix == ".html"
    }
    dead = []
    for name, path in files.items():
        for address in addresses(path):
            shown = f"{name}: {address}"
            if address == base or address.startswith(f"{base}/"):
                address = "/html" + address.removeprefix(base)
            elif name.endswith("404.html") and address.startswith(f"{urlsplit(base).path}/"):
                address = "/html" + address.removeprefix(urlsplit(base).path)
            url = urlsplit(address)
            if url.scheme or url.netloc:
                continue
            target = (
                posixpath.join("/", posixpath.dirname(name), unquote(url.path)) if url.path else f"/{name}"
            )
            target = posixpath.normpath(target).removeprefix("/")
            if name.endswith(".md") and address.endswith("/"):
                target += "/index.md"  # as readers of Markdown show a folder
            # Either folder may be put online alone.
            if target not in files or target.partition("/")[0] != name.partition("/")[0]:
                dead.append(shown)
                continue
            # The places of a Markdown edition are those of its page.
            page = target.replace("markdown/", "html/", 1).removesuffix(".md").removesuffix(".html") + ".html"
            if url.fragment and page in pages and unquote(url.fragment) not in pages[page].ids:
                dead.append(shown)
    return dead


@pytest.mark.parametrize("name", ["own", "source", "stale", "last-good", "start-pages", "furnished"])
def test_nothing_leads_nowhere(name: str, tmp_path: Path) -> None:
    output = built_site(name, tmp_path)
    base = BASES.get(name, BASE)
    every = [one for path in output.rglob("*") if path.is_file() for one in addresses(path)]
    absolute = [one for one in every if one.startswith(base)]
    assert len(absolute) > 20
    assert len(every) - len(absolute) > 100
    assert dead_links(output, base) == []


def test_a_dead_link_would_be_found(tmp_path: Path) -> None:
    output = built_site("source", tmp_path)
    (output / "html/es/guides/start.html").unlink()
    html = (output / "html/en/article.html").read_text("utf-8")
    (output / "html/en/article.html").write_text(html.replace('id="fn1"', ""), "utf-8")
    dead = dead_links(output, BASE)
    assert "html/es/article.html: guides/start.html#second" in dead
    assert f"html/sitemap-es.xml: {BASE}/es/guides/start.html" in dead
    assert "html/en/guides/start.html: ../article.html#fn1" in dead
    assert "markdown/en/guides/start.md: ../article.md#fn1" in dead
