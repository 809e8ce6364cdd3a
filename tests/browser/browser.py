"""One headless Chromium with one page, driven by Playwright."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
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
        self.page = self.do(lambda: self._start(chromium))
        """The page, for steps in the thread of Playwright."""

    def _start(self, chromium: str) -> Page:
        self._playwright = sync_playwright().start()
        self._browser = self._playwright.chromium.launch(executable_path=chromium, args=_FLAGS)
        page = self._browser.new_page()
        page.on("console", lambda message: self.said.append(message.text))
        page.on("pageerror", lambda error: self.said.append(str(error)))
        page.on("request", lambda request: self.asked.append(request.url))
        return page

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.do(self._browser.close)
        self.do(self._playwright.stop)
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
            self.page.set_viewport_size({"width": width, "height": 800})
            self.page.emulate_media(
                media=media,
                color_scheme="dark" if dark else "light",
                reduced_motion="reduce" if still else "no-preference",
                forced_colors="active" if forced else "none",
            )
            self.page.goto("about:blank")  # else another place in the same page would not load it again
            self.said.clear()
            self.asked.clear()
            self.page.goto(address.as_uri() if isinstance(address, Path) else address)

        self.do(opening)

    def ask(self, expression: str) -> Any:
        """Return the value of a JavaScript expression, awaited where it is a promise."""
        return self.do(lambda: self.page.evaluate(expression))

    def wait(self, expression: str) -> None:
        """Wait until a JavaScript expression is true, also on a page that takes the place of this one."""

        # Playwright's own waiting evaluates text within the page, which the policies of pages forbid.
        def waiting() -> None:
            for _ in range(_PATIENCE):
                with suppress(Error):  # the page is being left
                    if self.page.evaluate(expression):
                        return
                self.page.wait_for_timeout(_PAUSE)
            raise AssertionError(f"{self.page.url} never came to {expression}")

        self.do(waiting)

    def press(self, *keys: str) -> None:
        """Press keys one after the other, as a reader would."""

        def pressing() -> None:
            for key in keys:
                self.page.keyboard.press(key)

        self.do(pressing)

    def type(self, text: str) -> None:
        """Type a text where the focus is."""
        self.do(lambda: self.page.keyboard.type(text))

    def picture(self, path: Path) -> None:
        """Write a picture of the whole page."""
        self.do(lambda: self.page.screenshot(path=path, full_page=True))

    def html(self) -> str:
        """Return the HTML of the page as it is when everything in it has been loaded and run."""
        return self.do(self.page.content)

    def do(self, step: Callable[[], _T]) -> _T:
        """Take a step in the thread of Playwright, and return what it gives."""
        return self._thread.submit(step).result()
