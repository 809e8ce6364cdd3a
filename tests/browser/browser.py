"""One headless Chromium with one page, driven by Playwright."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, Self, TypeVar

from playwright.sync_api import Error, Page, sync_playwright

from tests.tools import require_tool

_T = TypeVar("_T")

_PAUSE = 20
"""Milliseconds between two looks at a page that is waited for."""
_PATIENCE = 1500
"""Looks at it before the test is given up."""
_FLAGS = (
    *("--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update"),
    "--allow-file-access-from-files",
)


class Browser:
    """A browser with one page; it ends with the ``with`` block.

    Playwright keeps a thread of its own, for the event loop that it leaves running there would forbid one
    to whatever else is tested.
    """

    def __init__(self) -> None:
        chromium = require_tool("chromium")
        self._thread = ThreadPoolExecutor(1)
        self.said: list[str] = []
        """What the page wrote to the console, errors and complaints of its policy too."""
        self.asked: list[str] = []
        """The addresses that the page asked for, its own first."""
        self.led: list[str] = []
        """The addresses that scripts of pages went on to."""
        self._page = self._do(lambda: self._start(chromium))

    def _start(self, chromium: str) -> Page:
        self._playwright = sync_playwright().start()
        self._browser = self._playwright.chromium.launch(executable_path=chromium, args=_FLAGS)
        page = self._browser.new_page()
        page.on("console", lambda message: self.said.append(message.text))
        page.on("pageerror", lambda error: self.said.append(str(error)))
        page.on("request", lambda request: self.asked.append(request.url))
        self._session = page.context.new_cdp_session(page)
        self._session.on("Page.frameRequestedNavigation", self._on_navigation)
        self._session.send("Page.enable")
        return page

    def _on_navigation(self, event: dict[str, str]) -> None:
        if event["reason"] == "scriptInitiated":
            self.led.append(event["url"])

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._do(self._browser.close)
        self._do(self._playwright.stop)
        self._thread.shutdown()

    def open(
        self,
        address: Path | str,
        width: int = 1280,
        *,
        media: Literal["print", "screen"] = "screen",
        dark: bool = False,
        still: bool = False,
        forced: bool = False,
    ) -> None:
        """Open a file or a URL in a window of a width.

        ``still`` is the wish for less motion, ``forced`` that for the colours of the system.
        """

        def opening() -> None:
            self._page.set_viewport_size({"width": width, "height": 800})
            self._page.emulate_media(
                media=media,
                color_scheme="dark" if dark else "light",
                reduced_motion="reduce" if still else "no-preference",
                forced_colors="active" if forced else "none",
            )
            self._page.goto("about:blank")  # else another place in the same page would not load it again
            self.said.clear()
            self.asked.clear()
            self.led.clear()
            self._page.goto(address.as_uri() if isinstance(address, Path) else address)

        self._do(opening)

    def follow(self, selector: str) -> None:
        """Follow a link to the page that it leads to."""
        self.led.clear()

        def following() -> None:
            with self._page.expect_navigation():
                self._page.locator(selector).first.evaluate("link => link.click()")

        self._do(following)

    def again(self) -> None:
        """Load the page again."""
        self.led.clear()
        self._do(self._page.reload)

    def back(self) -> None:
        """Go back to the page before."""
        self.led.clear()
        self._do(self._page.go_back)

    @contextmanager
    def without_storage(self) -> Iterator[None]:
        """Show pages as a browser that keeps nothing for them."""
        broken = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('none') }})"
        method = "Page.addScriptToEvaluateOnNewDocument"
        added = self._do(lambda: self._session.send(method, {"source": broken}))
        yield
        self._do(lambda: self._session.send("Page.removeScriptToEvaluateOnNewDocument", added))

    @contextmanager
    def without_scripts(self) -> Iterator[None]:
        """Run no script of any page."""
        method = "Emulation.setScriptExecutionDisabled"
        self._do(lambda: self._session.send(method, {"value": True}))
        yield
        self._do(lambda: self._session.send(method, {"value": False}))

    def ask(self, expression: str) -> Any:
        """Return the value of a JavaScript expression, awaited where it is a promise."""
        return self._do(lambda: self._page.evaluate(expression))

    def wait(self, expression: str) -> None:
        """Wait until a JavaScript expression is true, also on a page that takes the place of this one."""

        # Playwright's own waiting evaluates text within the page, which the policies of pages forbid.
        def waiting() -> None:
            for _ in range(_PATIENCE):
                with suppress(Error):  # the page is being left
                    if self._page.evaluate(expression):
                        return
                self._page.wait_for_timeout(_PAUSE)
            raise AssertionError(f"{self._page.url} never came to {expression}")

        self._do(waiting)

    def press(self, *keys: str) -> None:
        """Press keys one after the other, as a reader would."""
        for key in keys:
            self._do(lambda key=key: self._page.keyboard.press(key))  # type: ignore[misc]

    def type(self, text: str) -> None:
        """Type a text where the focus is."""
        self._do(lambda: self._page.keyboard.type(text))

    def picture(self, path: Path) -> None:
        """Write a picture of the whole page."""
        self._do(lambda: self._page.screenshot(path=path, full_page=True))

    def html(self) -> str:
        """Return the HTML of the page as it is when everything in it has been loaded and run."""
        return self._do(self._page.content)

    def _do(self, step: Callable[[], _T]) -> _T:
        return self._thread.submit(step).result()
