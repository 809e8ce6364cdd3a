"""What axe finds on the page that is open."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

from tests.browser.browser import Browser

_AXE = files("axe_core_python").joinpath("axe.min.js").read_text("utf-8")
_RUN = """
  axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    resultTypes: ['violations'],
  }).then(found => found.violations.map(v => [v.id, v.nodes.map(n => n.html.slice(0, 200))]))"""


def violations(browser: Browser) -> Any:
    """Return the rules of WCAG 2.2 AA and of good practice that the page breaks, with the elements."""
    browser.ask(_AXE + "; 0")
    return browser.ask(_RUN)
