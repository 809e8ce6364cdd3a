"""A browser that follows links, goes back, keeps nothing or runs nothing, and tells where scripts went."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import CDPSession

from tests.browser.browser import Browser


class WanderingBrowser(Browser):
    """A browser of its own kind, for its session of the DevTools protocol undoes what print looks like."""

    def __init__(self) -> None:
        super().__init__()
        self.led: list[str] = []
        """The addresses that scripts of the page went on to, as soon as they say so."""
        self._session = self.do(self._listen)

    def _listen(self) -> CDPSession:
        session = self.page.context.new_cdp_session(self.page)
        session.on("Page.frameRequestedNavigation", self._on_navigation)
        session.send("Page.enable")
        return session

    def _on_navigation(self, event: dict[str, str]) -> None:
        if event["reason"] == "scriptInitiated":
            self.led.append(event["url"])

    def open(self, address: Path | str, width: int = 1280, **look: Any) -> None:
        """Open a page; what scripts of the one before did is forgotten."""
        self.do(lambda: self.page.goto("about:blank"))
        self.led.clear()
        super().open(address, width, **look)

    def follow(self, selector: str) -> None:
        """Follow a link to the page that it leads to."""
        self.led.clear()

        def following() -> None:
            with self.page.expect_navigation():
                self.page.locator(selector).first.evaluate("link => link.click()")

        self.do(following)

    def again(self) -> None:
        """Load the page again."""
        self.led.clear()
        self.do(self.page.reload)

    def back(self) -> None:
        """Go back to the page before."""
        self.led.clear()
        self.do(self.page.go_back)

    @contextmanager
    def without_storage(self) -> Iterator[None]:
        """Show pages as a browser that keeps nothing for them."""
        broken = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('none') }})"
        method = "Page.addScriptToEvaluateOnNewDocument"
        added = self.do(lambda: self._session.send(method, {"source": broken}))
        yield
        self.do(lambda: self._session.send("Page.removeScriptToEvaluateOnNewDocument", added))

    @contextmanager
    def without_scripts(self) -> Iterator[None]:
        """Run no script of any page."""
        method = "Emulation.setScriptExecutionDisabled"
        self.do(lambda: self._session.send(method, {"value": True}))
        yield
        self.do(lambda: self._session.send(method, {"value": False}))
